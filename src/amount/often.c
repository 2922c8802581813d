/*
 * often.c - folds what says how often into a dose: times, periods, weekdays, events, clock times.
 */
#include "amount/part.h"

static const struct ehc_ratio one = { 1, 1 };

static bool
fold_times(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!ehc_range_known(v->number))
		return false;
	if (d->times_given && (d = ehc_draft_next(b, d, false)) == NULL)
		return false;
	if (d->inner)
		d->inner = d->dose.count_in_all = false;
	d->dose.times = ehc_amount_take_bound(b, v->number);
	d->times_given = true;
	b->quantity = &d->dose.times;
	return true;
}

/* Whether the period in force may be replaced, or says the same as the one that comes now. */
static bool
may_set_period(const struct ehc_draft *d, enum ehc_unit unit)
{
	switch (d->dose.period) {
	case EHC_PERIOD_NONE:
	case EHC_PERIOD_EVENT: return true;
	case EHC_PERIOD_WEEKDAYS: return unit == EHC_UNIT_WEEK || unit == EHC_UNIT_SCHOOL_WEEK;
	default:
		if (d->last == EHC_PART_TIMES && ehc_unit_is_day(d->dose.per) && unit == EHC_UNIT_WEEK)
			return true;    /* "daily (5x weekly)" */
		return d->inner || d->dose.per == unit || (ehc_unit_is_day(d->dose.per) && ehc_unit_is_day(unit));
	}
}

static bool
set_period(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_unit unit, struct ehc_ratio every)
{
	/* "every morning for 15 minutes and every afternoon ...": a dose of its own */
	bool again = b->after_and && d->dose.period != EHC_PERIOD_NONE && ehc_draft_is_complete(d);

	if ((again || !may_set_period(d, unit)) && (d = ehc_draft_next(b, d, false)) == NULL)
		return false;
	if (d->dose.period == EHC_PERIOD_WEEKDAYS)
		return true;
	/* "three times a day, each school day": the narrower day */
	if (d->dose.period != EHC_PERIOD_PER || d->dose.per != EHC_UNIT_SCHOOL_DAY)
		d->dose.per = unit;
	d->apart = d->last != EHC_PART_TIMES && d->comma && ehc_range_known(d->dose.count) && !d->inner;
	if (d->inner)
		d->inner = d->dose.count_in_all = false;
	d->dose.period = EHC_PERIOD_PER;
	d->dose.every = every;
	if (b->pending != EHC_EXACT && !d->times_given) {
		d->dose.times = ehc_amount_take_bound(b, ehc_range_of(one));  /* at least weekly */
		b->quantity = &d->dose.times;
	}
	return true;
}

static bool
fold_event(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (d->dose.event.len > 0)
		return false;
	d->dose.event = ehc_amount_words(b, v->words);
	if (d->dose.period == EHC_PERIOD_NONE) {
		d->dose.period = EHC_PERIOD_EVENT;
		d->dose.per = v->unit;
		d->weak_period = v->flag;
	}
	return true;
}

/* "38 weeks a year", "10 weeks a term": the number of weeks before it is meant by the year. */
static bool
fold_yearly(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_unit unit)
{
	struct ehc_ratio in_a_year = EHC_NORATIO;

	if (d->last != EHC_PART_SPAN || d->comma || d->dose.weeks_kind != EHC_WEEKS_GIVEN || d->dose.weeks_yearly)
		return false;
	if (unit == EHC_UNIT_YEAR)
		in_a_year = one;
	else if (unit == EHC_UNIT_TERM)
		in_a_year = ehc_ratio(b->cal->terms, 1);
	else if (unit == EHC_UNIT_HALF_TERM)
		in_a_year = ehc_ratio(6, 1);
	if (!ehc_ratio_known(in_a_year))
		return false;
	d->dose.weeks = ehc_ratio_mul(d->dose.weeks, in_a_year);
	d->dose.weeks_yearly = true;
	d->loose = false;
	return true;
}

/* "daily, 5 days a week": what looked like a span of five days is how often. */
static bool
fold_days_a_week(struct ehc_draft *d, enum ehc_unit unit)
{
	struct ehc_range days = ehc_range_of(d->dose.lasts);

	if (d->last != EHC_PART_COUNT || d->comma || !ehc_unit_is_day(d->dose.lasts_unit) || d->dose.period != EHC_PERIOD_PER)
		return false;
	d->dose.times = d->times_given ? ehc_range_mul(d->dose.times, days) : days;
	d->times_given = true;
	d->dose.per = unit;
	d->dose.weeks_kind = EHC_WEEKS_NONE;
	d->dose.lasts = d->dose.weeks = EHC_NORATIO;
	d->dose.lasts_unit = EHC_UNIT_NONE;
	return true;
}

/* "50 minutes, every three weeks, 12 sessions a year": the count is that of the year, and the interval stands as it is. */
static bool
fold_sessions_a_year(struct ehc_draft *d, enum ehc_unit unit)
{
	if (unit != EHC_UNIT_YEAR || d->last != EHC_PART_COUNT || d->comma || !d->afterthought || !ehc_unit_is_occasion(d->dose.count_unit) ||
	    d->dose.period != EHC_PERIOD_PER || d->dose.per == EHC_UNIT_YEAR)
		return false;
	d->dose.count_in_all = true;
	return true;
}

