/*
 * test_model.c - from text to plan: ids, sections, rows, ties, and what the fields of a plan are read as.
 */
#include <check.h>
#include <string.h>

#include "ehc/model.h"
#include "model/bind.h"
#include "arena_fixture.h"
#include "suite.h"

static struct ehc_plan *
bind(const char *text)
{
	struct ehc_source *source = EHC_NEW(arena, struct ehc_source);
	struct ehc_findings *findings = EHC_NEW(arena, struct ehc_findings);
	struct ehc_calendar school = ehc_calendar_school(), year = ehc_calendar_whole_year();

	findings->arena = arena;
	ehc_source_from(source, arena, EHC_STR("test.ehc"), ehc_str_of(text));
	return ehc_bind(arena, ehc_parse(arena, source, findings), &school, &year);
}

#define PLAN "EHC plan: T-1\n"
#define HEALTH "health care plan: T-2\n"

static struct ehc_item *
item(const struct ehc_plan *p, const char *id)
{
	struct ehc_item *it = ehc_plan_find(p, ehc_str_of(id));

	ck_assert_msg(it != NULL, "no item %s", id);
	return it;
}

static void
assert_str(struct ehc_str s, const char *expected)
{
	ck_assert_msg(ehc_str_is(s, expected), "\"%.*s\" is not \"%s\"", EHC_ARG(s), expected);
}

static void
assert_day(ehc_day d, int year, int month, int day)
{
	ck_assert_int_eq(d, ehc_day_of(year, month, day));
}

/* The tie from one item to another, or NULL. */
static const struct ehc_link *
tie(const struct ehc_plan *p, const char *from, enum ehc_relation relation, const char *to)
{
	const struct ehc_item *it = item(p, from);

	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == relation && it->out.items[i]->to == item(p, to))
			return it->out.items[i];
	return NULL;
}

static void
assert_tie(const struct ehc_plan *p, const char *from, enum ehc_relation relation, const char *to, bool assumed)
{
	const struct ehc_link *l = tie(p, from, relation, to);

	ck_assert_msg(l != NULL, "%s is not tied to %s", from, to);
	ck_assert_msg(l->assumed == assumed, "%s to %s: assumed is %d", from, to, l->assumed);
}

static size_t
count_faults(const struct ehc_plan *p, enum ehc_fault_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < p->faults.count; i++)
		n += p->faults.items[i].kind == kind;
	return n;
}

static void
assert_fault(const struct ehc_plan *p, enum ehc_fault_kind kind, const char *words)
{
	for (size_t i = 0; i < p->faults.count; i++)
		if (p->faults.items[i].kind == kind && ehc_str_is(p->faults.items[i].words, words)) {
			assert_str(ehc_source_slice(p->source, p->faults.items[i].span), words);
			return;
		}
	ck_abort_msg("no fault %s with \"%s\"", ehc_fault_name(kind), words);
}

static bool
holds(struct ehc_buf *b, const char *words)
{
	return b->len > 0 && strstr(b->ptr, words) != NULL;
}

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

/* ---- rows ---- */

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

/* A name of which the first two letters were not known would never be looked at. */
START_TEST(dates_begin_with_every_day_and_month)
{
	static const char *const dates[] = { "January 2027", "February 2027", "March 2027", "April 2027", "May 2027", "June 2027", "July 2027", "August 2027",
		"September 2027", "Sept 2027", "October 2027", "November 2027", "December 2027", "Monday 3 May 2027", "Tuesday 4 May 2027", "Wednesday 5 May 2027",
		"Thursday 6 May 2027", "Friday 7 May 2027", "Saturday 8 May 2027", "Sunday 9 May 2027", "10 May 2027" };

	for (size_t i = 0; i < EHC_COUNT(dates); i++) {
		struct ehc_date_found found;

		ck_assert_msg(ehc_date_find(ehc_arena_printf(arena, "by %s", dates[i]), 0, &found), "%s", dates[i]);
		ck_assert_msg(found.at == 3 && found.len == strlen(dates[i]), "%s", dates[i]);
	}
}
END_TEST

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

/* ---- dates ---- */

