/*
 * form.h - between the files of the review form: form.c (what both kinds of plan have), form_ehc.c, form_care.c.
 */
#ifndef EHC_REVIEW_FORM_H
#define EHC_REVIEW_FORM_H

#include "document/layout.h"
#include "ehc/review.h"

struct form {
	struct layout *l;
	struct ehc_document *d;
	const struct ehc_plan *plan;
	const struct ehc_review *review;
};

extern const char *const form_yes_no[];
extern const char *const form_as_it_was[];      /* as it was, changed, no longer so */

/* A section of level 2, which the contents name. */
struct ehc_block *form_part(struct form *f, const char *anchor, const char *heading);
/* The same on a page of its own, so that its entries stand whole. */
struct ehc_block *form_leaf(struct form *f, const char *anchor, const char *heading);
/* An entry of the plan under a heading of level 3: its id, its own words, and the fields in `order` alone. */
struct ehc_block *form_entry(struct form *f, struct ehc_block *part, const char *word, const struct ehc_item *it, layout_labels order);
void form_ask(struct form *f, struct ehc_block *where, const char *question, int lines);
void form_choose(struct form *f, struct ehc_block *where, const char *question, const char *const *options);
void form_say(struct form *f, struct ehc_block *where, const char *words);
/* A text of the plan under its own label, where the plan has one. */
void form_texts(struct form *f, struct ehc_block *where, enum ehc_label label);
/* A table with `rows` rows to write in; each row begins with its number. */
void form_blank_table(struct form *f, struct ehc_block *where, const char *caption, const struct ehc_column *columns, size_t n, int rows, int lines);
/* The cell's question, for those who hear it: the column, and the row that it stands in. */
struct ehc_str form_cell_question(struct form *f, const char *column, struct ehc_str row);

/* ---- each kind of plan ---- */
void form_ehc(struct form *f);
void form_care(struct form *f);

#endif
