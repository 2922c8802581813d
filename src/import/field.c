/*
 * field.c - what belongs to an item: fields by their labels, in a line, a cell or a sentence of their own ("Who: school. How often:
 * weekly."), and numbers of other items that stand beside it.
 */
#include "import/recognise.h"
#include "parse/keywords.h"

#include <string.h>

#define DOT " \xC2\xB7 "                /* parts the fields of a line on printed plans */

bool
item_label_known(struct reader *r, struct ehc_str label, struct meaning *m)
{
	if (ehc_str_words(label) > 8)
		return false;
	*m = label_column(r, label, r->open);
	return m->label != EHC_L_NONE;
}

static bool
takes(const struct part *item, enum ehc_label field)
{
	const struct ehc_keyword *k = ehc_keyword(field);

	return k->level == EHC_LEVEL_FIELD && (k->on & ehc_keyword(item->label)->on) != 0;
}

/* What a form calls by one name belongs under another where the item has no such field. */
static enum ehc_label
fitting(const struct part *item, enum ehc_label label)
{
	if (label == EHC_L_REVIEW && item->label == EHC_L_OUTCOME)
		return EHC_L_MEASURED_BY;
	if (label == EHC_L_EVIDENCE && item->label == EHC_L_PROVISION)
		return EHC_L_INFORMED_BY;
	if (label == EHC_L_BY && item->label == EHC_L_PROVISION)
		return EHC_L_REVIEW;
	return label;
}

/* The author's profession may stand below the name. */
static void
author(struct reader *r, struct part *item, struct ehc_str text, const struct ehc_draft_block *b)
{
	const char *end = memchr(text.ptr, '\n', text.len);
	size_t at = end == NULL ? SIZE_MAX : (size_t)(end - text.ptr);

	part_field(r, item, EHC_L_AUTHOR, ehc_str_sub(text, 0, at == SIZE_MAX ? text.len : at), b);
	if (at != SIZE_MAX)
		part_field(r, item, EHC_L_ROLE, ehc_str_sub(text, at + 1, text.len), b);
}

/* Each line of a field that may be repeated is one. */
static void
several(struct reader *r, struct part *item, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str line;

	while (ehc_str_split(&text, '\n', &line)) {
		size_t dot = draft_typed_bullet(line = ehc_str_trim(line));

		part_field(r, item, label, ehc_str_sub(line, dot, line.len), b);
	}
}

void
item_field(struct reader *r, struct part *item, struct meaning m, struct ehc_str text, const struct ehc_draft_block *b)
{
	text = ehc_str_trim(text);
	if (text.len == 0)
		return;
	m.label = fitting(item, m.label);
	if (m.label == EHC_L_ANSWER && ehc_str_is_nocase(text, "not answered yet.")) {
		note_left(r, b, text, "says that there is no answer yet");
		return;
	}
	if (m.label == EHC_L_ATTACHED && ehc_str_is_nocase(text, "YES/ NO")) {
		note_left(r, b, text, "a choice that nobody has made");
		return;
	}
	if (!takes(item, m.label)) {
		unplaced(r, b, ehc_arena_printf(r->a, "%s: %.*s", ehc_keyword(m.label)->spelling, EHC_ARG(text)));
		return;
	}
	if (m.label == EHC_L_FOR && r->kind == EHC_DOC_EHC_PLAN && under_named(r, item, text, b))
		return;
	if ((m.label == EHC_L_FOR || m.label == EHC_L_TOWARDS) && under_beside(r, item, m.label == EHC_L_FOR ? EHC_L_NEED : EHC_L_OUTCOME, text, b))
		return;
	if (m.label == EHC_L_AUTHOR)
		author(r, item, text, b);
	else if (ehc_keyword(m.label)->many)
		several(r, item, m.label, text, b);
	else
		part_field(r, item, m.label, text, b);
	part_block(r, item, b);
}

/* ---- labels ---- */

