/*
 * document.h - parts of which a diff is laid out: document.c and notice.c draw from them.
 */
#ifndef EHC_DIFF_DOCUMENT_H
#define EHC_DIFF_DOCUMENT_H

#include "diff/diff.h"
#include "ehc/notice.h"
#include "document/layout.h"

/* Words of either plan, in paragraphs and lists as they were written. */
void diff_put_words(struct layout *l, struct ehc_cell *cell, struct ehc_str words);
/* "Provision F2 (before: F1)" */
struct ehc_str diff_heading(struct layout *l, const struct ehc_diff_entry *e);
/* The item's words, where its changes do not show them. */
void diff_put_item(struct layout *l, struct ehc_block *section, const struct ehc_diff_entry *e);
struct ehc_str diff_section_heading(struct layout *l, enum ehc_section s);
/* A fact for the advice of the list, where there is any: number, name, author, day. */
void diff_put_advice(struct layout *l, struct ehc_block *facts, struct ehc_str label, const struct ehc_diff_items *list);
/* A table of three columns, and its rows. */
struct ehc_block *diff_table(struct layout *l, struct ehc_block *parent, struct ehc_str caption, const char *what, const char *before, const char *now);
void diff_row(struct layout *l, struct ehc_block *table, struct ehc_str what, struct ehc_str before, struct ehc_str now);
/* "amended final, version 3, 22 June 2026" */
struct ehc_str diff_version(struct ehc_arena *a, const struct ehc_plan *p);
void diff_put_renumbered(struct layout *l, const struct ehc_diff *d);

#endif
