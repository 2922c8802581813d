/*
 * buf.c - growing output, and the escapes of each kind of output. A report is built whole before anything is written.
 */
#include "base/print.h"

#include <stdlib.h>
#include <string.h>

void
ehc_buf_grow(struct ehc_buf *b, size_t n)
{
	size_t cap = b->cap == 0 ? 256 : b->cap;
	char *p;

	if (n > SIZE_MAX / 2 - b->len)
		EHC_BUG("output of %zu bytes", n);
	while (cap < b->len + n + 1)
		cap *= 2;
	p = realloc(b->ptr, cap);
	if (p == NULL)
		ehc_out_of_memory();
	b->ptr = p;
	b->cap = cap;
}

void
ehc_buf_free(struct ehc_buf *b)
{
	free(b->ptr);
	*b = (struct ehc_buf){ NULL, 0, 0 };
}

struct ehc_str
ehc_buf_take(struct ehc_buf *b, struct ehc_arena *a)
{
	struct ehc_str taken = ehc_arena_copy(a, ehc_buf_text(b));

	ehc_buf_free(b);
	return taken;
}

void
ehc_buf_cut(struct ehc_buf *b, size_t len)
{
	b->len = len;
	if (b->ptr != NULL)
		b->ptr[len] = '\0';
}

void
ehc_buf_clear(struct ehc_buf *b)
{
	ehc_buf_cut(b, 0);
}

void
ehc_buf_bytes(struct ehc_buf *b, const void *p, size_t n)
{
	char *to = ehc_buf_room(b, n);

	if (n > 0)
		memcpy(to, p, n);
	b->len += n;
	b->ptr[b->len] = '\0';
}

void
ehc_buf_char(struct ehc_buf *b, char c)
{
	*ehc_buf_room(b, 1) = c;
	b->len++;
	b->ptr[b->len] = '\0';
}

void
ehc_buf_str(struct ehc_buf *b, struct ehc_str s)
{
	ehc_buf_bytes(b, s.ptr, s.len);
}

void
ehc_buf_number(struct ehc_buf *b, size_t n)
{
	char figures[24], *end = figures + sizeof(figures), *at = end;

	do
		*--at = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	ehc_buf_bytes(b, at, (size_t)(end - at));
}

void
ehc_buf_fill(struct ehc_buf *b, char c, size_t n)
{
	memset(ehc_buf_room(b, n), c, n);
	b->len += n;
	b->ptr[b->len] = '\0';
}

