/*
 * build.c - folds the parts of an amount, in whatever order they come, into doses. A part fills a slot of the dose
 * being gathered; a part whose slot is taken begins the next dose if this one is complete, and is left unread
 * otherwise. The grammar calls ehc_amount_fold() for each part, and nothing else here; how often is folded in often.c.
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

struct ehc_draft *
ehc_draft_current(struct ehc_amount_build *b)
{
	return b->ndrafts > 0 ? &b->drafts[b->ndrafts - 1] : open_draft(b, true);
}

bool
ehc_draft_is_complete(const struct ehc_draft *d)
{
	return ehc_dose_has_quantity(&d->dose) && (d->dose.period != EHC_PERIOD_NONE || d->times_given);
}

struct ehc_draft *
ehc_draft_next(struct ehc_amount_build *b, struct ehc_draft *d, bool even_incomplete)
{
	return even_incomplete || ehc_draft_is_complete(d) ? open_draft(b, false) : NULL;
}

/* ---- bounds ---- */

struct ehc_range
ehc_amount_take_bound(struct ehc_amount_build *b, struct ehc_range r)
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

static const struct ehc_amount_value a_day = { .unit = EHC_UNIT_DAY };

static bool
fold_length(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	/* "70 words a minute" is a speed; what a colon leads in repeats what stands before it */
	if (!ehc_range_known(v->length) || (d->detail && ehc_range_known(d->dose.length)) ||
	    (v->flag && d->last == EHC_PART_COUNT && d->dose.count_unit == EHC_UNIT_ITEM))
		return false;
	if (b->within && d->last == EHC_PART_TIMES)     /* "4 times in 24 hours" is a day; no other number of hours is a period */
		return ehc_ratio_cmp(v->length.low, ehc_ratio(INT64_C(24) * 60, 1)) == 0 && ehc_amount_fold_often(b, d, EHC_PART_ADVERB, &a_day, EHC_NOSPAN);
	if (ehc_range_known(d->dose.length) && d->last == EHC_PART_LENGTH && !d->comma && whole_hours(d->dose.length) &&
	    v->unit == EHC_UNIT_MINUTE && ehc_ratio_cmp(v->length.high, ehc_ratio(60, 1)) < 0) {
		d->dose.length = ehc_range_add(d->dose.length, v->length);      /* 1 hour 30 minutes */
		return true;
	}
	if (ehc_range_known(d->dose.length) && !d->clocked && (d = ehc_draft_next(b, d, true)) == NULL)
		return false;
	d->clocked = false;
	d->weak_length = v->flag;
	d->dose.length = ehc_amount_take_bound(b, v->length);
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
		d = ehc_draft_current(b);
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
		d->blocks = ehc_amount_take_bound(b, v->number);
		take_description(d, v);
		return true;
	}
	if (ehc_range_known(d->dose.count) && (d = ehc_draft_next(b, d, true)) == NULL)
		return false;
	d->afterthought = ehc_draft_is_complete(d);
	d->dose.count = ehc_amount_take_bound(b, ehc_range_known(d->blocks) ? ehc_range_mul(d->blocks, v->number) : v->number);
	d->dose.count_unit = v->unit == EHC_UNIT_NONE ? EHC_UNIT_ITEM : v->unit;
	d->dose.thing = ehc_amount_words(b, v->words);
	if (ehc_range_known(v->length))
		d->dose.thing = last_word(d->dose.thing);       /* "15-minute slots": the length is told apart */
	take_description(d, v);
	b->quantity = &d->dose.count;
	return true;
}

/* ---- from when to when ---- */

static bool
fold_span(struct ehc_amount_build *b, struct ehc_draft *d, const struct ehc_amount_value *v)
{
	if (!ehc_range_known(v->number) || d->dose.weeks_kind == EHC_WEEKS_GIVEN)
		return false;
	if (b->within && d->last == EHC_PART_TIMES && d->dose.period == EHC_PERIOD_NONE)
		return ehc_amount_fold_often(b, d, EHC_PART_EVERY, v, EHC_NOSPAN);      /* twice in six weeks */
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

	if (d->dose.group != EHC_GROUP_NONE && !refines && (d = ehc_draft_next(b, d, false)) == NULL)
		return false;
	d->weak_group = v->flag && d->dose.group == EHC_GROUP_NONE;
	d->dose.group = v->group;
	if (ehc_range_known(v->number)) {
		d->dose.group_size = ehc_amount_take_bound(b, v->number);
		b->quantity = &d->dose.group_size;
	}
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

	if (opposed && (d = ehc_draft_next(b, d, false)) == NULL) {
		/* "direct and indirect": the two are not told apart, so neither is claimed */
		ehc_draft_current(b)->dose.delivery = EHC_DELIVERY_NONE;
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
	default: return ehc_amount_fold_often(b, d, kind, v, at);
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
	b->summing = ehc_draft_is_complete(&b->drafts[b->ndrafts - 1]);
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
		d->detail = d->detail || (v->flag && ehc_draft_is_complete(d));
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
	struct ehc_draft *d = ehc_draft_current(b);
	uint32_t start = b->pending != EHC_EXACT ? b->bound_at : at.start;

	b->reached = at.end;
	b->nmade = 0;
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
	d = ehc_draft_current(b);
	if (d->last == EHC_PART_NONE)
		d->dose.span.start = start;
	d->dose.span.end = at.end;
	d->last = kind == EHC_PART_RATE ? EHC_PART_PER : kind;
	d->comma = false;
	b->lasting = b->within = b->after_and = false;
	b->unread_ended = b->unread.end > b->unread.start;
}
