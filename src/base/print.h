/*
 * print.h - texts put together by a format, for the arena and for buffers.
 */
#ifndef EHC_PRINT_H
#define EHC_PRINT_H

#include "ehc/base.h"

/* What vsnprintf() gives, except that what is in `to` is of no use where it did not fit. */
int ehc_vprint(char *to, size_t room, const char *fmt, va_list args);

#endif
