/*
 * sheet.c - the sheet for each emergency of a health care plan, on a leaf that can be torn off and still says everything:
 * whose it is, the signs, the steps, what not to do, where the medicine is kept, who the people named are, whom to ring
 * and where an ambulance should come. It is laid out to be one page in large letters: nothing stands side by side.
 */
#include "layout.h"

#include <stdlib.h>

/* The photograph is shown only where the plan records who agreed to that; else its name stands among the facts. */
static void
find_photo(struct layout *l)
{
	const struct ehc_child *c = &l->plan->child;
	const char *why;

	if (c->photo.text.str.len == 0 || c->photo_consent.text.str.len == 0 || l->hidden[EHC_L_PHOTO])
		return;
	if (!ehc_picture_read(l->d->arena, l->plan->source, c->photo.text.str, &l->photo, &why)) {
		l->photo.type = EHC_PICTURE_NONE;
		return;
	}
	l->photo.words = layout_printf(l, "Photograph of %.*s", EHC_ARG(layout_flat(l, c->name.text.str)));
	l->hidden[EHC_L_PHOTO] = true;
}

/*
 * Who the child is, and what a stranger must know before acting. What hangs on a wall says no more than that. Returns what
 * the signs go under: the photograph stands beside them too.
 */
static struct ehc_block *
put_identity(struct layout *l, struct ehc_block *parent)
{
	static layout_labels wanted = { EHC_L_KNOWN_AS, EHC_L_BORN, EHC_L_CLASS, EHC_L_WEIGHT, EHC_L_ALLERGIES, EHC_L_NONE };
	const struct ehc_child *c = &l->plan->child;
	struct ehc_block *p;

	if (c->node == NULL)
		return parent;
	if (l->photo.type != EHC_PICTURE_NONE) {
		parent = ehc_block_add(l->d, parent, EHC_BLOCK_PORTRAIT);
		parent->picture = l->photo;
	}
	p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);
	layout_run_in(l, p, &c->name.text, NULL);
	for (size_t i = 0; i < p->runs.count; i++)
		p->runs.items[i].strong = true;
	for (size_t i = 0; wanted[i] != EHC_L_NONE; i++) {
		const struct ehc_node *f = l->hidden[wanted[i]] ? NULL : ehc_node_field(c->node, wanted[i]);

		if (f == NULL || (wanted[i] == EHC_L_KNOWN_AS && ehc_str_find_word(c->name.text.str, ehc_arena_cstr(l->d->arena, f->text.str)) == 0))
			continue;
		if (p->runs.count > 0)
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		ehc_run_words(l->d, p, layout_printf(l, "%.*s: ", EHC_ARG(layout_label(l, f))))->strong = true;
		layout_run_in(l, p, &f->text, NULL);
	}
	return parent;
}

/* All fields of one label as a list, under a heading. */
static void
put_list_of(struct layout *l, struct ehc_block *parent, const struct ehc_item *it, enum ehc_label label, const char *heading)
{
	const struct ehc_node *f = ehc_node_field(it->node, label);
	struct ehc_block *list;

	if (f == NULL)
		return;
	parent = ehc_block_section(l->d, parent, 2, EHC_NOSTR, ehc_str_of(heading));
	list = ehc_block_add(l->d, parent, EHC_BLOCK_LIST);
	for (; f != NULL; f = ehc_node_next_field(f))
		layout_prose_under(l, ehc_block_add(l->d, list, EHC_BLOCK_ITEM), &f->text, it, 0);
}

/* A part of a step, which is a slice of the step's own text. */
static void
put_part(struct layout *l, struct ehc_block *b, const struct ehc_step *step, const struct ehc_item *it, struct ehc_str part, bool strong)
{
	size_t first = b->runs.count;

	if (part.ptr >= step->text.str.ptr && part.ptr + part.len <= step->text.str.ptr + step->text.str.len)
		layout_text(l, b, &step->text, (size_t)(part.ptr - step->text.str.ptr), part.len, it);
	else
		ehc_run_slice(l->d, b, l->plan->source, part);
	for (size_t i = first; i < b->runs.count; i++)
		b->runs.items[i].strong = strong;
}

