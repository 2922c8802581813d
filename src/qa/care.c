/*
 * care.c - of a health care plan: who is trained for what and until when, what is kept where and until when, and every date
 * that lies ahead in its order. Dates alone are set beside the day; no dose, device or placement is judged.
 */
#include "qa/qa.h"

#include "rules/timeline.h"

#include <stdlib.h>

enum { SOON = 60 };             /* days in which something is to be seen to */

static void
put_standing(struct qa *q, ehc_day day)
{
	if (q->as_of == EHC_NODATE)
		return;
	if (day < q->as_of) {
		qa_put(q, " <span class=\"late\">&#10007; ");
		qa_days(q, q->as_of - day);
		qa_put(q, " past</span>");
	} else if (day - q->as_of <= SOON) {
		qa_put(q, " <span class=\"soon\">&#9651; in ");
		qa_days(q, day - q->as_of);
		qa_put(q, "</span>");
	} else
		qa_put(q, " <span class=\"in-time\">&#10003; in date</span>");
}

static void
put_dates(struct qa *q, const struct ehc_dates *dates)
{
	size_t n = 0;

	for (size_t i = 0; i < dates->count; i++) {
		const struct ehc_date *d = &dates->items[i];

		qa_put(q, n++ > 0 ? "<br>" : "");
		if (d->day != EHC_NODATE) {
			ehc_buf_day(q->out, d->day);
			put_standing(q, d->day);
		}
		if (d->words.len > 0) {
			qa_put(q, " <span class=\"light\">");
			qa_text(q, d->words);
			qa_put(q, "</span>");
		}
	}
	if (n == 0)
		qa_put(q, "<span class=\"late\">&#10007; not said</span>");
}

static void
put_value(struct qa *q, struct ehc_str words, const char *none)
{
	if (words.len > 0)
		qa_short(q, words, 120);
	else
		qa_printf(q, "<span class=\"light\">%s</span>", none);
}

static void
put_linked(struct qa *q, const struct ehc_links *links, bool out, enum ehc_relation relation, const char *none)
{
	size_t n = 0;

	for (size_t i = 0; i < links->count; i++) {
		if (links->items[i]->relation != relation)
			continue;
		qa_put(q, n++ > 0 ? ", " : "");
		qa_item_link(q, out ? links->items[i]->to : links->items[i]->from);
	}
	if (n == 0)
		qa_printf(q, "<span class=\"light\">%s</span>", none);
}

/* "signed by the children's diabetes nurse, 13 January 2026" */
static void
put_competence(struct qa *q, const struct ehc_item *it)
{
	for (size_t i = 0; i < it->competent.count; i++) {
		const struct ehc_consent *one = &it->competent.items[i];

		qa_put(q, i > 0 ? "<br>" : "");
		qa_short(q, one->words, 80);
		if (one->day != EHC_NODATE) {
			qa_put(q, ", ");
			ehc_buf_day(q->out, one->day);
		}
	}
	if (it->competent.count == 0)
		qa_put(q, "<span class=\"late\">&#10007; not recorded</span>");
}

static void
put_named(struct qa *q, const struct ehc_item *it)
{
	qa_put(q, "<b>");
	qa_item_name(q, it);
	qa_put(q, "</b> ");
	qa_short(q, it->text.str, 80);
}

static void
put_staff(struct qa *q)
{
	static const char *const heads[] = { "Member of staff", "Trained for", "Trained by", "Competence confirmed", "To be renewed by" };
	const struct ehc_item *it;
	struct qa_table t;

	if (q->plan->kinds[EHC_ITEM_STAFF].count == 0) {
		qa_put(q, "<p>The plan names no member of staff.</p>\n");
		return;
	}
	qa_table(q, &t, "Who is trained for what, and until when", heads, EHC_COUNT(heads));
	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_STAFF)) {
		qa_item_row(q, &t, it);
		qa_cell(q, &t);
		put_named(q, it);
		qa_cell(q, &t);
		put_linked(q, &it->out, true, EHC_REL_TRAINED_FOR, "for nothing that the plan names");
		qa_cell(q, &t);
		put_value(q, it->trained_by.text.str, "not said");
		qa_cell(q, &t);
		put_competence(q, it);
		qa_cell(q, &t);
		put_dates(q, &it->renew_by);
		qa_end_row(q, &t);
	}
	qa_end_table(q);
}

