/*
 * care_line.c - a child's health care plan, line by line: which line heads what stands below it, which asks, and which is a part of the one above.
 * The order in which that is asked stands at the end of the file, in read_line(); what heads nothing goes to care_content() (care.c), which has its own.
 */
#include "import/care.h"

/* A question above the box for its answer. */
static bool
asks(const struct ehc_draft_block *b)
{
	return !care_has_number(b->text) && b->kind == EHC_DRAFT_PARAGRAPH && line_number(b->text) == 0 && b->next != NULL &&
	    b->next->table != NULL && b->next->table->columns == 1 && ehc_str_words(b->text) <= 45 && !ehc_str_ends_nocase(b->text, ".");
}

/* A line without a mark of its own is a heading only where something stands below it that is none. */
static bool
heads_lines(const struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = block_below(b);
	struct ehc_str id;

	if (care_is_answer(b->text) || label_nil(b->text) || care_has_amount(b->text) || care_has_number(b->text) ||
	    line_last_date(b->text) != SIZE_MAX)
		return false;
	/* What stands below a question answers it. */
	if (r->before != NULL && r->before->table == NULL && ehc_str_ends_nocase(r->before->text, "?") && !ehc_str_ends_nocase(b->text, "?"))
		return false;
	if (next != NULL && next->kind == EHC_DRAFT_TABLE)
		return r->seen != PART_CONDITIONS || care_part_of(label_fold(r->a, b->text)) != PART_UNKNOWN;
	/* On the title page the name of the school stands above that of the plan. */
	if (r->seen == PART_HEAD && r->child->text.len == 0)
		return true;
	/* What stands between two marked headings is what the first is about. */
	if (next != NULL && next->strong && r->before != NULL && r->before->strong)
		return false;
	return next != NULL && (!line_is_title(next, next->text) || line_number(next->text) > 0 ||
	    line_id(next->text, "ABCDEFGHIJ", &id) > 0 || line_last_date(next->text) != SIZE_MAX || care_has_number(next->text));
}

/* A question whose answer stands in the next line; a long one only where that is no more than yes or no. */
static bool
asks_next(const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = block_below(b);

	if (b->kind != EHC_DRAFT_PARAGRAPH || !ehc_str_ends_nocase(b->text, "?") || ehc_str_has(b->text, ". ") || line_number(b->text) > 0)
		return false;
	if (next == NULL || next->kind == EHC_DRAFT_TABLE || next->kind == EHC_DRAFT_HEADING || next->strong || ehc_str_ends_nocase(next->text, "?"))
		return false;
	return ehc_str_words(b->text) <= 12 || (ehc_str_words(b->text) <= 30 && care_is_answer(next->text));
}

/* "4. ...": by a digit; "a) ..." may stand below one. */
static bool
is_counted(struct ehc_str text)
{
	return text.len > 0 && ehc_is_digit(text.ptr[0]) && line_number(text) > 0;
}

/* "3. Daily care": marked as a heading, and no line of a list of such, nor one with a telephone number. */
static bool
numbered_heading(struct reader *r, const struct ehc_draft_block *b, struct ehc_str text)
{
	const struct ehc_draft_block *next = block_below(b);
	struct ehc_str title;

	title = ehc_str_sub(text, line_number(text), text.len);
	if (line_number(text) == 0 || next == NULL || (ehc_str_has_digit(title) && !ehc_str_ends_nocase(text, "?")))
		return false;
	if (b->strong || line_is_capitals(text))
		return !(next->strong && line_number(next->text) > 0);
	/* Without a mark it names a part, and no other number stands right above or below it. */
	return care_part_of(label_fold(r->a, title)) != PART_UNKNOWN && ehc_str_words(title) <= 8 && !is_counted(next->text) &&
	    (r->before == NULL || !is_counted(r->before->text));
}

