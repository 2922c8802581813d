/*
 * evidence.c - what the plan says of a question of the audit, laid beside it for whoever must answer.
 */
#include "qa/audit.h"

#include "rules/timeline.h"

#include <string.h>

static void
put_entry(struct qa *q, size_t *n, const struct ehc_item *it)
{
	qa_put(q, (*n)++ > 0 ? "<br><b>" : "<b>");
	qa_item_name(q, it);
	qa_put(q, "</b> ");
}

void
qa_show_views(struct qa *q)
{
	const struct ehc_prose_entry *method = ehc_plan_text(q->plan, EHC_L_VIEWS_METHOD, 0);
	const struct ehc_prose_entry *views = ehc_plan_text(q->plan, EHC_L_CHILD_VIEWS, 0);

	if (views != NULL) {
		qa_put(q, "&ldquo;");
		qa_short(q, views->text.str, 140);
		qa_put(q, "&rdquo;");
	} else
		qa_put(q, "The plan holds no words of the child.");
	qa_put(q, "<br>How they were gathered: ");
	if (method != NULL)
		qa_short(q, method->text.str, 140);
	else
		qa_put(q, "not said.");
}

void
qa_show_aspirations(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_ASPIRATION)) {
		put_entry(q, &n, it);
		qa_short(q, it->text.str, 120);
	}
}

/* Where the child starts from and what is hoped for, side by side. */
void
qa_show_outcomes(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_OUTCOME)) {
		put_entry(q, &n, it);
		qa_short(q, it->text.str, 110);
		qa_put(q, " <span class=\"light\">From: ");
		if (it->baseline.text.str.len > 0)
			qa_short(q, it->baseline.text.str, 60);
		else
			qa_put(q, "no baseline");
		qa_put(q, "</span>");
	}
}

static void
show_hours(struct qa *q, const char *sections)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_PROVISION)) {
		if (strchr(sections, ehc_section_name(it->section)[0]) == NULL || it->section == EHC_NO_SECTION)
			continue;
		put_entry(q, &n, it);
		if (it->amount != NULL && ehc_ratio_known(it->amount->year.hours)) {
			ehc_buf_ratio(q->out, it->amount->year.hours);
			qa_put(q, " hours a year");
		} else
			qa_put(q, "hours not known");
		if (it->said != NULL && it->flexible.text.str.len > 0)
			qa_put(q, ", flexible");
	}
}

void qa_show_hours_f(struct qa *q) { show_hours(q, "F"); }
void qa_show_hours_g(struct qa *q) { show_hours(q, "G"); }
void qa_show_hours_h(struct qa *q) { show_hours(q, "H"); }

void
qa_show_flexible(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_PROVISION))
		if (it->flexible.text.str.len > 0) {
			put_entry(q, &n, it);
			qa_short(q, it->flexible.text.str, 140);
		}
}

void
qa_show_advice(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_ADVICE)) {
		ehc_day day = ehc_date_known(&it->dated) ? it->dated.day : ehc_date_known(&it->received) ? it->received.day : EHC_NODATE;

		put_entry(q, &n, it);
		qa_short(q, it->text.str, 60);
		qa_put(q, ", ");
		if (it->missing)
			qa_put(q, "did not come");
		else if (day != EHC_NODATE)
			ehc_buf_day(q->out, day);
		else
			qa_put(q, "no date");
	}
}

void
qa_show_agreements(struct qa *q)
{
	static const char *const states[] = { "agreement not recorded", "agreed", "asked", "refused", "disputed" };
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_PROVISION)) {
		if (it->section != EHC_G)
			continue;
		put_entry(q, &n, it);
		qa_put(q, states[it->agreed.state]);
		if (it->agreed.body.len > 0) {
			qa_put(q, ", ");
			qa_text(q, it->agreed.body);
		}
		if (it->agreed.state != EHC_AGREEMENT_NONE && it->agreed.day != EHC_NODATE) {
			qa_put(q, ", ");
			ehc_buf_day(q->out, it->agreed.day);
		}
	}
}

void
qa_show_placement(struct qa *q)
{
	const struct ehc_value *values[] = { &q->plan->placement_name, &q->plan->placement_type, &q->plan->placement_otherwise };
	size_t n = 0;

	for (size_t i = 0; i < EHC_COUNT(values); i++)
		if (values[i]->text.str.len > 0) {
			qa_put(q, n++ > 0 ? "; " : "");
			qa_short(q, values[i]->text.str, 120);
		}
	if (n == 0)
		qa_put(q, "Section I names none yet.");
}

void
qa_show_comments(struct qa *q)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_COMMENT)) {
		struct ehc_value answer = ehc_item_value(it, EHC_L_ANSWER);

		put_entry(q, &n, it);
		qa_short(q, it->text.str, 110);
		qa_put(q, " <span class=\"light\">Answer: ");
		if (answer.text.str.len > 0)
			qa_short(q, answer.text.str, 80);
		else
			qa_put(q, "none");
		qa_put(q, "</span>");
	}
}

