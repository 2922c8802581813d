/*
 * structure.c - the SECT family: what every EHC plan must hold, and whether each part stands in a section of its own.
 */
#include "rules/structure.h"

/* What the law has in each section, as a sentence goes on. */
static const char *const contents[EHC_SECTION_COUNT] = {
	[EHC_NO_SECTION] = "",
	[EHC_A] = "the views, interests and aspirations of the child and the parents",
	[EHC_B] = "the special educational needs",
	[EHC_C] = "the health needs related to them",
	[EHC_D] = "the social care needs related to them or to a disability",
	[EHC_E] = "the outcomes sought",
	[EHC_F] = "the special educational provision",
	[EHC_G] = "the health provision",
	[EHC_H1] = "the social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
	[EHC_H2] = "any other social care provision",
	[EHC_I] = "the placement",
	[EHC_J] = "the personal budget",
	[EHC_K] = "the advice gathered",
};

/* Sections that may have nothing in them. */
static const enum ehc_section may_be_empty[] = { EHC_C, EHC_D, EHC_G, EHC_H1, EHC_H2, EHC_J };

/* ---- sections that share a label ---- */

/* Takes "E" off "E and F", "E/F", "E & F", "E, F"; false at the end. */
static bool
next_name(struct ehc_str *rest, struct ehc_str *name)
{
	size_t n = 0, end;

	for (;;) {
		while (n < rest->len && (rest->ptr[n] == ' ' || rest->ptr[n] == '/' || rest->ptr[n] == ',' || rest->ptr[n] == '&' ||
		    rest->ptr[n] == '+'))
			n++;
		for (end = n; end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '/' && rest->ptr[end] != ',' &&
		    rest->ptr[end] != '&' && rest->ptr[end] != '+'; end++)
			continue;
		*name = ehc_str_sub(*rest, n, end);
		if (!ehc_str_is_nocase(*name, "and"))
			break;
		n = end;
	}
	*rest = ehc_str_sub(*rest, end, rest->len);
	return name->len > 0;
}

/* Marks the sections that one label names together; their number, or 0 where a word in it is none. "H" is both H1 and H2. */
static size_t
shared_sections(struct ehc_str words, bool named[EHC_SECTION_COUNT])
{
	struct ehc_str name;
	size_t n = 0;

	while (next_name(&words, &name)) {
		enum ehc_section s;

		if (ehc_str_is_nocase(name, "H")) {
			named[EHC_H1] = named[EHC_H2] = true;
			n += 2;
		} else if (ehc_section_read(name, &s)) {
			named[s] = true;
			n++;
		} else {
			return 0;
		}
	}
	return n;
}

static bool
is_only_h(struct ehc_str words)
{
	bool named[EHC_SECTION_COUNT] = { false };

	return shared_sections(words, named) == 2 && named[EHC_H1] && named[EHC_H2];
}

/* SECT-001 */
static void
missing_section(struct ehc_check *c, const struct ehc_rule *self)
{
	bool shared[EHC_SECTION_COUNT] = { false };

	(void)self;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next)
		if (n->label == EHC_L_SECTION)
			shared_sections(n->words, shared);
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		struct ehc_finding *f;
		bool may = false;

		if (c->plan->sections[s].present || shared[s])
			continue;
		for (size_t i = 0; i < EHC_COUNT(may_be_empty); i++)
			may = may || may_be_empty[i] == (enum ehc_section)s;
		f = ehc_flag_section(c, (enum ehc_section)s, "Section %s is missing: %s.", ehc_section_name((enum ehc_section)s), contents[s]);
		ehc_finding_help(c, f, may ? "Add `section %s:`; where there is nothing to put in it, `section %s: none` and the reason under "
		    "`because:`." : "Add `section %s:` and what belongs in it.", ehc_section_name((enum ehc_section)s),
		    ehc_section_name((enum ehc_section)s));
	}
}

/* SECT-002 */
static void
h_in_one(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next) {
		struct ehc_finding *f;

		if (n->label != EHC_L_SECTION || !is_only_h(n->words))
			continue;
		f = ehc_flag_words(c, NULL, n->head_span, "Sections H1 and H2 stand under one label.");
		f->section = EHC_H1;
		f->cause = n;   /* as the parser's own finding on this label */
	}
}

