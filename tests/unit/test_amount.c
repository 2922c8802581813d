/*
 * test_amount.c - the language of amounts: what is understood, what follows from it over a year, what is said.
 */
#include "ehc/amount.h"
#include "suite.h"

#include <check.h>
#include <string.h>

static struct ehc_arena *arena;
static struct ehc_calendar school, year;

static void
setup(void)
{
	arena = ehc_arena_new();
	school = ehc_calendar_school();
	year = ehc_calendar_whole_year();
}

static void
teardown(void)
{
	ehc_arena_free(arena);
}

static struct ehc_amount *
read_with(const char *text, const struct ehc_calendar *cal)
{
	return ehc_amount_read(arena, ehc_str_of(text), 0, cal);
}

static struct ehc_amount *
read_school(const char *text)
{
	return read_with(text, &school);
}

static const struct ehc_dose *
dose_of(const char *text)
{
	struct ehc_amount *m = read_school(text);

	ck_assert_msg(m->ndoses == 1, "%s: %zu doses", text, m->ndoses);
	return &m->doses[0];
}

static const char *
said(const struct ehc_amount *m)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_amount_say(m, &b);
	return ehc_buf_take(&b, arena).ptr;
}

static const char *
figure(struct ehc_ratio r)
{
	return ehc_arena_cstr(arena, ehc_ratio_text(arena, r));
}

static const char *
unread_of(const char *text)
{
	struct ehc_amount *m = read_school(text);

	return ehc_arena_cstr(arena, ehc_str_sub(ehc_str_of(text), m->unread.start, m->unread.end));
}

static void
assert_ratio(struct ehc_ratio r, int64_t num, int64_t den)
{
	ck_assert_msg(r.num == num && r.den == den, "%lld/%lld, not %lld/%lld", (long long)r.num, (long long)r.den, (long long)num, (long long)den);
}

/* ---- the table ---- */

enum calendar_name { SCHOOL, YEAR };
enum {
	LENGTH = EHC_MISSING_LENGTH, FREQUENCY = EHC_MISSING_FREQUENCY, WEEKS = EHC_MISSING_WEEKS, GROUP = EHC_MISSING_GROUP,
	FLOOR = EHC_MISSING_FLOOR, UNIT = EHC_MISSING_UNIT, AMBIGUOUS = EHC_AMOUNT_AMBIGUOUS, FULL_TIME = EHC_AMOUNT_FULL_TIME,
	APPROXIMATE = EHC_AMOUNT_APPROXIMATE, RANGE = EHC_AMOUNT_RANGE, BARE = EHC_AMOUNT_BARE_RATIO,
};

static const struct {
	enum calendar_name calendar;
	const char *text, *hours, *sessions;
	unsigned missing;
	const char *say, *trouble;
} table[] = {
#define AMOUNT(calendar, text, hours, sessions, missing, say, trouble) { calendar, text, hours, sessions, missing, say, trouble },
#include "amounts.def"
#undef AMOUNT
};

START_TEST(test_table)
{
	const char *text = table[_i].text;
	struct ehc_amount *m = read_with(text, table[_i].calendar == YEAR ? &year : &school);
	struct ehc_str trouble = ehc_amount_trouble(arena, m);

	ck_assert_msg(strcmp(figure(m->year.hours), table[_i].hours) == 0, "%s: %s hours", text, figure(m->year.hours));
	ck_assert_msg(strcmp(figure(m->year.sessions), table[_i].sessions) == 0, "%s: %s sessions", text, figure(m->year.sessions));
	ck_assert_msg(m->year.missing == table[_i].missing, "%s: missing %x, not %x", text, m->year.missing, table[_i].missing);
	ck_assert_str_eq(said(m), table[_i].say);
	ck_assert_msg(ehc_str_is(trouble, table[_i].trouble), "%s: %.*s", text, EHC_ARG(trouble));
	ck_assert_msg(m->unread.start == m->unread.end, "%s: unread \"%s\"", text, unread_of(text));
}
END_TEST

/* ---- slots ---- */

