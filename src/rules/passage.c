/*
 * passage.c - the words of a plan one after the other, for rules that ask the same of all of them.
 */
#include "rules/passage.h"

#include "lexicon/lexicon.h"

#include <string.h>

static bool
is_of_a_section(enum ehc_label label)
{
	switch (label) {
	case EHC_L_STANDARD_TEXT:
	case EHC_L_UNPLACED:
	case EHC_L_SIGNED:
	case EHC_L_COPIED_TO:
	case EHC_L_APPENDIX:
	case EHC_L_DEFINITION:
	case EHC_L_CHILDS_PAGE:
		return false;
	default:
		return true;
	}
}

static bool
has_words(const struct ehc_item *it)
{
	return (it->kind == EHC_ITEM_NEED || it->kind == EHC_ITEM_OUTCOME || it->kind == EHC_ITEM_PROVISION) && it->text.str.len > 0 && !it->has_placeholder;
}

static const struct ehc_pairs *
pairs_in(struct ehc_arena *a, struct ehc_str s)
{
	struct ehc_pairs *pairs = EHC_NEW(a, struct ehc_pairs);

	*pairs = ehc_pairs_of(s);
	return pairs;
}

static bool
ends_sentence(struct ehc_str s, size_t i)
{
	char c = s.ptr[i];

	if (c == '\n')
		return i + 1 < s.len && s.ptr[i + 1] == '\n';
	return (c == '.' || c == '!' || c == '?') && (i + 1 == s.len || s.ptr[i + 1] == ' ' || s.ptr[i + 1] == '\n');
}

static bool
begins_with_capitals(struct ehc_str s, size_t at)
{
	return s.ptr[at] <= 'Z' && s.ptr[at] >= 'A' && at + 1 < s.len && s.ptr[at + 1] <= 'Z' && s.ptr[at + 1] >= 'A';
}

/* Takes in a sentence of that many words, without the blanks before it. */
static void
take_sentence(struct ehc_reading *r, struct ehc_str s, size_t from, size_t to, size_t words)
{
	if (words == 0)
		return;
	r->words += words;
	r->sentences++;
	r->over += words > EHC_LONG_SENTENCE;
	if (words <= r->most)
		return;
	while (s.ptr[from] == ' ' || s.ptr[from] == '\n')
		from++;
	r->most = words;
	r->at = from;
	r->len = to - from;
}

static struct ehc_reading
read_sentences(struct ehc_str s)
{
	struct ehc_reading r = { 0 };
	size_t from = 0, words = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (ehc_is_letter(s.ptr[i])) {
			words++;
			r.capitals = r.capitals || begins_with_capitals(s, i);
			i = ehc_letters_end(s, i + 1);
			if (i == s.len)
				break;
		}
		if (s.ptr[i] == ' ' || !ends_sentence(s, i))
			continue;
		take_sentence(&r, s, from, i, words);
		from = i + 1;
		words = 0;
	}
	take_sentence(&r, s, from, s.len, words);
	return r;
}

static struct ehc_passages *
gather(struct ehc_check *c)
{
	const struct ehc_plan *p = c->plan;
	struct ehc_passages *all = EHC_NEW(c->arena, struct ehc_passages);
	size_t room = p->ntexts, n = 0;
	struct ehc_passage *list;

	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		room += has_words(it);
	list = EHC_NEW_ARRAY(c->arena, struct ehc_passage, room);
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		if (has_words(it))
			list[n++] = (struct ehc_passage){ it, it->section, it->node->label, &it->text,
			    it->said != NULL ? &it->said->pairs : pairs_in(c->arena, it->text.str), read_sentences(it->text.str) };
	for (size_t i = 0; i < p->ntexts; i++)
		if (is_of_a_section(p->texts[i].label) && p->texts[i].text.str.len > 0)
			list[n++] = (struct ehc_passage){ NULL, p->texts[i].section, p->texts[i].label, &p->texts[i].text,
			    pairs_in(c->arena, p->texts[i].text.str), read_sentences(p->texts[i].text.str) };
	*all = (struct ehc_passages){ list, n };
	return all;
}

