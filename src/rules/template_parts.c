/*
 * template_parts.c - what a template offers its writers, and what it bakes into every plan that is made from it.
 *
 * A template's items hold placeholders, so nothing is read out of their prose into the model: these rules look at the
 * words between the placeholders themselves.
 */
#include "ehc/fill.h"
#include "ehc/prose.h"
#include "rules/house.h"
#include "rules/rules.h"

/* ---- TMPL-005: what may be filled in ---- */

static bool
is_used(const struct ehc_tree *tree, struct ehc_str wanted)
{
	struct ehc_str text = tree->source->text, name;
	size_t len;

	for (size_t at = 0; (at = ehc_blank_next(text, at, &len, &name)) != SIZE_MAX; at += len)
		if (ehc_str_eq_nocase(name, wanted))
			return true;
	return false;
}

static void
flag_declaration(struct ehc_check *c, const struct ehc_blanks *declared, const struct ehc_blank *b)
{
	if (b->kind == EHC_BLANK_KINDS)
		ehc_finding_help(c, ehc_flag(c, NULL, b->node->head_span, "It is not said what kind of thing [[%.*s]] is.",
		    EHC_ARG(b->name)), "Begin the line with name, date, number, amount or words.");
	if (ehc_blank_find(declared, b->name) != b)
		ehc_flag(c, NULL, b->node->head_span, "[[%.*s]] is described twice.", EHC_ARG(b->name));
	if (!is_used(c->plan->tree, b->name))
		ehc_finding_help(c, ehc_flag(c, NULL, b->node->head_span, "[[%.*s]] is described, and stands nowhere in the template.",
		    EHC_ARG(b->name)), "Put it where it belongs, or take the line out.");
}

/* The kind that a field reads; others take any words. */
static enum ehc_blank_kind
kind_of_field(const struct ehc_node *f)
{
	if (f->keyword != NULL && f->keyword->value == EHC_VALUE_DATE)
		return EHC_BLANK_DATE;
	return f->label == EHC_L_HOW_MUCH ? EHC_BLANK_AMOUNT : EHC_BLANK_WORDS;
}

/* "born: [[date of birth]]": a field that is one placeholder wants that placeholder to be of its kind. */
static void
flag_wrong_kind(struct ehc_check *c, const struct ehc_blanks *declared, const struct ehc_node *f)
{
	enum ehc_blank_kind wanted = kind_of_field(f);
	struct ehc_str text = ehc_str_trim(f->text.str), name;
	const struct ehc_blank *b;
	size_t len;

	if (wanted == EHC_BLANK_WORDS || ehc_blank_next(text, 0, &len, &name) != 0 || len != text.len)
		return;
	b = ehc_blank_find(declared, name);
	if (b != NULL && b->kind != wanted && b->kind != EHC_BLANK_KINDS)
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what wants a kind has a label */
		ehc_flag_words(c, NULL, f->text.span, "`%s:` takes %s %s, and [[%.*s]] is said to be %s %s.", f->keyword->spelling,
		    wanted == EHC_BLANK_AMOUNT ? "an" : "a", ehc_blank_kind_name(wanted), EHC_ARG(name),
		    b->kind == EHC_BLANK_AMOUNT ? "an" : b->kind == EHC_BLANK_WORDS ? "some" : "a", ehc_blank_kind_name(b->kind));
}

static void
flag_undescribed(struct ehc_check *c, const struct ehc_blanks *declared, const struct ehc_text *t)
{
	struct ehc_str name;
	size_t len;

	for (size_t at = 0; (at = ehc_blank_next(t->str, at, &len, &name)) != SIZE_MAX; at += len)
		if (ehc_blank_find(declared, name) == NULL)
			ehc_finding_help(c, ehc_flag_words(c, NULL, ehc_text_span(t, at, len),
			    "It is not said what kind of thing [[%.*s]] is.", EHC_ARG(name)), "Write `placeholder %.*s: name`, or date, number, amount, words.",
			    EHC_ARG(name));
}

/* The facts of the child and of the plan are what systems fill in; elsewhere, and where prose is wanted, a placeholder is a prompt to the writer. */
static bool
holds_facts(const struct ehc_tree *tree, const struct ehc_node *n)
{
	return n == tree->head || n->label == EHC_L_CHILD;
}

