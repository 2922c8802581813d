/*
 * plain.c - a draft that is plain text: a line is a paragraph, lines with " | " in them are a table, and a line of a dot or
 * a dash is a bullet. Lines that a program broke at a fixed width are put together again.
 */
#include "import/plain.h"

#include <string.h>

enum { TITLE_LINES = 5, LONG = 60, NARROW = 45, WIDEST = 120 };   /* columns of a line that may have been broken, at least and at most */

/* A text was broken at a width where its lines all end before a column, and some go on with a small letter. */
static size_t
broken_at(struct ehc_str text)
{
	struct ehc_str line, before = EHC_NOSTR;
	enum { RAGGED = 8 };
	size_t longest = 0, pairs = 0, small = 0, broken = 0;
	struct layout_cells cells;

	for (struct ehc_str rest = text; ehc_str_split(&rest, '\n', &line);) {
		size_t length = layout_column(line, line.len);

		if (length <= longest)
			continue;
		layout_split(line, &cells);
		if (cells.n == 1)
			longest = length;
	}
	if (longest < NARROW || longest > WIDEST)
		return 0;
	for (struct ehc_str rest = text; ehc_str_split(&rest, '\n', &line); before = line) {
		size_t at = 0;

		while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
			at++;
		pairs += before.len > 0 && line.len > 0;
		if (before.len > 0 && at < line.len && line.ptr[at] >= 'a' && line.ptr[at] <= 'z' && strchr(".:;!?", before.ptr[before.len - 1]) == NULL) {
			small++;
			broken = layout_column(before, before.len) > broken ? layout_column(before, before.len) : broken;
		}
	}
	/* A line that is longer than all that go on in the next was not broken. */
	if (broken + RAGGED < longest)
		longest = broken;
	return small >= 2 && small * 20 > pairs ? longest : 0;
}

/* "=====" below a line: it is a heading. */
static bool
is_rule(struct ehc_str line)
{
	size_t n = 0;

	while (n < line.len && line.ptr[n] == line.ptr[0])
		n++;
	return n >= 3 && n == line.len && strchr("=-_*~#", line.ptr[0]) != NULL;
}

bool
plain_is_label(struct ehc_str words)
{
	return words.len > 0 && words.ptr[words.len - 1] == ':';
}

bool
plain_begins_label(struct ehc_str text)
{
	size_t words = 1;

	for (size_t i = 0; i < text.len && i < 40 && strchr(".;,", text.ptr[i]) == NULL; i++) {
		if (text.ptr[i] == ':')
			return ehc_is_capital(text.ptr[0]) && words <= 4 && (i + 1 == text.len || text.ptr[i + 1] == ' ');
		words += text.ptr[i] == ' ';
	}
	return false;
}

/*
 * "Name:  Ada Example     Born: 3 May 2017": labels with their values, several on one line; a paragraph each. Words without a label may
 * be one of them where they stand in a column of the page.
 */
static bool
labels_beside(struct plain *p, const struct layout_cells *cells, bool in_column, uint32_t number)
{
	struct ehc_str pairs[LAYOUT_COLUMNS];
	size_t n = 0, others = 0;

	for (size_t i = 0; i < cells->n; i++) {
		pairs[n] = draft_fold(p->a, cells->words[i]);
		if (plain_is_label(pairs[n]) && i + 1 < cells->n && !plain_is_label(cells->words[i + 1]) && ehc_str_find_nocase(cells->words[i + 1], ": ") == SIZE_MAX) {
			i++;
			pairs[n] = ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(pairs[n]), EHC_ARG(cells->words[i]));
		}
		others += !plain_is_label(pairs[n]) && ehc_str_find_nocase(pairs[n], ": ") == SIZE_MAX;
		n++;
	}
	if (n < 2 || (others > 0 && !(n == 2 && in_column && plain_begins_label(pairs[0]))))
		return false;
	for (size_t i = 0; i < n; i++) {
		p->open = draft_add(p->a, &p->list, EHC_DRAFT_PARAGRAPH);
		p->open->text = pairs[i];
		p->open->origin.paragraph = number;
	}
	/* The next line goes on with none of them. */
	p->open = NULL;
	p->hang = 0;
	return true;
}

/* "Who: teaching assistant" above a line that begins a sentence, the first word of which had room on the line of the label. */
static bool
ends_field(const struct plain *p, struct ehc_str before, struct ehc_str text, size_t word)
{
	return plain_begins_label(p->open->text) && ehc_is_capital(text.ptr[0]) && layout_column(before, before.len) + 1 + word < (p->width > 0 ? p->width : LONG);
}