/* ---- items under another section's label ---- */

/* The section that goes on after this entry; rows and what stands outside the sections end one. */
static enum ehc_section
section_after(const struct ehc_node *n, enum ehc_section now)
{
	enum ehc_section s;

	switch (n->label) {
	case EHC_L_SECTION:
		return ehc_section_read(n->words, &s) ? s : EHC_NO_SECTION;
	case EHC_L_ROW:
		return EHC_NO_SECTION;
	default:
		return ehc_stands_outside(n->label) ? EHC_NO_SECTION : now;
	}
}

/* SECT-003 */
static void
not_separate(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it = c->plan->first_item;
	enum ehc_section now = EHC_NO_SECTION;

	(void)self;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next) {
		bool named[EHC_SECTION_COUNT] = { false };
		struct ehc_finding *f;

		now = section_after(n, now);
		if (n->label == EHC_L_SECTION && shared_sections(n->words, named) > 1 && !is_only_h(n->words)) {
			f = ehc_flag_words(c, NULL, n->head_span, "\"%.*s\" labels several sections at once.", EHC_ARG(n->head));
			f->cause = n;
		}
		if (it == NULL || it->node != n)
			continue;
		if (it->row == NULL && now != EHC_NO_SECTION && it->section != EHC_NO_SECTION && it->section != now) {
			f = ehc_flag(c, it, it->span, "%.*s stands under section %s but belongs to section %s.",
			    EHC_ARG(ehc_item_Called(c->arena, it)), ehc_section_name(now), ehc_section_name(it->section));
			f->severity = EHC_WARNING;
		}
		it = it->next;
	}
}

/* SECT-004 */
static void
unusual_order(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_section_info *sections = c->plan->sections;
	int before = 0;

	(void)self;
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		if (sections[s].order == 0)
			continue;
		if (before != 0 && sections[s].order < sections[before].order) {
			ehc_flag_section(c, (enum ehc_section)s, "Section %s stands before section %s.", ehc_section_name((enum ehc_section)s),
			    ehc_section_name((enum ehc_section)before));
			return;
		}
		before = s;
	}
}

/* ---- what must be in them ---- */

static size_t
count_in(const struct ehc_plan *p, enum ehc_item_kind kind, enum ehc_section s)
{
	const struct ehc_item *it;
	size_t n = 0;

	for (EHC_EACH_ITEM(it, p, kind))
		n += it->section == s;
	return n;
}

/* SECT-005 */
static void
no_need(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (count_in(c->plan, EHC_ITEM_NEED, EHC_B) == 0)
		ehc_flag_section(c, EHC_B, "Section B holds no need.");
}

/* SECT-006 */
static void
no_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (count_in(c->plan, EHC_ITEM_PROVISION, EHC_F) == 0)
		ehc_flag_section(c, EHC_F, "Section F holds no provision.");
}

static bool
is_empty(const struct ehc_plan *p, enum ehc_section s)
{
	if (p->sections[s].items > 0)
		return false;
	for (size_t i = 0; i < p->ntexts; i++)
		if (p->texts[i].section == s && p->texts[i].text.str.len > 0)
			return false;
	return true;
}

/* Where there is no such need, it goes without saying that there is no provision for it. */
static bool
follows_from_needs(const struct ehc_plan *p, enum ehc_section s)
{
	if (s == EHC_G)
		return count_in(p, EHC_ITEM_NEED, EHC_C) == 0;
	if (s == EHC_H1 || s == EHC_H2)
		return count_in(p, EHC_ITEM_NEED, EHC_D) == 0;
	return s == EHC_J;
}

