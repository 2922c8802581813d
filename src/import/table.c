/*
 * table.c - a table of an EHC plan, row by row: headings of sections, lists of signatures, and what its rows hold.
 */
#include "import/table.h"

#include <string.h>

/* ---- rows of one cell ---- */

static void
guidance(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = part_add(r, EHC_L_STANDARD_TEXT, b);

	part_text(r, p, text, b);
	note_read(r, b, text, p);
	r->text = NULL;
}

/* Takes the first line off *rest where it is the heading of a section or of an area; true when it did. */
static bool
headed_line(struct reader *r, const struct ehc_draft_block *b, struct ehc_str *rest, struct ehc_str *line)
{
	struct ehc_draft_block *part;
	struct section_label label;
	struct ehc_str after = *rest;

	if (b->kind == EHC_DRAFT_BULLET || !ehc_str_split(&after, '\n', line) || ehc_str_words(*line) > 25 || b->marker.len > 0)
		return false;
	if (after.len == 0 && !line_is_title(b, *line) && !(b->strong && label_area(*line) && ehc_str_words(*line) <= 8))
		return false;
	if (!(label_section(r, *line, true, &label) && label.lettered) && !(label_area(*line) && (r->open & (r->open - 1)) != 0 && !line_is_blank_to_fill(*line)))
		return false;
	part = block_part(r->a, b);
	part->text = ehc_str_trim(*line);
	part->kind = EHC_DRAFT_HEADING;
	plan_paragraph(r, part->text, part, true);
	*rest = ehc_str_trim(after);
	return true;
}

static bool
speaks_to_writers(struct ehc_str text)
{
	static const char *const words[] = { "please ", "guidance", "should ", "include ", "digital", NULL };

	return has_any(text, words);
}

/* The next row is a heading alone. */
static bool
heading_follows(struct reader *r, const struct ehc_draft_row *row)
{
	const struct ehc_draft_block *b;

	if (row->next == NULL || row_filled(r->a, row->next) != 1)
		return false;
	b = cell_block(row->next->first);
	return b != NULL && line_is_title(b, b->text);
}

/*
 * A cell that fills its row. Prose in the cell that holds the heading of sections printed together, and prose between the heading of
 * section A and its first part, is guidance to the writer that is printed on every plan.
 */
static void
single(struct reader *r, const struct ehc_draft_row *row, const struct ehc_draft_cell *c)
{
	bool headed = false;

	if (row_cells(row) == 1)
		under_wide(r, true);
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		struct ehc_str rest = b->text, line;

		if (b->kind == EHC_DRAFT_TABLE) {
			table_read(r, b);
			continue;
		}
		/* Headings and guidance may stand in one paragraph, parted by line breaks. */
		while (headed_line(r, b, &rest, &line))
			headed = headed || (r->open & (r->open - 1)) != 0;
		if (rest.len == 0)
			continue;
		if ((headed && b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_words(rest) > 9 && r->item == NULL) ||
		    (r->open == BIT(EHC_A) && !r->mode_is_said && heading_follows(r, row) && speaks_to_writers(rest)))
			guidance(r, rest, b);
		else {
			struct ehc_draft_block *part = block_part(r->a, b);

			part->text = rest;
			plan_block(r, part);
		}
	}
	if (row_cells(row) == 1)
		under_wide(r, false);
}

/* ---- a table ---- */

static bool
is_signatures(struct reader *r, const struct ehc_draft_row *row)
{
	bool found = false;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		found = found || ehc_str_find_nocase(cell_text(r->a, c), "signature") != SIZE_MAX;
	return found && row_filled(r->a, row) >= 2;
}

static void
signatures(struct reader *r, const struct ehc_draft_table *t)
{
	plan_flush_title(r);
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next) {
		struct ehc_str words = row_words(r->a, row);
		const struct ehc_draft_block *b = cell_block(row->first);

		if (words.len > 0) {
			struct part *p = part_add(r, EHC_L_SIGNED, b);

			part_text(r, p, words, b);
			note_read(r, b, words, p);
		}
	}
	for (const struct ehc_draft_cell *c = t->first->first; c != NULL; c = c->next)
		note_left(r, cell_block(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
}

/* "Signed", "Name", "Position", "Date": who signed, a line each. */
static bool
is_signature_block(struct reader *r, const struct ehc_draft_table *t)
{
	static const char *const labels[] = { "signed", "signature", "name", "print name", "position", "role", "job title", "title", "date", "on behalf of", "for and on behalf of", "designation", NULL };
	struct ehc_str first = label_fold(r->a, cell_text(r->a, t->first->first));

	if (t->first->next == NULL || !(ehc_str_starts_nocase(first, "signed") || ehc_str_starts_nocase(first, "signature")))
		return false;
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next)
		if (row_cells(row) != 2 || !(row == t->first || is_any(label_fold(r->a, cell_text(r->a, row->first)), labels)))
			return false;
	return true;
}

