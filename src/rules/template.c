/*
 * template.c - what is asked of a template, and of a plan that still holds part of one.
 *
 * A template is not a plan with faults: it is asked whether it offers every part that the plan made from it will need.
 */
#include "rules/rules.h"

#include <stdlib.h>

bool
ehc_is_word_form(const struct ehc_plan *p)
{
	return p->is_template && p->tree->template_head == NULL;
}

/* ---- every part offered ---- */

/* TMPL-001 */
static void
section_not_offered(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->kind != EHC_DOC_EHC_PLAN)
		return;
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		const char *name = ehc_section_name((enum ehc_section)s);

		if (!c->plan->sections[s].present)
			ehc_flag_section(c, (enum ehc_section)s, "This template offers no section %s.", name);
	}
}

static bool
has_entry(const struct ehc_plan *p, enum ehc_label label)
{
	for (const struct ehc_node *n = p->tree->first; n != NULL; n = n->next)
		if (n->label == label)
			return true;
	return false;
}

static bool
has_field(const struct ehc_plan *p, enum ehc_label label)
{
	for (const struct ehc_node *n = p->tree->first; n != NULL; n = n->next)
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next)
			if (f->label == label)
				return true;
	return false;
}

/* TMPL-002 */
static void
part_not_offered(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct { enum ehc_label label; bool is_field; } parts[] = {
		{ EHC_L_CHILD, false }, { EHC_L_CONDITION, false }, { EHC_L_MEDICINE, false }, { EHC_L_STAFF, false },
		{ EHC_L_EMERGENCY, false }, { EHC_L_CONTACT, false }, { EHC_L_TRIPS, false },
		{ EHC_L_STAFF_TO_KNOW, false }, { EHC_L_LEARNING, false }, { EHC_L_WRITTEN, true },
		{ EHC_L_REVIEW_DUE, true }, { EHC_L_DOSE, true }, { EHC_L_KEPT, true },
		{ EHC_L_BUDGET_CONSENT, true }, { EHC_L_COMPETENT, true }, { EHC_L_COVER, true },
	};
	struct ehc_str missing[EHC_COUNT(parts)];
	struct ehc_finding *f;
	size_t n = 0;

	(void)self;
	if (c->plan->kind != EHC_DOC_HEALTH_PLAN)
		return;
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (!(parts[i].is_field ? has_field : has_entry)(c->plan, parts[i].label))
			missing[n++] = ehc_arena_printf(c->arena, "`%s:`", ehc_keyword(parts[i].label)->spelling);
	if (n == 0)
		return;
	f = ehc_flag(c, NULL, ehc_plan_place(c->plan), "This template does not offer %.*s.",
	    EHC_ARG(ehc_list_words(c->arena, missing, n, n)));
	ehc_finding_help(c, f, "Add each with a placeholder, such as `dose: [[as prescribed, with the letter that says so]]`.");
}

/* ---- placeholders ---- */

/* One placeholder and where it stands. */
struct slot {
	struct ehc_str name;
	struct ehc_span span;
};

/* A function for each text of an entry and of its fields; notes are never printed and may speak of placeholders. */
static void
each_text(const struct ehc_node *entry, void (*look)(void *data, const struct ehc_text *text), void *data)
{
	look(data, &entry->text);
	for (const struct ehc_node *f = entry->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD && f->label != EHC_L_NOTE)
			look(data, &f->text);
}

struct look {
	struct ehc_check *c;
	const struct ehc_item *item;
	EHC_VEC(struct slot) slots;
};

/* "[[" without "]]" on the same line, or nothing between them. */
static void
look_for_broken(void *data, const struct ehc_text *text)
{
	struct look *l = data;
	struct ehc_str s = text->str;

	for (size_t i = 0; i + 1 < s.len; i++) {
		struct ehc_str inside;
		size_t end;

		if (s.ptr[i] != '[' || s.ptr[i + 1] != '[')
			continue;
		inside = ehc_str_sub(s, i + 2, s.len);
		end = ehc_str_find_nocase(ehc_str_sub(inside, 0, 200), "]]");
		if (end == SIZE_MAX)
			ehc_flag_words(l->c, NULL, ehc_text_span(text, i, 2), "This placeholder is not closed with ]].");
		else if (ehc_str_trim(ehc_str_sub(inside, 0, end)).len == 0)
			ehc_flag_words(l->c, NULL, ehc_text_span(text, i, end + 4), "This placeholder does not say what belongs in it.");
		i += end == SIZE_MAX ? 1 : end + 3;
	}
}

/* TMPL-003 */
static void
placeholder_broken(struct ehc_check *c, const struct ehc_rule *self)
{
	struct look l = { .c = c };

	(void)self;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next)
		each_text(n, look_for_broken, &l);
}

static void
look_for_left(void *data, const struct ehc_text *text)
{
	struct look *l = data;
	size_t len;

	for (size_t at = 0; (at = ehc_placeholder_find(text->str, at, &len)) != SIZE_MAX; at += len)
		ehc_flag_words(l->c, l->item, ehc_text_span(text, at, len), "A placeholder is left in the plan.");
}

