/*
 * agency.c - one agency's own page: its sections, its standards, the advice of its services, its findings. A figure is the same as
 * on the dashboard; only rows and columns of the other agencies are left out.
 */
#include "pages/pages.h"

static bool
is_section_of(struct ehc_str id, enum ehc_agency agency)
{
	enum ehc_section s;

	return ehc_section_read(id, &s) && s != EHC_NO_SECTION && ehc_agency_of(s) == agency;
}

static bool
section_row(const struct ehc_panel_row *row, enum ehc_agency agency)
{
	return is_section_of(row->id, agency);
}

static bool
section_column(const struct ehc_panel_column *column, enum ehc_agency agency)
{
	return is_section_of(ehc_str_of(column->id), agency);
}

static bool
agency_row(const struct ehc_panel_row *row, enum ehc_agency agency)
{
	return ehc_str_is(row->name, ehc_agency_name(agency));
}

/* Rows of the table of standards are numbered in the order of the standards. */
static bool
standard_row(const struct ehc_panel_row *row, enum ehc_agency agency)
{
	const struct ehc_plan plan = { .kind = EHC_DOC_EHC_PLAN };
	size_t n, nth = 0;
	const struct qa_standard *all = qa_standards(&plan, &n);

	for (size_t i = 0; i < row->id.len && ehc_is_digit(row->id.ptr[i]) && nth <= n; i++)
		nth = nth * 10 + (size_t)(row->id.ptr[i] - '0');
	return nth >= 1 && nth <= n && all[nth - 1].agency == agency;
}

static bool
advice_row(const struct ehc_panel_row *row, enum ehc_agency agency)
{
	static const struct { const char *id; enum ehc_agency agency; } advisers[] = {
		{ "education", EHC_EDUCATION }, { "psychology", EHC_EDUCATION }, { "sensory", EHC_EDUCATION }, { "medical", EHC_HEALTH },
		{ "speech", EHC_HEALTH }, { "occupational", EHC_HEALTH }, { "physio", EHC_HEALTH }, { "nursing", EHC_HEALTH },
		{ "mental", EHC_HEALTH }, { "social", EHC_SOCIAL_CARE },
	};

	for (size_t i = 0; i < EHC_COUNT(advisers); i++)
		if (ehc_str_is(row->id, advisers[i].id))
			return advisers[i].agency == agency;
	return false;
}

static void
put_agency(struct pages *g, enum ehc_agency agency)
{
	struct pages_part own = { agency_row, NULL, agency }, sections = { section_row, NULL, agency };
	struct pages_part standards = { standard_row, NULL, agency }, advice = { advice_row, NULL, agency };
	struct pages_part heat = { NULL, section_column, agency };

	qa_section(&g->q, "grades", "Grades");
	pages_put_table(g, pages_find(g, "grades-by-agency"), &own);
	pages_put_table(g, pages_find(g, "grades-by-section"), &sections);
	pages_put_table(g, pages_find(g, "grades-by-standard"), &standards);
	qa_end_section(&g->q);
	qa_section(&g->q, "provision", "How far its provision can be counted");
	pages_put_table(g, pages_find(g, "quantified"), &sections);
	pages_put_table(g, pages_find(g, "jointly-funded"), &sections);
	qa_end_section(&g->q);
	qa_section(&g->q, "findings", "Findings in its sections");
	pages_put_table(g, pages_find(g, "findings-by-section"), &heat);
	qa_end_section(&g->q);
	qa_section(&g->q, "advice", "Advice of its services");
	pages_put_table(g, pages_find(g, "advice"), &advice);
	qa_end_section(&g->q);
}

void
pages_put_education(struct pages *g)
{
	put_agency(g, EHC_EDUCATION);
}

void
pages_put_health(struct pages *g)
{
	put_agency(g, EHC_HEALTH);
	qa_put(&g->q, "<p>Health care plans have <a href=\"health-care-plans.html\">a page of their own</a>.</p>\n");
}

void
pages_put_social_care(struct pages *g)
{
	put_agency(g, EHC_SOCIAL_CARE);
}
