/*
 * report.h - findings drawn for somebody: a reporter is a row of functions in one table (src/report/report.c).
 *
 * A reporter writes into a buffer; main writes files. Clock and version are passed in, so that the same findings
 * always give the same bytes.
 */
#ifndef EHC_REPORT_H
#define EHC_REPORT_H

#include "ehc/import.h"
#include "ehc/rule.h"

/* One checked file. */
struct ehc_result {
	struct ehc_source *source;
	struct ehc_plan *plan;          /* NULL when the file could not be read at all */
	const struct ehc_profile *profile;
	struct ehc_findings *findings;
	struct ehc_str failure;         /* why it could not be read; empty otherwise */
	const struct ehc_comparison *against;   /* the plan beside its advice; NULL where there is none to compare with */
	const struct ehc_import *import;        /* what the plan was read out of; NULL where the file is the plan itself */
};

struct ehc_report_options {
	ehc_day as_of;                  /* EHC_NODATE: none */
	bool color;                     /* terminal only */
	bool quiet;                     /* terminal: the summary alone */
	bool all;                       /* terminal: notes and accepted findings too */
	bool read_back;                 /* terminal: what was understood of each item */
	int width;                      /* terminal columns, 0 for the default of 80 */
	bool grouped;                   /* formats for CI: one entry a group */
	bool identify;                  /* formats for CI: the plan's words and reference too */
	bool baseline;                  /* findings were compared with a baseline */
	enum ehc_severity fail_on;      /* what fails the run; EHC_OFF: nothing does */
	bool fail_on_missed;            /* dates already missed do too */
	const char *base;               /* folder that paths are shown relative to; NULL: as they are given */
};

/* What a group of findings is to its reader; findings of one cause are one defect to a person. */
enum ehc_group_state {
	EHC_GROUP_OPEN,
	EHC_GROUP_MISSED,               /* a process finding: a date already missed */
	EHC_GROUP_TODO,                 /* for others to supply while the plan is `working` */
	EHC_GROUP_ACCEPTED,             /* somebody accepted every finding in it */
	EHC_GROUP_KNOWN,                /* the baseline holds every finding in it that is not accepted */
};
struct ehc_group {
	enum ehc_group_state state;
	const struct ehc_finding *lead; /* the gravest that is neither accepted nor known; of equals one about words, then the first */
	const struct ehc_finding **findings;    /* in the order of the list, the lead among them */
	size_t count;
};
/* Is f, which is of the group, shown beside the lead: as something that is `missing`, or else for its own message? */
static inline bool
ehc_group_has_further(const struct ehc_group *g, const struct ehc_finding *f, bool missing)
{
	return f != g->lead && f->accepted.len == 0 && (f->missing.len > 0) == missing;
}
/* The groups of finished findings, in the order in which each one's first finding stands; *n gets their number. */
struct ehc_group *ehc_groups(const struct ehc_findings *f, size_t *n);

/*
 * People count groups. Errors, warnings and notes are those of open groups alone; the other states are counted apart.
 * A file that failed counts as a file and as failed.
 */
struct ehc_totals { size_t files, failed, errors, warnings, notes, accepted, missed, todo, known, vanished; };
void ehc_totals_add(struct ehc_totals *t, const struct ehc_result *r);

/*
 * Findings that are known already, as `ehc check --write-baseline` wrote them: a line of hashes for each, no words. A file
 * has the same hash wherever the run starts from, as long as its path from `base` is the same.
 */
struct ehc_baseline;
/* NULL, and a message in *trouble, when the text is no baseline. */
struct ehc_baseline *ehc_baseline_read(struct ehc_arena *a, struct ehc_str text, struct ehc_key key, struct ehc_str *trouble);
struct ehc_baseline *ehc_baseline_new(struct ehc_arena *a, struct ehc_key key);
/* Marks the findings that it holds as known. Returns how many it holds of that file that were not found again. */
size_t ehc_baseline_compare(const struct ehc_baseline *b, const struct ehc_result *r, const char *base);
/* Takes every finding of the file in but those that the plan accepts. */
void ehc_baseline_add(struct ehc_baseline *b, const struct ehc_result *r, const char *base);
void ehc_baseline_write(struct ehc_baseline *b, struct ehc_buf *out);

/* begin, then file for each file in the order of their paths, then end. Nothing is kept between the calls. */
struct ehc_reporter {
	const char *name;               /* what --format takes */
	const char *title;
	void (*begin)(struct ehc_buf *out, const struct ehc_report_options *o);
	void (*file)(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
	void (*end)(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);
	const char *between;            /* stands between what two files gave, where both gave something; NULL: nothing does */
};
/* Draws the next file, with what stands between two; *begun starts as false. */
void ehc_report_file(const struct ehc_reporter *reporter, struct ehc_buf *out, bool *begun, const struct ehc_result *r,
    const struct ehc_report_options *o, size_t nth);
const struct ehc_reporter *ehc_reporters(size_t *n);
const struct ehc_reporter *ehc_reporter_find(const char *name);         /* NULL when there is none */

/* What every reporter shows of a finding, so that all say the same. */
const char *ehc_rule_source(const struct ehc_rule *r);                  /* "" where no law or guidance is claimed */
const char *ehc_finding_source(const struct ehc_finding *f);            /* the same, by the kind of document that its item is of */
/* The block of the draft that the finding is about; NULL where there is no draft, or none of its blocks stands behind the line. */
const struct ehc_draft_block *ehc_finding_draft(const struct ehc_result *r, const struct ehc_finding *f);
/*
 * Findings as remarks for the margin of the draft that the plan was read out of, in its order: those that the text report shows, at
 * the words at fault. Only where there is a draft.
 */
struct ehc_remark *ehc_margin_remarks(const struct ehc_result *r, const struct ehc_report_options *o, size_t *n);
struct ehc_str ehc_finding_why(const struct ehc_finding *f);
struct ehc_str ehc_finding_help_text(const struct ehc_finding *f);
struct ehc_str ehc_finding_help_to_read(const struct ehc_finding *f);   /* for people: empty where the suggestion beside it says the same */
bool ehc_finding_is_clock(const struct ehc_finding *f);                 /* another day may give another answer */
/* The acceptance written in the plan for this finding; NULL when it is not accepted by one. */
const struct ehc_accept *ehc_finding_accept(const struct ehc_finding *f);
const char *ehc_doc_kind_name(const struct ehc_plan *p);                /* "EHC plan", "template of a health care plan"; NULL for none */
const char *ehc_section_subject(enum ehc_section s);                    /* what the law has in it: "Outcomes" */

#endif