static void
signature_block(struct reader *r, const struct ehc_draft_table *t)
{
	struct part *p;
	struct ehc_str all = EHC_NOSTR;

	plan_flush_title(r);
	r->open = 0;
	p = part_add(r, EHC_L_SIGNED, cell_block(t->first->first));
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		struct ehc_str text = cell_text(r->a, row->last);

		note_left(r, cell_block(row->first), cell_text(r->a, row->first), "a label: the plan has its own");
		if (text.len == 0)
			continue;
		all = text_listed(r->a, all, text);
		part_block(r, p, cell_block(row->last));
		note_read(r, cell_block(row->last), text, p);
	}
	p->text = all;
	r->item = r->text = NULL;
}

/* A list of the sections with what each must hold, before the plan itself. */
static bool
is_glossary(struct reader *r, const struct ehc_draft_table *t, const struct ehc_draft_block *block)
{
	unsigned later = 0;
	size_t labels = 0, rows = 0;

	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		struct section_label label;
		struct ehc_str text = row->first == NULL ? EHC_NOSTR : cell_text(r->a, row->first);

		rows++;
		if ((text.len <= 2 && text.len > 0 && ehc_section_read(text, &(enum ehc_section){ EHC_NO_SECTION })) || (text.len > 0 && label_section(r, text, true, &label) && label.lettered))
			labels++;
	}
	if (labels < 6 || labels * 2 < rows)
		return false;
	for (const struct ehc_draft_block *b = block->next; b != NULL; b = b->next) {
		struct section_label label;

		if (b->kind != EHC_DRAFT_TABLE) {
			if (label_section(r, b->text, line_is_title(b, b->text), &label) && label.lettered)
				later |= label.sections;
		} else if (b->table->first != NULL)
			for (const struct ehc_draft_cell *c = b->table->first->first; c != NULL; c = c->next)
				if (label_section(r, cell_text(r->a, c), true, &label) && label.lettered)
					later |= label.sections;
	}
	return later != 0 && (later & (later - 1)) != 0;
}

static void
glossary(struct reader *r, const struct ehc_draft_table *t)
{
	struct part *p = NULL;

	plan_flush_title(r);
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		struct ehc_str line = EHC_NOSTR;
		const struct ehc_draft_block *b = cell_block(row->first);

		for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
			struct ehc_str text = cell_text(r->a, c);

			if (text.len > 0)
				line = line.len == 0 ? text : ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(line), EHC_ARG(text));
		}
		if (line.len == 0)
			continue;
		if (p == NULL)
			p = part_add(r, EHC_L_STANDARD_TEXT, b);
		part_bullet(r, p, line, b);
		note_look(r, b, line, p, "A list of what each section must hold, read as standard text.");
	}
	r->text = r->item = NULL;
}

/* "How we will monitor this | ..." below rows of provision: said of the outcome above them, or of the whole. */
static bool
foot_row(struct reader *r, const struct table *t, const struct ehc_draft_row *row)
{
	static const char *const starts[] = { "how we will ", "how will we ", "how this will be ", "monitoring", "review arrangements", "review date", "date of review", "success criteria", "evaluation", NULL };
	struct ehc_str name = cell_text(r->a, row->first), value;
	const struct ehc_draft_block *b = row->first == row->last ? NULL : cell_block(row->last);

	if (!t->has_columns || b == NULL || row_filled(r->a, row) != 2 || ehc_str_words(name) > 9 || ehc_str_ends_nocase(name, ".") || !starts_any(name, starts))
		return false;
	value = cell_text(r->a, row->last);
	note_left(r, cell_block(row->first), name, "a label: the plan has its own");
	if (r->under.outcome != NULL)
		item_field(r, r->under.outcome, (struct meaning){ EHC_L_REVIEW, EHC_NO_SECTION }, value, b);
	else
		text_add(r, EHC_L_MONITORING, value, b);
	note_read(r, b, value, r->under.outcome);
	return true;
}

/* "Steps towards the outcome" beside an empty cell. */
static bool
is_bare_label(struct reader *r, const struct ehc_draft_row *row)
{
	struct ehc_str text = cell_text(r->a, row->first);
	struct meaning m;

	return row_cells(row) == 2 && text.len > 0 && cell_text(r->a, row->last).len == 0 && (r->open & ITEM_SECTIONS) != 0 && !label_area(text) && item_label_known(r, text, &m) &&
	    ehc_keyword(m.label)->level == EHC_LEVEL_FIELD;
}

