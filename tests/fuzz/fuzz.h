/*
 * fuzz.h - what the fuzzing targets share. Each is one function that libFuzzer calls with bytes of its own making; whatever they
 * are, it must come back, with nothing broken and nothing leaked: the sanitizers watch.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "ehc/ehc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline struct ehc_str
fuzz_text(const uint8_t *data, size_t size)
{
	return (struct ehc_str){ (const char *)data, size };
}

/* A fault of the program that no sanitizer sees. */
#define FUZZ_MUST(what) do { if (!(what)) EHC_BUG("not so: %s", #what); } while (0)

#endif
