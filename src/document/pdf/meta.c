/*
 * meta.c - what the file says of itself: title, language, dates, that it is tagged, which standards it keeps, its
 * bookmarks and page labels. Dates come from the plan or from the caller, never from the clock.
 */
#include "pdf.h"

#include <hpdf_doc.h>
#include <limits.h>

struct moment { int year, month, day, hour, minute, second; };

static struct moment
moment_of(long long seconds)
{
	long long days = seconds / 86400, rest = seconds % 86400;
	struct moment m = { 0 };

	if (rest < 0) {
		rest += 86400;
		days--;
	}
	ehc_day_parts((ehc_day)days, &m.year, &m.month, &m.day);
	m.hour = (int)(rest / 3600);
	m.minute = (int)(rest / 60 % 60);
	m.second = (int)(rest % 60);
	return m;
}

static struct ehc_str
author(const struct pdf *p)
{
	return p->doc->authority;
}

/* ---- document information and XMP: the same facts twice, as PDF/A asks ---- */

static void
put_entry(struct ehc_buf *b, const char *key, struct ehc_str value)
{
	if (value.len == 0)
		return;
	ehc_buf_printf(b, "/%s", key);
	pdf_put_string(b, value);
}

static void
put_info(struct pdf *p)
{
	struct ehc_buf b = { 0 };
	HPDF_Dict info = pdf_dict(p);

	put_entry(&b, "Title", p->doc->title);
	put_entry(&b, "Author", author(p));
	put_entry(&b, "Producer", EHC_STR("ehc " EHC_VERSION));
	if (p->made != LLONG_MIN) {
		struct moment m = moment_of(p->made);
		struct ehc_str date = ehc_arena_printf(p->arena, "D:%04d%02d%02d%02d%02d%02dZ", m.year, m.month, m.day, m.hour, m.minute, m.second);

		put_entry(&b, "CreationDate", date);
		put_entry(&b, "ModDate", date);
	}
	pdf_body(p, info, &b);
	ehc_buf_free(&b);
	HPDF_Dict_Add(p->haru->trailer, "Info", info);
}

