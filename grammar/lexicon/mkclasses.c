/*
 * mkclasses.c - what is known of each word of the lexicon by itself: its classes, as classes.def lists them and as the states
 * that it leads to show.
 */
#include "mklexicon.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct class_row { enum word_class class; const char *words; bool quiet; } class_rows[] = {
#define CLASS(class, words) { CLASS_##class, words, false },
#define QUIET(class, words) { CLASS_##class, words, true },
#include "classes.def"
};

static const char *const name_lists[] = {
#define NAMES(list) list,
#include "names.def"
};

uint64_t *classes;
bool *known;

void
read_classes(void)
{
	unsigned in_patterns = nwords;
	size_t n;

	for (size_t i = 0; i < sizeof(class_rows) / sizeof(*class_rows); i++)
		for (const char *at = class_rows[i].words; *at != '\0'; at += n + strspn(at + n, " ")) {
			n = strcspn(at, " ");
			word_number(at, n);
		}
	classes = calloc(nwords, sizeof(*classes));
	known = calloc(nwords, sizeof(*known));
	if (classes == NULL || known == NULL)
		fail("", "out of memory");
	for (unsigned i = 0; i < in_patterns; i++)
		known[i] = true;
	for (size_t i = 0; i < sizeof(class_rows) / sizeof(*class_rows); i++)
		for (const char *at = class_rows[i].words; *at != '\0'; at += n + strspn(at + n, " ")) {
			unsigned word;

			n = strcspn(at, " ");
			word = word_number(at, n);
			classes[word] |= BIT(class_rows[i].class);
			known[word] = known[word] || !class_rows[i].quiet;
		}
}

/* ---- words that stand for others ---- */

/* ORDER WILD */
static const char *const wild_words[WILDS] = { WILD_NUMBER, WILD_WORD, WILD_PARTICIPLE };

unsigned
wild_place(const char *word)
{
	unsigned i = 0;

	while (i < WILDS && strcmp(word, wild_words[i]) != 0)
		i++;
	return i;
}

bool
is_wild(const char *word)
{
	return wild_place(word) < WILDS;
}

/* ---- classes that follow from the states ---- */

/*
 * Any word leads on from the start where a pattern begins with _, so a reader would try every word of a text. It need not where none of
 * the words behind is near: these get a class. The most _ that a pattern begins with are counted.
 */
static unsigned
mark_behind_any(unsigned root)
{
	unsigned at = root, next, deep = 0;

	for (;; at = next, deep++) {
		next = root;
		for (unsigned i = 0; i < nodes[at].nedges; i++) {
			unsigned word = nodes[at].edges[i].word;

			if (strcmp(words[word], WILD_WORD) == 0)
				next = nodes[at].edges[i].node;
			else if (at != root && is_wild(words[word]))
				fail(words[word], "stands behind _ at the beginning of a pattern");
			else if (at != root)
				classes[word] |= BIT(CLASS_BEHIND_ANY);
		}
		if (at != root && nodes[at].naccepts > 0)
			fail(WILD_WORD, "is all of a pattern");
		if (next == root)
			return deep;
	}
}

static bool
ends_in(const char *word, const char *ending)
{
	size_t n = strlen(word), end = strlen(ending);

	return n >= end && strcmp(word + n - end, ending) == 0;
}

/* ORDER LEAVES: src/prose/deadline.c */
static bool
leads_out(const char *word)
{
	static const char *const beginnings[] = { "leav", "move", "finish" };

	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		if (strncmp(word, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* In any letter case, with an 's or without. */
static bool
is_name(const char *word)
{
	size_t n = strlen(word), len;

	if (ends_in(word, "'s"))
		n -= 2;
	for (size_t i = 0; i < sizeof(name_lists) / sizeof(*name_lists); i++)
		for (const char *at = name_lists[i]; *at != '\0'; at += len + strspn(at + len, " ")) {
			len = strcspn(at, " ");
			if (len == n && strncasecmp(at, word, n) == 0)
				return true;
		}
	return false;
}

/*
 * What is asked of every word of a text: whether a pattern may begin with it, as itself or as a number or a participle, and whether it
 * sounds like a doer. Most do neither, and are done with. And few of those that begin with a capital letter are names.
 */
static void
mark_single_words(unsigned root)
{
	static const char *const doers[] = { "er", "or", "ist", "ian", "ers", "ors", "ists", "ians" };

	for (unsigned i = 0; i < nodes[root].nedges; i++)
		classes[nodes[root].edges[i].word] |= BIT(CLASS_LEADS_ON);
	for (unsigned i = 0; i < nwords; i++) {
		if ((classes[i] & BIT(CLASS_COUNTS)) != 0 || ends_in(words[i], "ed"))
			classes[i] |= BIT(CLASS_LEADS_ON);
		if (leads_out(words[i]))
			classes[i] |= BIT(CLASS_LEAVES);
		if (is_name(words[i]))
			classes[i] |= BIT(CLASS_NAME);
		for (size_t k = 0; k < sizeof(doers) / sizeof(*doers); k++)
			if (ends_in(words[i], doers[k]))
				classes[i] |= BIT(CLASS_MAY_BE_DOER);
	}
}

unsigned
mark_classes(unsigned root)
{
	mark_single_words(root);
	return mark_behind_any(root);
}
