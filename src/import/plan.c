/*
 * plan.c - an EHC plan, paragraph by paragraph: which section is open, what a heading says of the lines below it, and what
 * each line then is.
 */
#include "import/recognise.h"

#include <string.h>

#define BIT(s) (1u << (s))
#define ITEM_SECTIONS (BIT(EHC_B) | BIT(EHC_C) | BIT(EHC_D) | BIT(EHC_E) | BIT(EHC_F) | BIT(EHC_G) | BIT(EHC_H1) | BIT(EHC_H2))

static bool
is_single(unsigned sections)
{
	return sections != 0 && (sections & (sections - 1)) == 0;
}

static bool
is_item(enum ehc_label label)
{
	return label == EHC_L_NEED || label == EHC_L_OUTCOME || label == EHC_L_PROVISION;
}

/* The section that is open with a line of its own; NULL among sections that are printed together. */
static struct part *
section_part(const struct reader *r)
{
	struct part *found = NULL;

	for (struct part *p = r->first; p != NULL; p = p->next)
		if (p->label == EHC_L_SECTION)
			found = p;
	return found != NULL && is_single(r->open) && (r->open & BIT(found->section)) != 0 ? found : NULL;
}

/* ---- texts at the margin ---- */

static struct part *
text_open(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b)
{
	if (r->text != NULL && r->text->label == label && r->text == r->last)
		return r->text;
	r->text = part_add(r, label, b);
	if (label == EHC_L_STRENGTHS && r->area.len > 0 && (r->open & BIT(EHC_B)) != 0 && r->row == NULL)
		part_field(r, r->text, EHC_L_CATEGORY, r->area, b);
	r->item = NULL;
	return r->text;
}

static void
text_add(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = text_open(r, label, b);

	if (b->kind == EHC_DRAFT_BULLET)
		part_bullet(r, p, text, b);
	else
		part_text(r, p, text, b);
	note_read(r, b, text, p);
}

void
plan_flush_title(struct reader *r)
{
	struct ehc_str title = r->title;

	r->title = EHC_NOSTR;
	if (title.len > 0)
		detail_title(r, title, r->title_block);
}

/* "Who decides" about the plan of a young person is said in the child block. */
static bool
decision(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (ehc_str_find_nocase(r->title, "decide") == SIZE_MAX && ehc_str_find_nocase(r->title, "decision maker") == SIZE_MAX)
		return false;
	note_read(r, b, text, part_field(r, r->child, EHC_L_DECISION_MAKER, text, b));
	note_left(r, r->title_block, r->title, "a heading: the plan has its own");
	r->title = EHC_NOSTR;
	return true;
}

static void
standard_text(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (decision(r, text, b))
		return;
	if (r->title.len > 0) {
		r->text = NULL;
		part_text(r, text_open(r, EHC_L_STANDARD_TEXT, r->title_block), r->title, r->title_block);
		r->title = EHC_NOSTR;
	}
	text_add(r, EHC_L_STANDARD_TEXT, text, b);
}

/* ---- sections ---- */

static void
open_sections(struct reader *r, const struct section_label *label, struct ehc_str words, const struct ehc_draft_block *b)
{
	struct part *p;

	plan_flush_title(r);
	r->open = label->sections;
	r->seen |= label->sections;
	r->mode = is_single(label->sections) ? section_meaning(first_section(label->sections)) : (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	r->mode_is_said = false;
	r->row = r->item = r->text = r->titled = NULL;
	r->area = r->lead = EHC_NOSTR;
	r->ncolumns = 0;
	if (!is_single(label->sections)) {
		note_left(r, b, words, "a heading of several sections: each item says by its number where it belongs");
		return;
	}
	p = part_add(r, EHC_L_SECTION, b);
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
	return is_single(label->sections) && !is_single(r->open) && (r->open & label->sections) != 0 && (r->row != NULL || r->mode_is_said);
}

static bool
section_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title)
{
	struct section_label label;
	struct ehc_str id;

	if (is_title && line_id(text, "BEF", &id) > 0 && label_area(ehc_str_sub(text, id.len, text.len)))
		return false;
	if (!label_section(r, text, is_title, &label))
		return false;
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
	if (is_single(label.sections) && r->open == label.sections && label.title.len == 0 && label.content.len == 0 && r->titled == NULL && section_part(r) != NULL) {
		note_left(r, b, text, "the section's heading, again");
		return true;
	}
	open_sections(r, &label, text, b);
	if (label.content.len > 0)
		plan_content(r, label.content, b);
	return true;
}

/* ---- nothing at all ---- */

