/*
 * advice.c - --advice: the reports that plans are compared with. A folder stands for the advice reports in it and below; what else
 * lies there is passed over, but a file that is named must be one.
 */
#include "cli/cli.h"

bool
cli_advice_read(struct cli *cli, size_t nplans, struct ehc_reports *reports)
{
	struct cli named = *cli;
	struct ehc_options o = cli_compile_options(cli);
	struct cli_files files;

	*reports = (struct ehc_reports){ .advice.arena = NULL };
	if (cli->advice.count == 0)
		return true;
	named.paths = cli->advice.items;
	named.npaths = cli->advice.count;
	files = cli_walk(&named);
	ehc_reports_begin(reports);
	for (size_t i = 0; i < files.count; i++) {
		const struct cli_file *f = &files.items[i];
		struct ehc_str trouble = f->trouble != NULL ? ehc_str_of(f->trouble) : EHC_NOSTR;

		if (f->trouble == NULL && (ehc_reports_add(reports, f->path, &o, &trouble) || f->walked))
			continue;
		cli_say("%s: %.*s", f->path, EHC_ARG(trouble));
		return false;
	}
	reports->advice.of_many = nplans > 1;
	cli->beside = &reports->advice;
	return true;
}
