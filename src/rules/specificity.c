/*
 * specificity.c - the SPEC family: could anyone be held to these words?
 */
#include "rules/wording.h"

#include <stdlib.h>

#define COP969 "SEND Code of Practice 9.69"
#define CLARKE "L v Clarke and Somerset [1998] ELR 129"
#define WORCS "Worcestershire CC v SE [2020] UKUT 217 (AAC)"
#define REDBRIDGE "LB Redbridge v HO [2020] UKUT 323 (AAC)"
#define MEDICAL "Supporting pupils at school with medical conditions (2015)"
#define DUTY "Children and Families Act 2014, s.42"

/* Runs `judge` on every item that binds and is not a step of a health care plan. */
static void
each_provision(struct ehc_check *c, void (*judge)(struct ehc_check *, const struct ehc_item *))
{
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if (ehc_item_binds(it) && it->kind == EHC_ITEM_PROVISION)
			judge(c, it);
}

/* SPEC-006 */
static void
content(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_str called = ehc_item_Called(c->arena, it);

	if (!it->said->content)
		ehc_finding_unsaid(c, ehc_flag_opening(c, it, "%.*s", EHC_ARG(called)), EHC_STR("what will be done with the child"));
}

/* "He may go to the toilet without asking": a leave that the child has is whole as it stands, and that nothing is needed too. "Water", with who and how much in fields, too. */
static bool
is_whole(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const leave[] = { "without asking", "may go", "may leave", "may eat", "may drink", "may wear", "may rest", "may sit", "may stay", "may use", "is allowed to",
		"done at home", "given at home", "changed at home", "emptied at home", "no needs", "no extra", "no help", "no support", "needs nothing", "needs no ", "none needed", "not needed", "nothing needed" };

	return ehc_own_says_any(c, it, leave, EHC_COUNT(leave)) || (ehc_item_value(it, EHC_L_WHO).node != NULL &&
	    (ehc_item_value(it, EHC_L_HOW_MUCH).node != NULL || ehc_item_value(it, EHC_L_HOW_OFTEN).node != NULL || ehc_item_value(it, EHC_L_WHEN).node != NULL));
}

static void
step_content(struct ehc_check *c, const struct ehc_item *it)
{
	const struct ehc_said *said = it->said;
	struct ehc_str called = ehc_item_Called(c->arena, it);

	if (said->medicine && !said->dose && !said->text->clock && said->text->nwords < 12)
		ehc_flag_opening(c, it, "%.*s has a medicine given without saying how much, when and by whom, or which medicine record says so.", EHC_ARG(called));
	else if (!said->complete && !said->definite && !ehc_item_has_phrase(it) && !is_whole(c, it)) {
		struct ehc_finding *f = ehc_flag_opening(c, it, "%.*s", EHC_ARG(called));

		ehc_finding_unsaid(c, f, EHC_STR("who does what, and when"));
		ehc_finding_help(c, f, "Write who does it, what they do, and when or at which sign.");
	}
}

static void
content_missing(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_provision(c, content);
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if (it->kind == EHC_ITEM_CARE && ehc_item_binds(it))
			step_content(c, it);
}

/* A phrase of the lexicon holds these words, and the rule that it belongs to says all that is to be said of them; or they are a use that it guards. */
static bool
is_said_by_lexicon(const struct ehc_prose *p, const struct ehc_match *m)
{
	for (size_t i = 0; i < p->nmatches; i++)
		if ((p->matches[i].list == EHC_LIST_PHRASE || p->matches[i].list == EHC_LIST_GUARD) && p->matches[i].first <= m->first &&
		    p->matches[i].first + p->matches[i].count >= m->first + m->count)
			return true;
	return false;
}

/* "The trained adult in her group": in daily care of an illness that is one of the staff whom the plan's tasks name. */
static bool
is_trained_one(const struct ehc_prose *p, const struct ehc_match *m)
{
	return m->first >= 2 && ehc_str_is_nocase(ehc_prose_token(p, m->first - 1), "trained") && ehc_str_is_nocase(ehc_prose_token(p, m->first - 2), "the");
}

/* "Occupational therapy assessment.": all that the item promises is that somebody finds out, with no day and no amount. */
#define ASSESSMENT_WORDS 10

