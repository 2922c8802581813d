/*
 * delegation.c - the RESP family: who hands a task to whom, and whether a record shows that it is in safe hands. Whether a task
 * may be handed to this person for this child is for the professional who hands it over; the rules ask for the record.
 */
#include "rules/healthcare.h"

static struct ehc_finding *
flag_task(struct ehc_check *c, const struct ehc_item *task, enum ehc_label label, const char *message)
{
	struct ehc_value v = ehc_item_value(task, label);

	if (v.text.str.len > 0)
		return ehc_flag_words(c, task, v.text.span, "%.*s %s.", EHC_ARG(ehc_item_Called(c->arena, task)), message);
	return ehc_flag_name(c, task, "%.*s %s.", EHC_ARG(ehc_item_Called(c->arena, task)), message);
}

/* A member of staff of this plan whom the words name by id. */
static const struct ehc_item *
staff_named(const struct ehc_plan *p, struct ehc_str words)
{
	const struct ehc_item *it = ehc_plan_find(p, ehc_str_trim(words));

	return it != NULL && it->kind == EHC_ITEM_STAFF ? it : NULL;
}

static bool
is_registered(struct ehc_check *c, const struct ehc_item *staff)
{
	return ehc_is_clinician(c, staff->text.str);
}

/* ---- RESP-011, RESP-016: who hands it over ---- */

/* `delegated by:` names a professional; or, where it says nothing, one has signed somebody off for the task. */
static bool
has_delegator(struct ehc_check *c, const struct ehc_item *task)
{
	struct ehc_str by = ehc_field_words(c, task, EHC_L_DELEGATED_BY);
	const struct ehc_item *people[EHC_PEOPLE_MOST];
	size_t n = ehc_task_people(task, people, EHC_PEOPLE_MOST);

	if (by.len > 0)
		return ehc_is_clinician(c, by) || staff_named(c->plan, by) != NULL;
	for (size_t i = 0; i < task->competent.count; i++)
		if (ehc_is_clinician(c, task->competent.items[i].words))
			return true;
	for (size_t i = 0; i < n; i++) {
		const struct ehc_consent *e = ehc_sign_off(people[i], task);

		if (e != NULL && ehc_is_clinician(c, e->words))
			return true;
	}
	return false;
}

static bool
has_competence_day(const struct ehc_item *task)
{
	const struct ehc_item *people[EHC_PEOPLE_MOST];
	size_t n = ehc_task_people(task, people, EHC_PEOPLE_MOST);

	for (size_t i = 0; i < task->competent.count; i++)
		if (task->competent.items[i].day != EHC_NODATE)
			return true;
	for (size_t i = 0; i < n; i++) {
		const struct ehc_consent *e = ehc_sign_off(people[i], task);

		if (e != NULL && e->day != EHC_NODATE)
			return true;
	}
	return false;
}

static bool
has_review_day(const struct ehc_item *task)
{
	const struct ehc_item *people[EHC_PEOPLE_MOST];
	size_t n = ehc_task_people(task, people, EHC_PEOPLE_MOST);

	for (size_t i = 0; i < n; i++)
		if (people[i]->renew_by.count > 0)
			return true;
	return false;
}

/* That the task needs training at all is here the house's word alone: local policy warns. */
static void
soften_for_house(struct ehc_check *c, struct ehc_finding *f)
{
	const struct ehc_task_type *row = ehc_task_by_house(c, f->item);

	if (row == NULL)
		return;
	f->severity = f->severity > EHC_WARNING ? EHC_WARNING : f->severity;
	f->message = ehc_arena_printf(c->arena, "%.*s That it is handed over on terms is local policy: profile %.*s, task %.*s.",
	    EHC_ARG(f->message), EHC_ARG(row->from), EHC_ARG(row->name));
}

