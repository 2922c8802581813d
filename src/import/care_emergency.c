/*
 * care_emergency.c - what is done when a child falls ill: headings that open an emergency, its signs, its steps, and what must not be done.
 * A step is kept under `unconfirmed:` until a person has compared it.
 */
#include "import/care.h"

#include <string.h>

bool
care_in_emergency(const struct reader *r)
{
	return r->emergency != NULL && (r->seen == PART_EMERGENCY || r->seen == PART_RECORDS);
}

/* ---- what speaks of one ---- */

/* A heading within an emergency: what the lines below it are. */
enum ehc_label
care_emergency_label(struct ehc_str f)
{
	static const struct { const char *words; enum ehc_label label; bool start; } known[] = {
		{ "signs", EHC_L_SIGN, false }, { "signs and symptoms", EHC_L_SIGN, false }, { "symptoms", EHC_L_SIGN, false }, { "signs to watch for", EHC_L_SIGN, false }, { "what it looks like", EHC_L_SIGN, false },
		{ "what you may see", EHC_L_SIGN, false }, { "what you might see", EHC_L_SIGN, false }, { "what to look for", EHC_L_SIGN, false }, { "look for", EHC_L_SIGN, false }, { "look out for", EHC_L_SIGN, false },
		{ "what to do", EHC_L_STEP, false }, { "action", EHC_L_STEP, true }, { "steps", EHC_L_STEP, false }, { "if any ", EHC_L_STEP, true }, { "if one ", EHC_L_STEP, true }, { "do this", EHC_L_STEP, false },
		{ "then do", EHC_L_STEP, true }, { "call 999", EHC_L_STEP, true }, { "dial 999", EHC_L_STEP, true }, { "call an ambulance", EHC_L_STEP, true }, { "treatment", EHC_L_STEP, false }, { "response", EHC_L_STEP, false },
		{ "do not", EHC_L_DO_NOT, false }, { "don't", EHC_L_DO_NOT, false }, { "never", EHC_L_DO_NOT, false }, { "then", EHC_L_THEN, false }, { "afterwards", EHC_L_THEN, false }, { "aftercare", EHC_L_THEN, false },
		{ "recovery", EHC_L_THEN, false }, { "after a ", EHC_L_THEN, true }, { "after the ", EHC_L_THEN, true }, { "after giving", EHC_L_STEP, true }, { "following a ", EHC_L_THEN, true },
	};

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (known[i].start ? ehc_str_starts_nocase(f, known[i].words) : ehc_str_is(f, known[i].words))
			return known[i].label;
	return EHC_L_NONE;
}

bool
care_is_step(struct ehc_str text)
{
	static const char *const verbs[] = { "give ", "call ", "dial ", "ring ", "phone ", "lay ", "lie ", "sit ", "stay ", "keep ", "note ", "time ", "remain ", "use ", "do not ", "don't ", "send ",
		"check ", "place ", "put ", "administer ", "inform ", "wait ", "reassure ", "help ", "start ", "begin ", "move ", "cushion ", "remove ", "turn ", "loosen ", "contact ", "then ", "after ",
		"if no ", "if there is no ", "if still ", "if he ", "if she ", "if they ", "repeat ", "record ", "tell ", "take ", "follow ", "monitor ", "observe ", "allow ", "encourage ", "ask ", "get ",
		"fetch ", "cover ", "wash ", "press ", "pinch ", "lean ", "clamp ", "apply ", "shout ", "commence ", "raise ", "suction ", "insert ", "locate ", "switch ", "disconnect ", "stop ", "protect ", "make sure ", "ensure ", NULL };

	return starts_any(text, verbs);
}

/* Words that leave open which emergency is meant: "What to do in an emergency". */
static bool
is_any_emergency(struct ehc_str f)
{
	static const char *const words[] = { "emergency", "emergencies", "procedure", "procedures", "in", "an", "the", "a", "action", "actions", "plan", "describe", "what", "constitutes", "and", "to", "take", "do", "if",
		"this", "occurs", "information", "medical", "instructions", "protocol", "response", "treatment", "situation", "care", "for", "of", "school", "managing", "management", "event", "is", "first", "aid", "how",
		"respond", "pupil", "child", "happens", "staff", "should", "steps", "arrangements", "at", "case", "when", "it", "as", NULL };
	struct ehc_str word;

	while (ehc_str_split(&f, ' ', &word)) {
		while (word.len > 0 && strchr(",:;.()?/-", word.ptr[word.len - 1]) != NULL)
			word.len--;
		if (word.len > 0 && !is_any(word, words))
			return false;
	}
	return true;
}

