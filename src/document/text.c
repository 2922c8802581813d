/*
 * text.c - a document as plain text: for e-mail, braille displays and comparison. Lines are filled to 78 columns;
 * tables become one paragraph a row, each cell after its column's name, since columns made of blanks read badly aloud.
 */
#include "ehc/document.h"

#include <string.h>

#define COLUMNS 78

struct text {
	const struct ehc_document *d;
	struct ehc_buf *out;
	size_t column;                  /* code points in the line so far */
	size_t indent;
	bool blank;                     /* a blank is owed before the next word */
};

static void draw_blocks(struct text *t, const struct ehc_block *first);

static void
end_line(struct text *t)
{
	if (t->column > 0)
		ehc_buf_char(t->out, '\n');
	t->column = 0;
	t->blank = false;
}

/* An empty line, never two. */
static void
end_paragraph(struct text *t)
{
	end_line(t);
	if (t->out->len > 1 && memcmp(t->out->ptr + t->out->len - 2, "\n\n", 2) != 0)
		ehc_buf_char(t->out, '\n');
}

static void
put_word(struct text *t, struct ehc_str word)
{
	size_t n = ehc_utf8_count(word);

	if (t->blank && t->column + 1 + n > COLUMNS && t->column > t->indent)
		end_line(t);
	if (t->column == 0) {
		ehc_buf_fill(t->out, ' ', t->indent);
		t->column = t->indent;
	} else if (t->blank) {
		ehc_buf_char(t->out, ' ');
		t->column++;
	}
	ehc_buf_plain(t->out, word);
	t->column += n;
	t->blank = false;
}

static bool
is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
put_words(struct text *t, struct ehc_str s)
{
	for (size_t i = 0; i < s.len; ) {
		size_t start = i;

		while (i < s.len && !is_white(s.ptr[i]))
			i++;
		if (i > start)
			put_word(t, ehc_str_sub(s, start, i));
		if (i < s.len) {
			t->blank = t->column > 0;
			i++;
		}
	}
}

static void
put_runs(struct text *t, const struct ehc_runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		put_words(t, runs->items[i].text);
}

static void
draw_heading(struct text *t, const struct ehc_block *b)
{
	size_t start, width;

	end_paragraph(t);
	if (b->level == 2)
		ehc_buf_char(t->out, '\n');
	start = t->out->len;
	put_runs(t, &b->runs);
	width = ehc_utf8_count((struct ehc_str){ t->out->ptr + start, t->out->len - start });
	end_line(t);
	if (b->level <= 2) {
		ehc_buf_fill(t->out, b->level == 1 ? '=' : '-', width > COLUMNS ? COLUMNS : width);
		ehc_buf_char(t->out, '\n');
	}
	end_paragraph(t);
}

static void
draw_list(struct text *t, const struct ehc_block *b)
{
	end_line(t);
	for (const struct ehc_block *it = b->first; it != NULL; it = it->next) {
		size_t before = t->indent;

		put_words(t, it->label.len > 0 ? it->label : EHC_STR("-"));
		t->blank = true;
		t->indent += it->label.len > 0 ? ehc_utf8_count(it->label) + 1 : 2;
		for (const struct ehc_block *c = it->first; c != NULL; c = c->next) {
			if (c->kind == EHC_BLOCK_PARAGRAPH && c == it->first) {
				put_runs(t, &c->runs);
				end_line(t);
			} else {
				draw_blocks(t, c);
				break;
			}
		}
		end_line(t);
		t->indent = before;
	}
	if (t->indent == 0)
		end_paragraph(t);
}

/* A cell's first paragraph follows its label; what else it holds stands below. */
static void
draw_cell(struct text *t, struct ehc_str label, const struct ehc_cell *cell)
{
	const struct ehc_block *rest = cell->first;
	size_t before = t->indent;

	if (rest == NULL)
		return;
	if (label.len > 0) {
		put_words(t, label);
		put_word(t, EHC_STR(":"));
		t->blank = true;
	}
	t->indent += t->column > 0 ? 4 : 0;
	if (rest->kind == EHC_BLOCK_PARAGRAPH) {
		put_runs(t, &rest->runs);
		rest = rest->next;
	}
	end_line(t);
	if (rest != NULL)
		draw_blocks(t, rest);
	t->indent = before;
}

