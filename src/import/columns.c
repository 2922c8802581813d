/*
 * columns.c - a row of headings: what stands below each of them.
 */
#include "import/table.h"
#include "parse/keywords.h"

#include <string.h>

bool
column_is_item(struct meaning m)
{
	return is_item(m.label) || m.label == EHC_L_ADVICE || m.label == EHC_L_BUDGET || m.label == EHC_L_ASPIRATION || m.label == EHC_L_COMMENT;
}

/* ---- what the cells below a heading look like ---- */

static bool
is_number(struct ehc_str text)
{
	struct ehc_str id;
	size_t n = 0;

	while (n < text.len && (ehc_is_digit(text.ptr[n]) || text.ptr[n] == '.' || text.ptr[n] == ')'))
		n++;
	return text.len > 0 && ((n == text.len && text.len <= 4) || (line_id(text, "ABCDEFGHJKY", &id) == text.len && id.len == text.len));
}

/* "K2, K3": numbers of advice alone. */
static bool
is_advice(struct ehc_str text)
{
	struct ehc_str word, rest = text;

	while (ehc_id_list_next(&rest, &word))
		if (word.ptr[0] != 'K')
			return false;
	return field_only_ids(text);
}

/* "Employment": a theme of preparing for adulthood. */
static bool
is_theme(struct ehc_str text)
{
	static const char *const themes[] = { "employment", "independent living", "independence", "community", "friends", "health", "good health", "further education", "higher education", NULL };

	return ehc_str_words(text) <= 8 && starts_any(text, themes);
}

enum { LOOK_AHEAD = 30 };       /* rows that tell what a column holds */

/* All filled cells of that column below the row, up to the next heading across the table, are of that kind; and there are such. */
static bool
below_are(struct reader *r, const struct ehc_draft_row *row, uint32_t column, bool (*kind)(struct ehc_str))
{
	size_t ahead = 0;
	bool any = false;

	for (row = row->next; row != NULL && row_cells(row) > 1 && ahead++ < LOOK_AHEAD; row = row->next) {
		const struct ehc_draft_cell *c = draft_cell_in(row, column);
		struct ehc_str text = c == NULL ? EHC_NOSTR : cell_text(r->a, c);

		if (text.len == 0 || c->column != column)
			continue;
		if (!kind(text))
			return false;
		any = true;
	}
	return any;
}

/* ---- headings ---- */

static bool
names_numbers(struct ehc_str folded)
{
	static const char *const words[] = { "ref", "ref no", "reference", "no", "number", "item no", "item number", "#", "outcome no", "need no", "provision no", "id", NULL };

	return is_any(folded, words);
}

bool
column_names_area(struct ehc_str folded)
{
	static const char *const words[] = { "area", "area of need", "areas of need", "broad area", "broad area of need", "category", "category of need", "primary area", NULL };

	return is_any(folded, words);
}

/* "Outcome" above numbers in a table of section F: those of other items. */
static bool
names_others(const struct reader *r, struct meaning m)
{
	return is_item(m.label) && is_single(r->open) && m.section != EHC_NO_SECTION && m.section != first_section(r->open);
}

bool
column_counts_outcomes(struct ehc_str text)
{
	bool digit = false;

	if (ehc_str_starts_nocase(text, "outcome"))
		text = ehc_str_sub(text, strlen("outcome") + (text.len > strlen("outcome") && text.ptr[strlen("outcome")] == 's'), text.len);
	for (size_t i = 0; i < text.len; i++) {
		digit = digit || ehc_is_digit(text.ptr[i]);
		if (ehc_str_starts_nocase(ehc_str_sub(text, i, text.len), "and"))
			i += 2;
		else if (!ehc_is_digit(text.ptr[i]) && strchr(" ,&.", text.ptr[i]) == NULL)
			return false;
	}
	return digit;
}

/* "1, 2" */
static bool
counts(struct ehc_str text)
{
	return column_counts_outcomes(text) && ehc_is_digit(text.ptr[0]);
}

/* "Who and how often": one cell says both. */
static bool
names_both(struct ehc_str folded)
{
	static const char *const who[] = { "who", "by whom", "provider", "staff", NULL }, *const often[] = { "how often", "frequency", "when", "how much", NULL };

	return has_any(folded, who) && has_any(folded, often) && ehc_str_words(folded) <= 8;
}

/* The sections that are open; among several the one that a heading above the table names. */
static unsigned
said_sections(const struct reader *r)
{
	bool said = r->mode_is_said && is_item(r->mode.label) && r->mode.section != EHC_NO_SECTION && (r->open & BIT(r->mode.section)) != 0;

	return said ? BIT(r->mode.section) : r->open;
}

