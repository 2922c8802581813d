/*
 * year.c - what follows from a dose over a year: minutes a session, sessions, hours. Exact fractions throughout; what
 * the writer did not say is taken from the calendar and marked, and what cannot be told stays "not known".
 */
#include "amount/part.h"

#define WEEKS_IN_YEAR 52
#define DAYS_IN_YEAR 365

static const struct ehc_ratio zero = { 0, 1 };

struct ehc_calendar
ehc_calendar_school(void)
{
	struct ehc_calendar cal = ehc_calendar_whole_year();

	cal.weeks = cal.term_weeks;
	cal.days = cal.term_days;
	return cal;
}

struct ehc_calendar
ehc_calendar_whole_year(void)
{
	return (struct ehc_calendar){
		.weeks = ehc_ratio(WEEKS_IN_YEAR, 1), .days = ehc_ratio(DAYS_IN_YEAR, 1), .term_weeks = ehc_ratio(38, 1),
		.term_days = ehc_ratio(190, 1), .terms = 3, .school_day = ehc_ratio(13, 2),
	};
}

bool
ehc_unit_is_occasion(enum ehc_unit u)
{
	switch (u) {
	case EHC_UNIT_SESSION:
	case EHC_UNIT_LESSON:
	case EHC_UNIT_VISIT:
	case EHC_UNIT_CONTACT:
	case EHC_UNIT_REPORT:
		return true;
	default:
		return false;
	}
}

bool
ehc_unit_is_day(enum ehc_unit u)
{
	return u == EHC_UNIT_DAY || u == EHC_UNIT_SCHOOL_DAY;
}

static struct ehc_ratio
whole(int64_t n)
{
	return ehc_ratio(n, 1);
}

static struct ehc_ratio
lesser(struct ehc_ratio a, struct ehc_ratio b)
{
	return ehc_ratio_known(a) && ehc_ratio_known(b) && ehc_ratio_cmp(b, a) < 0 ? b : a;
}

/* Five in a school's week, seven in the year's: the calendar's days by its weeks, to the nearest whole day. */
static struct ehc_ratio
days_in_week(const struct ehc_calendar *cal)
{
	struct ehc_ratio days = ehc_ratio_add(ehc_ratio_div(cal->days, cal->weeks), ehc_ratio(1, 2));

	return ehc_ratio_known(days) ? whole(days.num / days.den) : EHC_NORATIO;
}

/* How many weeks "two terms" or "10 days" are. */
struct ehc_ratio
ehc_calendar_span_weeks(const struct ehc_calendar *cal, struct ehc_ratio n, enum ehc_unit unit)
{
	struct ehc_ratio weeks;

	switch (unit) {
	case EHC_UNIT_DAY: weeks = ehc_ratio_div(whole(1), days_in_week(cal)); break;
	case EHC_UNIT_SCHOOL_DAY: weeks = ehc_ratio_div(cal->term_weeks, cal->term_days); break;
	case EHC_UNIT_FORTNIGHT: weeks = whole(2); break;
	case EHC_UNIT_MONTH: weeks = ehc_ratio_div(cal->weeks, whole(12)); break;
	case EHC_UNIT_HALF_TERM: weeks = ehc_ratio_div(cal->term_weeks, whole(6)); break;
	case EHC_UNIT_TERM: weeks = ehc_ratio_div(cal->term_weeks, whole(cal->terms)); break;
	case EHC_UNIT_YEAR: weeks = cal->weeks; break;
	default: weeks = whole(1); break;
	}
	return ehc_ratio_mul(n, weeks);
}

/* ---- how much of a year a dose runs ---- */

/* Weeks of a year in which the dose runs; `whole_calendar` where nothing narrows the calendar's own. */
struct run {
	struct ehc_ratio weeks;
	bool whole_calendar;    /* terms and months are counted as the calendar has them */
	bool assumed;
};

static struct ehc_ratio
weeks_between(const struct ehc_dose *d)
{
	return d->until >= d->from ? ehc_ratio((int64_t)d->until - d->from + 1, 7) : zero;
}

