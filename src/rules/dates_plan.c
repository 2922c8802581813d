/*
 * dates_plan.c - dates that stand in the plan itself: whether they agree with the child's age, with
 * the advice and with the day on which the plan is issued; and steps whose limit has passed without a record.
 */
#include "rules/late.h"
#include "rules/wording.h"

#include <string.h>

#define THE_COUNCIL "the council"

/* ---- provision on the day of the plan ---- */

/* The first day after the issue on which school may be open; a closure that the plan records counts, the usual holidays too. */
static ehc_day
first_school_day(const struct ehc_plan *p, ehc_day issued)
{
	ehc_day d = issued + 1;
	bool closed = true;

	while (closed) {
		closed = ehc_school_may_be_closed(d);
		for (size_t i = 0; i < p->nevents; i++) {
			const struct ehc_date *span = &p->events[i].date;

			if (p->events[i].label == EHC_L_SCHOOL_CLOSED && ehc_date_known(span) && span->until != EHC_NODATE && d >= span->day && d < span->until)
				closed = true;
		}
		if (closed)
			d++;
	}
	return d;
}

/* The first day of the next phase that the timeline knows, after the plan was issued. */
static ehc_day
next_move(const struct ehc_plan *p, ehc_day issued)
{
	ehc_day next = EHC_NODATE;

	for (size_t i = 0; i < p->nevents; i++) {
		const struct ehc_date *moves = &p->events[i].date;

		if (p->events[i].label == EHC_L_TRANSFER && ehc_date_known(moves) && moves->day > issued && (next == EHC_NODATE || moves->day < next))
			next = moves->day;
	}
	return next;
}

/* A plan that names the next setting holds what is given there from its first days of term on. */
static bool
begins_with(ehc_day from, ehc_day moves)
{
	return moves != EHC_NODATE && from >= moves && from <= moves + 21;
}

/* Days from one time to the next, of what comes by day, week or month; 0 of anything else. */
static int
interval(const struct ehc_dose *d)
{
	static const struct { enum ehc_unit per; int days; } units[] = {
		{ EHC_UNIT_DAY, 1 }, { EHC_UNIT_SCHOOL_DAY, 1 }, { EHC_UNIT_WEEK, 7 }, { EHC_UNIT_SCHOOL_WEEK, 7 }, { EHC_UNIT_FORTNIGHT, 14 }, { EHC_UNIT_MONTH, 31 },
		{ EHC_UNIT_HALF_TERM, 45 }, { EHC_UNIT_TERM, 91 }, { EHC_UNIT_YEAR, 365 },
	};
	bool comes_again = d->period == EHC_PERIOD_PER || d->period == EHC_PERIOD_WEEKDAYS;

	for (size_t i = 0; comes_again && i < EHC_COUNT(units); i++)
		if (d->per == units[i].per)
			return units[i].days * (ehc_ratio_known(d->every) ? (int)(d->every.num / d->every.den) : 1);
	return 0;
}

#define WEEK_DAYS 7
#define TRAINING_DAYS 14        /* from learning it to doing it */

/* "Trained by the teacher of the deaf on 20 March 2026", and given from the week after: what must be learned first is the reason why it begins no sooner. */
static bool
begins_after_training(const struct ehc_item *it)
{
	struct ehc_str trained = ehc_item_value(it, EHC_L_TRAINED_BY).text.str;

	for (size_t i = 0; i < trained.len; i++) {
		ehc_day day;

		if ((i == 0 || ehc_is_blank(trained.ptr[i - 1])) && ehc_is_digit(trained.ptr[i]) && ehc_day_read(ehc_str_sub(trained, i, trained.len), &day, NULL, NULL) > 0 &&
		    day <= it->from.day && it->from.day - day <= TRAINING_DAYS)
			return true;
	}
	return false;
}

