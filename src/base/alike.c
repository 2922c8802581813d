/*
 * alike.c - the topics of a text: its words without endings, small words left out, compared with those of another.
 */
#include "ehc/alike.h"

#include <stdlib.h>
#include <string.h>

enum { PLAIN = 12, SOFT = 3, FIGURE = 2, LONGEST_STEM = 48, FEW_TEXTS = 8 };

/* ---- words ---- */

/* Letters beyond ASCII count; dashes, quotation marks and the like, which lie from U+2000 to U+206F, do not. */
static bool
is_letter(uint32_t c)
{
	return (c < 0x80 && (ehc_is_letter((char)c) || ehc_is_digit((char)c))) || (c >= 0xC0 && c != 0xFFFD && (c < 0x2000 || c > 0x206F));
}

/* The next word from *at on; an apostrophe and what follows it ("child's") is no part of it. */
static struct ehc_str
next_word(struct ehc_str s, size_t *at)
{
	size_t from = 0, i = *at;
	bool inside = false;

	while (i < s.len) {
		size_t before = i;
		uint32_t c = ehc_utf8_next(s, &i);

		if (is_letter(c)) {
			if (!inside)
				from = before;
			inside = true;
		} else if (inside) {
			*at = before;
			if (c == '\'' || c == 0x2019)
				while (*at < s.len && s.ptr[*at] != ' ' && s.ptr[*at] != '\n')
					(*at)++;
			return ehc_str_sub(s, from, before);
		}
	}
	*at = s.len;
	return inside ? ehc_str_sub(s, from, s.len) : EHC_NOSTR;
}

static int
by_name(const void *name, const void *row)
{
	return strcmp(name, *(const char *const *)row);
}

static bool
is_listed(const char *word, const char *const *list, size_t n)
{
	return bsearch(word, list, n, sizeof(*list), by_name) != NULL;
}

/* Words that join others, and those by which amounts are told: two items that share no more have nothing in common. In order. */
static bool
is_empty(const char *word)
{
	static const char *const words[] = { "a", "about", "after", "all", "alone", "also", "an", "and", "any", "are", "as", "at", "attend",
		"attends", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can", "daily", "day", "days", "deliver",
		"delivered", "delivers", "do", "does", "during", "each", "ensure", "every", "five", "for", "fortnight", "fortnightly", "four",
		"from", "given", "had", "half", "has", "have", "he", "her", "him", "his", "hour", "hours", "how", "if", "in", "including", "into",
		"is", "it", "its", "lead", "leads", "least", "led", "like", "made", "make", "may", "minimum", "minute", "minutes", "month",
		"monthly", "months", "more", "must", "need", "needs", "no", "not", "of", "on", "once", "one", "or", "other", "our", "out", "over",
		"own", "per", "provide", "provided", "provides", "receive", "receives", "recommend", "recommended", "run", "runs", "session",
		"sessions", "shall", "she", "should", "six", "so", "some", "such", "take", "takes", "ten", "term", "termly", "terms", "than", "that",
		"the", "their", "them", "then", "there", "these", "they", "this", "those", "three", "through", "time", "times", "to", "together",
		"twice", "two", "under", "until", "up", "use", "used", "using", "was", "we", "week", "weekly", "weeks", "were", "what", "when",
		"where", "which", "while", "who", "whom", "whose", "will", "with", "within", "would", "year", "yearly", "years" };

	return is_listed(word, words, EHC_COUNT(words));
}

/* Words that nearly every item of a plan has. In order. */
static bool
is_soft(const char *word)
{
	static const char *const words[] = { "adult", "adults", "assistant", "assistants", "child", "children", "class", "develop", "direct", "group", "help", "helps", "individual",
		"intervention", "learning", "lesson", "lessons", "member", "people", "person", "programme", "programmes", "provision", "pupil", "pupils", "review",
		"reviewed", "school", "service", "skill", "skills", "small", "specialist", "staff", "support", "supported", "supports", "teacher", "teaching", "team",
		"therapist", "therapists", "therapy", "train", "trained", "training", "visit", "visits", "work", "works", "young" };

	return is_listed(word, words, EHC_COUNT(words));
}

