/*
 * word.c - what a single word or figure of an amount says: numbers, nouns, ordinals, weekdays, clock times.
 */
#include "amount/part.h"

static const char *const small_numbers[] = { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
static const char *const tens[] = { "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" };
static const char *const ordinals[] = { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth" };
static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

/* Nouns that set phrases begin with, by their first letters: "home visits", "term time", "year 6". */
static const struct {
	const char *word;
	enum ehc_unit unit;
} nouns[] = {
	{ "term", EHC_UNIT_TERM }, { "year", EHC_UNIT_YEAR }, { "home", EHC_UNIT_VISIT }, { "check", EHC_UNIT_CONTACT }, { "report", EHC_UNIT_REPORT },
};

enum ehc_unit
ehc_amount_unit(struct ehc_str word)
{
	for (size_t i = 0; i < EHC_COUNT(nouns); i++)
		if (ehc_str_starts_nocase(word, nouns[i].word))
			return nouns[i].unit;
	return EHC_UNIT_NONE;
}

size_t
ehc_amount_first_word(struct ehc_str s)
{
	size_t i = 0;

	if (i < s.len && ehc_is_digit(s.ptr[0])) {
		while (i < s.len && ehc_is_digit(s.ptr[i]))
			i++;
		if (i + 1 < s.len && s.ptr[i] == '.' && ehc_is_digit(s.ptr[i + 1]))
			for (i++; i < s.len && ehc_is_digit(s.ptr[i]);)
				i++;
		return i;
	}
	while (i < s.len && ehc_is_letter(s.ptr[i]))
		i++;
	return i > 0 ? i : 1;
}

bool
ehc_amount_glued(struct ehc_str word)
{
	static const char *const units[] = { "min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours", "h", "x", "wk", "wks" };
	struct ehc_str rest = ehc_str_sub(word, ehc_amount_first_word(word), word.len);

	return ehc_str_is_one_of(rest, units, EHC_COUNT(units));
}

/* ---- numbers ---- */

/* Digits at *s, at most nine: more is no amount that anybody could mean. */
static bool
take_digits(struct ehc_str *s, int64_t *out)
{
	size_t n = 0;
	int64_t v = 0;

	while (n < s->len && ehc_is_digit(s->ptr[n])) {
		if (n == 9)
			return false;
		v = v * 10 + (s->ptr[n++] - '0');
	}
	*s = ehc_str_sub(*s, n, s->len);
	*out = v;
	return n > 0;
}

/* ½ ¼ ¾ */
static struct ehc_ratio
fraction_sign(struct ehc_str s)
{
	if (s.len != 2 || (unsigned char)s.ptr[0] != 0xC2)
		return EHC_NORATIO;
	switch ((unsigned char)s.ptr[1]) {
	case 0xBC: return ehc_ratio(1, 4);
	case 0xBD: return ehc_ratio(1, 2);
	default: return ehc_ratio(3, 4);
	}
}

static struct ehc_ratio
figure(struct ehc_str s)
{
	int64_t whole = 0, part, over;
	size_t digits;

	if (!take_digits(&s, &whole))
		return fraction_sign(s);
	if (s.len == 0)
		return ehc_ratio(whole, 1);
	if (s.ptr[0] == '.') {
		s = ehc_str_sub(s, 1, s.len);
		digits = s.len;
		if (digits > 6 || !take_digits(&s, &part))
			return EHC_NORATIO;
		for (over = 1; digits > 0; digits--)
			over *= 10;
		return ehc_ratio_add(ehc_ratio(whole, 1), ehc_ratio(part, over));
	}
	if (s.ptr[0] == '/') {
		s = ehc_str_sub(s, 1, s.len);
		return take_digits(&s, &over) ? ehc_ratio(whole, over) : EHC_NORATIO;
	}
	if ((unsigned char)s.ptr[0] == 0xC2 && s.len == 2)
		return ehc_ratio_add(ehc_ratio(whole, 1), fraction_sign(s));
	return ehc_ratio_add(ehc_ratio(whole, 1), figure(ehc_str_trim(s)));     /* "1 1/2" */
}

/* 0 for any other word. */
static int
small_word(struct ehc_str word)
{
	for (size_t i = 0; i < EHC_COUNT(small_numbers); i++)
		if (ehc_str_is_nocase(word, small_numbers[i]))
			return (int)i;
	for (size_t i = 0; i < EHC_COUNT(tens); i++)
		if (ehc_str_is_nocase(word, tens[i]))
			return 20 + 10 * (int)i;
	return ehc_str_is_nocase(word, "dozen") ? 12 : 0;
}

struct ehc_ratio
ehc_amount_number(struct ehc_str s)
{
	int sum = 0;

	if (s.len == 0)
		return EHC_NORATIO;
	if (ehc_is_digit(s.ptr[0]) || (unsigned char)s.ptr[0] >= 0x80)
		return figure(s);
	while (s.len > 0) {
		size_t n = ehc_is_letter(s.ptr[0]) ? ehc_amount_first_word(s) : 0;
		struct ehc_str word = ehc_str_sub(s, 0, n);

		if (ehc_str_is_nocase(word, "hundred"))
			sum = 100;      /* whatever stood before it: "a", "one" */
		else
			sum += small_word(word);
		s = ehc_str_sub(s, n > 0 ? n : 1, s.len);
	}
	return ehc_ratio(sum, 1);
}

int
ehc_amount_ordinal(struct ehc_str words)
{
	size_t from = words.len;
	int64_t n;

	while (from > 0 && ehc_is_letter_or_digit(words.ptr[from - 1]))
		from--;
	words = ehc_str_sub(words, from, words.len);
	for (size_t i = 0; i < EHC_COUNT(ordinals); i++)
		if (ehc_str_is_nocase(words, ordinals[i]))
			return (int)i + 1;
	return take_digits(&words, &n) && n > 0 ? (int)n : 1;
}

/* "Mon", "Tues", "Wednesdays". A short form counts only with a capital: "he sat", "in the sun". */
unsigned
ehc_amount_weekday(struct ehc_str word)
{
	bool capital = word.len > 0 && ehc_is_capital(word.ptr[0]);

	if (word.len < 6 && !capital)
		return 0;
	for (unsigned i = 0; i < EHC_COUNT(weekdays); i++)
		if (ehc_str_eq_nocase(ehc_str_sub(word, 0, 3), ehc_str_sub(ehc_str_of(weekdays[i]), 0, 3)))
			return 1u << i;
	return 0;
}

/* "1.10pm", "9am", "12:30", "noon"; false for "9.75", which is no time of day. */
bool
ehc_amount_clock(struct ehc_str word, struct ehc_amount_value *v)
{
	int64_t hour = 12, minute = 0;

	v->half = ehc_str_is_nocase(word, "noon") || ehc_str_is_nocase(word, "midday") ? 'p' : 0;
	if (v->half == 0) {
		struct ehc_str rest = word;

		take_digits(&rest, &hour);
		if (rest.len > 1 && (rest.ptr[0] == '.' || rest.ptr[0] == ':') && ehc_is_digit(rest.ptr[1])) {
			rest = ehc_str_sub(rest, 1, rest.len);
			take_digits(&rest, &minute);
		}
		rest = ehc_str_trim(rest);
		if (rest.len > 0)
			v->half = ehc_str_starts_nocase(rest, "a") ? 'a' : 'p';
	}
	if (v->half == 'p' && hour < 12)
		hour += 12;
	if (v->half == 'a' && hour == 12)
		hour = 0;
	v->minute = (int)(hour * 60 + minute);
	return hour < 24 && minute < 60;
}
