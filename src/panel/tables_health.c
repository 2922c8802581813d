/*
 * tables_health.c - health care plans: what has lapsed or lapses within 60 days, and which tasks hang on one trained person,
 * by school and by class of task. Schools are S1, S2 ... in an order that says nothing.
 */
#include "panel/panel.h"

#include <stdlib.h>

#define ITEMS EHC_PANEL_ITEMS

static const struct ehc_panel_column columns[] = {
	{ "training", "Training", ITEMS, false }, { "medicines", "Medicines", ITEMS, false }, { "consent", "Consent", ITEMS, false },
	{ "reviews", "Reviews", ITEMS, false }, { "tasks", "Tasks", ITEMS, false }, { "alone", "Tasks that hang on one trained person", ITEMS, false },
};
#define ABOUT "What has lapsed, or lapses within 60 days of the day of this report: training, medicines, consent given more than a " \
	"year ago, reviews. Then tasks, and those for which the plan names one trained person alone."
#define ABOUT_WHEN "Training, medicines, consent given more than a year ago, and reviews."

static void
fill(struct ehc_panel_row *row, const struct due_sums *s)
{
	for (size_t l = 0; l < EHC_LAPSES; l++)
		panel_cell_items(&row->cells[l], s->items[l], s->plans[l]);
	panel_cell_items(&row->cells[EHC_LAPSES], s->tasks, s->task_plans);
	panel_cell_items(&row->cells[EHC_LAPSES + 1], s->alone, s->alone_plans);
}

static size_t
health_plans(const struct batch *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += b->records[i].kind == KIND_HEALTH_PLAN;
	return n;
}

struct school { struct ehc_str name; uint64_t order; const struct due_sums *sums; };

static int
compare_schools(const void *a, const void *b)
{
	const struct school *x = a, *y = b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return ehc_str_cmp(x->name, y->name);
}

static void
schools(struct batch *b)
{
	struct ehc_panel_table *t = panel_table(b, "lapsing-by-school", EHC_PANEL_HEALTH, "Health care plans by school", ABOUT, "School", columns,
	    EHC_COUNT(columns));
	struct school *rows = EHC_NEW_ARRAY(b->arena, struct school, b->sums->nschools + 1);
	size_t n = 0, number = 0;

	for (uint32_t i = 0; i < b->sums->nschools && i < panel_labels_count(b->schools); i++) {
		struct ehc_str name = panel_label_name(b->schools, i);

		if (b->sums->schools[i].task_plans > 0 || b->sums->schools[i].plans[EHC_LAPSE_REVIEW] > 0 || b->sums->schools[i].items[0] > 0)
			rows[n++] = (struct school){ name, i == 0 ? UINT64_MAX : ehc_str_hash(name), &b->sums->schools[i] };
	}
	if (n > 0)
		qsort(rows, n, sizeof(*rows), compare_schools);
	for (size_t i = 0; i < n; i++) {
		struct ehc_str id = rows[i].name.len == 0 ? EHC_STR("not-said") : ehc_arena_printf(b->arena, "S%zu", ++number);
		struct ehc_str name = rows[i].name.len == 0 ? EHC_STR("School not said") :
		    b->options->identify ? ehc_arena_copy(b->arena, rows[i].name) : id;

		fill(panel_row(b, t, id, name), rows[i].sums);
	}
	panel_total_row(b, t, "All schools", health_plans(b));
}

static void
classes(struct batch *b)
{
	struct ehc_panel_table *t = panel_table(b, "lapsing-by-class", EHC_PANEL_HEALTH, "Health care plans by class of task", ABOUT, "Class of task",
	    columns, EHC_COUNT(columns));

	for (unsigned k = 0; k <= panel_classes.n; k++)
		fill(panel_row(b, t, ehc_str_of(panel_kind_id(&panel_classes, k)), ehc_str_of(panel_kind_name(&panel_classes, k))),
		    &b->sums->classes[k]);
}

/* ---- when ---- */

const char *
ehc_panel_lapse_name(enum ehc_panel_lapse l)
{
	static const char *const names[EHC_LAPSES] = { "training", "medicine", "consent", "review" };

	return names[l];
}

const char *
ehc_panel_when_words(enum ehc_panel_when w)
{
	static const char *const words[EHC_WHENS] = { "lapsed", "within 30 days", "within 60 days" };

	return words[w];
}

static void
whens(struct batch *b)
{
	static const struct ehc_panel_column when[EHC_WHENS] = {
		{ "lapsed", "Lapsed", ITEMS, false }, { "within-30", "Within 30 days", ITEMS, false }, { "within-60", "Within 60 days", ITEMS, false },
	};
	struct ehc_panel_table *t = panel_table(b, "lapsing", EHC_PANEL_HEALTH, "Health care plans: what lapses when", ABOUT_WHEN, "What", when, EHC_WHENS);

	t->columns_overlap = t->sums_elsewhere = true;
	for (int l = 0; l < EHC_LAPSES; l++) {
		struct ehc_str name = ehc_str_of(ehc_panel_lapse_name((enum ehc_panel_lapse)l));
		struct ehc_panel_row *row = panel_row(b, t, name, name);

		for (size_t w = 0; w < EHC_WHENS; w++)
			for (size_t i = 0; i < b->n; i++) {
				row->cells[w].value += b->records[i].due[l][w];
				row->cells[w].plans += b->records[i].due[l][w] > 0;
			}
	}
}

void
panel_tables_health(struct batch *b)
{
	if (health_plans(b) == 0)
		return;
	whens(b);
	schools(b);
	classes(b);
}
