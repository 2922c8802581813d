/*
 * backend.h - what backend.c calls in ehc-pdf.so: its one symbol.
 */
#ifndef EHC_BACKEND_H
#define EHC_BACKEND_H

#include "ehc/document.h"

/* `made` is in seconds since 1970, or LLONG_MIN for a file without dates. See ehc_document_pdf() for the rest. */
__attribute__((visibility("default")))
bool ehc_pdf_write(const struct ehc_document *doc, long long made, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where);

#endif
