/*
 * bytes.c - is the file text at all? Encoding, NUL bytes, characters that cannot be seen. None of them stops the parser.
 */
#include "parse/parse.h"

#include <string.h>

static struct ehc_span
one_byte(size_t at)
{
	return (struct ehc_span){ (uint32_t)at, (uint32_t)at + 1 };
}

#define BLOCK 64

/*
 * ASCII of which no byte is a control character but for the ends of lines, which nearly all of a plan is. Told without a branch, so that the
 * compiler may look at many bytes at once; another byte follows the block.
 */
static bool
is_plain(const char *s)
{
	unsigned char other = 0;

	for (size_t i = 0; i < BLOCK; i++) {
		unsigned char c = (unsigned char)s[i];

		other |= (unsigned char)((c < 0x20 || c > 0x7E) & (c != '\n') & ((c != '\r') | (s[i + 1] != '\n')));
	}
	return other == 0;
}

/* The end of the plain bytes from `from` on, or some place before it. */
static size_t
plain_end(struct ehc_str text, size_t from)
{
	while (text.len - from >= BLOCK && is_plain(text.ptr + from))
		from += BLOCK;
	return from;
}

/* Said once, not once a byte: a file in another encoding has many. */
static void
check_utf8(struct ehc_parser *p, size_t from)
{
	struct ehc_str text = p->source->text;
	size_t first = ehc_utf8_check(ehc_str_sub(text, from, text.len)), count = 0;

	if (first == SIZE_MAX)
		return;
	first += from;
	for (size_t at = first, next; at < text.len; at += next + 1) {
		count++;
		next = ehc_utf8_check(ehc_str_sub(text, at + 1, text.len));
		if (next == SIZE_MAX)
			break;
	}
	if (count == 1)
		ehc_fault(p, EHC_SYN_NOT_UTF8, one_byte(first), "byte %zu of the file is not UTF-8 text", first);
	else
		ehc_fault(p, EHC_SYN_NOT_UTF8, one_byte(first), "%zu bytes of the file are not UTF-8 text; the first of them is byte %zu", count, first);
}

/*
 * A file in UTF-16 has a NUL byte beside every letter. Then nothing else is said of it, because all of it comes from that.
 * True: the file can be read as text.
 */
static bool
check_nul(struct ehc_parser *p)
{
	struct ehc_str text = p->source->text;
	const char *nul = text.len == 0 ? NULL : memchr(text.ptr, '\0', text.len);
	size_t count, first;
	bool marked;

	if (nul == NULL)
		return true;
	count = ehc_str_count(text, '\0');
	first = (size_t)(nul - text.ptr);
	if (count <= text.len / 4) {
		ehc_fault(p, EHC_SYN_NUL, one_byte(first), "byte %zu of the file is NUL, which does not belong in text%s", first,
		    count == 1 ? "" : "; there are more");
		return true;
	}
	marked = text.ptr[0] == '\xFE' || text.ptr[0] == '\xFF';
	if (marked)
		ehc_fault(p, EHC_SYN_NOT_UTF8, one_byte(0), "byte 0 of the file is not UTF-8 text: the file was saved as UTF-16");
	else
		ehc_fault(p, EHC_SYN_NUL, one_byte(first), "the file is not plain text: %zu of its %zu bytes are NUL", count, text.len);
	p->mute = true;
	return false;
}

/* Control characters, changes of writing direction, blanks without width: they hide in words, and words hide behind them. */
static bool
is_control(uint32_t cp)
{
	if (cp < 0x20)
		return cp != '\n' && cp != '\t' && cp != '\r' && cp != 0;
	return (cp >= 0x7F && cp < 0xA0) || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069) ||
	    cp == 0x200B || cp == 0x2060 || cp == 0xFEFF;
}

/* The control character at s[i] (a carriage return is one unless a line feed follows); *n gets its bytes, 0 for none. */
static uint32_t
control_at(struct ehc_str s, size_t i, size_t *n)
{
	size_t next = i;
	uint32_t cp = ehc_utf8_next(s, &next);

	*n = 0;
	if (is_control(cp) || (cp == '\r' && next < s.len && s.ptr[next] != '\n' && s.ptr[next] != '\r'))
		*n = next - i;
	return cp;
}

/* One finding a line: a line that was pasted with them often holds many. */
static void
check_controls(struct ehc_parser *p, size_t from)
{
	struct ehc_str text = p->source->text;
	size_t i = from == 0 && ehc_str_starts_nocase(text, "\xEF\xBB\xBF") ? 3 : from, look_at = i, n;

	while (i < text.len) {
		unsigned char c;
		uint32_t cp;
		const char *end;

		if (i >= look_at) {
			i = plain_end(text, i);
			look_at = i + BLOCK;
			continue;
		}
		c = (unsigned char)text.ptr[i];
		n = 0;
		cp = c;
		if (c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xE2 || c == 0xEF)
			cp = control_at(text, i, &n);
		if (n == 0) {
			i++;
			continue;
		}
		ehc_fault(p, EHC_SYN_CONTROL, (struct ehc_span){ (uint32_t)i, (uint32_t)(i + n) },
		    "the line holds the character U+%04X, which cannot be seen", (unsigned)cp);
		end = memchr(text.ptr + i, '\n', text.len - i);
		i = end == NULL ? text.len : (size_t)(end - text.ptr);
	}
}

void
ehc_check_bytes(struct ehc_parser *p)
{
	size_t from = plain_end(p->source->text, 0);

	if (!check_nul(p))
		return;
	check_utf8(p, from);
	check_controls(p, from);
}
