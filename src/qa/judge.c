/*
 * judge.c - what a person must still judge, for each agency, with what the program found laid beside the question. The
 * questions gather those of published audit frameworks that no program can answer.
 */
#include "qa/qa.h"

#include "rules/timeline.h"

#include <string.h>

/* ---- what the plan says, laid beside a question ---- */

static void
put_entry(struct qa *q, size_t *n, const struct ehc_item *it)
{
	qa_put(q, (*n)++ > 0 ? "<br><b>" : "<b>");
	qa_item_name(q, it);
	qa_put(q, "</b> ");
}

static void
show_views(struct qa *q)
{
	const struct ehc_prose_entry *method = ehc_plan_text(q->plan, EHC_L_VIEWS_METHOD, 0);
	const struct ehc_prose_entry *views = ehc_plan_text(q->plan, EHC_L_CHILD_VIEWS, 0);

	if (views != NULL) {
		qa_put(q, "&ldquo;");
		qa_short(q, views->text.str, 140);
		qa_put(q, "&rdquo;");
	} else
		qa_put(q, "The plan holds no words of the child.");
	qa_put(q, "<br>How they were gathered: ");
	if (method != NULL)
		qa_short(q, method->text.str, 140);
	else
		qa_put(q, "not said.");
}

static void
show_aspirations(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_ASPIRATION)) {
		put_entry(q, &n, it);
		qa_short(q, it->text.str, 120);
	}
}

/* Where the child starts from and what is hoped for, side by side. */
static void
show_outcomes(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_OUTCOME)) {
		put_entry(q, &n, it);
		qa_short(q, it->text.str, 110);
		qa_put(q, " <span class=\"light\">From: ");
		if (it->baseline.text.str.len > 0)
			qa_short(q, it->baseline.text.str, 60);
		else
			qa_put(q, "no baseline");
		qa_put(q, "</span>");
	}
}

static void
show_hours(struct qa *q, const char *sections)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_PROVISION)) {
		if (strchr(sections, ehc_section_name(it->section)[0]) == NULL || it->section == EHC_NO_SECTION)
			continue;
		put_entry(q, &n, it);
		if (it->amount != NULL && ehc_ratio_known(it->amount->year.hours)) {
			ehc_buf_ratio(q->out, it->amount->year.hours);
			qa_put(q, " hours a year");
		} else
			qa_put(q, "hours not known");
		if (it->said != NULL && it->flexible.text.str.len > 0)
			qa_put(q, ", flexible");
	}
}

static void show_hours_f(struct qa *q) { show_hours(q, "F"); }
static void show_hours_g(struct qa *q) { show_hours(q, "G"); }
static void show_hours_h(struct qa *q) { show_hours(q, "H"); }

static void
show_flexible(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_PROVISION))
		if (it->flexible.text.str.len > 0) {
			put_entry(q, &n, it);
			qa_short(q, it->flexible.text.str, 140);
		}
}

static void
show_advice(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_ADVICE)) {
		ehc_day day = ehc_date_known(&it->dated) ? it->dated.day : ehc_date_known(&it->received) ? it->received.day : EHC_NODATE;

		put_entry(q, &n, it);
		qa_short(q, it->text.str, 60);
		qa_put(q, ", ");
		if (it->missing)
			qa_put(q, "did not come");
		else if (day != EHC_NODATE)
			ehc_buf_day(q->out, day);
		else
			qa_put(q, "no date");
	}
}

static void
show_agreements(struct qa *q)
{
	static const char *const states[] = { "agreement not recorded", "agreed", "asked", "refused", "disputed" };
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_PROVISION)) {
		if (it->section != EHC_G)
			continue;
		put_entry(q, &n, it);
		qa_put(q, states[it->agreed.state]);
		if (it->agreed.body.len > 0) {
			qa_put(q, ", ");
			qa_text(q, it->agreed.body);
		}
		if (it->agreed.state != EHC_AGREEMENT_NONE && it->agreed.day != EHC_NODATE) {
			qa_put(q, ", ");
			ehc_buf_day(q->out, it->agreed.day);
		}
	}
}

static void
show_placement(struct qa *q)
{
	const struct ehc_value *values[] = { &q->plan->placement_name, &q->plan->placement_type, &q->plan->placement_otherwise };
	size_t n = 0;

	for (size_t i = 0; i < EHC_COUNT(values); i++)
		if (values[i]->text.str.len > 0) {
			qa_put(q, n++ > 0 ? "; " : "");
			qa_short(q, values[i]->text.str, 120);
		}
	if (n == 0)
		qa_put(q, "Section I names none yet.");
}

static void
show_comments(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_COMMENT)) {
		struct ehc_value answer = ehc_item_value(it, EHC_L_ANSWER);

		put_entry(q, &n, it);
		qa_short(q, it->text.str, 110);
		qa_put(q, " <span class=\"light\">Answer: ");
		if (answer.text.str.len > 0)
			qa_short(q, answer.text.str, 80);
		else
			qa_put(q, "none");
		qa_put(q, "</span>");
	}
}

static void
show_looked_after(struct qa *q)
{
	struct ehc_str after = q->plan->child.looked_after.text.str, known = q->plan->child.social_care.text.str;

	qa_put(q, "Looked after: ");
	qa_text(q, after.len > 0 ? after : EHC_STR("not said"));
	qa_put(q, "<br>Known to social care: ");
	qa_text(q, known.len > 0 ? known : EHC_STR("not said"));
}

/* ---- the questions ---- */

