/*
 * health.c - section G: who agreed to it, who provides it, which plan it points to, and which section it belongs in.
 * Whether a therapy educates or trains is for a person; only speech and language therapy has a rule of its own.
 */
#include "rules/slots.h"
#include "rules/timeline.h"


static bool
in_g(const struct ehc_item *it)
{
	return it->section == EHC_G && it->twin == NULL && it->kind == EHC_ITEM_PROVISION;
}

static bool
says(struct ehc_str s, const char *words)
{
	return ehc_str_find_nocase(s, words) != SIZE_MAX;
}

/* In the item's type, who or own words. */
static bool
item_says(const struct ehc_item *it, const char *words)
{
	return says(it->type.text.str, words) || says(it->who.value.text.str, words) || says(it->text.str, words);
}

static bool
item_has_word(const struct ehc_item *it, const char *const *words, size_t n)
{
	return ehc_has_word(it->type.text.str, words, n) || ehc_has_word(it->who.value.text.str, words, n) || ehc_has_word(it->text.str, words, n);
}

static const struct ehc_item *
first_in_g(const struct ehc_plan *p)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION))
		if (in_g(it))
			return it;
	return NULL;
}

/* ---- agreement ---- */

static void
agreed(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const states[] = { "", "", "has been asked for but not yet given", "was refused", "is disputed" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str called = ehc_item_Called(c->arena, it);
		struct ehc_finding *f = NULL;

		if (!in_g(it) || (it->agreed.state == EHC_AGREEMENT_AGREED && it->agreed.body.len > 0 && it->agreed.day != EHC_NODATE))
			continue;
		if (it->agreed.state == EHC_AGREEMENT_NONE)
			f = ehc_flag(c, it, it->span, "%.*s does not say which health body agreed to it, and when.", EHC_ARG(called));
		else if (it->agreed.state == EHC_AGREEMENT_AGREED)
			f = ehc_flag_words(c, it, it->agreed.span, "%.*s is agreed, but the plan does not say %s.", EHC_ARG(called),
			    it->agreed.body.len > 0 ? "when" : it->agreed.day != EHC_NODATE ? "by which health body" : "by which health body and when");
		else
			f = ehc_flag_words(c, it, it->agreed.span, "The health body's agreement to %.*s %s.", EHC_ARG(ehc_item_called(c->arena, it)), states[it->agreed.state]);
		ehc_finding_suggest(c, f, "agreed: <health body>, <date>");
	}
}

static void
agreed_before_draft(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *draft = ehc_plan_event(c->plan, EHC_L_DRAFT_SENT);
	const struct ehc_item *it;

	(void)self;
	if (draft == NULL || c->plan->status == EHC_AMENDED_FINAL || c->plan->status == EHC_PROPOSED)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str on, sent;
		struct ehc_finding *f;

		if (!in_g(it) || it->agreed.state != EHC_AGREEMENT_AGREED || it->agreed.day == EHC_NODATE || it->agreed.day <= draft->day)
			continue;
		on = ehc_day_long(c->arena, it->agreed.day);
		sent = ehc_day_long(c->arena, draft->day);
		f = ehc_flag_words(c, it, it->agreed.span, "The health body agreed on %.*s, %.*s after the draft was sent on %.*s.", EHC_ARG(on),
		    EHC_ARG(ehc_days_said(c->arena, it->agreed.day - draft->day)), EHC_ARG(sent));
		f->step_of = EHC_STR("the health body");
		ehc_finding_relate(c->out, f, draft->span, EHC_STR("the draft was sent here"));
	}
}

static void
draft_without_agreement(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const states[] = { "", "", "has only been asked for its agreement", "has refused its agreement", "disputes it" };
	const struct ehc_item *it;

	(void)self;
	if (c->plan->status != EHC_DRAFT && c->plan->status != EHC_PROPOSED)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_finding *f;

		if (!in_g(it) || it->agreed.state == EHC_AGREEMENT_NONE || it->agreed.state == EHC_AGREEMENT_AGREED)
			continue;
		f = ehc_flag_words(c, it, it->agreed.span, "%.*s goes out in a draft although the health body %s%s%s.", EHC_ARG(ehc_item_Called(c->arena, it)),
		    states[it->agreed.state], it->agreed.day == EHC_NODATE ? "; the plan gives no date" : "",
		    it->agreed.state != EHC_AGREEMENT_ASKED && it->agreed.route.len == 0 ? "; how that is to be settled is not said" : "");
		ehc_finding_suggest(c, f, "agreed: <asked, refused or disputed>, <health body>, <date>; <how it is being settled>");
	}
}

