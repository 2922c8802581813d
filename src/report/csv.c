/*
 * csv.c - a row a finding, as RFC 4180 has it. A spreadsheet takes a cell that begins with = + - or @ for a formula and runs it,
 * so such a cell begins with an apostrophe, which a spreadsheet takes for "this is text".
 */
#include "report/report.h"

#include <string.h>

static const char *const columns[] = { "path", "line", "column", "end_line", "end_column", "severity", "state", "fails", "rule", "title",
	"class", "section", "item", "message", "text", "why", "source", "help", "suggestion", "pack", "group", "also", "clock", "step_of",
	"severity_from", "accepted", "reference", "fingerprint" };

static void
next_cell(struct ehc_buf *out)
{
	if (out->len > 0 && out->ptr[out->len - 1] != '\n')
		ehc_buf_char(out, ',');
}

static void
put_cell(struct ehc_buf *out, struct ehc_str words)
{
	next_cell(out);
	ehc_buf_csv(out, words);
}

static void
put_cstr(struct ehc_buf *out, const char *words)
{
	put_cell(out, ehc_str_of(words));
}

static void
put_number(struct ehc_buf *out, uint32_t n)
{
	next_cell(out);
	ehc_buf_char(out, '"');
	if (n > 0)
		ehc_buf_number(out, n);
	ehc_buf_char(out, '"');
}

static void
put_row(struct ehc_buf *out, struct ehc_str path, const struct ehc_fact *fact)
{
	const struct ehc_finding *f = fact->finding;

	put_cell(out, path);
	put_number(out, fact->from.line);
	put_number(out, fact->from.column);
	put_number(out, fact->to.line);
	put_number(out, fact->to.column);
	put_cstr(out, ehc_severity_name(f->severity));
	put_cstr(out, ehc_fact_state(fact));
	put_cstr(out, fact->fails ? "yes" : "no");
	put_cstr(out, fact->rule->id);
	put_cstr(out, fact->rule->title);
	put_cstr(out, ehc_class_name(fact->rule->class_));
	put_cstr(out, fact->section);
	put_cstr(out, fact->item);
	put_cell(out, fact->message);
	put_cell(out, fact->text);
	put_cell(out, fact->why);
	put_cstr(out, ehc_finding_source(fact->finding));
	put_cell(out, fact->help);
	put_cell(out, fact->suggestion);
	put_cstr(out, ehc_rule_pack(fact->rule));
	put_number(out, f->group);
	put_cell(out, fact->also);
	put_cstr(out, ehc_finding_is_clock(f) ? "yes" : "no");
	put_cell(out, f->step_of);
	put_cell(out, f->severity_from);
	put_cell(out, fact->accepted);
	put_cell(out, fact->reference);
	put_cstr(out, f->fingerprint);
	ehc_buf_cstr(out, "\r\n");
}

void
ehc_csv_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	(void)o;
	for (size_t i = 0; i < EHC_COUNT(columns); i++)
		ehc_buf_printf(out, "%s%s", i > 0 ? "," : "", columns[i]);
	ehc_buf_cstr(out, "\r\n");
}

/* A file that could not be checked is a row too, without a rule. */
static void
put_failure(struct ehc_buf *out, struct ehc_str path, struct ehc_str why)
{
	for (size_t i = 0; i < EHC_COUNT(columns); i++) {
		if (strcmp(columns[i], "path") == 0)
			put_cell(out, path);
		else if (strcmp(columns[i], "message") == 0)
			put_cell(out, why);
		else
			put_cstr(out, strcmp(columns[i], "severity") == 0 ? "error" : strcmp(columns[i], "state") == 0 ? "failed" :
			    strcmp(columns[i], "fails") == 0 ? "yes" : "");
	}
	ehc_buf_cstr(out, "\r\n");
}

void
ehc_csv_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct ehc_facts facts = ehc_facts_of(r, o);

	(void)nth;
	if (facts.failure.len > 0)
		put_failure(out, facts.path, facts.failure);
	for (size_t i = 0; i < facts.count; i++)
		put_row(out, facts.path, &facts.items[i]);
}

void
ehc_csv_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)out;
	(void)t;
	(void)o;
}
