/*
 * healthcare_emergency.c - emergencies and what no plan should ask: signs and steps that can be followed by somebody who has
 * never seen the child ill, nobody who alone holds the plan up, and no child kept from school or trips.
 */
#include "rules/healthcare.h"

static bool
names_kind(const struct ehc_item *it, enum ehc_item_kind kind)
{
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == EHC_REL_NAMES && it->out.items[i]->to != NULL &&
		    it->out.items[i]->to->kind == kind)
			return true;
	return false;
}

/* ---- IHP-020: how staff know it, what they do, whom they call ---- */

/* "a reaction", "she is unwell": a name for it, no sign of it. */
static bool
is_bare_sign(const struct ehc_check *c, struct ehc_str s)
{
	return (ehc_str_words(s) <= 4 && ehc_says(c, s, "bad|serious|significant")) || (ehc_str_words(s) <= 3 && ehc_says(c, s, "reaction|attack|seizure|fit|unwell|ill|poorly|emergency|symptom|episode|"
	    "hypo|hyper")) || (ehc_str_words(s) <= 5 && ehc_says(c, s, "gets worse|getting worse|is worse|becomes worse|looks unwell|is unwell|becomes unwell|"
	    "is not well|looks ill|deteriorates|is not right|is distressed"));
}

static const struct ehc_value *
sign_of(const struct ehc_check *c, const struct ehc_item *emergency, struct ehc_value *bare)
{
	*bare = (struct ehc_value){ .node = NULL };
	for (const struct ehc_node *f = emergency->node->fields; f != NULL; f = f->next) {
		if (f->kind != EHC_NODE_FIELD || f->label != EHC_L_SIGN)
			continue;
		*bare = ehc_value_of(f);
		if (!is_bare_sign(c, bare->text.str))
			return bare;
	}
	return NULL;
}

static bool
signs_are_known(const struct ehc_check *c, const struct ehc_item *emergency, struct ehc_value *bare)
{
	if (sign_of(c, emergency, bare) != NULL)
		return true;
	if (ehc_str_starts_nocase(emergency->text.str, "if ") || ehc_str_starts_nocase(emergency->text.str, "when "))
		return true;
	for (size_t i = 0; i < emergency->out.count; i++)
		if (emergency->out.items[i]->relation == EHC_REL_FOR &&
		    ehc_field_words(c, emergency->out.items[i]->to, EHC_L_SIGNS).len > 0)
			return true;
	return ehc_str_words(emergency->text.str) > 8;
}

/* The medicine that the emergency turns on, where the plan does not say what happens when it cannot be given; NULL where it does. */
static const struct ehc_item *
not_provided_for(struct ehc_check *c, const struct ehc_item *emergency)
{
	if (ehc_item_value(emergency, EHC_L_CANNOT_GIVE).node != NULL ||
	    ehc_item_says(c, emergency, "cannot be given|cannot give|cannot be used|does not work|neither") != NULL)
		return NULL;
	for (size_t i = 0; i < emergency->out.count; i++) {
		const struct ehc_link *link = emergency->out.items[i];

		if (link->relation == EHC_REL_NAMES && ehc_is_adrenaline(c, link->to))
			return NULL;    /* the emergency turns on that, whatever else is given */
	}
	for (size_t i = 0; i < emergency->out.count; i++) {
		const struct ehc_link *link = emergency->out.items[i];

		if (link->relation == EHC_REL_NAMES && link->to->kind == EHC_ITEM_MEDICINE &&
		    ehc_says(c, link->to->text.str, "glucagon|diazepam|salbutamol|reliever|hydrocortisone") &&
		    ehc_item_value(link->to, EHC_L_CANNOT_GIVE).node == NULL)
			return link->to;
	}
	return NULL;
}

/* The condition has signs, and the emergency only names for one: staff do not know which of them is meant here. */
static void
only_bare_signs(struct ehc_check *c, const struct ehc_item *emergency, const struct ehc_value *bare)
{
	struct ehc_finding *f = ehc_flag_words(c, emergency, bare->text.span, "\"%.*s\": staff cannot see that; which sign do they act on?",
	    EHC_ARG(ehc_one_line(c->arena, bare->text.str)));

	f->severity = EHC_WARNING;
	ehc_finding_suggest(c, f, "sign: <what staff see, or a figure that they read>");
}

