/*
 * care_pair.c - rows of a health care plan's tables that have no headings: labels beside values, questions beside answers, people beside
 * their numbers, lines to sign on, and cells that are there for the layout alone.
 */
#include "import/care.h"

#include <string.h>

static bool
is_phone(struct ehc_str folded)
{
	static const char *const words[] = { "tel", "telephone", "phone", "number", "phone no", "phone number", "telephone no", "telephone number", "tel no", "contact number", "contact no", NULL };

	return is_any(folded, words);
}

/* A label of a person's number or address goes on with the contact that is open, unless it names another: "GP telephone" below a mother's. */
static bool
goes_on(const struct reader *r, struct ehc_str f)
{
	static const char *const more[] = { "phone", "telephone", "mobile", "home", "work", "relationship", "email", "e-mail", "address", "number", "tel", "surgery", NULL };
	static const char *const others[] = { "gp", "g.p", "doctor", "nurse", "consultant", "hospital", "clinic", "paediatrician", "social worker", NULL };
	size_t word = strcspn(ehc_arena_cstr(r->a, f), " /");

	if (r->item == NULL || r->item->label != EHC_L_CONTACT || !has_any(f, more) || ehc_str_ends_nocase(f, "name") || ehc_str_starts_nocase(f, "name"))
		return false;
	return !has_any(f, others) || ehc_str_eq(ehc_str_sub(r->ringing, 0, word), ehc_str_sub(f, 0, word));
}

/* Lines of a form about one whom to ring: the name begins a contact, the others go on with it. */
static bool
contact_pair(struct reader *r, struct ehc_str label, struct ehc_str words, const struct ehc_draft_block *b)
{
	static const char *const names[] = { "name", "contact name", "full name", "name of parent", "name of contact", "parent name", "parent/carer", "doctor", "practice", NULL };
	struct ehc_str f = label_fold(r->a, label);

	if (goes_on(r, f)) {
		while (label.len > 0 && strchr(": ", label.ptr[label.len - 1]) != NULL)
			label.len--;
		r->item->text = is_phone(f) ? ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(r->item->text), EHC_ARG(words)) :
		    ehc_arena_printf(r->a, "%.*s, %.*s: %.*s", EHC_ARG(r->item->text), EHC_ARG(label), EHC_ARG(words));
		if (is_phone(f))
			note_left(r, b, label, "a label: the plan has its own");
		part_block(r, r->item, b);
		note_read(r, b, words, r->item);
	} else if (ehc_str_starts_nocase(f, "name") || ehc_str_is(f, "gp") || ehc_str_is(f, "g.p") || ehc_str_ends_nocase(f, " contact") || has_any(f, names)) {
		note_left(r, b, label, "a label: the plan has its own");
		r->ringing = f;
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, ehc_str_starts_nocase(r->area, "g.p") || ehc_str_is_nocase(r->area, "gp") || ehc_str_is(f, "gp") || ehc_str_is(f, "g.p") ? ehc_arena_printf(r->a, "GP: %.*s", EHC_ARG(words)) : words, b);
	} else
		return false;
	return true;
}

bool
care_first_page_contact(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	static const char *const whom[] = { "parent", "carer", "mother", "father", "guardian", "doctor", "gp", "nurse", "next of kin", "emergency contact", NULL };
	struct ehc_str f = label_fold(r->a, label);

	if (line_words(label) > 6 || !(goes_on(r, f) || (has_any(f, whom) && ehc_str_ends_nocase(f, " name"))))
		return false;
	return contact_pair(r, label, value, b);
}

bool
care_contact_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const names[] = { "name", "full name", "contact name", NULL };
	struct ehc_str label, value;

	if (!line_split(text, &label, &value) || value.len == 0 || line_words(label) > 3 || !(is_any(label_fold(r->a, label), names) || goes_on(r, label_fold(r->a, label))))
		return false;
	return contact_pair(r, label, value, b);
}

/* "Signs | ...", "Action | ..." below a heading that leaves open which emergency is meant. */
static bool
emergency_pair(struct reader *r, struct ehc_str name, struct ehc_str words, const struct ehc_draft_cell *value)
{
	enum ehc_label label = r->seen == PART_EMERGENCY && words.len > 0 ? care_emergency_label(label_fold(r->a, name)) : EHC_L_NONE;

	if (label == EHC_L_NONE)
		return false;
	note_left(r, cell_block(value), name, "a label: the plan has its own");
	if (r->emergency == NULL)
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, r->area, cell_block(value));
	for (const struct ehc_draft_block *b = value->first; b != NULL; b = b->next) {
		if (b->text.len == 0)
			continue;
		if (label == EHC_L_STEP)
			care_step(r, b->text, b);
		else
			note_read(r, b, b->text, part_field(r, r->emergency, label, b->text, b));
		part_block(r, r->emergency, b);
	}
	return true;
}

