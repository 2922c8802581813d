/*
 * judge.c - what became of a recommendation: the hours of the year on both sides, by whom and in what group, and which of the
 * things that the advice says the plan no longer does. What the advice does not say is never counted against the plan.
 */
#include "advice/advice.h"

/* ---- what the advice leaves open ---- */

/* Groups and weeks are asked of time that is taught in term time, not of acts tied to a moment; equipment has neither minutes nor a deliverer. */
static unsigned
asked_of(const struct ehc_given *g)
{
	if (g->kinds & EHC_GIVEN_EQUIPMENT)
		return EHC_GIVES_DUTY;
	return EHC_GIVES_AMOUNT | EHC_GIVES_OFTEN | EHC_GIVES_WHO | EHC_GIVES_DUTY |
	    (g->kinds & EHC_GIVEN_WORK && !g->act && g->item->section == EHC_F ? EHC_GIVES_GROUP | EHC_GIVES_WEEKS : 0u);
}

unsigned
ehc_advice_vague(const struct ehc_given *g)
{
	return asked_of(g) & ~g->slots;
}

/* ---- sums ---- */

/* A part of the doses: at least that expertise, at most that group, at least so many adults to a child, with the child. */
struct part {
	enum ehc_expertise by;
	struct ehc_ratio group, adults;
	bool direct;
};
static const struct part whole = { EHC_BY_NOBODY_NAMED, { 0, 0 }, { 0, 0 }, false };

static bool
is_in(const struct part *part, const struct ehc_given *g, const struct ehc_given_dose *d)
{
	if (part->direct && !d->direct)
		return false;
	if (part->by != EHC_BY_NOBODY_NAMED && g->by < part->by)
		return false;
	if (ehc_ratio_known(part->group) && (!ehc_ratio_known(d->group) || ehc_ratio_cmp(d->group, part->group) > 0))
		return false;
	return !ehc_ratio_known(part->adults) || (ehc_ratio_known(d->adults) && ehc_ratio_cmp(d->adults, part->adults) >= 0);
}

/* School years of 38 or 39 weeks, "term time" and weeks that nobody said are one and the same year on both sides. */
static struct ehc_ratio
yearly(const struct ehc_given_dose *d, bool in_hours, bool levelled)
{
	struct ehc_ratio amount = in_hours ? d->hours : d->times;

	if (!levelled || !d->open || !ehc_ratio_known(d->weeks) || d->weeks.num == 0)
		return amount;
	return ehc_ratio_div(ehc_ratio_mul(amount, ehc_ratio(38, 1)), d->weeks);
}

static struct ehc_ratio
sum_of(const struct ehc_given *g, const struct part *part, bool in_hours, bool levelled)
{
	struct ehc_ratio sum = ehc_ratio(0, 1);

	for (size_t i = 0; i < g->ndoses; i++)
		if (is_in(part, g, &g->doses[i]))
			sum = ehc_ratio_add(sum, yearly(&g->doses[i], in_hours, levelled));
	return sum;
}

static struct ehc_ratio
more(struct ehc_ratio a, struct ehc_ratio b)
{
	return !ehc_ratio_known(a) || (ehc_ratio_known(b) && ehc_ratio_cmp(b, a) > 0) ? b : a;
}

/* What two reports both recommend is recommended once: the most that one of them does. */
static struct ehc_ratio
advised(const struct ehc_matter *m, const struct part *part, bool in_hours, bool levelled)
{
	struct ehc_ratio most = EHC_NORATIO;

	for (size_t i = 0; i < m->ntheirs; i++) {
		struct ehc_ratio sum = ehc_ratio(0, 1);

		for (size_t k = 0; k < m->ntheirs; k++)
			if (m->theirs[k]->report == m->theirs[i]->report)
				sum = ehc_ratio_add(sum, sum_of(&m->theirs[k]->given, part, in_hours, levelled));
		most = more(most, sum);
	}
	return most;
}

static struct ehc_ratio
planned(const struct ehc_matter *m, const struct part *part, bool in_hours, bool levelled)
{
	struct ehc_ratio sum = ehc_ratio(0, 1);

	for (size_t i = 0; i < m->nours; i++)
		sum = ehc_ratio_add(sum, sum_of(m->ours[i], part, in_hours, levelled));
	return sum;
}

static bool
any_open(const struct ehc_matter *m)
{
	bool theirs = false, ours = false, assumed = false;

	for (size_t i = 0; i < m->ntheirs; i++)
		for (size_t k = 0; k < m->theirs[i]->given.ndoses; k++) {
			theirs = theirs || m->theirs[i]->given.doses[k].open;
			assumed = assumed || m->theirs[i]->given.doses[k].assumed;
		}
	for (size_t i = 0; i < m->nours; i++)
		for (size_t k = 0; k < m->ours[i]->ndoses; k++)
			ours = ours || m->ours[i]->doses[k].open;
	return (theirs && ours) || assumed;
}

