/*
 * advice.h - shared by the files that recognise a professional's report.
 */
#ifndef EHC_IMPORT_ADVICE_H
#define EHC_IMPORT_ADVICE_H

#include "import/recognise.h"

/* ---- advice.c ---- */

/* What stands below such a heading, or in a column of that name; no label where it is not advice, or not of one kind. */
struct meaning advice_heading(struct reader *r, struct ehc_str text);
void advice_block(struct reader *r, const struct ehc_draft_block *b);
/* A heading that no item followed, and the name of a report that has none. */
void advice_end(struct reader *r);
/* The title of the report among the first paragraphs; NULL where none looks like one. */
const struct ehc_draft_block *advice_title(const struct ehc_draft *d);

/* ---- advice_head.c ---- */

/* "Report by: ...", "Date of report: ...", "Name: ...": true where it says who wrote it, when and of whom. */
bool advice_detail(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b);

/* ---- advice_table.c ---- */

void advice_table(struct reader *r, const struct ehc_draft_block *b);

#endif