START_TEST(test_length_and_frequency)
{
	const struct ehc_dose *d = dose_of("45 minutes, once a week, 38 weeks a year, one-to-one");

	assert_ratio(d->length.low, 45, 1);
	ck_assert_int_eq(d->length.bound, EHC_EXACT);
	ck_assert_int_eq(d->period, EHC_PERIOD_PER);
	ck_assert_int_eq(d->per, EHC_UNIT_WEEK);
	assert_ratio(d->times.low, 1, 1);
	assert_ratio(d->every, 1, 1);
	ck_assert_int_eq(d->weeks_kind, EHC_WEEKS_GIVEN);
	ck_assert(d->weeks_yearly);
	assert_ratio(d->weeks, 38, 1);
	ck_assert_int_eq(d->group, EHC_GROUP_ONE);
	ck_assert(!d->total);
}
END_TEST

START_TEST(test_hours_of_the_period)
{
	const struct ehc_dose *d = dose_of("15 hours a week");

	assert_ratio(d->length.low, 900, 1);
	assert_ratio(d->times.low, 1, 1);
	ck_assert(d->total);
	ck_assert(!dose_of("45 minutes once a week")->total);
	ck_assert(!dose_of("45 minutes weekly")->total);
}
END_TEST

START_TEST(test_counts)
{
	const struct ehc_dose *d = dose_of("six direct one-to-one sessions of 45 minutes in each school term");

	assert_ratio(d->count.low, 6, 1);
	ck_assert_int_eq(d->count_unit, EHC_UNIT_SESSION);
	ck_assert_int_eq(d->delivery, EHC_DELIVERY_DIRECT);
	ck_assert_int_eq(d->group, EHC_GROUP_ONE);
	ck_assert_int_eq(d->per, EHC_UNIT_TERM);
	ck_assert(!d->count_in_all);

	d = dose_of("two blocks of six weekly sessions of 30 minutes");
	assert_ratio(d->count.low, 12, 1);
	ck_assert(d->count_in_all);
	ck_assert_int_eq(d->per, EHC_UNIT_WEEK);

	d = dose_of("12 incontinence pads a day");
	ck_assert_int_eq(d->count_unit, EHC_UNIT_ITEM);
	ck_assert(ehc_str_is(d->thing, "incontinence pads"));

	ck_assert(dose_of("Seven sessions")->no_length);
	ck_assert(!dose_of("1 visit")->no_length);
}
END_TEST

START_TEST(test_bounds)
{
	static const struct {
		const char *text;
		enum ehc_bound bound;
		int64_t low, high;
	} rows[] = {
		{ "at least 30 minutes", EHC_AT_LEAST, 30, 30 }, { "a minimum of 30 minutes", EHC_AT_LEAST, 30, 30 },
		{ "no fewer than 30 minutes", EHC_AT_LEAST, 30, 30 }, { "not less than 30 minutes", EHC_AT_LEAST, 30, 30 },
		{ "min 30 minutes", EHC_AT_LEAST, 30, 30 }, { "30 minutes minimum", EHC_AT_LEAST, 30, 30 }, { "30 minutes or more", EHC_AT_LEAST, 30, 30 },
		{ "up to 5 hours", EHC_UP_TO, 300, 300 }, { "a maximum of 5 hours", EHC_UP_TO, 300, 300 }, { "no more than 5 hours", EHC_UP_TO, 300, 300 },
		{ "at most 5 hours", EHC_UP_TO, 300, 300 }, { "5 hours maximum", EHC_UP_TO, 300, 300 }, { "approximately 20 minutes", EHC_ABOUT, 20, 20 },
		{ "about 20 minutes", EHC_ABOUT, 20, 20 }, { "20-30 minutes", EHC_BETWEEN, 20, 30 }, { "20 to 30 minutes", EHC_BETWEEN, 20, 30 },
		{ "20 \xE2\x80\x93 30 minutes", EHC_BETWEEN, 20, 30 }, { "between 20 and 30 minutes", EHC_BETWEEN, 20, 30 },
		{ "30 to 20 minutes", EHC_BETWEEN, 20, 30 }, { "20 minutes to 1 hour", EHC_BETWEEN, 20, 60 }, { "20 to 20 minutes", EHC_EXACT, 20, 20 },
		{ "exactly 30 minutes", EHC_EXACT, 30, 30 },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		const struct ehc_dose *d = dose_of(rows[i].text);

		ck_assert_msg(d->length.bound == rows[i].bound, "%s", rows[i].text);
		assert_ratio(d->length.low, rows[i].low, 1);
		assert_ratio(d->length.high, rows[i].high, 1);
	}
}
END_TEST

