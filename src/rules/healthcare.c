/*
 * healthcare.c - what a health care plan as a whole must say: who the child is, whom to ring, which condition it is for, what
 * the child does alone, trips, who is told, when it is looked at again.
 */
#include "rules/healthcare.h"

static const struct ehc_prose_entry *
text_of(const struct ehc_check *c, enum ehc_label label)
{
	return ehc_plan_text(c->plan, label, 0);
}

static struct ehc_str
head_words(const struct ehc_check *c, enum ehc_label label)
{
	return ehc_plan_value(c->plan, label).text.str;
}

/* ---- the child, and whom to ring ---- */

/* IHP-001 */
static void
identity(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;

	(void)self;
	ehc_gap(&g, p->child.name.text.str.len == 0, EHC_ERROR, "the child's name");
	ehc_gap(&g, p->child.born.node == NULL, EHC_ERROR, "the date of birth");
	ehc_gap(&g, p->child.class_name.node == NULL && p->child.year_group.node == NULL, EHC_ERROR, "the class");
	ehc_gap(&g, p->school.text.str.len == 0, EHC_ERROR, "the school");
	ehc_gap(&g, ehc_plan_day(p) == EHC_NODATE, EHC_ERROR, "the day on which it was written");
	ehc_gap(&g, p->written_by.node == NULL, EHC_WARNING, "who wrote it");
	ehc_gap(&g, p->site_address.node == NULL, EHC_NOTE, "the address to give to an ambulance");
	ehc_gap(&g, p->ambulance.node == NULL, EHC_NOTE, "the entrance that an ambulance uses");
	if ((f = ehc_flag_gaps(c, NULL, &g, "The plan does not state")) != NULL)
		ehc_finding_suggest(c, f, "<label of what is missing>: <what the school's records say>");
}

static bool
has_number(struct ehc_str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++)
		digits += s.ptr[i] >= '0' && s.ptr[i] <= '9';
	return digits >= 6;
}

/* IHP-002 */
static void
contacts(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it, *mute = NULL;
	struct ehc_finding *f;
	size_t family = 0;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CONTACT)) {
		if (!ehc_says(c, it->text.str, EHC_FAMILY) && ehc_is_clinician(c, it->text.str))
			continue;
		if (has_number(it->text.str))
			family++;
		else if (mute == NULL)
			mute = it;
		if (family >= 2)
			return;
	}
	f = ehc_flag(c, NULL, ehc_plan_place(c->plan), family == 0 ?
	    "The plan names nobody of the family to ring, with a number." : mute != NULL ?
	    "The plan gives a number for only one person of the family." :
	    "The plan names only one person of the family to ring.");
	if (mute != NULL)
		ehc_finding_relate(c->out, f, mute->span, EHC_STR("here is no number"));
	if (family == 1)
		f->severity = EHC_WARNING;
	ehc_finding_suggest(c, f, "contact P1: <name, relationship>, <telephone number>\ncontact P2: <name, relationship>, "
	    "<telephone number>");
}

/* IHP-003 */
static void
clinical_contacts(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;
	bool gp = c->plan->child.gp.node != NULL, clinic = c->plan->child.hospital.node != NULL;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CONTACT)) {
		bool practice = ehc_says(c, it->text.str, "GP|surgery|doctor|general practitioner|health centre|medical practice");

		gp = gp || practice;
		clinic = clinic || (!practice && ehc_is_clinician(c, it->text.str));
	}
	ehc_gap(&g, !gp, EHC_WARNING, "the GP");
	ehc_gap(&g, !clinic, EHC_WARNING, "a clinic, hospital or community nurse");
	if ((f = ehc_flag_gaps(c, NULL, &g, "The plan does not say how to reach")) != NULL)
		ehc_finding_suggest(c, f, "GP: <practice>, <telephone number>");
}

/* ---- the condition ---- */

/* A device or what it is for: it has no signs and triggers of its own. */
static bool
is_device(const struct ehc_check *c, const struct ehc_item *condition)
{
	return ehc_says(c, condition->text.str, "gastrostomy|jejunostomy|tube|button|PEG|catheter|stoma|colostomy|ileostomy|"
	    "tracheostomy|ventilator|oxygen|continence|wheelchair|mitrofanoff|urostomy|vesicostomy");
}