/* "Emergency: blocked tube" in bold letters, with the steps below it. */
static bool
names_emergency(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	return b->strong && b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_words(text) <= 14 &&
	    line_split(ehc_str_sub(text, line_number(text), text.len), &label, &value) && value.len > 0 && !ehc_str_ends_nocase(text, ".") &&
	    ehc_str_find_nocase(label, "emergency") != SIZE_MAX && ehc_str_find_nocase(label, "contact") == SIZE_MAX &&
	    care_part_of(label_fold(r->a, label)) == PART_EMERGENCY;
}

bool
care_names_level(struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = block_below(b);

	return b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_words(b->text) <= 8 && ehc_str_has(b->text, ": ") &&
	    !ehc_str_ends_nocase(b->text, ".") && !ehc_str_has(b->text, "999") && !care_has_number(b->text) && line_number(b->text) == 0 &&
	    next != NULL && (next->kind == EHC_DRAFT_BULLET || line_number(next->text) > 0) &&
	    (care_is_zone(label_fold(r->a, b->text)) || ehc_str_starts_nocase(b->text, "hypo") || ehc_str_starts_nocase(b->text, "hyper"));
}

/* Among contacts, signatures and steps a line without a mark is one of them, unless it names another part, or ends their list and heads the next. */
static bool
opens_another(struct reader *r, const struct ehc_draft_block *b)
{
	enum care_part part = care_part_of(label_fold(r->a, b->text));
	bool listed = r->before != NULL && (r->before->kind == EHC_DRAFT_BULLET || r->before->kind == EHC_DRAFT_TABLE ||
	    line_number(r->before->text) > 0);

	if (ehc_str_has_digit(ehc_str_sub(b->text, line_number(b->text), b->text.len)) || ehc_str_words(b->text) > 9 ||
	    care_emergency_label(label_fold(r->a, b->text)) != EHC_L_NONE || memchr(b->text.ptr, ',', b->text.len) != NULL || !heads_lines(r, b))
		return false;
	return (part != PART_UNKNOWN && part != (enum care_part)r->seen && part != PART_HEAD && ehc_str_words(b->text) <= 6) ||
	    (listed && b->kind == EHC_DRAFT_PARAGRAPH);
}

/* "Date of birth" on the first page, or "Phone no." among contacts: its value stands in the next line. */
static bool
is_bare_detail(struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *next = block_below(b);
	bool known = r->seen == PART_CONTACTS ? care_is_contact_label(r, b->text) :
	    r->seen == PART_HEAD && (r->has_items ? r->item == NULL || r->item->label == EHC_L_CONDITION : true) &&
	    (label_detail(r, b->text) != EHC_L_NONE || care_names_condition(label_fold(r->a, b->text)));

	return known && b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_words(b->text) <= 6 && !ehc_str_has(b->text, ":") && next != NULL &&
	    next->kind == EHC_DRAFT_PARAGRAPH && !next->strong && ehc_str_words(next->text) <= 14 &&
	    label_detail(r, next->text) == EHC_L_NONE && !ehc_str_has(next->text, ": ") && care_part_of(label_fold(r->a, next->text)) == PART_UNKNOWN;
}

/* "Q3. " or "Q: ", with which a question begins: its bytes. */
static size_t
question_number(struct ehc_str text)
{
	return ehc_str_starts_nocase(text, "Q: ") ? 3 : line_number(text);
}

/* The line below a label that stands alone. */
static void
take_answer(struct reader *r, struct ehc_str label, const struct ehc_draft_block *b)
{
	if (r->seen == PART_CONTACTS && care_is_contact_label(r, label))
		care_contact_pair(r, label, b->text, b);
	else if (label_detail(r, label) != EHC_L_NONE)
		detail_add(r, label, b->text, b);
	else {
		note_left(r, b, label, "a label: the plan has its own");
		care_item(r, EHC_L_CONDITION, EHC_NOSTR, b->text, b);
	}
}

