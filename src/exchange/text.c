/*
 * text.c - prose in XML. Words of one line stand in their element; longer ones as paragraphs, <p>, the points of a list in it as
 * <item>. Line breaks within a paragraph are kept, because some mean something: an address, a point that goes on.
 */
#include "exchange/exchange.h"

void
exchange_escape(struct ehc_buf *out, struct ehc_str s, bool attribute)
{
	for (size_t i = 0; i < s.len; i++) {
		switch (s.ptr[i]) {
		case '&': ehc_buf_cstr(out, "&amp;"); break;
		case '<': ehc_buf_cstr(out, "&lt;"); break;
		case '>': ehc_buf_cstr(out, "&gt;"); break;
		case '\r': ehc_buf_cstr(out, "&#13;"); break;
		case '"': ehc_buf_cstr(out, attribute ? "&quot;" : "\""); break;
		case '\n': ehc_buf_cstr(out, attribute ? " " : "\n"); break;
		case '\t': ehc_buf_cstr(out, attribute ? " " : "\t"); break;
		default: ehc_buf_char(out, s.ptr[i]);
		}
	}
}

struct ehc_str
exchange_fold(struct ehc_arena *a, struct ehc_str s)
{
	char *to = ehc_arena_alloc(a, s.len + 1);
	size_t n = 0;

	s = ehc_str_trim(s);
	for (size_t i = 0; i < s.len; i++) {
		if (!ehc_is_blank(s.ptr[i]))
			to[n++] = s.ptr[i];
		else if (n > 0 && to[n - 1] != ' ')
			to[n++] = ' ';
	}
	return (struct ehc_str){ to, n };
}

/* ---- out ---- */

/* One line whose white space is nothing but single blanks, and that begins no list. */
static bool
is_plain(struct ehc_str text)
{
	if (ehc_str_is(text, "-") || ehc_str_starts_nocase(text, "- "))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\n' || text.ptr[i] == '\t' || text.ptr[i] == '\r' || (text.ptr[i] == ' ' && i + 1 < text.len && text.ptr[i + 1] == ' '))
			return false;
	return true;
}

static bool
is_point(struct ehc_str line)
{
	return ehc_str_is(line, "-") || ehc_str_starts_nocase(line, "- ");
}

/* A paragraph is its lines; a point goes on as far as its lines are indented. */
static void
put_paragraph(struct ehc_buf *out, const struct ehc_str *lines, size_t n, int depth)
{
	bool in_point = false;

	ehc_buf_fill(out, ' ', (size_t)depth * 2);
	ehc_buf_cstr(out, "<p>");
	for (size_t i = 0; i < n; i++) {
		struct ehc_str line = lines[i];

		if (is_point(line)) {
			ehc_buf_cstr(out, in_point ? "</item><item>" : "<item>");
			in_point = true;
			line = ehc_str_sub(line, line.len > 1 ? 2 : 1, line.len);
		} else if (in_point && !ehc_is_blank(line.ptr[0])) {
			ehc_buf_cstr(out, "</item>");
			in_point = false;
		} else if (i > 0)
			ehc_buf_char(out, '\n');
		exchange_escape(out, line, false);
	}
	ehc_buf_cstr(out, in_point ? "</item></p>\n" : "</p>\n");
}

static void
put_paragraphs(struct ehc_buf *out, struct ehc_str text, int depth)
{
	struct ehc_arena *a = ehc_arena_new();
	EHC_VEC(struct ehc_str) lines = { NULL, 0, 0 };
	struct ehc_str line;

	while (ehc_str_split(&text, '\n', &line)) {
		if (line.len > 0)
			EHC_PUSH(a, &lines, line);
		if ((line.len == 0 || text.len == 0) && lines.count > 0) {
			put_paragraph(out, lines.items, lines.count, depth);
			lines.count = 0;
		}
	}
	ehc_arena_free(a);
}

void
exchange_put_text(struct ehc_buf *out, struct ehc_str text, int depth, const char *element, const struct exchange_attribute *typed, size_t ntyped)
{
	ehc_buf_fill(out, ' ', (size_t)depth * 2);
	ehc_buf_printf(out, "<%s", element);
	for (size_t i = 0; i < ntyped; i++) {
		ehc_buf_printf(out, " %s=\"", typed[i].name);
		exchange_escape(out, typed[i].value, true);
		ehc_buf_char(out, '"');
	}
	if (text.len == 0) {
		ehc_buf_cstr(out, "/>\n");
		return;
	}
	ehc_buf_char(out, '>');
	if (is_plain(text))
		exchange_escape(out, text, false);
	else {
		ehc_buf_char(out, '\n');
		put_paragraphs(out, text, depth + 1);
		ehc_buf_fill(out, ' ', (size_t)depth * 2);
	}
	ehc_buf_printf(out, "</%s>\n", element);
}

/* ---- in ---- */

static struct ehc_str
trim_end(struct ehc_str s)
{
	while (s.len > 0 && ehc_is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* Lines that hold something, each without the blanks at its end; `mark` before the first. */
static void
take_lines(struct ehc_buf *out, struct ehc_str text, const char *mark)
{
	struct ehc_str line;
	bool first = true;

	while (ehc_str_split(&text, '\n', &line)) {
		line = trim_end(line);
		if (line.len == 0 && !(first && mark[0] != '\0'))
			continue;
		if (out->len > 0 && out->ptr[out->len - 1] != '\n')
			ehc_buf_char(out, '\n');
		if (first && line.len > 0)
			ehc_buf_cstr(out, mark);
		else if (first)
			ehc_buf_char(out, mark[0]);
		ehc_buf_str(out, line);
		first = false;
	}
	if (first && mark[0] != '\0') {
		if (out->len > 0 && out->ptr[out->len - 1] != '\n')
			ehc_buf_char(out, '\n');
		ehc_buf_char(out, mark[0]);
	}
}

static void
take_paragraph(struct ehc_buf *out, const struct exchange_node *p)
{
	size_t start = out->len;

	for (const struct exchange_node *n = p->first; n != NULL; n = n->next) {
		if (n->name.len == 0)
			take_lines(out, n->text, "");
		else
			take_lines(out, n->first != NULL ? n->first->text : EHC_NOSTR, "- ");
	}
	if (out->len > start)
		ehc_buf_char(out, '\n');
}

struct ehc_str
exchange_text(struct ehc_arena *a, const struct exchange_node *n)
{
	struct ehc_buf out = { NULL, 0, 0 };

	for (const struct exchange_node *c = n->first; c != NULL; c = c->next) {
		if (!ehc_str_is(c->name, "p"))
			continue;
		if (out.len > 0)
			ehc_buf_char(&out, '\n');
		take_paragraph(&out, c);
	}
	if (out.len == 0 && n->first != NULL && n->first->name.len == 0)
		return exchange_fold(a, n->first->text);
	return trim_end(ehc_buf_take(&out, a));
}
