/*
 * prose.c - one walk over a text: words, sentences, speech marks, and every stretch of words that the lexicon knows.
 */
#include "prose/sense.h"

#include <stdlib.h>
#include <string.h>

#define NO_WORD UINT32_MAX
#define LONGEST_WORD 40

_Static_assert(EHC_LISTS <= 64, "struct ehc_prose.found has a bit a list");

struct reading {
	struct ehc_arena *arena;
	struct ehc_prose *p;
	EHC_VEC(struct ehc_token) tokens;
	EHC_VEC(struct ehc_sentence) sentences;
	EHC_VEC(struct ehc_match) matches;
	uint32_t wild_word, wild_number, wild_participle, last_wild;
};

/* ---- words ---- */

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static size_t
mark_beyond_ascii(struct ehc_str s, size_t i, char *plain)
{
	size_t end = i;
	uint32_t cp = ehc_utf8_next(s, &end);

	switch (cp) {
	case 0x2018: *plain = '\''; break;
	case 0x2019: *plain = '\''; break;
	case 0x201C: case 0x201D: *plain = '"'; break;
	case 0x2013: case 0x2014: *plain = ';'; break;
	case 0x2026: *plain = '.'; break;
	case 0x2022: case 0x00B7: *plain = ';'; break;
	case 0x00A0: case 0x00A3: case 0x20AC: *plain = ' '; break;        /* a sum of money is a figure */
	case 0x00BD: case 0x00BC: case 0x00BE: *plain = '0'; break;
	case 0x00D7: *plain = 'x'; break;
	default: return 0;
	}
	return end - i;
}

/* Length of a typographic mark (‘ ’ “ ” – — … • and the like) at s[i], 0 when there is none; *plain gets its ASCII sense. */
static inline size_t
mark_at(struct ehc_str s, size_t i, char *plain)
{
	return (unsigned char)s.ptr[i] < 0x80 ? 0 : mark_beyond_ascii(s, i, plain);
}

/* Apostrophe within a word: child's, doesn't, with either character. */
static size_t
apostrophe_at(struct ehc_str s, size_t i)
{
	char plain = s.ptr[i];
	size_t n = plain == '\'' ? 1 : mark_at(s, i, &plain);

	return plain == '\'' && i + n < s.len && is_letter(s.ptr[i + n]) && (unsigned char)s.ptr[i + n] < 0x80 ? n : 0;
}

/* End of the word that starts at s[i]. */
static size_t
word_end(struct ehc_str s, size_t i)
{
	bool figures = ehc_is_digit(s.ptr[i]);
	char plain;

	while (i < s.len) {
		size_t n;

		if (figures) {
			if (ehc_is_digit(s.ptr[i]))
				i++;
			else if ((s.ptr[i] == '.' || s.ptr[i] == ',') && i + 1 < s.len && ehc_is_digit(s.ptr[i + 1]))
				i++;
			else
				return i;
			continue;
		}
		if ((unsigned char)s.ptr[i] >= 0x80) {
			if ((n = apostrophe_at(s, i)) == 0 && mark_at(s, i, &plain) > 0)
				return i;
			if (n == 0)
				ehc_utf8_next(s, &i);
			else
				i += n;
		} else if (is_letter(s.ptr[i])) {
			i++;
		} else if ((n = apostrophe_at(s, i)) > 0) {
			i += n;
		} else {
			return i;
		}
	}
	return i;
}

static uint32_t
rank_of(const char *word, size_t n)
{
	uint32_t mask = ehc_lex_nslots - 1;

	for (uint32_t i = ehc_table_slot(ehc_table_hash(word, n), ehc_lex_nslots); ehc_lex_slots[i] != 0; i = (i + 1) & mask) {
		const char *entry = ehc_lex_words[ehc_lex_slots[i] - 1];

		if (strncmp(entry, word, n) == 0 && entry[n] == '\0')
			return ehc_lex_slots[i] - 1u;
	}
	return NO_WORD;
}

