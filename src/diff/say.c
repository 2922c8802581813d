/*
 * say.c - a change in words for people. None of it judges: it says what was, what is, and what is no longer said.
 */
#include "diff/diff.h"
#include "ehc/notice.h"

/* "28.5", or "28.5 to 38" where the amount is a range. */
static struct ehc_str
hours_of(struct ehc_arena *a, const struct ehc_change_side *side)
{
	struct ehc_str low = ehc_ratio_text(a, side->hours);

	if (!ehc_ratio_known(side->hours_high) || ehc_ratio_cmp(side->hours, side->hours_high) == 0)
		return low;
	return ehc_arena_printf(a, "%.*s to %.*s", EHC_ARG(low), EHC_ARG(ehc_ratio_text(a, side->hours_high)));
}

/* ": 28.5 hours a year before, 19 now" */
static struct ehc_str
hours_say(struct ehc_arena *a, const struct ehc_change *c)
{
	bool was = ehc_ratio_known(c->before.hours), is = ehc_ratio_known(c->after.hours);

	if (was && is)
		return ehc_arena_printf(a, ": %.*s hours a year before, %.*s now", EHC_ARG(hours_of(a, &c->before)), EHC_ARG(hours_of(a, &c->after)));
	if (was)
		return ehc_arena_printf(a, ": %.*s hours a year before", EHC_ARG(hours_of(a, &c->before)));
	if (is)
		return ehc_arena_printf(a, ": %.*s hours a year", EHC_ARG(hours_of(a, &c->after)));
	return EHC_NOSTR;
}

/* ": 31 July 2027 before, 31 July 2028 now" */
static struct ehc_str
days_say(struct ehc_arena *a, const struct ehc_change *c)
{
	if (c->before.day == EHC_NODATE || c->after.day == EHC_NODATE)
		return EHC_NOSTR;
	return ehc_arena_printf(a, ": %.*s before, %.*s now", EHC_ARG(ehc_day_text(a, c->before.day)), EHC_ARG(ehc_day_text(a, c->after.day)));
}

static bool
is_group(enum ehc_change_kind k)
{
	return k == EHC_CHANGE_LARGER_GROUP || k == EHC_CHANGE_SMALLER_GROUP || k == EHC_CHANGE_GROUP;
}

/* "; no longer says how often" */
static struct ehc_str
precision_say(struct ehc_arena *a, const struct ehc_change *c)
{
	bool amount = c->label == EHC_L_HOW_MUCH && c->about.len > 0 && !is_group(c->kind);

	if (c->precision == EHC_PRECISION_SAME)
		return EHC_NOSTR;
	if (amount)
		return ehc_arena_printf(a, "; %s %.*s", c->precision == EHC_VAGUER ? "no longer says" : "now says", EHC_ARG(c->about));
	return ehc_arena_printf(a, "; %s than before", ehc_precision_name(c->precision));
}

