/*
 * care_table.c - tables of a health care plan: who is trained for what, medicines, emergencies, whom to ring, labels beside values.
 */
#include "import/care.h"

#include <string.h>

enum { COLUMNS = 16 };

/* The kind of thing a row is, and what each column says of it. */
struct heads {
	enum ehc_label kind;                    /* EHC_L_NONE: rows without headings */
	bool numbered;                          /* the first column holds the numbers of the items */
	bool several;                           /* of emergencies: there is more than one row */
	struct ehc_str words[COLUMNS];
	enum ehc_label fields[COLUMNS];         /* EHC_L_NONE for the item's own words, and for what is not known */
	struct part *tasks[COLUMNS];            /* a column of dates on which each was trained for it */
	size_t n;
};

const struct ehc_draft_cell *
care_cell(const struct ehc_draft_row *row, size_t nth)
{
	const struct ehc_draft_cell *c = row->first;

	for (size_t i = 0; c != NULL && i < nth; i++)
		c = c->next;
	return c;
}

struct ehc_str
care_words(struct reader *r, const struct ehc_draft_row *row, size_t nth)
{
	const struct ehc_draft_cell *c = care_cell(row, nth);

	return c == NULL ? EHC_NOSTR : cell_text(r->a, c);
}

/* ---- a row of headings ---- */

/* Of a table of an emergency: what a row is about, "5 minutes", "Severe", "1". */
static bool
names_stage(struct ehc_str folded)
{
	static const char *const words[] = { "level", "severity", "type", "stage", "zone", "time", "when", "minutes", "after", "step", "order", "score", "pain", "no", "number" };

	for (size_t i = 0; i < EHC_COUNT(words); i++)
		if (ehc_str_words(folded) <= 4 && ehc_str_has_word(folded, words[i]))
			return true;
	return false;
}

static enum ehc_label
kind_of(struct reader *r, const struct heads *h)
{
	static const char *const medicine[] = { "medicine", "medication", "drug", "insulin", "inhaler", "preparation", NULL };
	static const char *const more_medicine[] = { "dose", "how much", "route", "kept", "expir", "how it is given", "given", "strength", NULL };
	static const char *const person[] = { "name", "staff", "member of staff", "contact", "carer", NULL };
	static const char *const trained[] = { "train", "competen", "renew", "expir", "signed off", "refresher", "valid until", "assessed by", NULL };
	static const char *const ring[] = { "phone", "telephone", "number", "relationship", "mobile", NULL };
	static const char *const signs[] = { "sign", "symptom", "what you see", "if you see", "problem", "what goes wrong", "notice", "situation", "scenario", NULL };
	static const char *const action[] = { "action", "what to do", "do this", "steps", "what we do", "what you do", "what staff do", NULL };
	static const char *const kind[] = { "type", "condition", "allergen", "allergic to", "seizure", "allergy", "diagnosis", NULL };
	static const char *const looks[] = { "happens", "looks like", "description", "sign", "symptom", "reaction", "trigger", "staff see", "you see", "we see", NULL };
	static const char *const feeds[] = { "feed", "formula", "milk", NULL };
	static const char *const volumes[] = { "volume", "rate", "flush", "amount", NULL };
	bool named = false, feed = false, amount = false, type = false, look = false, name = false, med = false, dose = false,
	    train = false, phone = false, sign = false, act = false;

	for (size_t i = 0; i < h->n; i++) {
		struct ehc_str f = label_fold(r->a, h->words[i]);

		if (ehc_str_words(f) > 8 || (ehc_str_has(h->words[i], ": ") && ehc_str_words(h->words[i]) > 3) || care_has_number(f))
			return EHC_L_NONE;
		med = med || has_any(f, medicine);
		named = named || ehc_str_is(f, "name");
		dose = dose || has_any(f, more_medicine);
		name = name || (i < 2 && has_any(f, person)) || (i == 0 && ehc_str_is(f, "who"));
		train = train || has_any(f, trained);
		phone = phone || (i > 0 && has_any(f, ring));
		sign = sign || has_any(f, signs) || (i == 0 && !r->mode_is_said && ehc_str_words(f) <= 3 && ehc_str_starts_nocase(f, "if "));
		act = act || has_any(f, action) || ehc_str_is(f, "do") || ehc_str_is(f, "then do") || ehc_str_is(f, "then");
		feed = feed || has_any(f, feeds);
		amount = amount || has_any(f, volumes);
		type = type || (i == 0 && has_any(f, kind));
		look = look || (i > 0 && has_any(f, looks));
	}
	if (h->n < 2)
		return EHC_L_NONE;
	if ((sign && act) || (act && r->seen == PART_EMERGENCY && h->n <= 4 && ehc_str_words(h->words[0]) <= 4 && !care_is_step(h->words[0])))
		return EHC_L_EMERGENCY;
	if (type && look)
		return EHC_L_CONDITION;
	if (h->n >= 3 && feed && amount)
		return EHC_L_FEED;
	if (h->n >= 3 && dose && !phone && has_any(label_fold(r->a, h->words[0]), medicine))
		return EHC_L_MEDICINE;
	if (h->n >= 3 && name && !phone && (train || r->seen == PART_STAFF))
		return EHC_L_STAFF;
	if (h->n >= 3 && dose && (med || (named && r->seen == PART_MEDICINE) ||
	    ehc_str_starts_nocase(label_fold(r->a, h->words[0]), "name")) && !phone)
		return EHC_L_MEDICINE;
	return h->n >= 3 && name && phone ? EHC_L_CONTACT : EHC_L_NONE;
}

