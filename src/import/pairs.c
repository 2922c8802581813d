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
	if (field_named(r, item, name) == EHC_L_NONE && item_label_known(r, name, &m) && is_item(m.label) && under_beside(r, item, m.label, words, cell_block(value))) {
		note_left(r, cell_block(value), name, "a label: the plan has its own");
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

/* A label in one cell and what it says in the next; `value` is NULL where there is no other cell. */
struct pair {
	const struct ehc_draft_cell *label, *value;
	struct ehc_str name, words;
	const struct ehc_draft_block *from, *value_from;        /* the first block of either; NULL where it is empty */
};

/* The title of the document with the child's name beside it, or the letter of a section, its title or its words in the next cell. */
static bool
opens_part(struct reader *r, const struct pair *p)
{
	struct section_label section;

	if (p->from == NULL || p->name.len == 0)
		return false;
	if (r->seen == 0 && p->value != NULL && p->words.len > 0 && detail_is_owner(r, p->name) && label_detail(r, p->name) == EHC_L_NONE) {
		detail_title(r, p->name, p->from);
		blocks(r, p->value);
		return true;
	}
	if (!label_section(r, p->name, true, &section) || (!section.lettered && (r->seen & section.sections) != 0))
		return false;
	plan_paragraph(r, p->name, p->from, true);
	if (p->value != NULL)
		for (const struct ehc_draft_block *v = p->value->first; v != NULL; v = v->next)
			plan_block(r, v);
	return true;
}

/* The child's details, which stand above the first section, and in section A. */
static bool
tells_detail(struct reader *r, const struct pair *p)
{
	const struct ehc_draft_block *from = p->value_from != NULL ? p->value_from : p->from;
	bool above = r->open == 0 && r->seen == 0;

	if (above && p->value != NULL && has_lines(p->name) && has_detail(r, p->value)) {
		blocks(r, p->label);
		blocks(r, p->value);
		return true;
	}
	if (above && p->value != NULL && ehc_str_has(p->name, "if different") && detail_about_parent(r, p->name, p->words, p->value_from))
		return true;
	if (r->seen == 0 && p->name.len > 0 && label_detail(r, p->name) == EHC_L_NONE && detail_add(r, p->name, p->words, from))
		return true;
	if ((r->open == 0 || r->seen == BIT(EHC_A)) && p->name.len > 0 && label_detail(r, p->name) != EHC_L_NONE) {
		plan_flush_title(r);
		detail_add(r, p->name, p->words, from);
		return true;
	}
	if (!above)
		return false;
	if (p->value != NULL && p->name.len > 0 && detail_about_parent(r, p->name, p->words, p->value_from))
		return true;
	if (p->words.len > 0)
		unplaced(r, p->value_from, p->name.len == 0 ? p->words :
		    ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(p->name), p->name.ptr[p->name.len - 1] == ':' ? "" : ":", EHC_ARG(p->words)));
	else
		note_left(r, p->from, p->name, "a label without a value");
	return true;
}

/* "Provision | F1 ...": a label that says again what the section holds. */
static bool
names_section_again(struct reader *r, const struct pair *p)
{
	const unsigned others = BIT(EHC_A) | BIT(EHC_I) | BIT(EHC_K);

	return is_single(r->open) && (r->open & others) == 0 && p->name.len > 0 && p->words.len > 0 && ehc_str_words(p->name) <= 8 && !label_area(p->name) &&
	    (label_has_subject(label_fold(r->a, p->name), first_section(r->open)) || ehc_str_starts_nocase(p->name, "provision")) && !ehc_str_has(p->name, "trength");
}

/* "F1" of "Provision F1". */
static struct ehc_str
number_of_label(struct ehc_str label)
{
	struct ehc_str last = EHC_NOSTR, word, id;

	while (ehc_str_split(&label, ' ', &word))
		last = word;
	return last.len > 1 && line_id(last, "BCDEFGHJ", &id) == last.len ? last : EHC_NOSTR;
}