/* Its row has the bit of templates, where there is nothing to find, so that the placeholder does not silence it. */
void
ehc_placeholder_left(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it = c->plan->first_item;
	struct look l = { .c = c };
	size_t len;

	(void)self;
	if (c->plan->is_template || !c->plan->placeholders)
		return;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next) {
		bool is_item = it != NULL && it->node == n;

		l.item = is_item ? it : NULL;
		if (n->kind == EHC_NODE_ENTRY && (!is_item || it->has_placeholder)) {
			if (ehc_placeholder_find(n->head, 0, &len) != SIZE_MAX)
				ehc_flag_words(c, l.item, n->head_span, "A placeholder is left in the plan.");
			each_text(n, look_for_left, &l);
		}
		if (is_item)
			it = it->next;
	}
}

/* ---- misspelt placeholders ---- */

/* Each kind of bracket is two bytes long. */
static bool
has_name(const struct ehc_plan *p, struct ehc_str s)
{
	return ehc_str_starts_nocase(s, "[[") || (ehc_is_word_form(p) && (ehc_str_starts_nocase(s, "{{") || ehc_str_starts_nocase(s, "\xC2\xAB")));
}

static void
look_for_names(void *data, const struct ehc_text *text)
{
	struct look *l = data;
	size_t len;

	for (size_t at = 0; (at = ehc_placeholder_find(text->str, at, &len)) != SIZE_MAX; at += len)
		if (has_name(l->c->plan, ehc_str_sub(text->str, at, text->str.len)))
			EHC_PUSH(l->c->arena, &l->slots, (struct slot){ ehc_str_trim(ehc_str_sub(text->str, at + 2, at + len - 2)),
			    ehc_text_span(text, at, len) });
}

static int
compare_slots(const void *left, const void *right)
{
	const struct slot *a = left, *b = right;
	int by_name = ehc_str_cmp(a->name, b->name);

	return by_name != 0 ? by_name : (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

/* Keeps the first place of each name; returns how many names there are. */
static size_t
distinct(struct slot *slots, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && ehc_str_eq(slots[kept - 1].name, slots[i].name))
			continue;
		slots[kept++] = slots[i];
	}
	return kept;
}

#define MOST_NAMES 2000 /* every pair is compared: enough for any form, and bounded for what is none */

/* TMPL-004. Names that differ in a figure ("parent 1", "parent 2") are meant to. */
static void
placeholder_misspelt(struct ehc_check *c, const struct ehc_rule *self)
{
	struct look l = { .c = c };
	size_t n;

	(void)self;
	for (const struct ehc_node *node = c->plan->tree->first; node != NULL; node = node->next)
		each_text(node, look_for_names, &l);
	if (l.slots.count == 0)
		return;
	qsort(l.slots.items, l.slots.count, sizeof(*l.slots.items), compare_slots);
	n = distinct(l.slots.items, l.slots.count);
	for (size_t i = 0; i < n && i < MOST_NAMES; i++) {
		for (size_t j = 0; j < i; j++) {
			const struct slot *a = &l.slots.items[j], *b = &l.slots.items[i], *later = a->span.start > b->span.start ? a : b;
			struct ehc_finding *f;

			if (a->name.len < 6 || b->name.len < 6 || ehc_str_has_digit(a->name) || ehc_str_has_digit(b->name) ||
			    ehc_str_distance(a->name, b->name, 2) > 2)
				continue;
			f = ehc_flag_words(c, NULL, later->span, ehc_is_word_form(c->plan) ? "\xC2\xAB%.*s\xC2\xBB is nearly the same as \xC2\xAB%.*s\xC2\xBB: is it misspelt?" :
			    "[[%.*s]] is nearly the same as [[%.*s]]: is it misspelt?", EHC_ARG(later->name),
			    EHC_ARG(later == a ? b->name : a->name));
			ehc_finding_relate(c->out, f, later == a ? b->span : a->span, EHC_STR("the other one"));
		}
	}
}

const struct ehc_rule ehc_rules_template[] = {
	{ .id = "TMPL-001", .title = "A template offers every statutory section",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_TEMPLATE,
	  .source = "SEND Regulations 2014, reg. 12(1)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = section_not_offered,
	  .why = "What the form does not ask for is missing from every plan that is made from it.",
	  .fix = "Add `section <letter>:` with its items and placeholders." },
	{ .id = "TMPL-002", .title = "A template of a health care plan offers every part",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .pack = "med-2015", .documents = EHC_FOR_TEMPLATE,
	  .source = "Supporting pupils at school with medical conditions (2015)", .confidence = EHC_SECONDARY,
	  .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = part_not_offered,
	  .why = "What the form does not ask for, nobody will know in an emergency.",
	  .fix = "Add the label of the part with a placeholder." },
	{ .id = "TMPL-003", .title = "Placeholders are well formed",
	  .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = placeholder_broken,
	  .why = "A broken placeholder is taken for words of the plan and is printed in it.",
	  .fix = "Write it as `[[what belongs here]]`." },
	{ .id = "TMPL-004", .title = "Placeholders are spelt alike",
	  .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = placeholder_misspelt,
	  .why = "Where one of two spellings is filled in, the other is left over in the child's plan.",
	  .fix = "Write both in the same way." },
	EHC_NO_MORE_RULES
};
