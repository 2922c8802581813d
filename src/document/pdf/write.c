/*
 * write.c - the back end's entries: a document in, the bytes of an accessible PDF out; and what it can print.
 */
#include "pdf.h"
#include "../backend.h"

/* What cannot be set in lines stops the file here; a picture that cannot be read, a little later. */
static bool
make_file(struct pdf *p, const struct pdf_strips *strips, struct ehc_buf *out)
{
	pdf_paginate(p, strips);
	pdf_draw(p);
	if (p->trouble.len == 0)
		pdf_fonts_embed(p);
	pdf_tags_finish(p);
	pdf_meta(p);
	return p->trouble.len == 0 && pdf_save(p, out);
}

/* A4, with margins wide enough for a hole punch; pdf_fit_running() adds what is above and below the text. */
static struct pdf_page_size
page_size(enum ehc_paper paper)
{
	const double shorter = 595.276, longer = 841.89, margin = 62;
	struct pdf_page_size s = { paper == EHC_LANDSCAPE ? longer : shorter, paper == EHC_LANDSCAPE ? shorter : longer, margin, 0, 0, 0, 0, 0 };

	s.right = s.width - margin;
	s.across = s.right - s.left;
	return s;
}

/* What cannot be printed in a running head mostly stands in the text too, where its place is known. */
static void
set_document(struct pdf *p, struct pdf_strips *strips)
{
	struct pdf_frame f = { 0, 0, p->root, pdf_size(p, EHC_SIZE_TEXT), pdf_leading(pdf_size(p, EHC_SIZE_TEXT)), false, false, false };
	struct ehc_str trouble;

	pdf_fit_running(p);
	trouble = p->trouble;
	p->trouble = EHC_NOSTR;
	f.x = p->page.left;
	f.width = p->page.across;
	pdf_flow(p, p->doc->first, &f, strips);
	if (p->trouble.len == 0)
		p->trouble = trouble;
}

bool
ehc_pdf_write(const struct ehc_document *doc, long long made, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where)
{
	struct ehc_arena *a = ehc_arena_new();
	struct pdf *p = EHC_NEW(a, struct pdf);
	struct pdf_strips strips = { 0 };
	bool ok;

	p->arena = a;
	p->doc = doc;
	p->made = made;
	p->style = doc->style;
	p->scale = pdf_size(p, EHC_SIZE_TEXT) / 12;
	p->page = page_size(doc->style->paper);
	pdf_fonts_open(p);
	p->root = pdf_element(p, NULL, "Document");
	pdf_anchors_declare(p);
	if (pdf_open(p))
		set_document(p, &strips);
	ok = p->trouble.len == 0 && make_file(p, &strips, out);
	if (!ok) {
		*trouble = ehc_arena_copy(doc->arena, p->trouble);
		*where = p->where;
	}
	pdf_close(p);
	pdf_fonts_close(p);
	ehc_arena_free(a);
	return ok;
}

void
ehc_pdf_coverage(struct ehc_buf *out)
{
	struct ehc_arena *a = ehc_arena_new();
	struct pdf *p = EHC_NEW(a, struct pdf);
	uint32_t first = 0;
	bool in = false;

	p->arena = a;
	pdf_fonts_open(p);
	for (uint32_t c = 0; c <= 0x110000; c++) {
		bool prints = c < 0x110000 && pdf_can_print(p, c);

		if (prints && !in)
			first = c;
		if (!prints && in)
			ehc_buf_printf(out, "{ 0x%X, 0x%X },\n", first, c - 1);
		in = prints;
	}
	pdf_fonts_close(p);
	ehc_arena_free(a);
}
