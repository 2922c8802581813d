/*
 * answers.c - the head of the first page, for who has ten seconds: what share of the plans would stand up, what to mend
 * first, what to read first. Where a figure is hidden, its place says so in words: a gap would look like nothing to say.
 */
#include "pages/pages.h"

enum { FIRST = 3 };             /* of a list */

static bool
is_shown(const struct ehc_panel_cell *cell)
{
	return cell->hidden == EHC_PANEL_SHOWN;
}

static void
begin_answer(struct pages *g, const char *id, const char *heading)
{
	qa_printf(&g->q, "<section class=\"answer\" aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id, heading);
}

static void
end_answer(struct pages *g, const char *link, const char *words)
{
	qa_printf(&g->q, "<p><a href=\"%s\">%s</a></p>\n</section>\n", link, words);
}

/* ---- what share would stand up ---- */

static void
put_share(struct pages *g, const char *tag, int64_t part, int64_t whole, const char *words)
{
	if (whole > 0)
		qa_printf(&g->q, "<%s%s><b>%lld%%</b> %s <span class=\"light\">%lld of %lld</span></%s>\n", tag, tag[0] == 'p' ? " class=\"main\"" : "",
		    (long long)((200 * part + whole) / (2 * whole)), words, (long long)part, (long long)whole, tag);
}

static void
put_clean(struct pages *g)
{
	const struct ehc_panel_table *t = pages_find(g, "drafting-by-kind");
	const struct ehc_panel_row *row = ehc_panel_row_find(t, "all");
	const struct ehc_panel_cell *clean = &row->cells[pages_column(t, "clean")];

	if (g->p->plans_counted == 0)
		qa_put(&g->q, "<p class=\"main\">No plan was counted.</p>\n");
	else if (is_shown(clean))
		put_share(g, "p", clean->value, (int64_t)g->p->plans_counted,
		    "of plans have no error of wording, missing parts or safety");
	else if (clean->hidden == EHC_PANEL_FEW)
		qa_printf(&g->q, "<p class=\"main\"><b>Fewer than %d</b> of %zu plans have no error of wording, missing parts or safety. "
		    "<span class=\"light\">The number is hidden: it concerns fewer than %d plans.</span></p>\n", (int)EHC_PANEL_FEWEST,
		    g->p->plans_counted, (int)EHC_PANEL_FEWEST);
	else
		qa_printf(&g->q, "<p class=\"main\"><b>Hidden</b> how many plans have no error of wording, missing parts or safety: it would give away a "
		    "figure of fewer than %d plans</p>\n", (int)EHC_PANEL_FEWEST);
}

static void
put_hidden(struct pages *g, const char *words)
{
	qa_printf(&g->q, "<li><b>Hidden</b>: %s. A figure behind it concerns fewer than %d plans.</li>\n", words, (int)EHC_PANEL_FEWEST);
}

/* With and without exceptions that are claimed; those not due yet are left out. */
static void
put_in_time(struct pages *g)
{
	static const char *const columns[] = { "in-time", "excused", "late", "missing" };
	const struct ehc_panel_table *t = pages_find(g, "timeliness");
	const struct ehc_panel_row *row = ehc_panel_row_find(t, "final");
	int64_t values[EHC_COUNT(columns)], whole = 0;

	for (size_t i = 0; i < EHC_COUNT(columns); i++) {
		const struct ehc_panel_cell *cell = &row->cells[pages_column(t, columns[i])];

		if (!is_shown(cell)) {
			put_hidden(g, "how many final plans came within 20 weeks");
			return;
		}
		values[i] = cell->value;
		whole += cell->value;
	}
	put_share(g, "li", values[0], whole, "of final plans that were due came within 20 weeks");
	if (values[1] > 0)
		put_share(g, "li", values[0] + values[1], whole, "with those for which an exception is claimed");
}

static void
put_quantified(struct pages *g)
{
	const struct ehc_panel_table *t = pages_find(g, "quantified");
	const struct ehc_panel_row *row = ehc_panel_row_find(t, "F");
	int64_t whole = 0;

	for (size_t c = 0; c < t->ncolumns; c++) {
		if (!is_shown(&row->cells[c])) {
			put_hidden(g, "how much of the provision in section F has hours that can be worked out");
			return;
		}
		whole += row->cells[c].value;
	}
	put_share(g, "li", row->cells[pages_column(t, "full")].value, whole, "of provisions in section F have hours that can be worked out");
}

static void
put_stand_up(struct pages *g)
{
	begin_answer(g, "stand-up", "How many would stand up?");
	put_clean(g);
	qa_put(&g->q, "<ul>\n");
	put_quantified(g);
	put_in_time(g);
	if (g->p->failed > 0)
		qa_printf(&g->q, "<li class=\"late\"><b>%zu</b> file%s could not be read</li>\n", g->p->failed, g->p->failed == 1 ? "" : "s");
	qa_put(&g->q, "</ul>\n");
	end_answer(g, "#grades", "Grades of every section and standard");
}

/* ---- what to mend first ---- */

static bool
is_error(const struct ehc_panel_row *row)
{
	const struct ehc_rule *rule = ehc_rule_find(row->id);

	return rule != NULL && rule->severity == EHC_ERROR;
}

static void
put_rule(struct pages *g, const struct ehc_panel_table *t, const struct ehc_panel_row *row)
{
	const struct ehc_panel_cell *plans = &row->cells[pages_column(t, "plans")];
	const struct ehc_rule *rule = ehc_rule_find(row->id);

	qa_put(&g->q, "<li>");
	qa_words(&g->q, rule->title);
	qa_printf(&g->q, " <span class=\"light\"><span class=\"code\">%s</span>, ", rule->id);
	pages_put_cell(g, &t->columns[0], plans);
	qa_printf(&g->q, " plan%s</span></li>\n", is_shown(plans) && plans->value == 1 ? "" : "s");
}

static void
put_mend(struct pages *g)
{
	const struct ehc_panel_table *t = pages_find(g, "commonest-findings");
	size_t n = 0;

	begin_answer(g, "mend", "What to mend first?");
	for (size_t r = 0; r < t->nrows && n < FIRST; r++) {
		if (!is_error(&t->rows[r]))
			continue;
		if (n++ == 0)
			qa_put(&g->q, "<p>What most plans fall short of:</p>\n<ol>\n");
		put_rule(g, t, &t->rows[r]);
	}
	qa_put(&g->q, n > 0 ? "</ol>\n" : "<p>No error is common to several plans.</p>\n");
	end_answer(g, "findings.html", "All that is found most often");
}

/* ---- what to read first ---- */

/* The gravest reason; the others stand in the list. */
static const char *
reason_of(const struct ehc_panel_plan *plan)
{
	for (unsigned i = 0; i < EHC_READ_REASONS; i++)
		if ((plan->reasons & 1u << i) != 0)
			return ehc_panel_reason_words(1u << i);
	return "It has the most to mend.";
}

static void
put_read(struct pages *g)
{
	size_t n = g->p->reading.count;

	begin_answer(g, "read-first", "What to read first?");
	if (n == 0)
		qa_put(&g->q, "<p>No plan stands out: read the sample.</p>\n");
	else {
		qa_put(&g->q, "<ol>\n");
		for (size_t i = 0; i < n && i < FIRST; i++) {
			qa_put(&g->q, "<li><strong>");
			pages_put_plan(g, g->p->reading.items[i].number);
			qa_put(&g->q, "</strong> ");
			qa_words(&g->q, reason_of(&g->p->reading.items[i]));
			qa_put(&g->q, "</li>\n");
		}
		qa_put(&g->q, "</ol>\n");
	}
	qa_printf(&g->q, "<p><a href=\"#reading\">%s</a></p>\n</section>\n", n > FIRST ? "More plans, and where to look in each" : "Where to look in them");
}

void
pages_put_answers(struct pages *g)
{
	qa_put(&g->q, "<div class=\"answers\">\n");
	put_stand_up(g);
	put_mend(g);
	put_read(g);
	qa_put(&g->q, "</div>\n<p class=\"notice\"><strong>Grades here are advice to a panel, never a verdict.</strong> A program has read the words. "
	    "How many plans are wanting says nothing about who wrote them under what pressure; what the family found and whether the "
	    "provision is given are in no figure.</p>\n");
}
