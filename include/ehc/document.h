/*
 * document.h - the printed plan: laid out once as blocks, drawn by four devices (PDF, HTML, Word, plain text).
 *
 * src/document/layout.c makes the blocks from the plan model; a device knows blocks alone and nothing of plans.
 * What the family reads is the author's own words and figures, and the layout's own labels. Nothing derived is
 * printed: no hours a year, no findings, no notes, no acceptances.
 *
 * Ownership: a document and its blocks live in the arena that they were made in; texts may be slices of the source.
 */
#ifndef EHC_DOCUMENT_H
#define EHC_DOCUMENT_H

#include "ehc/house.h"
#include "ehc/model.h"
#include "ehc/style.h"

/*
 * A stretch of text. White space of any kind and length is drawn as one blank. A run that was cut from the source
 * keeps its place, so that a character that cannot be printed can be pointed at.
 */
struct ehc_run {
	struct ehc_str text;
	struct ehc_span span;           /* the same bytes in the source; empty for the layout's own words */
	bool strong;
	struct ehc_str target;          /* the anchor that a reader is taken to; empty: no link */
	struct ehc_str language;        /* BCP 47, where it is not the document's; else empty */
};
struct ehc_runs { struct ehc_run *items; size_t count, cap; };
/* Whether a paragraph reads from right to left: it begins so, and hardly a letter of it is Latin. A name in Arabic does not make an English sentence Arabic. */
bool ehc_reads_backwards(const struct ehc_runs *runs);
/*
 * The next part of a text, at or behind `at`, that reads from right to left: from its first such letter to its last, and what closes a bracket
 * that it opened. In an English sentence a date behind a name in Arabic is no part of the name.
 */
bool ehc_backwards_part(struct ehc_str text, size_t at, size_t *from, size_t *to);

enum ehc_block_kind {
	EHC_BLOCK_SECTION,              /* children, a heading first */
	EHC_BLOCK_HEADING,              /* level 1 to 6, runs */
	EHC_BLOCK_PARAGRAPH,            /* runs */
	EHC_BLOCK_LIST,                 /* children: items */
	EHC_BLOCK_ITEM,                 /* children: any; `label` stands before it */
	EHC_BLOCK_TABLE,                /* columns and rows; the first cell of a row is its head */
	EHC_BLOCK_FACTS,                /* rows of two cells: a label, which is the row's head, and what it says */
	EHC_BLOCK_NOTICE,               /* children in a box */
	EHC_BLOCK_PAGE_BREAK,
	EHC_BLOCK_CONTENTS,             /* the headings of level 2 and of sheets, with links and pages */
	EHC_BLOCK_SIGNATURE,            /* runs: who signs; a line to write on where `blank` */
	EHC_BLOCK_PORTRAIT,             /* children, with a picture beside them */
	EHC_BLOCK_CHOICE,               /* runs: a question, to be answered by one of `options` */
	EHC_BLOCK_ANSWER,               /* runs: a question, and room for an answer of `lines` lines */
};

enum ehc_tone {
	EHC_TONE_PLAIN,
	EHC_TONE_LEAD,                  /* front sheet: large */
	EHC_TONE_QUIET,                 /* small print */
	EHC_TONE_WARNING,               /* emergencies, do not, NOT AGREED: set apart by words first, by colour second */
};

struct ehc_column {
	struct ehc_str heading;
	int weight;                     /* share of the width; the columns' weights are added up */
};

struct ehc_cell { struct ehc_block *first, *last; };
struct ehc_table_row {
	struct ehc_cell *cells;         /* one a column */
	struct ehc_str anchor;
	struct ehc_table_row *next;
};

struct ehc_block {
	enum ehc_block_kind kind;
	enum ehc_tone tone;
	struct ehc_str anchor;          /* what links name; unique in the document; empty: none */
	int level;                      /* heading */
	struct ehc_runs runs;
	struct ehc_str label;           /* item: "1." in a list with its own numbers; empty: a bullet */
	bool blank;                     /* signature: not signed yet */
	bool sheet;                     /* section: a leaf of its own to tear off or pin up, large, its back blank */
	bool together;                  /* section, facts, notice: keep on one page where that fits; paragraph: keep with what follows */
	struct ehc_str caption;         /* table, facts: what it is a table of */
	bool named;                     /* what stands above shows that already: caption, or question, is told, not shown */
	struct ehc_column *columns;     /* table; two for facts, without headings */
	size_t ncolumns;
	bool steady;                    /* table: columns keep their shares, whatever is in them, so that tables below one another agree */
	struct ehc_table_row *rows, *last_row;
	struct ehc_picture picture;     /* portrait */
	const char *const *options;     /* choice: the answers that there are, ending with NULL */
	int lines;                      /* answer */
	struct ehc_block *first, *last; /* children */
	struct ehc_block *next;
};

struct ehc_document {
	struct ehc_arena *arena;
	struct ehc_str title;           /* "Education, health and care plan: Amira Example" */
	struct ehc_str language;        /* BCP 47: "en-GB" */
	struct ehc_str authority;       /* who issues it; the author in the file's properties */
	struct ehc_str running;         /* head of every page: whose plan, reference */
	struct ehc_str state;           /* head of every page: "Draft, version 1", "NOT AGREED - DO NOT USE" */
	struct ehc_str mark;            /* a word printed pale across each page: "DRAFT"; empty: none */
	bool warn;                      /* `state` is a warning */
	bool form;                      /* it is there to be filled in: it has choices and answers */
	const struct ehc_style *style;  /* never NULL */
	ehc_day day;                    /* the date that the document bears, or EHC_NODATE */
	struct ehc_block *first, *last;
};

