/*
 * notice.c - the notice of proposed amendments: what the family gets beside the amended plan. It sets the words of the plan as it
 * stands beside those that are proposed, with the reason and the evidence that each cites. Every word is the authors' own;
 * nothing that was worked out stands in it, and nothing is judged.
 */
#include "diff/document.h"

static bool
is_health_plan(const struct layout *l)
{
	return l->plan->kind == EHC_DOC_HEALTH_PLAN;
}

/* A final plan, or a health care plan, is changed already. */
static bool
is_proposed(const struct layout *l)
{
	return !is_health_plan(l) && !ehc_status_is_final(l->plan->status) && l->plan->status != EHC_CEASED;
}

/* ---- one entry ---- */

/* What the whole field says in each plan, where the change tells a part of it alone. */
static struct ehc_str
field_of(const struct ehc_diff_items *items, enum ehc_label label, struct ehc_str words)
{
	struct ehc_value v;

	if (items->count != 1)
		return words;
	v = ehc_item_value(items->items[0], label);
	return v.text.str.len > 0 ? v.text.str : words;
}

static bool
is_of_list(enum ehc_label label)
{
	return label == EHC_L_NONE || ehc_keyword(label)->many;
}

/* Words that were found are no words of the plan; what a field says is told once, whatever changed in it. */
static bool
is_told(const struct ehc_diff_entry *e, size_t i)
{
	const struct ehc_change *c = &e->changes.items[i];

	if (c->kind == EHC_CHANGE_WORDING || c->kind == EHC_CHANGE_ORDER)
		return false;
	for (size_t k = 0; k < i; k++)
		if (e->changes.items[k].label == c->label && (c->label == EHC_L_HOW_MUCH || c->kind == EHC_CHANGE_TIED || c->kind == EHC_CHANGE_UNTIED))
			return false;
	return true;
}

static struct ehc_str
label_of(struct layout *l, const struct ehc_change *c)
{
	if (c->label == EHC_L_NONE)
		return EHC_STR("What it says");
	if (c->about.len > 0 && is_of_list(c->label))
		return layout_printf(l, "%.*s (%.*s)", EHC_ARG(diff_label_name(l->d->arena, c->label)), EHC_ARG(c->about));
	return diff_label_name(l->d->arena, c->label);
}

static void
put_change(struct layout *l, struct ehc_block *table, const struct ehc_diff_entry *e, const struct ehc_change *c)
{
	bool part = c->kind == EHC_CHANGE_TIED || c->kind == EHC_CHANGE_UNTIED;

	diff_row(l, table, label_of(l, c), part ? field_of(&e->before, c->label, c->before.words) : c->before.words,
	    part ? field_of(&e->after, c->label, c->after.words) : c->after.words);
}

/* Told apart from the rest, or never. */
static const enum ehc_label told_apart[] = { EHC_L_INFORMED_BY, EHC_L_EVIDENCE, EHC_L_NOTE, EHC_L_ACCEPT, EHC_L_REPEAT, EHC_L_NONE };

static bool
is_left_out(enum ehc_label label)
{
	for (size_t i = 0; told_apart[i] != EHC_L_NONE; i++)
		if (told_apart[i] == label)
			return true;
	return label == EHC_L_NONE;
}

/* Everything that the plan says of an item that came or went. */
static void
put_whole(struct layout *l, struct ehc_block *s, const struct ehc_item *it, struct ehc_str heading)
{
	struct ehc_block *facts = ehc_block_facts(l->d, s, heading);

	diff_put_words(l, layout_fact(l, facts, EHC_STR("What it says")), it->text.str);
	for (const struct ehc_node *f = it->node->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD && !is_left_out(f->label) && f->text.str.len > 0)
			diff_put_words(l, layout_fact(l, facts, layout_label(l, f)), f->text.str);
}

