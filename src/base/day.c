/*
 * day.c - calendar days: the Gregorian calendar as a day number, and the written forms that British plans use.
 * Law counts in days and months, so no clock time and no time zone appears anywhere.
 */
#include "ehc/base.h"

static const char *const month_names[] = { "January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December" };
static const char *const day_names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

static bool
is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int
month_length(int y, int m)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return m == 2 && is_leap(y) ? 29 : length[m - 1];
}

/* Days from civil: years start in March, so that the leap day is the last of its year. */
ehc_day
ehc_day_of(int year, int month, int day)
{
	int y, era, yoe, doy;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
		return EHC_NODATE;
	y = month <= 2 ? year - 1 : year;
	era = y / 400;
	yoe = y - era * 400;
	doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void
ehc_day_parts(ehc_day d, int *year, int *month, int *day)
{
	int z = d + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

int
ehc_day_weekday(ehc_day d)
{
	int w = (d + 3) % 7;    /* 1 January 1970 was a Thursday */

	return w < 0 ? w + 7 : w;
}

ehc_day
ehc_day_add_months(ehc_day d, int n)
{
	int y, m, day, months;

	ehc_day_parts(d, &y, &m, &day);
	months = y * 12 + m - 1 + n;
	y = months / 12;
	m = months % 12 + 1;
	if (y < 1 || y > 9999)
		return EHC_NODATE;
	return ehc_day_of(y, m, day < month_length(y, m) ? day : month_length(y, m));
}

int
ehc_day_age(ehc_day born, ehc_day on)
{
	int by, bm, bd, y, m, d;

	ehc_day_parts(born, &by, &bm, &bd);
	ehc_day_parts(on, &y, &m, &d);
	return y - by - (m < bm || (m == bm && d < bd));
}

int
ehc_day_school_year(ehc_day d)
{
	int y, m, day;

	ehc_day_parts(d, &y, &m, &day);
	return m >= 9 ? y : y - 1;
}

/* ---- reading ---- */

/* Digits at s[*i], at most `most` of them; their count, 0 when there are none or too many. */
static int
read_number(struct ehc_str s, size_t *i, int most, int *out)
{
	int n = 0, v = 0;

	while (*i < s.len && ehc_is_digit(s.ptr[*i])) {
		if (++n > most)
			return 0;
		v = v * 10 + (s.ptr[(*i)++] - '0');
	}
	*out = v;
	return n;
}

static size_t
skip_blanks(struct ehc_str s, size_t i)
{
	while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '\t' || s.ptr[i] == '\n'))
		i++;
	return i;
}

/* Of a word that begins as a name does. */
static bool
is_short_name(struct ehc_str word)
{
	return word.len == 3 || (word.len == 4 && (ehc_str_is_nocase(word, "sept") || ehc_str_is_nocase(word, "june") ||
	    ehc_str_is_nocase(word, "july") || ehc_str_is_nocase(word, "tues") || ehc_str_is_nocase(word, "thur")));
}

/* A name of the list, or its first three letters ("Sept" too), at s[i]: its place in the list, -1 when none; *end moves behind it. */
static int
read_name(struct ehc_str s, size_t i, const char *const *names, int n, size_t *end)
{
	size_t e = i;
	struct ehc_str word;
	char first;
	int k = 0;

	while (e < s.len && ehc_is_letter(s.ptr[e]))
		e++;
	word = ehc_str_sub(s, i, e);
	if (word.len < 3)
		return -1;
	first = (char)(word.ptr[0] & 0x5F);       /* the capital of a letter */
	while (k < n && (names[k][0] != first || names[k][1] != ehc_lower(word.ptr[1]) || names[k][2] != ehc_lower(word.ptr[2])))
		k++;
	if (k == n)
		return -1;
	*end = e;
	if (is_short_name(word)) {
		*end += e < s.len && s.ptr[e] == '.';
		return k;
	}
	return ehc_str_same_nocase(word, names[k]) ? k : -1;
}

/* 2016-05-14, 14/05/2016, 14.5.2016 */
static size_t
read_figures(struct ehc_str s, ehc_day *out)
{
	size_t i = 0;
	int a = 0, b = 0, c = 0, na, nb, nc;
	char sep;

	na = read_number(s, &i, 4, &a);
	if (na == 0 || na == 3 || i >= s.len)
		return 0;
	sep = s.ptr[i];
	if (sep != '/' && sep != '-' && sep != '.')
		return 0;
	i++;
	nb = read_number(s, &i, 2, &b);
	if (nb == 0 || i >= s.len || s.ptr[i] != sep)
		return 0;
	i++;
	nc = read_number(s, &i, 4, &c);
	if (na == 4 && sep == '-' && (nc == 1 || nc == 2)) {
		*out = ehc_day_of(a, b, c);
		return i;
	}
	if (na <= 2 && (nc == 4 || nc == 2)) {
		*out = ehc_day_of(nc == 4 ? c : 2000 + c, b, a);
		return i;
	}
	return 0;
}

