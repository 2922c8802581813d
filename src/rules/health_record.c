/*
 * health_record.c - what health provision of each kind must record: nursing, clinics, supplies, mental health, continuing
 * care, what is given while the child waits, and where to look in an emergency.
 */
#include "rules/health.h"

/* "Nurse" with any trade before it is a registered title, and an assistant is none; else the grade or the delegation must be said. */
static bool
grade_is_said(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const grades[] = { "nurse", "nurses", "registered", "support worker", "healthcare assistant", "health care assistant", "delegated", "delegates",
		"delegate", "carer" };

	return ehc_says_any(c, it->who.value.text.str, grades, EHC_COUNT(grades)) || ehc_own_says_any(c, it, grades, EHC_COUNT(grades)) ||
	    (it->said != NULL && it->said->support);
}

/* Hands-on care comes by the week or more often; only then does a day without the nurse leave the child without care. */
static bool
is_hands_on(const struct ehc_item *it)
{
	for (size_t i = 0; it->amount != NULL && i < it->amount->ndoses; i++) {
		const struct ehc_dose *d = &it->amount->doses[i];

		if (d->period == EHC_PERIOD_EVENT || d->period == EHC_PERIOD_WEEKDAYS)
			return true;
		if (d->period == EHC_PERIOD_PER && (d->per == EHC_UNIT_DAY || d->per == EHC_UNIT_SCHOOL_DAY || d->per == EHC_UNIT_NIGHT ||
		    (d->per == EHC_UNIT_WEEK && (!ehc_ratio_known(d->every) || ehc_ratio_cmp(d->every, ehc_ratio(1, 1)) <= 0))))
			return true;
	}
	return false;
}

static bool
cover_is_said(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const cover[] = { "cover", "covers", "covered", "absent", "away", "deputy", "on duty", "is ill", "is off", "second nurse", "another nurse", "stands in", "steps in", "takes over" };

	return it->who.cover.len > 0 || ehc_own_says_any(c, it, cover, EHC_COUNT(cover));
}

static void
nursing(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_str missing[3];
		size_t count = 0;

		if (!ehc_is_health_provision(s->item) || s->kind != EHC_PROVISION_NURSING || !ehc_slots_apply(s) || !(s->filled & EHC_SLOT_WHO))
			continue;
		if (!grade_is_said(c, s->item))
			missing[count++] = EHC_STR("whether a registered nurse, a support worker or somebody to whom it is delegated does it");
		if (ehc_slots_missing(s) & (EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY))
			missing[count++] = EHC_STR("how many hours, and how often");
		if (is_hands_on(s->item) && !cover_is_said(c, s->item))
			missing[count++] = EHC_STR("who steps in when that person is away");
		if (count > 0)
			ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s is nursing, but does not say %.*s.", EHC_ARG(ehc_item_Called(c->arena, s->item)),
			    EHC_ARG(ehc_list_words(c->arena, missing, count, count))), "<registered nurse, or support worker>, <hours> hours <how often>, or <cover>");
	}
}

static void
emergency_plan(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "emergency", "emergencies", "rescue", "anaphylaxis", "adrenaline", "midazolam" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		bool linked = it->health_plan.text.str.len > 0;

		if (!ehc_is_health_provision(it) || linked || !ehc_item_has_word(c, it, words, EHC_COUNT(words)) || ehc_item_mentions(it, "health care plan") ||
		    ehc_item_mentions(it, "healthcare plan"))
			continue;
		for (size_t i = 0; i < it->out.count && !linked; i++)
			linked = it->out.items[i]->to != NULL && it->out.items[i]->to->health_plan.text.str.len > 0;
		if (!linked)
			ehc_finding_suggest(c, ehc_flag(c, it, it->span, "%.*s is about an emergency, but points to no health care plan that says what to do.",
			    EHC_ARG(ehc_item_Called(c->arena, it))), "health care plan: <reference>, dated <date>");
	}
}

static void
supplies(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct { enum ehc_slot slot; const char *words; } parts[] = {
		{ EHC_SLOT_NUMBER, "how many" }, { EHC_SLOT_SUPPLIER, "who supplies it" }, { EHC_SLOT_UPKEEP, "who checks, repairs or reorders it" },
	};

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_str missing[EHC_COUNT(parts)];
		size_t count = 0;

		if (!ehc_is_health_provision(s->item) || s->kind != EHC_PROVISION_EQUIPMENT || !ehc_slots_apply(s))
			continue;
		for (size_t i = 0; i < EHC_COUNT(parts); i++)
			if (ehc_slots_missing(s) & parts[i].slot)
				missing[count++] = ehc_str_of(parts[i].words);
		if (count > 0)
			ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s is equipment or supplies, but does not say %.*s.", EHC_ARG(ehc_item_Called(c->arena, s->item)),
			    EHC_ARG(ehc_list_words(c->arena, missing, count, count))), "<number> <item>, supplied by <service>, <checked or reordered> by <role> every <months> months");
	}
}

static void
continuing_care(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_str missing[3];
		size_t count = 0;

		if (!ehc_is_health_provision(s->item) || !ehc_item_mentions(s->item, "continuing care") || !ehc_slots_apply(s))
			continue;
		if (!s->said->text->has_date)
			missing[count++] = EHC_STR("the date of the decision");
		if (!(s->filled & EHC_SLOT_AMOUNT))
			missing[count++] = EHC_STR("how many hours were agreed");
		if (!(s->filled & EHC_SLOT_REVIEW))
			missing[count++] = EHC_STR("when it is reviewed");
		if (count > 0)
			ehc_flag_slot(c, s, "%.*s is continuing care, but does not say %.*s.", EHC_ARG(ehc_item_Called(c->arena, s->item)),
			    EHC_ARG(ehc_list_words(c->arena, missing, count, count)));
	}
}