static void
put_changes(struct layout *l, struct ehc_block *s, const struct ehc_diff_entry *e, struct ehc_str heading)
{
	bool proposed = is_proposed(l);
	struct ehc_block *table;

	if (e->part == EHC_DIFF_ITEM && (e->before.count == 0 || e->after.count == 0)) {
		put_whole(l, s, e->after.count > 0 ? e->after.items[0] : e->before.items[0], heading);
		return;
	}
	diff_put_item(l, s, e);
	table = diff_table(l, s, layout_printf(l, "Changes to %.*s", EHC_ARG(heading)), "Part", proposed ? "As the plan stands" : "Before",
	    proposed ? "As proposed" : "Now");
	for (size_t i = 0; i < e->changes.count; i++)
		if (is_told(e, i))
			put_change(l, table, e, &e->changes.items[i]);
}

/* What happens to it, in a few plain words. */
static const char *
in_brief(const struct ehc_diff_entry *e, bool proposed)
{
	if (e->part != EHC_DIFF_ITEM)
		return NULL;
	if (e->before.count == 0)
		return !proposed || e->kind == EHC_ITEM_ADVICE ? "New." : "Proposed: new.";
	if (e->after.count == 0)
		return e->changes.items[0].kind == EHC_CHANGE_MET ? "Reached, and no longer in the plan." : proposed ? "Proposed: to be taken out." : "No longer in the plan.";
	if (e->after.count > 1)
		return "One before, several now.";
	return e->before.count > 1 ? "Several before, one now." : NULL;
}

static void
put_entry(struct layout *l, struct ehc_block *section, const struct ehc_diff_entry *e)
{
	struct ehc_str heading = diff_heading(l, e);
	struct ehc_block *s = ehc_block_section(l->d, section, 3, EHC_NOSTR, heading), *facts, *p;
	bool cites = e->because.len > 0 || e->evidence.count > 0 || e->part == EHC_DIFF_ITEM;

	if (in_brief(e, is_proposed(l)) != NULL) {
		p = ehc_block_paragraph(l->d, s, ehc_str_of(in_brief(e, is_proposed(l))));
		p->together = true;
	}
	put_changes(l, s, e, heading);
	if (!cites || is_health_plan(l) || e->kind == EHC_ITEM_ADVICE)
		return;
	facts = ehc_block_facts(l->d, s, layout_printf(l, "Reason and evidence for %.*s", EHC_ARG(heading)));
	if (e->because.len > 0)
		diff_put_words(l, layout_fact(l, facts, EHC_STR("Why")), e->because);
	if (e->evidence.count > 0)
		diff_put_advice(l, facts, EHC_STR("Evidence"), &e->evidence);
	else
		ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Evidence")), EHC_STR("None is named for this change."));
}

/* Changes of substance and of words alone, section by section: both are proposed. */
static void
put_body(struct layout *l, const struct ehc_diff *d)
{
	for (int n = 0; n < EHC_SECTION_COUNT; n++) {
		struct ehc_block *section = NULL;
		const struct { const struct ehc_diff_entry *items; size_t count; } lists[] = { { d->entries.items, d->entries.count },
			{ d->reworded.items, d->reworded.count } };

		for (size_t k = 0; k < EHC_COUNT(lists); k++)
			for (size_t i = 0; i < lists[k].count; i++) {
				if ((int)lists[k].items[i].section != n)
					continue;
				if (section == NULL)
					section = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, diff_section_heading(l, (enum ehc_section)n));
				put_entry(l, section, &lists[k].items[i]);
			}
	}
}

/* ---- front ---- */

static const char *
title_of(const struct layout *l)
{
	return is_health_plan(l) ? "Changes to the health care plan" : is_proposed(l) ? "Notice of proposed amendments" : "Amendments made to the plan";
}

static void
put_title(struct layout *l)
{
	struct ehc_str name = layout_flat(l, l->plan->child.name.text.str);
	struct ehc_block *h = ehc_block_add(l->d, NULL, EHC_BLOCK_HEADING), *p;

	h->level = 1;
	ehc_run_words(l->d, h, ehc_str_of(title_of(l)));
	if (name.len == 0)
		return;
	p = ehc_block_add(l->d, NULL, EHC_BLOCK_PARAGRAPH);
	p->tone = EHC_TONE_LEAD;
	ehc_run_slice(l->d, p, l->plan->source, name);
}

