/*
 * care_table.c - tables of a health care plan: who is trained for what, whom to ring, labels beside values.
 */
#include "import/recognise.h"

#include <string.h>

enum { COLUMNS = 16 };
enum column { COLUMN_OTHER, COLUMN_NAME, COLUMN_POST, COLUMN_TASK, COLUMN_SIGNED_OFF, COLUMN_RENEW };

static enum column
column_of(struct ehc_str f)
{
	if (has_any(f, (const char *const[]){ "renew", "refresher", "valid until", "expires", NULL }))
		return COLUMN_RENEW;
	if (has_any(f, (const char *const[]){ "signed off", "trained by", "assessed by", "trainer", NULL }))
		return COLUMN_SIGNED_OFF;
	if (has_any(f, (const char *const[]){ "role", "post", "job", NULL }))
		return COLUMN_POST;
	if (has_any(f, (const char *const[]){ "name", "staff", "who", NULL }))
		return COLUMN_NAME;
	return COLUMN_TASK;
}

struct staff_table {
	enum column kinds[COLUMNS];
	struct part *tasks[COLUMNS];
	size_t n;
};

static const struct ehc_draft_block *
block_of(const struct ehc_draft_cell *c)
{
	return c->first;
}

static bool
is_staff_table(struct reader *r, const struct ehc_draft_row *head, struct staff_table *t)
{
	bool name = false, signed_off = false;

	memset(t, 0, sizeof(*t));
	for (const struct ehc_draft_cell *c = head->first; c != NULL && t->n < COLUMNS; c = c->next) {
		enum column k = column_of(label_fold(r->a, cell_text(r->a, c)));

		t->kinds[t->n++] = k;
		name = name || k == COLUMN_NAME;
		signed_off = signed_off || k == COLUMN_RENEW || k == COLUMN_SIGNED_OFF;
	}
	return name && signed_off && t->n >= 3;
}

static struct part *
add(struct reader *r, enum ehc_label label, const char *prefix, size_t nth, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = part_add(r, label, b);

	p->id = ehc_arena_printf(r->a, "%s%zu", prefix, nth);
	part_text(r, p, text, b);
	note_read(r, b, text, p);
	return p;
}

static void
staff_row(struct reader *r, struct staff_table *t, const struct ehc_draft_row *row, size_t nth)
{
	struct ehc_str name = EHC_NOSTR, post = EHC_NOSTR, by = EHC_NOSTR, one, competent = EHC_NOSTR, renew = EHC_NOSTR;
	const struct ehc_draft_block *b = block_of(row->first);
	struct part *p;
	size_t i = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL && i < t->n; c = c->next, i++) {
		struct ehc_str text = cell_text(r->a, c);

		if (t->kinds[i] == COLUMN_NAME)
			name = text;
		else if (t->kinds[i] == COLUMN_POST)
			post = text;
		else if (t->kinds[i] == COLUMN_SIGNED_OFF)
			by = text;
		else if (t->kinds[i] == COLUMN_RENEW)
			renew = text;
	}
	p = add(r, EHC_L_STAFF, "N", nth, post.len == 0 ? name : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(name), EHC_ARG(post)), b);
	i = 0;
	for (const struct ehc_draft_cell *c = row->first; c != NULL && i < t->n; c = c->next, i++) {
		struct ehc_str date = cell_text(r->a, c);
		struct part *trained;

		if (t->kinds[i] != COLUMN_TASK || date.len == 0 || ehc_str_is(date, "-") || t->tasks[i] == NULL)
			continue;
		trained = part_find_field(p, EHC_L_TRAINED_FOR);
		if (trained != NULL)
			trained->text = ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(trained->text), EHC_ARG(t->tasks[i]->id));
		else
			part_field(r, p, EHC_L_TRAINED_FOR, t->tasks[i]->id, b);
		/* Where several signed, the first is of the first task. */
		if (!ehc_str_split(&by, ';', &one))
			one = EHC_NOSTR;
		one = ehc_str_trim(one);
		competent = ehc_arena_printf(r->a, "%.*s%s%.*s%s%.*s, %.*s", EHC_ARG(competent), competent.len > 0 ? "; " : "", EHC_ARG(t->tasks[i]->id), one.len > 0 ? ", " : "",
		    EHC_ARG(one), EHC_ARG(date));
	}
	part_field(r, p, EHC_L_COMPETENT, competent, b);
	if (by.len > 0)
		part_field(r, p, EHC_L_NOTE, by, b);
	part_field(r, p, EHC_L_RENEW_BY, renew, b);
	note_look(r, b, name, p, "Who signed off which task was taken in the order of the columns.");
}

static void
staff_table(struct reader *r, struct staff_table *t, const struct ehc_draft_table *table)
{
	size_t i = 0, nth = 0, tasks = 0;

	for (const struct ehc_draft_cell *c = table->first->first; c != NULL && i < t->n; c = c->next, i++) {
		if (t->kinds[i] == COLUMN_TASK)
			t->tasks[i] = add(r, EHC_L_TASK, "T", ++tasks, cell_text(r->a, c), block_of(c));
		else
			note_left(r, block_of(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
	}
	for (const struct ehc_draft_row *row = table->first->next; row != NULL; row = row->next)
		if (row->first != NULL && cell_text(r->a, row->first).len > 0)
			staff_row(r, t, row, ++nth);
}

void
care_table(struct reader *r, const struct ehc_draft_block *block)
{
	struct staff_table t;

	if (block->table->first == NULL)
		return;
	if (is_staff_table(r, block->table->first, &t)) {
		staff_table(r, &t, block->table);
		return;
	}
	for (const struct ehc_draft_row *row = block->table->first; row != NULL; row = row->next) {
		struct ehc_draft_cell *c = row->first;

		/* A label and its value stand side by side; a cell alone is a page of its own. */
		while (c != NULL) {
			struct ehc_str label = cell_text(r->a, c), value;

			if (c->next != NULL && label.len > 0 && line_words(label) <= 12 && (value = cell_text(r->a, c->next)).len > 0) {
				struct ehc_draft_block *pair = EHC_NEW(r->a, struct ehc_draft_block);

				*pair = *c->next->first;
				pair->next = NULL;
				pair->text = ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(label), label.ptr[label.len - 1] == ':' ? "" : ":", EHC_ARG(value));
				pair->marker = EHC_NOSTR;
				care_block(r, pair);
				c = c->next->next;
				continue;
			}
			for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
				care_block(r, b);
			c = c->next;
		}
	}
}
