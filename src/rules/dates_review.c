/*
 * dates_review.c - the dates of the annual review, of amending the plan after it, and of a move to the next phase.
 *
 * A timeline may hold several years. Each rule takes the last step of its kind and pairs it with the step before it, so
 * that the dates of one review are never measured against another's.
 */
#include "rules/late.h"

#define THE_COUNCIL "the council"

/* The meeting of the latest review. */
static const struct ehc_date *
meeting_of(const struct ehc_plan *p)
{
	return ehc_plan_event(p, EHC_L_REVIEW_MEETING);
}

/* What the review's later steps are counted from: the meeting, or the report where the review was done on paper. */
static const struct ehc_date *
review_start(const struct ehc_plan *p, bool *on_paper)
{
	const struct ehc_date *meeting = meeting_of(p);

	*on_paper = meeting == NULL;
	return meeting != NULL ? meeting : ehc_plan_event(p, EHC_L_REVIEW_REPORT);
}

static void
say_on_paper(struct ehc_check *c, struct ehc_finding *f, bool on_paper)
{
	if (f == NULL || !on_paper)
		return;
	f->severity = EHC_NOTE;
	ehc_finding_help(c, f, "No review meeting is recorded, so the time was counted from the report. If there was a meeting, record its date.");
}

/*
 * Where `last review:` is not given, or gives this review's own end, the reviews of a plan that is years old are not recorded:
 * its first day says nothing of when the last of them ended.
 */
static bool
is_not_recorded(const struct ehc_plan *p, const struct ehc_date *start, ehc_day before)
{
	const struct ehc_date *last = ehc_plan_event(p, EHC_L_LAST_REVIEW);

	return (last == NULL || last->day >= before) && ehc_last_event_before(p, EHC_L_LAST_REVIEW, before) == NULL &&
	    ehc_day_add_months(start->day, 24) <= before;
}

const struct ehc_date *
ehc_review_year_start(const struct ehc_plan *p, ehc_day before)
{
	static const enum ehc_label labels[] = { EHC_L_LAST_REVIEW, EHC_L_FIRST_PLAN, EHC_L_FINAL_ISSUED, EHC_L_REASSESS_FINAL };
	const struct ehc_date *start = NULL;

	for (size_t i = 0; i < EHC_COUNT(labels); i++) {
		const struct ehc_date *d = ehc_last_event_before(p, labels[i], before);

		if (d != NULL && (start == NULL || d->day > start->day))
			start = d;
	}
	return start == NULL || is_not_recorded(p, start, before) ? NULL : start;
}

/* ---- within 12 months ---- */

/*
 * The section says "12 months starting with the date" of the plan or the last review; read strictly, the anniversary is
 * a day too late. That reading is unconfirmed: a decision on the anniversary itself gets a note, a later one the rule's own severity.
 */
static void
review_in_a_year(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *decision = ehc_plan_event(c->plan, EHC_L_REVIEW_DECISION), *start;
	struct ehc_finding *f;
	struct ehc_str day;
	ehc_day anniversary;

	(void)self;
	if (decision == NULL || (start = ehc_review_year_start(c->plan, meeting_of(c->plan) != NULL && meeting_of(c->plan)->day <= decision->day ?
	    meeting_of(c->plan)->day : decision->day)) == NULL)
		return;
	anniversary = ehc_day_add_months(start->day, 12);
	if (decision->day == anniversary) {
		day = ehc_day_long(c->arena, decision->day);
		f = ehc_flag_words(c, NULL, decision->span, "The review ended on %.*s, the anniversary itself; read strictly, the 12 months ended the day before: check.",
		    EHC_ARG(day));
		f->severity = EHC_NOTE;
		f->step_of = EHC_STR(THE_COUNCIL);
		return;
	}
	ehc_flag_late(c, &(struct ehc_late){ .done = decision, .limit = anniversary, .what = "The review ended with the council's decision",
	    .limit_name = "the 12-month limit", .step_of = THE_COUNCIL, .from = start, .from_what = "the plan's making or its last review" });
}

