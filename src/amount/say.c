/*
 * say.c - reads an amount back in plain words: what was understood, and what it comes to in a year.
 */
#include "amount/part.h"

static const char *const unit_names[] = {
	[EHC_UNIT_NONE] = "",
	[EHC_UNIT_MINUTE] = "minute",
	[EHC_UNIT_HOUR] = "hour",
	[EHC_UNIT_DAY] = "day",
	[EHC_UNIT_HALF_DAY] = "half day",
	[EHC_UNIT_SCHOOL_DAY] = "school day",
	[EHC_UNIT_NIGHT] = "night",
	[EHC_UNIT_SESSION] = "session",
	[EHC_UNIT_LESSON] = "lesson",
	[EHC_UNIT_VISIT] = "visit",
	[EHC_UNIT_CONTACT] = "contact",
	[EHC_UNIT_REPORT] = "report",
	[EHC_UNIT_BLOCK] = "block",
	[EHC_UNIT_ITEM] = "item",
	[EHC_UNIT_WEEK] = "week",
	[EHC_UNIT_FORTNIGHT] = "fortnight",
	[EHC_UNIT_MONTH] = "month",
	[EHC_UNIT_HALF_TERM] = "half term",
	[EHC_UNIT_TERM] = "term",
	[EHC_UNIT_YEAR] = "year",
	[EHC_UNIT_SCHOOL_WEEK] = "school week",
};
static const char *const weekday_names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

const char *
ehc_unit_name(enum ehc_unit u)
{
	return unit_names[u];
}

/* ---- pieces ---- */

static bool
is_one(struct ehc_ratio n)
{
	return n.num == 1 && n.den == 1;
}

static void
say_bound(struct ehc_buf *out, enum ehc_bound bound)
{
	static const char *const words[] = { "", "at least ", "up to ", "", "about " };

	ehc_buf_cstr(out, words[bound]);
}

static void
say_range(struct ehc_buf *out, struct ehc_range n)
{
	say_bound(out, n.bound);
	ehc_buf_ratio(out, n.low);
	if (ehc_ratio_cmp(n.low, n.high) != 0) {
		ehc_buf_cstr(out, " to ");
		ehc_buf_ratio(out, n.high);
	}
}

static void
say_unit(struct ehc_buf *out, enum ehc_unit unit, struct ehc_ratio n)
{
	ehc_buf_printf(out, "%s%s", ehc_unit_name(unit), is_one(n) ? "" : "s");
}

static void
say_minutes(struct ehc_buf *out, struct ehc_ratio n)
{
	struct ehc_ratio hours = ehc_ratio_div(n, ehc_ratio(60, 1));

	if (ehc_ratio_cmp(n, ehc_ratio(60, 1)) < 0 || n.den != 1) {
		ehc_buf_ratio(out, n);
		ehc_buf_cstr(out, " min");
		return;
	}
	ehc_buf_printf(out, "%lld ", (long long)(hours.num / hours.den));
	say_unit(out, EHC_UNIT_HOUR, ehc_ratio(hours.num / hours.den, 1));
	if (n.num % 60 != 0)
		ehc_buf_printf(out, " %lld min", (long long)(n.num % 60));
}

static void
say_length(struct ehc_buf *out, struct ehc_range r)
{
	struct ehc_ratio sixty = ehc_ratio(60, 1);

	say_bound(out, r.bound);
	if (ehc_ratio_cmp(r.low, r.high) == 0) {
		say_minutes(out, r.low);
	} else if (ehc_ratio_cmp(r.high, sixty) <= 0 || r.low.num % 60 != 0 || r.high.num % 60 != 0) {
		ehc_buf_ratio(out, r.low);
		ehc_buf_cstr(out, " to ");
		ehc_buf_ratio(out, r.high);
		ehc_buf_cstr(out, " min");
	} else {
		ehc_buf_ratio(out, ehc_ratio_div(r.low, sixty));
		ehc_buf_cstr(out, " to ");
		ehc_buf_ratio(out, ehc_ratio_div(r.high, sixty));
		ehc_buf_cstr(out, " hours");
	}
}

