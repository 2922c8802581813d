/*
 * report.h - findings drawn for somebody: a reporter is a row of functions in one table (src/report/report.c).
 *
 * A reporter writes into a buffer; main writes files. Clock and version are passed in, so that the same findings
 * always give the same bytes.
 */
#ifndef EHC_REPORT_H
#define EHC_REPORT_H

#include "ehc/rule.h"

#define EHC_VERSION "0.1.0"

/* One checked file. */
struct ehc_result {
	struct ehc_source *source;
	struct ehc_plan *plan;          /* NULL when the file could not be read at all */
	const struct ehc_profile *profile;
	struct ehc_findings *findings;
	struct ehc_str failure;         /* why it could not be read; empty otherwise */
};

struct ehc_report_options {
	ehc_day as_of;                  /* EHC_NODATE: none */
	bool color;                     /* terminal only */
	bool quiet;                     /* terminal: the summary alone */
	bool all;                       /* terminal: notes and accepted findings too */
	int width;                      /* terminal columns, 0 for the default of 80 */
	enum ehc_severity fail_on;
};

struct ehc_totals { size_t files, failed, errors, warnings, notes, accepted, process, todo, groups; };
void ehc_totals_add(struct ehc_totals *t, const struct ehc_result *r);

struct ehc_reporter {
	const char *name;               /* what --format takes */
	const char *title;
	void (*begin)(struct ehc_buf *out, const struct ehc_report_options *o);
	void (*file)(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
	void (*end)(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);
};
const struct ehc_reporter *ehc_reporters(size_t *n);
const struct ehc_reporter *ehc_reporter_find(const char *name);         /* NULL when there is none */

/* What every reporter shows of a finding, so that all say the same. */
const char *ehc_finding_source(const struct ehc_finding *f);            /* "" where no law or guidance is claimed */
struct ehc_str ehc_finding_why(const struct ehc_finding *f);
struct ehc_str ehc_finding_help_text(const struct ehc_finding *f);

#endif
