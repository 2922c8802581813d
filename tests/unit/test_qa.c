/*
 * test_qa.c - the quality report on small plans: grades follow the findings, ties are drawn and said, hours are added up, the
 * timeline is arithmetic, and nothing of the plan reaches the page as markup.
 */
#include <check.h>
#include <string.h>

#include "ehc/ehc.h"
#include "ehc/qa.h"
#include "qa/audit.h"
#include "suite.h"

static struct ehc_compilation c;
static struct ehc_buf page;

static void
set_up(void)
{
	page = (struct ehc_buf){ NULL, 0, 0 };
}

static void
tear_down(void)
{
	ehc_buf_free(&page);
	ehc_compilation_free(&c);
}

static void
report_on(const char *plan, ehc_day as_of)
{
	struct ehc_options o = { .as_of = as_of };

	ehc_compile_text(&c, EHC_STR("plan.ehc"), ehc_str_of(plan), &o);
	ehc_qa_page(&c.result, as_of, &page);
}

static void
assert_has(const char *words)
{
	ck_assert_msg(strstr(page.ptr, words) != NULL, "\"%s\" is not on the page", words);
}

static void
assert_lacks(const char *words)
{
	ck_assert_msg(strstr(page.ptr, words) == NULL, "\"%s\" is on the page", words);
}

/* Takes the markup out of a stretch of the page: what a reader sees. */
static void
strip(char *row)
{
	char *to = row;
	bool tag = false;

	for (const char *at = row; *at != '\0'; at++) {
		tag = tag || *at == '<';
		if (!tag)
			*to++ = *at;
		tag = tag && *at != '>';
	}
	*to = '\0';
}

/* The words of the row of a table whose head is `head`, from there to its end. */
static const char *
row_of(const char *table, const char *head)
{
	static char row[8192];
	const char *at = strstr(page.ptr, table), *end;
	char open[128];

	ck_assert_msg(at != NULL, "there is no table \"%s\"", table);
	snprintf(open, sizeof(open), "<th scope=\"row\">%s", head);
	at = strstr(at, open);
	ck_assert_msg(at != NULL, "the table \"%s\" has no row \"%s\"", table, head);
	end = strstr(at, "</tr>");
	ck_assert_ptr_nonnull(end);
	snprintf(row, sizeof(row), "%.*s", (int)(end - at), at);
	strip(row);
	return row;
}

static void
assert_row(const char *table, const char *head, const char *words)
{
	const char *row = row_of(table, head);

	ck_assert_msg(strstr(row, words) != NULL, "\"%s\" is not in the row: %s", words, row);
}

#define SECTIONS "Grade of each section"
#define THREAD "The golden thread in words"
#define AMOUNTS "Every provision, its amount, and what is missing"

static const char tied[] =
    "EHC plan: X-1\n  status: draft\n"
    "section A:\naspiration A1: To read aloud.\n"
    "section B:\nneed B1: Reads 5 of 10 words.\nneed B2: Writes 2 of 10 words.\n"
    "section E:\noutcome E1: By 16 July 2027 reads 8 of 10 words.\n  for: B1\n  supports: A1\n"
    "section F:\n"
    "provision F1: A speech and language therapist teaches ten words.\n  for: B1\n  towards: E1\n"
    "  how much: 45 minutes, once a week, 38 weeks a year, one-to-one\n"
    "provision F2: Regular support.\n  for: B9\n"
    "provision F3: A teaching assistant reads with him.\n  for: B1\n  towards: E1\n"
    "  how much: between 30 and 60 minutes, once a week, 38 weeks a year, one-to-one\n";

START_TEST(ties_are_said_and_broken_ones_named)
{
	report_on(tied, EHC_NODATE);
	assert_row(THREAD, "B1", "F1, F3");
	assert_row(THREAD, "B2", "no provision");
	assert_row(THREAD, "F1", "B1, E1");
	assert_row(THREAD, "F2", "no need; no outcome; B9 names nothing");
	assert_row(THREAD, "E1", "F1, F3, A1");
	assert_row(THREAD, "A1", "E1");
}
END_TEST

START_TEST(a_broken_tie_is_drawn_with_a_cross_and_its_words)
{
	report_on(tied, EHC_NODATE);
	assert_has("class=\"broken\"");
	assert_has("class=\"cross\"");
	assert_has("class=\"lost\"");
	assert_has(">B9</text>");
	assert_has("class=\"box loose\"");
}
END_TEST

