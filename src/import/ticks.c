/*
 * ticks.c - boxes to tick. A form prints every answer that could be given, and the tick alone says which was: "Yes [x] No [ ]", a list of
 * triggers with a box each, a table with a column for Yes and one for No. Before anything is recognised such a draft is read as what
 * is ticked. Where it cannot be told which words a box belongs to, they stay as they are.
 */
#include "import/draft.h"

#include <string.h>

#define LEFT "boxes to tick: the plan has the words of those that are ticked"

enum box { NO_BOX, OPEN, TICKED };

struct mark { size_t at, len; enum box box; };
enum { MARKS = 48 };
struct marks { struct mark all[MARKS]; size_t n; };

struct ticks {
	struct ehc_arena *a;
	struct ehc_draft *d;            /* the copy */
	struct ehc_buf out;             /* of the line that is read now */
};

/* ---- boxes ---- */

static enum box
box_at(struct ehc_str s, size_t i, size_t *len)
{
	static const struct { const char *sign; enum box box; } known[] = {
		{ "\xE2\x98\x92", TICKED }, { "\xE2\x98\x91", TICKED }, { "\xF0\x9F\x97\xB9", TICKED }, { "\xE2\x9C\x93", TICKED }, { "\xE2\x9C\x94", TICKED }, { "[x]", TICKED }, { "[X]", TICKED },
		{ "\xE2\x98\x90", OPEN }, { "\xE2\x96\xA1", OPEN }, { "\xE2\x9D\x91", OPEN }, { "\xE2\x9D\x92", OPEN }, { "[ ]", OPEN },
	};

	if (strchr("\xE2\xF0[", s.ptr[i]) == NULL || (i > 0 && s.ptr[i] == '[' && s.ptr[i - 1] == '['))
		return NO_BOX;          /* "[[x]]" is a placeholder */
	for (size_t k = 0; k < EHC_COUNT(known); k++) {
		*len = strlen(known[k].sign);
		if (s.len - i >= *len && memcmp(s.ptr + i, known[k].sign, *len) == 0)
			return known[k].box;
	}
	return NO_BOX;
}

static struct marks
marks_of(struct ehc_str s)
{
	struct marks m = { .n = 0 };

	for (size_t i = 0, len; i < s.len && m.n < MARKS; i++) {
		enum box box = box_at(s, i, &len);

		if (box == NO_BOX)
			continue;
		m.all[m.n++] = (struct mark){ i, len, box };
		i += len - 1;
	}
	return m;
}

static bool
has_box(const struct marks *m, enum box box)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->all[i].box == box)
			return true;
	return false;
}

bool
draft_has_open_box(struct ehc_str s)
{
	struct marks m = marks_of(s);

	return has_box(&m, OPEN);
}

/* A cross in a box is a tick, but beside a box with a tick it is the opposite. */
static bool
has_tick_and_cross(struct ehc_str s)
{
	return ehc_str_has(s, "\xE2\x98\x91") && ehc_str_has(s, "\xE2\x98\x92");
}

static bool
any_ticked(const struct ehc_draft_block *b)
{
	for (; b != NULL; b = b->next) {
		struct marks m = marks_of(b->text);

		if (has_box(&m, TICKED))
			return true;
		for (const struct ehc_draft_row *r = b->table == NULL ? NULL : b->table->first; r != NULL; r = r->next)
			for (const struct ehc_draft_cell *c = r->first; c != NULL; c = c->next)
				if (any_ticked(c->first))
					return true;
	}
	return false;
}

/* ---- a line ---- */

static bool
is_yes_or_no(struct ehc_str s)
{
	static const char *const words[] = { "yes", "no", "n/a", "y", "n", "not applicable", "don't know", "not known" };

	s = ehc_str_trim(s);
	while (s.len > 0 && strchr(".:?", s.ptr[s.len - 1]) != NULL)
		s.len--;
	for (size_t i = 0; i < EHC_COUNT(words); i++)
		if (ehc_str_is_nocase(s, words[i]))
			return true;
	return false;
}

/* Where the last word of s begins. */
static size_t
last_word(struct ehc_str s)
{
	size_t i = s.len;

	while (i > 0 && s.ptr[i - 1] != ' ')
		i--;
	return i;
}

/* Where a question or a label in s ends and the words of a box begin; 0 for no such. */
static size_t
lead_end(struct ehc_str s)
{
	size_t word;

	for (size_t i = s.len; i > 0; i--)
		if ((s.ptr[i - 1] == '?' || s.ptr[i - 1] == ':') && i < s.len)
			return i;
	word = last_word(s);
	return is_yes_or_no(ehc_str_sub(s, word, s.len)) ? word : 0;
}

