/*
 * diag.h - findings as data. Rules and the parser add them; only a reporter prints them.
 *
 * A finding belongs to one source. Its strings are in the compilation's arena or in the source. Findings are sorted
 * (by place, then rule) once all rules have run, so that output never depends on the order of rules.
 */
#ifndef EHC_DIAG_H
#define EHC_DIAG_H

#include "ehc/source.h"

enum ehc_severity {
	EHC_OFF,
	EHC_NOTE,
	EHC_WARNING,            /* poor practice */
	EHC_ERROR,              /* a required part is missing, or the words are probably not enforceable */
};

/* What kind of mending a finding asks for. ORDER CLASS: names in diag.c. */
enum ehc_class {
	EHC_WORDING,            /* the words */
	EHC_COMPLETENESS,       /* a part that is not there */
	EHC_PROCESS,            /* a date already missed: no edit mends it */
	EHC_SAFETY,             /* a child could come to harm */
};

struct ehc_related {
	struct ehc_span span;
	struct ehc_str message;
};

/* Words that a finding compares: of the plan itself, or of a document beside it, such as advice. */
struct ehc_beside {
	struct ehc_str document;        /* the file; empty for the plan */
	size_t line;                    /* in it */
	struct ehc_str words;
	struct ehc_str figure;          /* what they come to, "28.5 hours a year"; empty where nothing is counted */
};

struct ehc_rule;
struct ehc_item;

struct ehc_finding {
	const struct ehc_rule *rule;
	enum ehc_severity severity;     /* in force: after stage, setting and profile */
	struct ehc_str severity_from;   /* empty, or who set it otherwise: "profile example-county" */
	uint32_t group;                 /* findings with one cause share it; 0 until sorted */
	const void *cause;              /* same item and cause: same group; NULL stands alone */
	bool todo;                      /* for others to supply while the plan is `working` */
	struct ehc_str step_of;         /* process findings: whose step it was */
	struct ehc_span span;
	bool has_text;                  /* span covers words at fault (else only a place) */
	const struct ehc_item *item;    /* may be NULL */
	int section;                    /* enum ehc_section, EHC_NO_SECTION when none */
	struct ehc_str message;         /* what is wrong */
	struct ehc_str missing;         /* "how often" where the message is that its item "does not say how often."; else empty */
	struct ehc_str why;             /* why it matters to the child; empty: the rule's own */
	struct ehc_str help;            /* what to do */
	struct ehc_str suggestion;      /* words to write instead, with <blanks>; never an invented figure */
	EHC_VEC(struct ehc_related) related;
	EHC_VEC(struct ehc_beside) beside;      /* both sides of a comparison; none elsewhere */
	struct ehc_str accepted;        /* "reason; role, date" when somebody accepted it, else empty */
	bool known;                     /* the baseline holds it: it is not new */
	char fingerprint[17];           /* hex of rule, item id, words of the lexicon and ordinal; stable when lines move */
};

/* What keyed hashes are made with; all zero where a site has no key of its own. */
struct ehc_key { uint64_t low, high; };
uint64_t ehc_siphash(struct ehc_key key, struct ehc_str s);
struct ehc_key ehc_key_of(struct ehc_str secret);       /* any bytes */

struct ehc_findings {
	struct ehc_arena *arena;
	const struct ehc_source *source;        /* where the words at fault stand; NULL: fingerprints hold none */
	struct ehc_key site_key;
	EHC_VEC(struct ehc_finding *) list;
};

struct ehc_finding *ehc_findings_add(struct ehc_findings *f, const struct ehc_rule *rule, struct ehc_span span);
void ehc_finding_relate(struct ehc_findings *f, struct ehc_finding *one, struct ehc_span span, struct ehc_str message);
/* Sorts by place, drops exact repeats, numbers groups, makes fingerprints. */
void ehc_findings_finish(struct ehc_findings *f);

const char *ehc_severity_name(enum ehc_severity s);     /* "error", "warning", "note", "off" */
bool ehc_severity_read(struct ehc_str s, enum ehc_severity *out);
const char *ehc_class_name(enum ehc_class c);           /* "wording", "completeness", "process", "safety" */

#endif
