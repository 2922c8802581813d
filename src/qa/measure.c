/*
 * measure.c - how grades are made. The measure is simple and stands on the page, so that a panel can disagree with it.
 * Dates already missed never lower the grade of what was written, and no average hides a gap: an agency's grade is its
 * lowest section's, and some findings limit the whole plan.
 */
#include "qa/qa.h"

#include <string.h>

static const char *const names[EHC_GRADES] = {          /* ORDER GRADE */
	"Nothing to grade", "Much to mend", "Needs work", "Nearly clear", "Clear",
};

const char *
ehc_grade_name(enum ehc_grade g)
{
	return names[g];
}

const char *
ehc_agency_name(enum ehc_agency a)
{
	static const char *const agencies[EHC_AGENCIES] = { "Education", "Health", "Social care", "The council, for all" };

	return agencies[a];
}

enum ehc_agency
ehc_agency_of(enum ehc_section s)
{
	switch (s) {
	case EHC_B: case EHC_E: case EHC_F: case EHC_I:
		return EHC_EDUCATION;
	case EHC_C: case EHC_G:
		return EHC_HEALTH;
	case EHC_D: case EHC_H1: case EHC_H2:
		return EHC_SOCIAL_CARE;
	default:
		return EHC_COUNCIL;
	}
}

/* ---- what is graded ---- */

#define KIND(k) (1u << EHC_ITEM_##k)
#define IN(s) (1u << EHC_##s)

/* Each finding belongs to the first of these that names the rule of its lead. */
static const struct qa_standard of_ehc_plan[] = {
	{ "The child&rsquo;s and the family&rsquo;s voice", "VOICE", KIND(ASPIRATION), 0, EHC_COUNCIL },
	{ "Needs, as they show in the child&rsquo;s day", "SECT-005 SECT-008 SECT-017 SECT-020 SECT-030", KIND(NEED), 0, EHC_EDUCATION },
	{ "Outcomes", "OUTC", KIND(OUTCOME), 0, EHC_EDUCATION },
	{ "Provision specific and quantified", "SPEC QUANT SECT-006 SECT-019 SECT-031", KIND(PROVISION), 0, EHC_EDUCATION },
	{ "The golden thread", "LINK", KIND(NEED) | KIND(PROVISION) | KIND(OUTCOME) | KIND(ASPIRATION), 0, EHC_COUNCIL },
	{ "Health", "HLTH SECT-021", KIND(NEED) | KIND(PROVISION), IN(C) | IN(G), EHC_HEALTH },
	{ "Social care", "CARE", KIND(NEED) | KIND(PROVISION), IN(D) | IN(H1) | IN(H2), EHC_SOCIAL_CARE },
	{ "Who answers for what is provided", "RESP", KIND(PROVISION), 0, EHC_COUNCIL },
	{ "Preparing for adult life", "PFA", 0, 0, EHC_EDUCATION },
	{ "Advice and evidence", "ADV SECT-013 SECT-032", KIND(ADVICE), 0, EHC_COUNCIL },
	{ "Placement and money", "BUDG SECT-009 SECT-010 SECT-011 SECT-012", KIND(BUDGET), 0, EHC_EDUCATION },
	{ "Privacy, and the right child", "PRIV", 0, 0, EHC_COUNCIL },
	{ "Readable and respectful", "STYLE", 0, 0, EHC_COUNCIL },
	{ "Dates in the plan", "DATE", 0, 0, EHC_COUNCIL },
	{ "Every part that must be there", "", 0, 0, EHC_COUNCIL },
};

