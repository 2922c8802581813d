/*
 * table.c - one table of the panel: its picture where it has one, its figures, and the file that holds them.
 */
#include "pages/pages.h"

#include <string.h>

bool
pages_row_is_in(const struct pages_part *part, const struct ehc_panel_row *row)
{
	return part == NULL || part->row == NULL || part->row(row, part->agency);
}

static bool
column_is_in(const struct pages_part *part, const struct ehc_panel_column *column)
{
	return part == NULL || part->column == NULL || part->column(column, part->agency);
}

const struct ehc_panel_table *
pages_find(const struct pages *g, const char *id)
{
	const struct ehc_panel_table *t = ehc_panel_find(g->p, id);

	if (t == NULL)
		EHC_BUG("no table is called %s", id);
	return t;
}

size_t
pages_column(const struct ehc_panel_table *t, const char *id)
{
	for (size_t c = 0; c < t->ncolumns; c++)
		if (strcmp(t->columns[c].id, id) == 0)
			return c;
	EHC_BUG("no column of %s is called %s", t->id, id);
}

void
pages_put_cell(struct pages *g, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell)
{
	struct ehc_buf words = { NULL, 0, 0 };

	ehc_buf_panel_cell(&words, column, cell);
	if (cell->hidden != EHC_PANEL_SHOWN)
		qa_put(&g->q, "<span class=\"light\">");
	qa_text(&g->q, ehc_buf_text(&words));
	if (cell->hidden != EHC_PANEL_SHOWN)
		qa_put(&g->q, "</span>");
	ehc_buf_free(&words);
}

void
pages_put_plan(struct pages *g, unsigned number)
{
	qa_printf(&g->q, "P%u", number);
}

/* ---- heat: the deeper, the more; the figure itself stands in each cell ---- */

static int64_t
most_of(const struct ehc_panel_table *t, const struct pages_part *part)
{
	int64_t most = 0;

	for (size_t r = 0; r < t->nrows; r++)
		for (size_t c = 0; c < t->ncolumns; c++)
			if (pages_row_is_in(part, &t->rows[r]) && column_is_in(part, &t->columns[c]) && t->rows[r].cells[c].value > most)
				most = t->rows[r].cells[c].value;
	return most;
}

/* Five steps, each of twice the one before it: a few large figures do not wash out the rest. */
static const char *
heat_of(const struct ehc_panel_cell *cell, int64_t most)
{
	static const char *const names[] = { "h0", "h1", "h2", "h3", "h4", "h5" };
	size_t step = 5;

	if (cell->hidden != EHC_PANEL_SHOWN)
		return "hx";
	if (cell->value <= 0)
		return names[0];
	for (int64_t limit = most / 2; step > 1 && cell->value <= limit; limit /= 2)
		step--;
	return names[step];
}

/* ---- the table ---- */

static size_t
rows_in(const struct ehc_panel_table *t, const struct pages_part *part)
{
	size_t n = 0;

	for (size_t r = 0; r < t->nrows; r++)
		n += pages_row_is_in(part, &t->rows[r]);
	return n;
}

/* The id of a rule, where the name begins with it, does not break across lines. */
static void
put_name(struct pages *g, const struct ehc_panel_row *row)
{
	size_t n = row->id.len;

	if (n == 0 || n >= row->name.len || !ehc_str_starts_nocase(row->name, ehc_arena_cstr(g->q.arena, row->id)) || row->name.ptr[n] != ':') {
		qa_text(&g->q, row->name);
		return;
	}
	qa_put(&g->q, "<span class=\"code\">");
	qa_text(&g->q, row->id);
	qa_put(&g->q, ":</span> ");
	qa_text(&g->q, ehc_str_sub(row->name, n + 1, row->name.len));
}

static void
put_row(struct pages *g, struct qa_table *table, const struct ehc_panel_table *t, const struct pages_part *part, const struct ehc_panel_row *row)
{
	static const struct ehc_panel_column plans = { .measure = EHC_PANEL_PLANS };
	int64_t most = t->chart == EHC_PANEL_HEAT ? most_of(t, part) : 0;

	qa_row_of(&g->q, table, ehc_str_is(row->id, "all") ? "sum" : "part");
	qa_cell(&g->q, table);
	put_name(g, row);
	for (size_t c = 0; c < t->ncolumns; c++) {
		if (!column_is_in(part, &t->columns[c]))
			continue;
		if (t->chart == EHC_PANEL_HEAT)
			qa_cell_of(&g->q, table, heat_of(&row->cells[c], most));
		else
			qa_cell(&g->q, table);
		pages_put_cell(g, &t->columns[c], &row->cells[c]);
	}
	if (t->has_totals) {
		qa_cell(&g->q, table);
		pages_put_cell(g, &plans, &row->plans);
	}
	qa_end_row(&g->q, table);
}

static void
put_figures(struct pages *g, const struct ehc_panel_table *t, const struct pages_part *part)
{
	const char **heads = EHC_NEW_ARRAY(g->q.arena, const char *, t->ncolumns + 2);
	struct qa_table table;
	size_t n = 0;

	heads[n++] = t->first;
	for (size_t c = 0; c < t->ncolumns; c++)
		if (column_is_in(part, &t->columns[c]))
			heads[n++] = t->columns[c].heading;
	if (t->has_totals)
		heads[n++] = "Plans in all";
	qa_printf(&g->q, "<div class=\"figures%s\">\n", t->chart == EHC_PANEL_HEAT ? " heat" : "");
	qa_table(&g->q, &table, t->title, heads, n);
	for (size_t r = 0; r < t->nrows; r++)
		if (pages_row_is_in(part, &t->rows[r]))
			put_row(g, &table, t, part, &t->rows[r]);
	qa_end_table(&g->q);
	qa_put(&g->q, "</div>\n");
}

void
pages_put_table(struct pages *g, const struct ehc_panel_table *t, const struct pages_part *part)
{
	if (rows_in(t, part) == 0)
		return;
	qa_printf(&g->q, "<h3>%s</h3>\n", t->title);
	if (t->about != NULL && t->about[0] != '\0') {
		qa_put(&g->q, "<p>");
		qa_words(&g->q, t->about);
		qa_put(&g->q, "</p>\n");
	}
	pages_put_chart(g, t, part);
	put_figures(g, t, part);
	if (t->pooled > 0)
		qa_printf(&g->q, "<p class=\"light\">%zu more that too few plans share are put together in one row.</p>\n", t->pooled);
	qa_printf(&g->q, "<p class=\"file\"><a href=\"%s.csv\">%s, as CSV</a></p>\n", t->id, t->title);
}