/* Of a table of staff. A heading that is no field of a member of staff, and no part of who that is, names a task. */
static void
read_staff_head(struct reader *r, struct heads *h, size_t i, bool first, struct ehc_str f, const struct ehc_draft_block *b)
{
	static const char *const courses[] = { "trained in", "trained to", "trained for", "training given", "type of training", "course", "what training", "what in", "in what", "what for", NULL };
	static const char *const renewal[] = { "renew", "refresh", "valid until", "expir", "due", "reassess", "review", NULL };
	static const char *const person[] = { "name", "staff", "carer", "who", "role", "post", "job", NULL };
	static const char *const date[] = { "date", "trained on", NULL };
	static const char *const signing[] = { "signature", "signed", NULL };
	bool open = !h->numbered && h->fields[i] == EHC_L_NONE;
	bool course = ehc_str_is(f, "training") || ehc_str_is(f, "what") || ehc_str_is(f, "task") || ehc_str_is(f, "tasks") ||
	    ehc_str_is(f, "procedure") || (has_any(f, courses) && !ehc_str_has_word(f, "date"));
	bool by = ehc_str_is(f, "by") || ehc_str_is(f, "by whom") || (ehc_str_ends_nocase(f, "ed by") && !ehc_str_has(f, "renew")) ||
	    ehc_str_is(f, "assessor") || ehc_str_is(f, "trainer");
	bool renewed = has_any(f, renewal), dated = has_any(f, date) || ehc_str_is(f, "trained"), signs = has_any(f, signing);

	if (open && h->words[i].len > 0 && !(course || by || ehc_str_is(f, "when") || renewed || dated || signs || has_any(f, person)))
		h->tasks[i] = care_item(r, EHC_L_TASK, EHC_NOSTR, h->words[i], b);
	if (open && !first && course)
		h->fields[i] = EHC_L_TRAINED_FOR;
	else if (open && !first && by)
		h->fields[i] = EHC_L_TRAINED_BY;
	else if (renewed)
		h->fields[i] = EHC_L_RENEW_BY;
	else if (open && (dated || ehc_str_is(f, "when")) && !signs)
		h->fields[i] = EHC_L_COMPETENT;
}

