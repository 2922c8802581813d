/*
 * table.c - tables and labelled facts. A row stands on one page unless it is tall: then it goes on, line by line, on the
 * next. The heads of columns are drawn again on each page, as decoration: a screen reader has
 * them from the table itself.
 */
#include "pdf.h"

#include <math.h>
#include <string.h>

#define PAD_X 6.0
#define PAD_Y 3.6
#define SHORT_ROW 60.0                  /* less than four lines: it would look lost */
#define TALL_ROW 0.33                   /* of a page: to keep such a row whole would leave too much of a page empty */
#define FEWEST 5                        /* lines of a tall row on either side of a page break */

struct grid {
	struct pdf *p;
	const struct ehc_block *table;
	double x, width, size, leading;
	double *lefts, *widths;         /* by column */
	struct pdf_element *element;
};

/* What a column's content would take on one line, but no more than `most`. */
static double
content_width(const struct grid *g, size_t column, double most)
{
	const struct pdf_style style = { g->size, g->leading, EHC_COLOUR_TEXT, column == 0 };
	double widest = 0;

	for (const struct ehc_table_row *r = g->table->rows; r != NULL && widest < most; r = r->next)
		for (const struct ehc_block *b = r->cells[column].first; b != NULL && widest < most; b = b->next) {
			double w = b->kind == EHC_BLOCK_PARAGRAPH ? pdf_runs_width(g->p, &b->runs, &style, most) : most;

			widest = w > widest ? w : widest;
		}
	return widest < most ? widest : most;
}

/* The longest word of a column's head: it is not to be cut. */
static double
head_width(const struct grid *g, size_t column)
{
	const struct pdf_style style = { g->size, g->leading, EHC_COLOUR_TABLE_HEAD_TEXT, true };
	struct ehc_str rest = g->table->columns[column].heading, word;
	double widest = 0;

	while (ehc_str_split(&rest, ' ', &word)) {
		double w = pdf_words_width(g->p, word, &style);

		widest = w > widest ? w : widest;
	}
	return widest;
}

/* Columns take what they need up to their share; what they leave goes to those that could use more, in proportion. */
static void
fit_columns(struct grid *g)
{
	double left = g->width, full = 0;
	bool *wants = EHC_NEW_ARRAY(g->p->arena, bool, g->table->ncolumns);

	for (size_t i = 0; i < g->table->ncolumns; i++) {
		double share = g->widths[i], least = head_width(g, i) + 2 * PAD_X + 0.1, need = content_width(g, i, share) + 2 * PAD_X + 0.1;

		wants[i] = need > share;
		g->widths[i] = wants[i] ? share : need;
		if (g->widths[i] < least)
			g->widths[i] = least;
		left -= g->widths[i];
		full += wants[i] ? g->widths[i] : 0;
	}
	for (size_t i = 0; i < g->table->ncolumns; i++)
		if (wants[i])
			g->widths[i] += left * g->widths[i] / full;
	if (full <= 0)                  /* nothing is long: the last column takes the rest, so that rules and heads reach across */
		g->widths[g->table->ncolumns - 1] += left;
}

static struct grid
grid_of(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f)
{
	struct grid g = { p, b, f->x, f->width, pdf_size(p, EHC_SIZE_TABLES), 0, NULL, NULL, pdf_element(p, f->parent, "Table") };
	double x = f->x;
	int total = 0;

	if (b->tone == EHC_TONE_QUIET && g.size > pdf_size(p, EHC_SIZE_SMALL))
		g.size = pdf_size(p, EHC_SIZE_SMALL);
	g.leading = p->sheet > 0 ? f->leading : pdf_leading(g.size);
	g.lefts = EHC_NEW_ARRAY(p->arena, double, b->ncolumns);
	g.widths = EHC_NEW_ARRAY(p->arena, double, b->ncolumns);
	/* labels in cards are large, and need a third of the width */
	if (b->kind == EHC_BLOCK_FACTS && p->style->layout == EHC_LAYOUT_CARDS)
		b->columns[0].weight = b->columns[1].weight / 2;
	for (size_t i = 0; i < b->ncolumns; i++)
		total += b->columns[i].weight;
	for (size_t i = 0; i < b->ncolumns; i++)
		g.widths[i] = f->width * b->columns[i].weight / (total > 0 ? total : 1);
	if (b->kind == EHC_BLOCK_TABLE && !b->steady)
		fit_columns(&g);
	for (size_t i = 0; i < b->ncolumns; i++) {
		g.lefts[i] = x;
		x += g.widths[i];
	}
	return g;
}

