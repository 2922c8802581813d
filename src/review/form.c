/*
 * form.c - the review form: what it begins and ends with for every plan, and the pieces that its parts are made of. Every
 * answer is left open. What stands beside a question is the plan's own words.
 */
#include "form.h"

#include "ehc/report.h"
#include "ehc/rule.h"

#define MOST_LINES 6

const char *const form_yes_no[] = { "yes", "no", NULL };
const char *const form_as_it_was[] = { "as it was", "changed", "no longer so", NULL };

/* ---- pieces ---- */

struct ehc_block *
form_part(struct form *f, const char *anchor, const char *heading)
{
	return ehc_block_section(f->d, NULL, 2, ehc_str_of(anchor), ehc_str_of(heading));
}

struct ehc_block *
form_leaf(struct form *f, const char *anchor, const char *heading)
{
	ehc_block_add(f->d, NULL, EHC_BLOCK_PAGE_BREAK);
	return form_part(f, anchor, heading);
}

struct ehc_block *
form_entry(struct form *f, struct ehc_block *part, const char *word, const struct ehc_item *it, layout_labels order)
{
	struct ehc_str heading = layout_id(it).len > 0 ? layout_printf(f->l, "%s %.*s", word, EHC_ARG(layout_id(it))) : ehc_str_of(word);
	struct ehc_block *entry = ehc_block_section(f->d, part, 3, layout_anchor(it), heading), *facts;

	entry->together = true;
	layout_prose_under(f->l, entry, &it->text, it, 4);
	facts = ehc_block_facts(f->d, entry, heading);
	facts->together = true;
	layout_some_fields(f->l, facts, it->node, it, order);
	layout_keep_words(entry);
	return entry;
}

void
form_ask(struct form *f, struct ehc_block *where, const char *question, int lines)
{
	ehc_block_answer(f->d, where, ehc_str_of(question), lines < MOST_LINES ? lines : MOST_LINES);
}

void
form_choose(struct form *f, struct ehc_block *where, const char *question, const char *const *options)
{
	ehc_block_choice(f->d, where, ehc_str_of(question), options);
}

void
form_say(struct form *f, struct ehc_block *where, const char *words)
{
	ehc_block_paragraph(f->d, where, ehc_str_of(words))->together = true;
}

void
form_texts(struct form *f, struct ehc_block *where, enum ehc_label label)
{
	struct ehc_block *said = NULL;
	const struct ehc_prose_entry *t;

	for (size_t n = 0; (t = ehc_plan_text(f->plan, label, n)) != NULL; n++) {
		if (said == NULL)
			said = ehc_block_section(f->d, where, 3, EHC_NOSTR, layout_printf(f->l, "The plan says: %.*s",
			    EHC_ARG(ehc_str_of(ehc_keyword(label)->spelling))));
		layout_prose_under(f->l, said, &t->text, NULL, 4);
	}
}

struct ehc_str
form_cell_question(struct form *f, const char *column, struct ehc_str row)
{
	return row.len > 0 ? layout_printf(f->l, "%s: %.*s", column, EHC_ARG(row)) : ehc_str_of(column);
}

void
form_blank_table(struct form *f, struct ehc_block *where, const char *caption, const struct ehc_column *columns, size_t n, int rows, int lines)
{
	struct ehc_block *table = ehc_block_table(f->d, where, ehc_str_of(caption), columns, n);

	table->named = true;
	for (int i = 1; i <= rows; i++) {
		struct ehc_table_row *r = ehc_block_row(f->d, table, EHC_NOSTR);
		struct ehc_str number = layout_printf(f->l, "%d", i);

		ehc_cell_paragraph(f->d, &r->cells[0], number);
		for (size_t k = 1; k < n; k++)
			ehc_cell_answer(f->d, &r->cells[k], layout_printf(f->l, "%.*s, row %d", EHC_ARG(columns[k].heading), i), lines);
	}
}

/* ---- what it begins with ---- */

static const char *
title_of(const struct ehc_plan *p)
{
	return p->kind == EHC_DOC_HEALTH_PLAN ? "Review of the health care plan" : "Annual review";
}