static void
read_condition_head(struct heads *h, size_t i, bool first, struct ehc_str f)
{
	static const char *const looks[] = { "happens", "looks like", "description", "sign", "symptom", "reaction", "staff see", "you see", "we see", NULL };
	static const char *const triggers[] = { "trigger", NULL };

	if (h->fields[i] == EHC_L_NONE && !first && has_any(f, looks))
		h->fields[i] = EHC_L_SIGNS;
	if (has_any(f, triggers))
		h->fields[i] = EHC_L_TRIGGERS;
}

static void
leave_heads(struct reader *r, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		note_left(r, cell_block(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
}

/* In plain text headings are marked by capitals. */
static bool
is_capitals(const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (c->first == NULL || c->first->next != NULL || !line_is_capitals(c->first->text))
			return false;
	return row->first != NULL;
}

bool
care_is_marked(const struct ehc_draft_row *row)
{
	bool strong = true;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		strong = strong && cell_is_strong(c);
	return row->header || strong || is_capitals(row);
}

static void
read_words(struct reader *r, struct heads *h, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL && h->n < COLUMNS; c = c->next)
		h->words[h->n++] = cell_text(r->a, c);
}

enum ehc_label
care_table_kind(struct reader *r, const struct ehc_draft_table *t)
{
	struct heads h = { .kind = EHC_L_NONE };
	const struct ehc_draft_row *row = t->first;

	if (row == NULL || row->next == NULL || row_cells(row->next) < 2 || care_is_pairs(r, row))
		return EHC_L_NONE;
	read_words(r, &h, row);
	return kind_of(r, &h);
}

/* "Time | Where | Who": words that are headings without a mark. */
static bool
name_columns(struct reader *r, const struct heads *h)
{
	static const char *const words[] = { "time", "times", "when", "where", "who", "by whom", "what", "how", "how often", "activity", "day", "lesson", "care", "need", "support", "help", "notes", "comments", "equipment", "meal", "snack", "insulin", "carbohydrate", "blood glucose", NULL };

	for (size_t i = 0; i < h->n; i++)
		if (!is_any(label_fold(r->a, h->words[i]), words))
			return false;
	return true;
}

/* Marked headings that are not known, above daily care: each row is one thing, and the headings go with what stands below them. */
static bool
heads_care(struct reader *r, const struct heads *h, const struct ehc_draft_row *row)
{
	if (h->n < 3 || r->mode_is_said || !(care_is_marked(row) || name_columns(r, h)) ||
	    !(r->seen == PART_LIFE || r->seen == PART_UNKNOWN || r->seen == PART_MEDICINE) || r->child->text.len == 0)
		return false;
	for (size_t i = 0; i < h->n; i++)
		if ((h->words[i].len == 0 && i > 0) || ehc_str_starts_nocase(h->words[i], "name") ||
		    ehc_str_words(h->words[i]) > 8 || ehc_str_has_digit(h->words[i]) || ehc_str_ends_nocase(h->words[i], ":"))
			return false;
	return true;
}

static bool
names_who(struct ehc_str folded)
{
	return ehc_str_is(folded, "who") || ehc_str_is(folded, "by whom") || ehc_str_is(folded, "who does it");
}

static bool
read_heads(struct reader *r, struct heads *h, const struct ehc_draft_row *row)
{
	static const char *const signs[] = { "sign", "symptom", "see", "problem", "what goes wrong", "notice", "situation", "scenario", NULL };
	struct heads found = { .kind = EHC_L_NONE };
	struct part probe = { .label = EHC_L_NONE };

	read_words(r, &found, row);
	if (row->next == NULL || row_cells(row->next) < 2 || care_is_pairs(r, row))
		return false;
	found.numbered = care_kind(care_words(r, row->next, 0)) != EHC_L_NONE && care_kind(found.words[0]) == EHC_L_NONE && row->header;
	found.kind = found.numbered ? care_kind(care_words(r, row->next, 0)) : kind_of(r, &found);
	if (found.kind == EHC_L_NONE && heads_care(r, &found, row))
		found.kind = EHC_L_CARE;
	if (found.kind == EHC_L_NONE)
		return false;
	found.several = row->next->next != NULL && row_cells(row->next->next) >= 2;
	probe.label = found.kind;
	for (size_t i = 0; i < found.n; i++) {
		struct ehc_str f = label_fold(r->a, found.words[i]);

		if (found.kind != EHC_L_EMERGENCY)
			found.fields[i] = field_named(r, &probe, found.words[i]);
		else if (i == 0 && (f.len == 0 || names_stage(f)))
			found.fields[i] = EHC_L_NONE;   /* "Mild", "Severe" */
		else if (names_who(f))
			found.fields[i] = EHC_L_NONE;
		else
			found.fields[i] = has_any(f, signs) || ehc_str_starts_nocase(f, "if ") || ehc_str_is(f, "what") || ehc_str_is(f, "event") ||
			    ehc_str_is(f, "what happens") ? EHC_L_SIGN : EHC_L_STEP;
		if (found.kind == EHC_L_STAFF)
			read_staff_head(r, &found, i, i == 0, f, row->first->first);
		if (found.kind == EHC_L_CONDITION)
			read_condition_head(&found, i, i == 0, f);
	}
	leave_heads(r, row);
	*h = found;
	return true;
}

/* ---- rows below them ---- */

/* Of a medicine or a feed what is neither a field nor a part of its name: "Supervised by". */
static bool
is_aside(struct reader *r, const struct heads *h, size_t i)
{
	static const char *const names[] = { "name", "medic", "drug", "feed", "formula", "product", "inhaler", "insulin", "colour", "type", "brand", "form", "strength", "preparation", "device", "what", NULL };

	return (h->kind == EHC_L_MEDICINE || h->kind == EHC_L_FEED) && h->words[i].len > 0 && !has_any(label_fold(r->a, h->words[i]), names);
}

/* How those who were trained signed. */
static bool
is_signature_head(const struct heads *h, size_t i)
{
	static const char *const words[] = { "signature", "signed", "initials", NULL };

	return h->kind == EHC_L_STAFF && h->fields[i] == EHC_L_NONE && is_any(h->words[i], words);
}

/* "1" before the first whom to ring, below no heading. */
static bool
is_count(const struct heads *h, struct ehc_str text)
{
	return h->kind == EHC_L_CONTACT && h->words[0].len == 0 && text.len == 1 && ehc_is_digit(text.ptr[0]);
}

/* Name, post and whatever else no field takes: the item's own words. */
static struct ehc_str
own_words(struct reader *r, const struct heads *h, const struct ehc_draft_row *row)
{
	struct ehc_str all = EHC_NOSTR;

	for (size_t i = h->numbered ? 1 : 0; i < h->n; i++) {
		struct ehc_str text = care_words(r, row, i);

		if (i > 0 && h->kind == EHC_L_CONDITION)
			break;
		if (h->fields[i] != EHC_L_NONE || h->tasks[i] != NULL || text.len == 0 || (i == 0 && is_count(h, text)))
			continue;
		if (all.len > 0 && is_aside(r, h, i))
			continue;
		if (i > 0 && is_signature_head(h, i))
			continue;
		if (all.len > 0 && h->kind == EHC_L_CARE && !h->numbered)
			all = ehc_arena_printf(r->a, "%.*s; %.*s: %.*s", EHC_ARG(all), EHC_ARG(h->words[i]), EHC_ARG(text));
		else
			all = text_listed(r->a, all, text);
		if (h->numbered)
			break;
	}
	return all;
}

/* Dates under the tasks: trained for each, and who signed. Where several signed, the first is of the first task. */
static void
competence(struct reader *r, const struct heads *h, const struct ehc_draft_row *row, struct part *p, const struct ehc_draft_block *b)
{
	struct ehc_str by = EHC_NOSTR, one, competent = EHC_NOSTR;
	bool any = false;

	for (size_t i = 0; i < h->n; i++)
		if (h->fields[i] == EHC_L_COMPETENT || h->fields[i] == EHC_L_TRAINED_BY)
			by = care_words(r, row, i);
	for (size_t i = 0; i < h->n; i++) {
		struct ehc_str date = care_words(r, row, i);
		struct part *trained = part_find_field(p, EHC_L_TRAINED_FOR);

		if (h->tasks[i] == NULL || date.len == 0 || label_fold(r->a, date).len == 0)
			continue;
		any = true;
		if (trained != NULL)
			trained->text = ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(trained->text), EHC_ARG(h->tasks[i]->id));
		else
			part_field(r, p, EHC_L_TRAINED_FOR, h->tasks[i]->id, b);
		if (!ehc_str_split(&by, ';', &one))
			one = EHC_NOSTR;
		one = ehc_str_trim(one);
		competent = ehc_arena_printf(r->a, "%.*s%s%.*s%s%.*s, %.*s", EHC_ARG(competent), competent.len > 0 ? "; " : "",
		    EHC_ARG(h->tasks[i]->id), one.len > 0 ? ", " : "",
		    EHC_ARG(one), EHC_ARG(date));
	}
	if (!any)
		return;
	part_field(r, p, EHC_L_COMPETENT, competent, b);
	note_look(r, b, competent, p, "Who signed off which task was taken in the order of the columns.");
}

