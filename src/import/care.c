/*
 * care.c - a child's health care plan, paragraph by paragraph: what each line below a heading or a question is.
 */
#include "import/care.h"

#include <string.h>

/* ---- lines of the parts ---- */

static struct part *
staff_named(struct reader *r, struct ehc_str text)
{
	for (struct part *p = r->first; p != NULL; p = p->next)
		if (p->label == EHC_L_STAFF) {
			size_t comma = ehc_str_find_nocase(p->text, ",");
			struct ehc_str name = ehc_str_sub(p->text, 0, comma == SIZE_MAX ? p->text.len : comma);

			if (name.len > 0 && ehc_str_find_nocase(text, ehc_arena_printf(r->a, "%.*s does", EHC_ARG(name)).ptr) != SIZE_MAX)
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
	if (ehc_str_starts_nocase(text, "absence"))
		care_text(r, EHC_L_LEARNING, text, b);
	else
		care_daily(r, text, b);
}

/* "Mrs Example, first aider, trained 3 September 2026": one name with a title, and no sentence about training. */
static bool
is_one_person(struct ehc_str text)
{
	static const char *const titles[] = { "mr ", "mrs ", "ms ", "miss ", "mx ", NULL }, *const others[] = { " mr ", " mrs ", " ms ", " miss ", " mx ", NULL };
	static const char *const verbs[] = { " is ", " are ", " was ", " were ", " has ", " have ", " will ", " must ", " to be ", " need", NULL };
	size_t end = ehc_str_find_nocase(text, ". ");

	return starts_any(text, titles) && !has_any(text, others) && !has_any(ehc_str_sub(text, 0, end == SIZE_MAX ? text.len : end), verbs);
}

static void
staff_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = staff_named(r, text);

	if (p == NULL && is_one_person(text))
		care_item(r, EHC_L_STAFF, EHC_NOSTR, text, b);
	else if (p != NULL)
		note_read(r, b, text, part_field(r, p, EHC_L_COVERS, text, b));
	else
		care_item(r, EHC_L_TRAINING, EHC_NOSTR, text, b);
}

bool
care_asks_signs(struct ehc_str folded)
{
	static const char *const asked[] = { "symptom", "signs", "describe", "means for", "affects", "looks like", "look like", NULL };

	return has_any(folded, asked);
}

bool
care_asks_triggers(struct ehc_str folded)
{
	static const char *const triggers[] = { "trigger", "sets them off", "sets it off", "set off", "brings it on", "brings them on", "brings on", "makes it worse", "make it worse", NULL };

	return has_any(folded, triggers);
}

/* Below the question for symptoms stand those of the conditions named before it. */
static void
symptoms(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str folded = label_fold(r->a, r->area);
	struct part *condition = care_find(r, EHC_STR("M1"));
	bool signs = care_asks_signs(folded);

	if (condition == NULL && (signs || care_asks_triggers(folded)))
		condition = care_named_condition(r);
	/* The title names the illness, and a sentence says what it is for the child. */
	if (condition == NULL && ehc_str_words(text) >= 6 && ehc_str_ends_nocase(text, ".")) {
		condition = care_named_condition(r);
		signs = condition != NULL;
	}

	if (condition == NULL || !(signs || care_asks_triggers(folded))) {
		care_item(r, EHC_L_CONDITION, EHC_NOSTR, text, b);
		return;
	}
	part_field(r, condition, signs ? EHC_L_SIGNS : EHC_L_TRIGGERS, text, b);
	part_block(r, condition, b);
	if (care_find(r, EHC_STR("M2")) != NULL)
		note_look(r, b, text, condition, "Several conditions are named, and these words may be about another of them.");
	else
		note_read(r, b, text, condition);
}

/* ---- answers ---- */

/* "Yes / " where the other answer was struck through. */
struct ehc_str
care_bare_answer(struct ehc_str text)
{
	struct ehc_str bare = text;

	while (bare.len > 0 && strchr("/ ", bare.ptr[0]) != NULL)
		bare = ehc_str_sub(bare, 1, bare.len);
	while (bare.len > 0 && strchr("/ ", bare.ptr[bare.len - 1]) != NULL)
		bare.len--;
	return ehc_str_is_nocase(bare, "yes") || ehc_str_is_nocase(bare, "no") ? bare : text;
}

