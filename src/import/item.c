/*
 * item.c - needs, outcomes, provision, advice and the like: the number and the words of each.
 */
#include "import/recognise.h"

#include <string.h>

/* "F2. text / Job coach / Weekly / Progress notes", where the plan has said what the columns are. */
static bool
take_columns(struct reader *r, struct part *item, struct ehc_str s, const struct ehc_draft_block *b)
{
	size_t column = 0, at;
	bool any = false;

	while (column < r->ncolumns && r->columns[column].label != item->label)
		column++;
	if (column >= r->ncolumns || ehc_str_find_nocase(s, " / ") == SIZE_MAX)
		return false;
	while (column < r->ncolumns) {
		bool last = column + 1 == r->ncolumns;

		at = last ? SIZE_MAX : ehc_str_find_nocase(s, " / ");
		if (!any)
			part_text(r, item, ehc_str_trim(ehc_str_sub(s, 0, at == SIZE_MAX ? s.len : at)), b);
		else
			item_field(r, item, r->columns[column], ehc_str_sub(s, 0, at == SIZE_MAX ? s.len : at), b);
		any = true;
		if (at == SIZE_MAX)
			break;
		s = ehc_str_sub(s, at + 3, s.len);
		column++;
	}
	return true;
}

/* "A reading group - teaching assistant - 20 minutes daily": what, who, how often; the middle holds no figure, and the last says how often. */
static bool
take_dashes(struct reader *r, struct part *item, struct ehc_str s, const struct ehc_draft_block *b)
{
	static const char *const dashes[] = { " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - " };
	static const char *const often[] = { "once", "twice", "daily", "weekly", "fortnightly", "monthly", "termly", "every ", "each ", "half ", NULL };

	for (size_t i = 0; i < EHC_COUNT(dashes) && item->label == EHC_L_PROVISION; i++) {
		size_t n = strlen(dashes[i]), first = ehc_str_find_nocase(s, dashes[i]), second;
		struct ehc_str rest = first == SIZE_MAX ? EHC_NOSTR : ehc_str_sub(s, first + n, s.len), who, last;

		if (rest.len == 0 || (second = ehc_str_find_nocase(rest, dashes[i])) == SIZE_MAX)
			continue;
		who = ehc_str_sub(rest, 0, second);
		last = ehc_str_sub(rest, second + n, rest.len);
		if (ehc_str_has_digit(who) || ehc_str_words(who) > 10 || ehc_str_find_nocase(last, dashes[i]) != SIZE_MAX || ehc_str_words(last) > 16 ||
		    !(last.len > 0 && (ehc_is_digit(last.ptr[0]) || starts_any(last, often))))
			continue;
		part_text(r, item, ehc_str_trim(ehc_str_sub(s, 0, first)), b);
		item_field(r, item, (struct meaning){ EHC_L_WHO, EHC_NO_SECTION }, who, b);
		item_field(r, item, (struct meaning){ EHC_L_HOW_OFTEN, EHC_NO_SECTION }, last, b);
		return true;
	}
	return false;
}

static const char *
prefix_of(enum ehc_section s)
{
	static const char *const prefixes[EHC_SECTION_COUNT] = { "Y", "A", "B", "C", "D", "E", "F", "G", "H1.", "H2.", "I", "J", "K" };

	return prefixes[s];
}

static void
set_id(struct reader *r, struct part *p, struct ehc_str id, enum ehc_section s)
{
	char *clean = ehc_arena_alloc(r->a, id.len + 1);
	size_t n = 0;

	snprintf(p->prefix, sizeof(p->prefix), "%s", prefix_of(s));
	/* "F.2" is F2 */
	for (size_t i = 0; i < id.len; i++)
		if (!(id.ptr[i] == '.' && n == 1))
			clean[n++] = id.ptr[i];
	p->id = (struct ehc_str){ clean, n };
}

static void
budget_links(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str id;

	for (size_t i = 0; i < text.len; i++) {
		size_t n;

		if (i > 0 && text.ptr[i - 1] != ' ' && text.ptr[i - 1] != '(')
			continue;
		n = line_id(ehc_str_sub(text, i, text.len), "EFGH", &id);
		if (n == 0) {
			/* an id at the end of a clause, with a comma behind it */
			size_t end = i;

			while (end < text.len && strchr(" ,;)", text.ptr[end]) == NULL)
				end++;
			n = line_id(ehc_str_sub(text, i, end), "EFGH", &id);
		}
		if (n == 0 || (id.ptr[0] == 'H' && id.len < 4))
			continue;
		if (part_field(r, p, id.ptr[0] == 'E' ? EHC_L_TOWARDS : EHC_L_PAYS_FOR, id, b) != NULL)
			note_look(r, b, text, p, "What the payment is for was read out of its sentence.");
	}
}

