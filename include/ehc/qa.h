/*
 * qa.h - the quality report on one plan, for a panel: a page of HTML that needs nothing beside it; and the grades on it,
 * for whoever counts them over many plans.
 *
 * The page is for those who hold the plan and shows the plan's words. Grades are advice, each with the findings behind it.
 */
#ifndef EHC_QA_H
#define EHC_QA_H

#include "ehc/report.h"

/* ORDER GRADE: names in measure.c. */
enum ehc_grade { EHC_GRADE_NONE, EHC_GRADE_MUCH, EHC_GRADE_WORK, EHC_GRADE_NEARLY, EHC_GRADE_CLEAR, EHC_GRADES };
const char *ehc_grade_name(enum ehc_grade g);           /* "Needs work"; "Nothing to grade" for none */

enum ehc_agency { EHC_EDUCATION, EHC_HEALTH, EHC_SOCIAL_CARE, EHC_COUNCIL, EHC_AGENCIES };
const char *ehc_agency_name(enum ehc_agency a);         /* "Social care" */
enum ehc_agency ehc_agency_of(enum ehc_section s);      /* whose part of the plan a section is */

struct ehc_grades {
	enum ehc_grade section[EHC_SECTION_COUNT];      /* an EHC plan's; NONE throughout for a health care plan */
	enum ehc_grade agency[EHC_AGENCIES];            /* its lowest section's */
	enum ehc_grade most;                            /* what the limits leave: no part of the plan hides another's gap */
};
/* The grades of an EHC plan or a health care plan. */
void ehc_qa_grade(const struct ehc_result *r, struct ehc_grades *out);

/* For an EHC plan or a health care plan. `as_of` may be EHC_NODATE: what depends on the day is then left out. */
void ehc_qa_page(const struct ehc_result *r, ehc_day as_of, struct ehc_buf *out);

#endif
