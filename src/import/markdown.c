/*
 * markdown.c - marks of a text that a program wrote: "## Heading", "**bold**", "| a | b |". They say how a line looks, and are
 * no part of its words.
 */
#include "import/layout.h"

#include <string.h>

/* "## ": the depth of the heading, 0 for none; *n gets the bytes. */
static unsigned
heading_at(struct ehc_str line, size_t *n)
{
	unsigned depth = 0;

	while (depth < line.len && line.ptr[depth] == '#')
		depth++;
	*n = depth + 1;
	return depth >= 1 && depth <= 6 && depth < line.len && line.ptr[depth] == ' ' ? depth : 0;
}

/* "=== Medicines ===": the words between two runs of one sign; empty where it is none. */
struct ehc_str
layout_framed(struct ehc_str line)
{
	size_t n = 0, end;

	line = ehc_str_trim(line);
	end = line.len;
	while (n < line.len && line.ptr[n] == line.ptr[0])
		n++;
	while (end > n && line.ptr[end - 1] == line.ptr[0])
		end--;
	if (line.len == 0 || strchr("=-*~", line.ptr[0]) == NULL || n < 2 || line.len - end < 2 || line.ptr[n] != ' ' || line.ptr[end - 1] != ' ')
		return EHC_NOSTR;
	return ehc_str_trim(ehc_str_sub(line, n, end));
}

/* "Name = Ada Example": the byte of the sign behind a label of a few words; SIZE_MAX for none. */
static size_t
equals_at(struct ehc_str line)
{
	size_t at = ehc_str_find_nocase(line, " = ");

	if (at == SIZE_MAX || at == 0 || at > 40 || line.ptr[0] < 'A' || line.ptr[0] > 'Z')
		return SIZE_MAX;
	for (size_t i = 0; i < at; i++)
		if (!ehc_is_letter(line.ptr[i]) && strchr(" /'()-", line.ptr[i]) == NULL)
			return SIZE_MAX;
	return at;
}

bool
layout_has_equals(struct ehc_str text)
{
	enum { ENOUGH = 3 };
	size_t n = 0;
	struct ehc_str line;

	while (ehc_str_split(&text, '\n', &line))
		n += equals_at(ehc_str_trim(line)) != SIZE_MAX;
	return n >= ENOUGH;
}

struct ehc_str
layout_without_equals(struct ehc_arena *a, struct ehc_str line)
{
	size_t at = equals_at(line);

	return at == SIZE_MAX ? line : ehc_arena_printf(a, "%.*s: %.*s", EHC_ARG(ehc_str_sub(line, 0, at)), EHC_ARG(ehc_str_sub(line, at + 3, line.len)));
}

bool
layout_is_drawn(struct ehc_str line)
{
	size_t dashes = 0;

	line = ehc_str_trim(line);
	for (size_t i = 0; i < line.len; i++) {
		if (strchr("|+-=: ", line.ptr[i]) == NULL)
			return false;
		dashes += line.ptr[i] == '-' || line.ptr[i] == '=';
	}
	return dashes >= 3 && strchr("|+", line.ptr[0]) != NULL;
}

bool
markdown_is(struct ehc_str text)
{
	size_t headings = 0, bold = 0, n;
	struct ehc_str line;

	while (ehc_str_split(&text, '\n', &line)) {
		line = ehc_str_trim(line);
		headings += heading_at(line, &n) > 0;
		bold += ehc_str_starts_nocase(line, "**") && ehc_str_find_nocase(ehc_str_sub(line, 2, line.len), "**") != SIZE_MAX;
	}
	return headings >= 2 || bold >= 2;
}

/* Without pairs of the mark. */
static struct ehc_str
without_pairs(struct ehc_arena *a, struct ehc_str s, const char *mark)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t n = strlen(mark), at, end;

	/* Each pair once: a line may hold very many. */
	while ((at = ehc_str_find_nocase(s, mark)) != SIZE_MAX && (end = ehc_str_find_nocase(ehc_str_sub(s, at + n, s.len), mark)) != SIZE_MAX && end > 0) {
		ehc_buf_str(&out, ehc_str_sub(s, 0, at));
		ehc_buf_str(&out, ehc_str_sub(s, at + n, at + n + end));
		s = ehc_str_sub(s, at + n + end + n, s.len);
	}
	if (out.len > 0) {
		ehc_buf_str(&out, s);
		s = ehc_buf_take(&out, a);
	}
	return s;
}

/* "**Views**", all of it. */
static bool
is_bold(struct ehc_str s)
{
	return s.len > 4 && ehc_str_starts_nocase(s, "**") && ehc_str_find_nocase(ehc_str_sub(s, 2, s.len), "**") == s.len - 4;
}

struct markdown
markdown_read(struct ehc_arena *a, struct ehc_str line)
{
	struct markdown out = { .line = line };
	size_t indent = 0, n;
	struct ehc_str words;

	while (indent < line.len && (line.ptr[indent] == ' ' || line.ptr[indent] == '\t'))
		indent++;
	words = ehc_str_trim(line);
	if ((out.heading = heading_at(words, &n)) > 0) {
		words = ehc_str_trim(ehc_str_sub(words, n, words.len));
		while (words.len > 0 && words.ptr[words.len - 1] == '#')
			words.len--;
	} else if (ehc_str_starts_nocase(words, "> "))
		words = ehc_str_trim(ehc_str_sub(words, 2, words.len));
	out.strong = is_bold(words);
	words = without_pairs(a, without_pairs(a, words, "**"), "__");
	out.line = ehc_arena_printf(a, "%.*s%.*s", EHC_ARG(ehc_str_sub(line, 0, out.heading > 0 ? 0 : indent)), EHC_ARG(ehc_str_trim(words)));
	return out;
}
