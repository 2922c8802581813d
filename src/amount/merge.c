/*
 * merge.c - a field and a sentence put together, slot by slot: the field's own slots stand, and what it lacks is taken
 * from the sentence.
 */
#include "amount/part.h"

static const struct ehc_ratio one = { 1, 1 };

/* How many times in its period a dose says, or the occasions that it counts there. */
static struct ehc_ratio
occasions(const struct ehc_dose *d)
{
	struct ehc_ratio times = ehc_range_known(d->times) ? d->times.low : one;

	return ehc_range_known(d->count) && !d->count_in_all ? ehc_ratio_mul(times, d->count.low) : times;
}

static bool
same_period(const struct ehc_dose *a, const struct ehc_dose *b)
{
	return a->per == b->per && ehc_ratio_known(a->every) && ehc_ratio_known(b->every) && ehc_ratio_cmp(a->every, b->every) == 0;
}

static void
scale(struct ehc_range *r, struct ehc_ratio by)
{
	r->low = ehc_ratio_div(r->low, by);
	r->high = ehc_ratio_div(r->high, by);
}

/* The length of `from`, for the occasions of `to`: 20 hours a week on four days each week are five hours a day. */
static void
take_length(struct ehc_dose *to, const struct ehc_dose *from)
{
	to->length = from->length;
	to->each = to->each || from->each;
	if (!from->total)
		return;
	if (to->period == EHC_PERIOD_NONE)
		to->total = true;
	else if ((to->period == EHC_PERIOD_PER || to->period == EHC_PERIOD_WEEKDAYS) && same_period(to, from))
		scale(&to->length, occasions(to));
}

static void
take_frequency(struct ehc_dose *to, const struct ehc_dose *from)
{
	to->period = from->period;
	to->times = from->times;
	to->times_said = from->times_said;
	to->every = from->every;
	to->per = from->per;
	to->weekdays = from->weekdays;
	to->event = from->event;
	to->ambiguous = to->ambiguous || from->ambiguous;
}

static void
take_count(struct ehc_dose *to, const struct ehc_dose *from)
{
	to->count = from->count;
	to->count_unit = from->count_unit;
	to->thing = from->thing;
	to->count_in_all = from->count_in_all;
}

static void
take_span(struct ehc_dose *to, const struct ehc_dose *from)
{
	to->weeks_kind = from->weeks_kind;
	to->weeks = from->weeks;
	to->weeks_yearly = from->weeks_yearly;
	to->lasts = from->lasts;
	to->lasts_unit = from->lasts_unit;
}

static bool
recurs(const struct ehc_dose *d)
{
	return d->period == EHC_PERIOD_PER || d->period == EHC_PERIOD_WEEKDAYS || d->period == EHC_PERIOD_EVENT;
}

/* "6 sessions" in one place and "weekly" in the other are as "6 sessions, weekly" in one. */
static void
fill_count_and_frequency(struct ehc_dose *to, const struct ehc_dose *from, const struct ehc_calendar *cal)
{
	bool counted = ehc_range_known(to->count), apart = counted != ehc_range_known(from->count) && recurs(to) != recurs(from);

	/* a count with its own period stays with it: "2 sessions a week" does not fit into "every 2 weeks" */
	if (!counted && ehc_range_known(from->count) && !(recurs(to) && recurs(from)))
		take_count(to, from);
	if (!recurs(to) && (recurs(from) || to->period == EHC_PERIOD_NONE))
		take_frequency(to, from);
	if (apart)
		ehc_dose_place_count(to, !(to->weeks_kind == EHC_WEEKS_GIVEN && to->weeks_yearly), cal);
}

static void
fill(struct ehc_dose *to, const struct ehc_dose *from, const struct ehc_calendar *cal)
{
	bool quantity = ehc_dose_has_quantity(to);

	if (!ehc_range_known(to->length) && ehc_range_known(from->length))
		take_length(to, from);
	if (to->weeks_kind == EHC_WEEKS_NONE)
		take_span(to, from);
	fill_count_and_frequency(to, from, cal);
	if (to->from == EHC_NODATE)
		to->from = from->from;
	if (to->until == EHC_NODATE)
		to->until = from->until;
	ehc_dose_fill_company(to, from);
	to->full_time = to->full_time || (!quantity && from->full_time);
	to->no_length = !ehc_range_known(to->length) && (to->no_length || from->no_length);
}

/* Only what is said of a whole provision: when, with whom, in what way. */
static void
fill_around(struct ehc_dose *to, const struct ehc_dose *from, const struct ehc_calendar *cal)
{
	static const struct ehc_range none = { .bound = EHC_EXACT };
	struct ehc_dose around = *from;

	around.length = around.count = around.times = none;
	around.period = EHC_PERIOD_NONE;
	around.full_time = around.no_length = around.each = false;
	fill(to, &around, cal);
}

struct ehc_amount *
ehc_amount_merge(struct ehc_arena *a, const struct ehc_amount *field, const struct ehc_amount *other, const struct ehc_calendar *cal)
{
	struct ehc_amount *m;
	const struct ehc_amount *base = field != NULL && (field->ndoses > 0 || other == NULL) ? field : other;

	if (base == NULL)
		return NULL;
	m = EHC_NEW(a, struct ehc_amount);
	*m = *base;
	if (field != NULL) {
		m->text = field->text;
		m->span = field->span;
		m->unread = field->unread;
	}
	m->doses = EHC_NEW_ARRAY(a, struct ehc_dose, m->ndoses);
	for (size_t i = 0; i < m->ndoses; i++) {
		m->doses[i] = base->doses[i];
		if (base == other || other == NULL || other->ndoses == 0)
			continue;
		if (m->ndoses == other->ndoses)
			fill(&m->doses[i], &other->doses[i], cal);
		else
			fill_around(&m->doses[i], &other->doses[0], cal);
	}
	if (m->ndoses > 0)
		ehc_amount_total(a, m, cal);
	return m;
}