/* What the child or the family says, a placement, a field of the item above. */
static bool
belongs_to_section(struct reader *r, const struct pair *p)
{
	struct ehc_str plain = p->name;
	struct meaning m;

	if (r->open == BIT(EHC_A) && p->words.len > 0 && ehc_str_words(p->name) <= 16 && label_voice(label_fold(r->a, p->name)) != EHC_L_NONE) {
		voice_title(r, p->name, p->from);
		for (const struct ehc_draft_block *x = p->value->first; x != NULL; x = x->next)
			if (x->table != NULL || x->text.len > 0)
				plan_paragraph(r, x->text, x, false);
		return true;
	}
	if (r->open == BIT(EHC_I) && p->name.len > 0 && p->words.len == 0 && ehc_str_words(p->name) <= 8) {
		note_left(r, p->from, p->name, "a label without a value");
		return true;
	}
	if (names_section_again(r, p)) {
		note_left(r, p->from, p->name, "a label: the plan has its own");
		r->item = NULL;
		r->named = number_of_label(p->name);
		for (const struct ehc_draft_block *x = p->value->first; x != NULL; x = x->next)
			if (x->table != NULL)
				plan_block(r, x);
			else
				plan_paragraph(r, x->text, x, x->kind == EHC_DRAFT_HEADING || x->strong);
		return true;
	}
	if (p->name.len == 0 || ehc_str_words(p->name) > 16 || p->words.len == 0)
		return false;
	if (plain.ptr[plain.len - 1] == ':')
		plain.len--;
	if (r->open != BIT(EHC_I) && !item_label_known(r, plain, &m))
		return false;
	if (r->open != BIT(EHC_I) && m.label == EHC_L_OUTCOME && !field_only_ids(p->words))
		under_card(r, plain);
	plan_paragraph(r, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(plain), EHC_ARG(p->words)), p->value_from, false);
	return true;
}

/* "3" beside an item, in a table without headings. */
static bool
is_bare_number(struct ehc_str text)
{
	size_t n = 0;

	while (n < text.len && (ehc_is_digit(text.ptr[n]) || text.ptr[n] == '.' || text.ptr[n] == ')'))
		n++;
	return text.len > 0 && n == text.len && n <= 4;
}

static void
pair(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	const struct pair p = { label, value, cell_text(r->a, label), value == NULL ? EHC_NOSTR : cell_text(r->a, value), cell_block(label),
		value == NULL ? NULL : cell_block(value) };

	if (p.name.len == 0 && p.words.len == 0)
		return;
	if (opens_part(r, &p) || tells_detail(r, &p) || (r->item != NULL && fact(r, r->item, p.name, p.words, value)))
		return;
	if (r->open == 0 && r->mode_is_said && r->mode.label == EHC_L_DEFINITION && p.words.len > 0) {
		define(r, p.name, p.words, p.value_from);
		return;
	}
	if (belongs_to_section(r, &p))
		return;
	if ((r->open & ITEM_SECTIONS) != 0 && p.words.len > 0 && is_bare_number(p.name)) {
		note_left(r, p.from, p.name, "a number: the plan gives each item its own");
		r->item = NULL;
		blocks(r, value);
		return;
	}
	blocks(r, label);
	if (value != NULL)
		blocks(r, value);
}

/* "My birthday is" above the day, in one cell of the title page. */
static bool
labelled_cell(struct reader *r, const struct ehc_draft_cell *c)
{
	struct ehc_str text = cell_text(r->a, c), label;

	if (r->seen != 0 || !has_lines(text) || has_detail(r, c) || !ehc_str_split(&text, '\n', &label))
		return false;
	label = ehc_str_trim(label);
	text = ehc_str_trim(text);
	if (text.len == 0 || ehc_str_words(label) > 8 || ehc_str_ends_nocase(label, ".") || label_detail(r, label) == EHC_L_NONE)
		return false;
	plan_flush_title(r);
	return detail_add(r, label, text, cell_block(c));
}

void
pairs_read(struct reader *r, struct ehc_draft_row *row)
{
	struct ehc_draft_cell *c = row->first;

	/* All cells hold a label with its value, or none does. */
	if (c != NULL && labelled_cell(r, c)) {
		while ((c = c->next) != NULL)
			if (!labelled_cell(r, c))
				for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
					plan_block(r, b);
		return;
	}
	while (c != NULL) {
		struct ehc_draft_cell *value = c->next;

		pair(r, c, value);
		c = value == NULL ? NULL : value->next;
	}
}
