/*
 * token.c - what a word is, seen from its neighbours. "each" may stand alone or before a noun, "to" joins numbers,
 * clock times, days or dates, "2.30" is a time behind "at" and a number elsewhere: settled here, so that the grammar
 * needs to look at one token only.
 */
#include "amount/part.h"
#include "amount_tab.h"

static bool
is_letter(char c)
{
	return ehc_is_letter(c) || (unsigned char)c >= 0xC3;
}

static char
byte_at(const struct ehc_amount_build *b, size_t i)
{
	return i < b->text.len ? b->text.ptr[i] : '\0';
}

/* What follows the token being scanned, behind blanks. */
static struct ehc_str
ahead(const struct ehc_amount_build *b)
{
	return ehc_str_trim(ehc_str_sub(b->text, b->scanned, b->text.len));
}

static bool
starts_word(struct ehc_str s, const char *word)
{
	size_t n;

	if (!ehc_str_starts_nocase(s, word))
		return false;
	n = ehc_str_of(word).len;
	return s.len == n || !is_letter(s.ptr[n]);
}

/* The words are in lower case; the first letter settles most of them. */
static bool
starts_any(struct ehc_str s, const char *const *words, size_t n)
{
	char first = s.len > 0 ? ehc_lower(s.ptr[0]) : '\0';

	for (size_t i = 0; i < n; i++)
		if (first == words[i][0] && starts_word(s, words[i]))
			return true;
	return false;
}

/* ---- what the scanner asks ---- */

static int
kind_before(const struct ehc_amount_build *b, size_t back)
{
	return b->ntokens >= back ? b->tokens[b->ntokens - back].kind : 0;
}

int
ehc_amount_previous(const struct ehc_amount_build *b)
{
	return kind_before(b, 1);
}

/* "a year 38 weeks", "each year 5 of ...": the noun before a figure belongs to what stands before it. */
bool
ehc_amount_after_period(const struct ehc_amount_build *b)
{
	int before = kind_before(b, 1);

	if (byte_at(b, b->tokens[b->ntokens].span.start) == 'Y')
		return false;           /* "on a Year 4 passage" */
	return before == T_A || before == T_PER || before == T_EVERY || before == T_EVERY_NTH || before == T_NUMBER || before == T_FIRST;
}

/* The kind of a word that turned out to stand alone, not at the head of a set phrase. */
int
ehc_amount_first_kind(struct ehc_amount_build *b, struct ehc_str word, struct ehc_amount_value *v)
{
	static const char *const prepositions[] = { "in", "on", "for", "of", "over", "during", "with" };

	if (word.len > 0 && ehc_is_digit(word.ptr[0])) {
		v->number = ehc_range_of(ehc_amount_number(word));
		return T_NUMBER;
	}
	if (ehc_range_known(v->number = ehc_range_of(ehc_amount_number(word))) && v->number.low.num > 0)
		return T_NUMBER;
	if (starts_word(word, "half")) {
		v->number = ehc_range_of(ehc_ratio(1, 2));
		return T_FRACTION;
	}
	v->unit = ehc_amount_unit(word);
	if (v->unit >= EHC_UNIT_WEEK && !starts_word(word, "school"))
		return T_PERIOD;
	if (starts_word(word, "a") || starts_word(word, "an"))
		return T_A;
	if (starts_any(word, prepositions, EHC_COUNT(prepositions)))
		return ehc_amount_soft(b, word, v);
	return T_WORD;
}

static bool
unit_ahead(const struct ehc_amount_build *b)
{
	static const char *const units[] = { "hour", "hr", "min", "day", "week", "session", "visit", "x ", "times" };
	struct ehc_str rest = ahead(b);

	return ehc_str_starts_one_of(rest, units, EHC_COUNT(units));
}

/* "2.30", "12:40", "1:10" */
int
ehc_amount_dotted(struct ehc_amount_build *b, struct ehc_str word, struct ehc_amount_value *v)
{
	bool colon = ehc_str_find_nocase(word, ":") != SIZE_MAX;

	if (ehc_amount_clock(word, v) && !unit_ahead(b) && (!colon || word.len == 5 || v->minute >= 4 * 60))
		return T_CLOCK;
	if (colon)
		return ehc_amount_ratio(word, v);
	v->number = ehc_range_of(ehc_amount_number(word));
	return T_NUMBER;
}

