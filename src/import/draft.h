/*
 * draft.h - building a draft: what every reader of a file format does with the paragraphs that it finds.
 */
#ifndef EHC_DRAFT_H
#define EHC_DRAFT_H

#include "ehc/import.h"

/* A list of blocks to which a reader adds: the document's own or a cell's. */
struct draft_list { struct ehc_draft_block **first, **last; };

struct ehc_draft_block *draft_add(struct ehc_arena *a, struct draft_list *to, enum ehc_draft_kind kind);
struct ehc_draft_row *draft_add_row(struct ehc_arena *a, struct ehc_draft_table *t);
struct ehc_draft_cell *draft_add_cell(struct ehc_arena *a, struct ehc_draft_table *t, struct ehc_draft_row *r, uint32_t width);
/* The cell that lies in that column of the grid; NULL where the row, which may be NULL, ends before it. */
const struct ehc_draft_cell *draft_cell_in(const struct ehc_draft_row *row, uint32_t column);
void draft_leave_out(struct ehc_draft *d, struct ehc_str text, const char *reason, struct ehc_origin origin);
/* White space folded to single blanks and taken off both ends, line breaks kept. */
struct ehc_str draft_fold(struct ehc_arena *a, struct ehc_str s);
/* The same; *from tells of each byte where it stood in s. */
struct ehc_str draft_fold_traced(struct ehc_arena *a, struct ehc_str s, uint32_t **from);
/* The number or dot that a paragraph begins with, typed as text: its bytes with the blanks behind it; 0 for none. */
size_t draft_typed_bullet(struct ehc_str s);

/* The draft with the words of what is ticked in place of its boxes; d itself where nothing is ticked. What is not ticked is no statement and is left out. */
const struct ehc_draft *draft_ticked(struct ehc_arena *a, const struct ehc_draft *d);
/* A box that nobody has ticked stands in the words. */
bool draft_has_open_box(struct ehc_str s);

void draft_plain(struct ehc_arena *a, struct ehc_str bytes, struct ehc_draft *out);

#define DRAFT_PROMPT "a prompt of the form that nobody has answered"

/* ---- the symbols of ehc-word.so ---- */

__attribute__((visibility("default")))
bool ehc_word_read(struct ehc_arena *a, struct ehc_str bytes, unsigned how, struct ehc_draft *out, struct ehc_str *trouble);
__attribute__((visibility("default")))
bool ehc_html_read(struct ehc_arena *a, struct ehc_str bytes, struct ehc_draft *out, struct ehc_str *trouble);
__attribute__((visibility("default")))
bool ehc_word_annotate(const struct ehc_draft *d, const struct ehc_remark *remarks, size_t n, ehc_day day, struct ehc_buf *out, struct ehc_str *trouble);

#endif
