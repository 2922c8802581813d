/*
 * object.c - libharu's objects, as far as they are used here: its document, pages, catalogue, outline, page labels and
 * numbered dictionaries. libharu has no tagged PDF and its own fonts, metadata and saving have faults, so most
 * dictionaries are bodies of our own that libharu numbers and writes between << and >>.
 */
#include "pdf.h"

#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <math.h>
#include <stdlib.h>

/* libharu calls its handler and carries on; the first error is kept in the document and asked for before saving. */
static void
on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	struct pdf *p = user;

	pdf_fail(p, EHC_NOSPAN, "the PDF library reported fault %04lX (%lu)", (unsigned long)error, (unsigned long)detail);
}

/* An exhausted machine ends the run here as it does in the arena: libharu's low-level calls cannot report it. */
static void *HPDF_STDCALL
must_alloc(HPDF_UINT size)
{
	void *m = malloc(size > 0 ? size : 1);

	if (m == NULL) {
		fputs("ehc: out of memory\n", stderr);
		exit(2);
	}
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
	HPDF_SetCompressionMode(p->haru, HPDF_COMP_ALL);
	p->resources = pdf_dict(p);
	return true;
}

void
pdf_close(struct pdf *p)
{
	if (p->haru != NULL)
		HPDF_Free(p->haru);
	for (size_t i = 0; i < p->pages.count; i++)
		ehc_buf_free(&p->pages.items[i].stream);
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

static HPDF_STATUS
write_body(HPDF_Dict d, HPDF_Stream s)
{
	const struct ehc_str *body = d->attr;

	return body->len == 0 ? HPDF_OK : HPDF_Stream_Write(s, (const HPDF_BYTE *)body->ptr, (HPDF_UINT)body->len);
}

/* It is numbered at once: a dictionary that is added to another before it has a number would be written in place. */
HPDF_Dict
pdf_dict(struct pdf *p)
{
	HPDF_Dict d = HPDF_Dict_New(p->haru->mmgr);

	HPDF_Xref_Add(p->haru->xref, d);
	return d;
}

void
pdf_body(struct pdf *p, HPDF_Dict d, struct ehc_buf *body)
{
	struct ehc_str *kept = EHC_NEW(p->arena, struct ehc_str);

	*kept = ehc_arena_copy(p->arena, (struct ehc_str){ body->ptr, body->len });
	d->attr = kept;
	d->write_fn = write_body;
	ehc_buf_clear(body);
}

HPDF_Dict
pdf_stream(struct pdf *p, const void *bytes, size_t n, bool deflate, struct ehc_buf *body)
{
	HPDF_Dict d = HPDF_DictStream_New(p->haru->mmgr, p->haru->xref);

	d->filter = deflate ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
	HPDF_Stream_Write(d->stream, bytes, (HPDF_UINT)n);
	pdf_body(p, d, body);
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

/* printf would write the decimal point of the user's language. */
void
pdf_put_number(struct ehc_buf *b, double v)
{
	long hundredths = lround(v * 100);
	unsigned long n = hundredths < 0 ? 0 - (unsigned long)hundredths : (unsigned long)hundredths;

	if (hundredths < 0)
		ehc_buf_char(b, '-');
	ehc_buf_printf(b, "%lu", n / 100);
	if (n % 100 != 0) {
		ehc_buf_printf(b, ".%lu", n % 100 / 10);
		if (n % 10 != 0)
			ehc_buf_printf(b, "%lu", n % 10);
	}
}

void
pdf_put_hex(struct ehc_buf *b, unsigned v)
{
	static const char digits[] = "0123456789ABCDEF";
	char four[] = { digits[v >> 12 & 15], digits[v >> 8 & 15], digits[v >> 4 & 15], digits[v & 15] };

	ehc_buf_bytes(b, four, sizeof(four));
}
