/*
 * shared.c - which plans of different children hold the same sentence. What a template or the house rules give to every
 * plan is left out. A list of plans to compare, no verdict: some sentences are rightly the same.
 */
#include "panel/panel.h"

#include <stdlib.h>

/* Plans that hold one sentence, in their order, and where the first of them has it. */
struct run { uint32_t *plans; size_t count; struct mark first; };

struct best { struct ehc_panel_shared shared; struct mark first; uint32_t *plans; };
struct bests { struct best *items; size_t count, cap; };

static int
compare_hashes(const void *a, const void *b)
{
	uint64_t x = ((const struct mark *)a)->hash, y = ((const struct mark *)b)->hash;

	return x < y ? -1 : x > y;
}

static bool
is_given(const struct batch *b, uint64_t hash)
{
	struct mark key = { hash, 0, 0 };

	return b->given.count > 0 && bsearch(&key, b->given.items, b->given.count, sizeof(key), compare_hashes) != NULL;
}

static int
compare_plans(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static int
compare_children(const void *a, const void *b, void *records)
{
	uint64_t x = ((const struct record *)records)[*(const uint32_t *)a].child, y = ((const struct record *)records)[*(const uint32_t *)b].child;

	return x != y ? (x < y ? -1 : 1) : compare_plans(a, b);
}

/* The first plan of each child; a plan that does not name its child is a child of its own. */
static size_t
distinct(const struct batch *b, struct run *run)
{
	size_t n = 0;

	if (run->count == 1)
		return 1;
	qsort_r(run->plans, run->count, sizeof(*run->plans), compare_children, b->records);
	for (size_t i = 0; i < run->count; i++) {
		uint64_t child = b->records[run->plans[i]].child;

		if (n == 0 || child == 0 || child != b->records[run->plans[n - 1]].child)
			run->plans[n++] = run->plans[i];
	}
	qsort(run->plans, n, sizeof(*run->plans), compare_plans);
	return n;
}

/* More plans first, then the lower hash: whatever the order of reading. */
static bool
is_better(const struct best *a, const struct best *b)
{
	return a->shared.plans != b->shared.plans ? a->shared.plans > b->shared.plans : a->first.hash < b->first.hash;
}

static void
keep(struct batch *b, struct bests *bests, const struct best *one)
{
	size_t i;

	if (bests->count == EHC_PANEL_SHARED_LISTED && !is_better(one, &bests->items[bests->count - 1]))
		return;
	if (bests->count < EHC_PANEL_SHARED_LISTED)
		EHC_PUSH(b->arena, bests, *one);
	for (i = bests->count - 1; i > 0 && is_better(one, &bests->items[i - 1]); i--)
		bests->items[i] = bests->items[i - 1];
	bests->items[i] = *one;
}

static void
end_run(struct batch *b, struct run *run, struct bests *bests)
{
	size_t n = distinct(b, run);
	struct best one = { .first = run->first };

	if (n < 2 || is_given(b, run->first.hash))
		return;
	b->panel->shared_in_all++;
	for (size_t i = 0; i < n; i++) {
		struct record *r = &b->records[run->plans[i]];

		r->shared++;
		r->reasons |= EHC_READ_COPIED;
	}
	one.shared.plans = (uint32_t)n;
	if (bests->count == EHC_PANEL_SHARED_LISTED && !is_better(&one, &bests->items[bests->count - 1]))
		return;
	one.shared.nnumbers = n < EHC_PANEL_NAMED ? n : EHC_PANEL_NAMED;
	one.plans = EHC_NEW_ARRAY(b->arena, uint32_t, one.shared.nnumbers);
	for (size_t i = 0; i < one.shared.nnumbers; i++)
		one.plans[i] = run->plans[i];
	keep(b, bests, &one);
}

static void
find(struct batch *b, struct bests *bests)
{
	struct ehc_arena *scratch = ehc_arena_new();
	struct run run = { .plans = EHC_NEW_ARRAY(scratch, uint32_t, b->n) };
	struct mark m;

	while (panel_spill_next(b->spill, &m)) {
		if (run.count > 0 && run.first.hash != m.hash) {
			end_run(b, &run, bests);
			run.count = 0;
		}
		if (run.count == 0)
			run.first = m;
		if (run.count == 0 || run.plans[run.count - 1] != m.plan)       /* once a plan: it may say it twice */
			run.plans[run.count++] = m.plan;
	}
	if (run.count > 0)
		end_run(b, &run, bests);
	ehc_arena_free(scratch);
}

/* ---- what is shown of them ---- */

static const struct ehc_item *
item_at(const struct ehc_plan *p, uint32_t at)
{
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		if (it->text.span.start <= at && at < it->text.span.end)
			return it;
	return NULL;
}

/* From the start of a sentence to where it ends, or to 300 bytes. */
static struct ehc_str
sentence_at(struct ehc_arena *a, const struct ehc_source *source, uint32_t at)
{
	struct ehc_str rest = ehc_str_sub(source->text, at, source->text.len < at + 300 ? source->text.len : at + 300);
	struct ehc_prose *prose = ehc_prose_read(a, rest);

	return prose->nsentences == 0 ? EHC_NOSTR : ehc_str_sub(rest, prose->sentences[0].at, prose->sentences[0].at + prose->sentences[0].len);
}

static void
show(struct batch *b, struct best *best)
{
	struct ehc_panel_shared *s = &best->shared;
	struct ehc_compilation c;

	if (panel_compile(b, best->first.plan, &c)) {
		const struct ehc_item *it = item_at(c.plan, best->first.at);
		struct ehc_str words = sentence_at(c.arena, &c.source, best->first.at);

		s->words = ehc_prose_read(c.arena, words)->nwords;
		s->item = it != NULL ? ehc_arena_copy(b->arena, ehc_str_of(it->id)) : EHC_STR("A");
		if (b->options->quotes)
			s->quote = ehc_arena_copy(b->arena, b->options->identify ? words : panel_mask(c.arena, c.plan, words));
	}
	ehc_compilation_free(&c);
}

static int
compare_numbers(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return x < y ? -1 : x > y;
}

static void
name(struct batch *b, struct best *best)
{
	unsigned *numbers = EHC_NEW_ARRAY(b->arena, unsigned, best->shared.nnumbers);

	for (size_t i = 0; i < best->shared.nnumbers; i++)
		numbers[i] = b->records[best->plans[i]].number;
	qsort(numbers, best->shared.nnumbers, sizeof(*numbers), compare_numbers);
	best->shared.numbers = numbers;
}

bool
panel_shared(struct batch *b)
{
	struct bests bests = { NULL, 0, 0 };

	if (b->given.count > 0)
		qsort(b->given.items, b->given.count, sizeof(*b->given.items), compare_hashes);
	if (!panel_spill_begin(b->spill))
		return false;
	find(b, &bests);
	for (size_t i = 0; i < bests.count; i++) {
		show(b, &bests.items[i]);
		name(b, &bests.items[i]);
		EHC_PUSH(b->arena, &b->panel->shared, bests.items[i].shared);
	}
	return true;
}
