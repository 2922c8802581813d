/*
 * audit.h - the audit of a plan as a form: what the program decided, what it laid out, what a person must judge.
 */
#ifndef EHC_QA_AUDIT_H
#define EHC_QA_AUDIT_H

#include "qa/qa.h"

enum qa_who { QA_PROGRAM, QA_PREPARED, QA_PERSON };

struct qa_audit {
	const char *agency;             /* who sits over it; rows of one agency stand together */
	enum qa_who who;
	const char *words;              /* markup */
	const char *rules;              /* whose findings bear on it, as in qa_rule_is(); "" for none */
	void (*show)(struct qa *q);     /* what the plan says of it; NULL for nothing */
};
/* The rows for this kind of plan (audit.def). */
const struct qa_audit *qa_audits(const struct ehc_plan *plan, size_t *n);

/* ---- evidence.c ---- */

void qa_show_advice(struct qa *q);
void qa_show_agreements(struct qa *q);
void qa_show_aspirations(struct qa *q);
void qa_show_comments(struct qa *q);
void qa_show_conditions(struct qa *q);
void qa_show_delivery(struct qa *q);
void qa_show_doses(struct qa *q);
void qa_show_emergencies(struct qa *q);
void qa_show_exceptions(struct qa *q);
void qa_show_flexible(struct qa *q);
void qa_show_history(struct qa *q);
void qa_show_hours_f(struct qa *q);
void qa_show_hours_g(struct qa *q);
void qa_show_hours_h(struct qa *q);
void qa_show_identity(struct qa *q);
void qa_show_looked_after(struct qa *q);
void qa_show_most(struct qa *q);
void qa_show_outcomes(struct qa *q);
void qa_show_placement(struct qa *q);
void qa_show_reports(struct qa *q);
void qa_show_strengths(struct qa *q);
void qa_show_tasks(struct qa *q);
void qa_show_thread(struct qa *q);
void qa_show_views(struct qa *q);
void qa_show_willing(struct qa *q);
void qa_show_wishes(struct qa *q);

#endif
