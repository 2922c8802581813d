/*
 * steps.c - the timeline beside the statutory dates: arithmetic alone. Whether an exception excuses a late step is for a
 * person; the report shows what is claimed.
 */
#include "qa/qa.h"

#include "rules/timeline.h"

/* One row: a step, when it was done, by when it was due. */
struct step {
	const char *what;
	const struct ehc_date *done;    /* NULL: not recorded */
	ehc_day limit;                  /* EHC_NODATE: no statutory date */
	const char *limit_from;         /* "6 weeks from the request" */
	const char *rule;               /* whose source sets the limit; NULL with no limit */
	bool not_before;                /* the limit is the first day, not the last */
};

static void
put_standing(struct qa *q, const struct step *s)
{
	if (s->done != NULL && s->limit == EHC_NODATE) {
		qa_put(q, "recorded");
	} else if (s->not_before && s->done != NULL && s->done->day >= s->limit) {
		qa_put(q, "<span class=\"in-time\">&#10003; kept</span>");
	} else if (s->not_before && s->done != NULL) {
		qa_put(q, "<span class=\"late\">&#10007; ");
		qa_days(q, s->limit - s->done->day);
		qa_put(q, " too soon</span>");
	} else if (s->done != NULL && s->done->day <= s->limit) {
		qa_put(q, "<span class=\"in-time\">&#10003; in time</span>, ");
		qa_days(q, s->limit - s->done->day);
		qa_put(q, " in hand");
	} else if (s->done != NULL) {
		qa_put(q, "<span class=\"late\">&#10007; ");
		qa_days(q, s->done->day - s->limit);
		qa_put(q, " late</span>");
	} else if (q->as_of == EHC_NODATE || s->limit == EHC_NODATE || s->not_before) {
		qa_put(q, "not recorded");
	} else if (q->as_of <= s->limit) {
		qa_put(q, "due in ");
		qa_days(q, s->limit - q->as_of);
	} else {
		qa_put(q, "<span class=\"late\">&#10007; not recorded, ");
		qa_days(q, q->as_of - s->limit);
		qa_put(q, " past</span>");
	}
}

/* The law that sets the limit, in the words of the rule that watches it. */
static void
put_basis(struct qa *q, const char *id)
{
	const struct ehc_rule *rule = ehc_rule_find(ehc_str_of(id));

	if (rule == NULL || ehc_rule_source(rule)[0] == '\0')
		return;
	qa_put(q, " <cite>");
	qa_words(q, ehc_rule_source(rule));
	qa_put(q, "</cite>");
}

static void
put_step(struct qa *q, struct qa_table *t, const struct step *s)
{
	if (s->done == NULL && s->limit == EHC_NODATE)
		return;
	qa_row(q, t);
	qa_cell(q, t);
	qa_words(q, s->what);
	qa_cell(q, t);
	if (s->done != NULL)
		ehc_buf_day(q->out, s->done->day);
	else
		qa_put(q, "<span class=\"light\">not recorded</span>");
	qa_cell(q, t);
	if (s->limit != EHC_NODATE) {
		qa_put(q, s->not_before ? "not before " : "");
		ehc_buf_day(q->out, s->limit);
		qa_printf(q, " <span class=\"light\">%s</span>", s->limit_from);
		put_basis(q, s->rule);
	} else
		qa_put(q, "<span class=\"light\">no date set by law</span>");
	qa_cell(q, t);
	put_standing(q, s);
	qa_end_row(q, t);
}

static const char *const heads[] = { "Step", "Recorded", "Limit, and what sets it", "How it stands" };

/* ---- first assessment ---- */

static const struct ehc_date *
after(const struct qa *q, enum ehc_label label, const struct ehc_date *start)
{
	return ehc_event_from(q->plan, label, start->day);
}

static const struct ehc_date *
final_plan(const struct qa *q, const struct ehc_date *start)
{
	const struct ehc_date *issued = after(q, EHC_L_FINAL_ISSUED, start);

	return issued == NULL && q->plan->status == EHC_FINAL ? ehc_issue_date(q->plan) : issued;
}

