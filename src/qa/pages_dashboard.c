/*
 * pages_dashboard.c - the first page: how good the plans are at a glance, which to read first and why, what the panel is to
 * sample, grades, and timeliness apart from them.
 */
#include "qa/pages.h"

#include <string.h>

/* ---- at a glance ---- */

/* NULL where no plan made such a row. */
static const struct ehc_panel_cell *
cell_of(const struct pages *g, const char *table, const char *row, const char *column)
{
	const struct ehc_panel_table *t = pages_find(g, table);
	const struct ehc_panel_row *r = ehc_panel_row_find(t, row);
	size_t c = pages_column(t, column);

	return r != NULL ? &r->cells[c] : NULL;
}

static bool
is_shown(const struct ehc_panel_cell *cell)
{
	return cell != NULL && cell->hidden == EHC_PANEL_SHOWN;
}

static void
put_share(struct pages *g, int64_t part, int64_t whole, const char *words)
{
	if (whole > 0)
		qa_printf(&g->q, "<li><b>%lld%%</b> %s <span class=\"light\">%lld of %lld</span></li>\n",
		    (long long)((200 * part + whole) / (2 * whole)), words, (long long)part, (long long)whole);
}

static void
put_clean(struct pages *g)
{
	const struct ehc_panel_cell *clean = cell_of(g, "drafting-by-kind", "all", "clean");

	if (is_shown(clean))
		put_share(g, clean->value, (int64_t)g->p->plans_counted, "of plans have no error of wording, missing parts or safety");
}

/* With and without exceptions that are claimed; those not due yet are left out. */
static void
put_in_time(struct pages *g)
{
	static const char *const columns[] = { "in-time", "excused", "late", "missing" };
	int64_t values[EHC_COUNT(columns)], whole = 0;

	for (size_t i = 0; i < EHC_COUNT(columns); i++) {
		const struct ehc_panel_cell *cell = cell_of(g, "timeliness", "final", columns[i]);

		if (!is_shown(cell))
			return;
		values[i] = cell->value;
		whole += cell->value;
	}
	put_share(g, values[0], whole, "of final plans that were due came within 20 weeks");
	if (values[1] > 0)
		put_share(g, values[0] + values[1], whole, "with those for which an exception is claimed");
}

static void
put_quantified(struct pages *g)
{
	const struct ehc_panel_table *t = pages_find(g, "quantified");
	const struct ehc_panel_row *row = ehc_panel_row_find(t, "F");
	int64_t whole = 0;

	for (size_t c = 0; row != NULL && c < t->ncolumns; c++) {
		if (!is_shown(&row->cells[c]))
			return;
		whole += row->cells[c].value;
	}
	if (whole > 0)
		put_share(g, row->cells[0].value, whole, "of provisions in section F have hours that can be worked out");
}

static void
put_glance(struct pages *g)
{
	qa_put(&g->q, "<ul class=\"counts\" aria-label=\"At a glance\">\n");
	qa_printf(&g->q, "<li><b>%zu</b> plan%s counted</li>\n", g->p->plans_counted, g->p->plans_counted == 1 ? "" : "s");
	if (g->p->failed > 0)
		qa_printf(&g->q, "<li class=\"error\"><b>%zu</b> not read</li>\n", g->p->failed);
	put_clean(g);
	put_in_time(g);
	put_quantified(g);
	qa_put(&g->q, "</ul>\n<p class=\"notice\"><strong>Grades here are advice to a panel, never a verdict.</strong> A program has read the words. "
	    "How many plans are wanting says nothing about who wrote them under what pressure; what the family found and whether the "
	    "provision is given are in no figure.</p>\n");
}

/* ---- lists of plans ---- */

static void
put_name(struct pages *g, const struct ehc_panel_plan *plan)
{
	pages_put_plan(g, plan->number);
	if (plan->name.len > 0) {
		qa_put(&g->q, " ");
		qa_text(&g->q, plan->name);
	}
	if (plan->reference.len > 0) {
		qa_put(&g->q, ", ");
		qa_text(&g->q, plan->reference);
	}
	if (plan->path.len > 0) {
		qa_put(&g->q, " <span class=\"light\">");
		qa_text(&g->q, plan->path);
		qa_put(&g->q, "</span>");
	}
}

static void
put_kind(struct pages *g, const struct ehc_panel_plan *plan)
{
	qa_words(&g->q, plan->kind);
	if (plan->status[0] != '\0') {
		qa_put(&g->q, ", ");
		qa_words(&g->q, plan->status);
	}
}

static void
put_found(struct pages *g, const struct ehc_panel_plan *plan)
{
	qa_printf(&g->q, "%u error%s, %u warning%s", plan->errors, plan->errors == 1 ? "" : "s", plan->warnings, plan->warnings == 1 ? "" : "s");
	if (plan->lowest != EHC_GRADE_NONE && plan->lowest_section != EHC_NO_SECTION)
		qa_printf(&g->q, "; lowest section %s, <span class=\"grade g%d\">%s</span>", ehc_section_name((enum ehc_section)plan->lowest_section),
		    (int)plan->lowest, ehc_grade_name(plan->lowest));
}

