/*
 * house.c - what is asked of a profile: that each of its lines can be put in force, and that none lowers what it may not.
 */
#include "rules/house.h"

#include <stdlib.h>

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

/* A line that may say how grave its findings are. */
static void
bad_field_severity(struct ehc_check *c, enum ehc_label label)
{
	for (const struct ehc_node *n = first_entry(c, label); n != NULL; n = next_entry(n)) {
		const struct ehc_node *field = ehc_node_field(n, EHC_L_SEVERITY);
		enum ehc_severity severity;

		if (field != NULL && !ehc_severity_read(ehc_str_trim(field->text.str), &severity))
			ehc_flag_words(c, NULL, words_of(field), "The severity of \"%.*s\" is not error, warning or note.", EHC_ARG(n->text.str));
	}
}

/* PROF-002 */
static void
bad_severity(struct ehc_check *c, const struct ehc_rule *self)
{
	enum ehc_severity severity;
	struct ehc_str because;
	bool on;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL; n = next_entry(n))
		if (!ehc_setting_read(n->text.str, &severity, &because))
			ehc_flag_words(c, NULL, words_of(n), "The setting of %.*s does not begin with error, warning, note or off.",
			    EHC_ARG(n->words));
	for (const struct ehc_node *n = first_entry(c, EHC_L_PACK); n != NULL; n = next_entry(n))
		if (!ehc_switch_read(n->text.str, &on))
			ehc_flag_words(c, NULL, words_of(n), "The setting of pack %.*s does not begin with on or off.", EHC_ARG(n->words));
	bad_field_severity(c, EHC_L_PHRASE);
	bad_field_severity(c, EHC_L_REQUIRE);
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
	for (const struct ehc_node *n = first_entry(c, EHC_L_TASK_TYPE); n != NULL; n = next_entry(n)) {
		const struct ehc_node *delegated = ehc_node_field(n, EHC_L_DELEGATED);

		if (delegated != NULL && ehc_delegation_is_barred(ehc_str_trim(n->words), ehc_str_trim(delegated->text.str)))
			ehc_flag_words(c, NULL, words_of(delegated), "Task %.*s is usually kept to registered professionals, and house rules "
			    "cannot hand it to school staff; RESP-012 goes on asking about it, child by child.", EHC_ARG(n->words));
	}
}

/* A layer whose first day cannot be read is in force for plans of every day. */
static void
bad_first_day(struct ehc_check *c)
{
	const struct ehc_node *from = c->plan->tree->head == NULL ? NULL : ehc_node_field(c->plan->tree->head, EHC_L_PROFILE_FROM);
	ehc_day day = EHC_NODATE;

	if (from != NULL && (ehc_day_read(ehc_str_trim(from->text.str), &day, NULL, NULL) == 0 || day == EHC_NODATE))
		ehc_flag_words(c, NULL, words_of(from), "\"%.*s\" is not a day, so these house rules are in force for plans of every day.",
		    EHC_ARG(from->text.str));
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
	};

	(void)self;
	bad_first_day(c);
	for (size_t i = 0; i < EHC_COUNT(figures); i++) {
		bool is_whole = figures[i].label == EHC_L_TERMS;

		for (const struct ehc_node *n = first_entry(c, figures[i].label); n != NULL; n = next_entry(n)) {
			struct ehc_ratio figure = ehc_figure_read(n->text.str);

			if (ehc_ratio_known(figure) && ehc_ratio_cmp(figure, ehc_ratio(figures[i].low, 1)) >= 0 &&
			    ehc_ratio_cmp(figure, ehc_ratio(figures[i].high, 1)) <= 0 && (!is_whole || figure.den == 1))
				continue;
			ehc_flag_words(c, NULL, words_of(n), "\"%.*s\" is not %s.", EHC_ARG(n->text.str), figures[i].wanted);
		}
	}
	for (const struct ehc_node *n = first_entry(c, EHC_L_LIMIT); n != NULL; n = next_entry(n)) {
		struct ehc_ratio figure = ehc_figure_read(n->text.str);
		int least, most;

		if (ehc_limit_bounds(ehc_str_trim(n->words), &least, &most) && (!ehc_ratio_known(figure) || figure.den != 1 ||
		    ehc_ratio_cmp(figure, ehc_ratio(least, 1)) < 0 || ehc_ratio_cmp(figure, ehc_ratio(most, 1)) > 0))
			ehc_flag_words(c, NULL, words_of(n), "\"%.*s\" is not a whole number from %d to %d, the figures between which this limit is set.",
			    EHC_ARG(n->text.str), least, most);
	}
}

