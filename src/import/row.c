/*
 * row.c - a row below headings: the items in it, and the fields that its other cells hold.
 */
#include "import/table.h"

#include <string.h>

/* The column that a cell stands in; of several that it fills the one that holds items. */
static struct column
column_at(const struct table *t, const struct ehc_draft_cell *c)
{
	for (uint32_t i = c->column; c->width > 1 && i < c->column + c->width && i < COLUMNS; i++)
		if (t->columns[i].kind == COLUMN_MEANT && column_is_item(t->columns[i].meaning))
			return t->columns[i];
	return c->column < COLUMNS ? t->columns[c->column] : (struct column){ COLUMN_OTHER, { EHC_L_NONE, EHC_NO_SECTION }, EHC_NOSTR };
}

static bool
holds_items(const struct table *t, const struct ehc_draft_cell *c)
{
	struct column k = column_at(t, c);

	return k.kind == COLUMN_MEANT && column_is_item(k.meaning);
}

struct ehc_str
row_number(struct reader *r, const struct ehc_draft_row *row)
{
	struct ehc_str text = row->first == NULL ? EHC_NOSTR : cell_text(r->a, row->first), id;

	/* H1 and H2 are sections. */
	if (r->seen == 0 || text.len == 0 || ehc_str_is(text, "H1") || ehc_str_is(text, "H2") || row->first->next == NULL || line_id(text, "ABCDEFGHJK", &id) != text.len || id.len != text.len || cell_text(r->a, row->first->next).len == 0)
		return EHC_NOSTR;
	return text;
}

/* ---- items ---- */

/* Which section a number says: "H1.2" is of H1. */
static struct meaning
meaning_of(struct ehc_str id)
{
	enum ehc_section s;

	if (!ehc_section_read(ehc_str_sub(id, 0, id.len > 2 && id.ptr[0] == 'H' ? 2 : 1), &s))
		return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	return s == EHC_A ? (struct meaning){ EHC_L_ASPIRATION, EHC_A } : section_meaning(s);
}

static bool
has_author(const struct table *t)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (t->columns[i].kind == COLUMN_MEANT && t->columns[i].meaning.label == EHC_L_AUTHOR)
			return true;
	return false;
}

/*
 * The paragraphs of one cell as items: one each, a list below a line that ends in a colon being a part of it. Where the row has a number
 * all of them are that item.
 */
static struct part *
cell_items(struct reader *r, const struct table *t, struct meaning m, const struct ehc_draft_cell *c, struct ehc_str id)
{
	struct part *first = NULL;

	r->item = r->text = NULL;
	lead_end(r);
	r->mode = m;
	r->mode_is_said = true;
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		struct part *before = r->last;

		if (b->kind == EHC_DRAFT_TABLE) {
			table_read(r, b);
			continue;
		}
		if (b->text.len == 0)
			continue;
		if (first != NULL && id.len > 0 && r->item == first) {
			if (field_line(r, first, b->text, b))
				continue;
			if (b->kind == EHC_DRAFT_BULLET)
				part_bullet(r, first, b->text, b);
			else
				part_text(r, first, b->text, b);
			note_read(r, b, b->text, first);
		} else if (m.label == EHC_L_ADVICE && !has_author(t))
			item_advice(r, id, b->text, b);
		else if (id.len > 0 || (m.label == EHC_L_ADVICE && r->item == NULL))
			item_add(r, m, id, b->text, b);
		else
			plan_paragraph(r, b->text, b, b->strong && ehc_str_words(b->text) <= 8 && b->next != NULL && m.label != EHC_L_NEED);
		if (first == NULL && r->last != before)
			first = r->item;
	}
	return first != NULL ? first : r->item;
}

/* The part that a field's column belongs to: provision before outcome before need. */
static struct part *
main_of(struct part *now, struct part *made)
{
	if (made == NULL || (now != NULL && now->label == EHC_L_PROVISION) || (now != NULL && now->label == EHC_L_OUTCOME && made->label == EHC_L_NEED))
		return now;
	return made;
}

/* ---- fields ---- */

