/*
 * tag.c - the structure tree, and the pages' content with every word marked as part of it. What carries no words of the
 * document (tints, rules, running heads, the pale mark across a draft, heads of columns drawn again) is marked as an
 * artifact, which readers pass over.
 */
#include "pdf.h"

#include <hpdf_doc.h>

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
	bool coloured, lettered;        /* the next three are known */
	enum ehc_colour colour;
	int face;
	double size;
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
	if (properties != NULL) {
		ehc_buf_cstr(d->out, "/Artifact<<");
		ehc_buf_cstr(d->out, properties);
		ehc_buf_cstr(d->out, ">>BDC\n");
	} else
		ehc_buf_cstr(d->out, "/Artifact BMC\n");
	d->open = kind;
}

/* `actual`: what the content says, where its glyphs do not tell it. */
static void
open_element(struct drawing *d, struct pdf_element *e, struct ehc_str actual)
{
	unsigned mcid = (unsigned)d->page->content.count;

	if (d->open == OPEN_ELEMENT && d->element == e)
		return;
	close_content(d);
	join(d->p, e);
	PDF_PUSH(d->p->arena, &e->kids, (struct pdf_kid){ .kind = PDF_KID_CONTENT, .page = d->n, .mcid = mcid });
	EHC_PUSH(d->p->arena, &d->page->content, e);
	ehc_buf_char(d->out, '/');
	ehc_buf_cstr(d->out, e->type);
	ehc_buf_cstr(d->out, "<</MCID ");
	pdf_put_whole(d->out, mcid);
	if (actual.len > 0) {
		ehc_buf_cstr(d->out, "/ActualText");
		pdf_put_string(d->out, actual);
	}
	ehc_buf_cstr(d->out, ">>BDC\n");
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

/* The style's colour, as hundredths of red, green and blue; said where it changes. */
static void
use_colour(struct drawing *d, enum ehc_colour colour)
{
	if (d->coloured && d->colour == colour)
		return;
	for (int shift = 16; shift >= 0; shift -= 8) {
		pdf_put_number(d->out, (d->p->style->colours[colour] >> shift & 0xFF) / 255.0);
		ehc_buf_char(d->out, ' ');
	}
	ehc_buf_cstr(d->out, "rg ");
	d->coloured = true;
	d->colour = colour;
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

	if (d->lettered && d->face == face && !(d->size < size) && !(d->size > size))
		return;
	if (f->object == NULL)
		f->object = pdf_dict(d->p);
	ehc_buf_cstr(d->out, "/F");
	pdf_put_whole(d->out, (size_t)face);
	ehc_buf_char(d->out, ' ');
	pdf_put_number(d->out, size);
	ehc_buf_cstr(d->out, " Tf ");
	d->lettered = true;
	d->face = face;
	d->size = size;
}

/* A glyph's number as two bytes of a string. */
static void
put_glyph(struct ehc_buf *b, unsigned id)
{
	const unsigned char bytes[] = { (unsigned char)(id >> 8), (unsigned char)id };

	for (size_t i = 0; i < sizeof(bytes); i++) {
		if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\' || bytes[i] == '\r')
			ehc_buf_char(b, '\\');
		ehc_buf_char(b, bytes[i] == '\r' ? 'r' : (char)bytes[i]);
	}
}

/* Moves on by thousandths of the size, to the left, between two strings. */
static void
put_move(struct ehc_buf *b, int by)
{
	if (by == 0)
		return;
	ehc_buf_cstr(b, by < 0 ? ")-" : ")");
	pdf_put_whole(b, (size_t)(by < 0 ? -by : by));
	ehc_buf_char(b, '(');
}

/* Where a glyph does not move on by its own width (kerning, accents), the difference stands in between. */
static void
put_glyphs(struct drawing *d, const struct pdf_glyphs *g, double size)
{
	struct ehc_buf *b = d->out;
	int face = -1, rise = 0;

	for (size_t i = 0; i < g->count; i++) {
		const struct pdf_glyph *glyph = &g->items[i];

		if (glyph->face != face || glyph->dy != rise) {
			if (face >= 0)
				ehc_buf_cstr(b, ")]TJ ");
			if (glyph->face != face)
				use_face(d, glyph->face, size);
			if (glyph->dy != rise) {
				pdf_put_number(b, glyph->dy * size / 1000);
				ehc_buf_cstr(b, " Ts ");
			}
			face = glyph->face;
			rise = glyph->dy;
			ehc_buf_cstr(b, "[(");
		}
		put_move(b, -glyph->dx);
		put_glyph(b, glyph->id);
		put_move(b, glyph->after);
	}
	if (face >= 0)
		ehc_buf_cstr(b, ")]TJ ");
	if (rise != 0)
		ehc_buf_cstr(b, "0 Ts ");
}

static void
put_text(struct drawing *d, const struct pdf_mark *m, double x, double y)
{
	double at[] = { x, d->p->page.height - y };
	bool said = m->actual.len > 0 && d->open != OPEN_ELEMENT;       /* else the content of its element says it */

	if (said) {
		ehc_buf_cstr(d->out, "/Span<</ActualText");
		pdf_put_string(d->out, m->actual);
		ehc_buf_cstr(d->out, ">>BDC\n");
	}
	ehc_buf_cstr(d->out, "BT ");
	use_colour(d, m->colour);
	put_numbers(d->out, at, 2);
	ehc_buf_cstr(d->out, "Td ");
	put_glyphs(d, &m->glyphs, m->height);
	ehc_buf_cstr(d->out, said ? "ET\nEMC\n" : "ET\n");
}

/* ---- links ---- */

static void
put_destination(struct pdf *p, struct ehc_buf *b, size_t page, double y)
{
	ehc_buf_char(b, '[');
	pdf_put_ref(b, p->pages.items[page].object);
	ehc_buf_cstr(b, "/XYZ 0 ");
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
	EHC_PUSH(p->arena, &d->page->links, annotation);
	EHC_PUSH(p->arena, &p->linkers, m->element);
	PDF_PUSH(p->arena, &m->element->kids, (struct pdf_kid){ .kind = PDF_KID_LINK, .page = d->n, .annotation = annotation });
}

/* ---- what stands on every page ---- */

/* Something to draw into that is no page: what it leaves set there, pages know nothing of. */
static struct drawing
form_drawing(struct pdf *p, struct ehc_buf *out)
{
	return (struct drawing){ .p = p, .out = out };
}

static void
make_form(struct pdf *p, enum pdf_form form, struct ehc_buf *content)
{
	struct ehc_buf body = { 0 };

	ehc_buf_printf(&body, "/Type/XObject/Subtype/Form/BBox[0 0 %.0f %.0f]/Resources<</Font %u 0 R>>", p->page.width, p->page.height,
	    pdf_number(p->faces));
	p->forms[form] = pdf_stream(p, content->ptr, content->len, true, &body);
	ehc_buf_free(&body);
	ehc_buf_clear(content);
}

static void
make_forms(struct pdf *p)
{
	struct ehc_buf out = { 0 };
	struct drawing d = form_drawing(p, &out);
	size_t head = p->running.count - p->nfoot;

	if (p->doc->mark.len > 0) {
		use_colour(&d, EHC_COLOUR_DRAFT_MARK);
		pdf_outline_mark(p, p->doc->mark, &out);
		ehc_buf_cstr(&out, "f\n");
		make_form(p, PDF_FORM_MARK, &out);
	}
	d = form_drawing(p, &out);
	for (size_t i = 0; i < p->running.count; i++) {
		const struct pdf_mark *m = &p->running.items[i];

		if (m->kind == PDF_MARK_TEXT)
			put_text(&d, m, m->x, m->y);
		else
			put_fill(&d, m->colour, m->x, m->y, m->width, m->height);
		if (i + 1 == head) {
			make_form(p, PDF_FORM_HEAD, &out);
			d = form_drawing(p, &out);
		}
	}
	make_form(p, PDF_FORM_FOOT, &out);
	ehc_buf_free(&out);
}

static void
put_mark(struct drawing *d)
{
	open_artifact(d, OPEN_PAGINATION, ehc_arena_printf(d->p->arena, "/Type/Background/BBox[0 0 %.0f %.0f]", d->p->page.width,
	    d->p->page.height).ptr);
	ehc_buf_cstr(d->out, "/Mark Do\n");
	close_content(d);
}

static void
put_running(struct drawing *d)
{
	struct pdf *p = d->p;
	struct pdf_style small = { pdf_size(p, EHC_SIZE_SMALL), 0, EHC_COLOUR_QUIET, false };
	struct pdf_marks number = { 0 };

	open_artifact(d, OPEN_PAGINATION, "/Type/Pagination/Subtype/Header");
	ehc_buf_cstr(d->out, "/Head Do\n");
	open_artifact(d, OPEN_PAGINATION, "/Type/Pagination/Subtype/Footer");
	ehc_buf_cstr(d->out, "/Foot Do\n");
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
	m->element->attributes = ehc_buf_take(&attributes, d->p->arena).ptr;
	open_element(d, m->element, EHC_STR(""));
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
	open_element(d, at->mark->element, EHC_STR(""));
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
			open_element(d, m->element, m->actual);
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
finish_page(struct pdf *p, size_t n, const struct ehc_buf *content)
{
	const struct pdf_page *page = &p->pages.items[n];
	struct ehc_buf b = { 0 };
	HPDF_Dict stream = pdf_stream(p, content->ptr, content->len, true, &b);

	ehc_buf_cstr(&b, "/Type/Page/Parent ");
	pdf_put_ref(&b, p->haru->root_pages);
	ehc_buf_cstr(&b, "/MediaBox[0 0 ");
	put_numbers(&b, (double[]){ p->page.width, p->page.height }, 2);
	ehc_buf_cstr(&b, "]/Tabs/S/Resources ");
	pdf_put_ref(&b, p->resources);
	ehc_buf_cstr(&b, "/Contents ");
	pdf_put_ref(&b, stream);
	ehc_buf_cstr(&b, "/StructParents ");
	pdf_put_whole(&b, n);
	if (page->links.count > 0) {
		ehc_buf_cstr(&b, "/Annots[");
		for (size_t i = 0; i < page->links.count; i++) {
			pdf_put_ref(&b, page->links.items[i]);
			ehc_buf_char(&b, ' ');
		}
		ehc_buf_char(&b, ']');
	}
	pdf_body(p, page->object, &b);
	ehc_buf_free(&b);
}

static void
draw_page(struct pdf *p, size_t n, struct ehc_buf *out)
{
	struct drawing d = { .p = p, .n = n, .page = &p->pages.items[n], .out = out };

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
	finish_page(p, n, out);
	ehc_buf_clear(out);
}

void
pdf_draw(struct pdf *p)
{
	struct ehc_buf b = { 0 };

	join(p, p->root);
	make_forms(p);
	for (size_t i = 0; i < p->pages.count; i++)
		p->pages.items[i].object = pdf_dict(p);
	for (size_t i = 0; i < p->pages.count; i++)
		draw_page(p, i, &b);
	ehc_buf_cstr(&b, "/Type/Pages/Kids[");
	for (size_t i = 0; i < p->pages.count; i++) {
		pdf_put_ref(&b, p->pages.items[i].object);
		ehc_buf_char(&b, ' ');
	}
	ehc_buf_cstr(&b, "]/Count ");
	pdf_put_whole(&b, p->pages.count);
	pdf_body(p, p->haru->root_pages, &b);
	ehc_buf_free(&b);
}

/* ---- the tree's own objects ---- */

static void
put_page_ref(struct pdf *p, struct ehc_buf *b, size_t page)
{
	ehc_buf_cstr(b, "/Pg ");
	pdf_put_ref(b, p->pages.items[page].object);
}

static void
put_kids(struct pdf *p, struct ehc_buf *b, const struct pdf_element *e)
{
	size_t page = SIZE_MAX;

	for (size_t i = 0; i < e->kids.count && page == SIZE_MAX; i++)
		if (e->kids.items[i].kind != PDF_KID_ELEMENT)
			page = e->kids.items[i].page;
	if (page != SIZE_MAX)
		put_page_ref(p, b, page);
	ehc_buf_cstr(b, "/K[");
	for (size_t i = 0; i < e->kids.count; i++) {
		const struct pdf_kid *k = &e->kids.items[i];

		switch (k->kind) {
		case PDF_KID_ELEMENT:
			pdf_put_ref(b, k->element->object);
			ehc_buf_char(b, ' ');
			break;
		case PDF_KID_CONTENT:
			if (k->page != page) {
				ehc_buf_cstr(b, "<</Type/MCR");
				put_page_ref(p, b, k->page);
				ehc_buf_cstr(b, "/MCID ");
			}
			pdf_put_whole(b, k->mcid);
			ehc_buf_cstr(b, k->page != page ? ">>" : " ");
			break;
		case PDF_KID_LINK:
			ehc_buf_cstr(b, "<</Type/OBJR");
			if (k->page != page)
				put_page_ref(p, b, k->page);
			ehc_buf_cstr(b, "/Obj ");
			pdf_put_ref(b, k->annotation);
			ehc_buf_cstr(b, ">>");
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

		ehc_buf_cstr(&b, "/S/");
		ehc_buf_cstr(&b, e->type);
		ehc_buf_cstr(&b, "/P ");
		pdf_put_ref(&b, e->parent == NULL ? p->tree : e->parent->object);
		put_kids(p, &b, e);
		if (e->attributes != NULL) {
			ehc_buf_cstr(&b, "/A");
			ehc_buf_cstr(&b, e->attributes);
		}
		if (e->alternative.len > 0) {
			ehc_buf_cstr(&b, "/Alt");
			pdf_put_string(&b, e->alternative);
		}
		if (e->actual.len > 0) {
			ehc_buf_cstr(&b, "/ActualText");
			pdf_put_string(&b, e->actual);
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

		pdf_put_whole(&b, i);
		ehc_buf_char(&b, '[');
		for (size_t k = 0; k < page->content.count; k++) {
			pdf_put_ref(&b, page->content.items[k]->object);
			ehc_buf_char(&b, ' ');
		}
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
