/*
 * test_rules.c - the rows themselves; stages, profiles, packs, acceptances and prerequisites; the structural families where
 * the examples in corpus/rules/ do not reach.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compile_fixture.h"
#include "rules/rules.h"
#include "suite.h"

/* The finding of that rule on that item (NULL: on no item), or NULL. */
static const struct ehc_finding *
found(const char *rule, const char *item)
{
	for (size_t i = 0; i < c.findings.list.count; i++) {
		const struct ehc_finding *f = c.findings.list.items[i];

		if (strcmp(f->rule->id, rule) == 0 && (item == NULL ? f->item == NULL : f->item != NULL && strcmp(f->item->id, item) == 0))
			return f;
	}
	return NULL;
}

static size_t
count(const char *rule)
{
	size_t n = 0;

	for (size_t i = 0; i < c.findings.list.count; i++)
		n += strcmp(c.findings.list.items[i]->rule->id, rule) == 0;
	return n;
}

static bool
says(struct ehc_str s, const char *words)
{
	return ehc_str_find_nocase(s, words) != SIZE_MAX;
}

/* ---- the rows ---- */

START_TEST(test_rows_are_whole)
{
	size_t n;
	const struct ehc_family *families = ehc_families(&n);

	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			ck_assert_msg(strncmp(r->id, families[i].prefix, strlen(families[i].prefix)) == 0, "%s in %s", r->id, families[i].prefix);
			ck_assert_msg(ehc_rule_find(ehc_str_of(r->id)) == r, "%s stands twice", r->id);
			ck_assert_msg(r->title != NULL && r->title[0] != '\0' && strchr(r->title, '\n') == NULL, "%s has no title", r->id);
			ck_assert_msg(r->severity != EHC_OFF && r->documents != 0, "%s is never asked", r->id);
			ck_assert_msg(r->why != NULL && r->why[0] != '\0', "%s says no why", r->id);
			ck_assert_msg(r->fix != NULL && r->fix[0] != '\0', "%s says no fix", r->id);
			ck_assert_msg(r->source != NULL, "%s has no source; \"\" where there is none", r->id);
			ck_assert_msg(ehc_pack_find(ehc_str_of(ehc_rule_pack(r))) != NULL, "%s is in no pack", r->id);
		}
}
END_TEST

/* In a draft nobody knows that day, and the words say which one is meant. */
START_TEST(test_from_the_final_plan)
{
	compile("EHC plan: T-1\nsection F:\nprovision F1: The class teacher reads to Robin.\n  from: the date of the final plan\n");
	ck_assert_ptr_null(found("VAL-002", "F1"));
	ck_assert_ptr_null(found("QUANT-027", "F1"));
	compile("EHC plan: T-1\nsection F:\nprovision F1: The class teacher reads to Robin.\n  from: when staff are found\n");
	ck_assert_ptr_nonnull(found("VAL-002", "F1"));
}
END_TEST

/* One character is named once, where it stands first; a character in a comment is not printed. */
START_TEST(test_characters_that_no_font_has)
{
	compile("EHC plan: T-1\n# \xE4\xB8\xAD\nsection A:\nchild's views: \xE2\x9C\x8B and \xE2\x9C\x8B, \xC3\xA9 and \xE2\x80\x9Cso\xE2\x80\x9D\n");
	ck_assert_uint_eq(count("VAL-014"), 1);
	ck_assert(says(found("VAL-014", NULL)->message, "U+270B"));
}
END_TEST

/* Only what was read, at the source or in an account of it, may be cited as what it says. */
START_TEST(test_sources_fit_confidence)
{
	size_t n;
	const struct ehc_family *families = ehc_families(&n);

	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			if (r->confidence == EHC_CONFIRMED || r->confidence == EHC_SECONDARY)
				ck_assert_msg(r->source[0] != '\0', "%s claims a source and names none", r->id);
			else
				ck_assert_msg(r->basis == EHC_BASIS_PRACTICE || r->confidence == EHC_UNCONFIRMED, "%s claims law unread", r->id);
			if (ehc_rule_is_binding(r) && r->class_ != EHC_SAFETY)
				ck_assert_msg(r->source[0] != '\0', "%s binds without a source", r->id);
		}
}
END_TEST

START_TEST(test_prerequisites_exist)
{
	size_t n;
	const struct ehc_family *families = ehc_families(&n);

	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			struct ehc_str rest = ehc_str_of(r->after), id;

			while (ehc_str_split(&rest, ' ', &id))
				ck_assert_msg(ehc_rule_find(id) != NULL, "%s comes after %.*s", r->id, EHC_ARG(id));
		}
}
END_TEST

START_TEST(test_find_in_any_case)
{
	ck_assert_str_eq(ehc_rule_find(EHC_STR("sect-001"))->id, "SECT-001");
	ck_assert_ptr_null(ehc_rule_find(EHC_STR("SECT-0011")));
	ck_assert_ptr_null(ehc_rule_find(EHC_STR("SECT")));
	ck_assert_ptr_null(ehc_rule_find(EHC_NOSTR));
}
END_TEST

/* ---- stages ---- */

static const char advice_without_date[] =
    "EHC plan: EX-1\n  status: %s\nsection K:\nadvice K1: Psychological advice\n  requested: 1 May 2026\n";

