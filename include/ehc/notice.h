/*
 * notice.h - a diff drawn: for those who work on the plan, for programs, and as the notice of proposed amendments.
 */
#ifndef EHC_NOTICE_H
#define EHC_NOTICE_H

#include "ehc/diff.h"
#include "ehc/document.h"
#include "ehc/report.h"

/* One line on what the change is, in words for people, without the plan's own: "Less: 28.5 hours a year before, 19 now". */
struct ehc_str ehc_change_say(struct ehc_arena *a, const struct ehc_change *c);
/* Does that line tell the whole change, so that the words before and after need not be shown? */
bool ehc_change_says_all(const struct ehc_change *c);
void ehc_diff_text(const struct ehc_diff *d, const struct ehc_report_options *o, struct ehc_buf *out);
/* After templates/schema/diff.schema.json. */
void ehc_diff_json(const struct ehc_diff *d, struct ehc_buf *out);
/*
 * For those who work on the plan: every change with hours a year. Drawn by the devices of document.h.
 */
struct ehc_document *ehc_diff_document(struct ehc_arena *a, const struct ehc_diff *d, const struct ehc_style *style);
/*
 * The notice of proposed amendments, for the family: each change in the authors' own words, before and after, with the
 * evidence that it cites. Nothing derived stands in it. `house` and `style` as in ehc_document_in_house().
 */
struct ehc_document *ehc_diff_notice(struct ehc_arena *a, const struct ehc_diff *d, const struct ehc_plan *house, const struct ehc_style *style);

#endif
