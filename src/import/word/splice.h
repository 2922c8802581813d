/*
 * splice.h - changing a Word file without touching what is not meant: where the elements of a member stand, what is put in between,
 * and the package written with everything else as it was.
 */
#ifndef EHC_SPLICE_H
#define EHC_SPLICE_H

#include "import/word/pack.h"
#include "import/word/word.h"

/* ---- elements.c: where each element of a member stands, by its number ---- */

enum element_kind {
	ELEMENT_OTHER, ELEMENT_PARAGRAPH, ELEMENT_PROPERTIES, ELEMENT_RUN, ELEMENT_RUN_PROPERTIES, ELEMENT_TEXT, ELEMENT_TEXT_BOX, ELEMENT_CONTROL,
	ELEMENT_CONTENT, ELEMENT_ROW,   /* of a content control; of a table */
	ELEMENT_BOUND,                  /* says that a content control shows what is kept elsewhere; such a control */
	ELEMENT_PLAIN,                  /* says that its words have no marks of their own; such a control */
	ELEMENT_COMMENTS, ELEMENT_COMMENT,
	ELEMENT_FIELD,                  /* where a field begins, has its result, or ends */
	ELEMENT_WHOLE_FIELD,
};
/* Bytes of the member: `inner` is behind the start tag, `close` before the end tag; both are `end` where the tag closes itself. */
struct element {
	uint32_t begin, inner, close, end;
	uint32_t parent, last;          /* numbers, from 1; 0 for none. `last` is the last child */
	unsigned char kind;
	unsigned char prefix;           /* bytes of its name before the colon, with it */
	bool first;                     /* the first paragraph of a content control that holds paragraphs */
};
struct elements {
	struct ehc_str bytes;
	const char *space;              /* the namespace of Word that it uses; NULL: none */
	EHC_VEC(struct element) list;   /* the element with the number n is list.items[n - 1] */
};

/* False: these bytes are not UTF-8, or not the XML of a Word file. */
bool elements_find(struct elements *e, struct ehc_arena *a, struct ehc_str bytes);
const struct element *element_of(const struct elements *e, size_t number);
/* "w:" of the element; empty where the name has none. */
struct ehc_str element_prefix(const struct elements *e, const struct element *one);
/* How to write an element of Word beside that one: its prefix, and what must stand in its tag to declare it. */
struct spelling { struct ehc_str prefix, declared; };
struct spelling element_spelling(const struct elements *e, struct ehc_arena *a, const struct element *beside);
/* The value of an attribute of the element by its name without a prefix; empty for none. */
struct ehc_str element_attribute(const struct elements *e, const struct element *one, const char *name);
/*
 * The byte of the member at which the character with that offset among the element's own stands. *cdata: it is within a section
 * of characters that are no markup.
 */
size_t element_character(const struct elements *e, const struct element *one, size_t at, bool *cdata);
/* How many bytes of characters the element has. */
size_t element_length(const struct elements *e, const struct element *one);

/* ---- edit.c ---- */

struct edit { size_t at, gone; int rank; size_t nth; struct ehc_str bytes; };   /* at one place the lower rank comes first, then the order */
struct edits { struct ehc_arena *a; EHC_VEC(struct edit) list; };
void edit_insert(struct edits *e, size_t at, int rank, struct ehc_str bytes);
void edit_replace(struct edits *e, size_t at, size_t gone, struct ehc_str bytes);
/* The bytes with all of them made. */
struct ehc_str edits_make(struct edits *e, struct ehc_str bytes);

/* ---- controls.c: content controls, and where comments on their words may stand ---- */

/* Tells the kinds of controls apart, and their first paragraphs. */
void controls_find(struct elements *e);
/*
 * What a comment on words of that paragraph has to end behind: a control whose words are kept elsewhere, or the paragraph, where it is the
 * first of a control; 0 where a comment may stand in it like anywhere.
 */
size_t control_shut(const struct elements *e, size_t paragraph);
/* The next paragraph behind an element, or the last before it, in which a comment may stand; 0 for none. */
size_t control_next(const struct elements *e, size_t number);
size_t control_before(const struct elements *e, size_t number);

/* ---- marks.c: the text with marks of where the remarks stand; numbers from `first` ---- */

bool marks_make(struct ehc_arena *a, const struct trace *trace, struct elements *e, const struct ehc_remark *remarks, size_t n, unsigned long first, struct ehc_str *out);

/* ---- comments.c: the other members that say so ---- */

struct changes { EHC_VEC(struct pack_member) list; };
/* The number that no comment of the file has. */
bool comments_first(struct package *p, struct ehc_str main, const struct elements *text, unsigned long *first, struct ehc_str *trouble);
bool comments_make(struct package *p, struct ehc_str main, const struct ehc_remark *remarks, size_t n, unsigned long first, ehc_day day,
    struct changes *out, struct ehc_str *trouble);

#endif
