/*
 * test_import.c - what the recogniser of drafts knows: labels of sections, columns and fields, numbers, and what becomes of small drafts.
 */
#include <check.h>
#include <string.h>

#include "import/care.h"
#include "suite.h"

static struct reader reader;

static void
set_up(void)
{
	memset(&reader, 0, sizeof(reader));
	reader.a = ehc_arena_new();
	reader.kind = EHC_DOC_EHC_PLAN;
	reader.im = EHC_NEW(reader.a, struct ehc_import);
}

static void
tear_down(void)
{
	ehc_arena_free(reader.a);
}

/* ---- sections ---- */

static const struct { const char *text; bool title; unsigned sections; } section_labels[] = {
	{ "SECTION F", false, BIT(EHC_F) }, { "Section F: Special educational provision", false, BIT(EHC_F) }, { "(F) Special Educational Provision", false, BIT(EHC_F) },
	{ "PART F - MY SPECIAL EDUCATION PROVISION", false, BIT(EHC_F) }, { "F. Special educational provision", true, BIT(EHC_F) }, { "Section H1", false, BIT(EHC_H1) },
	{ "Sections E and F", false, BIT(EHC_E) | BIT(EHC_F) }, { "Sections C (health) and G (health provision)", true, BIT(EHC_C) | BIT(EHC_G) },
	{ "My Health Needs (Section C)", true, BIT(EHC_C) }, { "Section F says that a teacher reads with her.", false, 0 }, { "As in Section B, he reads.", false, 0 },
	{ "F1 Reading each day", false, 0 }, { "A teacher reads with her each day", false, 0 }, { "I like trains", true, 0 }, { "Outcomes", true, BIT(EHC_E) },
};

START_TEST(sections_are_found_by_their_letter)
{
	struct section_label found;
	bool is = label_section(&reader, ehc_str_of(section_labels[_i].text), section_labels[_i].title, &found);

	ck_assert_msg((is ? found.sections : 0) == section_labels[_i].sections, "%s: %x", section_labels[_i].text, is ? found.sections : 0);
}
END_TEST

/* ---- columns ---- */

static const struct { const char *text; unsigned open; enum ehc_label label; enum ehc_section section; } column_heads[] = {
	{ "By Whom", BIT(EHC_F), EHC_L_WHO, EHC_NO_SECTION }, { "Frequency and duration", BIT(EHC_F), EHC_L_HOW_OFTEN, EHC_NO_SECTION },
	{ "Which Need Does This Provision Meet", BIT(EHC_F), EHC_L_FOR, EHC_NO_SECTION }, { "Provision required to achieve the outcome", BIT(EHC_F), EHC_L_PROVISION, EHC_F },
	{ "Outcomes sought", BIT(EHC_E), EHC_L_OUTCOME, EHC_E }, { "Provision", BIT(EHC_G), EHC_L_PROVISION, EHC_G }, { "B", 0, EHC_L_NEED, EHC_B },
	{ "Start date", BIT(EHC_F), EHC_L_FROM, EHC_NO_SECTION }, { "Provided by", BIT(EHC_K), EHC_L_AUTHOR, EHC_K }, { "Provided by", BIT(EHC_F), EHC_L_WHO, EHC_NO_SECTION },
	{ "Favourite colour", BIT(EHC_F), EHC_L_NONE, EHC_NO_SECTION }, { "{{ need_1 }}", BIT(EHC_B), EHC_L_NONE, EHC_NO_SECTION },
};

START_TEST(headings_of_columns_mean_fields)
{
	struct meaning m = label_column(&reader, ehc_str_of(column_heads[_i].text), column_heads[_i].open);

	ck_assert_msg(m.label == column_heads[_i].label, "%s: %d", column_heads[_i].text, (int)m.label);
	ck_assert_msg(m.section == column_heads[_i].section, "%s: %d", column_heads[_i].text, (int)m.section);
}
END_TEST

START_TEST(nothing_is_said_in_many_words)
{
	static const char *const nothing[] = { "None.", "N/A", "Not applicable", "No health needs have been identified.", "None identified at this time." };
	static const char *const something[] = { "None of the class may leave before her, and a teacher goes with her.", "Nobody reads with Ada.", "No more than two visits a term." };

	for (size_t i = 0; i < EHC_COUNT(nothing); i++)
		ck_assert_msg(label_nil(ehc_str_of(nothing[i])), "%s", nothing[i]);
	for (size_t i = 0; i < EHC_COUNT(something); i++)
		ck_assert_msg(!label_nil(ehc_str_of(something[i])), "%s", something[i]);
}
END_TEST

/* ---- numbers and labels on a line ---- */

START_TEST(numbers_of_items_are_told_from_words)
{
	struct ehc_str id;

	ck_assert_uint_eq(line_id(EHC_STR("B1.1 Ada reads"), "BEF", &id), 5);
	ck_assert(ehc_str_is(id, "B1.1"));
	ck_assert_uint_eq(line_id(EHC_STR("F2: Ada reads"), "BEF", &id), 4);
	ck_assert_uint_eq(line_id(EHC_STR("B12 vitamin"), "EF", &id), 0);
	ck_assert_uint_eq(line_id(EHC_STR("F1and"), "F", &id), 0);
	ck_assert_uint_gt(line_number(EHC_STR("(1) Ada reads")), 0);
	ck_assert_uint_gt(line_number(EHC_STR("Outcome 2 - Ada reads")), 0);
	ck_assert_uint_eq(line_number(EHC_STR("20 minutes a day")), 0);
	ck_assert(field_only_ids(EHC_STR("F1, F2 and G1")));
	ck_assert(!field_only_ids(EHC_STR("F1 once a week")));
	ck_assert_int_eq(care_kind(EHC_STR("R1")), EHC_L_MEDICINE);
	ck_assert_int_eq(care_kind(EHC_STR("R1 is given")), EHC_L_NONE);
}
END_TEST

