/*
 * test_island.c - amounts inside prose, and input that was made to hurt: long, large, mixed at random.
 */
#include "ehc/amount.h"
#include "suite.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct ehc_arena *arena;
static struct ehc_calendar school;

static void
setup(void)
{
	arena = ehc_arena_new();
	school = ehc_calendar_school();
}

static void
teardown(void)
{
	ehc_arena_free(arena);
}

static struct ehc_amount *
read_amount(const char *text)
{
	return ehc_amount_read(arena, ehc_str_of(text), 0, &school);
}

static const char *
said(const struct ehc_amount *m)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_amount_say(m, &b);
	return ehc_buf_take(&b, arena).ptr;
}

/* ---- islands in prose ---- */

/* All amounts in a sentence, "|" between, and what was hopped over in angle brackets. */
static const char *
islands(const char *text)
{
	struct ehc_str s = ehc_str_of(text);
	struct ehc_buf b = { NULL, 0, 0 };
	size_t i = 0;

	while (i < s.len) {
		size_t used;
		struct ehc_amount *m = ehc_amount_island(arena, ehc_str_sub(s, i, s.len), (uint32_t)i, &school, &used);

		if (used > 0)
			ehc_buf_printf(&b, m != NULL ? "%s%.*s" : "%s<%.*s>", b.len > 0 ? "|" : "", (int)used, text + i);
		i += used;
		while (i < s.len && ((text[i] | 32) >= 'a' && (text[i] | 32) <= 'z'))
			i++;
		while (i < s.len && text[i] >= '0' && text[i] <= '9')
			i++;
		while (i < s.len && !((text[i] | 32) >= 'a' && (text[i] | 32) <= 'z') && !(text[i] >= '0' && text[i] <= '9'))
			i++;
	}
	return ehc_buf_take(&b, arena).ptr;
}

START_TEST(test_islands)
{
	static const struct {
		const char *text, *found;
	} rows[] = {
		{ "A therapist works with Amira alone for 45 minutes every week in term time.", "alone for 45 minutes every week in term time" },
		{ "Amira has 45 minutes of one-to-one physiotherapy every week from a therapist.", "45 minutes of one-to-one physiotherapy every week" },
		{ "Up to 20 hours of adult help a week.", "Up to 20 hours of adult help a week" },
		{ "Ten speech therapy sessions of 20-45 minutes.", "Ten speech therapy sessions of 20-45 minutes" },
		{ "She is seen every Thursday from 1.15pm to 2.00pm.", "every Thursday from 1.15pm to 2.00pm" },
		{ "The nurse visits for 45 minutes on the first Tuesday of each half term.", "for 45 minutes on the first Tuesday of each half term" },
		{ "There are two adults for every six pupils in the hall.", "two adults for every six pupils" },
		{ "Nights: twenty-four nights of overnight short breaks a year.", "twenty-four nights of overnight short breaks a year" },
		{ "Staff change her position after each bolus feed.", "after each bolus feed" },
		{ "Thirty-five minutes of direct speech therapy once a week.", "Thirty-five minutes of direct speech therapy once a week" },
		{ "A friendship group of no more than five pupils.", "group of no more than five pupils" },
		{ "For 12 hours a week an assistant sits with Amira.", "For 12 hours a week" },
		/* words that begin an amount only with the right one behind them */
		{ "The nurse visits first and third Monday of each month.", "first and third Monday of each month" },
		{ "A teacher sits with him between noon and 1pm every day.", "between noon and 1pm every day" },
		{ "He has help starting on 4 January 2027 and until 18 July 2027.", "starting on 4 January 2027 and until 18 July 2027" },
		{ "First weekend of each month he rests; before each lesson he is told.", "First weekend of each month|before each lesson" },
		/* a plural day is each of them */
		{ "A worker takes her to the club on Mondays.", "Mondays" },
		{ "They cook together on Thursday evenings and at home.", "Thursday evenings" },
		/* none of these is an amount of provision */
		{ "Amira, in Year 6, was born on 14 May 2016.", "<Year 6>|<14 May 2016>" },
		{ "He is 9 years 4 months old and reads like a child aged 6.", "<years 4 months>|<aged 6>" },
		{ "She scored 8 out of 10, at the 5th percentile, standard score 71.", "<8 out of 10>|<5th percentile>|<score 71>" },
		{ "Give 10 mg in 25 ml; her number is 01632 960001.", "<10 mg>|<25 ml>" },
		{ "He lives at 1 Elm Grove, HV3 9ZZ, and holds a Level 3 award.", "<Level 3>" },
		{ "He settles within 30 minutes.", "<within 30 minutes>" },
		{ "Her heart beats 110 beats a minute for 60 seconds.", "<110 beats a minute>|<60 seconds>" },
		{ "In terms of help, in the end a year later it was a day out.", "" },
		{ "Progress is reviewed every six weeks.", "<reviewed every six weeks>" },
		{ "There were two friends and 30 objects in every room.", "" },
		{ "He was born at 39 weeks and walked at 14 months.", "" },
		{ "On Monday he sat in the sun.", "" },
		{ "Direct payments are up to date.", "" },
		{ "The first and the last to go, until he is called, between lessons, before a meal, from home, after sport.", "" },
		{ "He tries with each word. She was one of twenty, with friends.", "" },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++)
		ck_assert_str_eq(islands(rows[i].text), rows[i].found);
}
END_TEST