static const struct ehc_finding *
at_stage(const char *status)
{
	char text[300];

	snprintf(text, sizeof(text), advice_without_date, status);
	compile(text);
	return found("SECT-013", "K1");
}

START_TEST(test_stage)
{
	ck_assert_int_eq(at_stage("working")->severity, EHC_NOTE);
	ck_assert(at_stage("working")->todo);
	ck_assert_int_eq(at_stage("draft")->severity, EHC_WARNING);
	ck_assert(!at_stage("draft")->todo);
	ck_assert_int_eq(at_stage("proposed amendments")->severity, EHC_WARNING);
	ck_assert_int_eq(at_stage("final")->severity, EHC_ERROR);
	ck_assert_int_eq(at_stage("amended final")->severity, EHC_ERROR);
}
END_TEST

START_TEST(test_only_at_its_stage)
{
	compile("EHC plan: EX-1\n  status: draft\nsection I:\n  name: Elm Grove Primary School\n");
	ck_assert_ptr_nonnull(found("SECT-009", NULL));
	ck_assert_ptr_null(found("SECT-015", NULL));
	compile("EHC plan: EX-1\n  status: final\nsection I:\n  name: Elm Grove Primary School\n");
	ck_assert_ptr_null(found("SECT-009", NULL));
	ck_assert_ptr_nonnull(found("SECT-015", NULL));
	compile("EHC plan: EX-1\nsection I:\n  name: Elm Grove Primary School\n");
	ck_assert_ptr_null(found("SECT-009", NULL));
	ck_assert_ptr_null(found("SECT-015", NULL));
}
END_TEST

START_TEST(test_clock_needs_a_day)
{
	compile("EHC plan: EX-1\n  status: draft\ntimeline:\n  assessment requested: 2 March 2020\n"
	    "section E:\noutcome E1: By 1 July 2021 Amira reads a page aloud.\n  by: 1 July 2021\n");
	for (size_t i = 0; i < c.findings.list.count; i++)
		ck_assert(!(c.findings.list.items[i]->rule->needs & EHC_NEEDS_AS_OF));
}
END_TEST

/* ---- prerequisites ---- */

START_TEST(test_missing_section_is_one_finding)
{
	compile("EHC plan: EX-1\n  status: draft\nsection A:\n");
	ck_assert_uint_eq(count("SECT-001"), 11);
	ck_assert_uint_eq(count("SECT-005"), 0);        /* an empty B that is not there at all */
	ck_assert_uint_eq(count("SECT-007"), 0);
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nsection J:\n");
	ck_assert_ptr_nonnull(found("SECT-005", NULL));
	ck_assert_uint_eq(count("SECT-007"), 1);        /* J stands empty; C is missing, which is another matter */
}
END_TEST

static const char untied[] =
    "EHC plan: EX-1\n  status: draft\n"
    "section B:\nneed B1: One.\nneed B2: Two.\nsection C:\nneed C1: Three.\n"
    "section E:\noutcome E1: First.\noutcome E2: Second.\n"
    "section F:\nprovision F1: Help.\nprovision F2: More help.\n";

START_TEST(test_nothing_tied_is_one_finding)
{
	compile(untied);
	ck_assert_uint_eq(count("LINK-001"), 1);
	ck_assert_ptr_nonnull(found("LINK-001", NULL));
	ck_assert_uint_eq(count("LINK-002"), 0);
	ck_assert_uint_eq(count("LINK-004"), 0);
	ck_assert_uint_eq(count("LINK-006"), 1);
	ck_assert_uint_eq(count("LINK-005"), 0);
	ck_assert_uint_eq(count("LINK-007"), 0);
}
END_TEST

START_TEST(test_placeholder_silences_its_item_alone)
{
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: One.\nneed B2: [[need]]\nneed B3: Three.\n"
	    "section F:\nprovision F1: Help.\n  for: B1\n");
	ck_assert_ptr_nonnull(found("PRIV-003", "B2"));
	ck_assert_ptr_null(found("LINK-001", "B2"));
	ck_assert_ptr_nonnull(found("LINK-001", "B3"));
}
END_TEST

START_TEST(test_month_is_nobodys_name)
{
	compile("EHC plan: EX-1\n  status: draft\nchild: Amira Example\nsection F:\nprovision F1: A visit on 10, 17 and 24 June and 1 December.\n"
	    "provision F2: A visit for Amira. June will need a book.\n");
	ck_assert_ptr_null(found("PRIV-001", "F1"));
	ck_assert_ptr_nonnull(found("PRIV-001", "F2"));
}
END_TEST

START_TEST(test_sentence_says_who_counts)
{
	compile("EHC plan: EX-1\n  status: draft\nsection E:\noutcome E1: By July 2027 Amira spells 90 of 100 words, counted by her teacher each term.\n"
	    "outcome E2: By July 2027 Amira spells 90 of 100 words.\n");
	ck_assert_ptr_null(found("OUTC-009", "E1"));
	ck_assert_ptr_nonnull(found("OUTC-009", "E2"));
}
END_TEST

