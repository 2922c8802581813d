/*
 * dates.c - the dates of a first assessment, from the request to the last day for an appeal, and the exceptions that
 * are claimed for them. Nothing here needs the day of the run: a step is judged once the plan records it.
 */
#include "rules/late.h"

#define THE_COUNCIL "the council"

/* The final plan that answers the request; the date that the plan bears where the timeline does not say. */
static const struct ehc_date *
final_plan(const struct ehc_plan *p, const struct ehc_date *start)
{
	const struct ehc_date *issued = ehc_event_from(p, EHC_L_FINAL_ISSUED, start != NULL ? start->day : EHC_NODATE);

	if (issued == NULL && p->status == EHC_FINAL)
		issued = ehc_issue_date(p);
	return issued;
}

static const char *
start_named(const struct ehc_plan *p)
{
	return ehc_plan_first_event(p, EHC_L_REQUESTED) != NULL ? "the request" : "the day on which the council became responsible";
}

/* ---- steps of the council ---- */

static void
decision_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *start = ehc_clock_start(c->plan);
	struct ehc_late l = { .step_of = THE_COUNCIL, .limit_name = "the 6-week limit", .clock = EHC_CLOCK_DECIDE };

	(void)self;
	if (start == NULL)
		return;
	l.from = start;
	l.from_what = start_named(c->plan);
	l.limit = start->day + EHC_DECIDE_DAYS;
	l.what = "The family was told that there will be an assessment";
	l.done = ehc_event_from(c->plan, EHC_L_DECIDED, start->day);
	ehc_flag_late(c, &l);
	l.what = "The family was told that there will be no assessment";
	l.done = ehc_event_from(c->plan, EHC_L_DECIDED_NOT, start->day);
	ehc_flag_late(c, &l);
}

static void
refusal_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *start = ehc_clock_start(c->plan);

	(void)self;
	if (start != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_REFUSED, start->day), .limit = start->day + EHC_REFUSE_DAYS,
		    .what = "The family was told that there will be no plan", .limit_name = "the 16-week limit", .step_of = THE_COUNCIL, .from = start,
		    .from_what = start_named(c->plan), .clock = EHC_CLOCK_REFUSE });
}

/* Also while the plan is a draft: once it is sent, the family's 15 days fix the earliest day of the final plan. */
static void
final_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *start = ehc_clock_start(c->plan), *draft;
	struct ehc_late l = { .what = "The final plan was issued", .limit_name = "the 20-week limit", .step_of = THE_COUNCIL, .clock = EHC_CLOCK_FINAL };
	struct ehc_finding *f;
	struct ehc_date earliest;

	(void)self;
	if (start == NULL)
		return;
	l.from = start;
	l.from_what = start_named(c->plan);
	l.limit = start->day + EHC_FINAL_DAYS;
	l.done = final_plan(c->plan, start);
	if (l.done != NULL) {
		ehc_flag_late(c, &l);
		return;
	}
	draft = ehc_plan_event(c->plan, EHC_L_DRAFT_SENT);
	if (draft == NULL || draft->day < start->day || ehc_plan_event(c->plan, EHC_L_REFUSED) != NULL)
		return;
	earliest = *draft;
	earliest.day = ehc_earliest_final(draft->day);
	l.done = &earliest;
	l.what = "Because of the day on which the draft was sent, the final plan can be issued at the earliest";
	f = ehc_flag_late(c, &l);
	if (f != NULL)
		f->cause = start;       /* once the limit has passed, DATE-043 says so too */
}

/* ---- advice ---- */

/* The entry's own dates; the timeline's request where there is only one, and its last answer where no entry has its own. */
static void
advice_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *first = ehc_plan_first_event(c->plan, EHC_L_ADVICE_ASKED);
	const struct ehc_date *only = first == ehc_plan_event(c->plan, EHC_L_ADVICE_ASKED) ? first : NULL;
	const struct ehc_item *it;
	bool any = false;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		const struct ehc_date *asked = ehc_date_known(&it->asked) ? &it->asked : only;

		if (!ehc_date_known(&it->received))
			continue;
		any = true;
		if (asked != NULL)
			ehc_flag_late(c, &(struct ehc_late){ .item = it, .done = &it->received, .limit = asked->day + EHC_DECIDE_DAYS, .what = "This advice came",
			    .limit_name = "the 6-week limit", .step_of = ehc_arena_cstr(c->arena, ehc_arena_printf(c->arena, "the author of %.*s", EHC_ARG(ehc_item_called(c->arena, it)))), .from = asked, .from_what = "the council's request for it",
			    .clock = EHC_CLOCK_ADVICE });
	}
	if (!any && only != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_plan_event(c->plan, EHC_L_ADVICE_CAME), .limit = only->day + EHC_DECIDE_DAYS,
		    .what = "The last advice came", .limit_name = "the 6-week limit", .step_of = "the adviser", .from = only,
		    .from_what = "the council's request for advice", .clock = EHC_CLOCK_ADVICE });
}

