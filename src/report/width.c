/*
 * width.c - columns on a terminal, and text wrapped to them. The C library's own answer depends on the locale; this one
 * does not, so that the same findings give the same bytes everywhere.
 */
#include "report/width.h"

struct range { uint32_t first, last; };

/* Marks that stand on the letter before them, and characters that show nothing. */
static const struct range zero[] = {
	{ 0x0300, 0x036F }, { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x0610, 0x061A }, { 0x064B, 0x065F }, { 0x0670, 0x0670 },
	{ 0x06D6, 0x06DC }, { 0x06DF, 0x06E4 }, { 0x0711, 0x0711 }, { 0x0730, 0x074A }, { 0x0900, 0x0902 }, { 0x093C, 0x093C },
	{ 0x0941, 0x0948 }, { 0x094D, 0x094D }, { 0x0951, 0x0957 }, { 0x0981, 0x0981 }, { 0x09BC, 0x09BC }, { 0x09C1, 0x09C4 },
	{ 0x0A01, 0x0A02 }, { 0x0A3C, 0x0A51 }, { 0x0E31, 0x0E31 }, { 0x0E34, 0x0E3A }, { 0x0E47, 0x0E4E }, { 0x1AB0, 0x1AFF },
	{ 0x1DC0, 0x1DFF }, { 0x200B, 0x200D }, { 0x2060, 0x2064 }, { 0x20D0, 0x20F0 }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F },
	{ 0xFEFF, 0xFEFF }, { 0x1F3FB, 0x1F3FF }, { 0xE0100, 0xE01EF },
};

/* East Asian wide and full-width characters, and emoji. */
static const struct range wide[] = {
	{ 0x1100, 0x115F }, { 0x231A, 0x231B }, { 0x23E9, 0x23EC }, { 0x23F0, 0x23F0 }, { 0x23F3, 0x23F3 }, { 0x25FD, 0x25FE },
	{ 0x2614, 0x2615 }, { 0x2648, 0x2653 }, { 0x267F, 0x267F }, { 0x2693, 0x2693 }, { 0x26A1, 0x26A1 }, { 0x26BD, 0x26BE },
	{ 0x2705, 0x2705 }, { 0x270A, 0x270B }, { 0x2728, 0x2728 }, { 0x274C, 0x274C }, { 0x2753, 0x2755 }, { 0x2795, 0x2797 },
	{ 0x2B1B, 0x2B1C }, { 0x2B50, 0x2B50 }, { 0x2E80, 0x303E }, { 0x3041, 0x33FF }, { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
	{ 0xA000, 0xA4CF }, { 0xA960, 0xA97F }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 },
	{ 0xFFE0, 0xFFE6 }, { 0x1F004, 0x1F004 }, { 0x1F0CF, 0x1F0CF }, { 0x1F18E, 0x1F18E }, { 0x1F191, 0x1F19A },
	{ 0x1F200, 0x1F251 }, { 0x1F300, 0x1F320 }, { 0x1F32D, 0x1F335 }, { 0x1F337, 0x1F37C }, { 0x1F37E, 0x1F393 },
	{ 0x1F3A0, 0x1F3CA }, { 0x1F3CF, 0x1F3D3 }, { 0x1F3E0, 0x1F3F0 }, { 0x1F3F8, 0x1F43E }, { 0x1F440, 0x1F440 },
	{ 0x1F442, 0x1F4FC }, { 0x1F4FF, 0x1F53D }, { 0x1F54B, 0x1F567 }, { 0x1F595, 0x1F596 }, { 0x1F5A4, 0x1F5A4 },
	{ 0x1F5FB, 0x1F64F }, { 0x1F680, 0x1F6C5 }, { 0x1F6CC, 0x1F6D2 }, { 0x1F6EB, 0x1F6EC }, { 0x1F6F4, 0x1F6FC },
	{ 0x1F7E0, 0x1F7EB }, { 0x1F90C, 0x1F93A }, { 0x1F93C, 0x1F945 }, { 0x1F947, 0x1F9FF }, { 0x1FA70, 0x1FAFF },
	{ 0x20000, 0x2FFFD }, { 0x30000, 0x3FFFD },
};

static bool
within(const struct range *ranges, size_t n, uint32_t cp)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cp > ranges[middle].last)
			low = middle + 1;
		else if (cp < ranges[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}

int
ehc_width_of(uint32_t cp)
{
	if (cp < 0x300)
		return 1;
	if (within(zero, EHC_COUNT(zero), cp))
		return 0;
	return within(wide, EHC_COUNT(wide), cp) ? 2 : 1;
}

size_t
ehc_width(struct ehc_str s)
{
	struct ehc_buf plain = { NULL, 0, 0 };
	size_t width = ehc_shown_run(s, 0);     /* mostly that is all */

	if (width == s.len)
		return width;
	ehc_buf_plain(&plain, ehc_str_sub(s, width, s.len));
	for (size_t i = 0; i < plain.len;)
		width += (size_t)ehc_width_of(ehc_utf8_next(ehc_buf_text(&plain), &i));
	ehc_buf_free(&plain);
	return width;
}

void
ehc_wrap(struct ehc_buf *out, struct ehc_str text, size_t at, size_t indent, size_t width)
{
	bool plain = ehc_shown_run(text, 0) == text.len, first = true;          /* plain: each byte is shown as it is, in a column */

	for (size_t i = 0; i < text.len;) {
		size_t start, columns;
		struct ehc_str word;

		while (i < text.len && ehc_is_blank(text.ptr[i]))
			i++;
		start = i;
		while (i < text.len && !ehc_is_blank(text.ptr[i]))
			i++;
		if (start == i)
			break;
		word = ehc_str_sub(text, start, i);
		columns = plain ? word.len : ehc_width(word);
		if (!first && at + 1 + columns > width) {
			ehc_buf_char(out, '\n');
			ehc_buf_fill(out, ' ', indent);
			at = indent;
		} else if (!first) {
			ehc_buf_char(out, ' ');
			at++;
		}
		if (plain)
			ehc_buf_str(out, word);
		else
			ehc_buf_plain(out, word);
		at += columns;
		first = false;
	}
}
