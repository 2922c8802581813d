/*
 * check_page.c - ehc check --format html: the findings of one file or of many as a page, in the look of the quality report but
 * without its grades and tables. It shows the plan's words, so it is for those who hold the plan.
 */
#include "qa/qa.h"
#include "report/report.h"

void
ehc_html_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	qa_put_opening(out);
	ehc_buf_cstr(out, "<title>What ehc check found</title>\n");
	qa_put_style(out);
	ehc_buf_cstr(out, "</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header>\n<h1>What <code>ehc check</code> found"
	    "</h1>\n<dl class=\"facts\">\n<div><dt>Checked as of</dt><dd>");
	if (o->as_of != EHC_NODATE)
		ehc_buf_day(out, o->as_of);
	else
		ehc_buf_cstr(out, "no day: what depends on one is left out");
	ehc_buf_cstr(out, "</dd></div>\n</dl>\n</header>\n<main id=\"main\">\n<div class=\"notice\">\n<p>This page shows the words of each plan. "
	    "It is personal data about children's health and needs: keep it as you keep the plans.</p>\n</div>\n");
}

static void
put_counts(struct qa *q)
{
	struct ehc_totals t = { .files = 0 };

	ehc_totals_add(&t, q->r);
	qa_put(q, "<p>");
	if (q->plan != NULL && ehc_doc_kind_name(q->plan) != NULL) {
		qa_words(q, ehc_doc_kind_name(q->plan));
		if (q->plan->reference.len > 0) {
			qa_put(q, " ");
			qa_text(q, q->plan->reference);
		}
		qa_put(q, ": ");
	}
	qa_printf(q, "%zu error%s, %zu warning%s and %zu note%s", t.errors, t.errors == 1 ? "" : "s", t.warnings, t.warnings == 1 ? "" : "s",
	    t.notes, t.notes == 1 ? "" : "s");
	if (t.missed > 0)
		qa_printf(q, "; %zu date%s missed", t.missed, t.missed == 1 ? "" : "s");
	if (t.todo > 0)
		qa_printf(q, "; %zu still to do", t.todo);
	if (t.accepted > 0)
		qa_printf(q, "; %zu accepted", t.accepted);
	if (t.known > 0)
		qa_printf(q, "; %zu known already", t.known);
	qa_put(q, ".</p>\n");
}

void
ehc_html_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct ehc_arena *a = r->findings->arena;
	struct qa q = { .out = out, .r = r, .plan = r->plan, .arena = a, .as_of = o->as_of,
		.anchors = ehc_arena_printf(a, "f%zu-", nth + 1).ptr };

	qa_printf(&q, "<section aria-labelledby=\"f%zu\">\n<h2 id=\"f%zu\">", nth + 1, nth + 1);
	qa_text(&q, ehc_path_shown(a, r->source->name, o->base));
	qa_put(&q, "</h2>\n");
	if (r->failure.len > 0) {
		qa_put(&q, "<p><strong>Could not be read:</strong> ");
		qa_text(&q, r->failure);
		qa_put(&q, "</p>\n");
	} else {
		q.groups = ehc_groups(r->findings, &q.ngroups);
		put_counts(&q);
		qa_put_finding_list(&q);
	}
	qa_put(&q, "</section>\n");
}

void
ehc_html_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)o;
	if (t->files > 1)
		ehc_buf_printf(out, "<section aria-labelledby=\"all\">\n<h2 id=\"all\">All %zu files</h2>\n<p>%zu errors, %zu warnings and %zu notes.</p>\n"
		    "</section>\n", t->files, t->errors, t->warnings, t->notes);
	ehc_buf_cstr(out, "</main>\n<footer>\n<p>Made by ehc " EHC_VERSION ". Each rule is explained by <code>ehc explain RULE</code>. Findings say what "
	    "is missing or unclear and by which source that matters; none says what the law would make of a plan.</p>\n</footer>\n</body>\n"
	    "</html>\n");
}
