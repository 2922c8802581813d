/*
 * document.c - a Word file as blocks: its paragraphs and tables in their order, and what stands beside the text (comments,
 * page headers) among what is left out.
 */
#include "import/word/word.h"

#include <stdlib.h>

/* The properties of a content control around paragraphs: it may show its prompt. */
static void
control_properties(struct word *w)
{
	int around = xmlTextReaderDepth(w->x->reader) - 1, depth = xml_depth(w->x);

	while (depth >= 0 && xml_child(w->x, depth))
		if (xml_is(w->x, "showingPlcHdr") && xml_on(w->x, w->a))
			w->prompt_until = around;
}

/* The reader is on an element: behind the control the prompt has an end. */
static void
leave_control(struct word *w)
{
	if (w->prompt_until > 0 && xmlTextReaderDepth(w->x->reader) <= w->prompt_until)
		w->prompt_until = 0;
}

/* ---- tables ---- */

struct cell_properties { uint32_t width; bool continued; };

static struct cell_properties
cell_properties(struct word *w)
{
	struct cell_properties c = { 1, false };
	int depth = xml_depth(w->x);

	while (depth >= 0 && xml_child(w->x, depth)) {
		if (xml_is(w->x, "gridSpan")) {
			long n = strtol(ehc_arena_cstr(w->a, xml_attribute(w->x, w->a, "val")), NULL, 10);

			c.width = n > 0 && n <= 64 ? (uint32_t)n : 1;
		} else if (xml_is(w->x, "vMerge"))
			c.continued = !ehc_str_is(xml_attribute(w->x, w->a, "val"), "restart");
	}
	return c;
}

static void
cell(struct word *w, struct ehc_draft_table *t, struct ehc_draft_row *row)
{
	struct ehc_draft_cell *c = draft_add_cell(w->a, t, row, 1);
	struct draft_list in = { &c->first, &c->last };
	int depth = xml_depth(w->x);

	if (w->depth == 1)
		w->origin.column++;
	while (depth >= 0 && xml_child(w->x, depth)) {
		leave_control(w);
		if (xml_is(w->x, "tcPr")) {
			struct cell_properties p = cell_properties(w);

			c->width = p.width;
			c->continued = p.continued;
			if (t->columns < c->column + c->width)
				t->columns = c->column + c->width;
		} else if (xml_is(w->x, "p"))
			word_paragraph(w, &in);
		else if (xml_is(w->x, "sdtPr"))
			control_properties(w);
		else if (xml_is(w->x, "tbl")) {
			struct draft_list nested = in;

			word_blocks(w, &nested, -2);
		} else if (xml_named(w->x, "Fallback"))
			xml_skip(w->x);
	}
	w->open = NULL;
}

/* A row that a tracked change deleted or added. */
static bool
row_properties(struct word *w, struct ehc_draft_row *row)
{
	int depth = xml_depth(w->x);
	bool gone = false;

	while (depth >= 0 && xml_child(w->x, depth)) {
		if (xml_is(w->x, "tblHeader"))
			row->header = xml_on(w->x, w->a);
		else if (xml_is(w->x, "del"))
			gone = !w->original;
		else if (xml_is(w->x, "ins"))
			gone = w->original;
	}
	return gone;
}

static void
leave_cells(struct word *w, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
			draft_leave_out(w->d, b->text, w->original ? "in a row that a tracked change added" : "in a row that a tracked change deleted", b->origin);
}

static void
table(struct word *w, struct draft_list *to)
{
	struct ehc_draft_block *b = draft_add(w->a, to, EHC_DRAFT_TABLE);
	struct ehc_origin outside = w->origin;
	int depth = xml_depth(w->x);

	b->table = EHC_NEW(w->a, struct ehc_draft_table);
	w->depth++;
	if (w->depth == 1)
		w->origin.table = ++w->tables;
	b->origin = w->origin;
	while (depth >= 0 && xml_child(w->x, depth)) {
		struct ehc_draft_row *row, *before = b->table->last;
		bool gone = false;
		int inner;

		if (!xml_is(w->x, "tr"))
			continue;
		row = draft_add_row(w->a, b->table);
		if (w->depth == 1) {
			w->origin.row++;
			w->origin.column = 0;
		}
		inner = xml_depth(w->x);
		while (inner >= 0 && xml_child(w->x, inner)) {
			if (xml_is(w->x, "trPr"))
				gone = row_properties(w, row);
			else if (xml_is(w->x, "tc"))
				cell(w, b->table, row);
		}
		if (gone) {
			leave_cells(w, row);
			b->table->last = before;
			if (before == NULL)
				b->table->first = NULL;
			else
				before->next = NULL;
		}
	}
	w->depth--;
	if (w->depth == 0) {
		outside.paragraph = w->origin.paragraph;
		w->origin = outside;
	}
}

void
word_blocks(struct word *w, struct draft_list *to, int depth)
{
	/* Called on a table itself: the reader stands on it. */
	if (depth == -2) {
		table(w, to);
		return;
	}
	while (depth >= 0 && xml_child(w->x, depth)) {
		leave_control(w);
		if (xml_is(w->x, "p"))
			word_paragraph(w, to);
		else if (xml_is(w->x, "tbl"))
			table(w, to);
		else if (xml_is(w->x, "sdtPr"))
			control_properties(w);
		else if (xml_is(w->x, "sectPr") || xml_named(w->x, "Fallback"))
			xml_skip(w->x);
		else if (xml_is(w->x, "altChunk"))
			draft_leave_out(w->d, EHC_STR("(a document within the document)"), "a document of another kind within this one, which is not read", w->origin);
	}
}

