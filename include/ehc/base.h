/*
 * base.h - what every stage stands on: slices, the arena, output buffers,
 * exact fractions and calendar days.
 *
 * Ownership: everything a compilation makes lives in its arena and dies with it. A slice (struct ehc_str) never
 * owns its bytes. A buffer (struct ehc_buf) owns its bytes until ehc_buf_free().
 * Errors: running out of memory ends the process (arena.c alone handles it); nothing here fails otherwise
 * unless its comment says so.
 */
#ifndef EHC_BASE_H
#define EHC_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Of the program: what it writes says which one wrote it. */
#define EHC_VERSION "0.1.0"

#if defined(__GNUC__)
#define EHC_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define EHC_NORETURN __attribute__((noreturn))
#else
#define EHC_PRINTF(fmt, args)
#define EHC_NORETURN
#endif

/* A mistake of ours, never of the plan or of the machine: says where and aborts. */
#define EHC_BUG(...) ehc_bug(__FILE__, __LINE__, __VA_ARGS__)
/* The machine has no memory left: says so and ends the run with status 2. Whatever was being written is not there. */
EHC_NORETURN void ehc_out_of_memory(void);
EHC_NORETURN void ehc_bug(const char *file, int line, const char *fmt, ...) EHC_PRINTF(3, 4);

#define EHC_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- characters: ASCII alone ---- */

static inline bool
ehc_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ehc_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
ehc_is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ehc_is_letter_or_digit(char c)
{
	return ehc_is_letter(c) || ehc_is_digit(c);
}

/* A letter or a digit, or a byte of a character beyond ASCII, whatever that is. */
static inline bool
ehc_is_word_byte(char c)
{
	return ehc_is_letter_or_digit(c) || (unsigned char)c >= 0x80;
}

/* What parts words, within a line and between lines. */
static inline bool
ehc_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline char
ehc_lower(char c)
{
	return (char)(ehc_is_capital(c) ? c + ('a' - 'A') : c);
}

/* ---- slices ---- */

/* A run of UTF-8 bytes, not NUL-terminated. Empty is len == 0, whatever ptr is. */
struct ehc_str {
	const char *ptr;
	size_t len;
};

#define EHC_STR(literal) ((struct ehc_str){ (literal), sizeof(literal) - 1 })
#define EHC_NOSTR ((struct ehc_str){ NULL, 0 })
/* for printf: "%.*s", EHC_ARG(s) */
#define EHC_ARG(s) (int)(s).len, (s).ptr ? (s).ptr : ""

static inline struct ehc_str
ehc_str_of(const char *cstring)
{
	return (struct ehc_str){ cstring, cstring == NULL ? 0 : strlen(cstring) };
}
static inline struct ehc_str
ehc_str_sub(struct ehc_str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	return from >= to ? EHC_NOSTR : (struct ehc_str){ s.ptr + from, to - from };
}
struct ehc_str ehc_str_trim(struct ehc_str s);                     /* blanks, tabs, CR, LF at both ends */
bool ehc_str_eq(struct ehc_str a, struct ehc_str b);
bool ehc_str_is(struct ehc_str a, const char *cstring);
bool ehc_str_eq_nocase(struct ehc_str a, struct ehc_str b);        /* ASCII letters only */
bool ehc_str_same_nocase(struct ehc_str a, const char *cstring);
/* The first letter settles most of the many comparisons, so it is compared here. */
static inline bool
ehc_str_is_nocase(struct ehc_str a, const char *cstring)
{
	if (a.len == 0 || ehc_lower(a.ptr[0]) != ehc_lower(cstring[0]))
		return a.len == 0 && cstring[0] == '\0';
	return ehc_str_same_nocase(a, cstring);
}
bool ehc_str_start_same_nocase(struct ehc_str s, const char *prefix);
static inline bool
ehc_str_starts_nocase(struct ehc_str s, const char *prefix)
{
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a slice of some length has bytes */
	if (s.len == 0 || ehc_lower(s.ptr[0]) != ehc_lower(prefix[0]))
		return prefix[0] == '\0';
	return ehc_str_start_same_nocase(s, prefix);
}
/* Is s one of the n words, or does it start with one, in any letter case? */
static inline bool
ehc_str_is_one_of(struct ehc_str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_is_nocase(s, words[i]))
			return true;
	return false;
}
static inline bool
ehc_str_starts_one_of(struct ehc_str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_starts_nocase(s, words[i]))
			return true;
	return false;
}
bool ehc_str_ends_nocase(struct ehc_str s, const char *suffix);
bool ehc_str_has_digit(struct ehc_str s);
/* How many words there are: what stands between blanks and line breaks. */
size_t ehc_str_words(struct ehc_str s);
/* The last word before s[at], blanks between the two passed over; empty where there is none. */
struct ehc_str ehc_str_word_before(struct ehc_str s, size_t at);
static inline bool
ehc_str_digit_at(struct ehc_str s, size_t i)
{
	return i < s.len && ehc_is_digit(s.ptr[i]);
}
/* How often the byte stands in it. */
static inline size_t
ehc_str_count(struct ehc_str s, char byte)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.ptr[i] == byte;
	return n;
}
int ehc_str_cmp(struct ehc_str a, struct ehc_str b);               /* by bytes, for sorting */
/*
 * Offset of the first match, any letter case, a blank matching a line break too, or SIZE_MAX; no words at all are found nowhere.
 * `whole`: only as whole words.
 */
