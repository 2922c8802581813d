/*
 * passage.h - any words of the plan, whether they are an item's own or stand in a section, looked at alike.
 */
#ifndef EHC_RULES_PASSAGE_H
#define EHC_RULES_PASSAGE_H

#include "ehc/prose.h"
#include "rules/rules.h"

/* How long its sentences are. Words are runs of letters. */
struct ehc_reading {
	size_t words, sentences;
	size_t over;                            /* sentences of more than EHC_LONG_SENTENCE words */
	size_t most;                            /* words of the longest, the first of them, and where it stands */
	size_t at, len;
	bool capitals;                          /* a word begins with two capital letters */
};
#define EHC_LONG_SENTENCE 25

struct ehc_passage {
	const struct ehc_item *item;            /* NULL for a text of a section */
	enum ehc_section section;
	enum ehc_label label;                   /* of the text, or of the item */
	const struct ehc_text *text;
	const struct ehc_pairs *pairs;          /* of its letters; NULL in one that is not of ehc_passages_of() */
	struct ehc_reading reading;             /* zeroed in such a one */
};
struct ehc_passages { const struct ehc_passage *list; size_t count; };

/* The words of all needs, outcomes and provision, and the texts of sections A to K, in that order. Standard text and what signs or copies the plan is left out. */
struct ehc_passages ehc_passages_of(struct ehc_check *c);
/* Flags words of the passage: on its item, or on its section. */
struct ehc_finding *ehc_flag_passage(struct ehc_check *c, const struct ehc_passage *p, size_t at, size_t len, const char *fmt, ...) EHC_PRINTF(5, 6);
/* Does that byte stand within speech marks? Places are asked in their order; start with a zeroed struct. */
struct ehc_speech { bool straight, curved; size_t upto; };
bool ehc_is_quoted(struct ehc_speech *q, struct ehc_str s, size_t at);
/* The first whole word (or words) outside speech marks, or SIZE_MAX. */
size_t ehc_find_said(struct ehc_str s, const char *words);
/* The same for several; *which, where not NULL, gets the one that was found. */
size_t ehc_find_any_said(struct ehc_str s, const char *const *words, size_t n, const char **which);
/* In an item's own words. */
size_t ehc_item_find_any_said(const struct ehc_item *it, const char *const *words, size_t n, const char **which);
/* Of a static list: words that the plan does not hold cost nothing. */
size_t ehc_passage_find_any(const struct ehc_check *c, const struct ehc_passage *p, const char *const *words, size_t n, const char **which);
/* The sentence around offset `at`, without its end. */
struct ehc_str ehc_sentence_at(struct ehc_str s, size_t at);
/* Whole years on the day by which the plan is judged, or -1. */
int ehc_check_age(const struct ehc_check *c);
/* Year 9 or later, by the stated year or by age. */
bool ehc_check_is_year_nine(const struct ehc_check *c);

#endif
