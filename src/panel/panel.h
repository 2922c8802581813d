/*
 * panel.h - what the stages of the batch share: a record a plan, and the sums that need no record.
 */
#ifndef EHC_PANEL_PRIVATE_H
#define EHC_PANEL_PRIVATE_H

#include "ehc/panel.h"
#include "ehc/prose.h"

#include <pthread.h>

/* ---- fixed names (kinds.c) ---- */

struct kind { const char *id, *name, *words; };
struct kinds { const struct kind *rows; size_t n; const char *other; };        /* index n is `other` */
extern const struct kinds panel_needs, panel_settings, panel_services, panel_advisers, panel_classes;
enum { MOST_KINDS = 24 };
/* The row whose words stand in `s`; kinds->n where none does or s is empty. */
unsigned panel_kind_of(const struct kinds *kinds, struct ehc_str s);
const char *panel_kind_name(const struct kinds *kinds, unsigned i);
const char *panel_kind_id(const struct kinds *kinds, unsigned i);

enum age { AGE_UNKNOWN, AGE_UNDER_5, AGE_5_10, AGE_11_15, AGE_16_18, AGE_19, AGES };
enum age panel_age(ehc_day born, ehc_day on);
extern const char *const panel_age_names[AGES], *const panel_age_ids[AGES];

/* ---- names as the plans write them: localities, writers, schools (labels.c) ---- */

/* Number 0 is "not said". Safe to call from every thread. Numbers depend on who came first: nothing shown may. */
struct labels;
struct labels *panel_labels_new(struct ehc_arena *a);
void panel_labels_free(struct labels *l);
uint32_t panel_label(struct labels *l, struct ehc_str name);
size_t panel_labels_count(const struct labels *l);
struct ehc_str panel_label_name(const struct labels *l, uint32_t number);

/* ---- one plan ---- */

enum dimension { BY_KIND, BY_STATUS, BY_SETTING, BY_NEED, BY_AGE, BY_LOCALITY, BY_WRITER, DIMENSIONS };
enum record_kind { KIND_EHC_PLAN, KIND_HEALTH_PLAN, KIND_OTHER, KIND_FAILED, KINDS };

/* How one dated step stands. */
enum standing { STEP_NONE, STEP_IN_TIME, STEP_EXCUSED, STEP_LATE, STEP_MISSING, STEP_NOT_DUE, STANDINGS };
enum step { STEP_DECIDE, STEP_FINAL, STEP_REVIEW_DECISION, STEP_REVIEW_FINAL, STEP_REVIEW_DUE, STEP_PHASE, STEPS };

enum part { PART_FULL, PART_OTHER, PART_SOME, PART_NONE, PARTS };

struct record {
	uint64_t child;                 /* equal where two documents are about one child; 0: not known */
	uint64_t order;                 /* pseudonyms without a key follow it */
	uint32_t number;                /* 17 for P17 */
	uint32_t locality, writer, school, failure;     /* labels */
	uint32_t errors, warnings, notes, todo, missed, accepted;
	uint32_t shared;
	uint32_t score;                 /* how soon to read it */
	uint16_t reasons;
	uint8_t kind, status, setting, need, age;
	uint8_t drafting;               /* errors of wording, completeness or safety: 1 none, 2 a few, 3 many */
	uint8_t steps[STEPS];
	uint8_t sections[EHC_SECTION_COUNT], agencies[EHC_AGENCIES], standards[EHC_PANEL_STANDARDS], most;
	uint8_t lowest_section;
	uint8_t due[EHC_LAPSES][EHC_WHENS], alone;
	bool g_not_nil, looked_after, moves_phase, waived;
};
_Static_assert(sizeof(struct record) <= 160, "a record is all that is kept of a plan");

/* ---- sums ---- */

/* `open` are items without hours; behind each figure stand plans of its own, because each is hidden by its own. */
struct sum { uint32_t plans, plans_counted, plans_open, items, open; int64_t hours, pence; };

enum { MOST_RULES = 800, MOST_FAMILIES = 80, MOST_PHRASES = 1200, PHRASE_WORDS = 48 };

struct due_sums { uint32_t items[EHC_LAPSES], plans[EHC_LAPSES]; uint32_t tasks, alone, task_plans, alone_plans; };

/* What is added up over plans as they pass. Addition alone: the order of plans plays no part. */
struct sums {
	struct sum rules[MOST_RULES];           /* by place in the families' order */
	struct sum heat[MOST_FAMILIES][EHC_SECTION_COUNT];
	struct sum phrases[MOST_PHRASES];
	char words[MOST_PHRASES][PHRASE_WORDS];  /* the first of its spellings in the alphabet, in words of the lexicon */
	struct sum parts[EHC_SECTION_COUNT][PARTS];     /* provision, by what can be counted of it; the first row is of all sections */
	struct sum joint[EHC_SECTION_COUNT];
	struct sum services[MOST_KINDS][AGES];
	struct sum service[MOST_KINDS];
	struct sum ages[AGES];
	uint32_t advice[MOST_KINDS][STANDINGS];
	uint32_t advice_plans[MOST_KINDS][STANDINGS];
	struct due_sums classes[MOST_KINDS];
	struct sum *localities, *providers;     /* by label */
	struct due_sums *schools;
	size_t nlocalities, nproviders, nschools;
};

struct batch;

/* What a thread needs to boil a plan down. */
struct worker {
	struct batch *batch;
	struct sums *sums;
	struct ehc_arena *scratch;      /* the compilation's: gone with the plan */
};