static void
assessment_alone(struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "assessment", "assessments", "screening", "reassessment", "re-assessment" };
	const struct ehc_prose *p = it->said->text;
	size_t last = p->ntokens;

	if (p->nsentences != 1 || p->nwords > ASSESSMENT_WORDS || p->has_date || it->said->length || it->said->frequency || last == 0)
		return;
	if (!ehc_str_is_one_of(ehc_prose_token(p, last - 1), words, EHC_COUNT(words)))
		return;
	ehc_flag_words(c, it, ehc_text_span(&it->text, p->tokens[last - 1].at, p->tokens[last - 1].len),
	    "\"%.*s\": finding out what is needed comes before the plan; nothing is given yet.", EHC_ARG(ehc_prose_token(p, last - 1)))->cause = it;
}

static void
decided_later(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_flag_phrases(c, self);
	each_provision(c, assessment_alone);
}

/* SPEC-011 */
static void
actor(struct ehc_check *c, const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->who != NULL ? it->said->who : it->said->text;
	const struct ehc_match *m = ehc_prose_find(p, EHC_LIST_ROLE_GENERIC, 0);

	if (!it->said->generic || m == NULL)
		return;
	if (p != it->said->text) {
		/* "who: Everyone" */
		if (it->section == EHC_F && it->who.value.text.str.len > 0 && !is_said_by_lexicon(p, m))
			ehc_flag_words(c, it, it->who.value.text.span, "\"%.*s\" could be anyone: no role and no skill is asked for.", EHC_ARG(ehc_prose_words(p, m)))->cause = it;
		return;
	}
	/* A step that says what to do at which figure can be done by whoever is there. */
	if (it->kind == EHC_ITEM_CARE && it->said->complete)
		return;
	/* Whoever is nearest acts first, and anybody is let: in daily care of an illness that is somebody, and meant. */
	if (it->kind == EHC_ITEM_CARE && (ehc_str_find_word(it->text.str, "nearest adult") != SIZE_MAX ||
	    ehc_str_find_nocase(it->text.str, "any adult may") != SIZE_MAX || ehc_str_find_nocase(it->text.str, "any adult can") != SIZE_MAX))
		return;
	if (is_said_by_lexicon(p, m) || (it->kind == EHC_ITEM_CARE && is_trained_one(p, m)))
		return;
	ehc_flag_match(c, it, m, "\"%.*s\" could be anyone: no role and no skill is asked for.", EHC_ARG(ehc_prose_words(p, m)));
}

static void
generic_actor(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_flag_phrases(c, self);
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if (ehc_item_binds(it))
			actor(c, it);
}

/* SPEC-012 */
static void
organisation(struct ehc_check *c, const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->who != NULL ? it->said->who : it->said->text;
	const struct ehc_match *m = ehc_prose_find(p, EHC_LIST_ORGANISATION, 0);

	while (m != NULL && is_said_by_lexicon(p, m))
		m = ehc_prose_find(p, EHC_LIST_ORGANISATION, (size_t)(m - p->matches) + 1);
	if (!it->said->organisation || m == NULL)
		return;
	if (p != it->said->text) {
		/* "who: School"; in G and H a service may be who. */
		if (it->section == EHC_F && it->who.value.text.str.len > 0)
			ehc_flag_words(c, it, it->who.value.text.span, "\"%.*s\" is a service, not a person with a role: who does it?", EHC_ARG(ehc_prose_words(p, m)))->cause = it;
		return;
	}
	if ((it->section == EHC_H1 || it->section == EHC_H2) && ehc_prose_has(it->said->text, EHC_LIST_PROVIDER))
		return;
	ehc_flag_match(c, it, m, "\"%.*s\" is a service, not a person with a role: who does it?", EHC_ARG(ehc_prose_words(p, m)));
}

static void
organisation_only(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_provision(c, organisation);
}

/* SPEC-017 */
struct saying { size_t order; const struct ehc_item *item; struct ehc_str words; };      /* on one line, wherever the plan breaks them */

/* By their length, which differs mostly, then by their words, then in their order. */
static int
compare_sayings(const void *left, const void *right)
{
	const struct saying *a = left, *b = right;
	struct ehc_str s = a->words, t = b->words;
	int by_words;

	if (s.len != t.len)
		return s.len < t.len ? -1 : 1;
	by_words = ehc_str_cmp(s, t);
	if (by_words != 0)
		return by_words;
	return (a->order > b->order) - (a->order < b->order);
}

static void
flag_repeat(struct ehc_check *c, const struct ehc_item *it, const struct ehc_item *first)
{
	struct ehc_str called = ehc_item_Called(c->arena, it), other = ehc_item_called(c->arena, first);
	struct ehc_finding *f = ehc_flag_opening(c, it, "%.*s says word for word what %.*s says.", EHC_ARG(called), EHC_ARG(other));

	f->severity = c->running->severity;
	ehc_finding_relate(c->out, f, first->span, EHC_STR("the first time"));
}

