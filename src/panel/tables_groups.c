/*
 * tables_groups.c - the same three questions of each group of plans: are there errors of drafting, what does the gravest
 * finding leave of the grade, was the final plan in time? Groups that fewer than five plans share are put together.
 */
#include "panel/panel.h"

#include <stdlib.h>

#define PLANS EHC_PANEL_PLANS

static const struct ehc_panel_column drafting[] = {
	{ "clean", "No error", PLANS, true }, { "few", "1 to 5 errors", PLANS, false }, { "many", "More than 5 errors", PLANS, false },
};
static const struct ehc_panel_column grade[] = {
	{ "much", "Much to mend", PLANS, false }, { "work", "Needs work", PLANS, false }, { "nearly", "Nearly clear", PLANS, true },
	{ "clear", "Clear", PLANS, true },
};
static const struct ehc_panel_column in_time[] = {
	{ "in-time", "In time", PLANS, true }, { "excused", "Late, exception claimed", PLANS, false }, { "late", "Late", PLANS, false },
	{ "missing", "Past its date, not recorded", PLANS, false }, { "not-due", "Not due yet", PLANS, true },
};

static const struct question {
	const char *id, *title, *about;
	const struct ehc_panel_column *columns;
	size_t n, member;
	bool health;                    /* asked of health care plans too */
} questions[] = {
	{ "drafting", "Errors of wording, of missing parts and of safety",
	  "Findings with one cause count once. Dates already missed are counted apart.", drafting, EHC_COUNT(drafting),
	  offsetof(struct record, drafting), true },
	{ "grade", "The most that the gravest finding leaves of the grade",
	  "A safety finding leaves no more than \"much to mend\", an error that rests on an Act or on Regulations no more than \"needs work\".",
	  grade, EHC_COUNT(grade), offsetof(struct record, most), true },
	{ "final", "Final plan within 20 weeks",
	  "EHC plans that record when the assessment was asked for.", in_time, EHC_COUNT(in_time),
	  offsetof(struct record, steps) + STEP_FINAL, false },
};

static const struct { const char *id, *title, *first; } dimensions[DIMENSIONS] = {
	[BY_KIND] = { "kind", "by kind of plan", "Kind" },
	[BY_STATUS] = { "status", "by status", "Status" },
	[BY_SETTING] = { "setting", "by kind of setting", "Setting" },
	[BY_NEED] = { "need", "by primary need", "Primary need" },
	[BY_AGE] = { "age", "by age", "Age" },
	[BY_LOCALITY] = { "locality", "by locality", "Locality" },
	[BY_WRITER] = { "writer", "by plan writer", "Plan writer" },
};

/* ---- groups ---- */

struct group { struct ehc_str id, name; uint32_t value; size_t order; };
struct groups { struct group *items; size_t count; uint32_t *of; size_t nof; };       /* of: from a value to its place */

static uint32_t
value_of(const struct record *r, enum dimension d)
{
	switch (d) {
	case BY_KIND: return r->kind;
	case BY_STATUS: return r->status;
	case BY_SETTING: return r->setting;
	case BY_NEED: return r->need;
	case BY_AGE: return r->age;
	case BY_LOCALITY: return r->locality;
	case BY_WRITER: return r->writer;
	case DIMENSIONS: break;
	}
	return 0;
}

static struct group
named(struct batch *b, enum dimension d, uint32_t v)
{
	static const char *const kinds[] = { "EHC plan", "Health care plan" };
	struct ehc_str name;

	switch (d) {
	case BY_KIND:
		return (struct group){ ehc_str_of(v == 0 ? "ehc-plan" : "health-care-plan"), ehc_str_of(kinds[v]), v, v };
	case BY_STATUS:
		name = ehc_str_of(v == EHC_STATUS_NONE || v == EHC_STATUS_OTHER ? "not said, or not known" : ehc_status_name((enum ehc_status)v));
		return (struct group){ name, name, v, v };
	case BY_SETTING:
		return (struct group){ ehc_str_of(panel_kind_id(&panel_settings, v)), ehc_str_of(panel_kind_name(&panel_settings, v)), v, v };
	case BY_NEED:
		return (struct group){ ehc_str_of(panel_kind_id(&panel_needs, v)), ehc_str_of(panel_kind_name(&panel_needs, v)), v, v };
	case BY_AGE:
		return (struct group){ ehc_str_of(panel_age_ids[v]), ehc_str_of(panel_age_names[v]), v, v == 0 ? AGES : v };
	case BY_LOCALITY: case BY_WRITER: case DIMENSIONS:
		break;
	}
	name = panel_label_name(d == BY_LOCALITY ? b->localities : b->writers, v);
	return v == 0 ? (struct group){ EHC_STR("not-said"), EHC_STR("Not said"), 0, 1 } :
	    (struct group){ ehc_arena_copy(b->arena, name), ehc_arena_copy(b->arena, name), v, 0 };
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return ehc_str_cmp(x->name, y->name);
}

