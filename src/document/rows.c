/*
 * rows.c - needs in a style whose layout is `rows`: each need with the provision that is for it and the outcomes that
 * this leads to, side by side, one provision a row. What has been set out beside one need is named by its number beside
 * the next; what is tied to no need stands in its own section, as in every other layout.
 */
#include "layout.h"

bool
layout_in_rows(const struct layout *l)
{
	return l->d->style->layout == EHC_LAYOUT_ROWS && l->plan->kind == EHC_DOC_EHC_PLAN;
}

static struct ehc_str
called(struct layout *l, const struct ehc_item *it)
{
	return layout_id(it).len > 0 ? layout_id(it) : layout_printf(l, "One without a number");
}

static bool
is_shown(const struct layout *l, const struct ehc_item *it)
{
	return it->nth < l->nshown && l->shown[it->nth];
}

/* Its number and words, then what belongs to it, a line each. */
static void
put_whole(struct layout *l, struct ehc_cell *cell, const struct ehc_item *it)
{
	struct ehc_block gathered = { .ncolumns = 2 }, *head = ehc_cell_add(l->d, cell, EHC_BLOCK_PARAGRAPH);

	head->anchor = layout_anchor(it);
	ehc_run_slice(l->d, head, l->plan->source, called(l, it))->strong = true;
	layout_prose(l, cell, &it->text, it, 0);
	layout_fields(l, &gathered, it->node, it, NULL, NULL);
	for (const struct ehc_table_row *r = gathered.rows; r != NULL; r = r->next)
		layout_inline(l, ehc_cell_add(l->d, cell, EHC_BLOCK_PARAGRAPH), r);
	if (it->nth < l->nshown)
		l->shown[it->nth] = true;
}

/* In full the first time, by its number from then on. */
static void
put_tied(struct layout *l, struct ehc_cell *cell, const struct ehc_item *it)
{
	struct ehc_block *p;

	if (!is_shown(l, it)) {
		put_whole(l, cell, it);
		return;
	}
	p = ehc_cell_add(l->d, cell, EHC_BLOCK_PARAGRAPH);
	ehc_run_slice(l->d, p, l->plan->source, called(l, it))->target = ehc_str_of(it->id);
	ehc_run_words(l->d, p, EHC_STR(", as set out already"));
}

static bool
is_tie(const struct ehc_link *link, const struct ehc_item *other, enum ehc_relation r, enum ehc_item_kind kind)
{
	return link->relation == r && !link->assumed && other != NULL && other->kind == kind;
}

static bool
is_towards(const struct ehc_item *provision, const struct ehc_item *outcome)
{
	for (size_t i = 0; i < provision->out.count; i++)
		if (provision->out.items[i]->to == outcome && is_tie(provision->out.items[i], outcome, EHC_REL_TOWARDS, EHC_ITEM_OUTCOME))
			return true;
	return false;
}

/* The outcomes for the need that no provision for it is towards. */
static size_t
put_other_outcomes(struct layout *l, struct ehc_cell *cell, const struct ehc_item *need)
{
	size_t n = 0;

	for (size_t i = 0; i < need->in.count; i++) {
		const struct ehc_item *outcome = need->in.items[i]->from;
		bool met = !is_tie(need->in.items[i], outcome, EHC_REL_FOR, EHC_ITEM_OUTCOME);

		for (size_t k = 0; k < need->in.count && !met; k++)
			met = is_tie(need->in.items[k], need->in.items[k]->from, EHC_REL_FOR, EHC_ITEM_PROVISION) &&
			    is_towards(need->in.items[k]->from, outcome);
		if (met)
			continue;
		put_tied(l, cell, outcome);
		n++;
	}
	return n;
}

struct rows {
	struct layout *l;
	struct ehc_block *table;
	const struct ehc_item *need;
	struct ehc_table_row *row;      /* the last, or NULL */
};

/* The need itself in its first row; its number in those that follow. */
static struct ehc_table_row *
next_row(struct rows *r)
{
	struct layout *l = r->l;
	bool first = r->row == NULL;
	struct ehc_block *p;

	r->row = ehc_block_row(l->d, r->table, first ? layout_anchor(r->need) : EHC_NOSTR);
	p = ehc_cell_paragraph(l->d, &r->row->cells[0], EHC_NOSTR);
	ehc_run_slice(l->d, p, l->plan->source, called(l, r->need));
	if (first) {
		layout_prose(l, &r->row->cells[1], &r->need->text, r->need, 0);
		layout_rest(l, &r->row->cells[1], r->need, NULL, NULL);
	} else {
		ehc_cell_paragraph(l->d, &r->row->cells[1], EHC_STR("As above"));
	}
	return r->row;
}

void
layout_need_rows(struct layout *l, struct ehc_block *table, const struct ehc_item *need)
{
	struct rows r = { l, table, need, NULL };
	struct ehc_cell others = { NULL, NULL };

	for (size_t i = 0; i < need->in.count; i++) {
		const struct ehc_item *provision = need->in.items[i]->from;
		struct ehc_table_row *row;

		if (!is_tie(need->in.items[i], provision, EHC_REL_FOR, EHC_ITEM_PROVISION))
			continue;
		row = next_row(&r);
		put_tied(l, &row->cells[2], provision);
		for (size_t k = 0; k < provision->out.count; k++)
			if (is_tie(provision->out.items[k], provision->out.items[k]->to, EHC_REL_TOWARDS, EHC_ITEM_OUTCOME))
				put_tied(l, &row->cells[3], provision->out.items[k]->to);
	}
	if (put_other_outcomes(l, &others, need) > 0)
		next_row(&r)->cells[3] = others;
	else if (r.row == NULL)
		next_row(&r);
}