void
layout_steps(struct layout *l, struct ehc_block *parent, const struct ehc_item *it, int level)
{
	struct ehc_block *list;

	if (it->nsteps == 0)
		return;
	parent = ehc_block_section(l->d, parent, level, EHC_NOSTR, EHC_STR("What to do"));
	parent->together = true;
	list = ehc_block_add(l->d, parent, EHC_BLOCK_LIST);
	for (size_t i = 0; i < it->nsteps; i++) {
		const struct ehc_step *step = &it->steps[i];
		struct ehc_block *item = ehc_block_add(l->d, list, EHC_BLOCK_ITEM), *p;

		item->label = step->number.len > 0 ? step->number : layout_printf(l, "%zu", i + 1);
		if (step->when.len + step->who.len == 0) {
			layout_prose_under(l, item, &step->text, it, 0);
			continue;
		}
		p = ehc_block_add(l->d, item, EHC_BLOCK_PARAGRAPH);
		if (step->when.len > 0) {
			layout_capital(l, p, step->when);
			p->runs.items[p->runs.count - 1].strong = true;
		}
		if (step->when.len > 0 && step->who.len > 0)
			ehc_run_words(l->d, p, EHC_STR(" – "))->strong = true;
		if (step->who.len > 0)
			put_part(l, p, step, it, step->who, true);
		ehc_run_words(l->d, p, EHC_STR(": "))->strong = true;
		put_part(l, p, step, it, step->act, false);
	}
}

static void
put_do_not(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	const struct ehc_node *f = ehc_node_field(it->node, EHC_L_DO_NOT);
	struct ehc_block *n, *list;

	if (f == NULL)
		return;
	n = ehc_block_add(l->d, parent, EHC_BLOCK_NOTICE);
	n->tone = EHC_TONE_WARNING;
	n->together = true;
	ehc_block_paragraph(l->d, n, EHC_STR("DO NOT"))->tone = EHC_TONE_WARNING;
	list = ehc_block_add(l->d, n, EHC_BLOCK_LIST);
	for (; f != NULL; f = ehc_node_next_field(f))
		layout_prose_under(l, ehc_block_add(l->d, list, EHC_BLOCK_ITEM), &f->text, it, 0);
}

static void
put_cannot_give(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	for (const struct ehc_node *f = ehc_node_field(it->node, EHC_L_CANNOT_GIVE); f != NULL; f = ehc_node_next_field(f)) {
		struct ehc_block *p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);

		ehc_run_words(l->d, p, layout_printf(l, "%.*s: ", EHC_ARG(layout_label(l, f))))->strong = true;
		layout_run_in(l, p, &f->text, it);
	}
}

/* Appends the fields of the labels to a paragraph, which is begun where it is NULL; returns it. */
static struct ehc_block *
put_inline(struct layout *l, struct ehc_block *parent, struct ehc_block *p, const struct ehc_item *it, layout_labels labels)
{
	for (size_t i = 0; labels[i] != EHC_L_NONE; i++) {
		if (ehc_node_field(it->node, labels[i]) == NULL)
			continue;
		if (p == NULL)
			p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);
		else
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		layout_labelled(l, p, it->node, labels[i], it);
	}
	return p;
}

/* A medicine that the sheet names: enough to find it and to know it. */
static void
put_medicine(struct layout *l, struct ehc_block *parent, const struct ehc_item *medicine)
{
	static layout_labels where = { EHC_L_KEPT, EHC_L_SECOND_KIT, EHC_L_NONE };
	static layout_labels what = { EHC_L_DOSE, EHC_L_ROUTE, EHC_L_MAXIMUM, EHC_L_NOT_WITH, EHC_L_CANNOT_GIVE, EHC_L_UNCONFIRMED, EHC_L_NONE };
	struct ehc_block *p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);

	layout_id_link(l, p, medicine);
	ehc_run_words(l->d, p, EHC_STR(" "));
	layout_text(l, p, &medicine->text, 0, layout_first_line(&medicine->text), medicine);
	for (size_t i = 0; i < p->runs.count; i++)
		p->runs.items[i].strong = true;
	put_inline(l, parent, p, medicine, where);
	p->together = true;
	put_inline(l, parent, NULL, medicine, what);
}

