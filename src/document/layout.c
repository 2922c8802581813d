/*
 * layout.c - the plan model as a document: front sheet, contents, body, and what stands at the end. What each kind of
 * plan has between is in sections.c and care.c.
 */
#include "layout.h"

#include <string.h>

/* ---- what is hidden ---- */

static enum ehc_label
child_field_named(struct ehc_str words)
{
	size_t n;
	const struct ehc_spelling *s = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++)
		if ((ehc_keyword(s[i].label)->on & EHC_ON_CHILD) != 0 && ehc_str_is_nocase(words, s[i].spelling))
			return s[i].label;
	return EHC_L_NONE;
}

/* `do not print: address, NHS number` */
static void
read_hidden(struct layout *l)
{
	const struct ehc_node *child = l->plan->child.node;

	for (const struct ehc_node *f = child == NULL ? NULL : ehc_node_field(child, EHC_L_DO_NOT_PRINT); f != NULL; f = ehc_node_next_field(f)) {
		struct ehc_str rest = f->text.str, part;

		while (rest.len > 0) {
			size_t end = 0;

			while (end < rest.len && strchr(",;\n", rest.ptr[end]) == NULL)
				end++;
			part = ehc_str_trim(ehc_str_sub(rest, 0, end));
			rest = ehc_str_sub(rest, end < rest.len ? end + 1 : end, rest.len);
			if (ehc_str_starts_nocase(part, "and "))
				part = ehc_str_trim(ehc_str_sub(part, 4, part.len));
			l->hidden[child_field_named(part)] = true;
			for (size_t at = ehc_str_find_word(part, "and"); at != SIZE_MAX; at = SIZE_MAX) {
				l->hidden[child_field_named(ehc_str_trim(ehc_str_sub(part, 0, at)))] = true;
				l->hidden[child_field_named(ehc_str_trim(ehc_str_sub(part, at + 3, part.len)))] = true;
			}
		}
	}
}

/* ---- the document's own facts ---- */

static bool
is_draft(const struct ehc_plan *p)
{
	return p->status == EHC_WORKING || p->status == EHC_DRAFT || p->status == EHC_PROPOSED;
}

static const char *
kind_words(const struct ehc_plan *p)
{
	switch (p->kind) {
	case EHC_DOC_HEALTH_PLAN: return "Health care plan";
	case EHC_DOC_ADVICE: return "Advice report";
	default: return "Education, health and care plan";
	}
}

static struct ehc_str
child_name(struct layout *l)
{
	return layout_flat(l, l->plan->child.name.text.str);
}

/* The status in the author's words. */
static struct ehc_str
status_words(struct layout *l)
{
	const struct ehc_plan *p = l->plan;
	struct ehc_str status = layout_flat(l, p->status_value.text.str);

	if (p->is_template)
		return EHC_STR("Template, not a plan");
	if (p->kind == EHC_DOC_HEALTH_PLAN && !layout_care_agreed(l))
		return EHC_STR("NOT AGREED – DO NOT USE");
	if (p->status == EHC_PROPOSED)
		status = EHC_STR("Draft: proposed amendments");
	else if (p->status == EHC_WORKING)
		status = EHC_STR("Draft: still being written");
	else if (status.len > 0) {
		struct ehc_block capital = { 0 };

		layout_capital(l, &capital, status);
		status = capital.runs.items[0].text;
	}
	return status;
}

/* The head of every page: the status, the version, and the date that the plan bears. */
static struct ehc_str
state_words(struct layout *l)
{
	struct ehc_str state = status_words(l), version = layout_flat(l, l->plan->version.text.str);

	if (version.len > 0 && version.len <= 40)
		state = layout_printf(l, "%.*s%sversion %.*s", EHC_ARG(state), state.len > 0 ? ", " : "", EHC_ARG(version));
	if (l->d->day != EHC_NODATE)
		state = layout_printf(l, "%.*s%s%.*s", EHC_ARG(state), state.len > 0 ? ", " : "", EHC_ARG(ehc_day_text(l->d->arena, l->d->day)));
	return state;
}