/* The same outcome may be printed again beside the provision for it: it is entered where it is new. */
static struct part *
outcome_before(struct reader *r, struct ehc_str text, struct part *p)
{
	struct ehc_str key = label_fold(r->a, text);

	return key.len > 12 ? part_index(r, &r->outcomes, key, p) : NULL;
}

/* "A teacher will read with Ada." says all; "reading with a teacher" needs the words above the list. */
static bool
is_sentence(struct ehc_str s)
{
	static const char *const verbs[] = { "will", "has", "is", "are", "must", "can", "needs" };

	if (s.len == 0 || s.ptr[0] < 'A' || s.ptr[0] > 'Z' || !ehc_str_ends_nocase(s, "."))
		return false;
	for (size_t i = 0; i < EHC_COUNT(verbs); i++)
		if (ehc_str_find_word(s, verbs[i]) != SIZE_MAX)
			return true;
	return false;
}

/* "... every Saturday (Outcome E3).": what it works towards stands in a bracket behind its words. */
static void
bracketed(struct reader *r, struct part *p, const struct ehc_draft_block *b)
{
	struct ehc_str s = p->text;
	size_t at;

	while (s.len > 0 && strchr(". ", s.ptr[s.len - 1]) != NULL)
		s.len--;
	if (s.len < 4 || s.ptr[s.len - 1] != ')' || (p->label != EHC_L_PROVISION && p->label != EHC_L_OUTCOME))
		return;
	for (at = s.len - 1; at > 0 && s.ptr[at] != '('; at--)
		;
	s = ehc_str_sub(s, at + 1, s.len - 1);
	if (s.len > 0 && !ehc_is_digit(s.ptr[0]) && under_counts(s))
		under_numbers(r, p, EHC_L_OUTCOME, s, b);
	else if (s.len > 0 && field_only_ids(s))
		field_tie(r, p, s, b);
}

/* "2." below the heading "B1 Communication and interaction" is B1.2, and so it is called elsewhere. */
static struct ehc_str
below_area(struct reader *r, struct meaning m, struct ehc_str number)
{
	while (number.len > 0 && !ehc_is_digit(number.ptr[number.len - 1]))
		number.len--;
	if (r->area_id.len == 0 || m.label != EHC_L_NEED || m.section != EHC_B || number.len == 0 || number.len > 2 || !ehc_is_digit(number.ptr[0]))
		return EHC_NOSTR;
	return ehc_arena_printf(r->a, "%.*s.%.*s", EHC_ARG(r->area_id), EHC_ARG(number));
}

struct part *
item_add(struct reader *r, struct meaning m, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p;
	size_t n = id.len == 0 ? line_number(text) : 0;
	struct ehc_str number = id;

	if (id.len == 0 && n == 0 && r->lead.len > 0)
		n = line_listed(text);
	if (n > 0) {
		number = ehc_str_trim(ehc_str_sub(text, 0, n));
		note_left(r, b, number, "a number: the plan gives each item its own");
		text = ehc_str_sub(text, n, text.len);
		id = below_area(r, m, number);
	}
	if (r->lead.len > 0 && is_sentence(text)) {
		if (r->lead_block != NULL)
			note_left(r, r->lead_block, r->lead, "words above a list whose lines are whole sentences");
		r->lead_block = NULL;
	} else if (r->lead.len > 0 && (b->kind == EHC_DRAFT_BULLET || n > 0)) {
		text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(r->lead), EHC_ARG(text));
		if (r->lead_block != NULL)
			note_look(r, b, r->lead, NULL, "These words stand once above a list; they were written into each item of it.");
		r->lead_block = NULL;
	}
	if (m.label == EHC_L_OUTCOME && id.len == 0 && !line_is_blank_to_fill(text) && (p = outcome_before(r, text, NULL)) != NULL) {
		note_left(r, b, text, "an outcome that stands above already");
		under_item(r, p, b);
		r->item = NULL;
		return p;
	}
	p = part_add(r, m.label, b);
	p->section = m.section;
	p->loose = is_several(r->open) && r->row == NULL && is_item(m.label);
	p->level = b->kind == EHC_DRAFT_BULLET ? b->level : 0;
	set_id(r, p, id, m.section);
	if (!take_columns(r, p, text, b) && !take_dashes(r, p, text, b))
		field_take(r, p, text, b);
	if (m.label == EHC_L_OUTCOME) {
		outcome_before(r, p->text, p);
		under_count(r, p, number.len > 0 ? number : r->under.number);
		r->steps_of = r->several_outcomes || r->steps_of != NULL ? NULL : p;
		r->several_outcomes = r->steps_of == NULL;
	} else if (m.label == EHC_L_NEED) {
		if (r->subhead.len > 0)
			under_name(r, p, r->subhead);
		under_count(r, p, number.len > 0 ? number : r->need_number);
		r->need_number = EHC_NOSTR;
	}
	if (m.label == EHC_L_PROVISION && r->area_outcomes.len > 0)
		under_numbers(r, p, EHC_L_OUTCOME, r->area_outcomes, b);
	bracketed(r, p, b);
	if (r->area.len > 0 && (m.label == EHC_L_NEED || m.label == EHC_L_STRENGTHS) && m.section == EHC_B && r->row == NULL)
		part_field(r, p, EHC_L_CATEGORY, r->area, b);
	if (m.label == EHC_L_BUDGET)
		budget_links(r, p, text, b);
	under_item(r, p, b);
	r->item = p;
	r->text = NULL;
	note_read(r, b, text, p);
	return p;
}