void
ehc_amount_say_quantity(struct ehc_buf *out, const struct ehc_dose *d)
{
	bool length = ehc_range_known(d->length);

	if (ehc_range_known(d->count)) {
		say_range(out, d->count);
		ehc_buf_char(out, ' ');
		if (d->count_unit == EHC_UNIT_ITEM)
			ehc_buf_plain(out, d->thing);
		else
			say_unit(out, d->count_unit, d->count.high);
		if (length)
			ehc_buf_cstr(out, " of ");
	}
	if (length)
		say_length(out, d->length);
	else if (d->full_time && !ehc_range_known(d->count))
		ehc_buf_cstr(out, "full time");
}

static void
say_times(struct ehc_buf *out, struct ehc_range n)
{
	say_bound(out, n.bound);
	if (ehc_ratio_cmp(n.low, n.high) != 0)
		say_range(out, (struct ehc_range){ n.low, n.high, EHC_EXACT });
	else if (is_one(n.low))
		ehc_buf_cstr(out, "once");
	else if (n.low.num == 2 && n.low.den == 1)
		ehc_buf_cstr(out, "twice");
	else
		ehc_buf_ratio(out, n.low);
	if (ehc_ratio_cmp(n.low, n.high) != 0 || (ehc_ratio_cmp(n.low, ehc_ratio(2, 1)) > 0))
		ehc_buf_cstr(out, " times");
}

static void
say_weekdays(struct ehc_buf *out, unsigned days)
{
	bool first = true;

	if (days == 31) {
		ehc_buf_cstr(out, "Monday to Friday");
		return;
	}
	for (unsigned i = 0; i < EHC_COUNT(weekday_names); i++) {
		if ((days & 1u << i) == 0)
			continue;
		if (!first)
			ehc_buf_cstr(out, (days >> (i + 1)) == 0 ? " and " : ", ");
		ehc_buf_cstr(out, weekday_names[i]);
		first = false;
	}
}

/* Whether the quantity is said of the period itself: "15 hours a week", "2 sessions a week". */
static bool
is_rate(const struct ehc_dose *d)
{
	bool once = !ehc_range_known(d->times) || (is_one(d->times.low) && is_one(d->times.high) && d->times.bound == EHC_EXACT);
	bool counted = ehc_range_known(d->count) && !d->count_in_all && (!is_one(d->count.low) || d->count.bound != EHC_EXACT);

	return d->period == EHC_PERIOD_PER && once && is_one(d->every) && (counted || d->total);
}

/* "every 2 to 3 weeks" is kept as once, or up to once and a half, in three weeks. */
static bool
say_interval_range(struct ehc_buf *out, const struct ehc_dose *d)
{
	if (is_one(d->every) || d->times.bound != EHC_BETWEEN || !is_one(d->times.low))
		return false;
	ehc_buf_cstr(out, "every ");
	say_range(out, (struct ehc_range){ ehc_ratio_div(d->every, d->times.high), d->every, EHC_EXACT });
	ehc_buf_char(out, ' ');
	say_unit(out, d->per, d->every);
	return true;
}

static void
say_per(struct ehc_buf *out, const struct ehc_dose *d)
{
	bool once = !ehc_range_known(d->times) || (is_one(d->times.low) && is_one(d->times.high) && d->times.bound == EHC_EXACT);

	if (say_interval_range(out, d))
		return;
	if (!once || (is_one(d->every) && !is_rate(d))) {
		say_times(out, ehc_range_known(d->times) ? d->times : ehc_range_of(ehc_ratio(1, 1)));
		ehc_buf_char(out, ' ');
	}
	if (is_one(d->every)) {
		ehc_buf_printf(out, "%s %s", d->per == EHC_UNIT_HOUR ? "an" : "a", ehc_unit_name(d->per));
		return;
	}
	ehc_buf_cstr(out, "every ");
	ehc_buf_ratio(out, d->every);
	ehc_buf_char(out, ' ');
	say_unit(out, d->per, d->every);
}

