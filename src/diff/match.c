/*
 * match.c - which item of the plan before is which of the new one. What an item speaks of decides, then who does it, how much and
 * where; its number only settles ties. Items in question are paired so that all pairs together fit best, whatever the order they
 * are looked at in. Words find candidates, so that a large plan is not compared item by item with the other.
 */
#include "diff/diff.h"

#include "diff/assign.h"
#include "diff/candidates.h"

#include <stdlib.h>
#include <string.h>

enum {
	ENOUGH = 300,           /* topics in common, in thousandths, for two items to be one */
	ENOUGH_WITH_ID = 180,   /* where number and role agree too */
	PART = 550,             /* of a part's topics that stand in the whole */
	GAIN = 150,             /* of the whole's topics that a further part accounts for */
};

struct matching {
	struct ehc_diff *d;
	struct ehc_arena *scratch;
	enum ehc_item_kind kind;
	struct diff_pool old, new;
	const struct ehc_item **now, **was;     /* as in the diff, while they are being found */
};

/* ---- what an item is known by ---- */

/* Persons, medicines and contacts are who their names say. */
static bool
goes_by_name(enum ehc_item_kind k)
{
	return k == EHC_ITEM_STAFF || k == EHC_ITEM_MEDICINE || k == EHC_ITEM_FEED || k == EHC_ITEM_CONTACT;
}

/* Without ids, which are numbers of another day. */
static struct ehc_str
own_words(struct matching *m, const struct ehc_item *it, bool of_before)
{
	struct diff_words words = diff_words_of(m->d, it->text.str, of_before);
	struct ehc_buf b = { NULL, 0, 0 };

	if (goes_by_name(it->kind) && it->name.len > 0)
		return it->name;
	for (size_t i = 0; i < words.count; i++)
		if (!words.items[i].light) {
			ehc_buf_str(&b, words.items[i].str);
			ehc_buf_char(&b, ' ');
		}
	if (it->text.str.len == 0 || words.count < 4) {
		ehc_buf_str(&b, it->who.role);
		ehc_buf_char(&b, ' ');
		ehc_buf_str(&b, it->author.text.str);
	}
	return ehc_buf_take(&b, m->scratch);
}

/* Topics of both pools, weighed together: what every item speaks of tells none of them apart. */
static void
read_topics(struct matching *m)
{
	size_t n = m->old.count + m->new.count;
	struct ehc_topics *all = EHC_NEW_ARRAY(m->scratch, struct ehc_topics, n + 1);

	for (size_t i = 0; i < m->old.count; i++)
		all[i] = ehc_topics_of(m->scratch, own_words(m, m->old.items[i], true));
	for (size_t j = 0; j < m->new.count; j++)
		all[m->old.count + j] = ehc_topics_of(m->scratch, own_words(m, m->new.items[j], false));
	ehc_topics_weigh(m->scratch, all, n);
	m->old.topics = all;
	m->new.topics = all + m->old.count;
}

/* ---- how well two items fit ---- */

static bool
same_amount(const struct ehc_item *a, const struct ehc_item *b)
{
	return a->whole != NULL && b->whole != NULL && ehc_ratio_known(a->whole->year.hours) && ehc_ratio_known(b->whole->year.hours) &&
	    ehc_ratio_cmp(a->whole->year.hours, b->whole->year.hours) == 0;
}

static bool
both_are(struct ehc_str a, struct ehc_str b)
{
	return a.len > 0 && ehc_str_eq_nocase(a, b);
}

/* Are two items that go by name one and the same: "Jo Example", "Rapid-acting insulin"? */
static bool
same_name(const struct ehc_item *a, const struct ehc_item *b, unsigned alike)
{
	if (a->name.len > 0 && b->name.len > 0)
		return ehc_str_eq_nocase(a->name, b->name) || (a->kind != EHC_ITEM_STAFF && alike >= 600);
	return alike >= 600;
}

/* 0 where they are not the same item. Never more than 1400. */
static unsigned
fit(const struct matching *m, size_t i, size_t j)
{
	const struct ehc_item *a = m->old.items[i], *b = m->new.items[j];
	unsigned alike = ehc_topics_alike(&m->old.topics[i], &m->new.topics[j]);
	bool same_id = !a->id_made && strcmp(a->id, b->id) == 0, same_role = both_are(a->who.role, b->who.role);

	if (m->old.topics[i].weight == 0 && m->new.topics[j].weight == 0)
		alike = same_id ? ENOUGH : 0;
	if (goes_by_name(m->kind)) {
		if (!same_name(a, b, alike))
			return 0;
	} else if (alike < ENOUGH && !(same_id && (same_role || m->kind != EHC_ITEM_PROVISION) && alike >= ENOUGH_WITH_ID))
		return 0;
	return alike + (same_id ? 30 : 0) + (same_role ? 60 : 0) + (same_amount(a, b) ? 80 : 0) + (a->section == b->section ? 40 : 0) +
	    (both_are(a->category, b->category) ? 20 : 0) + (a->by.day == b->by.day ? 20 : 0) + (both_are(a->text.str, b->text.str) ? 60 : 0);
}

