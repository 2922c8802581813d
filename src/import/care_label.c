/*
 * care_label.c - lines of a health care plan that have a label of their own: details of the plan and the child, conditions, signatures.
 */
#include "import/care.h"

#include <string.h>

/* Where the next label of a detail begins: "Name: Max Example  Form: 8R", of which the blanks between were lost. SIZE_MAX where none does. */
static size_t
next_detail(struct reader *r, struct ehc_str text)
{
	for (size_t i = 1; i < text.len; i++) {
		struct ehc_str label, value, rest = ehc_str_sub(text, i, text.len);

		if (text.ptr[i - 1] == ' ' && text.ptr[i] >= 'A' && text.ptr[i] <= 'Z' && line_split(rest, &label, &value) &&
		    ehc_str_words(label) <= 3 && label_detail(r, label) != EHC_L_NONE)
			return i;
	}
	return SIZE_MAX;
}

static bool
side_by_side(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;
	size_t next;

	if (r->seen != PART_HEAD || !line_split(text, &label, &value) || label_detail(r, label) == EHC_L_NONE ||
	    (next = next_detail(r, value)) == SIZE_MAX || next == 0)
		return false;
	if (!detail_add(r, label, ehc_str_trim(ehc_str_sub(value, 0, next)), b))
		return false;
	text = ehc_str_sub(value, next, value.len);
	if (!side_by_side(r, text, b) && line_split(text, &label, &value))
		detail_add(r, label, value, b);
	return true;
}

bool
care_details(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char dot[] = " \xC2\xB7 ";
	struct ehc_str label, value, line;

	if (ehc_str_find_nocase(text, dot) == SIZE_MAX)
		return side_by_side(r, text, b);
	/* The child's name may stand before them. */
	value = ehc_str_sub(text, ehc_str_find_nocase(text, dot) + sizeof(dot) - 1, text.len);
	if (memchr(text.ptr, ':', text.len - value.len) == NULL && line_split(value, &label, &line) &&
	    label_detail(r, label) != EHC_L_NONE && ehc_str_words(text) > 3) {
		struct ehc_str name = ehc_str_trim(ehc_str_sub(text, 0, text.len - value.len - (sizeof(dot) - 1)));

		care_take_name(r, name, b);
		text = value;
	}
	if (!line_split(text, &label, &value) || label_detail(r, label) == EHC_L_NONE)
		return false;
	while (text.len > 0) {
		size_t at = ehc_str_find_nocase(text, dot);
		struct ehc_str one = ehc_str_trim(ehc_str_sub(text, 0, at == SIZE_MAX ? text.len : at));

		if (!line_split(one, &label, &value) || !detail_add(r, label, value, b))
			note_left(r, b, one, "printed beside the details of the plan");
		text = at == SIZE_MAX ? EHC_NOSTR : ehc_str_sub(text, at + sizeof(dot) - 1, text.len);
	}
	return true;
}

struct ehc_str
care_uncounted(struct ehc_str f)
{
	while (f.len > 0 && (ehc_is_digit(f.ptr[f.len - 1]) || f.ptr[f.len - 1] == ' '))
		f.len--;
	return f;
}

bool
care_names_condition(struct ehc_str f)
{
	static const char *const words[] = { "medical diagnosis or condition", "medical diagnosis", "medical condition", "medical conditions", "medical condition(s)", "medical condition/s", "condition/s", "condition", "conditions",
		"condition(s)", "diagnosis", "illness", "allergic to", "illness or condition", "condition or illness", "medical condition or illness", "illness or medical condition", "reason for medication", "reason for medicine", NULL };

	f = care_uncounted(f);
	return ehc_str_ends_nocase(f, " allergic to") || is_any(ehc_str_starts_nocase(f, "my ") ? ehc_str_sub(f, 3, f.len) : f, words);
}

static bool
written_by(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(value, " by "), with = ehc_str_find_nocase(value, ", with ");

	if (label_detail(r, label) != EHC_L_WRITTEN || at == SIZE_MAX)
		return false;
	part_field(r, r->head, EHC_L_WRITTEN, ehc_str_sub(value, 0, at), b);
	part_field(r, r->head, EHC_L_WRITTEN_BY, ehc_str_sub(value, at + 4, with != SIZE_MAX && with > at ? with : value.len), b);
	if (with != SIZE_MAX && with > at)
		part_field(r, r->head, EHC_L_TOOK_PART, ehc_str_sub(value, with + 7, value.len), b);
	note_left(r, b, label, "a label: the plan has its own");
	note_left(r, b, EHC_STR("by, with"), "words between two values");
	note_read(r, b, value, r->head);
	return true;
}

bool
care_has_number(struct ehc_str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++) {
		digits = ehc_is_digit(s.ptr[i]) ? digits + 1 : s.ptr[i] == ' ' ? digits : 0;
		if (digits >= 10)
			return true;
	}
	return false;
}

/* A detail of the child that no other line can be, and that is not known yet. */
static bool
is_lacking(struct reader *r, enum ehc_label label, struct ehc_str value)
{
	if (label == EHC_L_BORN || label == EHC_L_NHS_NUMBER)
		return part_find_field(r->child, label) == NULL;
	return label == EHC_L_SCHOOL && part_find_field(r->head, label) == NULL && !care_has_number(value);
}

