/*
 * responsibility.c - the RESP family on EHC plans: which body answers for each provision.
 *
 * Sections F, H1 and H2 belong to the plan's council, section G to the health body that agreed to it; `accountable:`
 * says otherwise. RESP-006 to RESP-010 are the policy of one integrated care board: they warn and route, never fail.
 */
#include "rules/healthcare.h"
#include "rules/house.h"
#include "rules/passage.h"
#include "rules/wording.h"

#define CFA42_2 "Children and Families Act 2014, s.42(2)"
#define CFA42_3 "Children and Families Act 2014, s.42(3)"

static const char *const councils[] = { "council", "authority", "borough", "county", "LA" };
static const char *const health_bodies[] = { "NHS", "ICB", "integrated care board", "trust", "health board" };
static const char *const schools[] = { "school", "college", "academy", "nursery", "setting", "parents", "parent", "family" };

/* ---- one body ---- */

static bool
names_two(const struct ehc_check *c, struct ehc_str s)
{
	bool council = ehc_says_any(c, s, councils, EHC_COUNT(councils)), health = ehc_says_any(c, s, health_bodies, EHC_COUNT(health_bodies));
	bool school = ehc_says_any(c, s, schools, EHC_COUNT(schools));

	return council + health + school > 1;
}

/* RESP-001 */
static void
one_body(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (names_two(c, it->accountable.text.str))
			ehc_flag_words(c, it, it->accountable.text.span, "%.*s names more than one body that must see to it; each may leave it to the other.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	if (c->plan->authority.text.str.len > 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (it->section == EHC_F && it->accountable.text.str.len == 0) {
			ehc_flag_section(c, EHC_F, "Nothing says which council must see to the provision in section F.");
			return;
		}
}

