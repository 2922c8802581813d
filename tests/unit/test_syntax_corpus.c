/*
 * test_syntax_corpus.c - holds what corpus/syntax/ expects. A comment `# expect: SEVERITY "FRAGMENT"` stands above the line
 * that it speaks of: a SYN finding with that severity must stand there, with the fragment in its message or help, and there
 * must be as many findings as expectations. Run from the project's folder.
 */
#include <glob.h>

#include "suite.h"
#include "syntax_help.h"

#define MARK "# expect: "

struct expectation {
	unsigned line;
	enum ehc_severity severity;
	struct ehc_str fragment;
};
struct expectations { struct expectation *items; size_t count, cap; };

static struct expectations
read_expectations(const char *name, struct ehc_str text)
{
	struct expectations all = { NULL, 0, 0 };
	struct ehc_str line;
	unsigned number = 0, waiting = 0;

	while (ehc_str_split(&text, '\n', &line)) {
		struct ehc_str severity, rest = ehc_str_sub(ehc_str_trim(line), sizeof(MARK) - 1, SIZE_MAX);
		struct expectation e;

		number++;
		if (!ehc_str_starts_nocase(line, MARK)) {
			for (; waiting > 0; waiting--)
				all.items[all.count - waiting].line = number;
			continue;
		}
		ck_assert_msg(ehc_str_split(&rest, ' ', &severity) && ehc_severity_read(severity, &e.severity), "%s:%u: no severity", name, number);
		ck_assert_msg(rest.len > 2 && rest.ptr[0] == '"' && rest.ptr[rest.len - 1] == '"', "%s:%u: no words in quotation marks", name, number);
		e.fragment = ehc_str_sub(rest, 1, rest.len - 1);
		EHC_PUSH(arena, &all, e);
		waiting++;
	}
	return all;
}

static bool
answers(const struct parsed *p, const struct ehc_finding *f, const struct expectation *e)
{
	const char *fragment = ehc_arena_cstr(arena, e->fragment);

	return f->severity == e->severity && ehc_source_place(p->tree->source, f->span.start).line == e->line &&
	    (ehc_str_find_nocase(f->message, fragment) != SIZE_MAX || ehc_str_find_nocase(f->help, fragment) != SIZE_MAX);
}

static void
hold(const char *name)
{
	struct ehc_source source;
	struct expectations all;
	struct parsed p;

	ck_assert_int_eq((int)ehc_source_read(&source, arena, name, name, EHC_SOURCE_LIMIT), EHC_READ_OK);
	p = parse_bytes(source.text);
	assert_whole(&p);
	all = read_expectations(name, source.text);
	for (size_t i = 0; i < all.count; i++) {
		bool found = false;

		for (size_t j = 0; j < p.findings.list.count; j++)
			found = found || answers(&p, p.findings.list.items[j], &all.items[i]);
		ck_assert_msg(found, "%s:%u: nothing says \"%.*s\"; what is said: %s", name, all.items[i].line, EHC_ARG(all.items[i].fragment), faults(&p));
	}
	ck_assert_msg(p.findings.list.count == all.count, "%s: %zu findings, %zu expected: %s", name, p.findings.list.count, all.count, faults(&p));
}

START_TEST(every_expectation_is_held)
{
	glob_t files;

	ck_assert_int_eq(glob("corpus/syntax/*.ehc", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		hold(files.gl_pathv[i]);
	globfree(&files);
}
END_TEST

/* Whole plans and the examples of rules other than SYN are faultless as text. */
START_TEST(whole_plans_have_no_fault)
{
	static const char *const patterns[] = { "corpus/plans/*/*.ehc", "templates/*/*.ehc", "corpus/rules/*/*.ehc" };
	glob_t files;

	for (size_t i = 0; i < EHC_COUNT(patterns); i++)
		glob(patterns[i], i == 0 ? 0 : GLOB_APPEND, NULL, &files);
	ck_assert_uint_gt(files.gl_pathc, 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct ehc_source source;
		struct parsed p;

		if (strstr(files.gl_pathv[i], "/SYN-") != NULL)
			continue;
		ck_assert_int_eq((int)ehc_source_read(&source, arena, files.gl_pathv[i], files.gl_pathv[i], EHC_SOURCE_LIMIT), EHC_READ_OK);
		p = parse_bytes(source.text);
		assert_whole(&p);
		ck_assert_msg(p.findings.list.count == 0, "%s: %s", files.gl_pathv[i], faults(&p));
	}
	globfree(&files);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("syntax corpus");
	TCase *corpus = tcase_create("corpus");

	tcase_add_checked_fixture(corpus, set_up, tear_down);
	tcase_set_timeout(corpus, 60);
	tcase_add_test(corpus, every_expectation_is_held);
	tcase_add_test(corpus, whole_plans_have_no_fault);
	suite_add_tcase(suite, corpus);
	return run_suite(suite);
}
