/*
 * care_row.c - rows of a health care plan's tables that have no headings: labels beside values, lines to sign on, and cells that are there
 * for the layout alone.
 */
#include "import/care.h"

#include <string.h>

static bool
is_blank_line(struct reader *r, struct ehc_str text)
{
	static const char *const blank[] = { "signed", "signature", "date", "print name", "name", "relationship to child", "relationship", "", NULL };
	struct ehc_str f = label_fold(r->a, text);

	return is_any(f, blank) || f.len == 0 || f.ptr[0] == '_';
}

void
care_signature(struct reader *r, const struct ehc_draft_row *row, bool headings)
{
	struct ehc_str words = EHC_NOSTR;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);

		if (headings || is_blank_line(r, text))
			note_left(r, cell_block(c), text, "words beside a line to sign on");
		else
			words = text_listed(r->a, words, text);
	}
	r->text = NULL;
	if (words.len > 0)
		care_text(r, EHC_L_SIGNED, words, row_block(row));
}

/* Below a heading that speaks of signatures the first row holds headings where it is marked and asks for a name or a date. */
static bool
is_marked_head(struct reader *r, const struct ehc_draft_row *row)
{
	static const char *const words[] = { "name", "date", "role", "position", NULL };
	bool found = false;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		if (!row->header && !cell_is_strong(c))
			return false;
		found = found || has_any(label_fold(r->a, cell_text(r->a, c)), words);
	}
	return found && r->seen == PART_SIGNED;
}

bool
care_is_signatures(struct reader *r, const struct ehc_draft_table *t)
{
	bool found = false;

	/* Those who were trained sign too, in the list of them. */
	if (r->seen == PART_STAFF && t->first != NULL &&
	    (ehc_str_has(row_words(r->a, t->first), "train") || ehc_str_has_word(row_words(r->a, t->first), "what")))
		return false;
	for (const struct ehc_draft_row *row = t->first; row != NULL && row->next != NULL && row == t->first; row = row->next)
		for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
			found = found || ehc_str_starts_nocase(label_fold(r->a, cell_text(r->a, c)), "signature") ||
			    ehc_str_is(label_fold(r->a, cell_text(r->a, c)), "signed") || is_marked_head(r, row);
	return found && row_cells(t->first) >= 2 && row_cells(t->first) == row_filled(r->a, t->first);
}

/* A cell that is no label but a part of the page: it has a list, or several lines of which one has a label of its own. */
static bool
is_part_of_page(const struct ehc_draft_cell *c)
{
	struct ehc_str label, value;
	size_t lines = 0;
	bool listed = false, labelled = false;

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		if (b->text.len == 0)
			continue;
		lines++;
		listed = listed || b->kind == EHC_DRAFT_BULLET || b->marker.len > 0 || b->table != NULL;
		labelled = labelled || (line_split(b->text, &label, &value) && value.len > 0);
	}
	return lines >= 2 && (listed || labelled);
}

static size_t
count_lines(struct ehc_str text)
{
	struct ehc_str line;
	size_t n = 0;

	while (ehc_str_split(&text, '\n', &line))
		n++;
	return n;
}

static const struct ehc_draft_cell *
line_cell(struct reader *r, const struct ehc_draft_cell *c, struct ehc_str line)
{
	struct ehc_draft_cell *one = EHC_NEW(r->a, struct ehc_draft_cell);
	struct ehc_draft_block *b = block_part(r->a, cell_block(c));

	b->text = ehc_str_trim(line);
	b->next = NULL;
	one->first = one->last = b;
	return one;
}

/* "Health care plan" and the school in lines of one cell, details in those of the next. */
static bool
is_title_page(struct reader *r, const struct ehc_draft_cell *c, const struct ehc_draft_cell *next)
{
	struct ehc_str label, value;

	if (r->seen != PART_HEAD || r->child->text.len > 0 || count_lines(cell_text(r->a, c)) < 2)
		return false;
	for (const struct ehc_draft_block *b = next->first; b != NULL; b = b->next)
		if (line_split(b->text, &label, &value) && value.len > 0 && label_detail(r, label) != EHC_L_NONE)
			return true;
	return false;
}

/* "Date of birth" and, in the next line of the same cell, the date; or "Date of birth: 3 May 2017". */
static bool
holds_pair(struct reader *r, const struct ehc_draft_cell *c, struct ehc_str *label, struct ehc_str *value)
{
	struct ehc_str text = cell_text(r->a, c), line = text, after = text;
	size_t n = count_lines(text);

	if (n >= 2 && ehc_str_split(&after, '\n', &line)) {
		*label = ehc_str_trim(line);
		*value = ehc_str_trim(after);
		return ehc_str_words(*label) <= 8 && !ehc_str_has(*label, ": ") &&
		    (label_detail(r, *label) != EHC_L_NONE || (r->medicine != NULL && field_named(r, r->medicine, *label) != EHC_L_NONE));
	}
	return n == 1 && line_split(text, label, value) && value->len > 0 && ehc_str_words(*label) <= 6;
}

/* Labels in the lines of one cell, their values in the lines of the next. */
static bool
parallel(struct reader *r, const struct ehc_draft_cell *labels, const struct ehc_draft_cell *values)
{
	struct ehc_str names = cell_text(r->a, labels), words = cell_text(r->a, values), rest = names, line, value;

	if (count_lines(names) < 2 || count_lines(names) != count_lines(words))
		return false;
	while (ehc_str_split(&rest, '\n', &line))
		if (ehc_str_words(line) > 8 || (!ehc_str_ends_nocase(ehc_str_trim(line), ":") && label_detail(r, line) == EHC_L_NONE))
			return false;
	while (ehc_str_split(&names, '\n', &line) && ehc_str_split(&words, '\n', &value))
		care_pair(r, line_cell(r, labels, line), line_cell(r, values, value));
	return true;
}