/* "Dose and time", "Signs of a crisis": a health care plan's label by the words that it begins with. */
static enum ehc_label
label_by_start(const struct part *item, struct ehc_str folded)
{
	static const struct { const char *start; enum ehc_label label; } known[] = {
		{ "dose", EHC_L_DOSE }, { "dosage", EHC_L_DOSE }, { "stor", EHC_L_KEPT }, { "where kept", EHC_L_KEPT }, { "where is it kept", EHC_L_KEPT }, { "kept", EHC_L_KEPT }, { "where stored", EHC_L_KEPT },
		{ "expir", EHC_L_EXPIRES }, { "exp date", EHC_L_EXPIRES }, { "how given", EHC_L_ROUTE }, { "how is it given", EHC_L_ROUTE }, { "how taken", EHC_L_ROUTE }, { "how administered", EHC_L_ROUTE }, { "route", EHC_L_ROUTE },
		{ "method", EHC_L_ROUTE }, { "when", EHC_L_WHEN }, { "time", EHC_L_WHEN }, { "frequency", EHC_L_WHEN }, { "how often", EHC_L_WHEN }, { "side effect", EHC_L_SIDE_EFFECTS }, { "possible side effect", EHC_L_SIDE_EFFECTS },
		{ "given by", EHC_L_GIVEN_BY }, { "who gives", EHC_L_GIVEN_BY }, { "administered by", EHC_L_GIVEN_BY }, { "self", EHC_L_GIVEN_BY }, { "max", EHC_L_MAXIMUM }, { "minimum time", EHC_L_MINIMUM_GAP }, { "timing", EHC_L_WHEN }, { "who may give", EHC_L_GIVEN_BY }, { "who can give", EHC_L_GIVEN_BY }, { "who will give", EHC_L_GIVEN_BY },
		{ "where it will be kept", EHC_L_KEPT }, { "where will it be kept", EHC_L_KEPT }, { "are there any side effects", EHC_L_SIDE_EFFECTS }, { "any side effects", EHC_L_SIDE_EFFECTS },
		{ "signs", EHC_L_SIGNS }, { "symptoms", EHC_L_SIGNS }, { "what happens", EHC_L_SIGNS }, { "trigger", EHC_L_TRIGGERS }, { "possible trigger", EHC_L_TRIGGERS }, { "known trigger", EHC_L_TRIGGERS },
	};

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_starts_nocase(folded, known[i].start) && takes(item, known[i].label) && ehc_str_words(folded) <= (known[i].label == EHC_L_SIDE_EFFECTS ? 12 : 5))
			return known[i].label;
	/* "Strength and dose" */
	return takes(item, EHC_L_DOSE) && ehc_str_words(folded) <= 4 && ehc_str_has_word(folded, "dose") ? EHC_L_DOSE : EHC_L_NONE;
}

enum ehc_label
field_named(struct reader *r, const struct part *item, struct ehc_str label)
{
	static const struct { const char *words; enum ehc_label label; } also[] = {
		{ "how", EHC_L_OVER }, { "how", EHC_L_ROUTE }, { "who", EHC_L_GIVEN_BY }, { "by whom", EHC_L_GIVEN_BY }, { "how much", EHC_L_DOSE }, { "where it is", EHC_L_KEPT }, { "where", EHC_L_KEPT }, { "to be reached by", EHC_L_BY }, { "starting point", EHC_L_BASELINE }, { "how it is measured", EHC_L_MEASURED_BY }, { "steps on the way", EHC_L_OUTCOME_STEP },
		{ "most in 24 hours", EHC_L_MAXIMUM }, { "maximum dose", EHC_L_MAXIMUM }, { "least time between doses", EHC_L_MINIMUM_GAP }, { "not confirmed yet", EHC_L_UNCONFIRMED },
		{ "signed off as competent", EHC_L_COMPETENT }, { "signed off by", EHC_L_COMPETENT }, { "dosage", EHC_L_DOSE }, { "dose and method", EHC_L_DOSE }, { "how it is given", EHC_L_ROUTE },
		{ "how given", EHC_L_ROUTE }, { "method of administration", EHC_L_ROUTE }, { "method", EHC_L_ROUTE }, { "when to be taken", EHC_L_WHEN }, { "when it is given", EHC_L_WHEN },
		{ "when to give", EHC_L_WHEN }, { "time", EHC_L_TIMES }, { "time(s)", EHC_L_TIMES }, { "time", EHC_L_WHEN }, { "time(s)", EHC_L_WHEN }, { "where it is kept", EHC_L_KEPT }, { "where kept", EHC_L_KEPT }, { "location", EHC_L_KEPT },
		{ "storage", EHC_L_KEPT }, { "administered by", EHC_L_GIVEN_BY }, { "who gives it", EHC_L_GIVEN_BY }, { "contra-indications", EHC_L_NOT_WITH }, { "trained in", EHC_L_TRAINED_FOR },
		{ "training received", EHC_L_TRAINED_FOR }, { "renewal date", EHC_L_RENEW_BY }, { "refresher due", EHC_L_RENEW_BY }, { "signs and symptoms", EHC_L_SIGNS },
		{ "rate", EHC_L_OVER }, { "pump rate", EHC_L_OVER }, { "amount", EHC_L_VOLUME }, { "duration", EHC_L_OVER }, { "water flush", EHC_L_FLUSH }, { "flushes", EHC_L_FLUSH }, { "water", EHC_L_FLUSH },
		{ "symptoms", EHC_L_SIGNS }, { "known triggers", EHC_L_TRIGGERS }, { "date of training", EHC_L_ON_DATE }, { "how much and how often", EHC_L_HOW_MUCH },
	};
	struct ehc_str folded = label_fold(r->a, label);
	const struct ehc_spelling *all;
	struct meaning m;
	size_t n;

	if (folded.len == 0 || ehc_str_words(label) > (r->kind == EHC_DOC_HEALTH_PLAN ? 14 : 8))
		return EHC_L_NONE;
	all = ehc_spellings(&n);
	for (size_t i = 0; i < n; i++)
		if ((all[i].docs & label_documents(r)) != 0 && ehc_str_is_nocase(folded, all[i].spelling) && takes(item, all[i].label))
			return all[i].label;
	for (size_t i = 0; i < EHC_COUNT(also); i++)
		if (ehc_str_is(folded, also[i].words) && takes(item, also[i].label))
			return also[i].label;
	if (ehc_str_starts_nocase(folded, "if ") && ehc_str_ends_nocase(folded, " cannot be given") && takes(item, EHC_L_CANNOT_GIVE))
		return EHC_L_CANNOT_GIVE;
	if (r->kind == EHC_DOC_HEALTH_PLAN)
		return label_by_start(item, folded);
	m = label_column(r, label, r->open);
	if (m.label == EHC_L_NONE)
		return EHC_L_NONE;
	m.label = fitting(item, m.label);
	return takes(item, m.label) ? m.label : EHC_L_NONE;
}