/* What is done in it says so: its name, its steps and what follows; a letter that it rests on calls nobody. */
static bool
acts_say(const struct ehc_check *c, const struct ehc_item *emergency, const char *any)
{
	if (ehc_says(c, emergency->text.str, any))
		return true;
	for (const struct ehc_node *f = emergency->node->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD && (f->label == EHC_L_STEP || f->label == EHC_L_THEN || f->label == EHC_L_CANNOT_GIVE) && ehc_says(c, f->text.str, any))
			return true;
	return false;
}

#define HELP "999|ambulance|paramedic|hospital|A&E|emergency department|111|nurse|doctor|consultant|ward|clinic|clinical|GP|on call|team"

/* Two emergencies of one illness; of two illnesses, what one says is no answer to the other. */
static bool
are_of_one_condition(const struct ehc_item *a, const struct ehc_item *b)
{
	bool tied = false;

	for (size_t i = 0; i < a->out.count; i++) {
		if (a->out.items[i]->relation != EHC_REL_FOR)
			continue;
		tied = true;
		for (size_t k = 0; k < b->out.count; k++)
			if (b->out.items[k]->relation == EHC_REL_FOR && b->out.items[k]->to == a->out.items[i]->to)
				return true;
	}
	return !tied;
}

/* 999 or somebody who treats the child, or another emergency begins. */
static bool
comes_to_help(struct ehc_check *c, const struct ehc_item *emergency)
{
	const struct ehc_item *other;

	if (acts_say(c, emergency, HELP))
		return true;
	for (size_t i = 0; i < emergency->out.count; i++) {
		const struct ehc_link *l = emergency->out.items[i];

		if (l->relation == EHC_REL_NAMES && l->to != NULL && l->to->kind == EHC_ITEM_CONTACT && ehc_is_clinician(c, l->to->text.str))
			return true;
	}
	for (EHC_EACH_ITEM(other, c->plan, EHC_ITEM_EMERGENCY))
		if (other != emergency && other_n < EHC_PEOPLE_MOST && are_of_one_condition(emergency, other) && acts_say(c, emergency, other->id))
			return true;
	return false;
}

/* Another emergency of the same condition does. */
static bool
another_calls(const struct ehc_check *c, const struct ehc_item *emergency)
{
	for (size_t i = 0; i < emergency->out.count; i++) {
		const struct ehc_item *condition = emergency->out.items[i]->relation == EHC_REL_FOR ? emergency->out.items[i]->to : NULL;

		for (size_t k = 0; condition != NULL && k < condition->in.count; k++) {
			const struct ehc_item *other = condition->in.items[k]->from;

			if (other != emergency && other->kind == EHC_ITEM_EMERGENCY && other->twin == NULL && acts_say(c, other, "999|ambulance"))
				return true;
		}
	}
	return false;
}

/* Nobody is called, or only the family, who can do no more than the staff. */
static void
ask_who_is_called(struct ehc_check *c, const struct ehc_item *emergency, struct ehc_gaps *g)
{
	bool anybody = acts_say(c, emergency, "ring|rung|call|phone|contact|tell|told|text") || comes_to_help(c, emergency);

	ehc_gap(g, !anybody, EHC_ERROR, "who is called, and when");
	if (anybody && emergency->nsteps > 0 && !comes_to_help(c, emergency))
		ehc_gap(g, true, another_calls(c, emergency) ? EHC_WARNING : EHC_ERROR, "when 999 or a clinician is called");
}

/* Only what is missing is offered. */
static void
suggest_parts(struct ehc_check *c, struct ehc_finding *f, const struct ehc_item *emergency, bool signs, bool help, const struct ehc_item *medicine)
{
	struct ehc_str last = medicine == NULL ? EHC_NOSTR : ehc_arena_printf(c->arena, "if %s cannot be given: <what then>", medicine->id);

	ehc_finding_suggest(c, f, "%s%s%s%.*s", signs ? "" : "sign: <what staff see>\n", emergency->nsteps > 0 ? "" : "step 1: <when> - <who>: <one act>\n",
	    help ? "" : "step <number>: at <minutes> minutes, or if <sign> - <who>: call 999, say \"<words>\"\n", EHC_ARG(last));
	f->suggestion = ehc_str_trim(f->suggestion);
	if (!help)
		ehc_finding_help(c, f, "Say at which minute or sign 999 is called, or which nurse or ward, and who calls. Where another emergency of this illness takes over, name it.");
}