static void
name_document(struct layout *l)
{
	const struct ehc_plan *p = l->plan;
	struct ehc_document *d = l->d;
	struct ehc_str name = child_name(l), reference = layout_flat(l, p->reference);

	d->day = p->dated.node != NULL ? p->dated.day : p->written.node != NULL ? p->written.day : EHC_NODATE;
	d->title = layout_printf(l, "%s%s%.*s%s", kind_words(p), name.len > 0 ? ": " : "", EHC_ARG(name), is_draft(p) ? " (draft)" : "");
	d->authority = layout_flat(l, p->authority.text.str.len > 0 ? p->authority.text.str : p->school.text.str);
	d->running = layout_printf(l, "%.*s%s%.*s", EHC_ARG(name.len > 0 ? name : ehc_str_of(kind_words(p))), reference.len > 0 ? " · " : "",
	    EHC_ARG(reference));
	d->state = state_words(l);
	/* a pale word across a page with doses on it would be one more thing to read past */
	if (is_draft(p) && p->kind == EHC_DOC_EHC_PLAN)
		d->mark = EHC_STR("DRAFT");
	if (p->is_template)
		d->mark = EHC_STR("TEMPLATE");
	d->warn = p->kind == EHC_DOC_HEALTH_PLAN && !p->is_template && !layout_care_agreed(l);
}

/* ---- front sheet ---- */

static void
put_status(struct layout *l)
{
	const struct ehc_plan *p = l->plan;
	struct ehc_block *n, *head;
	const char *words = NULL, *more = NULL;

	switch (p->status) {
	case EHC_WORKING:
		words = "DRAFT – still being written";
		more = "Parts of this plan are not finished. It is not to be used or sent as a plan.";
		break;
	case EHC_DRAFT:
		words = "DRAFT";
		more = "This is a draft for comment. It is not the final plan, and what it says may change.";
		break;
	case EHC_PROPOSED:
		words = "DRAFT – proposed amendments";
		more = "These are proposed changes to a plan, for comment. The plan as it was goes on until changes are made final.";
		break;
	case EHC_CEASED:
		words = "This plan has ended";
		break;
	default:
		return;
	}
	n = ehc_block_add(l->d, NULL, EHC_BLOCK_NOTICE);
	n->together = true;
	head = ehc_block_paragraph(l->d, n, ehc_str_of(words));
	head->runs.items[0].strong = true;
	if (more != NULL)
		ehc_block_paragraph(l->d, n, ehc_str_of(more));
}

static void
put_purpose(struct layout *l, struct ehc_block *parent)
{
	if (l->plan->kind != EHC_DOC_EHC_PLAN || !l->d->style->parts[EHC_PART_PURPOSE])
		return;
	ehc_block_paragraph(l->d, parent, EHC_STR("This plan says what the child or young person’s needs are, what help is to be given for them and"
	    " by whom, and what difference that help should make. Its sections are lettered A to K. Each need, outcome and piece of provision"
	    " has a number, such as B1, E1 or F1; the numbers lead from one to the other."));
}

static const enum ehc_label dates_of_plan[] = { EHC_L_FIRST_PLAN, EHC_L_DRAFT_SENT, EHC_L_VIEWS_BY, EHC_L_FINAL_ISSUED, EHC_L_AMEND_NOTICE,
    EHC_L_AMEND_VIEWS_BY, EHC_L_AMENDED_FINAL, EHC_L_LAST_ASSESSMENT, EHC_L_LAST_REVIEW, EHC_L_REVIEW_MEETING, EHC_L_REVIEW_DUE,
    EHC_L_TRANSFER, EHC_L_PLAN_ENDS };

/* Of the timeline, the dates that the family needs; how the council kept its own limits is not part of the plan. */
static void
put_dates(struct layout *l, struct ehc_block *facts)
{
	const struct ehc_node *timeline = l->plan->timeline_node;

	for (size_t i = 0; timeline != NULL && i < EHC_COUNT(dates_of_plan); i++) {
		const struct ehc_node *f = ehc_node_field(timeline, dates_of_plan[i]);

		if (f != NULL)
			layout_field(l, layout_fact(l, facts, layout_label(l, f)), timeline, dates_of_plan[i], NULL);
	}
}

static void
put_plan_facts(struct layout *l)
{
	static layout_labels order = { EHC_L_STATUS, EHC_L_VERSION, EHC_L_DATED, EHC_L_WRITTEN, EHC_L_REVIEW_DUE, EHC_L_REVIEW_WHEN, EHC_L_AUTHOR,
	    EHC_L_ROLE, EHC_L_AUTHORITY, EHC_L_ICB, EHC_L_SCHOOL, EHC_L_SITE_ADDRESS, EHC_L_AMBULANCE, EHC_L_NONE };
	static layout_labels skip = { EHC_L_EHC_PLAN, EHC_L_HEALTH_PLAN, EHC_L_ADVICE_REPORT, EHC_L_COPIES, EHC_L_NONE };
	bool advice = l->plan->kind == EHC_DOC_ADVICE;
	struct ehc_str heading = advice ? EHC_STR("About this report") : EHC_STR("About this plan");
	struct ehc_block *section = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, heading), *facts;
	const struct ehc_node *head = l->plan->tree->head;

	facts = ehc_block_facts(l->d, section, heading);
	if (l->plan->reference.len > 0)
		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, layout_fact(l, facts, advice ? EHC_STR("Advice") : EHC_STR("Reference")),
		    EHC_NOSTR), l->plan->source, l->plan->reference);
	if (head != NULL)
		layout_fields(l, facts, head, NULL, order, skip);
	put_dates(l, facts);
	put_purpose(l, section);
}

