/*
 * bind.h - what the files of this folder share while a plan is being bound. Nothing outside src/model includes it.
 */
#ifndef EHC_MODEL_BIND_H
#define EHC_MODEL_BIND_H

#include "ehc/model.h"
#include "model/index.h"

/* ---- the state of one binding ---- */

struct ehc_binder {
	struct ehc_plan *plan;
	struct ehc_arena *arena;
	struct ehc_intern *names;
	enum ehc_section section;       /* where the walk stands */
	struct ehc_row *row;
	struct ehc_row **row_end;
	struct ehc_item **item_end;
	size_t nitems;
	size_t nsections;
	size_t made[128];               /* ids made so far, by their first letter */
	size_t row_ties;
	struct ehc_index *definitions;  /* the word -> struct ehc_prose_entry */
	size_t definition_words;        /* in the longest word or phrase defined */
	struct ehc_index *called;       /* names of staff, medicines, feeds and contacts -> the item */
	size_t called_words;            /* in the longest of them */
	EHC_VEC(struct ehc_event) events;
	EHC_VEC(struct ehc_exception) exceptions;
	EHC_VEC(struct ehc_area_statement) areas;
	EHC_VEC(struct ehc_prose_entry) texts;
};

void ehc_bind_fault(struct ehc_binder *b, enum ehc_fault_kind kind, const struct ehc_node *node, const struct ehc_item *it,
    struct ehc_str words, struct ehc_span span);
/* Typed fields of a template, and values with a placeholder in them, are left as words. */
bool ehc_bind_is_open(const struct ehc_binder *b, struct ehc_str value);

/* ---- values.c: what the text of one field says ---- */

/* Could a part of s, or lines of it put together, hold a placeholder? Asked once of the whole file, which seldom does. */
bool ehc_placeholder_possible(struct ehc_str s);
/* Where `part`, a slice of t, stands in the source. */
struct ehc_span ehc_part_span(const struct ehc_text *t, struct ehc_str part);
/* Blanks, commas, semicolons and a closing full stop off both ends. */
struct ehc_str ehc_words_trim(struct ehc_str s);
/* The next part of *rest up to `;`. */
bool ehc_entry_next(struct ehc_str *rest, struct ehc_str *part);

struct ehc_date_found { size_t at, len; ehc_day day; bool month_only, numeric; };
/* The first date in s from offset `from` on, or the last one; false when there is none. */
bool ehc_date_find(struct ehc_str s, size_t from, struct ehc_date_found *out);
bool ehc_date_find_last(struct ehc_str s, struct ehc_date_found *out);

struct ehc_date ehc_bind_date(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it);
struct ehc_dates ehc_bind_dates(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it);
int ehc_bind_yes(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it);
/* 0 (Reception) to 14, or -1; `needs_word`: only where "Year" or the like is said. */
int ehc_year_group(struct ehc_str s, bool needs_word);

/* ---- people.c: who, who agreed, who answers for it ---- */

struct ehc_who ehc_bind_who(struct ehc_binder *b, const struct ehc_node *field);
/* Fills `who` from the definition of a word that stands among `words`. */
void ehc_bind_definition(struct ehc_binder *b, struct ehc_who *who, struct ehc_str words);
struct ehc_consents ehc_bind_consents(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it);
struct ehc_agreements ehc_bind_agreements(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it);
void ehc_bind_accepts(struct ehc_binder *b, struct ehc_item *it);
void ehc_bind_steps(struct ehc_binder *b, struct ehc_item *it);

/* ---- sentence.c ---- */

/* Reads the amounts in the item's sentences, and puts them together with those of its fields. */
void ehc_bind_sentence(struct ehc_binder *b, struct ehc_item *it, const struct ehc_calendar *calendar);

/* ---- names.c ---- */

enum ehc_status ehc_status_read(struct ehc_str s);
enum ehc_area ehc_area_read(struct ehc_str s);          /* a name, or a heading that holds one; NONE where it names none of the four */
enum ehc_theme ehc_theme_read(struct ehc_str s);
bool ehc_is_nil(struct ehc_str s);                      /* "none", "nil", "not applicable" */

/* ---- items.c; link.c, rows.c and mention.c after the walk over the tree ---- */

/* True when s is an id; `section` is that of its letter, with a figure for H1 and H2, or none. */
bool ehc_id_read(struct ehc_str s, enum ehc_section *section);
void ehc_bind_item(struct ehc_binder *b, const struct ehc_node *node);
/* Reads the amounts of all items, from their fields and from their sentences. */
void ehc_bind_amounts(struct ehc_binder *b);
void ehc_bind_links(struct ehc_binder *b);
void ehc_bind_rows(struct ehc_binder *b);
/* Learns the names by which items are called; before links are read. */
void ehc_bind_names(struct ehc_binder *b);
void ehc_bind_mentions(struct ehc_binder *b);
/* Does the row's name begin with that word, or words? */
bool ehc_row_is_about(struct ehc_str name, const char *word);
/* A tie, put into both ends' lists. */
void ehc_tie(struct ehc_binder *b, const struct ehc_link *l);

#endif
