/*
 * care_head.c - headings and questions of a child's health care plan: what the lines below each are.
 */
#include "import/care.h"

#include <string.h>

/* What the columns of the table right below a heading say of it. */
static enum care_part
part_of_table(struct reader *r, const struct ehc_draft_block *b)
{
	static const struct { enum ehc_label kind; enum care_part part; } parts[] = {
		{ EHC_L_CONDITION, PART_CONDITIONS }, { EHC_L_MEDICINE, PART_MEDICINE }, { EHC_L_FEED, PART_MEDICINE }, { EHC_L_STAFF, PART_STAFF }, { EHC_L_CONTACT, PART_CONTACTS }, { EHC_L_EMERGENCY, PART_EMERGENCY },
	};
	enum ehc_label kind;

	for (b = b->next; b != NULL && b->table == NULL && b->text.len == 0; b = b->next)
		;
	kind = b == NULL || b->table == NULL ? EHC_L_NONE : care_table_kind(r, b->table);
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (parts[i].kind == kind)
			return parts[i].part;
	return PART_UNKNOWN;
}

/* "Details of parents": not of a thing. */
static bool
is_of_person(struct ehc_str f)
{
	static const char *const words[] = { "child", "pupil", "student", "personal", "parent", "carer", "family", "school", "gp", "doctor", "plan", "my ", NULL };

	return has_any(f, words) || ehc_str_words(f) == 1;
}

void
care_open_part(struct reader *r, enum care_part part, const struct ehc_draft_block *b)
{
	r->seen = (unsigned)part;
	r->item = r->text = r->emergency = NULL;
	r->mode_is_said = r->repeated = r->headed = false;
	r->step_label = EHC_L_NONE;
	/* A part below a condition's heading is about it; one beside it is about the child. */
	if (b->level <= r->condition_level || (part != PART_CONDITION && part != PART_EMERGENCY && part != PART_MEDICINE && part != PART_LIFE))
		r->condition = NULL;
	if (r->condition_level == 0 && part != PART_CONDITION && part != PART_EMERGENCY && part != PART_MEDICINE)
		r->condition = NULL;
}

/* "Medicine R1: ibuprofen": what stands below belongs to it. */
static bool
card_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label kind;
	struct ehc_str id, title;

	if (!care_card(text, &kind, &id, &title))
		return false;
	if (care_find(r, id) != NULL) {
		note_left(r, b, text, "a heading: the item that it names stands above");
		return true;
	}
	care_open_part(r, kind == EHC_L_EMERGENCY ? PART_EMERGENCY : PART_CONDITION, b);
	r->condition = NULL;
	care_item(r, kind, id, title, b);
	note_left(r, b, ehc_str_sub(text, 0, text.len - title.len), "a heading: the plan has its own");
	r->mode_is_said = true;
	if (kind == EHC_L_EMERGENCY)
		r->emergency = r->item;
	if (kind == EHC_L_EMERGENCY || kind == EHC_L_MEDICINE || kind == EHC_L_FEED)
		care_unconfirmed(r, r->item, b);
	return true;
}

/* "Medicine", as the table of a medicine is called. */
static bool
is_kind(struct ehc_str folded)
{
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++)
		if ((all[i].docs & EHC_IN_H) != 0 && ehc_keyword(all[i].label)->level == EHC_LEVEL_ITEM && ehc_str_is(folded, all[i].spelling))
			return true;
	return false;
}

static void
condition_heading(struct reader *r, struct ehc_str text, struct ehc_str title, const struct ehc_draft_block *b)
{
	care_open_part(r, PART_CONDITION, b);
	r->condition = NULL;
	r->condition = care_item(r, EHC_L_CONDITION, EHC_NOSTR, draft_fold(r->a, title), b);
	r->condition_level = b->level;
	if (title.ptr != text.ptr)
		note_left(r, b, ehc_str_sub(text, 0, (size_t)(title.ptr - text.ptr)), "a heading: the plan has its own");
}