/* What a child is born with, or lives with after an injury: nothing brings it on from day to day. */
static bool
is_lasting(const struct ehc_check *c, const struct ehc_item *condition)
{
	return ehc_says(c, condition->text.str, "spina bifida|cerebral palsy|muscular dystrophy|hemiplegia|diplegia|quadriplegia|tetraplegia|paraplegia|paralysis|spinal|hydrocephalus|"
	    "hypothyroidism|transplant|surgery|operation|incontinence|heart condition|heart defect|congenital|deaf|hearing loss|visual impairment");
}

static bool
emergencies_show_signs(const struct ehc_item *condition)
{
	for (size_t i = 0; i < condition->in.count; i++) {
		const struct ehc_item *from = condition->in.items[i]->from;

		if (from->kind == EHC_ITEM_EMERGENCY && ehc_item_value(from, EHC_L_SIGN).node != NULL)
			return true;
	}
	return false;
}

/* IHP-004 */
static void
condition_is_described(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char open_list[] = "anything else|and so on|etc|among other things|and similar";
	const struct ehc_item *it;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_CONDITION].count == 0)
		ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan names no condition.");
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CONDITION)) {
		struct ehc_value triggers = ehc_item_value(it, EHC_L_TRIGGERS);
		struct ehc_str signs = ehc_field_words(c, it, EHC_L_SIGNS);
		struct ehc_gaps g = { .n = 0 };
		size_t len, at = ehc_says_at(c, triggers.text.str, open_list, &len);

		if (at != SIZE_MAX) {
			struct ehc_finding *f = ehc_flag_words(c, it, ehc_text_span(&triggers.text, at, len),
			    "The list of triggers of %s has no end.", it->id);

			f->severity = EHC_WARNING;
			f->cause = it;
		}
		if (is_device(c, it) || it->twin != NULL)
			continue;
		ehc_gap(&g, signs.len == 0 && !emergencies_show_signs(it), EHC_ERROR, "its signs");
		ehc_gap(&g, triggers.node == NULL && !is_lasting(c, it) && !ehc_says(c, signs,
		    "usually|triggered|trigger|brought on|caused by|after|when|with a temperature"), EHC_WARNING,
		    "what brings it on");
		if (g.n > 0) {
			struct ehc_finding *f = ehc_flag_unsaid_gaps(c, it, &g);

			ehc_finding_suggest(c, f, "signs: <what staff see, in this child>\ntriggers: <what brings it on>");
			f->cause = it;
		}
	}
}

/* ---- daily life ---- */

/* IHP-013 */
static void
own_part(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (text_of(c, EHC_L_CHILD_WISHES) == NULL && !ehc_plan_says(c,
	    "by herself|by himself|by themselves|does it herself|does it himself|independently|carries her own|"
	    "carries his own|self-administer|with an adult watching"))
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not say what the child does alone, or how the child wants to be helped."),
		    "child's wishes: \"<the child's words>\" <What the child does alone; what with an adult watching; what an "
		    "adult does.>");
}

/* IHP-014 */
static void
daily_care(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->kinds[EHC_ITEM_CARE].count == 0)
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan holds no daily care: testing, food and drink, toilet, rest, lessons that need care."),
		    "care S1: <Who> <does what>, <when>, <where>.");
}

static bool
learning_says(const struct ehc_check *c, const char *any)
{
	for (size_t i = 0; i < c->plan->ntexts; i++)
		if (c->plan->texts[i].label == EHC_L_LEARNING && ehc_says(c, c->plan->texts[i].text.str, any))
			return true;
	return false;
}

/* A class before Year 1 writes no tests. */
static bool
is_before_tests(const struct ehc_check *c)
{
	static const char classes[] = "reception|nursery|pre-school|preschool|foundation|EYFS|early years";

	return ehc_says(c, c->plan->child.class_name.text.str, classes) || ehc_says(c, c->plan->child.year_group.text.str, classes);
}

