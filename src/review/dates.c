/*
 * dates.c - what falls due for a review: the steps before and after its meeting, counted from what the plan records, and the
 * dates that the plan names itself. How long each step may take stands in rules/timeline.h; where the law can be read in two
 * ways, the earlier day is taken, because a calendar should never make anybody late.
 */
#include "ehc/review.h"

#include "rules/timeline.h"

#include <stdlib.h>
#include <string.h>

#define COUNCIL "the council"
#define LEADER "the school, or the council"

struct dates {
	struct ehc_arena *arena;
	struct ehc_review *review;
	const struct ehc_plan *plan;
};

static void
add(struct dates *d, struct ehc_due due)
{
	if (due.day != EHC_NODATE)
		EHC_PUSH(d->arena, &d->review->dates, due);
}

/* The date of an item: what happens, in words that a list of ids may follow. */
static void
add_item(struct dates *d, const struct ehc_item *it, ehc_day day, const char *key, size_t nth, struct ehc_str what)
{
	add(d, (struct ehc_due){ .day = day, .key = key, .item = it, .nth = nth, .whose = "", .what = what });
}

/* ---- this review ---- */

/* A step of the review under way, unless the plan records that it was taken. */
static void
add_step(struct dates *d, enum ehc_label done, ehc_day since, struct ehc_due due)
{
	if (since == EHC_NODATE || ehc_event_from(d->plan, done, since) == NULL)
		add(d, due);
}

static ehc_day
earlier(ehc_day a, ehc_day b)
{
	return a == EHC_NODATE || (b != EHC_NODATE && b < a) ? b : a;
}

/* The notice that followed this meeting, or that is out while no meeting is recorded; NULL. */
static const struct ehc_date *
notice_after(const struct dates *d, ehc_day since)
{
	return since == EHC_NODATE ? NULL : ehc_event_from(d->plan, EHC_L_AMEND_NOTICE, since);
}

/* What follows once the changes are out: the family's views, and the amended plan by the clock that ends first. */
static void
add_amending(struct dates *d, const struct ehc_date *notice, ehc_day meeting)
{
	ehc_day by_meeting = meeting == EHC_NODATE ? EHC_NODATE : meeting + EHC_REVIEW_IN_ALL_DAYS, by_notice = notice->day + EHC_AMEND_DAYS;

	if (ehc_event_from(d->plan, EHC_L_AMENDED_FINAL, notice->day) != NULL || ehc_event_from(d->plan, EHC_L_NOT_AMENDED, notice->day) != NULL)
		return;
	add(d, (struct ehc_due){ .day = ehc_views_end(notice->day), .key = "views-on-amendments", .rule = "DATE-018", .whose = "the family",
	    .what = EHC_STR("The family’s time for views on the proposed changes ends; the council may allow more") });
	add(d, (struct ehc_due){ .day = earlier(by_notice, by_meeting), .key = "amended-plan", .whose = COUNCIL,
	    .rule = by_meeting != EHC_NODATE && by_meeting < by_notice ? "DATE-017" : "DATE-016", .what = EHC_STR("The amended plan, or the decision not to amend, is sent by today") });
}

/* Before and after the meeting. Until its day is known, the last day that would do stands for it. */
static void
add_meeting(struct dates *d, ehc_day start, ehc_day year_ends)
{
	ehc_day known = d->review->meeting, latest = year_ends == EHC_NODATE ? EHC_NODATE : year_ends - EHC_DECISION_DAYS;
	ehc_day meeting = known != EHC_NODATE ? known : latest;
	const struct ehc_date *notice = notice_after(d, known != EHC_NODATE ? known : start);

	if (known != EHC_NODATE)
		add(d, (struct ehc_due){ .day = known, .key = "review-meeting", .whose = LEADER, .what = EHC_STR("The review meeting") });
	else
		add(d, (struct ehc_due){ .day = latest, .key = "review-meeting", .whose = LEADER, .rule = "DATE-010",
		    .what = EHC_STR("The last day for the review meeting that leaves the council four weeks to decide") });
	if (meeting == EHC_NODATE)
		return;
	add_step(d, EHC_L_REVIEW_INVITED, start, (struct ehc_due){ .day = meeting - EHC_MEETING_DAYS, .key = "invitations", .whose = LEADER, .rule = "DATE-011",
	    .what = EHC_STR("Invitations to the review meeting are out by today") });
	add_step(d, EHC_L_REVIEW_ADVICE, start, (struct ehc_due){ .day = meeting - EHC_MEETING_DAYS, .key = "advice", .whose = LEADER, .rule = "DATE-012",
	    .what = EHC_STR("Advice for the review has gone to everyone invited by today") });
	add_step(d, EHC_L_REVIEW_REPORT, known, (struct ehc_due){ .day = meeting + EHC_MEETING_DAYS, .key = "report", .whose = LEADER, .rule = "DATE-013",
	    .what = EHC_STR("The report of the review meeting is sent by today") });
	if (notice != NULL) {
		add_amending(d, notice, known);
		return;
	}
	if (known != EHC_NODATE && ehc_event_from(d->plan, EHC_L_REVIEW_DECISION, known) != NULL)
		return;
	add(d, (struct ehc_due){ .day = meeting + EHC_DECISION_DAYS, .key = "decision", .whose = COUNCIL, .rule = "DATE-014",
	    .what = EHC_STR("The family is told by today whether the plan is kept, changed or ended; proposed changes go with it") });
	add(d, (struct ehc_due){ .day = meeting + EHC_REVIEW_IN_ALL_DAYS, .key = "amended-plan", .whose = COUNCIL, .rule = "DATE-017",
	    .what = EHC_STR("If the plan is changed: the amended plan is sent by today, or sooner: within 8 weeks of the notice") });
}