/* ---- beside the text ---- */

/* The characters of each element of that name in a member; `id` is its attribute. */
static void
collect(struct word *w, struct ehc_str bytes, const char *name, bool end)
{
	struct ehc_buf text = { NULL, 0, 0 };
	struct xml x;

	if (bytes.len == 0 || !xml_open(&x, bytes))
		return;
	while (xml_child(&x, -1)) {
		struct footnote note = { .end = end };
		int depth;

		if (!xml_is(&x, name))
			continue;
		note.id = xml_attribute(&x, w->a, "id");
		depth = xml_depth(&x);
		while (depth >= 0 && xml_child(&x, depth)) {
			if (xml_is(&x, "t"))
				xml_text(&x, &text);
			else if (xml_is(&x, "p") || xml_is(&x, "tab") || xml_is(&x, "br"))
				ehc_buf_char(&text, ' ');
		}
		note.text = draft_fold(w->a, ehc_buf_text(&text));
		ehc_buf_clear(&text);
		EHC_PUSH(w->a, &w->footnotes, note);
	}
	ehc_buf_free(&text);
	xml_close(&x);
}

/* Comments and page headers are gathered like notes, then left out. */
static void
leave_beside(struct word *w, struct ehc_str bytes, const char *name, const char *reason)
{
	size_t from = w->footnotes.count;
	struct ehc_origin nowhere = { .paragraph = 0 };

	collect(w, bytes, name, false);
	for (size_t i = from; i < w->footnotes.count; i++)
		draft_leave_out(w->d, w->footnotes.items[i].text, reason, nowhere);
	w->footnotes.count = from;
}

static bool
read_related(struct package *p, struct ehc_str of, const char *type, size_t nth, struct ehc_str *bytes, struct ehc_str *trouble)
{
	return package_read(p, package_related(p, of, type, nth), bytes, trouble);
}

enum { HEADERS = 60 };          /* one for each kind of page of each part; more are of no plan */

static bool
read_beside(struct word *w, struct package *p, struct ehc_str main, struct ehc_str *trouble)
{
	static const struct { const char *type, *element, *reason; } beside[] = {
		{ "/header", "hdr", "in the header of the pages" }, { "/footer", "ftr", "in the footer of the pages" }, { "/comments", "comment", "a comment in the margin" },
	};
	struct ehc_str bytes;

	for (size_t k = 0; k < EHC_COUNT(beside); k++)
		for (size_t n = 0; n < HEADERS; n++) {
			if (!read_related(p, main, beside[k].type, n, &bytes, trouble))
				return false;
			if (bytes.len == 0)
				break;
			leave_beside(w, bytes, beside[k].element, beside[k].reason);
		}
	return true;
}

static bool
read_tables(struct word *w, struct package *p, struct ehc_str main, struct ehc_str *trouble)
{
	struct ehc_str bytes;

	if (!read_related(p, main, "/styles", 0, &bytes, trouble))
		return false;
	styles_read(&w->styles, w->a, bytes);
	if (!read_related(p, main, "/numbering", 0, &bytes, trouble))
		return false;
	numbering_read(&w->numbering, w->a, bytes);
	if (!read_related(p, main, "/footnotes", 0, &bytes, trouble))
		return false;
	collect(w, bytes, "footnote", false);
	if (!read_related(p, main, "/endnotes", 0, &bytes, trouble))
		return false;
	collect(w, bytes, "endnote", true);
	return true;
}

static bool
read_text(struct word *w, struct ehc_str bytes, struct ehc_str *trouble)
{
	struct draft_list all = { &w->d->first, &w->d->last };
	bool found = false;
	struct xml x;

	if (bytes.len == 0 || !xml_open(&x, bytes)) {
		*trouble = EHC_STR("is a zip archive that holds no Word document");
		return false;
	}
	w->x = &x;
	while (!found && xml_child(&x, -1))
		if (xml_is(&x, "body")) {
			found = true;
			word_blocks(w, &all, xml_depth(&x));
		}
	if (x.failed)
		*trouble = ehc_str_of(x.trouble);
	else if (!found)
		*trouble = EHC_STR("holds no Word document");
	xml_close(&x);
	w->x = NULL;
	return trouble->len == 0;
}

bool
word_read(struct word *w, struct package *p, struct ehc_str *main, struct ehc_str *text, struct ehc_str *trouble)
{
	*main = package_related(p, EHC_NOSTR, "/officeDocument", 0);
	if (main->len == 0)
		*main = EHC_STR("word/document.xml");
	return package_read(p, *main, text, trouble) && read_tables(w, p, *main, trouble) && read_text(w, *text, trouble) && read_beside(w, p, *main, trouble);
}

bool
ehc_word_read(struct ehc_arena *a, struct ehc_str bytes, unsigned how, struct ehc_draft *out, struct ehc_str *trouble)
{
	struct word w = { .a = a, .d = out, .original = (how & EHC_DRAFT_ORIGINAL) != 0, .prompts = (how & EHC_DRAFT_PROMPTS) != 0 };
	struct ehc_str main, text;
	struct package p;
	bool good;

	if (!package_open(&p, a, bytes, trouble))
		return false;
	good = word_read(&w, &p, &main, &text, trouble);
	package_close(&p);
	return good;
}
