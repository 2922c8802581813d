/*
 * html.c - a document as one HTML file that needs nothing beside it. It reads well aloud, on a telephone, at four times
 * the size and on paper: landmarks, headings in order, tables with heads and captions that fold into one column where
 * the screen is narrow, no scripts. A browser old enough to forget that a folded table is one also reads aloud the heads
 * that stand before its cells there; others are told to leave them out, because they know the head already.
 */
#include "ehc/document.h"

/* ISO C promises no more than 4095 bytes in one literal, hence the parts. */
static const char style_screen[] =
	"*{box-sizing:border-box}\n"
	"html{font-size:100%;-webkit-text-size-adjust:100%}\n"
	"body{margin:0;color:var(--ink);background:var(--paper);font-size:1.0625rem;line-height:1.6;overflow-wrap:break-word}\n"
	"header,main,footer{max-width:50rem;margin:0 auto;padding:0 1.25rem}\n"
	"header{padding-top:1rem;padding-bottom:.6rem;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.2rem 2rem;justify-content:space-between;font-size:.9rem;color:var(--quiet)}\n"
	"header p,footer p{margin:0}\n"
	"footer{margin-top:3.5rem;padding-top:.8rem;padding-bottom:2rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--quiet)}\n"
	"[dir=rtl]{width:fit-content}\n"
	".state{font-weight:700}\n"
	".house{flex-basis:100%}\n"
	".skip{position:absolute;left:-999rem}\n"
	".skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--paper);z-index:1}\n"
	"a{color:var(--link);text-underline-offset:.15em}\n"
	"a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
	":target{background:#fff6d6}\n"
	"h1,h2,h3,h4,h5,h6{color:var(--accent);line-height:1.25;text-wrap:balance}\n"
	"h1{margin:1.6rem 0 .8rem}\n"
	"h2{margin:3.2rem 0 1rem;padding-bottom:.35rem;border-bottom:2px solid var(--accent)}\n"
	"h3{margin:2.2rem 0 .6rem}\n"
	"h4,h5,h6{margin:1.8rem 0 .4rem}\n"
	"p{margin:.6rem 0}\n"
	"ul,ol{margin:.6rem 0;padding-left:1.6rem}\n"
	"li{margin:.3rem 0}\n"
	"li>p:first-child,li>div>p:first-child{margin-top:0}\n"
	"ol.own{list-style:none;padding-left:0}\n"
	"ol.own>li{display:grid;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr);column-gap:.8rem}\n"
	"ol.own>li>.label{font-weight:700}\n"
	".lead{font-size:1.3rem}\n"
	".quiet{font-size:.92rem;color:var(--quiet)}\n"
	".warning{color:var(--warn)}\n"
	"p.warning{font-weight:700}\n"
	".sheet{margin-bottom:4rem}\n"
	".sheet h1.warning{background:var(--warn);color:#fff;padding:.6rem .9rem}\n"
	".sheet h2{margin:1.4rem 0 .4rem;padding:0;border:0}\n"
	".notice{margin:1.2rem 0;padding:.5rem 1.1rem;background:var(--tint);border-left:.3rem solid var(--accent)}\n"
	".notice.warning{color:var(--ink);background:var(--warn-tint);border-left-color:var(--warn)}\n"
	"table{border-collapse:collapse;width:100%;margin:1rem 0}\n"
	"caption{text-align:left;font-weight:700;color:var(--quiet);font-size:.92rem;padding:.2rem 0 .4rem}\n"
	"th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}\n"
	"thead th{background:var(--head);color:var(--head-ink);border-bottom:2px solid var(--accent)}\n"
	"td p,th p{margin:0}\n"
	"td p+p{margin-top:.4rem}\n"
	"td ul,td ol{margin:0}\n"
	".facts{border-top:1px solid var(--line)}\n"
	".facts th{width:26%}\n"
	".facts td{overflow-wrap:anywhere}\n"
	".facts.quiet{color:inherit}\n"
	"caption.told{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
	".sign{display:flex;flex-wrap:wrap;gap:1rem 2rem;margin:2.2rem 0 .5rem}\n"
	".sign span{flex:3 1 12rem;border-top:1px solid var(--quiet);padding-top:.2rem;font-size:.9rem;color:var(--quiet)}\n"
	".sign span+span{flex-grow:1}\n"
	".portrait{display:flex;flex-wrap:wrap;gap:1rem 1.5rem}\n"
	".portrait>div{flex:1 1 16rem;min-width:0}\n"
	".portrait>img{width:8rem;max-width:100%;height:auto;align-self:flex-start;margin:1rem 0}\n"
	"nav ol{list-style:none;padding:0}\n"
	"nav li{border-bottom:1px solid var(--line);margin:0;padding:.45rem 0}\n";

