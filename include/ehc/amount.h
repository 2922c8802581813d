/*
 * amount.h - amounts of provision: what the writer wrote, and what follows from it.
 *
 * `how much:` is parsed by grammar/amount.y; the same recogniser reads amounts inside prose, to the same structure.
 * The author's own units are kept; minutes, sessions and hours a year are derived, exactly, and never printed in
 * the plan itself. Calendar: rulebook of the school year (38 weeks, 190 days; 52 weeks and 365 days for health and care), from the profile.
 */
#ifndef EHC_AMOUNT_H
#define EHC_AMOUNT_H

#include "ehc/source.h"

/* Figures of the year that a count is turned into hours with; a profile may change them. */
struct ehc_calendar {
	struct ehc_ratio weeks;         /* in a year of this provision: 38 in term time, 52 all year */
	struct ehc_ratio days;          /* 190, or 365 */
	struct ehc_ratio term_weeks;    /* 38: what "term time" means */
	struct ehc_ratio term_days;     /* 190 */
	int terms;                      /* 3 or 6 a year; half-terms are always 6 */
	struct ehc_ratio school_day;    /* hours: 6.5 */
};
struct ehc_calendar ehc_calendar_school(void);          /* section F */
struct ehc_calendar ehc_calendar_whole_year(void);      /* sections G, H1, H2 and health care plans */

enum ehc_unit {
	EHC_UNIT_NONE, EHC_UNIT_MINUTE, EHC_UNIT_HOUR, EHC_UNIT_DAY, EHC_UNIT_HALF_DAY, EHC_UNIT_SCHOOL_DAY, EHC_UNIT_NIGHT,
	EHC_UNIT_SESSION, EHC_UNIT_LESSON, EHC_UNIT_VISIT, EHC_UNIT_CONTACT, EHC_UNIT_REPORT, EHC_UNIT_BLOCK, EHC_UNIT_ITEM, /* pads, hoists: `thing` names it */
	EHC_UNIT_WEEK, EHC_UNIT_FORTNIGHT, EHC_UNIT_MONTH, EHC_UNIT_HALF_TERM, EHC_UNIT_TERM, EHC_UNIT_YEAR, EHC_UNIT_SCHOOL_WEEK,
};

enum ehc_bound { EHC_EXACT, EHC_AT_LEAST, EHC_UP_TO, EHC_BETWEEN, EHC_ABOUT };

/* A number that may be a range: low == high when it is not; den == 0 when absent. */
struct ehc_range {
	struct ehc_ratio low, high;
	enum ehc_bound bound;           /* UP_TO: nothing holds it from below, so that zero is its lower end in ehc_yearly */
};

enum ehc_period_kind {
	EHC_PERIOD_NONE,
	EHC_PERIOD_PER,                 /* `times` per `every` units: 3 times a week, every 2 weeks */
	EHC_PERIOD_EVENT,               /* at every seizure, before each meal, every lesson */
	EHC_PERIOD_WEEKDAYS,            /* Monday and Thursday: as PER, `times` is the number of days, `per` the week */
	EHC_PERIOD_ONCE,                /* one time only, or a fixed count in all */
};

enum ehc_span_kind { EHC_WEEKS_NONE, EHC_WEEKS_GIVEN, EHC_WEEKS_TERM_TIME, EHC_WEEKS_ALL_YEAR, EHC_WEEKS_DATES };

enum ehc_group_kind { EHC_GROUP_NONE, EHC_GROUP_ONE, EHC_GROUP_PAIR, EHC_GROUP_GROUP, EHC_GROUP_CLASS, EHC_GROUP_SMALL /* "small group": no number */ };

enum ehc_delivery { EHC_DELIVERY_NONE, EHC_DELIVERY_DIRECT, EHC_DELIVERY_INDIRECT, EHC_DELIVERY_IN_PERSON, EHC_DELIVERY_VIDEO, EHC_DELIVERY_TRAINING, EHC_DELIVERY_REPORT };

/* One dose: "45 minutes, once a week, 38 weeks a year, one-to-one". */
struct ehc_dose {
	struct ehc_span span;
	struct ehc_range length;        /* minutes a session; half a day is in minutes of the school day */
	struct ehc_range count;         /* "6 sessions", "12 pads", "2 nights" */
	enum ehc_unit count_unit;
	struct ehc_str thing;           /* EHC_UNIT_ITEM: "pads" */
	enum ehc_period_kind period;
	struct ehc_range times;         /* per period; 1 for "weekly" */
	bool times_said;                /* "once a week", not "weekly" */
	struct ehc_ratio every;         /* 2 in "every 2 weeks"; 1 otherwise */
	enum ehc_unit per;
	unsigned weekdays;              /* bit 0 Monday */
	struct ehc_str event;           /* "each bolus feed" */
	struct ehc_str clock;           /* "10.45am", as written */
	enum ehc_span_kind weeks_kind;
	struct ehc_ratio weeks;         /* GIVEN: weeks a year, or weeks in all when not `weeks_yearly` */
	bool weeks_yearly;
	struct ehc_ratio lasts;         /* GIVEN: as the writer counted, 2 in "for two terms"; `weeks` is the same in weeks */
	enum ehc_unit lasts_unit;
	ehc_day from, until;            /* EHC_NODATE when not given */
	enum ehc_group_kind group;
	struct ehc_range group_size;    /* children */
	struct ehc_ratio staff, children;  /* "2:1" or "two adults for six pupils"; den 0 when not given */
	bool ratio_bare;                /* "2:1" without words that say which is which */
	enum ehc_delivery delivery;
	bool full_time;                 /* "full time", "all day": how many hours? */
	bool each;                      /* "2:1 ... each" */
	bool no_length;                 /* sessions, but how long is one? */
	bool ambiguous;                 /* "bi-weekly", or "6 sessions, weekly": two meanings */
	bool total;                     /* "15 hours a week": the length is the period's whole, not a session's */
	bool count_in_all;              /* "six weekly sessions": the count is of the whole course, not of a period */
	bool no_unit;                   /* a number of what? */
};