static struct column
column_of(struct reader *r, const struct ehc_draft_row *row, const struct ehc_draft_cell *c)
{
	struct column found = { COLUMN_OTHER, { EHC_L_NONE, EHC_NO_SECTION }, cell_text(r->a, c) };
	struct ehc_str folded = label_fold(r->a, found.heading);

	found.meaning = label_column(r, found.heading, said_sections(r));
	if (r->open == BIT(EHC_F) && ehc_str_starts_nocase(folded, "outcome") && ehc_str_words(folded) <= 3 && below_are(r, row, c->column, column_counts_outcomes)) {
		found.kind = COLUMN_OUTCOMES;
		return found;
	}
	/* The draft counts its needs. */
	if (r->open == BIT(EHC_F) && ehc_str_starts_nocase(folded, "need") && ehc_str_words(folded) <= 3 && below_are(r, row, c->column, counts)) {
		found.kind = COLUMN_OUTCOMES;
		return found;
	}
	if (!is_single(r->open) || first_section(r->open) != EHC_K)
		if (below_are(r, row, c->column, is_advice) && (found.meaning.label == EHC_L_NONE || found.meaning.label == EHC_L_EVIDENCE || found.meaning.label == EHC_L_ADVICE)) {
			found.kind = COLUMN_MEANT;
			found.meaning = (struct meaning){ EHC_L_EVIDENCE, EHC_NO_SECTION };
			return found;
		}
	if (r->open == BIT(EHC_E) && found.meaning.label == EHC_L_NONE && below_are(r, row, c->column, is_theme)) {
		found.kind = COLUMN_MEANT;
		found.meaning.label = EHC_L_THEME;
		return found;
	}
	if (names_both(folded) && (found.meaning.label == EHC_L_WHO || found.meaning.label == EHC_L_HOW_OFTEN)) {
		found.kind = COLUMN_BOTH;
		return found;
	}
	if (ehc_str_words(found.heading) <= 3 && (names_numbers(folded) || column_is_item(found.meaning) || (found.meaning.label == EHC_L_NONE && c->column == 0)) && below_are(r, row, c->column, is_number))
		found.kind = names_numbers(folded) || (c->column == 0 && !names_others(r, found.meaning)) ? COLUMN_NUMBER : COLUMN_TIES;
	else if (names_numbers(folded))
		found.kind = COLUMN_NUMBER;
	else if ((c->column > 0 || (is_single(r->open) && found.meaning.section != first_section(r->open))) && (column_is_item(found.meaning) || found.meaning.label == EHC_L_NONE) && below_are(r, row, c->column, field_only_ids))
		found.kind = COLUMN_TIES;
	else if (column_names_area(folded) && c->next != NULL)
		found.kind = COLUMN_AREA;
	else if (found.meaning.label != EHC_L_NONE)
		found.kind = COLUMN_MEANT;
	return found;
}

/* Short, all of them, and no sentences; the heading of a column hardly ever is more. */
static bool
looks_like_headings(struct reader *r, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);

		if (ehc_str_words(text) > 12 || (ehc_str_ends_nocase(text, ".") && ehc_str_words(text) > 2) || line_last_date(text) != SIZE_MAX || line_is_blank_to_fill(text))
			return false;
	}
	return true;
}

static bool
is_marked(const struct ehc_draft_row *row)
{
	bool strong = true;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		strong = strong && cell_is_strong(c);
	return row->header || strong;
}

/* The same headings again, on the next page. */
static bool
same_columns(const struct table *t, const struct column *found)
{
	for (size_t i = 0; i < COLUMNS; i++)
		if (t->columns[i].kind != found[i].kind || t->columns[i].meaning.label != found[i].meaning.label)
			return false;
	return true;
}

/* A column whose heading says nothing to us holds the items where no other does, and only one kind of item can be meant. */
static void
find_items(struct reader *r, const struct ehc_draft_row *row, struct column *found, bool *by_number)
{
	enum ehc_section section = is_single(r->open) ? first_section(r->open) : EHC_NO_SECTION;
	bool number = false;
	const struct ehc_draft_cell *first = NULL;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		const struct column *k;

		if (c->column >= COLUMNS)
			continue;
		k = &found[c->column];
		if (k->kind == COLUMN_MEANT && column_is_item(k->meaning))
			return;
		if (k->kind == COLUMN_NUMBER) {
			struct ehc_str id, text = row->next == NULL || draft_cell_in(row->next, c->column) == NULL ? EHC_NOSTR : cell_text(r->a, draft_cell_in(row->next, c->column));

			number = number || line_id(text, "ABCDEFGHJK", &id) > 0;
		}
		if (k->kind == COLUMN_OTHER && first == NULL && cell_text(r->a, c).len > 0)
			first = c;
	}
	/* A list of advice that names only who gave it. */
	for (const struct ehc_draft_cell *c = row->first; c != NULL && section == EHC_K && first == NULL; c = c->next)
		if (c->column < COLUMNS && found[c->column].kind == COLUMN_MEANT && found[c->column].meaning.label == EHC_L_AUTHOR) {
			found[c->column].meaning = section_meaning(section);
			return;
		}
	if (first == NULL || !(number || (section != EHC_NO_SECTION && section != EHC_A && section != EHC_I)))
		return;
	*by_number = number && section == EHC_NO_SECTION;
	found[first->column].kind = COLUMN_MEANT;
	found[first->column].meaning = section == EHC_A || *by_number ? (struct meaning){ EHC_L_ASPIRATION, EHC_A } : section_meaning(section);
}