/* ---- the year ---- */

/* The day from which the year runs: what the rules take, else the decision of a review that has ended, else the plan's own day. */
static const struct ehc_date *
year_start(const struct ehc_plan *p, ehc_day as_of)
{
	const struct ehc_date *start = ehc_review_year_start(p, as_of + 1), *decided = ehc_last_event_before(p, EHC_L_REVIEW_DECISION, as_of + 1);

	if (decided != NULL && (start == NULL || decided->day > start->day))
		start = decided;
	if (start == NULL && p->status == EHC_FINAL && (start = ehc_issue_date(p)) != NULL && start->day > as_of)
		start = NULL;
	return start;
}

static void
add_year(struct dates *d, ehc_day start, ehc_day year_ends)
{
	const struct ehc_date *born = &d->plan->child.born;

	add(d, (struct ehc_due){ .day = year_ends, .key = "year-ends", .whose = COUNCIL, .rule = "DATE-009",
	    .what = EHC_STR("The 12 months end: the council has decided, and told the family, by today") });
	if (ehc_date_known(born) && ehc_day_age(born->day, start + EHC_UNDER_FIVE_DAYS) < 5)
		add(d, (struct ehc_due){ .day = start + EHC_UNDER_FIVE_DAYS, .key = "under-five", .whose = COUNCIL, .rule = "DATE-023",
		    .what = EHC_STR("For a child under five: an earlier review, every three to six months, has been considered by today") });
}

static void
find_meeting(struct dates *d, ehc_day since, ehc_day planned)
{
	const struct ehc_date *own = ehc_plan_event(d->plan, EHC_L_REVIEW_MEETING);

	d->review->meeting = planned != EHC_NODATE ? planned : own != NULL && (since == EHC_NODATE || own->day > since) ? own->day : EHC_NODATE;
}

static void
add_review(struct dates *d, ehc_day planned)
{
	const struct ehc_date *start = year_start(d->plan, d->review->as_of);
	ehc_day since = start != NULL ? start->day : EHC_NODATE, year_ends = start != NULL ? ehc_day_add_months(since, 12) : EHC_NODATE;

	if (start == NULL && ehc_date_known(&d->plan->review_due))
		year_ends = d->plan->review_due.day;
	else if (year_ends != EHC_NODATE)
		year_ends--;            /* read strictly, "12 months starting with the date" end on the day before the anniversary */
	find_meeting(d, since, planned);
	d->review->counted = year_ends != EHC_NODATE || d->review->meeting != EHC_NODATE;
	if (start != NULL)
		add_year(d, since, year_ends);
	add_meeting(d, since, year_ends);
	if (ehc_date_known(&d->plan->review_due))
		add(d, (struct ehc_due){ .day = d->plan->review_due.day, .key = "review-due", .whose = "", .what = EHC_STR("The review is due: the plan’s own date") });
}

/* ---- moves and ends ---- */

