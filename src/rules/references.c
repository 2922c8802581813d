/*
 * references.c - the LINK rules about ids, and about what lies outside the thread itself: health care plans, money, advice.
 */
#include "rules/link.h"

#include <stdlib.h>

/* ---- ids ---- */

static const char *
kind_wanted(enum ehc_relation r)
{
	switch (r) {
	case EHC_REL_FOR:
		return "need or condition";
	case EHC_REL_TOWARDS:
		return "outcome";
	case EHC_REL_SUPPORTS:
		return "aspiration";
	case EHC_REL_EVIDENCE:
		return "advice";
	case EHC_REL_PAYS_FOR:
		return "provision";
	default:
		return "item";
	}
}

/* LINK-010 */
void
ehc_link_broken(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->plan->broken.count; i++) {
		const struct ehc_link *link = c->plan->broken.items[i];
		struct ehc_finding *f;

		if (link->is_words)
			continue;
		f = ehc_flag_words(c, link->from, link->span, "%.*s names %.*s, but nothing in this document has that id.",
		    EHC_ARG(ehc_item_Called(c->arena, link->from)), EHC_ARG(link->written));
		ehc_finding_help(c, f, "Write the id of the %s that is meant, or add `%.*s`.", kind_wanted(link->relation),
		    EHC_ARG(link->written));
	}
}

/* Words in small letters with one blank between them, without the marks around them. */
static struct ehc_str
fold(struct ehc_arena *a, struct ehc_str s)
{
	char *folded = ehc_arena_alloc(a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		char ch = s.ptr[i];

		if (ehc_is_letter(ch))
			folded[n++] = (char)(ch | 0x20);
		else if (ehc_is_digit(ch) || (unsigned char)ch >= 0x80)
			folded[n++] = ch;
		else if (ch != '.' && ch != ',' && ch != '\'' && n > 0 && folded[n - 1] != ' ')
			folded[n++] = ' ';
	}
	while (n > 0 && folded[n - 1] == ' ')
		n--;
	return (struct ehc_str){ folded, n };
}

struct same {
	struct ehc_str words;
	const struct ehc_item *item;
};

static int
compare_same(const void *left, const void *right)
{
	const struct same *a = left, *b = right;
	int by_words = ehc_str_cmp(a->words, b->words);

	return by_words != 0 ? by_words : (a->item->nth > b->item->nth) - (a->item->nth < b->item->nth);
}

/* Whole words that both begin with. */
static size_t
common_words(struct ehc_str a, struct ehc_str b)
{
	size_t n = 0, words = 0;

	for (; n < a.len && n < b.len && a.ptr[n] == b.ptr[n]; n++)
		words += a.ptr[n] == ' ';
	return words + ((n == a.len || a.ptr[n] == ' ') && (n == b.len || b.ptr[n] == ' ') && n > 0);
}

#define SAME_OPENING 8  /* "Noor understands sentences of up to four words": more than a form of words */

static void
same_words_twice(struct ehc_check *c)
{
	size_t n = c->plan->kinds[EHC_ITEM_NEED].count;
	struct same *needs = EHC_NEW_ARRAY(c->arena, struct same, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct ehc_item *it = c->plan->kinds[EHC_ITEM_NEED].items[i];

		needs[i] = (struct same){ fold(c->arena, it->text.str), it };
	}
	qsort(needs, n, sizeof(*needs), compare_same);
	for (size_t i = 1; i < n; i++) {
		bool whole = ehc_str_eq(needs[i].words, needs[i - 1].words), in_order = needs[i].item->nth > needs[i - 1].item->nth;
		const struct ehc_item *before = needs[in_order ? i - 1 : i].item, *it = needs[in_order ? i : i - 1].item;
		struct ehc_finding *f;

		if (needs[i].words.len == 0 || it->twin != NULL ||
		    (!whole && common_words(needs[i].words, needs[i - 1].words) < SAME_OPENING))
			continue;
		f = ehc_flag(c, it, it->span, "%.*s %s %.*s.", EHC_ARG(ehc_item_Called(c->arena, it)),
		    whole ? "says the same as" : "begins with the words of", EHC_ARG(ehc_item_called(c->arena, before)));
		ehc_finding_relate(c->out, f, before->span, EHC_STR("the same words"));
		ehc_finding_help(c, f, "Keep one of them, or say what is different in this one.");
	}
}