static bool
has_tasks(const struct heads *h)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->tasks[i] != NULL)
			return true;
	return false;
}

/* What the cells of a row say of its item, under the headings that name a field. */
static void
row_fields(struct reader *r, const struct heads *h, const struct ehc_draft_row *row, struct part *p)
{
	size_t i = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL && i < h->n; c = c->next, i++) {
		struct ehc_str text = cell_text(r->a, c);

		if (text.len > 0 && i > 0 && h->kind == EHC_L_CONDITION && h->fields[i] == EHC_L_NONE) {
			struct part *said = part_find_field(p, EHC_L_SIGNS);

			text = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(h->words[i]), EHC_ARG(text));
			if (said == NULL)
				part_field(r, p, EHC_L_SIGNS, text, cell_block(c));
			else
				said->text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(said->text), EHC_ARG(text));
			note_read(r, cell_block(c), text, p);
			continue;
		}
		if (i > 0 && text.len > 0 && h->fields[i] == EHC_L_NONE && is_aside(r, h, i)) {
			text = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(h->words[i]), EHC_ARG(text));
			care_unconfirmed(r, p, cell_block(c));
			note_look(r, cell_block(c), text, p,
			    "Said of a medicine: kept under `unconfirmed:` until somebody who may has confirmed it.");
			part_field(r, p, EHC_L_UNCONFIRMED, text, cell_block(c));
			continue;
		}
		if (text.len > 0 && h->kind == EHC_L_STAFF && i > 0 && is_signature_head(h, i)) {
			note_read(r, cell_block(c), text, part_field(r, p, EHC_L_NOTE,
			    ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(h->words[i]), EHC_ARG(text)), cell_block(c)));
			continue;
		}
		if (text.len == 0 || h->fields[i] == EHC_L_NONE)
			continue;
		if (has_tasks(h) && (h->fields[i] == EHC_L_COMPETENT || h->fields[i] == EHC_L_TRAINED_BY)) {
			part_field(r, p, EHC_L_NOTE, text, cell_block(c));
			continue;
		}
		item_field(r, p, (struct meaning){ h->fields[i], EHC_NO_SECTION }, text, cell_block(c));
		note_read(r, cell_block(c), text, p);
	}
}

