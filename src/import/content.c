/*
 * content.c - lines of an EHC plan without a label: what they are is said by the section that is open, by the heading above
 * them, or by their own words.
 */
#include "import/recognise.h"

#include <string.h>

bool
is_item(enum ehc_label label)
{
	return label == EHC_L_NEED || label == EHC_L_OUTCOME || label == EHC_L_PROVISION;
}

/* ---- texts at the margin ---- */

static struct part *
open_text(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b)
{
	if (r->text != NULL && r->text->label == label && r->text == r->last)
		return r->text;
	r->text = part_add(r, label, b);
	if (label == EHC_L_STRENGTHS && r->area.len > 0 && (r->open & BIT(EHC_B)) != 0 && r->row == NULL)
		part_field(r, r->text, EHC_L_CATEGORY, r->area, b);
	r->item = NULL;
	return r->text;
}

void
text_add(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = open_text(r, label, b);

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
	/* Behind the sections a short line without a mark may as well be words of the plan. */
	if (title.len > 0 && r->seen != 0 && r->kind == EHC_DOC_EHC_PLAN && r->title_block->kind != EHC_DRAFT_HEADING && !r->title_block->strong && !line_is_capitals(title))
		unplaced(r, r->title_block, title);
	else if (title.len > 0)
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
		part_text(r, open_text(r, EHC_L_STANDARD_TEXT, r->title_block), r->title, r->title_block);
		r->title = EHC_NOSTR;
	}
	text_add(r, EHC_L_STANDARD_TEXT, text, b);
}

/* ---- lines without a label ---- */

static bool
definition_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const scopes[] = { "in this part ", "in this section ", "in this plan ", "in this part, ", "in this section, ", "in this plan, " };
	size_t at;
	struct ehc_str words;
	struct part *p;

	for (size_t i = 0; i < EHC_COUNT(scopes); i++)
		if (ehc_str_starts_nocase(text, scopes[i]) && ehc_str_find_nocase(text, " means ") != SIZE_MAX) {
			note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, strlen(scopes[i]))), "where the definition holds");
			text = ehc_str_sub(text, strlen(scopes[i]), text.len);
			break;
		}
	at = ehc_str_find_nocase(text, " means ");

	if (at == SIZE_MAX || at > 40)
		return false;
	words = ehc_str_sub(text, 0, at);
	while (words.len > 0 && strchr("\"'", words.ptr[0]) != NULL)
		words = ehc_str_sub(words, 1, words.len);
	while (words.len > 0 && strchr("\"'", words.ptr[words.len - 1]) != NULL)
		words.len--;
	if (words.len == 0 || ehc_str_words(words) > 4 || (words.ptr[0] & 0x80) != 0 || memchr(words.ptr, ':', words.len) != NULL)
		return false;
	p = part_add(r, EHC_L_DEFINITION, b);
	p->words = words;
	part_text(r, p, ehc_str_sub(text, at + 7, text.len), b);
	note_look(r, b, text, p, "Read as a definition: wherever the word stands, this is what it means.");
	note_left(r, b, EHC_STR("means"), "a label: the plan has its own");
	r->item = r->text = NULL;
	return true;
}

/* "His parents say that ...": whose views they are stands in the sentence itself. */
static bool
speaks_for_parents(struct ehc_str text)
{
	static const char *const parents[] = { "parent", "mother", "father", "mum", "dad", "carer", "family", NULL };
	static const char *const speak[] = { " say", " feel", " think", " would like", " want", " hope", " report", " told", " describe", " worr", NULL };
	struct ehc_str start = ehc_str_sub(text, 0, text.len < 60 ? text.len : 60);
	size_t words = 0, end = 0;

	while (end < start.len && words < 4)
		words += start.ptr[end++] == ' ';
	return has_any(ehc_str_sub(start, 0, end), parents) && has_any(start, speak);
}

static void
voice_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label label = r->mode.label;

	if (!r->mode_is_said && ehc_str_starts_nocase(text, "this section w"))
		label = EHC_L_VIEWS_METHOD;
	else if (!r->mode_is_said && (ehc_str_find_word(text, "likes") != SIZE_MAX || ehc_str_find_word(text, "enjoys") != SIZE_MAX || ehc_str_find_word(text, "loves") != SIZE_MAX))
		label = EHC_L_INTERESTS;
	else if (!r->mode_is_said && speaks_for_parents(text))
		label = EHC_L_PARENT_VIEWS;
	if (label == EHC_L_ASPIRATION) {
		item_add(r, (struct meaning){ EHC_L_ASPIRATION, EHC_A }, EHC_NOSTR, text, b);
		return;
	}
	text_add(r, label, text, b);
}

