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
	size_t width;                           /* at which the lines were broken; 0 where they were not */
	uint32_t tables;
};

/* A text whose lines all end before a column that many of them reach was broken there. */
static size_t
broken_at(struct ehc_str text)
{
	struct ehc_str line;
	size_t longest = 0, lines = 0, near = 0;

	for (struct ehc_str rest = text; ehc_str_split(&rest, '\n', &line);) {
		if (line.len > longest)
			longest = line.len;
		lines += line.len > 0;
	}
	if (longest < 60 || longest > 120)
		return 0;
	for (struct ehc_str rest = text; ehc_str_split(&rest, '\n', &line);)
		near += line.len + 14 > longest;
	return near * 4 > lines ? longest : 0;
}

static void
add_cells(struct plain *p, struct ehc_str line, uint32_t number)
{
	struct ehc_draft_row *r = NULL;
	struct ehc_str cell;

	if (p->table == NULL) {
		p->table = draft_add(p->a, &p->list, EHC_DRAFT_TABLE);
		p->table->table = EHC_NEW(p->a, struct ehc_draft_table);
		p->table->origin = (struct ehc_origin){ .table = ++p->tables, .paragraph = number };
	}
	r = draft_add_row(p->a, p->table->table);
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
		for (const struct ehc_draft_row *q = p->table->table->first; q != NULL; q = q->next)
			b->origin.row++;
	}
}

static bool
has_bars(struct ehc_str line)
{
	return ehc_str_find_nocase(line, " | ") != SIZE_MAX;
}

/* The line before was broken here: it was nearly full, and this one does not begin anything. */
static bool
goes_on(const struct plain *p, struct ehc_str before, struct ehc_str line)
{
	return p->open != NULL && p->width > 0 && before.len + 20 > p->width && draft_typed_bullet(line) == 0 && !has_bars(line);
}

static void
add_line(struct plain *p, struct ehc_str line, struct ehc_str before, uint32_t number)
{
	struct ehc_str text = draft_fold(p->a, line);
	size_t dot = draft_typed_bullet(text);

	if (text.len == 0) {
		p->open = NULL;
		p->table = NULL;
		return;
	}
	if (has_bars(line)) {
		add_cells(p, line, number);
		return;
	}
	p->table = NULL;
	if (goes_on(p, before, text)) {
		p->open->text = ehc_arena_printf(p->a, "%.*s %.*s", EHC_ARG(p->open->text), EHC_ARG(text));
		return;
	}
	p->open = draft_add(p->a, &p->list, dot > 0 ? EHC_DRAFT_BULLET : EHC_DRAFT_PARAGRAPH);
	p->open->level = dot > 0 ? 1 : 0;
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
		before = ehc_str_trim(line);
	}
}
