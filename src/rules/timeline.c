/*
 * timeline.c - limits of the statutory process as plain functions of days, and what a plan records of its steps.
 */
#include "rules/late.h"

#include <string.h>

/* ---- limits ---- */

ehc_day
ehc_views_end(ehc_day served)
{
	return served + EHC_VIEWS_DAYS - 1;
}

ehc_day
ehc_earliest_final(ehc_day served)
{
	return served + EHC_VIEWS_DAYS;
}

bool
ehc_closure_is_long(ehc_day closed, ehc_day reopens)
{
	return reopens - closed >= EHC_CLOSURE_DAYS;
}

bool
ehc_closure_covers(ehc_day closed, ehc_day reopens, ehc_day asked)
{
	return ehc_closure_is_long(closed, reopens) && asked >= closed - EHC_CLOSURE_MARGIN && asked <= reopens - EHC_CLOSURE_MARGIN;
}

ehc_day
ehc_appeal_limit(ehc_day letter, ehc_day certificate)
{
	ehc_day limit = ehc_day_add_months(letter, 2), by_certificate;
	int year, month, day;

	if (certificate != EHC_NODATE) {
		by_certificate = ehc_day_add_months(certificate, 1);
		if (by_certificate > limit)
			limit = by_certificate;
	}
	ehc_day_parts(limit, &year, &month, &day);
	if (month == 8)
		return ehc_working_day_on_or_after(ehc_day_of(year, 9, 1));
	if (month == 12 && day >= 25)
		return ehc_working_day_on_or_after(ehc_day_of(year + 1, 1, 2));
	if (month == 1 && day == 1)
		return ehc_working_day_on_or_after(limit + 1);
	return limit;
}

ehc_day
ehc_end_of_year_turning_25(ehc_day born)
{
	return ehc_day_of(ehc_day_school_year(born) + 26, 8, 31);
}

ehc_day
ehc_end_of_compulsory_school_age(ehc_day born)
{
	ehc_day last = ehc_day_of(ehc_day_school_year(born) + 17, 6, 30);

	while (ehc_day_weekday(last) != 4)
		last--;
	return last;
}

/* A child starts Reception in the September after the fourth birthday. */
int
ehc_expected_year_group(ehc_day born, ehc_day on)
{
	return ehc_day_school_year(on) - ehc_day_school_year(born) - 5;
}

/* ---- phase transfer ---- */

/* "college to college", "between colleges": both ends of the move are after 16. */
static bool
is_college_to_college(struct ehc_str words)
{
	size_t to = ehc_str_find_word(words, "to");

	if (ehc_str_has(words, "between") && (ehc_str_has(words, "post-16") || ehc_str_has(words, "college")))
		return true;
	if (to == SIZE_MAX)
		return false;
	return (ehc_str_has(ehc_str_sub(words, 0, to), "post-16") || ehc_str_has(ehc_str_sub(words, 0, to), "college")) &&
	    (ehc_str_has(ehc_str_sub(words, to, words.len), "post-16") || ehc_str_has(ehc_str_sub(words, to, words.len), "college"));
}

enum ehc_transfer
ehc_transfer_kind(struct ehc_str words, ehc_day moves, ehc_day born)
{
	int year;

	if (is_college_to_college(words))
		return EHC_TRANSFER_COLLEGE;
	if (ehc_str_has(words, "post-16") || ehc_str_has(words, "post 16") || ehc_str_has(words, "college") || ehc_str_has(words, "sixth form"))
		return EHC_TRANSFER_POST16;
	if (ehc_str_has(words, "primary") || ehc_str_has(words, "secondary") || ehc_str_has(words, "junior") || ehc_str_has(words, "infant") || ehc_str_has(words, "middle") ||
	    ehc_str_has(words, "early years") || ehc_str_has(words, "nursery") || ehc_str_has(words, "reception"))
		return EHC_TRANSFER_SCHOOL;
	if (born == EHC_NODATE)
		return EHC_TRANSFER_UNKNOWN;
	year = ehc_expected_year_group(born, moves);
	return year <= 11 ? EHC_TRANSFER_SCHOOL : year == 12 ? EHC_TRANSFER_POST16 : EHC_TRANSFER_COLLEGE;
}