static bool
names_body(const struct ehc_item *it)
{
	return it->agreed.body.len > 0 || it->accountable.text.str.len > 0;
}

static void
commissioner(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (!ehc_says_nothing(c->plan->icb.text.str) || first_in_g(c->plan) == NULL)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (in_g(it) && names_body(it))
			return;
	ehc_finding_suggest(c, ehc_flag_section(c, EHC_G, "The plan has health provision, but names no NHS body that is responsible for arranging it."),
	    "icb: <NHS body>");
}

static void
quality_check(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const officers[] = { "DCO", "DMO", "designated clinical officer", "designated medical officer" };

	(void)self;
	if (first_in_g(c->plan) == NULL)
		return;
	for (size_t i = 0; i < c->plan->ntexts; i++)
		if (ehc_has_word(c->plan->texts[i].text.str, officers, EHC_COUNT(officers)))
			return;
	ehc_flag_section(c, EHC_G, "The plan does not say whether the designated clinical or medical officer has looked at sections C and G.");
}

/* ---- the right section ---- */

static const char *const therapies[] = { "speech and language", "occupational therap", "physiotherap", "educational psycholog", "clinical psycholog", "music therap",
	"art therap", "play therap" };

static bool
is_speech_therapy(const struct ehc_item *it)
{
	static const char *const short_names[] = { "SLT", "SALT", "SaLT" };

	return item_says(it, "speech and language therap") || item_says(it, "speech therap") || ehc_has_word(it->type.text.str, short_names, EHC_COUNT(short_names)) ||
	    ehc_has_word(it->who.role, short_names, EHC_COUNT(short_names));
}

static bool
is_swallowing(const struct ehc_item *it)
{
	return item_says(it, "swallow") || item_says(it, "dysphag") || item_says(it, "eating") || item_says(it, "drinking") || item_says(it, "feeding");
}

/* Only those who work with the child; "trained by the speech and language therapist" is no therapy in section F. */
static bool
f_has_speech_therapy(const struct ehc_plan *p)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION)) {
		if (it->section != EHC_F)
			continue;
		if (says(it->who.role, "speech") || says(it->type.text.str, "speech") || says(it->text.str, "speech and language therapy") ||
		    (it->who.value.text.str.len == 0 && says(it->text.str, "speech and language therapist")))
			return true;
	}
	return false;
}

