/*
 * healthcare_words.c - every text of a health care plan, gathered once, with a table of its words. A plan may say a thing
 * in a field, in a step or in a paragraph; rules that ask whether it is said anywhere look it up here.
 */
#include "rules/healthcare.h"

/* ---- words ---- */

/* Dashes and quotation marks from beyond ASCII, U+2010 to U+203F, part words. */
static bool
is_word_beyond_ascii(struct ehc_str s, size_t i)
{
	unsigned char b = (unsigned char)s.ptr[i];

	return !(b == 0xE2 && i + 1 < s.len && (unsigned char)s.ptr[i + 1] == 0x80) &&
	    !(i > 0 && b == 0x80 && (unsigned char)s.ptr[i - 1] == 0xE2) &&
	    !(i > 1 && (unsigned char)s.ptr[i - 1] == 0x80 && (unsigned char)s.ptr[i - 2] == 0xE2);
}

static inline bool
is_word_byte(struct ehc_str s, size_t i)
{
	return (unsigned char)s.ptr[i] < 0x80 ? ehc_is_letter_or_digit(s.ptr[i]) : is_word_beyond_ascii(s, i);
}

/* Does a word begin at s[i]? Figures end one, so the letters behind them begin the next. */
static inline bool
begins_word(struct ehc_str s, size_t i)
{
	if (i > 0 && ehc_is_letter(s.ptr[i - 1]))
		return false;
	return is_word_byte(s, i) && (i == 0 || !is_word_byte(s, i - 1) || (ehc_is_digit(s.ptr[i - 1]) && !ehc_is_digit(s.ptr[i])));
}

/*
 * The next word at or after *at; *at moves behind it. Empty at the end. It ends where figures end: "10mg" and "2pm" are
 * two words, "N1" is one.
 */
static struct ehc_str
next_word(struct ehc_str s, size_t *at)
{
	size_t from = *at, end;

	while (from < s.len && !is_word_byte(s, from))
		from++;
	for (end = from; end < s.len; end++)
		if (!ehc_is_letter(s.ptr[end]) && (ehc_is_digit(s.ptr[end]) || !is_word_byte(s, end)))
			break;
	while (ehc_str_digit_at(s, end))
		end++;
	*at = end;
	return ehc_str_sub(s, from, end);
}

/* Without the "s" of a plural: "seizures", "gives"; not "is", "glass" or "999". */
static struct ehc_str
singular(struct ehc_str w)
{
	if (w.len > 3 && (w.ptr[w.len - 1] == 's' || w.ptr[w.len - 1] == 'S') && w.ptr[w.len - 2] != 's' &&
	    w.ptr[w.len - 2] != 'S')
		w.len--;
	return w;
}

static bool
same_word(struct ehc_str a, struct ehc_str b)
{
	return ehc_str_eq_nocase(singular(a), singular(b));
}

/*
 * At the first characters that are not the same: do two letters stand there, of which neither can be that of a plural? Most
 * are told apart so.
 */
static bool
differ(struct ehc_str s, size_t at, struct ehc_str phrase)
{
	size_t i = 0;
	char a, b;

	while (i < phrase.len && at + i < s.len && ehc_lower(s.ptr[at + i]) == ehc_lower(phrase.ptr[i]))
		i++;
	if (i == phrase.len || at + i == s.len)
		return false;
	a = ehc_lower(s.ptr[at + i]);
	b = ehc_lower(phrase.ptr[i]);
	return ehc_is_letter(a) && ehc_is_letter(b) && a != 's' && b != 's';
}

/* Do the words of the phrase stand in s from `at` on? *end gets the place behind the last of them. */
static bool
phrase_at(struct ehc_str s, size_t at, struct ehc_str phrase, size_t *end)
{
	size_t i = 0;
	struct ehc_str w;

	if (differ(s, at, phrase))
		return false;
	while ((w = next_word(phrase, &i)).len > 0)
		if (!same_word(w, next_word(s, &at)))
			return false;
	*end = at;
	return true;
}

/* ---- with what words begin ---- */

/* The first two letters or figures of the word at s[at], in either case, as a number: a word never has two, two words may share one. */
static unsigned
start_of(struct ehc_str s, size_t at)
{
	char first = s.ptr[at], second = at + 1 < s.len ? s.ptr[at + 1] : ' ';
	bool goes_on = ehc_is_digit(second) || (ehc_is_letter(second) && !ehc_is_digit(first));

	return ((unsigned)first & 31) << 5 | (goes_on ? (unsigned)second & 31 : 0);
}

