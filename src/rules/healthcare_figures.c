/*
 * healthcare_figures.c - reads "10 mg", "half a tablet", "2 to 4 puffs", "below 4.0 mmol/L" and "10.40am" out of a sentence.
 */
#include "rules/healthcare_figures.h"

static const struct { const char *word; enum ehc_dimension dimension; int64_t factor; } units[] = {
#define UNIT(word, dimension, factor) { word, EHC_##dimension, factor },
#define NUMBER(word, thousandths)
#include "rules/healthcare_figures.def"
};

static const struct { const char *word; int64_t thousandths; } numbers[] = {
#define UNIT(word, dimension, factor)
#define NUMBER(word, thousandths) { word, thousandths },
#include "rules/healthcare_figures.def"
};

/* By the first letter of these words, in either case, those that may stand second, and third: most words of a text are neither. */
#define BIT(letter) (1u << ((letter) & 31))
static const uint32_t in_units[32] = {
	['m' & 31] = BIT('i') | BIT('c') | BIT('g') | BIT('l') | BIT('m'), ['g' & 31] = UINT32_MAX, ['l' & 31] = BIT('i'), ['u' & 31] = BIT('n'),
	['p' & 31] = BIT('u'), ['t' & 31] = BIT('a'), ['c' & 31] = BIT('a'), ['d' & 31] = BIT('r'), ['s' & 31] = BIT('a'),
	['\xC2' & 31] = UINT32_MAX, ['\xCE' & 31] = UINT32_MAX,
}, in_numbers[32] = {
	['e' & 31] = BIT('i'), ['f' & 31] = BIT('o') | BIT('i'), ['h' & 31] = BIT('a'), ['n' & 31] = BIT('i'), ['o' & 31] = BIT('n'),
	['s' & 31] = BIT('i') | BIT('e'), ['t' & 31] = BIT('w') | BIT('h') | BIT('e'),
}, third_in_numbers[32] = {
	['e' & 31] = BIT('g'), ['f' & 31] = BIT('u') | BIT('v') | BIT('f'), ['h' & 31] = BIT('l'), ['n' & 31] = BIT('n'), ['o' & 31] = BIT('e'),
	['s' & 31] = BIT('x') | BIT('v'), ['t' & 31] = BIT('o') | BIT('e') | BIT('r') | BIT('i') | BIT('n'),
};

static bool
may_be(const uint32_t follow[32], struct ehc_str s, size_t at)
{
	return at < s.len && (follow[s.ptr[at] & 31] & BIT(at + 1 < s.len ? s.ptr[at + 1] : ' ')) != 0;
}

static bool
may_be_number(struct ehc_str s, size_t at)
{
	return may_be(in_numbers, s, at) && at + 2 < s.len && (third_in_numbers[s.ptr[at] & 31] & BIT(s.ptr[at + 2])) != 0;
}

static bool
is_letter(struct ehc_str s, size_t i)
{
	return i < s.len && (ehc_is_letter(s.ptr[i]) || (unsigned char)s.ptr[i] >= 0x80);
}

/* Is s[at] the start of that word, and of the whole word? */
static bool
word_at(struct ehc_str s, size_t at, const char *word)
{
	return ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), word) && !is_letter(s, at + ehc_str_of(word).len);
}

/* The first three letters settle most of the many comparisons: "the" is no "three". */
static bool
begins_alike(struct ehc_str s, size_t at, const char *word)
{
	for (size_t i = 0; i < 3 && word[i] != '\0'; i++)
		if (at + i >= s.len || word[i] != ehc_lower(s.ptr[at + i]))
			return false;
	return true;
}

static size_t
skip_blank(struct ehc_str s, size_t at)
{
	while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '\n' || s.ptr[at] == '-'))
		at++;
	return at;
}

