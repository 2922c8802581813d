/*
 * layout.c - what a line of plain text looks like: its marker, its columns, and whether it belongs to the page and not to the text.
 */
#include "import/layout.h"

#include <string.h>

enum { TAB_STOP = 8, GAP = 3 };         /* blanks that part two columns */

size_t
layout_column(struct ehc_str line, size_t byte)
{
	size_t column = 0;

	for (size_t i = 0; i < byte && i < line.len; i++) {
		if (line.ptr[i] == '\t')
			column += TAB_STOP - column % TAB_STOP;
		else
			column += ((unsigned char)line.ptr[i] & 0xC0) != 0x80;
	}
	return column;
}

static size_t
skip_blanks(struct ehc_str line, size_t i)
{
	while (i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '\t'))
		i++;
	return i;
}

size_t
layout_indent(struct ehc_str line)
{
	return layout_column(line, skip_blanks(line, 0));
}

size_t
layout_marker(struct ehc_str line)
{
	size_t from = skip_blanks(line, 0), i = from, digits;
	bool bracket = i < line.len && line.ptr[i] == '(', letter, parted;

	i += bracket;
	letter = i < line.len && ehc_is_letter(line.ptr[i]);
	i += letter;
	digits = i;
	while (i < line.len && (ehc_is_digit(line.ptr[i]) || (i > digits && line.ptr[i] == '.' && i + 1 < line.len && ehc_is_digit(line.ptr[i + 1]))))
		i++;
	if (i - digits > 6 || (i == digits && !letter))
		return 0;
	parted = i < line.len && strchr(bracket ? ")" : i == digits ? ")" : ".):", line.ptr[i]) != NULL;
	/* "2.1 " and "B3 " need no mark behind them. */
	if (!parted && (bracket || i == digits || !(letter || memchr(line.ptr + digits, '.', i - digits) != NULL)))
		return 0;
	i += parted;
	if (i >= line.len || (line.ptr[i] != ' ' && line.ptr[i] != '\t'))
		return 0;
	i = skip_blanks(line, i);
	return i < line.len ? i : 0;
}

void
layout_split(struct ehc_str line, struct layout_cells *out)
{
	size_t i = skip_blanks(line, 0), from = i, end = i;

	out->n = 0;
	while (i < line.len && out->n < LAYOUT_COLUMNS) {
		size_t next;

		if (line.ptr[i] != ' ' && line.ptr[i] != '\t') {
			end = ++i;
			continue;
		}
		next = skip_blanks(line, i);
		if (next < line.len && memchr(line.ptr + i, '\t', next - i) == NULL && next - i < GAP) {
			i = next;
			continue;
		}
		out->at[out->n] = layout_column(line, from);
		out->words[out->n++] = ehc_str_sub(line, from, end);
		from = i = end = next;
	}
	if (end > from && out->n < LAYOUT_COLUMNS) {
		out->at[out->n] = layout_column(line, from);
		out->words[out->n++] = ehc_str_sub(line, from, end);
	} else if (end > from)
		out->words[out->n - 1] = ehc_str_sub(line, (size_t)(out->words[out->n - 1].ptr - line.ptr), end);
}

void
layout_split_tabs(struct ehc_str line, struct layout_cells *out)
{
	struct ehc_str rest = line, cell;

	while (rest.len > 0 && strchr(" \t\r", rest.ptr[rest.len - 1]) != NULL)
		rest.len--;
	for (out->n = 0; out->n < LAYOUT_COLUMNS && ehc_str_split(&rest, '\t', &cell); out->n++) {
		out->words[out->n] = ehc_str_trim(cell);
		out->at[out->n] = layout_column(line, (size_t)(cell.ptr - line.ptr));
	}
}

bool
layout_aligned(const struct layout_cells *a, const struct layout_cells *b)
{
	size_t same = 0;

	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			same += a->at[i] <= b->at[j] + 1 && b->at[j] <= a->at[i] + 1;
	return same >= 2;
}

/* A number by itself, in the middle of the line or between dashes. */
static bool
is_page_number(struct ehc_str line)
{
	size_t indent = layout_indent(line), digits = 0, dashes = 0;

	line = ehc_str_trim(line);
	for (size_t i = 0; i < line.len; i++) {
		digits += ehc_is_digit(line.ptr[i]);
		dashes += line.ptr[i] == '-';
		if (!ehc_is_digit(line.ptr[i]) && line.ptr[i] != '-' && line.ptr[i] != ' ')
			return false;
	}
	return digits > 0 && digits <= 3 && (dashes == 2 || (dashes == 0 && digits == line.len && indent >= 10));
}

bool
layout_is_page(struct ehc_str line)
{
	size_t at = ehc_str_find_word(line, "page"), n, words = 1;
	struct ehc_str rest;

	if (is_page_number(line))
		return true;
	line = ehc_str_trim(line);
	if (at == SIZE_MAX || line.len > 160 || (line.len > 0 && strchr(".;,", line.ptr[line.len - 1]) != NULL))
		return false;
	at = ehc_str_find_nocase(line, "page");
	for (size_t i = 0; i < line.len; i++)
		words += line.ptr[i] == ' ' && i > 0 && line.ptr[i - 1] != ' ';
	n = at + strlen("page");
	if (n >= line.len || line.ptr[n] != ' ' || n + 1 >= line.len || !ehc_is_digit(line.ptr[n + 1]) || words > 16)
		return false;
	for (n++; n < line.len && ehc_is_digit(line.ptr[n]); n++)
		;
	rest = ehc_str_trim(ehc_str_sub(line, n, line.len));
	/* It ends the line, it is one of so many, or it begins the line apart from the rest. */
	return rest.len == 0 || ehc_str_starts_nocase(rest, "of ") || ehc_str_starts_nocase(rest, "/") || ehc_str_starts_nocase(rest, "|") ||
	    (at == 0 && (ehc_str_starts_nocase(ehc_str_sub(line, n, line.len), "   ") || ehc_str_starts_nocase(rest, "- ")));
}

struct ehc_str
layout_without_feed(struct ehc_str line)
{
	while (line.len > 0 && line.ptr[0] == '\f')
		line = ehc_str_sub(line, 1, line.len);
	return ehc_str_trim(line);
}

bool
layout_is_mail(struct ehc_str line)
{
	static const char *const starts[] = { "From: ", "Sent: ", "To: ", "Cc: ", "Subject: ", "Date: ", "Attachments: " };

	return ehc_str_starts_one_of(line, starts, EHC_COUNT(starts));
}