/* RESP-002 */
static void
council_answers(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str s = it->accountable.text.str;

		if (it->section == EHC_F && !ehc_says_any(c, s, councils, EHC_COUNT(councils)) &&
		    (ehc_says_any(c, s, schools, EHC_COUNT(schools)) || ehc_says_any(c, s, health_bodies, EHC_COUNT(health_bodies))))
			ehc_flag_words(c, it, it->accountable.text.span, "%.*s stands in section F: the council must secure it, whoever delivers it.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* RESP-003 */
static void
health_answers(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str s = it->accountable.text.str;

		if (it->section == EHC_G && !ehc_says_any(c, s, health_bodies, EHC_COUNT(health_bodies)) && ehc_str_find_word(s, "public health") == SIZE_MAX &&
		    (ehc_says_any(c, s, schools, EHC_COUNT(schools)) || ehc_says_any(c, s, councils, EHC_COUNT(councils))))
			ehc_flag_words(c, it, it->accountable.text.span, "%.*s stands in section G, but the body that is to answer for it is no health commissioner.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* RESP-021 */
static void
health_writes(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const clinicians[] = { "NHS", "ICB", "integrated care board", "nurse", "paediatrician", "therapist" };
	const struct ehc_value *writer = &c->plan->plan_writer;

	(void)self;
	if (ehc_says_any(c, writer->text.str, clinicians, EHC_COUNT(clinicians)) && !ehc_says_any(c, writer->text.str, councils, EHC_COUNT(councils)))
		ehc_flag_words(c, NULL, writer->text.span, "The plan is recorded as written by the health service; it is the council's plan.");
}

/* RESP-024 */
static void
school_pays_for_g(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str s = it->funded_by.text.str;

		if (it->section == EHC_G && ehc_says_any(c, s, schools, EHC_COUNT(schools)) && !ehc_says_any(c, s, health_bodies, EHC_COUNT(health_bodies)))
			ehc_flag_words(c, it, it->funded_by.text.span, "%.*s is the health body's to arrange, but it is paid for by somebody else.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* ---- one integrated care board's policy ---- */

#define LOCAL "local policy; once in section G the commissioner must still arrange it; do not delete it for this reason"

/* The four exclusions by their names in the task table, and what the letter says of each. */
static const struct { const char *task, *says; } excluded[] = {
	{ "educating or training the child", "this health body does not supply staff who educate or train the child; ask whether it belongs in section F" },
	{ "regular and routine school nursing", "this health body leaves regular and routine school nursing to the public health service; ask that commissioner" },
	{ "personal care", "this health body does not supply staff for personal care; ask who else is to give it" },
	{ "interaction with other children", "this health body does not supply staff for a social care need; ask whether it belongs in section F or H" },
};

static const struct ehc_task_type *
row_called(struct ehc_check *c, const char *name)
{
	const struct ehc_task_table *t = ehc_tasks_of(c);

	for (size_t i = 0; i < t->count; i++)
		if (ehc_str_is_nocase(t->rows[i].name, name))
			return &t->rows[i];
	EHC_BUG("the task table has no row \"%s\"", name);
}

/* Where the item's words, or those of `who:`, speak of the task; SIZE_MAX where they do not. *text gets which of the two. */
static size_t
spoken_of(const struct ehc_item *it, const struct ehc_task_type *row, const struct ehc_text **text, size_t *len)
{
	size_t at;

	*text = &it->text;
	at = ehc_task_spoken(row, it->text.str, len);
	if (at == SIZE_MAX && row->of_service) {
		*text = &it->who.value.text;
		at = ehc_task_spoken(row, it->who.value.text.str, len);
	}
	return at;
}

static bool
is_excluded(struct ehc_check *c, const struct ehc_item *it)
{
	const struct ehc_text *text;
	size_t len;

	for (size_t i = 0; i < EHC_COUNT(excluded); i++)
		if (spoken_of(it, row_called(c, excluded[i].task), &text, &len) != SIZE_MAX)
			return true;
	return false;
}

static bool
has_exception(const struct ehc_item *it)
{
	return ehc_item_value(it, EHC_L_EXCEPTION).text.str.len > 0;
}

/* "profile derbyshire, from 1 January 2024" */
static struct ehc_str
profile_of(struct ehc_check *c, const struct ehc_task_type *row)
{
	if (row->since == EHC_NODATE)
		return ehc_arena_printf(c->arena, "profile %.*s", EHC_ARG(row->from));
	return ehc_arena_printf(c->arena, "profile %.*s, from %.*s", EHC_ARG(row->from), EHC_ARG(ehc_day_text(c->arena, row->since)));
}

/* "profile derbyshire, from 1 January 2024: for education; " where a profile says whose the task is. */
static struct ehc_str
whose(struct ehc_check *c, const struct ehc_task_type *row)
{
	if (row->agency.len == 0)
		return EHC_NOSTR;
	return ehc_arena_printf(c->arena, "%.*s: for %.*s; ", EHC_ARG(profile_of(c, row)), EHC_ARG(row->agency));
}

static void
route(struct ehc_check *c, size_t nth)
{
	const struct ehc_task_type *row = row_called(c, excluded[nth].task);
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_text *text;
		size_t len, at;

		if (it->section != EHC_G || it->has_placeholder || has_exception(it) || (at = spoken_of(it, row, &text, &len)) == SIZE_MAX)
			continue;
		ehc_flag_words(c, it, ehc_text_span(text, at, len), "\"%.*s\": %s (%.*s" LOCAL ").", EHC_ARG(ehc_str_sub(text->str, at, at + len)),
		    excluded[nth].says, EHC_ARG(whose(c, row)))->cause = it;
	}
}

/* RESP-006 */
static void
local_teaching(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, 0);
}

/* RESP-007 */
static void
local_nursing(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, 1);
}

/* RESP-008 */
static void
local_personal_care(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, 2);
}

/* RESP-009 */
static void
local_social_care(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, 3);
}

/* ---- what a profile says of a task ---- */

/* What an agency may answer for in that section; 0 where the section tells nothing. */
static unsigned
agency_of_section(enum ehc_section s)
{
	switch (s) {
	case EHC_F:
		return EHC_AGENCY_EDUCATION;
	case EHC_G:
		return EHC_AGENCY_HEALTH;
	case EHC_H1:
	case EHC_H2:
		return EHC_AGENCY_SOCIAL_CARE;
	default:
		return 0;
	}
}

/* Health's task may stand in section F where the profile lets school staff do it. */
static bool
belongs_elsewhere(const struct ehc_task_type *row, enum ehc_section s)
{
	unsigned wanted = ehc_agency_read(row->agency), here = agency_of_section(s);

	if (wanted == 0 || here == 0 || (wanted & here) != 0)
		return false;
	return !(s == EHC_F && row->delegable == 1);
}

static void
route_provision(struct ehc_check *c, const struct ehc_item *it)
{
	const struct ehc_task_table *t = ehc_tasks_of(c);

	for (size_t i = 0; i < t->count; i++) {
		const struct ehc_task_type *row = &t->rows[i];
		const struct ehc_text *text;
		size_t len, at;

		if (row->agency.len == 0 || !belongs_elsewhere(row, it->section) || (at = spoken_of(it, row, &text, &len)) == SIZE_MAX)
			continue;
		ehc_flag_words(c, it, ehc_text_span(text, at, len), "%.*s stands in section %s, but %.*s gives %.*s to %.*s; ask who is to answer "
		    "for it (local policy; it must be given all the same; do not delete it for this reason).",
		    EHC_ARG(ehc_item_Called(c->arena, it)), ehc_section_name(it->section), EHC_ARG(profile_of(c, row)), EHC_ARG(row->name),
		    EHC_ARG(row->agency))->cause = it;
		return;
	}
}

static void
compare_responsibility(struct ehc_check *c, const struct ehc_item *task)
{
	const struct ehc_task_table *t = ehc_tasks_of(c);
	struct ehc_value said = ehc_item_value(task, EHC_L_RESPONSIBILITY);

	for (size_t i = 0; i < t->count; i++) {
		const struct ehc_task_type *row = &t->rows[i];
		unsigned wanted = row->agency.len > 0 ? ehc_agency_read(row->agency) : 0, here;

		if (wanted == 0 || (here = ehc_agency_read(said.text.str)) == 0 || (wanted & here) != 0 || !ehc_task_fits(row, task))
			continue;
		ehc_flag_words(c, task, said.text.span, "%.*s is put down to another agency than %.*s says, which gives %.*s to %.*s; ask who is to answer for it "
		    "(local policy).", EHC_ARG(ehc_item_Called(c->arena, task)), EHC_ARG(profile_of(c, row)),
		    EHC_ARG(row->name), EHC_ARG(row->agency));
		return;
	}
}

/* RESP-025 */
static void
agency_differs(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (!it->has_placeholder && !has_exception(it))
			route_provision(c, it);
	for (it = c->plan->first_item; it != NULL; it = it->next)
		if (it->kind == EHC_ITEM_TASK && it->twin == NULL && !has_exception(it))
			compare_responsibility(c, it);
}

/* ---- RESP-027: clinical tasks that a plan gives to support staff ---- */

/* "If the button comes out the assistant puts it back". */
static bool
puts_tube_back(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const acts[] = { "put it back", "puts it back", "putting it back" }, *const things[] = { "button", "gastrostomy", "feeding tube", "nasogastric tube" };

	return ehc_own_says_any(c, it, acts, EHC_COUNT(acts)) && ehc_own_says_any(c, it, things, EHC_COUNT(things));
}

static bool
is_signed_off(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "trained", "trains", "training", "signed off", "competent", "competency", "competence", "delegated", "shown" };

	return ehc_item_value(it, EHC_L_TRAINED_BY).node != NULL || ehc_item_value(it, EHC_L_LINKED_HEALTH_PLAN).node != NULL || it->who.training.len > 0 ||
	    ehc_own_says_any(c, it, words, EHC_COUNT(words)) || ehc_says_any(c, it->who.value.text.str, words, EHC_COUNT(words));
}