ehc_day
ehc_transfer_limit(enum ehc_transfer kind, ehc_day moves)
{
	int year, month, day;

	ehc_day_parts(moves, &year, &month, &day);
	switch (kind) {
	case EHC_TRANSFER_SCHOOL:
		return ehc_day_of(year, 2, 15);
	case EHC_TRANSFER_POST16:
		return ehc_day_of(year, 3, 31);
	case EHC_TRANSFER_COLLEGE:
		return ehc_day_add_months(moves, -5);
	default:
		return EHC_NODATE;
	}
}

/* ---- orders ---- */

enum ehc_order
ehc_order_kind(struct ehc_str words)
{
	if (ehc_str_has(words, "reconsider") || ehc_str_has(words, "refer back") || ehc_str_has(words, "remit"))
		return EHC_ORDER_UNKNOWN;       /* the order itself sets the time */
	if (ehc_str_has(words, "maintain") || ehc_str_has(words, "continue"))
		return EHC_ORDER_MAINTAIN;
	if (ehc_str_has(words, "amend"))
		return EHC_ORDER_AMEND;
	if (ehc_str_has(words, "name a") || ehc_str_has(words, "name the") || ehc_str_has(words, "place") || ehc_str_has(words, "section I"))
		return EHC_ORDER_PLACE;
	if (ehc_str_has(words, "make a plan") || ehc_str_has(words, "make the plan") || ehc_str_has(words, "make an EHC"))
		return EHC_ORDER_MAKE;
	if (ehc_str_has(words, "assess"))
		return EHC_ORDER_ASSESS;
	return EHC_ORDER_UNKNOWN;
}

/* ---- what the plan records ---- */

bool
ehc_date_known(const struct ehc_date *d)
{
	return d != NULL && d->node != NULL && d->day != EHC_NODATE;
}

struct ehc_str
ehc_day_long(struct ehc_arena *a, ehc_day d)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
	struct ehc_str day = ehc_day_text(a, d);

	return ehc_arena_printf(a, "%s %.*s", names[ehc_day_weekday(d)], EHC_ARG(day));
}

struct ehc_str
ehc_days_said(struct ehc_arena *a, int n)
{
	return ehc_arena_printf(a, "%d day%s", n, n == 1 ? "" : "s");
}

const struct ehc_date *
ehc_event_from(const struct ehc_plan *p, enum ehc_label label, ehc_day since)
{
	const struct ehc_date *found = NULL;

	for (size_t i = 0; i < p->nevents; i++) {
		const struct ehc_date *d = &p->events[i].date;

		if (p->events[i].label == label && d->day != EHC_NODATE && d->day >= since && (found == NULL || d->day < found->day))
			found = d;
	}
	return found;
}

const struct ehc_date *
ehc_last_event_before(const struct ehc_plan *p, enum ehc_label label, ehc_day before)
{
	const struct ehc_date *found = NULL;

	for (size_t i = 0; i < p->nevents; i++) {
		const struct ehc_date *d = &p->events[i].date;

		if (p->events[i].label == label && d->day != EHC_NODATE && d->day < before && (found == NULL || d->day > found->day))
			found = d;
	}
	return found;
}

const struct ehc_date *
ehc_clock_start(const struct ehc_plan *p)
{
	const struct ehc_date *asked = ehc_plan_first_event(p, EHC_L_REQUESTED);

	return asked != NULL ? asked : ehc_plan_first_event(p, EHC_L_BECAME_RESPONSIBLE);
}

const struct ehc_date *
ehc_issue_date(const struct ehc_plan *p)
{
	const struct ehc_date *issued;

	if (!ehc_status_is_final(p->status))
		return NULL;
	issued = p->status == EHC_AMENDED_FINAL ? ehc_plan_event(p, EHC_L_AMENDED_FINAL) : ehc_plan_event(p, EHC_L_FINAL_ISSUED);
	if (issued != NULL)
		return issued;
	if (ehc_date_known(&p->dated))
		return &p->dated;
	return p->status == EHC_AMENDED_FINAL ? ehc_plan_event(p, EHC_L_FINAL_ISSUED) : NULL;
}