/* "Q3. Date of birth" with the answer in the next line: a detail, or a heading of what stands below. */
static bool
question_line(struct reader *r, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *answered = r->question;
	size_t n = question_number(b->text);
	struct ehc_str words;

	r->question = NULL;
	if (answered != NULL && !(n > 0 && b->text.ptr[0] == 'Q')) {
		take_answer(r, ehc_str_sub(answered->text, question_number(answered->text), answered->text.len), b);
		return true;
	}
	if (n == 0 && is_bare_detail(r, b)) {
		r->question = b;
		return true;
	}
	if (n == 0 || b->text.ptr[0] != 'Q' || b->kind != EHC_DRAFT_PARAGRAPH || !(ehc_is_digit(b->text.ptr[1]) || b->text.ptr[1] == ':'))
		return false;
	words = ehc_str_sub(b->text, n, b->text.len);
	note_left(r, b, ehc_str_trim(ehc_str_sub(b->text, 0, n)), "the number of a question");
	if (label_detail(r, words) != EHC_L_NONE)
		r->question = b;
	else
		care_heading(r, words, b);
	return true;
}

static bool
is_arrow(struct ehc_str text)
{
	static const char *const arrows[] = { "\xE2\x86\x93", "\xE2\x86\x92", "\xE2\x96\xBC", "\xE2\xAC\x87", "\xE2\x87\xA9", "\xE2\x87\x93", NULL };

	return is_any(text, arrows);
}

/* A heading that stands on the line of the words below it. */
static void
heading_above(struct reader *r, struct ehc_str words, const struct ehc_draft_block *b)
{
	struct ehc_draft_block *heading = block_part(r->a, b);

	heading->text = words;
	heading->next = NULL;
	care_heading(r, words, heading);
}

/* "TRIPS: Ms Lark goes.": a heading in capitals, with what stands below it on the same line. */
static bool
capital_label(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	static const char *const asides[] = { "nb", "n.b", "note", "notes", "date", "name", "signed", "tel", NULL };
	struct ehc_str label, value, folded;

	if (b->kind != EHC_DRAFT_PARAGRAPH || (r->child->text.len == 0 && !r->has_items) || !line_split(text, &label, &value) ||
	    value.len == 0 || ehc_str_words(label) > 8 || !line_is_capitals(label) || line_is_capitals(value) || names_emergency(r, text, b))
		return false;
	label = ehc_str_sub(label, line_number(label), label.len);
	folded = label_fold(r->a, label);
	if (is_any(folded, asides) || label_detail(r, label) != EHC_L_NONE || ehc_str_ends_nocase(folded, "signature") ||
	    (care_in_emergency(r) && (care_emergency_label(folded) != EHC_L_NONE || care_part_of(folded) == PART_UNKNOWN)) ||
	    (r->item != NULL && field_named(r, r->item, label) != EHC_L_NONE) || care_part_of(folded) == PART_CONDITIONS)
		return false;
	heading_above(r, label, b);
	care_content(r, value, b);
	return true;
}

/* "Yours sincerely": below it stands who wrote it. */
static bool
ends_letter(struct reader *r, struct ehc_str text)
{
	static const char *const words[] = { "yours sincerely", "yours faithfully", "kind regards", "best wishes", "with best wishes", NULL };

	return is_any(label_fold(r->a, text), words);
}

/* "Healthcare plan: haemophilia", marked, on the first page; "Diabetes: healthcare plan" above everything. */
static bool
names_document(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	return r->seen == PART_HEAD && !r->has_items && (b->strong || b->kind == EHC_DRAFT_HEADING || r->before == NULL) &&
	    ehc_str_words(text) <= 12 && line_split(text, &label, &value) && value.len > 0 &&
	    (ehc_str_ends_nocase(label_fold(r->a, label), " plan") || (r->before == NULL && ehc_str_has_word(value, "plan"))) &&
	    line_last_date(value) == SIZE_MAX && label_detail(r, label) == EHC_L_NONE;
}

