/*
 * csv.c - reads a table that a spreadsheet has saved: RFC 4180, with or without a byte order mark, lines ended by LF or
 * CRLF. Cells are slices of the text where they hold no doubled quotation mark.
 */
#include "ehc/base.h"

#include <string.h>

struct reading {
	struct ehc_arena *arena;
	struct ehc_str text;
	size_t at;
	size_t line;
	struct ehc_csv *out;
};

static bool
more(const struct reading *r)
{
	return r->at < r->text.len;
}

static bool
fail(struct reading *r, size_t line, const char *trouble)
{
	r->out->trouble = trouble;
	r->out->line = line;
	return false;
}

/* Behind the opening quotation mark: up to the closing one, "" standing for one. */
static bool
quoted(struct reading *r, struct ehc_str *cell)
{
	size_t from = r->at, opened = r->line, doubled = 0, kept = 0;
	char *copy;

	while (more(r) && (r->text.ptr[r->at] != '"' || (r->at + 1 < r->text.len && r->text.ptr[r->at + 1] == '"'))) {
		if (r->text.ptr[r->at] == '"')
			doubled++, r->at++;
		else if (r->text.ptr[r->at] == '\n')
			r->line++;
		r->at++;
	}
	if (!more(r))
		return fail(r, opened, "a quotation mark is opened and never closed");
	*cell = ehc_str_sub(r->text, from, r->at++);
	if (more(r) && strchr(",\r\n", r->text.ptr[r->at]) == NULL)
		return fail(r, r->line, "words stand behind a closing quotation mark");
	if (doubled == 0)
		return true;
	copy = ehc_arena_alloc(r->arena, cell->len - doubled + 1);
	for (size_t i = 0; i < cell->len; i++) {
		copy[kept++] = cell->ptr[i];
		if (cell->ptr[i] == '"')
			i++;
	}
	*cell = (struct ehc_str){ copy, kept };
	return true;
}

static bool
read_cell(struct reading *r, struct ehc_str *cell)
{
	size_t from = r->at;

	if (more(r) && r->text.ptr[r->at] == '"') {
		r->at++;
		return quoted(r, cell);
	}
	while (more(r) && strchr(",\r\n", r->text.ptr[r->at]) == NULL)
		r->at++;
	*cell = ehc_str_trim(ehc_str_sub(r->text, from, r->at));
	return true;
}

static bool
read_row(struct reading *r, struct ehc_csv_row *row)
{
	EHC_VEC(struct ehc_str) cells = { NULL, 0, 0 };
	struct ehc_str cell;

	row->line = r->line;
	for (;;) {
		if (!read_cell(r, &cell))
			return false;
		EHC_PUSH(r->arena, &cells, cell);
		if (!more(r) || r->text.ptr[r->at] != ',')
			break;
		r->at++;
	}
	if (more(r) && r->text.ptr[r->at] == '\r')
		r->at++;
	if (more(r) && r->text.ptr[r->at] == '\n')
		r->at++;
	r->line++;
	row->cells = cells.items;
	row->n = cells.count;
	return true;
}

/* A line with nothing on it, and what spreadsheets leave below a table: rows of empty cells. */
static bool
is_empty(const struct ehc_csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->cells[i].len > 0)
			return false;
	return true;
}

bool
ehc_csv_read(struct ehc_arena *a, struct ehc_str text, struct ehc_csv *out)
{
	struct reading r = { .arena = a, .text = text, .line = 1, .out = out };
	struct ehc_csv_row row;

	memset(out, 0, sizeof(*out));
	if (text.len >= 3 && memcmp(text.ptr, "\xEF\xBB\xBF", 3) == 0)
		r.at = 3;
	if (memchr(text.ptr, '\0', text.len) != NULL)
		return fail(&r, 1, "it holds NUL bytes: it is no table of text");
	while (more(&r)) {
		if (!read_row(&r, &row))
			return false;
		if (is_empty(&row))
			continue;
		if (out->count > 0 && row.n != out->rows[0].n)
			return fail(&r, row.line, "this row has not as many cells as the first");
		out->rows = ehc_arena_grow(a, out->rows, out->count, &out->cap, sizeof(*out->rows));
		out->rows[out->count++] = row;
	}
	return out->count > 0 || fail(&r, 1, "it holds no row");
}
