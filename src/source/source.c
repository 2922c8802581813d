/*
 * source.c - one input file whole in memory, and the way from a byte to its line and column. Lines are found only when
 * somebody asks: most plans of a clean batch never need them.
 */
#include "ehc/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
ehc_source_from(struct ehc_source *src, struct ehc_arena *a, struct ehc_str name, struct ehc_str text)
{
	char *bytes = ehc_arena_room(a, text.len + 2);

	if (text.len > 0)
		memcpy(bytes, text.ptr, text.len);
	memset(bytes + text.len, 0, 2);
	*src = (struct ehc_source){ .name = ehc_arena_copy(a, name), .text = { bytes, text.len }, .arena = a };
}

/* How many bytes there seem to be. It is only a hint: a file may grow while it is read, and pipes do not tell. */
static size_t
size_of(int fd, size_t limit)
{
	struct stat st;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= 0)
		return 32768;
	return (uintmax_t)st.st_size < limit ? (size_t)st.st_size : limit;
}

/* Reads to the end, or until there are more bytes than the limit. */
static enum ehc_read_status
read_all(int fd, struct ehc_arena *a, size_t limit, struct ehc_str *out)
{
	size_t room = size_of(fd, limit) + 1, n = 0;
	char *bytes = ehc_arena_room(a, room + 2);

	for (;;) {
		ssize_t got = read(fd, bytes + n, room - n);

		if (got < 0) {
			if (errno == EINTR)
				continue;
			return EHC_READ_FAILED;
		}
		*out = (struct ehc_str){ bytes, n += (size_t)got };
		if (got == 0) {
			memset(bytes + n, 0, 2);
			return EHC_READ_OK;
		}
		if (n > limit)
			return EHC_READ_TOO_LARGE;
		if (n == room) {
			room *= 2;
			bytes = memcpy(ehc_arena_room(a, room + 2), bytes, n);
		}
	}
}

enum ehc_read_status
ehc_source_read(struct ehc_source *src, struct ehc_arena *a, const char *path, const char *name, size_t limit)
{
	bool is_stdin = strcmp(path, "-") == 0;
	struct ehc_str text;
	enum ehc_read_status status;
	int fd, why;

	ehc_source_from(src, a, ehc_str_of(name), EHC_NOSTR);
	fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return EHC_READ_FAILED;
	status = read_all(fd, a, limit, &text);
	why = errno;
	if (!is_stdin)
		close(fd);
	if (status == EHC_READ_OK)
		src->text = text;
	errno = why;
	return status;
}

static void
find_lines(struct ehc_source *src)
{
	const char *p = src->text.ptr, *end = p + src->text.len;
	EHC_VEC(uint32_t) lines = { NULL, 0, 0 };

	EHC_PUSH(src->arena, &lines, 0);
	for (const char *q = p; q < end && (q = memchr(q, '\n', (size_t)(end - q))) != NULL; q++)
		EHC_PUSH(src->arena, &lines, (uint32_t)(q + 1 - p));
	src->lines = lines.items;
	src->nlines = lines.count;
}

/* Index of the line on which offset stands. */
static size_t
line_of(struct ehc_source *src, uint32_t offset)
{
	size_t low, high;

	if (src->lines == NULL)
		find_lines(src);
	low = src->counted_line;        /* whoever asks mostly goes on from the place asked for last */
	if (src->lines[low] <= offset && (low + 1 == src->nlines || offset < src->lines[low + 1]))
		return low;
	low = 0;
	high = src->nlines;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (src->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct ehc_place
ehc_source_place(struct ehc_source *src, uint32_t offset)
{
	struct ehc_place place = { 1, 1 };
	size_t line = line_of(src, offset), at;

	if (offset > src->text.len)
		offset = (uint32_t)src->text.len;
	place.line = (uint32_t)line + 1;
	at = src->lines[line];
	if (line == 0 && ehc_str_starts_nocase(src->text, "\xEF\xBB\xBF"))
		at = offset < 3 ? offset : 3;           /* a byte order mark takes no column */
	if (src->counted_line == line && src->counted > at && src->counted <= offset) {
		at = src->counted;
		place.column = src->column;
	}
	while (at < offset) {
		if (at + 8 <= offset && ehc_is_ascii_8(src->text.ptr + at)) {
			at += 8;
			place.column += 8;
			continue;
		}
		if ((unsigned char)src->text.ptr[at] < 0x80)
			at++;
		else
			ehc_utf8_next(src->text, &at);
		place.column++;
	}
	src->counted_line = line;
	src->counted = offset;
	src->column = place.column;
	return place;
}

struct ehc_str
ehc_source_line(struct ehc_source *src, uint32_t offset, uint32_t *start)
{
	size_t line = line_of(src, offset);
	uint32_t from = src->lines[line];
	uint32_t to = line + 1 < src->nlines ? src->lines[line + 1] - 1 : (uint32_t)src->text.len;

	if (to > from && src->text.ptr[to - 1] == '\r')
		to--;
	if (start != NULL)
		*start = from;
	return ehc_str_sub(src->text, from, to);
}

struct ehc_str
ehc_source_slice(const struct ehc_source *src, struct ehc_span span)
{
	return ehc_str_sub(src->text, span.start, span.end);
}
