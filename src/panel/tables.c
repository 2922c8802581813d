/*
 * tables.c - what was read, how it is graded, and whether the law's dates were kept.
 */
#include "panel/panel.h"

#include "qa/qa.h"

#include <string.h>

#define PLANS EHC_PANEL_PLANS

static bool
is_plan(const struct record *r)
{
	return r->kind == KIND_EHC_PLAN || r->kind == KIND_HEALTH_PLAN;
}

/* ---- what was read ---- */

static const struct ehc_panel_column count_columns[] = { { "plans", "How many", PLANS, false } };

static void
documents(struct batch *b)
{
	static const char *const ids[KINDS] = { "ehc-plan", "health-care-plan", "other", "not-read" };
	static const char *const names[KINDS] = { "EHC plans", "Health care plans", "Advice, templates and profiles: not counted below",
		"Not read" };
	struct ehc_panel_table *t = panel_table(b, "documents", EHC_PANEL_SUMMARY, "What was read",
	    "Every file that was named or found. A file that could not be read is listed with its reason and counted nowhere else.",
	    "Kind", count_columns, EHC_COUNT(count_columns));

	for (unsigned k = 0; k < KINDS; k++) {
		size_t n = 0;

		for (size_t i = 0; i < b->n; i++)
			n += b->records[i].kind == k;
		panel_cell_plans(&panel_row(b, t, ehc_str_of(ids[k]), ehc_str_of(names[k]))->cells[0], n);
	}
	panel_total_row(b, t, "All files", b->n);
}

/* ---- grades ---- */

static const struct ehc_panel_column grade_columns[] = {
	{ "much", "Much to mend", PLANS, false }, { "work", "Needs work", PLANS, false }, { "nearly", "Nearly clear", PLANS, true },
	{ "clear", "Clear", PLANS, true }, { "none", "Nothing to grade", PLANS, false },
};

/* In the order of the columns. */
static size_t
column_of(enum ehc_grade g)
{
	return g == EHC_GRADE_NONE ? 4 : (size_t)g - 1;
}

static struct ehc_panel_table *
grade_table(struct batch *b, const char *id, const char *title, const char *first)
{
	struct ehc_panel_table *t = panel_table(b, id, EHC_PANEL_GRADES, title,
	    "How many plans have which grade. Grades are advice to a panel, made from what the words leave open; dates already missed lower none.",
	    first, grade_columns, EHC_COUNT(grade_columns));

	t->chart = EHC_PANEL_STACK;
	t->columns_are_parts = t->has_totals = true;
	return t;
}

static void
grade_row(struct batch *b, struct ehc_panel_table *t, struct ehc_str id, struct ehc_str name, size_t member, enum record_kind kind)
{
	struct ehc_panel_row *row = panel_row(b, t, id, name);
	size_t counts[EHC_GRADES] = { 0 }, plans = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->records[i].kind == kind) {
			counts[column_of(((const uint8_t *)&b->records[i])[member])]++;
			plans++;
		}
	for (size_t c = 0; c < EHC_GRADES; c++)
		panel_cell_plans(&row->cells[c], counts[c]);
	panel_cell_plans(&row->plans, plans);
}

/* Standards are named on pages with the typographic apostrophe of HTML. */
static struct ehc_str
plain(struct batch *b, const char *name)
{
	struct ehc_buf out = { NULL, 0, 0 };
	const char *at;

	while ((at = strstr(name, "&rsquo;")) != NULL) {
		ehc_buf_bytes(&out, name, (size_t)(at - name));
		ehc_buf_cstr(&out, "\xE2\x80\x99");
		name = at + strlen("&rsquo;");
	}
	ehc_buf_cstr(&out, name);
	return ehc_buf_take(&out, b->arena);
}

static void
standards(struct batch *b, const char *id, const char *title, enum ehc_doc_kind doc, enum record_kind kind)
{
	const struct ehc_plan some = { .kind = doc };
	size_t n;
	const struct qa_standard *all = qa_standards(&some, &n);
	struct ehc_panel_table *t = grade_table(b, id, title, "Standard");

	for (size_t i = 0; i < n && i < EHC_PANEL_STANDARDS; i++)
		grade_row(b, t, ehc_arena_printf(b->arena, "%zu", i + 1), plain(b, all[i].name), offsetof(struct record, standards) + i, kind);
}

