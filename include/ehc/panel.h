/*
 * panel.h - the report on many plans, for a quality panel: read in parallel, kept as small records, shown as tables.
 *
 * A batch goes through three stages. Each plan is compiled, boiled down to a record of a fixed size and forgotten
 * (src/panel/record.c). The records and a few sums become tables and lists (src/panel/tables*.c). Small counts are then
 * hidden, once and for every drawer (src/panel/hide.c): what is hidden is no longer in the tables, so that no page, chart,
 * file or history can show it by mistake. CSV, JSON, PDF and pages draw what is here and nothing else.
 *
 * Plans are called P1, P2 ... Words of a plan stand in no table or list, but for what names a group (a locality, a writer) that
 * at least five plans share; schools are called S1, S2 ...
 * Ownership: everything is in the arena that the panel was made in. Same plans, options and key: same panel, whatever the threads.
 */
#ifndef EHC_PANEL_H
#define EHC_PANEL_H

#include "ehc/ehc.h"
#include "ehc/qa.h"

/* ---- what a caller asks for ---- */

/* Counts of plans from 1 to this, exclusive, are hidden. */
enum { EHC_PANEL_FEWEST = 5 };

struct ehc_panel_file {
	const char *path;
	const char *trouble;            /* why it cannot be read at all; NULL when it may */
};

struct ehc_panel_options {
	struct ehc_options compile;
	unsigned jobs;                  /* threads; 0: as many as there are processors */
	bool identify;                  /* names, references, paths and small counts are shown; every page says so */
	bool quotes;                    /* sentences at fault, masked (shown as they are with `identify`) */
	bool by_writer;                 /* tables by plan writer */
	size_t sample;                  /* plans to draw for the panel; 0: none */
	uint64_t seed;
	bool keyed;                     /* make a key: which plan P17 is */
	struct ehc_str key;             /* what the key file held, line by line: P17 and a path; empty: none was there */
	/* Called under a lock, now and then; false stops the run. May be NULL. */
	bool (*progress)(void *self, size_t done, size_t of);
	void *progress_self;
};

/* ---- tables ---- */

enum ehc_panel_measure {
	EHC_PANEL_PLANS,                /* how many plans */
	EHC_PANEL_ITEMS,                /* how many items: findings, provisions, tasks, medicines */
	EHC_PANEL_HOURS,                /* hours a year, in hundredths */
	EHC_PANEL_PENCE,                /* pounds a year, in pence */
};

enum ehc_panel_hidden {
	EHC_PANEL_SHOWN,
	EHC_PANEL_FEW,                  /* it concerns fewer than five plans */
	EHC_PANEL_WITH_IT,              /* hidden so that another cannot be worked out */
	EHC_PANEL_MOST,                 /* all of them, or all but fewer than five: the rest would be too few */
};

/* Where hidden is not SHOWN, the figures are zero. */
struct ehc_panel_cell {
	int64_t value;                  /* in the column's measure */
	uint32_t plans;                 /* how many plans it comes from; equals value where the measure is PLANS */
	enum ehc_panel_hidden hidden;
};

struct ehc_panel_column {
	const char *id;                 /* "in-time": stable, for CSV, JSON and history */
	const char *heading;            /* "In time" */
	enum ehc_panel_measure measure;
	bool good;                      /* more is better; for the order of colours in a chart */
};

struct ehc_panel_row {
	struct ehc_str id;              /* "F", "SPEC-001", or the name; unique in the table */
	struct ehc_str name;            /* "F Special educational provision" */
	struct ehc_panel_cell *cells;   /* one a column */
	struct ehc_panel_cell plans;    /* of the row in all; only where has_totals */
};

enum ehc_panel_part {                   /* on which page it belongs; ORDER PANEL PART: names in engine.c */
	EHC_PANEL_SUMMARY, EHC_PANEL_GRADES, EHC_PANEL_TIME, EHC_PANEL_FINDINGS, EHC_PANEL_GROUPS, EHC_PANEL_COMMISSIONING,
	EHC_PANEL_HEALTH, EHC_PANEL_PARTS
};
const char *ehc_panel_part_name(enum ehc_panel_part p);         /* "commissioning" */

enum ehc_panel_chart {
	EHC_PANEL_NO_CHART,
	EHC_PANEL_BARS,                 /* one bar a row, of the first column */
	EHC_PANEL_STACK,                /* the columns are parts of the row's plans: one stacked bar a row */
	EHC_PANEL_HEAT,                 /* every cell shaded by its value */
};

