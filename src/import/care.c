/*
 * care.c - a child's health care plan: conditions, daily care, emergencies, who is trained. Medicines, feeds and the steps of an
 * emergency are never taken apart: their words stay together under `unconfirmed:` until a person has confirmed each.
 */
#include "import/recognise.h"

#include <string.h>

enum part_of_plan { PART_HEAD, PART_CONDITION, PART_LIFE, PART_STAFF, PART_CONTACTS, PART_WISHES, PART_CARD, PART_SIGNED, PART_TRIPS, PART_LEARNING, PART_KNOW, PART_MEDICINE, PART_EMERGENCY };

static enum part_of_plan
part_by_title(struct ehc_str f)
{
	static const struct { enum part_of_plan part; const char *words[8]; } known[] = {
		{ PART_CARD, { "summary card", "copy for", NULL } },
		{ PART_CONTACTS, { "contact", NULL } },
		{ PART_SIGNED, { "agreement", "signature", "signed", "agreed by", NULL } },
		{ PART_STAFF, { "trained", "training", "staff", NULL } },
		{ PART_WISHES, { "wants", "wishes", "views", "how i want", NULL } },
		{ PART_TRIPS, { "trips", "residential", "visits", NULL } },
		{ PART_LEARNING, { "learning", "absence", NULL } },
		{ PART_KNOW, { "who needs to know", "sharing", NULL } },
		{ PART_EMERGENCY, { "emergency", NULL } },
		{ PART_MEDICINE, { "medicine", "medication", NULL } },
		{ PART_LIFE, { "school life", "daily", "school day", "personal care", "activities", "routine", NULL } },
		{ PART_HEAD, { "details", "healthcare plan", "health care plan", NULL } },
	};

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (has_any(f, known[i].words))
			return known[i].part;
	return PART_CONDITION;
}

/* The part that is open stands in the reader's mode: its label, and which part it is. */
static void
set_part(struct reader *r, enum part_of_plan part)
{
	r->seen = (unsigned)part;
	r->item = r->text = r->emergency = NULL;
	if (part != PART_CONDITION && part != PART_EMERGENCY && part != PART_MEDICINE)
		r->condition = NULL;
}

static struct part *
care_item(struct reader *r, enum ehc_label label, const char *prefix, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = part_add(r, label, b);

	memcpy(p->prefix, prefix, strlen(prefix) + 1);
	if (label == EHC_L_CONDITION || label == EHC_L_EMERGENCY || label == EHC_L_TASK || r->condition != NULL) {
		size_t n = 1;

		/* Ties need ids at once, so these are numbered as they come. */
		for (struct part *q = r->first; q != NULL; q = q->next)
			n += q->label == label && q != p;
		if (label == EHC_L_CONDITION || label == EHC_L_TASK)
			p->id = ehc_arena_printf(r->a, "%s%zu", prefix, n);
	}
	part_text(r, p, text, b);
	if (r->condition != NULL && p != r->condition && (ehc_keyword(label)->docs & EHC_IN_H) != 0 && (ehc_keyword(EHC_L_FOR)->on & ehc_keyword(label)->on) != 0)
		part_field(r, p, EHC_L_FOR, r->condition->id, b);
	r->item = p;
	r->text = NULL;
	note_read(r, b, text, p);
	return p;
}

static void
care_text(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (r->text == NULL || r->text->label != label || r->text != r->last)
		r->text = part_add(r, label, b);
	part_text(r, r->text, text, b);
	note_read(r, b, text, r->text);
	r->item = NULL;
}

/* ---- headings ---- */

static void
heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct section_label label;
	struct ehc_str title = text;
	enum part_of_plan part;

	if (label_section(r, text, true, &label) && label.lettered && label.title.len > 0)
		title = label.title;
	part = part_by_title(label_fold(r->a, title));
	if (part == PART_CONDITION && r->first == NULL && part_find_field(r->head, EHC_L_SCHOOL) == NULL) {
		detail_title(r, text, b);
		return;
	}
	/* Before any label the headings are those of the title page. */
	if (part == PART_CONDITION && r->child->text.len == 0) {
		note_left(r, b, text, "a heading of the title page");
		return;
	}
	set_part(r, part);
	if (part == PART_CONDITION) {
		r->condition = NULL;
		r->condition = care_item(r, EHC_L_CONDITION, "M", draft_fold(r->a, title), b);
		r->item = r->condition;
		if (title.ptr != text.ptr)
			note_left(r, b, ehc_str_sub(text, 0, (size_t)(title.ptr - text.ptr)), "a heading: the plan has its own");
	} else
		note_left(r, b, text, "a heading: the plan has its own");
}

/* ---- what a condition's lines say ---- */

static bool
speaks_of(struct ehc_str text, const char *const *words)
{
	return has_any(text, words);
}

static bool
is_emergency(struct ehc_str text)
{
	static const char *const sure[] = { "999", "ambulance", "a&e", "comes out", "resuscitat", "put anything in", "emergency", NULL };
	static const char *const not[] = { "no medicine", "warning sign", "trips", NULL };

	return speaks_of(text, sure) && !speaks_of(text, not);
}

