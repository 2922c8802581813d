/*
 * values.c - what the text of one field says: dates, yes or no, school years, placeholders. Nothing here fails: what
 * cannot be understood stays as words, and a fault is noted where the label asks for more than words.
 */
#include "model/bind.h"

#include <string.h>

/* ---- slices of a value ---- */

struct ehc_span
ehc_part_span(const struct ehc_text *t, struct ehc_str part)
{
	if (part.len == 0 || part.ptr < t->str.ptr || part.ptr > t->str.ptr + t->str.len)
		return t->span;
	return ehc_text_span(t, (size_t)(part.ptr - t->str.ptr), part.len);
}

static bool
is_loose(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ';';
}

struct ehc_str
ehc_words_trim(struct ehc_str s)
{
	while (s.len > 0 && is_loose(s.ptr[0]))
		s = ehc_str_sub(s, 1, s.len);
	while (s.len > 0 && is_loose(s.ptr[s.len - 1]))
		s.len--;
	if (s.len > 0 && s.ptr[s.len - 1] == '.' && (s.len == 1 || s.ptr[s.len - 2] != '.'))
		s.len--;
	return s;
}

bool
ehc_entry_next(struct ehc_str *rest, struct ehc_str *part)
{
	while (ehc_str_split(rest, ';', part))
		if (ehc_words_trim(*part).len > 0) {
			*part = ehc_str_trim(*part);
			return true;
		}
	return false;
}

struct ehc_value
ehc_value_of(const struct ehc_node *field)
{
	struct ehc_value v = { .node = field };
	struct ehc_str *s = &v.text.str;

	if (field == NULL)
		return v;
	v.text = field->text;
	if (field->keyword == NULL || field->keyword->value == EHC_VALUE_TEXT || field->keyword->value == EHC_VALUE_AMOUNT)
		return v;
	if (s->len > 1 && s->ptr[s->len - 1] == '.' && s->ptr[s->len - 2] != '.') {
		s->len--;
		v.text.span.end--;
	}
	return v;
}

/* ---- placeholders ---- */

/* Bytes of `open` ... `close` at the start of s on one line, 0 when it does not stand there. */
static size_t
bracketed(struct ehc_str s, const char *open, const char *close)
{
	struct ehc_str inside;
	size_t end, line;

	if (!ehc_str_starts_nocase(s, open))
		return 0;
	inside = ehc_str_sub(s, strlen(open), s.len);
	line = ehc_str_find_nocase(ehc_str_sub(inside, 0, 200), "\n\n");
	end = ehc_str_find_nocase(ehc_str_sub(inside, 0, line < 200 ? line : 200), close);
	return end == SIZE_MAX ? 0 : strlen(open) + end + strlen(close);
}

/* Three or more X as a word of their own. */
static size_t
crosses(struct ehc_str s, size_t at)
{
	size_t n = at;

	if (at > 0 && ehc_is_letter_or_digit(s.ptr[at - 1]))
		return 0;
	while (n < s.len && s.ptr[n] == 'X')
		n++;
	return n - at >= 3 && (n == s.len || !ehc_is_letter_or_digit(s.ptr[n])) ? n - at : 0;
}

static size_t
placeholder_at(struct ehc_str s, size_t at)
{
	static const char *const prompts[] = { "Click here to enter text", "Click or tap here to enter text",
		"Click or tap to enter a date", "Click to enter a date", "Choose an item" };
	struct ehc_str here = ehc_str_sub(s, at, s.len);
	size_t n = 0;

	switch (s.ptr[at]) {
	case '[':
		n = bracketed(here, "[[", "]]");
		return n > 0 ? n : bracketed(here, "[INSERT", "]");
	case '{':
		return bracketed(here, "{{", "}}");
	case '\xC2':
		return bracketed(here, "\xC2\xAB", "\xC2\xBB");
	case 'X':
		return crosses(s, at);
	case 'C':
	case 'c':
		if (here.len < 2 || (ehc_lower(here.ptr[1]) != 'l' && ehc_lower(here.ptr[1]) != 'h'))
			return 0;
		for (size_t i = 0; i < EHC_COUNT(prompts) && n == 0; i++)
			n = ehc_str_starts_nocase(here, prompts[i]) ? strlen(prompts[i]) : 0;
		return n;
	default:
		return 0;
	}
}

