/*
 * when.c - when something happens, apart from how often: events that two people would both see ("before each written
 * task", "when the timer rings", "at lunch"), clock times and dates. An event with a vague condition ("when needed") is
 * none: the lexicon's phrases have it.
 */
#include "prose/sense.h"

#include <string.h>

#define LONGEST_CLAUSE 5        /* words of a clause that are taken as its event; what follows may say what is done */

/* ---- events ---- */

/* Tokens of a place in the day or the year behind token i, past an article and up to two more words: "the school bus". */
static size_t
moment_after(const struct ehc_prose *p, size_t i)
{
	for (size_t k = 1; k <= 4 && ehc_token_joins(p, i + k); k++) {
		if (ehc_token_in(p, i + k, EHC_CLASS(SOME)))
			return 0;       /* "on some trips": on which is not said */
		if (ehc_token_in(p, i + k, EHC_CLASS(MOMENT)))
			return k;
		if (k > 1 && ehc_token_in(p, i + k, EHC_CLASS(SMALL)) && !ehc_token_is(p, i + k, "and"))
			return 0;
	}
	return 0;
}

/* "Each spoken instruction", "every lesson", "all lessons": of what happens, not of the calendar or of people. */
static size_t
each_event(const struct ehc_prose *p, size_t i)
{
	static const char *const in[] = { "in", "for", "at", "during", "before", "after", "to", "on", "with", "across", "throughout" };
	size_t k = i + 1, head;

	/* "Two exams. In each she ..." */
	if (ehc_token_in(p, i, EHC_CLASS(EACH)) && ehc_token_joins(p, i) && ehc_token_is(p, i - 1, "in") && ehc_token_in(p, k, EHC_CLASS(PRONOUN)))
		return 1;
	if (!ehc_token_in(p, i, EHC_CLASS(EACH)) && !(ehc_token_joins(p, i) && ehc_token_any(p, i - 1, in, EHC_COUNT(in))) && !ehc_token_is(p, i + 1, "lessons"))
		return 0;
	/* "at each of the four reviews" */
	while (ehc_token_joins(p, k) && (ehc_token_in(p, k, EHC_CLASS(HOPPED)) || (p->tokens[k].number && ehc_token_is(p, k - 1, "the"))))
		k++;
	if (!ehc_token_joins(p, k))
		return 0;
	if (ehc_token_is(p, k, "time") && !ehc_token_is(p, i, "all"))
		return k + 1 - i;
	for (head = k; head < k + 3 && ehc_token_joins(p, head); head++) {
		if (p->tokens[head].number || ehc_token_in(p, head, EHC_CLASS(CALENDAR) | EHC_CLASS(NO_EVENT)))
			return head > k && p->tokens[head].number ? head - i : 0;
		if (ehc_token_in(p, head, EHC_CLASS(SMALL)))
			break;
	}
	if (head == k || (ehc_token_in(p, k, EHC_CLASS(PERSON)) && !ehc_token_is(p, k, "class") && !ehc_token_is(p, k, "subject")) ||
	    (head == k + 1 && ehc_token_in(p, k, EHC_CLASS(PERSON))))
		return 0;
	return head - i;
}

/* "Before assembly", "after eating", "during phonics": nearly anything may follow, but not a stretch of the calendar. */
static size_t
around_event(const struct ehc_prose *p, size_t i)
{
	static const char *const vague[] = { "things", "matters", "problems", "difficulties", "trouble", "it" };
	size_t k = i + 1;

	/* "before it starts", not "around it" */
	if (ehc_token_is(p, k, "it") && ehc_token_joins(p, k + 1) && ehc_str_ends_nocase(ehc_token_text(p, k + 1), "s") && !ehc_token_in(p, k + 1, EHC_CLASS(SMALL)))
		return 3;
	if (!ehc_token_joins(p, k) || ehc_token_any(p, k, vague, EHC_COUNT(vague)))
		return 0;
	for (; k < i + 4 && ehc_token_joins(p, k); k++) {
		if (ehc_token_in(p, k, EHC_CLASS(MOMENT)))
			return k + 1 - i;
		if (ehc_token_in(p, k, EHC_CLASS(CALENDAR)) && !p->tokens[k - 1].number)
			return 0;
		if (!ehc_token_in(p, k, EHC_CLASS(SMALL)) && !p->tokens[k].number)
			return k + 1 - i;
	}
	return k > i + 1 && p->tokens[k - 1].number ? k - i : 0;
}

