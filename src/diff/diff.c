/*
 * diff.c - two versions of a plan compared: items are matched, then each pair and each part is compared, section by section.
 */
#include "diff/diff.h"

#include <string.h>

/* ---- what hangs together ---- */

static void
push(struct ehc_diff *d, struct ehc_diff_items *list, const struct ehc_item *it)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i] == it)
			return;
	EHC_PUSH(d->arena, list, it);
}

/* In the plan's order, whichever of them was found first. */
static void
sort_by_place(struct ehc_diff_items *list)
{
	for (size_t i = 1; i < list->count; i++)
		for (size_t k = i; k > 0 && list->items[k - 1]->nth > list->items[k]->nth; k--) {
			const struct ehc_item *it = list->items[k];

			list->items[k] = list->items[k - 1];
			list->items[k - 1] = it;
		}
}

/* Every item of the plan before that this one comes from, and every one that those became. */
static void
gather(struct ehc_diff *d, const struct ehc_item *new, struct ehc_diff_entry *e)
{
	const struct ehc_item *was = d->was[new->nth], *it;

	push(d, &e->after, new);
	if (was == NULL)
		return;
	push(d, &e->before, was);
	for (size_t i = 0; d->merged[new->nth] && i < d->before->kinds[new->kind].count; i++) {
		it = d->before->kinds[new->kind].items[i];
		if (d->now[it->nth] == new)
			push(d, &e->before, it);
	}
	for (size_t i = 0; d->split[was->nth] && i < d->after->kinds[new->kind].count; i++) {
		it = d->after->kinds[new->kind].items[i];
		if (d->was[it->nth] == was)
			push(d, &e->after, it);
	}
	sort_by_place(&e->before);
	sort_by_place(&e->after);
}

/* Which items have more than one counterpart; few do. */
static void
find_several(struct ehc_diff *d)
{
	bool *split = EHC_NEW_ARRAY(d->arena, bool, diff_count_items(d->before) + 1);
	bool *merged = EHC_NEW_ARRAY(d->arena, bool, diff_count_items(d->after) + 1);

	for (const struct ehc_item *it = d->after->first_item; it != NULL; it = it->next)
		if (d->was[it->nth] != NULL && d->now[d->was[it->nth]->nth] != it)
			split[d->was[it->nth]->nth] = true;
	for (const struct ehc_item *it = d->before->first_item; it != NULL; it = it->next)
		if (d->now[it->nth] != NULL && d->was[d->now[it->nth]->nth] != it)
			merged[d->now[it->nth]->nth] = true;
	d->split = split;
	d->merged = merged;
}

/* An item that is a further part of one that is told already. */
static bool
is_told_elsewhere(const struct ehc_diff *d, const struct ehc_item *new)
{
	const struct ehc_item *was = d->was[new->nth];

	return was != NULL && d->now[was->nth] != new;
}

/* ---- what it cites ---- */

static void
collect_evidence(struct ehc_diff *d, const struct ehc_diff_items *from, struct ehc_diff_items *to)
{
	for (size_t i = 0; i < from->count; i++)
		for (size_t k = 0; k < from->items[i]->out.count; k++) {
			const struct ehc_link *l = from->items[i]->out.items[k];

			if (l->to != NULL && l->to->kind == EHC_ITEM_ADVICE && (l->relation == EHC_REL_EVIDENCE || l->relation == EHC_REL_NAMES))
				push(d, to, l->to);
		}
}

/* The advice that an `evidence:` field of the new plan names. */
static void
collect_cited(struct ehc_diff *d, const struct ehc_node *entry, struct ehc_diff_items *to)
{
	for (const struct ehc_node *f = ehc_node_field(entry, EHC_L_EVIDENCE); f != NULL; f = ehc_node_next_field(f)) {
		struct ehc_str s = f->text.str, id;

		for (size_t i = 0, from; i < s.len;) {
			for (from = i; i < s.len && ehc_is_letter_or_digit(s.ptr[i]);)
				i++;
			id = ehc_str_sub(s, from, i);
			if (id.len > 0 && ehc_plan_find(d->after, id) != NULL && ehc_plan_find(d->after, id)->kind == EHC_ITEM_ADVICE)
				push(d, to, ehc_plan_find(d->after, id));
			i += from == i;
		}
	}
}

/* ---- one entry ---- */

/* The words of several items, each after its id. */
static struct ehc_change_side
side_of(struct ehc_diff *d, const struct ehc_diff_items *items)
{
	struct ehc_change_side side = diff_side_of_text(items->count == 1 ? &items->items[0]->text : NULL);

	for (size_t i = 0; items->count > 1 && i < items->count; i++)
		side.words = ehc_arena_printf(d->arena, "%.*s%s%.*s: %.*s", EHC_ARG(side.words), i > 0 ? "\n\n" : "",
		    EHC_ARG(items->items[i]->id_written), EHC_ARG(items->items[i]->text.str));
	return side;
}

static void
add_hours(struct ehc_change_side *side, const struct ehc_item *it)
{
	if (it->whole == NULL)
		return;
	side->hours = it->whole->year.hours;
	side->hours_high = it->whole->year.hours_high;
}

static void
tell_new(struct ehc_diff *d, struct ehc_diff_entry *e)
{
	struct diff_at at = { d, &e->changes };
	struct ehc_change *c = diff_add(&at, EHC_CHANGE_ADDED, EHC_L_NONE, diff_side_of_text(NULL), side_of(d, &e->after));

	add_hours(&c->after, e->after.items[0]);
}

