/*
 * plan_help.h - what the tests of the model share: a plan bound out of a text, its items, ties and faults.
 */
#ifndef EHC_PLAN_HELP_H
#define EHC_PLAN_HELP_H

#include <check.h>
#include <string.h>

#include "ehc/model.h"
#include "model/bind.h"
#include "arena_fixture.h"

static inline struct ehc_plan *
bind(const char *text)
{
	struct ehc_source *source = EHC_NEW(arena, struct ehc_source);
	struct ehc_findings *findings = EHC_NEW(arena, struct ehc_findings);
	struct ehc_calendar school = ehc_calendar_school(), year = ehc_calendar_whole_year();

	findings->arena = arena;
	ehc_source_from(source, arena, EHC_STR("test.ehc"), ehc_str_of(text));
	return ehc_bind(arena, ehc_parse(arena, source, findings), &school, &year);
}

#define PLAN "EHC plan: T-1\n"
#define HEALTH "health care plan: T-2\n"

static inline struct ehc_item *
item(const struct ehc_plan *p, const char *id)
{
	struct ehc_item *it = ehc_plan_find(p, ehc_str_of(id));

	ck_assert_msg(it != NULL, "no item %s", id);
	return it;
}

static inline void
assert_str(struct ehc_str s, const char *expected)
{
	ck_assert_msg(ehc_str_is(s, expected), "\"%.*s\" is not \"%s\"", EHC_ARG(s), expected);
}

static inline void
assert_day(ehc_day d, int year, int month, int day)
{
	ck_assert_int_eq(d, ehc_day_of(year, month, day));
}

/* The tie from one item to another, or NULL. */
static inline const struct ehc_link *
tie(const struct ehc_plan *p, const char *from, enum ehc_relation relation, const char *to)
{
	const struct ehc_item *it = item(p, from);

	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == relation && it->out.items[i]->to == item(p, to))
			return it->out.items[i];
	return NULL;
}

static inline void
assert_tie(const struct ehc_plan *p, const char *from, enum ehc_relation relation, const char *to, bool assumed)
{
	const struct ehc_link *l = tie(p, from, relation, to);

	ck_assert_msg(l != NULL, "%s is not tied to %s", from, to);
	ck_assert_msg(l->assumed == assumed, "%s to %s: assumed is %d", from, to, l->assumed);
}

static inline size_t
count_faults(const struct ehc_plan *p, enum ehc_fault_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < p->faults.count; i++)
		n += p->faults.items[i].kind == kind;
	return n;
}

static inline void
assert_fault(const struct ehc_plan *p, enum ehc_fault_kind kind, const char *words)
{
	for (size_t i = 0; i < p->faults.count; i++)
		if (p->faults.items[i].kind == kind && ehc_str_is(p->faults.items[i].words, words)) {
			assert_str(ehc_source_slice(p->source, p->faults.items[i].span), words);
			return;
		}
	ck_abort_msg("no fault %s with \"%s\"", ehc_fault_name(kind), words);
}

#endif
