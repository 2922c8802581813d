/*
 * link.c - the LINK family: the golden thread from needs through provision and outcomes to aspirations, looked at from
 * both ends. Where a plan ties none of its needs, or none of its outcomes, that is one finding and not one an item.
 */
#include "rules/link.h"

/* ---- ties ---- */

enum tie { UNTIED, ASSUMED, FIRM };

static enum tie
stronger(enum tie a, const struct ehc_link *link)
{
	enum tie b = link->assumed ? ASSUMED : FIRM;

	return a > b ? a : b;
}

#define TIES_MOST 64            /* of one item that are looked at for each of another; no child's plan has more */

/* The plan says it in so many words, even of an id that is not there. */
static bool
is_written(const struct ehc_link *link, enum ehc_relation relation)
{
	return link->relation == relation && !link->assumed && !link->by_row;
}

/* It says itself which need it answers. */
static bool
names_a_need(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->out.count && i < TIES_MOST; i++)
		if (is_written(it->out.items[i], EHC_REL_FOR))
			return true;
	return false;
}

/* Provision of that section, or of any where s is EHC_NO_SECTION, works towards the outcome and names no need of its own. */
static bool
is_worked_towards(const struct ehc_item *outcome, enum ehc_section s)
{
	for (size_t i = 0; i < outcome->in.count && i < TIES_MOST; i++) {
		const struct ehc_link *link = outcome->in.items[i];

		if (is_written(link, EHC_REL_TOWARDS) && link->from->kind == EHC_ITEM_PROVISION && (s == EHC_NO_SECTION || link->from->section == s) &&
		    !names_a_need(link->from))
			return true;
	}
	return false;
}

/* An outcome names the need, and provision of that section names the outcome: many forms tie them so. */
static bool
is_tied_through_outcome(const struct ehc_item *need, enum ehc_section s)
{
	for (size_t i = 0; i < need->in.count; i++) {
		const struct ehc_link *link = need->in.items[i];

		if (is_written(link, EHC_REL_FOR) && link->from->kind == EHC_ITEM_OUTCOME && is_worked_towards(link->from, s))
			return true;
	}
	return false;
}

/* The strongest tie from a provision of that section, or of any where s is EHC_NO_SECTION, to the need. */
static enum tie
need_tie(const struct ehc_item *need, enum ehc_section s)
{
	enum tie tie = UNTIED;

	for (size_t i = 0; i < need->in.count; i++) {
		const struct ehc_link *link = need->in.items[i];

		if (link->relation == EHC_REL_FOR && link->from->kind == EHC_ITEM_PROVISION &&
		    (s == EHC_NO_SECTION || link->from->section == s))
			tie = stronger(tie, link);
	}
	return tie == UNTIED && is_tied_through_outcome(need, s) ? ASSUMED : tie;
}

static bool
outcome_has_provision(const struct ehc_item *outcome)
{
	for (size_t i = 0; i < outcome->in.count; i++)
		if (outcome->in.items[i]->relation == EHC_REL_TOWARDS && outcome->in.items[i]->from->kind == EHC_ITEM_PROVISION)
			return true;
	return false;
}

static bool
outcome_names_need(const struct ehc_item *outcome)
{
	return ehc_item_count_links(outcome, EHC_REL_FOR) > 0;
}

/* Its own `for:`, or that of the provision that works towards it. */
static bool
outcome_has_need(const struct ehc_item *outcome)
{
	if (outcome_names_need(outcome))
		return true;
	for (size_t i = 0; i < outcome->in.count; i++)
		if (outcome->in.items[i]->relation == EHC_REL_TOWARDS && ehc_item_count_links(outcome->in.items[i]->from, EHC_REL_FOR) > 0)
			return true;
	return false;
}

static bool
outcome_has_aspiration(const struct ehc_item *outcome)
{
	return ehc_item_count_links(outcome, EHC_REL_SUPPORTS) > 0;
}

static bool
need_has_provision(const struct ehc_item *need)
{
	return need_tie(need, EHC_NO_SECTION) != UNTIED;
}

bool
ehc_link_none(const struct ehc_plan *p, enum ehc_item_kind kind, bool (*is_tied)(const struct ehc_item *))
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, kind))
		if (is_tied(it))
			return false;
	return p->kinds[kind].count > 1;
}