static void
name_document(struct form *f)
{
	const struct ehc_plan *p = f->plan;
	struct ehc_str name = layout_flat(f->l, p->child.name.text.str), reference = layout_flat(f->l, p->reference);

	f->d->form = true;
	f->d->day = f->review->as_of;
	f->d->title = layout_printf(f->l, "%s%s%.*s", title_of(p), name.len > 0 ? ": " : "", EHC_ARG(name));
	f->d->authority = layout_flat(f->l, p->authority.text.str.len > 0 ? p->authority.text.str : p->school.text.str);
	f->d->running = layout_printf(f->l, "%s%s%.*s%s%.*s", title_of(p), name.len > 0 ? " · " : "", EHC_ARG(name), reference.len > 0 ? " · " : "",
	    EHC_ARG(reference));
	f->d->state = layout_printf(f->l, "Form made on %.*s", EHC_ARG(ehc_day_text(f->d->arena, f->review->as_of)));
}

/* What the form is, and what it is not. */
static void
put_purpose(struct form *f)
{
	bool care = f->plan->kind == EHC_DOC_HEALTH_PLAN;
	struct ehc_block *n = ehc_block_add(f->d, NULL, EHC_BLOCK_NOTICE);

	n->together = true;
	if (care)
		ehc_block_paragraph(f->d, n, EHC_STR("This is a form to review a plan with. It is not the plan: give no medicine and act in no emergency by it."))->
		    runs.items[0].strong = true;
	ehc_block_paragraph(f->d, n, EHC_STR("The plan’s own words stand beside each question. Nothing has been answered for you: what is met, what was given and "
	    "what comes next is for the people at the review to say. Leave open what nobody can answer, and say who will find out."));
	if (f->plan->status == EHC_WORKING || f->plan->status == EHC_DRAFT || f->plan->status == EHC_PROPOSED)
		ehc_block_paragraph(f->d, n, EHC_STR("The plan that this form was made from is a draft. Check it against the plan that is in force."));
}

static void
put_about(struct form *f)
{
	static layout_labels head_order = { EHC_L_STATUS, EHC_L_VERSION, EHC_L_DATED, EHC_L_WRITTEN, EHC_L_AUTHORITY, EHC_L_ICB, EHC_L_SCHOOL, EHC_L_NONE };
	static layout_labels child_order = { EHC_L_KNOWN_AS, EHC_L_BORN, EHC_L_YEAR_GROUP, EHC_L_CLASS, EHC_L_SETTING, EHC_L_INTERPRETER, EHC_L_NONE };
	const struct ehc_node *places[] = { f->plan->child.node, f->plan->tree->head };
	const enum ehc_label *orders[] = { child_order, head_order };
	struct ehc_block *part = form_part(f, "", "About this review"), *facts = ehc_block_facts(f->d, part, EHC_STR("About this review"));

	if (f->plan->reference.len > 0)
		ehc_run_slice(f->d, ehc_cell_paragraph(f->d, layout_fact(f->l, facts, EHC_STR("Plan")), EHC_NOSTR), f->plan->source, f->plan->reference);
	for (size_t i = 0; i < EHC_COUNT(places); i++)
		for (const enum ehc_label *label = orders[i]; places[i] != NULL && *label != EHC_L_NONE; label++) {
			const struct ehc_node *field = f->l->hidden[*label] ? NULL : ehc_node_field(places[i], *label);

			if (field != NULL)
				layout_field(f->l, layout_fact(f->l, facts, layout_label(f->l, field)), places[i], *label, NULL);
		}
	if (f->review->meeting == EHC_NODATE)
		form_ask(f, part, "Day, time and place of the meeting", 1);
	else
		form_ask(f, part, ehc_arena_cstr(f->d->arena, layout_printf(f->l, "The meeting of %.*s: time and place",
		    EHC_ARG(ehc_day_text(f->d->arena, f->review->meeting)))), 1);
	form_ask(f, part, "Who leads the review, and who fills in this form (name and role)", 1);
}

/* ---- dates ---- */

