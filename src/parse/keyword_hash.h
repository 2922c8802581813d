/*
 * keyword_hash.h - the hash under which labels are found. The program that makes the table while building
 * (grammar/keyword_table.c) and the look-up itself (keywords.c) must agree on it, so it stands here once.
 */
#ifndef EHC_KEYWORD_HASH_H
#define EHC_KEYWORD_HASH_H

#include <stdint.h>

#define EHC_KEYWORD_SLOTS 2048u         /* a power of two, several times the number of spellings */
#define EHC_KEYWORD_HASH_START 2166136261u

/* Takes one more byte (small letters only) into the hash of a label. */
static inline uint32_t
ehc_keyword_hash_byte(uint32_t h, char c)
{
	return (h ^ (unsigned char)c) * 16777619u;
}

/* The slot to look into first; the next ones follow. */
static inline uint32_t
ehc_keyword_slot(uint32_t h)
{
	return (h ^ h >> 15) & (EHC_KEYWORD_SLOTS - 1);
}

#endif
