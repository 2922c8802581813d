/*
 * care.c - a child's health care plan on paper. Emergencies come first, each on a page of its own that can be torn off
 * and still says everything: whose it is, the signs, the steps, what not to do, where the medicine is kept, who the
 * people named are, whom to ring and where an ambulance should come. The rest follows for daily use.
 */
#include "layout.h"

#include <stdlib.h>

bool
layout_care_agreed(const struct layout *l)
{
	return ehc_status_is_final(l->plan->status);
}

static void
put_not_agreed(struct layout *l, struct ehc_block *parent)
{
	struct ehc_block *n;

	if (layout_care_agreed(l) || l->plan->status == EHC_CEASED || l->plan->is_template)
		return;
	n = ehc_block_add(l->d, parent, EHC_BLOCK_NOTICE);
	n->tone = EHC_TONE_WARNING;
	n->together = true;
	ehc_block_paragraph(l->d, n, EHC_STR("NOT AGREED – DO NOT USE"))->tone = EHC_TONE_WARNING;
	ehc_block_paragraph(l->d, n, EHC_STR("This health care plan has not been agreed. Do not act on it. Follow the plan that is in force, and"
	    " in an emergency call 999."));
}

static struct ehc_block *
put_heading_section(struct layout *l, const char *anchor, const char *heading)
{
	return ehc_block_section(l->d, NULL, 2, ehc_str_of(anchor), ehc_str_of(heading));
}

/* "R1: Buccal midazolam": the first line of the item's words after its id. */
static size_t
first_line(const struct ehc_text *t)
{
	size_t n = 0;

	while (n < t->str.len && t->str.ptr[n] != '\n')
		n++;
	return n;
}

/* A short name is a heading; words that are a paragraph stay one. */
static bool
has_short_name(const struct ehc_item *it)
{
	size_t n = first_line(&it->text);

	return n > 0 && n <= 90 && (n == it->text.str.len || (n + 1 < it->text.str.len && it->text.str.ptr[n + 1] == '\n'));
}

/* A heading of the item's id and, where its words begin with one, its name; the other words under it. */
static struct ehc_block *
put_named(struct layout *l, struct ehc_block *parent, int level, const struct ehc_item *it, const char *word)
{
	struct ehc_block *s = ehc_block_section(l->d, parent, level, layout_anchor(it), ehc_str_of(word)), *h = s->first;
	struct ehc_cell words = { NULL, NULL };

	if (layout_id(it).len > 0) {
		ehc_run_words(l->d, h, EHC_STR(" "));
		ehc_run_slice(l->d, h, l->plan->source, layout_id(it));
	}
	layout_prose(l, &words, &it->text, it, 0);
	if (has_short_name(it)) {
		ehc_run_words(l->d, h, EHC_STR(": "));
		ehc_run_text(l->d, h, &it->text, 0, first_line(&it->text));
		words.first = words.first->next;
	}
	if (words.first != NULL) {
		h->next = words.first;
		s->last = words.last;
	}
	return s;
}

static void
put_fields(struct layout *l, struct ehc_block *s, const struct ehc_item *it, layout_labels order, layout_labels skip)
{
	struct ehc_block *facts = ehc_block_facts(l->d, s, s->first->runs.items[0].text);

	facts->together = true;
	layout_fields(l, facts, it->node, it, order, skip);
	layout_keep_words(s);
}

static void
put_cards(struct layout *l, enum ehc_item_kind kind, const char *anchor, const char *heading, const char *word, layout_labels order)
{
	const struct ehc_items *items = &l->plan->kinds[kind];
	struct ehc_block *s;

	if (items->count == 0)
		return;
	s = put_heading_section(l, anchor, heading);
	for (size_t i = 0; i < items->count; i++)
		put_fields(l, put_named(l, s, 3, items->items[i], word), items->items[i], order, NULL);
}

/* ---- an emergency's page ---- */

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