/* Rows of headings and below them; labels beside values; cells that hold what elsewhere is a page. */
static void
one_row(struct reader *r, struct table *t, struct ehc_draft_row *row)
{
	size_t n = row_filled(r->a, row), all = row_cells(row);

	if (n == 0)
		return;
	if (n >= 2 && columns_read(r, t, row))
		return;
	if (n == 2 && foot_row(r, t, row))
		return;
	if (n == 1 && !t->has_columns && is_bare_label(r, row))
		note_left(r, cell_block(row->first), cell_text(r->a, row->first), "a label without a value");
	else if (!t->has_columns && row_number(r, row).len > 0)
		row_read_numbered(r, t, row, row_number(r, row));
	else if (n == 1 && (all == 1 || !t->has_columns) && !(all == 2 && row->last->first != NULL && cell_text(r->a, row->first).len > 0 && !t->has_columns && (r->seen == 0 || r->open == BIT(EHC_I)))) {
		for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
			if (all == 1 || cell_text(r->a, c).len > 0)
				single(r, row, c);
		if (all == 1)
			t->main = NULL;
	} else if (t->has_columns)
		row_read(r, t, row);
	else
		pairs_read(r, row);
}

/* The next page's part of a table: nothing stands between the two, and it has as many columns and no headings of its own. */
static bool
goes_on(struct reader *r, const struct ehc_draft_block *block)
{
	const struct ehc_draft_block *b = r->table_block == NULL ? NULL : r->table_block->next;
	const struct ehc_draft_row *row = block->table->first;

	while (b != NULL && b != block && b->table == NULL && b->text.len == 0)
		b = b->next;
	if (r->table_block == NULL || b != block || block->table->columns != r->table_block->table->columns || block->table->columns < 3 || row_cells(row) < 3)
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);

		if (ehc_str_ends_nocase(text, ":") || label_detail(r, text) != EHC_L_NONE || (text.len > 0 && cell_is_strong(c)))
			return false;
	}
	return true;
}

static void
keep_columns(struct reader *r, const struct table *t, const struct ehc_draft_block *block)
{
	r->table_block = t->has_columns ? block : NULL;
	if (r->table == NULL)
		r->table = EHC_NEW(r->a, struct table);
	if (t->has_columns)
		*r->table = *t;
}

/* "Child's views | Parents' views" above what each says. */
static bool
is_voices(struct reader *r, const struct ehc_draft_table *t)
{
	if (r->open != BIT(EHC_A) || t->first->next == NULL || row_cells(t->first) < 2)
		return false;
	for (const struct ehc_draft_cell *c = t->first->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);

		if (text.len == 0 || ehc_str_words(text) > 10 || ehc_str_ends_nocase(text, ".") || label_voice(label_fold(r->a, text)) == EHC_L_NONE || !(cell_is_strong(c) || t->first->header))
			return false;
	}
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next)
		if (row_cells(row) != row_cells(t->first) || cell_is_strong(row->first))
			return false;
	return true;
}

static void
voices(struct reader *r, const struct ehc_draft_table *t)
{
	for (const struct ehc_draft_cell *head = t->first->first; head != NULL; head = head->next) {
		voice_title(r, cell_text(r->a, head), cell_block(head));
		for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next) {
			const struct ehc_draft_cell *c = draft_cell_in(row, head->column);

			for (const struct ehc_draft_block *b = c == NULL ? NULL : c->first; b != NULL; b = b->next)
				if (b->table != NULL || b->text.len > 0)
					plan_paragraph(r, b->text, b, false);
		}
	}
}

void
table_read(struct reader *r, const struct ehc_draft_block *block)
{
	struct table t = { .has_columns = false };

	if (block->table->first == NULL)
		return;
	r->titled = NULL;
	under_table(r);
	if (is_signatures(r, block->table->first)) {
		signatures(r, block->table);
		return;
	}
	if (block->table->first->first != NULL && is_signature_block(r, block->table)) {
		signature_block(r, block->table);
		return;
	}
	if (is_glossary(r, block->table, block)) {
		glossary(r, block->table);
		return;
	}
	if (is_voices(r, block->table)) {
		voices(r, block->table);
		return;
	}
	if (goes_on(r, block)) {
		t = *r->table;
		t.main = NULL;
		memset(t.above, 0, sizeof(t.above));
		r->open |= t.added;
	}
	for (struct ehc_draft_row *row = block->table->first; row != NULL; row = row->next) {
		if ((row = people_read(r, row)) == NULL)
			break;
		one_row(r, &t, row);
	}
	keep_columns(r, &t, block);
	/* Sections that only the headings of its columns opened end with the table, unless nothing else is open. */
	if ((r->open & t.added) != 0 && (r->open & ~t.added) != 0)
		r->open &= ~t.added;
}
