/*
 * care_columns.c - tables of a health care plan that are read column by column: parts of the page side by side, two forms side by side, a
 * column for each person, each medicine or each time of the day; and those with headings at the side of their rows.
 */
#include "import/care.h"

/* All rows have as many cells as the first. */
static bool
is_even(const struct ehc_draft_table *t)
{
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next)
		if (row_cells(row) != row_cells(t->first))
			return false;
	return true;
}

/* ---- parts of the page ---- */

/* Headings of a traffic light, or of an emergency at least, and below each what it says. */
static bool
is_side_by_side(struct reader *r, const struct ehc_draft_table *t)
{
	bool urgent = false;

	if (row_cells(t->first) != row_filled(r->a, t->first) || !care_is_marked(t->first) || care_table_kind(r, t) != EHC_L_NONE)
		return false;
	for (size_t i = 0; i < row_cells(t->first); i++) {
		struct ehc_str f = label_fold(r->a, care_words(r, t->first, i));
		enum care_part part = care_part_of(f);

		if (ehc_str_words(f) > 12 || (part == PART_UNKNOWN && !care_is_acute(f)))
			return false;
		urgent = urgent || part == PART_EMERGENCY || care_is_acute(f);
	}
	return urgent;
}

static void
side_by_side(struct reader *r, const struct ehc_draft_table *t)
{
	size_t i = 0;

	for (const struct ehc_draft_cell *head = t->first->first; head != NULL; head = head->next, i++) {
		struct ehc_draft_block *b = block_part(r->a, cell_block(head));

		b->next = NULL;
		care_heading(r, cell_text(r->a, head), b);
		for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next)
			care_answer(r, care_cell(row, i));
	}
	r->emergency = NULL;
	r->step_label = EHC_L_NONE;
	r->seen = PART_UNKNOWN;
	r->area = EHC_NOSTR;
}

/* "Do | Do not" above what to do and what not. */
static bool
is_do_and_dont(struct reader *r, const struct ehc_draft_table *t)
{
	struct ehc_str first = label_fold(r->a, care_words(r, t->first, 0)), second = label_fold(r->a, care_words(r, t->first, 1));

	return row_cells(t->first) == 2 && (ehc_str_is(first, "do") || ehc_str_is(first, "dos")) &&
	    (ehc_str_is(second, "do not") || ehc_str_is(second, "don't") || ehc_str_is(second, "don'ts"));
}

static void
do_and_dont(struct reader *r, const struct ehc_draft_table *t)
{
	static const char *const never[] = { "do not", "don't", "never", "no ", "not ", NULL };

	for (size_t i = 0; i < 2; i++)
		for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next)
			for (const struct ehc_draft_block *b = care_cell(row, i)->first; b != NULL; b = b->next) {
				bool said = i == 0 || has_any(label_fold(r->a, b->text), never);

				if (b->text.len > 0)
					care_content(r, said ? b->text : ehc_arena_printf(r->a, "Do not: %.*s", EHC_ARG(b->text)), b);
			}
	for (const struct ehc_draft_cell *c = t->first->first; c != NULL; c = c->next)
		note_left(r, cell_block(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
}

/* "A Airway | B Breathing | C Consciousness" within an emergency: what to look for, or to do, below each. */
static bool
is_of_emergency(struct reader *r, const struct ehc_draft_table *t)
{
	if (!care_in_emergency(r) || r->mode_is_said || !care_is_marked(t->first) ||
	    row_cells(t->first) != row_filled(r->a, t->first) || care_table_kind(r, t) != EHC_L_NONE || care_is_pairs(r, t->first))
		return false;
	for (const struct ehc_draft_cell *c = t->first->first; c != NULL; c = c->next)
		if (ehc_str_words(cell_text(r->a, c)) > 6 || care_is_step(cell_text(r->a, c)))
			return false;
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next)
		if (cell_is_strong(row->first) && !cell_is_strong(row->last))
			return false;
	return true;
}

static void
of_emergency(struct reader *r, const struct ehc_draft_table *t)
{
	size_t i = 0;

	for (const struct ehc_draft_cell *head = t->first->first; head != NULL; head = head->next, i++) {
		struct ehc_str name = cell_text(r->a, head);

		for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next)
			for (const struct ehc_draft_block *b = care_cell(row, i)->first; b != NULL; b = b->next)
				if (b->text.len > 0)
					care_content(r, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(name), EHC_ARG(b->text)), b);
	}
}

/* ---- two forms ---- */

/* "Contact 1 | Contact 2" across two columns each only counts what stands below. */
static const struct ehc_draft_row *
doubled_from(struct reader *r, const struct ehc_draft_table *t)
{
	const struct ehc_draft_row *row = t->first;

	return row->next != NULL && row_cells(row) == 2 && row->first->width == 2 && row->last->width == 2 && care_uncounted(label_fold(r->a, cell_text(r->a, row->first))).len < label_fold(r->a, cell_text(r->a, row->first)).len ? row->next : row;
}

