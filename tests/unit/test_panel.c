/*
 * test_panel.c - what the report on many plans rests on: small counts are hidden and cannot be worked out, kappa is what the
 * textbook says, a sample is repeatable and spread over all groups, pseudonyms keep their plans, marks of sentences come back
 * sorted from their file, names and ages make groups, and masked words name nobody.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ehc/ehc.h"
#include "panel/panel.h"
#include "suite.h"

static struct ehc_arena *arena;
static struct ehc_panel panel;
static struct ehc_panel_options options;
static struct batch batch;

static void
set_up(void)
{
	arena = ehc_arena_new();
	panel = (struct ehc_panel){ .arena = arena };
	options = (struct ehc_panel_options){ .jobs = 1 };
	batch = (struct batch){ .arena = arena, .kept = arena, .panel = &panel, .options = &options };
}

static void
tear_down(void)
{
	ehc_arena_free(arena);
}

/* ---- small counts ---- */

static const struct ehc_panel_column columns[] = {
	{ "good", "Good", EHC_PANEL_PLANS, true }, { "fair", "Fair", EHC_PANEL_PLANS, false }, { "poor", "Poor", EHC_PANEL_PLANS, false },
};

/* A table of plans by grade; ends with "All plans" where it has more than one row. */
static struct ehc_panel_table *
grades(const char *id, const int (*rows)[3], size_t n)
{
	struct ehc_panel_table *t = panel_table(&batch, id, EHC_PANEL_GROUPS, id, "", "Group", columns, EHC_COUNT(columns));
	size_t all = 0;

	t->columns_are_parts = t->has_totals = true;
	for (size_t r = 0; r < n; r++) {
		struct ehc_str name = ehc_arena_printf(arena, "group %zu", r);
		struct ehc_panel_row *row = panel_row(&batch, t, name, name);
		size_t plans = 0;

		for (size_t c = 0; c < 3; c++) {
			panel_cell_plans(&row->cells[c], (size_t)rows[r][c]);
			plans += (size_t)rows[r][c];
		}
		panel_cell_plans(&row->plans, plans);
		all += plans;
	}
	if (n > 1)
		panel_total_row(&batch, t, "All plans", all);
	panel.plans_counted = all;
	return t;
}

static enum ehc_panel_hidden
hidden(const struct ehc_panel_table *t, size_t r, size_t c)
{
	return t->rows[r].cells[c].hidden;
}

START_TEST(one_to_four_plans_are_hidden_and_wiped)
{
	static const int rows[][3] = { { 20, 4, 1 } };
	struct ehc_panel_table *t = grades("t", rows, 1);

	panel_hide(&panel);
	ck_assert_int_eq(hidden(t, 0, 0), EHC_PANEL_SHOWN);
	ck_assert_int_eq(hidden(t, 0, 1), EHC_PANEL_FEW);
	ck_assert_int_eq(hidden(t, 0, 2), EHC_PANEL_FEW);
	ck_assert_int_eq(t->rows[0].cells[1].value, 0);
	ck_assert_uint_eq(t->rows[0].cells[1].plans, 0);
}
END_TEST

START_TEST(five_plans_and_none_are_shown)
{
	static const int rows[][3] = { { 20, 5, 0 } };
	struct ehc_panel_table *t = grades("t", rows, 1);

	panel_hide(&panel);
	for (size_t c = 0; c < 3; c++)
		ck_assert_int_eq(hidden(t, 0, c), EHC_PANEL_SHOWN);
}
END_TEST

START_TEST(a_lone_hidden_count_takes_another_with_it)
{
	static const int rows[][3] = { { 20, 9, 3 } };
	struct ehc_panel_table *t = grades("t", rows, 1);

	panel_hide(&panel);
	ck_assert_int_eq(hidden(t, 0, 2), EHC_PANEL_FEW);
	ck_assert_int_eq(hidden(t, 0, 1), EHC_PANEL_WITH_IT);
	ck_assert_int_eq(hidden(t, 0, 0), EHC_PANEL_SHOWN);
}
END_TEST

