/*
 * grades.c - a grade for each section and each agency, with the findings behind it. The measure is simple and stands on
 * the page, so that a panel can disagree with it. Dates already missed never lower the grade of what was written, and
 * no average hides a gap: an agency's grade is its lowest section's.
 */
#include "qa/qa.h"

enum grade { GRADE_NONE, GRADE_MUCH, GRADE_WORK, GRADE_NEARLY, GRADE_CLEAR };

static const struct { const char *name, *class; } grades[] = {
	[GRADE_NONE] = { "Nothing to grade", "g0" },
	[GRADE_MUCH] = { "Much to mend", "g1" },
	[GRADE_WORK] = { "Needs work", "g2" },
	[GRADE_NEARLY] = { "Nearly clear", "g3" },
	[GRADE_CLEAR] = { "Clear", "g4" },
};

struct score {
	size_t items, with_error, with_warning;
	size_t errors, warnings;
	bool whole;             /* an error about the section as a whole */
	bool safety;            /* a child could come to harm */
	enum grade grade;
};

/* Findings of one section, in the order of the list. */
static bool
counts_for(const struct ehc_group *g, enum ehc_section s)
{
	return g->state == EHC_GROUP_OPEN && g->lead->section == (int)s && g->lead->severity > EHC_NOTE;
}

/* The gravest open finding on each item, by the item's place in the file. */
static enum ehc_severity *
worst_of_items(const struct qa *q)
{
	enum ehc_severity *worst;
	size_t n = 0;

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next)
		n = it->nth >= n ? it->nth + 1 : n;
	worst = EHC_NEW_ARRAY(q->arena, enum ehc_severity, n);
	for (size_t i = 0; i < q->ngroups; i++) {
		const struct ehc_finding *lead = q->groups[i].lead;

		if (lead->item != NULL && counts_for(&q->groups[i], lead->item->section) &&
		    lead->severity > worst[lead->item->nth])
			worst[lead->item->nth] = lead->severity;
	}
	return worst;
}

static enum grade
grade_of(const struct score *s, const struct ehc_section_info *info)
{
	if (s->safety || (s->whole && s->items == 0) || s->with_error * 2 > s->items)
		return GRADE_MUCH;
	if (s->errors > 0 || (s->with_error + s->with_warning) * 2 > s->items)
		return GRADE_WORK;
	if (s->warnings > 0)
		return GRADE_NEARLY;
	return info->present ? GRADE_CLEAR : GRADE_NONE;
}

static struct score
score_of(const struct qa *q, enum ehc_section section, const enum ehc_severity *worst)
{
	struct score s = { .items = 0 };

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next) {
		if (it->section != section || it->kind == EHC_ITEM_COMMENT)
			continue;
		s.items++;
		s.with_error += worst[it->nth] == EHC_ERROR;
		s.with_warning += worst[it->nth] == EHC_WARNING;
	}
	for (size_t i = 0; i < q->ngroups; i++) {
		const struct ehc_finding *lead = q->groups[i].lead;

		if (!counts_for(&q->groups[i], section))
			continue;
		s.errors += lead->severity == EHC_ERROR;
		s.warnings += lead->severity == EHC_WARNING;
		s.whole = s.whole || (lead->severity == EHC_ERROR && lead->item == NULL);
		s.safety = s.safety || (lead->severity == EHC_ERROR && lead->rule->class_ == EHC_SAFETY);
	}
	s.grade = grade_of(&s, &q->plan->sections[section]);
	return s;
}

static void
put_grade(struct qa *q, enum grade g)
{
	qa_printf(q, "<span class=\"grade %s\">%s</span>", grades[g].class, grades[g].name);
}

/* "2 of 5 items have an error; 1 more a warning" */
static void
put_measure(struct qa *q, enum ehc_section section, const struct score *s)
{
	const struct ehc_section_info *info = &q->plan->sections[section];

	if (s->safety)
		qa_put(q, "Holds a safety finding. ");
	if (!info->present) {
		qa_put(q, "The section is not there.");
		return;
	}
	if (info->nil)
		qa_put(q, "Says that there is none. ");
	if (s->with_error + s->with_warning > 0) {
		qa_printf(q, "Of %zu item%s, ", s->items, s->items == 1 ? "" : "s");
		if (s->with_error > 0)
			qa_printf(q, "%zu with an error%s", s->with_error, s->with_warning > 0 ? ", " : "");
		if (s->with_warning > 0)
			qa_printf(q, "%zu with a warning", s->with_warning);
		qa_put(q, ".");
	} else if (s->errors + s->warnings > 0)
		qa_printf(q, "About the section as a whole: %zu error%s, %zu warning%s.", s->errors,
		    s->errors == 1 ? "" : "s", s->warnings,
		    s->warnings == 1 ? "" : "s");
	else if (s->items > 0)
		qa_printf(q, "%zu item%s, nothing against %s.", s->items, s->items == 1 ? "" : "s",
		    s->items == 1 ? "it" : "them");
	else if (!info->nil)
		qa_put(q, "Nothing was found against it.");
}

