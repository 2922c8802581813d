/*
 * docx.h - the parts of the device that writes Word files; it lies in ehc-word.so.
 *
 *   write.c    the package: which members there are, and what they say of one another
 *   block.c    blocks as paragraphs and tables
 *   run.c      words, links, bookmarks, pictures
 *   look.c     the house style as Word's styles, numbers of lists
 *   running.c  the head and foot of the pages
 *
 * A document's headings are Word's own, its lists are lists and its tables have heads that come again on each page, so that those
 * who listen to it or go on writing it find their way. Lengths are in twentieths of a point unless a name says otherwise.
 */
#ifndef EHC_DOCX_H
#define EHC_DOCX_H

#include "ehc/document.h"

struct docx_picture { const struct ehc_picture *picture; };
/* A list with numbers: those that count from `start`, or one label of the author's own. */
struct docx_list { size_t start; struct ehc_str label; };
/* Where the sections of a Word file end: what stands at the head of the pages before. */
enum docx_pages { DOCX_PLAIN, DOCX_SHEET };

struct docx {
	struct ehc_arena *a;
	const struct ehc_document *d;
	const struct ehc_style *s;
	struct ehc_buf body;
	EHC_VEC(struct ehc_str) anchors;        /* the bookmark with the number n is anchors.items[n] */
	EHC_VEC(struct docx_picture) pictures;
	EHC_VEC(struct docx_list) lists;
	size_t drawings;                /* shown so far; a picture may be shown twice */
	long width, height, margin;     /* of the page */

	/* where the writer is */
	bool page_break;                /* the next paragraph opens a page */
	bool after_table;               /* nothing stands behind the last table yet; two would run together */
	bool sheet;                     /* on a leaf of its own: no letter smaller than 14 points */
	bool cell;                      /* in a table */
	bool keep;                      /* with the next paragraph on one page */
	const struct ehc_block *notice; /* the box that it is in, or NULL */
	unsigned level;                 /* of lists in one another */
	size_t number;                  /* of the list of which the next paragraph is an item, from 1; 0 for none */
	struct ehc_str anchor;          /* for the next paragraph, of what holds it */
	bool strong;
	long across;                    /* room for a picture or a line */
};

/* ---- run.c ---- */
void docx_text(struct ehc_buf *out, struct ehc_str text);               /* escaped; characters that XML cannot hold left out */
void docx_runs(struct docx *x, const struct ehc_runs *runs, const char *properties);
void docx_words(struct docx *x, struct ehc_str words, const char *properties);
void docx_anchors(struct docx *x);
void docx_bookmark(struct docx *x, struct ehc_str anchor);
struct ehc_str docx_bookmark_name(struct docx *x, struct ehc_str anchor);       /* empty where the document has no such anchor */
void docx_picture(struct docx *x, const struct ehc_picture *picture);

/* ---- block.c ---- */
void docx_body(struct docx *x);

/* ---- look.c ---- */
enum { DOCX_BULLETS = 1, DOCX_FIRST_LIST = 2 };         /* numbers of lists in the file */
enum { DOCX_SHEET_SIZE = 28 };                          /* half points: of the smallest letters on a sheet */
void docx_styles(struct docx *x, struct ehc_buf *out);
void docx_numbering(struct docx *x, struct ehc_buf *out);
void docx_fonts(struct docx *x, struct ehc_buf *out);
unsigned long docx_colour(const struct docx *x, enum ehc_colour c);
long docx_half_points(const struct docx *x, enum ehc_size s);

/* ---- running.c ---- */
void docx_head(struct docx *x, struct ehc_buf *out);
void docx_foot(struct docx *x, struct ehc_buf *out);

#define DOCX_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define DOCX_W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define DOCX_R "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* ---- the symbol of ehc-word.so: see ehc_document_docx() ---- */
__attribute__((visibility("default")))
bool ehc_docx_write(const struct ehc_document *doc, long long made, struct ehc_buf *out, struct ehc_str *trouble);

#endif
