/*
 * lexicon.h - the words that grammar/lexicon knows, what each can do, and the states of the matcher of its patterns: the tables that
 * mklexicon.c makes, and how a word is looked up in them.
 */
#ifndef EHC_LEXICON_H
#define EHC_LEXICON_H

#include "ehc/base.h"
#include "letters.h"
#include "table_hash.h"

/* What a word can do in a sentence. */
enum ehc_word_class {
#define WORD_CLASS(name) EHC_CLASS_NUMBER_##name,
#include "lexicon/classnames.def"
	EHC_CLASSES
};
_Static_assert(EHC_CLASSES <= 64, "the classes of a word are the bits of one number");
#define EHC_CLASS(name) ((uint64_t)1 << EHC_CLASS_NUMBER_##name)

/* A word by its rank: `first` is the state to which it leads from the start, or 0. */
struct ehc_lex_word {
	char start[8];                  /* its first letters, with NUL bytes behind a shorter word: few need more to be told apart */
	uint64_t classes;               /* EHC_CLASS(...) */
	uint16_t letters, first;        /* `letters`: where they begin in ehc_lex_letters */
	uint8_t len;
	bool quiet;                     /* only QUIET() rows hold it: it does not count as known */
};
/* Where words are looked up: 1 + rank, or 0 where the slot is empty, and the upper half of the word's hash. */
struct ehc_lex_slot { uint16_t rank, hash; };

/*
 * A state of the matcher: where each word leads, and what is matched on arriving. Its edges are looked up by rank, modulo a power of two, the
 * next ones following; one that leads to 0 is none. Where an edge stands for several words, those of #, _ and _ed stand before the others.
 */
struct ehc_lex_node {
	uint64_t words;                 /* a bit for the rank of each edge, modulo 64: without that bit there is no such edge */
	uint16_t first_edge, mask, first_accept;
	uint8_t naccepts;
	bool wild;                      /* an edge stands for several words */
};
struct ehc_lex_edge { uint16_t word, node; };
enum { EHC_WILD_NUMBER, EHC_WILD_WORD, EHC_WILD_PARTICIPLE, EHC_WILDS };        /* ORDER WILD: mkclasses.c */
struct ehc_lex_accept { uint16_t list, row; };

extern const struct ehc_lex_word ehc_lex_words[];       /* sorted by bytes */
extern const char ehc_lex_letters[];
extern const struct ehc_lex_slot ehc_lex_slots[];       /* open addressing by ehc_table_hash_eight() */
extern const uint32_t ehc_lex_nslots;                   /* a power of two */
extern const uint16_t ehc_lex_any, ehc_lex_number, ehc_lex_participle;  /* ranks of _, # and _ed, which stand for several words */
extern const uint16_t ehc_lex_most_any;                 /* how many _ a pattern begins with; words behind these are of class BEHIND_ANY */
extern const struct ehc_lex_node ehc_lex_nodes[];       /* 0 is the start; its edges are the words' `first` alone */
extern const struct ehc_lex_edge ehc_lex_edges[];
extern const struct ehc_lex_accept ehc_lex_accepts[];

/* ---- words by their letters ---- */

/* What stands so far of a word: where each further letter leads, 0 for nowhere; the classes of the word that ends here. */
struct ehc_lex_spelt {
	uint16_t next[EHC_LETTERS];
	uint64_t classes;
};

extern const uint8_t ehc_lex_letter[256];                       /* EHC_LETTER_... of each byte */
extern const struct ehc_lex_spelt ehc_lex_amount_words[];       /* those that begin or open an amount, or stand in it; [0] is the start */

/* ---- looking a word up ---- */

#define EHC_NO_WORD UINT32_MAX
#define EHC_LONGEST_WORD 40     /* a multiple of eight */

/* A word in lower case; NUL bytes follow it up to the end of its last eight. Letters beyond the longest are only counted. */
struct ehc_lex_spelling {
	size_t n;
	char letters[EHC_LONGEST_WORD];
};

/* The highest bit of each of eight bytes that is no ASCII letter. */
static inline uint64_t
ehc_no_letters(uint64_t eight)
{
	uint64_t low = (eight | EHC_ONES * 0x20) & EHC_ONES * 0x7F;

	return (~(low + EHC_ONES * (0x80 - 'a')) | (low + EHC_ONES * (0x7F - 'z')) | eight) & EHC_ONES * 0x80;
}