/* ---- needs ---- */

static void
flag_need(struct ehc_check *c, const struct ehc_item *need)
{
	bool elsewhere = need_tie(need, EHC_NO_SECTION) != UNTIED;
	struct ehc_finding *f = ehc_flag_item(c, need, "%.*s has no provision in section F%s.",
	    EHC_ARG(ehc_item_Called(c->arena, need)), elsewhere ? ", only in another section" : "");

	ehc_finding_help(c, f, "Add a provision with `for: %s`, or say which provision meets it.", need->id);
}

/* `tied` says how it is tied, up to what no provision speaks of. False where provision speaks of all that the need is about. */
static bool
flag_unspoken(struct ehc_check *c, const struct ehc_item *need, const char *tied)
{
	struct ehc_str unspoken[3];
	struct ehc_span words;
	size_t n = ehc_link_unspoken(c, need, unspoken, EHC_COUNT(unspoken), &words);
	struct ehc_finding *f;

	if (n == 0)
		return false;
	f = ehc_flag_words(c, need, words, "%.*s is %s, and no provision in this plan speaks of %.*s.",
	    EHC_ARG(ehc_item_Called(c->arena, need)), tied, EHC_ARG(ehc_list_words(c->arena, unspoken, n, n)));
	f->severity = EHC_WARNING;
	ehc_finding_help(c, f, "Add provision for it with `for: %s`, or say which provision meets it.", need->id);
	return true;
}

/* A tie that no `for:` of a provision states: by a row, or through an outcome. */
static void
note_weak_tie(struct ehc_check *c, const struct ehc_item *need, enum ehc_section s)
{
	const char *tied = is_tied_through_outcome(need, s) ? "tied to provision only through an outcome" : "tied to provision only by its row or its area";
	struct ehc_finding *f;

	if (flag_unspoken(c, need, tied))
		return;
	f = ehc_flag_item(c, need, "%.*s is %s.", EHC_ARG(ehc_item_Called(c->arena, need)), tied);
	f->severity = EHC_NOTE;
	ehc_finding_help(c, f, "Say which provision meets it: `for: %s` under that provision.", need->id);
}

/* No provision of section F names a need: a habit of the writer, and one finding, though a row or another section ties some needs. */
static bool
names_no_need(const struct ehc_plan *p, enum ehc_section s)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION))
		for (size_t i = 0; it->section == s && i < it->out.count; i++)
			if (is_written(it->out.items[i], EHC_REL_FOR))
				return false;
	return p->sections[s].items > 1;
}

static bool
is_tied_if_in_b(const struct ehc_item *need)
{
	return need->section != EHC_B || need_tie(need, EHC_F) != UNTIED;
}

/* The needs of section B that stand untied for that reason, and how many: they are named together, and need no finding each. NULL where it is fewer than two. */
static struct ehc_str *
untied_together(struct ehc_check *c, size_t *n)
{
	struct ehc_str *ids = names_no_need(c->plan, EHC_F) ? ehc_ids_without(c, EHC_ITEM_NEED, is_tied_if_in_b, n) : NULL;

	return ids != NULL && *n > 1 ? ids : NULL;
}

static bool
flag_untied_together(struct ehc_check *c)
{
	const struct ehc_item *it;
	size_t n, all = 0;
	struct ehc_str *ids = untied_together(c, &n);
	struct ehc_finding *f;

	if (ids == NULL)
		return false;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		all += it->section == EHC_B;
	if (n == all)
		f = ehc_flag_section(c, EHC_B, "None of the %zu needs in section B is tied to provision in section F.", all);
	else
		f = ehc_flag_section(c, EHC_B, "%zu of %zu needs in section B are tied to no provision in section F: %.*s.", n, all,
		    EHC_ARG(ehc_list_words(c->arena, ids, n, 8)));
	ehc_finding_help(c, f, "Add `for:` with the need's id to each provision in section F.");
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		if (!is_tied_if_in_b(it))
			flag_unspoken(c, it, "tied to no provision");
	return true;
}

