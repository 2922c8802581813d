/*
 * excuse.c - what a plan's dates say of an exception that is claimed for a missed limit.
 *
 * The Regulations say that a council "need not comply" where a listed reason made it impractical. So an exception takes
 * the limit away and sets no other; dates can show that a reason fails, or that it may hold, never that it excuses.
 */
#include "rules/late.h"

size_t
ehc_exception_count(const struct ehc_plan *p)
{
	return p->nexceptions < EHC_MOST_CLAIMS ? p->nexceptions : EHC_MOST_CLAIMS;
}

/* The dates of the timeline that are looked at. */
static size_t
date_count(const struct ehc_plan *p)
{
	return p->nevents < EHC_MOST_DATES ? p->nevents : EHC_MOST_DATES;
}

enum ehc_reason
ehc_exception_reason(struct ehc_str s)
{
	if (ehc_str_has(s, "clos") || ehc_str_has(s, "school holiday") || ehc_str_has(s, "summer holiday") || ehc_str_has_word(s, "shut"))
		return EHC_REASON_CLOSURE;
	if (ehc_str_has_word(s, "missed") || ehc_str_has(s, "not attend"))
		return EHC_REASON_MISSED;
	if (ehc_str_has(s, "absen") || ehc_str_has_word(s, "away") || ehc_str_has_word(s, "abroad") || ehc_str_has_word(s, "overseas"))
		return EHC_REASON_ABSENCE;
	if (ehc_str_has(s, "personal circumstances") || ehc_str_has_word(s, "exceptional") || ehc_str_has(s, "bereave"))
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
	if (ehc_str_has(s, "reassess") || ehc_str_has(s, "re-assess"))
		return EHC_CLOCK_REASSESS;
	if (ehc_str_has(s, "tribunal") || ehc_str_has_word(s, "order"))
		return EHC_CLOCK_TRIBUNAL;
	if (ehc_str_has(s, "not to issue") || ehc_str_has(s, "refus"))
		return EHC_CLOCK_REFUSE;
	if (ehc_str_has_word(s, "final") || ehc_str_has(s, "issue") || ehc_str_has(s, "20 week") || ehc_str_has(s, "20-week"))
		return EHC_CLOCK_FINAL;
	if (ehc_str_has(s, "advice") || ehc_str_has(s, "advise"))
		return EHC_CLOCK_ADVICE;
	if (ehc_str_has(s, "assess") || ehc_str_has(s, "6 week") || ehc_str_has(s, "6-week"))
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

	return ehc_has_word(s, words, EHC_COUNT(words)) && !ehc_str_has(s, "psycholog") && !ehc_str_has(s, "therap") && !ehc_str_has_word(s, "nurse");
}

static bool
item_is_of_setting(const struct ehc_item *it)
{
	struct ehc_value type = ehc_item_value(it, EHC_L_TYPE);

	return is_setting(it->text.str) || is_setting(it->author.text.str) || is_setting(it->role.text.str) || ehc_str_is_nocase(type.text.str, "education");
}

/* The days on which the school's advice was asked for: its own entries in section K first, then the timeline's. */
struct asked_days { ehc_day days[EHC_MOST_CLAIMS]; size_t count; };

static void
add_day(struct asked_days *d, ehc_day day)
{
	if (d->count < EHC_COUNT(d->days))
		d->days[d->count++] = day;
}

static struct asked_days
asked_of_setting(const struct ehc_plan *p)
{
	const struct ehc_items *advice = &p->kinds[EHC_ITEM_ADVICE];
	struct asked_days own = { { 0 }, 0 }, said = { { 0 }, 0 }, all = { { 0 }, 0 };

	for (size_t i = 0; i < advice->count && i < EHC_MOST_DATES; i++)
		if (ehc_date_known(&advice->items[i]->asked) && item_is_of_setting(advice->items[i]))
			add_day(&own, advice->items[i]->asked.day);
	for (size_t i = 0; i < date_count(p); i++) {
		if (p->events[i].label != EHC_L_ADVICE_ASKED || !ehc_date_known(&p->events[i].date))
			continue;
		add_day(&all, p->events[i].date.day);
		if (is_setting(p->events[i].date.words))
			add_day(&said, p->events[i].date.day);
	}
	return own.count > 0 ? own : said.count > 0 ? said : all;
}

/* The next span of that label from event *i on, both of whose ends are known. */
static const struct ehc_date *
next_span(const struct ehc_plan *p, enum ehc_label label, size_t *i)
{
	while (*i < date_count(p)) {
		const struct ehc_event *e = &p->events[(*i)++];

		if (e->label == label && ehc_date_known(&e->date) && e->date.until != EHC_NODATE && e->date.until >= e->date.day)
			return &e->date;
	}
	return NULL;
}

static struct ehc_shown
closure_too_short(const struct ehc_check *c, const struct ehc_date *closed)
{
	struct ehc_str from = ehc_day_long(c->arena, closed->day), to = ehc_day_long(c->arena, closed->until);

	return (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the school was closed for %d days, from %.*s until it re-opened on %.*s, and "
	    "only a closure of at least four weeks counts", closed->until - closed->day, EHC_ARG(from), EHC_ARG(to)) };
}

