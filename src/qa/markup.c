/*
 * markup.c - the few shapes of HTML that the report is made of. Words of the plan reach the page through qa_text() and its
 * like alone, which escape them.
 */
#include "qa/qa.h"

#include <string.h>

void
qa_put(struct qa *q, const char *markup)
{
	ehc_buf_cstr(q->out, markup);
}

void
qa_printf(struct qa *q, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	ehc_buf_vprintf(q->out, fmt, args);
	va_end(args);
}

void
qa_days(struct qa *q, int n)
{
	qa_printf(q, "%d day%s", n, n == 1 ? "" : "s");
}

/* Line breaks of the source are the writer's layout, not the reader's: any run of blanks is one. */
void
qa_spaced(struct qa *q, struct ehc_str words)
{
	for (size_t i = 0; i < words.len;) {
		size_t start = i;

		while (i < words.len && !ehc_is_blank(words.ptr[i]))
			i++;
		ehc_buf_html(q->out, ehc_str_sub(words, start, i));
		if (i < words.len)
			ehc_buf_char(q->out, ' ');
		while (i < words.len && ehc_is_blank(words.ptr[i]))
			i++;
	}
}

void
qa_text(struct qa *q, struct ehc_str words)
{
	qa_spaced(q, ehc_str_trim(words));
}

void
qa_prose(struct qa *q, struct ehc_str words)
{
	const char *tick;
	bool code = false;

	while ((tick = words.len > 0 ? memchr(words.ptr, '`', words.len) : NULL) != NULL) {
		size_t at = (size_t)(tick - words.ptr);

		if (!code && memchr(tick + 1, '`', words.len - at - 1) == NULL)
			break;          /* a lone one is what it is */
		qa_spaced(q, ehc_str_sub(words, 0, at));
		qa_put(q, code ? "</code>" : "<code>");
		code = !code;
		words = ehc_str_sub(words, at + 1, words.len);
	}
	qa_spaced(q, words);
}

void
qa_words(struct qa *q, const char *words)
{
	qa_text(q, ehc_str_of(words));
}

void
qa_short(struct qa *q, struct ehc_str words, size_t n)
{
	size_t at = 0, cut = 0, seen = 0;

	words = ehc_str_trim(words);
	while (at < words.len && seen < n) {
		if (ehc_is_blank(words.ptr[at]))
			cut = at;
		ehc_utf8_next(words, &at);
		seen++;
	}
	if (at >= words.len) {
		qa_text(q, words);
		return;
	}
	qa_text(q, ehc_str_sub(words, 0, cut > 0 ? cut : at));
	qa_put(q, " &hellip;");
}

void
qa_section(struct qa *q, const char *id, const char *heading)
{
	qa_printf(q, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id, heading);
}

void
qa_end_section(struct qa *q)
{
	qa_put(q, "</section>\n");
}

void
qa_table(struct qa *q, struct qa_table *t, const char *caption, const char *const *heads, size_t n)
{
	*t = (struct qa_table){ heads, n, 0 };
	qa_printf(q, "<table>\n<caption>%s</caption>\n<thead><tr>", caption);
	for (size_t i = 0; i < n; i++)
		qa_printf(q, "<th scope=\"col\">%s</th>", heads[i]);
	qa_put(q, "</tr></thead>\n<tbody>\n");
}

void
qa_row(struct qa *q, struct qa_table *t)
{
	t->at = 0;
	qa_put(q, "<tr>");
}

void
qa_row_of(struct qa *q, struct qa_table *t, const char *class)
{
	t->at = 0;
	qa_printf(q, "<tr class=\"%s\">", class);
}

void
qa_item_row(struct qa *q, struct qa_table *t, const struct ehc_item *it)
{
	t->at = 0;
	qa_printf(q, "<tr id=\"i%zu\">", it->nth);
}

static void
close_cell(struct qa *q, const struct qa_table *t)
{
	if (t->at > 0)
		qa_put(q, t->at == 1 ? "</th>" : "</td>");
}

void
qa_cell(struct qa *q, struct qa_table *t)
{
	close_cell(q, t);
	if (t->at == 0)
		qa_put(q, "<th scope=\"row\">");
	else
		qa_printf(q, "<td data-head=\"%s\">", t->heads[t->at]);
	t->at++;
}

void
qa_cell_of(struct qa *q, struct qa_table *t, const char *class)
{
	close_cell(q, t);
	qa_printf(q, "<td class=\"%s\" data-head=\"%s\">", class, t->heads[t->at]);
	t->at++;
}

void
qa_end_row(struct qa *q, struct qa_table *t)
{
	close_cell(q, t);
	qa_put(q, "</tr>\n");
}

void
qa_end_table(struct qa *q)
{
	qa_put(q, "</tbody>\n</table>\n");
}

uint32_t
qa_line(const struct qa *q, uint32_t offset)
{
	return ehc_source_place(q->r->source, offset).line;
}

struct ehc_str
qa_item_text(const struct qa *q, const struct ehc_item *it)
{
	if (!it->id_made)
		return it->id_written;
	return ehc_arena_printf(q->arena, "%s in line %u", ehc_item_kind_name(it->kind), qa_line(q, it->span.start));
}

void
qa_item_name(struct qa *q, const struct ehc_item *it)
{
	qa_text(q, qa_item_text(q, it));
}

void
qa_item_link(struct qa *q, const struct ehc_item *it)
{
	qa_printf(q, "<a href=\"#i%zu\">", it->nth);
	qa_item_name(q, it);
	qa_put(q, "</a>");
}

void
qa_rule_link(struct qa *q, const struct ehc_group *g)
{
	qa_printf(q, "<a class=\"code\" href=\"#g%u\">%s</a>", g->lead->group, g->lead->rule->id);
}

void
qa_group_link(struct qa *q, const struct ehc_group *g)
{
	qa_printf(q, "<a class=\"code\" href=\"#g%u\">%s", g->lead->group, g->lead->rule->id);
	if (g->lead->item != NULL) {
		qa_put(q, " ");
		qa_item_name(q, g->lead->item);
	}
	qa_put(q, "</a>");
}

/* One entry of the list: a whole id, or a family's prefix without its number. */
static bool
matches(const char *id, const char *entry, size_t n)
{
	return strncmp(id, entry, n) == 0 && (id[n] == '\0' || id[n] == '-');
}

bool
qa_rule_is(const struct ehc_rule *r, const char *list)
{
	while (*list != '\0') {
		size_t n = strcspn(list, " ");

		if (matches(r->id, list, n))
			return true;
		list += n;
		list += strspn(list, " ");
	}
	return false;
}

bool
qa_group_has(const struct ehc_group *g, const char *list)
{
	for (size_t i = 0; i < g->count; i++)
		if (qa_rule_is(g->findings[i]->rule, list))
			return true;
	return false;
}

void
qa_fact(struct qa *q, const char *label, struct ehc_str words)
{
	if (words.len == 0)
		return;
	qa_printf(q, "<div><dt>%s</dt><dd>", label);
	qa_text(q, words);
	qa_put(q, "</dd></div>\n");
}
