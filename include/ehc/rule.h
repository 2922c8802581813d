/*
 * rule.h - rules: dated data with a short function behind each.
 *
 * A family is a file in src/rules/ that ends in its table of rows; families.def is the only list of families. A row
 * holds everything that `ehc rules`, `ehc explain`, docs/rules.md, SARIF and the JSON need. Ids are stable: a rule
 * may be retired, never renumbered.
 */
#ifndef EHC_RULE_H
#define EHC_RULE_H

#include "ehc/advice.h"
#include "ehc/house.h"

/* How sure the project is of what a source says. Only CONFIRMED and SECONDARY may be cited to a user as what it says. */
enum ehc_confidence {
	EHC_CONFIRMED,          /* read at the source */
	EHC_SECONDARY,          /* read in a published account of it */
	EHC_UNCONFIRMED,        /* believed, not read: never asserted as law */
	EHC_PRACTICE,           /* good practice or plain sense; no law is claimed */
};

/* What a rule rests on; an Act or Regulations cannot be accepted away in a final plan, nor lowered by a profile. */
enum ehc_basis { EHC_BASIS_ACT, EHC_BASIS_REGULATIONS, EHC_BASIS_STATUTORY_GUIDANCE, EHC_BASIS_CASES, EHC_BASIS_GUIDANCE, EHC_BASIS_PRACTICE };

/* Which documents a rule looks at; bits. */
enum { EHC_FOR_EHC_PLAN = 1, EHC_FOR_HEALTH_PLAN = 2, EHC_FOR_ADVICE = 4, EHC_FOR_TEMPLATE = 8, EHC_FOR_PROFILE = 16,
	EHC_FOR_STYLE = 32 };

/* What must be there for a rule to be worth asking; bits. A rule whose need is not met stays silent. */
enum {
	EHC_NEEDS_AS_OF = 1,            /* the day: the finding depends on the clock and is marked so */
	EHC_NEEDS_FINAL = 2,            /* only on a final or amended final plan (health care plan: agreed) */
	EHC_NEEDS_DRAFT = 4,            /* only on a draft or working plan */
	EHC_STAGED = 8,                 /* for others to supply: still to do in `working`, warning in `draft`, its severity in `final` */
};

struct ehc_check;
struct ehc_diff;
struct ehc_slots;
struct ehc_lines;
struct ehc_subjects;
struct ehc_held;
struct ehc_wordings;
struct ehc_outcomes;
struct ehc_rule {
	const char *id;                 /* "SECT-001" */
	const char *title;              /* "Every statutory section is there" */
	enum ehc_severity severity;     /* its ceiling, before stage and profile */
	enum ehc_class class_;
	const char *pack;               /* "national-2014", "med-2015" ...; NULL is national-2014 */
	unsigned documents;             /* EHC_FOR_... */
	unsigned needs;                 /* EHC_NEEDS_... */
	const char *after;              /* ids of rules, blank-separated, whose finding on the same item silences this one */
	const char *source;             /* "SEND Code of Practice 9.69"; "" where it is plain good sense */
	const char *source_in_care;     /* the same for an item of a health care plan; NULL where it is no other */
	enum ehc_confidence confidence;
	enum ehc_basis basis;
	const char *why;                /* why it matters to the child */
	const char *fix;                /* what to write instead, with <blanks> */
	const char *fix_in_draft;       /* the same where the draft in Word is what one has; NULL where that is no other */
	const char *legitimate;         /* when the words are right as they stand; NULL when never */
	void (*run)(struct ehc_check *c, const struct ehc_rule *self);
};

struct ehc_family {
	const char *prefix;             /* "SECT" */
	const char *title;              /* "Structure and statutory content" */
	const struct ehc_rule *rules;   /* ends with a row whose id is NULL */
};
const struct ehc_family *ehc_families(size_t *n);
const struct ehc_rule *ehc_rule_find(struct ehc_str id);        /* any letter case; NULL */
const char *ehc_rule_pack(const struct ehc_rule *r);
bool ehc_rule_is_binding(const struct ehc_rule *r);             /* rests on an Act or Regulations, or on safety */

