/*
 * utf8.c - code points in and out, and the check that a file is well-formed (no overlong forms, no surrogates).
 */
#include "ehc/base.h"

/* Length of the well-formed sequence at p, 0 when there is none; *cp gets its code point. */
static size_t
sequence(const unsigned char *p, size_t left, uint32_t *cp)
{
	size_t n;
	uint32_t v, least;

	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	n = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (n > left)
		return 0;
	v = p[0] & (0xFFu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		v = v << 6 | (p[i] & 0x3Fu);
	}
	least = n == 2 ? 0x80 : n == 3 ? 0x800 : 0x10000;
	if (v < least || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
		return 0;
	*cp = v;
	return n;
}

uint32_t
ehc_utf8_next(struct ehc_str s, size_t *at)
{
	uint32_t cp = (unsigned char)s.ptr[*at];
	size_t n;

	if (cp < 0x80) {
		(*at)++;
		return cp;
	}
	n = sequence((const unsigned char *)s.ptr + *at, s.len - *at, &cp);
	if (n == 0) {
		(*at)++;
		return 0xFFFD;
	}
	*at += n;
	return cp;
}

size_t
ehc_utf8_count(struct ehc_str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.len; n++)
		ehc_utf8_next(s, &at);
	return n;
}

size_t
ehc_utf8_put(char out[4], uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

size_t
ehc_utf8_check(struct ehc_str s)
{
	size_t i = 0;

	while (i < s.len) {
		uint32_t cp;
		size_t n;

		if (i + 8 <= s.len && ehc_is_ascii_8(s.ptr + i)) {
			i += 8;
			continue;
		}
		n = sequence((const unsigned char *)s.ptr + i, s.len - i, &cp);

		if (n == 0)
			return i;
		i += n;
	}
	return SIZE_MAX;
}
