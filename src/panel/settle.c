/*
 * settle.c - whether a hidden figure can be worked out from those that are shown: in its own table, whose rows and columns add
 * up, or across tables that count the same things another way. All these sums are equations; what they settle is found by
 * elimination, as somebody who wants to know would find it, and something else is hidden with it.
 */
#include "panel/panel.h"

#include <stdlib.h>
#include <string.h>

/* What is settled modulo a prime is settled; coefficients then stay small. */
#define PRIME 2147483647u

struct term { uint32_t cell, k; };              /* k times a cell */
struct equation { struct term *items; size_t count, cap; };     /* by cell, ascending, once they are solved; they add up to a known figure */

struct place { const struct ehc_panel_table *table; uint32_t first; };

struct settling {
	struct ehc_arena *arena;
	EHC_VEC(struct place) tables;
	EHC_VEC(struct ehc_panel_cell *) cells;
	EHC_VEC(struct equation) sums;  /* all that are known, with the cells that are shown */
	struct equation building;
};

/* ---- what adds up to what ---- */

static const struct place *
place_of(const struct settling *s, const char *id)
{
	for (size_t i = 0; i < s->tables.count; i++)
		if (strcmp(s->tables.items[i].table->id, id) == 0 && s->tables.items[i].table->nrows > 0)
			return &s->tables.items[i];
	return NULL;
}

/* The totals of rows stand behind the columns. */
static uint32_t
at(const struct place *p, size_t r, size_t c)
{
	return p->first + (uint32_t)(r * (p->table->ncolumns + 1) + c);
}

static void
plus(struct settling *s, uint32_t cell)
{
	EHC_PUSH(s->arena, &s->building, (struct term){ cell, 1 });
}

static void
minus(struct settling *s, uint32_t cell)
{
	EHC_PUSH(s->arena, &s->building, (struct term){ cell, PRIME - 1 });
}

static void
end_sum(struct settling *s)
{
	EHC_PUSH(s->arena, &s->sums, s->building);
	s->building = (struct equation){ NULL, 0, 0 };
}

static void
sums_of_table(struct settling *s, const struct place *p)
{
	const struct ehc_panel_table *t = p->table;

	for (size_t r = 0; r < t->nrows && t->columns_are_parts; r++) {
		minus(s, at(p, r, t->ncolumns));
		for (size_t c = 0; c < t->ncolumns; c++)
			plus(s, at(p, r, c));
		end_sum(s);
	}
	for (size_t c = 0; c < t->ncolumns + t->has_totals && t->rows_are_parts; c++) {
		minus(s, at(p, t->nrows - 1, c));
		for (size_t r = 0; r + 1 < t->nrows; r++)
			plus(s, at(p, r, c));
		end_sum(s);
	}
}

/* Two rows that say the same. */
static void
same_rows(struct settling *s, const struct place *a, size_t row_a, const struct place *b, size_t row_b)
{
	size_t n = a->table->ncolumns < b->table->ncolumns ? a->table->ncolumns : b->table->ncolumns;

	for (size_t c = 0; c < n + (a->table->has_totals && b->table->has_totals); c++) {
		plus(s, at(a, row_a, c));
		minus(s, at(b, row_b, c));
		end_sum(s);
	}
}

static size_t
row_of(const struct place *p, const char *id)
{
	const struct ehc_panel_row *row = ehc_panel_row_find(p->table, id);

	return row != NULL ? (size_t)(row - p->table->rows) : p->table->nrows;
}

/* The last rows, "All plans", of one question asked of different groups, and of one measure by service, age, locality and provider. */
static void
same_totals(struct settling *s, const char *prefix, const char *except)
{
	const struct place *first = NULL;

	for (size_t i = 0; i < s->tables.count; i++) {
		const struct place *p = &s->tables.items[i];

		if (p->table->nrows == 0 || strncmp(p->table->id, prefix, strlen(prefix)) != 0 || strcmp(p->table->id, except) == 0)
			continue;
		if (first != NULL)
			same_rows(s, first, first->table->nrows - 1, p, p->table->nrows - 1);
		else
			first = p;
	}
}

/* Columns of the tables of hours (tables_commissioning.c). */
enum { PROVISIONS, HOURS, NOT_COUNTED };

