/*
 * care_part.c - what the words of a heading or a question in a health care plan speak of.
 */
#include "import/care.h"

#include <string.h>

bool
care_asks_or_tells(struct ehc_str f)
{
	static const char *const starts[] = { "why ", "how ", "what ", "when ", "if ", "where ", "who ", "before ", "after ", "during ", "about ", "describe ", "please ", "list ", "is ", "are ", "does ", "do ", "can ", "has ", NULL };

	return starts_any(f, starts);
}

/* An illness, or a treatment, is named. */
static bool
is_medical_word(struct ehc_str f)
{
	static const char *const words[] = { "epilep", "seizure", "asthma", "diabet", "allerg", "anaphyla", "gastrostomy", "feeding tube", "tube feed", "nasogastric", "catheter", "stoma", "tracheostomy", "ventilat", "oxygen",
		"cystic", "sickle", "arthritis", "migraine", "eczema", "heart", "kidney", "bowel", "bladder", "continence", "haemophil", "syndrome", "disease", "disorder", "cancer", "leukaemia",
		"migraine", "adrenal", "coeliac", "pacemaker", "transplant", "dystrophy", "palsy", "spina bifida", "hydroceph", "condition", NULL };

	return has_any(f, words);
}

bool
care_is_medical(struct ehc_str f)
{
	return is_medical_word(f) && !ehc_str_ends_nocase(f, " plan") && !ehc_str_has(f, " about ") && !care_asks_or_tells(f);
}

bool
care_is_acute(struct ehc_str f)
{
	static const char *const words[] = { "anaphyla", "attack", "crisis", "shock", NULL };

	return has_any(f, words) && ehc_str_words(f) <= 4;
}

bool
care_is_event(struct ehc_str f)
{
	static const char *const how_bad[] = { "mild ", "moderate ", "severe ", NULL };
	static const char *const words[] = { "pain", "bleed", "fever", "temperature", "vomit", "faint", "collapse", "blocked", "blockage", "comes out", "falls out", "dislodge", "injury", "accident", "unwell",
		"breathless", "dizz", "palpitation", "seizure", "alarm", "leak", NULL };

	return ehc_str_words(f) <= 9 && (starts_any(f, how_bad) || has_any(f, words));
}

/* "Red: asthma attack", "AMBER ZONE", "Hypo (below 4)": how bad it is begins the heading, with a mark behind it. */
static bool
is_zone(struct ehc_str f, const char *word)
{
	size_t n = strlen(word);

	if (!ehc_str_starts_nocase(f, word))
		return false;
	f = ehc_str_trim(ehc_str_sub(f, n, f.len));
	return f.len == 0 || strchr(":(-=", f.ptr[0]) != NULL || ehc_str_starts_nocase(f, "zone") || ehc_str_starts_nocase(f, "light");
}

bool
care_is_zone(struct ehc_str f)
{
	return is_zone(f, "red") || is_zone(f, "amber") || is_zone(f, "yellow") || is_zone(f, "orange") || is_zone(f, "green");
}

