/*
 * test_model.c - from text to plan: ids, sections, rows and ties, and the plan read back.
 */
#include "plan_help.h"
#include "suite.h"

/* ---- ids and sections ---- */

START_TEST(section_is_the_ids_letter)
{
	const struct ehc_plan *p = bind(PLAN "section E:\nprovision f2.3b: x\nprovision H1.1: x\nprovision H2.10: x\nneed C1: x\n");

	ck_assert_int_eq(item(p, "F2.3B")->section, EHC_F);
	ck_assert_str_eq(item(p, "f2.3b")->id, "F2.3B");
	assert_str(item(p, "F2.3B")->id_written, "f2.3b");
	ck_assert_int_eq(item(p, "H1.1")->section, EHC_H1);
	ck_assert_int_eq(item(p, "H2.10")->section, EHC_H2);
	ck_assert_int_eq(item(p, "C1")->section, EHC_C);
	ck_assert_ptr_null(ehc_plan_find(p, EHC_STR("F2.3")));
}
END_TEST

START_TEST(id_is_made_where_none_is_written)
{
	const struct ehc_plan *p = bind(PLAN "section G:\nprovision: a\nprovision: b\nsection B:\nneed: c\noutcome: d\nneed B-1: e\n"
	    "outcome E1: f\n  for: B-1\n");

	ck_assert_int_eq(item(p, "G~1")->section, EHC_G);
	assert_str(item(p, "G~2")->text.str, "b");
	ck_assert(item(p, "B~1")->id_made);
	ck_assert_int_eq(item(p, "E~1")->section, EHC_E);
	assert_str(item(p, "B~2")->id_written, "B-1");
	assert_tie(p, "E1", EHC_REL_FOR, "B~2", false);
}
END_TEST

START_TEST(letter_of_another_kind_is_a_fault)
{
	const struct ehc_plan *p = bind(PLAN "section D:\nneed F1: x\noutcome 7: x\ncomment Y1: x\n");
	const struct ehc_plan *h = bind(HEALTH "medicine M1: Salbutamol\ncondition M2: Asthma\n");

	assert_fault(p, EHC_FAULT_ID_LETTER, "F1");
	ck_assert_int_eq(item(p, "F1")->section, EHC_D);
	ck_assert_uint_eq(count_faults(p, EHC_FAULT_ID_LETTER), 1);
	assert_fault(h, EHC_FAULT_ID_LETTER, "M1");
	ck_assert_uint_eq(count_faults(h, EHC_FAULT_ID_LETTER), 1);
}
END_TEST

START_TEST(second_of_one_id_is_a_duplicate)
{
	const struct ehc_plan *p = bind(PLAN "need B1: first\nneed b1: second\nprovision F1: x\n  for: B1\n");

	ck_assert_uint_eq(p->duplicates.count, 1);
	assert_str(p->duplicates.items[0]->text.str, "second");
	ck_assert_ptr_eq(p->duplicates.items[0]->twin, item(p, "B1"));
	assert_str(tie(p, "F1", EHC_REL_FOR, "B1")->to->text.str, "first");
	ck_assert_uint_eq(p->kinds[EHC_ITEM_NEED].count, 2);
}
END_TEST

START_TEST(sections_say_what_they_hold)
{
	const struct ehc_plan *p = bind(PLAN
	    "section D: none\n  because: no need was found; social care, 3 June 2026\n"
	    "section I: PLACEMENT\n"
	    "section H1: None.\n"
	    "section H2:\n  because: None identified.\n"
	    "section B: MY NEEDS\nneed B1: x\nsection F:\nprovision F1: x\nsection B:\nneed B2: x\n"
	    "row: Communication and interaction\noutcome E1: x\n");

	ck_assert(p->sections[EHC_D].nil);
	assert_str(p->sections[EHC_D].because.text.str, "no need was found; social care, 3 June 2026");
	ck_assert(!p->sections[EHC_I].nil);
	assert_str(p->sections[EHC_I].title, "PLACEMENT");
	ck_assert(p->sections[EHC_H1].nil);
	ck_assert(p->sections[EHC_H2].nil);
	ck_assert_uint_eq(p->sections[EHC_B].items, 2);
	ck_assert_uint_eq(p->sections[EHC_B].order, 5);
	ck_assert(p->sections[EHC_E].present && !p->sections[EHC_E].labelled);
	ck_assert(!p->sections[EHC_G].present);
}
END_TEST

