/*
 * dates_agree.c - dates of one plan that cannot all be right: a step before the one that it follows, an end before its
 * beginning, and a sentence that gives another day than its field.
 */
#include "rules/timeline.h"
#include "rules/wording.h"

static void
flag_before(struct ehc_check *c, const struct ehc_item *it, const struct ehc_date *d, ehc_day other, const char *what, const char *of_what)
{
	struct ehc_str said, against;

	if (!ehc_date_known(d) || other == EHC_NODATE || d->day >= other)
		return;
	said = ehc_day_text(c->arena, d->day);
	against = ehc_day_text(c->arena, other);
	ehc_flag_words(c, it, d->span, "%s, %.*s, is before %s of %.*s.", what, EHC_ARG(said), of_what, EHC_ARG(against));
}

struct order { enum ehc_label first, then; const char *what, *of_what; };

/* Steps that a first assessment takes once, in this order. */
static const struct order orders[] = {
	{ EHC_L_REQUESTED, EHC_L_DECIDED, "The decision to assess", "the request" },
	{ EHC_L_REQUESTED, EHC_L_DECIDED_NOT, "The decision not to assess", "the request" },
	{ EHC_L_REQUESTED, EHC_L_DRAFT_SENT, "The day on which the draft was sent", "the request" },
	{ EHC_L_DRAFT_SENT, EHC_L_FINAL_ISSUED, "The day on which the final plan was issued", "the draft" },
	{ EHC_L_DRAFT_SENT, EHC_L_VIEWS_BY, "The last day for the family's views", "the draft" },
	{ EHC_L_SCHOOL_ASKED, EHC_L_SCHOOL_REPLIED, "The school's answer", "the consultation" },
	{ EHC_L_MOVED, EHC_L_MOVE_TOLD, "The new council's letter to the family", "the move" },
	{ EHC_L_REASSESS_ASKED, EHC_L_REASSESS_ANSWERED, "The answer about a re-assessment", "the request for it" },
	{ EHC_L_PAYMENT_STARTED, EHC_L_PAYMENT_REVIEWED, "The review of the direct payment", "the first payment" },
};

static bool
stands_once(const struct ehc_plan *p, enum ehc_label label)
{
	return ehc_plan_event(p, label) != NULL && ehc_plan_event(p, label) == ehc_plan_first_event(p, label);
}

static void
child_born_first(struct ehc_check *c)
{
	const struct ehc_plan *p = c->plan;
	ehc_day day = ehc_document_day(p);
	struct ehc_str other;

	if (!ehc_date_known(&p->child.born))
		return;
	for (size_t i = 0; i < p->nevents; i++)
		if (p->events[i].date.day != EHC_NODATE && (day == EHC_NODATE || p->events[i].date.day < day))
			day = p->events[i].date.day;
	if (day == EHC_NODATE || p->child.born.day <= day)
		return;
	other = ehc_day_text(c->arena, day);
	ehc_flag_words(c, NULL, p->child.born.span, "The date of birth is after a date of the plan, %.*s.", EHC_ARG(other));
}

#define DAYS_APART 45           /* "by July" and the end of term, or the meeting after it, are meant as one */

/* "By July 2027 Jo walks …", with another day under `by:`: which of the two is to be believed? Only a day that the sentence opens with is its own. */
static void
sentence_and_field(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_str said, field;
	struct ehc_finding *f;
	ehc_day day = EHC_NODATE;
	size_t len;

	if (!ehc_date_known(&it->by) || !ehc_str_starts_nocase(it->text.str, "By "))
		return;
	len = ehc_day_read(ehc_str_sub(it->text.str, 3, 43), &day, NULL, NULL);
	if (len == 0 || day == EHC_NODATE || (day - it->by.day <= DAYS_APART && it->by.day - day <= DAYS_APART))
		return;
	said = ehc_str_sub(it->text.str, 3, 3 + len);
	field = ehc_day_text(c->arena, it->by.day);
	f = ehc_flag_words(c, it, it->by.span, "The field gives %.*s, but the sentence says by %.*s.", EHC_ARG(field), EHC_ARG(said));
	ehc_finding_relate(c->out, f, ehc_text_span(&it->text, 3, len), EHC_STR("what the sentence says"));
}

static void
items_in_order(struct ehc_check *c, ehc_day day)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		sentence_and_field(c, it);
		flag_before(c, it, &it->by, day, "The day by which this outcome is to be reached", "the plan");
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		flag_before(c, it, &it->until, day, "The last day of this provision", "the plan");
		if (ehc_date_known(&it->from))
			flag_before(c, it, &it->until, it->from.day, "The last day of this provision", "its first day");
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		if (ehc_date_known(&it->asked))
			flag_before(c, it, &it->received, it->asked.day, "The day on which this advice came", "the request for it");
		if (ehc_date_known(&it->dated))
			flag_before(c, it, &it->received, it->dated.day, "The day on which this advice came", "the date that it bears,");
	}
}

static void
dates_agree(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *ends = ehc_plan_event(p, EHC_L_PLAN_ENDS);
	ehc_day day = ehc_document_day(p);

	(void)self;
	child_born_first(c);
	items_in_order(c, day);
	flag_before(c, NULL, &p->review_due, day, "The day of the next review", "the plan");
	flag_before(c, NULL, ends, day, "The day on which the plan ends", "the plan");
	for (size_t i = 0; i < EHC_COUNT(orders); i++)
		if (stands_once(p, orders[i].first) && stands_once(p, orders[i].then))
			flag_before(c, NULL, ehc_plan_event(p, orders[i].then), ehc_plan_event(p, orders[i].first)->day, orders[i].what, orders[i].of_what);
}

const struct ehc_rule ehc_rules_dates_agree[] = {
	{ .id = "DATE-030", .title = "The plan's dates do not contradict one another", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .after = "OUTC-012",
	    .why = "A date that cannot be right leaves nobody bound to the right one, and shows that words may have been copied from an older plan.",
	    .fix = "Correct the date that is wrong.", .run = dates_agree },
	EHC_NO_MORE_RULES
};