/* "2:1", "one-to-one", "two-to-one", "2:1 adults to children" (flag) */
int
ehc_amount_ratio(struct ehc_str word, struct ehc_amount_value *v)
{
	struct ehc_ratio n[2] = { EHC_NORATIO, EHC_NORATIO };
	size_t found = 0;

	for (size_t i = 0; i < word.len && found < 2;) {
		size_t k = ehc_amount_first_word(ehc_str_sub(word, i, word.len));
		struct ehc_ratio value = ehc_amount_number(ehc_str_sub(word, i, i + k));

		if (ehc_ratio_known(value) && value.num > 0)
			n[found++] = value;
		i += k;
	}
	if (found < 2)          /* "1:0", "one on one" */
		n[1] = n[0];
	if (n[0].num == 1 && n[1].num == 1) {
		v->group = EHC_GROUP_ONE;
		return T_GROUP;
	}
	v->number = ehc_range_of(n[0]);
	v->other = n[1];
	return T_RATIO;
}

/* A unit behind a figure, a bound elsewhere. */
int
ehc_amount_min(struct ehc_amount_build *b, struct ehc_amount_value *v)
{
	int before = kind_before(b, 1);

	if (before != T_NUMBER && before != T_FRACTION && before != T_AND_HALF) {
		v->bound = EHC_AT_LEAST;
		return T_BOUND;
	}
	v->unit = EHC_UNIT_MINUTE;
	return T_TIME;
}

/* "40 minutes", not "40-minute lesson". */
static bool
is_time(struct ehc_str s)
{
	static const char *const units[] = { "minutes", "mins", "hours", "hrs" };
	size_t n = 0;

	while (n < s.len && ehc_is_digit(s.ptr[n]))
		n++;
	return n > 0 && starts_any(ehc_str_trim(ehc_str_sub(s, n, s.len)), units, EHC_COUNT(units));
}

/* "each" that stands for "each of them": at the end, before a mark, a figure, or "of 45 minutes"; in a sentence also where nothing but a time follows. */
int
ehc_amount_each(struct ehc_amount_build *b)
{
	static const char *const behind[] = { "of", "lasting", "for", "with", "at", "and", "way" };
	struct ehc_str rest = ahead(b);

	if (starts_word(ehc_str_sub(b->text, b->tokens[b->ntokens].span.start, b->text.len), "each") &&
	    (rest.len == 0 || !(is_letter(rest.ptr[0]) || ehc_is_digit(rest.ptr[0])) || starts_any(rest, behind, EHC_COUNT(behind)) ||
	    (ehc_is_digit(rest.ptr[0]) && kind_before(b, 1) == T_COMMA) || (b->prose && b->ntokens == 0 && is_time(rest))))
		return T_EACH;
	return T_EVERY;
}

static bool
every_ahead(const struct ehc_amount_build *b)
{
	static const char *const words[] = { "every", "each", "any" };

	return starts_any(ahead(b), words, 2);
}

/* Whether the next word looks like a plural: "after meals". */
static bool
plural_ahead(const struct ehc_amount_build *b)
{
	struct ehc_str rest = ahead(b);
	size_t n = 0;

	while (n < rest.len && is_letter(rest.ptr[n]))
		n++;
	return n > 3 && ehc_lower(rest.ptr[n - 1]) == 's' && ehc_lower(rest.ptr[n - 2]) != 's';
}

/* "before each meal" is an event; "after lunch" is not understood; "at" may lead to a time. */
int
ehc_amount_before(struct ehc_amount_build *b)
{
	if (every_ahead(b) || (!b->prose && plural_ahead(b)))
		return T_BEFORE;
	if (byte_at(b, b->scanned - 1) != 't' && byte_at(b, b->scanned - 1) != 'T')
		return T_STOP;
	return T_SOFT;
}

/* "2:1 throughout" says full time; "throughout every lesson" says when. */
int
ehc_amount_throughout(struct ehc_amount_build *b, struct ehc_amount_value *v)
{
	struct ehc_str rest = ahead(b);

	if (rest.len == 0 || !is_letter(rest.ptr[0]))
		return T_FULL_TIME;
	return every_ahead(b) ? ehc_amount_soft(b, EHC_NOSTR, v) : T_STOP;
}

/* "90 minutes each day: 45 minutes at 7.00am ...": what follows a colon goes into detail (flag). */
int
ehc_amount_colon(struct ehc_amount_build *b, struct ehc_amount_value *v)
{
	if (kind_before(b, 1) == T_ADULTS)
		return T_LINK;
	v->flag = true;
	return b->prose ? T_STOP : T_COMMA;
}

