/*
 * care_item.c - what a health care plan holds: conditions, medicines, emergencies, care, people. A sentence on a medicine, a feed or a step
 * is never taken apart, and whatever is said of one is marked `unconfirmed:` until a person has compared it.
 */
#include "import/care.h"

#include <string.h>

static const struct { char letter; enum ehc_label label; } letters[] = {
	{ 'M', EHC_L_CONDITION }, { 'R', EHC_L_MEDICINE }, { 'N', EHC_L_STAFF }, { 'T', EHC_L_TASK }, { 'S', EHC_L_CARE }, { 'X', EHC_L_EMERGENCY }, { 'P', EHC_L_CONTACT },
	{ 'Q', EHC_L_TRAINING },
};

enum ehc_label
care_kind(struct ehc_str s)
{
	struct ehc_str id;

	if (s.len == 0 || line_id(s, "MRNTSXPQ", &id) != s.len || id.len != s.len)
		return EHC_L_NONE;
	for (size_t i = 0; i < EHC_COUNT(letters); i++)
		if (letters[i].letter == s.ptr[0])
			return letters[i].label;
	return EHC_L_NONE;
}

bool
care_card(struct ehc_str text, enum ehc_label *kind, struct ehc_str *id, struct ehc_str *title)
{
	struct ehc_str label, value, word;
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);

	if (!line_split(text, &label, &value)) {
		label = ehc_str_trim(text);
		value = EHC_NOSTR;
	}
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(all[i].spelling);

		if ((all[i].docs & EHC_IN_H) == 0 || ehc_keyword(all[i].label)->level != EHC_LEVEL_ITEM ||
		    !ehc_str_starts_nocase(label, all[i].spelling) || len >= label.len || label.ptr[len] != ' ')
			continue;
		word = ehc_str_sub(label, len + 1, label.len);
		if (care_kind(word) != all[i].label && !(care_kind(word) == EHC_L_MEDICINE && all[i].label == EHC_L_FEED))
			continue;
		*kind = all[i].label;
		*id = word;
		*title = value;
		return true;
	}
	return false;
}

struct part *
care_find(struct reader *r, struct ehc_str id)
{
	return part_index(r, &r->outcomes, id, NULL);
}

static const char *
prefix_of(enum ehc_label label)
{
	static const char prefixes[][2] = { "M", "R", "N", "T", "S", "X", "P", "Q" };

	for (size_t i = 0; i < EHC_COUNT(letters); i++)
		if (letters[i].label == label || (label == EHC_L_FEED && letters[i].label == EHC_L_MEDICINE))
			return prefixes[i];
	return "S";
}

struct part *
care_item(struct reader *r, enum ehc_label label, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = part_add(r, label, b);

	memcpy(p->prefix, prefix_of(label), 2);
	/* What others name needs its number at once. */
	while (id.len == 0 && (label == EHC_L_CONDITION || label == EHC_L_TASK)) {
		id = ehc_arena_printf(r->a, "%s%zu", p->prefix, ++r->numbered[label]);
		if (care_find(r, id) != NULL)
			id = EHC_NOSTR;
	}
	p->id = id;
	if (id.len > 0)
		part_index(r, &r->outcomes, id, p);
	part_text(r, p, text, b);
	if (r->condition != NULL && (ehc_keyword(EHC_L_FOR)->on & ehc_keyword(label)->on) != 0)
		part_field(r, p, EHC_L_FOR, r->condition->id, b);
	r->item = p;
	r->has_items = true;
	r->text = NULL;
	note_read(r, b, text, p);
	return p;
}

struct part *
care_numbered(struct reader *r, const struct ehc_draft_cell *c, enum ehc_label kind, struct ehc_str id)
{
	const struct ehc_draft_block *b = cell_block(c);
	struct part *p = care_item(r, kind, id, b == NULL ? EHC_NOSTR : b->text, b);

	for (b = b == NULL ? NULL : b->next; b != NULL; b = b->next) {
		if (b->text.len == 0 || field_line(r, p, b->text, b))
			continue;
		if (b->kind == EHC_DRAFT_BULLET)
			part_bullet(r, p, b->text, b);
		else
			part_text(r, p, b->text, b);
		note_read(r, b, b->text, p);
	}
	return p;
}

void
care_text(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (r->text == NULL || r->text->label != label || r->text != r->last)
		r->text = part_add(r, label, b);
	if (b->kind == EHC_DRAFT_BULLET)
		part_bullet(r, r->text, text, b);
	else
		part_text(r, r->text, text, b);
	note_read(r, b, text, r->text);
	r->item = NULL;
}

/* ---- medicines, feeds, emergencies ---- */

void
care_unconfirmed(struct reader *r, struct part *p, const struct ehc_draft_block *b)
{
	if (part_find_field(p, EHC_L_UNCONFIRMED) != NULL)
		return;
	part_field(r, p, EHC_L_UNCONFIRMED, EHC_STR("read from a draft; compare each line with the prescription or the clinician's plan"), b);
	note_look(r, b, p->text, p, "Its words were taken over as they stand: compare each with the prescription or the clinician's plan.");
}

void
care_remark(struct reader *r, struct part *medicine, struct ehc_str text, const struct ehc_draft_block *b)
{
	part_field(r, medicine, EHC_L_UNCONFIRMED, text, b);
	part_block(r, medicine, b);
	note_look(r, b, text, medicine, "Said of a medicine: kept under `unconfirmed:` until somebody who may has confirmed it.");
}

