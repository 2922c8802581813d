/*
 * test_house.c - what a profile says of tasks and services: tables in layers, what an item speaks of, rates to the penny.
 */
#include <check.h>
#include <string.h>

#include "ehc/ehc.h"
#include "rules/house.h"
#include "suite.h"

static struct ehc_arena *a;

static void
set_up(void)
{
	a = ehc_arena_new();
}

static void
tear_down(void)
{
	ehc_arena_free(a);
}

static struct ehc_tree *
parse(const char *text)
{
	struct ehc_source *source = EHC_NEW(a, struct ehc_source);
	struct ehc_findings *findings = EHC_NEW(a, struct ehc_findings);

	findings->arena = a;
	ehc_source_from(source, a, EHC_STR("t.ehc"), ehc_str_of(text));
	return ehc_parse(a, source, findings);
}

static const struct ehc_plan *
plan(const char *text)
{
	struct ehc_calendar school = ehc_calendar_school(), year = ehc_calendar_whole_year();

	return ehc_bind(a, parse(text), &school, &year);
}

/* The lines of a profile as one layer more. */
static void
lay(struct ehc_profile *p, const char *name, ehc_day since, const char *text)
{
	for (const struct ehc_node *n = parse(text)->first; n != NULL; n = n->next)
		EHC_PUSH(a, &p->lines, (struct ehc_house_line){ n, ehc_str_of(name), since });
}

static const struct ehc_task_type *
row(const struct ehc_task_table *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (ehc_str_is(t->rows[i].name, name))
			return &t->rows[i];
	return NULL;
}

START_TEST(test_own_rows_name_no_agency)
{
	struct ehc_task_table t = ehc_task_table(a, ehc_profile_national(), EHC_NODATE);

	ck_assert_uint_gt(t.count, 20);
	for (size_t i = 0; i < t.count; i++) {
		ck_assert_uint_eq(t.rows[i].agency.len, 0);
		ck_assert_int_eq(t.rows[i].delegable, -1);
		ck_assert(ehc_str_is(t.rows[i].from, "national"));
		ck_assert_ptr_eq(row(&t, ehc_arena_cstr(a, t.rows[i].name)), &t.rows[i]);
		ck_assert_uint_ne(ehc_task_said(&t.rows[i], ehc_str_of(t.rows[i].words), NULL), SIZE_MAX);
	}
	ck_assert_str_eq(ehc_task_class_name(row(&t, "deep suction")->class_), "registered professional");
}
END_TEST

START_TEST(test_tasks_in_layers)
{
	struct ehc_profile p = *ehc_profile_national();
	ehc_day day = ehc_day_of(2026, 9, 1);
	struct ehc_task_table t;

	lay(&p, "council", EHC_NODATE, "profile: council\ntask suction: health\n  delegated: no\ntask hoisting on the ward: social care\n");
	lay(&p, "team", day, "profile: team\ntask Suction: education\ntask syringe driver: education\n  delegated: yes, after a film\n");
	t = ehc_task_table(a, &p, day - 1);
	ck_assert(ehc_str_is(row(&t, "suction")->agency, "health"));
	ck_assert(ehc_str_is(row(&t, "suction")->from, "council"));
	t = ehc_task_table(a, &p, day);
	ck_assert(ehc_str_is(row(&t, "suction")->agency, "education"));
	ck_assert(ehc_str_is(row(&t, "suction")->from, "team"));
	ck_assert_int_eq(row(&t, "suction")->since, day);
	/* what the upper layer leaves out stays; no layer changes the training that a row is held to need */
	ck_assert_int_eq(row(&t, "suction")->delegable, 0);
	ck_assert_int_eq(row(&t, "suction")->class_, EHC_TASK_THIS_CHILD);
	ck_assert_int_eq(row(&t, "syringe driver")->class_, EHC_TASK_REGISTERED);
	ck_assert(row(&t, "hoisting on the ward")->own);
}
END_TEST