static void
add_marks(const struct grid *g, struct pdf_strip *to, const struct pdf_strip *from, double y)
{
	for (size_t i = 0; i < from->marks.count; i++) {
		struct pdf_mark m = from->marks.items[i];

		m.y += y;
		PDF_PUSH(g->p->arena, &to->marks, m);
	}
}

static void
rule_below(const struct grid *g, struct pdf_strip *s)
{
	PDF_PUSH(g->p->arena, &s->marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_RULES, .x = g->x, .y = s->height,
	    .width = g->width, .height = 0.6 });
}

/* Facts are unheaded: each row's label says what stands beside it. */
static struct pdf_strip *
head_row(struct grid *g)
{
	struct pdf *p = g->p;
	struct pdf_style style = { g->size, g->leading, EHC_COLOUR_TABLE_HEAD_TEXT, true };
	struct pdf_element *row = pdf_element(p, pdf_element(p, g->element, "THead"), "TR");
	struct pdf_strip *head = EHC_NEW(p->arena, struct pdf_strip);
	double tallest = 0;
	struct pdf_strip text = { 0 };

	for (size_t i = 0; i < g->table->ncolumns; i++) {
		struct pdf_element *th = pdf_element(p, row, "TH");
		struct ehc_run words = { .text = g->table->columns[i].heading };
		struct ehc_runs runs = { &words, 1, 1 };
		struct pdf_strips lines = { 0 };
		double y = 4;

		th->attributes = "<</O/Table/Scope/Column>>";
		PDF_PUSH(p->arena, &text.marks, (struct pdf_mark){ .kind = PDF_MARK_HERE, .element = th });
		pdf_set_runs(p, &runs, &style, g->lefts[i] + PAD_X, g->widths[i] - 2 * PAD_X, th, &lines);
		for (size_t k = 0; k < lines.count; k++) {
			add_marks(g, &text, &lines.items[k], y);
			y += lines.items[k].height;
		}
		if (y + 4 > tallest)
			tallest = y + 4;
	}
	head->height = tallest;
	head->keep = true;
	PDF_PUSH(p->arena, &head->marks, (struct pdf_mark){ .kind = PDF_MARK_FILL, .colour = EHC_COLOUR_TABLE_HEADS, .x = g->x, .width = g->width, .height = tallest });
	PDF_PUSH(p->arena, &head->marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_HEADINGS, .x = g->x, .y = tallest, .width = g->width, .height = 1 });
	add_marks(g, head, &text, 0);
	return head;
}

/* The strips of each cell of a row, and its elements. */
static struct pdf_strips *
flow_cells(struct grid *g, const struct ehc_table_row *r, struct pdf_element *row)
{
	struct pdf *p = g->p;
	struct pdf_strips *cells = EHC_NEW_ARRAY(p->arena, struct pdf_strips, g->table->ncolumns);

	for (size_t i = 0; i < g->table->ncolumns; i++) {
		struct pdf_element *cell = pdf_element(p, row, i == 0 ? "TH" : "TD");
		struct pdf_frame f = { g->lefts[i] + PAD_X, g->widths[i] - 2 * PAD_X, cell, g->size, g->leading, i == 0, true,
		    pdf_is_lone(r->cells[i].first) };
		struct pdf_strip here = { 0 };

		if (i == 0)
			cell->attributes = "<</O/Table/Scope/Row>>";
		pdf_flow(p, r->cells[i].first, &f, &cells[i]);
		/* every cell is told of, also an empty one */
		PDF_PUSH(p->arena, &here.marks, (struct pdf_mark){ .kind = PDF_MARK_HERE, .element = cell });
		if (cells[i].count > 0)
			add_marks(g, &here, &cells[i].items[0], 0);
		if (cells[i].count > 0)
			cells[i].items[0].marks = here.marks;
		else
			EHC_PUSH(p->arena, &cells[i], here);
	}
	return cells;
}

