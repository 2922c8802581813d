/*
 * answer.c - places to fill in with a pen: squares to tick, and ruled boxes. What is drawn of them is decoration; those who
 * hear the page are told the question and the answers that there are.
 */
#include "pdf.h"

#define WRITING_LINE 23.0               /* 8 mm: what handwriting needs */

static struct pdf_style
style_of(const struct pdf_frame *f, bool strong)
{
	return (struct pdf_style){ f->size, f->leading, EHC_COLOUR_TEXT, strong };
}

/* The question, which stays with what follows it. */
static void
put_question(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	const struct pdf_style style = style_of(f, true);
	size_t from = out->count;

	if (b->named)
		return;
	pdf_set_runs(p, &b->runs, &style, f->x, f->width, pdf_element(p, f->parent, "P"), out);
	for (size_t i = from; i < out->count; i++)
		out->items[i].keep = true;
	if (out->count > from)
		out->items[out->count - 1].height += 2;
}

static void
put_line(struct pdf *p, struct pdf_strip *s, enum ehc_colour colour, double x, double y, double width, double height)
{
	PDF_PUSH(p->arena, &s->marks, (struct pdf_mark){ .kind = PDF_MARK_FILL, .colour = colour, .x = x, .y = y, .width = width, .height = height });
}

/* ---- squares to tick ---- */

#define EDGE 0.9

static void
put_square(struct pdf *p, struct pdf_strip *s, double x, double y, double side)
{
	put_line(p, s, EHC_COLOUR_TEXT, x, y, side, EDGE);
	put_line(p, s, EHC_COLOUR_TEXT, x, y + side - EDGE, side, EDGE);
	put_line(p, s, EHC_COLOUR_TEXT, x, y, EDGE, side);
	put_line(p, s, EHC_COLOUR_TEXT, x + side - EDGE, y, EDGE, side);
}

/* How far to the right of a question its answers may begin, on its own line; 0 where they do not fit there. */
static double
beside_question(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, double wide, double gap)
{
	const struct pdf_style strong = style_of(f, true);
	double question = b->named ? 0 : pdf_runs_width(p, &b->runs, &strong, f->width) + gap;

	return question + wide <= f->width ? question : 0;
}

/* Beside the question, else side by side below it, else one under the other; with the room to say more that follows. */
void
pdf_flow_choice(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	const struct pdf_style style = style_of(f, false);
	double side = f->size * 1.05, indent = side + f->size * 0.55, gap = f->size * 2.2, wide = -gap, x = f->x, beside, drop = 1;
	struct pdf_element *list;
	size_t question = out->count;
	bool with_next = b->next != NULL && b->next->kind == EHC_BLOCK_ANSWER;
	struct pdf_strip row = { .height = f->leading + 3, .keep = with_next };
	bool abreast;

	put_question(p, b, f, out);
	list = pdf_element(p, f->parent, "L");
	list->attributes = "<</O/List/ListNumbering/None>>";
	for (const char *const *o = b->options; *o != NULL; o++)
		wide += indent + pdf_words_width(p, ehc_str_of(*o), &style) + gap;
	abreast = wide <= f->width;
	beside = beside_question(p, b, f, wide, gap);
	if (beside > 0 && out->count == question + 1) {
		row = out->items[--out->count];
		row.height += 3;
		row.keep = with_next;
		x += beside;
		drop = 0;
	}
	for (const char *const *o = b->options; *o != NULL; o++) {
		struct pdf_element *body = pdf_element(p, pdf_element(p, list, "LI"), "LBody");
		struct ehc_run words = { .text = ehc_str_of(*o) };
		struct ehc_runs runs = { &words, 1, 1 };
		size_t from = out->count;

		if (abreast) {
			put_square(p, &row, x, (f->leading - side) / 2 + drop, side);
			x += indent + gap + pdf_set_words(p, words.text, &style, x + indent, f->leading / 2 + f->size * 0.357 + drop, false, body, &row.marks);
			continue;
		}
		pdf_set_runs(p, &runs, &style, f->x + indent, f->width - indent, body, out);
		if (from == out->count)
			continue;
		put_square(p, &out->items[from], f->x, (f->leading - side) / 2, side);
		out->items[out->count - 1].height += 2;
		for (size_t i = from; i < out->count; i++)
			out->items[i].keep = i + 1 < out->count || o[1] != NULL || with_next;
	}
	if (abreast)
		EHC_PUSH(p->arena, out, row);
}

/* ---- ruled boxes ---- */

void
pdf_flow_answer(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	double line = WRITING_LINE * (p->scale > 1 ? p->scale : 1);

	put_question(p, b, f, out);
	for (int i = 0; i < b->lines; i++) {
		struct pdf_strip s = { .height = line, .keep = i + 1 < b->lines };

		if (i == 0)
			put_line(p, &s, EHC_COLOUR_QUIET, f->x, 0, f->width, 0.7);
		else
			put_line(p, &s, EHC_COLOUR_RULES, f->x, 0, f->width, 0.4);
		put_line(p, &s, EHC_COLOUR_QUIET, f->x, 0, 0.7, line + 0.2);
		put_line(p, &s, EHC_COLOUR_QUIET, f->x + f->width - 0.7, 0, 0.7, line + 0.2);
		if (i + 1 == b->lines)
			put_line(p, &s, EHC_COLOUR_QUIET, f->x, line - 0.7, f->width, 0.7);
		EHC_PUSH(p->arena, out, s);
	}
}