struct ehc_panel_table {
	const char *id;                 /* "grades-by-section": stable; also the name of its CSV file */
	const char *title;
	const char *about;              /* one or two plain sentences: what is counted, what it does not say; for every drawer */
	const char *first;              /* heading of the first column: "Section" */
	enum ehc_panel_part part;
	enum ehc_panel_chart chart;
	bool columns_are_parts;         /* the cells of a row add up to the row's plans */
	bool rows_are_parts;            /* the rows add up to the last row, "All plans" */
	bool rows_overlap, columns_overlap;     /* a plan may stand in several rows, in several columns */
	bool sums_elsewhere;            /* what the cells of a row add up to is a figure of another table */
	bool linked;                    /* the first column less another is a figure too: the others are shown together or not at all */
	bool has_totals;                /* each row has `plans` */
	const struct ehc_panel_column *columns;
	size_t ncolumns;
	struct ehc_panel_row *rows;     /* sorted for reading; where rows_are_parts, the last is "All plans" */
	size_t nrows, cap;
	size_t pooled;                  /* names that too few plans share, put together in one row; 0: none */
	struct ehc_panel_table *next;
};

/* ---- lists: a row a plan, by pseudonym, without anything about the child ---- */

/* Why a plan stands near the top of the reading list; bits. ORDER REASON: reading.c. */
enum {
	EHC_READ_UNREADABLE = 1 << 0,   /* could not be read: nothing about it is known */
	EHC_READ_SAFETY = 1 << 1,       /* a finding of the class safety, as an error */
	EHC_READ_OTHER_CHILD = 1 << 2,  /* may hold another child's name or particulars */
	EHC_READ_NOT_UNDERSTOOD = 1 << 3,       /* lines that could not be understood */
	EHC_READ_NO_PROVISION = 1 << 4, /* a need or outcome without provision */
	EHC_READ_WAIVED_ERROR = 1 << 5, /* an error was accepted with a reason */
	EHC_READ_MUCH = 1 << 6,         /* a section has much to mend */
	EHC_READ_COPIED = 1 << 7,       /* shares sentences with plans of other children */
	EHC_READ_LAPSED = 1 << 8,       /* training, a medicine, consent or a review has lapsed */
	EHC_READ_ONE_PERSON = 1 << 9,   /* a task hangs on one trained person */
	EHC_READ_LATE = 1 << 10,        /* its final plan, or its review, came after the limit */
	EHC_READ_REASONS = 11
};
const char *ehc_panel_reason_name(unsigned bit);        /* of one bit: "safety" */
const char *ehc_panel_reason_words(unsigned bit);       /* "A child could come to harm: a safety finding." */

enum { EHC_PANEL_STANDARDS = 20 };

struct ehc_panel_quote {
	const char *rule;
	struct ehc_str item;            /* "F1"; empty for the plan as a whole */
	struct ehc_str words;           /* masked, unless `identify`; empty without `quotes` */
};

/* One plan. `name`, `reference` and `path` are empty unless `identify`. */
struct ehc_panel_plan {
	unsigned number;                /* 17 for P17 */
	struct ehc_str name, reference, path;
	const char *kind;               /* "EHC plan", "health care plan" ... */
	const char *status;             /* "draft"; "" where it says none */
	struct ehc_str failure;         /* why it could not be read, without its path; else empty */
	unsigned reasons;               /* EHC_READ_... */
	uint32_t errors, warnings, notes, todo, missed, accepted;
	enum ehc_grade lowest;    /* of its sections */
	int lowest_section;             /* enum ehc_section, EHC_NO_SECTION where there is none */
	uint32_t shared;                /* sentences that it shares with plans of other children */
	enum ehc_grade standards[EHC_PANEL_STANDARDS];  /* of its quality standards, in their order */
	bool health_plan;               /* whose standards they are */
	EHC_VEC(struct ehc_panel_quote) look;   /* reading list: where to look first, the gravest findings; else empty */
};
struct ehc_panel_plans { struct ehc_panel_plan *items; size_t count, cap; };

/* One sentence that plans of different children share. */
struct ehc_panel_shared {
	size_t words;                   /* how long it is */
	uint32_t plans;
	const unsigned *numbers;        /* pseudonyms, ascending; at most EHC_PANEL_NAMED of them */
	size_t nnumbers;
	struct ehc_str item;            /* where it stands in the first of them: "F3" */
	struct ehc_str quote;           /* masked; empty without `quotes` */
};
enum { EHC_PANEL_NAMED = 20, EHC_PANEL_SHARED_LISTED = 100 };

/* What of a health care plan has lapsed or lapses soon. No date is given: the plan has it. */
enum ehc_panel_lapse { EHC_LAPSE_TRAINING, EHC_LAPSE_MEDICINE, EHC_LAPSE_CONSENT, EHC_LAPSE_REVIEW, EHC_LAPSES };
const char *ehc_panel_lapse_name(enum ehc_panel_lapse l);       /* "training" */
enum ehc_panel_when { EHC_WHEN_LAPSED, EHC_WHEN_30, EHC_WHEN_60, EHC_WHENS };
const char *ehc_panel_when_words(enum ehc_panel_when w);        /* "lapsed", "within 30 days", "within 60 days" */
struct ehc_panel_due {
	unsigned number;
	uint8_t counts[EHC_LAPSES][EHC_WHENS];  /* how many of each; 255 for more */
	uint8_t alone;                  /* tasks that hang on one trained person */
};

