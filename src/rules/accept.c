/*
 * accept.c - findings that somebody answers for. An acceptance keeps its finding and takes it out of the count; one that
 * says too little, names no rule or hides nothing is itself a finding, so that none is ever left behind unseen.
 */
#include "rules/rules.h"

enum { NO_REASON, NO_SUCH_RULE, HIDES_NOTHING, MAY_NOT, NOBODY };
extern const struct ehc_rule ehc_rules_accept[];

static struct ehc_finding *
report(struct ehc_check *c, int which, const struct ehc_item *it, const struct ehc_accept *accept, struct ehc_str message)
{
	struct ehc_finding *f;

	c->running = &ehc_rules_accept[which];
	f = ehc_flag_words(c, it, accept->span, "%.*s", EHC_ARG(message));
	c->running = NULL;
	return f;
}

static const struct ehc_accept *
acceptance_of(const struct ehc_item *it, const struct ehc_rule *rule)
{
	for (size_t i = 0; i < it->naccepts; i++)
		if (ehc_str_is_nocase(it->accepts[i].rule, rule->id)) {
			it->accepts[i].used = true;
			return &it->accepts[i];
		}
	return NULL;
}

static bool
may_accept(const struct ehc_check *c, const struct ehc_rule *rule)
{
	return !(ehc_status_is_final(c->plan->status) && ehc_rule_is_binding(rule));
}

static struct ehc_str
answer(struct ehc_arena *a, const struct ehc_accept *accept)
{
	struct ehc_str day = accept->day == EHC_NODATE ? EHC_STR("no date") : ehc_day_text(a, accept->day);
	struct ehc_str role = accept->role.len == 0 ? EHC_STR("nobody named") : accept->role;

	return ehc_arena_printf(a, "%.*s; %.*s, %.*s", EHC_ARG(accept->reason), EHC_ARG(role), EHC_ARG(day));
}

/* Rules ran one after the other, so findings of one rule on one item stand together: each such run looks it up once. */
static void
accept_findings(struct ehc_check *c)
{
	const struct ehc_finding *before = NULL;
	const struct ehc_accept *accept = NULL;

	for (size_t i = 0; i < c->out->list.count; i++) {
		struct ehc_finding *f = c->out->list.items[i];

		if (before == NULL || f->item != before->item || f->rule != before->rule)
			accept = f->item == NULL ? NULL : acceptance_of(f->item, f->rule);
		before = f;
		if (accept != NULL && accept->reason.len > 0 && may_accept(c, f->rule))
			f->accepted = answer(c->arena, accept);
	}
}

static void
judge(struct ehc_check *c, const struct ehc_item *it, const struct ehc_accept *accept)
{
	const struct ehc_rule *rule = ehc_rule_find(accept->rule);

	if (rule == NULL) {
		report(c, NO_SUCH_RULE, it, accept, EHC_STR("This acceptance does not name a rule, so nothing is accepted here."));
		return;
	}
	if (!accept->used)
		report(c, HIDES_NOTHING, it, accept, ehc_arena_printf(c->arena,
		    "%s finds nothing in %.*s, so there is nothing to accept.", rule->id, EHC_ARG(ehc_item_called(c->arena, it))));
	else if (!may_accept(c, rule))
		report(c, MAY_NOT, it, accept, ehc_arena_printf(c->arena, "%s cannot be accepted in a final plan: it rests on %s.", rule->id,
		    rule->class_ == EHC_SAFETY ? "the child's safety" : rule->source));
	if (accept->reason.len == 0)
		report(c, NO_REASON, it, accept, ehc_arena_printf(c->arena, "%s is accepted without a reason, so it still counts.",
		    rule->id));
	else if (accept->role.len == 0 || accept->day == EHC_NODATE)
		report(c, NOBODY, it, accept, ehc_arena_printf(c->arena, "%s is accepted, but %s is not said.", rule->id,
		    accept->role.len > 0 ? "when" : accept->day == EHC_NODATE ? "by whom and when" : "by whom"));
}

void
ehc_findings_accept(struct ehc_check *c)
{
	accept_findings(c);
	if (c->plan->is_template)
		return;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		for (size_t i = 0; i < it->naccepts; i++)
			judge(c, it, &it->accepts[i]);
}

#define ANY_PLAN (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE)

/* ORDER: the enum at the top. They have no function of their own: they are found while accepting. */
const struct ehc_rule ehc_rules_accept[] = {
	{ .id = "ACPT-001", .title = "An acceptance gives its reason",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Whoever reads the plan later must be able to see why a known weakness was left for this child.",
	  .fix = "Write `accept: <rule> because <reason>; <role>, <date>`." },
	{ .id = "ACPT-002", .title = "An acceptance names a rule",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A mistyped rule accepts nothing, and the finding that it was meant for still counts.",
	  .fix = "Write the rule's id as the finding shows it." },
	{ .id = "ACPT-003", .title = "An acceptance hides something",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "An acceptance that outlives its finding would hide the next one silently.",
	  .fix = "Take the `accept:` line out." },
	{ .id = "ACPT-004", .title = "What the law or safety asks for is not accepted away in a final plan",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "The child is owed what an Act or Regulations ask for, and safety, whoever answers for leaving it out.",
	  .fix = "Mend the finding itself, then take the `accept:` line out." },
	{ .id = "ACPT-005", .title = "An acceptance says by whom and when",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Somebody in a role answers for it on a day; otherwise nobody does.",
	  .fix = "Write `accept: <rule> because <reason>; <role>, <date>`." },
	EHC_NO_MORE_RULES
};
