/*
 * csv.h - what is written as CSV beside the tables.
 */
#ifndef EHC_PANEL_CSV_H
#define EHC_PANEL_CSV_H

#include "ehc/panel.h"

void panel_csv_plans(const struct ehc_panel *p, const struct ehc_panel_plans *plans, struct ehc_buf *out);
void panel_csv_shared(const struct ehc_panel *p, struct ehc_buf *out);
void panel_csv_due(const struct ehc_panel *p, struct ehc_buf *out);
void panel_csv_sheet(const struct ehc_panel *p, struct ehc_buf *out);   /* marks.c: to be filled in by one marker */

#endif
