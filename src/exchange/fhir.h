/*
 * fhir.h - shared by the files that write FHIR R4: JSON as text, timings, resources, and the list of what FHIR cannot say.
 */
#ifndef EHC_FHIR_INNER_H
#define EHC_FHIR_INNER_H

#include "ehc/exchange.h"

enum {
	FHIR_CONDITION = 1, FHIR_GOAL = 2,      /* the item is sent as such */
	FHIR_UNTIED = 4,                /* it names something that no tie can be made to */
};

struct fhir {
	struct ehc_arena *a;
	const struct ehc_plan *plan;
	struct ehc_buf *out;
	bool identify;
	int depth;
	bool fresh;                     /* nothing stands in the open object or array yet */
	struct ehc_str seed;            /* what the ids are made from */
	unsigned char *roles;           /* of each item, by its place in the file: FHIR_CONDITION ... */
	EHC_VEC(struct ehc_str) said;   /* what FHIR has no element for, and what is left out: one sentence each */
	size_t in_notes, left_out;
};

/* ---- fhir_json.c ---- */

/* `name` is NULL within an array. */
void fhir_open(struct fhir *f, const char *name, char bracket);
void fhir_close(struct fhir *f, char bracket);
void fhir_str(struct fhir *f, const char *name, struct ehc_str value);          /* nothing where it is empty */
/* Lines of running prose joined; a list, and a paragraph behind an empty line, keep theirs. */
struct ehc_str fhir_joined(struct fhir *f, struct ehc_str s);
void fhir_cstr(struct fhir *f, const char *name, const char *value);
void fhir_ratio(struct fhir *f, const char *name, struct ehc_ratio value);
void fhir_day(struct fhir *f, const char *name, ehc_day day, bool month_only);  /* nothing where there is none */
/* { "text": words } and { "display": words } */
void fhir_concept(struct fhir *f, const char *name, struct ehc_str words);
void fhir_display(struct fhir *f, const char *name, struct ehc_str words);
/* { "reference": "urn:uuid:..." } to the resource of an item, or of the name of something else. */
void fhir_reference(struct fhir *f, const char *name, struct ehc_str of);
/* Begins an entry of the bundle and its resource: id, type. fhir_end_resource() ends both. */
void fhir_begin_resource(struct fhir *f, const char *type, struct ehc_str of);
void fhir_end_resource(struct fhir *f);

/* ---- fhir_timing.c ---- */

/* scheduledTiming where the amount is exact and FHIR can say it whole, else scheduledString with the author's words. */
void fhir_schedule(struct fhir *f, const struct ehc_item *it);

/* ---- fhir_notes.c ---- */

/* The item's own words, with those of its fields that belong to them. */
struct ehc_str fhir_words(struct fhir *f, const struct ehc_item *it);
/* "note": what FHIR has no element for, of one item; one annotation each. */
void fhir_notes(struct fhir *f, const struct ehc_item *it);
/* The same within an array that is open already. */
void fhir_notes_of(struct fhir *f, const struct ehc_item *it);
void fhir_note(struct fhir *f, struct ehc_str text);
/* What is left out of the bundle altogether. */
void fhir_left_out(struct fhir *f);
void fhir_say(struct fhir *f, bool left_out, const char *fmt, ...) EHC_PRINTF(3, 4);

#endif
