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

static void
add(struct cli *cli, struct cli_files *files, const char *path, const char *trouble, bool walked)
{
	EHC_PUSH(cli->arena, files, (struct cli_file){ path, trouble, walked });
}

static int
compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

struct names { const char **items; size_t count, cap; };

/* What a folder holds, without hidden files. False: errno says why. */
static bool
list(struct cli *cli, const char *folder, struct names *names)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	int why;

	if (d == NULL)
		return false;
	while (errno = 0, (entry = readdir(d)) != NULL)
		if (entry->d_name[0] != '.')
			EHC_PUSH(cli->arena, names, ehc_arena_cstr(cli->arena, ehc_str_of(entry->d_name)));
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
	struct ehc_str path = ehc_arena_printf(cli->arena, "%s%s%s", folder, slash, name);

	return ehc_arena_cstr(cli->arena, path);
}

/* Plans; and for checking, drafts in Word, but not what Word keeps beside one that is open ("~$draft.docx"). */
static bool
is_read(const struct cli *cli, const char *name)
{
	struct ehc_str n = ehc_str_of(name);

	return ehc_str_ends_nocase(n, ".ehc") || (cli->command->bit == CLI_CHECK && ehc_str_ends_nocase(n, ".docx") && name[0] != '~');
}

/* A link to a folder is not followed: it could lead back to where we are. */
static void
walk(struct cli *cli, struct cli_files *files, const char *folder)
{
	struct names names = { NULL, 0, 0 };

	if (!list(cli, folder, &names)) {
		add(cli, files, folder, strerror(errno), true);
		return;
	}
	for (size_t i = 0; i < names.count; i++) {
		const char *path = join(cli, folder, names.items[i]);
		struct stat st;

		if (lstat(path, &st) != 0)
			continue;       /* gone since the folder was read */
		if (S_ISDIR(st.st_mode))
			walk(cli, files, path);
		else if (is_read(cli, names.items[i]))
			add(cli, files, path, NULL, true);
	}
}

struct cli_files
cli_walk(struct cli *cli)
{
	struct cli_files files = { NULL, 0, 0 };

	for (size_t i = 0; i < cli->npaths; i++) {
		size_t before = files.count;

		if (!cli_is_folder(cli->paths[i])) {
			add(cli, &files, cli->paths[i], NULL, false);
			continue;
		}
		walk(cli, &files, cli->paths[i]);
		if (files.count == before)
			add(cli, &files, cli->paths[i], "holds no .ehc file", true);
	}
	return files;
}