/* The timetable says how long a lesson is; nothing says how long a session is. */
START_TEST(test_lessons_have_a_length)
{
	compile("EHC plan: EX-1\n  status: draft\nchild: Amira Example\nsection F:\nprovision F1: A teaching assistant with a Level 3 award sits beside Amira in all 25 lessons a week.\n"
	    "provision F2: A teaching assistant with a Level 3 award teaches Amira phonics in 3 sessions a week.\n");
	ck_assert_int_eq(found("QUANT-022", "F1")->severity, EHC_WARNING);
	ck_assert_int_eq(found("QUANT-022", "F2")->severity, EHC_ERROR);
}
END_TEST

/* ---- rows ---- */

START_TEST(test_tied_only_by_a_row)
{
	compile("EHC plan: EX-1\n  status: draft\nrow: cognition and learning\nneed B1: One.\nneed B2: Two.\noutcome E1: First.\n"
	    "provision F1: Help.\n  for: B1\nrow: sensory and physical\nneed B3: Three.\noutcome E2: Second.\nprovision F2: More help.\n");
	ck_assert_ptr_null(found("LINK-001", "B1"));
	ck_assert_ptr_null(found("LINK-001", "B3"));    /* alone in its row: the tie is firm */
	ck_assert_ptr_nonnull(found("LINK-001", "B2"));
	compile("EHC plan: EX-1\n  status: draft\nrow: cognition and learning\nneed B1: One.\nneed B2: Two.\noutcome E1: First.\n"
	    "provision F1: Help.\n");
	ck_assert_int_eq(found("LINK-001", "B1")->severity, EHC_NOTE);
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_NOTE);
}
END_TEST

#define THROUGH_OUTCOMES "EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: Amira reads 20 of 100 words.\nneed B2: Amira writes 3 words.\nsection E:\n" \
	"outcome E1: By July 2027 Amira reads 60 of 100 words.\n  for: B1\noutcome E2: By July 2027 Amira writes 30 words.\n  for: B2\n"

/* Many forms tie provision to outcomes alone, and outcomes to needs. */
START_TEST(test_tied_only_through_an_outcome)
{
	compile(THROUGH_OUTCOMES "section F:\nprovision F1: A teacher teaches reading.\n  towards: E1\nprovision F2: A teacher teaches writing.\n  towards: E2\n");
	ck_assert_int_eq(found("LINK-001", "B1")->severity, EHC_NOTE);
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_NOTE);
	ck_assert_ptr_null(found("LINK-004", "F1"));
	/* what a provision says of itself counts for more */
	compile(THROUGH_OUTCOMES "section F:\nprovision F1: A teacher teaches reading.\n  for: B1\n  towards: E1\nprovision F2: A teacher teaches writing.\n  for: B1\n  towards: E2\n");
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_ERROR);
	/* and where others say it, this one may have been forgotten */
	compile(THROUGH_OUTCOMES "section F:\nprovision F1: A teacher teaches reading.\n  for: B1\n  towards: E1\nprovision F2: A teacher teaches writing.\n  towards: E2\n");
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_NOTE);
	ck_assert_ptr_nonnull(found("LINK-004", "F2"));
}
END_TEST

/* A row with two needs, and one provision in it. */
static void
compile_row(const char *b1, const char *b2, const char *f1)
{
	char text[1000];

	snprintf(text, sizeof(text), "EHC plan: EX-1\n  status: draft\nrow: my home\nneed B1: %s\nneed B2: %s\noutcome E1: First.\nprovision F1: %s\n", b1, b2, f1);
	compile(text);
}

START_TEST(test_row_that_does_not_speak_of_a_need)
{
	compile_row("Ada cannot yet budget for a week.", "Ada is not yet toilet trained, and soils twice a week.", "A support worker teaches Ada to shop on Mondays.");
	ck_assert_int_eq(found("LINK-001", "B1")->severity, EHC_NOTE);
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_WARNING);
	ck_assert_ptr_nonnull(strstr(found("LINK-001", "B2")->message.ptr, "speaks of using the toilet"));
	ck_assert_uint_eq(found("LINK-001", "B2")->span.end - found("LINK-001", "B2")->span.start, strlen("Ada is not yet toilet trained, and soils twice a week"));
	/* in a field, or in other words */
	compile_row("Ada cannot yet budget for a week.", "Ada is not yet toilet trained.", "A worker goes with Ada.\n  type: intimate care; shopping");
	ck_assert_int_eq(found("LINK-001", "B1")->severity, EHC_NOTE);
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_NOTE);
	/* the sentence that says what is lacking */
	compile_row("Ada counts coins. She cannot budget.", "Ada is sad.", "A worker goes with Ada.");
	ck_assert_uint_eq(found("LINK-001", "B1")->span.end - found("LINK-001", "B1")->span.start, strlen("She cannot budget"));
	/* what the child can do needs nothing */
	compile_row("Ada can budget for a week, but she cannot tell the time.", "Ada counts money well.", "A worker goes with Ada, and shows her the clock.");
	ck_assert_int_eq(found("LINK-001", "B1")->severity, EHC_NOTE);
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_NOTE);
	/* a tie that the writer has made is the writer's to answer for */
	compile_row("Ada cannot yet budget for a week.", "Ada is often sad.", "A worker sees Ada.\n  for: B1");
	ck_assert_ptr_null(found("LINK-001", "B1"));
	/* where nothing is tied at all, what nobody speaks of is named beside */
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: Ada cannot be left alone at home.\nneed B2: Two.\nsection F:\nprovision F1: Help.\n");
	ck_assert_ptr_nonnull(found("LINK-001", NULL));
	ck_assert_ptr_nonnull(strstr(found("LINK-001", "B1")->message.ptr, "is tied to no provision, and no provision in this plan speaks of nights"));
	ck_assert_ptr_null(found("LINK-001", "B2"));
}
END_TEST