/* LINK-001 */
static void
need_without_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	struct ehc_finding *f;
	bool together;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_PROVISION].count == 0)
		return;
	if (ehc_link_none(c->plan, EHC_ITEM_NEED, need_has_provision)) {
		f = ehc_flag(c, NULL, ehc_plan_place(c->plan), "None of the %zu needs in this plan is tied to any provision.",
		    c->plan->kinds[EHC_ITEM_NEED].count);
		ehc_finding_help(c, f, "Add `for:` with the need's id to each provision, such as `for: %s`.",
		    c->plan->kinds[EHC_ITEM_NEED].items[0]->id);
		for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
			flag_unspoken(c, it, "tied to no provision");
		return;
	}
	together = flag_untied_together(c);
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED)) {
		enum tie tie = need_tie(it, EHC_F);

		/* An empty section F is SECT-006. */
		if (it->section != EHC_B || tie == FIRM || c->plan->sections[EHC_F].items == 0)
			continue;
		if (tie == ASSUMED)
			note_weak_tie(c, it, EHC_F);
		else if (!together)
			flag_need(c, it);
	}
}

/* LINK-002 and LINK-003: provision in any section will do, or the plan's own reason why there is none. */
static void
check_needs_of(struct ehc_check *c, enum ehc_section section, const char *wanted)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED)) {
		enum tie tie = need_tie(it, EHC_NO_SECTION);
		struct ehc_finding *f;

		if (it->section != section || tie == FIRM || ehc_item_value(it, EHC_L_BECAUSE).node != NULL)
			continue;
		if (tie == ASSUMED) {
			note_weak_tie(c, it, EHC_NO_SECTION);
			continue;
		}
		f = ehc_flag_item(c, it, "%.*s has no provision, and no reason is given for that.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_help(c, f, "Add provision in section %s with `for: %s`, or say under `because:` why there is none.", wanted,
		    it->id);
	}
}

static void
health_need_without_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	check_needs_of(c, EHC_C, "G or F");
}

static void
care_need_without_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	check_needs_of(c, EHC_D, "H1 or H2");
}

/* ---- provision ---- */

static bool
has_needs_in(const struct ehc_plan *p, enum ehc_section s)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_NEED))
		if (it->section == s)
			return true;
	return false;
}

static bool
is_in_sections(const struct ehc_item *it, enum ehc_section first, enum ehc_section last)
{
	return it->section >= first && it->section <= last && !it->optional && ehc_item_count_links(it, EHC_REL_FOR) == 0;
}

/* An outcome that it says it works towards names a need. */
static bool
has_need_through_outcome(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->out.count; i++)
		if (is_written(it->out.items[i], EHC_REL_TOWARDS) && it->out.items[i]->to != NULL && names_a_need(it->out.items[i]->to))
			return true;
	return false;
}

/* Provision whose kind of need is nowhere: one finding, on the section that says that there is none. */
static void
flag_nowhere(struct ehc_check *c, enum ehc_section needs, enum ehc_section first, enum ehc_section last)
{
	const struct ehc_section_info *info = &c->plan->sections[needs];
	struct ehc_finding *f = NULL;
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		if (!is_in_sections(it, first, last))
			continue;
		if (f == NULL) {
			f = ehc_flag_section(c, needs, "%.*s meets no need of this plan: section %s holds none.", EHC_ARG(ehc_item_Called(c->arena, it)),
			    ehc_section_name(needs));
			f->has_text = info->because.text.str.len > 0;
			f->span = f->has_text ? info->because.text.span : f->span;
		}
		ehc_finding_relate(c->out, f, it->span, EHC_STR("provision without a need"));
	}
}

/* LINK-004. Where nothing is tied at all LINK-001 has said so; what stays is provision whose kind of need is nowhere. */
static void
provision_without_need(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t n;
	bool nothing_tied = ehc_link_none(c->plan, EHC_ITEM_NEED, need_has_provision), together = untied_together(c, &n) != NULL;
	bool health = has_needs_in(c->plan, EHC_C), care = has_needs_in(c->plan, EHC_D), by_outcome = names_no_need(c->plan, EHC_F);
	const struct ehc_item *it;

	if (!health)
		flag_nowhere(c, EHC_C, EHC_G, EHC_G);
	if (!care)
		flag_nowhere(c, EHC_D, EHC_H1, EHC_H2);

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		bool nowhere = (it->section == EHC_G && !health) || ((it->section == EHC_H1 || it->section == EHC_H2) && !care);

		if (it->optional || ehc_item_count_links(it, EHC_REL_FOR) > 0 || nothing_tied || nowhere || (together && it->section == EHC_F) ||
		    (by_outcome && has_need_through_outcome(it)))
			continue;
		ehc_finding_unsaid(c, ehc_flag_item(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), EHC_STR("which need it meets"))->cause = it->node;
	}
}

