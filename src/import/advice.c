/*
 * advice.c - a professional's report, paragraph by paragraph: who wrote it and of whom, and what stands under its headings of needs,
 * outcomes and recommendations. All else, such as what was observed and tested, is kept as it is: it is no advice, and nobody
 * but its reader can say what of it belongs to a need.
 */
#include "import/advice.h"

#include <string.h>

/* ---- headings ---- */

/* How much a paragraph looks like a heading: the less, the higher it stands. Headings of Word come first, by their level. */
enum { RANK_CAPITALS = 10, RANK_STRONG, RANK_PLAIN };

static unsigned
rank_of(const struct ehc_draft_block *b, struct ehc_str text)
{
	if (b->kind == EHC_DRAFT_HEADING)
		return b->level;
	return line_is_capitals(text) ? RANK_CAPITALS : b->strong ? RANK_STRONG : RANK_PLAIN;
}

/* The section of a need or of provision by the words of its heading. */
static enum ehc_section
section_by_words(struct ehc_str f, enum ehc_label label)
{
	bool need = label == EHC_L_NEED;

	if (ehc_str_has(f, "social care"))
		return need ? EHC_D : EHC_H1;
	if (ehc_str_has(f, "health") && !ehc_str_has(f, "mental health") && !ehc_str_has(f, "educational"))
		return need ? EHC_C : EHC_G;
	return need ? EHC_B : EHC_F;
}

struct meaning
advice_heading(struct reader *r, struct ehc_str text)
{
	static const char *const none[] = { "assessment", "background", "history", "service", "department", "team", NULL };
	static const char *const provision[] = { "provision", "strateg", "intervention", "support", "what will help", "how to help", NULL };
	static const char *const advised[] = { "recommend", "advised", NULL };
	static const char *const outcome[] = { "outcome", "targets", "goals", NULL };
	static const char *const need[] = { "needs", "difficult", "barriers", NULL };
	static const char *const joint[] = { " and ", " & ", "/", NULL };
	struct ehc_str f = label_fold(r->a, text);
	bool is_provision = has_any(f, provision), is_outcome = has_any(f, outcome), is_need = has_any(f, need), is_advised = has_any(f, advised);
	struct meaning m = { EHC_L_NONE, EHC_NO_SECTION };

	if (ehc_str_words(text) > 12 || has_any(f, none))
		return m;
	if (ehc_str_has(f, "strengths"))
		return (struct meaning){ is_need ? EHC_L_NONE : EHC_L_STRENGTHS, EHC_NO_SECTION };
	if (ehc_str_is(f, "diagnosis") || ehc_str_is(f, "diagnoses"))
		return (struct meaning){ EHC_L_DIAGNOSIS, EHC_NO_SECTION };
	/* "Outcomes and provision": only the rows of a table can tell which is which. */
	if ((is_provision || is_advised) + is_outcome + is_need > 1 && has_any(f, joint))
		return m;
	m.label = is_provision ? EHC_L_PROVISION : is_outcome ? EHC_L_OUTCOME : is_advised ? EHC_L_PROVISION : is_need ? EHC_L_NEED : EHC_L_NONE;
	if (m.label == EHC_L_OUTCOME)
		m.section = EHC_E;
	else if (m.label != EHC_L_NONE)
		m.section = section_by_words(f, m.label);
	return m;
}

/* Headings that end what went before however they are printed. */
static bool
ends_advice(struct ehc_str f)
{
	static const char *const words[] = { "background", "assessment", "observation", "appendi", "references", "conclusion", "involvement", "history", "discussion", "views", "sources",
		"attainment", "strengths and", "introduction", "contents", "copies", "distribution", NULL };

	return has_any(f, words);
}

const struct ehc_draft_block *
advice_title(const struct ehc_draft *d)
{
	static const char *const words[] = { "report", "advice", "assessment", NULL };

	for (const struct ehc_draft_block *b = d->first; b != NULL; b = b->next)
		if (b->kind != EHC_DRAFT_TABLE && b->text.len > 0 && ehc_str_words(b->text) <= 20 && has_any(b->text, words) &&
		    line_is_title(b, b->text))
			return b;
	return NULL;
}

static void
flush_title(struct reader *r)
{
	struct ehc_str title = r->title;

	r->title = EHC_NOSTR;
	if (title.len > 0)
		unplaced(r, r->title_block, title);
}

static void
open_mode(struct reader *r, struct meaning m, unsigned rank)
{
	flush_title(r);
	r->mode = m;
	r->rank = rank;
	r->open = m.section == EHC_NO_SECTION ? 0 : BIT(m.section);
	r->seen = 1;
	r->item = r->text = NULL;
	r->area = EHC_NOSTR;
	lead_end(r);
}