/* The cell whose words hold for this one: itself, the one that it is merged with, or the row above where the plan says so. */
static const struct ehc_draft_cell *
standing(struct reader *r, struct table *t, struct ehc_draft_cell *c)
{
	struct ehc_draft_cell *above = c->column < COLUMNS ? t->above[c->column] : NULL;
	bool empty = cell_text(r->a, c).len == 0;

	if (!empty || above == NULL || (!c->continued && !r->blank_takes_above)) {
		if (c->column < COLUMNS && !c->continued)
			t->above[c->column] = c;
		return c;
	}
	return above;
}

/* "Teaching assistant, 15 minutes daily" is parted; what holds no such amount is who. */
static void
both(struct reader *r, struct part *item, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const marks[] = { ", ", "; ", " - ", " \xE2\x80\x93 ", ": ", "\n" };
	static const char *const often[] = { "once", "twice", "three times", "daily", "weekly", "fortnightly", "monthly", "half-termly", "termly", "yearly", "annually", "every ", "each ", "half an hour", "one hour", "all day", NULL };
	size_t at = SIZE_MAX, n = 0;

	for (size_t i = 0; i < EHC_COUNT(marks); i++) {
		size_t found = ehc_str_find_nocase(text, marks[i]);

		if (found < at) {
			at = found;
			n = strlen(marks[i]);
		}
	}
	if (at != SIZE_MAX) {
		struct ehc_str rest = ehc_str_trim(ehc_str_sub(text, at + n, text.len));

		if (ehc_str_find_nocase(rest, ": ") == SIZE_MAX && rest.len > 0 && (ehc_is_digit(rest.ptr[0]) || starts_any(rest, often))) {
			item_field(r, item, (struct meaning){ EHC_L_WHO, EHC_NO_SECTION }, ehc_str_sub(text, 0, at), b);
			item_field(r, item, (struct meaning){ EHC_L_HOW_OFTEN, EHC_NO_SECTION }, rest, b);
			return;
		}
	}
	item_field(r, item, (struct meaning){ ehc_is_digit(text.ptr[0]) || starts_any(text, often) ? EHC_L_HOW_OFTEN : EHC_L_WHO, EHC_NO_SECTION }, text, b);
}

/* As many paragraphs as there are items beside them: one each. */
static bool
shared_out(struct reader *r, struct table *t, const struct ehc_draft_cell *c, struct column k, struct part *from)
{
	const struct ehc_draft_block *b = c->first;
	size_t items = 0, blocks = 0;

	for (struct part *p = from; p != NULL; p = p->next)
		items += p->label == t->main->label;
	for (; b != NULL; b = b->next)
		blocks += b->text.len > 0;
	if (items < 2 || blocks != items)
		return false;
	b = c->first;
	for (struct part *p = from; p != NULL; p = p->next) {
		if (p->label != t->main->label)
			continue;
		while (b != NULL && b->text.len == 0)
			b = b->next;
		if (b == NULL)
			break;
		if (k.kind == COLUMN_BOTH)
			both(r, p, b->text, b);
		else
			item_field(r, p, k.meaning, b->text, b);
		note_look(r, b, b->text, p, "As many paragraphs stand here as items beside them: each was given to one, in their order.");
		b = b->next;
	}
	return true;
}

/* All in one cell for all items beside it. */
static void
put_column(struct reader *r, struct table *t, struct column k, struct ehc_str text, const struct ehc_draft_block *b, struct part *from)
{
	size_t several = 0;

	for (struct part *p = from; p != NULL; p = p->next)
		if (p->label == t->main->label) {
			if (k.kind == COLUMN_BOTH)
				both(r, p, text, b);
			else
				item_field(r, p, k.meaning, text, b);
			several++;
		}
	if (several > 1)
		note_look(r, b, text, t->main, "One cell beside several items: its words were written into each of them.");
	else
		note_read(r, b, text, t->main);
}

static void
put_field(struct reader *r, struct table *t, struct meaning m, struct ehc_str text, const struct ehc_draft_block *b, struct part *from)
{
	put_column(r, t, (struct column){ COLUMN_MEANT, m, EHC_NOSTR }, text, b, from);
}

/* "Daily", "Each lesson" above a column of ticks. */
static bool
says_how_often(struct reader *r, struct ehc_str heading)
{
	static const char *const words[] = { "daily", "weekly", "fortnightly", "monthly", "half termly", "half-termly", "termly", "yearly", "annually", "every day", "each day", "every lesson", "each lesson", "every week", "each week",
		"once a day", "once a week", "twice a day", "twice a week", "once a term", "once a month", "all day", "throughout the day", NULL };

	return is_any(label_fold(r->a, heading), words);
}

