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

/*
 * Words are taken in eight bytes at a time, in small letters, the first byte being the lowest; NUL bytes fill the last eight up.
 */
static inline uint64_t
ehc_table_hash_eight(uint64_t h, uint64_t eight)
{
	h = (h ^ eight) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 32;
}

/* The slot to look into first, of a number that is a power of two; the next ones follow. */
static inline uint32_t
ehc_table_slot(uint32_t h, uint32_t slots)
{
	return (h ^ h >> 15) & (slots - 1);
}

#endif
