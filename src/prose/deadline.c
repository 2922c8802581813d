/*
 * deadline.c - by when something is to be reached: a day, a term or year, an age, the end of a phase. What comes again
 * ("at the end of each lesson") is no such time.
 */
#include "prose/sense.h"

#define LONGEST 10      /* words from "by" to what names the time: "by the end of the autumn term of her second year" */

static bool
is_year_number(const struct ehc_prose *p, size_t i)
{
	return i < p->ntokens && p->tokens[i].len == 4 && p->tokens[i].number && ehc_str_starts_nocase(ehc_token_text(p, i), "20");
}

/* Tokens of a time that nothing else needs to introduce: 2027, Year 9, key stage 2, her 16th birthday, age 14. */
static size_t
fixed_time(const struct ehc_prose *p, size_t i)
{
	bool number = ehc_token_joins(p, i + 1) && p->tokens[i + 1].number;

	if (is_year_number(p, i))
		return 1;
	if (!ehc_token_in(p, i, EHC_CLASS(TIMED)))
		return 0;
	if (ehc_token_is(p, i, "birthday"))
		return 1;
	if (ehc_token_is(p, i, "age") && ehc_token_is(p, i + 1, "of") && ehc_token_joins(p, i + 2) && p->tokens[i + 2].number)
		return 3;
	if (number && (ehc_token_is(p, i, "year") || ehc_token_is(p, i, "age") || ehc_token_is(p, i, "aged") || ehc_token_is(p, i, "ks")))
		return 2;
	if (ehc_token_is(p, i, "key") && ehc_token_is(p, i + 1, "stage"))
		return ehc_token_joins(p, i + 2) && p->tokens[i + 2].number ? 3 : 2;
	return 0;
}

/* Tokens of a time that is one only behind "by", "before" or "the end of": Christmas, May, the spring term, reception. */
static size_t
awaited_time(const struct ehc_prose *p, size_t i)
{
	/* "may" and "mar" are months in capitals alone. */
	if (ehc_token_in(p, i, EHC_CLASS(MONTH) | EHC_CLASS(SEASON) | EHC_CLASS(AWAITED)) || (p->tokens[i].capital && ehc_token_in(p, i, EHC_CLASS(MONTH_NAME))))
		return 1;
	return p->tokens[i].number && ehc_token_joins(p, i + 1) && ehc_token_in(p, i + 1, EHC_CLASS(MONTH_NAME)) ? 2 : 0;
}

/* "A year's time", "a term's time": the article says how many. */
static bool
is_one_ahead(const struct ehc_prose *p, size_t i)
{
	static const char *const units[] = { "week's", "month's", "term's", "year's" };

	return ehc_token_any(p, i, units, EHC_COUNT(units)) && ehc_token_is(p, i + 1, "time");
}

/* "Within twelve months", "in two terms' time", "over the next eight weeks", "after 12 weeks", "this school year". */
static size_t
lapse(const struct ehc_prose *p, size_t i)
{
	static const char *const units[] = { "week", "weeks", "month", "months", "term", "terms", "year", "years" };
	static const char *const leads[] = { "the", "next", "a", "half", "coming", "school", "academic" };
	bool one = ehc_token_is(p, i, "within") || ehc_token_is(p, i, "this");
	size_t k = i + 1;

	for (; ehc_token_joins(p, k) && ehc_token_any(p, k, leads, EHC_COUNT(leads)); k++)
		one = one || ehc_token_is(p, k, "next") || ehc_token_is(p, k, "coming");
	if (ehc_token_joins(p, k) && is_one_ahead(p, k))
		return k + 2 - i;
	if (ehc_token_joins(p, k) && p->tokens[k].number)
		k++;
	else if (!one)
		return 0;
	return ehc_token_joins(p, k) && (ehc_token_any(p, k, units, EHC_COUNT(units)) || (ehc_token_is(p, k, "half") && ehc_token_any(p, k + 1, units, EHC_COUNT(units)))) ? k + 1 - i : 0;
}

/* "On a Year 4 passage", "at Year 2 level": a standard, not a time. */
static bool
is_standard(const struct ehc_prose *p, size_t opener, size_t k, size_t n)
{
	static const char *const loose[] = { "on", "at", "from", "of" };

	if (!ehc_token_is(p, k, "year") && !ehc_token_is(p, k, "age"))
		return false;
	/* "At the age of twelve Ada ..." opens with a time; "reads at the age of 7" ends with a level. */
	if (n == 3 && (opener == 0 || p->tokens[opener].before == EHC_GAP_END))
		return false;
	/* "at the Year 9 review" comes once */
	if (ehc_token_joins(p, k + n) && (ehc_token_is(p, k + n, "review") || ehc_token_is(p, k + n + 1, "review")))
		return false;
	return ehc_token_any(p, opener, loose, EHC_COUNT(loose)) || (ehc_token_joins(p, k + n) && !ehc_token_in(p, k + n, EHC_CLASS(SMALL)) && !p->tokens[k + n].capital && !p->tokens[k + n].number);
}