static struct run
run_of(const struct ehc_dose *d, const struct ehc_calendar *cal)
{
	struct run r = { .whole_calendar = true };

	switch (d->weeks_kind) {
	case EHC_WEEKS_NONE:
		return (struct run){ cal->weeks, true, true };
	case EHC_WEEKS_TERM_TIME:
		return (struct run){ cal->term_weeks, true, false };
	case EHC_WEEKS_ALL_YEAR:
		return (struct run){ whole(WEEKS_IN_YEAR), true, false };
	case EHC_WEEKS_GIVEN:
		/* "for two years" has no more weeks a year than the calendar; 45 weeks are the writer's own */
		r.weeks = d->weeks_yearly ? d->weeks : lesser(d->weeks, d->lasts_unit == EHC_UNIT_WEEK ? whole(WEEKS_IN_YEAR) : cal->weeks);
		r.whole_calendar = d->weeks_yearly;
		break;
	case EHC_WEEKS_DATES:
		/* From September to July are more weeks than a school's year has: the calendar holds them down. */
		r.weeks = lesser(weeks_between(d), cal->weeks);
		r.whole_calendar = ehc_ratio_known(cal->weeks) && ehc_ratio_cmp(r.weeks, cal->weeks) == 0;
		break;
	}
	return r;
}

static struct ehc_ratio
days_of(const struct ehc_dose *d, const struct run *r, const struct ehc_calendar *cal)
{
	switch (d->weeks_kind) {
	case EHC_WEEKS_NONE: return cal->days;
	case EHC_WEEKS_TERM_TIME: return cal->term_days;
	case EHC_WEEKS_ALL_YEAR: return whole(DAYS_IN_YEAR);
	default: return ehc_ratio_mul(r->weeks, days_in_week(cal));
	}
}

/* n a year by the calendar; where the dose runs for less than the year, as many as fall into its weeks. */
static struct ehc_ratio
share(const struct run *r, int n, struct ehc_ratio year_weeks)
{
	return r->whole_calendar ? whole(n) : lesser(ehc_ratio_div(ehc_ratio_mul(whole(n), r->weeks), year_weeks), whole(n));
}

static struct ehc_ratio
school_days(const struct ehc_dose *d, const struct run *r, const struct ehc_calendar *cal)
{
	if (d->weeks_kind == EHC_WEEKS_GIVEN || d->weeks_kind == EHC_WEEKS_DATES)
		return lesser(ehc_ratio_mul(r->weeks, ehc_ratio_div(cal->term_days, cal->term_weeks)), cal->term_days);
	return cal->term_days;
}

/* Periods in a year: weeks for "a week", terms for "a term"; not known for "every hour". */
struct ehc_ratio
ehc_dose_periods(const struct ehc_dose *d, const struct ehc_calendar *cal, bool *assumed)
{
	struct run r = run_of(d, cal);
	struct ehc_ratio n;

	*assumed = false;
	switch (d->per) {
	case EHC_UNIT_SCHOOL_DAY: n = school_days(d, &r, cal); break;
	case EHC_UNIT_SCHOOL_WEEK: n = d->weeks_kind == EHC_WEEKS_GIVEN || d->weeks_kind == EHC_WEEKS_DATES ? r.weeks : cal->term_weeks; break;
	case EHC_UNIT_DAY:
	case EHC_UNIT_NIGHT: n = days_of(d, &r, cal); *assumed = r.assumed; break;
	case EHC_UNIT_WEEK: n = r.weeks; *assumed = r.assumed; break;
	case EHC_UNIT_FORTNIGHT: n = ehc_ratio_div(r.weeks, whole(2)); *assumed = r.assumed; break;
	case EHC_UNIT_MONTH: n = share(&r, 12, cal->weeks); break;
	case EHC_UNIT_HALF_TERM: n = share(&r, 6, cal->term_weeks); break;
	case EHC_UNIT_TERM: n = share(&r, cal->terms, cal->term_weeks); break;
	case EHC_UNIT_YEAR: n = whole(1); break;
	default: return EHC_NORATIO;
	}
	return ehc_ratio_div(n, ehc_ratio_known(d->every) ? d->every : whole(1));
}

