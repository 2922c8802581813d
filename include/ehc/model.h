/*
 * model.h - the typed plan: what the file means. Rules, reports and documents read it; nothing changes it once bound.
 *
 * Ownership: all of it is in the compilation's arena and points into the source.
 * A value that the plan does not hold is empty (text.str.len == 0), EHC_NODATE, NULL or zero - never invented.
 */
#ifndef EHC_MODEL_H
#define EHC_MODEL_H

#include "ehc/amount.h"
#include "ehc/diag.h"
#include "ehc/syntax.h"

/* The statutory sections (SEND Regulations 2014, reg. 12(1)), in its order. */
enum ehc_section {
	EHC_NO_SECTION, EHC_A, EHC_B, EHC_C, EHC_D, EHC_E, EHC_F, EHC_G, EHC_H1, EHC_H2, EHC_I, EHC_J, EHC_K, EHC_SECTION_COUNT
};
const char *ehc_section_name(enum ehc_section s);       /* "H1"; "" for none */
bool ehc_section_read(struct ehc_str s, enum ehc_section *out);

enum ehc_status {
	EHC_STATUS_NONE, EHC_WORKING, EHC_DRAFT, EHC_FINAL, EHC_PROPOSED, EHC_AMENDED_FINAL, EHC_CEASED, EHC_AGREED_PLAN, EHC_STATUS_OTHER
};
const char *ehc_status_name(enum ehc_status s);         /* "amended final"; "" for none */
/* The status that a profile's `words for the family on a draft:` are for; EHC_STATUS_NONE where the words name none. */
enum ehc_status ehc_status_of_words(struct ehc_str words);
bool ehc_words_are_for_review(struct ehc_str words);    /* "on a review": for the review form */
bool ehc_status_is_final(enum ehc_status s);            /* final or amended final; an agreed health care plan */

/* The four broad areas of need (SEND Code of Practice 6.28-6.35), and a fifth for the rest. */
enum ehc_area { EHC_AREA_NONE, EHC_AREA_COMMUNICATION, EHC_AREA_COGNITION, EHC_AREA_SEMH, EHC_AREA_SENSORY, EHC_AREA_OTHER };
const char *ehc_area_name(enum ehc_area a);             /* "communication and interaction"; "" for none */

/* Preparing for adulthood. */
enum ehc_theme { EHC_THEME_NONE, EHC_THEME_EMPLOYMENT, EHC_THEME_INDEPENDENCE, EHC_THEME_COMMUNITY, EHC_THEME_HEALTH };
const char *ehc_theme_name(enum ehc_theme t);           /* "independent living"; "" for none */

/* A field's text; empty when absent. */
struct ehc_value {
	struct ehc_text text;
	const struct ehc_node *node;    /* NULL when absent */
};

/* A date as written: words without a date have day == EHC_NODATE. A zeroed node means that the plan holds none. */
struct ehc_date {
	ehc_day day;
	ehc_day until;                  /* the second of "22 July 2026 to 1 September 2026", else EHC_NODATE */
	bool month_only, numeric;
	struct ehc_str words;           /* place, kind or condition that stands with it */
	struct ehc_span span;
	const struct ehc_node *node;    /* NULL when absent */
};
struct ehc_dates { struct ehc_date *items; size_t count; };

enum ehc_item_kind {                    /* ORDER ITEM: the bits EHC_ON_... of syntax.h */
	EHC_ITEM_ASPIRATION, EHC_ITEM_NEED, EHC_ITEM_OUTCOME, EHC_ITEM_PROVISION, EHC_ITEM_BUDGET, EHC_ITEM_ADVICE, EHC_ITEM_COMMENT,
	EHC_ITEM_CONDITION, EHC_ITEM_MEDICINE, EHC_ITEM_FEED, EHC_ITEM_STAFF, EHC_ITEM_TASK, EHC_ITEM_CARE, EHC_ITEM_EMERGENCY,
	EHC_ITEM_CONTACT, EHC_ITEM_TRAINING, EHC_ITEM_KINDS
};
const char *ehc_item_kind_name(enum ehc_item_kind k);   /* "provision" */

