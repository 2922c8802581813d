/*
 * prose.c - one walk over a text: its words, what the lexicon knows of them, what logic finds besides, and what of it is no fault.
 */
#include "prose/reading.h"

_Static_assert(EHC_LISTS <= 64, "struct ehc_prose.found has a bit a list");

/* ---- what is no fault ---- */

/* A word that begins with a capital, and goes on in small letters. */
static bool
is_capitalised(const struct ehc_reading *r, size_t i)
{
	const struct ehc_token *t = &r->tokens.items[i];

	return t->capital && t->len > 1 && r->p->text.ptr[t->at + 1] >= 'a' && r->p->text.ptr[t->at + 1] <= 'z';
}

/* "Positive Behaviour Support": all in capitals within a sentence, beside another capital, is a name. */
static bool
is_in_a_name(const struct ehc_reading *r, const struct ehc_match *m)
{
	size_t end = m->first + m->count;
	bool before = m->first > 0 && is_capitalised(r, m->first - 1) && r->tokens.items[m->first].before <= EHC_GAP_JOIN;
	bool after = end < r->tokens.count && is_capitalised(r, end) && r->tokens.items[end].before <= EHC_GAP_JOIN;

	if (r->tokens.items[m->first].before == EHC_GAP_END || !(before || after))
		return false;
	for (size_t i = m->first; i < end; i++)
		if (!is_capitalised(r, i))
			return false;
	return true;
}

/*
 * A phrase that is quoted, in a heading or in a name, part of a hyphenated word, or within a guarded use; `guarded` is the first token
 * behind every guard that begins no later than the phrase.
 */
static bool
is_excused(const struct ehc_reading *r, const struct ehc_match *m, size_t guarded)
{
	const struct ehc_token *first = &r->tokens.items[m->first], *after = NULL;

	if (m->first + m->count < r->tokens.count)
		after = &r->tokens.items[m->first + m->count];
	if (first->quoted || first->heading || is_in_a_name(r, m))
		return true;
	if (ehc_is_safe_default(r->p, m))
		return true;
	if (m->count == 1 && (first->before == EHC_GAP_JOIN || (after != NULL && after->before == EHC_GAP_JOIN)))
		return true;
	return guarded >= m->first + m->count;
}

static void
drop_excused(struct ehc_reading *r)
{
	size_t kept = 0, end = 0, guarded = 0, next = 0, last = SIZE_MAX;

	for (size_t i = 0; i < r->matches.count; i++) {
		struct ehc_match m = r->matches.items[i];

		/* Matches that start at one place stand in the order of their lists, so guards are looked for ahead. */
		for (; next < r->matches.count && (next <= i || r->matches.items[next].first == m.first); next++)
			if (r->matches.items[next].list == EHC_LIST_GUARD && r->matches.items[next].first + r->matches.items[next].count > guarded)
				guarded = r->matches.items[next].first + r->matches.items[next].count;
		if (m.list == EHC_LIST_PHRASE) {
			/* "have access" and "access to" are one fault: */
			if (last != SIZE_MAX && m.first < end && m.row == r->matches.items[last].row && m.first + m.count > end) {
				struct ehc_match *before = &r->matches.items[last];

				before->count = m.first + m.count - before->first;
				before->len = m.at + m.len - before->at;
				end = m.first + m.count;
				continue;
			}
			/* "high level of support" holds "level of": the longer one, which starts first, says it all. */
			if (m.first + m.count <= end || is_excused(r, &m, guarded))
				continue;
			end = m.first + m.count;
			last = kept;
		}
		r->matches.items[kept++] = m;
	}
	r->matches.count = kept;
	if (last == SIZE_MAX)
		r->p->found &= ~((uint64_t)1 << EHC_LIST_PHRASE);
}

/* ---- what logic finds ---- */

/* By place; at one place in the order of the lists, of which none has two there. */
static bool
stands_before(const struct ehc_match *a, const struct ehc_match *b)
{
	return a->first != b->first ? a->first < b->first : a->list < b->list;
}

/* Puts the matches behind those `listed`, which are nearly in order, among them. */
static void
merge(struct ehc_reading *r, size_t listed)
{
	struct ehc_match *all = r->matches.items, *added;
	size_t n = r->matches.count - listed, to = r->matches.count;

	added = EHC_NEW_ARRAY(r->arena, struct ehc_match, n);
	for (size_t i = 0, k; i < n; i++) {
		for (k = i; k > 0 && stands_before(&all[listed + i], &added[k - 1]); k--)
			added[k] = added[k - 1];
		added[k] = all[listed + i];
	}
	while (n > 0)
		all[--to] = listed > 0 && stands_before(&added[n - 1], &all[listed - 1]) ? all[--listed] : added[--n];
}

