/*
 * html.c - a web page as blocks: libxml2's HTML parser mends what is not well-formed; headings, paragraphs, lists and tables
 * are taken from it, scripts, styles and navigation are not.
 */
#include "import/word/word.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 200, COLUMNS = 64 };     /* a page that is nested more deeply is no plan */

struct page {
	struct ehc_arena *a;
	struct ehc_draft *d;
	struct ehc_origin origin;
	struct ehc_buf text;            /* of the paragraph that is open */
	bool plain;                     /* some of it is not bold */
	bool broken, led;               /* it has a line break; all before the first is bold */
	uint32_t tables;
	unsigned in_table, list;
	bool too_deep;
};

/* What a paragraph within an element is. */
struct context { enum ehc_draft_kind kind; unsigned level; bool strong; unsigned depth; };

static bool
is_one_of(const xmlNode *n, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp((const char *)n->name, *names) == 0)
			return true;
	return false;
}

static bool
is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

/* Ends the paragraph that is open. */
static void
flush(struct page *p, struct draft_list *to, const struct context *in)
{
	struct ehc_str text = draft_fold(p->a, ehc_buf_text(&p->text));
	struct ehc_draft_block *b;

	ehc_buf_clear(&p->text);
	if (text.len > 0) {
		p->origin.paragraph++;
		b = draft_add(p->a, to, in->kind);
		b->level = in->level;
		b->text = text;
		b->strong = !p->plain;
		b->led = p->led && p->plain;
		b->origin = p->origin;
		if (in->kind == EHC_DRAFT_HEADING && p->in_table == 0)
			p->origin.heading = text;
	}
	p->plain = p->broken = p->led = false;
}

static void
characters(struct page *p, const xmlChar *s, bool strong)
{
	/* A line break in the source is a blank on the page. */
	for (; s != NULL && *s != '\0'; s++) {
		ehc_buf_char(&p->text, *s == '\n' || *s == '\r' ? ' ' : (char)*s);
		if (!strong && strchr(" \n\r\t", *s) == NULL)
			p->plain = true;
	}
}

static void
line_break(struct page *p)
{
	p->led = p->led || (!p->broken && !p->plain && p->text.len > 0);
	p->broken = p->broken || p->text.len > 0;
	ehc_buf_char(&p->text, '\n');
}

static void children(struct page *p, xmlNode *n, struct draft_list *to, struct context in);

static void
leave(struct page *p, xmlNode *n, const char *reason)
{
	xmlChar *text = xmlNodeGetContent(n);

	draft_leave_out(p->d, ehc_arena_copy(p->a, ehc_str_of(text == NULL ? "" : (const char *)text)), reason, p->origin);
	xmlFree(text);
}

/* ---- tables ---- */

static uint32_t
span_of(xmlNode *n, const char *name)
{
	xmlChar *text = xmlGetProp(n, (const xmlChar *)name);
	long value = text == NULL ? 1 : strtol((const char *)text, NULL, 10);

	xmlFree(text);
	return value > 0 && value <= COLUMNS ? (uint32_t)value : 1;
}

/* Cells that reach down from rows above stand here as parts of them. */
static void
add_continued(struct page *p, struct ehc_draft_table *t, struct ehc_draft_row *row, uint32_t *down)
{
	uint32_t column = row->last == NULL ? 0 : row->last->column + row->last->width;

	while (column < COLUMNS && down[column] > 0) {
		draft_add_cell(p->a, t, row, 1)->continued = true;
		down[column++]--;
	}
}

static void
table_cell(struct page *p, struct ehc_draft_table *t, struct ehc_draft_row *row, xmlNode *n, uint32_t *down, unsigned depth)
{
	struct context in = { .strong = is(n, "th"), .depth = depth + 1 };
	struct ehc_draft_cell *c;
	struct draft_list list;
	uint32_t rows = span_of(n, "rowspan");

	add_continued(p, t, row, down);
	c = draft_add_cell(p->a, t, row, span_of(n, "colspan"));
	list = (struct draft_list){ &c->first, &c->last };
	for (uint32_t i = c->column; rows > 1 && i < c->column + c->width && i < COLUMNS; i++)
		down[i] = rows - 1;
	if (p->in_table == 1)
		p->origin.column++;
	children(p, n, &list, in);
	flush(p, &list, &in);
}