bool
care_is_answer(struct ehc_str text)
{
	size_t word = 0;

	while (word < text.len && ehc_is_letter(text.ptr[word]))
		word++;
	return (word == text.len || strchr(".,;", text.ptr[word]) != NULL) &&
	    (ehc_str_is_nocase(ehc_str_sub(text, 0, word), "yes") || ehc_str_is_nocase(ehc_str_sub(text, 0, word), "no"));
}

/* "Can he swim? Yes": the answer stands behind the question on its line. */
static bool
holds_answer(struct ehc_str text)
{
	size_t at = ehc_str_find_nocase(text, "? ");

	return at != SIZE_MAX && care_is_answer(ehc_str_sub(text, at + 2, text.len));
}

void
care_answered(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const dosing[] = { " dose", "be given", NULL };
	struct part *open = r->item, *p = NULL;

	if (r->seen == PART_SIGNED)
		care_text(r, EHC_L_SIGNED, text, b);
	else
		p = care_daily(r, text, b);
	if (p != NULL && has_any(text, dosing))
		care_unconfirmed(r, p, b);
	r->item = open != NULL && open->label == EHC_L_MEDICINE ? open : NULL;
	r->text = NULL;
}

/* The answer to the question above it, or on the question's own line. */
static bool
answer(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	text = care_bare_answer(text);
	if (care_is_answer(text) && (ehc_str_ends_nocase(r->area, "?") || (r->seen == PART_SIGNED && ehc_str_words(r->area) > 4)))
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(r->area), EHC_ARG(text));
	else if (!holds_answer(text) || r->seen == PART_SIGNED)
		return false;
	care_answered(r, text, b);
	return true;
}

static const char *const giving[] = { "give", "dose", "how much", "medic", "feed", NULL };

/* "Where is it kept?": what is meant stands further up, or the answer is an amount alone. */
static bool
leaves_open(struct ehc_str folded)
{
	return has_any(folded, giving) || ehc_str_has_word(folded, "it") || ehc_str_has_word(folded, "this") || ehc_str_has_word(folded, "them");
}

/* The answer to a question that is not known says little without it; where it asks how a medicine is given it is unconfirmed. */
static void
asked(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = care_daily(r, ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(r->area), EHC_ARG(text)), b);

	note_look(r, b, text, p, "The question above it is not known; read as care.");
	if (has_any(label_fold(r->a, r->area), giving))
		care_unconfirmed(r, p, b);
}

/* "Seating": without it the line below, "Away from the radiators.", would not say what is meant. */
static struct ehc_str
below_heading(struct reader *r, struct ehc_str text)
{
	static const char *const broad[] = { "when", "who", "what", "where", "how", "notes", "plan", NULL };
	struct ehc_str heading = ehc_str_trim(ehc_str_sub(r->area, line_number(r->area), r->area.len));
	size_t first = 0;

	while (heading.len > 0 && strchr(":.-", heading.ptr[heading.len - 1]) != NULL)
		heading.len--;
	while (first < heading.len && heading.ptr[first] != ' ')
		first++;
	if (heading.len == 0 || is_any(heading, broad) || ehc_str_starts_nocase(text, ehc_arena_cstr(r->a, heading)) ||
	    ehc_str_words(heading) > 8 || ehc_str_ends_nocase(heading, "?") ||
	    (first > 3 && ehc_str_find_nocase(text, ehc_arena_cstr(r->a, ehc_str_sub(heading, 0, first))) != SIZE_MAX))
		return text;
	return ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(heading), EHC_ARG(text));
}

/* "Swimming" names what the lines below it are about, "Daily care" does not. */
static bool
names_matter(struct ehc_str folded)
{
	static const char *const broad[] = { "daily", "care", "day", "life", "routine", "other", "need", "anything", "every", "school", "activit", "information", "arrangement", "support", "requirement", "precaution", NULL };

	return ehc_str_words(folded) <= 4 && !has_any(folded, broad);
}

/* ---- a line ---- */

/* "... the medicine below", with the table of it below. */
static bool
leads_to_table(const struct ehc_draft_block *b, struct ehc_str text)
{
	static const char *const words[] = { "below", "following", NULL };
	const struct ehc_draft_block *next = block_below(b);

	return next != NULL && next->table != NULL && (has_any(text, words) || ehc_str_ends_nocase(text, ":"));
}

