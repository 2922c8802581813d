/*
 * check.c - ehc check: every file parsed and checked, the findings drawn by the reporter that --format names, and compared with
 * those that a baseline knows.
 */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>

/*
 * As long as the report on nearly every plan. Room that is not used costs nothing; where it is made a step at a time, each step copies what is
 * there and touches new memory.
 */
enum { MOST_REPORTS = 512 * 1024 };

/* One run over all files. */
struct run {
	struct cli *cli;
	const struct ehc_reporter *reporter;
	struct ehc_report_options options;
	struct ehc_baseline *known;     /* NULL without --baseline */
	struct ehc_baseline *found;     /* NULL without --write-baseline */
	struct ehc_totals totals;
	struct ehc_buf out;
	struct ehc_output file;         /* where -o names one */
	bool begun;
	bool failed;                    /* the annotated draft could not be written; that was said */
};

/* The draft with the findings as comments in its margin. */
static bool
annotate(struct run *run, const struct ehc_compilation *c)
{
	struct cli *cli = run->cli;
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_remark *remarks;
	size_t n = 0;
	bool good;

	if (c->result.failure.len > 0)
		return true;            /* that was said */
	if (c->result.import == NULL) {
		cli_say("%.*s: is no Word file (.docx); only such a file has a margin for comments", EHC_ARG(c->source.name));
		return false;
	}
	remarks = ehc_margin_remarks(&c->result, &run->options, &n);
	good = ehc_draft_annotate(c->result.import->draft, remarks, n, cli->as_of_text != NULL ? cli->as_of : EHC_NODATE, &out, &trouble);
	if (!good)
		cli_say("%.*s: %.*s", EHC_ARG(c->source.name), EHC_ARG(trouble));
	good = good && cli_write(cli->annotate, &out);
	if (good && !cli->quiet && strcmp(cli->annotate, "-") != 0)
		cli_say("%s written, with %zu comment%s", cli->annotate, n, n == 1 ? "" : "s");
	ehc_buf_free(&out);
	return good;
}

/* Takes a compiled file into the report. Files come in the order of their paths. */
static void
take(struct run *run, const struct ehc_compilation *c, size_t nth)
{
	if (run->known != NULL)
		run->totals.vanished += ehc_baseline_compare(run->known, &c->result, run->options.base);
	if (run->found != NULL)
		ehc_baseline_add(run->found, &c->result, run->options.base);
	ehc_totals_add(&run->totals, &c->result);
	if (run->cli->annotate != NULL)
		run->failed = !annotate(run, c);
	ehc_report_file(run->reporter, &run->out, &run->begun, &c->result, &run->options, nth);
}

static bool
is_to_file(const struct run *run)
{
	return run->cli->output != NULL && strcmp(run->cli->output, "-") != 0;
}

/* Passes on what is there of the report: of many files it is larger than memory should hold. */
static bool
pass_on(struct run *run)
{
	bool good = is_to_file(run) ? ehc_output_put(&run->file, run->out.ptr, run->out.len) : cli_flush(&run->out);

	ehc_buf_clear(&run->out);
	return good;
}

static bool
draw(struct run *run, const struct cli_files *files)
{
	struct cli_ahead *ahead = cli_ahead_new(run->cli, files);
	bool good = true;

	ehc_buf_room(&run->out, MOST_REPORTS);
	run->reporter->begin(&run->out, &run->options);
	for (size_t i = 0; i < files->count && good; i++) {
		take(run, cli_ahead_take(ahead), i);
		cli_ahead_done(ahead);
		good = pass_on(run);
	}
	cli_ahead_free(ahead);
	run->reporter->end(&run->out, &run->totals, &run->options);
	good = good && pass_on(run);
	ehc_buf_free(&run->out);
	return good;
}

/* One report over all files. With -o it is whole or not there, else it is written as it goes. */
static bool
report(struct run *run, const struct cli_files *files)
{
	const char *path = run->cli->output;
	bool good;

	if (!is_to_file(run))
		return draw(run, files);
	good = ehc_output_begin(&run->file, path) && draw(run, files);
	good = ehc_output_end(&run->file, good) && good;
	if (!good)
		cli_say("%s: cannot be written: %s", path, cli_why_not_written(path));
	return good;
}

/* ---- baselines ---- */

