/*
 * title.c - lines of the title page that say without a label what the status of the plan is and whose plan it is.
 */
#include "import/recognise.h"

#include <string.h>

/* ---- the status ---- */

static void
set_status(struct reader *r, struct ehc_str status, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (part_find_field(r->head, EHC_L_STATUS) == NULL)
		note_look(r, b, text, part_field(r, r->head, EHC_L_STATUS, status, b), "The status was read out of a heading.");
}

/* "Final Education, Health and Care Plan": the status in the title of the plan. */
static void
status_in_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str f = label_fold(r->a, text), status;
	size_t at = ehc_str_find_nocase(f, " ehc");

	if (at == SIZE_MAX)
		at = ehc_str_find_nocase(f, " education");
	if (at == SIZE_MAX || ehc_str_find_nocase(f, "plan") == SIZE_MAX)
		return;
	/* "EXAMPLE COUNCIL EDUCATION, HEALTH AND CARE PLAN (DRAFT)" */
	if (detail_is_owner(r, ehc_str_trim(ehc_str_sub(text, 0, at))))
		detail_title(r, ehc_str_trim(ehc_str_sub(text, 0, at)), b);
	if (ehc_str_ends_nocase(f, ")")) {
		size_t open = f.len - 1;

		while (open > 0 && f.ptr[open] != '(')
			open--;
		status = ehc_str_sub(f, open + 1, f.len - 1);
		if (ehc_str_words(status) <= 3 && ehc_status_of_words(status) != EHC_STATUS_NONE)
			set_status(r, status, text, b);
	}
	status = ehc_str_trim(ehc_str_sub(f, 0, at));
	if (ehc_status_of_words(status) != EHC_STATUS_NONE && ehc_str_words(status) <= 3)
		set_status(r, status, text, b);
}

/* What parts a status from the date behind it. */
static struct ehc_str
behind_parting(struct ehc_str s)
{
	static const char *const words[] = { "plan", "dated", "issued", "date", "on", "of", "-", ":", "(", "\xE2\x80\x93", "\xE2\x80\x94" };

	for (bool more = true; more;) {
		more = false;
		s = ehc_str_trim(s);
		for (size_t i = 0; i < EHC_COUNT(words); i++)
			if (ehc_str_starts_nocase(s, words[i])) {
				s = ehc_str_trim(ehc_str_sub(s, strlen(words[i]), s.len));
				more = true;
			}
	}
	return s;
}

/* "FINAL PLAN dated 4 September 2026", "Draft". */
static bool
status_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t at = line_last_date(text);
	struct ehc_str status = ehc_str_sub(text, 0, at == SIZE_MAX ? text.len : at), rest;
	size_t plan = ehc_str_find_word(status, "plan");

	rest = behind_parting(ehc_str_sub(status, plan == SIZE_MAX ? status.len : plan, status.len));
	status = label_fold(r->a, plan == SIZE_MAX ? status : ehc_str_sub(status, 0, plan));
	/* "Version 3 - Amended final plan" */
	if (ehc_str_starts_nocase(status, "version ")) {
		status = ehc_str_sub(status, strlen("version "), status.len);
		while (status.len > 0 && (ehc_is_digit(status.ptr[0]) || strchr(" .:,-", status.ptr[0]) != NULL))
			status = ehc_str_sub(status, 1, status.len);
	}
	/* "Draft of 3 April 2026" */
	if (at != SIZE_MAX && (ehc_str_ends_nocase(status, " of") || ehc_str_ends_nocase(status, " on")))
		status.len -= 3;
	if (rest.len > 0 || ehc_str_words(status) > 3 || ehc_status_of_words(status) == EHC_STATUS_NONE)
		return false;
	plan_flush_title(r);
	set_status(r, status, text, b);
	if (at != SIZE_MAX && part_find_field(r->head, EHC_L_DATED) == NULL)
		part_field(r, r->head, EHC_L_DATED, behind_parting(ehc_str_sub(text, at, text.len)), b);
	note_left(r, b, text, "the status as a heading");
	return true;
}

/* ---- the name ---- */

/* Two to four words, each with a capital letter: a person's first and last name. */
static bool
is_full_name(struct ehc_str s)
{
	static const char *const others[] = { "council", "borough", "school", "academy", "college", "county", "service", "services", "team", "plan", "education", "the", "section", "review" };
	size_t words = ehc_str_words(s);
	struct ehc_str word;

	if (words < 2 || words > 4 || ehc_str_has_digit(s) || line_is_blank_to_fill(s))
		return false;
	for (size_t i = 0; i < EHC_COUNT(others); i++)
		if (ehc_str_find_word(s, others[i]) != SIZE_MAX)
			return false;
	while (ehc_str_split(&s, ' ', &word))
		if (word.len == 0 || !(ehc_is_capital(word.ptr[0]) || (word.ptr[0] & 0x80) != 0) || strchr(".:;,", word.ptr[word.len - 1]) != NULL)
			return false;
	return true;
}

static bool
names_plan(struct ehc_str s)
{
	return (ehc_str_has(s, "education") && ehc_str_has(s, "care plan")) || ehc_str_has(s, "ehc plan") || ehc_str_has(s, "ehcp");
}