/* Fills the record and adds to the sums (record.c). `c` may have failed. */
void panel_record(struct worker *w, struct record *r, const struct ehc_compilation *c, bool read);
void panel_record_findings(struct worker *w, struct record *r, const struct ehc_compilation *c);       /* findings.c */
void panel_record_time(struct worker *w, struct record *r, const struct ehc_plan *p);                  /* time.c */
void panel_record_provision(struct worker *w, struct record *r, const struct ehc_compilation *c);      /* provision.c */
void panel_record_health(struct worker *w, struct record *r, const struct ehc_plan *p);                /* health.c */
void panel_sums_add(struct sums *into, const struct sums *from);        /* sums.c */
struct sum *panel_sum_of(struct sum **rows, size_t *n, uint32_t label);
struct due_sums *panel_due_of(struct sums *s, uint32_t label);
void panel_sums_free(struct sums *s);

/* Where each rule and each family stands among all; families that share a prefix are one (findings.c). */
struct places {
	const struct ehc_family *families;
	size_t nfamilies, first_rule[MOST_FAMILIES], nrules[MOST_FAMILIES], prefix_of[MOST_FAMILIES];
	const struct ehc_family *prefixes[MOST_FAMILIES];
	size_t nprefixes;
};
void panel_places(struct places *p);
const struct ehc_rule *panel_rule_at(const struct places *p, size_t place);

/* ---- sentences that plans share (sentences.c, spill.c) ---- */

struct mark { uint64_t hash; uint32_t plan, at; };      /* one sentence: where it starts in the file */

/* Marks go to a file that nobody else can open and that has no name; sorted there. */
struct spill;
struct spill *panel_spill_new(struct ehc_arena *a, struct ehc_str *trouble);    /* NULL: *trouble says why */
void panel_spill_free(struct spill *s);
bool panel_spill_add(struct spill *s, const struct mark *marks, size_t n);      /* safe from every thread; false: the disk is full */
/* All marks in order of hash, plan and place. */
bool panel_spill_begin(struct spill *s);
bool panel_spill_next(struct spill *s, struct mark *out);

struct marks { struct mark *items; size_t count, cap; };
void panel_sentences(struct ehc_arena *a, const struct ehc_plan *p, uint32_t plan, struct marks *out);
/* Sentences of a profile or a template: whoever uses it may hold them. */
void panel_sentences_given(struct ehc_arena *a, const struct ehc_tree *tree, struct marks *out);

/* ---- the batch (engine.c, order.c) ---- */

struct batch {
	const struct ehc_panel_file *files;
	size_t n;
	const struct ehc_panel_options *options;
	struct ehc_panel *panel;
	struct ehc_arena *arena;        /* the panel's: what is drawn */
	struct ehc_arena *kept;         /* what is kept while plans are read and counted: freed before anything is drawn */
	struct record *records;         /* one a file */
	struct sums *sums;
	struct places places;
	struct labels *localities, *writers, *schools, *failures, *chains, *providers;
	struct spill *spill;
	pthread_mutex_t lock;           /* guards what follows */
	size_t next, done, met;         /* met: how many chains of house rules, and the empty name */
	bool stopped, full;
	struct marks given;             /* sentences that are nobody's own; sorted once all are read */
};

/*
 * The files in an order, as places in the list: 4 bytes a plan, and as many again while they are sorted. `compare` gets two
 * places and the batch; it must leave no two of them equal.
 */
uint32_t *panel_order(struct ehc_arena *a, const struct batch *b, int (*compare)(const void *one, const void *other, void *batch));
int panel_compare_numbers(const void *one, const void *other, void *batch);     /* P1, P2 ... */
bool panel_compile(const struct batch *b, size_t i, struct ehc_compilation *c);
bool panel_shared(struct batch *b);                     /* shared.c: fills panel->shared and records; false: the temporary file failed */
bool panel_number(struct batch *b, struct ehc_str *trouble);    /* key.c: pseudonyms */
void panel_tables(struct batch *b);                     /* tables.c */
void panel_tables_groups(struct batch *b);
void panel_tables_findings(struct batch *b);
void panel_tables_commissioning(struct batch *b);
void panel_tables_health(struct batch *b);
void panel_lists(struct batch *b);                      /* reading.c, sample.c */
void panel_sample(struct batch *b);
void panel_hide(struct ehc_panel *p);                   /* hide.c */
bool panel_settle(struct ehc_panel *p);                 /* settle.c: hides more where sums settle what is hidden; true where it did */
struct ehc_panel_plan panel_plan_of(const struct batch *b, size_t i);
/* The words with every name, date, number and address of this plan masked (mask.c). */
struct ehc_str panel_mask(struct ehc_arena *a, const struct ehc_plan *p, struct ehc_str words);

/* ---- making tables (table.c) ---- */

struct ehc_panel_table *panel_table(struct batch *b, const char *id, enum ehc_panel_part part, const char *title, const char *about,
    const char *first, const struct ehc_panel_column *columns, size_t n);
struct ehc_panel_row *panel_row(struct batch *b, struct ehc_panel_table *t, struct ehc_str id, struct ehc_str name);
void panel_cell_plans(struct ehc_panel_cell *c, size_t plans);
void panel_cell_items(struct ehc_panel_cell *c, int64_t value, size_t plans);
/* Adds the row "All plans", or `name`, from the rows before it. */
void panel_total_row(struct batch *b, struct ehc_panel_table *t, const char *name, size_t plans);

#endif