static void
meeting_leaves_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *meeting = meeting_of(c->plan), *start, *decided;
	struct ehc_str held, decision, anniversary;
	struct ehc_finding *f;
	ehc_day limit;

	(void)self;
	if (meeting == NULL || (start = ehc_review_year_start(c->plan, meeting->day)) == NULL)
		return;
	limit = ehc_day_add_months(start->day, 12);
	if (limit == EHC_NODATE || meeting->day + EHC_DECISION_DAYS <= limit)
		return;
	decided = ehc_event_from(c->plan, EHC_L_REVIEW_DECISION, meeting->day);
	if (decided != NULL && decided->day < limit)
		return;         /* it came in time all the same */
	held = ehc_day_long(c->arena, meeting->day);
	decision = ehc_day_long(c->arena, meeting->day + EHC_DECISION_DAYS);
	anniversary = ehc_day_long(c->arena, limit);
	f = ehc_flag_words(c, NULL, meeting->span, "With the review meeting on %.*s the council may decide up to %.*s, after the 12 months that end on %.*s.",
	    EHC_ARG(held), EHC_ARG(decision), EHC_ARG(anniversary));
	f->step_of = EHC_STR("the school, with the council");
	ehc_finding_relate(c->out, f, start->span, EHC_STR("the 12 months started here"));
}

/* ---- before and after the meeting ---- */

static void
flag_short_notice(struct ehc_check *c, const struct ehc_date *sent, const char *what, const char *step_of)
{
	const struct ehc_date *meeting = meeting_of(c->plan);
	struct ehc_str on, held, days;
	struct ehc_finding *f;
	ehc_day year;

	if (sent == NULL || meeting == NULL)
		return;
	year = ehc_day_add_months(meeting->day, -12);
	if (sent->day <= year || sent->day <= meeting->day - EHC_MEETING_DAYS)
		return;         /* in time, or of an earlier review */
	on = ehc_day_long(c->arena, sent->day);
	held = ehc_day_long(c->arena, meeting->day);
	if (sent->day >= meeting->day) {
		f = ehc_flag_words(c, NULL, sent->span, "%s on %.*s, not before the meeting of %.*s.", what, EHC_ARG(on), EHC_ARG(held));
	} else {
		days = ehc_days_said(c->arena, meeting->day - sent->day);
		f = ehc_flag_words(c, NULL, sent->span, "%s on %.*s, only %.*s before the meeting of %.*s; it should be two weeks.", what, EHC_ARG(on), EHC_ARG(days),
		    EHC_ARG(held));
	}
	f->step_of = ehc_str_of(step_of);
	ehc_finding_relate(c->out, f, meeting->span, EHC_STR("the meeting was held here"));
}

static void
invitations_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	flag_short_notice(c, ehc_plan_event(c->plan, EHC_L_REVIEW_INVITED), "Invitations to the review meeting were sent", "the school, or the council where it leads");
}

static void
papers_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	flag_short_notice(c, ehc_plan_event(c->plan, EHC_L_REVIEW_ADVICE), "Advice for the review was sent round", "the school, or the council where it leads");
}

static void
report_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *meeting = meeting_of(c->plan);

	(void)self;
	if (meeting != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_REVIEW_REPORT, meeting->day), .limit = meeting->day + EHC_MEETING_DAYS,
		    .what = "The report of the review meeting was sent", .limit_name = "the two-week limit", .step_of = "the school, or the council where it leads",
		    .from = meeting, .from_what = "the meeting" });
}

static void
decision_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	bool on_paper;
	const struct ehc_date *start = review_start(c->plan, &on_paper);

	(void)self;
	if (start != NULL)
		say_on_paper(c, ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_REVIEW_DECISION, start->day),
		    .limit = start->day + EHC_DECISION_DAYS, .what = "The family was told of the decision after the review", .limit_name = "the four-week limit",
		    .step_of = THE_COUNCIL, .from = start, .from_what = on_paper ? "the report" : "the meeting" }), on_paper);
}

/* ---- amending ---- */

/* The notice of the latest amendment: after the latest review where there was one. */
static const struct ehc_date *
notice_of(const struct ehc_plan *p)
{
	return ehc_plan_event(p, EHC_L_AMEND_NOTICE);
}