static void
clinic_interval(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);

		if (ehc_is_health_provision(s->item) && s->kind == EHC_PROVISION_CLINIC && ehc_slots_apply(s) && !(s->filled & EHC_SLOT_FREQUENCY))
			ehc_finding_suggest(c, ehc_flag_unsaid(c, s, EHC_STR("how often the clinic sees the child")),
			    "every <number> months");
	}
}

static void
mental_health(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const services[] = { "CAMHS", "mental health", "mental health service", "counselling", "psychotherapy" };
	static const char *const methods[] = { "cognitive behavioural", "cognitive behaviour", "CBT", "family therapy", "play therapy", "art therapy", "music therapy",
		"psychotherapy", "EMDR", "dialectical", "DBT", "medication review", "consultation", "exposure", "counselling" };

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_str missing[3];
		size_t count = 0;

		if (!ehc_is_health_provision(s->item) || !ehc_slots_apply(s) || !ehc_item_has_word(c, s->item, services, EHC_COUNT(services)))
			continue;
		if (!ehc_item_has_word(c, s->item, methods, EHC_COUNT(methods)))
			missing[count++] = EHC_STR("which treatment");
		if (!(s->filled & EHC_SLOT_AMOUNT) || !(s->filled & EHC_SLOT_FREQUENCY))
			missing[count++] = EHC_STR("how many sessions");
		if (!s->said->registered && s->item->who.qualification.len == 0)
			missing[count++] = EHC_STR("which clinician");
		if (count > 0)
			ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s is for mental health, but does not say %.*s.", EHC_ARG(ehc_item_Called(c->arena, s->item)),
			    EHC_ARG(ehc_list_words(c->arena, missing, count, count))), "<treatment>, <number> sessions of <minutes> minutes, by <clinician and grade>");
	}
}

/* That a place on a list is no provision, and what it leaves open, is mended by the same words. */
static void
flag_wait(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_finding *f = ehc_flag(c, it, it->span, "%.*s waits for a service, but does not say what is given until it starts.", EHC_ARG(ehc_item_Called(c->arena, it)));

	f->cause = it;
	ehc_finding_suggest(c, f, "Until then <role> gives <help>, <minutes> minutes, <how often>.");
}

static void
waiting(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const waits[] = { "waiting list", "waitlist", "referral", "referred", "refer" };
	static const char *const meanwhile[] = { "meanwhile", "until then", "interim", "in the meantime", "while waiting", "while she waits", "while he waits" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		if (!ehc_is_health_provision(it) || !(ehc_item_has_word(c, it, waits, EHC_COUNT(waits)) || ehc_says_any(c, it->from.words, waits, EHC_COUNT(waits))))
			continue;
		if (!ehc_item_has_word(c, it, meanwhile, EHC_COUNT(meanwhile)))
			flag_wait(c, it);
	}
}

#define CODE_G "SEND Code of Practice 9.69"
#define NHS_G "NHS guidance on section G for health professionals"

const struct ehc_rule ehc_rules_health_record[] = {
	{ .id = "HLTH-011", .title = "Nursing says who does it, for how many hours, and who steps in", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "On the day when the one trained person is away, the child cannot be at school, or is there unsafely.",
	    .fix = "Say whether a registered nurse, a support worker or somebody trained and signed off does it, how often and how long, and who covers.",
	    .run = nursing },
	{ .id = "HLTH-012", .title = "Emergency care points to a health care plan", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = CODE_G, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "In an emergency staff need one page that says what to do; an EHC plan is not that page.",
	    .fix = "Name the health care plan and its date: `health care plan: <reference>, dated <date>`.", .run = emergency_plan },
	{ .id = "HLTH-013", .title = "Equipment and supplies in section G say how many, from whom and with what upkeep", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "A wheelchair that nobody mends, or pads that nobody reorders, keep a child at home.",
	    .fix = "Say the item, how many, who supplies it, and who checks, repairs or reorders it and when.", .run = supplies },
	{ .id = "HLTH-014", .title = "Continuing care says when it was decided, how many hours, and when it is reviewed", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE,
	    .why = "The package is decided elsewhere; if the two drift apart, the family is left between them.",
	    .fix = "Give the date of the decision, the hours, and the date of its review.", .run = continuing_care },
	{ .id = "HLTH-015", .title = "A clinic says how often it sees the child", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = CODE_G, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "A review without an interval can be put off for years.", .fix = "Give the interval: every <number> months.", .run = clinic_interval },
	{ .id = "HLTH-018", .title = "Mental health provision says which treatment, how many sessions and which clinician", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Between what every school offers and a specialist clinic lies a gap in which children wait.",
	    .fix = "Give the treatment, the number and length of sessions, and the clinician's grade.", .run = mental_health },
	{ .id = "HLTH-023", .title = "A referral or waiting list says what is given meanwhile", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A place on a list is not help; the need is there now.", .fix = "Say who gives what until the service starts, and by when it starts.", .run = waiting },
	EHC_NO_MORE_RULES
};
