/*
 * flow.c - blocks to strips, in one column: headings, paragraphs, lists, notices, the contents list, signature lines.
 * A strip is a band of the page that no break cuts; page.c decides where pages end between strips.
 */
#include "pdf.h"

#include <string.h>

#define LIST_GAP 3.0                    /* between items */
#define LONGEST_LINE 46                 /* times the size: about 95 letters, beyond which the eye loses the next line */

double
pdf_size(const struct pdf *p, enum ehc_size s)
{
	double size = p->style->sizes[s] / 10.0;

	if (p->sheet > 0 && s == EHC_SIZE_TEXT)
		return p->sheet;
	return p->sheet > 0 && size < PDF_SHEET_SIZE ? PDF_SHEET_SIZE : size;
}

double
pdf_leading(double size)
{
	return size * 1.42;
}

/* Space around headings of level 1 to 4, in the national style; deeper ones are as the fourth. */
static const struct { double before, after; } around[] = { { 5, 10 }, { 30, 8 }, { 17, 5 }, { 15, 3 } };

struct heading_style {
	struct pdf_style style;
	double before, after;
};

static struct heading_style
heading_style(const struct pdf *p, int level)
{
	int last = (int)EHC_COUNT(around), i = (level < 1 ? 1 : level > last ? last : level) - 1;
	double size = ehc_style_heading(p->style, level) / 10.0;

	if (p->sheet > 0) {
		size = p->sheet + (level == 1 ? 5 : 0.5);
		return (struct heading_style){ { size, size * p->sheet_leading, EHC_COLOUR_HEADINGS, true }, p->sheet_gap + 1, level == 1 ? p->sheet_gap + 2 : 0 };
	}
	return (struct heading_style){ { size, size * 1.34, EHC_COLOUR_HEADINGS, true }, around[i].before * p->scale, around[i].after * p->scale };
}

double
pdf_strips_height(const struct pdf_strips *s, size_t from)
{
	double h = 0;

	for (size_t i = from; i < s->count; i++)
		h += s->items[i].height + (i > from ? s->items[i].before : 0);
	return h;
}

static void
put_anchor(struct pdf *p, struct pdf_strips *out, size_t strip, struct ehc_str name)
{
	if (name.len > 0 && strip < out->count)
		PDF_PUSH(p->arena, &out->items[strip].marks, (struct pdf_mark){ .kind = PDF_MARK_ANCHOR, .target = name });
}

/* A block that follows another stands a little below it; the first in its frame does not. */
static void
space_before(struct pdf_strips *out, size_t from, size_t top, double space)
{
	if (from < out->count && from > top && out->items[from].before < space)
		out->items[from].before = space;
}

static struct ehc_str
runs_words(struct pdf *p, const struct ehc_runs *runs)
{
	struct ehc_buf b = { 0 };

	for (size_t i = 0; i < runs->count; i++)
		for (size_t k = 0; k < runs->items[i].text.len; k++) {
			char c = runs->items[i].text.ptr[k];
			bool white = c == ' ' || (c >= '\t' && c <= '\r');

			if (!white)
				ehc_buf_char(&b, c);
			else if (b.len > 0 && b.ptr[b.len - 1] != ' ')
				ehc_buf_char(&b, ' ');
		}
	return ehc_str_trim(ehc_buf_take(&b, p->arena));
}

/* Drawn, and told, before what stands in the strip already. */
static void
put_first(struct pdf *p, struct pdf_marks *marks, struct pdf_mark m)
{
	EHC_PUSH(p->arena, marks, m);
	memmove(marks->items + 1, marks->items, (marks->count - 1) * sizeof(m));
	marks->items[0] = m;
}

void
pdf_set_heading(struct pdf *p, const struct ehc_block *b, const struct ehc_runs *runs, const struct pdf_frame *f, struct pdf_element *element,
    struct pdf_strips *out)
{
	struct pdf_style style = heading_style(p, b->level).style;
	bool band = b->tone == EHC_TONE_WARNING;
	size_t from = out->count;

	if (band)
		style.colour = EHC_COLOUR_PAPER;
	pdf_set_runs(p, runs, &style, f->x + (band ? 12 : 0), f->width - (band ? 24 : 0), element, out);
	for (size_t i = from; i < out->count; i++) {
		struct pdf_mark fill = { .kind = PDF_MARK_FILL, .colour = EHC_COLOUR_WARNINGS, .x = f->x, .y = i == from ? -6 : 0,
		    .width = f->width, .height = style.leading + (i == from ? 6 : 0) + (i + 1 == out->count ? 8 : 0.2) };

		out->items[i].keep = true;
		if (band)
			put_first(p, &out->items[i].marks, fill);
	}
}