static void
delegation_record(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK)) {
		struct ehc_gaps g = { .n = 0 };
		struct ehc_finding *f;

		if (it->twin != NULL || !ehc_task_needs_delegator(c, it))
			continue;
		ehc_gap(&g, !has_delegator(c, it), EHC_ERROR, "which registered professional hands it over");
		ehc_gap(&g, !has_competence_day(it), EHC_ERROR, "when anybody was signed off for it");
		ehc_gap(&g, !has_review_day(it), EHC_ERROR, "when that is looked at again");
		f = ehc_flag_unsaid_gaps(c, it, &g);
		if (f == NULL)
			continue;
		ehc_finding_suggest(c, f, "delegated by: <profession, registration>\ncompetent: signed by "
		    "<profession>, <date>");
		soften_for_house(c, f);
	}
}

static void
sub_delegation(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK)) {
		struct ehc_str by = ehc_field_words(c, it, EHC_L_DELEGATED_BY);
		const struct ehc_item *staff = staff_named(c->plan, by);
		bool unregistered = staff != NULL ? !is_registered(c, staff) : by.len > 0 && !ehc_is_clinician(c, by) &&
		    ehc_says(c, by, "teaching assistant|teacher|SENCO|head|headteacher|school|office|parent|mother|father|mum|dad|"
		    "support worker|carer");

		if (unregistered)
			ehc_finding_suggest(c, flag_task(c, it, EHC_L_DELEGATED_BY,
			    "is handed on by somebody who is not registered to do so"),
			    "delegated by: <profession, registration>");
	}
}

/* ---- RESP-012: tasks of registered professionals ---- */

static void
registered_only(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK)) {
		const struct ehc_item *people[EHC_PEOPLE_MOST];
		size_t n = ehc_task_people(it, people, EHC_PEOPLE_MOST), unregistered = 0;
		struct ehc_finding *f;

		if (it->twin != NULL || ehc_task_class(c, it) != EHC_TASK_REGISTERED || ehc_task_by_house(c, it) != NULL)
			continue;
		for (size_t i = 0; i < n; i++)
			unregistered += !is_registered(c, people[i]);
		if (unregistered == 0)
			continue;
		f = ehc_flag_name(c, it, "%.*s is usually kept to a registered professional, but is given to somebody who is "
		    "not one.", EHC_ARG(ehc_item_Called(c->arena, it)));
		if (ehc_is_clinician(c, ehc_field_words(c, it, EHC_L_DELEGATED_BY)) && has_competence_day(it))
			f->severity = EHC_WARNING;
		ehc_finding_suggest(c, f, "Ask <the nurse who looks after the child>. If it may be done: delegated by: "
		    "<profession, registration>; competent: <profession>, <date>. "
		    "If not: <who is rung, within how many minutes>.");
	}
}

/* ---- RESP-026: tasks that the profile keeps from school staff ---- */

static bool
is_handed_over(struct ehc_check *c, const struct ehc_item *task)
{
	const struct ehc_item *people[EHC_PEOPLE_MOST];
	size_t n = ehc_task_people(task, people, EHC_PEOPLE_MOST);

	for (size_t i = 0; i < n; i++)
		if (!is_registered(c, people[i]))
			return true;
	return false;
}

static void
not_delegated_here(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_task_table *t = ehc_tasks_of(c);
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK))
		for (size_t i = 0; i < t->count; i++) {
			const struct ehc_task_type *row = &t->rows[i];
			struct ehc_finding *f;

			if (row->delegable != 0 || it->twin != NULL || !ehc_task_fits(row, it) || !is_handed_over(c, it) ||
			    ehc_item_value(it, EHC_L_EXCEPTION).text.str.len > 0)
				continue;
			f = ehc_flag_name(c, it, "%.*s is handed to school staff, but profile %.*s does not let %.*s be handed over (local policy).",
			    EHC_ARG(ehc_item_Called(c->arena, it)), EHC_ARG(row->from), EHC_ARG(row->name));
			ehc_finding_suggest(c, f, "delegated to: <registered professional>\nor\nexception: <reason>; <approver>, <date>");
			break;
		}
}

/* ---- RESP-013: training that has lapsed ---- */

static bool
has_one_cover(const struct ehc_item *it)
{
	size_t n = 0;

	for (size_t i = 0; i < it->out.count && n < 2; i++)
		n += it->out.items[i]->relation == EHC_REL_COVER;
	return n == 1;
}