/* A row, which may be taken off part by part. */
struct pdf_row {
	struct grid g;
	struct pdf_strips *cells;
	size_t *taken;                  /* by column: how many of its strips */
	const struct pdf_strip *head;
	struct ehc_str anchor;
	bool begun;
};

/* Index after the last strip of a cell that fits; one at least is taken, and lines that keep together are not parted. */
static size_t
fitting_strips(const struct pdf_strips *cell, size_t first, double room)
{
	size_t end = first;
	double y = 0;

	for (; end < cell->count; end++) {
		y += (end == first ? 0 : cell->items[end].before) + cell->items[end].height;
		if (end > first && y > room)
			break;
	}
	for (size_t i = end; i < cell->count && i > first + 1; i--)
		if (!cell->items[i - 1].keep)
			return i;
	return end;
}

/* What goes on from the page before says of what: the row's own head again, as decoration, where it is one line. */
static void
put_head_again(const struct pdf_row *row, struct pdf_strip *part)
{
	const struct pdf_strips *cell = &row->cells[0];

	if (cell->count != 1 || row->g.table->kind != EHC_BLOCK_TABLE)
		return;
	for (size_t i = 0; i < cell->items[0].marks.count; i++) {
		struct pdf_mark m = cell->items[0].marks.items[i];

		m.element = NULL;
		m.y += PAD_Y;
		if (m.kind == PDF_MARK_TEXT)
			PDF_PUSH(row->g.p->arena, &part->marks, m);
	}
}

bool
pdf_row_take(struct pdf_row *row, double room, struct pdf_strip *part)
{
	struct grid *g = &row->g;
	double top = PAD_Y, tallest = top;
	bool left = false;

	*part = (struct pdf_strip){ .again = row->head };
	if (row->begun)
		put_head_again(row, part);
	if (!row->begun && row->anchor.len > 0)
		PDF_PUSH(g->p->arena, &part->marks, (struct pdf_mark){ .kind = PDF_MARK_ANCHOR, .target = row->anchor });
	for (size_t i = 0; i < g->table->ncolumns; i++) {
		const struct pdf_strips *cell = &row->cells[i];
		size_t first = row->taken[i], end = first < cell->count ? fitting_strips(cell, first, room - top - PAD_Y) : first;
		double y = top;

		for (size_t k = first; k < end; k++) {
			y += k == first ? 0 : cell->items[k].before;
			add_marks(g, part, &cell->items[k], y);
			y += cell->items[k].height;
		}
		row->taken[i] = end;
		left = left || end < cell->count;
		tallest = y > tallest ? y : tallest;
	}
	row->begun = true;
	part->height = tallest + (left ? 0 : PAD_Y);
	if (!left)
		rule_below(g, part);
	return left;
}

double
pdf_row_least(const struct pdf_row *row)
{
	return row->g.leading * FEWEST + PAD_Y;
}

static void
put_row(struct grid *g, const struct ehc_table_row *r, struct pdf_element *body, const struct pdf_strip *head, struct pdf_strips *out)
{
	struct pdf *p = g->p;
	struct pdf_row *row = EHC_NEW(p->arena, struct pdf_row);
	struct pdf_strip whole;

	*row = (struct pdf_row){ *g, flow_cells(g, r, pdf_element(p, body, "TR")), EHC_NEW_ARRAY(p->arena, size_t, g->table->ncolumns), head,
	    r->anchor, false };
	pdf_row_take(row, INFINITY, &whole);
	if (whole.height > p->page.depth * TALL_ROW) {
		memset(row->taken, 0, g->table->ncolumns * sizeof(*row->taken));
		row->begun = false;
		whole.row = row;
	}
	EHC_PUSH(p->arena, out, whole);
}

/* In cards a table's rows stand one under the other, each as facts labelled by the columns' names. */
static void
flow_stacked(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	struct ehc_document *d = ehc_document_new(p->arena);

	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
		struct ehc_block *facts = ehc_block_facts(d, NULL, b->caption);

		facts->anchor = r->anchor;
		facts->together = true;
		for (size_t i = 0; i < b->ncolumns; i++) {
			struct ehc_table_row *fact;

			if (r->cells[i].first == NULL)
				continue;
			fact = ehc_block_row(d, facts, EHC_NOSTR);
			ehc_cell_paragraph(d, &fact->cells[0], b->columns[i].heading);
			fact->cells[1] = r->cells[i];
		}
	}
	pdf_flow(p, d->first, f, out);
}

