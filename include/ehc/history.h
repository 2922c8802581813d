/*
 * history.h - what earlier reports on many plans said: a run is a day and the figures that its report showed. Nothing that was hidden
 * is in it, no plan, no name and no writer, so that it can be kept longer than the plans.
 *
 * Ownership: everything is in the arena that the history was read into. The file is an SQLite database, read and written by
 * ehc-history.so, which is loaded when a history is asked for.
 */
#ifndef EHC_HISTORY_H
#define EHC_HISTORY_H

#include "ehc/panel.h"

/* One cell of a table that is the same from run to run. Ids are those of the panel. */
struct ehc_history_figure {
	struct ehc_str table, row, column;
	int64_t value;                  /* in the column's measure */
};

struct ehc_history_run {
	ehc_day as_of;
	struct ehc_str rules;           /* chains of house rules in force, and the version of the program: other rules, other figures */
	struct ehc_history_figure *figures;     /* sorted by table, row, column */
	size_t count, cap;
};

struct ehc_history {
	struct ehc_history_run *items;  /* oldest first */
	size_t count, cap;
};

/* What the history keeps of this report. */
struct ehc_history_run ehc_history_of(const struct ehc_panel *p);
/* The figure of that cell, or NULL where the run does not show it. */
const struct ehc_history_figure *ehc_history_find(const struct ehc_history_run *run, const char *table, const char *row, const char *column);

/* Reads every run. A file that is not there holds none. False: *trouble says why. */
bool ehc_history_read(struct ehc_arena *a, const char *path, struct ehc_history *out, struct ehc_str *trouble);
/*
 * Adds a run in one transaction; it takes the place of one of the same day under the same rules. The file is made, for its
 * owner alone, where there is none. False: *trouble says why, and the history is as it was.
 */
bool ehc_history_add(struct ehc_arena *a, const char *path, const struct ehc_history_run *run, struct ehc_str *trouble);

#endif
