/*
 * plain.c - a draft that is plain text: a line is a paragraph, lines with " | " in them are a table, and a line of a dot or
 * a dash is a bullet. Lines that a program broke at a fixed width are put together again.
 */
#include "import/layout.h"

#include <string.h>

enum { TITLE_LINES = 5, LONG = 60, NARROW = 45, WIDEST = 120 };   /* columns of a line that may have been broken, at least and at most */

struct plain {
	struct ehc_arena *a;
	struct ehc_draft *d;
	struct draft_list list;
	struct ehc_draft_block *table;          /* open, or NULL */
	struct ehc_draft_block *open;           /* a paragraph that the next line may go on with, or NULL */
	struct ehc_buf words;                   /* of it, where it has several lines */
	size_t hang;                            /* column of the lines that go on with the item that is open; 0 for none */
	struct layout_cells head;               /* where the columns of the table begin that is set with blanks; none is open where it has none */
	size_t began;                           /* lines with words so far */
	bool mail;                              /* only the head of an e-mail was read as yet */
	size_t width;                           /* at which the lines were broken; 0 where they were not */
	bool grid;                              /* the table that is open has a line drawn between its rows, so that a row may have several lines */
	bool drawn;                             /* such a line stood right above */
	bool equals;                            /* a sign of equality stands between labels and values */
	bool marked;                            /* headings and bold words are marked with signs */
	bool *heads;                            /* by its number, whether a line is the head or foot of a page */
	size_t nheads;
	uint32_t tables, rows;                  /* of the text, and of the table that is open */
};

/* A text was broken at a width where its lines all end before a column, and some go on with a small letter. */
static size_t
broken_at(struct ehc_str text)
{
	struct ehc_str line, before = EHC_NOSTR;
	size_t longest = 0, pairs = 0, small = 0;
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
		small += before.len > 0 && at < line.len && line.ptr[at] >= 'a' && line.ptr[at] <= 'z' && strchr(".:;!?", before.ptr[before.len - 1]) == NULL;
	}
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

static void
open_table(struct plain *p, uint32_t number)
{
	if (p->table != NULL)
		return;
	p->table = draft_add(p->a, &p->list, EHC_DRAFT_TABLE);
	p->table->table = EHC_NEW(p->a, struct ehc_draft_table);
	p->rows = 0;
	p->table->origin = (struct ehc_origin){ .table = ++p->tables, .paragraph = number };
}

static void
add_cell(struct plain *p, struct ehc_draft_row *r, struct ehc_str words, uint32_t number)
{
	struct ehc_draft_cell *c = draft_add_cell(p->a, p->table->table, r, 1);
	struct draft_list in = { &c->first, &c->last };
	struct ehc_draft_block *b;

	words = draft_fold(p->a, words);
	if (words.len == 0)
		return;
	b = draft_add(p->a, &in, EHC_DRAFT_PARAGRAPH);
	b->text = words;
	b->origin = (struct ehc_origin){ .table = p->tables, .paragraph = number, .column = c->column + 1 };
	b->origin.row = p->rows;
}

static bool
has_bars(struct ehc_str line)
{
	struct ehc_str words = ehc_str_trim(line);

	return ehc_str_find_nocase(line, " | ") != SIZE_MAX || (words.len > 2 && words.ptr[0] == '|' && words.ptr[words.len - 1] == '|');
}

/* The second line of a row whose cells are drawn. */
static void
add_to_row(struct plain *p, struct ehc_str line)
{
	struct ehc_draft_cell *c = p->table->table->last->first;
	struct ehc_str cell;

	for (; c != NULL && ehc_str_split(&line, '|', &cell); c = c->next)
		if ((cell = draft_fold(p->a, cell)).len > 0 && c->last != NULL)
			c->last->text = ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(c->last->text), EHC_ARG(cell));
		else if (cell.len > 0) {
			struct draft_list in = { &c->first, &c->last };

			draft_add(p->a, &in, EHC_DRAFT_PARAGRAPH)->text = cell;
			c->first->origin = p->table->origin;
			c->first->origin.row = p->rows;
			c->first->origin.column = c->column + 1;
		}
}

static size_t
row_width(const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		n++;
	return n;
}

static size_t
count_bars(struct ehc_str line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.len; i++)
		n += line.ptr[i] == '|';
	return n;
}

static void
add_cells(struct plain *p, struct ehc_str line, uint32_t number)
{
	struct ehc_draft_row *r;
	struct ehc_str cell;

	/* Bars at both ends are the table's sides. */
	line = ehc_str_trim(line);
	if (line.len > 1 && line.ptr[0] == '|' && line.ptr[line.len - 1] == '|')
		line = ehc_str_sub(line, 1, line.len - 1);
	if (p->grid && !p->drawn && p->table != NULL && p->table->table->last != NULL && row_width(p->table->table->last) == count_bars(line) + 1) {
		add_to_row(p, line);
		return;
	}
	p->drawn = false;
	open_table(p, number);
	r = draft_add_row(p->a, p->table->table);
	p->rows++;
	while (ehc_str_split(&line, '|', &cell))
		add_cell(p, r, cell, number);
}