static struct ehc_str
plain_say(struct ehc_arena *a, const struct ehc_change *c)
{
	struct ehc_str field = diff_label_name(a, c->label), about = c->about;

	switch (c->kind) {
	case EHC_CHANGE_ADDED: return ehc_arena_printf(a, "Added%.*s", EHC_ARG(hours_say(a, c)));
	case EHC_CHANGE_REMOVED: return ehc_arena_printf(a, "No longer in the plan%.*s", EHC_ARG(hours_say(a, c)));
	case EHC_CHANGE_MET: return EHC_STR("Met");
	case EHC_CHANGE_SPLIT: return EHC_STR("One before, several now");
	case EHC_CHANGE_MERGED: return EHC_STR("Several before, one now");
	case EHC_CHANGE_MOVED:
		return ehc_arena_printf(a, "Moved from section %.*s to section %.*s", EHC_ARG(c->before.words), EHC_ARG(c->after.words));
	case EHC_CHANGE_INCREASED: return ehc_arena_printf(a, "More%.*s", EHC_ARG(hours_say(a, c)));
	case EHC_CHANGE_REDUCED: return ehc_arena_printf(a, "Less%.*s", EHC_ARG(hours_say(a, c)));
	case EHC_CHANGE_AMOUNT: return ehc_arena_printf(a, "Another amount%.*s", EHC_ARG(hours_say(a, c)));
	case EHC_CHANGE_LARGER_GROUP: return ehc_arena_printf(a, "Larger group: %.*s", EHC_ARG(about));
	case EHC_CHANGE_SMALLER_GROUP: return ehc_arena_printf(a, "Smaller group: %.*s", EHC_ARG(about));
	case EHC_CHANGE_GROUP: return ehc_arena_printf(a, "Another group: %.*s", EHC_ARG(about));
	case EHC_CHANGE_WHO: return ehc_arena_printf(a, "Who: another %.*s", EHC_ARG(about.len > 0 ? about : EHC_STR("wording")));
	case EHC_CHANGE_RESPONSIBILITY: return ehc_arena_printf(a, "Responsibility: %.*s", EHC_ARG(field));
	case EHC_CHANGE_LATER: return ehc_arena_printf(a, "%.*s: later%.*s", EHC_ARG(field), EHC_ARG(days_say(a, c)));
	case EHC_CHANGE_EARLIER: return ehc_arena_printf(a, "%.*s: earlier%.*s", EHC_ARG(field), EHC_ARG(days_say(a, c)));
	case EHC_CHANGE_TIED: return ehc_arena_printf(a, "%.*s: now also %.*s%s%.*s", EHC_ARG(field), EHC_ARG(c->after.words), about.len > 0 ? ", " : "",
		    EHC_ARG(about));
	case EHC_CHANGE_UNTIED: return ehc_arena_printf(a, "%.*s: no longer %.*s%s%.*s", EHC_ARG(field), EHC_ARG(c->before.words),
		    about.len > 0 ? ", " : "", EHC_ARG(about));
	case EHC_CHANGE_ORDER: return ehc_arena_printf(a, "%.*ss in another order", EHC_ARG(field));
	case EHC_CHANGE_WORDING: return c->after.words.len > 0 ? EHC_STR("Vague words came in") : EHC_STR("Vague words went out");
	case EHC_CHANGE_REWORDED: return ehc_arena_printf(a, "%.*s: said in other words", EHC_ARG(field));
	default: break;
	}
	if (about.len > 0 && c->label != EHC_L_HOW_MUCH)
		field = ehc_arena_printf(a, "%.*s (%.*s)", EHC_ARG(field), EHC_ARG(about));
	return ehc_arena_printf(a, "%.*s: %s%.*s", EHC_ARG(field),
	    c->kind == EHC_CHANGE_GIVEN ? "not said before" : c->kind == EHC_CHANGE_LOST ? "no longer said" : "changed",
	    EHC_ARG(c->label == EHC_L_HOW_MUCH ? hours_say(a, c) : EHC_NOSTR));
}

struct ehc_str
ehc_change_say(struct ehc_arena *a, const struct ehc_change *c)
{
	struct ehc_str more = c->kind == EHC_CHANGE_WORDING ? EHC_NOSTR : precision_say(a, c);

	return ehc_arena_printf(a, "%.*s%.*s", EHC_ARG(plain_say(a, c)), EHC_ARG(more));
}

bool
ehc_change_says_all(const struct ehc_change *c)
{
	if (is_group(c->kind))
		return true;
	switch (c->kind) {
	case EHC_CHANGE_MOVED: case EHC_CHANGE_TIED: case EHC_CHANGE_UNTIED: case EHC_CHANGE_ORDER: case EHC_CHANGE_LATER: case EHC_CHANGE_EARLIER:
		return true;
	default:
		return false;
	}
}

bool
ehc_entry_is_vaguer(const struct ehc_diff_entry *e)
{
	for (size_t i = 0; i < e->changes.count; i++)
		if (e->changes.items[i].precision == EHC_VAGUER)
			return true;
	return false;
}