/* Somebody else's part would fall to nobody: this person is the only cover of a task, an emergency or a care. */
static bool
is_only_cover(const struct ehc_item *staff)
{
	for (size_t i = 0; i < staff->in.count; i++)
		if (staff->in.items[i]->relation == EHC_REL_COVER && has_one_cover(staff->in.items[i]->from))
			return true;
	return false;
}

static void
lapsed_training(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	ehc_day today = ehc_today(c), made = ehc_plan_day(c->plan);

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		const struct ehc_date *lapse = ehc_lapse(it);
		struct ehc_str day;
		struct ehc_finding *f;

		if (it->twin != NULL || lapse == NULL || !ehc_has_lapsed(c, it))
			continue;
		day = ehc_day_text(c->arena, lapse->day);
		if (made != EHC_NODATE && lapse->day >= made && lapse->day < made + EHC_SOON) {
			f = ehc_flag_words(c, it, lapse->span,
			    "The training of %s lapses on %.*s, %d days after the plan was written%s.", it->id, EHC_ARG(day),
			    lapse->day - made,
			    is_only_cover(it) ? ", and nobody else is named as cover" : "");
			if (!is_only_cover(it) && lapse->day >= today)
				f->severity = EHC_WARNING;
		} else {
			f = ehc_flag_words(c, it, lapse->span, "The training of %s lapsed on %.*s.", it->id, EHC_ARG(day));
		}
		ehc_finding_help(c, f, "Until it is renewed, somebody else who is trained must be named.");
		ehc_finding_suggest(c, f, "competent: <task>, <profession>, <date>\nrenew by: <date>");
	}
}

/* ---- RESP-014: two people and cover ---- */

static bool
has_link(const struct ehc_item *it, enum ehc_relation relation, const struct ehc_item *to)
{
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == relation && it->out.items[i]->to == to)
			return true;
	return false;
}

/* Its cover are those to whom it is handed over anyway. */
static bool
covers_itself(const struct ehc_item *task)
{
	bool any = false;

	for (size_t i = 0; i < task->out.count; i++) {
		const struct ehc_link *l = task->out.items[i];

		if (l->relation != EHC_REL_COVER || l->to == NULL)
			continue;
		if (!has_link(task, EHC_REL_DELEGATED_TO, l->to))
			return false;
		any = true;
	}
	return any;
}

static void
enough_people(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK)) {
		const struct ehc_item *people[EHC_PEOPLE_MOST];
		size_t n = ehc_task_people(it, people, EHC_PEOPLE_MOST);
		enum ehc_severity severity = ehc_task_is_critical(c, it) ? EHC_ERROR : EHC_WARNING;
		struct ehc_gaps g = { .n = 0 };
		struct ehc_finding *f;

		if (it->twin != NULL || n == 0 || ehc_task_class(c, it) == EHC_TASK_PERSONAL)
			continue;
		ehc_gap(&g, n < 2, severity, "a second trained person");
		ehc_gap(&g, ehc_item_count_links(it, EHC_REL_COVER) == 0, n < 2 ? severity : EHC_WARNING,
		    "cover when those named are away");
		ehc_gap(&g, n >= 2 && covers_itself(it), EHC_WARNING, "cover by somebody who is not among those named already");
		if ((f = ehc_flag_gaps(c, it, &g, "%.*s lacks", EHC_ARG(ehc_item_Called(c->arena, it)))) != NULL)
			ehc_finding_suggest(c, f, "delegated to: <N1>, <N2>\ncover: <N3>");
	}
}

/* ---- RESP-015, RESP-017, RESP-018, RESP-019 ---- */