/* Whose task it is by the words of the provision; a house that has settled it otherwise is believed. */
static void
clinical_by_support_staff(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_task_type *row;
		struct ehc_str called = ehc_item_Called(c->arena, it);
		struct ehc_finding *f;

		if (it->said == NULL || !it->said->support || it->said->registered || it->has_placeholder || it->twin != NULL || has_exception(it))
			continue;
		row = ehc_task_find(ehc_tasks_of(c), it);
		if (puts_tube_back(c, it) || (row != NULL && row->class_ == EHC_TASK_REGISTERED)) {
			f = ehc_flag_item(c, it, "%.*s leaves to support staff what is usually kept to a registered professional.", EHC_ARG(called));
			f->cause = it;
			ehc_finding_suggest(c, f, "<who is rung, within how many minutes>; or, where the nurse agrees to it for this child: trained by: <nurse>, <date>");
		} else if (row != NULL && row->class_ == EHC_TASK_THIS_CHILD && !is_signed_off(c, it)) {
			f = ehc_flag_item(c, it, "%.*s gives a clinical task to support staff, but does not say who trains them with this child and signs them off.", EHC_ARG(called));
			f->severity = EHC_WARNING;
			ehc_finding_suggest(c, f, "trained by: <registered nurse>, <hours>, signed off by <date>; health care plan: <reference>");
		}
	}
}

