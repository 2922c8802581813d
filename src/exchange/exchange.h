/*
 * exchange.h - shared by the files that write, read and describe the interchange XML.
 */
#ifndef EHC_EXCHANGE_INNER_H
#define EHC_EXCHANGE_INNER_H

#include "ehc/exchange.h"

struct ehc_index;

/* ---- name.c: what labels are called in XML ---- */

enum { EXCHANGE_NAME = 64 };    /* bytes of an element's name with its NUL, at most */

/* "childs-views" for `child's views`. */
const char *exchange_name(const struct ehc_keyword *k, char name[EXCHANGE_NAME]);
/* The element that holds an entry's own words; NULL for one whose words stand in it or in an attribute. */
const char *exchange_words(const struct ehc_keyword *k);
/* The attribute for what stands between the label and its colon; NULL where nothing does. */
const char *exchange_rest(const struct ehc_keyword *k);
/* A section or a row: what follows it is inside. */
bool exchange_is_container(const struct ehc_keyword *k);
/* The label that an element stands for, in documents of `docs`; for a field what it may belong to is `on`, else 0. NULL: none. */
const struct ehc_keyword *exchange_label(struct ehc_str element, unsigned docs, unsigned on);

/* ---- typed.c: what words say, for programs ---- */

struct exchange_attribute { const char *name; struct ehc_str value; };
enum { EXCHANGE_TYPED = 8 };
/* What can be read out of a field's words; returns how many. `ids` are those of the document. */
size_t exchange_typed(struct ehc_arena *a, const struct ehc_keyword *k, struct ehc_str words, const struct ehc_index *ids,
    struct exchange_attribute out[EXCHANGE_TYPED]);
/* The names of the attributes that a label's element may have beside its words, in order; NULL at the end. */
const char *const *exchange_typed_names(const struct ehc_keyword *k);
/* The ids of the items, each to its node. */
struct ehc_index *exchange_ids(struct ehc_arena *a, const struct ehc_tree *tree);

/* ---- xml.c: the parsed file, made by ehc-xml.so ---- */

/* An element, or a run of characters (its name is empty). */
struct exchange_node {
	struct ehc_str name, text;
	uint32_t line;
	struct exchange_xml_attribute { struct ehc_str name, value; struct exchange_xml_attribute *next; } *attributes;
	struct exchange_node *first, *last, *next, *parent;
	const struct ehc_keyword *keyword;      /* set while reading */
	bool filled;                            /* its words were made from its attributes */
};
struct exchange_fault { struct ehc_str message; uint32_t line; };
const struct exchange_xml_attribute *exchange_attribute(const struct exchange_node *n, const char *name);
/* The first element among n and its next siblings. */
struct exchange_node *exchange_element(struct exchange_node *n);

/* ---- check.c: what is wrong with it ---- */

/* Finds the label of each element. False: *fault says what is wrong where. */
bool exchange_check(struct ehc_arena *a, struct exchange_node *root, struct exchange_fault *fault);
unsigned exchange_docs(const struct ehc_keyword *head);

/* ---- text.c: prose and its elements ---- */

void exchange_put_text(struct ehc_buf *out, struct ehc_str text, int depth, const char *element, const struct exchange_attribute *typed, size_t ntyped);
/* The lines of the words in an element. */
struct ehc_str exchange_text(struct ehc_arena *a, const struct exchange_node *n);
/* XML text, or the value of an attribute. */
void exchange_escape(struct ehc_buf *out, struct ehc_str s, bool attribute);
/* White space folded to single blanks, none at the ends. */
struct ehc_str exchange_fold(struct ehc_arena *a, struct ehc_str s);

/* ---- the symbol of ehc-xml.so ---- */

__attribute__((visibility("default")))
struct exchange_node *ehc_xml_read(struct ehc_arena *a, struct ehc_str bytes, struct exchange_fault *fault);

#endif
