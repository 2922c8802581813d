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

/* In a text without marks: "Contacts:", or a short line that names a part. */
static bool
heads_part(struct reader *r, const struct ehc_draft_block *b)
{
	if (care_names_level(r, b))
		return true;
	return b->kind == EHC_DRAFT_PARAGRAPH && line_is_title(b, b->text) && (ehc_str_ends_nocase(b->text, ":") || care_part_of(label_fold(r->a, b->text)) != PART_UNKNOWN) && !ehc_str_has(b->text, "999");
}

/* In a text without marks: a few words, no order, above a sentence or a list. */
static bool
heads_next(struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = b->next;

	while (next != NULL && next->table == NULL && next->text.len == 0)
		next = next->next;
	return b->kind == EHC_DRAFT_PARAGRAPH && line_words(b->text) <= 6 && line_is_title(b, b->text) && line_number(b->text) == 0 && !ehc_str_has_digit(b->text) && !care_is_step(b->text) && next != NULL &&
	    (next->kind == EHC_DRAFT_BULLET || (next->kind == EHC_DRAFT_PARAGRAPH && !next->strong && line_number(next->text) == 0 && ehc_str_ends_nocase(next->text, "."))) &&
	    care_emergency_label(label_fold(r->a, b->text)) == EHC_L_NONE;
}

/* An ambulance is called in what stands below, up to the next heading. */
static bool
calls_below(struct reader *r, const struct ehc_draft_block *b)
{
	static const char *const calls[] = { "999", "ambulance", NULL };
	enum { LINES = 12 };
	size_t n = 0;

	for (b = b->next; b != NULL && n < LINES && b->kind != EHC_DRAFT_HEADING && !heads_next(r, b) && !(b->strong && b->table == NULL && b->text.len > 0) && !ehc_str_ends_nocase(b->text, "?") && !heads_part(r, b); b = b->next, n++) {
		if (has_any(b->text, calls) && !ehc_str_has(b->text, "rather than"))
			return true;
		for (const struct ehc_draft_row *row = b->table == NULL ? NULL : b->table->first; row != NULL; row = row->next)
			for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
				if (has_any(cell_text(r->a, c), calls))
					return true;
	}
	return false;
}

/* "Details of parents": not of a thing. */
static bool
is_of_person(struct ehc_str f)
{
	static const char *const words[] = { "child", "pupil", "student", "personal", "parent", "carer", "family", "school", "gp", "doctor", "plan", "my ", NULL };

	return has_any(f, words) || line_words(f) == 1;
}

/* The first line below it is an order, and another stands in the next. */
static bool
orders_below(const struct ehc_draft_block *b)
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

static bool
says_kind(struct ehc_str word)
{
	static const char *const kinds[] = { "plan", "action", "care", "healthcare", "health", "emergency", "management", "school", "protocol", "card", "medical", "individual", "my", "the", "for", "in", NULL };

	return is_any(word, kinds);
}

/* "Sickle cell care plan", "School asthma card": without the words for the kind of document, where the rest is an illness. */
static struct ehc_str
illness_of_plan(struct reader *r, struct ehc_str title)
{
	size_t at;

	for (;; title = ehc_str_trim(ehc_str_sub(title, 0, at))) {
		for (at = title.len; at > 0 && title.ptr[at - 1] != ' '; at--)
			;
		if (title.len == 0 || !says_kind(ehc_str_sub(title, at, title.len)))
			break;
	}
	for (;; title = ehc_str_trim(ehc_str_sub(title, at, title.len))) {
		for (at = 0; at < title.len && title.ptr[at] != ' '; at++)
			;
		if (title.len == 0 || !says_kind(ehc_str_sub(title, 0, at)))
			break;
	}
	return title.len > 0 && line_words(title) <= 4 && !line_is_capitals(title) && !has_any(label_fold(r->a, title), (const char *const[]){ "'s", "service", "team", "clinic", "hospital", NULL }) && care_is_medical(label_fold(r->a, title)) ? title : EHC_NOSTR;
}