/* Who set the day: the plan itself, a source in law or guidance, or nobody but good practice. */
static struct ehc_str
source_of(const struct ehc_due *due)
{
	const struct ehc_rule *rule = due->rule != NULL ? ehc_rule_find(ehc_str_of(due->rule)) : NULL;

	if (rule == NULL)
		return EHC_STR("the plan");
	return ehc_rule_source(rule)[0] != '\0' ? ehc_str_of(ehc_rule_source(rule)) : EHC_STR("good practice");
}

static void
put_ahead(struct form *f, struct ehc_block *part)
{
	const struct ehc_column columns[] = { { EHC_STR("Day"), 20 }, { EHC_STR("What falls due"), 38 }, { EHC_STR("Whose step"), 18 },
	    { EHC_STR("What sets the day"), 24 } };
	struct ehc_block *table = ehc_block_table(f->d, part, EHC_STR("What falls due"), columns, EHC_COUNT(columns));

	table->named = true;
	for (size_t i = 0; i < f->review->dates.count; i++) {
		const struct ehc_due *due = &f->review->dates.items[i];
		struct ehc_table_row *r;

		if (due->day < f->review->as_of)
			continue;
		r = ehc_block_row(f->d, table, EHC_NOSTR);
		ehc_cell_paragraph(f->d, &r->cells[0], ehc_day_text(f->d->arena, due->day));
		ehc_cell_paragraph(f->d, &r->cells[1], due->what);
		if (due->whose[0] != '\0')
			ehc_cell_paragraph(f->d, &r->cells[2], ehc_str_of(due->whose));
		ehc_cell_paragraph(f->d, &r->cells[3], source_of(due));
	}
}

/* That provision began is asked where the provision stands. */
static bool
is_behind(const struct form *f, const struct ehc_due *due)
{
	return due->day < f->review->as_of && !ehc_str_is(ehc_str_of(due->key), "begins") && !ehc_str_is(ehc_str_of(due->key), "reorder");
}

static void
put_behind(struct form *f, struct ehc_block *part)
{
	const struct ehc_column columns[] = { { EHC_STR("Day"), 21 }, { EHC_STR("What fell due"), 49 }, { EHC_STR("When it was done"), 30 } };
	struct ehc_block *under = NULL, *table = NULL;

	for (size_t i = 0; i < f->review->dates.count; i++) {
		const struct ehc_due *due = &f->review->dates.items[i];
		struct ehc_table_row *r;

		if (!is_behind(f, due))
			continue;
		if (under == NULL) {
			under = ehc_block_section(f->d, part, 3, EHC_NOSTR, EHC_STR("Days that have passed"));
			form_say(f, under, "The plan does not record that these were done. It may be that they were: write down when.");
			table = ehc_block_table(f->d, under, EHC_STR("Days that have passed"), columns, EHC_COUNT(columns));
			table->named = true;
		}
		r = ehc_block_row(f->d, table, EHC_NOSTR);
		ehc_cell_paragraph(f->d, &r->cells[0], ehc_day_text(f->d->arena, due->day));
		ehc_cell_paragraph(f->d, &r->cells[1], due->what);
		ehc_cell_answer(f->d, &r->cells[2], form_cell_question(f, "When it was done", due->what), 1);
	}
}

static void
put_dates(struct form *f)
{
	struct ehc_block *part = form_part(f, "dates", "When things are due");

	if (!f->review->counted)
		form_say(f, part, f->plan->kind == EHC_DOC_HEALTH_PLAN ? "The plan records neither when it was written nor when its review is due, so that day cannot be counted. "
		    "Find out, and write it down." : "The plan records neither when it was made final nor when it was last reviewed, so the days of this review cannot be "
		    "counted. Find out, and write them down.");
	put_ahead(f, part);
	put_behind(f, part);
	if (!f->review->counted)
		form_ask(f, part, "The review is due by", 1);
}

/* ---- what it ends with ---- */

static void
put_actions(struct form *f)
{
	const struct ehc_column columns[] = { { EHC_STR("No"), 6 }, { EHC_STR("What will be done"), 50 }, { EHC_STR("By whom"), 24 }, { EHC_STR("By when"), 20 } };

	form_blank_table(f, form_part(f, "actions", "What happens next"), "What happens next", columns, EHC_COUNT(columns), 6, 2);
}