static void
put_links(struct qa *q, enum ehc_section section)
{
	enum { SHOWN = 6 };
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++) {
		if (!counts_for(&q->groups[i], section))
			continue;
		if (n++ >= SHOWN)
			continue;
		qa_put(q, n == 1 ? "" : ", ");
		qa_group_link(q, &q->groups[i]);
	}
	if (n > SHOWN)
		qa_printf(q, " and <a href=\"#in-%s\">%zu more</a>", ehc_section_name(section), n - SHOWN);
	if (n == 0)
		qa_put(q, "none");
}

static void
put_sections(struct qa *q, const struct score *scores)
{
	static const char *const heads[] = { "Section", "Grade", "Measure", "Findings behind it" };
	struct qa_table t;

	qa_table(q, &t, "Grade of each section", heads, EHC_COUNT(heads));
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		qa_row(q, &t);
		qa_cell(q, &t);
		qa_printf(q, "%s <span class=\"light\">%s</span>", ehc_section_name((enum ehc_section)s),
		    ehc_section_subject((enum ehc_section)s));
		qa_cell(q, &t);
		put_grade(q, scores[s].grade);
		qa_cell(q, &t);
		put_measure(q, (enum ehc_section)s, &scores[s]);
		qa_cell(q, &t);
		put_links(q, (enum ehc_section)s);
		qa_end_row(q, &t);
	}
	qa_end_table(q);
}

static const struct { const char *name; enum ehc_section sections[5]; } agencies[] = {
	{ "Education", { EHC_B, EHC_E, EHC_F, EHC_I, EHC_NO_SECTION } },
	{ "Health", { EHC_C, EHC_G, EHC_NO_SECTION } },
	{ "Social care", { EHC_D, EHC_H1, EHC_H2, EHC_NO_SECTION } },
	{ "The council, for all", { EHC_A, EHC_J, EHC_K, EHC_NO_SECTION } },
};

static void
put_agency(struct qa *q, struct qa_table *t, const char *name, const enum ehc_section *sections, const struct score *scores)
{
	enum grade lowest = GRADE_NONE;
	enum ehc_section at = EHC_NO_SECTION;

	for (size_t i = 0; sections[i] != EHC_NO_SECTION; i++) {
		enum grade g = scores[sections[i]].grade;

		if (g != GRADE_NONE && (lowest == GRADE_NONE || g < lowest)) {
			lowest = g;
			at = sections[i];
		}
	}
	qa_row(q, t);
	qa_cell(q, t);
	qa_words(q, name);
	qa_cell(q, t);
	for (size_t i = 0; sections[i] != EHC_NO_SECTION; i++)
		qa_printf(q, "%s%s", i > 0 ? ", " : "", ehc_section_name(sections[i]));
	qa_cell(q, t);
	put_grade(q, lowest);
	qa_cell(q, t);
	if (at == EHC_NO_SECTION)
		qa_put(q, "No section of this agency is there.");
	else
		qa_printf(q, "Section %s is %s.", ehc_section_name(at),
		    lowest == GRADE_CLEAR ? "as clear as the others" : "the lowest");
	qa_end_row(q, t);
}

static void
put_whole(struct qa *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++)
		n += counts_for(&q->groups[i], EHC_NO_SECTION);
	if (n == 0)
		return;
	qa_put(q, "<p>About the plan as a whole: ");
	put_links(q, EHC_NO_SECTION);
	qa_put(q, ".</p>\n");
}

void
qa_put_grades(struct qa *q)
{
	static const char *const heads[] = { "Agency", "Sections", "Grade", "Why" };
	struct score scores[EHC_SECTION_COUNT];
	enum ehc_severity *worst = worst_of_items(q);
	struct qa_table t;

	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		scores[s] = score_of(q, (enum ehc_section)s, worst);
	qa_section(q, "grades", "Grades");
	qa_put(q, "<p>How each is made: <strong>clear</strong> has neither error nor warning; <strong>nearly clear</strong> has "
	    "warnings, on at most half of its items; <strong>needs work</strong> has errors, on at most half of its items, or "
	    "warnings on more; <strong>much to mend</strong> has errors on more than half, is missing where it must be there, or "
	    "holds a safety finding. Notes, dates already missed and what the plan accepts with a reason lower no grade. There is "
	    "no grade for the whole plan: that is the panel's.</p>\n");
	put_sections(q, scores);
	put_whole(q);
	qa_table(q, &t, "Grade of each agency: its lowest section, for no average should hide a gap", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < EHC_COUNT(agencies); i++)
		put_agency(q, &t, agencies[i].name, agencies[i].sections, scores);
	qa_end_table(q);
	qa_end_section(q);
}