START_TEST(two_hidden_counts_that_add_up_to_fewer_than_five_take_a_third)
{
	static const int rows[][3] = { { 20, 2, 2 } };
	struct ehc_panel_table *t = grades("t", rows, 1);

	panel_hide(&panel);
	ck_assert_int_eq(hidden(t, 0, 0), EHC_PANEL_WITH_IT);
}
END_TEST

/* Nothing is small in the second table, but its last row says what the first hides. */
START_TEST(what_another_table_gives_away_is_hidden_there_too)
{
	static const int by_kind[][3] = { { 30, 20, 3 }, { 10, 10, 0 } }, by_age[][3] = { { 20, 15, 3 }, { 20, 15, 0 } };
	struct ehc_panel_table *a = grades("drafting-by-kind", by_kind, 2), *b = grades("drafting-by-age", by_age, 2);

	panel_hide(&panel);
	for (size_t c = 0; c < 3; c++)
		ck_assert_int_eq(hidden(a, 2, c) != EHC_PANEL_SHOWN, hidden(b, 2, c) != EHC_PANEL_SHOWN);
	ck_assert_int_eq(hidden(a, 2, 2), EHC_PANEL_FEW);
	ck_assert(!panel_settle(&panel));
}
END_TEST

START_TEST(a_column_less_another_is_a_figure)
{
	static const struct ehc_panel_column hours[] = {
		{ "provisions", "Provisions", EHC_PANEL_ITEMS, false }, { "hours", "Hours", EHC_PANEL_HOURS, false },
		{ "not-counted", "Not counted", EHC_PANEL_ITEMS, false },
	};
	struct ehc_panel_table *t = panel_table(&batch, "jointly-funded", EHC_PANEL_COMMISSIONING, "t", "", "Section", hours, 3);
	struct ehc_panel_row *row = panel_row(&batch, t, EHC_STR("F"), EHC_STR("F"));

	t->linked = true;
	panel_cell_items(&row->cells[0], 40, 20);
	panel_cell_items(&row->cells[1], 2850, 2);      /* two plans have hours: 40 less 37 says how many provisions */
	panel_cell_items(&row->cells[2], 37, 19);
	panel_hide(&panel);
	ck_assert_int_eq(hidden(t, 0, 0), EHC_PANEL_SHOWN);
	ck_assert_int_eq(hidden(t, 0, 1), EHC_PANEL_FEW);
	ck_assert_int_eq(hidden(t, 0, 2), EHC_PANEL_WITH_IT);
}
END_TEST

START_TEST(a_report_that_names_people_hides_nothing)
{
	static const int rows[][3] = { { 20, 4, 1 } };
	struct ehc_panel_table *t = grades("t", rows, 1);

	panel.identify = true;
	panel_hide(&panel);
	ck_assert_int_eq(t->rows[0].cells[2].value, 1);
}
END_TEST

START_TEST(a_hidden_figure_is_said_in_words)
{
	static const struct ehc_panel_cell few = { .hidden = EHC_PANEL_FEW }, most = { .hidden = EHC_PANEL_MOST };
	static const struct ehc_panel_cell money = { .value = 1234567 }, hours = { .value = 2850 };
	static const struct ehc_panel_column pence = { .measure = EHC_PANEL_PENCE }, hour = { .measure = EHC_PANEL_HOURS };
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_buf_panel_cell(&out, &columns[0], &few);
	ehc_buf_char(&out, '|');
	ehc_buf_panel_cell(&out, &columns[0], &most);
	ehc_buf_char(&out, '|');
	ehc_buf_panel_cell(&out, &hour, &few);
	ehc_buf_char(&out, '|');
	ehc_buf_panel_cell(&out, &pence, &money);
	ehc_buf_char(&out, '|');
	ehc_buf_panel_cell(&out, &hour, &hours);
	ck_assert_str_eq(out.ptr, "fewer than 5|nearly all|hidden|\xC2\xA3" "12,346|28.5");
	ehc_buf_free(&out);
}
END_TEST

/* ---- two markers ---- */

static struct ehc_str
sheet(const char *const *marks, const size_t *runs, size_t n)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t plan = 0;

	ehc_buf_cstr(&out, "plan,question,what to judge,grade,mark,comment\r\n");
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < runs[i]; k++)
			ehc_buf_printf(&out, "P%zu,Q18,,,%s,\r\n", ++plan, marks[i]);
	return ehc_buf_take(&out, arena);
}

