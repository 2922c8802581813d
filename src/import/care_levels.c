/*
 * care_levels.c - a table of an emergency with a column for each level, "Mild", "Severe", and rows for what is seen and what is to be done.
 */
#include "import/care.h"

enum { MOST = 6 };              /* levels; no plan has more */

/* What the cells of the row are, by its first; EHC_L_NONE where it says neither. */
static enum ehc_label
row_label(struct reader *r, const struct ehc_draft_row *row)
{
	static const char *const steps[] = { "do", "action", "treatment", "response", "steps", "give", NULL };
	static const char *const signs[] = { "sign", "symptom", "see", "look", "notice", "happening", NULL };
	struct ehc_str f = label_fold(r->a, care_words(r, row, 0));

	if (f.len == 0 || ehc_str_words(f) > 8)
		return EHC_L_NONE;
	return care_emergency_label(f) != EHC_L_NONE ? care_emergency_label(f) : has_any(f, signs) ? EHC_L_SIGN : has_any(f, steps) ? EHC_L_STEP : EHC_L_NONE;
}

static bool
is_corner(struct reader *r, const struct ehc_draft_row *row)
{
	static const char *const words[] = { "level", "severity", "stage", "zone", "how bad", "type", NULL };
	struct ehc_str f = label_fold(r->a, care_words(r, row, 0));

	return f.len == 0 || (ehc_str_words(f) <= 4 && has_any(f, words));
}

static bool
is_by_level(struct reader *r, const struct ehc_draft_table *t)
{
	size_t cells = row_cells(t->first), signs = 0, steps = 0;

	if (cells < 3 || cells > MOST + 1 || row_filled(r->a, t->first) + 1 < cells || !is_corner(r, t->first))
		return false;
	for (size_t i = 1; i < cells; i++)
		if (ehc_str_words(care_words(r, t->first, i)) > 8 || care_words(r, t->first, i).len == 0)
			return false;
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next) {
		enum ehc_label label = row_label(r, row);

		if (label == EHC_L_NONE || row_cells(row) != cells)
			return false;
		signs += label == EHC_L_SIGN;
		steps += label == EHC_L_STEP;
	}
	return signs > 0 && steps > 0;
}

/* The emergency of a level. What the heading above says goes with it; where that opened one which holds nothing yet, it is the first. */
static void
open_level(struct reader *r, struct ehc_str heading, const struct ehc_draft_cell *head)
{
	struct ehc_str name = cell_text(r->a, head);

	if (heading.len > 0)
		name = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(heading), EHC_ARG(name));
	if (r->emergency != NULL && r->emergency == r->last && r->emergency->fields == NULL)
		r->emergency->text = name;
	else
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, name, cell_block(head));
	part_block(r, r->emergency, cell_block(head));
	note_read(r, cell_block(head), cell_text(r->a, head), r->emergency);
}

static void
level_line(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b)
{
	if (label == EHC_L_STEP) {
		care_step(r, b->text, b);
		return;
	}
	part_field(r, r->emergency, label, b->text, b);
	part_block(r, r->emergency, b);
	note_read(r, b, b->text, r->emergency);
}

bool
care_levels(struct reader *r, const struct ehc_draft_table *t)
{
	struct ehc_str heading = r->emergency != NULL && r->emergency == r->last && r->emergency->fields == NULL ? r->emergency->text : EHC_NOSTR;

	if (!is_by_level(r, t))
		return false;
	for (size_t i = 1; i < row_cells(t->first); i++) {
		open_level(r, heading, care_cell(t->first, i));
		for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next)
			for (const struct ehc_draft_block *b = care_cell(row, i)->first; b != NULL; b = b->next)
				if (b->text.len > 0)
					level_line(r, row_label(r, row), b);
	}
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next)
		if (care_words(r, row, 0).len > 0)
			note_left(r, cell_block(row->first), care_words(r, row, 0), "a label: the plan has its own");
	r->emergency = NULL;
	return true;
}
