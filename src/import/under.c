/*
 * under.c - provision that stands below the heading of an outcome: the two are tied. Nothing is tied where several outcomes
 * stand above the provision, or the provision above the outcome, because then the draft does not say which belong together.
 */
#include "import/recognise.h"

#include <string.h>

void
under_end(struct reader *r)
{
	memset(&r->under, 0, sizeof(r->under));
}

static bool
is_provision(const struct part *p)
{
	return p->label == EHC_L_PROVISION;
}

/* "1" of "1.2". */
static struct ehc_str
first_number(struct ehc_str s)
{
	size_t n = 0;

	while (s.len > 0 && !ehc_is_digit(s.ptr[0]))
		s = ehc_str_sub(s, 1, s.len);
	while (n < s.len && ehc_is_digit(s.ptr[n]))
		n++;
	return ehc_str_sub(s, 0, n);
}

void
under_number(struct reader *r, bool outcome, struct ehc_str number)
{
	number = first_number(number);
	if (outcome) {
		bool mixed = r->under.mixed, bare = r->under.bare;

		under_end(r);
		r->under.mixed = mixed;
		r->under.bare = bare;
		r->under.number = number;
		r->under.named = true;
	} else if (r->under.outcome != NULL && r->under.number.len > 0 && !ehc_str_eq(r->under.number, number))
		r->under.outcome = NULL;        /* it counts by itself */
}

/* ---- by its number ---- */

/* "1" of "E1", "1." or "Outcome 1:" as a key; "1.2" stays whole. */
static struct ehc_str
number_key(struct reader *r, const char *mark, struct ehc_str s)
{
	size_t n = 0;

	while (s.len > 0 && !ehc_is_digit(s.ptr[0]))
		s = ehc_str_sub(s, 1, s.len);
	while (n < s.len && (ehc_is_digit(s.ptr[n]) || (s.ptr[n] == '.' && n + 1 < s.len && ehc_is_digit(s.ptr[n + 1]))))
		n++;
	return n == 0 ? EHC_NOSTR : ehc_arena_printf(r->a, "%s%.*s", mark, EHC_ARG(ehc_str_sub(s, 0, n)));
}

void
under_count(struct reader *r, struct part *outcome, struct ehc_str number)
{
	struct ehc_str key = number_key(r, "#", number);

	/* Where each area counts anew, a number names none of them. */
	if (key.len > 0 && part_index(r, &r->outcomes, key, outcome) != outcome)
		part_index(r, &r->outcomes, number_key(r, "##", number), outcome);
}

/* The one outcome that bears that number; NULL where none does, or two. */
static struct part *
outcome_by_number(struct reader *r, struct ehc_str number)
{
	struct part *p;

	if (part_index(r, &r->outcomes, number_key(r, "##", number), NULL) != NULL)
		return NULL;
	p = part_index(r, &r->outcomes, number_key(r, "#", number), NULL);
	return p != NULL && p->label == EHC_L_OUTCOME ? p : NULL;
}

void
under_numbers(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str word;
	bool any = false;

	for (struct ehc_str rest = text; ehc_str_split(&rest, ' ', &word);) {
		struct part *outcome = ehc_str_has_digit(word) ? outcome_by_number(r, word) : NULL;

		if (outcome == NULL)
			continue;
		EHC_PUSH(r->a, &r->ties, (struct tie){ EHC_NOSTR, outcome, p, b });
		any = true;
	}
	if (any)
		note_read(r, b, text, p);
	else
		unplaced(r, b, text);
}

bool
under_refers(struct reader *r, struct ehc_str heading)
{
	struct ehc_str f = label_fold(r->a, heading), tail;
	size_t at = ehc_str_find_word(f, "outcome");
	struct part *p;

	if (at == SIZE_MAX)
		return false;
	tail = ehc_str_trim(ehc_str_sub(f, at + strlen("outcome"), f.len));
	if (tail.len > 0 && tail.ptr[0] == 'e')
		tail = ehc_str_sub(tail, 1, tail.len);
	/* It ends in one number. */
	if (tail.len == 0 || tail.len > 4 || number_key(r, "", tail).len != tail.len || (p = outcome_by_number(r, tail)) == NULL)
		return false;
	under_end(r);
	r->under.outcome = p;
	return true;
}

void
under_table(struct reader *r)
{
	if (r->under.card)
		under_end(r);
	r->under.mixed = r->under.bare = false;
}

void
under_card(struct reader *r, struct ehc_str number)
{
	under_number(r, true, number);
	r->under.card = true;
}

void
under_wide(struct reader *r, bool begins)
{
	if (!begins || (r->open & BIT(EHC_E)) == 0)
		r->under.named = false;
	else if (is_several(r->open))
		under_number(r, true, EHC_NOSTR);
}

bool
under_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t number = line_number(text);
	struct meaning m = { EHC_L_NONE, EHC_NO_SECTION };
	struct ehc_str label = ehc_str_trim(ehc_str_sub(text, 0, number)), value = ehc_str_sub(text, number, text.len);

	if (number == 0 && !line_split(text, &label, &value))
		return false;
	/* The kind stands before the number: "Outcome 1: ...". */
	if (number > 0)
		while (label.len > 0 && !ehc_is_letter(label.ptr[label.len - 1]))
			label.len--;
	if (ehc_str_words(value) < 4 || label.len == 0 || !item_label_known(r, label, &m) || !is_item(m.label))
		return false;
	if (m.label == EHC_L_OUTCOME)
		under_number(r, true, ehc_str_sub(text, 0, number));
	item_add(r, m, EHC_NOSTR, text, b);
	/* What stands below it is not one more of the kind. */
	r->item = r->text = NULL;
	if (is_several(r->open))
		r->mode = (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	r->mode_is_said = false;
	return true;
}

void
under_item(struct reader *r, struct part *p, const struct ehc_draft_block *b)
{
	if (p->label == EHC_L_OUTCOME && r->under.named && !r->under.mixed && !r->under.bare) {
		r->under.outcome = p;
		r->under.named = false;
		r->under.bare = true;
	} else if (p->label == EHC_L_OUTCOME) {
		bool several = r->under.bare;

		under_end(r);
		r->under.mixed = several;
	} else if (is_provision(p) && r->under.outcome != NULL) {
		EHC_PUSH(r->a, &r->ties, (struct tie){ EHC_NOSTR, r->under.outcome, p, b });
		r->under.bare = false;
	}
	else if (is_provision(p))
		r->under.mixed = true;
}