/* The label at s[at] up to its colon; false where none that counts stands there. */
static bool
label_at(struct reader *r, const struct part *item, struct ehc_str s, size_t at, enum ehc_label *label, size_t *value)
{
	size_t colon = at;

	while (colon < s.len && colon - at < 60 && strchr(":.;\n", s.ptr[colon]) == NULL)
		colon++;
	if (colon >= s.len || colon == at || s.ptr[colon] != ':' || (colon + 1 < s.len && s.ptr[colon + 1] != ' ' && s.ptr[colon + 1] != '\n'))
		return false;
	*label = field_named(r, item, ehc_str_sub(s, at, colon));
	*value = colon + 1;
	return *label != EHC_L_NONE;
}

static bool
is_detail_at(struct reader *r, struct ehc_str s, size_t at)
{
	struct ehc_str label, value;

	return line_split(ehc_str_sub(s, at, s.len), &label, &value) && ehc_str_words(label) <= 6 && label_detail(r, label) != EHC_L_NONE;
}

/* Where the value that begins at `from` ends: before the next label of the item, or where a line of details goes on with another. */
static size_t
value_end(struct reader *r, const struct part *item, struct ehc_str s, size_t from, size_t *next)
{
	for (size_t i = from; i < s.len; i++) {
		size_t at, value;
		enum ehc_label label;

		if (s.ptr[i] == '\n')
			at = i + 1;
		else if (ehc_str_starts_nocase(ehc_str_sub(s, i, s.len), DOT))
			at = i + strlen(DOT);
		else
			continue;
		if (!label_at(r, item, s, at, &label, &value) && (s.ptr[i] == '\n' || !is_detail_at(r, s, at)))
			continue;
		*next = at;
		return i;
	}
	*next = s.len;
	return s.len;
}

static void
put_field(struct reader *r, struct part *item, enum ehc_label label, struct ehc_str name, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *last = item->last_field;

	item_field(r, item, (struct meaning){ label, EHC_NO_SECTION }, text, b);
	/* "If R1 cannot be given" names the medicine. */
	if (label == EHC_L_CANNOT_GIVE && item->last_field != last)
		item->last_field->words = name;
}

