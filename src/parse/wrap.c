/*
 * wrap.c - lays a text out in canonical lines without changing what it says.
 *
 * Paragraphs of prose are filled to the width. Everything whose line breaks mean something keeps them: lists, lines
 * indented more than the others, headings (a paragraph of one line without a full stop), lines that are short on purpose
 * such as an address, lines that look like a field, because the reader is warned of those, and lines with a carriage return
 * in them, which may be all that is left of their order. Nor may a new line begin in a way that would give it one of these
 * meanings.
 */
#include "parse/format.h"
#include "parse/keywords.h"

#include <string.h>

#define SHORT 60        /* a block whose lines but the last are all shorter has its line breaks on purpose */

enum kind { LINE_BLANK, LINE_PROSE, LINE_KEPT };

struct line {
	struct ehc_str str;
	enum kind kind;
	bool starts;            /* must begin a line of its own */
};
struct lines { struct line *items; size_t count, cap; };
struct words { struct ehc_str *items; size_t count, cap; };

/* ---- what a line is ---- */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A list's mark: a dash, star or bullet, or a number with a full stop or bracket; then a blank or the end. */
static bool
starts_list(struct ehc_str s)
{
	static const char *const marks[] = { "-", "*", "\xE2\x80\xA2", "\xE2\x80\x93" };
	size_t n = 0;

	for (size_t i = 0; n == 0 && i < EHC_COUNT(marks); i++)
		if (ehc_str_starts_nocase(s, marks[i]))
			n = strlen(marks[i]);
	if (n == 0) {
		while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
			n++;
		if (n == 0 || n == s.len || (s.ptr[n] != '.' && s.ptr[n] != ')'))
			return false;
		n++;
	}
	return n == s.len || is_blank(s.ptr[n]);
}

static bool
looks_like_field(const struct ehc_layout *l, struct ehc_str s)
{
	size_t len;

	return ehc_hidden_label(s, l->docs, l->on, &len) != NULL;
}

static struct line
read_line(const struct ehc_layout *l, struct ehc_str s)
{
	if (s.len == 0)
		return (struct line){ s, LINE_BLANK, true };
	if (is_blank(s.ptr[0]) || starts_list(s))
		return (struct line){ s, LINE_KEPT, true };
	return (struct line){ s, LINE_PROSE, looks_like_field(l, s) };
}

/* ---- filling a block of prose ---- */

/* How many placeholders are open after the word: a line is never broken within one. */
static int
open_marks(struct ehc_str word, int open)
{
	static const char *const marks[][2] = { { "[[", "]]" }, { "{{", "}}" }, { "\xC2\xAB", "\xC2\xBB" } };

	for (size_t i = 0; i + 1 < word.len; i++)
		for (size_t m = 0; m < EHC_COUNT(marks); m++) {
			if (memcmp(word.ptr + i, marks[m][0], 2) == 0)
				open++;
			else if (open > 0 && memcmp(word.ptr + i, marks[m][1], 2) == 0)
				open--;
		}
	return open;
}

static void
split_words(const struct ehc_layout *l, struct ehc_str s, struct words *out)
{
	size_t i = 0;

	while (i < s.len) {
		size_t start;

		while (i < s.len && is_blank(s.ptr[i]))
			i++;
		start = i;
		while (i < s.len && !is_blank(s.ptr[i]))
			i++;
		if (i > start)
			EHC_PUSH(l->arena, out, ehc_str_sub(s, start, i));
	}
}

/* The words from `from` on with single blanks, as far as a label can reach. */
static struct ehc_str
words_ahead(const struct words *w, size_t from, char room[EHC_HEAD_BYTES])
{
	struct ehc_str ahead = { room, 0 };

	for (size_t i = from; i < w->count && ahead.len < EHC_HEAD_BYTES; i++) {
		struct ehc_str word = w->items[i];
		size_t n;

		if (i > from)
			room[ahead.len++] = ' ';
		n = word.len < EHC_HEAD_BYTES - ahead.len ? word.len : EHC_HEAD_BYTES - ahead.len;
		memcpy(room + ahead.len, word.ptr, n);
		ahead.len += n;
	}
	return ahead;
}

/* May a new line begin with this word? */
static bool
may_begin(const struct ehc_layout *l, const struct words *w, size_t i)
{
	char room[EHC_HEAD_BYTES];
	struct ehc_str ahead = words_ahead(w, i, room);

	return ahead.len == 0 || (!starts_list(ahead) && !looks_like_field(l, ahead));
}

/* The word after the last one that stands on the line which begins with word `from` and has `room` columns. */
static size_t
end_of_line(const struct ehc_layout *l, const struct words *w, size_t from, size_t room)
{
	size_t used = 0, fits = 0;
	int open = 0;

	for (size_t i = from; i < w->count; i++) {
		size_t columns = (i > from) + ehc_utf8_count(w->items[i]);

		if (i > from && open == 0 && may_begin(l, w, i)) {
			if (used + columns > room)
				return i;
			fits = i;
		}
		used += columns;
		if (used > room && fits > 0)
			return fits;
		open = open_marks(w->items[i], open);
	}
	return w->count;
}

