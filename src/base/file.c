/*
 * file.c - an output file is whole or not there: written without a name where the system can, else under a temporary one;
 * owner-only, synced, and only then put in its place.
 */
#include "ehc/base.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_TRIES = 100 };

/* A file without a name goes with the process, however that ends; it gets its name by way of /proc. */
static int
open_nameless(const char *path)
{
	struct ehc_buf folder = { NULL, 0, 0 };
	const char *slash = strrchr(path, '/');
	int fd;

	if (access("/proc/self/fd", X_OK) != 0)
		return -1;
	ehc_buf_bytes(&folder, path, slash == NULL ? 0 : slash == path ? 1 : (size_t)(slash - path));
	fd = open(folder.len > 0 ? folder.ptr : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
	ehc_buf_free(&folder);
	return fd;
}

static bool
open_beside(struct ehc_output *o)
{
	o->fd = open_nameless(o->path);
	if (o->fd >= 0)
		return true;
	ehc_buf_printf(&o->temporary, "%s.XXXXXX", o->path);
	o->fd = mkostemp(o->temporary.ptr, O_CLOEXEC);          /* mode 0600 */
	if (o->fd < 0)
		ehc_buf_free(&o->temporary);
	return o->fd >= 0;
}

bool
ehc_output_begin(struct ehc_output *o, const char *path)
{
	struct stat st;

	errno = 0;
	*o = (struct ehc_output){ .path = path, .fd = -1, .good = true };
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		/* a device or a pipe (`-o /dev/stdout`) cannot be renamed over: it is written as it is */
		o->special = true;
		if (S_ISDIR(st.st_mode))
			errno = EISDIR;
		else
			o->fd = open(path, O_WRONLY | O_CLOEXEC);
		o->good = o->fd >= 0;
	} else
		o->good = open_beside(o);
	o->why = errno;
	return o->good;
}

bool
ehc_output_put(struct ehc_output *o, const void *bytes, size_t n)
{
	const char *p = bytes;

	while (o->good && n > 0) {
		ssize_t done = write(o->fd, p, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			o->good = false;
			o->why = errno;
			break;
		}
		p += done;
		n -= (size_t)done;
	}
	return o->good;
}

/* The file gets a name that no other has: two runs may write one report at the same time. */
static bool
name_it(struct ehc_output *o)
{
	struct ehc_buf from = { NULL, 0, 0 };
	bool named = false;

	if (o->temporary.len > 0)
		return true;
	ehc_buf_printf(&from, "/proc/self/fd/%d", o->fd);
	for (int i = 0; i < MOST_TRIES && !named; i++) {
		ehc_buf_clear(&o->temporary);
		ehc_buf_printf(&o->temporary, "%s.%ld-%d", o->path, (long)getpid(), i);
		named = linkat(AT_FDCWD, from.ptr, AT_FDCWD, o->temporary.ptr, AT_SYMLINK_FOLLOW) == 0;
		if (!named && errno != EEXIST)
			break;
	}
	if (!named)
		ehc_buf_free(&o->temporary);
	ehc_buf_free(&from);
	return named;
}

static void
must(struct ehc_output *o, bool done)
{
	if (o->good && !done) {
		o->good = false;
		o->why = errno;
	}
}

bool
ehc_output_end(struct ehc_output *o, bool wanted)
{
	if (wanted && o->good && !o->special)
		must(o, fsync(o->fd) == 0 && name_it(o));
	if (o->fd >= 0)
		must(o, close(o->fd) == 0);
	if (wanted && o->good && !o->special)
		must(o, rename(o->temporary.ptr, o->path) == 0);
	if (o->temporary.len > 0 && !(wanted && o->good))
		unlink(o->temporary.ptr);
	ehc_buf_free(&o->temporary);
	errno = o->why;
	return o->good;
}

bool
ehc_write_file(const char *path, const void *bytes, size_t n)
{
	struct ehc_output o;

	if (ehc_output_begin(&o, path))
		ehc_output_put(&o, bytes, n);
	return ehc_output_end(&o, true);
}
