/*
 * dates_end.c - the day on which provision ends; and that on which a plan is said to end, beside what the same plan promises for later.
 */
#include "rules/timeline.h"
#include "rules/wording.h"

#define MOST_WEEKS 520          /* ten years; a longer course is no course */

static ehc_day
dose_ends(const struct ehc_item *it, const struct ehc_dose *d)
{
	ehc_day from = d->from != EHC_NODATE ? d->from : ehc_date_known(&it->from) ? it->from.day : EHC_NODATE;

	if (d->until != EHC_NODATE)
		return d->until;
	if (from == EHC_NODATE || d->weeks_kind != EHC_WEEKS_GIVEN || d->weeks_yearly || !ehc_ratio_known(d->weeks) ||
	    ehc_ratio_cmp(d->weeks, ehc_ratio(MOST_WEEKS, 1)) > 0)
		return EHC_NODATE;
	return from + (ehc_day)(7 * d->weeks.num / d->weeks.den);
}

ehc_day
ehc_provision_ends(const struct ehc_item *it)
{
	ehc_day last = EHC_NODATE;

	if (ehc_date_known(&it->until))
		return it->until.day;
	for (size_t i = 0; it->whole != NULL && i < it->whole->ndoses; i++) {
		ehc_day ends = dose_ends(it, &it->whole->doses[i]);

		if (ends != EHC_NODATE && (last == EHC_NODATE || ends > last))
			last = ends;
	}
	return last;
}

static const struct ehc_date *
plan_ends(const struct ehc_plan *p)
{
	const struct ehc_date *ends = ehc_plan_event(p, EHC_L_PLAN_ENDS);

	return ends == NULL || p->status == EHC_CEASED ? NULL : ends;
}

static ehc_day
runs_until(const struct ehc_item *it)
{
	struct ehc_span span;

	return it->kind == EHC_ITEM_OUTCOME ? ehc_outcome_due(it, &span) : ehc_provision_ends(it);
}

/* DATE-044 */
static void
ends_too_soon(struct ehc_check *c, const struct ehc_rule *self)
{
	static const enum ehc_item_kind kinds[] = { EHC_ITEM_OUTCOME, EHC_ITEM_PROVISION };
	const struct ehc_date *ends = plan_ends(c->plan);
	struct ehc_finding *f = NULL;

	(void)self;
	for (size_t k = 0; ends != NULL && k < EHC_COUNT(kinds); k++) {
		const struct ehc_item *it;

		for (EHC_EACH_ITEM(it, c->plan, kinds[k])) {
			ehc_day until = runs_until(it);
			struct ehc_str end, later;

			if (until == EHC_NODATE || until <= ends->day)
				continue;
			end = ehc_day_text(c->arena, ends->day);
			later = ehc_day_text(c->arena, until);
			if (f == NULL)
				f = ehc_flag_words(c, NULL, ends->span, "The plan is said to end on %.*s, but %.*s runs to %.*s.", EHC_ARG(end),
				    EHC_ARG(ehc_item_called(c->arena, it)), EHC_ARG(later));
			ehc_finding_relate(c->out, f, it->span, ehc_arena_printf(c->arena, "runs to %.*s", EHC_ARG(later)));
		}
	}
}

/* DATE-045 */
static void
reviewed_after_end(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *ends = plan_ends(c->plan), *review = &c->plan->review_due;
	struct ehc_finding *f;
	struct ehc_str end, due;

	(void)self;
	if (ends == NULL || !ehc_date_known(review) || review->day <= ends->day)
		return;
	end = ehc_day_text(c->arena, ends->day);
	due = ehc_day_text(c->arena, review->day);
	f = ehc_flag_words(c, NULL, review->span, "The review is due by %.*s, after the day on which the plan is said to end, %.*s.", EHC_ARG(due), EHC_ARG(end));
	ehc_finding_relate(c->out, f, ends->span, EHC_STR("the plan is said to end here"));
}

const struct ehc_rule ehc_rules_dates_end[] = {
	{ .id = "DATE-044", .title = "The plan lasts as long as what it promises", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ends_too_soon,
	  .why = "Nobody need give what is to come after the plan has ended.",
	  .fix = "Take the end out, or give the day after the last outcome and provision; a plan ends by a decision, not by a date set beforehand." },
	{ .id = "DATE-045", .title = "The plan is reviewed before it is said to end", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = reviewed_after_end,
	  .why = "A plan that ends before its review ends without anyone asking the young person.",
	  .fix = "Correct the date that is wrong, or hold the review before the plan ends." },
	EHC_NO_MORE_RULES
};
