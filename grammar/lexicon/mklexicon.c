/*
 * mklexicon.c - turns the patterns of phrases.def and words.def into one matcher, at build time.
 *
 * Every pattern is spelled out into its word sequences, these go into a trie over words, and equal tails are shared, so
 * that the tables stay small. src/prose/match.c walks them. Output: C source, on standard output.
 */
#include "mklexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum list {
	LIST_PHRASE, LIST_GUARD,
#define LIST(name) LIST_##name,
#include "lists.def"
};

/* The row of a phrase is its place in phrases.def, ALSO rows counting for the PHRASE that they name. */
static const struct row { enum list list; const char *id, *pattern; } rows[] = {
#define PHRASE(id, class, severity, mark, rule, fix, pattern, why, fits) { LIST_PHRASE, #id, pattern },
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

static const char *const phrase_ids[] = {
#define PHRASE(id, class, severity, mark, rule, fix, pattern, why, fits) #id,
#define ALSO(id, pattern)
#define GUARD(pattern)
#include "phrases.def"
};

#define MOST_WORDS 16

struct node *nodes;
unsigned nnodes;
char **words;
unsigned nwords;
static unsigned nodes_cap, words_cap;

void *
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

void
fail(const char *pattern, const char *why)
{
	fprintf(stderr, "mklexicon: \"%s\": %s\n", pattern, why);
	exit(1);
}

unsigned
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