static int
by_place(const void *a, const void *b)
{
	const struct ehc_item *x = *(const struct ehc_item *const *)a, *y = *(const struct ehc_item *const *)b;

	return x->nth < y->nth ? -1 : x->nth > y->nth;
}

/* The medicines, feeds and people that an emergency is tied to, each once, in the plan's own order. */
static size_t
named_by(struct layout *l, const struct ehc_item *it, const struct ehc_item ***named)
{
	size_t n = 0, kept = 0;

	*named = EHC_NEW_ARRAY(l->d->arena, const struct ehc_item *, it->out.count);
	for (size_t i = 0; i < it->out.count; i++) {
		const struct ehc_item *to = it->out.items[i]->to;

		if (to != NULL && layout_id(to).len > 0 &&
		    (to->kind == EHC_ITEM_MEDICINE || to->kind == EHC_ITEM_FEED || to->kind == EHC_ITEM_STAFF))
			(*named)[n++] = to;
	}
	qsort(*named, n, sizeof(**named), by_place);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || (*named)[kept - 1] != (*named)[i])
			(*named)[kept++] = (*named)[i];
	return kept;
}

/* "N1  Jo Example, teaching assistant" */
static void
put_who(struct layout *l, struct ehc_block *p, const struct ehc_item *to)
{
	if (layout_id(to).len > 0) {
		layout_id_link(l, p, to);
		p->runs.items[p->runs.count - 1].strong = true;
	}
	ehc_run_words(l->d, p, EHC_STR(" "));
	layout_run_in(l, p, &to->text, to);
}

/* A paragraph that begins with a label. */
static struct ehc_block *
put_labelled(struct layout *l, struct ehc_block *parent, const char *label)
{
	struct ehc_block *p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);

	ehc_run_words(l->d, p, layout_printf(l, "%s: ", label))->strong = true;
	return p;
}

/* What the sheet's numbers stand for: medicines and feeds, then people. */
static void
put_key(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	const struct ehc_item **named;
	size_t n = named_by(l, it, &named);
	struct ehc_block *people = NULL;

	for (size_t i = 0; i < n; i++)
		if (named[i]->kind != EHC_ITEM_STAFF)
			put_medicine(l, parent, named[i]);
	for (size_t i = 0; i < n; i++) {
		if (named[i]->kind != EHC_ITEM_STAFF)
			continue;
		if (people == NULL)
			people = put_labelled(l, parent, "People");
		else
			ehc_run_words(l->d, people, EHC_STR("  ·  "));
		put_who(l, people, named[i]);
	}
}

#define RING_FIRST 12                   /* contacts on an emergency's page; all of them stand under Contacts */

static void
put_whom_to_ring(struct layout *l, struct ehc_block *parent)
{
	const struct ehc_items *contacts = &l->plan->kinds[EHC_ITEM_CONTACT];
	struct ehc_block *p = contacts->count == 0 ? NULL : put_labelled(l, parent, "Ring");

	for (size_t i = 0; i < contacts->count && i < RING_FIRST; i++) {
		if (i > 0)
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		put_who(l, p, contacts->items[i]);
	}
}

/* What to tell 999: where to come. */
static void
put_ambulance(struct layout *l, struct ehc_block *parent)
{
	const struct ehc_value *place[] = { &l->plan->school, &l->plan->site_address };
	const struct ehc_text *entrance = &l->plan->ambulance.text;
	struct ehc_block *p;
	size_t label;

	if (place[0]->text.str.len + place[1]->text.str.len + entrance->str.len == 0)
		return;
	p = put_labelled(l, parent, "For 999");
	label = p->runs.count;
	for (size_t i = 0; i < EHC_COUNT(place); i++) {
		if (p->runs.count > label && place[i]->text.str.len > 0)
			ehc_run_words(l->d, p, EHC_STR(", "));
		layout_run_in(l, p, &place[i]->text, NULL);
	}
	if (entrance->str.len == 0)
		return;
	if (p->runs.count > label)
		ehc_run_words(l->d, p, EHC_STR("  ·  "));
	ehc_run_words(l->d, p, EHC_STR("Ambulance entrance: "))->strong = true;
	layout_run_in(l, p, entrance, NULL);
}