/* A sign in few words, which a step of its row can be given with. */
static struct ehc_str
sign_of(struct reader *r, const struct heads *h, const struct ehc_draft_row *row)
{
	struct ehc_str found = EHC_NOSTR;

	for (size_t i = 0; i < h->n; i++) {
		struct ehc_str text = care_words(r, row, i);

		if (h->fields[i] != EHC_L_SIGN || text.len == 0)
			continue;
		if (found.len > 0 || ehc_str_words(text) > 25 || memchr(text.ptr, '\n', text.len) != NULL)
			return EHC_NOSTR;
		found = text;
	}
	while (found.len > 0 && strchr(" .:", found.ptr[found.len - 1]) != NULL)
		found.len--;
	return found;
}

/* The words of the column that says who does it. */
static struct ehc_str
who_of(struct reader *r, const struct heads *h, const struct ehc_draft_row *row)
{
	for (size_t i = 1; i < h->n; i++)
		if (names_who(label_fold(r->a, h->words[i])))
			return care_words(r, row, i);
	return EHC_NOSTR;
}

/* A step as the plan has it: "when - who: what to do". */
static struct ehc_str
step_text(struct reader *r, struct ehc_str when, struct ehc_str who, struct ehc_str what)
{
	if (who.len > 0)
		what = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(who), EHC_ARG(what));
	return when.len > 0 ? ehc_arena_printf(r->a, "%.*s - %.*s", EHC_ARG(when), EHC_ARG(what)) : what;
}

