/*
 * house.c - what is asked of a profile: that each of its lines can be put in force, and that none lowers what it may not.
 */
#include "rules/rules.h"

#include <stdlib.h>
#include <string.h>

static const struct ehc_node *
seek(const struct ehc_node *n, enum ehc_label label)
{
	while (n != NULL && n->label != label)
		n = n->next;
	return n;
}

static const struct ehc_node *
first_entry(const struct ehc_check *c, enum ehc_label label)
{
	return seek(c->plan->tree->first, label);
}

static const struct ehc_node *
next_entry(const struct ehc_node *n)
{
	return seek(n->next, n->label);
}

static struct ehc_span
words_of(const struct ehc_node *n)
{
	return n->text.str.len > 0 ? n->text.span : n->head_span;
}

/* PROF-001 */
static void
unknown_rule(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL; n = next_entry(n))
		if (ehc_rule_find(ehc_str_trim(n->words)) == NULL)
			ehc_flag_words(c, NULL, n->head_span, "No rule is called \"%.*s\".", EHC_ARG(n->words));
}

/* PROF-002 */
static void
bad_severity(struct ehc_check *c, const struct ehc_rule *self)
{
	enum ehc_severity severity;
	struct ehc_str because;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL; n = next_entry(n))
		if (!ehc_setting_read(n->text.str, &severity, &because))
			ehc_flag_words(c, NULL, words_of(n), "The setting of %.*s does not begin with error, warning, note or off.",
			    EHC_ARG(n->words));
	for (const struct ehc_node *n = first_entry(c, EHC_L_PHRASE); n != NULL; n = next_entry(n)) {
		const struct ehc_node *field = ehc_node_field(n, EHC_L_SEVERITY);

		if (field != NULL && !ehc_severity_read(ehc_str_trim(field->text.str), &severity))
			ehc_flag_words(c, NULL, words_of(field), "The severity of the phrase \"%.*s\" is not error, warning or note.",
			    EHC_ARG(n->text.str));
	}
}

/* PROF-003 */
static void
off_without_reason(struct ehc_check *c, const struct ehc_rule *self)
{
	enum ehc_severity severity;
	struct ehc_str because;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL; n = next_entry(n))
		if (ehc_setting_read(n->text.str, &severity, &because) && severity == EHC_OFF && because.len == 0)
			ehc_flag_words(c, NULL, words_of(n), "%.*s is switched off without a reason.", EHC_ARG(n->words));
}

/* PROF-004 */
static void
lowers_what_binds(struct ehc_check *c, const struct ehc_rule *self)
{
	enum ehc_severity severity;
	struct ehc_str because;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL; n = next_entry(n)) {
		const struct ehc_rule *r = ehc_rule_find(ehc_str_trim(n->words));

		if (r == NULL || !ehc_setting_read(n->text.str, &severity, &because) || !ehc_setting_is_barred(r, severity))
			continue;
		ehc_flag_words(c, NULL, words_of(n), "%s stays at %s: it rests on %s, and house rules cannot lower it.", r->id,
		    ehc_severity_name(r->severity), r->class_ == EHC_SAFETY ? "the child's safety" : r->source);
	}
	for (const struct ehc_node *n = first_entry(c, EHC_L_PACK); n != NULL; n = next_entry(n)) {
		const struct ehc_pack *pack = ehc_pack_find(ehc_str_trim(n->words));

		if (pack != NULL && pack->on && ehc_str_starts_nocase(ehc_str_trim(n->text.str), "off"))
			ehc_flag_words(c, NULL, words_of(n),
			    "Pack %s cannot be switched off whole: its rules that rest on the law or on safety stay in force.", pack->name);
	}
}

/* PROF-005 */
static void
bad_figure(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct { enum ehc_label label; int low, high; const char *wanted; } figures[] = {
		{ EHC_L_TERM_WEEKS, 1, 52, "weeks in a school year, from 1 to 52" },
		{ EHC_L_TERMS, 1, 6, "terms in a school year, from 1 to 6" },
		{ EHC_L_SCHOOL_DAY, 1, 24, "hours in a school day, from 1 to 24" },
		{ EHC_L_SCHOOL_WEEK, 1, 168, "hours in a school week, from 1 to 168" },
		{ EHC_L_SCHOOL_DAYS, 1, 366, "school days in a year, from 1 to 366" },
		{ EHC_L_LIMIT, 1, 1000, "a whole number from 1 to 1000" },
	};

	(void)self;
	for (size_t i = 0; i < EHC_COUNT(figures); i++) {
		bool is_whole = figures[i].label == EHC_L_LIMIT || figures[i].label == EHC_L_TERMS;

		for (const struct ehc_node *n = first_entry(c, figures[i].label); n != NULL; n = next_entry(n)) {
			struct ehc_ratio figure = ehc_figure_read(n->text.str);

			if (ehc_ratio_known(figure) && ehc_ratio_cmp(figure, ehc_ratio(figures[i].low, 1)) >= 0 &&
			    ehc_ratio_cmp(figure, ehc_ratio(figures[i].high, 1)) <= 0 && (!is_whole || figure.den == 1))
				continue;
			ehc_flag_words(c, NULL, words_of(n), "\"%.*s\" is not %s.", EHC_ARG(n->text.str), figures[i].wanted);
		}
	}
}