size_t
ehc_placeholder_find(struct ehc_str s, size_t from, size_t *len)
{
	/* What placeholder_at() takes note of; nearly no other byte of a plan can begin one. */
	static const bool opens[256] = { ['['] = true, ['{'] = true, [0xC2] = true, ['X'] = true, ['C'] = true, ['c'] = true };

	for (size_t i = from; i < s.len; i++)
		if (opens[(unsigned char)s.ptr[i]] && (*len = placeholder_at(s, i)) > 0)
			return i;
	*len = 0;
	return SIZE_MAX;
}

#define BLOCK 128
#define PEEK 2

/*
 * Few blocks of bytes hold one of these: "[", "{", the first half of «, a large X, or what "click" ends with and "choose" holds, with the bytes behind
 * the block. Told without a branch, so that the compiler may look at many bytes at once.
 */
static bool
may_open_soon(const char *s)
{
	unsigned char found = 0;

	for (size_t i = 0; i < BLOCK; i++) {
		unsigned char here = (unsigned char)s[i], a = here | 0x20, b = (unsigned char)(s[i + 1] | 0x20), c = (unsigned char)(s[i + 2] | 0x20);

		found |= (unsigned char)((a == '{') | (here == 0xC2) | (here == 'X') | ((a == 'i') & (b == 'c') & (c == 'k')) |
		    ((a == 'o') & (b == 'o') & (c == 's')));
	}
	return found != 0;
}

/* Does part of an opening stand in the block, with as many bytes behind it as PEEK says? */
static bool
may_open(const char *s)
{
	static const char *const parts[] = { "[", "{", "\xC2\xAB", "XX", "ick", "oos" };

	if (!may_open_soon(s))
		return false;
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (ehc_str_has((struct ehc_str){ s, BLOCK + PEEK }, parts[i]))
			return true;
	return false;
}

static bool
may_open_in(struct ehc_str s)
{
	char rest[2 * BLOCK + PEEK] = { 0 };
	size_t i = 0;

	for (; s.len - i >= BLOCK + PEEK; i += BLOCK)
		if (may_open(s.ptr + i))
			return true;
	if (i < s.len)
		memcpy(rest, s.ptr + i, s.len - i);
	return may_open(rest) || may_open(rest + BLOCK);
}

bool
ehc_placeholder_possible(struct ehc_str s)
{
	/* With one of these placeholder_at() finds each kind to begin, always on one line. */
	static const char *const openings[] = { "[[", "[INSERT", "{{", "\xC2\xAB", "XXX", "click", "choose an" };

	if (!may_open_in(s))
		return false;
	for (size_t i = 0; i < EHC_COUNT(openings); i++)
		if (ehc_str_has(s, openings[i]))
			return true;
	return false;
}

bool
ehc_bind_is_open(const struct ehc_binder *b, struct ehc_str value)
{
	size_t len;

	return b->plan->is_template || (b->plan->placeholders && ehc_placeholder_find(value, 0, &len) != SIZE_MAX);
}

/* ---- dates ---- */

bool
ehc_date_find(struct ehc_str s, size_t from, struct ehc_date_found *out)
{
	for (size_t i = from; i < s.len; i++) {
		size_t n;

		if (!ehc_day_may_begin(s, i) || (i > 0 && ehc_is_letter_or_digit(s.ptr[i - 1])))
			continue;
		n = ehc_day_read(ehc_str_sub(s, i, s.len), &out->day, &out->month_only, &out->numeric);
		if (n > 0 && (i + n == s.len || !ehc_is_letter_or_digit(s.ptr[i + n]))) {
			out->at = i;
			out->len = n;
			return true;
		}
	}
	return false;
}

bool
ehc_date_find_last(struct ehc_str s, struct ehc_date_found *out)
{
	struct ehc_date_found one;
	bool found = false;

	for (size_t from = 0; ehc_date_find(s, from, &one); from = one.at + one.len) {
		*out = one;
		found = true;
	}
	return found;
}

