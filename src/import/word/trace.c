/*
 * trace.c - where each byte of a block's text stands in the Word file. The reader folds white space, takes off bullets that were
 * typed and puts numbers before; here that is followed, so that words of a block can be found in the file again.
 */
#include "import/word/word.h"

void
trace_put(struct trace *t, struct stretches *raw, size_t len, size_t n, size_t element, bool whole)
{
	if (n > 0)
		EHC_PUSH(t->a, raw, (struct stretch){ len, n, element, 0, whole });
}

void
trace_fold(struct trace *t, uint32_t paragraph, const struct stretches *raw, const uint32_t *from, size_t n, size_t to)
{
	struct stretches *list = &t->items[paragraph - 1].list;
	const struct stretch *s = raw->items;
	struct stretch *last = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t at;

		while (from[i] >= s->text + s->len)
			s++;
		at = from[i] - s->text;
		if (last != NULL && last->element == s->element && (s->whole || last->at + last->len == at)) {
			last->len++;
			continue;
		}
		EHC_PUSH(t->a, list, (struct stretch){ to + i, 1, s->element, s->whole ? 0 : at, s->whole });
		last = &list->items[list->count - 1];
	}
}

void
trace_shift(struct trace *t, uint32_t paragraph, size_t before, size_t after)
{
	struct stretches *list = &t->items[paragraph - 1].list;
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		struct stretch s = list->items[i];
		size_t end = s.text + s.len + after;

		if (end <= before)
			continue;               /* a bullet that was typed */
		if (s.text + after < before) {
			size_t gone = before - after - s.text;

			s.text += gone;
			s.len -= gone;
			s.at += s.whole ? 0 : gone;
		}
		s.text = s.text + after - before;
		list->items[kept++] = s;
	}
	list->count = kept;
}