void
ehc_buf_vprintf(struct ehc_buf *b, const char *fmt, va_list args)
{
	va_list again;
	int n;

	va_copy(again, args);
	ehc_buf_room(b, 1);
	n = ehc_vprint(b->ptr + b->len, b->cap - b->len, fmt, args);    /* mostly there is room for it */
	if (n < 0)
		EHC_BUG("format \"%s\"", fmt);
	if ((size_t)n >= b->cap - b->len) {
		ehc_buf_room(b, (size_t)n);
		ehc_vprint(b->ptr + b->len, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	b->len += (size_t)n;
}

void
ehc_buf_printf(struct ehc_buf *b, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	ehc_buf_vprintf(b, fmt, args);
	va_end(args);
}

static void
put_code_point(struct ehc_buf *b, uint32_t cp)
{
	b->len += ehc_utf8_put(ehc_buf_room(b, 4), cp);
	b->ptr[b->len] = '\0';
}

/* C0, DEL and C1: nothing that a terminal or a browser could act on. */
static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
}

/* Some programs break a line there. */
static bool
is_line_break(uint32_t cp)
{
	return cp == 0x2028 || cp == 0x2029;
}

/* Overrides of writing direction: they can make a line show other words than it holds. */
static bool
is_override(uint32_t cp)
{
	return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool
is_direction(uint32_t cp)
{
	return cp == 0x200E || cp == 0x200F || is_override(cp);
}

/* Of eight bytes: the highest bit of each that is not ASCII which is shown as it is, and maybe of some behind the first of them. */
static uint64_t
not_shown(uint64_t eight)
{
	return ((eight - EHC_ONES * 0x20) | (eight + EHC_ONES) | eight) & EHC_ONES * 0x80;
}

/* The same of each that is no such, or means something to JSON. */
static uint64_t
not_plain(uint64_t eight)
{
	uint64_t quotes = eight ^ EHC_ONES * '"', slashes = eight ^ EHC_ONES * '\\';

	return not_shown(eight) | (((quotes - EHC_ONES) | (slashes - EHC_ONES)) & EHC_ONES * 0x80);
}

/* How many bytes there are from `from` on before the first of the others: mostly all of them. */
static inline size_t
run_before(struct ehc_str s, size_t from, uint64_t (*others)(uint64_t))
{
	size_t i = from;
	uint64_t found;

	for (; i + 8 <= s.len; i += 8)
		if ((found = others(ehc_eight_at(s.ptr + i))) != 0)
			return i + (size_t)__builtin_ctzll(found) / 8 - from;
	if (s.len >= from + 8 && others(ehc_eight_at(s.ptr + s.len - 8)) == 0)
		return s.len - from;    /* those that are left, and some before them once more */
	while (i < s.len && others(EHC_ONES * (unsigned char)s.ptr[i]) == 0)
		i++;
	return i - from;
}

size_t
ehc_shown_run(struct ehc_str s, size_t from)
{
	return run_before(s, from, not_shown);
}

static size_t
plain_run(struct ehc_str s, size_t from)
{
	return run_before(s, from, not_plain);
}

void
ehc_buf_json(struct ehc_buf *b, struct ehc_str s)
{
	size_t i = plain_run(s, 0);
	char *at = ehc_buf_room(b, i + 2);

	at[0] = '"';
	if (i > 0)
		memcpy(at + 1, s.ptr, i);
	b->len += i + 1;
	while (i < s.len) {
		size_t plain;
		uint32_t cp = ehc_utf8_next(s, &i);

		if (cp == '"' || cp == '\\')
			ehc_buf_bytes(b, cp == '"' ? "\\\"" : "\\\\", 2);
		else if (cp == '\n')
			ehc_buf_cstr(b, "\\n");
		else if (cp == '\t')
			ehc_buf_cstr(b, "\\t");
		else if (is_control(cp) || is_direction(cp) || is_line_break(cp))
			ehc_buf_printf(b, "\\u%04x", (unsigned)cp);
		else
			put_code_point(b, cp);
		plain = plain_run(s, i);
		ehc_buf_bytes(b, s.ptr + i, plain);
		i += plain;
	}
	ehc_buf_char(b, '"');
}

void
ehc_buf_html(struct ehc_buf *b, struct ehc_str s)
{
	for (size_t i = 0; i < s.len;) {
		uint32_t cp = ehc_utf8_next(s, &i);

		switch (cp) {
		case '&': ehc_buf_cstr(b, "&amp;"); break;
		case '<': ehc_buf_cstr(b, "&lt;"); break;
		case '>': ehc_buf_cstr(b, "&gt;"); break;
		case '"': ehc_buf_cstr(b, "&quot;"); break;
		case '\'': ehc_buf_cstr(b, "&#39;"); break;
		default:
			if ((is_control(cp) && cp != '\n' && cp != '\t') || is_override(cp) || cp == 0xFFFE || cp == 0xFFFF)
				cp = 0xFFFD;
			put_code_point(b, cp);
		}
	}
}

void
ehc_buf_plain(struct ehc_buf *b, struct ehc_str s)
{
	for (size_t i = 0; i < s.len;) {
		size_t run = ehc_shown_run(s, i);
		uint32_t cp;

		ehc_buf_bytes(b, s.ptr + i, run);
		i += run;
		if (i == s.len)
			break;
		cp = ehc_utf8_next(s, &i);
		if (cp == '\n' || cp == '\t' || cp == '\r')
			ehc_buf_char(b, ' ');
		else if (is_control(cp) || is_direction(cp) || is_line_break(cp))
			ehc_buf_printf(b, "<U+%04X>", (unsigned)cp);
		else
			put_code_point(b, cp);
	}
}

/* Full-width signs do the same in some spreadsheets; a blank before them does not stop it. */
static bool
could_run(struct ehc_str s)
{
	size_t at = 0;
	uint32_t cp;

	s = ehc_str_trim(s);
	if (s.len == 0)
		return false;
	cp = ehc_utf8_next(s, &at);
	return cp == '=' || cp == '+' || cp == '-' || cp == '@' || cp == 0xFF1D || cp == 0xFF0B || cp == 0xFF0D || cp == 0xFF20;
}

void
ehc_buf_csv(struct ehc_buf *b, struct ehc_str s)
{
	struct ehc_buf plain = { NULL, 0, 0 };
	struct ehc_str rest, part;
	size_t start;

	ehc_buf_char(b, '"');
	start = b->len;
	ehc_buf_plain(b, s);
	rest = (struct ehc_str){ b->ptr + start, b->len - start };
	/* Few cells need more than that: those are taken back and put in part by part. */
	if (rest.len > 0 && (could_run(rest) || memchr(rest.ptr, '"', rest.len) != NULL)) {
		ehc_buf_str(&plain, rest);
		b->len = start;
		rest = ehc_buf_text(&plain);
		if (could_run(rest))
			ehc_buf_char(b, '\'');
		while (ehc_str_split(&rest, '"', &part)) {
			ehc_buf_str(b, part);
			if (part.ptr + part.len < plain.ptr + plain.len)
				ehc_buf_cstr(b, "\"\"");
		}
		ehc_buf_free(&plain);
	}
	ehc_buf_char(b, '"');
}