static void
put_unconfirmed(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	for (const struct ehc_node *f = ehc_node_field(it->node, EHC_L_UNCONFIRMED); f != NULL; f = ehc_node_next_field(f)) {
		struct ehc_block *p = ehc_block_paragraph(l->d, parent, EHC_STR("NOT CONFIRMED YET: "));

		p->tone = EHC_TONE_WARNING;
		layout_run_in(l, p, &f->text, it);
	}
}

/* Whose steps they are, and what tells this sheet from an older one. */
static void
put_edition(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	const struct ehc_plan *p = l->plan;
	const struct { const char *label; const struct ehc_text *text; } parts[] = {
		{ "Version", &p->version.text },
		{ "Review due by", p->review_due.node == NULL ? NULL : &p->review_due.node->text },
	};
	struct ehc_block *b = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);

	layout_labelled(l, b, it->node, EHC_L_SOURCE, it);
	for (size_t i = 0; i < EHC_COUNT(parts); i++) {
		if (parts[i].text == NULL || parts[i].text->str.len == 0)
			continue;
		if (b->runs.count > 0)
			ehc_run_words(l->d, b, EHC_STR("  ·  "));
		ehc_run_words(l->d, b, layout_printf(l, "%s: ", parts[i].label))->strong = true;
		layout_run_in(l, b, parts[i].text, NULL);
	}
	if (layout_care_agreed(l))
		ehc_run_words(l->d, b, b->runs.count > 0 ? EHC_STR("  ·  Destroy older copies.") : EHC_STR("Destroy older copies."))->strong = true;
}

static void
put_emergency(struct layout *l, const struct ehc_item *it)
{
	struct ehc_block *s, *sheet;

	sheet = s = layout_named(l, NULL, 1, it, "Emergency");
	s->sheet = true;
	s->first->tone = EHC_TONE_WARNING;
	layout_not_agreed(l, s);
	put_unconfirmed(l, s, it);
	put_list_of(l, put_identity(l, s), it, EHC_L_SIGN, "Signs");
	layout_steps(l, s, it, 2);
	put_do_not(l, s, it);
	put_cannot_give(l, s, it);
	put_list_of(l, s, it, EHC_L_THEN, "Then");
	s = ehc_block_section(l->d, s, 2, EHC_NOSTR, EHC_STR("What, who and where"));
	s->together = true;
	put_key(l, s, it);
	put_whom_to_ring(l, s);
	put_ambulance(l, s);
	put_edition(l, sheet, it);
}

/* One condition's sheets stand together, in the order of the conditions, under the first that each is for; then those that are for none. */
static bool
is_for(const struct ehc_item *emergency, const struct ehc_item *condition)
{
	for (size_t i = 0; i < emergency->out.count; i++)
		if (emergency->out.items[i]->relation == EHC_REL_FOR && emergency->out.items[i]->to == condition)
			return true;
	return false;
}

void
layout_care_sheets(struct layout *l)
{
	const struct ehc_items *all = &l->plan->kinds[EHC_ITEM_EMERGENCY], *conditions = &l->plan->kinds[EHC_ITEM_CONDITION];
	bool *done = EHC_NEW_ARRAY(l->d->arena, bool, all->count + 1);

	find_photo(l);
	for (size_t c = 0; c <= conditions->count; c++)
		for (size_t i = 0; i < all->count; i++)
			if (!done[i] && (c == conditions->count || is_for(all->items[i], conditions->items[c]))) {
				done[i] = true;
				put_emergency(l, all->items[i]);
			}
}