/* A bit of 64 for that number: a text that has none of a list's bits says none of its phrases. */
static uint64_t
start_bit(unsigned start)
{
	return (uint64_t)1 << ((start >> 5) * 7 + (start & 31)) % 64;
}

/* Takes the next phrase off the list at *any; false at its end. */
static bool
next_phrase(const char **any, struct ehc_str *phrase)
{
	const char *end = *any;

	if (*end == '\0')
		return false;
	while (*end != '\0' && *end != '|')
		end++;
	*phrase = (struct ehc_str){ *any, (size_t)(end - *any) };
	*any = *end == '|' ? end + 1 : end;
	return true;
}

struct ehc_phrases
ehc_phrases_of(const char *any)
{
	struct ehc_phrases p = { any, 0, 0 };
	struct ehc_str phrase;

	while (next_phrase(&any, &phrase)) {
		unsigned start = phrase.len > 0 ? start_of(phrase, 0) : 0;

		p.starts |= start_bit(start);
		p.first |= (uint32_t)1 << (start >> 5);
	}
	return p;
}

/* Does one of the phrases stand in s from `at` on? *end gets the place behind the first that does. */
static bool
any_phrase_at(struct ehc_str s, size_t at, const char *any, size_t *end)
{
	unsigned start = start_of(s, at);
	struct ehc_str phrase;

	while (next_phrase(&any, &phrase))
		if (phrase.len > 0 && start_of(phrase, 0) == start && phrase_at(s, at, phrase, end))
			return true;
	return false;
}

static struct ehc_phrases
wanted(const struct ehc_check *c, const char *any)
{
	return c == NULL ? ehc_phrases_of(any) : ehc_wanted_phrases(c, any);
}

static size_t
says_at(struct ehc_str s, const struct ehc_phrases *p, size_t *len)
{
	size_t end;

	for (size_t i = 0; i < s.len && p->first != 0; i++) {
		if ((p->first >> (s.ptr[i] & 31) & 1) == 0 || !begins_word(s, i) || (p->starts & start_bit(start_of(s, i))) == 0 ||
		    !any_phrase_at(s, i, p->any, &end))
			continue;
		if (len != NULL)
			*len = end - i;
		return i;
	}
	return SIZE_MAX;
}

size_t
ehc_says_at(const struct ehc_check *c, struct ehc_str s, const char *any, size_t *len)
{
	struct ehc_phrases p;

	if (s.len == 0)
		return SIZE_MAX;
	p = wanted(c, any);
	return says_at(s, &p, len);
}

bool
ehc_says(const struct ehc_check *c, struct ehc_str s, const char *any)
{
	return ehc_says_at(c, s, any, NULL) != SIZE_MAX;
}

/* ---- the table: where words stand, by the letters with which they begin ---- */

/* A word of a line; `next` is 1 + the next that begins alike, 0 where there is none. */
struct place { uint32_t line, at, next; };

#define BUCKETS 2048
#define BYTES_A_WORD 5          /* with the blank behind it; few plans have more words than this gives room for */

struct ehc_word_table {
	EHC_VEC(struct place) places;
	uint32_t first[BUCKETS];        /* 1 + a place: that in the first line comes first, and of one line that which stands last */
};

/* By the first three letters of the word at s[at], or its first two figures, in either case; a plural has those of its singular. */
static size_t
bucket_of(struct ehc_str s, size_t at, unsigned start)
{
	bool goes_on = (start & 31) != 0 && at + 2 < s.len && ehc_is_letter(s.ptr[at + 1]) && ehc_is_letter(s.ptr[at + 2]);

	return (start * 2 + (goes_on ? (unsigned)(s.ptr[at + 2] & 31) * 67 : 0)) % BUCKETS;
}