/* Up to six digits, and up to three behind the point; 0 where more would make it no amount. */
static size_t
read_digits(struct ehc_str s, size_t at, int64_t *thousandths)
{
	size_t i = at, n = 0;
	int64_t scale = 100;

	for (*thousandths = 0; ehc_str_digit_at(s, i); i++, n++)
		*thousandths = n < 6 ? *thousandths * 10 + (s.ptr[i] - '0') : 0;
	*thousandths *= 1000;
	if (n > 6 || (i < s.len && s.ptr[i] == '.' && !ehc_str_digit_at(s, i + 1) && n == 0))
		return 0;
	if (i < s.len && s.ptr[i] == '.' && ehc_str_digit_at(s, i + 1))
		for (i++; ehc_str_digit_at(s, i); i++, scale /= 10)
			*thousandths += (s.ptr[i] - '0') * scale;
	return i - at;
}

static size_t
read_number(struct ehc_str s, size_t at, int64_t *thousandths)
{
	if (at > 0 && (is_letter(s, at - 1) || ehc_str_digit_at(s, at - 1) || (s.ptr[at - 1] == '.' && at > 1 && ehc_str_digit_at(s, at - 2))))
		return 0;
	if (ehc_str_digit_at(s, at) || (at < s.len && s.ptr[at] == '.' && ehc_str_digit_at(s, at + 1)))
		return read_digits(s, at, thousandths);
	if (!may_be_number(s, at))
		return 0;
	for (size_t i = 0; i < EHC_COUNT(numbers); i++)
		if (begins_alike(s, at, numbers[i].word) && word_at(s, at, numbers[i].word)) {
			*thousandths = numbers[i].thousandths;
			return ehc_str_of(numbers[i].word).len;
		}
	return 0;
}

/* The row of the unit that stands there, or their number. */
static size_t
unit_at(struct ehc_str s, size_t at)
{
	size_t i = may_be(in_units, s, at) ? 0 : EHC_COUNT(units);

	while (i < EHC_COUNT(units) && (!begins_alike(s, at, units[i].word) || !word_at(s, at, units[i].word)))
		i++;
	return i;
}

/* The unit behind the number, directly or behind "to 4", "or 4": a range gives its unit to both ends. */
static bool
read_unit(struct ehc_str s, size_t at, struct ehc_figure *out, int64_t number)
{
	static const char *const joins[] = { "to", "or", "and", "\xE2\x80\x93" };
	size_t from = skip_blank(s, at), n, unit = unit_at(s, from);
	int64_t other;

	if (unit < EHC_COUNT(units)) {
		out->dimension = units[unit].dimension;
		out->value = number * units[unit].factor;
		out->len = from + ehc_str_of(units[unit].word).len - out->at;
		return true;
	}
	for (size_t i = 0; i < EHC_COUNT(joins); i++)
		if (word_at(s, from, joins[i]) || (i == 3 && ehc_str_starts_nocase(ehc_str_sub(s, from, s.len), joins[i]))) {
			from = skip_blank(s, from + ehc_str_of(joins[i]).len);
			break;
		}
	n = read_number(s, from, &other);
	if (n == 0)
		return false;
	unit = unit_at(s, skip_blank(s, from + n));
	if (unit == EHC_COUNT(units))
		return false;
	out->dimension = units[unit].dimension;
	out->value = number * units[unit].factor;
	out->len = at - out->at;
	return true;
}

/* "EpiPen 150", "Jext 300": such a device is called by its micrograms. */
static bool
read_device(struct ehc_str s, size_t at, struct ehc_figure *out, int64_t number)
{
	if ((number != 150000 && number != 300000 && number != 500000) ||
	    !ehc_says(NULL, ehc_words_before(s, at, 14), "epipen|jext|emerade|adrenaline|injector|AAI|pen"))
		return false;
	out->dimension = EHC_MASS;
	out->value = number;
	return true;
}

