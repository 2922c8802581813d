/*
 * database.h - the two symbols of ehc-history.so.
 */
#ifndef EHC_HISTORY_DATABASE_H
#define EHC_HISTORY_DATABASE_H

#include "ehc/history.h"

__attribute__((visibility("default")))
bool ehc_history_database_read(struct ehc_arena *a, const char *path, struct ehc_history *out, struct ehc_str *trouble);

__attribute__((visibility("default")))
bool ehc_history_database_add(struct ehc_arena *a, const char *path, const struct ehc_history_run *run, struct ehc_str *trouble);

#endif
