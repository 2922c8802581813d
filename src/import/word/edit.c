/*
 * edit.c - bytes put in and taken out at places of a member, all at once.
 */
#include "import/word/splice.h"

#include <stdlib.h>

void
edit_insert(struct edits *e, size_t at, int rank, struct ehc_str bytes)
{
	EHC_PUSH(e->a, &e->list, (struct edit){ at, 0, rank, e->list.count, bytes });
}

void
edit_replace(struct edits *e, size_t at, size_t gone, struct ehc_str bytes)
{
	EHC_PUSH(e->a, &e->list, (struct edit){ at, gone, 0, e->list.count, bytes });
}

static int
compare(const void *left, const void *right)
{
	const struct edit *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->nth < b->nth ? -1 : a->nth > b->nth;
}

struct ehc_str
edits_make(struct edits *e, struct ehc_str bytes)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t at = 0;

	if (e->list.count > 0)
		qsort(e->list.items, e->list.count, sizeof(*e->list.items), compare);
	for (size_t i = 0; i < e->list.count; i++) {
		const struct edit *one = &e->list.items[i];

		ehc_buf_str(&out, ehc_str_sub(bytes, at, one->at));
		ehc_buf_str(&out, one->bytes);
		at = one->at + one->gone;
	}
	ehc_buf_str(&out, ehc_str_sub(bytes, at, bytes.len));
	return ehc_buf_take(&out, e->a);
}
