/*
 * healthcare_condition.c - what a plan must state for seizures, severe allergy and asthma. Each condition is a table of
 * questions.
 */
#include "rules/healthcare_condition.h"

static bool
holds_figure(const struct ehc_check *c, struct ehc_str s)
{
	static const char numbers[] = "one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half";

	return ehc_str_has_digit(s) || ehc_says(c, s, numbers);
}

/* "10.15", "9:40": a time of day, not "4.0". */
static bool
holds_clock(struct ehc_str s)
{
	for (size_t i = 1; i + 2 < s.len; i++)
		if ((s.ptr[i] == '.' || s.ptr[i] == ':') && ehc_str_digit_at(s, i - 1) && ehc_str_digit_at(s, i + 1) && ehc_str_digit_at(s, i + 2) &&
		    !ehc_str_digit_at(s, i + 3) && (i < 3 || !ehc_str_digit_at(s, i - 3)))
			return true;
	return false;
}

/* Some stretch between commas and full stops says one of each. */
static bool
clause_says(const struct ehc_check *c, struct ehc_str s, const char *any, const char *with)
{
	size_t from = 0;

	for (size_t i = 0; i <= s.len; i++) {
		bool ends = i == s.len || s.ptr[i] == ',' || s.ptr[i] == ';' ||
		    (s.ptr[i] == '.' && (i + 1 == s.len || s.ptr[i + 1] == ' ' || s.ptr[i + 1] == '\n'));

		if (ends && ehc_says(c, ehc_str_sub(s, from, i), any) && ehc_says(c, ehc_str_sub(s, from, i), with))
			return true;
		from = ends ? i + 1 : from;
	}
	return false;
}

/* The line says one of the words that are asked for: does that answer the question? */
static bool
answers(const struct ehc_check *c, const struct ehc_question *q, const struct ehc_line *line, const struct ehc_item *condition)
{
	bool of_condition = line->item != NULL && line->item->kind == EHC_ITEM_CONDITION;

	if (q->field != EHC_L_NONE && line->label == q->field)
		return false;   /* it answers by being filled */
	if (line->label == EHC_L_SUMMARY_CARD)
		return false;   /* a copy of what the plan must say itself */
	if (line->item == NULL && line->node->parent != NULL)
		return false;   /* the head and the child block: an entrance is no kitchen */
	if ((q->where == EHC_IN_CONDITION && (line->item != condition || line->label == EHC_L_TRIGGERS)) ||
	    (q->where == EHC_OUTSIDE_CONDITIONS && of_condition) ||
	    (q->where == EHC_IN_DAILY_CARE && (of_condition || (line->item != NULL && line->item->kind == EHC_ITEM_EMERGENCY))))
		return false;
	if (q->with == NULL)
		return true;
	if (q->close)
		return clause_says(c, line->text->str, q->any, q->with);
	if (q->with[0] == '@')
		return holds_clock(line->text->str) || ehc_says(c, line->text->str, q->with + 1);
	return q->with[0] == '#' ? holds_figure(c, line->text->str) : ehc_says(c, line->text->str, q->with);
}

static bool
is_answered(const struct ehc_check *c, const struct ehc_lines *l, const struct ehc_question *q, const struct ehc_item *condition)
{
	struct ehc_search search = ehc_search_for(c, q->any);
	const struct ehc_line *line;

	for (size_t i = 0; q->field != EHC_L_NONE && i < l->all.count; i++)
		if (l->all.items[i].label == q->field && !ehc_says_nothing(l->all.items[i].text->str))
			return true;
	while ((line = ehc_search_next(l, &search)) != NULL)
		if (answers(c, q, line, condition))
			return true;
	return false;
}

void
ehc_ask(struct ehc_check *c, const struct ehc_item *condition, const struct ehc_question *questions, size_t n,
    struct ehc_gaps *g)
{
	const struct ehc_lines *l = ehc_lines_of(c);

	for (size_t i = 0; i < n; i++)
		ehc_gap(g, !is_answered(c, l, &questions[i], condition), questions[i].severity, questions[i].what);
}

