/*
 * keywords.h - finding labels: heads folded for look-up, taken apart into label and id, and the nearest spelling.
 */
#ifndef EHC_KEYWORDS_H
#define EHC_KEYWORDS_H

#include "ehc/syntax.h"

#define EHC_HEAD_LIMIT 40       /* code points of a label with its id; what is longer is prose */
#define EHC_HEAD_BYTES ((size_t)EHC_HEAD_LIMIT * 4)
#define EHC_HEAD_WORDS 20
#define EHC_HEAD_WRITTEN 1000    /* bytes of a head as written, however many blanks are in it */
#define EHC_IN_ANY (EHC_IN_P | EHC_IN_H | EHC_IN_A | EHC_IN_T | EHC_IN_R | EHC_IN_S)

/* A head in small letters, blanks folded, ’ as '; with the way back to the head as written. */
struct ehc_folded {
	char text[EHC_HEAD_BYTES + EHC_HEAD_LIMIT];     /* bytes that begin no code point may fill the first part */
	size_t len;
	size_t read;                    /* offset of what ended it: a colon, a line's end or the end */
	size_t nwords;
	struct ehc_head_word {
		size_t start, end;      /* in the text */
		size_t from, to;        /* in what was read */
		uint32_t hash;          /* of the text up to its end */
	} words[EHC_HEAD_WORDS];
};

/* Bytes of the white space at s[i], 0 for none: also no-break and wide blanks, which come with pasted text. */
size_t ehc_any_blank_at(struct ehc_str s, size_t i);
/* The same; nearly always it is a letter or a space. */
static inline size_t
ehc_blank_at(struct ehc_str s, size_t i)
{
	unsigned char c = (unsigned char)s.ptr[i];

	return c > ' ' && c < 0x80 ? 0 : c == ' ' ? 1 : ehc_any_blank_at(s, i);
}
/*
 * Reads the head with which s begins, up to a colon or the line's end, without the blanks around it. False where this cannot be a label:
 * it is empty, has more than EHC_HEAD_LIMIT code points, or a sentence ends in it.
 */
bool ehc_head_fold(struct ehc_str s, struct ehc_folded *out);

/* What stands between a label and its colon. */
enum ehc_rest {
	EHC_REST_NONE,
	EHC_REST_ID,
	EHC_REST_BAD_ID,        /* stands where an id should, but is none */
	EHC_REST_WORDS,
	EHC_REST_SLOT,          /* words inside the label itself: `if R1 cannot be given` */
};

/* A head taken apart. Offsets are those of what was read. */
struct ehc_head {
	const struct ehc_keyword *keyword;      /* NULL: no label of these documents */
	enum ehc_rest rest;
	size_t label_end;
	size_t rest_from, rest_to;
};

enum ehc_which { EHC_EVERY_LABEL, EHC_HEADS, EHC_NO_HEADS };    /* heads of documents alone, or all but those */

/* Takes a folded head apart by the labels that documents of `docs` know. */
struct ehc_head ehc_head_read(const struct ehc_folded *f, unsigned docs, enum ehc_which which);

/*
 * A line of text that begins like a field of `on`, or like an item, is probably meant as one: the label, and in *len the
 * bytes up to its colon. NULL where it is plainly text.
 */
const struct ehc_keyword *ehc_hidden_label(struct ehc_str line, unsigned docs, unsigned on, size_t *len);

/* The nearest spelling known to `docs`, or NULL when none is near; where two are equally near, one that fields of `on` have. */
const struct ehc_spelling *ehc_head_nearest(const struct ehc_folded *f, unsigned docs, unsigned on);

/* An item with its id is meant, so plainly that the line can be read as one. */
bool ehc_head_is_item(const struct ehc_folded *f, const struct ehc_spelling *nearest);

bool ehc_id_is_well_formed(struct ehc_str id, enum ehc_label label);
/* "E1, E2 and E4": takes the next word that should be an id off *rest. False at the end. */
bool ehc_id_list_next(struct ehc_str *rest, struct ehc_str *word);
/* A section's letter; also "H", "D and E", "H1/H2": sections that ought to stand apart, which the rules on structure say. */
bool ehc_names_sections(struct ehc_str s);
unsigned ehc_docs_of(enum ehc_doc_kind kind);   /* the bit of a kind of document; 0 for none */
const char *ehc_kind_name(enum ehc_doc_kind kind);      /* "EHC plan", "profile of house rules" */

#endif
