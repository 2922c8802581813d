/*
 * contrast.c - whether what is printed in a style can be read: each pair of colours that meet on the page by the contrast
 * that WCAG 2.1 asks for at level AA (1.4.3 and 1.4.11), and each size by good practice for print.
 */
#include "style.h"

/* ---- contrast ---- */

/*
 * x to the power of 2.4, for x between 0 and 1: the squares of x and of its fifth root, to which Newton's steps come down from 1.
 * The library of mathematics would be loaded in every run for this alone.
 */
static double
power_of_2_4(double x)
{
	double root = 1, above;

	do {
		above = root;
		root -= (root - x / (root * root * root * root)) / 5;
	} while (root < above);
	return x * x * root * root;
}

static double
channel(uint32_t colour, int shift)
{
	double v = (double)(colour >> shift & 0xFF) / 255;

	return v <= 0.03928 ? v / 12.92 : power_of_2_4((v + 0.055) / 1.055);
}

static double
luminance(uint32_t colour)
{
	return 0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 0);
}

double
ehc_contrast(uint32_t a, uint32_t b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

	return x > y ? x / y : y / x;
}

/* What is drawn in the first colour on the second, and as what. */
enum drawn { DRAWN_TEXT, DRAWN_SMALL, DRAWN_HEADING, DRAWN_TABLE_HEAD, DRAWN_WARNING_HEADING, DRAWN_LINE };
static const struct { enum ehc_colour front, back; enum drawn as; } pairs[] = {
	{ EHC_COLOUR_TEXT, EHC_COLOUR_PAPER, DRAWN_TEXT },
	{ EHC_COLOUR_TEXT, EHC_COLOUR_NOTICES, DRAWN_TEXT },
	{ EHC_COLOUR_TEXT, EHC_COLOUR_WARNING_NOTICES, DRAWN_TEXT },
	{ EHC_COLOUR_TEXT, EHC_COLOUR_DRAFT_MARK, DRAWN_TEXT },
	{ EHC_COLOUR_QUIET, EHC_COLOUR_PAPER, DRAWN_SMALL },
	{ EHC_COLOUR_QUIET, EHC_COLOUR_DRAFT_MARK, DRAWN_SMALL },
	{ EHC_COLOUR_HEADINGS, EHC_COLOUR_PAPER, DRAWN_HEADING },
	{ EHC_COLOUR_HEADINGS, EHC_COLOUR_DRAFT_MARK, DRAWN_HEADING },
	{ EHC_COLOUR_LINKS, EHC_COLOUR_PAPER, DRAWN_TEXT },
	{ EHC_COLOUR_LINKS, EHC_COLOUR_NOTICES, DRAWN_TEXT },
	{ EHC_COLOUR_LINKS, EHC_COLOUR_DRAFT_MARK, DRAWN_TEXT },
	{ EHC_COLOUR_TABLE_HEAD_TEXT, EHC_COLOUR_TABLE_HEADS, DRAWN_TABLE_HEAD },
	{ EHC_COLOUR_WARNINGS, EHC_COLOUR_PAPER, DRAWN_TEXT },
	{ EHC_COLOUR_WARNINGS, EHC_COLOUR_WARNING_NOTICES, DRAWN_TEXT },
	{ EHC_COLOUR_PAPER, EHC_COLOUR_WARNINGS, DRAWN_WARNING_HEADING },
	{ EHC_COLOUR_RULES, EHC_COLOUR_PAPER, DRAWN_LINE },
};

/* Large is 18 points, or 14 in bold; headings and heads of tables are bold. */
static double
contrast_needed(const struct ehc_style *s, enum drawn as)
{
	switch (as) {
	case DRAWN_LINE: return 3;
	case DRAWN_TEXT: return s->sizes[EHC_SIZE_TEXT] >= 180 && s->sizes[EHC_SIZE_TABLES] >= 180 ? 3 : 4.5;
	case DRAWN_SMALL: return s->sizes[EHC_SIZE_SMALL] >= 180 ? 3 : 4.5;
	case DRAWN_HEADING: return ehc_style_heading(s, 4) >= 140 ? 3 : 4.5;
	case DRAWN_TABLE_HEAD: return s->sizes[EHC_SIZE_TABLES] >= 140 ? 3 : 4.5;
	case DRAWN_WARNING_HEADING: return s->sizes[EHC_SIZE_SECTIONS] >= 140 ? 3 : 4.5;
	}
	EHC_BUG("no way of drawing %d", (int)as);
}