/* A form about one medicine: what it asks belongs to it, whatever was asked between. What must be minded stays with it as it stands. */
static bool
medicine_pair(struct reader *r, struct ehc_str name, struct ehc_str words, struct ehc_str line, const struct ehc_draft_block *b)
{
	static const char *const minded[] = { "precaution", "instruction", "warning", NULL };
	enum care_part part = care_part_of(label_fold(r->a, name));
	enum ehc_label label;

	if (r->medicine == NULL || r->seen == PART_CONTACTS || r->seen == PART_SIGNED || care_names_medicine(label_fold(r->a, name)))
		return false;
	label = field_named(r, r->medicine, name);
	if (label != EHC_L_NONE && words.len > 0) {
		note_left(r, b, name, "a label: the plan has its own");
		item_field(r, r->medicine, (struct meaning){ label, EHC_NO_SECTION }, label == EHC_L_GIVEN_BY && care_is_answer(words) ? line : words, b);
		note_read(r, b, words, r->medicine);
		r->item = r->medicine;
		r->seen = PART_MEDICINE;
		return true;
	}
	if (r->item != r->medicine || words.len == 0 || care_is_answer(words) || !(has_any(label_fold(r->a, name), minded) || part == PART_UNKNOWN || part == PART_MEDICINE))
		return false;
	care_remark(r, r->medicine, line, b);
	return true;
}

/* Below the heading of a condition, or of one kind of seizure: its name, and what it looks like with how long and how often. */
static bool
condition_pair(struct reader *r, struct ehc_str name, struct ehc_str words, struct ehc_str line, const struct ehc_draft_block *b)
{
	static const char *const names[] = { "name of seizure", "type of seizure", "seizure type", "name of condition", "condition", "name", "type", NULL };
	static const char *const looks[] = { "what it looks like", "what happens", "description", "how long", "how often", "frequency", "duration", "length", "warning", "when it happens", "recovery", NULL };
	struct ehc_str f = label_fold(r->a, name);
	struct part *said;

	if (r->condition == NULL || r->seen != PART_CONDITION || words.len == 0)
		return false;
	if (is_any(f, names) && ehc_str_has_digit(r->condition->text) && line_words(r->condition->text) <= 3) {
		note_left(r, b, r->condition->text, "a heading that counts: the name stands below it");
		note_left(r, b, name, "a label: the plan has its own");
		r->condition->text = words;
		note_read(r, b, words, r->condition);
	} else if (starts_any(f, looks)) {
		said = part_find_field(r->condition, EHC_L_SIGNS);
		if (ehc_str_starts_nocase(f, "what ") || ehc_str_is(f, "description")) {
			note_left(r, b, name, "a label: the plan has its own");
			line = words;
		}
		if (said == NULL)
			part_field(r, r->condition, EHC_L_SIGNS, line, b);
		else
			said->text = ehc_arena_printf(r->a, "%.*s; %.*s", EHC_ARG(said->text), EHC_ARG(line));
		note_read(r, b, line, r->condition);
	} else
		return false;
	part_block(r, r->condition, b);
	return true;
}

/* "Head injury | Call 999 ...": the emergency and its steps in one row. */
static void
event(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	r->condition = NULL;
	r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, cell_text(r->a, label), cell_block(label));
	for (const struct ehc_draft_block *b = value->first; b != NULL; b = b->next)
		if (b->text.len > 0)
			care_step(r, b->text, b);
	r->emergency = r->item = NULL;
	r->seen = PART_UNKNOWN;
	r->area = EHC_NOSTR;
}

