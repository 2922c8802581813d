/*
 * field.c - the fields of one thing in both plans, compared label by label: dates as days, ties as the items that they lead to,
 * texts by what they say.
 */
#include "diff/diff.h"

/* ---- making changes ---- */

struct ehc_change_side
diff_side_of_text(const struct ehc_text *t)
{
	struct ehc_change_side side = { .hours = EHC_NORATIO, .hours_high = EHC_NORATIO, .day = EHC_NODATE };

	if (t != NULL) {
		side.words = t->str;
		side.span = t->span;
	}
	return side;
}

struct ehc_change_side
diff_side_of_words(const struct ehc_source *src, struct ehc_str words)
{
	struct ehc_change_side side = diff_side_of_text(NULL);
	uintptr_t at = (uintptr_t)words.ptr, start = (uintptr_t)src->text.ptr;

	side.words = words;
	if (words.len > 0 && at >= start && at + words.len <= start + src->text.len)
		side.span = (struct ehc_span){ (uint32_t)(at - start), (uint32_t)(at - start + words.len) };
	return side;
}

struct ehc_change *
diff_add(struct diff_at *at, enum ehc_change_kind kind, enum ehc_label label, struct ehc_change_side before, struct ehc_change_side after)
{
	EHC_PUSH(at->d->arena, at->to, (struct ehc_change){ .kind = kind, .label = label, .before = before, .after = after });
	return &at->to->items[at->to->count - 1];
}

/* ---- texts ---- */

/* Where another word may harm a child, none is taken for another way to say the same. */
static bool
is_exact(enum ehc_label label)
{
	static const enum ehc_label exact[] = { EHC_L_DOSE, EHC_L_STRENGTH, EHC_L_PRODUCT, EHC_L_MED_FORM, EHC_L_ROUTE, EHC_L_WHEN, EHC_L_MAXIMUM,
	    EHC_L_MINIMUM_GAP, EHC_L_VOLUME, EHC_L_OVER, EHC_L_TIMES, EHC_L_FLUSH, EHC_L_POSITION, EHC_L_NOT_WITH, EHC_L_STEP, EHC_L_CANNOT_GIVE,
	    EHC_L_DO_NOT, EHC_L_SIGN, EHC_L_MEDICINE, EHC_L_FEED, EHC_L_ALLERGIES, EHC_L_WEIGHT, EHC_L_COMPETENT, EHC_L_AGREED };

	for (size_t i = 0; i < EHC_COUNT(exact); i++)
		if (exact[i] == label)
			return true;
	return false;
}

/* A name or a few words are the same or not; prose may say the same in other words. */
static enum diff_sameness
compare(const struct diff_at *at, enum ehc_label label, const struct ehc_text *before, const struct ehc_text *after)
{
	enum diff_sameness s = diff_compare_texts(at->d, before->str, after->str, is_exact(label));

	if (s == DIFF_REWORDED && label != EHC_L_NONE && ehc_keyword(label)->value != EHC_VALUE_TEXT)
		return DIFF_OTHER;
	return s;
}

static bool
is_responsibility(enum ehc_label label)
{
	switch (label) {
	case EHC_L_ACCOUNTABLE: case EHC_L_FUNDED_BY: case EHC_L_PROVIDER: case EHC_L_AGREED: case EHC_L_RESPONSIBILITY: case EHC_L_DELEGATED_BY:
		return true;
	default:
		return false;
	}
}

void
diff_text(struct diff_at *at, enum ehc_label label, const struct ehc_text *before, const struct ehc_text *after)
{
	bool was = before != NULL && before->str.len > 0, is = after != NULL && after->str.len > 0;
	enum ehc_change_kind kind;

	if (!was && !is)
		return;
	if (!was || !is)
		kind = is ? EHC_CHANGE_GIVEN : EHC_CHANGE_LOST;
	else
		switch (compare(at, label, before, after)) {
		case DIFF_SAME: return;
		case DIFF_REWORDED: kind = EHC_CHANGE_REWORDED; break;
		default: kind = is_responsibility(label) ? EHC_CHANGE_RESPONSIBILITY : EHC_CHANGE_CHANGED;
		}
	diff_add(at, kind, label, diff_side_of_text(before), diff_side_of_text(after));
}