static const char *
agreement(const char *const *first, const char *const *second, const size_t *runs, size_t n)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str trouble, copy;

	ck_assert(ehc_panel_agreement(arena, sheet(first, runs, n), sheet(second, runs, n), &out, &trouble));
	copy = ehc_buf_take(&out, arena);
	return strstr(copy.ptr, "\"all\"");
}

/* Two readers, fifty cases: 20 and 15 alike, 5 and 10 not; kappa is 0.40. Of a hundred with 45, 15, 25, 15 it is 0.13; with 25, 35, 5, 35 0.26. */
START_TEST(kappa_is_what_the_textbook_says)
{
	static const char *const first[] = { "yes", "yes", "no", "no" }, *const second[] = { "yes", "no", "yes", "no" };
	static const size_t fifty[] = { 20, 5, 10, 15 }, one[] = { 45, 15, 25, 15 }, other[] = { 25, 35, 5, 35 };

	ck_assert(strncmp(agreement(first, second, fifty, 4), "\"all\",\"All questions\",50,35,70,0.40,20,0,5,0,0,0,10,0,15", 56) == 0);
	ck_assert(strstr(agreement(first, second, one, 4), ",60,0.13,") != NULL);
	ck_assert(strstr(agreement(first, second, other, 4), ",60,0.26,") != NULL);
}
END_TEST

START_TEST(kappa_is_one_below_nought_or_not_known)
{
	static const char *const marks[] = { "yes", "partly", "no" }, *const turned[] = { "no", "yes", "partly" }, *const same[] = { "yes", "yes", "yes" };
	static const size_t runs[] = { 4, 4, 4 };

	ck_assert(strstr(agreement(marks, marks, runs, 3), ",12,12,100,1.00,") != NULL);
	ck_assert(strstr(agreement(marks, turned, runs, 3), ",12,0,0,-0.50,") != NULL);
	ck_assert(strstr(agreement(same, same, runs, 3), ",12,12,100,,") != NULL);
}
END_TEST

START_TEST(a_mark_that_is_none_is_named)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str trouble, bad = EHC_STR("plan,question,,,mark,\nP1,Q18,,,perhaps,\n");

	ck_assert(!ehc_panel_agreement(arena, bad, bad, &out, &trouble));
	ck_assert(ehc_str_find_nocase(trouble, "record 2: the mark is \"perhaps\"") != SIZE_MAX);
	ehc_buf_free(&out);
}
END_TEST

/* ---- the sample ---- */

enum { STRATA = 10, EACH = 12 };

/* Plans of ten statuses and ages in turn, as a folder may hold them. */
static void
fill_records(void)
{
	batch.n = (size_t)STRATA * EACH;
	batch.records = EHC_NEW_ARRAY(arena, struct record, batch.n);
	for (size_t i = 0; i < batch.n; i++) {
		batch.records[i] = (struct record){ .number = (uint32_t)i + 1, .order = (i * 2654435761u) % 1000003, .kind = (uint8_t)(i % 2),
			.need = (uint8_t)(i % STRATA), .lowest_section = EHC_NO_SECTION };
	}
}

START_TEST(a_sample_takes_of_every_group_and_is_the_same_again)
{
	unsigned first[STRATA], taken[STRATA] = { 0 };

	fill_records();
	options.sample = STRATA;
	options.seed = 7;
	panel_sample(&batch);
	ck_assert_uint_eq(panel.sample.count, STRATA);
	for (size_t i = 0; i < STRATA; i++) {
		first[i] = panel.sample.items[i].number;
		taken[(first[i] - 1) % STRATA]++;
		ck_assert(i == 0 || first[i] > first[i - 1]);
	}
	for (size_t i = 0; i < STRATA; i++)
		ck_assert_uint_eq(taken[i], 1);
	panel.sample = (struct ehc_panel_plans){ NULL, 0, 0 };
	panel_sample(&batch);
	for (size_t i = 0; i < STRATA; i++)
		ck_assert_uint_eq(panel.sample.items[i].number, first[i]);
}
END_TEST

