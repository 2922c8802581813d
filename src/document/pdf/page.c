/*
 * page.c - strips to pages. Strips that must keep together move to the next page as one where they fit one; the rest
 * follow one another. Here it becomes known on which page each heading and each anchor stands.
 */
#include "pdf.h"

#define EMPTY_SHARE 0.38                /* of a page that may stay empty for the sake of keeping something together; of a sheet, all */
#define EMPTY_SHARE_OF_FORM 0.5         /* more in a form, whose pieces are handed to those who fill them in */

/* ---- anchors ---- */

static size_t
bucket_of(struct ehc_str name)
{
	return (size_t)(ehc_str_hash(name) % PDF_BUCKETS);
}

struct pdf_anchor *
pdf_anchor_find(struct pdf *p, struct ehc_str name)
{
	for (struct pdf_anchor *a = p->anchors[bucket_of(name)]; a != NULL; a = a->next)
		if (ehc_str_eq(a->name, name))
			return a;
	return NULL;
}

static void
declare(struct pdf *p, struct ehc_str name)
{
	struct pdf_anchor *a;

	if (name.len == 0 || pdf_anchor_find(p, name) != NULL)
		return;
	a = EHC_NEW(p->arena, struct pdf_anchor);
	a->name = name;
	a->next = p->anchors[bucket_of(name)];
	p->anchors[bucket_of(name)] = a;
}

static void
declare_blocks(struct pdf *p, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		declare(p, b->anchor);
		declare_blocks(p, b->first);
		for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
			declare(p, r->anchor);
			for (size_t i = 0; i < b->ncolumns; i++)
				declare_blocks(p, r->cells[i].first);
		}
	}
}

void
pdf_anchors_declare(struct pdf *p)
{
	declare_blocks(p, p->doc->first);
}

/* ---- placing ---- */

static void
place(struct pdf *p, const struct pdf_strip *s, double y, bool again)
{
	size_t n = p->pages.count - 1;
	struct pdf_page *page = &p->pages.items[n];

	for (size_t i = 0; i < s->marks.count; i++) {
		const struct pdf_mark *m = &s->marks.items[i];
		struct pdf_anchor *a;

		switch (m->kind) {
		case PDF_MARK_HEADING:
			if (again)
				break;
			p->headings.items[m->heading].page = n;
			p->headings.items[m->heading].y = y;
			a = pdf_anchor_find(p, p->headings.items[m->heading].anchor);
			if (a != NULL)
				a->words = p->headings.items[m->heading].words;
			break;
		case PDF_MARK_ANCHOR:
			a = pdf_anchor_find(p, m->target);
			if (a == NULL || a->placed)
				break;
			a->placed = true;
			a->page = n;
			a->y = y;
			break;
		default:
			EHC_PUSH(p->arena, &page->marks, (struct pdf_placed){ m, m->x, y + m->y, again });
			break;
		}
	}
}

/* A sheet stands on a right-hand page, and nothing is printed on its back. */
static void
new_page(struct pdf *p, const struct pdf_page_size *usual, bool sheet)
{
	size_t n = p->pages.count;
	bool after_sheet = n > 0 && p->pages.items[n - 1].sheet;

	if (after_sheet || (sheet && n % 2 == 1))
		EHC_PUSH(p->arena, &p->pages, (struct pdf_page){ .sheet = true });
	EHC_PUSH(p->arena, &p->pages, (struct pdf_page){ .sheet = sheet });
	p->page = *usual;
	if (!sheet)
		return;
	p->page.top = PDF_SHEET_MARGIN;
	p->page.bottom = p->page.height - PDF_SHEET_MARGIN;
	p->page.depth = p->page.bottom - p->page.top;
}

/* As much of a strip as must stand on one page. */
static double
least_height(const struct pdf_strip *s)
{
	return s->row != NULL ? pdf_row_least(s->row) : s->height;
}

#define BEGINNING 0.3                   /* of a page: as much of what is longer than a page stands together, so that no heading is left behind */