static void
say_none(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = section_part(r);
	bool bare = line_words(text) == 1;

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
		part_field(r, p, EHC_L_BECAUSE, text, b);
	else
		note_left(r, b, text, "the plan says none");
	part_block(r, p, b);
	note_read(r, b, text, p);
}

static bool
may_be_none(const struct reader *r, struct ehc_str text)
{
	struct part *p = section_part(r);

	if (!label_nil(text))
		return false;
	if (r->area.len > 0 && (r->open & (BIT(EHC_B) | BIT(EHC_E) | BIT(EHC_F))) != 0)
		return r->item == NULL;
	return p != NULL && p == r->last && !ehc_str_is(p->text, "none");
}

/* ---- lines without a label ---- */

static bool
definition_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(text, " means ");
	struct ehc_str words;
	struct part *p;

	if (at == SIZE_MAX || at > 40)
		return false;
	words = ehc_str_sub(text, 0, at);
	while (words.len > 0 && strchr("\"'", words.ptr[0]) != NULL)
		words = ehc_str_sub(words, 1, words.len);
	while (words.len > 0 && strchr("\"'", words.ptr[words.len - 1]) != NULL)
		words.len--;
	if (words.len == 0 || line_words(words) > 4 || (words.ptr[0] & 0x80) != 0 || memchr(words.ptr, ':', words.len) != NULL)
		return false;
	p = part_add(r, EHC_L_DEFINITION, b);
	p->words = words;
	part_text(r, p, ehc_str_sub(text, at + 7, text.len), b);
	note_look(r, b, text, p, "Read as a definition: wherever the word stands, this is what it means.");
	note_left(r, b, EHC_STR("means"), "a label: the plan has its own");
	r->item = r->text = NULL;
	return true;
}

static void
voice_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label label = r->mode.label;

	if (!r->mode_is_said && ehc_str_starts_nocase(text, "this section w"))
		label = EHC_L_VIEWS_METHOD;
	else if (!r->mode_is_said && (ehc_str_find_word(text, "likes") != SIZE_MAX || ehc_str_find_word(text, "enjoys") != SIZE_MAX || ehc_str_find_word(text, "loves") != SIZE_MAX))
		label = EHC_L_INTERESTS;
	if (label == EHC_L_ASPIRATION) {
		item_add(r, (struct meaning){ EHC_L_ASPIRATION, EHC_A }, EHC_NOSTR, text, b);
		return;
	}
	text_add(r, label, text, b);
}

static void
placement_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = section_part(r);
	bool is_type = ehc_str_starts_nocase(text, "a ") || ehc_str_starts_nocase(text, "an ");

	if (p == NULL) {
		unplaced(r, b, text);
		return;
	}
	part_field(r, p, is_type ? EHC_L_TYPE : EHC_L_NAME, text, b);
	note_read(r, b, text, p);
}

/* What a paragraph is among sections that are printed together, by its words. */
static struct meaning
guess(const struct reader *r, struct ehc_str text)
{
	static const enum ehc_section order[] = { EHC_F, EHC_G, EHC_H1, EHC_H2, EHC_B, EHC_C, EHC_D, EHC_E };

	if ((r->open & BIT(EHC_E)) != 0 && ehc_str_starts_nocase(text, "by "))
		return section_meaning(EHC_E);
	for (size_t i = 0; i < EHC_COUNT(order); i++)
		if ((r->open & BIT(order[i])) != 0)
			return section_meaning(order[i]);
	return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
}

/* "Staff will:" above a list: its words go into each item of it, unless they hold an amount that is said once. */
static bool
lead_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (text.ptr[text.len - 1] != ':' || b->next == NULL || b->next->kind != EHC_DRAFT_BULLET || b->kind == EHC_DRAFT_BULLET)
		return false;
	if (r->mode.label == EHC_L_PROVISION && ehc_str_has_digit(text))
		return false;
	r->lead = ehc_str_sub(text, 0, text.len - 1);
	r->lead_block = b;
	r->item = r->text = NULL;
	return true;
}

static void
item_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct meaning m = r->mode;
	bool bullet = b->kind == EHC_DRAFT_BULLET, numbered = r->item != NULL && r->item->id.len > 0;
	struct part *p;

	if (bullet && r->item != NULL && r->lead.len == 0 && (r->item->unfinished || r->item->in_list || b->level > 1 || numbered)) {
		part_bullet(r, r->item, text, b);
		note_read(r, b, text, r->item);
		return;
	}
	if (!bullet)
		r->lead = EHC_NOSTR;
	if (lead_line(r, text, b))
		return;
	if (!is_item(m.label))
		m = guess(r, text);
	if (m.label == EHC_L_NONE) {
		unplaced(r, b, text);
		return;
	}
	p = item_add(r, m, EHC_NOSTR, text, b);
	if (numbered)
		note_look(r, b, text, p, "A paragraph without a number below numbered ones: read as an item of its own.");
}

