/*
 * healthcare_staff.c - the staff of a health care plan: somebody is named for each task, was trained for it by somebody who
 * can, and was signed off by a health professional.
 */
#include "rules/healthcare.h"

/* Does the person carry out, or cover, a task that needs more than goodwill? The gravest such task, or NULL. */
static const struct ehc_item *
clinical_task(struct ehc_check *c, const struct ehc_item *staff)
{
	const struct ehc_item *best = NULL;

	for (size_t i = 0; i < staff->in.count; i++) {
		const struct ehc_link *l = staff->in.items[i];

		if (l->from->kind != EHC_ITEM_TASK || (l->relation != EHC_REL_DELEGATED_TO && l->relation != EHC_REL_COVER) ||
		    ehc_task_class(c, l->from) < EHC_TASK_TRAINED)
			continue;
		if (best == NULL || ehc_task_class(c, l->from) > ehc_task_class(c, best))
			best = l->from;
	}
	return best;
}

/* ---- IHP-016: somebody is named ---- */

/* The place of the item's first broken link, if it has any: they stand in the order of the items. */
static size_t
first_broken(const struct ehc_plan *p, const struct ehc_item *it)
{
	size_t low = 0, high = p->broken.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->broken.items[middle]->from->nth < it->nth)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
check_named(struct ehc_check *c, const struct ehc_item *task)
{
	struct ehc_value to = ehc_item_value(task, EHC_L_DELEGATED_TO);
	struct ehc_finding *f = NULL;

	for (size_t i = first_broken(c->plan, task); i < c->plan->broken.count && c->plan->broken.items[i]->from == task; i++) {
		const struct ehc_link *l = c->plan->broken.items[i];

		if (l->relation != EHC_REL_DELEGATED_TO || !l->is_words)
			continue;
		f = ehc_flag_words(c, task, l->span, "%.*s is given to a group, which names nobody.",
		    EHC_ARG(ehc_item_Called(c->arena, task)));
		break;
	}
	if (f == NULL && to.node == NULL && ehc_item_count_links(task, EHC_REL_COVER) == 0)
		f = ehc_flag_name(c, task, "%.*s is given to nobody.", EHC_ARG(ehc_item_Called(c->arena, task)));
	if (f != NULL)
		ehc_finding_suggest(c, f, "delegated to: <N1>, <N2>\ncover: <N3>");
}

static void
responsible_staff(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_STAFF].count == 0) {
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan names no member of staff."),
		    "staff N1: <name>, <post>\n  trained for: <task>");
		return;
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK))
		if (it->twin == NULL)
			check_named(c, it);
}

/* ---- IHP-017, IHP-019: training ---- */

#define FIRST_AID "first aid|first aider|first-aid"
#define NOT_TAUGHT "film|video|leaflet|booklet|e-learning|online|read the plan|website"

static bool
is_only_first_aid(const struct ehc_check *c, struct ehc_str trained)
{
	return ehc_says(c, trained, FIRST_AID) && !ehc_says(c, trained, "nurse|doctor|consultant|hospital|own plan|trust|clinic");
}

/* Who trained them, and when: in `trained by:`, in a sign-off, or in a training item. */
static void
check_training(struct ehc_check *c, const struct ehc_item *staff, const struct ehc_item *task)
{
	struct ehc_value by = staff->trained_by;
	const struct ehc_consent *signed_off = ehc_sign_off(staff, task);
	bool taught = by.text.str.len > 0 && !ehc_says(c, by.text.str, NOT_TAUGHT);
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;

	if (is_only_first_aid(c, by.text.str))
		return;
	if (by.text.str.len > 0 && !taught && !ehc_is_clinician(c, by.text.str)) {
		f = ehc_flag_words(c, staff, by.text.span, "%.*s was trained for %s by nobody who could answer a question.",
		    EHC_ARG(ehc_item_Called(c->arena, staff)), task->id);
	} else {
		ehc_gap(&g, by.text.str.len == 0 && signed_off == NULL, EHC_ERROR, "who trained this person, and when");
		ehc_gap(&g, staff->renew_by.count == 0, EHC_WARNING, "when the training is due again");
		f = ehc_flag_unsaid_gaps(c, staff, &g);
	}
	if (f != NULL)
		ehc_finding_suggest(c, f, "trained by: <profession>, <date>, <hours> hours, with this child's own plan\nrenew "
		    "by: <date>");
}

static void
training(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it, *task;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF))
		if (it->twin == NULL && (task = clinical_task(c, it)) != NULL)
			check_training(c, it, task);
}

static void
first_aid(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF))
		if (is_only_first_aid(c, it->trained_by.text.str))
			ehc_finding_suggest(c, ehc_flag_words(c, it, it->trained_by.text.span,
			    "A first aid certificate is the only training that %s has.", it->id),
			    "trained by: <profession>, <date>, <hours> hours, with this child's own plan");
}

/* ---- IHP-018: signed off ---- */