/* "On four Thursdays in June 2026": the item itself says that this is its time, and is no help that begins late. */
static bool
has_its_own_time(const struct ehc_item *it)
{
	static const char *const in[] = { "in ", "on ", "during ", "throughout " };

	for (size_t k = 0; k < EHC_COUNT(in); k++)
		for (size_t from = 0, at; (at = ehc_str_find_nocase(ehc_str_sub(it->text.str, from, it->text.str.len), in[k])) != SIZE_MAX; from += at + 1) {
			size_t begins = from + at + strlen(in[k]);
			ehc_day day = EHC_NODATE;

			if ((from + at == 0 || !ehc_is_letter(it->text.str.ptr[from + at - 1])) &&
			    ehc_day_read(ehc_str_sub(it->text.str, begins, begins + 40), &day, NULL, NULL) > 0 && day >= it->from.day && day - it->from.day <= 31)
				return true;
		}
	return false;
}

/* What comes once a week, and comes within a week of the plan, is in place with it. */
static bool
comes_in_time(const struct ehc_item *it, ehc_day issued)
{
	for (size_t i = 0; it->whole != NULL && i < it->whole->ndoses; i++)
		if (it->from.day - issued <= interval(&it->whole->doses[i]))
			return true;
	return false;
}

static void
in_place_when_issued(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *issued = ehc_issue_date(c->plan);
	const struct ehc_item *it;
	ehc_day latest, moves;
	struct ehc_str on;

	(void)self;
	if (issued == NULL)
		return;
	on = ehc_day_long(c->arena, issued->day);
	latest = first_school_day(c->plan, issued->day);
	moves = next_move(c->plan, issued->day);
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str from, called;
		struct ehc_finding *f;

		if (!ehc_date_known(&it->from) || it->from.day <= latest || begins_with(it->from.day, moves) || comes_in_time(it, issued->day) ||
		    begins_after_training(it) || has_its_own_time(it))
			continue;
		from = ehc_day_long(c->arena, it->from.day);
		called = ehc_item_Called(c->arena, it);
		f = ehc_flag_words(c, it, it->from.span, "%.*s starts on %.*s, %d days after the plan was issued on %.*s.", EHC_ARG(called), EHC_ARG(from),
		    it->from.day - issued->day, EHC_ARG(on));
		/* From the Monday after on: a day or two at the end of a week. */
		if (it->from.day - issued->day <= WEEK_DAYS)
			f->severity = EHC_NOTE;
		ehc_finding_relate(c->out, f, issued->span, EHC_STR("the plan was issued here"));
	}
}

/* ---- advice ---- */

static const struct ehc_date *
advice_date(const struct ehc_item *it)
{
	if (it->missing)
		return NULL;
	if (ehc_date_known(&it->dated))
		return &it->dated;
	return ehc_date_known(&it->received) ? &it->received : NULL;
}

/* A plan amended at a review keeps the advice of the assessment beside that of the review: there only what is three times as old gets a note. */
static void
advice_is_fresh(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	bool amended = p->status == EHC_AMENDED_FINAL || p->status == EHC_PROPOSED;
	const struct ehc_date *draft = amended ? NULL : ehc_plan_event(p, EHC_L_DRAFT_SENT);
	ehc_day day = draft != NULL ? draft->day : ehc_document_day(p), oldest;
	int months;
	const struct ehc_item *it;

	(void)self;
	if (day == EHC_NODATE || p->status == EHC_CEASED)
		return;
	months = amended ? 3 * c->profile->advice_months : c->profile->advice_months;
	oldest = ehc_day_add_months(day, -months);
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE)) {
		const struct ehc_date *of = advice_date(it);
		struct ehc_str dated, drafted;
		struct ehc_finding *f;

		if (of == NULL || of->day >= oldest)
			continue;
		dated = ehc_day_text(c->arena, of->day);
		drafted = ehc_day_text(c->arena, day);
		f = ehc_flag_words(c, it, of->span, "This advice is of %.*s, more than %d months before the %s of %.*s.", EHC_ARG(dated), months,
		    amended ? "plan" : "draft", EHC_ARG(drafted));
		if (amended)
			f->severity = EHC_NOTE;
	}
}