static void
repeated_text(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_items *provisions = &c->plan->kinds[EHC_ITEM_PROVISION];
	struct saying *all = EHC_NEW_ARRAY(c->arena, struct saying, provisions->count);
	size_t n = 0, first = 0;

	(void)self;
	for (size_t i = 0; i < provisions->count; i++)
		if (ehc_item_binds(provisions->items[i]) && provisions->items[i]->text.str.len >= 20)
			all[n++] = (struct saying){ i, provisions->items[i], ehc_arena_unwrapped(c->arena, provisions->items[i]->text.str) };
	qsort(all, n, sizeof(*all), compare_sayings);
	for (size_t i = 1; i < n; i++) {
		if (!ehc_str_eq(all[i].words, all[first].words))
			first = i;
		else
			flag_repeat(c, all[i].item, all[first].item);
	}
}

/* SPEC-022 */
static void
money(struct ehc_check *c, const struct ehc_item *it)
{
	size_t pound, end;

	if (it->said->complete || it->section == EHC_J)
		return;
	pound = ehc_str_find_nocase(it->text.str, "\xC2\xA3");
	if (pound == SIZE_MAX)
		return;
	end = pound;
	while (end < it->text.str.len && it->text.str.ptr[end] != ' ' && it->text.str.ptr[end] != '\n')
		end++;
	ehc_flag_words(c, it, ehc_text_span(&it->text, pound, end - pound), "Money is not provision: what will it pay for?")->cause = it;
}

static void
money_for_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_flag_phrases(c, self);
	each_provision(c, money);
}

#define PLAN EHC_FOR_EHC_PLAN
#define BOTH (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN)

