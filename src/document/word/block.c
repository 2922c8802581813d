/*
 * block.c - blocks of a document as Word's paragraphs, lists and tables.
 */
#include "docx.h"

#include <string.h>

static void draw_blocks(struct docx *x, const struct ehc_block *first);

static void
put(struct docx *x, const char *xml)
{
	ehc_buf_cstr(&x->body, xml);
}

/* ---- paragraphs ---- */

static const char *
style_of(const struct docx *x, const struct ehc_block *b)
{
	if (x->notice != NULL)
		return x->notice->tone == EHC_TONE_WARNING ? "NoticeWarning" : "Notice";
	if (b->tone == EHC_TONE_WARNING)
		return "Warning";
	if (x->sheet)
		return "Sheet";
	if (x->cell)
		return "TableText";
	if (b->tone == EHC_TONE_LEAD)
		return "Lead";
	if (b->tone == EHC_TONE_QUIET)
		return "Quiet";
	return x->level > 0 ? "ListParagraph" : "Normal";
}

/* For the next paragraph. One that waits already stands between two. */
static void
hold_anchor(struct docx *x, struct ehc_str anchor)
{
	if (anchor.len == 0)
		return;
	docx_bookmark(x, x->anchor);
	x->anchor = anchor;
}

#define RIGHT "<w:bidi/>"               /* the paragraph begins at the right, and so do its lines */

