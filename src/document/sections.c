/*
 * sections.c - the lettered sections of an EHC plan, each under its own heading, in the order of the letters, whatever
 * order and rows the plan was written in. What stands in a section keeps the author's order; a row's name, or an area
 * of need, becomes a heading where it changes. An advice report is laid out from the same parts.
 */
#include "layout.h"

/* What each section is called, after regulation 12(1). */
static const char *const titles[EHC_SECTION_COUNT] = {
	[EHC_A] = "Views, interests and aspirations",
	[EHC_B] = "Special educational needs",
	[EHC_C] = "Health needs related to special educational needs",
	[EHC_D] = "Social care needs related to special educational needs or to a disability",
	[EHC_E] = "Outcomes",
	[EHC_F] = "Special educational provision",
	[EHC_G] = "Health provision",
	[EHC_H1] = "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
	[EHC_H2] = "Other social care provision",
	[EHC_I] = "Placement",
	[EHC_J] = "Personal budget and direct payments",
	[EHC_K] = "Advice and information",
};

/* One section being drawn. */
struct drawing {
	struct layout *l;
	enum ehc_section section;
	struct ehc_block *block;        /* the section */
	struct ehc_block *group;        /* where things go: the section, or a group in it */
	struct group { enum ehc_area area; struct ehc_str words; } name;       /* of the group */
	int level;                      /* of headings in `group` */
	struct ehc_block *table;        /* the table that the next item of this kind goes on with, or NULL */
	enum ehc_item_kind table_kind;
	bool any;                       /* something was drawn */
	bool beside;                    /* something of it stands beside the needs */
};

/* ---- groups ---- */

/* An area of need is one however its writer spells it. */
static bool
same_group(struct group a, struct group b)
{
	if (a.area != EHC_AREA_NONE && a.area != EHC_AREA_OTHER && a.area == b.area)
		return true;
	return ehc_str_eq_nocase(a.words, b.words);
}

static void
open_group(struct drawing *d, struct group name)
{
	struct ehc_block *h;

	if (same_group(d->name, name))
		return;
	d->name = name;
	d->table = NULL;
	d->group = d->block;
	d->level = 3;
	if (name.words.len == 0)
		return;
	d->group = ehc_block_add(d->l->d, d->block, EHC_BLOCK_SECTION);
	h = ehc_block_add(d->l->d, d->group, EHC_BLOCK_HEADING);
	h->level = 3;
	layout_capital(d->l, h, name.words);
	d->level = 4;
}

static struct group
group_of_row(const struct ehc_row *r)
{
	return (struct group){ r->area, r->name.text.str };
}

static struct group
group_of_item(const struct ehc_item *it)
{
	if (it->row != NULL && it->row->name.text.str.len > 0)
		return group_of_row(it->row);
	if (it->kind == EHC_ITEM_NEED && it->category.len > 0)
		return (struct group){ it->area, it->category };
	return (struct group){ EHC_AREA_NONE, EHC_NOSTR };
}

static struct group
group_of_text(const struct ehc_prose_entry *t)
{
	const struct ehc_node *category = ehc_node_field(t->node, EHC_L_CATEGORY);

	if (t->row != NULL && t->row->name.text.str.len > 0)
		return group_of_row(t->row);
	if (category != NULL)
		return (struct group){ t->area, category->text.str };
	return (struct group){ EHC_AREA_NONE, EHC_NOSTR };
}

/* ---- items ---- */

static struct ehc_str
item_heading(struct drawing *d, const struct ehc_item *it, const char *word)
{
	struct ehc_str id = layout_id(it);

	return id.len > 0 ? layout_printf(d->l, "%s %.*s", word, EHC_ARG(id)) : ehc_str_of(word);
}

/* A row of facts that says what is tied to the item from elsewhere. */
static void
fact_ties(struct drawing *d, struct ehc_block *facts, const char *label, const struct ehc_item *it, enum ehc_relation r,
    enum ehc_item_kind kind, bool outward)
{
	struct ehc_block probe = { .kind = EHC_BLOCK_PARAGRAPH };