static void
check_emergency(struct ehc_check *c, const struct ehc_item *it)
{
	const struct ehc_item *medicine = not_provided_for(c, it);
	struct ehc_value bare;
	struct ehc_gaps g = { .n = 0 };
	bool signs = signs_are_known(c, it, &bare);
	struct ehc_finding *f;

	ehc_gap(&g, !signs, EHC_ERROR, "the signs by which staff know it");
	if (signs && bare.node != NULL && is_bare_sign(c, bare.text.str))
		only_bare_signs(c, it, &bare);
	ehc_gap(&g, it->nsteps == 0, EHC_ERROR, "the steps");
	ask_who_is_called(c, it, &g);
	if (medicine != NULL)
		ehc_gap(&g, true, EHC_WARNING, ehc_arena_cstr(c->arena, ehc_arena_printf(c->arena, "what to do when %s cannot be given", medicine->id)));
	if ((f = ehc_flag_gaps(c, it, &g, "%.*s does not state", EHC_ARG(ehc_item_Called(c->arena, it)))) == NULL)
		return;
	f->cause = it;
	if (bare.node != NULL && g.worst == EHC_ERROR)
		ehc_finding_relate(c->out, f, bare.text.span, EHC_STR("a name for it, not a sign that staff can see"));
	suggest_parts(c, f, it, signs, comes_to_help(c, it), medicine);
}

static void
emergency_is_whole(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_EMERGENCY))
		if (it->twin == NULL)
			check_emergency(c, it);
}

/* ---- IHP-021: one act a step ---- */

#define ACTS "give|take|lay|sit|call|ring|get|wait|walk|hold|note|move|cushion|fetch|stay|keep|check|tell|stop|clamp|cover|save|go|flush|remove|open|put|time|look|send|use|press|" \
	"count|watch|write|lift|loosen|bring|phone|administer|inject|help"
#define MANY_ACTS 3     /* of which one gives a medicine */

/* Verbs that open a clause: at the start, or behind a comma, "and" or "then". */
static size_t
count_acts(const struct ehc_check *c, struct ehc_str s)
{
	size_t n = 0, len, from = 0, at;

	while (from < s.len && (at = ehc_says_at(c, ehc_str_sub(s, from, s.len), ACTS, &len)) != SIZE_MAX) {
		struct ehc_str before = ehc_str_trim(ehc_str_sub(s, 0, from + at));

		n += before.len == 0 || before.ptr[before.len - 1] == ',' || ehc_str_ends_nocase(before, " and") ||
		    ehc_str_ends_nocase(before, "then");
		from += at + len;
	}
	return n;
}

static bool
step_gives_medicine(const struct ehc_check *c, struct ehc_str act)
{
	return ehc_says(c, act, "inject|administer|puff|pen|inhaler") ||
	    (ehc_says(c, act, "give") && !ehc_says(c, act, "give nothing|nothing by mouth|not give|give no"));
}

static bool
nobody_and_never(const struct ehc_check *c, const struct ehc_item *emergency)
{
	if (names_kind(emergency, EHC_ITEM_STAFF))
		return false;
	for (size_t i = 0; i < emergency->nsteps; i++) {
		const struct ehc_step *s = &emergency->steps[i];

		if (s->who.len > 0 || s->when.len > 0 ||
		    ehc_says(c, s->text.str, "adult|teacher|assistant|minute|second|at once|immediately"))
			return false;
	}
	return emergency->nsteps > 0;
}

static void
steps_can_be_followed(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_EMERGENCY)) {
		if (nobody_and_never(c, it)) {
			struct ehc_finding *f = ehc_flag_words(c, it, ehc_sentence_span(&it->steps[0].text, 0, 60),
			    "No step of %s says who does it, or when.", it->id);

			ehc_finding_suggest(c, f, "step 1: <when> - <who>: <one act>");
		}
		for (size_t i = 0; i < it->nsteps; i++) {
			const struct ehc_step *s = &it->steps[i];
			struct ehc_finding *f;
			size_t acts;

			if (!step_gives_medicine(c, s->act) || ehc_str_find_nocase(s->act, ";") != SIZE_MAX)
				continue;
			acts = count_acts(c, s->act);
			if (acts < MANY_ACTS)
				continue;
			f = ehc_flag_words(c, it, ehc_sentence_span(&s->text, 0, 80),
			    "This step gives a medicine among %zu acts in one sentence.", acts);
			ehc_finding_suggest(c, f, "step <number>: <when> - <who>: <one act>\nstep <number>: <when> - <who>: "
			    "give <medicine>");
		}
	}
}

