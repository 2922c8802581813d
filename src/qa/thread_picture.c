/*
 * thread_picture.c - the golden thread drawn: four columns of boxes, each a link to its item, each tie a line. A tie that a
 * row made is dashed; one that is missing or names nothing is a short dashed end with a cross, and its box says so in words.
 *
 * What is tied stands near each other, so that lines stay short however many items there are: needs keep the plan's order,
 * and each later column follows the one before it. What is tied to nothing stands last.
 */
#include "qa/thread.h"

#include "report/width.h"

#include <stdlib.h>

enum {                                  /* units of the picture */
	BOX_WIDTH = 218, GAP = 72, TOP = 40, LEFT = 34, FOOT = 8,
	LINE_COLUMNS = 31, STUB = 20,
	WIDTH = 2 * LEFT + QA_COLUMNS * BOX_WIDTH + (QA_COLUMNS - 1) * GAP,
	MANY = 24,                      /* items in a column, from which on boxes have one line of words */
	MOST = 160,                     /* more is no picture */
};

struct spot {
	const struct ehc_item *it;
	int wanted;                     /* where its ties would have its middle; INT_MAX: nowhere */
};

struct picture {
	struct qa *q;
	int *middle;                    /* of the box of every item that is drawn, by the item's place in the file */
	struct spot *spots[QA_COLUMNS]; /* in the order from top to bottom */
	int lines, pitch, box_height, height;
};

bool
qa_can_draw_thread(const struct qa *q)
{
	for (int c = 0; c < QA_COLUMNS; c++)
		if (qa_column_items(q, c)->count > MOST)
			return false;
	return true;
}

static int
x_of(int column)
{
	return LEFT + column * (BOX_WIDTH + GAP);
}

static size_t
count_of(const struct picture *p, int column)
{
	return qa_column_items(p->q, column)->count;
}

/* ---- where each box stands ---- */

static int
mean_of_ties(const struct picture *p, const struct ehc_item *it, int gap)
{
	const struct ehc_link *l;
	int64_t sum = 0, n = 0;

	for (size_t at = 0; (l = qa_next_tie(it, gap, &at)) != NULL; n++)
		sum += p->middle[qa_far_end(l, it)->nth];
	return n > 0 ? (int)(sum / n) : INT32_MAX;
}

static int
compare_spots(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	if (x->wanted != y->wanted)
		return x->wanted < y->wanted ? -1 : 1;
	return x->it->nth < y->it->nth ? -1 : x->it->nth > y->it->nth;
}

/* As near to where each is wanted as their number and their order allow. */
static void
settle(struct picture *p, int column)
{
	int n = (int)count_of(p, column), next = p->pitch / 2;

	for (int i = 0; i < n; i++) {
		int last = p->height - p->pitch / 2 - (n - 1 - i) * p->pitch;
		int wanted = p->spots[column][i].wanted, y = wanted > next ? wanted : next;

		if (y > last)
			y = last;
		p->middle[p->spots[column][i].it->nth] = y;
		next = y + p->pitch;
	}
}

static void
place_column(struct picture *p, int column, int gap, bool sort)
{
	size_t n = count_of(p, column);

	for (size_t i = 0; i < n; i++)
		p->spots[column][i].wanted = mean_of_ties(p, p->spots[column][i].it, gap);
	if (sort)
		qsort(p->spots[column], n, sizeof(struct spot), compare_spots);
	else    /* in the plan's order, what is tied to nothing keeps to what stands before it */
		for (size_t i = 0; i < n; i++)
			if (p->spots[column][i].wanted == INT32_MAX)
				p->spots[column][i].wanted = 0;
	settle(p, column);
}

static void
place(struct picture *p)
{
	int needs = (int)count_of(p, 0);

	for (int i = 0; i < needs; i++)
		p->middle[p->spots[0][i].it->nth] = (2 * i + 1) * p->height / (2 * needs);
	place_column(p, 1, 0, true);
	place_column(p, 0, 0, false);
	place_column(p, 2, 1, true);
	place_column(p, 3, 2, true);
}