	if (layout_ties(d->l, &probe, it, r, kind, outward) > 0)
		ehc_cell_add(d->l->d, layout_fact(d->l, facts, ehc_str_of(label)), EHC_BLOCK_PARAGRAPH)->runs = probe.runs;
}

/* A heading, the item's words, and what belongs to them as labelled facts. Returns the facts. */
static struct ehc_block *
put_card(struct drawing *d, const struct ehc_item *it, const char *word, layout_labels order)
{
	struct layout *l = d->l;
	struct ehc_str heading = item_heading(d, it, word);
	struct ehc_block *card = ehc_block_section(l->d, d->group, d->level, layout_anchor(it), heading), *facts;

	layout_prose_under(l, card, &it->text, it, d->level + 1);
	facts = ehc_block_facts(l->d, card, heading);
	facts->together = true;
	layout_fields(l, facts, it->node, it, order, NULL);
	layout_keep_words(card);
	d->table = NULL;
	return facts;
}

static void
put_outcome(struct drawing *d, const struct ehc_item *it)
{
	static layout_labels order = { EHC_L_BY, EHC_L_BASELINE, EHC_L_OUTCOME_STEP, EHC_L_MEASURED_BY, EHC_L_REVIEW, EHC_L_PROGRESS, EHC_L_FOR,
	    EHC_L_SUPPORTS, EHC_L_NONE };
	struct ehc_block *facts = put_card(d, it, "Outcome", order);

	if (ehc_node_field(it->node, EHC_L_FOR) == NULL)
		fact_ties(d, facts, "For", it, EHC_REL_FOR, EHC_ITEM_NEED, true);
	fact_ties(d, facts, "Provision", it, EHC_REL_TOWARDS, EHC_ITEM_PROVISION, false);
}

static void
put_provision(struct drawing *d, const struct ehc_item *it)
{
	static layout_labels order = { EHC_L_WHO, EHC_L_HOW_MUCH, EHC_L_HOW_OFTEN, EHC_L_WHERE, EHC_L_FROM, EHC_L_UNTIL, EHC_L_FLEXIBLE,
	    EHC_L_EQUIPMENT, EHC_L_TRAINED_BY, EHC_L_SUPERVISED_BY, EHC_L_REVIEW, EHC_L_AGREED, EHC_L_FUNDED_BY, EHC_L_FOR, EHC_L_TOWARDS,
	    EHC_L_NONE };
	struct ehc_block *facts = put_card(d, it, "Provision", order);

	if (ehc_node_field(it->node, EHC_L_FOR) == NULL)
		fact_ties(d, facts, "For", it, EHC_REL_FOR, EHC_ITEM_NEED, true);
	if (ehc_node_field(it->node, EHC_L_TOWARDS) == NULL)
		fact_ties(d, facts, "Towards", it, EHC_REL_TOWARDS, EHC_ITEM_OUTCOME, true);
	fact_ties(d, facts, "Paid for through", it, EHC_REL_PAYS_FOR, EHC_ITEM_BUDGET, false);
}

static void
put_budget(struct drawing *d, const struct ehc_item *it)
{
	static layout_labels order = { EHC_L_TYPE, EHC_L_HOW_MUCH, EHC_L_PAYEE, EHC_L_BUDGET_CONSENT, EHC_L_REVIEW, EHC_L_PAYS_FOR, EHC_L_FOR,
	    EHC_L_TOWARDS, EHC_L_NONE };

	put_card(d, it, "Personal budget", order);
}

/* Goes on with the table of the last item where it is of the same kind. */
static struct ehc_block *
table_for(struct drawing *d, const struct ehc_item *it, const char *caption, const struct ehc_column *columns, size_t n)
{
	if (d->table == NULL || d->table_kind != it->kind) {
		bool named = d->group->last != NULL && d->group->last->kind == EHC_BLOCK_HEADING;

		d->table = ehc_block_table(d->l->d, d->group, ehc_str_of(caption), columns, n);
		d->table->named = named;
		d->table_kind = it->kind;
	}
	return d->table;
}