/* ---- the family's 15 days ---- */

static void
fifteen_days(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *final = final_plan(c->plan, ehc_clock_start(c->plan)), *draft;
	struct ehc_str issued, served, last, earliest;
	struct ehc_finding *f;

	(void)self;
	if (final == NULL)
		return;
	draft = ehc_last_event_before(c->plan, EHC_L_DRAFT_SENT, final->day + 1);
	if (draft == NULL || final->day >= ehc_earliest_final(draft->day))
		return;
	issued = ehc_day_long(c->arena, final->day);
	served = ehc_day_long(c->arena, draft->day);
	last = ehc_day_long(c->arena, ehc_views_end(draft->day));
	earliest = ehc_day_long(c->arena, ehc_earliest_final(draft->day));
	f = ehc_flag_words(c, NULL, final->span, "The final plan was issued on %.*s, but the draft was sent on %.*s and the family had until the end of %.*s "
	    "to answer it; the earliest day for the final plan was %.*s.", EHC_ARG(issued), EHC_ARG(served), EHC_ARG(last), EHC_ARG(earliest));
	f->step_of = EHC_STR(THE_COUNCIL);
	ehc_finding_relate(c->out, f, draft->span, EHC_STR("the draft was sent here; this day is the first of the 15"));
}

static void
views_period(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->plan->nevents; i++) {
		const struct ehc_date *by = &c->plan->events[i].date, *draft;
		struct ehc_str said, served, last;
		struct ehc_finding *f;

		if (c->plan->events[i].label != EHC_L_VIEWS_BY || !ehc_date_known(by))
			continue;
		draft = ehc_last_event_before(c->plan, EHC_L_DRAFT_SENT, by->day + 1);
		if (draft == NULL || by->day >= ehc_views_end(draft->day))
			continue;
		said = ehc_day_long(c->arena, by->day);
		served = ehc_day_long(c->arena, draft->day);
		last = ehc_day_long(c->arena, ehc_views_end(draft->day));
		f = ehc_flag_words(c, NULL, by->span, "The family was asked for its views by %.*s; with the draft sent on %.*s, 15 days run to the end of %.*s.",
		    EHC_ARG(said), EHC_ARG(served), EHC_ARG(last));
		f->step_of = EHC_STR(THE_COUNCIL);
		ehc_finding_relate(c->out, f, draft->span, EHC_STR("the draft was sent here; this day is the first of the 15"));
	}
}

/* ---- exceptions ---- */

/* The first step that the exception is claimed for, of those that have a list of reasons. */
static enum ehc_clock
clock_of(const struct ehc_exception *e)
{
	for (enum ehc_clock k = EHC_CLOCK_FINAL; k >= EHC_CLOCK_DECIDE; k--)
		if (ehc_exception_is_for(e, k))
			return k;
	return ehc_exception_is_for(e, EHC_CLOCK_REASSESS) ? EHC_CLOCK_REASSESS : EHC_CLOCK_TRIBUNAL;
}

static struct ehc_shown
test_exception(const struct ehc_check *c, const struct ehc_exception *e)
{
	const struct ehc_date *start = ehc_clock_start(c->plan);

	return ehc_exception_test(c, e, clock_of(e), start != NULL ? start->day : EHC_NODATE, start != NULL ? start->day + EHC_FINAL_DAYS : INT32_MAX);
}

static const char *
evidence_wanted(enum ehc_reason reason)
{
	switch (reason) {
	case EHC_REASON_CLOSURE:
		return "the first closed day and the day of re-opening (`school closed:`) and the day on which the school's advice was asked for";
	case EHC_REASON_ABSENCE:
		return "the first and the last day away (`absent:`)";
	case EHC_REASON_MISSED:
		return "the day of the appointment (`missed appointment:`)";
	default:
		return "what shows it, and its date (`exception evidence:`)";
	}
}

static void
exception_shown(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < ehc_exception_count(c->plan); i++) {
		const struct ehc_exception *e = &c->plan->exceptions[i];
		enum ehc_reason reason = ehc_exception_reason(e->reason.text.str);
		struct ehc_shown shown;

		if (reason == EHC_REASON_UNKNOWN) {
			ehc_flag_words(c, NULL, e->reason.text.span, "The exception that is claimed is none of the reasons that the Regulations list.");
			continue;
		}
		shown = test_exception(c, e);
		if (shown.proof == EHC_PROOF_MISSING)
			ehc_flag_words(c, NULL, e->reason.text.span, "An exception is claimed, but the plan does not record %s.", evidence_wanted(reason));
		else if (shown.proof == EHC_PROOF_FAILS && reason != EHC_REASON_CLOSURE)
			ehc_flag_words(c, NULL, e->reason.text.span, "An exception is claimed that the plan's dates do not bear out: %.*s.", EHC_ARG(shown.fact));
	}
}