/* The label of a fact of the item that is open, of a detail, or a question with its answer beside it. */
static void
pair(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	struct ehc_str name = cell_text(r->a, label), words = care_bare_answer(cell_text(r->a, value)), id, title;
	static const char *const calls[] = { "999", "ambulance", NULL };
	const struct ehc_draft_block *b = cell_block(value);
	struct ehc_str folded = label_fold(r->a, name), area = r->area;
	enum care_part part = care_part_of(folded);
	enum ehc_label kind;
	struct ehc_str line = ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(name), name.len > 0 && strchr(":?", name.ptr[name.len - 1]) != NULL ? "" : ":", EHC_ARG(words));

	if (ehc_str_is(folded, "question") && ehc_str_is(label_fold(r->a, words), "answer")) {
		note_left(r, b, line, "the heading of a column: the plan has a label for it");
		return;
	}
	if (care_kind(name) != EHC_L_NONE) {
		care_numbered(r, value, care_kind(name), name);
		return;
	}
	if (care_card(name, &kind, &id, &title) && care_find(r, id) != NULL && field_line(r, care_find(r, id), words, b))
		return;
	if (r->mode_is_said && r->item != NULL && field_line(r, r->item, line, b))
		return;
	if (r->seen == PART_CONTACTS && contact_pair(r, name, words, b))
		return;
	if (emergency_pair(r, name, words, value) || condition_pair(r, name, words, line, b))
		return;
	if (medicine_pair(r, name, words, line, b))
		return;
	if (label_detail(r, name) != EHC_L_NONE && detail_add(r, name, words, b))
		return;
	if (care_is_answer(words) && (ehc_str_ends_nocase(name, "?") || line_words(name) >= 4)) {
		care_answered(r, line, b);
		return;
	}
	if (r->condition != NULL && r->seen == PART_CONDITION && field_line(r, r->condition, line, b))
		return;
	if (r->item != NULL && r->item->label == EHC_L_CONDITION && (r->seen == PART_CONDITIONS || r->seen == PART_HEAD) && field_line(r, r->item, line, b))
		return;
	if (r->seen == PART_MEDICINE && words.len > 0 && (care_names_medicine(folded) || (r->item != NULL && r->item->label == EHC_L_MEDICINE && field_named(r, r->item, name) != EHC_L_NONE))) {
		care_content(r, line, b);
		return;
	}
	/* "Blue inhaler | top shelf" in a list of medicines. */
	if (r->seen == PART_MEDICINE && r->area.len > 0 && part == PART_MEDICINE && !ehc_str_ends_nocase(name, "?") && !label_nil(words)) {
		care_medicine(r, line, b);
		return;
	}
	if (part != PART_UNKNOWN && part != PART_HEAD && line_words(words) > 0) {
		struct ehc_draft_block *asked = EHC_NEW(r->a, struct ehc_draft_block);

		*asked = *cell_block(label);
		if (part == PART_LIFE && line_words(name) <= 2 && line_words(words) <= 8 && !ehc_str_has(name, "daily") && !ehc_str_has(name, "care")) {
			care_daily(r, line, b);
			return;
		}
		if (r->seen == PART_HEAD && ehc_str_ends_nocase(folded, "condition") && line_words(name) <= 5) {
			care_content(r, line, b);
			return;
		}
		if (part == PART_CONTACTS && r->seen == PART_CONTACTS)
			note_left(r, asked, name, "a label: the plan has its own");
		else
			care_heading(r, name, asked);
		care_answer(r, value);
		return;
	}
	if (r->seen == PART_CONTACTS || ((r->seen == PART_UNKNOWN || r->seen == PART_CONDITIONS) && care_has_number(words) && line_words(name) <= 6)) {
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(name), EHC_ARG(words)), b);
		return;
	}
	/* What has a label of its own does not go on with the signs or triggers that were asked for above it. */
	if (part == PART_UNKNOWN && r->seen == PART_CONDITIONS && !(care_is_event(folded) && has_any(words, calls)) && line_words(name) <= 12 && (care_asks_signs(label_fold(r->a, r->area)) || care_asks_triggers(label_fold(r->a, r->area)))) {
		care_heading(r, name, block_part(r->a, cell_block(label)));
		care_answer(r, value);
		return;
	}
	if (part == PART_UNKNOWN && (r->seen == PART_UNKNOWN || r->seen == PART_LIFE || r->seen == PART_CONDITIONS) && care_is_event(folded) && has_any(words, calls)) {
		event(r, label, value);
		return;
	}
	if (part == PART_UNKNOWN && r->seen == PART_UNKNOWN && !ehc_str_ends_nocase(r->area, "?"))
		r->area = name;
	care_content(r, line, b);
	r->area = area;
}

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

/* "Mum", "Tess Example", "07700 900801" in lines of one cell. */
static bool
is_contact_card(struct reader *r, const struct ehc_draft_cell *c)
{
	struct ehc_str text = cell_text(r->a, c), label, value, line;
	size_t lines = 0;

	if (!care_has_number(text) || line_words(text) > 30)
		return false;
	while (ehc_str_split(&text, '\n', &line)) {
		if (line_split(line, &label, &value) && value.len > 0)
			return false;
		lines++;
	}
	return lines >= 2;
}

static bool
are_contact_cards(struct reader *r, const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		if (cell_text(r->a, c).len > 0 && !is_contact_card(r, c))
			return false;
		n += cell_text(r->a, c).len > 0;
	}
	return n > 0 && (r->seen == PART_CONTACTS || r->seen == PART_UNKNOWN);
}