static void
put_advice(struct qa *q, struct qa_table *t)
{
	const struct ehc_items *advice = &q->plan->kinds[EHC_ITEM_ADVICE];

	for (size_t i = 0; i < advice->count; i++) {
		const struct ehc_item *it = advice->items[i];
		struct ehc_str what;

		if (!ehc_date_known(&it->asked))
			continue;
		what = ehc_arena_printf(q->arena, "Advice %.*s: %.*s", EHC_ARG(qa_item_text(q, it)), EHC_ARG(it->text.str));
		put_step(q, t, &(struct step){ ehc_arena_cstr(q->arena, what),
		    ehc_date_known(&it->received) ? &it->received : NULL,
		    it->asked.day + EHC_DECIDE_DAYS, "6 weeks from asking", "DATE-002", false });
	}
}

static void
put_assessment_rows(struct qa *q, const struct ehc_date *start)
{
	const struct ehc_date *decided = after(q, EHC_L_DECIDED, start), *draft = after(q, EHC_L_DRAFT_SENT, start);
	const struct ehc_date *final = final_plan(q, start);
	struct qa_table t;

	qa_table(q, &t, "First assessment: 20 weeks from the request to the final plan", heads, EHC_COUNT(heads));
	put_step(q, &t, &(struct step){ "The clock starts: request, or responsibility taken on", start, EHC_NODATE, "", NULL, false });
	put_step(q, &t, &(struct step){ "The family is told whether there will be an assessment",
	    decided != NULL ? decided : after(q, EHC_L_DECIDED_NOT, start), start->day + EHC_DECIDE_DAYS,
	    "6 weeks from the start", "DATE-001", false });
	put_advice(q, &t);
	put_step(q, &t, &(struct step){ "The draft is sent", draft, EHC_NODATE, "", NULL, false });
	if (draft != NULL)
		put_step(q, &t, &(struct step){ "The family has at least 15 days for its views, before the final plan", final,
		    ehc_earliest_final(draft->day), "15 days from the draft", "DATE-005", true });
	put_step(q, &t, &(struct step){ "The final plan is issued", final, start->day + EHC_FINAL_DAYS,
	    "20 weeks from the start", "DATE-004", false });
	qa_end_table(q);
	if (draft == NULL)
		return;
	qa_put(q, "<p>The draft of ");
	ehc_buf_day(q->out, draft->day);
	qa_put(q, " leaves the family until the end of ");
	ehc_buf_day(q->out, ehc_views_end(draft->day));
	qa_put(q, "; the final plan can follow from ");
	ehc_buf_day(q->out, ehc_earliest_final(draft->day));
	if (ehc_earliest_final(draft->day) > start->day + EHC_FINAL_DAYS)
		qa_put(q, ", which is after the 20 weeks");
	qa_put(q, ".</p>\n");
}

/* ---- the same as a picture ---- */

enum { SCALE_WIDTH = 1000, SCALE_LEFT = 40, SCALE_Y = 74, ROWS = 3, ROW_HEIGHT = 18 };

struct scale { struct qa *q; ehc_day from; int days; int row; };

static int
x_on(const struct scale *s, ehc_day d)
{
	return SCALE_LEFT + (int)((int64_t)(d - s->from) * SCALE_WIDTH / s->days);
}

/* Words stand before the mark where there is no room behind it. */
static const char *
anchor_at(int x)
{
	return x > SCALE_LEFT + SCALE_WIDTH - 160 ? " text-anchor=\"end\"" : "";
}

static void
put_limit(struct scale *s, int days, const char *words)
{
	int x = x_on(s, s->from + days);

	qa_printf(s->q, "<path class=\"limit\" d=\"M%d %dV%d\"/><text class=\"limit\" x=\"%d\" y=\"%d\"%s>%s</text>\n",
	    x, SCALE_Y - 10, SCALE_Y + 16, x,
	    SCALE_Y + 30, anchor_at(x), words);
}

static void
put_mark(struct scale *s, const struct ehc_date *d, const char *words)
{
	int x, y;

	if (d == NULL || d->day < s->from || d->day > s->from + s->days)
		return;
	x = x_on(s, d->day);
	y = SCALE_Y - 14 - ROW_HEIGHT * (s->row++ % ROWS);
	qa_printf(s->q, "<path class=\"lead\" d=\"M%d %dV%d\"/><circle class=\"event\" cx=\"%d\" cy=\"%d\" "
	    "r=\"5\"/><text x=\"%d\" y=\"%d\"%s>%s</text>\n",
	    x, y + 2, SCALE_Y, x, SCALE_Y, x + (anchor_at(x)[0] != '\0' ? -5 : 5), y, anchor_at(x), words);
}