START_TEST(dates_in_their_forms)
{
	const struct ehc_plan *p = bind(PLAN "  dated: 14/05/2026\n"
	    "outcome E1: x\n  by: 2026-05-14\noutcome E2: x\n  by: July 2027\noutcome E3: x\n  by: Friday 14 May 2027, when she moves school.\n"
	    "outcome E4: x\n  by: by 14 May 2027\noutcome E5: x\n");

	assert_day(p->dated.day, 2026, 5, 14);
	ck_assert(p->dated.numeric);
	assert_day(item(p, "E1")->by.day, 2026, 5, 14);
	assert_day(item(p, "E2")->by.day, 2027, 7, 31);
	ck_assert(item(p, "E2")->by.month_only);
	assert_day(item(p, "E3")->by.day, 2027, 5, 14);
	assert_str(item(p, "E3")->by.words, "when she moves school");
	assert_day(item(p, "E4")->by.day, 2027, 5, 14);
	ck_assert_uint_eq(item(p, "E4")->by.words.len, 0);
	ck_assert_ptr_null(item(p, "E5")->by.node);
	ck_assert_uint_eq(p->faults.count, 0);
}
END_TEST

START_TEST(date_that_is_none_is_a_fault)
{
	const struct ehc_plan *p = bind(PLAN "  review due: within 12 months\noutcome E1: x\n  by: 30 February 2027\nadvice K1: x\n  received: 31/4/2026\n");

	ck_assert_int_eq(item(p, "E1")->by.day, EHC_NODATE);
	assert_fault(p, EHC_FAULT_DATE_UNREAL, "30 February 2027");
	assert_fault(p, EHC_FAULT_DATE_UNREAL, "31/4/2026");
	assert_fault(p, EHC_FAULT_DATE_WORDS, "within 12 months");
	assert_str(p->review_due.words, "within 12 months");
	ck_assert_uint_eq(p->faults.count, 3);
}
END_TEST

START_TEST(several_dates_each_with_its_place)
{
	const struct ehc_plan *h = bind(HEALTH "medicine R1: Salbutamol\n  expires: February 2027 (box), 30 November 2026 (bum bag, front); kit 3: 1/2/2028.\n");
	const struct ehc_plan *p = bind(PLAN "timeline:\n  school consulted: 3 May 2026 (Elm Grove), 4 May 2026 (Oak Lane)\n"
	    "  school closed: 22 July 2026 to 1 September 2026\n  draft sent: 1 June 2026\n  draft sent: 8 June 2026\n");
	const struct ehc_dates *d = &item(h, "R1")->expires;

	ck_assert_uint_eq(d->count, 3);
	assert_day(d->items[0].day, 2027, 2, 28);
	assert_str(d->items[0].words, "box");
	assert_str(d->items[1].words, "bum bag, front");
	assert_day(d->items[2].day, 2028, 2, 1);
	assert_str(d->items[2].words, "kit 3:");
	ck_assert_uint_eq(p->nevents, 5);
	assert_str(p->events[1].date.words, "Oak Lane");
	assert_day(p->events[2].date.until, 2026, 9, 1);
	assert_day(ehc_plan_event(p, EHC_L_DRAFT_SENT)->day, 2026, 6, 8);
	assert_day(ehc_plan_first_event(p, EHC_L_DRAFT_SENT)->day, 2026, 6, 1);
	ck_assert_ptr_null(ehc_plan_event(p, EHC_L_FINAL_ISSUED));
}
END_TEST

START_TEST(timeline_keeps_exceptions_together)
{
	const struct ehc_plan *p = bind(PLAN "timeline:\n  exception: school closed\n  exception for: advice\n  exception: away\n  exception evidence: letter\n"
	    "  review due: 1 May 2027\n");

	ck_assert_uint_eq(p->nexceptions, 2);
	assert_str(p->exceptions[0].applies_to.text.str, "advice");
	ck_assert_ptr_null(p->exceptions[0].evidence.node);
	assert_str(p->exceptions[1].evidence.text.str, "letter");
	assert_day(p->review_due.day, 2027, 5, 1);
}
END_TEST

/* ---- people ---- */

static const struct ehc_who *
who_of(const char *words)
{
	struct ehc_str text = ehc_arena_printf(arena, PLAN "provision F1: x\n  who: %s\n", words);

	return &item(bind(text.ptr), "F1")->who;
}