/* The same labels stand before the first values and before the second. */
static bool
is_doubled(struct reader *r, const struct ehc_draft_table *t)
{
	size_t rows = 0, same = 0;

	for (const struct ehc_draft_row *row = doubled_from(r, t); row != NULL; row = row->next, rows++) {
		struct ehc_str first = care_uncounted(label_fold(r->a, care_words(r, row, 0))),
		    second = care_uncounted(label_fold(r->a, care_words(r, row, 2)));

		if (row_cells(row) != 4 || ehc_str_words(first) > 8)
			return false;
		same += first.len > 0 && ehc_str_eq(first, second);
	}
	return rows >= 2 && same + 1 >= rows && same >= 2;
}

static void
doubled(struct reader *r, const struct ehc_draft_table *t)
{
	for (const struct ehc_draft_cell *c = doubled_from(r, t) == t->first ? NULL : t->first->first; c != NULL; c = c->next)
		note_left(r, cell_block(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
	for (size_t i = 0; i < 4; i += 2) {
		r->item = r->medicine = NULL;
		for (const struct ehc_draft_row *row = doubled_from(r, t); row != NULL; row = row->next) {
			struct ehc_draft_row half = { .header = false };
			struct ehc_draft_table none = { .columns = 0 };
			const struct ehc_draft_cell *from[] = { care_cell(row, i), care_cell(row, i + 1) };

			for (size_t k = 0; k < 2; k++) {
				struct ehc_draft_cell *c = draft_add_cell(r->a, &none, &half, 1);

				c->first = from[k]->first;
				c->last = from[k]->last;
			}
			if (row_filled(r->a, &half) > 0)
				care_plain_row(r, &half);
		}
	}
}

/* ---- a column each ---- */

static size_t
count_numbers(struct reader *r, const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		n += care_has_number(cell_text(r->a, c));
	return n;
}

/* Below a row without a telephone number one has them in all its cells, or in all but the label: a column is a person. */
static bool
is_by_person(struct reader *r, const struct ehc_draft_table *t)
{
	if (count_numbers(r, t->first) > 0)
		return false;
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next) {
		size_t n = count_numbers(r, row);

		if (n >= 2 && (n == row_cells(row) || (n + 1 == row_cells(row) && !care_has_number(care_words(r, row, 0)))) && !care_is_pairs(r, row))
			return true;
	}
	return false;
}

/* "Contact 1" says no more than that there are several. */
static bool
counts(struct reader *r, struct ehc_str text)
{
	struct ehc_str f = care_uncounted(label_fold(r->a, text));

	return f.len == 0 || ehc_str_is(f, "contact") || ehc_str_is(f, "person") || ehc_str_is(f, "emergency contact");
}

static void
by_person(struct reader *r, const struct ehc_draft_table *t)
{
	bool labelled = true;

	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next)
		labelled = labelled && !care_has_number(care_words(r, row, 0));
	for (size_t i = labelled ? 1 : 0; i < row_cells(t->first); i++) {
		struct ehc_str all = EHC_NOSTR;

		for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
			struct ehc_str text = care_words(r, row, i);

			if (row == t->first && counts(r, text))
				note_left(r, cell_block(care_cell(row, i)), text, "the heading of a column: the plan has a label for it");
			else if (text.len > 0)
				all = text_listed(r->a, all, text);
		}
		if (all.len > 0)
			care_item(r, EHC_L_CONTACT, EHC_NOSTR, all, cell_block(care_cell(t->first, i)));
	}
	for (const struct ehc_draft_row *row = labelled ? t->first : NULL; row != NULL; row = row->next)
		note_left(r, cell_block(row->first), care_words(r, row, 0), "a label: the plan has its own");
	r->item = NULL;
}

/* "Time | 10.30 | 12.30" above "Who | ... | ...": labels down the side, and each column is one time of the day. */
static bool
is_by_time(struct reader *r, const struct ehc_draft_table *t)
{
	static const char *const first[] = { "time", "times", "when", "day", "time of day", NULL };
	const struct ehc_draft_row *row = t->first;
	bool timed;

	if (row == NULL || row->next == NULL || row_cells(row) < 3)
		return false;
	timed = is_any(label_fold(r->a, care_words(r, row, 0)), first);
	for (const struct ehc_draft_cell *c = row->first->next; c != NULL; c = c->next)
		timed = timed && ehc_str_has_digit(cell_text(r->a, c));
	for (; row != NULL; row = row->next)
		timed = timed && row_cells(row) == row_cells(t->first) && care_words(r, row, 0).len > 0 && !ehc_str_has_digit(care_words(r, row, 0));
	return timed;
}

static void
by_time(struct reader *r, const struct ehc_draft_table *t)
{
	for (size_t i = 1; i < row_cells(t->first); i++) {
		struct ehc_str all = EHC_NOSTR;
		const struct ehc_draft_block *b = NULL;

		for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
			struct ehc_str text = care_words(r, row, i);

			if (text.len == 0)
				continue;
			all = ehc_arena_printf(r->a, "%.*s%s%.*s: %.*s", EHC_ARG(all), all.len > 0 ? "; " : "",
			    EHC_ARG(care_words(r, row, 0)), EHC_ARG(text));
			b = row_block(row);
		}
		if (b != NULL)
			care_content(r, all, b);
	}
}