enum ehc_relation {
	EHC_REL_FOR,            /* outcome, provision, budget ... -> need or condition */
	EHC_REL_TOWARDS,        /* provision, budget -> outcome */
	EHC_REL_SUPPORTS,       /* outcome -> aspiration */
	EHC_REL_EVIDENCE,       /* need, outcome, provision -> advice (`evidence`, `informed by`) */
	EHC_REL_PAYS_FOR,       /* budget -> provision */
	EHC_REL_CHANGED,        /* comment -> any */
	EHC_REL_USES,           /* task -> medicine, feed */
	EHC_REL_TRAINED_FOR,    /* staff -> task */
	EHC_REL_DELEGATED_TO,   /* task -> staff */
	EHC_REL_COVER,          /* task, emergency, care -> staff; assumed where `covers:` on the member of staff says it */
	EHC_REL_COVERS,         /* staff -> the staff whose part they take */
	EHC_REL_NAMES,          /* any item -> advice (EHC plan), staff, medicine, feed, contact or training (health care plan) that its words name */
	EHC_RELATIONS
};
const char *ehc_relation_name(enum ehc_relation r);     /* "informed by" */

/*
 * One tie of the golden thread. `to` is NULL where what was written names nothing; such links are in plan->broken and
 * in no item's lists. A link to an item that the relation does not fit (`for: E1`) is no tie: it is a fault.
 */
struct ehc_link {
	enum ehc_relation relation;
	struct ehc_item *from, *to;
	struct ehc_str written;         /* the id, or the plain words, as they stand */
	struct ehc_span span;
	bool assumed;                   /* from a row or a category, not from a field */
	bool by_row;                    /* the row made it (firm where the row holds one need) */
	bool is_words;                  /* written as plain words, not as an id */
};
struct ehc_links { struct ehc_link **items; size_t count, cap; };

/* `who:` taken apart. */
struct ehc_prose_entry;
struct ehc_who {
	struct ehc_value value;
	struct ehc_str role, qualification, cover, training;
	const struct ehc_prose_entry *definition;       /* of a word in the role, or where there is no `who:` in the item's text; it fills
	                                   an empty qualification, and the weeks of the amount */
};

/* What somebody agreed to and when: entries of `consent`, `competent`, `agreed`. */
struct ehc_consent {
	struct ehc_str words;           /* without the date */
	struct ehc_str task;            /* competent: "T1" where an entry names one; one that names two tasks is two entries */
	ehc_day day;
	struct ehc_span span;
};
struct ehc_consents { struct ehc_consent *items; size_t count; };

enum ehc_agreement_state { EHC_AGREEMENT_NONE, EHC_AGREEMENT_AGREED, EHC_AGREEMENT_ASKED, EHC_AGREEMENT_REFUSED, EHC_AGREEMENT_DISPUTED };
struct ehc_agreement {
	enum ehc_agreement_state state;
	struct ehc_str body, because, route;
	ehc_day day;
	struct ehc_span span;
};
struct ehc_agreements { struct ehc_agreement *items; size_t count; };

/* `accept: RULE because REASON; ROLE, DATE` */
struct ehc_accept {
	struct ehc_str rule, reason, role;
	ehc_day day;
	struct ehc_span span;
	const struct ehc_node *node;
	bool used;                      /* set while accepting, by rules/accept.c alone */
};

/* One step of an emergency: "at 5 minutes - N1 or N2: give R1"; or a step towards an outcome, which has a date and an act. */
struct ehc_step {
	struct ehc_str number, when, who, act;
	ehc_day day;                    /* outcome: "by December 2026" */
	struct ehc_text text;
	struct ehc_span span;
	const struct ehc_node *node;
	const struct ehc_item *item;    /* the emergency or outcome that it belongs to */
};

struct ehc_said;                        /* prose.h */

struct ehc_row {
	struct ehc_value name;
	const struct ehc_node *node;
	enum ehc_area area;             /* NONE where the name is no area */
	enum ehc_theme theme;
	bool across;                    /* "across all areas" */
	struct ehc_item **items;
	size_t count, cap;
	size_t needs;                   /* how many of them are needs */
	struct ehc_row *next;
};

