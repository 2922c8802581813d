/*
 * structure.h - the SECT rules that stand outside structure.c; its table calls them.
 */
#ifndef EHC_RULES_STRUCTURE_H
#define EHC_RULES_STRUCTURE_H

#include "rules/rules.h"

/* placement.c: section I, direct payments */
void ehc_sect_named_in_draft(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_not_named_in_final(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_direct_payment(struct ehc_check *c, const struct ehc_rule *self);

/* record.c: what the plan records about itself */
void ehc_sect_advice_list(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_identity(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_sign_off(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_version(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_review_due(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_copies(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_appeal_notice(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_amendments(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_answered(struct ehc_check *c, const struct ehc_rule *self);
void ehc_sect_amended(struct ehc_check *c);      /* SECT-028, where there is a plan before: amended.c */

#endif