START_TEST(texts_know_where_they_stand)
{
	const struct ehc_plan *p = bind(PLAN
	    "section A:\nstrengths: kind\nsection B:\nstrengths: sums\n  category: thinking and learning\n"
	    "row: sensory and/or physical\nstrengths: climbs\nstandard text: printed on every plan\nstrengths: loose\n"
	    "definition LSA: a learning support assistant, Level 2\nappendix 1: seating plan\n");

	ck_assert_int_eq(ehc_plan_text(p, EHC_L_STRENGTHS, 0)->section, EHC_A);
	ck_assert_int_eq(ehc_plan_text(p, EHC_L_STRENGTHS, 1)->area, EHC_AREA_COGNITION);
	ck_assert_int_eq(ehc_plan_text(p, EHC_L_STRENGTHS, 2)->area, EHC_AREA_SENSORY);
	ck_assert_int_eq(ehc_plan_text(p, EHC_L_STRENGTHS, 2)->section, EHC_B);
	ck_assert_int_eq(ehc_plan_text(p, EHC_L_STANDARD_TEXT, 0)->section, EHC_NO_SECTION);
	ck_assert_int_eq(ehc_plan_text(p, EHC_L_STRENGTHS, 3)->section, EHC_NO_SECTION);
	assert_str(ehc_plan_text(p, EHC_L_DEFINITION, 0)->words, "LSA");
	assert_str(ehc_plan_text(p, EHC_L_APPENDIX, 0)->words, "1");
	ck_assert_ptr_null(ehc_plan_text(p, EHC_L_APPENDIX, 1));
}
END_TEST

START_TEST(area_without_need_is_said)
{
	const struct ehc_plan *p = bind(PLAN "section B:\narea sensory and physical: none\n  because: no need was found\n"
	    "section E:\narea employment: none\narea gardening: none\n");

	ck_assert_uint_eq(p->nareas, 3);
	ck_assert_int_eq(p->areas[0].area, EHC_AREA_SENSORY);
	ck_assert_int_eq(p->areas[0].section, EHC_B);
	ck_assert(p->areas[0].nil);
	assert_str(p->areas[0].because.text.str, "no need was found");
	ck_assert_int_eq(p->areas[1].theme, EHC_THEME_EMPLOYMENT);
	ck_assert_uint_eq(count_faults(p, EHC_FAULT_AREA), 1);
}
END_TEST

START_TEST(placement_of_one_sentence_gives_its_type)
{
	const struct ehc_plan *p = bind(PLAN "section I:\n  name: Elm Grove Primary School, a maintained mainstream primary school, Exampletown.\n");
	const struct ehc_plan *q = bind(PLAN "section I:\n  name: A maintained special school.\n");
	const struct ehc_plan *r = bind(PLAN "section I:\n  type: special\n  name: Elm Grove School, an academy\n");

	assert_str(p->placement_type.text.str, "a maintained mainstream primary school");
	assert_str(ehc_source_slice(p->source, p->placement_type.text.span), "a maintained mainstream primary school");
	assert_str(p->placement_name.text.str, "Elm Grove Primary School, a maintained mainstream primary school, Exampletown");
	ck_assert_ptr_null(q->placement_name.node);
	assert_str(q->placement_type.text.str, "A maintained special school");
	assert_str(r->placement_type.text.str, "special");
}
END_TEST

/* ---- links ---- */

START_TEST(references_are_split_and_found)
{
	const struct ehc_plan *p = bind(PLAN
	    "need B1: x\nneed B2: x\nneed B3: x\nneed B4: x\nneed B5a: x\n"
	    "provision F1: x\n  for: b1, B2; B3 and B4 & B5A.\n"
	    "provision F2: x\n  for: need B1 (speech)\n  for: B2\n"
	    "provision F3: x\n  for: B1 to B3\n"
	    "provision F4: x\n  for: B2\xE2\x80\x93" "B4\n"
	    "provision F5: x\n  for: B1, B1\n");

	ck_assert_uint_eq(ehc_item_count_links(item(p, "F1"), EHC_REL_FOR), 5);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "F2"), EHC_REL_FOR), 2);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "F3"), EHC_REL_FOR), 3);
	ck_assert_ptr_nonnull(tie(p, "F4", EHC_REL_FOR, "B3"));
	ck_assert_uint_eq(ehc_item_count_links(item(p, "F5"), EHC_REL_FOR), 1);
	ck_assert_uint_eq(ehc_item_count_linked(item(p, "B1"), EHC_REL_FOR), 4);
	ck_assert_uint_eq(p->broken.count, 0);
}
END_TEST