/* TMPL-005 */
static void
placeholder_unknown(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_tree *tree = c->plan->tree;
	struct ehc_blanks declared = ehc_blanks_declared(c->arena, tree);

	(void)self;
	if (ehc_is_word_form(c->plan))
		return;         /* Word has no lines that say it */
	for (size_t i = 0; i < declared.count; i++)
		flag_declaration(c, &declared, &declared.items[i]);
	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next) {
		if (holds_facts(tree, n))
			flag_undescribed(c, &declared, &n->text);
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next) {
			if (f->kind != EHC_NODE_FIELD || f->label == EHC_L_NOTE)
				continue;
			if (holds_facts(tree, n) && f->keyword != NULL && f->keyword->value != EHC_VALUE_TEXT)
				flag_undescribed(c, &declared, &f->text);
			flag_wrong_kind(c, &declared, f);
		}
	}
}

/* ---- TMPL-006: what the house always wants ---- */

/* TMPL-006 */
static void
requirement_not_offered(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->profile->lines.count; i++) {
		const struct ehc_house_line *line = &c->profile->lines.items[i];
		struct ehc_requirement wanted;
		const struct ehc_item *it;

		if (line->node->label != EHC_L_REQUIRE || !ehc_house_applies(line->since, ehc_check_day(c)) ||
		    ehc_requirement_read(line->node->text.str, &wanted) != EHC_REQUIRE_OK)
			continue;
		for (EHC_EACH_ITEM(it, c->plan, wanted.kind)) {
			const char *label = ehc_keyword(wanted.field)->spelling;

			if ((wanted.section != EHC_NO_SECTION && it->section != wanted.section) || ehc_node_field(it->node, wanted.field) != NULL)
				continue;
			ehc_finding_help(c, ehc_flag(c, it, it->span, "%.*s does not offer `%s:`, which the house rules of %.*s ask for.",
			    EHC_ARG(ehc_item_Called(c->arena, it)), label, EHC_ARG(line->from)), "Add `%s:` with a placeholder.", label);
		}
	}
}

/* ---- TMPL-007: vague words baked in ---- */

static bool
is_commitment(const struct ehc_item *it)
{
	return it->kind == EHC_ITEM_OUTCOME || it->kind == EHC_ITEM_PROVISION || it->kind == EHC_ITEM_CARE || it->kind == EHC_ITEM_TASK;
}

static bool
in_placeholder(struct ehc_str s, size_t at)
{
	size_t len, from = 0, found;

	while ((found = ehc_placeholder_find(s, from, &len)) != SIZE_MAX && found <= at) {
		if (at < found + len)
			return true;
		from = found + len;
	}
	return false;
}

/* A phrase in the template's own words that would be an error in a plan; NULL: this match is none. */
static const struct ehc_phrase *
baked_in(const struct ehc_prose *p, const struct ehc_match *m)
{
	const struct ehc_phrase *phrase = m->list == EHC_LIST_PHRASE ? &ehc_phrases(NULL)[m->row] : NULL;

	return phrase != NULL && phrase->severity == EHC_ERROR && !in_placeholder(p->text, m->at) ? phrase : NULL;
}

/* Phrases that overlap ("as and when", "when required") are one fault, told by the longest of them. */
static void
flag_vague(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *t)
{
	const struct ehc_prose *p = ehc_prose_read(c->arena, t->str);

	for (size_t i = 0; i < p->nmatches;) {
		const struct ehc_match *longest = &p->matches[i], *m;
		const struct ehc_phrase *phrase = baked_in(p, longest), *other;
		size_t at = longest->at, end = at + longest->len;

		for (i++; phrase != NULL && i < p->nmatches && (m = &p->matches[i])->at < end; i++) {
			if ((other = baked_in(p, m)) == NULL)
				continue;
			if (m->len > longest->len)
				longest = m, phrase = other;
			if (m->at + m->len > end)
				end = m->at + m->len;
		}
		if (phrase != NULL)
			ehc_finding_help(c, ehc_flag_words(c, it, ehc_text_span(t, at, end - at),
			    "These words are vague, and will stand in every plan that is made from this template: %s.", phrase->why),
			    "Put a placeholder there that asks for the exact words.");
	}
}

/* TMPL-007 */
static void
vague_baked_in(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		if (!is_commitment(it))
			continue;
		flag_vague(c, it, &it->node->text);
		for (const struct ehc_node *f = it->node->fields; f != NULL; f = f->next)
			if (f->label == EHC_L_WHO || f->label == EHC_L_HOW_MUCH || f->label == EHC_L_HOW_OFTEN || f->label == EHC_L_BY)
				flag_vague(c, it, &f->text);
	}
}

/* ---- TMPL-008: room for more than one ---- */