/* ---- IHP-022: one person alone ---- */

struct alone {
	const struct ehc_item *staff;
	const struct ehc_line *best;    /* the place that matters most: where this person gives something */
	size_t at;                      /* of the name in it */
	size_t places;
};

#define HANDS_ON "give|gives|feed|inject|injects|administer|suction|change|flush|catheterise"

/* By which others call the person: "Val" of "Val Example"; not the "Mrs" of "Mrs Example". */
static bool
is_first_name(const struct ehc_check *c, struct ehc_str s)
{
	return !ehc_says(c, s, "Mr|Mrs|Miss|Mx|Dr|the|head|class|teacher");
}

/* Where the person stands in the line, or SIZE_MAX; a first name counts with its capital alone. */
static size_t
named_at(const struct ehc_check *c, struct ehc_str s, const struct ehc_item *staff, size_t *len)
{
	struct ehc_str first = ehc_str_sub(staff->name, 0, ehc_str_find_nocase(staff->name, " "));
	size_t at = ehc_str_find_word(s, staff->id);

	*len = ehc_str_of(staff->id).len;
	if (at == SIZE_MAX && staff->name.len > 2) {
		at = ehc_str_find_word(s, ehc_arena_cstr(c->plan->arena, staff->name));
		*len = staff->name.len;
	}
	if (at == SIZE_MAX && first.len >= 3) {
		at = ehc_str_find_word(s, ehc_arena_cstr(c->plan->arena, first));
		*len = first.len;
		if (at != SIZE_MAX && (!ehc_str_eq(ehc_str_sub(s, at, at + first.len), first) || !is_first_name(c, first)))
			at = SIZE_MAX;
	}
	return at;
}

/* "N1 or the teacher", "the nurse or N1", "N1 and N2": not alone. */
static bool
has_company(const struct ehc_check *c, struct ehc_str s, size_t at, size_t len)
{
	struct ehc_str before = ehc_str_trim(ehc_str_sub(s, 0, at)), after = ehc_str_trim(ehc_str_sub(s, at + len, s.len));

	return ehc_str_ends_nocase(before, " or") || ehc_str_ends_nocase(before, " and") ||
	    ehc_str_starts_nocase(after, "or ") || ehc_str_starts_nocase(after, "and ") ||
	    ehc_says(c, ehc_words_behind(after, 0, 40), "or another|or any other");
}

static size_t
count_named(const struct ehc_check *c, struct ehc_str s)
{
	const struct ehc_item *it;
	size_t n = 0, len;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF))
		n += it_n < EHC_PEOPLE_MOST && named_at(c, s, it, &len) != SIZE_MAX;
	return n;
}

static size_t
first_named(const struct ehc_check *c, struct ehc_str s)
{
	const struct ehc_item *it;
	size_t first = SIZE_MAX, len;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		size_t at = it_n < EHC_PEOPLE_MOST ? named_at(c, s, it, &len) : SIZE_MAX;

		first = at < first ? at : first;
	}
	return first;
}

/* Somebody whose training is in date steps in. */
static bool
is_covered(const struct ehc_check *c, const struct ehc_item *it, const struct ehc_item *staff)
{
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == EHC_REL_COVER && it->out.items[i]->to != NULL &&
		    it->out.items[i]->to != staff && !ehc_has_lapsed(c, it->out.items[i]->to))
			return true;
	for (size_t i = 0; i < staff->in.count; i++)
		if (staff->in.items[i]->relation == EHC_REL_COVERS && !ehc_has_lapsed(c, staff->in.items[i]->from))
			return true;
	return false;
}

static void
note_alone(struct ehc_check *c, struct alone *a, const struct ehc_line *line)
{
	struct ehc_str s = line->text->str, sentence;
	size_t len, start, at = named_at(c, s, a->staff, &len);

	if (at == SIZE_MAX || is_covered(c, line->item, a->staff))
		return;
	sentence = ehc_sentence_of(s, at, &start);
	if (has_company(c, s, at, len) || count_named(c, sentence) > 1)
		return;
	a->places++;
	if (a->best == NULL && ehc_says(c, ehc_str_sub(sentence, at - start, sentence.len), HANDS_ON)) {
		a->best = line;
		a->at = at;
	}
}

