/*
 * find.c - looks a word up in the lexicon.
 */
#include "lexicon/lexicon.h"

uint32_t
ehc_lex_find(const struct ehc_lex_spelling *w)
{
	uint32_t mask = ehc_lex_nslots - 1;

	if (w->n == 0 || w->n > EHC_LONGEST_WORD)
		return EHC_NO_WORD;
	for (uint32_t i = ehc_table_slot(w->hash, ehc_lex_nslots); ehc_lex_slots[i].rank != 0; i = (i + 1) & mask) {
		const struct ehc_lex_word *entry = &ehc_lex_words[ehc_lex_slots[i].rank - 1];

		if (ehc_lex_slots[i].hash == w->hash >> 16 && entry->len == w->n && memcmp(ehc_lex_letters + entry->letters, w->letters, w->n) == 0)
			return ehc_lex_slots[i].rank - 1u;
	}
	return EHC_NO_WORD;
}