START_TEST(test_class_of_a_house_task)
{
	static const struct { const char *line; enum ehc_task_class class_; } cases[] = {
		{ "task chest physiotherapy: health\n  delegated: yes, after training for this child\n", EHC_TASK_THIS_CHILD },
		{ "task hearing aid checks: health\n  delegated: yes, after training\n", EHC_TASK_TRAINED },
		{ "task putting on splints: education\n", EHC_TASK_PERSONAL },
		{ "task wound care: health\n  delegated: no\n", EHC_TASK_REGISTERED },
		{ "task deep suction at home: health\n  delegated: yes, after a film\n", EHC_TASK_REGISTERED },
		{ "task suction of a tracheostomy: health\n", EHC_TASK_THIS_CHILD },
	};

	for (size_t i = 0; i < EHC_COUNT(cases); i++) {
		struct ehc_profile p = *ehc_profile_national();
		struct ehc_task_table t;

		lay(&p, "house", EHC_NODATE, ehc_arena_printf(a, "profile: house\n%s", cases[i].line).ptr);
		t = ehc_task_table(a, &p, EHC_NODATE);
		ck_assert_msg(t.rows[t.count - 1].class_ == cases[i].class_, "%s", cases[i].line);
	}
}
END_TEST

START_TEST(test_what_an_item_speaks_of)
{
	static const struct { const char *text, *name; } cases[] = {
		{ "Give buccal midazolam", "buccal midazolam" },
		{ "Give R1 after a bolus", "gastrostomy feeding" },
		{ "Deep suction when she is blue", "deep suction" },
		{ "Do her chest physiotherapy twice a day", "chest physiotherapy" },
		{ "Help her with washing", "personal care" },
		{ "Carry her bag", NULL },
	};
	struct ehc_profile p = *ehc_profile_national();
	struct ehc_task_table t;

	lay(&p, "house", EHC_NODATE, "profile: house\ntask chest physiotherapy: health\n");
	t = ehc_task_table(a, &p, EHC_NODATE);
	for (size_t i = 0; i < EHC_COUNT(cases); i++) {
		const struct ehc_plan *hcp = plan(ehc_arena_printf(a, "health care plan: X\nfeed R1: Example feed\ntask T1: %s\n%s", cases[i].text,
		    i == 1 ? "  uses: R1\n" : "").ptr);
		const struct ehc_task_type *found = ehc_task_find(&t, hcp->kinds[EHC_ITEM_TASK].items[0]);

		ck_assert_msg(found == NULL ? cases[i].name == NULL : cases[i].name != NULL && ehc_str_is(found->name, cases[i].name), "%s: %.*s",
		    cases[i].text, found == NULL ? 4 : (int)found->name.len, found == NULL ? "none" : found->name.ptr);
	}
}
END_TEST

/* ---- services ---- */

START_TEST(test_rates)
{
	static const struct { const char *text; int64_t num, den; enum ehc_rate_unit unit; } cases[] = {
		{ "£62 an hour", 6200, 1, EHC_RATE_HOUR }, { "£62.50 per hour", 6250, 1, EHC_RATE_HOUR }, { "£1,062.5/hour", 106250, 1, EHC_RATE_HOUR },
		{ "62 pounds an hour", 6200, 1, EHC_RATE_HOUR }, { "£10 for 45 minutes", 4000, 3, EHC_RATE_HOUR }, { "£48 a visit", 4800, 1, EHC_RATE_VISIT },
		{ "£310 a night", 31000, 1, EHC_RATE_NIGHT }, { "62", 0, 0, EHC_RATE_NONE }, { "62 an hour", 0, 0, EHC_RATE_NONE },
		{ "£62", 0, 0, EHC_RATE_NONE }, { "£62 an hourglass", 0, 0, EHC_RATE_NONE }, { "£ an hour", 0, 0, EHC_RATE_NONE },
		{ "£0 an hour", 0, 0, EHC_RATE_NONE }, { "£62.555 an hour", 0, 0, EHC_RATE_NONE }, { "£62 for 0 minutes", 0, 0, EHC_RATE_NONE },
		{ "£999999999999 an hour", 0, 0, EHC_RATE_NONE }, { "", 0, 0, EHC_RATE_NONE },
	};

	for (size_t i = 0; i < EHC_COUNT(cases); i++) {
		struct ehc_ratio pence;
		enum ehc_rate_unit unit;
		bool read = ehc_rate_read(ehc_str_of(cases[i].text), &pence, &unit);

		ck_assert_msg(read == (cases[i].unit != EHC_RATE_NONE) && unit == cases[i].unit, "%s", cases[i].text);
		ck_assert_msg(pence.num == cases[i].num && pence.den == cases[i].den, "%s: %lld/%lld", cases[i].text, (long long)pence.num,
		    (long long)pence.den);
	}
}
END_TEST

