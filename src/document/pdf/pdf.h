/*
 * pdf.h - the parts of the PDF back end, in the order in which a document passes through them.
 *
 *   script.c  which face prints a character, and which way a text runs
 *   font.c    words to glyphs; what is embedded
 *   cut.c     runs to pieces that no line's end takes apart
 *   line.c    pieces to lines
 *   order.c   where in its line each piece stands
 *   flow.c    blocks to strips: horizontal bands that no page break cuts, tall rows of tables apart
 *   table.c   tables and labelled facts to strips
 *   answer.c  places to fill in, to strips
 *   sheet.c   leaves to tear off to strips
 *   page.c    strips to pages: where pages break, running heads, watermark
 *   running.c the head and foot of every page
 *   tag.c     the structure tree, and pages to content streams
 *   mark.c    the pale word across a draft
 *   picture.c photograph and logo
 *   meta.c    everything else that the file's catalogue names
 *   object.c  libharu's objects, as used here; save.c writes them out
 *
 * Lengths are in points. A strip's marks are measured from its top left corner, downwards; only tag.c turns them over.
 * Everything lives in one arena, freed with the back end's call.
 */
#ifndef EHC_PDF_H
#define EHC_PDF_H

#include "ehc/document.h"

#include <hb.h>
#include <hpdf.h>

/* A sheet and the part of it that a document's text has; the margins leave room for a hole punch. */
struct pdf_page_size {
	double width, height;
	double left, right, top, bottom;
	double across, depth;           /* of the text */
};

/* The second pair covers what the first lacks; a pair for each other script; and one, in one weight, for Chinese, Japanese and Korean. */
enum pdf_face {
	PDF_REGULAR, PDF_BOLD, PDF_REGULAR_MORE, PDF_BOLD_MORE,
	PDF_SCRIPTS,                    /* the first that belongs to a script */
	PDF_BEFORE_SCRIPTS = PDF_SCRIPTS - 1,
#define SCRIPT(script, name, font) PDF_##script, PDF_##script##_BOLD,
#include "faces.def"
#undef SCRIPT
	PDF_IDEOGRAPHS,
	PDF_FACES
};

struct pdf_glyph {
	uint16_t id;
	uint8_t face;
	int32_t dx, dy;                 /* thousandths of the size, as the advance; a mark may stand far from the letter that bears it */
	int32_t after;                  /* by how much the face's own advance, and dx, go beyond this one */
	float advance;
};
struct pdf_glyphs { struct pdf_glyph *items; size_t count, cap; };

struct pdf_font {
	hb_face_t *face;
	hb_font_t *font;
	unsigned units, nglyphs;
	hb_shape_plan_t *plan;          /* for words of this script */
	hb_segment_properties_t script;
	bool *used;                     /* by glyph; NULL until one is */
	struct ehc_str *text;           /* by glyph: what it stands for, UTF-16 in hex digits */
	HPDF_Dict object;               /* made when first used */
};

/* One node of the structure tree. It joins its parent when its first content is drawn: reading order is drawing order. */
struct pdf_kid {
	enum { PDF_KID_ELEMENT, PDF_KID_CONTENT, PDF_KID_LINK } kind;
	struct pdf_element *element;
	size_t page;
	unsigned mcid;
	HPDF_Dict annotation;
};
struct pdf_element {
	const char *type;
	const char *attributes;         /* ready for /A, or NULL */
	struct ehc_str language, alternative, actual;
	struct pdf_element *parent;
	struct { struct pdf_kid *items; size_t count, cap; } kids;
	bool joined;
	HPDF_Dict object;
};