/* The end of the ASCII letters from s[i] on. */
static inline size_t
ehc_letters_end(struct ehc_str s, size_t i)
{
	for (; i + 8 <= s.len; i += 8) {
		uint64_t others = ehc_no_letters(ehc_eight_at(s.ptr + i));

		if (others != 0)
			return i + (size_t)__builtin_ctzll(others) / 8;
	}
	while (i < s.len && ehc_is_letter(s.ptr[i]))
		i++;
	return i;
}

static inline void
ehc_spell_begin(struct ehc_lex_spelling *w)
{
	w->n = 0;
}

static inline void
ehc_spell(struct ehc_lex_spelling *w, char c)
{
	if (w->n < EHC_LONGEST_WORD) {
		if (w->n % 8 == 0)
			memset(w->letters + w->n, 0, 8);
		w->letters[w->n] = ehc_lower(c);
	}
	w->n++;
}

/*
 * Takes the ASCII letters from s[i] on; their end. Nearly all that is read are these, and most words have fewer than eight. Behind an
 * apostrophe they come one by one, for the eights of a word stay whole.
 */
static inline size_t
ehc_spell_letters(struct ehc_lex_spelling *w, struct ehc_str s, size_t i)
{
	uint64_t others = 0;

	while (others == 0 && w->n % 8 == 0 && w->n < EHC_LONGEST_WORD && i + 8 <= s.len) {
		uint64_t eight = ehc_eight_at(s.ptr + i), before;
		size_t n;

		others = ehc_no_letters(eight);
		before = ((others & -others) >> 7) - 1;         /* all bits of the bytes before the first of them */
		n = others == 0 ? 8 : (size_t)__builtin_ctzll(others) / 8;
		ehc_put_eight(w->letters + w->n, (eight | EHC_ONES * 0x20) & before);
		w->n += n;
		i += n;
	}
	for (; others == 0 && i < s.len && ehc_is_letter(s.ptr[i]); i++)
		ehc_spell(w, s.ptr[i]);
	return i;
}

static inline struct ehc_str
ehc_lex_letters_of(const struct ehc_lex_word *w)
{
	return (struct ehc_str){ ehc_lex_letters + w->letters, w->len };
}

static inline bool
ehc_lex_is(const struct ehc_lex_word *entry, const struct ehc_lex_spelling *w)
{
	const size_t n = sizeof(entry->start);

	return entry->len == w->n && memcmp(entry->start, w->letters, n) == 0 &&
	    (w->n <= n || memcmp(ehc_lex_letters + entry->letters + n, w->letters + n, w->n - n) == 0);
}

static inline uint32_t
ehc_lex_hash(const struct ehc_lex_spelling *w)
{
	uint64_t h = 0;

	for (size_t i = 0; i < w->n; i += 8)
		h = ehc_table_hash_eight(h, ehc_eight_at(w->letters + i));
	return (uint32_t)h;
}

/* The rank of a word of fewer than eight letters, in small letters with NUL bytes behind them as ehc_eight_at() reads them; or EHC_NO_WORD. */
static inline uint32_t
ehc_lex_find_short(uint64_t letters)
{
	uint32_t mask = ehc_lex_nslots - 1, hash = (uint32_t)ehc_table_hash_eight(0, letters);

	for (uint32_t i = ehc_table_slot(hash, ehc_lex_nslots); ehc_lex_slots[i].rank != 0; i = (i + 1) & mask) {
		uint32_t rank = ehc_lex_slots[i].rank - 1u;

		if (ehc_lex_slots[i].hash == hash >> 16 && ehc_eight_at(ehc_lex_words[rank].start) == letters)
			return rank;
	}
	return EHC_NO_WORD;
}

/* The word's rank, or EHC_NO_WORD. */
static inline uint32_t
ehc_lex_find(const struct ehc_lex_spelling *w)
{
	uint32_t mask = ehc_lex_nslots - 1, hash;

	if (w->n > EHC_LONGEST_WORD)
		return EHC_NO_WORD;
	hash = ehc_lex_hash(w);
	for (uint32_t i = ehc_table_slot(hash, ehc_lex_nslots); ehc_lex_slots[i].rank != 0; i = (i + 1) & mask) {
		uint32_t rank = ehc_lex_slots[i].rank - 1u;

		if (ehc_lex_slots[i].hash == hash >> 16 && ehc_lex_is(&ehc_lex_words[rank], w))
			return rank;
	}
	return EHC_NO_WORD;
}

#endif