int
ehc_amount_to(struct ehc_amount_build *b)
{
	switch (kind_before(b, 1)) {
	case T_NUMBER:
	case T_TIMES:
	case T_TIME: return T_RANGE;
	case T_WEEKDAY:
	case T_CLOCK: return T_THROUGH;
	case T_DATE: return T_UNTIL;
	case T_ADULTS: return T_LINK;
	default: return T_STOP;
	}
}

/* A dash before a digit: "20-30 minutes", "9.10-9.40", or only a pause. */
int
ehc_amount_dash(struct ehc_amount_build *b)
{
	switch (kind_before(b, 1)) {
	case T_NUMBER: return T_RANGE;
	case T_CLOCK: return T_THROUGH;
	default: return T_COMMA;
	}
}

/* A preposition joins parts. The builder asks about one of them: `flag` is "for 12 weeks", a span and no age. */
int
ehc_amount_soft(struct ehc_amount_build *b, struct ehc_str word, struct ehc_amount_value *v)
{
	v->half = starts_word(word, "in") ? 'i' : 0;
	v->flag = starts_word(word, "for") || starts_word(word, "over") || starts_word(word, "spread") || starts_word(word, "lasting");
	if (kind_before(b, 1) == T_ADULTS && (starts_word(word, "for") || starts_word(word, "with")))
		return T_LINK;
	return T_SOFT;
}

/* A plural may be what is counted ("12 pads"). In prose a capital begins a name, where a phrase ends. */
int
ehc_amount_word(struct ehc_amount_build *b, struct ehc_str word)
{
	char last = ehc_lower(word.ptr[word.len - 1]), before = word.len > 1 ? ehc_lower(word.ptr[word.len - 2]) : '\0';

	if (b->prose && ehc_is_capital(word.ptr[0]) && word.len > 1 && ehc_lower(word.ptr[1]) == word.ptr[1])
		return T_STOP;
	return word.len > 3 && last == 's' && before != 's' && before != 'u' && before != 'i' && before != '\'' ? T_ITEM : T_WORD;
}

/* ---- what the parser draws ---- */

struct ehc_amount_token *
ehc_amount_token(struct ehc_amount_build *b, size_t i)
{
	while (b->ntokens <= i && !b->ended) {
		struct ehc_amount_token *t = &b->tokens[b->ntokens];

		*t = (struct ehc_amount_token){ 0 };
		if (b->ntokens == EHC_AMOUNT_TOKENS) {
			b->cut = b->scanned;
			t->span = (struct ehc_span){ b->scanned, b->scanned };
			b->ended = true;
			break;
		}
		t->kind = ehc_amount_scan(t, b, b->scanner);
		if (t->kind == 0) {
			t->span = (struct ehc_span){ (uint32_t)b->text.len, (uint32_t)b->text.len };
			b->ended = true;
			break;
		}
		b->ntokens++;
	}
	return &b->tokens[i < b->ntokens ? i : b->ntokens];
}

static int
kind_at(struct ehc_amount_build *b, size_t i)
{
	return ehc_amount_token(b, i)->kind;
}

/* Whether words that end at token i are led in by "every": "every PE lesson" is one event. */
static bool
in_event(const struct ehc_amount_build *b, size_t i)
{
	size_t k = i;

	while (k > 0 && (b->tokens[k - 1].kind == T_WORD || b->tokens[k - 1].kind == T_ITEM))
		k--;
	return k < i && k > 0 && b->tokens[k - 1].kind == T_EVERY;
}

/* "six weekly sessions" counts sessions; "six weekly" alone is every six weeks. */
static bool
counts_on(int kind)
{
	return kind == T_NOUN || kind == T_DAY || kind == T_DAYPART || kind == T_NUMBER || kind == T_FRACTION || kind == T_MODE || kind == T_GROUP ||
	    kind == T_WORD || kind == T_ITEM;
}

/* One adult "for each child", "to six pupils": a link needs children behind it. */
static bool
links(struct ehc_amount_build *b, size_t i)
{
	for (size_t k = i + 1; k <= i + 3; k++)
		if (kind_at(b, k) == T_CHILDREN)
			return true;
	return false;
}

/* "a family worker visits": one worker does not make a plural. */
static bool
is_verb(const struct ehc_amount_build *b, size_t i)
{
	size_t k = i;
	char last = ehc_lower(byte_at(b, b->tokens[i].span.end - 1));

	while (k > 0 && (b->tokens[k - 1].kind == T_WORD || b->tokens[k - 1].kind == T_ITEM))
		k--;
	return last == 's' && k < i && k > 0 && b->tokens[k - 1].kind == T_A;
}

