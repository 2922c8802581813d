/*
 * plain.c - a draft that is plain text: a line is a paragraph, lines with " | " in them are a table, and a line of a dot or
 * a dash is a bullet. Lines that a program broke at a fixed width are put together again.
 */
#include "import/draft.h"

#include <string.h>

struct plain {
	struct ehc_arena *a;
	struct ehc_draft *d;
	struct draft_list list;
	struct ehc_draft_block *table;          /* open, or NULL */
	struct ehc_draft_block *open;           /* a paragraph that the next line may go on with, or NULL */
	struct ehc_buf words;                   /* of it, where it has several lines */
	size_t hang;                            /* blanks before the lines that go on with the item that is open; 0 for none */
	size_t width;                           /* at which the lines were broken; 0 where they were not */
	uint32_t tables, rows;                  /* of the text, and of the table that is open */
};

static size_t
indent_of(struct ehc_str line)
{
	size_t n = 0;

	while (n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
		n++;
	return n;
}

/* A text was broken at a width where its lines all end before a column, and some go on with a small letter. */
static size_t
broken_at(struct ehc_str text)
{
	struct ehc_str line, before = EHC_NOSTR;
	size_t longest = 0, pairs = 0, small = 0;

	for (struct ehc_str rest = text; ehc_str_split(&rest, '\n', &line);)
		if (line.len > longest)
			longest = line.len;
	if (longest < 60 || longest > 120)
		return 0;
	for (struct ehc_str rest = text; ehc_str_split(&rest, '\n', &line); before = line) {
		size_t at = indent_of(line);

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
add_cells(struct plain *p, struct ehc_str line, uint32_t number)
{
	struct ehc_draft_row *r = NULL;
	struct ehc_str cell;

	if (p->table == NULL) {
		p->table = draft_add(p->a, &p->list, EHC_DRAFT_TABLE);
		p->table->table = EHC_NEW(p->a, struct ehc_draft_table);
		p->rows = 0;
		p->table->origin = (struct ehc_origin){ .table = ++p->tables, .paragraph = number };
	}
	r = draft_add_row(p->a, p->table->table);
	p->rows++;
	while (ehc_str_split(&line, '|', &cell)) {
		struct ehc_draft_cell *c = draft_add_cell(p->a, p->table->table, r, 1);
		struct draft_list in = { &c->first, &c->last };
		struct ehc_draft_block *b;

		cell = draft_fold(p->a, cell);
		if (cell.len == 0)
			continue;
		b = draft_add(p->a, &in, EHC_DRAFT_PARAGRAPH);
		b->text = cell;
		b->origin = (struct ehc_origin){ .table = p->tables, .paragraph = number, .column = c->column + 1 };
		b->origin.row = p->rows;
	}
}

static bool
has_bars(struct ehc_str line)
{
	return ehc_str_find_nocase(line, " | ") != SIZE_MAX;
}

/* The line before was broken here: the first word of this one would not have gone on it, and it does not begin anything; or it hangs below one. */
static bool
goes_on(const struct plain *p, struct ehc_str before, struct ehc_str line, struct ehc_str text)
{
	const char *end = memchr(text.ptr, ' ', text.len);
	size_t word = end == NULL ? text.len : (size_t)(end - text.ptr);

	if (p->open == NULL || draft_typed_bullet(text) > 0 || has_bars(line))
		return false;
	if (p->hang > 0 && indent_of(line) == p->hang)
		return true;
	return p->width > 0 && before.len + word >= p->width;
}

/* Blanks in front of the words behind a dot or a number: lines that go on with it stand below them. 0 where the line begins with words. */
static size_t
hanging(struct ehc_str line, struct ehc_str text, size_t dot)
{
	size_t at = indent_of(line), n = dot;

	while (dot == 0 && n < text.len && (ehc_is_digit(text.ptr[n]) || ehc_is_letter(text.ptr[n]) || text.ptr[n] == '(') && n < 4)
		n++;
	if (dot == 0) {
		if (n == 0 || n + 1 >= text.len || strchr(".)", text.ptr[n]) == NULL || text.ptr[n + 1] != ' ' || !ehc_str_has_digit(ehc_str_sub(text, 0, n)))
			return 0;
		n += 2;
	}
	return at + n;
}

/* Gives the open paragraph all of its lines. */
static void
end_paragraph(struct plain *p)
{
	if (p->open != NULL && p->words.len > 0)
		p->open->text = ehc_arena_copy(p->a, (struct ehc_str){ p->words.ptr, p->words.len });
	ehc_buf_clear(&p->words);
}

static void
add_line(struct plain *p, struct ehc_str line, struct ehc_str before, uint32_t number)
{
	struct ehc_str text = draft_fold(p->a, line);
	size_t dot = draft_typed_bullet(text);

	if (text.len == 0) {
		end_paragraph(p);
		p->open = NULL;
		p->table = NULL;
		return;
	}
	if (has_bars(line)) {
		add_cells(p, line, number);
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
			ehc_buf_str(&p->words, p->open->text);
		ehc_buf_char(&p->words, ' ');
		ehc_buf_str(&p->words, text);
		return;
	}
	end_paragraph(p);
	p->open = draft_add(p->a, &p->list, dot > 0 ? EHC_DRAFT_BULLET : EHC_DRAFT_PARAGRAPH);
	p->open->level = dot > 0 ? 1 : 0;
	p->hang = hanging(line, text, dot);
	p->open->text = ehc_str_sub(text, dot, text.len);
	p->open->origin.paragraph = number;
}

void
draft_plain(struct ehc_arena *a, struct ehc_str bytes, struct ehc_draft *out)
{
	struct plain p = { .a = a, .d = out, .list = { &out->first, &out->last } };
	struct ehc_str line, before = EHC_NOSTR;
	uint32_t number = 0;

	if (bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0)
		bytes = ehc_str_sub(bytes, 3, bytes.len);
	p.width = broken_at(bytes);
	while (ehc_str_split(&bytes, '\n', &line)) {
		add_line(&p, line, before, ++number);
		before = line;
		while (before.len > 0 && strchr(" \t\r", before.ptr[before.len - 1]) != NULL)
			before.len--;
	}
	end_paragraph(&p);
	ehc_buf_free(&p.words);
}
