/*
 * candidates.c - items that a text may be like, found by the words that they share.
 */
#include "diff/candidates.h"

#include <stdlib.h>

enum {
	MOST = 24,              /* given for one text */
	SMALL = 64,             /* items that are all looked at */
	BUDGET = 1024,          /* places of words that are looked at for one text; of its rarest word, where that has more, the first */
};

/* An item that holds a stem, by the stem. */
struct posting { struct ehc_str stem; uint32_t item; };
struct diff_index { struct posting *items; size_t count, npool; };

static int
by_stem(const void *x, const void *y)
{
	const struct posting *a = x, *b = y;
	int order = ehc_str_cmp(a->stem, b->stem);

	return order != 0 ? order : (a->item > b->item) - (a->item < b->item);
}

struct diff_index *
diff_index_of(struct ehc_arena *a, const struct diff_pool *pool)
{
	struct diff_index *out = EHC_NEW(a, struct diff_index);
	size_t n = 0;

	out->npool = pool->count;
	if (pool->count <= SMALL)
		return out;
	for (size_t j = 0; j < pool->count; j++)
		n += pool->topics[j].count;
	out->items = EHC_NEW_ARRAY(a, struct posting, n + 1);
	for (size_t j = 0; j < pool->count; j++)
		for (size_t k = 0; k < pool->topics[j].count; k++)
			out->items[out->count++] = (struct posting){ pool->topics[j].items[k].stem, (uint32_t)j };
	if (out->count > 0)
		qsort(out->items, out->count, sizeof(*out->items), by_stem);
	return out;
}

/* The first posting that does not stand before `stem`; with `behind`, the first that stands behind it. */
static size_t
bound(const struct diff_index *p, struct ehc_str stem, bool behind)
{
	size_t low = 0, high = p->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = ehc_str_cmp(p->items[mid].stem, stem);

		if (order < 0 || (behind && order == 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* ---- the words of a text, the rarest first ---- */

struct word { size_t from, n; unsigned weight; };

static int
by_rarity(const void *x, const void *y)
{
	const struct word *a = x, *b = y;

	return a->n != b->n ? (a->n > b->n) - (a->n < b->n) : (a->from > b->from) - (a->from < b->from);
}

static struct word *
words_of(struct ehc_arena *a, const struct diff_index *index, const struct ehc_topics *text)
{
	struct word *words = EHC_NEW_ARRAY(a, struct word, text->count + 1);

	for (size_t k = 0; k < text->count; k++) {
		size_t from = bound(index, text->items[k].stem, false);

		words[k] = (struct word){ from, bound(index, text->items[k].stem, true) - from, text->items[k].weight };
	}
	if (text->count > 0)
		qsort(words, text->count, sizeof(*words), by_rarity);
	return words;
}

/* ---- the best ---- */

static int
by_item(const void *x, const void *y)
{
	const struct diff_candidate *a = x, *b = y;

	return (a->item > b->item) - (a->item < b->item);
}

static int
by_weight(const void *x, const void *y)
{
	const struct diff_candidate *a = x, *b = y;

	return a->weight != b->weight ? (a->weight < b->weight) - (a->weight > b->weight) : by_item(x, y);
}

/* One entry an item, the heaviest first. */
static void
gather(struct diff_candidates *c)
{
	size_t n = 0;

	if (c->count == 0)
		return;
	qsort(c->items, c->count, sizeof(*c->items), by_item);
	for (size_t i = 0; i < c->count; i++)
		if (n > 0 && c->items[n - 1].item == c->items[i].item)
			c->items[n - 1].weight += c->items[i].weight;
		else
			c->items[n++] = c->items[i];
	c->count = n < MOST ? n : MOST;
	qsort(c->items, n, sizeof(*c->items), by_weight);
}

struct diff_candidates
diff_candidates_in(struct ehc_arena *a, const struct diff_index *index, const struct ehc_topics *text)
{
	struct diff_candidates c = { NULL, 0, 0 };
	struct ehc_arena *scratch;
	struct diff_candidates found = { NULL, 0, 0 };
	struct word *words;

	for (size_t j = 0; index->npool <= SMALL && j < index->npool; j++)
		EHC_PUSH(a, &c, (struct diff_candidate){ (uint32_t)j, 0 });
	if (index->npool <= SMALL)
		return c;
	scratch = ehc_arena_new();
	words = words_of(scratch, index, text);
	for (size_t k = 0; k < text->count && (found.count == 0 || found.count + words[k].n <= BUDGET); k++)
		for (size_t p = words[k].from; p < words[k].from + words[k].n && found.count < BUDGET; p++)
			EHC_PUSH(scratch, &found, (struct diff_candidate){ index->items[p].item, words[k].weight });
	gather(&found);
	for (size_t k = 0; k < found.count; k++)
		EHC_PUSH(a, &c, found.items[k]);
	ehc_arena_free(scratch);
	return c;
}