/* "The moment", and behind "the minute" somebody who does something: "the minute Ada sits down". */
static bool
is_instant(const struct ehc_prose *p, size_t i)
{
	if (ehc_token_is(p, i, "moment"))
		return true;
	return (ehc_token_is(p, i, "minute") || ehc_token_is(p, i, "second")) && ehc_token_joins(p, i + 1) &&
	    (p->tokens[i + 1].capital || ehc_token_in(p, i + 1, EHC_CLASS(PRONOUN)));
}

/* "As she comes in": an act of the child's that takes a moment; "as she grows" takes years. */
static bool
is_passing_act(const struct ehc_prose *p, size_t i)
{
	static const char *const who[] = { "he", "she", "they" };
	static const char *const acts[] = { "comes", "enters", "leaves", "arrives", "sits", "stands", "steps", "walks", "passes", "finishes", "starts", "begins", "opens", "wakes", "lies", "puts", "writes", "hands",
		"come", "enter", "leave", "arrive" };

	return ehc_token_joins(p, i + 1) && ehc_token_any(p, i, who, EHC_COUNT(who)) && ehc_token_any(p, i + 1, acts, EHC_COUNT(acts));
}

/* "When the bell rings", "as soon as he is seated": a clause, unless it only says that somebody thinks it time. */
static size_t
clause_event(const struct ehc_prose *p, size_t i)
{
	size_t k = i + 1, words = 0;

	/* "Where she is out of class for five minutes, ..." opens a sentence; elsewhere it is a place. */
	if (ehc_token_is(p, i, "where") && !p->tokens[i].capital)
		return 0;
	if (ehc_token_in(p, i, EHC_CLASS(SOON))) {
		if (ehc_token_is(p, i, "as") && ehc_token_is(p, i + 1, "soon") && ehc_token_is(p, i + 2, "as"))
			k = i + 3;
		else if (ehc_token_is(p, i, "the") && is_instant(p, i + 1))
			k = i + 2;
		else if (!ehc_token_is(p, i, "as") || !is_passing_act(p, k))
			return 0;
	}
	if (ehc_token_is(p, i, "once") && (ehc_token_is(p, k, "a") || ehc_token_is(p, k, "per") || ehc_token_is(p, k, "every") || ehc_token_is(p, k, "each") ||
	    ehc_token_in(p, k, EHC_CLASS(CALENDAR) | EHC_CLASS(HOLLOW)) || ehc_token_is(p, k, "in")))
		return 0;
	for (; k < i + 10 && ehc_token_joins(p, k); k++) {
		if (ehc_token_in(p, k, EHC_CLASS(UNSURE)))
			return 0;
		words += !ehc_token_in(p, k, EHC_CLASS(SMALL));
	}
	return words > 0 && k > i + 2 ? (k > i + LONGEST_CLAUSE ? LONGEST_CLAUSE : k - i) : 0;
}

/* "At lunch", "on the bus", "at the start of each day", "on arrival", "at ten o'clock", "at 11". */
static size_t
place_event(const struct ehc_prose *p, size_t i)
{
	static const char *const apart[] = { "visits", "appointments", "reviews", "meetings", "assessments", "trips" };
	static const char *const units[] = { "degrees", "per", "out", "minutes", "hours", "weeks", "times", "years", "months", "of", "to" };
	bool at = ehc_token_is(p, i, "at"), to = ehc_token_is(p, i, "to"), on = ehc_token_is(p, i, "on");
	size_t n;

	if (ehc_token_is(p, i, "first") || ehc_token_is(p, i, "last"))
		return ehc_token_is(p, i + 1, "thing") ? 2 : 0;
	if (!ehc_token_joins(p, i + 1))
		return 0;
	if (at || to || ehc_token_is(p, i, "from")) {
		if (ehc_token_in(p, i + 1, EHC_CLASS(EDGE)) || (ehc_token_in(p, i + 2, EHC_CLASS(EDGE)) && ehc_token_is(p, i + 1, "the")))
			return to ? 0 : 3;
		if (p->tokens[i + 1].number && ehc_token_is(p, i + 2, "o'clock"))
			return 3;
	}
	if (at && p->tokens[i + 1].number && !(ehc_token_joins(p, i + 2) && ehc_token_any(p, i + 2, units, EHC_COUNT(units))))
		return 2;
	/* "stays for the whole lesson" */
	if (ehc_token_is(p, i, "for") && ehc_token_is(p, i + 1, "the") && (ehc_token_is(p, i + 2, "whole") || ehc_token_is(p, i + 2, "entire")) && ehc_token_joins(p, i + 3))
		return ehc_token_in(p, i + 3, EHC_CLASS(CALENDAR) | EHC_CLASS(PERSON)) ? 0 : 4;
	if (on && ehc_str_ends_nocase(ehc_token_text(p, i + 1), "ing") && !ehc_token_is(p, i + 1, "training"))
		return 2;
	/* "to review the targets" is a verb; "to lunch" is none. */
	if (to && ehc_token_in(p, i + 1, EHC_CLASS(DONE_TOO)))
		return 0;
	n = moment_after(p, i);
	/* "between visits" is any time at all, "between lessons" the corridor. */
	if (n > 0 && ehc_token_is(p, i, "between") && ehc_token_any(p, i + n, apart, EHC_COUNT(apart)))
		return 0;
	/* "to give the feed" says what is done, "to the feed" and "to lunch" when. */
	if (to && n > 1 && !ehc_token_in(p, i + 1, EHC_CLASS(SMALL)))
		return 0;
	return n > 0 ? n + 1 : 0;
}