/* Index after the last strip that stands with strip i; `soft`: also where that is only wished for. */
static size_t
chain_end(const struct pdf *p, const struct pdf_strips *s, size_t i, bool soft)
{
	double height = least_height(&s->items[i]);
	size_t beginning = i + 1;

	for (; i + 1 < s->count && (s->items[i].keep || (soft && s->items[i].together)) && !s->items[i + 1].fresh; i++) {
		if (height < p->page.depth * BEGINNING)
			beginning = i + 1;
		height += least_height(&s->items[i + 1]) + s->items[i + 1].before;
		if (height > p->page.depth && !soft)
			return beginning;
	}
	return i + 1;
}

static double
chain_height(const struct pdf *p, const struct pdf_strips *s, size_t i, size_t end, double y)
{
	double h = 0;

	for (size_t k = i; k < end; k++)
		h += least_height(&s->items[k]) + (k > i || y > p->page.top ? s->items[k].before : 0);
	return h;
}

/* Whether the strips up to `end` should move to a new page as one: they do not fit here, and do fit there. */
static bool
should_move(const struct pdf *p, const struct pdf_strips *s, size_t i, size_t end, double y)
{
	return y + chain_height(p, s, i, end, y) > p->page.bottom && chain_height(p, s, i, end, p->page.top) <= p->page.depth;
}

/*
 * Whether a tall row that does not fit below y should move to a new page whole: it fits there, leaves not too much of this
 * page empty, and no heading above it would be left behind.
 */
static bool
should_stay_whole(const struct pdf *p, const struct pdf_strips *s, size_t i, double y)
{
	const struct pdf_strip *strip = &s->items[i];
	double heads = strip->again == NULL ? 0 : strip->again->height;

	return strip->row != NULL && (i == 0 || !s->items[i - 1].keep) && y + strip->before + strip->height > p->page.bottom &&
	    p->page.bottom - y < p->page.depth * EMPTY_SHARE && heads + strip->height <= p->page.depth;
}

/* Opens a page for a strip; returns where it begins, below a table's head or a sheet's title where that is drawn again. */
static double
turn_page(struct pdf *p, const struct pdf_page_size *usual, const struct pdf_strip *next)
{
	new_page(p, usual, next->sheet);
	if (next->again == NULL || next->fresh)
		return p->page.top;
	place(p, next->again, p->page.top, true);
	return p->page.top + next->again->height;
}

/* Places a tall row from y on, on as many pages as it takes; returns where it ends. Not too little of it is on any. */
static double
place_row(struct pdf *p, const struct pdf_page_size *usual, const struct pdf_strip *strip, double y)
{
	double left = strip->height, least = pdf_row_least(strip->row);
	struct pdf_strip part;
	bool more = true;

	while (more) {
		double room = p->page.bottom - y;

		if (left > room && left - room < least)
			room = left - least;
		more = pdf_row_take(strip->row, room, &part);
		place(p, &part, y, false);
		y += part.height;
		left -= part.height;
		if (more)
			y = turn_page(p, usual, strip);
	}
	return y;
}

void
pdf_paginate(struct pdf *p, const struct pdf_strips *s)
{
	const struct pdf_page_size usual = p->page;
	const double empty = p->doc->form ? EMPTY_SHARE_OF_FORM : EMPTY_SHARE;
	size_t hard = 0, soft = 0;      /* what stands before these has been decided */
	double y;

	new_page(p, &usual, s->count > 0 && s->items[0].sheet);
	y = p->page.top;
	for (size_t i = 0; i < s->count; i++) {
		const struct pdf_strip *strip = &s->items[i];
		double before = y > p->page.top ? strip->before : 0;
		bool over = y + before + least_height(strip) > p->page.bottom || should_stay_whole(p, s, i, y);

		if (i >= soft) {
			soft = chain_end(p, s, i, true);
			over = over || ((strip->sheet || p->page.bottom - y < p->page.depth * empty) && should_move(p, s, i, soft, y));
		}
		if (i >= hard) {
			hard = chain_end(p, s, i, false);
			over = over || should_move(p, s, i, hard, y);
		}
		if (y > p->page.top && (strip->fresh || over)) {
			y = turn_page(p, &usual, strip);
			before = 0;
		}
		if (strip->row != NULL && y + before + strip->height > p->page.bottom) {
			y = place_row(p, &usual, strip, y + before);
			continue;
		}
		place(p, strip, y + before, false);
		y += before + strip->height;
	}
	p->page = usual;
}
