/*
 * recognise.h - shared by the files that recognise a plan in a draft. A reader (struct reader) walks over the blocks once and
 * makes parts: lines of the plan language to be, each with its fields and with the blocks that it came from.
 *
 * A function that gets the reader, a line and its block, and gives a bool, is asked whether it knows the line. True: it has read all of it. Each
 * word then stands in a part or is left out, and a note says which; words that no note has are lost, which tests/import.py looks for. False: the
 * next is asked. In which order that is stands in plan.c and care_line.c. Parts, notes and texts lie in the reader's arena.
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
	unsigned level;                 /* of the bullet that an item came from; 0 for a paragraph */
	bool in_list;                   /* the last line of the text is one of a list */
	bool unfinished;                /* ends in a colon: what follows belongs to it */
	bool loose;                     /* an item of sections that are printed together, in no row: its section has no line as yet */
	char *grown;                    /* where `text` has room to grow, so that a long one is not copied for each line; or NULL */
	size_t room;
	EHC_VEC(const struct ehc_draft_block *) blocks;
	struct part *fields, *last_field;
	struct part *next;
};

/* What a table's column, or a line's label, says that its words are. */
struct meaning {
	enum ehc_label label;           /* EHC_L_NONE: not known */
	enum ehc_section section;       /* for needs, provisions and outcomes */
};

/* Numbers of items that stand beside another: what they name is tied to it, where their own fields do not say so. */
struct tie {
	struct ehc_str ids;
	struct part *named;             /* or the item itself, which may have no number yet */
	struct part *beside;
	const struct ehc_draft_block *block;
};

/* Parts by what they say, so that each is found at once however many there are. */
struct part_index {
	struct { struct ehc_str key; struct part *part; } *slots;
	size_t count, cap;
};

struct table;
struct reader {
	struct ehc_arena *a;
	const struct ehc_draft *d;
	struct ehc_import *im;
	bool ticked;                            /* boxes are ticked in it */
	enum ehc_doc_kind kind;
	struct part *head, *child, *timeline;
	bool named_by_title;                    /* the child's name was read out of the title, and no label has said it as yet */
	bool half_named;                        /* the child's surname or forenames alone were read */
	struct part *first, *last;              /* the rest, in the draft's order */
	unsigned lettered;                      /* bits of the sections whose letter stands as a label somewhere */
	unsigned seen;                          /* bits of the sections that were opened */
	unsigned open;                          /* bits of the sections that are open now */
	unsigned empty;                         /* bits of the sections of which a cell of a table says that there is nothing */
	struct meaning mode;                    /* what a paragraph without a label is */
	bool mode_is_said;                      /* by a heading, not taken from the section */
	struct ehc_str area;                    /* the area of need that is open, as it is written */
	struct ehc_str area_outcomes;           /* "Outcomes 1 and 3", where its heading says so */
	struct ehc_str area_id;                 /* "B1", where its heading bears it: the first below it is B1.1 */
	struct part *item;                      /* the last item, which may go on */
	struct part *row;
	struct part *text;                      /* the text of a label at the margin that may go on */
	struct ehc_str lead;                    /* "Staff will:", which the items of the list below it go on with */
	const struct ehc_draft_block *lead_block;
	struct ehc_str named;                   /* the number that a heading gives to the next paragraph */
	struct part *steps_of;                  /* the one outcome of the area that is open; NULL for none, and for several */
	bool several_outcomes;                  /* of that area */
	struct ehc_str subhead;                 /* "Literacy skills" among the needs of an area */
	struct ehc_str need_number;             /* "1", where the heading "Need 1" stands above it */
	struct ehc_str title;                   /* a heading that nothing was found for yet */
	const struct ehc_draft_block *title_block;
	struct part *titled;                    /* the section whose title may stand on the next line */
	struct meaning columns[16];             /* declared for lines that are split by " / " */
	size_t ncolumns;
	bool blank_takes_above;                 /* the plan says that a blank cell takes the row above */
	struct table *table;                    /* the last with headings, and where it stands: the next may go on with it */
	const struct ehc_draft_block *table_block;
	struct part *before_open;               /* the last part before several sections were opened at once */
	struct part *section;                   /* the last line that opened one */
	struct {
		struct part *outcome;           /* whose heading is open: what stands below it works towards it; or NULL */
		struct ehc_str number;          /* which that heading gives, digits alone; may be empty */
		bool named;                     /* "Outcome 1" by itself: the next outcome is the one */
		bool bare;                      /* nothing stands below it as yet: with a second one it is not said which the provision is for */
		bool card;                      /* the outcome stands in a row of the table that is being read: it ends with the table */
		bool mixed;                     /* provision came before the outcome, so that what belongs together is not said */
	} under;
	struct part *nothing;                   /* a section or an area that has just been said to be empty: its reason may follow */
	struct part_index outcomes;             /* by their words; in a health care plan, items by their numbers */
	EHC_VEC(struct tie) ties;
	struct part *condition, *emergency;     /* health care plan */
	struct part *medicine;                  /* the last that a label named in the table that is being read */
	bool has_items;                         /* health care plan: an item was read */
	bool headed;                            /* the emergency that is open has a heading of its own */
	const struct ehc_draft_block *before;   /* the block that was read last */
	struct ehc_str illness;                 /* that its title names */
	const struct ehc_draft_block *illness_block;
	unsigned condition_level;               /* of the heading that named it */
	enum ehc_label step_label;              /* what the lines of an emergency are: signs, steps, what must not be done */
	unsigned rank;                          /* advice report: of the heading that is open */
	bool listed;                            /* advice report: the item is one of a list */
	const struct ehc_draft_block *asked;    /* health care plan: the question whose answer stands in the box below it */
	const struct ehc_draft_block *question; /* health care plan: asks for a detail, and the next line answers it */
	struct ehc_str ringing;                 /* health care plan: the label that began the contact which is open */
	bool repeated;                          /* a part of the print that says again what stands elsewhere in it */
	size_t numbered[EHC_L_COUNT];           /* items of a kind that were given a number at once */
};

