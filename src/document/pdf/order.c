/*
 * order.c - where in its line each piece stands, and the marks that show it. They are drawn, and told, in the order of
 * reading; what runs from right to left is seen in another.
 */
#include "line.h"

#include <string.h>

/* The element that a run's text belongs to: a link's, a span's in another language, or the paragraph's. */
static struct pdf_element *
element_of(struct setting *s, size_t run)
{
	const struct ehc_run *r = &s->runs->items[run];
	bool linked = r->target.len > 0 && pdf_anchor_find(s->p, r->target) != NULL;

	if (s->element == NULL || (!linked && r->language.len == 0))
		return s->element;
	if (s->elements[run] == NULL) {
		s->elements[run] = pdf_element(s->p, s->element, linked ? "Link" : "Span");
		s->elements[run]->language = r->language;
	}
	return s->elements[run];
}

double
pdf_baseline(const struct pdf_style *style)
{
	return style->leading / 2 + style->size * 0.357;        /* half the height of capitals below the middle */
}

/* What stands in a line: part of a word, or a blank. */
struct item {
	const struct pdf_word *word;
	size_t from, to;
	double width;
	size_t run;
	uint8_t level;
	bool blank;
	double x;                       /* in points */
};
struct items { struct item *items; size_t count, cap; };

/* A blank at the end of a line runs as the paragraph does. */
static struct items
items_of(struct setting *s, const struct piece *pieces, size_t n)
{
	struct items out = { 0 };

	for (size_t i = 0; i < n; i++) {
		const struct piece *piece = &pieces[i];
		const struct pdf_word *blank = piece->blank ? pdf_blank(s->p, piece->strong) : NULL;

		EHC_PUSH(s->p->arena, &out, (struct item){ piece->word, piece->from, piece->to, piece->width, piece->run, piece->level, false, 0 });
		if (blank != NULL)
			EHC_PUSH(s->p->arena, &out, (struct item){ blank, 0, 1, (double)blank->glyphs[0].advance, piece->run,
			    i + 1 < n ? piece->after : s->levels.base, true, 0 });
	}
	return out;
}

/* Turns round what runs from right to left: rule L2 of the bidirectional algorithm. */
static void
order(struct item **seen, size_t n)
{
	unsigned highest = 0;

	for (size_t i = 0; i < n; i++)
		highest = seen[i]->level > highest ? seen[i]->level : highest;
	for (unsigned level = highest; level > 0; level--)
		for (size_t i = 0, j; i < n; i = j + 1) {
			for (j = i; j < n && seen[j]->level >= level; j++)
				;
			for (size_t a = i, b = j; a + 1 < b; a++) {
				struct item *swap = seen[a];

				seen[a] = seen[--b];
				seen[b] = swap;
			}
		}
}

/* Says where each item stands; returns where the line ends. */
static double
place_items(struct setting *s, struct items *all, double x)
{
	struct item **seen = EHC_NEW_ARRAY(s->p->arena, struct item *, all->count);
	double width = 0;

	for (size_t i = 0; i < all->count; i++)
		seen[i] = &all->items[i];
	order(seen, all->count);
	for (size_t i = 0; i < all->count; i++) {
		if (i > 0 && seen[i]->run != seen[i - 1]->run) {
			x += width * s->style->size / 1000;
			width = 0;
		}
		seen[i]->x = x + width * s->style->size / 1000;
		width += seen[i]->width;
	}
	return x + width * s->style->size / 1000;
}

/* Whether an item belongs to the mark that another, before it in the same run, begins. */
static bool
continues(const struct item *first, const struct item *it)
{
	if (first->level > 0 || it->level > 0)
		return first->level > 0 && it->level > 0;
	return first->word->indirect == it->word->indirect || (first->word->indirect && it->blank);
}

/* By where they are seen, which for a mark of one level is how they stand. */
static void
sort_by_place(const struct item **seen, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && seen[k]->x < seen[k - 1]->x; k--) {
			const struct item *swap = seen[k];

			seen[k] = seen[k - 1];
			seen[k - 1] = swap;
		}
}

