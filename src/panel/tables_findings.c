/*
 * tables_findings.c - the commonest findings, where they stand, and the commonest vague phrases.
 */
#include "panel/panel.h"

#include <stdlib.h>

enum { MOST_ROWS = 25 };

static const struct ehc_panel_column columns[] = {
	{ "plans", "Plans", EHC_PANEL_PLANS, false }, { "findings", "Findings", EHC_PANEL_ITEMS, false },
};
static const struct ehc_panel_column short_of[] = {
	{ "plans", "Plans that fall short", EHC_PANEL_PLANS, false }, { "findings", "Findings", EHC_PANEL_ITEMS, false },
};

struct ranked { const struct sum *sum; size_t place; };

static int
compare_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->sum->plans != y->sum->plans)
		return x->sum->plans > y->sum->plans ? -1 : 1;
	if (x->sum->items != y->sum->items)
		return x->sum->items > y->sum->items ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* Places of the sums that hold anything, most plans first. */
static struct ranked *
rank(struct batch *b, const struct sum *sums, size_t n, size_t *count)
{
	struct ranked *r = EHC_NEW_ARRAY(b->arena, struct ranked, n);

	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (sums[i].plans > 0)
			r[(*count)++] = (struct ranked){ &sums[i], i };
	if (*count > 0)
		qsort(r, *count, sizeof(*r), compare_ranked);
	return r;
}

static void
fill(struct ehc_panel_row *row, const struct sum *s)
{
	panel_cell_plans(&row->cells[0], s->plans);
	panel_cell_items(&row->cells[1], s->items, s->plans);
}

static void
rules(struct batch *b)
{
	struct ehc_panel_table *t = panel_table(b, "commonest-findings", EHC_PANEL_FINDINGS, "Commonest findings",
	    "Each line is what a rule asks for, and how many plans fall short of it, by an error or a warning. What a plan accepts with a "
	    "reason is left out.", "What is asked for", short_of, EHC_COUNT(short_of));
	size_t n;
	struct ranked *r = rank(b, b->sums->rules, MOST_RULES, &n);

	t->chart = EHC_PANEL_BARS;
	for (size_t i = 0; i < n && i < MOST_ROWS; i++) {
		const struct ehc_rule *rule = panel_rule_at(&b->places, r[i].place);

		fill(panel_row(b, t, ehc_str_of(rule->id), ehc_arena_printf(b->arena, "%s: %s", rule->id, rule->title)), r[i].sum);
	}
}

static void
phrases(struct batch *b)
{
	const struct ehc_phrase *all = ehc_phrases(NULL);
	struct ehc_panel_table *t = panel_table(b, "commonest-phrases", EHC_PANEL_FINDINGS, "Commonest phrases that leave something open",
	    "Words of the lexicon, each in one of its spellings; no word of a plan's own.", "Phrase", columns, EHC_COUNT(columns));
	size_t n;
	struct ranked *r = rank(b, b->sums->phrases, MOST_PHRASES, &n);

	t->chart = EHC_PANEL_BARS;
	for (size_t i = 0; i < n && i < MOST_ROWS; i++)
		fill(panel_row(b, t, ehc_str_of(all[r[i].place].id), ehc_arena_printf(b->arena, "%s", b->sums->words[r[i].place])), r[i].sum);
}

static void
heat(struct batch *b)
{
	struct ehc_panel_column *sections = EHC_NEW_ARRAY(b->arena, struct ehc_panel_column, EHC_SECTION_COUNT);
	struct ehc_panel_table *t;

	for (int s = 0; s < EHC_SECTION_COUNT; s++) {
		const char *name = s == EHC_NO_SECTION ? "Whole plan" : ehc_section_name((enum ehc_section)s);

		sections[s] = (struct ehc_panel_column){ s == EHC_NO_SECTION ? "whole" : name, name, EHC_PANEL_ITEMS, false };
	}
	t = panel_table(b, "findings-by-section", EHC_PANEL_FINDINGS, "Where errors and warnings stand",
	    "Findings by what they are about and the section they stand in.", "About", sections, EHC_SECTION_COUNT);
	t->chart = EHC_PANEL_HEAT;
	for (size_t i = 0; i < b->places.nprefixes; i++) {
		const struct ehc_family *f = b->places.prefixes[i];
		struct ehc_panel_row *row = NULL;

		for (size_t s = 0; s < EHC_SECTION_COUNT; s++) {
			const struct sum *sum = &b->sums->heat[i][s];

			if (sum->items == 0)
				continue;
			if (row == NULL)
				row = panel_row(b, t, ehc_str_of(f->prefix), ehc_str_of(f->title));
			panel_cell_items(&row->cells[s], sum->items, sum->plans);
		}
	}
}

void
panel_tables_findings(struct batch *b)
{
	rules(b);
	phrases(b);
	heat(b);
}
