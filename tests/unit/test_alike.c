/*
 * test_alike.c - what texts speak of, and how alike two of them are.
 */
#include "ehc/alike.h"
#include "arena_fixture.h"
#include "suite.h"

#include <check.h>
#include <string.h>

static struct ehc_topics
topics(const char *text)
{
	return ehc_topics_of(arena, ehc_str_of(text));
}

static unsigned
alike(const char *one, const char *two)
{
	struct ehc_topics x = topics(one), y = topics(two);
	unsigned there = ehc_topics_alike(&x, &y);

	ck_assert_uint_eq(there, ehc_topics_alike(&y, &x));
	return there;
}

START_TEST(same_words_in_other_forms)
{
	ck_assert_uint_eq(alike("Swallowing is checked each week.", "weekly check of how she swallows"), 1000);
	ck_assert_uint_eq(alike("Swimming lessons", "a lesson: to swim"), 1000);
	ck_assert_uint_eq(alike("the child\xE2\x80\x99s narratives", "child's narrative"), 1000);
	ck_assert_uint_eq(alike("physiotherapist", "Physiotherapy"), 1000);
	ck_assert_uint_eq(alike("READING", "reads"), 1000);
	ck_assert_uint_eq(alike("communication", "communicates"), 1000);
}
END_TEST

START_TEST(small_words_and_amounts_tell_nothing)
{
	ck_assert_uint_eq(topics("45 minutes, once a week, for each of the terms").count, 1);
	ck_assert_uint_eq(alike("30 minutes twice a week for her", "an hour every week from him"), 0);
	ck_assert_uint_eq(topics("").weight, 0);
	ck_assert_uint_eq(alike("", ""), 0);
	ck_assert_uint_eq(alike("", "phonics"), 0);
	ck_assert_uint_gt(alike("Phonics, 30 minutes", "Phonics, 20 minutes"), 800);
}
END_TEST

START_TEST(other_matters_are_far)
{
	const char *clarity = "Direct speech and language therapy on single-word clarity and narrative.";

	ck_assert_uint_gt(alike(clarity, "Speech and language therapist: work on clarity of single words and narrative skills"), 600);
	ck_assert_uint_lt(alike(clarity, "Occupational therapy to support dressing and cutlery skills"), 150);
	ck_assert_uint_lt(alike("A teaching assistant supports the child in class", "A teaching assistant helps the child to catheterise"), 500);
}
END_TEST

START_TEST(one_within_the_other)
{
	struct ehc_topics part = topics("hydrotherapy"), whole = topics("hydrotherapy and stretches in a standing frame");

	ck_assert_uint_eq(ehc_topics_within(&part, &whole), 1000);
	ck_assert_uint_lt(ehc_topics_within(&whole, &part), 500);
}
END_TEST

START_TEST(joined_and_shared)
{
	struct ehc_topics x = topics("phonics and spelling"), y = topics("Spelling, handwriting 12"), both = ehc_topics_join(arena, &x, &y);
	struct ehc_str words[4];

	ck_assert_uint_eq(both.count, 4);
	ck_assert_uint_eq(ehc_topics_within(&x, &both), 1000);
	ck_assert_uint_eq(ehc_topics_within(&y, &both), 1000);
	ck_assert_uint_eq(ehc_topics_shared(&y, &x, words, 4), 1);
	ck_assert(ehc_str_is(words[0], "Spelling"));
	ck_assert_uint_eq(ehc_topics_shared(&y, &both, words, 1), 1);
}
END_TEST

START_TEST(rare_words_weigh_more)
{
	const char *const texts[] = { "phonics", "cutlery", "braille", "stairs", "zips", "friends", "money", "hoist" };
	struct ehc_topics t[8];

	for (size_t i = 0; i < 8; i++)
		t[i] = ehc_topics_of(arena, ehc_arena_printf(arena, "vocabulary %s", texts[i]));
	ck_assert_uint_eq(ehc_topics_alike(&t[0], &t[1]), 500);
	ehc_topics_weigh(arena, t, 2);
	ck_assert_uint_gt(ehc_topics_alike(&t[0], &t[1]), 450);
	ehc_topics_weigh(arena, t, 8);
	ck_assert_uint_lt(ehc_topics_alike(&t[0], &t[1]), 250);
	ck_assert_uint_gt(ehc_topics_alike(&t[0], &t[1]), 0);
}
END_TEST

/* Bytes that are no text, and words longer than any, do no harm. */
START_TEST(odd_bytes)
{
	char longest[4000];

	memset(longest, 'q', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	ck_assert_uint_eq(topics(longest).count, 1);
	ck_assert_uint_eq(topics("\xFF\xFE '' \xE2\x80\x94 '").count, 0);
	ck_assert_uint_eq(topics("caf\xC3\xA9s").count, 1);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("alike");
	TCase *t = tcase_create("topics");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, same_words_in_other_forms);
	tcase_add_test(t, small_words_and_amounts_tell_nothing);
	tcase_add_test(t, other_matters_are_far);
	tcase_add_test(t, one_within_the_other);
	tcase_add_test(t, joined_and_shared);
	tcase_add_test(t, rare_words_weigh_more);
	tcase_add_test(t, odd_bytes);
	suite_add_tcase(s, t);
	return run_suite(s);
}
