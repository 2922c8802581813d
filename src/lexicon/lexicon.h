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

/* A state of the matcher: its edges by rank of word, and what is matched on arriving. */
struct ehc_lex_node {
	uint64_t words;                 /* a bit for the rank of each edge, modulo 64: without that bit there is no such edge */
	uint16_t first_edge, nedges, first_accept;
	uint8_t naccepts;
	bool wild;                      /* an edge stands for several words */
};
struct ehc_lex_edge { uint16_t word, node; };
struct ehc_lex_accept { uint16_t list, row; };

extern const struct ehc_lex_word ehc_lex_words[];       /* sorted by bytes */
extern const char ehc_lex_letters[];
extern const struct ehc_lex_slot ehc_lex_slots[];       /* open addressing by ehc_table_hash() */
extern const uint32_t ehc_lex_nslots;                   /* a power of two */
extern const uint16_t ehc_lex_any, ehc_lex_number, ehc_lex_participle;  /* ranks of _, # and _ed, which stand for several words */
extern const uint16_t ehc_lex_most_any;                 /* how many _ a pattern begins with; words behind these are of class BEHIND_ANY */
extern const struct ehc_lex_node ehc_lex_nodes[];       /* 0 is the start; its edges are the words' `first` */
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
#define EHC_LONGEST_WORD 40

/* A word in lower case, taken letter by letter with its hash; letters beyond the longest are only counted. */
struct ehc_lex_spelling {
	size_t n;
	uint32_t hash;
	char letters[EHC_LONGEST_WORD];
};

static inline void
ehc_spell_begin(struct ehc_lex_spelling *w)
{
	memset(w->letters, 0, sizeof(((struct ehc_lex_word *)0)->start));
	w->n = 0;
	w->hash = EHC_TABLE_HASH_START;
}

static inline void
ehc_spell(struct ehc_lex_spelling *w, char c)
{
	c = ehc_lower(c);
	if (w->n < EHC_LONGEST_WORD)
		w->letters[w->n] = c;
	w->n++;
	w->hash = ehc_table_hash_byte(w->hash, c);
}

/* Takes the ASCII letters from s[i] on; their end. Nearly all that is read are these. */
static inline size_t
ehc_spell_letters(struct ehc_lex_spelling *w, struct ehc_str s, size_t i)
{
	size_t n = w->n, start = i;
	uint32_t hash = w->hash;
	char c;

	for (; i < s.len && n < EHC_LONGEST_WORD && (c = (char)(s.ptr[i] | 0x20)) >= 'a' && c <= 'z'; i++) {
		w->letters[n++] = c;
		hash = ehc_table_hash_byte(hash, c);
	}
	while (i < s.len && ehc_is_letter(s.ptr[i]))
		i++;
	w->n += i - start;
	w->hash = hash;
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

/* The word's rank, or EHC_NO_WORD. */
static inline uint32_t
ehc_lex_find(const struct ehc_lex_spelling *w)
{
	uint32_t mask = ehc_lex_nslots - 1;

	if (w->n == 0 || w->n > EHC_LONGEST_WORD)
		return EHC_NO_WORD;
	for (uint32_t i = ehc_table_slot(w->hash, ehc_lex_nslots); ehc_lex_slots[i].rank != 0; i = (i + 1) & mask) {
		uint32_t rank = ehc_lex_slots[i].rank - 1u;

		if (ehc_lex_slots[i].hash == w->hash >> 16 && ehc_lex_is(&ehc_lex_words[rank], w))
			return rank;
	}
	return EHC_NO_WORD;
}

#endif