static void
unknown_section(struct ehc_check *c, enum ehc_label label)
{
	for (const struct ehc_node *n = first_entry(c, label); n != NULL; n = next_entry(n)) {
		const struct ehc_node *where = ehc_node_field(n, EHC_L_APPLIES_TO);
		unsigned sections;

		if (where != NULL && !ehc_sections_read(where->text.str, &sections))
			ehc_flag_words(c, NULL, words_of(where), "\"%.*s\" does not name sections of a plan, from A to K.", EHC_ARG(where->text.str));
	}
}

/* PROF-006 */
static void
unknown_name(struct ehc_check *c, const struct ehc_rule *self)
{
	int least, most;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_PACK); n != NULL; n = next_entry(n))
		if (ehc_pack_find(ehc_str_trim(n->words)) == NULL)
			ehc_flag_words(c, NULL, n->head_span, "No pack of rules is called \"%.*s\".", EHC_ARG(n->words));
	for (const struct ehc_node *n = first_entry(c, EHC_L_LIMIT); n != NULL; n = next_entry(n))
		if (!ehc_limit_bounds(ehc_str_trim(n->words), &least, &most))
			ehc_flag_words(c, NULL, n->head_span, "No limit is called \"%.*s\".", EHC_ARG(n->words));
	for (const struct ehc_node *n = first_entry(c, EHC_L_FAMILY_WORDS); n != NULL; n = next_entry(n))
		if (ehc_status_of_words(n->words) == EHC_STATUS_NONE && !ehc_words_are_for_review(n->words))
			ehc_flag_words(c, NULL, n->head_span, "No plan is ever \"%.*s\", so these words are never printed.", EHC_ARG(n->words));
	unknown_section(c, EHC_L_PHRASE);
	unknown_section(c, EHC_L_RULE);
}

/* ---- the profile below ---- */

static const struct ehc_node *
extends_of(const struct ehc_check *c)
{
	return c->plan->tree->head == NULL ? NULL : ehc_node_field(c->plan->tree->head, EHC_L_EXTENDS);
}

static const struct ehc_profile *
load_below(struct ehc_check *c, struct ehc_str *trouble)
{
	const char *name = ehc_arena_cstr(c->arena, extends_of(c)->text.str);

	return ehc_profile_load(c->arena, name, ehc_arena_cstr(c->arena, c->plan->source->name), NULL, trouble);
}

/* NULL where it extends none, or one that cannot be used. */
static const struct ehc_profile *
profile_below(struct ehc_check *c)
{
	struct ehc_str trouble = EHC_NOSTR;

	return extends_of(c) == NULL ? NULL : load_below(c, &trouble);
}

/* PROF-007 */
static void
broken_chain(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_str trouble = EHC_NOSTR;

	(void)self;
	if (extends_of(c) != NULL && load_below(c, &trouble) == NULL)
		ehc_flag_words(c, NULL, extends_of(c)->text.span, "The profile that this one extends cannot be used: %.*s.", EHC_ARG(trouble));
}

/* PROF-009 */
static void
bad_line(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const troubles[] = {
		[EHC_REQUIRE_NO_KIND] = "names no kind of item",
		[EHC_REQUIRE_NO_FIELD] = "does not end with a field that the language knows",
		[EHC_REQUIRE_SECTION] = "asks for items in a section where they never stand",
		[EHC_REQUIRE_OTHER_ITEM] = "asks for a field that belongs to another kind of item",
	};
	struct ehc_requirement wanted;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_REQUIRE); n != NULL; n = next_entry(n)) {
		enum ehc_requirement_trouble trouble = ehc_requirement_read(n->text.str, &wanted);

		if (trouble != EHC_REQUIRE_OK)
			ehc_flag_words(c, NULL, words_of(n), "The requirement \"%.*s\" %s, so no plan is asked for it.", EHC_ARG(n->text.str),
			    troubles[trouble]);
	}
	for (const struct ehc_node *n = first_entry(c, EHC_L_PHRASE); n != NULL; n = next_entry(n))
		if (ehc_str_trim(n->text.str).len == 0)
			ehc_flag_words(c, NULL, n->head_span, "This phrase has no words.");
}

