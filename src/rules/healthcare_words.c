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
	return (unsigned char)s.ptr[i] < 0x80 ? ehc_is_letter(s.ptr[i]) || ehc_is_digit(s.ptr[i]) : is_word_beyond_ascii(s, i);
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

/* Do the words of the phrase stand in s from `at` on? *end gets the place behind the last of them. */
static bool
phrase_at(struct ehc_str s, size_t at, struct ehc_str phrase, size_t *end)
{
	size_t i = 0;
	struct ehc_str w;

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

/* Of a text's words, or of a list's phrases. */
struct starts { uint64_t bits[16]; };

static void
add_start(struct starts *t, unsigned start)
{
	t->bits[start / 64] |= (uint64_t)1 << start % 64;
}

static bool
has_start(const struct starts *t, unsigned start)
{
	return (t->bits[start / 64] >> start % 64 & 1) != 0;
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

static struct starts
starts_of_phrases(const char *any)
{
	struct starts t = { { 0 } };
	struct ehc_str phrase;

	while (next_phrase(&any, &phrase))
		if (phrase.len > 0)
			add_start(&t, start_of(phrase, 0));
	return t;
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

size_t
ehc_says_at(struct ehc_str s, const char *any, size_t *len)
{
	struct starts t = starts_of_phrases(any);
	struct ehc_str w;
	size_t end;

	for (size_t at = 0; (w = next_word(s, &at)).len > 0; ) {
		size_t start = (size_t)(w.ptr - s.ptr);

		if (!has_start(&t, start_of(s, start)) || !any_phrase_at(s, start, any, &end))
			continue;
		if (len != NULL)
			*len = end - start;
		return start;
	}
	return SIZE_MAX;
}

bool
ehc_says(struct ehc_str s, const char *any)
{
	return s.len > 0 && ehc_says_at(s, any, NULL) != SIZE_MAX;
}

/* ---- the table: a word, and all places where it stands ---- */

struct place { uint32_t line, at; };

struct word {
	struct ehc_str word;
	uint32_t first, count;          /* its places, in their order */
	uint32_t next;                  /* 1 + another word of the same bucket */
};

struct ehc_word_table {
	uint32_t *buckets;              /* 1 + the word that came last, 0 where there is none */
	size_t nbuckets;                /* a power of two */
	EHC_VEC(struct word) words;
	struct place *places;           /* word by word */
};

static size_t
hash(struct ehc_str w)
{
	uint64_t h = 14695981039346656037u;

	w = singular(w);
	for (size_t i = 0; i < w.len; i++)
		h = (h ^ (unsigned char)ehc_lower(w.ptr[i])) * 1099511628211u;
	return (size_t)(h ^ (h >> 29));
}

/* 1 + the word, or 0. */
static uint32_t
find_word(const struct ehc_word_table *t, struct ehc_str w, size_t bucket)
{
	uint32_t n = t->buckets[bucket];

	while (n > 0 && !same_word(t->words.items[n - 1].word, w))
		n = t->words.items[n - 1].next;
	return n;
}

/* Counts the word in; gives 1 + it. */
static uint32_t
add_word(struct ehc_arena *a, struct ehc_word_table *t, struct ehc_str w)
{
	size_t bucket = hash(w) & (t->nbuckets - 1);
	uint32_t n = find_word(t, w, bucket);

	if (n == 0) {
		EHC_PUSH(a, &t->words, (struct word){ w, 0, 0, t->buckets[bucket] });
		n = t->buckets[bucket] = (uint32_t)t->words.count;
	}
	t->words.items[n - 1].count++;
	return n;
}

/* A word as it is met: `word` is 1 + its row. */
struct met { uint32_t word; struct place place; };
struct all_met { EHC_VEC(struct met) list; };

static void
order_places(struct ehc_arena *a, struct ehc_word_table *t, const struct all_met *met)
{
	uint32_t first = 0;

	t->places = EHC_NEW_ARRAY(a, struct place, met->list.count);
	for (size_t i = 0; i < t->words.count; i++) {
		t->words.items[i].first = first;
		first += t->words.items[i].count;
		t->words.items[i].count = 0;
	}
	for (size_t i = 0; i < met->list.count; i++) {
		struct word *w = &t->words.items[met->list.items[i].word - 1];

		t->places[w->first + w->count++] = met->list.items[i].place;
	}
}

static struct ehc_word_table *
make_table(struct ehc_arena *a, const struct ehc_lines *l)
{
	struct ehc_word_table *t = EHC_NEW(a, struct ehc_word_table);
	struct all_met met = { { NULL, 0, 0 } };
	size_t bytes = 0;

	for (size_t i = 0; i < l->all.count; i++)
		bytes += l->all.items[i].text->str.len;
	for (t->nbuckets = 64; t->nbuckets < bytes / 8; t->nbuckets *= 2)
		continue;
	t->buckets = EHC_NEW_ARRAY(a, uint32_t, t->nbuckets);
	for (size_t i = 0; i < l->all.count; i++) {
		struct ehc_str s = l->all.items[i].text->str, w;

		for (size_t at = 0; (w = next_word(s, &at)).len > 0; )
			EHC_PUSH(a, &met.list, (struct met){ add_word(a, t, w), { (uint32_t)i, (uint32_t)(w.ptr - s.ptr) } });
	}
	order_places(a, t, &met);
	return t;
}

/* The first word of the phrase; NULL where one of its words stands nowhere in the plan. */
static const struct word *
first_of_known(const struct ehc_word_table *t, struct ehc_str phrase)
{
	uint32_t first = 0;
	struct ehc_str w;

	for (size_t at = 0; (w = next_word(phrase, &at)).len > 0; ) {
		uint32_t n = find_word(t, w, hash(w) & (t->nbuckets - 1));

		if (n == 0)
			return NULL;
		first = first == 0 ? n : first;
	}
	return first == 0 ? NULL : &t->words.items[first - 1];
}

/* Turns to the next phrase whose words all stand in the plan, and to the first place of its first word that is sought. */
static bool
next_first_word(const struct ehc_word_table *t, struct ehc_search *search)
{
	while (next_phrase(&search->rest, &search->phrase)) {
		const struct word *w = first_of_known(t, search->phrase);
		uint32_t most;

		if (w == NULL)
			continue;
		search->place = w->first;
		search->end = most = w->first + w->count;
		while (search->from > 0 && search->place < most) {
			uint32_t middle = search->place + (most - search->place) / 2;

			if (t->places[middle].line < search->from)
				search->place = middle + 1;
			else
				most = middle;
		}
		return true;
	}
	return false;
}

const struct ehc_line *
ehc_search_next(const struct ehc_lines *l, struct ehc_search *search)
{
	do {
		while (search->place < search->end) {
			const struct place *p = &l->words->places[search->place++];
			size_t end;

			if (search->until > 0 && p->line >= search->until)
				break;
			if (!phrase_at(l->all.items[p->line].text->str, p->at, search->phrase, &end))
				continue;
			while (search->place < search->end && l->words->places[search->place].line == p->line)
				search->place++;
			return &l->all.items[p->line];
		}
	} while (next_first_word(l->words, search));
	return NULL;
}

bool
ehc_plan_says(const struct ehc_lines *l, const char *any)
{
	struct ehc_search search = { .rest = any };

	return ehc_search_next(l, &search) != NULL;
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
		EHC_PUSH(a, &l->all, (struct ehc_line){ &entry->text, entry, it, entry->label });
	for (const struct ehc_node *f = entry->fields; f != NULL; f = f->next)
		if (tells_staff_something(f))
			EHC_PUSH(a, &l->all, (struct ehc_line){ &f->text, f, it, f->label });
}

static struct ehc_lines *
gather(struct ehc_arena *a, const struct ehc_plan *p)
{
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
			l->sorts[it->nth] = ehc_sort_medicine(it);
			it = it->next;
		}
	}
	l->words = make_table(a, l);
	return l;
}

static void
gather_clinicians(struct ehc_arena *a, struct ehc_lines *l)
{
	struct ehc_lines *k = l->clinicians = EHC_NEW(a, struct ehc_lines);

	for (size_t i = 0; i < l->all.count && k->all.count < EHC_CLINICIANS_MOST; i++) {
		const struct ehc_line *line = &l->all.items[i];

		if ((line->label == EHC_L_WRITTEN_BY || line->label == EHC_L_CLINICIAN || line->label == EHC_L_SIGNED ||
		    line->label == EHC_L_CONTACT) && ehc_is_clinical_title(line->text->str))
			EHC_PUSH(a, &k->all, *line);
	}
	k->words = make_table(a, k);
}

const struct ehc_lines *
ehc_lines_of(struct ehc_check *c)
{
	if (c->lines == NULL) {
		struct ehc_lines *l = gather(c->arena, c->plan);

		gather_clinicians(c->arena, l);
		c->lines = l;
	}
	return c->lines;
}

const struct ehc_line *
ehc_item_says(const struct ehc_lines *l, const struct ehc_item *it, const char *any)
{
	struct ehc_search search = { .rest = any, .from = l->first[it->nth], .until = l->first[it->nth + 1] };
	const struct ehc_line *first = NULL, *line;

	if (search.from == search.until)
		return NULL;
	while ((line = ehc_search_next(l, &search)) != NULL)
		if (first == NULL || line < first)
			first = line;
	return first;
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