/* IHP-015 */
static void
learning(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_prose_entry *text = text_of(c, EHC_L_LEARNING);
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;

	(void)self;
	if (text == NULL) {
		f = ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not say how lessons, tests and absence are dealt with.");
	} else {
		ehc_gap(&g, !learning_says(c, "missed|misses|catch up|goes over|notes|work home|away|absence|absent"),
		    EHC_WARNING, "how lost lessons are made up");
		ehc_gap(&g, !is_before_tests(c) && !learning_says(c, "test|exam|examination|assessment") &&
		    !ehc_plan_says(c, "exam|examination"), EHC_WARNING,
		    "what happens with tests and examinations");
		if ((f = ehc_flag_gaps(c, NULL, &g, "What the plan says on learning leaves out")) == NULL)
			return;
		f->span = ehc_sentence_span(&text->text, 0, 44);
		f->has_text = true;
	}
	ehc_finding_suggest(c, f, "learning: <Who> goes over missed lessons with the child for <minutes> minutes, <when>. "
	    "Tests: <what is changed, and when>. "
	    "Absence of <days> days or more: <who> <does what>.");
}

/* IHP-023 */
static void
trips(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_prose_entry *text = text_of(c, EHC_L_TRIPS);
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;

	(void)self;
	if (text != NULL && !ehc_names_staff(c, text->text.str) &&
	    !ehc_says(c, text->text.str, "adult|staff|teacher|assistant|leader|nurse")) {
		f = ehc_flag_words(c, NULL, ehc_sentence_span(&text->text, 0, 60),
		    "The plan does not say which member of staff goes on trips with the child.");
		ehc_finding_suggest(c, f, "trips: <N1 or N2> goes on every trip with <kit>.");
	}
	ehc_gap(&g, text == NULL, EHC_WARNING, "trips and residential visits");
	ehc_gap(&g, !ehc_plan_says(c, "PE|sport|swimming|swim|games|exercise|running|playtime"), EHC_WARNING, "PE and sport");
	ehc_gap(&g, !ehc_plan_says(c, "bus|coach|taxi|minibus|transport|car|escort|way home|journey|walks home|club|after "
	    "school"), EHC_WARNING,
	    "the way to and from school, and clubs");
	/* One that says what happens on trips and in PE has thought of places outside the classroom. */
	if ((text == NULL || g.n > 1) && (f = ehc_flag_gaps(c, NULL, &g, "The plan leaves out")) != NULL)
		ehc_finding_suggest(c, f, "trips: <Who> goes on every trip with <kit>; on the <bus> <who> carries it and can "
		    "give it. PE: <what the child does, who is near>.");
}

/* ---- who knows, who keeps it, when it is looked at ---- */

/* IHP-024 */
static void
who_is_told(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_prose_entry *told = text_of(c, EHC_L_STAFF_TO_KNOW);
	const struct ehc_item *it;
	struct ehc_finding *f;
	bool wide = false;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TRAINING))
		wide = wide || ehc_item_says(c, it,
		    "lunchtime|midday|dinner|dining|all staff|all other staff|supply|cover supervisor|whole school|kitchen") != NULL;
	for (size_t i = 0; i < c->plan->ntexts && !wide; i++)
		wide = c->plan->texts[i].label == EHC_L_STAFF_TO_KNOW &&
		    ehc_says(c, c->plan->texts[i].text.str,
		    "lunchtime|midday|dinner|dining|supply|cover supervisor|kitchen|catering|canteen|all staff|every member of staff|everyone|everybody");
	if (wide)
		return;
	f = ehc_flag(c, NULL, told == NULL ? ehc_plan_place(c->plan) : ehc_sentence_span(&told->text, 0, 44),
	    "The plan does not say that lunchtime, kitchen or supply staff are told.");
	f->has_text = told != NULL;
	ehc_finding_suggest(c, f, "staff to know: <class staff>, <lunchtime staff>, <kitchen>, <clubs>, and every supply "
	    "teacher, who is given <the summary card> by <role>.");
}