/* "Version: 2 · Review due by: 29 January 2027" behind the fields of an item: details of the plan. */
static void
details_beside(struct reader *r, struct ehc_str rest, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	while (rest.len > 0) {
		size_t at = ehc_str_find_nocase(rest, DOT);
		struct ehc_str one = ehc_str_trim(ehc_str_sub(rest, 0, at == SIZE_MAX ? rest.len : at));

		if (!line_split(one, &label, &value) || !detail_add(r, label, value, b))
			note_left(r, b, one, "printed beside the details of the plan");
		rest = at == SIZE_MAX ? EHC_NOSTR : ehc_str_sub(rest, at + strlen(DOT), rest.len);
	}
}

bool
field_line(struct reader *r, struct part *item, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label label;
	size_t at = 0, value;

	if (!label_at(r, item, text, 0, &label, &value))
		return false;
	while (at < text.len && label_at(r, item, text, at, &label, &value)) {
		size_t next, end = value_end(r, item, text, value, &next);
		struct ehc_str name = ehc_str_sub(text, at, value - 1);

		note_left(r, b, name, "a label: the plan has its own");
		put_field(r, item, label, name, ehc_str_trim(ehc_str_sub(text, value, end)), b);
		at = next;
	}
	note_read(r, b, text, item);
	details_beside(r, ehc_str_sub(text, at, text.len), b);
	return true;
}

/* ---- labels in sentences ---- */

/* "Council How much:": the last words of it are the label, the first belong to what stands before. */
static bool
ends_in_label(struct reader *r, const struct part *item, struct ehc_str s)
{
	for (size_t i = 1; i < s.len; i++) {
		enum ehc_label label;
		size_t value;

		if (s.ptr[i - 1] == ' ' && ehc_is_capital(s.ptr[i]) && label_at(r, item, s, i, &label, &value))
			return true;
	}
	return false;
}

/* "Outcome: E1" at the end of the words. */
static bool
names_ids(struct reader *r, struct ehc_str s, struct meaning *m, size_t *value)
{
	struct ehc_str label, ids;

	if (s.len == 0 || s.ptr[0] < 'A' || s.ptr[0] > 'Z' || !line_split(s, &label, &ids) || ehc_str_words(label) > 2 || ids.len == 0 || !field_only_ids(ids) || !item_label_known(r, label, m) || !is_item(m->label))
		return false;
	*value = (size_t)(ids.ptr - s.ptr);
	return true;
}

/* Where the next "Label: " begins behind the end of a sentence, and what it means; SIZE_MAX for none. */
static size_t
next_label(struct reader *r, const struct part *item, struct ehc_str s, size_t from, struct meaning *m, size_t *value)
{
	for (size_t i = from; i < s.len; i++) {
		enum ehc_label label;
		size_t colon;

		/* Behind one label the next may follow without the end of a sentence: "By whom: a teacher Frequency: weekly". */
		if (from > 0 && i > from && s.ptr[i - 1] == ' ' && ehc_is_capital(s.ptr[i]) && label_at(r, item, s, i, &label, value) && ehc_str_words(ehc_str_sub(s, i, *value)) <= 3 &&
		    !ends_in_label(r, item, ehc_str_sub(s, i, *value))) {
			*m = (struct meaning){ label, EHC_NO_SECTION };
			return i;
		}
		/* "... weekly Outcome: E1" */
		if (from > 0 && i > from && s.ptr[i - 1] == ' ' && names_ids(r, ehc_str_sub(s, i, s.len), m, value)) {
			*value += i;
			return i;
		}
		if (i > 0 && !(s.ptr[i - 1] == '\n' || (s.ptr[i - 1] == ' ' && i > 1 && strchr(".;!?)\"/|", s.ptr[i - 2]) != NULL)))
			continue;
		if (s.ptr[i] < 'A' || s.ptr[i] > 'Z')
			continue;
		if (i > 0 && label_at(r, item, s, i, &label, value)) {
			*m = (struct meaning){ label, EHC_NO_SECTION };
			return i;
		}
		for (colon = i; colon < s.len && colon - i < 60 && strchr(":.;\n", s.ptr[colon]) == NULL; colon++)
			;
		if (colon >= s.len || s.ptr[colon] != ':' || (colon + 1 < s.len && s.ptr[colon + 1] != ' ' && s.ptr[colon + 1] != '\n'))
			continue;
		if (ehc_str_words(ehc_str_sub(s, i, colon)) <= 6 && item_label_known(r, ehc_str_sub(s, i, colon), m)) {
			*value = colon + 1;
			return i;
		}
	}
	return SIZE_MAX;
}

