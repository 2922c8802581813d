/*
 * masked.c - words of a finding as others than those who hold the plan may see them: rules, ids of items and words of the
 * lexicon.
 *
 * Rules write words of the plan between speech marks, placeholders between double brackets, and dates in full. Of what stands
 * between marks the words that the lexicon knows are kept; days and the child's name go wherever they stand. Where the
 * plan's own words hold a speech mark, nobody can tell what is the plan's: then the title of the rule stands for the message.
 */
#include "report/report.h"

#include "ehc/prose.h"

#include <string.h>

#define HIDDEN "\u2026"

enum { PHRASE_WORDS = 5 };

/* ---- the child's name ---- */

static bool
is_capital(char c)
{
	return ehc_is_capital(c) || (unsigned char)c >= 0xC3;
}

/* "Noor" of "Noor's". */
static struct ehc_str
without_ending(struct ehc_str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] == '\'' || (word.len - i > 2 && memcmp(word.ptr + i, "\u2019", 3) == 0))
			return ehc_str_sub(word, 0, i);
	return word;
}

static bool
names_it(struct ehc_str name, struct ehc_str word)
{
	size_t at = 0;
	struct ehc_str part;
	bool known;

	word = without_ending(word);
	while (ehc_lexicon_next(name, &at, &part, &known))
		if (part.len > 1 && is_capital(part.ptr[0]) && ehc_str_eq(part, word))
			return true;
	return false;
}

static bool
is_childs_name(const struct ehc_plan *p, struct ehc_str word)
{
	if (word.len == 0 || !is_capital(word.ptr[0]))
		return false;
	return names_it(p->child.name.text.str, word) || names_it(p->child.known_as.text.str, word);
}

/* ---- between speech marks ---- */

static bool
is_before(char c)
{
	return c == ' ' || c == '(' || c == '\n' || c == '`' || c == '[';
}

static bool
is_behind(char c)
{
	return c == ' ' || c == '\n' || strchr(".,:;?!)`]", c) != NULL;
}

/* The end of what is quoted from `from` on: a mark that closes. SIZE_MAX where the marks do not pair. */
static size_t
quote_end(struct ehc_str s, size_t from)
{
	const char *mark = from < s.len ? memchr(s.ptr + from, '"', s.len - from) : NULL;
	size_t at;

	if (mark == NULL)
		return SIZE_MAX;
	at = (size_t)(mark - s.ptr);
	return at > from && s.ptr[at - 1] != ' ' && (at + 1 == s.len || is_behind(s.ptr[at + 1])) ? at : SIZE_MAX;
}

/* The signs between two words; a line break is the writer's layout. */
static void
put_gap(struct ehc_buf *out, struct ehc_str gap)
{
	if (gap.len > 0 && memchr(gap.ptr, '\n', gap.len) != NULL)
		ehc_buf_char(out, ' ');
	else
		ehc_buf_str(out, gap);
}

static size_t
count_words(struct ehc_str words)
{
	size_t at = 0, n = 0;
	struct ehc_str word;
	bool known;

	while (ehc_lexicon_next(words, &at, &word, &known))
		n++;
	return n;
}

/*
 * Keeps what the lexicon knows and the signs between; any run of other words is one ellipsis. More words than a phrase has are
 * a sentence of the plan, whatever they are.
 */
static void
put_known_words(struct ehc_buf *out, const struct ehc_plan *p, struct ehc_str words, struct ehc_str item)
{
	size_t at = 0, end = 0;
	struct ehc_str word;
	bool known, hidden = false;

	if (count_words(words) > PHRASE_WORDS)
		at = words.len;
	while (ehc_lexicon_next(words, &at, &word, &known)) {
		size_t start = at - word.len;
		bool shown = ehc_str_eq_nocase(word, item) || (known && !ehc_is_digit(word.ptr[0]) && !is_childs_name(p, word));

		if (shown || !hidden) {
			put_gap(out, end == 0 ? EHC_NOSTR : ehc_str_sub(words, end, start));
			ehc_buf_str(out, shown ? word : EHC_STR(HIDDEN));
		}
		hidden = !shown;
		end = at;
	}
	if (end == 0)
		ehc_buf_cstr(out, HIDDEN);
}

/* ---- days ---- */

