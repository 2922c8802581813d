/*
 * check.c - ehc check: every file parsed and checked, the findings drawn by the reporter that --format names.
 */
#include "cli/cli.h"

/* One report over all files. With -o it is written whole at the end, else as it goes. */
static int
report(struct cli *cli, const struct ehc_reporter *reporter, const struct cli_files *files)
{
	struct ehc_report_options o = cli_report_options(cli);
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_totals totals = { .files = 0 };
	bool good = true;

	reporter->begin(&out, &o);
	for (size_t i = 0; i < files->count && good; i++) {
		struct ehc_compilation c;

		cli_compile(cli, &files->items[i], &c);
		ehc_totals_add(&totals, &c.result);
		reporter->file(&out, &c.result, &o, i);
		ehc_compilation_free(&c);
		if (cli->output == NULL)
			good = cli_flush(&out);
	}
	reporter->end(&out, &totals, &o);
	good = good && cli_write(cli->output, &out);
	ehc_buf_free(&out);
	return good ? cli_status(cli, &totals) : CLI_FAILED;
}

int
cli_check(struct cli *cli)
{
	const struct ehc_reporter *reporter = ehc_reporter_find(cli->format != NULL ? cli->format : "text");
	struct cli_files files = cli_walk(cli);

	if (cli->output != NULL)
		for (size_t i = 0; i < files.count; i++)
			if (cli_same_file(cli->output, files.items[i].path))
				return cli_fail("%s: is a file to be checked; the report needs another name", cli->output);
	return report(cli, reporter, &files);
}