/* ---- part.c ---- */

/* part_new() makes a part that stands nowhere as yet, part_add() one behind all that were read. The block is where it comes from; NULL for none. */
struct part *part_new(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b);
struct part *part_add(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b);
/* The part comes from this block too. */
void part_block(struct reader *r, struct part *p, const struct ehc_draft_block *b);
/* Another paragraph, or another line of a list, behind the part's text so far. */
void part_text(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b);
void part_bullet(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b);
/* A field of the part, or more words of the one that it has, where it may have but one. NULL where the text is empty. */
struct part *part_field(struct reader *r, struct part *p, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b);
/* The block is indented below the line that the item came from. */
bool part_is_under(const struct part *item, const struct ehc_draft_block *b);
struct part *part_find_field(const struct part *p, enum ehc_label label);
/* The part of that key, or NULL; where `p` is not NULL it is entered first unless the key is known already. Keys fold their letter case. */
struct part *part_index(struct reader *r, struct part_index *x, struct ehc_str key, struct part *p);
/*
 * What became of words of the draft, for the report: they are in that part; they are, and a person should look; they are left out, and why.
 * unplaced() keeps them under `unplaced:`, where a person finds the place that was not found here.
 */
void note_read(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p);
void note_look(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p, const char *message);
void note_left(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const char *reason);
void unplaced(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words);

/* ---- label.c, label_column.c: words that are known ---- */

struct section_label {
	unsigned sections;              /* bits */
	bool lettered;                  /* the letter stands there */
	struct ehc_str title;           /* may be empty */
	struct ehc_str content;         /* words behind the label that are no title */
};
/* A line that names sections, by letter or in words; some words do so in a heading alone. */
bool label_section(struct reader *r, struct ehc_str text, bool is_title, struct section_label *out);
enum ehc_section first_section(unsigned sections);
/* One of the areas of need, in any of the forms that councils give them. */
bool label_area(struct ehc_str text);
/* The meaning of a column's heading or of a label before a colon; `sections` are those that are open. */
struct meaning label_column(struct reader *r, struct ehc_str text, unsigned sections);
/* What a heading says of the lines below it. */
struct meaning label_heading(struct reader *r, struct ehc_str text, unsigned sections);
/* The kinds of document whose labels count: EHC_IN_P, EHC_IN_H or EHC_IN_A. */
unsigned label_documents(const struct reader *r);
/* A label of the head, the child or the timeline. */
enum ehc_label label_detail(struct reader *r, struct ehc_str text);
/* A heading within section A. */
enum ehc_label label_voice(struct ehc_str text);
/* "None", "Not applicable", "No needs identified": it says that there is nothing. */
bool label_nil(struct ehc_str text);
/* The words speak of what the section holds. */
bool label_has_subject(struct ehc_str folded, enum ehc_section s);
/* Lower case, curly quotation marks made straight, ends without punctuation, inner white space single. */
struct ehc_str label_fold(struct ehc_arena *a, struct ehc_str s);
/* One of the words, whose list ends with NULL, stands in the text; is all of it; begins it. In any letter case. */
bool has_any(struct ehc_str s, const char *const *words);
bool is_any(struct ehc_str s, const char *const *words);
bool starts_any(struct ehc_str s, const char *const *words);

/* ---- spelling.c: slips in headings ---- */

