/*
 * qa.c - ehc qa: the quality report on one plan, as a page beside it; on several, see batch.c.
 */
#include "cli/cli.h"
#include "ehc/qa.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static int
write_page(struct cli *cli, const struct ehc_compilation *c, const char *path)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_totals t = { .files = 0 };
	bool good;

	ehc_qa_page(&c->result, cli->as_of, &out);
	good = cli_write(path, &out);
	ehc_buf_free(&out);
	if (!good)
		return CLI_FAILED;
	ehc_totals_add(&t, &c->result);
	if (!cli->quiet && strcmp(path, "-") != 0)
		cli_say("%s written", path);
	return cli_status(cli, &t);
}

static bool
is_plan(const struct ehc_compilation *c)
{
	return c->plan->kind == EHC_DOC_EHC_PLAN || c->plan->kind == EHC_DOC_HEALTH_PLAN;
}

static void
refuse(const struct ehc_compilation *c)
{
	const char *kind = ehc_doc_kind_name(c->plan);

	if (kind == NULL)
		cli_say("%.*s: is no plan, so there is no quality report on it; `ehc check` says what is wrong", EHC_ARG(c->source.name));
	else
		cli_say("%.*s: is %.*s; quality reports are on EHC plans and health care plans. `ehc check` reads this one",
		    EHC_ARG(c->source.name), EHC_ARG(ehc_with_article(c->arena, kind)));
}

/* The option that says nothing of one plan, or NULL. */
static const char *
batch_option(const struct cli *cli)
{
	return cli->sample_text != NULL ? "sample" : cli->seed_text != NULL ? "seed" : cli->key != NULL ? "key" : cli->history != NULL ? "history" :
	    cli->quotes ? "quotes" : cli->by_writer ? "by-writer" : NULL;
}

int
cli_qa(struct cli *cli)
{
	struct cli_file file = { cli->paths[0], NULL, false };
	const char *name = strcmp(file.path, "-") != 0 ? file.path : cli->stdin_name;
	const char *path = cli->output;
	struct ehc_compilation c;
	struct ehc_reports reports;
	int status = CLI_FAILED;

	if (cli->marks)
		return cli_marks(cli);
	if (cli->npaths > 1 || cli_is_folder(file.path)) {
		if (cli->previous != NULL)
			return cli_fail("--previous is the version before one plan: name one plan to report on");
		return cli->advice.count > 0 ? cli_fail("--advice is for a report on one plan; `ehc check` compares many") : cli_batch(cli);
	}
	if (strcmp(file.path, "-") != 0 && access(file.path, F_OK) != 0)
		return cli_fail("%s: cannot be read: %s", file.path, strerror(errno));
	if (batch_option(cli) != NULL)
		return cli_fail("--%s is for a report on many plans: name a folder, or several", batch_option(cli));
	if (path == NULL && name == NULL)
		return cli_fail("standard input has no name to write beside: say where with -o");
	if (path == NULL || cli_is_folder(path))
		path = cli_path_beside(cli, name != NULL ? name : "plan.ehc", path, ".qa.html");
	if (strcmp(path, "-") != 0 && cli_same_file(path, file.path))
		return cli_fail("%s: is the plan itself; the report needs another name", path);
	if (!cli_advice_read(cli, 1, &reports)) {
		ehc_reports_free(&reports);
		return CLI_FAILED;
	}
	if (cli_compile(cli, &file, &c)) {
		if (is_plan(&c))
			status = write_page(cli, &c, path);
		else
			refuse(&c);
	}
	ehc_compilation_free(&c);
	ehc_reports_free(&reports);
	return status;
}
