/*
 * thread.c - the golden thread as a picture: needs, provision, outcomes, aspirations side by side, each tie a line. A tie
 * that a row made is dashed; one that is missing or names nothing is a short dashed end with a cross. The same facts stand
 * in the table below it, for those who do not see the picture.
 */
#include "qa/qa.h"

#include "report/report.h"

enum { COLUMNS = 4 };
enum {                                  /* units of the picture */
	BOX_WIDTH = 212, BOX_HEIGHT = 58, GAP = 76, PITCH = 72, TOP = 40, LEFT = 34,
	LINE_COLUMNS = 30, LINES = 2, STUB = 20,
	WIDTH = 2 * LEFT + COLUMNS * BOX_WIDTH + (COLUMNS - 1) * GAP,
	MOST = 120,                     /* items in one column: more is no picture */
};

static const struct { enum ehc_item_kind kind; const char *name; } columns[COLUMNS] = {
	{ EHC_ITEM_NEED, "Needs (B, C, D)" },
	{ EHC_ITEM_PROVISION, "Provision (F, G, H)" },
	{ EHC_ITEM_OUTCOME, "Outcomes (E)" },
	{ EHC_ITEM_ASPIRATION, "Aspirations (A)" },
};

/* The tie that stands between two neighbouring columns: which of the two writes it, and how. */
struct tie_kind { enum ehc_relation relation; bool left_writes; const char *missing_left, *missing_right; };
static const struct tie_kind ties[COLUMNS - 1] = {
	{ EHC_REL_FOR, false, "no provision", "no need" },
	{ EHC_REL_TOWARDS, true, "no outcome", "no provision" },
	{ EHC_REL_SUPPORTS, true, "no aspiration", "no outcome" },
};

static int
column_of(const struct ehc_item *it)
{
	for (int c = 0; c < COLUMNS; c++)
		if (columns[c].kind == it->kind)
			return c;
	return -1;
}

static const struct ehc_items *
items_of(const struct qa *q, int column)
{
	return &q->plan->kinds[columns[column].kind];
}

/* Ties of an item to the column on its right or left, in the order of the file. The n-th, or NULL. */
static const struct ehc_link *
next_tie(const struct ehc_item *it, int gap, size_t *at)
{
	bool it_writes = column_of(it) == gap ? ties[gap].left_writes : !ties[gap].left_writes;
	const struct ehc_links *links = it_writes ? &it->out : &it->in;
	int other = column_of(it) == gap ? gap + 1 : gap;

	while (*at < links->count) {
		const struct ehc_link *l = links->items[(*at)++];
		const struct ehc_item *far = it_writes ? l->to : l->from;

		if (l->relation == ties[gap].relation && far != NULL && column_of(far) == other)
			return l;
	}
	return NULL;
}

static const struct ehc_item *
far_end(const struct ehc_link *l, const struct ehc_item *it)
{
	return l->from == it ? l->to : l->from;
}

static bool
is_tied(const struct ehc_item *it, int gap)
{
	size_t at = 0;

	return next_tie(it, gap, &at) != NULL;
}

/* What is optional need not be tied to a need. */
static bool
is_loose(const struct ehc_item *it, int gap)
{
	return !is_tied(it, gap) && !(it->kind == EHC_ITEM_PROVISION && it->optional);
}

/* ---- the picture ---- */

static int
picture_height(const struct qa *q)
{
	size_t most = 1;

	for (int c = 0; c < COLUMNS; c++)
		if (items_of(q, c)->count > most)
			most = items_of(q, c)->count;
	return TOP + (int)most * PITCH + 8;
}

static int
x_of(int column)
{
	return LEFT + column * (BOX_WIDTH + GAP);
}

/* Items of a short column are spread over the whole height, so that lines stay level. */
static int
y_of(const struct qa *q, int column, size_t nth)
{
	int room = picture_height(q) - TOP - 8, n = (int)items_of(q, column)->count;

	return TOP + (2 * (int)nth + 1) * room / (2 * n) - BOX_HEIGHT / 2;
}

/* Middle of the box of every item that is drawn, by the item's place in the file. */
static int *
middles(struct qa *q)
{
	size_t n = 0;
	int *middle;

	for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next)
		n = it->nth >= n ? it->nth + 1 : n;
	middle = EHC_NEW_ARRAY(q->arena, int, n);
	for (int c = 0; c < COLUMNS; c++)
		for (size_t i = 0; i < items_of(q, c)->count; i++)
			middle[items_of(q, c)->items[i]->nth] = y_of(q, c, i) + BOX_HEIGHT / 2;
	return middle;
}

