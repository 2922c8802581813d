/*
 * alike.h - how alike two texts are in what they speak of, told by their words alone.
 *
 * A text is boiled down to its topics: each word once, without its ending, small words and those of amounts left out, so that
 * "Swallowing is checked each week" and "weekly check of how she swallows" have the same. Whoever matches items by content (a plan
 * with the advice it rests on, a plan with last year's) weighs topics, so that items renumbered, reordered or reworded are found
 * again. The same texts always give the same figures.
 */
#ifndef EHC_ALIKE_H
#define EHC_ALIKE_H

#include "ehc/base.h"

struct ehc_topic {
	struct ehc_str stem;            /* lower case, without its ending */
	struct ehc_str word;            /* as it stands first in the text */
	unsigned weight;
};
struct ehc_topics {
	struct ehc_topic *items;        /* by stem, each once */
	size_t count;
	unsigned weight;                /* of all together; 0 for a text that speaks of nothing */
};

/* Of the text; the arena keeps the stems, the words are slices of it. */
struct ehc_topics ehc_topics_of(struct ehc_arena *a, struct ehc_str text);
/* Of two texts together. */
struct ehc_topics ehc_topics_join(struct ehc_arena *a, const struct ehc_topics *x, const struct ehc_topics *y);
/*
 * Words that stand in many of the texts tell little apart: weighs each by how few of the n texts hold it. For texts that are
 * matched with one another, all of them at once.
 */
void ehc_topics_weigh(struct ehc_arena *a, struct ehc_topics *texts, size_t n);

/* In thousandths: what both speak of, as a part of what either does. 1000 for the same topics, 0 where none is shared. */
unsigned ehc_topics_alike(const struct ehc_topics *x, const struct ehc_topics *y);
/* In thousandths: how much of what x speaks of stands in y. */
unsigned ehc_topics_within(const struct ehc_topics *x, const struct ehc_topics *y);
/* The words of x whose topics y has too, the heaviest first, at most `most`; returns how many. */
size_t ehc_topics_shared(const struct ehc_topics *x, const struct ehc_topics *y, struct ehc_str *out, size_t most);

#endif
