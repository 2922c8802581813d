/*
 * tag.c - the structure tree, and the pages' content with every word marked as part of it. What carries no words of the
 * document (tints, rules, running heads, the pale mark across a draft, heads of columns drawn again) is marked as an
 * artifact, which readers pass over.
 */
#include "pdf.h"

#include <hpdf_pages.h>
#include <math.h>
#include <string.h>

struct pdf_element *
pdf_element(struct pdf *p, struct pdf_element *parent, const char *type)
{
	struct pdf_element *e = EHC_NEW(p->arena, struct pdf_element);

	e->type = type;
	e->parent = parent;
	return e;
}

static void
join(struct pdf *p, struct pdf_element *e)
{
	if (e->joined)
		return;
	e->joined = true;
	if (e->parent != NULL) {
		join(p, e->parent);
		PDF_PUSH(p->arena, &e->parent->kids, (struct pdf_kid){ .kind = PDF_KID_ELEMENT, .element = e });
	}
	e->object = pdf_dict(p);
	EHC_PUSH(p->arena, &p->elements, e);
}

/* ---- one page ---- */

enum open { OPEN_NOTHING, OPEN_ELEMENT, OPEN_ARTIFACT, OPEN_PAGINATION };

struct drawing {
	struct pdf *p;
	size_t n;
	struct pdf_page *page;
	struct ehc_buf *out;
	enum open open;
	struct pdf_element *element;
};

static void
close_content(struct drawing *d)
{
	if (d->open != OPEN_NOTHING)
		ehc_buf_cstr(d->out, "EMC\n");
	d->open = OPEN_NOTHING;
	d->element = NULL;
}

static void
open_artifact(struct drawing *d, enum open kind, const char *properties)
{
	if (d->open == kind && kind == OPEN_ARTIFACT)
		return;
	close_content(d);
	if (properties != NULL)
		ehc_buf_printf(d->out, "/Artifact<<%s>>BDC\n", properties);
	else
		ehc_buf_cstr(d->out, "/Artifact BMC\n");
	d->open = kind;
}

static void
open_element(struct drawing *d, struct pdf_element *e)
{
	unsigned mcid = (unsigned)d->page->content.count;

	if (d->open == OPEN_ELEMENT && d->element == e)
		return;
	close_content(d);
	join(d->p, e);
	PDF_PUSH(d->p->arena, &e->kids, (struct pdf_kid){ .kind = PDF_KID_CONTENT, .page = d->n, .mcid = mcid });
	EHC_PUSH(d->p->arena, &d->page->content, e);
	ehc_buf_printf(d->out, "/%s<</MCID %u>>BDC\n", e->type, mcid);
	d->open = OPEN_ELEMENT;
	d->element = e;
}

static void
put_numbers(struct ehc_buf *b, const double *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		pdf_put_number(b, v[i]);
		ehc_buf_char(b, ' ');
	}
}

/* The style's colour, as thousandths of red, green and blue. */
static void
use_colour(struct drawing *d, enum ehc_colour colour)
{
	for (int shift = 16; shift >= 0; shift -= 8) {
		unsigned v = (d->p->style->colours[colour] >> shift & 0xFF) * 1000 / 255;

		ehc_buf_printf(d->out, "%u.%03u ", v / 1000, v % 1000);
	}
	ehc_buf_cstr(d->out, "rg ");
}

static void
put_fill(struct drawing *d, enum ehc_colour colour, double x, double y, double width, double height)
{
	double box[] = { x, d->p->page.height - y - height, width, height };

	use_colour(d, colour);
	put_numbers(d->out, box, 4);
	ehc_buf_cstr(d->out, "re f\n");
}

static void
use_face(struct drawing *d, int face, double size)
{
	struct pdf_font *f = &d->p->fonts[face];

	if (f->object == NULL)
		f->object = pdf_dict(d->p);
	ehc_buf_printf(d->out, "/F%d ", face);
	pdf_put_number(d->out, size);
	ehc_buf_cstr(d->out, " Tf ");
}

