/*
 * alike.c - names that a profile and a plan write in different ways: a service is "Speech and language therapy", and the plan
 * says "speech and language therapist"; a task is "gastrostomy feeding", and the plan says "give the gastrostomy feed".
 */
#include "rules/house.h"

#define STEM 4  /* letters that two forms of a word share at least */

static struct ehc_str
next_word(struct ehc_str s, size_t *at)
{
	size_t from = *at, end;

	while (from < s.len && !ehc_is_letter(s.ptr[from]) && !ehc_is_digit(s.ptr[from]))
		from++;
	for (end = from; end < s.len && ehc_is_letter_or_digit(s.ptr[end]);)
		end++;
	*at = end;
	return ehc_str_sub(s, from, end);
}

/* "PEG" and "IV" weigh as much as longer words; "of", "the" and what every service is called weigh nothing. */
static bool
has_weight(struct ehc_str w)
{
	static const char *const light[] = { "with", "from", "this", "that", "their", "child", "children", "service", "services", "team" };
	bool capitals = w.len > 1;

	for (size_t i = 0; i < EHC_COUNT(light); i++)
		if (ehc_str_is_nocase(w, light[i]))
			return false;
	for (size_t i = 0; i < w.len; i++)
		capitals = capitals && ehc_is_capital(w.ptr[i]);
	return capitals || w.len >= STEM || (w.len > 0 && ehc_is_digit(w.ptr[0]));
}

static bool
is_ending(struct ehc_str s)
{
	static const char *const endings[] = { "", "s", "e", "es", "ed", "er", "ers", "ing", "y", "ies", "ist", "ists", "ian", "ians", "ic",
		"al", "or", "ors", "ion", "ions", "ment", "ise", "isation", "ation" };

	return ehc_str_is_one_of(s, endings, EHC_COUNT(endings));
}

static bool
same_word(struct ehc_str a, struct ehc_str b)
{
	size_t shared = 0;

	while (shared < a.len && shared < b.len && ehc_str_eq_nocase(ehc_str_sub(a, shared, shared + 1), ehc_str_sub(b, shared, shared + 1)))
		shared++;
	if (shared == a.len && shared == b.len)
		return true;
	return shared >= STEM && is_ending(ehc_str_sub(a, shared, a.len)) && is_ending(ehc_str_sub(b, shared, b.len));
}

static bool
stands_in(struct ehc_str word, struct ehc_str s, size_t *at, size_t *len)
{
	size_t i = 0;
	struct ehc_str w;

	while ((w = next_word(s, &i)).len > 0)
		if (same_word(word, w)) {
			*at = (size_t)(w.ptr - s.ptr);
			*len = w.len;
			return true;
		}
	return false;
}

size_t
ehc_names_alike(struct ehc_str name, struct ehc_str s, size_t *at, size_t *len)
{
	size_t i = 0, n = 0, first = SIZE_MAX, bytes = 0;
	struct ehc_str w;

	while ((w = next_word(name, &i)).len > 0) {
		size_t place, size;

		if (!has_weight(w))
			continue;
		if (!stands_in(w, s, &place, &size))
			return 0;
		n++;
		if (place < first) {
			first = place;
			bytes = size;
		}
	}
	if (at != NULL)
		*at = first;
	if (len != NULL)
		*len = bytes;
	return n;
}