/* ---- dates ---- */

static struct ehc_change_side
side_of_date(const struct ehc_date *date)
{
	struct ehc_change_side side = diff_side_of_text(date->node == NULL ? NULL : &date->node->text);

	side.day = date->node == NULL ? EHC_NODATE : date->day;
	return side;
}

void
diff_date(struct diff_at *at, enum ehc_label label, const struct ehc_date *before, const struct ehc_date *after)
{
	struct ehc_change_side was = side_of_date(before), is = side_of_date(after);
	struct ehc_change *c;

	if (was.words.len == 0 && is.words.len == 0)
		return;
	if (was.words.len == 0 || is.words.len == 0) {
		diff_add(at, is.words.len > 0 ? EHC_CHANGE_GIVEN : EHC_CHANGE_LOST, label, was, is);
	} else if (was.day != EHC_NODATE && is.day != EHC_NODATE && was.day != is.day) {
		diff_add(at, is.day > was.day ? EHC_CHANGE_LATER : EHC_CHANGE_EARLIER, label, was, is);
	} else if (was.day == EHC_NODATE ? !diff_same_words(at->d, was.words, is.words) : is.day == EHC_NODATE) {
		c = diff_add(at, EHC_CHANGE_CHANGED, label, was, is);
		if (was.day != EHC_NODATE)
			c->precision = EHC_VAGUER;
		else if (is.day != EHC_NODATE)
			c->precision = EHC_MORE_SPECIFIC;
	}
}

/* The date that a field opens with. */
static struct ehc_date
date_of(const struct ehc_node *field)
{
	struct ehc_date date = { .day = EHC_NODATE, .node = field };

	if (field != NULL && ehc_day_read(ehc_str_trim(field->text.str), &date.day, &date.month_only, NULL) == 0)
		date.day = EHC_NODATE;
	return date;
}

/* One date and no more: no second one, no place in brackets. */
static bool
is_one_date(const struct ehc_node *field)
{
	struct ehc_str s = field == NULL ? EHC_NOSTR : ehc_str_trim(field->text.str);
	ehc_day day;

	return s.len > 0 && ehc_day_read(s, &day, NULL, NULL) == s.len;
}

/* ---- lists ---- */

/* The text of `in` that is most like `t` of those not taken yet, or SIZE_MAX. */
static size_t
nearest(const struct diff_at *at, const struct ehc_text *t, const struct diff_texts *in, const bool *taken, double least)
{
	struct diff_words mine = diff_words_of(at->d, t->str, false);
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < in->count; i++) {
		struct diff_words theirs;
		double alike;

		if (taken[i])
			continue;
		theirs = diff_words_of(at->d, in->items[i]->str, true);
		alike = diff_words_alike(&mine, &theirs);
		if (alike > least) {
			least = alike;
			best = i;
		}
	}
	return best;
}

/* For each text of `after` its place in `before`, or SIZE_MAX: those that say the same first. */
static size_t *
pair_up(struct diff_at *at, enum ehc_label label, const struct diff_texts *before, const struct diff_texts *after)
{
	static const double least = 0.4;
	size_t *was = EHC_NEW_ARRAY(at->d->arena, size_t, after->count + 1);
	bool *taken = EHC_NEW_ARRAY(at->d->arena, bool, before->count + 1);

	for (size_t i = 0; i < after->count; i++) {
		was[i] = SIZE_MAX;
		for (size_t j = 0; j < before->count && was[i] == SIZE_MAX; j++)
			if (!taken[j] && compare(at, label, before->items[j], after->items[i]) == DIFF_SAME) {
				was[i] = j;
				taken[j] = true;
			}
	}
	for (size_t i = 0; i < after->count; i++)
		if (was[i] == SIZE_MAX && (was[i] = nearest(at, after->items[i], before, taken, least)) != SIZE_MAX)
			taken[was[i]] = true;
	if (before->count == 1 && after->count == 1)
		was[0] = 0;     /* the only one there is, whatever it says now */
	return was;
}

static struct ehc_str
about_of(const struct diff_texts *t, size_t i)
{
	return t->about == NULL ? EHC_NOSTR : t->about[i];
}

