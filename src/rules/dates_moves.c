/*
 * dates_moves.c - dates of a re-assessment, of the Tribunal's orders and recommendations, of a move to another area or
 * another health body, and of a direct payment.
 */
#include "rules/late.h"

#define THE_COUNCIL "the council"

/* ---- re-assessment ---- */

static void
answer_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *asked = ehc_plan_event(c->plan, EHC_L_REASSESS_ASKED);

	(void)self;
	if (asked != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_REASSESS_ANSWERED, asked->day),
		    .limit = asked->day + EHC_REASSESS_ANSWER_DAYS, .what = "The request for a re-assessment was answered", .limit_name = "the 15-day limit",
		    .step_of = THE_COUNCIL, .from = asked, .from_what = "the request" });
}

static void
reassessed_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *answered = ehc_plan_event(c->plan, EHC_L_REASSESS_ANSWERED);

	(void)self;
	if (answered != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_REASSESS_FINAL, answered->day),
		    .limit = answered->day + EHC_REASSESS_FINAL_DAYS, .what = "The plan after the re-assessment was issued", .limit_name = "the 14-week limit",
		    .step_of = THE_COUNCIL, .from = answered, .from_what = "the decision to re-assess", .clock = EHC_CLOCK_REASSESS });
}

static void
asked_too_soon(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *asked = ehc_plan_event(c->plan, EHC_L_REASSESS_ASKED), *last;
	struct ehc_str on, from;

	(void)self;
	if (asked == NULL || (last = ehc_last_event_before(c->plan, EHC_L_LAST_ASSESSMENT, asked->day)) == NULL ||
	    asked->day >= ehc_day_add_months(last->day, 6))
		return;
	on = ehc_day_long(c->arena, asked->day);
	from = ehc_day_long(c->arena, last->day);
	ehc_flag_words(c, NULL, asked->span, "A re-assessment was asked for on %.*s, within six months of the assessment that ended on %.*s; the council may agree to it, "
	    "but usually need not.", EHC_ARG(on), EHC_ARG(from));
}

/* ---- orders of the Tribunal ---- */

struct order_step {
	enum ehc_order order;
	enum ehc_label label;   /* what carries it out */
	int days;
	const char *what, *limit_name;
};

/* An order may be carried out under its own labels or under those of the step that it asks for. */
static const struct order_step order_steps[] = {
	{ EHC_ORDER_ASSESS, EHC_L_DECIDED, 14, "The family was told of the assessment that the Tribunal ordered", "the limit of 2 weeks from the order" },
	{ EHC_ORDER_ASSESS, EHC_L_REFUSED, 70, "The family was told that the ordered assessment leads to no plan", "the limit of 10 weeks from the order" },
	{ EHC_ORDER_ASSESS, EHC_L_FINAL_ISSUED, 98, "The plan that follows the ordered assessment was issued", "the limit of 14 weeks from the order" },
	{ EHC_ORDER_MAKE, EHC_L_ORDER_DRAFT, 35, "The draft that the Tribunal ordered was sent", "the limit of 5 weeks from the order" },
	{ EHC_ORDER_MAKE, EHC_L_ORDER_DONE, 77, "The plan that the Tribunal ordered was issued", "the limit of 11 weeks from the order" },
	{ EHC_ORDER_MAKE, EHC_L_FINAL_ISSUED, 77, "The plan that the Tribunal ordered was issued", "the limit of 11 weeks from the order" },
	{ EHC_ORDER_AMEND, EHC_L_ORDER_DONE, 35, "The plan was amended as the Tribunal ordered", "the limit of 5 weeks from the order" },
	{ EHC_ORDER_AMEND, EHC_L_AMENDED_FINAL, 35, "The plan was amended as the Tribunal ordered", "the limit of 5 weeks from the order" },
	{ EHC_ORDER_PLACE, EHC_L_ORDER_DONE, 14, "The place that the Tribunal ordered was named", "the limit of 2 weeks from the order" },
	{ EHC_ORDER_PLACE, EHC_L_AMENDED_FINAL, 14, "The place that the Tribunal ordered was named", "the limit of 2 weeks from the order" },
	{ EHC_ORDER_MAINTAIN, EHC_L_ORDER_DONE, 0, "The order to keep the plan was carried out", "the day of the order" },
};

