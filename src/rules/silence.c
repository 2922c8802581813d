/*
 * silence.c - one cause, one finding: a rule names in `after` those whose finding makes its own idle.
 *
 * A finding on an item silences others on that item; one on a whole section those of that section; one on the whole
 * plan all. Findings are brought together by item first, so that an item with very many costs no more than its share.
 */
#include "rules/rules.h"

#include <stdlib.h>
#include <string.h>

/* A rule that others wait for, and where it was found. */
struct prerequisite {
	const struct ehc_rule *rule;
	bool on_plan;
	bool on_section[EHC_SECTION_COUNT];
	size_t on_item;         /* number of the group of findings in which it was last seen, from 1 */
};

/* One rule that waits, and the rules that it waits for. */
struct waiting {
	const struct ehc_rule *rule;
	size_t *prerequisites;
	size_t count;
};

struct silence {
	struct ehc_check *c;
	EHC_VEC(struct prerequisite) prerequisites;
	EHC_VEC(struct waiting) waiting;
};

static size_t
prerequisite_index(struct silence *s, const struct ehc_rule *rule)
{
	for (size_t i = 0; i < s->prerequisites.count; i++)
		if (s->prerequisites.items[i].rule == rule)
			return i;
	EHC_PUSH(s->c->arena, &s->prerequisites, (struct prerequisite){ .rule = rule });
	return s->prerequisites.count - 1;
}

static struct waiting
read_after(struct silence *s, const struct ehc_rule *rule)
{
	struct ehc_str rest = ehc_str_of(rule->after), id;
	struct waiting w = { .rule = rule, .prerequisites = EHC_NEW_ARRAY(s->c->arena, size_t, rest.len) };

	while (ehc_str_split(&rest, ' ', &id)) {
		const struct ehc_rule *first = ehc_rule_find(id);

		if (first == NULL)
			EHC_BUG("rule %s comes after %.*s, which is no rule", rule->id, EHC_ARG(id));
		w.prerequisites[w.count++] = prerequisite_index(s, first);
	}
	return w;
}

static void
gather(struct silence *s)
{
	const struct ehc_family *families;
	size_t n;

	families = ehc_families(&n);
	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			if (r->after != NULL && r->after[0] != '\0')
				EHC_PUSH(s->c->arena, &s->waiting, read_after(s, r));
}

/* ---- what was found where ---- */

static int
compare_items(const void *left, const void *right)
{
	const struct ehc_finding *a = *(struct ehc_finding *const *)left, *b = *(struct ehc_finding *const *)right;

	return ((uintptr_t)a->item > (uintptr_t)b->item) - ((uintptr_t)a->item < (uintptr_t)b->item);
}

static void
remember(struct silence *s, const struct ehc_finding *f, size_t group)
{
	for (size_t i = 0; i < s->prerequisites.count; i++) {
		struct prerequisite *p = &s->prerequisites.items[i];

		if (p->rule != f->rule)
			continue;
		if (f->item != NULL)
			p->on_item = group;
		else if (f->section != EHC_NO_SECTION)
			p->on_section[f->section] = true;
		else
			p->on_plan = true;
	}
}

static bool
is_idle(const struct silence *s, const struct ehc_finding *f, size_t group)
{
	const struct waiting *w = NULL;

	for (size_t i = 0; i < s->waiting.count && w == NULL; i++)
		if (s->waiting.items[i].rule == f->rule)
			w = &s->waiting.items[i];
	for (size_t i = 0; w != NULL && i < w->count; i++) {
		const struct prerequisite *p = &s->prerequisites.items[w->prerequisites[i]];

		if (p->rule == f->rule)
			continue;
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
group_end(struct ehc_finding **sorted, size_t n, size_t from)
{
	size_t end = from + 1;

	while (end < n && sorted[end]->item == sorted[from]->item)
		end++;
	return end;
}

void
ehc_findings_silence(struct ehc_check *c)
{
	struct silence s = { .c = c };
	size_t n = c->out->list.count, kept = 0;
	struct ehc_finding **sorted = EHC_NEW_ARRAY(c->arena, struct ehc_finding *, n);

	if (n == 0)
		return;
	gather(&s);
	memcpy(sorted, c->out->list.items, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), compare_items);
	/* Findings without an item sort first, so what is said of the plan and its sections is known before any item's turn. */
	for (size_t from = 0, end; from < n; from = end) {
		end = group_end(sorted, n, from);
		for (size_t i = from; i < end; i++)
			remember(&s, sorted[i], from + 1);
		for (size_t i = from; i < end; i++)
			if (is_idle(&s, sorted[i], from + 1) || waits_for_words(sorted[i]))
				sorted[i]->severity = EHC_OFF;
	}
	for (size_t i = 0; i < n; i++)
		if (c->out->list.items[i]->severity != EHC_OFF)
			c->out->list.items[kept++] = c->out->list.items[i];
	c->out->list.count = kept;
}