static struct ehc_word_table *
make_table(struct ehc_arena *a, struct ehc_lines *l)
{
	struct ehc_word_table *t = EHC_NEW(a, struct ehc_word_table);
	size_t bytes = 0;

	for (size_t i = 0; i < l->all.count; i++)
		bytes += l->all.items[i].text->str.len;
	t->places.cap = bytes / BYTES_A_WORD + 1;
	t->places.items = EHC_NEW_ARRAY(a, struct place, t->places.cap);
	for (size_t i = l->all.count; i > 0; i--) {
		struct ehc_str s = l->all.items[i - 1].text->str;
		uint64_t starts = 0;

		for (size_t at = 0; at < s.len; at++) {
			unsigned start;
			uint32_t *first;

			if (!begins_word(s, at))
				continue;
			start = start_of(s, at);
			starts |= start_bit(start);
			first = &t->first[bucket_of(s, at, start)];
			EHC_PUSH(a, &t->places, (struct place){ (uint32_t)(i - 1), (uint32_t)at, *first });
			*first = (uint32_t)t->places.count;
		}
		l->all.items[i - 1].starts = starts;
	}
	return t;
}

/* Turns to the next phrase, and to the places of words that begin as it does. */
static bool
next_first_word(const struct ehc_word_table *t, struct ehc_search *search)
{
	do {
		if (!next_phrase(&search->rest, &search->phrase))
			return false;
	} while (search->phrase.len == 0);
	search->place = t->first[bucket_of(search->phrase, 0, start_of(search->phrase, 0))];
	return true;
}

struct ehc_search
ehc_search_for(const struct ehc_check *c, const char *any)
{
	return (struct ehc_search){ .rest = wanted(c, any).any };
}

const struct ehc_line *
ehc_search_next(const struct ehc_lines *l, struct ehc_search *search)
{
	do {
		while (search->place > 0) {
			const struct place *p = &l->words->places.items[search->place - 1];
			size_t end;

			search->place = p->next;
			if (search->seen == p->line + 1 || !phrase_at(l->all.items[p->line].text->str, p->at, search->phrase, &end))
				continue;
			search->seen = p->line + 1;
			return &l->all.items[p->line];
		}
		search->seen = 0;
	} while (next_first_word(l->words, search));
	return NULL;
}

/* ---- the texts ---- */

static bool
tells_staff_something(const struct ehc_node *n)
{
	return n->text.str.len > 0 && (n->kind == EHC_NODE_ENTRY || n->kind == EHC_NODE_FIELD) && n->label != EHC_L_NONE &&
	    n->label != EHC_L_NOTE && n->label != EHC_L_UNCONFIRMED && n->label != EHC_L_ACCEPT &&
	    n->label != EHC_L_STANDARD_TEXT && n->label != EHC_L_UNPLACED;
}

static void
gather_entry(struct ehc_arena *a, struct ehc_lines *l, const struct ehc_node *entry, const struct ehc_item *it)
{
	if (tells_staff_something(entry))
		EHC_PUSH(a, &l->all, (struct ehc_line){ &entry->text, entry, it, entry->label, 0 });
	for (const struct ehc_node *f = entry->fields; f != NULL; f = f->next)
		if (tells_staff_something(f))
			EHC_PUSH(a, &l->all, (struct ehc_line){ &f->text, f, it, f->label, 0 });
}

static struct ehc_lines *
gather(const struct ehc_check *c)
{
	struct ehc_arena *a = c->arena;
	const struct ehc_plan *p = c->plan;
	struct ehc_lines *l = EHC_NEW(a, struct ehc_lines);
	const struct ehc_item *it;
	size_t items = 0;

	for (it = p->first_item; it != NULL; it = it->next)
		items++;
	l->first = EHC_NEW_ARRAY(a, size_t, items + 1);
	l->sorts = EHC_NEW_ARRAY(a, unsigned char, items + 1);
	it = p->first_item;
	for (const struct ehc_node *n = p->tree->first; n != NULL; n = n->next) {
		bool own = it != NULL && it->node == n;

		if (n->kind != EHC_NODE_ENTRY)
			continue;
		if (own)
			l->first[it->nth] = l->all.count;
		gather_entry(a, l, n, own ? it : NULL);
		if (own) {
			l->first[it->nth + 1] = l->all.count;
			l->sorts[it->nth] = ehc_sort_medicine(c, it);
			it = it->next;
		}
	}
	l->words = make_table(a, l);
	return l;
}

