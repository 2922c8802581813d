/*
 * advice_report.c - an advice report by itself: who wrote it, and words that nobody could write a plan from. What it recommends is
 * asked what a plan is asked, by the families that ask plans.
 */
#include "rules/passage.h"

#include <string.h>

/* ADV-022 */
static void
unsigned_report(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	struct ehc_str missing[3];
	size_t n = 0;

	(void)self;
	if (p->author.text.str.len == 0)
		missing[n++] = EHC_STR("who wrote it");
	/* "Speech and language therapist, HCPC registered" as the author says both. */
	if (p->author_role.text.str.len == 0 && ehc_services_in(p->author.text.str) == 0)
		missing[n++] = EHC_STR("in what role and with what registration");
	if (p->dated.node == NULL)
		missing[n++] = EHC_STR("when");
	if (n > 0)
		ehc_flag(c, NULL, ehc_plan_place(p), "The report does not say %.*s.", EHC_ARG(ehc_list_words(c->arena, missing, n, n)));
}

/* ADV-023: of the lexicon, what says that something might do good and not that it is needed. */
static void
might_help(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const phrases[] = { "W077", "W111", "W113", "W080" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_prose *p = it->said == NULL ? NULL : it->said->text;

		for (size_t i = 0; p != NULL && i < p->nmatches; i++) {
			const struct ehc_match *m = &p->matches[i];

			for (size_t k = 0; m->list == EHC_LIST_PHRASE && k < EHC_COUNT(phrases); k++)
				if (strcmp(ehc_phrases(NULL)[m->row].id, phrases[k]) == 0)
					ehc_finding_suggest(c, ehc_flag_words(c, it, ehc_text_span(&it->text, m->at, m->len), "\"%.*s\" leaves open whether the child needs it.",
					    EHC_ARG(ehc_prose_words(p, m))), "<child> needs <what>, <minutes>, <how often>, from <role>");
		}
	}
}

/* ADV-024: where a child is taught is decided when all advice is in. */
static void
names_placement(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "should attend", "needs a place at", "a place at", "placement at", "placement in a", "special school placement", "specialist placement",
		"specialist provision placement", "requires a placement", "needs a placement", "requires a specialist school", "needs a special school", "requires a special school",
		"should be placed", "be educated in a special school", "residential placement" };
	static const enum ehc_item_kind kinds[] = { EHC_ITEM_NEED, EHC_ITEM_OUTCOME, EHC_ITEM_PROVISION };
	const struct ehc_item *it;

	(void)self;
	for (size_t k = 0; k < EHC_COUNT(kinds); k++)
		for (EHC_EACH_ITEM(it, c->plan, kinds[k])) {
			const char *which = NULL;
			size_t at = ehc_find_any_said(it->text.str, words, EHC_COUNT(words), &which);

			if (at != SIZE_MAX)
				ehc_flag_words(c, it, ehc_text_span(&it->text, at, strlen(which)), "\"%s\": the report says where the child should be taught, not what is needed there.", which);
		}
}

#define OF_ADVICE(sev, cls, fn) .severity = sev, .class_ = cls, .documents = EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = fn

const struct ehc_rule ehc_rules_advice_report[] = {
	{ .id = "ADV-022", .title = "An advice report says who wrote it, in what role, and when", OF_ADVICE(EHC_WARNING, EHC_COMPLETENESS, unsigned_report),
	  .why = "Nobody can ask an author who is not named, and nobody can tell whether advice without a day is still so.", .fix = "Add `author:`, `role:` and `dated:`." },
	{ .id = "ADV-023", .title = "Advice says what is needed, not what might help", OF_ADVICE(EHC_WARNING, EHC_WORDING, might_help),
	  .why = "A plan that takes these words over promises the child nothing.", .fix = "Say what the child needs, how much, how often and from whom." },
	{ .id = "ADV-024", .title = "Advice names no placement", OF_ADVICE(EHC_WARNING, EHC_WORDING, names_placement),
	  .why = "Where a child is taught is decided when all advice is in; what the child needs there is what the plan must hold.",
	  .fix = "Describe the provision that is needed: who, what, how much, in what group.", .legitimate = "The child's present setting is named as a fact." },
	EHC_NO_MORE_RULES
};
