/*
 * mktables.c - prints the states and words of the lexicon as the C tables of src/lexicon/lexicon.h.
 */
#include "letters.h"
#include "mklexicon.h"
#include "table_hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- states in the order of the output ---- */

static unsigned *order;
static unsigned norder, order_cap;

static void
list_nodes(unsigned at)
{
	if (nodes[at].done)
		return;
	nodes[at].done = true;
	nodes[at].number = norder;
	order = grow(order, norder, &order_cap, sizeof(*order));
	order[norder++] = at;
	for (unsigned i = 0; i < nodes[at].nedges; i++)
		list_nodes(nodes[at].edges[i].node);
}

/* ---- words ---- */

static int
by_spelling(const void *a, const void *b)
{
	return strcmp(words[*(const unsigned *)a], words[*(const unsigned *)b]);
}

static uint32_t
hash_word(const char *word)
{
	uint64_t h = 0, eight = 0;

	for (size_t i = 0; word[i] != '\0'; i++) {
		eight |= (uint64_t)(unsigned char)word[i] << i % 8 * 8;
		if (i % 8 == 7 || word[i + 1] == '\0') {
			h = ehc_table_hash_eight(h, eight);
			eight = 0;
		}
	}
	return (uint32_t)h;
}

/* Half of the slots stay empty, so that most words are found at the first look. */
static void
print_slots(const unsigned *sorted)
{
	uint32_t nslots = 1024;
	struct { unsigned rank; uint32_t hash; } *slots;

	while (nslots < nwords * 2)
		nslots *= 2;
	slots = calloc(nslots, sizeof(*slots));
	if (slots == NULL)
		fail("", "out of memory");
	for (unsigned i = 0; i < nwords; i++) {
		uint32_t hash = hash_word(words[sorted[i]]), at = ehc_table_slot(hash, nslots);

		while (slots[at].rank != 0)
			at = (at + 1) & (nslots - 1);
		slots[at].rank = i + 1;
		slots[at].hash = hash;
	}
	printf("\nconst uint32_t ehc_lex_nslots = %u;\nconst struct ehc_lex_slot ehc_lex_slots[] = {\n", nslots);
	for (size_t i = 0; i < nslots; i++)
		printf("{ %u, %u },%s", slots[i].rank, slots[i].hash >> 16, i % 8 == 7 ? "\n" : " ");
	puts("};");
	free(slots);
}

/* Nearly every word of a text is tried at the start, and few lead on from there: one look each. */
static void
print_words(const unsigned *sorted, const struct node *start)
{
	unsigned *first = calloc(nwords, sizeof(*first));
	size_t letters = 0;

	if (first == NULL)
		fail("", "out of memory");
	for (unsigned k = 0; k < start->nedges; k++)
		first[start->edges[k].word] = nodes[start->edges[k].node].number;
	puts("const struct ehc_lex_word ehc_lex_words[] = {");
	for (unsigned i = 0; i < nwords; i++) {
		unsigned word = sorted[i];
		size_t len = strlen(words[word]);

		printf("\t{ \"%.8s\", %#llx, %zu, %u, %zu, %d },\n", words[word], (unsigned long long)classes[word], letters, first[word], len, !known[word]);
		letters += len;
	}
	puts("};");
	if (letters > UINT16_MAX)
		fail("", "more letters than a word's place among them can count");
	free(first);
}

/* In one piece: a pointer for each word would have to be filled in each time that the program starts. */
static void
print_letters(const unsigned *sorted)
{
	puts("\nconst char ehc_lex_letters[] = {");
	for (unsigned i = 0; i < nwords; i++) {
		putchar('\t');
		for (const char *c = words[sorted[i]]; *c != '\0'; c++)
			printf(*c == '\'' || *c == '\\' ? "'\\%c'," : "'%c',", *c);
		putchar('\n');
	}
	puts("};");
}

/* ---- words by their letters ---- */

static enum ehc_letter
letter_of(unsigned c)
{
	unsigned letter = (c | 0x20) - 'a';

	if (c < 0x80 && letter < 26)
		return EHC_LETTER_A + letter;
	return c >= 0x80 || (c >= '0' && c <= '9') ? EHC_LETTER_OTHER : EHC_LETTER_NONE;
}

static struct spelt { unsigned next[EHC_LETTERS]; uint64_t classes; } *spelt;
static unsigned nspelt, spelt_cap;

static unsigned
new_spelt(void)
{
	spelt = grow(spelt, nspelt, &spelt_cap, sizeof(*spelt));
	memset(&spelt[nspelt], 0, sizeof(*spelt));
	return nspelt++;
}

static void
add_spelt(const char *word, uint64_t classes_of_word)
{
	unsigned at = 0;

	for (; *word != '\0'; word++) {
		enum ehc_letter c = letter_of((unsigned char)*word);

		if (spelt[at].next[c] == 0) {
			unsigned next = new_spelt();

			spelt[at].next[c] = next;
		}
		at = spelt[at].next[c];
	}
	spelt[at].classes = classes_of_word;
}

/* The few words of some classes, so that they are found, and most others refused, before they are read to their ends. */
static void
print_spelt(const char *name, uint64_t wanted)
{
	new_spelt();
	for (unsigned i = 0; i < nwords; i++)
		if ((classes[i] & wanted) != 0)
			add_spelt(words[i], classes[i]);
	printf("\nconst struct ehc_lex_spelt %s[] = {\n", name);
	for (unsigned i = 0; i < nspelt; i++) {
		printf("\t{ {");
		for (unsigned c = 0; c < EHC_LETTERS; c++)
			printf(" %u,", spelt[i].next[c]);
		printf(" }, %#llx },\n", (unsigned long long)spelt[i].classes);
	}
	puts("};");
	if (nspelt > UINT16_MAX)
		fail("", "more letters of words than can be numbered");
}