static struct picture
begin(struct qa *q)
{
	struct picture p = { .q = q };
	size_t most = 1, n = 0;

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next)
		n = it->nth >= n ? it->nth + 1 : n;
	p.middle = EHC_NEW_ARRAY(q->arena, int, n);
	for (int c = 0; c < QA_COLUMNS; c++) {
		const struct ehc_items *items = qa_column_items(q, c);

		p.spots[c] = EHC_NEW_ARRAY(q->arena, struct spot, items->count);
		for (size_t i = 0; i < items->count; i++)
			p.spots[c][i].it = items->items[i];
		most = items->count > most ? items->count : most;
	}
	p.lines = most > MANY ? 1 : 2;
	p.box_height = 28 + 15 * p.lines;
	p.pitch = p.box_height + (most > MANY ? 9 : 14);
	p.height = (int)most * p.pitch;
	place(&p);
	return p;
}

/* ---- lines ---- */

static void
put_ties(struct picture *p, int gap)
{
	int x1 = x_of(gap) + BOX_WIDTH, x2 = x_of(gap + 1);

	for (size_t i = 0; i < count_of(p, gap); i++) {
		const struct ehc_item *it = p->spots[gap][i].it;
		const struct ehc_link *l;

		for (size_t at = 0; (l = qa_next_tie(it, gap, &at)) != NULL;) {
			int from = TOP + p->middle[it->nth], to = TOP + p->middle[qa_far_end(l, it)->nth];

			qa_printf(p->q, "<path class=\"tie%s\" data-ends=\"i%zu i%zu\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n",
			    l->assumed ? " assumed" : "", it->nth, qa_far_end(l, it)->nth,
			    x1, from, x1 + GAP / 2, from, x2 - GAP / 2, to, x2, to);
		}
	}
}

/* A dashed end with a cross: a tie that should be there, or that names nothing. */
static void
put_stub(struct picture *p, int column, int y, bool right, struct ehc_str label)
{
	int from = x_of(column) + (right ? BOX_WIDTH : 0), to = from + (right ? STUB : -STUB);

	qa_printf(p->q, "<path class=\"broken\" d=\"M%d %dH%d\"/><path class=\"cross\" d=\"M%d %dl8 8m0 -8l-8 8\"/>\n",
	    from, y, to, to - 4, y - 4);
	if (label.len == 0)
		return;
	qa_printf(p->q, "<text class=\"lost\" x=\"%d\" y=\"%d\"%s>", to, y - 8, right ? "" : " text-anchor=\"end\"");
	qa_text(p->q, label);
	qa_put(p->q, "</text>\n");
}

static void
put_broken(struct picture *p)
{
	for (size_t i = 0; i < p->q->plan->broken.count; i++) {
		const struct ehc_link *l = p->q->plan->broken.items[i];
		int column = qa_column_of(l->from), gap = qa_gap_of(l);

		if (gap >= 0 && !l->is_words)
			put_stub(p, column, TOP + p->middle[l->from->nth] + 12, gap == column, l->written);
	}
}

static void
put_loose(struct picture *p)
{
	for (int c = 0; c < QA_COLUMNS; c++)
		for (size_t i = 0; i < count_of(p, c); i++) {
			const struct ehc_item *it = p->spots[c][i].it;

			for (int gap = c - 1; gap <= c; gap++)
				if (qa_is_loose(it, gap))
					put_stub(p, c, TOP + p->middle[it->nth], gap == c, EHC_NOSTR);
		}
}

/* ---- boxes ---- */

/* Takes the words that fit into one line of the box off the text. */
static struct ehc_str
take_line(struct ehc_str *rest)
{
	size_t at = 0, cut = 0, columns_used = 0;
	struct ehc_str line;

	*rest = ehc_str_trim(*rest);
	while (at < rest->len) {
		size_t before = at;

		columns_used += (size_t)ehc_width_of(ehc_utf8_next(*rest, &at));
		if (columns_used > LINE_COLUMNS)
			break;
		if (at == rest->len || rest->ptr[at] == ' ' || rest->ptr[at] == '\n' || rest->ptr[at] == '\t')
			cut = at;
		else if (cut == 0 && columns_used == LINE_COLUMNS)
			cut = before;
	}
	line = ehc_str_sub(*rest, 0, cut);
	*rest = ehc_str_sub(*rest, cut, rest->len);
	return line;
}

