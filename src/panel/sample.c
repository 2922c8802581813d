/*
 * sample.c - which plans a panel reads: drawn by a seed, so that anybody can draw them again, and spread over kinds of plan,
 * statuses, settings, needs, ages, health provision and looked-after children in proportion. Plans are sorted by all
 * of these, in an order that the seed decides within each, and cut into as many stretches as plans are wanted; the seed
 * takes one of each stretch.
 */
#include "panel/panel.h"

#include <stdlib.h>
#include <string.h>

struct drawn { uint64_t stratum, luck; uint32_t file; };

/* splitmix64: a well-mixed number from any. */
static uint64_t
mix(uint64_t x)
{
	x += 0x9E3779B97F4A7C15u;
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

static uint64_t
stratum_of(const struct record *r)
{
	const uint64_t parts[] = { r->kind, r->moves_phase, r->status, r->setting, r->need, r->age, r->g_not_nil, r->looked_after };
	uint64_t s = 0;

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		s = s << 6 | parts[i];
	return s;
}

static int
compare_drawn(const void *a, const void *b)
{
	const struct drawn *x = a, *y = b;

	if (x->stratum != y->stratum)
		return x->stratum < y->stratum ? -1 : 1;
	if (x->luck != y->luck)
		return x->luck < y->luck ? -1 : 1;
	return x->file < y->file ? -1 : x->file > y->file;
}

static int
compare_plans(const void *a, const void *b)
{
	unsigned x = ((const struct ehc_panel_plan *)a)->number, y = ((const struct ehc_panel_plan *)b)->number;

	return x < y ? -1 : x > y;
}

static void
sort(struct ehc_panel_plans *plans)
{
	if (plans->count > 0)
		qsort(plans->items, plans->count, sizeof(*plans->items), compare_plans);
}

void
panel_sample(struct batch *b)
{
	struct ehc_arena *scratch;
	struct drawn *all;
	size_t n = 0, want = b->options->sample;

	if (want == 0)
		return;
	scratch = ehc_arena_new();
	all = EHC_NEW_ARRAY(scratch, struct drawn, b->n);
	for (size_t i = 0; i < b->n; i++) {
		const struct record *r = &b->records[i];

		if (r->kind > KIND_HEALTH_PLAN)
			continue;
		all[n++] = (struct drawn){ stratum_of(r), mix(r->order ^ mix(b->options->seed)), (uint32_t)i };
		if (r->waived)
			EHC_PUSH(b->arena, &b->panel->waived, panel_plan_of(b, i));
	}
	want = want < n ? want : n;
	if (n > 0)
		qsort(all, n, sizeof(*all), compare_drawn);
	for (size_t k = 0; k < want; k++) {
		size_t from = k * n / want, to = (k + 1) * n / want;

		EHC_PUSH(b->arena, &b->panel->sample, panel_plan_of(b, all[from + mix(b->options->seed + k) % (to - from)].file));
	}
	ehc_arena_free(scratch);
	sort(&b->panel->sample);
	sort(&b->panel->waived);
}