static void
put_tasks(struct qa *q)
{
	static const char *const heads[] = { "Task", "Handed to", "Who steps in", "Trained for it", "Supervised by" };
	const struct ehc_item *it;
	struct qa_table t;

	if (q->plan->kinds[EHC_ITEM_TASK].count == 0)
		return;
	qa_table(q, &t, "Who does each task, and who steps in", heads, EHC_COUNT(heads));
	for (EHC_EACH_ITEM(it, q->plan, EHC_ITEM_TASK)) {
		qa_item_row(q, &t, it);
		qa_cell(q, &t);
		put_named(q, it);
		qa_cell(q, &t);
		put_linked(q, &it->out, true, EHC_REL_DELEGATED_TO, "nobody named");
		qa_cell(q, &t);
		put_linked(q, &it->out, true, EHC_REL_COVER, "nobody named");
		qa_cell(q, &t);
		put_linked(q, &it->in, false, EHC_REL_TRAINED_FOR, "nobody named");
		qa_cell(q, &t);
		put_value(q, it->supervised_by.text.str, "not said");
		qa_end_row(q, &t);
	}
	qa_end_table(q);
}

static void
put_medicines(struct qa *q)
{
	static const enum ehc_item_kind kinds[] = { EHC_ITEM_MEDICINE, EHC_ITEM_FEED };
	static const char *const heads[] = { "Medicine or feed", "Given by", "Kept", "In an emergency", "Use by" };
	const struct ehc_item *it;
	struct qa_table t;

	if (q->plan->kinds[EHC_ITEM_MEDICINE].count + q->plan->kinds[EHC_ITEM_FEED].count == 0)
		return;
	qa_table(q, &t, "What is given, where it is kept, and until when it can be used", heads, EHC_COUNT(heads));
	for (size_t k = 0; k < EHC_COUNT(kinds); k++)
		for (EHC_EACH_ITEM(it, q->plan, kinds[k])) {
			qa_item_row(q, &t, it);
			qa_cell(q, &t);
			put_named(q, it);
			qa_cell(q, &t);
			put_value(q, ehc_item_value(it, EHC_L_GIVEN_BY).text.str, "not said");
			qa_cell(q, &t);
			put_value(q, ehc_item_value(it, EHC_L_KEPT).text.str, "not said");
			qa_cell(q, &t);
			for (size_t i = 0; i < it->ngiven_in; i++)
				if (i == 0 || it->given_in[i]->item != it->given_in[i - 1]->item) {
					qa_put(q, i > 0 ? ", " : "");
					qa_item_name(q, it->given_in[i]->item);
				}
			qa_cell(q, &t);
			put_dates(q, &it->expires);
			qa_end_row(q, &t);
		}
	qa_end_table(q);
}

/* ---- every date, in its order ---- */

struct due { ehc_day day; const struct ehc_item *it; const char *what; size_t nth; };
struct dues { struct due *items; size_t count, cap; };

static void
add_due(struct qa *q, struct dues *all, ehc_day day, const struct ehc_item *it, const char *what)
{
	size_t nth = all->count;

	if (day != EHC_NODATE)
		EHC_PUSH(q->arena, all, (struct due){ day, it, what, nth });
}

static int
compare_dues(const void *a, const void *b)
{
	const struct due *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->nth < y->nth ? -1 : x->nth > y->nth;
}

static void
put_dues(struct qa *q)
{
	static const char *const heads[] = { "By", "What", "How it stands" };
	struct dues all = { NULL, 0, 0 };
	struct qa_table t;

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next) {
		for (size_t i = 0; i < it->renew_by.count; i++)
			add_due(q, &all, it->renew_by.items[i].day, it, "training is to be renewed");
		for (size_t i = 0; i < it->expires.count; i++)
			add_due(q, &all, it->expires.items[i].day, it, "can no longer be used");
	}
	if (ehc_date_known(&q->plan->review_due))
		add_due(q, &all, q->plan->review_due.day, NULL, "The plan is reviewed");
	if (all.count == 0)
		return;
	qsort(all.items, all.count, sizeof(struct due), compare_dues);
	qa_table(q, &t, "What falls due, in its order", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < all.count; i++) {
		qa_row(q, &t);
		qa_cell(q, &t);
		ehc_buf_day(q->out, all.items[i].day);
		qa_cell(q, &t);
		if (all.items[i].it != NULL) {
			put_named(q, all.items[i].it);
			qa_put(q, ": ");
		}
		qa_put(q, all.items[i].what);
		qa_cell(q, &t);
		put_standing(q, all.items[i].day);
		qa_end_row(q, &t);
	}
	qa_end_table(q);
}

void
qa_put_care(struct qa *q)
{
	qa_section(q, "care", "People, medicines and dates");
	qa_put(q, q->as_of == EHC_NODATE ? "<p>No day was given, so that nothing is said to be past or due.</p>\n" :
	    "<p>A triangle marks what falls due within 60 days. Whether a dose, a device or a task is right is for those who "
	    "prescribed it and those who hand it over.</p>\n");
	put_staff(q);
	put_tasks(q);
	put_medicines(q);
	put_dues(q);
	qa_end_section(q);
}