START_TEST(what_names_nothing_is_broken)
{
	const struct ehc_plan *p = bind(PLAN
	    "need B1: x\nneed B3: x\noutcome E1: x\n  for: B7\n"
	    "provision F1: x\n  for: hearing\n  towards: E1, E2\n"
	    "provision F2: x\n  for: B1 to B9\n  informed by: none\n");

	ck_assert_uint_eq(p->broken.count, 4);
	assert_str(p->broken.items[0]->written, "B7");
	assert_str(ehc_source_slice(p->source, p->broken.items[0]->span), "B7");
	ck_assert_ptr_eq(p->broken.items[0]->from, item(p, "E1"));
	ck_assert(p->broken.items[1]->is_words);
	assert_fault(p, EHC_FAULT_LINK_WORDS, "hearing");
	assert_str(p->broken.items[2]->written, "E2");
	ck_assert(!p->broken.items[2]->is_words);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "F2"), EHC_REL_FOR), 2);
	assert_str(p->broken.items[3]->written, "B9");
}
END_TEST

START_TEST(link_to_the_wrong_kind_is_no_tie)
{
	const struct ehc_plan *p = bind(PLAN "need B1: x\noutcome E1: x\nprovision F1: x\n  for: E1\n  towards: B1\n");

	ck_assert_uint_eq(item(p, "F1")->out.count, 0);
	ck_assert_uint_eq(count_faults(p, EHC_FAULT_LINK_KIND), 2);
	ck_assert_ptr_eq(p->faults.items[0].other, item(p, "E1"));
	ck_assert_uint_eq(p->broken.count, 0);
}
END_TEST

START_TEST(evidence_takes_pages_and_prose_citations)
{
	const struct ehc_plan *p = bind(PLAN
	    "section B:\nstrengths: reads well\n  evidence: K2\nneed B1: Speech is unclear (K3).\n  evidence: K1, p. 4\n"
	    "section D: none\n  because: children's social care found none (K4)\n"
	    "advice K1: a\nadvice K2: b\nadvice K3: c\nadvice K4: d\nadvice K5: e\n");

	ck_assert_uint_eq(p->broken.count, 0);
	assert_tie(p, "B1", EHC_REL_EVIDENCE, "K1", false);
	assert_tie(p, "B1", EHC_REL_NAMES, "K3", false);
	ck_assert_ptr_null(tie(p, "B1", EHC_REL_NAMES, "K1"));
	ck_assert_uint_ge(item(p, "K2")->cited, 1);
	ck_assert_uint_eq(item(p, "K4")->cited, 1);
	ck_assert_uint_eq(item(p, "K5")->cited + item(p, "K5")->in.count, 0);
}
END_TEST

START_TEST(ids_are_found_as_words_of_their_own)
{
	const struct ehc_plan *p = bind(PLAN
	    "need B1: See \xE2\x80\x98K1\xE2\x80\x99, k2's table; not 3K3, BK4 or K5.1.\n"
	    "advice K1: a\nadvice K2: b\nadvice K3: c\nadvice K4: d\nadvice K5: e\n");

	assert_tie(p, "B1", EHC_REL_NAMES, "K1", false);
	assert_tie(p, "B1", EHC_REL_NAMES, "K2", false);
	ck_assert_ptr_null(tie(p, "B1", EHC_REL_NAMES, "K3"));
	ck_assert_ptr_null(tie(p, "B1", EHC_REL_NAMES, "K4"));
	ck_assert_ptr_null(tie(p, "B1", EHC_REL_NAMES, "K5"));
}
END_TEST

START_TEST(placeholders_are_known_of_the_whole_plan)
{
	static const char *const left[] = { "[[name]]", "[insert name]", "{{name}}", "\xC2\xABname\xC2\xBB", "XXX", "Click here to enter text.", "choose an item" };

	for (size_t i = 0; i < EHC_COUNT(left); i++) {
		const struct ehc_plan *p = bind(ehc_arena_printf(arena, PLAN "need B1: x\nneed B2: see %s\n", left[i]).ptr);

		ck_assert_msg(p->placeholders && item(p, "B2")->has_placeholder && !item(p, "B1")->has_placeholder, "%s", left[i]);
	}
	ck_assert(!bind(PLAN "need B1: Sam chooses [a card].\n")->placeholders);
}
END_TEST

