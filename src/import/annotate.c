/*
 * annotate.c - remarks back into the margin of the draft: which drafts can take them, and the writer of that format, which ehc-word.so
 * brings.
 */
#include "ehc/module.h"
#include "import/draft.h"

#include <dlfcn.h>
#include <string.h>

typedef bool annotate_function(const struct ehc_draft *, const struct ehc_remark *, size_t, ehc_day, struct ehc_buf *, struct ehc_str *);

bool
ehc_draft_annotate(const struct ehc_draft *d, const struct ehc_remark *remarks, size_t n, ehc_day day, struct ehc_buf *out, struct ehc_str *trouble)
{
	annotate_function *annotate;
	void *handle, *symbol;
	bool ok = false;

	if (strcmp(d->format, "Word") != 0) {
		*trouble = EHC_STR("is no Word file (.docx); only such a file has a margin for comments");
		return false;
	}
	handle = ehc_module_open(d->arena, "ehc-word.so", "the writer of Word files", trouble);
	if (handle == NULL)
		return false;
	symbol = dlsym(handle, "ehc_word_annotate");
	if (symbol == NULL)
		*trouble = EHC_STR("ehc-word.so is not the writer that this program was built with");
	else {
		memcpy(&annotate, &symbol, sizeof(annotate));           /* ISO C has no cast from an object to a function */
		ok = annotate(d, remarks, n, day, out, trouble);
	}
	dlclose(handle);
	return ok;
}
