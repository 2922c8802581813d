/*
 * words.c - the walk over the bytes of a text: words with their rank in the lexicon, what stands between them, sentences,
 * speech marks and headings.
 */
#include "prose/reading.h"

#include <string.h>

/* ---- letters ---- */

static bool
is_letter(char c)
{
	return ehc_is_letter(c) || (unsigned char)c >= 0x80;
}

static size_t
mark_beyond_ascii(struct ehc_str s, size_t i, char *plain)
{
	size_t end = i;
	uint32_t cp = ehc_utf8_next(s, &end);

	switch (cp) {
	case 0x2018: *plain = '\''; break;
	case 0x2019: *plain = '\''; break;
	case 0x201C: case 0x201D: *plain = '"'; break;
	case 0x2013: case 0x2014: *plain = ';'; break;
	case 0x2026: *plain = '.'; break;
	case 0x2022: case 0x00B7: *plain = ';'; break;
	case 0x00A0: case 0x00A3: case 0x20AC: *plain = ' '; break;        /* a sum of money is a figure */
	case 0x00BD: case 0x00BC: case 0x00BE: *plain = '0'; break;
	case 0x00D7: *plain = 'x'; break;
	default: return 0;
	}
	return end - i;
}

/* Length of a typographic mark (‘ ’ “ ” – — … • and the like) at s[i], 0 when there is none; *plain gets its ASCII sense. */
static inline size_t
mark_at(struct ehc_str s, size_t i, char *plain)
{
	return (unsigned char)s.ptr[i] < 0x80 ? 0 : mark_beyond_ascii(s, i, plain);
}

/* Apostrophe within a word: child's, doesn't, with either character. */
static size_t
apostrophe_at(struct ehc_str s, size_t i)
{
	char plain = s.ptr[i];
	size_t n = plain == '\'' ? 1 : mark_at(s, i, &plain);

	return plain == '\'' && i + n < s.len && ehc_is_letter(s.ptr[i + n]) ? n : 0;
}

/* ---- words ---- */

/* Reads the figures that start at s[i], "1.30" and "1,000" being one word; their end. */
static size_t
read_figures(struct ehc_str s, size_t i, struct ehc_lex_spelling *w)
{
	while (ehc_str_digit_at(s, i) || (i < s.len && (s.ptr[i] == '.' || s.ptr[i] == ',') && ehc_str_digit_at(s, i + 1)))
		ehc_spell(w, s.ptr[i++]);
	return i;
}

/* May this stand behind the ASCII letters that a word begins with, and belong to it? */
static inline bool
may_go_on(char c)
{
	return c == '\'' || (unsigned char)c >= 0x80;
}

/* Reads on behind the ASCII letters that a word begins with: apostrophes, other letters, and letters behind these; their end. */
static size_t
read_on(struct ehc_str s, size_t i, struct ehc_lex_spelling *w)
{
	while (i < s.len && (ehc_is_letter(s.ptr[i]) || may_go_on(s.ptr[i]))) {
		size_t n = may_go_on(s.ptr[i]) ? apostrophe_at(s, i) : 0, end = i;
		char plain;

		if (n > 0) {
			ehc_spell(w, '\'');
			i += n;
		} else if (s.ptr[i] != '\'' && mark_at(s, i, &plain) == 0) {
			for (ehc_utf8_next(s, &end); i < end; i++)
				ehc_spell(w, s.ptr[i]);
		} else {
			return i;
		}
	}
	return i;
}

static inline struct ehc_token *
new_token(struct ehc_reading *r, enum ehc_gap before, bool quoted)
{
	struct ehc_token *t;

	if (r->tokens.count == r->tokens.cap)
		r->tokens.items = ehc_arena_grow(r->arena, r->tokens.items, r->tokens.count, &r->tokens.cap, sizeof(*r->tokens.items));
	t = &r->tokens.items[r->tokens.count++];
	t->before = (uint8_t)before;
	t->quoted = quoted;
	t->sentence = (uint32_t)r->sentences.count;
	return t;
}

