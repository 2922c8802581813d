/*
 * section.c - which section, and which area of need in it, is open; and sections that say that they hold nothing.
 */
#include "import/recognise.h"

#include <string.h>

struct part *
section_part(const struct reader *r)
{
	return r->section != NULL && is_single(r->open) && (r->open & BIT(r->section->section)) != 0 ? r->section : NULL;
}

static void
open_sections(struct reader *r, const struct section_label *label, struct ehc_str words, const struct ehc_draft_block *b)
{
	struct part *p;

	plan_flush_title(r);
	r->open = label->sections;
	r->seen |= label->sections;
	r->mode = is_single(label->sections) ? section_meaning(first_section(label->sections)) : (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	r->mode_is_said = false;
	r->row = r->item = r->text = r->titled = r->nothing = r->steps_of = NULL;
	r->area = r->area_id = r->area_outcomes = EHC_NOSTR;
	lead_end(r);
	r->ncolumns = 0;
	r->several_outcomes = false;
	r->subhead = EHC_NOSTR;
	under_end(r);
	if (!is_single(label->sections)) {
		r->before_open = r->last;
		note_left(r, b, words, "a heading of several sections: each item says by its number where it belongs");
		return;
	}
	r->section = p = part_add(r, EHC_L_SECTION, b);
	p->section = first_section(label->sections);
	p->words = ehc_str_of(ehc_section_name(p->section));
	p->text = draft_fold(r->a, label->title);
	r->titled = label->title.len == 0 ? p : NULL;
	if (!label->lettered)
		note_look(r, b, words, p, "The heading has no section letter; it was taken by its words.");
	else
		note_read(r, b, words, p);
	note_left(r, b, words, "a heading: the plan has its own");
}

/* Where sections are printed together, "Section E outcomes" says only what the lines below it are. */
static bool
is_within(const struct reader *r, const struct section_label *label)
{
	return is_single(label->sections) && !is_single(r->open) && (r->open & label->sections) != 0 && (r->row != NULL || r->mode_is_said || r->under.outcome != NULL);
}

/* "C1", "D2" under section C or D: parts of it that a few forms have. */
static bool
is_subsection(const struct reader *r, struct ehc_str text)
{
	return text.len == 2 && ehc_is_digit(text.ptr[1]) && r->section != NULL && is_single(r->open) && (r->section->section == EHC_C || r->section->section == EHC_D) &&
	    text.ptr[0] == ehc_section_name(r->section->section)[0];
}

bool
section_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title)
{
	struct section_label label;
	struct ehc_str id;

	if (is_title && line_id(text, "BEF", &id) > 0 && label_area(ehc_str_sub(text, id.len, text.len)))
		return false;
	if (is_subsection(r, text)) {
		note_left(r, b, text, "a part of the section");
		return true;
	}
	if (!label_section(r, text, is_title, &label))
		return false;
	/* "Provision under section 2 of the Act" below "Social care provision". */
	if (!label.lettered && r->titled == NULL && r->open == label.sections && section_part(r) != NULL && section_part(r) == r->last) {
		note_left(r, b, text, "the section's heading, in other words");
		return true;
	}
	/* Words alone open no section that has its letter elsewhere, nor one within the area that is open. */
	if (!label.lettered && ((r->lettered & label.sections) != 0 || (r->seen & label.sections) != 0))
		return false;
	if (is_within(r, &label)) {
		r->mode = section_meaning(first_section(label.sections));
		r->mode_is_said = true;
		r->item = r->text = NULL;
		note_left(r, b, text, "a heading: each item says by its number where it belongs");
		return true;
	}
	if (is_single(label.sections) && r->open == label.sections && label.content.len == 0 && section_part(r) != NULL &&
	    ((label.title.len == 0 && r->titled == NULL) || ehc_str_eq_nocase(label.title, r->section->text))) {
		note_left(r, b, text, "the section's heading, again");
		return true;
	}
	open_sections(r, &label, text, b);
	/* "A1 Summary of the child's history" says what stands below it. */
	if (r->open == BIT(EHC_A) && label.title.len > 0 && !ehc_str_has(label.title, "views") && label_voice(label_fold(r->a, label.title)) == EHC_L_HISTORY) {
		r->mode = (struct meaning){ EHC_L_HISTORY, EHC_A };
		r->mode_is_said = true;
	}
	if (label.content.len > 0)
		plan_content(r, label.content, b);
	return true;
}

/* ---- areas of need ---- */

/* "F(ii) ", "B (a) ": its bytes. */
static size_t
lettered_part(struct ehc_str s)
{
	size_t i = 1;

	if (s.len < 5 || s.ptr[0] < 'B' || s.ptr[0] > 'H')
		return 0;
	i += s.ptr[i] == ' ';
	if (s.ptr[i++] != '(')
		return 0;
	while (i < s.len && i < 8 && ehc_is_letter_or_digit(s.ptr[i]))
		i++;
	return i + 1 < s.len && s.ptr[i] == ')' && s.ptr[i + 1] == ' ' ? i + 2 : 0;
}

/* As the plan names it: in small letters, and with what is but a slip mended. */
static struct ehc_str
area_name(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str name = draft_fold(r->a, text), mended;

	if (line_is_capitals(name)) {
		char *small = (char *)(uintptr_t)ehc_arena_cstr(r->a, name);

		for (size_t i = 1; i < name.len; i++)
			small[i] = ehc_lower(small[i]);
		name.ptr = small;
	}
	mended = spelling_mend(r->a, name);
	if (label_area(mended) && mended.ptr != name.ptr) {
		note_look(r, b, name, NULL, "A slip in the name of an area of need was mended.");
		return mended;
	}
	return name;
}

