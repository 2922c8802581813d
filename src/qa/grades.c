/*
 * grades.c - a grade for each section, each quality standard and each agency, with the findings that set it, and what
 * limits them all.
 */
#include "qa/qa.h"

static void
put_grade(struct qa *q, enum ehc_grade g)
{
	qa_printf(q, "<span class=\"grade g%d\">%s</span>", (int)g, ehc_grade_name(g));
}

static void
put_count(struct qa *q, size_t n, const char *what)
{
	qa_printf(q, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

/* "Of 5 items, 2 with an error, 1 with a warning." */
static void
put_measure(struct qa *q, const struct qa_score *s)
{
	if (s->safety)
		qa_put(q, "Holds a safety finding. ");
	if (s->with_error + s->with_warning > 0) {
		qa_put(q, "Of ");
		put_count(q, s->items, "item");
		if (s->with_error > 0)
			qa_printf(q, ", %zu with an error", s->with_error);
		if (s->with_warning > 0)
			qa_printf(q, ", %zu with a warning", s->with_warning);
		qa_put(q, ".");
	} else if (s->errors + s->warnings > 0) {
		qa_put(q, "About the whole: ");
		if (s->errors > 0)
			put_count(q, s->errors, "error");
		qa_put(q, s->errors > 0 && s->warnings > 0 ? ", " : "");
		if (s->warnings > 0)
			put_count(q, s->warnings, "warning");
		qa_put(q, ".");
	} else if (s->items > 0) {
		put_count(q, s->items, "item");
		qa_printf(q, ", nothing against %s.", s->items == 1 ? "it" : "them");
	} else
		qa_put(q, s->grade == EHC_GRADE_NONE ? "Nothing here to grade." : "Nothing was found against it.");
}

static void
put_section_measure(struct qa *q, enum ehc_section section, const struct qa_score *s)
{
	const struct ehc_section_info *info = &q->plan->sections[section];

	if (!info->present) {
		qa_put(q, "The section is not there.");
		return;
	}
	if (info->nil)
		qa_put(q, "Says that there is none. ");
	if (!info->nil || s->errors + s->warnings > 0)
		put_measure(q, s);
}

/* The findings that set the grade; those that do not are counted. */
static void
put_setters(struct qa *q, const struct qa_subject *subject, const struct qa_score *score)
{
	enum { SHOWN = 6 };
	size_t set = 0, others = 0;

	for (size_t i = 0; i < q->ngroups; i++) {
		if (!qa_counts(q, subject, i))
			continue;
		if (!qa_sets(score, q->groups[i].lead)) {
			others++;
			continue;
		}
		if (set++ >= SHOWN)
			continue;
		qa_put(q, set == 1 ? "" : ", ");
		qa_group_link(q, &q->groups[i]);
	}
	if (set > SHOWN)
		qa_printf(q, " and <a href=\"#findings\">%zu more</a>", set - SHOWN);
	if (others > 0)
		qa_printf(q, " <span class=\"light\">beside %zu of less weight</span>", others);
	if (set == 0)
		qa_put(q, "<span class=\"light\">none</span>");
}

static void
put_sections(struct qa *q, struct qa_score *scores)
{
	static const char *const heads[] = { "Section", "Grade", "Measure", "Findings that set it" };
	struct qa_table t;

	qa_table(q, &t, "Grade of each section", heads, EHC_COUNT(heads));
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		struct qa_subject subject = { NULL, (enum ehc_section)s };

		scores[s] = qa_score_of(q, &subject);
		qa_row(q, &t);
		qa_cell(q, &t);
		qa_printf(q, "%s <span class=\"light\">%s</span>", ehc_section_name(subject.section), ehc_section_subject(subject.section));
		qa_cell(q, &t);
		put_grade(q, scores[s].grade);
		qa_cell(q, &t);
		put_section_measure(q, subject.section, &scores[s]);
		qa_cell(q, &t);
		put_setters(q, &subject, &scores[s]);
		qa_end_row(q, &t);
	}
	qa_end_table(q);
}

static void
put_standards(struct qa *q)
{
	static const char *const heads[] = { "Standard", "Grade", "Measure", "Findings that set it" };
	size_t n;
	const struct qa_standard *all = qa_standards(q->plan, &n);
	struct qa_table t;

	qa_table(q, &t, "Grade by quality standard: the same findings, each under the one standard that it bears on", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < n; i++) {
		struct qa_subject subject = { &all[i], EHC_NO_SECTION };
		struct qa_score score = qa_score_of(q, &subject);

		qa_row(q, &t);
		qa_cell(q, &t);
		qa_put(q, all[i].name);
		qa_cell(q, &t);
		put_grade(q, score.grade);
		qa_cell(q, &t);
		put_measure(q, &score);
		qa_cell(q, &t);
		put_setters(q, &subject, &score);
		qa_end_row(q, &t);
	}
	qa_end_table(q);
}

/* ---- agencies ---- */

static enum ehc_section
lowest_section(const struct qa_score *scores, enum ehc_agency a)
{
	enum ehc_section at = EHC_NO_SECTION;

	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		if (ehc_agency_of((enum ehc_section)s) == a && scores[s].grade != EHC_GRADE_NONE &&
		    (at == EHC_NO_SECTION || scores[s].grade < scores[at].grade))
			at = (enum ehc_section)s;
	return at;
}

static void
put_sections_of(struct qa *q, enum ehc_agency a)
{
	size_t n = 0;

	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		if (ehc_agency_of((enum ehc_section)s) == a)
			qa_printf(q, "%s%s", n++ > 0 ? ", " : "", ehc_section_name((enum ehc_section)s));
}

static void
put_agency(struct qa *q, struct qa_table *t, enum ehc_agency a, const struct qa_score *scores)
{
	enum ehc_section at = lowest_section(scores, a);
	struct qa_subject subject = { NULL, at };

	qa_row(q, t);
	qa_cell(q, t);
	qa_words(q, ehc_agency_name(a));
	qa_cell(q, t);
	put_sections_of(q, a);
	qa_cell(q, t);
	put_grade(q, at == EHC_NO_SECTION ? EHC_GRADE_NONE : scores[at].grade);
	qa_cell(q, t);
	if (at == EHC_NO_SECTION)
		qa_put(q, "No section of this agency is there.");
	else if (scores[at].grade == EHC_GRADE_CLEAR)
		qa_put(q, "Each of its sections is clear.");
	else {
		qa_printf(q, "Section %s is the lowest: ", ehc_section_name(at));
		put_setters(q, &subject, &scores[at]);
	}
	qa_end_row(q, t);
}

static void
put_agencies(struct qa *q, const struct qa_score *scores)
{
	static const char *const heads[] = { "Agency", "Sections", "Grade", "What sets it" };
	struct qa_table t;

	qa_table(q, &t, "Grade of each agency: its lowest section, for no average should hide a gap", heads, EHC_COUNT(heads));
	for (int a = 0; a < EHC_AGENCIES; a++)
		put_agency(q, &t, (enum ehc_agency)a, scores);
	qa_end_table(q);
}

/* ---- limits ---- */

static size_t
put_limits_of(struct qa *q, struct qa_table *t, enum ehc_grade limit, const char *words)
{
	enum { SHOWN = 12 };
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++) {
		if (qa_limit_of(&q->groups[i]) != limit)
			continue;
		if (n == 0) {
			qa_row(q, t);
			qa_cell(q, t);
			qa_put(q, words);
			qa_cell(q, t);
			put_grade(q, limit);
			qa_cell(q, t);
		}
		if (n++ >= SHOWN)
			continue;
		qa_put(q, n == 1 ? "" : ", ");
		qa_group_link(q, &q->groups[i]);
	}
	if (n > SHOWN)
		qa_printf(q, " and %zu more", n - SHOWN);
	if (n > 0)
		qa_end_row(q, t);
	return n;
}