static const struct qa_standard of_health_plan[] = {
	{ "Who the child is, and who can be rung", "IHP-001 IHP-002 IHP-003 IHP-026 IHP-027 IHP-028 IHP-053 IHP-055", KIND(CONTACT), 0, EHC_COUNCIL },
	{ "Medicines and feeds", "IHP-005 IHP-006 IHP-007 IHP-008 IHP-009 IHP-010 IHP-011 IHP-012 IHP-029 IHP-030 IHP-032 IHP-046",
	  KIND(MEDICINE) | KIND(FEED), 0, EHC_COUNCIL },
	{ "Emergencies", "IHP-020 IHP-021 IHP-022 IHP-035 IHP-037 IHP-041", KIND(EMERGENCY), 0, EHC_COUNCIL },
	{ "What each condition needs", "IHP-004 IHP-033 IHP-038 IHP-039 IHP-040 IHP-043 IHP-044 IHP-045 IHP-047 IHP-048 IHP-049 "
	  "IHP-050 IHP-051 IHP-052 IHP-058", KIND(CONDITION), 0, EHC_COUNCIL },
	{ "Trained people", "IHP-016 IHP-017 IHP-018 IHP-019 IHP-042 RESP-013 RESP-014 RESP-015", KIND(STAFF), 0, EHC_COUNCIL },
	{ "Tasks handed over", "RESP", KIND(TASK), 0, EHC_COUNCIL },
	{ "The child is not kept from school, trips or meals", "IHP-031", 0, 0, EHC_COUNCIL },
	{ "One thing said once", "IHP-056", 0, 0, EHC_COUNCIL },
	{ "Life at school", "IHP", KIND(CARE), 0, EHC_COUNCIL },
	{ "Privacy, and the right child", "PRIV", 0, 0, EHC_COUNCIL },
	{ "Words that anyone could act on in a hurry", "SPEC QUANT STYLE", 0, 0, EHC_COUNCIL },
	{ "Dates in the plan", "DATE", 0, 0, EHC_COUNCIL },
	{ "Every part can be read", "", 0, 0, EHC_COUNCIL },
};

const struct qa_standard *
qa_standards(const struct ehc_plan *plan, size_t *n)
{
	if (plan->kind == EHC_DOC_HEALTH_PLAN) {
		*n = EHC_COUNT(of_health_plan);
		return of_health_plan;
	}
	*n = EHC_COUNT(of_ehc_plan);
	return of_ehc_plan;
}

/* The last of them takes whatever no other does. */
static const struct qa_standard *
standard_of(const struct ehc_plan *plan, const struct ehc_rule *rule)
{
	size_t n, i = 0;
	const struct qa_standard *all = qa_standards(plan, &n);

	while (i + 1 < n && !qa_rule_is(rule, all[i].rules))
		i++;
	return &all[i];
}

struct qa
qa_begin(const struct ehc_result *r, ehc_day as_of, struct ehc_buf *out)
{
	struct qa q = { .out = out, .r = r, .plan = r->plan, .arena = r->findings->arena, .as_of = as_of,
	    .anchors = "" };

	q.groups = ehc_groups(r->findings, &q.ngroups);
	q.standards = EHC_NEW_ARRAY(q.arena, const struct qa_standard *, q.ngroups);
	for (size_t i = 0; i < q.ngroups; i++)
		q.standards[i] = standard_of(q.plan, q.groups[i].lead->rule);
	return q;
}

bool
qa_counts(const struct qa *q, const struct qa_subject *s, size_t i)
{
	const struct ehc_finding *lead = q->groups[i].lead;

	if (q->groups[i].state != EHC_GROUP_OPEN || lead->severity <= EHC_NOTE)
		return false;
	return s->standard != NULL ? q->standards[i] == s->standard : lead->section == (int)s->section;
}

static bool
is_of(const struct qa_subject *s, const struct ehc_item *it)
{
	if (it->kind == EHC_ITEM_COMMENT)
		return false;
	if (s->standard == NULL)
		return it->section == s->section;
	return (s->standard->kinds & 1u << it->kind) != 0 &&
	    (s->standard->sections == 0 || (s->standard->sections & 1u << it->section) != 0);
}

/* ---- counting ---- */

/* The gravest finding that counts for the subject on each item, by the item's place in the file. */
static enum ehc_severity *
worst_of_items(const struct qa *q, const struct qa_subject *s)
{
	enum ehc_severity *worst;
	size_t n = 0;

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next)
		n = it->nth >= n ? it->nth + 1 : n;
	worst = EHC_NEW_ARRAY(q->arena, enum ehc_severity, n);
	for (size_t i = 0; i < q->ngroups; i++) {
		const struct ehc_finding *lead = q->groups[i].lead;

		if (lead->item != NULL && qa_counts(q, s, i) && lead->severity > worst[lead->item->nth])
			worst[lead->item->nth] = lead->severity;
	}
	return worst;
}