static void
child_specific(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		size_t len, at = ehc_says_at(c, it->trained_by.text.str,
		    "online|e-learning|generic|awareness|whole-school|general training|film|video", &len);

		if (at != SIZE_MAX && ehc_is_clinical_title(c, it->trained_by.text.str) && ehc_says(c, it->trained_by.text.str, "by video|video call|online call"))
			continue;       /* a clinician taught, from elsewhere */
		for (size_t i = 0; at != SIZE_MAX && i < it->in.count; i++) {
			const struct ehc_link *l = it->in.items[i];

			if (l->from->kind != EHC_ITEM_TASK ||
			    (l->relation != EHC_REL_DELEGATED_TO && l->relation != EHC_REL_COVER) ||
			    ehc_task_class(c, l->from) != EHC_TASK_THIS_CHILD)
				continue;
			ehc_finding_suggest(c, ehc_flag_words(c, it, ehc_text_span(&it->trained_by.text, at, len),
			    "%s asks for training with this child; %s had a general one.",
			    l->from->id, it->id), "trained by: <profession>, <date>, with this child's own plan and device");
			break;
		}
	}
}

static bool
is_given_a_task(const struct ehc_item *staff)
{
	for (size_t i = 0; i < staff->in.count; i++)
		if (staff->in.items[i]->from->kind == EHC_ITEM_TASK &&
		    (staff->in.items[i]->relation == EHC_REL_DELEGATED_TO || staff->in.items[i]->relation == EHC_REL_COVER))
			return true;
	return false;
}

static void
willing(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	size_t asked = 0, not_asked = 0;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		asked += it->willing.node != NULL;
		not_asked += it->willing.node == NULL && is_given_a_task(it);
	}
	if (not_asked > 1 && asked == 0) {
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not record that any of its staff agreed to their tasks."), "willing: <date>");
		return;
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF))
		if (it->willing.node == NULL && is_given_a_task(it))
			ehc_finding_suggest(c, ehc_flag_name(c, it, "%.*s: the plan does not record that this person agreed.",
			    EHC_ARG(ehc_item_Called(c->arena, it))), "willing: <date>");
}

/* "Nurse, each term", and not "nurse, from time to time". */
static bool
says_how_often(struct ehc_str supervised)
{
	return supervised.len > 0 && !ehc_says(NULL, supervised, "from time to time|regularly|as needed|when needed|if needed|as required|when required|as necessary|periodically|occasionally|"
	    "now and then|ongoing");
}

static bool
is_supervised(const struct ehc_item *task)
{
	const struct ehc_item *people[EHC_PEOPLE_MOST];
	size_t n = ehc_task_people(task, people, EHC_PEOPLE_MOST);

	if (says_how_often(task->supervised_by.text.str))
		return true;
	for (size_t i = 0; i < n; i++)
		if (!says_how_often(people[i]->supervised_by.text.str))
			return false;
	return n > 0;
}

static bool
needs_supervision(struct ehc_check *c, const struct ehc_item *task)
{
	return task->twin == NULL && ehc_task_class(c, task) == EHC_TASK_THIS_CHILD;
}

static void
supervision(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	size_t supervised = 0, alone = 0;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK)) {
		supervised += is_supervised(it);
		alone += needs_supervision(c, it) && !is_supervised(it);
	}
	if (alone > 1 && supervised == 0) {
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not say which professional supervises any of its tasks, and how often."),
		    "supervised by: <profession>, <minutes> minutes each <term>");
		return;
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK))
		if (needs_supervision(c, it) && !is_supervised(it))
			ehc_finding_suggest(c, ehc_finding_unsaid(c, ehc_flag_name(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))),
			    EHC_STR("which professional supervises it, and how often")),
			    "supervised by: <profession>, <minutes> minutes each <term>");
}

static void
insurance(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	if (c->plan->kinds[EHC_ITEM_TASK].count > 0 && ehc_plan_value(c->plan, EHC_L_INSURANCE).text.str.len == 0 &&
	    !ehc_plan_says(c, "insurance|insured|indemnity"))
		ehc_finding_suggest(c, ehc_flag(c, NULL, ehc_plan_place(c->plan),
		    "The plan does not note that staff are covered by insurance."), "insurance: <policy>, checked on <date>");
}

/* ---- RESP-022, RESP-023 ---- */