START_TEST(fields_are_named_by_the_item)
{
	struct part provision = { .label = EHC_L_PROVISION }, outcome = { .label = EHC_L_OUTCOME };

	reader.open = BIT(EHC_F);
	ck_assert_int_eq(field_named(&reader, &provision, EHC_STR("Delivered by")), EHC_L_WHO);
	ck_assert_int_eq(field_named(&reader, &outcome, EHC_STR("To be reached by")), EHC_L_BY);
	ck_assert_int_eq(field_named(&reader, &outcome, EHC_STR("Delivered by")), EHC_L_NONE);
	ck_assert_int_eq(field_named(&reader, &provision, EHC_STR("Note to the typist")), EHC_L_NONE);
}
END_TEST

START_TEST(questions_of_schools_forms_are_known)
{
	ck_assert_int_eq(care_part_of(EHC_STR("daily care requirements")), PART_LIFE);
	ck_assert_int_eq(care_part_of(EHC_STR("describe what constitutes an emergency, and the action to take if this occurs")), PART_EMERGENCY);
	ck_assert_int_eq(care_part_of(EHC_STR("family contact information")), PART_CONTACTS);
	ck_assert_int_eq(care_part_of(EHC_STR("emergency contacts")), PART_CONTACTS);
	ck_assert_int_eq(care_part_of(EHC_STR("name of medication, dose, method of administration")), PART_MEDICINE);
	ck_assert_int_eq(care_part_of(EHC_STR("shoe size")), PART_UNKNOWN);
}
END_TEST

/* ---- whole drafts ---- */

static struct ehc_str
imported(const char *text)
{
	struct ehc_draft *d = EHC_NEW(reader.a, struct ehc_draft);
	struct ehc_str trouble;

	ck_assert(ehc_draft_read(reader.a, EHC_STR("draft.txt"), ehc_str_of(text), 0, d, &trouble));
	return ehc_import_recognise(reader.a, d)->text;
}

START_TEST(a_lead_in_goes_into_each_item_of_its_list)
{
	struct ehc_str plan = imported("Education, Health and Care Plan\nSECTION E - OUTCOMES\nBy July 2027 Cy will:\n- read\n- write\n");

	ck_assert(ehc_str_has(plan, "outcome E1: By July 2027 Cy will read"));
	ck_assert(ehc_str_has(plan, "outcome E2: By July 2027 Cy will write"));
}
END_TEST

START_TEST(a_row_ties_what_stands_side_by_side)
{
	struct ehc_str plan = imported("Education, Health and Care Plan\nB - Special Educational Needs | F - Special Educational Provision | E - Outcomes\n"
	    "Cy cannot read. | A teacher reads with Cy. | By July 2027 Cy will read.\nCy cannot write. | |\n");

	ck_assert(ehc_str_has(plan, "need B1: Cy cannot read.\nprovision F1: A teacher reads with Cy.\noutcome E1: By July"));
	ck_assert(ehc_str_has(plan, "need B2: Cy cannot write."));
	ck_assert(!ehc_str_has(plan, "provision F2"));
}
END_TEST

START_TEST(what_finds_no_place_is_kept)
{
	struct ehc_str plan = imported("Education, Health and Care Plan\nHat size: 5\nSECTION B\nB1 Cy reads.\n");

	ck_assert(ehc_str_has(plan, "unplaced: Hat size: 5"));
	ck_assert(ehc_str_has(plan, "need B1: Cy reads."));
}
END_TEST

START_TEST(a_long_text_is_not_copied_for_each_line)
{
	struct part p = { .label = EHC_L_HISTORY };

	for (int i = 0; i < 2000; i++)
		part_text(&reader, &p, EHC_STR("A line of the story."), NULL);
	ck_assert_uint_eq(p.text.len, 2000 * 20 + 1999 * 2);
	ck_assert_uint_le(p.room, 4 * p.text.len);
}
END_TEST

static Suite *
suite(void)
{
	Suite *s = suite_create("import");
	TCase *labels = tcase_create("labels"), *drafts = tcase_create("drafts");

	tcase_add_checked_fixture(labels, set_up, tear_down);
	tcase_add_loop_test(labels, sections_are_found_by_their_letter, 0, (int)EHC_COUNT(section_labels));
	tcase_add_loop_test(labels, headings_of_columns_mean_fields, 0, (int)EHC_COUNT(column_heads));
	tcase_add_test(labels, nothing_is_said_in_many_words);
	tcase_add_test(labels, numbers_of_items_are_told_from_words);
	tcase_add_test(labels, fields_are_named_by_the_item);
	tcase_add_test(labels, questions_of_schools_forms_are_known);
	suite_add_tcase(s, labels);
	tcase_add_checked_fixture(drafts, set_up, tear_down);
	tcase_add_test(drafts, a_lead_in_goes_into_each_item_of_its_list);
	tcase_add_test(drafts, a_row_ties_what_stands_side_by_side);
	tcase_add_test(drafts, what_finds_no_place_is_kept);
	tcase_add_test(drafts, a_long_text_is_not_copied_for_each_line);
	suite_add_tcase(s, drafts);
	return s;
}

int
main(void)
{
	return run_suite(suite());
}