/* RESP-010: reason; approver, date */
static void
local_exception(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_value exception = ehc_item_value(it, EHC_L_EXCEPTION);
		struct ehc_str s = exception.text.str;
		bool dated = false;

		if (it->section != EHC_G || s.len == 0 || !is_excluded(c, it))
			continue;
		for (size_t i = 0; i < s.len && !dated; i++)
			dated = (i == 0 || s.ptr[i - 1] == ' ') && ehc_day_read(ehc_str_sub(s, i, s.len), &(ehc_day){ 0 }, NULL, NULL) > 0;
		if (!dated || (ehc_str_find_nocase(s, ";") == SIZE_MAX && ehc_str_find_word(s, "approved by") == SIZE_MAX && ehc_str_find_word(s, "agreed by") == SIZE_MAX))
			ehc_flag_words(c, it, exception.text.span, "The exception for %.*s does not give a reason, who approved it and the date (" LOCAL ").",
			    EHC_ARG(ehc_item_called(c->arena, it)));
	}
}

#define PLAN EHC_FOR_EHC_PLAN
#define LETTER "Derby and Derbyshire Integrated Care Board, undated letter on support in schools for complex health needs"
#define LOCAL_RULE .severity = EHC_WARNING, .class_ = EHC_WORDING, .pack = "ddicb-2025", .documents = PLAN, .source = LETTER, .confidence = EHC_CONFIRMED, \
	.basis = EHC_BASIS_PRACTICE, .why = "Who is expected to staff it should be settled before the child is left waiting.", \
	.fix = "Ask the body that is expected to give it, and record its answer; or record an exception: `exception: <reason>; <approver>, <date>`.", \
	.legitimate = "It is one health body's policy, not the law: what section G specifies must be arranged."