/* ---- stems ---- */

/* Takes an ending off that leaves a stem to know the word by; those that belong to one another are longest first. */
static size_t
without_ending(const char *w, size_t n)
{
	static const char *const endings[] = { "isations", "isation", "ations", "ation", "ating", "ated", "ates", "ate", "ments", "ment", "ically", "ical", "ising",
		"ised", "ises", "ise", "ists", "ist", "ions", "ion", "ings", "ing", "ies", "ied", "ians", "ian", "ally", "als", "al", "ics", "ic", "ers", "er", "ors", "or", "ed", "es",
		"ly", "ess", "y", "e", "s" };

	for (size_t i = 0; i < EHC_COUNT(endings); i++) {
		size_t len = strlen(endings[i]);

		if (n >= len + 4 && memcmp(w + n - len, endings[i], len) == 0)
			return n - len;
	}
	return n > 3 && w[n - 1] == 's' && w[n - 2] != 's' ? n - 1 : n;
}

/* "swimm" of swimming is "swim"; "walki" cannot be, but a vowel at the end would be what is left of another ending. */
static size_t
settle(const char *w, size_t n)
{
	if (n > 3 && w[n - 1] == w[n - 2])
		n--;
	return n > 4 && strchr("eiy", w[n - 1]) != NULL ? n - 1 : n;
}

static struct ehc_str
stem_of(struct ehc_arena *a, const char *lower, size_t n)
{
	size_t len = ehc_is_digit(lower[0]) ? n : settle(lower, without_ending(lower, n));

	return ehc_arena_copy(a, (struct ehc_str){ lower, len });
}

static unsigned
weight_of(const char *lower)
{
	return ehc_is_digit(lower[0]) ? FIGURE : is_soft(lower) ? SOFT : PLAIN;
}

/* ---- topics ---- */

static int
by_stem(const void *x, const void *y)
{
	const struct ehc_topic *a = x, *b = y;
	int order = ehc_str_cmp(a->stem, b->stem);

	return order != 0 ? order : a->word.ptr < b->word.ptr ? -1 : a->word.ptr > b->word.ptr;
}

/* Each stem once, with its heaviest word's weight. */
static struct ehc_topics
settled(struct ehc_topic *items, size_t n)
{
	struct ehc_topics t = { items, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		if (t.count > 0 && ehc_str_eq(items[t.count - 1].stem, items[i].stem)) {
			if (items[i].weight > items[t.count - 1].weight)
				items[t.count - 1].weight = items[i].weight;
			continue;
		}
		items[t.count++] = items[i];
	}
	for (size_t i = 0; i < t.count; i++)
		t.weight += items[i].weight;
	return t;
}

struct ehc_topics
ehc_topics_of(struct ehc_arena *a, struct ehc_str text)
{
	EHC_VEC(struct ehc_topic) found = { NULL, 0, 0 };
	size_t at = 0;
	struct ehc_str w;

	while ((w = next_word(text, &at)).len > 0) {
		char lower[LONGEST_STEM + 1];
		size_t n = w.len < LONGEST_STEM ? w.len : LONGEST_STEM;

		for (size_t i = 0; i < n; i++)
			lower[i] = ehc_lower(w.ptr[i]);
		lower[n] = '\0';
		if ((n > 1 || ehc_is_digit(lower[0])) && !is_empty(lower))
			EHC_PUSH(a, &found, (struct ehc_topic){ stem_of(a, lower, n), w, weight_of(lower) });
	}
	if (found.count > 0)
		qsort(found.items, found.count, sizeof(*found.items), by_stem);
	return settled(found.items, found.count);
}

struct ehc_topics
ehc_topics_join(struct ehc_arena *a, const struct ehc_topics *x, const struct ehc_topics *y)
{
	struct ehc_topic *items = EHC_NEW_ARRAY(a, struct ehc_topic, x->count + y->count);
	size_t n = 0, i = 0, k = 0;

	while (i < x->count || k < y->count)
		if (k == y->count || (i < x->count && ehc_str_cmp(x->items[i].stem, y->items[k].stem) <= 0))
			items[n++] = x->items[i++];
		else
			items[n++] = y->items[k++];
	return settled(items, n);
}

