/*
 * read.c - the ways in: a whole field, and an island in prose. The parser reads as far as it understands; what it does
 * not understand is noted, and it starts again behind. It stops after a bounded number of words.
 */
#include "amount/part.h"
#include "amount_tab.h"

#include <string.h>

#define BRIDGE 7        /* words that may stand between how long and how often */

static void
start(struct ehc_amount_build *b, struct ehc_arena *a, struct ehc_str text, const struct ehc_calendar *cal, bool prose)
{
	size_t most = prose ? EHC_ISLAND_BYTES : EHC_AMOUNT_BYTES;

	memset(b, 0, offsetof(struct ehc_amount_build, drafts));
	b->arena = a;
	b->cal = cal;
	b->prose = prose;
	b->text = text;
	if (text.len > most) {
		b->text.len = most;
		while (most > 0 && text.ptr[most] != ' ' && text.ptr[most] != '\n')
			most--;
		if (most > 0)           /* between words, where there are words */
			b->text.len = most;
		b->cut = (uint32_t)b->text.len;
	}
	ehc_amount_scan_open(b);
}

/* A word that began no part. Small words between parts are no loss; a figure without a noun is worth a finding. */
static void
note(struct ehc_amount_build *b, const struct ehc_amount_token *t)
{
	char first = b->text.ptr[t->span.start];
	bool digit = first >= '0' && first <= '9';

	switch (t->kind) {
	case T_STOP:
		if (digit)
			ehc_amount_unread(b, t->span);
		break;
	case T_A:
	case T_PER:
	case T_FIRST:
	case T_FROM:
	case T_RANGE:
	case T_LINK:
	case T_THROUGH:
		break;
	case T_REVIEW:
		b->aside = true;
		ehc_amount_unread(b, t->span);
		break;
	case T_NOT_DOSE:
		b->aside = b->aside || !ehc_str_has_digit(ehc_amount_words(b, t->span));      /* "within 4 weeks", "under an hour" */
		ehc_amount_unread(b, t->span);
		break;
	case T_NUMBER:
		b->bare = b->bare || b->text.ptr[t->span.end < b->text.len ? t->span.end : t->span.start] != '-';
		ehc_amount_unread(b, t->span);
		break;
	default:
		ehc_amount_unread(b, t->span);
		break;
	}
}

static void
parse_all(struct ehc_amount_build *b)
{
	size_t at = 0;

	for (;;) {
		b->next = at;
		b->reached = ehc_amount_token(b, at)->span.start;
		if (ehc_amount_yyparse(b) == 0)
			return;
		while (b->tokens[at].kind != 0 && b->tokens[at].span.start < b->reached)
			at++;
		if (b->tokens[at].kind == 0)
			return;
		note(b, &b->tokens[at++]);
	}
}

/* ---- results ---- */

static struct ehc_span
moved(struct ehc_span s, uint32_t at)
{
	return (struct ehc_span){ s.start + at, s.end + at };
}

static struct ehc_amount *
amount_of(struct ehc_amount_build *b, struct ehc_str text, uint32_t at)
{
	struct ehc_amount *m = EHC_NEW(b->arena, struct ehc_amount);

	m->text = text;
	m->span = (struct ehc_span){ at, at + (uint32_t)text.len };
	m->ndoses = b->ndrafts;
	m->doses = EHC_NEW_ARRAY(b->arena, struct ehc_dose, b->ndrafts);
	for (size_t i = 0; i < b->ndrafts; i++) {
		m->doses[i] = b->drafts[i].dose;
		m->doses[i].span = moved(m->doses[i].span, at);
	}
	if (b->unread.end > b->unread.start)
		m->unread = moved(b->unread, at);
	return m;
}

struct ehc_amount *
ehc_amount_read(struct ehc_arena *a, struct ehc_str text, uint32_t at, const struct ehc_calendar *cal)
{
	struct ehc_amount_build b;
	struct ehc_amount *m;

	start(&b, a, text, cal, false);
	parse_all(&b);
	if (b.cut != 0) {
		b.unread_ended = false;
		ehc_amount_unread(&b, (struct ehc_span){ b.cut, (uint32_t)text.len });
	}
	ehc_amount_finish(&b);
	m = amount_of(&b, text, at);
	ehc_amount_total(a, m, cal);
	if (m->ndoses == 0)
		m->year.missing = EHC_MISSING_LENGTH | EHC_MISSING_FREQUENCY | EHC_MISSING_GROUP | (b.bare ? EHC_MISSING_UNIT : 0u);
	return m;
}

/* ---- islands ---- */

/* "within 30 minutes", "110 beats a minute": the words behind go with the first. */
static uint32_t
end_of_no_dose(struct ehc_amount_build *b)
{
	uint32_t end = b->tokens[0].span.end;
	bool figure = b->text.ptr[0] >= '0' && b->text.ptr[0] <= '9';

	for (size_t i = 1; i < 8; i++) {
		const struct ehc_amount_token *t = ehc_amount_token(b, i);

		switch (t->kind) {
		case T_NUMBER:
		case T_FRACTION:
			if (figure)
				return end;
			continue;
		case T_A:
		case T_RANGE:
		case T_AND_HALF:
		case T_BOUND:
		case T_PER:
			continue;
		case T_TIME:
		case T_DAY:
		case T_PERIOD:
			return t->span.end;
		default:
			return end;
		}
	}
	return end;
}

