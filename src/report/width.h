/*
 * width.h - how wide a text is on a screen, and a text in lines that fit.
 */
#ifndef EHC_REPORT_WIDTH_H
#define EHC_REPORT_WIDTH_H

#include "ehc/base.h"

/* Columns that a code point takes on a terminal: 0 for combining marks, 2 for wide characters. */
int ehc_width_of(uint32_t cp);
/* Columns of a text as ehc_buf_plain() shows it. */
size_t ehc_width(struct ehc_str s);

/*
 * Writes text in lines of at most `width` columns. The first line continues where the cursor stands (column `at`),
 * the others are indented by `indent`. Ends without a line end. Blanks and line breaks in the text are places to break.
 */
void ehc_wrap(struct ehc_buf *out, struct ehc_str text, size_t at, size_t indent, size_t width);

#endif
