/*
 * sheet.c - a leaf to tear off or pin up. Its letters are as large as lets it stay one page, within bounds; what does not
 * fit goes on on a second leaf, under the same title.
 */
#include "pdf.h"

#define LARGEST 16.0                    /* letters on a sheet with room to spare, where the style has none larger */
#define STEP 0.5
#define BELOW_BAND 12.0
#define LEFT_TO_RIGHT "\xE2\x80\x8E"    /* before a name in Arabic, so that the reference behind it stands where it does on other leaves */
#define WIDER 20.0                      /* than usual pages: what is for a child needs no more room than that */

/* All lines of the sheet's title as one strip, to be drawn again where it goes on; with whose it is, since leaves get parted. */
static struct pdf_strip *
title_again(struct pdf *p, const struct ehc_block *heading, const struct pdf_frame *f)
{
	struct pdf_strip *title = EHC_NEW(p->arena, struct pdf_strip);
	struct pdf_strips lines = { 0 };
	struct ehc_runs runs = { 0 }, whose = { 0 };
	const struct pdf_style style = { f->size, f->leading, p->doc->warn ? EHC_COLOUR_WARNINGS : EHC_COLOUR_TEXT, true };
	size_t band;

	for (size_t i = 0; i < heading->runs.count; i++)
		EHC_PUSH(p->arena, &runs, (struct ehc_run){ .text = heading->runs.items[i].text });
	EHC_PUSH(p->arena, &runs, (struct ehc_run){ .text = EHC_STR(" (continued)") });
	pdf_set_heading(p, heading, &runs, f, NULL, &lines);
	EHC_PUSH(p->arena, &whose, (struct ehc_run){ .text = p->doc->running });
	if (ehc_reads_backwards(&whose))
		whose.items[0].text = ehc_arena_printf(p->arena, LEFT_TO_RIGHT "%.*s", EHC_ARG(p->doc->running));
	if (p->doc->state.len > 0)
		EHC_PUSH(p->arena, &whose, (struct ehc_run){ .text = EHC_STR("  \xC2\xB7  ") });
	EHC_PUSH(p->arena, &whose, (struct ehc_run){ .text = p->doc->state });
	band = lines.count;
	pdf_set_runs(p, &whose, &style, f->x, f->width, NULL, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		title->height += i == band ? BELOW_BAND : 0;
		for (size_t k = 0; k < lines.items[i].marks.count; k++) {
			struct pdf_mark m = lines.items[i].marks.items[k];

			m.y += title->height;
			EHC_PUSH(p->arena, &title->marks, m);
		}
		title->height += lines.items[i].height;
	}
	title->height += p->sheet_gap + 3;
	return title;
}

/* From line to line, times the size, and from block to block: ample, and as close as they may come. */
struct spacing { double leading, gap; };
static const struct spacing ample = { 1.3, 5 }, close_for_use = { 1.155, 1 }, close_for_child = { 1.22, 3 };
#define CLOSER 6                        /* steps from the one to the other */
#define FULL 0.75                       /* of two leaves, what is filled for certain: the first ends where its words may be parted */

/* Sets the whole sheet in letters of one size. */
static struct pdf_strips
set_in(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, double size, int closer)
{
	struct pdf_frame inner = *f;
	struct pdf_strips out = { 0 };
	const struct pdf_strip *title;
	bool warning = b->first->tone == EHC_TONE_WARNING;
	const struct spacing *close = warning ? &close_for_use : &close_for_child;
	double nearer = (double)closer / CLOSER, margin = warning ? PDF_SHEET_MARGIN : f->x - WIDER;

	p->sheet = size;
	p->sheet_leading = ample.leading - (ample.leading - close->leading) * nearer;
	p->sheet_gap = ample.gap - (ample.gap - close->gap) * nearer;
	inner.size = size;
	inner.leading = size * p->sheet_leading;
	inner.x = margin;
	inner.width = p->page.width - 2 * margin;
	inner.parent = pdf_element(p, f->parent, "Sect");
	pdf_flow(p, b->first, &inner, &out);
	title = title_again(p, b->first, &inner);
	p->sheet = 0;
	for (size_t i = 0; i < out.count; i++) {
		out.items[i].sheet = true;
		out.items[i].fresh = i == 0;
		if (i > 0 && out.items[i].again == NULL)
			out.items[i].again = title;
	}
	return out;
}

void
pdf_flow_sheet(struct pdf *p, const struct ehc_block *b, const struct pdf_frame *f, struct pdf_strips *out)
{
	const double usual = pdf_size(p, EHC_SIZE_TEXT), least = usual > PDF_SHEET_SIZE ? usual : PDF_SHEET_SIZE;
	const size_t headings = p->headings.count, elements = p->elements.count;
	const double room = p->page.height - 2 * PDF_SHEET_MARGIN;
	double size = least > LARGEST ? least : LARGEST;
	struct pdf_strips set;
	int closer = 0, leaves = 1;

	for (;;) {
		set = set_in(p, b, f, size, closer);
		if (pdf_strips_height(&set, 0) <= (leaves == 1 ? room : 2 * room * FULL) || (leaves == 2 && closer == CLOSER))
			break;
		/* what this trial left behind is of no sheet */
		p->headings.count = headings;
		p->elements.count = elements;
		if (leaves == 1 && size - STEP >= least) {
			size -= STEP;
		} else if (closer < CLOSER) {
			closer++;
		} else {
			leaves = 2;
			closer = 0;
		}
	}
	for (size_t i = 0; i < set.count; i++)
		EHC_PUSH(p->arena, out, set.items[i]);
}