/* Where each sign has its own steps, the first of them begins with it; the name of a row stands before all that it says, its number before none. */
static void
emergency_row(struct reader *r, const struct heads *h, const struct ehc_draft_row *row)
{
	struct ehc_str name = h->fields[0] == EHC_L_NONE ? care_words(r, row, 0) : EHC_NOSTR, who = who_of(r, h, row), when;
	size_t i = 0;

	if (ehc_str_words(name) == 1 && ehc_str_has_digit(name)) {
		note_left(r, row_block(row), name, "the number of a step");
		name = EHC_NOSTR;
	}
	when = name.len == 0 && h->several && h->fields[0] != EHC_L_NONE ? sign_of(r, h, row) : name;
	if (r->emergency == NULL)
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR,
		    r->seen == PART_EMERGENCY && ehc_str_words(r->area) <= 8 ? r->area : EHC_NOSTR, row_block(row));
	for (const struct ehc_draft_cell *c = row->first; c != NULL && i < h->n; c = c->next, i++)
		for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
			if (b->text.len == 0 || h->fields[i] == EHC_L_NONE)
				continue;
			if (label_nil(b->text)) {
				note_left(r, b, b->text, "a cell that says that there is nothing");
				continue;
			}
			if (h->fields[i] == EHC_L_STEP) {
				care_step(r, step_text(r, when, who, b->text), b);
				when = name;
			} else
				note_read(r, b, b->text, part_field(r, r->emergency, EHC_L_SIGN,
				    name.len == 0 ? b->text : ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(name), EHC_ARG(b->text)), b));
		}
}

static void
headed_row(struct reader *r, const struct heads *h, const struct ehc_draft_row *row)
{
	struct ehc_str id = h->numbered ? care_words(r, row, 0) : EHC_NOSTR, own;
	const struct ehc_draft_block *b = row_block(row);
	struct part *p;

	/* What is not ticked is no statement; here it cannot be told what the box is for. */
	for (const struct ehc_draft_cell *c = r->ticked ? row->first : NULL; c != NULL; c = c->next)
		if (draft_has_open_box(cell_text(r->a, c))) {
			care_leave_row(r, row);
			return;
		}
	if (h->kind == EHC_L_EMERGENCY && !h->numbered) {
		emergency_row(r, h, row);
		return;
	}
	if (h->numbered && care_kind(id) != EHC_L_NONE && row->first->next != NULL)
		p = care_numbered(r, row->first->next, h->kind, id);
	else {
		own = own_words(r, h, row);
		if (own.len == 0 && care_words(r, row, 0).len == 0)
			return;
		p = h->kind == EHC_L_CARE ? care_daily(r, own, b) : care_item(r, h->kind, EHC_NOSTR, own, b);
	}
	if (h->kind == EHC_L_STAFF)
		competence(r, h, row, p, b);
	row_fields(r, h, row, p);
	if (h->kind == EHC_L_MEDICINE || h->kind == EHC_L_FEED || (h->kind == EHC_L_CARE && r->seen == PART_MEDICINE))
		care_unconfirmed(r, p, b);
}

