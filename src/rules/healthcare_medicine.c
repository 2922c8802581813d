/*
 * healthcare_medicine.c - what is written down about each medicine: what it is, when and by whom it is given, who agreed.
 * Only what is missing or cannot be followed is reported; no rule says that a dose is right or wrong.
 */
#include "rules/healthcare.h"

static bool
says_field(const struct ehc_check *c, const struct ehc_item *it, enum ehc_label label, const char *any)
{
	return ehc_says(c, ehc_item_value(it, label).text.str, any);
}

/* ---- IHP-005: what it is, how much, how, when ---- */

#define NO_FIGURE "usual dose|normal dose|usual amount|correct dose|right dose"
#define ELSEWHERE "as directed|as on the label|on the label|as prescribed|as advised"
#define FORMS "tablet|capsule|caplet|liquid|syrup|solution|suspension|inhaler|injector|pen|injection|syringe|spray|patch|cream|ointment|gel|sachet|suppository|enema|drops|drop|" \
	"cartridge|nebule|kit|granules|powder|melt|lozenge|cylinder|pump|vial|ampoule"
#define ROUTES "mouth|oral|orally|buccal|cheek|inhaled|inhale|inhaler|breathed|spacer|nasal|nostril|nose|thigh|injection|inject|injected|rectal|rectally|skin|cream|gastrostomy|tube|" \
	"eye|ear|tongue|patch|cannula|swallow|swallows|mask|nebuliser"

#define IN_WORDS "half|one|two|three|four|five|six|seven|eight|nine|ten|a|an|whole|full|contents|all|layer|thinly|sparingly"
#define BY_DEVICE "pump|calculator|set|letter|chart|ratio|protocol|prescription|label"

/* No figure, and no dated letter that holds one: "the usual dose", "as mum says in the morning", "it varies". */
static bool
dose_is_vague(const struct ehc_check *c, struct ehc_str dose)
{
	if (ehc_says(c, dose, NO_FIGURE))
		return true;
	return !ehc_str_has_digit(dose) && (ehc_says(c, dose, ELSEWHERE) || !ehc_says(c, dose, IN_WORDS "|" BY_DEVICE));
}

/* "4 to 6 capsules depending on the fat": staff would have to work it out, unless something says how. */
static bool
dose_depends(const struct ehc_check *c, struct ehc_str dose)
{
	return ehc_says(c, dose, "depending|depends|according to|to taste") &&
	    !ehc_says(c, dose, "letter|chart|table|calculator|ratio|protocol|list|sheet|plan|pump|per|for each|for every");
}

static bool
dose_is_said(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_str dose = ehc_field_words(c, it, EHC_L_DOSE);

	(void)c;
	if (dose.len > 0)
		return !dose_is_vague(c, dose);
	if (ehc_str_has_digit(it->text.str) && ehc_says(c, it->text.str, "mg|ml|microgram|mcg|unit|puff|tablet|g"))
		return true;
	for (size_t i = 0; i < it->ngiven_in; i++)
		if (ehc_str_has_digit(it->given_in[i]->act) &&
		    ehc_says(c, it->given_in[i]->act, "mg|ml|microgram|mcg|unit|puff|tablet|capsule|syringe"))
			return true;
	return false;
}

static bool
strength_is_said(const struct ehc_check *c, const struct ehc_item *it)
{
	return ehc_field_words(c, it, EHC_L_STRENGTH).len > 0 || ehc_says(c, it->text.str, "oxygen") || ehc_str_has_digit(it->text.str) ||
	    ehc_str_has_digit(ehc_item_value(it, EHC_L_PRODUCT).text.str) ||
	    says_field(c, it, EHC_L_DOSE, "mg pre-filled|mg prefilled|mg syringe|mg tablet|mg capsule|mg pen|mg auto|microgram "
	    "auto|microgram pen|mg in|micrograms in|mg per|microgram per|mg ml");
}

/* A home medicine needs its name alone; but where nothing that is attached says its dose, nobody can tell the ambulance crew. */
static void
check_home_medicine(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_finding *f;

	if (c->plan->kinds[EHC_ITEM_EMERGENCY].count == 0 || ehc_field_words(c, it, EHC_L_DOSE).len > 0 ||
	    ehc_field_words(c, it, EHC_L_SOURCE).len > 0 ||
	    (ehc_str_has_digit(it->text.str) && ehc_says(c, it->text.str, "mg|ml|microgram|unit|puff|tablet")))
		return;
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == EHC_REL_FOR && ehc_field_words(c, it->out.items[i]->to, EHC_L_SOURCE).len > 0)
			return;
	f = ehc_flag_words(c, it, it->text.span, "%.*s is given at home, and neither a dose nor a letter that states it is "
	    "there for an ambulance crew.",
	    EHC_ARG(ehc_item_Called(c->arena, it)));
	f->severity = EHC_WARNING;
	ehc_finding_suggest(c, f, "source: <clinic letter>, <date>, attached");
}

