/*
 * healthcare_device.c - what a plan must state for diabetes, tube feeding, continence, catheters and stomas, and help with
 * breathing. Each is a table of questions.
 */
#include "rules/healthcare_condition.h"

/* ---- diabetes ---- */

#define DIABETES "diabetes|diabetic"

/* What is said there is said of this condition: by a tie, or for want of any. */
static bool
may_be_of(const struct ehc_item *it, const struct ehc_item *condition)
{
	bool tied = false;

	if (it->kind == EHC_ITEM_CONDITION)
		return it == condition;
	for (size_t i = 0; i < it->out.count; i++) {
		if (it->out.items[i]->relation == EHC_REL_FOR && it->out.items[i]->to == condition)
			return true;
		tied = tied || it->out.items[i]->relation == EHC_REL_FOR;
	}
	return !tied;
}

/* Some entry that is of the condition says one of each, on whichever of its lines. */
static bool
entry_says(struct ehc_check *c, const struct ehc_item *condition, const char *any, const char *with)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct ehc_search search = ehc_search_for(c, any);
	const struct ehc_line *line;

	while ((line = ehc_search_next(l, &search)) != NULL)
		if (line->item == NULL ? ehc_says(c, line->text->str, with) :
		    may_be_of(line->item, condition) && ehc_item_says(c, line->item, with) != NULL)
			return true;
	return false;
}

#define OF_A_LOW "low|lows|hypo|hypoglycaemia|unconscious|swallow|seizure|fit|jerks|unresponsive|does not answer|does not respond|collapses|drowsy|cannot be woken|glucagon"
#define OF_A_HIGH "step <number>: <when> - <who>: test for ketones\nstep <number>: at <level, as in the letter> - <who>: <what is done>, ring <contact>"
#define THEN "ring|rung|call|phone|contact|text|tell|parent|mother|father|mum|dad|nurse|hospital|999|insulin|above|over|correction"

static void
diabetes(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "when glucose is tested", "test|check|look|scan|finger prick|reading|sensor",
		    "@before|am|pm|lunch|break|at the start|each lesson|every lesson", EHC_OUTSIDE_CONDITIONS, EHC_L_NONE,
		    false },
		{ EHC_ERROR, "the level below which it is low", "below|under|less than|lower than", "#", EHC_ANYWHERE,
		    EHC_L_NONE, false },
		{ EHC_ERROR, "what is given for a low",
		    "glucose tablet|dextrose|juice|jelly babies|glucose gel|glucogel|lift|fast-acting|hypo treatment|sugary "
		    "drink|dextro", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "when it is tested again",
		    "test again|tests again|re-test|retest|check again|re-check|recheck|checks again", "#", EHC_ANYWHERE,
		    EHC_L_NONE, false },
		{ EHC_ERROR, "what is done when glucose is high", "above|over|higher than|high glucose|hyper", NULL,
		    EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_ERROR, "who gives the insulin, or watches", "insulin",
		    "give|gives|given by|watch|watching|watches|himself|herself|injects", EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, DIABETES), *m;
	struct ehc_gaps g = { .n = 0 };
	bool named = false, low;

	(void)self;
	if (it == NULL)
		return;
	for (m = ehc_school_medicine(c, NULL); m != NULL; m = ehc_school_medicine(c, m))
		named = named || (ehc_says(c, m->text.str, "insulin") && ehc_field_words(c, m, EHC_L_GIVEN_BY).len > 0);
	/* The last question is answered where the medicine's own entry says who gives it. */
	ehc_ask(c, it, questions, EHC_COUNT(questions) - named, &g);
	ehc_gap(&g, !entry_says(c, it, "ketone", THEN), EHC_ERROR, "when ketones are tested (and what then)");
	/* An ambulance that is called for a high or for another illness is called by nobody in a low. */
	low = !entry_says(c, it, "999|ambulance", OF_A_LOW);
	ehc_gap(&g, low, EHC_ERROR, "when 999 is called in a low");
	ehc_flag_condition(c, it, &g, low ? "step <number>: if <unconscious, a seizure, or cannot swallow> - <who>: call 999; nothing by mouth\n" OF_A_HIGH : OF_A_HIGH);
}

