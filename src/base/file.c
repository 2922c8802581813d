/*
 * file.c - an output file is whole or not there: temporary name, owner-only, synced, renamed.
 */
#include "ehc/base.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
write_all(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, p, n);

		if (done < 0) {
			if (errno == EINTR)
				continue;
			return false;
		}
		p += done;
		n -= (size_t)done;
	}
	return true;
}

/* A device or a pipe (`-o /dev/stdout`) cannot be renamed over: it is written as it is. */
static bool
write_special(const char *path, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool good;
	int why;

	if (fd < 0)
		return false;
	good = write_all(fd, bytes, n);
	why = errno;
	if (close(fd) != 0 && good)
		return false;
	errno = why;
	return good;
}

bool
ehc_write_file(const char *path, const void *bytes, size_t n)
{
	struct ehc_buf temporary = { NULL, 0, 0 };
	struct stat st;
	int fd, why;
	bool good;

	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		if (S_ISDIR(st.st_mode)) {
			errno = EISDIR;
			return false;
		}
		return write_special(path, bytes, n);
	}
	ehc_buf_printf(&temporary, "%s.XXXXXX", path);
	fd = mkostemp(temporary.ptr, O_CLOEXEC);        /* mode 0600 */
	if (fd < 0) {
		why = errno;
		ehc_buf_free(&temporary);
		errno = why;
		return false;
	}
	good = write_all(fd, bytes, n) && fsync(fd) == 0;
	why = errno;
	if (close(fd) != 0 && good) {
		good = false;
		why = errno;
	}
	if (good && rename(temporary.ptr, path) != 0) {
		good = false;
		why = errno;
	}
	if (!good)
		unlink(temporary.ptr);
	ehc_buf_free(&temporary);
	errno = why;
	return good;
}