START_TEST(test_outcome_reaches_its_need_through_provision)
{
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: One.\nneed B2: Two.\nsection E:\noutcome E1: First.\n"
	    "outcome E2: Second.\nsection F:\nprovision F1: Help.\n  for: B1\n  towards: E1\nprovision F2: More help.\n  for: B2\n");
	ck_assert_ptr_null(found("LINK-007", "E1"));
	ck_assert_ptr_nonnull(found("LINK-007", "E2"));
	ck_assert_ptr_nonnull(found("LINK-006", "E2"));
	ck_assert_ptr_nonnull(found("LINK-005", "F2"));
}
END_TEST

START_TEST(test_outcome_tied_only_through_provision)
{
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: One.\nneed B2: Two.\nsection E:\noutcome E1: First.\n  for: B1\n"
	    "outcome E2: Second.\nsection F:\nprovision F1: Help.\n  for: B1\n  towards: E1\nprovision F2: More help.\n  for: B2\n"
	    "  towards: E2\n");
	ck_assert_ptr_null(found("LINK-007", "E1"));
	ck_assert_int_eq(found("LINK-007", "E2")->severity, EHC_NOTE);
}
END_TEST

START_TEST(test_the_same_need_twice)
{
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: Amira understands sentences of up to four words.\n"
	    "need B2: Amira reads two of ten common words.\n"
	    "need B3: Amira understands sentences of up to four words and starts no task alone.\n"
	    "need B4: Amira reads 2 of ten common words.\n");
	ck_assert(says(found("LINK-011", "B3")->message, "need B1"));
	ck_assert_uint_eq(count("LINK-011"), 1);
}
END_TEST

START_TEST(test_need_met_outside_section_f)
{
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: One.\nneed B2: Two.\nsection F:\nprovision F1: Help.\n  for: B1\n"
	    "section G:\nprovision G1: Therapy.\n  for: B2\n");
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_ERROR);
	ck_assert(says(found("LINK-001", "B2")->message, "only in another section"));
}
END_TEST

START_TEST(test_health_provision_without_a_health_need)
{
	compile("EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: One.\nneed B2: Two.\nsection C: none\nsection F:\nprovision F1: Help.\n"
	    "section G:\nprovision G1: The epilepsy nurse visits.\nprovision G2: A health check.\n  optional: yes\n");
	/* One finding, on the section that says that there is no need; provision that is optional needs none. */
	ck_assert_ptr_nonnull(found("LINK-004", NULL));
	ck_assert_uint_eq(found("LINK-004", NULL)->related.count, 1);
	ck_assert_ptr_null(found("LINK-004", "G1"));
	ck_assert_ptr_null(found("LINK-004", "G2"));
	ck_assert_ptr_null(found("LINK-004", "F1"));    /* nothing is tied at all, which LINK-001 says */
}
END_TEST

START_TEST(test_one_fault_is_said_once)
{
	compile("EHC plan: EX-1\n  status: final\nchild: Sam Example\ntimeline:\n  final issued: 6 March 2026\n"
	    "section B:\nneed B1: One.\n  evidence: K1\n  category: cognition and learning\nneed B2: Two.\n  evidence: K9\n  category: communication and interaction\n"
	    "area communication and interaction: none\n  because: her talk is as expected\n"
	    "section F:\nprovision F1: A tutor teaches Sam to read.\n  for: B1\n  how much: 1 hour, once a week\n  from: 12 March 2026\n  informed by: K1\n"
	    "provision F2: A tutor teaches Sam to add.\n  for: B2\n  how much: 1 hour, once a week\n  from: 20 March 2026\n  informed by: K1\n"
	    "provision F3: A laptop will be provided.\n  for: B1\nsection G:\nprovision G1: A referral to physiotherapy.\n"
	    "section K:\nadvice K1: Education\nadvice K2: Social care\n  requested: 1 December 2025\n  received: 8 December 2025\n  reply: not known to this team\n");
	ck_assert_ptr_nonnull(found("LINK-010", "B2"));         /* K9 is nowhere: that B2 names advice all the same is not denied */
	ck_assert_ptr_null(found("ADV-005", NULL));
	ck_assert_ptr_nonnull(found("SECT-008", "B2"));
	ck_assert_ptr_null(found("DATE-028", "F1"));            /* what comes weekly and begins within the week is in place */
	ck_assert_ptr_nonnull(found("DATE-028", "F2"));
	ck_assert(says(found("QUANT-001", "F3")->message, "supplies"));
	ck_assert_uint_eq(found("HLTH-023", "G1")->group, found("HLTH-008", "G1")->group);
	ck_assert(!says(found("ADV-001", "K2")->message, "did not come"));
}
END_TEST

/* ---- structure ---- */

START_TEST(test_item_under_another_section)
{
	compile("EHC plan: EX-1\n  status: draft\nsection F:\nprovision F1: Help.\nprovision G1: Therapy.\n"
	    "row: across all areas\nprovision G2: More.\n");
	ck_assert_ptr_null(found("SECT-003", "F1"));
	ck_assert_int_eq(found("SECT-003", "G1")->severity, EHC_WARNING);
	ck_assert_ptr_null(found("SECT-003", "G2"));    /* rows hold items of any section */
}
END_TEST

