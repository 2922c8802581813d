/*
 * build.c - folds the parts of an amount, in whatever order they come, into doses. A part fills a slot of the dose
 * being gathered; a part whose slot is taken begins the next dose if this one is complete, and is left unread
 * otherwise. The grammar calls ehc_amount_fold() for each part, and nothing else here.
 */
#include "amount/part.h"

static const struct ehc_ratio one = { 1, 1 };

struct ehc_str
ehc_amount_words(const struct ehc_amount_build *b, struct ehc_span at)
{
	return ehc_str_trim(ehc_str_sub(b->text, at.start, at.end));
}

void
ehc_amount_unread(struct ehc_amount_build *b, struct ehc_span at)
{
	if (b->unread.start == b->unread.end)
		b->unread = at;
	else if (!b->unread_ended && at.end > b->unread.end)
		b->unread.end = at.end;
}

static struct ehc_draft *
open_draft(struct ehc_amount_build *b, bool hard)
{
	struct ehc_draft *d;

	if (b->ndrafts == EHC_AMOUNT_DOSES)
		return NULL;
	d = &b->drafts[b->ndrafts++];
	*d = (struct ehc_draft){ .hard = hard, .joined = b->after_and };
	d->dose.from = d->dose.until = EHC_NODATE;
	b->quantity = NULL;
	return d;
}

static struct ehc_draft *
current(struct ehc_amount_build *b)
{
	return b->ndrafts > 0 ? &b->drafts[b->ndrafts - 1] : open_draft(b, true);
}

static bool
is_complete(const struct ehc_draft *d)
{
	return ehc_dose_has_quantity(&d->dose) && (d->dose.period != EHC_PERIOD_NONE || d->times_given);
}

/* The slot that a part wants is taken: the draft that it begins, or NULL when it has to stay unread. */
static struct ehc_draft *
next_draft(struct ehc_amount_build *b, struct ehc_draft *d, bool even_incomplete)
{
	return even_incomplete || is_complete(d) ? open_draft(b, false) : NULL;
}

/* ---- bounds ---- */

static struct ehc_range
bounded(struct ehc_amount_build *b, struct ehc_range r)
{
	if (b->pending != EHC_EXACT && r.bound == EHC_EXACT)
		r.bound = b->pending;
	b->pending = EHC_EXACT;
	return r;
}

/* "30 minutes minimum", "20 minutes or more": the bound belongs to what stands before it. */
void
ehc_amount_settle_bound(struct ehc_amount_build *b)
{
	if (b->pending != EHC_EXACT && b->quantity != NULL && b->quantity->bound == EHC_EXACT)
		b->quantity->bound = b->pending;
	b->pending = EHC_EXACT;
}

static bool
fold_bound(struct ehc_amount_build *b, const struct ehc_amount_value *v)
{
	b->pending = v->bound;
	if (v->flag)
		ehc_amount_settle_bound(b);
	return true;
}

/* ---- how long, how many ---- */

static bool
whole_hours(struct ehc_range r)
{
	return r.bound != EHC_BETWEEN && r.low.den == 1 && r.low.num % 60 == 0;
}

static bool
fold_length(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	/* "70 words a minute" is a speed; what a colon leads in repeats what stands before it */
	if (!ehc_range_known(v->length) || (d->detail && ehc_range_known(d->dose.length)) ||
	    (v->flag && d->last == EHC_PART_COUNT && d->dose.count_unit == EHC_UNIT_ITEM))
		return false;
	if (ehc_range_known(d->dose.length) && d->last == EHC_PART_LENGTH && !d->comma && whole_hours(d->dose.length) &&
	    v->unit == EHC_UNIT_MINUTE && ehc_ratio_cmp(v->length.high, ehc_ratio(60, 1)) < 0) {
		d->dose.length = ehc_range_add(d->dose.length, v->length);      /* 1 hour 30 minutes */
		return true;
	}
	if (ehc_range_known(d->dose.length) && !d->clocked && (d = next_draft(b, d, true)) == NULL)
		return false;
	d->clocked = false;
	d->weak_length = v->flag;
	d->dose.length = bounded(b, v->length);
	b->quantity = &d->dose.length;
	return true;
}

/* "half a day" has a length: half of the school day. "Two half days" are counted, each of that length. */
static bool
fold_part_of_day(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	struct ehc_amount_value length = { .unit = EHC_UNIT_MINUTE };
	struct ehc_range day = ehc_range_minutes(ehc_range_of(b->cal->school_day), EHC_UNIT_HOUR);
	bool counted = v->unit == EHC_UNIT_HALF_DAY;

	length.length = ehc_range_mul(counted ? ehc_range_of(ehc_ratio(1, 2)) : v->number, day);
	if (!fold_length(b, d, &length))
		return false;
	if (counted) {
		d = current(b);
		d->dose.count = v->number;
		d->dose.count_unit = EHC_UNIT_HALF_DAY;
	}
	return true;
}

