/*
 * responsibility.c - the RESP family on EHC plans: which body answers for each provision.
 *
 * Sections F, H1 and H2 belong to the plan's council, section G to the health body that agreed to it; `accountable:`
 * says otherwise. RESP-006 to RESP-010 are the policy of one integrated care board: they warn and route, never fail.
 */
#include "rules/passage.h"
#include "rules/wording.h"

#include <string.h>

#define CFA42_2 "Children and Families Act 2014, s.42(2)"
#define CFA42_3 "Children and Families Act 2014, s.42(3)"

static const char *const councils[] = { "council", "authority", "borough", "county", "LA" };
static const char *const health_bodies[] = { "NHS", "ICB", "integrated care board", "trust", "health board" };
static const char *const schools[] = { "school", "college", "academy", "nursery", "setting", "parents", "parent", "family" };

/* ---- one body ---- */

static bool
names_two(struct ehc_str s)
{
	bool council = ehc_has_word(s, councils, EHC_COUNT(councils)), health = ehc_has_word(s, health_bodies, EHC_COUNT(health_bodies));
	bool school = ehc_has_word(s, schools, EHC_COUNT(schools));

	return council + health + school > 1;
}

/* RESP-001 */
static void
one_body(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (names_two(it->accountable.text.str))
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

		if (it->section == EHC_F && !ehc_has_word(s, councils, EHC_COUNT(councils)) &&
		    (ehc_has_word(s, schools, EHC_COUNT(schools)) || ehc_has_word(s, health_bodies, EHC_COUNT(health_bodies))))
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

		if (it->section == EHC_G && !ehc_has_word(s, health_bodies, EHC_COUNT(health_bodies)) && ehc_str_find_word(s, "public health") == SIZE_MAX &&
		    (ehc_has_word(s, schools, EHC_COUNT(schools)) || ehc_has_word(s, councils, EHC_COUNT(councils))))
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
	if (ehc_has_word(writer->text.str, clinicians, EHC_COUNT(clinicians)) && !ehc_has_word(writer->text.str, councils, EHC_COUNT(councils)))
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

		if (it->section == EHC_G && ehc_has_word(s, schools, EHC_COUNT(schools)) && !ehc_has_word(s, health_bodies, EHC_COUNT(health_bodies)))
			ehc_flag_words(c, it, it->funded_by.text.span, "%.*s is the health body's to arrange, but it is paid for by somebody else.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* ---- one integrated care board's policy ---- */

#define LOCAL "local policy; once in section G the commissioner must still arrange it; do not delete it for this reason"

static const char *const teaches[] = { "teach", "teaches", "taught", "learn", "learns", "educate", "educates", "practise", "practises", "coaches" };
static const char *const routine[] = { "school nurse", "school nurses", "school nursing", "health visitor", "health visiting", "0-19", "0 to 19" };
static const char *const personal[] = { "personal care", "intimate care", "toileting", "washing", "dressing", "nappy", "nappies", "changing her pad", "changing his pad",
	"changes her pad", "changes his pad" };
static const char *const social[] = { "interaction with other children", "social interaction", "peer interaction", "interact with", "friendships", "play with other children",
	"social group" };

static bool
is_excluded(const struct ehc_item *it)
{
	return ehc_has_word(it->text.str, teaches, EHC_COUNT(teaches)) || ehc_has_word(it->text.str, routine, EHC_COUNT(routine)) ||
	    ehc_has_word(it->who.value.text.str, routine, EHC_COUNT(routine)) || ehc_has_word(it->text.str, personal, EHC_COUNT(personal)) ||
	    ehc_has_word(it->text.str, social, EHC_COUNT(social));
}

static void
route(struct ehc_check *c, const char *const *words, size_t n, const char *where)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const char *found = NULL;
		const struct ehc_text *text = &it->text;
		size_t at;

		if (it->section != EHC_G || it->has_placeholder || ehc_item_value(it, EHC_L_EXCEPTION).text.str.len > 0)
			continue;
		at = ehc_find_any_said(text->str, words, n, &found);
		if (at == SIZE_MAX) {
			text = &it->who.value.text;
			at = ehc_find_any_said(text->str, words, n, &found);
		}
		if (at != SIZE_MAX)
			ehc_flag_words(c, it, ehc_text_span(text, at, strlen(found)), "\"%s\": %s (" LOCAL ").", found, where)->cause = it;
	}
}

/* RESP-006 */
static void
local_teaching(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, teaches, EHC_COUNT(teaches), "this health body does not supply staff who educate or train the child; ask whether it belongs in section F");
}

/* RESP-007 */
static void
local_nursing(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, routine, EHC_COUNT(routine), "this health body leaves regular and routine school nursing to the public health service; ask that commissioner");
}

/* RESP-008 */
static void
local_personal_care(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, personal, EHC_COUNT(personal), "this health body does not supply staff for personal care; ask who else is to give it");
}

/* RESP-009 */
static void
local_social_care(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	route(c, social, EHC_COUNT(social), "this health body does not supply staff for a social care need; ask whether it belongs in section F or H");
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

		if (it->section != EHC_G || s.len == 0 || !is_excluded(it))
			continue;
		for (size_t i = 0; i < s.len && !dated; i++)
			dated = (i == 0 || s.ptr[i - 1] == ' ') && ehc_day_read(ehc_str_sub(s, i, s.len), &(ehc_day){ 0 }, NULL, NULL) > 0;
		if (!dated || (ehc_str_find_nocase(s, ";") == SIZE_MAX && ehc_str_find_word(s, "approved by") == SIZE_MAX && ehc_str_find_word(s, "agreed by") == SIZE_MAX))
			ehc_flag_words(c, it, exception.text.span, "The exception for %.*s does not give a reason, who approved it and the date (" LOCAL ").",
			    EHC_ARG(ehc_item_called(c->arena, it)));
	}
}

#define PLAN EHC_FOR_EHC_PLAN
#define LETTER "Derby and Derbyshire Integrated Care Board, letter on support in schools for complex health needs (2023)"
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
	EHC_NO_MORE_RULES
};