/* Headings of sections have a line below them. */
static bool
is_ruled(const struct pdf *p, const struct ehc_block *b)
{
	return b->kind == EHC_BLOCK_HEADING && b->level == 2 && b->tone != EHC_TONE_WARNING && p->sheet <= 0;
}

static void
flow_heading(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	static const char *const types[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
	const struct heading_style h = heading_style(p, b->level);
	struct pdf_element *e = pdf_element(p, f->parent, types[b->level < 1 ? 0 : b->level > 6 ? 5 : b->level - 1]);
	size_t from = out->count;

	pdf_set_heading(p, b, &b->runs, f, e, out);
	if (from == out->count)
		return;
	out->items[from].before = h.before;
	PDF_PUSH(p->arena, &out->items[from].marks, (struct pdf_mark){ .kind = PDF_MARK_HEADING, .heading = p->headings.count });
	EHC_PUSH(p->arena, &p->headings, (struct pdf_heading){ .words = runs_words(p, &b->runs), .anchor = b->anchor, .level = b->level });
	put_anchor(p, out, from, b->anchor);
	if (is_ruled(p, b)) {
		struct pdf_strip *last = &out->items[out->count - 1];

		PDF_PUSH(p->arena, &last->marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_HEADINGS, .x = f->x,
		    .y = last->height + 3, .width = f->width, .height = 1.2 });
		last->height += 5;
	}
	out->items[out->count - 1].height += h.after + (b->tone == EHC_TONE_WARNING ? 6 : 0);
}

static struct pdf_style
body_style(const struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f)
{
	struct pdf_style s = { f->size, f->leading, EHC_COLOUR_TEXT, f->strong };

	switch (b->tone) {
	case EHC_TONE_LEAD:
		s.size = f->size + 3;
		s.leading = f->leading + 4;
		break;
	case EHC_TONE_QUIET:
		s.size = pdf_size(p, EHC_SIZE_SMALL) < f->size ? pdf_size(p, EHC_SIZE_SMALL) : f->size;
		s.leading = pdf_leading(s.size);
		s.colour = EHC_COLOUR_QUIET;
		break;
	case EHC_TONE_WARNING:
		s.colour = EHC_COLOUR_WARNINGS;
		s.strong = true;
		break;
	case EHC_TONE_PLAIN:
		break;
	}
	return s;
}

bool
pdf_is_lone(const struct ehc_block *first)
{
	return first != NULL && first->next == NULL && first->kind == EHC_BLOCK_PARAGRAPH;
}

static void
flow_paragraph(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	struct pdf_style style = body_style(p, b, f);
	size_t from = out->count;
	double longest = LONGEST_LINE * style.size, width = f->width < longest ? f->width : longest;

	pdf_set_runs(p, &b->runs, &style, f->x, width, f->lone ? f->parent : pdf_element(p, f->parent, "P"), out);
	put_anchor(p, out, from, b->anchor);
	if (b->together)
		for (size_t i = from; i < out->count; i++)
			out->items[i].keep = true;
}

struct list {
	struct pdf_element *element;
	struct pdf_style style;         /* of labels */
	double indent, gap;             /* before an item's words; between items */
	size_t columns;
};

static struct pdf_frame
item_frame(const struct list *l, const struct pdf_frame *f, size_t column, struct pdf_element *parent, bool lone)
{
	double width = f->width / (double)l->columns;

	return (struct pdf_frame){ f->x + width * (double)column + l->indent, width - l->indent, parent, f->size, f->leading, f->strong, f->cell, lone };
}

/* Whether each item of a list is one line in half the width: on a sheet where room is short they then stand two by two. */
static bool
fits_in_two(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, const struct list *l)
{
	const size_t elements = p->elements.count;
	const struct list halves = { .indent = l->indent, .columns = 2 };
	bool fits = true;

	for (const struct ehc_block *it = b->first; fits && it != NULL; it = it->next) {
		const struct pdf_frame half = item_frame(&halves, f, 0, f->parent, true);
		struct pdf_strips trial = { 0 };

		fits = pdf_is_lone(it->first);
		if (fits)
			pdf_flow(p, it->first, &half, &trial);
		fits = fits && trial.count == 1;
	}
	p->elements.count = elements;
	return fits;
}

