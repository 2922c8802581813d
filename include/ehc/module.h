/*
 * module.h - parts of the program that need more than the C library: shared objects, loaded when a command asks for one.
 */
#ifndef EHC_MODULE_H
#define EHC_MODULE_H

#include "ehc/base.h"

/*
 * Opens a shared object that is looked for beside the running program and, where the program is installed, in the library
 * folder that belongs to it. `what` it is, for the message. NULL: *trouble says why. dlclose() ends its use.
 */
void *ehc_module_open(struct ehc_arena *a, const char *file, const char *what, struct ehc_str *trouble);

#endif