static void
put_tie(struct qa *q, int gap, int from, int to, bool assumed)
{
	int x1 = x_of(gap) + BOX_WIDTH, x2 = x_of(gap + 1);

	qa_printf(q, "<path class=\"tie%s\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n", assumed ? " assumed" : "", x1, from,
	    x1 + GAP / 2, from,
	    x2 - GAP / 2, to, x2, to);
}

static void
put_ties(struct qa *q, const int *middle)
{
	for (int gap = 0; gap < COLUMNS - 1; gap++)
		for (size_t i = 0; i < items_of(q, gap)->count; i++) {
			const struct ehc_item *it = items_of(q, gap)->items[i];
			const struct ehc_link *l;

			for (size_t at = 0; (l = next_tie(it, gap, &at)) != NULL;)
				put_tie(q, gap, middle[it->nth], middle[far_end(l, it)->nth], l->assumed);
		}
}

/* A dashed end with a cross: a tie that should be there, or that names nothing. */
static void
put_stub(struct qa *q, int column, int y, bool right, struct ehc_str label)
{
	int from = x_of(column) + (right ? BOX_WIDTH : 0), to = from + (right ? STUB : -STUB);

	qa_printf(q, "<path class=\"broken\" d=\"M%d %dH%d\"/><path class=\"cross\" d=\"M%d %dl8 8m0 -8l-8 8\"/>\n",
	    from, y, to, to - 4, y - 4);
	if (label.len == 0)
		return;
	qa_printf(q, "<text class=\"lost\" x=\"%d\" y=\"%d\"%s>", to, y - 8, right ? "" : " text-anchor=\"end\"");
	qa_text(q, label);
	qa_put(q, "</text>\n");
}

/* The gap beside the item over which a broken tie was meant to go, or -1. */
static int
gap_of(const struct ehc_link *l)
{
	int column = column_of(l->from);

	for (int gap = 0; gap < COLUMNS - 1; gap++)
		if (l->relation == ties[gap].relation && column == (ties[gap].left_writes ? gap : gap + 1))
			return gap;
	return -1;
}

static void
put_broken(struct qa *q, const int *middle)
{
	for (size_t i = 0; i < q->plan->broken.count; i++) {
		const struct ehc_link *l = q->plan->broken.items[i];
		int column = column_of(l->from), gap = gap_of(l);

		if (gap >= 0 && !l->is_words)
			put_stub(q, column, middle[l->from->nth] + 12, gap == column, l->written);
	}
}

static void
put_loose(struct qa *q, const int *middle)
{
	for (int c = 0; c < COLUMNS; c++)
		for (size_t i = 0; i < items_of(q, c)->count; i++) {
			const struct ehc_item *it = items_of(q, c)->items[i];

			if (c > 0 && is_loose(it, c - 1))
				put_stub(q, c, middle[it->nth], false, EHC_NOSTR);
			if (c < COLUMNS - 1 && is_loose(it, c))
				put_stub(q, c, middle[it->nth], true, EHC_NOSTR);
		}
}

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

static void
put_box(struct qa *q, int column, const struct ehc_item *it, int y)
{
	bool loose = (column > 0 && is_loose(it, column - 1)) || (column < COLUMNS - 1 && is_loose(it, column));
	struct ehc_str rest = it->text.str;

	qa_printf(q, "<g class=\"box%s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/><text "
	    "class=\"id\" x=\"%d\" y=\"%d\">",
	    loose ? " loose" : "", x_of(column), y, BOX_WIDTH, BOX_HEIGHT, x_of(column) + 10, y + 17);
	qa_item_name(q, it);
	qa_put(q, "</text>");
	for (int i = 0; i < LINES && ehc_str_trim(rest).len > 0; i++) {
		struct ehc_str line = take_line(&rest);

		qa_printf(q, "<text x=\"%d\" y=\"%d\">", x_of(column) + 10, y + 33 + 15 * i);
		qa_text(q, line);
		qa_put(q, i + 1 == LINES && ehc_str_trim(rest).len > 0 ? " &hellip;</text>" : "</text>");
	}
	qa_put(q, "</g>\n");
}

static void
put_boxes(struct qa *q)
{
	for (int c = 0; c < COLUMNS; c++) {
		qa_printf(q, "<text class=\"head\" x=\"%d\" y=\"20\">%s</text>\n", x_of(c), columns[c].name);
		if (items_of(q, c)->count == 0)
			qa_printf(q, "<text x=\"%d\" y=\"%d\">none</text>\n", x_of(c), TOP + 20);
		for (size_t i = 0; i < items_of(q, c)->count; i++)
			put_box(q, c, items_of(q, c)->items[i], y_of(q, c, i));
	}
}

static bool
can_be_drawn(const struct qa *q)
{
	for (int c = 0; c < COLUMNS; c++)
		if (items_of(q, c)->count > MOST)
			return false;
	return true;
}