START_TEST(another_seed_draws_another_sample)
{
	size_t same = 0;

	fill_records();
	options.sample = STRATA;
	for (options.seed = 1; options.seed <= 2; options.seed++)
		panel_sample(&batch);
	for (size_t i = 0; i < STRATA; i++)
		for (size_t k = STRATA; k < panel.sample.count; k++)
			same += panel.sample.items[i].number == panel.sample.items[k].number;
	ck_assert_uint_eq(panel.sample.count, 2 * STRATA);
	ck_assert_uint_lt(same, STRATA);
}
END_TEST

START_TEST(no_more_are_drawn_than_there_are_and_files_that_are_no_plans_never)
{
	fill_records();
	for (size_t i = 0; i < batch.n; i += 2)
		batch.records[i].kind = KIND_OTHER;
	options.sample = 1000;
	panel_sample(&batch);
	ck_assert_uint_eq(panel.sample.count, batch.n / 2);
}
END_TEST

/* ---- pseudonyms ---- */

static void
fill_files(size_t n)
{
	struct ehc_panel_file *files = EHC_NEW_ARRAY(arena, struct ehc_panel_file, n);

	batch.n = n;
	batch.files = files;
	batch.records = EHC_NEW_ARRAY(arena, struct record, n);
	for (size_t i = 0; i < n; i++) {
		files[i].path = ehc_arena_printf(arena, "plans/%zu.ehc", i).ptr;
		batch.records[i].order = ehc_str_hash(ehc_str_of(files[i].path));
	}
}

START_TEST(a_key_keeps_every_plan_its_number)
{
	struct ehc_str trouble = EHC_NOSTR;
	uint32_t before[6];

	fill_files(6);
	options.keyed = true;
	ck_assert(panel_number(&batch, &trouble));
	for (size_t i = 0; i < 6; i++)
		before[i] = batch.records[i].number;
	options.key = panel.key;
	fill_files(9);
	ck_assert(panel_number(&batch, &trouble));
	for (size_t i = 0; i < 6; i++)
		ck_assert_uint_eq(batch.records[i].number, before[i]);
	for (size_t i = 6; i < 9; i++)
		ck_assert(batch.records[i].number >= 7 && batch.records[i].number <= 9);
	ck_assert(ehc_str_find_nocase(panel.key, "\nP1 plans/") != SIZE_MAX && ehc_str_find_nocase(panel.key, "\nP9 plans/") != SIZE_MAX);
}
END_TEST

START_TEST(a_plan_that_is_gone_keeps_its_line_in_the_key)
{
	struct ehc_str trouble = EHC_NOSTR;

	fill_files(1);
	options.keyed = true;
	options.key = EHC_STR("# key\nP17 gone/line\\nbreak.ehc\n");
	ck_assert(panel_number(&batch, &trouble));
	ck_assert_uint_eq(batch.records[0].number, 18);
	ck_assert(ehc_str_find_nocase(panel.key, "P17 gone/line\\nbreak.ehc\nP18 plans/0.ehc\n") != SIZE_MAX);
}
END_TEST

START_TEST(a_key_that_is_none_is_refused)
{
	struct ehc_str trouble = EHC_NOSTR;

	fill_files(1);
	options.key = EHC_STR("P1 plans/0.ehc\nthese are minutes\n");
	ck_assert(!panel_number(&batch, &trouble));
	ck_assert(ehc_str_find_nocase(trouble, "line 2 of the key") != SIZE_MAX);
}
END_TEST

/* ---- marks of sentences ---- */

START_TEST(marks_come_back_sorted_from_their_file)
{
	enum { MANY = 400000 };         /* several runs of what memory holds */
	struct ehc_str trouble = EHC_NOSTR;
	struct spill *s = panel_spill_new(arena, &trouble);
	struct mark m, last = { 0, 0, 0 };
	uint64_t x = 88172645463325252u, sum = 0, got = 0;
	size_t n = 0;

	ck_assert_ptr_nonnull(s);
	for (uint32_t i = 0; i < MANY; i++) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		m = (struct mark){ x % 5000, i / 40, i };
		sum += m.hash * 3 + m.at;
		ck_assert(panel_spill_add(s, &m, 1));
	}
	ck_assert(panel_spill_begin(s));
	for (; panel_spill_next(s, &m); n++, last = m) {
		ck_assert(m.hash > last.hash || (m.hash == last.hash && (n == 0 || m.plan > last.plan || (m.plan == last.plan && m.at > last.at))));
		got += m.hash * 3 + m.at;
	}
	ck_assert_uint_eq(n, MANY);
	ck_assert_uint_eq(got, sum);
	panel_spill_free(s);
}
END_TEST

