/*
 * plain_table.c - tables in plain text: drawn with bars, or set with blanks and tabs.
 */
#include "import/plain.h"

#include <string.h>

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

/* ---- rows between bars ---- */

bool
plain_has_bars(struct ehc_str line)
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

void
plain_add_bars(struct plain *p, struct ehc_str line, uint32_t number)
{
	struct ehc_draft_row *r;
	struct ehc_str cell;

	/* Bars at both ends are the table's sides. */
	line = ehc_str_trim(line);
	if (line.len > 1 && line.ptr[0] == '|' && line.ptr[line.len - 1] == '|')
		line = ehc_str_sub(line, 1, line.len - 1);
	if (p->grid && !p->drawn && p->table != NULL && p->table->table->last != NULL && row_width(p->table->table->last) == ehc_str_count(line, '|') + 1) {
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

/* Below the headings of a table too lines are drawn, with rows below them. `rest` begins below the table's upper edge. */
static bool
is_grid(struct ehc_str rest)
{
	size_t between = 0;
	bool drawn = false;
	struct ehc_str line;

	while (ehc_str_split(&rest, '\n', &line) && (layout_is_drawn(line) || plain_has_bars(line))) {
		between += drawn && !layout_is_drawn(line);
		drawn = layout_is_drawn(line);
	}
	return between >= 2;
}

bool
plain_frame(struct plain *p, struct ehc_str line, struct ehc_str rest, uint32_t number)
{
	if (!layout_is_drawn(line))
		return false;
	if (p->table == NULL)
		p->grid = ehc_str_trim(line).ptr[0] == '+' && is_grid(rest);
	p->drawn = true;
	draft_leave_out(p->d, ehc_str_trim(line), "a line that is drawn", (struct ehc_origin){ .paragraph = number });
	return true;
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

/* The second line of the last row: each cell goes on, or, where one begins with a number or a dot, all begin another paragraph. */
static void
add_to_cells(struct plain *p, const struct ehc_str *words, uint32_t number)
{
	bool begins = false;

	for (size_t i = 0; i < p->head.n; i++)
		begins = begins || draft_typed_bullet(words[i]) > 0 || layout_marker(words[i]) > 0;
	for (struct ehc_draft_cell *c = p->table->table->last->first; c != NULL; c = c->next) {
		struct ehc_str more = draft_fold(p->a, words[c->column]);
		struct draft_list in = { &c->first, &c->last };
		struct ehc_draft_block *b;

		if (more.len == 0)
			continue;
		if (c->first != NULL && !begins) {
			c->last->text = ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(c->last->text), EHC_ARG(more));
			continue;
		}
		b = draft_add(p->a, &in, EHC_DRAFT_PARAGRAPH);
		b->text = more;
		b->origin = (struct ehc_origin){ .table = p->tables, .paragraph = number, .column = c->column + 1 };
		b->origin.row = p->rows;
	}
}

/* The line begins a row: an empty line stands above, or its first cell is filled and does not go on in a small letter. */
static bool
begins_row(const struct plain *p, struct ehc_str first, bool close)
{
	if (p->spaced)
		return p->gap;
	return first.len > 0 && !(close && (first.ptr[0] == '(' || (first.ptr[0] >= 'a' && first.ptr[0] <= 'z')));
}

void
plain_add_row(struct plain *p, const struct layout_cells *cells, bool close, uint32_t number)
{
	struct ehc_draft_row *r;
	struct ehc_str words[LAYOUT_COLUMNS];

	open_table(p, number);
	memset(words, 0, sizeof(words));
	for (size_t i = 0; i < cells->n; i++) {
		struct ehc_str *to = &words[p->counted ? i : column_of(&p->head, cells->at[i])];

		*to = to->len == 0 ? cells->words[i] : ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(*to), EHC_ARG(cells->words[i]));
	}
	if (p->table->table->last != NULL && !p->counted && !begins_row(p, words[0], close)) {
		add_to_cells(p, words, number);
		return;
	}
	r = draft_add_row(p->a, p->table->table);
	p->rows++;
	for (size_t i = 0; i < p->head.n; i++)
		add_cell(p, r, words[i], number);
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
has_tab(struct ehc_str line)
{
	return memchr(ehc_str_trim(line).ptr, '\t', ehc_str_trim(line).len) != NULL;
}

static void
split(struct ehc_str line, bool tabs, struct layout_cells *out)
{
	if (tabs)
		layout_split_tabs(line, out);
	else
		layout_split(line, out);
}

/* Every cell stands below the heading of its order. */
static bool
is_in_place(const struct layout_cells *head, const struct layout_cells *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (column_of(head, row->at[i]) != i)
			return false;
	return layout_aligned(head, row);
}

/* A number at the end of the line: of a page, in a list of contents. */
static bool
ends_in_number(const struct layout_cells *row)
{
	struct ehc_str last = row->words[row->n - 1];
	size_t digits = 0;

	while (digits < last.len && ehc_is_digit(last.ptr[digits]))
		digits++;
	return digits == last.len && digits <= 3;
}

/*
 * The line begins a table whose rows have as many cells as it has, though they do not begin at the same places: what stands below a heading
 * is told by counting. Of two columns only a tab makes a table, because blanks may part a label from its words.
 */
static bool
is_counted(struct ehc_str first, struct ehc_str rest, bool tabs)
{
	struct layout_cells head, row;
	size_t rows = 0, out_of_place = 0, pages = 0;
	struct ehc_str line;

	split(first, tabs, &head);
	if (head.n < (tabs ? 2 : 3) || head.words[0].len == 0)
		return false;
	while (ehc_str_split(&rest, '\n', &line)) {
		split(line, tabs, &row);
		if (row.n < 2 && (rows == 0 || ehc_str_trim(line).len == 0 || layout_indent(line) < head.at[1]))
			break;
		if (tabs ? row.n > head.n : row.n != head.n)
			return false;
		rows++;
		out_of_place += !is_in_place(&head, &row);
		pages += ends_in_number(&row);
	}
	return out_of_place > 0 && pages < rows;
}

/* A line that only goes on with the row above: its first cell is empty, or begins with a small letter. */
static bool
is_rest_of_row(const struct layout_cells *head, const struct layout_cells *row)
{
	return column_of(head, row->at[0]) > 0 || (row->words[0].ptr[0] >= 'a' && row->words[0].ptr[0] <= 'z');
}

/* Empty lines part the rows of the table that begins here: below one, most lines only go on with the line above, and there are such. */
static bool
is_spaced(const struct layout_cells *head, struct ehc_str rest)
{
	struct layout_cells row;
	struct ehc_str line;
	size_t parted = 0, rests = 0, others = 0;
	bool gap = false;

	while (ehc_str_split(&rest, '\n', &line)) {
		layout_split(line, &row);
		if (row.n == 0) {
			gap = true;
			continue;
		}
		if (!(row.n >= 2 && layout_aligned(head, &row)) && (gap || (row.at[0] != head->at[0] && column_of(head, row.at[0]) == 0)))
			break;
		parted += gap;
		rests += !gap && is_rest_of_row(head, &row);
		others += !gap && !is_rest_of_row(head, &row);
		gap = false;
	}
	return parted >= 1 && rests > others;
}

/* Two blanks before the place of a heading part two cells of a narrow page. */
static void
split_below(const struct layout_cells *head, struct ehc_str line, struct layout_cells *cells)
{
	struct layout_cells out = { .n = 0 };

	for (size_t i = 0; i < cells->n; i++) {
		size_t from = (size_t)(cells->words[i].ptr - line.ptr), to = from + cells->words[i].len;

		for (size_t at = from + 2; at < to && out.n + 1 < LAYOUT_COLUMNS; at++) {
			size_t column;

			if (line.ptr[at] == ' ' || line.ptr[at - 1] != ' ' || line.ptr[at - 2] != ' ')
				continue;
			column = layout_column(line, at);
			for (size_t k = 1; k < head->n; k++)
				if (column == head->at[k]) {
					out.at[out.n] = layout_column(line, from);
					out.words[out.n++] = ehc_str_trim(ehc_str_sub(line, from, at));
					from = at;
					break;
				}
		}
		if (out.n == LAYOUT_COLUMNS)
			return;
		out.at[out.n] = layout_column(line, from);
		out.words[out.n++] = ehc_str_sub(line, from, to);
	}
	*cells = out;
}

/* The line goes on with the table that is open. */
static bool
goes_on(const struct plain *p, struct ehc_str line, struct ehc_str before, struct layout_cells *cells)
{
	bool tabs = p->counted && has_tab(line);

	if (p->counted) {
		split(line, tabs, cells);
		if (before.len == 0)
			return false;
		return tabs ? cells->n <= p->head.n : cells->n == p->head.n;
	}
	if (p->spaced)
		split_below(&p->head, line, cells);
	if (cells->n >= 2 && layout_aligned(&p->head, cells))
		return true;
	/* The last words of a first cell stand alone. */
	if (p->spaced && !p->gap && cells->n == 1 && cells->at[0] == p->head.at[0] && layout_column(line, line.len) < p->head.at[1] && !plain_is_label(cells->words[0]))
		return true;
	return cells->n >= 1 && before.len > 0 && cells->at[0] + 1 >= p->head.at[1] && column_of(&p->head, cells->at[0]) > 0;
}

bool
plain_in_columns(struct plain *p, struct ehc_str line, struct ehc_str before, struct ehc_str rest, struct layout_cells *cells)
{
	struct layout_cells below;

	layout_split(line, cells);
	if (p->head.n > 0) {
		if (goes_on(p, line, before, cells))
			return true;
		layout_split(line, cells);
		p->head.n = 0;
		p->table = NULL;
	}
	if (cells->n < 2 || plain_is_label(cells->words[0]) || (cells->n == 2 && plain_begins_label(cells->words[0])) || draft_typed_bullet(cells->words[0]) > 0)
		return false;
	/* Two columns may be a number and its words. */
	if (cells->n == 2 && layout_marker(line) > 0)
		return false;
	p->counted = is_counted(line, rest, has_tab(line));
	p->spaced = false;
	if (p->counted) {
		split(line, has_tab(line), cells);
		p->head = *cells;
		return true;
	}
	layout_split(line_below(rest), &below);
	/* Two may be justified text too: three are needed, or two of short words with a line between them. */
	if (below.n < 2 || !layout_aligned(cells, &below) || plain_is_label(below.words[0]))
		return false;
	p->head = *cells;
	p->spaced = cells->n >= 3 && is_spaced(cells, rest);
	return true;
}