/* Without the number of its paragraph: "1.2 ". */
static struct ehc_str
unnumbered(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t n = text.len > 0 && ehc_is_digit(text.ptr[0]) ? line_number(text) : 0;

	if (n > 0)
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, n)), "the number of a paragraph");
	return ehc_str_sub(text, n, text.len);
}

static void
placement_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = section_part(r);
	static const char *const types[] = { "a ", "an ", "mainstream", "special school", "maintained", "independent", "general further education", NULL };
	bool is_type = starts_any(text, types);
	size_t bracket = ehc_str_find_nocase(text, " (");

	if (p == NULL) {
		unplaced(r, b, text);
		return;
	}
	/* "Example School (mainstream)" */
	if (!is_type && bracket != SIZE_MAX && ehc_str_ends_nocase(text, ")") && starts_any(ehc_str_sub(text, bracket + 2, text.len), types)) {
		part_field(r, p, EHC_L_TYPE, ehc_str_sub(text, bracket + 2, text.len - 1), b);
		text = ehc_str_sub(text, 0, bracket);
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

void
lead_end(struct reader *r)
{
	if (r->lead.len > 0 && r->lead_block != NULL)
		unplaced(r, r->lead_block, r->lead);    /* no list stood below it after all */
	r->lead = EHC_NOSTR;
	r->lead_block = NULL;
}

/* "Staff will:" above a list: its words go into each item of it, unless they hold an amount that is said once. */
static bool
lead_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (text.ptr[text.len - 1] != ':' || b->next == NULL || (b->next->kind != EHC_DRAFT_BULLET && line_number(b->next->text) == 0 && line_listed(b->next->text) == 0) || b->kind == EHC_DRAFT_BULLET)
		return false;
	text = unnumbered(r, text, b);
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
	bool beside = r->item != NULL && r->item->level > 0 && b->level <= r->item->level;      /* the item is a bullet itself, no deeper than this */
	struct part *p;

	if (under_says(r, text, b))
		return;
	if (m.label == EHC_L_OUTCOME_STEP && r->mode_is_said && r->steps_of != NULL) {
		note_read(r, b, text, part_field(r, r->steps_of, EHC_L_OUTCOME_STEP, text, b));
		part_block(r, r->steps_of, b);
		return;
	}
	/* A deeper bullet goes with the one above it, also in a list that has words above it. */
	if (bullet && r->item != NULL && r->item->level > 0 && b->level > r->item->level) {
		part_bullet(r, r->item, text, b);
		note_read(r, b, text, r->item);
		return;
	}
	if (bullet && (!beside || r->item->unfinished) && r->item != NULL && r->lead.len == 0 && (r->item->unfinished || r->item->in_list || b->level > 1 || numbered)) {
		/* Below a colon no deeper bullet is its list: where that ends cannot be seen. */
		if (beside)
			r->item->level = 0;
		part_bullet(r, r->item, text, b);
		note_read(r, b, text, r->item);
		return;
	}
	if (!bullet && line_number(text) == 0 && part_is_under(r->item, b)) {
		part_text(r, r->item, text, b);
		note_read(r, b, text, r->item);
		return;
	}
	if (!bullet && line_number(text) == 0 && line_listed(text) == 0)
		lead_end(r);
	if (lead_line(r, text, b) || under_said(r, text, b))
		return;
	if (!is_item(m.label))
		m = guess(r, text);
	if (m.label == EHC_L_NONE) {
		unplaced(r, b, text);
		return;
	}
	if (m.label == EHC_L_NEED && label_nil(text) && ehc_str_words(text) <= 4) {
		note_left(r, b, text, "says that a part of the section holds nothing");
		return;
	}
	p = item_add(r, m, EHC_NOSTR, text, b);
	if (numbered)
		note_look(r, b, text, p, "A paragraph without a number below numbered ones: read as an item of its own.");
}

