/*
 * junit.c - JUnit XML, as test reports of CI services read it: a suite a file, a case a rule that found something there. A case
 * fails where the run would fail for it (--fail-on); what is accepted or known already is skipped; the rest passes, and says
 * what was found.
 */
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

struct suite { size_t tests, failures, skipped; };

/* Element content or an attribute; the line breaks that are ours stay. */
static void
put_xml(struct ehc_buf *out, struct ehc_str words)
{
	struct ehc_str line;
	bool first = true;

	while (ehc_str_split(&words, '\n', &line)) {
		struct ehc_buf plain = { NULL, 0, 0 };

		if (!first)
			ehc_buf_char(out, '\n');
		first = false;
		ehc_buf_plain(&plain, line);
		ehc_buf_html(out, ehc_buf_text(&plain));
		ehc_buf_free(&plain);
	}
}

/* The findings of one rule, which stand together once they are sorted. */
struct found { const struct ehc_fact *facts; size_t n; };

static int
compare(const void *left, const void *right)
{
	const struct ehc_fact *a = left, *b = right;
	int by_rule = strcmp(a->rule->id, b->rule->id);

	if (by_rule != 0)
		return by_rule;
	/* in the order of the list, which is that of the places */
	if (a->finding->span.start != b->finding->span.start)
		return a->finding->span.start < b->finding->span.start ? -1 : 1;
	return strcmp(a->finding->fingerprint, b->finding->fingerprint);
}

/* The next rule's findings, which begin at *at. */
static struct found
next_rule(const struct ehc_fact *facts, size_t n, size_t *at)
{
	struct found found = { facts + *at, 0 };

	while (*at < n && facts[*at].rule == found.facts->rule) {
		found.n++;
		++*at;
	}
	return found;
}

static bool
any_fails(struct found found)
{
	for (size_t i = 0; i < found.n; i++)
		if (found.facts[i].fails)
			return true;
	return false;
}

/* Each is accepted or known. */
static bool
all_skipped(struct found found)
{
	for (size_t i = 0; i < found.n; i++)
		if (found.facts[i].state != EHC_GROUP_ACCEPTED && found.facts[i].state != EHC_GROUP_KNOWN)
			return false;
	return true;
}

static void
put_fact(struct ehc_buf *out, struct ehc_str path, const struct ehc_fact *fact)
{
	struct ehc_buf words = { NULL, 0, 0 };

	ehc_buf_plain(&words, path);
	if (fact->from.line > 0)
		ehc_buf_printf(&words, ":%u:%u-%u:%u", fact->from.line, fact->from.column, fact->to.line, fact->to.column);
	ehc_buf_cstr(&words, ": ");
	ehc_fact_title(&words, fact);
	ehc_buf_cstr(&words, "\n");
	ehc_buf_plain(&words, fact->message);
	ehc_fact_details(&words, fact);
	ehc_buf_cstr(&words, "\n\n");
	put_xml(out, ehc_buf_text(&words));
	ehc_buf_free(&words);
}

/* What the rule found, place by place, within <failure>, <skipped> or <system-out>. */
static void
put_found(struct ehc_buf *out, struct ehc_str path, struct found found)
{
	bool failed = any_fails(found), skipped = all_skipped(found);
	const char *element = failed ? "failure" : skipped ? "skipped" : "system-out";

	ehc_buf_printf(out, "<%s", element);
	if (failed || skipped) {
		ehc_buf_cstr(out, " message=\"");
		put_xml(out, found.facts->message);
		ehc_buf_char(out, '"');
	}
	if (failed)
		ehc_buf_printf(out, " type=\"%s\"", ehc_class_name(found.facts->rule->class_));
	ehc_buf_char(out, '>');
	for (size_t i = 0; i < found.n; i++)
		put_fact(out, path, &found.facts[i]);
	ehc_buf_printf(out, "</%s>", element);
}

static void
put_case(struct ehc_buf *out, struct ehc_str path, struct found found)
{
	ehc_buf_cstr(out, "<testcase classname=\"");
	put_xml(out, path);
	ehc_buf_printf(out, "\" name=\"%s: ", found.facts->rule->id);
	put_xml(out, ehc_str_of(found.facts->rule->title));
	ehc_buf_cstr(out, "\" time=\"0\">");
	put_found(out, path, found);
	ehc_buf_cstr(out, "</testcase>\n");
}

static struct suite
count(const struct ehc_fact *facts, size_t n)
{
	struct suite s = { 0, 0, 0 };

	for (size_t at = 0; at < n; s.tests++) {
		struct found found = next_rule(facts, n, &at);

		s.failures += any_fails(found);
		s.skipped += all_skipped(found);
	}
	return s;
}

static void
put_suite(struct ehc_buf *out, struct ehc_str path, struct suite s, size_t errors)
{
	ehc_buf_cstr(out, "<testsuite name=\"");
	put_xml(out, path);
	ehc_buf_printf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\" time=\"0\">\n", s.tests, s.failures, errors,
	    s.skipped);
}

/* A file without a finding is a case that passes, so that a report shows that it was checked. */
static void
put_clean(struct ehc_buf *out, struct ehc_str path)
{
	put_suite(out, path, (struct suite){ 1, 0, 0 }, 0);
	ehc_buf_cstr(out, "<testcase classname=\"");
	put_xml(out, path);
	ehc_buf_cstr(out, "\" name=\"nothing found\" time=\"0\"/>\n</testsuite>\n");
}

static void
put_failure(struct ehc_buf *out, struct ehc_str path, struct ehc_str why)
{
	put_suite(out, path, (struct suite){ 1, 0, 0 }, 1);
	ehc_buf_cstr(out, "<testcase classname=\"");
	put_xml(out, path);
	ehc_buf_cstr(out, "\" name=\"not checked\" time=\"0\"><error message=\"");
	put_xml(out, why);
	ehc_buf_cstr(out, "\" type=\"failed\"/></testcase>\n</testsuite>\n");
}

void
ehc_junit_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	(void)o;
	ehc_buf_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ehc " EHC_VERSION "\">\n");
}

void
ehc_junit_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct ehc_facts facts = ehc_facts_of(r, o);

	(void)nth;
	if (facts.count == 0) {
		if (facts.failure.len > 0)
			put_failure(out, facts.path, facts.failure);
		else
			put_clean(out, facts.path);
		return;
	}
	qsort(facts.items, facts.count, sizeof(*facts.items), compare);
	put_suite(out, facts.path, count(facts.items, facts.count), 0);
	for (size_t at = 0; at < facts.count;)
		put_case(out, facts.path, next_rule(facts.items, facts.count, &at));
	ehc_buf_cstr(out, "</testsuite>\n");
}

void
ehc_junit_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)t;
	(void)o;
	ehc_buf_cstr(out, "</testsuites>\n");
}