static void
table_row(struct page *p, struct ehc_draft_table *t, xmlNode *tr, uint32_t *down, unsigned depth)
{
	struct ehc_draft_row *row = draft_add_row(p->a, t);

	row->header = true;
	if (p->in_table == 1) {
		p->origin.row++;
		p->origin.column = 0;
	}
	for (xmlNode *n = tr->children; n != NULL; n = n->next)
		if (is(n, "td") || is(n, "th")) {
			table_cell(p, t, row, n, down, depth);
			row->header = row->header && is(n, "th");
		}
	add_continued(p, t, row, down);
}

static void
table_rows(struct page *p, struct ehc_draft_table *t, xmlNode *n, uint32_t *down, unsigned depth)
{
	for (xmlNode *c = n->children; c != NULL && depth < DEPTH; c = c->next) {
		if (is(c, "tr"))
			table_row(p, t, c, down, depth);
		else if (is(c, "thead") || is(c, "tbody") || is(c, "tfoot"))
			table_rows(p, t, c, down, depth + 1);
	}
}

static void
table(struct page *p, xmlNode *n, struct draft_list *to, struct context in)
{
	struct context caption = { .kind = EHC_DRAFT_HEADING, .level = 4, .strong = true, .depth = in.depth + 1 };
	struct ehc_draft_block *b;
	struct ehc_origin outside;
	uint32_t down[COLUMNS] = { 0 };

	for (xmlNode *c = n->children; c != NULL; c = c->next)
		if (is(c, "caption")) {
			children(p, c, to, caption);
			flush(p, to, &caption);
		}
	outside = p->origin;
	b = draft_add(p->a, to, EHC_DRAFT_TABLE);
	b->table = EHC_NEW(p->a, struct ehc_draft_table);
	if (p->in_table++ == 0) {
		p->origin.table = ++p->tables;
		p->origin.row = p->origin.column = 0;
	}
	b->origin = p->origin;
	table_rows(p, b->table, n, down, in.depth);
	if (--p->in_table == 0) {
		outside.paragraph = p->origin.paragraph;
		p->origin = outside;
	}
}

/* ---- everything else ---- */

/* An element whose words are blocks of their own. */
static void
block(struct page *p, xmlNode *n, struct draft_list *to, const struct context *outer, struct context inner)
{
	flush(p, to, outer);
	children(p, n, to, inner);
	flush(p, to, &inner);
}

/* A term and what stands beside it are a label and its value. */
static void
term(struct page *p, xmlNode *n, struct draft_list *to, const struct context *in)
{
	bool is_term = is(n, "dt");

	if (is_term)
		flush(p, to, in);
	children(p, n, to, *in);
	if (!is_term)
		flush(p, to, in);
	else if (p->text.len > 0)
		ehc_buf_cstr(&p->text, p->text.ptr[p->text.len - 1] == ':' ? " " : ": ");
}

/* "Skip to the plan": a link within the page, for those who do not use a mouse. */
static bool
is_skip(xmlNode *n)
{
	xmlChar *to = xmlGetProp(n, (const xmlChar *)"href"), *text = xmlNodeGetContent(n);
	bool skip = to != NULL && to[0] == '#' && text != NULL && ehc_str_starts_nocase(ehc_str_of((const char *)text), "skip ");

	xmlFree(to);
	xmlFree(text);
	return skip;
}

/* The label of a form's field, with its value in the next element; one beside a box to tick stands behind it. */
static bool
labels_next(const xmlNode *n)
{
	static const char *const values[] = { "span", "div", "output", "b", "strong", "p", "em", NULL };

	for (n = n->next; n != NULL && n->type != XML_ELEMENT_NODE; n = n->next)
		if (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n))
			return false;
	for (size_t i = 0; n != NULL && values[i] != NULL; i++)
		if (is(n, values[i]))
			return true;
	return false;
}