/* A row with needs and provision that no outcome belongs to. */
static bool
lacks_outcome(const struct ehc_row *row)
{
	bool untied = false;

	for (size_t i = 0; i < row->count; i++) {
		if (row->items[i]->kind == EHC_ITEM_OUTCOME)
			return false;
		untied = untied || (row->items[i]->kind == EHC_ITEM_PROVISION && ehc_item_count_links(row->items[i], EHC_REL_TOWARDS) == 0);
	}
	return untied && row->needs > 0;
}

/* LINK-005. What stands in a row without an outcome is LINK-021; what serves all areas at once works towards every outcome. */
static void
provision_without_outcome(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_row *row = NULL;
	const struct ehc_item *it;
	bool lacking = false;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_OUTCOME].count == 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		if (it->row != row) {
			row = it->row;
			lacking = row != NULL && lacks_outcome(row);
		}
		if (it->optional || lacking || (row != NULL && row->across) || ehc_item_count_links(it, EHC_REL_TOWARDS) > 0)
			continue;
		ehc_finding_unsaid(c, ehc_flag_item(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), EHC_STR("which outcome it works towards"))->cause = it->node;
	}
}

/* LINK-012 */
static void
claims_too_much(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		size_t needs = 0;

		for (size_t i = 0; i < it->out.count; i++)
			needs += it->out.items[i]->relation == EHC_REL_FOR && it->out.items[i]->to != NULL && !it->out.items[i]->assumed;
		if (needs > (size_t)c->profile->many_needs)
			ehc_flag_item(c, it, "%.*s is said to meet %zu needs at once.", EHC_ARG(ehc_item_Called(c->arena, it)), needs);
	}
}

/* ---- outcomes and aspirations ---- */

/*
 * One kind of tie that every outcome should have: one finding for the plan where none has it, else one for each that has not.
 * `whole` and `single` finish "None of the 4 outcomes in this plan ..." and "Outcome E1 ...".
 */
static void
check_outcomes(struct ehc_check *c, bool (*is_tied)(const struct ehc_item *), const char *whole, const char *unsaid, const char *help)
{
	const struct ehc_item *it;
	struct ehc_finding *f;

	if (ehc_link_none(c->plan, EHC_ITEM_OUTCOME, is_tied)) {
		f = ehc_flag(c, NULL, ehc_plan_place(c->plan), "None of the %zu outcomes in this plan %s.",
		    c->plan->kinds[EHC_ITEM_OUTCOME].count, whole);
		f->help = ehc_str_of(help);
		return;
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		if (is_tied(it))
			continue;
		f = unsaid == NULL ? ehc_flag_item(c, it, "%.*s has no provision that works towards it.", EHC_ARG(ehc_item_Called(c->arena, it))) :
		    ehc_finding_unsaid(c, ehc_flag_item(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), ehc_str_of(unsaid));
		f->help = ehc_str_of(help);
	}
}

/* LINK-006 */
static void
outcome_without_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->kinds[EHC_ITEM_PROVISION].count > 0)
		check_outcomes(c, outcome_has_provision, "has provision that works towards it", NULL,
		    "Add `towards:` with the outcome's id to the provision that works towards it.");
}

/* No outcome names a need, though some stand in the row of one: one habit, and one finding. */
static bool
none_names_a_need(struct ehc_check *c)
{
	const struct ehc_item *it;
	struct ehc_str *ids;
	size_t n;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		for (size_t i = 0; i < it->out.count; i++)
			if (is_written(it->out.items[i], EHC_REL_FOR))
				return false;
	ids = ehc_ids_without(c, EHC_ITEM_OUTCOME, outcome_has_need, &n);
	if (n < 2 || n == c->plan->kinds[EHC_ITEM_OUTCOME].count)
		return false;
	ehc_finding_help(c, ehc_flag_section(c, EHC_E, "%zu of %zu outcomes do not say which need they answer: %.*s.", n, c->plan->kinds[EHC_ITEM_OUTCOME].count,
	    EHC_ARG(ehc_list_words(c->arena, ids, n, 8))), "Add `for:` with the need's id to each outcome.");
	return true;
}