static void
put_reasons(struct pages *g, const struct ehc_panel_plan *plan)
{
	size_t n = 0;

	for (unsigned i = 0; i < EHC_READ_REASONS; i++)
		if ((plan->reasons & 1u << i) != 0) {
			qa_put(&g->q, n++ > 0 ? " " : "");
			qa_words(&g->q, ehc_panel_reason_words(1u << i));
		}
	if (plan->failure.len > 0) {
		qa_put(&g->q, " It ");
		qa_text(&g->q, plan->failure);
		qa_put(&g->q, ".");
	}
}

static void
put_look(struct pages *g, const struct ehc_panel_plan *plan)
{
	for (size_t i = 0; i < plan->look.count; i++) {
		const struct ehc_panel_quote *one = &plan->look.items[i];

		qa_put(&g->q, i == 0 ? "" : plan->look.items[i - 1].words.len > 0 ? "<br>" : ", ");
		qa_words(&g->q, one->rule);
		if (one->item.len > 0) {
			qa_put(&g->q, " ");
			qa_text(&g->q, one->item);
		}
		if (one->words.len > 0) {
			qa_put(&g->q, ": &ldquo;");
			qa_short(&g->q, one->words, 200);
			qa_put(&g->q, "&rdquo;");
		}
	}
}

static void
put_reading(struct pages *g)
{
	static const char *const heads[] = { "Plan", "What it is", "Why read it", "Findings", "Where to look first" };
	struct qa_table t;

	qa_section(&g->q, "reading", "What to read first, and why");
	if (g->p->reading.count == 0)
		qa_put(&g->q, "<p>No plan stands out: read the sample.</p>\n");
	else {
		qa_table(&g->q, &t, "Plans, the gravest first", heads, EHC_COUNT(heads));
		for (size_t i = 0; i < g->p->reading.count; i++) {
			const struct ehc_panel_plan *plan = &g->p->reading.items[i];

			qa_row(&g->q, &t);
			qa_cell(&g->q, &t);
			put_name(g, plan);
			qa_cell(&g->q, &t);
			put_kind(g, plan);
			qa_cell(&g->q, &t);
			put_reasons(g, plan);
			qa_cell(&g->q, &t);
			put_found(g, plan);
			qa_cell(&g->q, &t);
			put_look(g, plan);
			qa_end_row(&g->q, &t);
		}
		qa_end_table(&g->q);
	}
	qa_end_section(&g->q);
}

static void
put_plans(struct pages *g, const struct ehc_panel_plans *plans, const char *caption)
{
	static const char *const heads[] = { "Plan", "What it is", "Findings" };
	struct qa_table t;

	if (plans->count == 0)
		return;
	qa_table(&g->q, &t, caption, heads, EHC_COUNT(heads));
	for (size_t i = 0; i < plans->count; i++) {
		qa_row(&g->q, &t);
		qa_cell(&g->q, &t);
		put_name(g, &plans->items[i]);
		qa_cell(&g->q, &t);
		put_kind(g, &plans->items[i]);
		qa_cell(&g->q, &t);
		put_found(g, &plans->items[i]);
		qa_end_row(&g->q, &t);
	}
	qa_end_table(&g->q);
}

static void
put_sample(struct pages *g)
{
	if (g->p->sample.count + g->p->waived.count == 0)
		return;
	qa_section(&g->q, "sample", "The sample for the panel");
	if (g->p->sample.count > 0)
		qa_printf(&g->q, "<p>Drawn with seed %llu: the same plans, number and seed draw the same sample again. "
		    "<a href=\"marking-sheet.csv\">The marking sheet</a> has a line for each question.</p>\n", (unsigned long long)g->p->seed);
	put_plans(g, &g->p->sample, "The sample");
	put_plans(g, &g->p->waived, "Beside it: plans in which somebody accepted an error with a reason");
	qa_end_section(&g->q);
}

static void
put_failures(struct pages *g)
{
	static const char *const heads[] = { "File", "Why it was not read" };
	struct qa_table t;

	if (g->p->failures.count == 0)
		return;
	qa_table(&g->q, &t, "Files that could not be read", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < g->p->failures.count; i++) {
		qa_row(&g->q, &t);
		qa_cell(&g->q, &t);
		put_name(g, &g->p->failures.items[i]);
		qa_cell(&g->q, &t);
		qa_text(&g->q, g->p->failures.items[i].failure);
		qa_end_row(&g->q, &t);
	}
	qa_end_table(&g->q);
}

/* ---- the page ---- */

void
pages_put_dashboard(struct pages *g)
{
	put_glance(g);
	pages_put_trend(g);
	qa_section(&g->q, "agencies", "Each agency");
	pages_put_table(g, pages_find(g, "grades-by-agency"), NULL);
	qa_end_section(&g->q);
	put_reading(g);
	put_sample(g);
	qa_section(&g->q, "grades", "Grades");
	pages_put_table(g, pages_find(g, "grades-by-section"), NULL);
	pages_put_table(g, pages_find(g, "grades-by-standard"), NULL);
	qa_end_section(&g->q);
	qa_section(&g->q, "time", "Timeliness, apart from how plans are written");
	pages_put_table(g, pages_find(g, "timeliness"), NULL);
	pages_put_table(g, pages_find(g, "advice"), NULL);
	qa_end_section(&g->q);
	qa_section(&g->q, "read", "What was read");
	pages_put_table(g, pages_find(g, "documents"), NULL);
	put_failures(g);
	qa_end_section(&g->q);
}
