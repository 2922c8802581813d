/*
 * start.c - whether an amount may begin at a word: a cheap look before the scanner is set to work, since most words of a
 * text begin none.
 */
#include "amount/part.h"
#include "lexicon/lexicon.h"

#define DEPTH 3         /* "in the first": how many words are looked at */

static bool
is_figure(struct ehc_str s)
{
	return s.len > 0 && (ehc_is_digit(s.ptr[0]) || (unsigned char)s.ptr[0] == 0xC2);
}

static uint64_t
classes_of(const struct ehc_lex_spelling *word)
{
	uint32_t rank = ehc_lex_find(word);

	return rank == EHC_NO_WORD ? 0 : ehc_lex_words[rank].classes;
}

bool
ehc_amount_may_start(struct ehc_str text)
{
	uint64_t begins = EHC_CLASS(BEGINS_AMOUNT);
	const uint32_t *heads = ehc_lex_amount_heads;

	for (int depth = 0; depth < DEPTH; depth++) {
		struct ehc_lex_spelling word;
		uint64_t classes;
		size_t n;

		if (!ehc_lex_may_be(heads, text))
			return false;
		ehc_spell_begin(&word);
		n = ehc_spell_letters(&word, text, 0);
		if (n == 0)
			return is_figure(text);
		classes = classes_of(&word);
		if ((classes & begins) != 0)
			return true;
		if ((classes & EHC_CLASS(OPENS_AMOUNT)) == 0)
			return false;
		while (n < text.len && (text.ptr[n] == ' ' || text.ptr[n] == '\n' || text.ptr[n] == '\t' || text.ptr[n] == '-'))
			n++;
		text = ehc_str_sub(text, n, text.len);
		begins |= EHC_CLASS(IN_AMOUNT);
		heads = ehc_lex_opened_heads;
	}
	return false;
}

static bool
is_in_word(struct ehc_str s, size_t i)
{
	return ehc_lex_kinds[(unsigned char)s.ptr[i]] != EHC_HEAD_END;
}

static size_t
end_of_word(struct ehc_str s, size_t i)
{
	while (i < s.len && is_in_word(s, i))
		i++;
	return i;
}

size_t
ehc_amount_next(struct ehc_str text, size_t from)
{
	size_t i = from > 0 && is_in_word(text, from - 1) ? end_of_word(text, from) : from;

	for (;; i = end_of_word(text, i)) {
		while (i < text.len && !is_in_word(text, i))
			i++;
		if (i >= text.len || ehc_lex_may_be(ehc_lex_amount_heads, ehc_str_sub(text, i, text.len)))
			return i;
	}
}
