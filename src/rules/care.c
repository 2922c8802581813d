/*
 * care.c - the CARE family: social care needs and provision, and what it has to do with age and placement.
 */
#include "rules/passage.h"
#include "rules/wording.h"

#include <string.h>

#define REG12H "SEND Regulations 2014, reg. 12(1)(h)"
#define CSDPA "Chronically Sick and Disabled Persons Act 1970, s.2"
#define COP969H "SEND Code of Practice 9.69"

/* CARE-001 */
static void
adult_in_h1(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_section_info *h1 = &c->plan->sections[EHC_H1];
	struct ehc_item *it;

	(void)self;
	if (ehc_check_age(c) < 18)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str called = ehc_item_Called(c->arena, it);

		if (it->section != EHC_H1)
			continue;
		/* The section's own title, where the plan gives one, is what names the Act. */
		if (h1->node != NULL && h1->title.len > 0)
			ehc_flag_words(c, it, h1->node->text.span, "%.*s stands in H1, but the young person is %d: H1 is for those under 18.", EHC_ARG(called), ehc_check_age(c));
		else
			ehc_flag_item(c, it, "%.*s stands in H1, but the young person is %d: H1 is for those under 18.", EHC_ARG(called), ehc_check_age(c));
	}
}

/* CARE-003 */
static void
residential_in_h1(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const residential[] = { "overnight", "residential", "nights", "sleepover" };
	static const char *const at_home[] = { "at home", "in the home", "in her home", "in his home", "in their home", "family home", "own home" };
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		/* Help by night in the family's own house is help at home. */
		if (it->section == EHC_H1 && !ehc_own_says_any(c, it, at_home, EHC_COUNT(at_home)) && (ehc_own_says_any(c, it, residential, EHC_COUNT(residential)) || ehc_says_any(c, it->type.text.str, residential, EHC_COUNT(residential))))
			ehc_flag_item(c, it, "%.*s is an overnight break; these usually stand in H2.", EHC_ARG(ehc_item_Called(c->arena, it)));
}

/* CARE-004 */
static void
adult_care(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "Care Act", "care and support plan", "adult social care", "adult care", "adult services" };
	const struct ehc_plan *p = c->plan;

	(void)self;
	if (ehc_check_age(c) < 18 || p->sections[EHC_D].items == 0 || p->sections[EHC_H1].items + p->sections[EHC_H2].items == 0)
		return;
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		if (ehc_own_says_any(c, it, words, EHC_COUNT(words)) ||
		    ehc_says_any(c, it->who.value.text.str, words, EHC_COUNT(words)) || ehc_says_any(c, it->author.text.str, words, EHC_COUNT(words)) ||
		    ehc_says_any(c, it->role.text.str, words, EHC_COUNT(words)) || ehc_says_any(c, it->funded_by.text.str, words, EHC_COUNT(words)))
			return;
	ehc_flag_section(c, EHC_H2, "The young person is %d and has social care needs; nothing points to an adult care and support plan.", ehc_check_age(c));
}

#define MOST_BARE_WORDS 10      /* a need that says more than "not known to social care" has more words */

/* CARE-005 */
static void
not_known(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "not known to", "not open to", "no involvement", "unknown to" };
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		if (it->section == EHC_D && it->said != NULL && it->said->text->nwords < MOST_BARE_WORDS && ehc_own_says_any(c, it, words, EHC_COUNT(words)))
			ehc_flag_item(c, it, "%.*s says only that the child is not known: nobody looked at what the child needs.", EHC_ARG(ehc_item_Called(c->arena, it)))->cause = it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		struct ehc_str called = ehc_item_Called(c->arena, it);
		const struct ehc_value *said = it->reply.text.str.len > 0 ? &it->reply : &it->author;

		if (ehc_says_any(c, said->text.str, words, EHC_COUNT(words)) || ehc_own_says_any(c, it, words, EHC_COUNT(words)))
			ehc_flag_words(c, it, said->text.str.len > 0 ? said->text.span : it->text.span,
			    "%.*s says only that the child is not known: nobody looked at what the child needs.", EHC_ARG(called))->cause = it;
	}
}

/* A health care plan is another thing. */
static bool
names_care_plan(const struct ehc_check *c, struct ehc_str s)
{
	static const char *const plans[] = { "pep", "personal education plan", "pathway plan", "placement plan" };
	size_t at = ehc_str_find_word(s, "care plan");

	return ehc_says_any(c, s, plans, EHC_COUNT(plans)) || (at != SIZE_MAX && !ehc_str_ends_nocase(ehc_str_trim(ehc_str_sub(s, 0, at)), "health"));
}

