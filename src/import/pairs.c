/*
 * pairs.c - rows without headings: labels beside their values.
 */
#include "import/table.h"

#include <string.h>

/* A label of the item that is open, and its value; or the numbers of items that are tied to it. */
static bool
fact(struct reader *r, struct part *item, struct ehc_str name, struct ehc_str words, const struct ehc_draft_cell *value)
{
	struct meaning m;

	if (name.len == 0 || words.len == 0)
		return false;
	if (field_only_ids(words) && field_named(r, item, name) == EHC_L_NONE && item_label_known(r, name, &m) && (is_item(m.label) || m.label == EHC_L_BUDGET)) {
		note_left(r, cell_block(value), name, "a label: the plan has its own");
		field_tie(r, item, words, cell_block(value));
		return true;
	}
	return field_line(r, item, ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(name), name.ptr[name.len - 1] == ':' ? "" : ":", EHC_ARG(words)), cell_block(value));
}

static void
define(struct reader *r, struct ehc_str words, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = part_add(r, EHC_L_DEFINITION, b);

	p->words = words;
	part_text(r, p, text, b);
	note_read(r, b, text, p);
}

static void
blocks(struct reader *r, const struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		plan_block(r, b);
}

static bool
has_lines(struct ehc_str text)
{
	return text.len > 0 && memchr(text.ptr, '\n', text.len) != NULL;
}

/* A line of the cell has a detail's label of its own: the cell is a part of the title page. */
static bool
has_detail(struct reader *r, const struct ehc_draft_cell *c)
{
	struct ehc_str label, value;

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		if (line_split(b->text, &label, &value) && value.len > 0 && label_detail(r, label) != EHC_L_NONE)
			return true;
	return false;
}

static void
pair(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	struct ehc_str name = cell_text(r->a, label), words = value == NULL ? EHC_NOSTR : cell_text(r->a, value);
	const struct ehc_draft_block *b = cell_block(label);
	struct section_label section;

	if (name.len == 0 && words.len == 0)
		return;
	if (r->seen == 0 && value != NULL && words.len > 0 && b != NULL && detail_is_owner(r, name) && label_detail(r, name) == EHC_L_NONE) {
		detail_title(r, name, b);
		blocks(r, value);
		return;
	}
	/* The letter of a section in a cell of its own, its title or its words in the next. */
	if (b != NULL && name.len > 0 && label_section(r, name, true, &section) && (section.lettered || (r->seen & section.sections) == 0)) {
		plan_paragraph(r, name, b, true);
		if (value != NULL)
			for (const struct ehc_draft_block *v = value->first; v != NULL; v = v->next)
				plan_block(r, v);
		return;
	}
	if (r->open == 0 && r->seen == 0 && value != NULL && has_lines(name) && has_detail(r, value)) {
		blocks(r, label);
		blocks(r, value);
		return;
	}
	if (r->open == 0 && r->seen == 0 && value != NULL && ehc_str_has(name, "if different") && detail_about_parent(r, name, words, cell_block(value)))
		return;
	if (r->seen == 0 && name.len > 0 && label_detail(r, name) == EHC_L_NONE && detail_add(r, name, words, value == NULL || cell_block(value) == NULL ? b : cell_block(value)))
		return;
	if ((r->open == 0 || r->seen == BIT(EHC_A)) && name.len > 0 && label_detail(r, name) != EHC_L_NONE) {
		plan_flush_title(r);
		detail_add(r, name, words, value == NULL ? b : cell_block(value) != NULL ? cell_block(value) : b);
		return;
	}
	if (r->open == 0 && r->seen == 0) {
		if (value != NULL && name.len > 0 && detail_about_parent(r, name, words, cell_block(value)))
			return;
		if (words.len > 0)
			unplaced(r, cell_block(value), name.len == 0 ? words :
			    ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(name), name.ptr[name.len - 1] == ':' ? "" : ":", EHC_ARG(words)));
		else
			note_left(r, b, name, "a label without a value");
		return;
	}
	if (r->item != NULL && fact(r, r->item, name, words, value))
		return;
	if (r->open == 0 && r->mode_is_said && r->mode.label == EHC_L_DEFINITION && words.len > 0) {
		define(r, name, words, cell_block(value));
		return;
	}
	if (r->open == BIT(EHC_A) && words.len > 0 && line_words(name) <= 16 && label_voice(label_fold(r->a, name)) != EHC_L_NONE) {
		voice_title(r, name, b);
		for (const struct ehc_draft_block *x = value->first; x != NULL; x = x->next)
			if (x->table != NULL || x->text.len > 0)
				plan_paragraph(r, x->text, x, false);
		return;
	}
	if (r->open == BIT(EHC_I) && name.len > 0 && words.len == 0 && line_words(name) <= 8) {
		note_left(r, b, name, "a label without a value");
		return;
	}
	/* "Provision | F1 ...": a label that says again what the section holds. */
	if (is_single(r->open) && name.len > 0 && words.len > 0 && line_words(name) <= 8 && (r->open & BIT(EHC_A)) == 0 && (r->open & BIT(EHC_I)) == 0 && (r->open & BIT(EHC_K)) == 0 && !label_area(name) &&
	    (label_has_subject(label_fold(r->a, name), first_section(r->open)) || ehc_str_starts_nocase(name, "provision")) && !ehc_str_has(name, "trength")) {
		note_left(r, b, name, "a label: the plan has its own");
		r->item = NULL;
		for (const struct ehc_draft_block *x = value->first; x != NULL; x = x->next)
			plan_block(r, x);
		return;
	}
	if (name.len > 0 && line_words(name) <= 16 && words.len > 0) {
		struct ehc_str plain = ehc_str_sub(name, 0, name.ptr[name.len - 1] == ':' ? name.len - 1 : name.len);
		struct meaning m;

		if (r->open == BIT(EHC_I) || item_label_known(r, plain, &m)) {
			if (r->open != BIT(EHC_I) && m.label == EHC_L_OUTCOME && !field_only_ids(words))
				under_card(r, plain);
			plan_paragraph(r, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(plain), EHC_ARG(words)), cell_block(value), false);
			return;
		}
	}
	blocks(r, label);
	if (value != NULL)
		blocks(r, value);
}

void
pairs_read(struct reader *r, struct ehc_draft_row *row)
{
	struct ehc_draft_cell *c = row->first;

	while (c != NULL) {
		struct ehc_draft_cell *value = c->next;

		pair(r, c, value);
		c = value == NULL ? NULL : value->next;
	}
}
