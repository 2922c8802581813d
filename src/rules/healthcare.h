/*
 * healthcare.h - what the rules on health care plans share: every text of the plan gathered once, words looked up in it,
 * and the questions about medicines, tasks and staff that several rules ask.
 *
 * Nothing here, nor in any rule that uses it, says that a dose is right or compares one with an age or a weight. The rules
 * look at whether something is said, and whether the plan says it once.
 */
#ifndef EHC_RULES_HEALTHCARE_H
#define EHC_RULES_HEALTHCARE_H

#include "rules/rules.h"

/* ---- healthcare_words.c: the texts of the plan ---- */

/* One text: an item's own words, a field, a step, a paragraph at the margin. */
struct ehc_line {
	const struct ehc_text *text;
	const struct ehc_node *node;
	const struct ehc_item *item;    /* NULL outside items */
	enum ehc_label label;           /* of the field, or of the entry */
	uint64_t starts;                /* with what its words begin; for healthcare_words.c alone */
};

/* Notes, acceptances and standard text are no part of it: they tell staff nothing about this child. */
struct ehc_lines {
	EHC_VEC(struct ehc_line) all;   /* in the file's order; those of one item stand together */
	size_t *first;                  /* by item: its first line, and behind the last item their number; lines of no item may stand between */
	unsigned char *sorts;           /* by item: of what sorts the medicine is, for the questions below */
	struct ehc_word_table *words;
	struct ehc_lines *clinicians;   /* those of who wrote, signed or is to be rung, and is a clinician by title; the first so many */
};
#define EHC_CLINICIANS_MOST 100
const struct ehc_lines *ehc_lines_of(struct ehc_check *c);

/*
 * `any` is a list of words or runs of words, "999|call an ambulance". Whole words, in any letter case; blanks and hyphens
 * are alike, and a plural is its singular: "second device" also finds "Second-devices". The list lasts as long as the check,
 * and s is a text of the plan, whole or cut between words; for any other of either, c is NULL.
 */
bool ehc_says(const struct ehc_check *c, struct ehc_str s, const char *any);
/* Offset of the first of them, and its bytes; SIZE_MAX where none is there. */
size_t ehc_says_at(const struct ehc_check *c, struct ehc_str s, const char *any, size_t *len);
bool ehc_plan_says(struct ehc_check *c, const char *any);
/*
 * All lines that say one of them, one a call, looked up and not read for it: in no order, and a line that says two of them comes
 * twice, once for each. Start with ehc_search_for(); NULL at the end.
 */
struct ehc_search { const char *rest; struct ehc_str phrase; uint32_t place, seen; };
struct ehc_search ehc_search_for(const struct ehc_check *c, const char *any);
const struct ehc_line *ehc_search_next(const struct ehc_lines *l, struct ehc_search *search);
/* The first line of the item, or NULL, that says one of them. */
const struct ehc_line *ehc_item_says(struct ehc_check *c, const struct ehc_item *it, const char *any);
/* The sentence around that offset, at most `most` bytes of it from its start, as a span of the source. */
struct ehc_span ehc_sentence_span(const struct ehc_text *t, size_t at, size_t most);
struct ehc_str ehc_sentence_of(struct ehc_str s, size_t at, size_t *start);
/* Those bytes of the text, cut short behind a word where they would fill more than a line. */
struct ehc_span ehc_part_of_line(const struct ehc_text *t, size_t at, size_t len);
/* Whole words of s, at most so many bytes: those right before the place `at`, and those from it on. */
struct ehc_str ehc_words_before(struct ehc_str s, size_t at, size_t most);
struct ehc_str ehc_words_behind(struct ehc_str s, size_t at, size_t most);
/* The same words with one blank between them. */
struct ehc_str ehc_one_line(struct ehc_arena *a, struct ehc_str s);

/* ---- healthcare_facts.c: medicines, tasks and staff ---- */

/* What is missing, as it is gathered for one message, and how much the worst of it weighs. */
struct ehc_gaps { struct ehc_str words[12]; size_t n; enum ehc_severity worst; };
void ehc_gap(struct ehc_gaps *g, bool missing, enum ehc_severity severity, const char *words);
/* A finding that points at the item's first words; at the plan's head where it is NULL. */
struct ehc_finding *ehc_flag_name(struct ehc_check *c, const struct ehc_item *it, const char *fmt, ...) EHC_PRINTF(3, 4);
/* The finding on them, pointing as above; `fmt` is what stands before the list. NULL where nothing is missing. */
struct ehc_finding *ehc_flag_gaps(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *fmt, ...) EHC_PRINTF(4, 5);
/* The same for what the item "does not say". */
struct ehc_finding *ehc_flag_unsaid_gaps(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g);

