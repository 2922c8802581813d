/*
 * late.h - steps that came too late, and what the plan's dates say of an exception that is claimed for one.
 */
#ifndef EHC_RULES_LATE_H
#define EHC_RULES_LATE_H

#include "rules/rules.h"
#include "rules/timeline.h"

enum ehc_proof {
	EHC_PROOF_MISSING,      /* nothing recorded that would show it */
	EHC_PROOF_FAILS,        /* what is recorded shows that it does not hold */
	EHC_PROOF_HOLDS,        /* what is recorded would bear it; whether it made the limit impractical is for a person */
};
struct ehc_shown {
	enum ehc_proof proof;
	struct ehc_str fact;            /* "the school was closed from ... to ..., and its advice was asked for on ..." */
};
/* What the plan's dates say of the claim, for a step that ran from `from` to `limit`. */
struct ehc_shown ehc_exception_test(const struct ehc_check *c, const struct ehc_exception *e, enum ehc_clock clock, ehc_day from, ehc_day limit);

struct ehc_late {
	const struct ehc_item *item;    /* NULL: the plan's timeline */
	const struct ehc_date *done;
	ehc_day limit;
	const char *what;               /* "The final plan was issued" */
	const char *limit_name;         /* "the 20-week limit" */
	const char *step_of;            /* whose step it was: "the council" */
	const struct ehc_date *from;    /* what the clock ran from; NULL when nothing need be shown */
	const char *from_what;          /* "the request" */
	enum ehc_clock clock;           /* which exceptions there are */
};
/*
 * Flags the step where it is later than its limit: "The final plan was issued on Wednesday 3 June 2026, 9 days after the
 * 20-week limit of Monday 25 May 2026." Where an exception is claimed and its dates bear it, the finding is a note
 * that says what a person must decide. NULL where the step was in time.
 */
struct ehc_finding *ehc_flag_late(struct ehc_check *c, const struct ehc_late *l);
/* "the 20-week limit of Monday 25 May 2026". */
struct ehc_str ehc_limit_said(struct ehc_arena *a, const char *name, ehc_day limit);

#endif