/* A table's rows one under the other, each cell after its column's name. */
static const char style_fold[] =
	"table.wide,table.wide tbody,table.wide tr,table.wide th,table.wide td{display:block}\n"
	"table.wide caption{display:block}\n"
	"table.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
	"table.wide tr{border:1px solid var(--line);margin:0 0 1rem;padding:.2rem 0}\n"
	"table.wide th,table.wide td{border:0;padding:.25rem .7rem}\n"
	"table.wide tbody th{color:var(--accent)}\n"
	"table.wide [data-head]::before{content:attr(data-head);content:attr(data-head)/\"\";display:block;font-size:.85rem;font-weight:700;color:var(--quiet)}\n"
	"table.wide td:empty{display:none}\n";

static const char style_narrow[] =
	"@media screen and (max-width:40rem){h1{font-size:1.7rem}h2{font-size:1.3rem}.portrait>img{order:-1}}\n"
	"@media screen and (max-width:24rem){.facts th,.facts td{display:block;width:auto}.facts th{border:0;padding-bottom:0}.facts td{padding-top:0}}\n";

static const char style_print[] =
	"@page sheet{margin:1cm}\n"
	"@media print{\n"
	"header,main,footer{max-width:none;padding-left:0;padding-right:0}\n"
	".skip{display:none}\n"
	"a{color:inherit}\n"
	"h1,h2,h3,h4{break-inside:avoid;break-after:avoid}\n"
	"caption,thead,p.together{break-after:avoid}\n"
	"tr,nav,.notice,.together{break-inside:avoid}\n"
	"thead{display:table-header-group}\n"
	"tbody>tr:first-child,tbody>tr:last-child{break-before:avoid}\n"
	".page-break{break-before:page}\n"
	".sheet{page:sheet;break-before:right;break-after:right;margin:0;font-size:max(1em,14pt);line-height:1.25}\n"
	".sheet p,.sheet li{margin-top:.15em;margin-bottom:.15em}\n"
	"header:has(+main>.sheet:first-child){page:sheet}\n"
	"main>.sheet:first-child{break-before:auto}\n"
	".sheet h1{font-size:1.35em}\n"
	".sheet h1.warning{margin:0;padding:.2em .6em}\n"
	".sheet .notice{margin:.4em 0;padding:.2em .8em}\n"
	".sheet h2{font-size:1.05em;margin:.5em 0 .1em}\n"
	".notice,thead th,.sheet h1.warning{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
	"}\n";

/* What is there to be filled in: room that grows with the words, on screen and on paper. */
static const char style_form[] =
	"fieldset{border:0;margin:1rem 0;padding:0;min-width:0}\n"
	"legend,.answer>label{font-weight:700;padding:0}\n"
	"fieldset>label{display:inline-flex;gap:.5rem;align-items:baseline;margin:.3rem 1.8rem .3rem 0}\n"
	"input[type=radio]{flex:none;width:1.15rem;height:1.15rem;margin:0;accent-color:var(--accent);align-self:center}\n"
	".answer{margin:1rem 0}\n"
	".answer>label{display:block;margin-bottom:.25rem}\n"
	"textarea,input[type=text]{box-sizing:border-box;width:100%;font:inherit;color:inherit;background:#fff;border:1px solid var(--quiet);border-radius:.2rem;padding:.4rem .55rem}\n"
	"textarea{resize:vertical;field-sizing:content}\n"
	"input:focus-visible,textarea:focus-visible{outline:3px solid var(--link);outline-offset:1px}\n"
	"td .answer,td fieldset{margin:0}\n"
	"td fieldset>label{display:flex;margin:.15rem 0}\n"
	"legend.told,label.told{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
	"@media print{.on-screen{display:none}fieldset,.answer{break-inside:avoid}textarea{resize:none}}\n";

