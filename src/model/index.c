/*
 * index.c - words to things, in any letter case and with any white space between the words: ids to items, names to
 * staff and medicines, defined words to their definitions. An open-addressed table in the arena that grows by doubling.
 */
#include "model/bind.h"
#include "table_hash.h"

#define OPENINGS 256u

struct entry {
	struct ehc_str key;
	void *thing;
};

struct ehc_index {
	struct ehc_arena *arena;
	struct entry *slots;
	size_t cap, count;
	uint32_t starts[32];    /* by the first letter of a key, a bit for its second: most words of a text begin no key */
	uint64_t openings[OPENINGS / 64];       /* the same of its first word, a bit for all that share it */
};

struct ehc_index *
ehc_index_new(struct ehc_arena *a)
{
	struct ehc_index *x = EHC_NEW(a, struct ehc_index);

	x->arena = a;
	x->cap = 64;
	x->slots = EHC_NEW_ARRAY(a, struct entry, x->cap);
	return x;
}

/* The byte at s[*i] as the table sees it: lower case, one blank for any run of them. */
static inline char
next_folded(struct ehc_str s, size_t *i)
{
	char c = s.ptr[(*i)++];

	if (c <= ' ' && ehc_is_blank(c)) {
		while (*i < s.len && ehc_is_blank(s.ptr[*i]))
			(*i)++;
		return ' ';
	}
	return ehc_lower(c);
}

static uint64_t
hash(struct ehc_str s)
{
	uint64_t h = 14695981039346656037u;
	size_t i = 0;

	while (i < s.len)
		h = (h ^ (unsigned char)next_folded(s, &i)) * 1099511628211u;
	return h ^ (h >> 29);
}

static bool
same(struct ehc_str a, struct ehc_str b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len)
		if (next_folded(a, &i) != next_folded(b, &j))
			return false;
	return i == a.len && j == b.len;
}

static struct entry *
slot_of(const struct ehc_index *x, struct ehc_str key)
{
	size_t i = (size_t)hash(key) & (x->cap - 1);

	while (x->slots[i].thing != NULL && !same(x->slots[i].key, key))
		i = (i + 1) & (x->cap - 1);
	return &x->slots[i];
}

void *
ehc_index_get(const struct ehc_index *x, struct ehc_str key)
{
	return slot_of(x, ehc_str_trim(key))->thing;
}

static void
double_table(struct ehc_index *x)
{
	struct entry *old = x->slots;
	size_t n = x->cap;

	x->cap *= 2;
	x->slots = EHC_NEW_ARRAY(x->arena, struct entry, x->cap);
	for (size_t i = 0; i < n; i++)
		if (old[i].thing != NULL)
			*slot_of(x, old[i].key) = old[i];
}

/* ---- words of a text ---- */

/* Bytes of the character at s[i] where it is a dash, a quotation mark or an apostrophe from beyond ASCII (U+2010 to U+203F), else 0. */
static size_t
punctuation(struct ehc_str s, size_t i)
{
	return i + 2 < s.len && (unsigned char)s.ptr[i] == 0xE2 && (unsigned char)s.ptr[i + 1] == 0x80 ? 3 : 0;
}

static inline bool
is_word(struct ehc_str s, size_t i)
{
	char c = s.ptr[i];

	return ehc_is_letter_or_digit(c) || c == '~' || ((unsigned char)c >= 0x80 && punctuation(s, i) == 0);
}

static size_t
word_end(struct ehc_str s, size_t i)
{
	while (i < s.len && is_word(s, i))
		i++;
	return i;
}

static size_t
word_start(struct ehc_str s, size_t i)
{
	while (i < s.len && !is_word(s, i))
		i += punctuation(s, i) > 0 ? 3 : 1;
	return i < s.len ? i : s.len;
}

static unsigned
letter_bits(char c)
{
	return (unsigned)c & 31;        /* the same in either case */
}

/* The bit of the word that ends at s[end], in any letter case. */
static unsigned
opening_bit(struct ehc_str s, size_t i, size_t end)
{
	uint32_t h = EHC_TABLE_HASH_START;

	for (; i < end; i++)
		h = ehc_table_hash_byte(h, ehc_lower(s.ptr[i]));
	return (h ^ h >> 16) % OPENINGS;
}

static void
note_start(struct ehc_index *x, struct ehc_str key)
{
	unsigned bit = opening_bit(key, 0, word_end(key, 0));

	x->openings[bit / 64] |= (uint64_t)1 << bit % 64;
	if (key.len > 1 && !ehc_is_blank(key.ptr[1]))
		x->starts[letter_bits(key.ptr[0])] |= (uint32_t)1 << letter_bits(key.ptr[1]);
	else if (key.len > 0)
		x->starts[letter_bits(key.ptr[0])] = UINT32_MAX;       /* a word of one letter: anything may stand behind it */
}

/* Could a key start with the word from s[i] to `end`? */
static bool
may_start(const struct ehc_index *x, struct ehc_str s, size_t i, size_t end)
{
	unsigned bit;

	if (i + 1 < s.len && !ehc_is_blank(s.ptr[i + 1]) && (x->starts[letter_bits(s.ptr[i])] >> letter_bits(s.ptr[i + 1]) & 1) == 0)
		return false;
	bit = opening_bit(s, i, end);
	return (x->openings[bit / 64] >> bit % 64 & 1) != 0;
}