static int
span_of(const struct qa *q, const struct ehc_date *start, const struct ehc_date *final)
{
	int days = EHC_FINAL_DAYS;

	if (final != NULL && final->day - start->day > days)
		days = final->day - start->day;
	else if (final == NULL && q->as_of != EHC_NODATE && q->as_of - start->day > days &&
	    q->as_of - start->day < 3 * EHC_FINAL_DAYS)
		days = q->as_of - start->day;
	return days + 7;
}

static void
put_scale(struct qa *q, const struct ehc_date *start)
{
	const struct ehc_date *final = final_plan(q, start);
	struct scale s = { q, start->day, span_of(q, start, final), 0 };
	struct ehc_date now = { .day = q->as_of };

	qa_printf(q, "<div class=\"picture\" id=\"timeline-picture\" role=\"region\" aria-label=\"Picture of the timeline\" tabindex=\"0\">\n"
	    "<svg role=\"img\" aria-labelledby=\"scale-title\" viewBox=\"0 0 %d 112\" xmlns=\"http://www.w3.org/2000/svg\">\n"
	    "<title id=\"scale-title\">Steps of the assessment beside the limits of 6, 16 and 20 weeks; the table "
	    "below holds the dates</title>\n"
	    "<path class=\"scale\" d=\"M%d %dH%d\"/>\n", SCALE_WIDTH + 2 * SCALE_LEFT, SCALE_LEFT, SCALE_Y,
	    SCALE_LEFT + SCALE_WIDTH);
	put_limit(&s, EHC_DECIDE_DAYS, "6 weeks");
	put_limit(&s, EHC_REFUSE_DAYS, "16 weeks");
	put_limit(&s, EHC_FINAL_DAYS, "20 weeks");
	put_mark(&s, start, "start");
	put_mark(&s, after(q, EHC_L_DECIDED, start), "decision");
	put_mark(&s, after(q, EHC_L_DRAFT_SENT, start), "draft sent");
	put_mark(&s, final, "final plan");
	if (final == NULL && q->as_of != EHC_NODATE)
		put_mark(&s, &now, "day of this report");
	qa_put(q, "</svg>\n</div>\n");
}

/* ---- review ---- */

static void
put_review(struct qa *q)
{
	const struct ehc_date *meeting = ehc_plan_event(q->plan, EHC_L_REVIEW_MEETING);
	const struct ehc_date *last = ehc_plan_event(q->plan, EHC_L_LAST_REVIEW);
	const struct ehc_date *decision = NULL, *notice = NULL, *final = NULL;
	struct qa_table t;

	if (meeting == NULL && last == NULL)
		return;
	qa_table(q, &t, "The latest review", heads, EHC_COUNT(heads));
	if (last != NULL)
		put_step(q, &t, &(struct step){ "The last review ended", last, EHC_NODATE, "", NULL, false });
	if (meeting != NULL) {
		decision = after(q, EHC_L_REVIEW_DECISION, meeting);
		notice = after(q, EHC_L_AMEND_NOTICE, meeting);
		final = after(q, EHC_L_AMENDED_FINAL, meeting);
		put_step(q, &t, &(struct step){ "The review meeting", meeting,
		    last != NULL && last->day < meeting->day ? ehc_day_add_months(last->day, 12) : EHC_NODATE,
		    "12 months from the last review", "DATE-009", false });
		put_step(q, &t, &(struct step){ "The family is told: keep, amend or cease", decision != NULL ? decision : notice,
		    meeting->day + EHC_DECISION_DAYS, "4 weeks from the meeting", "DATE-014", false });
	}
	if (notice != NULL) {
		ehc_day by_notice = notice->day + EHC_AMEND_DAYS, in_all = meeting->day + EHC_REVIEW_IN_ALL_DAYS;

		put_step(q, &t, &(struct step){ "The proposed changes are sent", notice,
		    meeting->day + EHC_DECISION_DAYS, "4 weeks from the meeting", "DATE-015", false });
		put_step(q, &t, &(struct step){ "The amended plan is issued", final, by_notice < in_all ? by_notice : in_all,
		    by_notice < in_all ? "8 weeks from the notice" : "12 weeks from the meeting", by_notice < in_all ? "DATE-016" : "DATE-017", false });
	}
	qa_end_table(q);
}