START_TEST(test_one_label_for_two_sections)
{
	compile("EHC plan: EX-1\n  status: draft\nsection E and F:\noutcome E1: First.\nprovision F1: Help.\n");
	ck_assert_ptr_nonnull(found("SECT-003", NULL));
	for (size_t i = 0; i < c.findings.list.count; i++)
		if (strcmp(c.findings.list.items[i]->rule->id, "SECT-001") == 0)
			ck_assert_int_ne(c.findings.list.items[i]->section, EHC_E);
}
END_TEST

START_TEST(test_words_that_name_no_setting)
{
	compile("EHC plan: EX-1\n  status: draft\nsection I:\n  name: not named in a draft\n");
	ck_assert_uint_eq(count("SECT-009"), 0);
	compile("EHC plan: EX-1\n  status: final\nsection I:\n  name: To be confirmed.\n");
	ck_assert_int_eq(found("SECT-011", NULL)->severity, EHC_ERROR);
	compile("EHC plan: EX-1\n  status: final\nsection I:\n  otherwise: a tutor at home, because no school can be attended\n");
	ck_assert_uint_eq(count("SECT-011"), 0);
	compile("EHC plan: EX-1\n  status: working\nsection I:\n  name: Elm Grove Primary School\n");
	ck_assert_int_eq(found("SECT-009", NULL)->severity, EHC_WARNING);
}
END_TEST

START_TEST(test_payment_for_care_alone)
{
	compile("EHC plan: EX-1\n  status: draft\nsection H1:\nprovision H1.1: A carer.\nsection J:\nbudget J1: A direct payment for H1.1.\n"
	    "  pays for: H1.1\n");
	ck_assert_ptr_null(found("SECT-012", "J1"));
	compile("EHC plan: EX-1\n  status: draft\nsection F:\nprovision F1: Lessons.\nsection J:\nbudget J1: A direct payment for lessons.\n"
	    "  pays for: F1\n");
	ck_assert_ptr_nonnull(found("SECT-012", "J1"));
	compile("EHC plan: EX-1\n  status: draft\nsection F:\nprovision F1: Lessons.\nsection J:\nbudget J1: A notional budget for lessons.\n"
	    "  pays for: F1\n");
	ck_assert_ptr_null(found("SECT-012", "J1"));
}
END_TEST

START_TEST(test_a_young_person_needs_no_parents)
{
	compile("EHC plan: EX-1\n  status: draft\n  dated: 1 May 2026\n  authority: Example County Council\n"
	    "child: Amira Example\n  born: 14 May 2008\n");
	ck_assert_uint_eq(count("SECT-014"), 0);
	compile("EHC plan: EX-1\n  status: draft\n  dated: 1 May 2026\n  authority: Example County Council\n"
	    "child: Amira Example\n  born: 14 May 2016\n");
	ck_assert(says(found("SECT-014", NULL)->message, "parents"));
}
END_TEST

/* ---- acceptances ---- */

static const char one_untied[] =
    "EHC plan: EX-1\n  status: %s\nsection B:\nneed B1: One.\nneed B2: Two.\n%s\nsection F:\nprovision F1: Help.\n  for: B1\n";

static void
compile_accepting(const char *status, const char *accept)
{
	char text[600];

	snprintf(text, sizeof(text), one_untied, status, accept);
	compile(text);
}

START_TEST(test_accepted_finding_is_kept)
{
	compile_accepting("final", "  accept: LINK-001 because Amira has outgrown it; lead officer, 12 June 2026");
	ck_assert_ptr_nonnull(found("LINK-001", "B2"));
	ck_assert(says(found("LINK-001", "B2")->accepted, "outgrown"));
	ck_assert(says(found("LINK-001", "B2")->accepted, "12 June 2026"));
	ck_assert_uint_eq(count("ACPT-004"), 0);
	compile_accepting("final", "  accept: LINK-001");
	ck_assert_uint_eq(found("LINK-001", "B2")->accepted.len, 0);
	ck_assert_ptr_nonnull(found("ACPT-001", "B2"));
}
END_TEST

static const char unnamed_payment[] =
    "EHC plan: EX-1\n  status: %s\nsection F:\nprovision F1: Lessons.\nsection J:\nbudget J1: A direct payment for lessons.\n"
    "  pays for: F1\n  accept: SECT-012 because the agreement says it; lead officer, 12 June 2026\n";

START_TEST(test_binding_rule_in_a_final_plan)
{
	char text[400];

	snprintf(text, sizeof(text), unnamed_payment, "draft");
	compile(text);
	ck_assert(found("SECT-012", "J1")->accepted.len > 0);
	ck_assert_uint_eq(count("ACPT-004"), 0);
	snprintf(text, sizeof(text), unnamed_payment, "final");
	compile(text);
	ck_assert_uint_eq(found("SECT-012", "J1")->accepted.len, 0);
	ck_assert_ptr_nonnull(found("ACPT-004", "J1"));
}
END_TEST

/* ---- profiles ---- */

static char folder[64];