/* Anything with an id. Which members are filled depends on `kind`; the rest stays empty. */
struct ehc_item {
	enum ehc_item_kind kind;
	size_t nth;                     /* 0 for the first item of the file */
	const char *id;                 /* interned, upper case ("F2.3B"); made ("F~1") where the plan gives none that can be read */
	struct ehc_str id_written;      /* as it stands, malformed or not; "" where there is none */
	bool id_made;
	const struct ehc_item *twin;    /* the earlier item that has this id already; NULL when the id is its own */
	enum ehc_section section;       /* by the id's letter, else by where it stands, else the one that its kind belongs to */
	const struct ehc_node *node;
	uint64_t labels[EHC_L_COUNT / 64 + 1];  /* a bit for each label that a field of it has: few of all that it may have */
	struct ehc_span span;           /* the id in its head; a place to point at */
	struct ehc_text text;           /* the item's own words */
	struct ehc_row *row;            /* NULL outside rows */
	struct ehc_links out, in;       /* ties from this item, and to it */
	struct ehc_accept *accepts;
	size_t naccepts;
	bool has_placeholder;

	enum ehc_area area;             /* need: by category or row */
	struct ehc_str category;
	enum ehc_theme theme;

	/* outcome */
	struct ehc_date by;
	struct ehc_value baseline, measured_by;
	/* provision, care, budget */
	struct ehc_who who;
	struct ehc_amount *amount;      /* `how much:` and `how often:` together; NULL when neither is there */
	struct ehc_amount *sentence;    /* need, provision, care: the amounts in its own sentences; NULL when there are none */
	bool no_sentence;               /* they were looked for, and there is nothing like one */
	struct ehc_amount *whole;       /* the two put together slot by slot, the fields first: what is counted */
	struct ehc_value how_much, how_often;
	struct ehc_date from, until;
	struct ehc_value type, review, trained_by, supervised_by, funded_by, accountable, flexible, where, health_plan, equipment;
	struct ehc_agreement agreed;    /* the last entry: how matters stand now */
	struct ehc_agreements agreements;       /* all entries */
	bool optional;
	/* advice */
	struct ehc_value author, role, reply;
	struct ehc_date asked, received, dated;
	int attached;                   /* 1 yes, 0 no, -1 not said */
	bool missing;                   /* advice that did not come: `reply:` or `author:` says so */
	size_t cited;                   /* texts, statements of "none" and the like that name it; items that do are in `in` */
	/* health care plan */
	struct ehc_consents consent, competent;
	struct ehc_dates expires, renew_by, on;
	struct ehc_date willing;
	struct ehc_str name;            /* staff: "Jo Example"; medicine, feed: its name; contact: "Mother" */
	struct ehc_str post;            /* staff: "teaching assistant" */
	struct ehc_step *steps;         /* emergency, outcome */
	size_t nsteps;
	const struct ehc_said *said;    /* what fields and sentences say together; NULL where prose plays no part */
	const struct ehc_step **given_in;       /* medicine, feed: the steps of emergencies that name it, in order */
	size_t ngiven_in;

	struct ehc_item *next;          /* in the file's order */
};
/* The field of that label (first of several), or an empty value. */
struct ehc_value ehc_item_value(const struct ehc_item *it, enum ehc_label label);
size_t ehc_item_count_links(const struct ehc_item *it, enum ehc_relation r);     /* out, resolved */
size_t ehc_item_count_linked(const struct ehc_item *it, enum ehc_relation r);    /* in */

struct ehc_items { struct ehc_item **items; size_t count, cap; };

/* One date of the timeline. */
struct ehc_event {
	enum ehc_label label;           /* EHC_L_REQUESTED ... */
	struct ehc_date date;
};

struct ehc_section_info {
	bool present;                   /* a label, or an item of it in a row */
	bool labelled;                  /* `section X:` stands in the file */
	bool nil;                       /* `section X: none` */
	size_t order;                   /* 1 for the first labelled, 0 when not labelled */
	struct ehc_str title;
	struct ehc_value because;
	const struct ehc_node *node;    /* the first `section X:` */
	size_t items;
};

