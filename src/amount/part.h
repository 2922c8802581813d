/*
 * part.h - what the scanner, the grammar and the builder of amounts share. Private to src/amount and grammar/amount.*.
 *
 * The scanner turns words into tokens; the grammar joins tokens to parts (a length, a count, a frequency ...); the
 * builder folds neighbouring parts, in any order, into doses. All places here are byte offsets into the text of the
 * amount; ehc_amount.span and ehc_dose.span are moved to offsets of the source at the end.
 */
#ifndef EHC_AMOUNT_PART_H
#define EHC_AMOUNT_PART_H

#include "ehc/amount.h"

/* An amount is short. What stands behind these bounds is left unread, so that no input costs more than its size. */
#define EHC_AMOUNT_TOKENS 256
#define EHC_AMOUNT_BYTES 4096
#define EHC_ISLAND_BYTES 320
#define EHC_AMOUNT_DOSES 16
#define EHC_AMOUNT_MADE ((size_t)2 * EHC_AMOUNT_TOKENS) /* no part makes more than two values of each of its tokens: one, and one of several */

/* What a token, or a part made of tokens, stands for. Each kind uses only the members that it needs. */
struct ehc_amount_value {
	struct ehc_range number;        /* NUMBER, TIMES ...; of a count: how many */
	struct ehc_range length;        /* minutes; of a count: "two 20-minute sessions" */
	struct ehc_ratio other;         /* the second figure of "2:1" */
	enum ehc_unit unit;
	enum ehc_unit inner;            /* of a count: week in "six weekly sessions" */
	enum ehc_delivery delivery;
	enum ehc_group_kind group;
	enum ehc_bound bound;
	unsigned days;                  /* weekdays, bit 0 Monday */
	int minute;                     /* CLOCK: minutes since midnight, by the figures alone */
	char half;                      /* CLOCK: 'a' or 'p', 0 where not written */
	ehc_day day;
	bool flag;                      /* see the rule that sets it */
	struct ehc_span words;          /* "incontinence pads", "each bolus feed" */
};

struct ehc_amount_token {
	int kind;
	struct ehc_span span;
	struct ehc_amount_value value;
};

/* Kinds of part, as the grammar hands them to the builder. */
enum ehc_amount_part_kind {
	EHC_PART_NONE,
	EHC_PART_LENGTH,
	EHC_PART_COUNT,
	EHC_PART_NOUN,          /* "sessions" without a number */
	EHC_PART_TIMES,         /* once, three times */
	EHC_PART_PER,           /* a week, each term: may belong to a count or a number of weeks before it */
	EHC_PART_RATE,          /* "one a week": times and period in one */
	EHC_PART_ADVERB,        /* weekly */
	EHC_PART_EVERY,         /* every 6 weeks, 6-weekly */
	EHC_PART_EDGE,          /* at the end of each term, first Monday of every month */
	EHC_PART_AMBIGUOUS,     /* bi-weekly */
	EHC_PART_WEEKDAY,
	EHC_PART_EVENT,
	EHC_PART_CLOCK,
	EHC_PART_CLOCKS,        /* from 9.00 to 9.40 */
	EHC_PART_FROM,
	EHC_PART_UNTIL,
	EHC_PART_DATE,
	EHC_PART_SPAN,          /* 38 weeks, two terms */
	EHC_PART_TERM_TIME,
	EHC_PART_ALL_YEAR,
	EHC_PART_GROUP,
	EHC_PART_RATIO,
	EHC_PART_BOUND,
	EHC_PART_MODE,
	EHC_PART_FULL_TIME,
	EHC_PART_EACH,
	EHC_PART_COMMA,
	EHC_PART_AND,
	EHC_PART_SOFT,          /* a preposition between parts */
	EHC_PART_BREAK,         /* ; then plus */
	EHC_PART_TOTAL,         /* "= 28.5 hours", "28.5 hours in total" */
};

