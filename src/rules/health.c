/*
 * health.c - section G: who agreed to it, who provides it, which plan it points to, and which section it belongs in.
 * Whether a therapy educates or trains is for a person; only speech and language therapy has a rule of its own.
 */
#include "rules/health.h"
#include "rules/timeline.h"
#include "rules/wording.h"

#include <string.h>

bool
ehc_is_health_provision(const struct ehc_item *it)
{
	return it->section == EHC_G && it->twin == NULL && it->kind == EHC_ITEM_PROVISION;
}

bool
ehc_item_mentions(const struct ehc_item *it, const char *words)
{
	bool own = it->said == NULL || ehc_pairs_may_hold(&it->said->pairs, words);

	return ehc_str_has(it->type.text.str, words) || ehc_str_has(it->who.value.text.str, words) || (own && ehc_str_has(it->text.str, words));
}

bool
ehc_item_has_word(const struct ehc_check *c, const struct ehc_item *it, const char *const *words, size_t n)
{
	return ehc_says_any(c, it->type.text.str, words, n) || ehc_says_any(c, it->who.value.text.str, words, n) || ehc_own_says_any(c, it, words, n);
}

static const struct ehc_item *
first_in_g(const struct ehc_plan *p)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION))
		if (ehc_is_health_provision(it))
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
		struct ehc_finding *f = NULL;
		struct ehc_str called;

		if (!ehc_is_health_provision(it) || (it->agreed.state == EHC_AGREEMENT_AGREED && it->agreed.body.len > 0 && it->agreed.day != EHC_NODATE))
			continue;
		called = ehc_item_Called(c->arena, it);
		if (it->agreed.state == EHC_AGREEMENT_NONE)
			f = ehc_finding_unsaid(c, ehc_flag_item(c, it, "%.*s", EHC_ARG(called)), EHC_STR("which health body agreed to it, and when"));
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

		if (!ehc_is_health_provision(it) || it->agreed.state != EHC_AGREEMENT_AGREED || it->agreed.day == EHC_NODATE || it->agreed.day <= draft->day)
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

		if (!ehc_is_health_provision(it) || it->agreed.state == EHC_AGREEMENT_NONE || it->agreed.state == EHC_AGREEMENT_AGREED)
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
		if (ehc_is_health_provision(it) && names_body(it))
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
		if (ehc_says_any(c, c->plan->texts[i].text.str, officers, EHC_COUNT(officers)))
			return;
	ehc_flag_section(c, EHC_G, "The plan does not say whether the designated clinical or medical officer has looked at sections C and G.");
}

/* ---- the right section ---- */

static const char *const therapies[] = { "speech and language", "occupational therap", "physiotherap", "educational psycholog", "clinical psycholog", "music therap",
	"art therap", "play therap" };

static bool
is_speech_therapy(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const short_names[] = { "SLT", "SALT", "SaLT" };

	return ehc_item_mentions(it, "speech and language therap") || ehc_item_mentions(it, "speech therap") || ehc_says_any(c, it->type.text.str, short_names, EHC_COUNT(short_names)) ||
	    ehc_says_any(c, it->who.role, short_names, EHC_COUNT(short_names));
}

static bool
is_swallowing(const struct ehc_item *it)
{
	return ehc_item_mentions(it, "swallow") || ehc_item_mentions(it, "dysphag") || ehc_item_mentions(it, "eating") || ehc_item_mentions(it, "drinking") || ehc_item_mentions(it, "feeding");
}

/* HLTH-005: whether a therapy educates or trains is for a person; the words only ask the question. */
static void
therapy_that_teaches(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const kinds[] = { "occupational therapist", "occupational therapy", "physiotherapist", "physiotherapy", "psychologist", "psychology",
		"speech and language therapist", "speech and language therapy", "teacher of the deaf", "teachers of the deaf", "teacher of vision impairment", "QTVI", "QToD",
		"specialist teacher", "advisory teacher", "tutor", "tuition", "habilitation specialist" };
	static const char *const verbs[] = { "teach", "teaches", "taught", "learn", "learns", "practise", "practises", "coaches", "tuition" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		if (!ehc_is_health_provision(it) || it->has_placeholder || !ehc_item_has_word(c, it, kinds, EHC_COUNT(kinds)) || is_swallowing(it) || ehc_str_has(it->text.str, "because") ||
		    ehc_item_value(it, EHC_L_BECAUSE).text.str.len > 0)
			continue;
		for (size_t i = 0; i < EHC_COUNT(verbs); i++) {
			size_t at = ehc_str_find_word(it->text.str, verbs[i]);

			if (at == SIZE_MAX)
				continue;
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, strlen(verbs[i])), "%.*s may teach or train; a person must decide whether it belongs in section F.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
			break;
		}
	}
}