const struct ehc_rule ehc_rules_specificity[] = {
	{ .id = "SPEC-001", .title = "Provision says who does what, how much and how often", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = BOTH | EHC_FOR_ADVICE, .source = COP969 "; " WORCS, .source_in_care = MEDICAL, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = ehc_flag_phrases,
	  .why = "Nobody can be held to words like these, so the child may get very little, or nothing.",
	  .fix = "Say who will do what, for how long and how often.",
	  .legitimate = "An item that says who, what and how much may hold such a word as well; it is then only noted." },
	{ .id = "SPEC-002", .title = "A named role will do it", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ehc_flag_phrases,
	  .why = "If nobody is named who does it, nobody has failed when it is not done.",
	  .fix = "Begin with the role: <role> will <do what>.",
	  .legitimate = "The role stands in `who:`." },
	{ .id = "SPEC-003", .title = "Provision is a duty, not a permission", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = BOTH, .source = CLARKE, .source_in_care = "", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "What may or should happen need not happen.",
	  .fix = "Write \"will\".",
	  .legitimate = "The month of May; a side effect that may occur; what the child can do." },
	{ .id = "SPEC-004", .title = "Provision is decided, not recommended", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = COP969, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = ehc_flag_phrases,
	  .why = "Words taken over from advice say what would be good for the child, not what the child will get.",
	  .fix = "Decide, and write who will do what.",
	  .legitimate = "A need in sections B, C or D, or advice quoted in section K." },
	{ .id = "SPEC-005", .title = "Nothing is left for somebody to decide later", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "R (BA) v Nottinghamshire CC [2021] EWHC 1348 (Admin); " REDBRIDGE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES,
	  .run = decided_later,
	  .why = "Whoever decides later may decide on nothing, and the family cannot challenge it.",
	  .fix = "Decide now, or state a least amount and by when the rest is decided.",
	  .legitimate = "Details below a stated least amount." },
	{ .id = "SPEC-006", .title = "Provision says what is done", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = BOTH | EHC_FOR_ADVICE, .source = REDBRIDGE, .source_in_care = MEDICAL, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = content_missing,
	  .why = "An hour with somebody is not provision until it is said what happens in it.",
	  .fix = "Say what is done in that time." },
	{ .id = "SPEC-007", .title = "\"Support\" and \"input\" are spelled out", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = WORCS, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "The bare word says nothing that anyone must do for the child.",
	  .fix = "Say what is done, by whom, for how long and how often.",
	  .legitimate = "What, how much and who stand beside it." },
	{ .id = "SPEC-008", .title = "An amount is a number, not a level", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = "[2025] UKUT 187 (AAC)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "\"A level of\" can be cut without the plan being changed.",
	  .fix = "Give the number; a least amount (\"at least\") is a possible answer where needs vary.",
	  .legitimate = "The name of a course or an examination." },
	{ .id = "SPEC-009", .title = "Provision follows the need, not the resources", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = DUTY, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE, .after = "HLTH-009", .run = ehc_flag_phrases,
	  .why = "The duty to arrange what the plan specifies does not end when staff, money or a timetable run short.",
	  .fix = "Leave the condition out." },
	{ .id = "SPEC-010", .title = "A condition is one that anyone could see", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = BOTH | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ehc_flag_phrases,
	  .why = "If two adults can disagree on whether it has come to that, the child's help depends on who is there.",
	  .fix = "Name the sign that anyone could see, and what then happens within how long.",
	  .legitimate = "The signs are listed." },
	{ .id = "SPEC-011", .title = "The actor has a role", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = BOTH | EHC_FOR_ADVICE, .source = COP969, .source_in_care = MEDICAL, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = generic_actor,
	  .why = "\"Staff\" or \"an adult\" asks no skill of anyone, and nobody in particular has to do it.",
	  .fix = "Name the role and what training it needs.",
	  .legitimate = "A ratio (\"two adults for every six pupils\"); staff who are to be trained; anyone who can call 999." },
	{ .id = "SPEC-012", .title = "A person with a role, not only a service", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = COP969, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = organisation_only,
	  .why = "A service can send anyone, or nobody.",
	  .fix = "Name the role that does it.",
	  .legitimate = "A named club, home or team that provides the place, in section H." },
	{ .id = "SPEC-014", .title = "A list is closed", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = CLARKE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "Examples bind nobody: any one of them, or something else, would do.",
	  .fix = "List what will be done; put examples in a note.",
	  .legitimate = "Examples beside a complete item." },
	{ .id = "SPEC-015", .title = "One thing, not a choice of things", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = CLARKE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "Where either will do, the child can count only on the lesser.",
	  .fix = "Choose one, or say which applies when.",
	  .legitimate = "An equal qualification; a list of symptoms." },
	{ .id = "SPEC-016", .title = "Skill is something that can be checked", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = REDBRIDGE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "Nobody can tell whether a trusted, familiar or suitably trained person was sent.",
	  .fix = "Name the course or the trainer, or say how a new person is handed over to.",
	  .legitimate = "The course, the trainer or the years with the condition are named." },
	{ .id = "SPEC-017", .title = "Each item has its own words", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = repeated_text,
	  .why = "The same words under two needs usually fit neither child nor need.",
	  .fix = "Write it once and tie it to both needs with `for:`." },
	{ .id = "SPEC-021", .title = "Special provision is more than every class has", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "Children and Families Act 2014, s.21(1)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE, .run = ehc_flag_phrases,
	  .why = "What every child in the class has adds nothing for this child.",
	  .fix = "Say what is additional to or different from what others have.",
	  .legitimate = "Said beside special provision." },
	{ .id = "SPEC-022", .title = "Provision, not money or a band", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = money_for_provision,
	  .why = "Money buys less each year; the child needs what it was to buy.",
	  .fix = "Say what the money pays for.",
	  .legitimate = "Section J." },
	{ .id = "SPEC-023", .title = "Equipment is listed", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "NHS guidance on section G", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE, .run = ehc_flag_phrases,
	  .why = "Equipment that is not listed is not bought, and nobody mends it.",
	  .fix = "List the item, how many, who supplies it and who looks after it.",
	  .legitimate = "It is listed." },
	{ .id = "SPEC-024", .title = "Flexibility has a reason and a least amount", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN | EHC_FOR_ADVICE, .source = COP969 "; " REDBRIDGE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = ehc_flag_phrases,
	  .why = "Flexibility without a least amount leaves nothing to hold anyone to.",
	  .fix = "Say why it must vary, between what, and who decides: `flexible:`.",
	  .legitimate = "The reason and the least amount are stated." },
	{ .id = "SPEC-025", .title = "Provision does not shrink by itself", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = ehc_flag_phrases,
	  .why = "Help that may be reduced at any time is gone before the review at which the family could speak.",
	  .fix = "Change it only at a review; state the measured result that would bring it about.",
	  .legitimate = "A medicine reduced on a schedule." },
	{ .id = "SPEC-026", .title = "What continues is written down", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = CLARKE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "Nobody who reads the plan next year can tell what was to continue.",
	  .fix = "State in full what it is today.",
	  .legitimate = "The history in section A." },
	{ .id = "SPEC-027", .title = "The plan says it here, not in another paper", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = CLARKE, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_CASES, .run = ehc_flag_phrases,
	  .why = "Another paper can be changed or lost without the family being asked.",
	  .fix = "Say here what is done, by whom and how much; name the paper with its date and attach it.",
	  .legitimate = "A pointer beside a stated least amount." },
	EHC_NO_MORE_RULES
};