START_TEST(a_row_ties_with_a_dash)
{
	report_on("EHC plan: X-1\n  status: draft\nsection F:\nrow: reading\nneed B1: Reads.\nneed B2: Writes.\n"
	    "provision F1: A teacher reads with him.\noutcome E1: Reads more.\n", EHC_NODATE);
	assert_has("class=\"tie assumed\" data-ends=\"i0 i2\" d=\"M2");
	assert_row(THREAD, "F1", "(assumed)");
}
END_TEST

START_TEST(hours_are_added_up_by_section)
{
	report_on(tied, EHC_NODATE);
	assert_row(AMOUNTS, "F1", "28.5");
	assert_row(AMOUNTS, "F3", "19 to 38");
	assert_row(AMOUNTS, "F2", "any amount");
	assert_has("Section F: hours a year are known for 2 of 3; together 47.5 to 66.5 hours.");
}
END_TEST

START_TEST(grades_follow_the_findings)
{
	report_on(tied, EHC_NODATE);
	assert_row(SECTIONS, "G ", "Much to mend");
	assert_row(SECTIONS, "G ", "The section is not there.");
	assert_row(SECTIONS, "F ", "with an error");
	ck_assert_ptr_null(strstr(row_of(SECTIONS, "F "), "Clear"));
	assert_row("Grade of each agency", "Health", "Much to mend");
	assert_has("never a verdict");
}
END_TEST

START_TEST(what_the_plan_says_is_never_markup)
{
	report_on("EHC plan: <b>X</b>\n  status: <script>alert(1)</script>\nchild: \"><img src=x>\n"
	    "section F:\nprovision F1: <script>alert(2)</script> & 'more' as required\n  for: <i>\n  how much: <u>45</u>\n", EHC_NODATE);
	assert_lacks("<script>alert");
	assert_lacks("<img");
	assert_lacks("<i>");
	assert_lacks("<u>");
	assert_has("&lt;script&gt;");
}
END_TEST

static const char timed[] =
    "EHC plan: X-1\n  status: draft\ntimeline:\n  assessment requested: 5 January 2026\n  decision to assess: 20 February 2026\n"
    "  draft sent: 7 May 2026\n"
    "section K:\nadvice K1: School\n  requested: 1 March 2026\n  received: 12 April 2026\n";

START_TEST(steps_stand_beside_their_limits)
{
	report_on(timed, ehc_day_of(2026, 5, 20));
	assert_row("First assessment", "The family is told", "16 February 2026");
	assert_row("First assessment", "The family is told", "4 days late");
	assert_row("First assessment", "Advice K1: School", "in time");
	assert_row("First assessment", "The final plan is issued", "25 May 2026");
	assert_row("First assessment", "The final plan is issued", "due in 5 days");
	assert_has("leaves the family until the end of 21 May 2026; the final plan can follow from 22 May 2026.");
}
END_TEST

START_TEST(without_a_day_nothing_is_due)
{
	report_on(timed, EHC_NODATE);
	assert_lacks("due in");
	assert_row("First assessment", "The final plan is issued", "not recorded");
}
END_TEST

static const char cared[] =
    "health care plan: H-1\n  status: agreed\n  school: Elm Example School\n  review due: 1 June 2026\n"
    "condition M1: Asthma\nmedicine R1: Reliever inhaler\n  for: M1\n  kept: in her bag\n  expires: 30 April 2026\n"
    "staff N1: Jo Example, teaching assistant\n  trained for: T1\n  renew by: 1 September 2026\n"
    "task T1: Help with the inhaler\n  uses: R1\n  delegated to: N1\n";

START_TEST(a_health_care_plan_says_what_falls_due)
{
	report_on(cared, ehc_day_of(2026, 5, 1));
	assert_row("What falls due", "30 April 2026", "1 day past");
	assert_row("What falls due", "1 June 2026", "in 31 days");
	assert_row("What falls due", "1 September 2026", "in date");
	assert_row("Who is trained", "<b>N1", "T1");
	assert_row("What is given", "<b>R1", "in her bag");
	assert_lacks("Golden thread");
}
END_TEST

START_TEST(without_a_day_nothing_of_care_is_past)
{
	report_on(cared, EHC_NODATE);
	assert_row("What falls due", "30 April 2026", "R1");
	ck_assert_ptr_null(strstr(row_of("What falls due", "30 April 2026"), "past"));
}
END_TEST