static void
one_person(struct ehc_check *c, const struct ehc_item *staff)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	struct alone a = { .staff = staff };
	struct ehc_str sentence;
	struct ehc_finding *f;
	size_t start;

	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		if (it->kind != EHC_ITEM_CARE && it->kind != EHC_ITEM_EMERGENCY)
			continue;
		for (size_t i = l->first[it->nth]; i < l->first[it->nth + 1]; i++)
			if (l->all.items[i].item == it && l->all.items[i].label == (it->kind == EHC_ITEM_CARE ? EHC_L_CARE : EHC_L_STEP))
				note_alone(c, &a, &l->all.items[i]);
	}
	if (a.best == NULL)
		return;
	sentence = ehc_sentence_of(a.best->text->str, a.at, &start);
	f = ehc_flag_words(c, a.best->item, ehc_part_of_line(a.best->text, a.at, start + sentence.len - a.at),
	    "%.*s rests on %s alone: nobody whose training is in date steps in.",
	    EHC_ARG(ehc_item_Called(c->arena, a.best->item)), staff->id);
	if (a.places > 1)
		ehc_finding_relate(c->out, f, staff->span,
		    ehc_arena_printf(c->arena, "%zu places of this plan rest on this person", a.places));
	ehc_finding_suggest(c, f, "<%s>, or <second trained person> when <%s> is away", staff->id, staff->id);
}

/* Trained for the task in which the medicine is given, and named nowhere as one who gives it. */
static bool
is_left_out(const struct ehc_item *staff, const struct ehc_item *task, const struct ehc_item *emergency)
{
	for (size_t i = 0; i < staff->in.count; i++) {
		const struct ehc_link *l = staff->in.items[i];

		if (l->from == task || (l->from == emergency && (l->relation == EHC_REL_NAMES || l->relation == EHC_REL_COVER)))
			return false;
	}
	for (size_t i = 0; i < staff->out.count; i++)
		if (staff->out.items[i]->relation == EHC_REL_COVERS)
			return false;
	return true;
}

static void
trained_but_not_named(struct ehc_check *c, const struct ehc_item *task, const struct ehc_item *medicine,
    const struct ehc_step *step)
{
	size_t at = first_named(c, step->text.str);

	if (at == SIZE_MAX)
		return;
	for (size_t i = 0; i < task->in.count; i++) {
		const struct ehc_link *l = task->in.items[i];
		struct ehc_finding *f;

		if (l->relation != EHC_REL_TRAINED_FOR || !is_left_out(l->from, task, step->item))
			continue;
		f = ehc_flag_words(c, step->item, ehc_part_of_line(&step->text, at, step->text.str.len - at),
		    "%s is trained for %s too, but this step does not let them give %s.",
		    l->from->id, task->id, medicine->id);
		ehc_finding_suggest(c, f, "step %.*s: <when> - <those named>, or %s when they are away: give %s",
		    EHC_ARG(step->number), l->from->id, medicine->id);
		ehc_finding_relate(c->out, f, l->from->span, EHC_STR("trained, and named in no step"));
		return;
	}
}

static const struct ehc_step *
step_with_people(const struct ehc_check *c, const struct ehc_item *medicine)
{
	for (size_t i = 0; i < medicine->ngiven_in; i++)
		if (first_named(c, medicine->given_in[i]->text.str) != SIZE_MAX)
			return medicine->given_in[i];
	return NULL;
}

static void
relies_on_one(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF))
		if (it_n < EHC_PEOPLE_MOST && it->twin == NULL)
			one_person(c, it);
	for (const struct ehc_item *m = ehc_school_medicine(c, NULL); m != NULL; m = ehc_school_medicine(c, m)) {
		const struct ehc_step *step = ehc_is_rescue(c, m) ? step_with_people(c, m) : NULL;

		for (size_t i = 0; step != NULL && i < m->in.count; i++)
			if (m->in.items[i]->relation == EHC_REL_USES)
				trained_but_not_named(c, m->in.items[i]->from, m, step);
	}
}

/* ---- IHP-031: what no plan should ask ---- */

#define STAYS "<who> stays with the child in <room> for <minutes> minutes; back to class when <sign>; collected only at <sign, as in the letter>"
#define IN_SCHOOL "<N1 or N2> <does it>, <when>; <N3> when either is away"
#define ON_TRIPS "trips: <N1 or N2> goes on every trip with <kit>; <who> when both are away"
#define COSTS_NOTHING "learning: Absence because of the illness is coded as illness and costs no reward."
#define WHEN_NEEDED "<The child> eats, drinks and goes to the toilet whenever it is needed, with <a card>."

