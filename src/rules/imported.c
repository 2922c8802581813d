/*
 * imported.c - what an import leaves to a person: words that found no place, and readings that nobody has confirmed.
 */
#include "ehc/prose.h"
#include "rules/rules.h"

/* IMP-001 */
static void
unplaced(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_prose_entry *e;

	(void)self;
	for (size_t n = 0; (e = ehc_plan_text(c->plan, EHC_L_UNPLACED, n)) != NULL; n++)
		ehc_flag_words(c, NULL, e->text.span, "These words of the draft have found no place in the plan.");
}

/* IMP-002 */
static void
unconfirmed(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		const struct ehc_node *f = ehc_node_field(it->node, EHC_L_UNCONFIRMED);

		if (f != NULL)
			ehc_flag_words(c, it, f->text.span, "%.*s was read from another document, and nobody has confirmed it.", EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

const struct ehc_rule ehc_rules_imported[] = {
	{ .id = "IMP-001", .title = "Every word of the draft has its place", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = unplaced,
	  .why = "What stands under `unplaced:` is neither checked nor printed: the child would lose it.",
	  .fix = "Move the words to the label that they belong to, or delete the line where they are no part of the plan.",
	  .fix_in_draft = "Put it under the heading of the section where it belongs, or delete it." },
	{ .id = "IMP-002", .title = "What was imported is confirmed by a person", .severity = EHC_ERROR, .class_ = EHC_SAFETY,
	  .documents = EHC_FOR_HEALTH_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = unconfirmed,
	  .why = "A dose or a step that was misread could harm the child.",
	  .fix = "Compare it with the prescription or the clinician's plan, write it under its own label, and take `unconfirmed:` away.",
	  .fix_in_draft = "Compare it with the prescription or the clinician's plan, word by word." },
	EHC_NO_MORE_RULES
};
