/*
 * github.c - workflow commands: GitHub reads them from what a job prints, and shows each beside its line. A command is one line,
 * so line breaks and signs of its own are escaped; what a finding is about can never begin a command.
 */
#include "report/report.h"

/* `property`: the value of one, where colons and commas end it. */
static void
put_escaped(struct ehc_buf *out, struct ehc_str words, bool property)
{
	struct ehc_buf plain = { NULL, 0, 0 };
	struct ehc_str line;
	bool first = true;

	/* The line breaks that are ours stay; whatever else a terminal could act on is spelt out. */
	while (ehc_str_split(&words, '\n', &line)) {
		if (!first)
			ehc_buf_char(&plain, '\n');
		ehc_buf_plain(&plain, line);
		first = false;
	}
	for (size_t i = 0; i < plain.len; i++) {
		char c = plain.ptr[i];

		if (c == '%' || c == '\n' || (property && (c == ':' || c == ',')))
			ehc_buf_printf(out, "%%%02X", (unsigned)c);
		else
			ehc_buf_char(out, c);
	}
	ehc_buf_free(&plain);
}

static const char *
command_of(enum ehc_severity level)
{
	return level == EHC_ERROR ? "error" : level == EHC_WARNING ? "warning" : "notice";
}

/* GitHub takes columns only where begin and end are on one line. */
static void
put_place(struct ehc_buf *out, const struct ehc_fact *fact)
{
	if (fact->from.line == 0)
		return;
	ehc_buf_printf(out, ",line=%u,endLine=%u", fact->from.line, fact->to.line);
	if (fact->from.line == fact->to.line)
		ehc_buf_printf(out, ",col=%u,endColumn=%u", fact->from.column, fact->to.column);
}

static void
put_command(struct ehc_buf *out, struct ehc_str path, const struct ehc_fact *fact)
{
	struct ehc_buf title = { NULL, 0, 0 }, words = { NULL, 0, 0 };

	ehc_fact_title(&title, fact);
	ehc_buf_plain(&words, fact->message);
	ehc_fact_details(&words, fact);
	ehc_buf_printf(out, "::%s file=", command_of(fact->level));
	put_escaped(out, path, true);
	put_place(out, fact);
	ehc_buf_cstr(out, ",title=");
	put_escaped(out, ehc_buf_text(&title), true);
	ehc_buf_cstr(out, "::");
	put_escaped(out, ehc_buf_text(&words), false);
	ehc_buf_char(out, '\n');
	ehc_buf_free(&title);
	ehc_buf_free(&words);
}

void
ehc_github_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	(void)out;
	(void)o;
}

static void
put_failure(struct ehc_buf *out, struct ehc_str path, struct ehc_str why)
{
	ehc_buf_cstr(out, "::error file=");
	put_escaped(out, path, true);
	ehc_buf_cstr(out, ",title=not checked::");
	put_escaped(out, why, false);
	ehc_buf_char(out, '\n');
}

void
ehc_github_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct ehc_facts facts = ehc_facts_of(r, o);

	(void)nth;
	if (facts.failure.len > 0)
		put_failure(out, facts.path, facts.failure);
	for (size_t i = 0; i < facts.count; i++)
		put_command(out, facts.path, &facts.items[i]);
}

/* For whoever reads the log. */
void
ehc_github_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)o;
	ehc_buf_printf(out, "ehc: %zu errors, %zu warnings and %zu notes in %zu files; %zu dates already missed, %zu still to do, %zu accepted, "
	    "%zu known, %zu not checked\n", t->errors, t->warnings, t->notes, t->files, t->missed, t->todo, t->accepted, t->known, t->failed);
}
