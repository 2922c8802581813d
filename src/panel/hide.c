/*
 * hide.c - small counts are hidden in every table, once, before anything is drawn. A figure that concerns one to four plans
 * is hidden; so is a second one beside it wherever the first could be worked out from a total. Hidden figures are then
 * wiped, so that no drawer holds them.
 */
#include "panel/panel.h"

static bool
is_small(size_t plans)
{
	return plans > 0 && plans < EHC_PANEL_FEWEST;
}

static void
hide_small(struct ehc_panel_cell *c)
{
	if (is_small(c->plans))
		c->hidden = EHC_PANEL_FEW;
}

/* The shown part that costs the reader least: of the fewest plans, a zero only where there is nothing else. */
static struct ehc_panel_cell *
least(struct ehc_panel_cell *const *parts, size_t n)
{
	struct ehc_panel_cell *best = NULL;

	for (size_t i = 0; i < n; i++) {
		if (parts[i]->hidden != EHC_PANEL_SHOWN)
			continue;
		if (best == NULL || (best->plans == 0 && parts[i]->plans > 0) || (parts[i]->plans > 0 && parts[i]->plans < best->plans))
			best = parts[i];
	}
	return best;
}

/*
 * Parts that add up to a total. True: something more was hidden. Where parts may concern the same plans, no more plans are sure to stand
 * behind the hidden ones than behind the largest of them.
 */
static bool
protect(struct ehc_panel_cell *const *parts, size_t n, const struct ehc_panel_cell *total, bool overlap)
{
	bool changed = false;

	for (;;) {
		size_t hidden = 0, plans = 0;
		struct ehc_panel_cell *more;

		for (size_t i = 0; i < n; i++)
			if (parts[i]->hidden != EHC_PANEL_SHOWN) {
				hidden++;
				plans = !overlap ? plans + parts[i]->plans : parts[i]->plans > plans ? parts[i]->plans : plans;
			}
		if (total->hidden == EHC_PANEL_SHOWN ? hidden == 0 || (hidden > 1 && plans >= EHC_PANEL_FEWEST) : hidden > 0)
			return changed;
		more = least(parts, n);
		if (more == NULL || (total->hidden != EHC_PANEL_SHOWN && more->plans == 0))
			return changed;
		more->hidden = EHC_PANEL_WITH_IT;
		changed = true;
	}
}

/* The cells of column c, or the totals of rows where c is past the columns; the last row's is what they add up to. */
static struct ehc_panel_cell *
cell(struct ehc_panel_table *t, size_t r, size_t c)
{
	return c < t->ncolumns ? &t->rows[r].cells[c] : &t->rows[r].plans;
}

static bool
protect_column(struct ehc_arena *scratch, struct ehc_panel_table *t, size_t c)
{
	struct ehc_panel_cell **parts = EHC_NEW_ARRAY(scratch, struct ehc_panel_cell *, t->nrows);

	for (size_t r = 0; r + 1 < t->nrows; r++)
		parts[r] = cell(t, r, c);
	return protect(parts, t->nrows - 1, cell(t, t->nrows - 1, c), t->rows_overlap);
}

static bool
protect_row(struct ehc_arena *scratch, struct ehc_panel_table *t, size_t r)
{
	static const struct ehc_panel_cell elsewhere = { .hidden = EHC_PANEL_SHOWN };
	struct ehc_panel_cell **parts = EHC_NEW_ARRAY(scratch, struct ehc_panel_cell *, t->ncolumns);

	for (size_t c = 0; c < t->ncolumns; c++)
		parts[c] = &t->rows[r].cells[c];
	return protect(parts, t->ncolumns, t->columns_are_parts ? &t->rows[r].plans : &elsewhere, t->columns_overlap);
}

/* All but a few: the few could be counted by who is not in it. */
static void
hide_nearly_all(struct ehc_panel_table *t, size_t all)
{
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t c = 0; c < t->ncolumns; c++) {
			struct ehc_panel_cell *one = &t->rows[r].cells[c];

			if (t->columns[c].measure == EHC_PANEL_PLANS && one->hidden == EHC_PANEL_SHOWN && one->plans < all &&
			    is_small(all - one->plans))
				one->hidden = EHC_PANEL_MOST;
		}
}

/* "12 provisions, 9 of them without hours" says that three have hours: what hides the one must hide the other. */
static bool
link_row(struct ehc_panel_table *t, size_t r)
{
	bool any = false, changed = false;

	for (size_t c = 1; c < t->ncolumns; c++)
		any = any || t->rows[r].cells[c].hidden != EHC_PANEL_SHOWN;
	for (size_t c = 1; c < t->ncolumns && any; c++)
		if (t->rows[r].cells[c].hidden == EHC_PANEL_SHOWN) {
			t->rows[r].cells[c].hidden = EHC_PANEL_WITH_IT;
			changed = true;
		}
	return changed;
}

/* By what stands in the table alone. */
static void
hide_first(struct ehc_arena *scratch, struct ehc_panel_table *t, size_t all)
{
	for (size_t r = 0; r < t->nrows; r++) {
		for (size_t c = 0; c < t->ncolumns; c++)
			hide_small(&t->rows[r].cells[c]);
		hide_small(&t->rows[r].plans);
	}
	if (!t->columns_are_parts && !t->rows_are_parts)
		hide_nearly_all(t, all);
	/* totals first, by themselves: every table of the same groups then hides the same ones */
	if (t->rows_are_parts && t->has_totals)
		protect_column(scratch, t, t->ncolumns);
}

static void
protect_table(struct ehc_arena *scratch, struct ehc_panel_table *t)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (size_t r = 0; r < t->nrows && t->linked; r++)
			changed = link_row(t, r) || changed;
		for (size_t r = 0; r < t->nrows && (t->columns_are_parts || t->sums_elsewhere); r++)
			changed = protect_row(scratch, t, r) || changed;
		for (size_t c = 0; c < t->ncolumns && t->rows_are_parts; c++)
			changed = protect_column(scratch, t, c) || changed;
	}
}

static void
wipe(struct ehc_panel_cell *c)
{
	if (c->hidden != EHC_PANEL_SHOWN) {
		c->value = 0;
		c->plans = 0;
	}
}

static void
wipe_table(struct ehc_panel_table *t)
{
	for (size_t r = 0; r < t->nrows; r++) {
		for (size_t c = 0; c < t->ncolumns; c++)
			wipe(&t->rows[r].cells[c]);
		wipe(&t->rows[r].plans);
	}
}

void
panel_hide(struct ehc_panel *p)
{
	struct ehc_arena *scratch = ehc_arena_new();

	for (struct ehc_panel_table *t = p->tables; t != NULL && !p->identify; t = t->next)
		if (t->nrows > 0)
			hide_first(scratch, t, p->plans_counted);
	do {
		for (struct ehc_panel_table *t = p->tables; t != NULL && !p->identify; t = t->next)
			if (t->nrows > 0)
				protect_table(scratch, t);
	} while (!p->identify && panel_settle(p));
	for (struct ehc_panel_table *t = p->tables; t != NULL; t = t->next)
		wipe_table(t);
	ehc_arena_free(scratch);
}