static void
check_sign_off(struct ehc_check *c, const struct ehc_item *staff, const struct ehc_item *task)
{
	const struct ehc_consent *e = ehc_sign_off(staff, task);
	struct ehc_finding *f = NULL;

	if (e == NULL)
		f = ehc_flag_name(c, staff, "Nobody has signed %s off as competent for %s.", staff->id, task->id);
	else if (e->words.len > 0 && !ehc_is_clinician(c, e->words))
		f = ehc_flag_words(c, staff, e->span, "%s was signed off for %s by somebody who is no health professional, as "
		    "far as the plan says.", staff->id, task->id);
	else if (e->day == EHC_NODATE)
		f = ehc_flag_words(c, staff, e->span, "The sign-off of %s for %s has no date.", staff->id, task->id);
	if (f != NULL)
		ehc_finding_suggest(c, f, "competent: %s, <profession>, <date>", task->id);
}

static void
competence(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		for (size_t i = 0; it->twin == NULL && i < it->in.count; i++) {
			const struct ehc_link *l = it->in.items[i];

			if (l->from->kind == EHC_ITEM_TASK &&
			    (l->relation == EHC_REL_DELEGATED_TO || (l->relation == EHC_REL_COVER && !l->assumed)) &&
			    ehc_task_needs_delegator(c, l->from))
				check_sign_off(c, it, l->from);
		}
	}
}

/* ---- IHP-042: training in the rescue medicine for seizures ---- */

#define GUIDELINE 24    /* months: the guideline asks for it at least every two years, many trusts each year */

static bool
gives_midazolam(struct ehc_check *c, const struct ehc_item *task)
{
	for (size_t i = 0; i < task->out.count; i++)
		if (task->out.items[i]->relation == EHC_REL_USES && task->out.items[i]->to != NULL &&
		    ehc_is_midazolam(c, task->out.items[i]->to))
			return true;
	return ehc_says(c, task->text.str, "midazolam");
}

static void
midazolam_training(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	ehc_day today = ehc_today(c);

	(void)self;
	if (today == EHC_NODATE)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		const struct ehc_item *task = clinical_task(c, it);
		const struct ehc_consent *e;
		struct ehc_finding *f;

		if (task == NULL || !gives_midazolam(c, task) || (e = ehc_sign_off(it, task)) == NULL || e->day == EHC_NODATE)
			continue;
		if (ehc_day_add_months(e->day, c->profile->midazolam_months) >= today || (it->renew_by.count > 0 && !ehc_has_lapsed(c, it)))
			continue;
		f = ehc_flag_words(c, it, e->span, "%.*s was last signed off for %s more than %d months ago.",
		    EHC_ARG(ehc_item_Called(c->arena, it)), task->id, c->profile->midazolam_months);
		if (ehc_day_add_months(e->day, GUIDELINE) >= today)
			f->severity = EHC_WARNING;
		ehc_finding_suggest(c, f, "competent: %s, <profession>, <date>\nrenew by: <date>", task->id);
	}
}

#define STAFF_RULE .class_ = EHC_SAFETY, EHC_HCP

const struct ehc_rule ehc_rules_healthcare_staff[] = {
	{ .id = "IHP-016", .title = "Each task is somebody's", .severity = EHC_ERROR, STAFF_RULE, EHC_BY_TEMPLATE,
	    .run = responsible_staff,
	    .why = "What everybody may do is done by nobody, or by somebody who was never shown how.",
	    .fix = "Name the staff who carry out the task, by id, and who steps in." },
	{ .id = "IHP-017", .title = "Training has a trainer, a date and a next date", .severity = EHC_ERROR, STAFF_RULE,
	    .after = "IHP-019 RESP-013", EHC_BY_TEMPLATE, .run = training,
	    .why = "Skills that are seldom used fade, and nobody notices until they are needed.",
	    .fix = "Add `trained by:` with profession and date, and `renew by:`." },
	{ .id = "IHP-018", .title = "A health professional confirmed the competence", .severity = EHC_ERROR, STAFF_RULE,
	    EHC_BY_GUIDANCE, .run = competence,
	    .why = "Only somebody who knows the procedure can see whether it is done safely.",
	    .fix = "Add `competent:` with the task, the professional and the date." },
	{ .id = "IHP-019", .title = "First aid is not training for this child", .severity = EHC_ERROR, STAFF_RULE,
	    EHC_BY_BELIEF, .run = first_aid,
	    .why = "A first aid course does not teach this child's device, medicine or signs.",
	    .fix = "Have somebody who treats the child train staff with the child's own plan." },
	{ .id = "IHP-042", .title = "Training in rescue medicine for seizures is fresh", .severity = EHC_ERROR, STAFF_RULE,
	    .after = "RESP-013",
	    EHC_BY_SOURCE("Epilepsy Nurses Association, training guideline for buccal midazolam (2019)"),
	    .run = midazolam_training,
	    .why = "It is given perhaps once in years, by somebody who must then not hesitate.",
	    .fix = "Have the training repeated, and note the day and the next one.",
	    .legitimate = "The guideline's least interval is two years; where the trust goes by that, set `renew by:` "
	    "accordingly." },
	EHC_NO_MORE_RULES
};
