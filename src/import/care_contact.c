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

	if (r->item == NULL || r->item->label != EHC_L_CONTACT || !has_any(f, more) || ehc_str_ends_nocase(f, "name") || ehc_str_starts_nocase(f, "name"))
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

	if (ehc_str_words(label) > 6 || !(goes_on(r, f) || (has_any(f, whom) && ehc_str_ends_nocase(f, " name"))))
		return false;
	return care_contact_pair(r, label, value, b);
}

bool
care_contact_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const names[] = { "name", "full name", "contact name", NULL };
	struct ehc_str label, value;

	if (!line_split(text, &label, &value) || value.len == 0 || ehc_str_words(label) > 3 || !(is_any(label_fold(r->a, label), names) || goes_on(r, label_fold(r->a, label))))
		return false;
	return care_contact_pair(r, label, value, b);
}

bool
care_said_after_contacts(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const agreed[] = { "agreed", "signed", "consent", NULL };
	static const char *const again[] = { "review", "looked at again", "updated", NULL };
	size_t at = line_last_date(text);
	bool by = ehc_str_starts_nocase(text, "agreed by ") || ehc_str_starts_nocase(text, "signed by ");

	if (care_has_number(text) || (!by && (ehc_str_words(text) < 6 || !ehc_str_ends_nocase(text, "."))))
		return false;
	if (has_any(text, agreed)) {
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