size_t ehc_str_find(struct ehc_str s, struct ehc_str words, bool whole);
static inline size_t
ehc_str_find_nocase(struct ehc_str s, const char *words)
{
	return ehc_str_find(s, (struct ehc_str){ words, strlen(words) }, false);
}
static inline size_t
ehc_str_find_word(struct ehc_str s, const char *words)
{
	return ehc_str_find(s, (struct ehc_str){ words, strlen(words) }, true);
}
/* Does s hold the words, anywhere, or as whole words? */
static inline bool
ehc_str_has(struct ehc_str s, const char *words)
{
	return ehc_str_find_nocase(s, words) != SIZE_MAX;
}
static inline bool
ehc_str_has_word(struct ehc_str s, const char *words)
{
	return ehc_str_find_word(s, words) != SIZE_MAX;
}
/*
 * Which pairs of characters, in any letter case, stand side by side in a text. Rules look for hundreds of words in every text and seldom
 * find one: a text that lacks one of the pairs of the words need not be searched for them.
 */
struct ehc_pairs { uint32_t after[32]; };        /* by the first character, a bit for the second */
struct ehc_pairs ehc_pairs_of(struct ehc_str s);
bool ehc_pairs_may_hold(const struct ehc_pairs *p, const char *words);
/* Takes the part before the first `sep` off *rest; false, and an empty part, when *rest was empty to begin with. */
bool ehc_str_split(struct ehc_str *rest, char sep, struct ehc_str *part);
uint64_t ehc_str_hash(struct ehc_str s);
/* Letters to put in, take out, change or swap with their neighbour to make b of a; limit + 1 for anything beyond limit. */
size_t ehc_str_distance(struct ehc_str a, struct ehc_str b, size_t limit);

/* Eight bytes as a number, of which the first is the lowest on every machine, and one byte spread over eight: EHC_ONES * 'x'. */
#define EHC_ONES 0x0101010101010101u
static inline uint64_t
ehc_eight_at(const char *s)
{
	uint64_t eight;

	memcpy(&eight, s, sizeof(eight));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	return eight;
}
static inline void
ehc_put_eight(char *s, uint64_t eight)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	memcpy(s, &eight, sizeof(eight));
}
/* Most of a plan is ASCII: are the eight bytes from s on? */
static inline bool
ehc_is_ascii_8(const char *s)
{
	return (ehc_eight_at(s) & EHC_ONES * 0x80) == 0;
}
/* One code point at s.ptr[*at], moving *at past it. Bad bytes read as U+FFFD, one byte each. */
uint32_t ehc_utf8_next(struct ehc_str s, size_t *at);
/* Bytes written to out (at most 4). */
size_t ehc_utf8_put(char out[4], uint32_t cp);
/* How many code points there are, each bad byte being one: columns, where nothing is told of wide letters. */
size_t ehc_utf8_count(struct ehc_str s);
/* Offset of the first byte that is not part of well-formed UTF-8, or SIZE_MAX. */
size_t ehc_utf8_check(struct ehc_str s);