/* Who the child is, and what a stranger must know before acting. */
static void
put_identity(struct layout *l, struct ehc_block *parent)
{
	static layout_labels wanted = { EHC_L_KNOWN_AS, EHC_L_BORN, EHC_L_CLASS, EHC_L_WEIGHT, EHC_L_ALLERGIES, EHC_L_NHS_NUMBER, EHC_L_NONE };
	const struct ehc_child *c = &l->plan->child;
	struct ehc_block *p;

	if (c->node == NULL)
		return;
	if (l->photo.type != EHC_PICTURE_NONE) {
		parent = ehc_block_add(l->d, parent, EHC_BLOCK_PORTRAIT);
		parent->picture = l->photo;
	}
	p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);
	p->tone = EHC_TONE_LEAD;
	layout_text(l, p, &c->name.text, 0, c->name.text.str.len, NULL);
	p->runs.items[0].strong = p->runs.count > 0;
	p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);
	for (size_t i = 0; wanted[i] != EHC_L_NONE; i++) {
		const struct ehc_node *f = l->hidden[wanted[i]] ? NULL : ehc_node_field(c->node, wanted[i]);

		if (f == NULL)
			continue;
		if (p->runs.count > 0)
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		ehc_run_words(l->d, p, layout_printf(l, "%.*s: ", EHC_ARG(layout_label(l, f))))->strong = true;
		layout_text(l, p, &f->text, 0, f->text.str.len, NULL);
	}
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

static void
put_steps(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	struct ehc_block *list;

	if (it->nsteps == 0)
		return;
	parent = ehc_block_section(l->d, parent, 2, EHC_NOSTR, EHC_STR("What to do"));
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
		layout_text(l, p, &f->text, 0, f->text.str.len, it);
	}
}

/* Where the medicine that the page names is, and what it is: enough to find it and to know it. */
static void
put_medicine(struct layout *l, struct ehc_cell *cell, const struct ehc_item *medicine)
{
	static layout_labels where = { EHC_L_KEPT, EHC_L_SECOND_KIT, EHC_L_NONE };
	static layout_labels what = { EHC_L_DOSE, EHC_L_ROUTE, EHC_L_MAXIMUM, EHC_L_NOT_WITH, EHC_L_CANNOT_GIVE, EHC_L_UNCONFIRMED, EHC_L_NONE };
	struct ehc_block *p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);

	layout_text(l, p, &medicine->text, 0, first_line(&medicine->text), medicine);
	for (size_t i = 0; i < p->runs.count; i++)
		p->runs.items[i].strong = true;
	for (size_t i = 0; where[i] != EHC_L_NONE; i++)
		if (ehc_node_field(medicine->node, where[i]) != NULL)
			layout_labelled(l, ehc_cell_paragraph(l->d, cell, EHC_NOSTR), medicine->node, where[i], medicine);
	p = NULL;
	for (size_t i = 0; what[i] != EHC_L_NONE; i++) {
		if (ehc_node_field(medicine->node, what[i]) == NULL)
			continue;
		if (p == NULL)
			p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);
		else
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		layout_labelled(l, p, medicine->node, what[i], medicine);
	}
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

static void
put_id_link(struct layout *l, struct ehc_block *p, const struct ehc_item *to)
{
	ehc_run_slice(l->d, p, l->plan->source, layout_id(to))->target = ehc_str_of(to->id);
}

/* "N1  Jo Example, teaching assistant" */
static void
put_who(struct layout *l, struct ehc_block *p, const struct ehc_item *to)
{
	if (layout_id(to).len > 0)
		put_id_link(l, p, to);
	ehc_run_words(l->d, p, EHC_STR(" "));
	layout_text(l, p, &to->text, 0, to->text.str.len, to);
}

/* What the page's numbers stand for: a row each medicine or feed, then the people in one row. */
static void
put_key(struct layout *l, struct ehc_block *facts, const struct ehc_item *it)
{
	const struct ehc_item **named;
	size_t n = named_by(l, it, &named);
	struct ehc_block *people = NULL;

	for (size_t i = 0; i < n; i++) {
		struct ehc_table_row *r;

		if (named[i]->kind == EHC_ITEM_STAFF)
			continue;
		r = ehc_block_row(l->d, facts, EHC_NOSTR);
		put_id_link(l, ehc_cell_paragraph(l->d, &r->cells[0], named[i]->kind == EHC_ITEM_FEED ? EHC_STR("Feed ") : EHC_STR("Medicine ")), named[i]);
		put_medicine(l, &r->cells[1], named[i]);
	}
	for (size_t i = 0; i < n; i++) {
		if (named[i]->kind != EHC_ITEM_STAFF)
			continue;
		if (people == NULL)
			people = ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("People")), EHC_NOSTR);
		else
			ehc_run_words(l->d, people, EHC_STR("  ·  "));
		put_who(l, people, named[i]);
	}
}

#define RING_FIRST 12                   /* contacts on an emergency's page; all of them stand under Contacts */

