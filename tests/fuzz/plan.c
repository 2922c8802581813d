/*
 * plan.c - any bytes as a plan: parse, bind, read the prose, run every rule, draw the findings in every format, lay the plan out,
 * send it as XML, print it as text and HTML, and write the quality report.
 */
#include <string.h>

#include "fuzz.h"

#include "ehc/document.h"
#include "ehc/exchange.h"
#include "ehc/qa.h"
#include "ehc/syntax.h"

static void
draw_findings(struct ehc_compilation *c, struct ehc_buf *out)
{
	struct ehc_report_options options = { .as_of = 20574, .all = true, .read_back = true, .fail_on = EHC_ERROR };
	struct ehc_totals totals = { 0 };
	const struct ehc_reporter *all;
	size_t n;

	ehc_totals_add(&totals, &c->result);
	all = ehc_reporters(&n);
	for (size_t i = 0; i < n; i++) {
		ehc_buf_clear(out);
		all[i].begin(out, &options);
		all[i].file(out, &c->result, &options, 0);
		all[i].end(out, &totals, &options);
		FUZZ_MUST(out->len > 0);
	}
}

/* What was laid out once stays as it is when it is laid out again; `ehc fmt` leaves broken bytes alone, so nothing is promised of them. */
static void
lay_out(struct ehc_compilation *c, struct ehc_str text)
{
	struct ehc_buf once = { NULL, 0, 0 }, twice = { NULL, 0, 0 };
	struct ehc_options options = { .as_of = EHC_NODATE };
	struct ehc_compilation again;
	bool sound = ehc_utf8_check(text) == SIZE_MAX && (text.len == 0 || memchr(text.ptr, '\0', text.len) == NULL);

	ehc_format(c->tree, &once);
	ehc_compile_text(&again, EHC_STR("again.ehc"), ehc_buf_text(&once), &options);
	ehc_format(again.tree, &twice);
	FUZZ_MUST(!sound || ehc_str_eq(ehc_buf_text(&once), ehc_buf_text(&twice)));
	ehc_compilation_free(&again);
	ehc_buf_free(&once);
	ehc_buf_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_options options = { .as_of = 20574 };        /* 1 May 2026 */
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_compilation c;
	struct ehc_str trouble;
	struct ehc_span where;

	ehc_compile_text(&c, EHC_STR("fuzz.ehc"), fuzz_text(data, size), &options);
	draw_findings(&c, &out);
	lay_out(&c, fuzz_text(data, size));
	ehc_buf_clear(&out);
	ehc_exchange_xml(c.arena, c.tree, &out, &trouble, &where);
	if (c.plan->kind == EHC_DOC_EHC_PLAN || c.plan->kind == EHC_DOC_HEALTH_PLAN) {
		struct ehc_document *d = ehc_document_of(c.arena, c.plan);

		ehc_buf_clear(&out);
		ehc_document_text(d, &out);
		ehc_document_html(d, &out);
		ehc_qa_page(&c.result, options.as_of, &out);
	}
	ehc_buf_free(&out);
	ehc_compilation_free(&c);
	return 0;
}