/* Every cell of the row holds a label with its value; where half of the labels are known, the first line of another cell may be one that is not. */
static bool
own_pairs(struct reader *r, const struct ehc_draft_row *row)
{
	struct ehc_str label, value;
	size_t known = 0, n = row_filled(r->a, row);

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		known += cell_text(r->a, c).len > 0 && holds_pair(r, c, &label, &value);
		if (count_lines(cell_text(r->a, c)) > 2)
			return false;
	}
	if (n < 2 || known * 2 < n)
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (cell_text(r->a, c).len > 0 && !holds_pair(r, c, &label, &value) &&
		    (count_lines(cell_text(r->a, c)) != 2 || ehc_str_words(label) > 6))
			return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (cell_text(r->a, c).len > 0 && (holds_pair(r, c, &label, &value) || label.len > 0))
			care_pair(r, line_cell(r, c, label), line_cell(r, c, value));
	return true;
}

static bool
is_label(struct reader *r, const struct ehc_draft_cell *c)
{
	static const char *const words[] = { "name", "telephone", "phone", "tel", "mobile", "relationship", "email", "e-mail", "address", "date", "signed", "signature", "role", "position", "class", NULL };
	struct ehc_str f = label_fold(r->a, cell_text(r->a, c));

	return f.len == 0 || label_detail(r, f) != EHC_L_NONE || (ehc_str_words(f) <= 6 && !ehc_str_has_digit(f) && has_any(f, words));
}

bool
care_is_pairs(struct reader *r, const struct ehc_draft_row *row)
{
	size_t n = 0;
	bool marked = true, colons = true, known = row->next != NULL && row_cells(row->next) == row_cells(row) && row_filled(r->a, row->next) >= 2;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next, n++)
		if (cell_text(r->a, c).len > 0) {
			marked = marked && cell_is_strong(c) == (n % 2 == 0);
			colons = colons && ehc_str_ends_nocase(cell_text(r->a, c), ":") == (n % 2 == 0);
			known = known && (n % 2 != 0 || is_label(r, c));
		}
	n = 0;
	for (const struct ehc_draft_cell *c = row->next == NULL ? NULL : row->next->first; c != NULL; c = c->next, n++)
		known = known && (n % 2 != 0 || is_label(r, c));
	return row_cells(row) >= 4 && row_cells(row) % 2 == 0 && row_filled(r->a, row) >= 3 && (marked || colons || known);
}

void
care_leave_row(struct reader *r, const struct ehc_draft_row *row)
{
	unplaced(r, row_block(row), row_words(r->a, row));
}

/* Three cells that are no two pairs: what is said of the first stays together. */
static bool
threesome(struct reader *r, const struct ehc_draft_row *row)
{
	const struct ehc_draft_cell *c = row->first, *second = c == NULL ? NULL : c->next, *third = second == NULL ? NULL : second->next;
	struct ehc_str name;

	if (third == NULL || third->next != NULL || row_filled(r->a, row) != 3 || is_part_of_page(c) || is_part_of_page(second))
		return false;
	name = cell_text(r->a, c);
	if (!care_is_answer(cell_text(r->a, second)) &&
	    (ehc_str_words(name) > 8 || name.ptr[name.len - 1] == '?' || care_part_of(label_fold(r->a, name)) != PART_UNKNOWN))
		return false;
	if (ehc_str_words(name) > 20 || label_detail(r, name) != EHC_L_NONE ||
	    (r->seen != PART_LIFE && r->seen != PART_UNKNOWN && r->seen != PART_TASKS))
		return false;
	care_content(r, ehc_arena_printf(r->a, "%.*s%s %.*s; %.*s", EHC_ARG(name), name.ptr[name.len - 1] == ':' ? "" : ":",
	    EHC_ARG(cell_text(r->a, second)), EHC_ARG(cell_text(r->a, third))), cell_block(c));
	return true;
}

/* "Next review | 3 September 2027" below those who signed. */
static bool
is_plan_detail(struct reader *r, const struct ehc_draft_row *row)
{
	enum ehc_label label = label_detail(r, cell_text(r->a, row->first));

	return row_cells(row) == 2 && (label == EHC_L_REVIEW_DUE || label == EHC_L_COPIES || label == EHC_L_TOOK_PART || label == EHC_L_WRITTEN);
}

void
care_plain_row(struct reader *r, const struct ehc_draft_row *row)
{
	const struct ehc_draft_cell *c = row->first;

	if (care_contact_row(r, row))
		return;
	if (r->seen == PART_RECORDS) {
		care_leave_row(r, row);
		return;
	}
	if (r->seen == PART_SIGNED && row_cells(row) >= 2 && !is_plan_detail(r, row)) {
		care_signature(r, row, false);
		return;
	}
	if (threesome(r, row) || own_pairs(r, row))
		return;
	while (c != NULL) {
		struct ehc_str label = cell_text(r->a, c);

		if (c->next != NULL && parallel(r, c, c->next)) {
			c = c->next->next;
			continue;
		}
		if (c->next != NULL && label.len > 0 && ehc_str_words(label) <= 30 && cell_text(r->a, c->next).len > 0 &&
		    !is_part_of_page(c) && !is_title_page(r, c, c->next)) {
			care_pair(r, c, c->next);
			c = c->next->next;
			continue;
		}
		if (c->next != NULL && label.len > 0 && cell_text(r->a, c->next).len == 0 &&
		    (label_detail(r, label) != EHC_L_NONE || care_part_of(label_fold(r->a, label)) != PART_UNKNOWN))
			note_left(r, cell_block(c), label, "a label without a value");
		else
			for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
				care_block(r, b);
		c = c->next;
	}
}
