/*
 * accessible.c - the last look before a document is drawn in any form: what a reader who does not see the page would
 * miss. A document that fails here is not written. Characters without a shape are found where they are drawn.
 */
#include "ehc/document.h"

struct look {
	struct ehc_arena *arena;
	int level;                      /* of the last heading */
	struct ehc_str trouble;
	struct ehc_span where;
};

static bool
has_words(const struct ehc_runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		if (ehc_str_trim(runs->items[i].text).len > 0)
			return true;
	return false;
}

static void
found(struct look *k, const struct ehc_block *b, struct ehc_str trouble)
{
	if (k->trouble.len > 0)
		return;
	k->trouble = trouble;
	for (size_t i = 0; i < b->runs.count && k->where.end == 0; i++)
		k->where = b->runs.items[i].span;
}

/* Those who move by headings, as most screen reader users do, take a skipped level for a missing part. */
static void
look_at_heading(struct look *k, const struct ehc_block *b)
{
	if (!has_words(&b->runs))
		found(k, b, EHC_STR("a heading has no words"));
	if (b->level > k->level + 1)
		found(k, b, ehc_arena_printf(k->arena, "a heading of level %d follows one of level %d; a level is skipped", b->level, k->level));
	k->level = b->level;
}

static void
look_at(struct look *k, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		if (b->kind == EHC_BLOCK_HEADING)
			look_at_heading(k, b);
		if (b->kind == EHC_BLOCK_PORTRAIT && ehc_str_trim(b->picture.words).len == 0)
			found(k, b, EHC_STR("a picture has no words for those who cannot see it"));
		if ((b->kind == EHC_BLOCK_CHOICE || b->kind == EHC_BLOCK_ANSWER) && !has_words(&b->runs))
			found(k, b, EHC_STR("a place to fill in does not say what belongs there"));
		for (size_t i = 0; b->kind == EHC_BLOCK_TABLE && i < b->ncolumns; i++)
			if (ehc_str_trim(b->columns[i].heading).len == 0)
				found(k, b, EHC_STR("a column of a table has no heading"));
		look_at(k, b->first);
		for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next)
			for (size_t i = 0; i < b->ncolumns; i++)
				look_at(k, r->cells[i].first);
	}
}

bool
ehc_document_accessible(const struct ehc_document *d, struct ehc_str *trouble, struct ehc_span *where)
{
	struct look k = { .arena = d->arena };

	if (ehc_str_trim(d->title).len == 0)
		k.trouble = EHC_STR("it has no title");
	else if (d->language.len == 0)
		k.trouble = EHC_STR("it does not say in which language it is");
	look_at(&k, d->first);
	if (k.trouble.len == 0 && k.level == 0)
		k.trouble = EHC_STR("it has no heading");
	*trouble = k.trouble;
	*where = k.where;
	return k.trouble.len == 0;
}
