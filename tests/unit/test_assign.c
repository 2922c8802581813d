/*
 * test_assign.c - pairs from two lists: the best pairs together, not the best pair first; and always the same ones.
 */
#include <check.h>

#include "diff/assign.h"
#include "arena_fixture.h"
#include "suite.h"

static size_t *
assign(struct diff_fit *fits, size_t n, size_t nold, size_t nnew)
{
	const struct diff_assign all = { fits, n, n };

	return diff_assign_best(arena, &all, nold, nnew);
}

/* Taking 0-0 first would leave 1 with nobody, though 0 goes nearly as well with 1. */
START_TEST(together)
{
	struct diff_fit fits[] = { { 0, 0, 900 }, { 0, 1, 850 }, { 1, 0, 800 } };
	size_t *with = assign(fits, EHC_COUNT(fits), 2, 2);

	ck_assert_uint_eq(with[0], 1);
	ck_assert_uint_eq(with[1], 0);
}
END_TEST

/* One good pair is worth more than two poor ones. */
START_TEST(good_before_many)
{
	struct diff_fit fits[] = { { 0, 0, 1000 }, { 0, 1, 400 }, { 1, 0, 400 } };
	size_t *with = assign(fits, EHC_COUNT(fits), 2, 2);

	ck_assert_uint_eq(with[0], 0);
	ck_assert_uint_eq(with[1], SIZE_MAX);
}
END_TEST

/* Where all are alike the order stays, in a group small enough to be solved exactly and in one that is not. */
START_TEST(keeps_order)
{
	static const size_t sizes[] = { 3, 40, 200 };

	for (size_t k = 0; k < EHC_COUNT(sizes); k++) {
		size_t n = sizes[k], *with;
		struct diff_fit *fits = EHC_NEW_ARRAY(arena, struct diff_fit, n * n);

		for (size_t i = 0; i < n * n; i++)
			fits[i] = (struct diff_fit){ i / n, i % n, 700 };
		with = assign(fits, n * n, n, n);
		for (size_t i = 0; i < n; i++)
			ck_assert_uint_eq(with[i], i);
	}
}
END_TEST

START_TEST(nobody)
{
	struct diff_fit fits[] = { { 2, 1, 500 } };
	size_t *with = assign(fits, 1, 3, 2);

	ck_assert_uint_eq(with[0], SIZE_MAX);
	ck_assert_uint_eq(with[1], SIZE_MAX);
	ck_assert_uint_eq(with[2], 1);
	ck_assert_ptr_nonnull(assign(NULL, 0, 0, 0));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("assign");
	TCase *c = tcase_create("assign");

	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, together);
	tcase_add_test(c, good_before_many);
	tcase_add_test(c, keeps_order);
	tcase_add_test(c, nobody);
	suite_add_tcase(s, c);
	return run_suite(s);
}
