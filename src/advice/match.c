/*
 * match.c - which provisions of a plan take up which recommendations.
 *
 * Each pair is weighed by what can be shown to a reader: the provision names the advice, the same service is at work, the same
 * is done, the words are the same, and the needs are. Pairs are taken from the best down: the first that a recommendation meets is
 * its provision; further ones join it where their words are its own too (a recommendation that was split); a recommendation that
 * stays without one joins the provision whose words hold its own (several that were merged). Equal pairs stand in the order of the
 * documents, so that the same papers always give the same answer.
 */
#include "advice/advice.h"

#include <stdlib.h>

enum {
	ENOUGH = 400,           /* of 1000: a pair below this has nothing to do with one another */
	OWN_WORDS = 330,        /* of 1000 words: as many make a second provision a part of the same recommendation */
	HELD_WORDS = 400,       /* and as many a recommendation a part of a provision that another one met first */
	FEW_WORDS = 18,         /* weight of topics below which being held tells nothing */
};

struct pair {
	struct ehc_recommendation *r;
	struct ehc_given *p;
	unsigned score, words;  /* of 1000; `words` is how much of either stands in the other */
	bool refers, other_work;
};

struct matching {
	struct ehc_arena *arena;
	struct ehc_comparison *c;
	struct pair *pairs;     /* the best first */
	size_t npairs;
	size_t *matter_of;      /* of each provision: its matter plus 1, 0 for none */
	struct ehc_topics *theirs, *ours, *their_needs, *our_needs;
};

/* ---- topics, weighed among one another ---- */

/* Services are weighed by themselves: "speech and language" is in everything that a therapist writes. So is the child's name. */
static void
take_weight_off(struct ehc_topics *t, const struct ehc_topics *names)
{
	static const char *const stems[] = { "speech", "languag", "occupation", "physiotherap", "therap", "psycholog", "nurs", "teach", "support", "specialist",
		"assist", "direct", "program", "individu", "qualifi", "hcpc", "regist", "children" };

	t->weight = 0;
	for (size_t i = 0; i < t->count; i++) {
		for (size_t k = 0; k < EHC_COUNT(stems); k++)
			if (ehc_str_is(t->items[i].stem, stems[k]))
				t->items[i].weight = 1;
		for (size_t k = 0; k < names->count; k++)
			if (ehc_str_eq(t->items[i].stem, names->items[k].stem))
				t->items[i].weight = 0;
		t->weight += t->items[i].weight;
	}
}

static struct ehc_topics
needs_of(struct ehc_arena *a, const struct ehc_item *it)
{
	struct ehc_topics all = { NULL, 0, 0 };

	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == EHC_REL_FOR && it->out.items[i]->to != NULL) {
			struct ehc_topics more = ehc_topics_of(a, it->out.items[i]->to->text.str);

			all = ehc_topics_join(a, &all, &more);
		}
	return all;
}

static void
weigh_topics(struct matching *m)
{
	struct ehc_comparison *c = m->c;
	size_t n = c->nrecommendations, all = n + c->nprovisions;
	struct ehc_topics name = ehc_topics_of(m->arena, c->plan->child.name.text.str), known_as = ehc_topics_of(m->arena, c->plan->child.known_as.text.str);
	struct ehc_topics names = ehc_topics_join(m->arena, &name, &known_as);
	struct ehc_topics *topics = EHC_NEW_ARRAY(m->arena, struct ehc_topics, all), *needs = EHC_NEW_ARRAY(m->arena, struct ehc_topics, all);

	for (size_t i = 0; i < all; i++) {
		const struct ehc_given *g = i < n ? &c->recommendations[i].given : &c->provisions[i - n];

		topics[i] = g->topics;
		needs[i] = needs_of(m->arena, g->item);
	}
	/* Each side by itself: a word that one recommendation and its provision alone have is what joins them. */
	ehc_topics_weigh(m->arena, topics, n);
	ehc_topics_weigh(m->arena, topics + n, c->nprovisions);
	for (size_t i = 0; i < all; i++)
		take_weight_off(&topics[i], &names);
	m->theirs = topics;
	m->ours = topics + n;
	m->their_needs = needs;
	m->our_needs = needs + n;
}

/* ---- weighing a pair ---- */

/* 1 where the provision names this report, -1 where it names others only, 0 where it names none or the report is not in section K. */
static int
refers_to(const struct ehc_given *p, const struct ehc_recommendation *r)
{
	bool others = false;

	for (size_t i = 0; i < p->item->out.count; i++) {
		const struct ehc_link *l = p->item->out.items[i];

		if ((l->relation != EHC_REL_EVIDENCE && l->relation != EHC_REL_NAMES) || l->to == NULL || l->to->kind != EHC_ITEM_ADVICE)
			continue;
		if (l->to == r->cited)
			return 1;
		others = others || l->relation == EHC_REL_EVIDENCE;
	}
	return others && r->cited != NULL ? -1 : 0;
}

static unsigned
larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

/* How far the words are the same, where one may say more than the other. */
static unsigned
words_of(const struct ehc_topics *r, const struct ehc_topics *p)
{
	unsigned alike = ehc_topics_alike(r, p), held = 0;

	if (r->weight >= FEW_WORDS)
		held = ehc_topics_within(r, p);
	if (p->weight >= FEW_WORDS)
		held = larger(held, ehc_topics_within(p, r));
	return larger(alike, held * 4 / 5);
}

