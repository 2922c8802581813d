/*
 * picture.c - the child's photograph: found beside the plan, its size and kind read, what it tells beside the picture left out.
 */
#include "ehc/document.h"

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

static bool
read_png(struct ehc_picture *p, struct ehc_buf *kept)
{
	static const char start[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
	static const char *const wanted[] = { "IHDR", "PLTE", "tRNS", "IDAT", "IEND" };
	size_t at = 8;

	if (p->bytes.len < 33 || memcmp(p->bytes.ptr, start, 16) != 0)
		return false;
	p->type = EHC_PICTURE_PNG;
	p->width = two_bytes(p->bytes, 16) << 16 | two_bytes(p->bytes, 18);
	p->height = two_bytes(p->bytes, 20) << 16 | two_bytes(p->bytes, 22);
	keep(kept, p->bytes, 0, 8);
	while (at + 12 <= p->bytes.len) {
		size_t next = at + 12 + ((size_t)two_bytes(p->bytes, at) << 16 | two_bytes(p->bytes, at + 2));

		for (size_t i = 0; i < EHC_COUNT(wanted); i++)
			if (memcmp(p->bytes.ptr + at + 4, wanted[i], 4) == 0)
				keep(kept, p->bytes, at, next);
		at = next;
	}
	return true;
}

/*
 * Walks the segments up to the picture's own data. Four components would be inks, which the file's colours do not
 * cover; twelve bits a dot and the rarer ways of coding are not for print either.
 */
static bool
read_jpeg(struct ehc_picture *p, struct ehc_buf *kept)
{
	bool good = false;
	size_t at = 2;

	if (p->bytes.len < 4 || two_bytes(p->bytes, 0) != 0xFFD8)
		return false;
	keep(kept, p->bytes, 0, 2);
	while (at + 4 <= p->bytes.len && byte_at(p->bytes, at) == 0xFF) {
		unsigned marker = byte_at(p->bytes, at + 1);
		size_t next = marker == 0xFF ? at + 1 : at + 2 + two_bytes(p->bytes, at + 2);

		if (marker == 0xDA) {
			keep(kept, p->bytes, at, p->bytes.len);
			return good;
		}
		if (marker >= 0xC0 && marker <= 0xC2) {
			unsigned components = byte_at(p->bytes, at + 9);

			p->type = EHC_PICTURE_JPEG;
			p->height = two_bytes(p->bytes, at + 5);
			p->width = two_bytes(p->bytes, at + 7);
			p->grey = components == 1;
			good = byte_at(p->bytes, at + 4) == 8 && (components == 1 || components == 3);
		}
		/* application data and comments are left behind, but for the two that say how the colours are coded */
		if (marker <= 0xE0 || marker == 0xEE)
			keep(kept, p->bytes, at, next);
		at = next;
	}
	return false;
}

bool
ehc_picture_read(struct ehc_arena *a, const struct ehc_source *plan, struct ehc_str name, struct ehc_picture *out)
{
	size_t folder = plan->name.len;
	struct ehc_buf kept = { 0 };
	struct ehc_source file;
	const char *path;
	bool good;

	name = ehc_str_trim(name);
	if (!stays_in_folder(name))
		return false;
	while (folder > 0 && plan->name.ptr[folder - 1] != '/')
		folder--;
	path = ehc_arena_printf(a, "%.*s%.*s", (int)folder, plan->name.ptr, EHC_ARG(name)).ptr;
	memset(&file, 0, sizeof(file));
	if (ehc_source_read(&file, a, path, path, PICTURE_LIMIT) != EHC_READ_OK)
		return false;
	memset(out, 0, sizeof(*out));
	out->bytes = file.text;
	good = (read_png(out, &kept) || read_jpeg(out, &kept)) && out->width > 0 && out->height > 0 && out->width <= PICTURE_SIDE &&
	    out->height <= PICTURE_SIDE && (unsigned long)out->width * out->height <= PICTURE_DOTS;
	out->bytes = ehc_arena_copy(a, (struct ehc_str){ kept.ptr, kept.len });
	ehc_buf_free(&kept);
	return good;
}
