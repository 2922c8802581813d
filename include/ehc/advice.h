/*
 * advice.h - the advice that a plan rests on, as documents beside it: what each recommends, where the plan takes it up, and
 * where it gives less.
 *
 * What the advice itself leaves open is kept apart from what the plan lost, because the first is for its author to mend and the
 * second for the plan's writer. Nothing here says which of two amounts is right.
 *
 * A set of advice is read once and never changed, so that threads may share it; each comparison lies in the arena of its plan.
 */
#ifndef EHC_ADVICE_H
#define EHC_ADVICE_H

#include "ehc/alike.h"
#include "ehc/model.h"

/* ---- documents ---- */

struct ehc_advice_report {
	struct ehc_str name;            /* the file, as it was named */
	const struct ehc_plan *plan;
	size_t *lines;                  /* of each item, by its `nth` */
	unsigned services;              /* whose advice it is: bits of service.c; 0 where no word tells */
};
/* A report that section K names as a file, and that cannot be had. */
struct ehc_missing_report { const struct ehc_item *advice; struct ehc_str why; };
struct ehc_advice {
	struct ehc_arena *arena;
	struct ehc_advice_report *reports;      /* in the order in which they were named */
	size_t count;
	EHC_VEC(struct ehc_missing_report) missing;
	bool of_many;                   /* several plans are checked: advice on other children is passed over in silence */
};

/* What stands in a report that was compiled; the plan, its source and its arena must outlive the set. */
void ehc_advice_add(struct ehc_advice *set, const struct ehc_plan *report, struct ehc_str name);

/* ---- what an item of provision gives ---- */

enum ehc_given_slot {                   /* bits. ORDER GIVEN: words in compare.c */
	EHC_GIVES_AMOUNT = 1 << 0,
	EHC_GIVES_OFTEN = 1 << 1,
	EHC_GIVES_WEEKS = 1 << 2,
	EHC_GIVES_GROUP = 1 << 3,
	EHC_GIVES_WHO = 1 << 4,
	EHC_GIVES_DUTY = 1 << 5,        /* no words that let whoever delivers it give less, or nothing */
};
enum ehc_given_kind {                   /* bits: what is done */
	EHC_GIVEN_WORK = 1 << 0,        /* time with the child */
	EHC_GIVEN_TRAINING = 1 << 1,    /* of those who work with the child */
	EHC_GIVEN_EQUIPMENT = 1 << 2,
	EHC_GIVEN_ADVISING = 1 << 3,    /* reviews, assessments, reports, meetings */
};
/* Who does it, the least first; what is not known is never compared. */
enum ehc_expertise { EHC_BY_NOBODY_NAMED, EHC_BY_ANYONE, EHC_BY_ASSISTANT, EHC_BY_TRAINED_ASSISTANT, EHC_BY_POST, EHC_BY_TEACHER, EHC_BY_SPECIALIST };

/* A part of the amount: so many hours of the year, in that group. */
struct ehc_given_dose {
	struct ehc_ratio hours;         /* a year; not known for what is not counted in hours */
	struct ehc_ratio times;         /* a year: sessions, visits, nights, things */
	struct ehc_ratio weeks;         /* of the year */
	bool open;                      /* the weeks are assumed, or are those of the school year whatever their number */
	bool assumed;
	bool direct;                    /* with the child */
	struct ehc_ratio group;         /* most children; not known where nothing says */
	struct ehc_ratio adults;        /* for each child; not known where nothing says */
};
struct ehc_given {
	const struct ehc_item *item;
	unsigned services, kinds, slots;
	enum ehc_expertise by;
	bool shared;                    /* several roles have a part in it, and the words do not tell whose is which */
	bool specialist_named;          /* a specialist has some part: delivers, trains, supervises or designs */
	struct ehc_given_dose *doses;
	size_t ndoses;
	bool in_hours;                  /* every part is counted in hours */
	bool act;                       /* a definite act, "in every lesson": no minutes are asked of it */
	bool ceiling;                   /* a part is "up to" so much: nothing holds it from below */
	struct ehc_topics topics;
	struct ehc_str amount_words;    /* exactly as written; empty where nothing is said */
	struct ehc_str who_words;       /* of the field */
};
struct ehc_given ehc_given_of(struct ehc_arena *a, const struct ehc_item *provision);

