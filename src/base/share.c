/*
 * share.c - where templates/ and corpus/ are: in the project's own tree beside the build, or where `make install` puts them.
 */
#include "ehc/base.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *
ehc_share_dir(struct ehc_arena *a)
{
	static const char *const places[] = { "../share/ehc", ".", "..", "../..", "../../.." };
	char program[PATH_MAX], *slash;

	if (realpath("/proc/self/exe", program) == NULL || (slash = strrchr(program, '/')) == NULL)
		return NULL;
	*slash = '\0';
	for (size_t i = 0; i < EHC_COUNT(places); i++) {
		const char *folder = ehc_arena_printf(a, "%s/%s", program, places[i]).ptr;

		if (is_folder(ehc_arena_printf(a, "%s/templates", folder).ptr))
			return folder;
	}
	return NULL;
}
