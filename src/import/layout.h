/*
 * layout.h - what a line of plain text looks like: its marker, its columns, and whether it belongs to the page and not to the text.
 */
#ifndef EHC_IMPORT_LAYOUT_H
#define EHC_IMPORT_LAYOUT_H

#include "import/draft.h"

enum { LAYOUT_COLUMNS = 12 };

/* Words of a line that stand apart from the others, and the column of the page at which each begins. */
struct layout_cells {
	struct ehc_str words[LAYOUT_COLUMNS];
	size_t at[LAYOUT_COLUMNS];
	size_t n;
};

/* The column at which the byte stands; tab stops of eight. */
size_t layout_column(struct ehc_str line, size_t byte);
/* The column of the first word; of an empty line 0. */
size_t layout_indent(struct ehc_str line);
/* "B3.", "2.1", "(a)" or "1)" before words: the bytes up to the words, 0 for none. */
size_t layout_marker(struct ehc_str line);
void layout_split(struct ehc_str line, struct layout_cells *out);
/* The same where each tab parts two cells, so that between two tabs an empty one stands. */
void layout_split_tabs(struct ehc_str line, struct layout_cells *out);
/* Of the two, at least two columns begin at the same place. */
bool layout_aligned(const struct layout_cells *a, const struct layout_cells *b);
/* "Page 3 of 9", with whatever stands beside it. */
bool layout_is_page(struct ehc_str line);
/* Without the mark of a new page, and blanks. */
struct ehc_str layout_without_feed(struct ehc_str line);
/* "From: ...", "Subject: ...": the head of an e-mail. */
bool layout_is_mail(struct ehc_str line);
/* "|-----|-----|", "+----+": a line of a table that is drawn with signs. */
bool layout_is_drawn(struct ehc_str line);

/* "=== Medicines ===": the words of a heading between two runs of a sign; empty where it is none. */
struct ehc_str layout_framed(struct ehc_str line);
/* "Name = Ada Example" in several lines of the text; such a line with a colon. */
bool layout_has_equals(struct ehc_str text);
struct ehc_str layout_without_equals(struct ehc_arena *a, struct ehc_str line);

/* A line without the marks that a program writes round words: "## Outcomes", "**Who:** a teacher". */
struct markdown {
	struct ehc_str line;
	unsigned heading;               /* its depth; 0 for none */
	bool strong;                    /* all of it is marked */
};
/* The text has such marks. */
bool markdown_is(struct ehc_str text);
struct markdown markdown_read(struct ehc_arena *a, struct ehc_str line);

/*
 * Which lines of the text are the head or foot of a page: (*out)[number] for lines numbered from 1. Returns how many there are in
 * *out, which is left alone where that is 0: the text has no pages.
 */
size_t running_heads(struct ehc_arena *a, struct ehc_str text, bool **out);

#endif
