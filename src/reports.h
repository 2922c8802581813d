/*
 * reports.h - the advice that one plan is compared with: what the run was given, and what the plan names itself.
 */
#ifndef EHC_REPORTS_H
#define EHC_REPORTS_H

#include "ehc/ehc.h"

/* NULL where there is none. `path` is the plan's file; NULL for one from memory, which names no files. */
const struct ehc_advice *ehc_reports_of(struct ehc_compilation *c, const char *path, const struct ehc_options *o);

#endif