/* The second words begin where those of the line above or below do, in the right half of a page. */
static bool
is_page_column(const struct plain *p, const struct layout_cells *cells, struct ehc_str rest)
{
	enum { RIGHT = 30 };
	struct layout_cells below;
	struct ehc_str line;

	if (cells->n < 2 || cells->at[1] < RIGHT)
		return false;
	if (p->second == cells->at[1])
		return true;
	if (!ehc_str_split(&rest, '\n', &line))
		return false;
	layout_split(line, &below);
	return below.n >= 2 && below.at[1] == cells->at[1];
}

/* The line before was broken here: the first word of this one would not have gone on it, and it does not begin anything; or it hangs below one. */
static bool
goes_on(const struct plain *p, struct ehc_str before, struct ehc_str line, struct ehc_str text)
{
	const char *end = memchr(text.ptr, ' ', text.len);
	size_t word = end == NULL ? text.len : (size_t)(end - text.ptr), length;

	if (p->open == NULL || before.len == 0 || draft_typed_bullet(text) > 0 || layout_marker(line) > 0 || plain_has_bars(line))
		return false;
	if (p->hang > 0 && layout_indent(line) == p->hang && !plain_begins_label(text) && !ends_field(p, before, text, word))
		return true;
	length = layout_column(before, before.len);
	if (p->width > 0 && length + layout_column(text, word) >= p->width && length <= p->width + word)
		return true;
	/* A small letter below a line that is long and does not end goes on with it, however ragged the lines are. */
	return text.ptr[0] >= 'a' && text.ptr[0] <= 'z' && strchr(".:;!?", before.ptr[before.len - 1]) == NULL && (p->width > 0 ? length * 5 >= p->width * 3 : length >= LONG && length <= WIDEST);
}

/* The column of the words behind a dot or a number: lines that go on with it stand below them. 0 where the line begins with words. */
static size_t
hanging(struct ehc_str line, size_t dot)
{
	size_t marker = layout_marker(line);

	if (dot > 0)
		return layout_indent(line) + dot;
	return marker == 0 ? 0 : layout_column(line, marker);
}

/* "Date of birth ....... 3 March 2017": the dots lead to the value of a label. A page's number behind them is one of a list of contents. */
static struct ehc_str
without_leader(struct ehc_arena *a, struct ehc_str text)
{
	enum { LEADER = 4 };
	size_t from = 0, to;
	struct ehc_str label, value;

	while (from < text.len && text.ptr[from] != '.')
		from++;
	for (to = from; to < text.len && text.ptr[to] == '.'; to++)
		;
	label = ehc_str_trim(ehc_str_sub(text, 0, from));
	value = ehc_str_trim(ehc_str_sub(text, to, text.len));
	if (to - from < LEADER || label.len == 0 || label.len > 60 || value.len <= 3 || memchr(value.ptr, '.', value.len) == value.ptr)
		return text;
	return ehc_arena_printf(a, "%.*s%s %.*s", EHC_ARG(label), plain_is_label(label) ? "" : ":", EHC_ARG(value));
}

/* Gives the open paragraph all of its lines. */
static void
end_paragraph(struct plain *p)
{
	if (p->open != NULL && p->words.len > 0)
		p->open->text = ehc_arena_copy(p->a, ehc_buf_text(&p->words));
	ehc_buf_clear(&p->words);
}

/* Lines that belong to the page and not to the text. */
static bool
of_the_page(struct plain *p, struct ehc_str line, struct ehc_str text, uint32_t number)
{
	struct ehc_origin origin = { .paragraph = number };
	struct layout_cells cells;
	bool of_page = layout_is_page(line) || (number < p->nheads && p->heads[number]);

	p->began += text.len > 0;
	p->mail = p->mail && (text.len == 0 || layout_is_mail(text));
	if (text.len == 0 || !(p->mail || of_page))
		return false;
	layout_split(line, &cells);
	for (size_t i = 0; !p->mail && p->began <= TITLE_LINES && cells.n > 1 && i < cells.n; i++) {
		if (layout_is_page(cells.words[i])) {
			draft_leave_out(p->d, cells.words[i], "the head or foot of a page", origin);
			continue;
		}
		/* The head of the first page is also its title. */
		end_paragraph(p);
		p->open = draft_add(p->a, &p->list, EHC_DRAFT_PARAGRAPH);
		p->open->text = draft_fold(p->a, cells.words[i]);
		p->open->origin = origin;
	}
	if (!p->mail && p->began <= TITLE_LINES && cells.n > 1)
		return true;
	if (!p->mail && p->began <= TITLE_LINES && !layout_is_page(line))
		return false;
	draft_leave_out(p->d, text, p->mail ? "the head of an e-mail" : "the head or foot of a page", origin);
	return true;
}

static void
add_heading(struct plain *p, struct ehc_str line, unsigned depth, uint32_t number)
{
	struct ehc_draft_block *b;

	end_paragraph(p);
	p->open = p->table = NULL;
	p->item = NULL;
	p->head.n = 0;
	b = draft_add(p->a, &p->list, EHC_DRAFT_HEADING);
	b->text = draft_fold(p->a, line);
	b->level = depth;
	b->origin.paragraph = number;
}

