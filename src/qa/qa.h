/*
 * qa.h - what the parts of the quality report share. Each part is a section of the page in a file of its own.
 */
#ifndef EHC_QA_PRIVATE_H
#define EHC_QA_PRIVATE_H

#include "ehc/qa.h"

struct qa {
	struct ehc_buf *out;
	const struct ehc_result *r;
	const struct ehc_plan *plan;
	struct ehc_arena *arena;
	const struct ehc_group *groups;
	size_t ngroups;
	const struct qa_standard **standards;   /* to which each group belongs */
	ehc_day as_of;
	const char *anchors;            /* before the anchors of findings, where a page shows several files; else "" */
};

/* ---- grades (measure.c) ---- */

/* A quality standard: the rules whose findings count, and the items that they are counted against. */
struct qa_standard {
	const char *name;               /* markup */
	const char *rules;              /* as in qa_rule_is() */
	unsigned kinds, sections;       /* bits of enum ehc_item_kind and enum ehc_section; no section is any */
	enum ehc_agency agency;         /* whose it is first; COUNCIL where it is everybody's */
};
const struct qa_standard *qa_standards(const struct ehc_plan *plan, size_t *n);

/* What one grade is for: a standard, or where that is NULL a section. */
struct qa_subject { const struct qa_standard *standard; enum ehc_section section; };
struct qa_score {
	size_t items, with_error, with_warning;
	size_t errors, warnings;
	bool whole;                     /* an error about no one item */
	bool safety;                    /* a child could come to harm */
	enum ehc_grade grade;
};
struct qa qa_begin(const struct ehc_result *r, ehc_day as_of, struct ehc_buf *out);
/* Does the i-th group count for it? */
bool qa_counts(const struct qa *q, const struct qa_subject *s, size_t i);
struct qa_score qa_score_of(const struct qa *q, const struct qa_subject *s);
/* Is this one of the findings without which the grade would be higher? It counts for the subject. */
bool qa_sets(const struct qa_score *score, const struct ehc_finding *f);
/* The most that any grade of the whole can be while this finding stands; CLEAR where it limits nothing. */
enum ehc_grade qa_limit_of(const struct ehc_group *g);
enum ehc_grade qa_most(const struct qa *q);

/* ---- parts of the page; an EHC plan has a thread, amounts and a timeline, a health care plan what is in care.c ---- */

void qa_put_grades(struct qa *q);       /* grades.c */
void qa_put_thread(struct qa *q);       /* thread.c */
void qa_put_amounts(struct qa *q);      /* amounts.c */
void qa_put_against(struct qa *q);      /* against.c; nothing where there is no advice to compare with */
void qa_put_care(struct qa *q);         /* care.c */
void qa_put_timeline(struct qa *q);     /* steps.c */
void qa_put_findings(struct qa *q);     /* findings.c */
void qa_put_finding_list(struct qa *q); /* the same without its heading and the form that sorts and filters */
void qa_put_audit(struct qa *q);        /* audit.c */

/* ---- the page itself (style.c) ---- */

/* The page down to its title, with the policy: nothing but these two may style, run or be fetched. */
void qa_put_opening(struct ehc_buf *out);
void qa_put_style(struct ehc_buf *out);         /* for the head: templates/report.css */
void qa_put_script(struct ehc_buf *out);        /* for the end of the body: templates/report.js */

/* ---- markup (markup.c) ---- */

void qa_put(struct qa *q, const char *markup);
void qa_printf(struct qa *q, const char *fmt, ...) EHC_PRINTF(2, 3);    /* markup; no words of the plan */
void qa_days(struct qa *q, int n);                                      /* "1 day", "30 days" */
void qa_text(struct qa *q, struct ehc_str words);                       /* escaped, blanks joined, none at either end */
void qa_spaced(struct qa *q, struct ehc_str words);                     /* the same with a blank kept at either end */
void qa_prose(struct qa *q, struct ehc_str words);                      /* words of a finding: what stands in `ticks` is code */
void qa_words(struct qa *q, const char *words);                         /* escaped */
/* At most about n characters of a text, cut at a blank. */
void qa_short(struct qa *q, struct ehc_str words, size_t n);
void qa_section(struct qa *q, const char *id, const char *heading);     /* ended by qa_end_section() */
void qa_end_section(struct qa *q);
/* A fact in a `dl class="facts"`; nothing where there are no words. */
void qa_fact(struct qa *q, const char *label, struct ehc_str words);

/* A table that folds into one column on a narrow screen; the first cell of a row is its head. */
struct qa_table { const char *const *heads; size_t n, at; };
void qa_table(struct qa *q, struct qa_table *t, const char *caption, const char *const *heads, size_t n);
void qa_row(struct qa *q, struct qa_table *t);
void qa_row_of(struct qa *q, struct qa_table *t, const char *class);
void qa_item_row(struct qa *q, struct qa_table *t, const struct ehc_item *it);  /* the one that qa_item_link() leads to */
/* Opens the next cell of the row and closes the one before. */
void qa_cell(struct qa *q, struct qa_table *t);
void qa_cell_of(struct qa *q, struct qa_table *t, const char *class);  /* not for the first */
void qa_end_row(struct qa *q, struct qa_table *t);
void qa_end_table(struct qa *q);

/* "F1"; an item without an id of its own is called by its kind and line: "provision in line 41". */
void qa_item_name(struct qa *q, const struct ehc_item *it);
void qa_item_link(struct qa *q, const struct ehc_item *it);
struct ehc_str qa_item_text(const struct qa *q, const struct ehc_item *it);
/* Anchor of a group of findings on the page, as a link: `<a href="#g3">SPEC-001</a>`. */
void qa_group_link(struct qa *q, const struct ehc_group *g);            /* "SPEC-001 F1" */
void qa_rule_link(struct qa *q, const struct ehc_group *g);             /* "SPEC-001" */
uint32_t qa_line(const struct qa *q, uint32_t offset);
bool qa_rule_is(const struct ehc_rule *r, const char *list);            /* blank-separated ids or prefixes: "SPEC QUANT-028" */
bool qa_group_has(const struct ehc_group *g, const char *list);

#endif
