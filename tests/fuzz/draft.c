/*
 * draft.c - any bytes as a draft: the first says as what (the text of a Word file, a web page, plain text). What is recognised is a plan that
 * the language reads, and every word of the draft is accounted for in the report.
 */
#include "fuzz.h"

#include "import/draft.h"

#include <string.h>

/* ---- a zip of one member, stored as it is ---- */

static uint32_t
crc_of(const uint8_t *data, size_t size)
{
	uint32_t crc = UINT32_MAX;

	for (size_t i = 0; i < size; i++) {
		crc ^= data[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (0xEDB88320u & -(crc & 1));
	}
	return ~crc;
}

static void
put(struct ehc_buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		ehc_buf_char(out, (char)(value >> 8 * i & 0xFF));
}

/* What the head of the member and its row in the list have in common, from the flags on. */
static void
put_facts(struct ehc_buf *out, uint32_t crc, size_t size, size_t name)
{
	ehc_buf_fill(out, '\0', 8);
	put(out, crc, 4);
	put(out, (uint32_t)size, 4);
	put(out, (uint32_t)size, 4);
	put(out, (uint32_t)name, 2);
	put(out, 0, 2);
}

static void
put_package(struct ehc_buf *out, const uint8_t *data, size_t size)
{
	static const char name[] = "word/document.xml";
	uint32_t crc = crc_of(data, size);
	size_t list;

	put(out, 0x04034B50, 4);
	put(out, 20, 2);
	put_facts(out, crc, size, strlen(name));
	ehc_buf_cstr(out, name);
	ehc_buf_bytes(out, data, size);
	list = out->len;
	put(out, 0x02014B50, 4);
	put(out, 20, 2);
	put(out, 20, 2);
	put_facts(out, crc, size, strlen(name));
	ehc_buf_fill(out, '\0', 14);
	ehc_buf_cstr(out, name);
	put(out, 0x06054B50, 4);
	put(out, 0, 4);
	put(out, 1, 2);
	put(out, 1, 2);
	put(out, (uint32_t)(out->len - list - 12), 4);
	put(out, (uint32_t)list, 4);
	put(out, 0, 2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_options options = { .as_of = EHC_NODATE };
	struct ehc_draft d = { .arena = a, .format = "text" };
	struct ehc_buf package = { NULL, 0, 0 }, report = { NULL, 0, 0 };
	struct ehc_str trouble = EHC_NOSTR, bytes = size > 1 ? fuzz_text(data + 1, size - 1) : EHC_NOSTR;
	bool read = size > 1;

	d.bytes = bytes;
	switch (size > 1 ? data[0] % 3 : 3) {
	case 0:
		put_package(&package, data + 1, size - 1);
		d.bytes = ehc_buf_text(&package);
		read = ehc_word_read(a, d.bytes, data[0] % 2 != 0, &d, &trouble);
		break;
	case 1:
		read = ehc_html_read(a, bytes, &d, &trouble);
		break;
	case 2:
		if (memchr(bytes.ptr, '\0', bytes.len) != NULL || ehc_utf8_check(bytes) != SIZE_MAX)
			read = false;
		else
			draft_plain(a, bytes, &d);
		trouble = EHC_STR("not text");
		break;
	}
	if (read) {
		struct ehc_import *im = ehc_import_recognise(a, &d);
		struct ehc_compilation c;

		ehc_import_report(im, true, &report);
		ehc_import_report_html(im, EHC_STR("draft"), &report);
		ehc_compile_text(&c, EHC_STR("import.ehc"), im->text, &options);
		ehc_compilation_free(&c);
	} else if (size > 1) {
		FUZZ_MUST(trouble.len > 0);
	}
	ehc_buf_free(&package);
	ehc_buf_free(&report);
	ehc_arena_free(a);
	return 0;
}