void
plan_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	r->titled = NULL;
	if (text.len == 0 || definition_line(r, text, b))
		return;
	if (r->open != 0 && may_be_none(r, text)) {
		say_none(r, text, b);
		return;
	}
	if (r->mode_is_said && r->mode.label != EHC_L_NONE && ehc_keyword(r->mode.label)->level == EHC_LEVEL_TEXT)
		text_add(r, r->mode.label, text, b);
	else if (r->open == 0)
		standard_text(r, text, b);
	else if (r->open == BIT(EHC_A))
		voice_content(r, text, b);
	else if (r->open == BIT(EHC_I))
		placement_content(r, text, b);
	else if (r->open == BIT(EHC_J))
		item_add(r, r->mode, EHC_NOSTR, text, b);
	else if (r->open == BIT(EHC_K)) {
		if (line_words(text) > 40)
			text_add(r, EHC_L_STANDARD_TEXT, text, b);
		else
			item_advice(r, EHC_NOSTR, text, b);
	} else
		item_content(r, text, b);
}

/* ---- lines with a label ---- */

static bool
signature_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const words[] = { "signed", "signature" };
	struct ehc_str label, value;

	for (size_t i = 0; i < EHC_COUNT(words); i++)
		if (ehc_str_starts_nocase(text, words[i]) && line_words(text) <= 20 && (r->open == 0 || (r->open & ITEM_SECTIONS) == 0)) {
			size_t n = strlen(words[i]);

			if (n < text.len && ehc_is_letter(text.ptr[n]))
				continue;
			plan_flush_title(r);
			r->open = 0;
			r->mode_is_said = false;
			r->text = part_add(r, EHC_L_SIGNED, b);
			value = ehc_str_sub(text, n, text.len);
			while (value.len > 0 && strchr(": ", value.ptr[0]) != NULL)
				value = ehc_str_sub(value, 1, value.len);
			part_text(r, r->text, value, b);
			note_left(r, b, ehc_str_sub(text, 0, n), "a label: the plan has its own");
			note_read(r, b, text, r->text);
			return true;
		}
	if (r->text == NULL || r->text->label != EHC_L_SIGNED || r->open != 0 || line_words(text) > 14)
		return false;
	if (line_split(text, &label, &value) && ehc_str_is_nocase(label, "date")) {
		note_left(r, b, label, "a label: the plan has its own");
		text = value;
	}
	if (text.len > 0) {
		r->text->text = r->text->text.len == 0 ? text : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(r->text->text), EHC_ARG(text));
		part_block(r, r->text, b);
		note_read(r, b, text, r->text);
	}
	return true;
}

static bool
placement_label(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	struct ehc_str f = label_fold(r->a, label);
	bool type = ehc_str_find_word(f, "type") != SIZE_MAX;
	struct part *p = section_part(r);

	if (r->open != BIT(EHC_I) || p == NULL || !(type || ehc_str_find_word(f, "name") != SIZE_MAX || ehc_str_find_word(f, "school") != SIZE_MAX))
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	if (value.len > 0)
		note_read(r, b, value, part_field(r, p, type ? EHC_L_TYPE : EHC_L_NAME, value, b));
	return true;
}

/* "F1, F2 and G1". */
static bool
only_ids(struct ehc_str value)
{
	struct ehc_str word, id;
	bool any = false;

	while (ehc_str_split(&value, ' ', &word)) {
		while (word.len > 0 && strchr(",;", word.ptr[word.len - 1]) != NULL)
			word.len--;
		if (word.len == 0 || ehc_str_is(word, "and"))
			continue;
		if (line_id(word, "ABCDEFGHJK", &id) == 0 || id.len != word.len)
			return false;
		any = true;
	}
	return any;
}

static bool
known_label(struct reader *r, struct meaning m, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	enum ehc_level level = ehc_keyword(m.label)->level;

	if (level == EHC_LEVEL_FIELD && (r->item == NULL || value.len == 0))
		return false;
	if (is_item(m.label) && r->item != NULL && only_ids(value)) {
		note_left(r, b, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(value)), "the numbers of items that name this one themselves");
		return true;
	}
	note_left(r, b, label, "a label: the plan has its own");
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

