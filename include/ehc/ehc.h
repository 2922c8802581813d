/*
 * ehc.h - the compiler as a library: bytes in, plan and findings out. The pipeline is src/driver.c.
 *
 * One struct ehc_compilation an input file; ehc_compilation_free() frees everything made for it at once.
 * Compilations share nothing, so each thread may run its own.
 */
#ifndef EHC_H
#define EHC_H

#include "ehc/import.h"
#include "ehc/report.h"

struct ehc_options {
	ehc_day as_of;                  /* EHC_NODATE: clock-dependent rules stay silent */
	const char *profile;            /* name or file; NULL: what the plan or a .ehc-profile file names, else national */
	const char *packs;              /* NULL, or "national-2014@1.0" */
	struct ehc_key site_key;        /* of the fingerprints; all zero for none */
	size_t size_limit;              /* 0: EHC_SOURCE_LIMIT */
	const char *stdin_name;         /* NULL: "<stdin>" */
	bool original;                  /* a Word file as it was before its tracked changes */
	bool as_advice;                 /* a Word file or a web page is a professional's report, not a plan */
	const struct ehc_advice *advice;        /* to compare plans with, besides the reports that a plan names itself; NULL for none */
	const char *previous;           /* the version of the plan before, to compare it with; NULL for none */
	bool only_one;                  /* this run compiles nothing else: memory that another plan left is not to be had */
	const char *share_dir;          /* where templates/ is installed; NULL: found beside the program */
};

/* Advice reports that were compiled, and the set of them that plans are compared with. */
struct ehc_compilation;
struct ehc_reports {
	struct ehc_advice advice;
	EHC_VEC(struct ehc_compilation *) compiled;
};
void ehc_reports_begin(struct ehc_reports *r);
/* False, and why in *trouble (which lies in r's arena), where the file cannot be read or is no advice report. */
bool ehc_reports_add(struct ehc_reports *r, const char *path, const struct ehc_options *o, struct ehc_str *trouble);
void ehc_reports_free(struct ehc_reports *r);

struct ehc_compilation {
	struct ehc_arena *arena;
	struct ehc_source source;
	struct ehc_tree *tree;
	struct ehc_plan *plan;
	const struct ehc_profile *profile;
	struct ehc_findings findings;
	struct ehc_result result;
	struct ehc_reports reports;     /* those that the plan names in section K */
};

/* Reads, parses, binds and checks one file ("-" is standard input). Always fills `c`; false when the file could not be read (result.failure says why). */
bool ehc_compile(struct ehc_compilation *c, const char *path, const struct ehc_options *o);
/* The same from memory. */
void ehc_compile_text(struct ehc_compilation *c, struct ehc_str name, struct ehc_str text, const struct ehc_options *o);
void ehc_compilation_free(struct ehc_compilation *c);

#endif
