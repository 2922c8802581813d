/*
 * audit.c - the audit as a form to complete on a screen or on paper. What the program decides is decided, and a person may
 * differ; what it can only lay out is laid out beside the question; what needs people who know the child is asked.
 */
#include "qa/audit.h"

#include <string.h>

static const struct qa_audit of_ehc_plan[] = {
#define AUDIT(agency, who, words, rules, show) { agency, QA_##who, words, rules, show },
#define EHC_PLAN_AUDIT
#include "qa/audit.def"
#undef EHC_PLAN_AUDIT
};

static const struct qa_audit of_health_plan[] = {
#define AUDIT(agency, who, words, rules, show) { agency, QA_##who, words, rules, show },
#define HEALTH_PLAN_AUDIT
#include "qa/audit.def"
#undef HEALTH_PLAN_AUDIT
};

const struct qa_audit *
qa_audits(const struct ehc_plan *plan, size_t *n)
{
	if (plan->kind == EHC_DOC_HEALTH_PLAN) {
		*n = EHC_COUNT(of_health_plan);
		return of_health_plan;
	}
	*n = EHC_COUNT(of_ehc_plan);
	return of_ehc_plan;
}

/* ---- what the program found ---- */

/* Findings that a person accepted are shown, and count for nothing. */
static size_t
put_findings(struct qa *q, const char *rules)
{
	enum { SHOWN = 6 };
	size_t n = 0, open = 0;

	for (size_t i = 0; i < q->ngroups; i++) {
		if (!qa_group_has(&q->groups[i], rules))
			continue;
		open += q->groups[i].state != EHC_GROUP_ACCEPTED && q->groups[i].lead->severity > EHC_NOTE;
		if (n++ >= SHOWN)
			continue;
		qa_put(q, n == 1 ? "<p>" : ", ");
		qa_group_link(q, &q->groups[i]);
		if (q->groups[i].state == EHC_GROUP_ACCEPTED)
			qa_put(q, " <span class=\"light\">accepted</span>");
		else if (q->groups[i].lead->severity == EHC_NOTE)
			qa_put(q, " <span class=\"light\">note</span>");
	}
	if (n > SHOWN)
		qa_printf(q, " and %zu more", n - SHOWN);
	qa_put(q, n > 0 ? "</p>" : "<p class=\"light\">No finding bears on it.</p>");
	return open;
}

static void
put_found(struct qa *q, const struct qa_audit *one, size_t *open)
{
	size_t before = q->out->len;

	*open = one->rules[0] != '\0' ? put_findings(q, one->rules) : 0;
	if (one->show != NULL)
		one->show(q);
	if (q->out->len == before)
		qa_put(q, "<span class=\"light\">The program has nothing to lay beside it.</span>");
}

/* ---- where a person answers ---- */

static void
put_choice(struct qa *q, size_t nth, const char *value)
{
	qa_printf(q, "<label><input type=\"radio\" name=\"a%zu\" value=\"%s\"> %s</label> ", nth, value, value);
}

static void
put_answer(struct qa *q, const struct qa_audit *one, size_t nth, size_t open)
{
	if (one->who == QA_PROGRAM) {
		qa_put(q, open == 0 ? "<p class=\"in-time\">&#10003; nothing found</p>" : "<p class=\"late\">&#10007; to mend</p>");
		qa_printf(q, "<label><input type=\"checkbox\" name=\"a%zu\"> the panel differs</label>", nth);
	} else {
		qa_printf(q, "<fieldset><legend class=\"unseen\">Answer to %zu</legend>", nth);
		put_choice(q, nth, "yes");
		put_choice(q, nth, "in part");
		put_choice(q, nth, "no");
		qa_put(q, "</fieldset>");
	}
	qa_printf(q, "<textarea name=\"n%zu\" rows=\"1\" aria-label=\"Note on %zu\"></textarea>", nth, nth);
}

static void
put_row(struct qa *q, struct qa_table *t, const struct qa_audit *one, size_t nth)
{
	static const char *const who[] = {
		[QA_PROGRAM] = "the program", [QA_PREPARED] = "a person; prepared here", [QA_PERSON] = "a person",
	};
	size_t open;

	qa_row(q, t);
	qa_cell(q, t);
	qa_printf(q, "%zu. %s", nth, one->words);
	qa_cell(q, t);
	qa_put(q, who[one->who]);
	qa_cell(q, t);
	put_found(q, one, &open);
	qa_cell(q, t);
	put_answer(q, one, nth, open);
	qa_end_row(q, t);
}

static void
put_blank(struct qa *q, const char *name, const char *words)
{
	qa_printf(q, "<p><label for=\"%s\"><b>%s</b></label><textarea id=\"%s\" name=\"%s\" rows=\"4\"></textarea></p>\n", name, words, name, name);
}

static void
put_counts(struct qa *q, const struct qa_audit *all, size_t n)
{
	size_t of[3] = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++)
		of[all[i].who]++;
	qa_printf(q, "<p>Of %zu questions the program decides %zu and lays out what bears on %zu; %zu need people who know the child, and "
	    "so does every answer in the end. Grades and answers of the program are advice, never a verdict.%s</p>\n", n, of[QA_PROGRAM],
	    of[QA_PREPARED], of[QA_PERSON], q->as_of == EHC_NODATE ? " No day was given: what depends on the day was not asked." : "");
}

void
qa_put_audit(struct qa *q)
{
	static const char *const heads[] = { "Question", "Who decides", "What the plan and the program say", "The panel" };
	const char *agency = "";
	struct qa_table t;
	size_t n;
	const struct qa_audit *all = qa_audits(q->plan, &n);

	qa_section(q, "judgement", "Audit, and what a person must judge");
	put_counts(q, all, n);
	qa_put(q, "<form id=\"audit\">\n<p id=\"answered\" class=\"light\">To be completed here and printed, or printed and completed by hand.</p>\n");
	for (size_t i = 0; i < n; i++) {
		if (strcmp(all[i].agency, agency) != 0) {
			if (agency[0] != '\0')
				qa_end_table(q);
			agency = all[i].agency;
			qa_table(q, &t, agency, heads, EHC_COUNT(heads));
		}
		put_row(q, &t, &all[i], i + 1);
	}
	qa_end_table(q);
	qa_put(q, "<h3>The panel&rsquo;s conclusion</h3>\n");
	put_blank(q, "strong", "What is strong in this plan");
	put_blank(q, "change", "What must change, by whom, by when");
	put_blank(q, "grade", "The panel&rsquo;s own grade, and why");
	put_blank(q, "panel", "Names and roles, conflicts of interest, date");
	qa_put(q, "</form>\n");
	qa_end_section(q);
}