/* What a strip holds. */
enum pdf_mark_kind {
	PDF_MARK_TEXT,
	PDF_MARK_FILL,                  /* x, y, width, height */
	PDF_MARK_RULE,                  /* a horizontal line, height thick */
	PDF_MARK_LINK,                  /* an area that leads to `target` */
	PDF_MARK_ANCHOR,                /* where `target` is */
	PDF_MARK_HEADING,               /* where a heading is, for bookmarks and contents */
	PDF_MARK_PAGE_OF,               /* the number of the page of heading `heading`, ending at x */
	PDF_MARK_PICTURE,               /* x, y, width, height; the element is its figure */
	PDF_MARK_HERE,                  /* nothing to see: the element has its place here */
};
struct pdf_mark {
	enum pdf_mark_kind kind;
	struct ehc_str actual;          /* what the glyphs stand for, where they do not tell it themselves; else empty */
	enum ehc_colour colour;
	double x, y, width, height;     /* text: y is the base line, height the size of the letters */
	struct pdf_element *element;    /* NULL: decoration, which no reader is told of */
	struct pdf_glyphs glyphs;
	struct ehc_str target;
	size_t heading;
	const struct ehc_picture *picture;
};
struct pdf_marks { struct pdf_mark *items; size_t count, cap; };

struct pdf_strip {
	double height;
	double before;                  /* space above it, unless it opens a page */
	bool keep;                      /* on one page with the next */
	bool together;                  /* the same, unless too much of a page would stay empty */
	bool fresh;                     /* opens a page */
	bool sheet;                     /* part of a sheet: on a right-hand page whose back stays blank */
	struct pdf_marks marks;
	struct pdf_row *row;            /* a tall row, which is taken apart where it does not fit; else NULL */
	const struct pdf_strip *again;  /* table head, or title of a sheet, to draw once more above it where it opens a page */
};
struct pdf_strips { struct pdf_strip *items; size_t count, cap; };

struct pdf_heading {
	struct ehc_str words;
	struct ehc_str anchor;
	int level;
	size_t page;
	double y;
};

struct pdf_anchor {
	struct ehc_str name;
	struct ehc_str words;           /* of the heading that it stands on; empty where it stands on none */
	bool placed;
	size_t page;
	double y;
	struct pdf_anchor *next;        /* in its bucket */
};

/* A mark on its page. */
struct pdf_placed {
	const struct pdf_mark *mark;
	double x, y;
	bool again;                     /* part of a repeated table head */
};
struct pdf_page {
	struct { struct pdf_placed *items; size_t count, cap; } marks;
	struct { struct pdf_element **items; size_t count, cap; } content;      /* by MCID */
	bool sheet;                     /* of a sheet, or the blank back of one: nothing stands at its head and foot */
	HPDF_Dict object;
	struct { HPDF_Dict *items; size_t count, cap; } links;
};

struct pdf_style {
	double size, leading;
	enum ehc_colour colour;
	bool strong;
};

#define PDF_BUCKETS 8192

/* What looks the same on every page is in the file once. */
enum pdf_form { PDF_FORM_MARK, PDF_FORM_HEAD, PDF_FORM_FOOT, PDF_FORMS };

/* EHC_PUSH for the many arrays that mostly hold one thing: they start with room for one. */
#define PDF_PUSH(arena, vec, ...)                                                                                       \
	((vec)->cap == 0 ? (void)((vec)->items = ehc_arena_array((arena), 1, sizeof(*(vec)->items)), (vec)->cap = 1) : (void)0, \
	    EHC_PUSH(arena, vec, __VA_ARGS__))

struct pdf {
	struct ehc_arena *arena;
	const struct ehc_document *doc;
	const struct ehc_style *style;
	struct pdf_page_size page;
	double sheet;                   /* size of the text of the sheet that is being set; 0: none is */
	double sheet_leading;           /* its leading, times the size */
	double sheet_gap;               /* and the space between its blocks */
	bool ruled;                     /* the heading of the table that is being set has a line below it, which serves the table too */
	double scale;                   /* of body text against that of the national style, for the space around it */
	HPDF_Doc haru;
	struct pdf_font fonts[PDF_FACES];
	hb_buffer_t *shaper;
	struct pdf_word *words[PDF_BUCKETS];
	struct pdf_anchor *anchors[PDF_BUCKETS];
	struct { struct pdf_heading *items; size_t count, cap; } headings;
	struct { struct pdf_element **items; size_t count, cap; } elements;
	struct { struct pdf_element **items; size_t count, cap; } linkers;      /* by annotation: its Link element */
	struct { struct pdf_page *items; size_t count, cap; } pages;
	struct pdf_element *root;
	size_t nlines;                  /* set so far */
	struct pdf_marks running;       /* the head and foot of every page, but for its number */
	size_t nfoot;                   /* of those, how many belong to the foot: the last ones */
	double foot;                    /* base line of the foot's last line */
	HPDF_Dict tree;                 /* StructTreeRoot */
	HPDF_Dict resources, faces;     /* what pages may use; the fonts among it */
	HPDF_Dict forms[PDF_FORMS];
	struct libdeflate_compressor *deflater;
	struct { struct pdf_picture { const char *bytes; HPDF_Dict object; } *items; size_t count, cap; } pictures;
	long long made;                 /* seconds since 1970, or LLONG_MIN */
	struct ehc_str trouble;         /* the first; empty while all is well */
	struct ehc_span where;
};