/* A heading that opens and shuts what stands below it is a button in a heading. */
static bool
is_heading(const xmlNode *n)
{
	const char *name = n == NULL || n->type != XML_ELEMENT_NODE ? "" : (const char *)n->name;

	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

static void
element(struct page *p, xmlNode *n, struct draft_list *to, struct context in)
{
	static const char *const nothing[] = { "script", "style", "head", "template", "noscript", "svg", "math", "select", "iframe", "object", NULL };
	static const char *const beside[] = { "nav", "header", "footer", NULL };
	static const char *const bold[] = { "b", "strong", "u", "ins", NULL };
	static const char *const struck[] = { "s", "strike", "del", NULL };
	static const char *const blocks[] = { "p", "div", "section", "article", "main", "blockquote", "address", "dl", "figure", "fieldset", "details", "form", "body",
		"pre", "aside", "center", NULL };
	const char *name = (const char *)n->name;
	struct context inner = in;

	if (is_one_of(n, nothing))
		return;
	if (is_one_of(n, beside))
		leave(p, n, "in the head, the foot or the navigation of the page");
	else if (strcmp(name, "button") == 0 && !is_heading(n->parent))
		leave(p, n, "a button of the page");
	else if (strcmp(name, "a") == 0 && is_skip(n))
		leave(p, n, "in the head, the foot or the navigation of the page");
	else if (is_one_of(n, struck))
		leave(p, n, "struck through or hidden");
	else if (strcmp(name, "br") == 0)
		line_break(p);
	else if (strcmp(name, "table") == 0) {
		flush(p, to, &in);
		table(p, n, to, in);
	} else if (is_heading(n)) {
		inner.kind = EHC_DRAFT_HEADING;
		inner.level = (unsigned)(name[1] - '0');
		block(p, n, to, &in, inner);
	} else if (strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0) {
		inner.kind = EHC_DRAFT_BULLET;
		inner.level = ++p->list;
		block(p, n, to, &in, inner);
		p->list--;
	} else if (strcmp(name, "li") == 0 || is_one_of(n, blocks))
		block(p, n, to, &in, inner);
	else if (strcmp(name, "label") == 0 && labels_next(n)) {
		children(p, n, to, inner);
		if (p->text.len > 0 && strchr(":?", p->text.ptr[p->text.len - 1]) == NULL)
			ehc_buf_cstr(&p->text, ": ");
	} else if (strcmp(name, "dt") == 0 || strcmp(name, "dd") == 0)
		term(p, n, to, &in);
	else {
		inner.strong = inner.strong || is_one_of(n, bold);
		children(p, n, to, inner);
	}
}

static void
children(struct page *p, xmlNode *n, struct draft_list *to, struct context in)
{
	if (++in.depth >= DEPTH) {
		p->too_deep = true;
		return;
	}
	for (xmlNode *c = n->children; c != NULL; c = c->next) {
		if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
			characters(p, c->content, in.strong);
		else if (c->type == XML_ELEMENT_NODE)
			element(p, c, to, in);
	}
}

bool
ehc_html_read(struct ehc_arena *a, struct ehc_str bytes, struct ehc_draft *out, struct ehc_str *trouble)
{
	struct page p = { .a = a, .d = out };
	struct draft_list all = { &out->first, &out->last };
	struct context start = { .kind = EHC_DRAFT_PARAGRAPH };
	const char *encoding = ehc_utf8_check(bytes) == SIZE_MAX ? "UTF-8" : NULL;
	xmlDoc *doc = htmlReadMemory(bytes.ptr, (int)bytes.len, NULL, encoding,
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
	xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);

	if (root != NULL) {
		children(&p, root, &all, start);
		flush(&p, &all, &start);
	}
	if (root == NULL || out->first == NULL)
		*trouble = EHC_STR("holds no text that could be read");
	if (p.too_deep)
		*trouble = EHC_STR("is nested more deeply than any plan");
	ehc_buf_free(&p.text);
	xmlFreeDoc(doc);
	return trouble->len == 0;
}