static void
nhs_contribution(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it, *task = NULL;

	(void)self;
	if (ehc_is_clinician(c, c->plan->written_by.text.str) || ehc_is_clinician(c, c->plan->took_part.text.str))
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_TASK))
		if (task == NULL && ehc_task_class(c, it) >= EHC_TASK_THIS_CHILD)
			task = it;
	if (task == NULL)
		return;
	ehc_finding_suggest(c, c->plan->took_part.text.str.len > 0 ?
	    ehc_flag_words(c, NULL, c->plan->took_part.text.span,
	    "The plan holds tasks that a health professional hands over (%s), but none took part in writing it.", task->id) :
	    ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan holds tasks that a health professional hands over (%s), but "
	    "does not say that one took part in writing it.", task->id),
	    "took part: <the child>, <parents>, <nurse or clinician>, <school staff>");
}

#define TRANSPORT "bus|minibus|taxi|coach|transport|escort|passenger assistant|journey"

/* Some line on the way says who has the medicine: that somebody carries it, sits with the child or can give it. */
static bool
way_is_provided_for(const struct ehc_check *c, const struct ehc_lines *l, bool *on_the_way)
{
	struct ehc_search search = ehc_search_for(c, TRANSPORT);
	const struct ehc_line *line;

	*on_the_way = false;
	while ((line = ehc_search_next(l, &search)) != NULL) {
		struct ehc_str sentence;
		size_t start;

		if (line->item != NULL && line->item->kind != EHC_ITEM_CARE)
			continue;       /* an emergency has its own ways */
		*on_the_way = true;
		sentence = ehc_sentence_of(line->text->str, ehc_says_at(c, line->text->str, TRANSPORT, NULL), &start);
		if (ehc_says(c, sentence, "carries|carry|takes|with the|beside|sits with|can give|escort|passenger assistant|"
		    "wears") && !ehc_says(c, sentence, "with the driver|with the other|with the others|with the class|with the rest"))
			return true;
		/* one of the family goes along, as on any other way */
		if (ehc_says(c, sentence, EHC_FAMILY) && ehc_says(c, sentence, "ride|travel|goes|drives|bring|take|sits|walk") && !ehc_says(c, sentence, "behind"))
			return true;
	}
	return false;
}

#define CARRIED "pocket|wears|carries|waist bag|in her bag|in his bag|in their bag|school bag|rucksack|with her|with him|with them"

/* A trip takes it by its id, or takes a kit without saying what is in it; "takes R1" leaves R2 behind. */
static bool
goes_on_trips(struct ehc_check *c, const struct ehc_item *medicine)
{
	for (size_t i = 0; i < c->plan->ntexts; i++) {
		struct ehc_str s = c->plan->texts[i].text.str;
		bool names_other = false;

		if (c->plan->texts[i].label != EHC_L_TRIPS)
			continue;
		for (const struct ehc_item *m = ehc_school_medicine(c, NULL); m != NULL; m = ehc_school_medicine(c, m))
			names_other = names_other || ehc_str_find_word(s, m->id) != SIZE_MAX;
		if (names_other ? ehc_str_find_word(s, medicine->id) != SIZE_MAX : ehc_says(c, s, "with the|carries|carry|takes|bag|box|wears|kit"))
			return true;
	}
	return false;
}

static void
transport(struct ehc_check *c, const struct ehc_rule *self)
{
	bool on_the_way, provided = way_is_provided_for(c, ehc_lines_of(c), &on_the_way);

	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c, it)) {
		struct ehc_finding *f;

		if (!ehc_is_rescue(c, it) || ehc_says(c, ehc_item_value(it, EHC_L_KEPT).text.str, CARRIED) || (on_the_way ? provided : goes_on_trips(c, it)))
			continue;
		f = ehc_flag_name(c, it, "The plan does not say who has %s on %s, and can give it.", it->id, on_the_way ?
		    "the way to and from school" : "trips and journeys");
		ehc_finding_suggest(c, f, "trips: On <the bus, trips> <who> carries %s and can give it.", it->id);
		return;
	}
}

#define DELEGATION_RULE .class_ = EHC_SAFETY, EHC_HCP
#define BY_COUNTY EHC_BY_SOURCE("Gloucestershire County Council care policy, tasks that need training for one person")