bool
care_labelled(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value, line;
	size_t at;

	if (care_details(r, text, b))
		return true;
	if (!line_split(text, &label, &value))
		return false;
	if (ehc_str_starts_nocase(label, "weight") && value.len > 0 && part_find_field(r->child, EHC_L_WEIGHT) == NULL) {
		at = line_last_date(label);
		part_field(r, r->child, EHC_L_WEIGHT,
		    at == SIZE_MAX ? value : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(value), EHC_ARG(ehc_str_sub(label, at, label.len))), b);
		note_left(r, b, label, "a label: the plan has its own");
		note_read(r, b, value, r->child);
		return true;
	}
	if (written_by(r, label, value, b))
		return true;
	if (ehc_str_is_nocase(label, "cc") && detail_add(r, label, value, b))
		return true;
	if (label_detail(r, label) == EHC_L_REVIEW_DUE && ehc_str_has_digit(value) && ehc_str_words(value) <= 6 &&
	    part_find_field(r->head, EHC_L_REVIEW_DUE) == NULL)
		return detail_add(r, label, value, b);
	if (ehc_str_words(label) <= 4 && value.len > 0 &&
	    (ehc_str_starts_nocase(label, "signed") || ehc_str_starts_nocase(label, "signature") ||
	    ehc_str_ends_nocase(label, " signature") || ehc_str_ends_nocase(label, " signed")) && r->seen != PART_SIGNED) {
		note_left(r, b, label, "a label: the plan has its own");
		r->text = NULL;
		care_text(r, EHC_L_SIGNED, value, b);
		return true;
	}
	if ((r->seen == PART_HEAD || r->seen == PART_CONDITIONS || r->seen == PART_CONDITION || r->seen == PART_CONTACTS) &&
	    value.len > 0 && care_names_condition(label_fold(r->a, label))) {
		note_left(r, b, label, "a label: the plan has its own");
		while (ehc_str_split(&value, '\n', &line))
			if (ehc_str_trim(line).len > 0)
				care_item(r, EHC_L_CONDITION, EHC_NOSTR, ehc_str_trim(line), b);
		return true;
	}
	if (has_any(label_fold(r->a, label), (const char *const[]){ " wants", "wishes", NULL }) && ehc_str_words(label) <= 5 && value.len > 0) {
		note_left(r, b, label, "a label: the plan has its own");
		care_text(r, EHC_L_CHILD_WISHES, value, b);
		return true;
	}
	if (r->seen == PART_HEAD && value.len > 0 && label_detail(r, label) == EHC_L_NONE && care_first_page_contact(r, label, value, b))
		return true;
	/* Two columns of a page may have come out by turns. */
	if (r->seen == PART_CONTACTS && value.len > 0 && is_lacking(r, label_detail(r, label), value))
		return detail_add(r, label, value, b);
	if (r->seen != PART_HEAD && (r->seen != PART_UNKNOWN || r->item != NULL))
		return false;
	if (label_detail(r, label) == EHC_L_NONE && r->seen == PART_HEAD && care_has_number(value)) {
		care_contacts(r, text, b);
		r->item = NULL;
		return true;
	}
	return detail_add(r, label, value, b);
}

bool
care_dashed(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const dashes[] = { " \xE2\x80\x93 ", " - ", " \xE2\x80\x94 " };

	for (size_t i = 0; i < EHC_COUNT(dashes) && r->seen == PART_HEAD; i++) {
		size_t at = ehc_str_find_nocase(text, dashes[i]);
		struct ehc_str label, value;

		if (at == SIZE_MAX || at == 0)
			continue;
		label = (struct ehc_str){ text.ptr, at };
		value = ehc_str_trim(ehc_str_sub(text, at + strlen(dashes[i]), text.len));
		if (value.len > 0 && ehc_str_words(label) <= 5 && memchr(label.ptr, ':', label.len) == NULL && label_detail(r, label) != EHC_L_NONE &&
		    label_detail(r, label) != EHC_L_HEALTH_PLAN && detail_add(r, label, value, b))
			return true;
	}
	return false;
}

/* ---- who agreed ---- */

/* "I give permission for staff to ...": a parent agrees, wherever on the form it stands. */
static bool
is_consent(const struct reader *r, struct ehc_str text)
{
	static const char *const words[] = { "i consent", "i give permission", "i give consent", "i give my ", "i give the school ", "i hereby", "i authorise", "i agree ", "i confirm that", "i understand that", "i have read", "i am happy for", "we consent", "we give permission", "we give consent", "we give our ", "we agree ", "we have read", "i/we ", NULL };

	return ehc_str_words(text) >= 5 && r->seen != PART_WISHES && r->seen != PART_EMERGENCY && r->seen != PART_SIGNED &&
	    (starts_any(text, words) || (ehc_str_starts_nocase(text, "parental consent: ") ||
	    has_any(text, (const char *const[]){ " i give permission", " i give consent", " i give my ", " i consent to", NULL })));
}

static void
consent(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *open = r->item;

	r->text = NULL;
	care_text(r, EHC_L_SIGNED, text, b);
	r->item = open;
}

bool
care_dates_signature(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	if (r->last != NULL && r->last->label == EHC_L_SIGNED && r->seen == PART_SIGNED && line_last_date(text) == 0 &&
	    line_last_date(r->last->text) == SIZE_MAX) {
		r->last->text = ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(r->last->text), EHC_ARG(text));
		part_block(r, r->last, b);
		note_read(r, b, text, r->last);
		return true;
	}
	if (r->last == NULL || r->last->label != EHC_L_SIGNED || !line_split(text, &label, &value) ||
	    !(ehc_str_is_nocase(label, "date") || ehc_str_is_nocase(label, "dated")) || !ehc_str_has_digit(value) || ehc_str_words(value) > 4)
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	r->last->text = ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(r->last->text), EHC_ARG(value));
	part_block(r, r->last, b);
	note_read(r, b, value, r->last);
	return true;
}

bool
care_signed(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (care_dates_signature(r, text, b))
		return true;
	if (!is_consent(r, text))
		return false;
	consent(r, text, b);
	return true;
}