static void
put_child_facts(struct layout *l)
{
	static layout_labels order = { EHC_L_KNOWN_AS, EHC_L_BORN, EHC_L_ALLERGIES, EHC_L_WEIGHT, EHC_L_NONE };
	const struct ehc_child *c = &l->plan->child;
	enum ehc_label skip[EHC_L_COUNT + 1];
	struct ehc_block *section, *facts;
	size_t n = 0;

	if (c->node == NULL)
		return;
	for (int i = 1; i < EHC_L_COUNT; i++)
		if (l->hidden[i])
			skip[n++] = (enum ehc_label)i;
	skip[n] = EHC_L_NONE;
	section = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("About the child or young person"));
	facts = ehc_block_facts(l->d, section, EHC_STR("About the child or young person"));
	facts->together = true;
	layout_fact_value(l, facts, EHC_STR("Name"), &c->name);
	layout_fields(l, facts, c->node, NULL, order, skip);
}

static void
put_front(struct layout *l)
{
	const struct ehc_plan *p = l->plan;
	struct ehc_block *h, *name;

	if (p->kind == EHC_DOC_HEALTH_PLAN)
		layout_care_sheets(l);
	layout_letterhead(l);
	h = ehc_block_add(l->d, NULL, EHC_BLOCK_HEADING);
	h->level = 1;
	ehc_run_words(l->d, h, ehc_str_of(kind_words(p)));
	if (child_name(l).len > 0) {
		name = ehc_block_add(l->d, NULL, EHC_BLOCK_PARAGRAPH);
		name->tone = EHC_TONE_LEAD;
		layout_text(l, name, &p->child.name.text, 0, p->child.name.text.str.len, NULL);
	}
	if (p->kind == EHC_DOC_HEALTH_PLAN) {
		layout_care_front(l);
		return;
	}
	put_status(l);
	layout_family_words(l);
	if (l->d->style->parts[EHC_PART_PLAN_FACTS])
		put_plan_facts(l);
	put_child_facts(l);
}

static void
put_contents(struct layout *l)
{
	struct ehc_block *s;

	s = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("Contents"));
	ehc_block_add(l->d, s, EHC_BLOCK_CONTENTS);
	if (l->plan->kind != EHC_DOC_HEALTH_PLAN)
		ehc_block_add(l->d, NULL, EHC_BLOCK_PAGE_BREAK);
}

/* ---- what stands at the end ---- */

static struct ehc_block *
back_section(struct layout *l, struct ehc_block **section, const char *anchor, const char *heading)
{
	if (*section == NULL)
		*section = ehc_block_section(l->d, NULL, 2, ehc_str_of(anchor), ehc_str_of(heading));
	return *section;
}

static void
put_standard_texts(struct layout *l)
{
	struct ehc_block *s = NULL;
	const struct ehc_prose_entry *t;

	for (size_t n = 0; (t = ehc_plan_text(l->plan, EHC_L_STANDARD_TEXT, n)) != NULL; n++)
		layout_prose_under(l, back_section(l, &s, "standard-text", "Standard wording"), &t->text, NULL, 3);
}

/* Texts that are labelled by words of their own: "LSA", "Appendix 1". */
static void
put_named_texts(struct layout *l, enum ehc_label label, const char *before, const char *anchor, const char *heading)
{
	struct ehc_block *s = NULL, *facts = NULL;
	const struct ehc_prose_entry *t;

	for (size_t n = 0; (t = ehc_plan_text(l->plan, label, n)) != NULL; n++) {
		if (facts == NULL)
			facts = ehc_block_facts(l->d, back_section(l, &s, anchor, heading), ehc_str_of(heading));
		layout_prose(l, layout_fact(l, facts, layout_printf(l, "%s%.*s", before, EHC_ARG(t->words))), &t->text, NULL, 0);
	}
}

