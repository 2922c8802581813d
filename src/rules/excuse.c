/*
 * excuse.c - what a plan's dates say of an exception that is claimed for a missed limit.
 *
 * The Regulations say that a council "need not comply" where a listed reason made it impractical. So an exception takes
 * the limit away and sets no other; dates can show that a reason fails, or that it may hold, never that it excuses.
 */
#include "rules/timeline.h"

static bool
says(struct ehc_str s, const char *words)
{
	return ehc_str_find_nocase(s, words) != SIZE_MAX;
}

static bool
has_word(struct ehc_str s, const char *word)
{
	return ehc_str_find_word(s, word) != SIZE_MAX;
}

enum ehc_reason
ehc_exception_reason(struct ehc_str s)
{
	if (says(s, "clos") || says(s, "school holiday") || says(s, "summer holiday") || has_word(s, "shut"))
		return EHC_REASON_CLOSURE;
	if (has_word(s, "missed") || says(s, "not attend"))
		return EHC_REASON_MISSED;
	if (says(s, "absen") || has_word(s, "away") || has_word(s, "abroad") || has_word(s, "overseas"))
		return EHC_REASON_ABSENCE;
	if (says(s, "personal circumstances") || has_word(s, "exceptional") || says(s, "bereave"))
		return EHC_REASON_PERSONAL;
	return EHC_REASON_UNKNOWN;
}

static bool
clock_allows(enum ehc_clock clock, enum ehc_reason reason)
{
	switch (reason) {
	case EHC_REASON_CLOSURE:
		return clock != EHC_CLOCK_ADVICE;
	case EHC_REASON_MISSED:
		return clock == EHC_CLOCK_ADVICE;
	default:
		return true;
	}
}

static enum ehc_clock
clock_named(struct ehc_str s)
{
	if (says(s, "reassess") || says(s, "re-assess"))
		return EHC_CLOCK_REASSESS;
	if (says(s, "tribunal") || has_word(s, "order"))
		return EHC_CLOCK_TRIBUNAL;
	if (says(s, "not to issue") || says(s, "refus"))
		return EHC_CLOCK_REFUSE;
	if (has_word(s, "final") || says(s, "issue") || says(s, "20 week") || says(s, "20-week"))
		return EHC_CLOCK_FINAL;
	if (says(s, "advice") || says(s, "advise"))
		return EHC_CLOCK_ADVICE;
	if (says(s, "assess") || says(s, "6 week") || says(s, "6-week"))
		return EHC_CLOCK_DECIDE;
	return EHC_CLOCK_NONE;
}

bool
ehc_exception_is_for(const struct ehc_exception *e, enum ehc_clock clock)
{
	struct ehc_str rest = e->applies_to.text.str, part;
	bool named = false;

	while (ehc_str_split(&rest, ',', &part)) {
		enum ehc_clock one = clock_named(part);

		if (one == clock)
			return true;
		named = named || one != EHC_CLOCK_NONE;
	}
	return !named && clock_allows(clock, ehc_exception_reason(e->reason.text.str));
}

/* ---- closure ---- */

/* Of a head, a principal or an early years provider; a service that works in schools is none of these. */
static bool
is_setting(struct ehc_str s)
{
	static const char *const words[] = { "head", "headteacher", "principal", "school", "college", "SENCO", "nursery", "pre-school",
		"preschool", "early years", "education advice", "educational advice", "setting" };

	return ehc_has_word(s, words, EHC_COUNT(words)) && !says(s, "psycholog") && !says(s, "therap") && !has_word(s, "nurse");
}

static bool
item_is_of_setting(const struct ehc_item *it)
{
	struct ehc_value type = ehc_item_value(it, EHC_L_TYPE);

	return is_setting(it->text.str) || is_setting(it->author.text.str) || is_setting(it->role.text.str) || ehc_str_is_nocase(type.text.str, "education");
}

/* The days on which the school's advice was asked for: its own entry in section K first, then the timeline's. */
static struct ehc_dates
asked_of_setting(const struct ehc_check *c)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_item *it;
	EHC_VEC(struct ehc_date) own = { NULL, 0, 0 }, said = { NULL, 0, 0 }, all = { NULL, 0, 0 };

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE))
		if (ehc_date_known(&it->asked) && item_is_of_setting(it))
			EHC_PUSH(c->arena, &own, it->asked);
	for (size_t i = 0; i < p->nevents; i++) {
		if (p->events[i].label != EHC_L_ADVICE_ASKED || !ehc_date_known(&p->events[i].date))
			continue;
		EHC_PUSH(c->arena, &all, p->events[i].date);
		if (is_setting(p->events[i].date.words))
			EHC_PUSH(c->arena, &said, p->events[i].date);
	}
	if (own.count > 0)
		return (struct ehc_dates){ own.items, own.count };
	return said.count > 0 ? (struct ehc_dates){ said.items, said.count } : (struct ehc_dates){ all.items, all.count };
}

/* The next span of that label from event *i on, both of whose ends are known. */
static const struct ehc_date *
next_span(const struct ehc_plan *p, enum ehc_label label, size_t *i)
{
	while (*i < p->nevents) {
		const struct ehc_event *e = &p->events[(*i)++];

		if (e->label == label && ehc_date_known(&e->date) && e->date.until != EHC_NODATE && e->date.until >= e->date.day)
			return &e->date;
	}
	return NULL;
}