/* "daily for 5 days": a span. "Daily, 5 days a week" is put right when "a week" comes (fold_per). */
static void
fold_days(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	d->dose.weeks_kind = EHC_WEEKS_GIVEN;
	d->dose.lasts = v->number.low;
	d->dose.lasts_unit = v->unit;
	d->dose.weeks = ehc_calendar_span_weeks(b->cal, v->number.low, v->unit);
}

static void
take_description(struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (ehc_range_known(v->length) && !ehc_range_known(d->dose.length))
		d->dose.length = v->length;
	if (d->dose.delivery == EHC_DELIVERY_NONE)
		d->dose.delivery = v->delivery;
	if (d->dose.group == EHC_GROUP_NONE)
		d->dose.group = v->group;
	if (v->inner != EHC_UNIT_NONE && d->dose.period == EHC_PERIOD_NONE) {
		d->dose.period = EHC_PERIOD_PER;
		d->dose.every = one;
		d->dose.per = v->inner;
		d->dose.count_in_all = d->inner = true;
	}
}

static struct ehc_str
last_word(struct ehc_str s)
{
	size_t from = s.len;

	while (from > 0 && s.ptr[from - 1] != ' ' && s.ptr[from - 1] != '\n' && s.ptr[from - 1] != '\t')
		from--;
	return ehc_str_sub(s, from, s.len);
}

static bool
fold_count(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	bool day = ehc_unit_is_day(v->unit);

	if (!ehc_range_known(v->number))
		return false;
	if (v->flag && d->last == EHC_PART_LENGTH && ehc_unit_is_occasion(v->unit)) {
		d->dose.each = true;            /* 45 minutes a session */
		d->dose.count_unit = v->unit;
		return true;
	}
	if ((day && ehc_ratio_cmp(v->number.low, one) < 0) || v->unit == EHC_UNIT_HALF_DAY)
		return fold_part_of_day(b, d, v);
	if (day && d->dose.period == EHC_PERIOD_PER && ehc_unit_is_day(d->dose.per) && d->dose.weeks_kind == EHC_WEEKS_NONE) {
		fold_days(b, d, v);
		return true;
	}
	if (v->unit == EHC_UNIT_BLOCK && !ehc_range_known(d->blocks) && !ehc_range_known(d->dose.count)) {
		d->blocks = bounded(b, v->number);
		take_description(d, v);
		return true;
	}
	if (ehc_range_known(d->dose.count) && (d = next_draft(b, d, true)) == NULL)
		return false;
	d->dose.count = bounded(b, ehc_range_known(d->blocks) ? ehc_range_mul(d->blocks, v->number) : v->number);
	d->dose.count_unit = v->unit == EHC_UNIT_NONE ? EHC_UNIT_ITEM : v->unit;
	d->dose.thing = ehc_amount_words(b, v->words);
	if (ehc_range_known(v->length))
		d->dose.thing = last_word(d->dose.thing);       /* "15-minute slots": the length is told apart */
	take_description(d, v);
	b->quantity = &d->dose.count;
	return true;
}

/* ---- how often ---- */

static bool
fold_times(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!ehc_range_known(v->number))
		return false;
	if (d->times_given && (d = next_draft(b, d, false)) == NULL)
		return false;
	if (d->inner)
		d->inner = d->dose.count_in_all = false;
	d->dose.times = bounded(b, v->number);
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
	default: return d->inner || d->dose.per == unit || (ehc_unit_is_day(d->dose.per) && ehc_unit_is_day(unit));
	}
}

