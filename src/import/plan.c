/*
 * plan.c - an EHC plan, paragraph by paragraph: which section is open, what a heading says of the lines below it, and what
 * each line then is. The order in which that is asked stands at the end of the file: known_line() and other_line().
 */
#include "import/table.h"

#include <string.h>

/* ---- lines with a label ---- */

/* Under a heading of signatures each paragraph is one; before it, a line that begins with "Signed". */
static void
signed_add(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	r->text = part_add(r, EHC_L_SIGNED, b);
	part_text(r, r->text, text, b);
	note_read(r, b, text, r->text);
}

static bool
is_line_to_sign(struct reader *r, struct ehc_str text)
{
	static const char *const blank[] = { "signature", "signature date", "signed", "signed date", "date", "name signature date", "print name", NULL };
	struct ehc_str folded = label_fold(r->a, text);
	bool empty = true;

	for (size_t i = 0; i < text.len; i++)
		empty = empty && strchr("_. -/", text.ptr[i]) != NULL;
	return empty || is_any(folded, blank);
}

static bool
signature_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const words[] = { "signed", "signature" };
	bool headed = r->mode_is_said && r->mode.label == EHC_L_SIGNED && r->open == 0;
	bool among = headed || (r->text != NULL && r->text->label == EHC_L_SIGNED);
	struct ehc_str label, value;

	for (size_t i = 0; i < EHC_COUNT(words); i++) {
		size_t n = strlen(words[i]);

		if (!ehc_str_starts_nocase(text, words[i]) || ehc_str_words(text) > 20 || (r->open & ITEM_SECTIONS) != 0 || (among && is_line_to_sign(r, text)) || (n < text.len && ehc_is_letter(text.ptr[n])))
			continue;
		plan_flush_title(r);
		r->open = 0;
		r->mode_is_said = false;
		value = ehc_str_sub(text, n, text.len);
		while (value.len > 0 && strchr(": ", value.ptr[0]) != NULL)
			value = ehc_str_sub(value, 1, value.len);
		note_left(r, b, ehc_str_sub(text, 0, n), "a label: the plan has its own");
		signed_add(r, value, b);
		return true;
	}
	if (among && is_line_to_sign(r, text) && !ehc_str_starts_nocase(text, "date")) {
		note_left(r, b, text, "a line to sign on");
		return true;
	}
	if (r->text != NULL && r->text->label == EHC_L_SIGNED && r->open == 0 && ehc_str_words(text) <= 14 && (!headed || ehc_str_starts_nocase(text, "date:"))) {
		if (line_split(text, &label, &value) && ehc_str_is_nocase(label, "date")) {
			note_left(r, b, label, "a label: the plan has its own");
			text = value;
		}
		r->text->text = ehc_arena_printf(r->a, "%.*s%s%.*s", EHC_ARG(r->text->text), r->text->text.len > 0 && text.len > 0 ? ", " : "", EHC_ARG(text));
		part_block(r, r->text, b);
		note_read(r, b, text, r->text);
		return true;
	}
	if (headed)
		signed_add(r, text, b);
	return headed;
}

static bool
placement_label(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	struct ehc_str f = label_fold(r->a, label);
	bool type = ehc_str_find_word(f, "type") != SIZE_MAX;
	struct part *p = section_part(r);

	if (r->open != BIT(EHC_I) || p == NULL || !(type || ehc_str_find_word(f, "name") != SIZE_MAX || ehc_str_find_word(f, "school") != SIZE_MAX || ehc_str_find_word(f, "placement") != SIZE_MAX))
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	if (value.len > 0 && section_is_nothing(r, value))
		section_say_nothing(r, value, b);
	else if (value.len > 0)
		note_read(r, b, value, part_field(r, p, type ? EHC_L_TYPE : EHC_L_NAME, value, b));
	return true;
}