START_TEST(test_whose_a_provision_is)
{
	static const struct { const char *fields, *id; } cases[] = {
		{ "  who: Speech and language therapist, HCPC registered\n", "salt" },
		{ "  who: Highly specialist speech & language therapists\n", "salt" },
		{ "  who: Occupational therapist\n", "ot" },
		{ "  who: Therapist\n", NULL },
		{ "  who: salt\n", "salt" },
		{ "  who: Physiotherapist\n  provider: ot\n", "ot" },
		{ "  who: Teaching assistant\n  provider: Example County Council\n", "ep" },
		{ "  who: Teaching assistant\n  provider: Example Community Health\n", NULL },
		{ "  who: Epilepsy nurse\n", "epn" },
		{ "  how much: 1 hour a week\n", NULL },
	};
	struct ehc_profile p = *ehc_profile_national();
	struct ehc_service_table t;

	lay(&p, "council", EHC_NODATE, "profile: council\nservice salt: Speech and language therapy\n  provider: Example Community Health\n  rate: £60 an hour\n"
	    "service ot: Occupational therapy\n  provider: Example Community Health\nservice ep: Educational psychology\n"
	    "  provider: Example County Council\n  rate: £71 a visit\nservice epn: Epilepsy nursing\n");
	lay(&p, "team", EHC_NODATE, "profile: team\nservice SALT: Speech and language therapy\n  rate: £62 an hour\n");
	t = ehc_service_table(a, &p, EHC_NODATE);
	ck_assert_uint_eq(t.count, 4);
	ck_assert_int_eq(ehc_ratio_cmp(ehc_service_hourly(&t.rows[0]), ehc_ratio(6200, 1)), 0);
	ck_assert(ehc_str_is(t.rows[0].from, "team"));
	ck_assert(!ehc_ratio_known(ehc_service_hourly(&t.rows[1])));
	ck_assert(!ehc_ratio_known(ehc_service_hourly(&t.rows[2])));
	for (size_t i = 0; i < EHC_COUNT(cases); i++) {
		const struct ehc_plan *it = plan(ehc_arena_printf(a, "EHC plan: X\nprovision F1: Help.\n%s", cases[i].fields).ptr);
		const struct ehc_service *found = ehc_service_find(&t, it->kinds[EHC_ITEM_PROVISION].items[0]);

		ck_assert_msg(found == NULL ? cases[i].id == NULL : cases[i].id != NULL && ehc_str_is_nocase(found->id, cases[i].id), "%s%.*s",
		    cases[i].fields, found == NULL ? 4 : (int)found->id.len, found == NULL ? "none" : found->id.ptr);
	}
}
END_TEST

START_TEST(test_figures_begin_with_their_layer)
{
	struct ehc_profile p = *ehc_profile_national();
	ehc_day day = ehc_day_of(2026, 9, 1);

	ck_assert_ptr_eq(ehc_profile_on(a, ehc_profile_national(), day), ehc_profile_national());
	lay(&p, "council", day, "profile: council\nterm weeks: 39\nlimit needs in one provision: 3\n");
	ck_assert_int_eq(ehc_ratio_cmp(ehc_profile_on(a, &p, day - 1)->school.weeks, ehc_ratio(38, 1)), 0);
	ck_assert_int_eq(ehc_profile_on(a, &p, day - 1)->many_needs, 5);
	ck_assert_int_eq(ehc_ratio_cmp(ehc_profile_on(a, &p, day)->school.weeks, ehc_ratio(39, 1)), 0);
	ck_assert_int_eq(ehc_profile_on(a, &p, day)->many_needs, 3);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("house");
	TCase *t = tcase_create("tasks and services");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, test_own_rows_name_no_agency);
	tcase_add_test(t, test_tasks_in_layers);
	tcase_add_test(t, test_class_of_a_house_task);
	tcase_add_test(t, test_what_an_item_speaks_of);
	tcase_add_test(t, test_rates);
	tcase_add_test(t, test_whose_a_provision_is);
	tcase_add_test(t, test_figures_begin_with_their_layer);
	suite_add_tcase(s, t);
	return run_suite(s);
}
