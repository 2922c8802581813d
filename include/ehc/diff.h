/*
 * diff.h - what changed in meaning between two versions of a plan: data, drawn by the reports on it.
 *
 * Items are matched by what they say, never by their numbers. A change is one fact that is not as it was: an amount, a
 * date, who does it, words. Nothing here judges a change; whether words became vaguer is the one thing that is told.
 *
 * Ownership: a diff lives in the arena that it was made in and points into both plans, which must outlive it.
 */
#ifndef EHC_DIFF_H
#define EHC_DIFF_H

#include "ehc/model.h"

enum ehc_change_kind {                  /* ORDER CHANGE: names in src/diff/names.c */
	/* of an item, a text at the margin or a step as a whole */
	EHC_CHANGE_ADDED,
	EHC_CHANGE_REMOVED,
	EHC_CHANGE_MET,                 /* an outcome: its `progress:` says that it was reached */
	EHC_CHANGE_SPLIT,               /* one item of the plan before, several now */
	EHC_CHANGE_MERGED,              /* several of the plan before, one now */
	EHC_CHANGE_MOVED,               /* to another section */
	/* of an amount; hours a year where both are known */
	EHC_CHANGE_INCREASED,
	EHC_CHANGE_REDUCED,
	EHC_CHANGE_AMOUNT,              /* as much in other parts, or not to be compared */
	EHC_CHANGE_LARGER_GROUP,
	EHC_CHANGE_SMALLER_GROUP,
	EHC_CHANGE_GROUP,               /* of another kind */
	/* of a field */
	EHC_CHANGE_WHO,                 /* role, qualification, cover or training */
	EHC_CHANGE_RESPONSIBILITY,      /* who answers for it, pays, delegates or agreed */
	EHC_CHANGE_LATER,
	EHC_CHANGE_EARLIER,
	EHC_CHANGE_TIED,                /* to an item that both plans hold */
	EHC_CHANGE_UNTIED,
	EHC_CHANGE_GIVEN,               /* a field that was not there */
	EHC_CHANGE_LOST,
	EHC_CHANGE_CHANGED,             /* its words, in substance */
	EHC_CHANGE_ORDER,               /* steps of an emergency in another order */
	EHC_CHANGE_WORDING,             /* vague phrases came in or went */
	EHC_CHANGE_REWORDED,            /* said in other words: the same facts, much the same words */
	EHC_CHANGE_KINDS
};
const char *ehc_change_name(enum ehc_change_kind k);    /* "larger group" */

/* Does it say less exactly than before what is to happen, or more? */
enum ehc_precision { EHC_PRECISION_SAME, EHC_VAGUER, EHC_MORE_SPECIFIC };
const char *ehc_precision_name(enum ehc_precision p);   /* "vaguer", "more specific"; "" where it is the same */

/* One of the two plans' share in a change. */
struct ehc_change_side {
	struct ehc_str words;           /* the author's own; empty where it had none */
	struct ehc_ratio hours, hours_high;     /* a year, of an amount; not known where they cannot be worked out */
	ehc_day day;                    /* of a date, else EHC_NODATE */
	struct ehc_span span;           /* in its source */
};

struct ehc_change {
	enum ehc_change_kind kind;
	enum ehc_precision precision;
	enum ehc_label label;           /* the field; EHC_L_NONE for the item's own words */
	struct ehc_str about;           /* what of it, in a few words: "how often"; "step 3"; empty where the label says all */
	struct ehc_change_side before, after;
};
struct ehc_changes { struct ehc_change *items; size_t count, cap; };

/* What an entry is about. */
enum ehc_diff_part { EHC_DIFF_ITEM, EHC_DIFF_TEXT, EHC_DIFF_PLACEMENT, EHC_DIFF_SECTION, EHC_DIFF_CHILD, EHC_DIFF_PLAN };
const char *ehc_diff_part_name(enum ehc_diff_part p);   /* "placement" */

struct ehc_diff_items { const struct ehc_item **items; size_t count, cap; };

/* One thing in both plans, or in one of them, with all that changed about it. */
struct ehc_diff_entry {
	enum ehc_diff_part part;
	enum ehc_item_kind kind;        /* ITEM */
	enum ehc_label label;           /* TEXT: which sort of text */
	enum ehc_section section;       /* where it stands now; where it stood, when it is gone */
	struct ehc_str name;            /* "F1", "Strengths", "Placement" */
	struct ehc_diff_items before, after; /* ITEM: usually one each; none where it was added or removed */
	struct ehc_changes changes;     /* at least one */
	struct ehc_diff_items evidence; /* ITEM: the advice that it cites now: the items of the new plan */
	struct ehc_diff_items evidence_before;  /* of an item that is gone: what it cited, in the plan before */
	struct ehc_str because;         /* why: `amendment:` of the new plan that names it, or its own `because:` where that is new; or empty */
};
struct ehc_diff_pair { const struct ehc_item *before, *after; };

struct ehc_diff {
	const struct ehc_plan *before, *after;
	struct ehc_arena *arena;
	EHC_VEC(struct ehc_diff_entry) entries;         /* by section, then as the new plan has them, what is gone last */
	EHC_VEC(struct ehc_diff_entry) reworded;        /* those of which no fact changed, apart */
	EHC_VEC(struct ehc_diff_pair) renumbered;       /* not a change */
	EHC_VEC(struct ehc_diff_pair) carried;          /* outcomes that are word for word and day for day as they were */
	size_t same;                    /* items of which nothing changed */
	const bool *split, *merged;     /* by `nth` of an item of the plan before, or of the new one: it is one of several parts */
	const struct ehc_item **now;    /* by `nth` of an item of the plan before: what it is in the new one, or NULL */
	const struct ehc_item **was;    /* and the other way */
};

/* Both are plans of one kind, bound and with their prose read. Never fails. */
struct ehc_diff *ehc_diff_of(struct ehc_arena *a, const struct ehc_plan *before, const struct ehc_plan *after);
/* The item's `progress:`, where it has any, says that the outcome was met (and not that it was partly or not met). */
bool ehc_outcome_is_met(const struct ehc_item *it);
bool ehc_entry_is_vaguer(const struct ehc_diff_entry *e);       /* in any of its changes */

#endif