/* What stands below "None." says why. */
static bool
reason_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = r->nothing;

	r->nothing = NULL;
	if (p == NULL || p != r->last || p->fields != NULL || b->kind == EHC_DRAFT_BULLET || (label_nil(text) && ehc_str_words(text) == 1))
		return false;
	part_field(r, p, EHC_L_BECAUSE, text, b);
	note_read(r, b, text, p);
	return true;
}

/* "The outcomes sought for the child", below a heading that is a letter alone. */
static bool
is_subtitle(struct reader *r, struct ehc_str text)
{
	bool begins = ehc_str_starts_nocase(text, "the ") || ehc_str_starts_nocase(text, "any ") || ehc_str_starts_nocase(text, "my ");

	/* In section I the school itself stands there. */
	if (r->titled->section == EHC_I && !begins && !ehc_str_has(text, "placement"))
		return false;
	return ehc_str_words(text) <= (begins ? 40 : ehc_str_has(text, "relat") ? 9 : 5) && !ehc_str_ends_nocase(text, ".") && !ehc_str_has_digit(ehc_str_sub(text, 0, text.len < 40 ? text.len : 40)) &&
	    ehc_str_find_word(text, "has") == SIZE_MAX && ehc_str_find_word(text, "will") == SIZE_MAX && label_has_subject(label_fold(r->a, text), r->titled->section);
}

/* "Personal budget: not requested" below the heading of section J. */
static bool
is_labelled_nothing(struct reader *r, struct ehc_str text)
{
	struct ehc_str label, value;

	return is_single(r->open) && line_split(text, &label, &value) && ehc_str_words(label) <= 5 && label_nil(value) && label_has_subject(label_fold(r->a, label), first_section(r->open)) &&
	    section_is_nothing(r, value);
}

void
plan_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (is_labelled_nothing(r, text)) {
		size_t colon = ehc_str_find_nocase(text, ":");

		note_left(r, b, ehc_str_sub(text, 0, colon), "a label: the plan has its own");
		r->titled = NULL;
		section_say_nothing(r, ehc_str_trim(ehc_str_sub(text, colon + 1, text.len)), b);
		return;
	}
	if (r->titled != NULL && section_is_nothing(r, text)) {
		r->titled = NULL;
		section_say_nothing(r, text, b);
		return;
	}
	if (r->titled != NULL && b->kind == EHC_DRAFT_PARAGRAPH && is_subtitle(r, text)) {
		r->titled->text = draft_fold(r->a, text);
		part_block(r, r->titled, b);
		note_read(r, b, text, r->titled);
		r->titled = NULL;
		return;
	}
	r->titled = NULL;
	if (text.len > 0 && (r->open == BIT(EHC_A) || r->open == BIT(EHC_I) || label_nil(ehc_str_sub(text, line_number(text), text.len))))
		text = unnumbered(r, text, b);
	if (text.len == 0 || definition_line(r, text, b) || reason_line(r, text, b))
		return;
	if (r->open != 0 && section_is_nothing(r, text)) {
		section_say_nothing(r, text, b);
		return;
	}
	if (r->mode_is_said && r->mode.label != EHC_L_NONE && ehc_keyword(r->mode.label)->level == EHC_LEVEL_TEXT) {
		if (r->mode.label == EHC_L_COPIED_TO) {
			r->text = part_add(r, EHC_L_COPIED_TO, b);      /* each is one of its own */
			part_text(r, r->text, text, b);
			note_read(r, b, text, r->text);
		} else
			text_add(r, r->mode.label, text, b);
	} else if (r->open == 0 && r->mode_is_said && r->mode.label == EHC_L_COMMENT)
		item_add(r, r->mode, EHC_NOSTR, text, b);
	else if (r->open == 0)
		standard_text(r, text, b);
	else if (r->open == BIT(EHC_A))
		voice_content(r, text, b);
	else if (r->open == BIT(EHC_I))
		placement_content(r, text, b);
	else if (r->open == BIT(EHC_J))
		item_add(r, r->mode, EHC_NOSTR, text, b);
	else if (r->open == BIT(EHC_K)) {
		if (ehc_str_words(text) > 40)
			text_add(r, EHC_L_STANDARD_TEXT, text, b);
		else
			item_advice(r, EHC_NOSTR, text, b);
	} else
		item_content(r, text, b);
}
