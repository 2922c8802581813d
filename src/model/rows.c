/*
 * rows.c - the ties that a row makes: every need, outcome and provision of one row belongs together, as in a table
 * that is read across. With one need in the row a tie is firm; otherwise it is assumed.
 */
#include "model/bind.h"

#include <string.h>

struct needs { struct ehc_item **items; size_t count, cap; };

/* Needs by what a row may call them. */
struct groups {
	struct needs areas[EHC_AREA_OTHER + 1];
	struct needs sections[EHC_SECTION_COUNT];
	struct ehc_index *categories;   /* plain words -> struct needs */
};

bool
ehc_row_is_about(struct ehc_str name, const char *word)
{
	size_t n = strlen(word);

	name = ehc_words_trim(name);
	return ehc_str_starts_nocase(name, word) && (name.len == n || name.ptr[n] == ' ' || name.ptr[n] == ',' || name.ptr[n] == ':');
}

static void
gather_needs(struct ehc_binder *b, struct groups *g)
{
	struct ehc_item *it;

	g->categories = ehc_index_new(b->arena);
	for (EHC_EACH_ITEM(it, b->plan, EHC_ITEM_NEED)) {
		struct needs *same;

		EHC_PUSH(b->arena, &g->sections[it->section], it);
		if (it->area != EHC_AREA_OTHER) {
			EHC_PUSH(b->arena, &g->areas[it->area], it);
			continue;
		}
		same = ehc_index_get(g->categories, it->category);
		if (same == NULL) {
			same = EHC_NEW(b->arena, struct needs);
			ehc_index_put(g->categories, it->category, same);
		}
		EHC_PUSH(b->arena, same, it);
	}
}

/* The needs that a row stands for: its own, or where it holds none those that its name calls in; two sets, either may be empty. */
static void
needs_of(struct ehc_binder *b, const struct groups *g, const struct ehc_row *row, struct needs sets[2])
{
	static const struct needs none = { NULL, 0, 0 };
	struct ehc_str name = row->name.text.str;
	const struct needs *called;

	sets[0] = sets[1] = none;
	for (size_t i = 0; row->needs > 0 && i < row->count; i++)
		if (row->items[i]->kind == EHC_ITEM_NEED)
			EHC_PUSH(b->arena, &sets[0], row->items[i]);
	if (row->needs > 0)
		return;
	if (row->across) {
		sets[0] = g->sections[EHC_B];
	} else if (ehc_row_is_about(name, "health") || ehc_row_is_about(name, "social care")) {
		if (ehc_row_is_about(name, "health"))
			sets[0] = g->sections[EHC_C];
		if (ehc_str_find_word(name, "social care") != SIZE_MAX)
			sets[1] = g->sections[EHC_D];
	} else if (row->area != EHC_AREA_NONE) {
		sets[0] = g->areas[row->area];
	} else {
		called = ehc_index_get(g->categories, ehc_words_trim(name));
		if (called != NULL)
			sets[0] = *called;
	}
}

static bool
is_written(const struct ehc_item *it, enum ehc_label label)
{
	return ehc_node_field(it->node, label) != NULL;
}

/* Provisions and outcomes of the row that say nothing of their own about what they are tied to. */
static void
gather_open(struct ehc_binder *b, const struct ehc_row *row, struct needs *without_for, struct needs *without_towards, struct needs *outcomes)
{
	for (size_t i = 0; i < row->count; i++) {
		struct ehc_item *it = row->items[i];

		if (it->kind == EHC_ITEM_NEED)
			continue;
		if (!is_written(it, EHC_L_FOR))
			EHC_PUSH(b->arena, without_for, it);
		if (it->kind == EHC_ITEM_OUTCOME)
			EHC_PUSH(b->arena, outcomes, it);
		else if (!is_written(it, EHC_L_TOWARDS))
			EHC_PUSH(b->arena, without_towards, it);
	}
}

static void
tie_all(struct ehc_binder *b, const struct ehc_row *row, const struct needs *from, enum ehc_relation relation, const struct needs *to)
{
	for (size_t i = 0; i < from->count; i++)
		for (size_t k = 0; k < to->count; k++)
			ehc_tie(b, &(struct ehc_link){ .relation = relation, .from = from->items[i], .to = to->items[k],
				.written = ehc_str_of(to->items[k]->id), .span = row->node->span, .assumed = row->needs != 1, .by_row = true });
}

static void
tie_row(struct ehc_binder *b, const struct groups *g, const struct ehc_row *row)
{
	struct needs without_for = { NULL, 0, 0 }, without_towards = without_for, outcomes = without_for, needs[2];
	size_t ties;

	gather_open(b, row, &without_for, &without_towards, &outcomes);
	if (without_for.count == 0 && without_towards.count == 0)
		return;
	needs_of(b, g, row, needs);
	ties = (needs[0].count + needs[1].count) * without_for.count + outcomes.count * without_towards.count;
	if (ties > EHC_ROW_TIES_LIMIT - b->row_ties) {
		ehc_bind_fault(b, EHC_FAULT_ROW_TIES, row->node, NULL, row->name.text.str, row->name.text.span);
		return;
	}
	b->row_ties += ties;
	tie_all(b, row, &without_for, EHC_REL_FOR, &needs[0]);
	tie_all(b, row, &without_for, EHC_REL_FOR, &needs[1]);
	tie_all(b, row, &without_towards, EHC_REL_TOWARDS, &outcomes);
}

void
ehc_bind_rows(struct ehc_binder *b)
{
	struct groups g = { .categories = NULL };

	gather_needs(b, &g);
	for (const struct ehc_row *row = b->plan->first_row; row != NULL; row = row->next)
		tie_row(b, &g, row);
}