/* CARE-006 */
static void
looked_after(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_value *v = &c->plan->child.looked_after;

	(void)self;
	if (!ehc_str_starts_nocase(ehc_str_trim(v->text.str), "yes") || names_care_plan(c, v->text.str))
		return;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if (names_care_plan(c, it->text.str) || names_care_plan(c, it->review.text.str))
			return;
	for (size_t i = 0; i < c->plan->ntexts; i++)
		if (c->plan->texts[i].section == EHC_E && names_care_plan(c, c->plan->texts[i].text.str))
			return;
	ehc_flag_words(c, NULL, v->text.span, "The child is looked after, but the plan points to no care plan or personal education plan.");
}

/* CARE-008 */
static void
parent_carer(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "parent-carer", "parent carer", "carer's assessment", "carers assessment", "carer assessment", "carers' assessment" };
	const struct ehc_plan *p = c->plan;

	(void)self;
	if (p->sections[EHC_D].items == 0)
		return;
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		if (ehc_own_says_any(c, it, words, EHC_COUNT(words)) || ehc_says_any(c, it->reply.text.str, words, EHC_COUNT(words)))
			return;
	ehc_flag_section(c, EHC_D, "The plan does not say whether an assessment of the parents' own needs as carers was offered.");
}

static void
not_in_school(struct ehc_check *c)
{
	static const char *const words[] = { "EOTAS", "EOTIS", "education otherwise than at school", "education other than at school", "instead of school" };
	const struct ehc_plan *p = c->plan;
	struct ehc_item *it;

	if (ehc_says_nothing(p->placement_name.text.str) || p->placement_otherwise.text.str.len > 0)
		return;
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION))
		if (it->section == EHC_F && ehc_own_says_any(c, it, words, EHC_COUNT(words))) {
			struct ehc_finding *f = ehc_flag_item(c, it, "%.*s is for education out of school, but section I names a setting.", EHC_ARG(ehc_item_Called(c->arena, it)));

			ehc_finding_relate(c->out, f, p->placement_name.text.span, EHC_STR("the setting that section I names"));
		}
}

/* "52-week", "38 weeks a year": the weeks in a text that also speaks of where the child lives or is placed; 0 where there are none. *at gets where. */
static int
weeks_of_place(const struct ehc_check *c, struct ehc_str s, size_t *at)
{
	static const char *const place[] = { "placement", "residential", "boarding", "school", "college" };

	s = ehc_arena_unwrapped(c->arena, s);
	for (size_t from = 0; from < s.len; from++) {
		int weeks = 0;
		size_t i = from;

		if (!ehc_is_digit(s.ptr[from]) || (from > 0 && ehc_is_letter_or_digit(s.ptr[from - 1])))
			continue;
		for (; i < s.len && i < from + 2 && ehc_is_digit(s.ptr[i]); i++)
			weeks = weeks * 10 + (s.ptr[i] - '0');
		if (i >= s.len || (s.ptr[i] != '-' && s.ptr[i] != ' ') || !ehc_str_starts_nocase(ehc_str_sub(s, i + 1, s.len), "week") || weeks < 36 || weeks > 52 ||
		    !ehc_says_any(c, ehc_sentence_at(s, from), place, EHC_COUNT(place)))
			continue;
		*at = from;
		return weeks;
	}
	return 0;
}

static void
weeks_fit(struct ehc_check *c)
{
	static const char *const place[] = { "residential placement", "boarding placement", "week placement", "weeks' placement", "residential school", "residential college", "week residential" };
	const struct ehc_plan *p = c->plan;
	size_t named_at, at;
	int named = weeks_of_place(c, p->placement_type.text.str, &named_at);
	const struct ehc_text *where = &p->placement_type.text;
	struct ehc_item *it;

	if (named == 0) {
		where = &p->placement_name.text;
		named = weeks_of_place(c, where->str, &named_at);
	}
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION)) {
		int weeks = named == 0 || !ehc_own_says_any(c, it, place, EHC_COUNT(place)) ? 0 : weeks_of_place(c, it->text.str, &at);
		struct ehc_finding *f;

		if (weeks == 0 || weeks == named)
			continue;
		f = ehc_flag_words(c, it, ehc_text_span(&it->text, at, 7), "%.*s is a placement for %d weeks, but section I says %d.", EHC_ARG(ehc_item_Called(c->arena, it)), weeks,
		    named);
		ehc_finding_relate(c->out, f, ehc_text_span(where, named_at, 8), EHC_STR("what section I says"));
	}
}

/* CARE-009 */
static void
place_fits(struct ehc_check *c, const struct ehc_rule *self)
{
	not_in_school(c);
	weeks_fit(c);
	(void)self;
}

/* "no" under `looked after:`, and these words at that place of another text. */
static void
flag_looked_after(struct ehc_check *c, const struct ehc_text *text, size_t at, const char *words)
{
	struct ehc_finding *f = ehc_flag_words(c, NULL, c->plan->child.looked_after.text.span,
	    "The plan says that the child is not looked after, but speaks of \"%s\".", words);

	ehc_finding_relate(c->out, f, ehc_text_span(text, at, strlen(words)), EHC_STR("here"));
}