static void
contact_card(struct reader *r, const struct ehc_draft_cell *c)
{
	struct ehc_str text = cell_text(r->a, c), words = EHC_NOSTR, line;

	while (ehc_str_split(&text, '\n', &line))
		words = text_listed(r->a, words, ehc_str_trim(line));
	if (words.len > 0)
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, words, cell_block(c));
}

/* "Mum | Tess Example | 07700 900801": one whom to ring, without a label. */
static bool
is_contact(struct reader *r, const struct ehc_draft_row *row)
{
	static const char *const labels[] = { "name", "contact", "phone", "tel", "mobile", "relationship", "address", "email", NULL };

	if (r->seen != PART_CONTACTS || row_filled(r->a, row) < 3)
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str f = label_fold(r->a, cell_text(r->a, c));

		if (ehc_str_ends_nocase(cell_text(r->a, c), ":") || (has_any(f, labels) && !ehc_str_has_digit(f) && line_words(f) <= 4))
			return false;
	}
	return true;
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
		return line_words(*label) <= 8 && !ehc_str_has(*label, ": ") && (label_detail(r, *label) != EHC_L_NONE || (r->medicine != NULL && field_named(r, r->medicine, *label) != EHC_L_NONE));
	}
	return n == 1 && line_split(text, label, value) && value->len > 0 && line_words(*label) <= 6;
}

/* Labels in the lines of one cell, their values in the lines of the next. */
static bool
parallel(struct reader *r, const struct ehc_draft_cell *labels, const struct ehc_draft_cell *values)
{
	struct ehc_str names = cell_text(r->a, labels), words = cell_text(r->a, values), rest = names, line, value;

	if (count_lines(names) < 2 || count_lines(names) != count_lines(words))
		return false;
	while (ehc_str_split(&rest, '\n', &line))
		if (line_words(line) > 8 || (!ehc_str_ends_nocase(ehc_str_trim(line), ":") && label_detail(r, line) == EHC_L_NONE))
			return false;
	while (ehc_str_split(&names, '\n', &line) && ehc_str_split(&words, '\n', &value))
		pair(r, line_cell(r, labels, line), line_cell(r, values, value));
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
		if (cell_text(r->a, c).len > 0 && !holds_pair(r, c, &label, &value) && (count_lines(cell_text(r->a, c)) != 2 || line_words(label) > 6))
			return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (cell_text(r->a, c).len > 0 && (holds_pair(r, c, &label, &value) || label.len > 0))
			pair(r, line_cell(r, c, label), line_cell(r, c, value));
	return true;
}

static bool
is_label(struct reader *r, const struct ehc_draft_cell *c)
{
	static const char *const words[] = { "name", "telephone", "phone", "tel", "mobile", "relationship", "email", "e-mail", "address", "date", "signed", "signature", "role", "position", "class", NULL };
	struct ehc_str f = label_fold(r->a, cell_text(r->a, c));

	return f.len == 0 || label_detail(r, f) != EHC_L_NONE || (line_words(f) <= 6 && !ehc_str_has_digit(f) && has_any(f, words));
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
	if (!care_is_answer(cell_text(r->a, second)) && (line_words(name) > 8 || name.ptr[name.len - 1] == '?' || care_part_of(label_fold(r->a, name)) != PART_UNKNOWN))
		return false;
	if (line_words(name) > 20 || label_detail(r, name) != EHC_L_NONE || (r->seen != PART_LIFE && r->seen != PART_UNKNOWN && r->seen != PART_TASKS))
		return false;
	care_content(r, ehc_arena_printf(r->a, "%.*s%s %.*s; %.*s", EHC_ARG(name), name.ptr[name.len - 1] == ':' ? "" : ":", EHC_ARG(cell_text(r->a, second)), EHC_ARG(cell_text(r->a, third))), cell_block(c));
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

	if (is_contact(r, row)) {
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, row_words(r->a, row), row_block(row));
		return;
	}
	if (r->seen == PART_RECORDS) {
		care_leave_row(r, row);
		return;
	}
	if (are_contact_cards(r, row)) {
		for (; c != NULL; c = c->next)
			contact_card(r, c);
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
		if (c->next != NULL && label.len > 0 && line_words(label) <= 30 && cell_text(r->a, c->next).len > 0 && !is_part_of_page(c) && !is_title_page(r, c, c->next)) {
			pair(r, c, c->next);
			c = c->next->next;
			continue;
		}
		if (c->next != NULL && label.len > 0 && cell_text(r->a, c->next).len == 0 && (label_detail(r, label) != EHC_L_NONE || care_part_of(label_fold(r->a, label)) != PART_UNKNOWN))
			note_left(r, cell_block(c), label, "a label without a value");
		else
			for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
				care_block(r, b);
		c = c->next;
	}
}