void
ehc_flag_condition(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *suggestion)
{
	struct ehc_finding *f = ehc_flag_gaps(c, it, g, "For %s the plan does not state", it->id);

	if (f != NULL)
		f->suggestion = ehc_str_of(suggestion);
}

void
ehc_ask_all(struct ehc_check *c, const struct ehc_item *condition, const struct ehc_question *questions, size_t n,
    const char *suggestion)
{
	struct ehc_gaps g = { .n = 0 };

	ehc_ask(c, condition, questions, n, &g);
	ehc_flag_condition(c, condition, &g, suggestion);
}

const struct ehc_item *
ehc_condition_called(const struct ehc_check *c, const char *any)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CONDITION))
		if (it->twin == NULL && ehc_says(c, it->text.str, any))
			return it;
	return NULL;
}

/* The first medicine that the school gives and that is of this sort, or NULL. */
static const struct ehc_item *
medicine_that(struct ehc_check *c, bool (*is)(struct ehc_check *c, const struct ehc_item *medicine))
{
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c, it))
		if (is(c, it))
			return it;
	return NULL;
}

#define CALLS "999|ambulance"

/* ---- seizures ---- */

#define EPILEPSY "epilepsy|epileptic|seizure|convulsion"

/* The first dose has its minute: in what the medicine itself says, or in a step that is not about another dose. */
static bool
has_minute(struct ehc_check *c, const struct ehc_item *medicine)
{
	static const enum ehc_label fields[] = { EHC_L_WHEN, EHC_L_DOSE, EHC_L_SOURCE };

	if (ehc_says(c, medicine->text.str, "minute"))
		return true;
	for (size_t i = 0; i < EHC_COUNT(fields); i++)
		if (ehc_says(c, ehc_field_words(c, medicine, fields[i]), "minute"))
			return true;
	for (size_t i = 0; i < medicine->ngiven_in; i++) {
		const struct ehc_step *step = medicine->given_in[i];

		if (ehc_says(c, step->text.str, "minute") && !ehc_says(c, step->text.str, "second dose|second syringe|another dose|another syringe|further dose|again|repeat") &&
		    ehc_str_find_word(step->when, medicine->id) == SIZE_MAX && !ehc_says(c, step->when, "after the first|first dose|after giving|after it is given"))
			return true;
	}
	return false;
}

static void
seizures(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "what each kind of seizure looks like",
		    "stiff|stiffen|jerk|jerking|stare|stares|fall|falls|blink|blinks|twitch|twitches|limp|lips|eyes|drops",
		    NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "how long one usually lasts", "second|minute|hour", "#", EHC_IN_CONDITION, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, EPILEPSY), *rescue = medicine_that(c, ehc_is_midazolam);
	struct ehc_gaps g = { .n = 0 };

	(void)self;
	if (it == NULL)
		return;
	ehc_ask(c, it, questions, EHC_COUNT(questions), &g);
	ehc_gap(&g, rescue != NULL && !has_minute(c, rescue), EHC_ERROR,
	    "after how many minutes the rescue medicine is given");
	ehc_flag_condition(c, it, &g, "signs: <kind of seizure>: <what staff see>; it usually lasts <seconds or minutes>. The "
	    "rescue medicine is given at <minutes, as in the protocol>.");
}

static bool
says_what_if_not(const struct ehc_item *medicine)
{
	if (ehc_item_value(medicine, EHC_L_CANNOT_GIVE).node != NULL)
		return true;
	for (size_t i = 0; i < medicine->ngiven_in; i++)
		if (ehc_item_value(medicine->given_in[i]->item, EHC_L_CANNOT_GIVE).node != NULL)
			return true;
	return false;
}

