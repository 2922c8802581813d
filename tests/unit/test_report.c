/*
 * test_report.c - groups and counts, the two reporters on findings made by hand, and the drawing of source lines.
 */
#include <check.h>
#include <string.h>

#include "report/report.h"
#include "suite.h"

static const char plan_text[] =
    "EHC plan: ECC-1\n"
    "section F:\n"
    "provision F1: Regular speech therapy as required.\n"
    "provision F2: \xE8\xA8\x80\xE8\xAA\x9E support \x1B[31m, \ttabbed, for the cafe\xCC\x81 club.\n"
    "provision F3: A sentence that goes over\n"
    "    two lines of the plan.\n";

static const struct ehc_rule vague = { .id = "SPEC-001", .title = "Vague", .severity = EHC_ERROR, .class_ = EHC_WORDING,
    .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .why = "Nobody could say whether it happened.",
    .fix = "Say who, what, how long and how often." };
static const struct ehc_rule empty_slot = { .id = "QUANT-001", .title = "How long", .severity = EHC_ERROR,
    .class_ = EHC_COMPLETENESS,
    .source = "believed", .confidence = EHC_UNCONFIRMED, .why = "A session without a length can be five minutes." };
static const struct ehc_rule advice_note = { .id = "STYLE-001", .title = "Note", .severity = EHC_NOTE, .class_ = EHC_WORDING };
static const struct ehc_rule late = { .id = "DATE-004", .title = "Late", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
    .needs = EHC_NEEDS_AS_OF, .source = "SEND Regulations 2014 reg. 13(2)", .confidence = EHC_CONFIRMED };

static struct ehc_arena *arena;
static struct ehc_source source;
static struct ehc_findings findings;
static struct ehc_plan plan;
static struct ehc_result result;
static struct ehc_item f1, f2;
static struct ehc_report_options options;

static struct ehc_span
span_of(const char *words)
{
	const char *at = strstr(source.text.ptr, words);
	uint32_t start;

	ck_assert_ptr_nonnull(at);
	start = (uint32_t)(at - source.text.ptr);
	return (struct ehc_span){ start, start + (uint32_t)strlen(words) };
}

static struct ehc_finding *
flag(const struct ehc_rule *rule, const char *words, const struct ehc_item *it, const char *message)
{
	struct ehc_finding *f = ehc_findings_add(&findings, rule, span_of(words));

	f->has_text = true;
	f->item = it;
	f->section = it != NULL ? (int)it->section : EHC_NO_SECTION;
	f->message = ehc_str_of(message);
	return f;
}

static void
set_up(void)
{
	arena = ehc_arena_new();
	ehc_source_from(&source, arena, EHC_STR("draft.ehc"), EHC_STR(plan_text));
	findings = (struct ehc_findings){ .arena = arena };
	plan = (struct ehc_plan){ .kind = EHC_DOC_EHC_PLAN, .reference = EHC_STR("ECC-1"), .source = &source, .arena = arena };
	result = (struct ehc_result){ .source = &source, .plan = &plan, .findings = &findings };
	f1 = (struct ehc_item){ .kind = EHC_ITEM_PROVISION, .id = "F1", .id_written = EHC_STR("F1"), .section = EHC_F };
	f2 = (struct ehc_item){ .kind = EHC_ITEM_PROVISION, .id = "F2", .id_written = EHC_STR("F2"), .section = EHC_F };
	options = (struct ehc_report_options){ .as_of = ehc_day_of(2026, 5, 1), .width = 100 };
}

static void
tear_down(void)
{
	ehc_arena_free(arena);
}

/* The whole report of one format; the caller frees it. */
static struct ehc_buf
report_as(const char *format)
{
	const struct ehc_reporter *reporter = ehc_reporter_find(format);
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_totals t = { .files = 0 };

	ck_assert_ptr_nonnull(reporter);
	ehc_findings_finish(&findings);
	reporter->begin(&out, &options);
	ehc_totals_add(&t, &result);
	reporter->file(&out, &result, &options, 0);
	reporter->end(&out, &t, &options);
	return out;
}

