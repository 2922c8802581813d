/*
 * voice.c - the VOICE and PFA families: whose words are these, and where is the young person heading?
 */
#include "rules/passage.h"
#include "rules/wording.h"

#define REG12A "SEND Regulations 2014, reg. 12(1)(a)"
#define COP969A "SEND Code of Practice 9.69"

static const struct ehc_prose_entry *
text_of(const struct ehc_plan *p, enum ehc_label label)
{
	const struct ehc_prose_entry *e = ehc_plan_text(p, label, 0);

	return e == NULL || ehc_says_nothing(e->text.str) ? NULL : e;
}

static bool
has_own_aspiration(const struct ehc_plan *p)
{
	struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ASPIRATION)) {
		struct ehc_str voice = ehc_item_value(it, EHC_L_VOICE).text.str;

		if (!ehc_says_nothing(it->text.str) && (voice.len == 0 || !ehc_str_starts_nocase(voice, "parent")))
			return true;
	}
	return false;
}

/* VOICE-001 */
static void
child_views(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_item *it;

	(void)self;
	if (p->sections[EHC_A].present && text_of(p, EHC_L_CHILD_VIEWS) == NULL && text_of(p, EHC_L_YP_VIEWS) == NULL && text_of(p, EHC_L_INTERESTS) == NULL &&
	    !has_own_aspiration(p))
		ehc_flag_section(c, EHC_A, "Section A holds no views of the child or young person.");
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ASPIRATION)) {
		struct ehc_finding *f = ehc_says_nothing(it->text.str) && it->text.str.len > 0 ? ehc_flag_item(c, it, "%.*s holds no hope of anybody's yet.", EHC_ARG(ehc_item_Called(c->arena, it))) : NULL;

		if (f != NULL)
			f->severity = EHC_WARNING;
	}
}

/* VOICE-002 */
static void
whose_views(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_prose_entry *how = text_of(p, EHC_L_VIEWS_METHOD);
	static const char *const parents[] = { "mum", "mother", "dad", "father", "parents", "carer", "family" };
	int years = ehc_check_age(c);

	(void)self;
	if (!p->sections[EHC_A].present)
		return;
	if (years >= 0 && years < 16 && text_of(p, EHC_L_PARENT_VIEWS) == NULL)
		ehc_flag_section(c, EHC_A, "Section A holds no views of the parents.");
	if (years < 16 || text_of(p, EHC_L_YP_VIEWS) != NULL || text_of(p, EHC_L_CHILD_VIEWS) != NULL)
		return;
	if (how != NULL && ehc_says_any(c, how->text.str, parents, EHC_COUNT(parents)))
		ehc_flag_words(c, NULL, how->text.span, "Section A was written by somebody else: the young person, who is %d, has no words of their own in it.", years)->section = EHC_A;
	else
		ehc_flag_section(c, EHC_A, "The young person is %d, and section A has none of their own words.", years);
}

/* VOICE-003 */
static void
how_gathered(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const people[] = { "by", "with", "told", "said", "asked", "teacher", "tutor", "parents", "mother", "father", "mum", "dad", "officer", "assistant", "psychologist",
		"therapist", "senco", "mentor", "head of year", "key person", "keyworker", "key worker", "social worker", "advocate", "instructor", "nurse", "watched", "helped", "herself", "himself", "themselves", "own words", "I",
		"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr" };
	static const char *const silent[] = { "did not want", "didn't want", "did not wish", "declined", "refused", "chose not to", "did not engage", "would not", "was unwilling", "no views" };
	static const char *const tried[] = { "watched", "observed", "pictures", "photographs", "symbols", "again", "instead", "later", "advocate", "by text", "drew", "film" };
	const struct ehc_prose_entry *how = text_of(c->plan, EHC_L_VIEWS_METHOD);
	bool own = text_of(c->plan, EHC_L_CHILD_VIEWS) != NULL || text_of(c->plan, EHC_L_YP_VIEWS) != NULL;

	(void)self;
	if (!own && how != NULL && ehc_says_any(c, how->text.str, silent, EHC_COUNT(silent)) && !ehc_says_any(c, how->text.str, tried, EHC_COUNT(tried))) {
		struct ehc_finding *f = ehc_flag_words(c, NULL, how->text.span, "Section A says that the child gave no views, but not what else was tried, and when the child is asked again.");

		f->section = EHC_A;
		ehc_finding_help(c, f, "Say who asked and how, what the child showed in other ways (what they choose, whom they seek out), and when somebody they trust asks again.");
		return;
	}
	if (c->plan->sections[EHC_A].present && how == NULL)
		ehc_flag_section(c, EHC_A, "Section A does not say how the child's views were gathered, by whom and when.");
	else if (how != NULL && !ehc_says_any(c, how->text.str, people, EHC_COUNT(people)))
		ehc_flag_words(c, NULL, how->text.span, "Section A does not say who gathered the child's views.")->section = EHC_A;
}

/* VOICE-006 */
static void
how_to_communicate(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->sections[EHC_A].present && text_of(c->plan, EHC_L_COMMUNICATION) == NULL)
		ehc_flag_section(c, EHC_A, "Section A does not say how to communicate with the %s and involve them.", ehc_check_age(c) >= 16 ? "young person" : "child");
}