struct ehc_pack {
	const char *name, *version;
	const char *title;
	const char *from;               /* first day, "2014-09-01" */
	bool on;                        /* in force unless a profile says otherwise */
	const char *note;
};
const struct ehc_pack *ehc_packs(size_t *n);
const struct ehc_pack *ehc_pack_find(struct ehc_str name);      /* any letter case; NULL */
/*
 * `pins` is what --packs takes: "national-2014@1.0 med-2015@1.0", blanks or commas between. Packs that it does not name
 * are out of force. False and a message in *trouble where a pack or a version of it is not known.
 */
bool ehc_packs_check(struct ehc_arena *a, const char *pins, struct ehc_str *trouble);

/* ---- house rules ---- */

/* `from` names the profile; `since` is the first day on which it applies, EHC_NODATE for always. A later setting wins. */
struct ehc_rule_setting {
	const struct ehc_rule *rule;
	enum ehc_severity severity;
	unsigned sections;              /* of `applies to:`, a bit 1 << EHC_F each; 0: the whole plan */
	struct ehc_str because;
	struct ehc_str from;
	ehc_day since;
};
struct ehc_pack_setting { const struct ehc_pack *pack; bool on; struct ehc_str from; ehc_day since; };
/* A line that is read where it is put in force: `phrase:`, `require:`, `task:`, `service:`, and the figures. */
struct ehc_house_line { const struct ehc_node *node; struct ehc_str from; ehc_day since; };
struct ehc_profile {
	struct ehc_str name;            /* "national" when none was named */
	struct ehc_str chain;           /* "national > example-county" */
	struct ehc_calendar school, year;
	EHC_VEC(struct ehc_rule_setting) settings;
	EHC_VEC(struct ehc_pack_setting) packs;
	EHC_VEC(struct ehc_house_line) lines;   /* of every layer */
	struct ehc_ratio school_week;   /* hours: 32.5 */
	int many_needs;                 /* LINK-012: 5 */
	int many_outcomes;              /* OUTC-013: 15 */
	int advice_months;              /* DATE-029: 12 */
	int midazolam_months;           /* IHP-042: 12 */
	int story_words;                /* VOICE-009: 500 */
	int plan_words;                 /* STYLE-008: 8000 */
	int reading_age;                /* STYLE-001: 15 */
	/*
	 * The profile's own document, for what later stages read from it, followed by the documents that it extends, so
	 * that the first of several texts is the one in force; NULL for national.
	 */
	const struct ehc_plan *plan;
	struct ehc_str style;           /* house style by name or file, set in the file `style_near`; empty: none */
	struct ehc_str style_near;
};

/* Loads a profile by name or file, with all that it extends. NULL and a message in *trouble when it cannot. */
const struct ehc_profile *ehc_profile_load(struct ehc_arena *a, const char *name_or_file, const char *near_path, const char *share_dir, struct ehc_str *trouble);
const struct ehc_profile *ehc_profile_national(void);
/* The same with the figures (weeks, hours, limits) that are in force on that day: those of a layer that begins later are left out. */
const struct ehc_profile *ehc_profile_on(struct ehc_arena *a, const struct ehc_profile *p, ehc_day day);
/* The profile that a `.ehc-profile` file in the folder of `path`, or in one above it, names; NULL when there is none. */
const char *ehc_profile_name_near(struct ehc_arena *a, const char *path);
/* Is the pack in force under this profile for a document of that day? `pins` as in struct ehc_check. */
bool ehc_pack_in_force(const struct ehc_pack *pack, const struct ehc_profile *p, ehc_day day, const char *pins);
/* What the profile makes of a rule for a document of that day. */
struct ehc_rule_force {
	enum ehc_severity severity;
	struct ehc_str from;            /* the profile that set it; empty where it is the rule's own */
	struct ehc_str refused;         /* a profile that tried to lower it and may not; empty where none did */
};
/* In that section (EHC_NO_SECTION: in the whole plan, so settings for some sections do not count). */
struct ehc_rule_force ehc_rule_in_force(const struct ehc_rule *r, const struct ehc_profile *p, ehc_day day, enum ehc_section s);