static struct ehc_table_row *
next_row(struct drawing *d, const struct ehc_item *it, const char *caption, const struct ehc_column *columns, size_t n)
{
	return ehc_block_row(d->l->d, table_for(d, it, caption, columns, n), layout_anchor(it));
}

static void
put_id(struct drawing *d, struct ehc_table_row *r, const struct ehc_item *it)
{
	ehc_run_slice(d->l->d, ehc_cell_paragraph(d->l->d, &r->cells[0], EHC_NOSTR), d->l->plan->source, layout_id(it));
}

/* A paragraph of links to what is tied to the item; nothing where nothing is. */
static void
put_ties(struct drawing *d, struct ehc_cell *cell, const struct ehc_item *it, enum ehc_relation r, enum ehc_item_kind kind)
{
	struct ehc_block probe = { .kind = EHC_BLOCK_PARAGRAPH };

	if (layout_ties(d->l, &probe, it, r, kind, false) > 0)
		ehc_cell_add(d->l->d, cell, EHC_BLOCK_PARAGRAPH)->runs = probe.runs;
}

static void
put_need(struct drawing *d, const struct ehc_item *it)
{
	static layout_labels skip = { EHC_L_EVIDENCE, EHC_L_CATEGORY, EHC_L_NONE };
	const struct ehc_column columns[] = { { EHC_STR("Need"), 9 }, { EHC_STR("What it is"), 60 }, { EHC_STR("Evidence"), 13 },
	    { EHC_STR("Outcomes and provision"), 18 } };
	struct layout *l = d->l;
	struct ehc_table_row *r = next_row(d, it, "Needs", columns, EHC_COUNT(columns));

	put_id(d, r, it);
	layout_prose(l, &r->cells[1], &it->text, it, 0);
	if (r->cells[1].first == NULL)
		ehc_cell_paragraph(l->d, &r->cells[1], EHC_NOSTR);
	layout_rest(l, &r->cells[1], it, NULL, skip);
	layout_field(l, &r->cells[2], it->node, EHC_L_EVIDENCE, it);
	put_ties(d, &r->cells[3], it, EHC_REL_FOR, EHC_ITEM_OUTCOME);
	put_ties(d, &r->cells[3], it, EHC_REL_FOR, EHC_ITEM_PROVISION);
}

/* The sections that the columns hold are named at their heads, because each section must be labelled. */
static void
put_need_in_rows(struct drawing *d, const struct ehc_item *it)
{
	const char *provision = d->section == EHC_C ? "Section G: health provision" : d->section == EHC_D ? "Sections H1 and H2: social care provision" :
	    "Section F: special educational provision";
	const struct ehc_column columns[] = { { EHC_STR("Need"), 7 }, { layout_printf(d->l, "Section %s: need", ehc_section_name(d->section)), 25 },
	    { ehc_str_of(provision), 40 }, { EHC_STR("Section E: outcome"), 28 } };

	layout_need_rows(d->l, table_for(d, it, "Needs, provision and outcomes", columns, EHC_COUNT(columns)), it);
}

static void
put_aspiration(struct drawing *d, const struct ehc_item *it)
{
	const struct ehc_column columns[] = { { EHC_STR("Aspiration"), 16 }, { EHC_STR("What it is"), 66 }, { EHC_STR("Outcomes"), 18 } };
	struct layout *l = d->l;
	struct ehc_table_row *r = next_row(d, it, "Aspirations", columns, EHC_COUNT(columns));

	put_id(d, r, it);
	layout_prose(l, &r->cells[1], &it->text, it, 0);
	if (r->cells[1].first == NULL)
		ehc_cell_paragraph(l->d, &r->cells[1], EHC_NOSTR);
	layout_rest(l, &r->cells[1], it, NULL, NULL);
	put_ties(d, &r->cells[2], it, EHC_REL_SUPPORTS, EHC_ITEM_OUTCOME);
}