static void
write_file(const char *name, const char *text)
{
	char path[160];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

static void
make_folder(void)
{
	char below[100];

	strcpy(folder, "/tmp/ehc-rules-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(below, sizeof(below), "%s/plans", folder);
	ck_assert_int_eq(mkdir(below, 0700), 0);
}

static void
remove_folder(void)
{
	static const char *const names[] = { "county.ehc", "region.ehc", "loop.ehc", ".ehc-profile", "plan.ehc", "plans/plan.ehc" };
	char path[160];

	for (size_t i = 0; i < EHC_COUNT(names); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		unlink(path);
	}
	snprintf(path, sizeof(path), "%s/plans", folder);
	rmdir(path);
	rmdir(folder);
}

static const struct ehc_profile *
load(struct ehc_arena *a, const char *name, struct ehc_str *trouble)
{
	char near_path[160];

	snprintf(near_path, sizeof(near_path), "%s/plans/plan.ehc", folder);
	return ehc_profile_load(a, name, near_path, folder, trouble);
}

static struct ehc_rule_force
in_force(const char *rule, const struct ehc_profile *p, ehc_day day)
{
	return ehc_rule_in_force(ehc_rule_find(ehc_str_of(rule)), p, day, EHC_NO_SECTION);
}

START_TEST(test_profiles_in_layers)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_str trouble = EHC_NOSTR;
	const struct ehc_profile *p;

	make_folder();
	write_file("region.ehc", "profile: region\n  extends: national\nrule LINK-008: error\nrule LINK-009: off because it is in section A\n"
	    "term weeks: 39\nlimit needs in one provision: 3\n");
	write_file("county.ehc", "profile: county\n  extends: region\n  from: 1 September 2026\nrule LINK-008: note\nrule SECT-001: note\n"
	    "school day: 6 hours\n");
	p = load(a, "county", &trouble);
	ck_assert_msg(p != NULL, "%.*s", EHC_ARG(trouble));
	ck_assert(ehc_str_is(p->chain, "national > region > county"));
	ck_assert_int_eq(in_force("LINK-008", p, ehc_day_of(2026, 9, 1)).severity, EHC_NOTE);
	ck_assert(ehc_str_is(in_force("LINK-008", p, ehc_day_of(2026, 9, 1)).from, "county"));
	/* before its first day the layer below speaks */
	ck_assert_int_eq(in_force("LINK-008", p, ehc_day_of(2026, 8, 31)).severity, EHC_ERROR);
	ck_assert_int_eq(in_force("LINK-009", p, EHC_NODATE).severity, EHC_OFF);
	/* what rests on the Regulations stays */
	ck_assert_int_eq(in_force("SECT-001", p, EHC_NODATE).severity, EHC_ERROR);
	ck_assert_int_eq(ehc_ratio_cmp(p->school.weeks, ehc_ratio(39, 1)), 0);
	ck_assert_int_eq(ehc_ratio_cmp(p->school.school_day, ehc_ratio(6, 1)), 0);
	ck_assert_int_eq(ehc_ratio_cmp(p->year.weeks, ehc_ratio(52, 1)), 0);
	ck_assert_int_eq(p->many_needs, 3);
	remove_folder();
	ehc_arena_free(a);
}
END_TEST

START_TEST(test_profiles_that_cannot_be_used)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_str trouble = EHC_NOSTR;

	make_folder();
	write_file("loop.ehc", "profile: loop\n  extends: region\n");
	write_file("region.ehc", "profile: region\n  extends: loop\n");
	write_file("county.ehc", "EHC plan: EX-1\n");
	ck_assert_ptr_null(load(a, "loop", &trouble));
	ck_assert(says(trouble, "extends itself"));
	ck_assert_ptr_null(load(a, "nowhere", &trouble));
	ck_assert(says(trouble, "nowhere"));
	ck_assert_ptr_null(load(a, "county", &trouble));
	ck_assert(says(trouble, "not a profile"));
	ck_assert_ptr_null(load(a, "/dev/zero", &trouble));
	write_file("region.ehc", "profile: region\n");
	ck_assert_ptr_nonnull(load(a, "../region.ehc", &trouble));      /* from the plan's folder */
	remove_folder();
	ehc_arena_free(a);
}
END_TEST

START_TEST(test_profile_named_in_a_folder_above)
{
	struct ehc_arena *a = ehc_arena_new();
	char path[160];

	make_folder();
	snprintf(path, sizeof(path), "%s/plans/plan.ehc", folder);
	ck_assert_ptr_null(ehc_profile_name_near(a, path));
	write_file(".ehc-profile", "# ours\n\ncounty\n");
	ck_assert_str_eq(ehc_profile_name_near(a, path), "county");
	write_file("county.ehc", "profile: county\nrule LINK-001: off because the panel looks at it\n");
	write_file("plans/plan.ehc", "EHC plan: EX-1\n  status: draft\nsection B:\nneed B1: One.\nneed B2: Two.\nsection F:\nprovision F1: Help.\n"
	    "  for: B1\n");
	tear_down();
	ck_assert(ehc_compile(&c, path, &options));
	ck_assert_ptr_null(found("LINK-001", "B2"));
	ck_assert(ehc_str_is(c.profile->name, "county"));
	remove_folder();
	ehc_arena_free(a);
}
END_TEST