/* ---- items that say exactly the same ---- */

static int
by_text(const void *x, const void *y)
{
	const struct ehc_item *const *a = x, *const *b = y;
	int order = ehc_str_cmp((*a)->text.str, (*b)->text.str);

	return order != 0 ? order : ((*a)->nth > (*b)->nth) - ((*a)->nth < (*b)->nth);
}

static struct ehc_item **
sorted_by_text(struct matching *m, const struct diff_pool *pool)
{
	struct ehc_item **out = EHC_NEW_ARRAY(m->scratch, struct ehc_item *, pool->count + 1);

	memcpy(out, pool->items, pool->count * sizeof(*out));
	if (pool->count > 0)
		qsort(out, pool->count, sizeof(*out), by_text);
	return out;
}

static size_t
run_of(struct ehc_item **items, size_t from, size_t n)
{
	size_t end = from + 1;

	while (end < n && ehc_str_eq(items[end]->text.str, items[from]->text.str))
		end++;
	return end - from;
}

static void
pair(struct matching *m, const struct ehc_item *old, const struct ehc_item *new)
{
	m->now[old->nth] = new;
	m->was[new->nth] = old;
}

/* A text that stands once in both plans settles its pair, which leaves the rest to weigh. */
static void
match_equal(struct matching *m)
{
	struct ehc_item **old = sorted_by_text(m, &m->old), **new = sorted_by_text(m, &m->new);
	size_t i = 0, j = 0;

	while (i < m->old.count && j < m->new.count) {
		int order = ehc_str_cmp(old[i]->text.str, new[j]->text.str);
		size_t n = run_of(old, i, m->old.count), k = run_of(new, j, m->new.count);

		if (order == 0 && n == 1 && k == 1 && old[i]->text.str.len > 0)
			pair(m, old[i], new[j]);
		i += order <= 0 ? n : 0;
		j += order >= 0 ? k : 0;
	}
}

/* ---- one to several ---- */

/* Is the item `part`, which has no partner, a piece of `whole`, of which `kept` is what remains? How well, or 0. */
static unsigned
piece(struct matching *m, const struct ehc_topics *part, const struct ehc_topics *whole, const struct ehc_topics *kept)
{
	struct ehc_topics both;
	unsigned within = ehc_topics_within(part, whole), before, after;

	if (within < PART || part->weight == 0)
		return 0;
	before = kept == NULL ? 0 : ehc_topics_within(whole, kept);
	both = kept == NULL ? *part : ehc_topics_join(m->scratch, part, kept);
	after = ehc_topics_within(whole, &both);
	return after >= before + GAIN ? within + after - before : 0;
}

/* For each item without a partner, the whole that it is a piece of. `parts` are in one plan, `wholes` in the other. */
static void
find_pieces(struct matching *m, const struct diff_pool *parts, const struct diff_pool *wholes, const struct ehc_item **of_part,
    const struct ehc_item **of_whole, const size_t *place)
{
	struct diff_index *index = diff_index_of(m->scratch, wholes);

	for (size_t i = 0; i < parts->count; i++) {
		const struct ehc_item *best = NULL;
		struct diff_candidates c;
		unsigned most = 0;

		if (of_part[parts->items[i]->nth] != NULL)
			continue;
		c = diff_candidates_in(m->scratch, index, &parts->topics[i]);
		for (size_t k = 0; k < c.count; k++) {
			size_t j = c.items[k].item;
			const struct ehc_item *kept = of_whole[wholes->items[j]->nth];
			unsigned how = kept == NULL ? 0 : piece(m, &parts->topics[i], &wholes->topics[j], &parts->topics[place[kept->nth]]);

			if (how > most) {
				most = how;
				best = wholes->items[j];
			}
		}
		of_part[parts->items[i]->nth] = best;
	}
}

/* A whole without a partner of which several items without one are pieces: none of them alone was like it enough. */
static void
find_halves(struct matching *m, const struct diff_pool *parts, const struct diff_pool *wholes, const struct ehc_item **of_part,
    const struct ehc_item **of_whole)
{
	struct diff_index *index = diff_index_of(m->scratch, parts);

	for (size_t j = 0; j < wholes->count; j++) {
		size_t first = SIZE_MAX, second = SIZE_MAX;
		struct diff_candidates c;

		if (of_whole[wholes->items[j]->nth] != NULL)
			continue;
		c = diff_candidates_in(m->scratch, index, &wholes->topics[j]);
		for (size_t k = 0; k < c.count && second == SIZE_MAX; k++) {
			size_t i = c.items[k].item;
			const struct ehc_topics *kept = first == SIZE_MAX ? NULL : &parts->topics[first];

			if (of_part[parts->items[i]->nth] != NULL || piece(m, &parts->topics[i], &wholes->topics[j], kept) == 0)
				continue;
			if (first == SIZE_MAX)
				first = i;
			else
				second = i;
		}
		if (second == SIZE_MAX)
			continue;
		of_whole[wholes->items[j]->nth] = parts->items[first];
		of_part[parts->items[first]->nth] = of_part[parts->items[second]->nth] = wholes->items[j];
	}
}