/* A line on alarms that names somebody: a member of staff, the child, or an adult who is near. */
static bool
alarms_are_answered(struct ehc_check *c)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct ehc_str known = c->plan->child.known_as.text.str.len > 0 ? c->plan->child.known_as.text.str :
	    ehc_str_sub(c->plan->child.name.text.str, 0, ehc_str_find_nocase(c->plan->child.name.text.str, " "));
	const char *child = ehc_arena_cstr(c->arena, known);
	struct ehc_search search = ehc_search_for(c, "alarm|alert|beep");
	const struct ehc_line *line;

	while ((line = ehc_search_next(l, &search)) != NULL) {
		struct ehc_str s = line->text->str;

		if (ehc_says(c, s, "nearest adult|whoever|class teacher|teaching assistant|teacher|himself|herself|he looks|she looks|"
		    "nurse") || (known.len > 0 && ehc_str_find_word(s, child) != SIZE_MAX))
			return true;
		for (size_t k = 0; line->item != NULL && k < line->item->out.count; k++)
			if (line->item->out.items[k]->relation == EHC_REL_NAMES &&
			    line->item->out.items[k]->to->kind == EHC_ITEM_STAFF)
				return true;
	}
	return false;
}

static void
diabetes_days(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_WARNING, "what is done before and after exercise", "PE|sport|swimming|swim|exercise|running|games", NULL,
		    EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_WARNING, "what happens in examinations", "exam|examination|in tests|in a test|class test|test paper|SATs|mock|invigilator", NULL,
		    EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_WARNING, "which supplies are in school, and where", "box|supplies|spare|kit|fridge|cupboard", NULL,
		    EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, DIABETES);
	struct ehc_gaps g = { .n = 0 };

	(void)self;
	if (it == NULL)
		return;
	ehc_ask(c, it, questions, EHC_COUNT(questions), &g);
	ehc_gap(&g, ehc_plan_says(c, "pump|sensor|CGM|libre|dexcom|glucose monitor") && !alarms_are_answered(c),
	    EHC_WARNING, "who answers the alarms of the pump or sensor");
	ehc_flag_condition(c, it, &g, "care S1: <Who> <does what> when the alarm sounds. Exercise: <what, when>. Examinations: "
	    "<what is allowed, who knows>. Supplies: <what>, in <place>.");
}

/* ---- tubes, continence, catheters, breathing ---- */

#define TUBE "gastrostomy|jejunostomy|tube feed|tube feeding|tube-fed|PEG|nasogastric|NG tube|feeding tube|enteral"

#define COMES_OUT "comes out|come out|falls out|fell out|pulled out|tube out|button out|dislodged"

/* An emergency of its own, or a sentence that says whom to ring or where to go. */
static bool
tube_out_is_known(struct ehc_check *c)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct ehc_search search = ehc_search_for(c, COMES_OUT);
	const struct ehc_line *line;

	while ((line = ehc_search_next(l, &search)) != NULL) {
		bool emergency = line->item != NULL && line->item->kind == EHC_ITEM_EMERGENCY;

		if ((emergency && line->item->nsteps > 0) || ((line->item == NULL || line->item->kind != EHC_ITEM_TASK) &&
		    ehc_says(c, line->text->str, "ring|call|hospital|cover|999|contact|nurse|A&E")))
			return true;
	}
	return false;
}

