/*
 * amount.c - how much was promised before, and how much now: hours a year where they can be worked out, else the parts of the
 * amounts one by one. What makes an amount less exact is told beside it.
 */
#include "diff/diff.h"

/* What any number of items come to together. */
struct total {
	struct ehc_ratio hours, high;   /* a year; not known where one item's are not */
	struct ehc_ratio sessions;
	unsigned missing;               /* EHC_MISSING_..., of any of them */
	size_t doses;
	bool is_given;                  /* any amount at all */
	struct ehc_change_side side;
};

/* ---- what was written ---- */

/* More than how it is delivered, and to how many at once. */
static bool
says_how_much(const struct ehc_amount *m)
{
	for (size_t i = 0; i < m->ndoses; i++)
		if (ehc_dose_has_quantity(&m->doses[i]) || m->doses[i].period != EHC_PERIOD_NONE)
			return true;
	return false;
}

/* The fields, else the sentence that holds the amount. */
static struct ehc_str
words_of(struct ehc_arena *a, const struct ehc_item *it)
{
	if (it->how_much.text.str.len > 0 && it->how_often.text.str.len > 0)
		return ehc_arena_printf(a, "%.*s; %.*s", EHC_ARG(it->how_much.text.str), EHC_ARG(it->how_often.text.str));
	if (it->how_much.text.str.len > 0)
		return it->how_much.text.str;
	if (it->how_often.text.str.len > 0)
		return it->how_often.text.str;
	return it->sentence != NULL && says_how_much(it->sentence) ? it->sentence->text : EHC_NOSTR;
}

static struct ehc_change_side
side_of(struct ehc_arena *a, const struct ehc_source *src, const struct ehc_diff_items *items)
{
	struct ehc_change_side side = diff_side_of_text(NULL);
	size_t n = 0;

	for (size_t i = 0; i < items->count; i++) {
		const struct ehc_item *it = items->items[i];
		struct ehc_str words = words_of(a, it);

		if (words.len == 0)
			continue;
		if (items->count == 1)
			side = diff_side_of_words(src, words);
		else
			side.words = ehc_arena_printf(a, "%.*s%s%.*s: %.*s", EHC_ARG(side.words), n++ > 0 ? "; " : "",
			    EHC_ARG(it->id_written), EHC_ARG(words));
	}
	return side;
}

static struct total
total_of(struct ehc_arena *a, const struct ehc_source *src, const struct ehc_diff_items *items)
{
	struct total t = { .hours = ehc_ratio(0, 1), .high = ehc_ratio(0, 1), .sessions = ehc_ratio(0, 1) };

	for (size_t i = 0; i < items->count; i++) {
		const struct ehc_amount *m = items->items[i]->whole;

		if (m == NULL || m->ndoses == 0)
			continue;
		t.is_given = t.is_given || says_how_much(m);
		t.doses += m->ndoses;
		t.hours = ehc_ratio_add(t.hours, m->year.hours);
		t.high = ehc_ratio_add(t.high, m->year.hours_high);
		t.sessions = ehc_ratio_add(t.sessions, m->year.sessions);
		t.missing |= m->year.missing;
	}
	t.side = side_of(a, src, items);
	t.side.hours = t.is_given ? t.hours : EHC_NORATIO;
	t.side.hours_high = t.is_given ? t.high : EHC_NORATIO;
	return t;
}

/* ---- are two amounts the same? ---- */

static bool
same_ratio(struct ehc_ratio x, struct ehc_ratio y)
{
	return x.num == y.num && x.den == y.den;
}

static bool
same_range(struct ehc_range x, struct ehc_range y)
{
	return same_ratio(x.low, y.low) && same_ratio(x.high, y.high) && (x.bound == y.bound || !ehc_ratio_known(x.low));
}

static bool
same_dose(const struct ehc_diff *d, const struct ehc_dose *x, const struct ehc_dose *y)
{
	return same_range(x->length, y->length) && same_range(x->count, y->count) && x->count_unit == y->count_unit &&
	    diff_same_words(d, x->thing, y->thing) && x->period == y->period && same_range(x->times, y->times) && same_ratio(x->every, y->every) &&
	    x->per == y->per && x->weekdays == y->weekdays && diff_same_words(d, x->event, y->event) && diff_same_words(d, x->clock, y->clock) &&
	    x->weeks_kind == y->weeks_kind && same_ratio(x->weeks, y->weeks) && x->from == y->from && x->until == y->until &&
	    same_ratio(x->staff, y->staff) && same_ratio(x->children, y->children) && x->delivery == y->delivery && x->full_time == y->full_time &&
	    x->total == y->total;
}