static void
put_limits(struct qa *q)
{
	static const char *const heads[] = { "While this stands", "The most it can be", "Findings" };
	struct qa_table t;

	qa_put(q, "<h3 id=\"limits\">What limits the whole</h3>\n");
	if (qa_most(q) == EHC_GRADE_CLEAR) {
		qa_put(q, "<p>No finding limits what the panel can give the plan.</p>\n");
		return;
	}
	qa_put(q, "<p>There is no grade for the whole plan here: that is the panel's. Some findings weigh more than any number of good "
	    "items, and a panel would need a reason to go above ");
	put_grade(q, qa_most(q));
	qa_put(q, " while they stand.</p>\n");
	qa_table(q, &t, "Limiting judgements", heads, EHC_COUNT(heads));
	put_limits_of(q, &t, EHC_GRADE_MUCH, "A child could come to harm, or another child&rsquo;s details are in the plan");
	put_limits_of(q, &t, EHC_GRADE_WORK, "A part that an Act or Regulations ask for is missing or cannot be held to");
	qa_end_table(q);
}

/* ---- dates already missed: a grade of their own kind ---- */

static void
put_process(struct qa *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++)
		if (q->groups[i].state == EHC_GROUP_MISSED) {
			qa_put(q, n++ == 0 ? "<p>Timeliness is graded apart from the words, because no edit mends it. Dates missed: " : ", ");
			qa_group_link(q, &q->groups[i]);
		}
	if (n > 0)
		qa_put(q, ".</p>\n");
}

void
qa_put_grades(struct qa *q)
{
	struct qa_score scores[EHC_SECTION_COUNT] = { { .items = 0 } };

	qa_section(q, "grades", "Grades");
	qa_put(q, "<p>How each is made: <strong>clear</strong> has neither error nor warning; <strong>nearly clear</strong> has "
	    "warnings, on at most half of its items; <strong>needs work</strong> has errors, on at most half of its items, or "
	    "warnings on more; <strong>much to mend</strong> has errors on more than half, is missing where it must be there, or "
	    "holds a safety finding. Notes, dates already missed and what the plan accepts with a reason lower no grade.</p>\n");
	if (q->plan->kind == EHC_DOC_EHC_PLAN) {
		put_sections(q, scores);
		put_agencies(q, scores);
	}
	put_standards(q);
	put_limits(q);
	put_process(q);
	qa_put(q, "<p>Three things have no grade here: how good the advice was, how the family found it, and whether the provision "
	    "is given. People must ask.</p>\n");
	qa_end_section(q);
}