/* ---- sessions and hours ---- */

static struct ehc_range
or_one(struct ehc_range r)
{
	return ehc_range_known(r) ? r : ehc_range_of(whole(1));
}

/* What the dose promises at the least, and what it comes to at the most: "up to" promises nothing. */
static struct ehc_range
from_below(struct ehc_range r)
{
	if (ehc_range_known(r) && r.bound == EHC_UP_TO)
		r.low = zero;
	return r;
}

static struct ehc_range
sessions_of(const struct ehc_dose *d, const struct ehc_calendar *cal, bool *assumed)
{
	struct ehc_range each = ehc_range_mul(from_below(or_one(d->times)), from_below(or_one(d->count)));

	*assumed = false;
	if (d->ambiguous && !d->count_in_all)
		return ehc_range_of(EHC_NORATIO);
	if (d->count_in_all && ehc_range_known(d->count))
		return from_below(d->count);
	switch (d->period) {
	case EHC_PERIOD_ONCE: return each;
	case EHC_PERIOD_PER:
	case EHC_PERIOD_WEEKDAYS: return ehc_range_mul(each, ehc_range_of(ehc_dose_periods(d, cal, assumed)));
	default: return ehc_range_of(EHC_NORATIO);
	}
}

static bool
countable(const struct ehc_dose *d)
{
	return ehc_range_known(d->count) && d->count_unit != EHC_UNIT_SESSION && d->count_unit != EHC_UNIT_LESSON && d->count_unit != EHC_UNIT_BLOCK;
}

static unsigned
missing_of_weeks(const struct ehc_dose *d)
{
	if (d->weeks_kind != EHC_WEEKS_NONE || d->count_in_all)
		return 0;
	if (d->period == EHC_PERIOD_WEEKDAYS || (d->full_time && d->period == EHC_PERIOD_NONE))
		return EHC_MISSING_WEEKS;
	if (d->period == EHC_PERIOD_PER && (d->per == EHC_UNIT_DAY || d->per == EHC_UNIT_NIGHT || d->per == EHC_UNIT_WEEK || d->per == EHC_UNIT_FORTNIGHT))
		return EHC_MISSING_WEEKS;
	return 0;
}

static bool
is_fixed_course(const struct ehc_dose *d)
{
	bool single = !ehc_range_known(d->count) || (d->count.low.num == d->count.low.den && d->count.bound != EHC_BETWEEN);
	bool once = !ehc_range_known(d->times) || d->times.low.num == d->times.low.den;

	return (single && once) || d->weeks_kind == EHC_WEEKS_GIVEN || d->weeks_kind == EHC_WEEKS_DATES;
}

static unsigned
missing_of(const struct ehc_dose *d)
{
	const enum ehc_bound bounds[] = { d->length.bound, d->count.bound, d->times.bound };
	unsigned m = missing_of_weeks(d);

	if (!ehc_range_known(d->length) && !countable(d) && !d->full_time && d->period != EHC_PERIOD_EVENT)
		m |= EHC_MISSING_LENGTH;
	if (!d->full_time && (d->period == EHC_PERIOD_NONE || (d->period == EHC_PERIOD_ONCE && !is_fixed_course(d))))
		m |= EHC_MISSING_FREQUENCY;
	if ((d->group == EHC_GROUP_NONE || d->group == EHC_GROUP_SMALL) && !ehc_ratio_known(d->staff) && !ehc_range_known(d->group_size))
		m |= EHC_MISSING_GROUP;
	for (size_t i = 0; i < EHC_COUNT(bounds); i++) {
		m |= bounds[i] == EHC_UP_TO ? EHC_MISSING_FLOOR : 0u;
		m |= bounds[i] == EHC_ABOUT ? EHC_AMOUNT_APPROXIMATE : 0u;
		m |= bounds[i] == EHC_BETWEEN ? EHC_AMOUNT_RANGE : 0u;
	}
	m |= d->no_unit ? EHC_MISSING_UNIT : 0u;
	m |= d->ambiguous ? EHC_AMOUNT_AMBIGUOUS : 0u;
	m |= d->full_time && !ehc_range_known(d->length) ? EHC_AMOUNT_FULL_TIME : 0u;
	m |= d->ratio_bare ? EHC_AMOUNT_BARE_RATIO : 0u;
	return m;
}