/* ---- object.c ---- */
bool pdf_open(struct pdf *p);
void pdf_close(struct pdf *p);
unsigned pdf_number(const void *object);
HPDF_Dict pdf_dict(struct pdf *p);                                      /* a numbered dictionary; its body follows */
void pdf_body(struct pdf *p, HPDF_Dict d, struct ehc_buf *body);        /* what stands between << and >>; empties the buffer */
HPDF_Dict pdf_stream(struct pdf *p, const void *bytes, size_t n, bool deflate, struct ehc_buf *body);
struct pdf_own {                        /* a dictionary, or a stream, of our own making */
	struct ehc_str body, bytes;
	bool stream;
};
const struct pdf_own *pdf_own(void *object);                            /* NULL for one that libharu made */
struct ehc_str pdf_deflate(struct pdf *p, const void *bytes, size_t n);
void pdf_put_string(struct ehc_buf *b, struct ehc_str text);            /* a PDF text string */
void pdf_put_number(struct ehc_buf *b, double v);                       /* two decimals, no exponent */
void pdf_put_whole(struct ehc_buf *b, size_t v);
void pdf_put_ref(struct ehc_buf *b, const void *object);                /* its number, as others name it */
void pdf_fail(struct pdf *p, struct ehc_span where, const char *fmt, ...) EHC_PRINTF(3, 4);

/* ---- script.c ---- */
bool pdf_can_print(struct pdf *p, uint32_t c);                          /* in both weights, or nothing to print */
bool pdf_is_character(uint32_t c);
bool pdf_is_invisible(uint32_t c);                                      /* has no shape of its own */
/* The face to print c with, behind a character of face `before`; PDF_FACES where there is none. */
int pdf_face_for(struct pdf *p, bool strong, uint32_t c, int before);
bool pdf_is_ideograph(uint32_t c);                                      /* a line may break beside it */
bool pdf_joins(uint32_t c);                                             /* of a script whose letters change with their neighbours */
bool pdf_is_mark(uint32_t c, uint32_t before);                          /* not to be parted from `before` */
/* Levels of Unicode's bidirectional algorithm, a byte for a byte of each run; NULL where all runs from left to right. */
struct pdf_levels { uint8_t **runs; uint8_t base; };
struct pdf_levels pdf_levels(struct pdf *p, const struct ehc_runs *runs, bool ltr);
/* ---- font.c ---- */
void pdf_fonts_open(struct pdf *p);
void pdf_fonts_close(struct pdf *p);
struct pdf_font *pdf_font(struct pdf *p, int face);
/* Glyphs of one word (no blanks in it), left to right as they are seen. The result is shared: do not change it. */
const struct pdf_word *pdf_shape(struct pdf *p, bool strong, bool backwards, struct ehc_str word, struct ehc_span span);
void pdf_fonts_embed(struct pdf *p);
struct pdf_word {
	struct ehc_str text;
	bool strong;
	bool backwards;                 /* runs from right to left */
	bool indirect;                  /* its glyphs do not tell, one by one, what it says */
	struct pdf_glyph *glyphs;
	size_t nglyphs;
	double width;                   /* thousandths of the size */
	struct pdf_word *next;          /* in its bucket */
};
struct pdf_bytes { const unsigned char *start; size_t length; };
struct pdf_bytes pdf_face_bytes(enum pdf_face f);
struct pdf_bytes pdf_colour_profile(void);

