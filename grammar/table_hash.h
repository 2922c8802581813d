/*
 * table_hash.h - the hash of the tables that are made while building: of labels (grammar/keyword_table.c) and of the lexicon's words
 * (grammar/lexicon/mklexicon.c). Those who make them and those who look into them must agree on it, so it stands here once.
 */
#ifndef EHC_TABLE_HASH_H
#define EHC_TABLE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define EHC_TABLE_HASH_START 2166136261u

/* Takes one more byte in (FNV-1a: short keys, no need to stand up to an enemy). */
static inline uint32_t
ehc_table_hash_byte(uint32_t h, char c)
{
	return (h ^ (unsigned char)c) * 16777619u;
}

static inline uint32_t
ehc_table_hash(const char *word, size_t n)
{
	uint32_t h = EHC_TABLE_HASH_START;

	for (size_t i = 0; i < n; i++)
		h = ehc_table_hash_byte(h, word[i]);
	return h;
}

/* The slot to look into first, of a number that is a power of two; the next ones follow. */
static inline uint32_t
ehc_table_slot(uint32_t h, uint32_t slots)
{
	return (h ^ h >> 15) & (slots - 1);
}

#endif