/* A form has no script and is sent to nobody, so the page itself cannot keep what is typed. */
static const char screen_note[] =
	"<p class=\"notice on-screen\">What you type stays on this screen: it is sent nowhere and kept nowhere. Print the page, or save it as PDF, before you close it. "
	"If a box does not grow with your words, pull it open at its corner first.</p>\n";

struct html {
	const struct ehc_document *d;
	struct ehc_buf *out;
	size_t asked;                   /* questions so far */
	bool page_break;                /* the next block opens a page on paper */
};

static void draw_blocks(struct html *h, const struct ehc_block *first);

static void
put(struct html *h, const char *s)
{
	ehc_buf_cstr(h->out, s);
}

static void
put_attribute(struct html *h, const char *name, struct ehc_str value)
{
	if (value.len == 0)
		return;
	ehc_buf_printf(h->out, " %s=\"", name);
	ehc_buf_html(h->out, value);
	ehc_buf_char(h->out, '"');
}

/* Opens a tag with its id and its classes: what the block is, its tone, whether it opens a page. */
static void
open_tag(struct html *h, const char *tag, const struct ehc_block *b, const char *class)
{
	static const char *const tones[] = { NULL, "lead", "quiet", "warning" };
	const char *words[4] = { class, tones[b->tone], b->together ? "together" : NULL, h->page_break ? "page-break" : NULL };
	bool any = false;

	ehc_buf_printf(h->out, "<%s", tag);
	put_attribute(h, "id", b->anchor);
	for (size_t i = 0; i < EHC_COUNT(words); i++) {
		if (words[i] == NULL)
			continue;
		ehc_buf_printf(h->out, "%s%s", any ? " " : " class=\"", words[i]);
		any = true;
	}
	if (any)
		ehc_buf_char(h->out, '"');
	if (ehc_reads_backwards(&b->runs))
		put(h, " dir=\"rtl\"");
	h->page_break = false;
}

/* ---- text ---- */

/* A name in Arabic stands apart from what is around it, or a date behind it would be drawn before it. */
static void
put_text(struct html *h, struct ehc_str text, bool backwards)
{
	size_t at = 0, from, to;

	for (; !backwards && ehc_backwards_part(text, at, &from, &to); at = to) {
		ehc_buf_html(h->out, ehc_str_sub(text, at, from));
		put(h, "<bdi>");
		ehc_buf_html(h->out, ehc_str_sub(text, from, to));
		put(h, "</bdi>");
	}
	ehc_buf_html(h->out, ehc_str_sub(text, at, text.len));
}

/* `backwards`: the whole paragraph is. */
static void
draw_run(struct html *h, const struct ehc_run *r, bool backwards)
{
	if (r->target.len > 0) {
		put(h, "<a href=\"#");
		ehc_buf_html(h->out, r->target);
		ehc_buf_char(h->out, '"');
		put_attribute(h, "lang", r->language);
		put(h, ">");
	} else if (r->language.len > 0) {
		put(h, "<span");
		put_attribute(h, "lang", r->language);
		put(h, ">");
	}
	if (r->strong)
		put(h, "<strong>");
	put_text(h, r->text, backwards);
	if (r->strong)
		put(h, "</strong>");
	if (r->target.len > 0)
		put(h, "</a>");
	else if (r->language.len > 0)
		put(h, "</span>");
}

static void
draw_runs(struct html *h, const struct ehc_runs *runs)
{
	bool backwards = ehc_reads_backwards(runs);

	for (size_t i = 0; i < runs->count; i++)
		draw_run(h, &runs->items[i], backwards);
}

