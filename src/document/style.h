/*
 * style.h - between the files that read a house style: style.c (its lines) and contrast.c (whether it can be read).
 */
#ifndef EHC_DOCUMENT_STYLE_H
#define EHC_DOCUMENT_STYLE_H

#include "ehc/document.h"

void ehc_style_fault(struct ehc_arena *a, struct ehc_style *s, enum ehc_style_fault_kind kind, struct ehc_style_place at, const char *fmt, ...)
    EHC_PRINTF(5, 6);
const char *ehc_style_colour_name(enum ehc_colour c);   /* "table heads" */
const char *ehc_style_size_name(enum ehc_size s);       /* "section headings" */
/* Adds the faults of contrast and size, once all is laid over. */
void ehc_style_judge(struct ehc_arena *a, struct ehc_style *s);

#endif
