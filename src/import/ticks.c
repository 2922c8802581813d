/*
 * ticks.c - boxes to tick. A form prints every answer that could be given, and the tick alone says which was: "Yes [x] No [ ]", a list of
 * triggers with a box each, a table with a column for Yes and one for No. Before anything is recognised such a draft is read as what
 * is ticked. Where it cannot be told which words a box belongs to, they stay as they are.
 */
#include "import/ticks.h"

#include <string.h>

struct mark { size_t at, len; enum box box; };
enum { MARKS = 48 };
struct marks { struct mark all[MARKS]; size_t n; };

/* ---- boxes ---- */

enum box
tick_box_at(struct ehc_str s, size_t i, size_t *len)
{
	static const struct { const char *sign; enum box box; } known[] = {
		{ "\xE2\x98\x92", TICKED }, { "\xE2\x98\x91", TICKED }, { "\xF0\x9F\x97\xB9", TICKED }, { "\xE2\x9C\x93", TICKED }, { "\xE2\x9C\x94", TICKED }, { "\xE2\x88\x9A", TICKED }, { "[x]", TICKED }, { "[X]", TICKED },
		{ "\xE2\x98\x90", OPEN }, { "\xE2\x96\xA1", OPEN }, { "\xE2\x9D\x91", OPEN }, { "\xE2\x9D\x92", OPEN }, { "[ ]", OPEN },
	};

	if (strchr("\xE2\xF0[", s.ptr[i]) == NULL || (i > 0 && s.ptr[i] == '[' && s.ptr[i - 1] == '['))
		return NO_BOX;          /* "[[x]]" is a placeholder */
	if (s.ptr[i] == '[' && i + 3 < s.len && s.ptr[i + 3] == '(')
		return NO_BOX;          /* "[x](there)" is a link as some write it by hand */
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
		enum box box = tick_box_at(s, i, &len);

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
is_cross(const struct ehc_draft_cell *c)
{
	return c->first != NULL && c->first->next == NULL && ehc_str_is_nocase(ehc_str_trim(c->first->text), "x");
}

bool
tick_any(const struct ehc_draft_block *b)
{
	for (; b != NULL; b = b->next) {
		struct marks m = marks_of(b->text);

		if (has_box(&m, TICKED))
			return true;
		for (const struct ehc_draft_row *r = b->table == NULL ? NULL : b->table->first; r != NULL; r = r->next)
			for (const struct ehc_draft_cell *c = r->first; c != NULL; c = c->next)
				if (is_cross(c) || tick_any(c->first))
					return true;
	}
	return false;
}

/* ---- a line ---- */

bool
tick_is_answer(struct ehc_str s)
{
	static const char *const words[] = { "yes", "no", "n/a", "y", "n", "not applicable", "don't know", "not known" };

	s = ehc_str_trim(s);
	while (s.len > 0 && strchr(".:?", s.ptr[s.len - 1]) != NULL)
		s.len--;
	return ehc_str_is_one_of(s, words, EHC_COUNT(words));
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
	return tick_is_answer(ehc_str_sub(s, word, s.len)) ? word : 0;
}

/* "No If yes, say how": behind such an answer stands what is said of any. Its offset, or the length. */
static size_t
answer_end(struct ehc_str s)
{
	const char *blank = s.len == 0 ? NULL : memchr(s.ptr, ' ', s.len);
	size_t at = blank == NULL ? s.len : (size_t)(blank - s.ptr);
	struct ehc_str behind = ehc_str_trim(ehc_str_sub(s, at, s.len));
	bool apart = behind.len > 0 && (ehc_is_capital(behind.ptr[0]) || behind.ptr[0] == '(' || ehc_str_starts_nocase(behind, "if "));

	return tick_is_answer(ehc_str_sub(s, 0, at)) && apart ? at : s.len;
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
	else if (tail.len == 0 || tick_is_answer(ehc_str_sub(lead, last_word(lead), lead.len)) || tail.ptr[0] == '(')
		read_trailing(t, line, &m);
	else
		put(t, line, "\n");
}

/* ---- the blocks ---- */

void
tick_leave(struct ticks *t, const struct ehc_draft_block *b)
{
	draft_leave_out(t->d, b->text, "boxes to tick: the plan has the words of those that are ticked", b->origin);
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
		tick_leave(t, b);
	b->text = ehc_arena_copy(t->a, ehc_buf_text(&t->out));
	return b->text.len > 0;
}

void
tick_list(struct ticks *t, struct ehc_draft_block **first, struct ehc_draft_block **last)
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
			tick_table(t, b->table);
		} else if (!read_text(t, b))
			continue;
		if (*last == NULL)
			*first = b;
		else
			(*last)->next = b;
		*last = b;
	}
}

const struct ehc_draft *
draft_ticked(struct ehc_arena *a, const struct ehc_draft *d)
{
	struct ticks t = { .a = a };

	if (!tick_any(d->first))
		return d;
	t.d = EHC_NEW(a, struct ehc_draft);
	*t.d = *d;
	tick_list(&t, &t.d->first, &t.d->last);
	ehc_buf_free(&t.out);
	return t.d;
}