static void
check_midazolam(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;
	bool repeat = ehc_field_words(c, it, EHC_L_MAXIMUM).len > 0 || ehc_field_words(c, it, EHC_L_MINIMUM_GAP).len > 0 ||
	    ehc_emergencies_say(c, it, "not give more|second dose|no second|give a second|repeat|no more|again");

	ehc_gap(&g, !has_minute(c, it), EHC_ERROR, "after how many minutes it is given");
	ehc_gap(&g, !ehc_emergencies_say(c, it, CALLS) && !ehc_medicine_says(c, it, CALLS), EHC_ERROR,
	    "when 999 is called");
	ehc_gap(&g, !repeat, EHC_WARNING, "whether a second dose is given");
	ehc_gap(&g, !ehc_medicine_says(c, it, "breath|breathe|breathing|blue") &&
	    !ehc_emergencies_say(c, it, "breath|breathing|blue|breathe"), EHC_WARNING,
	    "what to do when breathing is a concern");
	ehc_gap(&g, !says_what_if_not(it) && !ehc_emergencies_say(c, it, "cannot be given|cannot give"), EHC_WARNING,
	    "what to do when it cannot be given");
	if ((f = ehc_flag_gaps(c, it, &g, "%.*s does not state", EHC_ARG(ehc_item_Called(c->arena, it)))) == NULL)
		return;
	f->cause = it;
	ehc_finding_help(c, f, "Ask the clinician who wrote the protocol; write nothing here that it does not say.");
	ehc_finding_suggest(c, f, "step <number>: at <minutes> minutes - <who>: give %s\nstep <number>: at <minutes> minutes - "
	    "<who>: call 999\nif %s cannot be given: <as in the protocol>",
	    it->id, it->id);
}

static void
midazolam(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c, it))
		if (ehc_is_midazolam(c, it))
			check_midazolam(c, it);
}

static void
recovery(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_WARNING, "how the child is laid", "on her side|on his side|on their side|on the side|recovery position",
		    NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_WARNING, "that breathing is watched", "breath|breathing|breathe|blue|lips|colour", NULL,
		    EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_WARNING, "who stays with the child", "stay|stays|beside|remain|remains", NULL, EHC_ANYWHERE, EHC_L_NONE,
		    false },
		{ EHC_WARNING, "that the time is written down",
		    "note the time|notes the time|time it|writes|write down|record|records|times it|start and end", NULL,
		    EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, EPILEPSY);

	(void)self;
	if (it != NULL)
		ehc_ask_all(c, it, questions, EHC_COUNT(questions),
		    "step <number>: when it stops - <who>: lay the child on one side\nstep <number>: until "
		    "<sign> - <who>: watch the breathing\nthen: <who> stays; <who> writes down <what>.");
}

/* ---- severe allergy ---- */

static const struct ehc_item *
severe_allergy(struct ehc_check *c)
{
	const struct ehc_item *it = ehc_condition_called(c,
	    "anaphylaxis|anaphylactic|severe allergy|severe allergies|severe allergic reaction");

	if (it == NULL && medicine_that(c, ehc_is_adrenaline) != NULL)
		it = ehc_condition_called(c, "allergy|allergies|allergic");
	return it;
}

/* "Do not: stand her up or walk her to the office". */
static bool
forbids_walking(struct ehc_check *c)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct ehc_search search = ehc_search_for(c, "stand|walk");
	const struct ehc_line *line;

	while ((line = ehc_search_next(l, &search)) != NULL)
		if (line->label == EHC_L_DO_NOT)
			return true;
	return false;
}

/* After how many minutes the second follows: said of the device, in its emergency, or in a line that names it; not of another medicine. */
static bool
says_second_dose(struct ehc_check *c, const struct ehc_item *device)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct ehc_search search = ehc_search_for(c, "second|another|again|repeat");
	const struct ehc_line *line;

	while ((line = ehc_search_next(l, &search)) != NULL) {
		const struct ehc_item *of = line->item;

		if (line->label == EHC_L_SUMMARY_CARD || !ehc_says(c, line->text->str, "minute") || (of != NULL && of->kind == EHC_ITEM_CONDITION))
			continue;
		if (of != NULL && of->kind == EHC_ITEM_MEDICINE ? device == NULL || of == device :
		    (of != NULL && of->kind == EHC_ITEM_EMERGENCY) || ehc_says(c, line->text->str, "pen|device|adrenaline|injector|epipen|jext|emerade|AAI"))
			return true;
	}
	return false;
}

/* "One in the classroom", and not "one in her bag, one in the office". */
static bool
keeps_only_one(const struct ehc_check *c, const struct ehc_item *device)
{
	struct ehc_str kept = ehc_field_words(c, device, EHC_L_KEPT);
	size_t len, at = ehc_says_at(c, kept, "one|1|a single", &len);

	return at != SIZE_MAX && !ehc_says(c, ehc_str_sub(kept, at + len, kept.len), "one|1|two|both|second|another|other|spare");
}

