/*
 * layout.h - between the files that lay a plan out: layout.c (front sheet, back matter), sections.c (the lettered
 * sections of an EHC plan), care.c and sheet.c (a health care plan) and part.c (texts, fields and links, for all of them).
 */
#ifndef EHC_DOCUMENT_LAYOUT_H
#define EHC_DOCUMENT_LAYOUT_H

#include "ehc/document.h"
#include "ehc/house.h"

struct layout {
	struct ehc_document *d;
	const struct ehc_plan *plan;
	const struct ehc_plan *house;   /* the profile's own document, or NULL */
	bool hidden[EHC_L_COUNT];       /* fields of the child that are not to be printed */
	bool *shown;                    /* by item: set out beside a need already */
	size_t nshown;                  /* items that `shown` holds */
	struct ehc_picture photo;       /* type NONE: there is none, or nobody agreed to its being shown */
};

/* ---- layout.c ---- */

/* An empty document about the plan, in a house's words and style (NULL: none, the national one), and what it may not show. */
struct layout *layout_begin(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_plan *house, const struct ehc_style *style);

/* Labels ending with EHC_L_NONE. */
typedef const enum ehc_label layout_labels[];

/* ---- task_guide.c ---- */

/* Nothing where the style leaves it out, or `tasks` is NULL or holds nothing of the house's. */
void layout_task_guide(struct layout *l, const struct ehc_task_table *tasks);

/* ---- part.c ---- */

struct ehc_str layout_printf(struct layout *l, const char *fmt, ...) EHC_PRINTF(2, 3);
/* White space folded to single blanks, for one line. */
struct ehc_str layout_flat(struct layout *l, struct ehc_str s);
/* The words printed for a label: "How much". */
struct ehc_str layout_label(struct layout *l, const struct ehc_node *field);
/* "F1", as the plan writes it; empty where the plan gives no id. */
struct ehc_str layout_id(const struct ehc_item *it);
/* Where links to it lead; empty for the second of two items with one id. */
struct ehc_str layout_anchor(const struct ehc_item *it);
/* A run with its first letter a capital. */
void layout_capital(struct layout *l, struct ehc_block *b, struct ehc_str words);
/* Part of a text as runs; what names an item is a link to it. `it` is the item whose text it is, or NULL. */
void layout_text(struct layout *l, struct ehc_block *b, const struct ehc_text *t, size_t at, size_t len, const struct ehc_item *it);
/* A text as paragraphs and lists. Headings in it get `level`; at level 0, in a table, they are strong paragraphs. */
void layout_prose(struct layout *l, struct ehc_cell *where, const struct ehc_text *t, const struct ehc_item *it, int level);
void layout_prose_under(struct layout *l, struct ehc_block *parent, const struct ehc_text *t, const struct ehc_item *it, int level);
/* A text within a paragraph: what begins a point of a list, or stands behind a blank line, is set off by a semicolon. */
void layout_run_in(struct layout *l, struct ehc_block *b, const struct ehc_text *t, const struct ehc_item *it);
/* Keeps the paragraphs of a section with the facts that follow them. */
void layout_keep_words(struct ehc_block *section);
/* A row of facts with the layout's own label; returns the cell beside it. */
struct ehc_cell *layout_fact(struct layout *l, struct ehc_block *facts, struct ehc_str label);
/* The same with a value of the plan, where it has one. */
void layout_fact_value(struct layout *l, struct ehc_block *facts, struct ehc_str label, const struct ehc_value *v);
/*
 * The fields of an entry, a row each: those in `order` first, then the rest as they stand in the file, without those
 * in `skip` and without what is never printed. Nothing that the author wrote for the family is left out by oversight.
 */
void layout_fields(struct layout *l, struct ehc_block *facts, const struct ehc_node *entry, const struct ehc_item *it,
    layout_labels order, layout_labels skip);
/* The fields of an entry that are wanted, a row each, and no others. */
void layout_some_fields(struct layout *l, struct ehc_block *facts, const struct ehc_node *entry, const struct ehc_item *it, layout_labels wanted);
/* A row of facts, appended to a paragraph as "Label: words". */
void layout_inline(struct layout *l, struct ehc_block *p, const struct ehc_table_row *r);
/* The fields of one label appended to a paragraph, after the label. */
void layout_labelled(struct layout *l, struct ehc_block *p, const struct ehc_node *entry, enum ehc_label label, const struct ehc_item *it);
/* What an item says beside its own words: "Label: words" after "Label: words", in one paragraph. */
void layout_rest(struct layout *l, struct ehc_cell *cell, const struct ehc_item *it, layout_labels order, layout_labels skip);
/* All fields of one label, as paragraphs. */
void layout_field(struct layout *l, struct ehc_cell *where, const struct ehc_node *entry, enum ehc_label label, const struct ehc_item *it);
/* Links to the items that are tied to `it` (or, with `outward`, that it is tied to); returns how many. Guesses are left out. */
size_t layout_ties(struct layout *l, struct ehc_block *b, const struct ehc_item *it, enum ehc_relation r, enum ehc_item_kind kind, bool outward);
/* Takes out the columns of tables, after the second, in which no row has anything. */
void layout_trim_tables(struct ehc_block *first);

/* ---- sections.c ---- */
void layout_sections(struct layout *l);         /* EHC plan: A to K */
void layout_advice(struct layout *l);           /* advice report: what it holds */
void layout_comments(struct layout *l);
/* What the family asked for beside what was done about it, as a table; false where the plan holds no comment. */
bool layout_said_and_done(struct layout *l, struct ehc_block *parent);
/* ---- rows.c ---- */
bool layout_in_rows(const struct layout *l);    /* needs, provision and outcomes side by side? */
/* Rows of a table of four columns: the need's number, the need, provision, outcomes. */
void layout_need_rows(struct layout *l, struct ehc_block *table, const struct ehc_item *need);
/* ---- childs_page.c ---- */
void layout_childs_page(struct layout *l);      /* after everything else */
/* ---- house.c ---- */
void layout_letterhead(struct layout *l);       /* with the logo; the house's words, or else the authority's name */
void layout_family_words(struct layout *l);
void layout_review_words(struct layout *l);     /* those for the review form */
/* ---- sheet.c ---- */
void layout_care_sheets(struct layout *l);      /* an emergency each, before anything else */
/* What to do in an emergency, in its steps, under a heading. */
void layout_steps(struct layout *l, struct ehc_block *parent, const struct ehc_item *it, int level);
/* ---- care.c ---- */
void layout_care_front(struct layout *l);
void layout_care(struct layout *l);
bool layout_care_agreed(const struct layout *l);
void layout_not_agreed(struct layout *l, struct ehc_block *parent);     /* a warning, unless the plan is agreed */
/* A section headed by the item's id and, where its words begin with one, its name; the other words under it. */
struct ehc_block *layout_named(struct layout *l, struct ehc_block *parent, int level, const struct ehc_item *it, const char *word);
size_t layout_first_line(const struct ehc_text *t);                     /* its length */
void layout_id_link(struct layout *l, struct ehc_block *p, const struct ehc_item *to);

#endif