static void
notice_with_decision(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *notice = notice_of(c->plan), *decision;
	struct ehc_str sent, told, days;
	struct ehc_finding *f;

	(void)self;
	if (notice == NULL || (decision = ehc_last_event_before(c->plan, EHC_L_REVIEW_DECISION, notice->day)) == NULL ||
	    decision->day < ehc_day_add_months(notice->day, -12))
		return;
	sent = ehc_day_long(c->arena, notice->day);
	told = ehc_day_long(c->arena, decision->day);
	days = ehc_days_said(c->arena, notice->day - decision->day);
	f = ehc_flag_words(c, NULL, notice->span, "The proposed changes were sent on %.*s, %.*s after the decision of %.*s; they go with it.", EHC_ARG(sent),
	    EHC_ARG(days), EHC_ARG(told));
	f->step_of = EHC_STR(THE_COUNCIL);
	ehc_finding_relate(c->out, f, decision->span, EHC_STR("the family was told of the decision here"));
}

/* The day on which the amended plan was issued, by the timeline or by the date that it bears; of a plan that bears an older review's date, none. */
static const struct ehc_date *
amended_day(const struct ehc_plan *p)
{
	const struct ehc_date *done = ehc_plan_event(p, EHC_L_AMENDED_FINAL), *meeting;

	if (done != NULL || p->status != EHC_AMENDED_FINAL)
		return done;
	done = ehc_issue_date(p);
	meeting = done == NULL ? NULL : ehc_last_event_before(p, EHC_L_REVIEW_MEETING, done->day + 1);
	return meeting != NULL && ehc_day_add_months(meeting->day, 12) > done->day ? done : NULL;
}

/*
 * Two clocks run to the amended plan: 8 weeks from the notice and 12 weeks from the meeting. The one that ends first is
 * the limit, so only that one is reported.
 */
static const struct ehc_date *
amended_plan(const struct ehc_plan *p, ehc_day *by_notice, ehc_day *by_meeting)
{
	const struct ehc_date *done = amended_day(p), *notice, *meeting;

	if (done == NULL)
		return NULL;
	notice = ehc_last_event_before(p, EHC_L_AMEND_NOTICE, done->day + 1);
	meeting = ehc_last_event_before(p, EHC_L_REVIEW_MEETING, done->day + 1);
	*by_notice = notice != NULL ? notice->day + EHC_AMEND_DAYS : INT32_MAX;
	*by_meeting = meeting != NULL ? meeting->day + EHC_REVIEW_IN_ALL_DAYS : INT32_MAX;
	return done;
}

static void
amended_by_notice(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_day by_notice, by_meeting;
	const struct ehc_date *done = amended_plan(c->plan, &by_notice, &by_meeting);

	(void)self;
	if (done != NULL && by_notice <= by_meeting)
		ehc_flag_late(c, &(struct ehc_late){ .done = done, .limit = by_notice, .what = "The amended plan was issued",
		    .limit_name = "the limit of 8 weeks from the notice", .step_of = THE_COUNCIL,
		    .from = ehc_last_event_before(c->plan, EHC_L_AMEND_NOTICE, done->day + 1), .from_what = "the notice" });
}

static void
amended_by_meeting(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_day by_notice, by_meeting;
	const struct ehc_date *done = amended_plan(c->plan, &by_notice, &by_meeting);

	(void)self;
	if (done != NULL && by_meeting < by_notice)
		ehc_flag_late(c, &(struct ehc_late){ .done = done, .limit = by_meeting, .what = "The amended plan was issued",
		    .limit_name = "the limit of 12 weeks from the review meeting", .step_of = THE_COUNCIL,
		    .from = ehc_last_event_before(c->plan, EHC_L_REVIEW_MEETING, done->day + 1), .from_what = "the meeting" });
}