/* What the lexicon says of a word. One that only the logic asks about may be part of a name, so its rank is not kept. */
static inline void
fill_token(struct ehc_token *t, size_t at, size_t end, uint32_t word)
{
	t->at = (uint32_t)at;
	t->len = (uint32_t)(end - at);
	t->word = EHC_NO_WORD;
	if (word == EHC_NO_WORD) {
		t->classes = EHC_CLASS(UNKNOWN) | EHC_CLASS(LEADS_ON) | EHC_CLASS(MAY_BE_DOER);
		return;
	}
	t->classes = ehc_lex_words[word].classes;
	t->number = (t->classes & EHC_CLASS(COUNTS)) != 0;
	if (!ehc_lex_words[word].quiet)
		t->word = word;
}

/* Reads a word of letters of any length at s[at], and looks it up; its end. */
static size_t
read_long_word(struct ehc_str s, size_t at, uint32_t *word)
{
	struct ehc_lex_spelling w;
	size_t end;

	ehc_spell_begin(&w);
	end = ehc_spell_letters(&w, s, at);
	if (end < s.len && may_go_on(s.ptr[end]))
		end = read_on(s, end, &w);
	*word = ehc_lex_find(&w);
	return end;
}

/* The same where its letters end within eight bytes, as those of most words do; 0 where they do not. */
static inline size_t
read_short_word(struct ehc_str s, size_t at, uint32_t *word)
{
	uint64_t eight, others;
	size_t end;

	if (at + 8 > s.len)
		return 0;
	eight = ehc_eight_at(s.ptr + at);
	others = ehc_no_letters(eight);
	if (others == 0)
		return 0;
	end = at + (size_t)__builtin_ctzll(others) / 8;
	if (may_go_on(s.ptr[end]))
		return 0;
	*word = ehc_lex_find_short((eight | EHC_ONES * 0x20) & (((others & -others) >> 7) - 1));
	return end;
}

/* Reads the word of letters at s[at]; its end. */
static inline size_t
read_word(struct ehc_str s, size_t at, struct ehc_token *t)
{
	uint32_t word;
	size_t end = read_short_word(s, at, &word);

	if (end == 0)
		end = read_long_word(s, at, &word);
	fill_token(t, at, end, word);
	t->capital = ehc_is_capital(s.ptr[at]);
	return end;
}

/* The same of figures, or of a typographic mark of `mark` bytes that reads as `plain`. */
static size_t
read_sign(struct ehc_reading *r, size_t at, size_t mark, char plain, struct ehc_token *t)
{
	struct ehc_lex_spelling w;
	size_t end = at + mark;

	ehc_spell_begin(&w);
	if (mark > 0) {
		ehc_spell(&w, plain);
	} else {
		end = read_figures(r->p->text, at, &w);
		if (r->first_figure == SIZE_MAX)
			r->first_figure = r->tokens.count - 1;
	}
	fill_token(t, at, end, ehc_lex_find(&w));
	t->classes |= EHC_CLASS(LEADS_ON);
	t->number = t->number || mark == 0 || plain == '0';
	r->p->nnumbers += t->number;
	return end;
}

/* ---- sentences ---- */

#define LONGEST_SHORT 6         /* bytes of "approx" */

/* "e.g.", "Dr." and single letters end no sentence. */
static bool
is_abbreviation(struct ehc_str text, size_t dot)
{
	static const char *const shorts[] = { "e.g", "i.e", "Dr", "Mr", "Mrs", "Ms", "Prof", "St", "approx", "no", "min", "mins", "hr", "hrs", "vs", "etc" };
	size_t from = dot;
	struct ehc_str word;

	while (from > 0 && dot - from <= LONGEST_SHORT && (is_letter(text.ptr[from - 1]) || text.ptr[from - 1] == '.'))
		from--;
	word = ehc_str_sub(text, from, dot);
	if (word.len == 1 && ehc_is_capital(word.ptr[0]))
		return true;
	if (word.len > LONGEST_SHORT)
		return false;
	for (size_t i = 0; i < EHC_COUNT(shorts); i++)
		if (ehc_str_is_nocase(word, shorts[i]))
			return !ehc_str_is_nocase(word, "etc") && !ehc_str_is_nocase(word, "no");
	return false;
}

