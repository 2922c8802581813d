/*
 * house.c - any bytes as house rules, and as a house style: a plan is checked and printed by them. Whatever they say, they are used or it is said
 * why not.
 */
#include "fuzz.h"
#include "fuzz_file.h"

#include "ehc/document.h"
#include "ehc/house.h"
#include "ehc/style.h"

/* Says a little of each thing that house rules speak of: a task, a service, words of their own, dates, sections. */
static const char plan[] =
    "EHC plan: H-1\n  status: draft\n  authority: Example County Council\n  created: 3 March 2025\nchild: Nobody Example\n  born: 1 May 2012\n"
    "section A:\naspiration A1: To be a baker.\nsection B:\nneed B1: Nobody is fed through a gastrostomy.\n"
    "section E:\noutcome E1: By July 2027 Nobody bakes a cake.\n  for: B1\n"
    "section F:\nprovision F1: Regular therapy as required by a speech and language therapist, using the Example programme.\n  for: B1\n  towards: E1\n"
    "  who: speech and language therapist\n  provider: Example NHS Trust\n  how much: 30 minutes, once a week\n"
    "section G:\nprovision G1: Gastrostomy feeding by a trained assistant.\n  for: B1\n  who: assistant\n  how much: 20 minutes, twice a day\n"
    "section I:\n  placement: Example School\nsection K:\nadvice K1: medical\n  dated: 1 March 2025\ntimeline:\n  request received: 1 October 2024\n";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_options options = { .as_of = 20574, .profile = fuzz_file(fuzz_text(data, size)) };  /* 1 May 2026 */
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_compilation c, own;
	const struct ehc_style *style;
	struct ehc_task_table tasks;
	struct ehc_document *d;

	ehc_compile_text(&c, EHC_STR("fuzz.ehc"), EHC_STR(plan), &options);
	options.profile = NULL;
	ehc_compile_text(&own, EHC_STR("house.ehc"), fuzz_text(data, size), &options);
	style = ehc_style_of(own.arena, own.tree, NULL);
	tasks = ehc_task_table(c.arena, c.profile, options.as_of);
	FUZZ_MUST(tasks.count > 0);
	d = ehc_document_in_house(c.arena, c.plan, c.profile->plan, style, &tasks);
	ehc_document_text(d, &out);
	ehc_document_html(d, &out);
	FUZZ_MUST(out.len > 0);
	ehc_buf_free(&out);
	ehc_compilation_free(&own);
	ehc_compilation_free(&c);
	return 0;
}