/* Those that both have, in another order. */
static void
compare_order(struct diff_at *at, enum ehc_label label, const size_t *was, size_t n)
{
	size_t last = 0;

	for (size_t i = 0; i < n; i++) {
		if (was[i] == SIZE_MAX)
			continue;
		if (was[i] < last) {
			diff_add(at, EHC_CHANGE_ORDER, label, diff_side_of_text(NULL), diff_side_of_text(NULL));
			return;
		}
		last = was[i];
	}
}

void
diff_lists(struct diff_at *at, enum ehc_label label, const struct diff_texts *before, const struct diff_texts *after, bool ordered)
{
	size_t *was = pair_up(at, label, before, after);
	bool *kept = EHC_NEW_ARRAY(at->d->arena, bool, before->count + 1);
	size_t from;

	for (size_t i = 0; i < after->count; i++) {
		from = at->to->count;
		if (was[i] != SIZE_MAX)
			kept[was[i]] = true;
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): where one was found again, there were some before */
		diff_text(at, label, was[i] == SIZE_MAX ? NULL : before->items[was[i]], after->items[i]);
		if (at->to->count > from)
			at->to->items[from].about = about_of(after, i);
	}
	for (size_t j = 0; j < before->count; j++)
		if (!kept[j]) {
			diff_text(at, label, before->items[j], NULL);
			at->to->items[at->to->count - 1].about = about_of(before, j);
		}
	if (ordered)
		compare_order(at, label, was, after->count);
}

/* Every field of that label. Steps of an emergency are told apart by their numbers. */
static struct diff_texts
texts_of(struct diff_at *at, const struct ehc_node *entry, enum ehc_label label)
{
	struct diff_texts out = { NULL, NULL, 0, 0 };
	size_t about_cap = 0;

	for (const struct ehc_node *f = entry == NULL ? NULL : ehc_node_field(entry, label); f != NULL; f = ehc_node_next_field(f)) {
		if (f->text.str.len == 0)
			continue;
		out.about = ehc_arena_grow(at->d->arena, out.about, out.count, &about_cap, sizeof(*out.about));
		out.about[out.count] = label == EHC_L_STEP && f->id.len > 0 ? ehc_arena_printf(at->d->arena, "step %.*s", EHC_ARG(f->id)) : EHC_NOSTR;
		EHC_PUSH(at->d->arena, &out, &f->text);
	}
	return out;
}

/* ---- all fields ---- */

static bool
is_listed(const enum ehc_label *list, enum ehc_label label)
{
	for (; *list != EHC_L_NONE; list++)
		if (*list == label)
			return true;
	return false;
}

static void
compare_label(struct diff_at *at, const struct ehc_node *before, const struct ehc_node *after, enum ehc_label label)
{
	const struct ehc_keyword *k = ehc_keyword(label);
	const struct ehc_node *was = before == NULL ? NULL : ehc_node_field(before, label), *is = after == NULL ? NULL : ehc_node_field(after, label);
	struct diff_texts old, new;
	struct ehc_date from, to;

	if (k->value == EHC_VALUE_DATE || (k->value == EHC_VALUE_DATES && is_one_date(was) && is_one_date(is))) {
		from = date_of(was);
		to = date_of(is);
		diff_date(at, label, &from, &to);
	} else if (k->many) {
		old = texts_of(at, before, label);
		new = texts_of(at, after, label);
		diff_lists(at, label, &old, &new, label == EHC_L_STEP);
	} else {
		diff_text(at, label, was == NULL ? NULL : &was->text, is == NULL ? NULL : &is->text);
	}
}

void
diff_fields(struct diff_at *at, const struct ehc_node *before, const struct ehc_node *after, const enum ehc_label *skip)
{
	const struct ehc_node *entries[] = { after, before };
	bool done[EHC_L_COUNT] = { false };

	for (size_t i = 0; i < EHC_COUNT(entries); i++)
		for (const struct ehc_node *f = entries[i] == NULL ? NULL : entries[i]->fields; f != NULL; f = f->next)
			if (f->kind == EHC_NODE_FIELD && f->label != EHC_L_NONE && !done[f->label] && !is_listed(skip, f->label)) {
				done[f->label] = true;
				compare_label(at, before, after, f->label);
			}
}