/* SECT-007 */
static void
empty_section(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < EHC_COUNT(may_be_empty); i++) {
		enum ehc_section s = may_be_empty[i];
		const struct ehc_section_info *info = &c->plan->sections[s];
		const char *name = ehc_section_name(s);
		struct ehc_finding *f;

		if (!info->present || !is_empty(c->plan, s))
			continue;
		if (!info->nil) {
			f = ehc_flag_section(c, s, "Section %s is empty and does not say that this is meant.", name);
			f->has_text = info->title.len > 0;
			f->span = f->has_text ? info->node->text.span : f->span;
			ehc_finding_suggest(c, f, "section %s: none\n  because: <why; who confirmed it, when>", name);
		} else if (info->because.node == NULL && !follows_from_needs(c->plan, s)) {
			f = ehc_flag_section(c, s, "Section %s says that there is nothing, but not why or who confirmed it.", name);
			ehc_finding_suggest(c, f, "because: <why; who confirmed it, when>");
			f->severity = EHC_NOTE;
		}
	}
}

static bool
area_is_covered(const struct ehc_plan *p, enum ehc_area area)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_NEED))
		if (it->section == EHC_B && it->area == area)
			return true;
	for (size_t i = 0; i < p->nareas; i++)
		if (p->areas[i].area == area && (p->areas[i].section == EHC_B || p->areas[i].section == EHC_NO_SECTION))
			return true;
	return false;
}

/* "area cognition and learning: none", and a need in it. */
static void
needs_where_there_are_none(struct ehc_check *c)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		for (size_t i = 0; it->section == EHC_B && i < c->plan->nareas; i++) {
			const struct ehc_area_statement *s = &c->plan->areas[i];

			if (s->nil && s->area == it->area && it->area != EHC_AREA_NONE && (s->section == EHC_B || s->section == EHC_NO_SECTION))
				ehc_finding_help(c, ehc_flag_item(c, it, "%.*s is in an area of which section B says that there is no need.", EHC_ARG(ehc_item_Called(c->arena, it))),
				    "Correct one of the two: the need's `category:`, or the statement on the area.");
		}
}

/* SECT-008 */
static void
areas_of_need(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_str missing[4];
	struct ehc_finding *f;
	size_t n = 0;

	(void)self;
	needs_where_there_are_none(c);
	for (int area = EHC_AREA_COMMUNICATION; area <= EHC_AREA_SENSORY; area++)
		if (!area_is_covered(c->plan, (enum ehc_area)area))
			missing[n++] = ehc_str_of(ehc_area_name((enum ehc_area)area));
	if (n == 0)
		return;
	if (n == EHC_COUNT(missing)) {
		f = ehc_flag_section(c, EHC_B, "No need in section B says which area of need it belongs to.");
		ehc_finding_help(c, f, "Add `category:` to each need: communication and interaction; cognition and learning; social, emotional "
		    "and mental health; sensory and physical.");
		return;
	}
	f = ehc_flag_section(c, EHC_B, "Section B says nothing about %.*s.", EHC_ARG(ehc_list_words(c->arena, missing, n, n)));
	ehc_finding_help(c, f, "Where there is no need in an area, say so: `area %.*s: none`, with `because:`.", EHC_ARG(missing[0]));
}

/* ---- health, targets, monitoring, co-ordination ---- */

static bool
names_health_plan(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = {
		"health care plan", "healthcare plan", "care plan", "IHP", "IHCP", "emergency plan", "action plan", "protocol",
	};

	return it->health_plan.node != NULL || ehc_own_says_any(c, it, words, EHC_COUNT(words));
}

/* What school staff may have to deal with; a medicine that is only given at home is the family's. */
static bool
asks_for_health_plan(const struct ehc_check *c, const struct ehc_item *need)
{
	static const char *const words[] = {
		"medication", "medicine", "medicines", "rescue", "emergency", "auto-injector", "adrenaline", "inhaler", "insulin", "pump",
		"midazolam", "gastrostomy", "tracheostomy", "catheter", "stoma", "oxygen", "ventilator", "tube", "suction", "anaphylaxis",
		"seizure", "seizures",
	};

	return ehc_says_any(c, need->text.str, words, EHC_COUNT(words)) && ehc_str_find_word(need->text.str, "at home") == SIZE_MAX;
}