/* Of whom the sentence must speak, since the same words may be right of somebody else. */
enum of_whom { ANYBODY, FAMILY, NO_STAFF };

static const struct { const char *words; enum ehc_severity severity; const char *message; enum of_whom of; const char *instead; } unacceptable[] = {
	{ "send home|sent home|send her home|send him home|send them home|take her home|take him home|ask parents to collect|"
	    "parents to collect|mum to collect|to collect her|to collect him",
	    EHC_WARNING, "a child who is often sent home loses school because of the illness", ANYBODY, STAYS },
	{ "mum will come in|mother will come in|dad will come in|father will come in|parent will come in|parents will come in|"
	    "parents must come|parent must come|mum must come|"
	    "parents to come in|mum to come in|mum comes in|parents come in|parent to attend|parents to attend|mum will attend|"
	    "parents will attend", EHC_ERROR,
	    "a parent should not have to come in to give a medicine or do the care", ANYBODY, IN_SCHOOL },
	{ "must come to school|must come on|must come along|has to come on|has to come along|have to come along|must come in|must come into|has to come in|have to come in|has to come to school|have to come to school|comes in to|comes to school to", EHC_ERROR,
	    "a parent should not have to come in to give a medicine or do the care", FAMILY, IN_SCHOOL },
	{ "cannot come to school|can not come to school|cannot come in|cannot be in school|cannot attend|stays at home|stay at home|stays off school|"
	    "stay off school|kept at home|kept off school|keep her at home|keep him at home|keep them at home", EHC_ERROR,
	    "a child should not lose school because nobody there can give the care", NO_STAFF, IN_SCHOOL },
	{ "stays in school with|stay in school with|does not go on trips|will not go on trips|cannot go on trips|cannot come on trips|not go on the trip|misses the trip|"
	    "miss the trip", EHC_ERROR, "a child should not be left behind when the others go", ANYBODY, ON_TRIPS },
	{ "usually comes on|usually comes along|normally comes on|normally comes along|tends to come|always comes on|always comes along", EHC_WARNING,
	    "it is not said which member of staff goes when no parent does", FAMILY, ON_TRIPS },
	{ "only go on trips if|only come on trips if|only go if|only come if|only go with|only come with", EHC_ERROR,
	    "a child should not be kept from a trip because no parent comes along", FAMILY, ON_TRIPS },
	{ "if mum comes|if a parent comes|if parents come|mum comes too|parent comes too|parents come too|unless a parent|"
	    "unless mum|only with a parent|accompanied by a parent", EHC_ERROR,
	    "a child should not be kept from a trip because no parent comes along", ANYBODY, ON_TRIPS },
	{ "where trips allow|if safe to include|if it is safe to include|if it is safe for|where possible to include|if it can "
	    "be managed|do our best to include|try to include|hope to include|include him if|include her if|include them if", EHC_ERROR,
	    "leaves open whether the child may come along", ANYBODY, ON_TRIPS },
	{ "did not get her attendance|did not get his attendance|did not get an attendance|does not get an attendance|"
	    "loses her attendance|loses his attendance|lost her attendance|lost his attendance|penalised for absence|"
	    "attendance penalty", EHC_ERROR,
	    "absence because of illness should cost the child nothing", ANYBODY, COSTS_NOTHING },
	{ "not allowed to drink|not allowed to eat|not allowed to use the toilet|may not go to the toilet|may not leave for "
	    "the toilet|only at break to the toilet|toilet only at break", EHC_ERROR,
	    "a child with a medical condition eats, drinks and uses the toilet when it is needed", ANYBODY, WHEN_NEEDED },
};

/* Any child goes home with these. */
#define ILL "temperature|fever|infectious|chickenpox|diarrhoea|48 hours"

static bool
is_denied(const struct ehc_check *c, struct ehc_str s, size_t at)
{
	size_t start;
	struct ehc_str sentence = ehc_sentence_of(s, at, &start);

	return ehc_says(c, sentence, ILL) || ehc_says(c, ehc_words_before(s, at, 160), ILL) || ehc_says(c, ehc_str_sub(sentence, 0, at - start), "not|never|no|nobody|does not cost|without") ||
	    ehc_says(c, ehc_str_sub(sentence, at - start, sentence.len),
	    "is kept|still gets|all the same|hospital plan");
}