START_TEST(where_no_temporary_file_can_be_it_is_said)
{
	struct ehc_str trouble = EHC_NOSTR;

	setenv("TMPDIR", "/nowhere/at/all", 1);
	ck_assert_ptr_null(panel_spill_new(arena, &trouble));
	ck_assert(ehc_str_find_nocase(trouble, "no temporary file can be made") != SIZE_MAX);
	unsetenv("TMPDIR");
}
END_TEST

static const char copied[] = "%s chooses one of two activities from photographs on each school morning with an adult nearby.";

static struct mark
mark_of(const char *name, const char *sentence)
{
	struct ehc_compilation c;
	struct ehc_options o = { .as_of = EHC_NODATE };
	struct marks marks = { NULL, 0, 0 };
	struct ehc_str words = ehc_arena_printf(arena, sentence, name);
	struct mark first;

	ehc_compile_text(&c, EHC_STR("plan.ehc"), ehc_arena_printf(arena, "EHC plan: X-1\nchild: %s Example\n\nsection B:\nneed B1: %.*s\n", name,
	    EHC_ARG(words)), &o);
	panel_sentences(arena, c.plan, 3, &marks);
	ck_assert_uint_eq(marks.count, 1);
	ck_assert_uint_eq(marks.items[0].plan, 3);
	first = marks.items[0];
	ehc_compilation_free(&c);
	return first;
}

START_TEST(a_sentence_is_the_same_under_another_name)
{
	ck_assert_uint_eq(mark_of("Amira", copied).hash, mark_of("Ben", copied).hash);
	ck_assert_uint_ne(mark_of("Amira", copied).hash,
	    mark_of("Amira", "%s chooses one of three activities from photographs on each school morning with an adult nearby.").hash);
}
END_TEST

/* ---- names, ages, what is kept ---- */

START_TEST(names_of_groups_are_kept_once)
{
	struct labels *l = panel_labels_new(arena);
	uint32_t vale = panel_label(l, EHC_STR("Upper  Vale\n"));
	struct ehc_str cut;

	ck_assert_uint_eq(panel_label(l, EHC_STR(" Upper Vale")), vale);
	ck_assert_uint_ne(panel_label(l, EHC_STR("Lower Vale")), vale);
	ck_assert_uint_eq(panel_label(l, EHC_STR("  \n")), 0);
	ck_assert(ehc_str_is(panel_label_name(l, vale), "Upper Vale"));
	cut = panel_label_name(l, panel_label(l, EHC_STR("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
	    "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
	    "\xC3\xA9\xC3\xA9\xC3\xA9" "x\xC3\xA9\xC3\xA9")));
	ck_assert_uint_eq(ehc_utf8_check(cut), SIZE_MAX);
	for (uint32_t i = 0; i < 1000; i++)
		panel_label(l, ehc_arena_printf(arena, "name %u", i));
	ck_assert_uint_eq(panel_label(l, EHC_STR("Upper Vale")), vale);
	ck_assert_uint_eq(panel_labels_count(l), 1004);
	panel_labels_free(l);
}
END_TEST

START_TEST(ages_change_on_the_birthday)
{
	ehc_day born = ehc_day_of(2015, 5, 2);

	ck_assert_int_eq(panel_age(born, ehc_day_of(2026, 5, 1)), AGE_5_10);
	ck_assert_int_eq(panel_age(born, ehc_day_of(2026, 5, 2)), AGE_11_15);
	ck_assert_int_eq(panel_age(EHC_NODATE, ehc_day_of(2026, 5, 2)), AGE_UNKNOWN);
	ck_assert_int_eq(panel_age(born, ehc_day_of(2015, 5, 1)), AGE_UNKNOWN);
}
END_TEST