/* SECT-021: one health care plan is mostly missing for all of them. */
static void
no_health_plan(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it, *first = NULL;
	struct ehc_str *asking;
	struct ehc_finding *f;
	size_t n = 0;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (it->section == EHC_G && names_health_plan(c, it))
			return;
	asking = EHC_NEW_ARRAY(c->arena, struct ehc_str, c->plan->kinds[EHC_ITEM_NEED].count);
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED)) {
		if (it->section != EHC_C || names_health_plan(c, it) || !asks_for_health_plan(c, it))
			continue;
		asking[n++] = ehc_str_of(it->id);
		first = first == NULL ? it : first;
	}
	if (first == NULL)
		return;
	f = ehc_flag(c, first, first->span, "Need%s %.*s speak%s of medicine, a device or an emergency, but section G names no health care plan.", n > 1 ? "s" : "",
	    EHC_ARG(ehc_list_words(c->arena, asking, n, n)), n > 1 ? "" : "s");
	ehc_finding_help(c, f, "Add `health care plan: <reference and date>` to the provision in section G for %s, or to %s.",
	    n > 1 ? "these needs" : first->id, n > 1 ? "each of them" : "the need itself");
}

static bool
sets_targets(const struct ehc_check *c)
{
	static const char *const words[] = { "target", "targets", "steps", "goals", "objectives", "short-term", "shorter-term" };
	const struct ehc_plan *p = c->plan;

	for (size_t i = 0; i < p->ntexts; i++)
		if (p->texts[i].label == EHC_L_MONITORING && ehc_says_any(c, p->texts[i].text.str, words, EHC_COUNT(words)))
			return true;
	return false;
}

/* SECT-023 */
static void
no_targets(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_finding *f;

	(void)self;
	if (sets_targets(c) || c->plan->kinds[EHC_ITEM_OUTCOME].count == 0)
		return;
	f = ehc_flag_section(c, EHC_E, "Section E does not say who will set shorter-term targets, and when.");
	f->cause = c->plan;
}

static bool
is_measured(const struct ehc_item *outcome)
{
	if (outcome->measured_by.node != NULL || outcome->review.node != NULL)
		return true;
	for (size_t i = 0; i < outcome->in.count; i++)
		if (outcome->in.items[i]->relation == EHC_REL_TOWARDS && outcome->in.items[i]->from->review.node != NULL)
			return true;
	return false;
}

/* SECT-024. Measures on every outcome, or reviews of what works towards it, are an arrangement too. */
static void
no_monitoring(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	struct ehc_finding *f;
	size_t unmeasured = 0;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		unmeasured += !is_measured(it);
	if (unmeasured == 0 || ehc_plan_text(c->plan, EHC_L_MONITORING, 0) != NULL)
		return;
	f = ehc_flag_section(c, EHC_E, "Section E does not say how progress will be followed.");
	f->cause = c->plan;
}

/* SECT-025 */
static void
no_co_ordination(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t others = count_in(c->plan, EHC_ITEM_PROVISION, EHC_G) + count_in(c->plan, EHC_ITEM_PROVISION, EHC_H1) +
	    count_in(c->plan, EHC_ITEM_PROVISION, EHC_H2);

	(void)self;
	if (others > 0 && c->plan->co_ordination.node == NULL)
		ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan does not say how education, health and care will work together.");
}

#define REG12 "SEND Regulations 2014, reg. 12(1)"