static void
tell_gone(struct ehc_diff *d, struct ehc_diff_entry *e)
{
	struct diff_at at = { d, &e->changes };
	bool met = e->kind == EHC_ITEM_OUTCOME && ehc_outcome_is_met(e->before.items[0]);
	struct ehc_change *c = diff_add(&at, met ? EHC_CHANGE_MET : EHC_CHANGE_REMOVED, EHC_L_NONE, side_of(d, &e->before), diff_side_of_text(NULL));

	add_hours(&c->before, e->before.items[0]);
}

/* Split or merged: what the parts say and come to in all. */
static void
tell_parts(struct ehc_diff *d, struct ehc_diff_entry *e)
{
	struct diff_at at = { d, &e->changes };

	diff_add(&at, e->after.count > 1 ? EHC_CHANGE_SPLIT : EHC_CHANGE_MERGED, EHC_L_NONE, side_of(d, &e->before), side_of(d, &e->after));
	diff_amounts(&at, &e->before, &e->after);
	diff_phrases(&at, &e->before, &e->after);
}

/* `because:` of the item, where the plan before had not the same. */
static struct ehc_str
new_reason(const struct ehc_diff_entry *e)
{
	struct ehc_str now = ehc_item_value(e->after.items[0], EHC_L_BECAUSE).text.str;
	struct ehc_str was = e->before.count == 1 ? ehc_item_value(e->before.items[0], EHC_L_BECAUSE).text.str : EHC_NOSTR;

	return ehc_str_eq(now, was) ? EHC_NOSTR : now;
}

/* `amendment F3: ...` in the new plan, by its id there, or by the one that it had. */
static struct ehc_str
reason_for(struct ehc_diff *d, const struct ehc_diff_entry *e, struct ehc_diff_items *evidence)
{
	const struct ehc_diff_items *ids = e->after.count > 0 ? &e->after : &e->before;
	const struct ehc_prose_entry *t;

	for (size_t n = 0; (t = ehc_plan_text(d->after, EHC_L_AMENDMENT, n)) != NULL; n++)
		for (size_t i = 0; i < ids->count; i++)
			if (ehc_str_eq_nocase(ehc_str_trim(t->words), ids->items[i]->id_written)) {
				collect_cited(d, t->node, evidence);
				return t->text.str;
			}
	return e->after.count == 1 ? new_reason(e) : EHC_NOSTR;
}

static void
keep(struct ehc_diff *d, struct ehc_diff_entry *e)
{
	collect_evidence(d, &e->after, &e->evidence);
	collect_evidence(d, &e->before, &e->evidence_before);
	e->because = reason_for(d, e, &e->evidence);
	diff_keep(d, e);
}

static struct ehc_diff_entry
entry_of(const struct ehc_item *any)
{
	return (struct ehc_diff_entry){ .part = EHC_DIFF_ITEM, .kind = any->kind, .section = any->section, .name = any->id_written };
}

static void
compare_new(struct ehc_diff *d, const struct ehc_item *new)
{
	struct ehc_diff_entry e = entry_of(new);
	struct diff_at at = { d, &e.changes };

	gather(d, new, &e);
	if (e.before.count == 0)
		tell_new(d, &e);
	else if (e.before.count > 1 || e.after.count > 1)
		tell_parts(d, &e);
	else
		diff_items(&at, e.before.items[0], new);
	if (e.before.count == 1 && e.after.count == 1) {
		if (strcmp(e.before.items[0]->id, new->id) != 0)
			EHC_PUSH(d->arena, &d->renumbered, (struct ehc_diff_pair){ e.before.items[0], new });
		if (e.changes.count == 0 && new->kind == EHC_ITEM_OUTCOME)
			EHC_PUSH(d->arena, &d->carried, (struct ehc_diff_pair){ e.before.items[0], new });
	}
	d->same += e.changes.count == 0;
	keep(d, &e);
}

static void
compare_gone(struct ehc_diff *d, const struct ehc_item *old)
{
	struct ehc_diff_entry e = entry_of(old);

	push(d, &e.before, old);
	tell_gone(d, &e);
	keep(d, &e);
}

static void
compare_items_of(struct ehc_diff *d, enum ehc_section section)
{
	for (const struct ehc_item *it = d->after->first_item; it != NULL; it = it->next)
		if (it->section == section && it->kind != EHC_ITEM_COMMENT && !is_told_elsewhere(d, it))
			compare_new(d, it);
	for (const struct ehc_item *it = d->before->first_item; it != NULL; it = it->next)
		if (it->section == section && it->kind != EHC_ITEM_COMMENT && d->now[it->nth] == NULL)
			compare_gone(d, it);
}

struct ehc_diff *
ehc_diff_of(struct ehc_arena *a, const struct ehc_plan *before, const struct ehc_plan *after)
{
	struct ehc_diff *d = EHC_NEW(a, struct ehc_diff);

	d->before = before;
	d->after = after;
	d->arena = a;
	diff_match(d);
	find_several(d);
	for (int s = 0; s < EHC_SECTION_COUNT; s++) {
		diff_parts(d, (enum ehc_section)s);
		compare_items_of(d, (enum ehc_section)s);
	}
	return d;
}