START_TEST(test_profile_sets_severity)
{
	char path[160];

	make_folder();
	write_file("county.ehc", "profile: county\nrule LINK-009: warning\nrule LINK-001: note\n");
	write_file("plan.ehc", "EHC plan: EX-1\n  status: draft\n  profile: county\nsection A:\naspiration A1: To read.\naspiration A2: To draw.\n"
	    "section B:\nneed B1: One.\nneed B2: Two.\nsection E:\noutcome E1: First.\n  supports: A1\nsection F:\nprovision F1: Help.\n"
	    "  for: B1\n");
	snprintf(path, sizeof(path), "%s/plan.ehc", folder);
	ck_assert(ehc_compile(&c, path, &options));
	ck_assert_int_eq(found("LINK-009", "A2")->severity, EHC_WARNING);
	ck_assert(ehc_str_is(found("LINK-009", "A2")->severity_from, "profile county"));
	ck_assert_int_eq(found("LINK-001", "B2")->severity, EHC_NOTE);
	remove_folder();
}
END_TEST

static bool
same_calendar(const struct ehc_calendar *a, const struct ehc_calendar *b)
{
	return ehc_ratio_cmp(a->weeks, b->weeks) == 0 && ehc_ratio_cmp(a->days, b->days) == 0 &&
	    ehc_ratio_cmp(a->term_weeks, b->term_weeks) == 0 && ehc_ratio_cmp(a->term_days, b->term_days) == 0 &&
	    a->terms == b->terms && ehc_ratio_cmp(a->school_day, b->school_day) == 0;
}

START_TEST(test_national_calendars)
{
	struct ehc_calendar school = ehc_calendar_school(), year = ehc_calendar_whole_year();

	ck_assert(same_calendar(&ehc_profile_national()->school, &school));
	ck_assert(same_calendar(&ehc_profile_national()->year, &year));
}
END_TEST

/* ---- packs ---- */

START_TEST(test_packs)
{
	const struct ehc_pack *national = ehc_pack_find(EHC_STR("national-2014")), *draft = ehc_pack_find(EHC_STR("med-2026"));
	struct ehc_profile p = *ehc_profile_national();
	struct ehc_pack_setting on = { .pack = draft, .on = true, .since = EHC_NODATE };
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_str trouble;

	ck_assert(ehc_pack_in_force(national, &p, EHC_NODATE, NULL));
	ck_assert(ehc_pack_in_force(national, &p, ehc_day_of(1926, 5, 1), NULL));       /* a mistyped year silences nothing */
	ck_assert(!ehc_pack_in_force(draft, &p, ehc_day_of(2027, 1, 1), NULL));
	EHC_PUSH(a, &p.packs, on);
	ck_assert(ehc_pack_in_force(draft, &p, ehc_day_of(2027, 1, 1), NULL));
	ck_assert(!ehc_pack_in_force(draft, &p, ehc_day_of(2026, 1, 1), NULL));
	ck_assert(ehc_pack_in_force(national, &p, EHC_NODATE, "national-2014@1.0"));
	ck_assert(!ehc_pack_in_force(ehc_pack_find(EHC_STR("med-2015")), &p, EHC_NODATE, "national-2014@1.0"));
	ck_assert(ehc_packs_check(a, "national-2014@1.0, med-2015", &trouble));
	ck_assert(!ehc_packs_check(a, "national-2014@9.9", &trouble));
	ck_assert(says(trouble, "1.0"));
	ck_assert(!ehc_packs_check(a, "national", &trouble));
	ehc_arena_free(a);
}
END_TEST

START_TEST(test_pinned_packs)
{
	options.packs = "med-2015@1.0";
	compile(untied);
	ck_assert_uint_eq(count("LINK-001"), 0);
	options.packs = "national-2014@1.0";
	compile(untied);
	ck_assert_uint_eq(count("LINK-001"), 1);
}
END_TEST

/* ---- templates ---- */

START_TEST(test_template_is_asked_as_a_template)
{
	compile("template: form\nEHC plan: [[reference]]\n  status: draft\nsection A:\naspiration A1: [[hope]]\n");
	ck_assert_uint_eq(count("TMPL-001"), 11);
	ck_assert_uint_eq(count("SECT-001"), 0);
	ck_assert_uint_eq(count("PRIV-003"), 0);
}
END_TEST

/* ---- words that a plan holds at all ---- */

START_TEST(test_held_words_are_found)
{
	static const char *const list[] = { "kettle", "at home", "post-16", "nurse", "DCO" };
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_str file = EHC_STR("need B1: Learns at\n    home with a Nurse\xC2\xA0\n  who: the dco, post-16");
	struct ehc_check check = { .arena = a, .held = ehc_held_in(a, file) }, unknown = { .arena = a };

	for (int again = 0; again < 2; again++) {
		struct ehc_wanted left = ehc_wanted_of(&check, list, EHC_COUNT(list));

		ck_assert_uint_eq(left.n, 4);
		ck_assert_str_eq(left.words[0], "at home");
		ck_assert_str_eq(left.words[3], "DCO");
	}
	ck_assert_uint_eq(ehc_wanted_of(&check, list, 1).n, 0);
	ck_assert(ehc_may_say(&check, "home") && !ehc_may_say(&check, "hom") && ehc_may_mention(&check, "hom") && ehc_may_mention(&check, "ursE"));
	ck_assert(!ehc_may_say(&check, "kettle") && ehc_may_say(&unknown, "kettle"));
	ck_assert(ehc_says_any(&check, EHC_STR("Learns at\nhome"), list, EHC_COUNT(list)));
	ck_assert(!ehc_says_any(&check, EHC_STR("Learns with a pan"), list, EHC_COUNT(list)));
	ck_assert_uint_eq(ehc_wanted_of(&unknown, list, EHC_COUNT(list)).n, EHC_COUNT(list));
	ehc_arena_free(a);
}
END_TEST