/* A dose while its parts are being gathered. */
struct ehc_draft {
	struct ehc_dose dose;
	enum ehc_amount_part_kind last; /* the part folded in last */
	bool comma;                     /* one stands behind that part */
	bool joined;                    /* "and", without a comma, stands before it */
	bool hard;                      /* the draft began at ";", not because a slot was taken */
	bool times_given;               /* "once a week", not "a week" */
	bool inner;                     /* the period came from "six weekly sessions" */
	bool by_per;                    /* the period is "a week", "each week" */
	bool apart;                     /* a count, a comma, then a period: "6 sessions, weekly" */
	bool afterthought;              /* the count came behind a length and a period: "45 minutes fortnightly (19 sessions)" */
	bool paired;                    /* each weekday has its own clock time: "Monday 9.00-10.00, Wednesday 9.00-10.00" */
	bool loose;                     /* the span is "12 weeks", without "for" or "a year" */
	bool rate;                      /* "20 hours a week": the length was said of the period */
	/* what says too little by itself where nobody said that it is an amount */
	bool weak_length;               /* "an hour" */
	bool weak_period;               /* "a week", "Monday", "every room" */
	bool weak_group;                /* "two children" */
	bool clocked;                   /* the length came from two clock times */
	bool detail;                    /* behind a colon: "90 minutes each day: 45 minutes at 7.00am ..." */
	int clocks;
	struct ehc_span clock;
	struct ehc_range blocks;        /* "two blocks of ..." */
};

struct ehc_amount_build {
	struct ehc_arena *arena;
	const struct ehc_calendar *cal;
	struct ehc_str text;            /* what the scanner may see */
	bool prose;                     /* an island: nobody said that this is an amount */

	void *scanner;                  /* Flex's, in `scratch` */
	uint32_t scanned;               /* bytes that the scanner has taken */
	size_t scratched;
	size_t ntokens, next, settled;  /* scanned; drawn by the parser; seen with their neighbours */
	bool ended;                     /* the scanner has nothing more, or there were too many tokens: see `cut` */
	uint32_t cut;                   /* where scanning stopped because of the bounds above; 0 when it did not */

	size_t ndrafts;
	enum ehc_bound pending;         /* waits for its quantity; EHC_EXACT: none does */
	uint32_t bound_at;              /* where it stands */
	struct ehc_range *quantity;     /* the last one folded, for "30 minutes minimum" */
	bool lasting;                   /* "for" or "over" stands before the part */
	bool after_and;                 /* "and" stands before the part */
	bool aside;                     /* "reviewed ...": what follows in this clause is no dose */
	bool summing;                   /* "= 28.5 hours a year": what follows says again what the parts before come to */
	bool within;                    /* "in" stands before the part: "twice in six weeks" */
	bool full;                      /* more doses than there is room for: the rest stays unread */
	uint32_t reached;               /* end of the last part that the grammar made, read or not */
	struct ehc_span unread;         /* the first run of words that were not read; start == end: none */
	bool unread_ended;              /* a part was read behind that run */
	bool bare;                      /* a number of nothing was seen */
	size_t nmade;                   /* values that the grammar made of tokens, for the part that it is about */

	/* not cleared at the start: the members above say how much of each is in use */
	struct ehc_draft drafts[EHC_AMOUNT_DOSES];
	struct ehc_amount_token tokens[EHC_AMOUNT_TOKENS + 1];
	struct ehc_amount_value made[EHC_AMOUNT_MADE];
	max_align_t scratch[(EHC_AMOUNT_BYTES + 1024) / sizeof(max_align_t)];
};

/* The scanner (grammar/amount.l) and the parser (grammar/amount.y). A scanner needs no closing: it owns nothing. */
void ehc_amount_scan_open(struct ehc_amount_build *b);
int ehc_amount_scan(struct ehc_amount_token *t, struct ehc_amount_build *b, void *scanner);
int ehc_amount_yyparse(struct ehc_amount_build *b);
void ehc_amount_yyerror(struct ehc_span *at, struct ehc_amount_build *b, const char *message);

