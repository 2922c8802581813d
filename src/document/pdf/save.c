/*
 * save.c - libharu's object table as the bytes of a file. Objects that are not streams are packed into compressed
 * object streams and the cross-reference table is a stream too, which halves the size. The file's identifier is made
 * from its content, so the same plan has the same one.
 */
#include "pdf.h"

#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#define PACK 1000                       /* objects in one object stream */

struct place { uint8_t type; size_t a; unsigned b; };   /* a row of the cross-reference table */

struct saving {
	struct pdf *p;
	struct ehc_buf *out;
	struct place *places;
	unsigned total, next;           /* objects of libharu's table; number of the next of our own */
	HPDF_Stream scratch;
	bool ok;
};

/* Most objects are our own; the rest, libharu writes into a memory stream of its kind. */
static void
put_object(struct saving *s, void *object, struct ehc_buf *to)
{
	const struct pdf_own *own = pdf_own(object);
	HPDF_UINT n;

	if (own != NULL) {
		ehc_buf_cstr(to, "<<");
		ehc_buf_str(to, own->body);
		ehc_buf_cstr(to, ">>");
		return;
	}
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

/* A numbered stream, whose dictionary begins with `head`. */
static void
put_stream(struct saving *s, unsigned number, struct ehc_str head, struct ehc_str content)
{
	s->places[number] = (struct place){ 1, s->out->len, 0 };
	pdf_put_whole(s->out, number);
	ehc_buf_cstr(s->out, " 0 obj\n<<");
	ehc_buf_str(s->out, head);
	ehc_buf_cstr(s->out, ">>\nstream\n");
	ehc_buf_str(s->out, content);
	ehc_buf_cstr(s->out, "\nendstream\nendobj\n");
}

/* One that is made here, and not before. */
static void
put_deflated(struct saving *s, unsigned number, struct ehc_buf *head, const struct ehc_buf *content)
{
	struct ehc_str z = pdf_deflate(s->p, content->ptr, content->len);

	ehc_buf_cstr(head, "/Filter/FlateDecode/Length ");
	pdf_put_whole(head, z.len);
	put_stream(s, number, ehc_buf_text(head), z);
	ehc_buf_free(head);
}

static void
put_streams(struct saving *s)
{
	for (unsigned i = 1; i < s->total; i++) {
		const struct pdf_own *own = pdf_own(HPDF_Xref_GetEntry(s->p->haru->xref, i)->obj);

		if (own != NULL && own->stream)
			put_stream(s, i, own->body, own->bytes);
	}
}

static void
put_pack(struct saving *s, struct ehc_buf *index, struct ehc_buf *bodies, unsigned n)
{
	struct ehc_buf head = { 0 };

	if (n == 0)
		return;
	ehc_buf_printf(&head, "/Type/ObjStm/N %u/First %zu", n, index->len);
	ehc_buf_bytes(index, bodies->ptr, bodies->len);
	put_deflated(s, s->next++, &head, index);
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
		pdf_put_whole(&index, i);
		ehc_buf_char(&index, ' ');
		pdf_put_whole(&index, bodies.len);
		ehc_buf_char(&index, ' ');
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

/* Each byte less the one above it: rows of neighbours become alike, and the table a fifth as long. */
static void
put_row(struct ehc_buf *rows, const struct place *at, unsigned char *above)
{
	const unsigned char row[] = { at->type, (unsigned char)(at->a >> 24), (unsigned char)(at->a >> 16), (unsigned char)(at->a >> 8),
	    (unsigned char)at->a, (unsigned char)(at->b >> 8), (unsigned char)at->b };

	ehc_buf_char(rows, 2);          /* PNG's filter "up" */
	for (size_t i = 0; i < sizeof(row); i++) {
		ehc_buf_char(rows, (char)(row[i] - above[i]));
		above[i] = row[i];
	}
}

static void
put_table(struct saving *s)
{
	const struct pdf *p = s->p;
	HPDF_Obj_Header *info = HPDF_Dict_GetItem(p->haru->trailer, "Info", HPDF_OCLASS_DICT);
	uint64_t id = hash(s->out->ptr, s->out->len, 14695981039346656037U), id2 = (id ^ id >> 29) * 0x9E3779B97F4A7C15U;
	struct ehc_buf rows = { 0 }, head = { 0 };
	unsigned char above[7] = { 0 };
	size_t start = s->out->len;

	s->places[0] = (struct place){ 0, 0, 65535 };
	s->places[s->next] = (struct place){ 1, start, 0 };
	for (unsigned i = 0; i <= s->next; i++)
		put_row(&rows, &s->places[i], above);
	ehc_buf_printf(&head, "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Size %u/Root %u 0 R/Info %u 0 R/ID[", s->next + 1,
	    pdf_number(p->haru->catalog), pdf_number(info));
	for (int i = 0; i < 2; i++)
		ehc_buf_printf(&head, "<%016llX%016llX>", (unsigned long long)id, (unsigned long long)id2);
	ehc_buf_char(&head, ']');
	put_deflated(s, s->next, &head, &rows);
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