static void
draw_heading(struct html *h, const struct ehc_block *b)
{
	char tag[3] = { 'h', (char)('0' + (b->level < 1 ? 1 : b->level > 6 ? 6 : b->level)), '\0' };

	open_tag(h, tag, b, NULL);
	put(h, ">");
	draw_runs(h, &b->runs);
	ehc_buf_printf(h->out, "</%s>\n", tag);
}

static void
draw_list(struct html *h, const struct ehc_block *b)
{
	bool own = b->first != NULL && b->first->label.len > 0;
	const char *tag = own ? "ol" : "ul";

	open_tag(h, tag, b, own ? "own" : NULL);
	put(h, own ? " role=\"list\">\n" : ">\n");
	for (const struct ehc_block *it = b->first; it != NULL; it = it->next) {
		open_tag(h, "li", it, NULL);
		put(h, ">");
		if (own) {
			put(h, "<span class=\"label\">");
			put_text(h, it->label, false);
			put(h, " </span><div>");
		}
		draw_blocks(h, it->first);
		put(h, own ? "</div></li>\n" : "</li>\n");
	}
	ehc_buf_printf(h->out, "</%s>\n", tag);
}

/* ---- tables ---- */

static void
draw_columns(struct html *h, const struct ehc_block *b)
{
	int total = 0;

	for (size_t i = 0; i < b->ncolumns; i++)
		total += b->columns[i].weight;
	put(h, "<thead><tr>");
	for (size_t i = 0; i < b->ncolumns; i++) {
		ehc_buf_printf(h->out, "<th scope=\"col\" style=\"width:%d%%\">", b->columns[i].weight * 100 / (total > 0 ? total : 1));
		put_text(h, b->columns[i].heading, false);
		put(h, "</th>");
	}
	put(h, "</tr></thead>\n");
}

static void
draw_cell(struct html *h, const struct ehc_block *table, const struct ehc_table_row *r, size_t i)
{
	bool head = i == 0;

	put(h, head ? "<th scope=\"row\"" : "<td");
	if (!head && r->cells[i].first != NULL)
		put_attribute(h, "data-head", table->columns[i].heading);
	put(h, ">");
	draw_blocks(h, r->cells[i].first);
	put(h, head ? "</th>" : "</td>");
}

static void
draw_table(struct html *h, const struct ehc_block *b)
{
	bool headed = b->kind == EHC_BLOCK_TABLE;

	if (b->rows == NULL)
		return;
	open_tag(h, "table", b, headed ? "wide" : "facts");
	put(h, ">\n");
	if (b->caption.len > 0) {
		put(h, b->named ? "<caption class=\"told\">" : "<caption>");
		put_text(h, b->caption, false);
		put(h, "</caption>\n");
	}
	if (headed)
		draw_columns(h, b);
	put(h, "<tbody>\n");
	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
		put(h, "<tr");
		put_attribute(h, "id", r->anchor);
		put(h, ">");
		for (size_t i = 0; i < b->ncolumns; i++)
			draw_cell(h, b, r, i);
		put(h, "</tr>\n");
	}
	put(h, "</tbody>\n</table>\n");
}

/* ---- the rest ---- */

static void
draw_contents(struct html *h, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		if (b->kind == EHC_BLOCK_HEADING && b->level <= 2 && b->anchor.len > 0) {
			put(h, "<li><a href=\"#");
			ehc_buf_html(h->out, b->anchor);
			put(h, "\">");
			draw_runs(h, &b->runs);
			put(h, "</a></li>\n");
		}
		draw_contents(h, b->first);
	}
}

static void
draw_signature(struct html *h, const struct ehc_block *b)
{
	open_tag(h, "p", b, NULL);
	put(h, ">");
	draw_runs(h, &b->runs);
	put(h, "</p>\n");
	if (b->blank)
		put(h, "<p class=\"sign\"><span>Signature</span> <span>Date</span></p>\n");
}