enum ehc_amount_part {                  /* bits: what is missing or odd */
	EHC_MISSING_LENGTH = 1 << 0,    /* no minutes and no countable thing */
	EHC_MISSING_FREQUENCY = 1 << 1,
	EHC_MISSING_WEEKS = 1 << 2,
	EHC_MISSING_GROUP = 1 << 3,
	EHC_MISSING_FLOOR = 1 << 4,     /* "up to" alone */
	EHC_MISSING_UNIT = 1 << 5,      /* a number of what? */
	EHC_AMOUNT_AMBIGUOUS = 1 << 6,
	EHC_AMOUNT_FULL_TIME = 1 << 7,
	EHC_AMOUNT_APPROXIMATE = 1 << 8,
	EHC_AMOUNT_RANGE = 1 << 9,
	EHC_AMOUNT_BARE_RATIO = 1 << 10,
};

/* Derived figures of one dose, or of all doses added up. */
struct ehc_yearly {
	struct ehc_ratio minutes;       /* a session; lower end of a range */
	struct ehc_ratio sessions;      /* a year; lower end */
	struct ehc_ratio hours;         /* a year; not known for nights, items and events */
	struct ehc_ratio hours_high;    /* upper end; equals hours when there is no range */
	struct ehc_ratio weeks;         /* of the year that the dose runs for, as counted with; not known for several doses that differ */
	bool assumed;                   /* the number of weeks came from the calendar: the writer said neither weeks, dates nor "term time" */
	unsigned missing;               /* EHC_MISSING_... */
};

struct ehc_amount {
	struct ehc_str text;            /* as written */
	struct ehc_span span;
	struct ehc_dose *doses;         /* separated by ";"; may be 0 */
	size_t ndoses;
	/* the first run of words that the grammar could not read: kept as words and judged as prose */
	struct ehc_span unread;         /* start == end when all was read */
	struct ehc_yearly *years;       /* one for each dose */
	struct ehc_yearly year;         /* of all doses together */
};

/*
 * Reads the whole of `text` as an amount. `at` is the source offset of its first byte. Always returns an amount;
 * where words could not be read, the first of them are in `unread`. Never a syntax error.
 */
struct ehc_amount *ehc_amount_read(struct ehc_arena *a, struct ehc_str text, uint32_t at, const struct ehc_calendar *cal);
/*
 * Reads the longest amount that starts at text[0], which is the start of a word; *used gets its bytes. NULL when none
 * starts there; *used is then 0, or the bytes of what is certainly no amount of provision and may be hopped over: a
 * date, "Year 6", "aged 9", "within 30 minutes", "10 mg", "8 out of 10", "reviewed every term". For prose. The figures of
 * the year are not worked out: most islands are put together with others before anybody asks.
 */
struct ehc_amount *ehc_amount_island(struct ehc_arena *a, struct ehc_str text, uint32_t at, const struct ehc_calendar *cal, size_t *used);
/* The next island in a text from text[*at] on; *at gets its place, *used its bytes. NULL when there is none. */
struct ehc_amount *ehc_amount_next_island(struct ehc_arena *a, struct ehc_str text, const struct ehc_calendar *cal, size_t *at, size_t *used);
/*
 * Puts two readings together slot by slot (field first); returns a new amount, NULL when both are. "20 hours a week"
 * beside "four days each week" is five hours on each of the four days.
 */
struct ehc_amount *ehc_amount_merge(struct ehc_arena *a, const struct ehc_amount *field, const struct ehc_amount *other, const struct ehc_calendar *cal);
/* A length, a count, or "full time". */
bool ehc_dose_has_quantity(const struct ehc_dose *d);
/* Works out the figures of the year from the doses, after they were changed. */
void ehc_amount_total(struct ehc_arena *a, struct ehc_amount *m, const struct ehc_calendar *cal);
/* The gravest thing that an amount lacks: "no frequency: 45 minutes, but how often?"; empty when it lacks nothing. */
struct ehc_str ehc_amount_trouble(struct ehc_arena *a, const struct ehc_amount *m);
struct ehc_yearly ehc_dose_year(const struct ehc_dose *d, const struct ehc_calendar *cal);
/* "45 min, once a week, 38 weeks = 28.5 hours a year, one-to-one" */
void ehc_amount_say(const struct ehc_amount *m, struct ehc_buf *out);
const char *ehc_unit_name(enum ehc_unit u);     /* "minute", "term" ... */

#endif
