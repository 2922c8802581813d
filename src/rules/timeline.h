/*
 * timeline.h - arithmetic of statutory time, and the dates of a plan that it starts from: for the rules, and for those who show how
 * far a plan has come or what falls due.
 *
 * The Regulations count in weeks, days and calendar months. Working days count only where they are named (a move
 * between areas, a change of health body), and no limit moves because it falls on a weekend, on a holiday or in August.
 */
#ifndef EHC_TIMELINE_H
#define EHC_TIMELINE_H

#include "ehc/model.h"

/* ---- days (holidays.c) ---- */

/* A bank holiday in England and Wales, Good Friday and Christmas Day included. */
bool ehc_is_bank_holiday(ehc_day d);
bool ehc_is_working_day(ehc_day d);
/* The n-th working day, where `first` is the first of them if it is a working day itself: "n working days beginning with". */
ehc_day ehc_working_days_from(ehc_day first, int n);
ehc_day ehc_working_day_on_or_after(ehc_day d);
/* A day on which schools in England may well be shut: weekends, bank holidays and the usual school holidays, generously drawn. */
bool ehc_school_may_be_closed(ehc_day d);

/* ---- limits (timeline.c) ---- */

enum {
	EHC_DECIDE_DAYS = 42,           /* 6 weeks: whether to assess; also an adviser's reply */
	EHC_REFUSE_DAYS = 112,          /* 16 weeks */
	EHC_FINAL_DAYS = 140,           /* 20 weeks */
	EHC_VIEWS_DAYS = 15,            /* beginning with the day of service */
	EHC_MEETING_DAYS = 14,          /* papers before a review meeting, report after it */
	EHC_DECISION_DAYS = 28,         /* after a review meeting */
	EHC_AMEND_DAYS = 56,            /* after the notice of amendments */
	EHC_REVIEW_IN_ALL_DAYS = 84,    /* from the review meeting to the amended plan */
	EHC_UNDER_FIVE_DAYS = 183,
	EHC_REASSESS_ANSWER_DAYS = 15,
	EHC_REASSESS_FINAL_DAYS = 98,
	EHC_MOVE_TOLD_DAYS = 42,
	EHC_MOVE_WORKING_DAYS = 15,
	EHC_RECOMMEND_DAYS = 35,
	EHC_CLOSURE_DAYS = 28,          /* closed or away for so long at least; before a tribunal 14 of absence */
	EHC_TRIBUNAL_AWAY_DAYS = 14,
	EHC_CLOSURE_MARGIN = 7,         /* the window for asking opens and shuts a week before closing and re-opening */
};

/* Served on the 1st, views run to the end of the 15th, and the plan may be issued from the 16th on. */
ehc_day ehc_views_end(ehc_day served);
ehc_day ehc_earliest_final(ehc_day served);
/* `closed` is the first day not open to pupils, `reopens` the first that is. */
bool ehc_closure_is_long(ehc_day closed, ehc_day reopens);
bool ehc_closure_covers(ehc_day closed, ehc_day reopens, ehc_day asked);
/* The later of two months from the letter and one month from the certificate (or EHC_NODATE), rolled over August and Christmas. */
ehc_day ehc_appeal_limit(ehc_day letter, ehc_day certificate);
/* 31 August of the school year in which the young person turns 25. */
ehc_day ehc_end_of_year_turning_25(ehc_day born);
/* The last Friday in June of the school year in which the child turns 16. */
ehc_day ehc_end_of_compulsory_school_age(ehc_day born);
/* 0 for Reception; below 0 before it. For a child taught with the usual year. */
int ehc_expected_year_group(ehc_day born, ehc_day on);