/* PROF-010 */
static void
bad_rate(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_ratio pence;
	enum ehc_rate_unit unit;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_SERVICE); n != NULL; n = next_entry(n)) {
		const struct ehc_node *rate = ehc_node_field(n, EHC_L_RATE);

		if (rate != NULL && !ehc_rate_read(ehc_value_of(rate).text.str, &pence, &unit))
			ehc_flag_words(c, NULL, words_of(rate), "The rate of service %.*s cannot be read as pounds for an hour, a visit or a night.",
			    EHC_ARG(n->words));
		if (ehc_str_trim(n->text.str).len == 0)
			ehc_flag_words(c, NULL, n->head_span, "Service %.*s has no name, so no provision can be found to be its work.",
			    EHC_ARG(n->words));
	}
}

/* PROF-011 */
static void
no_instead(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_PHRASE); n != NULL; n = next_entry(n))
		if (ehc_str_trim(n->text.str).len > 0 && ehc_node_field(n, EHC_L_INSTEAD) == NULL)
			ehc_flag_words(c, NULL, words_of(n), "The phrase \"%.*s\" is not wanted, but nothing says what to write instead.",
			    EHC_ARG(n->text.str));
}

/* PROF-012 */
static void
bad_task(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_TASK_TYPE); n != NULL; n = next_entry(n)) {
		const struct ehc_node *delegated = ehc_node_field(n, EHC_L_DELEGATED);
		struct ehc_value terms = ehc_value_of(delegated);

		if (ehc_agency_read(n->text.str) == 0)
			ehc_flag_words(c, NULL, words_of(n), "Task %.*s is given to no agency that is known: health, education or social care.",
			    EHC_ARG(n->words));
		if (delegated != NULL && ehc_value_yes(&terms) < 0)
			ehc_flag_words(c, NULL, words_of(delegated), "Whether task %.*s may be handed to school staff begins with neither yes nor no.",
			    EHC_ARG(n->words));
	}
}

/* PROF-013 */
static void
softened(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_profile *below = profile_below(c);
	enum ehc_severity severity;
	struct ehc_str because;

	(void)self;
	for (const struct ehc_node *n = first_entry(c, EHC_L_RULE); n != NULL && below != NULL; n = next_entry(n)) {
		const struct ehc_rule *r = ehc_rule_find(ehc_str_trim(n->words));
		struct ehc_rule_force force;

		if (r == NULL || !ehc_setting_read(n->text.str, &severity, &because) || because.len > 0 || severity == EHC_OFF)
			continue;
		force = ehc_rule_in_force(r, below, EHC_NODATE, EHC_NO_SECTION);
		if (force.from.len > 0 && severity < force.severity)
			ehc_flag_words(c, NULL, words_of(n), "Profile %.*s sets %s to %s; this one lowers it to %s without a reason.",
			    EHC_ARG(force.from), r->id, ehc_severity_name(force.severity), ehc_severity_name(severity));
	}
}

/* ---- lines that stand twice ---- */

/* What tells one line of a label from another: its name, its words, or nothing where a profile has one such line. */
static struct ehc_str
name_of(const struct ehc_node *n)
{
	return ehc_str_trim(n->label == EHC_L_PHRASE || n->label == EHC_L_REQUIRE ? n->text.str : n->words);
}

/* One rule may be set for some sections and for others. */
static struct ehc_str
place_of(const struct ehc_node *n)
{
	const struct ehc_node *where = ehc_node_field(n, EHC_L_APPLIES_TO);

	return where == NULL ? EHC_NOSTR : ehc_str_trim(where->text.str);
}

static int
compare_names(struct ehc_str a, struct ehc_str b)
{
	for (size_t i = 0; i < a.len && i < b.len; i++) {
		struct ehc_str x = ehc_str_sub(a, i, i + 1), y = ehc_str_sub(b, i, i + 1);

		if (!ehc_str_eq_nocase(x, y))
			return ehc_str_cmp(x, y);
	}
	return (a.len > b.len) - (a.len < b.len);
}

static int
same_line(const struct ehc_node *a, const struct ehc_node *b)
{
	int by_name;

	if (a->label != b->label)
		return a->label < b->label ? -1 : 1;
	by_name = compare_names(name_of(a), name_of(b));
	return by_name != 0 ? by_name : compare_names(place_of(a), place_of(b));
}