void
row_add(struct reader *r, struct ehc_str name, const struct ehc_draft_block *b)
{
	struct part *p = r->last;

	/* The heading of a table, and the same name above its rows, open one row. */
	if (p != NULL && p == r->row && p->fields == NULL && ehc_str_eq_nocase(p->text, name))
		part_block(r, p, b);
	else {
		p = part_add(r, EHC_L_ROW, b);
		part_text(r, p, name, NULL);
	}
	r->row = p;
	r->steps_of = NULL;
	r->several_outcomes = false;
	under_end(r);
	r->item = r->text = NULL;
}

/* ---- section K ---- */

static bool
is_reply(struct ehc_str s)
{
	static const char *const words[] = { "no reply", "not known", "not requested", "not recorded", "no response", "not received", "no report", "nil return", "awaited", NULL };

	return has_any(s, words);
}

/* "Dr A Bly", "C Noor", "Mrs D Okoro, SENCO": a title or an initial, then a surname. */
static bool
is_person(struct ehc_str s)
{
	static const char *const titles[] = { "Dr ", "Dr. ", "Mr ", "Mrs ", "Ms ", "Miss ", "Prof ", "Professor ", NULL };

	return starts_any(s, titles) ||
	    (s.len > 3 && ehc_is_capital(s.ptr[0]) && (s.ptr[1] == ' ' || (s.ptr[1] == '.' && s.ptr[2] == ' ')) && ehc_str_words(s) <= 4);
}

/* Words that can stand for a report by themselves, so that what follows a comma is who wrote it. */
static bool
is_report(struct ehc_str s)
{
	static const char *const words[] = { "advice", "report", "views", "assessment", "evidence", "letter", "statement", "information", "contribution" };

	for (size_t i = 0; i < EHC_COUNT(words); i++)
		if (ehc_str_has_word(s, words[i]))
			return true;
	return ehc_str_has_word(s, "advise");           /* a slip that is often made */
}

/* Takes what stands behind the last parting mark off *s. */
static bool
take_tail(struct ehc_str *s, const char *mark, struct ehc_str *tail)
{
	size_t at = SIZE_MAX, n = strlen(mark);

	for (size_t i = 0; i + n <= s->len; i++)
		if (ehc_str_starts_nocase(ehc_str_sub(*s, i, s->len), mark))
			at = i;
	if (at == SIZE_MAX)
		return false;
	*tail = ehc_str_trim(ehc_str_sub(*s, at + n, s->len));
	*s = ehc_str_trim(ehc_str_sub(*s, 0, at));
	return true;
}

static struct ehc_str
without_end(struct ehc_str s)
{
	for (;;) {
		s = ehc_str_trim(s);
		if (s.len > 0 && strchr(",;:-(|", s.ptr[s.len - 1]) != NULL)
			s.len--;
		else if (ehc_str_ends_nocase(s, "\xE2\x80\x93"))
			s.len -= 3;
		else if (ehc_str_ends_nocase(s, " dated"))
			s.len -= 6;
		else if (ehc_str_ends_nocase(s, " of"))
			s.len -= 3;
		else if (ehc_str_ends_nocase(s, ", report"))
			s.len -= 8;
		else
			return s;
	}
}

/* "Appendix 2: " before what it is: its bytes. */
static size_t
appendix(struct ehc_str s)
{
	size_t i = strlen("appendix ");

	if (!ehc_str_starts_nocase(s, "appendix "))
		return 0;
	while (i < s.len && (ehc_is_digit(s.ptr[i]) || (ehc_is_letter(s.ptr[i]) && i == strlen("appendix "))))
		i++;
	if (i == strlen("appendix ") || i >= s.len || strchr(":.-) ", s.ptr[i]) == NULL)
		return 0;
	while (i < s.len && strchr(":.-) ", s.ptr[i]) != NULL)
		i++;
	if (ehc_str_starts_nocase(ehc_str_sub(s, i, s.len), "\xE2\x80\x93 "))
		i += 4;
	return i < s.len ? i : 0;
}