/* Glyph numbers in hex; where a glyph does not move on by its own width (kerning, accents), the difference in between. */
static void
put_glyphs(struct drawing *d, const struct pdf_glyphs *g, double size)
{
	struct ehc_buf *b = d->out;
	int face = -1;
	double rise = 0;

	for (size_t i = 0; i < g->count; i++) {
		const struct pdf_glyph *glyph = &g->items[i];
		const struct pdf_font *f = &d->p->fonts[glyph->face];
		double own = hb_font_get_glyph_h_advance(f->font, glyph->id) * 1000.0 / f->units;
		double dx = glyph->dx, dy = glyph->dy, after = own - (double)glyph->advance + dx;

		if (glyph->face != face || fabs(dy - rise) > 0.01) {
			if (face >= 0)
				ehc_buf_cstr(b, ">]TJ ");
			if (glyph->face != face)
				use_face(d, glyph->face, size);
			if (fabs(dy - rise) > 0.01) {
				pdf_put_number(b, dy * size / 1000);
				ehc_buf_cstr(b, " Ts ");
			}
			face = glyph->face;
			rise = dy;
			ehc_buf_cstr(b, "[<");
		}
		if (fabs(dx) > 0.01) {
			ehc_buf_char(b, '>');
			pdf_put_number(b, -dx);
			ehc_buf_char(b, '<');
		}
		pdf_put_hex(b, glyph->id);
		if (fabs(after) > 0.01) {
			ehc_buf_char(b, '>');
			pdf_put_number(b, after);
			ehc_buf_char(b, '<');
		}
	}
	if (face >= 0)
		ehc_buf_cstr(b, ">]TJ ");
	if (fabs(rise) > 0.01)
		ehc_buf_cstr(b, "0 Ts ");
}

static void
put_text(struct drawing *d, const struct pdf_mark *m, double x, double y)
{
	double at[] = { x, d->p->page.height - y };

	ehc_buf_cstr(d->out, "BT ");
	use_colour(d, m->colour);
	put_numbers(d->out, at, 2);
	ehc_buf_cstr(d->out, "Td ");
	put_glyphs(d, &m->glyphs, m->height);
	ehc_buf_cstr(d->out, "ET\n");
}

/* ---- links ---- */

static void
put_destination(struct pdf *p, struct ehc_buf *b, size_t page, double y)
{
	ehc_buf_printf(b, "[%u 0 R/XYZ 0 ", pdf_number(p->pages.items[page].object));
	pdf_put_number(b, p->page.height - y + 8);
	ehc_buf_cstr(b, " null]");
}

