/*
 * str.c - slices of text. Letter case is folded for ASCII only: labels, ids and the words of the lexicon are ASCII.
 */
#include "ehc/base.h"

#include <string.h>

struct ehc_str
ehc_str_trim(struct ehc_str s)
{
	while (s.len > 0 && ehc_is_blank(s.ptr[0]))
		s.ptr++, s.len--;
	while (s.len > 0 && ehc_is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool
ehc_str_eq(struct ehc_str a, struct ehc_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool
ehc_str_is(struct ehc_str a, const char *cstring)
{
	size_t i = 0;

	while (i < a.len && cstring[i] != '\0' && a.ptr[i] == cstring[i])
		i++;
	return i == a.len && cstring[i] == '\0';
}

static bool
same_nocase(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_lower(a[i]) != ehc_lower(b[i]))
			return false;
	return true;
}

bool
ehc_str_eq_nocase(struct ehc_str a, struct ehc_str b)
{
	return a.len == b.len && same_nocase(a.ptr, b.ptr, a.len);
}

bool
ehc_str_same_nocase(struct ehc_str a, const char *cstring)
{
	size_t i = 0;

	while (i < a.len && cstring[i] != '\0' && ehc_lower(a.ptr[i]) == ehc_lower(cstring[i]))
		i++;
	return i == a.len && cstring[i] == '\0';
}

bool
ehc_str_start_same_nocase(struct ehc_str s, const char *prefix)
{
	size_t i = 0;

	while (i < s.len && prefix[i] != '\0' && ehc_lower(s.ptr[i]) == ehc_lower(prefix[i]))
		i++;
	return prefix[i] == '\0';
}

bool
ehc_str_ends_nocase(struct ehc_str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return s.len >= n && same_nocase(s.ptr + s.len - n, suffix, n);
}

bool
ehc_str_has_digit(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ehc_is_digit(s.ptr[i]))
			return true;
	return false;
}

struct ehc_str
ehc_str_word_before(struct ehc_str s, size_t at)
{
	size_t end = at, from;

	while (end > 0 && ehc_is_blank(s.ptr[end - 1]))
		end--;
	for (from = end; from > 0 && !ehc_is_blank(s.ptr[from - 1]); from--)
		;
	return ehc_str_sub(s, from, end);
}

size_t
ehc_str_words(struct ehc_str s)
{
	size_t n = 0;
	bool in = false;

	for (size_t i = 0; i < s.len; i++) {
		bool blank = ehc_is_blank(s.ptr[i]);

		n += !blank && !in;
		in = !blank;
	}
	return n;
}

int
ehc_str_cmp(struct ehc_str a, struct ehc_str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n == 0 ? 0 : memcmp(a.ptr, b.ptr, n);

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Texts are wrapped, so words that are sought may stand on two lines. */
static bool
same_words(const char *text, const char *needle, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_lower(text[i]) != ehc_lower(needle[i]) && !(needle[i] == ' ' && (text[i] == '\n' || text[i] == '\t')))
			return false;
	return true;
}

/*
 * How often a letter comes in a hundred thousand letters of English prose, by its place in the alphabet; a blank has the first place. What is no
 * letter counts as the one that shares its place: it is rare enough.
 */
static const unsigned short commonness[32] = { 20000, 8200, 1500, 2800, 4300, 12700, 2200, 2000, 6100, 7000, 150, 770, 4000, 2400, 6700, 7500,
	1900, 95, 6000, 6300, 9100, 2800, 980, 2400, 150, 2000, 74, 1000, 1000, 1000, 1000, 1000 };

/* The place of the rarest letter of the words, or of one that is rare enough. */
static size_t
rarest(struct ehc_str words)
{
	unsigned least = UINT32_MAX;
	size_t rare = 0;

	for (size_t i = 0; i < words.len && least > 1500; i++) {
		unsigned common = commonness[words.ptr[i] & 31];

		if (common < least) {
			least = common;
			rare = i;
		}
	}
	return rare;
}

static const char *
next_of(const char *from, const char *end, char c)
{
	const char *at = from < end ? memchr(from, c, (size_t)(end - from)) : NULL;

	return at != NULL ? at : end;
}

/* The n bytes at i are whole words where `whole` asks for that. */
static bool
stands_alone(struct ehc_str s, size_t i, size_t n, bool whole)
{
	return !whole || ((i == 0 || !ehc_is_word_byte(s.ptr[i - 1])) && (i + n == s.len || !ehc_is_word_byte(s.ptr[i + n])));
}

static size_t
find_blanks(struct ehc_str s, const char *needle, size_t n, bool whole)
{
	for (size_t i = 0; i + n <= s.len; i++)
		if (same_words(s.ptr + i, needle, n) && stands_alone(s, i, n, whole))
			return i;
	return SIZE_MAX;
}

/*
 * Rules look for hundreds of words in every text and seldom find one, so the rarest letter of the words is looked for, in
 * both cases, and the rest is compared around it. A blank stands for line breaks too, which is why it is never that letter.
 */
size_t
ehc_str_find(struct ehc_str s, struct ehc_str words, bool whole)
{
	const char *at, *end, *small, *big;
	size_t n = words.len, rare;
	char low, high;

	if (n == 0 || n > s.len)
		return SIZE_MAX;
	rare = rarest(words);
	if (words.ptr[rare] == ' ')
		return find_blanks(s, words.ptr, n, whole);
	low = ehc_lower(words.ptr[rare]);
	high = low >= 'a' && low <= 'z' ? (char)(low - ('a' - 'A')) : low;
	end = s.ptr + s.len - n + rare + 1;
	small = next_of(s.ptr + rare, end, low);
	big = high == low ? end : next_of(s.ptr + rare, end, high);
	while ((at = small < big ? small : big) < end) {
		size_t i = (size_t)(at - rare - s.ptr);

		if (same_words(s.ptr + i, words.ptr, n) && stands_alone(s, i, n, whole))
			return i;
		if (at == small)
			small = next_of(at + 1, end, low);
		else
			big = next_of(at + 1, end, high);
	}
	return SIZE_MAX;
}

/* ---- many words in one text ---- */

/* A letter's place in the alphabet, in either case; what is no letter shares one. */
static unsigned
place_of(char c)
{
	return (unsigned)c & 31;
}

struct ehc_pairs
ehc_pairs_of(struct ehc_str s)
{
	struct ehc_pairs p = { { 0 } };
	unsigned before = s.len > 0 ? place_of(s.ptr[0]) : 0;

	for (size_t i = 1; i < s.len; i++) {
		unsigned here = place_of(s.ptr[i]);

		p.after[before] |= (uint32_t)1 << here;
		before = here;
	}
	return p;
}

bool
ehc_pairs_may_hold(const struct ehc_pairs *p, const char *words)
{
	for (; words[0] != '\0' && words[1] != '\0'; words++)
		if (words[0] != ' ' && words[1] != ' ' && (p->after[place_of(words[0])] >> place_of(words[1]) & 1) == 0)
			return false;
	return true;
}

bool
ehc_str_split(struct ehc_str *rest, char sep, struct ehc_str *part)
{
	const char *end;

	*part = EHC_NOSTR;
	if (rest->len == 0)
		return false;
	end = memchr(rest->ptr, sep, rest->len);
	if (end == NULL) {
		*part = *rest;
		*rest = EHC_NOSTR;
		return true;
	}
	part->ptr = rest->ptr;
	part->len = (size_t)(end - rest->ptr);
	rest->ptr = end + 1;
	rest->len -= part->len + 1;
	return true;
}

/* FNV-1a: short keys, no need to stand up to an enemy. */
uint64_t
ehc_str_hash(struct ehc_str s)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.ptr[i]) * 1099511628211u;
	return h;
}
