/*
 * mark.c - the pale word across each page of a draft, as outlines of its letters. Drawn as text it would turn up, letter
 * by letter, among the words that a reader copies or searches.
 */
#include "pdf.h"

struct pen {
	struct ehc_buf *out;
	const struct pdf_page_size *page;
	double scale, x, y;             /* of font units; where the glyph stands */
	double turn;                    /* cosine and sine of 45 degrees */
};

/* A point of the glyph on the page. */
static void
put_point(struct pen *pen, double x, double y)
{
	double along = pen->x + x * pen->scale, up = pen->y + y * pen->scale;

	pdf_put_number(pen->out, pen->page->width / 2 + (along - up) * pen->turn);
	ehc_buf_char(pen->out, ' ');
	pdf_put_number(pen->out, pen->page->height / 2 + (along + up) * pen->turn);
	ehc_buf_char(pen->out, ' ');
}

static void
move_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
	struct pen *pen = data;

	(void)f, (void)st, (void)user;
	put_point(pen, (double)x, (double)y);
	ehc_buf_cstr(pen->out, "m ");
}

static void
line_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
	struct pen *pen = data;

	(void)f, (void)st, (void)user;
	put_point(pen, (double)x, (double)y);
	ehc_buf_cstr(pen->out, "l ");
}

static void
cubic_to(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, float x1, float y1, float x2, float y2, float x, float y, void *user)
{
	struct pen *pen = data;

	(void)f, (void)st, (void)user;
	put_point(pen, (double)x1, (double)y1);
	put_point(pen, (double)x2, (double)y2);
	put_point(pen, (double)x, (double)y);
	ehc_buf_cstr(pen->out, "c ");
}

static void
close_path(hb_draw_funcs_t *f, void *data, hb_draw_state_t *st, void *user)
{
	struct pen *pen = data;

	(void)f, (void)st, (void)user;
	ehc_buf_cstr(pen->out, "h\n");
}

/* HarfBuzz turns the curves of TrueType into cubic ones where no function for them is set. */
static hb_draw_funcs_t *
pen_functions(void)
{
	hb_draw_funcs_t *f = hb_draw_funcs_create();

	hb_draw_funcs_set_move_to_func(f, move_to, NULL, NULL);
	hb_draw_funcs_set_line_to_func(f, line_to, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(f, cubic_to, NULL, NULL);
	hb_draw_funcs_set_close_path_func(f, close_path, NULL, NULL);
	return f;
}

void
pdf_outline_mark(struct pdf *p, struct ehc_str word, struct ehc_buf *out)
{
	const struct pdf_font *font = pdf_font(p, PDF_REGULAR);
	hb_draw_funcs_t *f = pen_functions();
	double width = 0, size;
	struct pen pen;

	for (size_t at = 0; at < word.len; ) {
		hb_codepoint_t glyph = 0;

		hb_font_get_nominal_glyph(font->font, ehc_utf8_next(word, &at), &glyph);
		width += hb_font_get_glyph_h_advance(font->font, glyph);
	}
	/* from lower left to upper right, whatever the length of the word */
	size = 520.0 * font->units / (width > 3.0 * font->units ? width : 3.0 * font->units);
	pen = (struct pen){ out, &p->page, size / font->units, -width * size / font->units / 2, -size * 0.357, 0.7071 };
	for (size_t at = 0; at < word.len; ) {
		hb_codepoint_t glyph = 0;

		hb_font_get_nominal_glyph(font->font, ehc_utf8_next(word, &at), &glyph);
		hb_font_get_glyph_shape(font->font, glyph, f, &pen);
		pen.x += hb_font_get_glyph_h_advance(font->font, glyph) * pen.scale;
	}
	hb_draw_funcs_destroy(f);
}
