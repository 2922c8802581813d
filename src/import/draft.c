/*
 * draft.c - blocks of a draft, added as a reader finds them.
 */
#include "import/draft.h"

#include <string.h>

struct ehc_draft_block *
draft_add(struct ehc_arena *a, struct draft_list *to, enum ehc_draft_kind kind)
{
	struct ehc_draft_block *b = EHC_NEW(a, struct ehc_draft_block);

	b->kind = kind;
	if (*to->last == NULL)
		*to->first = b;
	else
		(*to->last)->next = b;
	*to->last = b;
	return b;
}

struct ehc_draft_row *
draft_add_row(struct ehc_arena *a, struct ehc_draft_table *t)
{
	struct ehc_draft_row *r = EHC_NEW(a, struct ehc_draft_row);

	if (t->last == NULL)
		t->first = r;
	else
		t->last->next = r;
	t->last = r;
	return r;
}

struct ehc_draft_cell *
draft_add_cell(struct ehc_arena *a, struct ehc_draft_table *t, struct ehc_draft_row *r, uint32_t width)
{
	struct ehc_draft_cell *c = EHC_NEW(a, struct ehc_draft_cell);

	if (r->last == NULL)
		r->first = c;
	else {
		c->column = r->last->column + r->last->width;
		r->last->next = c;
	}
	r->last = c;
	c->width = width == 0 ? 1 : width;
	if (t->columns < c->column + c->width)
		t->columns = c->column + c->width;
	return c;
}

const struct ehc_draft_cell *
draft_cell_in(const struct ehc_draft_row *row, uint32_t column)
{
	const struct ehc_draft_cell *c = row == NULL ? NULL : row->first;

	while (c != NULL && c->column + c->width <= column)
		c = c->next;
	return c;
}

void
draft_leave_out(struct ehc_draft *d, struct ehc_str text, const char *reason, struct ehc_origin origin)
{
	text = draft_fold(d->arena, text);
	if (text.len > 0)
		EHC_PUSH(d->arena, &d->left, (struct ehc_draft_left){ text, reason, origin });
}

/* Bytes of the white space at s.ptr[i]: blanks, tabs, and the fixed and unbreakable blanks of word processors; 0 for none. */
static size_t
blank_at(struct ehc_str s, size_t i)
{
	unsigned char c = (unsigned char)s.ptr[i];

	if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v')
		return 1;
	if (c == 0xC2 && i + 1 < s.len && (unsigned char)s.ptr[i + 1] == 0xA0)
		return 2;
	if (c == 0xE2 && i + 2 < s.len && (unsigned char)s.ptr[i + 1] == 0x80) {
		unsigned char last = (unsigned char)s.ptr[i + 2];

		if ((last >= 0x80 && last <= 0x8B) || last == 0xAF)
			return 3;
	}
	return 0;
}

/*
 * Bytes of what has no place in a text that a person goes on writing, since nobody sees it there: control characters, DEL and those from
 * U+0080 to U+009F, which a terminal obeys too; changes of writing direction; joiners and marks without width. 0 for anything else.
 */
static size_t
hidden_at(struct ehc_str s, size_t i)
{
	size_t next = i;
	uint32_t cp = ehc_utf8_next(s, &next);

	if ((cp < 0x20 && cp != '\n') || (cp >= 0x7F && cp < 0xA0) || (cp >= 0x202A && cp <= 0x202E) || cp == 0x2060 || (cp >= 0x2066 && cp <= 0x2069) || cp == 0xFEFF)
		return next - i;
	return 0;
}

struct ehc_str
draft_fold_traced(struct ehc_arena *a, struct ehc_str s, uint32_t **from)
{
	char *to = ehc_arena_alloc(a, s.len + 1);
	uint32_t *origin = from == NULL ? NULL : EHC_NEW_ARRAY(a, uint32_t, s.len + 1);
	struct ehc_str folded;
	size_t n = 0;
	bool blank = false;

	for (size_t i = 0, step; i < s.len; i += step) {
		step = blank_at(s, i);
		if (step > 0) {
			blank = true;
			continue;
		}
		step = hidden_at(s, i);
		if (step > 0)
			continue;
		step = 1;
		if (s.ptr[i] != '\n' && blank && n > 0 && to[n - 1] != '\n') {
			if (origin != NULL)
				origin[n] = (uint32_t)i - 1;
			to[n++] = ' ';
		}
		blank = false;
		if (origin != NULL)
			origin[n] = (uint32_t)i;
		to[n++] = s.ptr[i];
	}
	folded = ehc_str_trim((struct ehc_str){ to, n });
	if (from != NULL)
		*from = folded.len > 0 ? origin + (folded.ptr - to) : origin;
	return folded;
}

struct ehc_str
draft_fold(struct ehc_arena *a, struct ehc_str s)
{
	return draft_fold_traced(a, s, NULL);
}

size_t
draft_typed_bullet(struct ehc_str s)
{
	static const char *const dots[] = { "- ", "* ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xEF\x82\xB7", "\xE2\x97\xA6", "\xE2\x96\xAA", "o\t", "\xC2\xB7" };

	for (size_t i = 0; i < EHC_COUNT(dots); i++) {
		size_t n = strlen(dots[i]);

		if (s.len <= n || memcmp(s.ptr, dots[i], n) != 0)
			continue;
		while (n < s.len && (s.ptr[n] == ' ' || s.ptr[n] == '\t'))
			n++;
		return n;
	}
	return 0;
}