/* "This child has the following allergies:", with them in the next lines. */
static bool
lists_conditions(struct reader *r, const struct ehc_draft_block *b)
{
	return r->seen == PART_HEAD && b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_words(b->text) <= 10 &&
	    ehc_str_ends_nocase(b->text, ":") && ehc_str_has(b->text, "following") && care_part_of(label_fold(r->a, b->text)) == PART_CONDITIONS;
}

/* The questions of the form that most schools copy, without a question mark: what stands in the next line answers, whatever it looks like. */
static bool
asks_as_form(const struct ehc_draft_block *b)
{
	static const char *const starts[] = { "describe ", "give details of ", "name of medication", "name of medicine", "daily care requirement", "specific support for ", "arrangements for ",
		"who is responsible ", "plan developed with", "staff training ", "form copied to", "family contact information", "clinic/hospital contact", "other information", NULL };
	const struct ehc_draft_block *next = block_below(b);

	return b->kind == EHC_DRAFT_PARAGRAPH && starts_any(b->text, starts) && !ehc_str_ends_nocase(b->text, ".") &&
	    !ehc_str_has(b->text, ": ") && ehc_str_words(b->text) <= 45 &&
	    next != NULL && (next->kind == EHC_DRAFT_PARAGRAPH || next->kind == EHC_DRAFT_BULLET);
}

/* "Who gives insulin? Quinn alone": without the question the answer would not say what is meant. */
static bool
asks_and_answers(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t at = ehc_str_find_nocase(text, "? ");
	struct ehc_str question = ehc_str_sub(text, 0, at == SIZE_MAX ? 0 : at + 1), value = ehc_str_sub(text, question.len, text.len), folded;
	enum care_part part;

	if (b->kind != EHC_DRAFT_PARAGRAPH || question.len == 0 || care_in_emergency(r) || r->seen == PART_WISHES ||
	    ehc_str_words(question) > 14 || line_number(text) > 0)
		return false;
	folded = label_fold(r->a, question);
	part = care_part_of(folded);
	value = ehc_str_trim(value);
	if (ehc_str_starts_nocase(value, "yes") || ehc_str_find_word(value, "no") == 0 || !care_asks_or_tells(folded) ||
	    (r->child->text.len == 0 && !r->has_items))
		return false;
	if (part == PART_UNKNOWN || (part == PART_MEDICINE && !ehc_str_starts_nocase(folded, "what "))) {
		care_answered(r, text, b);
		return true;
	}
	heading_above(r, question, b);
	care_content(r, value, b);
	return true;
}

/* "NHS NO: 999 000 0021": a detail in capitals, which is no heading. */
static bool
is_capital_detail(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	return b->kind == EHC_DRAFT_PARAGRAPH && line_split(ehc_str_sub(text, line_number(text), text.len), &label, &value) &&
	    value.len > 0 && line_is_capitals(text) && label_detail(r, label) != EHC_L_NONE && label_detail(r, label) != EHC_L_HEALTH_PLAN;
}

/* A heading by its looks. */
static bool
looks_like_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	bool marked = b->kind == EHC_DRAFT_HEADING || b->strong || line_is_capitals(text);
	struct ehc_str id;

	if (!line_is_title(b, text) || !(marked || heads_lines(r, b)) || (r->repeated && !marked))
		return false;
	if (b->kind != EHC_DRAFT_HEADING && (line_number(text) > 0 || line_id(text, "ABCDEFGHIJ", &id) > 0) && !numbered_heading(r, b, text))
		return false;
	/* Under contacts and signatures every line is one, however short. */
	return marked || !(r->seen == PART_CONTACTS || r->seen == PART_SIGNED || care_in_emergency(r)) || opens_another(r, b);
}

/* What stands below it is about it: a question, an emergency by name, or a heading. */
static bool
heads_what_follows(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	return asks(b) || asks_as_form(b) || (asks_next(b) && !care_in_emergency(r)) || names_emergency(r, text, b) || care_names_level(r, b) ||
	    ehc_str_is(label_fold(r->a, text), "g.p") || looks_like_heading(r, text, b);
}

