/*
 * spot.c - from the plan back to the draft: the block, and the words in it, that words of the plan came from. The import lays words out
 * anew, joins them and takes labels off, so words are looked for with what stands around them.
 */
#include "import/recognise.h"

enum {
	AROUND = 60,                    /* characters compared on each side */
	LEAST = 16,                     /* bytes of longer words that must be found */
};

/* Words in lower case with single blanks; `at` tells of each where it stood. */
struct folded { char *ptr; size_t *at, len; };

static struct folded
fold(struct ehc_arena *a, struct ehc_str s)
{
	struct folded f = { ehc_arena_alloc(a, s.len + 1), EHC_NEW_ARRAY(a, size_t, s.len + 1), 0 };

	for (size_t i = 0; i < s.len; i++) {
		if (ehc_is_blank(s.ptr[i]) && f.len > 0 && f.ptr[f.len - 1] == ' ')
			continue;
		f.at[f.len] = i;
		f.ptr[f.len++] = ehc_is_blank(s.ptr[i]) ? ' ' : ehc_lower(s.ptr[i]);
	}
	return f;
}

/* The best so far. */
struct search {
	struct ehc_arena *a;            /* for one block */
	struct ehc_str plan, words;     /* the plan; the words within it */
	struct folded folded;           /* the words */
	size_t *self;                   /* how alike they are to themselves */
	struct ehc_draft_spot best;
	size_t around;
};

/*
 * like[i] gets how many characters of s from i on are those that the words begin with, `self` telling the same of the words themselves (NULL: s
 * is the words). What a match covers is not read again, so it takes as many steps as s has characters.
 */
static void
find_alike(struct folded words, const size_t *self, struct folded s, size_t *like)
{
	size_t from = 0, to = 0;        /* the match that reaches furthest */

	for (size_t i = self == NULL ? 1 : 0; i < s.len; i++) {
		size_t n = 0;

		if (i < to) {
			n = self == NULL ? like[i - from] : self[i - from];
			if (n > to - i)
				n = to - i;
		}
		while (n < words.len && i + n < s.len && s.ptr[i + n] == words.ptr[n])
			n++;
		like[i] = n;
		if (i + n > to) {
			from = i;
			to = i + n;
		}
	}
	if (self == NULL && s.len > 0)
		like[0] = s.len;
}

/* Bytes of the block from its folded character i on, of which n are like the words; where not all are, up to the end of a word. */
static size_t
matched(const struct search *s, struct folded b, size_t i, size_t n)
{
	if (n < s->folded.len && (i + n < b.len || s->folded.ptr[n] != ' '))
		while (n > 0 && s->folded.ptr[n - 1] != ' ')
			n--;
	while (n > 0 && s->folded.ptr[n - 1] == ' ')
		n--;
	return n == 0 ? 0 : b.at[i + n - 1] + 1 - b.at[i];
}

/* Characters, blanks not counted, that stand alike before two places. */
static size_t
alike_before(struct ehc_str a, size_t i, struct ehc_str b, size_t k)
{
	size_t n = 0;

	while (n < AROUND) {
		while (i > 0 && ehc_is_blank(a.ptr[i - 1]))
			i--;
		while (k > 0 && ehc_is_blank(b.ptr[k - 1]))
			k--;
		if (i == 0 || k == 0 || ehc_lower(a.ptr[i - 1]) != ehc_lower(b.ptr[k - 1]))
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
		while (i < a.len && ehc_is_blank(a.ptr[i]))
			i++;
		while (k < b.len && ehc_is_blank(b.ptr[k]))
			k++;
		if (i == a.len || k == b.len || ehc_lower(a.ptr[i]) != ehc_lower(b.ptr[k]))
			break;
		i++;
		k++;
		n++;
	}
	return n;
}

static void
search_block(struct search *s, const struct ehc_draft_block *block)
{
	struct folded b = fold(s->a, block->text);
	size_t *like = EHC_NEW_ARRAY(s->a, size_t, b.len + 1), from = (size_t)(s->words.ptr - s->plan.ptr);

	find_alike(s->folded, s->self, b, like);
	for (size_t i = 0; i < b.len; i++) {
		size_t n = like[i] == 0 ? 0 : matched(s, b, i, like[i]), at = b.at[i], around;

		if (n == 0 || (like[i] < s->folded.len && n < LEAST) || n < s->best.len)
			continue;
		around = alike_before(s->plan, from, block->text, at) + alike_behind(s->plan, from + s->words.len, block->text, at + n);
		if (n > s->best.len || around > s->around) {
			s->best = (struct ehc_draft_spot){ block, at, n };
			s->around = around;
		}
	}
	ehc_arena_reset(s->a);
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

/* The line of the plan that holds that byte: the last, since a field stands behind its item's own words. NULL: none that came from the draft. */
static const struct ehc_import_place *
place_of(const struct ehc_import *im, size_t at)
{
	size_t low = 0, high = im->places.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (im->places.items[middle].span.start <= at)
			low = middle + 1;
		else
			high = middle;
	}
	while (low > 0 && im->places.items[low - 1].span.end >= at) {
		const struct ehc_import_place *p = &im->places.items[--low];

		if (p->nblocks > 0)
			return p;
	}
	return NULL;
}

struct ehc_draft_spot
ehc_import_spot(const struct ehc_import *im, struct ehc_span span, bool words)
{
	const struct ehc_import_place *place = place_of(im, span.start);
	struct ehc_arena *kept;
	struct search s = { .plan = im->text };

	if (place == NULL)
		return s.best;
	s.words = ehc_str_trim(ehc_str_sub(im->text, span.start, span.end));
	if (words && s.words.len > 0) {
		kept = ehc_arena_new();
		s.a = ehc_arena_new();
		s.folded = fold(kept, s.words);
		s.self = EHC_NEW_ARRAY(kept, size_t, s.folded.len);
		find_alike(s.folded, NULL, s.folded, s.self);
		for (size_t i = 0; i < place->nblocks; i++)
			search_blocks(&s, place->blocks[i], false);
		ehc_arena_free(s.a);
		ehc_arena_free(kept);
	}
	return s.best.block != NULL ? s.best : (struct ehc_draft_spot){ with_words(place->blocks[0]), 0, 0 };
}
