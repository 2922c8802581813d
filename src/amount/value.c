/*
 * value.c - several values into one: ranges, and what the grammar's actions ask for.
 */
#include "amount/part.h"

/* "30-20 minutes" is read as 20 to 30; "20 to 20" is no range. */
struct ehc_range
ehc_range_between(struct ehc_range a, struct ehc_range b)
{
	int order;

	if (!ehc_range_known(a) || !ehc_range_known(b))
		return (struct ehc_range){ EHC_NORATIO, EHC_NORATIO, EHC_EXACT };
	order = ehc_ratio_cmp(a.low, b.high);
	if (order == 0)
		return a;
	return (struct ehc_range){ order < 0 ? a.low : b.high, order < 0 ? b.high : a.low, EHC_BETWEEN };
}

static enum ehc_bound
either_bound(enum ehc_bound a, enum ehc_bound b)
{
	return a != EHC_EXACT ? a : b;
}

struct ehc_range
ehc_range_mul(struct ehc_range a, struct ehc_range b)
{
	return (struct ehc_range){ ehc_ratio_mul(a.low, b.low), ehc_ratio_mul(a.high, b.high), either_bound(a.bound, b.bound) };
}

/* A part that is absent adds nothing. */
struct ehc_range
ehc_range_add(struct ehc_range a, struct ehc_range b)
{
	if (!ehc_range_known(a))
		return b;
	if (!ehc_range_known(b))
		return a;
	return (struct ehc_range){ ehc_ratio_add(a.low, b.low), ehc_ratio_add(a.high, b.high), either_bound(a.bound, b.bound) };
}

struct ehc_range
ehc_range_minutes(struct ehc_range n, enum ehc_unit unit)
{
	return unit == EHC_UNIT_HOUR ? ehc_range_mul(n, ehc_range_of(ehc_ratio(60, 1))) : n;
}

/* ---- values ---- */

struct ehc_amount_value *
ehc_amount_like(struct ehc_amount_build *b, const struct ehc_amount_value *v)
{
	struct ehc_amount_value *made = &b->made[b->nmade++];

	if (b->nmade > EHC_AMOUNT_MADE)
		EHC_BUG("a part of an amount makes %zu values", b->nmade);
	*made = *v;
	return made;
}

struct ehc_amount_value *
ehc_amount_and_one(struct ehc_amount_build *b, const struct ehc_amount_value *v)
{
	struct ehc_amount_value *made = ehc_amount_like(b, v);
	struct ehc_ratio *ends[] = { &made->number.low, &made->number.high };

	for (size_t i = 0; i < EHC_COUNT(ends); i++)
		if (ehc_ratio_known(*ends[i]))
			*ends[i] = ehc_ratio_add(*ends[i], ehc_ratio(1, 1));
	return made;
}

struct ehc_amount_value *
ehc_amount_numbered(struct ehc_amount_build *b, const struct ehc_amount_value *v, struct ehc_range number)
{
	struct ehc_amount_value *made = ehc_amount_like(b, v);

	made->number = number;
	return made;
}

struct ehc_amount_value *
ehc_amount_timed(struct ehc_amount_build *b, const struct ehc_amount_value *v, struct ehc_range length)
{
	struct ehc_amount_value *made = ehc_amount_like(b, v);

	made->length = length;
	return made;
}

struct ehc_amount_value *
ehc_amount_worded(struct ehc_amount_build *b, const struct ehc_amount_value *v, struct ehc_span words)
{
	struct ehc_amount_value *made = ehc_amount_like(b, v);

	made->words = words;
	return made;
}

struct ehc_amount_value *
ehc_amount_describe(struct ehc_amount_build *b, const struct ehc_amount_value *v, const struct ehc_amount_value *more)
{
	struct ehc_amount_value *made = ehc_amount_like(b, v);

	made->length = ehc_range_add(v->length, more->length);
	if (made->inner == EHC_UNIT_NONE)
		made->inner = more->inner;
	if (made->delivery == EHC_DELIVERY_NONE)
		made->delivery = more->delivery;
	if (made->group == EHC_GROUP_NONE)
		made->group = more->group;
	return made;
}

/* So many things, of that description. */
struct ehc_amount_value *
ehc_amount_described(struct ehc_amount_build *b, const struct ehc_amount_value *described, const struct ehc_amount_value *thing,
    struct ehc_range number)
{
	struct ehc_amount_value *made = ehc_amount_numbered(b, described, number);

	made->unit = thing->unit;
	made->words = thing->words;
	return made;
}

static bool
is_one_day(unsigned days)
{
	return (days & (days - 1)) == 0;
}

/* Monday to Friday; Saturday to Tuesday goes round the week's end. "Weekdays to Friday" has no first day: it is all that are named. */
struct ehc_amount_value *
ehc_amount_weekdays(struct ehc_amount_build *b, const struct ehc_amount_value *from, const struct ehc_amount_value *to)
{
	struct ehc_amount_value *made = ehc_amount_like(b, from);

	made->days |= to->days;
	if (is_one_day(from->days) && is_one_day(to->days))
		for (unsigned day = from->days; day != to->days; day = day == 1u << 6 ? 1u : day << 1)
			made->days |= day;
	return made;
}

/*
 * From one clock time to another: how long it lasts. "11.30 to 1.00" and "1.15pm to 2.00" take the half of the day
 * that makes the shorter stretch; a stretch that cannot be told has no length.
 */
struct ehc_amount_value *
ehc_amount_clocks(struct ehc_amount_build *b, const struct ehc_amount_value *from, const struct ehc_amount_value *to)
{
	struct ehc_amount_value *made = ehc_amount_like(b, from);
	int stretch = to->minute - from->minute;

	if (from->half == 0 && to->half == 'p' && from->minute < 12 * 60 && stretch > 12 * 60)
		stretch -= 12 * 60;
	if (to->half == 0 && stretch <= 0)
		stretch += 12 * 60;
	if (from->half == 'p' && to->half == 'a')
		stretch += 24 * 60;
	if (stretch > 0)
		made->length = ehc_range_of(ehc_ratio(stretch, 1));
	return made;
}

struct ehc_amount_value *
ehc_amount_bounded(struct ehc_amount_build *b, const struct ehc_amount_value *v, enum ehc_bound bound)
{
	struct ehc_amount_value *made = ehc_amount_like(b, v);

	if (made->number.bound == EHC_EXACT)
		made->number.bound = bound;
	return made;
}