static void
views_on_amendments(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *notice = notice_of(c->plan), *by, *done;
	struct ehc_str sent, last, said;
	struct ehc_finding *f = NULL;

	(void)self;
	if (notice == NULL)
		return;
	by = ehc_event_from(c->plan, EHC_L_AMEND_VIEWS_BY, notice->day);
	done = ehc_event_from(c->plan, EHC_L_AMENDED_FINAL, notice->day);
	sent = ehc_day_long(c->arena, notice->day);
	last = ehc_day_long(c->arena, ehc_views_end(notice->day));
	if (done != NULL && done->day < ehc_earliest_final(notice->day)) {
		said = ehc_day_long(c->arena, done->day);
		f = ehc_flag_words(c, NULL, done->span, "The amended plan was issued on %.*s, but the changes were sent on %.*s and the family had until the end of "
		    "%.*s to answer them.", EHC_ARG(said), EHC_ARG(sent), EHC_ARG(last));
	} else if (by != NULL && by->day < ehc_views_end(notice->day)) {
		said = ehc_day_long(c->arena, by->day);
		f = ehc_flag_words(c, NULL, by->span, "The family was asked for its views on the changes by %.*s; with the notice sent on %.*s, 15 days run to the end "
		    "of %.*s.", EHC_ARG(said), EHC_ARG(sent), EHC_ARG(last));
	}
	if (f != NULL) {
		f->step_of = EHC_STR(THE_COUNCIL);
		ehc_finding_relate(c->out, f, notice->span, EHC_STR("the notice was sent here; this day is the first of the 15"));
	}
}

static void
no_change_in_time(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *notice = notice_of(c->plan);

	(void)self;
	if (notice != NULL)
		ehc_flag_late(c, &(struct ehc_late){ .done = ehc_event_from(c->plan, EHC_L_NOT_AMENDED, notice->day), .limit = notice->day + EHC_AMEND_DAYS,
		    .what = "The family was told that the plan stays as it is", .limit_name = "the limit of 8 weeks from the notice", .step_of = THE_COUNCIL,
		    .from = notice, .from_what = "the notice" });
}

/* ---- phase transfer ---- */

static const char *
transfer_named(enum ehc_transfer kind)
{
	return kind == EHC_TRANSFER_SCHOOL ? "15 February" : "31 March";
}

/* Where the day on which the next setting was named is not recorded, the amended plan itself is what names it. */
static const struct ehc_date *
next_named(const struct ehc_plan *p, const struct ehc_date *moves)
{
	ehc_day from = ehc_day_add_months(moves->day, -18);
	const struct ehc_date *named = ehc_event_from(p, EHC_L_NEXT_NAMED, from);

	return named != NULL || p->status != EHC_AMENDED_FINAL ? named : ehc_last_event_before(p, EHC_L_AMENDED_FINAL, moves->day);
}

/*
 * The Regulations say "before" the day and the Code says "by" it: on the day itself it is a warning, after it the
 * rule's own severity. Five months before a move between colleges is a plain limit.
 */
static void
transfer_in_time(struct ehc_check *c, enum ehc_transfer wanted)
{
	const struct ehc_plan *p = c->plan;

	for (size_t i = 0; i < p->nevents; i++) {
		const struct ehc_date *moves = &p->events[i].date, *named;
		enum ehc_transfer kind;
		struct ehc_str day;
		struct ehc_finding *f;
		ehc_day limit;

		if (p->events[i].label != EHC_L_TRANSFER || !ehc_date_known(moves))
			continue;
		kind = ehc_transfer_kind(moves->words, moves->day, ehc_date_known(&p->child.born) ? p->child.born.day : EHC_NODATE);
		named = next_named(p, moves);
		if (kind != wanted || named == NULL)
			continue;
		limit = ehc_transfer_limit(kind, moves->day);
		if (kind != EHC_TRANSFER_COLLEGE && named->day == limit) {
			day = ehc_day_long(c->arena, named->day);
			f = ehc_flag_words(c, NULL, named->span, "The next setting was named on %.*s itself; the Regulations say before %s, the Code by that day.",
			    EHC_ARG(day), transfer_named(kind));
			f->severity = EHC_WARNING;
			f->step_of = EHC_STR(THE_COUNCIL);
			continue;
		}
		ehc_flag_late(c, &(struct ehc_late){ .done = named, .limit = limit,
		    .what = named == ehc_event_from(p, EHC_L_NEXT_NAMED, named->day) ? "The next setting was named" : "The plan for the move was issued",
		    .limit_name = kind == EHC_TRANSFER_COLLEGE ? "the limit of five months before the move" : "the limit for this move", .step_of = THE_COUNCIL,
		    .from = moves, .from_what = "the move to the next phase" });
	}
}

static void
school_transfer(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	transfer_in_time(c, EHC_TRANSFER_SCHOOL);
}

static void
post16_transfer(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	transfer_in_time(c, EHC_TRANSFER_POST16);
}

static void
college_transfer(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	transfer_in_time(c, EHC_TRANSFER_COLLEGE);
}

