/*
 * advice_table.c - tables of a professional's report: details as labels beside values, and rows of needs, outcomes and recommendations with
 * columns for who and how often. What stands in one row is tied.
 */
#include "import/advice.h"

#include "import/table.h"

struct rows {
	struct column columns[COLUMNS];         /* COLUMN_MEANT, COLUMN_NUMBER or COLUMN_OTHER; by grid column */
	bool read;                              /* a row of headings was found */
	struct ehc_str above[COLUMNS];          /* words of the last cell that was not merged with the one above it */
	struct part *items[COLUMNS];            /* of the last row that had one there */
};

/* ---- the row of headings ---- */

static struct column
column_of(struct reader *r, struct ehc_str text)
{
	static const char *const numbers[] = { "no", "ref", "number", "#", NULL };
	static const char *const done[] = { "action", "activity", "programme", "what", NULL };
	struct column c = { COLUMN_OTHER, { EHC_L_NONE, EHC_NO_SECTION }, text };
	struct ehc_str f = label_fold(r->a, text);

	if (is_any(f, numbers))
		c.kind = COLUMN_NUMBER;
	if (is_any(f, done))
		c.meaning = (struct meaning){ EHC_L_PROVISION, EHC_F };
	if (c.meaning.label == EHC_L_NONE && c.kind == COLUMN_OTHER)
		c.meaning = label_column(r, text, r->open);
	if (c.meaning.label == EHC_L_NONE && c.kind == COLUMN_OTHER)
		c.meaning = advice_heading(r, text);
	if (c.meaning.label != EHC_L_NONE && c.kind == COLUMN_OTHER)
		c.kind = COLUMN_MEANT;
	if (c.meaning.label == EHC_L_PROVISION && r->mode.label == EHC_L_PROVISION)
		c.meaning.section = r->mode.section;
	return c;
}

/* Two columns at least are known, and one of them holds items; a column that is not known does under a heading that says of what. */
static bool
read_heads(struct reader *r, struct rows *t, const struct ehc_draft_row *row)
{
	struct rows found = { .read = true };
	const struct ehc_draft_cell *first = NULL;
	size_t known = 0, items = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);

		if (c->column >= COLUMNS || text.len == 0)
			continue;
		if (ehc_str_words(text) > 8 || ehc_str_ends_nocase(text, "."))
			return false;
		found.columns[c->column] = column_of(r, text);
		known += found.columns[c->column].kind != COLUMN_OTHER;
		items += is_item(found.columns[c->column].meaning.label);
		if (found.columns[c->column].kind == COLUMN_OTHER && first == NULL)
			first = c;
	}
	if (row->next == NULL || row_cells(row) < 2 || (t->read && known < row_filled(r->a, row)))
		return false;
	if (items == 0 && first != NULL && known > 0 && is_item(r->mode.label)) {
		found.columns[first->column].kind = COLUMN_MEANT;
		found.columns[first->column].meaning = r->mode;
		known++;
		items++;
	}
	if (known < 2 || items == 0)
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		note_left(r, cell_block(c), cell_text(r->a, c), "the heading of a column: the report has a label for it");
	*t = found;
	return true;
}

/* ---- rows below it ---- */

static void
tie_row(struct reader *r, struct rows *t, const struct ehc_draft_block *b)
{
	for (size_t i = 0; i < COLUMNS; i++)
		for (size_t k = i + 1; k < COLUMNS; k++)
			if (t->items[i] != NULL && t->items[k] != NULL)
				EHC_PUSH(r->a, &r->ties, (struct tie){ .beside = t->items[i], .named = t->items[k], .block = b });
}

/* The item of the row that has such a field: what is recommended before what it is for. */
static struct part *
item_with(struct reader *r, struct rows *t, struct column column)
{
	static const enum ehc_label order[] = { EHC_L_PROVISION, EHC_L_OUTCOME, EHC_L_NEED };

	for (size_t o = 0; o < EHC_COUNT(order); o++)
		for (size_t i = 0; i < COLUMNS; i++)
			if (t->items[i] != NULL && t->items[i]->label == order[o] && field_named(r, t->items[i], column.heading) != EHC_L_NONE)
				return t->items[i];
	return NULL;
}

static struct part *
any_item(const struct rows *t)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (t->items[i] != NULL)
			return t->items[i];
	return NULL;
}

static void
read_items(struct reader *r, struct rows *t, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);

		if (c->column >= COLUMNS || !is_item(t->columns[c->column].meaning.label) || c->continued)
			continue;
		t->items[c->column] = NULL;
		if (text.len == 0 || field_only_ids(text))
			continue;
		if (label_nil(text))
			note_left(r, cell_block(c), text, "a cell that says that there is nothing");
		else
			t->items[c->column] = item_add(r, t->columns[c->column].meaning, EHC_NOSTR, text, cell_block(c));
	}
}

static void
read_field(struct reader *r, struct rows *t, const struct ehc_draft_cell *c)
{
	struct column column = t->columns[c->column];
	struct ehc_str text = c->continued ? t->above[c->column] : cell_text(r->a, c);
	const struct ehc_draft_block *b = cell_block(c);
	struct part *p = item_with(r, t, column);

	t->above[c->column] = text;
	if (text.len == 0)
		return;
	if (column.kind == COLUMN_NUMBER)
		note_left(r, b, text, "a number: the report gives each item its own");
	else if (is_item(column.meaning.label)) {
		if (field_only_ids(text) && any_item(t) != NULL)
			field_tie(r, any_item(t), text, b);
	} else if (p != NULL) {
		item_field(r, p, (struct meaning){ field_named(r, p, column.heading), EHC_NO_SECTION }, text, b);
		note_read(r, b, text, p);
	} else
		unplaced(r, b, column.heading.len > 0 ? ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(column.heading), EHC_ARG(text)) : text);
}

static void
read_row(struct reader *r, struct rows *t, const struct ehc_draft_row *row)
{
	read_items(r, t, row);
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (c->column < COLUMNS)
			read_field(r, t, c);
		else
			unplaced(r, cell_block(c), cell_text(r->a, c));
	tie_row(r, t, cell_block(row->first));
}

/* ---- labels beside values ---- */

static void
read_pairs(struct reader *r, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str label = cell_text(r->a, c), value = c->next == NULL ? EHC_NOSTR : cell_text(r->a, c->next), rest;
		const struct ehc_draft_block *b = cell_block(c);

		if (label.len == 0)
			continue;
		if (c->next == NULL || ehc_str_words(label) > 8 || !(r->seen == 0 || r->item != NULL)) {
			for (; b != NULL; b = b->next)
				advice_block(r, b);
			continue;
		}
		while (label.len > 0 && (label.ptr[label.len - 1] == ':' || label.ptr[label.len - 1] == ' '))
			label.len--;
		rest = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(value));
		b = value.len > 0 ? cell_block(c->next) : b;
		if (!(r->item != NULL && field_line(r, r->item, rest, b)) && !(r->seen == 0 && advice_detail(r, label, value, b)))
			unplaced(r, b, rest);
		c = c->next;
	}
}

void
advice_table(struct reader *r, const struct ehc_draft_block *b)
{
	struct rows t = { .read = false };

	for (const struct ehc_draft_row *row = b->table->first; row != NULL; row = row->next) {
		if (row_filled(r->a, row) == 0 || read_heads(r, &t, row))
			continue;
		if (t.read && row_cells(row) > 1)
			read_row(r, &t, row);
		else
			read_pairs(r, row);
	}
	if (t.read)
		r->item = r->text = NULL;
}