/* "No If yes, say how": behind such an answer stands what is said of any. Its offset, or the length. */
static size_t
answer_end(struct ehc_str s)
{
	const char *blank = s.len == 0 ? NULL : memchr(s.ptr, ' ', s.len);
	size_t at = blank == NULL ? s.len : (size_t)(blank - s.ptr);
	struct ehc_str behind = ehc_str_trim(ehc_str_sub(s, at, s.len));
	bool apart = behind.len > 0 && ((behind.ptr[0] >= 'A' && behind.ptr[0] <= 'Z') || behind.ptr[0] == '(' || ehc_str_starts_nocase(behind, "if "));

	return is_yes_or_no(ehc_str_sub(s, 0, at)) && apart ? at : s.len;
}

static void
put(struct ticks *t, struct ehc_str s, const char *between)
{
	s = ehc_str_trim(s);
	if (s.len == 0)
		return;
	if (t->out.len > 0)
		ehc_buf_cstr(&t->out, between);
	ehc_buf_str(&t->out, s);
}

/* The words that are ticked, behind what they answer; nothing at all where none is. */
static void
put_answer(struct ticks *t, struct ehc_str lead, const struct ehc_str *words, size_t n, struct ehc_str tail)
{
	lead = ehc_str_trim(lead);
	if (n > 0) {
		put(t, lead, "\n");
		for (size_t i = 0; i < n; i++)
			put(t, words[i], i > 0 ? ", " : lead.len == 0 ? "\n" : strchr(":?", lead.ptr[lead.len - 1]) != NULL ? " " : ": ");
	}
	/* "Please say how:" with nothing behind it waits for an answer. */
	tail = ehc_str_trim(tail);
	if (tail.len > 0 && strchr(":?_", tail.ptr[tail.len - 1]) == NULL)
		put(t, tail, n > 0 ? ". " : "\n");
}

/* Each box stands before its words. */
static void
read_leading(struct ticks *t, struct ehc_str line, const struct marks *m)
{
	struct ehc_str words[MARKS], tail = EHC_NOSTR;
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++) {
		size_t from = m->all[i].at + m->all[i].len;
		struct ehc_str one = ehc_str_trim(ehc_str_sub(line, from, i + 1 < m->n ? m->all[i + 1].at : line.len));

		if (i + 1 == m->n && m->n > 1) {
			size_t end = answer_end(one);

			tail = ehc_str_sub(one, end, one.len);
			one = ehc_str_sub(one, 0, end);
		}
		if (m->all[i].box == TICKED && one.len > 0)
			words[n++] = one;
	}
	put_answer(t, ehc_str_sub(line, 0, m->all[0].at), words, n, tail);
}

/* Each box stands behind its words. */
static void
read_trailing(struct ticks *t, struct ehc_str line, const struct marks *m)
{
	struct ehc_str words[MARKS], first = ehc_str_trim(ehc_str_sub(line, 0, m->all[0].at));
	size_t n = 0, lead = lead_end(first), last = m->all[m->n - 1].at + m->all[m->n - 1].len;

	for (size_t i = 0; i < m->n; i++) {
		size_t from = i == 0 ? 0 : m->all[i - 1].at + m->all[i - 1].len;
		struct ehc_str one = i == 0 ? ehc_str_sub(first, lead, first.len) : ehc_str_sub(line, from, m->all[i].at);

		if (m->all[i].box == TICKED)
			words[n++] = one;
	}
	put_answer(t, ehc_str_sub(first, 0, lead), words, n, ehc_str_sub(line, last, line.len));
}

/* One line of a paragraph; what cannot be told stays. */
static void
read_line(struct ticks *t, struct ehc_str line)
{
	struct marks m = marks_of(line = ehc_str_trim(line));
	struct ehc_str lead, tail;
	bool asked;

	if (m.n == 0 || m.n == MARKS || has_tick_and_cross(line) || m.all[0].len == line.len) {
		put(t, line, "\n");
		return;
	}
	lead = ehc_str_trim(ehc_str_sub(line, 0, m.all[0].at));
	tail = ehc_str_trim(ehc_str_sub(line, m.all[m.n - 1].at + m.all[m.n - 1].len, line.len));
	asked = lead.len > 0 && strchr(":?", lead.ptr[lead.len - 1]) != NULL;
	if (lead.len == 0 || (asked && tail.len > 0))
		read_leading(t, line, &m);
	else if (tail.len == 0 || is_yes_or_no(ehc_str_sub(lead, last_word(lead), lead.len)) || tail.ptr[0] == '(')
		read_trailing(t, line, &m);
	else
		put(t, line, "\n");
}