/* ---- making blocks (src/document/block.c) ---- */

struct ehc_document *ehc_document_new(struct ehc_arena *a);
/* Appends a block under `parent`, or at the document's top where it is NULL. */
struct ehc_block *ehc_block_add(struct ehc_document *d, struct ehc_block *parent, enum ehc_block_kind kind);
/* A section with its heading; returns the section. */
struct ehc_block *ehc_block_section(struct ehc_document *d, struct ehc_block *parent, int level, struct ehc_str anchor, struct ehc_str heading);
struct ehc_block *ehc_block_paragraph(struct ehc_document *d, struct ehc_block *parent, struct ehc_str words);
struct ehc_block *ehc_block_facts(struct ehc_document *d, struct ehc_block *parent, struct ehc_str caption);
struct ehc_block *ehc_block_table(struct ehc_document *d, struct ehc_block *parent, struct ehc_str caption, const struct ehc_column *columns, size_t n);
struct ehc_table_row *ehc_block_row(struct ehc_document *d, struct ehc_block *table, struct ehc_str anchor);
/* Appends a block to a cell. */
struct ehc_block *ehc_cell_add(struct ehc_document *d, struct ehc_cell *cell, enum ehc_block_kind kind);
struct ehc_block *ehc_cell_paragraph(struct ehc_document *d, struct ehc_cell *cell, struct ehc_str words);
/* A question to tick an answer of, or to write one to. `options` outlives the document. */
struct ehc_block *ehc_block_choice(struct ehc_document *d, struct ehc_block *parent, struct ehc_str question, const char *const *options);
struct ehc_block *ehc_block_answer(struct ehc_document *d, struct ehc_block *parent, struct ehc_str question, int lines);
/* The same in a cell, where the head of the column asks the question to those who see the page. */
struct ehc_block *ehc_cell_choice(struct ehc_document *d, struct ehc_cell *cell, struct ehc_str question, const char *const *options);
struct ehc_block *ehc_cell_answer(struct ehc_document *d, struct ehc_cell *cell, struct ehc_str question, int lines);
/* Appends a run of the layout's own words; returns it for its style. It stays valid until the next run is added. */
struct ehc_run *ehc_run_words(struct ehc_document *d, struct ehc_block *b, struct ehc_str words);
/* Appends words of the plan; their place is found where they are a slice of `source`. */
struct ehc_run *ehc_run_slice(struct ehc_document *d, struct ehc_block *b, const struct ehc_source *source, struct ehc_str words);
/* Appends len bytes of a text from offset at, in as many runs as it has lines, each with its place. */
void ehc_run_text(struct ehc_document *d, struct ehc_block *b, const struct ehc_text *t, size_t at, size_t len);

/* ---- the plan as a document (src/document/layout.c) ---- */

/* For an EHC plan, a health care plan or an advice report. Never NULL. */
struct ehc_document *ehc_document_of(struct ehc_arena *a, const struct ehc_plan *plan);
/*
 * The same with the words of a house and in its style: `house` is a profile's own document or NULL, `style` one without
 * faults or NULL for the national one. The letterhead stands on the front sheet, with the house's words for the family
 * where they are for a plan of this status. `tasks`, or NULL, is the house's task table: a health care plan ends with it as a guide
 * for schools, where the style prints that part.
 */
struct ehc_document *ehc_document_in_house(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_plan *house,
    const struct ehc_style *style, const struct ehc_task_table *tasks);

/*
 * Whether readers who do not see the page can find their way: a title, a language, headings in order, words for pictures
 * and columns. False: *trouble says what is missing, *where is its place in the plan, or empty.
 */
bool ehc_document_accessible(const struct ehc_document *d, struct ehc_str *trouble, struct ehc_span *where);

/* ---- devices ---- */

/* One file that needs nothing beside it: no script, no picture, no font is fetched. */
void ehc_document_html(const struct ehc_document *d, struct ehc_buf *out);
/* Lines of at most 78 columns where words allow it. */
void ehc_document_text(const struct ehc_document *d, struct ehc_buf *out);
/*
 * PDF/UA-1 and PDF/A-2a. The back end (ehc-pdf.so) is loaded from beside the running program. False: nothing usable
 * is in `out`, *trouble says why in plain words, and *where is the place in the source, or empty, of what cannot be
 * printed. The environment's SOURCE_DATE_EPOCH, where set, dates the file; else the document's own day does.
 */
bool ehc_document_pdf(const struct ehc_document *d, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where);
/*
 * A Word file, for those who go on writing or need it read out by Word. The back end (ehc-word.so) is loaded from beside the running program;
 * the rest is as for PDF, but for characters: Word takes any.
 */
bool ehc_document_docx(const struct ehc_document *d, struct ehc_buf *out, struct ehc_str *trouble);
/* Whether the PDF back end has a shape for this character, or needs none; known without loading it. */
bool ehc_document_prints(uint32_t character);

#endif
