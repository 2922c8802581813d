/*
 * care_pair.c - a label or a question beside its value, in a table of a health care plan: of which item it is, or what it opens.
 */
#include "import/care.h"

#include <string.h>

/* "Signs | ...", "Action | ..." below a heading that leaves open which emergency is meant. */
static bool
emergency_pair(struct reader *r, struct ehc_str name, struct ehc_str words, const struct ehc_draft_cell *value)
{
	enum ehc_label label = r->seen == PART_EMERGENCY && words.len > 0 ? care_emergency_label(label_fold(r->a, name)) : EHC_L_NONE;

	if (label == EHC_L_NONE)
		return false;
	note_left(r, cell_block(value), name, "a label: the plan has its own");
	if (r->emergency == NULL)
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, r->area, cell_block(value));
	for (const struct ehc_draft_block *b = value->first; b != NULL; b = b->next) {
		if (b->text.len == 0)
			continue;
		if (label == EHC_L_STEP)
			care_step(r, b->text, b);
		else
			note_read(r, b, b->text, part_field(r, r->emergency, label, b->text, b));
		part_block(r, r->emergency, b);
	}
	return true;
}

/* A form about one medicine: what it asks belongs to it, whatever was asked between. What must be minded stays with it as it stands. */
static bool
medicine_pair(struct reader *r, struct ehc_str name, struct ehc_str words, struct ehc_str line, const struct ehc_draft_block *b)
{
	static const char *const minded[] = { "precaution", "instruction", "warning", NULL };
	enum care_part part = care_part_of(label_fold(r->a, name));
	enum ehc_label label;

	if (r->medicine == NULL || r->seen == PART_CONTACTS || r->seen == PART_SIGNED || care_names_medicine(label_fold(r->a, name)))
		return false;
	label = field_named(r, r->medicine, name);
	if (label != EHC_L_NONE && words.len > 0) {
		note_left(r, b, name, "a label: the plan has its own");
		item_field(r, r->medicine, (struct meaning){ label, EHC_NO_SECTION },
		    label == EHC_L_GIVEN_BY && care_is_answer(words) ? line : words, b);
		note_read(r, b, words, r->medicine);
		r->item = r->medicine;
		r->seen = PART_MEDICINE;
		return true;
	}
	if (r->item != r->medicine || words.len == 0 || care_is_answer(words) ||
	    !(has_any(label_fold(r->a, name), minded) || part == PART_UNKNOWN || part == PART_MEDICINE))
		return false;
	care_remark(r, r->medicine, line, b);
	return true;
}

/* Below the heading of a condition, or of one kind of seizure: its name, and what it looks like with how long and how often. */
static bool
condition_pair(struct reader *r, struct ehc_str name, struct ehc_str words, struct ehc_str line, const struct ehc_draft_block *b)
{
	static const char *const names[] = { "name of seizure", "type of seizure", "seizure type", "name of condition", "condition", "name", "type", NULL };
	static const char *const looks[] = { "what it looks like", "what happens", "description", "how long", "how often", "frequency", "duration", "length", "warning", "when it happens", "recovery", NULL };
	struct ehc_str f = label_fold(r->a, name);
	struct part *said;

	if (r->condition == NULL || r->seen != PART_CONDITION || words.len == 0)
		return false;
	if (is_any(f, names) && ehc_str_has_digit(r->condition->text) && ehc_str_words(r->condition->text) <= 3) {
		note_left(r, b, r->condition->text, "a heading that counts: the name stands below it");
		note_left(r, b, name, "a label: the plan has its own");
		r->condition->text = words;
		note_read(r, b, words, r->condition);
	} else if (starts_any(f, looks)) {
		said = part_find_field(r->condition, EHC_L_SIGNS);
		if (ehc_str_starts_nocase(f, "what ") || ehc_str_is(f, "description")) {
			note_left(r, b, name, "a label: the plan has its own");
			line = words;
		}
		if (said == NULL)
			part_field(r, r->condition, EHC_L_SIGNS, line, b);
		else
			said->text = ehc_arena_printf(r->a, "%.*s; %.*s", EHC_ARG(said->text), EHC_ARG(line));
		note_read(r, b, line, r->condition);
	} else
		return false;
	part_block(r, r->condition, b);
	return true;
}

/* ---- a label beside its value ---- */

struct pair {
	const struct ehc_draft_cell *label, *value;
	struct ehc_str name, words;     /* of the two */
	struct ehc_str line;            /* both, as one line would have them */
	struct ehc_str folded;          /* the label, in small letters */
	enum care_part part;            /* that the label speaks of */
	const struct ehc_draft_block *block;
};

static struct pair
pair_of(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	struct pair p = { .label = label, .value = value, .name = cell_text(r->a, label),
	    .words = care_bare_answer(cell_text(r->a, value)), .block = cell_block(value) };
	bool parted = p.name.len > 0 && strchr(":?", p.name.ptr[p.name.len - 1]) != NULL;

	p.folded = label_fold(r->a, p.name);
	p.part = care_part_of(p.folded);
	p.line = ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(p.name), parted ? "" : ":", EHC_ARG(p.words));
	return p;
}

/* The label is the number of an item, or names one that has a heading of its own. */
static bool
of_numbered_item(struct reader *r, const struct pair *p)
{
	enum ehc_label kind;
	struct ehc_str id, title;

	if (care_kind(p->name) != EHC_L_NONE) {
		care_numbered(r, p->value, care_kind(p->name), p->name);
		return true;
	}
	if (care_card(p->name, &kind, &id, &title) && care_find(r, id) != NULL && field_line(r, care_find(r, id), p->words, p->block))
		return true;
	return r->mode_is_said && r->item != NULL && field_line(r, r->item, p->line, p->block);
}

