/*
 * format.h - the two halves of `fmt`: format.c writes labels and keeps the file's order, wrap.c lays texts out.
 */
#ifndef EHC_FORMAT_H
#define EHC_FORMAT_H

#include "ehc/syntax.h"

#define EHC_FORMAT_WIDTH 100    /* columns */

/* What wrap.c must know of the place where a text is written. */
struct ehc_layout {
	struct ehc_arena *arena;        /* for what is needed while one file is written */
	unsigned docs;                  /* labels that the document knows */
	unsigned on;                    /* what fields the item takes */
	size_t indent;                  /* columns before its lines, but for the one behind the label */
	size_t used;                    /* columns taken up by the label and its colon */
	bool on_label;                  /* the text begins behind the label in the file */
	bool refs;                      /* references: white space means nothing */
};

/* Writes the text after a label and its colon, and ends the line. */
void ehc_layout_text(const struct ehc_layout *l, struct ehc_str text, struct ehc_buf *out);

/* Writes a label, as `fmt` spells it, with its id or words, up to the colon; returns its columns. */
size_t ehc_format_head(const struct ehc_keyword *k, struct ehc_str rest, struct ehc_buf *out);

#endif