/* The Regulations say before the day that they name, so the day before it is the last that is safe. */
static void
add_transfer(struct dates *d, const struct ehc_date *moves, size_t nth)
{
	enum ehc_transfer kind = ehc_transfer_kind(moves->words, moves->day, ehc_date_known(&d->plan->child.born) ? d->plan->child.born.day : EHC_NODATE);
	ehc_day named = ehc_transfer_limit(kind, moves->day), safe = named == EHC_NODATE || kind == EHC_TRANSFER_COLLEGE ? named : named - 1;
	const char *rule = kind == EHC_TRANSFER_SCHOOL ? "DATE-020" : kind == EHC_TRANSFER_POST16 ? "DATE-021" : "DATE-022";

	add(d, (struct ehc_due){ .day = moves->day, .key = "move", .nth = nth, .whose = "", .what = EHC_STR("The move to the next phase of education") });
	if (safe == EHC_NODATE || ehc_event_from(d->plan, EHC_L_NEXT_NAMED, ehc_day_add_months(moves->day, -18)) != NULL)
		return;
	add(d, (struct ehc_due){ .day = safe, .key = "next-setting", .nth = nth, .whose = COUNCIL, .rule = rule,
	    .what = kind == EHC_TRANSFER_COLLEGE ? EHC_STR("Five months before the move: the plan has been reviewed and names the next setting by today") :
	    EHC_STR("Before the move to the next phase: the plan has been reviewed and names the next setting by today") });
	add(d, (struct ehc_due){ .day = safe - EHC_REVIEW_IN_ALL_DAYS, .key = "transfer-review", .nth = nth, .whose = LEADER, .rule = "DATE-017",
	    .what = EHC_STR("The last day for a review meeting that leaves twelve weeks to name the next setting in time") });
}

static void
add_events(struct dates *d)
{
	for (size_t i = 0; i < d->plan->nevents; i++) {
		const struct ehc_event *e = &d->plan->events[i];

		if (!ehc_date_known(&e->date))
			continue;
		if (e->label == EHC_L_TRANSFER)
			add_transfer(d, &e->date, i);
		else if (e->label == EHC_L_PLAN_ENDS)
			add(d, (struct ehc_due){ .day = e->date.day, .key = "plan-ends", .nth = i, .whose = "", .what = EHC_STR("The plan says that it ends") });
		else if (e->label == EHC_L_PAYMENT_STARTED && ehc_event_from(d->plan, EHC_L_PAYMENT_REVIEWED, e->date.day) == NULL)
			add(d, (struct ehc_due){ .day = ehc_day_add_months(e->date.day, 3), .key = "direct-payment", .nth = i, .whose = COUNCIL, .rule = "DATE-036",
			    .what = EHC_STR("A new direct payment is usually looked at by now") });
	}
}

/* What age brings is of use where it is near. */
static void
add_ages(struct dates *d)
{
	ehc_day born = d->plan->child.born.node != NULL ? d->plan->child.born.day : EHC_NODATE, soon = ehc_day_add_months(d->review->as_of, 24);
	ehc_day rights, last;

	if (born == EHC_NODATE)
		return;
	rights = ehc_end_of_compulsory_school_age(born);
	if (rights >= d->review->as_of && rights <= soon)
		add(d, (struct ehc_due){ .day = rights, .key = "young-person", .whose = "", .rule = "PFA-004",
		    .what = EHC_STR("Compulsory school age ends: from here on the rights that were the parents’ are the young person’s own") });
	last = ehc_end_of_year_turning_25(born);
	if (last >= d->review->as_of && last <= soon)
		add(d, (struct ehc_due){ .day = last, .key = "twenty-five", .whose = COUNCIL, .rule = "DATE-032",
		    .what = EHC_STR("The school year of the 25th birthday ends, and with it the time for which a plan can be kept") });
}

/* ---- items ---- */

static void
add_outcome(struct dates *d, const struct ehc_item *it)
{
	struct ehc_span span;

	add_item(d, it, ehc_outcome_due(it, &span), "outcome", 0, EHC_STR("To be reached: outcome"));
	for (size_t i = 0; i < it->nsteps; i++)
		add_item(d, it, it->steps[i].day, "step", i, EHC_STR("A step on the way, to be reached: outcome"));
}

static void
add_provision(struct dates *d, const struct ehc_item *it)
{
	if (ehc_date_known(&it->from))
		add_item(d, it, it->from.day, "begins", 0, EHC_STR("Begins: provision"));
	add_item(d, it, ehc_provision_ends(it), "ends", 0, EHC_STR("Planned to run until today: provision"));
}

static void
add_dates_of(struct dates *d, const struct ehc_item *it, const struct ehc_dates *dates, const char *key, int before, struct ehc_str what)
{
	for (size_t i = 0; i < dates->count; i++)
		if (dates->items[i].day != EHC_NODATE)
			add_item(d, it, dates->items[i].day - before, key, i, what);
}

/* Two months, so that a new one is there before the holiday in between. */
#define REORDER_DAYS 60

