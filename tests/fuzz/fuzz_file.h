/*
 * fuzz_file.h - bytes as a file that has a name, for what the program reads by name. It lies in memory, one a process.
 */
#ifndef FUZZ_FILE_H
#define FUZZ_FILE_H

#include "ehc/base.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static inline const char *
fuzz_file(struct ehc_str bytes)
{
	static char name[40];
	static int file = -1;

	if (file < 0) {
		file = memfd_create("fuzz", MFD_CLOEXEC);
		snprintf(name, sizeof(name), "/proc/self/fd/%d", file);
	}
	if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, bytes.ptr, bytes.len, 0) != (ssize_t)bytes.len)
		EHC_BUG("no file in memory: %s", name);
	return name;
}

#endif