static size_t
values(const struct batch *b, enum dimension d)
{
	switch (d) {
	case BY_KIND: return 2;
	case BY_STATUS: return EHC_STATUS_OTHER + 1;
	case BY_SETTING: return panel_settings.n + 1;
	case BY_NEED: return panel_needs.n + 1;
	case BY_AGE: return AGES;
	case BY_LOCALITY: return panel_labels_count(b->localities);
	case BY_WRITER: return panel_labels_count(b->writers);
	case DIMENSIONS: break;
	}
	return 0;
}

/* A name in the plans' own words is shown only where at least five plans share it; the rest stand together. */
static struct groups
groups_of(struct batch *b, enum dimension d, size_t *pooled)
{
	struct groups g = { .nof = values(b, d) };
	uint32_t *counts = EHC_NEW_ARRAY(b->arena, uint32_t, g.nof);
	bool own_words = d == BY_LOCALITY || d == BY_WRITER;

	*pooled = 0;
	g.items = EHC_NEW_ARRAY(b->arena, struct group, g.nof + 1);
	g.of = EHC_NEW_ARRAY(b->arena, uint32_t, g.nof);
	for (size_t i = 0; i < b->n; i++)
		if (b->records[i].kind <= KIND_HEALTH_PLAN)
			counts[value_of(&b->records[i], d)]++;
	for (uint32_t v = 0; v < g.nof; v++) {
		if (counts[v] == 0)
			continue;
		if (own_words && v != 0 && !b->options->identify && counts[v] < EHC_PANEL_FEWEST)
			++*pooled;
		else
			g.items[g.count++] = named(b, d, v);
	}
	if (g.count > 0)
		qsort(g.items, g.count, sizeof(*g.items), compare_groups);
	if (*pooled > 0)
		g.items[g.count] = (struct group){ EHC_STR("others"), EHC_STR("Others, each named in fewer than 5 plans"), UINT32_MAX, 2 };
	for (uint32_t v = 0; v < g.nof; v++)
		g.of[v] = (uint32_t)g.count;    /* the pool, until a group claims it */
	for (uint32_t i = 0; i < g.count; i++)
		g.of[g.items[i].value] = i;
	g.count += *pooled > 0;
	return g;
}

/* ---- tables ---- */

static bool
is_asked(const struct record *r, const struct question *q)
{
	return r->kind == KIND_EHC_PLAN || (q->health && r->kind == KIND_HEALTH_PLAN);
}

static void
table(struct batch *b, enum dimension d, const struct question *q)
{
	struct ehc_panel_table *t = panel_table(b, ehc_arena_printf(b->arena, "%s-by-%s", q->id, dimensions[d].id).ptr, EHC_PANEL_GROUPS,
	    ehc_arena_printf(b->arena, "%s, %s", q->title, dimensions[d].title).ptr, q->about, dimensions[d].first, q->columns, q->n);
	struct groups g = groups_of(b, d, &t->pooled);
	size_t plans = 0;

	t->chart = EHC_PANEL_STACK;
	t->columns_are_parts = t->has_totals = true;
	for (size_t i = 0; i < g.count; i++)
		panel_row(b, t, g.items[i].id, g.items[i].name);
	for (size_t i = 0; i < b->n; i++) {
		const struct record *r = &b->records[i];
		size_t answer = ((const uint8_t *)r)[q->member];

		if (!is_asked(r, q) || answer == 0 || answer > q->n)
			continue;
		struct ehc_panel_row *row = &t->rows[g.of[value_of(r, d)]];

		row->cells[answer - 1].value++;
		row->cells[answer - 1].plans++;
		row->plans.value++;
		row->plans.plans++;
		plans++;
	}
	panel_total_row(b, t, "All plans", plans);
}

void
panel_tables_groups(struct batch *b)
{
	for (int d = 0; d < DIMENSIONS; d++)
		for (size_t q = 0; q < EHC_COUNT(questions); q++)
			if (d != BY_WRITER || b->options->by_writer)
				table(b, (enum dimension)d, &questions[q]);
}
