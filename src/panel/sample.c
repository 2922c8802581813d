/*
 * sample.c - which plans a panel reads: drawn by a seed, so that anybody can draw them again, and spread over kinds of plan,
 * statuses, settings, needs, ages, health provision and looked-after children in proportion. Plans are sorted by all
 * of these, in an order that the seed decides within each, and cut into as many stretches as plans are wanted; the seed
 * takes one of each stretch.
 */
#include "panel/panel.h"

#include <stdlib.h>

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

/* What is no plan stands behind the plans. */
static int
compare_drawn(const void *a, const void *b, void *batch)
{
	const struct batch *all = batch;
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	const struct record *one = &all->records[x], *other = &all->records[y];
	uint64_t left = stratum_of(one), right = stratum_of(other);

	if (left == right) {
		left = mix(one->order ^ mix(all->options->seed));
		right = mix(other->order ^ mix(all->options->seed));
	}
	if (left != right)
		return left < right ? -1 : 1;
	return x < y ? -1 : x > y;
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
	const uint32_t *all;
	size_t n = 0, want = b->options->sample;

	if (want == 0)
		return;
	for (size_t i = 0; i < b->n; i++) {
		bool is_plan = b->records[i].kind <= KIND_HEALTH_PLAN;

		n += is_plan;
		if (is_plan && b->records[i].waived)
			EHC_PUSH(b->arena, &b->panel->waived, panel_plan_of(b, i));
	}
	want = want < n ? want : n;
	scratch = ehc_arena_new();
	all = panel_order(scratch, b, compare_drawn);
	for (size_t k = 0; k < want; k++) {
		size_t from = k * n / want, to = (k + 1) * n / want;

		EHC_PUSH(b->arena, &b->panel->sample, panel_plan_of(b, all[from + mix(b->options->seed + k) % (to - from)]));
	}
	ehc_arena_free(scratch);
	sort(&b->panel->sample);
	sort(&b->panel->waived);
}