void
field_take(struct reader *r, struct part *item, struct ehc_str s, const struct ehc_draft_block *b)
{
	struct meaning m, next;
	size_t value, at = next_label(r, item, s, 0, &m, &value);

	part_text(r, item, ehc_str_trim(ehc_str_sub(s, 0, at == SIZE_MAX ? s.len : at)), b);
	while (at != SIZE_MAX) {
		size_t next_value = 0, end = next_label(r, item, s, value, &next, &next_value);
		struct ehc_str text = ehc_str_trim(ehc_str_sub(s, value, end == SIZE_MAX ? s.len : end));

		note_left(r, b, ehc_str_trim(ehc_str_sub(s, at, value)), "a label: the plan has its own");
		if (is_item(m.label) && field_only_ids(text) && text.len > 0)
			field_tie(r, item, text, b);
		else if (m.label == item->label || ehc_keyword(m.label)->level != EHC_LEVEL_FIELD)
			part_text(r, item, text, b);
		else
			item_field(r, item, m, text, b);
		at = end;
		m = next;
		value = next_value;
	}
}

/* ---- ties ---- */

bool
field_only_ids(struct ehc_str value)
{
	struct ehc_str word, id;
	bool any = false;

	for (; ehc_id_list_next(&value, &word); any = true)
		if (line_id(word, "ABCDEFGHJK", &id) == 0 || id.len != word.len)
			return false;
	return any;
}

void
field_tie(struct reader *r, struct part *beside, struct ehc_str ids, const struct ehc_draft_block *b)
{
	EHC_PUSH(r->a, &r->ties, (struct tie){ ids, NULL, beside, b });
	note_read(r, b, ids, beside);
}

/* The label by which `from` names `to`; EHC_L_NONE where such items are not tied. */
static enum ehc_label
relation(const struct part *from, const struct part *to)
{
	if (to->label == EHC_L_NEED && (from->label == EHC_L_OUTCOME || from->label == EHC_L_PROVISION || from->label == EHC_L_BUDGET))
		return EHC_L_FOR;
	if (to->label == EHC_L_OUTCOME && (from->label == EHC_L_PROVISION || from->label == EHC_L_BUDGET))
		return EHC_L_TOWARDS;
	if (to->label == EHC_L_ASPIRATION && from->label == EHC_L_OUTCOME)
		return EHC_L_SUPPORTS;
	return to->label == EHC_L_PROVISION && from->label == EHC_L_BUDGET ? EHC_L_PAYS_FOR : EHC_L_NONE;
}

static void
write_tie(struct reader *r, struct part *from, const struct part *to, const struct tie *t)
{
	enum ehc_label label = relation(from, to);
	struct part *field = label == EHC_L_NONE ? NULL : part_find_field(from, label);

	if (label == EHC_L_NONE || (field != NULL && ehc_str_has_word(field->text, ehc_arena_cstr(r->a, to->id))))
		return;
	if (field == NULL)
		part_field(r, from, label, to->id, t->block);
	else
		field->text = ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(field->text), EHC_ARG(to->id));
	note_look(r, t->block, to->id, from, t->named != NULL ? "It stood in the same row or below its heading, so the two were tied." : "Its number stood beside that item, so the two were tied.");
}

void
field_resolve(struct reader *r)
{
	struct part_index ids = { NULL, 0, 0 };

	for (struct part *p = r->ties.count == 0 ? NULL : r->first; p != NULL; p = p->next)
		if (ehc_keyword(p->label)->level == EHC_LEVEL_ITEM && p->id.len > 0)
			part_index(r, &ids, p->id, p);
	for (size_t i = 0; i < r->ties.count; i++) {
		const struct tie *t = &r->ties.items[i];
		struct ehc_str rest = t->ids, line, word;

		if (t->named != NULL) {
			write_tie(r, t->named, t->beside, t);
			write_tie(r, t->beside, t->named, t);
		}
		while (ehc_str_split(&rest, '\n', &line))
			while (ehc_str_split(&line, ' ', &word)) {
				struct part *other;

				while (word.len > 0 && strchr(",;", word.ptr[word.len - 1]) != NULL)
					word.len--;
				if (word.len == 0 || (other = part_index(r, &ids, word, NULL)) == NULL)
					continue;
				write_tie(r, other, t->beside, t);
				write_tie(r, t->beside, other, t);
			}
	}
}
