/*
 * arena_fixture.h - an arena for each test, for suites that work on no whole compilation.
 */
#ifndef EHC_ARENA_FIXTURE_H
#define EHC_ARENA_FIXTURE_H

#include "ehc/base.h"

static struct ehc_arena *arena;

static inline void
set_up(void)
{
	arena = ehc_arena_new();
}

static inline void
tear_down(void)
{
	ehc_arena_free(arena);
}

#endif