static void
auto_injector(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "two devices, both at hand",
		    "second kit|two pens|both pens|two devices|both devices|second device|second pen|two auto-injectors|second "
		    "auto-injector|two injectors|"
		    "both auto-injectors|spare pen with", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "that the child lies down", "lie|lies|lay|lying|flat|legs raised|sit on the floor", NULL,
		    EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "that the child must not stand or walk",
		    "not stand|not walk|not get up|no standing|stand up|sit up suddenly|not be moved", NULL, EHC_ANYWHERE,
		    EHC_L_NONE, false },
	};
	const struct ehc_item *it = medicine_that(c, ehc_is_adrenaline), *allergy = severe_allergy(c);
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;
	bool has_second;

	(void)self;
	if (it == NULL && (allergy == NULL || !ehc_says(c, allergy->text.str, "anaphylaxis|anaphylactic")))
		return;
	if (it == NULL)
		ehc_gap(&g, true, EHC_ERROR, "which adrenaline device is kept for the child, or that none is prescribed");
	else
		ehc_gap(&g, ehc_field_words(c, it, EHC_L_PRODUCT).len == 0 &&
		    !ehc_medicine_says(c, it, "epipen|jext|emerade|neffy|eurneffy"), EHC_ERROR, "the brand of the device");
	/* The first question is answered by `second kit:`, the last by a `do not:`. */
	has_second = it != NULL && ehc_item_value(it, EHC_L_SECOND_KIT).node != NULL;
	ehc_ask(c, allergy, questions + has_second, EHC_COUNT(questions) - has_second - forbids_walking(c), &g);
	ehc_gap(&g, !says_second_dose(c, it), EHC_ERROR, "when a second dose is given");
	ehc_gap(&g, it != NULL && !ehc_item_value(it, EHC_L_SECOND_KIT).node && keeps_only_one(c, it), EHC_ERROR, "where the second device is");
	/* What is said of another emergency, an asthma attack, does not call anybody here. */
	ehc_gap(&g, it == NULL ? !ehc_plan_says(c, CALLS) : !ehc_emergencies_say(c, it, CALLS) && !ehc_medicine_says(c, it, CALLS), EHC_ERROR, "that 999 is called");
	f = ehc_flag_gaps(c, it != NULL ? it : allergy, &g, "For the adrenaline device the plan does not state");
	if (f != NULL)
		ehc_finding_suggest(c, f, "product: <brand>\nsecond kit: <place>\nstep <number>: now - <who>: <lay the child "
		    "down; no standing, no walking>\n"
		    "step <number>: at <minutes> minutes, if <sign> - <who>: give the second device");
}

static void
spare_device(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_WARNING, "consent to the school's spare device",
		    "spare|school's own pen|school's pen|school's emergency|school's auto-injector",
		    "consent|agree|agrees|agreed|may be used|" EHC_FAMILY, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_WARNING, "the school's allergy policy",
		    "allergy policy|allergy safety policy|allergies policy|policy on allergy|policy on allergies", NULL,
		    EHC_ANYWHERE, EHC_L_ALLERGY_POLICY, false },
	};
	const struct ehc_item *it = severe_allergy(c);
	struct ehc_gaps g = { .n = 0 };

	if (it == NULL)
		return;
	ehc_ask(c, it, questions, EHC_COUNT(questions), &g);
	g.worst = g.n > 0 ? self->severity : g.worst;
	ehc_flag_condition(c, it, &g, "consent: parents, <date>, also to the school's spare device\nappendix 1: the school's "
	    "allergy policy, <date>");
}

static bool
is_antihistamine(struct ehc_check *c, const struct ehc_item *it)
{
	(void)c;
	return it->kind == EHC_ITEM_MEDICINE && ehc_says(c, it->text.str,
	    "antihistamine|cetirizine|chlorphenamine|piriton|loratadine|fexofenadine|zirtek|piriteze");
}