/* `area NAME: none`: an area of need or a theme of adulthood that has nothing, and why. */
struct ehc_area_statement {
	enum ehc_section section;       /* where it stands */
	enum ehc_area area;
	enum ehc_theme theme;
	struct ehc_str name;
	bool nil;                       /* says "none" */
	struct ehc_value because;
	const struct ehc_node *node;
};

/* A limit that could not be kept: `exception:` and the `exception for:` and `exception evidence:` that follow it. */
struct ehc_exception { struct ehc_value reason, applies_to, evidence; };

/* Prose at the margin: strengths, parents' views, standard text ... */
struct ehc_prose_entry {
	enum ehc_label label;
	enum ehc_section section;       /* where it stands */
	enum ehc_area area;             /* strengths: by category or row */
	struct ehc_str words;           /* definition LSA -> "LSA"; appendix 1 -> "1" */
	struct ehc_text text;
	const struct ehc_node *node;
	struct ehc_row *row;
};

struct ehc_child {
	const struct ehc_node *node;    /* NULL: no child block */
	struct ehc_value name, known_as, age, sex, pronouns, nhs_number, upn, year_group, class_name, primary_need, secondary_need,
	    looked_after, social_care, parents, setting, setting_type, address, language, interpreter, capacity, decision_maker,
	    ethnicity, religion, gp, hospital, one_page_profile, weight, allergies, photo, photo_consent;
	struct ehc_date born;
	int year;                       /* school year group 0..14 (Reception is 0), -1 when not stated as a year */
};

/*
 * What could not be understood while binding, or is doubtful; the VAL rules (src/rules/values.c) report it. Text stays
 * in the model as words. A template has none of the faults that a placeholder could cause. Missing and malformed ids and
 * unknown section letters are the parser's findings.
 */
enum ehc_fault_kind {
	EHC_FAULT_DATE_UNREAL,          /* 30 February */
	EHC_FAULT_DATE_WORDS,           /* words where a date belongs */
	EHC_FAULT_STATUS,               /* no status that is known */
	EHC_FAULT_CATEGORY,             /* no area of need that is known */
	EHC_FAULT_THEME,                /* no theme of preparing for adulthood that is known */
	EHC_FAULT_AREA,                 /* `area NAME:` names none */
	EHC_FAULT_YES_NO,               /* neither yes nor no */
	EHC_FAULT_ID_LETTER,            /* an id whose letter belongs to another kind of item: `need F1` */
	EHC_FAULT_LINK_KIND,            /* a link to an item of a kind that it cannot tie to: `for: E1` */
	EHC_FAULT_LINK_WORDS,           /* plain words where an id belongs */
	EHC_FAULT_ROW_TIES,             /* more ties in rows than can be kept: this row ties nothing */
	EHC_FAULT_ITEMS,                /* more items than one plan can hold: those from here on are left out */
};
const char *ehc_fault_name(enum ehc_fault_kind k);      /* "date-unreal" */
struct ehc_fault {
	enum ehc_fault_kind kind;
	struct ehc_span span;
	struct ehc_str words;           /* those at fault */
	const struct ehc_node *node;
	const struct ehc_item *item;    /* NULL outside items */
	const struct ehc_item *other;   /* LINK_KIND: the item that was named */
};

#define EHC_ITEMS_LIMIT ((size_t)250000)        /* items in one plan */
#define EHC_ROW_TIES_LIMIT ((size_t)200000)     /* ties that rows and `covers:` may make in one plan */

