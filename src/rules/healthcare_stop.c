/*
 * healthcare_stop.c - what keeps an agreed health care plan from being printed. Staff act on the sheet on the wall without
 * reading a report first, so a plan with one of these faults is better not written at all: two doses for one medicine, a
 * medicine or a review out of date, something that no person has confirmed, an emergency medicine that nobody may give.
 */
#include "rules/healthcare.h"

#include <stdlib.h>
#include <string.h>

struct stops {
	struct ehc_check *c;
	struct ehc_stops *out;
	ehc_day today;
};

static void
stop(struct stops *s, struct ehc_span where, struct ehc_str why)
{
	EHC_PUSH(s->c->arena, s->out, (struct ehc_stop){ where, why });
}

/* The rule has found them already; being about safety, it can be neither lowered nor accepted away. */
static void
contradictions(struct stops *s)
{
	for (size_t i = 0; i < s->c->out->list.count; i++) {
		const struct ehc_finding *f = s->c->out->list.items[i];

		if (f->severity == EHC_ERROR && strcmp(f->rule->id, "IHP-056") == 0)
			stop(s, f->span, f->message);
	}
}

static bool
is_past(const struct stops *s, const struct ehc_date *d)
{
	return d->node != NULL && d->day != EHC_NODATE && s->today != EHC_NODATE && d->day < s->today;
}

static void
out_of_date(struct stops *s)
{
	const struct ehc_date *review = &s->c->plan->review_due;
	const struct ehc_item *it;

	if (is_past(s, review))
		stop(s, review->span, ehc_arena_printf(s->c->arena, "the plan was to be reviewed by %.*s",
		    EHC_ARG(ehc_day_text(s->c->arena, review->day))));
	for (EHC_EACH_ITEM(it, s->c->plan, EHC_ITEM_MEDICINE)) {
		for (size_t i = 0; !ehc_is_home_medicine(s->c, it) && i < it->expires.count; i++)
			if (is_past(s, &it->expires.items[i]))
				stop(s, it->expires.items[i].span, ehc_arena_printf(s->c->arena, "medicine %s expired on %.*s", it->id,
				    EHC_ARG(ehc_day_text(s->c->arena, it->expires.items[i].day))));
	}
}

static void
not_confirmed(struct stops *s)
{
	const struct ehc_tree *tree = s->c->plan->tree;

	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next)
		for (const struct ehc_node *f = ehc_node_field(n, EHC_L_UNCONFIRMED); f != NULL; f = ehc_node_next_field(f))
			stop(s, f->span, EHC_STR("this was read from another document, and no person has confirmed it"));
}

/* ---- who may give it today ---- */

/* Signed off where the task asks for that, and due again no earlier than today. */
static bool
is_in_date(const struct stops *s, const struct ehc_item *staff, const struct ehc_item *task)
{
	const struct ehc_date *lapse = ehc_lapse(staff);
	const struct ehc_consent *e = ehc_sign_off(staff, task);

	if (lapse != NULL && s->today != EHC_NODATE && lapse->day < s->today)
		return false;
	return task == NULL || !ehc_task_needs_delegator(s->c, task) || (e != NULL && e->day != EHC_NODATE);
}

static bool
has_giver_by_task(const struct stops *s, const struct ehc_item *medicine)
{
	for (size_t i = 0; i < medicine->in.count; i++) {
		const struct ehc_item *people[EHC_PEOPLE_MOST], *task = medicine->in.items[i]->from;
		size_t n;

		if (medicine->in.items[i]->relation != EHC_REL_USES)
			continue;
		n = ehc_task_people(task, people, EHC_PEOPLE_MOST);
		for (size_t k = 0; k < n; k++)
			if (is_in_date(s, people[k], task))
				return true;
	}
	return false;
}

/* Words that say who gives it. Staff of the plan count by their own dates; whoever else is named is no member of staff. */
static bool
has_giver_in(const struct stops *s, struct ehc_str who)
{
	const struct ehc_item *it;
	bool named = false;

	if (who.len == 0)
		return false;
	for (EHC_EACH_ITEM(it, s->c->plan, EHC_ITEM_STAFF)) {
		if (!ehc_says(s->c, who, it->id))
			continue;
		named = true;
		if (is_in_date(s, it, NULL))
			return true;
	}
	return !named;
}

/* Where a task hands it to named people, they alone are counted: a step that names one of them says nothing new. */
static bool
has_giver(const struct stops *s, const struct ehc_item *medicine)
{
	struct ehc_str by = ehc_field_words(s->c, medicine, EHC_L_GIVEN_BY);

	if (ehc_gives_it_alone(s->c, by) || has_giver_by_task(s, medicine))
		return true;
	if (ehc_item_count_linked(medicine, EHC_REL_USES) > 0)
		return false;
	if (has_giver_in(s, by))
		return true;
	for (size_t i = 0; i < medicine->ngiven_in; i++)
		if (has_giver_in(s, medicine->given_in[i]->who))
			return true;
	return false;
}

static void
nobody_may_give(struct stops *s)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, s->c->plan, EHC_ITEM_MEDICINE))
		if (it->twin == NULL && !ehc_is_home_medicine(s->c, it) && ehc_is_rescue(s->c, it) && !has_giver(s, it))
			stop(s, it->span, ehc_arena_printf(s->c->arena, "medicine %s is needed in an emergency, and nobody named in "
			    "the plan is trained to give it and in date", it->id));
}

static int
by_place(const void *a, const void *b)
{
	const struct ehc_stop *x = a, *y = b;

	return x->where.start < y->where.start ? -1 : x->where.start > y->where.start;
}

struct ehc_stops
ehc_care_stops(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_profile *profile, struct ehc_findings *findings, ehc_day as_of)
{
	struct ehc_check c = { .plan = plan, .profile = profile, .out = findings, .arena = a, .as_of = as_of };
	struct ehc_stops out = { NULL, 0, 0 };
	struct stops s = { &c, &out, EHC_NODATE };

	if (plan->kind != EHC_DOC_HEALTH_PLAN || plan->is_template || !ehc_status_is_final(plan->status))
		return out;
	s.today = ehc_today(&c);
	contradictions(&s);
	out_of_date(&s);
	not_confirmed(&s);
	nobody_may_give(&s);
	if (out.count > 0)
		qsort(out.items, out.count, sizeof(*out.items), by_place);
	return out;
}