static void
grades(struct batch *b)
{
	struct ehc_panel_table *t = grade_table(b, "grades-by-section", "EHC plans: grade of each section", "Section");

	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		grade_row(b, t, ehc_str_of(ehc_section_name((enum ehc_section)s)), ehc_arena_printf(b->arena, "%s: %s",
		    ehc_section_name((enum ehc_section)s), ehc_section_subject((enum ehc_section)s)),
		    offsetof(struct record, sections) + (size_t)s, KIND_EHC_PLAN);
	t = grade_table(b, "grades-by-agency", "EHC plans: grade of each agency's part", "Agency");
	for (int a = 0; a < EHC_AGENCIES; a++)
		grade_row(b, t, ehc_arena_printf(b->arena, "%d", a + 1), ehc_str_of(ehc_agency_name((enum ehc_agency)a)),
		    offsetof(struct record, agencies) + (size_t)a, KIND_EHC_PLAN);
	standards(b, "grades-by-standard", "EHC plans: grade of each standard", EHC_DOC_EHC_PLAN, KIND_EHC_PLAN);
	standards(b, "health-grades-by-standard", "Health care plans: grade of each standard", EHC_DOC_HEALTH_PLAN, KIND_HEALTH_PLAN);
}

/* ---- dates ---- */

static const struct ehc_panel_column time_columns[] = {
	{ "in-time", "In time", PLANS, true }, { "excused", "Late, exception claimed", PLANS, false }, { "late", "Late", PLANS, false },
	{ "missing", "Past its date, not recorded", PLANS, false }, { "not-due", "Not due yet", PLANS, true },
};

static void
steps(struct batch *b)
{
	static const struct { const char *id, *name; } rows[STEPS] = {
		[STEP_DECIDE] = { "decision", "Decision whether to assess: 6 weeks" },
		[STEP_FINAL] = { "final", "Final plan: 20 weeks" },
		[STEP_REVIEW_DECISION] = { "review-decision", "Decision after a review: 4 weeks" },
		[STEP_REVIEW_FINAL] = { "review-final", "Amended plan after a review: 12 weeks" },
		[STEP_REVIEW_DUE] = { "review", "Review not past its day" },
		[STEP_PHASE] = { "phase-transfer", "Next setting named before a move of phase" },
	};
	struct ehc_panel_table *t = panel_table(b, "timeliness", EHC_PANEL_TIME, "EHC plans: were the dates kept?",
	    "Only plans that record the step's beginning are counted. Whether an exception that is claimed truly made a limit "
	    "impracticable is for a person. How well a plan is written plays no part here.",
	    "Step", time_columns, EHC_COUNT(time_columns));

	t->chart = EHC_PANEL_STACK;
	t->columns_are_parts = t->has_totals = true;
	for (size_t s = 0; s < STEPS; s++) {
		struct ehc_panel_row *row = panel_row(b, t, ehc_str_of(rows[s].id), ehc_str_of(rows[s].name));
		size_t counts[STANDINGS] = { 0 }, plans = 0;

		for (size_t i = 0; i < b->n; i++)
			if (b->records[i].kind == KIND_EHC_PLAN)
				counts[b->records[i].steps[s]]++;
		for (size_t k = STEP_IN_TIME; k < STANDINGS; k++) {
			panel_cell_plans(&row->cells[k - STEP_IN_TIME], counts[k]);
			plans += counts[k];
		}
		panel_cell_plans(&row->plans, plans);
	}
}

static void
advice(struct batch *b)
{
	static const struct ehc_panel_column columns[] = {
		{ "in-time", "In time", EHC_PANEL_ITEMS, true }, { "excused", "Late, exception claimed", EHC_PANEL_ITEMS, false },
		{ "late", "Late", EHC_PANEL_ITEMS, false }, { "missing", "Past its date, not recorded", EHC_PANEL_ITEMS, false },
		{ "not-due", "Not due yet", EHC_PANEL_ITEMS, true },
	};
	struct ehc_panel_table *t = panel_table(b, "advice", EHC_PANEL_TIME, "EHC plans: advice within 6 weeks of asking",
	    "Pieces of advice whose asking is dated, by whose advice it is: a service, never a person.", "Adviser", columns, EHC_COUNT(columns));

	for (unsigned k = 0; k <= panel_advisers.n; k++) {
		struct ehc_panel_row *row = panel_row(b, t, ehc_str_of(panel_kind_id(&panel_advisers, k)),
		    ehc_str_of(panel_kind_name(&panel_advisers, k)));

		for (size_t s = STEP_IN_TIME; s < STANDINGS; s++)
			panel_cell_items(&row->cells[s - STEP_IN_TIME], b->sums->advice[k][s], b->sums->advice_plans[k][s]);
	}
}

void
panel_tables(struct batch *b)
{
	size_t plans = 0;

	for (size_t i = 0; i < b->n; i++)
		plans += is_plan(&b->records[i]);
	b->panel->plans_counted = plans;
	documents(b);
	grades(b);
	steps(b);
	advice(b);
	panel_tables_findings(b);
	panel_tables_groups(b);
	panel_tables_commissioning(b);
	panel_tables_health(b);
}
