/*
 * group.c - findings of one cause as one defect: which of them leads, what the group is to its reader, and how many there are.
 */
#include "ehc/report.h"

#include <string.h>

/* Words that stand in the plan lead before what is missing from it: a reader looks for them. */
static bool
is_about_words(const struct ehc_finding *f)
{
	return f->has_text && f->rule->class_ == EHC_WORDING;
}

/* What is accepted leads only a group that holds nothing else, and what is known none that holds something new. */
static int
newness(const struct ehc_finding *f)
{
	return f->accepted.len > 0 ? 0 : f->known ? 1 : 2;
}

/* Words by their place; what is missing behind them, in the order of the rules: how much and how often come first. */
static bool
stands_behind(const struct ehc_finding *a, const struct ehc_finding *b)
{
	bool words_a = a->rule->class_ == EHC_WORDING, words_b = b->rule->class_ == EHC_WORDING;

	if (words_a || words_b)
		return !words_a && words_b;
	return strcmp(a->rule->id, b->rule->id) > 0;
}

static bool
leads(const struct ehc_finding *f, const struct ehc_finding *lead)
{
	if (newness(f) != newness(lead))
		return newness(f) > newness(lead);
	if (f->severity != lead->severity)
		return f->severity > lead->severity;
	if (is_about_words(f) != is_about_words(lead))
		return is_about_words(f);
	return !is_about_words(f) && stands_behind(lead, f);
}

static void
join(struct ehc_group *g, const struct ehc_finding *f)
{
	size_t at = g->count++;

	for (; at > 0 && stands_behind(g->findings[at - 1], f); at--)
		g->findings[at] = g->findings[at - 1];
	g->findings[at] = f;
	if (g->lead == NULL || leads(f, g->lead))
		g->lead = f;
}

static enum ehc_group_state
state_of(const struct ehc_finding *lead)
{
	if (lead->accepted.len > 0)
		return EHC_GROUP_ACCEPTED;
	if (lead->known)
		return EHC_GROUP_KNOWN;
	if (lead->rule->class_ == EHC_PROCESS)
		return EHC_GROUP_MISSED;
	return lead->todo ? EHC_GROUP_TODO : EHC_GROUP_OPEN;
}

struct ehc_group *
ehc_groups(const struct ehc_findings *f, size_t *n)
{
	struct ehc_group *groups;
	const struct ehc_finding **members = EHC_NEW_ARRAY(f->arena, const struct ehc_finding *, f->list.count);
	size_t *sizes;

	*n = 0;
	for (size_t i = 0; i < f->list.count; i++)
		if (f->list.items[i]->group > *n)
			*n = f->list.items[i]->group;
	groups = EHC_NEW_ARRAY(f->arena, struct ehc_group, *n);
	sizes = EHC_NEW_ARRAY(f->arena, size_t, *n);
	for (size_t i = 0; i < f->list.count; i++)
		sizes[f->list.items[i]->group - 1]++;
	for (size_t g = 0; g < *n; g++) {
		groups[g].findings = members;
		members += sizes[g];
	}
	for (size_t i = 0; i < f->list.count; i++)
		join(&groups[f->list.items[i]->group - 1], f->list.items[i]);
	for (size_t g = 0; g < *n; g++)
		groups[g].state = state_of(groups[g].lead);
	return groups;
}

static void
count_group(struct ehc_totals *t, const struct ehc_group *g)
{
	switch (g->state) {
	case EHC_GROUP_MISSED: t->missed++; return;
	case EHC_GROUP_TODO: t->todo++; return;
	case EHC_GROUP_ACCEPTED: t->accepted++; return;
	case EHC_GROUP_KNOWN: t->known++; return;
	case EHC_GROUP_OPEN: break;
	}
	switch (g->lead->severity) {
	case EHC_ERROR: t->errors++; break;
	case EHC_WARNING: t->warnings++; break;
	case EHC_NOTE: t->notes++; break;
	case EHC_OFF: break;
	}
}

void
ehc_totals_add(struct ehc_totals *t, const struct ehc_result *r)
{
	struct ehc_group *groups;
	size_t n;

	t->files++;
	if (r->failure.len > 0) {
		t->failed++;
		return;
	}
	groups = ehc_groups(r->findings, &n);
	for (size_t i = 0; i < n; i++)
		count_group(t, &groups[i]);
}
