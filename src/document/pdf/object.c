/*
 * object.c - libharu's objects, as far as they are used here: its document, catalogue, outline, page labels and
 * numbered dictionaries. libharu has no tagged PDF and its own fonts, pages, metadata and saving have faults or are slow,
 * so most dictionaries, and all streams, are our own: libharu numbers and frees them.
 */
#include "pdf.h"

#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>

/* libharu calls its handler and carries on; the first error is kept in the document and asked for before saving. */
static void
on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	struct pdf *p = user;

	pdf_fail(p, EHC_NOSPAN, "the PDF library reported fault %04lX (%lu)", (unsigned long)error, (unsigned long)detail);
}

/* Measured on the plans of the corpus: level 6 makes a file 4 % smaller, for a tenth more of the whole time. */
#define DEFLATE_LEVEL 3

/* An exhausted machine ends the run here as it does in the arena: libharu's low-level calls cannot report it. */
static void *HPDF_STDCALL
must_alloc(HPDF_UINT size)
{
	void *m = malloc(size > 0 ? size : 1);

	if (m == NULL)
		ehc_out_of_memory();
	return m;
}

static void HPDF_STDCALL
release(void *m)
{
	free(m);
}

bool
pdf_open(struct pdf *p)
{
	p->haru = HPDF_NewEx(on_error, must_alloc, release, 0, p);
	if (p->haru == NULL) {
		pdf_fail(p, EHC_NOSPAN, "the PDF library could not be started");
		return false;
	}
	p->haru->pdf_version = HPDF_VER_17;
	p->resources = pdf_dict(p);
	p->faces = pdf_dict(p);
	p->deflater = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (p->deflater == NULL) {
		pdf_fail(p, EHC_NOSPAN, "nothing can be compressed here");
		return false;
	}
	return true;
}

void
pdf_close(struct pdf *p)
{
	if (p->haru != NULL)
		HPDF_Free(p->haru);
	libdeflate_free_compressor(p->deflater);
}

void
pdf_fail(struct pdf *p, struct ehc_span where, const char *fmt, ...)
{
	va_list args;

	if (p->trouble.len > 0)
		return;
	va_start(args, fmt);
	p->trouble = ehc_arena_vprintf(p->arena, fmt, args);
	va_end(args);
	p->where = where;
}

unsigned
pdf_number(const void *object)
{
	return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF;
}

/* libharu would write a dictionary of ours so; save.c writes it without asking it. */
static HPDF_STATUS
write_body(HPDF_Dict d, HPDF_Stream s)
{
	const struct pdf_own *own = d->attr;

	return own->body.len == 0 ? HPDF_OK : HPDF_Stream_Write(s, (const HPDF_BYTE *)own->body.ptr, (HPDF_UINT)own->body.len);
}

const struct pdf_own *
pdf_own(void *object)
{
	const HPDF_Obj_Header *h = object;
	HPDF_Dict d = object;

	return (h->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && d->write_fn == write_body ? d->attr : NULL;
}

/* It is numbered at once: a dictionary that is added to another before it has a number would be written in place. */
HPDF_Dict
pdf_dict(struct pdf *p)
{
	HPDF_Dict d = HPDF_Dict_New(p->haru->mmgr);

	HPDF_Xref_Add(p->haru->xref, d);
	return d;
}

static struct pdf_own *
make_own(struct pdf *p, HPDF_Dict d, struct ehc_buf *body)
{
	struct pdf_own *own = EHC_NEW(p->arena, struct pdf_own);

	own->body = ehc_arena_copy(p->arena, ehc_buf_text(body));
	d->attr = own;
	d->write_fn = write_body;
	ehc_buf_clear(body);
	return own;
}

void
pdf_body(struct pdf *p, HPDF_Dict d, struct ehc_buf *body)
{
	make_own(p, d, body);
}

struct ehc_str
pdf_deflate(struct pdf *p, const void *bytes, size_t n)
{
	size_t room = libdeflate_zlib_compress_bound(p->deflater, n), len;
	char *out = malloc(room);
	struct ehc_str kept;

	len = out == NULL ? 0 : libdeflate_zlib_compress(p->deflater, bytes, n, out, room);
	if (len == 0)
		pdf_fail(p, EHC_NOSPAN, "%zu bytes could not be compressed", n);
	kept = ehc_arena_copy(p->arena, (struct ehc_str){ out, len });
	free(out);
	return kept;
}

HPDF_Dict
pdf_stream(struct pdf *p, const void *bytes, size_t n, bool deflate, struct ehc_buf *body)
{
	HPDF_Dict d = pdf_dict(p);
	struct ehc_str content = deflate ? pdf_deflate(p, bytes, n) : ehc_arena_copy(p->arena, (struct ehc_str){ bytes, n });
	struct pdf_own *own;

	ehc_buf_cstr(body, deflate ? "/Filter/FlateDecode/Length " : "/Length ");
	pdf_put_whole(body, content.len);
	own = make_own(p, d, body);
	own->bytes = content;
	own->stream = true;
	return d;
}

static bool
is_plain_ascii(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] < 32 || s.ptr[i] > 126)
			return false;
	return true;
}

void
pdf_put_string(struct ehc_buf *b, struct ehc_str text)
{
	if (is_plain_ascii(text)) {
		ehc_buf_char(b, '(');
		for (size_t i = 0; i < text.len; i++) {
			if (text.ptr[i] == '(' || text.ptr[i] == ')' || text.ptr[i] == '\\')
				ehc_buf_char(b, '\\');
			ehc_buf_char(b, text.ptr[i]);
		}
		ehc_buf_char(b, ')');
		return;
	}
	ehc_buf_cstr(b, "<FEFF");
	for (size_t at = 0; at < text.len; ) {
		uint32_t c = ehc_utf8_next(text, &at);

		if (c > 0xFFFF)
			ehc_buf_printf(b, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
		else
			ehc_buf_printf(b, "%04X", c < 32 ? 32 : c);
	}
	ehc_buf_char(b, '>');
}

void
pdf_put_whole(struct ehc_buf *b, size_t v)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	ehc_buf_bytes(b, digits + at, sizeof(digits) - at);
}

/* printf would write the decimal point of the user's language, and take most of the time of a page. */
void
pdf_put_number(struct ehc_buf *b, double v)
{
	long hundredths = lround(v * 100);
	size_t n = hundredths < 0 ? 0 - (size_t)hundredths : (size_t)hundredths;
	char rest[] = { '.', (char)('0' + n % 100 / 10), (char)('0' + n % 10) };

	if (hundredths < 0)
		ehc_buf_char(b, '-');
	if (n >= 100 || n == 0)
		pdf_put_whole(b, n / 100);
	if (n % 100 != 0)
		ehc_buf_bytes(b, rest, n % 10 != 0 ? 3 : 2);
}

void
pdf_put_ref(struct ehc_buf *b, const void *object)
{
	pdf_put_whole(b, pdf_number(object));
	ehc_buf_cstr(b, " 0 R");
}