START_TEST(who_is_taken_apart)
{
	const struct ehc_who *w = who_of("Speech and language therapist, HCPC registered, Band 6.");

	assert_str(w->role, "Speech and language therapist");
	assert_str(w->qualification, "HCPC registered, Band 6");
	ck_assert_uint_eq(w->cover.len + w->training.len, 0);
	w = who_of("class teacher (QTS), or the named teaching assistant when the class teacher is absent.");
	assert_str(w->role, "class teacher");
	assert_str(w->qualification, "QTS");
	assert_str(w->cover, "the named teaching assistant when the class teacher is absent");
	w = who_of("teaching assistant trained in the programme by the therapist (half day, before 30 November 2026)");
	assert_str(w->role, "teaching assistant");
	assert_str(w->training, "trained in the programme by the therapist (half day, before 30 November 2026)");
	w = who_of("all lecturers, shown how by the teacher of the deaf");
	assert_str(w->role, "all lecturers");
	assert_str(w->training, "shown how by the teacher of the deaf");
	w = who_of("adults who teach Amira, briefed for 30 minutes by the SENCO");
	assert_str(w->training, "briefed for 30 minutes by the SENCO");
	w = who_of("trained adult");
	assert_str(w->role, "trained adult");
	w = who_of("Teacher (QTS, Level 7 or above)");
	assert_str(w->role, "Teacher");
	assert_str(w->qualification, "QTS, Level 7 or above");
	w = who_of("Assistant, Level 3 or equivalent");
	assert_str(w->qualification, "Level 3 or equivalent");
	ck_assert_uint_eq(w->cover.len, 0);
	ck_assert_uint_eq(who_of("")->role.len, 0);
}
END_TEST

START_TEST(definition_fills_who_qualification_and_weeks)
{
	const struct ehc_plan *p = bind(PLAN "provision F5: x\n  who: job coach or LSA\nprovision F1: x\n  who: an lsa\n  how much: 1 hour, once a week\nprovision F2: x\n  who: teacher\n"
	    "provision F3: The LSA sits with her.\nprovision F4: x\n  who: LSA, Level 4\n  how much: 1 hour, once a week, for 6 weeks\n"
	    "definition LSA: a learning support assistant of the college, with a Level 2 award, 36 weeks a year\n");

	assert_str(item(p, "F1")->who.role, "an lsa");
	assert_str(item(p, "F1")->who.qualification, "a Level 2 award, 36 weeks a year");
	ck_assert(item(p, "F1")->amount->year.missing & EHC_MISSING_WEEKS);
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F1")->whole->year.hours, ehc_ratio(36, 1)), 0);
	ck_assert(!item(p, "F1")->whole->year.assumed);
	ck_assert_ptr_null(item(p, "F2")->who.definition);
	ck_assert_ptr_null(item(p, "F5")->who.definition);
	assert_str(item(p, "F3")->who.definition->words, "LSA");
	assert_str(item(p, "F4")->who.qualification, "Level 4");
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F4")->whole->year.hours, ehc_ratio(6, 1)), 0);
}
END_TEST