static void
assert_has(const struct ehc_buf *out, const char *words)
{
	ck_assert_msg(strstr(out->ptr, words) != NULL, "\"%s\" is not in:\n%s", words, out->ptr);
}

static void
assert_lacks(const struct ehc_buf *out, const char *words)
{
	ck_assert_msg(strstr(out->ptr, words) == NULL, "\"%s\" is in:\n%s", words, out->ptr);
}

/* ---- groups and counts ---- */

START_TEST(findings_of_one_cause_count_once)
{
	static const int cause = 0;
	struct ehc_totals t = { .files = 0 };
	struct ehc_group *groups;
	size_t n;

	flag(&empty_slot, "Regular", &f1, "how long is missing")->cause = &cause;
	flag(&vague, "as required", &f1, "no one can be held to this")->cause = &cause;
	flag(&advice_note, "support", &f2, "a note");
	ehc_findings_finish(&findings);
	groups = ehc_groups(&findings, &n);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(groups[0].count, 2);
	ehc_totals_add(&t, &result);
	ck_assert_uint_eq(t.errors, 1);
	ck_assert_uint_eq(t.notes, 1);
	ck_assert_uint_eq(t.warnings, 0);
}
END_TEST

START_TEST(an_accepted_finding_does_not_lead_its_group)
{
	static const int cause = 0;
	struct ehc_finding *gravest = flag(&vague, "Regular", &f1, "accepted");
	struct ehc_finding *other = flag(&advice_note, "as required", &f1, "open");
	struct ehc_group *groups;
	size_t n;

	gravest->cause = other->cause = &cause;
	gravest->accepted = EHC_STR("the parent asked for it; lead officer, 12 June 2026");
	ehc_findings_finish(&findings);
	groups = ehc_groups(&findings, &n);
	ck_assert_uint_eq(n, 1);
	ck_assert_ptr_eq(groups[0].lead, other);
	ck_assert_int_eq(groups[0].state, EHC_GROUP_OPEN);
}
END_TEST