/* Adulthood is asked about from year 9 on; a section that is not there has nothing to grade. */
static bool
is_there(const struct qa *q, const struct qa_subject *s, const struct qa_score *score)
{
	if (s->standard == NULL)
		return q->plan->sections[s->section].present;
	if (strcmp(s->standard->rules, "PFA") == 0)
		return q->plan->child.year >= 9;
	return s->standard->kinds == 0 || score->items > 0;
}

static enum ehc_grade
grade_of(const struct qa *q, const struct qa_subject *s, const struct qa_score *score)
{
	bool missing = s->standard == NULL && score->whole && score->items == 0;

	if (score->safety || missing || (score->items > 0 && score->with_error * 2 > score->items))
		return EHC_GRADE_MUCH;
	if (score->errors > 0 || (score->items > 0 && (score->with_error + score->with_warning) * 2 > score->items))
		return EHC_GRADE_WORK;
	if (score->warnings > 0)
		return EHC_GRADE_NEARLY;
	return is_there(q, s, score) ? EHC_GRADE_CLEAR : EHC_GRADE_NONE;
}

static bool
is_unsafe(const struct ehc_finding *f)
{
	return f->severity == EHC_ERROR && f->rule->class_ == EHC_SAFETY;
}

struct qa_score
qa_score_of(const struct qa *q, const struct qa_subject *s)
{
	const enum ehc_severity *worst = worst_of_items(q, s);
	struct qa_score score = { .items = 0 };

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next) {
		if (!is_of(s, it))
			continue;
		score.items++;
		score.with_error += worst[it->nth] == EHC_ERROR;
		score.with_warning += worst[it->nth] == EHC_WARNING;
	}
	for (size_t i = 0; i < q->ngroups; i++) {
		const struct ehc_finding *lead = q->groups[i].lead;

		if (!qa_counts(q, s, i))
			continue;
		score.errors += lead->severity == EHC_ERROR;
		score.warnings += lead->severity == EHC_WARNING;
		score.whole = score.whole || (lead->severity == EHC_ERROR && lead->item == NULL);
		score.safety = score.safety || is_unsafe(lead);
	}
	score.grade = grade_of(q, s, &score);
	return score;
}

/* ---- what sets a grade, and what limits them all ---- */

bool
qa_sets(const struct qa_score *score, const struct ehc_finding *f)
{
	if (score->safety)
		return is_unsafe(f);
	return f->severity == (score->errors > 0 ? EHC_ERROR : EHC_WARNING);
}

enum ehc_grade
qa_limit_of(const struct ehc_group *g)
{
	if (g->state != EHC_GROUP_OPEN || g->lead->severity != EHC_ERROR)
		return EHC_GRADE_CLEAR;
	if (is_unsafe(g->lead))
		return EHC_GRADE_MUCH;
	return ehc_rule_is_binding(g->lead->rule) ? EHC_GRADE_WORK : EHC_GRADE_CLEAR;
}

static enum ehc_grade
lower(enum ehc_grade a, enum ehc_grade b)
{
	if (a == EHC_GRADE_NONE || b == EHC_GRADE_NONE)
		return a == EHC_GRADE_NONE ? b : a;
	return a < b ? a : b;
}

enum ehc_grade
qa_most(const struct qa *q)
{
	enum ehc_grade most = EHC_GRADE_CLEAR;

	for (size_t i = 0; i < q->ngroups; i++)
		most = lower(most, qa_limit_of(&q->groups[i]));
	return most;
}

void
ehc_qa_grade(const struct ehc_result *r, struct ehc_grades *out)
{
	struct qa q = qa_begin(r, EHC_NODATE, NULL);

	*out = (struct ehc_grades){ .most = EHC_GRADE_NONE };
	out->most = qa_most(&q);
	if (r->plan->kind != EHC_DOC_EHC_PLAN)
		return;
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		struct qa_subject subject = { .section = (enum ehc_section)s };
		enum ehc_agency a = ehc_agency_of(subject.section);

		out->section[s] = qa_score_of(&q, &subject).grade;
		out->agency[a] = lower(out->agency[a], out->section[s]);
	}
}