/* "10 minutes before every PE lesson" says when; "for 10 minutes after each meal" says how long. */
static bool
is_offset(struct ehc_amount_build *b, size_t i)
{
	static const char *const words[] = { "ago", "later", "earlier", "early", "late", "old", "before", "after", "into" };
	struct ehc_str rest = ehc_str_trim(ehc_str_sub(b->text, b->tokens[i].span.end, b->text.len));

	if (i >= 2 && ((b->tokens[i - 2].kind == T_SOFT && b->tokens[i - 2].value.flag) || b->tokens[i - 2].kind == T_AND))
		return false;
	return starts_any(rest, words, b->prose ? EHC_COUNT(words) : 6);
}

static bool
joins_figures(int next)
{
	return next == T_NUMBER || next == T_FRACTION || next == T_A || next == T_TIMES;
}

static bool
names_an_event(int kind)
{
	return kind == T_WORD || kind == T_NOUN || kind == T_DAY;
}

/* "Every 45-minute lesson": each lesson, of that length, and not every 45 minutes. */
static void
settle_every(struct ehc_amount_build *b, size_t i)
{
	size_t k = i + 3;

	if (kind_at(b, i + 1) != T_NUMBER || kind_at(b, i + 2) != T_TIME || byte_at(b, b->tokens[i + 2].span.start) != '-' || !names_an_event(kind_at(b, k)))
		return;
	for (; b->tokens[k].kind == T_WORD && names_an_event(kind_at(b, k + 1)); k++)
		b->tokens[k].kind = T_SOFT;
	b->tokens[k].kind = T_EVENT;
	b->tokens[k].span.start = b->tokens[i].span.start;
	b->tokens[i].kind = T_SOFT;
}

/* Changes a token's kind where what follows it says so. Asked once for each token, in order. */
static void
settle(struct ehc_amount_build *b, size_t i)
{
	struct ehc_amount_token *t = &b->tokens[i];
	int before = i > 0 ? b->tokens[i - 1].kind : 0;

	switch (t->kind) {
	case T_EVERY:
		settle_every(b, i);
		break;
	case T_ADVERB:
		if (before == T_NUMBER && b->tokens[i - 1].value.number.low.den == 1 && (i < 2 || b->tokens[i - 2].kind != T_X) && !counts_on(kind_at(b, i + 1)))
			t->kind = T_N_ADVERB;
		break;
	case T_NOUN:
	case T_DAY:
		if (b->prose && is_verb(b, i))
			t->kind = T_STOP;
		if (in_event(b, i))
			t->kind = T_WORD;
		break;
	case T_TIME:
		if (is_offset(b, i))
			t->kind = T_NOT_DOSE;
		break;
	case T_SOFT:
		if (in_event(b, i) && starts_word(ehc_str_sub(b->text, t->span.start, t->span.end), "of") &&
		    (kind_at(b, i + 1) == T_WORD || kind_at(b, i + 1) == T_ITEM || kind_at(b, i + 1) == T_DAY || kind_at(b, i + 1) == T_NOUN))
			t->kind = T_WORD;       /* "each change of activity" */
		break;
	case T_WORD:
		if (before == T_NUMBER && !b->prose && !counts_on(kind_at(b, i + 1)))
			t->kind = T_ITEM;       /* "one hoist" */
		break;
	case T_RANGE:
		if (!joins_figures(kind_at(b, i + 1)))
			t->kind = T_STOP;       /* "twenty hours or visits" */
		break;
	case T_PER:
		if (before == T_ADULTS && kind_at(b, i + 1) == T_CHILDREN)
			t->kind = T_LINK;
		break;
	case T_LINK:
		if (!links(b, i))
			t->kind = T_SOFT;
		break;
	default:
		break;
	}
}

int
ehc_amount_yylex(struct ehc_amount_value **v, struct ehc_span *at, struct ehc_amount_build *b)
{
	struct ehc_amount_token *t = b->next < b->ntokens ? &b->tokens[b->next] : ehc_amount_token(b, b->next);

	if (b->next >= b->settled && t->kind != 0) {
		settle(b, b->next);
		b->settled = b->next + 1;
	}
	*v = &t->value;
	*at = t->span;
	if (t->kind != 0)
		b->next++;
	return t->kind;
}