/* It speaks of a parent, by that word or by name. */
static bool
is_of_family(const struct ehc_check *c, struct ehc_str sentence)
{
	struct ehc_str parents = c->plan->child.parents.text.str, first, second;

	if (ehc_says(c, sentence, EHC_FAMILY))
		return true;
	/* "Ida Example must come on each trip" */
	first = ehc_str_sub(sentence, 0, ehc_str_find_nocase(sentence, " "));
	second = ehc_str_sub(sentence, first.len + 1, sentence.len);
	second = ehc_str_sub(second, 0, ehc_str_find_nocase(second, " "));
	return second.len > 0 && ehc_str_find(parents, ehc_str_sub(sentence, 0, first.len + 1 + second.len), true) != SIZE_MAX;
}

/* "If N1 is ill", "when nobody trained is in": a child who is ill, or a bag, may well be at home. */
static bool
lacks_staff(const struct ehc_check *c, struct ehc_str sentence)
{
	bool staff = ehc_says(c, sentence, "staff|nurse|assistant|teacher|teaching assistant|carer|helper|one-to-one");

	if (ehc_says(c, sentence, "nobody|no one|no-one|no trained|no nurse|no staff|no assistant|untrained|not trained|short of staff|trained staff"))
		return true;
	for (size_t i = 0; i + 1 < sentence.len; i++)
		staff = staff || (sentence.ptr[i] == 'N' && ehc_is_digit(sentence.ptr[i + 1]));
	return staff && ehc_says(c, sentence, "ill|absent|away|off|not in|not there|unavailable|not available|on leave|on a course");
}

static bool
is_right_of(const struct ehc_check *c, enum of_whom of, struct ehc_str sentence)
{
	return (of == FAMILY && !is_of_family(c, sentence)) || (of == NO_STAFF && !lacks_staff(c, sentence));
}

/* "Work missed is sent home": a thing goes home, not the child. */
static bool
is_of_thing(const struct ehc_check *c, struct ehc_str s, size_t at)
{
	static const char words[] = "sent home";

	return ehc_str_find_nocase(ehc_str_sub(s, at, at + sizeof(words) - 1), words) == 0 &&
	    ehc_says(c, ehc_words_before(s, at, 40), "work|homework|letter|letters|note|notes|book|books|diary|message|report|copy|form|bag|bottle|pack|box|inhaler|result|results");
}

/* In an emergency the clinician's own protocol may send the child home: that is care, not exclusion. */
static bool
is_by_protocol(const struct ehc_line *line, enum ehc_severity severity)
{
	return severity == EHC_WARNING && line->item != NULL && line->item->kind == EHC_ITEM_EMERGENCY &&
	    ehc_item_value(line->item, EHC_L_SOURCE).text.str.len > 0;
}

/* `end`: where the last words that were flagged in the line end, which another row of the table may hold too. */
static void
check_practice(struct ehc_check *c, const struct ehc_line *line, size_t i, size_t *end)
{
	size_t len, start, at = ehc_says_at(c, line->text->str, unacceptable[i].words, &len);
	struct ehc_finding *f;

	if (at == SIZE_MAX || at < *end || line->label == EHC_L_DO_NOT || line->label == EHC_L_CHILD_WISHES || is_right_of(c, unacceptable[i].of, ehc_sentence_of(line->text->str, at, &start)) ||
	    is_denied(c, line->text->str, at) || is_of_thing(c, line->text->str, at) || is_by_protocol(line, unacceptable[i].severity))
		return;
	f = ehc_flag_words(c, line->item, ehc_text_span(line->text, at, len), "\"%.*s\": %s.",
	    EHC_ARG(ehc_one_line(c->arena, ehc_str_sub(line->text->str, at, at + len))), unacceptable[i].message);
	*end = at + len;
	f->severity = unacceptable[i].severity;
	f->suggestion = ehc_str_of(unacceptable[i].instead);
}

static void
practice(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	const struct ehc_line *line;
	size_t *checked = EHC_NEW_ARRAY(c->arena, size_t, l->all.count);        /* for how many of these the line was looked at */
	size_t *ends = EHC_NEW_ARRAY(c->arena, size_t, l->all.count);

	(void)self;
	for (size_t i = 0; i < EHC_COUNT(unacceptable); i++) {
		struct ehc_search search = ehc_search_for(c, unacceptable[i].words);

		while ((line = ehc_search_next(l, &search)) != NULL) {
			if (checked[line - l->all.items] <= i)
				check_practice(c, line, i, &ends[line - l->all.items]);
			checked[line - l->all.items] = i + 1;
		}
	}
}

