/*
 * fault.c - a library to preload that makes the system let a program down: at call number AT of a kind of call, memory runs out, the disk
 * is full, the file cannot be read, or the program is killed. tests/faults.py says which, and looks at what is left.
 *
 *   EHC_FAULT=KIND:AT   what fails, and at which call of its kind, from 1; 0 fails nowhere and only counts
 *   EHC_FAULT_COUNT     file that gets how many calls of that kind there were, when the program ends by itself
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static char kind[32];
static long at;
static atomic_long calls;

__attribute__((constructor)) static void
begin(void)
{
	const char *fault = getenv("EHC_FAULT"), *colon = fault == NULL ? NULL : strchr(fault, ':');

	if (colon == NULL || (size_t)(colon - fault) >= sizeof(kind))
		return;
	memcpy(kind, fault, (size_t)(colon - fault));
	at = atol(colon + 1);
	atomic_store(&calls, 0);
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("EHC_FAULT_COUNT");
	char text[32];
	int fd = path == NULL ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int n = snprintf(text, sizeof(text), "%ld\n", atomic_load(&calls));

	kind[0] = '\0';
	if (fd >= 0 && write(fd, text, (size_t)n) == n)
		close(fd);
}

/* Is this the call that fails? */
static bool
now(const char *name)
{
	return strcmp(kind, name) == 0 && atomic_fetch_add(&calls, 1) + 1 == at;
}

static void
die_now(const char *name)
{
	if (now(name))
		kill(getpid(), SIGKILL);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* The allocator's own other names: dlsym() allocates, and would come back here. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static bool
memory_ends(void)
{
	if (!now("memory"))
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t n) { return memory_ends() ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return memory_ends() ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t n) { return memory_ends() ? NULL : __libc_realloc(p, n); }

/* Pieces of a few bytes: right, and seldom seen. */
static size_t
piece(const char *name, size_t n)
{
	if (strcmp(kind, name) != 0)
		return n;
	atomic_fetch_add(&calls, 1);
	return n > 7 ? 7 : n;
}

ssize_t
read(int fd, void *to, size_t n)
{
	REAL(read);

	die_now("kill");
	if (now("read")) {
		errno = EIO;
		return -1;
	}
	if (strcmp(kind, "interrupt") == 0 && fd > 2 && atomic_fetch_add(&calls, 1) % 2 == 0) {
		errno = EINTR;
		return -1;
	}
	return real(fd, to, piece("short-read", n));
}

ssize_t
__read_chk(int fd, void *to, size_t n, size_t room)
{
	if (n > room)
		abort();
	return read(fd, to, n);
}

ssize_t
write(int fd, const void *from, size_t n)
{
	REAL(write);

	if (fd <= 2)
		return real(fd, from, n);
	die_now("kill");
	if (now("write")) {
		errno = ENOSPC;
		return -1;
	}
	if (strcmp(kind, "interrupt") == 0 && atomic_fetch_add(&calls, 1) % 2 == 0) {
		errno = EINTR;
		return -1;
	}
	return real(fd, from, piece("short-write", n));
}

int
fsync(int fd)
{
	REAL(fsync);

	die_now("kill");
	if (now("sync")) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}

int
rename(const char *from, const char *to)
{
	REAL(rename);

	die_now("kill");
	if (now("rename")) {
		errno = EACCES;
		return -1;
	}
	return real(from, to);
}

int
linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
	REAL(linkat);

	die_now("kill");
	if (now("link")) {
		errno = EPERM;
		return -1;
	}
	return real(from_folder, from, to_folder, to, flags);
}

int
mkdir(const char *path, mode_t mode)
{
	REAL(mkdir);

	die_now("kill");
	if (now("folder")) {
		errno = ENOSPC;
		return -1;
	}
	return real(path, mode);
}

int
open(const char *path, int flags, ...)
{
	REAL(open);
	mode_t mode = 0;
	va_list args;

	va_start(args, flags);
	if (flags & (O_CREAT | O_TMPFILE))
		mode = va_arg(args, mode_t);
	va_end(args);
	die_now("kill");
	/* A file system that has no files without names */
	if (strcmp(kind, "named") == 0 && (flags & O_TMPFILE) == O_TMPFILE) {
		errno = EOPNOTSUPP;
		return -1;
	}
	if (now("open")) {
		errno = EMFILE;
		return -1;
	}
	return real(path, flags, mode);
}

/* A clock that has gone mad, or has not been set. */
static time_t
wrong_clock(time_t right)
{
	return strcmp(kind, "clock") == 0 ? (time_t)at : right;
}

time_t
time(time_t *to)
{
	REAL(time);
	time_t t = wrong_clock(real(NULL));

	if (to != NULL)
		*to = t;
	return t;
}

int
clock_gettime(clockid_t id, struct timespec *to)
{
	REAL(clock_gettime);
	int status = real(id, to);

	if (id == CLOCK_REALTIME)
		to->tv_sec = wrong_clock(to->tv_sec);
	return status;
}