/* A medicine or feed that the school does not give. */
bool ehc_is_home_medicine(const struct ehc_check *c, const struct ehc_item *medicine);
/* All that the questions below ask of it, asked once. */
unsigned char ehc_sort_medicine(const struct ehc_check *c, const struct ehc_item *medicine);
/* Medicines and feeds that the school gives, in the file's order; NULL at the end. */
const struct ehc_item *ehc_school_medicine(struct ehc_check *c, const struct ehc_item *after);
/* Needed at once in an emergency: a step gives it, or it is one of those that are kept for that. */
bool ehc_is_rescue(struct ehc_check *c, const struct ehc_item *medicine);
bool ehc_is_adrenaline(struct ehc_check *c, const struct ehc_item *medicine);
bool ehc_is_midazolam(struct ehc_check *c, const struct ehc_item *medicine);
bool ehc_is_reliever(struct ehc_check *c, const struct ehc_item *medicine);
/* It is given when a sign shows, not at set times. */
bool ehc_is_when_needed(struct ehc_check *c, const struct ehc_item *medicine);
/* Its own words, its fields and the steps that give it say one of them. */
bool ehc_medicine_says(struct ehc_check *c, const struct ehc_item *medicine, const char *any);
/* Gaps in one medicine's entry are mended together, so they are shown together; `what` goes on from "Medicine R1". */
void ehc_flag_record(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *what, const char *suggestion);
/* `given by:` names the child. */
bool ehc_gives_it_alone(const struct ehc_check *c, struct ehc_str by);
/* The emergencies in which it is given say one of them. */
bool ehc_emergencies_say(struct ehc_check *c, const struct ehc_item *medicine, const char *any);
/* The field's words, or nothing where it says "to be confirmed" and the like. */
struct ehc_str ehc_field_words(const struct ehc_check *c, const struct ehc_item *it, enum ehc_label label);

bool ehc_task_is_critical(struct ehc_check *c, const struct ehc_item *task);
/* ---- tasks.c: the task table, ehc/house.h, in force ---- */

/* Made when first asked for. */
const struct ehc_task_table *ehc_tasks_of(struct ehc_check *c);
/* Does the item speak of that kind of task, itself or by what it uses? */
bool ehc_task_fits(const struct ehc_task_type *row, const struct ehc_item *it);
/* Offset of the words outside speech marks that speak of it, and their bytes; SIZE_MAX where none do. */
size_t ehc_task_spoken(const struct ehc_task_type *row, struct ehc_str text, size_t *len);
/* As `class of task:` says, else by the table. */
enum ehc_task_class ehc_task_class(struct ehc_check *c, const struct ehc_item *task);
bool ehc_task_needs_delegator(struct ehc_check *c, const struct ehc_item *task);
/* The row of the profile that alone puts the task in its class, or NULL. */
const struct ehc_task_type *ehc_task_by_house(struct ehc_check *c, const struct ehc_item *task);

/* ---- people ---- */

/* A member of staff of this plan is named, by id or name. */
bool ehc_names_staff(const struct ehc_check *c, struct ehc_str s);
#define EHC_FAMILY "parent|mother|father|mum|dad|carer|guardian|grandmother|grandfather|grandparent|grandma|grandpa|grandad|gran|nan|stepmother|stepfather|stepmum|stepdad|foster|family|aunt|uncle"

/* A health professional, by these words or by what the plan says elsewhere of the person whom they name. */
bool ehc_is_clinical_title(const struct ehc_check *c, struct ehc_str s);
bool ehc_is_clinician(struct ehc_check *c, struct ehc_str words);
/* The entry of `competent:` that signs this person off for the task (NULL: for any), or NULL. */
const struct ehc_consent *ehc_sign_off(const struct ehc_item *staff, const struct ehc_item *task);
/* The first day on which some training of this person lapses, or NULL. */
const struct ehc_date *ehc_lapse(const struct ehc_item *staff);
/* The day by which the plan is judged stale: that of the run, else the plan's own. */
ehc_day ehc_today(const struct ehc_check *c);
ehc_day ehc_plan_day(const struct ehc_plan *p);
#define EHC_SOON 31             /* days: a plan is not made for one month */
/* Lapsed today, or within a month of the plan's own date. */
bool ehc_has_lapsed(const struct ehc_check *c, const struct ehc_item *staff);
/* Those who do the task and those who cover it, each once; their number. */
size_t ehc_task_people(const struct ehc_item *task, const struct ehc_item **people, size_t most);

/* ---- days ---- */

/* IHP-055 beside another plan of the child (healthcare_versions.c), and the first day after `made` that stands in a text, or EHC_NODATE. */
void ehc_care_older_than_other(struct ehc_check *c);
ehc_day ehc_later_day(struct ehc_str s, ehc_day made, size_t *at, size_t *len);

/* ---- rows ---- */

#define EHC_HCP .documents = EHC_FOR_HEALTH_PLAN, .pack = "med-2015"
#define EHC_BY_GUIDANCE .source = "Supporting pupils at school with medical conditions (2015)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE
#define EHC_BY_TEMPLATE .source = "Supporting pupils at school with medical conditions (2015), template A", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_STATUTORY_GUIDANCE
#define EHC_BY_PRACTICE .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE
/* Believed to rest on guidance that was not read: nothing is claimed for it. */
#define EHC_BY_BELIEF .source = "", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE
#define EHC_BY_SOURCE(words) .source = words, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE
/* What nurses and therapists may hand on to staff who are none. */
#define EHC_BY_ANSWER EHC_BY_SOURCE("NMC and HCPC standards on delegation, as set out in a written answer in Parliament (80865)")

#define EHC_PEOPLE_MOST 64      /* of one task; no child's plan names more */

#endif