void
ehc_amount_say_period(struct ehc_buf *out, const struct ehc_dose *d)
{
	bool clocks = d->period == EHC_PERIOD_WEEKDAYS && ehc_range_known(d->times);

	if (d->ambiguous && !d->count_in_all) {
		ehc_buf_printf(out, "twice a %s or every two %ss", ehc_unit_name(d->per), ehc_unit_name(d->per));
		return;
	}
	switch (d->period) {
	case EHC_PERIOD_NONE: break;
	case EHC_PERIOD_ONCE:
		if (ehc_range_known(d->times))
			say_times(out, d->times);
		break;
	case EHC_PERIOD_EVENT: ehc_buf_plain(out, d->event); break;
	case EHC_PERIOD_PER: say_per(out, d); break;
	case EHC_PERIOD_WEEKDAYS:
		if (d->every.num == 2 && d->every.den == 1) {
			ehc_buf_cstr(out, "every other ");
		} else if (!is_one(d->every)) {
			ehc_buf_cstr(out, "every ");
			ehc_buf_ratio(out, d->every);
			ehc_buf_cstr(out, " weeks on ");
		} else if (!clocks || d->clock.len == 0) {
			ehc_buf_cstr(out, "every ");
		}
		say_weekdays(out, d->weekdays);
		break;
	}
}

void
ehc_amount_say_ratio(struct ehc_buf *out, const struct ehc_dose *d)
{
	if (d->ratio_bare) {
		ehc_buf_ratio(out, d->staff);
		ehc_buf_char(out, ':');
		ehc_buf_ratio(out, d->children);
		return;
	}
	ehc_buf_ratio(out, d->staff);
	ehc_buf_cstr(out, is_one(d->staff) ? " adult" : " adults");
	if (ehc_ratio_known(d->children)) {
		ehc_buf_cstr(out, " to ");
		ehc_buf_ratio(out, d->children);
		ehc_buf_cstr(out, is_one(d->children) ? " child" : " children");
	}
}

/* ---- a dose ---- */

static void
comma(struct ehc_buf *out, size_t start)
{
	if (out->len > start)
		ehc_buf_cstr(out, ", ");
}

static void
say_weeks(struct ehc_buf *out, const struct ehc_dose *d, size_t start)
{
	if (d->weeks_kind != EHC_WEEKS_NONE || d->from != EHC_NODATE || d->until != EHC_NODATE)
		comma(out, start);
	switch (d->weeks_kind) {
	case EHC_WEEKS_NONE:
		if (d->from != EHC_NODATE) {
			ehc_buf_cstr(out, "from ");
			ehc_buf_day(out, d->from);
		} else if (d->until != EHC_NODATE) {
			ehc_buf_cstr(out, "until ");
			ehc_buf_day(out, d->until);
		}
		break;
	case EHC_WEEKS_GIVEN:
		if (!d->weeks_yearly)
			ehc_buf_cstr(out, "for ");
		ehc_buf_ratio(out, d->weeks_yearly ? d->weeks : d->lasts);
		ehc_buf_char(out, ' ');
		say_unit(out, d->weeks_yearly ? EHC_UNIT_WEEK : d->lasts_unit, d->weeks_yearly ? d->weeks : d->lasts);
		break;
	case EHC_WEEKS_TERM_TIME: ehc_buf_cstr(out, "in term time"); break;
	case EHC_WEEKS_ALL_YEAR: ehc_buf_cstr(out, "all year"); break;
	case EHC_WEEKS_DATES:
		ehc_buf_cstr(out, "from ");
		ehc_buf_day(out, d->from);
		ehc_buf_cstr(out, " until ");
		ehc_buf_day(out, d->until);
		break;
	}
}

static void
say_company(struct ehc_buf *out, const struct ehc_dose *d, size_t start)
{
	static const char *const groups[] = { "", "one-to-one", "in a pair", "in a group", "with the whole class", "in a small group" };
	static const char *const modes[] = { "", "direct", "indirect", "in person", "by video", "training", "report writing" };

	if (d->group != EHC_GROUP_NONE) {
		comma(out, start);
		ehc_buf_cstr(out, groups[d->group]);
		if (ehc_range_known(d->group_size)) {
			ehc_buf_cstr(out, " of ");
			say_range(out, d->group_size);
		}
	}
	if (ehc_ratio_known(d->staff)) {
		comma(out, start);
		ehc_amount_say_ratio(out, d);
	}
	if (d->delivery != EHC_DELIVERY_NONE) {
		comma(out, start);
		ehc_buf_cstr(out, modes[d->delivery]);
	}
}