static bool
known_label(struct reader *r, struct meaning m, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	enum ehc_level level = ehc_keyword(m.label)->level;

	if (level == EHC_LEVEL_FIELD && (r->item == NULL || value.len == 0))
		return false;
	/* "H1: None" where H1 and H2 are printed together. */
	if (is_several(r->open) && r->area.len == 0 && is_item(m.label) && m.section != EHC_NO_SECTION && value.len > 0 && label_nil(value)) {
		note_left(r, b, value, "the plan says none of the section");
		note_left(r, b, label, "a label: the plan has its own");
		r->empty |= BIT(m.section);
		return true;
	}
	if (m.label == EHC_L_OUTCOME && value.len > 0 && (r->open & BIT(EHC_E)) != 0 && ehc_str_has_digit(label))
		under_number(r, true, label);
	if (is_item(m.label) && r->item != NULL && field_only_ids(value)) {
		note_left(r, b, label, "a label: the plan has its own");
		field_tie(r, r->item, value, b);
		return true;
	}
	if (is_item(m.label) && under_beside(r, r->item, m.label, value, b)) {
		note_left(r, b, label, "a label: the plan has its own");
		return true;
	}
	note_left(r, b, label, "a label: the plan has its own");
	if (is_item(m.label) && value.len > 0 && section_is_nothing(r, value)) {
		section_say_nothing(r, value, b);
		return true;
	}
	if (level == EHC_LEVEL_FIELD) {
		item_field(r, r->item, m, value, b);
		note_read(r, b, value, r->item);
		return true;
	}
	if (value.len == 0) {
		r->mode = m;
		r->mode_is_said = true;
		r->item = r->text = NULL;
	} else if (is_item(m.label))
		item_add(r, m, EHC_NOSTR, value, b);
	else {
		r->text = NULL;
		text_add(r, m.label, value, b);
	}
	return true;
}

/* "Area of need: Communication and interaction" above the needs of it, "Outcome: 1" above the provision for it. */
static bool
leads_items(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	struct ehc_str f = label_fold(r->a, label);

	if (value.len > 0 && column_names_area(f) && (label_area(value) || ehc_str_words(value) <= 6)) {
		note_left(r, b, label, "a label: the plan has its own");
		section_area(r, value, b);
		return true;
	}
	if (r->open != BIT(EHC_F) || !(ehc_str_is(f, "outcome") || ehc_str_is(f, "outcome number") || ehc_str_is(f, "outcome no")) || !column_counts_outcomes(value) ||
	    !under_refers(r, ehc_arena_printf(r->a, "outcome %.*s", EHC_ARG(value))))
		return false;
	note_left(r, b, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(value)), "the number of an outcome: what stands below is tied to it");
	r->item = r->text = NULL;
	return true;
}

/* "We will look at this: every term" below the provision for an outcome is said of the outcome. */
static bool
reviews_outcome(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const starts[] = { "we will ", "how we will ", "how will we ", "when we will ", "when will we ", NULL };
	struct ehc_str label, value;

	if (r->under.outcome == NULL || !starts_any(text, starts) || !line_split(text, &label, &value) || value.len == 0 || label_column(r, label, r->open).label != EHC_L_REVIEW)
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	item_field(r, r->under.outcome, (struct meaning){ EHC_L_REVIEW, EHC_NO_SECTION }, value, b);
	note_read(r, b, value, r->under.outcome);
	return true;
}

static bool
label_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;
	enum ehc_label voice;
	struct meaning m;

	if (reviews_outcome(r, text, b))
		return true;
	if (r->item != NULL && field_line(r, r->item, text, b))
		return true;
	if (!line_split(text, &label, &value))
		return false;
	if (placement_label(r, label, value, b))
		return true;
	if ((r->open & ITEM_SECTIONS) != 0)
		return leads_items(r, label, value, b) || (item_label_known(r, label, &m) && m.label != EHC_L_ADVICE && known_label(r, m, label, value, b));
	if (r->open == BIT(EHC_A) && ehc_str_words(label) <= 8 && (voice = label_voice(label_fold(r->a, label))) != EHC_L_NONE) {
		r->mode = (struct meaning){ voice, EHC_A };
		r->mode_is_said = true;
		r->text = NULL;
		note_left(r, b, label, "a label: the plan has its own");
		if (value.len > 0)
			plan_content(r, value, b);
		return true;
	}
	if (r->open != 0)
		return false;
	if (label_detail(r, label) != EHC_L_NONE) {
		plan_flush_title(r);
		r->mode_is_said = false;
		return detail_add(r, label, value, b);
	}
	if (r->seen != 0 || ehc_str_words(value) > 25)
		return false;
	plan_flush_title(r);
	unplaced(r, b, text);
	return true;
}