/* A full stop, question or exclamation mark that is followed by a blank or by nothing. */
static bool
ends_sentence(struct ehc_str text, size_t i)
{
	size_t next = i + 1;

	if (text.ptr[i] == '?' || text.ptr[i] == '!')
		return true;
	if (text.ptr[i] != '.' || is_abbreviation(text, i))
		return false;
	while (next < text.len && (text.ptr[next] == '"' || text.ptr[next] == '\'' || text.ptr[next] == ')'))
		next++;
	return next >= text.len || text.ptr[next] == ' ' || text.ptr[next] == '\n';
}

static void
close_sentence(struct ehc_reading *r, size_t *first)
{
	struct ehc_sentence s;

	if (r->tokens.count == *first)
		return;
	s = (struct ehc_sentence){ .first = (uint32_t)*first, .count = (uint32_t)(r->tokens.count - *first) };
	s.at = r->tokens.items[s.first].at;
	s.len = r->tokens.items[r->tokens.count - 1].at + r->tokens.items[r->tokens.count - 1].len - s.at;
	EHC_PUSH(r->arena, &r->sentences, s);
	*first = r->tokens.count;
}

struct marks { bool double_open, single_open; size_t unclosed; };       /* before `unclosed` nothing closes a single one */

/*
 * Speech marks: a double mark toggles; a single one opens after a blank or a bracket when another closes it later in
 * the same paragraph.
 */
static bool
single_opens(struct ehc_str s, size_t i, size_t width, struct marks *marks)
{
	bool at_start = i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n' || s.ptr[i - 1] == '(';
	size_t k;

	if (!at_start || i + width >= s.len || s.ptr[i + width] == ' ' || i < marks->unclosed)
		return false;
	for (k = i + width; k < s.len; k++) {
		char plain = 0;
		size_t n = s.ptr[k] == '\'' ? 1 : mark_at(s, k, &plain);

		if (s.ptr[k] == '\n' && k + 1 < s.len && s.ptr[k + 1] == '\n')
			break;
		if ((s.ptr[k] == '\'' || plain == '\'') && n > 0 && apostrophe_at(s, k) == 0)
			return true;
	}
	marks->unclosed = k;
	return false;
}

/* Takes note of what stands between words at text[i], of which a typographic mark of n bytes reads as `plain`; returns its length. */
static size_t
read_gap(struct ehc_str s, size_t i, size_t n, char plain, enum ehc_gap *gap, struct marks *marks)
{
	char c = n > 0 ? plain : s.ptr[i];
	bool last_line = c == '\n' && i + 1 < s.len && (s.ptr[i + 1] == '\n' || s.ptr[i + 1] == '-');

	if (n == 0)
		n = 1;
	if (ends_sentence(s, i) || last_line) {
		*gap = EHC_GAP_END;
		if (last_line)
			*marks = (struct marks){ .unclosed = marks->unclosed };
		return n;
	}
	if (c == '"')
		marks->double_open = !marks->double_open;
	if (c == '\'')
		marks->single_open = marks->single_open ? false : single_opens(s, i, n, marks);
	if (*gap == EHC_GAP_END)
		return n;
	if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '%') {
		if (*gap == EHC_GAP_JOIN)
			*gap = EHC_GAP_SPACE;
	} else if ((c == '-' || c == ':' || c == '/' || c == '.') && i > 0 && s.ptr[i - 1] != ' ' && i + 1 < s.len && s.ptr[i + 1] != ' ' &&
	    s.ptr[i + 1] != '\n') {
		if (*gap == EHC_GAP_SPACE)
			*gap = EHC_GAP_JOIN;
	} else {
		*gap = EHC_GAP_PUNCT;
	}
	return n;
}

/*
 * Reads the word that begins at s[i] and those that follow it with a blank between, each beginning with an ASCII letter; their end. Most of
 * a text is such words, of which all but the first stand behind a blank in the sentence of the first.
 */