/* "Individual Health Care Plan - Epilepsy", "ASTHMA CARE PLAN": the illness in the title. */
static void
take_illness(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	static const char *const words[] = { "Asthma", "Epilepsy", "Diabetes", "Anaphylaxis", "Allergy", "Gastrostomy", "Tracheostomy" };
	static const char *const marks[] = { " \xE2\x80\x93 ", " - ", ": ", " with " };
	struct ehc_str front, tail;

	if (r->illness.len > 0 || r->seen != PART_HEAD)
		return;
	for (size_t i = 0; i < EHC_COUNT(marks); i++) {
		size_t at = ehc_str_find_nocase(title, marks[i]);

		if (at == SIZE_MAX)
			continue;
		front = ehc_str_trim(ehc_str_sub(title, 0, at));
		tail = ehc_str_trim(ehc_str_sub(title, at + strlen(marks[i]), title.len));
		/* "Type 1 diabetes: care plan" */
		if (has_any(front, (const char *const[]){ "service", "team", "clinic", "hospital", NULL }))
			continue;
		if (front.len > 0 && line_words(front) <= 4 && care_is_medical(label_fold(r->a, front)) && !ehc_str_has(front, "plan") && ehc_str_has(tail, "plan"))
			r->illness = front;
		if (tail.len > 0 && line_words(tail) <= 4 && care_is_medical(label_fold(r->a, tail)) && ehc_str_find_nocase(tail, "plan") == SIZE_MAX)
			r->illness = tail;
	}
	if (r->illness.len == 0)
		r->illness = illness_of_plan(r, title);
	for (size_t i = 0; i < EHC_COUNT(words) && r->illness.len == 0; i++)
		if (ehc_str_find_nocase(title, words[i]) != SIZE_MAX)
			r->illness = ehc_str_of(words[i]);
	r->illness_block = b;
}

struct part *
care_named_condition(struct reader *r)
{
	struct part *condition = NULL;

	if (r->illness.len == 0 || care_find(r, EHC_STR("M1")) != NULL)
		return NULL;
	condition = care_item(r, EHC_L_CONDITION, EHC_NOSTR, r->illness, r->illness_block);
	note_look(r, r->illness_block, r->illness, condition, "The condition was read out of the title of the plan.");
	r->item = NULL;
	return condition;
}

bool
care_in_emergency(const struct reader *r)
{
	return r->emergency != NULL && (r->seen == PART_EMERGENCY || r->seen == PART_RECORDS);
}

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