/* In a text without marks: "Contacts:", or a short line that names a part. */
static bool
heads_part(struct reader *r, const struct ehc_draft_block *b)
{
	if (care_names_level(r, b))
		return true;
	return b->kind == EHC_DRAFT_PARAGRAPH && line_is_title(b, b->text) &&
	    (ehc_str_ends_nocase(b->text, ":") || care_part_of(label_fold(r->a, b->text)) != PART_UNKNOWN) && !ehc_str_has(b->text, "999");
}

/* In a text without marks: a few words, no order, above a sentence or a list. */
static bool
heads_next(struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = block_below(b);

	return b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_words(b->text) <= 6 && line_is_title(b, b->text) &&
	    line_number(b->text) == 0 && !ehc_str_has_digit(b->text) && !care_is_step(b->text) && next != NULL &&
	    (next->kind == EHC_DRAFT_BULLET || (next->kind == EHC_DRAFT_PARAGRAPH && !next->strong &&
	    line_number(next->text) == 0 && ehc_str_ends_nocase(next->text, "."))) &&
	    care_emergency_label(label_fold(r->a, b->text)) == EHC_L_NONE;
}

/* An ambulance is called in what stands below, up to the next heading. */
bool
care_calls_below(struct reader *r, const struct ehc_draft_block *b)
{
	static const char *const calls[] = { "999", "ambulance", NULL };
	enum { LINES = 12 };
	size_t n = 0;

	for (b = b->next; b != NULL && n < LINES && b->kind != EHC_DRAFT_HEADING && !heads_next(r, b) &&
	    !(b->strong && b->table == NULL && b->text.len > 0) && !ehc_str_ends_nocase(b->text, "?") && !heads_part(r, b); b = b->next, n++) {
		if (has_any(b->text, calls) && !ehc_str_has(b->text, "rather than"))
			return true;
		for (const struct ehc_draft_row *row = b->table == NULL ? NULL : b->table->first; row != NULL; row = row->next)
			for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
				if (has_any(cell_text(r->a, c), calls))
					return true;
	}
	return false;
}

/* The first line below it is an order, and another stands in the next. */
bool
care_orders_below(const struct ehc_draft_block *b)
{
	size_t n = 0;

	for (b = b->next; b != NULL && b->table == NULL && b->kind != EHC_DRAFT_HEADING && !b->strong; b = b->next) {
		if (b->text.len == 0)
			continue;
		if (!care_is_step(ehc_str_sub(b->text, line_number(b->text), b->text.len)))
			return false;
		if (++n == 2)
			return true;
	}
	return false;
}

/* ---- signs and steps ---- */

void
care_step(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	part_field(r, r->emergency, EHC_L_UNCONFIRMED, text, b);
	part_block(r, r->emergency, b);
	note_look(r, b, text, r->emergency, "A step of an emergency: kept under `unconfirmed:` until somebody who may has confirmed it.");
}

/* A heading within an emergency; one that is an order itself, "Dial 999", is a step too. */
void
care_emergency_part(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	r->step_label = label;
	if (label == EHC_L_STEP && (care_is_step(text) || ehc_str_starts_nocase(text, "if ")))
		care_step(r, text, b);
	else
		note_left(r, b, text, "a heading: the plan has its own");
}

/* "Type 2, what to do. Nearest adult: ..." : the first sentence names the emergency, the rest are its steps. */
void
care_emergency(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
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
	if ((at == SIZE_MAX || at > 120) && r->emergency != NULL) {
		care_step(r, text, b);
		return;
	}
	if (at == SIZE_MAX || at > 120) {
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR,
		    r->seen == PART_EMERGENCY && ehc_str_words(r->area) <= 8 ? r->area : EHC_NOSTR, b);
		care_step(r, text, b);
		return;
	}
	r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, ehc_str_sub(text, 0, at + n), b);
	text = ehc_str_trim(ehc_str_sub(text, at + 1, text.len));
	if (text.len > 0)
		care_step(r, text, b);
}

/* "I wake at night" below "Amber", before the first step: said of the child, no order, and nothing that is counted. */
static bool
is_zone_sign(const struct reader *r, struct ehc_str text)
{
	static const char *const starts[] = { "I ", "my ", "he ", "she ", "they ", "his ", "her ", "their ", "child ", "cannot ", "can't ", "no ", "not ", NULL };

	if (!care_is_zone(r->area) || part_find_field(r->emergency, EHC_L_UNCONFIRMED) != NULL || ehc_str_has_digit(text) ||
	    care_is_step(text) || ehc_str_words(text) > 14)
		return false;
	return starts_any(text, starts);
}

