/*
 * write.c - a document as a Word file: the members of the package.
 */
#include "docx.h"
#include "import/word/pack.h"

#include <limits.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

struct members { EHC_VEC(struct pack_member) list; };

static void
add_bytes(struct docx *x, struct members *m, struct ehc_str name, struct ehc_str bytes)
{
	EHC_PUSH(x->a, &m->list, (struct pack_member){ name, bytes });
}

/* Takes the buffer over and empties it. */
static void
add(struct docx *x, struct members *m, const char *name, struct ehc_buf *b)
{
	add_bytes(x, m, ehc_str_of(name), ehc_arena_copy(x->a, ehc_buf_text(b)));
	ehc_buf_clear(b);
}

/* ---- what the package says of itself ---- */

static const char *
ending_of(const struct ehc_picture *p)
{
	return p->type == EHC_PICTURE_PNG ? "png" : "jpeg";
}

static void
put_types(struct ehc_buf *out)
{
	static const struct { const char *name, *type; } parts[] = {
		{ "document", "document.main" }, { "styles", "styles" }, { "numbering", "numbering" }, { "settings", "settings" }, { "fontTable", "fontTable" },
		{ "header1", "header" }, { "header2", "header" }, { "footer1", "footer" }, { "footer2", "footer" },
	};

	ehc_buf_cstr(out, DOCX_XML "<Types xmlns=\"" PACKAGE "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	    "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		ehc_buf_printf(out, "<Override PartName=\"/word/%s.xml\" ContentType=\"" WORD_TYPE "%s+xml\"/>", parts[i].name, parts[i].type);
	ehc_buf_cstr(out, "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
	    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");
}

static void
put_relation(struct ehc_buf *out, const char *id, const char *type, const char *target)
{
	ehc_buf_printf(out, "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>", id, type, target);
}

static void
put_package_relations(struct ehc_buf *out)
{
	ehc_buf_cstr(out, DOCX_XML "<Relationships xmlns=\"" PACKAGE "/relationships\">");
	put_relation(out, "rId1", OFFICE "/officeDocument", "word/document.xml");
	put_relation(out, "rId2", PACKAGE "/relationships/metadata/core-properties", "docProps/core.xml");
	put_relation(out, "rId3", OFFICE "/extended-properties", "docProps/app.xml");
	ehc_buf_cstr(out, "</Relationships>");
}

static void
put_relations(struct docx *x, struct ehc_buf *out)
{
	static const char *const parts[][3] = {
		{ "rIdStyles", OFFICE "/styles", "styles.xml" }, { "rIdNumbering", OFFICE "/numbering", "numbering.xml" }, { "rIdSettings", OFFICE "/settings", "settings.xml" },
		{ "rIdFonts", OFFICE "/fontTable", "fontTable.xml" }, { "rIdHeader1", OFFICE "/header", "header1.xml" }, { "rIdHeader2", OFFICE "/header", "header2.xml" },
		{ "rIdFooter1", OFFICE "/footer", "footer1.xml" }, { "rIdFooter2", OFFICE "/footer", "footer2.xml" },
	};

	ehc_buf_cstr(out, DOCX_XML "<Relationships xmlns=\"" PACKAGE "/relationships\">");
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		put_relation(out, parts[i][0], parts[i][1], parts[i][2]);
	for (size_t i = 0; i < x->pictures.count; i++)
		ehc_buf_printf(out, "<Relationship Id=\"rIdPicture%zu\" Type=\"" OFFICE "/image\" Target=\"media/picture%zu.%s\"/>", i + 1, i + 1,
		    ending_of(x->pictures.items[i].picture));
	ehc_buf_cstr(out, "</Relationships>");
}

/* "2026-05-14T00:00:00Z" */
static void
put_moment(struct ehc_buf *out, const char *name, long long made)
{
	long long seconds = made % 86400;

	ehc_buf_printf(out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">", name);
	ehc_buf_day_iso(out, (ehc_day)(made / 86400));
	ehc_buf_printf(out, "T%02lld:%02lld:%02lldZ</dcterms:%s>", seconds / 3600, seconds / 60 % 60, seconds % 60, name);
}

static void
put_core(struct docx *x, struct ehc_buf *out, long long made)
{
	ehc_buf_cstr(out, DOCX_XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
	    "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
	docx_text(out, x->d->title);
	ehc_buf_cstr(out, "</dc:title><dc:creator>");
	docx_text(out, x->d->authority);
	ehc_buf_cstr(out, "</dc:creator><dc:language>");
	docx_text(out, x->d->language);
	ehc_buf_cstr(out, "</dc:language>");
	if (x->d->state.len > 0) {
		ehc_buf_cstr(out, "<cp:contentStatus>");
		docx_text(out, x->d->state);
		ehc_buf_cstr(out, "</cp:contentStatus>");
	}
	if (made >= 0) {
		put_moment(out, "created", made);
		put_moment(out, "modified", made);
	}
	ehc_buf_cstr(out, "</cp:coreProperties>");
}

static void
put_app(struct ehc_buf *out)
{
	ehc_buf_cstr(out, DOCX_XML "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>ehc</Application></Properties>");
}

static void
put_settings(struct docx *x, struct ehc_buf *out)
{
	ehc_buf_printf(out, DOCX_XML "<w:settings " DOCX_W "><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
	    "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"%.*s\"/></w:settings>",
	    EHC_ARG(x->d->language));
}

/* ---- the text ---- */

static void
put_document(struct docx *x, struct ehc_buf *out)
{
	docx_anchors(x);
	docx_body(x);
	ehc_buf_cstr(out, DOCX_XML "<w:document " DOCX_W " " DOCX_R " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
	    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
	    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\"><w:body>");
	ehc_buf_bytes(out, x->body.ptr, x->body.len);
	ehc_buf_cstr(out, "</w:body></w:document>");
	ehc_buf_free(&x->body);
}

/* Sheets have nothing at their head and foot. */
static void
put_blank(struct ehc_buf *out, const char *name, const char *style)
{
	ehc_buf_printf(out, DOCX_XML "<w:%s " DOCX_W "><w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr></w:p></w:%s>", name, style, name);
}

static void
make_members(struct docx *x, long long made, struct members *m)
{
	struct ehc_buf b = { NULL, 0, 0 };

	put_types(&b);
	add(x, m, "[Content_Types].xml", &b);
	put_package_relations(&b);
	add(x, m, "_rels/.rels", &b);
	put_app(&b);
	add(x, m, "docProps/app.xml", &b);
	put_core(x, &b, made);
	add(x, m, "docProps/core.xml", &b);
	put_document(x, &b);
	add(x, m, "word/document.xml", &b);
	put_relations(x, &b);
	add(x, m, "word/_rels/document.xml.rels", &b);
	docx_fonts(x, &b);
	add(x, m, "word/fontTable.xml", &b);
	docx_foot(x, &b);
	add(x, m, "word/footer1.xml", &b);
	put_blank(&b, "ftr", "Footer");
	add(x, m, "word/footer2.xml", &b);
	docx_head(x, &b);
	add(x, m, "word/header1.xml", &b);
	put_blank(&b, "hdr", "Header");
	add(x, m, "word/header2.xml", &b);
	for (size_t i = 0; i < x->pictures.count; i++)
		add_bytes(x, m, ehc_arena_printf(x->a, "word/media/picture%zu.%s", i + 1, ending_of(x->pictures.items[i].picture)), x->pictures.items[i].picture->bytes);
	docx_numbering(x, &b);
	add(x, m, "word/numbering.xml", &b);
	put_settings(x, &b);
	add(x, m, "word/settings.xml", &b);
	docx_styles(x, &b);
	add(x, m, "word/styles.xml", &b);
	ehc_buf_free(&b);
}

bool
ehc_docx_write(const struct ehc_document *doc, long long made, struct ehc_buf *out, struct ehc_str *trouble)
{
	struct ehc_arena *a = ehc_arena_new();
	struct docx x = { .a = a, .d = doc, .s = doc->style, .width = 11906, .height = 16838, .margin = 1240 };
	struct members m = { { NULL, 0, 0 } };
	bool good;

	if (x.s->paper == EHC_LANDSCAPE) {
		x.width = 16838;
		x.height = 11906;
	}
	make_members(&x, made, &m);
	good = pack_members(a, EHC_NOSTR, m.list.items, m.list.count, out);
	if (!good)
		*trouble = EHC_STR("the Word file could not be packed");
	ehc_arena_free(a);
	return good;
}
