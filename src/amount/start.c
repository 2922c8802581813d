/*
 * start.c - whether an amount may begin at a word of a sentence: a cheap look before the scanner is set to work, since most words of a
 * text begin none. It decides too: the scanner would take a bare noun, which in a sentence is no amount ("visits to the farm").
 */
#include "amount/part.h"
#include "lexicon/lexicon.h"

#define DEPTH 3         /* "in the first": how many words are looked at */

static bool
is_figure(struct ehc_str s, size_t i)
{
	return i < s.len && (ehc_is_digit(s.ptr[i]) || (unsigned char)s.ptr[i] == 0xC2);
}

static unsigned
letter_at(struct ehc_str s, size_t i)
{
	return i < s.len ? ehc_lex_letter[(unsigned char)s.ptr[i]] : EHC_LETTER_NONE;
}

/* What the word at s[*i] is to an amount; *i is moved to where the word ends, or is seen to be none of an amount. */
static inline uint64_t
take_word(struct ehc_str s, size_t *i)
{
	const struct ehc_lex_spelt *at = ehc_lex_amount_words;
	size_t end = *i;
	unsigned next, behind;

	for (; end < s.len && (next = at->next[ehc_lex_letter[(unsigned char)s.ptr[end]]]) != 0; end++)
		at = &ehc_lex_amount_words[next];
	*i = end;
	behind = letter_at(s, end);
	return behind == EHC_LETTER_NONE || behind == EHC_LETTER_OTHER ? at->classes : 0;
}

#define OF_AMOUNTS (EHC_CLASS(BEGINS_AMOUNT) | EHC_CLASS(ENTERS_AMOUNT) | EHC_CLASS(IN_AMOUNT))

/* Whether a figure or a word of the classes `right` stands at s[i], behind a word that opens an amount; words of `before` may stand before it. */
static bool
leads_on(struct ehc_str s, size_t i, uint64_t right, uint64_t before)
{
	for (int depth = 1; depth < DEPTH; depth++) {
		uint64_t classes;

		while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t' || s.ptr[i] == '-'))
			i++;
		if (is_figure(s, i))
			return true;
		classes = take_word(s, &i);
		if ((classes & right) != 0)
			return true;
		if ((classes & before) == 0)
			return false;
	}
	return false;
}

/* Whether an amount may start at s[*i]; where not, *i is moved into the word or behind it. */
static inline bool
may_start(struct ehc_str s, size_t *i)
{
	uint64_t classes;

	if (is_figure(s, *i))
		return true;
	classes = take_word(s, i);
	if (classes == 0)
		return false;
	if ((classes & EHC_CLASS(ENTERS_AMOUNT)) != 0)
		return leads_on(s, *i, OF_AMOUNTS | EHC_CLASS(BEHIND_ENTERING), EHC_CLASS(OPENS_AMOUNT) | EHC_CLASS(JOINS_AMOUNT));
	return (classes & EHC_CLASS(BEGINS_AMOUNT)) != 0 ||
	    ((classes & EHC_CLASS(OPENS_AMOUNT)) != 0 && leads_on(s, *i, OF_AMOUNTS, EHC_CLASS(OPENS_AMOUNT)));
}

bool
ehc_amount_may_start(struct ehc_str text)
{
	size_t i = 0;

	return may_start(text, &i);
}

static size_t
end_of_word(struct ehc_str s, size_t i)
{
	while (letter_at(s, i) != EHC_LETTER_NONE)
		i++;
	return i;
}

size_t
ehc_amount_next(struct ehc_str text, size_t from)
{
	size_t i = from > 0 && letter_at(text, from - 1) != EHC_LETTER_NONE ? end_of_word(text, from) : from;

	for (;; i = end_of_word(text, i)) {
		size_t at;

		while (i < text.len && letter_at(text, i) == EHC_LETTER_NONE)
			i++;
		at = i;
		if (i >= text.len || may_start(text, &i))
			return at;
	}
}