static void
speech_therapy(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (f_has_speech_therapy(c->plan))
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (in_g(it) && is_speech_therapy(it) && !is_swallowing(it) && ehc_item_value(it, EHC_L_BECAUSE).text.str.len == 0)
			ehc_flag(c, it, it->span, "%.*s is speech and language therapy and stands in section G alone; it normally belongs in section F.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
}

/* By who delivers it or its type; what is merely mentioned in the words is not a therapy of the item's own. */
static bool
is_therapy(const struct ehc_item *it, const char *therapy)
{
	return says(it->who.role, therapy) || says(it->type.text.str, therapy);
}

static void
therapy_in_both(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *g, *f;

	(void)self;
	for (EHC_EACH_ITEM(g, c->plan, EHC_ITEM_PROVISION)) {
		if (!in_g(g) || ehc_item_value(g, EHC_L_BECAUSE).text.str.len > 0 || says(g->text.str, "because") || is_swallowing(g))
			continue;
		for (size_t i = 0; i < EHC_COUNT(therapies); i++) {
			const struct ehc_item *twin = NULL;
			struct ehc_finding *found;

			if (!is_therapy(g, therapies[i]))
				continue;
			for (EHC_EACH_ITEM(f, c->plan, EHC_ITEM_PROVISION))
				if (f->section == EHC_F && is_therapy(f, therapies[i]) && twin == NULL)
					twin = f;
			if (twin == NULL)
				continue;
			found = ehc_flag(c, g, g->span, "%.*s and %.*s are the same therapy in sections G and F; neither says why it is divided.",
			    EHC_ARG(ehc_item_Called(c->arena, g)), EHC_ARG(ehc_item_called(c->arena, twin)));
			ehc_finding_relate(c->out, found, twin->span, EHC_STR("the same therapy is in section F here"));
		}
	}
}

static void
universal_service(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const universal[] = { "GP", "general practitioner", "school nurse", "school nursing", "school nursing service", "health visitor", "health visiting",
		"0-19", "0 to 19", "dentist", "optician" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		bool by_field = ehc_has_word(it->who.role, universal, EHC_COUNT(universal)) || ehc_has_word(it->type.text.str, universal, EHC_COUNT(universal));
		bool by_words = it->who.value.text.str.len == 0 && ehc_has_word(it->text.str, universal, EHC_COUNT(universal));

		if (in_g(it) && !it->optional && (by_field || by_words))
			ehc_flag(c, it, it->span, "%.*s is a service that any child can have; it may stand here, but say what is special for this child.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* A health need that no outcome and no other section takes up may not be linked to the special needs at all. */
static bool
need_stands_alone(const struct ehc_item *need)
{
	if (need->section != EHC_C)
		return false;
	for (size_t i = 0; i < need->in.count; i++) {
		const struct ehc_item *from = need->in.items[i]->from;

		if (need->in.items[i]->relation == EHC_REL_FOR && (from->kind == EHC_ITEM_OUTCOME || (from->kind == EHC_ITEM_PROVISION && from->section != EHC_G)))
			return false;
	}
	return true;
}

static void
optional_addition(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		size_t needs = 0, alone = 0;

		if (!in_g(it) || it->optional || ehc_item_count_links(it, EHC_REL_TOWARDS) > 0)
			continue;
		for (size_t i = 0; i < it->out.count; i++) {
			if (it->out.items[i]->relation != EHC_REL_FOR || it->out.items[i]->to == NULL)
				continue;
			needs++;
			alone += need_stands_alone(it->out.items[i]->to);
		}
		if (needs > 0 && alone == needs)
			ehc_finding_suggest(c, ehc_flag(c, it, it->span, "%.*s is tied to no outcome, and its need to nothing in education: say whether it is linked to the "
			    "special educational needs.", EHC_ARG(ehc_item_Called(c->arena, it))), "optional: yes, agreed by the council and the health body");
	}
}

/* ---- what an item of its kind must record ---- */

/* "Nurse" with any trade before it is a registered title; else the grade or the delegation must be said. */
static bool
grade_is_said(const struct ehc_item *it)
{
	static const char *const grades[] = { "nurse", "nurses", "registered", "support worker", "healthcare assistant", "health care assistant", "delegated", "delegates",
		"delegate", "carer" };

	return ehc_has_word(it->who.value.text.str, grades, EHC_COUNT(grades)) || ehc_has_word(it->text.str, grades, EHC_COUNT(grades));
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
cover_is_said(const struct ehc_item *it)
{
	static const char *const cover[] = { "cover", "covers", "covered", "absent", "away", "deputy", "on duty" };

	return it->who.cover.len > 0 || ehc_has_word(it->text.str, cover, EHC_COUNT(cover));
}

static void
nursing(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_str missing[3];
		size_t count = 0;

		if (!in_g(s->item) || s->kind != EHC_PROVISION_NURSING || !ehc_slots_apply(s) || !(s->filled & EHC_SLOT_WHO))
			continue;
		if (!grade_is_said(s->item))
			missing[count++] = EHC_STR("whether a registered nurse, a support worker or somebody to whom it is delegated does it");
		if (ehc_slots_missing(s) & (EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY))
			missing[count++] = EHC_STR("how many hours, and how often");
		if (is_hands_on(s->item) && !cover_is_said(s->item))
			missing[count++] = EHC_STR("who steps in when that person is away");
		if (count > 0)
			ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s is nursing, but does not say %.*s.", EHC_ARG(ehc_item_Called(c->arena, s->item)),
			    EHC_ARG(ehc_list_words(c->arena, missing, count, count))), "<registered nurse, or support worker>, <hours> hours <how often>, or <cover>");
	}
}

static void
emergency_plan(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "emergency", "rescue", "seizure", "seizures", "anaphylaxis", "adrenaline", "hypo", "midazolam" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		bool linked = it->health_plan.text.str.len > 0 || item_says(it, "health care plan") || item_says(it, "healthcare plan");

		if (!in_g(it) || linked || !item_has_word(it, words, EHC_COUNT(words)))
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

		if (!in_g(s->item) || s->kind != EHC_PROVISION_EQUIPMENT || !ehc_slots_apply(s))
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

		if (!in_g(s->item) || !item_says(s->item, "continuing care") || !ehc_slots_apply(s))
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

		if (in_g(s->item) && s->kind == EHC_PROVISION_CLINIC && ehc_slots_apply(s) && !(s->filled & EHC_SLOT_FREQUENCY))
			ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s does not say how often the clinic sees the child.", EHC_ARG(ehc_item_Called(c->arena, s->item))),
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

		if (!in_g(s->item) || !ehc_slots_apply(s) || !item_has_word(s->item, services, EHC_COUNT(services)))
			continue;
		if (!item_has_word(s->item, methods, EHC_COUNT(methods)))
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

static void
waiting(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const waits[] = { "waiting list", "waitlist", "referral", "referred", "refer" };
	static const char *const meanwhile[] = { "meanwhile", "until then", "interim", "in the meantime", "while waiting", "while she waits", "while he waits" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		bool waits_here = item_has_word(it, waits, EHC_COUNT(waits)) || ehc_has_word(it->from.words, waits, EHC_COUNT(waits));

		if (in_g(it) && waits_here && !item_has_word(it, meanwhile, EHC_COUNT(meanwhile)))
			ehc_finding_suggest(c, ehc_flag(c, it, it->span, "%.*s waits for a service, but does not say what is given until it starts.",
			    EHC_ARG(ehc_item_Called(c->arena, it))), "Until then <role> gives <help>, <minutes> minutes, <how often>.");
	}
}

/* ---- sections C and G as a whole ---- */

static void
adult_services(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_date *born = &c->plan->child.born;
	ehc_day day = ehc_document_day(c->plan);
	const struct ehc_item *it;

	(void)self;
	if (!ehc_date_known(born) || day == EHC_NODATE || ehc_day_age(born->day, day) < 14 || ehc_day_age(born->day, day) >= 18 || first_in_g(c->plan) == NULL)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (in_g(it) && (item_says(it, "adult") || item_says(it, "transition")))
			return;
	ehc_finding_suggest(c, ehc_flag_section(c, EHC_G, "The young person is 14 or over, but section G does not name the move to adult health services."),
	    "<role> plans the move to <adult service> with the young person, from <date>");
}

static bool
is_health_advice(const struct ehc_item *it)
{
	static const char *const words[] = { "medical", "health", "paediatric", "paediatrician", "nurse", "nursing", "doctor", "Dr", "therapist", "therapy", "physiotherapist",
		"physiotherapy", "CAMHS", "hospital", "NHS", "consultant", "dietitian", "dietetic", "audiologist", "psychiatrist", "clinical psychologist" };

	return !it->missing && (ehc_has_word(it->text.str, words, EHC_COUNT(words)) || ehc_has_word(it->author.text.str, words, EHC_COUNT(words)) ||
	    ehc_has_word(it->role.text.str, words, EHC_COUNT(words)));
}

static bool
is_medical_advice(const struct ehc_item *it)
{
	static const char *const words[] = { "medical", "health", "paediatric", "paediatrician", "nursing" };

	return !it->missing && (ehc_has_word(it->text.str, words, EHC_COUNT(words)) || ehc_has_word(it->role.text.str, words, EHC_COUNT(words)));
}

static bool
says_none_without_reason(const struct ehc_section_info *s)
{
	return s->nil && s->because.text.str.len == 0;
}

static void
advice_and_g(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	bool any = false, medical = false;
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE)) {
		any = any || is_health_advice(it);
		medical = medical || is_medical_advice(it);
	}
	if (!any && first_in_g(p) != NULL)
		ehc_flag_section(c, EHC_G, "Section G holds provision, but section K lists no advice from a health professional.");
	if (medical && says_none_without_reason(&p->sections[EHC_C]) && says_none_without_reason(&p->sections[EHC_G]))
		ehc_flag_section(c, EHC_C, "Health advice was received, but sections C and G say none without a reason.");
}

