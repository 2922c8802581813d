/*
 * holidays.c - working days in England and Wales.
 *
 * The yearly holidays follow from rules that have stood since 1978 (Easter by the Gregorian computus); days that were
 * proclaimed once, and those that were moved for them, are data. A day proclaimed later than the last row of that
 * table is not known here, and needs a row.
 */
#include "rules/timeline.h"

/* ---- one-off changes ---- */

struct proclaimed { int year, month, day; bool holiday; };

/* `holiday` false: the usual holiday of that day was moved elsewhere. */
static const struct proclaimed proclaimed[] = {
	{ 2011, 4, 29, true },                          /* royal wedding */
	{ 2012, 5, 28, false }, { 2012, 6, 4, true }, { 2012, 6, 5, true },     /* Diamond Jubilee */
	{ 2020, 5, 4, false }, { 2020, 5, 8, true },    /* 75 years after the war */
	{ 2022, 5, 30, false }, { 2022, 6, 2, true }, { 2022, 6, 3, true },     /* Platinum Jubilee */
	{ 2022, 9, 19, true },                          /* state funeral */
	{ 2023, 5, 8, true },                           /* coronation */
};

/* ---- yearly holidays ---- */

static ehc_day
easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
	int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

	return ehc_day_of(year, f / 31, f % 31 + 1);
}

/* The first Monday of the month, or its last. */
static ehc_day
first_monday(int year, int month)
{
	ehc_day d = ehc_day_of(year, month, 1);

	return d + (7 - ehc_day_weekday(d)) % 7;
}

static ehc_day
last_monday(int year, int month)
{
	ehc_day d = ehc_day_of(year, month, 31);        /* asked of May and August alone */

	return d - ehc_day_weekday(d);
}

/* 1 January, or the Monday after it where it falls on a weekend. */
static bool
is_new_year(ehc_day d, int year)
{
	ehc_day first = ehc_day_of(year, 1, 1);
	int weekday = ehc_day_weekday(first);

	return d == first || (weekday >= 5 && d == first + 7 - weekday);
}

/* 25 and 26 December; each that falls on a weekend gives its holiday to the next day that is none. */
static bool
is_christmas(ehc_day d, int year)
{
	ehc_day christmas = ehc_day_of(year, 12, 25);

	if (d == christmas || d == christmas + 1)
		return true;
	switch (ehc_day_weekday(christmas)) {
	case 4:         /* Friday: Boxing Day's holiday is Monday the 28th */
		return d == christmas + 3;
	case 5:         /* Saturday: Monday the 27th and Tuesday the 28th */
		return d == christmas + 2 || d == christmas + 3;
	case 6:         /* Sunday: Tuesday the 27th */
		return d == christmas + 2;
	default:
		return false;
	}
}

bool
ehc_is_bank_holiday(ehc_day d)
{
	int year, month, day;
	ehc_day easter;

	ehc_day_parts(d, &year, &month, &day);
	for (size_t i = 0; i < EHC_COUNT(proclaimed); i++)
		if (proclaimed[i].year == year && proclaimed[i].month == month && proclaimed[i].day == day)
			return proclaimed[i].holiday;
	easter = easter_sunday(year);
	if (easter == EHC_NODATE)
		return false;           /* beyond the years that a date can have */
	return is_new_year(d, year) || is_christmas(d, year) || d == easter - 2 || d == easter + 1 || d == first_monday(year, 5) ||
	    d == last_monday(year, 5) || d == last_monday(year, 8);
}

/* ---- working days ---- */

bool
ehc_is_working_day(ehc_day d)
{
	return ehc_day_weekday(d) < 5 && !ehc_is_bank_holiday(d);
}

ehc_day
ehc_working_day_on_or_after(ehc_day d)
{
	while (!ehc_is_working_day(d))
		d++;
	return d;
}

ehc_day
ehc_working_days_from(ehc_day first, int n)
{
	ehc_day d = ehc_working_day_on_or_after(first);

	while (--n > 0)
		d = ehc_working_day_on_or_after(d + 1);
	return d;
}

/* ---- school holidays ---- */

/* Days of a year as figures: 224 is 24 February. */
static bool
is_between(int on, int from, int to)
{
	return on >= from && on <= to;
}

/*
 * Each council and academy sets its own term dates, so the usual holidays are drawn generously: this is used only to
 * keep silent about a day that may well be the first of a term.
 */
bool
ehc_school_may_be_closed(ehc_day d)
{
	int year, month, day, on;
	ehc_day easter;

	ehc_day_parts(d, &year, &month, &day);
	on = 100 * month + day;
	easter = easter_sunday(year);
	if (easter == EHC_NODATE)
		return false;
	return is_between(on, 101, 106) || is_between(on, 210, 224) || (d >= easter - 16 && d <= easter + 15) || is_between(on, 524, 605) ||
	    is_between(on, 718, 907) || is_between(on, 1016, 1103) || is_between(on, 1217, 1231) || !ehc_is_working_day(d);
}
