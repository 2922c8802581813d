/*
 * printed.c - any plan that reads as one, as a PDF: whatever it says, there is a file or a reason why there is none.
 */
#include "fuzz.h"

#include "document/backend.h"
#include "ehc/document.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_options options = { .as_of = EHC_NODATE };
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_compilation c;
	struct ehc_span where;

	ehc_compile_text(&c, EHC_STR("fuzz.ehc"), fuzz_text(data, size), &options);
	if (c.plan->kind == EHC_DOC_EHC_PLAN || c.plan->kind == EHC_DOC_HEALTH_PLAN || c.plan->kind == EHC_DOC_ADVICE) {
		bool made = ehc_pdf_write(ehc_document_of(c.arena, c.plan), 0, &out, &trouble, &where);

		FUZZ_MUST(made ? out.len > 8 && memcmp(out.ptr, "%PDF-1.", 7) == 0 : trouble.len > 0);
	}
	ehc_buf_free(&out);
	ehc_compilation_free(&c);
	return 0;
}