/* What its dose says cannot be given as it stands; false where it can, or where there is none. */
static bool
dose_is_flagged(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_value dose = ehc_item_value(it, EHC_L_DOSE);
	bool depends = dose.text.str.len > 0 && dose_depends(c, dose.text.str);
	struct ehc_finding *f;

	if (!depends && (dose.text.str.len == 0 || !dose_is_vague(c, dose.text.str)))
		return false;
	f = ehc_flag_words(c, it, ehc_sentence_span(&dose.text, 0, 80), depends ? "%.*s: the dose depends on something, and the plan does not say how." :
	    "%.*s: the dose has no figure.", EHC_ARG(ehc_item_Called(c->arena, it)));
	f->cause = it;
	ehc_finding_suggest(c, f, depends ? "dose: <figure and unit> with <which meal or sign>, <figure and unit> with <which>, as in the letter of <prescriber>, <date>" :
	    "dose: <figure and unit>, as in the letter of <prescriber>, <date>");
	return true;
}

/* Each part that is missing, and the line to write for it. */
static void
check_medicine(struct ehc_check *c, const struct ehc_item *it)
{
	bool judged = dose_is_flagged(c, it);
	const struct { bool missing; enum ehc_severity severity; const char *what, *line; } parts[] = {
		{ !judged && !dose_is_said(c, it), EHC_ERROR, "the dose", "dose: <as prescribed>\n" },
		{ it->text.str.len == 0, EHC_ERROR, "the name", "medicine <id>: <name>\n" },
		{ ehc_field_words(c, it, EHC_L_ROUTE).len == 0 && !ehc_medicine_says(c, it, ROUTES), EHC_ERROR, "how it is given", "route: <as prescribed>\n" },
		{ ehc_field_words(c, it, EHC_L_WHEN).len == 0 && ehc_field_words(c, it, EHC_L_TIMES).len == 0 && it->ngiven_in == 0, EHC_ERROR, "when it is given", "when: <sign or time>\n" },
		{ ehc_field_words(c, it, EHC_L_MED_FORM).len == 0 && !ehc_medicine_says(c, it, FORMS), EHC_WARNING, "its form", "form: <as on the box>\n" },
		{ !strength_is_said(c, it), EHC_WARNING, "its strength", "strength: <as on the box>\n" },
	};
	struct ehc_gaps g = { .n = 0 };
	struct ehc_str lines = EHC_NOSTR;

	for (size_t i = 0; i < EHC_COUNT(parts); i++) {
		ehc_gap(&g, parts[i].missing, parts[i].severity, parts[i].what);
		if (parts[i].missing)
			lines = ehc_arena_printf(c->arena, "%.*s%s", EHC_ARG(lines), parts[i].line);
	}
	ehc_flag_record(c, it, &g, "does not state", ehc_arena_cstr(c->arena, ehc_str_trim(lines)));
}

static void
medicine_is_whole(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		if (it->twin != NULL)
			continue;
		if (ehc_is_home_medicine(c, it))
			check_home_medicine(c, it);
		else
			check_medicine(c, it);
	}
}

/* ---- IHP-006, IHP-007 ---- */

static void
side_effects(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		struct ehc_gaps g = { .n = 0 };

		if (it->twin != NULL || ehc_is_home_medicine(c, it))
			continue;
		ehc_gap(&g, ehc_item_value(it, EHC_L_SIDE_EFFECTS).node == NULL && !ehc_medicine_says(c, it, "side effect"),
		    EHC_WARNING, "what to watch for after it");
		ehc_gap(&g, ehc_item_value(it, EHC_L_NOT_WITH).node == NULL &&
		    !ehc_medicine_says(c, it, "do not give|must not be given|not to be given"), EHC_WARNING,
		    "when it must not be given");
		ehc_flag_record(c, it, &g, NULL,
		    "side effects: <as on the leaflet or in the letter>\ndo not give when: <as in the letter, or none>");
	}
}

#define GIVEN_ONCE "do not give more|not give more|no more|no second|not give a second|give a second|do not repeat|not repeat|one dose only|once only|only one dose|no further dose"