/* The word in lower case, apostrophes plain; its length, 0 when it is longer than any word of the lexicon. */
static size_t
fold(struct ehc_str word, char out[LONGEST_WORD])
{
	size_t n = 0;

	for (size_t i = 0; i < word.len;) {
		char c = word.ptr[i], plain;
		size_t mark = mark_at(word, i, &plain);

		if (mark > 0) {
			c = plain;
			i += mark;
		} else {
			i++;
		}
		if (n == LONGEST_WORD - 1)
			return 0;
		out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
	}
	return n;
}

static void
add_token(struct reading *r, size_t at, size_t end, enum ehc_gap before, bool quoted)
{
	struct ehc_str word = ehc_str_sub(r->p->text, at, end);
	struct ehc_token t = { .at = (uint32_t)at, .len = (uint32_t)(end - at), .word = NO_WORD, .before = before, .quoted = quoted };
	char low[LONGEST_WORD], plain = 0;
	size_t n = fold(word, low);

	t.capital = word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
	if (n > 0)
		t.word = rank_of(low, n);
	t.number = ehc_is_digit(word.ptr[0]) || (mark_at(word, 0, &plain) > 0 && plain == '0') ||
	    (t.word != NO_WORD && (ehc_lex_classes[t.word] & EHC_CLASS_COUNTS) != 0);
	t.sentence = (uint32_t)r->sentences.count;
	EHC_PUSH(r->arena, &r->tokens, t);
}

/* ---- sentences ---- */