static bool
is_medicine(struct ehc_str text)
{
	static const char *const words[] = { "medicine", "medication", "tablet", "inhaler", "injector", "insulin", " mg", "buccal", NULL };

	return speaks_of(text, words);
}

/* The name that a medicine's own sentence gives it cannot be told from its other words, so the whole of them stands for it. */
static void
medicine(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = care_item(r, EHC_L_MEDICINE, "R", text, b);

	part_field(r, p, EHC_L_UNCONFIRMED, EHC_STR("name, dose, route and times stand in one text; write each into its field and have it confirmed"), b);
	note_look(r, b, text, p, "A medicine: its words are kept together until somebody who may has confirmed each of them.");
}

static void
step(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	part_field(r, r->emergency, EHC_L_UNCONFIRMED, text, b);
	part_block(r, r->emergency, b);
	note_look(r, b, text, r->emergency, "A step of an emergency: kept under `unconfirmed:` until somebody who may has confirmed it.");
}

/* "Type 2, what to do. Nearest adult: ..." : the first sentence names the emergency, the rest are its steps. */
static void
emergency(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const ends[] = { ". ", ": " };
	size_t at = SIZE_MAX, n = 0;

	for (size_t i = 0; i < EHC_COUNT(ends); i++) {
		size_t found = ehc_str_find_nocase(text, ends[i]);

		if (found < at) {
			at = found;
			n = text.ptr[found] == '.' ? 1 : 0;
		}
	}
	if (at == SIZE_MAX || at > 120) {
		r->emergency = care_item(r, EHC_L_EMERGENCY, "X", EHC_NOSTR, b);
		step(r, text, b);
		return;
	}
	r->emergency = care_item(r, EHC_L_EMERGENCY, "X", ehc_str_sub(text, 0, at + n), b);
	text = ehc_str_trim(ehc_str_sub(text, at + 1, text.len));
	if (text.len > 0)
		step(r, text, b);
}

/* Daily care; a feed is no more to be relied on than a medicine. */
static void
daily(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const feeds[] = { " ml ", "ml/", "pump rate", NULL };
	struct part *p = care_item(r, EHC_L_CARE, "S", text, b);

	if (!speaks_of(text, feeds))
		return;
	part_field(r, p, EHC_L_UNCONFIRMED, EHC_STR("the volumes, rates and times in this text"), b);
	note_look(r, b, text, p, "A feed: have its volumes, rates and times confirmed by somebody who may.");
}

static void
condition_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const signs[] = { "look like", "signs and symptoms", "signs of", "symptoms", NULL };
	static const char *const triggers[] = { "triggers", "brought on by", NULL };
	static const char *const steps[] = { "rescue medicine", "after the ", "call 999", "do not give more", "adrenaline", NULL };
	struct ehc_str start = ehc_str_sub(text, 0, text.len < 60 ? text.len : 60), label, value;

	if (r->condition != NULL && speaks_of(start, signs)) {
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
	} else if (r->condition != NULL && speaks_of(start, triggers) && line_split(text, &label, &value)) {
		note_left(r, b, label, "a label: the plan has its own");
		note_read(r, b, value, part_field(r, r->condition, EHC_L_TRIGGERS, value, b));
	} else if (r->emergency != NULL && ehc_str_starts_nocase(text, "afterwards")) {
		step(r, text, b);
		r->emergency = NULL;
	} else if (r->emergency != NULL && (speaks_of(text, steps) || b->kind == EHC_DRAFT_BULLET))
		step(r, text, b);
	else if (is_emergency(text))
		emergency(r, text, b);
	else if (is_medicine(text) && !speaks_of(text, (const char *const[]){ "no medicine", "warning", NULL })) {
		r->emergency = NULL;
		medicine(r, text, b);
	} else if (r->condition != NULL && r->item == r->condition && r->condition->fields == NULL && line_id(text, "ABCDEFGHIJ", &label) == 0 && r->last == r->condition &&
	    ehc_str_find_nocase(text, " has ") != SIZE_MAX) {
		part_text(r, r->condition, text, b);
		note_read(r, b, text, r->condition);
	} else {
		r->emergency = NULL;
		daily(r, text, b);
	}
}

/* ---- lines of the other parts ---- */

static struct part *
staff_named(struct reader *r, struct ehc_str text)
{
	for (struct part *p = r->first; p != NULL; p = p->next)
		if (p->label == EHC_L_STAFF) {
			size_t comma = ehc_str_find_nocase(p->text, ",");
			struct ehc_str name = ehc_str_sub(p->text, 0, comma == SIZE_MAX ? p->text.len : comma);
			size_t does = ehc_str_find_nocase(text, ehc_arena_printf(r->a, "%.*s does", EHC_ARG(name)).ptr);

			if (does != SIZE_MAX)
				return p;
		}
	return NULL;
}