static size_t
read_year(struct ehc_str s, size_t i, int *year)
{
	size_t e = skip_blanks(s, i);

	if (e < s.len && s.ptr[e] == ',')
		e = skip_blanks(s, e + 1);
	return read_number(s, &e, 4, year) == 4 && (e >= s.len || !ehc_is_digit(s.ptr[e])) ? e : 0;
}

static size_t
read_words(struct ehc_str s, ehc_day *out, bool *month_only)
{
	size_t i = 0, e;
	int day = 0, month, year, n;

	if (read_name(s, 0, day_names, 7, &e) >= 0) {
		i = skip_blanks(s, e);
		if (i < s.len && s.ptr[i] == ',')
			i = skip_blanks(s, i + 1);
		if (i >= s.len || !ehc_is_digit(s.ptr[i]))
			return 0;
	}
	e = i;
	n = read_number(s, &e, 2, &day);
	if (n > 0) {
		struct ehc_str suffix = ehc_str_sub(s, e, e + 2);

		if (ehc_str_is_nocase(suffix, "st") || ehc_str_is_nocase(suffix, "nd") || ehc_str_is_nocase(suffix, "rd") || ehc_str_is_nocase(suffix, "th"))
			e += 2;
		e = skip_blanks(s, e);
		if (ehc_str_starts_nocase(ehc_str_sub(s, e, s.len), "of "))
			e = skip_blanks(s, e + 3);
		i = e;
	} else if (ehc_is_digit(i < s.len ? s.ptr[i] : ' ')) {
		return 0;
	}
	month = read_name(s, i, month_names, 12, &e);
	if (month < 0)
		return 0;
	e = read_year(s, e, &year);
	if (e == 0)
		return 0;
	*month_only = n == 0;
	if (n == 0)
		day = year >= 1 ? month_length(year, month + 1) : 0;
	*out = ehc_day_of(year, month + 1, day);
	return e;
}

bool
ehc_day_may_begin(struct ehc_str s, size_t i)
{
	static const char *const seconds[32] = { ['a' & 31] = "pu", ['d' & 31] = "e", ['f' & 31] = "er", ['j' & 31] = "au", ['m' & 31] = "ao", ['n' & 31] = "o",
		['o' & 31] = "c", ['s' & 31] = "aeu", ['t' & 31] = "hu", ['w' & 31] = "e" };
	const char *second = seconds[s.ptr[i] & 31];

	if (ehc_is_digit(s.ptr[i]))
		return true;
	return second != NULL && i + 1 < s.len && ehc_is_letter(s.ptr[i]) && strchr(second, ehc_lower(s.ptr[i + 1])) != NULL;
}

size_t
ehc_day_read(struct ehc_str s, ehc_day *out, bool *month_only, bool *numeric)
{
	bool month = false;
	size_t n;

	*out = EHC_NODATE;
	n = read_figures(s, out);
	if (numeric != NULL)
		*numeric = n > 0;
	if (n == 0)
		n = read_words(s, out, &month);
	if (month_only != NULL)
		*month_only = month;
	return n;
}

void
ehc_buf_day(struct ehc_buf *b, ehc_day d)
{
	int y, m, day;

	if (d == EHC_NODATE)
		return;
	ehc_day_parts(d, &y, &m, &day);
	ehc_buf_printf(b, "%d %s %d", day, month_names[m - 1], y);
}

void
ehc_buf_day_iso(struct ehc_buf *b, ehc_day d)
{
	int y, m, day;

	if (d == EHC_NODATE)
		return;
	ehc_day_parts(d, &y, &m, &day);
	ehc_buf_printf(b, "%04d-%02d-%02d", y, m, day);
}

struct ehc_str
ehc_day_text(struct ehc_arena *a, ehc_day d)
{
	int y, m, day;

	if (d == EHC_NODATE)
		return EHC_NOSTR;
	ehc_day_parts(d, &y, &m, &day);
	return ehc_arena_printf(a, "%d %s %d", day, month_names[m - 1], y);
}