static struct pair
weigh(const struct matching *m, size_t ri, size_t pi)
{
	struct ehc_recommendation *r = &m->c->recommendations[ri];
	struct ehc_given *p = &m->c->provisions[pi];
	struct pair pair = { .r = r, .p = p, .words = words_of(&m->theirs[ri], &m->ours[pi]) };
	int reference = refers_to(p, r), score = (int)pair.words * 6 / 10;
	unsigned theirs = r->given.services != 0 ? r->given.services : r->report->services;

	pair.refers = reference > 0;
	pair.other_work = (r->given.kinds & p->kinds) == 0;
	score += reference > 0 ? 180 : reference < 0 ? -120 : 0;
	if (p->services & theirs)
		score += 200;
	else if (p->services != 0 && r->given.services != 0)
		score -= 80;
	score += pair.other_work ? -200 : 90;
	score += (int)ehc_topics_alike(&m->their_needs[ri], &m->our_needs[pi]) / 8;
	pair.score = score > 0 ? (unsigned)score : 0;
	return pair;
}

static int
best_first(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->r != b->r)
		return a->r < b->r ? -1 : 1;
	return a->p < b->p ? -1 : a->p > b->p;
}

static void
weigh_pairs(struct matching *m)
{
	struct ehc_comparison *c = m->c;

	m->pairs = EHC_NEW_ARRAY(m->arena, struct pair, c->nrecommendations * c->nprovisions);
	for (size_t r = 0; r < c->nrecommendations; r++)
		for (size_t p = 0; p < c->nprovisions; p++) {
			struct pair pair = weigh(m, r, p);

			if (pair.score >= ENOUGH || (pair.words >= HELD_WORDS && !pair.other_work))
				m->pairs[m->npairs++] = pair;
		}
	if (m->npairs > 0)
		qsort(m->pairs, m->npairs, sizeof(*m->pairs), best_first);
}

/* ---- taking them ---- */

static size_t *
matter_of(struct matching *m, const struct ehc_given *p)
{
	return &m->matter_of[p - m->c->provisions];
}

static struct ehc_matter *
new_matter(struct matching *m, struct ehc_recommendation *r)
{
	struct ehc_comparison *c = m->c;
	struct ehc_matter *matter = &c->matters[c->nmatters];

	matter->theirs = EHC_NEW_ARRAY(m->arena, struct ehc_recommendation *, c->nrecommendations);
	matter->ours = EHC_NEW_ARRAY(m->arena, struct ehc_given *, c->nprovisions);
	matter->theirs[matter->ntheirs++] = r;
	r->matter = c->nmatters++;
	return matter;
}

/* Why the two belong together, for whoever asks. */
static void
explain(struct matching *m, struct ehc_matter *matter, const struct pair *pair)
{
	size_t ri = (size_t)(pair->r - m->c->recommendations), pi = (size_t)(pair->p - m->c->provisions);

	matter->by_reference = matter->by_reference || pair->refers;
	matter->shared_services |= pair->p->services & (pair->r->given.services | pair->r->report->services);
	if (matter->nwords == 0)
		matter->nwords = ehc_topics_shared(&m->theirs[ri], &m->ours[pi], matter->words, EHC_COUNT(matter->words));
}

static void
add_provision(struct matching *m, struct ehc_matter *matter, const struct pair *pair)
{
	matter->ours[matter->nours++] = pair->p;
	*matter_of(m, pair->p) = (size_t)(matter - m->c->matters) + 1;
	explain(m, matter, pair);
}

static bool
has_matter(const struct ehc_recommendation *r)
{
	return r->matter != SIZE_MAX;
}

static void
take_pairs(struct matching *m)
{
	for (size_t i = 0; i < m->npairs; i++) {
		const struct pair *pair = &m->pairs[i];

		if (*matter_of(m, pair->p) != 0 || pair->score < ENOUGH)
			continue;
		if (!has_matter(pair->r))
			add_provision(m, new_matter(m, pair->r), pair);
		else if (pair->words >= OWN_WORDS && !pair->other_work)
			add_provision(m, &m->c->matters[pair->r->matter], pair);
	}
}

/* How much of what the recommendation speaks of stands in the provision. */
static bool
is_held(const struct matching *m, const struct pair *pair)
{
	const struct ehc_topics *r = &m->theirs[pair->r - m->c->recommendations], *p = &m->ours[pair->p - m->c->provisions];

	return !pair->other_work && r->weight >= FEW_WORDS && ehc_topics_within(r, p) >= HELD_WORDS;
}

static void
merge_the_rest(struct matching *m)
{
	for (size_t i = 0; i < m->npairs; i++) {
		const struct pair *pair = &m->pairs[i];
		size_t at = *matter_of(m, pair->p);

		if (has_matter(pair->r) || at == 0 || !is_held(m, pair))
			continue;
		m->c->matters[at - 1].theirs[m->c->matters[at - 1].ntheirs++] = pair->r;
		pair->r->matter = at - 1;
		explain(m, &m->c->matters[at - 1], pair);
	}
}

void
ehc_advice_match(struct ehc_arena *a, struct ehc_comparison *c)
{
	struct matching m = { .arena = a, .c = c };

	c->matters = EHC_NEW_ARRAY(a, struct ehc_matter, c->nrecommendations);
	m.matter_of = EHC_NEW_ARRAY(a, size_t, c->nprovisions);
	for (size_t i = 0; i < c->nrecommendations; i++)
		c->recommendations[i].matter = SIZE_MAX;
	weigh_topics(&m);
	weigh_pairs(&m);
	take_pairs(&m);
	merge_the_rest(&m);
	for (size_t i = 0; i < c->nrecommendations; i++)
		if (!has_matter(&c->recommendations[i]))
			new_matter(&m, &c->recommendations[i]);
}