/* HLTH-009 */
static void
service_offer(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "within the core offer", "core offer", "commissioned pathway", "commissioned service", "commissioned offer", "subject to capacity", "service capacity",
		"as capacity allows", "service specification", "service's offer", "in line with the service offer", "universal offer", "local offer" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		for (size_t i = 0; ehc_is_health_provision(it) && !it->has_placeholder && i < EHC_COUNT(words); i++) {
			size_t at = ehc_str_find_word(it->text.str, words[i]);

			if (at == SIZE_MAX)
				continue;
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, strlen(words[i])), "\"%s\" bounds the provision by what the service has, not by what the child needs.", words[i])->cause = it;
			break;
		}
	}
}

/* Only those who work with the child; "trained by the speech and language therapist" is no therapy in section F. */
static bool
is_speech_therapy_in_f(const struct ehc_item *it)
{
	return it->section == EHC_F && (ehc_str_has(it->who.role, "speech") || ehc_str_has(it->type.text.str, "speech") || ehc_str_has(it->text.str, "speech and language therapy") ||
	    (it->who.value.text.str.len == 0 && ehc_str_has(it->text.str, "speech and language therapist")));
}

/* Marks, by the item's number in the plan, the needs that speech and language therapy in section F is for; true where there is such therapy. */
static bool
mark_needs(const struct ehc_plan *p, bool *met)
{
	const struct ehc_item *it;
	bool any = false;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION)) {
		if (!is_speech_therapy_in_f(it))
			continue;
		any = true;
		for (size_t i = 0; i < it->out.count; i++)
			if (it->out.items[i]->relation == EHC_REL_FOR)
				met[it->out.items[i]->to->nth] = true;
	}
	return any;
}

static bool
is_met(const struct ehc_item *it, const bool *met)
{
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == EHC_REL_FOR && met[it->out.items[i]->to->nth])
			return true;
	return false;
}

/* In section F for the same need it is no longer in G alone; HLTH-006 then asks why it is divided. */
static void
speech_therapy(struct ehc_check *c, const struct ehc_rule *self)
{
	bool *met = NULL, any = false;
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		bool in_f;

		if (!ehc_is_health_provision(it) || !is_speech_therapy(c, it) || is_swallowing(it))
			continue;
		if (met == NULL) {
			met = EHC_NEW_ARRAY(c->arena, bool, ehc_item_count(c->plan));
			any = mark_needs(c->plan, met);
		}
		in_f = any && (ehc_item_count_links(it, EHC_REL_FOR) == 0 || is_met(it, met));
		if (!in_f && ehc_item_value(it, EHC_L_BECAUSE).text.str.len == 0)
			ehc_flag_item(c, it, "%.*s is speech and language therapy and stands in section G alone; it normally belongs in section F.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* By who delivers it or its type; what is merely mentioned in the words is not a therapy of the item's own. */
static bool
is_therapy(const struct ehc_item *it, const char *therapy)
{
	return ehc_str_has(it->who.role, therapy) || ehc_str_has(it->type.text.str, therapy);
}

static const struct ehc_item *
first_therapy_in_f(const struct ehc_plan *p, const char *therapy)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_PROVISION))
		if (it->section == EHC_F && is_therapy(it, therapy))
			return it;
	return NULL;
}

/* Therapy in section G that does not say why it is divided, where that would have to be said. */
static bool
is_undivided_therapy(const struct ehc_item *it, const char *therapy)
{
	return ehc_is_health_provision(it) && is_therapy(it, therapy) && !is_swallowing(it) && !ehc_str_has(it->text.str, "because") &&
	    ehc_item_value(it, EHC_L_BECAUSE).text.str.len == 0;
}

