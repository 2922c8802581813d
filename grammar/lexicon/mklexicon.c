/*
 * mklexicon.c - turns the patterns of phrases.def and words.def into one matcher, at build time.
 *
 * Every pattern is spelled out into its word sequences, these go into a trie over words, and equal tails are shared, so
 * that the tables stay small. src/prose/match.c walks them. Output: C source, on standard output.
 */
#include "letters.h"
#include "table_hash.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum list {
	LIST_PHRASE, LIST_GUARD,
#define LIST(name) LIST_##name,
#include "lists.def"
};

/* The row of a phrase is its place in phrases.def, ALSO rows counting for the PHRASE that they name. */
static const struct row { enum list list; const char *id, *pattern; } rows[] = {
#define PHRASE(id, class, severity, high, rule, fix, pattern, why, fits) { LIST_PHRASE, #id, pattern },
#define ALSO(id, pattern) { LIST_PHRASE, #id, pattern },
#define GUARD(pattern) { LIST_GUARD, "", pattern },
#include "phrases.def"
#undef PHRASE
#undef ALSO
#undef GUARD
#define WORD(list, pattern) { LIST_##list, "", pattern },
#include "words.def"
#undef WORD
};

#define BIT(n) ((uint64_t)1 << (n))

enum word_class {
#define WORD_CLASS(name) CLASS_##name,
#include "classnames.def"
};

static const struct class_row { enum word_class class; const char *words; bool quiet; } class_rows[] = {
#define CLASS(class, words) { CLASS_##class, words, false },
#define QUIET(class, words) { CLASS_##class, words, true },
#include "classes.def"
};

static const char *const name_lists[] = {
#define NAMES(list) list,
#include "names.def"
};

static const char *const phrase_ids[] = {
#define PHRASE(id, class, severity, high, rule, fix, pattern, why, fits) #id,
#define ALSO(id, pattern)
#define GUARD(pattern)
#include "phrases.def"
};

#define WILD_WORD "_"
#define WILD_NUMBER "#"
#define WILD_PARTICIPLE "_ed"
#define MOST_WORDS 16

struct edge { unsigned word; unsigned node; };
struct node {
	struct edge *edges;
	unsigned nedges, cap;
	unsigned *accepts;      /* list << 16 | row */
	unsigned naccepts;
	unsigned number;        /* in the output; 0 until written */
	unsigned first, mask;   /* in the output: where its edges stand */
	bool done, wild;
};

static struct node *nodes;
static unsigned nnodes, nodes_cap;
static char **words;
static unsigned nwords, words_cap;

static void *
grow(void *p, unsigned count, unsigned *cap, size_t size)
{
	if (count < *cap)
		return p;
	*cap = *cap == 0 ? 16 : *cap * 2;
	p = realloc(p, *cap * size);
	if (p == NULL) {
		perror("mklexicon");
		exit(1);
	}
	return p;
}

static void
fail(const char *pattern, const char *why)
{
	fprintf(stderr, "mklexicon: \"%s\": %s\n", pattern, why);
	exit(1);
}

static unsigned
word_number(const char *s, size_t n)
{
	for (unsigned i = 0; i < nwords; i++)
		if (strlen(words[i]) == n && memcmp(words[i], s, n) == 0)
			return i;
	words = grow(words, nwords, &words_cap, sizeof(*words));
	words[nwords] = strndup(s, n);
	return nwords++;
}

static unsigned
new_node(void)
{
	nodes = grow(nodes, nnodes, &nodes_cap, sizeof(*nodes));
	memset(&nodes[nnodes], 0, sizeof(*nodes));
	return nnodes++;
}

static unsigned
follow(unsigned at, unsigned word)
{
	unsigned next;

	for (unsigned i = 0; i < nodes[at].nedges; i++)
		if (nodes[at].edges[i].word == word)
			return nodes[at].edges[i].node;
	next = new_node();
	nodes[at].edges = grow(nodes[at].edges, nodes[at].nedges, &nodes[at].cap, sizeof(struct edge));
	nodes[at].edges[nodes[at].nedges++] = (struct edge){ word, next };
	return next;
}

static void
accept(unsigned at, unsigned what)
{
	for (unsigned i = 0; i < nodes[at].naccepts; i++)
		if (nodes[at].accepts[i] == what)
			return;
	nodes[at].accepts = realloc(nodes[at].accepts, (nodes[at].naccepts + 1) * sizeof(unsigned));
	if (nodes[at].accepts == NULL)
		fail("", "out of memory");
	nodes[at].accepts[nodes[at].naccepts++] = what;
}

/* ---- spelling a pattern out ---- */

/* What remains to be matched: pieces of the pattern, innermost first. */
struct rest { const char *at; const struct rest *then; };

static const char *
closing(const char *p, const char *pattern)
{
	char open = *p, close = open == '(' ? ')' : ']';
	int depth = 0;

	for (; *p != '\0'; p++) {
		if (*p == '(' || *p == '[')
			depth++;
		if ((*p == ')' || *p == ']') && --depth == 0) {
			if (*p != close)
				fail(pattern, "brackets cross");
			return p;
		}
	}
	fail(pattern, "a bracket is not closed");
	return NULL;
}

static void spell(const struct row *r, unsigned what, unsigned at, struct rest rest, int length);

/* Each alternative between p and end, then what follows the bracket. */
static void
spell_choices(const struct row *r, unsigned what, unsigned at, const char *p, const char *end, struct rest after, int length)
{
	char piece[1024];
	int depth = 0;
	const char *from = p;

	for (;; p++) {
		if (*p == '(' || *p == '[')
			depth++;
		if ((*p == ')' || *p == ']') && p != end)
			depth--;
		if ((*p == '|' && depth == 0) || p == end) {
			size_t n = (size_t)(p - from);

			if (n >= sizeof(piece))
				fail(r->pattern, "an alternative is too long");
			memcpy(piece, from, n);
			piece[n] = '\0';
			spell(r, what, at, (struct rest){ piece, &after }, length);
			from = p + 1;
		}
		if (p == end)
			return;
	}
}