/* The text is looked at a block at a time, and the rest of it in a copy. */
START_TEST(placeholders_are_known_at_each_place)
{
	static const char *const openings[] = { "[[", "[insert", "{{", "\xC2\xAB", "XXX", "Click", "choose an" };
	char text[240];

	for (size_t i = 0; i < EHC_COUNT(openings); i++)
		for (size_t at = 0, n = strlen(openings[i]); at < 140; at++) {
			memset(text, '-', sizeof(text));
			ck_assert(!ehc_placeholder_possible((struct ehc_str){ text, at }));
			memcpy(text + at, openings[i], n);
			ck_assert_msg(ehc_placeholder_possible((struct ehc_str){ text, at + n }), "%s at %zu", openings[i], at);
			ck_assert_msg(ehc_placeholder_possible((struct ehc_str){ text, sizeof(text) }), "%s at %zu", openings[i], at);
		}
}
END_TEST

/* ---- rows ---- */

START_TEST(row_with_one_need_ties_firmly)
{
	const struct ehc_plan *p = bind(PLAN "row: reading\nneed B1: x\nprovision F1: x\noutcome E1: x\nrow: writing\nneed B2: x\nneed B3: x\nprovision F2: x\n"
	    "section K:\nneed B4: x\n");

	assert_tie(p, "F1", EHC_REL_FOR, "B1", false);
	assert_tie(p, "E1", EHC_REL_FOR, "B1", false);
	assert_tie(p, "F1", EHC_REL_TOWARDS, "E1", false);
	ck_assert(tie(p, "F1", EHC_REL_FOR, "B1")->by_row);
	assert_tie(p, "F2", EHC_REL_FOR, "B2", true);
	assert_tie(p, "F2", EHC_REL_FOR, "B3", true);
	ck_assert_ptr_null(item(p, "B4")->row);
	ck_assert_uint_eq(item(p, "B4")->in.count, 0);
}
END_TEST

START_TEST(field_replaces_the_rows_ties_for_that_item)
{
	const struct ehc_plan *p = bind(PLAN "need B9: x\nrow: reading\nneed B1: x\nprovision F1: x\n  for: B9\nprovision F2: x\noutcome E1: x\n");

	ck_assert_uint_eq(ehc_item_count_links(item(p, "F1"), EHC_REL_FOR), 1);
	assert_tie(p, "F1", EHC_REL_FOR, "B9", false);
	assert_tie(p, "F1", EHC_REL_TOWARDS, "E1", false);
	assert_tie(p, "F2", EHC_REL_FOR, "B1", false);
}
END_TEST

START_TEST(row_without_need_takes_in_its_category)
{
	const struct ehc_plan *p = bind(PLAN
	    "section B:\nneed B1: x\n  category: Communication and interaction\nneed B2: x\n  category: talking and being with people\n"
	    "need B3: x\n  category: feelings\nneed B4: x\n  category: Behaviour plan\n"
	    "section C:\nneed C1: x\nsection D:\nneed D1: x\n"
	    "row: Communication & interaction\nprovision F1: x\n"
	    "row: behaviour  plan\nprovision F2: x\n"
	    "row: Health provision\nprovision G1: x\n"
	    "row: Social care needs\nprovision H1.1: x\n"
	    "row: Across all areas\nprovision F3: x\n"
	    "row: My friends (community)\nprovision F4: x\noutcome E1: x\n");

	ck_assert_uint_eq(ehc_item_count_links(item(p, "F1"), EHC_REL_FOR), 2);
	assert_tie(p, "F1", EHC_REL_FOR, "B2", true);
	assert_tie(p, "F2", EHC_REL_FOR, "B4", true);
	assert_tie(p, "G1", EHC_REL_FOR, "C1", true);
	ck_assert_uint_eq(item(p, "G1")->out.count, 1);
	assert_tie(p, "H1.1", EHC_REL_FOR, "D1", true);
	ck_assert_uint_eq(item(p, "H1.1")->out.count, 1);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "F3"), EHC_REL_FOR), 4);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "F4"), EHC_REL_FOR), 0);
	assert_tie(p, "F4", EHC_REL_TOWARDS, "E1", true);
	ck_assert_int_eq(item(p, "E1")->theme, EHC_THEME_COMMUNITY);
	assert_fault(p, EHC_FAULT_CATEGORY, "Behaviour plan");
}
END_TEST