static bool
is_word_byte(char c)
{
	return ehc_is_letter(c) || ehc_is_digit(c) || (unsigned char)c >= 0x80;
}

static bool
is_word_start(struct ehc_str s, size_t i)
{
	return is_word_byte(s.ptr[i]) && (i == 0 || !is_word_byte(s.ptr[i - 1]));
}

START_TEST(test_island_places)
{
	struct ehc_str text = EHC_STR("20 minutes twice a week, and so on");
	size_t used = 99;
	struct ehc_amount *m = ehc_amount_island(arena, text, 500, &school, &used);

	ck_assert_ptr_nonnull(m);
	ck_assert_uint_eq(used, 23);
	ck_assert_uint_eq(m->span.start, 500);
	ck_assert_uint_eq(m->span.end, 523);
	ck_assert_uint_eq(m->doses[0].span.start, 500);
	ck_assert_ptr_null(ehc_amount_island(arena, EHC_STR("cat"), 0, &school, &used));
	ck_assert_uint_eq(used, 0);
	ck_assert_ptr_null(ehc_amount_island(arena, EHC_NOSTR, 0, &school, &used));
}
END_TEST

/* Tries every word of a text from one place to the other, where no island begins; where it comes to, hopping over what may be. */
static size_t
try_words(struct ehc_str s, size_t from, size_t to)
{
	size_t used;

	for (; from < to; from += used > 0 ? used : 1) {
		used = 0;
		if (is_word_start(s, from))
			ck_assert_msg(ehc_amount_island(arena, ehc_str_sub(s, from, s.len), 0, &school, &used) == NULL, "missed: %s", s.ptr + from);
	}
	return from;
}

/* The walk over a text finds what is found where every word is tried, but for what lies within an island or is hopped over. */
START_TEST(test_walk)
{
	static const char *const texts[] = { "Amira works alone with her for 45 minutes each week, and in the school holidays, too.", "aloneness; twice, x4 (\xC2\xBD hour daily)",
		"", "-", "May", "may 2026", "a", "an hour", "One-to-one support from 3 March 2026 until the end of each term", "caf\xC3\xA9 daily\xC3\xA9 \xE2\x80\x93 weekly",
		"Reviewed every term: the whole school day, 1:1 throughout", "three times\n    a week", "within 30 minutes, weekly" };

	for (size_t i = 0; i < EHC_COUNT(texts); i++) {
		struct ehc_str s = ehc_str_of(texts[i]);
		size_t at = 0, used, tried = 0;
		struct ehc_amount *m;

		while ((m = ehc_amount_next_island(arena, s, &school, &at, &used)) != NULL) {
			ck_assert_uint_eq(try_words(s, tried, at), at);
			ck_assert(is_word_start(s, at));
			ck_assert_uint_eq(m->span.start, at);
			ck_assert_uint_eq(m->span.end, at + used);
			at = tried = at + used;
		}
		try_words(s, tried, s.len);
	}
}
END_TEST

/* ---- hostile input ---- */

static char *
repeat(const char *piece, size_t bytes)
{
	size_t n = strlen(piece);
	char *s = malloc(bytes + 1);

	for (size_t i = 0; i < bytes; i++)
		s[i] = piece[i % n];
	s[bytes] = '\0';
	return s;
}