static void
advice_after_plan(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *issued = ehc_issue_date(c->plan);
	ehc_day day = ehc_document_day(c->plan);
	const struct ehc_item *it;

	(void)self;
	if (issued != NULL && issued->day > day)
		day = issued->day;
	if (day == EHC_NODATE || c->plan->status == EHC_WORKING)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		const struct ehc_date *of = advice_date(it);
		struct ehc_str dated, plan;

		if (of == NULL || of->day <= day)
			continue;
		dated = ehc_day_text(c->arena, of->day);
		plan = ehc_day_text(c->arena, day);
		ehc_flag_words(c, it, of->span, "This advice is of %.*s, after the plan of %.*s that is to rest on it.", EHC_ARG(dated), EHC_ARG(plan));
	}
}

/* ---- outcomes and the provision towards them ---- */

#define LEAST_WEEKS 8           /* of help before anyone could see what came of it */
#define DAYS_OF_GRACE 14        /* "by July" and the last school day of July are meant as one */

/* Tied by the row alone, and another outcome stands nearer above the provision and fits it, or has no day that could be read: then it works towards that one. An outcome that comes after the provision is never nearer. */
static bool
fits_nearer_outcome(const struct ehc_item *it, const struct ehc_item *outcome, ehc_day ends)
{
	for (size_t i = 0; i < it->out.count; i++) {
		const struct ehc_link *link = it->out.items[i];
		struct ehc_span span;
		ehc_day due;

		if (link->relation != EHC_REL_TOWARDS || link->to == NULL || link->to == outcome || link->to->span.start > it->span.start ||
		    (link->to->span.start < outcome->span.start && outcome->span.start < it->span.start))
			continue;
		due = ehc_outcome_due(link->to, &span);
		if (due == EHC_NODATE || due + DAYS_OF_GRACE >= ends)
			return true;
	}
	return false;
}

static void
flag_too_early(struct ehc_check *c, const struct ehc_item *it, const struct ehc_item *outcome)
{
	struct ehc_span span;
	ehc_day due = ehc_outcome_due(outcome, &span), ends = ehc_provision_ends(it);
	bool before_start = ehc_date_known(&it->from) && due < it->from.day;
	struct ehc_str by, called, other;
	struct ehc_finding *f;

	if (due == EHC_NODATE || (!before_start && (ends == EHC_NODATE || due + DAYS_OF_GRACE >= ends)))
		return;
	by = ehc_day_text(c->arena, due);
	called = ehc_item_called(c->arena, it);
	if (before_start) {
		other = ehc_day_text(c->arena, it->from.day);
		f = ehc_flag_words(c, outcome, span, "This outcome is due by %.*s, before %.*s towards it starts on %.*s.", EHC_ARG(by), EHC_ARG(called),
		    EHC_ARG(other));
	} else {
		other = ehc_day_text(c->arena, ends);
		f = ehc_flag_words(c, outcome, span, "This outcome is due by %.*s, before %.*s towards it ends on %.*s.", EHC_ARG(by), EHC_ARG(called),
		    EHC_ARG(other));
	}
	ehc_finding_relate(c->out, f, it->span, EHC_STR("the provision is here"));
}

/* The first day of the first provision towards the outcome; EHC_NODATE where one of them does not say when it starts. */
static ehc_day
work_begins(const struct ehc_item *outcome)
{
	ehc_day first = EHC_NODATE;

	for (size_t i = 0; i < outcome->in.count; i++) {
		const struct ehc_item *from = outcome->in.items[i]->from;

		if (outcome->in.items[i]->relation != EHC_REL_TOWARDS || from->kind != EHC_ITEM_PROVISION)
			continue;
		if (!ehc_date_known(&from->from))
			return EHC_NODATE;
		if (first == EHC_NODATE || from->from.day < first)
			first = from->from.day;
	}
	return first;
}