/* The number before a step, or the whole line where it is the number of the next: true for that. */
static bool
takes_number(struct reader *r, struct ehc_str *text, const struct ehc_draft_block *b)
{
	size_t n = r->mode_is_said ? 0 : line_number(*text);

	if (n > 0) {
		note_left(r, b, ehc_str_trim(ehc_str_sub(*text, 0, n)), "the number of a step");
		*text = ehc_str_sub(*text, n, text->len);
	}
	for (n = 0; n < text->len && ehc_is_digit(text->ptr[n]); n++)
		;
	if (n == 0 || n < text->len)
		return false;
	r->named = *text;
	return true;
}

/* "Do not: move her" */
static bool
labelled_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;
	enum ehc_label within;

	if (!line_split(text, &label, &value) || value.len == 0 || ehc_str_words(label) > 4)
		return false;
	within = care_emergency_label(label_fold(r->a, label));
	if (within == EHC_L_NONE)
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	if (within == EHC_L_STEP)
		care_step(r, value, b);
	else
		note_read(r, b, value, part_field(r, r->emergency, within, value, b));
	part_block(r, r->emergency, b);
	return true;
}

/* What a line without a label is, by the heading above it. */
static void
bare_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	bool numbered = r->mode_is_said && r->named.len > 0;

	if (r->step_label == EHC_L_STEP && !numbered) {
		care_step(r, text, b);
		return;
	}
	if (r->step_label == EHC_L_NONE)
		part_text(r, r->emergency, text, b);
	else if (r->step_label != EHC_L_STEP)
		part_field(r, r->emergency, r->step_label, text, b);
	else {
		part_field(r, r->emergency, EHC_L_STEP, text, b)->id = r->named;
		note_left(r, b, r->named, "the number of a step");
	}
	r->named = EHC_NOSTR;
	part_block(r, r->emergency, b);
	note_read(r, b, text, r->emergency);
}

void
care_emergency_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label within = ehc_str_words(text) <= 4 ? care_emergency_label(label_fold(r->a, text)) : EHC_L_NONE;

	if (within != EHC_L_NONE) {
		care_emergency_part(r, within, text, b);
		return;
	}
	text = ehc_str_trim(text);
	if (takes_number(r, &text, b) || field_line(r, r->emergency, text, b) || labelled_line(r, text, b))
		return;
	/* An order is no sign, whatever the heading speaks of; below it stand steps. */
	if (r->step_label == EHC_L_SIGN && (care_is_step(text) || care_has_amount(text)))
		r->step_label = EHC_L_STEP;
	if (r->step_label == EHC_L_STEP && is_zone_sign(r, text)) {
		note_read(r, b, text, part_field(r, r->emergency, EHC_L_SIGN, text, b));
		part_block(r, r->emergency, b);
		return;
	}
	bare_line(r, text, b);
}

/* ---- its heading ---- */

static struct part *
last_emergency(struct reader *r)
{
	struct part *found = NULL;

	for (struct part *p = r->first; p != NULL; p = p->next)
		if (p->label == EHC_L_EMERGENCY)
			found = p;
	return found;
}

/* A heading that names one emergency: the lines below are its signs, where it speaks of them, or its steps. */
void
care_emergency_heading(struct reader *r, struct ehc_str title, struct ehc_str folded, const struct ehc_draft_block *b)
{
	static const char *const signs[] = { "sign", "symptom", "watch", "reaction", "look for", NULL };
	static const char *const calls[] = { "999", "call ", "dial ", "ring ", "phone ", "when to call", "when to ring", "when to dial", NULL }, *const whom[] = { "999", "ambulance", "when to call", NULL };

	size_t level = r->seen == PART_EMERGENCY && b->kind == EHC_DRAFT_HEADING && b->level > r->ncolumns ? r->ncolumns : b->level;

	/* Emergencies below one heading keep its level. */
	care_open_part(r, PART_EMERGENCY, b);
	r->ncolumns = level;
	title = ehc_str_trim(title);
	while (title.len > 0 && title.ptr[title.len - 1] == ':')
		title.len--;
	r->area = title;
	if (is_any_emergency(folded)) {
		note_left(r, b, title, "a heading: the plan has its own");
		return;
	}
	/* When to call is a part of what to do. */
	if (starts_any(folded, calls) && has_any(folded, whom) && (r->emergency = last_emergency(r)) != NULL) {
		care_step(r, title, b);
		r->step_label = EHC_L_STEP;
		return;
	}
	r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, draft_fold(r->a, title), b);
	r->headed = true;
	r->step_label = has_any(folded, signs) || ehc_str_ends_nocase(folded, " if") ? EHC_L_SIGN : EHC_L_STEP;
}