/* "The columns are: What I will achieve (E) / The help I will get (F) / Who / ...". */
static bool
columns_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(text, "columns are:"), known = 0, n = 0;
	struct meaning found[EHC_COUNT(r->columns)];
	struct ehc_str part, rest = at == SIZE_MAX ? text : ehc_str_sub(text, at + strlen("columns are:"), text.len);

	if (ehc_str_find_nocase(rest, " / ") == SIZE_MAX || (at == SIZE_MAX && ehc_str_words(text) > 40))
		return false;
	while (n < EHC_COUNT(found) && ehc_str_split(&rest, '/', &part)) {
		found[n] = label_column(r, ehc_str_trim(part), r->open);
		known += found[n++].label != EHC_L_NONE;
	}
	if (known < 3 || known + 1 < n)
		return false;
	memcpy(r->columns, found, sizeof(found));
	r->ncolumns = n;
	note_left(r, b, text, "the headings of columns: the plan has labels for them");
	return true;
}

/* ---- headings ---- */

/* A heading within section A says whose words follow, and about what. */
void
voice_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str f = label_fold(r->a, ehc_str_sub(text, line_number(text), text.len));
	enum ehc_label label = label_voice(f);

	r->mode = (struct meaning){ label == EHC_L_NONE ? EHC_L_CHILD_VIEWS : label, EHC_A };
	r->mode_is_said = true;
	if (r->mode.label == EHC_L_CHILD_VIEWS && ehc_str_find_nocase(f, "views") == SIZE_MAX && ehc_str_find_nocase(f, "about me") == SIZE_MAX && ehc_str_find_nocase(f, "own words") == SIZE_MAX) {
		text_add(r, EHC_L_CHILD_VIEWS, text, b);
		return;
	}
	r->text = r->item = NULL;
	note_left(r, b, text, "a heading: the plan has its own");
}

static bool
is_bare_number(struct ehc_str s)
{
	size_t n = 0;

	while (n < s.len && (ehc_is_digit(s.ptr[n]) || s.ptr[n] == '.'))
		n++;
	while (n > 0 && n < s.len && strchr(":.) ", s.ptr[n]) != NULL)
		n++;
	return n > 0 && n == s.len;
}

/* "Outcome E5", "Item 1:", "Personal budget J1": the next paragraph is that item. */
static bool
names_item(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const kinds[] = { "aspiration", "need", "outcome", "provision", "item", "personal budget", "advice", "comment" };
	struct ehc_str folded = label_fold(r->a, text), id;

	for (size_t k = 0; k < EHC_COUNT(kinds); k++) {
		size_t n = strlen(kinds[k]);

		if (!ehc_str_starts_nocase(folded, kinds[k]) || folded.len < n + 2 || folded.ptr[n] != ' ')
			continue;
		id = ehc_str_sub(ehc_str_trim(text), n + 1, folded.len);
		/* Among provision it is no new outcome. */
		if ((r->open & ITEM_SECTIONS) != 0 && (r->open & BIT(EHC_E)) == 0 && under_refers(r, text)) {
			note_left(r, b, text, "a heading: what stands below it is tied to that outcome");
			r->item = r->text = NULL;
			return true;
		}
		if (line_id(id, "ABCDEFGHJKY", &id) == id.len && id.len > 0 && r->seen != 0) {
			note_left(r, b, text, "a heading: the item below it has the number");
			if (r->item != NULL && ehc_str_eq_nocase(r->item->id, id))
				return true;    /* the caption of its table says it again */
			r->named = id;
			if (id.ptr[0] == 'Y')
				r->mode = (struct meaning){ EHC_L_COMMENT, EHC_NO_SECTION };
		} else if (!is_bare_number(id) || (r->open & (ITEM_SECTIONS | BIT(EHC_J) | BIT(EHC_A))) == 0)
			continue;
		else {
			note_left(r, b, text, "a heading: the plan gives each item its own number");
			under_number(r, ehc_str_is(ehc_str_of(kinds[k]), "outcome"), id);
			r->need_number = ehc_str_is(ehc_str_of(kinds[k]), "need") ? id : EHC_NOSTR;
		}
		r->item = r->text = NULL;
		return true;
	}
	return false;
}