START_TEST(test_long_input)
{
	static const char *const pieces[] = { "1 1 ", "1", "every ", "6 direct ", "45 minutes, ", "; ", "a a ", "before each x ", "Monday and ", "1:1:", "10 ",
		"between 2 and ", "\xC2\xBD", "\xFF\xFE", "at least ", "for ", "- 3 ", "1 hour 3 " };
	enum { BYTES = 1 << 20 };

	for (size_t i = 0; i < EHC_COUNT(pieces); i++) {
		char *s = repeat(pieces[i], BYTES);
		struct ehc_str text = { s, BYTES };
		clock_t begun = clock();
		struct ehc_amount *m = ehc_amount_read(arena, text, 0, &school);
		size_t used;

		ck_assert_uint_eq(m->unread.end, BYTES);
		for (size_t at = 0; at < BYTES; at += 4096)
			ehc_amount_island(arena, ehc_str_sub(text, at, BYTES), (uint32_t)at, &school, &used);
		ck_assert_msg((clock() - begun) / CLOCKS_PER_SEC < 5, "%s takes too long", pieces[i]);
		free(s);
	}
}
END_TEST

/* As many words as an amount may have, all of them one part. */
START_TEST(test_long_description)
{
	struct ehc_buf b = { NULL, 0, 0 };
	struct ehc_amount *m;

	ehc_buf_cstr(&b, "a");
	for (int i = 0; i < 254; i++)
		ehc_buf_cstr(&b, " weekly");
	ehc_buf_cstr(&b, " visit");
	m = ehc_amount_read(arena, ehc_buf_text(&b), 0, &school);
	ck_assert_str_eq(said(m), "1 visit, once a week");
	ehc_buf_free(&b);
}
END_TEST

START_TEST(test_large_figures)
{
	static const char *const texts[] = { "999999999 hours a week", "999999999 sessions of 999999999 hours every day, 999999999 weeks a year",
		"99999999999999999999999 minutes", "0.0000000001 hours a week", "999999999 times a week, 999999999 hours, 999999999 weeks a year",
		"1/999999999 hours, every 999999999 weeks", "every 0 weeks, 5 minutes", "0 minutes a week", "1/0 hours a week", "0:0", "9999999:1" };

	for (size_t i = 0; i < EHC_COUNT(texts); i++) {
		struct ehc_amount *m = read_amount(texts[i]);

		ck_assert_msg(!ehc_ratio_known(m->year.hours) || m->year.hours.num >= 0, "%s", texts[i]);
		ck_assert_ptr_nonnull(said(m));
	}
}
END_TEST

/* Words of the language in every mixture: no crash, all places inside the text, and the same answer twice. */
START_TEST(test_mixtures)
{
	static const char *const words[] = { "45", "minutes", "a", "week", "every", "6", "weeks", "term", "one-to-one", "2:1", "sessions", "of", "twice", "x", ",", ";",
		"for", "from", "7 May 2026", "until", "Monday", "and", "to", "at", "9.30am", "up to", "at least", "half", "an hour", "group of", "4", "pupils",
		"daily", "direct", "before", "each", "meal", "pads", "block", "between", "in term time", "full time", "reviewed", "total", "=", "then", "\xC2\xBD",
		"-", "per", "year", "adults", "for every", "night", "(", ")", "first", "school day" };
	unsigned state = 1;

	for (int round = 0; round < 20000; round++) {
		struct ehc_buf b = { NULL, 0, 0 };
		struct ehc_amount *m;
		size_t used;

		for (int n = 0; n < 12; n++) {
			state = state * 1103515245u + 12345u;
			ehc_buf_printf(&b, "%s ", words[(state >> 16) % EHC_COUNT(words)]);
		}
		m = ehc_amount_read(arena, ehc_buf_text(&b), 0, &school);
		ck_assert(m->unread.start <= m->unread.end && m->unread.end <= b.len);
		for (size_t i = 0; i < m->ndoses; i++)
			ck_assert(m->doses[i].span.start < m->doses[i].span.end && m->doses[i].span.end <= b.len);
		ck_assert_str_eq(said(m), said(ehc_amount_read(arena, ehc_buf_text(&b), 0, &school)));
		ehc_amount_island(arena, ehc_buf_text(&b), 0, &school, &used);
		ck_assert_uint_le(used, b.len);
		ehc_amount_merge(arena, m, read_amount("20 hours a week"), &school);
		ehc_buf_free(&b);
		if (round % 500 == 0)
			ehc_arena_reset(arena);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { test_islands, test_island_places, test_walk, test_long_input, test_long_description, test_large_figures, test_mixtures };
	Suite *s = suite_create("island");
	TCase *c = tcase_create("island");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 120);
	for (size_t i = 0; i < EHC_COUNT(tests); i++)
		tcase_add_test(c, tests[i]);
	suite_add_tcase(s, c);
	return run_suite(s);
}