static void
gather_clinicians(const struct ehc_check *c, struct ehc_lines *l)
{
	struct ehc_arena *a = c->arena;
	struct ehc_lines *k = l->clinicians = EHC_NEW(a, struct ehc_lines);

	for (size_t i = 0; i < l->all.count && k->all.count < EHC_CLINICIANS_MOST; i++) {
		const struct ehc_line *line = &l->all.items[i];

		if ((line->label == EHC_L_WRITTEN_BY || line->label == EHC_L_CLINICIAN || line->label == EHC_L_SIGNED ||
		    line->label == EHC_L_CONTACT) && ehc_is_clinical_title(c, line->text->str))
			EHC_PUSH(a, &k->all, *line);
	}
	k->words = make_table(a, k);
}

const struct ehc_lines *
ehc_lines_of(struct ehc_check *c)
{
	if (c->lines == NULL) {
		struct ehc_lines *l = gather(c);

		gather_clinicians(c, l);
		c->lines = l;
	}
	return c->lines;
}

bool
ehc_plan_says(struct ehc_check *c, const char *any)
{
	struct ehc_search search = ehc_search_for(c, any);

	return ehc_search_next(ehc_lines_of(c), &search) != NULL;
}

const struct ehc_line *
ehc_item_says(struct ehc_check *c, const struct ehc_item *it, const char *any)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct ehc_phrases p = wanted(c, any);

	for (size_t i = l->first[it->nth]; i < l->first[it->nth + 1]; i++)
		if (l->all.items[i].item == it && (l->all.items[i].starts & p.starts) != 0 &&
		    says_at(l->all.items[i].text->str, &p, NULL) != SIZE_MAX)
			return &l->all.items[i];
	return NULL;
}

/* ---- sentences ---- */

static bool
ends_sentence(struct ehc_str s, size_t i)
{
	char c = s.ptr[i];

	if (c == '\n')
		return i + 1 < s.len && s.ptr[i + 1] == '\n';
	return (c == '.' || c == ';' || c == '!' || c == '?') &&
	    (i + 1 == s.len || s.ptr[i + 1] == ' ' || s.ptr[i + 1] == '\n');
}

struct ehc_str
ehc_sentence_of(struct ehc_str s, size_t at, size_t *start)
{
	size_t from = at, end = at;

	while (from > 0 && !ends_sentence(s, from - 1))
		from--;
	while (from < at && (s.ptr[from] == ' ' || s.ptr[from] == '\n'))
		from++;
	while (end < s.len && !ends_sentence(s, end))
		end++;
	*start = from;
	return ehc_str_sub(s, from, end);
}

/* At most that many bytes of s, which end with a word. */
static size_t
whole_words(struct ehc_str s, size_t most)
{
	size_t n = s.len;

	if (n > most) {
		for (n = most; n > 0 && s.ptr[n] != ' ' && s.ptr[n] != '\n'; n--)
			continue;
		n = n == 0 ? most : n;
	}
	return n;
}

struct ehc_span
ehc_sentence_span(const struct ehc_text *t, size_t at, size_t most)
{
	size_t start;
	struct ehc_str sentence = ehc_sentence_of(t->str, at, &start);

	return ehc_text_span(t, start, whole_words(sentence, most));
}

struct ehc_span
ehc_part_of_line(const struct ehc_text *t, size_t at, size_t len)
{
	return ehc_text_span(t, at, whole_words(ehc_str_sub(t->str, at, at + len), 72));
}

static bool
is_within_word(struct ehc_str s, size_t i)
{
	return i > 0 && i < s.len && is_word_byte(s, i) && !begins_word(s, i);
}

struct ehc_str
ehc_words_before(struct ehc_str s, size_t at, size_t most)
{
	size_t from = at > most ? at - most : 0;

	while (from < at && is_within_word(s, from))
		from++;
	return ehc_str_sub(s, from, at);
}

struct ehc_str
ehc_words_behind(struct ehc_str s, size_t at, size_t most)
{
	size_t end = at + most;

	while (end > at && is_within_word(s, end))
		end--;
	return ehc_str_sub(s, at, end);
}

struct ehc_str
ehc_one_line(struct ehc_arena *a, struct ehc_str s)
{
	char *out = EHC_NEW_ARRAY(a, char, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		bool blank = s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t';

		if (!blank || (n > 0 && out[n - 1] != ' '))
			out[n++] = blank ? ' ' : s.ptr[i];
	}
	return (struct ehc_str){ out, n };
}