/* True when the paragraph is a heading, and was dealt with. */
static bool
heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t n = line_number(text);
	struct ehc_str words = ehc_str_sub(text, n, text.len);
	unsigned rank = rank_of(b, words);
	struct meaning m = advice_heading(r, words);

	if (b->kind != EHC_DRAFT_HEADING && (!line_is_title(b, text) || (n > 0 && rank == RANK_PLAIN)))
		return false;
	/* Among recommendations a line that only speaks of support is one of them. */
	if (m.label != EHC_L_NONE && !(rank == RANK_PLAIN && r->rank < RANK_PLAIN && is_item(r->mode.label))) {
		open_mode(r, m, rank);
		note_left(r, b, text, "a heading: the report has its own labels");
		return true;
	}
	if (is_item(r->mode.label) && rank > r->rank && !ends_advice(label_fold(r->a, words))) {
		if (rank == RANK_PLAIN)
			return false;
		flush_title(r);
		r->item = r->text = NULL;
		lead_end(r);
		r->area = label_area(words) ? words : EHC_NOSTR;
		r->title = r->area.len > 0 ? EHC_NOSTR : words;
		r->title_block = b;
		note_left(r, b, r->area.len > 0 ? text : EHC_NOSTR, "a heading: the area of the needs below it");
		return true;
	}
	if (rank == RANK_PLAIN && is_item(r->mode.label) && !ends_advice(label_fold(r->a, words)))
		return false;
	if (r->mode.label != EHC_L_NONE)
		open_mode(r, (struct meaning){ EHC_L_NONE, EHC_NO_SECTION }, rank);
	unplaced(r, b, text);
	return true;
}

/* ---- items ---- */

/* "F1 ", "1.", "(a)": its bytes; *id is the number where it fits the kind of item. */
static size_t
number_of(struct ehc_str text, struct meaning *m, struct ehc_str *id)
{
	const char *letters = m->label == EHC_L_NEED ? "BCD" : m->label == EHC_L_OUTCOME ? "E" : "FG";
	size_t n = line_id(text, letters, id);
	char letter[2] = { 0, 0 };

	if (n == 0 || n >= text.len) {
		*id = EHC_NOSTR;
		return line_number(text);
	}
	letter[0] = id->ptr[0];
	ehc_section_read(ehc_str_of(letter), &m->section);
	return n;
}

static bool
is_listed(const struct ehc_draft_block *b)
{
	return b != NULL && (b->kind == EHC_DRAFT_BULLET || b->marker.len > 0 || line_number(b->text) > 0);
}

/* Words above a list or a table: "It is recommended that:" goes into each item of its list where it is the start of its sentence. */
static bool
leads_in(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const starts[] = { " will:", " should:", " needs:", " need:", " have:", " able to:", NULL };
	const struct ehc_draft_block *next = b->next;

	if (is_listed(b) || next == NULL || !(is_listed(next) || next->kind == EHC_DRAFT_TABLE))
		return false;
	for (size_t i = 0; starts[i] != NULL; i++)
		if (next->kind == EHC_DRAFT_BULLET && ehc_str_ends_nocase(text, starts[i])) {
			r->lead = ehc_str_sub(text, 0, text.len - 1);
			r->lead_block = b;
			r->item = NULL;
			return true;
		}
	/* A list below a sentence of its own is a part of that item; below words about the list it is the items. */
	if (r->item != NULL && !ehc_str_ends_nocase(text, ":"))
		return false;
	unplaced(r, b, text);
	return true;
}

static void
item(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct meaning m = r->mode;
	struct ehc_str id = EHC_NOSTR;
	size_t n = number_of(text, &m, &id);
	bool listed = b->kind == EHC_DRAFT_BULLET || n > 0;
	struct part *p;

	if (b->kind == EHC_DRAFT_BULLET && r->item != NULL && r->lead.len == 0 && (r->item->unfinished || b->level > 1)) {
		part_bullet(r, r->item, text, b);
		note_read(r, b, text, r->item);
		return;
	}
	if (!listed && r->item != NULL && r->listed) {
		note_look(r, b, text, r->item, "It stood below that item of a list and was read as a part of it.");
		field_take(r, r->item, text, b);
		return;
	}
	if (!listed)
		lead_end(r);
	if (leads_in(r, text, b))
		return;
	if (n > 0 && id.len == 0)
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, n)), "a number: the report gives each item its own");
	p = item_add(r, m, id, ehc_str_sub(text, n, text.len), b);
	if (r->title.len > 0 && r->item == p) {
		note_read(r, r->title_block, r->title, part_field(r, p, EHC_L_NOTE,
		    ehc_arena_printf(r->a, "under the heading \"%.*s\"", EHC_ARG(r->title)), r->title_block));
		r->title = EHC_NOSTR;
	}
	r->listed = listed;
}

/* ---- lines ---- */