/* start.c */
bool ehc_amount_may_start(struct ehc_str text);         /* false where no island does */
size_t ehc_amount_next(struct ehc_str text, size_t from);       /* the next word from text[from] on where one may, or the text's length */

/* word.c: what one word says */
struct ehc_ratio ehc_amount_number(struct ehc_str s);        /* digits, decimals, fractions, words; not known when too large */
enum ehc_unit ehc_amount_unit(struct ehc_str word);             /* of a noun that begins a set phrase */
int ehc_amount_ordinal(struct ehc_str words);                   /* of the last word: "every third" is 3 */
unsigned ehc_amount_weekday(struct ehc_str word);               /* a bit; 0 for none */
bool ehc_amount_clock(struct ehc_str word, struct ehc_amount_value *v);
bool ehc_amount_glued(struct ehc_str word);                     /* "45mins" */
size_t ehc_amount_first_word(struct ehc_str words);             /* its bytes */

/* Whether a match that ends with `last`, before `next`, ends in the middle of a word. */
static inline bool
ehc_amount_inside_word(char last, char next)
{
	return ehc_is_letter(next) && (ehc_is_letter(last) || (unsigned char)last >= 0xC3);
}

/* token.c: what a word is, seen from its neighbours; the parser draws its tokens here */
int ehc_amount_yylex(struct ehc_amount_value **v, struct ehc_span *at, struct ehc_amount_build *b);
struct ehc_amount_token *ehc_amount_token(struct ehc_amount_build *b, size_t i);        /* the last token has kind 0 */
int ehc_amount_previous(const struct ehc_amount_build *b);      /* kind of the last token scanned, 0 at the start */
bool ehc_amount_after_period(const struct ehc_amount_build *b);
int ehc_amount_first_kind(struct ehc_amount_build *b, struct ehc_str word, struct ehc_amount_value *v);
int ehc_amount_dotted(struct ehc_amount_build *b, struct ehc_str word, struct ehc_amount_value *v);
int ehc_amount_ratio(struct ehc_str word, struct ehc_amount_value *v);
int ehc_amount_min(struct ehc_amount_build *b, struct ehc_amount_value *v);
int ehc_amount_each(struct ehc_amount_build *b);
int ehc_amount_before(struct ehc_amount_build *b);
int ehc_amount_throughout(struct ehc_amount_build *b, struct ehc_amount_value *v);
int ehc_amount_colon(struct ehc_amount_build *b, struct ehc_amount_value *v);
int ehc_amount_to(struct ehc_amount_build *b);
int ehc_amount_dash(struct ehc_amount_build *b);
int ehc_amount_soft(struct ehc_amount_build *b, struct ehc_str word, struct ehc_amount_value *v);
int ehc_amount_word(struct ehc_amount_build *b, struct ehc_str word);

/*
 * value.c: what the grammar's actions call to make one value of several. Values of tokens stay as they are, because a token may be read
 * twice; a value that was made is good until its part is folded.
 */
struct ehc_amount_value *ehc_amount_like(struct ehc_amount_build *b, const struct ehc_amount_value *v);     /* a new value, to be changed */
struct ehc_amount_value *ehc_amount_and_one(struct ehc_amount_build *b, const struct ehc_amount_value *v);  /* "four other children": five with the child */
struct ehc_amount_value *ehc_amount_numbered(struct ehc_amount_build *b, const struct ehc_amount_value *v, struct ehc_range number);
struct ehc_amount_value *ehc_amount_timed(struct ehc_amount_build *b, const struct ehc_amount_value *v, struct ehc_range length);
struct ehc_amount_value *ehc_amount_worded(struct ehc_amount_build *b, const struct ehc_amount_value *v, struct ehc_span words);
struct ehc_amount_value *ehc_amount_describe(struct ehc_amount_build *b, const struct ehc_amount_value *v, const struct ehc_amount_value *more);
struct ehc_amount_value *ehc_amount_described(struct ehc_amount_build *b, const struct ehc_amount_value *described, const struct ehc_amount_value *thing,
    struct ehc_range number);