static void
tube_feeding(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "the volume of a feed", "ml|millilitre", "feed|bolus|volume|of", EHC_ANYWHERE, EHC_L_VOLUME,
		    false },
		{ EHC_ERROR, "how fast it runs", "over|rate|gravity|per hour|an hour|ml hour|pump", "#",
		    EHC_OUTSIDE_CONDITIONS, EHC_L_OVER, false },
		{ EHC_ERROR, "the flush before and after", "flush|flushes|flushed|water", "ml|millilitre",
		    EHC_IN_DAILY_CARE, EHC_L_FLUSH, true },
		{ EHC_ERROR, "how the child sits, and for how long", "upright|sits|sit|sitting|degrees|position|lying|propped",
		    NULL, EHC_IN_DAILY_CARE, EHC_L_POSITION, false },
		{ EHC_WARNING, "what to do when it is blocked", "blocked|block|blockage|will not go in|does not run", NULL,
		    EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_WARNING, "the type and size of the tube", "Fr|french|size|low-profile|balloon|mic-key|mini button", NULL,
		    EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, TUBE);
	struct ehc_gaps g = { .n = 0 };
	const struct ehc_item *feed;
	bool product = false;

	(void)self;
	if (it == NULL)
		return;
	for (EHC_EACH_ITEM(feed, c->plan, EHC_ITEM_FEED))
		product = product || feed->name.len > 0;
	ehc_gap(&g, !product && !ehc_plan_says(c, "ml of|feed called|formula"), EHC_ERROR, "which feed is given");
	ehc_gap(&g, !tube_out_is_known(c), EHC_ERROR, "what to do when the tube or button comes out");
	ehc_ask(c, it, questions, EHC_COUNT(questions), &g);
	ehc_flag_condition(c, it, &g, "feed R1: <product>\n  volume: <as prescribed>\n  over: <as prescribed>\n  flush: <as "
	    "prescribed>\n  position: <how, for how long after>\n"
	    "emergency X1: If the tube comes out\n  step 1: now - <who>: <cover the site, ring contact, go where, within what "
	    "time>");
}

#define CONTINENCE "continence|incontinence|soiling|wetting|bowel|bladder|constipation|nappy|nappies|pad change"

/* A condition, or daily care that opens with changing. */
static const struct ehc_item *
continence_of(const struct ehc_check *c)
{
	const struct ehc_item *it = ehc_condition_called(c, CONTINENCE);
	size_t start;

	if (it != NULL)
		return it;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CARE)) {
		struct ehc_str opening = ehc_sentence_of(it->text.str, 0, &start);

		if (ehc_says(c, opening, CONTINENCE "|changing|intimate care|changed") && !ehc_says(c, opening, "changing room"))
			return it;
	}
	return NULL;
}

static void
continence(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_WARNING, "the product and its size", "pad|nappy|nappies|pull-up|liner|catheter|wipes", NULL,
		    EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_WARNING, "when the child is taken or changed", "toilet|change|changed|changing|pad|nappy",
		    "am|pm|every|after each|before|after lunch|break|hour|at 7|at 8|at 9|at 10|at 11|at 12|at 13|at 14|at 15|at 1|at 2|at 3|times a day|"
		    "noon|midday", EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_WARNING, "how many staff help, and whom the child prefers",
		    "one adult|two adults|two staff|one member|female|male|same adult|prefers|key adult|by N1|N1|N2", NULL,
		    EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_WARNING, "where", "cubicle|bathroom|changing room|hygiene room|medical room|toilet next|accessible "
		    "toilet|disabled toilet", "change|changed|changing|toilet|pad|nappy|catheter|pass|empty|empties", EHC_OUTSIDE_CONDITIONS, EHC_L_NONE,
		    false },
		{ EHC_WARNING, "that the toilet is open at any time",
		    "any time|at all times|in any lesson|when she asks|when he asks|whenever|toilet card|card",
		    "toilet|leave|card", EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
	};
	const struct ehc_item *it = continence_of(c);

	(void)self;
	if (it != NULL)
		ehc_ask_all(c, it, questions, EHC_COUNT(questions),
		    "<Who>, <number and sex of staff>, changes <product and size> in <place> at <times>; "
		    "skin: <care>; parents agreed, <date>. The toilet is open to the child at any time.");
}

