/*
 * history.c - what is kept of a report on many plans, and the way to the file that keeps it.
 */
#include "ehc/history.h"

#include "ehc/module.h"
#include "pages/history/database.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is kept ---- */

/*
 * Tables whose rows are the same from run to run, and name no person and no school: pseudonyms mean another school each time.
 */
static bool
is_kept(const struct ehc_panel_table *t)
{
	static const char *const left_out[] = { "by-writer", "by-school" };

	for (size_t i = 0; i < EHC_COUNT(left_out); i++)
		if (strstr(t->id, left_out[i]) != NULL)
			return false;
	return true;
}

static void
keep_row(struct ehc_arena *a, struct ehc_history_run *run, const struct ehc_panel_table *t, const struct ehc_panel_row *row)
{
	for (size_t c = 0; c < t->ncolumns; c++) {
		struct ehc_history_figure one = { ehc_str_of(t->id), row->id, ehc_str_of(t->columns[c].id), row->cells[c].value };

		if (row->cells[c].hidden != EHC_PANEL_SHOWN)
			continue;
		run->figures = ehc_arena_grow(a, run->figures, run->count, &run->cap, sizeof(*run->figures));
		run->figures[run->count++] = one;
	}
}

static int
compare_figures(const void *a, const void *b)
{
	const struct ehc_history_figure *x = a, *y = b;
	int order = ehc_str_cmp(x->table, y->table);

	if (order == 0)
		order = ehc_str_cmp(x->row, y->row);
	return order != 0 ? order : ehc_str_cmp(x->column, y->column);
}

struct ehc_history_run
ehc_history_of(const struct ehc_panel *p)
{
	struct ehc_history_run run = { .as_of = p->as_of };

	run.rules = ehc_arena_printf(p->arena, "%.*s; ehc %s", EHC_ARG(p->profiles), EHC_VERSION);
	for (const struct ehc_panel_table *t = p->tables; t != NULL; t = t->next)
		for (size_t r = 0; is_kept(t) && r < t->nrows; r++)
			keep_row(p->arena, &run, t, &t->rows[r]);
	if (run.count > 0)
		qsort(run.figures, run.count, sizeof(*run.figures), compare_figures);
	return run;
}

const struct ehc_history_figure *
ehc_history_find(const struct ehc_history_run *run, const char *table, const char *row, const char *column)
{
	struct ehc_history_figure wanted = { ehc_str_of(table), ehc_str_of(row), ehc_str_of(column), 0 };

	return run->count == 0 ? NULL : bsearch(&wanted, run->figures, run->count, sizeof(wanted), compare_figures);
}

/* ---- where it is kept ---- */

static void *
symbol_of(struct ehc_arena *a, const char *name, struct ehc_str *trouble)
{
	void *handle = ehc_module_open(a, "ehc-history.so", "the keeper of histories", trouble), *symbol;

	if (handle == NULL)
		return NULL;
	symbol = dlsym(handle, name);
	if (symbol == NULL)
		*trouble = EHC_STR("ehc-history.so is not the one that this program was built with");
	return symbol;
}

bool
ehc_history_read(struct ehc_arena *a, const char *path, struct ehc_history *out, struct ehc_str *trouble)
{
	bool (*read)(struct ehc_arena *, const char *, struct ehc_history *, struct ehc_str *);
	void *symbol = symbol_of(a, "ehc_history_database_read", trouble);

	if (symbol == NULL)
		return false;
	memcpy(&read, &symbol, sizeof(read));           /* ISO C has no cast from an object to a function */
	return read(a, path, out, trouble);
}

bool
ehc_history_add(struct ehc_arena *a, const char *path, const struct ehc_history_run *run, struct ehc_str *trouble)
{
	bool (*add)(struct ehc_arena *, const char *, const struct ehc_history_run *, struct ehc_str *);
	void *symbol = symbol_of(a, "ehc_history_database_add", trouble);

	if (symbol == NULL)
		return false;
	memcpy(&add, &symbol, sizeof(add));
	return add(a, path, run, trouble);
}