/* Is less planned than advised, of that part? Both sides as they are counted stand in *a and *p. */
static bool
is_less(const struct ehc_matter *m, const struct part *part, bool in_hours, struct ehc_ratio *a, struct ehc_ratio *p)
{
	bool levelled = any_open(m);
	struct ehc_ratio theirs = advised(m, part, in_hours, levelled), ours = planned(m, part, in_hours, levelled);

	*a = advised(m, part, in_hours, false);
	*p = planned(m, part, in_hours, false);
	return ehc_ratio_known(theirs) && ehc_ratio_known(ours) && ehc_ratio_cmp(ours, theirs) < 0;
}

/* ---- sides ---- */

static bool
all_theirs_give(const struct ehc_matter *m, unsigned slot)
{
	for (size_t i = 0; i < m->ntheirs; i++)
		if (!(m->theirs[i]->given.slots & slot))
			return false;
	return true;
}

static bool
all_ours_give(const struct ehc_matter *m, unsigned slot)
{
	for (size_t i = 0; i < m->nours; i++)
		if (!(m->ours[i]->slots & slot))
			return false;
	return true;
}

static bool
is_counted(const struct ehc_given *g, bool in_hours)
{
	bool any = false;

	if (g->ceiling)
		return false;
	for (size_t i = 0; i < g->ndoses; i++) {
		if (!ehc_ratio_known(in_hours ? g->doses[i].hours : g->doses[i].times))
			return false;
		any = true;
	}
	return any;
}

static bool
theirs_are_counted(const struct ehc_matter *m, bool in_hours)
{
	for (size_t i = 0; i < m->ntheirs; i++)
		if (!is_counted(&m->theirs[i]->given, in_hours))
			return false;
	return true;
}

static bool
ours_are_counted(const struct ehc_matter *m, bool in_hours)
{
	for (size_t i = 0; i < m->nours; i++)
		if (!is_counted(m->ours[i], in_hours))
			return false;
	return true;
}

/* ---- what was lost ---- */

static unsigned
lost_of(const struct ehc_matter *m)
{
	static const unsigned slots[] = { EHC_GIVES_AMOUNT, EHC_GIVES_OFTEN, EHC_GIVES_WEEKS, EHC_GIVES_GROUP, EHC_GIVES_WHO, EHC_GIVES_DUTY };
	unsigned lost = 0;

	for (size_t i = 0; i < EHC_COUNT(slots); i++)
		if (all_theirs_give(m, slots[i]) && !all_ours_give(m, slots[i]))
			lost |= slots[i];
	if (theirs_are_counted(m, true) && !ours_are_counted(m, true) && !ours_are_counted(m, false))
		lost |= EHC_GIVES_AMOUNT;
	for (size_t i = 0; i < m->ntheirs; i++)
		if (m->theirs[i]->given.kinds & EHC_GIVEN_EQUIPMENT)
			lost &= EHC_GIVES_DUTY;
	return lost;
}

/* ---- who, and in what group ---- */

static enum ehc_expertise
highest_theirs(const struct ehc_matter *m)
{
	enum ehc_expertise most = EHC_BY_NOBODY_NAMED;

	for (size_t i = 0; i < m->ntheirs; i++)
		if (m->theirs[i]->given.by > most)
			most = m->theirs[i]->given.by;
	return most;
}

static enum ehc_expertise
highest_ours(const struct ehc_matter *m)
{
	enum ehc_expertise most = EHC_BY_NOBODY_NAMED;

	for (size_t i = 0; i < m->nours; i++)
		if (m->ours[i]->by > most)
			most = m->ours[i]->by;
	return most;
}

static bool
theirs_share(const struct ehc_matter *m)
{
	for (size_t i = 0; i < m->ntheirs; i++)
		if (m->theirs[i]->given.shared)
			return true;
	return false;
}

static bool
ours_name_specialist(const struct ehc_matter *m)
{
	for (size_t i = 0; i < m->nours; i++)
		if (m->ours[i]->specialist_named)
			return true;
	return false;
}

static void
judge_expertise(struct ehc_matter *m, bool counted)
{
	enum ehc_expertise theirs = highest_theirs(m), ours = highest_ours(m);
	struct part part = whole;

	if (theirs <= EHC_BY_ANYONE || ours == EHC_BY_NOBODY_NAMED)
		return;
	if (theirs_share(m) && (ours == EHC_BY_SPECIALIST || ours_name_specialist(m)))
		return;
	if (ours < theirs) {
		m->diluted |= EHC_DILUTED_EXPERTISE;
		return;
	}
	part.by = theirs;
	if (counted && is_less(m, &part, true, &m->advised_part, &m->planned_part))
		m->diluted |= EHC_DILUTED_EXPERTISE;
}