/* Facts that go on say of whom or what, which matters most with medicines: their caption, in the size of its cells. */
static struct pdf_strip *
caption_again(const struct grid *g, struct ehc_str caption)
{
	struct pdf *p = g->p;
	const struct pdf_style style = { g->size, g->leading, EHC_COLOUR_TABLE_HEAD_TEXT, true };
	struct pdf_strip *again = EHC_NEW(p->arena, struct pdf_strip);
	struct pdf_strips lines = { 0 };
	struct ehc_runs runs = { 0 };

	EHC_PUSH(p->arena, &runs, (struct ehc_run){ .text = caption });
	EHC_PUSH(p->arena, &runs, (struct ehc_run){ .text = EHC_STR(" (continued)") });
	pdf_set_runs(p, &runs, &style, g->x, g->width, NULL, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		add_marks(g, again, &lines.items[i], again->height);
		again->height += lines.items[i].height;
	}
	again->height += PAD_Y;
	rule_below(g, again);
	return again;
}

/* Words over the table, or, where it is named by what stands above it, for those who hear it read alone. */
static void
put_caption(struct grid *g, const struct pdf_frame *f, struct pdf_strips *out)
{
	struct pdf *p = g->p;
	const struct ehc_block *b = g->table;
	const struct pdf_style style = { pdf_size(p, EHC_SIZE_TABLES), pdf_leading(pdf_size(p, EHC_SIZE_TABLES)), EHC_COLOUR_QUIET, true };
	struct ehc_run words = { .text = b->caption };
	struct ehc_runs runs = { &words, 1, 1 };
	size_t from = out->count;

	if (b->named) {
		struct ehc_buf summary = { 0 };

		ehc_buf_cstr(&summary, "<</O/Table/Summary");
		pdf_put_string(&summary, b->caption);
		ehc_buf_cstr(&summary, ">>");
		g->element->attributes = ehc_buf_take(&summary, p->arena).ptr;
		return;
	}
	pdf_set_runs(p, &runs, &style, f->x, f->width, pdf_element(p, g->element, "Caption"), out);
	if (out->count > from)
		out->items[out->count - 1].height += 3;
	for (size_t i = from; i < out->count; i++)
		out->items[i].keep = true;
}

/* A row stays with the heads above it, a short one at either end with its neighbour; a card of facts stays whole. */
static void
keep_rows(struct pdf_strips *out, size_t from, size_t rows, bool together)
{
	for (size_t i = from; i + 1 < out->count; i++) {
		out->items[i].keep = i < rows || (i == rows && out->items[i].height < SHORT_ROW) ||
		    (i + 2 == out->count && out->items[i + 1].height < SHORT_ROW);
		out->items[i].together = together;
	}
}

void
pdf_flow_table(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	struct grid g;
	bool headed = b->kind == EHC_BLOCK_TABLE, ruled = p->ruled && (b->caption.len == 0 || b->named);
	struct pdf_strip *head = NULL;
	struct pdf_element *body;
	size_t from = out->count, rows;

	if (b->rows == NULL)
		return;
	if (headed && p->style->layout == EHC_LAYOUT_CARDS) {
		flow_stacked(p, b, f, out);
		return;
	}
	g = grid_of(p, b, f);
	if (b->caption.len > 0)
		put_caption(&g, f, out);
	if (headed) {
		head = head_row(&g);
		EHC_PUSH(p->arena, out, *head);
	} else {
		struct pdf_strip top = { .height = 0.6, .keep = true };

		if (!ruled)
			rule_below(&g, &top);
		EHC_PUSH(p->arena, out, top);
	}
	rows = out->count;
	body = headed ? pdf_element(p, g.element, "TBody") : g.element;
	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
		put_row(&g, r, body, head, out);
		if (!headed && p->sheet == 0 && b->named && b->caption.len > 0 && head == NULL)
			head = caption_again(&g, b->caption);
	}
	keep_rows(out, from, rows, b->together);
	if (b->anchor.len > 0)
		PDF_PUSH(p->arena, &out->items[from].marks, (struct pdf_mark){ .kind = PDF_MARK_ANCHOR, .target = b->anchor });
}