/* Rounded down, so that no figure reads as enough that is not. */
static double
shown(double contrast)
{
	return (double)(long)(contrast * 100) / 100;
}

static void
judge_pair(struct ehc_arena *a, struct ehc_style *s, enum ehc_colour front, enum ehc_colour back, enum drawn as)
{
	double needed = contrast_needed(s, as), has = ehc_contrast(s->colours[front], s->colours[back]);
	const struct ehc_style_place *at = &s->colours_at[front];

	if (has >= needed)
		return;
	if (s->colours_at[back].layer > at->layer)
		at = &s->colours_at[back];
	ehc_style_fault(a, s, EHC_LOOK_CONTRAST, *at, "%c%s (#%06x) on %s (#%06x): the contrast is %.2f:1, and %s %g:1",
	    ehc_style_colour_name(front)[0] - 'a' + 'A', ehc_style_colour_name(front) + 1, s->colours[front],
	    back == EHC_COLOUR_PAPER ? "white paper" : ehc_style_colour_name(back), s->colours[back], shown(has),
	    as == DRAWN_LINE ? "lines need" : "letters of this size need", needed);
}

/* ---- sizes ---- */

/* Tenths of a point. Twelve points for what is read at length; nothing below eleven. */
static const struct { enum ehc_size what; int least, most; } limits[] = {
	{ EHC_SIZE_TEXT, 120, 280 }, { EHC_SIZE_TABLES, 110, 280 }, { EHC_SIZE_SMALL, 110, 200 }, { EHC_SIZE_TITLE, 140, 480 },
	{ EHC_SIZE_SECTIONS, 120, 360 }, { EHC_SIZE_HEADINGS, 120, 300 },
};

static void
judge_sizes(struct ehc_arena *a, struct ehc_style *s)
{
	static const enum ehc_size order[] = { EHC_SIZE_TITLE, EHC_SIZE_SECTIONS, EHC_SIZE_HEADINGS, EHC_SIZE_TEXT };

	for (size_t i = 0; i < EHC_COUNT(limits); i++) {
		enum ehc_size what = limits[i].what;

		if (s->sizes[what] < limits[i].least)
			ehc_style_fault(a, s, EHC_LOOK_SIZE, s->sizes_at[what], "%g points is too small for %s: no less than %g", s->sizes[what] / 10.0,
			    ehc_style_size_name(what), limits[i].least / 10.0);
		else if (s->sizes[what] > limits[i].most)
			ehc_style_fault(a, s, EHC_LOOK_SIZE, s->sizes_at[what], "%g points is too large for %s on A4: no more than %g",
			    s->sizes[what] / 10.0, ehc_style_size_name(what), limits[i].most / 10.0);
	}
	for (size_t i = 1; i < EHC_COUNT(order); i++) {
		enum ehc_size above = order[i - 1], below = order[i];
		const struct ehc_style_place *at = &s->sizes_at[above];

		if (s->sizes[above] >= s->sizes[below])
			continue;
		if (s->sizes_at[below].layer > at->layer)
			at = &s->sizes_at[below];
		ehc_style_fault(a, s, EHC_LOOK_ORDER, *at, "The size of %s (%g points) is less than that of %s (%g points)",
		    ehc_style_size_name(above), s->sizes[above] / 10.0, ehc_style_size_name(below), s->sizes[below] / 10.0);
	}
}

void
ehc_style_judge(struct ehc_arena *a, struct ehc_style *s)
{
	for (size_t i = 0; i < EHC_COUNT(pairs); i++)
		judge_pair(a, s, pairs[i].front, pairs[i].back, pairs[i].as);
	judge_sizes(a, s);
}
