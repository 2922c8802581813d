/*
 * finish.c - drafts into doses, once all parts are in: what a count counts, what a span behind the last ";" spans, and
 * which drafts are no doses of their own.
 */
#include "amount/part.h"

static const struct ehc_ratio one = { 1, 1 };

bool
ehc_dose_has_quantity(const struct ehc_dose *d)
{
	return ehc_range_known(d->length) || ehc_range_known(d->count) || d->full_time;
}

static bool
has_frequency(const struct ehc_dose *d)
{
	return d->period != EHC_PERIOD_NONE;
}

static struct ehc_ratio
days_in(unsigned weekdays)
{
	int n = 0;

	for (; weekdays != 0; weekdays &= weekdays - 1)
		n++;
	return ehc_ratio(n, 1);
}

/* ---- one draft ---- */

/* "every Monday and Thursday at 10.45am and 12.30pm": as often as there are days and times of day. */
static void
count_times(struct ehc_draft *d)
{
	struct ehc_dose *o = &d->dose;
	bool daily = o->period == EHC_PERIOD_PER && ehc_unit_is_day(o->per);
	struct ehc_ratio a_day = d->clocks > 1 ? ehc_ratio(d->clocks, 1) : one;

	if (d->times_given)
		return;
	if (daily || (o->period == EHC_PERIOD_WEEKDAYS && d->paired))
		o->times = ehc_range_of(a_day);
	else if (o->period == EHC_PERIOD_WEEKDAYS)
		o->times = ehc_range_of(ehc_ratio_mul(days_in(o->weekdays), a_day));
	else if (o->period == EHC_PERIOD_PER && !ehc_range_known(o->times))
		o->times = ehc_range_of(one);
}

static bool
is_yearly(const struct ehc_dose *d)
{
	return d->weeks_kind == EHC_WEEKS_ALL_YEAR || d->weeks_kind == EHC_WEEKS_TERM_TIME || (d->weeks_kind == EHC_WEEKS_GIVEN && d->weeks_yearly);
}

static bool
is_more_than_one(struct ehc_range n)
{
	return ehc_range_known(n) && ehc_ratio_cmp(n.high, one) > 0;
}

/* "6 sessions, weekly, for 6 weeks", "38 sessions, weekly": the weeks hold just as many as were counted. */
static bool
fills_its_weeks(const struct ehc_dose *d, const struct ehc_calendar *cal)
{
	bool assumed;
	struct ehc_ratio n = ehc_ratio_mul(ehc_dose_periods(d, cal, &assumed), d->times.low);
	return ehc_ratio_known(n) && ehc_ratio_cmp(n, d->count.low) == 0;
}

/* "20 hours a week, four days a week": the hours are those of all four days. */
static void
divide_rate(struct ehc_draft *d)
{
	struct ehc_dose *o = &d->dose;
	struct ehc_ratio days = ehc_range_known(o->count) ? o->count.low : EHC_NORATIO;

	if (!d->rate || !ehc_unit_is_day(o->count_unit) || !ehc_ratio_known(days) || ehc_ratio_cmp(days, one) <= 0)
		return;
	o->length.low = ehc_ratio_div(o->length.low, days);
	o->length.high = ehc_ratio_div(o->length.high, days);
}

#define DAYS_OF_WEEK 7

/*
 * What a count of sessions counts. "2 sessions a week" are two in each week. "6 sessions, once a week" are six in all:
 * once a week says already how many a week has. "6 sessions, weekly" may mean either.
 */
void
ehc_dose_place_count(struct ehc_dose *d, bool apart, const struct ehc_calendar *cal)
{
	bool years = d->weeks_kind == EHC_WEEKS_GIVEN && d->weeks_yearly;
	bool by_week = d->period == EHC_PERIOD_PER || d->period == EHC_PERIOD_WEEKDAYS;

	if (!is_more_than_one(d->count) || !ehc_unit_is_occasion(d->count_unit) || d->count_in_all || !by_week)
		return;
	if (fills_its_weeks(d, cal) || ((d->times_said || d->period == EHC_PERIOD_WEEKDAYS) && !years))
		d->count_in_all = true;
	else if (apart) {
		d->count_in_all = true;
		/* "16 sessions, weekly": nobody comes sixteen times in a week. */
		d->ambiguous = !(d->per == EHC_UNIT_WEEK && ehc_ratio_cmp(d->count.low, ehc_ratio(DAYS_OF_WEEK, 1)) > 0);
	}
}

