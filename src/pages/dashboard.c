/*
 * dashboard.c - the first page, below its answers: which plans to read first and why, what the panel is to sample, grades,
 * and timeliness apart from them.
 */
#include "pages/pages.h"

#include <string.h>

/* ---- lists of plans ---- */

static void
put_name(struct pages *g, const struct ehc_panel_plan *plan)
{
	pages_put_plan(g, plan->number);
	if (plan->name.len > 0) {
		qa_put(&g->q, " ");
		qa_text(&g->q, plan->name);
	}
	if (plan->reference.len > 0) {
		qa_put(&g->q, ", ");
		qa_text(&g->q, plan->reference);
	}
	if (plan->path.len > 0) {
		qa_put(&g->q, " <span class=\"light\">");
		qa_text(&g->q, plan->path);
		qa_put(&g->q, "</span>");
	}
}

static void
put_kind(struct pages *g, const struct ehc_panel_plan *plan)
{
	qa_words(&g->q, plan->kind);
	if (plan->status[0] != '\0') {
		qa_put(&g->q, ", ");
		qa_words(&g->q, plan->status);
	}
}

static void
put_found(struct pages *g, const struct ehc_panel_plan *plan)
{
	qa_printf(&g->q, "%u error%s, %u warning%s", plan->errors, plan->errors == 1 ? "" : "s", plan->warnings, plan->warnings == 1 ? "" : "s");
	if (plan->lowest != EHC_GRADE_NONE && plan->lowest_section != EHC_NO_SECTION)
		qa_printf(&g->q, "; lowest section %s, <span class=\"grade g%d\">%s</span>", ehc_section_name((enum ehc_section)plan->lowest_section),
		    (int)plan->lowest, ehc_grade_name(plan->lowest));
}

static void
put_reasons(struct pages *g, const struct ehc_panel_plan *plan)
{
	size_t n = 0;

	for (unsigned i = 0; i < EHC_READ_REASONS; i++)
		if ((plan->reasons & 1u << i) != 0) {
			qa_put(&g->q, n++ > 0 ? " " : "");
			qa_words(&g->q, ehc_panel_reason_words(1u << i));
		}
	if (plan->failure.len > 0) {
		qa_put(&g->q, " It ");
		qa_text(&g->q, plan->failure);
		qa_put(&g->q, ".");
	}
}

static bool
is_named_before(const struct ehc_panel_plan *plan, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(plan->look.items[j].rule, plan->look.items[i].rule) == 0)
			return true;
	return false;
}

/* "SPEC-001 in F3, F6": where the rule is to be looked for. */
static void
put_places(struct pages *g, const struct ehc_panel_plan *plan, const char *rule)
{
	size_t n = 0;

	qa_printf(&g->q, "<span class=\"light\"><span class=\"code\">%s</span>", rule);
	for (size_t i = 0; i < plan->look.count; i++) {
		const struct ehc_panel_quote *one = &plan->look.items[i];

		if (strcmp(one->rule, rule) != 0 || one->item.len == 0)
			continue;
		qa_put(&g->q, n++ > 0 ? ", " : " in ");
		qa_text(&g->q, one->item);
	}
	qa_put(&g->q, "</span>");
}

/* What the gravest findings ask for, in words: an id alone tells nobody what to send a plan back for. */
static void
put_look(struct pages *g, const struct ehc_panel_plan *plan)
{
	for (size_t i = 0; i < plan->look.count; i++) {
		const struct ehc_panel_quote *one = &plan->look.items[i];
		const struct ehc_rule *rule = ehc_rule_find(ehc_str_of(one->rule));

		if (is_named_before(plan, i))
			continue;
		qa_put(&g->q, "<p>");
		if (rule != NULL) {
			qa_words(&g->q, rule->title);
			qa_put(&g->q, " ");
		}
		put_places(g, plan, one->rule);
		for (size_t j = i; j < plan->look.count; j++) {
			if (strcmp(plan->look.items[j].rule, one->rule) != 0 || plan->look.items[j].words.len == 0)
				continue;
			qa_put(&g->q, "<br>&ldquo;");
			qa_short(&g->q, plan->look.items[j].words, 200);
			qa_put(&g->q, "&rdquo;");
		}
		qa_put(&g->q, "</p>");
	}
}