/* The first that knows the line has read it. */
static void
read_line(struct reader *r, const struct ehc_draft_block *b)
{
	struct ehc_str text = b->text;

	if (text.len > 0 && is_arrow(text)) {
		note_left(r, b, text, "an arrow between two boxes");
		return;
	}
	if (text.len == 0 || printed_line(r, text, b) || (r->seen == PART_HEAD && title_born(r, text, b)) || question_line(r, b) ||
	    care_dashed(r, text, b))
		return;
	/* From here on with its number or letter, by which a heading is told from an item. */
	if (b->marker.len > 0)
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(b->marker), EHC_ARG(text));
	if (care_dates_signature(r, text, b) || capital_label(r, text, b) || asks_and_answers(r, text, b))
		return;
	if (ends_letter(r, text)) {
		note_left(r, b, text, "how a letter ends");
		r->seen = PART_SIGNED;
		r->item = r->text = r->emergency = NULL;
		return;
	}
	if (names_document(r, text, b) || lists_conditions(r, b)) {
		care_heading(r, text, b);
		return;
	}
	r->asked = asks(b) ? b : NULL;
	if (r->asked != NULL && label_detail(r, text) != EHC_L_NONE && care_part_of(label_fold(r->a, text)) != PART_CONDITIONS)
		return;
	if (!is_capital_detail(r, text, b) && heads_what_follows(r, text, b))
		care_heading(r, text, b);
	else
		care_content(r, text, b);
}

static void
read_block(struct reader *r, const struct ehc_draft_block *b)
{
	if (b->kind != EHC_DRAFT_TABLE)
		read_line(r, b);
	else if (r->asked != NULL)
		care_box(r, b);
	else
		care_table(r, b);
}

/* "**Date of birth**" and, behind a line break of the same paragraph, the date: a label with its value, or a heading with what stands below it. */
static bool
led_lines(struct reader *r, const struct ehc_draft_block *b)
{
	struct ehc_str rest = b->text, line, value;
	struct ehc_draft_block *first, *last;

	if (!b->led || b->kind == EHC_DRAFT_TABLE || !ehc_str_split(&rest, '\n', &line) || rest.len == 0 || ehc_str_words(line) > 25)
		return false;
	line = ehc_str_trim(line);
	value = ehc_str_trim(rest);
	if (b->kind == EHC_DRAFT_PARAGRAPH && !ehc_str_has(value, "\n") && label_detail(r, line) != EHC_L_NONE && detail_add(r, line, value, b))
		return true;
	first = last = block_part(r->a, b);
	first->text = line;
	first->strong = true;
	first->led = false;
	while (ehc_str_split(&rest, '\n', &line)) {
		if (ehc_str_trim(line).len == 0)
			continue;
		last->next = block_part(r->a, b);
		last = last->next;
		last->kind = EHC_DRAFT_PARAGRAPH;
		last->marker = EHC_NOSTR;
		last->text = ehc_str_trim(line);
		last->strong = last->led = false;
	}
	last->next = b->next;
	for (const struct ehc_draft_block *one = first; one != b->next; one = one->next)
		care_block(r, one);
	return true;
}

void
care_block(struct reader *r, const struct ehc_draft_block *b)
{
	/* "A: ..." below "Q: ..." */
	if (b->kind == EHC_DRAFT_PARAGRAPH && ehc_str_starts_nocase(b->text, "A: ") && r->before != NULL &&
	    ehc_str_starts_nocase(r->before->text, "Q: ")) {
		struct ehc_draft_block *answer = block_part(r->a, b);

		note_left(r, b, ehc_str_sub(b->text, 0, 2), "the mark of an answer");
		answer->text = ehc_str_trim(ehc_str_sub(b->text, 3, b->text.len));
		b = answer;
	}
	if (led_lines(r, b))
		return;
	read_block(r, b);
	if (b->kind == EHC_DRAFT_TABLE || b->text.len > 0)
		r->before = b;
}