static bool
read_baseline(struct run *run)
{
	struct cli *cli = run->cli;
	struct ehc_source src;
	struct ehc_str trouble = EHC_NOSTR;

	if (cli->baseline == NULL)
		return true;
	switch (ehc_source_read(&src, cli->arena, cli->baseline, cli->baseline, EHC_SOURCE_LIMIT)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		cli_say("%s: cannot be read: %s", cli->baseline, strerror(errno));
		return false;
	case EHC_READ_TOO_LARGE:
		cli_say("%s: is too large for a baseline", cli->baseline);
		return false;
	}
	run->known = ehc_baseline_read(cli->arena, src.text, cli->site_key, &trouble);
	if (run->known == NULL)
		cli_say("%s: %.*s", cli->baseline, EHC_ARG(trouble));
	return run->known != NULL;
}

static bool
write_baseline(struct run *run)
{
	struct ehc_buf out = { NULL, 0, 0 };
	bool good;

	if (run->found == NULL)
		return true;
	ehc_baseline_write(run->found, &out);
	good = cli_write(run->cli->write_baseline, &out);
	ehc_buf_free(&out);
	return good;
}

/* For those who read the log, whatever the format is; the text report says the same at its end. */
static void
say_baseline(const struct run *run)
{
	const struct ehc_totals *t = &run->totals;

	if (run->known != NULL && strcmp(run->reporter->name, "text") != 0 && !run->cli->quiet)
		cli_say("%s: %zu known, %zu gone", run->cli->baseline, t->known, t->vanished);
	if (run->found != NULL && !run->cli->quiet)
		cli_say("%s written", run->cli->write_baseline);
}

/* A baseline is written to start from what there is: only a run that failed has a status of its own then. */
static int
status(const struct run *run)
{
	int judged = cli_status(run->cli, &run->totals);

	return run->found != NULL && run->known == NULL && judged == CLI_FINDINGS ? CLI_CLEAN : judged;
}

/* ---- the command ---- */

static int
refuse_output(const char *path, const struct cli_files *files)
{
	for (size_t i = 0; path != NULL && i < files->count; i++)
		if (cli_same_file(path, files->items[i].path))
			return cli_fail("%s: is a file to be checked; the report needs another name", path);
	return CLI_CLEAN;
}

/* Comments go into one draft, and neither into the report nor over the draft itself. */
static int
refuse_annotate(const struct cli *cli, const struct cli_files *files)
{
	if (cli->annotate == NULL)
		return CLI_CLEAN;
	if (files->count != 1)
		return cli_fail("--annotate takes one Word draft; name it alone");
	if (strcmp(cli->annotate, "-") == 0 && (cli->output == NULL || strcmp(cli->output, "-") == 0))
		return cli_fail("the report and the annotated draft cannot share standard output; name a file");
	if ((cli->output != NULL && strcmp(cli->annotate, cli->output) == 0) || (cli->write_baseline != NULL && strcmp(cli->annotate, cli->write_baseline) == 0))
		return cli_fail("%s: the annotated draft and what else is written need names of their own", cli->annotate);
	if (cli_is_folder(cli->annotate))
		return cli_fail("%s: is a folder; --annotate takes the name of a file", cli->annotate);
	return refuse_output(cli->annotate, files);
}

int
cli_check(struct cli *cli)
{
	struct run run = { .cli = cli, .options = cli_report_options(cli) };
	struct cli_files files = cli_walk(cli);
	struct ehc_reports reports;
	bool good;

	run.reporter = ehc_reporter_find(cli->format != NULL ? cli->format : "text");
	if (refuse_output(cli->output, &files) != CLI_CLEAN || refuse_output(cli->write_baseline, &files) != CLI_CLEAN ||
	    refuse_annotate(cli, &files) != CLI_CLEAN)
		return CLI_FAILED;
	if (cli->previous != NULL && files.count > 1)
		return cli_fail("--previous is the version before one plan: name one plan to check");
	if (!read_baseline(&run))
		return CLI_FAILED;
	if (cli->write_baseline != NULL)
		run.found = ehc_baseline_new(cli->arena, cli->site_key);
	good = cli_advice_read(cli, files.count, &reports) && report(&run, &files) && write_baseline(&run) && !run.failed;
	ehc_reports_free(&reports);
	if (!good)
		return CLI_FAILED;
	say_baseline(&run);
	return status(&run);
}