START_TEST(words_lead_before_what_is_missing)
{
	static const int cause = 0;
	struct ehc_finding *missing = flag(&empty_slot, "F1", &f1, "Provision F1 does not say how often.");
	struct ehc_finding *words = flag(&vague, "as required", &f1, "\"as required\" can be never");
	struct ehc_group *groups;
	struct ehc_buf out;
	size_t n;

	missing->cause = words->cause = &cause;
	missing->missing = EHC_STR("how often");
	out = report_as("text");
	groups = ehc_groups(&findings, &n);
	ck_assert_ptr_eq(groups[0].lead, words);
	assert_has(&out, "missing: how often (QUANT-001)\n");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(missed_dates_and_things_to_do_are_counted_apart)
{
	struct ehc_totals t = { .files = 0 };

	flag(&late, "EHC plan", NULL, "the plan came late");
	flag(&vague, "Regular", &f1, "for the nurse to say")->todo = true;
	flag(&vague, "support", &f2, "kept")->accepted = EHC_STR("reason; role, 1 May 2026");
	ehc_findings_finish(&findings);
	ehc_totals_add(&t, &result);
	ck_assert_uint_eq(t.errors, 0);
	ck_assert_uint_eq(t.missed, 1);
	ck_assert_uint_eq(t.todo, 1);
	ck_assert_uint_eq(t.accepted, 1);
}
END_TEST

START_TEST(an_unconfirmed_source_is_not_cited)
{
	ck_assert_str_eq(ehc_rule_source(&vague), "SEND Code of Practice 9.69");
	ck_assert_str_eq(ehc_rule_source(&empty_slot), "");
}
END_TEST

/* ---- the terminal ---- */

START_TEST(a_block_shows_place_words_reason_and_remedy)
{
	struct ehc_finding *f = flag(&vague, "Regular", &f1, "\"regular\" says neither how long nor how often");
	struct ehc_buf out;

	f->suggestion = EHC_STR("<minutes>, <times> a week");
	ehc_finding_relate(&findings, f, span_of("EHC plan"), EHC_STR("the plan it stands in"));
	out = report_as("text");
	assert_has(&out, "error SPEC-001 in provision F1\n  \"regular\" says neither how long nor how often\n");
	assert_has(&out, "  --> draft.ehc:3:15\n");
	assert_has(&out, "     3 | provision F1: Regular speech therapy as required.\n       |               ^^^^^^^\n");
	assert_has(&out, "why:     Nobody could say whether it happened. [SEND Code of Practice 9.69]");
	assert_has(&out, "help:    Say who, what, how long and how often.");
	assert_has(&out, "instead: <minutes>, <times> a week");
	assert_has(&out, "see:     line 1: the plan it stands in");
	assert_has(&out, "1 error, 0 warnings and 0 notes in draft.ehc.");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(notes_and_accepted_findings_are_shown_only_when_asked)
{
	struct ehc_buf out;

	flag(&advice_note, "support", &f2, "a thing to look at");
	flag(&vague, "Regular", &f1, "kept as it is")->accepted = EHC_STR("the parent asked for it; lead officer, 12 June 2026");
	out = report_as("text");
	assert_lacks(&out, "a thing to look at");
	assert_lacks(&out, "kept as it is");
	assert_has(&out, "No errors or warnings, 1 note in draft.ehc; 1 accepted.");
	ehc_buf_free(&out);
	options.all = true;
	out = report_as("text");
	assert_has(&out, "a thing to look at");
	assert_has(&out, "Accepted: the parent asked for it; lead officer, 12 June 2026.");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(a_rule_gives_its_reason_once)
{
	struct ehc_buf out;

	flag(&vague, "Regular", &f1, "first");
	flag(&vague, "as required", &f1, "second");
	out = report_as("text");
	assert_has(&out, "why:     as above [SEND Code of Practice 9.69]");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(a_missed_date_stands_in_a_block_of_its_own)
{
	struct ehc_buf out;

	flag(&late, "EHC plan", NULL, "The plan was sent 12 days late.")->step_of = EHC_STR("the council");
	out = report_as("text");
	assert_has(&out, "Dates already missed: no edit mends these");
	assert_has(&out, "The step was for: the council.");
	assert_has(&out, "No errors, warnings or notes in draft.ehc; 1 date already missed.");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(control_characters_never_reach_the_terminal)
{
	struct ehc_buf out;

	flag(&vague, "support", &f2, "a message with \x1B[2J in it");
	out = report_as("text");
	ck_assert_ptr_null(memchr(out.ptr, 0x1B, out.len));
	assert_has(&out, "<U+001B>");
	ehc_buf_free(&out);
	options.color = true;
	out = report_as("text");
	assert_has(&out, "\033[1;31merror SPEC-001\033[0m");
	assert_lacks(&out, "\033[2J");
	ehc_buf_free(&out);
}
END_TEST

/* ---- source lines ---- */

static struct ehc_buf
excerpt_of(struct ehc_span span, size_t width)
{
	static const struct ehc_ink none = { "", "", "" };
	struct ehc_mark mark = { span, '^' };
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_excerpt(&out, &source, &mark, 1, width, &none);
	return out;
}

START_TEST(wide_characters_take_two_columns_and_marks_none)
{
	struct ehc_buf out = excerpt_of(span_of("support"), 80);

	/* two ideographs are four columns, and one blank */
	assert_has(&out, "\n       |                    ^^^^^^^\n");
	ehc_buf_free(&out);
	out = excerpt_of(span_of("cafe\xCC\x81"), 100);
	assert_has(&out, "^^^^\n");
	assert_lacks(&out, "^^^^^");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(a_tab_goes_to_the_next_stop)
{
	struct ehc_buf out;

	ehc_source_from(&source, arena, EHC_STR("t.ehc"), EHC_STR("a\tbc here\n"));
	out = excerpt_of(span_of("here"), 80);
	assert_has(&out, " 1 | a   bc here\n       |        ^^^^\n");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(words_over_two_lines_are_underlined_on_both)
{
	struct ehc_buf out = excerpt_of(span_of("goes over\n    two lines"), 80);

	assert_has(&out, "     5 | provision F3: A sentence that goes over\n       |                               ^^^^^^^^^\n");
	assert_has(&out, "     6 |     two lines of the plan.\n       |     ^^^^^^^^^\n");
	ehc_buf_free(&out);
}
END_TEST

/* Numbers need more room than was thought when blank lines lie between. */
START_TEST(line_numbers_may_grow_within_an_excerpt)
{
	struct ehc_buf text = { NULL, 0, 0 }, out;

	for (int i = 1; i < 9990; i++)
		ehc_buf_char(&text, '\n');
	ehc_buf_cstr(&text, "first words\n");
	for (int i = 0; i < 20; i++)
		ehc_buf_char(&text, '\n');
	ehc_buf_cstr(&text, "last words\n");
	ehc_source_from(&source, arena, EHC_STR("blank.ehc"), ehc_buf_text(&text));
	out = excerpt_of((struct ehc_span){ 9989, (uint32_t)text.len - 1 }, 80);
	ck_assert_str_eq(out.ptr, "  9990 | first words\n       | ^^^^^^^^^^^\n  10011 | last words\n       | ^^^^^^^^^^\n");
	ehc_buf_free(&out);
	ehc_buf_free(&text);
}
END_TEST

START_TEST(a_long_line_is_cut_around_the_fault)
{
	struct ehc_buf text = { NULL, 0, 0 }, out;

	for (int i = 0; i < 5000; i++)
		ehc_buf_cstr(&text, "many words ");
	ehc_buf_cstr(&text, "FAULT");
	for (int i = 0; i < 5000; i++)
		ehc_buf_cstr(&text, " more words");
	ehc_source_from(&source, arena, EHC_STR("long.ehc"), ehc_buf_text(&text));
	out = excerpt_of(span_of("FAULT"), 80);
	assert_has(&out, "FAULT");
	assert_has(&out, "^^^^^\n");
	assert_has(&out, "| ... ");
	for (char *line = strtok(out.ptr, "\n"); line != NULL; line = strtok(NULL, "\n"))
		ck_assert_uint_le(strlen(line), 80);
	ehc_buf_free(&out);
	ehc_buf_free(&text);
}
END_TEST

START_TEST(text_wraps_at_blanks_within_the_width)
{
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_wrap(&out, EHC_STR("one two\nthree  four five"), 4, 2, 14);
	ck_assert_str_eq(out.ptr, "one two\n  three four\n  five");
	ehc_buf_free(&out);
}
END_TEST

/* ---- JSON ---- */

START_TEST(json_carries_every_fact)
{
	struct ehc_finding *f = flag(&vague, "Regular", &f1, "quote \" and \\ and\nline");
	struct ehc_buf out;

	f->suggestion = EHC_STR("<who>");
	ehc_finding_relate(&findings, f, span_of("EHC plan"), EHC_STR("see here"));
	out = report_as("json");
	assert_has(&out, "\"version\":1,\"tool\":{\"name\":\"ehc\",\"version\":\"" EHC_VERSION "\"},\"as_of\":\"2026-05-01\"");
	assert_has(&out, "\"path\":\"draft.ehc\",\"kind\":\"EHC plan\",\"reference\":\"ECC-1\",\"failure\":null");
	assert_has(&out, "\"rule\":\"SPEC-001\",\"severity\":\"error\"");
	assert_has(&out, "\"message\":\"quote \\\" and \\\\ and\\nline\"");
	assert_has(&out, "\"pack\":\"national-2014\",\"section\":\"F\",\"item\":\"F1\",\"class\":\"wording\",\"group\":1,\"clock\":false");
	assert_has(&out, "\"line\":3,\"column\":15,\"end_line\":3,\"end_column\":22,\"text\":\"Regular\"");
	assert_has(&out, "\"source\":\"SEND Code of Practice 9.69\"");
	assert_has(&out, "\"related\":[{\"line\":1,\"column\":1,\"message\":\"see here\"}]");
	assert_has(&out, "\"accepted\":null");
	assert_has(&out, "\"summary\":{\"files\":1,\"failed\":0,\"errors\":1,\"warnings\":0,\"notes\":0,\"accepted\":0,\"missed\":0,\"todo\":0,\"known\":0,\"vanished\":0}");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(json_takes_an_acceptance_apart)
{
	struct ehc_accept accept = { .rule = EHC_STR("spec-001"), .reason = EHC_STR("the parent asked for it"),
	    .role = EHC_STR("lead officer"), .day = ehc_day_of(2026, 6, 12) };
	struct ehc_buf out;

	f1.accepts = &accept;
	f1.naccepts = 1;
	flag(&vague, "Regular", &f1, "kept")->accepted = EHC_STR("the parent asked for it; lead officer, 12 June 2026");
	out = report_as("json");
	assert_has(&out, "\"accepted\":{\"reason\":\"the parent asked for it\",\"role\":\"lead "
	    "officer\",\"date\":\"2026-06-12\"}");
	ehc_buf_free(&out);
}
END_TEST

START_TEST(a_file_that_failed_is_an_entry)
{
	struct ehc_buf out;

	result.failure = EHC_STR("cannot be read: Permission denied");
	result.plan = NULL;
	out = report_as("json");
	assert_has(&out, "\"kind\":null,\"reference\":null,\"failure\":\"cannot be read: Permission denied\",\"findings\":[]}");
	assert_has(&out, "\"failed\":1");
	ehc_buf_free(&out);
	out = report_as("text");
	assert_has(&out, "1 file could not be read and was not checked.");
	ehc_buf_free(&out);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("report");
	TCase *groups = tcase_create("groups"), *terminal = tcase_create("terminal"), *lines = tcase_create("lines"),
	    *json = tcase_create("json");

	tcase_add_checked_fixture(groups, set_up, tear_down);
	tcase_add_test(groups, findings_of_one_cause_count_once);
	tcase_add_test(groups, an_accepted_finding_does_not_lead_its_group);
	tcase_add_test(groups, words_lead_before_what_is_missing);
	tcase_add_test(groups, missed_dates_and_things_to_do_are_counted_apart);
	tcase_add_test(groups, an_unconfirmed_source_is_not_cited);
	tcase_add_checked_fixture(terminal, set_up, tear_down);
	tcase_add_test(terminal, a_block_shows_place_words_reason_and_remedy);
	tcase_add_test(terminal, notes_and_accepted_findings_are_shown_only_when_asked);
	tcase_add_test(terminal, a_rule_gives_its_reason_once);
	tcase_add_test(terminal, a_missed_date_stands_in_a_block_of_its_own);
	tcase_add_test(terminal, control_characters_never_reach_the_terminal);
	tcase_add_checked_fixture(lines, set_up, tear_down);
	tcase_add_test(lines, wide_characters_take_two_columns_and_marks_none);
	tcase_add_test(lines, a_tab_goes_to_the_next_stop);
	tcase_add_test(lines, words_over_two_lines_are_underlined_on_both);
	tcase_add_test(lines, line_numbers_may_grow_within_an_excerpt);
	tcase_add_test(lines, a_long_line_is_cut_around_the_fault);
	tcase_add_test(lines, text_wraps_at_blanks_within_the_width);
	tcase_add_checked_fixture(json, set_up, tear_down);
	tcase_add_test(json, json_carries_every_fact);
	tcase_add_test(json, json_takes_an_acceptance_apart);
	tcase_add_test(json, a_file_that_failed_is_an_entry);
	suite_add_tcase(s, groups);
	suite_add_tcase(s, terminal);
	suite_add_tcase(s, lines);
	suite_add_tcase(s, json);
	return run_suite(s);
}
