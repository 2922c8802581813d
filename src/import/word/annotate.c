/*
 * annotate.c - a Word file written again with remarks in its margin. Members that do not change are copied as they are packed.
 */
#include "import/word/splice.h"

#include <limits.h>
#include <stdlib.h>

/* As Word itself dates what it packs. */
enum { PACKED_DAY = 0x21, PACKED_TIME = 0 };

static bool
put_member(zip_t *zip, const struct change *c, struct ehc_arena *a)
{
	zip_source_t *source = zip_source_buffer(zip, c->bytes.ptr, c->bytes.len, 0);
	zip_int64_t at = zip_name_locate(zip, ehc_arena_cstr(a, c->name), ZIP_FL_NOCASE);

	if (source != NULL && at >= 0 && zip_file_replace(zip, (zip_uint64_t)at, source, 0) != 0)
		at = -1;
	else if (source != NULL && at < 0)
		at = zip_file_add(zip, ehc_arena_cstr(a, c->name), source, ZIP_FL_ENC_UTF_8);
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

/* The package of these bytes with the members changed. */
static bool
repack(struct ehc_arena *a, struct ehc_str bytes, const struct changes *changes, struct ehc_buf *out)
{
	zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, NULL);
	zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, 0, NULL);
	bool good = zip != NULL;

	if (!good) {
		zip_source_free(source);
		return false;
	}
	zip_source_keep(source);
	for (size_t i = 0; good && i < changes->list.count; i++)
		good = put_member(zip, &changes->list.items[i], a);
	if (!good || zip_close(zip) != 0) {
		zip_discard(zip);
		good = false;
	}
	good = good && take_bytes(source, out);
	zip_source_free(source);
	return good;
}

static bool
make_changes(struct word *w, struct package *p, const struct ehc_remark *remarks, size_t n, ehc_day day, struct changes *out, struct ehc_str *trouble)
{
	struct ehc_str main, text, marked;
	struct elements e;
	unsigned long first;

	if (!word_read(w, p, &main, &text, trouble))
		return false;
	if (!elements_find(&e, w->a, text)) {
		*trouble = EHC_STR("has its text in letters of another kind than UTF-8, so that no comment can be put in; open it in Word and save it anew");
		return false;
	}
	if (!comments_first(p, main, &e, &first, trouble))
		return false;
	if (!marks_make(w->a, w->trace, &e, remarks, n, first, &marked)) {
		*trouble = EHC_STR("holds no paragraph that a comment could stand at");
		return false;
	}
	EHC_PUSH(w->a, &out->list, (struct change){ main, marked });
	return comments_make(p, main, remarks, n, first, day, out, trouble);
}

bool
ehc_word_annotate(const struct ehc_draft *d, const struct ehc_remark *remarks, size_t n, ehc_day day, struct ehc_buf *out, struct ehc_str *trouble)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_draft again = { .arena = a, .format = d->format };
	struct trace trace = { .a = a };
	struct word w = { .a = a, .d = &again, .original = d->original, .trace = &trace };
	struct changes changes = { { NULL, 0, 0 } };
	struct package p;
	bool good;

	*trouble = EHC_NOSTR;
	if (n == 0) {
		ehc_buf_str(out, d->bytes);
		good = true;
	} else if ((good = package_open(&p, a, d->bytes, trouble))) {
		good = make_changes(&w, &p, remarks, n, day, &changes, trouble);
		package_close(&p);
		if (good && !repack(a, d->bytes, &changes, out)) {
			good = false;
			*trouble = EHC_STR("could not be packed again; open it in Word and save it anew");
		}
	}
	if (!good)
		*trouble = ehc_arena_copy(d->arena, *trouble);
	ehc_arena_free(a);
	return good;
}
