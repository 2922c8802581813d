/*
 * care_contact.c - whom to ring: the lines, rows and cells of a health care plan that name a person with a number.
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

	if (r->item == NULL || r->item->label != EHC_L_CONTACT || !has_any(f, more) || ehc_str_ends_nocase(f, "name") ||
	    ehc_str_starts_nocase(f, "name"))
		return false;
	return !has_any(f, others) || ehc_str_eq(ehc_str_sub(r->ringing, 0, word), ehc_str_sub(f, 0, word));
}

bool
care_contact_pair(struct reader *r, struct ehc_str label, struct ehc_str words, const struct ehc_draft_block *b)
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
	} else if (ehc_str_starts_nocase(f, "name") || ehc_str_is(f, "gp") || ehc_str_is(f, "g.p") ||
	    ehc_str_ends_nocase(f, " contact") || has_any(f, names)) {
		note_left(r, b, label, "a label: the plan has its own");
		r->ringing = f;
		if (ehc_str_starts_nocase(r->area, "g.p") || ehc_str_is_nocase(r->area, "gp") || ehc_str_is(f, "gp") || ehc_str_is(f, "g.p"))
			words = ehc_arena_printf(r->a, "GP: %.*s", EHC_ARG(words));
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, words, b);
	} else
		return false;
	return true;
}

bool
care_is_contact_label(const struct reader *r, struct ehc_str text)
{
	static const char *const names[] = { "name", "full name", "contact name", NULL };
	struct ehc_str f = label_fold(r->a, text);

	return ehc_str_words(f) <= 5 && !ehc_str_has_digit(f) && (is_any(f, names) || goes_on(r, f));
}

bool
care_first_page_contact(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	static const char *const whom[] = { "parent", "carer", "mother", "father", "guardian", "doctor", "gp", "nurse", "next of kin", "emergency contact", NULL };
	struct ehc_str f = label_fold(r->a, label);

	if (ehc_str_words(label) > 6 || !(goes_on(r, f) || (has_any(f, whom) && ehc_str_ends_nocase(f, " name"))))
		return false;
	return care_contact_pair(r, label, value, b);
}

bool
care_contact_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const names[] = { "name", "full name", "contact name", NULL };
	struct ehc_str label, value;

	if (!line_split(text, &label, &value) || value.len == 0 || ehc_str_words(label) > 3 ||
	    !(is_any(label_fold(r->a, label), names) || goes_on(r, label_fold(r->a, label))))
		return false;
	return care_contact_pair(r, label, value, b);
}

bool
care_said_after_contacts(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const agreed[] = { "agreed", "signed", "consent", NULL };
	static const char *const again[] = { "review", "looked at again", "updated", NULL };
	size_t at = line_last_date(text);
	bool by = starts_any(text, (const char *const[]){ "agreed by ", "signed by ", "written by ", "drawn up by ", "completed by ", NULL });

	if (care_has_number(text) || (!by && (ehc_str_words(text) < 6 || !ehc_str_ends_nocase(text, "."))))
		return false;
	if (by || has_any(text, agreed)) {
		r->text = NULL;
		care_text(r, EHC_L_SIGNED, text, b);
	} else if (has_any(text, again) && at != SIZE_MAX && part_find_field(r->head, EHC_L_REVIEW_DUE) == NULL) {
		struct ehc_str day = ehc_str_sub(text, at, text.len);

		day.len -= ehc_str_ends_nocase(day, ".") ? 1 : 0;
		note_left(r, b, ehc_str_sub(text, 0, at), "a label: the plan has its own");
		note_read(r, b, day, part_field(r, r->head, EHC_L_REVIEW_DUE, day, b));
		part_block(r, r->head, b);
	} else
		return false;
	return true;
}

/* ---- several in one line ---- */

/* The first mark from there on that may part two people, and its bytes; the end of the text where there is none. */
static size_t
next_mark(struct ehc_str text, size_t from, size_t *n)
{
	static const char *const marks[] = { "\n", "; ", ", ", " / ", " | ", " and ", " or " };

	for (size_t i = from; i < text.len; i++)
		for (size_t k = 0; k < EHC_COUNT(marks); k++)
			if (ehc_str_starts_nocase(ehc_str_sub(text, i, text.len), marks[k])) {
				*n = strlen(marks[k]);
				return i;
			}
	*n = 0;
	return text.len;
}