static void
flag_hardly_begun(struct ehc_check *c, const struct ehc_item *outcome)
{
	struct ehc_span span;
	ehc_day due = ehc_outcome_due(outcome, &span), begins = work_begins(outcome);
	struct ehc_str by, from;

	if (due == EHC_NODATE || begins == EHC_NODATE || due < begins || due - begins >= LEAST_WEEKS * 7)
		return;
	by = ehc_day_text(c->arena, due);
	from = ehc_day_text(c->arena, begins);
	ehc_flag_words(c, outcome, span, "This outcome is due by %.*s, %d weeks after the first provision towards it starts on %.*s.", EHC_ARG(by), (due - begins) / 7,
	    EHC_ARG(from));
}

/* A row ties what stands in it; a tie by area alone is too loose to compare dates by. */
static void
outcome_not_too_early(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	ehc_day day = ehc_document_day(c->plan);

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		struct ehc_span span;
		ehc_day due = ehc_outcome_due(it, &span);

		if (due == EHC_NODATE || (day != EHC_NODATE && due < day))
			continue;
		flag_hardly_begun(c, it);
		for (size_t i = 0; i < it->in.count; i++) {
			const struct ehc_link *link = it->in.items[i];

			if (link->relation == EHC_REL_TOWARDS && link->from->kind == EHC_ITEM_PROVISION && (!link->assumed || link->by_row) &&
			    !(link->by_row && fits_nearer_outcome(link->from, it, ehc_provision_ends(link->from))))
				flag_too_early(c, link->from, it);
		}
	}
}

/* ---- age ---- */

static void
past_25(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *ends = ehc_plan_event(p, EHC_L_PLAN_ENDS), *latest = ehc_issue_date(p);
	struct ehc_str until, year_end;
	ehc_day limit;

	(void)self;
	if (!ehc_date_known(&p->child.born) || p->status == EHC_CEASED)
		return;
	limit = ehc_end_of_year_turning_25(p->child.born.day);
	if (ends != NULL)
		latest = ends;
	else if (ehc_date_known(&p->review_due) && (latest == NULL || p->review_due.day > latest->day))
		latest = &p->review_due;
	if (latest == NULL || limit == EHC_NODATE || latest->day <= limit)
		return;
	until = ehc_day_text(c->arena, latest->day);
	year_end = ehc_day_text(c->arena, limit);
	ehc_flag_words(c, NULL, latest->span, "The plan goes on to %.*s; the school year in which the young person turns 25 usually ends on %.*s.", EHC_ARG(until),
	    EHC_ARG(year_end));
}

static struct ehc_str
year_named(struct ehc_arena *a, int year)
{
	if (year < 0)
		return EHC_STR("not yet at school");
	return year == 0 ? EHC_STR("in Reception") : ehc_arena_printf(a, "in Year %d", year);
}

/* "By the end of Year 2", and not "expected at the end of Year 2" nor "by the end of Year 2 of her course", which counts other years. */
static bool
is_when(struct ehc_str s, size_t from, size_t to)
{
	static const char *const openers[] = { "by", "by the", "at the", ", the", "(the" };
	struct ehc_str before = ehc_str_trim(ehc_str_sub(s, 0, from)), behind = ehc_str_sub(s, to, s.len);
	bool opens = before.len == 0;

	for (size_t i = 0; i < EHC_COUNT(openers); i++)
		opens = opens || (ehc_str_ends_nocase(before, openers[i]) && (strcmp(openers[i], "at the") != 0 || before.len == strlen("at the")));
	if (ehc_str_starts_nocase(behind, " (")) {
		size_t close = ehc_str_find_nocase(behind, ")");

		behind = ehc_str_sub(behind, close == SIZE_MAX ? behind.len : close + 1, behind.len);
	}
	return opens && !ehc_str_starts_nocase(behind, " of ");
}

