/*
 * link.h - the LINK rules that stand outside link.c, and what they share with it.
 */
#ifndef EHC_RULES_LINK_H
#define EHC_RULES_LINK_H

#include "rules/rules.h"

/* There are several items of that kind, and not one of them is tied. */
bool ehc_link_none(const struct ehc_plan *p, enum ehc_item_kind kind, bool (*is_tied)(const struct ehc_item *));

/*
 * subjects.c: what the need is about and no provision of the plan speaks of, at most so many; returns how many. *words gets the
 * sentence of the need that says most plainly that something is lacking, at most a line of it.
 */
size_t ehc_link_unspoken(struct ehc_check *c, const struct ehc_item *need, struct ehc_str *what, size_t most, struct ehc_span *words);

/* references.c */
void ehc_link_broken(struct ehc_check *c, const struct ehc_rule *self);
void ehc_link_twice(struct ehc_check *c, const struct ehc_rule *self);
void ehc_link_health_plan(struct ehc_check *c, const struct ehc_rule *self);
void ehc_link_health_need(struct ehc_check *c, const struct ehc_rule *self);
void ehc_link_budget(struct ehc_check *c, const struct ehc_rule *self);
void ehc_link_advice(struct ehc_check *c, const struct ehc_rule *self);

#endif