/* "Hours a week", "Minutes per session" */
static bool
has_unit(struct reader *r, struct ehc_str heading)
{
	static const char *const units[] = { "hours a ", "hours per ", "minutes a ", "minutes per ", "sessions a ", "sessions per ", "hours each ", "sessions each ", NULL };

	return ehc_str_words(heading) <= 5 && starts_any(label_fold(r->a, heading), units);
}

static bool
is_figure(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ehc_is_digit(s.ptr[i]) && s.ptr[i] != '.')
			return false;
	return s.len > 0 && s.len <= 5;
}

static bool
is_tick(struct ehc_str text)
{
	static const char *const ticks[] = { "\xE2\x9C\x93", "\xE2\x9C\x94", "\xE2\x88\x9A", "\xE2\x98\x91", "\xE2\x98\x92", "x", "y", "yes", NULL };

	return is_any(text, ticks);
}

/* "Impact on learning" beside a need: what it is for the child, and so a part of it. */
static bool
goes_with_need(struct reader *r, struct table *t, struct ehc_str heading, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const words[] = { "impact", "effect on", "how it affects", "how this affects", "how this shows", "what this means", "presentation", "barriers", NULL };

	if (t->main == NULL || t->main->label != EHC_L_NEED || !starts_any(label_fold(r->a, heading), words))
		return false;
	part_text(r, t->main, text, b);
	note_look(r, b, text, t->main, "It stands beside the need and was written below it.");
	return true;
}

/* Numbers of advice, needs or outcomes beside the items of the row. */
static bool
names_others(struct reader *r, struct table *t, struct column k, struct ehc_str text, const struct ehc_draft_block *b, struct part *from)
{
	/* "K2" beside an item, below no heading: the advice that says so. */
	if (k.kind == COLUMN_OTHER && k.heading.len == 0 && text.ptr[0] == 'K' && field_only_ids(text)) {
		put_field(r, t, (struct meaning){ EHC_L_EVIDENCE, EHC_NO_SECTION }, text, b, from);
		return true;
	}
	if (k.kind != COLUMN_TIES && k.kind != COLUMN_OUTCOMES)
		return false;
	for (struct part *p = from; p != NULL; p = p->next)
		if (p->label != t->main->label)
			continue;
		else if (k.kind == COLUMN_TIES)
			field_tie(r, p, text, b);
		else if (!under_numbers(r, p, k.meaning.label == EHC_L_NEED ? EHC_L_NEED : EHC_L_OUTCOME, text, b))
			unplaced(r, b, text);
	return true;
}

