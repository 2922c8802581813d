/*
 * advised.c - where the plan is vague and its advice is not: the suggestion is the advice, word for word, with where it stands. A
 * figure that the advice does not hold is never put in. Where the advice is as vague as the plan, its author is who to ask.
 */
#include "rules/rules.h"

#include <string.h>

/* What a rule finds missing, by the slots of the advice that would answer it. */
static const struct { const char *rule; unsigned slots; } answers[] = {
	{ "QUANT-001", EHC_GIVES_AMOUNT }, { "QUANT-002", EHC_GIVES_OFTEN }, { "QUANT-003", EHC_GIVES_WEEKS }, { "QUANT-004", EHC_GIVES_GROUP },
	{ "QUANT-005", EHC_GIVES_WHO }, { "QUANT-006", EHC_GIVES_WHO }, { "QUANT-009", EHC_GIVES_WHO }, { "QUANT-010", EHC_GIVES_AMOUNT | EHC_GIVES_OFTEN },
	{ "QUANT-011", EHC_GIVES_AMOUNT | EHC_GIVES_OFTEN }, { "QUANT-013", EHC_GIVES_AMOUNT }, { "QUANT-018", EHC_GIVES_AMOUNT }, { "QUANT-022", EHC_GIVES_AMOUNT },
	{ "SPEC-001", EHC_GIVES_AMOUNT | EHC_GIVES_OFTEN }, { "SPEC-007", EHC_GIVES_AMOUNT | EHC_GIVES_OFTEN }, { "SPEC-008", EHC_GIVES_AMOUNT | EHC_GIVES_OFTEN },
};

static unsigned
answered_by(const struct ehc_rule *r)
{
	for (size_t i = 0; i < EHC_COUNT(answers); i++)
		if (strcmp(answers[i].rule, r->id) == 0)
			return answers[i].slots;
	return 0;
}

static void
fill(struct ehc_check *c, struct ehc_finding *f, const struct ehc_recommendation *r, unsigned slots)
{
	struct ehc_str name = ehc_advice_called(c->arena, r->report, r->cited);
	struct ehc_str words = slots == EHC_GIVES_WHO ? r->given.who_words : r->given.amount_words;

	if ((r->given.slots & slots) == slots && words.len > 0)
		ehc_finding_suggest(c, f, "%.*s recommends \"%.*s\"", EHC_ARG(name), EHC_ARG(words));
	else if ((r->given.slots & slots) != slots)
		ehc_finding_help(c, f, "%.*s does not say %.*s either: ask its author.", EHC_ARG(name), EHC_ARG(ehc_given_words(c->arena, slots & ~r->given.slots)));
}

void
ehc_findings_advise(struct ehc_check *c)
{
	for (size_t i = 0; c->against != NULL && i < c->out->list.count; i++) {
		struct ehc_finding *f = c->out->list.items[i];
		unsigned slots = answered_by(f->rule);
		const struct ehc_matter *m = slots == 0 || f->item == NULL || f->item->kind != EHC_ITEM_PROVISION ? NULL : ehc_matter_of(c->against, f->item);

		if (m != NULL && m->ntheirs == 1 && !m->theirs[0]->declined)
			fill(c, f, m->theirs[0], slots);
	}
}