/* ---- the blocks ---- */

static void
leave(struct ticks *t, const struct ehc_draft_block *b)
{
	draft_leave_out(t->d, b->text, LEFT, b->origin);
}

/* False: nothing of the block is left. */
static bool
read_text(struct ticks *t, struct ehc_draft_block *b)
{
	struct marks m = marks_of(b->text);
	struct ehc_str rest = b->text, line;

	if (m.n == 0)
		return true;
	ehc_buf_clear(&t->out);
	while (ehc_str_split(&rest, '\n', &line))
		read_line(t, line);
	if (t->out.len == b->text.len && memcmp(t->out.ptr, b->text.ptr, t->out.len) == 0)
		return true;
	if (has_box(&m, OPEN))
		leave(t, b);
	b->text = ehc_arena_copy(t->a, (struct ehc_str){ t->out.ptr, t->out.len });
	return b->text.len > 0;
}

static void read_table(struct ticks *t, struct ehc_draft_table *table);

/* Copies the list, each block with what is ticked in it. */
static void
read_list(struct ticks *t, struct ehc_draft_block **first, struct ehc_draft_block **last)
{
	const struct ehc_draft_block *from = *first;

	*first = *last = NULL;
	for (; from != NULL; from = from->next) {
		struct ehc_draft_block *b = EHC_NEW(t->a, struct ehc_draft_block);

		*b = *from;
		b->next = NULL;
		b->whole = from->table == NULL ? from : NULL;
		if (from->table != NULL) {
			b->table = EHC_NEW(t->a, struct ehc_draft_table);
			*b->table = *from->table;
			read_table(t, b->table);
		} else if (!read_text(t, b))
			continue;
		if (*last == NULL)
			*first = b;
		else
			(*last)->next = b;
		*last = b;
	}
}

/* ---- tables ---- */

/* A cell that holds a box and nothing else. */
static enum box
cell_box(const struct ehc_draft_cell *c)
{
	enum box found = NO_BOX;

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		size_t len;
		struct ehc_str text = ehc_str_trim(b->text);

		if (b->table != NULL || (text.len > 0 && (found != NO_BOX || (found = box_at(text, 0, &len)) == NO_BOX || len != text.len)))
			return NO_BOX;
	}
	return found;
}

static struct ehc_str
only_text(const struct ehc_draft_cell *c)
{
	struct ehc_str text = EHC_NOSTR;

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		if (b->table != NULL || (b->text.len > 0 && text.len > 0))
			return EHC_NOSTR;
		if (b->text.len > 0)
			text = b->text;
	}
	return text;
}

static const struct ehc_draft_cell *
cell_in(const struct ehc_draft_row *row, uint32_t column)
{
	const struct ehc_draft_cell *c = row == NULL ? NULL : row->first;

	while (c != NULL && c->column + c->width <= column)
		c = c->next;
	return c;
}

static void
empty(struct ticks *t, struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		leave(t, b);
	c->first = c->last = NULL;
}

static void
say(struct ticks *t, struct ehc_draft_cell *c, struct ehc_str words)
{
	struct ehc_draft_block *b = EHC_NEW(t->a, struct ehc_draft_block);

	*b = *c->first;
	b->whole = c->first;
	b->next = NULL;
	b->text = words;
	c->first = c->last = b;
}

/* Columns for Yes and for No above the box. */
static bool
is_headed(const struct ehc_draft_row *heads, const struct ehc_draft_cell *c)
{
	const struct ehc_draft_cell *head = cell_in(heads, c->column);

	return head != NULL && is_yes_or_no(only_text(head));
}

static bool
is_filled(const struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		if (b->table != NULL || b->text.len > 0)
			return true;
	return false;
}

/* A row of boxes below such headings: the word of the column that is ticked, next to what it answers. */
static void
read_answers(struct ticks *t, const struct ehc_draft_row *heads, struct ehc_draft_row *row)
{
	bool ticked = false, more = false;
	struct ehc_draft_cell *before = row->first;

	for (struct ehc_draft_cell *c = row->first->next; c != NULL; c = c->next) {
		enum box box = cell_box(c);

		if ((box == OPEN || !is_filled(c)) && is_headed(heads, c)) {
			before->next = c->next;
			continue;
		}
		before = c;
		if (box == TICKED && is_headed(heads, c)) {
			say(t, c, only_text(cell_in(heads, c->column)));
			ticked = true;
		} else
			more = more || only_text(c).len > 0;
	}
	row->last = before;
	if (!ticked && !more)
		empty(t, row->first);
}