/* ---- a column for each medicine ---- */

static bool
is_name_label(struct reader *r, struct ehc_str label)
{
	struct ehc_str f = label_fold(r->a, label);

	return ehc_str_is(f, "name") || care_names_medicine(f);
}

/* The row that names the medicines: the one whose label says so, else the first. */
static const struct ehc_draft_row *
naming_row(struct reader *r, const struct ehc_draft_table *t)
{
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next)
		if (is_name_label(r, care_words(r, row, 0)))
			return row;
	return t->first;
}

/* Labels of a medicine's fields down the side, below a corner that is empty or names the medicine. */
static bool
is_by_medicine(struct reader *r, const struct ehc_draft_table *t)
{
	struct part probe = { .label = EHC_L_MEDICINE };
	struct ehc_str corner = care_words(r, t->first, 0);
	size_t fields = 0, rows = 0;

	if (row_cells(t->first) < 3 || !(corner.len == 0 || is_name_label(r, corner)) ||
	    !(r->seen == PART_MEDICINE || care_names_medicine(label_fold(r->a, corner))))
		return false;
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next, rows++) {
		fields += field_named(r, &probe, care_words(r, row, 0)) != EHC_L_NONE;
		/* Labels and values by turns are no columns. */
		for (const struct ehc_draft_cell *c = row->first->next; c != NULL; c = c->next)
			if (ehc_str_ends_nocase(cell_text(r->a, c), ":") || field_named(r, &probe, cell_text(r->a, c)) != EHC_L_NONE)
				return false;
	}
	return fields >= 2 && fields * 2 >= rows;
}

static void
by_medicine(struct reader *r, const struct ehc_draft_table *t)
{
	const struct ehc_draft_row *names = naming_row(r, t);

	for (size_t i = 1; i < row_cells(t->first); i++) {
		const struct ehc_draft_block *b = cell_block(care_cell(names, i));

		if (care_words(r, names, i).len == 0)
			continue;
		r->medicine = care_item(r, EHC_L_MEDICINE, EHC_NOSTR, care_words(r, names, i), b);
		care_unconfirmed(r, r->medicine, b);
		for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
			struct ehc_str label = care_words(r, row, 0), text = care_words(r, row, i);
			enum ehc_label field = field_named(r, r->medicine, label);

			if (row == names || text.len == 0)
				continue;
			b = cell_block(care_cell(row, i));
			if (label.len == 0)
				note_left(r, b, text, "the heading of a column: the plan has a label for it");
			else if (field != EHC_L_NONE)
				item_field(r, r->medicine, (struct meaning){ field, EHC_NO_SECTION }, text, b);
			else
				part_field(r, r->medicine, EHC_L_UNCONFIRMED, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(text)), b);
			note_read(r, b, text, r->medicine);
		}
	}
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next)
		if (care_words(r, row, 0).len > 0)
			note_left(r, cell_block(row->first), care_words(r, row, 0), "a label: the plan has its own");
	r->item = r->medicine = NULL;
}

/* ---- a heading at the side ---- */

/* A heading beside the rows that it is of, in a cell that goes on over them. */
static bool
is_side_headed(struct reader *r, const struct ehc_draft_table *t)
{
	bool several = false;

	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		const struct ehc_draft_cell *c = row->first;

		if (row_cells(row) < 2)
			return false;
		several = several || c->continued;
		if (!c->continued && (cell_text(r->a, c).len == 0 || ehc_str_words(cell_text(r->a, c)) > 8 ||
		    care_part_of(label_fold(r->a, cell_text(r->a, c))) == PART_UNKNOWN))
			return false;
	}
	return several;
}

static void
side_headed(struct reader *r, const struct ehc_draft_table *t)
{
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		struct ehc_draft_row rest = *row;

		if (!row->first->continued) {
			struct ehc_draft_block *b = block_part(r->a, cell_block(row->first));

			b->next = NULL;
			care_heading(r, cell_text(r->a, row->first), b);
		}
		rest.first = row->first->next;
		if (row_filled(r->a, &rest) > 0)
			care_plain_row(r, &rest);
	}
}

bool
care_columns(struct reader *r, const struct ehc_draft_table *t)
{
	enum { MOST = 16 };             /* columns; no form has more */

	if (t->first == NULL || t->first->next == NULL || row_cells(t->first) < 2 || row_cells(t->first) > MOST)
		return false;
	if (is_side_headed(r, t)) {
		side_headed(r, t);
		return true;
	}
	if (is_doubled(r, t)) {
		doubled(r, t);
		return true;
	}
	if (!is_even(t))
		return false;
	if (care_levels(r, t))
		return true;
	if (is_side_by_side(r, t))
		side_by_side(r, t);
	else if (is_do_and_dont(r, t))
		do_and_dont(r, t);
	else if (is_of_emergency(r, t))
		of_emergency(r, t);
	else if (is_by_person(r, t))
		by_person(r, t);
	else if (is_by_medicine(r, t))
		by_medicine(r, t);
	else if (is_by_time(r, t))
		by_time(r, t);
	else
		return false;
	return true;
}