/* "How: ...", "Can it be repeated: no" below "Name: ...": lines about one medicine, each with a label. */
static bool
medicine_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const asks[] = { "repeat", "call", "if ", "after", "before", "reason", "prescri", "observ", "monitor", "record", "what", "when", "why", "how", "can ", "may ", "most", "note", "comment", NULL };
	struct ehc_str label, value, folded;

	if (r->item == NULL || r->item != r->medicine || !line_split(text, &label, &value) || value.len == 0 || ehc_str_words(label) > 6)
		return false;
	if (field_line(r, r->item, text, b))
		return true;
	folded = label_fold(r->a, label);
	if (!has_any(folded, asks))
		return false;
	care_remark(r, r->item, text, b);
	return true;
}

/* A sentence that says the child's first name. */
static bool
names_child(struct reader *r, struct ehc_str text)
{
	struct ehc_str name = ehc_str_sub(r->child->text, 0, ehc_str_find_nocase(r->child->text, " "));

	return name.len > 1 && ehc_str_words(text) >= 4 && ehc_str_ends_nocase(text, ".") &&
	    ehc_str_find_word(text, ehc_arena_cstr(r->a, name)) != SIZE_MAX;
}

/* In a letter: what the child has, where no condition is named yet, or something else about the child. */
static void
about_child(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (care_find(r, EHC_STR("M1")) == NULL && care_is_medical(label_fold(r->a, text)))
		note_look(r, b, text, care_item(r, EHC_L_CONDITION, EHC_NOSTR, text, b),
		    "The first words about the child's health; read as the condition.");
	else
		note_look(r, b, text, care_daily(r, text, b), "It stands on the first page; read as care.");
}

/* "Name: salbutamol": the label of a medicine's name. */
static bool
named_medicine(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const feeds[] = { "feed", "name of feed", "formula", NULL };
	struct ehc_str label, value;
	bool is_feed;

	if (!line_split(text, &label, &value) || value.len == 0)
		return false;
	is_feed = is_any(label_fold(r->a, label), feeds);
	if (!is_feed && !care_names_medicine(label_fold(r->a, label)) && !ehc_str_is_nocase(label, "name"))
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	r->medicine = care_item(r, is_feed ? EHC_L_FEED : EHC_L_MEDICINE, EHC_NOSTR, value, b);
	care_unconfirmed(r, r->medicine, b);
	return true;
}

static void
line_of_medicines(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (named_medicine(r, text, b) || medicine_line(r, text, b))
		return;
	if (leads_to_table(b, text))
		note_look(r, b, text, care_daily(r, text, b), "It stands above a table of medicines; read as care.");
	else if (r->item == NULL || !(r->item->label == EHC_L_MEDICINE || r->item->label == EHC_L_FEED) || !field_line(r, r->item, text, b))
		care_medicine(r, text, b);
}

/* Below a heading that is not known. */
static void
line_of_unknown(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	bool begun = r->child->text.len > 0;

	if (care_has_number(text) && ehc_str_words(text) <= 12)
		care_contacts(r, text, b);
	else if (begun && ehc_str_ends_nocase(r->area, "?") && leaves_open(label_fold(r->a, r->area)))
		asked(r, text, b);
	else if ((begun || r->has_items) && r->area.len > 0)
		note_look(r, b, text, care_daily(r, below_heading(r, text), b),
		    "The heading above it is not known; read as care, with the heading before it.");
	else
		unplaced(r, b, r->area.len > 0 ? ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(r->area), EHC_ARG(text)) : text);
}

/* "Button: 14 Fr" on the first page. */
static bool
names_device(struct reader *r, struct ehc_str text)
{
	static const char *const devices[] = { "device", "tube", "equipment", "button", "pump", "stoma", "catheter", "shunt", "implant", "pacemaker", "hearing aid", NULL };
	struct ehc_str label, value;

	return r->child->text.len > 0 && line_split(text, &label, &value) && value.len > 0 && ehc_str_words(label) <= 4 && has_any(label, devices);
}

static void
line_of_first_page(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (ehc_str_starts_nocase(text, "dear ") && ehc_str_words(text) <= 6)
		note_left(r, b, text, "how a letter begins");
	else if (names_child(r, text))
		about_child(r, text, b);
	else if (names_device(r, text))
		note_look(r, b, text, care_daily(r, text, b), "It stands on the first page; read as care.");
	else
		unplaced(r, b, text);
}