static void
order_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->plan->nevents; i++) {
		const struct ehc_date *order = &c->plan->events[i].date, *told = NULL;
		enum ehc_order kind;

		if (c->plan->events[i].label != EHC_L_TRIBUNAL_ORDER || !ehc_date_known(order))
			continue;
		kind = ehc_order_kind(order->words);
		for (size_t k = 0; k < EHC_COUNT(order_steps); k++) {
			const struct order_step *s = &order_steps[k];
			const struct ehc_date *done = s->order == kind ? ehc_event_from(c->plan, s->label, order->day) : NULL;

			if (done == NULL || (s->label == EHC_L_AMENDED_FINAL && told != NULL) || (s->label == EHC_L_FINAL_ISSUED && told != NULL))
				continue;       /* the order's own label has said it already */
			if (s->label == EHC_L_ORDER_DONE)
				told = done;
			ehc_flag_late(c, &(struct ehc_late){ .done = done, .limit = order->day + s->days, .what = s->what, .limit_name = s->limit_name,
			    .step_of = THE_COUNCIL, .from = order, .from_what = "the order", .clock = EHC_CLOCK_TRIBUNAL });
		}
	}
}

static void
recommendation_answered(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *made = ehc_plan_event(c->plan, EHC_L_RECOMMENDED);

	(void)self;
	if (made != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_RECOMMEND_REPLY, made->day), .limit = made->day + EHC_RECOMMEND_DAYS,
		    .what = "The written reply to the Tribunal's recommendation was sent", .limit_name = "the 5-week limit",
		    .step_of = "the body that the recommendation was made to", .from = made, .from_what = "the recommendation" });
}

/* ---- moves ---- */

/*
 * The plan passes on the day of the move; where the old council did not know of it in time, within 15 working days,
 * the day on which it learned of it counted as the first.
 */
static void
plan_moved_in_time(struct ehc_check *c, const struct ehc_date *moved, const struct ehc_date *passed)
{
	const struct ehc_date *known = ehc_plan_event(c->plan, EHC_L_MOVE_KNOWN);
	struct ehc_late l = { .done = passed, .what = "The plan passed to the new council", .step_of = "the old council" };
	ehc_day by_knowledge;

	if (known == NULL || passed->day < moved->day)
		return;
	by_knowledge = ehc_working_days_from(known->day, EHC_MOVE_WORKING_DAYS);
	l.limit = by_knowledge > moved->day ? by_knowledge : moved->day;
	l.limit_name = by_knowledge > moved->day ? "the limit of 15 working days from learning of the move" : "the day of the move";
	l.from = by_knowledge > moved->day ? known : moved;
	l.from_what = by_knowledge > moved->day ? "the day on which the old council learned of the move" : "the move";
	ehc_flag_late(c, &l);
}

/* The new council reviews by the later of the old anniversary and three months from the transfer. */
static void
reviewed_after_move(struct ehc_check *c, const struct ehc_date *passed)
{
	static const enum ehc_label labels[] = { EHC_L_LAST_REVIEW, EHC_L_FIRST_PLAN, EHC_L_FINAL_ISSUED };
	const struct ehc_date *start = NULL;
	struct ehc_late l = { .what = "The new council's review was held", .step_of = "the new council", .from = passed, .from_what = "the transfer" };
	struct ehc_finding *f;
	ehc_day by_transfer = ehc_day_add_months(passed->day, 3), by_year = EHC_NODATE;

	for (size_t i = 0; i < EHC_COUNT(labels); i++) {
		const struct ehc_date *d = ehc_last_event_before(c->plan, labels[i], passed->day);

		if (d != NULL && (start == NULL || d->day > start->day))
			start = d;
	}
	if (start != NULL)
		by_year = ehc_day_add_months(start->day, 12);
	l.done = ehc_event_from(c->plan, EHC_L_REVIEW_MEETING, passed->day);
	l.limit = by_year > by_transfer ? by_year : by_transfer;
	l.limit_name = by_year > by_transfer ? "the 12 months from the plan or its last review" : "the usual three months from the transfer";
	f = ehc_flag_late(c, &l);
	if (f != NULL && by_year <= by_transfer)
		f->severity = EHC_WARNING;      /* the three months are not confirmed */
}

static void
move_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *moved = ehc_plan_event(c->plan, EHC_L_MOVED), *passed = ehc_plan_event(c->plan, EHC_L_PLAN_MOVED);

	(void)self;
	if (passed == NULL)
		return;
	if (moved != NULL)
		plan_moved_in_time(c, moved, passed);
	ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_MOVE_TOLD, passed->day), .limit = passed->day + EHC_MOVE_TOLD_DAYS,
	    .what = "The new council wrote to the family", .limit_name = "the limit of 6 weeks from the transfer", .step_of = "the new council", .from = passed,
	    .from_what = "the transfer" });
	reviewed_after_move(c, passed);
}