static struct ehc_shown
test_closure(const struct ehc_check *c)
{
	struct ehc_dates asked = asked_of_setting(c);
	struct ehc_shown shown = { EHC_PROOF_MISSING, EHC_NOSTR };
	const struct ehc_date *closed;
	size_t i = 0;

	while ((closed = next_span(c->plan, EHC_L_SCHOOL_CLOSED, &i)) != NULL) {
		struct ehc_str from = ehc_day_long(c->arena, closed->day), to = ehc_day_long(c->arena, closed->until);

		if (!ehc_closure_is_long(closed->day, closed->until)) {
			shown = (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the school was closed for %d days, from %.*s until it "
			    "re-opened on %.*s, and only a closure of at least four weeks counts", closed->until - closed->day, EHC_ARG(from), EHC_ARG(to)) };
			continue;
		}
		for (size_t k = 0; k < asked.count; k++) {
			struct ehc_str day = ehc_day_long(c->arena, asked.items[k].day), first, last;

			if (ehc_closure_covers(closed->day, closed->until, asked.items[k].day))
				return (struct ehc_shown){ EHC_PROOF_HOLDS, ehc_arena_printf(c->arena, "the school was closed from %.*s until it re-opened on "
				    "%.*s and its advice was asked for on %.*s", EHC_ARG(from), EHC_ARG(to), EHC_ARG(day)) };
			first = ehc_day_long(c->arena, closed->day - EHC_CLOSURE_MARGIN);
			last = ehc_day_long(c->arena, closed->until - EHC_CLOSURE_MARGIN);
			shown = (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the school's advice was asked for on %.*s, and for this closure "
			    "only advice asked for from %.*s to %.*s counts", EHC_ARG(day), EHC_ARG(first), EHC_ARG(last)) };
		}
	}
	return shown;
}

/* ---- absence, a missed appointment, personal circumstances ---- */

static struct ehc_shown
test_absence(const struct ehc_check *c, enum ehc_clock clock, ehc_day from, ehc_day limit)
{
	int least = clock == EHC_CLOCK_TRIBUNAL ? EHC_TRIBUNAL_AWAY_DAYS : EHC_CLOSURE_DAYS;
	struct ehc_shown shown = { EHC_PROOF_MISSING, EHC_NOSTR };
	const struct ehc_date *away;
	size_t i = 0;

	while ((away = next_span(c->plan, EHC_L_ABSENT, &i)) != NULL) {
		struct ehc_str first = ehc_day_long(c->arena, away->day), last = ehc_day_long(c->arena, away->until);

		if (away->until - away->day < least)
			shown = (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the absence of %d days from %.*s to %.*s is shorter than the "
			    "%d weeks that count", away->until - away->day, EHC_ARG(first), EHC_ARG(last), least / 7) };
		else if (away->until < from || away->day > limit)
			shown = (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the absence from %.*s to %.*s is not within the time that ran "
			    "to the limit", EHC_ARG(first), EHC_ARG(last)) };
		else
			return (struct ehc_shown){ EHC_PROOF_HOLDS, ehc_arena_printf(c->arena, "the child or family was away from %.*s to %.*s", EHC_ARG(first),
			    EHC_ARG(last)) };
	}
	return shown;
}

static struct ehc_shown
test_missed(const struct ehc_check *c, ehc_day from, ehc_day limit)
{
	const struct ehc_date *missed = ehc_event_from(c->plan, EHC_L_MISSED, from);
	struct ehc_str day;

	if (ehc_plan_event(c->plan, EHC_L_MISSED) == NULL)
		return (struct ehc_shown){ EHC_PROOF_MISSING, EHC_NOSTR };
	if (missed == NULL || missed->day > limit)
		return (struct ehc_shown){ EHC_PROOF_FAILS, EHC_STR("no appointment was missed within the time that ran to the limit") };
	day = ehc_day_long(c->arena, missed->day);
	return (struct ehc_shown){ EHC_PROOF_HOLDS, ehc_arena_printf(c->arena, "the child missed an appointment on %.*s", EHC_ARG(day)) };
}

struct ehc_shown
ehc_exception_test(const struct ehc_check *c, const struct ehc_exception *e, enum ehc_clock clock, ehc_day from, ehc_day limit)
{
	enum ehc_reason reason = ehc_exception_reason(e->reason.text.str);

	if (!clock_allows(clock, reason))
		return (struct ehc_shown){ EHC_PROOF_FAILS, EHC_STR("the reason that is given is not one of those that the Regulations list for this step") };
	switch (reason) {
	case EHC_REASON_CLOSURE:
		return test_closure(c);
	case EHC_REASON_ABSENCE:
		return test_absence(c, clock, from, limit);
	case EHC_REASON_MISSED:
		return test_missed(c, from, limit);
	case EHC_REASON_PERSONAL:
		if (e->evidence.text.str.len > 0)
			return (struct ehc_shown){ EHC_PROOF_HOLDS, EHC_STR("the personal circumstances for which evidence is recorded were exceptional") };
		return (struct ehc_shown){ EHC_PROOF_MISSING, EHC_NOSTR };
	default:
		return (struct ehc_shown){ EHC_PROOF_MISSING, EHC_NOSTR };
	}
}