/* What is indented below a line with a number or a dot belongs to it, until a line begins no further in. */
static void
place_under(struct plain *p, struct ehc_str line, bool marked)
{
	size_t indent = layout_indent(line);

	if (p->item != NULL && indent > p->item_at) {
		p->open->under = p->item;
		return;
	}
	p->item = marked ? p->open : NULL;
	p->item_at = indent;
}

static void
add_line(struct plain *p, struct ehc_str line, struct ehc_str before, struct ehc_str rest, bool strong, uint32_t number)
{
	struct ehc_str text = without_leader(p->a, draft_fold(p->a, line));
	struct layout_cells cells;
	size_t dot = draft_typed_bullet(text);
	bool of_page = of_the_page(p, line, text, number);

	p->gap = p->gap || of_page || text.len == 0;
	if (of_page)
		return;
	if (text.len == 0) {
		end_paragraph(p);
		p->open = NULL;
		p->table = p->head.n > 0 ? p->table : NULL;
		return;
	}
	if (plain_frame(p, line, rest, number))
		return;
	if (plain_has_bars(line)) {
		p->table = p->head.n > 0 ? NULL : p->table;
		p->head.n = 0;
		plain_add_bars(p, line, number);
		return;
	}
	if (plain_in_columns(p, line, before, rest, &cells)) {
		end_paragraph(p);
		p->open = NULL;
		plain_add_row(p, &cells, before.len > 0, number);
		p->gap = false;
		return;
	}
	p->gap = false;
	p->table = NULL;
	if (is_rule(text) && text.ptr[0] != '#') {
		if (p->open != NULL && p->open->kind == EHC_DRAFT_PARAGRAPH && before.len > 0) {
			p->open->kind = EHC_DRAFT_HEADING;
			p->open->level = text.ptr[0] == '=' ? 1 : 2;
		}
		end_paragraph(p);
		draft_leave_out(p->d, text, "a line that is drawn", (struct ehc_origin){ .paragraph = number });
		p->open = NULL;
		return;
	}
	if (goes_on(p, before, line, text)) {
		if (p->words.len == 0)
			/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a line goes on in a block that is open */
			ehc_buf_str(&p->words, p->open->text);
		ehc_buf_char(&p->words, ' ');
		ehc_buf_str(&p->words, text);
		return;
	}
	end_paragraph(p);
	if (cells.n >= 2 && labels_beside(p, &cells, is_page_column(p, &cells, rest), number))
		return;
	p->open = draft_add(p->a, &p->list, dot > 0 ? EHC_DRAFT_BULLET : EHC_DRAFT_PARAGRAPH);
	p->open->level = dot > 0 ? 1 : 0;
	p->hang = hanging(line, dot);
	place_under(p, line, p->hang > 0);
	p->open->strong = strong;
	p->open->text = ehc_str_sub(text, dot, text.len);
	p->open->origin.paragraph = number;
}

static size_t
second_column(struct ehc_str line)
{
	struct layout_cells cells;

	layout_split(line, &cells);
	return cells.n >= 2 ? cells.at[1] : 0;
}

void
draft_plain(struct ehc_arena *a, struct ehc_str bytes, struct ehc_draft *out)
{
	struct plain p = { .a = a, .d = out, .list = { &out->first, &out->last }, .mail = true };
	struct ehc_str line, before = EHC_NOSTR;
	struct markdown mark;
	uint32_t number = 0;

	if (bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0)
		bytes = ehc_str_sub(bytes, 3, bytes.len);
	p.width = broken_at(bytes);
	p.marked = markdown_is(bytes);
	p.equals = layout_has_equals(bytes);
	p.nheads = running_heads(a, bytes, &p.heads);
	while (ehc_str_split(&bytes, '\n', &line)) {
		while (line.len > 0 && line.ptr[0] == '\f')
			line = ehc_str_sub(line, 1, line.len);
		mark = p.marked ? markdown_read(a, line) : (struct markdown){ .line = line };
		line = p.equals ? layout_without_equals(a, mark.line) : mark.line;
		if (mark.heading == 0 && layout_framed(line).len > 0) {
			line = layout_framed(line);
			mark.heading = 2;
		}
		if (mark.heading > 0)
			add_heading(&p, line, mark.heading, ++number);
		else
			add_line(&p, line, before, bytes, mark.strong, ++number);
		p.second = second_column(line);
		before = line;
		while (before.len > 0 && strchr(" \t\r", before.ptr[before.len - 1]) != NULL)
			before.len--;
	}
	end_paragraph(&p);
	ehc_buf_free(&p.words);
}