/* The year group at whose end "the end of Key Stage 2", "the end of KS2" or "the end of Year 6" falls; -1 where the text says none. *at and *len get its place. */
static int
phase_named(struct ehc_str s, size_t *at, size_t *len)
{
	static const char *const stages[] = { "end of key stage ", "end of ks ", "end of ks" }, *const years[] = { "end of year ", "end of yr " };
	static const int last_year[] = { 2, 6, 9, 11 };

	for (size_t i = 0; i < EHC_COUNT(stages) + EHC_COUNT(years); i++) {
		bool stage = i < EHC_COUNT(stages);
		const char *words = stage ? stages[i] : years[i - EHC_COUNT(stages)];
		size_t n = strlen(words);
		int figure = 0;

		*at = ehc_str_find_nocase(s, words);
		for (*len = n; *at != SIZE_MAX && *at + *len < s.len && *len < n + 2 && ehc_is_digit(s.ptr[*at + *len]); ++*len)
			figure = figure * 10 + (s.ptr[*at + *len] - '0');
		if (figure > 0 && figure <= (stage ? 4 : 14) && is_when(s, *at, *at + *len))
			return stage ? last_year[figure - 1] : figure;
	}
	return -1;
}

#define DAYS_OF_AUTUMN 30       /* "the end of Year 6 (September 2028)" */

/* "By the end of Key Stage 1 (July 2026)", of a child who was in Year 2 in 2024/25. Who is taught a year above or below their age is believed. */
static void
phase_fits(struct ehc_check *c, ehc_day day, int expected)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		struct ehc_str s = ehc_arena_unwrapped(c->arena, it->text.str), when;
		struct ehc_span span;
		size_t at = 0, len = 0;
		int phase = it->has_placeholder ? -1 : phase_named(s, &at, &len), ends = ehc_day_school_year(day) + phase - expected, stated = c->plan->child.year;
		ehc_day due = phase < 0 ? EHC_NODATE : ehc_outcome_due(it, &span);
		int given = due == EHC_NODATE ? ends : ehc_day_school_year(due - DAYS_OF_AUTUMN);

		if (phase < 0 || (given == ends && ehc_day_of(ends + 1, 8, 31) >= day) || (stated >= 0 && given == ehc_day_school_year(day) + phase - stated && due != EHC_NODATE))
			continue;
		when = ehc_arena_printf(c->arena, "July %d", ends + 1);
		if (due == EHC_NODATE || given == ends)
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, len), "A child born then was at this point in %.*s, before this plan.", EHC_ARG(when))->cause = it;
		else
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, len), "A child born then is at this point in %.*s, and not at the date beside it.", EHC_ARG(when))->cause = it;
	}
}

static void
year_group_fits(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_child *child = &c->plan->child;
	ehc_day day = ehc_document_day(c->plan);
	int year, month, dom, expected, school_year;
	struct ehc_str said;

	(void)self;
	if (!ehc_date_known(&child->born) || day == EHC_NODATE || child->born.day >= day)
		return;
	expected = ehc_expected_year_group(child->born.day, day);
	phase_fits(c, day, expected);
	if (child->year < 0)
		return;
	ehc_day_parts(day, &year, &month, &dom);
	if (child->year == expected || ((month == 7 || month == 8) && child->year == expected + 1))
		return;         /* a plan of the summer may name the year to come */
	said = year_named(c->arena, expected);
	school_year = ehc_day_school_year(day);
	ehc_flag_words(c, NULL, child->year_group.node != NULL ? child->year_group.text.span : child->class_name.text.span, "The year group does not fit the date of birth: a child born then is usually %.*s in %d/%02d.",
	    EHC_ARG(said), school_year, (school_year + 1) % 100);
}

/* ---- health care plans ---- */

