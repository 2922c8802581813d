/*
 * said.c - what an item says, fields and sentences together: the second key of every finding on wording.
 *
 * An item is complete when it has a role, a content, and either an amount with its frequency or a definite act tied to
 * an event, a time, a place or a device.
 */
#include "ehc/prose.h"

/* ---- asking several texts at once ---- */

struct texts {
	const struct ehc_prose *all[4];
	size_t n;
};

static void
add_text(struct texts *t, const struct ehc_prose *p)
{
	if (p != NULL)
		t->all[t->n++] = p;
}

static bool
any_has(const struct texts *t, enum ehc_list list)
{
	for (size_t i = 0; i < t->n; i++)
		if (ehc_prose_has(t->all[i], list))
			return true;
	return false;
}

static const struct ehc_prose *
read_value(struct ehc_arena *a, struct ehc_value v)
{
	return v.text.str.len == 0 ? NULL : ehc_prose_read(a, v.text.str);
}

/* ---- who ---- */

/* A role that is named only as the author of advice ("as advised by the occupational therapist") delivers nothing. */
static bool
only_advises(const struct ehc_prose *p, const struct ehc_match *role)
{
	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		size_t n;

		if (m->list != EHC_LIST_PHRASE || m->first >= role->first)
			continue;
		if (ehc_phrases(&n)[m->row].group == 'H' && m->first + m->count + 2 >= role->first && m->first + m->count <= role->first + role->count)
			return true;
	}
	return false;
}

static bool
names_role(const struct texts *t, enum ehc_list list)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->all[i]->nmatches; k++)
			if (t->all[i]->matches[k].list == list && !only_advises(t->all[i], &t->all[i]->matches[k]))
				return true;
	return false;
}

static void
find_who(struct ehc_said *s, const struct ehc_item *it, const struct texts *t)
{
	bool social_care = it->section == EHC_H1 || it->section == EHC_H2;

	s->registered = names_role(t, EHC_LIST_ROLE_REGISTERED);
	s->support = names_role(t, EHC_LIST_ROLE_SUPPORT);
	s->qualified = s->registered || any_has(t, EHC_LIST_QUALIFICATION);
	s->role = s->registered || s->support || names_role(t, EHC_LIST_ROLE_TEACHER) ||
	    (any_has(t, EHC_LIST_STAFFING) && s->qualified) || (social_care && any_has(t, EHC_LIST_PROVIDER));
	s->generic = !s->role && any_has(t, EHC_LIST_ROLE_GENERIC);
	s->organisation = !s->role && !s->generic && any_has(t, EHC_LIST_ORGANISATION);
	/* A field that names somebody in words the lexicon does not know still names somebody. */
	if (!s->role && !s->generic && !s->organisation && it->who.value.text.str.len > 0)
		s->role = true;
}

/* ---- how much ---- */

static bool
has_clock_range(const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->all[i]->clock_range)
			return true;
	return false;
}

static bool
has_clock(const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->all[i]->clock)
			return true;
	return false;
}

static void
find_amount(struct ehc_said *s, const struct ehc_item *it, const struct texts *t)
{
	bool social_care = it->section == EHC_H1 || it->section == EHC_H2;

	s->length = any_has(t, EHC_LIST_LENGTH) || has_clock_range(t) || (social_care && any_has(t, EHC_LIST_COUNT));
	s->frequency = any_has(t, EHC_LIST_FREQUENCY) || (s->length && any_has(t, EHC_LIST_EVENT));
	s->weeks = any_has(t, EHC_LIST_WEEKS);
	s->group = any_has(t, EHC_LIST_GROUP);
	for (size_t i = 0; it->amount != NULL && i < it->amount->ndoses; i++) {
		const struct ehc_dose *d = &it->amount->doses[i];

		s->length = s->length || ehc_ratio_known(d->length.low) || d->count_unit == EHC_UNIT_NIGHT || d->count_unit == EHC_UNIT_ITEM;
		s->frequency = s->frequency || d->period != EHC_PERIOD_NONE;
		s->weeks = s->weeks || d->weeks_kind != EHC_WEEKS_NONE;
		s->group = s->group || (d->group != EHC_GROUP_NONE && d->group != EHC_GROUP_SMALL) || ehc_ratio_known(d->staff);
	}
}

/* ---- what ---- */