START_TEST(agreement_has_its_states)
{
	const struct ehc_plan *p = bind(PLAN
	    "provision G1: x\n  agreed: NHS Example ICB, 5 June 2026\n"
	    "provision G2: x\n  agreed: asked 1 May 2026\n"
	    "provision G3: x\n  agreed: refused 12 May 2026 because the clinic is closed\n"
	    "provision G4: x\n  agreed: disputed since 1 May 2026, route joint commissioning panel\n"
	    "provision G5: x\n  agreed: NHS Example ICB, asked 1 May 2026; NHS Example ICB, 5 June 2026\n"
	    "provision G6: x\n  agreed: not yet asked\n"
	    "provision G7: x\n  agreed: yes\nprovision G8: x\n");

	ck_assert_int_eq(item(p, "G1")->agreed.state, EHC_AGREEMENT_AGREED);
	assert_str(item(p, "G1")->agreed.body, "NHS Example ICB");
	assert_day(item(p, "G1")->agreed.day, 2026, 6, 5);
	ck_assert_int_eq(item(p, "G2")->agreed.state, EHC_AGREEMENT_ASKED);
	assert_day(item(p, "G2")->agreed.day, 2026, 5, 1);
	ck_assert_int_eq(item(p, "G3")->agreed.state, EHC_AGREEMENT_REFUSED);
	assert_str(item(p, "G3")->agreed.because, "the clinic is closed");
	assert_day(item(p, "G3")->agreed.day, 2026, 5, 12);
	ck_assert_int_eq(item(p, "G4")->agreed.state, EHC_AGREEMENT_DISPUTED);
	assert_str(item(p, "G4")->agreed.route, "joint commissioning panel");
	assert_day(item(p, "G4")->agreed.day, 2026, 5, 1);
	ck_assert_uint_eq(item(p, "G5")->agreements.count, 2);
	ck_assert_int_eq(item(p, "G5")->agreements.items[0].state, EHC_AGREEMENT_ASKED);
	assert_str(item(p, "G5")->agreements.items[0].body, "NHS Example ICB");
	ck_assert_int_eq(item(p, "G5")->agreed.state, EHC_AGREEMENT_AGREED);
	ck_assert_int_eq(item(p, "G6")->agreed.state, EHC_AGREEMENT_NONE);
	ck_assert_int_eq(item(p, "G7")->agreed.state, EHC_AGREEMENT_AGREED);
	ck_assert_int_eq(item(p, "G7")->agreed.day, EHC_NODATE);
	ck_assert_int_eq(item(p, "G8")->agreed.state, EHC_AGREEMENT_NONE);
}
END_TEST

START_TEST(consents_are_split_with_their_dates)
{
	const struct ehc_plan *p = bind(HEALTH
	    "medicine R1: x\n  consent: parent, 2 September 2026; head teacher, 31 September 2026; the child\n"
	    "staff N1: Jo Example\n  competent: T1, Children's nurse, 4 September 2026; 5 September 2026; T1 and T2, signed by the nurse, 6 September 2026\n"
	    "task T1: Give it\n");
	const struct ehc_consents *c = &item(p, "R1")->consent;

	ck_assert_uint_eq(c->count, 3);
	assert_str(c->items[0].words, "parent");
	assert_day(c->items[0].day, 2026, 9, 2);
	ck_assert_int_eq(c->items[1].day, EHC_NODATE);
	assert_fault(p, EHC_FAULT_DATE_UNREAL, "31 September 2026");
	assert_str(c->items[2].words, "the child");
	c = &item(p, "N1")->competent;
	assert_str(c->items[0].task, "T1");
	assert_str(c->items[0].words, "Children's nurse");
	ck_assert_uint_eq(c->items[1].task.len, 0);
	assert_day(c->items[1].day, 2026, 9, 5);
	assert_str(c->items[2].task, "T1");
	assert_str(c->items[3].task, "T2");
	assert_str(c->items[3].words, "signed by the nurse");
	assert_day(c->items[3].day, 2026, 9, 6);
}
END_TEST

START_TEST(acceptance_has_rule_reason_role_and_day)
{
	const struct ehc_plan *p = bind(PLAN
	    "provision F1: x\n  accept: SPEC-004 because the parent asked for this wording; lead officer, 12 June 2026\n"
	    "  accept: QUANT-001\n  accept: LINK-004: it serves all; team manager\n");
	const struct ehc_item *it = item(p, "F1");

	ck_assert_uint_eq(it->naccepts, 3);
	assert_str(it->accepts[0].rule, "SPEC-004");
	assert_str(it->accepts[0].reason, "the parent asked for this wording");
	assert_str(it->accepts[0].role, "lead officer");
	assert_day(it->accepts[0].day, 2026, 6, 12);
	ck_assert_uint_eq(it->accepts[1].reason.len + it->accepts[1].role.len, 0);
	assert_str(it->accepts[2].reason, "it serves all");
	assert_str(it->accepts[2].role, "team manager");
	ck_assert_int_eq(it->accepts[2].day, EHC_NODATE);
}
END_TEST

/* ---- health care plans ---- */

