/*
 * line.h - between the files that set lines: cut.c (runs to pieces that are never taken apart), line.c (where lines end)
 * and order.c (where in its line each piece stands).
 */
#ifndef EHC_PDF_LINE_H
#define EHC_PDF_LINE_H

#include "pdf.h"

/* The least of a line that is never taken apart, in one style. */
struct piece {
	const struct pdf_word *word;
	size_t from, to;                /* its glyphs; all of the word unless it was cut */
	double width;
	bool blank;                     /* a blank follows */
	bool may_break;                 /* the line may end behind it */
	bool loath;                     /* but had better not: "7.5 mg" */
	bool strong;
	uint8_t level, after;           /* which way it runs, and the blank behind it: odd from right to left */
	size_t run;
};
struct pieces { struct piece *items; size_t count, cap; };

struct setting {
	struct pdf *p;
	const struct ehc_runs *runs;
	const struct pdf_style *style;
	double x, width;
	struct pdf_element *element;
	struct pdf_element **elements;  /* by run: its own, for links and other languages */
	struct pdf_strips *out;
	struct pdf_levels levels;
	bool rightwards;                /* lines end at the right edge */
};

/* ---- cut.c ---- */
void pdf_cut_run(const struct setting *s, size_t nth, struct pieces *out);
void pdf_hold_pieces(struct pieces *all);                               /* marks those that had better stand in one line with the next */
const struct pdf_word *pdf_blank(struct pdf *p, bool strong);
uint32_t pdf_peek(struct ehc_str s, size_t at);                         /* 0 at the end */
/* ---- order.c ---- */
/* Pieces as marks, y down; returns how wide they are. `right`: where they end, at x; else they begin there. */
double pdf_put_pieces(struct setting *s, const struct piece *pieces, size_t n, double x, bool right, double y, struct pdf_marks *out);
double pdf_baseline(const struct pdf_style *style);

#endif
