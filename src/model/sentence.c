/*
 * sentence.c - amounts in an item's own sentences: "works with Amira alone for 45 minutes every week in term time". Each
 * amount found is an island in the prose; islands of one sentence that complete each other are one dose.
 */
#include "model/bind.h"

#define ISLANDS_LIMIT 24        /* more amounts in one item's sentences add nothing that can be told apart */

/* The doses found so far, and where in the text the last island of the dose being put together ends. */
struct reading {
	struct ehc_binder *b;
	const struct ehc_calendar *calendar;
	struct ehc_str text;
	struct ehc_amount *found[ISLANDS_LIMIT];
	size_t count;
	size_t end;
};

static bool
has_frequency(const struct ehc_dose *d)
{
	return d->period != EHC_PERIOD_NONE && d->period != EHC_PERIOD_ONCE;
}

/* A full stop with a blank behind it, a semicolon or a blank line between two places of the text. */
static bool
sentence_ends(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == ';' || (s.ptr[i] == '.' && (i + 1 == s.len || s.ptr[i + 1] == ' ' || s.ptr[i + 1] == '\n')) ||
		    (s.ptr[i] == '\n' && i + 1 < s.len && s.ptr[i + 1] == '\n'))
			return true;
	return false;
}

/* Can the two be one dose? Not where both say how much, or both say how often. */
static bool
complete_each_other(const struct ehc_amount *a, const struct ehc_amount *b)
{
	const struct ehc_dose *x = &a->doses[0], *y = &b->doses[0];

	return a->ndoses == 1 && b->ndoses == 1 && !(ehc_dose_has_quantity(x) && ehc_dose_has_quantity(y)) && !(has_frequency(x) && has_frequency(y));
}

/* The one with the quantity is the dose; the other fills what it leaves open. */
static struct ehc_amount *
put_together(struct reading *r, const struct ehc_amount *a, const struct ehc_amount *b)
{
	bool b_leads = !ehc_dose_has_quantity(&a->doses[0]) && ehc_dose_has_quantity(&b->doses[0]);
	struct ehc_amount *m = b_leads ? ehc_amount_merge(r->b->arena, b, a, r->calendar) : ehc_amount_merge(r->b->arena, a, b, r->calendar);

	m->doses[0].span.start = a->doses[0].span.start;
	m->doses[0].span.end = b->doses[0].span.end;
	return m;
}

static void
take_island(struct reading *r, struct ehc_amount *m, size_t at, size_t used)
{
	struct ehc_amount **last = r->count == 0 ? NULL : &r->found[r->count - 1];

	if (last != NULL && !sentence_ends(ehc_str_sub(r->text, r->end, at)) && complete_each_other(*last, m))
		*last = put_together(r, *last, m);
	else
		r->found[r->count++] = m;
	r->end = at + used;
}

static void
find_islands(struct reading *r)
{
	struct ehc_amount *m;
	size_t used;

	for (size_t at = 0; r->count < ISLANDS_LIMIT && (m = ehc_amount_next_island(r->b->arena, r->text, r->calendar, &at, &used)) != NULL; at += used)
		take_island(r, m, at, used);
}

/* What is found says only in what group or for how long: kept where the item has nothing better. */
static bool
is_aside(const struct ehc_amount *m)
{
	return m->ndoses == 1 && !ehc_dose_has_quantity(&m->doses[0]) && !has_frequency(&m->doses[0]);
}

/* All doses in one amount, with their places in the source instead of in the text. */
static struct ehc_amount *
gather(struct reading *r, const struct ehc_text *text)
{
	struct ehc_amount *all = EHC_NEW(r->b->arena, struct ehc_amount);
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++)
		n += r->found[i]->ndoses;
	all->doses = EHC_NEW_ARRAY(r->b->arena, struct ehc_dose, n);
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < r->found[i]->ndoses && !(is_aside(r->found[i]) && r->count > 1); k++) {
			struct ehc_dose *d = &all->doses[all->ndoses++];

			*d = r->found[i]->doses[k];
			d->span = ehc_text_span(text, d->span.start, d->span.end - d->span.start);
		}
	if (all->ndoses == 0)
		return NULL;
	all->span = (struct ehc_span){ all->doses[0].span.start, all->doses[all->ndoses - 1].span.end };
	all->text = ehc_source_slice(r->b->plan->source, all->span);
	all->unread = (struct ehc_span){ all->span.end, all->span.end };
	ehc_amount_total(r->b->arena, all, r->calendar);
	return all;
}

/*
 * Fields that only say how often, beside sentences that hold several whole amounts, add nothing to them: "Weekly" beside
 * "45 minutes every Tuesday, and a phone check of 10 minutes each Friday".
 */
static bool
sentence_says_more(const struct ehc_amount *field, const struct ehc_amount *sentence)
{
	for (size_t i = 0; i < field->ndoses; i++)
		if (ehc_dose_has_quantity(&field->doses[i]))
			return false;
	for (size_t i = 0; i < sentence->ndoses; i++)
		if (!ehc_dose_has_quantity(&sentence->doses[i]) || !has_frequency(&sentence->doses[i]))
			return false;
	return sentence->ndoses > 1;
}

/* "LSA: ..., 38 weeks a year" says for how many weeks, wherever an LSA is named without any. */
static void
take_weeks_of_definition(struct ehc_binder *b, struct ehc_item *it, const struct ehc_calendar *calendar)
{
	struct reading r = { .b = b, .calendar = calendar, .text = it->who.definition->text.str };
	struct ehc_amount weeks = { .ndoses = 1 };
	struct ehc_dose none = { .from = EHC_NODATE, .until = EHC_NODATE };

	find_islands(&r);
	for (size_t i = 0; i < r.count; i++) {
		const struct ehc_dose *d = &r.found[i]->doses[0];

		if (d->weeks_kind != EHC_WEEKS_TERM_TIME && d->weeks_kind != EHC_WEEKS_ALL_YEAR && !d->weeks_yearly)
			continue;
		none.weeks_kind = d->weeks_kind;
		none.weeks = d->weeks;
		none.weeks_yearly = d->weeks_yearly;
		none.lasts = d->lasts;
		none.lasts_unit = d->lasts_unit;
		weeks.doses = &none;
		it->whole = ehc_amount_merge(b->arena, it->whole, &weeks, calendar);
		return;
	}
}

static void
read_sentences(struct ehc_binder *b, struct ehc_item *it, const struct ehc_calendar *calendar)
{
	struct reading r = { .b = b, .calendar = calendar, .text = it->text.str };

	find_islands(&r);
	it->sentence = r.count == 0 ? NULL : gather(&r, &it->text);
	it->no_sentence = r.count == 0;
}

void
ehc_bind_sentence(struct ehc_binder *b, struct ehc_item *it, const struct ehc_calendar *calendar)
{
	if ((it->kind == EHC_ITEM_PROVISION || it->kind == EHC_ITEM_CARE || it->kind == EHC_ITEM_NEED) && !ehc_bind_is_open(b, it->text.str))
		read_sentences(b, it, calendar);
	if (it->amount == NULL || it->sentence == NULL)
		it->whole = it->amount != NULL ? it->amount : it->sentence;
	else if (sentence_says_more(it->amount, it->sentence))
		it->whole = it->sentence;
	else
		it->whole = ehc_amount_merge(b->arena, it->amount, it->sentence, calendar);
	if (it->whole != NULL && (it->whole->year.missing & EHC_MISSING_WEEKS) && it->who.definition != NULL)
		take_weeks_of_definition(b, it, calendar);
}