/* ---- under five ---- */

static void
under_five(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *start;
	struct ehc_str due;
	ehc_day last;

	(void)self;
	if (!ehc_date_known(&p->review_due) || !ehc_date_known(&p->child.born) || (start = ehc_review_year_start(p, p->review_due.day)) == NULL)
		return;
	last = start->day + EHC_UNDER_FIVE_DAYS;
	if (p->review_due.day <= last || ehc_day_age(p->child.born.day, last) >= 5)
		return;
	due = ehc_day_long(c->arena, p->review_due.day);
	ehc_flag_words(c, NULL, p->review_due.span, "The next review is due on %.*s; for a child under five the Code asks the council to consider one every three to "
	    "six months.", EHC_ARG(due));
}

/* ---- the next one ---- */

/*
 * From what the next 12 months are counted: the decision that ended the last review, else the review itself, else the day of the plan.
 * *review: it is one of the first two.
 */
static const struct ehc_date *
last_reviewed(const struct ehc_plan *p, ehc_day due, bool *review)
{
	static const enum ehc_label labels[] = { EHC_L_REVIEW_DECISION, EHC_L_LAST_REVIEW, EHC_L_REASSESS_FINAL, EHC_L_FIRST_PLAN, EHC_L_FINAL_ISSUED };

	for (size_t i = 0; i < EHC_COUNT(labels); i++) {
		const struct ehc_date *d = ehc_last_event_before(p, labels[i], due);

		*review = labels[i] == EHC_L_REVIEW_DECISION || labels[i] == EHC_L_LAST_REVIEW;
		if (d != NULL)
			return *review || !is_not_recorded(p, d, ehc_document_day(p)) ? d : NULL;
	}
	return NULL;
}

/* DATE-046. An amended plan starts no new year: the 12 months run from the review. A month without a day is given its benefit. */
static void
next_within_a_year(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *due = p->review_due.node != NULL ? &p->review_due : ehc_plan_event(p, EHC_L_REVIEW_DUE), *start;
	struct ehc_str on, limit, from;
	struct ehc_finding *f;
	ehc_day year;
	bool review;

	(void)self;
	if (due == NULL || !ehc_date_known(due) || !ehc_status_is_final(p->status) || (start = last_reviewed(p, due->day, &review)) == NULL)
		return;
	year = ehc_day_add_months(start->day, 12);
	if (year == EHC_NODATE || due->day - (due->month_only ? 30 : 0) <= year)
		return;
	on = ehc_day_text(c->arena, due->day);
	limit = ehc_day_text(c->arena, year);
	from = ehc_day_text(c->arena, start->day);
	f = ehc_flag_words(c, NULL, due->span, "The next review is due on %.*s, but 12 months from %s of %.*s end on %.*s.", EHC_ARG(on),
	    review ? "the last review" : "the plan", EHC_ARG(from), EHC_ARG(limit));
	ehc_finding_relate(c->out, f, start->span, EHC_STR("the 12 months are counted from here"));
}