/* Bytes of a day at s.ptr[at], "Monday 9 March 2026"; 0 where none begins there. A month alone may stay. */
static size_t
day_at(struct ehc_str s, size_t at)
{
	bool month_only = false, numeric = false;
	ehc_day day;
	size_t n;

	if (!ehc_day_may_begin(s, at) || (at > 0 && ehc_is_letter_or_digit(s.ptr[at - 1])))
		return 0;
	n = ehc_day_read(ehc_str_sub(s, at, s.len), &day, &month_only, &numeric);
	return month_only ? 0 : n;
}

/* ---- the whole ---- */

struct mask {
	struct ehc_buf out;
	const struct ehc_plan *plan;
	struct ehc_str item;
};

/* Copies what begins at *at. False where the marks do not pair. */
static bool
put_next(struct mask *m, struct ehc_str s, size_t *at)
{
	size_t end, n;
	struct ehc_str word;
	bool known;

	if (s.ptr[*at] == '"' && (*at == 0 || is_before(s.ptr[*at - 1]))) {
		if ((end = quote_end(s, *at + 1)) == SIZE_MAX)
			return false;
		ehc_buf_char(&m->out, '"');
		put_known_words(&m->out, m->plan, ehc_str_sub(s, *at + 1, end), m->item);
		ehc_buf_char(&m->out, '"');
		*at = end + 1;
	} else if (s.ptr[*at] == '"') {
		return false;
	} else if (s.ptr[*at] == '[' && *at + 1 < s.len && s.ptr[*at + 1] == '[') {
		size_t close = ehc_str_find_nocase(ehc_str_sub(s, *at, s.len), "]]");

		if (close == SIZE_MAX)
			return false;
		ehc_buf_cstr(&m->out, "[[" HIDDEN "]]");
		*at += close + 2;
	} else if ((n = day_at(s, *at)) > 0) {
		ehc_buf_cstr(&m->out, "<date>");
		*at += n;
	} else if (ehc_is_letter(s.ptr[*at]) || (unsigned char)s.ptr[*at] >= 0x80) {
		ehc_lexicon_next(s, at, &word, &known);
		ehc_buf_str(&m->out, is_childs_name(m->plan, word) ? EHC_STR(HIDDEN) : word);
	} else
		ehc_buf_char(&m->out, s.ptr[(*at)++]);
	return true;
}

/* Empty where the words cannot be told from the plan's. */
static struct ehc_str
mask(const struct ehc_result *r, const struct ehc_finding *f, struct ehc_str s)
{
	struct mask m = { .plan = r->plan, .item = ehc_str_of(f->item != NULL ? f->item->id : "") };
	struct ehc_str masked = EHC_NOSTR;
	bool good = true;

	for (size_t at = 0; at < s.len && good;)
		good = put_next(&m, s, &at);
	if (good)
		masked = ehc_arena_copy(r->findings->arena, ehc_buf_text(&m.out));
	ehc_buf_free(&m.out);
	return masked;
}

static bool
quotes_a_mark(const struct ehc_result *r, const struct ehc_finding *f)
{
	struct ehc_str text = f->has_text ? ehc_source_slice(r->source, f->span) : EHC_NOSTR;

	return text.len > 0 && memchr(text.ptr, '"', text.len) != NULL;
}

struct ehc_str
ehc_masked_message(const struct ehc_result *r, const struct ehc_finding *f)
{
	struct ehc_str masked = quotes_a_mark(r, f) ? EHC_NOSTR : mask(r, f, f->message);

	return masked.len > 0 ? masked : ehc_arena_printf(r->findings->arena, "%s.", f->rule->title);
}

struct ehc_str
ehc_masked_words(const struct ehc_result *r, const struct ehc_finding *f, struct ehc_str words, const char *of_rule)
{
	if (words.len == 0 || (of_rule != NULL && ehc_str_is(words, of_rule)))
		return words;
	return quotes_a_mark(r, f) ? ehc_str_of(of_rule != NULL ? of_rule : "") : mask(r, f, words);
}

struct ehc_str
ehc_masked_text(const struct ehc_result *r, const struct ehc_finding *f)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str text = ehc_source_slice(r->source, f->span), masked = EHC_NOSTR;

	if (!f->has_text || f->span.end <= f->span.start)
		return EHC_NOSTR;
	put_known_words(&out, r->plan, text, ehc_str_of(f->item != NULL ? f->item->id : ""));
	if (strcmp(out.ptr, HIDDEN) != 0)
		masked = ehc_arena_copy(r->findings->arena, ehc_buf_text(&out));
	ehc_buf_free(&out);
	return masked;
}