/* ---- the arena ---- */

struct ehc_arena;
struct ehc_arena *ehc_arena_new(void);
/* So many bytes will be wanted, about: much is asked of the system at once, which costs less than many times a little. */
void ehc_arena_expect(struct ehc_arena *a, size_t size);
void ehc_arena_free(struct ehc_arena *a);                          /* NULL is allowed */
void ehc_arena_reset(struct ehc_arena *a);                         /* forgets all, keeps one chunk for reuse */
void *ehc_arena_alloc(struct ehc_arena *a, size_t size);           /* zeroed, aligned for any type; never NULL */
void *ehc_arena_room(struct ehc_arena *a, size_t size);            /* the same, holding anything: for whoever fills all of it */
#define EHC_NEW(arena, type) ((type *)ehc_arena_alloc((arena), sizeof(type)))
#define EHC_NEW_ARRAY(arena, type, n) ((type *)ehc_arena_array((arena), (n), sizeof(type)))
void *ehc_arena_array(struct ehc_arena *a, size_t n, size_t size);
struct ehc_str ehc_arena_copy(struct ehc_arena *a, struct ehc_str s);    /* NUL-terminated behind its len */
const char *ehc_arena_cstr(struct ehc_arena *a, struct ehc_str s);
struct ehc_str ehc_arena_unwrapped(struct ehc_arena *a, struct ehc_str s);   /* a blank for each line end and tab, so that offsets hold; s where there is none */
struct ehc_str ehc_arena_printf(struct ehc_arena *a, const char *fmt, ...) EHC_PRINTF(2, 3);
struct ehc_str ehc_arena_vprintf(struct ehc_arena *a, const char *fmt, va_list args) EHC_PRINTF(2, 0);
/* "a plan", "an EHC plan" */
struct ehc_str ehc_with_article(struct ehc_arena *a, const char *word);

/*
 * A growing array in an arena: items, count, cap. EHC_PUSH appends one value; old blocks stay valid until the
 * arena goes, so pointers to earlier elements must not be kept across a push.
 */
#define EHC_VEC(type) struct { type *items; size_t count, cap; }
#define EHC_PUSH(arena, vec, ...) \
	((vec)->items = (vec)->count < (vec)->cap ? (vec)->items : \
		ehc_arena_grow((arena), (vec)->items, (vec)->count, &(vec)->cap, sizeof(*(vec)->items)), \
	    (vec)->items[(vec)->count++] = (__VA_ARGS__))
void *ehc_arena_grow(struct ehc_arena *a, void *items, size_t count, size_t *cap, size_t size);

/* ---- interned names: equal names have equal pointers ---- */

struct ehc_intern;
struct ehc_intern *ehc_intern_new(struct ehc_arena *a);
/* The one copy of s in this table, folded to upper case where `fold` (ids are equal in any letter case). */
const char *ehc_intern(struct ehc_intern *t, struct ehc_str s, bool fold);

/* ---- output buffers ---- */

struct ehc_buf {
	char *ptr;      /* NUL-terminated at ptr[len] once anything was written */
	size_t len, cap;
};