/* Headings behind the sections: what the lines below them are. */
static enum ehc_label
back_matter(struct reader *r, struct ehc_str text)
{
	static const struct { const char *words; enum ehc_label label; } known[] = {
		{ "signature", EHC_L_SIGNED }, { "signatures", EHC_L_SIGNED }, { "sign-off", EHC_L_SIGNED }, { "sign off", EHC_L_SIGNED },
		{ "who has a copy", EHC_L_COPIED_TO }, { "copies sent to", EHC_L_COPIED_TO }, { "plan sent to", EHC_L_COPIED_TO }, { "distribution list", EHC_L_COPIED_TO },
		{ "words used in this plan", EHC_L_DEFINITION }, { "definitions", EHC_L_DEFINITION }, { "glossary", EHC_L_DEFINITION },
		{ "standard wording", EHC_L_STANDARD_TEXT }, { "what was asked for, and the answers", EHC_L_COMMENT }, { "you said, we did", EHC_L_COMMENT },
	};
	struct ehc_str folded = label_fold(r->a, text), name = part_find_field(r->child, EHC_L_KNOWN_AS) != NULL ? part_find_field(r->child, EHC_L_KNOWN_AS)->text : r->child->text;

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_is(folded, known[i].words))
			return known[i].label;
	if (ehc_str_starts_nocase(folded, "appendix ") && ehc_str_words(folded) <= 3)
		return EHC_L_APPENDIX;
	/* "For Noor" */
	return name.len > 0 && folded.len > 4 && ehc_str_starts_nocase(folded, "for ") && ehc_str_starts_nocase(name, ehc_arena_cstr(r->a, ehc_str_sub(folded, 4, folded.len))) ?
	    EHC_L_CHILDS_PAGE : EHC_L_NONE;
}

static bool
back_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label label = back_matter(r, text);

	if (label == EHC_L_NONE || (r->open & ITEM_SECTIONS) != 0 || r->seen == 0)
		return false;
	plan_flush_title(r);
	r->open = 0;
	r->text = r->item = r->nothing = NULL;
	if (label == EHC_L_APPENDIX) {
		r->text = part_add(r, label, b);
		r->text->words = ehc_str_trim(ehc_str_sub(text, strlen("appendix"), text.len));
	}
	r->mode = (struct meaning){ label, EHC_NO_SECTION };
	r->mode_is_said = true;
	note_left(r, b, text, "a heading: the plan has its own");
	return true;
}

/* The child's page gives again what stands in the plan, below the writer's own words. */
static bool
childs_page_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title)
{
	static const char checked[] = "This page was checked by: ";

	if (r->open != 0 || !r->mode_is_said || r->mode.label != EHC_L_CHILDS_PAGE)
		return false;
	if (ehc_str_starts_nocase(text, checked) && r->text != NULL) {
		note_read(r, b, text, part_field(r, r->text, EHC_L_CHECKED_BY, ehc_str_sub(text, sizeof(checked) - 1, text.len), b));
		note_left(r, b, ehc_str_of(checked), "a label: the plan has its own");
	} else if ((r->repeated = r->repeated || is_title))
		note_left(r, b, text, "printed for the child, and stands in the plan itself");
	else
		return false;
	return true;
}

/* Sentences of the printed page itself, which `ehc build` writes anew. */
bool
printed_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const starts[] = { "This plan says what the child or young person", "This plan is not finished yet.", "A1 history and communication, A2",
		"The rest of this section is set out beside the needs", "This section is set out beside the needs", "Nothing is recorded in this section",
		"This health care plan has not been agreed.", "NOT AGREED \xE2\x80\x93 DO NOT USE", "This is a draft for comment." };
	struct part *authority = part_find_field(r->head, EHC_L_AUTHORITY);

	for (size_t i = 0; i < EHC_COUNT(starts); i++)
		if (ehc_str_starts_nocase(text, starts[i])) {
			note_left(r, b, text, "a sentence of the printed page itself");
			return true;
		}
	/* "For Exampleshire Council" above the line to sign on. */
	if (r->open != 0 || !r->mode_is_said || r->mode.label != EHC_L_SIGNED || authority == NULL || !ehc_str_starts_nocase(text, "for ") || !ehc_str_eq_nocase(ehc_str_sub(text, 4, text.len), authority->text))
		return false;
	note_left(r, b, text, "whom the signature is for");
	return true;
}

