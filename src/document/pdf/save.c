/*
 * save.c - libharu's object table as the bytes of a file. Objects that are not streams are packed into compressed
 * object streams and the cross-reference table is a stream too, which halves the size. The file's identifier is made
 * from its content, so the same plan has the same one.
 */
#include "pdf.h"

#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <string.h>
#include <zlib.h>

#define PACK 200                        /* objects in one object stream */

struct place { uint8_t type; size_t a; unsigned b; };   /* a row of the cross-reference table */

struct saving {
	struct pdf *p;
	struct ehc_buf *out;
	struct place *places;
	unsigned total, next;           /* objects of libharu's table; number of the next of our own */
	HPDF_Stream scratch;
	bool ok;
};

static void
put_object(struct saving *s, void *object, struct ehc_buf *to)
{
	HPDF_UINT n;

	HPDF_MemStream_FreeData(s->scratch);
	s->scratch->size = 0;
	if (HPDF_Obj_WriteValue(object, s->scratch, NULL) != HPDF_OK)
		s->ok = false;
	n = HPDF_MemStream_GetBufCount(s->scratch);
	for (HPDF_UINT i = 0; i < n; i++) {
		HPDF_UINT len = 0;
		const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(s->scratch, i, &len);

		ehc_buf_bytes(to, bytes, len);
	}
}

static bool
is_stream(void *object)
{
	const HPDF_Obj_Header *h = object;

	return (h->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && ((HPDF_Dict)object)->stream != NULL;
}

static void
put_deflated(struct saving *s, const struct ehc_buf *content)
{
	uLongf n = compressBound((uLong)content->len);
	Bytef *z = ehc_arena_alloc(s->p->arena, n);

	if (compress2(z, &n, (const Bytef *)content->ptr, (uLong)content->len, 6) != Z_OK)
		s->ok = false;
	ehc_buf_printf(s->out, "/Filter/FlateDecode/Length %lu>>\nstream\n", (unsigned long)n);
	ehc_buf_bytes(s->out, z, n);
	ehc_buf_cstr(s->out, "\nendstream\nendobj\n");
}

/* Streams first: writing one settles its length, which is an object of its own. */
static void
put_streams(struct saving *s)
{
	for (unsigned i = 1; i < s->total; i++) {
		void *object = HPDF_Xref_GetEntry(s->p->haru->xref, i)->obj;

		if (!is_stream(object))
			continue;
		s->places[i] = (struct place){ 1, s->out->len, 0 };
		ehc_buf_printf(s->out, "%u 0 obj\n", i);
		put_object(s, object, s->out);
		ehc_buf_cstr(s->out, "\nendobj\n");
	}
}

static void
put_pack(struct saving *s, struct ehc_buf *index, struct ehc_buf *bodies, unsigned n)
{
	struct ehc_buf all = { 0 };

	if (n == 0)
		return;
	s->places[s->next] = (struct place){ 1, s->out->len, 0 };
	ehc_buf_printf(s->out, "%u 0 obj\n<</Type/ObjStm/N %u/First %zu", s->next++, n, index->len);
	ehc_buf_bytes(&all, index->ptr, index->len);
	ehc_buf_bytes(&all, bodies->ptr, bodies->len);
	put_deflated(s, &all);
	ehc_buf_free(&all);
	ehc_buf_clear(index);
	ehc_buf_clear(bodies);
}

static void
put_packs(struct saving *s)
{
	struct ehc_buf index = { 0 }, bodies = { 0 };
	unsigned n = 0;

	for (unsigned i = 1; i < s->total; i++) {
		if (s->places[i].type == 1)
			continue;
		s->places[i] = (struct place){ 2, s->next, n };
		ehc_buf_printf(&index, "%u %zu ", i, bodies.len);
		put_object(s, HPDF_Xref_GetEntry(s->p->haru->xref, i)->obj, &bodies);
		ehc_buf_char(&bodies, '\n');
		if (++n == PACK) {
			put_pack(s, &index, &bodies, n);
			n = 0;
		}
	}
	put_pack(s, &index, &bodies, n);
	ehc_buf_free(&index);
	ehc_buf_free(&bodies);
}

static uint64_t
hash(const char *bytes, size_t n, uint64_t h)
{
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)bytes[i]) * 1099511628211U;
	return h;
}

static void
put_table(struct saving *s)
{
	const struct pdf *p = s->p;
	HPDF_Obj_Header *info = HPDF_Dict_GetItem(p->haru->trailer, "Info", HPDF_OCLASS_DICT);
	uint64_t id[2] = { hash(s->out->ptr, s->out->len, 14695981039346656037U), hash(s->out->ptr, s->out->len, 0x9E3779B97F4A7C15U) };
	struct ehc_buf rows = { 0 };
	size_t start = s->out->len;

	s->places[0] = (struct place){ 0, 0, 65535 };
	s->places[s->next] = (struct place){ 1, start, 0 };
	for (unsigned i = 0; i <= s->next; i++) {
		const struct place *at = &s->places[i];
		unsigned char row[7] = { at->type, (unsigned char)(at->a >> 24), (unsigned char)(at->a >> 16), (unsigned char)(at->a >> 8),
		    (unsigned char)at->a, (unsigned char)(at->b >> 8), (unsigned char)at->b };

		ehc_buf_bytes(&rows, row, sizeof(row));
	}
	ehc_buf_printf(s->out, "%u 0 obj\n<</Type/XRef/W[1 4 2]/Size %u/Root %u 0 R/Info %u 0 R/ID[", s->next, s->next + 1,
	    pdf_number(p->haru->catalog), pdf_number(info));
	for (int i = 0; i < 2; i++)
		ehc_buf_printf(s->out, "<%016llX%016llX>", (unsigned long long)id[0], (unsigned long long)id[1]);
	ehc_buf_char(s->out, ']');
	put_deflated(s, &rows);
	ehc_buf_printf(s->out, "startxref\n%zu\n%%%%EOF\n", start);
	ehc_buf_free(&rows);
}

bool
pdf_save(struct pdf *p, struct ehc_buf *out)
{
	struct saving s = { .p = p, .out = out, .ok = true };

	s.total = s.next = (unsigned)p->haru->xref->entries->count;
	s.places = EHC_NEW_ARRAY(p->arena, struct place, (size_t)s.total + s.total / PACK + 3);
	s.scratch = HPDF_MemStream_New(p->haru->mmgr, 0);
	ehc_buf_cstr(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	put_streams(&s);
	put_packs(&s);
	put_table(&s);
	HPDF_Stream_Free(s.scratch);
	if (!s.ok || HPDF_GetError(p->haru) != HPDF_OK)
		pdf_fail(p, EHC_NOSPAN, "the PDF library could not write the file (fault %04lX)", (unsigned long)HPDF_GetError(p->haru));
	return p->trouble.len == 0;
}