static void
therapy_in_both(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < EHC_COUNT(therapies); i++) {
		const struct ehc_item *it;

		for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
			const struct ehc_item *twin = is_undivided_therapy(it, therapies[i]) ? first_therapy_in_f(c->plan, therapies[i]) : NULL;
			struct ehc_finding *f;

			if (twin == NULL)
				continue;
			f = ehc_flag_item(c, it, "%.*s and %.*s are the same therapy in sections G and F; neither says why it is divided.",
			    EHC_ARG(ehc_item_Called(c->arena, it)), EHC_ARG(ehc_item_called(c->arena, twin)));
			ehc_finding_relate(c->out, f, twin->span, EHC_STR("the same therapy is in section F here"));
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
		if (!ehc_is_health_provision(it) || it->optional)
			continue;
		if (ehc_says_any(c, it->who.role, universal, EHC_COUNT(universal)) || ehc_says_any(c, it->type.text.str, universal, EHC_COUNT(universal)) ||
		    (it->who.value.text.str.len == 0 && ehc_own_says_any(c, it, universal, EHC_COUNT(universal))))
			ehc_flag_item(c, it, "%.*s is a service that any child can have; it may stand here, but say what is special for this child.",
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

static bool
needs_stand_alone(const struct ehc_item *it, const bool *alone)
{
	size_t needs = 0;

	for (size_t i = 0; i < it->out.count; i++) {
		if (it->out.items[i]->relation != EHC_REL_FOR)
			continue;
		if (!alone[it->out.items[i]->to->nth])
			return false;
		needs++;
	}
	return needs > 0;
}

static void
optional_addition(struct ehc_check *c, const struct ehc_rule *self)
{
	bool *alone = EHC_NEW_ARRAY(c->arena, bool, ehc_item_count(c->plan));
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		alone[it->nth] = need_stands_alone(it);
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (ehc_is_health_provision(it) && !it->optional && ehc_item_count_links(it, EHC_REL_TOWARDS) == 0 && needs_stand_alone(it, alone))
			ehc_finding_suggest(c, ehc_flag_item(c, it, "%.*s is tied to no outcome, and its need to nothing in education: say whether it is linked to the "
			    "special educational needs.", EHC_ARG(ehc_item_Called(c->arena, it))), "optional: yes, agreed by the council and the health body");
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
		if (ehc_is_health_provision(it) && (ehc_item_mentions(it, "adult") || ehc_item_mentions(it, "transition")))
			return;
	ehc_finding_suggest(c, ehc_flag_section(c, EHC_G, "The young person is 14 or over, but section G does not name the move to adult health services."),
	    "<role> plans the move to <adult service> with the young person, from <date>");
}

static bool
is_health_advice(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "medical", "health", "paediatric", "paediatrician", "nurse", "nursing", "doctor", "Dr", "therapist", "therapy", "physiotherapist",
		"physiotherapy", "CAMHS", "hospital", "NHS", "consultant", "dietitian", "dietician", "dietetic", "dietetics", "audiologist", "audiology", "psychiatrist", "psychiatry",
		"clinical psychologist", "clinical psychology", "ophthalmology", "ophthalmologist", "orthoptist", "optometrist", "neurology", "neurologist", "cardiology",
		"endocrinology", "gastroenterology", "genetics", "ENT", "surgeon", "clinic", "GP" };

	return !it->missing && (ehc_own_says_any(c, it, words, EHC_COUNT(words)) || ehc_says_any(c, it->author.text.str, words, EHC_COUNT(words)) ||
	    ehc_says_any(c, it->role.text.str, words, EHC_COUNT(words)));
}

static bool
is_medical_advice(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "medical", "health", "paediatric", "paediatrician", "nursing" };

	return !it->missing && (ehc_own_says_any(c, it, words, EHC_COUNT(words)) || ehc_says_any(c, it->role.text.str, words, EHC_COUNT(words)));
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
		any = any || is_health_advice(c, it);
		medical = medical || is_medical_advice(c, it);
	}
	if (!any && first_in_g(p) != NULL)
		ehc_flag_section(c, EHC_G, "Section G holds provision, but section K lists no advice from a health professional.");
	if (medical && says_none_without_reason(&p->sections[EHC_C]) && says_none_without_reason(&p->sections[EHC_G]))
		ehc_flag_section(c, EHC_C, "Health advice was received, but sections C and G say none without a reason.");
}

