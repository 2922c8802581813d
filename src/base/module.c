/*
 * module.c - finding and loading the shared objects that come with the program.
 */
#include "ehc/module.h"

#include <dlfcn.h>
#include <limits.h>
#include <unistd.h>

/* Folders in which it may be, seen from the program's own. */
static const char *const places[] = { "", "../", "../lib/ehc/" };

/* The folder of the running program, with its slash; empty where the system does not tell. */
static struct ehc_str
program_folder(struct ehc_arena *a)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path));

	while (n > 0 && path[n - 1] != '/')
		n--;
	return ehc_arena_copy(a, (struct ehc_str){ path, n > 0 ? (size_t)n : 0 });
}

void *
ehc_module_open(struct ehc_arena *a, const char *file, const char *what, struct ehc_str *trouble)
{
	struct ehc_str folder = program_folder(a);

	for (size_t i = 0; i < EHC_COUNT(places); i++) {
		const char *path = ehc_arena_printf(a, "%.*s%s%s", EHC_ARG(folder), places[i], file).ptr;
		void *handle;

		if (access(path, R_OK) != 0)
			continue;
		handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
		if (handle == NULL)
			*trouble = ehc_arena_printf(a, "%s could not be loaded: %s", what, dlerror());
		return handle;
	}
	*trouble = ehc_arena_printf(a, "%s, %s, is not in %.*s; build it with `make`", what, file, EHC_ARG(folder));
	return NULL;
}