/* ---- headings that say what the lines below are ---- */

/* "Medium-term outcomes" below the outcome of an area: the steps towards it. */
static bool
heads_steps(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (r->steps_of == NULL || label_column(r, text, r->open).label != EHC_L_OUTCOME_STEP)
		return false;
	r->mode = (struct meaning){ EHC_L_OUTCOME_STEP, EHC_NO_SECTION };
	r->mode_is_said = true;
	r->item = r->text = NULL;
	note_left(r, b, text, "a heading: the plan has its own");
	return true;
}

/* "Literacy skills" among the needs of an area: it opens no other. */
static bool
heads_needs(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (b->kind == EHC_DRAFT_HEADING || r->mode.label != EHC_L_NEED || r->mode.section != EHC_B || r->area.len == 0 || !label_area(r->area) || label_area(text) || ehc_str_words(text) > 8)
		return false;
	r->subhead = label_fold(r->a, text);
	r->item = r->text = NULL;
	note_left(r, b, text, "a heading among the needs of an area");
	return true;
}

static void
title_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct meaning m;

	r->nothing = NULL;
	if (r->titled != NULL) {
		r->titled->text = draft_fold(r->a, text);
		part_block(r, r->titled, b);
		note_read(r, b, text, r->titled);
		r->titled = NULL;
		return;
	}
	if (r->open == BIT(EHC_A)) {
		voice_title(r, text, b);
		return;
	}
	if ((r->open & ITEM_SECTIONS) != 0) {
		if (under_heading(r, text, b))
			return;
		/* "For outcome E1:" above the provision for it. */
		if ((r->open & BIT(EHC_E)) == 0 && ehc_str_words(text) <= 6 && under_refers(r, text)) {
			note_left(r, b, text, "a heading: what stands below it is tied to that outcome");
			r->item = r->text = NULL;
			return;
		}
		m = label_heading(r, text, r->open);
		if (!label_area(text) && m.label != EHC_L_NONE && m.label != EHC_L_ADVICE) {
			r->mode = m;
			r->mode_is_said = true;
			r->item = r->text = NULL;
			if (m.label == EHC_L_PROVISION)
				under_refers(r, text);
			note_left(r, b, text, "a heading: the plan has its own");
		} else if (!heads_steps(r, text, b) && !heads_needs(r, text, b))
			section_area(r, text, b);
		return;
	}
	if (r->seen == 0 && title_read(r, text, b))
		return;
	if (r->seen == 0 && detail_is_owner(r, text)) {
		plan_flush_title(r);
		detail_title(r, text, b);
		return;
	}
	if (is_single(r->open) && b->next != NULL && b->next->kind == EHC_DRAFT_TABLE) {
		note_left(r, b, text, "the title of a table");
		return;
	}
	/* Behind the sections, or before them, a heading belongs to standard text or to nothing. */
	plan_flush_title(r);
	r->open = 0;
	r->mode_is_said = false;
	r->text = r->item = NULL;
	r->title = text;
	r->title_block = b;
}

/* ---- one line ---- */

static bool
item_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title)
{
	struct ehc_str id;
	size_t n = line_id(text, r->mode.label == EHC_L_COMMENT ? "ABCDEFGHJKY" : "ABCDEFGHJK", &id);
	enum ehc_section s;
	char letter[3] = { 0, 0, 0 };

	if (n == 0 || r->seen == 0)
		return false;
	if (is_title && label_area(ehc_str_sub(text, n, text.len)))
		return false;
	if (id.ptr[0] == 'Y') {
		item_add(r, (struct meaning){ EHC_L_COMMENT, EHC_NO_SECTION }, id, ehc_str_sub(text, n, text.len), b);
		return true;
	}
	letter[0] = id.ptr[0];
	if (id.ptr[0] == 'H' && id.len >= 4 && id.ptr[2] == '.')
		letter[1] = id.ptr[1];
	else if (id.ptr[0] == 'H')
		return false;
	if (!ehc_section_read(ehc_str_of(letter), &s))
		return false;
	text = ehc_str_sub(text, n, text.len);
	if (s == EHC_K)
		item_advice(r, id, text, b);
	else
		item_add(r, s == EHC_A ? (struct meaning){ EHC_L_ASPIRATION, EHC_A } : section_meaning(s), id, text, b);
	return true;
}