/* "View", "Download": what stands for a link on a web page. */
static bool
is_link(struct ehc_str text)
{
	static const char *const words[] = { "view", "open", "download", "link", "pdf", "view document", "view report", "open document", "download report", NULL };

	return is_any(text, words);
}

/* Of the two columns that say which advice it is, one: the other holds links, or the first says whom it is from. */
static void
one_advice(struct reader *r, const struct ehc_draft_row *row, struct column *found)
{
	struct column *before = NULL;

	for (const struct ehc_draft_cell *c = row->first; c != NULL && (r->open & BIT(EHC_K)) != 0; c = c->next) {
		struct column *k = c->column < COLUMNS ? &found[c->column] : NULL;

		if (k == NULL || k->kind != COLUMN_MEANT || k->meaning.label != EHC_L_ADVICE)
			continue;
		if (before != NULL && below_are(r, row, c->column, is_link))
			k->kind = COLUMN_LINK;
		else if (before != NULL && ehc_str_is_nocase(label_fold(r->a, before->heading), "source"))
			before->meaning.label = EHC_L_AUTHOR;
		before = k;
	}
}

static void
open_columns(struct reader *r, struct table *t, unsigned letters)
{
	const unsigned by_area = BIT(EHC_B) | BIT(EHC_E) | BIT(EHC_F);

	t->added |= letters & ~r->open;
	r->seen |= letters;
	/* The areas of need are those of section B: an area that was open is none of health or social care. */
	if (((letters | r->open) & ~BIT(EHC_B) & by_area) == 0 && (letters & BIT(EHC_B)) == 0) {
		r->area = EHC_NOSTR;
		r->open &= ~(BIT(EHC_A) | BIT(EHC_B));
	}
	r->open |= letters;
	if ((letters & ~BIT(EHC_K)) != 0)
		r->open &= ~BIT(EHC_K);
}

/* A row whose cells name columns: two at least are known, and the others look like headings. */
bool
columns_read(struct reader *r, struct table *t, const struct ehc_draft_row *row)
{
	struct column found[COLUMNS];
	size_t known = 0, unknown = 0, by_content = 0;
	unsigned letters = 0;
	bool below, by_number = false, numbered = row->next != NULL && row_number(r, row->next).len > 0, marked = is_marked(row);

	memset(found, 0, sizeof(found));
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);
		struct column one;

		if (text.len == 0 || c->column >= COLUMNS)
			continue;
		/* "Review:" is a label with its value in the next cell, and "therapy · Funded by: ..." is such a value. */
		if ((text.ptr[text.len - 1] == ':' && c->next != NULL && row_cells(row) <= 2) || (field_only_ids(text) && !ehc_str_is(text, "H1") && !ehc_str_is(text, "H2")) || ehc_str_has(text, " \xC2\xB7 "))
			return false;
		one = column_of(r, row, c);
		known += one.kind != COLUMN_OTHER;
		unknown += one.kind == COLUMN_OTHER;
		by_content += (one.kind == COLUMN_NUMBER && !names_numbers(label_fold(r->a, text))) || one.kind == COLUMN_TIES;
		for (uint32_t i = c->column; i < c->column + c->width && i < COLUMNS; i++)
			found[i] = one;
		if (one.kind == COLUMN_MEANT && one.meaning.section != EHC_NO_SECTION)
			letters |= BIT(one.meaning.section);
	}
	if (known + unknown < 2 || known == 0 || row->next == NULL)
		return false;
	/* "Supervised by | special needs co-ordinator" below an item is one of its fields. */
	if (!marked && !t->has_columns && row_cells(row) == 2 && r->item != NULL && field_named(r, r->item, cell_text(r->a, row->first)) != EHC_L_NONE)
		return false;
	if (by_content > 0 && (!looks_like_headings(r, row) || (!marked && known + unknown < 3)))
		return false;
	if (unknown > 0 && !(looks_like_headings(r, row) && (numbered || (marked && known + 1 >= unknown) || (known >= 2 && unknown <= 1 + known / 3 && !t->has_columns))))
		return false;
	if (known < 2 && !numbered && !(marked && unknown > 0))
		return false;
	if (t->has_columns && !marked && !same_columns(t, found))
		return false;           /* what stands in it may well sound like headings */
	/* A second row of headings stands below some of the first. */
	below = t->heads != NULL && t->heads->next == row;
	for (size_t i = 0; i < COLUMNS && below; i++)
		if (found[i].heading.len == 0)
			found[i] = t->columns[i];
	find_items(r, row, found, &by_number);
	one_advice(r, row, found);
	memcpy(t->columns, found, sizeof(found));
	t->has_columns = true;
	t->by_number = by_number;
	t->heads = row;
	t->has_item = (letters != 0 && letters != BIT(EHC_K)) || (below && t->has_item);
	if (letters != 0)
		open_columns(r, t, letters);
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
			note_left(r, b, b->text, "the heading of a column: the plan has a label for it");
	r->item = r->text = NULL;
	r->mode_is_said = false;
	return true;
}
