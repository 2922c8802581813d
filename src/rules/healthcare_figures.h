/*
 * healthcare_figures.h - amounts with their units, as they stand in the sentences of a health care plan. Read so that two
 * places can be held against each other; never to judge one.
 */
#ifndef EHC_RULES_HEALTHCARE_FIGURES_H
#define EHC_RULES_HEALTHCARE_FIGURES_H

#include "rules/healthcare.h"

#define EHC_BELOW "below|under|less than|lower than"
#define EHC_ABOVE "above|over|more than|higher than"

/* Amounts of one dimension can be the same or differ: 0.5 mg is 500 micrograms, and no number of millilitres. */
enum ehc_dimension { EHC_MASS, EHC_VOLUME, EHC_UNITS, EHC_PUFFS, EHC_PIECES, EHC_GLUCOSE, EHC_MINUTES, EHC_CLOCK,
	EHC_LEVEL /* what is read off, with or without its unit */ };

struct ehc_figure {
	enum ehc_dimension dimension;
	int64_t value;                  /* thousandths of a microgram, millilitre, unit ...; minutes of the day for a clock time */
	size_t at, len;                 /* number and unit, in the text */
};

/* Those in s from `from` on, one at a time; false at the end. *from moves behind it. */
bool ehc_figure_next(struct ehc_str s, size_t *from, struct ehc_figure *out);
/* The same for levels: "below 4", "over 14 mmol", "under 92%". */
bool ehc_level_next(struct ehc_str s, size_t *from, struct ehc_figure *out);
/* The same for any number, as a level without asking what it is of. */
bool ehc_number_next(struct ehc_str s, size_t *from, struct ehc_figure *out);
bool ehc_figure_same(const struct ehc_figure *a, const struct ehc_figure *b);

#endif
