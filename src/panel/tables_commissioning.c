/*
 * tables_commissioning.c - what the plans add up to for those who buy it: hours a year where they can be counted, and beside
 * them how many provisions there are whose hours cannot.
 */
#include "panel/panel.h"

#include <stdlib.h>

static const struct ehc_panel_column columns[] = {
	{ "provisions", "Provisions", EHC_PANEL_ITEMS, false }, { "hours", "Hours a year", EHC_PANEL_HOURS, false },
	{ "not-counted", "Provisions without countable hours", EHC_PANEL_ITEMS, false },
	{ "cost", "Cost a year", EHC_PANEL_PENCE, false },
};
enum { WITHOUT_COST = 3 };

static bool
has_cost(const struct batch *b)
{
	for (size_t i = 0; i < MOST_KINDS; i++)
		if (b->sums->service[i].pence > 0)
			return true;
	return false;
}

static struct ehc_panel_table *
hours_table(struct batch *b, const char *id, const char *title, const char *about, const char *first)
{
	struct ehc_panel_table *t = panel_table(b, id, EHC_PANEL_COMMISSIONING, title, about, first, columns,
	    has_cost(b) ? EHC_COUNT(columns) : WITHOUT_COST);

	t->linked = true;
	return t;
}

static void
fill(struct ehc_panel_table *t, struct ehc_panel_row *row, const struct sum *s)
{
	panel_cell_items(&row->cells[0], s->items, s->plans);
	panel_cell_items(&row->cells[1], s->hours, s->plans_counted);
	panel_cell_items(&row->cells[2], s->open, s->plans_open);
	if (t->ncolumns > WITHOUT_COST)
		panel_cell_items(&row->cells[3], s->pence, s->plans_counted);
}

static void
add(struct sum *into, const struct sum *s)
{
	into->plans += s->plans;
	into->plans_counted += s->plans_counted;
	into->plans_open += s->plans_open;
	into->items += s->items;
	into->hours += s->hours;
	into->pence += s->pence;
	into->open += s->open;
}

/* Each plan has one age, so that plans add up. */
static struct sum
of_all_ages(const struct batch *b)
{
	struct sum all = { .plans = 0 };

	for (size_t i = 0; i < AGES; i++)
		add(&all, &b->sums->ages[i]);
	return all;
}

static void
total_of_all(struct batch *b, struct ehc_panel_table *t, const char *name)
{
	struct sum all = of_all_ages(b);

	panel_total_row(b, t, name, all.plans);
	fill(t, &t->rows[t->nrows - 1], &all);
}

static void
services(struct batch *b)
{
	struct ehc_panel_table *t = hours_table(b, "hours-by-service", "Hours a year by service",
	    "Hours that children receive, at the lower end of a range, in plans that have not ceased. A group session counts once for each "
	    "child in it. What has no countable hours is not nothing: it is demand that nobody can plan for.", "Service");

	t->chart = EHC_PANEL_BARS;
	for (unsigned k = 0; k <= panel_services.n; k++)
		if (b->sums->service[k].items > 0)
			fill(t, panel_row(b, t, ehc_str_of(panel_kind_id(&panel_services, k)), ehc_str_of(panel_kind_name(&panel_services, k))),
			    &b->sums->service[k]);
	t->rows_overlap = true;
	total_of_all(b, t, "All services");
}

static void
services_by_age(struct batch *b)
{
	static const struct ehc_panel_column ages[] = {
		{ "unknown", "Age not known", EHC_PANEL_HOURS, false }, { "under-5", "Under 5", EHC_PANEL_HOURS, false },
		{ "5-10", "5 to 10", EHC_PANEL_HOURS, false }, { "11-15", "11 to 15", EHC_PANEL_HOURS, false },
		{ "16-18", "16 to 18", EHC_PANEL_HOURS, false }, { "19-25", "19 to 25", EHC_PANEL_HOURS, false },
	};
	struct ehc_panel_table *t = panel_table(b, "hours-by-service-and-age", EHC_PANEL_COMMISSIONING, "Hours a year by service and age",
	    "The hours of the table by service, by the child's age on the day of this report.", "Service", ages, EHC_COUNT(ages));

	t->rows_overlap = t->sums_elsewhere = true;
	for (unsigned k = 0; k <= panel_services.n; k++) {
		struct ehc_panel_row *row;

		if (b->sums->service[k].items == 0)
			continue;
		row = panel_row(b, t, ehc_str_of(panel_kind_id(&panel_services, k)), ehc_str_of(panel_kind_name(&panel_services, k)));
		for (size_t a = 0; a < AGES; a++)
			panel_cell_items(&row->cells[a], b->sums->services[k][a].hours, b->sums->services[k][a].plans_counted);
	}
	panel_total_row(b, t, "All services", of_all_ages(b).plans);
	for (size_t a = 0; a < AGES; a++)
		t->rows[t->nrows - 1].cells[a].plans = b->sums->ages[a].plans_counted;
}

static void
ages(struct batch *b)
{
	struct ehc_panel_table *t = hours_table(b, "hours-by-age", "Hours a year by age", "As in the table by service.", "Age");

	for (size_t i = 0; i < AGES; i++) {
		size_t a = (i + 1) % AGES;      /* those whose age is not known stand last */

		if (b->sums->ages[a].items > 0)
			fill(t, panel_row(b, t, ehc_str_of(panel_age_ids[a]), ehc_str_of(panel_age_names[a])), &b->sums->ages[a]);
	}
	total_of_all(b, t, "All ages");
}

