/*
 * build.c - ehc build: the plan as it is sent to the family. Checked first; written whole or not at all.
 */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Draws the plan in the form that --to names. */
static int
draw(struct cli *cli, struct ehc_compilation *c, const struct ehc_style *style, struct ehc_buf *out)
{
	struct ehc_task_table tasks = ehc_task_table(c->arena, c->profile, cli->as_of);
	struct ehc_document *d = ehc_document_in_house(c->arena, c->plan, c->profile->plan, style, &tasks);

	return cli_draw(c, d, cli->to, out);
}

static const char *
ending_of(const char *to)
{
	if (to == NULL || strcmp(to, "pdf") == 0)
		return ".pdf";
	if (strcmp(to, "html") == 0)
		return ".html";
	if (strcmp(to, "docx") == 0)
		return ".docx";
	if (strcmp(to, "fhir") == 0)
		return ".fhir.json";
	return strcmp(to, "xml") == 0 ? ".xml" : ".txt";
}

/* Where one plan goes: -o, a file in the folder that -o names, or beside the plan. NULL: that was complained of. */
static const char *
destination(struct cli *cli, const struct cli_file *file, bool several)
{
	const char *ending = ending_of(cli->to);
	const char *name = strcmp(file->path, "-") != 0 ? file->path : cli->stdin_name;
	const char *path;

	if (cli->output != NULL && !several && !cli_is_folder(cli->output))
		path = cli->output;
	else if (name != NULL)
		path = cli_path_beside(cli, name, cli->output, ending);
	else {
		cli_say("standard input has no name to write beside: say where with -o");
		return NULL;
	}
	if (strcmp(path, "-") != 0 && cli_same_file(path, file->path)) {
		cli_say("%s: is the plan itself; the output needs another name", path);
		return NULL;
	}
	return path;
}

static void
say_written(struct cli *cli, const char *path, const struct ehc_compilation *c, const struct ehc_totals *t)
{
	const char *where = strcmp(path, "-") == 0 ? "standard output" : path;

	if (cli->quiet)
		return;
	cli_say("%s written; %zu error%s, %zu warning%s and %zu note%s in %.*s", where,
	    t->errors, t->errors == 1 ? "" : "s", t->warnings, t->warnings == 1 ? "" : "s", t->notes, t->notes == 1 ? "" : "s",
	    EHC_ARG(c->source.name));
}

static bool
can_be_printed(const struct ehc_plan *p)
{
	return p->kind == EHC_DOC_EHC_PLAN || p->kind == EHC_DOC_HEALTH_PLAN || p->kind == EHC_DOC_ADVICE;
}

/* What must not go out to those who act on it, all of it said at once. */
static int
refuse_unsafe(struct cli *cli, struct ehc_compilation *c)
{
	struct ehc_stops stops = ehc_care_stops(c->arena, c->plan, c->profile, &c->findings, cli->as_of);
	int status = CLI_CLEAN;

	for (size_t i = 0; i < stops.count; i++)
		status = cli_refuse(c, stops.items[i].where, stops.items[i].why);
	if (stops.count > 0 && !cli->quiet)
		cli_say("%.*s: mend this, or build it as a draft: with status: draft it is headed NOT AGREED – DO NOT USE",
		    EHC_ARG(c->source.name));
	return status;
}

static int
print(struct cli *cli, struct ehc_compilation *c, const struct cli_file *file, struct ehc_buf *out)
{
	const struct ehc_style *style;

	style = cli_choose_style(cli, c, file);
	return style != NULL ? draw(cli, c, style, out) : CLI_FAILED;
}

static int
write_one(struct cli *cli, struct ehc_compilation *c, const struct cli_file *file, const char *path)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_totals t = { .files = 0 };
	int status = cli_refuse_lost(c);

	/* Of XML nothing is acted on before it is read back: it must hold a plan as it stands. */
	if (status == CLI_CLEAN && !(cli->to != NULL && strcmp(cli->to, "xml") == 0))
		status = refuse_unsafe(cli, c);
	if (status != CLI_CLEAN)
		return status;
	status = cli_is_exchange(cli) ? cli_exchange(cli, c, &out) : print(cli, c, file, &out);
	if (status == CLI_CLEAN && !cli_write(path, &out))
		status = CLI_FAILED;
	ehc_buf_free(&out);
	if (status != CLI_CLEAN)
		return status;
	ehc_totals_add(&t, &c->result);
	say_written(cli, path, c, &t);
	return cli_status(cli, &t);
}

static int
one(struct cli *cli, const struct cli_file *file, const char *path)
{
	struct ehc_compilation c;
	int status = CLI_FAILED;

	if (cli_compile(cli, file, &c)) {
		if (can_be_printed(c.plan) || cli_is_exchange(cli))
			status = write_one(cli, &c, file, path);
		else if (file->walked)
			status = CLI_CLEAN;     /* a profile or a style among the plans of a folder */
		else
			cli_say("%.*s: is neither a plan nor an advice report; there is nothing to print",
			    EHC_ARG(c.source.name));
	}
	ehc_compilation_free(&c);
	return status;
}

/* Two plans of one name in different folders must not write over each other. */
static bool
all_differ(const char **paths, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			if (strcmp(paths[i], paths[j]) == 0 && strcmp(paths[i], "-") != 0) {
				cli_say("%s: two plans would be written there; build them apart", paths[i]);
				return false;
			}
	return true;
}

int
cli_build(struct cli *cli)
{
	struct cli_files files = cli_walk(cli);
	const char **paths = EHC_NEW_ARRAY(cli->arena, const char *, files.count);
	bool several = files.count > 1;
	int worst = CLI_CLEAN;

	if (several && cli->output != NULL && strcmp(cli->output, "-") == 0)
		return cli_fail("several plans cannot share standard output; name a folder with -o");
	if (several && cli->output != NULL && mkdir(cli->output, 0700) != 0 && errno != EEXIST)
		return cli_fail("%s: cannot be made: %s", cli->output, strerror(errno));
	if (several && cli->output != NULL && !cli_is_folder(cli->output))
		return cli_fail("%s: is a file; several plans need a folder", cli->output);
	for (size_t i = 0; i < files.count; i++)
		if ((paths[i] = destination(cli, &files.items[i], several)) == NULL)
			return CLI_FAILED;
	if (!all_differ(paths, files.count))
		return CLI_FAILED;
	for (size_t i = 0; i < files.count; i++) {
		int status = one(cli, &files.items[i], paths[i]);

		if (status > worst)
			worst = status;
	}
	return worst;
}
