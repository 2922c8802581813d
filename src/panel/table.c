/*
 * table.c - making tables, and writing one cell.
 */
#include "panel/panel.h"

#include <string.h>

struct ehc_panel_table *
panel_table(struct batch *b, const char *id, enum ehc_panel_part part, const char *title, const char *about, const char *first,
    const struct ehc_panel_column *columns, size_t n)
{
	struct ehc_panel_table *t = EHC_NEW(b->arena, struct ehc_panel_table), **last = &b->panel->tables;

	*t = (struct ehc_panel_table){ .id = id, .part = part, .title = title, .about = about, .first = first, .columns = columns,
		.ncolumns = n };
	while (*last != NULL)
		last = &(*last)->next;
	*last = t;
	return t;
}

struct ehc_panel_row *
panel_row(struct batch *b, struct ehc_panel_table *t, struct ehc_str id, struct ehc_str name)
{
	struct ehc_panel_row *rows = ehc_arena_grow(b->arena, t->rows, t->nrows, &t->cap, sizeof(*rows));

	t->rows = rows;
	rows[t->nrows] = (struct ehc_panel_row){ .id = id, .name = name,
		.cells = EHC_NEW_ARRAY(b->arena, struct ehc_panel_cell, t->ncolumns) };
	return &rows[t->nrows++];
}

void
panel_cell_plans(struct ehc_panel_cell *c, size_t plans)
{
	*c = (struct ehc_panel_cell){ .value = (int64_t)plans, .plans = (uint32_t)plans };
}

void
panel_cell_items(struct ehc_panel_cell *c, int64_t value, size_t plans)
{
	*c = (struct ehc_panel_cell){ .value = value, .plans = (uint32_t)plans };
}

void
panel_total_row(struct batch *b, struct ehc_panel_table *t, const char *name, size_t plans)
{
	size_t n = t->nrows;
	struct ehc_panel_row *total = panel_row(b, t, EHC_STR("all"), ehc_str_of(name));

	for (size_t r = 0; r < n; r++)
		for (size_t c = 0; c < t->ncolumns; c++) {
			total->cells[c].value += t->rows[r].cells[c].value;
			if (!t->rows_overlap)
				total->cells[c].plans += t->rows[r].cells[c].plans;
			else if (t->rows[r].cells[c].plans > total->cells[c].plans)     /* a plan counts once, so no more are sure */
				total->cells[c].plans = t->rows[r].cells[c].plans;
		}
	panel_cell_plans(&total->plans, plans);
	t->rows_are_parts = true;
}

const struct ehc_panel_table *
ehc_panel_find(const struct ehc_panel *p, const char *id)
{
	for (const struct ehc_panel_table *t = p->tables; t != NULL; t = t->next)
		if (strcmp(t->id, id) == 0)
			return t;
	return NULL;
}

const struct ehc_panel_row *
ehc_panel_row_find(const struct ehc_panel_table *t, const char *id)
{
	for (size_t i = 0; i < t->nrows; i++)
		if (ehc_str_is(t->rows[i].id, id))
			return &t->rows[i];
	return NULL;
}

/* ---- one cell ---- */

/* "12,345" */
static void
put_grouped(struct ehc_buf *out, int64_t n)
{
	char digits[32];
	int len = snprintf(digits, sizeof(digits), "%lld", (long long)n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0 && digits[i - 1] != '-')
			ehc_buf_char(out, ',');
		ehc_buf_char(out, digits[i]);
	}
}

void
ehc_buf_panel_cell(struct ehc_buf *out, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell)
{
	static const char *const hidden[] = { "", "fewer than 5", "hidden", "nearly all" };

	if (cell->hidden != EHC_PANEL_SHOWN) {
		ehc_buf_cstr(out, cell->hidden == EHC_PANEL_FEW && column->measure != EHC_PANEL_PLANS ? "hidden" : hidden[cell->hidden]);
		return;
	}
	switch (column->measure) {
	case EHC_PANEL_HOURS:
		put_grouped(out, cell->value / 100);
		if (cell->value % 100 != 0)
			ehc_buf_printf(out, cell->value % 10 == 0 ? ".%d" : ".%02d",
			    (int)(cell->value % 10 == 0 ? cell->value % 100 / 10 : cell->value % 100));
		return;
	case EHC_PANEL_PENCE:
		ehc_buf_cstr(out, "\xC2\xA3");
		put_grouped(out, (cell->value + 50) / 100);
		return;
	case EHC_PANEL_PLANS: case EHC_PANEL_ITEMS:
		put_grouped(out, cell->value);
		return;
	}
}
