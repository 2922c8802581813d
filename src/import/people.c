/*
 * people.c - a table of parents and others with parental responsibility on the first pages: headings above, a person in each row.
 */
#include "import/table.h"

/* "Name | Relationship | Address (if different) | Telephone": labels alone, and no value between the first two. */
static bool
is_head(struct reader *r, const struct ehc_draft_row *row)
{
	static const char *const names[] = { "name", "full name", "name of parent", "parent", "carer", "person", "name(s)", NULL };
	const struct ehc_draft_cell *second = row->first == NULL ? NULL : row->first->next;

	if (r->seen != 0 || second == NULL || row->next == NULL || row_cells(row->next) != row_cells(row) || !starts_any(label_fold(r->a, cell_text(r->a, row->first)), names) ||
	    !ehc_str_starts_nocase(cell_text(r->a, second), "relationship"))
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (ehc_str_words(cell_text(r->a, c)) > 6 || ehc_str_has_digit(cell_text(r->a, c)))
			return false;
	return true;
}

static bool
is_filled(struct reader *r, const struct ehc_draft_row *row, size_t cells)
{
	return row_cells(row) == cells && cell_text(r->a, row->first).len > 0 && label_detail(r, cell_text(r->a, row->first)) == EHC_L_NONE;
}

struct ehc_draft_row *
people_read(struct reader *r, struct ehc_draft_row *row)
{
	size_t cells = row_cells(row);

	if (!is_head(r, row) || !is_filled(r, row->next, cells))
		return row;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		note_left(r, cell_block(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
	for (; row->next != NULL && is_filled(r, row->next, cells); row = row->next) {
		struct ehc_str words = row_words(r->a, row->next);

		note_look(r, cell_block(row->next->first), words, part_field(r, r->child, EHC_L_PARENTS, words, cell_block(row->next->first)),
		    "A row of people was read as those with parental responsibility.");
	}
	return row->next;
}
