/*
 * versions.c - two versions of a plan, with a form feed between them: the later one is checked against the earlier, what changed is reported, the notice
 * of it and the form of the next review are written.
 */
#include "fuzz.h"
#include "fuzz_file.h"

#include "ehc/notice.h"
#include "ehc/review.h"
#include "ehc/style.h"

#include <string.h>

static void
draw(const struct ehc_document *d, struct ehc_buf *out)
{
	ehc_buf_clear(out);
	ehc_document_text(d, out);
	ehc_document_html(d, out);
	FUZZ_MUST(out->len > 0);
}

static void
compare(struct ehc_compilation *old, struct ehc_compilation *new, struct ehc_buf *out)
{
	struct ehc_diff *d = ehc_diff_of(new->arena, old->plan, new->plan);
	struct ehc_report_options options = { .as_of = 20574, .all = true };

	ehc_diff_text(d, &options, out);
	ehc_diff_json(d, out);
	draw(ehc_diff_document(new->arena, d, ehc_style_national()), out);
	draw(ehc_diff_notice(new->arena, d, new->profile->plan, ehc_style_national()), out);
}

static void
review(struct ehc_compilation *c, struct ehc_buf *out)
{
	struct ehc_review r = ehc_review_of(c->arena, c->plan, 20574, EHC_NODATE);

	draw(ehc_review_form(&r, c->arena, c->profile->plan, ehc_style_national()), out);
	ehc_buf_clear(out);
	FUZZ_MUST(ehc_review_calendar(&r, out) > 0 || out->len == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_str both = fuzz_text(data, size);
	const char *feed = size == 0 ? NULL : memchr(data, '\f', size);
	size_t cut = feed == NULL ? size : (size_t)(feed - both.ptr);
	struct ehc_str before = ehc_str_sub(both, 0, cut), after = ehc_str_sub(both, cut < size ? cut + 1 : size, size);
	struct ehc_options options = { .as_of = 20574 };        /* 1 May 2026 */
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_compilation old, new;

	ehc_compile_text(&old, EHC_STR("old.ehc"), before, &options);
	options.previous = fuzz_file(before);
	ehc_compile_text(&new, EHC_STR("new.ehc"), after, &options);
	if ((new.plan->kind == EHC_DOC_EHC_PLAN || new.plan->kind == EHC_DOC_HEALTH_PLAN) && !new.plan->is_template) {
		review(&new, &out);
		if (old.plan->kind == new.plan->kind && !old.plan->is_template)
			compare(&old, &new, &out);
	}
	ehc_buf_free(&out);
	ehc_compilation_free(&new);
	ehc_compilation_free(&old);
	return 0;
}
