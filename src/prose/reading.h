/*
 * reading.h - the parts of one walk over a text: its bytes become words (words.c), and what the lexicon knows of these is
 * found (match.c). Private to src/prose.
 */
#ifndef EHC_PROSE_READING_H
#define EHC_PROSE_READING_H

#include "prose/sense.h"

struct ehc_reading {
	struct ehc_arena *arena;
	struct ehc_prose *p;
	EHC_VEC(struct ehc_token) tokens;
	EHC_VEC(struct ehc_sentence) sentences;
	EHC_VEC(struct ehc_match) matches;
	size_t first_figure;            /* the first token of figures, or SIZE_MAX */
};

/* Words, what stands between them, sentences, speech and headings. */
void ehc_words_read(struct ehc_reading *r);
/* Every stretch of words that the lexicon knows, by place. */
void ehc_matches_find(struct ehc_reading *r);

#endif
