/*
 * line.c - runs of text to lines. Lines break at blanks, after hyphens and dashes between letters and after slashes;
 * a word too long for its column is cut. The blank at which a line ends stays in the line, unseen: without it a screen
 * reader would run the last word of a line into the first of the next.
 */
#include "pdf.h"

#include <string.h>

#define MOST_LINES 250000               /* in one file; about 300 bytes of memory each, and as much again for what they hold */

/* The least of a line that is never taken apart, in one style. */
struct piece {
	const struct pdf_word *word;
	size_t from, to;                /* its glyphs; all of the word unless it was cut */
	double width;
	bool blank;                     /* a blank follows */
	bool may_break;                 /* the line may end behind it */
	bool loath;                     /* but had better not: "7.5 mg" */
	bool strong;
	size_t run;
};
struct pieces { struct piece *items; size_t count, cap; };

static bool
is_white(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x2028 || c == 0x2029;
}

static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

static bool
breaks_after(uint32_t before, uint32_t c, uint32_t after)
{
	switch (c) {
	case '-': case 0x2010:
		return is_letter(before) && is_letter(after);
	case '/':
		return before != 0 && after != 0 && after != '/' && !(before >= '0' && before <= '9' && after >= '0' && after <= '9');
	case 0x2013: case 0x2014:
		return before != 0 && is_letter(after);
	default:
		return false;
	}
}

static uint32_t
peek(struct ehc_str s, size_t at)
{
	return at < s.len ? ehc_utf8_next(s, &at) : 0;
}

static struct ehc_span
span_within(const struct ehc_run *r, size_t from, size_t to)
{
	if (r->span.end - r->span.start < r->text.len)
		return r->span;
	return (struct ehc_span){ r->span.start + (uint32_t)from, r->span.start + (uint32_t)to };
}

/* Cuts one run at its blanks and break places. A blank at its start belongs to the piece before it. */
static void
cut_run(struct pdf *p, const struct ehc_run *r, size_t nth, bool strong, struct pieces *out)
{
	size_t at = 0, start = 0;
	uint32_t before = 0;

	while (at <= r->text.len) {
		size_t here = at;
		bool end = at == r->text.len;
		uint32_t c = end ? ' ' : ehc_utf8_next(r->text, &at);
		bool white = is_white(c), cut = !white && !end && breaks_after(before, c, peek(r->text, at));
		size_t stop = white ? here : at;

		if ((white || cut) && stop > start) {
			struct ehc_str word = ehc_str_sub(r->text, start, stop);
			const struct pdf_word *w = pdf_shape(p, strong, word, span_within(r, start, stop));

			EHC_PUSH(p->arena, out, (struct piece){ .word = w, .to = w->nglyphs, .width = w->width, .strong = strong, .run = nth, .may_break = cut });
		}
		if (white && !end && out->count > 0)
			out->items[out->count - 1].blank = out->items[out->count - 1].may_break = true;
		if (white || cut)
			start = at;
		before = white || cut ? 0 : c;
		if (end)
			break;
	}
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

#define LONGEST_UNIT 3                  /* mg, ml, kg, pm */

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "2026", "2026," */
static bool
is_year(struct ehc_str s)
{
	return s.len >= 4 && is_digit(s.ptr[0]) && is_digit(s.ptr[1]) && is_digit(s.ptr[2]) && is_digit(s.ptr[3]) && (s.len == 4 || !is_digit(s.ptr[4]));
}

/*
 * A figure is best read with its unit, a day with its month and year, a telephone number in one piece, a short value with its label;
 * and a dot or dash that sets two things apart does not begin a line.
 */
static bool
hold_together(struct ehc_str word, struct ehc_str next)
{
	char end = word.ptr[word.len - 1], begin = next.ptr[0];

	if (ehc_str_is(next, "\xC2\xB7") || ehc_str_is(next, "\xE2\x80\x93"))
		return true;
	if (is_digit(end))
		return is_digit(begin) || next.len <= LONGEST_UNIT || (word.len <= 2 && is_capital(begin));
	if (is_capital(word.ptr[0]) && is_year(next))
		return true;
	return end == ':' && next.len <= LONGEST_UNIT;
}

/* From the end: "Received: 12 January 2026" rather breaks behind its label than within its date. */
static void
hold_pieces(struct pieces *all)
{
	for (size_t i = all->count; i-- > 1;) {
		struct piece *piece = &all->items[i - 1];
		struct ehc_str word = piece->word->text;

		piece->loath = piece->blank && hold_together(word, all->items[i].word->text) && !(word.ptr[word.len - 1] == ':' && all->items[i].loath);
	}
}

/* ---- lines ---- */

struct setting {
	struct pdf *p;
	const struct ehc_runs *runs;
	const struct pdf_style *style;
	double x, width;
	struct pdf_element *element;
	struct pdf_element **elements;  /* by run: its own, for links and other languages */
	struct pdf_strips *out;
};

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

static double
baseline(const struct pdf_style *style)
{
	return style->leading / 2 + style->size * 0.357;        /* half the height of capitals below the middle */
}

/* Pieces of one run, in one line, become one mark; with `linked`, an area to press and a rule below it. */
static void
put_pieces(struct setting *s, struct pdf_strip *line, const struct piece *pieces, size_t n, double x)
{
	const struct ehc_run *r = &s->runs->items[pieces[0].run];
	struct pdf_element *e = element_of(s, pieces[0].run);
	bool linked = e != NULL && e != s->element && strcmp(e->type, "Link") == 0;
	struct pdf_mark m = { .kind = PDF_MARK_TEXT, .colour = linked ? EHC_COLOUR_LINKS : s->style->colour, .x = x, .y = baseline(s->style),
	    .height = s->style->size, .element = e };
	size_t glyphs = 0;
	double seen = 0;

	for (size_t i = 0; i < n; i++)
		glyphs += pieces[i].to - pieces[i].from + (pieces[i].blank ? 1 : 0);
	m.glyphs.items = EHC_NEW_ARRAY(s->p->arena, struct pdf_glyph, glyphs);
	for (size_t i = 0; i < n; i++) {
		for (size_t g = pieces[i].from; g < pieces[i].to; g++)
			m.glyphs.items[m.glyphs.count++] = pieces[i].word->glyphs[g];
		m.width += pieces[i].width;
		seen = m.width;
		if (pieces[i].blank) {
			const struct pdf_glyph *blank = pdf_shape(s->p, pieces[i].strong, EHC_STR(" "), EHC_NOSPAN)->glyphs;

			m.glyphs.items[m.glyphs.count++] = blank[0];
			m.width += (double)blank[0].advance;
		}
	}
	PDF_PUSH(s->p->arena, &line->marks, m);
	if (!linked)
		return;
	seen *= s->style->size / 1000;
	PDF_PUSH(s->p->arena, &line->marks, (struct pdf_mark){ .kind = PDF_MARK_LINK, .x = x - 1, .y = 1, .width = seen + 2,
	    .height = s->style->leading - 2, .element = e, .target = r->target });
	PDF_PUSH(s->p->arena, &line->marks, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_LINKS, .x = x,
	    .y = baseline(s->style) + s->style->size * 0.14, .width = seen, .height = 0.6 });
}