static void
put_link(struct drawing *d, const struct pdf_placed *at)
{
	struct pdf *p = d->p;
	const struct pdf_mark *m = at->mark;
	struct pdf_anchor *a = pdf_anchor_find(p, m->target);
	struct ehc_buf b = { 0 };
	double box[] = { at->x, d->p->page.height - at->y - m->height, at->x + m->width, d->p->page.height - at->y };
	HPDF_Dict annotation;

	if (a == NULL || !a->placed)
		return;
	close_content(d);
	join(p, m->element);
	annotation = pdf_dict(p);
	ehc_buf_cstr(&b, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
	put_numbers(&b, box, 4);
	ehc_buf_cstr(&b, "]/Dest");
	put_destination(p, &b, a->page, a->y);
	ehc_buf_printf(&b, "/StructParent %zu/Contents", p->pages.count + p->linkers.count);
	pdf_put_string(&b, ehc_arena_printf(p->arena, "Go to %.*s, page %zu", EHC_ARG(a->words.len > 0 ? a->words : m->target), a->page + 1));
	pdf_body(p, annotation, &b);
	ehc_buf_free(&b);
	if (d->page->annotations == NULL) {
		d->page->annotations = HPDF_Array_New(p->haru->mmgr);
		HPDF_Dict_Add(d->page->object, "Annots", d->page->annotations);
	}
	HPDF_Array_Add(d->page->annotations, annotation);
	EHC_PUSH(p->arena, &p->linkers, m->element);
	PDF_PUSH(p->arena, &m->element->kids, (struct pdf_kid){ .kind = PDF_KID_LINK, .page = d->n, .annotation = annotation });
}

/* ---- what stands on every page ---- */

static void
put_mark(struct drawing *d)
{
	open_artifact(d, OPEN_PAGINATION, ehc_arena_printf(d->p->arena, "/Type/Background/BBox[0 0 %.0f %.0f]", d->p->page.width,
	    d->p->page.height).ptr);
	ehc_buf_cstr(d->out, "q ");
	use_colour(d, EHC_COLOUR_DRAFT_MARK);
	pdf_outline_mark(d->p, d->p->doc->mark, d->out);
	ehc_buf_cstr(d->out, "f Q\n");
	close_content(d);
}

static void
put_running(struct drawing *d)
{
	struct pdf *p = d->p;
	struct pdf_style small = { pdf_size(p, EHC_SIZE_SMALL), 0, EHC_COLOUR_QUIET, false };
	struct pdf_marks number = { 0 };

	open_artifact(d, OPEN_PAGINATION, "/Type/Pagination/Subtype/Header");
	for (size_t i = 0; i < p->running.count; i++) {
		const struct pdf_mark *m = &p->running.items[i];

		if (m->kind == PDF_MARK_TEXT)
			put_text(d, m, m->x, m->y);
		else
			put_fill(d, m->colour, m->x, m->y, m->width, m->height);
		if (i + 1 == p->running.count - p->nfoot)
			open_artifact(d, OPEN_PAGINATION, "/Type/Pagination/Subtype/Footer");
	}
	pdf_set_words(p, ehc_arena_printf(p->arena, "Page %zu of %zu", d->n + 1, p->pages.count), &small, p->page.right, p->foot, true, NULL,
	    &number);
	put_text(d, &number.items[0], number.items[0].x, p->foot);
	close_content(d);
}

/* ---- drawing ---- */

static void
put_picture(struct drawing *d, const struct pdf_placed *at)
{
	const struct pdf_mark *m = at->mark;
	double matrix[] = { m->width, 0, 0, m->height, at->x, d->p->page.height - at->y - m->height };
	double box[] = { at->x, matrix[5], at->x + m->width, matrix[5] + m->height };
	struct ehc_buf attributes = { 0 };
	size_t nth = pdf_picture(d->p, m->picture);

	if (nth == SIZE_MAX)
		return;
	ehc_buf_cstr(&attributes, "<</O/Layout/Placement/Block/BBox[");
	put_numbers(&attributes, box, 4);
	ehc_buf_cstr(&attributes, "]>>");
	m->element->attributes = ehc_arena_cstr(d->p->arena, (struct ehc_str){ attributes.ptr, attributes.len });
	ehc_buf_free(&attributes);
	open_element(d, m->element);
	ehc_buf_cstr(d->out, "q ");
	put_numbers(d->out, matrix, 6);
	ehc_buf_printf(d->out, "cm /Im%zu Do Q\n", nth);
}

static void
put_page_of(struct drawing *d, const struct pdf_placed *at)
{
	struct pdf_anchor *a = pdf_anchor_find(d->p, at->mark->target);
	struct pdf_style style = { at->mark->height, 0, at->mark->colour, false };
	struct pdf_marks marks = { 0 };

	if (a == NULL || !a->placed)
		return;
	open_element(d, at->mark->element);
	pdf_set_words(d->p, ehc_arena_printf(d->p->arena, " %zu", a->page + 1), &style, at->x, at->y, true, NULL, &marks);
	put_text(d, &marks.items[0], marks.items[0].x, at->y);
}

static void
draw_mark(struct drawing *d, const struct pdf_placed *at)
{
	const struct pdf_mark *m = at->mark;

	if (at->again && d->open != OPEN_PAGINATION)
		open_artifact(d, OPEN_PAGINATION, "/Type/Pagination/Subtype/Header");
	switch (m->kind) {
	case PDF_MARK_TEXT:
		if (!at->again && m->element != NULL)
			open_element(d, m->element);
		else if (!at->again)
			open_artifact(d, OPEN_ARTIFACT, NULL);
		put_text(d, m, at->x, at->y);
		break;
	case PDF_MARK_FILL: case PDF_MARK_RULE:
		if (!at->again)
			open_artifact(d, OPEN_ARTIFACT, NULL);
		put_fill(d, m->colour, at->x, at->y, m->width, m->height);
		break;
	case PDF_MARK_LINK:
		if (!at->again)
			put_link(d, at);
		break;
	case PDF_MARK_PAGE_OF:
		put_page_of(d, at);
		break;
	case PDF_MARK_PICTURE:
		put_picture(d, at);
		break;
	case PDF_MARK_HERE:
		if (!at->again)
			join(d->p, m->element);
		break;
	case PDF_MARK_HEADING: case PDF_MARK_ANCHOR:
		break;
	}
}

static void
draw_page(struct pdf *p, size_t n)
{
	struct drawing d = { .p = p, .n = n, .page = &p->pages.items[n], .out = &p->pages.items[n].stream };
	HPDF_PageAttr attr = d.page->object->attr;

	if (p->doc->mark.len > 0 && d.page->marks.count > 0)
		put_mark(&d);
	for (size_t i = 0; i < d.page->marks.count; i++) {
		if (!d.page->marks.items[i].again && d.open == OPEN_PAGINATION)
			close_content(&d);
		draw_mark(&d, &d.page->marks.items[i]);
	}
	close_content(&d);
	if (!d.page->sheet)
		put_running(&d);
	HPDF_Stream_Write(attr->stream, (const HPDF_BYTE *)d.out->ptr, (HPDF_UINT)d.out->len);
	ehc_buf_free(d.out);
}

void
pdf_draw(struct pdf *p)
{
	join(p, p->root);
	for (size_t i = 0; i < p->pages.count; i++) {
		HPDF_Page page = HPDF_AddPage(p->haru);

		p->pages.items[i].object = page;
		HPDF_Page_SetWidth(page, (HPDF_REAL)p->page.width);
		HPDF_Page_SetHeight(page, (HPDF_REAL)p->page.height);
		HPDF_Dict_Add(page, "Resources", p->resources);
		HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)i);
		HPDF_Dict_AddName(page, "Tabs", "S");
	}
	for (size_t i = 0; i < p->pages.count; i++)
		draw_page(p, i);
}