/* Short lines in a list of advice or of a school's name are no headings, unless they look like one. */
static bool
heads_something(const struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	bool marked = b->kind == EHC_DRAFT_HEADING || b->strong || line_is_capitals(text);

	if (r->open != 0 && label_nil(text))
		return false;
	/* Those who have a copy, words that are explained: names and words, one a line. */
	if (r->open == 0 && r->mode_is_said && ehc_keyword(r->mode.label)->level == EHC_LEVEL_TEXT)
		return marked;
	if (r->open == BIT(EHC_K))
		return line_last_date(text) == SIZE_MAX && (marked || (b->next != NULL && ehc_str_words(b->next->text) > 30));
	if (r->open == BIT(EHC_I) || r->open == BIT(EHC_J))
		return marked;
	return true;
}

/* Lines typed with a dash each, in one paragraph: a list, where each is one item. */
static bool
typed_list(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str rest = text, line;
	size_t lines = 0;

	if ((r->open & ITEM_SECTIONS) == 0 || memchr(text.ptr, '\n', text.len) == NULL || b->kind != EHC_DRAFT_PARAGRAPH)
		return false;
	for (; ehc_str_split(&rest, '\n', &line); lines++)
		if (draft_typed_bullet(ehc_str_trim(line)) == 0)
			return false;
	for (rest = text; ehc_str_split(&rest, '\n', &line);) {
		struct ehc_draft_block *one = block_part(r->a, b);

		line = ehc_str_trim(line);
		one->kind = EHC_DRAFT_BULLET;
		one->level = 1;
		one->text = ehc_str_sub(line, draft_typed_bullet(line), line.len);
		plan_paragraph(r, one->text, one, false);
	}
	return lines > 0;
}

/* ---- the order in which a line is asked what it is: the first reader that knows it has read it ---- */

/* Lines that are known by their own words or number, wherever they stand. */
static bool
known_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title)
{
	return printed_line(r, text, b) ||                      /* first: words of the printed page are nobody's statement, whatever they begin with */
	    childs_page_line(r, text, b, is_title) ||
	    title_closes(r, text, b) ||                         /* section K takes each line for advice */
	    names_item(r, text, b) ||
	    (is_title && back_title(r, text, b)) ||             /* "Signatures" is a heading, and no line that somebody signed */
	    signature_line(r, text, b) ||
	    section_line(r, text, b, is_title) ||               /* "D1" may be a part of section D: before the item of that number */
	    columns_line(r, text, b) ||
	    item_line(r, text, b, is_title);
}

/* A line that is none of these: a heading by its looks, before a label, which may end in a colon too; a label; else words of what is open. */
static void
other_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title)
{
	if (is_title && heads_something(r, text, b) && !section_is_nothing(r, text))
		title_line(r, text, b);
	else if (!(r->seen == 0 && title_born(r, text, b)) && !title_names(r, text, b) && !label_line(r, text, b))
		plan_content(r, text, b);
}

void
plan_paragraph(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool may_be_title)
{
	bool is_title;

	if (text.len > 0 && typed_list(r, text, b))
		return;
	if (r->named.len > 0 && b->kind == EHC_DRAFT_PARAGRAPH && text.len > 0) {
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(r->named), EHC_ARG(text));
		r->named = EHC_NOSTR;
		may_be_title = false;
	}
	if (b->marker.len > 0)
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(b->marker), EHC_ARG(text));
	is_title = may_be_title && line_is_title(b, text) && !(r->lead.len > 0 && line_listed(text) > 0);
	if (text.len == 0)
		return;
	if (!(r->title.len > 0 && title_answers(r, text, b)) && !known_line(r, text, b, is_title))
		other_line(r, text, b, is_title);
}

void
plan_block(struct reader *r, const struct ehc_draft_block *b)
{
	if (b->kind == EHC_DRAFT_TABLE)
		table_read(r, b);
	else
		plan_paragraph(r, b->text, b, true);
}