/* ---- columns that are set with blanks or tabs ---- */

/* The column of the table in which words that begin there stand. */
static size_t
column_of(const struct layout_cells *head, size_t at)
{
	size_t i = head->n;

	while (i > 1 && head->at[i - 1] > at + 1)
		i--;
	return i - 1;
}

/* A row of the table, or the second line of its last row, which then has nothing in the first column; `close`: no empty line stands between. */
static void
add_aligned(struct plain *p, const struct layout_cells *cells, bool close, uint32_t number)
{
	struct ehc_draft_row *r = p->table->table->last;
	struct ehc_str words[LAYOUT_COLUMNS];

	memset(words, 0, sizeof(words));
	for (size_t i = 0; i < cells->n; i++) {
		struct ehc_str *to = &words[column_of(&p->head, cells->at[i])];

		*to = to->len == 0 ? cells->words[i] : ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(*to), EHC_ARG(cells->words[i]));
	}
	/* Where every line is filled a small letter goes on with the line above. */
	if (r == NULL || (words[0].len > 0 && !(close && (words[0].ptr[0] == '(' || (words[0].ptr[0] >= 'a' && words[0].ptr[0] <= 'z'))))) {
		r = draft_add_row(p->a, p->table->table);
		p->rows++;
		for (size_t i = 0; i < p->head.n; i++)
			add_cell(p, r, words[i], number);
		return;
	}
	for (struct ehc_draft_cell *c = r->first; c != NULL; c = c->next) {
		struct ehc_str more = draft_fold(p->a, words[c->column]);
		struct draft_list in = { &c->first, &c->last };

		if (more.len == 0)
			continue;
		if (c->first != NULL) {
			c->last->text = ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(c->last->text), EHC_ARG(more));
			continue;
		}
		draft_add(p->a, &in, EHC_DRAFT_PARAGRAPH)->text = more;
		c->first->origin = (struct ehc_origin){ .table = p->tables, .paragraph = number, .column = c->column + 1 };
		c->first->origin.row = p->rows;
	}
}

/* The next line that is not empty. */
static struct ehc_str
line_below(struct ehc_str rest)
{
	struct ehc_str line;

	while (ehc_str_split(&rest, '\n', &line))
		if (ehc_str_trim(line).len > 0)
			return line;
	return EHC_NOSTR;
}

static bool
is_label(struct ehc_str words)
{
	return words.len > 0 && words.ptr[words.len - 1] == ':';
}

/* "Who: ...": a label of a few words begins the line. */
static bool
begins_label(struct ehc_str text)
{
	size_t words = 1;

	for (size_t i = 0; i < text.len && i < 40 && strchr(".;,", text.ptr[i]) == NULL; i++) {
		if (text.ptr[i] == ':')
			return ehc_is_capital(text.ptr[0]) && words <= 4 && (i + 1 == text.len || text.ptr[i + 1] == ' ');
		words += text.ptr[i] == ' ';
	}
	return false;
}

/* The line belongs to a table that is set with blanks: the one that is open, or one that begins here. `rest` is the text below it. */
static bool
in_columns(struct plain *p, struct ehc_str line, struct ehc_str before, struct ehc_str rest, struct layout_cells *cells)
{
	struct layout_cells below;

	layout_split(line, cells);
	if (p->head.n > 0) {
		if (cells->n >= 2 && layout_aligned(&p->head, cells))
			return true;
		if (cells->n >= 1 && before.len > 0 && cells->at[0] + 1 >= p->head.at[1] && column_of(&p->head, cells->at[0]) > 0)
			return true;
		p->head.n = 0;
		p->table = NULL;
	}
	if (cells->n < 2 || is_label(cells->words[0]) || (cells->n == 2 && begins_label(cells->words[0])) || draft_typed_bullet(cells->words[0]) > 0)
		return false;
	layout_split(line_below(rest), &below);
	/* Two columns may be a number and its words, or justified text: three are needed, or two of short words with a line between them. */
	if (below.n < 2 || !layout_aligned(cells, &below) || is_label(below.words[0]) || (cells->n == 2 && layout_marker(line) > 0))
		return false;
	p->head = *cells;
	return true;
}