/* "3. Medication": without its number. */
static struct ehc_str
without_number(struct reader *r, struct ehc_str text, bool *lettered)
{
	struct section_label label;
	size_t n = line_number(text), digits = 0;

	/* "5 If Ada collapses" */
	while (digits < text.len && ehc_is_digit(text.ptr[digits]))
		digits++;
	if (n == 0 && digits > 0 && digits <= 2 && digits + 1 < text.len && text.ptr[digits] == ' ' && ehc_is_capital(text.ptr[digits + 1]))
		n = digits + 1;
	*lettered = label_section(r, text, true, &label) && label.lettered && label.title.len > 0;
	return *lettered ? label.title : ehc_str_sub(text, n, text.len);
}

/* A heading, and what it was found to say. */
struct heading {
	struct ehc_str text;
	struct ehc_str title;           /* without its number */
	struct ehc_str folded;          /* the title, in small letters */
	bool lettered;                  /* a letter of a section stands before it */
	bool asks;                      /* it ends in a question mark */
	enum care_part part;
	const struct ehc_draft_block *block;
};

/* By its words, and where they leave it open by what stands below it. */
static enum care_part
part_of_heading(struct reader *r, const struct heading *h)
{
	enum care_part part = care_part_of(h->folded), below = part_of_table(r, h->block);
	bool known = r->child->text.len > 0, acute = !care_is_medical(h->folded) || care_is_acute(h->folded);

	if (part == PART_UNKNOWN && known && !h->lettered && acute && (r->seen != PART_CONDITIONS || care_asks_or_tells(h->folded)) &&
	    care_calls_below(r, h->block))
		part = PART_EMERGENCY;
	if (part == PART_UNKNOWN && known && r->seen != PART_CONDITIONS && care_is_event(h->folded) && care_orders_below(h->block))
		part = PART_EMERGENCY;
	/* "Tube details" once the child is known: no part of the first page. */
	if (part == PART_HEAD && r->has_items && known && ehc_str_ends_nocase(h->folded, "details") && !is_of_person(h->folded))
		part = PART_UNKNOWN;
	return below != PART_UNKNOWN && (part == PART_UNKNOWN || part == PART_SIGNED) ? below : part;
}

static struct heading
heading_of(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct heading h = { .text = text, .block = b };

	h.title = without_number(r, text, &h.lettered);
	h.folded = label_fold(r->a, h.title);
	h.asks = ehc_str_ends_nocase(h.title, "?");
	h.part = part_of_heading(r, &h);
	return h;
}

/* The title of an item's table, the child's name again, or a heading within an emergency: it opens nothing. */
static bool
heads_nothing_new(struct reader *r, const struct heading *h)
{
	enum ehc_label within = care_in_emergency(r) ? care_emergency_label(h->folded) : EHC_L_NONE;

	if (r->mode_is_said && is_kind(h->folded))
		note_left(r, h->block, h->text, "the title of a table");
	else if (care_is_name(r, h->text, h->block))
		care_take_name(r, h->text, h->block);
	else if (within != EHC_L_NONE)
		care_emergency_part(r, within, h->text, h->block);
	else if (care_in_emergency(r) && ehc_str_is(care_uncounted(h->folded), "step") && ehc_str_has_digit(h->folded)) {
		/* "Step 2" above what is then to be done. */
		r->step_label = EHC_L_STEP;
		note_left(r, h->block, h->text, "the number of a step");
	} else if (care_in_emergency(r) && ehc_str_is(h->folded, "what, who and where")) {
		r->repeated = true;
		note_left(r, h->block, h->text, "a heading: the plan has its own");
	} else
		return false;
	return true;
}

/* Before any label the headings are those of the title page. */
static bool
is_of_title_page(const struct reader *r, const struct heading *h)
{
	static const char *const asking[] = { "consent", "request", "permission", "agreement for", "agreement to", "care plan", "feeding plan", "feed plan",
		"medication plan", "medicine plan", "treatment plan", NULL };
	bool of_plan = has_any(h->folded, asking) || (h->part == PART_LIFE && ehc_str_has_word(h->folded, "plan"));

	if (r->child->text.len > 0 || r->child->fields != NULL || r->has_items || r->seen == PART_CONDITIONS)
		return false;
	return h->part == PART_UNKNOWN || (r->first == NULL && of_plan) || (h->part == PART_CONDITIONS && !ehc_str_has(h->folded, "allerg"));
}

