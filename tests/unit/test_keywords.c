/*
 * test_keywords.c - the table of labels holds together, and every label in it is found however it is written.
 */
#include <check.h>
#include <string.h>

#include "parse/keywords.h"
#include "suite.h"

static const unsigned kinds[] = { EHC_IN_P, EHC_IN_H, EHC_IN_A, EHC_IN_R, EHC_IN_S };

static struct ehc_head
read_head(const char *written, unsigned docs)
{
	struct ehc_folded folded;

	ck_assert_msg(ehc_head_fold(ehc_str_of(written), &folded), "\"%s\" is no head", written);
	return ehc_head_read(&folded, docs, EHC_EVERY_LABEL);
}

static void
assert_label(const char *written, unsigned docs, enum ehc_label label)
{
	struct ehc_head head = read_head(written, docs);

	ck_assert_msg(head.keyword != NULL, "\"%s\" is not found", written);
	ck_assert_msg(head.keyword->label == label, "\"%s\" is read as %s, not as %s", written, head.keyword->name, ehc_keyword(label)->name);
}

START_TEST(every_label_has_its_row)
{
	for (int i = EHC_L_NONE + 1; i < EHC_L_COUNT; i++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)i);

		ck_assert_int_eq((int)k->label, i);
		ck_assert_msg(k->spelling[0] != '\0' && k->meaning[0] != '\0', "%s", k->name);
		ck_assert_msg(k->docs != 0 && k->level != EHC_LEVEL_NONE, "%s", k->name);
		ck_assert_msg(k->on != 0, "%s: nothing can hold it, or nothing can stand below it", k->name);
	}
}
END_TEST

START_TEST(no_document_knows_a_spelling_twice)
{
	size_t n;
	const struct ehc_spelling *s = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			if (ehc_str_eq_nocase(ehc_str_of(s[i].spelling), ehc_str_of(s[j].spelling)))
				ck_assert_msg((s[i].docs & s[j].docs & ~(unsigned)EHC_IN_T) == 0, "\"%s\" is %s and %s in one kind of document",
				    s[i].spelling, ehc_keyword(s[i].label)->name, ehc_keyword(s[j].label)->name);
}
END_TEST

START_TEST(aliases_stay_within_their_label)
{
	size_t n;
	const struct ehc_spelling *s = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++)
		if (s[i].alias)
			ck_assert_msg((s[i].docs & ~ehc_keyword(s[i].label)->docs) == 0, "\"%s\" is read where %s is not known", s[i].spelling,
			    ehc_keyword(s[i].label)->name);
}
END_TEST

/* A field is of use only where something in the same kind of document takes it. */
START_TEST(every_field_has_a_place)
{
	for (int i = EHC_L_NONE + 1; i < EHC_L_COUNT; i++) {
		const struct ehc_keyword *field = ehc_keyword((enum ehc_label)i);

		for (size_t k = 0; field->level == EHC_LEVEL_FIELD && k < EHC_COUNT(kinds); k++) {
			bool taken = (field->docs & kinds[k]) == 0;

			for (int j = EHC_L_NONE + 1; j < EHC_L_COUNT && !taken; j++) {
				const struct ehc_keyword *owner = ehc_keyword((enum ehc_label)j);

				taken = owner->level != EHC_LEVEL_FIELD && (owner->docs & kinds[k]) != 0 && (owner->on & field->on) != 0;
			}
			ck_assert_msg(taken, "%s has no place in documents of kind %u", field->name, kinds[k]);
		}
	}
}
END_TEST

START_TEST(spellings_fit_a_head)
{
	size_t n;
	const struct ehc_spelling *s = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++) {
		struct ehc_folded folded;

		if (strstr(s[i].spelling, "...") != NULL)
			continue;
		ck_assert_msg(ehc_head_fold(ehc_str_of(s[i].spelling), &folded), "%s", s[i].spelling);
		ck_assert_msg(folded.nwords <= 6, "%s", s[i].spelling);
	}
}
END_TEST