static void
life_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const struct { const char *start; enum ehc_label label; } known[] = {
		{ "trips:", EHC_L_TRIPS }, { "visits:", EHC_L_TRIPS }, { "learning:", EHC_L_LEARNING }, { "tests:", EHC_L_LEARNING },
	};

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_starts_nocase(text, known[i].start)) {
			size_t n = strlen(known[i].start);

			note_left(r, b, ehc_str_sub(text, 0, n), "a label: the plan has its own");
			care_text(r, known[i].label, ehc_str_trim(ehc_str_sub(text, n, text.len)), b);
			return;
		}
	if (ehc_str_starts_nocase(text, "absence")) {
		care_text(r, EHC_L_LEARNING, text, b);
		return;
	}
	care_item(r, EHC_L_CARE, "S", text, b);
}

static void
staff_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = staff_named(r, text);

	if (p != NULL)
		note_read(r, b, text, part_field(r, p, EHC_L_COVERS, text, b));
	else
		care_item(r, EHC_L_TRAINING, "Q", text, b);
}

static bool
labelled_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value, by;
	size_t at;

	if (!line_split(text, &label, &value))
		return false;
	if (ehc_str_starts_nocase(label, "weight") && value.len > 0) {
		at = line_last_date(label);
		part_field(r, r->child, EHC_L_WEIGHT, at == SIZE_MAX ? value : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(value), EHC_ARG(ehc_str_sub(label, at, label.len))), b);
		note_left(r, b, label, "a label: the plan has its own");
		note_read(r, b, value, r->child);
		return true;
	}
	if (label_detail(r, label) == EHC_L_WRITTEN && (at = ehc_str_find_nocase(value, " by ")) != SIZE_MAX) {
		size_t with = ehc_str_find_nocase(value, ", with ");

		by = ehc_str_sub(value, at + 4, with != SIZE_MAX && with > at ? with : value.len);
		part_field(r, r->head, EHC_L_WRITTEN, ehc_str_sub(value, 0, at), b);
		part_field(r, r->head, EHC_L_WRITTEN_BY, by, b);
		if (with != SIZE_MAX && with > at)
			part_field(r, r->head, EHC_L_TOOK_PART, ehc_str_sub(value, with + 7, value.len), b);
		note_left(r, b, label, "a label: the plan has its own");
		note_left(r, b, EHC_STR("by, with"), "words between two values");
		note_read(r, b, value, r->head);
		return true;
	}
	if (has_any(label_fold(r->a, label), (const char *const[]){ " wants", "wishes", NULL }) && line_words(label) <= 5 && value.len > 0) {
		note_left(r, b, label, "a label: the plan has its own");
		care_text(r, EHC_L_CHILD_WISHES, value, b);
		return true;
	}
	return r->seen == PART_HEAD && detail_add(r, label, value, b);
}

static void
content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str id;
	size_t n = line_id(text, "ABCDEFGHIJ", &id);

	if (labelled_line(r, text, b))
		return;
	if (n == 0)
		n = line_number(text);
	if (n > 0) {
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, n)), "a number: the plan gives each item its own");
		text = ehc_str_sub(text, n, text.len);
	}
	switch ((enum part_of_plan)r->seen) {
	case PART_CONDITION: case PART_EMERGENCY:
		condition_line(r, text, b);
		break;
	case PART_MEDICINE:
		medicine(r, text, b);
		break;
	case PART_LIFE:
		life_line(r, text, b);
		break;
	case PART_STAFF:
		staff_line(r, text, b);
		break;
	case PART_CONTACTS:
		care_item(r, EHC_L_CONTACT, "P", text, b);
		break;
	case PART_WISHES:
		care_text(r, EHC_L_CHILD_WISHES, text, b);
		break;
	case PART_CARD:
		care_text(r, EHC_L_SUMMARY_CARD, text, b);
		break;
	case PART_SIGNED:
		r->text = NULL;
		care_text(r, EHC_L_SIGNED, text, b);
		break;
	case PART_TRIPS:
		care_text(r, EHC_L_TRIPS, text, b);
		break;
	case PART_LEARNING:
		care_text(r, EHC_L_LEARNING, text, b);
		break;
	case PART_KNOW:
		care_text(r, EHC_L_STAFF_TO_KNOW, text, b);
		break;
	case PART_HEAD:
		unplaced(r, b, text);
		break;
	}
}

void
care_block(struct reader *r, const struct ehc_draft_block *b)
{
	struct ehc_str text = b->text, id;

	if (b->kind == EHC_DRAFT_TABLE) {
		care_table(r, b);
		return;
	}
	if (text.len == 0)
		return;
	if (b->marker.len > 0)
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(b->marker), EHC_ARG(text));
	/* Under contacts and signatures every line is one, however short. */
	if (line_is_title(b, text) && line_number(text) == 0 && line_id(text, "ABCDEFGHIJ", &id) == 0 &&
	    !((r->seen == PART_CONTACTS || r->seen == PART_SIGNED) && b->kind != EHC_DRAFT_HEADING && !b->strong && !line_is_capitals(text)))
		heading(r, text, b);
	else
		content(r, text, b);
}
