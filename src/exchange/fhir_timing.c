/*
 * fhir_timing.c - when and how often, as FHIR has it. A timing is written only where it says exactly what the author said: one dose
 * without a range, so many times in so many days, weeks, months or years. "38 weeks a year", a term or "up to" are no FHIR timing:
 * then the author's words stand alone.
 */
#include "exchange/fhir.h"

#include <string.h>

/* A count that is a whole number above zero. */
static bool
is_whole(struct ehc_ratio r)
{
	return ehc_ratio_known(r) && r.den == 1 && r.num > 0 && r.num < 100000;
}

static bool
is_exact(const struct ehc_range *r)
{
	return r->bound == EHC_EXACT && ehc_ratio_known(r->low) && ehc_ratio_cmp(r->low, r->high) == 0;
}

static bool
is_absent(const struct ehc_range *r)
{
	return !ehc_ratio_known(r->low) && !ehc_ratio_known(r->high);
}

/* FHIR's unit of time, and how many of them the author's is. */
static const char *
unit_of(enum ehc_unit u, int *many)
{
	*many = 1;
	switch (u) {
	case EHC_UNIT_DAY:
		return "d";
	case EHC_UNIT_FORTNIGHT:
		*many = 2;
		return "wk";
	case EHC_UNIT_WEEK:
		return "wk";
	case EHC_UNIT_MONTH:
		return "mo";
	case EHC_UNIT_YEAR:
		return "a";
	default:
		return NULL;
	}
}

/* What a dose says, in FHIR's terms. */
struct repeat {
	struct ehc_ratio frequency, period, minutes, weeks;
	const char *unit;
	struct ehc_ratio quantity;      /* "12 pads" */
	struct ehc_str thing;
};

static bool
read_count(const struct ehc_dose *d, struct repeat *r)
{
	r->frequency = d->times.low;
	if (is_absent(&d->count))
		return true;
	if (!is_exact(&d->count))
		return false;
	switch (d->count_unit) {
	case EHC_UNIT_SESSION:
	case EHC_UNIT_LESSON:
	case EHC_UNIT_VISIT:
	case EHC_UNIT_CONTACT:
		r->frequency = ehc_ratio_mul(d->times.low, d->count.low);
		return !d->count_in_all;
	case EHC_UNIT_ITEM:
		r->quantity = d->count.low;
		r->thing = d->thing;
		return true;
	default:
		return false;
	}
}

/* Weeks of every year but not of all, and terms, are no FHIR bounds. */
static bool
read_weeks(const struct ehc_dose *d, struct repeat *r)
{
	if (d->weeks_kind == EHC_WEEKS_TERM_TIME || (d->weeks_kind == EHC_WEEKS_GIVEN && d->weeks_yearly && ehc_ratio_cmp(d->weeks, ehc_ratio(52, 1)) != 0))
		return false;
	if (d->weeks_kind == EHC_WEEKS_GIVEN && !d->weeks_yearly)
		r->weeks = d->weeks;
	return d->weeks_kind != EHC_WEEKS_GIVEN || d->weeks_yearly || is_whole(d->weeks);
}

static bool
read_repeat(const struct ehc_amount *m, struct repeat *r)
{
	const struct ehc_dose *d = m->doses;
	int many;

	*r = (struct repeat){ .weeks = EHC_NORATIO, .quantity = EHC_NORATIO };
	if (m->ndoses != 1 || m->unread.end > m->unread.start || d->ambiguous || d->total || d->full_time || d->no_unit || d->no_length || d->each)
		return false;
	if (d->period != EHC_PERIOD_PER || d->event.len > 0 || d->weekdays != 0 || !is_exact(&d->times))
		return false;
	if (!is_absent(&d->length) && !is_exact(&d->length))
		return false;
	r->unit = unit_of(d->per, &many);
	if (r->unit == NULL || !read_count(d, r) || !read_weeks(d, r))
		return false;
	r->period = ehc_ratio_mul(d->every, ehc_ratio(many, 1));
	r->minutes = d->length.low;
	return is_whole(r->frequency) && is_whole(r->period);
}

/* Days on which it starts and ends, from the fields and from the amount. */
static void
find_days(const struct ehc_item *it, const struct ehc_dose *d, ehc_day *from, ehc_day *until)
{
	*from = it->from.day != EHC_NODATE && it->from.node != NULL ? it->from.day : EHC_NODATE;
	*until = it->until.day != EHC_NODATE && it->until.node != NULL ? it->until.day : EHC_NODATE;
	if (d == NULL || d->weeks_kind != EHC_WEEKS_DATES)
		return;
	if (*from == EHC_NODATE)
		*from = d->from;
	if (*until == EHC_NODATE)
		*until = d->until;
}

