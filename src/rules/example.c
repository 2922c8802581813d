/*
 * example.c - corpus/rules/<ID>/ holds two whole documents that differ only at the fault. What people are shown is the
 * lines that differ, below the label of the item that they belong to.
 */
#include "rules/example.h"

#define LONGEST 24      /* lines shown of an example; a longer difference says nothing at a glance */

struct lines {
	struct ehc_str *items;
	size_t count, cap;
};

static struct lines
read_lines(struct ehc_arena *a, const char *share_dir, const char *id, const char *name)
{
	struct lines lines = { NULL, 0, 0 };
	struct ehc_source source;
	struct ehc_str rest, line;
	const char *path = ehc_arena_printf(a, "%s/corpus/rules/%s/%s.ehc", share_dir, id, name).ptr;

	if (ehc_source_read(&source, a, path, path, EHC_SOURCE_LIMIT) != EHC_READ_OK)
		return lines;
	for (rest = source.text; ehc_str_split(&rest, '\n', &line);)
		EHC_PUSH(a, &lines, line);
	return lines;
}

static bool
opens_entry(struct ehc_str line)
{
	return line.len > 0 && line.ptr[0] != ' ' && line.ptr[0] != '\t' && line.ptr[0] != '#';
}

/* Bytes that are no text are the fault itself in some examples; they are shown, not sent. */
static void
put_line(struct ehc_buf *out, struct ehc_str line)
{
	ehc_buf_plain(out, line);
	ehc_buf_char(out, '\n');
}

/* The lines from..to, after the label that they stand under; empty where there are none. */
static struct ehc_str
cut(struct ehc_arena *a, const struct lines *lines, size_t from, size_t to)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t head = from;

	while (from < to && lines->items[from].len == 0)
		from++;
	while (to > from && lines->items[to - 1].len == 0)
		to--;
	if (from == to)
		return EHC_NOSTR;
	while (head > 0 && !(head < lines->count && opens_entry(lines->items[head])))
		head--;
	if (head < from)
		put_line(&out, lines->items[head]);
	if (head + 1 < from)
		ehc_buf_cstr(&out, "  ...\n");
	for (size_t i = from; i < to && i < from + LONGEST; i++)
		put_line(&out, lines->items[i]);
	if (to > from + LONGEST)
		ehc_buf_cstr(&out, "...\n");
	return ehc_buf_take(&out, a);
}

struct ehc_example
ehc_example_read(struct ehc_arena *a, const struct ehc_rule *r, const char *share_dir)
{
	struct ehc_example example = { EHC_NOSTR, EHC_NOSTR };
	struct lines bad, good;
	size_t same = 0, tail = 0;

	if (share_dir == NULL)
		return example;
	bad = read_lines(a, share_dir, r->id, "bad");
	good = read_lines(a, share_dir, r->id, "good");
	if (bad.count == 0 || good.count == 0)
		return example;
	while (same < bad.count && same < good.count && ehc_str_eq(bad.items[same], good.items[same]))
		same++;
	while (tail < bad.count - same && tail < good.count - same &&
	    ehc_str_eq(bad.items[bad.count - 1 - tail], good.items[good.count - 1 - tail]))
		tail++;
	example.bad = cut(a, &bad, same, bad.count - tail);
	example.good = cut(a, &good, same, good.count - tail);
	return example;
}