bool
ehc_index_put(struct ehc_index *x, struct ehc_str key, void *thing)
{
	struct entry *slot;

	key = ehc_str_trim(key);
	slot = slot_of(x, key);
	if (slot->thing != NULL)
		return false;
	*slot = (struct entry){ key, thing };
	note_start(x, key);
	if (++x->count * 2 > x->cap)
		double_table(x);
	return true;
}

/* Where the next part of a name starts that may go on after `end`: over blanks, or one stop, apostrophe or hyphen; else `end`. */
static size_t
joined(struct ehc_str s, size_t end)
{
	size_t next = end;

	if (next < s.len && (s.ptr[next] == '.' || s.ptr[next] == '\'' || s.ptr[next] == '-'))
		next++;
	else
		next += punctuation(s, next);
	if (next == end)
		while (next < s.len && ehc_is_blank(s.ptr[next]))
			next++;
	return next > end && next < s.len && is_word(s, next) ? next : end;
}

size_t
ehc_words_count(struct ehc_str s)
{
	size_t n = 0;

	for (size_t i = word_start(s, 0); i < s.len; i = word_start(s, word_end(s, i)))
		n++;
	return n;
}

/* The longest run of words that starts at s[from] and is indexed: its end, or `from` when there is none. */
static size_t
longest(const struct ehc_index *x, size_t most, struct ehc_str s, size_t from, void **thing)
{
	size_t end = word_end(s, from), best = from;

	for (size_t n = 0; n < most; n++) {
		size_t next = joined(s, end);
		bool inside_id = next > end && s.ptr[end] == '.';       /* F2 in F2.3 is no mention of F2 */
		void *found = inside_id ? NULL : ehc_index_get(x, ehc_str_sub(s, from, end));

		if (found != NULL) {
			*thing = found;
			best = end;
		}
		if (next == end)
			break;
		end = word_end(s, next);
	}
	return best;
}

void
ehc_words_match(const struct ehc_index *x, size_t most, struct ehc_str s,
    void (*hit)(void *context, void *thing, struct ehc_str words), void *context)
{
	size_t i = word_start(s, 0);

	while (i < s.len) {
		void *thing = NULL;
		size_t end = word_end(s, i), last = may_start(x, s, i, end) ? longest(x, most, s, i, &thing) : i;

		if (thing != NULL) {
			hit(context, thing, ehc_str_sub(s, i, last));
			end = last;
		}
		i = word_start(s, end);
	}
}

#define ID_LETTERS 8    /* that an id begins with at most */

/* Where the word begins whose letters end at s[figure], before a figure, as every id does; `figure` where they are none, or not all of its beginning. */
static size_t
id_start(struct ehc_str s, size_t figure)
{
	size_t i = figure;

	while (i > 0 && figure - i < ID_LETTERS && ehc_is_letter(s.ptr[i - 1]))
		i--;
	return i == 0 || !is_word(s, i - 1) || (i >= 3 && punctuation(s, i - 3) > 0) ? i : figure;
}

/* Does one of the eight bytes from s on begin the figures of an id: a figure behind a letter? In most texts none does. */
static inline bool
has_id_figure_8(const char *s)
{
	const uint64_t high = EHC_ONES * 0x80;
	uint64_t here = ehc_eight_at(s), before = ehc_eight_at(s - 1) | EHC_ONES * 0x20;

	/* Of each byte the highest bit, which ASCII leaves free, tells whether it lies below the end of a range and not below its start. */
	here = ~here & ((here & ~high) + EHC_ONES * (0x80 - '0')) & ~((here & ~high) + EHC_ONES * (0x80 - '9' - 1)) & high;
	if (here == 0)
		return false;
	before = ~before & ((before & ~high) + EHC_ONES * (0x80 - 'a')) & ~((before & ~high) + EHC_ONES * (0x80 - 'z' - 1));
	return (here & before) != 0;
}

/* The first figure behind a letter, from `from` on, which is not 0; the end where there is none. */
static size_t
id_figure(struct ehc_str s, size_t from)
{
	while (from + 8 <= s.len && !has_id_figure_8(s.ptr + from))
		from += 8;
	if (from + 8 > s.len && s.len > 8 && !has_id_figure_8(s.ptr + s.len - 8))
		return s.len;           /* those that are left, and some before them once more */
	while (from < s.len && !(ehc_is_digit(s.ptr[from]) && ehc_is_letter(s.ptr[from - 1])))
		from++;
	return from < s.len ? from : s.len;
}

void
ehc_ids_match(const struct ehc_index *x, struct ehc_str s, void (*hit)(void *context, void *thing, struct ehc_str words), void *context)
{
	for (size_t figure = id_figure(s, 1); figure < s.len; figure = id_figure(s, figure + 1)) {
		size_t i = id_start(s, figure), end;
		void *thing;

		if (i == figure)
			continue;
		end = word_end(s, figure);
		while (end + 1 < s.len && s.ptr[end] == '.' && ehc_is_digit(s.ptr[end + 1]))
			end = word_end(s, end + 1);
		thing = ehc_index_get(x, ehc_str_sub(s, i, end));
		if (thing != NULL)
			hit(context, thing, ehc_str_sub(s, i, end));
		figure = end;
	}
}