const struct ehc_rule ehc_rules_responsibility[] = {
	{ .id = "RESP-001", .title = "One body answers for each provision", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = one_body,
	  .source = "Children and Families Act 2014, s.42", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	  .why = "Where two bodies answer for it, or none, the family has nobody to turn to.", .fix = "Name the one body under `accountable:`, or the council under `authority:`." },
	{ .id = "RESP-002", .title = "The council answers for section F", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = PLAN, .run = council_answers, .after = "RESP-001",
	  .source = CFA42_2, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	  .why = "The duty to secure it cannot be handed to a school or a health body; the child must not wait while they argue.",
	  .fix = "Leave `accountable:` out, or name the council; say under `who:` who delivers it." },
	{ .id = "RESP-003", .title = "A health commissioner answers for section G", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = PLAN, .run = health_answers, .after = "RESP-001",
	  .source = CFA42_3, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	  .why = "The duty to arrange section G lies on the health commissioner; a school cannot be held to it.",
	  .fix = "Name the integrated care board or NHS England, or move the provision to the section of the body that gives it." },
	{ .id = "RESP-005", .title = "The family is not made the deliverer", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = ehc_flag_phrases,
	  .source = "Children and Families Act 2014, s.42(5)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "Parents who were not asked carry a duty that is not theirs, and the child gets it only if they can.", .fix = "Name the role that does it; record the parents' agreement where they have chosen to." ,
	  .legitimate = "Practice at home on top of the provision; an arrangement that the family has chosen." },
	{ .id = "RESP-006", .title = "Local: health staff do not educate or train", LOCAL_RULE, .run = local_teaching },
	{ .id = "RESP-007", .title = "Local: routine school nursing belongs to public health", LOCAL_RULE, .run = local_nursing },
	{ .id = "RESP-008", .title = "Local: health staff do not give personal care", LOCAL_RULE, .run = local_personal_care },
	{ .id = "RESP-009", .title = "Local: health staff do not meet social care needs", LOCAL_RULE, .run = local_social_care },
	{ .id = "RESP-010", .title = "Local: an exception has its reason, approver and date", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .pack = "ddicb-2025", .documents = PLAN,
	  .source = LETTER, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_PRACTICE, .run = local_exception,
	  .why = "An exception that nobody approved may be undone at the next change of staff.", .fix = "Write `exception: <reason>; <approver>, <date>`." },
	{ .id = "RESP-020", .title = "The duty is not handed on", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = PLAN, .run = ehc_flag_phrases,
	  .source = "R (BA) v Nottinghamshire CC [2021] EWHC 1348 (Admin)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES,
	  .why = "What the school is to decide or arrange may be decided against, and the family cannot challenge it.", .fix = "Say who does what; the council sees to it that it is done.",
	  .legitimate = "Details below a stated least amount." },
	{ .id = "RESP-021", .title = "The council writes the plan", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = health_writes,
	  .source = "SEND Regulations 2014, reg. 12", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "The family must know whom to ask for a change; a clinician cannot make one.", .fix = "Name the council's officer under `plan writer:`; clinicians give advice in section K." },
	{ .id = "RESP-024", .title = "What the school pays for is not shown as the health body's", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = school_pays_for_g,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "When the school stops paying, nobody has agreed to go on.", .fix = "Settle who arranges and pays; put what the school gives in section F.",
	  .legitimate = "The health body has agreed and the school is only repaid later." },
	{ .id = "RESP-025", .title = "Local: a task belongs to the agency that the profile names", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	  .documents = PLAN | EHC_FOR_HEALTH_PLAN, .after = "RESP-006 RESP-007 RESP-008 RESP-009", .source = "", .confidence = EHC_PRACTICE,
	  .basis = EHC_BASIS_PRACTICE, .run = agency_differs,
	  .why = "Two agencies that each expect the other to do it leave the child without it.",
	  .fix = "Ask both agencies, and record the answer; or record an exception: `exception: <reason>; <approver>, <date>`.",
	  .legitimate = "It is local policy, not the law: what the plan specifies must be given." },
	{ .id = "RESP-027", .title = "A clinical task of support staff is one that they may do, and are trained for", .severity = EHC_ERROR, .class_ = EHC_SAFETY,
	  .documents = PLAN, EHC_BY_ANSWER, .run = clinical_by_support_staff,
	  .why = "A mistake may harm the child at once, and school staff cannot put it right.",
	  .fix = "Ask the nurse who looks after the child; say who trains and signs off the staff, or who is rung.",
	  .legitimate = "That professional agreed to it for this child, in writing: record who, when and the sign-off." },
	EHC_NO_MORE_RULES
};
