/*
 * cut.c - runs of text to pieces that no line's end takes apart. Lines break at blanks, after hyphens and dashes between
 * letters, after slashes and between ideographs.
 */
#include "line.h"

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

/* What does not begin a line among ideographs; what does not end one is an opening bracket. */
static bool
is_closing(uint32_t c)
{
	switch ((int)hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
	case HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION: case HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION:
	case HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION: case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
		return true;
	default:
		return false;
	}
}

static bool
is_opening(uint32_t c)
{
	int category = (int)hb_unicode_general_category(hb_unicode_funcs_get_default(), c);

	return category == HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION || category == HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION;
}

static bool
breaks_after(uint32_t before, uint32_t c, uint32_t after)
{
	if (pdf_is_ideograph(c) || pdf_is_ideograph(after))
		return !is_closing(after) && !is_opening(c) && !pdf_is_mark(after, c);
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

uint32_t
pdf_peek(struct ehc_str s, size_t at)
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

#define LONGEST_JOINED 200             /* characters of joined letters shaped at once; what is longer is no word, and may break */

/* Walks through one run. */
struct cutter {
	struct pdf *p;
	const struct ehc_run *run;
	const uint8_t *levels;          /* by byte; NULL where all runs from left to right */
	size_t nth;
	bool strong;
	size_t length;                  /* of the word at hand, in characters */
	bool joined;                    /* some of which join */
	struct pieces *out;
};

static uint8_t
level_at(const struct cutter *k, size_t at)
{
	return k->levels == NULL ? 0 : k->levels[at];
}

static void
cut_off(struct cutter *k, size_t start, size_t stop, bool may_break)
{
	struct ehc_str word = ehc_str_sub(k->run->text, start, stop);
	uint8_t level = level_at(k, start);
	const struct pdf_word *w = pdf_shape(k->p, k->strong, level % 2 == 1, word, span_within(k->run, start, stop));

	EHC_PUSH(k->p->arena, k->out, (struct piece){ .word = w, .to = w->nglyphs, .width = w->width, .strong = k->strong, .run = k->nth,
	    .may_break = may_break, .level = level, .after = level });
	k->length = 0;
	k->joined = false;
}

/* Whether a word with letters that join has gone on for so long that it is cut before `after`. */
static bool
is_endless(struct cutter *k, uint32_t c, uint32_t after)
{
	k->length++;
	k->joined = k->joined || (c >= 0x590 && pdf_joins(c));
	if (k->length < LONGEST_JOINED || !(k->joined || (after >= 0x590 && pdf_joins(after))))
		return false;
	return k->length / 2 >= LONGEST_JOINED || !pdf_is_mark(after, c);
}

/* Cuts one run at its blanks and break places, and where it turns. A blank at its start belongs to the piece before it. */
static void
cut_run(struct cutter *k)
{
	const struct ehc_str text = k->run->text;
	size_t at = 0, start = 0;
	uint32_t before = 0;

	while (at <= text.len) {
		size_t here = at;
		bool end = at == text.len;
		uint32_t c = end ? ' ' : ehc_utf8_next(text, &at);
		bool white = is_white(c), cut = !white && !end && (breaks_after(before, c, pdf_peek(text, at)) || is_endless(k, c, pdf_peek(text, at)));
		bool turn = !white && !end && at < text.len && level_at(k, here) != level_at(k, at);
		size_t stop = white ? here : at;

		if ((white || cut || turn) && stop > start)
			cut_off(k, start, stop, cut);
		if (white && !end && k->out->count > 0) {
			struct piece *last = &k->out->items[k->out->count - 1];

			last->blank = last->may_break = true;
			last->after = level_at(k, here);
		}
		if (white || cut || turn)
			start = at;
		before = white || cut ? 0 : c;
		if (end)
			break;
	}
}

const struct pdf_word *
pdf_blank(struct pdf *p, bool strong)
{
	return pdf_shape(p, strong, false, EHC_STR(" "), EHC_NOSPAN);
}

void
pdf_cut_run(const struct setting *s, size_t nth, struct pieces *out)
{
	struct cutter k = { .p = s->p, .run = &s->runs->items[nth], .levels = s->levels.runs == NULL ? NULL : s->levels.runs[nth], .nth = nth,
	    .strong = s->style->strong || s->runs->items[nth].strong, .out = out };

	cut_run(&k);
}

/* ---- what had better stand together ---- */

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
void
pdf_hold_pieces(struct pieces *all)
{
	for (size_t i = all->count; i-- > 1;) {
		struct piece *piece = &all->items[i - 1];
		struct ehc_str word = piece->word->text;

		piece->loath = piece->blank && hold_together(word, all->items[i].word->text) && !(word.ptr[word.len - 1] == ':' && all->items[i].loath);
	}
}