static struct ehc_shown
closure_covers(const struct ehc_check *c, const struct ehc_date *closed, ehc_day asked)
{
	struct ehc_str from = ehc_day_long(c->arena, closed->day), to = ehc_day_long(c->arena, closed->until), day = ehc_day_long(c->arena, asked);

	return (struct ehc_shown){ EHC_PROOF_HOLDS, ehc_arena_printf(c->arena, "the school was closed from %.*s until it re-opened on %.*s and its advice was "
	    "asked for on %.*s", EHC_ARG(from), EHC_ARG(to), EHC_ARG(day)) };
}

static struct ehc_shown
asked_outside(const struct ehc_check *c, const struct ehc_date *closed, ehc_day asked)
{
	struct ehc_str first = ehc_day_long(c->arena, closed->day - EHC_CLOSURE_MARGIN), day = ehc_day_long(c->arena, asked);
	struct ehc_str last = ehc_day_long(c->arena, closed->until - EHC_CLOSURE_MARGIN);

	return (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the school's advice was asked for on %.*s, and for this closure only advice "
	    "asked for from %.*s to %.*s counts", EHC_ARG(day), EHC_ARG(first), EHC_ARG(last)) };
}

/* A closure that covers a request shows the claim; else the last long one, or the last, says why it fails. */
static struct ehc_shown
test_closure(const struct ehc_check *c)
{
	struct asked_days asked = asked_of_setting(c->plan);
	const struct ehc_date *closed, *brief = NULL, *outside = NULL;
	size_t i = 0;

	while ((closed = next_span(c->plan, EHC_L_SCHOOL_CLOSED, &i)) != NULL) {
		if (!ehc_closure_is_long(closed->day, closed->until)) {
			brief = closed;
			continue;
		}
		for (size_t k = 0; k < asked.count; k++)
			if (ehc_closure_covers(closed->day, closed->until, asked.days[k]))
				return closure_covers(c, closed, asked.days[k]);
		outside = closed;
	}
	if (outside != NULL && asked.count > 0)
		return asked_outside(c, outside, asked.days[asked.count - 1]);
	return outside == NULL && brief != NULL ? closure_too_short(c, brief) : (struct ehc_shown){ EHC_PROOF_MISSING, EHC_NOSTR };
}

/* ---- absence, a missed appointment, personal circumstances ---- */

static struct ehc_shown
test_absence(const struct ehc_check *c, enum ehc_clock clock, ehc_day from, ehc_day limit)
{
	int least = clock == EHC_CLOCK_TRIBUNAL ? EHC_TRIBUNAL_AWAY_DAYS : EHC_CLOSURE_DAYS;
	const struct ehc_date *away, *last = NULL;
	struct ehc_str begins, ends;
	size_t i = 0;

	while ((away = next_span(c->plan, EHC_L_ABSENT, &i)) != NULL) {
		last = away;
		if (away->until - away->day >= least && away->until >= from && away->day <= limit)
			break;
	}
	if (last == NULL)
		return (struct ehc_shown){ EHC_PROOF_MISSING, EHC_NOSTR };
	begins = ehc_day_long(c->arena, last->day);
	ends = ehc_day_long(c->arena, last->until);
	if (away != NULL)
		return (struct ehc_shown){ EHC_PROOF_HOLDS, ehc_arena_printf(c->arena, "the child or family was away from %.*s to %.*s", EHC_ARG(begins), EHC_ARG(ends)) };
	if (last->until - last->day < least)
		return (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the absence of %d days from %.*s to %.*s is shorter than the %d weeks that count",
		    last->until - last->day, EHC_ARG(begins), EHC_ARG(ends), least / 7) };
	return (struct ehc_shown){ EHC_PROOF_FAILS, ehc_arena_printf(c->arena, "the absence from %.*s to %.*s is not within the time that ran to the limit",
	    EHC_ARG(begins), EHC_ARG(ends)) };
}

static struct ehc_shown
test_missed(const struct ehc_check *c, ehc_day from, ehc_day limit)
{
	bool any = false;

	for (size_t i = 0; i < date_count(c->plan); i++) {
		const struct ehc_date *missed = &c->plan->events[i].date;
		struct ehc_str day;

		if (c->plan->events[i].label != EHC_L_MISSED || !ehc_date_known(missed))
			continue;
		any = true;
		if (missed->day < from || missed->day > limit)
			continue;
		day = ehc_day_long(c->arena, missed->day);
		return (struct ehc_shown){ EHC_PROOF_HOLDS, ehc_arena_printf(c->arena, "the child missed an appointment on %.*s", EHC_ARG(day)) };
	}
	return any ? (struct ehc_shown){ EHC_PROOF_FAILS, EHC_STR("no appointment was missed within the time that ran to the limit") } :
	    (struct ehc_shown){ EHC_PROOF_MISSING, EHC_NOSTR };
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