/* "By 16 Leo will ...", "by sixteen, ...": a bare number behind "by" is an age, where no unit or month follows; behind "at" it may be an hour. */
static bool
is_age(const struct ehc_prose *p, size_t i)
{
	static const char *const past_noon[] = { "13", "14", "15", "16", "17", "18", "19", "25", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
	size_t k = i + 1;

	if (!ehc_token_joins(p, k) || !p->tokens[k].number)
		return false;
	if (!ehc_token_is(p, i, "by") && !(ehc_token_is(p, i, "at") && ehc_token_any(p, k, past_noon, EHC_COUNT(past_noon))))
		return false;
	return !ehc_token_joins(p, k + 1) || (p->tokens[k + 1].capital && !ehc_token_in(p, k + 1, EHC_CLASS(MONTH_NAME)));
}

/* "Turns eleven"; and behind "when" or "before" also "is 19", with nothing that it could be 19 of. */
static bool
is_birthday(const struct ehc_prose *p, size_t opener, size_t i)
{
	if (!ehc_token_joins(p, i + 1) || !p->tokens[i + 1].number)
		return false;
	if (ehc_token_is(p, i, "turns"))
		return true;
	return ehc_token_is(p, i, "is") && (ehc_token_is(p, opener, "when") || ehc_token_is(p, opener, "before")) &&
	    (!ehc_token_joins(p, i + 2) || p->tokens[i + 2].capital);
}

/* Words that lead out of something: what follows may be a time that they alone make one, "leaves in 2027". ORDER LEAVES */
static bool
is_leaving(const struct ehc_prose *p, size_t i)
{
	struct ehc_str word = ehc_token_text(p, i);

	if (!ehc_token_in(p, i, EHC_CLASS(UNKNOWN)))
		return ehc_token_in(p, i, EHC_CLASS(STARTING) | EHC_CLASS(LEAVES));
	return ehc_str_starts_nocase(word, "leav") || ehc_str_starts_nocase(word, "move") || ehc_str_starts_nocase(word, "finish");
}

size_t
ehc_deadline_at(const struct ehc_prose *p, size_t i)
{
	const uint64_t tell = EHC_CLASS(TIMED) | EHC_CLASS(AWAITED) | EHC_CLASS(MONTH) | EHC_CLASS(SEASON) | EHC_CLASS(END) | EHC_CLASS(AGAIN) | EHC_CLASS(MONTH_NAME);
	bool waiting = ehc_token_in(p, i, EHC_CLASS(AWAITS)), leaves = false, is_season;
	size_t n;

	if (p->tokens[i].quoted || p->tokens[i].heading)
		return 0;
	if (ehc_token_in(p, i, EHC_CLASS(LAPSE)) && (n = lapse(p, i)) > 0)
		return n;
	if (!waiting && !ehc_token_in(p, i, EHC_CLASS(MEETS)))
		return 0;
	if (is_age(p, i))
		return 2;
	for (size_t k = i + 1; k < i + LONGEST && ehc_token_joins(p, k); k++) {
		leaves = leaves || is_leaving(p, k);
		if ((waiting || ehc_token_is(p, i, "when")) && is_birthday(p, i, k))
			return k + 2 - i;
		if (!p->tokens[k].number && !ehc_token_in(p, k, tell))
			continue;
		waiting = waiting || ehc_token_in(p, k, EHC_CLASS(END));
		/* "During the autumn term", not "during transition". */
		is_season = ehc_token_is(p, i, "during") && ehc_token_in(p, k, EHC_CLASS(SEASON));
		n = fixed_time(p, k);
		if (n > 0 && !waiting && !leaves && is_standard(p, i, k, n))
			return 0;
		if (n > 0 || ((waiting || leaves || is_season) && (n = awaited_time(p, k)) > 0) || (leaves && p->tokens[k].number && (n = 1) > 0))
			return k + n - i;
		/* "On the last day of Year 11" comes but once. */
		if (ehc_token_in(p, k, EHC_CLASS(AGAIN))) {
			if (!ehc_token_in(p, k - 1, EHC_CLASS(ONLY_ONCE)))
				return 0;
			waiting = true;
		}
	}
	return 0;
}
