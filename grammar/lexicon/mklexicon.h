/*
 * mklexicon.h - what the three parts of the lexicon's generator share: mklexicon.c spells the patterns out into states,
 * mkclasses.c says what is known of each word, mktables.c prints both as C. A program of one run: what it makes is kept to its end.
 */
#ifndef EHC_MKLEXICON_H
#define EHC_MKLEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BIT(n) ((uint64_t)1 << (n))

enum word_class {
#define WORD_CLASS(name) CLASS_##name,
#include "classnames.def"
};

#define WILD_WORD "_"
#define WILD_NUMBER "#"
#define WILD_PARTICIPLE "_ed"

struct edge { unsigned word; unsigned node; };
struct node {
	struct edge *edges;
	unsigned nedges, cap;
	unsigned *accepts;      /* list << 16 | row */
	unsigned naccepts;
	unsigned number;        /* in the output; 0 until written */
	unsigned first, mask;   /* in the output: where its edges stand */
	bool done, wild;
};

/* ---- mklexicon.c ---- */

/* The states of the matcher; a number stands for each, and for each word that a pattern or a class holds. */
extern struct node *nodes;
extern unsigned nnodes;
extern char **words;
extern unsigned nwords;

unsigned word_number(const char *s, size_t n);
/* Makes room for one more than `count`; *cap is what there is room for. */
void *grow(void *p, unsigned count, unsigned *cap, size_t size);
/* Says why the lexicon cannot be made, and ends the program. */
void fail(const char *pattern, const char *why);

/* ---- mkclasses.c ---- */

extern uint64_t *classes;       /* of each word, a bit each */
extern bool *known;             /* of each word: in a pattern, or in a class that is not quiet */

/* Reads the classes; no word is new after that. */
void read_classes(void);
/* Adds those that follow from the states, whose first is `root`. The most _ that a pattern begins with are returned. */
unsigned mark_classes(unsigned root);
#define WILDS 3u
/* The place of the edge among those before the others, or WILDS for a word that stands for itself. */
unsigned wild_place(const char *word);
bool is_wild(const char *word);

/* ---- mktables.c ---- */

void print_tables(unsigned root);

#endif
