/*
 * example.h - the bad and the good example of a rule, cut down to where they differ.
 */
#ifndef EHC_RULES_EXAMPLE_H
#define EHC_RULES_EXAMPLE_H

#include "rules/rules.h"

/*
 * Lines, each with its line end. `bad` is empty where something is missing, `good` where something is to go, and both are
 * where the rule has no examples in share_dir (NULL: none is installed).
 */
struct ehc_example {
	struct ehc_str bad, good;
};
struct ehc_example ehc_example_read(struct ehc_arena *a, const struct ehc_rule *r, const char *share_dir);

#endif
