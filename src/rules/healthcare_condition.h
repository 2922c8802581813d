/*
 * healthcare_condition.h - questions that a plan must answer for a condition, as tables; an answer anywhere in the plan
 * counts, whether in a field, a step or a sentence.
 */
#ifndef EHC_RULES_HEALTHCARE_CONDITION_H
#define EHC_RULES_HEALTHCARE_CONDITION_H

#include "rules/healthcare.h"

enum ehc_where { EHC_ANYWHERE, EHC_IN_CONDITION, EHC_OUTSIDE_CONDITIONS, EHC_IN_DAILY_CARE /* in no condition and no emergency */ };

struct ehc_question {
	enum ehc_severity severity;
	const char *what;               /* goes on from "the plan does not state" */
	const char *any;                /* a line that says one of these answers it */
	const char *with;               /* the same line must say one of these too; "#" is any figure, "@" before them a time of day as well; NULL: nothing more */
	enum ehc_where where;
	enum ehc_label field;           /* a field of that label answers it as well */
	bool close;                     /* `with` must stand in the same clause */
};

/* Adds to the gaps whatever the plan leaves unanswered. */
void ehc_ask(struct ehc_check *c, const struct ehc_item *condition, const struct ehc_question *questions, size_t n, struct ehc_gaps *g);
void ehc_flag_condition(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *suggestion);
/* Asks all the questions and flags what is unanswered: for conditions that ask nothing else. */
void ehc_ask_all(struct ehc_check *c, const struct ehc_item *condition, const struct ehc_question *questions, size_t n, const char *suggestion);
/* The first condition whose own words say one of these, or NULL. */
const struct ehc_item *ehc_condition_called(const struct ehc_check *c, const char *any);

#define EHC_CONDITION_RULE .class_ = EHC_SAFETY, EHC_HCP

#endif