START_TEST(test_numbers)
{
	static const struct {
		const char *text;
		int64_t num, den;
	} rows[] = {
		{ "45 minutes", 45, 1 }, { "1.5 hours", 90, 1 }, { "1\xC2\xBD hours", 90, 1 }, { "\xC2\xBE hour", 45, 1 }, { "two and a half hours", 150, 1 },
		{ "half an hour", 30, 1 }, { "a half-hour", 30, 1 }, { "quarter of an hour", 15, 1 }, { "three quarters of an hour", 45, 1 },
		{ "an hour", 60, 1 }, { "an hour and a quarter", 75, 1 }, { "1 hour 30 minutes", 90, 1 }, { "1 hour and 5 mins", 65, 1 }, { "1hr 10mins", 70, 1 },
		{ "twenty-five minutes", 25, 1 }, { "ninety minutes", 90, 1 }, { "a hundred minutes", 100, 1 }, { "one hundred and five minutes", 105, 1 },
		{ "0.1 hours", 6, 1 }, { "1/3 hour", 20, 1 }, { "45-minute", 45, 1 }, { "forty-five-minute", 45, 1 }, { "1.25 minutes", 5, 4 },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		const struct ehc_dose *d = dose_of(rows[i].text);

		ck_assert_msg(d->length.low.num == rows[i].num && d->length.low.den == rows[i].den, "%s: %lld/%lld", rows[i].text,
		    (long long)d->length.low.num, (long long)d->length.low.den);
	}
}
END_TEST

START_TEST(test_company)
{
	const struct ehc_dose *d = dose_of("30 minutes in a group of no more than five pupils");

	ck_assert_int_eq(d->group, EHC_GROUP_GROUP);
	ck_assert_int_eq(d->group_size.bound, EHC_UP_TO);
	assert_ratio(d->group_size.high, 5, 1);
	ck_assert_int_eq(d->length.bound, EHC_EXACT);
	/* a ceiling on the group is no ceiling on the provision */
	ck_assert((read_school("30 minutes a week in a group of up to 4")->year.missing & EHC_MISSING_FLOOR) == 0);

	d = dose_of("2:1 throughout");
	ck_assert(d->ratio_bare && d->full_time);
	assert_ratio(d->staff, 2, 1);
	d = dose_of("two adults for every six pupils");
	ck_assert(!d->ratio_bare);
	assert_ratio(d->staff, 2, 1);
	assert_ratio(d->children, 6, 1);
	d = dose_of("2:1 (two adults), 5 hours a day");
	ck_assert(!d->ratio_bare);
	assert_ratio(d->children, 1, 1);
	ck_assert(!dose_of("one adult for each child")->ratio_bare);
	ck_assert(dose_of("2:1, 20 hours a week each")->each);
	ck_assert_int_eq(dose_of("small group")->group, EHC_GROUP_SMALL);
	ck_assert_int_eq(dose_of("in a pair")->group, EHC_GROUP_PAIR);
	ck_assert_int_eq(dose_of("whole-class")->group, EHC_GROUP_CLASS);
	for (const char *const *s = (const char *const[]){ "one-to-one", "1:1", "1-1", "one to one", "1 to 1", "individually", "alone", "nobody else", NULL }; *s != NULL; s++)
		ck_assert_int_eq(dose_of(*s)->group, EHC_GROUP_ONE);
}
END_TEST

START_TEST(test_days_and_times)
{
	const struct ehc_dose *d = dose_of("Tuesday and Thursday at 1.10pm for two terms");

	ck_assert_int_eq(d->period, EHC_PERIOD_WEEKDAYS);
	ck_assert_uint_eq(d->weekdays, 1u << 1 | 1u << 3);
	ck_assert(ehc_str_is(d->clock, "1.10pm"));
	ck_assert_int_eq(d->lasts_unit, EHC_UNIT_TERM);
	assert_ratio(d->lasts, 2, 1);
	assert_ratio(d->weeks, 76, 3);

	ck_assert_uint_eq(dose_of("30 minutes, Monday to Friday")->weekdays, 31);
	ck_assert_uint_eq(dose_of("30 minutes, Saturday to Monday")->weekdays, 1u << 5 | 1u << 6 | 1u);
	assert_ratio(dose_of("every third Friday")->every, 3, 1);
	assert_ratio(dose_of("from 12.00 to 12.40 every school day")->length.low, 40, 1);
	assert_ratio(dose_of("9.10-9.40 daily")->length.low, 30, 1);
	assert_ratio(dose_of("11.30 to 1.00 daily")->length.low, 90, 1);
	assert_ratio(dose_of("1.15 to 2.00pm daily")->length.low, 45, 1);
	assert_ratio(dose_of("from 8.30am to 3.30pm daily")->length.low, 420, 1);
	assert_ratio(dose_of("20 minutes daily, 9.10-9.40")->length.low, 20, 1);
	ck_assert(ehc_str_is(dose_of("after each bolus feed")->event, "after each bolus feed"));
	ck_assert_int_eq(dose_of("at every seizure")->period, EHC_PERIOD_EVENT);
}
END_TEST