static bool
may_be_several(const struct ehc_plan *p, const struct ehc_item *it)
{
	if (p->kind == EHC_DOC_HEALTH_PLAN)
		return it->kind == EHC_ITEM_MEDICINE || it->kind == EHC_ITEM_STAFF || it->kind == EHC_ITEM_CONTACT;
	return it->kind == EHC_ITEM_NEED || it->kind == EHC_ITEM_OUTCOME || it->kind == EHC_ITEM_PROVISION || it->kind == EHC_ITEM_ADVICE;
}

/* TMPL-008 */
static void
one_only(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (ehc_is_word_form(c->plan))
		return;         /* Word says it in other ways */
	for (it = c->plan->first_item; it != NULL; it = it->next)
		if (may_be_several(c->plan, it) && ehc_node_field(it->node, EHC_L_REPEAT) == NULL)
			ehc_finding_help(c, ehc_flag(c, it, it->span, "%.*s may be needed more than once, and the template does not say so.",
			    EHC_ARG(ehc_item_Called(c->arena, it))), "Add `repeat: 1 to 10`, or as many as the form has room for.");
}

/* ---- TMPL-009: placeholders that nothing fills in ---- */

static void
flag_foreign(struct ehc_check *c, struct ehc_str s, const struct ehc_text *text, struct ehc_span head)
{
	size_t len;

	for (size_t at = 0; (at = ehc_placeholder_find(s, at, &len)) != SIZE_MAX; at += len)
		if (!ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), "[["))
			ehc_flag_words(c, NULL, text != NULL ? ehc_text_span(text, at, len) : head,
			    "This is a placeholder of another system: nothing will fill it in here.");
}

/* TMPL-009 */
static void
placeholder_foreign(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (ehc_is_word_form(c->plan))
		return;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next) {
		if (n->kind != EHC_NODE_ENTRY)
			continue;
		flag_foreign(c, n->head, NULL, n->head_span);
		flag_foreign(c, n->text.str, &n->text, n->head_span);
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next)
			if (f->kind == EHC_NODE_FIELD && f->label != EHC_L_NOTE)
				flag_foreign(c, f->text.str, &f->text, n->head_span);
	}
}

/* ---- TMPL-010: a section with nothing to fill in ---- */

static bool
has_text(const struct ehc_plan *p, enum ehc_section s)
{
	for (size_t i = 0; i < p->ntexts; i++)
		if (p->texts[i].section == s && p->texts[i].text.str.len > 0)
			return true;
	return false;
}

/* TMPL-010 */
static void
section_prints_nothing(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->kind != EHC_DOC_EHC_PLAN)
		return;
	for (int i = EHC_A; i < EHC_SECTION_COUNT; i++) {
		enum ehc_section s = (enum ehc_section)i;
		const struct ehc_section_info *info = &c->plan->sections[s];

		if (info->labelled && !info->nil && info->items == 0 && !has_text(c->plan, s) && info->node->fields == NULL)
			ehc_flag_section(c, s, "Section %s of this template asks for nothing.", ehc_section_name(s));
	}
}

const struct ehc_rule ehc_rules_template_parts[] = {
	{ .id = "TMPL-005", .title = "What may be filled in is described",
	  .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = placeholder_unknown,
	  .why = "A name or a date that a system fills in unchecked goes wrong in a whole table of children at once.",
	  .fix = "Add a line `placeholder <name>: <kind>` for each placeholder in the head and in the child's block." },
	{ .id = "TMPL-006", .title = "A template offers what the house asks for",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = requirement_not_offered,
	  .why = "What the form does not ask for, every plan that is made from it will lack.",
	  .fix = "Add the field with a placeholder." },
	{ .id = "TMPL-007", .title = "No vague words are baked into a template",
	  .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = EHC_FOR_TEMPLATE,
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = vague_baked_in,
	  .why = "The same loose words would stand in the plan of every child.",
	  .fix = "Write `[[how long, how often]]` or the like in their place." },
	{ .id = "TMPL-008", .title = "Parts that a plan has several of can be repeated",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = one_only,
	  .why = "Where a form has room for one, a second need or a second provision is squeezed in beside the first, or left out.",
	  .fix = "Add `repeat: 1 to 10`." },
	{ .id = "TMPL-009", .title = "A template holds no placeholder of another system",
	  .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = placeholder_foreign,
	  .why = "A merge field that came along from a Word form is never filled in, and reaches the family in the child's plan.",
	  .fix = "Write it as `[[what belongs here]]`." },
	{ .id = "TMPL-010", .title = "Each section of a template asks for something",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_TEMPLATE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = section_prints_nothing,
	  .why = "A heading with nothing below it stays empty in plan after plan, and nobody can tell that from a need that was looked for.",
	  .fix = "Add an item with placeholders, or `section <letter>: none` with `because:` and a placeholder." },
	EHC_NO_MORE_RULES
};