/* "e.g.", "Dr." and single letters end no sentence. */
static bool
is_abbreviation(struct ehc_str text, size_t dot)
{
	static const char *const shorts[] = { "e.g", "i.e", "Dr", "Mr", "Mrs", "Ms", "Prof", "St", "approx", "no", "min", "mins", "hr", "hrs", "vs", "etc" };
	size_t from = dot;
	struct ehc_str word;

	while (from > 0 && (is_letter(text.ptr[from - 1]) || text.ptr[from - 1] == '.'))
		from--;
	word = ehc_str_sub(text, from, dot);
	if (word.len == 1 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z')
		return true;
	for (size_t i = 0; i < EHC_COUNT(shorts); i++)
		if (ehc_str_is_nocase(word, shorts[i]))
			return !ehc_str_is_nocase(word, "etc") && !ehc_str_is_nocase(word, "no");
	return false;
}

/* A full stop, question or exclamation mark that is followed by a blank or by nothing. */
static bool
ends_sentence(struct ehc_str text, size_t i)
{
	size_t next = i + 1;

	if (text.ptr[i] == '?' || text.ptr[i] == '!')
		return true;
	if (text.ptr[i] != '.' || is_abbreviation(text, i))
		return false;
	while (next < text.len && (text.ptr[next] == '"' || text.ptr[next] == '\'' || text.ptr[next] == ')'))
		next++;
	return next >= text.len || text.ptr[next] == ' ' || text.ptr[next] == '\n';
}

static void
close_sentence(struct reading *r, size_t *first)
{
	struct ehc_sentence s;

	if (r->tokens.count == *first)
		return;
	s = (struct ehc_sentence){ .first = (uint32_t)*first, .count = (uint32_t)(r->tokens.count - *first) };
	s.at = r->tokens.items[s.first].at;
	s.len = r->tokens.items[r->tokens.count - 1].at + r->tokens.items[r->tokens.count - 1].len - s.at;
	EHC_PUSH(r->arena, &r->sentences, s);
	*first = r->tokens.count;
}

/*
 * Speech marks: a double mark toggles; a single one opens after a blank or a bracket when another closes it later in
 * the same paragraph.
 */
static bool
single_opens(struct ehc_str s, size_t i, size_t width)
{
	bool at_start = i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n' || s.ptr[i - 1] == '(';

	if (!at_start || i + width >= s.len || s.ptr[i + width] == ' ')
		return false;
	for (size_t k = i + width; k < s.len; k++) {
		char plain = 0;
		size_t n = s.ptr[k] == '\'' ? 1 : mark_at(s, k, &plain);

		if (s.ptr[k] == '\n' && k + 1 < s.len && s.ptr[k + 1] == '\n')
			return false;
		if ((s.ptr[k] == '\'' || plain == '\'') && n > 0 && apostrophe_at(s, k) == 0)
			return true;
	}
	return false;
}

struct marks { bool double_open, single_open; };

/* Takes note of what stands between words at text[i]; returns its length. */
static size_t
read_gap(struct ehc_str s, size_t i, enum ehc_gap *gap, struct marks *marks)
{
	char c = s.ptr[i], plain = 0;
	size_t n = mark_at(s, i, &plain);
	bool last_line = c == '\n' && i + 1 < s.len && (s.ptr[i + 1] == '\n' || s.ptr[i + 1] == '-');

	if (n > 0)
		c = plain;
	else
		n = 1;
	if (ends_sentence(s, i) || last_line) {
		*gap = EHC_GAP_END;
		if (last_line)
			*marks = (struct marks){ false, false };
		return n;
	}
	if (c == '"')
		marks->double_open = !marks->double_open;
	if (c == '\'')
		marks->single_open = marks->single_open ? false : single_opens(s, i, n);
	if (*gap == EHC_GAP_END)
		return n;
	if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '%') {
		if (*gap == EHC_GAP_JOIN)
			*gap = EHC_GAP_SPACE;
	} else if ((c == '-' || c == ':' || c == '/' || c == '.') && i > 0 && s.ptr[i - 1] != ' ' && i + 1 < s.len && s.ptr[i + 1] != ' ' &&
	    s.ptr[i + 1] != '\n') {
		if (*gap == EHC_GAP_SPACE)
			*gap = EHC_GAP_JOIN;
	} else {
		*gap = EHC_GAP_PUNCT;
	}
	return n;
}

static void
read_words(struct reading *r)
{
	struct ehc_str s = r->p->text;
	struct marks marks = { false, false };
	enum ehc_gap gap = EHC_GAP_END;
	size_t first = 0, i = 0;
	bool joined = false;

	while (i < s.len) {
		char plain = 0;
		size_t mark = mark_at(s, i, &plain), end;
		bool word = ehc_is_digit(s.ptr[i]) || (mark > 0 ? plain == '0' : is_letter(s.ptr[i]));

		if (mark > 0 && plain == 'x')
			word = true;
		if (!word) {
			if (!joined)
				gap = EHC_GAP_SPACE;
			joined = true;
			i += read_gap(s, i, &gap, &marks);
			continue;
		}
		if (!joined)
			gap = r->tokens.count == 0 ? EHC_GAP_END : EHC_GAP_JOIN;        /* "20mins": figures, then letters */
		if (gap == EHC_GAP_END)
			close_sentence(r, &first);
		end = mark > 0 ? i + mark : word_end(s, i);
		if (end == i)
			end = i + 1;
		add_token(r, i, end, gap, marks.double_open || marks.single_open);
		joined = false;
		gap = EHC_GAP_SPACE;
		i = end;
	}
	close_sentence(r, &first);
}

/* A paragraph of one line without a full stop, with blank lines around it, is a heading. */
static void
find_headings(struct reading *r)
{
	struct ehc_str s = r->p->text;

	for (size_t i = 0; i < r->sentences.count; i++) {
		struct ehc_sentence *one = &r->sentences.items[i];
		size_t end = one->at + one->len;
		bool alone = (one->at < 2 || (s.ptr[one->at - 1] == '\n' && s.ptr[one->at - 2] == '\n')) && end + 1 < s.len &&
		    s.ptr[end] == '\n' && s.ptr[end + 1] == '\n';

		if (!alone || memchr(s.ptr + one->at, '\n', one->len) != NULL)
			continue;
		one->heading = true;
		for (size_t k = one->first; k < one->first + one->count; k++)
			r->tokens.items[k].heading = true;
	}
}

/* ---- matching ---- */

struct walk {
	struct reading *r;
	size_t start;
	uint64_t found;                 /* a bit for each list of which a match starts here; of the others nothing is kept */
	uint32_t longest[EHC_LISTS];    /* words of the longest match of each list */
	uint16_t row[EHC_LISTS];
};

static const struct ehc_lex_edge *
edge_of(const struct ehc_lex_node *node, uint32_t word)
{
	size_t low = node->first_edge, high = node->first_edge + node->nedges;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ehc_lex_edges[middle].word == word)
			return &ehc_lex_edges[middle];
		if (ehc_lex_edges[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* "provided", "sourced": what the wildcard _ed stands for. */
static bool
is_participle(const struct reading *r, const struct ehc_token *t)
{
	const char *end = r->p->text.ptr + t->at + t->len;

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

/* Goes on with the token at `at` from a state that was reached over the tokens from w->start on. */
static void
walk_from(struct walk *w, uint32_t state, size_t at)
{
	const struct ehc_lex_node *node = &ehc_lex_nodes[state];
	const struct ehc_token *t;
	const struct ehc_lex_edge *e;

	accept_at(w, node, at);
	if (node->nedges == 0 || at >= w->r->tokens.count)
		return;
	t = &w->r->tokens.items[at];
	if (t->before == EHC_GAP_PUNCT || t->before == EHC_GAP_END)
		return;
	if (t->word != NO_WORD && (e = edge_of(node, t->word)) != NULL)
		walk_from(w, e->node, at + 1);
	if (ehc_lex_edges[node->first_edge].word > w->r->last_wild)
		return;         /* edges are sorted: it has none that stands for several words */
	if (t->number && (e = edge_of(node, w->r->wild_number)) != NULL)
		walk_from(w, e->node, at + 1);
	if (is_participle(w->r, t) && (e = edge_of(node, w->r->wild_participle)) != NULL)
		walk_from(w, e->node, at + 1);
	if ((e = edge_of(node, w->r->wild_word)) != NULL)
		walk_from(w, e->node, at + 1);
}

static void
walk_over(struct walk *w, uint32_t word)
{
	if (word != NO_WORD && ehc_lex_first[word] != 0)
		walk_from(w, ehc_lex_first[word], w->start + 1);
}

/* The same from the start, whose edges are too many to search them for every token. */
static void
walk_start(struct walk *w)
{
	const struct ehc_token *t = &w->r->tokens.items[w->start];

	walk_over(w, t->word);
	if (t->number)
		walk_over(w, w->r->wild_number);
	if (is_participle(w->r, t))
		walk_over(w, w->r->wild_participle);
	walk_over(w, w->r->wild_word);
}

static void
find_matches(struct reading *r)
{
	uint32_t covered[EHC_LISTS] = { 0 };    /* first token that no match of the list has taken */

	for (size_t i = 0; i < r->tokens.count; i++) {
		struct walk w;

		w.r = r;
		w.start = i;
		w.found = 0;
		walk_start(&w);
		for (unsigned list = 0; list < EHC_LISTS && w.found >> list != 0; list++) {
			const struct ehc_token *from = &r->tokens.items[i], *last;
			struct ehc_match m;

			if ((w.found >> list & 1) == 0 || i < covered[list])
				continue;
			m = (struct ehc_match){ .list = (enum ehc_list)list, .row = w.row[list], .first = (uint32_t)i, .count = w.longest[list] };
			last = &r->tokens.items[i + m.count - 1];
			m.at = from->at;
			m.len = last->at + last->len - from->at;
			/* A guard may begin inside a longer one; phrases may overlap, so that each cause is seen. */
			covered[list] = (uint32_t)(i + (list == EHC_LIST_PHRASE || list == EHC_LIST_GUARD ? 1 : m.count));
			EHC_PUSH(r->arena, &r->matches, m);
		}
	}
}

/* A word that begins with a capital, and goes on in small letters. */
static bool
is_capitalised(const struct reading *r, size_t i)
{
	const struct ehc_token *t = &r->tokens.items[i];

	return t->capital && t->len > 1 && r->p->text.ptr[t->at + 1] >= 'a' && r->p->text.ptr[t->at + 1] <= 'z';
}

/* "Positive Behaviour Support": all in capitals within a sentence, beside another capital, is a name. */
static bool
is_in_a_name(const struct reading *r, const struct ehc_match *m)
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
is_excused(const struct reading *r, const struct ehc_match *m, size_t guarded)
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
drop_excused(struct reading *r)
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
}

/* ---- what logic finds ---- */

/* By place; at one place in the order of the lists, of which none has two there. */
static int
by_place(const void *a, const void *b)
{
	const struct ehc_match *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->list > y->list) - (x->list < y->list);
}

static void
add_match(struct reading *r, enum ehc_list list, size_t first, size_t count)
{
	const struct ehc_token *from = &r->tokens.items[first], *last = &r->tokens.items[first + count - 1];
	struct ehc_match m = { .list = list, .first = (uint32_t)first, .count = (uint32_t)count, .at = from->at, .len = last->at + last->len - from->at };

	EHC_PUSH(r->arena, &r->matches, m);
}

/* Roles that no list of the lexicon holds, events, and times by which. */
static void
add_senses(struct reading *r)
{
	size_t listed = r->matches.count, next = 0, role_end = 0, event_end = 0, deadline_end = 0;

	for (size_t i = 0; i < r->tokens.count; i++) {
		enum ehc_list list;
		size_t first, n;

		for (; next < listed && r->matches.items[next].first <= i; next++) {
			const struct ehc_match *m = &r->matches.items[next];

			if (m->list >= EHC_LIST_ROLE_REGISTERED && m->list < EHC_LIST_ROLE_OTHER && m->first + m->count > role_end)
				role_end = m->first + m->count;
		}
		if (i >= role_end && ehc_doer_at(r->p, i, &first, &list)) {
			add_match(r, list, first < role_end ? role_end : first, i + 1 - (first < role_end ? role_end : first));
			role_end = i + 1;
		}
		if (i >= event_end && (n = ehc_event_at(r->p, i, &list)) > 0) {
			add_match(r, list, i, n);
			event_end = i + n;
		}
		if (i >= deadline_end && (n = ehc_deadline_at(r->p, i)) > 0) {
			add_match(r, EHC_LIST_DEADLINE, i, n);
			deadline_end = i + n;
		}
	}
	if (r->matches.count > listed)
		qsort(r->matches.items, r->matches.count, sizeof(*r->matches.items), by_place);
}

/* The greater rank; a word that the lexicon does not have comes before all. */
static uint32_t
later(uint32_t a, uint32_t b)
{
	if (a == NO_WORD || b == NO_WORD)
		return a == NO_WORD ? b == NO_WORD ? 0 : b : a;
	return a > b ? a : b;
}

struct ehc_prose *
ehc_prose_read(struct ehc_arena *a, struct ehc_str text)
{
	struct reading r = { .arena = a, .p = EHC_NEW(a, struct ehc_prose) };

	r.p->text = text;
	r.p->pairs = ehc_pairs_of(text);
	r.wild_word = rank_of("_", 1);
	r.wild_number = rank_of("#", 1);
	r.wild_participle = rank_of("_ed", 3);
	r.last_wild = later(r.wild_word, later(r.wild_number, r.wild_participle));
	read_words(&r);
	find_headings(&r);
	r.p->tokens = r.tokens.items;
	r.p->ntokens = r.p->nwords = r.tokens.count;
	find_matches(&r);
	drop_excused(&r);
	ehc_find_times(r.p);
	add_senses(&r);
	r.p->sentences = r.sentences.items;
	r.p->nsentences = r.sentences.count;
	r.p->matches = r.matches.items;
	r.p->nmatches = r.matches.count;
	for (size_t i = 0; i < r.matches.count; i++)
		r.p->found |= (uint64_t)1 << r.matches.items[i].list;
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

	return t->word != NO_WORD ? ehc_str_of(ehc_lex_words[t->word]) : ehc_str_sub(p->text, t->at, t->at + t->len);
}

static bool
is_in_word(char c)
{
	return ehc_is_letter(c) || ehc_is_digit(c) || c == '\'' || (unsigned char)c >= 0x80;
}

bool
ehc_lexicon_next(struct ehc_str text, size_t *at, struct ehc_str *word, bool *known)
{
	char folded[LONGEST_WORD];
	size_t n, start;

	while (*at < text.len && !is_in_word(text.ptr[*at]))
		++*at;
	start = *at;
	while (*at < text.len && is_in_word(text.ptr[*at]))
		++*at;
	*word = ehc_str_sub(text, start, *at);
	n = fold(*word, folded);
	*known = n > 0 && rank_of(folded, n) != NO_WORD;
	return word->len > 0;
}
