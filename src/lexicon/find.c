/*
 * find.c - looks a word up in the lexicon.
 */
#include "lexicon/lexicon.h"

static bool
same(const struct ehc_lex_word *entry, const struct ehc_lex_spelling *w)
{
	const size_t n = sizeof(entry->start);

	return entry->len == w->n && memcmp(entry->start, w->letters, n) == 0 &&
	    (w->n <= n || memcmp(ehc_lex_letters + entry->letters + n, w->letters + n, w->n - n) == 0);
}

uint32_t
ehc_lex_find(const struct ehc_lex_spelling *w)
{
	uint32_t mask = ehc_lex_nslots - 1;

	if (w->n == 0 || w->n > EHC_LONGEST_WORD)
		return EHC_NO_WORD;
	for (uint32_t i = ehc_table_slot(w->hash, ehc_lex_nslots); ehc_lex_slots[i].rank != 0; i = (i + 1) & mask) {
		uint32_t rank = ehc_lex_slots[i].rank - 1u;

		if (ehc_lex_slots[i].hash == w->hash >> 16 && same(&ehc_lex_words[rank], w))
			return rank;
	}
	return EHC_NO_WORD;
}