/* Word for word, or dose for dose; the group has a change of its own. */
static bool
same_amounts(const struct ehc_diff *d, const struct ehc_diff_items *before, const struct ehc_diff_items *after)
{
	const struct ehc_amount *x, *y;

	if (before->count != 1 || after->count != 1)
		return false;
	x = before->items[0]->whole;
	y = after->items[0]->whole;
	if (x == NULL || y == NULL)
		return x == y;
	if (x->ndoses != y->ndoses)
		return false;
	for (size_t i = 0; i < x->ndoses; i++)
		if (!same_dose(d, &x->doses[i], &y->doses[i]))
			return false;
	return true;
}

/* ---- less or more exact ---- */

static const struct { unsigned bit; const char *words; } parts[] = {
	{ EHC_MISSING_LENGTH, "how long" }, { EHC_MISSING_FREQUENCY, "how often" }, { EHC_MISSING_WEEKS, "for how many weeks" },
	{ EHC_MISSING_FLOOR, "at least how much" }, { EHC_MISSING_UNIT, "of what" }, { EHC_AMOUNT_AMBIGUOUS, "one meaning" },
	{ EHC_AMOUNT_FULL_TIME, "how many hours" }, { EHC_AMOUNT_APPROXIMATE, "an exact figure" }, { EHC_AMOUNT_RANGE, "one figure" },
	{ EHC_AMOUNT_BARE_RATIO, "which figure is adults and which children" },
};

/* "how often and for how many weeks": what of the amount is said on one side alone. */
static struct ehc_str
parts_of(struct ehc_arena *a, unsigned bits)
{
	struct ehc_str out = EHC_NOSTR;
	size_t n = 0, left = 0;

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		left += (bits & parts[i].bit) != 0;
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if ((bits & parts[i].bit) != 0) {
			out = ehc_arena_printf(a, "%.*s%s%s", EHC_ARG(out), n == 0 ? "" : left == 1 ? " and " : ", ", parts[i].words);
			n++;
			left--;
		}
	return out;
}

static unsigned
gaps(unsigned missing)
{
	unsigned all = 0;

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		all |= parts[i].bit;
	return missing & all;
}

static void
tell_precision(struct ehc_arena *a, struct ehc_change *c, const struct total *was, const struct total *is)
{
	unsigned lost = gaps(is->missing & ~was->missing), won = gaps(was->missing & ~is->missing);

	if (was->is_given && !is->is_given) {
		c->precision = EHC_VAGUER;
	} else if (!was->is_given && is->is_given) {
		c->precision = EHC_MORE_SPECIFIC;
	} else if (lost != 0) {
		c->precision = EHC_VAGUER;
		c->about = parts_of(a, lost);
	} else if (won != 0) {
		c->precision = EHC_MORE_SPECIFIC;
		c->about = parts_of(a, won);
	}
}

/* ---- less or more ---- */

static enum ehc_change_kind
direction(struct ehc_ratio low, struct ehc_ratio high, struct ehc_ratio new_low, struct ehc_ratio new_high)
{
	int lower, upper;

	if (!ehc_ratio_known(low) || !ehc_ratio_known(new_low))
		return EHC_CHANGE_AMOUNT;
	lower = ehc_ratio_cmp(new_low, low);
	upper = ehc_ratio_known(high) && ehc_ratio_known(new_high) ? ehc_ratio_cmp(new_high, high) : lower;
	if (lower == 0 && upper == 0)
		return EHC_CHANGE_AMOUNT;
	return lower >= 0 && upper >= 0 ? EHC_CHANGE_INCREASED : lower <= 0 && upper <= 0 ? EHC_CHANGE_REDUCED : EHC_CHANGE_AMOUNT;
}

/* Of one count in each: nights, pads, visits without a length. */
static enum ehc_change_kind
direction_of_counts(const struct ehc_diff_items *before, const struct ehc_diff_items *after, const struct total *was, const struct total *is)
{
	const struct ehc_dose *x, *y;

	if (was->doses != 1 || is->doses != 1 || before->count != 1 || after->count != 1)
		return EHC_CHANGE_AMOUNT;
	x = before->items[0]->whole->doses;
	y = after->items[0]->whole->doses;
	if (x->count_unit != y->count_unit || x->length.low.den != y->length.low.den)
		return EHC_CHANGE_AMOUNT;
	if (ehc_ratio_known(x->count.low) && x->period == y->period && x->per == y->per && same_ratio(x->every, y->every) &&
	    same_range(x->times, y->times))
		return direction(x->count.low, x->count.high, y->count.low, y->count.high);
	return direction(was->sessions, was->sessions, is->sessions, is->sessions);
}