START_TEST(rows_of_one_name_stay_apart)
{
	const struct ehc_plan *p = bind(PLAN "row: reading\nneed B1: x\nprovision F1: x\nrow: reading\nneed B2: x\nprovision F2: x\n");

	ck_assert_uint_eq(item(p, "F1")->out.count, 1);
	ck_assert_uint_eq(item(p, "F2")->out.count, 1);
	assert_tie(p, "F2", EHC_REL_FOR, "B2", false);
}
END_TEST

START_TEST(row_ends_at_section_and_at_what_stands_outside)
{
	const struct ehc_plan *p = bind(PLAN "row: reading\nneed B1: x\nstandard text: words\nprovision F1: x\nrow: sums\nneed B2: x\ncomment Y1: x\nprovision F2: x\n");

	ck_assert_uint_eq(item(p, "F1")->out.count, 0);
	ck_assert_uint_eq(item(p, "F2")->out.count, 0);
}
END_TEST

START_TEST(need_in_a_row_has_its_area)
{
	const struct ehc_plan *p = bind(PLAN "row: Cognition and learning\nneed B1: x\nneed B2: x\n  category: SEMH\nneed: y\n");

	ck_assert_int_eq(item(p, "B1")->area, EHC_AREA_COGNITION);
	ck_assert_int_eq(item(p, "B2")->area, EHC_AREA_SEMH);
	ck_assert_int_eq(item(p, "B~1")->area, EHC_AREA_COGNITION);
}
END_TEST

START_TEST(unnumbered_items_of_a_health_row_stand_in_c_and_g)
{
	const struct ehc_plan *p = bind(PLAN "row: Health\nneed: x\nprovision: y\n");

	ck_assert_int_eq(item(p, "C~1")->section, EHC_C);
	ck_assert_int_eq(item(p, "G~1")->section, EHC_G);
	assert_tie(p, "G~1", EHC_REL_FOR, "C~1", false);
}
END_TEST

/* A hostile file: ties would grow with the square of the items. */
START_TEST(rows_cannot_make_ties_without_end)
{
	struct ehc_buf b = { NULL, 0, 0 };
	const struct ehc_plan *p;

	ehc_buf_cstr(&b, PLAN "row: reading\nneed B1: x\nprovision F1: x\nrow: everything\n");
	for (int i = 2; i < 800; i++)
		ehc_buf_printf(&b, "need B%d: x\nprovision F%d: x\n", i, i);
	p = bind(b.ptr);
	assert_tie(p, "F1", EHC_REL_FOR, "B1", false);
	ck_assert_uint_eq(item(p, "F2")->out.count, 0);
	assert_fault(p, EHC_FAULT_ROW_TIES, "everything");
	ehc_buf_free(&b);
}
END_TEST

/* ---- read-back ---- */

static bool
holds(struct ehc_buf *b, const char *words)
{
	return b->len > 0 && strstr(b->ptr, words) != NULL;
}

START_TEST(read_back_says_what_was_understood)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_read_back(bind(PLAN "need B1: x\nneed C1: x\noutcome E1: By July 2028 she is understood.\n  for: B1\n  by: 31 July 2028\n  measured by: therapist, each term\n"
	    "provision F1: Therapy.\n  for: B1\n  towards: E1\n  who: Speech and language therapist\n  how much: 45 minutes, once a week, 38 weeks a year, one-to-one\n"
	    "provision G1: Nursing.\n  for: C1, C9\n  from: 31 September 2026\n  agreed: NHS Example ICB, 5 June 2026\n"
	    "provision F2: Something.\n"), &b);
	ck_assert(holds(&b, "F1: 45 min, once a week, 38 weeks = 28.5 hours a year, one-to-one, by a speech and language therapist; for B1; towards E1\n"));
	ck_assert(holds(&b, "E1: by 31 July 2028; measured by therapist, each term; for B1\n"));
	ck_assert(holds(&b, "agreed by NHS Example ICB, 5 June 2026"));
	ck_assert(holds(&b, "names nothing in this plan: C9"));
	ck_assert(holds(&b, "there is no such date: 31 September 2026"));
	ck_assert(holds(&b, "F2: no amount and nobody understood"));
	ehc_buf_free(&b);
}
END_TEST

