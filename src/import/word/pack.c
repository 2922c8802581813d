/*
 * pack.c - members into a package. The zip is the same from the same members: no clock and no system leaves a trace in it.
 */
#include "import/word/pack.h"

#include <zip.h>

enum { PACKED_DAY = 0x21, PACKED_TIME = 0 };    /* as Word itself dates what it packs */

static bool
put(zip_t *zip, const struct pack_member *m, struct ehc_arena *a)
{
	zip_source_t *source = zip_source_buffer(zip, m->bytes.ptr, m->bytes.len, 0);
	zip_int64_t at = zip_name_locate(zip, ehc_arena_cstr(a, m->name), ZIP_FL_NOCASE);

	if (source != NULL && at >= 0 && zip_file_replace(zip, (zip_uint64_t)at, source, 0) != 0)
		at = -1;
	else if (source != NULL && at < 0)
		at = zip_file_add(zip, ehc_arena_cstr(a, m->name), source, ZIP_FL_ENC_UTF_8);
	if (source != NULL && at < 0)
		zip_source_free(source);
	return at >= 0 && zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 6) == 0 &&
	    zip_file_set_dostime(zip, (zip_uint64_t)at, PACKED_TIME, PACKED_DAY, 0) == 0;
}

static bool
take_bytes(zip_source_t *source, struct ehc_buf *out)
{
	char block[65536];
	zip_int64_t n = -1;

	if (zip_source_open(source) != 0)
		return false;
	while ((n = zip_source_read(source, block, sizeof(block))) > 0)
		ehc_buf_bytes(out, block, (size_t)n);
	zip_source_close(source);
	return n == 0;
}

bool
pack_members(struct ehc_arena *a, struct ehc_str package, const struct pack_member *members, size_t n, struct ehc_buf *out)
{
	zip_source_t *source = zip_source_buffer_create(package.ptr, package.len, 0, NULL);
	zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, package.len == 0 ? ZIP_TRUNCATE : 0, NULL);
	bool good = zip != NULL;

	if (!good) {
		zip_source_free(source);
		return false;
	}
	zip_source_keep(source);
	for (size_t i = 0; good && i < n; i++)
		good = put(zip, &members[i], a);
	if (!good || zip_close(zip) != 0) {
		zip_discard(zip);
		good = false;
	}
	good = good && take_bytes(source, out);
	zip_source_free(source);
	return good;
}
