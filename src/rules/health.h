/*
 * health.h - what the rules on section G ask of an item.
 */
#ifndef EHC_RULES_HEALTH_H
#define EHC_RULES_HEALTH_H

#include "rules/slots.h"

/* A provision of section G whose id is its own. */
bool ehc_is_health_provision(const struct ehc_item *it);
/* In its type, its who or its own words. */
bool ehc_item_mentions(const struct ehc_item *it, const char *words);
bool ehc_item_has_word(const struct ehc_check *c, const struct ehc_item *it, const char *const *words, size_t n);

#endif
