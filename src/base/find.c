/*
 * find.c - documents that others name, such as profiles and house styles: beside the file that names them, in the
 * folders above it, or among those installed.
 */
#include "ehc/base.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool
ehc_is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

char *
ehc_folder_of(struct ehc_arena *a, const char *path)
{
	struct ehc_str name = ehc_str_of(path);
	char real[PATH_MAX];
	size_t slash = name.len;

	while (slash > 0 && path[slash - 1] != '/')
		slash--;
	if (realpath(slash == 0 ? "." : ehc_arena_cstr(a, ehc_str_sub(name, 0, slash)), real) == NULL)
		return NULL;
	return (char *)ehc_arena_copy(a, strcmp(real, "/") == 0 ? EHC_STR("") : ehc_str_of(real)).ptr;
}

bool
ehc_folder_up(char *folder)
{
	char *slash = strrchr(folder, '/');

	if (slash == NULL)
		return false;
	*slash = '\0';
	return true;
}

bool
ehc_is_path(struct ehc_str name)
{
	return (name.len > 0 && memchr(name.ptr, '/', name.len) != NULL) || ehc_str_ends_nocase(name, ".ehc");
}

static bool
is_same_file(const char *path, const char *other)
{
	struct stat st, of_other;

	return other != NULL && stat(path, &st) == 0 && stat(other, &of_other) == 0 && st.st_dev == of_other.st_dev && st.st_ino == of_other.st_ino;
}

/* `name` as name.ehc in the folder, or in a folder of its kind below it; NULL when it is in neither, or is the file `but`. */
static const char *
find_in(struct ehc_arena *a, const char *folder, const char *kind, struct ehc_str name, const char *but)
{
	const struct { const char *templates, *kind, *slash; } below[] = { { "", "", "" }, { "", kind, "/" }, { "templates/", kind, "/" } };

	for (size_t i = 0; i < EHC_COUNT(below); i++) {
		const char *path = ehc_arena_printf(a, "%s/%s%s%s%.*s.ehc", folder, below[i].templates, below[i].kind, below[i].slash,
		    EHC_ARG(name)).ptr;

		if (ehc_is_file(path) && !is_same_file(path, but))
			return path;
	}
	return NULL;
}

/* A file that is named outright: from where the program runs, or from the folder of the file that names it. */
static const char *
find_file(struct ehc_arena *a, struct ehc_str name, const char *folder)
{
	const char *path = ehc_arena_cstr(a, name);

	if (ehc_is_file(path))
		return path;
	if (folder == NULL || name.ptr[0] == '/')
		return NULL;
	path = ehc_arena_printf(a, "%s/%s", folder, path).ptr;
	return ehc_is_file(path) ? path : NULL;
}

const char *
ehc_find_document(struct ehc_arena *a, struct ehc_str name, const char *kind, const char *near_path, bool not_itself, const char *share_dir)
{
	const char *but = not_itself ? near_path : NULL;
	char *folder = ehc_folder_of(a, near_path == NULL ? "." : near_path);
	const char *found = NULL;

	if (ehc_is_path(name))
		return find_file(a, name, folder);
	while (folder != NULL && found == NULL) {
		found = find_in(a, folder, kind, name, but);
		if (!ehc_folder_up(folder))
			break;
	}
	if (found == NULL && share_dir == NULL)
		share_dir = ehc_share_dir(a);
	return found != NULL || share_dir == NULL ? found : find_in(a, share_dir, kind, name, but);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

struct ehc_str
ehc_installed_documents(struct ehc_arena *a, const char *kind, const char *share_dir)
{
	struct ehc_str all = EHC_STR("national");
	struct dirent **entries = NULL;
	int n;

	if (share_dir == NULL)
		share_dir = ehc_share_dir(a);
	n = share_dir == NULL ? 0 : scandir(ehc_arena_printf(a, "%s/templates/%s", share_dir, kind).ptr, &entries, NULL, by_name);
	for (int i = 0; i < n; i++) {
		struct ehc_str name = ehc_str_of(entries[i]->d_name);

		if (ehc_str_ends_nocase(name, ".ehc") && !ehc_str_is(name, "national.ehc"))
			all = ehc_arena_printf(a, "%.*s, %.*s", EHC_ARG(all), (int)name.len - 4, name.ptr);
		free(entries[i]);
	}
	free(entries);
	return all;
}