/* ---- IHP-037: inhaler and adrenaline ---- */

/* Where the step first speaks of such a medicine: by a word, or by its id. */
static size_t
medicine_at(struct ehc_check *c, const struct ehc_item *emergency, struct ehc_str s, const char *any, bool (*is)(struct ehc_check *, const struct ehc_item *), size_t *len)
{
	size_t best = ehc_says_at(c, s, any, len);

	for (size_t i = 0; i < emergency->out.count; i++) {
		const struct ehc_link *l = emergency->out.items[i];
		size_t at;

		if (l->relation != EHC_REL_NAMES || !is(c, l->to))
			continue;
		at = ehc_str_find_word(s, l->to->id);
		if (at < best) {
			best = at;
			*len = ehc_str_of(l->to->id).len;
		}
	}
	return best;
}

#define ADRENALINE "adrenaline|epipen|jext|auto-injector|AAI|injector"
#define INHALER "inhaler|salbutamol|reliever|ventolin"

static void
order_of_medicines(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (!ehc_plan_says(c, INHALER))
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_EMERGENCY)) {
		const struct ehc_text *first = NULL;
		size_t len = 0, at = 0;

		for (size_t i = 0; i < it->nsteps; i++) {
			struct ehc_str s = it->steps[i].text.str;
			size_t pen_len, inhaler_len, inhaler = medicine_at(c, it, s, INHALER, ehc_is_reliever, &inhaler_len),
			    adrenaline = medicine_at(c, it, s, ADRENALINE, ehc_is_adrenaline, &pen_len);

			if (first == NULL && inhaler < adrenaline) {
				first = &it->steps[i].text;
				at = inhaler;
				len = inhaler_len;
			}
			if (adrenaline == SIZE_MAX)
				continue;
			if (first != NULL)
				ehc_finding_suggest(c, ehc_flag_words(c, it, ehc_text_span(first, at, len),
				    "%s gives the inhaler before adrenaline; the national allergy plan has them the other way "
				    "round.", it->id),
				    "Ask the clinician who wrote it, and note the answer: source: <name>, <date>");
			break;
		}
	}
}

#define EMERGENCY_RULE .class_ = EHC_SAFETY, EHC_HCP

const struct ehc_rule ehc_rules_healthcare_emergency[] = {
	{ .id = "IHP-020", .title = "An emergency has signs, steps, and somebody who is called", .severity = EHC_ERROR,
	    EMERGENCY_RULE, EHC_BY_TEMPLATE, .run = emergency_is_whole,
	    .why = "In an emergency nobody has time to work out what the plan meant.",
	    .fix = "Say what staff see, what each does and when, who calls 999, and what if a medicine cannot be given." },
	{ .id = "IHP-021", .title = "One act a step, in order, with who and when", .severity = EHC_WARNING,
	    .class_ = EHC_WORDING, EHC_HCP,
	    EHC_BY_PRACTICE,
	    .run = steps_can_be_followed, .why = "Steps are read aloud while somebody acts; a long one is half done.",
	    .fix = "Give each act its own step: when, who, what." },
	{ .id = "IHP-022", .title = "Nothing that matters rests on one person", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP,
	    EHC_BY_GUIDANCE, .run = relies_on_one,
	    .why = "People fall ill, go on courses and leave; the child's need stays.",
	    .fix = "Name a second trained person for each step and each task." },
	{ .id = "IHP-031", .title = "The child is not kept from school, trips or meals", .severity = EHC_ERROR,
	    .class_ = EHC_WORDING, EHC_HCP, EHC_BY_GUIDANCE, .run = practice,
	    .why = "The illness costs the child enough; the plan is there so that it does not cost school as well.",
	    .fix = "Say who in school does it, and what is taken along, so that the child can stay and come along.",
	    .legitimate = "An infectious illness, or a hospital's own plan that asks for it." },
	{ .id = "IHP-037", .title = "The order of inhaler and adrenaline is asked about", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_SOURCE("BSACI allergy action plans"),
	    .run = order_of_medicines, .why = "The order matters, and only the clinician can say why this child's is another.",
	    .fix = "Ask the clinician who wrote the plan, and note the answer under `source:`.",
	    .legitimate = "The clinician's own plan says so for this child." },
	EHC_NO_MORE_RULES
};
