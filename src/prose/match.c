/*
 * match.c - every stretch of words that the lexicon knows: the walk through the states that grammar/lexicon/mklexicon.c makes.
 */
#include "prose/reading.h"

struct walk {
	const struct ehc_token *tokens;
	size_t ntokens, start;
	size_t behind;                  /* the next token of class BEHIND_ANY behind the start, or SIZE_MAX */
	const char *text;
	uint64_t found;                 /* a bit for each list of which a match starts here; of the others nothing is kept */
	uint32_t longest[EHC_LISTS];    /* words of the longest match of each list */
	uint16_t row[EHC_LISTS];
};

/* The state behind the edge of that word, 0 where there is none. */
static inline uint32_t
next_state(const struct ehc_lex_node *node, uint32_t word)
{
	const struct ehc_lex_edge *edges = &ehc_lex_edges[node->first_edge];
	uint32_t i = word & node->mask;

	if ((node->words >> word % 64 & 1) == 0)
		return 0;
	while (edges[i].node != 0 && edges[i].word != word)
		i = (i + 1) & node->mask;
	return edges[i].node;
}

/* "provided", "sourced": what the wildcard _ed stands for. */
static bool
is_participle(const struct walk *w, const struct ehc_token *t)
{
	const char *end = w->text + t->at + t->len;

	return t->len > 4 && end[-1] == 'd' && end[-2] == 'e';
}

static void
accept_at(struct walk *w, const struct ehc_lex_node *node, size_t at)
{
	for (uint32_t i = 0; i < node->naccepts; i++) {
		const struct ehc_lex_accept *accept = &ehc_lex_accepts[node->first_accept + i];
		uint32_t words = (uint32_t)(at - w->start);
		uint64_t list = (uint64_t)1 << accept->list;

		if ((w->found & list) == 0 || words > w->longest[accept->list]) {
			w->found |= list;
			w->longest[accept->list] = words;
			w->row[accept->list] = accept->row;
		}
	}
}

static void walk_on(struct walk *w, const struct ehc_lex_node *node, size_t at);

/* Arrives in a state over the tokens from w->start up to `at`; most lead no further. */
static inline void
arrive(struct walk *w, uint32_t state, size_t at)
{
	const struct ehc_lex_node *node = &ehc_lex_nodes[state];

	if (node->naccepts > 0)
		accept_at(w, node, at);
	if (at < w->ntokens && (node->wild || (node->words >> w->tokens[at].word % 64 & 1) != 0) && w->tokens[at].before < EHC_GAP_PUNCT)
		walk_on(w, node, at);
}

/* The same over an edge that stands for several words, where there is one. */
static void
walk_over_wild(struct walk *w, const struct ehc_lex_node *node, size_t wild, size_t at)
{
	uint32_t state = ehc_lex_edges[node->first_edge - EHC_WILDS + wild].node;

	if (state != 0)
		arrive(w, state, at + 1);
}

/* Goes on with the token at `at`. */
static void
walk_on(struct walk *w, const struct ehc_lex_node *node, size_t at)
{
	const struct ehc_token *t = &w->tokens[at];
	uint32_t state = t->word == EHC_NO_WORD ? 0 : next_state(node, t->word);

	if (state != 0)
		arrive(w, state, at + 1);
	if (!node->wild)
		return;
	if (t->number)
		walk_over_wild(w, node, EHC_WILD_NUMBER, at);
	if (is_participle(w, t))
		walk_over_wild(w, node, EHC_WILD_PARTICIPLE, at);
	walk_over_wild(w, node, EHC_WILD_WORD, at);
}

static inline void
begin(struct walk *w, uint32_t word)
{
	if (ehc_lex_words[word].first != 0)
		arrive(w, ehc_lex_words[word].first, w->start + 1);
}

/* The next token, from `at` on, that stands behind words that may be any; where there is none, nothing is near it. */
static size_t
next_behind_any(const struct walk *w, size_t at)
{
	while (at < w->ntokens && (w->tokens[at].classes & EHC_CLASS(BEHIND_ANY)) == 0)
		at++;
	return at < w->ntokens ? at : SIZE_MAX;
}

/* May a pattern begin with the token? Of most tokens no more is asked. */
static inline bool
may_start(struct walk *w, size_t start)
{
	if (w->behind <= start)
		w->behind = next_behind_any(w, start + 1);
	return (w->tokens[start].classes & EHC_CLASS(LEADS_ON)) != 0 || w->behind - start <= ehc_lex_most_any;
}

/* From the start, whose edges are too many to search them for every token. */
static void
walk_from_start(struct walk *w)
{
	const struct ehc_token *t = &w->tokens[w->start];

	if (t->word != EHC_NO_WORD)
		begin(w, t->word);
	if (t->number)
		begin(w, ehc_lex_number);
	if (is_participle(w, t))
		begin(w, ehc_lex_participle);
	if (w->behind - w->start <= ehc_lex_most_any)
		begin(w, ehc_lex_any);
}

/* "From teachers": any word may be the first of a post, but these are none of it. */
static bool
leads_to_role(const struct walk *w, unsigned list)
{
	return (list == EHC_LIST_ROLE_REGISTERED || list == EHC_LIST_ROLE_TEACHER) && w->longest[list] > 1 && (w->tokens[w->start].classes & EHC_CLASS(SMALL)) != 0;
}

static struct ehc_match
match_of(const struct walk *w, unsigned list)
{
	uint32_t skip = leads_to_role(w, list) ? 1 : 0;
	const struct ehc_token *from = &w->tokens[w->start + skip], *last = &w->tokens[w->start + w->longest[list] - 1];

	return (struct ehc_match){ .list = (enum ehc_list)list, .row = w->row[list], .first = (uint32_t)w->start + skip, .count = w->longest[list] - skip,
		.at = from->at, .len = last->at + last->len - from->at };
}

void
ehc_matches_find(struct ehc_reading *r)
{
	uint32_t covered[EHC_LISTS] = { 0 };    /* first token that no match of the list has taken */
	struct walk w;

	w.tokens = r->tokens.items;
	w.ntokens = r->tokens.count;
	w.text = r->p->text.ptr;
	w.behind = 0;
	for (size_t start = 0; start < w.ntokens; start++) {
		if (!may_start(&w, start))
			continue;
		w.start = start;
		w.found = 0;
		walk_from_start(&w);
		for (; w.found != 0; w.found &= w.found - 1) {
			unsigned list = (unsigned)__builtin_ctzll(w.found);

			if (start < covered[list])
				continue;
			/* A guard may begin inside a longer one; phrases may overlap, so that each cause is seen. */
			covered[list] = (uint32_t)(start + (list == EHC_LIST_PHRASE || list == EHC_LIST_GUARD ? 1 : w.longest[list]));
			EHC_PUSH(r->arena, &r->matches, match_of(&w, list));
			r->p->found |= (uint64_t)1 << list;
		}
	}
}