/* LINK-007. A plan may tie its outcomes to needs through provision alone; one that also does so itself has left a gap. */
static void
outcome_without_need(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	size_t named = 0;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_NEED].count == 0)
		return;
	if (!none_names_a_need(c))
		check_outcomes(c, outcome_has_need, "is tied to a need", "which need it answers",
		    "Add `for:` with the need's id to the outcome.");
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		named += outcome_names_need(it);
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		struct ehc_finding *f;

		if (named == 0 || outcome_names_need(it) || !outcome_has_need(it))
			continue;
		f = ehc_flag_item(c, it, "%.*s is tied to a need only through its provision.", EHC_ARG(ehc_item_Called(c->arena, it)));
		f->severity = EHC_NOTE;
	}
}

/* Where fewer than half of the outcomes are tied, that is one habit of the writer and one finding. */
static bool
most_lack_aspiration(struct ehc_check *c)
{
	size_t n, all = c->plan->kinds[EHC_ITEM_OUTCOME].count;
	struct ehc_str *ids = ehc_ids_without(c, EHC_ITEM_OUTCOME, outcome_has_aspiration, &n);
	struct ehc_finding *f;

	if (n < 2 || n == all || n * 2 <= all)
		return false;
	f = ehc_flag_section(c, EHC_E, "%zu of %zu outcomes do not say which aspiration they bring nearer: %.*s.", n, all,
	    EHC_ARG(ehc_list_words(c->arena, ids, n, 8)));
	f->help = EHC_STR("Add `supports:` with the aspiration's id to each outcome.");
	return true;
}

/* LINK-008 */
static void
outcome_without_aspiration(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->kinds[EHC_ITEM_ASPIRATION].count > 0 && !most_lack_aspiration(c))
		check_outcomes(c, outcome_has_aspiration, "is tied to an aspiration", "which aspiration it brings nearer",
		    "Add `supports:` with the aspiration's id to the outcome.");
}

/* LINK-009 */
static void
aspiration_without_outcome(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_OUTCOME].count == 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ASPIRATION)) {
		struct ehc_finding *f;

		if (ehc_item_count_linked(it, EHC_REL_SUPPORTS) > 0)
			continue;
		f = ehc_flag_item(c, it, "No outcome brings %.*s nearer.", EHC_ARG(ehc_item_called(c->arena, it)));
		ehc_finding_help(c, f, "Add `supports: %s` to the outcome that does.", it->id);
	}
}

/* LINK-021 */
static void
row_without_outcome(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_row *row = c->plan->first_row; row != NULL; row = row->next) {
		struct ehc_finding *f;

		if (!lacks_outcome(row))
			continue;
		f = ehc_flag(c, NULL, row->node->head_span, "This row holds needs and provision but no outcome.");
		f->section = EHC_E;
	}
}

