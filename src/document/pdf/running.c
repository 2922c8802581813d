/*
 * running.c - what stands on every page: the house's words, whose plan it is, its state, version and date at the head;
 * the house or the authority and the page's number at the foot. It is set before anything else, because the room that it
 * takes decides where text begins and ends. All of it is decoration to a screen reader: the front sheet says the same.
 */
#include "pdf.h"

#define HEAD_TOP 46.0                   /* the first line's base line */
#define FOOT_BOTTOM 44.0                /* from the last line's base line to the edge */
#define GAP 18.0                        /* between what stands left and right in one line */

/* As many words as fit; what is left out is a mark of omission, since the whole stands on the front sheet. */
static struct ehc_str
fitting_words(struct pdf *p, struct ehc_str words, const struct pdf_style *style, double room)
{
	struct ehc_str rest = words, word;
	size_t shown = 0;

	if (pdf_words_width(p, words, style) <= room)
		return words;
	room -= pdf_words_width(p, EHC_STR("…"), style);
	while (ehc_str_split(&rest, ' ', &word)) {
		size_t end = (size_t)(word.ptr + word.len - words.ptr);

		if (pdf_words_width(p, ehc_str_sub(words, 0, end), style) > room)
			break;
		shown = end;
	}
	return ehc_arena_printf(p->arena, "%.*s…", (int)shown, words.ptr);
}

/* "Ada Example · EXC-2026-0103": where the two do not fit, the name gives way. A page that fell out is put back by its reference. */
static struct ehc_str
whose_plan(struct pdf *p, struct ehc_str running, const struct pdf_style *style)
{
	size_t at = ehc_str_find_nocase(running, " · ");
	struct ehc_str reference;

	if (at == SIZE_MAX || pdf_words_width(p, running, style) <= p->page.across)
		return running;
	reference = ehc_str_sub(running, at, running.len);
	if (pdf_words_width(p, reference, style) > p->page.across / 2)
		return running;
	return ehc_arena_printf(p->arena, "%.*s%.*s", EHC_ARG(fitting_words(p, ehc_str_sub(running, 0, at), style,
	    p->page.across - pdf_words_width(p, reference, style))), EHC_ARG(reference));
}

static void
put(struct pdf *p, struct ehc_str words, const struct pdf_style *style, double y, bool right)
{
	words = fitting_words(p, words, style, p->page.across);
	if (words.len > 0)
		pdf_set_words(p, words, style, right ? p->page.right : p->page.left, y, right, NULL, &p->running);
}

/* Returns the last line's base line. Two things that do not fit side by side stand one above the other. */
static double
put_head(struct pdf *p, const struct pdf_style *small, const struct pdf_style *strong)
{
	const struct ehc_document *d = p->doc;
	double y = HEAD_TOP, line = pdf_leading(small->size);

	if (p->style->page_head.len > 0) {
		put(p, p->style->page_head, small, y, false);
		y += line;
	}
	put(p, whose_plan(p, d->running, small), small, y, false);
	if (pdf_words_width(p, d->running, small) + GAP + pdf_words_width(p, d->state, strong) <= p->page.across) {
		put(p, d->state, strong, y, true);
	} else {
		y += line;
		put(p, d->state, strong, y, false);
	}
	return y;
}

/* Returns the first line's base line. The number of the page is drawn when it is known, at the right of the last line. */
static double
put_foot(struct pdf *p, const struct pdf_style *small)
{
	struct ehc_str words = p->style->page_foot.len > 0 ? p->style->page_foot : p->doc->authority;
	double y = p->foot;

	if (pdf_words_width(p, words, small) + GAP + pdf_words_width(p, EHC_STR("Page 9999 of 9999"), small) > p->page.across)
		y -= pdf_leading(small->size);
	put(p, words, small, y, false);
	return y;
}

void
pdf_fit_running(struct pdf *p)
{
	struct pdf_style small = { pdf_size(p, EHC_SIZE_SMALL), 0, EHC_COLOUR_QUIET, false };
	struct pdf_style strong = { small.size, 0, p->doc->warn ? EHC_COLOUR_WARNINGS : EHC_COLOUR_QUIET, true };
	double head = put_head(p, &small, &strong);
	size_t nhead = p->running.count;

	PDF_PUSH(p->arena, &p->running, (struct pdf_mark){ .kind = PDF_MARK_RULE, .colour = EHC_COLOUR_RULES, .x = p->page.left, .y = head + 8,
	    .width = p->page.across, .height = 0.6 });
	p->page.top = head + 32;
	p->foot = p->page.height - FOOT_BOTTOM;
	p->page.bottom = put_foot(p, &small) - small.size - 14;
	p->page.depth = p->page.bottom - p->page.top;
	p->nfoot = p->running.count - nhead - 1;
}