/* CARE-012 */
static void
looked_after_said_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const orders[] = { "care order", "section 20", "s.20", "accommodated by the council", "accommodated by the local authority", "child in care", "looked-after child",
		"looked after child", "looked after by the council", "looked after by the local authority" };
	static const char *const over[] = { "adopted", "adoption", "special guardianship", "was discharged", "ended", "until", "revoked", "previously", "not", "was a" };
	const struct ehc_text *parents = &c->plan->child.parents.text;
	struct ehc_passages all;
	const char *found;
	size_t at;

	(void)self;
	if (!ehc_str_starts_nocase(ehc_str_trim(c->plan->child.looked_after.text.str), "no"))
		return;
	at = ehc_find_any_said(parents->str, orders, EHC_COUNT(orders), &found);
	if (at != SIZE_MAX && !ehc_says_any(c, parents->str, over, EHC_COUNT(over))) {
		flag_looked_after(c, parents, at, found);
		return;
	}
	all = ehc_passages_of(c);
	for (size_t i = 0; i < all.count; i++) {
		at = ehc_passage_find_any(c, &all.list[i], orders, EHC_COUNT(orders), &found);
		if (at != SIZE_MAX && !ehc_says_any(c, ehc_sentence_at(all.list[i].text->str, at), over, EHC_COUNT(over))) {
			flag_looked_after(c, all.list[i].text, at, found);
			return;
		}
	}
}

/* CARE-011 */
static void
care_that_teaches(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const teaching[] = { "teach", "teaches", "taught", "train", "trains", "trainer", "learn", "learns", "practise", "practises", "coaches",
		"tuition", "tutor", "tutors", "tutoring", "tutored" };
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if ((it->section == EHC_H1 || it->section == EHC_H2) && it->said != NULL && ehc_own_says_any(c, it, teaching, EHC_COUNT(teaching)))
			ehc_flag_item(c, it, "%.*s teaches or trains; a person must decide whether it belongs in section F.", EHC_ARG(ehc_item_Called(c->arena, it)));
}

#define PLAN EHC_FOR_EHC_PLAN

const struct ehc_rule ehc_rules_care[] = {
	{ .id = "CARE-001", .title = "Section H1 is for those under 18", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = PLAN, .run = adult_in_h1,
	  .source = REG12H "; " CSDPA, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_REGULATIONS,
	  .why = "The duty behind H1 ends at 18; what stands there may simply stop.", .fix = "Move it to H2, with the adult care plan that it comes from." },
	{ .id = "CARE-003", .title = "Overnight breaks stand in H2", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = residential_in_h1,
	  .source = "Children and Families Act 2014, s.37, explanatory notes", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	  .why = "The duty behind H1 is for breaks that are not residential; in the wrong section nobody may answer for it.", .fix = "Move it to H2." },
	{ .id = "CARE-004", .title = "From 18, the adult care plan is reflected", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = adult_care,
	  .source = COP969H, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "Two plans that do not know of each other promise two different weeks.", .fix = "Say what the adult care and support plan gives, with its date." },
	{ .id = "CARE-005", .title = "\"Not known to social care\" is no advice", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = not_known,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A child may need social care without ever having been known to it.", .fix = "Ask social care to look at this child's needs, and record what they found." },
	{ .id = "CARE-006", .title = "The plan of a looked-after child points to the care plan", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN,
	  .run = looked_after, .source = "SEND Code of Practice 9.169", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "Two plans that do not know of each other are reviewed apart, and contradict each other.", .fix = "Name the care plan and the personal education plan, with their dates." },
	{ .id = "CARE-008", .title = "The parents' needs as carers were asked about", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = PLAN,
	  .run = parent_carer, .source = COP969H, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "A parent who is worn out cannot care for the child.", .fix = "Say in section D or H1 whether an assessment was offered, and what came of it." },
	{ .id = "CARE-009", .title = "Section I fits section F", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = place_fits,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A child who is on a school's roll and taught elsewhere, or placed for fewer weeks than the plan counts on, may be nobody's in the weeks between.", .fix = "Bring sections F and I into line; where there is no school, write `otherwise:` in section I." },
	{ .id = "CARE-011", .title = "Social care that teaches may belong in section F", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN,
	  .run = care_that_teaches, .source = "Children and Families Act 2014, s.21(5)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	  .why = "What educates or trains counts as special educational provision, which the council must secure and which can be appealed.",
	  .fix = "Decide whether it educates or trains; if so, move it to section F.", .legitimate = "The teaching is incidental to care." },
	{ .id = "CARE-012", .title = "The plan says one thing about whether the child is looked after", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN,
	  .run = looked_after_said_twice, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Who speaks for the child, who must be asked and which other plan there is all follow from it.",
	  .fix = "Correct `looked after:`, with the care plan that it is under; or say when the order ended.", .legitimate = "The words tell of an earlier time." },
	EHC_NO_MORE_RULES
};
