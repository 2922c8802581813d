/*
 * backend.c - the PDF back end, loaded when a PDF is asked for. Checking a plan needs the C library alone; fonts, zlib
 * and the rest come with ehc-pdf.so, which is looked for beside the running program and, where the program is
 * installed, in the library folder that belongs to it.
 */
#include "backend.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef bool write_function(const struct ehc_document *, long long, struct ehc_buf *, struct ehc_str *, struct ehc_span *);

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

static void *
load(struct ehc_arena *a, struct ehc_str *trouble)
{
	struct ehc_str folder = program_folder(a);

	for (size_t i = 0; i < EHC_COUNT(places); i++) {
		const char *path = ehc_arena_printf(a, "%.*s%sehc-pdf.so", EHC_ARG(folder), places[i]).ptr;
		void *handle;

		if (access(path, R_OK) != 0)
			continue;
		handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
		if (handle == NULL)
			*trouble = ehc_arena_printf(a, "the PDF back end could not be loaded: %s", dlerror());
		return handle;
	}
	*trouble = ehc_arena_printf(a, "the PDF back end, ehc-pdf.so, is not in %.*s; build it with `make`, or make HTML instead", EHC_ARG(folder));
	return NULL;
}

/* The moment that the file bears. */
static bool
moment(const struct ehc_document *d, long long *made, struct ehc_str *trouble)
{
	const char *set = getenv("SOURCE_DATE_EPOCH");
	char *end;

	*made = d->day == EHC_NODATE ? LLONG_MIN : (long long)d->day * 86400;
	if (set == NULL || *set == '\0')
		return true;
	errno = 0;
	*made = strtoll(set, &end, 10);
	if (errno != 0 || *end != '\0' || *made < 0 || *made > 253402300799LL) {
		*trouble = EHC_STR("SOURCE_DATE_EPOCH is not a number of seconds since 1970");
		return false;
	}
	return true;
}

bool
ehc_document_pdf(const struct ehc_document *d, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where)
{
	void *handle, *symbol;
	write_function *write;
	long long made;
	bool ok;

	*where = EHC_NOSPAN;
	*trouble = EHC_NOSTR;
	if (!moment(d, &made, trouble))
		return false;
	handle = load(d->arena, trouble);
	if (handle == NULL)
		return false;
	symbol = dlsym(handle, "ehc_pdf_write");
	if (symbol == NULL) {
		*trouble = EHC_STR("ehc-pdf.so is not the back end that this program was built with");
		dlclose(handle);
		return false;
	}
	memcpy(&write, &symbol, sizeof(write));         /* ISO C has no cast from an object to a function */
	ok = write(d, made, out, trouble, where);
	dlclose(handle);
	return ok;
}
