/*
 * test_prose.c - what one walk over a text finds: sentences, speech, headings, times, phrases and their guards.
 */
#include "ehc/prose.h"
#include "arena_fixture.h"
#include "suite.h"

#include <check.h>
#include <stdlib.h>

static struct ehc_prose *
read_text(const char *text)
{
	return ehc_prose_read(arena, ehc_str_of(text));
}

/* The words of all vague phrases, in order, each followed by "|". */
static const char *
phrases(const char *text)
{
	const struct ehc_prose *p = read_text(text);
	struct ehc_str all = EHC_NOSTR;

	for (size_t i = 0; i < p->nmatches; i++)
		if (p->matches[i].list == EHC_LIST_PHRASE)
			all = ehc_arena_printf(arena, "%.*s%.*s|", EHC_ARG(all), EHC_ARG(ehc_prose_words(p, &p->matches[i])));
	return ehc_arena_cstr(arena, all);
}

START_TEST(sentences_end_at_full_stops_only)
{
	ck_assert_uint_eq(read_text("Dr. Example sees Sam, e.g. on Mondays at 1.15pm. Then Sam rests.")->nsentences, 2);
	ck_assert_uint_eq(read_text("Why? Because. Now!")->nsentences, 3);
	ck_assert_uint_eq(read_text("")->nsentences, 0);
}
END_TEST

START_TEST(phrases_cross_lines_and_not_sentences)
{
	ck_assert_str_eq(phrases("Sam reads as and\nwhen."), "as and\nwhen|");
	ck_assert_str_eq(phrases("Sam reads as and. When it rains, Sam sleeps."), "");
}
END_TEST

START_TEST(speech_is_exempt)
{
	ck_assert_str_eq(phrases("Sam says \"I like it when it is regular\"."), "");
	ck_assert_str_eq(phrases("Sam says \xE2\x80\x9CI like it regular\xE2\x80\x9D."), "");
	ck_assert_str_eq(phrases("Sam's teacher's visits come regularly."), "regularly|");
}
END_TEST

START_TEST(guarded_uses_are_no_phrases)
{
	ck_assert_str_eq(phrases("There is step-free access to the hall."), "");
	ck_assert_str_eq(phrases("Sam has access to the hall."), "has access to|");
	ck_assert_str_eq(phrases("A group of up to 4 pupils."), "");
	ck_assert_str_eq(phrases("An ELSA-trained assistant."), "");
	ck_assert_str_eq(phrases("Age-appropriate books."), "");
}
END_TEST

START_TEST(the_longest_phrase_at_a_place_is_the_one)
{
	ck_assert_str_eq(phrases("A high level of care, at regular intervals."), "A high level of|at regular intervals|");
}
END_TEST

START_TEST(headings_are_not_read)
{
	const struct ehc_prose *p = read_text("First words.\n\nWhat helps regularly\n\nSam rests.");

	ck_assert_uint_eq(p->nsentences, 3);
	ck_assert(p->sentences[1].heading);
	ck_assert(!p->sentences[0].heading && !p->sentences[2].heading);
	ck_assert_str_eq(phrases("First words.\n\nWhat helps regularly\n\nSam rests."), "");
}
END_TEST

START_TEST(times_of_day_are_known)
{
	ck_assert(read_text("From 1.15pm to 2.00pm.")->clock_range);
	ck_assert(read_text("At 9.10-9.40 daily.")->clock_range);
	ck_assert(read_text("At 9.00, 10.45 and 1.15.")->clock && !read_text("At 9.00, 10.45 and 1.15.")->clock_range);
	ck_assert(!read_text("A tube of size 4.0 and 1.5 cm.")->clock);
	ck_assert(read_text("On 1 September 2026.")->has_date);
}
END_TEST

START_TEST(dates_are_known_in_every_form)
{
	static const char *const dated[] = { "Seen on 14th of May 2026.", "Seen on 4 Sept. 2026.", "Seen on 14/05/2026.", "Seen on 1.5.26.", "Seen on 2026-05-14." };
	static const char *const undated[] = { "For 45 minutes in May.", "The 14th of each month.", "Room 2026.", "He may read 20 books.", "A 2:1 ratio." };

	for (size_t i = 0; i < EHC_COUNT(dated); i++)
		ck_assert_msg(read_text(dated[i])->has_date, "%s", dated[i]);
	for (size_t i = 0; i < EHC_COUNT(undated); i++)
		ck_assert_msg(!read_text(undated[i])->has_date, "%s", undated[i]);
}
END_TEST

START_TEST(doers_are_known_by_how_their_words_end)
{
	ck_assert(ehc_prose_has(read_text("The orthoptist tests her sight."), EHC_LIST_ROLE_REGISTERED));
	ck_assert(ehc_prose_has(read_text("By two drama therapists."), EHC_LIST_ROLE_REGISTERED));
	ck_assert(ehc_prose_has(read_text("By the chess trainer."), EHC_LIST_ROLE_OTHER));
	ck_assert(ehc_prose_has(read_text("With a physio."), EHC_LIST_ROLE_OTHER));
	ck_assert(ehc_prose_has(read_text("Each day her 1:1 reads with her."), EHC_LIST_ROLE_SUPPORT));
	ck_assert(!ehc_prose_has(read_text("With a timer, a poster and a list."), EHC_LIST_ROLE_OTHER));
}
END_TEST

