/*
 * time.c - how the steps of one plan stand beside the limits that the law sets. Arithmetic alone: whether an exception that
 * is claimed truly made a limit impracticable is for a person.
 */
#include "panel/panel.h"

#include "rules/timeline.h"

static bool
is_excused(const struct ehc_plan *p, enum ehc_clock clock)
{
	for (size_t i = 0; i < ehc_exception_count(p); i++)
		if (ehc_exception_is_for(&p->exceptions[i], clock))
			return true;
	return false;
}

static uint8_t
standing(const struct ehc_date *done, ehc_day limit, ehc_day as_of, bool excused)
{
	if (done != NULL)
		return done->day <= limit ? STEP_IN_TIME : excused ? STEP_EXCUSED : STEP_LATE;
	if (as_of == EHC_NODATE)
		return STEP_NONE;
	return as_of <= limit ? STEP_NOT_DUE : STEP_MISSING;
}

static void
first_assessment(struct record *r, const struct ehc_plan *p, ehc_day as_of)
{
	const struct ehc_date *start = ehc_clock_start(p), *decided, *final;

	if (start == NULL)
		return;
	decided = ehc_event_from(p, EHC_L_DECIDED, start->day);
	if (decided == NULL)
		decided = ehc_event_from(p, EHC_L_DECIDED_NOT, start->day);
	final = ehc_event_from(p, EHC_L_FINAL_ISSUED, start->day);
	if (final == NULL && p->status == EHC_FINAL)
		final = ehc_issue_date(p);
	r->steps[STEP_DECIDE] = standing(decided, start->day + EHC_DECIDE_DAYS, as_of, is_excused(p, EHC_CLOCK_DECIDE));
	r->steps[STEP_FINAL] = standing(final, start->day + EHC_FINAL_DAYS, as_of, is_excused(p, EHC_CLOCK_FINAL));
}

static void
review(struct record *r, const struct ehc_plan *p, ehc_day as_of)
{
	const struct ehc_date *meeting = ehc_plan_event(p, EHC_L_REVIEW_MEETING), *decision, *notice, *final;

	if (ehc_date_known(&p->review_due) && as_of != EHC_NODATE && p->status != EHC_CEASED)
		r->steps[STEP_REVIEW_DUE] = as_of <= p->review_due.day ? STEP_IN_TIME : STEP_MISSING;
	if (meeting == NULL)
		return;
	decision = ehc_event_from(p, EHC_L_REVIEW_DECISION, meeting->day);
	notice = ehc_event_from(p, EHC_L_AMEND_NOTICE, meeting->day);
	final = ehc_event_from(p, EHC_L_AMENDED_FINAL, meeting->day);
	r->steps[STEP_REVIEW_DECISION] = standing(decision != NULL ? decision : notice, meeting->day + EHC_DECISION_DAYS, as_of, false);
	if (notice != NULL)
		r->steps[STEP_REVIEW_FINAL] = standing(final, notice->day + EHC_AMEND_DAYS < meeting->day + EHC_REVIEW_IN_ALL_DAYS ?
		    notice->day + EHC_AMEND_DAYS : meeting->day + EHC_REVIEW_IN_ALL_DAYS, as_of, false);
}

/* The last move to another phase that the plan knows of: the next setting is named ahead of it. */
static void
phase(struct record *r, const struct ehc_plan *p, ehc_day as_of)
{
	const struct ehc_date *moves = ehc_plan_event(p, EHC_L_TRANSFER);
	enum ehc_transfer kind;

	if (moves == NULL)
		return;
	kind = ehc_transfer_kind(moves->words, moves->day, ehc_date_known(&p->child.born) ? p->child.born.day : EHC_NODATE);
	if (kind != EHC_TRANSFER_UNKNOWN)
		r->steps[STEP_PHASE] = standing(ehc_event_from(p, EHC_L_NEXT_NAMED, ehc_day_add_months(moves->day, -18)),
		    ehc_transfer_limit(kind, moves->day), as_of, false);
}

/* Advice is due in six weeks, whoever gives it. */
static void
advice(struct sums *s, const struct ehc_plan *p, ehc_day as_of)
{
	uint32_t seen[MOST_KINDS][STANDINGS] = { { 0 } };
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE)) {
		struct ehc_str words = it->type.text.str.len > 0 ? it->type.text.str : it->role.text.str;
		unsigned adviser = panel_kind_of(&panel_advisers, words);
		unsigned how;

		if (!ehc_date_known(&it->asked))
			continue;
		how = standing(ehc_date_known(&it->received) ? &it->received : NULL, it->asked.day + EHC_DECIDE_DAYS, as_of,
		    is_excused(p, EHC_CLOCK_ADVICE));
		s->advice[adviser][how]++;
		s->advice_plans[adviser][how] += seen[adviser][how]++ == 0;
	}
}

void
panel_record_time(struct worker *w, struct record *r, const struct ehc_plan *p)
{
	ehc_day as_of = w->batch->options->compile.as_of;

	first_assessment(r, p, as_of);
	review(r, p, as_of);
	phase(r, p, as_of);
	advice(w->sums, p, as_of);
	if (r->steps[STEP_FINAL] == STEP_LATE || r->steps[STEP_FINAL] == STEP_MISSING || r->steps[STEP_REVIEW_DUE] == STEP_MISSING)
		r->reasons |= EHC_READ_LATE;
}
