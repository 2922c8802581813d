/*
 * hash.h - where a word stands in the table of words: mklexicon writes the table, src/prose looks words up in it.
 */
#ifndef EHC_LEXICON_HASH_H
#define EHC_LEXICON_HASH_H

#include <stddef.h>
#include <stdint.h>

/* FNV-1a: short keys, no need to stand up to an enemy. */
static inline uint32_t
ehc_lex_hash(const char *word, size_t n)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)word[i]) * 16777619u;
	return h ^ h >> 15;
}

#endif