static const struct question {
	const char *agency;
	const char *words;
	const char *rules;              /* whose findings bear on it; "" for none */
	void (*show)(struct qa *q);     /* what the plan says of it; NULL for nothing */
} questions[] = {
	{ "Education", "Is every educational need that the advice names in section B, and is it still true of the "
	    "child?", "LINK-018 DATE-029 SECT-032", show_advice },
	{ "Education", "Do the needs say what they mean in the child's day, not only a diagnosis or a score?",
	    "SECT-020 SECT-030", NULL },
	{ "Education", "Is each outcome a gain for the child, ambitious, and right from where the child starts?",
	    "OUTC-003 OUTC-004 OUTC-017", show_outcomes },
	{ "Education", "Does the amount in each provision match the advice, and is it enough for the need?",
	    "QUANT-028", show_hours_f },
	{ "Education", "Is the room left for varying an amount justified for this child?", "SPEC-024", show_flexible },
	{ "Education", "Does the placement suit the child and fit the provision?", "SECT-009 SECT-010 SECT-011", show_placement },
	{ "Education", "From Year 9: does the plan prepare for adult life in a way that fits this young person?", "PFA", NULL },
	{ "Health", "Are all health needs in section C, those linked to learning among them?", "HLTH-019", NULL },
	{ "Health", "Does provision that educates or trains stand in section F, and the rest in G?",
	    "HLTH-004 HLTH-005 HLTH-006", NULL },
	{ "Health", "Is the health provision agreed by the body that must arrange it, and is the amount clinically "
	    "right?", "HLTH-001 HLTH-002 HLTH-003 HLTH-022", show_agreements },
	{ "Health", "Are the hours in section G what the clinicians advise?", "QUANT-028", show_hours_g },
	{ "Health", "May each task be delegated to these people for this child, and is the training in date?", "RESP", NULL },
	{ "Health", "Is there a health care plan where one is needed, current and in step with this plan?",
	    "LINK-016 LINK-017 SECT-021", NULL },
	{ "Social care", "Were social care needs looked for, and not only \"not known\"?", "CARE-005 SECT-007",
	    show_looked_after },
	{ "Social care", "Is provision split rightly between H1 and H2?", "CARE-001 CARE-002 CARE-003 CARE-004", NULL },
	{ "Social care", "Is the amount enough, and in step with any care or protection plan?", "CARE-006", show_hours_h },
	{ "All together", "Are the child's views the child's own?", "VOICE", show_views },
	{ "All together", "Are the aspirations the child's or family's, and ambitious?", "", show_aspirations },
	{ "All together", "Was the family met, its comments answered, and every change explained?", "", show_comments },
	{ "All together", "Is the plan about this child alone, with nothing from another's?", "PRIV SPEC-017", NULL },
	{ "All together", "Can the family read it; is its tone respectful; is what is private in proportion?", "STYLE", NULL },
	{ "All together", "Where a step was late: did an exception truly make the limit impracticable?", "DATE", NULL },
	{ "All together", "Does the golden thread read as one story about this child?", "LINK", NULL },
	{ "All together", "Is the provision being delivered, and what does the family say of it?", "", NULL },
};

static void
put_findings(struct qa *q, const char *rules)
{
	enum { SHOWN = 5 };
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++) {
		if (!qa_group_has(&q->groups[i], rules))
			continue;
		if (n++ < SHOWN) {
			qa_put(q, n == 1 ? "<p>Findings: " : ", ");
			qa_group_link(q, &q->groups[i]);
		}
	}
	if (n > SHOWN)
		qa_printf(q, " and %zu more", n - SHOWN);
	qa_put(q, n > 0 ? ".</p>" : "<p>No finding bears on it.</p>");
}

static void
put_question(struct qa *q, struct qa_table *t, const struct question *one)
{
	size_t before;

	qa_row(q, t);
	qa_cell(q, t);
	qa_words(q, one->words);
	qa_cell(q, t);
	if (one->rules[0] != '\0')
		put_findings(q, one->rules);
	before = q->out->len;
	if (one->show != NULL)
		one->show(q);
	if (one->rules[0] == '\0' && q->out->len == before)
		qa_put(q, "<span class=\"light\">Nothing in the plan bears on it.</span>");
	qa_cell(q, t);
	qa_put(q, "<span class=\"answer\">&#9744; yes &#9744; in part &#9744; no</span>");
	qa_end_row(q, t);
}

void
qa_put_judgement(struct qa *q)
{
	static const char *const heads[] = { "Question", "What the plan and the program say", "The panel" };
	const char *agency = "";
	struct qa_table t;

	qa_section(q, "judgement", "For a person to judge");
	qa_put(q, "<p>These questions need people who know the child. What bears on each is laid beside it; the answer "
	    "is the panel's.</p>\n");
	for (size_t i = 0; i < EHC_COUNT(questions); i++) {
		if (strcmp(questions[i].agency, agency) != 0) {
			if (agency[0] != '\0')
				qa_end_table(q);
			agency = questions[i].agency;
			qa_table(q, &t, agency, heads, EHC_COUNT(heads));
		}
		put_question(q, &t, &questions[i]);
	}
	qa_end_table(q);
	qa_put(q, "<h3>The panel's conclusion</h3>\n<dl class=\"blanks\">\n<div><dt>What is strong in this "
	    "plan</dt><dd></dd></div>\n"
	    "<div><dt>What must change, by whom, by when</dt><dd></dd></div>\n<div><dt>The panel's own grade, and "
	    "why</dt><dd></dd></div>\n"
	    "<div><dt>Names and roles, date</dt><dd></dd></div>\n</dl>\n");
	qa_end_section(q);
}