static void
catheter(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "the type and size of the catheter or bag", "size|Fr|CH|type|one-piece|two-piece|pouch|french",
		    NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "the times", "am|pm|every|hourly|break|lunch|before|after", "#", EHC_OUTSIDE_CONDITIONS,
		    EHC_L_NONE, false },
		{ EHC_ERROR, "who was signed off for it", "signed|competent|signed off", NULL, EHC_ANYWHERE, EHC_L_NONE,
		    false },
		{ EHC_ERROR, "the signs of an infection, and what then",
		    "infection|cloudy|smell|smells|fever|temperature|pain|blood", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c,
	    "catheter|catheterisation|stoma|colostomy|ileostomy|urostomy|mitrofanoff|vesicostomy");
	struct ehc_gaps g = { .n = 0 };

	(void)self;
	if (it == NULL)
		return;
	ehc_ask(c, it, questions, EHC_COUNT(questions), &g);
	ehc_gap(&g, c->plan->kinds[EHC_ITEM_TASK].count == 0, EHC_ERROR, "to whom the task is given");
	ehc_flag_condition(c, it, &g, "<type and size>, at <times>, by <who, signed off by whom>; signs of infection: <signs>; "
	    "then <who> rings <contact>");
}

static void
airway(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "the limits that the clinician set",
		    "litre|flow|pressure|saturation|setting|depth|l min|per cent|size", "#", EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "the spare kit, and where it is",
		    "spare|emergency kit|emergency tube|second tube|second kit|emergency box", NULL, EHC_ANYWHERE, EHC_L_NONE,
		    false },
		{ EHC_ERROR, "who is with the child, and how near",
		    "one-to-one|within|beside|at all times|stays with|in the same room|in sight", NULL, EHC_OUTSIDE_CONDITIONS,
		    EHC_L_NONE, false },
		{ EHC_ERROR, "what happens when the power or the supply fails",
		    "power|battery|batteries|mains|cylinder|power cut|generator|runs out", NULL, EHC_ANYWHERE, EHC_L_NONE,
		    false },
	};
	const struct ehc_item *it = ehc_condition_called(c,
	    "tracheostomy|oxygen|ventilator|ventilated|ventilation|CPAP|BiPAP");

	(void)self;
	if (it != NULL)
		ehc_ask_all(c, it, questions, EHC_COUNT(questions),
		    "<device and size>; limits: <as the clinician set them>; spare kit: <what>, <place>; "
		    "<who> is within <distance>; power failure: <what is done>");
}

#define BY_DIABETES EHC_BY_SOURCE("Diabetes school plan templates (Northern Ireland; NHS)")
#define BY_CONTINENCE EHC_BY_SOURCE("ERIC and Bladder & Bowel UK continence plan")

const struct ehc_rule ehc_rules_healthcare_device[] = {
	{ .id = "IHP-047", .title = "Diabetes: tests, lows, highs, ketones, insulin", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, BY_DIABETES, .run = diabetes,
	    .why = "A low is dangerous in minutes, a high with ketones in hours.",
	    .fix = "Copy what is missing from the clinic's school plan." },
	{ .id = "IHP-048", .title = "Diabetes: exercise, examinations, supplies, alarms", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, BY_DIABETES, .run = diabetes_days,
	    .why = "These are the hours in which glucose moves most.", .fix = "Say what is done, by whom, on each of these." },
	{ .id = "IHP-049", .title = "Tube feeding: feed, volume, rate, flush, position, tube out", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, EHC_BY_BELIEF, .run = tube_feeding,
	    .why = "A wrong position or rate can choke a child; a tube that is out may close within hours.",
	    .fix = "Copy what is missing from the dietitian's and the nurse's plan." },
	{ .id = "IHP-050", .title = "Continence: product, times, staff, place, open toilet", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, BY_CONTINENCE, .run = continence,
	    .why = "Privacy needs a place and a person; a good intention is not enough.",
	    .fix = "Say which product, when, how many staff and whom the child prefers, where, and that the toilet is open." },
	{ .id = "IHP-051", .title = "Catheter or stoma: type, times, sign-off, infection", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, BY_CONTINENCE, .run = catheter,
	    .why = "Infection comes quietly, and missed times do harm.", .fix = "Copy what is missing from the nurse's plan." },
	{ .id = "IHP-052", .title = "Breathing: limits, spare kit, who is near, power", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, EHC_BY_BELIEF, .run = airway,
	    .why = "There are minutes, or less, when something fails.",
	    .fix = "Copy what is missing from the hospital's plan." },
	EHC_NO_MORE_RULES
};