/* The word of headings that it is, with one slip at most; else the word itself. */
struct ehc_str spelling_of(struct ehc_str word);
/* The same for each word of a heading. */
struct ehc_str spelling_mend(struct ehc_arena *a, struct ehc_str s);

/* ---- line.c: what a paragraph looks like ---- */

/* It looks like a heading: marked as one, or short and without the marks of a sentence. */
bool line_is_title(const struct ehc_draft_block *b, struct ehc_str text);
/* It holds what a person or a program must fill in: no heading and no label is like that. */
bool line_is_blank_to_fill(struct ehc_str text);
bool line_is_capitals(struct ehc_str s);
/* "B1.1 " at the start: its bytes with what parts it from the text; *id gets "B1.1". */
size_t line_id(struct ehc_str s, const char *letters, struct ehc_str *id);
/* "(1)", "1.", "Item 1:", "Outcome 2 -": its bytes. */
size_t line_number(struct ehc_str s);
/* "5.1 read aloud": its bytes; only below words that a list goes on with is that no amount. */
size_t line_listed(struct ehc_str s);
/* "Label: value" where the label is short. */
bool line_split(struct ehc_str s, struct ehc_str *label, struct ehc_str *value);
/* A date at the end of the words: its offset, or SIZE_MAX. */
size_t line_last_date(struct ehc_str s);

/* ---- field.c: what belongs to an item ---- */

/* The field of that item which the label names; EHC_L_NONE. */
enum ehc_label field_named(struct reader *r, const struct part *item, struct ehc_str label);
/* "Who: school · How often: weekly", or a line each: true when the text begins with such a label, and all of it was taken. */
bool field_line(struct reader *r, struct part *item, struct ehc_str text, const struct ehc_draft_block *b);
/* The item's own words in s, and each "Who: ..." behind the end of a sentence as a field. */
void field_take(struct reader *r, struct part *item, struct ehc_str s, const struct ehc_draft_block *b);
/* "F1, F2 and G1". */
bool field_only_ids(struct ehc_str value);
/* Those numbers stood beside the item; tied when all is read, because what they name may stand further down. */
void field_tie(struct reader *r, struct part *beside, struct ehc_str ids, const struct ehc_draft_block *b);
/* Writes the ties that no item says itself. */
void field_resolve(struct reader *r);

/* ---- item.c ---- */

/* Makes an item of that meaning, taking its number and the fields in its sentences apart. */
struct part *item_add(struct reader *r, struct meaning m, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b);
/* The words as that field of the item; `m` as item_label_known() found it. */
void item_field(struct reader *r, struct part *item, struct meaning m, struct ehc_str text, const struct ehc_draft_block *b);
/* A line of section K: title, author and date are taken apart. */
void item_advice(struct reader *r, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b);
/* The label is one of an item or of a field of items, in the sections that are open. */
bool item_label_known(struct reader *r, struct ehc_str label, struct meaning *m);
/* What follows, up to the next row or section, belongs together. */
void row_add(struct reader *r, struct ehc_str name, const struct ehc_draft_block *b);

/* ---- details.c ---- */

/* A detail of the head, the child or the timeline beside its label; false where the label is none of these. */
bool detail_add(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b);
/* "Relationship", "Email": what a form asks about a parent below the name. */
bool detail_about_parent(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b);
/* The council that makes the plan, or the school, where it is not known yet. */
bool detail_is_owner(const struct reader *r, struct ehc_str text);
/* A heading before the first section: the council's name, or one that says nothing of the child. */
void detail_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* ---- section.c, content.c, plan.c ---- */