START_TEST(a_clause_names_who_taught)
{
	ck_assert(ehc_says_trainer(read_text("Two assistants, both trained in moving and handling by the physiotherapist, lift him.")));
	ck_assert(!ehc_says_trainer(read_text("Two trained assistants lift him, as agreed by the physiotherapist.")));
	ck_assert(!ehc_says_trainer(read_text("Two assistants, trained by September.")));
}
END_TEST

START_TEST(times_to_come_are_known)
{
	ck_assert(ehc_prose_has(read_text("By the end of primary, Sam reads."), EHC_LIST_DEADLINE));
	ck_assert(ehc_prose_has(read_text("Within two terms."), EHC_LIST_DEADLINE));
	ck_assert(ehc_prose_has(read_text("When she leaves in 2027."), EHC_LIST_DEADLINE));
	ck_assert(!ehc_prose_has(read_text("At the end of each lesson."), EHC_LIST_DEADLINE));
	ck_assert(ehc_prose_has(read_text("As soon as the bell rings."), EHC_LIST_EVENT));
	ck_assert(!ehc_prose_has(read_text("When he is settled."), EHC_LIST_EVENT));
	ck_assert(ehc_prose_has(read_text("Before it starts."), EHC_LIST_EVENT));
	ck_assert(!ehc_prose_has(read_text("A programme to follow between visits."), EHC_LIST_EVENT));
	ck_assert(ehc_prose_has(read_text("At the Year 9 review Sam names two friends."), EHC_LIST_DEADLINE));
	ck_assert(ehc_prose_has(read_text("In October."), EHC_LIST_SEASON));
}
END_TEST

/* A word that only the logic asks about may be part of a name. */
START_TEST(words_that_may_be_names_stay_unknown)
{
	static const bool expected[] = { false, false, true };
	struct ehc_str text = ehc_str_of("Exampletown Primary school"), word;
	size_t at = 0, n = 0;
	bool known;

	for (; ehc_lexicon_next(text, &at, &word, &known); n++)
		ck_assert_int_eq(known, expected[n]);
	ck_assert_uint_eq(n, EHC_COUNT(expected));
	ck_assert_uint_eq(read_text("Exampletown Primary")->tokens[1].word, UINT32_MAX);
}
END_TEST

/* Words are taken in eights of bytes, which an apostrophe must not shift. */
START_TEST(words_of_any_length_are_read_whole)
{
	static const char *const letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
	char text[128];

	for (size_t before = 1; before <= 45; before++)
		for (size_t behind = 1; behind <= 45; behind++) {
			int n = snprintf(text, sizeof(text), "%.*s'%.*s children's lunch", (int)before, letters, (int)behind, letters);
			struct ehc_str s = { text, (size_t)n }, word;
			struct ehc_prose *p = read_text(text);
			size_t at = 0;
			bool known;

			ck_assert(ehc_lexicon_next(s, &at, &word, &known) && !known);
			ck_assert_uint_eq(word.len, before + 1 + behind);
			ck_assert(ehc_lexicon_next(s, &at, &word, &known) && known && word.len == strlen("children's"));
			ck_assert_uint_eq(p->ntokens, 3);
			ck_assert_uint_eq(p->tokens[0].len, before + 1 + behind);
			ck_assert(p->tokens[0].word == UINT32_MAX && p->tokens[1].word != UINT32_MAX && p->tokens[2].word != UINT32_MAX);
		}
}
END_TEST

START_TEST(empty_marks_and_odd_bytes_do_no_harm)
{
	ck_assert_uint_eq(read_text("... \"\" '' -- \xE2\x80\x93")->ntokens, 0);
	ck_assert_uint_ge(read_text("caf\xC3\xA9 \xFF\xFE word")->ntokens, 2);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("prose");
	TCase *tests = tcase_create("reading");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, sentences_end_at_full_stops_only);
	tcase_add_test(tests, phrases_cross_lines_and_not_sentences);
	tcase_add_test(tests, speech_is_exempt);
	tcase_add_test(tests, guarded_uses_are_no_phrases);
	tcase_add_test(tests, the_longest_phrase_at_a_place_is_the_one);
	tcase_add_test(tests, headings_are_not_read);
	tcase_add_test(tests, times_of_day_are_known);
	tcase_add_test(tests, dates_are_known_in_every_form);
	tcase_add_test(tests, doers_are_known_by_how_their_words_end);
	tcase_add_test(tests, a_clause_names_who_taught);
	tcase_add_test(tests, times_to_come_are_known);
	tcase_add_test(tests, words_that_may_be_names_stay_unknown);
	tcase_add_test(tests, words_of_any_length_are_read_whole);
	tcase_add_test(tests, empty_marks_and_odd_bytes_do_no_harm);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