static bool
label_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;
	enum ehc_label voice;
	struct meaning m;

	if (!line_split(text, &label, &value))
		return false;
	if (placement_label(r, label, value, b))
		return true;
	if ((r->open & ITEM_SECTIONS) != 0)
		return item_label_known(r, label, &m) && m.label != EHC_L_ADVICE && known_label(r, m, label, value, b);
	if (r->open == BIT(EHC_A) && line_words(label) <= 8 && (voice = label_voice(label_fold(r->a, label))) != EHC_L_NONE) {
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
	if (r->seen != 0 || line_words(value) > 25)
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

	if (ehc_str_find_nocase(rest, " / ") == SIZE_MAX || (at == SIZE_MAX && line_words(text) > 40))
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
static void
voice_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str f = label_fold(r->a, text);
	enum ehc_label label = label_voice(f);

	r->mode = (struct meaning){ label == EHC_L_NONE ? EHC_L_CHILD_VIEWS : label, EHC_A };
	r->mode_is_said = true;
	if (r->mode.label == EHC_L_CHILD_VIEWS && ehc_str_find_nocase(f, "views") == SIZE_MAX && ehc_str_find_nocase(f, "about me") == SIZE_MAX) {
		text_add(r, EHC_L_CHILD_VIEWS, text, b);
		return;
	}
	r->text = r->item = NULL;
	note_left(r, b, text, "a heading: the plan has its own");
}

static void
area_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str id;
	size_t n = line_id(text, "BEFG", &id);

	if (n == 0)
		n = line_number(text);
	if (n > 0)
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, n)), "the number of a heading");
	r->area = draft_fold(r->a, ehc_str_sub(text, n, text.len));
	if (line_is_capitals(r->area)) {
		char *small = (char *)(uintptr_t)ehc_arena_cstr(r->a, r->area);

		for (size_t i = 1; i < r->area.len; i++)
			small[i] = small[i] >= 'A' && small[i] <= 'Z' ? (char)(small[i] - 'A' + 'a') : small[i];
		r->area.ptr = small;
	}
	r->item = r->text = NULL;
	r->lead = EHC_NOSTR;
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

/* "Outcome E5": the next paragraph is that item. */
static bool
names_item(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str word, id, rest = text;

	if (line_words(text) != 2 || !ehc_str_split(&rest, ' ', &word) || rest.len == 0 || line_id(rest, "ABCDEFGHJK", &id) != rest.len || id.len != rest.len)
		return false;
	r->named = rest;
	note_left(r, b, text, "a heading: the item below it has the number");
	return true;
}

static void
title_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct meaning m;

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
		if (names_item(r, text, b))
			return;
		if (!label_area(text) && item_label_known(r, text, &m) && ehc_keyword(m.label)->level != EHC_LEVEL_FIELD && m.label != EHC_L_ADVICE) {
			r->mode = m;
			r->mode_is_said = true;
			r->item = r->text = NULL;
			note_left(r, b, text, "a heading: the plan has its own");
		} else
			area_title(r, text, b);
		return;
	}
	if (r->seen == 0 && detail_is_owner(r, text)) {
		plan_flush_title(r);
		detail_title(r, text, b);
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
	size_t n = line_id(text, "ABCDEFGHJK", &id);
	enum ehc_section s;
	char letter[3] = { 0, 0, 0 };

	if (n == 0 || r->seen == 0)
		return false;
	if (is_title && label_area(ehc_str_sub(text, n, text.len)))
		return false;
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
	if (r->open == BIT(EHC_K))
		return line_last_date(text) == SIZE_MAX && (marked || (b->next != NULL && line_words(b->next->text) > 30));
	if (r->open == BIT(EHC_I) || r->open == BIT(EHC_J))
		return marked;
	return true;
}

void
plan_paragraph(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool may_be_title)
{
	bool is_title;

	if (r->named.len > 0 && b->kind == EHC_DRAFT_PARAGRAPH && text.len > 0) {
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(r->named), EHC_ARG(text));
		r->named = EHC_NOSTR;
		may_be_title = false;
	}
	if (b->marker.len > 0)
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(b->marker), EHC_ARG(text));
	is_title = may_be_title && line_is_title(b, text);
	if (text.len == 0)
		return;
	if (signature_line(r, text, b) || section_line(r, text, b, is_title) || columns_line(r, text, b) || item_line(r, text, b, is_title))
		return;
	if (is_title && heads_something(r, text, b)) {
		title_line(r, text, b);
		return;
	}
	if (!label_line(r, text, b))
		plan_content(r, text, b);
}

void
plan_block(struct reader *r, const struct ehc_draft_block *b)
{
	if (b->kind == EHC_DRAFT_TABLE)
		table_read(r, b);
	else
		plan_paragraph(r, b->text, b, true);
}