static void
field_cell(struct reader *r, struct table *t, struct ehc_draft_cell *c, struct part *from)
{
	struct column k = column_at(t, c);
	const struct ehc_draft_cell *s = standing(r, t, c);
	struct ehc_str text = cell_text(r->a, s);
	const struct ehc_draft_block *b = cell_block(s);

	if (text.len == 0 || holds_items(t, c) || k.kind == COLUMN_AREA || k.kind == COLUMN_NUMBER)
		return;
	if (k.meaning.label == EHC_L_ATTACHED && t->main == NULL && ehc_str_starts_nocase(text, "yes/")) {
		note_left(r, b, text, "a choice that nobody has made");
		return;
	}
	if (k.kind == COLUMN_LINK) {
		note_left(r, b, text, "a link of the page");
		return;
	}
	if (t->main != NULL && names_others(r, t, k, text, b, from))
		return;
	if (t->main != NULL && k.kind == COLUMN_BOTH) {
		if (!shared_out(r, t, s, k, from))
			put_column(r, t, k, text, b, from);
		return;
	}
	/* "2" below "Hours a week" */
	if (k.kind == COLUMN_OTHER && t->main != NULL && t->main->label == EHC_L_PROVISION && has_unit(r, k.heading) && is_figure(text)) {
		put_field(r, t, (struct meaning){ EHC_L_HOW_MUCH, EHC_NO_SECTION }, ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(text), EHC_ARG(label_fold(r->a, k.heading))), b, from);
		note_left(r, b, k.heading, "the unit of a column, written behind its figure");
		return;
	}
	if (k.kind == COLUMN_OTHER && goes_with_need(r, t, k.heading, text, b))
		return;
	if (t->main != NULL && field_line(r, t->main, text, b))
		return;
	if (k.kind == COLUMN_MEANT && k.meaning.label == EHC_L_MONITORING && t->main != NULL)
		k.meaning.label = EHC_L_REVIEW;
	if (k.kind == COLUMN_MEANT && ehc_keyword(k.meaning.label)->level == EHC_LEVEL_TEXT) {
		r->text = NULL;
		text_add(r, k.meaning.label, text, b);
		return;
	}
	if (k.kind == COLUMN_OTHER && t->main != NULL && t->main->label == EHC_L_PROVISION && is_tick(text) && says_how_often(r, k.heading)) {
		note_left(r, b, text, "the tick below a heading");
		put_field(r, t, (struct meaning){ EHC_L_HOW_OFTEN, EHC_NO_SECTION }, k.heading, b, from);
		return;
	}
	if (k.kind != COLUMN_MEANT || t->main == NULL || ehc_keyword(k.meaning.label)->level != EHC_LEVEL_FIELD) {
		unplaced(r, b, k.heading.len > 0 && k.kind == COLUMN_OTHER ? ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(k.heading), EHC_ARG(text)) : text);
		return;
	}
	if (s != c)
		note_look(r, b, text, t->main, c->continued ? "The cell is merged with the row above; its words were written into this row too." :
		    "The cell is blank; the plan says that it then takes the row above.");
	if (!shared_out(r, t, s, k, from))
		put_field(r, t, k.meaning, text, b, from);
}

/* ---- a row ---- */

static bool
has_item_cell(struct reader *r, const struct table *t, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (holds_items(t, c) && cell_text(r->a, c).len > 0)
			return true;
	return false;
}

/* A merged first cell goes on over this row: it belongs to the row of the plan that is open. */
static bool
goes_on(const struct table *t, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (c->continued && holds_items(t, c))
			return true;
	return false;
}

static size_t
item_columns(const struct table *t)
{
	size_t n = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		n += t->columns[i].kind == COLUMN_MEANT && column_is_item(t->columns[i].meaning) && (i == 0 || t->columns[i].meaning.section != t->columns[i - 1].meaning.section);
	return n;
}

/* The number that the row gives its item, and the area of need that it names. */
static struct ehc_str
read_sides(struct reader *r, struct table *t, const struct ehc_draft_row *row)
{
	struct ehc_str id = EHC_NOSTR, found;

	t->number = EHC_NOSTR;
	t->names_area = false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct column k = column_at(t, c);
		struct ehc_str text = cell_text(r->a, c);

		if (text.len == 0)
			continue;
		t->names_area = t->names_area || k.kind == COLUMN_AREA;
		if (k.kind == COLUMN_AREA && !ehc_str_eq_nocase(label_fold(r->a, r->area), label_fold(r->a, text)))
			section_area(r, text, cell_block(c));
		if (k.kind != COLUMN_NUMBER)
			continue;
		if (line_id(text, "ABCDEFGHJKY", &found) == text.len && found.len == text.len)
			id = found;
		else {
			t->number = text;
			note_left(r, cell_block(c), text, "a number: the plan gives each item its own");
		}
	}
	return id;
}

static void
open_row(struct reader *r, const struct ehc_draft_row *row)
{
	struct ehc_str name = r->area;

	if (name.len == 0)
		name = (r->open & BIT(EHC_C)) != 0 && (r->open & BIT(EHC_B)) == 0 ? EHC_STR("health") :
		    (r->open & BIT(EHC_D)) != 0 && (r->open & BIT(EHC_B)) == 0 ? EHC_STR("social care") : EHC_STR("across all areas");
	row_add(r, name, cell_block(row->first));
}

/* "No needs in this area" in the column of needs, below the name of an area across the table, and nothing beside it. */
static bool
says_nothing(struct reader *r, const struct table *t, const struct ehc_draft_row *row)
{
	const struct ehc_draft_cell *c = row->first;

	while (c != NULL && cell_text(r->a, c).len == 0)
		c = c->next;
	if (c == NULL || row_filled(r->a, row) != 1 || column_at(t, c).meaning.label != EHC_L_NEED || column_at(t, c).meaning.section != EHC_B || r->area.len == 0 || !label_nil(cell_text(r->a, c)))
		return false;
	section_say_nothing(r, cell_text(r->a, c), cell_block(c));
	return true;
}

