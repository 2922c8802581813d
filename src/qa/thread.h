/*
 * thread.h - the golden thread as four columns of items, and the ties between neighbouring columns.
 */
#ifndef EHC_QA_THREAD_H
#define EHC_QA_THREAD_H

#include "qa/qa.h"

enum { QA_COLUMNS = 4 };

struct qa_column { enum ehc_item_kind kind; const char *name; };
extern const struct qa_column qa_columns[QA_COLUMNS];

/* The column of an item, or -1. */
int qa_column_of(const struct ehc_item *it);
const struct ehc_items *qa_column_items(const struct qa *q, int column);

/* The gap between column `gap` and the next. */
/* Ties of an item over that gap, in the order of the file: the next from *at on, or NULL. */
const struct ehc_link *qa_next_tie(const struct ehc_item *it, int gap, size_t *at);
const struct ehc_item *qa_far_end(const struct ehc_link *l, const struct ehc_item *it);
/* Should the item be tied over that gap, and is not? */
bool qa_is_loose(const struct ehc_item *it, int gap);
/* What is missing over it, as words: "no provision". */
const char *qa_missing_over(const struct ehc_item *it, int gap);
/* The gap over which a broken tie was meant to go, or -1. */
int qa_gap_of(const struct ehc_link *l);

/* thread_picture.c */
bool qa_can_draw_thread(const struct qa *q);
void qa_put_thread_picture(struct qa *q);

#endif
