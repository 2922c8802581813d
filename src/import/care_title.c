/*
 * care_title.c - the title page of a child's health care plan: the illness, the school and the child that its title names.
 */
#include "import/care.h"

#include <string.h>

static bool
says_kind(struct ehc_str word)
{
	static const char *const kinds[] = { "plan", "action", "care", "healthcare", "health", "emergency", "management", "school", "protocol", "card", "medical", "individual", "my", "the", "for", "in", NULL };

	return is_any(word, kinds);
}

/* "Sickle cell care plan", "School asthma card": without the words for the kind of document, where the rest is an illness. */
static struct ehc_str
illness_of_plan(struct reader *r, struct ehc_str title)
{
	size_t at;

	for (;; title = ehc_str_trim(ehc_str_sub(title, 0, at))) {
		for (at = title.len; at > 0 && title.ptr[at - 1] != ' '; at--)
			;
		if (title.len == 0 || !says_kind(ehc_str_sub(title, at, title.len)))
			break;
	}
	for (;; title = ehc_str_trim(ehc_str_sub(title, at, title.len))) {
		for (at = 0; at < title.len && title.ptr[at] != ' '; at++)
			;
		if (title.len == 0 || !says_kind(ehc_str_sub(title, 0, at)))
			break;
	}
	return title.len > 0 && ehc_str_words(title) <= 4 && !line_is_capitals(title) &&
	    !has_any(label_fold(r->a, title), (const char *const[]){ "'s", "service", "team", "clinic", "hospital", NULL }) &&
	    care_is_medical(label_fold(r->a, title)) ? title : EHC_NOSTR;
}

/* "Individual Health Care Plan - Epilepsy", "ASTHMA CARE PLAN": the illness in the title. */
static void
take_illness(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	static const char *const words[] = { "Asthma", "Epilepsy", "Diabetes", "Anaphylaxis", "Allergy", "Gastrostomy", "Tracheostomy" };
	static const char *const marks[] = { " \xE2\x80\x93 ", " - ", ": ", " with " };
	struct ehc_str front, tail;

	if (r->illness.len > 0 || r->seen != PART_HEAD)
		return;
	for (size_t i = 0; i < EHC_COUNT(marks); i++) {
		size_t at = ehc_str_find_nocase(title, marks[i]);

		if (at == SIZE_MAX)
			continue;
		front = ehc_str_trim(ehc_str_sub(title, 0, at));
		tail = ehc_str_trim(ehc_str_sub(title, at + strlen(marks[i]), title.len));
		/* "Type 1 diabetes: care plan" */
		if (has_any(front, (const char *const[]){ "service", "team", "clinic", "hospital", NULL }))
			continue;
		if (front.len > 0 && ehc_str_words(front) <= 4 && care_is_medical(label_fold(r->a, front)) &&
		    !ehc_str_has(front, "plan") && ehc_str_has(tail, "plan"))
			r->illness = front;
		if (tail.len > 0 && ehc_str_words(tail) <= 4 && care_is_medical(label_fold(r->a, tail)) &&
		    ehc_str_find_nocase(tail, "plan") == SIZE_MAX)
			r->illness = tail;
	}
	if (r->illness.len == 0)
		r->illness = illness_of_plan(r, title);
	for (size_t i = 0; i < EHC_COUNT(words) && r->illness.len == 0; i++)
		if (ehc_str_find_nocase(title, words[i]) != SIZE_MAX)
			r->illness = ehc_str_of(words[i]);
	r->illness_block = b;
}

struct part *
care_named_condition(struct reader *r)
{
	struct part *condition = NULL;

	if (r->illness.len == 0 || care_find(r, EHC_STR("M1")) != NULL)
		return NULL;
	/* The capitals of a title are no part of the name. */
	if (line_is_capitals(r->illness) && ehc_str_words(r->illness) > 1) {
		char *small = (char *)(uintptr_t)ehc_arena_cstr(r->a, r->illness);

		for (size_t i = 1; i < r->illness.len; i++)
			small[i] = ehc_lower(small[i]);
		r->illness.ptr = small;
	}
	condition = care_item(r, EHC_L_CONDITION, EHC_NOSTR, r->illness, r->illness_block);
	note_look(r, r->illness_block, r->illness, condition, "The condition was read out of the title of the plan.");
	r->item = NULL;
	return condition;
}

/* The child's name by itself, below the title of the plan. */
bool
care_is_name(const struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const not[] = { "school", "academy", "college", "nursery", "plan", "council", "trust", "nhs", "federation", "primary", "junior", "infant", "centre", "hospital", "clinic", "service",
		"form", "card", "protocol", "care", "health", "medic", "consent", "surgery", NULL };
	size_t words = ehc_str_words(text);

	if (r->child->text.len > 0)
		return ehc_str_eq_nocase(r->child->text, text);
	if (words < 2 || words > 4 || !b->strong || has_any(text, not) || ehc_str_has_digit(text) || line_is_capitals(text))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if ((i == 0 || text.ptr[i - 1] == ' ') && text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
			return false;
	return r->seen == PART_EMERGENCY || r->seen == PART_HEAD;
}

void
care_take_name(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (r->child->text.len > 0) {
		note_left(r, b, text, "the child's name, again");
		return;
	}
	r->child->text = text;
	part_block(r, r->child, b);
	note_look(r, b, text, r->child, "Taken as the child's name, because it stands by itself below a title.");
}

/* "Individual Health Care Plan for Ada Example". */
static bool
take_name_in_title(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(title, "plan for ");
	struct ehc_str name = at == SIZE_MAX ? EHC_NOSTR : ehc_str_trim(ehc_str_sub(title, at + strlen("plan for "), title.len));
	bool capital = true;

	if (r->child->text.len > 0 || r->seen != PART_HEAD || ehc_str_words(name) < 2 || ehc_str_words(name) > 4 ||
	    care_is_medical(label_fold(r->a, name)) || line_is_capitals(name) ||
	    ehc_str_find_nocase(name, "school") != SIZE_MAX || ehc_str_find_nocase(name, "child") != SIZE_MAX ||
	    ehc_str_find_nocase(name, "pupil") != SIZE_MAX)
		return false;
	for (size_t i = 0; i < name.len; i++)
		capital = capital && !((i == 0 || name.ptr[i - 1] == ' ') && !ehc_is_capital(name.ptr[i]));
	if (!capital)
		return false;
	note_left(r, b, ehc_str_sub(title, 0, title.len - name.len), "a heading of the title page");
	care_take_name(r, name, b);
	return true;
}

/* "Example Nursery - Individual care plan": the school stands before the kind of document. */
static void
take_school_in_title(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	static const char *const marks[] = { " \xE2\x80\x93 ", " - ", ": ", " | " };

	for (size_t i = 0; i < EHC_COUNT(marks) && r->seen == PART_HEAD; i++) {
		size_t at = ehc_str_find_nocase(title, marks[i]);
		struct ehc_str front = ehc_str_trim(ehc_str_sub(title, 0, at == SIZE_MAX ? 0 : at));

		if (front.len > 0 && detail_is_owner(r, front)) {
			detail_title(r, front, b);
			return;
		}
	}
}

bool
care_title(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	take_illness(r, title, b);
	take_school_in_title(r, title, b);
	return take_name_in_title(r, title, b);
}
