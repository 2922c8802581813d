/*
 * pages.h - the pages of the report on many plans. They draw what stands in the panel (include/ehc/panel.h) and nothing else:
 * what is hidden there cannot be shown here.
 */
#ifndef EHC_PAGES_H
#define EHC_PAGES_H

#include "ehc/panel.h"
#include "qa/qa.h"

struct pages {
	struct qa q;                    /* its buffer and its arena alone are used */
	const struct ehc_panel *p;
};

/* Which rows and columns of a table a page shows; NULL for all. */
struct pages_part {
	bool (*row)(const struct ehc_panel_row *row, enum ehc_agency agency);
	bool (*column)(const struct ehc_panel_column *column, enum ehc_agency agency);
	enum ehc_agency agency;
};
bool pages_row_is_in(const struct pages_part *part, const struct ehc_panel_row *row);

/* What a page asks for by name must be there: a renamed table or column would otherwise leave the page without a word. */
const struct ehc_panel_table *pages_find(const struct pages *g, const char *id);
size_t pages_column(const struct ehc_panel_table *t, const char *id);

/* A table, its picture above it and its file below; nothing where it holds no such row. */
void pages_put_table(struct pages *g, const struct ehc_panel_table *t, const struct pages_part *part);  /* table.c */
void pages_put_chart(struct pages *g, const struct ehc_panel_table *t, const struct pages_part *part);  /* chart.c */
/* A figure, or what stands for a hidden one. */
void pages_put_cell(struct pages *g, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell);
void pages_put_plan(struct pages *g, unsigned number);

/* ---- what stands on each page ---- */

void pages_put_dashboard(struct pages *g);      /* dashboard.c */
void pages_put_answers(struct pages *g);        /* answers.c */
void pages_put_trend(struct pages *g);          /* trend.c: nothing where no history is kept */
void pages_put_findings(struct pages *g);       /* more.c */
void pages_put_groups(struct pages *g);
void pages_put_commissioning(struct pages *g);
void pages_put_health_plans(struct pages *g);
void pages_put_education(struct pages *g);      /* agency.c */
void pages_put_health(struct pages *g);
void pages_put_social_care(struct pages *g);

#endif