/* PROF-006 */
static void
unknown_name(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_profile none = { .many_needs = 1 };

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_PACK); n != NULL; n = next_entry(n))
		if (ehc_pack_find(ehc_str_trim(n->words)) == NULL)
			ehc_flag_words(c, NULL, n->head_span, "No pack of rules is called \"%.*s\".", EHC_ARG(n->words));
	for (const struct ehc_node *n = first_entry(c, EHC_L_LIMIT); n != NULL; n = next_entry(n))
		if (ehc_profile_limit(&none, ehc_str_trim(n->words)) == NULL)
			ehc_flag_words(c, NULL, n->head_span, "No limit is called \"%.*s\".", EHC_ARG(n->words));
}

/* PROF-007 */
static void
broken_chain(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_node *extends = c->plan->tree->head == NULL ? NULL : ehc_node_field(c->plan->tree->head, EHC_L_EXTENDS);
	struct ehc_str trouble = EHC_NOSTR;

	(void)self;
	if (extends == NULL)
		return;
	if (ehc_profile_load(c->arena, ehc_arena_cstr(c->arena, extends->text.str), ehc_arena_cstr(c->arena, c->plan->source->name),
	    NULL, &trouble) == NULL)
		ehc_flag_words(c, NULL, extends->text.span, "The profile that this one extends cannot be used: %.*s.", EHC_ARG(trouble));
}

/* PROF-009 */
static void
bad_line(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_requirement wanted;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_REQUIRE); n != NULL; n = next_entry(n))
		if (!ehc_requirement_read(n->text.str, &wanted))
			ehc_flag_words(c, NULL, words_of(n), "This requirement is not a section, a kind of item and one of its fields.");
	for (const struct ehc_node *n = first_entry(c, EHC_L_PHRASE); n != NULL; n = next_entry(n))
		if (ehc_str_trim(n->text.str).len == 0)
			ehc_flag_words(c, NULL, n->head_span, "This phrase has no words.");
}

struct setting {
	const struct ehc_rule *rule;
	const struct ehc_node *node;
};

static int
compare_settings(const void *left, const void *right)
{
	const struct setting *a = left, *b = right;
	int by_rule = strcmp(a->rule->id, b->rule->id);

	return by_rule != 0 ? by_rule : (a->node->span.start > b->node->span.start) - (a->node->span.start < b->node->span.start);
}

/* PROF-008 */
static void
set_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	EHC_VEC(struct setting) all = { NULL, 0, 0 };

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL; n = next_entry(n)) {
		const struct ehc_rule *r = ehc_rule_find(ehc_str_trim(n->words));

		if (r != NULL)
			EHC_PUSH(c->arena, &all, (struct setting){ r, n });
	}
	if (all.count > 0)
		qsort(all.items, all.count, sizeof(*all.items), compare_settings);
	for (size_t i = 1; i < all.count; i++) {
		struct ehc_finding *f;

		if (all.items[i].rule != all.items[i - 1].rule)
			continue;
		f = ehc_flag_words(c, NULL, all.items[i].node->head_span, "%s is set twice; the later line wins.", all.items[i].rule->id);
		ehc_finding_relate(c->out, f, all.items[i - 1].node->head_span, EHC_STR("set here before"));
	}
}

const struct ehc_rule ehc_rules_profile[] = {
	{ .id = "PROF-001", .title = "A setting names a rule",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = unknown_rule,
	  .why = "A mistyped rule sets nothing, and every plan is checked as if the line were not there.",
	  .fix = "Write the rule's id as `ehc rules` lists it, in `rule <id>: <severity>`." },
	{ .id = "PROF-002", .title = "A severity is error, warning, note or off",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_severity,
	  .why = "A setting that cannot be read is not in force.",
	  .fix = "Write `rule <id>: error`, `warning` or `note`, or `rule <id>: off because <reason>`." },
	{ .id = "PROF-003", .title = "A rule is switched off for a reason",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = off_without_reason,
	  .why = "A rule that is off protects no child; those who read the profile later must be able to see why.",
	  .fix = "Write `rule <id>: off because <reason>`." },
	{ .id = "PROF-004", .title = "House rules do not lower what the law or safety asks for",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = lowers_what_binds,
	  .why = "What an Act or Regulations ask for is owed to every child, in every area; so is safety.",
	  .fix = "Take the line out, or set a severity that is not lower than the rule's own." },
	{ .id = "PROF-005", .title = "A figure can be read",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_figure,
	  .why = "Hours a year are worked out from these figures; one that cannot be read leaves the national figure in force.",
	  .fix = "Write a plain number, such as `term weeks: <number>`." },
	{ .id = "PROF-006", .title = "Packs and limits are called by their names",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = unknown_name,
	  .why = "A mistyped name sets nothing.",
	  .fix = "Packs are listed by `ehc rules`. The limits are `needs in one provision`, `outcomes in one plan` and "
	      "`age of advice in months`." },
	{ .id = "PROF-007", .title = "The profile that is extended can be used",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = broken_chain,
	  .why = "No plan can be checked by a profile whose foundation is missing.",
	  .fix = "Name a profile beside this one, or an installed one, under `extends:`." },
	{ .id = "PROF-008", .title = "A rule is set once",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = set_twice,
	  .why = "Two settings of one rule leave the reader to guess which one is meant.",
	  .fix = "Keep one of the two lines." },
	{ .id = "PROF-009", .title = "Requirements and phrases can be put in force",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_line,
	  .why = "A requirement that cannot be read is asked of no plan.",
	  .fix = "Write `require: <section> <kind of item> <field>`, such as `require: G provision review`." },
	EHC_NO_MORE_RULES
};
