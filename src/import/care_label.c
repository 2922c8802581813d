/*
 * care_label.c - lines of a health care plan that have a label of their own: details of the plan and the child, conditions, signatures.
 */
#include "import/care.h"

#include <string.h>

bool
care_details(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char dot[] = " \xC2\xB7 ";
	struct ehc_str label, value, line;

	if (ehc_str_find_nocase(text, dot) == SIZE_MAX)
		return false;
	/* The child's name may stand before them. */
	value = ehc_str_sub(text, ehc_str_find_nocase(text, dot) + sizeof(dot) - 1, text.len);
	if (memchr(text.ptr, ':', text.len - value.len) == NULL && line_split(value, &label, &line) && label_detail(r, label) != EHC_L_NONE && line_words(text) > 3) {
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

static bool
is_condition_label(struct ehc_str f)
{
	static const char *const words[] = { "medical diagnosis or condition", "medical diagnosis", "medical condition", "medical conditions", "medical condition(s)", "condition", "conditions",
		"condition(s)", "diagnosis", "illness", "allergic to", "illness or condition", "condition or illness", "medical condition or illness", "illness or medical condition", "reason for medication", "reason for medicine", NULL };

	f = care_uncounted(f);
	return is_any(f, words);
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
		part_field(r, r->child, EHC_L_WEIGHT, at == SIZE_MAX ? value : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(value), EHC_ARG(ehc_str_sub(label, at, label.len))), b);
		note_left(r, b, label, "a label: the plan has its own");
		note_read(r, b, value, r->child);
		return true;
	}
	if (written_by(r, label, value, b))
		return true;
	if (label_detail(r, label) == EHC_L_REVIEW_DUE && ehc_str_has_digit(value) && line_words(value) <= 6 && part_find_field(r->head, EHC_L_REVIEW_DUE) == NULL)
		return detail_add(r, label, value, b);
	if (line_words(label) <= 4 && value.len > 0 && (ehc_str_starts_nocase(label, "signed") || ehc_str_starts_nocase(label, "signature") || ehc_str_ends_nocase(label, " signature") || ehc_str_ends_nocase(label, " signed")) && r->seen != PART_SIGNED) {
		note_left(r, b, label, "a label: the plan has its own");
		r->text = NULL;
		care_text(r, EHC_L_SIGNED, value, b);
		return true;
	}
	if ((r->seen == PART_HEAD || r->seen == PART_CONDITIONS || r->seen == PART_CONDITION) && value.len > 0 && is_condition_label(label_fold(r->a, label))) {
		note_left(r, b, label, "a label: the plan has its own");
		while (ehc_str_split(&value, '\n', &line))
			if (ehc_str_trim(line).len > 0)
				care_item(r, EHC_L_CONDITION, EHC_NOSTR, ehc_str_trim(line), b);
		return true;
	}
	if (has_any(label_fold(r->a, label), (const char *const[]){ " wants", "wishes", NULL }) && line_words(label) <= 5 && value.len > 0) {
		note_left(r, b, label, "a label: the plan has its own");
		care_text(r, EHC_L_CHILD_WISHES, value, b);
		return true;
	}
	if (r->seen == PART_HEAD && value.len > 0 && label_detail(r, label) == EHC_L_NONE && care_first_page_contact(r, label, value, b))
		return true;
	if (r->seen != PART_HEAD && (r->seen != PART_UNKNOWN || r->item != NULL))
		return false;
	if (label_detail(r, label) == EHC_L_NONE && r->seen == PART_HEAD && care_has_number(value)) {
		care_item(r, EHC_L_CONTACT, EHC_NOSTR, text, b);
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
		if (value.len > 0 && line_words(label) <= 5 && memchr(label.ptr, ':', label.len) == NULL && label_detail(r, label) != EHC_L_NONE &&
		    label_detail(r, label) != EHC_L_HEALTH_PLAN && detail_add(r, label, value, b))
			return true;
	}
	return false;
}
