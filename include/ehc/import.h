/*
 * import.h - drafts that were written elsewhere: a Word file, a web page or plain text, read as a list of blocks, and
 * the plan that is recognised in them.
 *
 * A reader (src/import/plain.c, src/import/word/) knows a file format and nothing of plans; the recogniser (the rest of
 * src/import/) knows plans and no file format. Everything is in the caller's arena.
 * Nothing is dropped in silence: each word of the draft is in the text of the plan or in a note of the report.
 */
#ifndef EHC_IMPORT_H
#define EHC_IMPORT_H

#include "ehc/syntax.h"

/* ---- the draft, as a reader gives it ---- */

/* Where words stand in the draft, as a person would say it there. Numbers count from 1; 0 is none. */
struct ehc_origin {
	struct ehc_str heading;         /* the heading that they stand under; empty before the first */
	uint32_t table, row, column;    /* the outermost table of the document, its row and cell; 0 outside tables */
	uint32_t paragraph;             /* of the whole document; in plain text the line */
};

enum ehc_draft_kind { EHC_DRAFT_PARAGRAPH, EHC_DRAFT_HEADING, EHC_DRAFT_BULLET, EHC_DRAFT_TABLE };

struct ehc_draft_table;
struct ehc_draft_block {
	enum ehc_draft_kind kind;
	unsigned level;                 /* of a heading or a bullet, from 1 */
	struct ehc_str marker;          /* the number that is printed before it: "B1.1", "(a)", "2."; empty for none and for dots */
	struct ehc_str text;            /* as it is read, white space folded, its line breaks kept as '\n' */
	bool strong;                    /* all of it bold or underlined: it may be a heading */
	bool led;                       /* its first line is, and the others are not: it may be a heading of them */
	struct ehc_draft_table *table;  /* EHC_DRAFT_TABLE */
	const struct ehc_draft_block *under;    /* plain text: the line with a number or a dot below whose words it is indented; or NULL */
	const struct ehc_draft_block *whole;    /* the recogniser's own: the block of the draft of which this is a line; NULL for itself */
	struct ehc_origin origin;
	struct ehc_draft_block *next;
};

struct ehc_draft_cell {
	uint32_t column, width;         /* the first column that it covers, from 0, and how many */
	bool continued;                 /* part of the cell above: it holds nothing of its own */
	struct ehc_draft_block *first, *last;
	struct ehc_draft_cell *next;
};
struct ehc_draft_row {
	bool header;                    /* marked as a heading row */
	struct ehc_draft_cell *first, *last;
	struct ehc_draft_row *next;
};
struct ehc_draft_table {
	uint32_t columns;
	struct ehc_draft_row *first, *last;
};

/* Words of the draft that no plan holds, and why: page headers, struck-through words, comments. */
struct ehc_draft_left {
	struct ehc_str text;
	const char *reason;
	struct ehc_origin origin;
};

struct ehc_draft {
	struct ehc_arena *arena;
	const char *format;             /* "Word", "HTML", "text" */
	struct ehc_str bytes;           /* the file that was read */
	unsigned how;                   /* EHC_DRAFT_... */
	struct ehc_draft_block *first, *last;
	EHC_VEC(struct ehc_draft_left) left;
};

enum { EHC_DRAFT_LIMIT = 64 * 1024 * 1024 };    /* bytes of a draft, unpacked */

/* Whether these bytes are a Word file or a web page, by their name or by what they begin with; such a file is no plan of the language. */
bool ehc_draft_is(struct ehc_str name, struct ehc_str bytes);
enum {
	EHC_DRAFT_ORIGINAL = 1,         /* as it was before the tracked changes */
	EHC_DRAFT_PROMPTS = 2,          /* as a form: prompts of Word that nobody has answered as [[placeholders]], which are left out otherwise */
	EHC_DRAFT_ADVICE = 4,           /* ehc_import_draft() alone: as a professional's report */
};
/* Reads a draft. False: *trouble says why it cannot be read, for a person who only knows that it is a Word file. */
bool ehc_draft_read(struct ehc_arena *a, struct ehc_str name, struct ehc_str bytes, unsigned how, struct ehc_draft *out, struct ehc_str *trouble);

