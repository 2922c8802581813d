/*
 * report.h - what the reporters share among themselves: the rows of the table in report.c, and widths on a screen.
 */
#ifndef EHC_REPORT_PRIVATE_H
#define EHC_REPORT_PRIVATE_H

#include "ehc/report.h"

void ehc_terminal_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_terminal_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_terminal_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

void ehc_json_begin(struct ehc_buf *out, const struct ehc_report_options *o);
void ehc_json_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth);
void ehc_json_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o);

/* Columns that a code point takes on a terminal: 0 for combining marks, 2 for wide characters. */
int ehc_width_of(uint32_t codepoint);
/* Columns of a text as ehc_buf_plain() shows it. */
size_t ehc_width(struct ehc_str s);

/*
 * Writes text in lines of at most `width` columns. The first line continues where the cursor stands (column `at`),
 * the others are indented by `indent`. Ends without a line end. Blanks and line breaks in the text are places to break.
 */
void ehc_wrap(struct ehc_buf *out, struct ehc_str text, size_t at, size_t indent, size_t width);

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