/* "No lesson goes on for more than 25 minutes without ...": in every one of them. */
static size_t
none_without(const struct ehc_prose *p, size_t i)
{
	static const char *const happens[] = { "lesson", "session", "task", "activity", "assembly", "test", "exam", "journey", "day", "morning", "afternoon", "worksheet", "instruction" };

	if ((i > 0 && ehc_token_joins(p, i)) || !ehc_token_joins(p, i + 1) || !ehc_token_any(p, i + 1, happens, EHC_COUNT(happens)))
		return 0;
	for (size_t k = i + 2; k < i + 16 && ehc_token_joins(p, k); k++)
		if (ehc_token_is(p, k, "without"))
			return 2;
	return 0;
}

/* "All school days", "on all 190 days", "on all five mornings". */
static size_t
all_days(const struct ehc_prose *p, size_t i)
{
	static const char *const units[] = { "days", "weeks", "nights", "mornings", "afternoons", "evenings", "weekdays" };
	size_t k = i + 1;

	while (ehc_token_joins(p, k) && k < i + 3 && (p->tokens[k].number || ehc_token_is(p, k, "school")))
		k++;
	return ehc_token_joins(p, k) && ehc_token_any(p, k, units, EHC_COUNT(units)) ? k + 1 - i : 0;
}

/* "In October", "by 31 March", "in the autumn term", "in Year 9". */
static size_t
season(const struct ehc_prose *p, size_t i)
{
	static const char *const in[] = { "in", "by", "from", "during", "until", "before", "after", "each", "every", "of", "on", "and" };

	if (ehc_token_is(p, i, "all"))
		return all_days(p, i);
	if (ehc_token_in(p, i, EHC_CLASS(MONTH)) && !ehc_token_is(p, i, "may") && !ehc_token_is(p, i, "march"))
		return 1;
	if (ehc_token_in(p, i, EHC_CLASS(MONTH)) && i > 0 && p->tokens[i].capital && (p->tokens[i - 1].number || ehc_token_any(p, i - 1, in, EHC_COUNT(in))))
		return 1;
	if (ehc_token_in(p, i, EHC_CLASS(SEASON)) && i > 0 && (ehc_token_is(p, i - 1, "the") || ehc_token_any(p, i - 1, in, EHC_COUNT(in))))
		return 1;
	return ehc_token_is(p, i, "year") && ehc_token_joins(p, i + 1) && p->tokens[i + 1].number && i > 0 && ehc_token_any(p, i - 1, in, EHC_COUNT(in)) ? 2 : 0;
}

static size_t
at_once(const struct ehc_prose *p, size_t i)
{
	if (ehc_token_is(p, i, "immediately"))
		return 1;
	if ((ehc_token_is(p, i, "straight") && (ehc_token_is(p, i + 1, "after") || ehc_token_is(p, i + 1, "away"))) || (ehc_token_is(p, i, "at") && ehc_token_is(p, i + 1, "once")) ||
	    (ehc_token_is(p, i, "same") && ehc_token_is(p, i + 1, "day")))
		return 2;
	if (ehc_token_is(p, i, "within") && ehc_token_joins(p, i + 1) && (p->tokens[i + 1].number || ehc_token_is(p, i + 1, "sight") || ehc_token_is(p, i + 1, "arm's")))
		return 3;
	return 0;
}