/* The name that a medicine's own sentence gives it cannot be told from its other words, so the whole of them stands for it. */
void
care_medicine(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = care_item(r, EHC_L_MEDICINE, EHC_NOSTR, text, b);

	part_field(r, p, EHC_L_UNCONFIRMED,
	    EHC_STR("name, dose, route and times stand in one text; write each into its field and have it confirmed"), b);
	note_look(r, b, text, p, "A medicine: its words are kept together until somebody who may has confirmed each of them.");
}

bool
care_names_medicine(struct ehc_str f)
{
	static const char *const words[] = { "name of medic", "medicine name", "medication name", "name of drug", "name and strength", "name/type of medic", "drug", "name of inhaler", NULL };

	f = care_uncounted(f);
	return ehc_str_words(f) <= 8 && (ehc_str_is(f, "medicine") || ehc_str_is(f, "medication") || has_any(f, words)) &&
	    ehc_str_find_nocase(f, "dose") == SIZE_MAX;
}

/* ---- what a condition's lines say ---- */

static bool
is_emergency(struct ehc_str text)
{
	static const char *const sure[] = { "999", "ambulance", "a&e", "comes out", "resuscitat", "put anything in", "emergency", NULL };
	static const char *const not[] = { "no medicine", "warning sign", "trips", NULL };

	return has_any(text, sure) && !has_any(text, not);
}

static bool
is_medicine(struct ehc_str text)
{
	static const char *const words[] = { "medicine", "medication", "tablet", "inhaler", "injector", "insulin", " mg", "buccal", NULL };

	return has_any(text, words);
}

bool
care_has_amount(struct ehc_str text)
{
	static const char *const amounts[] = { " mg", " ml", " puff", " microgram", " unit", " litre", "l/min", " kpa", NULL };

	return ehc_str_has_digit(text) && has_any(text, amounts);
}

/* A feed or a dose within daily care is no more to be relied on than a medicine. */
struct part *
care_daily(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const feeds[] = { " ml ", "ml/", "pump rate", NULL };
	static const char *const calls[] = { "999", "ambulance", NULL };
	struct part *p = care_item(r, EHC_L_CARE, EHC_NOSTR, text, b);

	if (has_any(text, feeds)) {
		part_field(r, p, EHC_L_UNCONFIRMED, EHC_STR("the volumes, rates and times in this text"), b);
		note_look(r, b, text, p, "A feed: have its volumes, rates and times confirmed by somebody who may.");
	} else if (care_has_amount(text)) {
		part_field(r, p, EHC_L_UNCONFIRMED, EHC_STR("the medicine and its amounts in this text"), b);
		note_look(r, b, text, p, "A dose stands in it: have it confirmed by somebody who may.");
	} else if (has_any(text, calls)) {
		part_field(r, p, EHC_L_UNCONFIRMED, EHC_STR("what to do in an emergency in this text"), b);
		note_look(r, b, text, p, "A step of an emergency stands in it: have it confirmed by somebody who may.");
	}
	return p;
}

static void
signs(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;
	size_t at = ehc_str_find_nocase(text, ". ");

	if (at != SIZE_MAX && at < 60) {
		note_left(r, b, ehc_str_sub(text, 0, at), "a heading: the plan has its own");
		text = ehc_str_trim(ehc_str_sub(text, at + 1, text.len));
	} else if (line_split(text, &label, &value)) {
		note_left(r, b, label, "a label: the plan has its own");
		text = value;
	}
	note_read(r, b, text, part_field(r, r->condition, EHC_L_SIGNS, text, b));
	part_block(r, r->condition, b);
}

void
care_condition_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const sign_words[] = { "look like", "signs and symptoms", "signs of", "symptoms", NULL };
	static const char *const steps[] = { "rescue medicine", "after the ", "call 999", "do not give more", "adrenaline", NULL };
	static const char *const no_medicine[] = { "no medicine", "warning", NULL };
	struct ehc_str start = ehc_str_sub(text, 0, text.len < 60 ? text.len : 60), label;

	if (r->condition != NULL && r->condition == r->item && field_line(r, r->condition, text, b))
		return;
	if (r->condition != NULL && has_any(start, sign_words))
		signs(r, text, b);
	else if (r->emergency != NULL && ehc_str_starts_nocase(text, "afterwards")) {
		care_step(r, text, b);
		r->emergency = NULL;
	} else if (r->emergency != NULL && (has_any(text, steps) || b->kind == EHC_DRAFT_BULLET))
		care_step(r, text, b);
	else if (is_emergency(text))
		care_emergency(r, text, b);
	else if (is_medicine(text) && !has_any(text, no_medicine)) {
		r->emergency = NULL;
		care_medicine(r, text, b);
	} else if (r->condition != NULL && r->item == r->condition && r->condition->fields == NULL &&
	    line_id(text, "ABCDEFGHIJ", &label) == 0 && r->last == r->condition &&
	    ehc_str_find_nocase(text, " has ") != SIZE_MAX) {
		part_text(r, r->condition, text, b);
		note_read(r, b, text, r->condition);
	} else {
		r->emergency = NULL;
		care_daily(r, text, b);
	}
}