const struct ehc_rule ehc_rules_structure[] = {
	{ .id = "SECT-001", .title = "Every statutory section is there",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = REG12 "; SEND Code of Practice 9.62", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = missing_section,
	  .why = "Each section says what somebody must do for the child; what has no section is asked of nobody.",
	  .fix = "Add `section <letter>:` and what belongs in it; where there is nothing, `none` and the reason." },
	{ .id = "SECT-002", .title = "H1 and H2 are separate",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Regulations 2014, reg. 12(1)(h)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = h_in_one,
	  .why = "What is owed under the Chronically Sick and Disabled Persons Act stands in H1; if it is mixed with the rest, "
	      "nobody can tell which duty protects it.",
	  .fix = "Write `section H1:` and `section H2:`, each with its provision, or `none` and the reason." },
	{ .id = "SECT-003", .title = "Each section is labelled by itself",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = REG12, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = not_separate,
	  .why = "Whether a sentence is a need, an outcome or provision that must be made depends on the section it is in.",
	  .fix = "Write one `section <letter>:` for each section, with its own items below it.",
	  .legitimate = "In a `row:` items of several sections stand together; each is printed with its own section." },
	{ .id = "SECT-004", .title = "The sections stand in the usual order",
	  .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Code of Practice 9.62", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = unusual_order,
	  .why = "Families and schools look for the sections in the order of the letters.",
	  .fix = "Put the sections in the order A, B, C, D, E, F, G, H1, H2, I, J, K.",
	  .legitimate = "Any order is allowed." },
	{ .id = "SECT-005", .title = "Section B holds a need",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001",
	  .source = "Children and Families Act 2014, s.37(2)(a)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	  .run = no_need,
	  .why = "Provision follows from needs: without one the child is owed nothing that can be named.",
	  .fix = "Add `need B1: <what the child finds hard, how it shows, how often>`." },
	{ .id = "SECT-006", .title = "Section F holds provision",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001",
	  .source = "Children and Families Act 2014, s.37(2); SEND Regulations 2014, reg. 12(1)(f)", .confidence = EHC_CONFIRMED,
	  .basis = EHC_BASIS_ACT,
	  .run = no_provision,
	  .why = "Section F is what the council must secure for the child; an empty one secures nothing.",
	  .fix = "Add `provision F1: <what is done>`, with `who:`, `how much:`, `for:` and `towards:`." },
	{ .id = "SECT-007", .title = "An empty section says so",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .run = empty_section,
	  .why = "A blank looks the same whether nobody asked or nothing is needed; the family cannot tell which.",
	  .fix = "Write `none` after the label, and under `because:` why, and who confirmed it." },
	{ .id = "SECT-008", .title = "Each area of need is looked at",
	  .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001 SECT-005",
	  .source = "SEND Code of Practice 6.28-6.35", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = areas_of_need,
	  .why = "A need in an area that nobody looked at goes unmet.",
	  .fix = "Add `area <name>: none`, with `because: <what was looked at, by whom>`.",
	  .legitimate = "Not every child has needs in all four areas." },
	{ .id = "SECT-009", .title = "A draft names no placement",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_DRAFT,
	  .source = "Children and Families Act 2014, s.38(5)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	  .run = ehc_sect_named_in_draft,
	  .why = "The family may ask for a school in answer to the draft; a draft that names one looks settled before they have spoken.",
	  .fix = "Write `section I: none`, with `because: draft plan`." },
	{ .id = "SECT-011", .title = "A final plan gives a placement or a type of one",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_FINAL,
	  .after = "SECT-001",
	  .source = "SEND Regulations 2014, reg. 12(1)(i)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = ehc_sect_not_named_in_final,
	  .why = "Until section I says where the child is to be taught, nobody knows who is to carry the plan out.",
	  .fix = "Add `name: <setting>` and `type: <type>`; or `type:` alone; or `otherwise: <what instead of a school, and why>`." },
	{ .id = "SECT-012", .title = "A direct payment says what it is to meet",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-010",
	  .source = "SEND Regulations 2014, reg. 12(1)(j)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = ehc_sect_direct_payment,
	  .why = "Unless section J says what the money is for, it can shrink or stop and nobody sees what the child has lost.",
	  .fix = "Add `for: <needs>` and `towards: <outcomes>` to the budget." },
	{ .id = "SECT-013", .title = "Section K lists the advice",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .after = "SECT-001",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = ehc_sect_advice_list,
	  .why = "The family must be able to follow every need and provision back to the professional who advised it.",
	  .fix = "Give each `author: <role, service>`, `received: <date>` and `attached: yes`." },
	{ .id = "SECT-014", .title = "The plan says whose it is",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .run = ehc_sect_identity,
	  .why = "A plan that cannot be matched to its child, family and council protects no one.",
	  .fix = "Fill in `child:`, `born:` and `parents:`, and `authority:` in the head." },
	{ .id = "SECT-015", .title = "A final plan is signed and dated",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_FINAL, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .run = ehc_sect_sign_off,
	  .why = "Without a date nobody can tell from when the provision is due; a signature says who answers for the plan.",
	  .fix = "Add `signed: <role> for <council>, <date>`, and `dated:` in the head." },
	{ .id = "SECT-016", .title = "The plan says which version it is",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "",
	  .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE,
	  .run = ehc_sect_version,
	  .why = "School, family and health staff may hold different versions, and work to the wrong one.",
	  .fix = "Add `version: <number>` and `dated: <date>` in the head." },
	{ .id = "SECT-021", .title = "Medicine and emergencies point to a health care plan",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-016",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = no_health_plan,
	  .why = "Staff act in an emergency from the health care plan; the EHC plan must lead them to it.",
	  .fix = "Add `health care plan: <reference and date>` to the provision in section G.",
	  .legitimate = "The child needs nothing from school staff: the medicine is given at home." },
	{ .id = "SECT-022", .title = "The plan says when it is reviewed",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Code of Practice 9.61", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = ehc_sect_review_due,
	  .why = "Without a date a plan grows out of date while the child grows.",
	  .fix = "Add `review due: <date>`, no later than 12 months after the plan's date." },
	{ .id = "SECT-023", .title = "Section E says how shorter-term targets are set",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = no_targets,
	  .why = "Outcomes lie years ahead; the steps of this term are what the child works on tomorrow.",
	  .fix = "Add `monitoring: <role> sets targets for each <period> with <whom>`." },
	{ .id = "SECT-024", .title = "Section E says how progress is followed",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = no_monitoring,
	  .why = "If nobody measures, nobody sees that provision is not working until a year is lost.",
	  .fix = "Add `monitoring: <role> records progress <how often>, with <measure>`, or `measured by:` to each outcome." },
	{ .id = "SECT-025", .title = "The plan says how services work together",
	  .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Code of Practice 9.61", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = no_co_ordination,
	  .why = "Where nobody brings the services together, the family has to.",
	  .fix = "Add `co-ordination: <role> brings <whom> together <how often>` in the head." },
	{ .id = "SECT-026", .title = "The final plan goes to all who must have it",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_FINAL,
	  .source = "SEND Regulations 2014, reg. 13(2)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .run = ehc_sect_copies,
	  .why = "A school or a therapist who never received the plan cannot carry it out.",
	  .fix = "Add `sent to: <recipient>, <date>` for the family, the head of the setting and the NHS body." },
	{ .id = "SECT-027", .title = "The family is told how to appeal",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_FINAL,
	  .source = "SEND Regulations 2014, reg. 14", .confidence = EHC_SECONDARY,
	  .basis = EHC_BASIS_REGULATIONS,
	  .run = ehc_sect_appeal_notice,
	  .why = "A family that was not told how to disagree, and by when, cannot.",
	  .fix = "Add `appeal notice sent: <date>` to the timeline." },
	{ .id = "SECT-028", .title = "Proposed amendments are listed with their evidence",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Regulations 2014, reg. 22(2)(a); R (L, M, P) v Devon CC [2022] EWHC 493", .confidence = EHC_CONFIRMED,
	  .basis = EHC_BASIS_REGULATIONS,
	  .run = ehc_sect_amendments,
	  .why = "The family can only answer changes that they can see, with the evidence in hand.",
	  .fix = "Add `because: <what changes and why>` and `informed by: <advice>` to each item that is to change; for one that is "
	  "taken out, `amendment <ID>: <why>` with `evidence: <advice>`. Beside the plan as it stands (`ehc check --previous`) every change is asked." },
	{ .id = "SECT-033", .title = "The family is answered",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .needs = EHC_NEEDS_FINAL,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .run = ehc_sect_answered,
	  .why = "A family that asks and hears nothing cannot tell whether anybody read it, and need not believe the next form that asks.",
	  .fix = "Add `answer:` under the comment: accepted, with the items that were `changed:`, or not accepted because of what." },
	EHC_NO_MORE_RULES
};