static void
closure_holds(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < ehc_exception_count(c->plan); i++) {
		const struct ehc_exception *e = &c->plan->exceptions[i];
		struct ehc_shown shown;

		if (ehc_exception_reason(e->reason.text.str) != EHC_REASON_CLOSURE)
			continue;
		shown = test_exception(c, e);
		if (shown.proof == EHC_PROOF_FAILS)
			ehc_flag_words(c, NULL, e->reason.text.span, "The closure of the school is claimed as the reason, but the plan's dates do not bear it out: %.*s.",
			    EHC_ARG(shown.fact));
	}
}

/* ---- limits on days when nobody works ---- */

static void
flag_idle_limit(struct ehc_check *c, const struct ehc_date *from, ehc_day limit, const struct ehc_date *done, const char *name)
{
	int year, month, day;
	struct ehc_str said;

	if (from == NULL || (done != NULL && done->day <= limit))
		return;
	ehc_day_parts(limit, &year, &month, &day);
	if (month != 8 && ehc_is_working_day(limit))
		return;
	said = ehc_day_long(c->arena, limit);
	ehc_flag_words(c, NULL, from->span, "The limit %s falls on %.*s, %s; it does not move for that.", name, EHC_ARG(said),
	    month == 8 ? "in August" : ehc_day_weekday(limit) < 5 ? "a bank holiday" : "at a weekend");
}

static void
limit_does_not_move(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *start = ehc_clock_start(p), *meeting = ehc_plan_event(p, EHC_L_REVIEW_MEETING), *notice = ehc_plan_event(p, EHC_L_AMEND_NOTICE);
	bool decided = ehc_plan_event(p, EHC_L_DECIDED) != NULL || ehc_plan_event(p, EHC_L_DECIDED_NOT) != NULL || ehc_plan_event(p, EHC_L_DRAFT_SENT) != NULL;
	bool ended = ehc_plan_event(p, EHC_L_DECIDED_NOT) != NULL || ehc_plan_event(p, EHC_L_REFUSED) != NULL || p->status == EHC_AMENDED_FINAL;

	(void)self;
	if (start != NULL && !decided && final_plan(p, start) == NULL)
		flag_idle_limit(c, start, start->day + EHC_DECIDE_DAYS, NULL, "for deciding whether to assess");
	if (start != NULL && !ended)
		flag_idle_limit(c, start, start->day + EHC_FINAL_DAYS, final_plan(p, start), "for the final plan");
	if (meeting != NULL && notice == NULL)
		flag_idle_limit(c, meeting, meeting->day + EHC_DECISION_DAYS, ehc_event_from(p, EHC_L_REVIEW_DECISION, meeting->day), "for the decision after the review");
	if (notice != NULL && ehc_event_from(p, EHC_L_NOT_AMENDED, notice->day) == NULL)
		flag_idle_limit(c, notice, notice->day + EHC_AMEND_DAYS, ehc_event_from(p, EHC_L_AMENDED_FINAL, notice->day), "for the amended plan");
}

/* ---- the last day for an appeal ---- */

/* The letter that the appeal would be about: the latest of those that carry the right, not after the day stated. */
static const struct ehc_date *
appeal_letter(const struct ehc_plan *p, ehc_day by)
{
	static const enum ehc_label labels[] = { EHC_L_APPEAL_NOTICE, EHC_L_FINAL_ISSUED, EHC_L_AMENDED_FINAL, EHC_L_REFUSED, EHC_L_DECIDED_NOT, EHC_L_NOT_AMENDED };
	const struct ehc_date *letter = NULL;

	for (size_t i = 0; i < EHC_COUNT(labels); i++) {
		const struct ehc_date *d = ehc_last_event_before(p, labels[i], by + 1);

		if (d != NULL && (letter == NULL || d->day > letter->day))
			letter = d;
	}
	return letter;
}