static void
put_line(struct setting *s, const struct piece *pieces, size_t n)
{
	struct pdf_strip line = { .height = s->style->leading };
	double x = s->x;

	for (size_t i = 0; i < n; ) {
		size_t j = i;
		double width = 0;

		for (; j < n && pieces[j].run == pieces[i].run; j++) {
			width += pieces[j].width;
			if (pieces[j].blank)
				width += pdf_shape(s->p, pieces[j].strong, EHC_STR(" "), EHC_NOSPAN)->width;
		}
		put_pieces(s, &line, pieces + i, j - i, x);
		x += width * s->style->size / 1000;
		i = j;
	}
	EHC_PUSH(s->p->arena, s->out, line);
}

/* As many glyphs of the piece as fit, one at least; an accent stays with its letter. */
static size_t
fitting(const struct piece *piece, double room)
{
	size_t g = piece->from;
	double w = 0;

	while (g < piece->to) {
		w += (double)piece->word->glyphs[g].advance;
		if (w > room && g > piece->from)
			break;
		g++;
	}
	return g;
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

/* Of a piece with the blank behind it. */
static double
full_width(struct pdf *p, const struct piece *piece)
{
	return piece->width + (piece->blank ? pdf_shape(p, piece->strong, EHC_STR(" "), EHC_NOSPAN)->width : 0);
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
			struct piece *piece = &all->items[i];

			if (used + piece->width > room && fitting(piece, room - used) < piece->to) {
				struct piece head = cut_piece(piece, fitting(piece, room - used));

				EHC_PUSH(s->p->arena, &line, head);
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
	struct setting s = { p, runs, style, x, width, element, EHC_NEW_ARRAY(p->arena, struct pdf_element *, runs->count), out };
	struct pieces pieces = { 0 };
	size_t from = out->count;

	if (p->nlines > MOST_LINES)
		pdf_fail(p, EHC_NOSPAN, "it would have more than %d pages, which is more than one PDF is made for", MOST_LINES / 50);
	if (p->trouble.len > 0)
		return;
	for (size_t i = 0; i < runs->count; i++)
		cut_run(p, &runs->items[i], i, style->strong || runs->items[i].strong, &pieces);
	if (pieces.count > 0)
		pieces.items[pieces.count - 1].blank = false;
	hold_pieces(&pieces);
	break_lines(&s, &pieces);
	keep_ends(out, from);
	p->nlines += out->count - from;
}

double
pdf_runs_width(struct pdf *p, const struct ehc_runs *runs, const struct pdf_style *style, double most)
{
	double width = 0;

	for (size_t i = 0; i < runs->count && width < most; i++) {
		bool strong = style->strong || runs->items[i].strong;
		struct pieces pieces = { 0 };

		cut_run(p, &runs->items[i], i, strong, &pieces);
		for (size_t k = 0; k < pieces.count; k++) {
			width += pieces.items[k].width * style->size / 1000;
			if (pieces.items[k].blank || pieces.items[k].may_break)
				width += pdf_shape(p, strong, EHC_STR(" "), EHC_NOSPAN)->width * style->size / 1000;
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

double
pdf_set_words(struct pdf *p, struct ehc_str words, const struct pdf_style *style, double x, double y, bool right,
    struct pdf_element *element, struct pdf_marks *out)
{
	struct pdf_mark m = { .kind = PDF_MARK_TEXT, .colour = style->colour, .x = x, .y = y, .height = style->size, .element = element };
	struct ehc_str rest = words, word;

	while (ehc_str_split(&rest, ' ', &word)) {
		const struct pdf_word *w = pdf_shape(p, style->strong, word, EHC_NOSPAN);
		const struct pdf_word *blank = pdf_shape(p, style->strong, EHC_STR(" "), EHC_NOSPAN);

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
