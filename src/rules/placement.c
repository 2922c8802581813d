/*
 * placement.c - section I at each stage, and what a direct payment must meet. No rule here judges a placement.
 */
#include "rules/structure.h"

static bool
is_stated(const struct ehc_value *v)
{
	return v->node != NULL && !ehc_says_nothing(v->text.str);
}

/* SECT-009. A working plan may hold what the draft must leave out; the draft that is sent may not. */
void
ehc_sect_named_in_draft(struct ehc_check *c, const struct ehc_rule *self)
{
	bool named = is_stated(&c->plan->placement_name);
	const struct ehc_value *stated = named ? &c->plan->placement_name : &c->plan->placement_type;
	struct ehc_finding *f;

	(void)self;
	if (!is_stated(stated))
		return;
	f = ehc_flag_words(c, NULL, stated->text.span, "Section I of this %s %s.",
	    c->plan->status == EHC_WORKING ? "working plan" : "draft", named ? "names a placement" : "gives a type of placement");
	f->section = EHC_I;
	if (c->plan->status == EHC_WORKING)
		f->severity = EHC_WARNING;
}

static bool
says_type(const struct ehc_check *c, struct ehc_str s)
{
	static const char *const types[] = {
		"school", "academy", "college", "nursery", "pre-school", "preschool", "university", "institution", "provider", "special",
		"mainstream", "maintained", "independent", "alternative provision", "pupil referral unit",
	};

	return ehc_says_any(c, s, types, EHC_COUNT(types));
}

/* "The Hill School until a special school place is found": where the child is now, and not where the plan is to be carried out. */
static void
flag_waiting(struct ehc_check *c, const struct ehc_value *v)
{
	static const char *const waits[] = { "until", "pending", "whilst", "while" };
	static const char *const for_what[] = { "found", "identified", "becomes available", "is available", "secured", "confirmed", "agreed", "consultation", "consultations", "decided" };
	struct ehc_finding *f;

	if (!ehc_says_any(c, v->text.str, waits, EHC_COUNT(waits)) || !ehc_says_any(c, v->text.str, for_what, EHC_COUNT(for_what)))
		return;
	f = ehc_flag_words(c, NULL, v->text.span, "Section I names where the child waits for another place, and not the type of place that the child needs.");
	f->section = EHC_I;
	f->severity = EHC_WARNING;
	ehc_finding_help(c, f, "Name the type of school that the plan can be carried out in; say elsewhere what is given until the place is there.");
}

/* SECT-011 */
void
ehc_sect_not_named_in_final(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	struct ehc_finding *f;

	(void)self;
	flag_waiting(c, &p->placement_name);
	flag_waiting(c, &p->placement_type);
	if (is_stated(&p->placement_otherwise) || is_stated(&p->placement_type))
		return;
	if (!is_stated(&p->placement_name)) {
		ehc_flag_section(c, EHC_I, "Section I of this final plan gives neither a school or other setting nor a type of one.");
		return;
	}
	if (says_type(c, p->placement_name.text.str) || is_stated(&p->child.setting_type))
		return;
	f = ehc_flag_words(c, NULL, p->placement_name.text.span, "Section I names a setting but does not say of what type it is.");
	f->section = EHC_I;
	f->severity = EHC_WARNING;
}

/* ---- direct payments ---- */

static bool
mentions_direct_payment(const struct ehc_value *v)
{
	return ehc_str_find_nocase(v->text.str, "direct payment") != SIZE_MAX;
}

/* Some budgets are notional or held by the school; one that does not say so is read as a direct payment. */
static bool
is_direct_payment(const struct ehc_check *c, const struct ehc_item *budget)
{
	static const char *const other[] = { "notional", "third party", "arranged", "school holds", "held by the school", "organised" };
	bool says_direct = ehc_may_mention(c, "direct payment") &&
	    (mentions_direct_payment(&budget->type) || ehc_str_find_nocase(budget->text.str, "direct payment") != SIZE_MAX);

	return says_direct || !(ehc_says_any(c, budget->type.text.str, other, EHC_COUNT(other)) ||
	    ehc_says_any(c, budget->text.str, other, EHC_COUNT(other)));
}

/* Its own links, or those of the provision that it pays for. */
static bool
reaches(const struct ehc_item *budget, enum ehc_relation relation)
{
	if (ehc_item_count_links(budget, relation) > 0)
		return true;
	for (size_t i = 0; i < budget->out.count; i++) {
		const struct ehc_link *link = budget->out.items[i];

		if (link->relation == EHC_REL_PAYS_FOR && link->to != NULL && ehc_item_count_links(link->to, relation) > 0)
			return true;
	}
	return false;
}

/* A payment that buys only health or social care is outside the regulation. */
static bool
buys_education(const struct ehc_item *budget)
{
	size_t paid = 0;

	for (size_t i = 0; i < budget->out.count; i++) {
		const struct ehc_link *link = budget->out.items[i];

		if (link->relation != EHC_REL_PAYS_FOR || link->to == NULL)
			continue;
		if (link->to->section == EHC_F)
			return true;
		paid++;
	}
	return paid == 0;
}

static void
check_budget(struct ehc_check *c, const struct ehc_item *budget)
{
	bool needs = reaches(budget, EHC_REL_FOR), outcomes = reaches(budget, EHC_REL_TOWARDS);
	struct ehc_finding *f;

	if ((needs && outcomes) || !is_direct_payment(c, budget) || !buys_education(budget))
		return;
	f = ehc_finding_unsaid(c, ehc_flag(c, budget, budget->span, "%.*s", EHC_ARG(ehc_item_Called(c->arena, budget))),
	    ehc_arena_printf(c->arena, "which %s the direct payment is to meet", needs ? "outcomes" : outcomes ? "needs" : "needs and outcomes"));
	f->cause = budget;      /* as LINK-019: a budget that says nothing is one defect */
	ehc_finding_help(c, f, "Add %s%s%s under %.*s.", needs ? "" : "`for: <needs>`", needs || outcomes ? "" : " and ",
	    outcomes ? "" : "`towards: <outcomes>`", EHC_ARG(ehc_item_called(c->arena, budget)));
}

/* SECT-012 */
void
ehc_sect_direct_payment(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET))
		check_budget(c, it);
	if (!ehc_may_mention(c, "direct payment"))
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_finding *f;

		if (it->section != EHC_F || !mentions_direct_payment(&it->funded_by) || ehc_item_count_linked(it, EHC_REL_PAYS_FOR) > 0)
			continue;
		f = ehc_flag_words(c, it, it->funded_by.text.span, 
		    "%.*s is bought with a direct payment, but nothing in section J pays for it.", EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_help(c, f, "Add to section J: `budget J<n>: Direct payment for <what>` with `pays for: %s`, `for: <needs>` "
		    "and `towards: <outcomes>`.", it->id);
	}
}