const struct ehc_rule ehc_rules_dates_review[] = {
	{ .id = "DATE-009", .title = "Each review ends within 12 months", .severity = EHC_ERROR, .class_ = EHC_PROCESS, .documents = EHC_FOR_EHC_PLAN,
	    .source = "Children and Families Act 2014, s.44(1)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	    .why = "A child changes in a year; provision that is not looked at again no longer fits.",
	    .fix = "Check both dates. The review ends with the council's decision, not with the meeting.", .run = review_in_a_year },
	{ .id = "DATE-010", .title = "The review meeting leaves time for the decision", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Code of Practice 9.169", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "A meeting held at the end of the year leaves the council no time to decide within it.",
	    .fix = "Hold the next meeting at least four weeks before the anniversary.", .run = meeting_leaves_time },
	{ .id = "DATE-011", .title = "Invitations to the review go out two weeks before", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 20(3)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family and those who help the child need the time to prepare and to be there.",
	    .fix = "Check both dates. Next time, invite everyone at least 14 days before the meeting.", .run = invitations_in_time },
	{ .id = "DATE-012", .title = "Advice for the review goes round two weeks before", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 20(4)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "A family that sees the reports at the table cannot think about them first.",
	    .fix = "Check both dates. Next time, send the advice to everyone at least 14 days before the meeting.", .run = papers_in_time },
	{ .id = "DATE-013", .title = "The report of the review follows within two weeks", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, regs. 20(7) and 21(7)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The council decides from the report; while it is late, so is everything after it.",
	    .fix = "Check both dates. Next time, send the report to everyone who was invited within 14 days.", .run = report_in_time },
	{ .id = "DATE-014", .title = "The decision after the review comes within four weeks of the meeting", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 20(10); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)",
	    .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "Until the family knows whether the plan is kept, changed or ended, the child's provision stands still.",
	    .fix = "Check both dates. If they are right, tell the family of the delay and when the rest will follow.", .run = decision_in_time },
	{ .id = "DATE-015", .title = "The proposed changes go out with the decision to amend", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "A decision to amend without the changes themselves leaves the family waiting for what matters.",
	    .fix = "Check both dates. Next time, send the notice and the proposed changes on the day of the decision.", .run = notice_with_decision },
	{ .id = "DATE-016", .title = "The amended plan follows within 8 weeks of the notice", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 22(3)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "What the review found to be needed reaches the child only with the amended plan.",
	    .fix = "Check both dates. If they are right, tell the family of the delay.", .run = amended_by_notice },
	{ .id = "DATE-017", .title = "The amended plan follows within 12 weeks of the meeting", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "What the review found to be needed reaches the child only with the amended plan.",
	    .fix = "Check both dates. If they are right, tell the family of the delay.", .run = amended_by_meeting },
	{ .id = "DATE-018", .title = "The family has 15 days for its views on proposed changes", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 22(2)(c)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family needs the whole time to read the changes, take advice and answer.",
	    .fix = "Give the family 15 calendar days, the day of service counted as the first; issue the amended plan after them.", .run = views_on_amendments },
	{ .id = "DATE-019", .title = "A decision not to amend after all comes within 8 weeks of the notice", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 22(4)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The family can appeal only once it has the decision.",
	    .fix = "Check both dates. If they are right, tell the family of the delay.", .run = no_change_in_time },
	{ .id = "DATE-020", .title = "Before a move between schools the plan names the next one by 15 February", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 18(1)(b); SEND Code of Practice 9.179", .confidence = EHC_CONFIRMED,
	    .basis = EHC_BASIS_REGULATIONS,
	    .why = "The child needs time to get to know the next school, the school to get ready, and the family to appeal before the move.",
	    .fix = "Check both dates. Counting back, the review meeting for such a move is due in the autumn term.", .run = school_transfer },
	{ .id = "DATE-021", .title = "Before a move from school to post-16 the plan names the next setting by 31 March", .severity = EHC_ERROR, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 18(1)(a)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	    .why = "The young person needs time to get to know the next setting, and to appeal before the move.",
	    .fix = "Check both dates. Counting back, the review meeting for such a move is due early in January.", .run = post16_transfer },
	{ .id = "DATE-022", .title = "Before a move between post-16 settings the plan names the next one five months ahead", .severity = EHC_ERROR,
	    .class_ = EHC_PROCESS, .documents = EHC_FOR_EHC_PLAN, .source = "SEND Regulations 2014, reg. 18(2)", .confidence = EHC_CONFIRMED,
	    .basis = EHC_BASIS_REGULATIONS,
	    .why = "The young person needs time to get to know the next setting, and to appeal before the move.",
	    .fix = "Check both dates. For a start on 1 September the next setting is named by 1 April.", .run = college_transfer },
	{ .id = "DATE-023", .title = "For a child under five a review is considered every three to six months", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "SEND Code of Practice 9.178", .confidence = EHC_SECONDARY,
	    .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "Small children change fast; provision set for a year may not fit after a term.",
	    .fix = "Set the next review three to six months ahead, or say why the year is right for this child.",
	    .legitimate = "The council has considered an earlier review and found none to be needed.", .run = under_five },
	{ .id = "DATE-046", .title = "The next review is due within 12 months of the last", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "Children and Families Act 2014, s.44(1)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	    .why = "A review that is counted from the amended plan comes months late, and the child waits for it.",
	    .fix = "Count from the day on which the last review ended, or, where there was none, from the first plan. If a later review was held, record it under `timeline:`.",
	    .run = next_within_a_year },
	EHC_NO_MORE_RULES
};