static void
when_needed(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		struct ehc_gaps g = { .n = 0 };
		bool once;

		/* How often a device of adrenaline may follow another is asked for the allergy, by IHP-035. */
		if (it->twin != NULL || ehc_is_home_medicine(c, it) || !ehc_is_when_needed(c, it) || ehc_is_adrenaline(c, it))
			continue;
		once = ehc_medicine_says(c, it, GIVEN_ONCE) || ehc_emergencies_say(c, it, GIVEN_ONCE) ||
		    says_field(c, it, EHC_L_MAXIMUM, "1 dose|one dose|once");
		ehc_gap(&g, !once && ehc_field_words(c, it, EHC_L_MAXIMUM).len == 0 &&
		    !ehc_medicine_says(c, it, "in 24 hours|a day at most|maximum"), EHC_ERROR,
		    "the most in 24 hours");
		ehc_gap(&g, !once && ehc_field_words(c, it, EHC_L_MINIMUM_GAP).len == 0 &&
		    !ehc_emergencies_say(c, it, "second dose|second device|second pen|second auto-injector|second injector|"
		    "again after|repeat after|again"), EHC_ERROR, "the least time between two doses");
		ehc_flag_record(c, it, &g, "is given when needed, but does not state",
		    "maximum: <as prescribed> in 24 hours\nminimum gap: <as prescribed>");
	}
}

/* ---- IHP-009: who gives it ---- */

static bool
steps_say_who(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->ngiven_in; i++)
		if (it->given_in[i]->who.len > 0)
			return true;
	return false;
}

static bool
task_gives_it(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->in.count; i++)
		if (it->in.items[i]->relation == EHC_REL_USES &&
		    ehc_item_count_links(it->in.items[i]->from, EHC_REL_DELEGATED_TO) > 0)
			return true;
	return false;
}

static void
who_gives(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c,
	    it)) {
		struct ehc_value by = ehc_item_value(it, EHC_L_GIVEN_BY);
		struct ehc_finding *f = NULL;

		if (ehc_field_words(c, it, EHC_L_GIVEN_BY).len == 0 && !task_gives_it(it) && !steps_say_who(it))
			f = ehc_finding_unsaid(c, ehc_flag_name(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), EHC_STR("who gives it"));
		else if (ehc_says(c, by.text.str, "staff|an adult|adult|first aider|school|office|whoever|anyone|anybody|on duty") &&
		    !ehc_gives_it_alone(c, by.text.str) && !ehc_names_staff(c, by.text.str))
			f = ehc_flag_words(c, it, by.text.span, "%.*s is given by nobody in particular.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
		if (f == NULL)
			continue;
		f->cause = it;
		ehc_finding_suggest(c, f, "given by: <N1 or N2>; <N3> when either is away");
	}
}

/* ---- IHP-012: who agreed ---- */

#define HEAD "head teacher|headteacher|head|principal|head of school|executive head|HT"

struct consent { bool family, head; };

/* "Ida Example, 3 September 2026": a name that the child's block, or a contact, gives to one of the family. */
static bool
names_family(const struct ehc_check *c, struct ehc_str words)
{
	const struct ehc_items *contacts = &c->plan->kinds[EHC_ITEM_CONTACT];
	size_t comma = ehc_str_find_nocase(words, ",");
	struct ehc_str name = ehc_str_trim(ehc_str_sub(words, 0, comma == SIZE_MAX ? words.len : comma));

	if (ehc_says(c, words, EHC_FAMILY "|young person|social worker"))
		return true;
	if (ehc_str_words(name) < 2 || ehc_str_words(name) > 4)
		return false;
	if (ehc_str_find(c->plan->child.parents.text.str, name, true) != SIZE_MAX)
		return true;
	for (size_t i = 0; i < contacts->count; i++) {
		struct ehc_str contact = contacts->items[i]->text.str;

		if (ehc_says(c, contact, EHC_FAMILY) && ehc_str_find(contact, name, true) != SIZE_MAX)
			return true;
	}
	return false;
}

static void
take_consent(const struct ehc_check *c, struct consent *found, const struct ehc_consents *all)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct ehc_consent *e = &all->items[i];

		if (e->day == EHC_NODATE)
			continue;
		found->family = found->family || names_family(c, e->words);
		found->head = found->head || ehc_says(c, e->words, HEAD);
	}
}