/* ---- what was recognised ---- */

enum ehc_import_kind {                  /* ORDER IMPORT: names in report.c */
	EHC_IMPORT_READ,        /* its words, or what they say, are in the plan */
	EHC_IMPORT_LOOK,        /* the same, but a person should look whether it is right */
	EHC_IMPORT_UNPLACED,    /* kept under `unplaced:` */
	EHC_IMPORT_LEFT,        /* not in the plan */
};

struct ehc_import_note {
	enum ehc_import_kind kind;
	struct ehc_origin origin;
	struct ehc_str words;           /* of the draft */
	struct ehc_str became;          /* "provision F1", "section B"; empty where it became nothing */
	struct ehc_str message;         /* what to look at, or why it was left out; empty for a plain reading */
};

/* A line of the plan and the blocks of the draft that it was made of. */
struct ehc_import_place {
	struct ehc_span span;
	const struct ehc_draft_block **blocks;
	size_t nblocks;
};

struct ehc_import {
	const struct ehc_draft *draft;
	enum ehc_doc_kind kind;
	bool is_form;                   /* its child's name is a placeholder: plans are made from it, and it is none */
	bool is_nameless;               /* it has no child's name at all */
	struct ehc_str text;            /* the plan, in canonical layout */
	EHC_VEC(struct ehc_import_note) notes;          /* in the draft's order */
	EHC_VEC(struct ehc_import_place) places;        /* in the plan's order */
	size_t counts[4];               /* notes of each kind */
};

/*
 * Reads a draft and recognises what is in it. One in which a prompt of Word stands for the child's name is a form, and is read as one. NULL: *trouble
 * says why it cannot be read, or is EHC_IMPORT_IS_PLAN.
 */
struct ehc_import *ehc_import_draft(struct ehc_arena *a, struct ehc_str name, struct ehc_str bytes, unsigned how, struct ehc_str *trouble);
/* Never fails: what is not understood is unplaced. */
struct ehc_import *ehc_import_recognise(struct ehc_arena *a, const struct ehc_draft *d);
/* The same with a professional's report, as an advice report. NULL: it is a whole plan, with its sections I and K. */
struct ehc_import *ehc_import_advice(struct ehc_arena *a, const struct ehc_draft *d);
#define EHC_IMPORT_IS_PLAN "is an EHC plan with its sections, not a professional's report"
/*
 * Where words of the plan came from: bytes of a block's text, or the whole block (no length) where no more can be told. No block: no
 * words of the draft stand behind that line. `words`: what is meant is the span's own words, not the line on which it stands.
 */
struct ehc_draft_spot { const struct ehc_draft_block *block; size_t at, len; };
struct ehc_draft_spot ehc_import_spot(const struct ehc_import *im, struct ehc_span span, bool words);
/* "table 3, row 2, column 1, under \"Section F\"" */
void ehc_origin_say(struct ehc_buf *out, const struct ehc_origin *o, const char *format);
/* What a person should know before going on with the plan. `all`: the plain readings too. */
void ehc_import_report(const struct ehc_import *im, bool all, struct ehc_buf *out);
void ehc_import_report_html(const struct ehc_import *im, struct ehc_str name, struct ehc_buf *out);

/* ---- back into the draft ---- */

/* A remark in the margin of the draft, a paragraph a line. */
struct ehc_remark_line { struct ehc_str text; bool strong; };
struct ehc_remark {
	struct ehc_draft_spot spot;     /* no block: the draft's first words */
	EHC_VEC(struct ehc_remark_line) lines;
};
/*
 * The Word file that was read, with the remarks as Word comments and nothing else changed: other members keep their bytes, and the text
 * differs by marks and by runs cut in two. They bear `day`, or no date. False: nothing usable is in `out`, and *trouble says why.
 */
bool ehc_draft_annotate(const struct ehc_draft *d, const struct ehc_remark *remarks, size_t n, ehc_day day, struct ehc_buf *out,
    struct ehc_str *trouble);

#endif