/* ---- the whole ---- */

struct ehc_history;
struct ehc_panel {
	struct ehc_arena *arena;
	const struct ehc_history *history;      /* earlier reports, to be drawn beside this one; NULL where none are kept */
	ehc_day as_of;
	bool identify, quotes;
	size_t files, read, failed;     /* files named or found, understood, not read */
	size_t plans_counted;           /* EHC plans and health care plans: what the tables are about */
	struct ehc_totals totals;       /* of all plans, for an exit status; in no report */
	struct ehc_str profiles;        /* chains of house rules in force: "national > example-county" */
	struct ehc_panel_table *tables; /* in the order of pages */
	struct ehc_panel_plans reading; /* what to read first, the gravest first; at most EHC_PANEL_READING */
	struct ehc_panel_plans failures;        /* files that could not be read, with the reason */
	struct ehc_panel_plans plans;   /* every plan, by number; only where `identify` */
	struct ehc_panel_plans sample;  /* what the panel reads, by number */
	struct ehc_panel_plans waived;  /* beside the sample: plans in which somebody accepted an error */
	uint64_t seed;
	EHC_VEC(struct ehc_panel_shared) shared;        /* by plans, descending */
	struct ehc_str key;             /* the key as it now stands: for a file that only the panel's owner can read */
	size_t shared_in_all;           /* sentences; `shared` lists the first EHC_PANEL_SHARED_LISTED */
	EHC_VEC(struct ehc_panel_due) due;      /* health care plans; what has lapsed first, then by number */
};
enum { EHC_PANEL_READING = 25 };

/*
 * Reads the files and makes the panel. NULL when the run cannot be done at all: *trouble says why (a key that cannot
 * be read, no room for the temporary file), or is empty where `progress` stopped it.
 */
struct ehc_panel *ehc_panel_make(struct ehc_arena *a, const struct ehc_panel_file *files, size_t n, const struct ehc_panel_options *o,
    struct ehc_str *trouble);
/* Threads that a run over so many files uses. */
unsigned ehc_panel_jobs(unsigned wanted, size_t files);

const struct ehc_panel_table *ehc_panel_find(const struct ehc_panel *p, const char *id);        /* NULL */
const struct ehc_panel_row *ehc_panel_row_find(const struct ehc_panel_table *t, const char *id);
/* "1,234", "28.5", "£1,200", or what stands for a hidden figure: "fewer than 5", "hidden", "nearly all". */
void ehc_buf_panel_cell(struct ehc_buf *out, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell);
/* What every page says at its head: pseudonymised, still special-category personal data; or that it names people. */
const char *ehc_panel_warning(const struct ehc_panel *p);

/* ---- drawers ---- */

void ehc_panel_json(const struct ehc_panel *p, struct ehc_buf *out);            /* templates/schema/panel.schema.json */
void ehc_panel_csv(const struct ehc_panel_table *t, struct ehc_buf *out);       /* no cell can run as a formula */
struct ehc_document;
struct ehc_document *ehc_panel_document(struct ehc_arena *a, const struct ehc_panel *p);        /* the summary, for PDF */
/* The HTML pages: calls `put` once a file, with its name inside the folder. */
void ehc_panel_html(const struct ehc_panel *p, void (*put)(void *self, const char *name, const struct ehc_buf *page), void *self);


/*
 * Writes the whole report into a folder of its own: tables and lists as CSV, panel.json, summary.pdf, pages. It is made beside
 * the folder under another name and then takes its place at once, so that the last whole report stands until the new one
 * does; files that are no part of a report are carried over. False: *trouble says why, the folder is as it was. `without`
 * gets why there is no summary.pdf, else stays empty.
 */
bool ehc_panel_write(struct ehc_arena *a, const struct ehc_panel *p, const char *folder, struct ehc_str *trouble, struct ehc_str *without);
/* Why no report may be written there; empty where it may. */
struct ehc_str ehc_panel_refuses(struct ehc_arena *a, const char *folder);

/* ---- two markers (src/panel/marks.c) ---- */

/*
 * Compares two filled-in marking sheets: for each question and for all, how many both marked, how many alike, and Cohen's
 * kappa. False: *trouble says which line is not understood.
 */
bool ehc_panel_agreement(struct ehc_arena *a, struct ehc_str one, struct ehc_str other, struct ehc_buf *out, struct ehc_str *trouble);

#endif