/* Every spelling, in capitals, with two blanks between words and a typographic apostrophe. */
START_TEST(every_spelling_is_found)
{
	size_t n;
	const struct ehc_spelling *s = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++) {
		struct ehc_buf b = { NULL, 0, 0 };

		if (strstr(s[i].spelling, "...") != NULL)
			continue;
		for (const char *p = s[i].spelling; *p != '\0'; p++) {
			if (*p == ' ')
				ehc_buf_cstr(&b, "  ");
			else if (*p == '\'')
				ehc_buf_cstr(&b, "\xE2\x80\x99");
			else
				ehc_buf_char(&b, (char)(*p >= 'a' && *p <= 'z' ? *p - 32 : *p));
		}
		for (size_t k = 0; k < EHC_COUNT(kinds); k++) {
			if ((s[i].docs & kinds[k]) == 0)
				continue;
			assert_label(s[i].spelling, kinds[k], s[i].label);
			assert_label(b.ptr, kinds[k], s[i].label);
		}
		ehc_buf_free(&b);
	}
}
END_TEST

START_TEST(other_words_are_not_found)
{
	static const char *const words[] = { "", "x", "nee", "needs", "for me", "provision of", "howmuch", "how  muc", "zebra" };

	for (size_t i = 0; i < EHC_COUNT(words); i++)
		ck_assert_msg(words[i][0] == '\0' || read_head(words[i], EHC_IN_ANY).keyword == NULL, "%s", words[i]);
}
END_TEST

START_TEST(the_kind_of_document_decides)
{
	assert_label("step", EHC_IN_P, EHC_L_OUTCOME_STEP);
	assert_label("step", EHC_IN_H, EHC_L_STEP);
	assert_label("from", EHC_IN_P, EHC_L_FROM);
	assert_label("from", EHC_IN_R, EHC_L_PROFILE_FROM);
	assert_label("version", EHC_IN_A, EHC_L_VERSION);
	assert_label("version", EHC_IN_R, EHC_L_PROFILE_VERSION);
	assert_label("note", EHC_IN_H, EHC_L_NOTE);
	assert_label("note", EHC_IN_R, EHC_L_PROFILE_NOTE);
	assert_label("task T1", EHC_IN_H, EHC_L_TASK);
	assert_label("task toileting", EHC_IN_R, EHC_L_TASK_TYPE);
	assert_label("EHC plan", EHC_IN_P, EHC_L_EHC_PLAN);
	assert_label("EHC plan", EHC_IN_H, EHC_L_LINKED_EHC_PLAN);
	assert_label("health care plan", EHC_IN_H, EHC_L_HEALTH_PLAN);
	assert_label("health care plan", EHC_IN_P, EHC_L_LINKED_HEALTH_PLAN);
	assert_label("profile", EHC_IN_P, EHC_L_USES_PROFILE);
	assert_label("profile", EHC_IN_R, EHC_L_PROFILE);
}
END_TEST

START_TEST(heads_come_apart)
{
	struct ehc_head h = read_head("provision  F2.3b", EHC_IN_P);

	ck_assert_int_eq((int)h.keyword->label, EHC_L_PROVISION);
	ck_assert_int_eq((int)h.rest, EHC_REST_ID);
	ck_assert_uint_eq(h.label_end, 9);
	ck_assert_uint_eq(h.rest_from, 11);
	ck_assert_uint_eq(h.rest_to, 16);
	h = read_head("if the midazolam cannot be given", EHC_IN_H);
	ck_assert_int_eq((int)h.keyword->label, EHC_L_CANNOT_GIVE);
	ck_assert_int_eq((int)h.rest, EHC_REST_SLOT);
	ck_assert_uint_eq(h.rest_from, 3);
	ck_assert_uint_eq(h.rest_to, 16);
	h = read_head("area Social, emotional and mental health", EHC_IN_P);
	ck_assert_int_eq((int)h.keyword->label, EHC_L_AREA);
	ck_assert_int_eq((int)h.rest, EHC_REST_WORDS);
	ck_assert_int_eq((int)read_head("need B-1", EHC_IN_P).rest, EHC_REST_BAD_ID);
	ck_assert_int_eq((int)read_head("child C1", EHC_IN_P).rest, EHC_REST_ID);
	ck_assert_ptr_null(read_head("need for quiet", EHC_IN_P).keyword);
	ck_assert_ptr_null(read_head("child protection", EHC_IN_P).keyword);
}
END_TEST

START_TEST(what_is_too_long_or_a_sentence_is_no_head)
{
	struct ehc_folded f;

	ck_assert(ehc_head_fold(EHC_STR("1234567890123456789012345678901234567890"), &f));
	ck_assert(!ehc_head_fold(EHC_STR("12345678901234567890123456789012345678901"), &f));
	ck_assert(!ehc_head_fold(EHC_STR("He stops. Then he says"), &f));
	ck_assert(ehc_head_fold(EHC_STR("need B1.2"), &f));
	/* forty letters, each of two bytes */
	ck_assert(ehc_head_fold(EHC_STR("éééééééééééééééééééééééééééééééééééééééé"), &f));
}
END_TEST

