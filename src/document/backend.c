/*
 * backend.c - the back ends, loaded when a PDF or a Word file is asked for. Checking a plan needs the C library alone; fonts, libharu
 * and the rest come with ehc-pdf.so, libzip with ehc-word.so.
 */
#include "backend.h"
#include "ehc/module.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef bool pdf_function(const struct ehc_document *, long long, struct ehc_buf *, struct ehc_str *, struct ehc_span *);
typedef bool docx_function(const struct ehc_document *, long long, struct ehc_buf *, struct ehc_str *);

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

/* A symbol of a back end, to be closed again; NULL: *trouble says why there is none. */
static void *
load(const struct ehc_document *d, const char *file, const char *what, const char *name, void **handle, struct ehc_str *trouble)
{
	void *symbol;

	*handle = ehc_module_open(d->arena, file, what, trouble);
	if (*handle == NULL) {
		*trouble = ehc_arena_printf(d->arena, "%.*s, or make HTML instead", EHC_ARG(*trouble));
		return NULL;
	}
	symbol = dlsym(*handle, name);
	if (symbol == NULL) {
		*trouble = ehc_arena_printf(d->arena, "%s is not the back end that this program was built with", file);
		dlclose(*handle);
	}
	return symbol;
}

bool
ehc_document_pdf(const struct ehc_document *d, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where)
{
	void *handle, *symbol;
	pdf_function *write;
	long long made;
	bool ok;

	*where = EHC_NOSPAN;
	*trouble = EHC_NOSTR;
	if (!moment(d, &made, trouble))
		return false;
	symbol = load(d, "ehc-pdf.so", "the PDF back end", "ehc_pdf_write", &handle, trouble);
	if (symbol == NULL)
		return false;
	memcpy(&write, &symbol, sizeof(write));         /* ISO C has no cast from an object to a function */
	ok = write(d, made, out, trouble, where);
	dlclose(handle);
	return ok;
}

bool
ehc_document_docx(const struct ehc_document *d, struct ehc_buf *out, struct ehc_str *trouble)
{
	void *handle, *symbol;
	docx_function *write;
	long long made;
	bool ok;

	*trouble = EHC_NOSTR;
	if (!moment(d, &made, trouble))
		return false;
	symbol = load(d, "ehc-word.so", "the writer of Word files", "ehc_docx_write", &handle, trouble);
	if (symbol == NULL)
		return false;
	memcpy(&write, &symbol, sizeof(write));
	ok = write(d, made, out, trouble);
	dlclose(handle);
	return ok;
}