static void
put_signatures(struct form *f)
{
	static const char *const ehc[] = { "The child or young person", "Parent or carer", "For the school or setting", "For the council" };
	static const char *const care[] = { "The child or young person", "Parent or carer", "For the school", "Health professional" };
	bool is_care = f->plan->kind == EHC_DOC_HEALTH_PLAN;
	struct ehc_block *part = form_part(f, "signatures", "Signatures");

	form_say(f, part, "To sign is to say that one took part, not that one agrees with all of it.");
	for (size_t i = 0; i < EHC_COUNT(ehc); i++) {
		struct ehc_block *b = ehc_block_add(f->d, part, EHC_BLOCK_SIGNATURE);

		ehc_run_words(f->d, b, ehc_str_of(is_care ? care[i] : ehc[i]));
		b->blank = true;
	}
}

/* ---- links ---- */

static void
mark_anchor(const struct form *f, bool *there, struct ehc_str anchor)
{
	const struct ehc_item *it = anchor.len > 0 ? ehc_plan_find(f->plan, anchor) : NULL;

	if (it != NULL)
		there[it->nth] = true;
}

static void
find_anchors(const struct form *f, const struct ehc_block *first, bool *there)
{
	for (const struct ehc_block *b = first; b != NULL; b = b->next) {
		mark_anchor(f, there, b->anchor);
		find_anchors(f, b->first, there);
		for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next)
			mark_anchor(f, there, r->anchor);
	}
}

/* An item that has no place in the form is named and not linked. */
static void
drop_links(const struct form *f, struct ehc_block *first, const bool *there)
{
	for (struct ehc_block *b = first; b != NULL; b = b->next) {
		for (size_t i = 0; i < b->runs.count; i++) {
			struct ehc_str *target = &b->runs.items[i].target;
			const struct ehc_item *it = target->len > 0 ? ehc_plan_find(f->plan, *target) : NULL;

			if (it != NULL && !there[it->nth])
				*target = EHC_NOSTR;
		}
		drop_links(f, b->first, there);
		for (const struct ehc_table_row *r = b->rows; r != NULL; r = r->next)
			for (size_t i = 0; i < b->ncolumns; i++)
				drop_links(f, r->cells[i].first, there);
	}
}

static void
mend_links(const struct form *f)
{
	size_t n = 1;
	bool *there;

	for (const struct ehc_item *it = f->plan->first_item; it != NULL; it = it->next)
		n++;
	there = EHC_NEW_ARRAY(f->d->arena, bool, n);
	find_anchors(f, f->d->first, there);
	drop_links(f, f->d->first, there);
}

struct ehc_document *
ehc_review_form(const struct ehc_review *r, struct ehc_arena *a, const struct ehc_plan *house, const struct ehc_style *style)
{
	struct layout *l = layout_begin(a, r->plan, house, style);
	struct form form = { l, l->d, r->plan, r }, *f = &form;
	struct ehc_block *title, *name;

	name_document(f);
	layout_letterhead(l);
	title = ehc_block_add(f->d, NULL, EHC_BLOCK_HEADING);
	title->level = 1;
	ehc_run_words(f->d, title, ehc_str_of(title_of(r->plan)));
	if (r->plan->child.name.text.str.len > 0) {
		name = ehc_block_add(f->d, NULL, EHC_BLOCK_PARAGRAPH);
		name->tone = EHC_TONE_LEAD;
		layout_text(l, name, &r->plan->child.name.text, 0, r->plan->child.name.text.str.len, NULL);
	}
	put_purpose(f);
	layout_review_words(l);
	put_about(f);
	if (f->d->style->parts[EHC_PART_CONTENTS])
		ehc_block_add(f->d, form_part(f, "", "Contents"), EHC_BLOCK_CONTENTS);
	put_dates(f);
	if (r->plan->kind == EHC_DOC_HEALTH_PLAN)
		form_care(f);
	else
		form_ehc(f);
	put_actions(f);
	put_signatures(f);
	layout_trim_tables(f->d->first);
	mend_links(f);
	return f->d;
}