const struct ehc_rule ehc_rules_link[] = {
	{ .id = "LINK-001", .title = "Every special educational need has provision",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Code of Practice 9.68; R v Secretary of State ex p E [1992] 1 FLR 377", .confidence = EHC_SECONDARY,
	  .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = need_without_provision,
	  .why = "A need without provision means that nobody has to do anything about it.",
	  .fix = "Add a provision with `for: <need>`, or say which provision meets it." },
	{ .id = "LINK-002", .title = "Every health need has provision, or a reason",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-001",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = health_need_without_provision,
	  .why = "A health need that nobody answers will be felt in the classroom.",
	  .fix = "Add provision in section G or F with `for: <need>`, or say under `because:` why there is none.",
	  .legitimate = "The family or ordinary health services deal with it: say so under `because:`." },
	{ .id = "LINK-003", .title = "Every social care need has provision, or a reason",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-001 CARE-005",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = care_need_without_provision,
	  .why = "A need at home that nobody answers wears out the family that the child depends on.",
	  .fix = "Add provision in section H1 or H2 with `for: <need>`, or say under `because:` why there is none." },
	{ .id = "LINK-004", .title = "Every provision says which need it meets",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .after = "LINK-010",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = provision_without_need,
	  .why = "Provision that answers no need is the first to be cut, and hides the need that brought it here.",
	  .fix = "Add `for: <need>` to the provision.",
	  .legitimate = "Health provision that has nothing to do with the special needs is marked `optional: yes`." },
	{ .id = "LINK-005", .title = "Every provision works towards an outcome",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .after = "LINK-006 LINK-010",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = provision_without_outcome,
	  .why = "Without an outcome nobody can say at the review whether the provision helped.",
	  .fix = "Add `towards: <outcome>` to the provision." },
	{ .id = "LINK-006", .title = "Every outcome has provision",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Code of Practice 9.68", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = outcome_without_provision,
	  .why = "An outcome that nothing works towards is a wish.",
	  .fix = "Add `towards: <outcome>` to the provision that works towards it." },
	{ .id = "LINK-007", .title = "Every outcome answers a need",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .after = "LINK-001 LINK-010",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = outcome_without_need,
	  .why = "An outcome that answers no need of this child may have been written for another.",
	  .fix = "Add `for: <need>` to the outcome." },
	{ .id = "LINK-008", .title = "Every outcome brings an aspiration nearer",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-010",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = outcome_without_aspiration,
	  .why = "The plan is to take the child towards the life that the child hopes for.",
	  .fix = "Add `supports: <aspiration>` to the outcome." },
	{ .id = "LINK-009", .title = "Every aspiration is taken up by an outcome",
	  .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-008",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = aspiration_without_outcome,
	  .why = "The child said what matters and nothing in the plan answers it.",
	  .fix = "Add `supports: <aspiration>` to the outcome that brings it nearer.",
	  .legitimate = "Some hopes lie beyond what a plan can bring about." },
	{ .id = "LINK-010", .title = "Every id names something",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ehc_link_broken,
	  .why = "A link that leads nowhere breaks the thread, and the need or outcome that was meant stands alone.",
	  .fix = "Write the id as it stands at the item." },
	{ .id = "LINK-011", .title = "Nothing stands twice",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ehc_link_twice,
	  .why = "What stands twice is later changed once, and then the plan says two things.",
	  .fix = "Give each item an id of its own, and state each need once." },
	{ .id = "LINK-012", .title = "One provision does not claim every need",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = claims_too_much,
	  .why = "Provision that is said to meet everything is seldom made for any of it.",
	  .fix = "Split it, so that each need has provision that is made for it.",
	  .legitimate = "Co-ordination, or a setting's whole approach, may serve many needs at once." },
	{ .id = "LINK-016", .title = "A health care plan is named by its reference",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = ehc_link_health_plan,
	  .why = "Staff must find the right one, and see whether it is the current one.",
	  .fix = "Write `health care plan: <reference>, <date>`." },
	{ .id = "LINK-017", .title = "What a health care plan is for is a need in section C",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "SECT-001",
	  .source = "Supporting pupils at school with medical conditions (2015)", .confidence = EHC_SECONDARY,
	  .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = ehc_link_health_need,
	  .why = "A condition that is left out of section C is left out when the plan is reviewed.",
	  .fix = "Add `need C1: <condition, how often, how it affects learning>`, and name it under `for:`." },
	{ .id = "LINK-019", .title = "A budget pays for provision that the plan specifies",
	  .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .after = "LINK-010",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .run = ehc_link_budget,
	  .why = "Money replaces no provision: what it buys must still be owed to the child.",
	  .fix = "Add `pays for: <provision in section F, G, H1 or H2>` to the budget." },
	{ .id = "LINK-020", .title = "Every advice is used",
	  .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ehc_link_advice,
	  .why = "The family can see what came of each assessment, and what was lost on the way.",
	  .fix = "Add `evidence: <advice>` to needs and `informed by: <advice>` to provision." },
	{ .id = "LINK-021", .title = "A row holds its outcome",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = row_without_outcome,
	  .why = "Need and provision side by side with nothing to reach: no one will know when it is done.",
	  .fix = "Add `outcome E1: <what the child will do, by when>` to the row." },
	EHC_NO_MORE_RULES
};
