/*
 * word.h - shared by the files that read a Word document: the package, its XML, styles, numbering, and the text itself.
 *
 * A draft comes from anywhere, so nothing in it is trusted: members are read up to a limit, no name in it is a path, no
 * document type is accepted (so there are no entities), and nothing outside the file is ever looked at.
 */
#ifndef EHC_WORD_H
#define EHC_WORD_H

#include "import/draft.h"

#include <libxml/xmlreader.h>
#include <zip.h>

/* ---- package.c ---- */

struct package {
	struct ehc_arena *a;
	zip_t *zip;
	zip_error_t error;
};

bool package_open(struct package *p, struct ehc_arena *a, struct ehc_str bytes, struct ehc_str *trouble);
void package_close(struct package *p);
/* The bytes of one member; empty where there is none. False: it is damaged, too large or protected, and *trouble says so. */
bool package_read(struct package *p, struct ehc_str name, struct ehc_str *out, struct ehc_str *trouble);
/* "word/" of "word/document.xml". */
struct ehc_str package_folder(struct ehc_str name);
/* The target of the first relationship whose type ends so, in the relationships that `of` (a member, or "") has; empty for none. */
struct ehc_str package_related(struct package *p, struct ehc_str of, const char *type, size_t nth);

/* ---- xml.c ---- */

struct xml {
	xmlTextReaderPtr reader;
	bool failed, too_deep, too_long;
	const char *trouble;            /* of failed */
	size_t elements;                /* begun so far: the number of the one that the reader is on */
};

bool xml_open(struct xml *x, struct ehc_str bytes);
void xml_close(struct xml *x);
/* The next element within the one at that depth, at any level; false where it ends. */
bool xml_child(struct xml *x, int depth);
/* Steps over what is in the element. */
void xml_skip(struct xml *x);
bool xml_is(const struct xml *x, const char *name);     /* a Word element of that name */
bool xml_named(const struct xml *x, const char *name);  /* an element of that name, whatever its namespace */
int xml_depth(const struct xml *x);                     /* of the element; -1 where it is empty, so that it has no children */
struct ehc_str xml_attribute(struct xml *x, struct ehc_arena *a, const char *name);
/* An attribute as a number, 0 where it is none; no number of a real file comes near a million, which any other is cut to. */
int xml_number(struct xml *x, struct ehc_arena *a, const char *name);
bool xml_on(struct xml *x, struct ehc_arena *a);        /* a switch: there, and not off */
/* The characters within the element, added to out. */
void xml_text(struct xml *x, struct ehc_buf *out);

/* ---- styles.c ---- */

struct style {
	struct ehc_str id, based_on;
	int outline;                    /* 1 to 9 for a heading, 0 for none, -1 not said */
	int num, level;                 /* numbering; -1 not said */
	int depth;                      /* of a list, where the style's name says it; 0 where it does not */
	bool contents;                  /* of a line in a list of contents */
	bool strong, struck, hidden;
};
struct styles { EHC_VEC(struct style) list; };
void styles_read(struct styles *s, struct ehc_arena *a, struct ehc_str bytes);
/* What the style and those that it is based on say together. */
struct style styles_find(const struct styles *s, struct ehc_str id);

/* ---- numbering.c ---- */

enum { LEVELS = 9 };
struct number_level { int start; struct ehc_str format, text; };
struct abstract { int id; struct number_level levels[LEVELS]; int counters[LEVELS]; };
struct number { int id, abstract; int start[LEVELS]; bool started; };
struct numbering { EHC_VEC(struct abstract) abstracts; EHC_VEC(struct number) numbers; };
void numbering_read(struct numbering *n, struct ehc_arena *a, struct ehc_str bytes);
/* The number that the next paragraph of that list bears; empty for a dot. False where there is no such list. */
bool numbering_next(struct numbering *n, struct ehc_arena *a, int num, int level, struct ehc_str *marker);

/* ---- trace.c: where the text of a block stands in the file, for writing back into it ---- */

/* Bytes of a text that one element gave: its characters from `at`, or, where it is printed as a sign of its own, all of it. */
struct stretch { size_t text, len, element, at; bool whole; };
struct stretches { struct stretch *items; size_t count, cap; };
struct traced { size_t element; struct stretches list; };       /* a paragraph, and what its block's text is made of */
struct trace { struct ehc_arena *a; struct traced *items; size_t count, cap; };        /* by the number of the paragraph, from 1 */

/* `n` bytes are about to be added to a text that has `len`. */
void trace_put(struct trace *t, struct stretches *raw, size_t len, size_t n, size_t element, bool whole);
/* The block of that paragraph has at `to` the text which was folded out of the raw one. */
void trace_fold(struct trace *t, uint32_t paragraph, const struct stretches *raw, const uint32_t *from, size_t n, size_t to);
/* Its text was moved: bytes were put before it, or taken away. */
void trace_shift(struct trace *t, uint32_t paragraph, size_t before, size_t after);

/* ---- document.c, paragraph.c ---- */

enum { FIELDS = 16 };
struct field {
	bool in_result, is_box, checked, shown, contents, has_text;
	bool is_list;                   /* a drop-down list: the entry that is chosen, and how many were read */
	int chosen, entries;
	struct ehc_str choice;
	char instruction[80];
	size_t n;
};

struct footnote { struct ehc_str id, text; bool end; };

struct word {
	struct ehc_arena *a;
	struct ehc_draft *d;
	struct xml *x;
	bool original, prompts;         /* how the draft is read */
	int prompt_until;               /* depth of the content control of which the paragraphs are a prompt; 0 for none */
	struct styles styles;
	struct numbering numbering;
	EHC_VEC(struct footnote) footnotes;
	struct ehc_origin origin;       /* where the reader is */
	uint32_t tables, depth;         /* tables met; how deep the reader is in them */
	struct field fields[FIELDS];
	size_t nfields;
	struct ehc_draft_block *open;   /* a paragraph whose mark was deleted: the next goes on with it */
	struct trace *trace;            /* NULL: not wanted */
};

void word_blocks(struct word *w, struct draft_list *to, int depth);
void word_paragraph(struct word *w, struct draft_list *to);
/* Reads the package into w->d; *main and *text get the name and the bytes of the member that holds the text. */
bool word_read(struct word *w, struct package *p, struct ehc_str *main, struct ehc_str *text, struct ehc_str *trouble);

#endif
