/*
 * print.h - texts put together by a format, for the arena and for buffers.
 */
#ifndef EHC_PRINT_H
#define EHC_PRINT_H

#include "ehc/base.h"

/* What vsnprintf() gives, except that what is in `to` is of no use where it did not fit. */
int ehc_vprint(char *to, size_t room, const char *fmt, va_list args);

enum { EHC_FIGURES = 24 };      /* more than a size_t has */
/* Writes n in decimal figures at the end of the array; returns the first. */
const char *ehc_figures(char figures[EHC_FIGURES], size_t n);

#endif