/* The services that the words name, as bits; and what people call one. */
unsigned ehc_services_in(struct ehc_str words);
const char *ehc_service_called(unsigned found);         /* of the first bit; NULL for none */

/* ---- the comparison ---- */

struct ehc_recommendation {
	const struct ehc_advice_report *report;
	struct ehc_given given;
	size_t line;
	const struct ehc_item *cited;   /* the item of section K that is this report; NULL where none is */
	unsigned vague;                 /* EHC_GIVES_...: what its author leaves open */
	bool declined;                  /* the plan says that it does not take it over */
	struct ehc_str because;         /* and why */
	const struct ehc_node *declined_at;
	size_t matter;                  /* index of the matter that it belongs to */
};

enum ehc_diluted {                      /* bits */
	EHC_DILUTED_ABSENT = 1 << 0,
	EHC_DILUTED_HOURS = 1 << 1,     /* fewer hours, or times, a year */
	EHC_DILUTED_VAGUER = 1 << 2,    /* the advice says what the plan does not: `lost` */
	EHC_DILUTED_EXPERTISE = 1 << 3,
	EHC_DILUTED_GROUP = 1 << 4,     /* more children for each adult */
	EHC_DILUTED_DIRECT = 1 << 5,    /* time with the child became time without */
};

/* Recommendations and the provisions that take them up: usually one of each, several where they were merged or split. */
struct ehc_matter {
	struct ehc_recommendation **theirs;
	size_t ntheirs;
	struct ehc_given **ours;
	size_t nours;
	unsigned diluted;
	unsigned lost;                  /* EHC_GIVES_... */
	unsigned vague;                 /* of all of them */
	struct ehc_ratio advised, planned;      /* a year: hours, or times where either is not in hours; not known where nothing counts */
	bool in_hours;
	struct ehc_ratio advised_part, planned_part;    /* of what EXPERTISE, GROUP or DIRECT is about, in hours, where it was found by hours */
	unsigned shared_services;       /* why they belong together: a service, a reference, words */
	bool by_reference;
	struct ehc_str words[4];
	size_t nwords;
};

/* A need that a report states and no need of the plan speaks of. */
struct ehc_unmet { const struct ehc_advice_report *report; const struct ehc_item *need; size_t line; const struct ehc_item *cited; };
/* A report that was not compared, and why. */
struct ehc_unread { const struct ehc_advice_report *report; enum { EHC_OTHER_CHILD, EHC_NOTHING_ADVISED } why; };

struct ehc_comparison {
	const struct ehc_plan *plan;
	struct ehc_recommendation *recommendations;
	size_t nrecommendations;
	struct ehc_given *provisions;
	size_t nprovisions;
	size_t recommendations_left, provisions_left;   /* beyond what one comparison takes: not compared */
	struct ehc_matter *matters;
	size_t nmatters;
	EHC_VEC(struct ehc_unmet) unmet;
	EHC_VEC(struct ehc_unread) unread;
	EHC_VEC(struct ehc_missing_report) missing;
	size_t reports;                 /* that were compared */
};

/* NULL where the plan is no EHC plan, or no advice is given. */
struct ehc_comparison *ehc_advice_compare(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_advice *set);
/* The matter that a provision of the plan belongs to, or NULL. */
const struct ehc_matter *ehc_matter_of(const struct ehc_comparison *c, const struct ehc_item *provision);
/* "K1 (speech and language therapy, 18 May 2026)", or what can be said of it. */
struct ehc_str ehc_advice_called(struct ehc_arena *a, const struct ehc_advice_report *report, const struct ehc_item *cited);
/* Who answers for the words: `author:`, else `role:`, else "its author". */
struct ehc_str ehc_advice_author(const struct ehc_advice_report *report);
/* "how often and in what group" */
struct ehc_str ehc_given_words(struct ehc_arena *a, unsigned slots);
/* "28.5 hours a year", "6 times a year"; empty where it is not known. */
struct ehc_str ehc_yearly_words(struct ehc_arena *a, struct ehc_ratio amount, bool in_hours);

#endif
