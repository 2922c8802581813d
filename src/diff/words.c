/*
 * words.c - whether two texts say the same: the words that they share, and those that may not differ. A number, a name, "not",
 * "or", "before": one of these in another text is another fact, however alike the rest is.
 */
#include "diff/diff.h"

#include <string.h>

#define ALIKE 0.72      /* words that two texts must share for one to be the other said differently */

/* ---- reading ---- */

static const char *const light_words[] = { "a", "an", "and", "are", "as", "at", "be", "been", "being", "by", "for", "from", "had", "has", "have",
	"her", "him", "his", "in", "into", "is", "it", "its", "of", "on", "she", "he", "so", "that", "the", "their", "them", "then", "there", "these",
	"they", "this", "to", "was", "were", "which", "who", "will", "shall", "must", "with", "when", "while", "where", "also" };

/* Words that turn the meaning, in groups that mean the same: each stands for the first of its group. */
static const char *const turning_words[][4] = { { "not", "no", "never", "nor" }, { "without" }, { "unless", "except" }, { "only" }, { "or" },
	{ "before" }, { "after" }, { "under", "below" }, { "over", "above" }, { "more" }, { "less", "fewer" }, { "least" }, { "most" }, { "all" },
	{ "some" }, { "any" }, { "may", "might", "could" }, { "should" }, { "cannot" }, { "help" }, { "alone", "unaided", "independently" },
	{ "left" }, { "right" }, { "home" }, { "once" }, { "twice" }, { "daily" }, { "weekly" }, { "fortnightly" }, { "monthly" }, { "termly" } };

static const char *const number_words[] = { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
	"twelve" };

/* A mark that joins what stands on both sides of it to one word: "3.5", "1:1", "don't". */
static bool
joins(struct ehc_str s, size_t i)
{
	char c = s.ptr[i];

	if (i == 0 || i + 1 >= s.len || !ehc_is_word_byte(s.ptr[i + 1]))
		return false;
	if (c == '.' || c == ',' || c == ':' || c == '/')
		return ehc_is_digit(s.ptr[i - 1]) && ehc_is_digit(s.ptr[i + 1]);
	return c == '\'';
}

/* The bytes of a typographic mark (U+2010 to U+201F, U+2026 ...), which is no letter; 0 where none stands there. */
static size_t
mark_at(struct ehc_str s, size_t i)
{
	return i + 2 < s.len && (unsigned char)s.ptr[i] == 0xE2 && (unsigned char)s.ptr[i + 1] == 0x80 ? 3 : 0;
}

static bool
next_word(struct ehc_str s, size_t *at, struct ehc_str *word)
{
	size_t i = *at, from;

	while (i < s.len && (!ehc_is_word_byte(s.ptr[i]) || mark_at(s, i) > 0))
		i += mark_at(s, i) > 0 ? mark_at(s, i) : 1;
	for (from = i; i < s.len && mark_at(s, i) == 0 && (ehc_is_word_byte(s.ptr[i]) || joins(s, i));)
		i++;
	*at = i;
	*word = ehc_str_sub(s, from, i);
	return word->len > 0;
}

static bool
is_in(struct ehc_str w, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] != NULL && ehc_str_is_nocase(w, list[i]))
			return true;
	return false;
}

/* In small letters, without the endings that a word takes in another place of a sentence. */
static uint64_t
stem_hash(struct ehc_str w)
{
	static const char *const endings[] = { "'s", "ies", "ing", "ed", "es", "s", "e", "y" };
	char low[64] = "";
	size_t n = w.len < sizeof(low) ? w.len : sizeof(low);

	for (size_t i = 0; i < n; i++)
		low[i] = ehc_lower(w.ptr[i]);
	for (size_t i = 0; i < EHC_COUNT(endings); i++) {
		size_t len = strlen(endings[i]);

		if (n >= len + 3 && memcmp(low + n - len, endings[i], len) == 0) {
			n -= len;
			break;
		}
	}
	if (n > 3 && low[n - 1] == low[n - 2])
		n--;
	return ehc_str_hash((struct ehc_str){ low, n });
}

/* "five" as 5; a word that turns the meaning as the first of its group. */
static bool
read_fact(struct ehc_str w, struct ehc_str *means)
{
	static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };

	*means = w;
	if (ehc_str_has_digit(w))
		return true;
	for (size_t i = 0; i < EHC_COUNT(number_words); i++)
		if (ehc_str_is_nocase(w, number_words[i])) {
			*means = ehc_str_of(digits[i]);
			return true;
		}
	for (size_t i = 0; i < EHC_COUNT(turning_words); i++)
		if (is_in(w, turning_words[i], EHC_COUNT(turning_words[i]))) {
			*means = ehc_str_of(turning_words[i][0]);
			return true;
		}
	return w.len > 3 && ehc_str_ends_nocase(w, "n't");
}

/* A capital letter that no sentence begins with: a name. */
static bool
is_name(struct ehc_str text, struct ehc_str w, bool first)
{
	return !first && w.len > 1 && w.ptr > text.ptr && ehc_is_capital(w.ptr[0]);
}

static bool
ends_sentence(const char *from, const char *to)
{
	for (const char *p = from; p < to; p++)
		if (strchr(".!?:\n\"", *p) != NULL && *p != '\0')
			return true;
	return false;
}