struct ehc_amount_value *ehc_amount_weekdays(struct ehc_amount_build *b, const struct ehc_amount_value *from, const struct ehc_amount_value *to);
struct ehc_amount_value *ehc_amount_clocks(struct ehc_amount_build *b, const struct ehc_amount_value *from, const struct ehc_amount_value *to);
struct ehc_amount_value *ehc_amount_bounded(struct ehc_amount_build *b, const struct ehc_amount_value *v, enum ehc_bound bound);
static inline bool
ehc_range_known(struct ehc_range r)
{
	return r.low.den != 0;
}

static inline struct ehc_range
ehc_range_of(struct ehc_ratio n)
{
	return (struct ehc_range){ n, n, EHC_EXACT };
}

struct ehc_range ehc_range_between(struct ehc_range a, struct ehc_range b);
struct ehc_range ehc_range_mul(struct ehc_range a, struct ehc_range b);
struct ehc_range ehc_range_add(struct ehc_range a, struct ehc_range b);
struct ehc_range ehc_range_minutes(struct ehc_range n, enum ehc_unit unit);

/* build.c: parts into drafts */
void ehc_amount_fold(struct ehc_amount_build *b, enum ehc_amount_part_kind kind, const struct ehc_amount_value *v, struct ehc_span at);
void ehc_amount_unread(struct ehc_amount_build *b, struct ehc_span at);
struct ehc_str ehc_amount_words(const struct ehc_amount_build *b, struct ehc_span at);
void ehc_amount_settle_bound(struct ehc_amount_build *b);
struct ehc_range ehc_amount_take_bound(struct ehc_amount_build *b, struct ehc_range r);    /* r under the bound that waits, if one does */
struct ehc_draft *ehc_draft_current(struct ehc_amount_build *b);
bool ehc_draft_is_complete(const struct ehc_draft *d);          /* how much, and how often */
/* The slot that a part wants is taken: the draft that it begins, or NULL when it has to stay unread. */
struct ehc_draft *ehc_draft_next(struct ehc_amount_build *b, struct ehc_draft *d, bool even_incomplete);

/* often.c: the parts that say how often */
bool ehc_amount_fold_often(struct ehc_amount_build *b, struct ehc_draft *d, enum ehc_amount_part_kind kind, const struct ehc_amount_value *v, struct ehc_span at);

/* finish.c: drafts into doses */
void ehc_amount_finish(struct ehc_amount_build *b);
bool ehc_draft_is_worth(const struct ehc_draft *d);     /* says enough to be an amount where nobody said that it is one */
bool ehc_dose_has_quantity(const struct ehc_dose *d);
/* With how many others, how many staff, in what way and at what time: what `to` does not say is taken from `from`. */
void ehc_dose_fill_company(struct ehc_dose *to, const struct ehc_dose *from);
/* Settles what a count of sessions counts. `apart`: the period stands apart from it, as in "6 sessions, weekly". */
void ehc_dose_place_count(struct ehc_dose *d, bool apart, const struct ehc_calendar *cal);

/* year.c */
bool ehc_unit_is_occasion(enum ehc_unit u);     /* a session, a visit: something that takes place */
bool ehc_unit_is_day(enum ehc_unit u);
struct ehc_ratio ehc_calendar_span_weeks(const struct ehc_calendar *cal, struct ehc_ratio n, enum ehc_unit unit);
struct ehc_ratio ehc_dose_periods(const struct ehc_dose *d, const struct ehc_calendar *cal, bool *assumed);
void ehc_amount_total(struct ehc_arena *a, struct ehc_amount *m, const struct ehc_calendar *cal);

/* say.c: pieces of what is said of a dose */
void ehc_amount_say_quantity(struct ehc_buf *out, const struct ehc_dose *d);
void ehc_amount_say_period(struct ehc_buf *out, const struct ehc_dose *d);
void ehc_amount_say_ratio(struct ehc_buf *out, const struct ehc_dose *d);

#endif