/* "Cognition and learning (Outcomes 1 and 3)": the provision below is for these. */
static struct ehc_str
without_outcomes(struct reader *r, struct ehc_str text)
{
	size_t at = ehc_str_find_nocase(text, " (outcome");

	if (at == SIZE_MAX || !ehc_str_ends_nocase(text, ")") || !under_counts(ehc_str_sub(text, at + 2, text.len - 1)))
		return text;
	r->area_outcomes = ehc_str_sub(text, at + 2, text.len - 1);
	return ehc_str_sub(text, 0, at);
}

void
section_area(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str id = EHC_NOSTR;
	size_t n = line_id(text, "BEFG", &id);

	if (n == 0)
		n = lettered_part(text);
	if (n == 0)
		n = line_number(text);
	if (n > 0)
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, n)), "the number of a heading");
	r->area_id = id.len > 1 && id.len < 3 && id.ptr[0] == 'B' ? id : EHC_NOSTR;
	r->area_outcomes = r->subhead = EHC_NOSTR;
	r->area = area_name(r, without_outcomes(r, ehc_str_sub(text, n, text.len)), b);
	r->item = r->text = r->nothing = NULL;
	lead_end(r);
	r->mode_is_said = false;
	if (is_single(r->open))
		r->mode = section_meaning(first_section(r->open));
	if (r->open == BIT(EHC_B)) {
		r->row = NULL;
		note_read(r, b, text, NULL);
	} else {
		row_add(r, r->area, b);
		note_read(r, b, text, r->row);
	}
}

/* ---- nothing at all ---- */

/* Section I holds no school in a draft, and a few forms say so in a sentence. */
static bool
is_left_open(const struct reader *r, struct ehc_str text)
{
	static const char *const words[] = { "left blank", "is blank", "be blank", "to be confirmed", "be completed", "be named", "be specified", "draft plan", "stays empty", "left empty", "is empty", NULL };

	return r->open == BIT(EHC_I) && ehc_str_words(text) <= 30 && has_any(text, words);
}

/* "Ada is not known to social care", below the heading of section D. */
static bool
is_unknown_to(const struct reader *r, struct ehc_str text)
{
	static const char *const words[] = { "not known to social care", "not known to children's social care", "not known to children\xE2\x80\x99s social care", "not known to any social care", NULL };

	return r->open == BIT(EHC_D) && ehc_str_words(text) >= 6 && ehc_str_words(text) <= 20 && has_any(text, words);
}

/* "None: no social care need was found", "N/A - not known to the service": what stands behind the mark; empty for no such text. */
static struct ehc_str
nothing_because(struct ehc_str text)
{
	static const char *const words[] = { "none", "nil", "n/a", "not applicable", "nothing" };
	static const char *const marks[] = { ":", ".", ";", ",", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 " };

	for (size_t i = 0; i < EHC_COUNT(words) && ehc_str_words(text) <= 60; i++) {
		struct ehc_str rest = ehc_str_starts_nocase(text, words[i]) ? ehc_str_sub(text, strlen(words[i]), text.len) : EHC_NOSTR;

		for (size_t m = 0; m < EHC_COUNT(marks); m++)
			if (ehc_str_starts_nocase(rest, marks[m]))
				return ehc_str_trim(ehc_str_sub(rest, strlen(marks[m]), rest.len));
	}
	return EHC_NOSTR;
}

/* "His parents do not want a personal budget", below the heading of section J. */
static bool
is_declined(const struct reader *r, struct ehc_str text)
{
	static const char *const money[] = { "budget", "direct payment", "want one", "wish for one", "ask for one", "asked for one", "to have one", NULL };
	static const char *const words[] = { "not want", "not wish", "declined", "not taken up", "chosen not", "not ask", "not sought", "not in place", "not request", "not applied", "not been agreed", NULL };

	return r->open == BIT(EHC_J) && ehc_str_words(text) <= 25 && has_any(text, money) && has_any(text, words);
}

void
section_say_nothing(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = section_part(r);
	bool bare = ehc_str_words(text) == 1;
	struct ehc_str because = nothing_because(text);

	if (is_several(r->open) && r->area.len == 0) {
		r->empty |= r->open;
		note_left(r, b, text, "the plan says none of each of these sections");
		return;
	}
	if (p != NULL && r->area.len == 0) {
		note_left(r, b, p->text, "the title of a section that says that it is empty");
		p->text = EHC_STR("none");
	} else {
		p = part_add(r, EHC_L_AREA, b);
		p->words = r->area;
		p->text = EHC_STR("none");
		r->item = r->text = NULL;
	}
	if (!bare)
		part_field(r, p, EHC_L_BECAUSE, because.len > 0 ? because : text, b);
	else
		note_left(r, b, text, "the plan says none");
	part_block(r, p, b);
	note_read(r, b, text, p);
	r->nothing = bare ? p : NULL;
}

bool
section_is_nothing(const struct reader *r, struct ehc_str text)
{
	struct part *p = section_part(r);

	if (!label_nil(text) && nothing_because(text).len == 0 && !is_left_open(r, text) && !is_unknown_to(r, text) && !is_declined(r, text))
		return false;
	if (r->area.len > 0 && (r->open & (BIT(EHC_B) | BIT(EHC_E) | BIT(EHC_F))) != 0)
		return r->item == NULL;
	if (is_several(r->open) && r->area.len == 0)
		return r->last == r->before_open && (r->open & ~ITEM_SECTIONS) == 0;
	return p != NULL && p == r->last && !ehc_str_is(p->text, "none");
}