static size_t
read_run(struct ehc_reading *r, size_t i, enum ehc_gap gap, bool quoted)
{
	struct ehc_str s = r->p->text;

	for (;; gap = EHC_GAP_SPACE) {
		struct ehc_token *t = new_token(r, gap, quoted);

		i = read_word(s, i, t);
		r->p->nnumbers += t->number;
		if (i + 1 >= s.len || s.ptr[i] != ' ' || !ehc_is_letter(s.ptr[i + 1]))
			return i;
		i++;
	}
}

static void
read_words(struct ehc_reading *r)
{
	struct ehc_str s = r->p->text;
	struct marks marks = { .unclosed = 0 };
	enum ehc_gap gap = EHC_GAP_END;
	size_t first = 0, i = 0;
	bool joined = false;            /* something stands between the word before and this place */

	while (i < s.len) {
		bool word = ehc_is_letter(s.ptr[i]), sign = false;
		char plain = 0;
		size_t mark = 0;

		if (!word) {
			mark = mark_at(s, i, &plain);
			sign = mark > 0 ? plain == '0' || plain == 'x' : ehc_is_digit(s.ptr[i]);
			word = mark == 0 && (unsigned char)s.ptr[i] >= 0x80;
		}
		if (!word && !sign) {
			if (!joined)
				gap = EHC_GAP_SPACE;
			joined = true;
			i += s.ptr[i] == ' ' && gap != EHC_GAP_JOIN ? 1 : read_gap(s, i, mark, plain, &gap, &marks);
			continue;
		}
		if (!joined)
			gap = r->tokens.count == 0 ? EHC_GAP_END : EHC_GAP_JOIN;        /* "20mins": figures, then letters */
		if (gap == EHC_GAP_END)
			close_sentence(r, &first);
		if (sign)
			i = read_sign(r, i, mark, plain, new_token(r, gap, marks.double_open || marks.single_open));
		else
			i = read_run(r, i, gap, marks.double_open || marks.single_open);
		joined = false;
	}
	close_sentence(r, &first);
}

/* A paragraph of one line without a full stop, with blank lines around it, is a heading. */
static void
find_headings(struct ehc_reading *r)
{
	struct ehc_str s = r->p->text;

	for (size_t i = 0; i < r->sentences.count; i++) {
		struct ehc_sentence *one = &r->sentences.items[i];
		size_t end = one->at + one->len;
		bool alone = (one->at < 2 || (s.ptr[one->at - 1] == '\n' && s.ptr[one->at - 2] == '\n')) && end + 1 < s.len &&
		    s.ptr[end] == '\n' && s.ptr[end + 1] == '\n';

		if (!alone || memchr(s.ptr + one->at, '\n', one->len) != NULL)
			continue;
		one->heading = true;
		for (size_t k = one->first; k < one->first + one->count; k++)
			r->tokens.items[k].heading = true;
	}
}

#define BYTES_A_WORD 5          /* with the blank behind it; few texts have more words than this gives room for */

void
ehc_words_read(struct ehc_reading *r)
{
	r->tokens.cap = r->p->text.len / BYTES_A_WORD + 2;
	r->tokens.items = EHC_NEW_ARRAY(r->arena, struct ehc_token, r->tokens.cap);
	r->first_figure = SIZE_MAX;
	read_words(r);
	find_headings(r);
}

/* ---- words of other texts ---- */

static bool
is_in_word(char c)
{
	return ehc_is_letter_or_digit(c) || c == '\'' || (unsigned char)c >= 0x80;
}

bool
ehc_lexicon_next(struct ehc_str text, size_t *at, struct ehc_str *word, bool *known)
{
	struct ehc_lex_spelling w;
	uint32_t rank;
	size_t start;

	while (*at < text.len && !is_in_word(text.ptr[*at]))
		++*at;
	start = *at;
	ehc_spell_begin(&w);
	while ((*at = ehc_spell_letters(&w, text, *at)) < text.len && is_in_word(text.ptr[*at])) {
		char plain = text.ptr[*at];
		size_t mark = mark_at(text, *at, &plain);

		ehc_spell(&w, plain);
		*at += mark > 0 ? mark : 1;
	}
	*word = ehc_str_sub(text, start, *at);
	rank = ehc_lex_find(&w);
	*known = rank != EHC_NO_WORD && !ehc_lex_words[rank].quiet;
	return word->len > 0;
}