START_TEST(test_spans)
{
	const struct ehc_dose *d = dose_of("30 minutes a week from 7 September 2026 until 18 July 2027");

	ck_assert_int_eq(d->weeks_kind, EHC_WEEKS_DATES);
	ck_assert_int_eq(d->from, ehc_day_of(2026, 9, 7));
	ck_assert_int_eq(d->until, ehc_day_of(2027, 7, 18));
	d = dose_of("30 minutes a week for the first six weeks");
	ck_assert_int_eq(d->weeks_kind, EHC_WEEKS_GIVEN);
	ck_assert(!d->weeks_yearly);
	ck_assert_int_eq(dose_of("30 minutes a week in term time")->weeks_kind, EHC_WEEKS_TERM_TIME);
	ck_assert_int_eq(dose_of("30 minutes a week all year")->weeks_kind, EHC_WEEKS_ALL_YEAR);
	ck_assert_int_eq(dose_of("30 minutes a week from 7 September 2026")->weeks_kind, EHC_WEEKS_NONE);
	assert_ratio(dose_of("30 minutes a week, 10 weeks a term")->weeks, 30, 1);
}
END_TEST

/* ---- several doses ---- */

START_TEST(test_doses_and_a_span_for_all)
{
	struct ehc_amount *m = read_school("45 minutes, once a week, direct; 2 hours, once a term, indirect; 36 weeks a year");

	ck_assert_uint_eq(m->ndoses, 2);
	for (size_t i = 0; i < 2; i++)
		assert_ratio(m->doses[i].weeks, 36, 1);
	ck_assert_int_eq(m->doses[1].delivery, EHC_DELIVERY_INDIRECT);
	assert_ratio(m->year.hours, 33, 1);
	ck_assert(!m->year.assumed);

	m = read_school("45 minutes a week; 20 minutes a day, in term time");
	ck_assert_uint_eq(m->ndoses, 2);
	ck_assert_int_eq(m->doses[0].weeks_kind, EHC_WEEKS_TERM_TIME);

	m = read_school("5 minutes every school day for the first six weeks, then 5 minutes once a week");
	ck_assert_uint_eq(m->ndoses, 2);
	ck_assert_int_eq(m->doses[1].weeks_kind, EHC_WEEKS_NONE);
}
END_TEST

START_TEST(test_semicolons_between_parts)
{
	ck_assert_str_eq(said(read_school("1:3; Tuesday and Thursday; 40 minutes")), said(read_school("1:3, Tuesday and Thursday, 40 minutes")));
	ck_assert_uint_eq(read_school("6 sessions; 45 minutes; weekly")->ndoses, 1);
	ck_assert_uint_eq(read_school("45 minutes a week; 1 visit a term")->ndoses, 2);
}
END_TEST

START_TEST(test_doses_without_semicolon)
{
	struct ehc_amount *m = read_school("45 minutes weekly, 2 hours once a term");

	ck_assert_uint_eq(m->ndoses, 2);
	assert_ratio(m->year.hours, 69, 2);
	m = read_school("1 hour direct and 30 minutes indirect a week in term time");
	ck_assert_uint_eq(m->ndoses, 2);
	assert_ratio(m->year.hours, 57, 1);
}
END_TEST

START_TEST(test_a_total_is_no_dose)
{
	static const char *const texts[] = {
		"45 minutes, once a week, 38 weeks a year = 28.5 hours a year", "45 minutes, once a week, 38 weeks a year, a total of 28.5 hours",
		"45 minutes, once a week, 38 weeks a year (28.5 hours in all)", "45 minutes, once a week, 38 weeks a year (30 hours a year in total)",
		"45 minutes, once a week, 38 weeks a year (28.5 hours a year)",
	};

	for (size_t i = 0; i < EHC_COUNT(texts); i++) {
		struct ehc_amount *m = read_school(texts[i]);

		ck_assert_msg(m->ndoses == 1, "%s", texts[i]);
		assert_ratio(m->year.hours, 57, 2);
	}
	assert_ratio(read_school("a total of 6 sessions of 30 minutes a year")->year.hours, 3, 1);
}
END_TEST

