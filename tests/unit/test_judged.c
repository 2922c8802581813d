/*
 * test_judged.c - what a reader of whole plans would say of one line: rows of a section, its words, a rule, and whether the rule finds it.
 */
#include <check.h>
#include <string.h>

#include "compile_fixture.h"
#include "suite.h"

/* Found as an error or a warning. */
static size_t
count(const char *rule)
{
	size_t n = 0;

	for (size_t i = 0; i < c.findings.list.count; i++)
		n += strcmp(c.findings.list.items[i]->rule->id, rule) == 0 && c.findings.list.items[i]->severity != EHC_NOTE;
	return n;
}

#define HEAD "EHC plan: EX-1\n  status: final\n  dated: 8 January 2026\nchild: Joe Example\n  known as: Joe\n  born: 8 August 2018\n  pronouns: he/him\n"

struct line { const char *item, *text, *rule; bool found; };

static void
judge(const struct line *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ehc_buf text = { .ptr = NULL };

		ehc_buf_printf(&text, HEAD "%s: %s\n", rows[i].item, rows[i].text);
		compile(text.ptr);
		ck_assert_msg((count(rows[i].rule) > 0) == rows[i].found, "%s %s: %s", rows[i].found ? "not found by" : "found by", rows[i].rule, rows[i].text);
		ehc_buf_free(&text);
	}
}

/* ---- one line ---- */

