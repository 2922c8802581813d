/*
 * assign.c - pairs from two lists so that all of them together fit best: the fits fall apart into groups that have nothing in
 * common, and in each the pairs are found by the Hungarian method.
 */
#include "diff/assign.h"

#include <stdlib.h>
#include <string.h>

#define EXACT_UP_TO 160         /* of a group; its time goes with the cube */

struct group {                  /* fits that hang together; places count within the group */
	const struct diff_fit *fits;
	size_t nfits;
	size_t *olds, *news;
	size_t nold, nnew;
};

/* ---- groups ---- */

static size_t
root_of(size_t *up, size_t i)
{
	while (up[i] != i) {
		up[i] = up[up[i]];
		i = up[i];
	}
	return i;
}

struct placed { struct diff_fit fit; size_t group; };

static int
by_group(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->fit.old != b->fit.old)
		return a->fit.old < b->fit.old ? -1 : 1;
	return (a->fit.new > b->fit.new) - (a->fit.new < b->fit.new);
}

static struct placed *
grouped(struct ehc_arena *a, const struct diff_assign *fits, size_t nold, size_t nnew)
{
	size_t *up = EHC_NEW_ARRAY(a, size_t, nold + nnew + 1);
	struct placed *out = EHC_NEW_ARRAY(a, struct placed, fits->count + 1);

	for (size_t i = 0; i < nold + nnew; i++)
		up[i] = i;
	for (size_t k = 0; k < fits->count; k++) {
		size_t x = root_of(up, fits->items[k].old), y = root_of(up, nold + fits->items[k].new);

		up[x < y ? y : x] = x < y ? x : y;
	}
	for (size_t k = 0; k < fits->count; k++)
		out[k] = (struct placed){ fits->items[k], root_of(up, fits->items[k].old) };
	if (fits->count > 0)
		qsort(out, fits->count, sizeof(*out), by_group);
	return out;
}

static int
by_size(const void *x, const void *y)
{
	const size_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* Sorted, each once; returns how many. */
static size_t
once_each(size_t *list, size_t n)
{
	size_t kept = 0;

	qsort(list, n, sizeof(*list), by_size);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || list[kept - 1] != list[i])
			list[kept++] = list[i];
	return kept;
}

static size_t
place_in(const size_t *list, size_t n, size_t what)
{
	const size_t *at = bsearch(&what, list, n, sizeof(*list), by_size);

	return at == NULL ? 0 : (size_t)(at - list);
}

static struct group
group_of(struct ehc_arena *a, const struct diff_fit *fits, size_t n)
{
	struct group g = { .fits = fits, .nfits = n };

	g.olds = EHC_NEW_ARRAY(a, size_t, n);
	g.news = EHC_NEW_ARRAY(a, size_t, n);
	for (size_t k = 0; k < n; k++) {
		g.olds[k] = fits[k].old;
		g.news[k] = fits[k].new;
	}
	g.nold = once_each(g.olds, n);
	g.nnew = once_each(g.news, n);
	return g;
}

/* ---- the best pairs of a group ---- */

/* Squared, so that one good pair outweighs two poor ones; the last digits keep the order where all else is equal. */
static int64_t
worth(const struct group *g, const struct diff_fit *f)
{
	size_t i = place_in(g->olds, g->nold, f->old), j = place_in(g->news, g->nnew, f->new), apart = i > j ? i - j : j - i;

	return (int64_t)f->how * f->how * 256 + (int64_t)(apart < 255 ? 255 - apart : 0);
}

/* Rows are the olds, columns the news and then one "nobody" for each row, so that every row has a place. */
struct square { int64_t *cost; size_t rows, columns; };

static struct square
costs(struct ehc_arena *a, const struct group *g)
{
	struct square s = { NULL, g->nold, g->nnew + g->nold };

	s.cost = EHC_NEW_ARRAY(a, int64_t, s.rows * s.columns);
	for (size_t k = 0; k < g->nfits; k++)
		s.cost[place_in(g->olds, g->nold, g->fits[k].old) * s.columns + place_in(g->news, g->nnew, g->fits[k].new)] =
		    -worth(g, &g->fits[k]);
	return s;
}