static void
put_advice(struct drawing *d, const struct ehc_item *it)
{
	static layout_labels skip = { EHC_L_AUTHOR, EHC_L_ROLE, EHC_L_ASKED, EHC_L_RECEIVED, EHC_L_DATED, EHC_L_ATTACHED, EHC_L_FILE, EHC_L_NONE };
	static const enum ehc_label dates[] = { EHC_L_ASKED, EHC_L_RECEIVED, EHC_L_DATED };
	const struct ehc_column columns[] = { { EHC_STR("Ref"), 8 }, { EHC_STR("What it is"), 25 }, { EHC_STR("From"), 32 },
	    { EHC_STR("Dates"), 24 }, { EHC_STR("Attached"), 18 } };
	struct layout *l = d->l;
	struct ehc_table_row *r = next_row(d, it, "Advice and information gathered", columns, EHC_COUNT(columns));

	put_id(d, r, it);
	layout_prose(l, &r->cells[1], &it->text, it, 0);
	if (r->cells[1].first == NULL)
		ehc_cell_paragraph(l->d, &r->cells[1], EHC_NOSTR);
	layout_rest(l, &r->cells[1], it, NULL, skip);
	layout_field(l, &r->cells[2], it->node, EHC_L_AUTHOR, it);
	layout_field(l, &r->cells[2], it->node, EHC_L_ROLE, it);
	for (size_t i = 0; i < EHC_COUNT(dates); i++)
		if (ehc_node_field(it->node, dates[i]) != NULL)
			layout_labelled(l, ehc_cell_add(l->d, &r->cells[3], EHC_BLOCK_PARAGRAPH), it->node, dates[i], it);
	layout_field(l, &r->cells[4], it->node, EHC_L_ATTACHED, it);
}

static void
put_item(struct drawing *d, const struct ehc_item *it)
{
	switch (it->kind) {
	case EHC_ITEM_ASPIRATION: put_aspiration(d, it); break;
	case EHC_ITEM_NEED: layout_in_rows(d->l) ? put_need_in_rows(d, it) : put_need(d, it); break;
	case EHC_ITEM_OUTCOME: put_outcome(d, it); break;
	case EHC_ITEM_PROVISION: put_provision(d, it); break;
	case EHC_ITEM_BUDGET: put_budget(d, it); break;
	case EHC_ITEM_ADVICE: put_advice(d, it); break;
	default: put_card(d, it, "Item", NULL); break;
	}
}

/* ---- texts and statements that stand among them ---- */

static void
put_text(struct drawing *d, const struct ehc_prose_entry *t)
{
	struct layout *l = d->l;
	struct ehc_block *s = ehc_block_section(l->d, d->group, d->level, EHC_NOSTR, layout_label(l, t->node)), *facts;
	static layout_labels skip = { EHC_L_CATEGORY, EHC_L_NONE };

	layout_prose_under(l, s, &t->text, NULL, d->level + 1);
	facts = ehc_block_facts(l->d, s, layout_label(l, t->node));
	layout_fields(l, facts, t->node, NULL, NULL, skip);
	d->table = NULL;
}

static void
put_none(struct drawing *d, struct ehc_block *under, const struct ehc_value *because)
{
	bool bare = because->text.str.len == 0;
	struct ehc_block *p = ehc_block_paragraph(d->l->d, under, bare ? EHC_STR("None.") : EHC_STR("None: "));

	p->runs.items[0].strong = !bare;
	layout_run_in(d->l, p, &because->text, NULL);
}

static void
put_area(struct drawing *d, const struct ehc_area_statement *a)
{
	open_group(d, (struct group){ a->area, a->name });
	if (a->nil)
		put_none(d, d->group, &a->because);
	else if (a->because.text.str.len > 0)
		layout_prose_under(d->l, d->group, &a->because.text, NULL, d->level);
}

/* ---- one section ---- */

