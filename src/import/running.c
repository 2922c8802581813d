/*
 * running.c - heads and feet of pages in a text that came out of a PDF: lines that come again beside the page's number or
 * the page's end. They would otherwise stand within the plan, where no one wrote them.
 */
#include "import/layout.h"

#include <stdlib.h>
#include <string.h>

enum { BESIDE = 3 };                    /* lines with words from a page's end at which its head or foot may stand */

struct line { struct ehc_str words; size_t number; bool beside; };

/* By its words, whatever the digits in them are: a date and a page's number change. */
static int
compare(const void *one, const void *other)
{
	const struct line *a = one, *b = other;
	size_t n = a->words.len < b->words.len ? a->words.len : b->words.len;

	for (size_t i = 0; i < n; i++) {
		char x = ehc_is_digit(a->words.ptr[i]) ? '0' : a->words.ptr[i], y = ehc_is_digit(b->words.ptr[i]) ? '0' : b->words.ptr[i];

		if (x != y)
			return x < y ? -1 : 1;
	}
	return a->words.len < b->words.len ? -1 : a->words.len > b->words.len;
}

static bool
ends_page(struct ehc_str line)
{
	return memchr(line.ptr, '\f', line.len) != NULL || layout_is_page(line);
}

/* The lines with words, and which of them stand beside the end of a page; the number of such ends. */
static size_t
read_lines(struct ehc_str text, struct line *lines, size_t *n)
{
	size_t number = 0, pages = 0, after = BESIDE;
	struct ehc_str line;

	*n = 0;
	while (ehc_str_split(&text, '\n', &line)) {
		bool end = ends_page(line), page = layout_is_page(line);

		number++;
		if (end) {
			pages += after > 0;     /* its number and the sign of a new page are one end */
			after = 0;
			for (size_t i = *n; i > 0 && i + BESIDE > *n; i--)
				lines[i - 1].beside = true;
		}
		line = layout_without_feed(line);
		if (line.len == 0 || page)
			continue;
		lines[(*n)++] = (struct line){ line, number, after < BESIDE };
		after++;
	}
	return pages;
}

/* A sentence or a bullet may well come again; a head does not end like one. */
static bool
may_be_head(struct ehc_str words)
{
	return words.len > 3 && strchr(".;,:", words.ptr[words.len - 1]) == NULL && draft_typed_bullet(words) == 0;
}

size_t
running_heads(struct ehc_arena *a, struct ehc_str text, bool **out)
{
	size_t total = ehc_str_count(text, '\n') + 1, n, pages;
	struct line *lines = ehc_arena_alloc(a, total * sizeof(*lines));

	pages = read_lines(text, lines, &n);
	if (pages < 2)
		return 0;
	*out = ehc_arena_alloc(a, (total + 1) * sizeof(**out));
	qsort(lines, n, sizeof(*lines), compare);
	for (size_t i = 0, next; i < n; i = next) {
		size_t beside = 0;

		for (next = i; next < n && compare(&lines[i], &lines[next]) == 0; next++)
			beside += lines[next].beside;
		/* The first may be the title of the whole. */
		if (beside < 2 || beside * 2 < pages || beside + 1 < next - i || !may_be_head(lines[i].words))
			continue;
		for (size_t k = i; k < next; k++)
			(*out)[lines[k].number] = true;
	}
	return total + 1;
}