static void
put_copies(struct layout *l)
{
	const struct ehc_node *places[] = { l->plan->tree->head, l->plan->timeline_node };
	struct ehc_block *s = NULL, *list = NULL;
	const struct ehc_prose_entry *t;

	for (size_t i = 0; i < EHC_COUNT(places); i++) {
		const struct ehc_node *f = places[i] == NULL ? NULL : ehc_node_field(places[i], EHC_L_COPIES);

		if (f != NULL)
			layout_prose_under(l, back_section(l, &s, "copies", "Who has a copy"), &f->text, NULL, 3);
	}
	for (size_t n = 0; (t = ehc_plan_text(l->plan, EHC_L_COPIED_TO, n)) != NULL; n++) {
		if (list == NULL)
			list = ehc_block_add(l->d, back_section(l, &s, "copies", "Who has a copy"), EHC_BLOCK_LIST);
		layout_prose_under(l, ehc_block_add(l->d, list, EHC_BLOCK_ITEM), &t->text, NULL, 0);
	}
}

static bool
holds_date(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		ehc_day day;

		if (s.ptr[i] >= '0' && s.ptr[i] <= '9' && (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n') &&
		    ehc_day_read(ehc_str_sub(s, i, s.len), &day, NULL, NULL) > 0)
			return true;
	}
	return false;
}

/* A signature without a date is not there yet: it gets a line to write on. So does a plan for which nobody has signed. */
static void
put_signatures(struct layout *l)
{
	const struct ehc_plan *p = l->plan;
	struct ehc_block *s = NULL, *b;
	const struct ehc_prose_entry *t;
	size_t n = 0;

	for (; (t = ehc_plan_text(p, EHC_L_SIGNED, n)) != NULL; n++) {
		b = ehc_block_add(l->d, back_section(l, &s, "signatures", "Signatures"), EHC_BLOCK_SIGNATURE);
		layout_text(l, b, &t->text, 0, t->text.str.len, NULL);
		b->blank = !holds_date(t->text.str);
	}
	if (n > 0 || p->kind != EHC_DOC_EHC_PLAN || !l->d->style->parts[EHC_PART_SIGNATURE_LINES])
		return;
	b = ehc_block_add(l->d, back_section(l, &s, "signatures", "Signatures"), EHC_BLOCK_SIGNATURE);
	ehc_run_words(l->d, b, EHC_STR("For "));
	if (p->authority.text.str.len > 0)
		layout_text(l, b, &p->authority.text, 0, p->authority.text.str.len, NULL);
	else
		ehc_run_words(l->d, b, EHC_STR("the local authority"));
	b->blank = true;
}

static void
put_back(struct layout *l)
{
	layout_comments(l);
	put_standard_texts(l);
	put_named_texts(l, EHC_L_DEFINITION, "", "definitions", "Words used in this plan");
	put_named_texts(l, EHC_L_APPENDIX, "Appendix ", "appendices", "Appendices");
	put_copies(l);
	put_signatures(l);
}

/* An emergency sheet hangs on a wall and is read from the top down: a health care plan is upright in every style. */
static const struct ehc_style *
upright(struct ehc_arena *a, const struct ehc_style *style)
{
	struct ehc_style *copy;

	if (style->paper == EHC_PORTRAIT)
		return style;
	copy = EHC_NEW(a, struct ehc_style);
	*copy = *style;
	copy->paper = EHC_PORTRAIT;
	return copy;
}

struct layout *
layout_begin(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_plan *house, const struct ehc_style *style)
{
	struct layout *l = EHC_NEW(a, struct layout);

	l->d = ehc_document_new(a);
	l->plan = plan;
	l->house = house;
	if (style != NULL)
		l->d->style = plan->kind == EHC_DOC_HEALTH_PLAN ? upright(a, style) : style;
	read_hidden(l);
	return l;
}

struct ehc_document *
ehc_document_in_house(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_plan *house, const struct ehc_style *style,
    const struct ehc_task_table *tasks)
{
	struct layout *l = layout_begin(a, plan, house, style);

	name_document(l);
	put_front(l);
	if (plan->kind != EHC_DOC_ADVICE && l->d->style->parts[EHC_PART_CONTENTS])
		put_contents(l);
	if (plan->kind == EHC_DOC_HEALTH_PLAN)
		layout_care(l);
	else if (plan->kind == EHC_DOC_ADVICE)
		layout_advice(l);
	else
		layout_sections(l);
	if (plan->kind == EHC_DOC_HEALTH_PLAN)
		layout_task_guide(l, tasks);
	put_back(l);
	if (plan->kind == EHC_DOC_EHC_PLAN)
		layout_childs_page(l);
	layout_trim_tables(l->d->first);
	return l->d;
}

struct ehc_document *
ehc_document_of(struct ehc_arena *a, const struct ehc_plan *plan)
{
	return ehc_document_in_house(a, plan, NULL, NULL, NULL);
}