/* ---- the year ---- */

START_TEST(test_assumed)
{
	ck_assert(read_school("45 minutes a week")->year.assumed);
	ck_assert(read_school("45 minutes daily")->year.assumed);
	ck_assert(!read_school("45 minutes a week in term time")->year.assumed);
	ck_assert(!read_school("45 minutes a week, 38 weeks a year")->year.assumed);
	ck_assert(!read_school("45 minutes each school day")->year.assumed);
	ck_assert(!read_school("45 minutes a term")->year.assumed);
	ck_assert(!read_school("45 minutes a week for 12 weeks")->year.assumed);
}
END_TEST

START_TEST(test_calendar_of_the_profile)
{
	struct ehc_calendar cal = school;

	cal.terms = 6;
	assert_ratio(read_with("1 hour a term", &cal)->year.hours, 6, 1);
	assert_ratio(read_with("1 hour a half term", &cal)->year.hours, 6, 1);
	assert_ratio(read_with("1 hour a week for two terms", &cal)->year.hours, 38, 3);
	cal = school;
	cal.weeks = cal.term_weeks = ehc_ratio(39, 1);
	cal.days = cal.term_days = ehc_ratio(195, 1);
	assert_ratio(read_with("1 hour a week", &cal)->year.hours, 39, 1);
	assert_ratio(read_with("1 hour a day", &cal)->year.hours, 195, 1);
	assert_ratio(read_with("1 hour a day, 36 weeks a year", &cal)->year.hours, 180, 1);
	assert_ratio(read_with("1 hour a day, 36 weeks a year", &year)->year.hours, 252, 1);
}
END_TEST

START_TEST(test_exact_thirds)
{
	struct ehc_amount *m = read_with("20 minutes, every 6 weeks, all year", &year);

	assert_ratio(m->year.sessions, 26, 3);
	assert_ratio(m->year.hours, 26, 9);
	m = read_with("20 minutes, every 6 weeks; 20 minutes, every 6 weeks; 20 minutes, every 6 weeks, all year", &year);
	assert_ratio(m->year.hours, 26, 3);
}
END_TEST

START_TEST(test_ranges_and_ceilings)
{
	struct ehc_yearly y = read_school("20 to 30 minutes, 2 to 3 times a week, in term time")->year;

	assert_ratio(y.hours, 76, 3);
	assert_ratio(y.hours_high, 57, 1);
	y = read_school("up to 5 hours a week, in term time")->year;
	assert_ratio(y.hours, 0, 1);
	assert_ratio(y.hours_high, 190, 1);
	y = read_school("1 hour, up to twice a week, in term time")->year;
	assert_ratio(y.hours, 0, 1);
	ck_assert((y.missing & EHC_MISSING_FLOOR) != 0);
	y = read_school("at least 1 hour a week, in term time")->year;
	assert_ratio(y.hours, 38, 1);
	ck_assert_uint_eq(y.missing & EHC_MISSING_FLOOR, 0);
}
END_TEST

START_TEST(test_counted_never_timed)
{
	ck_assert(!ehc_ratio_known(read_school("2 nights a month")->year.hours));
	ck_assert(!ehc_ratio_known(read_school("12 pads a day")->year.hours));
	ck_assert(!ehc_ratio_known(read_school("10 minutes after every seizure")->year.hours));
	ck_assert(!ehc_ratio_known(read_school("2 days a week")->year.hours));
	/* nights beside hours: both are kept, neither is turned into the other */
	assert_ratio(read_school("2 nights a month; 1 hour a month")->year.hours, 12, 1);
	ck_assert(!ehc_ratio_known(read_school("2 nights a month; 1 hour a month")->year.sessions));
}
END_TEST

/* ---- what is not understood ---- */

