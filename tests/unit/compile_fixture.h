/*
 * compile_fixture.h - a compilation for each test, for suites that ask what was found in a whole plan.
 */
#ifndef EHC_COMPILE_FIXTURE_H
#define EHC_COMPILE_FIXTURE_H

#include "ehc/ehc.h"

static struct ehc_compilation c;
static struct ehc_options options;      /* of the compilations that the test makes; no day unless it sets one */

static inline void
set_up(void)
{
	c = (struct ehc_compilation){ .arena = NULL };
	options = (struct ehc_options){ .as_of = EHC_NODATE };
}

static inline void
tear_down(void)
{
	if (c.arena != NULL)
		ehc_compilation_free(&c);
}

/* The plan instead of the one before, if any. */
static inline void
compile(const char *text)
{
	tear_down();
	ehc_compile_text(&c, EHC_STR("plan.ehc"), ehc_str_of(text), &options);
}

#endif
