/*
 * running.c - the head and foot of the pages: the house's words, whose plan it is and its state; the house or the authority, and the
 * number of the page, which Word counts.
 */
#include "docx.h"

static void
put(struct docx *x, struct ehc_buf *out, struct ehc_str words, enum ehc_colour colour, bool strong)
{
	ehc_buf_printf(out, "<w:r><w:rPr>%s<w:color w:val=\"%06lX\"/></w:rPr><w:t xml:space=\"preserve\">", strong ? "<w:b/><w:bCs/>" : "", docx_colour(x, colour));
	docx_text(out, words);
	ehc_buf_cstr(out, "</w:t></w:r>");
}

static void
put_field(struct ehc_buf *out, const char *name)
{
	ehc_buf_printf(out, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> %s </w:instrText></w:r>"
	    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", name);
}

/* Words at the left, and behind a tab at the right. */
static void
open_line(struct docx *x, struct ehc_buf *out, const char *style, const char *border)
{
	ehc_buf_printf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", style);
	if (border != NULL)
		ehc_buf_printf(out, "<w:pBdr><w:%s w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"%06lX\"/></w:pBdr>", border, docx_colour(x, EHC_COLOUR_RULES));
	ehc_buf_printf(out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%ld\"/></w:tabs></w:pPr>", x->width - 2 * x->margin);
}

void
docx_head(struct docx *x, struct ehc_buf *out)
{
	const struct ehc_document *d = x->d;

	ehc_buf_cstr(out, DOCX_XML "<w:hdr " DOCX_W ">");
	if (x->s->page_head.len > 0) {
		open_line(x, out, "Header", NULL);
		put(x, out, x->s->page_head, EHC_COLOUR_QUIET, false);
		ehc_buf_cstr(out, "</w:p>");
	}
	open_line(x, out, "Header", "bottom");
	put(x, out, d->running, EHC_COLOUR_QUIET, false);
	if (d->state.len > 0) {
		ehc_buf_cstr(out, "<w:r><w:tab/></w:r>");
		put(x, out, d->state, d->warn ? EHC_COLOUR_WARNINGS : EHC_COLOUR_QUIET, true);
	}
	ehc_buf_cstr(out, "</w:p></w:hdr>");
}

void
docx_foot(struct docx *x, struct ehc_buf *out)
{
	ehc_buf_cstr(out, DOCX_XML "<w:ftr " DOCX_W ">");
	open_line(x, out, "Footer", NULL);
	put(x, out, x->s->page_foot.len > 0 ? x->s->page_foot : x->d->authority, EHC_COLOUR_QUIET, false);
	ehc_buf_cstr(out, "<w:r><w:tab/></w:r>");
	put(x, out, EHC_STR("Page "), EHC_COLOUR_QUIET, false);
	put_field(out, "PAGE");
	put(x, out, EHC_STR(" of "), EHC_COLOUR_QUIET, false);
	put_field(out, "NUMPAGES");
	ehc_buf_cstr(out, "</w:p></w:ftr>");
}