static void
put_period(struct fhir *f, const char *name, ehc_day from, ehc_day until)
{
	fhir_open(f, name, '{');
	fhir_day(f, "start", from, false);
	fhir_day(f, "end", until, false);
	fhir_close(f, '}');
}

/* "45 minutes; once a week; from 7 September 2026" as the author wrote them. */
static struct ehc_str
words(struct fhir *f, const struct ehc_item *it, bool days)
{
	const struct ehc_str parts[] = { it->how_much.text.str, it->how_often.text.str, ehc_item_value(it, EHC_L_TIMES).text.str,
		ehc_item_value(it, EHC_L_WHEN).text.str };
	const struct { const char *word; struct ehc_str text; } bounds[] = {
		{ "from", ehc_item_value(it, EHC_L_FROM).text.str }, { "until", ehc_item_value(it, EHC_L_UNTIL).text.str } };
	struct ehc_str all = EHC_NOSTR;

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (parts[i].len > 0)
			all = ehc_arena_printf(f->a, "%.*s%s%.*s", EHC_ARG(all), all.len > 0 ? "; " : "", EHC_ARG(parts[i]));
	for (size_t i = 0; days && i < EHC_COUNT(bounds); i++)
		if (bounds[i].text.len > 0)
			all = ehc_arena_printf(f->a, "%.*s%s%s %.*s", EHC_ARG(all), all.len > 0 ? "; " : "", bounds[i].word, EHC_ARG(bounds[i].text));
	return all;
}

/* The field is empty, or says a day and no more. */
static bool
is_day(const struct ehc_item *it, enum ehc_label label)
{
	struct ehc_str text = ehc_item_value(it, label).text.str;
	ehc_day day;

	return text.len == 0 || ehc_day_read(text, &day, NULL, NULL) == text.len;
}

static void
put_timing(struct fhir *f, const struct ehc_item *it, const struct repeat *r)
{
	bool hours = ehc_ratio_known(r->minutes) && r->minutes.den == 1 && r->minutes.num % 60 == 0;
	ehc_day from, until;

	find_days(it, it->amount->doses, &from, &until);
	fhir_open(f, "scheduledTiming", '{');
	fhir_open(f, "repeat", '{');
	if (from != EHC_NODATE || until != EHC_NODATE)
		put_period(f, "boundsPeriod", from, until);
	else if (ehc_ratio_known(r->weeks)) {
		fhir_open(f, "boundsDuration", '{');
		fhir_ratio(f, "value", r->weeks);
		fhir_cstr(f, "unit", "weeks");
		fhir_cstr(f, "system", "http://unitsofmeasure.org");
		fhir_cstr(f, "code", "wk");
		fhir_close(f, '}');
	}
	if (ehc_ratio_known(r->minutes)) {
		fhir_ratio(f, "duration", hours ? ehc_ratio_div(r->minutes, ehc_ratio(60, 1)) : r->minutes);
		fhir_cstr(f, "durationUnit", hours ? "h" : "min");
	}
	fhir_ratio(f, "frequency", r->frequency);
	fhir_ratio(f, "period", r->period);
	fhir_cstr(f, "periodUnit", r->unit);
	fhir_close(f, '}');
	fhir_concept(f, "code", words(f, it, true));
	fhir_close(f, '}');
}

static void
put_quantity(struct fhir *f, const struct repeat *r)
{
	bool daily = strcmp(r->unit, "d") == 0 && r->period.num == 1 && r->period.den == 1;

	fhir_open(f, daily ? "dailyAmount" : "quantity", '{');
	fhir_ratio(f, "value", daily ? ehc_ratio_mul(r->quantity, r->frequency) : r->quantity);
	fhir_str(f, "unit", r->thing);
	fhir_close(f, '}');
}

void
fhir_schedule(struct fhir *f, const struct ehc_item *it)
{
	struct repeat r;
	struct ehc_str said = words(f, it, true);
	ehc_day from, until;

	/* Both fixed bounds of a timing cannot stand in one. */
	find_days(it, NULL, &from, &until);
	if (it->amount != NULL && read_repeat(it->amount, &r) && ((from == EHC_NODATE && until == EHC_NODATE) || !ehc_ratio_known(r.weeks))) {
		put_timing(f, it, &r);
		if (ehc_ratio_known(r.quantity))
			put_quantity(f, &r);
		return;
	}
	if (words(f, it, false).len == 0 && is_day(it, EHC_L_FROM) && is_day(it, EHC_L_UNTIL) && (from != EHC_NODATE || until != EHC_NODATE))
		put_period(f, "scheduledPeriod", from, until);
	else
		fhir_str(f, "scheduledString", said);
	if (it->amount != NULL && it->amount->ndoses > 0)
		fhir_say(f, false, "%s: its amount is no timing that FHIR can say exactly; scheduledString has the author's words", it->id);
}