static void
put_purpose(struct layout *l)
{
	struct ehc_block *n = ehc_block_add(l->d, NULL, EHC_BLOCK_NOTICE);

	n->together = true;
	if (is_health_plan(l)) {
		n->tone = EHC_TONE_WARNING;
		ehc_block_paragraph(l->d, n, EHC_STR("This list says what changed. Work from the plan itself, never from this list."));
		return;
	}
	if (!is_proposed(l)) {
		ehc_block_paragraph(l->d, n, EHC_STR("This sets the words of the plan as it was beside the words of the plan as it is now."));
		return;
	}
	ehc_block_paragraph(l->d, n, EHC_STR("The council proposes to change the plan as set out below. These are proposals, for comment. "
	    "The plan as it stands goes on until changes are made final."));
}

static void
put_date(struct layout *l, struct ehc_block *facts, enum ehc_label label, const char *words)
{
	const struct ehc_date *date = ehc_plan_event(l->plan, label);

	if (date != NULL)
		ehc_cell_paragraph(l->d, layout_fact(l, facts, ehc_str_of(words)), ehc_day_text(l->d->arena, date->day));
}

static void
put_facts(struct layout *l, const struct ehc_diff *d)
{
	struct ehc_block *s = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("The two versions"));
	struct ehc_block *facts = ehc_block_facts(l->d, s, EHC_STR("The two versions"));

	facts->together = true;
	if (l->plan->reference.len > 0)
		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Reference")), EHC_NOSTR), l->plan->source,
		    l->plan->reference);
	ehc_cell_paragraph(l->d, layout_fact(l, facts, is_proposed(l) ? EHC_STR("The plan as it stands") : EHC_STR("Before")),
	    diff_version(l->d->arena, d->before));
	ehc_cell_paragraph(l->d, layout_fact(l, facts, is_proposed(l) ? EHC_STR("The plan as proposed") : EHC_STR("Now")),
	    diff_version(l->d->arena, d->after));
	put_date(l, facts, EHC_L_REVIEW_MEETING, "Review meeting");
	put_date(l, facts, EHC_L_AMEND_NOTICE, "This notice was sent");
	if (is_proposed(l))
		put_date(l, facts, EHC_L_AMEND_VIEWS_BY, "Please send your views by");
}

static void
name_document(struct layout *l)
{
	struct ehc_str name = layout_flat(l, l->plan->child.name.text.str), reference = layout_flat(l, l->plan->reference);
	const struct ehc_date *sent = ehc_plan_event(l->plan, EHC_L_AMEND_NOTICE), *dated = l->plan->dated.node != NULL ? &l->plan->dated : &l->plan->written;

	l->d->title = layout_printf(l, "%s%s%.*s", title_of(l), name.len > 0 ? ": " : "", EHC_ARG(name));
	l->d->authority = layout_flat(l, l->plan->authority.text.str.len > 0 ? l->plan->authority.text.str : l->plan->school.text.str);
	l->d->running = layout_printf(l, "%.*s%s%.*s", EHC_ARG(name), name.len > 0 && reference.len > 0 ? " · " : "", EHC_ARG(reference));
	if (l->d->running.len == 0)
		l->d->running = ehc_str_of(title_of(l));
	l->d->state = ehc_str_of(title_of(l));
	l->d->day = sent != NULL ? sent->day : dated->node != NULL ? dated->day : EHC_NODATE;
}

struct ehc_document *
ehc_diff_notice(struct ehc_arena *a, const struct ehc_diff *d, const struct ehc_plan *house, const struct ehc_style *style)
{
	struct layout *l = layout_begin(a, d->after, house, style);

	name_document(l);
	layout_letterhead(l);
	put_title(l);
	put_purpose(l);
	if (!is_health_plan(l))
		layout_family_words(l);
	put_facts(l, d);
	put_body(l, d);
	diff_put_renumbered(l, d);
	return l->d;
}