static void
hours_by_service_and_age(struct settling *s, const struct place *both, const struct place *service, const struct place *age)
{
	const struct ehc_panel_table *t = both->table;

	for (size_t r = 0; r < t->nrows; r++) {
		minus(s, at(service, row_of(service, ehc_arena_cstr(s->arena, t->rows[r].id)), HOURS));
		for (size_t c = 0; c < t->ncolumns; c++)
			plus(s, at(both, r, c));
		end_sum(s);
	}
	for (size_t c = 0; c < t->ncolumns; c++) {
		size_t r = row_of(age, t->columns[c].id);

		if (r == age->table->nrows)
			continue;       /* nobody is of that age */
		plus(s, at(age, r, HOURS));
		minus(s, at(both, t->nrows - 1, c));
		end_sum(s);
	}
}

/* The first column of `quantified` is the provisions that have hours, the others are those that have none. */
static void
quantified(struct settling *s, const struct place *quantified, const struct place *service)
{
	size_t last = quantified->table->nrows - 1, all = service->table->nrows - 1;

	for (size_t from = 0; from < 2; from++) {
		minus(s, at(service, all, from == 0 ? PROVISIONS : NOT_COUNTED));
		for (size_t c = from; c < quantified->table->ncolumns; c++)
			plus(s, at(quantified, last, c));
		end_sum(s);
	}
}

static void
lapsing(struct settling *s, const struct place *when, const struct place *school)
{
	for (size_t r = 0; r < when->table->nrows; r++) {
		minus(s, at(school, school->table->nrows - 1, r));
		for (size_t c = 0; c < when->table->ncolumns; c++)
			plus(s, at(when, r, c));
		end_sum(s);
	}
}

static void
sums_across(struct settling *s)
{
	const struct place *service = place_of(s, "hours-by-service"), *age = place_of(s, "hours-by-age"), *p;
	const struct place *time = place_of(s, "timeliness"), *final = place_of(s, "final-by-kind");

	same_totals(s, "drafting-by-", "");
	same_totals(s, "grade-by-", "");
	same_totals(s, "final-by-", "");
	same_totals(s, "hours-by-", "hours-by-service-and-age");
	if (time != NULL && final != NULL)
		same_rows(s, time, row_of(time, "final"), final, final->table->nrows - 1);
	if (service != NULL && age != NULL && (p = place_of(s, "hours-by-service-and-age")) != NULL)
		hours_by_service_and_age(s, p, service, age);
	if (service != NULL && (p = place_of(s, "quantified")) != NULL)
		quantified(s, p, service);
	if (place_of(s, "lapsing") != NULL && place_of(s, "lapsing-by-school") != NULL)
		lapsing(s, place_of(s, "lapsing"), place_of(s, "lapsing-by-school"));
}

/* ---- what they settle ---- */

static int
compare_terms(const void *a, const void *b)
{
	uint32_t x = ((const struct term *)a)->cell, y = ((const struct term *)b)->cell;

	return x < y ? -1 : x > y;
}

static uint32_t
times(uint32_t a, uint32_t b)
{
	return (uint32_t)((uint64_t)a * b % PRIME);
}

static uint32_t
inverse(uint32_t a)
{
	uint32_t result = 1;

	for (uint32_t e = PRIME - 2; e > 0; e >>= 1, a = times(a, a))
		if (e & 1)
			result = times(result, a);
	return result;
}

static size_t
find(const struct equation *e, uint32_t cell)
{
	size_t low = 0, high = e->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (e->items[middle].cell < cell)
			low = middle + 1;
		else
			high = middle;
	}
	return low < e->count && e->items[low].cell == cell ? low : SIZE_MAX;
}

/* a less k times b, both by cell. */
static struct equation
less(struct ehc_arena *a, const struct equation *from, uint32_t k, const struct equation *b)
{
	struct equation out = { .cap = from->count + b->count };
	size_t i = 0, j = 0;

	out.items = EHC_NEW_ARRAY(a, struct term, out.cap);
	while (i < from->count || j < b->count) {
		uint32_t x = i < from->count ? from->items[i].cell : UINT32_MAX, y = j < b->count ? b->items[j].cell : UINT32_MAX;
		struct term t = { x < y ? x : y, 0 };

		if (x <= y)
			t.k = from->items[i++].k;
		if (y <= x)
			t.k = (t.k + PRIME - times(k, b->items[j++].k)) % PRIME;
		if (t.k != 0)
			out.items[out.count++] = t;
	}
	return out;
}