static void
put_whom_to_ring(struct layout *l, struct ehc_block *facts)
{
	const struct ehc_items *contacts = &l->plan->kinds[EHC_ITEM_CONTACT];
	struct ehc_cell *cell = contacts->count == 0 ? NULL : layout_fact(l, facts, EHC_STR("Ring"));

	for (size_t i = 0; i < contacts->count && i < RING_FIRST; i++)
		put_who(l, ehc_cell_paragraph(l->d, cell, EHC_NOSTR), contacts->items[i]);
}

/* What to tell 999: where to come. */
static void
put_ambulance(struct layout *l, struct ehc_block *facts)
{
	const struct ehc_value *place[] = { &l->plan->school, &l->plan->site_address };
	const struct ehc_text *entrance = &l->plan->ambulance.text;
	struct ehc_block *p;
	struct ehc_cell *cell;

	if (place[0]->text.str.len + place[1]->text.str.len + entrance->str.len == 0)
		return;
	cell = layout_fact(l, facts, EHC_STR("For 999"));
	p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);
	for (size_t i = 0; i < EHC_COUNT(place); i++) {
		if (p->runs.count > 0 && place[i]->text.str.len > 0)
			ehc_run_words(l->d, p, EHC_STR(", "));
		layout_text(l, p, &place[i]->text, 0, place[i]->text.str.len, NULL);
	}
	if (entrance->str.len == 0)
		return;
	p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);
	ehc_run_words(l->d, p, EHC_STR("Ambulance entrance: "))->strong = true;
	layout_text(l, p, entrance, 0, entrance->str.len, NULL);
}

/* What nobody needs in the moment stands here and not on the sheets: which condition, who stands in, who agreed. */
static void
put_records(struct layout *l)
{
	static layout_labels order = { EHC_L_FOR, EHC_L_COVER, EHC_L_BUDGET_CONSENT, EHC_L_NONE };
	static layout_labels skip = { EHC_L_SOURCE, EHC_L_SIGN, EHC_L_STEP, EHC_L_DO_NOT, EHC_L_CANNOT_GIVE, EHC_L_THEN, EHC_L_UNCONFIRMED,
	    EHC_L_NONE };
	const struct ehc_items *all = &l->plan->kinds[EHC_ITEM_EMERGENCY];
	struct ehc_block *facts = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct ehc_item *it = all->items[i];
		struct ehc_cell rest = { NULL, NULL }, *cell;

		layout_rest(l, &rest, it, order, skip);
		if (rest.first == NULL)
			continue;
		if (facts == NULL)
			facts = ehc_block_facts(l->d, put_heading_section(l, "sheets", "Emergencies: who agreed, who stands in"),
			    EHC_STR("Emergencies"));
		cell = layout_fact(l, facts, EHC_STR("Emergency "));
		put_id_link(l, facts->last_row->cells[0].first, it);
		*cell = rest;
	}
}

static void
put_unconfirmed(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	for (const struct ehc_node *f = ehc_node_field(it->node, EHC_L_UNCONFIRMED); f != NULL; f = ehc_node_next_field(f)) {
		struct ehc_block *p = ehc_block_paragraph(l->d, parent, EHC_STR("NOT CONFIRMED YET: "));

		p->tone = EHC_TONE_WARNING;
		layout_text(l, p, &f->text, 0, f->text.str.len, it);
	}
}

/* Whose steps they are, and what tells this sheet from an older one. */
static void
put_edition(struct layout *l, struct ehc_block *parent, const struct ehc_item *it)
{
	const struct ehc_plan *p = l->plan;
	const struct { const char *label; const struct ehc_text *text; } parts[] = {
		{ "Version", &p->version.text },
		{ "Written", p->written.node == NULL ? NULL : &p->written.node->text },
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
		layout_text(l, b, parts[i].text, 0, parts[i].text->str.len, NULL);
	}
	if (layout_care_agreed(l))
		ehc_run_words(l->d, b, b->runs.count > 0 ? EHC_STR("  ·  Destroy older copies.") : EHC_STR("Destroy older copies."))->strong = true;
}

