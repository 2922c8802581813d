/*
 * batch.c - ehc qa on many plans: a folder for a panel; and two filled-in marking sheets, compared.
 */
#include "cli/cli.h"
#include "ehc/history.h"
#include "ehc/panel.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* ---- progress, and being told to stop ---- */

static volatile sig_atomic_t told_to_stop;

static void
stop(int sig)
{
	told_to_stop = sig;
}

static void
listen_for_stop(void)
{
	const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction act = { .sa_handler = stop };

	for (size_t i = 0; i < EHC_COUNT(signals); i++)
		sigaction(signals[i], &act, NULL);
}

struct progress { double began, said; bool shown, wanted; };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
say_time(int seconds)
{
	if (seconds >= 90)
		fprintf(stderr, ", %d minutes left", (seconds + 30) / 60);
	else
		fprintf(stderr, ", %d second%s left", seconds, seconds == 1 ? "" : "s");
}

enum { BAR = 30 };

/* Nothing is shown of a run that is over in a moment. */
static bool
progress(void *self, size_t done, size_t of)
{
	struct progress *p = self;
	double t;
	int full;

	if (told_to_stop != 0)
		return false;
	if (!p->wanted || (done % 16 != 0 && done != of))
		return true;
	t = now();
	if (t - p->began < 2 || t - p->said < 0.2)
		return true;
	p->said = t;
	p->shown = true;
	full = (int)(done * BAR / of);
	fprintf(stderr, "\r[%.*s%*s] %zu of %zu plans", full, "##############################", BAR - full, "", done, of);
	say_time((int)((t - p->began) / (double)done * (double)(of - done) + 0.5));
	fputs("\033[K", stderr);
	return true;
}

/* ---- where things may be written ---- */

/* The path as it is, or will be once it is written; NULL where its folder is not there. */
static const char *
place_of(struct cli *cli, const char *path)
{
	char *real = realpath(path, NULL);
	const char *slash = strrchr(path, '/'), *copy = NULL, *folder;

	if (real == NULL) {
		folder = slash == NULL ? "." : slash == path ? "/" : ehc_arena_cstr(cli->arena, (struct ehc_str){ path, (size_t)(slash - path) });
		real = realpath(folder, NULL);
		if (real != NULL)
			copy = ehc_arena_printf(cli->arena, "%s/%s", real, slash != NULL ? slash + 1 : path).ptr;
	} else
		copy = ehc_arena_cstr(cli->arena, ehc_str_of(real));
	free(real);
	return copy;
}

static const char *
without_slashes(struct cli *cli, const char *path)
{
	struct ehc_str s = ehc_str_of(path);

	while (s.len > 1 && s.ptr[s.len - 1] == '/')
		s.len--;
	return ehc_arena_cstr(cli->arena, s);
}

