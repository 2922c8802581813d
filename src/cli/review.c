/*
 * review.c - ehc review: the form for the review of a plan, and a calendar of what falls due.
 */
#include "cli/cli.h"
#include "ehc/review.h"

#include <string.h>

struct review_run {
	struct cli *cli;
	struct ehc_compilation *c;
	struct cli_file *file;
	struct ehc_review review;
};

static const char *
ending_of(const char *to)
{
	if (to == NULL || strcmp(to, "pdf") == 0)
		return ".review.pdf";
	if (strcmp(to, "docx") == 0)
		return ".review.docx";
	return strcmp(to, "html") == 0 ? ".review.html" : strcmp(to, "ics") == 0 ? ".review.ics" : ".review.txt";
}

static void
say_written(const struct review_run *run, const char *path, const char *what)
{
	if (!run->cli->quiet && strcmp(path, "-") != 0)
		cli_say("%s written: %s", path, what);
}

/* A calendar leaves the house, so it is said what was left out of it, and why. */
static void
say_of_calendar(const struct review_run *run)
{
	const char *name = ehc_arena_cstr(run->c->arena, run->c->source.name);
	size_t passed = 0;
	bool named;

	for (size_t i = 0; i < run->review.dates.count; i++)
		passed += run->review.dates.items[i].day < run->review.as_of;
	if (ehc_review_reference(run->c->plan, &named).len == 0)
		cli_say(named ? "%s: the reference holds a name of the child's, so the calendar does not show it" :
		    "%s: has no reference, so nothing in the calendar says which plan it is about", name);
	if (!run->review.counted)
		cli_say("%s: does not record what the review is counted from, so its day is not in the calendar", name);
	if (passed > 0 && !run->cli->quiet)
		cli_say("%s: %zu day%s passed already: the form shows %s, the calendar does not", name, passed, passed == 1 ? " has" : "s have", passed == 1 ? "it" : "them");
}

static int
write_calendar(const struct review_run *run, const char *path)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t n = ehc_review_calendar(&run->review, &out);
	int status = CLI_CLEAN;
	char what[48];

	if (n == 0)
		status = cli_fail("%.*s: nothing falls due on that day or later, so there is no calendar to write", EHC_ARG(run->c->source.name));
	else if (!cli_write(path, &out))
		status = CLI_FAILED;
	ehc_buf_free(&out);
	if (status != CLI_CLEAN)
		return status;
	say_of_calendar(run);
	snprintf(what, sizeof(what), "%zu day%s", n, n == 1 ? "" : "s");
	say_written(run, path, what);
	return CLI_CLEAN;
}

static int
write_form(const struct review_run *run, const char *path)
{
	const struct ehc_style *style = cli_choose_style(run->cli, run->c, run->file);
	struct ehc_buf out = { NULL, 0, 0 };
	int status;

	if (style == NULL)
		return CLI_FAILED;
	status = cli_draw(run->c, ehc_review_form(&run->review, run->c->arena, run->c->profile->plan, style), run->cli->to, &out);
	if (status == CLI_CLEAN && !cli_write(path, &out))
		status = CLI_FAILED;
	ehc_buf_free(&out);
	if (status == CLI_CLEAN)
		say_written(run, path, "the review form");
	return status;
}

static bool
can_be_reviewed(const struct ehc_compilation *c)
{
	if (c->plan->is_template)
		cli_say("%.*s: is a template; a review is of a child's plan", EHC_ARG(c->source.name));
	else if (c->plan->kind != EHC_DOC_EHC_PLAN && c->plan->kind != EHC_DOC_HEALTH_PLAN)
		cli_say("%.*s: is neither an EHC plan nor a health care plan; there is nothing to review", EHC_ARG(c->source.name));
	else
		return true;
	return false;
}

/* Both files, or neither where the first fails. */
static int
write_both(struct review_run *run, ehc_day meeting, const char *path)
{
	bool only_calendar = run->cli->to != NULL && strcmp(run->cli->to, "ics") == 0;
	int status = can_be_reviewed(run->c) ? cli_refuse_lost(run->c) : CLI_FAILED;

	if (status != CLI_CLEAN)
		return status;
	run->review = ehc_review_of(run->c->arena, run->c->plan, run->cli->as_of, meeting);
	status = only_calendar ? write_calendar(run, path) : write_form(run, path);
	if (status == CLI_CLEAN && run->cli->calendar != NULL)
		status = write_calendar(run, run->cli->calendar);
	return status;
}

static bool
is_plan_itself(const char *path, const char *plan)
{
	if (path == NULL || strcmp(path, "-") == 0 || !cli_same_file(path, plan))
		return false;
	cli_say("%s: is the plan itself; the output needs another name", path);
	return true;
}

static bool
read_meeting(const struct cli *cli, ehc_day *out)
{
	struct ehc_str text = ehc_str_of(cli->meeting != NULL ? cli->meeting : "");
	bool month_only = false;

	*out = EHC_NODATE;
	if (cli->meeting == NULL)
		return true;
	if (text.len > 0 && ehc_day_read(text, out, &month_only, NULL) == text.len && *out != EHC_NODATE && !month_only)
		return true;
	cli_say("--meeting takes a date such as 2027-05-12; not \"%s\"", cli->meeting);
	return false;
}

int
cli_review(struct cli *cli)
{
	struct cli_file file = { cli->paths[0], NULL, false };
	const char *name = strcmp(file.path, "-") != 0 ? file.path : cli->stdin_name, *path = cli->output;
	struct ehc_compilation c;
	struct review_run run = { .cli = cli, .c = &c, .file = &file };
	ehc_day meeting;
	int status = CLI_FAILED;

	if (!read_meeting(cli, &meeting))
		return CLI_FAILED;
	if (cli->as_of == EHC_NODATE)
		return cli_fail("a review looks ahead from a day: --as-of none leaves it none");
	if (cli_is_folder(file.path))
		return cli_fail("%s: is a folder; a review is of one plan", file.path);
	if (path == NULL && name == NULL)
		return cli_fail("standard input has no name to write beside: say where with -o");
	if (path == NULL || cli_is_folder(path))
		path = cli_path_beside(cli, name != NULL ? name : "plan.ehc", path, ending_of(cli->to));
	if (is_plan_itself(path, file.path) || is_plan_itself(cli->calendar, file.path))
		return CLI_FAILED;
	if (cli->calendar != NULL && (strcmp(path, cli->calendar) == 0 || cli_same_file(path, cli->calendar)))
		return cli_fail("%s: the form and the calendar need a file each", path);
	if (cli_compile(cli, &file, &c))
		status = write_both(&run, meeting, path);
	ehc_compilation_free(&c);
	return status;
}