START_TEST(steps_are_taken_apart)
{
	const struct ehc_plan *p = bind(HEALTH "emergency X1: Seizure\n"
	    "  step 1: now - nearest adult: note the time\n"
	    "  step 2: at 5 minutes - N1 or N2: give R1; a second adult calls 999\n"
	    "  step 3.1: Nearest adult: move the furniture away\n"
	    "  step 4: Call 999 also if: she is hurt\n"
	    "  step 5: if she is sick - roll her on her side\n"
	    "  step 6: Stay with her - she may be frightened\n");
	const struct ehc_step *s = item(p, "X1")->steps;

	ck_assert_uint_eq(item(p, "X1")->nsteps, 6);
	assert_str(s[0].when, "now");
	assert_str(s[0].who, "nearest adult");
	assert_str(s[0].act, "note the time");
	assert_str(s[1].number, "2");
	assert_str(s[1].when, "at 5 minutes");
	assert_str(s[1].who, "N1 or N2");
	assert_str(s[1].act, "give R1; a second adult calls 999");
	assert_str(s[2].number, "3.1");
	assert_str(s[2].who, "Nearest adult");
	ck_assert_uint_eq(s[3].who.len, 0);
	assert_str(s[3].act, "Call 999 also if: she is hurt");
	assert_str(s[4].when, "if she is sick");
	assert_str(s[4].act, "roll her on her side");
	ck_assert_uint_eq(s[5].when.len, 0);
}
END_TEST

START_TEST(steps_name_medicines_and_people)
{
	const struct ehc_plan *p = bind(HEALTH
	    "staff N1: Jo Example, teaching assistant\nmedicine R1: Buccal midazolam\nmedicine R2: Given at home at 7.00am. None at school.\n"
	    "emergency X1: Seizure\n  step 1: now - Jo Example: note the time\n  step 2: at 5 minutes - N1: give buccal midazolam\n  step 3: after R1: call 999\n"
	    "care S1: Jo  Example's friend sits with her.\n");

	assert_str(item(p, "N1")->name, "Jo Example");
	assert_str(item(p, "N1")->post, "teaching assistant");
	assert_str(item(p, "R1")->name, "Buccal midazolam");
	ck_assert_uint_eq(item(p, "R1")->ngiven_in, 2);
	assert_str(item(p, "R1")->given_in[0]->number, "2");
	ck_assert_ptr_eq(item(p, "R1")->given_in[1]->item, item(p, "X1"));
	ck_assert_uint_eq(item(p, "R2")->ngiven_in, 0);
	assert_tie(p, "X1", EHC_REL_NAMES, "N1", false);
	ck_assert_uint_eq(ehc_item_count_linked(item(p, "N1"), EHC_REL_NAMES), 2);
}
END_TEST

START_TEST(covers_counts_as_cover_wherever_the_person_is_named)
{
	const struct ehc_plan *p = bind(HEALTH
	    "staff N1: Miss Adu-Example, assistant\nstaff N2: Mrs Birch-Example\n  covers: When Miss Adu-Example is away Mrs Birch-Example does everything.\n"
	    "staff N3: Sam Example\n  covers: N1\n"
	    "task T1: Feed\n  delegated to: N1\n  cover: N2\ntask T2: Change\n  delegated to: N3\n"
	    "emergency X1: Tube out\n  step 1: now - Miss Adu-Example: cover the site\ncare S1: Miss Adu-Example helps her.\n");

	assert_tie(p, "N2", EHC_REL_COVERS, "N1", false);
	assert_tie(p, "T1", EHC_REL_COVER, "N2", false);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "T1"), EHC_REL_COVER), 2);
	assert_tie(p, "T1", EHC_REL_COVER, "N3", true);
	assert_tie(p, "X1", EHC_REL_COVER, "N2", true);
	assert_tie(p, "S1", EHC_REL_COVER, "N3", true);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "T2"), EHC_REL_COVER), 0);
}
END_TEST

START_TEST(staff_may_be_called_by_name_in_links)
{
	const struct ehc_plan *p = bind(HEALTH "staff N1: Jo Example, assistant\ntask T1: Feed\n  delegated to: Jo Example\n  cover: the office\n"
	    "staff N2: Sam Example\n  trained for: T1, lifting and handling\n");

	assert_tie(p, "T1", EHC_REL_DELEGATED_TO, "N1", false);
	assert_fault(p, EHC_FAULT_LINK_WORDS, "the office");
	ck_assert_uint_eq(count_faults(p, EHC_FAULT_LINK_WORDS), 1);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "N2"), EHC_REL_TRAINED_FOR), 1);
}
END_TEST