struct ehc_yearly
ehc_dose_year(const struct ehc_dose *d, const struct ehc_calendar *cal)
{
	struct ehc_yearly y = { .missing = missing_of(d), .weeks = run_of(d, cal).weeks };
	struct ehc_range length = from_below(d->length), sessions = sessions_of(d, cal, &y.assumed), minutes;

	y.minutes = length.low;
	y.sessions = sessions.low;
	if (d->count_unit == EHC_UNIT_NIGHT)
		return y;               /* counted, never turned into hours */
	minutes = ehc_range_mul(length, sessions);
	y.hours = ehc_ratio_div(minutes.low, whole(60));
	y.hours_high = ehc_ratio_div(minutes.high, whole(60));
	return y;
}

/* ---- all doses together ---- */

/* Adds what is known: nights beside hours leave the hours as they are. */
static struct ehc_ratio
plus(struct ehc_ratio sum, struct ehc_ratio n)
{
	if (!ehc_ratio_known(sum))
		return n;
	return ehc_ratio_known(n) ? ehc_ratio_add(sum, n) : sum;
}

static bool
same_kind(const struct ehc_dose *a, const struct ehc_dose *b)
{
	return (a->count_unit == EHC_UNIT_NIGHT || a->count_unit == EHC_UNIT_ITEM || b->count_unit == EHC_UNIT_NIGHT || b->count_unit == EHC_UNIT_ITEM) ?
	    a->count_unit == b->count_unit && ehc_str_eq_nocase(a->thing, b->thing) : true;
}

static bool
same(struct ehc_ratio a, struct ehc_ratio b)
{
	return ehc_ratio_known(a) && ehc_ratio_known(b) && ehc_ratio_cmp(a, b) == 0;
}

/* "..., 39 weeks a year; 58.5 hours a year": what the doses before it come to, said once more, within the roundings of a writer. */
static bool
says_sum_again(const struct ehc_dose *d, struct ehc_ratio sum)
{
	struct ehc_ratio hours = ehc_ratio_div(d->length.low, ehc_ratio(60, 1)), off;

	if (!d->total || d->per != EHC_UNIT_YEAR || !ehc_ratio_known(hours) || !ehc_ratio_known(sum) || sum.num == 0)
		return false;
	off = ehc_ratio_div(ehc_ratio_sub(hours, sum), sum);
	return ehc_ratio_cmp(off, ehc_ratio(1, 20)) <= 0 && ehc_ratio_cmp(off, ehc_ratio(-1, 20)) >= 0;
}

void
ehc_amount_total(struct ehc_arena *a, struct ehc_amount *m, const struct ehc_calendar *cal)
{
	struct ehc_yearly sum = { .missing = 0 };
	bool alike = true;

	m->years = EHC_NEW_ARRAY(a, struct ehc_yearly, m->ndoses);
	for (size_t i = 0; i < m->ndoses; i++) {
		struct ehc_yearly y = m->years[i] = ehc_dose_year(&m->doses[i], cal);

		if (i > 0 && says_sum_again(&m->doses[i], sum.hours))
			continue;
		alike = alike && same_kind(&m->doses[0], &m->doses[i]);
		sum.minutes = i == 0 || same(sum.minutes, y.minutes) ? y.minutes : EHC_NORATIO;
		sum.weeks = i == 0 || same(sum.weeks, y.weeks) ? y.weeks : EHC_NORATIO;
		sum.sessions = plus(sum.sessions, y.sessions);
		sum.hours = plus(sum.hours, y.hours);
		sum.hours_high = plus(sum.hours_high, y.hours_high);
		sum.assumed = sum.assumed || y.assumed;
		sum.missing |= y.missing;
	}
	if (!alike)
		sum.sessions = EHC_NORATIO;
	m->year = sum;
}