/* ---- running ---- */

/* Findings of one rule that are listed; one more says how many were left out. No plan that a person wrote comes near it. */
#define EHC_RULE_LIMIT ((size_t)2000)

struct ehc_check {
	const struct ehc_plan *plan;
	const struct ehc_profile *profile;
	struct ehc_findings *out;
	struct ehc_arena *arena;
	ehc_day as_of;                  /* EHC_NODATE: clock-dependent rules stay silent */
	const struct ehc_rule *running;
	size_t reported;                /* by the running rule, those beyond EHC_RULE_LIMIT included */
	const char *packs;              /* "national-2014@1.2 ..." to pin, or NULL */
	const struct ehc_comparison *against;   /* the plan beside its advice; NULL where there is none to compare with */
	const struct ehc_diff *previous;        /* from the version before (--previous) to this plan; NULL where none was named */
	const struct ehc_slots *slots;  /* one a provision: made when first asked for, by rules/slots.c alone */
	const struct ehc_task_table *tasks;     /* those in force: made when first asked for, by rules/tasks.c alone */
	const struct ehc_passages *passages;    /* words of the plan: made when first asked for, by rules/passage.c alone */
	struct ehc_held *held;          /* words that it holds at all: made before the rules run, by rules/held.c alone; NULL where that is not known */
	const struct ehc_outcomes *outcomes;    /* what their words hold: made when first asked for, by rules/outcomes.c alone */
	const struct ehc_wordings *wordings;    /* vague phrases of the plan: made when first asked for, by rules/wording.c alone */
	const struct ehc_lines *lines;  /* texts of a health care plan: made when first asked for, by rules/healthcare_words.c alone */
	const struct ehc_subjects *subjects;    /* that no provision speaks of: made when first asked for, by rules/subjects.c alone */
};

/* Runs every rule that applies, puts stage, profile and acceptances in force, and finishes the findings. */
void ehc_check_run(struct ehc_check *c);

/*
 * For rule functions. The finding's class, section and severity come from the rule and the item; the message is one
 * plain sentence that says what is missing or unclear. `it` may be NULL. All return the finding for more detail, never NULL.
 */
struct ehc_finding *ehc_flag(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, const char *fmt, ...) EHC_PRINTF(4, 5);
/* The same, with the words in `span` as those at fault. */
struct ehc_finding *ehc_flag_words(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, const char *fmt, ...) EHC_PRINTF(4, 5);
/* A finding about a whole section that holds no item to point at. */
struct ehc_finding *ehc_flag_section(struct ehc_check *c, enum ehc_section s, const char *fmt, ...) EHC_PRINTF(3, 4);
void ehc_finding_help(struct ehc_check *c, struct ehc_finding *f, const char *fmt, ...) EHC_PRINTF(3, 4);
void ehc_finding_suggest(struct ehc_check *c, struct ehc_finding *f, const char *fmt, ...) EHC_PRINTF(3, 4);

/* ---- what must not be printed (src/rules/healthcare_stop.c) ---- */

/*
 * An agreed health care plan is acted on without its report being read. What would make that dangerous stops it from
 * being printed: a dose stated twice and differently, a medicine or a review out of date, an `unconfirmed` entry, an
 * emergency medicine that nobody in date may give. In the file's order; none for any other plan.
 */
struct ehc_stop { struct ehc_span where; struct ehc_str why; };
struct ehc_stops { struct ehc_stop *items; size_t count, cap; };
struct ehc_stops ehc_care_stops(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_profile *profile,
    struct ehc_findings *findings, ehc_day as_of);

/* ---- rules shown to people ---- */

/* The whole rule reference, docs/rules.md. Examples come from corpus/rules/ in share_dir (NULL: found beside the program). */
void ehc_rules_reference(struct ehc_buf *out, const char *share_dir);
/* One rule in plain text: what it asks, why, by which source, a bad and a good example, how to answer for it. */
void ehc_rule_explain(const struct ehc_rule *r, struct ehc_buf *out, const char *share_dir);

#endif
