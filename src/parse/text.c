/*
 * text.c - a text as one piece of prose, and the way from each of its bytes back to the file.
 */
#include "parse/parse.h"

#include <string.h>

/* Bytes of the white space that ends at s[s.len]. */
static size_t
blank_before_end(struct ehc_str s)
{
	for (size_t n = 1; n <= 3 && n <= s.len; n++)
		if (ehc_blank_at(s, s.len - n) == n)
			return n;
	return 0;
}

/* ASCII, and no blank: so nearly every span begins and ends. */
static bool
is_solid(char c)
{
	return c > ' ' && (unsigned char)c < 0x80;
}

struct ehc_span
ehc_span_trim(const struct ehc_source *src, struct ehc_span span)
{
	struct ehc_str s = ehc_source_slice(src, span);
	size_t n;

	if (s.len > 0 && is_solid(s.ptr[0]) && is_solid(s.ptr[s.len - 1]))
		return span;
	while (span.start < span.end && (n = ehc_blank_at(src->text, span.start)) > 0)
		span.start += (uint32_t)n;
	if (span.start > span.end)
		span.start = span.end;
	for (s = ehc_source_slice(src, span); s.len > 0 && (n = blank_before_end(s)) > 0; s.len -= n)
		span.end -= (uint32_t)n;
	return span;
}

/* Columns that all lines but one behind the colon have before them. */
static uint32_t
common_indent(const struct ehc_line *lines, size_t n)
{
	uint32_t common = UINT32_MAX;

	for (size_t i = 0; i < n; i++)
		if (!lines[i].first && lines[i].column < common)
			common = lines[i].column;
	return common;
}

/* What is left of a line's indent, where it has more than the others. */
static uint32_t
own_indent(const struct ehc_line *line, uint32_t common)
{
	return line->first ? 0 : line->column - common;
}

static size_t
joined_length(const struct ehc_line *lines, size_t n, uint32_t common)
{
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		len += (size_t)(i > 0) + (size_t)(i > 0 && lines[i].after_blank) + own_indent(&lines[i], common) + lines[i].end - lines[i].start;
	return len;
}

static void
add_piece(struct ehc_text *t, size_t at, uint32_t source)
{
	t->pieces[t->npieces++] = (struct ehc_piece){ (uint32_t)at, source };
}

static struct ehc_text
join_lines(struct ehc_parser *p, const struct ehc_line *lines, size_t n)
{
	struct ehc_text t = { .span = { lines[0].start, lines[n - 1].end } };
	uint32_t common = common_indent(lines, n);
	char *to;
	size_t at = 0;

	to = ehc_arena_alloc(p->arena, joined_length(lines, n, common) + 1);
	t.pieces = EHC_NEW_ARRAY(p->arena, struct ehc_piece, 2 * n);
	for (size_t i = 0; i < n; i++) {
		size_t len = lines[i].end - lines[i].start, indent = own_indent(&lines[i], common);

		if (i > 0) {
			to[at++] = '\n';
			if (lines[i].after_blank)
				to[at++] = '\n';
		}
		if (indent > 0) {
			/* Blanks written out, for tabs too: they stand for the white space before the line. */
			add_piece(&t, at, lines[i].start);
			memset(to + at, ' ', indent);
			at += indent;
		}
		add_piece(&t, at, lines[i].start);
		memcpy(to + at, p->source->text.ptr + lines[i].start, len);
		at += len;
	}
	t.str = (struct ehc_str){ to, at };
	return t;
}

void
ehc_text_join(struct ehc_parser *p, const struct ehc_line *lines, size_t n, struct ehc_text *text)
{
	if (n == 1) {
		text->span = (struct ehc_span){ lines->start, lines->end };
		text->str = ehc_bytes_of(p, text->span);
	} else if (n > 1) {
		*text = join_lines(p, lines, n);
	}
}

/* The last piece that starts at or before `at`. */
static size_t
piece_of(const struct ehc_text *t, size_t at)
{
	size_t low = 0, high = t->npieces;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (t->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Where the byte at `at` stands; a line break and written-out blanks stand where the text goes on. */
static uint32_t
place_of(const struct ehc_text *t, size_t at)
{
	size_t i = piece_of(t, at);
	uint32_t place = t->pieces[i].source + (uint32_t)(at - t->pieces[i].at);

	if (i + 1 < t->npieces && place > t->pieces[i + 1].source)
		place = t->pieces[i + 1].source;
	return place < t->span.end ? place : t->span.end;
}

struct ehc_span
ehc_text_span(const struct ehc_text *t, size_t at, size_t len)
{
	uint32_t start;

	if (at > t->str.len)
		at = t->str.len;
	if (len > t->str.len - at)
		len = t->str.len - at;
	if (t->npieces == 0)
		return (struct ehc_span){ t->span.start + (uint32_t)at, t->span.start + (uint32_t)(at + len) };
	start = place_of(t, at);
	if (len == 0)
		return (struct ehc_span){ start, start };
	return (struct ehc_span){ start, place_of(t, at + len - 1) + 1 };
}
