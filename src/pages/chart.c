/*
 * chart.c - pictures of tables: bars, and stacked bars of shares. Each stands above the table that holds its figures, so that
 * nothing is said by colour alone; what is hidden in the table is hatched or left out here.
 */
#include "pages/pages.h"

#include <string.h>

enum {                          /* units of the picture */
	WIDTH = 1080, AFTER = 110, PITCH = 28, HEIGHT = 20, TOP = 6,
	LETTER = 8, LEAST_LABEL = 120, MOST_LABEL = 600,
	DIGIT = 9,              /* width of a figure inside a bar */
};

/* Bars stand right of the longest label. */
struct chart { struct pages *g; const struct ehc_panel_table *table; const struct pages_part *part; int label, bar; };

static bool
is_sum(const struct ehc_panel_row *row)
{
	return ehc_str_is(row->id, "all");
}

static size_t
count_rows(const struct ehc_panel_table *t, const struct pages_part *part, bool sums)
{
	size_t n = 0;

	for (size_t r = 0; r < t->nrows; r++)
		n += pages_row_is_in(part, &t->rows[r]) && (sums || !is_sum(&t->rows[r]));
	return n;
}

static struct chart
chart_of(struct pages *g, const struct ehc_panel_table *t, const struct pages_part *part)
{
	struct chart c = { .g = g, .table = t, .part = part, .label = LEAST_LABEL };

	for (size_t r = 0; r < t->nrows; r++) {
		int wide = (int)ehc_utf8_count(t->rows[r].name) * LETTER + 16;

		if (pages_row_is_in(part, &t->rows[r]) && wide > c.label)
			c.label = wide;
	}
	c.label = c.label < MOST_LABEL ? c.label : MOST_LABEL;
	c.bar = WIDTH - AFTER - c.label;
	return c;
}

static void
begin(struct pages *g, const struct ehc_panel_table *t, size_t rows)
{
	qa_printf(&g->q, "<div class=\"picture chart\" role=\"region\" aria-label=\"Chart: %s\" tabindex=\"0\">\n<svg role=\"img\" aria-label=\"Picture of the table below: %s\" viewBox=\"0 0 %d %d\" "
	    "xmlns=\"http://www.w3.org/2000/svg\">\n", t->title, t->title, (int)WIDTH, 2 * TOP + PITCH * (int)rows);
}