/* What the words of a heading speak of. The first that fits counts: "emergency medic" stands above "emergency". */
static const struct part_words {
	enum care_part part;
	const char *words[48];
} parts[] = {
	{ PART_STANDARD, { "standard wording", NULL } },
	{ PART_RECORDS, { "who agreed, who stands in", NULL } },
	{ PART_MEDICINE, { "emergency medic", "rescue medic", NULL } },
	{ PART_LIFE, {
		"emergency box", "emergency kit", "emergency bag", "emergency pack", "emergency equipment",
		"emergency supplies", "emergency trolley", NULL } },
	{ PART_RESPONSIBLE, {
		"who is responsible", "person responsible", "people responsible", "staff responsible",
		"responsible for providing support", NULL } },
	{ PART_CARD, { "summary card", "copy for", NULL } },
	{ PART_COPIES, { "who has a copy", "copied to", "copies of", NULL } },
	{ PART_CONTACTS, {
		"contact", "emergency ring", "emergency call", "emergency phone", "telephone number", "phone number",
		"useful numbers", "people who help", "who helps me", "who can help", "g.p", "whom to ring",
		"who to ring", NULL } },
	{ PART_SIGNED, {
		"agreement", "signature", "signed", "agreed by", "consent", "sign-off", "sign off", "authorisation",
		"declaration", "prepared by", "drawn up by", NULL } },
	{ PART_KNOW, {
		"who needs to know", "who knows", "need to know", "who is told", "staff to know", "staff told",
		"staff informed", "been told", "staff who know", "people who know about", "sharing", NULL } },
	{ PART_TRIPS, {
		"trips", "a trip", "school trip", "residential", "visits", "outings", "transport", "going out",
		"off site", "off-site", "travel", NULL } },
	{ PART_LEARNING, {
		"learning", "absence", "lessons", "educational, social", "exams", "examinations", "tests and ",
		"school work", "schoolwork", "homework", "missed work", "catching up", NULL } },
	{ PART_CONDITIONS, {
		"what signs", "which signs", "means for", "what this means", "affects ", "affect ",
		"what is the condition", "what it is", "what is it", "describe the seizure",
		"what happens in a seizure", "what happens during a seizure", "describe seizure", NULL } },
	{ PART_EMERGENCY, {
		"emergency", "emergencies", "reaction", "what to do during", "what to do in", "what to do if",
		"what to do when", "first aid", "choking", "chokes", "anaphylactic", "signs of anaphylaxis",
		"watch for", "asthma attack", "during a seizure", "during a ", "999", "call an ambulance", "hypogly",
		"(hypo", "hypo)", "hypergly", "(hyper", "low blood", "low glucose", "high glucose", "high blood",
		"an attack", NULL } },
	{ PART_CONDITIONS, {
		"medical condition", "conditions", "health need", "health condition", "medical need", "diagnosis",
		"diagnoses", "about my condition", "about the condition", "allergies", "allergic to",
		"description of seizure", "seizure type", "types of seizure", "trigger", "signs that", "signs of ", "signs to ",
		"the signs", "background", "why this plan is needed", "why is this plan needed",
		"why a plan is needed", "reason for this plan", "reason for the plan", "medical history",
		"clinical history", "type of seizure", "sets them off", "sets it off", "set off", "brings it on",
		"brings them on", "brings on", "makes it worse", "make it worse", "type of tube", "type of device",
		"description of the condition", "description of condition", "symptoms", "looks like", "look like", NULL } },
	{ PART_LIFE, { "staff do", "staff should", "staff need to", "staff must", "staff can help", NULL } },
	{ PART_STAFF, { "trained", "training", "staff", NULL } },
	{ PART_TASKS, { "tasks", NULL } },
	{ PART_WISHES, {
		"wants", "feelings", "wishes", "views", "own words", "how i want", "to be helped", "important to me",
		"how i feel", NULL } },
	{ PART_MEDICINE, {
		"medicine", "medication", "tube feed", "treatment", "inhaler", "insulin", "feeding regime",
		"feed regime", "feeding plan", "enteral feed", "enzyme", "antibiotic", "cream", "ointment",
		"emollient", "nebuliser", "auto-injector", "autoinjector", "adrenaline pen", "epipen", NULL } },
	{ PART_LIFE, {
		"school life", "the day", "timetable", "supplies", "daily", "every day", "school day",
		"personal care", "activities", "routine", "day to day", "day-to-day", "other information",
		"anything else", "precaution", "avoid", "food", "meal", "lunch", "sport", "exercise", "swimming",
		"diet", "toilet", "hygiene", "playtime", "playground", "pe and ", "break time", "seating", "fatigue",
		"equipment", "mobility", "moving and handling", "hydration", "drink", "eating", NULL } },
	{ PART_HEAD, {
		"details", "healthcare plan", "health care plan", "about this plan", "the child", "action plan",
		"personal information", "pupil information", NULL } },
};

/* How bad it is begins the heading of an emergency; "Green" is the day as it mostly is. */
static enum care_part
part_of_zone(struct ehc_str f)
{
	static const char *const ill[] = { "red", "amber", "yellow", "orange", "hypo", "hypos", "hyper", "hypers" };

	for (size_t i = 0; i < EHC_COUNT(ill); i++)
		if (is_zone(f, ill[i]))
			return PART_EMERGENCY;
	return is_zone(f, "green") ? PART_LIFE : PART_UNKNOWN;
}