/* VOICE-009 */
static void
long_text(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->plan->ntexts; i++) {
		const struct ehc_prose_entry *e = &c->plan->texts[i];
		size_t words = 0;

		/* A word takes two bytes at least, with the blank behind it. */
		if (e->section != EHC_A || e->text.str.len / 2 <= (size_t)c->profile->story_words)
			continue;
		for (size_t k = 0; k < e->text.str.len; k++)
			words += (e->text.str.ptr[k] == ' ' || e->text.str.ptr[k] == '\n') && k > 0 && e->text.str.ptr[k - 1] != ' ' && e->text.str.ptr[k - 1] != '\n';
		if (words > (size_t)c->profile->story_words)
			ehc_flag(c, NULL, e->node->head_span, "This part of section A has about %zu words; over %d, few will read it to the end.", words,
			    c->profile->story_words)->section = EHC_A;
	}
}

/* PFA-001 */
static void
adulthood_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "adulthood", "independent living", "independence", "employment", "work experience", "travel training", "internship",
		"careers", "job", "college", "budgeting", "cook", "cooks", "cooking", "shopping", "bus", "travel", "work placement", "transition" };
	struct ehc_item *it;

	(void)self;
	if (!ehc_check_is_year_nine(c) || c->plan->kinds[EHC_ITEM_PROVISION].count == 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (it->theme != EHC_THEME_NONE || ehc_own_says_any(c, it, words, EHC_COUNT(words)))
			return;
	ehc_flag_section(c, EHC_F, "No provision helps to prepare for adulthood and independent living.");
}

/* PFA-002. An outcome that names no theme of its own has those of the aspirations that it supports. */
static void
themes(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const names[] = { "", "employment", "independent living", "friends and community", "good health" };
	bool seen[5] = { true, false, false, false, false };
	struct ehc_str missing[4];
	size_t n = 0;
	struct ehc_item *it;

	(void)self;
	if (!ehc_check_is_year_nine(c) || c->plan->kinds[EHC_ITEM_OUTCOME].count == 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		seen[it->theme] = true;
		for (size_t i = 0; it->theme == EHC_THEME_NONE && i < it->out.count; i++)
			if (it->out.items[i]->relation == EHC_REL_SUPPORTS)
				seen[it->out.items[i]->to->theme] = true;
	}
	for (size_t i = 0; i < c->plan->nareas; i++)
		seen[c->plan->areas[i].theme] = true;
	for (size_t i = 1; i < 5; i++)
		if (!seen[i])
			missing[n++] = ehc_str_of(names[i]);
	if (n > 0) {
		struct ehc_str list = ehc_list_words(c->arena, missing, n, 4);

		ehc_flag_section(c, EHC_E, "No outcome is marked as preparing for %.*s.", EHC_ARG(list));
	}
}

/* PFA-004 */
static void
decides(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (ehc_check_age(c) >= 16 && c->plan->child.node != NULL && c->plan->child.capacity.text.str.len == 0 && c->plan->child.decision_maker.text.str.len == 0)
		ehc_flag(c, NULL, c->plan->child.node->head_span, "The young person is 16 or over; the plan does not say who decides about it.");
}

#define PLAN EHC_FOR_EHC_PLAN

const struct ehc_rule ehc_rules_voice[] = {
	{ .id = "VOICE-001", .title = "The child's own views are there", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = child_views,
	  .source = REG12A, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS, .after = "SECT-001",
	  .why = "A plan about a child who was not asked is somebody else's plan.", .fix = "Ask the child, in the way that suits them, and write down their words." },
	{ .id = "VOICE-002", .title = "The parents speak for themselves, and from 16 the young person", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = PLAN,
	  .run = whose_views, .source = REG12A, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS, .after = "SECT-001 VOICE-001",
	  .why = "Who is not heard in section A is not heard in the rest of the plan.", .fix = "Add their views, and say whose words they are." },
	{ .id = "VOICE-003", .title = "How the views were gathered is said", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = how_gathered,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .after = "SECT-001 VOICE-001",
	  .why = "Nobody can tell whether these are the child's words.", .fix = "Say who asked, how and when." },
	{ .id = "VOICE-006", .title = "How to communicate with the child is said", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = how_to_communicate,
	  .source = COP969A, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "SECT-001",
	  .why = "A new adult needs it on the first day.", .fix = "Add `how to communicate:`." },
	{ .id = "VOICE-009", .title = "Section A can be read in one sitting", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = long_text,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "What matters to the child gets lost in a long text.", .fix = "Keep what a new adult must know." },
	EHC_NO_MORE_RULES
};

const struct ehc_rule ehc_rules_adulthood[] = {
	{ .id = "PFA-001", .title = "From year 9, provision prepares for adulthood", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = adulthood_provision,
	  .source = "SEND Regulations 2014, reg. 12(3)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS, .after = "SECT-006",
	  .why = "Work, a home and friends need years of preparation.", .fix = "Add provision that prepares for adulthood, and mark it with `theme:`." },
	{ .id = "PFA-002", .title = "From year 9, outcomes look at the four themes of adulthood", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = themes,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A theme that nobody thinks of is a part of life that nobody prepares for.", .fix = "Mark outcomes with `theme:`; where a theme needs none, say so: `area <theme>: none`, `because:`." },
	{ .id = "PFA-004", .title = "From 16, the plan says who decides", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = decides,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "From the end of compulsory school age the rights are the young person's own.", .fix = "Add `decision maker:` or `capacity:` to the child block." },
	EHC_NO_MORE_RULES
};
