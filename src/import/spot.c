/*
 * spot.c - from the plan back to the draft: the block, and the words in it, that words of the plan came from. The import lays words out
 * anew, joins them and takes labels off, so words are looked for with what stands around them.
 */
#include "import/recognise.h"

#include <string.h>

enum {
	AROUND = 60,                    /* characters compared on each side */
	LEAST = 16,                     /* bytes of longer words that must be found */
	STEPS = 4 * 1024 * 1024,        /* after so many the search is given up: no plan needs more */
};

/* The best so far. */
struct search {
	struct ehc_str plan, words;     /* the plan; the words within it */
	struct ehc_draft_spot best;
	size_t around;
	size_t steps;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Bytes of s from `at` that are the words, any white space for any other; *whole: all of them. Ends at the end of a word. */
static size_t
match_at(struct ehc_str s, size_t at, struct ehc_str words, bool *whole)
{
	size_t i = at, k = 0, good = at;

	while (k < words.len && i < s.len) {
		if (is_blank(words.ptr[k]) && is_blank(s.ptr[i])) {
			good = i;
			while (k < words.len && is_blank(words.ptr[k]))
				k++;
			while (i < s.len && is_blank(s.ptr[i]))
				i++;
		} else if (lower(words.ptr[k]) != lower(s.ptr[i]))
			break;
		else {
			k++;
			i++;
		}
	}
	*whole = k == words.len;
	return (*whole || (i == s.len && (k == words.len || is_blank(words.ptr[k]))) ? i : good) - at;
}

/* Characters, blanks not counted, that stand alike before two places. */
static size_t
alike_before(struct ehc_str a, size_t i, struct ehc_str b, size_t k)
{
	size_t n = 0;

	while (n < AROUND) {
		while (i > 0 && is_blank(a.ptr[i - 1]))
			i--;
		while (k > 0 && is_blank(b.ptr[k - 1]))
			k--;
		if (i == 0 || k == 0 || lower(a.ptr[i - 1]) != lower(b.ptr[k - 1]))
			break;
		i--;
		k--;
		n++;
	}
	return n;
}

static size_t
alike_behind(struct ehc_str a, size_t i, struct ehc_str b, size_t k)
{
	size_t n = 0;

	while (n < AROUND) {
		while (i < a.len && is_blank(a.ptr[i]))
			i++;
		while (k < b.len && is_blank(b.ptr[k]))
			k++;
		if (i == a.len || k == b.len || lower(a.ptr[i]) != lower(b.ptr[k]))
			break;
		i++;
		k++;
		n++;
	}
	return n;
}

static void
search_block(struct search *s, const struct ehc_draft_block *b)
{
	size_t from = (size_t)(s->words.ptr - s->plan.ptr);

	for (size_t i = 0; i < b->text.len && s->steps < STEPS; i++) {
		size_t n, around;
		bool whole;

		s->steps++;
		if (lower(b->text.ptr[i]) != lower(s->words.ptr[0]))
			continue;
		n = match_at(b->text, i, s->words, &whole);
		s->steps += n;
		if ((!whole && n < LEAST) || n < s->best.len)
			continue;
		around = alike_before(s->plan, from, b->text, i) + alike_behind(s->plan, from + s->words.len, b->text, i + n);
		if (n > s->best.len || around > s->around) {
			s->best = (struct ehc_draft_spot){ b, i, n };
			s->around = around;
		}
	}
}

/* A block and, in a cell, those behind it: a cell is read as one. */
static void
search_blocks(struct search *s, const struct ehc_draft_block *b, bool cell)
{
	for (; b != NULL; b = cell || b->origin.table > 0 ? b->next : NULL) {
		for (const struct ehc_draft_row *r = b->table == NULL ? NULL : b->table->first; r != NULL; r = r->next)
			for (const struct ehc_draft_cell *c = r->first; c != NULL; c = c->next)
				search_blocks(s, c->first, true);
		search_block(s, b);
	}
}

/* A table's own block has no words: its first that has. */
static const struct ehc_draft_block *
with_words(const struct ehc_draft_block *b)
{
	if (b->table == NULL)
		return b;
	for (const struct ehc_draft_row *r = b->table->first; r != NULL; r = r->next)
		for (const struct ehc_draft_cell *c = r->first; c != NULL; c = c->next)
			for (const struct ehc_draft_block *in = c->first; in != NULL; in = in->next)
				if (with_words(in)->text.len > 0)
					return with_words(in);
	return b;
}

struct ehc_draft_spot
ehc_import_spot(const struct ehc_import *im, struct ehc_span span, bool words)
{
	const struct ehc_import_place *best = NULL;
	struct search s = { .plan = im->text };

	for (size_t i = 0; i < im->places.count; i++) {
		const struct ehc_import_place *p = &im->places.items[i];

		if (p->span.start <= span.start && span.start <= p->span.end && p->nblocks > 0)
			best = p;       /* the last that holds it: a field stands behind its item's own words */
	}
	if (best == NULL)
		return s.best;
	s.words = ehc_str_trim(ehc_str_sub(im->text, span.start, span.end));
	for (size_t i = 0; words && s.words.len > 0 && i < best->nblocks; i++)
		search_blocks(&s, best->blocks[i], false);
	return s.best.block != NULL ? s.best : (struct ehc_draft_spot){ with_words(best->blocks[0]), 0, 0 };
}