static bool
is_section_text(const struct ehc_prose_entry *t)
{
	switch (t->label) {
	case EHC_L_CHILDS_PAGE: case EHC_L_STANDARD_TEXT: case EHC_L_UNPLACED: case EHC_L_DEFINITION: case EHC_L_APPENDIX: case EHC_L_SIGNED: case EHC_L_COPIED_TO:
		return false;           /* back matter, wherever they are written; what found no place is not printed */
	default:
		return true;
	}
}

/* Items, texts and statements of the section, as they follow one another in the file. */
static void
put_entries(struct drawing *d)
{
	const struct ehc_plan *p = d->l->plan;
	const struct ehc_item *it = p->first_item;
	size_t text = 0, area = 0;

	for (const struct ehc_node *n = p->tree->first; n != NULL; n = n->next) {
		if (it != NULL && it->node == n) {
			bool mine = it->section == d->section && it->kind != EHC_ITEM_COMMENT;

			if (mine && it->nth < d->l->nshown && d->l->shown[it->nth]) {
				d->beside = true;
			} else if (mine) {
				open_group(d, group_of_item(it));
				put_item(d, it);
				d->any = true;
			}
			it = it->next;
		} else if (text < p->ntexts && p->texts[text].node == n) {
			const struct ehc_prose_entry *t = &p->texts[text++];

			if (t->section == d->section && is_section_text(t)) {
				open_group(d, group_of_text(t));
				put_text(d, t);
				d->any = true;
			}
		} else if (area < p->nareas && p->areas[area].node == n) {
			if (p->areas[area].section == d->section) {
				put_area(d, &p->areas[area]);
				d->any = true;
			}
			area++;
		}
	}
}

static void
put_placement(struct drawing *d)
{
	const struct ehc_plan *p = d->l->plan;
	struct ehc_block *facts;

	if (p->sections[EHC_I].node == NULL)
		return;
	facts = ehc_block_facts(d->l->d, d->block, EHC_STR("Placement"));
	for (const struct ehc_node *n = p->tree->first; n != NULL; n = n->next) {
		static layout_labels order = { EHC_L_NAME, EHC_L_TYPE, EHC_L_OTHERWISE, EHC_L_NONE }, skip = { EHC_L_BECAUSE, EHC_L_NONE };
		enum ehc_section s;

		if (n->label == EHC_L_SECTION && ehc_section_read(n->words, &s) && s == EHC_I)
			layout_fields(d->l, facts, n, NULL, order, skip);
	}
	d->any = d->any || facts->rows != NULL;
}

/* A section that is read elsewhere still has its place in the order of the letters. */
static void
put_beside(struct drawing *d)
{
	static const enum ehc_section needs[] = { EHC_B, EHC_C, EHC_D };
	struct ehc_block *p = ehc_block_paragraph(d->l->d, d->block, d->any ? EHC_STR("The rest of this section is set out beside the needs, in ") :
	    EHC_STR("This section is set out beside the needs that it is for, in "));

	for (size_t i = 0; i < EHC_COUNT(needs); i++) {
		const char *name = ehc_section_name(needs[i]);

		ehc_run_words(d->l->d, p, layout_printf(d->l, "section %s", name))->target = layout_printf(d->l, "section-%s", name);
		ehc_run_words(d->l->d, p, ehc_str_of(i + 2 < EHC_COUNT(needs) ? ", " : i + 1 < EHC_COUNT(needs) ? " and " : "."));
	}
}

