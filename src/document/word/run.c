/*
 * run.c - words of a document in Word's terms: runs, links within the file, bookmarks, pictures.
 */
#include "docx.h"

enum { NAME = 40 };             /* characters that Word takes in the name of a bookmark */

void
docx_text(struct ehc_buf *out, struct ehc_str text)
{
	for (size_t i = 0; i < text.len; ) {
		size_t from = i;
		uint32_t c = ehc_utf8_next(text, &i);

		if (c >= ' ' && c != 0xFFFE && c != 0xFFFF)
			ehc_buf_html(out, ehc_str_sub(text, from, i));
	}
}

/* White space of any kind and length is one blank, also across runs; none at the start. *blank: the last thing was one. */
static struct ehc_str
folded(struct docx *x, struct ehc_str s, bool *blank)
{
	char *to = ehc_arena_alloc(x->a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		bool now = ehc_is_blank(s.ptr[i]);

		if (!now || !*blank)
			to[n++] = now ? ' ' : s.ptr[i];
		*blank = now;
	}
	return (struct ehc_str){ to, n };
}

/* `backwards`: it reads from right to left. */
static void
put_part(struct docx *x, const struct ehc_run *r, struct ehc_str text, const char *properties, bool link, bool backwards)
{
	bool strong = r->strong || x->strong;

	if (text.len == 0)
		return;
	ehc_buf_cstr(&x->body, "<w:r>");
	if (strong || link || backwards || r->language.len > 0 || properties[0] != '\0') {
		ehc_buf_printf(&x->body, "<w:rPr>%s%s%s%s", link ? "<w:rStyle w:val=\"Hyperlink\"/>" : "", strong ? "<w:b/><w:bCs/>" : "", properties,
		    backwards ? "<w:rtl/>" : "");
		if (r->language.len > 0) {
			ehc_buf_cstr(&x->body, "<w:lang w:val=\"");
			ehc_buf_html(&x->body, r->language);
			ehc_buf_cstr(&x->body, "\"/>");
		}
		ehc_buf_cstr(&x->body, "</w:rPr>");
	}
	ehc_buf_cstr(&x->body, "<w:t xml:space=\"preserve\">");
	docx_text(&x->body, text);
	ehc_buf_cstr(&x->body, "</w:t></w:r>");
}

/* Word is told which words read from right to left: it would draw a date behind a name in Arabic before it. */
static void
put_run(struct docx *x, const struct ehc_run *r, struct ehc_str text, const char *properties, bool link)
{
	size_t at = 0, from, to;

	for (; ehc_backwards_part(text, at, &from, &to); at = to) {
		put_part(x, r, ehc_str_sub(text, at, from), properties, link, false);
		put_part(x, r, ehc_str_sub(text, from, to), properties, link, true);
	}
	put_part(x, r, ehc_str_sub(text, at, text.len), properties, link, false);
}

void
docx_runs(struct docx *x, const struct ehc_runs *runs, const char *properties)
{
	bool blank = true;

	for (size_t i = 0; i < runs->count; i++) {
		const struct ehc_run *r = &runs->items[i];
		struct ehc_str text = folded(x, r->text, &blank), to = docx_bookmark_name(x, r->target);

		if (text.len == 0)
			continue;
		if (to.len > 0)
			ehc_buf_printf(&x->body, "<w:hyperlink w:anchor=\"%.*s\" w:history=\"1\">", EHC_ARG(to));
		put_run(x, r, text, properties, to.len > 0);
		if (to.len > 0)
			ehc_buf_cstr(&x->body, "</w:hyperlink>");
	}
}

void
docx_words(struct docx *x, struct ehc_str words, const char *properties)
{
	struct ehc_run run = { .text = words };
	struct ehc_runs runs = { &run, 1, 1 };

	docx_runs(x, &runs, properties);
}

/* ---- bookmarks ---- */

static void
add_anchor(struct docx *x, struct ehc_str anchor)
{
	if (anchor.len > 0)
		EHC_PUSH(x->a, &x->anchors, anchor);
}

static void
collect(struct docx *x, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		add_anchor(x, b->anchor);
		collect(x, b->first);
		for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
			add_anchor(x, r->anchor);
			for (size_t i = 0; i < b->ncolumns; i++)
				collect(x, r->cells[i].first);
		}
	}
}

void
docx_anchors(struct docx *x)
{
	collect(x, x->d->first);
}

/* The number keeps names apart that would be alike. */
static struct ehc_str
name_of(struct docx *x, size_t nth)
{
	struct ehc_str anchor = x->anchors.items[nth];
	char *name = ehc_arena_alloc(x->a, NAME + 1);
	size_t n = 0;

	if (!ehc_is_letter(anchor.ptr[0]))
		name[n++] = 'A';
	for (size_t i = 0; i < anchor.len && n < NAME - 8; i++)
		name[n++] = ehc_is_letter_or_digit(anchor.ptr[i]) ? anchor.ptr[i] : '_';
	return ehc_arena_printf(x->a, "%.*s_%zu", (int)n, name, nth);
}

static size_t
find_anchor(const struct docx *x, struct ehc_str anchor)
{
	for (size_t i = 0; anchor.len > 0 && i < x->anchors.count; i++)
		if (ehc_str_eq(x->anchors.items[i], anchor))
			return i;
	return SIZE_MAX;
}

struct ehc_str
docx_bookmark_name(struct docx *x, struct ehc_str anchor)
{
	size_t nth = find_anchor(x, anchor);

	return nth == SIZE_MAX ? EHC_NOSTR : name_of(x, nth);
}

void
docx_bookmark(struct docx *x, struct ehc_str anchor)
{
	size_t nth = find_anchor(x, anchor);

	if (nth != SIZE_MAX)
		ehc_buf_printf(&x->body, "<w:bookmarkStart w:id=\"%zu\" w:name=\"%.*s\"/><w:bookmarkEnd w:id=\"%zu\"/>", nth, EHC_ARG(name_of(x, nth)), nth);
}

/* ---- pictures ---- */

/* Its number among those of the file, which holds each once. */
static size_t
picture_number(struct docx *x, const struct ehc_picture *picture)
{
	for (size_t i = 0; i < x->pictures.count; i++)
		if (x->pictures.items[i].picture->bytes.ptr == picture->bytes.ptr)
			return i + 1;
	EHC_PUSH(x->a, &x->pictures, (struct docx_picture){ picture });
	return x->pictures.count;
}

/* In its place in the text, as large as in the other forms, with the words for those who do not see it. */
void
docx_picture(struct docx *x, const struct ehc_picture *picture)
{
	static const long point = 12700;                /* of the units in which Word measures pictures */
	size_t number = picture_number(x, picture), id = ++x->drawings;
	double width = 92, height;
	long wide, tall;

	if (picture->tall > 0)
		width = picture->tall / 10.0 * picture->width / picture->height;
	height = width * picture->height / picture->width;
	if (height > 130) {
		width *= 130 / height;
		height = 130;
	}
	wide = (long)(width * (double)point);
	tall = (long)(height * (double)point);
	ehc_buf_printf(&x->body, "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%ld\" cy=\"%ld\"/>"
	    "<wp:docPr id=\"%zu\" name=\"Picture %zu\" descr=\"", wide, tall, id, id);
	docx_text(&x->body, picture->words);
	ehc_buf_printf(&x->body, "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
	    "<pic:cNvPr id=\"%zu\" name=\"Picture %zu\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdPicture%zu\"/><a:stretch><a:fillRect/></a:stretch>"
	    "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
	    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>", id, id, number, wide, tall);
}