/* The first cell of items is blank, and one alone is filled behind it: one more provision for the outcome above. */
static bool
stays(struct reader *r, const struct table *t, const struct ehc_draft_row *row)
{
	size_t filled = 0;
	bool first = true;

	if (r->row == NULL || t->main == NULL || r->row == r->last)
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		if (!holds_items(t, c))
			continue;
		if (first && cell_text(r->a, c).len > 0)
			return false;
		if (cell_text(r->a, c).len > 0) {
			if (++filled > 1)
				return false;
			note_look(r, cell_block(c), cell_text(r->a, c), NULL, "The first cell of the row is blank: it was read with the row above.");
		}
		first = false;
	}
	return filled == 1;
}

void
row_read(struct reader *r, struct table *t, struct ehc_draft_row *row)
{
	struct ehc_str id = read_sides(r, t, row);
	struct part *before = r->last;
	bool any = has_item_cell(r, t, row);
	struct part *made = NULL;

	if (any && says_nothing(r, t, row))
		return;
	if (any && t->has_item && item_columns(t) > 1 && !goes_on(t, row) && !stays(r, t, row)) {
		open_row(r, row);
		before = r->last;
	}
	if (any || !goes_on(t, row))
		t->main = NULL;         /* what stands in it belongs to nothing above */
	for (struct ehc_draft_cell *c = any ? row->first : NULL; c != NULL; c = c->next) {
		struct meaning m = column_at(t, c).meaning;
		struct ehc_str text = cell_text(r->a, c);

		if (!holds_items(t, c) || text.len == 0)
			continue;
		if (id.len > 0 && t->by_number)
			m = meaning_of(id);
		/* The last row of a list of payments. */
		if (m.label == EHC_L_BUDGET && ehc_str_starts_nocase(text, "total") && ehc_str_words(text) <= 3 && section_part(r) != NULL) {
			note_read(r, cell_block(c), row_words(r->a, row), part_field(r, section_part(r), EHC_L_NOTE, row_words(r->a, row), cell_block(c)));
			return;
		}
		if (label_nil(text) && m.section == EHC_B && r->area.len > 0 && t->names_area && made == NULL) {
			section_say_nothing(r, text, cell_block(c));
			continue;
		}
		if (label_nil(text)) {
			note_left(r, cell_block(c), text, "a cell that says that there is nothing");
			r->empty |= m.section != EHC_NO_SECTION ? BIT(m.section) : 0;
			continue;
		}
		made = cell_items(r, t, m, c, id.len > 0 && meaning_of(id).section == m.section ? id : EHC_NOSTR);
		if (made != NULL && (made->label == EHC_L_OUTCOME || made->label == EHC_L_NEED) && t->number.len > 0)
			under_count(r, made, t->number);
		t->main = main_of(t->main, made);
	}
	for (struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		field_cell(r, t, c, before == NULL ? r->first : before->next);
	r->mode_is_said = false;
	lead_end(r);
}

/* A row with a number under no headings: the item, then what its cells say by labels of their own. */
void
row_read_numbered(struct reader *r, struct table *t, const struct ehc_draft_row *row, struct ehc_str id)
{
	const struct ehc_draft_block *b = cell_block(row->first->next);
	struct part *before = r->last;

	if (id.ptr[0] == 'K' && !t->has_columns && row->first->next->next != NULL) {
		struct ehc_str words = EHC_NOSTR;

		for (const struct ehc_draft_cell *c = row->first->next; c != NULL; c = c->next)
			words = words.len == 0 ? cell_text(r->a, c) : ehc_arena_printf(r->a, "%.*s | %.*s", EHC_ARG(words), EHC_ARG(cell_text(r->a, c)));
		item_advice(r, id, words, b);
		return;
	}
	plan_paragraph(r, ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(id), EHC_ARG(b->text)), b, false);
	for (b = b->next; b != NULL; b = b->next)
		plan_block(r, b);
	t->main = r->item;
	for (struct ehc_draft_cell *c = row->first->next->next; c != NULL; c = c->next)
		field_cell(r, t, c, before == NULL ? r->first : before->next);
}
