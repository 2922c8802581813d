/*
 * ticks_table.c - boxes to tick in cells of their own: below Yes and No, beside their words, or before a row that they choose.
 */
#include "import/ticks.h"

/* A cell that holds a box and nothing else. */
static enum box
cell_box(const struct ehc_draft_cell *c)
{
	enum box found = NO_BOX;

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		size_t len;
		struct ehc_str text = ehc_str_trim(b->text);

		if (b->table != NULL || (text.len > 0 && (found != NO_BOX || (found = tick_box_at(text, 0, &len)) == NO_BOX || len != text.len)))
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

static void
empty(struct ticks *t, struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		tick_leave(t, b);
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

/* Below a heading a cross by itself is a tick. */
static enum box
answer_box(const struct ehc_draft_cell *c)
{
	return ehc_str_is_nocase(only_text(c), "x") ? TICKED : cell_box(c);
}

/* "Yes", or of "Carries it: yes" what stands behind the label. */
static struct ehc_str
answer_of(struct ehc_str head, struct ehc_str *label)
{
	size_t at = ehc_str_find_nocase(head, ": ");

	*label = at == SIZE_MAX ? EHC_NOSTR : ehc_str_sub(head, 0, at);
	return at == SIZE_MAX ? head : ehc_str_trim(ehc_str_sub(head, at + 2, head.len));
}

static bool
heads_answer(const struct ehc_draft_cell *c)
{
	struct ehc_str label;

	return tick_is_answer(answer_of(only_text(c), &label));
}

/* Columns for Yes and for No above the box. */
static bool
is_headed(const struct ehc_draft_row *heads, const struct ehc_draft_cell *c)
{
	const struct ehc_draft_cell *head = draft_cell_in(heads, c->column);

	return head != NULL && heads_answer(head);
}

static bool
is_filled(const struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		if (b->table != NULL || b->text.len > 0)
			return true;
	return false;
}

static struct ehc_str
in_full(struct ehc_str answer)
{
	return ehc_str_is_nocase(answer, "y") ? EHC_STR("Yes") : ehc_str_is_nocase(answer, "n") ? EHC_STR("No") : answer;
}

/* A row of boxes below such headings: one cell is left of them, with the word of the column that is ticked. */
static void
read_answers(struct ticks *t, const struct ehc_draft_row *heads, struct ehc_draft_row *row)
{
	struct ehc_draft_cell *before = NULL, *answer = NULL;
	struct ehc_str label;
	size_t ticked = 0, more = 0;

	for (struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		bool mine = c != row->first && is_headed(heads, c) && (answer_box(c) != NO_BOX || !is_filled(c));

		more += c != row->first && !mine && is_filled(c);
		if (mine && cell_box(c) == NO_BOX && is_filled(c))
			tick_leave(t, c->first);        /* a cross is a letter */
		if (mine && answer_box(c) == TICKED && ++ticked == 1) {
			say(t, c, in_full(answer_of(only_text(draft_cell_in(heads, c->column)), &label)));
			if (answer != NULL)
				answer->first = answer->last = NULL;
		} else if (mine)
			c->first = c->last = NULL;
		if (mine && answer != NULL) {
			if (is_filled(c)) {
				answer->first = c->first;
				answer->last = c->last;
			}
			before->next = c->next;
			continue;
		}
		before = c;
		if (mine)
			answer = c;
	}
	row->last = before;
	if (ticked != 1 && more == 0)
		empty(t, row->first);
	if (ticked != 1 && answer != NULL)
		answer->first = answer->last = NULL;
}

/* The box in the first cell of a row chooses the row. */
static void
read_choice(struct ticks *t, struct ehc_draft_row *row)
{
	bool open = cell_box(row->first) == OPEN;

	row->first = row->first->next;
	for (struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (open)
			empty(t, c);
}

/* The column of those boxes goes, and with it what stands above them. */
static void
read_choice_head(struct ticks *t, struct ehc_draft_row *heads)
{
	struct ehc_str words = only_text(heads->first);

	if (heads->first->next == NULL || cell_box(heads->first) != NO_BOX || !(words.len == 0 || ehc_str_has(words, "tick") || ehc_str_has(words, "choose")))
		return;
	empty(t, heads->first);
	heads->first = heads->first->next;
}

static bool
is_choice(const struct ehc_draft_row *row)
{
	if (cell_box(row->first) == NO_BOX)
		return false;
	for (const struct ehc_draft_cell *c = row->first->next; c != NULL; c = c->next)
		if (cell_box(c) != NO_BOX)
			return false;
	return row->first->next != NULL;
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
	enum { MOST = 64 };             /* columns of a form */
	bool found = false;
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next, n++)
		found = found || (c != row->first && heads_answer(c));
	return found && n <= MOST;
}

static bool
has_boxes(const struct ehc_draft_row *row, const struct ehc_draft_row *heads, bool headed)
{
	for (const struct ehc_draft_cell *c = row == NULL ? NULL : row->first; c != NULL; c = c->next)
		if (headed ? answer_box(c) != NO_BOX && is_headed(heads, c) : cell_box(c) != NO_BOX)
			return true;
	return false;
}

/* Nothing but what is asked. */
static bool
is_unanswered(const struct ehc_draft_row *heads, const struct ehc_draft_row *row)
{
	const struct ehc_draft_cell *head = heads->first;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		if (head == NULL || is_filled(c) != (c == row->first))
			return false;
		head = head->next;
	}
	return head == NULL;
}

/*
 * One heading is left of those above answers, with what they are about. Where hardly another says anything, what the first says is the
 * heading of the rows.
 */
static void
read_heads(struct ticks *t, struct ehc_draft_row *heads)
{
	struct ehc_draft_cell *before = heads->first, *answer = NULL;
	struct ehc_str label;
	size_t others = 0;

	for (struct ehc_draft_cell *c = heads->first->next; c != NULL; c = c->next) {
		if (!heads_answer(c)) {
			others += is_filled(c);
			before = c;
			continue;
		}
		answer_of(only_text(c), &label);
		if (answer != NULL) {
			empty(t, c);
			before->next = c->next;
			continue;
		}
		answer = before = c;
		if (label.len > 0) {
			tick_leave(t, c->first);
			say(t, c, label);
		} else
			empty(t, c);
	}
	heads->last = before;
	if (others >= 2)
		return;
	for (struct ehc_draft_cell *c = heads->first->next; c != NULL; c = c->next)
		empty(t, c);
	if (heads->first->first != NULL)
		heads->first->first->strong = true;
}

/* A question of whose answers none is ticked says nothing. */
static void
leave_unanswered(struct ticks *t, const struct ehc_draft_row *from, struct ehc_draft_row *row)
{
	const struct ehc_draft_cell *from_cell = from->first;
	struct ehc_draft_cell *left = NULL;
	bool gone = false;

	for (struct ehc_draft_cell *c = row->first; c != NULL && from_cell != NULL; c = c->next, from_cell = from_cell->next) {
		if (is_filled(c) && (left != NULL || tick_any(from_cell->first)))
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
			tick_list(t, &to->first, &to->last);
		}
		leave_unanswered(t, from, row);
	}
}

void
tick_table(struct ticks *t, struct ehc_draft_table *table)
{
	struct ehc_draft_row *heads = NULL;
	bool used = false, chosen = false;

	copy_rows(t, table);
	for (struct ehc_draft_row *row = table->first; row != NULL; row = row->next) {
		if (used && is_unanswered(heads, row)) {
			empty(t, row->first);
			continue;
		}
		if (heads != NULL && has_boxes(row, heads, true)) {
			read_answers(t, heads, row);
			used = true;
			continue;
		}
		if (has_boxes(row, NULL, false)) {
			if (is_options(row))
				read_options(t, row);
			else if (is_choice(row)) {
				read_choice(t, row);
				chosen = true;
			}
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
	if (chosen)
		read_choice_head(t, table->first);
}