struct ehc_passages
ehc_passages_of(struct ehc_check *c)
{
	if (c->passages == NULL)
		c->passages = gather(c);
	return *c->passages;
}

struct ehc_finding *
ehc_flag_passage(struct ehc_check *c, const struct ehc_passage *p, size_t at, size_t len, const char *fmt, ...)
{
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = ehc_vflag(c, p->item, ehc_text_span(p->text, at, len), fmt, args);
	va_end(args);
	f->has_text = true;
	f->section = (int)p->section;
	return f;
}

/* Straight marks open and close in turn; curved ones say which they are. Read on from where the last look ended. */
bool
ehc_is_quoted(struct ehc_speech *q, struct ehc_str s, size_t at)
{
	for (; q->upto < at; q->upto++) {
		if (s.ptr[q->upto] == '"')
			q->straight = !q->straight;
		else if (q->upto + 3 <= s.len && memcmp(s.ptr + q->upto, "\xE2\x80\x9C", 3) == 0)
			q->curved = true;
		else if (q->upto + 3 <= s.len && memcmp(s.ptr + q->upto, "\xE2\x80\x9D", 3) == 0)
			q->curved = false;
	}
	return q->straight || q->curved;
}

size_t
ehc_find_said(struct ehc_str s, const char *words)
{
	struct ehc_speech q = { false, false, 0 };
	size_t from = 0, at;

	while ((at = ehc_str_find_word(ehc_str_sub(s, from, s.len), words)) != SIZE_MAX) {
		if (!ehc_is_quoted(&q, s, from + at))
			return from + at;
		from += at + strlen(words);
	}
	return SIZE_MAX;
}

static size_t
find_any(struct ehc_str s, const struct ehc_pairs *pairs, const char *const *words, size_t n, const char **which)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = ehc_pairs_may_hold(pairs, words[i]) ? ehc_find_said(s, words[i]) : SIZE_MAX;

		if (at == SIZE_MAX)
			continue;
		if (which != NULL)
			*which = words[i];
		return at;
	}
	return SIZE_MAX;
}

size_t
ehc_find_any_said(struct ehc_str s, const char *const *words, size_t n, const char **which)
{
	struct ehc_pairs pairs = ehc_pairs_of(s);

	return find_any(s, &pairs, words, n, which);
}

size_t
ehc_item_find_any_said(const struct ehc_item *it, const char *const *words, size_t n, const char **which)
{
	return it->said == NULL ? ehc_find_any_said(it->text.str, words, n, which) : find_any(it->text.str, &it->said->pairs, words, n, which);
}

size_t
ehc_passage_find_any(const struct ehc_check *c, const struct ehc_passage *p, const char *const *words, size_t n, const char **which)
{
	struct ehc_wanted left = ehc_wanted_of(c, words, n);

	return find_any(p->text->str, p->pairs, left.words, left.n, which);
}

struct ehc_str
ehc_sentence_at(struct ehc_str s, size_t at)
{
	size_t from = at, to = at;

	while (from > 0 && !ends_sentence(s, from - 1))
		from--;
	while (to < s.len && !ends_sentence(s, to))
		to++;
	while (from < to && (s.ptr[from] == ' ' || s.ptr[from] == '\n'))
		from++;
	return ehc_str_sub(s, from, to);
}

int
ehc_check_age(const struct ehc_check *c)
{
	ehc_day day = ehc_check_day(c);

	if (day == EHC_NODATE || c->plan->child.born.day == EHC_NODATE || day < c->plan->child.born.day)
		return -1;
	return ehc_day_age(c->plan->child.born.day, day);
}

bool
ehc_check_is_year_nine(const struct ehc_check *c)
{
	return c->plan->child.year >= 9 || ehc_check_age(c) >= 14;
}