static void
appeal_date(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *by = ehc_plan_event(c->plan, EHC_L_APPEAL_BY), *letter, *certificate;
	struct ehc_str said, expected;
	struct ehc_finding *f;
	ehc_day limit;

	(void)self;
	if (by == NULL || (letter = appeal_letter(c->plan, by->day)) == NULL)
		return;
	certificate = ehc_event_from(c->plan, EHC_L_MEDIATION_CERT, letter->day);
	limit = ehc_appeal_limit(letter->day, certificate != NULL ? certificate->day : EHC_NODATE);
	if (by->day == limit || limit == EHC_NODATE)
		return;
	said = ehc_day_long(c->arena, by->day);
	expected = ehc_day_long(c->arena, limit);
	f = ehc_flag_words(c, NULL, by->span, "The last day for an appeal is given as %.*s; counted from the letter%s it is usually %.*s.", EHC_ARG(said),
	    certificate != NULL ? " and the mediation certificate" : "", EHC_ARG(expected));
	f->step_of = EHC_STR(THE_COUNCIL);
	ehc_finding_relate(c->out, f, letter->span, EHC_STR("the letter was sent here"));
	if (certificate != NULL)
		ehc_finding_relate(c->out, f, certificate->span, EHC_STR("the certificate is of this day"));
}

const struct ehc_rule ehc_rules_dates[] = {
	{ .id = "DATE-001", .title = "The decision whether to assess comes within 6 weeks", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 5(1)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "Until the family knows, no help can be planned and no appeal can be made. The clock starts when the council has the request, not when the "
	    "papers are complete.",
	    .fix = "Check both dates. If they are right, tell the family of the delay, and record any exception with what shows it.",
	    .legitimate = "A listed exception made the limit impractical to keep.", .run = decision_in_time },
	{ .id = "DATE-002", .title = "Advice comes within 6 weeks of being asked for", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 8(1)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	    .why = "Each late report takes days from the weeks in which the plan itself can be written well.",
	    .fix = "Check both dates. If they are right, agree with the service how its next advice will be in time, and record any exception with what shows it.",
	    .legitimate = "The child missed an appointment that the adviser had made in those weeks, or another listed exception held.", .run = advice_in_time },
	{ .id = "DATE-003", .title = "A decision not to issue a plan comes within 16 weeks", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 10(1)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family can appeal only once it has the decision, and the child waits meanwhile.",
	    .fix = "Check both dates. If they are right, tell the family of the delay, and record any exception with what shows it.",
	    .legitimate = "A listed exception made the limit impractical to keep.", .run = refusal_in_time },
	{ .id = "DATE-004", .title = "The final plan is issued within 20 weeks", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 13(2)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "Each week after the limit is a week without the help that the child has been found to need.",
	    .fix = "Check the dates. If they are right, tell the family when the final plan will come, and record any exception with what shows it.",
	    .legitimate = "A listed exception made the limit impractical to keep. Staff shortage, late reports and late panels are none.", .run = final_in_time },
	{ .id = "DATE-005", .title = "The family has 15 days for its views on the draft", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 13(1)(a)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family needs the whole time to read the draft, take advice, ask for changes and name a school.",
	    .fix = "Check both dates. The 15 days are calendar days and begin with the day on which the draft is served: sent on the 1st, the final plan may be issued "
	    "from the 16th on.",
	    .run = fifteen_days },
	{ .id = "DATE-006", .title = "The notice with the draft gives 15 days or more", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 13(1)(a)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "A family that is told too early a day may not answer at all.",
	    .fix = "Write to the family again with a last day that leaves 15 days, the day of service counted as the first.", .run = views_period },
	{ .id = "DATE-007", .title = "A claimed exception is shown by its reason and dates", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 10(4)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	    .why = "Without its dates nobody can tell the family, or later an ombudsman, why the child had to wait.",
	    .fix = "Say which of the listed reasons it is (school closed for four weeks, four weeks away, exceptional personal circumstances; for advice also a missed "
	    "appointment) and record the dates that show it. If there is none, take the exception out.",
	    .run = exception_shown },
	{ .id = "DATE-008", .title = "A closure that is claimed as the reason is long enough and at the right time", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 10(4)(a), (b)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	    .why = "A wait that no exception covers should be owned and shortened, not explained away.",
	    .fix = "Check the dates of the closure and of the request for the school's advice. The closure is counted from the first day not open to pupils and must be at "
	    "least 28 days; advice must have been asked for from a week before it to a week before re-opening. If that was not so, take the exception out.",
	    .run = closure_holds },
	{ .id = "DATE-035", .title = "A limit does not move for weekends, holidays or August", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A step planned for the next working day would be late, and the child would wait longer.",
	    .fix = "Plan the step for the last working day before the limit.", .run = limit_does_not_move },
	{ .id = "DATE-037", .title = "The last day for an appeal is counted right", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "IPSEA, questions on appeals", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	    .why = "A family that is told too early a day may give up its right to appeal; told too late, it may lose it.",
	    .fix = "Give the later of two months from the letter and one month from the mediation certificate. If that day is in August it is the first working day of "
	    "September; from 25 December to 1 January it is the next working day.",
	    .run = appeal_date },
	EHC_NO_MORE_RULES
};
