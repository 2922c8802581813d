/*
 * lint.c - the compiler as a library: prints what would not stand up in a plan, one line a finding.
 *
 *	cc -o lint lint.c $(pkg-config --cflags --libs ehc)
 *	./lint draft.ehc
 */
#include <ehc/ehc.h>

#include <stdio.h>

int
main(int argc, char **argv)
{
	struct ehc_options options = { .as_of = EHC_NODATE };
	struct ehc_compilation c;
	int status;

	if (argc != 2) {
		fprintf(stderr, "usage: lint PLAN\n");
		return 2;
	}
	if (!ehc_compile(&c, argv[1], &options)) {
		fprintf(stderr, "lint: %s: %.*s\n", argv[1], EHC_ARG(c.result.failure));
		ehc_compilation_free(&c);
		return 2;
	}
	for (size_t i = 0; i < c.findings.list.count; i++) {
		const struct ehc_finding *f = c.findings.list.items[i];
		struct ehc_place place = ehc_source_place(&c.source, f->span.start);

		printf("%s:%u: %s %s: %.*s\n", argv[1], (unsigned)place.line, ehc_severity_name(f->severity), f->rule->id,
		    EHC_ARG(f->message));
	}
	status = c.findings.list.count > 0;
	ehc_compilation_free(&c);
	return status;
}
