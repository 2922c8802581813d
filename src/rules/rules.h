/*
 * rules.h - what the rule families share among themselves.
 */
#ifndef EHC_RULES_H
#define EHC_RULES_H

#include "ehc/rule.h"

/* The end of a family's table. */
#define EHC_NO_MORE_RULES { .id = NULL }

/* ---- places and words for messages ---- */

/* The document's head: where a finding about the whole plan points. */
struct ehc_span ehc_plan_place(const struct ehc_plan *p);
/* "provision F1" */
struct ehc_str ehc_item_called(struct ehc_arena *a, const struct ehc_item *it);
/* The same with a capital letter, to begin a sentence. */
struct ehc_str ehc_item_Called(struct ehc_arena *a, const struct ehc_item *it);
/* The first words of a text, about n bytes of them, with "..." where it goes on. */
struct ehc_str ehc_first_words(struct ehc_arena *a, struct ehc_str s, size_t n);
/* "B1", "B1 and B2", "B1, B2 and B3"; after `most` of them "and 4 more". */
struct ehc_str ehc_list_words(struct ehc_arena *a, const struct ehc_str *words, size_t n, size_t most);
/* The ids of the items of that kind of which `has` is not true, in the file's order; *n gets how many. */
struct ehc_str *ehc_ids_without(struct ehc_check *c, enum ehc_item_kind kind, bool (*has)(const struct ehc_item *), size_t *n);

/* ehc_flag() for functions that take a message to be filled in themselves. */
struct ehc_finding *ehc_vflag(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, const char *fmt, va_list args) EHC_PRINTF(4, 0);
/* A finding on the whole item, with its first words as those it is about, so that people see which item is meant. */
struct ehc_finding *ehc_flag_item(struct ehc_check *c, const struct ehc_item *it, const char *fmt, ...) EHC_PRINTF(3, 4);
struct ehc_finding *ehc_vflag_item(struct ehc_check *c, const struct ehc_item *it, const char *fmt, va_list args) EHC_PRINTF(3, 0);
/*
 * Completes a message that names its item and no more: "Provision F1" does not say `missing`. Several such findings on one
 * item are shown in one line: missing: how long; how often. Returns f.
 */
struct ehc_finding *ehc_finding_unsaid(struct ehc_check *c, struct ehc_finding *f, struct ehc_str missing);

/* ---- what the plan says ---- */

/* A value that says only that there is none: "none", "n/a", "not named in a draft", "to be confirmed". */
bool ehc_says_nothing(struct ehc_str s);
/* The day by which the plan's rules, ages and advice are judged: its own date, else the day of the run, else EHC_NODATE. */
ehc_day ehc_check_day(const struct ehc_check *c);
/* One more than the greatest number (`nth`) of an item: room for a mark on each. */
size_t ehc_item_count(const struct ehc_plan *p);
/* One of the words stands in s, as a whole word, in any letter case. */
bool ehc_has_word(struct ehc_str s, const char *const *words, size_t n);
/* The same for an item's own words. */
bool ehc_own_has_word(const struct ehc_item *it, const char *const *words, size_t n);

/* ---- words that the plan holds at all (held.c) ---- */

/*
 * May the plan hold these words, as whole words, or these letters anywhere? No is certain; where the plan is not known by its file, it may.
 * For rules that can end at once where it does not.
 */
bool ehc_may_say(const struct ehc_check *c, const char *words);
bool ehc_may_mention(const struct ehc_check *c, const char *letters);
/* What is left of a list when the words that the plan does not hold are taken out, in the list's order. The list is static: it is known by where it stands. */
struct ehc_wanted { const char *const *words; size_t n; };
struct ehc_wanted ehc_wanted_of(const struct ehc_check *c, const char *const *list, size_t n);
/* ehc_has_word() and ehc_own_has_word() for a static list and a text of the plan, whole or cut between words. */
bool ehc_says_any(const struct ehc_check *c, struct ehc_str s, const char *const *list, size_t n);
bool ehc_own_says_any(const struct ehc_check *c, const struct ehc_item *it, const char *const *list, size_t n);

/*
 * The same for a list in one string, "999|call an ambulance", of words that may stand beside figures ("10mg") and in the plural; it is
 * known by where it stands too. With it goes how its phrases begin (healthcare_words.c).
 */
struct ehc_phrases { const char *any; uint64_t starts; uint32_t first; };
struct ehc_phrases ehc_wanted_phrases(const struct ehc_check *c, const char *any);
struct ehc_phrases ehc_phrases_of(const char *any);

/* Reads the file, once for all rules. */
struct ehc_held *ehc_held_in(struct ehc_arena *a, struct ehc_str file);

/* ---- steps of running, each over all findings ---- */

/* Fills what the plan leaves open from the advice that it rests on, in the advice's exact words; what that leaves open too is its author's. */
void ehc_findings_advise(struct ehc_check *c);
/* Leaves out what another finding makes idle, and what cannot be judged while a placeholder stands in the item. */
void ehc_findings_silence(struct ehc_check *c);
/* Puts acceptances in force and reports on those that are not as they should be. */
void ehc_findings_accept(struct ehc_check *c);

/* ---- a rule of one family that another has written ---- */

/* PRIV-003, in template.c with all that concerns placeholders. */
void ehc_placeholder_left(struct ehc_check *c, const struct ehc_rule *self);
/* A template that was a form in Word: its placeholders are merge fields, which Word or another system fills in. */
bool ehc_is_word_form(const struct ehc_plan *p);

/* ---- profiles ---- */

/* "off because the panel reviews this" taken apart; false where the first word is no severity. */
bool ehc_setting_read(struct ehc_str text, enum ehc_severity *severity, struct ehc_str *because);
/* A figure at the start of s ("6.5 hours"); not known where there is none. */
struct ehc_ratio ehc_figure_read(struct ehc_str s);
/* Would this setting lower a rule that a profile may not lower? */
bool ehc_setting_is_barred(const struct ehc_rule *r, enum ehc_severity severity);

#endif
