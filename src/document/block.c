/*
 * block.c - making the blocks of a document: the few moves that the layouts and the tests build everything from.
 */
#include "ehc/document.h"

#include <string.h>

struct ehc_document *
ehc_document_new(struct ehc_arena *a)
{
	struct ehc_document *d = EHC_NEW(a, struct ehc_document);

	d->arena = a;
	d->language = EHC_STR("en-GB");
	d->day = EHC_NODATE;
	d->style = ehc_style_national();
	return d;
}

static struct ehc_block *
append(struct ehc_arena *a, struct ehc_block **first, struct ehc_block **last, enum ehc_block_kind kind)
{
	struct ehc_block *b = EHC_NEW(a, struct ehc_block);

	b->kind = kind;
	if (*last != NULL)
		(*last)->next = b;
	else
		*first = b;
	*last = b;
	return b;
}

struct ehc_block *
ehc_block_add(struct ehc_document *d, struct ehc_block *parent, enum ehc_block_kind kind)
{
	if (parent == NULL)
		return append(d->arena, &d->first, &d->last, kind);
	return append(d->arena, &parent->first, &parent->last, kind);
}

struct ehc_block *
ehc_cell_add(struct ehc_document *d, struct ehc_cell *cell, enum ehc_block_kind kind)
{
	return append(d->arena, &cell->first, &cell->last, kind);
}

struct ehc_run *
ehc_run_words(struct ehc_document *d, struct ehc_block *b, struct ehc_str words)
{
	/* most blocks hold one run: they start with room for two */
	if (b->runs.cap == 0) {
		b->runs.cap = 2;
		b->runs.items = EHC_NEW_ARRAY(d->arena, struct ehc_run, b->runs.cap);
	}
	EHC_PUSH(d->arena, &b->runs, (struct ehc_run){ .text = words });
	return &b->runs.items[b->runs.count - 1];
}

struct ehc_run *
ehc_run_slice(struct ehc_document *d, struct ehc_block *b, const struct ehc_source *source, struct ehc_str words)
{
	struct ehc_run *r = ehc_run_words(d, b, words);
	uintptr_t at = (uintptr_t)words.ptr;
	uintptr_t start;

	if (source == NULL || source->text.ptr == NULL || words.len == 0)
		return r;
	start = (uintptr_t)source->text.ptr;
	if (at >= start && at + words.len <= start + source->text.len)
		r->span = (struct ehc_span){ (uint32_t)(at - start), (uint32_t)(at - start + words.len) };
	return r;
}

void
ehc_run_text(struct ehc_document *d, struct ehc_block *b, const struct ehc_text *t, size_t at, size_t len)
{
	size_t end = at + len;

	while (at < end) {
		const char *eol = memchr(t->str.ptr + at, '\n', end - at);
		size_t next = eol == NULL ? end : (size_t)(eol - t->str.ptr) + 1;
		struct ehc_run *r = ehc_run_words(d, b, ehc_str_sub(t->str, at, next));

		r->span = ehc_text_span(t, at, next - at);
		at = next;
	}
}

struct ehc_block *
ehc_block_section(struct ehc_document *d, struct ehc_block *parent, int level, struct ehc_str anchor, struct ehc_str heading)
{
	struct ehc_block *section = ehc_block_add(d, parent, EHC_BLOCK_SECTION);
	struct ehc_block *h = ehc_block_add(d, section, EHC_BLOCK_HEADING);

	h->level = level;
	h->anchor = anchor;
	ehc_run_words(d, h, heading);
	return section;
}

struct ehc_block *
ehc_block_paragraph(struct ehc_document *d, struct ehc_block *parent, struct ehc_str words)
{
	struct ehc_block *p = ehc_block_add(d, parent, EHC_BLOCK_PARAGRAPH);

	if (words.len > 0)
		ehc_run_words(d, p, words);
	return p;
}

struct ehc_block *
ehc_cell_paragraph(struct ehc_document *d, struct ehc_cell *cell, struct ehc_str words)
{
	struct ehc_block *p = ehc_cell_add(d, cell, EHC_BLOCK_PARAGRAPH);

	if (words.len > 0)
		ehc_run_words(d, p, words);
	return p;
}

struct ehc_block *
ehc_block_table(struct ehc_document *d, struct ehc_block *parent, struct ehc_str caption, const struct ehc_column *columns, size_t n)
{
	struct ehc_block *t = ehc_block_add(d, parent, EHC_BLOCK_TABLE);

	t->caption = caption;
	t->columns = EHC_NEW_ARRAY(d->arena, struct ehc_column, n);
	memcpy(t->columns, columns, n * sizeof(*columns));
	t->ncolumns = n;
	return t;
}

struct ehc_block *
ehc_block_facts(struct ehc_document *d, struct ehc_block *parent, struct ehc_str caption)
{
	const struct ehc_column columns[] = { { EHC_NOSTR, 24 }, { EHC_NOSTR, 76 } };
	struct ehc_block *t = ehc_block_table(d, parent, caption, columns, EHC_COUNT(columns));

	t->kind = EHC_BLOCK_FACTS;
	t->named = true;
	return t;
}

static struct ehc_block *
ask(struct ehc_document *d, struct ehc_block *b, struct ehc_str question, const char *const *options, int lines)
{
	ehc_run_words(d, b, question);
	b->options = options;
	b->lines = lines;
	d->form = true;
	return b;
}

struct ehc_block *
ehc_block_choice(struct ehc_document *d, struct ehc_block *parent, struct ehc_str question, const char *const *options)
{
	return ask(d, ehc_block_add(d, parent, EHC_BLOCK_CHOICE), question, options, 0);
}

struct ehc_block *
ehc_block_answer(struct ehc_document *d, struct ehc_block *parent, struct ehc_str question, int lines)
{
	return ask(d, ehc_block_add(d, parent, EHC_BLOCK_ANSWER), question, NULL, lines);
}

struct ehc_block *
ehc_cell_choice(struct ehc_document *d, struct ehc_cell *cell, struct ehc_str question, const char *const *options)
{
	struct ehc_block *b = ask(d, ehc_cell_add(d, cell, EHC_BLOCK_CHOICE), question, options, 0);

	b->named = true;
	return b;
}

struct ehc_block *
ehc_cell_answer(struct ehc_document *d, struct ehc_cell *cell, struct ehc_str question, int lines)
{
	struct ehc_block *b = ask(d, ehc_cell_add(d, cell, EHC_BLOCK_ANSWER), question, NULL, lines);

	b->named = true;
	return b;
}

struct ehc_table_row *
ehc_block_row(struct ehc_document *d, struct ehc_block *table, struct ehc_str anchor)
{
	struct ehc_table_row *r = EHC_NEW(d->arena, struct ehc_table_row);

	r->cells = EHC_NEW_ARRAY(d->arena, struct ehc_cell, table->ncolumns);
	r->anchor = anchor;
	if (table->last_row != NULL)
		table->last_row->next = r;
	else
		table->rows = r;
	table->last_row = r;
	return r;
}