START_TEST(linked_plan_is_a_reference_or_an_answer)
{
	const struct ehc_plan *p = bind("health care plan: A\n  EHC plan: ECC-2026-0417\n");
	const struct ehc_plan *q = bind("health care plan: A\n  EHCP: yes, Section G refers to this plan\n");
	const struct ehc_plan *r = bind("health care plan: A\n  EHC plan: No.\n");

	ck_assert_int_eq(p->has_linked_plan, 1);
	assert_str(p->linked_reference, "ECC-2026-0417");
	ck_assert_int_eq(q->has_linked_plan, 1);
	ck_assert_uint_eq(q->linked_reference.len, 0);
	ck_assert_int_eq(r->has_linked_plan, 0);
	ck_assert_int_eq(bind("health care plan: A\n")->has_linked_plan, -1);
}
END_TEST

/* ---- other values ---- */

START_TEST(status_in_any_case_with_or_without_plan)
{
	static const struct { const char *words; enum ehc_status status; } rows[] = {
		{ "draft", EHC_DRAFT }, { "FINAL PLAN", EHC_FINAL }, { "Amended Final EHC plan.", EHC_AMENDED_FINAL },
		{ "final (amended after annual review)", EHC_FINAL }, { "working", EHC_WORKING }, { "Proposed amendments", EHC_PROPOSED },
		{ "ceased", EHC_CEASED }, { "nearly done", EHC_STATUS_OTHER },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		struct ehc_str text = ehc_arena_printf(arena, PLAN "  status: %s\n", rows[i].words);
		const struct ehc_plan *p = bind(text.ptr);

		ck_assert_int_eq(p->status, rows[i].status);
		ck_assert_uint_eq(count_faults(p, EHC_FAULT_STATUS), rows[i].status == EHC_STATUS_OTHER);
	}
	ck_assert_uint_eq(bind(PLAN "  status: agreed\n")->faults.count, 1);
	ck_assert_uint_eq(bind(HEALTH "  status: agreed\n")->faults.count, 0);
}
END_TEST

START_TEST(year_groups_are_numbers)
{
	static const struct { const char *words; int year; } rows[] = {
		{ "Year 4", 4 }, { "4", 4 }, { "Reception", 0 }, { "Year 14", 14 }, { "Y7", 7 }, { "R", 0 }, { "Year 4 (Kestrels)", 4 },
		{ "Nursery", -1 }, { "15", -1 }, { "Year 16", 16 }, { "Y15", 15 }, { "Year 21", -1 }, { "2018", -1 }, { "Yellow", -1 },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		struct ehc_str text = ehc_arena_printf(arena, PLAN "child: Amira Example\n  year group: %s\n", rows[i].words);

		ck_assert_msg(bind(text.ptr)->child.year == rows[i].year, "%s", rows[i].words);
	}
	ck_assert_int_eq(bind(HEALTH "child: Amira Example\n  class: Year 3, Kestrels\n")->child.year, 3);
	ck_assert_int_eq(bind(HEALTH "child: Amira Example\n  class: 3 Kestrels\n")->child.year, -1);
}
END_TEST

START_TEST(closing_stop_is_no_part_of_a_value)
{
	const struct ehc_plan *p = bind(PLAN "  authority: Example County Council.\nchild: Amira Example.\n  NHS number: 999 000 0018\n");

	assert_str(p->authority.text.str, "Example County Council");
	assert_str(p->child.name.text.str, "Amira Example");
	assert_str(p->child.nhs_number.text.str, "999 000 0018");
	assert_str(ehc_source_slice(p->source, p->authority.text.span), "Example County Council");
}
END_TEST

START_TEST(yes_and_no_take_words)
{
	const struct ehc_plan *p = bind(PLAN "child: Amira Example\n  looked after: No\n"
	    "provision F1: x\n  optional: Yes, the family asked for it\nprovision F2: x\n  optional: perhaps\n"
	    "advice K1: x\n  attached: yes\nadvice K2: x\n  attached: no\nadvice K3: x\n  appended: appendix 3\nadvice K4: x\n");

	ck_assert_int_eq(ehc_value_yes(&p->child.looked_after), 0);
	ck_assert(item(p, "F1")->optional);
	ck_assert(!item(p, "F2")->optional);
	assert_fault(p, EHC_FAULT_YES_NO, "perhaps");
	ck_assert_uint_eq(p->faults.count, 1);
	ck_assert_int_eq(item(p, "K1")->attached, 1);
	ck_assert_int_eq(item(p, "K2")->attached, 0);
	ck_assert_int_eq(item(p, "K3")->attached, 1);
	ck_assert_int_eq(item(p, "K4")->attached, -1);
}
END_TEST