/* "If anything changes": nobody can tell what. */
static bool
is_any_change(const struct ehc_check *c, struct ehc_str when)
{
	return ehc_str_words(when) <= 6 && ehc_says(c, when, "anything changes|things change|circumstances change|if needed|as needed|when needed|if necessary|as necessary|as required|when required");
}

/* IHP-025 */
static void
review_events(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_str when = head_words(c, EHC_L_REVIEW_WHEN), due = c->plan->review_due.words;
	struct ehc_finding *f;

	(void)self;
	if (c->plan->review_due.node == NULL) {
		f = ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan does not say when it is reviewed.");
		ehc_finding_suggest(c, f, "review due: <date>\nreview when: <after every emergency, after any near miss, when "
		    "a medicine changes>, within <days> school days");
		return;
	}
	if ((when.len > 0 && !is_any_change(c, when)) || ehc_says(c, due, "change|earlier|sooner|after|incident|emergency|whenever|near miss"))
		return;
	f = ehc_flag(c, NULL, c->plan->review_due.span, "The plan does not say what brings its review forward.");
	f->has_text = true;
	ehc_finding_suggest(c, f, "review when: <after every emergency, after any near miss, when a medicine changes>, within "
	    "<days> school days");
}

/* IHP-026 */
static void
copies(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (head_words(c, EHC_L_COPIES).len == 0)
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan does not say who holds a copy."),
		    "copies: <who>; version <number>, <date>");
}

static bool
clinician_took_part(struct ehc_check *c)
{
	return ehc_is_clinician(c, c->plan->written_by.text.str) || ehc_is_clinician(c, c->plan->took_part.text.str) ||
	    head_words(c, EHC_L_CLINICIAN).len > 0;
}

/* IHP-027 */
static void
clinician_input(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	if (clinician_took_part(c))
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CONDITION)) {
		if (ehc_field_words(c, it, EHC_L_CLINICIAN).len > 0 || ehc_field_words(c, it, EHC_L_SOURCE).len > 0 ||
		    it->twin != NULL)
			continue;
		ehc_finding_suggest(c, ehc_flag_name(c, it, "The plan does not say which clinician advised on %s.", it->id),
		    "clinician: <name, profession, service>\n"
		    "source: <letter or protocol>, <date>, attached");
		return;
	}
}

/* IHP-028 */
static void
link_to_ehc_plan(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->linked_plan.node == NULL)
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not say whether the child has an EHC plan."), "EHC plan: <reference, or no>");
	else if (c->plan->has_linked_plan == 1 && ehc_str_is_nocase(ehc_str_trim(c->plan->linked_plan.text.str), "yes"))
		ehc_finding_suggest(c, ehc_flag_words(c, NULL, c->plan->linked_plan.text.span,
		    "The child has an EHC plan, but this plan does not say which."),
		    "EHC plan: <reference>");
}

/* IHP-034, IHP-057: the same gap, weighed otherwise in the pack of 2026. */
static void
incident_log(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (head_words(c, EHC_L_INCIDENT_LOG).len == 0 &&
	    !ehc_plan_says(c, "incident log|incident book|near miss|accident book|log book"))
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not say where incidents and near misses are written down, and who reads it."),
		    "incident log: <book and place>; <role> reads it every <interval>");
}

/* ---- allergy, weight, age of the plan ---- */

/* A figure, and no day: a child grows, and doses are weighed out. One that is kept elsewhere, or taken at the clinic each month, has its day there. */
static bool
weight_has_no_day(const struct ehc_check *c)
{
	struct ehc_str weight = c->plan->child.weight.text.str;
	size_t figures = 0;

	for (size_t i = 0; i < weight.len; i++)
		figures += ehc_str_digit_at(weight, i) && !(i > 0 && (ehc_str_digit_at(weight, i - 1) || weight.ptr[i - 1] == '.'));
	return figures == 1 && !ehc_says(c, weight, "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|"
	    "record|letter|card|weighed|each|every");
}