/* PRIV-001 is of the class safety: another child's name limits the whole, whatever else is good. */
START_TEST(a_safety_finding_limits_the_whole)
{
	struct ehc_grades g;

	report_on(tied, EHC_NODATE);
	ehc_qa_grade(&c.result, &g);
	ck_assert_int_eq(g.most, EHC_GRADE_WORK);
	ck_assert_int_eq(g.section[EHC_G], EHC_GRADE_MUCH);
	ck_assert_int_eq(g.agency[EHC_HEALTH], EHC_GRADE_MUCH);
	assert_has("id=\"limits\"");
	ehc_buf_clear(&page);
	ehc_compilation_free(&c);
	report_on("EHC plan: X-1\n  status: draft\nchild: Amira Example\n  known as: Amira\nsection F:\n"
	    "provision F1: A teacher will read with Oscar for 20 minutes, once a week. Oscar will choose the book. Oscar likes trains.\n",
	    EHC_NODATE);
	ehc_qa_grade(&c.result, &g);
	ck_assert_int_eq(g.most, EHC_GRADE_MUCH);
	ck_assert_int_eq(g.section[EHC_F], EHC_GRADE_MUCH);
	assert_row("Grade of each section", "F ", "PRIV-001 F1");
}
END_TEST

/* Every rule that the audit or a standard names is there; nothing in them is left to a rule that was dropped. */
static void
assert_rules(const char *list)
{
	struct ehc_str rest = ehc_str_of(list), id;
	size_t n;
	const struct ehc_family *all = ehc_families(&n);

	while (ehc_str_split(&rest, ' ', &id)) {
		bool found = id.len == 0 || ehc_rule_find(id) != NULL;

		for (size_t i = 0; i < n; i++)
			found = found || ehc_str_is(id, all[i].prefix);
		ck_assert_msg(found, "there is no rule or family %.*s", EHC_ARG(id));
	}
}

START_TEST(every_rule_that_the_report_names_is_there)
{
	struct ehc_plan plan = { .kind = EHC_DOC_EHC_PLAN };

	for (int i = 0; i < 2; i++, plan.kind = EHC_DOC_HEALTH_PLAN) {
		size_t n, m;
		const struct qa_audit *audits = qa_audits(&plan, &n);
		const struct qa_standard *standards = qa_standards(&plan, &m);

		for (size_t j = 0; j < n; j++)
			assert_rules(audits[j].rules);
		for (size_t j = 0; j < m; j++)
			assert_rules(standards[j].rules);
	}
}
END_TEST

START_TEST(the_audit_decides_and_asks)
{
	report_on(tied, EHC_NODATE);
	assert_has("Every need has provision");
	assert_has("to mend");
	assert_has("the panel differs");
	assert_has("<legend class=\"unseen\">Answer to 1</legend>");
	assert_has("never a verdict");
}
END_TEST

START_TEST(an_empty_plan_still_gives_a_page)
{
	report_on("EHC plan:\n", EHC_NODATE);
	assert_has("The plan holds no needs, provision, outcomes or aspirations to tie.");
	assert_has("The plan holds no provision.");
	assert_has("the 20 weeks cannot be worked out");
	assert_has("</html>");
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("qa");
	TCase *t = tcase_create("page");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, ties_are_said_and_broken_ones_named);
	tcase_add_test(t, a_broken_tie_is_drawn_with_a_cross_and_its_words);
	tcase_add_test(t, a_row_ties_with_a_dash);
	tcase_add_test(t, hours_are_added_up_by_section);
	tcase_add_test(t, grades_follow_the_findings);
	tcase_add_test(t, what_the_plan_says_is_never_markup);
	tcase_add_test(t, steps_stand_beside_their_limits);
	tcase_add_test(t, without_a_day_nothing_is_due);
	tcase_add_test(t, a_health_care_plan_says_what_falls_due);
	tcase_add_test(t, without_a_day_nothing_of_care_is_past);
	tcase_add_test(t, a_safety_finding_limits_the_whole);
	tcase_add_test(t, every_rule_that_the_report_names_is_there);
	tcase_add_test(t, the_audit_decides_and_asks);
	tcase_add_test(t, an_empty_plan_still_gives_a_page);
	suite_add_tcase(s, t);
	return run_suite(s);
}