/* ---- all of one kind ---- */

size_t
diff_count_items(const struct ehc_plan *p)
{
	size_t n = 0;

	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		n = it->nth + 1;
	return n;
}

/* Those that have no partner yet. */
static struct diff_pool
open_of(struct matching *m, const struct diff_pool *all, const struct ehc_item *const *partner)
{
	struct diff_pool out = { EHC_NEW_ARRAY(m->scratch, struct ehc_item *, all->count + 1), EHC_NEW_ARRAY(m->scratch, struct ehc_topics,
	    all->count + 1), 0 };

	for (size_t i = 0; i < all->count; i++)
		if (partner[all->items[i]->nth] == NULL) {
			out.topics[out.count] = all->topics[i];
			out.items[out.count++] = all->items[i];
		}
	return out;
}

static struct diff_pool
pool_of(struct matching *m, const struct ehc_plan *plan)
{
	struct diff_pool p = { NULL, NULL, plan->kinds[m->kind].count };

	p.items = EHC_NEW_ARRAY(m->scratch, struct ehc_item *, p.count + 1);
	if (p.count > 0)
		memcpy(p.items, plan->kinds[m->kind].items, p.count * sizeof(*p.items));
	return p;
}

static size_t *
places(struct matching *m, const struct ehc_plan *plan, const struct diff_pool *pool)
{
	size_t *out = EHC_NEW_ARRAY(m->scratch, size_t, diff_count_items(plan) + 1);

	for (size_t i = 0; i < pool->count; i++)
		out[pool->items[i]->nth] = i;
	return out;
}

/* The item of the new plan with the same number, which tells something where the words were all rewritten. */
static void
add_same_id(struct matching *m, size_t i, const size_t *place, struct diff_assign *fits)
{
	const struct ehc_item *old = m->old.items[i], *it = old->id_made ? NULL : ehc_plan_find(m->d->after, ehc_str_of(old->id));
	size_t j = it == NULL || it->kind != m->kind ? SIZE_MAX : place[it->nth];
	unsigned how;

	if (j >= m->new.count || m->new.items[j] != it)
		return;
	for (size_t k = fits->count; k > 0 && fits->items[k - 1].old == i; k--)
		if (fits->items[k - 1].new == j)
			return;
	how = fit(m, i, j);
	if (how > 0)
		EHC_PUSH(m->scratch, fits, (struct diff_fit){ i, j, how });
}

/* The best pairs of those that are open. */
static void
match_alike(struct matching *m)
{
	size_t *place = places(m, m->d->after, &m->new);
	struct diff_index *index = diff_index_of(m->scratch, &m->new);
	struct diff_assign fits = { NULL, 0, 0 };
	size_t *partner;

	for (size_t i = 0; i < m->old.count; i++) {
		struct diff_candidates c = diff_candidates_in(m->scratch, index, &m->old.topics[i]);

		for (size_t k = 0; k < c.count; k++) {
			unsigned how = fit(m, i, c.items[k].item);

			if (how > 0)
				EHC_PUSH(m->scratch, &fits, (struct diff_fit){ i, c.items[k].item, how });
		}
		add_same_id(m, i, place, &fits);
	}
	partner = diff_assign_best(m->scratch, &fits, m->old.count, m->new.count);
	for (size_t i = 0; i < m->old.count; i++)
		if (partner[i] != SIZE_MAX)
			pair(m, m->old.items[i], m->new.items[partner[i]]);
}

static void
match_kind(struct matching *m)
{
	struct diff_pool old, new;

	m->old = pool_of(m, m->d->before);
	m->new = pool_of(m, m->d->after);
	if (!goes_by_name(m->kind))
		match_equal(m);
	read_topics(m);
	old = m->old;
	new = m->new;
	m->old = open_of(m, &old, m->now);
	m->new = open_of(m, &new, m->was);
	match_alike(m);
	if (goes_by_name(m->kind))
		return;
	find_pieces(m, &new, &old, m->was, m->now, places(m, m->d->after, &new));
	find_pieces(m, &old, &new, m->now, m->was, places(m, m->d->before, &old));
	find_halves(m, &new, &old, m->was, m->now);
	find_halves(m, &old, &new, m->now, m->was);
}

void
diff_match(struct ehc_diff *d)
{
	struct matching m = { .d = d, .now = EHC_NEW_ARRAY(d->arena, const struct ehc_item *, diff_count_items(d->before) + 1),
		.was = EHC_NEW_ARRAY(d->arena, const struct ehc_item *, diff_count_items(d->after) + 1) };

	for (int kind = 0; kind < EHC_ITEM_KINDS; kind++) {
		m.kind = (enum ehc_item_kind)kind;
		m.scratch = ehc_arena_new();
		match_kind(&m);
		ehc_arena_free(m.scratch);
	}
	d->now = m.now;
	d->was = m.was;
}