/* IHP-053 */
static void
weight_and_allergies(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *rescue = NULL;
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;

	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL &&
	    rescue == NULL; it = ehc_school_medicine(c, it))
		if (ehc_is_rescue(c, it) && !ehc_is_reliever(c, it))
			rescue = it;
	if (rescue == NULL)
		return;
	ehc_gap(&g, c->plan->child.weight.node == NULL, EHC_WARNING, "the child's weight and the day on which it was taken");
	ehc_gap(&g, weight_has_no_day(c), EHC_WARNING, "the day on which the child's weight was taken");
	ehc_gap(&g, c->plan->child.weight.node == NULL && c->plan->child.allergies.node == NULL, EHC_WARNING, "allergies, or that none is known");
	if ((f = ehc_flag_gaps(c, NULL, &g, "For an ambulance crew the plan lacks")) != NULL)
		ehc_finding_suggest(c, f, "weight: <kilograms>, <date>\nallergies: <allergies, or none known>; <who confirmed "
		    "it, date>");
}

ehc_day
ehc_later_day(struct ehc_str s, ehc_day made, size_t *at, size_t *len)
{
	for (size_t i = 0; i < s.len; i++) {
		bool starts = i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n' || s.ptr[i - 1] == '(';
		ehc_day day;
		size_t n = starts && s.ptr[i] >= '0' && s.ptr[i] <= '9' ?
		    ehc_day_read(ehc_str_sub(s, i, s.len), &day, NULL, NULL) : 0;

		if (n > 0 && day != EHC_NODATE && day > made) {
			*at = i;
			*len = n;
			return day;
		}
		i += n > 0 ? n - 1 : 0;
	}
	return EHC_NODATE;
}

/* IHP-055 */
static void
older_than_its_letter(struct ehc_check *c, const struct ehc_rule *self)
{
	static const enum ehc_label labels[] = { EHC_L_DOSE, EHC_L_SOURCE, EHC_L_STRENGTH, EHC_L_VOLUME };
	ehc_day made = ehc_plan_day(c->plan);

	(void)self;
	if (made == EHC_NODATE)
		return;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		for (size_t i = 0; i < EHC_COUNT(labels); i++) {
			struct ehc_value v = ehc_item_value(it, labels[i]);
			size_t at, len;
			ehc_day day = ehc_later_day(v.text.str, made, &at, &len);

			if (day == EHC_NODATE)
				continue;
			ehc_finding_help(c, ehc_flag_words(c, it, ehc_text_span(&v.text, at, len),
			    "%.*s rests on a letter of %.*s, which is later than the plan itself.",
			    EHC_ARG(ehc_item_Called(c->arena, it)), EHC_ARG(ehc_day_text(c->arena, day))),
			    "Check every dose and time in the plan against that letter, then give the plan its new date under "
			    "`written:`.");
			break;
		}
	ehc_care_older_than_other(c);
}

const struct ehc_rule ehc_rules_healthcare[] = {
	{ .id = "IHP-001", .title = "The plan says who the child is, which school, and when it was written",
	    .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, EHC_BY_TEMPLATE, .run = identity,
	    .why = "Staff must have the right child's plan in their hands, and an ambulance crew must find the door.",
	    .fix = "Add `born:`, `class:`, `school:`, `written:`, `written by:`, `site address:` and `ambulance entrance:`." },
	{ .id = "IHP-002", .title = "Two people of the family can be rung", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, EHC_BY_TEMPLATE, .run = contacts,
	    .why = "When the first person does not answer, somebody else who knows the child must be reached at once.",
	    .fix = "Add two contacts, each with the relationship and a telephone number." },
	{ .id = "IHP-003", .title = "The GP and the clinic can be reached", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_TEMPLATE, .run = clinical_contacts,
	    .why = "Staff with a question about the child's treatment need somebody who can answer it.",
	    .fix = "Add `GP:` and `hospital:` to the child, each with a number." },
	{ .id = "IHP-004", .title = "Each condition has its signs and its triggers", .severity = EHC_ERROR,
	    .class_ = EHC_SAFETY, EHC_HCP, EHC_BY_GUIDANCE,
	    .run = condition_is_described, .why = "Staff can only act on what they recognise, and only keep away what they "
	    "know of.",
	    .fix = "Say what staff see in this child, and what brings it on; close the list." },
	{ .id = "IHP-013", .title = "The child's own part is said", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, EHC_BY_GUIDANCE, .run = own_part,
	    .why = "A child who can do something alone should not lose it, and one who cannot must not be left with it.",
	    .fix = "Say what the child does alone, what with help, and how the child wants to be helped." },
	{ .id = "IHP-014", .title = "Daily care is described", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, EHC_HCP,
	    EHC_BY_TEMPLATE, .run = daily_care,
	    .why = "Most of what keeps a child well happens on ordinary days.",
	    .fix = "Add `care` for testing, food and drink, toilet, rest and lessons that need care." },
	{ .id = "IHP-015", .title = "Lessons, tests and absence are dealt with", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_TEMPLATE, .run = learning,
	    .why = "Illness costs lessons; without a plan for them the child falls behind as well.",
	    .fix = "Add `learning:` on lost lessons, tests and absence." },
	{ .id = "IHP-023", .title = "Trips, PE, the way to school and clubs are dealt with", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_TEMPLATE, .run = trips,
	    .why = "What is safe in the classroom must be safe outside it, or the child is left behind.",
	    .fix = "Say who goes, what is taken and who can give it, on trips, in PE, on the way and in clubs." },
	{ .id = "IHP-024", .title = "Everybody who needs to know is told", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, EHC_BY_PRACTICE, .run = who_is_told,
	    .why = "Emergencies happen at lunch and with supply teachers too.",
	    .fix = "Name lunchtime, kitchen, club and supply staff under `staff to know:`, and how each is told." },
	{ .id = "IHP-025", .title = "The plan says what brings its review forward", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_GUIDANCE, .run = review_events,
	    .why = "A plan that waits for its date is wrong from the day on which a medicine changes.",
	    .fix = "Add `review when:` with the events and the days within which the plan is brought up to date." },
	{ .id = "IHP-026", .title = "Copies are known", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, EHC_HCP,
	    EHC_BY_TEMPLATE, .run = copies,
	    .why = "An old copy on a wall is followed like a new one.",
	    .fix = "Add `copies:` with each holder and the version." },
	{ .id = "IHP-027", .title = "A clinician's advice is recorded", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, EHC_BY_GUIDANCE, .run = clinician_input,
	    .why = "What staff do in an emergency must come from somebody who treats the child.",
	    .fix = "Name the clinician and the letter or protocol that the plan follows." },
	{ .id = "IHP-028", .title = "The plan says whether the child has an EHC plan, and which", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_GUIDANCE,
	    .run = link_to_ehc_plan, .why = "Two plans that do not know of each other come to say different things.",
	    .fix = "Add `EHC plan:` with the reference, or `no`." },
	{ .id = "IHP-034", .title = "Incidents are written down", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, EHC_HCP,
	    .after = "IHP-057", EHC_BY_PRACTICE, .run = incident_log,
	    .why = "What nearly went wrong shows what to change before it does.",
	    .fix = "Add `incident log:` with the book, its place and who reads it." },
	{ .id = "IHP-053", .title = "Weight and allergies are there for the ambulance crew", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_PRACTICE,
	    .run = weight_and_allergies, .why = "Those who treat the child next need both, and the parents may not be there.",
	    .fix = "Add `weight:` with its date, and `allergies:`, to the child.",
	    .legitimate = "The weight is kept in a record that goes with the child: say so under `weight:`." },
	{ .id = "IHP-055", .title = "The plan is not older than the letter it follows", .severity = EHC_ERROR,
	    .class_ = EHC_SAFETY, EHC_HCP, EHC_BY_PRACTICE,
	    .run = older_than_its_letter, .why = "Where only one line was changed, other lines may still say what the old "
	    "letter said.",
	    .fix = "Check every dose and time against the newest letter, and date the plan anew." },
	{ .id = "IHP-057", .title = "Incidents and near misses are written down (2026 pack)", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_HEALTH_PLAN, .pack = "med-2026", EHC_BY_BELIEF, .run = incident_log,
	    .why = "What nearly went wrong shows what to change before it does.",
	    .fix = "Add `incident log:` with the book, its place and who reads it." },
	EHC_NO_MORE_RULES
};