/* Of a month that is named without a day, the first. */
static ehc_day
first_meant(const struct ehc_date *d)
{
	int year, month, day;

	if (!d->month_only)
		return d->day;
	ehc_day_parts(d->day, &year, &month, &day);
	return d->day - (day - 1);
}

static void
health_plan_yearly(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	struct ehc_str due, written;

	(void)self;
	if (!ehc_date_known(&p->written) || !ehc_date_known(&p->review_due) || ehc_day_add_months(p->written.day, 12) == EHC_NODATE ||
	    first_meant(&p->review_due) <= ehc_day_add_months(p->written.day, 12))
		return;
	due = ehc_day_text(c->arena, p->review_due.day);
	written = ehc_day_text(c->arena, p->written.day);
	ehc_flag_words(c, NULL, p->review_due.span, "The review is due on %.*s, more than 12 months after the plan was written on %.*s.", EHC_ARG(due), EHC_ARG(written));
}

static void
health_plan_prompt(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_value notified = ehc_plan_value(c->plan, EHC_L_NOTIFIED);
	ehc_day told, limit;
	struct ehc_str on, written;

	(void)self;
	if (!ehc_date_known(&c->plan->written) || ehc_day_read(notified.text.str, &told, NULL, NULL) == 0 || told == EHC_NODATE)
		return;
	limit = told + 14;
	while (ehc_school_may_be_closed(limit))
		limit++;
	if (c->plan->written.day <= limit)
		return;
	on = ehc_day_text(c->arena, told);
	written = ehc_day_text(c->arena, c->plan->written.day);
	ehc_flag_words(c, NULL, c->plan->written.span, "The plan was written on %.*s, %d days after the school was told of the condition on %.*s; usually it is in place "
	    "within two weeks, or for the start of term.", EHC_ARG(written), c->plan->written.day - told, EHC_ARG(on));
}

/* ---- limits that have passed without a record ---- */

static void
flag_overdue(struct ehc_check *c, const struct ehc_item *it, const struct ehc_date *from, ehc_day limit, const char *what, const char *limit_name, const char *whose)
{
	struct ehc_str day, ago;
	struct ehc_finding *f;

	if (c->as_of <= limit)
		return;
	day = ehc_limit_said(c->arena, limit_name, limit);
	ago = ehc_days_said(c->arena, c->as_of - limit);
	f = ehc_flag_words(c, it, from->span, "%s, and %.*s passed %.*s ago.", what, EHC_ARG(day), EHC_ARG(ago));
	f->step_of = ehc_str_of(whose);
	f->cause = from;
}

/* "Not known to this service" is an answer, though no advice: CARE-005 says so. */
static bool
says_not_known(const struct ehc_item *it)
{
	return ehc_str_has_word(it->reply.text.str, "known") || ehc_str_has_word(it->author.text.str, "known");
}

static void
assessment_overdue(struct ehc_check *c)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *start = ehc_clock_start(p);
	const struct ehc_item *it;

	if (start == NULL || ehc_status_is_final(p->status) || ehc_plan_event(p, EHC_L_DECIDED_NOT) != NULL || ehc_plan_event(p, EHC_L_REFUSED) != NULL ||
	    ehc_plan_event(p, EHC_L_FINAL_ISSUED) != NULL)
		return;
	if (ehc_plan_event(p, EHC_L_DECIDED) == NULL && ehc_plan_event(p, EHC_L_ADVICE_ASKED) == NULL && ehc_plan_event(p, EHC_L_DRAFT_SENT) == NULL)
		flag_overdue(c, NULL, start, start->day + EHC_DECIDE_DAYS, "No decision whether to assess is recorded", "the 6-week limit", THE_COUNCIL);
	else
		flag_overdue(c, NULL, start, start->day + EHC_FINAL_DAYS, "No final plan is recorded", "the 20-week limit", THE_COUNCIL);
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE))
		if (ehc_date_known(&it->asked) && advice_date(it) == NULL && !ehc_date_known(&it->received) && !says_not_known(it))
			flag_overdue(c, it, &it->asked, it->asked.day + EHC_DECIDE_DAYS, "This advice has not come", "the 6-week limit", "the adviser");
}

