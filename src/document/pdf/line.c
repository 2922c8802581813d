/*
 * line.c - runs of text to lines. A word too long for its column is cut. The blank at which a line ends stays in the line,
 * unseen: without it a screen reader would run the last word of a line into the first of the next.
 */
#include "line.h"

#define MOST_LINES 250000               /* in one file; about 300 bytes of memory each, and as much again for what they hold */

/* A paragraph that runs from right to left and takes more than one line ends at its right edge. */
static void
put_line(struct setting *s, const struct piece *pieces, size_t n)
{
	struct pdf_strip line = { .height = s->style->leading };

	pdf_put_pieces(s, pieces, n, s->rightwards ? s->x + s->width : s->x, s->rightwards, pdf_baseline(s->style), &line.marks);
	EHC_PUSH(s->p->arena, s->out, line);
}

/* As many glyphs of the piece as fit; an accent stays with its letter. */
static size_t
fitting(const struct piece *piece, double room)
{
	size_t g = piece->from;
	double w = 0;

	while (g < piece->to) {
		w += (double)piece->word->glyphs[g].advance;
		if (w > room)
			break;
		g++;
	}
	return g - piece->from;
}

/* As many bytes of a word of letters that join as fit; where `whole`, each letter keeps its marks, and the rest begins with a letter too. */
static size_t
fitting_letters(struct pdf *p, const struct piece *piece, double room, bool whole)
{
	const struct ehc_str text = piece->word->text;
	size_t fits = 0;

	for (size_t at = 0; at < text.len; ) {
		uint32_t c = ehc_utf8_next(text, &at);

		if (whole && at < text.len && pdf_is_mark(pdf_peek(text, at), c))
			continue;
		if (pdf_shape(p, piece->strong, piece->word->backwards, ehc_str_sub(text, 0, at), EHC_NOSPAN)->width > room)
			break;
		fits = at;
	}
	return fits;
}

/* The same for a line of its own: a letter whose marks are wider than the line is parted from them, and one sign always stands there. */
static size_t
fitting_alone(struct pdf *p, const struct piece *piece, double room)
{
	size_t fits = fitting_letters(p, piece, room, true), first = 0;

	if (fits == 0)
		fits = fitting_letters(p, piece, room, false);
	if (fits == 0)
		ehc_utf8_next(piece->word->text, &first);
	return fits > 0 ? fits : first;
}

/* Its two parts are shaped anew. */
static struct piece
cut_letters(struct pdf *p, struct piece *piece, size_t at)
{
	const struct pdf_word *w = piece->word;
	struct piece head = *piece;

	head.word = pdf_shape(p, piece->strong, w->backwards, ehc_str_sub(w->text, 0, at), EHC_NOSPAN);
	piece->word = pdf_shape(p, piece->strong, w->backwards, ehc_str_sub(w->text, at, w->text.len), EHC_NOSPAN);
	head.to = head.word->nglyphs;
	head.width = head.word->width;
	head.blank = false;
	piece->to = piece->word->nglyphs;
	piece->width = piece->word->width;
	return head;
}

static struct piece
cut_piece(struct piece *piece, size_t at)
{
	struct piece head = *piece;

	head.to = at;
	head.blank = false;
	head.width = 0;
	for (size_t g = head.from; g < at; g++)
		head.width += (double)head.word->glyphs[g].advance;
	piece->from = at;
	piece->width -= head.width;
	return head;
}

/* Cuts off what fits of a piece that is too long for its line; false where none of it fits behind others, or all of it has to stand there. */
static bool
part_piece(struct pdf *p, struct piece *piece, double room, bool alone, struct piece *head)
{
	bool letters = piece->word->indirect;
	size_t fits, all = letters ? piece->word->text.len : piece->to - piece->from;

	if (letters)
		fits = alone ? fitting_alone(p, piece, room) : fitting_letters(p, piece, room, true);
	else
		fits = fitting(piece, room);
	if (fits == 0 && alone)
		fits = 1;
	if (fits == 0 || fits >= all)
		return false;
	*head = letters ? cut_letters(p, piece, fits) : cut_piece(piece, piece->from + fits);
	return true;
}

/* Of a piece with the blank behind it. */
static double
full_width(struct pdf *p, const struct piece *piece)
{
	return piece->width + (piece->blank ? pdf_blank(p, piece->strong)->width : 0);
}

/* Index after the last piece that stands in one line with piece i; *width is that of all of them. */
static size_t
group_end(struct pdf *p, const struct pieces *all, size_t i, double room, double *width)
{
	double so_far = 0;

	for (*width = 0; i < all->count; i++) {
		const struct piece *piece = &all->items[i];

		*width = so_far + piece->width;
		so_far += full_width(p, piece);
		if (piece->may_break && !(piece->loath && so_far + all->items[i + 1].width <= room))
			return i + 1;
	}
	return i;
}

