/*
 * review.h - the annual review of a plan: the dates that fall due, a calendar of them, and the form that the review is held with.
 *
 * The dates are arithmetic on what the plan records, and say which rule's source sets them. The form prints the author's
 * own words and leaves every answer open: it never says whether an outcome is met, and holds no figure that was worked out.
 * The calendar goes to other people's machines, so it holds the plan's reference and the ids of its items, and none of its words.
 *
 * Ownership: everything lives in the arena that it is made in.
 */
#ifndef EHC_REVIEW_H
#define EHC_REVIEW_H

#include "ehc/document.h"

/* One day on which something falls due, or happens; of one kind on one day there is one, which names all items that it is about. */
struct ehc_due {
	ehc_day day;
	const char *key;                /* "review-decision": with the item and `nth`, the same in every run */
	const struct ehc_item *item;    /* whose date it is, the first of several; NULL: the plan's */
	size_t nth;                     /* of several dates of one item */
	struct ehc_str what;            /* "To be reached: outcome E1, E2"; of the plan's own words it holds ids alone */
	const char *whose;              /* whose step it is: "the council"; "" where that is not settled */
	const char *rule;               /* the rule whose source sets the day; NULL for a day that the plan names itself */
};

struct ehc_review {
	const struct ehc_plan *plan;
	ehc_day as_of;
	ehc_day meeting;                /* held or planned; EHC_NODATE while it is not known */
	bool counted;                   /* the plan records something that the days of the review can be counted from */
	EHC_VEC(struct ehc_due) dates;  /* in their order; steps that the plan records as taken are left out */
};

/* `meeting` is the day planned for it, or EHC_NODATE: then the plan's own, if it names one. */
struct ehc_review ehc_review_of(struct ehc_arena *a, const struct ehc_plan *plan, ehc_day as_of, ehc_day meeting);

/* The plan's reference, or empty where it has none, or one that holds a name of the child's: *named tells. */
struct ehc_str ehc_review_reference(const struct ehc_plan *plan, bool *named);
/*
 * The days from as_of on as a calendar (RFC 5545), an event a day. Ids of events are made of the reference, so that a later
 * calendar of the same plan takes the place of an earlier one. Returns how many it holds; with none nothing is written,
 * because an empty calendar is no calendar.
 */
size_t ehc_review_calendar(const struct ehc_review *r, struct ehc_buf *out);

/* The form, for an EHC plan or a health care plan; `house` and `style` as in ehc_document_in_house(). */
struct ehc_document *ehc_review_form(const struct ehc_review *r, struct ehc_arena *a, const struct ehc_plan *house, const struct ehc_style *style);

#endif