static void
put_label(const struct chart *c, struct ehc_str name, int y)
{
	qa_printf(&c->g->q, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", c->label - 10, y + HEIGHT - 5);
	qa_short(&c->g->q, name, MOST_LABEL / LETTER);
	qa_put(&c->g->q, "</text>");
}

static void
put_after(struct pages *g, int x, int y, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell)
{
	struct ehc_buf words = { NULL, 0, 0 };

	ehc_buf_panel_cell(&words, column, cell);
	qa_printf(&g->q, "<text x=\"%d\" y=\"%d\">", x + 8, y + HEIGHT - 5);
	qa_text(&g->q, ehc_buf_text(&words));
	ehc_buf_free(&words);
	qa_put(&g->q, "</text>\n");
}

/* ---- bars ---- */

/* The column that is drawn: hours where there are any, else the first. */
static size_t
bar_column(const struct ehc_panel_table *t)
{
	for (size_t c = 0; c < t->ncolumns; c++)
		if (t->columns[c].measure == EHC_PANEL_HOURS)
			return c;
	return 0;
}

static void
put_bars(const struct chart *chart)
{
	struct pages *g = chart->g;
	const struct ehc_panel_table *t = chart->table;
	const struct pages_part *part = chart->part;
	size_t at = bar_column(t);
	int64_t most = 1;
	int y = TOP;

	for (size_t r = 0; r < t->nrows; r++)
		if (!is_sum(&t->rows[r]) && pages_row_is_in(part, &t->rows[r]) && t->rows[r].cells[at].value > most)
			most = t->rows[r].cells[at].value;
	begin(g, t, count_rows(t, part, false));
	for (size_t r = 0; r < t->nrows; r++) {
		const struct ehc_panel_cell *cell = &t->rows[r].cells[at];
		int width = (int)((double)cell->value / (double)most * chart->bar);

		if (is_sum(&t->rows[r]) || !pages_row_is_in(part, &t->rows[r]))
			continue;
		put_label(chart, t->rows[r].name, y);
		qa_printf(&g->q, "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", chart->label, y, width, (int)HEIGHT);
		put_after(g, chart->label + width, y, &t->columns[at], cell);
		y += PITCH;
	}
	qa_put(&g->q, "</svg>\n</div>\n");
}

/* ---- stacked bars ---- */

/* From worst to best, or from best to worst where the first column is the best; the last of five is "nothing to say". */
static const char *
tone_of(const struct ehc_panel_table *t, size_t c)
{
	static const char *const rising[] = { "s1", "s2", "s3", "s4", "s0" };
	static const char *const falling3[] = { "s4", "s2", "s1" };
	static const char *const falling[] = { "s4", "s3", "s2", "s1", "s0" };
	bool from_worst = strcmp(t->columns[0].id, "much") == 0;

	if (from_worst)
		return rising[c < 5 ? c : 4];
	return t->ncolumns == 3 ? falling3[c] : falling[c < 5 ? c : 4];
}

/* What the row's bar stands for, or 0 where that is hidden or nothing. */
static int64_t
whole_of(const struct ehc_panel_table *t, const struct ehc_panel_row *row)
{
	int64_t sum = 0;

	if (t->has_totals)
		return row->plans.hidden == EHC_PANEL_SHOWN ? row->plans.value : 0;
	for (size_t c = 0; c < t->ncolumns; c++)
		if (row->cells[c].hidden == EHC_PANEL_SHOWN)
			sum += row->cells[c].value;
	return sum;
}

static void
put_piece(struct pages *g, const char *tone, int x, int end, int y, int64_t value)
{
	int digits = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 6;

	qa_printf(&g->q, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", tone, x, y, end - x, (int)HEIGHT);
	if (value > 0 && end - x > digits * DIGIT + 6)
		qa_printf(&g->q, "<text class=\"on-%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%lld</text>", tone, (x + end) / 2, y + HEIGHT - 5,
		    (long long)value);
}

static void
put_stack(const struct chart *chart, const struct ehc_panel_row *row, int y)
{
	static const struct ehc_panel_column plans = { .measure = EHC_PANEL_PLANS };
	struct pages *g = chart->g;
	const struct ehc_panel_table *t = chart->table;
	int64_t whole = whole_of(t, row), before = 0;
	int x = chart->label, last = chart->label + chart->bar;

	put_label(chart, row->name, y);
	if (whole == 0) {
		qa_printf(&g->q, "<text x=\"%d\" y=\"%d\">%s</text>\n", chart->label, y + HEIGHT - 5,
		    t->has_totals && row->plans.hidden != EHC_PANEL_SHOWN ? "hidden: too few plans" : "none");
		return;
	}
	for (size_t c = 0; c < t->ncolumns; c++) {
		const struct ehc_panel_cell *cell = &row->cells[c];
		int end;

		if (cell->hidden != EHC_PANEL_SHOWN || cell->value == 0)
			continue;
		before += cell->value;
		end = chart->label + (int)(before * chart->bar / whole);
		put_piece(g, tone_of(t, c), x, end, y, cell->value);
		x = end;
	}
	if (before < whole)
		put_piece(g, "sx", x, last, y, 0);
	if (t->has_totals)
		put_after(g, last, y, &plans, &row->plans);
	else
		qa_printf(&g->q, "<text x=\"%d\" y=\"%d\">%lld</text>\n", last + 8, y + HEIGHT - 5, (long long)whole);
}

static bool
hides(const struct ehc_panel_table *t, const struct pages_part *part)
{
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t c = 0; c < t->ncolumns; c++)
			if (pages_row_is_in(part, &t->rows[r]) && t->rows[r].cells[c].hidden != EHC_PANEL_SHOWN)
				return true;
	return false;
}

static void
put_legend(struct pages *g, const struct ehc_panel_table *t, bool hidden)
{
	qa_put(&g->q, "<ul class=\"legend\">\n");
	for (size_t c = 0; c < t->ncolumns; c++) {
		qa_printf(&g->q, "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><rect class=\"%s\" width=\"40\" height=\"12\"/></svg> ",
		    tone_of(t, c));
		qa_words(&g->q, t->columns[c].heading);
		qa_put(&g->q, "</li>\n");
	}
	if (hidden)
		qa_put(&g->q, "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><rect class=\"sx\" width=\"40\" height=\"12\"/></svg> hidden</li>\n");
	qa_put(&g->q, "</ul>\n");
}

static void
put_stacks(const struct chart *chart)
{
	struct pages *g = chart->g;
	const struct ehc_panel_table *t = chart->table;
	const struct pages_part *part = chart->part;
	int y = TOP;

	begin(g, t, count_rows(t, part, true));
	for (size_t r = 0; r < t->nrows; r++)
		if (pages_row_is_in(part, &t->rows[r])) {
			put_stack(chart, &t->rows[r], y);
			y += PITCH;
		}
	qa_put(&g->q, "</svg>\n</div>\n");
	put_legend(g, t, hides(t, part));
}

void
pages_put_chart(struct pages *g, const struct ehc_panel_table *t, const struct pages_part *part)
{
	struct chart chart = chart_of(g, t, part);

	if (t->chart == EHC_PANEL_BARS && count_rows(t, part, false) > 0)
		put_bars(&chart);
	else if (t->chart == EHC_PANEL_STACK && count_rows(t, part, true) > 0)
		put_stacks(&chart);
}