/* "[x] | pollen | [ ] | dust", or the boxes behind: what is not ticked goes. */
static void
read_options(struct ticks *t, struct ehc_draft_row *row)
{
	bool leading = cell_box(row->first) != NO_BOX;

	for (struct ehc_draft_cell *c = row->first; c != NULL && c->next != NULL; c = c->next->next) {
		struct ehc_draft_cell *mark = leading ? c : c->next, *words = leading ? c->next : c;

		if (cell_box(mark) == OPEN)
			empty(t, words);
		mark->first = mark->last = NULL;
	}
}

/* Boxes and words by turns, to the end of the row. */
static bool
is_options(const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next, n++) {
		bool box = cell_box(c) != NO_BOX, before = cell_box(row->first) != NO_BOX;

		if (box != (before == (n % 2 == 0)))
			return false;
	}
	return n >= 2 && n % 2 == 0;
}

static bool
has_answers(const struct ehc_draft_row *row)
{
	bool found = false;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		found = found || (c != row->first && is_yes_or_no(only_text(c)));
	return found;
}

static bool
has_boxes(const struct ehc_draft_row *row, const struct ehc_draft_row *heads, bool headed)
{
	for (const struct ehc_draft_cell *c = row == NULL ? NULL : row->first; c != NULL; c = c->next)
		if (cell_box(c) != NO_BOX && (!headed || is_headed(heads, c)))
			return true;
	return false;
}

/* The headings have become the answers; what the first says is the heading of the rows. */
static void
read_heads(struct ticks *t, struct ehc_draft_row *heads)
{
	for (struct ehc_draft_cell *c = heads->first; c != NULL; c = c->next)
		if (is_yes_or_no(only_text(c)))
			empty(t, c);
		else if (c == heads->first && c->first != NULL)
			c->first->strong = true;
}

/* A question of whose answers none is ticked says nothing. */
static void
leave_unanswered(struct ticks *t, const struct ehc_draft_row *from, struct ehc_draft_row *row)
{
	const struct ehc_draft_cell *from_cell = from->first;
	struct ehc_draft_cell *left = NULL;
	bool gone = false;

	for (struct ehc_draft_cell *c = row->first; c != NULL; c = c->next, from_cell = from_cell->next) {
		if (is_filled(c) && (left != NULL || any_ticked(from_cell->first)))
			return;
		if (is_filled(c))
			left = c;
		gone = gone || (!is_filled(c) && is_filled(from_cell));
	}
	if (gone && left != NULL)
		empty(t, left);
}

static void
copy_rows(struct ticks *t, struct ehc_draft_table *table)
{
	const struct ehc_draft_row *from = table->first;

	table->first = table->last = NULL;
	for (; from != NULL; from = from->next) {
		struct ehc_draft_row *row = draft_add_row(t->a, table);

		row->header = from->header;
		for (const struct ehc_draft_cell *c = from->first; c != NULL; c = c->next) {
			struct ehc_draft_cell *to = draft_add_cell(t->a, table, row, c->width);

			to->column = c->column;
			to->continued = c->continued;
			to->first = c->first;
			to->last = c->last;
			read_list(t, &to->first, &to->last);
		}
		leave_unanswered(t, from, row);
	}
}

static void
read_table(struct ticks *t, struct ehc_draft_table *table)
{
	struct ehc_draft_row *heads = NULL;
	bool used = false;

	copy_rows(t, table);
	for (struct ehc_draft_row *row = table->first; row != NULL; row = row->next) {
		if (heads != NULL && has_boxes(row, heads, true)) {
			read_answers(t, heads, row);
			used = true;
			continue;
		}
		if (has_boxes(row, NULL, false)) {
			if (is_options(row))
				read_options(t, row);
			continue;
		}
		if (!has_answers(row) || !has_boxes(row->next, row, true))
			continue;
		if (used)
			read_heads(t, heads);
		heads = row;
		used = false;
	}
	if (used)
		read_heads(t, heads);
}

const struct ehc_draft *
draft_ticked(struct ehc_arena *a, const struct ehc_draft *d)
{
	struct ticks t = { .a = a };

	if (!any_ticked(d->first))
		return d;
	t.d = EHC_NEW(a, struct ehc_draft);
	*t.d = *d;
	read_list(&t, &t.d->first, &t.d->last);
	ehc_buf_free(&t.out);
	return t.d;
}