static void
open_part(struct reader *r, enum care_part part, const struct ehc_draft_block *b)
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
static void
emergency_heading(struct reader *r, struct ehc_str title, struct ehc_str folded, const struct ehc_draft_block *b)
{
	static const char *const signs[] = { "sign", "symptom", "watch", "reaction", "look for", NULL };
	static const char *const calls[] = { "999", "call ", "dial ", "ring ", "phone ", "when to call", "when to ring", "when to dial", NULL }, *const whom[] = { "999", "ambulance", "when to call", NULL };

	size_t level = r->seen == PART_EMERGENCY && b->kind == EHC_DRAFT_HEADING && b->level > r->ncolumns ? r->ncolumns : b->level;

	/* Emergencies below one heading keep its level. */
	open_part(r, PART_EMERGENCY, b);
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
	open_part(r, kind == EHC_L_EMERGENCY ? PART_EMERGENCY : PART_CONDITION, b);
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

/* The child's name by itself, below the title of the plan. */
bool
care_is_name(const struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const not[] = { "school", "academy", "college", "nursery", "plan", "council", "trust", "nhs", "federation", "primary", "junior", "infant", "centre", "hospital", "clinic", "service",
		"form", "card", "protocol", "care", "health", "medic", "consent", "surgery", NULL };
	size_t words = line_words(text);

	if (r->child->text.len > 0)
		return ehc_str_eq_nocase(r->child->text, text);
	if (words < 2 || words > 4 || !b->strong || has_any(text, not) || ehc_str_has_digit(text) || line_is_capitals(text))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if ((i == 0 || text.ptr[i - 1] == ' ') && text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
			return false;
	return r->seen == PART_EMERGENCY || r->seen == PART_HEAD;
}

void
care_take_name(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (r->child->text.len > 0) {
		note_left(r, b, text, "the child's name, again");
		return;
	}
	r->child->text = text;
	part_block(r, r->child, b);
	note_look(r, b, text, r->child, "Taken as the child's name, because it stands by itself below a title.");
}

/* "Individual Health Care Plan for Ada Example". */
static bool
take_name_in_title(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(title, "plan for ");
	struct ehc_str name = at == SIZE_MAX ? EHC_NOSTR : ehc_str_trim(ehc_str_sub(title, at + strlen("plan for "), title.len));
	bool capital = true;

	if (r->child->text.len > 0 || r->seen != PART_HEAD || line_words(name) < 2 || line_words(name) > 4 || care_is_medical(label_fold(r->a, name)) || line_is_capitals(name) ||
	    ehc_str_find_nocase(name, "school") != SIZE_MAX || ehc_str_find_nocase(name, "child") != SIZE_MAX || ehc_str_find_nocase(name, "pupil") != SIZE_MAX)
		return false;
	for (size_t i = 0; i < name.len; i++)
		capital = capital && !((i == 0 || name.ptr[i - 1] == ' ') && !ehc_is_capital(name.ptr[i]));
	if (!capital)
		return false;
	note_left(r, b, ehc_str_sub(title, 0, title.len - name.len), "a heading of the title page");
	care_take_name(r, name, b);
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
	open_part(r, PART_CONDITION, b);
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
	size_t n = line_number(text);

	*lettered = label_section(r, text, true, &label) && label.lettered && label.title.len > 0;
	return *lettered ? label.title : ehc_str_sub(text, n, text.len);
}

/* "Example Nursery - Individual care plan": the school stands before the kind of document. */
static void
take_school_in_title(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b)
{
	static const char *const marks[] = { " \xE2\x80\x93 ", " - ", ": ", " | " };

	for (size_t i = 0; i < EHC_COUNT(marks) && r->seen == PART_HEAD; i++) {
		size_t at = ehc_str_find_nocase(title, marks[i]);
		struct ehc_str front = ehc_str_trim(ehc_str_sub(title, 0, at == SIZE_MAX ? 0 : at));

		if (front.len > 0 && detail_is_owner(r, front)) {
			detail_title(r, front, b);
			return;
		}
	}
}

/* A heading below that of the conditions names another one, unless it heads a table, or what was asked for are signs or triggers. */
static bool
goes_on_with_conditions(const struct reader *r, const struct ehc_draft_block *b)
{
	struct ehc_str area = label_fold(r->a, r->area);

	if (r->seen != PART_CONDITIONS || (b->kind == EHC_DRAFT_HEADING && b->level <= r->ncolumns) || care_asks_triggers(area) || care_asks_signs(area))
		return false;
	return b->next == NULL || b->next->table == NULL || (r->before != NULL && ehc_str_ends_nocase(r->before->text, ":"));
}

/* Below an emergency that has its steps a heading without a level names another one only where it speaks of something that happens, or orders or a call follow. */
static bool
may_be_emergency(struct reader *r, struct ehc_str folded, const struct ehc_draft_block *b)
{
	return b->kind == EHC_DRAFT_HEADING || r->emergency == NULL || part_find_field(r->emergency, EHC_L_UNCONFIRMED) == NULL || care_is_event(folded) || care_is_acute(folded) || care_is_medical(folded) || calls_below(r, b) || orders_below(b);
}

void
care_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	bool lettered;
	struct ehc_str title = without_number(r, text, &lettered), folded = label_fold(r->a, title);
	enum care_part part = care_part_of(folded), below_it = part_of_table(r, b);
	enum ehc_label within = care_in_emergency(r) ? care_emergency_label(folded) : EHC_L_NONE;
	static const char *const allergic[] = { "allerg", NULL };
	static const char *const documents[] = { "plan", "card", "protocol", "record", NULL };
	static const char *const asking[] = { "consent", "request", "permission", "agreement for", "agreement to", "care plan", "feeding plan", "feed plan", "medication plan", "medicine plan", "treatment plan", NULL };
	bool below = r->seen == PART_EMERGENCY && (b->kind == EHC_DRAFT_HEADING ? b->level > r->ncolumns : !r->headed || care_is_medical(folded)) && may_be_emergency(r, folded, b);

	if (part == PART_UNKNOWN && r->child->text.len > 0 && !lettered && (!care_is_medical(folded) || care_is_acute(folded)) && (r->seen != PART_CONDITIONS || care_asks_or_tells(folded)) && calls_below(r, b))
		part = PART_EMERGENCY;
	if (part == PART_UNKNOWN && r->child->text.len > 0 && r->seen != PART_CONDITIONS && care_is_event(folded) && orders_below(b))
		part = PART_EMERGENCY;
	/* "Tube details" once the child is known: no part of the first page. */
	if (part == PART_HEAD && r->has_items && r->child->text.len > 0 && ehc_str_ends_nocase(folded, "details") && !is_of_person(folded))
		part = PART_UNKNOWN;
	if (below_it != PART_UNKNOWN && (part == PART_UNKNOWN || part == PART_SIGNED))
		part = below_it;
	if (card_heading(r, text, b))
		return;
	if (r->mode_is_said && is_kind(folded)) {
		note_left(r, b, text, "the title of a table");
		return;
	}
	if (care_is_name(r, text, b)) {
		care_take_name(r, text, b);
		return;
	}
	if (within != EHC_L_NONE) {
		care_emergency_part(r, within, text, b);
		return;
	}
	/* "Step 2" above what is then to be done. */
	if (care_in_emergency(r) && ehc_str_is(care_uncounted(folded), "step") && ehc_str_has_digit(folded)) {
		r->step_label = EHC_L_STEP;
		note_left(r, b, text, "the number of a step");
		return;
	}
	if (care_in_emergency(r) && ehc_str_is(folded, "what, who and where")) {
		r->repeated = true;
		note_left(r, b, text, "a heading: the plan has its own");
		return;
	}
	if (has_any(folded, documents)) {
		take_illness(r, title, b);
		take_school_in_title(r, title, b);
		if (take_name_in_title(r, title, b))
			return;
	}
	if (part == PART_UNKNOWN && r->first == NULL && r->seen != PART_CONDITIONS && part_find_field(r->head, EHC_L_SCHOOL) == NULL && !care_is_medical(folded) && !ehc_str_ends_nocase(title, "?")) {
		detail_title(r, text, b);
		return;
	}
	/* Before any label the headings are those of the title page. */
	if ((part == PART_UNKNOWN || (r->first == NULL && (has_any(folded, asking) || (part == PART_LIFE && ehc_str_has_word(folded, "plan")))) || (part == PART_CONDITIONS && !has_any(folded, allergic))) && r->child->text.len == 0 && r->child->fields == NULL && !r->has_items && r->seen != PART_CONDITIONS) {
		note_left(r, b, text, "a heading of the title page");
		return;
	}
	if (care_in_emergency(r) && part == PART_UNKNOWN && b->kind != EHC_DRAFT_HEADING && (care_is_step(folded) || folded.ptr[0] == '*' || ehc_str_starts_nocase(folded, "if "))) {
		care_step(r, text, b);
		return;
	}
	if (below && part == PART_UNKNOWN) {
		r->emergency = NULL;
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, draft_fold(r->a, title), b);
		r->step_label = EHC_L_STEP;
		return;
	}
	if (part == PART_UNKNOWN && !ehc_str_ends_nocase(title, "?") && (lettered || care_is_medical(folded) || (!care_asks_or_tells(folded) && goes_on_with_conditions(r, b)))) {
		condition_heading(r, text, title, b);
		return;
	}
	if (r->seen == PART_CONDITIONS && b->kind == EHC_DRAFT_HEADING && b->level > r->ncolumns && care_is_medical(folded)) {
		condition_heading(r, text, title, b);
		return;
	}
	if (part == PART_EMERGENCY) {
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, (size_t)(title.ptr - text.ptr))), "the number of a heading");
		emergency_heading(r, title, folded, b);
		return;
	}
	open_part(r, part, b);
	r->ncolumns = b->level;
	r->area = part == PART_UNKNOWN && !ehc_str_ends_nocase(title, "?") ? text : title;
	note_left(r, b, text, "a heading: the plan has its own");
}