START_TEST(advice_that_did_not_come_is_missing)
{
	const struct ehc_plan *p = bind(PLAN
	    "advice K1: x\n  reply: \"not known to this service\"\nadvice K2: x\n  author: Not requested\nadvice K3: x\n  reply: no reply received\n"
	    "advice K4: x\n  author: S Example\nadvice K5: x\n");

	ck_assert(item(p, "K1")->missing && item(p, "K2")->missing && item(p, "K3")->missing);
	ck_assert(!item(p, "K4")->missing && !item(p, "K5")->missing);
}
END_TEST

START_TEST(placeholders_are_found)
{
	static const char *const with[] = { "[[child name]] reads", "{{ name }}", "\xC2\xABname_1\xC2\xBB", "at XXX School", "[INSERT NAME]",
		"[Insert outcome here]", "Click here to enter text.", "click or tap here to enter text" };
	static const char *const without[] = { "reads [sic]", "XX", "MAXXXIM", "{one}", "[1]", "clicks the mouse", "a [[ without end" };
	size_t len;

	for (size_t i = 0; i < EHC_COUNT(with); i++)
		ck_assert_msg(ehc_placeholder_find(ehc_str_of(with[i]), 0, &len) != SIZE_MAX, "%s", with[i]);
	for (size_t i = 0; i < EHC_COUNT(without); i++)
		ck_assert_msg(ehc_placeholder_find(ehc_str_of(without[i]), 0, &len) == SIZE_MAX, "%s", without[i]);
	ck_assert_uint_eq(ehc_placeholder_find(EHC_STR("a [[b]] c [[d]]"), 3, &len), 10);
	ck_assert_uint_eq(len, 5);
}
END_TEST

START_TEST(placeholder_in_a_field_marks_its_item)
{
	const struct ehc_plan *p = bind(PLAN "outcome E1: x\n  by: [[date]]\noutcome E2: x\n  for: [[need]]\noutcome E3: x\n");

	ck_assert(item(p, "E1")->has_placeholder);
	ck_assert(item(p, "E2")->has_placeholder);
	ck_assert(!item(p, "E3")->has_placeholder);
	ck_assert_uint_eq(p->faults.count + p->broken.count, 0);
}
END_TEST

START_TEST(template_has_no_faults_of_value)
{
	const struct ehc_plan *p = bind("template: national\nEHC plan: [[reference]]\n  status: draft or final\noutcome E1: x\n  by: date of the key stage\n  for: B1\nneed B1: x\n");

	ck_assert(p->is_template);
	assert_str(p->template_name, "national");
	ck_assert_uint_eq(p->faults.count, 0);
	assert_tie(p, "E1", EHC_REL_FOR, "B1", false);
}
END_TEST

START_TEST(amounts_use_the_calendar_of_their_section)
{
	const struct ehc_plan *p = bind(PLAN "provision F1: x\n  how much: 1 hour, once a week\nprovision G1: x\n  how much: 1 hour, once a week\n"
	    "provision F2: x\n  how much: 45 minutes, one-to-one\n  how often: once a week for 38 weeks\nprovision F3: x\n  how often: weekly\nprovision F4: x\n");

	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F1")->amount->year.hours, ehc_ratio(38, 1)), 0);
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "G1")->amount->year.hours, ehc_ratio(52, 1)), 0);
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F2")->amount->year.hours, ehc_ratio(57, 2)), 0);
	ck_assert(item(p, "F3")->amount->year.missing & EHC_MISSING_LENGTH);
	ck_assert_ptr_null(item(p, "F4")->amount);
}
END_TEST

static const struct ehc_item *
said(const char *words)
{
	struct ehc_str text = ehc_arena_printf(arena, PLAN "section F:\nprovision F1: %s\n", words);

	return item(bind(text.ptr), "F1");
}

