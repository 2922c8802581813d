/*
 * thread.c - the golden thread: needs, provision, outcomes, aspirations, and which of them are tied. The picture comes first;
 * the table below it holds the same facts in words, with each item's findings, and is where the picture's links lead.
 */
#include "qa/thread.h"

const struct qa_column qa_columns[QA_COLUMNS] = {
	{ EHC_ITEM_NEED, "Needs (B, C, D)" },
	{ EHC_ITEM_PROVISION, "Provision (F, G, H)" },
	{ EHC_ITEM_OUTCOME, "Outcomes (E)" },
	{ EHC_ITEM_ASPIRATION, "Aspirations (A)" },
};

/* The tie that stands between two neighbouring columns: which of the two writes it, and what is said where it is missing. */
static const struct tie_kind { enum ehc_relation relation; bool left_writes; const char *missing_left, *missing_right; } ties[] = {
	{ EHC_REL_FOR, false, "no provision", "no need" },
	{ EHC_REL_TOWARDS, true, "no outcome", "no provision" },
	{ EHC_REL_SUPPORTS, true, "no aspiration", "no outcome" },
};

int
qa_column_of(const struct ehc_item *it)
{
	for (int c = 0; c < QA_COLUMNS; c++)
		if (qa_columns[c].kind == it->kind)
			return c;
	return -1;
}

const struct ehc_items *
qa_column_items(const struct qa *q, int column)
{
	return &q->plan->kinds[qa_columns[column].kind];
}

const struct ehc_link *
qa_next_tie(const struct ehc_item *it, int gap, size_t *at)
{
	bool it_writes = qa_column_of(it) == gap ? ties[gap].left_writes : !ties[gap].left_writes;
	const struct ehc_links *links = it_writes ? &it->out : &it->in;
	int other = qa_column_of(it) == gap ? gap + 1 : gap;

	while (*at < links->count) {
		const struct ehc_link *l = links->items[(*at)++];
		const struct ehc_item *far = it_writes ? l->to : l->from;

		if (l->relation == ties[gap].relation && far != NULL && qa_column_of(far) == other)
			return l;
	}
	return NULL;
}

const struct ehc_item *
qa_far_end(const struct ehc_link *l, const struct ehc_item *it)
{
	return l->from == it ? l->to : l->from;
}

/* What is optional need not be tied to anything. */
bool
qa_is_loose(const struct ehc_item *it, int gap)
{
	int column = qa_column_of(it);
	size_t at = 0;

	return gap >= 0 && gap < QA_COLUMNS - 1 && (gap == column || gap == column - 1) &&
	    qa_next_tie(it, gap, &at) == NULL && !(it->kind == EHC_ITEM_PROVISION && it->optional);
}

const char *
qa_missing_over(const struct ehc_item *it, int gap)
{
	return qa_column_of(it) == gap ? ties[gap].missing_left : ties[gap].missing_right;
}

int
qa_gap_of(const struct ehc_link *l)
{
	int column = qa_column_of(l->from);

	for (int gap = 0; gap < QA_COLUMNS - 1; gap++)
		if (l->relation == ties[gap].relation && column == (ties[gap].left_writes ? gap : gap + 1))
			return gap;
	return -1;
}

/* ---- the table ---- */

static void
put_tied_to(struct qa *q, const struct ehc_item *it)
{
	int column = qa_column_of(it);
	size_t n = 0;

	for (int gap = column - 1; gap <= column; gap++) {
		const struct ehc_link *l;

		if (gap < 0 || gap >= QA_COLUMNS - 1)
			continue;
		for (size_t at = 0; (l = qa_next_tie(it, gap, &at)) != NULL;) {
			qa_put(q, n++ > 0 ? ", " : "");
			qa_item_link(q, qa_far_end(l, it));
			qa_put(q, l->assumed ? " (assumed)" : "");
		}
	}
	if (n == 0)
		qa_put(q, "<span class=\"light\">nothing</span>");
}

static void
put_missing(struct qa *q, const struct ehc_item *it)
{
	int column = qa_column_of(it);
	size_t n = 0;

	for (int gap = column - 1; gap <= column; gap++)
		if (qa_is_loose(it, gap))
			qa_printf(q, "%s%s", n++ > 0 ? "; " : "<span class=\"late\">&#10007; ", qa_missing_over(it, gap));
	for (size_t i = 0; i < q->plan->broken.count; i++) {
		const struct ehc_link *l = q->plan->broken.items[i];

		if (l->from != it || qa_gap_of(l) < 0)
			continue;
		qa_put(q, n++ > 0 ? "; " : "<span class=\"late\">&#10007; ");
		qa_text(q, l->written);
		qa_put(q, " names nothing");
	}
	qa_put(q, n > 0 ? "</span>" : "<span class=\"light\">nothing</span>");
}

static void
put_findings(struct qa *q, const struct ehc_item *it)
{
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++)
		if (q->groups[i].lead->item == it) {
			qa_put(q, n++ > 0 ? ", " : "");
			qa_rule_link(q, &q->groups[i]);
		}
	if (n == 0)
		qa_put(q, "<span class=\"light\">none</span>");
}

static void
put_item(struct qa *q, struct qa_table *t, const struct ehc_item *it)
{
	qa_item_row(q, t, it);
	qa_cell(q, t);
	qa_item_name(q, it);
	qa_cell(q, t);
	qa_short(q, it->text.str, 220);
	qa_cell(q, t);
	put_tied_to(q, it);
	qa_cell(q, t);
	put_missing(q, it);
	qa_cell(q, t);
	put_findings(q, it);
	qa_end_row(q, t);
}

static void
put_table(struct qa *q)
{
	static const char *const heads[] = { "Item", "Words", "Tied to", "Missing", "Findings" };
	struct qa_table t;

	qa_table(q, &t, "The golden thread in words", heads, EHC_COUNT(heads));
	for (int c = 0; c < QA_COLUMNS; c++)
		for (size_t i = 0; i < qa_column_items(q, c)->count; i++)
			put_item(q, &t, qa_column_items(q, c)->items[i]);
	qa_end_table(q);
}

/* How many of a column hang together with the next, which is the shortest summary of the thread. */
static void
put_share(struct qa *q, int column, int gap, const char *words)
{
	const struct ehc_items *items = qa_column_items(q, column);
	size_t tied = 0;

	for (size_t i = 0; i < items->count; i++)
		tied += !qa_is_loose(items->items[i], gap);
	qa_printf(q, "<li><b>%zu of %zu</b> %s</li>\n", tied, items->count, words);
}

void
qa_put_thread(struct qa *q)
{
	size_t items = 0;

	for (int c = 0; c < QA_COLUMNS; c++)
		items += qa_column_items(q, c)->count;
	qa_section(q, "thread", "Golden thread");
	if (items == 0) {
		qa_put(q, "<p>The plan holds no needs, provision, outcomes or aspirations to tie.</p>\n");
		qa_end_section(q);
		return;
	}
	qa_put(q, "<ul class=\"counts\" aria-label=\"How much is tied\">\n");
	put_share(q, 0, 0, "needs have provision");
	put_share(q, 1, 0, "provisions name a need");
	put_share(q, 2, 1, "outcomes have provision");
	put_share(q, 3, 2, "aspirations have an outcome");
	qa_put(q, "</ul>\n");
	if (qa_can_draw_thread(q))
		qa_put_thread_picture(q);
	else
		qa_put(q, "<p>There are too many items for a picture; the table holds them all.</p>\n");
	put_table(q);
	qa_end_section(q);
}