/* Whether the figure is of a whole course and not of a year. */
static bool
in_all(const struct ehc_dose *d)
{
	return d->count_in_all || d->period == EHC_PERIOD_ONCE || (d->weeks_kind == EHC_WEEKS_GIVEN && !d->weeks_yearly && d->lasts_unit != EHC_UNIT_YEAR);
}

/* Whether the dose has figures only above: "up to 5 hours". */
static bool
is_ceiling(const struct ehc_dose *d)
{
	return d->length.bound == EHC_UP_TO || d->count.bound == EHC_UP_TO || d->times.bound == EHC_UP_TO;
}

/* "1 afternoon, once a week = 38 afternoons a year" */
static void
say_thing(struct ehc_buf *out, struct ehc_str thing, bool more)
{
	ehc_buf_plain(out, thing);
	if (more && !ehc_str_ends_nocase(thing, "s"))
		ehc_buf_char(out, 's');
}

static void
say_counted(struct ehc_buf *out, const struct ehc_dose *d, struct ehc_ratio n)
{
	if (!ehc_range_known(d->count))
		ehc_buf_cstr(out, is_one(n) ? "time" : "times");
	else if (d->count_unit == EHC_UNIT_ITEM)
		say_thing(out, d->thing, is_one(d->count.low) && !is_one(n));
	else
		say_unit(out, d->count_unit, n);
}

/* "= 28.5 hours a year (taking 38 weeks)"; nothing where the count already says it. */
static void
say_result(struct ehc_buf *out, const struct ehc_dose *d, const struct ehc_yearly *y)
{
	bool hours = ehc_ratio_known(y->hours_high), whole = in_all(d);
	struct ehc_ratio low = hours ? y->hours : y->sessions, high = hours ? y->hours_high : y->sessions;

	if (!ehc_ratio_known(high) || (!hours && (whole || d->per == EHC_UNIT_YEAR)))
		return;
	ehc_buf_cstr(out, " = ");
	if (is_ceiling(d)) {
		ehc_buf_cstr(out, "at most ");
	} else if (ehc_ratio_cmp(low, high) != 0) {
		ehc_buf_ratio(out, low);
		ehc_buf_cstr(out, " to ");
	}
	ehc_buf_ratio(out, high);
	ehc_buf_char(out, ' ');
	if (hours)
		say_unit(out, EHC_UNIT_HOUR, high);
	else
		say_counted(out, d, high);
	ehc_buf_cstr(out, whole ? " in all" : " a year");
	if (y->assumed) {
		ehc_buf_cstr(out, " (taking ");
		ehc_buf_ratio(out, y->weeks);
		ehc_buf_cstr(out, " weeks)");
	}
}

static void
say_dose(struct ehc_buf *out, const struct ehc_dose *d, const struct ehc_yearly *y)
{
	size_t start = out->len;

	ehc_amount_say_quantity(out, d);
	if (d->period != EHC_PERIOD_NONE && (d->period != EHC_PERIOD_ONCE || ehc_range_known(d->times))) {
		if (is_rate(d))
			ehc_buf_char(out, ' ');
		else
			comma(out, start);
		ehc_amount_say_period(out, d);
	}
	if (d->clock.len > 0) {
		comma(out, start);
		ehc_buf_plain(out, d->clock);
	}
	say_weeks(out, d, start);
	say_result(out, d, y);
	say_company(out, d, start);
}

void
ehc_amount_say(const struct ehc_amount *m, struct ehc_buf *out)
{
	bool together = m->ndoses > 1 && ehc_ratio_known(m->year.hours_high) && ehc_ratio_cmp(m->year.hours, m->year.hours_high) == 0;

	for (size_t i = 0; i < m->ndoses; i++) {
		if (i > 0)
			ehc_buf_cstr(out, "; ");
		say_dose(out, &m->doses[i], &m->years[i]);
		together = together && ehc_ratio_known(m->years[i].hours);
	}
	if (together) {
		ehc_buf_cstr(out, "; together ");
		ehc_buf_ratio(out, m->year.hours);
		ehc_buf_cstr(out, " hours");
	}
}
