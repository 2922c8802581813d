/*
 * health.c - what of one health care plan lapses within 60 days, and which of its tasks hang on one trained person.
 */
#include "panel/panel.h"

#include "rules/timeline.h"

enum { SOON = 30, LATER = 60 };

static int
when(ehc_day lapses, ehc_day as_of)
{
	if (lapses == EHC_NODATE || as_of == EHC_NODATE || lapses > as_of + LATER)
		return -1;
	return lapses < as_of ? EHC_WHEN_LAPSED : lapses <= as_of + SOON ? EHC_WHEN_30 : EHC_WHEN_60;
}

static ehc_day
earliest(ehc_day a, ehc_day b)
{
	return a == EHC_NODATE ? b : b == EHC_NODATE ? a : a < b ? a : b;
}

static ehc_day
first_of(const struct ehc_dates *dates)
{
	ehc_day day = EHC_NODATE;

	for (size_t i = 0; i < dates->count; i++)
		day = earliest(day, dates->items[i].day);
	return day;
}

/* Consent is asked for anew each year: it lapses twelve months after the day that stands with it. */
static ehc_day
consent_lapses(const struct ehc_item *it)
{
	ehc_day day = EHC_NODATE;

	for (size_t i = 0; i < it->consent.count; i++)
		if (it->consent.items[i].day != EHC_NODATE)
			day = earliest(day, ehc_day_add_months(it->consent.items[i].day, 12));
	return day;
}

struct tally { struct sums *sums; struct record *r; ehc_day as_of; uint32_t school[EHC_LAPSES], classes[MOST_KINDS][EHC_LAPSES]; };

static void
note(struct tally *t, enum ehc_panel_lapse what, ehc_day lapses, unsigned class)
{
	int w = when(lapses, t->as_of);
	struct due_sums *school = panel_due_of(t->sums, t->r->school);

	if (w < 0)
		return;
	if (t->r->due[what][w] < UINT8_MAX)
		t->r->due[what][w]++;
	if (w == EHC_WHEN_LAPSED)
		t->r->reasons |= EHC_READ_LAPSED;
	school->items[what]++;
	school->plans[what] += t->school[what]++ == 0;
	if (class > panel_classes.n)
		return;
	t->sums->classes[class].items[what]++;
	t->sums->classes[class].plans[what] += t->classes[class][what]++ == 0;
}

/* The class of the first task that the item is tied to. */
static unsigned
class_of(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->to != NULL && it->out.items[i]->to->kind == EHC_ITEM_TASK)
			return panel_kind_of(&panel_classes, ehc_item_value(it->out.items[i]->to, EHC_L_TASK_CLASS).text.str);
	for (size_t i = 0; i < it->in.count; i++)
		if (it->in.items[i]->from->kind == EHC_ITEM_TASK)
			return panel_kind_of(&panel_classes, ehc_item_value(it->in.items[i]->from, EHC_L_TASK_CLASS).text.str);
	return (unsigned)panel_classes.n;
}

/* ---- tasks that hang on one person ---- */

enum { MOST_PEOPLE = 16 };
struct people { const struct ehc_item *items[MOST_PEOPLE]; size_t n; };

static void
know(struct people *p, const struct ehc_item *it)
{
	if (it == NULL || it->kind != EHC_ITEM_STAFF)
		return;
	for (size_t i = 0; i < p->n; i++)
		if (p->items[i] == it)
			return;
	if (p->n < MOST_PEOPLE)
		p->items[p->n++] = it;
}

/* Who may carry the task out: it is delegated to them, they are trained for it, or they cover. */
static size_t
people_of(const struct ehc_item *task)
{
	struct people p = { .n = 0 };

	for (size_t i = 0; i < task->out.count; i++)
		if (task->out.items[i]->relation == EHC_REL_DELEGATED_TO || task->out.items[i]->relation == EHC_REL_COVER)
			know(&p, task->out.items[i]->to);
	for (size_t i = 0; i < task->in.count; i++)
		if (task->in.items[i]->relation == EHC_REL_TRAINED_FOR)
			know(&p, task->in.items[i]->from);
	return p.n;
}

static void
count_tasks(struct tally *t, const struct ehc_plan *p)
{
	struct due_sums *school = panel_due_of(t->sums, t->r->school);
	uint32_t seen[MOST_KINDS][2] = { { 0 } };
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_TASK)) {
		unsigned class = panel_kind_of(&panel_classes, ehc_item_value(it, EHC_L_TASK_CLASS).text.str);
		bool alone = people_of(it) == 1;

		school->tasks++;
		school->alone += alone;
		t->sums->classes[class].tasks++;
		t->sums->classes[class].task_plans += seen[class][0]++ == 0;
		t->sums->classes[class].alone += alone;
		if (!alone)
			continue;
		t->sums->classes[class].alone_plans += seen[class][1]++ == 0;
		if (t->r->alone < UINT8_MAX)
			t->r->alone++;
	}
	school->task_plans += p->kinds[EHC_ITEM_TASK].count > 0;
	school->alone_plans += t->r->alone > 0;
	if (t->r->alone > 0)
		t->r->reasons |= EHC_READ_ONE_PERSON;
}

void
panel_record_health(struct worker *w, struct record *r, const struct ehc_plan *p)
{
	struct tally *t = EHC_NEW(w->scratch, struct tally);
	static const enum ehc_item_kind gives[] = { EHC_ITEM_MEDICINE, EHC_ITEM_FEED };
	static const enum ehc_item_kind consents[] = { EHC_ITEM_MEDICINE, EHC_ITEM_FEED, EHC_ITEM_TASK };
	const struct ehc_item *it;

	*t = (struct tally){ .sums = w->sums, .r = r, .as_of = w->batch->options->compile.as_of };
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_STAFF))
		note(t, EHC_LAPSE_TRAINING, first_of(&it->renew_by), class_of(it));
	for (size_t k = 0; k < EHC_COUNT(gives); k++)
		for (EHC_EACH_ITEM(it, p, gives[k]))
			note(t, EHC_LAPSE_MEDICINE, first_of(&it->expires), class_of(it));
	for (size_t k = 0; k < EHC_COUNT(consents); k++)
		for (EHC_EACH_ITEM(it, p, consents[k]))
			note(t, EHC_LAPSE_CONSENT, consent_lapses(it), consents[k] == EHC_ITEM_TASK ?
			    panel_kind_of(&panel_classes, ehc_item_value(it, EHC_L_TASK_CLASS).text.str) : class_of(it));
	if (ehc_date_known(&p->review_due))
		note(t, EHC_LAPSE_REVIEW, p->review_due.day, UINT32_MAX);
	count_tasks(t, p);
}