/* "Name:  Ada Example     Born: 3 May 2017": labels with their values, several on one line; a paragraph each. */
static bool
labels_beside(struct plain *p, const struct layout_cells *cells, uint32_t number)
{
	struct ehc_str pairs[LAYOUT_COLUMNS];
	size_t n = 0;

	for (size_t i = 0; i < cells->n; i++) {
		pairs[n] = draft_fold(p->a, cells->words[i]);
		if (is_label(pairs[n]) && i + 1 < cells->n && !is_label(cells->words[i + 1]) && ehc_str_find_nocase(cells->words[i + 1], ": ") == SIZE_MAX) {
			i++;
			pairs[n] = ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(pairs[n]), EHC_ARG(cells->words[i]));
		}
		if (!is_label(pairs[n]) && ehc_str_find_nocase(pairs[n], ": ") == SIZE_MAX)
			return false;
		n++;
	}
	if (n < 2)
		return false;
	for (size_t i = 0; i < n; i++) {
		p->open = draft_add(p->a, &p->list, EHC_DRAFT_PARAGRAPH);
		p->open->text = pairs[i];
		p->open->origin.paragraph = number;
	}
	p->hang = 0;
	return true;
}

/* The line before was broken here: the first word of this one would not have gone on it, and it does not begin anything; or it hangs below one. */
static bool
goes_on(const struct plain *p, struct ehc_str before, struct ehc_str line, struct ehc_str text)
{
	const char *end = memchr(text.ptr, ' ', text.len);
	size_t word = end == NULL ? text.len : (size_t)(end - text.ptr), length;

	if (p->open == NULL || before.len == 0 || draft_typed_bullet(text) > 0 || layout_marker(line) > 0 || has_bars(line))
		return false;
	if (p->hang > 0 && layout_indent(line) == p->hang && !begins_label(text))
		return true;
	length = layout_column(before, before.len);
	if (p->width > 0 && length + layout_column(text, word) >= p->width)
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
	return ehc_arena_printf(a, "%.*s%s %.*s", EHC_ARG(label), is_label(label) ? "" : ":", EHC_ARG(value));
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
	p->head.n = 0;
	b = draft_add(p->a, &p->list, EHC_DRAFT_HEADING);
	b->text = draft_fold(p->a, line);
	b->level = depth;
	b->origin.paragraph = number;
}

/* Below the headings of a table too lines are drawn, with rows below them. `rest` begins below the table's upper edge. */
static bool
is_grid(struct ehc_str rest)
{
	size_t between = 0;
	bool drawn = false;
	struct ehc_str line;

	while (ehc_str_split(&rest, '\n', &line) && (layout_is_drawn(line) || has_bars(line))) {
		between += drawn && !layout_is_drawn(line);
		drawn = layout_is_drawn(line);
	}
	return between >= 2;
}

/* A line of the table's frame: the table goes on below it. */
static bool
is_frame(struct plain *p, struct ehc_str line, struct ehc_str rest, uint32_t number)
{
	if (!layout_is_drawn(line))
		return false;
	if (p->table == NULL)
		p->grid = ehc_str_trim(line).ptr[0] == '+' && is_grid(rest);
	p->drawn = true;
	draft_leave_out(p->d, ehc_str_trim(line), "a line that is drawn", (struct ehc_origin){ .paragraph = number });
	return true;
}

static void
add_line(struct plain *p, struct ehc_str line, struct ehc_str before, struct ehc_str rest, bool strong, uint32_t number)
{
	struct ehc_str text = without_leader(p->a, draft_fold(p->a, line));
	struct layout_cells cells;
	size_t dot = draft_typed_bullet(text);

	if (of_the_page(p, line, text, number))
		return;
	if (text.len == 0) {
		end_paragraph(p);
		p->open = NULL;
		p->table = p->head.n > 0 ? p->table : NULL;
		return;
	}
	if (is_frame(p, line, rest, number))
		return;
	if (has_bars(line)) {
		p->table = p->head.n > 0 ? NULL : p->table;
		p->head.n = 0;
		add_cells(p, line, number);
		return;
	}
	if (in_columns(p, line, before, rest, &cells)) {
		end_paragraph(p);
		p->open = NULL;
		open_table(p, number);
		add_aligned(p, &cells, before.len > 0, number);
		return;
	}
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
	if (cells.n >= 2 && labels_beside(p, &cells, number))
		return;
	p->open = draft_add(p->a, &p->list, dot > 0 ? EHC_DRAFT_BULLET : EHC_DRAFT_PARAGRAPH);
	p->open->level = dot > 0 ? 1 : 0;
	p->hang = hanging(line, dot);
	p->open->strong = strong;
	p->open->text = ehc_str_sub(text, dot, text.len);
	p->open->origin.paragraph = number;
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
		before = line;
		while (before.len > 0 && strchr(" \t\r", before.ptr[before.len - 1]) != NULL)
			before.len--;
	}
	end_paragraph(&p);
	ehc_buf_free(&p.words);
}