START_TEST(ids_have_their_form)
{
	static const char *const good[] = { "B1", "b1", "F2.3", "F2.3b", "H1.1", "K12", "ab12", "B1a", "[[id]]", "{{need id}}", "\xC2\xABid\xC2\xBB" };
	static const char *const bad[] = { "", "B", "1", "1.2", "B-1", "B1.", "B1..2", "B1ab", "B 1", "B1.a", "1B", "[[]]", "É1" };

	for (size_t i = 0; i < EHC_COUNT(good); i++)
		ck_assert_msg(ehc_id_is_well_formed(ehc_str_of(good[i]), EHC_L_NEED), "%s", good[i]);
	for (size_t i = 0; i < EHC_COUNT(bad); i++)
		ck_assert_msg(!ehc_id_is_well_formed(ehc_str_of(bad[i]), EHC_L_NEED), "%s", bad[i]);
	ck_assert(ehc_id_is_well_formed(EHC_STR("1"), EHC_L_STEP));
	ck_assert(ehc_id_is_well_formed(EHC_STR("3.2"), EHC_L_STEP));
}
END_TEST

static const char *
nearest(const char *written, unsigned docs, unsigned on)
{
	struct ehc_folded folded;
	const struct ehc_spelling *s;

	ck_assert(ehc_head_fold(ehc_str_of(written), &folded));
	s = ehc_head_nearest(&folded, docs, on);
	return s == NULL ? "" : s->spelling;
}

START_TEST(slips_find_what_was_meant)
{
	ck_assert_str_eq(nearest("towrads", EHC_IN_P, 0), "towards");
	ck_assert_str_eq(nearest("provison F2", EHC_IN_P, 0), "provision");
	ck_assert_str_eq(nearest("Ehc paln", EHC_IN_P, 0), "EHC plan");
	ck_assert_str_eq(nearest("how mcuh", EHC_IN_P, EHC_ON_PROVISION), "how much");
	ck_assert_str_eq(nearest("xylophone", EHC_IN_P, 0), "");
	/* "fro" is as near to "for" as to "from"; the item above decides */
	ck_assert_str_eq(nearest("fro", EHC_IN_P, EHC_ON_OUTCOME), "for");
	ck_assert_str_eq(nearest("fro", EHC_IN_P, EHC_ON_COMMENT), "from");
	ck_assert_str_eq(nearest("singns", EHC_IN_H, 0), "signs");
}
END_TEST

START_TEST(distance_counts_slips)
{
	ck_assert_uint_eq(ehc_str_distance(EHC_STR("need"), EHC_STR("need"), 3), 0);
	ck_assert_uint_eq(ehc_str_distance(EHC_STR("nede"), EHC_STR("need"), 3), 1);
	ck_assert_uint_eq(ehc_str_distance(EHC_STR("neet"), EHC_STR("need"), 3), 1);
	ck_assert_uint_eq(ehc_str_distance(EHC_STR("neeed"), EHC_STR("need"), 3), 1);
	ck_assert_uint_eq(ehc_str_distance(EHC_STR(""), EHC_STR("need"), 3), 4);
	ck_assert_uint_eq(ehc_str_distance(EHC_STR("kitten"), EHC_STR("sitting"), 3), 3);
	ck_assert_uint_eq(ehc_str_distance(EHC_STR("kitten"), EHC_STR("sitting"), 2), 3);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("keywords");
	TCase *table = tcase_create("table"), *heads = tcase_create("heads");

	tcase_add_test(table, every_label_has_its_row);
	tcase_add_test(table, no_document_knows_a_spelling_twice);
	tcase_add_test(table, aliases_stay_within_their_label);
	tcase_add_test(table, every_field_has_a_place);
	tcase_add_test(table, spellings_fit_a_head);
	suite_add_tcase(suite, table);
	tcase_add_test(heads, every_spelling_is_found);
	tcase_add_test(heads, other_words_are_not_found);
	tcase_add_test(heads, the_kind_of_document_decides);
	tcase_add_test(heads, heads_come_apart);
	tcase_add_test(heads, what_is_too_long_or_a_sentence_is_no_head);
	tcase_add_test(heads, ids_have_their_form);
	tcase_add_test(heads, slips_find_what_was_meant);
	tcase_add_test(heads, distance_counts_slips);
	suite_add_tcase(suite, heads);
	return run_suite(suite);
}
