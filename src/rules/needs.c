/*
 * needs.c - how needs are described: what it looks like, how often, and what comes of it. The rules belong to the SECT
 * family; they are apart from structure.c because they read prose.
 */
#include "rules/wording.h"

#define COP969B "SEND Code of Practice 9.69"

static bool
is_need(const struct ehc_item *it)
{
	return it->said != NULL && !it->has_placeholder && it->section >= EHC_B && it->section <= EHC_D;
}

/* "Does not sleep well" shows nothing, though "does not sleep before midnight" would; "which leads to challenging behaviour" names no effect. */
static bool
is_within_vague(const struct ehc_prose *p, const struct ehc_match *m)
{
	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *v = &p->matches[i];

		if (v->list == EHC_LIST_VAGUE_NEED && v->first <= m->first && v->first + v->count >= m->first + m->count)
			return true;
	}
	return false;
}

/* Does it say how the need shows: a number, an act, the child's own words, or what follows from it? In five words no act can be told from another. */
static bool
shows(const struct ehc_prose *p)
{
	if (p->nwords <= 5 && p->nnumbers == 0)
		return false;
	for (size_t i = 0; i < p->ntokens; i++)
		if (p->tokens[i].quoted)
			return true;
	for (size_t i = 0; i < p->nmatches; i++)
		if ((p->matches[i].list == EHC_LIST_FUNCTION || p->matches[i].list == EHC_LIST_EFFECT) && !is_within_vague(p, &p->matches[i]))
			return true;
	return p->nnumbers > 0;
}

static struct ehc_span
place_of(const struct ehc_item *it, const struct ehc_match *m)
{
	return m == NULL ? ehc_said_opening(it) : ehc_text_span(&it->text, m->at, m->len);
}

static struct ehc_finding *
flag(struct ehc_check *c, const struct ehc_item *it, const struct ehc_match *m, const char *message)
{
	struct ehc_str called = ehc_item_Called(c->arena, it);
	struct ehc_finding *f = ehc_flag_words(c, it, place_of(it, m), "%.*s %s", EHC_ARG(called), message);

	f->cause = it;
	return f;
}

/* SECT-017: who will do something, and how much of it, in a section that binds nobody */
static void
hidden_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const gives[] = { "will", "receives", "is given", "is provided", "gets" }, *const asks[] = { "needs", "requires" };
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED)) {
		struct ehc_str called;
		bool asked;

		if (!is_need(it) || !it->said->length || !(it->said->role || it->said->generic))
			continue;
		/* "Needs an adult beside him for ten minutes" tells of the child; so many hours a week of an assistant are a service. */
		asked = it->said->role && it->said->frequency && ehc_own_says_any(c, it, asks, EHC_COUNT(asks));
		if (!asked && !ehc_own_says_any(c, it, gives, EHC_COUNT(gives)))
			continue;
		called = ehc_item_Called(c->arena, it);
		ehc_flag_words(c, it, it->sentence->doses[0].span, "%.*s holds provision: it binds nobody where it stands.", EHC_ARG(called))->cause = it;
	}
}

/* SECT-020: every sentence is a diagnosis or a score. Section C may well hold a diagnosis that is described elsewhere. */
static void
label_only(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED)) {
		const struct ehc_prose *p;
		const struct ehc_match *m;

		if (!is_need(it) || it->section != EHC_B)
			continue;
		p = it->said->text;
		m = ehc_prose_find(p, EHC_LIST_SCORE, 0);
		if (m == NULL)
			m = ehc_prose_find(p, EHC_LIST_DIAGNOSIS, 0);
		if (m == NULL || ehc_prose_has(p, EHC_LIST_FUNCTION) || ehc_prose_has(p, EHC_LIST_EFFECT) || p->nwords > 12)
			continue;
		flag(c, it, NULL, "is a diagnosis or a score alone: how does it show in this child?");
	}
}

/* SECT-030 */
static void
not_described(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED)) {
		const struct ehc_match *m;

		/* "as in section B": it is described there. */
		if (!is_need(it) || it->said->text->nwords == 0 || (it->section != EHC_B && ehc_str_find_word(it->text.str, "section B") != SIZE_MAX))
			continue;
		m = ehc_prose_find(it->said->text, EHC_LIST_VAGUE_NEED, 0);
		if (shows(it->said->text) || (m == NULL && it->said->text->nwords > 12))
			continue;
		ehc_finding_unsaid(c, ehc_flag_words(c, it, place_of(it, m), "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))),
		    EHC_STR("how it shows, how often or how much, or what comes of it"))->cause = it;
	}
}

const struct ehc_rule ehc_rules_needs[] = {
	{ .id = "SECT-017", .title = "Provision stands in the provision sections", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = EHC_FOR_EHC_PLAN, .source = COP969B, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = hidden_provision,
	  .why = "Sections B, C and D bind nobody to do anything.", .fix = "Move what will be done to section F, G or H; keep the need here." },
	{ .id = "SECT-020", .title = "A need is more than a diagnosis or a score", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = label_only,
	  .why = "Two children with one diagnosis need different things; provision can answer only what is described.",
	  .fix = "Say what the child can and cannot do because of it." },
	{ .id = "SECT-030", .title = "A need says how it shows", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = COP969B, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "SECT-020 CARE-005", .run = not_described,
	  .why = "A need that nobody can picture gets provision that fits nobody.", .fix = "Say what it looks like, how often or how much, and what the child misses by it." },
	EHC_NO_MORE_RULES
};