void
qa_show_looked_after(struct qa *q)
{
	struct ehc_str after = q->plan->child.looked_after.text.str, known = q->plan->child.social_care.text.str;

	qa_put(q, "Looked after: ");
	qa_text(q, after.len > 0 ? after : EHC_STR("not said"));
	qa_put(q, "<br>Known to social care: ");
	qa_text(q, known.len > 0 ? known : EHC_STR("not said"));
}

/* ---- who the child is, and the words about it ---- */

static void
put_fact(struct qa *q, size_t *n, const char *label, struct ehc_str words)
{
	if (words.len == 0)
		return;
	qa_printf(q, "%s%s: ", (*n)++ > 0 ? "; " : "", label);
	qa_short(q, words, 60);
}

void
qa_show_identity(struct qa *q)
{
	const struct ehc_child *child = &q->plan->child;
	size_t n = 0;

	put_fact(q, &n, "Name", child->name.text.str);
	if (ehc_date_known(&child->born))
		put_fact(q, &n, "born", ehc_day_text(q->arena, child->born.day));
	put_fact(q, &n, "NHS number", child->nhs_number.text.str);
	put_fact(q, &n, "school", child->setting.text.str.len > 0 ? child->setting.text.str : q->plan->school.text.str);
	if (n == 0)
		qa_put(q, "The plan does not say whose it is.");
}

static size_t
words_of(struct ehc_str s)
{
	size_t n = 0;
	bool inside = false;

	for (size_t i = 0; i < s.len; i++) {
		bool blank = ehc_is_blank(s.ptr[i]);

		n += !blank && !inside;
		inside = !blank;
	}
	return n;
}

static size_t
words_under(const struct qa *q, enum ehc_label label)
{
	const struct ehc_prose_entry *entry;
	size_t n = 0;

	for (size_t i = 0; (entry = ehc_plan_text(q->plan, label, i)) != NULL; i++)
		n += words_of(entry->text.str);
	return n;
}

void
qa_show_history(struct qa *q)
{
	qa_printf(q, "The history has %zu words.", words_under(q, EHC_L_HISTORY));
}

void
qa_show_strengths(struct qa *q)
{
	size_t needs = 0;
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_NEED))
		needs += words_of(it->text.str);
	qa_printf(q, "Strengths have %zu words, needs %zu.", words_under(q, EHC_L_STRENGTHS), needs);
}

void
qa_show_exceptions(struct qa *q)
{
	if (q->plan->nexceptions == 0)
		qa_put(q, "No exception is claimed.");
	for (size_t i = 0; i < q->plan->nexceptions; i++) {
		qa_put(q, i > 0 ? "<br>Claimed: " : "Claimed: ");
		qa_short(q, q->plan->exceptions[i].reason.text.str, 140);
	}
}

void
qa_show_thread(struct qa *q)
{
	qa_put(q, "Read it from left to right in the <a href=\"#thread\">golden thread</a>.");
}

void
qa_show_reports(struct qa *q)
{
	qa_put(q, "The reports are not in this file. <code>ehc check</code> reads an advice report by the same rules.");
}

void
qa_show_delivery(struct qa *q)
{
	qa_put(q, "Ask the family, the setting and each service; lay complaints beside it.");
}

void
qa_show_most(struct qa *q)
{
	if (qa_most(q) == EHC_GRADE_CLEAR)
		qa_put(q, "No finding limits it.");
	else
		qa_printf(q, "What <a href=\"#limits\">limits the whole</a> leaves no more than &ldquo;%s&rdquo;.", ehc_grade_name(qa_most(q)));
}

/* ---- health care plans ---- */

static void
show_kind(struct qa *q, enum ehc_item_kind kind, enum ehc_label beside, const char *label)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, q->plan, kind)) {
		struct ehc_value more = ehc_item_value(it, beside);

		put_entry(q, &n, it);
		qa_short(q, it->text.str, 110);
		qa_printf(q, " <span class=\"light\">%s: ", label);
		if (more.text.str.len > 0)
			qa_short(q, more.text.str, 90);
		else
			qa_put(q, "not said");
		qa_put(q, "</span>");
	}
}

void qa_show_conditions(struct qa *q) { show_kind(q, EHC_ITEM_CONDITION, EHC_L_SOURCE, "Source"); }
void qa_show_doses(struct qa *q) { show_kind(q, EHC_ITEM_MEDICINE, EHC_L_DOSE, "Dose as written"); }
void qa_show_tasks(struct qa *q) { show_kind(q, EHC_ITEM_TASK, EHC_L_DELEGATED_TO, "Handed to"); }
void qa_show_emergencies(struct qa *q) { show_kind(q, EHC_ITEM_EMERGENCY, EHC_L_SOURCE, "Source"); }
void qa_show_willing(struct qa *q) { show_kind(q, EHC_ITEM_STAFF, EHC_L_WILLING, "Agreed to it"); }

void
qa_show_wishes(struct qa *q)
{
	const struct ehc_prose_entry *wishes = ehc_plan_text(q->plan, EHC_L_CHILD_WISHES, 0);

	if (wishes == NULL) {
		qa_put(q, "The plan holds no wishes of the child.");
		return;
	}
	qa_put(q, "&ldquo;");
	qa_short(q, wishes->text.str, 200);
	qa_put(q, "&rdquo;");
}