/* pdfuaid is none of the schemas that PDF/A knows by itself, so it is described. */
static const char schema[] =
	"<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
	"<pdfaProperty:category>internal</pdfaProperty:category>"
	"<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>"
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static HPDF_Dict
xmp(struct pdf *p)
{
	struct ehc_buf b = { 0 }, body = { 0 };
	HPDF_Dict d;

	ehc_buf_cstr(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
	    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
	    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
	    "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
	    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	ehc_buf_html(&b, p->doc->title);
	ehc_buf_cstr(&b, "</rdf:li></rdf:Alt></dc:title>\n");
	if (author(p).len > 0) {
		ehc_buf_cstr(&b, "<dc:creator><rdf:Seq><rdf:li>");
		ehc_buf_html(&b, author(p));
		ehc_buf_cstr(&b, "</rdf:li></rdf:Seq></dc:creator>\n");
	}
	ehc_buf_cstr(&b, "<dc:language><rdf:Bag><rdf:li>");
	ehc_buf_html(&b, p->doc->language);
	ehc_buf_cstr(&b, "</rdf:li></rdf:Bag></dc:language>\n<pdf:Producer>ehc " EHC_VERSION "</pdf:Producer>\n");
	if (p->made != LLONG_MIN) {
		struct moment m = moment_of(p->made);

		for (int i = 0; i < 2; i++) {
			const char *name = i == 0 ? "CreateDate" : "ModifyDate";

			ehc_buf_printf(&b, "<xmp:%s>%04d-%02d-%02dT%02d:%02d:%02dZ</xmp:%s>\n", name, m.year, m.month, m.day, m.hour, m.minute,
			    m.second, name);
		}
	}
	ehc_buf_cstr(&b, "</rdf:Description>\n");
	ehc_buf_cstr(&b, schema);
	ehc_buf_cstr(&b, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
	ehc_buf_cstr(&body, "/Type/Metadata/Subtype/XML");
	d = pdf_stream(p, b.ptr, b.len, false, &body);
	ehc_buf_free(&b);
	ehc_buf_free(&body);
	return d;
}

/* ---- the catalogue ---- */

static HPDF_Dict
output_intent(struct pdf *p)
{
	struct pdf_bytes icc = pdf_colour_profile();
	struct ehc_buf b = { 0 };
	HPDF_Dict intent = pdf_dict(p), profile;

	ehc_buf_cstr(&b, "/N 3");
	profile = pdf_stream(p, icc.start, icc.length, true, &b);
	ehc_buf_printf(&b, "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %u 0 R", pdf_number(profile));
	pdf_body(p, intent, &b);
	ehc_buf_free(&b);
	return intent;
}

/* Words as a string of PDF: big-endian UTF-16 with its mark, for libharu's own encoders lose letters. */
static HPDF_Binary
text_string(struct pdf *p, struct ehc_str words)
{
	char *s = ehc_arena_alloc(p->arena, words.len * 4 + 2);
	size_t len = 0;

	s[len++] = '\xFE';
	s[len++] = '\xFF';
	for (size_t at = 0; at < words.len; ) {
		uint32_t c = ehc_utf8_next(words, &at);
		uint32_t units[2] = { c, 0 };
		int n = 1;

		if (c > 0xFFFF) {
			units[0] = 0xD800 + ((c - 0x10000) >> 10);
			units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
			n = 2;
		}
		for (int k = 0; k < n; k++) {
			s[len++] = (char)(units[k] >> 8);
			s[len++] = (char)(units[k] & 0xFF);
		}
	}
	return HPDF_Binary_New(p->haru->mmgr, (HPDF_BYTE *)s, (HPDF_UINT)len);
}

/* Bookmarks follow the headings. The title itself is left out: it is the whole file. */
static void
put_outline(struct pdf *p)
{
	HPDF_Outline above[7] = { NULL };

	for (size_t i = 0; i < p->headings.count; i++) {
		const struct pdf_heading *h = &p->headings.items[i];
		int level = h->level > 6 ? 6 : h->level;
		HPDF_Outline parent = NULL, o;
		HPDF_Array to;

		if (level < 2)
			continue;
		for (int k = level - 1; k > 1 && parent == NULL; k--)
			parent = above[k];
		o = HPDF_CreateOutline(p->haru, parent, "-", NULL);
		for (int k = level; k < 7; k++)
			above[k] = NULL;
		above[level] = o;
		HPDF_Outline_SetOpened(o, HPDF_FALSE);
		HPDF_Dict_Add(o, "Title", text_string(p, h->words));
		to = HPDF_Array_New(p->haru->mmgr);
		HPDF_Dict_Add(o, "Dest", to);
		HPDF_Array_Add(to, p->pages.items[h->page].object);
		HPDF_Array_AddName(to, "XYZ");
		HPDF_Array_AddReal(to, 0);
		HPDF_Array_AddReal(to, (HPDF_REAL)(p->page.height - h->y + 8));
		HPDF_Array_Add(to, HPDF_Null_New(p->haru->mmgr));
	}
}

void
pdf_meta(struct pdf *p)
{
	HPDF_Dict catalog = p->haru->catalog, marks, viewer;
	HPDF_Array intents = HPDF_Array_New(p->haru->mmgr);

	put_info(p);
	marks = HPDF_Dict_New(p->haru->mmgr);
	HPDF_Dict_Add(catalog, "MarkInfo", marks);
	HPDF_Dict_AddBoolean(marks, "Marked", HPDF_TRUE);
	HPDF_Dict_Add(catalog, "Lang", HPDF_String_New(p->haru->mmgr, ehc_arena_cstr(p->arena, p->doc->language), NULL));
	viewer = HPDF_Dict_New(p->haru->mmgr);
	HPDF_Dict_Add(catalog, "ViewerPreferences", viewer);
	HPDF_Dict_AddBoolean(viewer, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Dict_Add(catalog, "StructTreeRoot", p->tree);
	HPDF_Dict_Add(catalog, "Metadata", xmp(p));
	HPDF_Dict_Add(catalog, "OutputIntents", intents);
	HPDF_Array_Add(intents, output_intent(p));
	put_outline(p);
	if (p->headings.count > 1)
		HPDF_SetPageMode(p->haru, HPDF_PAGE_MODE_USE_OUTLINE);
	HPDF_AddPageLabel(p->haru, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, "");
}
