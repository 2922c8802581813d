/*
 * assign.h - pairs from two lists so that all of them together fit best.
 */
#ifndef EHC_DIFF_ASSIGN_H
#define EHC_DIFF_ASSIGN_H

#include "ehc/base.h"

struct diff_fit { size_t old, new; unsigned how; };     /* how well, from 1 */
struct diff_assign { struct diff_fit *items; size_t count, cap; };

/*
 * For each of the `nold` the one of the `nnew` that it goes with, or SIZE_MAX. A good pair is worth more than two poor ones; where two
 * ways are as good, the one that keeps the order. Exact where no more than some hundred hang together; beyond that, the best
 * pair first.
 */
size_t *diff_assign_best(struct ehc_arena *a, const struct diff_assign *fits, size_t nold, size_t nnew);

#endif