static void
put_section(struct layout *l, enum ehc_section s)
{
	const struct ehc_section_info *info = &l->plan->sections[s];
	struct ehc_str heading = layout_printf(l, "Section %s – %s", ehc_section_name(s), titles[s]);
	struct drawing d = { .l = l, .section = s, .level = 3 };

	d.block = d.group = ehc_block_section(l->d, NULL, 2, layout_printf(l, "section-%s", ehc_section_name(s)), heading);
	if (info->title.len > 0 && !ehc_str_is_nocase(info->title, titles[s])) {
		struct ehc_block *own = ehc_block_add(l->d, d.block, EHC_BLOCK_PARAGRAPH);

		own->tone = EHC_TONE_QUIET;
		ehc_run_slice(l->d, own, l->plan->source, info->title);
	}
	if (info->nil)
		put_none(&d, d.block, &info->because);
	else if (info->because.text.str.len > 0)
		layout_prose_under(l, d.block, &info->because.text, NULL, 3);
	if (s == EHC_I)
		put_placement(&d);
	put_entries(&d);
	if (d.beside)
		put_beside(&d);
	else if (!d.any && !info->nil && info->because.text.str.len == 0)
		ehc_block_paragraph(l->d, d.block, EHC_STR("Nothing is recorded in this section."));
}

void
layout_sections(struct layout *l)
{
	if (layout_in_rows(l)) {
		for (const struct ehc_item *it = l->plan->first_item; it != NULL; it = it->next)
			l->nshown++;
		l->shown = EHC_NEW_ARRAY(l->d->arena, bool, l->nshown);
	}
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		put_section(l, (enum ehc_section)s);
}

/* An advice report has the sections that its author writes for, and no others. */
void
layout_advice(struct layout *l)
{
	for (int s = EHC_NO_SECTION + 1; s < EHC_SECTION_COUNT; s++)
		if (l->plan->sections[s].present)
			put_section(l, (enum ehc_section)s);
}

/* ---- what the family asked for, and what was done about it ---- */

/* Who asked and when, under what was asked. */
static void
put_said(struct layout *l, struct ehc_cell *cell, const struct ehc_item *it)
{
	static const enum ehc_label labels[] = { EHC_L_FROM, EHC_L_RECEIVED };
	struct ehc_block *p = NULL;

	layout_prose(l, cell, &it->text, it, 0);
	for (size_t i = 0; i < EHC_COUNT(labels); i++) {
		if (ehc_node_field(it->node, labels[i]) == NULL)
			continue;
		if (p == NULL)
			p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);
		else
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		layout_labelled(l, p, it->node, labels[i], it);
	}
}

bool
layout_said_and_done(struct layout *l, struct ehc_block *parent)
{
	static layout_labels skip = { EHC_L_FROM, EHC_L_RECEIVED, EHC_L_ANSWER, EHC_L_CHANGED, EHC_L_NONE };
	const struct ehc_column columns[] = { { EHC_STR("Ref"), 8 }, { EHC_STR("You said"), 42 }, { EHC_STR("We did"), 50 } };
	const struct ehc_items *comments = &l->plan->kinds[EHC_ITEM_COMMENT];
	struct ehc_block *table;

	if (comments->count == 0)
		return false;
	table = ehc_block_table(l->d, parent, EHC_STR("You said, we did"), columns, EHC_COUNT(columns));
	table->named = true;
	for (size_t i = 0; i < comments->count; i++) {
		const struct ehc_item *it = comments->items[i];
		struct ehc_table_row *r = ehc_block_row(l->d, table, layout_anchor(it));

		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, &r->cells[0], EHC_NOSTR), l->plan->source, layout_id(it));
		put_said(l, &r->cells[1], it);
		layout_field(l, &r->cells[2], it->node, EHC_L_ANSWER, it);
		if (ehc_node_field(it->node, EHC_L_ANSWER) == NULL)
			ehc_cell_paragraph(l->d, &r->cells[2], EHC_STR("Not answered yet."));
		if (ehc_node_field(it->node, EHC_L_CHANGED) != NULL)
			layout_labelled(l, ehc_cell_paragraph(l->d, &r->cells[2], EHC_NOSTR), it->node, EHC_L_CHANGED, it);
		layout_rest(l, &r->cells[2], it, NULL, skip);
	}
	return true;
}

void
layout_comments(struct layout *l)
{
	if (l->plan->kinds[EHC_ITEM_COMMENT].count > 0)
		layout_said_and_done(l, ehc_block_section(l->d, NULL, 2, EHC_STR("comments"), EHC_STR("You said, we did")));
}