static struct ehc_str
join_words(const struct ehc_layout *l, const struct words *w, size_t from, size_t to)
{
	struct ehc_str s;
	size_t len = 0;
	char *p;

	for (size_t i = from; i < to; i++)
		len += w->items[i].len + 1;
	p = ehc_arena_alloc(l->arena, len);
	s = (struct ehc_str){ p, 0 };
	for (size_t i = from; i < to; i++) {
		if (i > from)
			p[s.len++] = ' ';
		memcpy(p + s.len, w->items[i].ptr, w->items[i].len);
		s.len += w->items[i].len;
	}
	return s;
}

/* Columns for the n-th line of the text. */
static size_t
room_for(const struct ehc_layout *l, size_t n, bool on_label)
{
	size_t used = n == 0 && on_label ? l->used + 1 : l->indent;

	return used < EHC_FORMAT_WIDTH ? EHC_FORMAT_WIDTH - used : 1;
}

static void
fill(const struct ehc_layout *l, const struct lines *in, size_t from, size_t to, bool on_label, struct lines *out)
{
	struct words w = { NULL, 0, 0 };

	for (size_t i = from; i < to; i++)
		split_words(l, in->items[i].str, &w);
	for (size_t i = 0; i < w.count; ) {
		size_t end = end_of_line(l, &w, i, room_for(l, out->count, on_label));

		EHC_PUSH(l->arena, out, (struct line){ join_words(l, &w, i, end), LINE_PROSE, false });
		i = end;
	}
}

static void
keep(const struct ehc_layout *l, const struct lines *in, size_t from, size_t to, struct lines *out)
{
	for (size_t i = from; i < to; i++)
		EHC_PUSH(l->arena, out, in->items[i]);
}

/* ---- blocks ---- */

/* Are the block's line breaks meant, as those of an address or a poem are? */
static bool
is_broken_on_purpose(const struct ehc_layout *l, const struct lines *in, size_t from, size_t to, bool on_label)
{
	for (size_t i = from; i < to; i++)
		if (memchr(in->items[i].str.ptr, '\r', in->items[i].str.len) != NULL)
			return true;
	if (l->refs || to - from < 2)
		return false;
	for (size_t i = from; i < to; i++) {
		size_t columns = ehc_utf8_count(in->items[i].str);

		if (columns > room_for(l, i, on_label) || (i + 1 < to && columns >= SHORT))
			return false;
	}
	return true;
}

/* Does the block stand alone between blank lines, in a text that has more than it, and end without a full stop? */
static bool
could_be_heading(const struct lines *in, size_t from, size_t to)
{
	struct ehc_str last = in->items[to - 1].str;
	bool alone = (from == 0 || in->items[from - 1].kind == LINE_BLANK) && (to == in->count || in->items[to].kind == LINE_BLANK);

	return alone && (from > 0 || to < in->count) && !ehc_str_ends_nocase(last, ".");
}

static void
lay_block(const struct ehc_layout *l, const struct lines *in, size_t from, size_t to, bool on_label, struct lines *out)
{
	size_t before = out->count;

	if (is_broken_on_purpose(l, in, from, to, on_label) || (to - from == 1 && could_be_heading(in, from, to))) {
		keep(l, in, from, to, out);
		return;
	}
	fill(l, in, from, to, on_label, out);
	if (out->count == before + 1 && to - from > 1 && could_be_heading(in, from, to)) {
		out->count = before;
		keep(l, in, from, to, out);
	}
}

static struct lines
lay_all(const struct ehc_layout *l, const struct lines *in, bool on_label)
{
	struct lines out = { NULL, 0, 0 };
	size_t end;

	for (size_t i = 0; i < in->count; i = end) {
		end = i + 1;
		if (in->items[i].kind != LINE_PROSE) {
			keep(l, in, i, end, &out);
			continue;
		}
		while (end < in->count && in->items[end].kind == LINE_PROSE && !in->items[end].starts)
			end++;
		lay_block(l, in, i, end, on_label, &out);
	}
	return out;
}

/*
 * The indent that all lines share is no part of a text, and the line behind the label does not count for it: that line
 * may only stand there where another line still has no indent of its own.
 */
static bool
may_stand_on_label(const struct lines *out)
{
	bool others = false;

	for (size_t i = 1; i < out->count; i++) {
		if (out->items[i].kind == LINE_BLANK)
			continue;
		if (!is_blank(out->items[i].str.ptr[0]))
			return true;
		others = true;
	}
	return !others;
}

void
ehc_layout_text(const struct ehc_layout *l, struct ehc_str text, struct ehc_buf *out)
{
	struct lines in = { NULL, 0, 0 }, laid;
	struct ehc_str rest = text, part;
	bool on_label;

	while (ehc_str_split(&rest, '\n', &part))
		EHC_PUSH(l->arena, &in, read_line(l, part));
	if (in.count == 0) {
		ehc_buf_char(out, '\n');
		return;
	}
	on_label = in.items[0].kind == LINE_PROSE && (l->on_label || !in.items[0].starts);
	laid = lay_all(l, &in, on_label);
	if (on_label && !may_stand_on_label(&laid)) {
		on_label = false;
		laid = lay_all(l, &in, false);
	}
	for (size_t i = 0; i < laid.count; i++) {
		if (i == 0)
			ehc_buf_char(out, on_label ? ' ' : '\n');
		if (laid.items[i].kind != LINE_BLANK && (i > 0 || !on_label))
			ehc_buf_fill(out, ' ', l->indent);
		ehc_buf_str(out, laid.items[i].str);
		ehc_buf_char(out, '\n');
	}
}
