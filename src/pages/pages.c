/*
 * pages.c - the report on many plans as pages of HTML that need nothing beside them: a dashboard, a page for each agency, one for
 * those who commission, one for health care plans, and two to look closer. They hold no script.
 */
#include "pages/pages.h"

static const struct page { const char *file, *name, *title; void (*put)(struct pages *g); } pages[] = {
	{ "index.html", "Dashboard", "Quality of plans", pages_put_dashboard },
	{ "education.html", "Education", "Education&rsquo;s part of the plans", pages_put_education },
	{ "health.html", "Health", "Health&rsquo;s part of the plans", pages_put_health },
	{ "social-care.html", "Social care", "Social care&rsquo;s part of the plans", pages_put_social_care },
	{ "commissioning.html", "Commissioning", "What the plans commission", pages_put_commissioning },
	{ "health-care-plans.html", "Health care plans", "Health care plans: what lapses", pages_put_health_plans },
	{ "findings.html", "Findings", "What is found most often", pages_put_findings },
	{ "groups.html", "Compare groups", "The same measures for groups of plans", pages_put_groups },
};

static void
put_head(struct pages *g, const struct page *page)
{
	struct qa *q = &g->q;

	qa_put_opening(q->out);
	qa_printf(q, "<title>%s - %s</title>\n", page->title, page->name);
	qa_put_style(q->out);
	qa_printf(q, "</head>\n<body class=\"panel\">\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n"
	    "<p class=\"over\">Report on many plans</p>\n<h1>%s</h1>\n<p class=\"notice private\"><strong>", page->title);
	qa_words(q, ehc_panel_warning(g->p));
	qa_put(q, "</strong></p>\n<dl class=\"facts\">\n");
	qa_fact(q, "Plans counted", ehc_arena_printf(q->arena, "%zu", g->p->plans_counted));
	qa_fact(q, "As of", g->p->as_of != EHC_NODATE ? ehc_day_text(q->arena, g->p->as_of) : EHC_STR("no day: what depends on one is left out"));
	qa_fact(q, "House rules", g->p->profiles);
	qa_put(q, "</dl>\n</header>\n");
}

static void
put_nav(struct pages *g, const struct page *here)
{
	qa_put(&g->q, "<nav aria-label=\"Pages of this report\">\n<ul>\n");
	for (size_t i = 0; i < EHC_COUNT(pages); i++)
		qa_printf(&g->q, "<li><a href=\"%s\"%s>%s</a></li>\n", pages[i].file, &pages[i] == here ? " aria-current=\"page\"" : "",
		    pages[i].name);
	qa_put(&g->q, "</ul>\n</nav>\n");
}

static void
put_foot(struct pages *g)
{
	qa_put(&g->q, "</main>\n<footer>\n<p>");
	qa_words(&g->q, ehc_panel_warning(g->p));
	qa_printf(&g->q, "</p>\n<p>Made by ehc " EHC_VERSION ". %sGrades are advice to a panel, never a verdict; none of these figures says what "
	    "the law would make of a plan.</p>\n</footer>\n</body>\n</html>\n", g->p->identify ? "" :
	    "Figures that concern fewer than five plans are hidden, and others with them where a hidden one could be worked out. ");
}

void
ehc_panel_html(const struct ehc_panel *p, void (*put)(void *self, const char *name, const struct ehc_buf *page), void *self)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct pages g = { .q = { .out = &out, .arena = p->arena, .as_of = p->as_of }, .p = p };

	for (size_t i = 0; i < EHC_COUNT(pages); i++) {
		ehc_buf_clear(&out);
		put_head(&g, &pages[i]);
		put_nav(&g, &pages[i]);
		qa_put(&g.q, "<main id=\"main\">\n");
		pages[i].put(&g);
		put_foot(&g);
		put(self, pages[i].file, &out);
	}
	ehc_buf_free(&out);
}
