/*
 * keyword_hash.h - how large the table is in which labels are found. The program that makes it while building
 * (grammar/keyword_table.c) and the look-up itself (keywords.c) must agree on it, so it stands here once.
 */
#ifndef EHC_KEYWORD_HASH_H
#define EHC_KEYWORD_HASH_H

#include "table_hash.h"

#define EHC_KEYWORD_SLOTS 2048u         /* a power of two, several times the number of spellings */

#endif