/* Words of a role ("teaching assistant") say who, not what. */
static bool
says_apart_from_roles(const struct ehc_prose *p, enum ehc_list list)
{
	size_t who_end = 0;

	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];

		if (m->list >= EHC_LIST_ROLE_REGISTERED && m->list <= EHC_LIST_ORGANISATION && m->first + m->count > who_end)
			who_end = m->first + m->count;
		if (m->list == list && m->first >= who_end)
			return true;
	}
	return false;
}

static void
find_act(struct ehc_said *s, const struct texts *t)
{
	bool event = any_has(t, EHC_LIST_EVENT) || has_clock(t);
	bool moment = any_has(t, EHC_LIST_MOMENT);
	bool tied = s->role || s->generic;

	s->content = says_apart_from_roles(s->text, EHC_LIST_ACT) || says_apart_from_roles(s->text, EHC_LIST_SUBJECT) ||
	    ehc_prose_has(s->text, EHC_LIST_EQUIPMENT) || ehc_prose_has(s->text, EHC_LIST_MOMENT) ||
	    ehc_prose_has(s->text, EHC_LIST_STAFFING) || (event && s->text->nwords > 12);
	s->equipment = ehc_prose_has(s->text, EHC_LIST_EQUIPMENT) && s->role && (s->frequency || s->text->has_date);
	s->definite = tied && s->content && ((event && (moment || ehc_prose_has(s->text, EHC_LIST_ACT) || s->length)) || (moment && s->frequency));
	/* An adaptation or an arrangement in a dated document: a date and somebody to see to it. */
	s->definite = s->definite || (s->text->has_date && s->content && tied && s->text->nnumbers >= 2);
}

/* ---- health care steps ---- */

/* A step has the reader as its actor; what it needs is a figure, a time or a sign that two people would both see. */
static void
judge_step(struct ehc_said *s)
{
	const struct ehc_prose *p = s->text;
	bool figure = p->nnumbers > 0 || p->clock || p->has_date;

	s->medicine = ehc_prose_has(p, EHC_LIST_MEDICINE_WORD) &&
	    (ehc_prose_has(p, EHC_LIST_GIVING) || !(ehc_prose_has(p, EHC_LIST_WATCHING) || ehc_prose_has(p, EHC_LIST_CALLING)));
	s->dose = ehc_prose_has(p, EHC_LIST_DOSE_WORD);
	s->complete = figure && (!s->medicine || s->dose || p->clock || ehc_prose_has(p, EHC_LIST_SIGN_WORD));
}

struct ehc_said *
ehc_said_of(struct ehc_arena *a, const struct ehc_item *it)
{
	struct ehc_said *s = EHC_NEW(a, struct ehc_said);
	struct texts t = { { NULL }, 0 };

	s->text = ehc_prose_read(a, it->text.str);
	s->who = read_value(a, it->who.value);
	s->how_much = read_value(a, it->how_much);
	s->how_often = read_value(a, it->how_often);
	s->review = read_value(a, it->review);
	add_text(&t, s->text);
	add_text(&t, s->who);
	add_text(&t, s->how_much);
	add_text(&t, s->how_often);
	find_who(s, it, &t);
	find_amount(s, it, &t);
	find_act(s, &t);
	s->complete = s->role && s->content && ((s->length && s->frequency) || s->definite || s->equipment);
	if (it->kind == EHC_ITEM_CARE)
		judge_step(s);
	return s;
}

void
ehc_prose_attach(struct ehc_plan *p)
{
	static const enum ehc_item_kind kinds[] = { EHC_ITEM_NEED, EHC_ITEM_OUTCOME, EHC_ITEM_PROVISION, EHC_ITEM_CARE };

	for (size_t k = 0; k < EHC_COUNT(kinds); k++) {
		struct ehc_item *it;

		for (EHC_EACH_ITEM(it, p, kinds[k]))
			if (it->text.str.len > 0)
				it->said = ehc_said_of(p->arena, it);
	}
}

struct ehc_span
ehc_said_opening(const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->text;
	uint32_t from, to;

	if (p->ntokens == 0)
		return it->text.span;
	from = to = p->tokens[0].at;
	for (size_t i = 0; i < p->ntokens; i++) {
		const struct ehc_token *t = &p->tokens[i];

		if (i > 0 && (t->sentence != p->tokens[0].sentence || t->at + t->len - from > 44))
			break;
		to = t->at + t->len;
	}
	return ehc_text_span(&it->text, from, to - from);
}