/* The day after the change is counted as the first: whether the change itself counts is not confirmed. */
static void
health_body_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *changed = ehc_plan_event(c->plan, EHC_L_ICB_CHANGED), *told;
	struct ehc_late l = { .limit_name = "the limit of 15 working days" };

	(void)self;
	if (changed == NULL)
		return;
	told = ehc_event_from(c->plan, EHC_L_ICB_NOTIFIED, changed->day);
	l.done = told;
	l.limit = ehc_working_days_from(changed->day + 1, EHC_MOVE_WORKING_DAYS);
	l.what = "The old health body told the new one";
	l.step_of = "the old health body";
	l.from = changed;
	l.from_what = "the change of health body";
	ehc_flag_late(c, &l);
	l.done = ehc_event_from(c->plan, EHC_L_ICB_ASKED_REVIEW, changed->day);
	l.what = "The new health body asked for a review of section G";
	l.step_of = "the new health body";
	if (told != NULL) {
		l.from = told;
		l.from_what = "the old body's notice";
		l.limit = ehc_working_days_from(told->day + 1, EHC_MOVE_WORKING_DAYS);
	}
	ehc_flag_late(c, &l);
}

/* ---- direct payment ---- */

static void
payment_reviewed(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *started = ehc_plan_first_event(c->plan, EHC_L_PAYMENT_STARTED);

	(void)self;
	if (started != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_PAYMENT_REVIEWED, started->day),
		    .limit = ehc_day_add_months(started->day, 3), .what = "The direct payment was first reviewed", .limit_name = "the usual three months",
		    .step_of = THE_COUNCIL, .from = started, .from_what = "the first payment" });
}

const struct ehc_rule ehc_rules_dates_moves[] = {
	{ .id = "DATE-024", .title = "A request for a re-assessment is answered within 15 days", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 25", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	    .why = "A family asks again when needs have changed; the child waits for the answer.",
	    .fix = "Check both dates. The 15 days are calendar days from receiving the request.", .run = answer_in_time },
	{ .id = "DATE-025", .title = "The plan after a re-assessment is issued within 14 weeks", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 27(2)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "Until then the child has the help of a plan that no longer fits.",
	    .fix = "Check both dates. If they are right, tell the family of the delay, and record any exception with what shows it.",
	    .legitimate = "A listed exception made the limit impractical to keep.", .run = reassessed_in_time },
	{ .id = "DATE-026", .title = "An order of the Tribunal is carried out in time", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 44", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family has already waited for a hearing; the order says what the child is to have.",
	    .fix = "Check both dates, and that the words in brackets say what was ordered: assess, make a plan, amend, name a place, or maintain.",
	    .legitimate = "A listed exception made the limit impractical to keep, or the order itself sets another time.", .run = order_in_time },
	{ .id = "DATE-027", .title = "A recommendation of the Tribunal is answered within 5 weeks", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND (First-tier Tribunal Recommendations Power) Regulations 2017", .confidence = EHC_CONFIRMED,
	    .basis = EHC_BASIS_REGULATIONS,
	    .why = "The reply tells the family whether the health or social care that the Tribunal found to be needed will come.",
	    .fix = "Check both dates. The reply is in writing and gives reasons.", .run = recommendation_answered },
	{ .id = "DATE-031", .title = "A plan follows the child to a new area in time", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 15", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "A child who has moved has no provision until the new council holds the plan.",
	    .fix = "Check the dates. Working days leave out weekends and bank holidays.", .run = move_in_time },
	{ .id = "DATE-036", .title = "A direct payment is reviewed in its first three months", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE,
	    .why = "An early look shows whether the money buys what the child needs before much of it is spent.",
	    .fix = "Check both dates, and the time that the council's own policy sets.", .run = payment_reviewed },
	{ .id = "DATE-038", .title = "A change of health body is passed on in time", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 16", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The new body cannot arrange what is in section G before it knows of it.",
	    .fix = "Check the dates. Working days leave out weekends and bank holidays.", .run = health_body_in_time },
	{ .id = "DATE-039", .title = "A re-assessment is asked for more than six months after the last assessment", .severity = EHC_NOTE,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 24", .confidence = EHC_SECONDARY,
	    .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family should know at once whether the request will be taken up, or whether a review would serve the child sooner.",
	    .fix = "Say in the answer whether the council agrees to it all the same.", .run = asked_too_soon },
	EHC_NO_MORE_RULES
};