/* ---- the tree's own objects ---- */

static unsigned
page_number(const struct pdf *p, size_t page)
{
	return pdf_number(p->pages.items[page].object);
}

static void
put_kids(struct pdf *p, struct ehc_buf *b, const struct pdf_element *e)
{
	size_t page = SIZE_MAX;

	for (size_t i = 0; i < e->kids.count && page == SIZE_MAX; i++)
		if (e->kids.items[i].kind != PDF_KID_ELEMENT)
			page = e->kids.items[i].page;
	if (page != SIZE_MAX)
		ehc_buf_printf(b, "/Pg %u 0 R", page_number(p, page));
	ehc_buf_cstr(b, "/K[");
	for (size_t i = 0; i < e->kids.count; i++) {
		const struct pdf_kid *k = &e->kids.items[i];

		switch (k->kind) {
		case PDF_KID_ELEMENT:
			ehc_buf_printf(b, "%u 0 R ", pdf_number(k->element->object));
			break;
		case PDF_KID_CONTENT:
			if (k->page == page)
				ehc_buf_printf(b, "%u ", k->mcid);
			else
				ehc_buf_printf(b, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page_number(p, k->page), k->mcid);
			break;
		case PDF_KID_LINK:
			ehc_buf_printf(b, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", page_number(p, k->page), pdf_number(k->annotation));
			break;
		}
	}
	ehc_buf_char(b, ']');
}

void
pdf_tags_finish(struct pdf *p)
{
	struct ehc_buf b = { 0 };
	HPDF_Dict parents = pdf_dict(p);

	p->tree = pdf_dict(p);
	for (size_t i = 0; i < p->elements.count; i++) {
		const struct pdf_element *e = p->elements.items[i];

		ehc_buf_printf(&b, "/Type/StructElem/S/%s/P %u 0 R", e->type, pdf_number(e->parent == NULL ? p->tree : e->parent->object));
		put_kids(p, &b, e);
		if (e->attributes != NULL)
			ehc_buf_printf(&b, "/A%s", e->attributes);
		if (e->alternative.len > 0) {
			ehc_buf_cstr(&b, "/Alt");
			pdf_put_string(&b, e->alternative);
		}
		if (e->language.len > 0) {
			ehc_buf_cstr(&b, "/Lang");
			pdf_put_string(&b, e->language);
		}
		pdf_body(p, e->object, &b);
	}
	ehc_buf_cstr(&b, "/Nums[");
	for (size_t i = 0; i < p->pages.count; i++) {
		const struct pdf_page *page = &p->pages.items[i];

		ehc_buf_printf(&b, "%zu[", i);
		for (size_t k = 0; k < page->content.count; k++)
			ehc_buf_printf(&b, "%u 0 R ", pdf_number(page->content.items[k]->object));
		ehc_buf_cstr(&b, "]\n");
	}
	for (size_t i = 0; i < p->linkers.count; i++)
		ehc_buf_printf(&b, "%zu %u 0 R\n", p->pages.count + i, pdf_number(p->linkers.items[i]->object));
	ehc_buf_char(&b, ']');
	pdf_body(p, parents, &b);
	ehc_buf_printf(&b, "/Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %zu", pdf_number(p->root->object),
	    pdf_number(parents), p->pages.count + p->linkers.count);
	pdf_body(p, p->tree, &b);
	ehc_buf_free(&b);
}