/* The label stands to the left of the item's first line, and is read before what it labels. */
static void
flow_item(struct pdf *p, const struct ehc_block *it, const struct pdf_frame *f, const struct list *l, size_t column, struct pdf_strips *out)
{
	struct pdf_element *li = pdf_element(p, l->element, "LI"), *label = pdf_element(p, li, "Lbl");
	const struct pdf_frame inner = item_frame(l, f, column, pdf_element(p, li, "LBody"), pdf_is_lone(it->first));
	double left = inner.x - l->indent, base = f->leading / 2 + f->size * 0.357;
	struct pdf_marks marks = { 0 };
	size_t from = out->count;

	if (it->label.len > 0)
		pdf_set_words(p, it->label, &l->style, left, base, false, label, &marks);
	else
		pdf_set_words(p, EHC_STR("\xE2\x80\xA2"), &l->style, left + 5, base, false, label, &marks);
	pdf_flow(p, it->first, &inner, out);
	if (from == out->count)
		return;
	for (size_t i = 0; i < out->items[from].marks.count; i++)
		EHC_PUSH(p->arena, &marks, out->items[from].marks.items[i]);
	out->items[from].marks = marks;
	put_anchor(p, out, from, it->anchor);
	if (column > 0) {               /* beside the one before, which is one strip as well */
		for (size_t i = 0; i < marks.count; i++)
			EHC_PUSH(p->arena, &out->items[from - 1].marks, marks.items[i]);
		out->count = from;
	}
}

static void
flow_list(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	bool own_labels = b->first != NULL && b->first->label.len > 0;
	struct list l = { pdf_element(p, f->parent, "L"), body_style(p, b, f), 18 * p->scale, LIST_GAP, 1 };
	size_t column = 0;

	l.style.strong = l.style.strong || own_labels;
	l.element->attributes = own_labels ? "<</O/List/ListNumbering/Decimal>>" : "<</O/List/ListNumbering/Disc>>";
	for (const struct ehc_block *it = b->first; it != NULL; it = it->next) {
		const struct pdf_style bold = { f->size, 0, EHC_COLOUR_TEXT, true };
		double w = pdf_words_width(p, it->label, &bold);

		if (w + 10 > l.indent)
			l.indent = w + 10;
	}
	if (p->sheet > 0 && p->sheet_gap < LIST_GAP) {
		l.gap = p->sheet_gap;
		l.columns = !own_labels && fits_in_two(p, b, f, &l) ? 2 : 1;
	}
	for (const struct ehc_block *it = b->first; it != NULL; it = it->next) {
		size_t from = out->count;

		flow_item(p, it, f, &l, column, out);
		if (it != b->first && from < out->count && out->items[from].before < l.gap)
			out->items[from].before = l.gap;
		column = (column + 1) % l.columns;
	}
}

/* A tinted box with a bar at its left. Space inside it belongs to its strips, so that the tint has no gaps. */
static void
flow_notice(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	bool warning = b->tone == EHC_TONE_WARNING;
	struct pdf_frame inner = { f->x + 16, f->width - 28, pdf_element(p, f->parent, "Sect"), f->size, f->leading, f->strong, f->cell, false };
	struct pdf_strips strips = { 0 };
	size_t from = out->count;

	pdf_flow(p, b->first, &inner, &strips);
	for (size_t i = 0; i < strips.count; i++) {
		struct pdf_strip s = strips.items[i], boxed = { 0 };
		double edge = p->sheet > 0 ? 4 : 9, above = i == 0 ? edge : s.before, below = i + 1 == strips.count ? edge + 1 : 0;

		boxed.height = above + s.height + below;
		boxed.keep = s.keep || (b->together && i + 1 < strips.count);
		PDF_PUSH(p->arena, &boxed.marks, (struct pdf_mark){ .kind = PDF_MARK_FILL, .colour = warning ? EHC_COLOUR_WARNING_NOTICES : EHC_COLOUR_NOTICES,
		    .x = f->x, .width = f->width, .height = boxed.height + (below > 0 ? 0 : 0.2) });
		PDF_PUSH(p->arena, &boxed.marks, (struct pdf_mark){ .kind = PDF_MARK_FILL, .colour = warning ? EHC_COLOUR_WARNINGS : EHC_COLOUR_HEADINGS,
		    .x = f->x, .width = 3.5, .height = boxed.height + (below > 0 ? 0 : 0.2) });
		for (size_t k = 0; k < s.marks.count; k++) {
			s.marks.items[k].y += above;
			EHC_PUSH(p->arena, &boxed.marks, s.marks.items[k]);
		}
		EHC_PUSH(p->arena, out, boxed);
	}
	put_anchor(p, out, from, b->anchor);
}