/* ---- the next phase ---- */

static void
put_transfers(struct qa *q)
{
	const struct ehc_plan *p = q->plan;
	struct qa_table t;
	size_t n = 0;

	for (size_t i = 0; i < p->nevents; i++) {
		const struct ehc_date *moves = &p->events[i].date;
		enum ehc_transfer kind;
		ehc_day limit;

		if (p->events[i].label != EHC_L_TRANSFER || !ehc_date_known(moves))
			continue;
		kind = ehc_transfer_kind(moves->words, moves->day, ehc_date_known(&p->child.born) ? p->child.born.day : EHC_NODATE);
		if (kind == EHC_TRANSFER_UNKNOWN)
			continue;
		if (n++ == 0)
			qa_table(q, &t, "Moves to the next phase of education", heads, EHC_COUNT(heads));
		limit = ehc_transfer_limit(kind, moves->day);
		put_step(q, &t, &(struct step){ "The plan names the next setting",
		    ehc_event_from(p, EHC_L_NEXT_NAMED, ehc_day_add_months(moves->day, -18)), kind == EHC_TRANSFER_COLLEGE ? limit : limit - 1,
		    kind == EHC_TRANSFER_SCHOOL ? "before 15 February" : kind == EHC_TRANSFER_POST16 ? "before 31 March" :
		    "five months before the move", kind == EHC_TRANSFER_SCHOOL ? "DATE-020" : kind == EHC_TRANSFER_POST16 ? "DATE-021" :
		    "DATE-022", false });
	}
	if (n > 0)
		qa_end_table(q);
}

/* ---- the rest ---- */

static bool
is_in_a_table(enum ehc_label label)
{
	switch (label) {
	case EHC_L_REQUESTED: case EHC_L_BECAME_RESPONSIBLE: case EHC_L_DECIDED: case EHC_L_DECIDED_NOT: case EHC_L_DRAFT_SENT:
	case EHC_L_FINAL_ISSUED: case EHC_L_LAST_REVIEW: case EHC_L_REVIEW_MEETING: case EHC_L_REVIEW_DECISION: case EHC_L_AMEND_NOTICE:
	case EHC_L_AMENDED_FINAL:
		return true;
	default:
		return false;
	}
}

static void
put_others(struct qa *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->plan->nevents; i++) {
		const struct ehc_event *e = &q->plan->events[i];

		if (is_in_a_table(e->label))
			continue;
		qa_put(q, n++ == 0 ? "<h3>Other dates in the plan</h3>\n<ul>\n<li>" : "<li>");
		qa_words(q, ehc_keyword(e->label)->spelling);
		qa_put(q, ": ");
		if (e->date.day != EHC_NODATE)
			ehc_buf_day(q->out, e->date.day);
		if (e->date.words.len > 0) {
			qa_put(q, " ");
			qa_text(q, e->date.words);
		}
		qa_put(q, "</li>\n");
	}
	if (n > 0)
		qa_put(q, "</ul>\n");
}

static void
put_exceptions(struct qa *q)
{
	if (q->plan->nexceptions == 0)
		return;
	qa_put(q, "<h3>Exceptions claimed</h3>\n<p>An exception lifts a limit; it sets no other. Whether it truly made "
	    "the limit impracticable is for a "
	    "person.</p>\n<ul>\n");
	for (size_t i = 0; i < q->plan->nexceptions; i++) {
		qa_put(q, "<li>");
		qa_text(q, q->plan->exceptions[i].reason.text.str);
		if (q->plan->exceptions[i].evidence.text.str.len > 0) {
			qa_put(q, " Evidence: ");
			qa_text(q, q->plan->exceptions[i].evidence.text.str);
		}
		qa_put(q, "</li>\n");
	}
	qa_put(q, "</ul>\n");
}

void
qa_put_timeline(struct qa *q)
{
	const struct ehc_date *start = ehc_clock_start(q->plan);

	qa_section(q, "timeline", "Timeline");
	if (start != NULL) {
		put_scale(q, start);
		put_assessment_rows(q, start);
	} else
		qa_put(q, "<p>The plan does not record the request for its assessment, so the 20 weeks cannot be "
		    "worked out.</p>\n");
	put_review(q);
	put_transfers(q);
	put_exceptions(q);
	put_others(q);
	qa_end_section(q);
}