/* Parts of which every line is one item, or goes on with one text. */
static bool
line_of_plain_part(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const struct { enum care_part part; enum ehc_label item, text; } plain[] = {
		{ PART_RESPONSIBLE, EHC_L_STAFF, EHC_L_NONE }, { PART_TASKS, EHC_L_TASK, EHC_L_NONE }, { PART_WISHES, EHC_L_NONE, EHC_L_CHILD_WISHES },
		{ PART_CARD, EHC_L_NONE, EHC_L_SUMMARY_CARD }, { PART_TRIPS, EHC_L_NONE, EHC_L_TRIPS }, { PART_LEARNING, EHC_L_NONE, EHC_L_LEARNING },
		{ PART_KNOW, EHC_L_NONE, EHC_L_STAFF_TO_KNOW }, { PART_STANDARD, EHC_L_NONE, EHC_L_STANDARD_TEXT },
	};

	for (size_t i = 0; i < EHC_COUNT(plain); i++) {
		if (plain[i].part != (enum care_part)r->seen)
			continue;
		if (plain[i].item != EHC_L_NONE)
			care_item(r, plain[i].item, EHC_NOSTR, text, b);
		else
			care_text(r, plain[i].text, text, b);
		return true;
	}
	return false;
}

static void
by_part(struct reader *r, struct ehc_str text, bool listed, const struct ehc_draft_block *b)
{
	if (line_of_plain_part(r, text, b))
		return;
	switch ((enum care_part)r->seen) {
	case PART_CONDITION:
		care_condition_line(r, text, b);
		break;
	case PART_CONDITIONS:
		symptoms(r, text, b);
		break;
	case PART_EMERGENCY:
		if (r->emergency != NULL && (listed || care_is_step(text)))
			care_step(r, text, b);
		else
			care_emergency(r, text, b);
		break;
	case PART_MEDICINE:
		line_of_medicines(r, text, b);
		break;
	case PART_LIFE:
		life_line(r, names_matter(label_fold(r->a, r->area)) || (text.ptr[0] >= 'a' && text.ptr[0] <= 'z') ? below_heading(r, text) : text, b);
		break;
	case PART_STAFF:
		staff_line(r, text, b);
		break;
	case PART_CONTACTS:
		if (!care_contact_line(r, text, b) && !care_said_after_contacts(r, text, b))
			care_contacts(r, text, b);
		break;
	case PART_SIGNED:
		r->text = NULL;
		care_text(r, EHC_L_SIGNED, text, b);
		break;
	case PART_COPIES:
		note_read(r, b, text, part_field(r, r->head, EHC_L_COPIES, text, b));
		break;
	case PART_UNKNOWN:
		line_of_unknown(r, text, b);
		break;
	case PART_HEAD:
		line_of_first_page(r, text, b);
		break;
	default:
		unplaced(r, b, text);
		break;
	}
}

static bool
is_line_to_sign(struct reader *r, struct ehc_str text)
{
	static const char *const blank[] = { "signed", "signature", "signature date", "date", "print name", "name signature date", NULL };
	struct ehc_str f = label_fold(r->a, text);

	return is_any(f, blank) || (f.len > 0 && f.ptr[0] == '_');
}

/* Two people or more in the lines of one cell: each has a number, or a date beside the name. */
static bool
lists_people(const struct reader *r, struct ehc_str text)
{
	struct ehc_str line;
	size_t lines = 0;

	if (!(r->seen == PART_CONTACTS || r->seen == PART_SIGNED || r->seen == PART_UNKNOWN) || !ehc_str_has(text, "\n"))
		return false;
	for (; ehc_str_split(&text, '\n', &line); lines++)
		if (ehc_str_words(line) < 2 || !(r->seen != PART_SIGNED ? care_has_number(line) :
		    line_last_date(line) != SIZE_MAX && line_last_date(line) > 0))
			return false;
	return lines >= 2;
}