static void
put_emergency(struct layout *l, const struct ehc_item *it)
{
	struct ehc_block *s, *sheet, *facts;

	sheet = s = put_named(l, NULL, 1, it, "Emergency");
	s->sheet = true;
	s->first->tone = EHC_TONE_WARNING;
	put_not_agreed(l, s);
	put_unconfirmed(l, s, it);
	put_identity(l, s);
	put_list_of(l, s, it, EHC_L_SIGN, "Signs");
	put_steps(l, s, it);
	put_do_not(l, s, it);
	put_cannot_give(l, s, it);
	put_list_of(l, s, it, EHC_L_THEN, "Then");
	s = ehc_block_section(l->d, s, 2, EHC_NOSTR, EHC_STR("What, who and where"));
	facts = ehc_block_facts(l->d, s, EHC_STR("Medicines, people and places named on this page"));
	facts->tone = EHC_TONE_QUIET;
	facts->columns[0].weight = 19;
	facts->columns[1].weight = 81;
	put_key(l, facts, it);
	put_whom_to_ring(l, facts);
	put_ambulance(l, facts);
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

/* ---- front ---- */

void
layout_care_front(struct layout *l)
{
	static layout_labels order = { EHC_L_BORN, EHC_L_KNOWN_AS, EHC_L_CLASS, EHC_L_WEIGHT, EHC_L_ALLERGIES, EHC_L_NONE };
	static layout_labels head_order = { EHC_L_STATUS, EHC_L_VERSION, EHC_L_SCHOOL, EHC_L_SITE_ADDRESS, EHC_L_AMBULANCE, EHC_L_WRITTEN,
	    EHC_L_WRITTEN_BY, EHC_L_TOOK_PART, EHC_L_REVIEW_DUE, EHC_L_REVIEW_WHEN, EHC_L_NONE };
	static layout_labels head_skip = { EHC_L_COPIES, EHC_L_NONE };
	enum ehc_label skip[EHC_L_COUNT + 1];
	struct ehc_block *facts;
	size_t n = 0;

	put_not_agreed(l, NULL);
	layout_family_words(l);
	for (int i = 1; i < EHC_L_COUNT; i++)
		if (l->hidden[i])
			skip[n++] = (enum ehc_label)i;
	skip[n] = EHC_L_NONE;
	if (l->plan->child.node != NULL) {
		struct ehc_block *child = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("The child"));

		if (l->photo.type != EHC_PICTURE_NONE) {
			child = ehc_block_add(l->d, child, EHC_BLOCK_PORTRAIT);
			child->picture = l->photo;
		}
		facts = ehc_block_facts(l->d, child, EHC_STR("The child"));
		layout_fields(l, facts, l->plan->child.node, NULL, order, skip);
	}
	facts = ehc_block_facts(l->d, ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("About this plan")), EHC_STR("About this plan"));
	if (l->plan->reference.len > 0)
		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Reference")), EHC_NOSTR), l->plan->source, l->plan->reference);
	if (l->plan->tree->head != NULL)
		layout_fields(l, facts, l->plan->tree->head, NULL, head_order, head_skip);
}

/* ---- the rest ---- */

/* A table of all items of a kind: their words with what else they say, then a column for each label of `apart`. */
static void
put_rows(struct layout *l, enum ehc_item_kind kind, const char *anchor, const char *heading, const struct ehc_column *columns, size_t n,
    layout_labels apart, layout_labels order)
{
	const struct ehc_items *items = &l->plan->kinds[kind];
	struct ehc_block *table;

	if (items->count == 0)
		return;
	table = ehc_block_table(l->d, put_heading_section(l, anchor, heading), ehc_str_of(heading), columns, n);
	table->named = true;
	for (size_t i = 0; i < items->count; i++) {
		const struct ehc_item *it = items->items[i];
		struct ehc_table_row *r = ehc_block_row(l->d, table, layout_anchor(it));

		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, &r->cells[0], EHC_NOSTR), l->plan->source, layout_id(it));
		layout_prose(l, &r->cells[1], &it->text, it, 0);
		layout_rest(l, &r->cells[1], it, order, apart);
		for (size_t k = 2; k < n; k++)
			layout_field(l, &r->cells[k], it->node, apart[k - 2], it);
	}
}

static void
put_contacts(struct layout *l)
{
	const struct ehc_items *contacts = &l->plan->kinds[EHC_ITEM_CONTACT];
	struct ehc_block *facts = ehc_block_facts(l->d, put_heading_section(l, "contacts", "Contacts"), EHC_STR("Contacts"));

	for (size_t i = 0; i < contacts->count; i++) {
		struct ehc_table_row *r = ehc_block_row(l->d, facts, layout_anchor(contacts->items[i]));

		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, &r->cells[0], EHC_NOSTR), l->plan->source, layout_id(contacts->items[i]));
		layout_prose(l, &r->cells[1], &contacts->items[i]->text, contacts->items[i], 0);
		layout_rest(l, &r->cells[1], contacts->items[i], NULL, NULL);
	}
}