/* LINK-011 */
void
ehc_link_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->plan->duplicates.count; i++) {
		const struct ehc_item *it = c->plan->duplicates.items[i];
		struct ehc_finding *f = ehc_flag_words(c, it, it->span, "The id %s stands twice, so a link to it could mean either.", it->id);

		if (it->twin != NULL)
			ehc_finding_relate(c->out, f, it->twin->span, EHC_STR("first used here"));
		ehc_finding_help(c, f, "Give this %s an id of its own.", ehc_item_kind_name(it->kind));
	}
	same_words_twice(c);
}

/* ---- health care plans ---- */

static bool
has_figure(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
			return true;
	return false;
}

/* LINK-016. A reference or a date holds a figure; "yes" or "see health care plan" leads nowhere. */
void
ehc_link_health_plan(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		if (it->health_plan.node == NULL || has_figure(it->health_plan.text.str) || ehc_value_yes(&it->health_plan) == 0)
			continue;
		ehc_flag_words(c, it, it->health_plan.text.span, "%.*s points to a health care plan without its reference or date.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* LINK-017 */
void
ehc_link_health_need(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		if (it->section == EHC_C)
			return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_finding *f;

		if (it->health_plan.node == NULL || ehc_value_yes(&it->health_plan) == 0)
			continue;
		f = ehc_flag_words(c, it, it->health_plan.text.span, "%.*s rests on a health care plan, but section C holds no health need.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_help(c, f, "Add the condition to section C as a need, and `for:` with its id to %s.", it->id);
	}
}

/* ---- money and advice ---- */

/* Some plans name the provision in the sentence: "a direct payment of ... for H1.1". */
static bool
names_provision(const struct ehc_plan *p, struct ehc_str text)
{
	struct ehc_str word;

	while (ehc_str_split(&text, ' ', &word)) {
		const struct ehc_item *it;

		while (word.len > 0 && (word.ptr[word.len - 1] == '.' || word.ptr[word.len - 1] == ',' || word.ptr[word.len - 1] == ';'))
			word.len--;
		it = word.len > 0 ? ehc_plan_find(p, word) : NULL;
		if (it != NULL && it->kind == EHC_ITEM_PROVISION)
			return true;
	}
	return false;
}

/* LINK-019 */
void
ehc_link_budget(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		struct ehc_finding *f;

		if (ehc_item_count_links(it, EHC_REL_PAYS_FOR) > 0 || names_provision(c->plan, it->text.str))
			continue;
		f = ehc_finding_unsaid(c, ehc_flag(c, it, it->span, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), EHC_STR("which provision it pays for"));
		f->cause = it;
	}
}

/* What the child or young person said is section A itself: no need or provision has to name it. */
static bool
is_own_voice(const struct ehc_item *advice)
{
	static const char *const words[] = { "child", "child's views", "young person", "young person's views", "pupil", "pupil's views" };

	return ehc_str_is_one_of(advice->type.text.str, words, EHC_COUNT(words));
}

static bool
is_cited(const struct ehc_item *advice)
{
	return advice->missing || is_own_voice(advice) || advice->cited > 0 || ehc_item_count_linked(advice, EHC_REL_EVIDENCE) > 0 ||
	    ehc_item_count_linked(advice, EHC_REL_NAMES) > 0;
}

/* LINK-020 */
void
ehc_link_advice(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	struct ehc_finding *f;

	(void)self;
	if (ehc_link_none(c->plan, EHC_ITEM_ADVICE, is_cited)) {
		f = ehc_flag_section(c, EHC_K, "No need, outcome or provision says which of the %zu pieces of advice it rests on.",
		    c->plan->kinds[EHC_ITEM_ADVICE].count);
		ehc_finding_help(c, f, "Add `evidence:` to needs and `informed by:` to provision, with the id of the advice.");
		return;
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		if (is_cited(it))
			continue;
		f = ehc_flag(c, it, it->span, "No need, outcome or provision rests on %.*s.", EHC_ARG(ehc_item_called(c->arena, it)));
		ehc_finding_help(c, f, "Add `evidence: %s` or `informed by: %s` where it was used, or say why it was not.", it->id, it->id);
	}
}