static bool
set_period(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_unit unit, struct ehc_ratio every)
{
	if (!may_set_period(d, unit) && (d = next_draft(b, d, false)) == NULL)
		return false;
	if (d->dose.period == EHC_PERIOD_WEEKDAYS)
		return true;
	/* "three times a day, each school day": the narrower day */
	if (d->dose.period != EHC_PERIOD_PER || d->dose.per != EHC_UNIT_SCHOOL_DAY)
		d->dose.per = unit;
	if (d->inner)
		d->inner = d->dose.count_in_all = false;
	d->dose.period = EHC_PERIOD_PER;
	d->dose.every = every;
	d->apart = d->last != EHC_PART_TIMES && d->comma && ehc_range_known(d->dose.count);
	if (b->pending != EHC_EXACT && !d->times_given) {
		d->dose.times = bounded(b, ehc_range_of(one));  /* at least weekly */
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

static bool
fold_per(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (fold_yearly(b, d, v->unit) || fold_days_a_week(d, v->unit))
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
	d = current(b);
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
	return fold_weekday(current(b), &day);
}

static bool
fold_rate(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if ((d->times_given || d->dose.period != EHC_PERIOD_NONE) && (d = next_draft(b, d, false)) == NULL)
		return false;
	if (v->days != 0)
		return fold_rate_on_days(b, d, v);
	if (!fold_times(b, d, v))
		return false;
	d = current(b);
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
	d = current(b);
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
	d = current(b);
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
	current(b)->dose.ambiguous = true;
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

/* ---- from when to when ---- */

static bool
fold_span(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!ehc_range_known(v->number) || d->dose.weeks_kind == EHC_WEEKS_GIVEN)
		return false;
	if (b->within && d->last == EHC_PART_TIMES && d->dose.period == EHC_PERIOD_NONE)
		return set_period(b, d, v->unit, v->number.high);       /* twice in six weeks */
	d->dose.weeks_yearly = d->dose.weeks_kind == EHC_WEEKS_TERM_TIME;
	d->dose.weeks_kind = EHC_WEEKS_GIVEN;
	d->dose.lasts = v->number.low;
	d->dose.lasts_unit = v->unit;
	d->dose.weeks = ehc_calendar_span_weeks(b->cal, v->number.low, v->unit);
	d->loose = v->flag && !b->lasting;
	return true;
}

static bool
fold_season(struct ehc_draft *d, enum ehc_span_kind kind)
{
	if (d->dose.weeks_kind == EHC_WEEKS_NONE || d->dose.weeks_kind == EHC_WEEKS_DATES)
		d->dose.weeks_kind = kind;
	else if (d->dose.weeks_kind == EHC_WEEKS_GIVEN && d->last == EHC_PART_SPAN && d->dose.lasts_unit == EHC_UNIT_WEEK)
		d->dose.weeks_yearly = true;    /* 38 weeks of the school year */
	return true;
}

static bool
fold_date(struct ehc_draft *d, enum ehc_amount_part_kind kind, ehc_day day)
{
	ehc_day *slot = kind == EHC_PART_FROM ? &d->dose.from : &d->dose.until;

	if (kind == EHC_PART_DATE && d->dose.from == EHC_NODATE)
		return false;
	if (*slot != EHC_NODATE)
		return false;
	*slot = day;
	if (d->dose.from != EHC_NODATE && d->dose.until != EHC_NODATE && d->dose.weeks_kind == EHC_WEEKS_NONE)
		d->dose.weeks_kind = EHC_WEEKS_DATES;
	return true;
}

/* ---- with whom, in what way ---- */

static bool
fold_group(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	bool refines = d->dose.group == v->group || (d->dose.group == EHC_GROUP_SMALL && v->group == EHC_GROUP_GROUP);

	if (d->dose.group != EHC_GROUP_NONE && !refines && (d = next_draft(b, d, false)) == NULL)
		return false;
	d->weak_group = v->flag && d->dose.group == EHC_GROUP_NONE;
	d->dose.group = v->group;
	if (ehc_range_known(v->number))
		d->dose.group_size = bounded(b, v->number);
	return true;
}

/* `flag`: the words say which figure is adults. "2:1 (two adults)" says it afterwards. */
static bool
fold_ratio(struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!ehc_range_known(v->number))
		return false;
	if (!ehc_ratio_known(d->dose.staff))
		d->dose.ratio_bare = !v->flag;
	else if (v->flag && ehc_ratio_cmp(d->dose.staff, v->number.low) == 0)
		d->dose.ratio_bare = false;
	else
		return false;
	d->dose.staff = v->number.low;
	if (ehc_ratio_known(v->other))
		d->dose.children = v->other;
	return true;
}

static bool
fold_mode(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_delivery mode)
{
	bool opposed = (d->dose.delivery == EHC_DELIVERY_DIRECT && mode == EHC_DELIVERY_INDIRECT) ||
	    (d->dose.delivery == EHC_DELIVERY_INDIRECT && mode == EHC_DELIVERY_DIRECT);

	if (opposed && (d = next_draft(b, d, false)) == NULL) {
		/* "direct and indirect": the two are not told apart, so neither is claimed */
		current(b)->dose.delivery = EHC_DELIVERY_NONE;
		return false;
	}
	if (d->dose.delivery == EHC_DELIVERY_NONE)
		d->dose.delivery = mode;
	return true;
}

static bool
fold_mark(bool *slot)
{
	*slot = true;
	return true;
}

static bool
fold_into(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_amount_part_kind kind, const struct ehc_amount_value *v, struct ehc_span at)
{
	switch (kind) {
	case EHC_PART_LENGTH: return fold_length(b, d, v);
	case EHC_PART_COUNT: return fold_count(b, d, v);
	case EHC_PART_NOUN:
		if (d->dose.count_unit == EHC_UNIT_NONE)
			d->dose.count_unit = v->unit;
		return true;
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
	case EHC_PART_FROM:
	case EHC_PART_UNTIL:
	case EHC_PART_DATE: return fold_date(d, kind, v->day);
	case EHC_PART_SPAN: return fold_span(b, d, v);
	case EHC_PART_TERM_TIME: return fold_season(d, EHC_WEEKS_TERM_TIME);
	case EHC_PART_ALL_YEAR: return fold_season(d, EHC_WEEKS_ALL_YEAR);
	case EHC_PART_GROUP: return fold_group(b, d, v);
	case EHC_PART_RATIO: return fold_ratio(d, v);
	case EHC_PART_BOUND: return fold_bound(b, v);
	case EHC_PART_MODE: return fold_mode(b, d, v->delivery);
	case EHC_PART_FULL_TIME: return fold_mark(&d->dose.full_time);
	case EHC_PART_EACH: return fold_mark(&d->dose.each);
	default: EHC_BUG("part of kind %d", (int)kind);
	}
}

/*
 * "45 minutes, once a week, 38 weeks = 28.5 hours a year", or "..., 28.5 hours a year in total": a total that the
 * writer worked out is no further dose. "A total of 6 sessions" in an amount that has nothing yet is its quantity.
 */
static void
fold_total(struct ehc_amount_build *b, const struct ehc_draft *d)
{
	bool yearly = d->dose.period == EHC_PERIOD_NONE || (d->dose.period == EHC_PERIOD_PER && d->dose.per == EHC_UNIT_YEAR);

	if (b->ndrafts > 1 && !d->hard && yearly && !d->times_given)
		b->ndrafts--;
	b->summing = is_complete(&b->drafts[b->ndrafts - 1]);
}

static bool
sums(enum ehc_amount_part_kind kind)
{
	return kind == EHC_PART_LENGTH || kind == EHC_PART_COUNT || kind == EHC_PART_PER || kind == EHC_PART_ADVERB || kind == EHC_PART_NOUN;
}

/* Marks between parts: they fill no slot. */
static bool
fold_between(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_amount_part_kind kind, const struct ehc_amount_value *v)
{
	switch (kind) {
	case EHC_PART_BREAK:
		ehc_amount_settle_bound(b);
		b->aside = b->summing = false;
		if (d->last != EHC_PART_NONE)
			b->full = open_draft(b, true) == NULL;
		return true;
	case EHC_PART_COMMA:
		ehc_amount_settle_bound(b);
		b->aside = b->summing = false;
		d->comma = true;
		b->after_and = false;
		d->detail = d->detail || (v->flag && is_complete(d));
		return true;
	case EHC_PART_AND:
		b->after_and = true;
		return true;
	case EHC_PART_SOFT:
		b->lasting = v->flag;
		b->within = v->half == 'i';
		return true;
	case EHC_PART_TOTAL:
		fold_total(b, d);
		return true;
	default:
		return false;
	}
}

void
ehc_amount_fold(struct ehc_amount_build *b, enum ehc_amount_part_kind kind, const struct ehc_amount_value *v, struct ehc_span at)
{
	struct ehc_draft *d = current(b);
	uint32_t start = b->pending != EHC_EXACT ? b->bound_at : at.start;

	b->reached = at.end;
	if (fold_between(b, d, kind, v) || (b->summing && sums(kind)))
		return;
	if (b->aside || b->full || !fold_into(b, d, kind, v, at)) {
		ehc_amount_unread(b, at);
		b->lasting = b->within = false;
		b->full = b->full || b->prose;  /* an island ends before what it cannot take in */
		return;
	}
	if (kind == EHC_PART_BOUND && !v->flag) {
		b->bound_at = at.start;
		return;
	}
	d = current(b);
	if (d->last == EHC_PART_NONE)
		d->dose.span.start = start;
	d->dose.span.end = at.end;
	d->last = kind == EHC_PART_RATE ? EHC_PART_PER : kind;
	d->comma = false;
	b->lasting = b->within = b->after_and = false;
	b->unread_ended = b->unread.end > b->unread.start;
}