START_TEST(test_needs)
{
	static const struct line rows[] = {
		{ "need B1", "Joe has significant sensory processing difficulties which impact on all areas of his learning.", "SECT-030", true },
		{ "need B1", "Joe can become dysregulated and this can lead to him making poor choices.", "SECT-030", true },
		{ "need B1", "Joe can become distressed when the fire bell rings, so he hides under the table.", "SECT-030", false },
		{ "need B1", "Joe has severe difficulties with balance which mean that he falls when he turns.", "SECT-030", false },
		{ "need B1", "Joe has weakness in his hands impacting on his fine motor skills and independence.", "SECT-030", true },
		{ "need B1", "Joe's language skills are an area of concern and he is a quiet member of the class.", "SECT-030", true },
		{ "need B1", "Joe is working towards the expected standard in all areas of the curriculum.", "SECT-030", true },
		{ "need B1", "His confidence has been affected by his literacy difficulties and he can opt out.", "SECT-030", true },
		{ "need B1", "Joe has missed large parts of the curriculum.", "SECT-030", true },
		{ "need B1", "Joe can be aggressive towards other children, particularly when an adult is elsewhere.", "SECT-030", true },
		{ "need B1", "Joe's handwriting speed is 9 words a minute (DASH, 0.1 percentile).", "SECT-020", false },
		{ "need B1", "Joe missed 7 of 10 instructions in a noisy room.", "SECT-030", false },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

START_TEST(test_other_childs_name_or_a_month)
{
	static const struct line rows[] = {
		{ "need B1", "Joe lost 6 kg between June and October 2025.", "PRIV-001", false },
		{ "need B1", "Joe was absent from April to June and had tuition.", "PRIV-001", false },
		{ "provision F1", "Staff to follow Damien's safety plan.", "PRIV-001", true },
		{ "need B1", "June has difficulty with stairs and falls twice a day.", "PRIV-001", true },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

START_TEST(test_what_stands_in_the_wrong_section)
{
	static const struct line rows[] = {
		{ "provision F1", "Joe's foster carers will be given respite one weekend in four.", "SECT-034", true },
		{ "provision F1", "Joe has short breaks of five minutes after every 20 minutes of work.", "SECT-034", false },
		{ "provision F1", "Joe will travel to school by taxi with an escort.", "SECT-034", true },
		{ "provision F1", "A teaching assistant meets Joe from his taxi with his board at 8.40am each day.", "SECT-034", false },
		{ "provision F1", "A travel trainer teaches Joe to go by taxi alone, one hour a week.", "SECT-034", false },
		{ "provision G1", "Teacher of the deaf: 60 minutes a half term to teach Joe to ask for his softband.", "HLTH-005", true },
		{ "provision H2.1", "Joe will have weekly maths tuition with his virtual school tutor.", "CARE-011", true },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

START_TEST(test_training_said_in_other_words)
{
	static const struct line rows[] = {
		{ "provision F1", "A teaching assistant who has had the publisher's one-day training reads with Joe alone for 25 minutes each Tuesday.", "QUANT-006", false },
		{ "provision F1", "A teaching assistant who has passed the hearing service's half-day course checks both aids before 9 o'clock every school day.", "QUANT-006", false },
		{ "provision F1", "A teaching assistant with two days' training in Attention Autism works with Joe alone for 20 minutes each Tuesday.", "QUANT-007", false },
		{ "provision F1", "A teaching assistant works with Joe alone for 20 minutes each Tuesday.", "QUANT-006", true },
		{ "provision F1", "Joe will be in a class of no more than eight with a teacher and two teaching assistants for 25 hours a week.", "SPEC-006", false },
		{ "provision F1", "Joe will be in a class of eight.", "SPEC-006", true },
		{ "provision F1", "Joe is taught in a class of six by a teacher with the diploma in autism, all day, five days a week, 38 weeks a year.", "QUANT-024", false },
		{ "provision F1", "A speech and language therapist trains whoever is new for two hours each September.", "SPEC-011", false },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

START_TEST(test_conditions_and_methods_without_content)
{
	static const struct line rows[] = {
		{ "provision F1", "Tuition by an online tutor, where Joe is able to engage.", "SPEC-001", true },
		{ "provision F1", "Worry work through a recognised approach.", "SPEC-001", true },
		{ "provision F1", "Physiotherapy exercises to be incorporated into daily routines.", "QUANT-002", true },
		{ "provision F1", "Therapist to give advice in accordance with local service delivery arrangements.", "SPEC-027", true },
		{ "provision F1", "Touch typing.\n  who: TA\n  how often: 3 x 15 mins", "QUANT-002", true },
		{ "provision F1", "Touch typing.\n  who: TA\n  how often: 3 x 15 mins a week", "QUANT-002", false },
		{ "provision F1", "Joe reads aloud.\n  who: Everyone\n  how often: 10 minutes a day", "SPEC-011", true },
		{ "provision F1", "Joe reads aloud.\n  who: School\n  how often: 10 minutes a day", "SPEC-012", true },
		{ "provision F1", "Joe has a shorter day if staff feel he is not coping.", "SPEC-001", true },
		{ "provision F1", "Joe has a shorter day if staff feel he is not coping.", "SECT-031", true },
		{ "provision F1", "Help from a teaching assistant at key points in the day.", "SPEC-001", true },
		{ "provision F1", "A social group run by an adult with the relevant skills.", "SPEC-016", true },
		{ "provision F1", "A teacher teaches Joe typing for 40 minutes each Thursday until July 2027.", "QUANT-003", false },
		{ "provision F1", "A teacher teaches Joe typing for 40 minutes once a week.", "QUANT-003", true },
		{ "provision F1", "A teacher teaches Joe and three others from 10 till 3 on Thursdays, 38 weeks a year.", "QUANT-001", false },
		{ "provision F1", "A teacher teaches Joe from 2 to 4 lessons.", "QUANT-001", true },
		{ "provision G1", "16 sessions of 60 minutes, weekly from 10 November 2025, with a clinical psychologist.", "QUANT-014", false },
		{ "provision G1", "6 sessions, weekly, with a clinical psychologist.", "QUANT-014", true },
		{ "provision F1", "Occupational therapy assessment.", "SPEC-005", true },
		{ "provision F1", "Supported living assessment", "SPEC-005", true },
		{ "provision F1", "The educational psychologist repeats the reading assessment each July with the same assessment.", "SPEC-005", false },
		{ "provision F1", "The council will keep the package under review.", "SPEC-005", true },
		{ "provision F1", "A mentor helps with increasing time out of the home.", "SPEC-001", false },
		{ "provision F1", "Time out when needed.", "SPEC-001", true },
		{ "provision F1", "Travel training by the travel trainer, 60 minutes, twice weekly.\n  how often: Three times a week", "QUANT-031", true },
		{ "provision F1", "Travel training by the travel trainer, 60 minutes, twice weekly.\n  how often: Twice a week", "QUANT-031", false },
		{ "provision F1", "Joe reads aloud.\n  who: SENCO\n  how often: 10 minutes a day", "SPEC-012", false },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

START_TEST(test_outcomes)
{
	static const struct line rows[] = {
		{ "outcome E1", "Staff to be aware of Joe's triggers.", "OUTC-003", true },
		{ "outcome E1", "Parents to feel supported.", "OUTC-003", true },
		{ "outcome E1", "Joe will improve his hand skills in order to access the curriculum.", "OUTC-004", false },
		{ "outcome E1", "Joe will improve his hand skills in order to access the curriculum.", "OUTC-002", true },
		{ "outcome E1", "Joe to tell staff when he is cross, four times in five.", "OUTC-003", false },
		{ "outcome E1", "By the end of Key Stage 1 (July 2026) Joe will ask for help 20 times in a day.", "DATE-042", true },
		{ "outcome E1", "By the end of Key Stage 1 Joe will ask for help 20 times in a day.", "DATE-042", true },
		{ "outcome E1", "By the end of KS2 (July 2029) Joe will ask for help 20 times in a day.", "DATE-042", false },
		{ "outcome E1", "By the end of Year 4 (July 2027) Joe will ask for help 20 times in a day.", "DATE-042", false },
		{ "outcome E1", "By the end of Year 2 of his course Joe will ask for help 20 times in a day.", "DATE-042", false },
		{ "outcome E1", "By the end of Year 2 (July 2028) of the therapy Joe will ask for help 20 times in a day.", "DATE-042", false },
		{ "outcome E1", "By July 2028 Joe will read at the level expected at the end of Key Stage 1.", "DATE-042", false },
		{ "outcome E1", "By July 2028, the end of Key Stage 1, Joe will ask for help 20 times in a day.", "DATE-042", true },
		{ "outcome E1", "By the end of Year 6 (September 2029) Joe will ask for help 20 times in a day.", "DATE-042", false },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

START_TEST(test_sums)
{
	static const struct line rows[] = {
		{ "provision F1", "15 hours a week of help from a teaching assistant: 6 hours in science, 4 in maths, 4 in English and 3 in media.", "QUANT-020", true },
		{ "provision F1", "17 hours a week of help from a teaching assistant: 6 hours in science, 4 in maths, 4 in English and 3 in media.", "QUANT-020", false },
		{ "provision F1", "A teaching assistant gives Joe 5 hours a week, made up of 3 hours in maths and 90 minutes in English.", "QUANT-020", true },
		{ "provision F1", "A teacher teaches Joe for 45 minutes twice a week, 39 weeks a year, 75 hours a year in all.", "QUANT-020", true },
		{ "provision F1", "A teacher teaches Joe for 45 minutes twice a week, 39 weeks a year (58.5 hours a year).", "QUANT-020", false },
		{ "provision F1", "A teacher teaches Joe for 45 minutes a week, 39 weeks a year, and 60 hours a year before exams.", "QUANT-020", false },
		{ "provision F1", "A teaching assistant is with Joe for 25 hours per week in lessons. At lunch an assistant is with him for 5 hours per week. Total 32.5 hours.", "QUANT-020", true },
		{ "provision F1", "A teaching assistant is with Joe for 25 hours per week in lessons. At lunch an assistant is with him for 5 hours per week. Total 30 hours.", "QUANT-020", false },
		{ "provision F1", "A teaching assistant gives Joe 15 hours a week of support: 2 hours on each day in maths, 1 hour on each day in English.", "QUANT-020", false },
		{ "provision F1", "A teaching assistant gives Joe 20 hours a week of support: 10 to 12 hours in class and 8 hours at lunch.", "QUANT-020", false },
		{ "provision F1", "A teacher teaches Joe for 2 hours per week in English. A teacher teaches him for 1 hour per week in maths. In total, 39 hours are given each term.", "QUANT-020", false },
		{ "provision F1", "A teacher teaches Joe for 2 hours per week in English and 1 hour per week in maths, a total of 114 hours over 38\n    weeks.", "QUANT-020", false },
		{ "provision F1", "A teacher teaches Joe for 2 hours per week in English and 1 hour per week in maths, a total of 114 hours per school year.", "QUANT-020", false },
		{ "provision F1", "A teacher teaches Joe for 2 hours per week in English and 1 hour per week in maths for 10 weeks, in total 30 hours.", "QUANT-020", false },
		{ "provision F1", "A teacher teaches Joe for 2 hours per week in English and 1 hour per week in maths, a total of 4 hours a week.", "QUANT-020", true },
		{ "provision H2.1", "A support worker cooks with Joe for 3 hours on Saturdays and 2 hours on Wednesdays, 46 weeks a year, 230 hours a year.", "QUANT-020", false },
		{ "provision H2.1", "A support worker cooks with Joe for 3 hours on Saturdays and 2 hours on Wednesdays, 46 weeks a year, 250 hours a year.", "QUANT-020", true },
		{ "provision F1", "In lessons Joe has 15 hours a week of help from a teaching\n    assistant: 6 hours in science, 4 in\n    maths, 4 in English and 3 in media.", "QUANT-020", true },
		{ "provision F1", "The therapist teaches Joe idioms; the teaching assistant\n    sits in for the last ten minutes.\n  how much: 45 minutes, once a week", "QUANT-031", false },
		{ "provision F1", "The therapist teaches Joe idioms for ten minutes.\n  how much: 45 minutes, once a week", "QUANT-031", true },
		{ "budget J1", "\xC2\xA3" "20 an hour for 60 hours, \xC2\xA3" "1,200 a year, paid within 10 days.", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "15 an hour for 80 hours in 40 sessions, \xC2\xA3" "1,200 a year.", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "15 an hour for 4 hours on 20 Saturdays and 20 Sundays, \xC2\xA3" "2,400 a year.", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "15 an hour for 4 hours on each of 40 Saturdays, \xC2\xA3" "2,600 a year.", "BUDG-011", true },
		{ "budget J1", "\xC2\xA3" "3,000 a year, of which F1 (\xC2\xA3" "1,500), F2 (\xC2\xA3" "1,000) and the rest for travel.", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "6,000 a year (\xC2\xA3" "500) a month, (\xC2\xA3" "115.38) a week.", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "18.50 an hour for 4 hours on 44 Saturdays, \xC2\xA3" "3,256 a year.", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "18.50 an hour for 4 hours on 44 Saturdays, \xC2\xA3" "3,526 a year.", "BUDG-011", true },
		{ "budget J1", "\xC2\xA3" "3,200 a year: F1 at \xC2\xA3" "40 an hour (\xC2\xA3" "2,000) and F2 (\xC2\xA3" "1,200).", "BUDG-011", false },
		{ "budget J1", "\xC2\xA3" "3,600 a year: F1 at \xC2\xA3" "40 an hour (\xC2\xA3" "2,000) and F2 (\xC2\xA3" "1,200).", "BUDG-011", true },
	};

	judge(rows, EHC_COUNT(rows));
}
END_TEST

/* "60 hours in all" behind what comes to as many hours is said twice, and counted once. */
START_TEST(test_a_total_is_counted_once)
{
	compile(HEAD "provision F1: A teacher teaches Joe for 45 minutes twice a week, 39 weeks a year (58.5 hours a year).\n");
	ck_assert_int_eq(ehc_ratio_cmp(ehc_plan_find(c.plan, EHC_STR("F1"))->sentence->year.hours, ehc_ratio(117, 2)), 0);
}
END_TEST

/* ---- the whole plan ---- */

START_TEST(test_needs_that_no_provision_in_f_names)
{
	compile(HEAD "section B:\nneed B1: Joe writes four letters.\nneed B2: Joe falls twice a day.\nneed B3: Joe reads ten words.\n"
	    "section C:\nneed C1: Joe has one seizure a week.\nsection F:\nprovision F1: Help.\nprovision F2: More help.\n"
	    "section G:\nprovision G1: A nurse trains staff.\n  for: C1\n");
	ck_assert_uint_eq(count("LINK-001"), 1);
	ck_assert_uint_eq(count("LINK-004"), 0);
	compile(HEAD "section B:\nneed B1: Joe writes four letters.\nneed B2: Joe falls twice a day.\nneed B3: Joe reads ten words.\n"
	    "section F:\nprovision F1: Help.\n  for: B1\nprovision F2: More help.\n");
	ck_assert_uint_eq(count("LINK-001"), 2);
	ck_assert_uint_eq(count("LINK-004"), 1);
}
END_TEST

START_TEST(test_amended_plan_by_its_own_date)
{
#define AMENDED "EHC plan: EX-1\n  status: amended final\n  dated: 2 March 2026\nchild: Joe Example\n  born: 8 August 2018\ntimeline:\n"
	compile(AMENDED "  review meeting: 3 June 2025\n");
	ck_assert_uint_eq(count("DATE-017"), 1);
	compile(AMENDED "  review meeting: 5 January 2026\n");
	ck_assert_uint_eq(count("DATE-017"), 0);
	compile(AMENDED "  review meeting: 11 December 2025\n  amendment notice: 15 December 2025\n");
	ck_assert_uint_eq(count("DATE-016"), 1);
	compile(AMENDED "  review meeting: 3 June 2023\n");
	ck_assert_uint_eq(count("DATE-017"), 0);
}
END_TEST

START_TEST(test_advice_of_other_doctors)
{
#define IN_G HEAD "section C:\nneed C1: Joe sees 6/60.\nsection G:\nprovision G1: A nurse sees Joe for 45 minutes every six months.\n  for: C1\nsection K:\n"
	compile(IN_G "advice K1: Ophthalmology\n  author: Mr V Example\n");
	ck_assert_uint_eq(count("HLTH-019"), 0);
	compile(IN_G "advice K1: School report\n  author: Mr V Example\n");
	ck_assert_uint_eq(count("HLTH-019"), 1);
	compile(HEAD "section K:\nadvice K1: Neuromuscular team\n  author: Dr A Example, consultant paediatric neurologist\n");
	for (size_t i = 0; i < c.findings.list.count; i++)
		ck_assert(strstr(c.findings.list.items[i]->message.ptr, "no advice from health") == NULL);
	compile(HEAD "section K:\nadvice K1: Paediatrician\n  author: Dr A Example\n  reply: appointment awaited\n");
	ck_assert(ehc_plan_find(c.plan, EHC_STR("K1"))->missing);
}
END_TEST

START_TEST(test_a_place_to_wait_in)
{
	compile(HEAD "section I:\n  name: The Hill School until a special school place is found\n  type: mainstream primary school\n");
	ck_assert_uint_eq(count("SECT-011"), 1);
	compile(HEAD "section I:\n  name: The Hill School until July 2026; Vale School from September 2026\n  type: mainstream primary school\n");
	ck_assert_uint_eq(count("SECT-011"), 0);
}
END_TEST

/* The outcome that comes after the provision in its row is another's. */
START_TEST(test_outcome_behind_the_provision)
{
	compile(HEAD "row: Employment\noutcome E1: By July 2028 Joe will publish six podcasts.\nprovision F1: A teacher teaches Joe for one hour each Tuesday until July 2028.\n"
	    "outcome E2: By July 2026 Joe will pass three exams.\nprovision F2: Help.\n");
	ck_assert_uint_eq(count("DATE-041"), 0);
}
END_TEST

START_TEST(test_letters_spelt_out_elsewhere)
{
	compile(HEAD "section B:\nneed B1: Joe has profound and multiple learning disabilities.\nneed B2: Joe was taught in the PMLD room.\n");
	ck_assert_uint_eq(count("STYLE-003"), 0);
	compile(HEAD "section B:\nneed B2: Joe was taught in the PMLD room.\n");
	ck_assert_uint_eq(count("STYLE-003"), 1);
}
END_TEST

START_TEST(test_names_of_the_family)
{
	static const char pounds[] = "\xC2\xA3";
	struct ehc_buf text = { .ptr = NULL };

	ehc_buf_printf(&text, HEAD "  parents: Dana Example\nsection J:\nbudget J1: Direct payment of %s320 a week, to Dana Example, for the tutor.\n", pounds);
	compile(text.ptr);
	ck_assert_uint_eq(count("BUDG-001"), 0);
	ehc_buf_free(&text);
	compile(HEAD "section K:\nadvice K1: Joe and Anne Example\n  dated: 1 December 2025\n");
	for (size_t i = 0; i < c.findings.list.count; i++)
		ck_assert(strstr(c.findings.list.items[i]->message.ptr, "no advice from the parents") == NULL);
}
END_TEST

START_TEST(test_they)
{
	compile("EHC plan: EX-1\n  status: final\nchild: Skye Example\n  pronouns: they/them\nsection B:\nneed B1: Skye sleeps by day and she cannot come to lessons before noon.\n");
	ck_assert_uint_eq(count("PRIV-002"), 1);
	compile("EHC plan: EX-1\n  status: final\nchild: Skye Example\n  pronouns: they/them\nsection B:\nneed B1: Skye shares their toys with her when the bell rings.\n");
	ck_assert_uint_eq(count("PRIV-002"), 0);
	compile("EHC plan: EX-1\n  status: final\nchild: Skye Example\n  pronouns: they/them\nsection B:\nneed B1: Skye sleeps by day; her mother says they cannot come before noon.\n");
	ck_assert_uint_eq(count("PRIV-002"), 0);
}
END_TEST

START_TEST(test_a_service_promised_in_section_a)
{
	compile(HEAD "section A:\nparents' views: Joe will receive 1:1 tuition three times per week from a specialist teacher.\n");
	ck_assert_uint_eq(count("SECT-018"), 1);
	compile(HEAD "section A:\nparents' views: We would like Joe to have tuition three times per week from a specialist teacher.\n");
	ck_assert_uint_eq(count("SECT-018"), 0);
}
END_TEST

START_TEST(test_a_child_who_gave_no_views)
{
	compile(HEAD "section A:\nhow views were gathered: Joe did not want to contribute.\ninterests: Trains.\naspiration A1: TBC\n");
	ck_assert_uint_eq(count("VOICE-003"), 1);
	ck_assert_uint_eq(count("VOICE-001"), 1);
	compile(HEAD "section A:\nhow views were gathered: Joe's teacher asked him on 4 May 2026.\naspiration A1: None yet.\n");
	ck_assert_uint_ge(count("VOICE-001"), 1);
	compile(HEAD "section A:\nhow views were gathered: Joe's teacher asked him on 4 May 2026.\naspiration A1: To follow his brother into the fire service.\n");
	ck_assert_uint_eq(count("VOICE-001"), 0);
	compile(HEAD "section A:\nhow views were gathered: Joe used his eye-gaze device to answer Mrs Example's ten questions.\naspiration A1: To drive.\n");
	ck_assert_uint_eq(count("VOICE-003"), 0);
	compile(HEAD "section A:\nhow views were gathered: Joe did not want to talk; his teacher watched him choose for two mornings.\naspiration A1: To drive.\n");
	ck_assert_uint_eq(count("VOICE-003"), 0);
	ck_assert_uint_eq(count("VOICE-001"), 0);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("judged");
	TCase *t = tcase_create("judged");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, test_needs);
	tcase_add_test(t, test_other_childs_name_or_a_month);
	tcase_add_test(t, test_what_stands_in_the_wrong_section);
	tcase_add_test(t, test_training_said_in_other_words);
	tcase_add_test(t, test_conditions_and_methods_without_content);
	tcase_add_test(t, test_outcomes);
	tcase_add_test(t, test_sums);
	tcase_add_test(t, test_a_total_is_counted_once);
	tcase_add_test(t, test_needs_that_no_provision_in_f_names);
	tcase_add_test(t, test_amended_plan_by_its_own_date);
	tcase_add_test(t, test_advice_of_other_doctors);
	tcase_add_test(t, test_a_place_to_wait_in);
	tcase_add_test(t, test_outcome_behind_the_provision);
	tcase_add_test(t, test_letters_spelt_out_elsewhere);
	tcase_add_test(t, test_names_of_the_family);
	tcase_add_test(t, test_they);
	tcase_add_test(t, test_a_service_promised_in_section_a);
	tcase_add_test(t, test_a_child_who_gave_no_views);
	suite_add_tcase(s, t);
	return run_suite(s);
}