static void
antihistamine(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *allergy = severe_allergy(c), *it = medicine_that(c, is_antihistamine);
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;

	(void)self;
	if (allergy == NULL || (it == NULL && ehc_plan_says(c,
	    "antihistamine|cetirizine|chlorphenamine|piriton|loratadine|fexofenadine")))
		return;
	if (it == NULL) {
		ehc_gap(&g, true, EHC_WARNING, "what is given for a mild reaction, or that nothing is");
		ehc_flag_condition(c, allergy, &g, "medicine R1: <antihistamine, as prescribed>");
		return;
	}
	ehc_gap(&g, !ehc_medicine_says(c, it, "cetirizine|chlorphenamine|piriton|loratadine|fexofenadine|zirtek|piriteze") &&
	    ehc_field_words(c, it, EHC_L_PRODUCT).len == 0, EHC_WARNING,
	    "which antihistamine it is");
	ehc_gap(&g, !ehc_medicine_says(c, it, "vomit|vomits|sick|brings it up"), EHC_WARNING,
	    "what to do when the child is sick after it");
	if ((f = ehc_flag_gaps(c, it, &g, "%.*s does not state", EHC_ARG(ehc_item_Called(c->arena, it)))) != NULL)
		ehc_finding_suggest(c, f, "product: <as on the box>\nnote for staff, from the allergy plan: <again or not, "
		    "when the child is sick within <minutes> minutes>");
}

static void
kitchen(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_WARNING, "what the kitchen knows and does",
		    "kitchen|catering|caterer|cook|menu|canteen|lunch supplier|lunchbox", NULL, EHC_ANYWHERE, EHC_L_NONE,
		    false },
	};
	const struct ehc_item *it = severe_allergy(c);

	(void)self;
	if (it != NULL && ehc_says(c, it->text.str, "food|nut|peanut|milk|egg|fish|sesame|wheat|soya|shellfish|fruit|kiwi|pulse|"
	    "lentil"))
		ehc_ask_all(c, it, questions, EHC_COUNT(questions),
		    "staff to know: the kitchen, which <checks each menu and label>, told by <role>, <date>");
}

/* ---- asthma ---- */

/* Its emergencies call 999 themselves, where it has any: what another emergency says is not read in an attack. */
static bool
own_steps_call(struct ehc_check *c, const struct ehc_item *condition)
{
	bool any = false;

	for (size_t i = 0; i < condition->in.count; i++) {
		const struct ehc_item *from = condition->in.items[i]->from;

		if (from->kind != EHC_ITEM_EMERGENCY || from->twin != NULL)
			continue;
		if (ehc_item_says(c, from, "999|ambulance") != NULL)
			return true;
		any = true;
	}
	return !any;
}

static void
asthma(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_ERROR, "the reliever inhaler", "reliever|salbutamol|ventolin|blue inhaler|terbutaline|bricanyl|"
		    "combination inhaler", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "how many puffs", "puff|dose|inhalation", "#", EHC_OUTSIDE_CONDITIONS, EHC_L_NONE, false },
		{ EHC_ERROR, "whether a spacer is used", "spacer|aerochamber|volumatic|turbohaler|accuhaler|dry powder", NULL,
		    EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "the signs of a severe attack",
		    "blue|grey|words in one breath|cannot speak|cannot talk|cannot finish|too breathless|exhausted|skin pulls|"
		    "cannot say|unable to speak|unable to talk", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_ERROR, "when 999 is called", "999|ambulance", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, "asthma|asthmatic");
	struct ehc_gaps g = { .n = 0 };

	(void)self;
	if (it == NULL)
		return;
	ehc_ask(c, it, questions, EHC_COUNT(questions), &g);
	ehc_gap(&g, ehc_plan_says(c, "999|ambulance") && !own_steps_call(c, it), EHC_ERROR, "when 999 is called in an attack (only another emergency says it)");
	ehc_flag_condition(c, it, &g, "step <number>: <when> - <who>: give <puffs, as in the action plan> of <inhaler> through "
	    "<spacer>\nstep <number>: if <sign of a severe attack> - <who>: call 999");
}