static bool
happened_since(const struct ehc_plan *p, ehc_day since, enum ehc_label one, enum ehc_label other)
{
	return ehc_event_from(p, one, since) != NULL || ehc_event_from(p, other, since) != NULL;
}

static void
review_overdue(struct ehc_check *c)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *meeting = ehc_plan_event(p, EHC_L_REVIEW_MEETING), *notice = ehc_plan_event(p, EHC_L_AMEND_NOTICE);
	ehc_day year;

	if (meeting != NULL && !happened_since(p, meeting->day, EHC_L_REVIEW_DECISION, EHC_L_AMEND_NOTICE) &&
	    !happened_since(p, meeting->day, EHC_L_AMENDED_FINAL, EHC_L_LAST_REVIEW) && !ehc_status_is_final(p->status))
		flag_overdue(c, NULL, meeting, meeting->day + EHC_DECISION_DAYS, "No decision after the review meeting is recorded", "the four-week limit", THE_COUNCIL);
	if (notice != NULL && !happened_since(p, notice->day, EHC_L_AMENDED_FINAL, EHC_L_NOT_AMENDED) && !ehc_status_is_final(p->status))
		flag_overdue(c, NULL, notice, notice->day + EHC_AMEND_DAYS, "No amended plan is recorded", "the limit of 8 weeks from the notice", THE_COUNCIL);
	if (!ehc_date_known(&p->review_due) || p->review_due.day < ehc_document_day(p))
		return;
	year = ehc_day_add_months(p->review_due.day, -6);
	if (!happened_since(p, year, EHC_L_REVIEW_DECISION, EHC_L_LAST_REVIEW) && !happened_since(p, year, EHC_L_REVIEW_MEETING, EHC_L_REVIEW_REPORT))
		flag_overdue(c, NULL, &p->review_due, p->review_due.day, "No review since is recorded", "the day of the next review",
		    p->kind == EHC_DOC_HEALTH_PLAN ? "the school" : THE_COUNCIL);
}

/* A move lies ahead, the plan that is to name the next setting is not issued, and its day has gone by. */
static void
move_overdue(struct ehc_check *c)
{
	const struct ehc_plan *p = c->plan;

	for (size_t i = 0; !ehc_status_is_final(p->status) && i < p->nevents; i++) {
		const struct ehc_date *moves = &p->events[i].date;
		enum ehc_transfer kind;

		if (p->events[i].label != EHC_L_TRANSFER || !ehc_date_known(moves) || moves->day < c->as_of ||
		    ehc_event_from(p, EHC_L_NEXT_NAMED, ehc_day_add_months(moves->day, -18)) != NULL)
			continue;
		kind = ehc_transfer_kind(moves->words, moves->day, ehc_date_known(&p->child.born) ? p->child.born.day : EHC_NODATE);
		if (kind != EHC_TRANSFER_UNKNOWN && ehc_plan_event(p, EHC_L_FIRST_PLAN) != NULL)
			flag_overdue(c, NULL, moves, ehc_transfer_limit(kind, moves->day), "No plan that names the next setting is recorded", "the limit for this move", THE_COUNCIL);
	}
}

static void
limit_has_passed(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *asked = ehc_plan_event(p, EHC_L_REASSESS_ASKED), *made = ehc_plan_event(p, EHC_L_RECOMMENDED);

	(void)self;
	if (p->status == EHC_CEASED)
		return;
	assessment_overdue(c);
	review_overdue(c);
	move_overdue(c);
	if (asked != NULL && ehc_event_from(p, EHC_L_REASSESS_ANSWERED, asked->day) == NULL)
		flag_overdue(c, NULL, asked, asked->day + EHC_REASSESS_ANSWER_DAYS, "No answer about a re-assessment is recorded", "the 15-day limit", THE_COUNCIL);
	if (made != NULL && ehc_event_from(p, EHC_L_RECOMMEND_REPLY, made->day) == NULL)
		flag_overdue(c, NULL, made, made->day + EHC_RECOMMEND_DAYS, "No reply to the Tribunal's recommendation is recorded", "the 5-week limit",
		    "the body that the recommendation was made to");
}