/* "Report by Jo Example, occupational therapist" */
static bool
says_author(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const starts[] = { "report by ", "written by ", "prepared by ", "completed by " };

	for (size_t i = 0; i < EHC_COUNT(starts); i++) {
		size_t n = strlen(starts[i]);

		if (ehc_str_starts_nocase(text, starts[i]) && ehc_str_words(text) <= 20 && !ehc_str_has(text, ": "))
			return advice_detail(r, ehc_str_sub(text, 0, n), ehc_str_sub(text, n, text.len), b);
	}
	return false;
}

/* "Recommendation 2: ...", "Outcome: ...": an item wherever it stands. */
static bool
item_with_label(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const struct { const char *word; struct meaning meaning; } known[] = {
		{ "recommendation", { EHC_L_PROVISION, EHC_F } }, { "provision", { EHC_L_PROVISION, EHC_F } }, { "outcome", { EHC_L_OUTCOME, EHC_E } }, { "need", { EHC_L_NEED, EHC_B } },
	};
	struct ehc_str label, value, f;

	if (!line_split(text, &label, &value) || value.len == 0 || ehc_str_words(label) > 2)
		return false;
	f = label_fold(r->a, label);
	while (f.len > 0 && (ehc_is_digit(f.ptr[f.len - 1]) || f.ptr[f.len - 1] == ' '))
		f.len--;
	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_is(f, known[i].word)) {
			note_left(r, b, label, "a label: the report has its own");
			item_add(r, is_item(r->mode.label) && r->mode.label == known[i].meaning.label ? r->mode : known[i].meaning,
			    EHC_NOSTR, value, b);
			r->listed = true;
			return true;
		}
	return false;
}

static bool
signature(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str value;

	if (!ehc_str_starts_nocase(text, "signed") || ehc_str_words(text) > 20)
		return false;
	value = ehc_str_sub(text, strlen("signed"), text.len);
	while (value.len > 0 && strchr(": _.", value.ptr[0]) != NULL)
		value = ehc_str_sub(value, 1, value.len);
	open_mode(r, (struct meaning){ EHC_L_NONE, EHC_NO_SECTION }, RANK_PLAIN);
	note_left(r, b, ehc_str_sub(text, 0, text.len - value.len), "a label: the report has its own");
	if (value.len > 0)
		text_add(r, EHC_L_SIGNED, value, b);
	r->text = NULL;
	return true;
}

/* "Who: a therapist. How often: weekly.": fields of the item above, several in one paragraph. */
static bool
fields(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;
	struct meaning m;

	if (r->item == NULL)
		return false;
	if (!line_split(text, &label, &value) || field_named(r, r->item, label) == EHC_L_NONE || !item_label_known(r, label, &m) ||
	    ehc_keyword(m.label)->level != EHC_LEVEL_FIELD)
		return field_line(r, r->item, text, b);
	field_take(r, r->item, text, b);
	note_read(r, b, text, r->item);
	return true;
}

/* The author's name or profession again, where the report is signed. */
static bool
is_author_again(const struct reader *r, struct ehc_str text)
{
	const struct part *name = part_find_field(r->head, EHC_L_AUTHOR), *role = part_find_field(r->head, EHC_L_ROLE);

	return (name != NULL && ehc_str_eq_nocase(name->text, text)) || (role != NULL && ehc_str_eq_nocase(role->text, text));
}

static void
line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	if (fields(r, text, b))
		return;
	if (signature(r, text, b) || item_with_label(r, text, b))
		return;
	/* Name and profession stand at the end of some reports, at the head of others. */
	if ((r->seen == 0 || part_find_field(r->head, EHC_L_AUTHOR) == NULL) && line_split(text, &label, &value) &&
	    ehc_str_words(label) <= 6 && advice_detail(r, label, value, b))
		return;
	if (is_author_again(r, text)) {
		note_left(r, b, text, "says again who wrote the report");
		r->item = NULL;
	} else if (is_item(r->mode.label) && label_nil(text))
		note_left(r, b, text, "says that there is nothing");
	else if (is_item(r->mode.label))
		item(r, text, b);
	else if (r->mode.label != EHC_L_NONE)
		text_add(r, r->mode.label, text, b);
	else
		unplaced(r, b, text);
}

void
advice_block(struct reader *r, const struct ehc_draft_block *b)
{
	struct ehc_str text = b->text;

	if (b->kind == EHC_DRAFT_TABLE) {
		advice_table(r, b);
		return;
	}
	if (text.len == 0)
		return;
	if (b == r->title_block && r->head->text.len == 0) {
		part_text(r, r->head, text, b);
		note_read(r, b, text, r->head);
		return;
	}
	if (b->marker.len > 0)
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(b->marker), EHC_ARG(text));
	if (!(r->seen == 0 && says_author(r, text, b)) && !heading(r, text, b))
		line(r, text, b);
}

void
advice_end(struct reader *r)
{
	const struct part *role = part_find_field(r->head, EHC_L_ROLE);

	flush_title(r);
	if (r->head->text.len == 0)
		r->head->text = role != NULL ? role->text : EHC_STR("without a title");
}