/* A heading that says when or why, or asks: what it is about stands in how it begins and ends. */
static enum care_part
part_of_sentence(struct ehc_str f)
{
	bool when = ehc_str_starts_nocase(f, "if ") || ehc_str_starts_nocase(f, "when ") || ehc_str_ends_nocase(f, " if");

	if ((ehc_str_starts_nocase(f, "why ") || ehc_str_starts_nocase(f, "about ")) && is_medical_word(f))
		return PART_CONDITIONS;
	if (ehc_str_starts_nocase(f, "why ") && ehc_str_ends_nocase(f, " plan"))
		return PART_CONDITIONS;
	if (ehc_str_starts_nocase(f, "reason for ") && !ehc_str_has(f, "absence"))
		return PART_CONDITIONS;
	/* "If my asthma gets worse", "My asthma is getting worse if" */
	if (when && (ehc_str_has(f, "gets worse") || ehc_str_has(f, "getting worse")))
		return PART_EMERGENCY;
	/* "Stop the meal if": what stands below are the signs. */
	if (ehc_str_ends_nocase(f, " if") && care_is_step(f))
		return PART_EMERGENCY;
	/* "What Ada says", "What Ada would like" */
	if (ehc_str_starts_nocase(f, "what ") && (ehc_str_ends_nocase(f, " says") || ehc_str_ends_nocase(f, " would like") || ehc_str_ends_nocase(f, " tells us") || ehc_str_ends_nocase(f, " wants")))
		return PART_WISHES;
	/* "What do we need to know?" asks about the child, "Who needs to know?" about others. */
	if (ehc_str_starts_nocase(f, "what ") && (ehc_str_ends_nocase(f, " to know") || ehc_str_ends_nocase(f, " should know")))
		return PART_LIFE;
	return PART_UNKNOWN;
}

/* "Review log", "For office use": what the school keeps beside the plan. */
static bool
is_of_records(struct ehc_str f)
{
	static const char *const starts[] = { "review log", "review record", "record of ", NULL };

	return ehc_str_is(f, "reviews") || starts_any(f, starts) || ehc_str_ends_nocase(f, " checked") ||
	    ehc_str_ends_nocase(f, " log") || ehc_str_has(f, "office use") ||
	    ehc_str_has(f, "school use");
}

/* A heading of a word or two that says nothing anywhere else. */
static enum care_part
part_of_word(struct ehc_str f)
{
	static const struct part_words alone[] = {
		{ PART_SIGNED, { "agreed", "we agree", "i agree", NULL } },
		{ PART_CONDITIONS, { "condition", "the condition", "my condition", "what i have", "what she has", "what he has", "what they have", NULL } },
		{ PART_CONTACTS, { "ring", "phone", "call", "people", "people to ring", "people to call", NULL } },
		{ PART_MEDICINE, { "feed", "feeds", NULL } }, { PART_STAFF, { "who does it", "who does this", "who helps", NULL } },
	};

	for (size_t i = 0; i < EHC_COUNT(alone); i++)
		if (is_any(f, alone[i].words))
			return alone[i].part;
	return PART_UNKNOWN;
}

enum care_part
care_part_of(struct ehc_str f)
{
	enum care_part part;

	/* "Dietitian" is a person, not what is eaten. */
	if (ehc_str_starts_nocase(f, "dieti"))
		return PART_UNKNOWN;
	if ((part = part_of_zone(f)) != PART_UNKNOWN || (part = part_of_sentence(f)) != PART_UNKNOWN)
		return part;
	if (is_of_records(f))
		return PART_RECORDS;
	if ((part = part_of_word(f)) != PART_UNKNOWN)
		return part;
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (has_any(f, parts[i].words) && !(parts[i].part == PART_WISHES && ehc_str_has(f, "review") && !ehc_str_has_word(f, "views")))
			return parts[i].part;
	return PART_UNKNOWN;
}
