/*
 * diff.h - between the files that compare two versions of a plan: match.c (which item is which), item.c and field.c (what
 * changed about one), amount.c, words.c (whether a text says the same), part.c (what is no item), diff.c (all of it).
 */
#ifndef EHC_DIFF_PRIVATE_H
#define EHC_DIFF_PRIVATE_H

#include "ehc/diff.h"
#include "ehc/prose.h"

/* ---- match.c ---- */

/* Fills d->now and d->was for items, each with one partner at most. */
void diff_match(struct ehc_diff *d);
size_t diff_count_items(const struct ehc_plan *p);

/* ---- words.c ---- */

/* A text as the words that count: in small letters, without endings, ids of items as the new plan has them. */
struct diff_word {
	uint64_t hash;
	struct ehc_str str;             /* as it stands in the text */
	bool fact;                      /* a number, a name, or a word that turns the meaning: another one is another fact */
	bool light;                     /* "the", "of": counts for nothing */
};
struct diff_words { struct diff_word *items; size_t count, cap; };
/* `of_before`: the text is of the plan before. `d` may have no matches yet: then ids count for nothing. */
struct diff_words diff_words_of(const struct ehc_diff *d, struct ehc_str text, bool of_before);
/* From 0, nothing in common, to 1, the same words whatever their order; light words do not count. */
double diff_words_alike(const struct diff_words *a, const struct diff_words *b);

enum diff_sameness { DIFF_SAME, DIFF_REWORDED, DIFF_OTHER };    /* from the nearest on */
/* `exactly`: no rewording is harmless there (a dose, a step); white space, capitals and ids that changed alone are. */
enum diff_sameness diff_compare_texts(const struct ehc_diff *d, struct ehc_str before, struct ehc_str after, bool exactly);
/* Of a value of a few words: the same whatever the capitals and the punctuation. */
bool diff_same_words(const struct ehc_diff *d, struct ehc_str before, struct ehc_str after);

/* ---- making changes ---- */

struct diff_at {                        /* where changes go */
	struct ehc_diff *d;
	struct ehc_changes *to;
};
struct ehc_change_side diff_side_of_text(const struct ehc_text *t);     /* NULL is allowed */
struct ehc_change_side diff_side_of_words(const struct ehc_source *src, struct ehc_str words);
struct ehc_change *diff_add(struct diff_at *at, enum ehc_change_kind kind, enum ehc_label label, struct ehc_change_side before,
    struct ehc_change_side after);

/* ---- field.c ---- */

/* Compares the fields of two entries, one label after the other; either may be NULL. Labels in `skip` (ended by NONE) are left out. */
void diff_fields(struct diff_at *at, const struct ehc_node *before, const struct ehc_node *after, const enum ehc_label *skip);
/* Two texts of one label; empty where there is none. */
void diff_text(struct diff_at *at, enum ehc_label label, const struct ehc_text *before, const struct ehc_text *after);
/* Two dates of one label: later, earlier, given, lost, or in other words. */
void diff_date(struct diff_at *at, enum ehc_label label, const struct ehc_date *before, const struct ehc_date *after);
/* Two lists of texts of one label, matched by content; `ordered`: a new order of the same is a change. */
struct diff_texts { const struct ehc_text **items; struct ehc_str *about; size_t count, cap; };
void diff_lists(struct diff_at *at, enum ehc_label label, const struct diff_texts *before, const struct diff_texts *after, bool ordered);

/* ---- item.c, amount.c ---- */

void diff_items(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after);
/* The amounts of any number of items on either side: of one, or of the parts that one was split into. */
void diff_amounts(struct diff_at *at, const struct ehc_diff_items *before, const struct ehc_diff_items *after);

/* Vague phrases that came into the items' words, or went out of them. */
void diff_phrases(struct diff_at *at, const struct ehc_diff_items *before, const struct ehc_diff_items *after);

/* ---- part.c ---- */

/* What is no item: texts, placement, sections, the child, the plan's head; of that section. */
void diff_parts(struct ehc_diff *d, enum ehc_section section);
/* Takes the entry in where anything changed: apart where it was only reworded. */
void diff_keep(struct ehc_diff *d, struct ehc_diff_entry *e);

/* ---- names.c ---- */

/* "How much", "Informed by": a label as people read it. */
struct ehc_str diff_label_name(struct ehc_arena *a, enum ehc_label label);
/* "provision F2 (before: F1)", "medicine R1, Buccal midazolam" */
struct ehc_str diff_title(struct ehc_arena *a, const struct ehc_diff_entry *e);
/* Is what the item says among its changes? Else a reader must be told which item it is. */
bool diff_shows_words(const struct ehc_diff_entry *e);

#endif
