/*
 * picture.c - pictures to be printed: the child's photograph, a council's logo. Found beside the file that names them,
 * their size and kind read, damage noticed, what they tell beside the picture left out.
 */
#include "ehc/style.h"

#include <errno.h>
#include <string.h>

#define PICTURE_LIMIT ((size_t)8 * 1024 * 1024)
#define PICTURE_SIDE 6000
#define PICTURE_DOTS (16UL * 1024 * 1024)       /* a decoded picture must fit in memory */

static unsigned
byte_at(struct ehc_str s, size_t i)
{
	return i < s.len ? (unsigned char)s.ptr[i] : 0;
}

static unsigned
two_bytes(struct ehc_str s, size_t i)
{
	return byte_at(s, i) << 8 | byte_at(s, i + 1);
}

/* A name with a slash at its start, two dots or a control character in it could lead anywhere. */
static bool
stays_in_folder(struct ehc_str name)
{
	if (name.len == 0 || name.ptr[0] == '/' || ehc_str_find_nocase(name, "..") != SIZE_MAX)
		return false;
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < ' ')
			return false;
	return true;
}

/*
 * A photograph often says where and when it was taken, and by which telephone. None of that is part of the plan, so
 * only what makes the picture is kept.
 */
static void
keep(struct ehc_buf *kept, struct ehc_str bytes, size_t from, size_t to)
{
	if (from < bytes.len)
		ehc_buf_bytes(kept, bytes.ptr + from, (to < bytes.len ? to : bytes.len) - from);
}

/* The check sum of a PNG chunk. */
static uint32_t
crc_of(struct ehc_str s)
{
	uint32_t crc = 0xFFFFFFFF;

	for (size_t i = 0; i < s.len; i++) {
		crc ^= (unsigned char)s.ptr[i];
		for (int bit = 0; bit < 8; bit++)
			crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
	}
	return ~crc;
}

static uint32_t
four_bytes(struct ehc_str s, size_t i)
{
	return (uint32_t)two_bytes(s, i) << 16 | two_bytes(s, i + 2);
}

static const char damaged[] = "is damaged, or not all of it is there";

/* Chunk by chunk to the end; each that makes the picture must be there in full and sum up right. Returns what is wrong, or NULL. */
static const char *
read_png(struct ehc_picture *p, struct ehc_buf *kept)
{
	static const char *const wanted[] = { "IHDR", "PLTE", "tRNS", "IDAT", "IEND" };
	bool dots = false;
	size_t at = 8;

	p->type = EHC_PICTURE_PNG;
	p->width = four_bytes(p->bytes, 16);
	p->height = four_bytes(p->bytes, 20);
	keep(kept, p->bytes, 0, 8);
	while (at + 12 <= p->bytes.len) {
		size_t len = four_bytes(p->bytes, at), next = at + 12 + len;
		const char *name = p->bytes.ptr + at + 4;

		if (next > p->bytes.len)
			return damaged;
		for (size_t i = 0; i < EHC_COUNT(wanted); i++) {
			if (memcmp(name, wanted[i], 4) != 0)
				continue;
			if (crc_of(ehc_str_sub(p->bytes, at + 4, next - 4)) != four_bytes(p->bytes, next - 4))
				return damaged;
			keep(kept, p->bytes, at, next);
		}
		dots = dots || memcmp(name, "IDAT", 4) == 0;
		if (memcmp(name, "IEND", 4) == 0)
			return dots ? NULL : damaged;
		at = next;
	}
	return damaged;
}

/* The picture's own data ends with a mark of its own; a file that was cut off lacks it. */
static bool
has_jpeg_end(struct ehc_str s, size_t at)
{
	for (; at + 1 < s.len; at++)
		if (two_bytes(s, at) == 0xFFD9)
			return true;
	return false;
}

/*
 * Walks the segments up to the picture's own data. Four components would be inks, which the file's colours do not
 * cover; twelve bits a dot and the rarer ways of coding are not for print either. Returns what is wrong, or NULL.
 */
static const char *
read_jpeg(struct ehc_picture *p, struct ehc_buf *kept)
{
	size_t at = 2;
	unsigned components = 0, bits = 0;

	p->type = EHC_PICTURE_JPEG;
	keep(kept, p->bytes, 0, 2);
	while (at + 4 <= p->bytes.len && byte_at(p->bytes, at) == 0xFF) {
		unsigned marker = byte_at(p->bytes, at + 1);
		size_t next = marker == 0xFF ? at + 1 : at + 2 + two_bytes(p->bytes, at + 2);

		if (marker == 0xDA) {
			keep(kept, p->bytes, at, p->bytes.len);
			if (components == 0)
				return "is a JPEG of a rare kind; save it as an ordinary one";
			if (components == 4)
				return "is made for printing inks (CMYK); save it in RGB";
			if (bits != 8 || (components != 1 && components != 3))
				return "is a JPEG of a rare kind; save it as an ordinary one";
			return has_jpeg_end(p->bytes, at) ? NULL : damaged;
		}
		if (marker >= 0xC0 && marker <= 0xC2) {
			components = byte_at(p->bytes, at + 9);
			bits = byte_at(p->bytes, at + 4);
			p->height = two_bytes(p->bytes, at + 5);
			p->width = two_bytes(p->bytes, at + 7);
			p->grey = components == 1;
		}
		/* application data and comments are left behind, but for the two that say how the colours are coded */
		if (marker <= 0xE0 || marker == 0xEE)
			keep(kept, p->bytes, at, next);
		at = next;
	}
	return damaged;
}

static const char *
read_bytes(struct ehc_picture *p, struct ehc_buf *kept)
{
	static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
	const char *wrong;

	if (p->bytes.len >= 33 && memcmp(p->bytes.ptr, png, 16) == 0)
		wrong = read_png(p, kept);
	else if (p->bytes.len >= 4 && two_bytes(p->bytes, 0) == 0xFFD8)
		wrong = read_jpeg(p, kept);
	else
		return "is neither a PNG nor a JPEG file";
	if (wrong != NULL)
		return wrong;
	if (p->width == 0 || p->height == 0)
		return damaged;
	if (p->width > PICTURE_SIDE || p->height > PICTURE_SIDE || (unsigned long)p->width * p->height > PICTURE_DOTS)
		return "has too many dots; make it smaller, such as 1200 dots wide";
	return NULL;
}

bool
ehc_picture_read(struct ehc_arena *a, const struct ehc_source *source, struct ehc_str name, struct ehc_picture *out, const char **why)
{
	size_t folder = source->name.len;
	struct ehc_buf kept = { 0 };
	struct ehc_source file;
	const char *path;

	name = ehc_str_trim(name);
	*why = "is not the name of a file in the same folder, or in one below it";
	if (!stays_in_folder(name))
		return false;
	while (folder > 0 && source->name.ptr[folder - 1] != '/')
		folder--;
	path = ehc_arena_printf(a, "%.*s%.*s", (int)folder, source->name.ptr, EHC_ARG(name)).ptr;
	memset(&file, 0, sizeof(file));
	switch (ehc_source_read(&file, a, path, path, PICTURE_LIMIT)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		*why = ehc_arena_printf(a, "cannot be read: %s", strerror(errno)).ptr;
		return false;
	case EHC_READ_TOO_LARGE:
		*why = "is larger than 8 MiB";
		return false;
	}
	memset(out, 0, sizeof(*out));
	out->bytes = file.text;
	*why = read_bytes(out, &kept);
	out->bytes = ehc_buf_take(&kept, a);
	return *why == NULL;
}