static void
put_texts(struct layout *l, enum ehc_label label, const char *anchor, const char *heading)
{
	struct ehc_block *s = NULL;
	const struct ehc_prose_entry *t;

	for (size_t n = 0; (t = ehc_plan_text(l->plan, label, n)) != NULL; n++) {
		struct ehc_block *facts;

		if (s == NULL)
			s = put_heading_section(l, anchor, heading);
		layout_prose_under(l, s, &t->text, NULL, 3);
		facts = ehc_block_facts(l->d, s, ehc_str_of(heading));
		layout_fields(l, facts, t->node, NULL, NULL, NULL);
	}
}

void
layout_care(struct layout *l)
{
	static layout_labels condition = { EHC_L_SIGNS, EHC_L_TRIGGERS, EHC_L_TREATMENT, EHC_L_CLINICIAN, EHC_L_SOURCE, EHC_L_NONE };
	static layout_labels medicine = { EHC_L_PRODUCT, EHC_L_MED_FORM, EHC_L_STRENGTH, EHC_L_DOSE, EHC_L_ROUTE, EHC_L_WHEN, EHC_L_MAXIMUM,
	    EHC_L_MINIMUM_GAP, EHC_L_NOT_WITH, EHC_L_CANNOT_GIVE, EHC_L_GIVEN_BY, EHC_L_GIVEN_AT, EHC_L_KEPT, EHC_L_SECOND_KIT, EHC_L_EXPIRES,
	    EHC_L_CHECKED_BY, EHC_L_SIDE_EFFECTS, EHC_L_DISPOSAL, EHC_L_BUDGET_CONSENT, EHC_L_SOURCE, EHC_L_FOR, EHC_L_NONE };
	static layout_labels care = { EHC_L_WHO, EHC_L_HOW_MUCH, EHC_L_WHEN, EHC_L_WHERE, EHC_L_DO_NOT, EHC_L_COVER, EHC_L_FOR, EHC_L_NONE };
	static layout_labels staff = { EHC_L_TRAINED_FOR, EHC_L_COMPETENT, EHC_L_RENEW_BY, EHC_L_NONE };
	static layout_labels task = { EHC_L_DELEGATED_TO, EHC_L_COVER, EHC_L_USES, EHC_L_DELEGATED_BY, EHC_L_RESPONSIBILITY, EHC_L_FOR, EHC_L_NONE };
	const struct ehc_column care_columns[] = { { EHC_STR("Care"), 9 }, { EHC_STR("What is done"), 91 } };
	const struct ehc_column training_columns[] = { { EHC_STR("Training"), 12 }, { EHC_STR("What it is"), 88 } };
	const struct ehc_column staff_columns[] = { { EHC_STR("Staff"), 9 }, { EHC_STR("Who"), 37 }, { EHC_STR("Trained for"), 14 },
	    { EHC_STR("Signed off as competent"), 24 }, { EHC_STR("Renew by"), 16 } };

	ehc_block_add(l->d, NULL, EHC_BLOCK_PAGE_BREAK);
	put_texts(l, EHC_L_CHILD_WISHES, "wishes", "How the child wants to be helped");
	put_cards(l, EHC_ITEM_CONDITION, "conditions", "Medical conditions", "Condition", condition);
	put_records(l);
	put_cards(l, EHC_ITEM_MEDICINE, "medicines", "Medicines", "Medicine", medicine);
	put_cards(l, EHC_ITEM_FEED, "feeds", "Tube feeds", "Feed", medicine);
	put_rows(l, EHC_ITEM_CARE, "care", "Daily care", care_columns, EHC_COUNT(care_columns), NULL, care);
	put_rows(l, EHC_ITEM_STAFF, "staff", "Staff", staff_columns, EHC_COUNT(staff_columns), staff, NULL);
	put_rows(l, EHC_ITEM_TRAINING, "training", "Training", training_columns, EHC_COUNT(training_columns), NULL, NULL);
	put_cards(l, EHC_ITEM_TASK, "tasks", "Tasks", "Task", task);
	if (l->plan->kinds[EHC_ITEM_CONTACT].count > 0)
		put_contacts(l);
	put_texts(l, EHC_L_TRIPS, "trips", "Trips and transport");
	put_texts(l, EHC_L_STAFF_TO_KNOW, "staff-to-know", "Who is told");
	put_texts(l, EHC_L_LEARNING, "learning", "Lessons, tests and absence");
	put_texts(l, EHC_L_SUMMARY_CARD, "summary-card", "Summary card");
}
