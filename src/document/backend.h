/*
 * backend.h - the two symbols of ehc-pdf.so.
 */
#ifndef EHC_BACKEND_H
#define EHC_BACKEND_H

#include "ehc/document.h"

/* `made` is in seconds since 1970, or LLONG_MIN for a file without dates. See ehc_document_pdf() for the rest. */
__attribute__((visibility("default")))
bool ehc_pdf_write(const struct ehc_document *doc, long long made, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where);

/* The characters that its fonts print, a range a line, as rows of src/document/coverage.def. For the tests. */
__attribute__((visibility("default")))
void ehc_pdf_coverage(struct ehc_buf *out);

#endif
