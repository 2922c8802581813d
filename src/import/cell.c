/*
 * cell.c - what stands in a cell of a table, and in a row of cells.
 */
#include "import/recognise.h"

/* The words of a cell; those of a table within it too. */
static void
put_cell(const struct ehc_draft_cell *c, struct ehc_buf *out)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		for (const struct ehc_draft_row *r = b->table == NULL ? NULL : b->table->first; r != NULL; r = r->next)
			for (const struct ehc_draft_cell *in = r->first; in != NULL; in = in->next)
				put_cell(in, out);
		if (b->text.len == 0)
			continue;
		if (out->len > 0)
			ehc_buf_char(out, '\n');
		if (b->marker.len > 0)
			ehc_buf_printf(out, "%.*s ", EHC_ARG(b->marker));
		else if (b->kind == EHC_DRAFT_BULLET)
			ehc_buf_cstr(out, "- ");
		ehc_buf_str(out, b->text);
	}
}

struct ehc_str
cell_text(struct ehc_arena *a, const struct ehc_draft_cell *c)
{
	struct ehc_buf out = { NULL, 0, 0 };

	/* Most cells hold one paragraph, whose words need no copy. */
	if (c->first == NULL)
		return EHC_NOSTR;
	if (c->first->next == NULL && c->first->kind == EHC_DRAFT_PARAGRAPH && c->first->marker.len == 0)
		return c->first->text;
	put_cell(c, &out);
	return ehc_buf_take(&out, a);
}

struct ehc_draft_block *
block_part(struct ehc_arena *a, const struct ehc_draft_block *b)
{
	struct ehc_draft_block *part = EHC_NEW(a, struct ehc_draft_block);

	*part = *b;
	if (part->whole == NULL)
		part->whole = b;
	return part;
}

const struct ehc_draft_block *
cell_block(const struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		if (b->text.len > 0 || b->table != NULL)
			return b;
	return c->first;
}

const struct ehc_draft_block *
row_block(const struct ehc_draft_row *row)
{
	const struct ehc_draft_block *first = NULL;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		const struct ehc_draft_block *b = cell_block(c);

		if (b != NULL && (b->text.len > 0 || b->table != NULL))
			return b;
		first = first == NULL ? b : first;
	}
	return first;
}

const struct ehc_draft_block *
block_below(const struct ehc_draft_block *b)
{
	for (b = b->next; b != NULL && b->kind != EHC_DRAFT_TABLE && b->text.len == 0;)
		b = b->next;
	return b;
}

bool
cell_is_strong(const struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		if (b->text.len > 0 && !b->strong && b->kind != EHC_DRAFT_HEADING)
			return false;
	return true;
}

size_t
row_filled(struct ehc_arena *a, const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		n += cell_text(a, c).len > 0;
	return n;
}

struct ehc_str
text_listed(struct ehc_arena *a, struct ehc_str all, struct ehc_str more)
{
	return all.len == 0 ? more : ehc_arena_printf(a, "%.*s, %.*s", EHC_ARG(all), EHC_ARG(more));
}

struct ehc_str
row_words(struct ehc_arena *a, const struct ehc_draft_row *row)
{
	struct ehc_str all = EHC_NOSTR;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (cell_text(a, c).len > 0)
			all = text_listed(a, all, cell_text(a, c));
	return all;
}

size_t
row_cells(const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		n++;
	return n;
}
