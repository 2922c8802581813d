/*
 * qa.h - the quality report on one plan, for a panel: a page of HTML that needs nothing beside it.
 *
 * It is for those who hold the plan and shows the plan's words. Grades are advice, each with the findings behind it.
 */
#ifndef EHC_QA_H
#define EHC_QA_H

#include "ehc/report.h"

/* For an EHC plan. `as_of` may be EHC_NODATE: the timeline is then shown without the day. */
void ehc_qa_page(const struct ehc_result *r, ehc_day as_of, struct ehc_buf *out);

#endif