/* The Hungarian method with potentials; counts from 1, 0 being nothing. Returns the row of each column. */
static size_t *
hungarian(struct ehc_arena *a, const struct square *s)
{
	int64_t *u = EHC_NEW_ARRAY(a, int64_t, s->rows + 1), *v = EHC_NEW_ARRAY(a, int64_t, s->columns + 1);
	int64_t *least = EHC_NEW_ARRAY(a, int64_t, s->columns + 1);
	size_t *row = EHC_NEW_ARRAY(a, size_t, s->columns + 1), *way = EHC_NEW_ARRAY(a, size_t, s->columns + 1);
	bool *used = EHC_NEW_ARRAY(a, bool, s->columns + 1);

	for (size_t i = 1; i <= s->rows; i++) {
		size_t column = 0;

		row[0] = i;
		for (size_t j = 0; j <= s->columns; j++) {
			least[j] = INT64_MAX;
			used[j] = false;
		}
		do {
			size_t from = row[column], next = 0;
			int64_t step = INT64_MAX;

			used[column] = true;
			for (size_t j = 1; j <= s->columns; j++) {
				int64_t now;

				if (used[j])
					continue;
				now = s->cost[(from - 1) * s->columns + j - 1] - u[from] - v[j];
				if (now < least[j]) {
					least[j] = now;
					way[j] = column;
				}
				if (least[j] < step) {
					step = least[j];
					next = j;
				}
			}
			for (size_t j = 0; j <= s->columns; j++)
				if (used[j]) {
					u[row[j]] += step;
					v[j] -= step;
				} else if (least[j] != INT64_MAX) {
					least[j] -= step;
				}
			column = next;
		} while (row[column] != 0);
		for (; column != 0; column = way[column])
			row[column] = row[way[column]];
	}
	return row;
}

static bool
is_fit(const struct square *s, size_t row, size_t column)
{
	return s->cost[row * s->columns + column] < 0;
}

static void
assign_exactly(struct ehc_arena *a, const struct group *g, size_t *partner)
{
	struct square s = costs(a, g);
	size_t *row = hungarian(a, &s);

	for (size_t j = 1; j <= g->nnew; j++)
		if (row[j] != 0 && is_fit(&s, row[j] - 1, j - 1))
			partner[g->olds[row[j] - 1]] = g->news[j - 1];
}

static int
best_first(const void *x, const void *y)
{
	const struct diff_fit *a = x, *b = y;

	if (a->how != b->how)
		return a->how > b->how ? -1 : 1;
	if (a->old != b->old)
		return a->old < b->old ? -1 : 1;
	return (a->new > b->new) - (a->new < b->new);
}

static void
assign_greedily(struct ehc_arena *a, const struct group *g, size_t *partner)
{
	struct diff_fit *fits = EHC_NEW_ARRAY(a, struct diff_fit, g->nfits);
	bool *taken = EHC_NEW_ARRAY(a, bool, g->nnew);

	memcpy(fits, g->fits, g->nfits * sizeof(*fits));
	qsort(fits, g->nfits, sizeof(*fits), best_first);
	for (size_t k = 0; k < g->nfits; k++) {
		size_t j = place_in(g->news, g->nnew, fits[k].new);

		if (partner[fits[k].old] == SIZE_MAX && !taken[j]) {
			partner[fits[k].old] = fits[k].new;
			taken[j] = true;
		}
	}
}

size_t *
diff_assign_best(struct ehc_arena *a, const struct diff_assign *fits, size_t nold, size_t nnew)
{
	size_t *partner = EHC_NEW_ARRAY(a, size_t, nold + 1);
	struct placed *placed = grouped(a, fits, nold, nnew);
	struct diff_fit *sorted = EHC_NEW_ARRAY(a, struct diff_fit, fits->count + 1);

	for (size_t i = 0; i <= nold; i++)
		partner[i] = SIZE_MAX;
	for (size_t k = 0; k < fits->count; k++)
		sorted[k] = placed[k].fit;
	for (size_t from = 0, end; from < fits->count; from = end) {
		struct group g;

		for (end = from; end < fits->count && placed[end].group == placed[from].group; end++)
			;
		g = group_of(a, &sorted[from], end - from);
		if (g.nold <= EXACT_UP_TO && g.nnew <= EXACT_UP_TO)
			assign_exactly(a, &g, partner);
		else
			assign_greedily(a, &g, partner);
	}
	return partner;
}