ehc_day
ehc_document_day(const struct ehc_plan *p)
{
	static const enum ehc_label steps[] = { EHC_L_AMENDED_FINAL, EHC_L_AMEND_NOTICE, EHC_L_FINAL_ISSUED, EHC_L_DRAFT_SENT, EHC_L_REQUESTED };

	if (ehc_date_known(&p->dated))
		return p->dated.day;
	if (ehc_date_known(&p->written))
		return p->written.day;
	for (size_t i = 0; i < EHC_COUNT(steps); i++)
		if (ehc_plan_event(p, steps[i]) != NULL)
			return ehc_plan_event(p, steps[i])->day;
	return EHC_NODATE;
}

/* ---- steps that came too late ---- */

static struct ehc_str
exception_words(struct ehc_check *c, const struct ehc_late *l, bool *holds)
{
	ehc_day from = l->from != NULL ? l->from->day : EHC_NODATE;
	struct ehc_str fails = EHC_NOSTR;

	*holds = false;
	for (size_t i = 0; i < ehc_exception_count(c->plan) && l->clock != EHC_CLOCK_NONE; i++) {
		const struct ehc_exception *e = &c->plan->exceptions[i];
		struct ehc_shown shown;

		if (!ehc_exception_is_for(e, l->clock))
			continue;
		shown = ehc_exception_test(c, e, l->clock, from, l->limit);
		if (shown.proof == EHC_PROOF_HOLDS) {
			*holds = true;
			return shown.fact;
		}
		fails = shown.proof == EHC_PROOF_FAILS ? shown.fact : EHC_STR("what would show it is not recorded");
	}
	return fails;
}

/* The day stands in brackets where the name tells what it is counted from: "8 weeks from the notice of Monday" would be another day. */
struct ehc_str
ehc_limit_said(struct ehc_arena *a, const char *name, ehc_day limit)
{
	struct ehc_str day = ehc_day_long(a, limit);

	return ehc_arena_printf(a, strstr(name, " from ") != NULL || strstr(name, " for ") != NULL ? "%s (%.*s)" : "%s of %.*s", name, EHC_ARG(day));
}

struct ehc_finding *
ehc_flag_late(struct ehc_check *c, const struct ehc_late *l)
{
	struct ehc_str done, limit, by, exception;
	struct ehc_finding *f;
	bool excused;

	if (l->done == NULL || l->limit == EHC_NODATE || l->done->day <= l->limit)
		return NULL;
	done = ehc_day_long(c->arena, l->done->day);
	limit = ehc_limit_said(c->arena, l->limit_name, l->limit);
	by = ehc_days_said(c->arena, l->done->day - l->limit);
	exception = exception_words(c, l, &excused);
	f = ehc_flag_words(c, l->item, l->done->span, "%s on %.*s, %.*s after %.*s%s%.*s.", l->what, EHC_ARG(done), EHC_ARG(by), EHC_ARG(limit), excused ? "; excused, if it was impractical to keep to it because " : "",
	    excused ? (int)exception.len : 0, excused ? exception.ptr : "");
	f->step_of = ehc_str_of(l->step_of);
	if (excused) {
		f->severity = EHC_NOTE;
		ehc_finding_help(c, f, "A person must decide whether that made it impractical to keep to the limit, and keep the reason on file. An exception "
		    "takes the limit away; it does not set a later one.");
	} else if (exception.len > 0) {
		ehc_finding_help(c, f, "The exception that is claimed does not help as it stands: %.*s.", EHC_ARG(exception));
	}
	if (l->from != NULL)
		ehc_finding_relate(c->out, f, l->from->span, ehc_arena_printf(c->arena, "the clock started here, with %s", l->from_what));
	return f;
}
