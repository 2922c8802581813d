/*
 * diff.c - ehc diff: what changed in meaning between two versions of a plan; with --to, the notice of it for the family.
 */
#include "cli/cli.h"
#include "ehc/notice.h"

#include <string.h>

/* Both files, compiled. */
struct pair {
	struct cli_file file[2];
	struct ehc_compilation c[2];
};

static bool
is_plan(const struct ehc_plan *p)
{
	return !p->is_template && (p->kind == EHC_DOC_EHC_PLAN || p->kind == EHC_DOC_HEALTH_PLAN);
}

static bool
are_comparable(const struct pair *p)
{
	const struct ehc_plan *old = p->c[0].plan, *new = p->c[1].plan;

	for (size_t i = 0; i < EHC_COUNT(p->c); i++)
		if (!is_plan(p->c[i].plan)) {
			cli_say("%.*s: is no plan; two versions of one plan are compared", EHC_ARG(p->c[i].source.name));
			return false;
		}
	if (old->kind != new->kind) {
		cli_say("%.*s is a%s %s, %.*s a%s %s; two versions of one plan are compared", EHC_ARG(p->c[0].source.name),
		    old->kind == EHC_DOC_EHC_PLAN ? "n" : "", ehc_doc_kind_name(old), EHC_ARG(p->c[1].source.name),
		    new->kind == EHC_DOC_EHC_PLAN ? "n" : "", ehc_doc_kind_name(new));
		return false;
	}
	return true;
}

/* A mistaken file would set one child's plan beside another's. */
static bool
are_of_two_children(const struct pair *p)
{
	const struct ehc_child *old = &p->c[0].plan->child, *new = &p->c[1].plan->child;

	return old->born.node != NULL && new->born.node != NULL && old->born.day != new->born.day &&
	    !ehc_str_eq_nocase(old->name.text.str, new->name.text.str);
}

/* ---- the diff ---- */

static int
report(struct cli *cli, struct pair *p, const struct ehc_diff *d)
{
	struct ehc_report_options o = cli_report_options(cli);
	struct ehc_buf out = { NULL, 0, 0 };
	const struct ehc_style *style;
	int status = CLI_CLEAN;

	if (cli->format != NULL && strcmp(cli->format, "json") == 0) {
		ehc_diff_json(d, &out);
	} else if (cli->format != NULL && strcmp(cli->format, "html") == 0) {
		style = cli_choose_style(cli, &p->c[1], &p->file[1]);
		status = style == NULL ? CLI_FAILED : cli_draw(&p->c[1], ehc_diff_document(p->c[1].arena, d, style), "html", &out);
	} else {
		ehc_diff_text(d, &o, &out);
	}
	if (status == CLI_CLEAN && !cli_write(cli->output, &out))
		status = CLI_FAILED;
	ehc_buf_free(&out);
	if (status != CLI_CLEAN)
		return status;
	return d->entries.count > 0 ? CLI_FINDINGS : CLI_CLEAN;
}

/* ---- the notice ---- */

static const char *
destination(struct cli *cli, const struct pair *p)
{
	const char *ending = strcmp(cli->to, "html") == 0 ? ".notice.html" : strcmp(cli->to, "text") == 0 ? ".notice.txt" :
	    strcmp(cli->to, "docx") == 0 ? ".notice.docx" : ".notice.pdf";
	const char *name = strcmp(p->file[1].path, "-") != 0 ? p->file[1].path : cli->stdin_name;

	if (cli->output != NULL && !cli_is_folder(cli->output))
		return cli->output;
	if (name == NULL) {
		cli_say("standard input has no name to write beside: say where with -o");
		return NULL;
	}
	return cli_path_beside(cli, name, cli->output, ending);
}

static int
notice(struct cli *cli, struct pair *p, const struct ehc_diff *d)
{
	struct ehc_compilation *c = &p->c[1];
	const struct ehc_style *style = cli_choose_style(cli, c, &p->file[1]);
	const char *path = destination(cli, p);
	struct ehc_buf out = { NULL, 0, 0 };
	int status = CLI_FAILED;

	if (style == NULL || path == NULL || cli_refuse_lost(&p->c[0]) != CLI_CLEAN || cli_refuse_lost(c) != CLI_CLEAN)
		return CLI_FAILED;
	if (d->entries.count == 0 && d->reworded.count == 0)
		return cli_fail("nothing changed: there is nothing to give notice of");
	status = cli_draw(c, ehc_diff_notice(c->arena, d, c->profile->plan, style), cli->to, &out);
	if (status == CLI_CLEAN && !cli_write(path, &out))
		status = CLI_FAILED;
	ehc_buf_free(&out);
	if (status == CLI_CLEAN && !cli->quiet && strcmp(path, "-") != 0)
		cli_say("%s written; %zu changed, %zu reworded", path, d->entries.count, d->reworded.count);
	return status;
}

/* ---- the command ---- */

static int
compare(struct cli *cli, struct pair *p)
{
	struct ehc_diff *d;

	if (!are_comparable(p))
		return CLI_FAILED;
	if (are_of_two_children(p) && cli->to != NULL)
		return cli_fail("the plans differ in the child's name and date of birth: no notice is written over two children");
	if (are_of_two_children(p))
		cli_say("the plans differ in the child's name and date of birth: are they of one child?");
	d = ehc_diff_of(p->c[1].arena, p->c[0].plan, p->c[1].plan);
	return cli->to != NULL ? notice(cli, p, d) : report(cli, p, d);
}

static bool
is_overwriting(const struct cli *cli)
{
	for (size_t i = 0; cli->output != NULL && strcmp(cli->output, "-") != 0 && i < cli->npaths; i++)
		if (cli_same_file(cli->output, cli->paths[i])) {
			cli_say("%s: is one of the plans; the output needs another name", cli->output);
			return true;
		}
	return false;
}

int
cli_diff(struct cli *cli)
{
	struct pair p;
	bool good = true;
	int status = CLI_FAILED;

	if (is_overwriting(cli))
		return CLI_FAILED;
	if (cli->to != NULL && cli->format != NULL)
		return cli_fail("--format is for the diff, --to for the notice: one of them");
	for (size_t i = 0; i < EHC_COUNT(p.c); i++) {
		p.file[i] = (struct cli_file){ .path = cli->paths[i] };
		good = cli_compile(cli, &p.file[i], &p.c[i]) && good;
	}
	if (good)
		status = compare(cli, &p);
	for (size_t i = 0; i < EHC_COUNT(p.c); i++)
		ehc_compilation_free(&p.c[i]);
	return status;
}