static bool
fold_per(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (fold_yearly(b, d, v->unit) || fold_days_a_week(d, v->unit) || fold_sessions_a_year(d, v->unit))
		return true;
	if (v->unit == EHC_UNIT_HOUR || v->unit == EHC_UNIT_MINUTE)
		return false;
	if (ehc_unit_is_occasion(v->unit)) {
		if (v->unit == EHC_UNIT_LESSON && d->dose.event.len == 0) {
			d->dose.event = ehc_amount_words(b, v->words);
			if (d->dose.event.len == 0)
				d->dose.event = EHC_STR("each lesson");
			if (d->dose.period == EHC_PERIOD_NONE)
				d->dose.period = EHC_PERIOD_EVENT;
			return true;
		}
		d->dose.each = true;            /* per session */
		return true;
	}
	if (!set_period(b, d, v->unit, one))
		return false;
	d = ehc_draft_current(b);
	d->rate = d->rate || (ehc_range_known(d->dose.length) && !ehc_range_known(d->dose.count) && !d->times_given && !d->comma);
	d->by_per = !d->comma || d->last == EHC_PART_TIMES;
	d->weak_period = v->flag && (d->last == EHC_PART_NONE);
	return true;
}

static bool
fold_weekday(struct ehc_draft *d, const struct ehc_amount_value *v)
{
	bool weekly = d->dose.period == EHC_PERIOD_PER && d->dose.per == EHC_UNIT_WEEK && !d->times_given && !d->inner &&
	    (!d->rate || (v->days & (v->days - 1)) == 0);

	d->paired = d->paired || (d->clocks > 0 && d->dose.weekdays != 0);
	d->dose.weekdays |= v->days;
	if (d->dose.period != EHC_PERIOD_NONE && d->dose.period != EHC_PERIOD_WEEKDAYS && !weekly)
		return true;            /* "once a term, on a Friday", "three times a week: Monday ..." */
	d->weak_period = d->dose.period == EHC_PERIOD_NONE && v->flag;
	d->dose.period = EHC_PERIOD_WEEKDAYS;
	d->dose.per = EHC_UNIT_WEEK;
	if (ehc_range_known(v->number))
		d->dose.every = v->number.low;
	else if (!ehc_ratio_known(d->dose.every))
		d->dose.every = one;
	return true;
}

/* "one each Thursday": times, and the day on which. */
static bool
fold_rate_on_days(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	struct ehc_amount_value day = *v;

	day.number = (struct ehc_range){ EHC_NORATIO, EHC_NORATIO, EHC_EXACT };
	if (ehc_range_known(v->number) && ehc_ratio_cmp(v->number.high, one) != 0 && !fold_times(b, d, v))
		return false;
	return fold_weekday(ehc_draft_current(b), &day);
}

static bool
fold_rate(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (v->unit == EHC_UNIT_HOUR || v->unit == EHC_UNIT_MINUTE)
		return false;
	if ((d->times_given || d->dose.period != EHC_PERIOD_NONE) && (d = ehc_draft_next(b, d, false)) == NULL)
		return false;
	if (v->days != 0)
		return fold_rate_on_days(b, d, v);
	if (!fold_times(b, d, v))
		return false;
	d = ehc_draft_current(b);
	d->last = EHC_PART_TIMES;
	return fold_per(b, d, v);
}

static bool
fold_adverb(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	return fold_yearly(b, d, v->unit) || set_period(b, d, v->unit, one);
}

/* "every 2 to 3 weeks": every three at the least; up to half as often again. */
static bool
fold_every(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!ehc_range_known(v->number) || v->number.low.num <= 0 || !set_period(b, d, v->unit, v->number.high))
		return false;
	d = ehc_draft_current(b);
	if (v->number.bound == EHC_BETWEEN && !d->times_given) {
		d->dose.times = ehc_range_between(ehc_range_of(one), ehc_range_of(ehc_ratio_div(v->number.high, v->number.low)));
		d->times_given = true;
	}
	return true;
}

static bool
fold_edge(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (v->unit == EHC_UNIT_LESSON || ehc_unit_is_day(v->unit) || !set_period(b, d, v->unit, one))
		return fold_per(b, d, v);
	d = ehc_draft_current(b);
	if (!d->times_given)
		d->dose.times = v->number;
	d->times_given = true;
	return true;
}

static bool
fold_ambiguous(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!set_period(b, d, v->unit, one))
		return false;
	ehc_draft_current(b)->dose.ambiguous = true;
	return true;
}

static bool
fold_clock(struct ehc_draft *d, const struct ehc_amount_value *v, struct ehc_span at)
{
	if (d->clock.end == 0)
		d->clock = at;
	d->clock.end = at.end;
	d->clocks += d->detail ? 0 : 1;
	if (ehc_range_known(v->length) && !ehc_range_known(d->dose.length)) {
		d->dose.length = v->length;
		d->clocked = true;
	}
	return true;
}

bool
ehc_amount_fold_often(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_amount_part_kind kind, const struct ehc_amount_value *v, struct ehc_span at)
{
	switch (kind) {
	case EHC_PART_TIMES: return fold_times(b, d, v);
	case EHC_PART_PER: return fold_per(b, d, v);
	case EHC_PART_RATE: return fold_rate(b, d, v);
	case EHC_PART_ADVERB: return fold_adverb(b, d, v);
	case EHC_PART_EVERY: return fold_every(b, d, v);
	case EHC_PART_EDGE: return fold_edge(b, d, v);
	case EHC_PART_AMBIGUOUS: return fold_ambiguous(b, d, v);
	case EHC_PART_WEEKDAY: return fold_weekday(d, v);
	case EHC_PART_EVENT: return fold_event(b, d, v);
	case EHC_PART_CLOCK:
	case EHC_PART_CLOCKS: return fold_clock(d, v, at);
	default: EHC_BUG("part of kind %d", (int)kind);
	}
}
