/*
 * amended.c - a plan beside the version before it (`--previous`): does each proposed change say what it rests on, and was the progress
 * of outcomes that are carried over looked at? Without that version these rules have nothing to say.
 */
#include "rules/structure.h"

#include "ehc/diff.h"

/* ---- evidence ---- */

/* What the family hopes for needs no evidence; advice is evidence. */
static bool
wants_evidence(const struct ehc_diff_entry *e)
{
	return e->part == EHC_DIFF_ITEM && (e->kind == EHC_ITEM_NEED || e->kind == EHC_ITEM_OUTCOME || e->kind == EHC_ITEM_PROVISION ||
	    e->kind == EHC_ITEM_BUDGET);
}

/* A reached outcome goes because it was reached: its progress says so. */
static bool
is_explained(const struct ehc_diff_entry *e)
{
	return e->evidence.count > 0 || (e->after.count == 0 && e->changes.items[0].kind == EHC_CHANGE_MET);
}

static void
flag_unexplained(struct ehc_check *c, const struct ehc_diff_entry *e)
{
	const struct ehc_item *it = e->after.count > 0 ? e->after.items[0] : NULL;
	struct ehc_finding *f;

	if (it != NULL && e->before.count > 0) {
		ehc_flag_item(c, it, "%.*s is changed, and names no evidence for it.", EHC_ARG(ehc_item_Called(c->arena, it)));
		return;
	}
	if (it != NULL) {
		ehc_flag_item(c, it, "%.*s is new, and names no evidence for it.", EHC_ARG(ehc_item_Called(c->arena, it)));
		return;
	}
	it = e->before.items[0];
	f = ehc_flag_section(c, e->section, "%.*s of the plan before is taken out, and nothing names the evidence for that.",
	    EHC_ARG(ehc_item_Called(c->arena, it)));
	ehc_finding_suggest(c, f, "amendment %.*s: <why it is taken out>\n  evidence: <K1>", EHC_ARG(it->id_written));
}

/* SECT-028 beside the plan as it stands: what changed is known, whether the plan says so or not. */
void
ehc_sect_amended(struct ehc_check *c)
{
	const struct ehc_diff *d = c->previous;

	if (d->entries.count == 0 && d->reworded.count == 0)
		ehc_flag(c, NULL, c->plan->status_value.text.span, "The plan proposes amendments, and differs in nothing from the plan before.");
	for (size_t i = 0; i < d->entries.count; i++)
		if (wants_evidence(&d->entries.items[i]) && !is_explained(&d->entries.items[i]))
			flag_unexplained(c, &d->entries.items[i]);
}

/* ---- progress ---- */

/* OUTC-017. Between two drafts of one plan nothing has been reviewed. */
static void
carried_over_unseen(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_diff *d = c->previous;

	(void)self;
	if (d == NULL || !ehc_status_is_final(d->before->status))
		return;
	for (size_t i = 0; i < d->carried.count; i++) {
		const struct ehc_item *it = d->carried.items[i].after;

		if (ehc_item_value(it, EHC_L_PROGRESS).text.str.len == 0)
			ehc_flag_item(c, it, "%.*s is as it was in the plan before, and does not say what progress was made.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

const struct ehc_rule ehc_rules_carried[] = {
	{ .id = "OUTC-017", .title = "An outcome that is carried over says what progress was made", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = carried_over_unseen,
	  .why = "An outcome that comes back unchanged each year may be one that nobody works towards, or one that was reached long ago.",
	  .fix = "Add `progress: <what the last review found, with the measure>`. Asked with `ehc check --previous <the plan before>`." },
	EHC_NO_MORE_RULES
};
