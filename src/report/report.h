/*
 * report.h - what the reporters share among themselves: the rows of the table in report.c, facts, masked words, excerpts.
 */
#ifndef EHC_REPORT_PRIVATE_H
#define EHC_REPORT_PRIVATE_H

#include "ehc/json.h"
#include "ehc/report.h"
#include "report/width.h"

void ehc_terminal_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_terminal_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_terminal_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_json_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_json_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_json_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_sarif_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_sarif_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_sarif_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_junit_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_junit_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_junit_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_github_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_github_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_github_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_gitlab_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_gitlab_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_gitlab_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

/* A page, made of the parts of the quality report: src/qa/check_page.c. */
void ehc_html_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_html_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_html_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_csv_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_csv_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_csv_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

/* ---- what CI services are told of a finding (fact.c) ---- */

/*
 * The facts that every one of their formats carries. Words of the plan are masked unless the options say otherwise; texts are
 * empty where there is nothing to say.
 */
struct ehc_fact {
	const struct ehc_finding *finding;
	const struct ehc_rule *rule;
	enum ehc_group_state state;     /* of its group; ACCEPTED and KNOWN are its own */
	enum ehc_severity level;        /* what it counts as: a note where the run never fails on it */
	bool fails;                     /* grave enough for --fail-on */
	struct ehc_place from, to;      /* line 0: the file as a whole */
	struct ehc_str message, why, help, suggestion, text, accepted, reference;
	const char *section, *item;
	bool beside;                    /* whether the words of a comparison may be shown */
	struct ehc_str also;            /* grouped: rules of the group's other findings, "QUANT-001, QUANT-002" */
};
/* Of one file: its path as it is shown; why it was not checked, else its facts in the order of the list, with `grouped` one a group. */
struct ehc_facts { struct ehc_str path, failure; struct ehc_fact *items; size_t count; };
struct ehc_facts ehc_facts_of(const struct ehc_result *r, const struct ehc_report_options *o);
const char *ehc_fact_state(const struct ehc_fact *fact);        /* "open", "missed", "todo", "accepted", "known" */
/* "SPEC-001 in provision F1" */
void ehc_fact_title(struct ehc_buf *out, const struct ehc_fact *fact);
/*
 * The facts behind the message, a line each: why with its source, help, what to write instead, and the rest for those who look
 * closer. No line begins with a sign that a format could take for its own.
 */
void ehc_fact_details(struct ehc_buf *out, const struct ehc_fact *fact);
/* The path from the folder `base` where it lies below that, with /; else as it is given. */
struct ehc_str ehc_path_shown(struct ehc_arena *a, struct ehc_str path, const char *base);

/* ---- words that may be shown to those who do not hold the plan (masked.c) ---- */

struct ehc_str ehc_masked_message(const struct ehc_result *r, const struct ehc_finding *f);
/* Help and the like; `of_rule` is what the rule's own row says there, which holds no words of a plan; it may be NULL. */
struct ehc_str ehc_masked_words(const struct ehc_result *r, const struct ehc_finding *f, struct ehc_str words, const char *of_rule);
/* The words at fault, of those that the lexicon knows; empty where it knows none. */
struct ehc_str ehc_masked_text(const struct ehc_result *r, const struct ehc_finding *f);

/* ---- source lines with the words at fault underlined ---- */

struct ehc_mark {
	struct ehc_span span;
	char sign;                      /* '^' for the words at fault, '~' for others of the group, '-' for what is related */
};
struct ehc_ink { const char *gutter, *mark, *off; };    /* colours, or empty strings */
/*
 * Shows the line on which the first mark starts, each mark underlined that stands on it; a span that goes on shows
 * its next lines too, up to three. Long lines are cut around the first mark.
 */
void ehc_excerpt(struct ehc_buf *out, struct ehc_source *src, const struct ehc_mark *marks, size_t n, size_t width,
    const struct ehc_ink *ink);

#endif
