/*
 * ticks.h - shared by the files that read boxes to tick.
 */
#ifndef EHC_IMPORT_TICKS_H
#define EHC_IMPORT_TICKS_H

#include "import/draft.h"

enum box { NO_BOX, OPEN, TICKED };

struct ticks {
	struct ehc_arena *a;
	struct ehc_draft *d;            /* the copy */
	struct ehc_buf out;             /* of the line that is read now */
};

/* ---- ticks.c ---- */

/* The box at s.ptr[i], and its bytes. */
enum box tick_box_at(struct ehc_str s, size_t i, size_t *len);
/* A box is ticked in the list, or in a table of it. */
bool tick_any(const struct ehc_draft_block *b);
/* "Yes", "No", "n/a". */
bool tick_is_answer(struct ehc_str s);
void tick_leave(struct ticks *t, const struct ehc_draft_block *b);
/* Copies the list, each block with what is ticked in it. */
void tick_list(struct ticks *t, struct ehc_draft_block **first, struct ehc_draft_block **last);

/* ---- ticks_table.c ---- */

/* Copies the rows and reads the boxes in them. */
void tick_table(struct ticks *t, struct ehc_draft_table *table);

#endif