/* The smallest group of the advice, and the most adults to a child. */
static struct part
closest(const struct ehc_matter *m)
{
	struct part part = whole;

	for (size_t i = 0; i < m->ntheirs; i++)
		for (size_t k = 0; k < m->theirs[i]->given.ndoses; k++) {
			const struct ehc_given_dose *d = &m->theirs[i]->given.doses[k];

			if (ehc_ratio_known(d->group) && (!ehc_ratio_known(part.group) || ehc_ratio_cmp(d->group, part.group) < 0))
				part.group = d->group;
			if (ehc_ratio_known(d->adults) && (!ehc_ratio_known(part.adults) || ehc_ratio_cmp(d->adults, part.adults) > 0))
				part.adults = d->adults;
		}
	return part;
}

static bool
ours_say(const struct ehc_matter *m, bool adults)
{
	for (size_t i = 0; i < m->nours; i++)
		for (size_t k = 0; k < m->ours[i]->ndoses; k++)
			if (ehc_ratio_known(adults ? m->ours[i]->doses[k].adults : m->ours[i]->doses[k].group))
				return true;
	return false;
}

static bool
ours_hold(const struct ehc_matter *m, const struct part *part)
{
	for (size_t i = 0; i < m->nours; i++)
		for (size_t k = 0; k < m->ours[i]->ndoses; k++)
			if (is_in(part, m->ours[i], &m->ours[i]->doses[k]))
				return true;
	return false;
}

/* One of the two measures of a group at a time: children in it, or adults to each. */
static void
judge_one_measure(struct ehc_matter *m, const struct part *part, bool adults, bool counted)
{
	if (!ehc_ratio_known(adults ? part->adults : part->group) || !ours_say(m, adults))
		return;
	if (!ours_hold(m, part) || (counted && is_less(m, part, true, &m->advised_part, &m->planned_part)))
		m->diluted |= EHC_DILUTED_GROUP;
}

static void
judge_group(struct ehc_matter *m, bool counted)
{
	struct part part = closest(m), group = whole, adults = whole;

	group.group = part.group;
	adults.adults = part.adults;
	judge_one_measure(m, &group, false, counted);
	judge_one_measure(m, &adults, true, counted);
}

/* ---- all of it ---- */

static bool
all_theirs_work(const struct ehc_matter *m)
{
	for (size_t i = 0; i < m->ntheirs; i++)
		if (!(m->theirs[i]->given.kinds & EHC_GIVEN_WORK))
			return false;
	return true;
}

static void
judge_amount(struct ehc_matter *m, bool hours)
{
	struct part direct = whole;

	m->in_hours = hours;
	if (is_less(m, &whole, hours, &m->advised, &m->planned))
		m->diluted |= EHC_DILUTED_HOURS;
	direct.direct = true;
	if (!(m->diluted & EHC_DILUTED_HOURS) && hours && all_theirs_work(m) && is_less(m, &direct, true, &m->advised_part, &m->planned_part))
		m->diluted |= EHC_DILUTED_DIRECT;
}

void
ehc_advice_judge(struct ehc_matter *m)
{
	bool hours = theirs_are_counted(m, true) && ours_are_counted(m, true), times = !hours && theirs_are_counted(m, false) && ours_are_counted(m, false);

	m->advised = m->planned = m->advised_part = m->planned_part = EHC_NORATIO;
	for (size_t i = 0; i < m->ntheirs; i++)
		m->vague |= m->theirs[i]->vague;
	if (m->nours == 0) {
		m->diluted = EHC_DILUTED_ABSENT;
		m->in_hours = theirs_are_counted(m, true);
		if (m->in_hours || theirs_are_counted(m, false))
			m->advised = advised(m, &whole, m->in_hours, false);
		return;
	}
	if (hours || times)
		judge_amount(m, hours);
	else if (theirs_are_counted(m, true)) {
		m->in_hours = true;
		m->advised = advised(m, &whole, true, false);
	}
	m->lost = lost_of(m);
	/* Less time is said once: that less of it is then by a specialist, or in a small group, follows. */
	hours = hours && !(m->diluted & (EHC_DILUTED_HOURS | EHC_DILUTED_DIRECT));
	judge_expertise(m, hours);
	judge_group(m, hours);
	/* "Staff" where the advice names a post is said there. */
	if (m->diluted & EHC_DILUTED_EXPERTISE)
		m->lost &= ~(unsigned)EHC_GIVES_WHO;
	if (m->lost != 0)
		m->diluted |= EHC_DILUTED_VAGUER;
}
