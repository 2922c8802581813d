/*
 * plain.h - shared by the files that read plain text.
 */
#ifndef EHC_IMPORT_PLAIN_H
#define EHC_IMPORT_PLAIN_H

#include "import/layout.h"

struct plain {
	struct ehc_arena *a;
	struct ehc_draft *d;
	struct draft_list list;
	struct ehc_draft_block *table;          /* open, or NULL */
	struct ehc_draft_block *open;           /* a paragraph that the next line may go on with, or NULL */
	struct ehc_buf words;                   /* of it, where it has several lines */
	size_t hang;                            /* column of the lines that go on with the item that is open; 0 for none */
	const struct ehc_draft_block *item;     /* the line with a number or a dot that is open, and where it begins: what stands further in belongs to it */
	size_t item_at;
	struct layout_cells head;               /* where the columns of the table begin that is set with blanks; none is open where it has none */
	bool counted;                           /* its cells stand in the columns by their order: they do not begin below the headings */
	bool spaced;                            /* empty lines part its rows, each of which may have several lines */
	bool gap;                               /* an empty line or the end of a page stands above */
	size_t began;                           /* lines with words so far */
	bool mail;                              /* only the head of an e-mail was read as yet */
	size_t width;                           /* at which the lines were broken; 0 where they were not */
	size_t second;                          /* where the second words of the line before stand apart; 0 for none */
	bool grid;                              /* the table that is open has a line drawn between its rows, so that a row may have several lines */
	bool drawn;                             /* such a line stood right above */
	bool equals;                            /* a sign of equality stands between labels and values */
	bool marked;                            /* headings and bold words are marked with signs */
	bool *heads;                            /* by its number, whether a line is the head or foot of a page */
	size_t nheads;
	uint32_t tables, rows;                  /* of the text, and of the table that is open */
};

/* ---- plain_table.c ---- */

/* The line is a row of a table that is drawn with bars; and takes it as one. */
bool plain_has_bars(struct ehc_str line);
void plain_add_bars(struct plain *p, struct ehc_str line, uint32_t number);
/* A line of the table's frame: the table goes on below it. `rest` is the text below the line. */
bool plain_frame(struct plain *p, struct ehc_str line, struct ehc_str rest, uint32_t number);
/* The line belongs to a table that is set with blanks or tabs: the one that is open, or one that begins here. */
bool plain_in_columns(struct plain *p, struct ehc_str line, struct ehc_str before, struct ehc_str rest, struct layout_cells *cells);
/* A row of it, or the second line of its last row, which then has nothing in the first column; `close`: no empty line stands between. */
void plain_add_row(struct plain *p, const struct layout_cells *cells, bool close, uint32_t number);

/* ---- plain.c ---- */

/* "Who:" */
bool plain_is_label(struct ehc_str words);
/* "Who: ...": a label of a few words begins the line. */
bool plain_begins_label(struct ehc_str text);

#endif
