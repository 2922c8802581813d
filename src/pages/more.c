/*
 * more.c - the pages to look closer: findings and copied sentences, groups of plans, commissioning, health care plans.
 */
#include "pages/pages.h"

#include <string.h>

static void
put_part(struct pages *g, enum ehc_panel_part part)
{
	for (const struct ehc_panel_table *t = g->p->tables; t != NULL; t = t->next)
		if (t->part == part)
			pages_put_table(g, t, NULL);
}

/* ---- findings ---- */

static void
put_numbers(struct pages *g, const struct ehc_panel_shared *one)
{
	for (size_t i = 0; i < one->nnumbers; i++) {
		qa_put(&g->q, i > 0 ? ", " : "");
		pages_put_plan(g, one->numbers[i]);
	}
	if (one->plans > one->nnumbers)
		qa_printf(&g->q, " and %zu more", (size_t)one->plans - one->nnumbers);
}

static void
put_shared(struct pages *g)
{
	static const char *const heads[] = { "Where it first stands", "Plans", "Which", "The sentence" };
	struct qa_table t;

	qa_section(&g->q, "shared", "Sentences that plans of different children share");
	if (g->p->shared_in_all == 0) {
		qa_put(&g->q, "<p>None was found.</p>\n");
		qa_end_section(&g->q);
		return;
	}
	qa_printf(&g->q, "<p>%zu sentence%s. A long sentence in several plans was written for none of these children; whether it fits is for a "
	    "person who knows them.</p>\n", g->p->shared_in_all, g->p->shared_in_all == 1 ? "" : "s");
	qa_table(&g->q, &t, "Shared sentences, those in most plans first", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < g->p->shared.count; i++) {
		const struct ehc_panel_shared *one = &g->p->shared.items[i];

		qa_row(&g->q, &t);
		qa_cell(&g->q, &t);
		if (one->nnumbers > 0) {
			pages_put_plan(g, one->numbers[0]);
			qa_put(&g->q, " ");
		}
		qa_text(&g->q, one->item);
		qa_cell(&g->q, &t);
		qa_printf(&g->q, "%u", one->plans);
		qa_cell(&g->q, &t);
		put_numbers(g, one);
		qa_cell(&g->q, &t);
		if (one->quote.len > 0)
			qa_short(&g->q, one->quote, 240);
		else
			qa_printf(&g->q, "<span class=\"light\">%zu words; shown with --quotes</span>", one->words);
		qa_end_row(&g->q, &t);
	}
	qa_end_table(&g->q);
	qa_end_section(&g->q);
}

void
pages_put_findings(struct pages *g)
{
	qa_section(&g->q, "common", "Findings");
	put_part(g, EHC_PANEL_FINDINGS);
	qa_end_section(&g->q);
	put_shared(g);
}

/* ---- groups ---- */

/* "by-locality" of "drafting-by-locality": the tables of one way to group stand together. */
static const char *
way_of(const struct ehc_panel_table *t)
{
	const char *at = strstr(t->id, "by-");

	return at != NULL ? at : t->id;
}

void
pages_put_groups(struct pages *g)
{
	const char *way = "";

	for (const struct ehc_panel_table *t = g->p->tables; t != NULL; t = t->next) {
		if (t->part != EHC_PANEL_GROUPS)
			continue;
		if (strcmp(way_of(t), way) != 0) {
			if (way[0] != '\0')
				qa_end_section(&g->q);
			way = way_of(t);
			qa_section(&g->q, way, t->first);
		}
		pages_put_table(g, t, NULL);
	}
	if (way[0] == '\0')
		qa_put(&g->q, "<p>There are no groups to compare.</p>\n");
	else
		qa_end_section(&g->q);
}

/* ---- commissioning ---- */

