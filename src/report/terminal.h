/*
 * terminal.h - the report on one file while it is drawn on the terminal, and a block of it for each defect.
 */
#ifndef EHC_REPORT_TERMINAL_H
#define EHC_REPORT_TERMINAL_H

#include "report/report.h"

struct ehc_palette { const char *bold, *error, *warning, *note, *quiet, *off; };

/* A rule whose reason and help were given already: they are read once. */
struct ehc_explained {
	const struct ehc_rule *rule;
	struct ehc_str why, help;
};

/* The report on one file while it is drawn. */
struct ehc_screen {
	struct ehc_buf *out;
	const struct ehc_result *r;
	const struct ehc_report_options *o;
	const struct ehc_palette *ink;
	size_t width;
	const struct ehc_group *groups;
	size_t ngroups;
	EHC_VEC(struct ehc_explained) explained;
};

/*
 * The defect: its words, what else it breaks, why it matters, what to write. Where the block before said all that already, it gets a line:
 * `again` is then 1 for the first to follow that block so, 2 for the next; else 0.
 */
void ehc_screen_block(struct ehc_screen *p, const struct ehc_group *g, size_t again);
/* The second says of other words what the first said, in the same words. */
bool ehc_screen_is_again(const struct ehc_group *first, const struct ehc_group *second);
/* "provision F1"; what the plan gives no id is named by its kind alone. */
void ehc_screen_item(struct ehc_buf *out, const struct ehc_item *it);

#endif