static void
finish_draft(struct ehc_amount_build *b, struct ehc_draft *d)
{
	struct ehc_dose *o = &d->dose;

	if (d->clock.end > 0)
		o->clock = ehc_amount_words(b, d->clock);
	if (ehc_range_known(d->blocks) && !ehc_range_known(o->count)) {
		o->count = d->blocks;
		o->count_unit = EHC_UNIT_BLOCK;
	}
	if (o->period == EHC_PERIOD_NONE && (d->times_given || ehc_range_known(o->count)))
		o->period = EHC_PERIOD_ONCE;
	count_times(d);
	o->times_said = d->times_given;
	ehc_dose_place_count(o, d->afterthought || (d->apart && !is_yearly(o)), b->cal);
	divide_rate(d);
	/* "38 weeks" beside a school year of 38: that is the year */
	if (o->weeks_kind == EHC_WEEKS_GIVEN && o->lasts_unit == EHC_UNIT_WEEK &&
	    (ehc_ratio_cmp(o->weeks, b->cal->term_weeks) == 0 || ehc_ratio_cmp(o->weeks, b->cal->weeks) == 0 || ehc_ratio_cmp(o->weeks, ehc_ratio(52, 1)) == 0))
		o->weeks_yearly = true;
	o->total = o->period == EHC_PERIOD_PER && d->by_per && !d->times_given && ehc_range_known(o->length) && !ehc_range_known(o->count) && !o->each &&
	    d->clocks == 0;
	o->no_length = !ehc_range_known(o->length) && (o->count_unit == EHC_UNIT_SESSION || o->count_unit == EHC_UNIT_LESSON || o->count_unit == EHC_UNIT_BLOCK);
}

/* ---- several drafts ---- */

/* Nothing but a span, a group, a way of delivery: said of every dose before it. */
static bool
is_aside_only(const struct ehc_draft *d)
{
	return !ehc_dose_has_quantity(&d->dose) && !has_frequency(&d->dose) && !d->times_given && d->dose.count_unit == EHC_UNIT_NONE;
}

static void
take_span(struct ehc_dose *to, const struct ehc_dose *from)
{
	if (to->weeks_kind == EHC_WEEKS_NONE) {
		to->weeks_kind = from->weeks_kind;
		to->weeks = from->weeks;
		to->weeks_yearly = from->weeks_yearly;
		to->lasts = from->lasts;
		to->lasts_unit = from->lasts_unit;
	}
	if (to->from == EHC_NODATE)
		to->from = from->from;
	if (to->until == EHC_NODATE)
		to->until = from->until;
}

void
ehc_dose_fill_company(struct ehc_dose *to, const struct ehc_dose *from)
{
	if (to->group == EHC_GROUP_NONE) {
		to->group = from->group;
		to->group_size = from->group_size;
	}
	if (!ehc_ratio_known(to->staff)) {
		to->staff = from->staff;
		to->children = from->children;
		to->ratio_bare = from->ratio_bare;
	}
	if (to->delivery == EHC_DELIVERY_NONE)
		to->delivery = from->delivery;
	if (to->clock.len == 0)
		to->clock = from->clock;
}

static void
take_company(struct ehc_dose *to, const struct ehc_dose *from)
{
	ehc_dose_fill_company(to, from);
	to->each = to->each || from->each;
}

static void
take_frequency(struct ehc_draft *to, const struct ehc_draft *from)
{
	to->dose.period = from->dose.period;
	to->dose.per = from->dose.per;
	to->dose.every = from->dose.every;
	to->dose.event = from->dose.event;
	to->dose.ambiguous = from->dose.ambiguous;
	to->dose.weekdays = from->dose.weekdays;
	to->dose.times = from->dose.times;
	to->times_given = from->times_given;
	to->by_per = from->by_per;
	to->weak_period = from->weak_period;
}

/* "45 minutes; weekly; one-to-one": semicolons between the parts of one dose. False when d is a dose of its own. */
static bool
join(struct ehc_draft *to, const struct ehc_draft *d)
{
	bool quantity = ehc_dose_has_quantity(&d->dose), frequency = has_frequency(&d->dose) || d->times_given;
	bool clash = (ehc_range_known(to->dose.length) && ehc_range_known(d->dose.length)) || (ehc_range_known(to->dose.count) && ehc_range_known(d->dose.count));

	if (clash || (frequency && (has_frequency(&to->dose) || to->times_given)) || (quantity && (frequency || ehc_draft_is_complete(to))))
		return false;
	if (!quantity && !frequency && !is_aside_only(d))
		return false;
	if (ehc_range_known(d->dose.length))
		to->dose.length = d->dose.length;
	if (ehc_range_known(d->dose.count) || to->dose.count_unit == EHC_UNIT_NONE) {
		to->dose.count = d->dose.count;
		to->dose.count_unit = d->dose.count_unit;
		to->dose.thing = d->dose.thing;
		to->blocks = d->blocks;
	}
	to->dose.full_time = to->dose.full_time || d->dose.full_time;
	if (frequency) {
		take_frequency(to, d);
		to->clocks = d->clocks;
		to->clock = d->clock;
	}
	take_span(&to->dose, &d->dose);
	take_company(&to->dose, &d->dose);
	to->dose.span.end = d->dose.span.end;
	return true;
}

/*
 * A draft that began because a slot was taken, and then got no quantity, was no dose: "45 minutes weekly, targets
 * termly". Its words stay unread.
 */
static bool
is_stray(const struct ehc_draft *d)
{
	return !d->hard && !ehc_dose_has_quantity(&d->dose);
}