static int
compare_lines(const void *left, const void *right)
{
	const struct ehc_node *a = *(const struct ehc_node *const *)left, *b = *(const struct ehc_node *const *)right;
	int same = same_line(a, b);

	return same != 0 ? same : (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static bool
is_set_once(const struct ehc_node *n)
{
	switch (n->label) {
	case EHC_L_RULE:
	case EHC_L_PACK:
	case EHC_L_LIMIT:
	case EHC_L_TASK_TYPE:
	case EHC_L_SERVICE:
	case EHC_L_PHRASE:
	case EHC_L_REQUIRE:
	case EHC_L_FAMILY_WORDS:
		return name_of(n).len > 0;
	default:
		return false;
	}
}

/* PROF-008 */
static void
set_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	EHC_VEC(const struct ehc_node *) all = { NULL, 0, 0 };

	(void)self;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next)
		if (is_set_once(n))
			EHC_PUSH(c->arena, &all, n);
	if (all.count > 0)
		qsort(all.items, all.count, sizeof(*all.items), compare_lines);
	for (size_t i = 1; i < all.count; i++) {
		const struct ehc_node *n = all.items[i], *before = all.items[i - 1];
		struct ehc_finding *f;

		if (same_line(n, before) != 0)
			continue;
		f = ehc_flag_words(c, NULL, n->head_span, "`%s %.*s` stands twice; the later line wins.",
		    ehc_keyword(n->label)->spelling, EHC_ARG(name_of(n)));
		ehc_finding_relate(c->out, f, before->head_span, EHC_STR("set here before"));
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
	  .fix = "Write `rule <id>: error`, `warning` or `note`, or `rule <id>: off because <reason>`; for a pack `on` or `off`." },
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
	{ .id = "PROF-005", .title = "Figures and the first day can be read",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_figure,
	  .why = "Hours a year and limits come from these figures; one that cannot be read leaves the national figure in force.",
	  .fix = "Write a plain number, such as `term weeks: <number>`, and a day such as `from: <day> <month> <year>`." },
	{ .id = "PROF-006", .title = "Packs, limits, sections and stages are called by their names",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = unknown_name,
	  .why = "A mistyped name sets nothing.",
	  .fix = "Packs are listed by `ehc rules`; sections are A to K; words for the family are `on a` working plan, draft, final and the "
	      "like, or `on a review`. The limits are `needs in one provision`, `outcomes in one plan`, "
	      "`age of advice in months`, `midazolam training in months`, `words in one part of section A`, `words in one plan` and `reading age`." },
	{ .id = "PROF-007", .title = "The profile that is extended can be used",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = broken_chain,
	  .why = "No plan can be checked by a profile whose foundation is missing.",
	  .fix = "Name a profile beside this one, or an installed one, under `extends:`." },
	{ .id = "PROF-008", .title = "Each thing is set once",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = set_twice,
	  .why = "Two lines on one rule, task or service leave the reader to guess which one is meant.",
	  .fix = "Keep one of the two lines." },
	{ .id = "PROF-009", .title = "Requirements and phrases can be put in force",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_line,
	  .why = "A requirement that cannot be read is asked of no plan.",
	  .fix = "Write `require: <section> <kind of item> <field>`, such as `require: G provision review`." },
	{ .id = "PROF-010", .title = "A service has a name and a rate that can be read",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_rate,
	  .why = "What provision costs is worked out from these rates; one that cannot be read leaves the child's provision out of what is commissioned.",
	  .fix = "Write `rate: £<pounds> an hour`, `a visit`, `a night` or `for <number> minutes`, and the service's name after its id." },
	{ .id = "PROF-011", .title = "A phrase that is not wanted has words to put in its place",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = no_instead,
	  .why = "A writer who is only told no writes something else that is as vague.",
	  .fix = "Add `instead: <what to write>`." },
	{ .id = "PROF-012", .title = "A task says whose it is and whether it may be handed over",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = bad_task,
	  .why = "A task that no agency is asked for is done by nobody on the day.",
	  .fix = "Write `task <name>: health`, `education` or `social care`, and `delegated: yes, <terms>` or `delegated: no`." },
	{ .id = "PROF-013", .title = "A layer that softens another says why",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_PROFILE, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = softened,
	  .why = "What the council decided for every child was decided for a reason; those who undo it for some must give theirs.",
	  .fix = "Write `rule <id>: <severity> because <reason>`, or take the line out." },
	EHC_NO_MORE_RULES
};