const struct ehc_rule ehc_rules_dates_plan[] = {
	{ .id = "DATE-028", .title = "Provision is in place when the plan is issued", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_FINAL, .source = "R (BA) v Nottinghamshire CC [2021] EWHC 1348 (Admin)", .confidence = EHC_SECONDARY,
	    .basis = EHC_BASIS_CASES,
	    .why = "The duty to secure the provision begins with the plan; a later first day is time without the help.",
	    .fix = "Give the day of the final plan or the first school day after it, or say why this provision can only begin later.",
	    .legitimate = "The provision belongs to a later stage that the plan describes, such as a course that begins in September.", .run = in_place_when_issued },
	{ .id = "DATE-029", .title = "Advice is no older than a year when the draft is made", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A child changes in a year; provision set from old advice may not fit.",
	    .fix = "Ask the author to confirm the advice or to bring it up to date, and record the new date.",
	    .legitimate = "Author, council and family have agreed that the earlier advice is still right.", .run = advice_is_fresh },
	{ .id = "DATE-032", .title = "The plan does not go on past the school year of the 25th birthday", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "Children and Families Act 2014, s.46", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_ACT,
	    .why = "A young person who counts on a plan that cannot go on is left without support; the move to adult services needs a true date.",
	    .fix = "Check the date of birth and the dates of the plan, and plan the move to adult services for the day on which the plan must end.",
	    .legitimate = "The young person is on a course whose own rules let the plan go on to its end.", .run = past_25 },
	{ .id = "DATE-033", .title = "A health care plan is reviewed within 12 months", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .pack = "med-2015", .documents = EHC_FOR_HEALTH_PLAN, .source = "", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE,
	    .why = "Medicines, weight and staff change; an old plan may be wrong when it is needed.",
	    .fix = "Set the review within a year of the day on which the plan was written, and sooner when anything changes.", .run = health_plan_yearly },
	{ .id = "DATE-034", .title = "A health care plan is in place soon after the school is told", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .pack = "med-2015", .documents = EHC_FOR_HEALTH_PLAN, .source = "", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE,
	    .why = "Until the plan is there, staff do not know what to do for the child.",
	    .fix = "Check both dates. Where more time was needed, say what was done to keep the child safe meanwhile.", .run = health_plan_prompt },
	{ .id = "DATE-040", .title = "Advice is not later than the plan that rests on it", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The plan cannot have been written from advice that did not yet exist; either a date is wrong or the advice was not used.",
	    .fix = "Correct the date that is wrong. If both are right, bring the plan into line with the advice and give it its new date.", .run = advice_after_plan },
	{ .id = "DATE-041", .title = "An outcome is not due before its provision can take effect", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The outcome will be judged before the help towards it has been given.",
	    .fix = "Move the outcome's date behind the provision, or let the provision begin sooner.",
	    .legitimate = "The outcome is meant for part of the provision's time.", .run = outcome_not_too_early },
	{ .id = "DATE-042", .title = "The year group fits the date of birth", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The next move between schools, its deadlines and what is expected at this age all follow from the year group.",
	    .fix = "Correct the year group or the date of birth.", .legitimate = "The child started school a year late or has been moved a year.", .run = year_group_fits },
	{ .id = "DATE-043", .title = "No limit has passed without its step", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN, .needs = EHC_NEEDS_AS_OF, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Either the step is late and the child is waiting, or it was taken and the record does not show it.",
	    .fix = "Take the step now, or record the day on which it was taken.", .run = limit_has_passed },
	EHC_NO_MORE_RULES
};
