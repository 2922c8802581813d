/*
 * excerpt.c - a line of the plan with the words at fault underlined, by columns of the screen rather than by bytes, and cut
 * around the fault when it is longer than the screen is wide.
 */
#include "report/report.h"

enum {
	LINES_SHOWN = 3,        /* of a span that goes over several */
	TAB_COLUMNS = 4,
	BYTES_BEFORE = 300,     /* a line may hold megabytes: only what can be near the fault is looked at */
	BYTES_AFTER = 400,
	LEAST_DIGITS = 4,       /* of a line's number */
	SLACK = 12,             /* columns given up so as not to cut a word */
};

/* One code point of the line as it is shown. */
struct cell {
	uint32_t offset;        /* in the source */
	size_t column, columns;
	size_t at;              /* in `shown` */
};

struct line {
	struct ehc_buf shown;
	struct { struct cell items[BYTES_BEFORE + BYTES_AFTER]; size_t count; } cells;
	size_t columns;
	bool cut_left, cut_right;
};

static bool
is_continuation_byte(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The part of the line that is looked at: all of it, unless it is endless. */
static struct ehc_span
part_near(const struct ehc_source *src, struct ehc_span whole, uint32_t offset, struct line *l)
{
	struct ehc_span part = whole;

	if (offset > whole.start + BYTES_BEFORE) {
		part.start = offset - BYTES_BEFORE;
		while (part.start < offset && is_continuation_byte(src->text.ptr[part.start]))
			part.start++;
		l->cut_left = true;
	}
	if (whole.end > offset + BYTES_AFTER) {
		part.end = offset + BYTES_AFTER;
		while (part.end > offset && is_continuation_byte(src->text.ptr[part.end]))
			part.end--;
		l->cut_right = true;
	}
	return part;
}

/* Letters that are shown as they are: most of every line. */
static size_t
draw_shown(struct line *l, uint32_t offset, struct ehc_str text)
{
	size_t n = ehc_shown_run(text, 0), at = l->shown.len;

	ehc_buf_bytes(&l->shown, text.ptr, n);
	for (size_t i = 0; i < n; i++)
		l->cells.items[l->cells.count++] = (struct cell){ offset + (uint32_t)i, l->columns++, 1, at + i };
	return n;
}

/* Draws the part into cells. A tab goes to the next stop; what a terminal could act on is spelt out. */
static void
draw(struct line *l, const struct ehc_source *src, struct ehc_span part)
{
	struct ehc_str text = ehc_source_slice(src, part);

	for (size_t i = draw_shown(l, part.start, text); i < text.len; i += draw_shown(l, part.start + (uint32_t)i, ehc_str_sub(text, i, text.len))) {
		struct cell c = { part.start + (uint32_t)i, l->columns, 0, l->shown.len };
		size_t from = i;
		uint32_t cp = ehc_utf8_next(text, &i);

		if (cp == '\t') {
			c.columns = TAB_COLUMNS - l->columns % TAB_COLUMNS;
			ehc_buf_fill(&l->shown, ' ', c.columns);
		} else if (cp != 0xFEFF) {
			ehc_buf_plain(&l->shown, ehc_str_sub(text, from, i));
			c.columns = ehc_width(ehc_str_sub(text, from, i));
		}
		l->columns += c.columns;
		l->cells.items[l->cells.count++] = c;
	}
}

/* Column at which a source offset is shown; the end of the line for what lies behind it. */
static size_t
column_of(const struct line *l, uint32_t offset)
{
	for (size_t i = 0; i < l->cells.count; i++)
		if (l->cells.items[i].offset >= offset)
			return l->cells.items[i].column;
	return l->columns;
}

struct window { size_t from, to; };     /* columns */

static bool
begins_word(const struct line *l, size_t i)
{
	return i > 0 && l->shown.ptr[l->cells.items[i - 1].at] == ' ' && l->shown.ptr[l->cells.items[i].at] != ' ';
}

/* What fits on the screen, with the mark and some words before it in sight. */
static struct window
choose_window(const struct line *l, size_t mark, size_t room)
{
	struct window w = { 0, l->columns };
	bool begun = false;

	if (l->columns <= room)
		return w;
	room -= 8;              /* "... " before and " ..." after */
	if (mark > room * 2 / 3)
		w.from = mark - room / 2;
	if (w.from + room > l->columns)
		w.from = l->columns - room;
	w.to = w.from + room;
	/* Begin and end with a whole word where one does so near by. */
	for (size_t i = 0; i < l->cells.count; i++) {
		const size_t column = l->cells.items[i].column;

		if (!begins_word(l, i))
			continue;
		if (w.from > 0 && !begun && column >= w.from && column <= w.from + SLACK && column <= mark) {
			w.from = column;
			begun = true;
		}
		if (w.to < l->columns && column > mark && column + SLACK > w.from + room && column <= w.from + room)
			w.to = column - 1;
	}
	return w;
}

static size_t
digits_of(uint32_t n)
{
	size_t digits = 1;

	for (; n >= 10; n /= 10)
		digits++;
	return digits;
}

/* What is the same for every line of an excerpt. */
struct excerpt {
	struct ehc_buf *out;
	struct ehc_source *src;
	size_t digits, width;
	const struct ehc_ink *ink;
};

/* "  12 | ", and without the number below it. */
static void
put_gutter(const struct excerpt *e, uint32_t number)
{
	size_t used = number > 0 ? digits_of(number) : 0;

	ehc_buf_cstr(e->out, e->ink->gutter);
	ehc_buf_fill(e->out, ' ', 2 + (used < e->digits ? e->digits - used : 0));
	if (number > 0)
		ehc_buf_number(e->out, number);
	ehc_buf_cstr(e->out, " | ");
	ehc_buf_cstr(e->out, e->ink->off);
}

static void
trim_end(struct ehc_buf *out)
{
	while (out->len > 0 && out->ptr[out->len - 1] == ' ')
		out->len--;
	ehc_buf_char(out, '\n');
}

static void
put_text(struct ehc_buf *out, const struct line *l, struct window w)
{
	const struct cell *c = l->cells.items, *end = c + l->cells.count;
	size_t from;

	if (w.from > 0 || l->cut_left)
		ehc_buf_cstr(out, "... ");
	while (c < end && c->column < w.from)
		c++;
	from = c < end ? c->at : l->shown.len;
	while (c < end && c->column + c->columns <= w.to)
		c++;
	ehc_buf_bytes(out, l->shown.ptr + from, (c < end ? c->at : l->shown.len) - from);
	if (w.to < l->columns || l->cut_right)
		ehc_buf_cstr(out, " ...");
	trim_end(out);
}

/* The signs under the line, the first mark over the others. */
static void
put_marks(const struct excerpt *e, const struct line *l, struct window w, const struct ehc_mark *marks, size_t n, struct ehc_span line)
{
	struct ehc_buf row = { NULL, 0, 0 };

	ehc_buf_fill(&row, ' ', w.to - w.from + 1);
	for (size_t i = n; i-- > 0;) {
		size_t from, to;

		if (marks[i].span.start > line.end || marks[i].span.end < line.start)
			continue;
		from = column_of(l, marks[i].span.start);
		to = column_of(l, marks[i].span.end);
		if (to <= from)
			to = from + 1;
		for (size_t c = from; c < to; c++)
			if (c >= w.from && c - w.from < row.len)
				row.ptr[c - w.from] = marks[i].sign;
	}
	while (row.len > 0 && row.ptr[row.len - 1] == ' ')
		row.len--;
	if (w.from > 0 || l->cut_left)
		ehc_buf_fill(e->out, ' ', 4);
	ehc_buf_cstr(e->out, e->ink->mark);
	ehc_buf_bytes(e->out, row.ptr, row.len);
	ehc_buf_cstr(e->out, e->ink->off);
	ehc_buf_char(e->out, '\n');
	ehc_buf_free(&row);
}

/* Where the underline of a line that goes on begins: at its first word, not under its indent. */
static uint32_t
first_word(struct ehc_str text, uint32_t start)
{
	size_t i = 0;

	while (i < text.len && (text.ptr[i] == ' ' || text.ptr[i] == '\t'))
		i++;
	return start + (uint32_t)i;
}

static uint32_t
within(struct ehc_span span, uint32_t offset)
{
	return offset < span.start ? span.start : offset > span.end ? span.end : offset;
}

static void
put_line(const struct excerpt *e, struct ehc_span span, uint32_t number, const struct ehc_mark *marks, size_t n)
{
	struct line l;
	struct window w;

	l.shown = (struct ehc_buf){ NULL, 0, 0 };
	l.cells.count = l.columns = 0;
	l.cut_left = l.cut_right = false;
	draw(&l, e->src, part_near(e->src, span, within(span, marks[0].span.start), &l));
	w = choose_window(&l, column_of(&l, marks[0].span.start), e->width - e->digits - 5);
	put_gutter(e, number);
	put_text(e->out, &l, w);
	put_gutter(e, 0);
	put_marks(e, &l, w, marks, n, span);
	ehc_buf_free(&l.shown);
}

void
ehc_excerpt(struct ehc_buf *out, struct ehc_source *src, const struct ehc_mark *marks, size_t n, size_t width,
    const struct ehc_ink *ink)
{
	uint32_t offset = marks[0].span.start, number = ehc_source_place(src, offset).line;
	struct excerpt e = { out, src, digits_of(number + LINES_SHOWN), width, ink };

	if (e.digits < LEAST_DIGITS)
		e.digits = LEAST_DIGITS;
	for (int shown = 0; ; shown++) {
		uint32_t start;
		struct ehc_str text = ehc_source_line(src, offset, &start), trimmed = text;
		struct ehc_span span;
		struct ehc_mark here = marks[0];

		if (shown == LINES_SHOWN) {
			put_gutter(&e, 0);
			ehc_buf_cstr(out, "...\n");
			break;
		}
		while (trimmed.len > 0 && (trimmed.ptr[trimmed.len - 1] == ' ' || trimmed.ptr[trimmed.len - 1] == '\t'))
			trimmed.len--;
		span = (struct ehc_span){ start, start + (uint32_t)trimmed.len };
		if (shown == 0)
			put_line(&e, span, number, marks, n);
		else if (trimmed.len > 0) {
			here.span.start = first_word(trimmed, start);
			put_line(&e, span, number, &here, 1);
		}
		offset = start + (uint32_t)text.len;
		/* Blank lines within are not shown. */
		for (; offset < src->text.len && (src->text.ptr[offset] == '\r' || src->text.ptr[offset] == '\n'); offset++)
			number += src->text.ptr[offset] == '\n';
		if (offset >= marks[0].span.end || offset >= src->text.len)
			break;
	}
}