/* A cell across the table: the name of the emergency where the signs and the steps stand below it. */
static void
wide_row(struct reader *r, const struct ehc_draft_row *row)
{
	struct heads below = { .kind = EHC_L_NONE };
	const struct ehc_draft_block *b = cell_block(row->first);

	if (row->next != NULL)
		read_words(r, &below, row->next);
	if (b != NULL && b->table == NULL && b->next == NULL && kind_of(r, &below) == EHC_L_EMERGENCY) {
		r->seen = PART_EMERGENCY;
		r->condition = NULL;
		r->emergency = care_item(r, EHC_L_EMERGENCY, EHC_NOSTR, b->text, b);
		return;
	}
	/* "3. Medicines" across a form that is one table. */
	if (b != NULL && b->table == NULL && b->next == NULL && b->strong && line_number(b->text) > 0 && line_is_title(b, b->text)) {
		care_heading(r, b->text, b);
		return;
	}
	care_plain_row(r, row);
}

/* "Activity | What we do": headings that say no more than what the two columns of labels and values are. */
static bool
is_plain_head(struct reader *r, const struct ehc_draft_row *row)
{
	static const char *const words[] = { "activity", "area", "need", "area of need", "care need", "situation", "question", "item", "task", "what", "topic", "issue", "time of day", NULL };
	struct ehc_str f = label_fold(r->a, cell_text(r->a, row->first));

	if (row_cells(row) != 2 || row->next == NULL || row_cells(row->next) != 2 || !care_is_marked(row) || cell_is_strong(row->next->first->next))
		return false;
	return is_any(f, words);
}

/* A table to be filled in by and by, in which nobody has written yet. */
static bool
is_empty_log(struct reader *r, const struct ehc_draft_table *t)
{
	for (const struct ehc_draft_row *row = t->first == NULL ? NULL : t->first->next; row != NULL; row = row->next)
		if (row_filled(r->a, row) > 0)
			return false;
	return t->first != NULL && t->first->next != NULL;
}

void
care_table(struct reader *r, const struct ehc_draft_block *block)
{
	struct heads h = { .kind = EHC_L_NONE };
	const struct part *before = r->emergency;

	r->medicine = NULL;
	if (r->seen == PART_RECORDS && is_empty_log(r, block->table)) {
		leave_heads(r, block->table->first);
		return;
	}
	if (!r->repeated && care_columns(r, block->table))
		return;
	if (care_is_signatures(r, block->table)) {
		for (const struct ehc_draft_row *row = block->table->first; row != NULL; row = row->next)
			care_signature(r, row, row == block->table->first && !care_is_pairs(r, row));
		return;
	}
	for (const struct ehc_draft_row *row = block->table->first; row != NULL; row = row->next) {
		size_t n = row_filled(r->a, row);

		if (n == 0)
			continue;
		if (r->repeated) {
			for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
				note_left(r, cell_block(c), cell_text(r->a, c), "printed here again for an emergency; it stands in the plan itself");
			continue;
		}
		if (row_cells(row) == 1) {
			h.kind = EHC_L_NONE;
			r->medicine = NULL;
			wide_row(r, row);
		} else if (n >= 2 && h.kind == EHC_L_NONE && read_heads(r, &h, row))
			continue;
		else if (row == block->table->first && is_plain_head(r, row))
			leave_heads(r, row);
		else if (h.kind != EHC_L_NONE)
			headed_row(r, &h, row);
		else
			care_plain_row(r, row);
	}
	/* What stands behind a table of emergencies, or behind the box of one, belongs to none of them. */
	if (h.kind == EHC_L_EMERGENCY) {
		r->emergency = NULL;
		r->headed = true;
	}
	if (block->table->columns == 1 && r->emergency != NULL && r->emergency != before) {
		r->emergency = NULL;
		r->step_label = EHC_L_NONE;
		r->seen = PART_UNKNOWN;
		r->area = EHC_NOSTR;
	}
}