static void
print_letters_of_bytes(void)
{
	puts("\nconst uint8_t ehc_lex_letter[256] = {");
	for (unsigned c = 0; c < 256; c++)
		printf("%u,%s", (unsigned)letter_of(c), c % 32 == 31 ? "\n" : " ");
	puts("};");
}

/* ---- where words lead ---- */

#define MOST_EDGES UINT16_MAX
static struct { unsigned word, node; } edges[MOST_EDGES];
static unsigned nedges;

/* Puts the edges of a state into their places, of which a quarter and more stay empty, so that each search comes to an end. */
static void
place_edges(struct node *n, const unsigned *rank)
{
	unsigned plain = 0, slots = 1;

	for (unsigned k = 0; k < n->nedges; k++)
		plain += !is_wild(words[n->edges[k].word]);
	while (slots * 3 < plain * 4 || slots == plain)
		slots *= 2;
	n->wild = plain < n->nedges;
	n->mask = slots - 1;
	n->first = nedges + (n->wild ? WILDS : 0);
	nedges = n->first + slots;
	if (nedges > MOST_EDGES)
		fail("", "more edges than can be numbered");
	for (unsigned k = 0; k < n->nedges; k++) {
		unsigned word = n->edges[k].word, at = wild_place(words[word]);

		if (at < WILDS)
			at += n->first - WILDS;
		else
			for (at = n->first + (rank[word] & n->mask); edges[at].node != 0;)
				at = n->first + ((at - n->first + 1) & n->mask);
		edges[at].word = rank[word];
		edges[at].node = nodes[n->edges[k].node].number;
	}
}

/* Those of the start stand with the words. */
static void
print_nodes(const unsigned *rank)
{
	unsigned accepts = 0;

	puts("\nconst struct ehc_lex_node ehc_lex_nodes[] = {");
	for (unsigned i = 0; i < norder; i++) {
		struct node *n = &nodes[order[i]];
		uint64_t bits = 0;

		if (i > 0)
			place_edges(n, rank);
		for (unsigned k = 0; i > 0 && k < n->nedges; k++)
			if (!is_wild(words[n->edges[k].word]))
				bits |= BIT(rank[n->edges[k].word] % 64);
		printf("\t{ %#llx, %u, %u, %u, %u, %d },\n", (unsigned long long)bits, n->first, n->mask, accepts, n->naccepts, n->wild);
		accepts += n->naccepts;
		if (n->naccepts > UINT8_MAX)
			fail("", "a state matches more than can be counted");
	}
	puts("};");
	if (accepts > UINT16_MAX || norder > UINT16_MAX || nwords >= UINT16_MAX)
		fail("", "more words or states than can be numbered");
}

static void
print_edges(void)
{
	puts("\nconst struct ehc_lex_edge ehc_lex_edges[] = {");
	for (unsigned i = 0; i < nedges; i++)
		printf("\t{ %u, %u },\n", edges[i].word, edges[i].node);
	puts("};\n\nconst struct ehc_lex_accept ehc_lex_accepts[] = {");
	for (unsigned i = 0; i < norder; i++)
		for (unsigned k = 0; k < nodes[order[i]].naccepts; k++)
			printf("\t{ %u, %u },\n", nodes[order[i]].accepts[k] >> 16, nodes[order[i]].accepts[k] & 0xFFFF);
	puts("};");
}

/* ---- all of it ---- */

void
print_tables(unsigned root)
{
	unsigned *sorted = malloc(nwords * sizeof(*sorted)), *rank = malloc(nwords * sizeof(*rank)), most_any;

	if (sorted == NULL || rank == NULL)
		fail("", "out of memory");
	for (unsigned i = 0; i < nwords; i++)
		sorted[i] = i;
	qsort(sorted, nwords, sizeof(*sorted), by_spelling);
	for (unsigned i = 0; i < nwords; i++)
		rank[sorted[i]] = i;
	list_nodes(root);
	puts("/* Generated from grammar/lexicon by mklexicon; do not edit. */\n#include \"lexicon/lexicon.h\"\n");
	most_any = mark_classes(root);
	print_words(sorted, &nodes[root]);
	print_letters(sorted);
	printf("\nconst uint16_t ehc_lex_any = %u, ehc_lex_number = %u, ehc_lex_participle = %u, ehc_lex_most_any = %u;\n", rank[word_number(WILD_WORD, 1)],
	    rank[word_number(WILD_NUMBER, 1)], rank[word_number(WILD_PARTICIPLE, 3)], most_any);
	print_slots(sorted);
	print_letters_of_bytes();
	print_spelt("ehc_lex_amount_words", BIT(CLASS_BEGINS_AMOUNT) | BIT(CLASS_OPENS_AMOUNT) | BIT(CLASS_ENTERS_AMOUNT) | BIT(CLASS_IN_AMOUNT) |
	    BIT(CLASS_BEHIND_ENTERING) | BIT(CLASS_JOINS_AMOUNT));
	print_nodes(rank);
	print_edges();
	free(sorted);
	free(rank);
}