/* What a pointer shows, and what is read out: the item, what it says, what it lacks. */
static void
put_title(struct qa *q, const struct ehc_item *it)
{
	int column = qa_column_of(it);

	qa_put(q, "<title>");
	qa_item_name(q, it);
	if (!it->id_made)
		qa_printf(q, ", %s", ehc_item_kind_name(it->kind));
	qa_put(q, ": ");
	qa_short(q, it->text.str, 160);
	for (int gap = column - 1; gap <= column; gap++)
		if (qa_is_loose(it, gap))
			qa_printf(q, " (%s)", qa_missing_over(it, gap));
	qa_put(q, "</title>");
}

static void
put_box(struct picture *p, int column, const struct ehc_item *it)
{
	struct qa *q = p->q;
	bool left = qa_is_loose(it, column - 1), right = qa_is_loose(it, column);
	int x = x_of(column), y = TOP + p->middle[it->nth] - p->box_height / 2;
	struct ehc_str rest = it->text.str;

	qa_printf(q, "<a href=\"#i%zu\" class=\"box%s\">", it->nth, left || right ? " loose" : "");
	put_title(q, it);
	qa_printf(q, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/><text class=\"id\" x=\"%d\" y=\"%d\">", x, y,
	    BOX_WIDTH, p->box_height, x + 10, y + 17);
	qa_item_name(q, it);
	if (left || right)
		qa_printf(q, " &#10007; %s", left && right ? "tied to nothing" : qa_missing_over(it, left ? column - 1 : column));
	qa_put(q, "</text>");
	for (int i = 0; i < p->lines && ehc_str_trim(rest).len > 0; i++) {
		struct ehc_str line = take_line(&rest);

		qa_printf(q, "<text x=\"%d\" y=\"%d\">", x + 10, y + 33 + 15 * i);
		qa_text(q, line);
		qa_put(q, i + 1 == p->lines && ehc_str_trim(rest).len > 0 ? " &hellip;</text>" : "</text>");
	}
	qa_put(q, "</a>\n");
}

static void
put_boxes(struct picture *p, int column)
{
	qa_printf(p->q, "<text class=\"head\" x=\"%d\" y=\"20\">%s</text>\n", x_of(column), qa_columns[column].name);
	if (count_of(p, column) == 0)
		qa_printf(p->q, "<text x=\"%d\" y=\"%d\">none</text>\n", x_of(column), TOP + 20);
	for (size_t i = 0; i < count_of(p, column); i++)
		put_box(p, column, p->spots[column][i].it);
}

static void
put_legend(struct qa *q)
{
	qa_put(q, "<ul class=\"legend\">\n"
	    "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"tie\" d=\"M0 6H40\"/></svg> tied by the plan</li>\n"
	    "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"tie assumed\" d=\"M0 6H40\"/></svg> "
	    "assumed, from standing in one row or area</li>\n"
	    "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"broken\" d=\"M0 6H30\"/><path "
	    "class=\"cross\" d=\"M26 2l8 8m0 -8l-8 8\"/></svg> no tie, or one that names nothing</li>\n</ul>\n");
}

void
qa_put_thread_picture(struct qa *q)
{
	struct picture p = begin(q);

	qa_put(q, "<p>Each box leads to its item in the table below.</p>\n");
	qa_printf(q, "<div class=\"picture\" id=\"thread-picture\">\n"
	    "<svg role=\"group\" aria-labelledby=\"thread-title\" aria-describedby=\"thread-words\" viewBox=\"0 0 %d %d\" "
	    "xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"thread-title\">Picture of the golden thread</title>\n"
	    "<desc id=\"thread-words\">Needs, provision, outcomes and aspirations in four columns, joined by lines. A cross marks a "
	    "tie that is missing. The table below says the same in words.</desc>\n", (int)WIDTH, TOP + p.height + FOOT);
	for (int gap = 0; gap < QA_COLUMNS - 1; gap++)
		put_ties(&p, gap);
	put_loose(&p);
	put_broken(&p);
	for (int c = 0; c < QA_COLUMNS; c++)
		put_boxes(&p, c);
	qa_put(q, "</svg>\n</div>\n");
	put_legend(q);
}