#define BIT(s) (1u << (s))
#define ITEM_SECTIONS (BIT(EHC_B) | BIT(EHC_C) | BIT(EHC_D) | BIT(EHC_E) | BIT(EHC_F) | BIT(EHC_G) | BIT(EHC_H1) | BIT(EHC_H2))
/* Several sections are printed together. */
static inline bool
is_several(unsigned sections)
{
	return (sections & (sections - 1)) != 0;
}
static inline bool
is_single(unsigned sections)
{
	return sections != 0 && !is_several(sections);
}
bool is_item(enum ehc_label label);
/* The section that is open with a line of its own; NULL among sections that are printed together. */
struct part *section_part(const struct reader *r);
/* A line that opens a section, or names again the one that is open. */
bool section_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool is_title);
/* The words say that the section that is open holds nothing; the second writes it so, with the reason where one is given. */
bool section_is_nothing(const struct reader *r, struct ehc_str text);
void section_say_nothing(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* The name of an area of need, or of a row: what follows is about it. */
void section_area(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* More words of a text at the margin, such as the child's views. */
void text_add(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b);

/* A paragraph or a table of an EHC plan; a line; and one of which no label and no heading says what it is. */
void plan_block(struct reader *r, const struct ehc_draft_block *b);
void plan_paragraph(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b, bool may_be_title);
void plan_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* Nothing was found for the heading that waits in r->title: it is read by itself. */
void plan_flush_title(struct reader *r);
/* The list below words that it goes on with is at its end. */
void lead_end(struct reader *r);
/* A sentence that `ehc build` writes anew: left out. */
bool printed_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
struct meaning section_meaning(enum ehc_section s);
/* A heading within section A. */
void voice_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* ---- title.c ---- */

/* A line of the title page that says the plan's status or whose plan it is. */
bool title_read(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* "Draft of 3 April 2026" behind the last section, or on the first page. */
bool title_closes(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "for Ada Example" below the title. */
bool title_names(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* "For Ada Example, born 3 May 2017". */
bool title_born(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* The value of the detail that the line above names. */
bool title_answers(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* ---- under.c ---- */

/* "Outcome 1: By July ..." as a heading: an item, and what stands below an outcome works towards it. */
bool under_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* The same among sections that are printed together, in a line that is no heading: "Outcome 1 By July ...". */
bool under_said(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "Outcome 1" or "Provision 1.2" as a heading without words. */
void under_number(struct reader *r, bool outcome, struct ehc_str number);
/* Ties the item that was just read to the outcome whose heading is open. */
void under_item(struct reader *r, struct part *p, const struct ehc_draft_block *b);
/* The number that the draft gives the need or the outcome; and a heading that names an outcome, "Provision for outcome 1": false where it names none. */
void under_count(struct reader *r, struct part *item, struct ehc_str number);
bool under_refers(struct reader *r, struct ehc_str heading);
/* A need is known by the heading above it; words that are such a heading beside an item tie the two: false where they are none. */
void under_name(struct reader *r, struct part *need, struct ehc_str heading);
bool under_named(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b);
/* "This is about B1 and B4." below an outcome or a provision: it is tied to them. */
bool under_says(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "1 and 3", "Need 1, Need 3", "Outcomes 2 and E4": needs and outcomes by the numbers that the draft gives them, and nothing else. */
bool under_counts(struct ehc_str text);
/* These beside the item: it is tied to those that bear the numbers, which are of that kind where no word says so. False where none does. */
bool under_numbers(struct reader *r, struct part *p, enum ehc_label kind, struct ehc_str text, const struct ehc_draft_block *b);
/* The same of a label, as "Supports outcome: 1, 3" below the item; false where it is none such. */
bool under_beside(struct reader *r, struct part *p, enum ehc_label kind, struct ehc_str text, const struct ehc_draft_block *b);
/* A table begins; and a row of it that is an outcome beside its label. */
void under_table(struct reader *r);
void under_card(struct reader *r, struct ehc_str number);
/* A cell that fills its row begins or ends: the outcome in it is the heading of the rows below. */
void under_wide(struct reader *r, bool begins);
void under_end(struct reader *r);

/* ---- cell.c, table.c, care.c, write.c ---- */

void table_read(struct reader *r, const struct ehc_draft_block *b);
void care_block(struct reader *r, const struct ehc_draft_block *b);
void care_table(struct reader *r, const struct ehc_draft_block *b);
/* All words of a cell, a line each paragraph. */
struct ehc_str cell_text(struct ehc_arena *a, const struct ehc_draft_cell *c);
/* The first block of a cell that holds anything; NULL in an empty cell. */
const struct ehc_draft_block *cell_block(const struct ehc_draft_cell *c);
/* The first block of a row that holds anything. */
const struct ehc_draft_block *row_block(const struct ehc_draft_row *row);
/* All of its words are bold, or a heading's; so is an empty cell. */
bool cell_is_strong(const struct ehc_draft_cell *c);
/* Its cells, and those of them that hold words. */
size_t row_cells(const struct ehc_draft_row *row);
size_t row_filled(struct ehc_arena *a, const struct ehc_draft_row *row);
/* A block that holds a part of what `b` holds and says so; it is still followed by what follows `b`. */
struct ehc_draft_block *block_part(struct ehc_arena *a, const struct ehc_draft_block *b);
/* The next block behind it that is a table or holds words; NULL at the end. */
const struct ehc_draft_block *block_below(const struct ehc_draft_block *b);
/* More words behind those so far, if any, and a comma. */
struct ehc_str text_listed(struct ehc_arena *a, struct ehc_str all, struct ehc_str more);
/* The words of all filled cells of a row, a comma between them. */
struct ehc_str row_words(struct ehc_arena *a, const struct ehc_draft_row *row);
/* Once all is read: numbers for items without one; then the plan as text, r->im->text, laid out as `ehc fmt` does. */
void give_ids(struct reader *r);
void plan_write(struct reader *r);

#endif