static void
gather(struct ehc_amount_build *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->ndrafts; i++) {
		struct ehc_draft *d = &b->drafts[i];

		if (d->last == EHC_PART_NONE)
			continue;
		if (n > 0 && is_stray(d)) {
			if (!b->prose)
				ehc_amount_unread(b, d->dose.span);
			continue;
		}
		if (n > 0 && is_aside_only(d)) {
			for (size_t k = 0; k < n; k++) {
				take_span(&b->drafts[k].dose, &d->dose);
				take_company(&b->drafts[k].dose, &d->dose);
			}
			b->drafts[n - 1].dose.span.end = d->dose.span.end;
			continue;
		}
		if (n > 0 && d->hard && join(&b->drafts[n - 1], d))
			continue;
		if (d != &b->drafts[n])
			b->drafts[n] = *d;
		n++;
	}
	b->ndrafts = n;
}

/* "230 hours a year" */
static bool
is_sum_of_year(const struct ehc_draft *d)
{
	return d->by_per && d->dose.period == EHC_PERIOD_PER && d->dose.per == EHC_UNIT_YEAR && ehc_range_known(d->dose.length) && !ehc_range_known(d->dose.count) && !d->times_given;
}

/* "45 minutes, once a week; 2 hours, once a term; 38 weeks a year" and the same without the second semicolon. */
static void
spread_span(struct ehc_amount_build *b)
{
	size_t n = b->ndrafts;
	const struct ehc_dose *last;

	/* "..., 46 weeks a year, 230 hours a year": the last of them only says what the others come to. */
	if (n > 2 && is_sum_of_year(&b->drafts[n - 1]))
		n--;
	last = n > 0 ? &b->drafts[n - 1].dose : NULL;
	for (size_t i = 0; i + 1 < n; i++)
		if (is_yearly(last) || last->weeks_kind == EHC_WEEKS_DATES)
			take_span(&b->drafts[i].dose, last);
}

/* In prose "a year", "Monday", "once" or "14 months" alone say nothing about provision. */
bool
ehc_draft_is_worth(const struct ehc_draft *d)
{
	const struct ehc_dose *o = &d->dose;
	bool often = o->period == EHC_PERIOD_PER || o->period == EHC_PERIOD_EVENT || o->period == EHC_PERIOD_WEEKDAYS;

	if (ehc_range_known(o->count) && !ehc_range_known(o->length))
		return o->count_unit == EHC_UNIT_ITEM || ehc_unit_is_day(o->count_unit) || o->count_unit == EHC_UNIT_LESSON ? often && !d->weak_period : true;
	if (ehc_range_known(o->length) && !d->clocked && !d->weak_length)
		return true;
	if (often && !d->weak_period)
		return true;
	if ((o->group != EHC_GROUP_NONE && !d->weak_group) || ehc_ratio_known(o->staff) || o->delivery != EHC_DELIVERY_NONE || o->full_time)
		return true;
	return is_yearly(o) || (o->weeks_kind == EHC_WEEKS_GIVEN && !d->loose) || o->from != EHC_NODATE || o->until != EHC_NODATE;
}

/* "45 minutes direct and 15 minutes indirect a week": what stands behind the second is how often for both. */
static void
share_frequency(struct ehc_amount_build *b)
{
	for (size_t i = b->ndrafts; i-- > 1;) {
		struct ehc_draft *d = &b->drafts[i], *before = &b->drafts[i - 1];

		if (!d->joined || has_frequency(&before->dose) || before->times_given)
			continue;
		take_frequency(before, d);
		if (ehc_unit_is_day(d->dose.count_unit) && !ehc_range_known(before->dose.count)) {
			before->dose.count = d->dose.count;
			before->dose.count_unit = d->dose.count_unit;
		}
		take_span(&before->dose, &d->dose);
	}
}

/* "45 minutes, once a week, 38 weeks (28.5 hours a year)": the last says again what the first comes to. */
static void
drop_restatement(struct ehc_amount_build *b)
{
	const struct ehc_draft *d = &b->drafts[b->ndrafts > 0 ? b->ndrafts - 1 : 0];
	struct ehc_ratio said, counted;

	if (b->ndrafts != 2 || d->hard || !d->dose.total || d->dose.per != EHC_UNIT_YEAR)
		return;
	said = ehc_dose_year(&d->dose, b->cal).hours;
	counted = ehc_dose_year(&b->drafts[0].dose, b->cal).hours;
	if (ehc_ratio_known(said) && ehc_ratio_known(counted) && ehc_ratio_cmp(said, counted) == 0)
		b->ndrafts--;
}

void
ehc_amount_finish(struct ehc_amount_build *b)
{
	ehc_amount_settle_bound(b);
	gather(b);
	spread_span(b);
	share_frequency(b);
	if (b->bare && b->ndrafts > 0)
		b->drafts[b->ndrafts - 1].dose.no_unit = true;
	for (size_t i = 0; i < b->ndrafts; i++)
		finish_draft(b, &b->drafts[i]);
	drop_restatement(b);
}