void
pages_put_commissioning(struct pages *g)
{
	qa_section(&g->q, "hours", "Hours a year");
	qa_put(&g->q, "<p>Worked out from the words of the plans: what is promised, not what is given. What cannot be counted stands beside it, for it is "
	    "demand too. No figure says whether an amount is enough.</p>\n");
	put_part(g, EHC_PANEL_COMMISSIONING);
	qa_end_section(&g->q);
}

/* ---- health care plans ---- */

static void
put_lapses(struct pages *g, const struct ehc_panel_due *due, size_t lapse)
{
	size_t n = 0;

	for (size_t w = 0; w < EHC_WHENS; w++)
		if (due->counts[lapse][w] > 0) {
			qa_printf(&g->q, "%s<span class=\"%s\">%s%u%s %s</span>", n++ > 0 ? "<br>" : "", w == EHC_WHEN_LAPSED ? "late" : "soon",
			    w == EHC_WHEN_LAPSED ? "&#10007; " : "&#9651; ", due->counts[lapse][w], due->counts[lapse][w] == 255 ? " or more" : "",
			    ehc_panel_when_words((enum ehc_panel_when)w));
		}
	if (n == 0)
		qa_put(&g->q, "<span class=\"light\">none</span>");
}

/* More rows than that nobody reads on a page. */
enum { MOST_DUE = 200 };

static void
put_due(struct pages *g)
{
	static const char *const heads[] = { "Plan", "Training", "Medicines", "Consent", "Review", "Tasks on one person" };
	size_t listed = g->p->due.count < MOST_DUE ? g->p->due.count : MOST_DUE;
	struct qa_table t;

	if (g->p->due.count == 0) {
		qa_put(&g->q, "<p>Nothing has lapsed, and nothing lapses within 60 days.</p>\n");
		return;
	}
	if (listed < g->p->due.count)
		qa_printf(&g->q, "<p>The first %zu of %zu, by how much has lapsed. <a href=\"lapsing-plans.csv\">All of them, as CSV</a>.</p>\n",
		    listed, g->p->due.count);
	qa_table(&g->q, &t, "Plans in which something has lapsed or lapses soon; each plan has its dates", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < listed; i++) {
		const struct ehc_panel_due *due = &g->p->due.items[i];

		qa_row(&g->q, &t);
		qa_cell(&g->q, &t);
		pages_put_plan(g, due->number);
		for (size_t l = 0; l < EHC_LAPSES; l++) {
			qa_cell(&g->q, &t);
			put_lapses(g, due, l);
		}
		qa_cell(&g->q, &t);
		qa_printf(&g->q, "%u", due->alone);
		qa_end_row(&g->q, &t);
	}
	qa_end_table(&g->q);
}

static bool
hides_anything(const struct pages *g, enum ehc_panel_part part)
{
	for (const struct ehc_panel_table *t = g->p->tables; t != NULL; t = t->next)
		for (size_t r = 0; r < t->nrows && t->part == part; r++)
			for (size_t c = 0; c < t->ncolumns; c++)
				if (t->rows[r].cells[c].hidden != EHC_PANEL_SHOWN)
					return true;
	return false;
}

/* The list comes first: it says what to do, and hides nothing. */
void
pages_put_health_plans(struct pages *g)
{
	qa_section(&g->q, "plans", "Which plans need something done");
	put_due(g);
	qa_end_section(&g->q);
	qa_section(&g->q, "lapsing", "What lapses");
	if (hides_anything(g, EHC_PANEL_HEALTH))
		qa_put(&g->q, "<p class=\"notice\"><strong>Why so much is hidden below:</strong> a count of fewer than five plans could tell who a child is, "
		    "and few plans make few counts that are larger. Nothing is wrong with the plans or the report. The list above is whole.</p>\n");
	put_part(g, EHC_PANEL_HEALTH);
	qa_end_section(&g->q);
	qa_section(&g->q, "grades", "Grades");
	pages_put_table(g, pages_find(g, "health-grades-by-standard"), NULL);
	qa_end_section(&g->q);
}