void ehc_buf_free(struct ehc_buf *b);
void ehc_buf_clear(struct ehc_buf *b);
void ehc_buf_cut(struct ehc_buf *b, size_t len);                   /* takes off what stands behind len */
void ehc_buf_grow(struct ehc_buf *b, size_t n);                    /* makes room; use ehc_buf_room() */
/* Room for so many bytes and the NUL behind them: the caller writes them at the end, and adds to len. */
static inline char *
ehc_buf_room(struct ehc_buf *b, size_t n)
{
	if (n >= b->cap - b->len)
		ehc_buf_grow(b, n);
	return b->ptr + b->len;
}
/* What was written so far, until more is. */
static inline struct ehc_str
ehc_buf_text(const struct ehc_buf *b)
{
	return (struct ehc_str){ b->ptr, b->len };
}
/* Takes what was written into the arena, NUL-terminated behind its len, and frees the buffer. */
struct ehc_str ehc_buf_take(struct ehc_buf *b, struct ehc_arena *a);
void ehc_buf_char(struct ehc_buf *b, char c);
void ehc_buf_str(struct ehc_buf *b, struct ehc_str s);
void ehc_buf_bytes(struct ehc_buf *b, const void *p, size_t n);
static inline void
ehc_buf_cstr(struct ehc_buf *b, const char *s)
{
	ehc_buf_bytes(b, s, strlen(s));
}
void ehc_buf_printf(struct ehc_buf *b, const char *fmt, ...) EHC_PRINTF(2, 3);
void ehc_buf_vprintf(struct ehc_buf *b, const char *fmt, va_list args) EHC_PRINTF(2, 0);
void ehc_buf_number(struct ehc_buf *b, size_t n);                  /* in decimal figures; printf costs ten times as much */
void ehc_buf_fill(struct ehc_buf *b, char c, size_t n);
/* JSON string with its quotes; bytes that are not UTF-8 become U+FFFD, control characters are escaped. */
void ehc_buf_json(struct ehc_buf *b, struct ehc_str s);
/* Text for HTML and XML, element content or a double-quoted attribute; control characters and overrides of writing direction become U+FFFD. */
void ehc_buf_html(struct ehc_buf *b, struct ehc_str s);
/* How many bytes from `from` on are ASCII that a terminal shows as it is, each in a column. */
size_t ehc_shown_run(struct ehc_str s, size_t from);
/* Text for a terminal: control characters are shown as <U+001B>, never sent raw; line breaks become blanks. */
void ehc_buf_plain(struct ehc_buf *b, struct ehc_str s);
/* A cell of a table for a spreadsheet, in its quotation marks, as plain text: one that could run as a formula begins with an apostrophe. */
void ehc_buf_csv(struct ehc_buf *b, struct ehc_str s);

/* ---- tables that a spreadsheet saved ---- */

struct ehc_csv_row {
	struct ehc_str *cells;
	size_t n;
	size_t line;                    /* on which the row begins, from 1 */
};
struct ehc_csv {
	struct ehc_csv_row *rows;       /* those with a cell that is not empty; the heads are the first; all have as many cells */
	size_t count, cap;
	const char *trouble;            /* where it could not be read: why, in plain words */
	size_t line;                    /* and on which line */
};
/* Reads comma-separated values (RFC 4180). The cells are slices of `text`, or lie in the arena. */
bool ehc_csv_read(struct ehc_arena *a, struct ehc_str text, struct ehc_csv *out);

/* ---- files and folders ---- */

/*
 * A file that is written piece by piece and is whole or not there: owner-only, under no name or a temporary one in the same
 * folder, synced and renamed over `path` at the end. A device or a pipe is written as it is.
 */
struct ehc_output { const char *path; int fd; bool special, good; int why; struct ehc_buf temporary; };
bool ehc_output_begin(struct ehc_output *o, const char *path);
bool ehc_output_put(struct ehc_output *o, const void *bytes, size_t n);
/* To be called whatever begin() and put() gave. Unless `wanted`, `path` stays as it was. False: errno says why, nothing is left behind. */
bool ehc_output_end(struct ehc_output *o, bool wanted);
/* All at once. */
bool ehc_write_file(const char *path, const void *bytes, size_t n);
/* Folder that holds templates/ and corpus/: beside the program, or where it is installed. NULL when neither is there. */
const char *ehc_share_dir(struct ehc_arena *a);
/*
 * A document that another names: a path, from where the program runs or from the folder of `near_path`; or a name, as
 * NAME.ehc in that folder or one above it, in kind/ or templates/kind/ there, or among those in share_dir (NULL: found
 * beside the program). `not_itself`: never the file near_path, whatever it is called. NULL when there is none.
 */
