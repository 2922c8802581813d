/*
 * page.c - the quality report on one plan: its head, what it says at a glance, and the parts in their order.
 */
#include "qa/qa.h"

static bool
is_health_plan(const struct qa *q)
{
	return q->plan->kind == EHC_DOC_HEALTH_PLAN;
}

static struct ehc_str
title_of(struct qa *q)
{
	const char *kind = is_health_plan(q) ? "Health care plan" : "EHC plan";

	if (q->plan->reference.len > 0)
		return ehc_arena_printf(q->arena, "%s %.*s", kind, EHC_ARG(q->plan->reference));
	return ehc_arena_printf(q->arena, "%s in %.*s", kind, EHC_ARG(q->r->source->name));
}

static void
put_head(struct qa *q)
{
	qa_put_opening(q->out);
	qa_put(q, "<title>Quality report: ");
	qa_text(q, title_of(q));
	qa_put(q, "</title>\n");
	qa_put_style(q->out);
	qa_put(q, "</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
}

static void
put_banner(struct qa *q)
{
	const struct ehc_child *child = &q->plan->child;

	qa_put(q, "<header>\n<p class=\"over\">Quality report on one plan</p>\n<h1>");
	qa_text(q, title_of(q));
	qa_put(q, "</h1>\n<dl class=\"facts\">\n");
	qa_fact(q, "Child", child->name.text.str);
	qa_fact(q, "Status", q->plan->status_value.text.str);
	qa_fact(q, "Version", q->plan->version.text.str);
	qa_fact(q, "Authority", q->plan->authority.text.str);
	qa_fact(q, "Health body", q->plan->icb.text.str);
	qa_fact(q, "School", q->plan->school.text.str);
	if (is_health_plan(q) && q->plan->written.day != EHC_NODATE && q->plan->written.node != NULL)
		qa_fact(q, "Written", ehc_day_text(q->arena, q->plan->written.day));
	qa_fact(q, "Checked as of",
	    q->as_of != EHC_NODATE ? ehc_day_text(q->arena, q->as_of) : EHC_STR("no day: what depends on one is left out"));
	qa_fact(q, "House rules", q->r->profile->chain.len > 0 ? q->r->profile->chain : q->r->profile->name);
	qa_put(q, "</dl>\n</header>\n");
}

static void
put_contents(struct qa *q)
{
	qa_put(q, "<nav aria-label=\"Contents\">\n<ul>\n<li><a href=\"#grades\">Grades</a></li>\n");
	qa_put(q, is_health_plan(q) ? "<li><a href=\"#care\">People, medicines and dates</a></li>\n" :
	    "<li><a href=\"#thread\">Golden thread</a></li>\n<li><a href=\"#amounts\">Provision and hours</a></li>\n"
	    "<li><a href=\"#timeline\">Timeline</a></li>\n");
	if (q->r->against != NULL && q->r->against->nrecommendations > 0)
		qa_put(q, "<li><a href=\"#against\">Against the advice</a></li>\n");
	qa_put(q, "<li><a href=\"#findings\">Findings</a></li>\n<li><a href=\"#judgement\">Audit, and what a person must judge</a></li>\n"
	    "</ul>\n</nav>\n");
}

static void
put_count(struct qa *q, const char *class, size_t n, const char *one, const char *many)
{
	qa_printf(q, "<li class=\"%s\"><b>%zu</b> %s</li>\n", class, n, n == 1 ? one : many);
}

static void
put_glance(struct qa *q)
{
	struct ehc_totals t = { .files = 0 };

	ehc_totals_add(&t, q->r);
	qa_put(q, "<ul class=\"counts\" aria-label=\"Counts of findings\">\n");
	put_count(q, "error", t.errors, "error", "errors");
	put_count(q, "warning", t.warnings, "warning", "warnings");
	put_count(q, "note", t.notes, "note", "notes");
	if (t.todo > 0)
		put_count(q, "todo", t.todo, "still to do", "still to do");
	if (t.missed > 0)
		put_count(q, "missed", t.missed, "date missed", "dates missed");
	if (t.accepted > 0)
		put_count(q, "accepted", t.accepted, "accepted", "accepted");
	qa_put(q, "</ul>\n<div class=\"notice\">\n<p><strong>Grades here are advice to a panel, never a "
	    "verdict.</strong> A program has read the "
	    "words: it can see what is missing and what nobody could be held to. It cannot see the child. Whether an "
	    "amount is enough, a dose is right, "
	    "a placement suits or a view is truly the child's own is for people who know them.</p>\n"
	    "<p>This page shows the plan's own words. It is personal data about a child's health and needs: keep it as "
	    "you keep the plan.</p>\n</div>\n");
}

static void
put_foot(struct qa *q)
{
	qa_put(q, "</main>\n<footer>\n<p>Made by ehc " EHC_VERSION " from ");
	qa_text(q, q->r->source->name);
	qa_put(q, ". Each rule is explained by <code>ehc explain RULE</code>. Findings say what is missing or unclear "
	    "and by which source "
	    "that matters; none says what the law would make of the plan.</p>\n</footer>\n");
	qa_put_script(q->out);
	qa_put(q, "</body>\n</html>\n");
}

void
ehc_qa_page(const struct ehc_result *r, ehc_day as_of, struct ehc_buf *out)
{
	struct qa q = qa_begin(r, as_of, out);

	put_head(&q);
	put_banner(&q);
	put_contents(&q);
	qa_put(&q, "<main id=\"main\">\n");
	put_glance(&q);
	qa_put_grades(&q);
	if (is_health_plan(&q))
		qa_put_care(&q);
	else {
		qa_put_thread(&q);
		qa_put_amounts(&q);
		qa_put_against(&q);
		qa_put_timeline(&q);
	}
	qa_put_findings(&q);
	qa_put_audit(&q);
	put_foot(&q);
}