/* The picture is in the file itself, so that nothing is fetched. */
static void
put_base64(struct html *h, struct ehc_str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.len; i += 3) {
		unsigned long v = 0;

		for (size_t k = 0; k < 3; k++)
			v = v << 8 | (i + k < s.len ? (unsigned char)s.ptr[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			ehc_buf_char(h->out, i + k <= s.len ? digits[v >> (18 - 6 * k) & 63] : '=');
	}
}

static void
draw_portrait(struct html *h, const struct ehc_block *b)
{
	open_tag(h, "div", b, "portrait");
	put(h, ">\n<div>\n");
	draw_blocks(h, b->first);
	put(h, "</div>\n<img");
	put_attribute(h, "alt", b->picture.words);
	if (b->picture.tall > 0)
		ehc_buf_printf(h->out, " style=\"width:%.0fpt\"", b->picture.tall / 10.0 * b->picture.width / b->picture.height);
	put(h, b->picture.type == EHC_PICTURE_PNG ? " src=\"data:image/png;base64," : " src=\"data:image/jpeg;base64,");
	put_base64(h, b->picture.bytes);
	put(h, "\">\n</div>\n");
}

/* ---- places to fill in ---- */

static void
draw_choice(struct html *h, const struct ehc_block *b)
{
	size_t n = ++h->asked;

	open_tag(h, "fieldset", b, NULL);
	put(h, b->named ? ">\n<legend class=\"told\">" : ">\n<legend>");
	draw_runs(h, &b->runs);
	put(h, "</legend>\n");
	for (const char *const *o = b->options; *o != NULL; o++) {
		ehc_buf_printf(h->out, "<label><input type=\"radio\" name=\"q%zu\"> ", n);
		ehc_buf_html(h->out, ehc_str_of(*o));
		put(h, "</label>\n");
	}
	put(h, "</fieldset>\n");
}

static void
draw_answer(struct html *h, const struct ehc_block *b)
{
	size_t n = ++h->asked;

	open_tag(h, "div", b, "answer");
	ehc_buf_printf(h->out, "><label%s for=\"q%zu\">", b->named ? " class=\"told\"" : "", n);
	draw_runs(h, &b->runs);
	put(h, "</label>");
	if (b->lines > 1)
		ehc_buf_printf(h->out, "<textarea id=\"q%zu\" rows=\"%d\" style=\"min-height:%gem\"></textarea></div>\n", n, b->lines, 1.6 * b->lines + 1);
	else
		ehc_buf_printf(h->out, "<input type=\"text\" id=\"q%zu\"></div>\n", n);
}

static void
draw_block(struct html *h, const struct ehc_block *b)
{
	switch (b->kind) {
	case EHC_BLOCK_SECTION:
		open_tag(h, "section", b, b->sheet ? "sheet" : NULL);
		if (b->first != NULL && b->first->kind == EHC_BLOCK_HEADING)
			put_attribute(h, "aria-labelledby", b->first->anchor);
		put(h, ">\n");
		draw_blocks(h, b->first);
		put(h, "</section>\n");
		break;
	case EHC_BLOCK_HEADING:
		draw_heading(h, b);
		break;
	case EHC_BLOCK_PARAGRAPH:
		open_tag(h, "p", b, NULL);
		put(h, ">");
		draw_runs(h, &b->runs);
		put(h, "</p>\n");
		break;
	case EHC_BLOCK_LIST:
		draw_list(h, b);
		break;
	case EHC_BLOCK_ITEM:
		draw_blocks(h, b->first);
		break;
	case EHC_BLOCK_TABLE: case EHC_BLOCK_FACTS:
		draw_table(h, b);
		break;
	case EHC_BLOCK_NOTICE:
		open_tag(h, "div", b, "notice");
		put(h, ">\n");
		draw_blocks(h, b->first);
		put(h, "</div>\n");
		break;
	case EHC_BLOCK_CONTENTS:
		put(h, "<nav aria-label=\"Contents\"><ol role=\"list\">\n");
		draw_contents(h, h->d->first);
		put(h, "</ol></nav>\n");
		break;
	case EHC_BLOCK_SIGNATURE:
		draw_signature(h, b);
		break;
	case EHC_BLOCK_PORTRAIT:
		draw_portrait(h, b);
		break;
	case EHC_BLOCK_CHOICE:
		draw_choice(h, b);
		break;
	case EHC_BLOCK_ANSWER:
		draw_answer(h, b);
		break;
	case EHC_BLOCK_PAGE_BREAK:
		h->page_break = true;
		break;
	}
}

static void
draw_blocks(struct html *h, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next)
		draw_block(h, b);
}

