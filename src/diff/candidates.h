/*
 * candidates.h - items that a text may be like, found by the words that they share.
 */
#ifndef EHC_DIFF_CANDIDATES_H
#define EHC_DIFF_CANDIDATES_H

#include "ehc/alike.h"
#include "ehc/model.h"

/* Items of one kind in one of the plans, and what each speaks of. */
struct diff_pool {
	struct ehc_item **items;
	struct ehc_topics *topics;
	size_t count;
};

struct diff_index;
struct diff_index *diff_index_of(struct ehc_arena *a, const struct diff_pool *pool);

struct diff_candidate { uint32_t item; unsigned weight; };      /* its place in the pool */
struct diff_candidates { struct diff_candidate *items; size_t count, cap; };
/*
 * The items that share the heaviest of the text's rarer words, the best first; every item of a small pool. In a large one words that
 * stand in very many items are looked at only where no others do, so that the time does not go with the square of its size.
 */
struct diff_candidates diff_candidates_in(struct ehc_arena *a, const struct diff_index *index, const struct ehc_topics *text);

#endif