struct ehc_index;
struct ehc_plan {
	struct ehc_tree *tree;
	struct ehc_source *source;
	struct ehc_arena *arena;
	enum ehc_doc_kind kind;
	bool is_template;
	bool placeholders;              /* some text may hold one; where it is false, ehc_placeholder_find() finds none in any */
	struct ehc_str template_name;   /* of `template: NAME` */
	struct ehc_str reference;       /* of the head */
	enum ehc_status status;
	struct ehc_value status_value, version, authority, icb, locality, plan_writer, profile_name, co_ordination;
	struct ehc_value author, author_role;   /* advice report */
	struct ehc_value school, site_address, ambulance, written_by, took_part, linked_plan;
	int has_linked_plan;            /* health care plan, of `EHC plan:`: 1 yes or a reference, 0 no, -1 not said */
	struct ehc_str linked_reference;        /* empty where it only says yes or no */
	struct ehc_date dated, written, review_due;
	struct ehc_child child;
	struct ehc_event *events;       /* in the file's order */
	size_t nevents;
	struct ehc_exception *exceptions;
	size_t nexceptions;
	const struct ehc_node *timeline_node;
	struct ehc_section_info sections[EHC_SECTION_COUNT];
	struct ehc_area_statement *areas;
	size_t nareas;
	struct ehc_value placement_name, placement_type, placement_otherwise;   /* the type also read out of a name that is a sentence */
	struct ehc_items kinds[EHC_ITEM_KINDS]; /* each in the file's order */
	struct ehc_item *first_item;            /* all, in the file's order */
	struct ehc_row *first_row;
	struct ehc_prose_entry *texts;
	size_t ntexts;
	struct ehc_links broken;        /* links whose id, or whose words, name nothing */
	struct ehc_items duplicates;    /* items with an id that an earlier one has */
	EHC_VEC(struct ehc_fault) faults;       /* in the order in which they were met */
	struct ehc_calendar school_year, whole_year;    /* of section F, and of the rest */
	struct ehc_index *index;        /* ids to items; for ehc_plan_find */
};

/*
 * Gives the tree its meaning. Never fails: what cannot be understood stays as words and is listed in `faults`; an id
 * that stands twice is in `duplicates`, an id that names nothing in `broken`. `school` and `year` are the calendars of
 * section F and of the rest.
 */
struct ehc_plan *ehc_bind(struct ehc_arena *a, struct ehc_tree *tree, const struct ehc_calendar *school, const struct ehc_calendar *year);

/* What stands outside the sections wherever it is written, and ends the one above: the child's details, the timeline, comments ... */
bool ehc_stands_outside(enum ehc_label label);
struct ehc_item *ehc_plan_find(const struct ehc_plan *p, struct ehc_str id);            /* any letter case; NULL */
const struct ehc_date *ehc_plan_event(const struct ehc_plan *p, enum ehc_label label);  /* the last such date with a day, or NULL */
const struct ehc_date *ehc_plan_first_event(const struct ehc_plan *p, enum ehc_label label);
/* The n-th text of that label (0 first), or NULL. */
const struct ehc_prose_entry *ehc_plan_text(const struct ehc_plan *p, enum ehc_label label, size_t n);
/* Fields of the head that have no member of their own. */
struct ehc_value ehc_plan_value(const struct ehc_plan *p, enum ehc_label label);
/* The text of a field as a value; a closing full stop is no part of a value that is not prose. */
struct ehc_value ehc_value_of(const struct ehc_node *field);
/* 1 for "yes ...", 0 for "no ...", -1 for anything else. */
int ehc_value_yes(const struct ehc_value *v);
/* Offset of the first placeholder ([[x]], {{x}}, «x», XXX, [INSERT ...], "Click here to enter text") from `from` on, or SIZE_MAX; *len gets its bytes. */
size_t ehc_placeholder_find(struct ehc_str s, size_t from, size_t *len);

#define EHC_EACH_ITEM(it, plan, kind) \
	size_t it##_n = 0; it##_n < (plan)->kinds[kind].count && ((it) = (plan)->kinds[kind].items[it##_n], true); it##_n++
/* "F1: 45 min, once a week, 38 weeks = 28.5 hours a year, one-to-one, by a ...; for B1; towards E1", one line an item */
void ehc_read_back(const struct ehc_plan *p, struct ehc_buf *out);
/* Every member that is filled, one line each, for tests. */
void ehc_plan_dump(const struct ehc_plan *p, struct ehc_buf *out);

#endif
