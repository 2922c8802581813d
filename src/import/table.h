/*
 * table.h - shared by the files that read tables of an EHC plan.
 */
#ifndef EHC_IMPORT_TABLE_H
#define EHC_IMPORT_TABLE_H

#include "import/recognise.h"

enum { COLUMNS = 64 };
enum column_kind {
	COLUMN_OTHER,           /* its heading is not known */
	COLUMN_MEANT,           /* items or fields */
	COLUMN_NUMBER,          /* the numbers of the items beside it */
	COLUMN_AREA,            /* the area of need */
	COLUMN_TIES,            /* numbers of items that name this one */
	COLUMN_OUTCOMES,        /* numbers of outcomes as the draft counts them: "Outcome 1", "1, 3" */
	COLUMN_BOTH,            /* who and how often */
	COLUMN_LINK,            /* a link on a web page, whose words say nothing */
};
struct column {
	enum column_kind kind;
	struct meaning meaning;
	struct ehc_str heading;
};

struct table {
	struct column columns[COLUMNS];         /* by grid column */
	const struct ehc_draft_row *heads;      /* the row of headings that was read last */
	bool has_columns, has_item;             /* a need, outcome or provision among them */
	bool by_number;                         /* which section an item belongs to is said by its number alone */
	unsigned added;                         /* bits of the sections that headings of columns opened */
	struct ehc_draft_cell *above[COLUMNS];  /* the last cell of each column that was not a part of one above */
	struct ehc_str number;                  /* that stands beside the row, where it is no id */
	bool names_area;                        /* a cell of the row names an area of need */
	struct part *main;                      /* of the last row: what fields belong to */
};

/* ---- columns.c ---- */

bool columns_read(struct reader *r, struct table *t, const struct ehc_draft_row *row);
bool column_is_item(struct meaning m);
/* "Area of need": the heading, or the label, of one. */
bool column_names_area(struct ehc_str folded);
/* "Outcome 1", "1 and 3": outcomes by the numbers that the draft gives them. */
bool column_counts_outcomes(struct ehc_str text);

/* ---- row.c ---- */

/* The number of an item in a cell of its own: "B1", and its words in the next. Empty where the row is none such. */
struct ehc_str row_number(struct reader *r, const struct ehc_draft_row *row);
void row_read_numbered(struct reader *r, struct table *t, const struct ehc_draft_row *row, struct ehc_str id);
void row_read(struct reader *r, struct table *t, struct ehc_draft_row *row);

/* ---- people.c ---- */

/* Reads a table of parents that begins with that row; the first row behind it, or the row itself where there is none. */
struct ehc_draft_row *people_read(struct reader *r, struct ehc_draft_row *row);

/* ---- pairs.c ---- */

void pairs_read(struct reader *r, struct ehc_draft_row *row);

#endif