START_TEST(test_unread)
{
	ck_assert_str_eq(unread_of("45 minutes weekly with the therapist Jo Example"), "therapist Jo Example");
	ck_assert_str_eq(unread_of("45 minutes a week, targets reviewed every term"), "targets reviewed every term");
	ck_assert_str_eq(unread_of("regularly"), "regularly");
	ck_assert_str_eq(unread_of("To be agreed"), "agreed");
	ck_assert_str_eq(unread_of("for 45 minutes, on a weekly basis."), "basis");
	ck_assert_str_eq(unread_of(""), "");
	/* a review is no frequency */
	ck_assert((read_school("45 minutes, reviewed weekly")->year.missing & EHC_MISSING_FREQUENCY) != 0);
}
END_TEST

START_TEST(test_spans_point_into_the_source)
{
	struct ehc_str text = EHC_STR("weekly sometimes; 20 pads a day");
	struct ehc_amount *m = ehc_amount_read(arena, text, 1000, &school);

	ck_assert_uint_eq(m->span.start, 1000);
	ck_assert_uint_eq(m->span.end, 1000 + text.len);
	ck_assert_uint_eq(m->unread.start, 1007);
	ck_assert_uint_eq(m->unread.end, 1016);
	ck_assert_uint_eq(m->doses[m->ndoses - 1].span.start, 1018);
	ck_assert_uint_eq(m->doses[m->ndoses - 1].span.end, 1000 + text.len);
}
END_TEST

START_TEST(test_nothing_to_count)
{
	static const char *const texts[] = { "", " ", "regularly", "as required", "ongoing.", "To be agreed", ";", ",,;;--", "a the of", "when needed" };

	for (size_t i = 0; i < EHC_COUNT(texts); i++) {
		struct ehc_amount *m = read_school(texts[i]);

		ck_assert_msg(m->ndoses == 0, "%s", texts[i]);
		ck_assert((m->year.missing & (EHC_MISSING_LENGTH | EHC_MISSING_FREQUENCY)) == (EHC_MISSING_LENGTH | EHC_MISSING_FREQUENCY));
		ck_assert_uint_gt(ehc_amount_trouble(arena, m).len, 0);
		ck_assert_str_eq(said(m), "");
	}
	ck_assert((read_school("12")->year.missing & EHC_MISSING_UNIT) != 0);
	ck_assert((read_school("12, once a week")->year.missing & EHC_MISSING_UNIT) != 0);
}
END_TEST

/* ---- the order of parts ---- */

START_TEST(test_order_of_parts)
{
	const char *parts[] = { "45 minutes", "twice a week", "36 weeks a year", "one-to-one", "direct" };
	int order[] = { 0, 1, 2, 3, 4 }, tried = 0;
	const char *expected = said(read_school("45 minutes, twice a week, 36 weeks a year, one-to-one, direct"));

	for (int code = 0; code < 3125; code++) {
		unsigned seen = 0;
		int rest = code;
		struct ehc_str text;

		for (int i = 0; i < 5; i++, rest /= 5) {
			order[i] = rest % 5;
			seen |= 1u << order[i];
		}
		if (seen != 31)
			continue;
		text = ehc_arena_printf(arena, "%s, %s, %s, %s, %s", parts[order[0]], parts[order[1]], parts[order[2]], parts[order[3]], parts[order[4]]);
		ck_assert_msg(strcmp(said(read_school(text.ptr)), expected) == 0, "%s: %s", text.ptr, said(read_school(text.ptr)));
		tried++;
	}
	ck_assert_int_eq(tried, 120);
}
END_TEST

START_TEST(test_letter_case_and_blanks)
{
	const char *expected = said(read_school("45 minutes, once a week, in term time, one-to-one"));

	ck_assert_str_eq(said(read_school("45 MINUTES, ONCE A WEEK, IN TERM TIME, ONE-TO-ONE")), expected);
	ck_assert_str_eq(said(read_school("  45\n    minutes ,once\ta  week,in\n    term  time ,one-to-one. ")), expected);
	ck_assert_str_eq(said(read_school("45\xC2\xA0minutes, once a\xC2\xA0week, in term time, one\xC2\xA0to one")), expected);
}
END_TEST

/* ---- putting two readings together ---- */