/* "to", "until" or a dash and a second date right after the first: its day, and *end moves behind it. */
static ehc_day
second_date(struct ehc_str s, size_t *end)
{
	static const char *const joints[] = { "to ", "until ", "till ", "- ", "-", "\xE2\x80\x93 ", "\xE2\x80\x93" };
	struct ehc_str rest = ehc_str_trim(ehc_str_sub(s, *end, s.len));
	struct ehc_date_found found;

	for (size_t i = 0; i < EHC_COUNT(joints) && rest.len > 0; i++) {
		struct ehc_str after;

		if (!ehc_str_starts_nocase(rest, joints[i]))
			continue;
		after = ehc_str_trim(ehc_str_sub(rest, strlen(joints[i]), rest.len));
		if (ehc_date_find(after, 0, &found) && found.at == 0) {
			*end = (size_t)(after.ptr - s.ptr) + found.len;
			return found.day;
		}
	}
	return EHC_NODATE;
}

/* Words that only lead up to a date and say nothing of their own. */
static struct ehc_str
without_lead(struct ehc_str s)
{
	static const char *const leads[] = { "by", "on", "from", "until", "the", "since", "dated", "date", "in", "before the end of", "by the end of" };

	s = ehc_words_trim(s);
	for (size_t i = 0; i < EHC_COUNT(leads) && s.len > 0; i++)
		if (ehc_str_is_nocase(s, leads[i]))
			return EHC_NOSTR;
	return s;
}

