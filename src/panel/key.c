/*
 * key.c - pseudonyms: P1, P2 ... A key says which plan is which, and makes later runs call a plan by the same name. Without
 * one the numbers follow a hash of the path, so that their order says nothing.
 *
 * A key is a text file, one plan a line: "P17 plans/a.ehc". A backslash and a line break in a path are written \\ and \n.
 */
#include "panel/panel.h"

#include <stdlib.h>

struct entry { struct ehc_str path; uint32_t number; };
struct entries { struct entry *items; size_t count, cap; };

static void
escape(struct ehc_buf *out, struct ehc_str path)
{
	for (size_t i = 0; i < path.len; i++) {
		if (path.ptr[i] == '\\')
			ehc_buf_cstr(out, "\\\\");
		else if (path.ptr[i] == '\n')
			ehc_buf_cstr(out, "\\n");
		else
			ehc_buf_char(out, path.ptr[i]);
	}
}

static bool
read_line(struct ehc_str line, struct entry *e)
{
	size_t i = 1;
	uint64_t n = 0;

	if (line.len < 4 || line.ptr[0] != 'P')
		return false;
	for (; i < line.len && ehc_is_digit(line.ptr[i]) && n < UINT32_MAX / 16; i++)
		n = n * 10 + (unsigned)(line.ptr[i] - '0');
	if (i == 1 || n == 0 || i + 1 >= line.len || line.ptr[i] != ' ')
		return false;
	*e = (struct entry){ ehc_str_sub(line, i + 1, line.len), (uint32_t)n };
	return true;
}

static int
compare_paths(const void *a, const void *b)
{
	return ehc_str_cmp(((const struct entry *)a)->path, ((const struct entry *)b)->path);
}

static int
compare_entries(const void *a, const void *b)
{
	uint32_t x = ((const struct entry *)a)->number, y = ((const struct entry *)b)->number;

	return x < y ? -1 : x > y;
}

static bool
read_key(struct batch *b, struct entries *out, uint32_t *last, struct ehc_str *trouble)
{
	struct ehc_str key = b->options->key, line;
	size_t n = 0;

	while (ehc_str_split(&key, '\n', &line)) {
		struct entry e;

		n++;
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (!read_line(line, &e)) {
			*trouble = ehc_arena_printf(b->arena, "line %zu of the key is not understood: it should say P, a number, a blank and a path", n);
			return false;
		}
		EHC_PUSH(b->kept, out, e);
		*last = e.number > *last ? e.number : *last;
	}
	if (out->count > 0)
		qsort(out->items, out->count, sizeof(*out->items), compare_paths);
	return true;
}

/* ---- numbering ---- */

static int
compare_places(const void *a, const void *b, void *batch)
{
	const struct record *records = ((const struct batch *)batch)->records;
	uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
	uint64_t x = records[one].order, y = records[other].order;

	if (x != y)
		return x < y ? -1 : 1;
	return one < other ? -1 : one > other;
}

static const struct entry *
find(const struct entries *known, const char *path, struct ehc_buf *scratch)
{
	struct entry wanted = { .number = 0 };

	if (known->count == 0)
		return NULL;
	ehc_buf_clear(scratch);
	escape(scratch, ehc_str_of(path));
	wanted.path = ehc_buf_text(scratch);
	return bsearch(&wanted, known->items, known->count, sizeof(wanted), compare_paths);
}

/* Those that the key knows keep their numbers; the others follow, in an order that says nothing of them. */
static void
number_all(struct batch *b, const struct entries *known, uint32_t last, struct ehc_buf *fresh)
{
	struct ehc_buf scratch = { NULL, 0, 0 };
	uint32_t *places = panel_order(b->kept, b, compare_places);

	for (size_t i = 0; i < b->n; i++) {
		const char *path = b->files[places[i]].path;
		const struct entry *found = find(known, path, &scratch);

		b->records[places[i]].number = found != NULL ? found->number : ++last;
		if (found == NULL && b->options->keyed) {
			ehc_buf_printf(fresh, "P%u ", last);
			escape(fresh, ehc_str_of(path));
			ehc_buf_char(fresh, '\n');
		}
	}
	ehc_buf_free(&scratch);
}

/* What was in the key, and what is new. */
static void
write_key(struct batch *b, struct entries *known, const struct ehc_buf *fresh)
{
	struct ehc_buf out = { NULL, 0, 0 };

	if (known->count > 0)
		qsort(known->items, known->count, sizeof(*known->items), compare_entries);
	ehc_buf_cstr(&out, "# Which plan is which. Keep this apart from the reports: with it, their pseudonyms are names again.\n");
	for (size_t i = 0; i < known->count; i++)
		ehc_buf_printf(&out, "P%u %.*s\n", known->items[i].number, EHC_ARG(known->items[i].path));
	ehc_buf_bytes(&out, fresh->ptr, fresh->len);
	b->panel->key = ehc_buf_take(&out, b->arena);
}

bool
panel_number(struct batch *b, struct ehc_str *trouble)
{
	struct entries known = { NULL, 0, 0 };
	struct ehc_buf fresh = { NULL, 0, 0 };
	uint32_t last = 0;

	if (!read_key(b, &known, &last, trouble))
		return false;
	number_all(b, &known, last, &fresh);
	if (b->options->keyed)
		write_key(b, &known, &fresh);
	ehc_buf_free(&fresh);
	return true;
}