/* Recorded on the medicine; where it holds none, on a task that gives it, or on the emergency in which it is given. */
static struct consent
consent_for(const struct ehc_check *c, const struct ehc_item *medicine)
{
	struct consent found = { false, false };

	take_consent(c, &found, &medicine->consent);
	if (medicine->consent.count > 0)
		return found;
	for (size_t i = 0; i < medicine->in.count; i++)
		if (medicine->in.items[i]->relation == EHC_REL_USES)
			take_consent(c, &found, &medicine->in.items[i]->from->consent);
	for (size_t i = 0; i < medicine->ngiven_in && !(found.family && found.head); i++)
		take_consent(c, &found, &medicine->given_in[i]->item->consent);
	return found;
}

static bool
holds_date(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] >= '0' && s.ptr[i] <= '9' &&
		    ehc_day_read(ehc_str_sub(s, i, s.len), &(ehc_day){ 0 }, NULL, NULL) > 0)
			return true;
	return false;
}

static void
signatures(struct ehc_check *c)
{
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;
	bool family = false, head = false;

	for (size_t i = 0; i < c->plan->ntexts; i++) {
		const struct ehc_prose_entry *t = &c->plan->texts[i];

		if (t->label != EHC_L_SIGNED)
			continue;
		family = family || names_family(c, t->text.str);
		head = head || ehc_says(c, t->text.str, HEAD);
		if (!holds_date(t->text.str))
			ehc_finding_suggest(c, ehc_flag_words(c, NULL, t->text.span, "This signature has no date."),
			    "signed: <name, role>, <date>");
	}
	ehc_gap(&g, !family, EHC_ERROR, "the parents");
	ehc_gap(&g, !head, EHC_ERROR, "the head teacher");
	if ((f = ehc_flag_gaps(c, NULL, &g, "The plan is not signed by")) != NULL)
		ehc_finding_suggest(c, f, "signed: <name, role>, <date>");
}

static void
consents(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c,
	    it)) {
		struct consent found = consent_for(c, it);
		struct ehc_gaps g = { .n = 0 };
		struct ehc_finding *f;

		ehc_gap(&g, !found.family, EHC_ERROR, "the parents");
		ehc_gap(&g, !found.head, EHC_ERROR, "the head teacher");
		if ((f = ehc_flag_gaps(c, it, &g, "%.*s has no dated consent of",
		    EHC_ARG(ehc_item_Called(c->arena, it)))) != NULL)
			ehc_finding_suggest(c, f, "consent: parents, <date>; head teacher, <date>");
	}
	signatures(c);
}

#define MEDICINE_RULE .class_ = EHC_SAFETY, EHC_HCP

const struct ehc_rule ehc_rules_healthcare_medicine[] = {
	{ .id = "IHP-005", .title = "Each medicine has its name, form, strength, dose, route and time", .severity = EHC_ERROR,
	    MEDICINE_RULE, EHC_BY_TEMPLATE,
	    .run = medicine_is_whole, .why = "Whoever gives it for the first time must not have to ask or guess.",
	    .fix = "Copy what is missing from the prescription or the label; never from memory.",
	    .legitimate = "A medicine that is given at home needs its name alone, where the clinic's letter is attached." },
	{ .id = "IHP-006", .title = "Side effects, and when it must not be given", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP,
	    EHC_BY_TEMPLATE, .run = side_effects,
	    .why = "Staff must know which change after a medicine is usual, and which is a reason to call for help.",
	    .fix = "Add `side effects:` and `do not give when:` from the leaflet or the letter." },
	{ .id = "IHP-007", .title = "A medicine given when needed has a most and a least gap", .severity = EHC_ERROR,
	    MEDICINE_RULE, EHC_BY_PRACTICE, .run = when_needed,
	    .why = "Two people may each give it, not knowing of the other.",
	    .fix = "Add `maximum:` and `minimum gap:` as prescribed, or say that it is given once only." },
	{ .id = "IHP-009", .title = "Each medicine says who gives it", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_TEMPLATE,
	    .run = who_gives,
	    .why = "A medicine that anybody may give is given by nobody, or twice.",
	    .fix = "Name the staff, or say that the child takes it alone, with or without an adult watching." },
	{ .id = "IHP-012", .title = "The family and the head teacher agreed, with dates", .severity = EHC_ERROR,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, .needs = EHC_STAGED, EHC_BY_TEMPLATE,
	    .run = consents, .why = "Without it staff do not know whether they may give the medicine, and may hesitate.",
	    .fix = "Add `consent:` with who agreed and when, and the signatures.",
	    .legitimate = "A young person may be the one to consent; say so." },
	EHC_NO_MORE_RULES
};
