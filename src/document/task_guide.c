/*
 * task_guide.c - the house's tasks as a guide for schools, behind a health care plan: which agency answers for each, and
 * whether it may be handed to school staff. It is the house's policy and says so; the plan itself says what is done for this child.
 */
#include "layout.h"

/* Rows of the project's own, which no profile says anything of, are no policy of the house. */
static bool
is_of_house(const struct ehc_task_type *row)
{
	return row->agency.len > 0 || row->delegable >= 0;
}

static struct ehc_str
handing_on(const struct ehc_task_type *row)
{
	return row->terms.len > 0 ? row->terms : row->delegable == 0 ? EHC_STR("no") : EHC_STR("not said");
}

static void
put_words(struct layout *l, struct ehc_cell *cell, struct ehc_str words)
{
	struct ehc_block *p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);

	layout_capital(l, p, words);
}

/* "Local policy: the house rules of example-county, from 1 September 2026." */
static void
put_whose(struct layout *l, struct ehc_block *section, const struct ehc_task_type *row)
{
	ehc_block_paragraph(l->d, section, layout_printf(l, "Local policy: the house rules of %.*s%s%.*s. It guides who is asked. It takes nothing away from "
	    "what this plan says is done for the child.", EHC_ARG(row->from), row->since != EHC_NODATE ? ", from " : "",
	    EHC_ARG(row->since != EHC_NODATE ? ehc_day_text(l->d->arena, row->since) : EHC_NOSTR)));
}

void
layout_task_guide(struct layout *l, const struct ehc_task_table *tasks)
{
	const struct ehc_column columns[] = { { EHC_STR("Task"), 30 }, { EHC_STR("Who answers for it"), 22 },
		{ EHC_STR("May it be handed to school staff?"), 48 } };
	struct ehc_block *table = NULL;

	if (tasks == NULL || !l->d->style->parts[EHC_PART_TASK_GUIDE])
		return;
	for (size_t i = 0; i < tasks->count; i++) {
		const struct ehc_task_type *row = &tasks->rows[i];
		struct ehc_table_row *r;

		if (!is_of_house(row))
			continue;
		if (table == NULL) {
			struct ehc_block *section = ehc_block_section(l->d, NULL, 2, EHC_STR("task-guide"), EHC_STR("Guide to tasks"));

			put_whose(l, section, row);
			table = ehc_block_table(l->d, section, EHC_STR("Guide to tasks"), columns, EHC_COUNT(columns));
			table->named = true;
		}
		r = ehc_block_row(l->d, table, EHC_NOSTR);
		put_words(l, &r->cells[0], row->name);
		put_words(l, &r->cells[1], row->agency.len > 0 ? row->agency : EHC_STR("not said"));
		put_words(l, &r->cells[2], handing_on(row));
	}
}