/* ---- wording ---- */

static void
phrases(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_flag_phrases(c, self);
}

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
	{ .id = "HLTH-005", .title = "A therapy that teaches may belong in section F", .severity = EHC_WARNING, .class_ = EHC_WORDING, .after = "HLTH-004",
	    .documents = EHC_FOR_EHC_PLAN, .source = "Children and Families Act 2014, s.21(1) and (5)", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	    .why = "What educates or trains counts as special educational provision, which the council must secure and which can be appealed.",
	    .fix = "Decide whether it educates or trains; if so move it to section F, else say under `because:` why it is health provision.",
	    .legitimate = "The teaching is incidental to treatment.", .run = therapy_that_teaches },
	{ .id = "HLTH-006", .title = "A therapy in both F and G says why it is divided", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .after = "HLTH-004", .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Where it is not clear which part is whose, each body may leave it to the other.",
	    .fix = "Say under `because:` what the part in G is for that the part in F is not.", .run = therapy_in_both },
	{ .id = "HLTH-007", .title = "Being known to a service is not provision", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "A child can be under the care of a clinic and be seen by nobody for a year.",
	    .fix = "Say what the service does for the child, who does it, how long and how often.", .run = phrases },
	{ .id = "HLTH-008", .title = "A referral or a place in a queue is not provision", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The plan must be kept on the day when it is issued; a referral may lead to nothing.",
	    .fix = "Say what is given now, and by when the service starts.", .run = phrases },
	{ .id = "HLTH-009", .title = "Health provision is not bounded by what the service has", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "Children and Families Act 2014, s.42(3)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "A service's offer can shrink without the plan being changed; the duty to arrange what the plan specifies does not.",
	    .fix = "Leave the bound out, and say what is given, by whom, how long and how often.", .run = service_offer },
	{ .id = "HLTH-010", .title = "A universal service says what is special for this child", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "What every child can have adds nothing to this child's plan, and may hide that nothing more is given.",
	    .fix = "Say what this service does for this child beyond what it does for all, or take the item out.",
	    .legitimate = "Universal services may be included where they are reasonably required.", .run = universal_service },
	{ .id = "HLTH-016", .title = "Health provision that is not linked to the special needs says so", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .after = "LINK-004", .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "Such provision is the council's and the health body's choice; the family should know on what footing it stands.",
	    .fix = "Tie it to an outcome, or mark it with `optional: yes`.", .run = optional_addition },
	{ .id = "HLTH-017", .title = "From 14 on, section G names the move to adult health services", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "NICE guideline NG213", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	    .why = "Children's services stop at 18; a young person whom no adult service expects falls between them.",
	    .fix = "Say who plans the move, to which service, and from when.", .run = adult_services },
	{ .id = "HLTH-019", .title = "Health advice and sections C and G fit together", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Provision that no clinician advised may be wrong; advice that leads to nothing may have been overlooked.",
	    .fix = "Add the advice to section K, or say under `because:` why sections C and G are empty.", .run = advice_and_g },
	{ .id = "HLTH-020", .title = "The designated clinical officer's check is recorded", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A clinician who sees all health parts of a plan finds what each author alone cannot see.",
	    .fix = "Say who looked at sections C and G, and when.", .run = quality_check },
	{ .id = "HLTH-021", .title = "Medicines stand in the health care plan, not here", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A dose changes between reviews; staff who read the old one here could harm the child.",
	    .fix = "Point to the health care plan by its reference and date.", .run = phrases },
	{ .id = "HLTH-022", .title = "A draft goes out with the health body's agreement", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = NHS_G, .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	    .why = "The family answers a draft that may still lose this help.",
	    .fix = "Settle it before the draft goes out, or record the state, the date and how the disagreement is being resolved.", .run = draft_without_agreement },
	EHC_NO_MORE_RULES
};