static void
emergency_inhaler(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct ehc_question questions[] = {
		{ EHC_WARNING, "whether the school's emergency inhaler may be used",
		    "emergency inhaler|emergency salbutamol|school's inhaler|school's emergency|spare inhaler|school's "
		    "salbutamol", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
		{ EHC_WARNING, "that the child is on the asthma register", "register", NULL, EHC_ANYWHERE, EHC_L_NONE, false },
	};
	const struct ehc_item *it = ehc_condition_called(c, "asthma|asthmatic");

	(void)self;
	if (it != NULL)
		ehc_ask_all(c, it, questions, EHC_COUNT(questions),
		    "consent: parents, <date>, also to the school's emergency inhaler; the child is on the "
		    "asthma register in <place>");
}

#define BY_ALLERGY EHC_BY_SOURCE("BSACI allergy action plans")
#define BY_SEIZURES EHC_BY_SOURCE("Young Epilepsy guide for schools, emergency medication")
#define BY_INHALERS EHC_BY_SOURCE("Guidance on the use of emergency salbutamol inhalers in schools (2015)")

const struct ehc_rule ehc_rules_healthcare_condition[] = {
	{ .id = "IHP-033", .title = "Severe allergy: policy, and consent to the spare device", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, .after = "IHP-058", BY_ALLERGY, .run = spare_device,
	    .why = "A device that nobody may use helps no child.",
	    .fix = "Record the consent to the school's spare device, and name the school's allergy policy." },
	{ .id = "IHP-035", .title = "Adrenaline: brand, two devices, second dose, 999, lying down", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, BY_ALLERGY, .run = auto_injector,
	    .why = "Devices differ in how they are used, and the first minutes decide.",
	    .fix = "Copy what is missing from the child's allergy plan." },
	{ .id = "IHP-038", .title = "Antihistamine: which, and what if the child is sick", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, BY_ALLERGY, .run = antihistamine,
	    .why = "Staff must not look for a bottle with another name on it.",
	    .fix = "Name the product as on the box, and copy from the allergy plan what to do when the child is sick." },
	{ .id = "IHP-039", .title = "Food allergy: the kitchen knows", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, BY_ALLERGY,
	    .run = kitchen,
	    .why = "The meal is where it is most likely to go wrong.",
	    .fix = "Say what the kitchen was told, by whom, and what it does." },
	{ .id = "IHP-040", .title = "Seizures: what they look like, how long, when rescue medicine", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, BY_SEIZURES, .run = seizures,
	    .why = "Staff must tell the usual seizure from the one that needs help.",
	    .fix = "Describe each kind, its usual length, and the minute at which the protocol says to act." },
	{ .id = "IHP-041", .title = "Midazolam: minute, 999, repeat, breathing, and if it cannot be given",
	    .severity = EHC_ERROR, EHC_CONDITION_RULE, .after = "IHP-040", BY_SEIZURES, .run = midazolam,
	    .why = "Whoever gives it has seconds to read.",
	    .fix = "Copy what is missing from the protocol; where it is silent, ask the clinician." },
	{ .id = "IHP-043", .title = "After a seizure: position, breathing, who stays, the time", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, BY_SEIZURES, .run = recovery,
	    .why = "Most of the danger that is left is in the minutes after it.",
	    .fix = "Say how the child is laid, that breathing is watched, who stays, and what is written down." },
	{ .id = "IHP-044", .title = "Asthma: reliever, puffs, spacer, severe signs, 999", .severity = EHC_ERROR,
	    EHC_CONDITION_RULE, BY_INHALERS, .run = asthma,
	    .why = "An attack can grow worse while somebody looks for the plan.",
	    .fix = "Copy what is missing from the asthma action plan." },
	{ .id = "IHP-045", .title = "Asthma: the school's emergency inhaler and the register", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, BY_INHALERS, .run = emergency_inhaler,
	    .why = "The school's inhaler may be used only for children whose parents agreed.",
	    .fix = "Record the consent, and that the child is on the register." },
	{ .id = "IHP-058", .title = "Severe allergy: policy, and consent to the spare device (2026 pack)",
	    .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_HEALTH_PLAN, .pack = "med-2026", EHC_BY_BELIEF, .run = spare_device,
	    .why = "A device that nobody may use helps no child.",
	    .fix = "Record the consent to the school's spare device, and name the school's allergy policy." },
	EHC_NO_MORE_RULES
};