/* What is hidden in a sum; the rest is a figure that anybody can read. */
static struct equation
hidden_of(const struct settling *s, struct ehc_arena *a, const struct equation *sum)
{
	struct equation e = { .items = EHC_NEW_ARRAY(a, struct term, sum->count), .cap = sum->count };

	for (size_t i = 0; i < sum->count; i++)
		if (s->cells.items[sum->items[i].cell]->hidden != EHC_PANEL_SHOWN)
			e.items[e.count++] = sum->items[i];
	if (e.count > 0)
		qsort(e.items, e.count, sizeof(*e.items), compare_terms);
	return e;
}

struct solved { struct equation *items; size_t count, cap; };

/* Each keeps its first term as its own, which then stands in no other. */
static void
take_in(struct ehc_arena *a, struct solved *all, struct equation e)
{
	uint32_t k;

	for (size_t i = 0; i < all->count && e.count > 0; i++) {
		size_t found = find(&e, all->items[i].items[0].cell);

		if (found != SIZE_MAX)
			e = less(a, &e, e.items[found].k, &all->items[i]);
	}
	if (e.count == 0)
		return;
	k = inverse(e.items[0].k);
	for (size_t i = 0; i < e.count; i++)
		e.items[i].k = times(e.items[i].k, k);
	for (size_t i = 0; i < all->count; i++) {
		size_t found = find(&all->items[i], e.items[0].cell);

		if (found != SIZE_MAX)
			all->items[i] = less(a, &all->items[i], all->items[i].items[found].k, &e);
	}
	EHC_PUSH(a, all, e);
}

/* Hides one more figure of a sum that holds the cell: of the fewest plans, a zero only where there is nothing else. */
static bool
hide_beside(struct settling *s, uint32_t cell)
{
	struct ehc_panel_cell *best = NULL;

	for (size_t i = 0; i < s->sums.count; i++) {
		const struct equation *e = &s->sums.items[i];
		bool holds = false;

		for (size_t k = 0; k < e->count && !holds; k++)
			holds = e->items[k].cell == cell;
		for (size_t k = 0; k < e->count && holds; k++) {
			struct ehc_panel_cell *one = s->cells.items[e->items[k].cell];

			if (one->hidden == EHC_PANEL_SHOWN && (best == NULL || (one->plans > 0 && (best->plans == 0 || one->plans < best->plans))))
				best = one;
		}
	}
	if (best != NULL)
		best->hidden = EHC_PANEL_WITH_IT;
	return best != NULL;
}

static bool
settle(struct settling *s)
{
	struct ehc_arena *scratch = ehc_arena_new();
	struct solved solved = { NULL, 0, 0 };
	bool changed = false;

	for (size_t i = 0; i < s->sums.count; i++)
		take_in(scratch, &solved, hidden_of(s, scratch, &s->sums.items[i]));
	for (size_t i = 0; i < solved.count; i++)
		if (solved.items[i].count == 1)
			changed = hide_beside(s, solved.items[i].items[0].cell) || changed;
	ehc_arena_free(scratch);
	return changed;
}

static void
add_table(struct settling *s, struct ehc_panel_table *t)
{
	EHC_PUSH(s->arena, &s->tables, (struct place){ t, (uint32_t)s->cells.count });
	for (size_t r = 0; r < t->nrows; r++) {
		for (size_t c = 0; c < t->ncolumns; c++)
			EHC_PUSH(s->arena, &s->cells, &t->rows[r].cells[c]);
		EHC_PUSH(s->arena, &s->cells, &t->rows[r].plans);
	}
}

bool
panel_settle(struct ehc_panel *p)
{
	struct settling s = { .arena = ehc_arena_new() };
	bool changed;

	for (struct ehc_panel_table *t = p->tables; t != NULL; t = t->next)
		add_table(&s, t);
	for (size_t i = 0; i < s.tables.count; i++)
		sums_of_table(&s, &s.tables.items[i]);
	sums_across(&s);
	changed = settle(&s);
	ehc_arena_free(s.arena);
	return changed;
}
