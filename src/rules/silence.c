/*
 * silence.c - one cause, one finding: a rule names in `after` those whose finding makes its own idle.
 *
 * A finding on an item silences others on that item; one on a whole section those of that section; one on the whole
 * plan all. Findings are brought together by item first, so that an item with very many costs no more than its share.
 */
#include "rules/rules.h"

/* A rule of which something was found, where, and those of them for which it waits. */
struct found_rule {
	const struct ehc_rule *rule;
	bool on_plan;
	bool on_section[EHC_SECTION_COUNT];
	size_t on_item;         /* number of the group of findings in which it was last seen, from 1 */
	size_t *waits_for;
	size_t nwaits;
};

struct silence {
	struct ehc_check *c;
	EHC_VEC(struct found_rule) rules;
};

/* A finding and its rule, by number. */
struct ranked { struct ehc_finding *finding; size_t rule; };

/* Findings come rule by rule, so it is nearly always the one before. */
static size_t
number_of(struct silence *s, const struct ehc_rule *rule, size_t before)
{
	if (before < s->rules.count && s->rules.items[before].rule == rule)
		return before;
	for (size_t i = 0; i < s->rules.count; i++)
		if (s->rules.items[i].rule == rule)
			return i;
	EHC_PUSH(s->c->arena, &s->rules, (struct found_rule){ .rule = rule });
	return s->rules.count - 1;
}

/* A rule that was not found makes nothing idle. */
static void
read_after(struct silence *s, struct found_rule *w)
{
	struct ehc_str rest = ehc_str_of(w->rule->after), id;

	w->waits_for = EHC_NEW_ARRAY(s->c->arena, size_t, rest.len);
	while (ehc_str_split(&rest, ' ', &id))
		for (size_t i = 0; i < s->rules.count; i++)
			if (ehc_str_is(id, s->rules.items[i].rule->id) && s->rules.items[i].rule != w->rule)
				w->waits_for[w->nwaits++] = i;
}

static struct ranked *
rank(struct silence *s, const struct ehc_findings *findings)
{
	struct ranked *all = EHC_NEW_ARRAY(s->c->arena, struct ranked, findings->list.count);
	size_t number = 0;

	for (size_t i = 0; i < findings->list.count; i++) {
		struct ehc_finding *f = findings->list.items[i];

		number = number_of(s, f->rule, number);
		all[i] = (struct ranked){ f, number };
	}
	for (size_t i = 0; i < s->rules.count; i++)
		if (s->rules.items[i].rule->after != NULL)
			read_after(s, &s->rules.items[i]);
	return all;
}

/* ---- what was found where ---- */

static size_t
place_of(const struct ranked *r)
{
	return r->finding->item == NULL ? 0 : r->finding->item->nth + 1;
}

/* Brings those of one item together; those without an item come first. */
static struct ranked *
sort_by_item(struct silence *s, const struct ranked *all, size_t n)
{
	struct ranked *sorted = EHC_NEW_ARRAY(s->c->arena, struct ranked, n);
	size_t places = ehc_item_count(s->c->plan) + 1, *next = EHC_NEW_ARRAY(s->c->arena, size_t, places + 1);

	for (size_t i = 0; i < n; i++)
		next[place_of(&all[i]) + 1]++;
	for (size_t i = 1; i < places; i++)
		next[i] += next[i - 1];
	for (size_t i = 0; i < n; i++)
		sorted[next[place_of(&all[i])]++] = all[i];
	return sorted;
}

static void
remember(struct silence *s, const struct ranked *r, size_t group)
{
	struct found_rule *p = &s->rules.items[r->rule];

	if (r->finding->item != NULL)
		p->on_item = group;
	else if (r->finding->section != EHC_NO_SECTION)
		p->on_section[r->finding->section] = true;
	else
		p->on_plan = true;
}

static bool
is_idle(const struct silence *s, const struct ranked *r, size_t group)
{
	const struct found_rule *w = &s->rules.items[r->rule];
	const struct ehc_finding *f = r->finding;

	for (size_t i = 0; i < w->nwaits; i++) {
		const struct found_rule *p = &s->rules.items[w->waits_for[i]];

		if (p->on_plan || (f->section != EHC_NO_SECTION && p->on_section[f->section]) || (f->item != NULL && p->on_item == group))
			return true;
	}
	return false;
}

/* While a placeholder stands in an item, only what is asked of templates too can be asked of it. */
static bool
waits_for_words(const struct ehc_finding *f)
{
	return f->item != NULL && f->item->has_placeholder && !(f->rule->documents & EHC_FOR_TEMPLATE);
}

static size_t
group_end(const struct ranked *sorted, size_t n, size_t from)
{
	size_t end = from + 1;

	while (end < n && sorted[end].finding->item == sorted[from].finding->item)
		end++;
	return end;
}

void
ehc_findings_silence(struct ehc_check *c)
{
	struct silence s = { .c = c };
	size_t n = c->out->list.count, kept = 0;
	struct ranked *sorted;

	if (n == 0)
		return;
	sorted = sort_by_item(&s, rank(&s, c->out), n);
	/* Findings without an item come first, so what is said of the plan and its sections is known before any item's turn. */
	for (size_t from = 0, end; from < n; from = end) {
		end = group_end(sorted, n, from);
		for (size_t i = from; i < end; i++)
			remember(&s, &sorted[i], from + 1);
		for (size_t i = from; i < end; i++)
			if (is_idle(&s, &sorted[i], from + 1) || waits_for_words(sorted[i].finding))
				sorted[i].finding->severity = EHC_OFF;
	}
	for (size_t i = 0; i < n; i++)
		if (c->out->list.items[i]->severity != EHC_OFF)
			c->out->list.items[kept++] = c->out->list.items[i];
	c->out->list.count = kept;
}