static void
put_picture(struct qa *q)
{
	int *middle = middles(q);

	qa_printf(q, "<div class=\"picture\" role=\"region\" aria-label=\"Picture of the golden thread\" tabindex=\"0\">\n"
	    "<svg role=\"img\" aria-labelledby=\"thread-title thread-words\" viewBox=\"0 0 %d %d\" "
	    "xmlns=\"http://www.w3.org/2000/svg\">\n"
	    "<title id=\"thread-title\">The golden thread of this plan</title>\n"
	    "<desc id=\"thread-words\">Needs, provision, outcomes and aspirations in four columns, joined by lines. A "
	    "cross marks a tie that is "
	    "missing. The table below says the same in words.</desc>\n", WIDTH, picture_height(q));
	put_ties(q, middle);
	put_loose(q, middle);
	put_broken(q, middle);
	put_boxes(q);
	qa_put(q, "</svg>\n</div>\n<ul class=\"legend\">\n"
	    "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"tie\" d=\"M0 6H40\"/></svg> tied by the "
	    "plan</li>\n"
	    "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"tie assumed\" d=\"M0 6H40\"/></svg> "
	    "assumed, from standing in one row or area</li>\n"
	    "<li><svg viewBox=\"0 0 40 12\" aria-hidden=\"true\"><path class=\"broken\" d=\"M0 6H30\"/><path "
	    "class=\"cross\" d=\"M26 2l8 8m0 -8l-8 8\"/></svg> "
	    "no tie, or one that names nothing</li>\n</ul>\n");
}

/* ---- the same in words ---- */

static void
put_tied_to(struct qa *q, const struct ehc_item *it)
{
	int column = column_of(it);
	size_t n = 0;

	for (int gap = column - 1; gap <= column; gap++) {
		const struct ehc_link *l;

		if (gap < 0 || gap >= COLUMNS - 1)
			continue;
		for (size_t at = 0; (l = next_tie(it, gap, &at)) != NULL;) {
			qa_put(q, n++ > 0 ? ", " : "");
			qa_item_name(q, far_end(l, it));
			qa_put(q, l->assumed ? " (assumed)" : "");
		}
	}
	if (n == 0)
		qa_put(q, "nothing");
}

static void
put_missing(struct qa *q, const struct ehc_item *it)
{
	int column = column_of(it);
	size_t n = 0;

	if (column > 0 && is_loose(it, column - 1))
		qa_printf(q, "%s%s", n++ > 0 ? "; " : "", ties[column - 1].missing_right);
	if (column < COLUMNS - 1 && is_loose(it, column))
		qa_printf(q, "%s%s", n++ > 0 ? "; " : "", ties[column].missing_left);
	for (size_t i = 0; i < q->plan->broken.count; i++) {
		const struct ehc_link *l = q->plan->broken.items[i];

		if (l->from != it || (l->relation != EHC_REL_FOR && l->relation != EHC_REL_TOWARDS &&
		    l->relation != EHC_REL_SUPPORTS))
			continue;
		qa_put(q, n++ > 0 ? "; " : "");
		qa_text(q, l->written);
		qa_put(q, " names nothing");
	}
	if (n == 0)
		qa_put(q, "<span class=\"light\">nothing</span>");
}

static void
put_table(struct qa *q)
{
	static const char *const heads[] = { "Item", "Words", "Tied to", "Missing" };
	struct qa_table t;

	qa_table(q, &t, "The golden thread in words", heads, EHC_COUNT(heads));
	for (int c = 0; c < COLUMNS; c++)
		for (size_t i = 0; i < items_of(q, c)->count; i++) {
			const struct ehc_item *it = items_of(q, c)->items[i];

			qa_row(q, &t);
			qa_cell(q, &t);
			qa_item_name(q, it);
			qa_cell(q, &t);
			qa_short(q, it->text.str, 110);
			qa_cell(q, &t);
			put_tied_to(q, it);
			qa_cell(q, &t);
			put_missing(q, it);
			qa_end_row(q, &t);
		}
	qa_end_table(q);
}

void
qa_put_thread(struct qa *q)
{
	size_t items = 0;

	for (int c = 0; c < COLUMNS; c++)
		items += items_of(q, c)->count;
	qa_section(q, "thread", "Golden thread");
	if (items == 0)
		qa_put(q, "<p>The plan holds no needs, provision, outcomes or aspirations to tie.</p>\n");
	else if (can_be_drawn(q))
		put_picture(q);
	else
		qa_put(q, "<p>There are too many items for a picture; the table holds them all.</p>\n");
	if (items > 0)
		put_table(q);
	qa_end_section(q);
}
