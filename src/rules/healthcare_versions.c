/*
 * healthcare_versions.c - a health care plan beside another one of the same child (`--previous`): is it plain which of two doses
 * holds, and is the plan later than the last change of a dose that the other records? No dose is judged.
 */
#include "rules/healthcare.h"

#include "ehc/diff.h"

/* ---- IHP-054 ---- */

static bool
is_of_dose(enum ehc_label label)
{
	switch (label) {
	case EHC_L_DOSE: case EHC_L_STRENGTH: case EHC_L_MAXIMUM: case EHC_L_MINIMUM_GAP: case EHC_L_VOLUME: case EHC_L_OVER:
		return true;
	default:
		return false;
	}
}

static const struct ehc_change *
change_of_dose(const struct ehc_diff_entry *e)
{
	if (e->part != EHC_DIFF_ITEM || (e->kind != EHC_ITEM_MEDICINE && e->kind != EHC_ITEM_FEED) || e->before.count == 0 || e->after.count == 0)
		return NULL;
	for (size_t i = 0; i < e->changes.count; i++)
		if (is_of_dose(e->changes.items[i].label))
			return &e->changes.items[i];
	return NULL;
}

/* Where the days do not say which plan is the later, both may be in use. */
static void
two_plans_two_doses(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_diff *d = c->previous;

	(void)self;
	if (d == NULL || d->before->status == EHC_CEASED)
		return;
	if (ehc_plan_day(d->after) != EHC_NODATE && ehc_plan_day(d->before) != EHC_NODATE && ehc_plan_day(d->after) > ehc_plan_day(d->before))
		return;
	for (size_t i = 0; i < d->entries.count; i++) {
		const struct ehc_diff_entry *e = &d->entries.items[i];
		const struct ehc_change *change = change_of_dose(e);

		if (change != NULL)
			ehc_flag(c, e->after.items[0], change->after.span.end > 0 ? change->after.span : e->after.items[0]->span,
			    "%.*s is written otherwise in the child's other plan (%s), and the days on which they were written do not tell which holds.",
			    EHC_ARG(ehc_item_Called(c->arena, e->after.items[0])), ehc_keyword(change->label)->spelling);
	}
}

/* ---- IHP-055 ---- */

/* The other plan records a dose of a later day than this plan bears. */
void
ehc_care_older_than_other(struct ehc_check *c)
{
	const struct ehc_diff *d = c->previous;
	ehc_day written = ehc_plan_day(c->plan);

	for (size_t i = 0; d != NULL && written != EHC_NODATE && i < d->entries.count; i++) {
		const struct ehc_diff_entry *e = &d->entries.items[i];
		const struct ehc_change *change = change_of_dose(e);
		size_t at, len;
		ehc_day recorded = change == NULL ? EHC_NODATE : ehc_later_day(change->before.words, written, &at, &len);

		if (recorded != EHC_NODATE)
			ehc_flag(c, e->after.items[0], change->after.span.end > 0 ? change->after.span : e->after.items[0]->span,
			    "The child's other plan has %.*s as of %.*s, which is later than the day on which this plan was written.",
			    EHC_ARG(ehc_item_called(c->arena, e->after.items[0])), EHC_ARG(ehc_day_text(c->arena, recorded)));
	}
}

const struct ehc_rule ehc_rules_healthcare_versions[] = {
	{ .id = "IHP-054", .title = "Two plans for one child do not differ in a dose", .severity = EHC_ERROR, .class_ = EHC_SAFETY, EHC_HCP,
	    EHC_BY_PRACTICE, .run = two_plans_two_doses,
	    .why = "Whoever has the other copy gives what that one says.",
	    .fix = "Ask the prescriber which holds, take the other plan away, and let `written:` say which is the later. Asked with "
	    "`ehc check --previous <the other plan>`." },
	EHC_NO_MORE_RULES
};