/* An id is the item that it names: "F3" of the plan before is "F4" where that is its number now. False: it names none. */
static bool
read_id(const struct ehc_diff *d, struct ehc_str w, bool of_before, struct diff_word *out)
{
	const struct ehc_item *it = NULL;

	if (w.len >= 2 && w.len <= 8 && ehc_is_letter(w.ptr[0]) && ehc_str_has_digit(w))
		it = ehc_plan_find(of_before ? d->before : d->after, w);
	if (it == NULL)
		return false;
	if (of_before && d->now != NULL && d->now[it->nth] != NULL)
		it = d->now[it->nth];
	out->hash = ehc_str_hash(ehc_str_of(it->id));
	out->light = d->now == NULL;
	out->fact = !out->light;
	return true;
}

struct diff_words
diff_words_of(const struct ehc_diff *d, struct ehc_str text, bool of_before)
{
	struct diff_words out = { NULL, 0, 0 };
	const char *last = text.ptr;
	struct ehc_str w;
	bool first = true;

	for (size_t at = 0; next_word(text, &at, &w); last = w.ptr + w.len, first = false) {
		struct diff_word word = { .str = w };
		struct ehc_str means;

		first = first || ends_sentence(last, w.ptr);
		if (read_id(d, w, of_before, &word))
			;
		else if (read_fact(w, &means)) {
			word.fact = true;
			word.hash = stem_hash(means);
		} else {
			word.hash = stem_hash(w);
			word.light = is_in(w, light_words, EHC_COUNT(light_words)) || (w.len == 1 && !ehc_is_digit(w.ptr[0]));
			word.fact = !word.light && is_name(text, w, first);
		}
		EHC_PUSH(d->arena, &out, word);
	}
	return out;
}

/* ---- comparing ---- */

/* Words of `a` that are in `b` too, each as often as there; `used` has room for b->count. */
static size_t
shared_words(const struct diff_words *a, const struct diff_words *b, bool *used)
{
	size_t n = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; !a->items[i].light && j < b->count; j++)
			if (!used[j] && !b->items[j].light && a->items[i].hash == b->items[j].hash) {
				used[j] = true;
				n++;
				break;
			}
	return n;
}

static size_t
weight(const struct diff_words *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->count; i++)
		n += !w->items[i].light;
	return n;
}

double
diff_words_alike(const struct diff_words *a, const struct diff_words *b)
{
	size_t all = weight(a) + weight(b);
	struct ehc_arena *scratch;
	size_t n;

	if (all == 0)
		return 1;
	scratch = ehc_arena_new();
	n = shared_words(a, b, EHC_NEW_ARRAY(scratch, bool, b->count + 1));
	ehc_arena_free(scratch);
	return 2.0 * (double)n / (double)all;
}

/* Has `a` a fact that `b` has not, or not as often? A name is known again wherever its word stands. */
static bool
has_other_facts(const struct diff_words *a, const struct diff_words *b)
{
	for (size_t i = 0; i < a->count; i++) {
		size_t mine = 0, theirs = 0;

		if (!a->items[i].fact)
			continue;
		for (size_t j = 0; j < a->count; j++)
			mine += a->items[j].hash == a->items[i].hash;
		for (size_t j = 0; j < b->count; j++)
			theirs += b->items[j].hash == a->items[i].hash;
		if (theirs == 0 || (mine > theirs && ehc_str_has_digit(a->items[i].str)))
			return true;
	}
	return false;
}

static bool
same_sequence(const struct diff_words *a, const struct diff_words *b, bool exactly)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->items[i].hash != b->items[i].hash ||
		    (exactly && !a->items[i].fact && !ehc_str_eq_nocase(a->items[i].str, b->items[i].str)))
			return false;
	return true;
}

/* The marks that stand between and behind words can change a dose: "2.5" is a word, "5-10" is not. */
static bool
same_marks(struct ehc_str a, struct ehc_str b)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < a.len && strchr("-+<>=%/()", a.ptr[i]) == NULL)
			i++;
		while (j < b.len && strchr("-+<>=%/()", b.ptr[j]) == NULL)
			j++;
		if (i >= a.len || j >= b.len)
			return i >= a.len && j >= b.len;
		if (a.ptr[i++] != b.ptr[j++])
			return false;
	}
}

enum diff_sameness
diff_compare_texts(const struct ehc_diff *d, struct ehc_str before, struct ehc_str after, bool exactly)
{
	struct diff_words a, b;

	if (ehc_str_eq(before, after) && d->before == d->after)
		return DIFF_SAME;
	a = diff_words_of(d, before, true);
	b = diff_words_of(d, after, false);
	if (exactly)
		return same_sequence(&a, &b, true) && same_marks(before, after) ? DIFF_SAME : DIFF_OTHER;
	if (same_sequence(&a, &b, true))
		return DIFF_SAME;
	if (has_other_facts(&a, &b) || has_other_facts(&b, &a) || diff_words_alike(&a, &b) < ALIKE)
		return DIFF_OTHER;
	return DIFF_REWORDED;
}

bool
diff_same_words(const struct ehc_diff *d, struct ehc_str before, struct ehc_str after)
{
	return diff_compare_texts(d, before, after, false) == DIFF_SAME;
}
