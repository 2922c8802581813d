/*
 * suite.h - how every program of unit tests ends.
 */
#ifndef EHC_SUITE_H
#define EHC_SUITE_H

#include <check.h>

/* Runs the suite and frees it; the exit status of the program. CK_VERBOSITY=verbose names each test. */
static inline int
run_suite(Suite *s)
{
	SRunner *runner = srunner_create(s);
	int failed;

	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}

#endif