/* Opens a paragraph; `more` are properties that stand behind those of lists, `keep` holds it on one page with what follows. */
static void
open_paragraph(struct docx *x, const char *style, bool keep, const char *more)
{
	ehc_buf_printf(&x->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s%s", style, keep || x->keep ? "<w:keepNext/>" : "", x->page_break ? "<w:pageBreakBefore/>" : "");
	if (x->number > 0)
		ehc_buf_printf(&x->body, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%zu\"/></w:numPr>", x->level - 1, x->number);
	put(x, more);
	if (x->after_table && (more[0] == '\0' || strcmp(more, RIGHT) == 0) && strncmp(style, "Heading", 7) != 0)
		put(x, "<w:spacing w:before=\"200\"/>");
	if (x->number == 0 && x->level > 0)
		ehc_buf_printf(&x->body, "<w:ind w:left=\"%u\"/>", 360 * x->level);
	put(x, "</w:pPr>");
	docx_bookmark(x, x->anchor);
	x->anchor = EHC_NOSTR;
	x->number = 0;
	x->page_break = x->after_table = false;
}

#define SHORT 120                       /* bytes that fit a line: a name, beside what it is called */

static bool
begins_right(const struct ehc_runs *runs)
{
	size_t bytes = 0;

	for (size_t i = 0; i < runs->count; i++)
		bytes += runs->items[i].text.len;
	return bytes > SHORT && ehc_reads_backwards(runs);
}

static void
draw_paragraph(struct docx *x, const struct ehc_block *b)
{
	bool small = x->sheet && x->notice != NULL && docx_half_points(x, EHC_SIZE_TEXT) < DOCX_SHEET_SIZE, strong = x->strong;
	struct ehc_str size = ehc_arena_printf(x->a, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", DOCX_SHEET_SIZE, DOCX_SHEET_SIZE);

	x->strong = strong || (x->notice != NULL && b->tone == EHC_TONE_WARNING);
	open_paragraph(x, style_of(x, b), b->together, begins_right(&b->runs) ? RIGHT : "");
	docx_bookmark(x, b->anchor);
	docx_runs(x, &b->runs, small ? size.ptr : "");
	put(x, "</w:p>");
	x->strong = strong;
}

/* A warning at the head of a sheet is white on its colour; letters on sheets are no larger than they must be. */
static void
draw_heading(struct docx *x, const struct ehc_block *b)
{
	struct ehc_str more = EHC_NOSTR, properties = EHC_NOSTR;
	char style[24];
	bool band = x->sheet && b->level == 1 && b->tone == EHC_TONE_WARNING;

	snprintf(style, sizeof(style), "Heading%d", b->level < 1 ? 1 : b->level > 6 ? 6 : b->level);
	if (band)
		more = ehc_arena_printf(x->a, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06lX\"/>", docx_colour(x, EHC_COLOUR_WARNINGS));
	if (b->tone == EHC_TONE_WARNING)
		properties = ehc_arena_printf(x->a, "<w:color w:val=\"%06lX\"/>", docx_colour(x, band ? EHC_COLOUR_PAPER : EHC_COLOUR_WARNINGS));
	if (x->sheet && b->level > 1)
		more = EHC_STR("<w:spacing w:before=\"120\" w:after=\"40\"/>");
	if (x->sheet && b->level <= 2)
		properties = ehc_arena_printf(x->a, "%.*s<w:sz w:val=\"%d\"/>", EHC_ARG(properties), b->level == 1 ? 38 : 30);
	open_paragraph(x, style, true, more.len > 0 ? more.ptr : "");
	docx_bookmark(x, b->anchor);
	docx_runs(x, &b->runs, properties.len > 0 ? properties.ptr : "");
	put(x, "</w:p>");
}

/* Two tables in a row would be one, and a cell must end with a paragraph. */
static void
part_tables(struct docx *x)
{
	if (!x->after_table)
		return;
	put(x, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
	x->after_table = false;
}

/* ---- lists ---- */

static bool
is_number(struct ehc_str label, size_t n)
{
	size_t v = 0;

	for (size_t i = 0; i < label.len; i++) {
		if (!ehc_is_digit(label.ptr[i]) || i > 4)
			return false;
		v = v * 10 + (size_t)(label.ptr[i] - '0');
	}
	return label.len > 0 && v == n;
}

static bool
counts(const struct ehc_block *list)
{
	size_t n = 1;

	for (const struct ehc_block *it = list->first; it != NULL; it = it->next)
		if (!is_number(it->label, n++))
			return false;
	return true;
}

static size_t
new_list(struct docx *x, struct ehc_str label)
{
	EHC_PUSH(x->a, &x->lists, (struct docx_list){ 1, label });
	return DOCX_FIRST_LIST + x->lists.count - 1;
}

static void
draw_list(struct docx *x, const struct ehc_block *b)
{
	bool counted = counts(b);
	size_t number = DOCX_BULLETS;

	if (counted)
		number = new_list(x, EHC_NOSTR);
	x->level += x->level < 9;
	for (const struct ehc_block *it = b->first; it != NULL; it = it->next) {
		if (!counted && it->label.len > 0)
			number = new_list(x, it->label);
		x->number = number;
		hold_anchor(x, it->anchor);
		draw_blocks(x, it->first);
		x->number = 0;
	}
	x->level -= x->level > 0;
}

/* ---- tables ---- */

static void
put_caption(struct docx *x, const struct ehc_block *b)
{
	if (b->caption.len == 0 || b->named)
		return;
	open_paragraph(x, "Caption", true, "");
	docx_words(x, b->caption, "");
	put(x, "</w:p>");
}

static long
width_of(const struct docx *x, const struct ehc_block *b, size_t i)
{
	int total = 0;

	for (size_t k = 0; k < b->ncolumns; k++)
		total += b->columns[k].weight;
	if (b->kind == EHC_BLOCK_FACTS || total <= 0)
		return i == 0 ? x->across * 28 / 100 : x->across - x->across * 28 / 100;
	return x->across * b->columns[i].weight / total;
}

static void
open_table(struct docx *x, const struct ehc_block *b)
{
	bool headed = b->kind == EHC_BLOCK_TABLE;

	ehc_buf_printf(&x->body, "<w:tbl><w:tblPr><w:tblStyle w:val=\"PlanTable\"/><w:tblW w:w=\"%ld\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
	    "<w:tblLook w:val=\"%s\" w:firstRow=\"%d\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>", x->across,
	    headed ? "06A0" : "0680", headed);
	if (b->caption.len > 0) {
		put(x, "<w:tblCaption w:val=\"");
		docx_text(&x->body, b->caption);
		put(x, "\"/>");
	}
	put(x, "</w:tblPr><w:tblGrid>");
	for (size_t i = 0; i < b->ncolumns; i++)
		ehc_buf_printf(&x->body, "<w:gridCol w:w=\"%ld\"/>", width_of(x, b, i));
	put(x, "</w:tblGrid>");
}

static void
open_cell(struct docx *x, const struct ehc_block *b, size_t i, bool head)
{
	ehc_buf_printf(&x->body, "<w:tc><w:tcPr><w:tcW w:w=\"%ld\" w:type=\"dxa\"/>", width_of(x, b, i));
	if (head)
		ehc_buf_printf(&x->body, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06lX\"/>", docx_colour(x, EHC_COLOUR_TABLE_HEADS));
	put(x, "</w:tcPr>");
}

static void
put_heads(struct docx *x, const struct ehc_block *b)
{
	put(x, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
	for (size_t i = 0; i < b->ncolumns; i++) {
		open_cell(x, b, i, true);
		open_paragraph(x, "TableHead", true, "");
		docx_words(x, b->columns[i].heading, "");
		put(x, "</w:p></w:tc>");
	}
	put(x, "</w:tr>");
}

static void
put_cell(struct docx *x, const struct ehc_block *b, const struct ehc_table_row *r, size_t i)
{
	bool cell = x->cell, strong = x->strong;
	unsigned level = x->level;
	long across = x->across;
	size_t before;

	open_cell(x, b, i, false);
	before = x->body.len;
	x->cell = true;
	x->level = 0;
	x->strong = i == 0;
	x->across = width_of(x, b, i) - 216;
	if (i == 0)
		hold_anchor(x, r->anchor);
	draw_blocks(x, r->cells[i].first);
	if (x->body.len == before) {
		open_paragraph(x, x->sheet ? "Sheet" : "TableText", false, "");
		put(x, "</w:p>");
	}
	part_tables(x);
	put(x, "</w:tc>");
	x->cell = cell;
	x->level = level;
	x->strong = strong;
	x->across = across;
}

/* Nothing side by side: what the column is called, then what stands in it. */
static void
draw_cards(struct docx *x, const struct ehc_block *b)
{
	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next)
		for (size_t i = 0; i < b->ncolumns; i++) {
			bool facts = b->kind == EHC_BLOCK_FACTS;

			if (r->cells[i].first == NULL)
				continue;
			if (i == 0)
				hold_anchor(x, r->anchor);
			if (!facts) {
				open_paragraph(x, "Caption", true, "");
				docx_words(x, b->columns[i].heading, "");
				put(x, "</w:p>");
			}
			x->strong = i == 0;
			x->keep = x->keep || (facts && i == 0);
			draw_blocks(x, r->cells[i].first);
			x->strong = x->keep = false;
		}
}

static void
draw_table(struct docx *x, const struct ehc_block *b)
{
	bool keep = x->keep;

	if (b->rows == NULL)
		return;
	put_caption(x, b);
	if (x->s->layout == EHC_LAYOUT_CARDS) {
		draw_cards(x, b);
		return;
	}
	part_tables(x);
	open_table(x, b);
	if (b->kind == EHC_BLOCK_TABLE)
		put_heads(x, b);
	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
		/* LibreOffice loses such a row where the heads come again: there the style keeps the lines of a cell together */
		put(x, b->kind == EHC_BLOCK_FACTS ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>");
		x->keep = keep || (b->together && r->next != NULL);
		for (size_t i = 0; i < b->ncolumns; i++)
			put_cell(x, b, r, i);
		put(x, "</w:tr>");
	}
	x->keep = keep;
	put(x, "</w:tbl>");
	x->after_table = true;
}

/* ---- the rest ---- */

/* The list of contents is Word's own: links now, and whoever wants page numbers can have it made anew. */
static void
draw_entries(struct docx *x, const struct ehc_block *first, size_t *n)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		struct ehc_str to = b->kind == EHC_BLOCK_HEADING && b->level <= 2 ? docx_bookmark_name(x, b->anchor) : EHC_NOSTR;

		if (to.len > 0) {
			open_paragraph(x, b->level == 1 ? "TOC1" : "TOC2", false, "");
			if ((*n)++ == 0)
				put(x, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\n \\h \\z </w:instrText></w:r>"
				    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
			ehc_buf_printf(&x->body, "<w:hyperlink w:anchor=\"%.*s\" w:history=\"1\">", EHC_ARG(to));
			docx_runs(x, &b->runs, "");
			put(x, "</w:hyperlink></w:p>");
		}
		draw_entries(x, b->first, n);
	}
}

static void
draw_contents(struct docx *x)
{
	static const char end[] = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
	size_t n = 0;

	draw_entries(x, x->d->first, &n);
	if (n == 0)
		return;
	x->body.len -= strlen("</w:p>");
	put(x, end);
}

static void
draw_signature(struct docx *x, const struct ehc_block *b)
{
	struct ehc_str tabs = ehc_arena_printf(x->a, "<w:tabs><w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"%ld\"/><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"%ld\"/></w:tabs>"
	    "<w:spacing w:before=\"600\"/>", x->across * 62 / 100, x->across);

	open_paragraph(x, style_of(x, b), b->blank, "");
	docx_bookmark(x, b->anchor);
	docx_runs(x, &b->runs, "");
	put(x, "</w:p>");
	if (!b->blank)
		return;
	open_paragraph(x, "Normal", false, tabs.ptr);
	put(x, "<w:r><w:t xml:space=\"preserve\">Signature </w:t><w:tab/><w:t xml:space=\"preserve\"> Date </w:t><w:tab/></w:r></w:p>");
}

/* In front of the words that it belongs to, where a reader who listens is told of it first too. */
static void
draw_portrait(struct docx *x, const struct ehc_block *b)
{
	open_paragraph(x, style_of(x, b), true, "");
	docx_picture(x, &b->picture);
	put(x, "</w:p>");
	draw_blocks(x, b->first);
}

/* ---- questions: content controls, which a form is filled in with ---- */

static void
put_question(struct docx *x, const struct ehc_block *b)
{
	if (b->named)
		return;                 /* the heading above shows it */
	open_paragraph(x, x->cell || x->sheet ? style_of(x, b) : "Question", true, "");
	docx_bookmark(x, b->anchor);
	docx_runs(x, &b->runs, "");
	put(x, "</w:p>");
}

/* Opens a control that is called by its question. */
static void
open_control(struct docx *x, const struct ehc_block *b)
{
	put(x, "<w:sdt><w:sdtPr><w:alias w:val=\"");
	for (size_t i = 0; i < b->runs.count; i++)
		docx_text(&x->body, b->runs.items[i].text);
	put(x, "\"/>");
}

static void
draw_choice(struct docx *x, const struct ehc_block *b)
{
	put_question(x, b);
	open_paragraph(x, style_of(x, b), false, "");
	for (const char *const *o = b->options; *o != NULL; o++) {
		open_control(x, b);
		put(x, "<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>"
		    "</w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space=\"preserve\"> ");
		docx_text(&x->body, ehc_str_of(*o));
		put(x, o[1] != NULL ? "    </w:t></w:r>" : "</w:t></w:r>");
	}
	put(x, "</w:p>");
}

static void
draw_answer(struct docx *x, const struct ehc_block *b)
{
	put_question(x, b);
	open_control(x, b);
	put(x, "<w:showingPlcHdr/><w:text w:multiLine=\"1\"/></w:sdtPr><w:sdtContent>");
	open_paragraph(x, x->cell || x->sheet ? style_of(x, b) : "Answer", false, "");
	ehc_buf_printf(&x->body, "<w:r><w:rPr><w:color w:val=\"%06lX\"/></w:rPr><w:t>Write here</w:t></w:r></w:p></w:sdtContent></w:sdt>", docx_colour(x, EHC_COLOUR_QUIET));
}

static void
draw_notice(struct docx *x, const struct ehc_block *b)
{
	const struct ehc_block *was = x->notice;
	bool keep = x->keep;

	x->notice = b;
	for (const struct ehc_block *in = b->first; in != NULL; in = in->next) {
		const struct ehc_block *next = in->next;
		struct ehc_block one = *in;

		one.next = NULL;
		x->keep = keep || (b->together && next != NULL);
		draw_blocks(x, &one);
	}
	x->keep = keep;
	x->notice = was;
}

/* ---- sections ---- */

/* What ends a part of the file: the size of its pages, what stands at their head and foot, and on which page it begins. */
static void
put_section(struct docx *x, enum docx_pages pages, bool odd)
{
	int nth = pages == DOCX_SHEET ? 2 : 1, edge = pages == DOCX_SHEET ? 800 : 1500;

	ehc_buf_printf(&x->body, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader%d\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter%d\"/><w:type w:val=\"%s\"/>"
	    "<w:pgSz w:w=\"%ld\" w:h=\"%ld\"%s/><w:pgMar w:top=\"%d\" w:right=\"%ld\" w:bottom=\"%d\" w:left=\"%ld\" w:header=\"700\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr>",
	    nth, nth, odd ? "oddPage" : "nextPage", x->width, x->height, x->width > x->height ? " w:orient=\"landscape\"" : "", edge, x->margin, edge - edge / 10, x->margin);
}

static void
end_section(struct docx *x, enum docx_pages pages, bool odd)
{
	put(x, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>");
	put_section(x, pages, odd);
	put(x, "</w:pPr></w:p>");
	x->page_break = x->after_table = false;
}

static void
draw_block(struct docx *x, const struct ehc_block *b)
{
	if (b->kind != EHC_BLOCK_HEADING && b->kind != EHC_BLOCK_PARAGRAPH && b->kind != EHC_BLOCK_SIGNATURE)
		hold_anchor(x, b->anchor);
	switch (b->kind) {
	case EHC_BLOCK_SECTION: draw_blocks(x, b->first); break;
	case EHC_BLOCK_HEADING: draw_heading(x, b); break;
	case EHC_BLOCK_PARAGRAPH: draw_paragraph(x, b); break;
	case EHC_BLOCK_LIST: draw_list(x, b); break;
	case EHC_BLOCK_ITEM: draw_blocks(x, b->first); break;
	case EHC_BLOCK_TABLE: case EHC_BLOCK_FACTS: draw_table(x, b); break;
	case EHC_BLOCK_NOTICE: draw_notice(x, b); break;
	case EHC_BLOCK_CONTENTS: draw_contents(x); break;
	case EHC_BLOCK_SIGNATURE: draw_signature(x, b); break;
	case EHC_BLOCK_PORTRAIT: draw_portrait(x, b); break;
	case EHC_BLOCK_CHOICE: draw_choice(x, b); break;
	case EHC_BLOCK_ANSWER: draw_answer(x, b); break;
	case EHC_BLOCK_PAGE_BREAK: x->page_break = true; break;
	}
}

static void
draw_blocks(struct docx *x, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		/* Where a page ends, Word alone knows: with a page of its own the list never leaves its last lines alone on another. */
		if (b->next != NULL && b->next->kind == EHC_BLOCK_CONTENTS)
			x->page_break = true;
		draw_block(x, b);
	}
}

/* A sheet is a leaf of its own, on a right-hand page whose back stays blank; what stands before and behind it are parts of their own. */
void
docx_body(struct docx *x)
{
	enum docx_pages pages = DOCX_PLAIN;
	bool odd = false, begun = false;

	x->across = x->width - 2 * x->margin;
	for (const struct ehc_block *b = x->d->first; b != NULL; b = b->next) {
		enum docx_pages now = b->sheet ? DOCX_SHEET : DOCX_PLAIN;

		if (begun && (now == DOCX_SHEET || pages == DOCX_SHEET)) {
			end_section(x, pages, odd);
			odd = true;
		}
		odd = odd || now == DOCX_SHEET;
		pages = now;
		begun = true;
		x->sheet = b->sheet;
		draw_block(x, b);
	}
	part_tables(x);
	put_section(x, pages, odd);
}