static bool
begins_with_one(struct ehc_str words, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_find_word(words, list[i]) == 0)
			return true;
	return false;
}

/* "Dad", "School nurse": who it is to the child. */
static bool
names_tie(struct ehc_str words)
{
	static const char *const ties[] = { "mum", "mother", "dad", "father", "parent", "gran", "nan", "grandma", "grandmother", "grandad", "grandfather", "aunt", "uncle", "stepmum",
		"stepdad", "step-mum", "step-dad", "sister", "brother", "carer", "guardian", "childminder", "neighbour", "gp", "dr", "doctor", "nurse", "school nurse", "consultant",
		"paediatrician", "dietitian", "social worker", "hospital", "ward" };

	return begins_with_one(words, ties, EHC_COUNT(ties));
}

/* "work 01632 960100": another number of the same person. */
static bool
names_number(struct ehc_str words)
{
	static const char *const kinds[] = { "work", "home", "mobile", "tel", "telephone", "phone", "landline", "day", "daytime", "evening", "evenings", "night", "out of hours", "ext", "office",
		"reception", "surgery", "fax" };

	return begins_with_one(words, kinds, EHC_COUNT(kinds));
}

/* "Max Example 07700 900102": two words at least that begin with capitals stand before the number. */
static bool
is_name_with_number(struct ehc_str words)
{
	size_t i = 0, capitals = 0;

	for (; i < words.len && !ehc_is_digit(words.ptr[i]); i++)
		capitals += ehc_is_capital(words.ptr[i]) && (i == 0 || words.ptr[i - 1] == ' ');
	return capitals >= 2 && care_has_number(ehc_str_sub(words, i, words.len));
}

/* Behind a number: whether another person begins there. */
static bool
begins_person(struct ehc_str text, size_t at, struct ehc_str mark)
{
	size_t n, end = next_mark(text, at, &n);
	struct ehc_str words = ehc_str_sub(text, at, end);
	bool comma = ehc_str_starts_nocase(mark, ","), numbered;

	if (words.len == 0 || names_number(words) || !care_has_number(ehc_str_sub(text, at, text.len)))
		return false;
	numbered = care_has_number(words) && ehc_is_letter(words.ptr[0]) && !ehc_str_is(mark, " or ");
	return names_tie(words) || is_name_with_number(words) || (!comma && (numbered || ehc_is_capital(words.ptr[0])));
}

void
care_contacts(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t from = 0, at = 0, n;

	while ((at = next_mark(text, at, &n)) < text.len) {
		if (care_has_number(ehc_str_sub(text, from, at)) && begins_person(text, at + n, ehc_str_sub(text, at, at + n))) {
			care_item(r, EHC_L_CONTACT, EHC_NOSTR, ehc_str_trim(ehc_str_sub(text, from, at)), b);
			from = at + n;
		}
		at += n;
	}
	care_item(r, EHC_L_CONTACT, EHC_NOSTR, ehc_str_trim(ehc_str_sub(text, from, text.len)), b);
}

/* ---- cells and rows ---- */

/* "Mum", "Tess Example", "07700 900801" in lines of one cell. */
static bool
is_contact_card(struct reader *r, const struct ehc_draft_cell *c)
{
	struct ehc_str text = cell_text(r->a, c), label, value, line;
	size_t lines = 0;

	if (!care_has_number(text) || ehc_str_words(text) > 30)
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

		if (ehc_str_ends_nocase(cell_text(r->a, c), ":") || (has_any(f, labels) && !ehc_str_has_digit(f) && ehc_str_words(f) <= 4))
			return false;
	}
	return true;
}

bool
care_contact_row(struct reader *r, const struct ehc_draft_row *row)
{
	if (is_contact(r, row)) {
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, row_words(r->a, row), row_block(row));
		return true;
	}
	if (r->seen == PART_RECORDS || !are_contact_cards(r, row))
		return false;
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		contact_card(r, c);
	return true;
}