/* The style's own part: colours as variables, sizes against that of the text, the sheet. */
static void
put_style(struct html *h)
{
	static const char *const names[EHC_COLOURS] = { "ink", "quiet", "accent", "link", "line", "head", "head-ink", "tint", "warn", "warn-tint",
	    "mark", "paper" };
	static const char *const fonts[] = { "\"Noto Sans\",\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif", "\"DejaVu Sans\",Verdana,sans-serif" };
	const struct ehc_style *s = h->d->style;
	double text = s->sizes[EHC_SIZE_TEXT];

	put(h, ":root{");
	for (int i = 0; i < EHC_COLOURS; i++)
		ehc_buf_printf(h->out, "--%s:#%06x%s", names[i], s->colours[i], i + 1 < EHC_COLOURS ? ";" : "}\n");
	ehc_buf_printf(h->out, "html{font-size:%.0f%%}\nbody{font-family:%s}\n", text * 100 / 120, fonts[s->font]);
	for (int level = 1; level <= 4; level++)
		ehc_buf_printf(h->out, "%s{font-size:%.2frem}\n", level == 4 ? "h4,h5,h6" : ehc_arena_printf(h->d->arena, "h%d", level).ptr,
		    ehc_style_heading(s, level) / text);
	put(h, style_screen);
	put(h, h->d->form ? style_form : "");
	put(h, style_narrow);
	put(h, s->layout == EHC_LAYOUT_CARDS ? "" : "@media screen and (max-width:40rem){\n");
	put(h, style_fold);
	put(h, s->layout == EHC_LAYOUT_CARDS ? "" : "}\n");
	ehc_buf_printf(h->out, "@page{size:A4%s;margin:2cm}\n@media print{body{font-size:%gpt}}\n", s->paper == EHC_LANDSCAPE ? " landscape" : "",
	    text / 10);
	put(h, style_print);
}

static void
put_foot(struct html *h)
{
	const struct ehc_str lines[] = { h->d->style->page_foot, h->d->authority };

	put(h, "</main>\n<footer>\n");
	for (size_t i = 0; i < EHC_COUNT(lines); i++) {
		if (lines[i].len == 0)
			continue;
		put(h, "<p>");
		ehc_buf_html(h->out, lines[i]);
		put(h, "</p>\n");
	}
	put(h, "</footer>\n</body>\n</html>\n");
}

void
ehc_document_html(const struct ehc_document *d, struct ehc_buf *out)
{
	struct html h = { .d = d, .out = out };

	put(&h, "<!DOCTYPE html>\n<html");
	put_attribute(&h, "lang", d->language);
	put(&h, ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	ehc_buf_html(out, d->title);
	put(&h, "</title>\n<style>\n");
	put_style(&h);
	put(&h, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">");
	put(&h, d->form ? "Skip to the form" : "Skip to the plan");
	put(&h, "</a>\n<header>\n");
	if (d->style->page_head.len > 0) {
		put(&h, "<p class=\"house\">");
		ehc_buf_html(out, d->style->page_head);
		put(&h, "</p>\n");
	}
	put(&h, "<p>");
	put_text(&h, d->running, false);
	put(&h, d->warn ? "</p>\n<p class=\"state warning\">" : "</p>\n<p class=\"state\">");
	ehc_buf_html(out, d->state);
	put(&h, "</p>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
	put(&h, d->form ? screen_note : "");
	draw_blocks(&h, d->first);
	put_foot(&h);
}