/* A field of the condition that is open. */
static bool
of_condition(struct reader *r, const struct pair *p)
{
	if (r->condition != NULL && r->seen == PART_CONDITION && field_line(r, r->condition, p->line, p->block))
		return true;
	return r->item != NULL && r->item->label == EHC_L_CONDITION && (r->seen == PART_CONDITIONS || r->seen == PART_HEAD) &&
	    field_line(r, r->item, p->line, p->block);
}

/* Below the heading of the medicines: the name of one, a field of the last, or a list of them. */
static bool
of_medicines(struct reader *r, const struct pair *p)
{
	bool field = r->item != NULL && r->item->label == EHC_L_MEDICINE && field_named(r, r->item, p->name) != EHC_L_NONE;

	if (r->seen != PART_MEDICINE)
		return false;
	if (p->words.len > 0 && (care_names_medicine(p->folded) || field)) {
		care_content(r, p->line, p->block);
		return true;
	}
	/* "Blue inhaler | top shelf" */
	if (r->area.len == 0 || p->part != PART_MEDICINE || ehc_str_ends_nocase(p->name, "?") || label_nil(p->words))
		return false;
	care_medicine(r, p->line, p->block);
	return true;
}

/* The label opens a part, and the value is what stands below it. */
static bool
opens_part(struct reader *r, const struct pair *p)
{
	struct ehc_draft_block *asked;

	if (p->part == PART_UNKNOWN || p->part == PART_HEAD || ehc_str_words(p->words) == 0)
		return false;
	if (p->part == PART_LIFE && ehc_str_words(p->name) <= 2 && ehc_str_words(p->words) <= 8 &&
	    !ehc_str_has(p->name, "daily") && !ehc_str_has(p->name, "care")) {
		care_daily(r, p->line, p->block);
		return true;
	}
	if (r->seen == PART_HEAD && ehc_str_ends_nocase(p->folded, "condition") && ehc_str_words(p->name) <= 5) {
		care_content(r, p->line, p->block);
		return true;
	}
	asked = EHC_NEW(r->a, struct ehc_draft_block);
	*asked = *cell_block(p->label);
	if (p->part == PART_CONTACTS && r->seen == PART_CONTACTS)
		note_left(r, asked, p->name, "a label: the plan has its own");
	else
		care_heading(r, p->name, asked);
	care_answer(r, p->value);
	return true;
}

/* "Head injury | Call 999 ...": the emergency and its steps in one row. */
static void
event(struct reader *r, const struct pair *p)
{
	r->condition = NULL;
	r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, p->name, cell_block(p->label));
	for (const struct ehc_draft_block *b = p->value->first; b != NULL; b = b->next)
		if (b->text.len > 0)
			care_step(r, b->text, b);
	r->emergency = r->item = NULL;
	r->seen = PART_UNKNOWN;
	r->area = EHC_NOSTR;
}

/* Whom to ring, something that happens with its steps, or what has a label of its own and so does not go on with what was asked for above it. */
static bool
of_unknown_label(struct reader *r, const struct pair *p)
{
	static const char *const calls[] = { "999", "ambulance", NULL };
	bool open = r->seen == PART_UNKNOWN || r->seen == PART_CONDITIONS, happens = care_is_event(p->folded) && has_any(p->words, calls);
	struct ehc_str area = label_fold(r->a, r->area);

	if (r->seen == PART_CONTACTS || (open && care_has_number(p->words) && ehc_str_words(p->name) <= 6)) {
		care_contacts(r, ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(p->name), EHC_ARG(p->words)), p->block);
		return true;
	}
	if (p->part != PART_UNKNOWN)
		return false;
	if (r->seen == PART_CONDITIONS && !happens && ehc_str_words(p->name) <= 12 && (care_asks_signs(area) || care_asks_triggers(area))) {
		care_heading(r, p->name, block_part(r->a, cell_block(p->label)));
		care_answer(r, p->value);
		return true;
	}
	if (!happens || !(open || r->seen == PART_LIFE))
		return false;
	event(r, p);
	return true;
}

void
care_pair(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	struct pair p = pair_of(r, label, value);
	struct ehc_str area = r->area;

	if (ehc_str_is(p.folded, "question") && ehc_str_is(label_fold(r->a, p.words), "answer")) {
		note_left(r, p.block, p.line, "the heading of a column: the plan has a label for it");
		return;
	}
	if (of_numbered_item(r, &p) || (r->seen == PART_CONTACTS && care_contact_pair(r, p.name, p.words, p.block)))
		return;
	if (emergency_pair(r, p.name, p.words, value) || condition_pair(r, p.name, p.words, p.line, p.block) ||
	    medicine_pair(r, p.name, p.words, p.line, p.block))
		return;
	if (label_detail(r, p.name) != EHC_L_NONE && detail_add(r, p.name, p.words, p.block))
		return;
	if (care_is_answer(p.words) && (ehc_str_ends_nocase(p.name, "?") || ehc_str_words(p.name) >= 4)) {
		care_answered(r, p.line, p.block);
		return;
	}
	if (of_condition(r, &p) || of_medicines(r, &p) || opens_part(r, &p) || of_unknown_label(r, &p))
		return;
	if (p.part == PART_UNKNOWN && r->seen == PART_UNKNOWN && !ehc_str_ends_nocase(r->area, "?"))
		r->area = p.name;
	care_content(r, p.line, p.block);
	r->area = area;
}
