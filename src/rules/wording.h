/*
 * wording.h - how a vague phrase is judged: by what else its item says.
 */
#ifndef EHC_RULES_WORDING_H
#define EHC_RULES_WORDING_H

#include "ehc/prose.h"
#include "rules/rules.h"

/* The items whose words bind somebody: provision in F, G, H1 and H2, and the care of a health care plan. */
bool ehc_item_binds(const struct ehc_item *it);
/* Flags every phrase of the lexicon that belongs to the rule, in every item that binds. */
void ehc_flag_phrases(struct ehc_check *c, const struct ehc_rule *self);
/* Do the item's own words hold a phrase that some rule reports? */
bool ehc_item_has_phrase(const struct ehc_item *it);
/* One match of the item's words, with the severity that two keys give; the item is its cause. */
struct ehc_finding *ehc_flag_match(struct ehc_check *c, const struct ehc_item *it, const struct ehc_match *m, const char *fmt, ...) EHC_PRINTF(4, 5);
/* The whole item, pointing at its first words. */
struct ehc_finding *ehc_flag_opening(struct ehc_check *c, const struct ehc_item *it, const char *fmt, ...) EHC_PRINTF(3, 4);

#endif