/* "(box)" -> "box" */
static struct ehc_str
without_brackets(struct ehc_str s)
{
	s = ehc_words_trim(s);
	if (s.len >= 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
		s = ehc_str_trim(ehc_str_sub(s, 1, s.len - 1));
	return s;
}

static struct ehc_date
words_for_date(const struct ehc_node *field)
{
	return (struct ehc_date){ .day = EHC_NODATE, .until = EHC_NODATE, .words = field->text.str, .span = field->text.span, .node = field };
}

static struct ehc_date
date_at(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it, const struct ehc_date_found *found, size_t end)
{
	struct ehc_str s = field->text.str;
	struct ehc_date d = { .day = found->day, .until = EHC_NODATE, .month_only = found->month_only, .numeric = found->numeric, .node = field };

	d.span = ehc_text_span(&field->text, found->at, end - found->at);
	if (found->day == EHC_NODATE)
		ehc_bind_fault(b, EHC_FAULT_DATE_UNREAL, field, it, ehc_str_sub(s, found->at, found->at + found->len),
		    ehc_text_span(&field->text, found->at, found->len));
	return d;
}

/* "From the date of the final plan": in a draft that day is not known, and no other is meant. */
static bool
is_day_of_issue(const struct ehc_node *field)
{
	return field->label == EHC_L_FROM && !ehc_str_has_digit(field->text.str) &&
	    (ehc_str_has_word(field->text.str, "final plan") || ehc_str_has_word(field->text.str, "date of issue"));
}

struct ehc_date
ehc_bind_date(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it)
{
	struct ehc_date_found found;
	struct ehc_date d;
	struct ehc_str s;
	ehc_day until;
	size_t end;

	if (field == NULL)
		return (struct ehc_date){ .day = EHC_NODATE, .until = EHC_NODATE };
	s = field->text.str;
	if (ehc_bind_is_open(b, s) || is_day_of_issue(field))
		return words_for_date(field);
	if (!ehc_date_find(s, 0, &found)) {
		ehc_bind_fault(b, EHC_FAULT_DATE_WORDS, field, it, s, field->text.span);
		return words_for_date(field);
	}
	end = found.at + found.len;
	until = second_date(s, &end);
	d = date_at(b, field, it, &found, end);
	d.until = until;
	d.words = without_brackets(ehc_str_sub(s, end, s.len));
	if (d.words.len == 0)
		d.words = without_lead(ehc_str_sub(s, 0, found.at));
	return d;
}

/* Where the entry that holds s[at] ends: a comma or semicolon outside brackets. */
static size_t
entry_end(struct ehc_str s, size_t at)
{
	int depth = 0;

	for (; at < s.len; at++) {
		if (s.ptr[at] == '(')
			depth++;
		else if (s.ptr[at] == ')' && depth > 0)
			depth--;
		else if (depth == 0 && (s.ptr[at] == ',' || s.ptr[at] == ';'))
			return at;
	}
	return s.len;
}

struct ehc_dates
ehc_bind_dates(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it)
{
	EHC_VEC(struct ehc_date) all = { NULL, 0, 0 };
	struct ehc_date_found found;
	struct ehc_str s;

	if (field == NULL)
		return (struct ehc_dates){ NULL, 0 };
	s = field->text.str;
	if (ehc_bind_is_open(b, s)) {
		EHC_PUSH(b->arena, &all, words_for_date(field));
		return (struct ehc_dates){ all.items, all.count };
	}
	for (size_t from = 0; from < s.len && ehc_date_find(s, from, &found); ) {
		size_t end = found.at + found.len, stop;
		ehc_day until = second_date(s, &end);
		struct ehc_date d = date_at(b, field, it, &found, end);

		stop = entry_end(s, end);
		d.until = until;
		d.words = without_brackets(ehc_str_sub(s, end, stop));
		if (d.words.len == 0)
			d.words = without_lead(ehc_str_sub(s, from, found.at));
		EHC_PUSH(b->arena, &all, d);
		from = stop + 1;
	}
	if (all.count == 0) {
		ehc_bind_fault(b, EHC_FAULT_DATE_WORDS, field, it, s, field->text.span);
		EHC_PUSH(b->arena, &all, words_for_date(field));
	}
	return (struct ehc_dates){ all.items, all.count };
}

/* ---- yes or no, school years ---- */

static bool
starts_with_word(struct ehc_str s, const char *word)
{
	size_t n = strlen(word);

	return ehc_str_starts_nocase(s, word) && (s.len == n || !ehc_is_letter_or_digit(s.ptr[n]));
}

int
ehc_value_yes(const struct ehc_value *v)
{
	struct ehc_str s = ehc_str_trim(v->text.str);

	if (starts_with_word(s, "yes") || starts_with_word(s, "true") || ehc_str_is_nocase(s, "y"))
		return 1;
	if (starts_with_word(s, "no") || starts_with_word(s, "not") || starts_with_word(s, "false") || ehc_str_is_nocase(s, "n"))
		return 0;
	return -1;
}

int
ehc_bind_yes(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it)
{
	struct ehc_value v = ehc_value_of(field);
	int yes = ehc_value_yes(&v);

	if (field != NULL && yes < 0 && !ehc_bind_is_open(b, v.text.str))
		ehc_bind_fault(b, EHC_FAULT_YES_NO, field, it, v.text.str, v.text.span);
	return yes;
}

enum { SCHOOL_YEAR = 14, COLLEGE_YEAR = 20 };     /* a bare 15 may be an age; colleges count on behind Year 14 */

/* 0 to `most`; -1 for anything else. */
static int
small_number(struct ehc_str s, int most)
{
	int n = 0;
	size_t i = 0;

	while (i < s.len && i < 3 && s.ptr[i] >= '0' && s.ptr[i] <= '9')
		n = n * 10 + (s.ptr[i++] - '0');
	return i == 0 || i == 3 || n > most || (i < s.len && ehc_is_letter_or_digit(s.ptr[i])) ? -1 : n;
}

int
ehc_year_group(struct ehc_str s, bool needs_word)
{
	int n;

	s = ehc_str_trim(s);
	/* "Yr 3" is a year, "YR" is Reception. */
	if (ehc_str_starts_nocase(s, "Yr") && (n = small_number(ehc_str_trim(ehc_str_sub(s, s.len > 2 && s.ptr[2] == '.' ? 3 : 2, s.len)), COLLEGE_YEAR)) >= 0)
		return n;
	if (starts_with_word(s, "Reception") || starts_with_word(s, "YR") || starts_with_word(s, "Year R"))
		return 0;
	if (!needs_word && ehc_str_is_nocase(s, "R"))
		return 0;
	if (ehc_str_starts_nocase(s, "Year"))
		return small_number(ehc_str_trim(ehc_str_sub(s, 4, s.len)), COLLEGE_YEAR);
	if (ehc_str_starts_nocase(s, "Y") && small_number(ehc_str_sub(s, 1, s.len), COLLEGE_YEAR) >= 0)
		return small_number(ehc_str_sub(s, 1, s.len), COLLEGE_YEAR);
	return needs_word ? -1 : small_number(s, SCHOOL_YEAR);
}