START_TEST(test_merge)
{
	struct ehc_amount *field = read_school("twice a week"), *sentence = read_school("20 minutes, one-to-one, in term time"), *m;

	m = ehc_amount_merge(arena, field, sentence, &school);
	ck_assert_str_eq(said(m), "20 min, twice a week, in term time = 25.33 hours a year, one-to-one");
	ck_assert_uint_eq(m->year.missing, 0);
	ck_assert_uint_eq(ehc_amount_trouble(arena, m).len, 0);
	/* the field wins */
	m = ehc_amount_merge(arena, read_school("45 minutes a week"), read_school("30 minutes twice a week in a pair"), &school);
	assert_ratio(m->doses[0].length.low, 45, 1);
	ck_assert_int_eq(m->doses[0].group, EHC_GROUP_PAIR);
	assert_ratio(m->doses[0].times.low, 1, 1);
	/* the hours of the week are shared out over its days */
	m = ehc_amount_merge(arena, read_school("Four days each week for 38 weeks"), read_school("20 hours a week"), &school);
	assert_ratio(m->year.hours, 760, 1);
	assert_ratio(m->doses[0].length.low, 300, 1);
	m = ehc_amount_merge(arena, read_school("Monday and Thursday"), read_school("2 hours a week, in term time"), &school);
	assert_ratio(m->year.hours, 76, 1);
	/* a count in one place and a period in the other */
	m = ehc_amount_merge(arena, read_school("6 sessions of 45 minutes"), read_school("once a week"), &school);
	assert_ratio(m->year.hours, 9, 2);
	ck_assert(m->doses[0].count_in_all && !m->doses[0].ambiguous);
	m = ehc_amount_merge(arena, read_school("6 sessions of 45 minutes"), read_school("weekly"), &school);
	ck_assert(m->doses[0].ambiguous);
	m = ehc_amount_merge(arena, read_school("weekly"), read_school("6 sessions of 45 minutes"), &school);
	ck_assert(m->doses[0].ambiguous);
	m = ehc_amount_merge(arena, read_school("38 sessions of 45 minutes"), read_school("weekly"), &school);
	ck_assert(!m->doses[0].ambiguous);
	assert_ratio(m->year.hours, 57, 2);
	m = ehc_amount_merge(arena, read_school("12 pads"), read_school("daily"), &school);
	assert_ratio(m->year.sessions, 2280, 1);
	m = ehc_amount_merge(arena, read_school("one 30-minute visit"), read_school("every 6 weeks, all year"), &school);
	assert_ratio(m->year.hours, 13, 3);
	/* nothing beside something */
	ck_assert_ptr_null(ehc_amount_merge(arena, NULL, NULL, &school));
	ck_assert_str_eq(said(ehc_amount_merge(arena, NULL, sentence, &school)), said(sentence));
	ck_assert_str_eq(said(ehc_amount_merge(arena, field, NULL, &school)), said(field));
	ck_assert_str_eq(said(ehc_amount_merge(arena, read_school("regularly"), sentence, &school)), said(sentence));
}
END_TEST

START_TEST(test_unit_names)
{
	for (int u = EHC_UNIT_NONE; u <= EHC_UNIT_SCHOOL_WEEK; u++)
		ck_assert_msg(ehc_unit_name((enum ehc_unit)u) != NULL, "unit %d has no name", u);
	ck_assert_str_eq(ehc_unit_name(EHC_UNIT_MINUTE), "minute");
	ck_assert_str_eq(ehc_unit_name(EHC_UNIT_HALF_TERM), "half term");
	ck_assert_str_eq(ehc_unit_name(EHC_UNIT_SCHOOL_WEEK), "school week");
	ck_assert_str_eq(ehc_unit_name(EHC_UNIT_NONE), "");
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { test_length_and_frequency, test_hours_of_the_period, test_counts, test_bounds, test_numbers, test_company,
		test_days_and_times, test_spans, test_doses_and_a_span_for_all, test_semicolons_between_parts, test_doses_without_semicolon,
		test_a_total_is_no_dose, test_assumed, test_calendar_of_the_profile, test_exact_thirds, test_ranges_and_ceilings, test_counted_never_timed,
		test_unread, test_spans_point_into_the_source, test_nothing_to_count, test_order_of_parts, test_letter_case_and_blanks, test_merge,
		test_unit_names };
	Suite *s = suite_create("amount");
	TCase *rows = tcase_create("table"), *rest = tcase_create("rules");

	tcase_add_checked_fixture(rows, setup, teardown);
	tcase_add_loop_test(rows, test_table, 0, (int)EHC_COUNT(table));
	suite_add_tcase(s, rows);
	tcase_add_checked_fixture(rest, setup, teardown);
	for (size_t i = 0; i < EHC_COUNT(tests); i++)
		tcase_add_test(rest, tests[i]);
	suite_add_tcase(s, rest);
	return run_suite(s);
}
