/*
 * syntax.h - the faults of a file as text, which the parser finds. Their rows are rules like all others, so every
 * output treats them alike; they have no function to run.
 */
#ifndef EHC_RULES_SYNTAX_H
#define EHC_RULES_SYNTAX_H

#include "ehc/rule.h"

/* Each has its row in syntax.c. A number is never used again for something else. */
enum ehc_syntax_fault {
	EHC_SYN_NOT_UTF8,
	EHC_SYN_NUL,
	EHC_SYN_CONTROL,
	EHC_SYN_NO_HEAD,
	EHC_SYN_LATE_HEAD,
	EHC_SYN_SECOND_HEAD,
	EHC_SYN_UNKNOWN_LABEL,
	EHC_SYN_OTHER_DOCUMENT,
	EHC_SYN_MISPLACED_FIELD,
	EHC_SYN_LOOSE_FIELD,
	EHC_SYN_STRAY_TEXT,
	EHC_SYN_HIDDEN_FIELD,
	EHC_SYN_NO_ID,
	EHC_SYN_BAD_ID,
	EHC_SYN_UNWANTED_ID,
	EHC_SYN_REPEATED,
	EHC_SYN_SECTION_LETTER,
	EHC_SYN_NO_WORDS,
	EHC_SYN_TOO_MANY,
	EHC_SYN_NO_COLON,
	EHC_SYN_COUNT
};

extern const struct ehc_rule ehc_rules_syntax[];

#endif
