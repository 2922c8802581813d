/*
 * slots.h - what a provision must say, by its section and its kind, and what it does say.
 *
 * The Code of Practice asks for provision that is "normally quantified". What that means depends on the kind: a therapy
 * has minutes and weeks, training has trainers, equipment has a supplier. Fields and sentences are read together
 * (struct ehc_said); findings on what is missing ask here and never at the fields themselves.
 */
#ifndef EHC_SLOTS_H
#define EHC_SLOTS_H

#include "ehc/prose.h"
#include "rules/rules.h"

enum ehc_provision_kind {
	EHC_PROVISION_UNKNOWN,          /* neither its type nor its words tell */
	EHC_PROVISION_THERAPY, EHC_PROVISION_TEACHING, EHC_PROVISION_STAFFING,
	EHC_PROVISION_TRAINING,         /* of staff */
	EHC_PROVISION_EQUIPMENT,
	EHC_PROVISION_ADJUSTMENT,       /* an approach, an arrangement: what, when, who */
	EHC_PROVISION_NURSING, EHC_PROVISION_CLINIC, EHC_PROVISION_CARE,
};

enum ehc_slot {                         /* bits */
	EHC_SLOT_CONTENT = 1 << 0,
	EHC_SLOT_AMOUNT = 1 << 1,       /* minutes, hours, nights, things; or a definite act */
	EHC_SLOT_FREQUENCY = 1 << 2,
	EHC_SLOT_WEEKS = 1 << 3,
	EHC_SLOT_GROUP = 1 << 4,
	EHC_SLOT_WHO = 1 << 5,
	EHC_SLOT_EXPERTISE = 1 << 6,
	EHC_SLOT_TRAINER = 1 << 7,      /* who trains those who deliver it, or who gives the training */
	EHC_SLOT_SUPERVISOR = 1 << 8,
	EHC_SLOT_HOW_MANY = 1 << 9,     /* training: how many people */
	EHC_SLOT_REPEAT = 1 << 10,      /* training: when again */
	EHC_SLOT_NUMBER = 1 << 11,      /* equipment */
	EHC_SLOT_SUPPLIER = 1 << 12,
	EHC_SLOT_UPKEEP = 1 << 13,
	EHC_SLOT_REVIEW = 1 << 14,
	EHC_SLOT_START = 1 << 15,
};

struct ehc_slots {
	const struct ehc_item *item;
	const struct ehc_said *said;
	enum ehc_provision_kind kind;
	const struct ehc_dose *doses;   /* the field's; where it has none, those of the item's sentences */
	size_t ndoses;
	unsigned expected, filled;      /* EHC_SLOT_...; what only equipment and training must say is looked for where it is expected */
};

/* Of all provision of the plan: read once, for all rules. */
const struct ehc_slots *ehc_slots_read(struct ehc_check *c);
/* Of its n-th. */
static inline const struct ehc_slots *
ehc_slots_of(struct ehc_check *c, size_t nth)
{
	return (c->slots != NULL ? c->slots : ehc_slots_read(c)) + nth;
}
/* The amounts in the item's own sentences, whatever its fields say; at most `most`, with their places in the source. */
size_t ehc_sentence_doses(const struct ehc_check *c, const struct ehc_item *it, struct ehc_dose *out, size_t most);
/* What is expected and not there. */
unsigned ehc_slots_missing(const struct ehc_slots *s);
/* Kinds whose hours are spent with the child. */
bool ehc_provision_is_direct(enum ehc_provision_kind k);
/* Is there anything to judge: words, an amount or a name, and an id that is its own? */
bool ehc_slots_apply(const struct ehc_slots *s);
/* Minutes in a school week; not known where the dose is not given by day or by week. */
struct ehc_ratio ehc_dose_weekly_minutes(const struct ehc_dose *d);
/* 0 to 10: of what is expected, how much is there. */
int ehc_slots_index(const struct ehc_slots *s);

/*
 * What an item leaves open has no words to point at, so the finding points at the item's first words; where a vague
 * phrase is shown with it, at the item alone. All that one item leaves open has the item as its cause, as vague phrases
 * in it have: people see one defect.
 */
struct ehc_finding *ehc_flag_slot(struct ehc_check *c, const struct ehc_slots *s, const char *fmt, ...) EHC_PRINTF(3, 4);
/* The same, for "Provision F1 does not say how often." */
struct ehc_finding *ehc_flag_unsaid(struct ehc_check *c, const struct ehc_slots *s, struct ehc_str missing);

/*
 * What the lexicon's phrases have made the running rule say, so that an amount which says the same is not told twice. It
 * is walked in the order of items, once.
 */
struct ehc_found { size_t next, end; };
struct ehc_found ehc_found_phrases(struct ehc_check *c, const struct ehc_rule *self);
/* The first of them on the item that lies within the span; with EHC_NOSPAN the first on the item. Items are asked in their order. */
struct ehc_finding *ehc_found_on(const struct ehc_check *c, struct ehc_found *found, const struct ehc_item *it, struct ehc_span span);

#endif
