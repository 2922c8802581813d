/*
 * advice_head.c - who wrote a professional's report, in what role and when, and about whom.
 */
#include "import/advice.h"

#include "ehc/advice.h"

static enum ehc_label
about_author(struct ehc_str folded)
{
	static const struct { const char *words; enum ehc_label label; } known[] = {
		{ "author", EHC_L_AUTHOR }, { "report author", EHC_L_AUTHOR }, { "author of report", EHC_L_AUTHOR }, { "name of author", EHC_L_AUTHOR }, { "report by", EHC_L_AUTHOR },
		{ "written by", EHC_L_AUTHOR }, { "report written by", EHC_L_AUTHOR }, { "prepared by", EHC_L_AUTHOR }, { "report prepared by", EHC_L_AUTHOR },
		{ "completed by", EHC_L_AUTHOR }, { "report completed by", EHC_L_AUTHOR }, { "professional", EHC_L_AUTHOR }, { "name of professional", EHC_L_AUTHOR },
		{ "advice from", EHC_L_AUTHOR }, { "advice by", EHC_L_AUTHOR }, { "therapist", EHC_L_AUTHOR }, { "psychologist", EHC_L_AUTHOR },
		{ "role", EHC_L_ROLE }, { "job title", EHC_L_ROLE }, { "profession", EHC_L_ROLE }, { "designation", EHC_L_ROLE }, { "position", EHC_L_ROLE }, { "post", EHC_L_ROLE },
		{ "role of author", EHC_L_ROLE }, { "professional role", EHC_L_ROLE }, { "qualification", EHC_L_ROLE }, { "qualifications", EHC_L_ROLE }, { "registration", EHC_L_ROLE },
		{ "date", EHC_L_DATED }, { "dated", EHC_L_DATED }, { "date of report", EHC_L_DATED }, { "report date", EHC_L_DATED }, { "date of advice", EHC_L_DATED },
		{ "date written", EHC_L_DATED }, { "date completed", EHC_L_DATED }, { "date report written", EHC_L_DATED },
	};

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_is(folded, known[i].words))
			return known[i].label;
	return EHC_L_NONE;
}

/* "Jo Example, educational psychologist": the name before the comma, the profession behind it. */
static void
author(struct reader *r, struct ehc_str value, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(value, ", ");
	struct ehc_str name = ehc_str_sub(value, 0, at == SIZE_MAX ? value.len : at),
	    role = at == SIZE_MAX ? EHC_NOSTR : ehc_str_sub(value, at + 2, value.len);

	if (role.len == 0 || ehc_services_in(name) != 0 || ehc_services_in(role) == 0) {
		note_read(r, b, value, part_field(r, r->head, EHC_L_AUTHOR, value, b));
		return;
	}
	note_read(r, b, name, part_field(r, r->head, EHC_L_AUTHOR, name, b));
	note_look(r, b, role, part_field(r, r->head, EHC_L_ROLE, role, b), "Name and role were taken apart at the comma.");
}

/* The day that the value begins with; the words behind it, such as the child's age, are kept apart. */
static bool
day_field(struct reader *r, struct part *to, enum ehc_label field, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	bool month_only = false;
	ehc_day day;
	size_t n = ehc_day_read(value, &day, &month_only, NULL);
	struct ehc_str rest = ehc_str_trim(ehc_str_sub(value, n, value.len));

	if (n == 0 || month_only || part_find_field(to, field) != NULL)
		return false;
	note_left(r, b, label, "a label: the report has its own");
	note_read(r, b, ehc_str_sub(value, 0, n), part_field(r, to, field, ehc_str_sub(value, 0, n), b));
	if (rest.len > 0)
		unplaced(r, b, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(rest)));
	return true;
}

bool
advice_detail(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	enum ehc_label known = about_author(label_fold(r->a, label));

	if (value.len == 0)
		return false;
	if (known == EHC_L_DATED)
		return day_field(r, r->head, known, label, value, b);
	if (known == EHC_L_NONE && label_detail(r, label) == EHC_L_BORN)
		return day_field(r, r->child, EHC_L_BORN, label, value, b);
	if (known == EHC_L_NONE)
		return label_detail(r, label) != EHC_L_DATED && detail_add(r, label, value, b);
	note_left(r, b, label, "a label: the report has its own");
	if (known == EHC_L_AUTHOR)
		author(r, value, b);
	else
		note_read(r, b, value, part_field(r, r->head, known, value, b));
	return true;
}