/* ---- line.c ---- */
/* Sets runs in lines, one strip a line. */
void pdf_set_runs(struct pdf *p, const struct ehc_runs *runs, const struct pdf_style *style, double x, double width,
    struct pdf_element *element, struct pdf_strips *out);
/* One line of words at x; `right`: ending at x. Appends the mark and returns the width. */
double pdf_set_words(struct pdf *p, struct ehc_str words, const struct pdf_style *style, double x, double y, bool right,
    struct pdf_element *element, struct pdf_marks *out);
/* Of runs on one line; it is not told exactly beyond `most`. */
double pdf_runs_width(struct pdf *p, const struct ehc_runs *runs, const struct pdf_style *style, double most);
double pdf_words_width(struct pdf *p, struct ehc_str words, const struct pdf_style *style);

/* ---- flow.c ---- */
struct pdf_frame {
	double x, width;
	struct pdf_element *parent;
	double size, leading;           /* of body text in it */
	bool strong;
	bool cell;                      /* of a table: paragraphs stand closer */
	bool lone;                      /* one paragraph is all that stands here: its words are the parent's own */
};
/* The lines of a heading, in its band where it is a warning. */
void pdf_set_heading(struct pdf *p, const struct ehc_block *b, const struct ehc_runs *runs, const struct pdf_frame *f,
    struct pdf_element *element, struct pdf_strips *out);
void pdf_flow(struct pdf *p, const struct ehc_block *first, const struct pdf_frame *f, struct pdf_strips *out);
bool pdf_is_lone(const struct ehc_block *first);                        /* one paragraph, and nothing else */
double pdf_strips_height(const struct pdf_strips *s, size_t from);
double pdf_size(const struct pdf *p, enum ehc_size s);                  /* in points */
double pdf_leading(double size);                                        /* from line to line, for text of that size */
/* ---- table.c ---- */
void pdf_flow_table(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out);
/*
 * Takes what fits into `room`, and something in any case, off a tall row as a strip; false once nothing is left. The
 * first time at least pdf_row_least() should be taken, and be left.
 */
bool pdf_row_take(struct pdf_row *row, double room, struct pdf_strip *part);
double pdf_row_least(const struct pdf_row *row);
/* ---- answer.c ---- */
void pdf_flow_choice(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out);
void pdf_flow_answer(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out);
/* ---- sheet.c ---- */
#define PDF_SHEET_SIZE 14.0             /* the least: a sheet is read at arm's length, by somebody in a hurry */
#define PDF_SHEET_MARGIN 21.0           /* on all sides: nothing else stands there */
void pdf_flow_sheet(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out);
/* ---- page.c ---- */
void pdf_anchors_declare(struct pdf *p);                                /* every anchor that the document has */
struct pdf_anchor *pdf_anchor_find(struct pdf *p, struct ehc_str name); /* NULL when there is none */
void pdf_paginate(struct pdf *p, const struct pdf_strips *s);
/* ---- tag.c ---- */
struct pdf_element *pdf_element(struct pdf *p, struct pdf_element *parent, const char *type);
void pdf_draw(struct pdf *p);
void pdf_tags_finish(struct pdf *p);
/* ---- running.c ---- */
void pdf_fit_running(struct pdf *p);                                    /* sets what stands on every page, and how much room it leaves */
/* ---- mark.c ---- */
/* A word across the page as a path, behind everything; a fill operator must follow. */
void pdf_outline_mark(struct pdf *p, struct ehc_str word, struct ehc_buf *out);
/* ---- picture.c ---- */
/* The number of the picture among those of the file, which puts it in; SIZE_MAX where it cannot be read. */
size_t pdf_picture(struct pdf *p, const struct ehc_picture *picture);
/* ---- meta.c ---- */
void pdf_meta(struct pdf *p);
/* ---- save.c ---- */
bool pdf_save(struct pdf *p, struct ehc_buf *out);

#endif