enum ehc_transfer { EHC_TRANSFER_UNKNOWN, EHC_TRANSFER_SCHOOL, EHC_TRANSFER_POST16, EHC_TRANSFER_COLLEGE };
/* By the words that stand with the date, else by the age that the child reaches in the school year that ends then. */
enum ehc_transfer ehc_transfer_kind(struct ehc_str words, ehc_day moves, ehc_day born);
/* The day that the Regulations name: the plan is to be done before 15 February or 31 March, or by 5 months ahead. */
ehc_day ehc_transfer_limit(enum ehc_transfer kind, ehc_day moves);

enum ehc_order { EHC_ORDER_UNKNOWN, EHC_ORDER_ASSESS, EHC_ORDER_MAKE, EHC_ORDER_AMEND, EHC_ORDER_PLACE, EHC_ORDER_MAINTAIN };
enum ehc_order ehc_order_kind(struct ehc_str words);

/* ---- what the plan records ---- */

/* Is there a date, and one that could be read? */
bool ehc_date_known(const struct ehc_date *d);
/* "Tuesday 26 May 2026" */
struct ehc_str ehc_day_long(struct ehc_arena *a, ehc_day d);
/* "1 day", "9 days" */
struct ehc_str ehc_days_said(struct ehc_arena *a, int n);
/* The first, or the last, such date from `since` on; EHC_NODATE as `since` is no bound. NULL when there is none. */
const struct ehc_date *ehc_event_from(const struct ehc_plan *p, enum ehc_label label, ehc_day since);
const struct ehc_date *ehc_last_event_before(const struct ehc_plan *p, enum ehc_label label, ehc_day before);
/* The day that starts the clock of a first assessment: the request, or when the council became responsible. */
const struct ehc_date *ehc_clock_start(const struct ehc_plan *p);
/* The day on which the plan as it stands was issued: of its status, else the date that it bears; NULL for a draft. */
const struct ehc_date *ehc_issue_date(const struct ehc_plan *p);
/* The day by which an outcome is to be reached, by its field or else in its sentence, and where that stands; EHC_NODATE. (outcomes.c) */
ehc_day ehc_outcome_due(const struct ehc_item *it, struct ehc_span *span);
/* The day after which the provision no longer runs: stated, or its first day and the weeks that it is to last; EHC_NODATE. (dates_end.c) */
ehc_day ehc_provision_ends(const struct ehc_item *it);
/* The day from which a review's 12 months run: the last review, or the making of the plan, before that day; NULL. (dates_review.c) */
const struct ehc_date *ehc_review_year_start(const struct ehc_plan *p, ehc_day before);
/* The day of the document as it stands, final or not: the date that it bears, else that of its last step; never the day of the run. */
ehc_day ehc_document_day(const struct ehc_plan *p);

/* ---- exceptions (excuse.c): they remove a limit, they never extend it ---- */

/* Each has reasons of its own (SEND Regulations 2014, regs. 5(3), 8(2), 10(4), 13(3), 27(3), 44-45). */
enum ehc_clock { EHC_CLOCK_NONE, EHC_CLOCK_DECIDE, EHC_CLOCK_ADVICE, EHC_CLOCK_REFUSE, EHC_CLOCK_FINAL, EHC_CLOCK_REASSESS, EHC_CLOCK_TRIBUNAL };
enum ehc_reason { EHC_REASON_UNKNOWN, EHC_REASON_CLOSURE, EHC_REASON_ABSENCE, EHC_REASON_PERSONAL, EHC_REASON_MISSED };
/*
 * A timeline holds a few dozen dates and one or two claims. Each claim is tested against dates of the plan for every
 * step that it may be for, so of a file with very many only the first are looked at.
 */
enum { EHC_MOST_CLAIMS = 10, EHC_MOST_DATES = 500 };
/* How many of the plan's claims are looked at. */
size_t ehc_exception_count(const struct ehc_plan *p);
enum ehc_reason ehc_exception_reason(struct ehc_str words);
/* Is the exception claimed for this step? One that names no step is claimed for every step whose list holds its reason. */
bool ehc_exception_is_for(const struct ehc_exception *e, enum ehc_clock clock);

#endif