/* One line a heading of level 2 or of a sheet: its words, and its page once pages are known. All of the line leads there. */
static void
flow_contents(struct pdf *p, const struct ehc_block *from, struct pdf_element *toc, const struct pdf_frame *f, struct pdf_strips *out)
{
	const struct pdf_style style = { f->size, f->size * 1.32, EHC_COLOUR_TEXT, false };

	for (const struct ehc_block *b = from; b != NULL; b = b->next) {
		struct pdf_element *link;
		size_t start = out->count;

		if (b->kind == EHC_BLOCK_HEADING && b->level <= 2 && b->anchor.len > 0) {
			struct ehc_run words = { .text = runs_words(p, &b->runs) };
			struct ehc_runs runs = { &words, 1, 1 };

			link = pdf_element(p, pdf_element(p, pdf_element(p, toc, "TOCI"), "Reference"), "Link");
			pdf_set_runs(p, &runs, &style, f->x, f->width - 50, link, out);
			for (size_t i = start; i < out->count; i++) {
				struct pdf_strip *s = &out->items[i];
				bool last = i + 1 == out->count;

				s->keep = true;
				s->before = i == start ? 2.5 : 0;
				PDF_PUSH(p->arena, &s->marks, (struct pdf_mark){ .kind = PDF_MARK_LINK, .x = f->x, .y = 0, .width = f->width,
				    .height = style.leading, .element = link, .target = b->anchor });
				if (!last)
					continue;
				s->height += 2.5;
				PDF_PUSH(p->arena, &s->marks, (struct pdf_mark){ .kind = PDF_MARK_PAGE_OF, .colour = EHC_COLOUR_TEXT, .x = f->x + f->width,
				    .y = style.leading / 2 + style.size * 0.357, .height = style.size, .element = link, .target = b->anchor });
				PDF_PUSH(p->arena, &s->marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_RULES, .x = f->x,
				    .y = s->height, .width = f->width, .height = 0.5 });
			}
		}
		flow_contents(p, b->first, toc, f, out);
	}
}

/* Who signs, and where nobody has yet, lines for the name and the day. */
static void
flow_signature(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	const struct pdf_style small = { pdf_size(p, EHC_SIZE_SMALL), pdf_leading(pdf_size(p, EHC_SIZE_SMALL)), EHC_COLOUR_QUIET, false };
	struct pdf_style style = body_style(p, b, f);
	struct pdf_element *e = pdf_element(p, f->parent, "P");
	size_t from = out->count;
	struct pdf_strip s = { .height = 34 + small.size + 4 };

	pdf_set_runs(p, &b->runs, &style, f->x, f->width, e, out);
	if (!b->blank)
		return;
	for (size_t i = from; i < out->count; i++)
		out->items[i].keep = true;
	e = pdf_element(p, f->parent, "P");
	pdf_set_words(p, EHC_STR("Signature "), &small, f->x, 32 + small.size, false, e, &s.marks);
	pdf_set_words(p, EHC_STR("Date"), &small, f->x + f->width * 0.7, 32 + small.size, false, e, &s.marks);
	PDF_PUSH(p->arena, &s.marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_QUIET, .x = f->x, .y = 30, .width = f->width * 0.62, .height = 0.6 });
	PDF_PUSH(p->arena, &s.marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_QUIET, .x = f->x + f->width * 0.7, .y = 30,
	    .width = f->width * 0.3, .height = 0.6 });
	EHC_PUSH(p->arena, out, s);
}

/* The picture stands at the right of its children, which are given the room that it leaves; a reader is told of it first. */
static void
flow_portrait(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	double width = 92, height, most = f->width * 0.45, flown;
	struct pdf_frame inner = *f;
	size_t from = out->count;
	struct pdf_element *figure;

	if (b->picture.tall > 0)
		width = b->picture.tall / 10.0 * b->picture.width / b->picture.height;
	width = width < most ? width : most;
	height = width * b->picture.height / b->picture.width;
	if (height > 130) {
		width *= 130 / height;
		height = 130;
	}
	inner.width -= width + 16;
	pdf_flow(p, b->first, &inner, out);
	if (from == out->count)
		EHC_PUSH(p->arena, out, (struct pdf_strip){ .height = 0 });
	figure = pdf_element(p, f->parent, "Figure");
	figure->alternative = b->picture.words;
	put_first(p, &out->items[from].marks, (struct pdf_mark){ .kind = PDF_MARK_PICTURE, .x = f->x + f->width - width, .y = 2,
	    .width = width, .height = height, .element = figure, .picture = &b->picture });
	flown = pdf_strips_height(out, from);
	if (flown < height + 4)
		out->items[out->count - 1].height += height + 4 - flown;
	for (size_t i = from; i + 1 < out->count; i++)
		out->items[i].keep = true;
}