static void
compare_totals(struct diff_at *at, const struct ehc_diff_items *before, const struct ehc_diff_items *after)
{
	struct total was = total_of(at->d->arena, at->d->before->source, before), is = total_of(at->d->arena, at->d->after->source, after);
	enum ehc_change_kind kind;
	bool parted = before->count != 1 || after->count != 1;

	if (!was.is_given && !is.is_given)
		return;
	if (parted && ehc_ratio_known(was.hours) && ehc_ratio_known(is.hours) && ehc_ratio_cmp(was.hours, is.hours) == 0 &&
	    ehc_ratio_cmp(was.high, is.high) == 0)
		return;         /* split or merged, and as much in all */
	if (was.side.words.len == 0 || is.side.words.len == 0)
		kind = is.is_given ? EHC_CHANGE_GIVEN : EHC_CHANGE_LOST;
	else
		kind = direction(was.hours, was.high, is.hours, is.high);
	if (kind == EHC_CHANGE_AMOUNT && !ehc_ratio_known(was.hours) && !ehc_ratio_known(is.hours))
		kind = direction_of_counts(before, after, &was, &is);
	tell_precision(at->d->arena, diff_add(at, kind, EHC_L_HOW_MUCH, was.side, is.side), &was, &is);
}

/* ---- the group ---- */

/* Children in the group; not known for a class, or "a small group". */
static struct ehc_ratio
children_in(const struct ehc_dose *d)
{
	switch (d->group) {
	case EHC_GROUP_ONE: return ehc_ratio(1, 1);
	case EHC_GROUP_PAIR: return ehc_ratio(2, 1);
	case EHC_GROUP_GROUP: return d->group_size.high;
	default: return EHC_NORATIO;
	}
}

static const struct ehc_dose *
dose_with_group(const struct ehc_item *it)
{
	for (size_t i = 0; it->whole != NULL && i < it->whole->ndoses; i++)
		if (it->whole->doses[i].group != EHC_GROUP_NONE)
			return &it->whole->doses[i];
	return NULL;
}

static struct ehc_str
group_words(struct ehc_arena *a, const struct ehc_dose *d)
{
	if (d == NULL)
		return EHC_STR("not said");
	switch (d->group) {
	case EHC_GROUP_ONE: return EHC_STR("one-to-one");
	case EHC_GROUP_PAIR: return EHC_STR("in a pair");
	case EHC_GROUP_CLASS: return EHC_STR("in class");
	case EHC_GROUP_SMALL: return EHC_STR("in a small group");
	default: break;
	}
	if (!ehc_ratio_known(d->group_size.high))
		return EHC_STR("in a group");
	return ehc_arena_printf(a, "in a group of %s%.*s", d->group_size.bound == EHC_UP_TO ? "up to " : "",
	    EHC_ARG(ehc_ratio_text(a, d->group_size.high)));
}

static bool
is_amount(const struct ehc_item *it)
{
	return it->whole != NULL && says_how_much(it->whole);
}

static bool
same_group(const struct ehc_dose *x, const struct ehc_dose *y)
{
	return x->group == y->group && same_range(x->group_size, y->group_size);
}

static void
compare_groups(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	const struct ehc_dose *was = dose_with_group(before), *is = dose_with_group(after);
	const struct ehc_diff_items old = { &before, 1, 1 }, new = { &after, 1, 1 };
	struct ehc_change *c;
	struct ehc_ratio x, y;
	enum ehc_change_kind kind = EHC_CHANGE_GROUP;

	if (!is_amount(before) || !is_amount(after))
		return;         /* the whole amount came or went */
	if ((was == NULL && is == NULL) || (was != NULL && is != NULL && same_group(was, is)))
		return;
	x = was == NULL ? EHC_NORATIO : children_in(was);
	y = is == NULL ? EHC_NORATIO : children_in(is);
	if (ehc_ratio_known(x) && ehc_ratio_known(y) && ehc_ratio_cmp(x, y) != 0)
		kind = ehc_ratio_cmp(x, y) < 0 ? EHC_CHANGE_LARGER_GROUP : EHC_CHANGE_SMALLER_GROUP;
	else if (ehc_ratio_known(x) && ehc_ratio_cmp(x, ehc_ratio(2, 1)) <= 0 && is != NULL)
		kind = EHC_CHANGE_LARGER_GROUP;         /* from one or two to a class, or to a group of any number */
	else if (ehc_ratio_known(y) && ehc_ratio_cmp(y, ehc_ratio(2, 1)) <= 0 && was != NULL)
		kind = EHC_CHANGE_SMALLER_GROUP;
	c = diff_add(at, kind, EHC_L_HOW_MUCH, side_of(at->d->arena, at->d->before->source, &old), side_of(at->d->arena, at->d->after->source, &new));
	c->about = ehc_arena_printf(at->d->arena, "%.*s before, %.*s now", EHC_ARG(group_words(at->d->arena, was)),
	    EHC_ARG(group_words(at->d->arena, is)));
	if (ehc_ratio_known(x) != ehc_ratio_known(y))
		c->precision = ehc_ratio_known(x) ? EHC_VAGUER : EHC_MORE_SPECIFIC;
}

void
diff_amounts(struct diff_at *at, const struct ehc_diff_items *before, const struct ehc_diff_items *after)
{
	if (!same_amounts(at->d, before, after))
		compare_totals(at, before, after);
	if (before->count == 1 && after->count == 1)
		compare_groups(at, before->items[0], after->items[0]);
}