static void
add_match(struct ehc_reading *r, enum ehc_list list, size_t first, size_t count)
{
	const struct ehc_token *from = &r->tokens.items[first], *last = &r->tokens.items[first + count - 1];
	struct ehc_match m = { .list = list, .first = (uint32_t)first, .count = (uint32_t)count, .at = from->at, .len = last->at + last->len - from->at };

	EHC_PUSH(r->arena, &r->matches, m);
	r->p->found |= (uint64_t)1 << list;
}

/* Roles that no list of the lexicon holds, events, and times by which. */
static void
add_senses(struct ehc_reading *r)
{
	size_t listed = r->matches.count, next = 0, role_end = 0, event_end = 0, deadline_end = 0;

	for (size_t i = 0; i < r->tokens.count; i++) {
		enum ehc_list list;
		size_t first, n;

		if (!ehc_token_in(r->p, i, EHC_NAMES_DOER | EHC_CLASS(MAY_BE_DOER) | EHC_OPENS_EVENT | EHC_OPENS_DEADLINE))
			continue;
		for (; next < listed && r->matches.items[next].first <= i; next++) {
			const struct ehc_match *m = &r->matches.items[next];

			if (m->list >= EHC_LIST_ROLE_REGISTERED && m->list < EHC_LIST_ROLE_OTHER && m->first + m->count > role_end)
				role_end = m->first + m->count;
		}
		if (i >= role_end && ehc_may_be_doer(r->p, i) && ehc_doer_at(r->p, i, &first, &list)) {
			add_match(r, list, first < role_end ? role_end : first, i + 1 - (first < role_end ? role_end : first));
			role_end = i + 1;
		}
		if (i >= event_end && ehc_token_in(r->p, i, EHC_OPENS_EVENT) && (n = ehc_event_at(r->p, i, &list)) > 0) {
			add_match(r, list, i, n);
			event_end = i + n;
		}
		if (i >= deadline_end && ehc_token_in(r->p, i, EHC_OPENS_DEADLINE) && (n = ehc_deadline_at(r->p, i)) > 0) {
			add_match(r, EHC_LIST_DEADLINE, i, n);
			deadline_end = i + n;
		}
	}
	if (r->matches.count > listed)
		merge(r, listed);
}

#define FEW_SENTENCES 3         /* most texts have no more */

struct ehc_prose *
ehc_prose_read(struct ehc_arena *a, struct ehc_str text)
{
	struct room { struct ehc_prose prose; struct ehc_sentence sentences[FEW_SENTENCES]; } *room = EHC_NEW(a, struct room);
	struct ehc_reading r = { .arena = a, .p = &room->prose, .sentences = { room->sentences, 0, FEW_SENTENCES } };

	r.p->text = text;
	ehc_words_read(&r);
	r.p->tokens = r.tokens.items;
	r.p->ntokens = r.p->nwords = r.tokens.count;
	ehc_matches_find(&r);
	if (ehc_prose_has(r.p, EHC_LIST_PHRASE))
		drop_excused(&r);
	ehc_find_times(r.p, r.first_figure);
	add_senses(&r);
	r.p->sentences = r.sentences.items;
	r.p->nsentences = r.sentences.count;
	r.p->matches = r.matches.items;
	r.p->nmatches = r.matches.count;
	return r.p;
}

bool
ehc_prose_has(const struct ehc_prose *p, enum ehc_list list)
{
	return (p->found >> list & 1) != 0;
}

const struct ehc_match *
ehc_prose_find(const struct ehc_prose *p, enum ehc_list list, size_t from)
{
	for (size_t i = from; i < p->nmatches; i++)
		if (p->matches[i].list == list)
			return &p->matches[i];
	return NULL;
}

struct ehc_str
ehc_prose_words(const struct ehc_prose *p, const struct ehc_match *m)
{
	return ehc_str_sub(p->text, m->at, m->at + m->len);
}

struct ehc_str
ehc_prose_token(const struct ehc_prose *p, size_t i)
{
	const struct ehc_token *t = &p->tokens[i];

	if (t->word == EHC_NO_WORD)
		return ehc_str_sub(p->text, t->at, t->at + t->len);
	return ehc_lex_letters_of(&ehc_lex_words[t->word]);
}