/* First fit: each line takes what it can hold. Left-aligned lines of uneven length are the easiest to read. */
static void
break_lines(struct setting *s, struct pieces *all)
{
	double room = s->width * 1000 / s->style->size;
	struct pieces line = { 0 };
	double used = 0;

	for (size_t i = 0; i < all->count; ) {
		double group;
		size_t j = group_end(s->p, all, i, room, &group);

		if (used + group > room && line.count > 0) {
			put_line(s, line.items, line.count);
			line.count = 0;
			used = 0;
		}
		while (i < j) {
			struct piece *piece = &all->items[i], head;
			bool over = used + piece->width > room, cut = over && part_piece(s->p, piece, room - used, line.count == 0, &head);

			if (cut)
				EHC_PUSH(s->p->arena, &line, head);
			if (cut || (over && line.count > 0)) {
				put_line(s, line.items, line.count);
				line.count = 0;
				used = 0;
				continue;
			}
			EHC_PUSH(s->p->arena, &line, *piece);
			used += full_width(s->p, piece);
			i++;
		}
	}
	if (line.count > 0)
		put_line(s, line.items, line.count);
}

/* The first two lines stay together, and so do the last two. */
static void
keep_ends(struct pdf_strips *out, size_t from)
{
	if (out->count - from < 2)
		return;
	out->items[from].keep = true;
	out->items[out->count - 2].keep = true;
}

void
pdf_set_runs(struct pdf *p, const struct ehc_runs *runs, const struct pdf_style *style, double x, double width,
    struct pdf_element *element, struct pdf_strips *out)
{
	struct setting s = { .p = p, .runs = runs, .style = style, .x = x, .width = width, .element = element, .out = out };
	struct pieces pieces = { 0 };
	size_t from = out->count;

	if (p->nlines > MOST_LINES)
		pdf_fail(p, EHC_NOSPAN, "it would have more than %d pages, which is more than one PDF is made for", MOST_LINES / 50);
	if (p->trouble.len > 0)
		return;
	s.elements = EHC_NEW_ARRAY(p->arena, struct pdf_element *, runs->count);
	s.levels = pdf_levels(p, runs, false);
	for (size_t i = 0; i < runs->count; i++)
		pdf_cut_run(&s, i, &pieces);
	if (pieces.count > 0)
		pieces.items[pieces.count - 1].blank = false;
	pdf_hold_pieces(&pieces);
	s.rightwards = s.levels.base == 1 && pdf_runs_width(p, runs, style, width) >= width;
	break_lines(&s, &pieces);
	keep_ends(out, from);
	p->nlines += out->count - from;
}

double
pdf_runs_width(struct pdf *p, const struct ehc_runs *runs, const struct pdf_style *style, double most)
{
	const struct setting s = { .p = p, .runs = runs, .style = style, .levels = pdf_levels(p, runs, false) };
	double width = 0;

	for (size_t i = 0; i < runs->count && width < most; i++) {
		struct pieces pieces = { 0 };

		pdf_cut_run(&s, i, &pieces);
		for (size_t k = 0; k < pieces.count; k++) {
			width += pieces.items[k].width * style->size / 1000;
			if (pieces.items[k].blank || pieces.items[k].may_break)
				width += pdf_blank(p, pieces.items[k].strong)->width * style->size / 1000;
		}
	}
	return width;
}

double
pdf_words_width(struct pdf *p, struct ehc_str words, const struct pdf_style *style)
{
	struct pdf_marks unused = { 0 };

	return words.len == 0 ? 0 : pdf_set_words(p, words, style, 0, 0, false, NULL, &unused);
}

/* Words with letters that join, or that run from right to left, in a line that runs from left to right. */
static double
set_turned(struct pdf *p, struct ehc_str words, const struct pdf_style *style, double x, double y, bool right, struct pdf_element *element,
    struct pdf_marks *out)
{
	struct ehc_run run = { .text = words };
	const struct ehc_runs runs = { &run, 1, 1 };
	struct pdf_element *elements[1] = { NULL };
	struct setting s = { .p = p, .runs = &runs, .style = style, .element = element, .elements = elements, .levels = pdf_levels(p, &runs, true) };
	struct pieces pieces = { 0 };

	pdf_cut_run(&s, 0, &pieces);
	return pdf_put_pieces(&s, pieces.items, pieces.count, x, right, y, out);
}

static bool
is_plain(struct ehc_str words)
{
	for (size_t at = 0; at < words.len; )
		if ((unsigned char)words.ptr[at] < 0xD6)
			at++;
		else if (pdf_joins(ehc_utf8_next(words, &at)))
			return false;
	return true;
}

double
pdf_set_words(struct pdf *p, struct ehc_str words, const struct pdf_style *style, double x, double y, bool right,
    struct pdf_element *element, struct pdf_marks *out)
{
	struct pdf_mark m = { .kind = PDF_MARK_TEXT, .colour = style->colour, .x = x, .y = y, .height = style->size, .element = element };
	struct ehc_str rest = words, word;

	if (!is_plain(words))
		return set_turned(p, words, style, x, y, right, element, out);
	while (ehc_str_split(&rest, ' ', &word)) {
		const struct pdf_word *w = pdf_shape(p, style->strong, false, word, EHC_NOSPAN);
		const struct pdf_word *blank = pdf_blank(p, style->strong);

		for (size_t i = 0; i < w->nglyphs; i++)
			EHC_PUSH(p->arena, &m.glyphs, w->glyphs[i]);
		m.width += w->width;
		if (rest.len > 0) {
			EHC_PUSH(p->arena, &m.glyphs, blank->glyphs[0]);
			m.width += blank->width;
		}
	}
	m.width *= style->size / 1000;
	if (right)
		m.x -= m.width;
	PDF_PUSH(p->arena, out, m);
	return m.width;
}
