/*
 * recognise.h - shared by the files that recognise a plan in a draft. A reader (struct reader) walks over the blocks once and
 * makes parts: lines of the plan language to be, each with its fields and with the blocks that it came from.
 */
#ifndef EHC_RECOGNISE_H
#define EHC_RECOGNISE_H

#include "ehc/import.h"
#include "ehc/model.h"
#include "import/draft.h"

/* ---- parts: what will be written ---- */

struct part {
	enum ehc_label label;
	struct ehc_str id;              /* "F1.1"; empty: the next that is free */
	char prefix[4];                 /* of an id to be made: "F", "H1.", "A" */
	struct ehc_str words;           /* of `definition LSA:`, `area X:`; the letter of a section */
	struct ehc_str text;            /* paragraphs, an empty line between two; lines of a list begin with "- " */
	enum ehc_section section;       /* where it belongs */
	bool in_list;                   /* the last line of the text is one of a list */
	bool unfinished;                /* ends in a colon: what follows belongs to it */
	EHC_VEC(const struct ehc_draft_block *) blocks;
	struct part *fields, *last_field;
	struct part *next;
};

/* What a table's column, or a line's label, says that its words are. */
struct meaning {
	enum ehc_label label;           /* EHC_L_NONE: not known */
	enum ehc_section section;       /* for needs, provisions and outcomes */
};

struct reader {
	struct ehc_arena *a;
	const struct ehc_draft *d;
	struct ehc_import *im;
	enum ehc_doc_kind kind;
	struct part *head, *child, *timeline;
	struct part *first, *last;              /* the rest, in the draft's order */
	unsigned lettered;                      /* bits of the sections whose letter stands as a label somewhere */
	unsigned seen;                          /* bits of the sections that were opened */
	unsigned open;                          /* bits of the sections that are open now */
	struct meaning mode;                    /* what a paragraph without a label is */
	bool mode_is_said;                      /* by a heading, not taken from the section */
	struct ehc_str area;                    /* the area of need that is open, as it is written */
	struct part *item;                      /* the last item, which may go on */
	struct part *row;
	struct part *text;                      /* the text of a label at the margin that may go on */
	struct ehc_str lead;                    /* "Staff will:", which the items of the list below it go on with */
	const struct ehc_draft_block *lead_block;
	struct ehc_str named;                   /* the number that a heading gives to the next paragraph */
	struct ehc_str title;                   /* a heading that nothing was found for yet */
	const struct ehc_draft_block *title_block;
	struct part *titled;                    /* the section whose title may stand on the next line */
	struct meaning columns[16];             /* declared for lines that are split by " / " */
	size_t ncolumns;
	bool blank_takes_above;                 /* the plan says that a blank cell takes the row above */
	struct part *condition, *emergency;     /* health care plan */
};

/* ---- part.c ---- */

struct part *part_new(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b);
struct part *part_add(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b);
void part_block(struct reader *r, struct part *p, const struct ehc_draft_block *b);
void part_text(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b);
void part_bullet(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b);
struct part *part_field(struct reader *r, struct part *p, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b);
struct part *part_find_field(const struct part *p, enum ehc_label label);
void note_read(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p);
void note_look(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p, const char *message);
void note_left(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const char *reason);
void unplaced(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words);

/* ---- label.c: words that are known ---- */

struct section_label {
	unsigned sections;              /* bits */
	bool lettered;                  /* the letter stands there */
	struct ehc_str title;           /* may be empty */
	struct ehc_str content;         /* words behind the label that are no title */
};
bool label_section(struct reader *r, struct ehc_str text, bool is_title, struct section_label *out);
enum ehc_section first_section(unsigned sections);
bool label_area(struct ehc_str text);
/* The meaning of a column's heading or of a label before a colon; `sections` are those that are open. */
struct meaning label_column(struct reader *r, struct ehc_str text, unsigned sections);
/* A label of the head, the child or the timeline. */
enum ehc_label label_detail(struct reader *r, struct ehc_str text);
/* A heading within section A. */
enum ehc_label label_voice(struct ehc_str text);
bool label_nil(struct ehc_str text);
/* Lower case, curly quotation marks made straight, ends without punctuation, inner white space single. */
struct ehc_str label_fold(struct ehc_arena *a, struct ehc_str s);
bool has_any(struct ehc_str folded, const char *const *words);          /* ends with NULL */

/* ---- line.c: what a paragraph looks like ---- */

bool line_is_title(const struct ehc_draft_block *b, struct ehc_str text);
/* It holds what a person or a program must fill in: no heading and no label is like that. */
bool line_is_blank_to_fill(struct ehc_str text);
size_t line_words(struct ehc_str s);
bool line_is_capitals(struct ehc_str s);
/* "B1.1 " at the start: its bytes with what parts it from the text; *id gets "B1.1". */
size_t line_id(struct ehc_str s, const char *letters, struct ehc_str *id);
/* "(1)", "1.", "Item 1:", "Outcome 2 -": its bytes. */
size_t line_number(struct ehc_str s);
/* "Label: value" where the label is short. */
bool line_split(struct ehc_str s, struct ehc_str *label, struct ehc_str *value);
/* The value of a form's line with boxes to tick: the words of the one that is ticked. */
struct ehc_str line_ticked(struct ehc_str value);
/* A date at the end of the words: its offset, or SIZE_MAX. */
size_t line_last_date(struct ehc_str s);

/* ---- item.c ---- */

struct ehc_str take_ticked(struct reader *r, struct ehc_str value, const struct ehc_draft_block *b);

/* Makes an item of that meaning, taking its number and the fields in its sentences apart. */
struct part *item_add(struct reader *r, struct meaning m, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b);
void item_field(struct reader *r, struct part *item, struct meaning m, struct ehc_str text, const struct ehc_draft_block *b);
void item_advice(struct reader *r, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b);
bool item_label_known(struct reader *r, struct ehc_str label, struct meaning *m);
void row_add(struct reader *r, struct ehc_str name, const struct ehc_draft_block *b);

/* ---- details.c ---- */

bool detail_add(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b);
/* The council that makes the plan, or the school, where it is not known yet. */
bool detail_is_owner(const struct reader *r, struct ehc_str text);
void detail_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* ---- plan.c ---- */

void plan_block(struct reader *r, const struct ehc_draft_block *b);
void plan_paragraph(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool may_be_title);
void plan_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
void plan_flush_title(struct reader *r);
struct meaning section_meaning(enum ehc_section s);

/* ---- table.c, care.c, write.c ---- */

void table_read(struct reader *r, const struct ehc_draft_block *b);
void care_block(struct reader *r, const struct ehc_draft_block *b);
void care_table(struct reader *r, const struct ehc_draft_block *b);
/* All words of a cell, paragraphs parted by a blank. */
struct ehc_str cell_text(struct ehc_arena *a, const struct ehc_draft_cell *c);
void plan_write(struct reader *r);

#endif
