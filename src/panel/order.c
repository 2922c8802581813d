/*
 * order.c - the files of a batch in one order or another: by their places alone, because of many plans nothing may be copied.
 */
#include "panel/panel.h"

#include <stdlib.h>

uint32_t *
panel_order(struct ehc_arena *a, const struct batch *b, int (*compare)(const void *one, const void *other, void *batch))
{
	uint32_t *places = EHC_NEW_ARRAY(a, uint32_t, b->n);

	for (size_t i = 0; i < b->n; i++)
		places[i] = (uint32_t)i;
	if (b->n > 0)
		qsort_r(places, b->n, sizeof(*places), compare, (void *)(uintptr_t)b);
	return places;
}

int
panel_compare_numbers(const void *one, const void *other, void *batch)
{
	const struct batch *b = batch;
	uint32_t x = *(const uint32_t *)one, y = *(const uint32_t *)other;
	uint32_t left = b->records[x].number, right = b->records[y].number;

	if (left != right)
		return left < right ? -1 : 1;
	return x < y ? -1 : x > y;
}