/* "Education, Health and Care Plan for Ada Example", "for Ada Example" below it, "Ada Example's EHC Plan". */
static struct ehc_str
name_in(const struct reader *r, struct ehc_str text)
{
	static const char *const leads[] = { "plan for ", "ehcp for ", "plan: ", "plan of ", "plan \xE2\x80\x93 ", "plan - " };
	static const char *const owned[] = { "'s ", "\xE2\x80\x99s " };
	size_t at;

	if (ehc_str_starts_nocase(text, "for ") && names_plan(r->title))
		return ehc_str_sub(text, 4, text.len);
	if (!names_plan(text))
		return EHC_NOSTR;
	for (size_t i = 0; i < EHC_COUNT(leads); i++)
		if ((at = ehc_str_find_nocase(text, leads[i])) != SIZE_MAX)
			return ehc_str_sub(text, at + strlen(leads[i]), text.len);
	for (size_t i = 0; i < EHC_COUNT(owned); i++)
		if ((at = ehc_str_find_nocase(text, owned[i])) != SIZE_MAX)
			return ehc_str_sub(text, 0, at);
	return EHC_NOSTR;
}

bool
title_names(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str name = ehc_str_trim(name_in(r, text));

	if (r->seen != 0 || r->child->text.len > 0 || !is_full_name(name))
		return false;
	plan_flush_title(r);
	r->child->text = name;
	r->named_by_title = true;
	part_block(r, r->child, b);
	note_look(r, b, text, r->child, "The child's name was read out of the title.");
	note_left(r, b, text, "a heading of the title page");
	return true;
}

/* "Plan for: Ada Example" */
static struct ehc_str
behind_lead(struct ehc_str s)
{
	static const char *const leads[] = { "this plan is about ", "this plan is for ", "this is the plan of ", "for ", "re: ", "plan for: ", "plan for ", "name: ", "child: ", "pupil: " };

	for (size_t i = 0; i < EHC_COUNT(leads); i++)
		if (ehc_str_starts_nocase(s, leads[i]))
			return ehc_str_sub(s, strlen(leads[i]), s.len);
	return s;
}

/* "Year 4, Elm Example School" behind the date of birth. */
static void
born_beside(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	while (text.len > 0) {
		size_t comma = ehc_str_find_nocase(text, ", ");
		struct ehc_str one = ehc_str_sub(text, 0, comma == SIZE_MAX ? text.len : comma);

		text = comma == SIZE_MAX ? EHC_NOSTR : ehc_str_sub(text, comma + 2, text.len);
		one.len -= ehc_str_ends_nocase(one, ".") ? 1 : 0;
		if (one.len == 0)
			continue;
		if (r->kind == EHC_DOC_HEALTH_PLAN && (ehc_str_starts_nocase(one, "year ") || ehc_str_starts_nocase(one, "class ")))
			note_read(r, b, one, part_field(r, r->child, EHC_L_CLASS, one, b));
		else if (detail_is_owner(r, one))
			detail_title(r, one, b);
		else
			unplaced(r, b, one);
	}
}

bool
title_born(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const births[] = { ", born ", " (born ", ", DOB ", ", DOB: ", " (DOB ", " (DOB: ", ", date of birth ", ", date of birth: ", " DOB: ", " born " };
	size_t at = SIZE_MAX, n = 0, date, comma;
	struct ehc_str name, born, more = EHC_NOSTR;

	for (size_t i = 0; i < EHC_COUNT(births) && at == SIZE_MAX; i++) {
		at = ehc_str_find_nocase(text, births[i]);
		n = strlen(births[i]);
	}
	if (at == SIZE_MAX || r->child->text.len > 0)
		return false;
	name = behind_lead(ehc_str_sub(text, 0, at));
	/* "born 3 May 2017, Year 4, Elm Example School" */
	comma = ehc_str_find_nocase(ehc_str_sub(text, at + n, text.len), ", ");
	if (comma != SIZE_MAX) {
		more = ehc_str_sub(text, at + n + comma + 2, text.len);
		text = ehc_str_sub(text, 0, at + n + comma);
	}
	date = line_last_date(text);
	if (date != at + n)
		return false;
	born = behind_parting(ehc_str_sub(text, date, text.len));
	while (born.len > 0 && strchr(".) ", born.ptr[born.len - 1]) != NULL)
		born.len--;
	if (!is_full_name(name))
		return false;
	plan_flush_title(r);
	r->child->text = name;
	part_block(r, r->child, b);
	note_look(r, b, name, r->child, "The child's name was read out of the title.");
	note_read(r, b, born, part_field(r, r->child, EHC_L_BORN, born, b));
	note_left(r, b, text, "a line of the title page");
	if (more.len > 0)
		born_beside(r, more, b);
	return true;
}

/* "Date of birth", and the date in the next line: a table whose cells came out as lines. */
bool
title_answers(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = r->title_block == NULL ? NULL : r->title_block->next;
	struct ehc_str label = r->title;

	while (next != NULL && next != b && next->table == NULL && next->text.len == 0)
		next = next->next;
	if (next == NULL || next != b || r->seen != 0 || label.len == 0 || b->kind != EHC_DRAFT_PARAGRAPH || ehc_str_words(text) > 14 || label_detail(r, label) == EHC_L_NONE || label_detail(r, label) == EHC_L_EHC_PLAN || label_detail(r, text) != EHC_L_NONE ||
	    ehc_str_has(text, ": "))
		return false;
	r->title = EHC_NOSTR;
	return detail_add(r, label, text, b);
}

bool
title_closes(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	return (r->open & ~BIT(EHC_K)) == 0 && part_find_field(r->head, EHC_L_STATUS) == NULL && ehc_str_words(text) <= 12 && line_last_date(text) != SIZE_MAX && status_line(r, text, b);
}

bool
title_read(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (part_find_field(r->head, EHC_L_STATUS) == NULL)
		status_in_title(r, text, b);
	return status_line(r, text, b) || title_names(r, text, b);
}
