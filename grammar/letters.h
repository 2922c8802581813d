/*
 * letters.h - what a byte of a text is to a word. grammar/lexicon/mklexicon.c makes tables by these numbers; who makes such a table and
 * who looks into it must agree on them, so they stand here once.
 */
#ifndef EHC_LETTERS_H
#define EHC_LETTERS_H

enum ehc_letter {
	EHC_LETTER_NONE,        /* a blank or a mark: part of no word */
	EHC_LETTER_A,           /* and so on, in either case */
	EHC_LETTER_OTHER = EHC_LETTER_A + 26,   /* a digit, or a byte beyond ASCII */
	EHC_LETTERS
};

#endif