/* "Some days": which of them nobody could say. */
static bool
some_days_at(const struct ehc_prose *p, size_t i)
{
	return i + 1 < p->ntokens && ehc_token_in(p, i, EHC_CLASS(SOME)) && ehc_token_joins(p, i + 1) && ehc_token_in(p, i + 1, EHC_CLASS(CALENDAR));
}

/* "After lunch some days", "some days at lunch": the moment is plain, on which day is not. */
static bool
is_on_some_days(const struct ehc_prose *p, size_t i, size_t n)
{
	return (ehc_token_joins(p, i + n) && some_days_at(p, i + n)) || (i >= 2 && ehc_token_joins(p, i) && some_days_at(p, i - 2));
}

size_t
ehc_event_at(const struct ehc_prose *p, size_t i, enum ehc_list *list)
{
	static const struct {
		uint64_t opens;         /* classes of the words that may begin one; the others are not asked about */
		size_t (*at)(const struct ehc_prose *, size_t);
		enum ehc_list list;
	} kinds[] = {
		{ EHC_CLASS(EACH) | EHC_CLASS(SUCH), each_event, EHC_LIST_EVENT },
		{ EHC_CLASS(AROUND), around_event, EHC_LIST_EVENT },
		{ EHC_CLASS(WHENEVER) | EHC_CLASS(SOON), clause_event, EHC_LIST_EVENT },
		{ EHC_CLASS(PLACING), place_event, EHC_LIST_EVENT },
		{ EHC_CLASS(AT_ONCE), at_once, EHC_LIST_EVENT },
		{ EHC_CLASS(NONE_OF), none_without, EHC_LIST_EVENT },
		{ EHC_CLASS(SPANNING) | EHC_CLASS(MONTH) | EHC_CLASS(SEASON), season, EHC_LIST_SEASON },
	};

	uint64_t opens = p->tokens[i].classes & EHC_OPENS_EVENT;

	/* "The" opens one only in "the moment". */
	if (p->tokens[i].quoted || p->tokens[i].heading || (opens == EHC_CLASS(SOON) && !ehc_token_in(p, i + 1, EHC_CLASS(BEHIND_SOON))))
		return 0;
	for (size_t k = 0; k < EHC_COUNT(kinds); k++) {
		size_t n;

		if ((opens & kinds[k].opens) == 0 || (n = kinds[k].at(p, i)) == 0 || is_on_some_days(p, i, n))
			continue;
		*list = kinds[k].list;
		return i + n > p->ntokens ? p->ntokens - i : n;
	}
	return 0;
}

bool
ehc_is_safe_default(const struct ehc_prose *p, const struct ehc_match *m)
{
	static const char *const doubts[] = { "doubt", "unsure" };
	static const char *const treats[] = { "treat", "give", "inject" };
	static const char *const calls[] = { "call", "ring", "phone", "dial" };
	size_t next = m->first + m->count;

	if (next >= p->ntokens || p->tokens[next].before != EHC_GAP_PUNCT || !ehc_token_any(p, next - 1, doubts, EHC_COUNT(doubts)))
		return false;
	return ehc_token_any(p, next, treats, EHC_COUNT(treats)) || (ehc_token_any(p, next, calls, EHC_COUNT(calls)) && ehc_token_is(p, next + 1, "999"));
}

/* ---- clock times and dates ---- */

/* The minutes behind the figure of an hour: "9.15" is one word, "9:15" two; -1 where there are none. */
static int
minutes_of(const struct ehc_prose *p, size_t i, struct ehc_str w, size_t k)
{
	const struct ehc_token *t = &p->tokens[i];
	size_t end = t->at + t->len;

	if (k + 3 == w.len && w.ptr[k] == '.')
		return (w.ptr[k + 1] - '0') * 10 + (w.ptr[k + 2] - '0');
	if (k == w.len && ehc_token_joins(p, i + 1) && p->text.ptr[end] == ':' && t[1].len == 2 && t[1].at == end + 1 && ehc_is_digit(p->text.ptr[end + 1]))
		return (p->text.ptr[end + 1] - '0') * 10 + (p->text.ptr[end + 2] - '0');
	return -1;
}