static bool
title_page(struct reader *r, const struct heading *h)
{
	static const char *const documents[] = { "plan", "card", "protocol", "record", NULL };

	if (has_any(h->folded, documents) && care_title(r, h->title, h->block))
		return true;
	if (h->part == PART_UNKNOWN && r->first == NULL && r->seen != PART_CONDITIONS &&
	    part_find_field(r->head, EHC_L_SCHOOL) == NULL && !care_is_medical(h->folded) && !h->asks) {
		detail_title(r, h->text, h->block);
		return true;
	}
	if (!is_of_title_page(r, h))
		return false;
	note_left(r, h->block, h->text, "a heading of the title page");
	return true;
}

/* Below an emergency that has its steps a heading without a level names another one only where it speaks of something that happens, or orders or a call follow. */
static bool
names_another_emergency(struct reader *r, const struct heading *h)
{
	const struct ehc_draft_block *b = h->block;
	bool levelled = b->kind == EHC_DRAFT_HEADING;

	if (r->seen != PART_EMERGENCY || !(levelled ? b->level > r->ncolumns : !r->headed || care_is_medical(h->folded)))
		return false;
	return levelled || r->emergency == NULL || part_find_field(r->emergency, EHC_L_UNCONFIRMED) == NULL ||
	    care_is_event(h->folded) || care_is_acute(h->folded) ||
	    care_is_medical(h->folded) || care_calls_below(r, b) || care_orders_below(b);
}

/* Words that are not known, below an emergency: an order, or another emergency. */
static bool
below_emergency(struct reader *r, const struct heading *h)
{
	if (h->part != PART_UNKNOWN)
		return false;
	if (care_in_emergency(r) && h->block->kind != EHC_DRAFT_HEADING &&
	    (care_is_step(h->folded) || ehc_str_starts_nocase(h->folded, "*") || ehc_str_starts_nocase(h->folded, "if "))) {
		care_step(r, h->text, h->block);
		return true;
	}
	if (!names_another_emergency(r, h))
		return false;
	r->emergency = NULL;
	r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, draft_fold(r->a, h->title), h->block);
	r->step_label = EHC_L_STEP;
	return true;
}

/* A heading below that of the conditions names another one, unless it heads a table, or what was asked for are signs or triggers. */
static bool
goes_on_with_conditions(const struct reader *r, const struct ehc_draft_block *b)
{
	struct ehc_str area = label_fold(r->a, r->area);

	if (r->seen != PART_CONDITIONS || (b->kind == EHC_DRAFT_HEADING && b->level <= r->ncolumns) || care_asks_triggers(area) ||
	    care_asks_signs(area))
		return false;
	return b->next == NULL || b->next->table == NULL || (r->before != NULL && ehc_str_ends_nocase(r->before->text, ":"));
}

static bool
names_condition(const struct reader *r, const struct heading *h)
{
	const struct ehc_draft_block *b = h->block;

	if (h->part == PART_UNKNOWN && !h->asks &&
	    (h->lettered || care_is_medical(h->folded) || (!care_asks_or_tells(h->folded) && goes_on_with_conditions(r, b))))
		return true;
	return r->seen == PART_CONDITIONS && b->kind == EHC_DRAFT_HEADING && b->level > r->ncolumns && care_is_medical(h->folded);
}

void
care_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct heading h = heading_of(r, text, b);

	if (card_heading(r, text, b) || heads_nothing_new(r, &h) || title_page(r, &h) || below_emergency(r, &h))
		return;
	if (names_condition(r, &h)) {
		condition_heading(r, text, h.title, b);
		return;
	}
	if (h.part == PART_EMERGENCY) {
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, (size_t)(h.title.ptr - text.ptr))), "the number of a heading");
		care_emergency_heading(r, h.title, h.folded, b);
		return;
	}
	care_open_part(r, h.part, b);
	r->ncolumns = b->level;
	r->area = h.part == PART_UNKNOWN && !h.asks ? text : h.title;
	note_left(r, b, text, "a heading: the plan has its own");
}