/* What a line says of one report. */
struct advice_line { struct ehc_str title, author, reply, dated; };

static struct ehc_str
without_number(struct reader *r, struct ehc_str text, size_t n, const struct ehc_draft_block *b)
{
	if (n > 0)
		note_left(r, b, ehc_str_trim(ehc_str_sub(text, 0, n)), "a number: the plan gives each item its own");
	return ehc_str_sub(text, n, text.len);
}

static void
take_date(struct advice_line *a)
{
	size_t at = line_last_date(a->title);

	if (at == SIZE_MAX)
		return;
	a->dated = ehc_str_sub(a->title, at, a->title.len);
	while (a->dated.len > 0 && (a->dated.ptr[a->dated.len - 1] == '.' || a->dated.ptr[a->dated.len - 1] == ')'))
		a->dated.len--;
	a->title = without_end(ehc_str_sub(a->title, 0, at));
}

/* "Educational advice - Mrs D Okoro, SENCO" */
static bool
take_dashed(struct reader *r, struct advice_line *a)
{
	static const char *const dashes[] = { " - ", " \xE2\x80\x93 ", " | ", "\n" };
	struct ehc_str tail;
	bool any = false;

	for (size_t d = 0; d < EHC_COUNT(dashes); d++)
		for (; take_tail(&a->title, dashes[d], &tail); any = true) {
			if (is_reply(tail))
				a->reply = tail;
			else
				a->author = a->author.len == 0 ? tail : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(tail), EHC_ARG(a->author));
		}
	return any;
}

/* The title ends at `at`, the author stands behind a mark of `mark` bytes, without the last `end` bytes. */
static bool
part_author(struct advice_line *a, size_t at, size_t mark, size_t end)
{
	a->author = ehc_str_sub(a->title, at + mark, a->title.len - end);
	a->title = ehc_str_sub(a->title, 0, at);
	return true;
}

static bool
take_author(struct advice_line *a)
{
	struct ehc_str s = a->title;
	size_t comma = ehc_str_find_nocase(s, ", "), bracket = ehc_str_find_nocase(s, " ("), by = ehc_str_find_nocase(s, " by ");

	/* "School report, Ms A Example (SENCO)" */
	if (comma != SIZE_MAX && comma < bracket && is_person(ehc_str_sub(s, comma + 2, s.len)))
		return part_author(a, comma, 2, 0);
	/* "Medical advice (Dr A Example)" */
	if (bracket != SIZE_MAX && ehc_str_ends_nocase(s, ")") && is_report(ehc_str_sub(s, 0, bracket)))
		return part_author(a, bracket, 2, 1);
	/* Its date may have stood last in the bracket. */
	if (bracket != SIZE_MAX && bracket > 0 && memchr(s.ptr + bracket, ')', s.len - bracket) == NULL)
		return part_author(a, bracket, 2, 0);
	if (by != SIZE_MAX && is_person(ehc_str_sub(s, by + 4, s.len)))
		return part_author(a, by, 4, 0);
	return false;
}

/* "School: no reply", "Teacher of the deaf, C Noor" */
static void
take_loose_author(struct reader *r, struct advice_line *a)
{
	struct ehc_str tail;
	size_t comma;

	if (take_tail(&a->title, ": ", &tail)) {
		if (is_reply(tail))
			a->reply = tail;
		else if (is_person(tail))
			a->author = tail;
		else
			a->title = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(a->title), EHC_ARG(tail));
	}
	comma = ehc_str_find_nocase(a->title, ", ");
	if (a->reply.len == 0 && comma != SIZE_MAX && (is_person(ehc_str_sub(a->title, comma + 2, a->title.len)) || is_report(ehc_str_sub(a->title, 0, comma))))
		part_author(a, comma, 2, 0);
}

/* "Educational advice - Mrs D Okoro, SENCO - 5 June 2025", "Teacher of the deaf, C Noor, 15 December 2025". */
void
item_advice(struct reader *r, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct advice_line a = { without_number(r, text, id.len == 0 ? line_number(text) : 0, b), EHC_NOSTR, EHC_NOSTR, EHC_NOSTR };
	struct part *p;

	a.title = without_number(r, a.title, appendix(a.title), b);
	take_date(&a);
	if (!take_dashed(r, &a) && !take_author(&a))
		take_loose_author(r, &a);
	p = part_add(r, EHC_L_ADVICE, b);
	p->section = EHC_K;
	set_id(r, p, id, EHC_K);
	part_text(r, p, a.title, b);
	part_field(r, p, EHC_L_AUTHOR, a.author, b);
	part_field(r, p, EHC_L_REPLY, a.reply, b);
	part_field(r, p, EHC_L_DATED, a.dated, b);
	r->item = p;
	r->text = NULL;
	note_read(r, b, text, p);
}