/* Space above a block of each kind, where another stands before it. */
static double
space_of(const struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f)
{
	if (p->sheet > 0)
		return p->sheet_gap;
	switch (b->kind) {
	case EHC_BLOCK_TABLE: case EHC_BLOCK_FACTS: return 8;
	case EHC_BLOCK_NOTICE: return 12;
	case EHC_BLOCK_SIGNATURE: return 20;
	case EHC_BLOCK_LIST: return 4;
	default: return f->leading * (f->cell ? 0.2 : 0.45);
	}
}

/* All blocks but those that begin a page. `before` is the block above, or NULL. */
static void
flow_block(struct pdf *p, const struct ehc_block *b, const struct ehc_block *before, const struct pdf_frame *f, struct pdf_strips *out)
{
	size_t from = out->count;
	struct pdf_frame inner = *f;

	switch (b->kind) {
	case EHC_BLOCK_SECTION:
		inner.parent = pdf_element(p, f->parent, "Sect");
		pdf_flow(p, b->first, &inner, out);
		for (size_t i = from; b->together && i + 1 < out->count; i++)
			out->items[i].together = true;
		break;
	case EHC_BLOCK_HEADING:
		flow_heading(p, b, f, out);
		break;
	case EHC_BLOCK_PARAGRAPH:
		flow_paragraph(p, b, f, out);
		break;
	case EHC_BLOCK_LIST:
		flow_list(p, b, f, out);
		break;
	case EHC_BLOCK_TABLE: case EHC_BLOCK_FACTS:
		p->ruled = before != NULL && is_ruled(p, before);
		pdf_flow_table(p, b, f, out);
		break;
	case EHC_BLOCK_NOTICE:
		flow_notice(p, b, f, out);
		break;
	case EHC_BLOCK_CONTENTS:
		flow_contents(p, p->doc->first, pdf_element(p, f->parent, "TOC"), f, out);
		break;
	case EHC_BLOCK_PORTRAIT:
		flow_portrait(p, b, f, out);
		break;
	case EHC_BLOCK_SIGNATURE:
		flow_signature(p, b, f, out);
		break;
	case EHC_BLOCK_CHOICE:
		pdf_flow_choice(p, b, f, out);
		break;
	case EHC_BLOCK_ANSWER:
		pdf_flow_answer(p, b, f, out);
		break;
	case EHC_BLOCK_ITEM:
		pdf_flow(p, b->first, f, out);
		break;
	case EHC_BLOCK_PAGE_BREAK:
		break;
	}
}

void
pdf_flow(struct pdf *p, const struct ehc_block *first, const struct pdf_frame *f, struct pdf_strips *out)
{
	size_t top = out->count;
	bool fresh = false, after_heading = false;
	double after_box = 0;
	const struct ehc_block *before = NULL;

	for (const struct ehc_block *b = first; b != NULL; before = b, b = b->next) {
		size_t from = out->count;
		bool sheet = b->kind == EHC_BLOCK_SECTION && b->sheet;

		if (sheet)
			pdf_flow_sheet(p, b, f, out);
		if (sheet || b->kind == EHC_BLOCK_PAGE_BREAK) {
			fresh = true;
			continue;
		}
		flow_block(p, b, before, f, out);
		if (from == out->count)
			continue;
		if (fresh)
			out->items[from].fresh = true;
		fresh = false;
		if (b->kind != EHC_BLOCK_SECTION && b->kind != EHC_BLOCK_HEADING && !after_heading)
			space_before(out, from, top, space_of(p, b, f));
		after_heading = b->kind == EHC_BLOCK_HEADING;
		space_before(out, from, top, after_box);
		after_box = b->kind == EHC_BLOCK_TABLE || b->kind == EHC_BLOCK_FACTS || b->kind == EHC_BLOCK_NOTICE ? (p->sheet > 0 ? p->sheet_gap + 3 : 12) : 0;
	}
}