/* ---- by names in the plans' own words ---- */

struct named { struct ehc_str name; const struct sum *sum; };

static int
compare_named(const void *a, const void *b)
{
	return ehc_str_cmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

static uint32_t
more(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* Where one plan may name them all, no more plans are sure to stand behind several than behind one. */
static void
pool_in(struct sum *pool, const struct sum *s, bool overlap)
{
	struct sum before = *pool;

	add(pool, s);
	if (!overlap)
		return;
	pool->plans = more(before.plans, s->plans);
	pool->plans_counted = more(before.plans_counted, s->plans_counted);
	pool->plans_open = more(before.plans_open, s->plans_open);
}

static void
labelled(struct batch *b, struct ehc_panel_table *t, const struct labels *labels, const struct sum *sums, size_t n, bool overlap)
{
	struct named *rows = EHC_NEW_ARRAY(b->arena, struct named, n);
	struct sum pool = { .plans = 0 };
	size_t count = 0;

	for (uint32_t i = 1; i < n && i < panel_labels_count(labels); i++) {
		if (sums[i].items == 0)
			continue;
		if (sums[i].plans >= EHC_PANEL_FEWEST || b->options->identify)
			rows[count++] = (struct named){ panel_label_name(labels, i), &sums[i] };
		else {
			pool_in(&pool, &sums[i], overlap);
			t->pooled++;
		}
	}
	if (count > 0)
		qsort(rows, count, sizeof(*rows), compare_named);
	for (size_t i = 0; i < count; i++) {
		struct ehc_str name = ehc_arena_copy(b->arena, rows[i].name);

		fill(t, panel_row(b, t, name, name), rows[i].sum);
	}
	if (pool.items > 0)
		fill(t, panel_row(b, t, EHC_STR("others"), EHC_STR("Others, each named in fewer than 5 plans")), &pool);
	if (n > 0 && sums[0].items > 0)
		fill(t, panel_row(b, t, EHC_STR("not-said"), EHC_STR("Not said")), &sums[0]);
	t->rows_overlap = overlap;
	total_of_all(b, t, "All");
}

/* ---- what can be counted ---- */

static const enum ehc_section provides[] = { EHC_F, EHC_G, EHC_H1, EHC_H2 };

static struct ehc_str
section_name(struct batch *b, enum ehc_section s)
{
	return ehc_arena_printf(b->arena, "%s: %s", ehc_section_name(s), ehc_section_subject(s));
}

static void
quantified(struct batch *b)
{
	static const struct ehc_panel_column parts[PARTS] = {
		[PART_FULL] = { "full", "Hours a year can be worked out", EHC_PANEL_ITEMS, true },
		[PART_OTHER] = { "definite", "Tied to an event or a thing", EHC_PANEL_ITEMS, true },
		[PART_SOME] = { "partly", "An amount, with something missing", EHC_PANEL_ITEMS, false },
		[PART_NONE] = { "none", "No amount", EHC_PANEL_ITEMS, false },
	};
	struct ehc_panel_table *t = panel_table(b, "quantified", EHC_PANEL_COMMISSIONING, "How much of the provision is quantified",
	    "Provisions by what can be counted of them.", "Section", parts, PARTS);

	t->chart = EHC_PANEL_STACK;
	t->rows_overlap = t->columns_overlap = t->sums_elsewhere = true;
	for (size_t i = 0; i < EHC_COUNT(provides); i++) {
		struct ehc_panel_row *row = panel_row(b, t, ehc_str_of(ehc_section_name(provides[i])), section_name(b, provides[i]));

		for (size_t k = 0; k < PARTS; k++)
			panel_cell_items(&row->cells[k], b->sums->parts[provides[i]][k].items, b->sums->parts[provides[i]][k].plans);
	}
	panel_total_row(b, t, "All provision", of_all_ages(b).plans);
	for (size_t k = 0; k < PARTS; k++)
		t->rows[t->nrows - 1].cells[k].plans = b->sums->parts[EHC_NO_SECTION][k].plans;
}

static void
joint(struct batch *b)
{
	struct ehc_panel_table *t = hours_table(b, "jointly-funded", "Provision that several bodies pay for",
	    "Provisions that name more than one kind of body as funding them, or say that the funding is joint.", "Section");

	t->rows_overlap = true;
	for (size_t i = 0; i < EHC_COUNT(provides); i++)
		fill(t, panel_row(b, t, ehc_str_of(ehc_section_name(provides[i])), section_name(b, provides[i])), &b->sums->joint[provides[i]]);
	panel_total_row(b, t, "All provision", of_all_ages(b).plans);
}

void
panel_tables_commissioning(struct batch *b)
{
	struct ehc_panel_table *t;

	services(b);
	services_by_age(b);
	ages(b);
	t = hours_table(b, "hours-by-locality", "Hours a year by locality", "As in the table by service.", "Locality");
	labelled(b, t, b->localities, b->sums->localities, b->sums->nlocalities, false);
	t = hours_table(b, "hours-by-provider", "Hours a year by provider",
	    "As in the table by service; the provider that the plan names, or the house rules for that service.", "Provider");
	labelled(b, t, b->providers, b->sums->providers, b->sums->nproviders, true);
	quantified(b);
	joint(b);
}