static void
draw_table(struct text *t, const struct ehc_block *b)
{
	end_line(t);
	if (!b->named && b->caption.len > 0 && b->rows != NULL) {
		put_words(t, b->caption);
		end_paragraph(t);
	}
	for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next) {
		size_t before = t->indent;

		if (b->kind == EHC_BLOCK_FACTS) {
			const struct ehc_block *label = r->cells[0].first;

			if (label != NULL && label->runs.count > 0) {
				put_runs(t, &label->runs);
				put_word(t, EHC_STR(":"));
				t->blank = true;
			}
			draw_cell(t, EHC_NOSTR, &r->cells[1]);
			continue;
		}
		for (size_t i = 0; i < b->ncolumns; i++) {
			draw_cell(t, i == 0 ? EHC_NOSTR : b->columns[i].heading, &r->cells[i]);
			t->indent = before + 2;
		}
		t->indent = before;
		end_paragraph(t);
	}
	end_paragraph(t);
}

static void
draw_contents(struct text *t, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		if (b->kind == EHC_BLOCK_HEADING && b->level <= 2 && b->anchor.len > 0) {
			put_runs(t, &b->runs);
			end_line(t);
		}
		draw_contents(t, b->first);
	}
}

static void
draw_signature(struct text *t, const struct ehc_block *b)
{
	end_paragraph(t);
	put_runs(t, &b->runs);
	end_paragraph(t);
	if (b->blank) {
		put_words(t, EHC_STR("Signature: ______________________________   Date: ____________________"));
		end_paragraph(t);
	}
}

/* ---- places to fill in ---- */

static void
put_question(struct text *t, const struct ehc_block *b)
{
	const struct ehc_runs *r = &b->runs;
	struct ehc_str end = r->count > 0 ? ehc_str_trim(r->items[r->count - 1].text) : EHC_NOSTR;

	if (b->named)
		return;
	end_paragraph(t);
	put_runs(t, r);
	if (end.len == 0 || end.ptr[end.len - 1] != '?')
		put_word(t, EHC_STR(":"));
	t->blank = true;
}

static void
draw_choice(struct text *t, const struct ehc_block *b)
{
	put_question(t, b);
	for (const char *const *o = b->options; *o != NULL; o++) {
		put_word(t, EHC_STR("[_]"));
		t->blank = true;
		put_words(t, ehc_str_of(*o));
		t->blank = true;
	}
	end_line(t);
}

/* A line of its own for each that there is room for; a short answer goes on where its question ends. */
static void
draw_answer(struct text *t, const struct ehc_block *b)
{
	put_question(t, b);
	if (b->lines > 1)
		end_line(t);
	for (int i = 0; i < b->lines; i++) {
		size_t room = t->column > t->indent ? t->column + 1 : t->indent;

		ehc_buf_fill(t->out, ' ', t->column == 0 ? t->indent : t->blank ? 1 : 0);
		ehc_buf_fill(t->out, '_', room + 10 < COLUMNS ? COLUMNS - room : 10);
		t->column = COLUMNS;
		end_line(t);
	}
}

static void
draw_block(struct text *t, const struct ehc_block *b)
{
	switch (b->kind) {
	case EHC_BLOCK_SECTION: case EHC_BLOCK_ITEM: case EHC_BLOCK_PORTRAIT:
		draw_blocks(t, b->first);
		break;
	case EHC_BLOCK_HEADING:
		draw_heading(t, b);
		break;
	case EHC_BLOCK_PARAGRAPH:
		put_runs(t, &b->runs);
		end_paragraph(t);
		break;
	case EHC_BLOCK_LIST:
		draw_list(t, b);
		break;
	case EHC_BLOCK_TABLE: case EHC_BLOCK_FACTS:
		draw_table(t, b);
		break;
	case EHC_BLOCK_NOTICE:
		end_paragraph(t);
		t->indent += 2;
		draw_blocks(t, b->first);
		t->indent -= 2;
		end_paragraph(t);
		break;
	case EHC_BLOCK_CONTENTS:
		draw_contents(t, t->d->first);
		end_paragraph(t);
		break;
	case EHC_BLOCK_SIGNATURE:
		draw_signature(t, b);
		break;
	case EHC_BLOCK_CHOICE:
		draw_choice(t, b);
		break;
	case EHC_BLOCK_ANSWER:
		draw_answer(t, b);
		break;
	case EHC_BLOCK_PAGE_BREAK:
		break;
	}
}

static void
draw_blocks(struct text *t, const struct ehc_block *first)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next)
		draw_block(t, b);
}

void
ehc_document_text(const struct ehc_document *d, struct ehc_buf *out)
{
	struct text t = { .d = d, .out = out };

	put_words(&t, d->running);
	end_line(&t);
	put_words(&t, d->state);
	end_paragraph(&t);
	draw_blocks(&t, d->first);
	end_line(&t);
	while (out->len > 1 && out->ptr[out->len - 1] == '\n' && out->ptr[out->len - 2] == '\n')
		out->ptr[--out->len] = '\0';
}
