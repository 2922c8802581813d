/*
 * dump.c FILE... - what plans mean: the model of each, a member a line, for tests that compare two of them.
 */
#include <stdio.h>

#include "ehc/ehc.h"

int
main(int argc, char **argv)
{
	struct ehc_options options = { .as_of = EHC_NODATE };
	struct ehc_buf out = { NULL, 0, 0 };
	int status = 0;

	for (int i = 1; i < argc; i++) {
		struct ehc_compilation c;

		if (ehc_compile(&c, argv[i], &options) && c.plan != NULL)
			ehc_plan_dump(c.plan, &out);
		else
			status = 2;
		ehc_compilation_free(&c);
	}
	if (out.len > 0)
		fwrite(out.ptr, 1, out.len, stdout);
	ehc_buf_free(&out);
	return status;
}