/* What is not read as a statement of the part that is open: printed before, a box nobody has ticked, a line to sign on. */
static bool
says_nothing(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (r->repeated && !ehc_str_starts_nocase(text, "source:"))
		note_left(r, b, text, "printed here again for an emergency; it stands in the plan itself");
	else if (care_is_name(r, text, b))
		care_take_name(r, text, b);
	else if (r->ticked && draft_has_open_box(text))
		/* In a draft that somebody has ticked, what a box stands before is no statement until it can be told which words are ticked. */
		unplaced(r, b, text);
	else if (care_signed(r, text, b))
		return true;
	else if (r->seen == PART_SIGNED && is_line_to_sign(r, text))
		note_left(r, b, text, "a line to sign on");
	else
		return false;
	return true;
}

/* A line or a bullet is more words of the item that is open. */
static bool
goes_on(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (b->kind == EHC_DRAFT_BULLET)
		part_bullet(r, r->item, text, b);
	else
		part_text(r, r->item, text, b);
	note_read(r, b, text, r->item);
	return true;
}

/* A line of the emergency, or of the item, whose heading is open. */
static bool
of_open_item(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (care_in_emergency(r) && (r->mode_is_said || r->step_label != EHC_L_NONE)) {
		if (!care_details(r, text, b))
			care_emergency_line(r, text, b);
		return true;
	}
	if (!r->mode_is_said || r->item == NULL)
		return false;
	return field_line(r, r->item, text, b) || goes_on(r, text, b);
}

/* A line that is indented below that of the item which is open: said of it, and of a medicine to be confirmed. */
static bool
is_under_item(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	if (!part_is_under(r->item, b) || r->item->label == EHC_L_EMERGENCY)
		return false;
	if (field_line(r, r->item, text, b))
		return true;
	if (r->item->label == EHC_L_MEDICINE || r->item->label == EHC_L_FEED) {
		care_remark(r, r->item, text, b);
		return true;
	}
	if (r->item->label != EHC_L_CONTACT)
		return goes_on(r, text, b);
	r->item->text = text_listed(r->a, r->item->text, text);
	part_block(r, r->item, b);
	note_read(r, b, text, r->item);
	return true;
}

/* The number before a line, "3." or "B1.2": left out. True where there was one. */
static bool
drop_number(struct reader *r, struct ehc_str *text, const struct ehc_draft_block *b)
{
	struct ehc_str id;
	size_t n = line_id(*text, "ABCDEFGHIJ", &id);

	if (n == 0)
		n = line_number(*text);
	if (n == 0)
		return false;
	note_left(r, b, ehc_str_trim(ehc_str_sub(*text, 0, n)), "a number: the plan gives each item its own");
	*text = ehc_str_sub(*text, n, text->len);
	return true;
}

/* "1.2 Date of birth: ..." */
static bool
is_numbered_detail(struct reader *r, struct ehc_str text)
{
	size_t n = line_number(text);
	struct ehc_str label, value;

	return n > 0 && line_split(ehc_str_sub(text, n, text.len), &label, &value) && label_detail(r, label) != EHC_L_NONE;
}

void
care_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str line;
	bool numbered;

	if (lists_people(r, text)) {
		while (ehc_str_split(&text, '\n', &line))
			care_content(r, ehc_str_trim(line), b);
		return;
	}
	if (says_nothing(r, text, b) || of_open_item(r, text, b) || (!is_numbered_detail(r, text) && care_labelled(r, text, b)))
		return;
	numbered = drop_number(r, &text, b);
	if ((numbered && care_labelled(r, text, b)) || answer(r, text, b) || is_under_item(r, text, b))
		return;
	if (label_nil(text) && r->seen != PART_CONDITION)
		note_left(r, b, text, "a cell that says that there is nothing");
	else
		by_part(r, text, numbered || b->kind == EHC_DRAFT_BULLET, b);
}

void
care_box(struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *asked = r->asked;

	r->asked = NULL;
	for (const struct ehc_draft_row *row = b->table->first; row != NULL; row = row->next)
		for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
			if (label_detail(r, asked->text) != EHC_L_NONE && c->first != NULL && c->first->table == NULL &&
			    detail_add(r, asked->text, cell_text(r->a, c), cell_block(c)))
				continue;
			care_answer(r, c);
		}
}

void
care_answer(struct reader *r, const struct ehc_draft_cell *c)
{
	bool strong = cell_is_strong(c);

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		if (b->kind == EHC_DRAFT_TABLE || (b->strong && !strong))
			care_block(r, b);
		else if (b->text.len > 0)
			care_content(r, b->marker.len > 0 ? ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(b->marker), EHC_ARG(b->text)) : b->text, b);
	}
}