/* 9.15am, 1.30, 12.05, 08:40, 8am: are the figures those of a time, with am or pm, or hours with minutes below 60? */
static bool
is_clock(const struct ehc_prose *p, size_t i)
{
	struct ehc_str w = ehc_token_text(p, i), next = ehc_token_joins(p, i + 1) ? ehc_token_text(p, i + 1) : EHC_NOSTR;
	int hour = 0, minute;
	size_t k = 0;

	while (k < w.len && ehc_is_digit(w.ptr[k]) && hour < 100)
		hour = hour * 10 + (w.ptr[k++] - '0');
	if (ehc_str_is_nocase(next, "am") || ehc_str_is_nocase(next, "pm") || ehc_str_is_nocase(next, "noon"))
		return hour >= 1 && hour <= 12;
	minute = minutes_of(p, i, w, k);
	if (minute < 0 || minute >= 60 || minute % 5 != 0 || hour < 1 || hour > 23)
		return false;
	/* "1.50 m", "2.5 hours": a small figure with a unit is no time */
	return hour >= 7 || !(ehc_str_starts_nocase(next, "m") || ehc_str_starts_nocase(next, "h") || ehc_str_starts_nocase(next, "c"));
}

/* "9.00am to 3.30pm", "9.10-9.40": another time within three words, with nothing but to, until or a dash between. */
static bool
is_range(const struct ehc_prose *p, size_t from, size_t to)
{
	struct ehc_str between = ehc_str_sub(p->text, p->tokens[from].at + p->tokens[from].len, p->tokens[to].at);

	if (to - from > 3 || p->tokens[to].before == EHC_GAP_END)
		return false;
	return ehc_str_find_word(between, "to") != SIZE_MAX || ehc_str_find_word(between, "until") != SIZE_MAX || ehc_str_find_word(between, "till") != SIZE_MAX ||
	    (between.len > 0 && memchr(between.ptr, '-', between.len) != NULL) || ehc_str_find_nocase(between, "\xE2\x80\x93") != SIZE_MAX;
}

/* "From 10 till 3 on Thursdays", "from 9 to 12 each Monday": hours without minutes, which a day of the week behind them shows to be times. */
static bool
is_hours_of_day(const struct ehc_prose *p, size_t i)
{
	static const char *const till[] = { "to", "till", "until" }, *const on[] = { "on", "each", "every" };
	static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays",
		"sundays", "weekday", "weekdays", "school" };

	return ehc_token_is(p, i, "from") && ehc_token_joins(p, i + 4) && ehc_token_joins(p, i + 5) && p->tokens[i + 1].number && ehc_token_any(p, i + 2, till, EHC_COUNT(till)) &&
	    p->tokens[i + 3].number && ehc_token_any(p, i + 4, on, EHC_COUNT(on)) && ehc_token_any(p, i + 5, days, EHC_COUNT(days));
}

#define DATE_MONTH 3    /* tokens behind its day in which the month of a date stands: "14th of May", the "th" being a token */
#define DATE_FIGURES 6  /* in the shortest date with full stops, which is one token: "1.5.16" */

/* A cheap look before a date is read: most figures are none. */
static bool
may_be_date(const struct ehc_prose *p, size_t i)
{
	size_t end = p->tokens[i].at + p->tokens[i].len;

	if (p->tokens[i].len >= DATE_FIGURES || (end < p->text.len && (p->text.ptr[end] == '/' || p->text.ptr[end] == '-')))
		return true;
	for (size_t k = i + 1; k <= i + DATE_MONTH; k++)
		if (ehc_token_in(p, k, EHC_CLASS(MONTH_NAME)))
			return true;
	return false;
}

void
ehc_find_times(struct ehc_prose *p, size_t first_figure)
{
	size_t last = SIZE_MAX;

	for (size_t i = first_figure; i < p->ntokens; i++) {
		const struct ehc_token *t = &p->tokens[i];
		ehc_day day;
		bool month_only;

		if (t->number && i > 0 && is_hours_of_day(p, i - 1))
			p->clock = p->clock_range = true;
		if (!t->number || !ehc_is_digit(p->text.ptr[t->at]))
			continue;
		if (may_be_date(p, i) && ehc_day_read(ehc_str_sub(p->text, t->at, t->at + 40), &day, &month_only, NULL) > 0)
			p->has_date = true;
		if (!is_clock(p, i))
			continue;
		p->clock = true;
		p->nclocks++;
		if (last != SIZE_MAX && is_range(p, last, i))
			p->clock_range = true;
		last = i;
	}
}
