/*
 * lexicon.h - the tables that grammar/lexicon/mklexicon.c makes from phrases.def and words.def.
 */
#ifndef EHC_PROSE_LEXICON_H
#define EHC_PROSE_LEXICON_H

#include "table_hash.h"

#include <stdint.h>

/* What a word can do in a sentence; bits. */
enum ehc_word_class_number {
#define WORD_CLASS(name) EHC_CLASS_NUMBER_##name,
#include "lexicon/classnames.def"
};
enum ehc_word_class {
#define WORD_CLASS(name) EHC_CLASS_##name = 1 << EHC_CLASS_NUMBER_##name,
#include "lexicon/classnames.def"
};

/* A state of the matcher: its edges by rank of word, and what is matched on arriving. */
struct ehc_lex_node { uint32_t first_edge, nedges, first_accept, naccepts; };
struct ehc_lex_edge { uint32_t word, node; };
struct ehc_lex_accept { uint16_t list, row; };

extern const char *const ehc_lex_words[];       /* sorted by bytes */
extern const uint32_t ehc_lex_classes[];        /* of each word, EHC_CLASS_... */
extern const uint16_t ehc_lex_slots[];          /* open addressing by ehc_table_hash(): 1 + rank, or 0 */
extern const uint32_t ehc_lex_nslots;             /* a power of two */
extern const uint32_t ehc_lex_first[];          /* of each word, the state that it leads to from the start, or 0 */
extern const struct ehc_lex_node ehc_lex_nodes[];       /* 0 is the start */
extern const struct ehc_lex_edge ehc_lex_edges[];
extern const struct ehc_lex_accept ehc_lex_accepts[];

#endif
