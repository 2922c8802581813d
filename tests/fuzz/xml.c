/*
 * xml.c - any bytes as interchange XML: a plan that is checked as any other, or a reason that says where.
 */
#include "fuzz.h"

#include "ehc/exchange.h"
#include "ehc/import.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_options options = { .as_of = 20574 };        /* 1 May 2026 */
	struct ehc_str trouble;
	const struct ehc_import *im = ehc_exchange_read(a, fuzz_text(data, size), &trouble);
	struct ehc_compilation c;

	FUZZ_MUST(im != NULL || trouble.len > 0);
	if (im != NULL) {
		ehc_compile_text(&c, EHC_STR("fuzz.xml"), im->text, &options);
		ehc_compilation_free(&c);
	}
	ehc_arena_free(a);
	return 0;
}