static void
put_reading(struct pages *g)
{
	static const char *const heads[] = { "Plan", "What it is", "Why read it", "Where to look first" };
	struct qa_table t;

	qa_section(&g->q, "reading", "What to read first, and why");
	if (g->p->reading.count == 0)
		qa_put(&g->q, "<p>No plan stands out: read the sample.</p>\n");
	else {
		qa_table(&g->q, &t, "Plans, the gravest first", heads, EHC_COUNT(heads));
		for (size_t i = 0; i < g->p->reading.count; i++) {
			const struct ehc_panel_plan *plan = &g->p->reading.items[i];

			qa_row(&g->q, &t);
			qa_cell(&g->q, &t);
			put_name(g, plan);
			qa_cell(&g->q, &t);
			put_kind(g, plan);
			qa_cell(&g->q, &t);
			qa_put(&g->q, "<p>");
			put_reasons(g, plan);
			qa_put(&g->q, "</p><p>");
			put_found(g, plan);
			qa_put(&g->q, "</p>");
			qa_cell(&g->q, &t);
			put_look(g, plan);
			qa_end_row(&g->q, &t);
		}
		qa_end_table(&g->q);
	}
	qa_end_section(&g->q);
}

static void
put_plans(struct pages *g, const struct ehc_panel_plans *plans, const char *caption)
{
	static const char *const heads[] = { "Plan", "What it is", "Findings" };
	struct qa_table t;

	if (plans->count == 0)
		return;
	qa_table(&g->q, &t, caption, heads, EHC_COUNT(heads));
	for (size_t i = 0; i < plans->count; i++) {
		qa_row(&g->q, &t);
		qa_cell(&g->q, &t);
		put_name(g, &plans->items[i]);
		qa_cell(&g->q, &t);
		put_kind(g, &plans->items[i]);
		qa_cell(&g->q, &t);
		put_found(g, &plans->items[i]);
		qa_end_row(&g->q, &t);
	}
	qa_end_table(&g->q);
}

static void
put_sample(struct pages *g)
{
	if (g->p->sample.count + g->p->waived.count == 0)
		return;
	qa_section(&g->q, "sample", "The sample for the panel");
	if (g->p->sample.count > 0)
		qa_printf(&g->q, "<p>Drawn with seed %llu: the same plans, number and seed draw the same sample again. "
		    "<a href=\"marking-sheet.csv\">The marking sheet</a> has a line for each question.</p>\n", (unsigned long long)g->p->seed);
	put_plans(g, &g->p->sample, "The sample");
	put_plans(g, &g->p->waived, "Beside it: plans in which somebody accepted an error with a reason");
	qa_end_section(&g->q);
}

static void
put_failures(struct pages *g)
{
	static const char *const heads[] = { "File", "Why it was not read" };
	struct qa_table t;

	if (g->p->failures.count == 0)
		return;
	qa_table(&g->q, &t, "Files that could not be read", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < g->p->failures.count; i++) {
		qa_row(&g->q, &t);
		qa_cell(&g->q, &t);
		put_name(g, &g->p->failures.items[i]);
		qa_cell(&g->q, &t);
		qa_text(&g->q, g->p->failures.items[i].failure);
		qa_end_row(&g->q, &t);
	}
	qa_end_table(&g->q);
}

/* ---- the page ---- */

void
pages_put_dashboard(struct pages *g)
{
	pages_put_answers(g);
	pages_put_trend(g);
	qa_section(&g->q, "agencies", "Each agency");
	pages_put_table(g, pages_find(g, "grades-by-agency"), NULL);
	qa_end_section(&g->q);
	put_reading(g);
	put_sample(g);
	qa_section(&g->q, "grades", "Grades");
	pages_put_table(g, pages_find(g, "grades-by-section"), NULL);
	pages_put_table(g, pages_find(g, "grades-by-standard"), NULL);
	qa_end_section(&g->q);
	qa_section(&g->q, "time", "Timeliness, apart from how plans are written");
	pages_put_table(g, pages_find(g, "timeliness"), NULL);
	pages_put_table(g, pages_find(g, "advice"), NULL);
	qa_end_section(&g->q);
	qa_section(&g->q, "read", "What was read");
	pages_put_table(g, pages_find(g, "documents"), NULL);
	put_failures(g);
	qa_end_section(&g->q);
}
