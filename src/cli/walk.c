/*
 * walk.c - which files a command reads: named files as they are, a folder for the plans in it and below, sorted by name
 * so that every run reads them in the same order.
 */
#include "cli/cli.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What comes and goes on the way stands in an arena of its own: of 100,000 plans only their paths are to stay. */
struct walk { struct cli *cli; struct ehc_arena *scratch; struct cli_files found; size_t drafts; };

static void
add(struct walk *w, const char *path, const char *trouble, bool walked)
{
	EHC_PUSH(w->scratch, &w->found, (struct cli_file){ path, trouble, walked });
}

static int
compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

struct names { const char **items; size_t count, cap; };

/* What a folder holds, without hidden files. False: errno says why. */
static bool
list(struct ehc_arena *a, const char *folder, struct names *names)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	int why;

	if (d == NULL)
		return false;
	while (errno = 0, (entry = readdir(d)) != NULL)
		if (entry->d_name[0] != '.')
			EHC_PUSH(a, names, ehc_arena_cstr(a, ehc_str_of(entry->d_name)));
	why = errno;
	closedir(d);
	errno = why;
	if (names->count > 0)
		qsort(names->items, names->count, sizeof(*names->items), compare_names);
	return why == 0;
}

static const char *
join(struct cli *cli, const char *folder, const char *name)
{
	size_t n = strlen(folder);
	const char *slash = n > 0 && folder[n - 1] == '/' ? "" : "/";

	return ehc_arena_printf(cli->arena, "%s%s%s", folder, slash, name).ptr;
}

/* A draft in Word, but not what Word keeps beside one that is open ("~$draft.docx"). */
static bool
is_draft(const char *name)
{
	return ehc_str_ends_nocase(ehc_str_of(name), ".docx") && name[0] != '~';
}

/* Plans; and for checking, drafts in Word. */
static bool
is_read(const struct cli *cli, const char *name)
{
	return ehc_str_ends_nocase(ehc_str_of(name), ".ehc") || (cli->command->bit == CLI_CHECK && is_draft(name));
}

/* Whether the plan that a draft became, or that was printed as it, stands beside it under the same name. The names are in order. */
static bool
has_plan_beside(struct ehc_arena *a, const struct names *names, const char *draft)
{
	const char *plan = ehc_arena_printf(a, "%.*s.ehc", (int)(strlen(draft) - strlen(".docx")), draft).ptr;

	return bsearch(&plan, names->items, names->count, sizeof(*names->items), compare_names) != NULL;
}

/* Plans that a folder holds in Word alone would be missing from what comes of the folder, and nobody would know. */
static void
say_unread(const struct walk *w, const char *folder)
{
	if (w->drafts == 1)
		cli_say("%s: 1 draft in Word was not read; `ehc import` makes a plan of it", folder);
	else if (w->drafts > 1)
		cli_say("%s: %zu drafts in Word were not read; `ehc import` makes a plan of each", folder, w->drafts);
}

static const char *
what_it_lacks(const struct cli *cli)
{
	return cli->command->bit == CLI_CHECK ? "holds no .ehc file and no .docx file" :
	    "holds no .ehc file; a draft in Word is read in first, by `ehc import`";
}

/* A pipe or a device that lies about in a folder could be read for ever; one that the user names is read. */
static const char *
trouble_with(const char *path, const struct stat *st)
{
	struct stat target;

	if (S_ISLNK(st->st_mode) && stat(path, &target) == 0)
		st = &target;
	if (S_ISREG(st->st_mode) || S_ISLNK(st->st_mode) || S_ISDIR(st->st_mode))
		return NULL;    /* what is wrong with a link is said on opening it */
	return "is not a file: a pipe or a device in a folder is not read";
}

/* A link to a folder is not followed: it could lead back to where we are. */
static void
walk(struct walk *w, const char *folder)
{
	struct ehc_arena *a = ehc_arena_new();
	struct names names = { NULL, 0, 0 };

	if (!list(a, folder, &names)) {
		add(w, folder, ehc_arena_cstr(w->cli->arena, ehc_str_of(strerror(errno))), true);
		names.count = 0;
	}
	for (size_t i = 0; i < names.count; i++) {
		const char *path = join(w->cli, folder, names.items[i]);
		struct stat st;

		if (lstat(path, &st) != 0)
			continue;       /* gone since the folder was read */
		if (S_ISDIR(st.st_mode))
			walk(w, path);
		else if (is_read(w->cli, names.items[i]))
			add(w, path, trouble_with(path, &st), true);
		else if (is_draft(names.items[i]) && !has_plan_beside(a, &names, names.items[i]))
			w->drafts++;
	}
	ehc_arena_free(a);
}

struct cli_files
cli_walk_in(struct cli *cli, struct ehc_arena *a)
{
	struct walk w = { cli, ehc_arena_new(), { NULL, 0, 0 }, 0 };
	struct cli_files files;

	for (size_t i = 0; i < cli->npaths; i++) {
		size_t before = w.found.count;

		if (!cli_is_folder(cli->paths[i])) {
			add(&w, cli->paths[i], NULL, false);
			continue;
		}
		w.drafts = 0;
		walk(&w, cli->paths[i]);
		if (w.found.count == before)
			add(&w, cli->paths[i], what_it_lacks(cli), true);
		else if (!cli->quiet)
			say_unread(&w, cli->paths[i]);
	}
	files = (struct cli_files){ EHC_NEW_ARRAY(a, struct cli_file, w.found.count), w.found.count, w.found.count };
	if (files.count > 0)
		memcpy(files.items, w.found.items, files.count * sizeof(*files.items));
	ehc_arena_free(w.scratch);
	return files;
}

struct cli_files
cli_walk(struct cli *cli)
{
	return cli_walk_in(cli, cli->arena);
}