START_TEST(test_held_phrases_are_found)
{
	static const char any[] = "999|10 mg|seizure|gives|call an ambulance|kettle|seizures last|ring|N1|mg", none[] = "kettle|call", all[] = "N1";
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_str file = EHC_STR("emergency E1: N1 give 10mg in seizures;\n    calling an\n    ambulance, then bring 999g");
	struct ehc_check check = { .arena = a, .held = ehc_held_in(a, file) }, unknown = { .arena = a };

	for (int again = 0; again < 2; again++)
		ck_assert_str_eq(ehc_wanted_phrases(&check, any).any, "999|10 mg|seizure|gives|N1|mg");
	ck_assert_str_eq(ehc_wanted_phrases(&check, none).any, "");
	ck_assert_str_eq(ehc_wanted_phrases(&check, all).any, "N1");
	ck_assert_str_eq(ehc_wanted_phrases(&unknown, any).any, any);
	ehc_arena_free(a);
}
END_TEST

/* ---- rules shown to people ---- */

START_TEST(test_explain_says_everything)
{
	struct ehc_buf out = { NULL, 0, 0 };
	const struct ehc_rule *r = ehc_rule_find(EHC_STR("SECT-009"));

	make_folder();
	ehc_rule_explain(r, &out, folder);
	ck_assert_ptr_nonnull(strstr(out.ptr, r->title));
	ck_assert_ptr_nonnull(strstr(out.ptr, "s.38(5)"));
	ck_assert_ptr_nonnull(strstr(out.ptr, "drafts only"));
	ck_assert_ptr_nonnull(strstr(out.ptr, "no profile can lower it"));
	ck_assert_ptr_nonnull(strstr(out.ptr, "accept: SECT-009 because"));
	ehc_buf_free(&out);
	remove_folder();
}
END_TEST

START_TEST(test_reference_lists_every_rule)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t n;
	const struct ehc_family *families = ehc_families(&n);

	make_folder();
	ehc_rules_reference(&out, folder);
	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			ck_assert_msg(strstr(out.ptr, r->id) != NULL, "%s is not in the reference", r->id);
	ehc_buf_free(&out);
	remove_folder();
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("rules");
	TCase *t = tcase_create("rules");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, test_rows_are_whole);
	tcase_add_test(t, test_from_the_final_plan);
	tcase_add_test(t, test_characters_that_no_font_has);
	tcase_add_test(t, test_sources_fit_confidence);
	tcase_add_test(t, test_prerequisites_exist);
	tcase_add_test(t, test_find_in_any_case);
	tcase_add_test(t, test_stage);
	tcase_add_test(t, test_only_at_its_stage);
	tcase_add_test(t, test_clock_needs_a_day);
	tcase_add_test(t, test_missing_section_is_one_finding);
	tcase_add_test(t, test_nothing_tied_is_one_finding);
	tcase_add_test(t, test_month_is_nobodys_name);
	tcase_add_test(t, test_lessons_have_a_length);
	tcase_add_test(t, test_sentence_says_who_counts);
	tcase_add_test(t, test_placeholder_silences_its_item_alone);
	tcase_add_test(t, test_tied_only_by_a_row);
	tcase_add_test(t, test_tied_only_through_an_outcome);
	tcase_add_test(t, test_row_that_does_not_speak_of_a_need);
	tcase_add_test(t, test_outcome_reaches_its_need_through_provision);
	tcase_add_test(t, test_outcome_tied_only_through_provision);
	tcase_add_test(t, test_the_same_need_twice);
	tcase_add_test(t, test_need_met_outside_section_f);
	tcase_add_test(t, test_health_provision_without_a_health_need);
	tcase_add_test(t, test_one_fault_is_said_once);
	tcase_add_test(t, test_item_under_another_section);
	tcase_add_test(t, test_one_label_for_two_sections);
	tcase_add_test(t, test_words_that_name_no_setting);
	tcase_add_test(t, test_payment_for_care_alone);
	tcase_add_test(t, test_a_young_person_needs_no_parents);
	tcase_add_test(t, test_accepted_finding_is_kept);
	tcase_add_test(t, test_binding_rule_in_a_final_plan);
	tcase_add_test(t, test_profiles_in_layers);
	tcase_add_test(t, test_profiles_that_cannot_be_used);
	tcase_add_test(t, test_profile_named_in_a_folder_above);
	tcase_add_test(t, test_profile_sets_severity);
	tcase_add_test(t, test_national_calendars);
	tcase_add_test(t, test_packs);
	tcase_add_test(t, test_pinned_packs);
	tcase_add_test(t, test_template_is_asked_as_a_template);
	tcase_add_test(t, test_held_words_are_found);
	tcase_add_test(t, test_held_phrases_are_found);
	tcase_add_test(t, test_explain_says_everything);
	tcase_add_test(t, test_reference_lists_every_rule);
	suite_add_tcase(s, t);
	return run_suite(s);
}