static void
assert_hours(const struct ehc_amount *m, int64_t num, int64_t den)
{
	ck_assert_ptr_nonnull(m);
	ck_assert_msg(ehc_ratio_known(m->year.hours) && ehc_ratio_cmp(m->year.hours, ehc_ratio(num, den)) == 0, "%g hours a year",
	    ehc_ratio_double(m->year.hours));
}

START_TEST(amounts_are_read_out_of_sentences)
{
	const struct ehc_item *it = said("A therapist works with Amira alone, one-to-one, for 45 minutes\n    every week in term time.");

	ck_assert_ptr_null(it->amount);
	ck_assert_uint_eq(it->sentence->ndoses, 1);
	ck_assert_int_eq(it->sentence->doses[0].group, EHC_GROUP_ONE);
	assert_hours(it->whole, 57, 2);
	it = said("Reading is taught in a pair, with a scheme, 20 minutes, Monday, Wednesday and Friday. It is reviewed.");
	ck_assert_uint_eq(it->sentence->ndoses, 1);
	ck_assert_int_eq(it->sentence->doses[0].group, EHC_GROUP_PAIR);
	it = said("The therapist sees Amira for 30 minutes each week in term time. She meets the SENCO for 1 hour each term.");
	ck_assert_uint_eq(it->sentence->ndoses, 2);
	assert_hours(it->whole, 22, 1);
	ck_assert_ptr_null(said("Amira is understood by her class.")->whole);
}
END_TEST

START_TEST(sentence_fills_what_the_field_leaves_open)
{
	const struct ehc_item *it = said("Therapy of 45 minutes, one-to-one, in term time.\n  how often: twice a week");

	assert_hours(it->whole, 57, 1);
	ck_assert_int_eq(it->whole->doses[0].group, EHC_GROUP_ONE);
	ck_assert(it->amount->year.missing & EHC_MISSING_LENGTH);
	it = said("Therapy of 30 minutes a week.\n  how much: 45 minutes, once a week, 38 weeks a year");
	assert_hours(it->whole, 57, 2);
}
END_TEST

/* ---- read-back ---- */

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
		section_is_the_ids_letter, id_is_made_where_none_is_written, letter_of_another_kind_is_a_fault, second_of_one_id_is_a_duplicate,
		sections_say_what_they_hold, texts_know_where_they_stand, area_without_need_is_said, placement_of_one_sentence_gives_its_type,
		references_are_split_and_found, what_names_nothing_is_broken, link_to_the_wrong_kind_is_no_tie,
		evidence_takes_pages_and_prose_citations, ids_are_found_as_words_of_their_own, placeholders_are_known_of_the_whole_plan,
		placeholders_are_known_at_each_place, dates_begin_with_every_day_and_month, row_with_one_need_ties_firmly, field_replaces_the_rows_ties_for_that_item,
		row_without_need_takes_in_its_category, rows_of_one_name_stay_apart, row_ends_at_section_and_at_what_stands_outside,
		need_in_a_row_has_its_area, unnumbered_items_of_a_health_row_stand_in_c_and_g, rows_cannot_make_ties_without_end,
		dates_in_their_forms, date_that_is_none_is_a_fault, several_dates_each_with_its_place, timeline_keeps_exceptions_together,
		who_is_taken_apart, definition_fills_who_qualification_and_weeks, agreement_has_its_states, consents_are_split_with_their_dates,
		acceptance_has_rule_reason_role_and_day, steps_are_taken_apart, steps_name_medicines_and_people,
		covers_counts_as_cover_wherever_the_person_is_named, staff_may_be_called_by_name_in_links,
		linked_plan_is_a_reference_or_an_answer, status_in_any_case_with_or_without_plan, year_groups_are_numbers,
		closing_stop_is_no_part_of_a_value, yes_and_no_take_words, advice_that_did_not_come_is_missing, placeholders_are_found,
		placeholder_in_a_field_marks_its_item, template_has_no_faults_of_value, amounts_use_the_calendar_of_their_section,
		amounts_are_read_out_of_sentences, sentence_fills_what_the_field_leaves_open,
		read_back_says_what_was_understood, read_back_of_a_health_care_plan, read_back_and_dump_are_plain, large_plans_are_bound,
		document_without_anything,
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
