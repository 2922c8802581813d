/*
 * table.c - tables and labelled facts. A row stands on one page where that can be; a row too tall for that goes on,
 * line by line, on the next. The heads of columns are drawn again on each page, as decoration: a screen reader has
 * them from the table itself.
 */
#include "pdf.h"

#define PAD_X 6.0
#define PAD_Y 3.6
#define SHORT_ROW 60.0                  /* less than four lines: it would look lost */

struct grid {
	struct pdf *p;
	const struct ehc_block *table;
	double x, width, size, leading;
	double *lefts, *widths;         /* by column */
	struct pdf_element *element;
};

static struct grid
grid_of(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f)
{
	struct grid g = { p, b, f->x, f->width, pdf_size(p, EHC_SIZE_TABLES), 0, NULL, NULL, pdf_element(p, f->parent, "Table") };
	double x = f->x;
	int total = 0;

	if (b->tone == EHC_TONE_QUIET && g.size > pdf_size(p, EHC_SIZE_SMALL))
		g.size = pdf_size(p, EHC_SIZE_SMALL);
	g.leading = p->sheet ? f->leading : pdf_leading(g.size);
	g.lefts = EHC_NEW_ARRAY(p->arena, double, b->ncolumns);
	g.widths = EHC_NEW_ARRAY(p->arena, double, b->ncolumns);
	/* labels in cards are large, and need a third of the width */
	if (b->kind == EHC_BLOCK_FACTS && p->style->layout == EHC_LAYOUT_CARDS)
		b->columns[0].weight = b->columns[1].weight / 2;
	for (size_t i = 0; i < b->ncolumns; i++)
		total += b->columns[i].weight;
	for (size_t i = 0; i < b->ncolumns; i++) {
		g.lefts[i] = x;
		g.widths[i] = f->width * b->columns[i].weight / (total > 0 ? total : 1);
		x += g.widths[i];
	}
	return g;
}

static void
add_marks(struct grid *g, struct pdf_strip *to, const struct pdf_strip *from, double y)
{
	for (size_t i = 0; i < from->marks.count; i++) {
		struct pdf_mark m = from->marks.items[i];

		m.y += y;
		PDF_PUSH(g->p->arena, &to->marks, m);
	}
}

static void
rule_below(struct grid *g, struct pdf_strip *s)
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

/* Takes strips off each cell until they fill `room`; *taken by cell. Returns the height of the band. */
static double
take_band(struct grid *g, struct pdf_strips *cells, size_t *taken, double room, double top, struct pdf_strip *band)
{
	double tallest = top;

	for (size_t i = 0; i < g->table->ncolumns; i++) {
		double y = top;
		size_t first = taken[i];

		while (taken[i] < cells[i].count) {
			const struct pdf_strip *s = &cells[i].items[taken[i]];
			double before = taken[i] == first ? 0 : s->before;

			if (taken[i] > first && y + before + s->height > room)
				break;
			add_marks(g, band, s, y + before);
			y += before + s->height;
			taken[i]++;
		}
		if (y > tallest)
			tallest = y;
	}
	return tallest;
}

static bool
all_taken(struct grid *g, const struct pdf_strips *cells, const size_t *taken)
{
	for (size_t i = 0; i < g->table->ncolumns; i++)
		if (taken[i] < cells[i].count)
			return false;
	return true;
}

static void
put_row(struct grid *g, const struct ehc_table_row *r, struct pdf_element *body, const struct pdf_strip *head, struct pdf_strips *out)
{
	struct pdf *p = g->p;
	struct pdf_strips *cells = flow_cells(g, r, pdf_element(p, body, "TR"));
	size_t *taken = EHC_NEW_ARRAY(p->arena, size_t, g->table->ncolumns);
	double whole = 0, page = p->page.depth - (head == NULL ? 0 : head->height) - 2 * PAD_Y - 1;

	for (size_t i = 0; i < g->table->ncolumns; i++) {
		double h = pdf_strips_height(&cells[i], 0);

		if (h > whole)
			whole = h;
	}
	for (bool first = true; !all_taken(g, cells, taken); first = false) {
		struct pdf_strip band = { .again = head };
		double room = whole <= page ? whole + PAD_Y + 0.01 : g->leading * 3;        /* rounding must not cut a row */

		if (first && r->anchor.len > 0)
			PDF_PUSH(p->arena, &band.marks, (struct pdf_mark){ .kind = PDF_MARK_ANCHOR, .target = r->anchor });
		band.height = take_band(g, cells, taken, room, first ? PAD_Y : 0, &band);
		if (all_taken(g, cells, taken)) {
			band.height += PAD_Y;
			rule_below(g, &band);
		}
		EHC_PUSH(p->arena, out, band);
	}
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

void
pdf_flow_table(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	struct grid g;
	bool headed = b->kind == EHC_BLOCK_TABLE;
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
	if (b->caption.len > 0 && b->named) {
		struct ehc_buf summary = { 0 };

		ehc_buf_cstr(&summary, "<</O/Table/Summary");
		pdf_put_string(&summary, b->caption);
		ehc_buf_cstr(&summary, ">>");
		g.element->attributes = ehc_arena_cstr(p->arena, (struct ehc_str){ summary.ptr, summary.len });
		ehc_buf_free(&summary);
	} else if (b->caption.len > 0) {
		const struct pdf_style style = { pdf_size(p, EHC_SIZE_TABLES), pdf_leading(pdf_size(p, EHC_SIZE_TABLES)), EHC_COLOUR_QUIET, true };
		struct ehc_run words = { .text = b->caption };
		struct ehc_runs runs = { &words, 1, 1 };

		pdf_set_runs(p, &runs, &style, f->x, f->width, pdf_element(p, g.element, "Caption"), out);
		if (out->count > from)
			out->items[out->count - 1].height += 3;
		for (size_t i = from; i < out->count; i++)
			out->items[i].keep = true;
	}
	if (headed) {
		head = head_row(&g);
		EHC_PUSH(p->arena, out, *head);
	} else {
		struct pdf_strip top = { .height = 0.6, .keep = true };

		rule_below(&g, &top);
		EHC_PUSH(p->arena, out, top);
	}
	rows = out->count;
	body = headed ? pdf_element(p, g.element, "TBody") : g.element;
	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next)
		put_row(&g, r, body, head, out);
	/* a row stays with the heads above it, a short one at either end with its neighbour; a card of facts stays whole */
	for (size_t i = from; i + 1 < out->count; i++) {
		out->items[i].keep = i < rows || (i == rows && out->items[i].height < SHORT_ROW) ||
		    (i + 2 == out->count && out->items[i + 1].height < SHORT_ROW);
		out->items[i].together = b->together;
	}
	if (b->anchor.len > 0)
		PDF_PUSH(p->arena, &out->items[from].marks, (struct pdf_mark){ .kind = PDF_MARK_ANCHOR, .target = b->anchor });
}