START_TEST(read_back_of_a_health_care_plan)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_read_back(bind(HEALTH "condition M1: x\nmedicine R1: Buccal midazolam\n  for: M1\n  dose: as prescribed\n  expires: March 2028 (box)\n"
	    "  consent: parent, 2 September 2026\nstaff N1: Jo Example, assistant\n  competent: T1, nurse, 4 September 2026\ntask T1: Give it\n  uses: R1\n  delegated to: N1\n"
	    "emergency X1: Seizure\n  step 1: at 5 minutes - N1: give R1\n"), &b);
	ck_assert(holds(&b, "R1: Buccal midazolam; dose: as prescribed; named in X1 step 1; expires 31 March 2028 (box); consent: parent, 2 September 2026; for M1\n"));
	ck_assert(holds(&b, "N1: Jo Example; assistant; competent: T1, nurse, 4 September 2026\n"));
	ck_assert(holds(&b, "T1: uses R1; delegated to N1\n"));
	ck_assert(holds(&b, "X1: step 1 (at 5 minutes; N1)"));
	ehc_buf_free(&b);
}
END_TEST

/* Terminal control characters in a plan never come out of what is shown of it. */
START_TEST(read_back_and_dump_are_plain)
{
	struct ehc_buf b = { NULL, 0, 0 };
	const struct ehc_plan *p = bind(PLAN "provision F1: x\n  who: Teacher\x1B[31m\noutcome E1: x\n  baseline: a\x07\n");

	ehc_read_back(p, &b);
	ehc_plan_dump(p, &b);
	ck_assert_ptr_null(strchr(b.ptr, 0x1B));
	ck_assert_ptr_null(strchr(b.ptr, 0x07));
	ehc_buf_free(&b);
}
END_TEST

/* Work grows with the file, not with its square: many items, many links, many people. */
START_TEST(large_plans_are_bound)
{
	struct ehc_buf b = { NULL, 0, 0 };
	const struct ehc_plan *p;

	ehc_buf_cstr(&b, HEALTH);
	for (int i = 1; i <= 20000; i++)
		ehc_buf_printf(&b, "staff N%d: Person%d Example\n  covers: Person1 Example\ntask T%d: x\n  delegated to: N1, N%d\n", i, i, i, i);
	p = bind(b.ptr);
	ck_assert_uint_eq(p->kinds[EHC_ITEM_TASK].count, 20000);
	ck_assert_uint_eq(ehc_item_count_linked(item(p, "N1"), EHC_REL_DELEGATED_TO), 20000);
	ehc_buf_free(&b);
}
END_TEST

START_TEST(document_without_anything)
{
	const struct ehc_plan *p = bind("");
	struct ehc_buf b = { NULL, 0, 0 };

	ck_assert_int_eq(p->kind, EHC_DOC_NONE);
	ck_assert_ptr_null(p->first_item);
	ck_assert_ptr_null(ehc_plan_find(p, EHC_STR("F1")));
	ck_assert_int_eq(p->dated.day, EHC_NODATE);
	ehc_read_back(p, &b);
	ck_assert_uint_eq(b.len, 0);
	ehc_plan_dump(p, &b);
	ck_assert_str_eq(b.ptr, "document none\n");
	ehc_buf_free(&b);
}
END_TEST

static Suite *
suite(void)
{
	const TTest *const tests[] = {
		section_is_the_ids_letter, id_is_made_where_none_is_written, letter_of_another_kind_is_a_fault,
		second_of_one_id_is_a_duplicate, sections_say_what_they_hold, texts_know_where_they_stand, area_without_need_is_said,
		placement_of_one_sentence_gives_its_type, references_are_split_and_found, what_names_nothing_is_broken,
		link_to_the_wrong_kind_is_no_tie, evidence_takes_pages_and_prose_citations, ids_are_found_as_words_of_their_own,
		placeholders_are_known_of_the_whole_plan, placeholders_are_known_at_each_place, row_with_one_need_ties_firmly,
		field_replaces_the_rows_ties_for_that_item, row_without_need_takes_in_its_category, rows_of_one_name_stay_apart,
		row_ends_at_section_and_at_what_stands_outside, need_in_a_row_has_its_area,
		unnumbered_items_of_a_health_row_stand_in_c_and_g, rows_cannot_make_ties_without_end, read_back_says_what_was_understood,
		read_back_of_a_health_care_plan, read_back_and_dump_are_plain, large_plans_are_bound, document_without_anything,
	};
	Suite *s = suite_create("model");
	TCase *tc = tcase_create("model");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_set_timeout(tc, 60);
	for (size_t i = 0; i < EHC_COUNT(tests); i++)
		tcase_add_test(tc, tests[i]);
	suite_add_tcase(s, tc);
	return s;
}

int
main(void)
{
	return run_suite(suite());
}