const char *ehc_find_document(struct ehc_arena *a, struct ehc_str name, const char *kind, const char *near_path, bool not_itself, const char *share_dir);
/* "national, example-county": those that a user may name anywhere. `national` is always one. */
struct ehc_str ehc_installed_documents(struct ehc_arena *a, const char *kind, const char *share_dir);
bool ehc_is_path(struct ehc_str name);          /* has a slash, or ends in .ehc */
bool ehc_is_file(const char *path);
/* The folder of `path` without links in it, "" for the root; NULL when there is no such folder. */
char *ehc_folder_of(struct ehc_arena *a, const char *path);
bool ehc_folder_up(char *folder);               /* takes the last part off; false at the root */

/* ---- exact fractions ---- */

/* num/den, den > 0, lowest terms; den == 0 means "not known". */
struct ehc_ratio {
	int64_t num, den;
};
#define EHC_NORATIO ((struct ehc_ratio){ 0, 0 })
struct ehc_ratio ehc_ratio(int64_t num, int64_t den);
bool ehc_ratio_known(struct ehc_ratio r);
struct ehc_ratio ehc_ratio_add(struct ehc_ratio a, struct ehc_ratio b);   /* not known where either is not, or on overflow */
struct ehc_ratio ehc_ratio_sub(struct ehc_ratio a, struct ehc_ratio b);
struct ehc_ratio ehc_ratio_mul(struct ehc_ratio a, struct ehc_ratio b);
struct ehc_ratio ehc_ratio_div(struct ehc_ratio a, struct ehc_ratio b);   /* by zero: not known */
int ehc_ratio_cmp(struct ehc_ratio a, struct ehc_ratio b);                /* both known */
double ehc_ratio_double(struct ehc_ratio r);
/* "28.5", "28", "0.33": at most two decimals, no trailing zeros; "?" when not known. */
void ehc_buf_ratio(struct ehc_buf *b, struct ehc_ratio r);
struct ehc_str ehc_ratio_text(struct ehc_arena *a, struct ehc_ratio r);

/* ---- calendar days ---- */

/* Days since 1 January 1970 in the Gregorian calendar; EHC_NODATE is no date. Day arithmetic is plain addition. */
typedef int32_t ehc_day;
#define EHC_NODATE INT32_MIN

ehc_day ehc_day_of(int year, int month, int day);                  /* EHC_NODATE when there is no such day */
void ehc_day_parts(ehc_day d, int *year, int *month, int *day);
int ehc_day_weekday(ehc_day d);                                    /* 0 is Monday */
/* The same day number n months later (or earlier), or the last day of that month. */
ehc_day ehc_day_add_months(ehc_day d, int n);
int ehc_day_age(ehc_day born, ehc_day on);                         /* whole years */
/*
 * Reads `14 May 2016`, `14/05/2016`, `2016-05-14` at the start of s, also `14th May 2016`, a weekday before, and a
 * month alone (`May 2016`: its last day). Returns the bytes read, 0 when s does not start with a date; a date that
 * does not exist (30 February) reads as EHC_NODATE with its length. `numeric`, where not NULL, tells whether the
 * figures-only form was used.
 */
size_t ehc_day_read(struct ehc_str s, ehc_day *out, bool *month_only, bool *numeric);
/* Could one begin at s[i], with a figure or with the first two letters of a day or a month? Of most places that is soon answered. */
bool ehc_day_may_begin(struct ehc_str s, size_t i);
/* "14 May 2016". */
struct ehc_str ehc_day_text(struct ehc_arena *a, ehc_day d);
void ehc_buf_day(struct ehc_buf *b, ehc_day d);
/* "2016-05-14" */
void ehc_buf_day_iso(struct ehc_buf *b, ehc_day d);
/* School year (1 September to 31 August) in which d falls, named by the year it starts in. */
int ehc_day_school_year(ehc_day d);

#endif