START_TEST(sums_of_threads_add_up)
{
	struct sums *a = calloc(1, sizeof(*a)), *b = calloc(1, sizeof(*b));

	ck_assert(a != NULL && b != NULL);
	a->rules[3] = (struct sum){ .plans = 2, .items = 5 };
	b->rules[3] = (struct sum){ .plans = 1, .items = 1, .hours = 100, .plans_counted = 1 };
	panel_sum_of(&b->providers, &b->nproviders, 40)->items = 7;
	strcpy(a->words[0], "regular");
	strcpy(b->words[0], "regularly");
	panel_sums_add(a, b);
	ck_assert_uint_eq(a->rules[3].plans, 3);
	ck_assert_uint_eq(a->rules[3].items, 6);
	ck_assert_int_eq(a->rules[3].hours, 100);
	ck_assert_uint_eq(a->rules[3].plans_counted, 1);
	ck_assert_uint_eq(a->providers[40].items, 7);
	ck_assert_str_eq(a->words[0], "regular");
	panel_sums_free(a);
	panel_sums_free(b);
}
END_TEST

/* Beside its path: the record, its place in one order, and as much again while that is sorted. */
START_TEST(a_plan_takes_at_most_256_bytes)
{
	ck_assert_uint_le(sizeof(struct record) + 2 * sizeof(uint32_t), 256);
}
END_TEST

START_TEST(masked_words_name_nobody)
{
	struct ehc_compilation c;
	struct ehc_options o = { .as_of = EHC_NODATE };
	struct ehc_str masked;

	ehc_compile_text(&c, EHC_STR("plan.ehc"), EHC_STR("EHC plan: X-1\nchild: Amira Example\n  setting: Hillfoot Primary\n  born: 2 May 2015\n\nsection B:\nneed B1: x\n"), &o);
	masked = panel_mask(c.arena, c.plan, EHC_STR("Amira and Ms Sample at Hillfoot will meet weekly from 3 June 2026, call 01632 960123 or write to a.sample@school.example."));
	ck_assert(ehc_str_find_nocase(masked, "weekly") != SIZE_MAX);
	for (const char *const *name = (const char *const []){ "Amira", "Sample", "Hillfoot", "June", "2026", "960123", "sample@", NULL }; *name != NULL; name++)
		ck_assert_msg(ehc_str_find_nocase(masked, *name) == SIZE_MAX, "%s in: %.*s", *name, EHC_ARG(masked));
	ehc_compilation_free(&c);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("panel");
	TCase *t = tcase_create("panel");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, one_to_four_plans_are_hidden_and_wiped);
	tcase_add_test(t, five_plans_and_none_are_shown);
	tcase_add_test(t, a_lone_hidden_count_takes_another_with_it);
	tcase_add_test(t, two_hidden_counts_that_add_up_to_fewer_than_five_take_a_third);
	tcase_add_test(t, what_another_table_gives_away_is_hidden_there_too);
	tcase_add_test(t, a_column_less_another_is_a_figure);
	tcase_add_test(t, a_report_that_names_people_hides_nothing);
	tcase_add_test(t, a_hidden_figure_is_said_in_words);
	tcase_add_test(t, kappa_is_what_the_textbook_says);
	tcase_add_test(t, kappa_is_one_below_nought_or_not_known);
	tcase_add_test(t, a_mark_that_is_none_is_named);
	tcase_add_test(t, a_sample_takes_of_every_group_and_is_the_same_again);
	tcase_add_test(t, another_seed_draws_another_sample);
	tcase_add_test(t, no_more_are_drawn_than_there_are_and_files_that_are_no_plans_never);
	tcase_add_test(t, a_key_keeps_every_plan_its_number);
	tcase_add_test(t, a_plan_that_is_gone_keeps_its_line_in_the_key);
	tcase_add_test(t, a_key_that_is_none_is_refused);
	tcase_add_test(t, marks_come_back_sorted_from_their_file);
	tcase_add_test(t, where_no_temporary_file_can_be_it_is_said);
	tcase_add_test(t, a_sentence_is_the_same_under_another_name);
	tcase_add_test(t, names_of_groups_are_kept_once);
	tcase_add_test(t, ages_change_on_the_birthday);
	tcase_add_test(t, sums_of_threads_add_up);
	tcase_add_test(t, a_plan_takes_at_most_256_bytes);
	tcase_add_test(t, masked_words_name_nobody);
	suite_add_tcase(s, t);
	return run_suite(s);
}