#define CODE_G "SEND Code of Practice 9.69"
#define NHS_G "NHS guidance on section G for health professionals"

const struct ehc_rule ehc_rules_health[] = {
	{ .id = "HLTH-001", .title = "Each health provision is agreed by the responsible health body", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .after = "HLTH-022", .source = "SEND Regulations 2014, reg. 12(2)", .confidence = EHC_CONFIRMED,
	    .basis = EHC_BASIS_REGULATIONS,
	    .why = "The health body must arrange what it has agreed to; without its agreement the child may be promised what nobody will give.",
	    .fix = "Ask the health body, and record who agreed and when: `agreed: <health body>, <date>`.", .run = agreed },
	{ .id = "HLTH-002", .title = "The health body agrees before the draft is sent", .severity = EHC_WARNING, .class_ = EHC_PROCESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "The family was asked about health provision that might not have come.",
	    .fix = "Check both dates. Next time, ask for the agreement in time for the draft.", .run = agreed_before_draft },
	{ .id = "HLTH-003", .title = "The body that arranges section G is named", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "Children and Families Act 2014, s.42(3) and (4)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT,
	    .why = "A family that does not get the help must know whom to turn to.", .fix = "Name the integrated care board, or NHS England where it commissions the service.",
	    .run = commissioner },
	{ .id = "HLTH-004", .title = "Speech and language therapy is in section F", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "Children and Families Act 2014, s.21(5); SEND Code of Practice 9.74", .confidence = EHC_SECONDARY,
	    .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "Only what is in section F must be secured by the council whatever happens, and can be put right on appeal.",
	    .fix = "Move it to section F, or say under `because:` what exceptional reason keeps it in G.",
	    .legitimate = "It is therapy for eating, drinking and swallowing, or an exceptional reason is recorded.", .run = speech_therapy },
	{ .id = "HLTH-006", .title = "A therapy in both F and G says why it is divided", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Where it is not clear which part is whose, each body may leave it to the other.",
	    .fix = "Say under `because:` what the part in G is for that the part in F is not.", .run = therapy_in_both },
	{ .id = "HLTH-010", .title = "A universal service says what is special for this child", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "What every child can have adds nothing to this child's plan, and may hide that nothing more is given.",
	    .fix = "Say what this service does for this child beyond what it does for all, or take the item out.",
	    .legitimate = "Universal services may be included where they are reasonably required.", .run = universal_service },
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
	{ .id = "HLTH-016", .title = "Health provision that is not linked to the special needs says so", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .after = "LINK-004", .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "Such provision is the council's and the health body's choice; the family should know on what footing it stands.",
	    .fix = "Tie it to an outcome, or mark it with `optional: yes`.", .run = optional_addition },
	{ .id = "HLTH-017", .title = "From 14 on, section G names the move to adult health services", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "NICE guideline NG213", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	    .why = "Children's services stop at 18; a young person whom no adult service expects falls between them.",
	    .fix = "Say who plans the move, to which service, and from when.", .run = adult_services },
	{ .id = "HLTH-018", .title = "Mental health provision says which treatment, how many sessions and which clinician", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Between what every school offers and a specialist clinic lies a gap in which children wait.",
	    .fix = "Give the treatment, the number and length of sessions, and the clinician's grade.", .run = mental_health },
	{ .id = "HLTH-019", .title = "Health advice and sections C and G fit together", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Provision that no clinician advised may be wrong; advice that leads to nothing may have been overlooked.",
	    .fix = "Add the advice to section K, or say under `because:` why sections C and G are empty.", .run = advice_and_g },
	{ .id = "HLTH-020", .title = "The designated clinical officer's check is recorded", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A clinician who sees all health parts of a plan finds what each author alone cannot see.",
	    .fix = "Say who looked at sections C and G, and when.", .run = quality_check },
	{ .id = "HLTH-022", .title = "A draft goes out with the health body's agreement", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "The family answers a draft that may still lose this help.",
	    .fix = "Settle it before the draft goes out, or record the state, the date and how the disagreement is being resolved.", .run = draft_without_agreement },
	{ .id = "HLTH-023", .title = "A referral or waiting list says what is given meanwhile", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A place on a list is not help; the need is there now.", .fix = "Say who gives what until the service starts, and by when it starts.", .run = waiting },
	EHC_NO_MORE_RULES
};