static const struct ehc_topic *
find(const struct ehc_topics *t, struct ehc_str stem)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = ehc_str_cmp(t->items[mid].stem, stem);

		if (order == 0)
			return &t->items[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* A word in one text of n keeps its weight; one that is in all of them has a quarter of it. Of a few texts that tells less. */
static unsigned
weighed(unsigned weight, size_t holds, size_t n)
{
	size_t others = (n < FEW_TEXTS ? FEW_TEXTS : n) - 1;
	size_t w = (size_t)weight * (4 * others - 3 * (holds - 1)) / (4 * others);

	return w > 0 ? (unsigned)w : 1;
}

struct held { struct ehc_str stem; size_t texts; };

static int
by_held(const void *x, const void *y)
{
	return ehc_str_cmp(((const struct held *)x)->stem, ((const struct held *)y)->stem);
}

/* How many of the texts hold each stem, in the order of stems; returns how many stems there are. */
static size_t
count_texts(struct held *held, const struct ehc_topics *texts, size_t n)
{
	size_t all = 0, kept = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < texts[i].count; k++)
			held[all++] = (struct held){ texts[i].items[k].stem, 1 };
	if (all > 0)
		qsort(held, all, sizeof(*held), by_held);
	for (size_t i = 0; i < all; i++) {
		if (kept > 0 && ehc_str_eq(held[kept - 1].stem, held[i].stem))
			held[kept - 1].texts++;
		else
			held[kept++] = held[i];
	}
	return kept;
}

void
ehc_topics_weigh(struct ehc_arena *a, struct ehc_topics *texts, size_t n)
{
	struct held *held;
	size_t all = 0, kept;

	for (size_t i = 0; i < n; i++)
		all += texts[i].count;
	held = EHC_NEW_ARRAY(a, struct held, all);
	kept = count_texts(held, texts, n);
	for (size_t i = 0; i < n; i++) {
		texts[i].weight = 0;
		for (size_t k = 0; k < texts[i].count; k++) {
			struct ehc_topic *t = &texts[i].items[k];
			struct held wanted = { t->stem, 0 };
			const struct held *h = bsearch(&wanted, held, kept, sizeof(*held), by_held);

			t->weight = weighed(t->weight, h->texts, n);
			texts[i].weight += t->weight;
		}
	}
}

/* ---- comparing ---- */

/* A topic that two texts weigh differently counts as the lighter does. */
static unsigned
shared_weight(const struct ehc_topics *x, const struct ehc_topics *y)
{
	unsigned sum = 0;

	for (size_t i = 0; i < x->count; i++) {
		const struct ehc_topic *t = find(y, x->items[i].stem);

		if (t != NULL)
			sum += t->weight < x->items[i].weight ? t->weight : x->items[i].weight;
	}
	return sum;
}

unsigned
ehc_topics_alike(const struct ehc_topics *x, const struct ehc_topics *y)
{
	uint64_t all = (uint64_t)x->weight + y->weight;

	return all == 0 ? 0 : (unsigned)((uint64_t)shared_weight(x, y) * 2000 / all);
}

unsigned
ehc_topics_within(const struct ehc_topics *x, const struct ehc_topics *y)
{
	return x->weight == 0 ? 0 : (unsigned)((uint64_t)shared_weight(x, y) * 1000 / x->weight);
}

size_t
ehc_topics_shared(const struct ehc_topics *x, const struct ehc_topics *y, struct ehc_str *out, size_t most)
{
	size_t n = 0;

	for (unsigned weight = PLAIN; weight > 0 && n < most; weight--)
		for (size_t i = 0; i < x->count && n < most; i++)
			if (x->items[i].weight == weight && find(y, x->items[i].stem) != NULL)
				out[n++] = x->items[i].word;
	return n;
}
