/*
 * look.c - a house style as Word's own styles, which whoever goes on writing finds in the list: sizes, colours and spacing are set here
 * and nowhere in the text.
 */
#include "docx.h"

#include <string.h>

/* `instead` is what is taken where the font is not there. */
static const struct { const char *name, *instead; } fonts[] = {
	[EHC_FONT_NOTO_SANS] = { "Noto Sans", "Arial" },
	[EHC_FONT_DEJAVU_SANS] = { "DejaVu Sans", "Verdana" },
};

static const char *
font_name(const struct docx *x)
{
	return fonts[x->s->font].name;
}

unsigned long
docx_colour(const struct docx *x, enum ehc_colour c)
{
	return (unsigned long)x->s->colours[c];
}

long
docx_half_points(const struct docx *x, enum ehc_size s)
{
	return (x->s->sizes[s] + 2) / 5;
}

/* ---- styles ---- */

struct look {
	const char *id, *name, *based_on, *next;
	long size;                      /* half points; 0: as what it is based on */
	bool bold;
	enum ehc_colour colour;
	long before, after;
	const char *paragraph;          /* more of its properties, in Word's order, in front of the spacing and behind it */
	const char *behind;
};

static void
put_look(struct docx *x, struct ehc_buf *out, const struct look *k)
{
	ehc_buf_printf(out, "<w:style w:type=\"paragraph\" w:styleId=\"%s\"%s><w:name w:val=\"%s\"/>", k->id, strcmp(k->id, "Normal") == 0 ? " w:default=\"1\"" : "", k->name);
	if (k->based_on != NULL)
		ehc_buf_printf(out, "<w:basedOn w:val=\"%s\"/>", k->based_on);
	if (k->next != NULL)
		ehc_buf_printf(out, "<w:next w:val=\"%s\"/>", k->next);
	ehc_buf_printf(out, "<w:qFormat/><w:pPr>%s<w:spacing w:before=\"%ld\" w:after=\"%ld\"/>%s</w:pPr><w:rPr>", k->paragraph, k->before, k->after, k->behind);
	if (k->bold)
		ehc_buf_cstr(out, "<w:b/><w:bCs/>");
	ehc_buf_printf(out, "<w:color w:val=\"%06lX\"/>", docx_colour(x, k->colour));
	if (k->size > 0)
		ehc_buf_printf(out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>", k->size, k->size);
	ehc_buf_cstr(out, "</w:rPr></w:style>");
}

static void
put_headings(struct docx *x, struct ehc_buf *out)
{
	for (int level = 1; level <= 6; level++) {
		char id[24], name[24], outline[64];
		struct look k = { id, name, "Normal", "Normal", (ehc_style_heading(x->s, level) + 2) / 5, true, EHC_COLOUR_HEADINGS, level == 1 ? 240 : 480 - 60 * level, 120,
		    "<w:keepNext/><w:keepLines/>", outline };

		snprintf(id, sizeof(id), "Heading%d", level);
		snprintf(name, sizeof(name), "heading %d", level);
		snprintf(outline, sizeof(outline), "<w:outlineLvl w:val=\"%d\"/>", level - 1);
		put_look(x, out, &k);
	}
}

/* A box: coloured, with a bar at its left; paragraphs of one kind behind each other make one box. */
static void
put_notice(struct docx *x, struct ehc_buf *out, const char *id, const char *name, enum ehc_colour bar, enum ehc_colour ground)
{
	struct look k = { id, name, "Normal", NULL, 0, false, EHC_COLOUR_TEXT, 60, 60, NULL, "" };
	struct ehc_str box = ehc_arena_printf(x->a, "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"6\" w:color=\"%06lX\"/></w:pBdr>"
	    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06lX\"/>", docx_colour(x, bar), docx_colour(x, ground));

	k.paragraph = box.ptr;
	put_look(x, out, &k);
}

void
docx_styles(struct docx *x, struct ehc_buf *out)
{
	long text = docx_half_points(x, EHC_SIZE_TEXT), tables = docx_half_points(x, EHC_SIZE_TABLES), small = docx_half_points(x, EHC_SIZE_SMALL);
	/* a line below what is to be filled in */
	struct ehc_str box = ehc_arena_printf(x->a, "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"%06lX\"/></w:pBdr>", docx_colour(x, EHC_COLOUR_RULES));
	const struct look looks[] = {
		{ "Normal", "Normal", NULL, NULL, text, false, EHC_COLOUR_TEXT, 0, 140, "", "" },
		{ "Lead", "Lead", "Normal", "Normal", text * 13 / 10, false, EHC_COLOUR_TEXT, 0, 200, "", "" },
		{ "Quiet", "Quiet", "Normal", NULL, small, false, EHC_COLOUR_QUIET, 0, 140, "", "" },
		{ "Warning", "Warning", "Normal", NULL, 0, true, EHC_COLOUR_WARNINGS, 0, 140, "", "" },
		{ "Sheet", "Sheet", "Normal", NULL, text < DOCX_SHEET_SIZE ? DOCX_SHEET_SIZE : text, false, EHC_COLOUR_TEXT, 0, 60, "", "" },
		{ "TableText", "Table Text", "Normal", NULL, tables, false, EHC_COLOUR_TEXT, 40, 60, "<w:keepLines/>", "" },
		{ "TableHead", "Table Head", "TableText", NULL, tables, true, EHC_COLOUR_TABLE_HEAD_TEXT, 40, 60, "", "" },
		{ "Question", "Question", "Normal", NULL, 0, true, EHC_COLOUR_TEXT, 120, 40, "<w:keepNext/>", "" },
		{ "Answer", "Answer", "Normal", NULL, 0, false, EHC_COLOUR_QUIET, 0, 160, box.ptr, "" },
		{ "Gap", "Gap", "Normal", NULL, 8, false, EHC_COLOUR_TEXT, 0, 0, "", "" },
		{ "Caption", "caption", "Normal", "Normal", small, true, EHC_COLOUR_QUIET, 160, 80, "<w:keepNext/>", "" },
		{ "TOC1", "toc 1", "Normal", "Normal", 0, false, EHC_COLOUR_TEXT, 0, 20, "", "" },
		{ "TOC2", "toc 2", "Normal", "Normal", 0, false, EHC_COLOUR_TEXT, 0, 20, "", "" },
		{ "ListParagraph", "List Paragraph", "Normal", NULL, 0, false, EHC_COLOUR_TEXT, 0, 80, "", "" },
		{ "Header", "header", "Normal", NULL, small, false, EHC_COLOUR_QUIET, 0, 0, "", "" },
		{ "Footer", "footer", "Normal", NULL, small, false, EHC_COLOUR_QUIET, 0, 0, "", "" },
	};

	ehc_buf_printf(out, DOCX_XML "<w:styles " DOCX_W "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>"
	    "<w:lang w:val=\"%.*s\" w:eastAsia=\"%.*s\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
	    font_name(x), font_name(x), font_name(x), font_name(x), EHC_ARG(x->d->language), EHC_ARG(x->d->language));
	for (size_t i = 0; i < EHC_COUNT(looks); i++)
		put_look(x, out, &looks[i]);
	put_headings(x, out);
	put_notice(x, out, "Notice", "Notice", EHC_COLOUR_HEADINGS, EHC_COLOUR_NOTICES);
	put_notice(x, out, "NoticeWarning", "Notice Warning", EHC_COLOUR_WARNINGS, EHC_COLOUR_WARNING_NOTICES);
	ehc_buf_printf(out, "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"%06lX\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
	    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
	    "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
	    "<w:style w:type=\"table\" w:styleId=\"PlanTable\"><w:name w:val=\"Plan Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
	    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"%06lX\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"%06lX\"/>"
	    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"%06lX\"/></w:tblBorders></w:tblPr></w:style></w:styles>",
	    docx_colour(x, EHC_COLOUR_LINKS), docx_colour(x, EHC_COLOUR_RULES), docx_colour(x, EHC_COLOUR_RULES), docx_colour(x, EHC_COLOUR_RULES));
}

/* ---- lists ---- */

enum { LEVELS = 9, STEP = 360 };

static void
put_level(struct ehc_buf *out, int level, const char *format, size_t start, struct ehc_str text, long hanging)
{
	ehc_buf_printf(out, "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"%zu\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"", level, start, format);
	docx_text(out, text);
	ehc_buf_printf(out, "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%ld\" w:hanging=\"%ld\"/></w:pPr></w:lvl>", (long)STEP * level + hanging, hanging);
}

void
docx_numbering(struct docx *x, struct ehc_buf *out)
{
	ehc_buf_cstr(out, DOCX_XML "<w:numbering " DOCX_W "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>");
	for (int level = 0; level < LEVELS; level++)
		put_level(out, level, "bullet", 1, EHC_STR("•"), STEP);
	ehc_buf_cstr(out, "</w:abstractNum>");
	for (size_t i = 0; i < x->lists.count; i++) {
		const struct docx_list *l = &x->lists.items[i];

		ehc_buf_printf(out, "<w:abstractNum w:abstractNumId=\"%zu\"><w:multiLevelType w:val=\"multilevel\"/>", i + 1);
		for (int level = 0; level < LEVELS; level++)
			put_level(out, level, "decimal", l->start, l->label.len > 0 ? l->label : ehc_arena_printf(x->a, "%%%d", level + 1), STEP + 200);
		ehc_buf_cstr(out, "</w:abstractNum>");
	}
	for (size_t i = 0; i <= x->lists.count; i++)
		ehc_buf_printf(out, "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%zu\"/></w:num>", i + DOCX_BULLETS, i);
	ehc_buf_cstr(out, "</w:numbering>");
}

/* ---- fonts ---- */

void
docx_fonts(struct docx *x, struct ehc_buf *out)
{
	ehc_buf_printf(out, DOCX_XML "<w:fonts " DOCX_W "><w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>",
	    font_name(x), fonts[x->s->font].instead);
}