/* "reviewed every six weeks": how often somebody looks at the provision, not how often it is given. */
static uint32_t
end_of_review(struct ehc_amount_build *b)
{
	uint32_t end = b->tokens[0].span.end;

	b->next = 1;
	ehc_amount_yyparse(b);
	ehc_amount_finish(b);
	if (b->ndrafts > 0 && b->drafts[0].dose.period != EHC_PERIOD_NONE && !ehc_dose_has_quantity(&b->drafts[0].dose))
		return b->drafts[0].dose.span.end;
	return end;
}

static size_t
hop(struct ehc_amount_build *b)
{
	struct ehc_amount_token *first = ehc_amount_token(b, 0);

	switch (first->kind) {
	case T_DATE: return first->span.end;
	case T_NOT_DOSE: return end_of_no_dose(b);
	case T_REVIEW: return end_of_review(b);
	default: return 0;
	}
}

/* Whether token i says how often: "a week", "every term", "weekly", "twice". */
static bool
is_frequency(struct ehc_amount_build *b, size_t i)
{
	int kind = ehc_amount_token(b, i)->kind, next;

	if (kind == T_ADVERB || kind == T_TIMES)
		return true;
	next = kind != 0 ? ehc_amount_token(b, i + 1)->kind : 0;
	return (kind == T_NUMBER && next == T_X) || ((kind == T_A || kind == T_PER || kind == T_EVERY) && (next == T_PERIOD || next == T_DAY));
}

/* A few plain words between how long and how often are what is provided: "20 hours of adult help a week". */
static void
bridge(struct ehc_amount_build *b)
{
	const struct ehc_draft *d = &b->drafts[0];
	size_t i = 0;

	if (b->ndrafts != 1 || b->full || !ehc_dose_has_quantity(&d->dose) || d->dose.period != EHC_PERIOD_NONE || d->times_given)
		return;
	while (b->tokens[i].kind != 0 && b->tokens[i].span.start < b->reached)
		i++;
	for (size_t words = 0; words < BRIDGE; words++, i++) {
		int kind = ehc_amount_token(b, i)->kind;

		if (is_frequency(b, i)) {
			b->next = i;
			ehc_amount_yyparse(b);
			return;
		}
		if (kind != T_WORD && kind != T_ITEM && kind != T_SOFT && kind != T_ADULTS && kind != T_MODE && kind != T_GROUP && kind != T_AND)
			return;
	}
}

/* Whether no rule of the grammar takes what stands at token i. */
static bool
stops(struct ehc_amount_build *b, size_t i)
{
	int kind = ehc_amount_token(b, i)->kind;

	return kind == 0 || kind == T_STOP;
}

/* "each try.", "2026.", "twenty, with": what begins as many amounts do, and is over before it says one. Tokens are looked at that no other one changes. */
static bool
is_over(struct ehc_amount_build *b)
{
	int next;

	switch (ehc_amount_token(b, 0)->kind) {
	case T_EVERY:
		next = ehc_amount_token(b, 1)->kind;
		return (next == T_WORD || next == T_ITEM) && stops(b, 2);
	case T_NUMBER:
		return stops(b, 1) || ehc_amount_token(b, 1)->kind == T_COMMA;
	default:
		return false;
	}
}

static struct ehc_amount *
read_island(struct ehc_arena *a, struct ehc_str text, uint32_t at, const struct ehc_calendar *cal, size_t *used)
{
	struct ehc_amount_build b;
	size_t n = 0;

	*used = 0;
	start(&b, a, text, cal, true);
	switch (ehc_amount_token(&b, 0)->kind) {
	case T_COMMA:
	case T_AND:
	case T_WORD:
	case T_ITEM:
	case T_STOP:
		return NULL;
	case T_SOFT:
		if (!b.tokens[0].value.flag)
			return NULL;
		break;
	case T_DATE:
	case T_NOT_DOSE:
	case T_REVIEW:
		*used = hop(&b);
		return NULL;
	default:
		break;
	}
	if (is_over(&b))
		return NULL;
	if (ehc_amount_yyparse(&b) != 0)
		bridge(&b);
	ehc_amount_finish(&b);
	while (n < b.ndrafts && ehc_draft_is_worth(&b.drafts[n]))
		n++;
	b.ndrafts = n;
	if (n == 0)
		return NULL;
	b.unread = EHC_NOSPAN;
	*used = b.drafts[n - 1].dose.span.end;
	return amount_of(&b, ehc_str_sub(text, 0, *used), at);
}

struct ehc_amount *
ehc_amount_island(struct ehc_arena *a, struct ehc_str text, uint32_t at, const struct ehc_calendar *cal, size_t *used)
{
	*used = 0;
	return ehc_amount_may_start(text) ? read_island(a, text, at, cal, used) : NULL;
}

struct ehc_amount *
ehc_amount_next_island(struct ehc_arena *a, struct ehc_str text, const struct ehc_calendar *cal, size_t *at, size_t *used)
{
	for (size_t i = ehc_amount_next(text, *at); i < text.len; i = ehc_amount_next(text, i + (*used > 0 ? *used : 1))) {
		struct ehc_amount *m = read_island(a, ehc_str_sub(text, i, text.len), (uint32_t)i, cal, used);

		*at = i;
		if (m != NULL)
			return m;
	}
	return NULL;
}