static void
add_items(struct dates *d)
{
	for (const struct ehc_item *it = d->plan->first_item; it != NULL; it = it->next) {
		switch (it->kind) {
		case EHC_ITEM_OUTCOME: add_outcome(d, it); break;
		case EHC_ITEM_PROVISION: add_provision(d, it); break;
		case EHC_ITEM_MEDICINE: case EHC_ITEM_FEED:
			add_dates_of(d, it, &it->expires, "expires", 0, EHC_STR("Expires today, in one of its places: medicine"));
			add_dates_of(d, it, &it->expires, "reorder", REORDER_DAYS, EHC_STR("Expires in two months, so a new one is asked for now: medicine"));
			break;
		case EHC_ITEM_STAFF: add_dates_of(d, it, &it->renew_by, "training", 0, EHC_STR("Training to be renewed by today: staff")); break;
		case EHC_ITEM_TRAINING: add_dates_of(d, it, &it->renew_by, "course", 0, EHC_STR("To be repeated by today: training")); break;
		default: break;
		}
	}
}

/* ---- a health care plan ---- */

/* A plan without a date of its own is looked at after a year. */
static void
add_care_review(struct dates *d, ehc_day planned)
{
	const struct ehc_plan *p = d->plan;

	d->review->meeting = planned;
	d->review->counted = ehc_date_known(&p->review_due) || ehc_date_known(&p->written);
	if (planned != EHC_NODATE)
		add(d, (struct ehc_due){ .day = planned, .key = "review-meeting", .whose = "the school", .what = EHC_STR("The health care plan is reviewed") });
	if (ehc_date_known(&p->review_due))
		add(d, (struct ehc_due){ .day = p->review_due.day, .key = "review-due", .whose = "the school",
		    .what = EHC_STR("The review of the health care plan is due: the plan’s own date") });
	if (ehc_date_known(&p->written))
		add(d, (struct ehc_due){ .day = ehc_day_add_months(p->written.day, 12), .key = "year-ends", .whose = "the school", .rule = "DATE-033",
		    .what = EHC_STR("A year since the health care plan was written: it has been looked at again by today, and sooner when anything changed") });
}

/* By day, then by kind, then as they were found. */
static int
by_day(const void *a, const void *b)
{
	const struct ehc_due *x = *(const struct ehc_due *const *)a, *y = *(const struct ehc_due *const *)b;
	int kind = strcmp(x->key, y->key);

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return kind != 0 ? kind : x < y ? -1 : x > y;
}

/* "outcome E1", "outcomes E1, E3"; staff and training are one word for one and for several. */
static void
put_items(struct ehc_buf *out, const struct ehc_due *const *order, size_t n)
{
	enum ehc_item_kind kind = order[0]->item->kind;
	bool several = false;

	for (size_t i = 1; i < n; i++)
		several = several || order[i]->item != order[0]->item;
	if (several && kind != EHC_ITEM_STAFF && kind != EHC_ITEM_TRAINING)
		ehc_buf_char(out, 's');
	for (size_t i = 0; i < n; i++)
		if (i == 0 || order[i]->item != order[i - 1]->item)
			ehc_buf_printf(out, "%s%s", i == 0 ? " " : ", ", order[i]->item->id);
}

/* The due dates of one kind and day from order[0] on, as one; returns how many there are. */
static size_t
join(struct dates *d, const struct ehc_due *const *order, size_t n, struct ehc_due *out)
{
	struct ehc_buf what = { NULL, 0, 0 };
	size_t count = 1;

	*out = *order[0];
	while (out->item != NULL && count < n && order[count]->day == out->day && strcmp(order[count]->key, out->key) == 0)
		count++;
	ehc_buf_str(&what, out->what);
	if (out->item != NULL)
		put_items(&what, order, count);
	out->what = ehc_buf_take(&what, d->arena);
	return count;
}

static void
sort(struct dates *d)
{
	size_t n = d->review->dates.count, kept = 0;
	const struct ehc_due **order = EHC_NEW_ARRAY(d->arena, const struct ehc_due *, n);
	struct ehc_due *sorted = EHC_NEW_ARRAY(d->arena, struct ehc_due, n);

	for (size_t i = 0; i < n; i++)
		order[i] = &d->review->dates.items[i];
	if (n > 0)
		qsort(order, n, sizeof(*order), by_day);
	for (size_t i = 0; i < n; kept++)
		i += join(d, order + i, n - i, &sorted[kept]);
	d->review->dates.items = sorted;
	d->review->dates.count = kept;
}

struct ehc_review
ehc_review_of(struct ehc_arena *a, const struct ehc_plan *plan, ehc_day as_of, ehc_day meeting)
{
	struct ehc_review r = { .plan = plan, .as_of = as_of, .meeting = EHC_NODATE };
	struct dates d = { a, &r, plan };

	if (plan->kind == EHC_DOC_HEALTH_PLAN)
		add_care_review(&d, meeting);
	else
		add_review(&d, meeting);
	add_events(&d);
	if (plan->kind == EHC_DOC_EHC_PLAN)
		add_ages(&d);
	add_items(&d);
	sort(&d);
	return r;
}