/* "10.40am", "2 pm", "12.15pm". */
static bool
read_clock(struct ehc_str s, size_t at, struct ehc_figure *out)
{
	size_t i = at;
	int64_t hour = 0, minute = 0;

	for (; ehc_str_digit_at(s, i) && i < at + 2; i++)
		hour = hour * 10 + (s.ptr[i] - '0');
	if (i == at || hour > 12)
		return false;
	if (i < s.len && (s.ptr[i] == '.' || s.ptr[i] == ':') && ehc_str_digit_at(s, i + 1) && ehc_str_digit_at(s, i + 2)) {
		minute = (s.ptr[i + 1] - '0') * 10 + (s.ptr[i + 2] - '0');
		i += 3;
	}
	i += i < s.len && s.ptr[i] == ' ';
	if (!word_at(s, i, "am") && !word_at(s, i, "pm"))
		return false;
	out->dimension = EHC_CLOCK;
	out->value = (hour % 12 + (word_at(s, i, "pm") ? 12 : 0)) * 60 + minute;
	out->len = i + 2 - at;
	return true;
}

/* Where a number may begin, from `at` on: a figure, a point before one, or the first letter of a word. */
static size_t
next_start(struct ehc_str s, size_t at)
{
	for (; at < s.len; at++) {
		if (ehc_is_letter(s.ptr[at])) {
			if ((at == 0 || !ehc_is_letter(s.ptr[at - 1])) && may_be_number(s, at))
				break;
			while (at + 1 < s.len && ehc_is_letter(s.ptr[at + 1]))
				at++;
		} else if (ehc_is_digit(s.ptr[at]) || (s.ptr[at] == '.' && ehc_str_digit_at(s, at + 1))) {
			break;
		}
	}
	return at;
}

bool
ehc_figure_next(struct ehc_str s, size_t *from, struct ehc_figure *out)
{
	for (size_t i = next_start(s, *from); i < s.len; i = next_start(s, i + 1)) {
		int64_t number;
		size_t n = read_number(s, i, &number);

		if (n == 0)
			continue;
		*out = (struct ehc_figure){ .at = i, .len = n };
		if (read_clock(s, i, out)) {
			*from = i + out->len;
			return true;
		}
		if (read_unit(s, i + n, out, number) || read_device(s, i, out, number)) {
			*from = i + (out->len > n ? out->len : n);
			return true;
		}
		i += n - 1;
	}
	*from = s.len;
	return false;
}

bool
ehc_figure_same(const struct ehc_figure *a, const struct ehc_figure *b)
{
	return a->dimension == b->dimension && a->value == b->value;
}

/* What stands behind a bare figure that is read off: the end of the clause, a sign for it, or what is done then. */
static bool
is_bare(struct ehc_str s, size_t at)
{
	static const char then[] = "mmol|degrees|c|per|percent|for|and|or|give|gives|call|calls|ring|rings|start|starts|then|she|he|they|at|before|after|do|test|treat";
	size_t from = skip_blank(s, at), end = from;

	while (end < s.len && ehc_is_letter(s.ptr[end]))
		end++;
	return end == from || ehc_says(NULL, ehc_str_sub(s, from, end), then);
}

/* "Below 4", "less than 4": the word stands right before the figure. */
static bool
is_behind_side(struct ehc_str s, size_t at)
{
	struct ehc_str before = ehc_words_before(s, at, 14);
	size_t len, from = ehc_says_at(NULL, before, EHC_BELOW "|" EHC_ABOVE, &len);

	return from != SIZE_MAX && ehc_str_trim(ehc_str_sub(before, from + len, before.len)).len == 0;
}

bool
ehc_number_next(struct ehc_str s, size_t *from, struct ehc_figure *out)
{
	for (size_t i = next_start(s, *from); i < s.len; i = next_start(s, i + 1)) {
		int64_t number;
		size_t n = read_number(s, i, &number);

		if (n == 0)
			continue;
		*out = (struct ehc_figure){ .at = i, .len = n, .dimension = EHC_LEVEL, .value = number };
		*from = i + n;
		return true;
	}
	*from = s.len;
	return false;
}

bool
ehc_level_next(struct ehc_str s, size_t *from, struct ehc_figure *out)
{
	while (ehc_number_next(s, from, out))
		if (is_behind_side(s, out->at) && is_bare(s, out->at + out->len))
			return true;
	return false;
}