/* What is said by items whose glyphs do not tell it one by one. */
static struct ehc_str
words_of(struct setting *s, const struct items *all, size_t from, size_t to)
{
	struct ehc_buf b = { 0 };

	for (size_t i = from; i < to; i++)
		ehc_buf_str(&b, all->items[i].word->text);
	return ehc_buf_take(&b, s->p->arena);
}

/* Items of one run from i on that make one mark; returns the index behind them. Marks are in the order of reading, wherever they are seen. */
static size_t
put_mark(struct setting *s, const struct items *all, size_t i, struct pdf_mark m, struct pdf_marks *out)
{
	size_t end = i + 1, glyphs = 0;
	const struct item **seen;

	while (end < all->count && all->items[end].run == all->items[i].run && continues(&all->items[i], &all->items[end]))
		end++;
	seen = EHC_NEW_ARRAY(s->p->arena, const struct item *, end - i);
	for (size_t k = i; k < end; k++) {
		glyphs += all->items[k].to - all->items[k].from;
		seen[k - i] = &all->items[k];
	}
	sort_by_place(seen, end - i);
	m.x = seen[0]->x;
	m.glyphs.items = EHC_NEW_ARRAY(s->p->arena, struct pdf_glyph, glyphs);
	if (all->items[i].level > 0 || all->items[i].word->indirect) {
		struct ehc_str actual = words_of(s, all, i, end);

		if (all->items[i].level == 0)   /* those who copy from right to left turn the glyphs round themselves, and would turn this round */
			m.actual = actual;
		if (m.element != NULL) {
			m.element = pdf_element(s->p, m.element, "Span");
			m.element->actual = actual;
		}
	}
	for (size_t k = 0; k < end - i; k++)
		for (size_t g = seen[k]->from; g < seen[k]->to; g++)
			m.glyphs.items[m.glyphs.count++] = seen[k]->word->glyphs[g];
	PDF_PUSH(s->p->arena, out, m);
	return end;
}

/* An area to press, and a rule below it, over all of a run's words in the line. */
static void
put_link(struct setting *s, const struct items *all, size_t from, size_t to, struct pdf_element *e, struct pdf_marks *out)
{
	double left = all->items[from].x, width = 0, seen = 0;

	for (size_t i = from; i < to; i++) {
		width += all->items[i].width;
		if (all->items[i].blank)
			continue;
		seen = width;
		left = all->items[i].x < left ? all->items[i].x : left;
	}
	seen *= s->style->size / 1000;
	PDF_PUSH(s->p->arena, out, (struct pdf_mark){ .kind = PDF_MARK_LINK, .x = left - 1, .y = 1, .width = seen + 2,
	    .height = s->style->leading - 2, .element = e, .target = s->runs->items[all->items[from].run].target });
	PDF_PUSH(s->p->arena, out, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_LINKS, .x = left,
	    .y = pdf_baseline(s->style) + s->style->size * 0.14, .width = seen, .height = 0.6 });
}

static void
put_items(struct setting *s, const struct items *all, double y, struct pdf_marks *out)
{
	for (size_t i = 0; i < all->count; ) {
		struct pdf_element *e = element_of(s, all->items[i].run);
		bool linked = e != NULL && e != s->element && strcmp(e->type, "Link") == 0;
		const struct pdf_mark m = { .kind = PDF_MARK_TEXT, .colour = linked ? EHC_COLOUR_LINKS : s->style->colour, .y = y,
		    .height = s->style->size, .element = e };
		size_t from = i;

		while (i < all->count && all->items[i].run == all->items[from].run)
			i = put_mark(s, all, i, m, out);
		if (linked)
			put_link(s, all, from, i, e, out);
	}
}

double
pdf_put_pieces(struct setting *s, const struct piece *pieces, size_t n, double x, bool right, double y, struct pdf_marks *out)
{
	struct items all = items_of(s, pieces, n);
	double end = place_items(s, &all, x);

	if (right)
		place_items(s, &all, x + x - end);
	put_items(s, &all, y, out);
	return end - x;
}