static void
spell(const struct row *r, unsigned what, unsigned at, struct rest rest, int length)
{
	const char *p = rest.at, *end;
	size_t n;

	while (*p == ' ')
		p++;
	if (*p == '\0') {
		if (rest.then != NULL)
			spell(r, what, at, *rest.then, length);
		else if (length > 0)
			accept(at, what);
		else
			fail(r->pattern, "matches nothing at all");
		return;
	}
	if (*p == '(' || *p == '[') {
		struct rest after;

		end = closing(p, r->pattern);
		after = (struct rest){ end + 1, rest.then };
		spell_choices(r, what, at, p + 1, end, after, length);
		if (*p == '[')
			spell(r, what, at, after, length);
		return;
	}
	n = strcspn(p, " ([");
	if (p[n] == '(' || p[n] == '[')
		fail(r->pattern, "a bracket within a word");
	if (length == MOST_WORDS)
		fail(r->pattern, "too many words");
	spell(r, what, follow(at, word_number(p, n)), (struct rest){ p + n, rest.then }, length + 1);
}

/* ---- sharing equal tails ---- */

static int
by_word(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	return strcmp(words[x->word], words[y->word]);
}

static int
by_number(const void *a, const void *b)
{
	const unsigned *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static unsigned *table;
static unsigned table_size;

static uint64_t
hash_node(const struct node *n)
{
	uint64_t h = 14695981039346656037u;

	for (unsigned i = 0; i < n->nedges; i++)
		h = ((h ^ n->edges[i].word) * 1099511628211u ^ n->edges[i].node) * 1099511628211u;
	for (unsigned i = 0; i < n->naccepts; i++)
		h = (h ^ n->accepts[i]) * 1099511628211u;
	return h;
}

static bool
same_node(const struct node *a, const struct node *b)
{
	if (a->nedges != b->nedges || a->naccepts != b->naccepts)
		return false;
	for (unsigned i = 0; i < a->nedges; i++)
		if (a->edges[i].word != b->edges[i].word || a->edges[i].node != b->edges[i].node)
			return false;
	return a->naccepts == 0 || memcmp(a->accepts, b->accepts, a->naccepts * sizeof(unsigned)) == 0;
}

/* The one node that stands for all nodes equal to this one; tails first. */
static unsigned
share(unsigned at)
{
	struct node *n = &nodes[at];
	unsigned slot;

	qsort(n->edges, n->nedges, sizeof(*n->edges), by_word);
	if (n->naccepts > 0)
		qsort(n->accepts, n->naccepts, sizeof(*n->accepts), by_number);
	for (unsigned i = 0; i < n->nedges; i++)
		n->edges[i].node = share(n->edges[i].node);
	for (slot = (unsigned)hash_node(n) & (table_size - 1); table[slot] != 0; slot = (slot + 1) & (table_size - 1))
		if (same_node(&nodes[table[slot] - 1], n))
			return table[slot] - 1;
	table[slot] = at + 1;
	return at;
}

/* ---- output ---- */

static unsigned *order;
static unsigned norder, order_cap;
static uint64_t *classes;       /* of each word, a bit each */
static bool *known;             /* of each word: in a pattern, or in a class that is not quiet */

static void
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

/* ORDER WILD */
static const char *const wild_words[] = { WILD_NUMBER, WILD_WORD, WILD_PARTICIPLE };
#define WILDS (sizeof(wild_words) / sizeof(*wild_words))

/* The place of the edge among those before the others, or WILDS for a word that stands for itself. */
static unsigned
wild_place(const char *word)
{
	unsigned i = 0;

	while (i < WILDS && strcmp(word, wild_words[i]) != 0)
		i++;
	return i;
}

static bool
is_wild(const char *word)
{
	return wild_place(word) < WILDS;
}

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
	n->first = nedges + (n->wild ? (unsigned)WILDS : 0);
	nedges = n->first + slots;
	if (nedges > MOST_EDGES)
		fail("", "more edges than can be numbered");
	for (unsigned k = 0; k < n->nedges; k++) {
		unsigned word = n->edges[k].word, at = wild_place(words[word]);

		if (at < WILDS)
			at += n->first - (unsigned)WILDS;
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

static void
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
	most_any = mark_behind_any(root);
	mark_single_words(root);
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

static unsigned
phrase_row(const char *id)
{
	for (unsigned i = 0; i < sizeof(phrase_ids) / sizeof(*phrase_ids); i++)
		if (strcmp(phrase_ids[i], id) == 0)
			return i;
	fail(id, "ALSO names no phrase");
	return 0;
}

int
main(void)
{
	unsigned root;

	word_number(WILD_NUMBER, 1);
	word_number(WILD_WORD, 1);
	word_number(WILD_PARTICIPLE, 3);
	root = new_node();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		unsigned row = rows[i].list == LIST_PHRASE ? phrase_row(rows[i].id) : 0;

		spell(&rows[i], (unsigned)rows[i].list << 16 | row, root, (struct rest){ rows[i].pattern, NULL }, 0);
	}
	read_classes();
	for (table_size = 1024; table_size < nnodes * 2;)
		table_size *= 2;
	table = calloc(table_size, sizeof(*table));
	if (table == NULL)
		fail("", "out of memory");
	print_tables(share(root));
	return 0;
}
