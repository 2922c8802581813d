/*
 * advice.h - what the files of this folder share: a recommendation and a provision of the plan belong together (match.c), what
 * the advice leaves open and what the plan lost of it (compare.c).
 */
#ifndef EHC_ADVICE_PRIVATE_H
#define EHC_ADVICE_PRIVATE_H

#include "ehc/advice.h"

#define MOST_COMPARED ((size_t)1500)    /* recommendations, and provisions, of one comparison: no family's papers hold so many */

/* Fills c->matters out of c->recommendations and c->provisions. */
void ehc_advice_match(struct ehc_arena *a, struct ehc_comparison *c);
/* What the matter's advice leaves open, and what of it the plan gives less. */
void ehc_advice_judge(struct ehc_matter *m);
/* What the words of a recommendation leave for whoever takes it over to guess. */
unsigned ehc_advice_vague(const struct ehc_given *g);

#endif