const struct ehc_rule ehc_rules_delegation[] = {
	{ .id = "RESP-011", .title = "A task that is handed over has its record", .severity = EHC_ERROR, DELEGATION_RULE,
	    .after = "RESP-016", EHC_BY_ANSWER, .run = delegation_record,
	    .why = "Without it nobody has decided that this person can do this for this child.",
	    .fix = "Add `delegated by:` with the registered professional, `competent:` with the date, and `renew by:` on the "
	    "staff.",
	    .legitimate = "What any trained member of staff may do: say so under `class of task:`." },
	{ .id = "RESP-012", .title = "A task of registered professionals is not left to others", .severity = EHC_ERROR,
	    DELEGATION_RULE, EHC_BY_ANSWER, .run = registered_only,
	    .why = "A mistake may harm the child at once, and school staff cannot put it right.",
	    .fix = "Ask the nurse who looks after the child, record the answer, and say who is rung.",
	    .legitimate = "That professional agreed to it for this child, in writing: record who, when and the sign-off." },
	{ .id = "RESP-013", .title = "Training is in date", .severity = EHC_ERROR, DELEGATION_RULE, BY_COUNTY,
	    .run = lapsed_training,
	    .why = "Somebody is relied on who was last shown how too long ago.",
	    .fix = "Have it renewed, or name somebody whose training is in date." },
	{ .id = "RESP-014", .title = "Two trained people and cover", .severity = EHC_ERROR, DELEGATION_RULE, EHC_BY_GUIDANCE,
	    .run = enough_people,
	    .why = "On the day when the one person is away the child is at risk, or at home.",
	    .fix = "Name two trained people, and who steps in." },
	{ .id = "RESP-015", .title = "Training for a task of this child is with this child", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, .after = "IHP-017 IHP-019", BY_COUNTY,
	    .run = child_specific, .why = "Each child's device, signs and dose are their own.",
	    .fix = "Have staff trained with the child's own plan and device." },
	{ .id = "RESP-016", .title = "Nobody hands on what was handed to them", .severity = EHC_ERROR, DELEGATION_RULE,
	    EHC_BY_PRACTICE, .run = sub_delegation,
	    .why = "Each hand that it goes through knows less of how it is done.",
	    .fix = "Have the registered professional train and sign off each person." },
	{ .id = "RESP-017", .title = "Staff agreed to it", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, EHC_HCP,
	    EHC_BY_BELIEF, .run = willing,
	    .why = "Somebody who is afraid of a task does it late.", .fix = "Ask, and record the day under `willing:`." },
	{ .id = "RESP-018", .title = "Supervision has a person and an interval", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP,
	    .after = "RESP-011", EHC_BY_ANSWER, .run = supervision,
	    .why = "Small mistakes become habits where nobody looks.",
	    .fix = "Add `supervised by:` with the profession and how often." },
	{ .id = "RESP-019", .title = "Insurance is noted", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, EHC_HCP,
	    EHC_BY_BELIEF, .run = insurance,
	    .why = "Staff who are sure of their cover act without fear.",
	    .fix = "Add `insurance:` with the policy and the day on which it was checked." },
	{ .id = "RESP-022", .title = "A health professional took part", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    EHC_HCP, EHC_BY_GUIDANCE, .run = nhs_contribution,
	    .why = "Tasks that need training with the child need somebody who has seen the child.",
	    .fix = "Invite the nurse or clinician, and name them under `took part:`." },
	{ .id = "RESP-023", .title = "The medicine travels with somebody who can give it", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, EHC_HCP, EHC_BY_GUIDANCE, .run = transport,
	    .why = "A bus has no medical room.", .fix = "Say who carries it and can give it, on trips and on the way to "
	    "school." },
	{ .id = "RESP-026", .title = "Local: a task that the profile keeps from school staff is not handed to them", .severity = EHC_WARNING,
	    .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_HEALTH_PLAN, .after = "RESP-012", EHC_BY_PRACTICE, .run = not_delegated_here,
	    .why = "Those who would have to train and supervise the staff have said that they do not; somebody must settle who does it before the child needs it.",
	    .fix = "Ask the health body that the profile speaks for who does it instead; or record an exception: `exception: <reason>; <approver>, <date>`.",
	    .legitimate = "It is local policy, not the law; it may have been agreed for this child." },
	EHC_NO_MORE_RULES
};