static bool
is_inside(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(path, folder, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

/* What is kept from report to report shows no more than a report that hides what must be hidden. */
static int
refuse_history(struct cli *cli, const char *out)
{
	const char *path = cli->history != NULL ? place_of(cli, cli->history) : NULL;

	if (cli->history == NULL)
		return CLI_CLEAN;
	if (cli->identify)
		return cli_fail("--history keeps no figures of a report that names people: leave out --identify");
	if (cli->as_of == EHC_NODATE)
		return cli_fail("--history needs a day for each report: leave out --as-of none");
	if (path == NULL)
		return cli_fail("%s: the folder that should hold the history is not there", cli->history);
	if (is_inside(path, out))
		return cli_fail("%s: the history must not lie in the report, which is written anew each time", cli->history);
	return CLI_CLEAN;
}

/* Plans in the folder of the report would be taken for part of it, or be read by the next run as plans of the batch. */
static int
refuse_places(struct cli *cli)
{
	const char *out = place_of(cli, cli->output), *key = cli->key != NULL ? place_of(cli, cli->key) : NULL;
	struct ehc_str why;

	if (out == NULL)
		return cli_fail("%s: the folder that should hold it is not there", cli->output);
	for (size_t i = 0; i < cli->npaths; i++) {
		const char *path = place_of(cli, cli->paths[i]);

		if (path != NULL && is_inside(path, out))
			return cli_fail("%s: would take the place of what is to be read; the report needs a folder of its own", cli->output);
	}
	if (cli->key != NULL && key == NULL)
		return cli_fail("%s: the folder that should hold the key is not there", cli->key);
	if (key != NULL && is_inside(key, out))
		return cli_fail("%s: the key must not lie in the report, which it would undo", cli->key);
	why = ehc_panel_refuses(cli->arena, cli->output);
	if (why.len > 0)
		return cli_fail("%s: %.*s", cli->output, EHC_ARG(why));
	return refuse_history(cli, out);
}

static bool
read_text(struct cli *cli, const char *path, bool may_be_missing, struct ehc_str *out)
{
	struct ehc_source src;

	*out = EHC_NOSTR;
	switch (ehc_source_read(&src, cli->arena, path, path, (size_t)1 << 30)) {
	case EHC_READ_OK:
		*out = src.text;
		return true;
	case EHC_READ_FAILED:
		if (may_be_missing && errno == ENOENT)
			return true;
		cli_say("%s: cannot be read: %s", path, strerror(errno));
		return false;
	case EHC_READ_TOO_LARGE:
		cli_say("%s: is too large", path);
		return false;
	}
	return false;
}

/* ---- the batch ---- */

static struct ehc_panel *
read_plans(struct cli *cli, const struct ehc_panel_options *o)
{
	struct ehc_arena *scratch = ehc_arena_new();
	struct cli_files files = cli_walk_in(cli, scratch);
	size_t n = files.count;
	struct ehc_panel_file *list = EHC_NEW_ARRAY(cli->arena, struct ehc_panel_file, n);
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_panel *p;

	for (size_t i = 0; i < n; i++)
		list[i] = (struct ehc_panel_file){ files.items[i].path, files.items[i].trouble };
	ehc_arena_free(scratch);
	p = ehc_panel_make(cli->arena, list, n, o, &trouble);
	if (((struct progress *)o->progress_self)->shown)
		fputs("\r\033[K", stderr);
	if (p == NULL && trouble.len > 0)
		cli_say("%.*s", EHC_ARG(trouble));
	else if (p == NULL)
		cli_say("stopped: nothing was written, an earlier report stands as it was");
	return p;
}

/* Only once the report is whole: a history never holds a report that is not there. */
static bool
keep(struct cli *cli, const struct ehc_panel *p)
{
	struct ehc_history_run run = ehc_history_of(p);
	struct ehc_str trouble;

	if (ehc_history_add(cli->arena, cli->history, &run, &trouble))
		return true;
	cli_say("the report is written, but not kept: %.*s", EHC_ARG(trouble));
	return false;
}

static int
write_report(struct cli *cli, const struct ehc_panel *p)
{
	struct ehc_str trouble, without;

	if (cli->key != NULL && !ehc_write_file(cli->key, p->key.ptr, p->key.len))
		return cli_fail("%s: cannot be written: %s", cli->key, strerror(errno));
	if (!ehc_panel_write(cli->arena, p, cli->output, &trouble, &without))
		return cli_fail("%s: %.*s", cli->output, EHC_ARG(trouble));
	if (!cli->quiet) {
		cli_say("%zu file%s read, %zu not; %s written", p->read, p->read == 1 ? "" : "s", p->failed, cli->output);
		cli_say("%s", ehc_panel_warning(p));
		if (cli->key != NULL)
			cli_say("%s written: keep it apart from the report", cli->key);
	}
	if (cli->history != NULL && !keep(cli, p))
		return CLI_FAILED;
	if (without.len > 0)
		return cli_fail("summary.pdf is not written: %.*s", EHC_ARG(without));
	return cli_status(cli, &p->totals);
}

int
cli_batch(struct cli *cli)
{
	struct progress shown = { .began = now(), .wanted = !cli->quiet && isatty(STDERR_FILENO) == 1 };
	struct ehc_panel_options o = { .compile = cli_compile_options(cli), .jobs = (unsigned)cli->jobs, .identify = cli->identify,
		.quotes = cli->quotes, .by_writer = cli->by_writer, .sample = cli->sample, .seed = cli->seed, .keyed = cli->key != NULL,
		.progress = progress, .progress_self = &shown };
	struct ehc_history history;
	struct ehc_str trouble;
	struct ehc_panel *p;

	if (cli->output == NULL || strcmp(cli->output, "-") == 0)
		return cli_fail("a report on many plans is a folder: say which with -o");
	cli->output = without_slashes(cli, cli->output);
	for (size_t i = 0; i < cli->npaths; i++)
		if (strcmp(cli->paths[i], "-") == 0)
			return cli_fail("standard input is one plan; a report on many reads files");
	if (refuse_places(cli) != CLI_CLEAN || (cli->key != NULL && !read_text(cli, cli->key, true, &o.key)))
		return CLI_FAILED;
	if (cli->history != NULL && !ehc_history_read(cli->arena, cli->history, &history, &trouble))
		return cli_fail("%.*s", EHC_ARG(trouble));
	listen_for_stop();
	p = read_plans(cli, &o);
	if (p != NULL && cli->history != NULL)
		p->history = &history;
	return p != NULL ? write_report(cli, p) : CLI_FAILED;
}

int
cli_marks(struct cli *cli)
{
	struct ehc_str sheets[2], trouble = EHC_NOSTR;
	struct ehc_buf out = { NULL, 0, 0 };
	bool good;

	if (cli->npaths != 2)
		return cli_fail("--marks compares two sheets: ehc qa --marks first.csv second.csv");
	for (size_t i = 0; i < EHC_COUNT(sheets); i++)
		if (!read_text(cli, cli->paths[i], false, &sheets[i]))
			return CLI_FAILED;
	good = ehc_panel_agreement(cli->arena, sheets[0], sheets[1], &out, &trouble);
	if (!good)
		cli_say("%.*s", EHC_ARG(trouble));
	good = good && cli_write(cli->output, &out);
	ehc_buf_free(&out);
	return good ? CLI_CLEAN : CLI_FAILED;
}
