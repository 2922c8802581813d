/*
 * quantity.c - what a provision leaves open: how much, how often, for how many weeks, in what group, by whom and with
 * what expertise. The findings of one item share a cause, so that people are shown one defect.
 */
#include "rules/slots.h"
#include "rules/wording.h"

#define IN_F (1u << EHC_F)
#define IN_G (1u << EHC_G)
#define IN_H (1u << EHC_H1 | 1u << EHC_H2)

/* The next provision, from *n on, in one of the sections, of which something of `slots` is expected and missing; NULL at the end. */
static const struct ehc_slots *
next_lacking(struct ehc_check *c, size_t *n, unsigned sections, unsigned slots)
{
	while (*n < c->plan->kinds[EHC_ITEM_PROVISION].count) {
		const struct ehc_slots *s = ehc_slots_of(c, (*n)++);

		if ((sections & 1u << s->item->section) && ehc_slots_apply(s) && (ehc_slots_missing(s) & slots))
			return s;
	}
	return NULL;
}

static struct ehc_str
called(struct ehc_check *c, const struct ehc_slots *s)
{
	return ehc_item_Called(c->arena, s->item);
}

/* Sessions, lessons or visits are counted, but nobody can tell how long one is. */
static bool
counts_without_length(const struct ehc_slots *s)
{
	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].no_length)
			return true;
	return false;
}

/* ---- how much, how often ---- */

/* What has no amount is better shown than the whole item: the words that say what is done, or with what. */
static struct ehc_finding *
point(struct ehc_finding *f, const struct ehc_slots *s, struct ehc_span words)
{
	if (!s->said->complete && words.start < words.end) {
		f->span = words;
		f->has_text = true;
	}
	return f;
}

/* Things that nobody is named for: minutes and groups would be asked in vain. */
static void
unsupplied(struct ehc_check *c)
{
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		const struct ehc_said *said = s->said;

		if (s->item->section != EHC_F || s->kind != EHC_PROVISION_EQUIPMENT || !ehc_slots_apply(s) || said->equipment || said->role || said->organisation ||
		    s->item->equipment.text.str.len > 0)
			continue;
		ehc_finding_suggest(c, point(ehc_flag_unsaid(c, s, EHC_STR("how many there are, who supplies them, and who checks and repairs them")), s,
		    ehc_said_thing(c->plan, s->item)), "<number> <item>, supplied by <service> by <date>, checked and repaired by <role> every <months> months");
	}
}

static void
how_much(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;
	struct ehc_finding *f;

	(void)self;
	unsupplied(c);
	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_AMOUNT)) != NULL) {
		if (counts_without_length(s) || s->kind == EHC_PROVISION_TRAINING)
			continue;
		f = s->filled & EHC_SLOT_FREQUENCY ? ehc_flag_slot(c, s, "%.*s says how often, but not for how long.", EHC_ARG(called(c, s))) :
		    ehc_flag_unsaid(c, s, EHC_STR("how much: no minutes, hours or sessions"));
		point(f, s, ehc_said_thing(c->plan, s->item));
		ehc_finding_suggest(c, f, "<minutes> minutes%s", s->filled & EHC_SLOT_FREQUENCY ? " each time" : ", <how often>, <weeks> weeks a year");
	}
}

static void
how_often(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;
	struct ehc_finding *f;

	(void)self;
	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_FREQUENCY)) != NULL) {
		f = s->kind == EHC_PROVISION_ADJUSTMENT ? ehc_flag_unsaid(c, s, EHC_STR("when it is done, or how often")) :
		    s->filled & EHC_SLOT_AMOUNT ? ehc_flag_slot(c, s, "%.*s says how much, but not how often.", EHC_ARG(called(c, s))) :
		    ehc_flag_unsaid(c, s, EHC_STR("how often"));
		point(f, s, ehc_said_act(c->plan, s->item));
		ehc_finding_suggest(c, f, s->kind == EHC_PROVISION_ADJUSTMENT ? "<at which event or time>" : "<number> times a <week, fortnight or term>");
	}
}

/* "A social skills group, weekly": it comes as sessions, and nothing says how long one is. */
static bool
is_session_like(const struct ehc_check *c, const struct ehc_slots *s)
{
	static const char *const words[] = { "group", "groups", "session", "sessions", "club", "class" };

	if (s->ndoses == 0 || !ehc_provision_is_direct(s->kind) || !ehc_own_says_any(c, s->item, words, EHC_COUNT(words)))
		return false;
	for (size_t i = 0; i < s->ndoses; i++) {
		const struct ehc_dose *d = &s->doses[i];
		bool by_week = d->per == EHC_UNIT_WEEK || d->per == EHC_UNIT_FORTNIGHT || d->per == EHC_UNIT_MONTH || d->per == EHC_UNIT_TERM;

		if (ehc_ratio_known(d->length.low) || ehc_ratio_known(d->count.low) || d->full_time || d->period == EHC_PERIOD_EVENT || !by_week)
			return false;
	}
	return !s->said->length;
}

/* "All 25 lessons a week": the timetable says how long one is, though the plan does not. */
static bool
counts_lessons(const struct ehc_slots *s)
{
	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].no_length && s->doses[i].count_unit == EHC_UNIT_LESSON)
			return true;
	return false;
}

static void
session_length(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		bool missing = ehc_slots_missing(s) & EHC_SLOT_AMOUNT;

		if (s->item->section == EHC_F && ehc_slots_apply(s) && ((missing && counts_without_length(s)) || is_session_like(c, s))) {
			bool lessons = counts_lessons(s);
			struct ehc_finding *f = ehc_flag_slot(c, s, "%.*s comes in %s, but does not say how long one is.", EHC_ARG(called(c, s)), lessons ? "lessons" : "sessions");

			ehc_finding_suggest(c, f, "<number> %s of <minutes> minutes", lessons ? "lessons" : "sessions");
			if (lessons)
				f->severity = EHC_WARNING;
		}
	}
}

/* "Every Tuesday at 1.10pm" in a school is each school week to most readers. */
static bool
names_weekdays(const struct ehc_slots *s)
{
	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].period == EHC_PERIOD_PER)
			return false;
	return s->ndoses > 0;
}

/* "Every Thursday until July 2027": when it stops is said; only the holidays are left open. */
static bool
says_its_end(const struct ehc_slots *s)
{
	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].until != EHC_NODATE)
			return true;
	return s->item->until.day != EHC_NODATE || (s->said->text->has_date && (ehc_str_has_word(s->item->text.str, "until") || ehc_str_has_word(s->item->text.str, "from")));
}

static void
weeks(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;
	struct ehc_finding *f;

	(void)self;
	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_WEEKS)) != NULL) {
		struct ehc_str taken = ehc_ratio_text(c->arena, c->profile->school.weeks);

		f = ehc_flag_unsaid(c, s, ehc_arena_printf(c->arena, "for how many weeks of the year; totals take it as %.*s", EHC_ARG(taken)));
		if (names_weekdays(s) || says_its_end(s))
			f->severity = EHC_NOTE;
		ehc_finding_suggest(c, f, "in term time, or <number> weeks a year");
	}
}

static bool
says_small_group(const struct ehc_slots *s)
{
	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].group == EHC_GROUP_SMALL)
			return true;
	return false;
}

static void
group(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const others[] = { "group", "groups", "class", "classes", "peers", "friends", "children", "pupils", "students", "others", "club", "circle" };
	const struct ehc_slots *s;
	struct ehc_found found = ehc_found_phrases(c, self);
	size_t n = 0;

	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_GROUP)) != NULL) {
		struct ehc_finding *f;

		if (ehc_found_on(c, &found, s->item, EHC_NOSPAN) != NULL)
			continue;
		f = says_small_group(s) ? ehc_flag_slot(c, s, "%.*s says a small group, but not how many children at most.", EHC_ARG(called(c, s))) :
		    ehc_flag_unsaid(c, s, EHC_STR("whether it is one-to-one, or in how large a group"));
		/* Who works with this child, at what, for how long: most readers take it for one-to-one, unless it is called therapy or teaching, or others are spoken of. */
		if (s->said->complete && s->kind == EHC_PROVISION_UNKNOWN && !says_small_group(s) && !ehc_own_says_any(c, s->item, others, EHC_COUNT(others)))
			f->severity = EHC_NOTE;
		ehc_finding_suggest(c, f, "one-to-one, or in a group of up to <number>");
	}
}

/* ---- who ---- */

static void
who(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;

	(void)self;
	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_WHO)) != NULL)
		ehc_finding_suggest(c, ehc_flag_unsaid(c, s, EHC_STR("who provides it")), "<role>, <qualification>");
}

/* "Specialist teacher": the title claims an expertise without saying which. */
static bool
is_specialist(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "specialist", "therapist", "consultant", "advisory teacher", "counsellor" };

	return ehc_says_any(c, it->who.value.text.str, words, EHC_COUNT(words));
}

static void
expertise(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;
	struct ehc_finding *f;

	(void)self;
	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_EXPERTISE)) != NULL) {
		if (!(s->filled & EHC_SLOT_WHO) || s->said->organisation)
			continue;       /* that nobody is named is said elsewhere */
		f = ehc_flag_unsaid(c, s, EHC_STR("what training or qualification is expected of those who provide it"));
		if (!is_specialist(c, s->item))
			f->severity = EHC_WARNING;
		ehc_finding_suggest(c, f, "<role>, <qualification or level>, trained in <method> by <role>");
	}
}

/* Who was trained for the work, or is said to be trained and has a task that is plain, knows it; that nobody is said to watch is then a note. */
static void
training_and_supervision(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const trained[] = { "trained", "certificate", "diploma", "qualified", "qualification", "training", "course", "workshop", "module" };
	const struct ehc_slots *s;
	size_t n = 0;

	(void)self;
	while ((s = next_lacking(c, &n, IN_F, EHC_SLOT_TRAINER | EHC_SLOT_SUPERVISOR)) != NULL) {
		unsigned missing = ehc_slots_missing(s);
		bool trainer = missing & EHC_SLOT_TRAINER, supervisor = missing & EHC_SLOT_SUPERVISOR;
		struct ehc_finding *f;

		if (s->kind == EHC_PROVISION_TRAINING)
			continue;
		f = ehc_flag_slot(c, s, "%.*s is given by support staff, but does not say who %s.", EHC_ARG(called(c, s)),
		    trainer && supervisor ? "trains and who supervises them" : trainer ? "trains them" : "supervises them");
		if (!trainer || (s->said->complete && s->said->qualified &&
		    (ehc_own_says_any(c, s->item, trained, EHC_COUNT(trained)) || ehc_says_any(c, s->item->who.value.text.str, trained, 1))))
			f->severity = EHC_NOTE;
		ehc_finding_suggest(c, f, "trained by <role>, <hours>, by <date>; supervised by <role>, <minutes> every <weeks> weeks");
	}
}

/* ---- sections G, H1 and H2 ---- */

static struct ehc_str
what_or_who(const struct ehc_slots *s)
{
	return ehc_slots_missing(s) & EHC_SLOT_CONTENT ? EHC_STR("what kind of help it is") : EHC_STR("who provides it");
}

static void
health_who(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;

	(void)self;
	while ((s = next_lacking(c, &n, IN_G, EHC_SLOT_WHO | EHC_SLOT_CONTENT)) != NULL)
		ehc_finding_suggest(c, ehc_flag_unsaid(c, s, what_or_who(s)), "<kind of help>, by <role>, <service>");
}

static struct ehc_str
what_is_open(const struct ehc_slots *s)
{
	unsigned missing = ehc_slots_missing(s) & (EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY);

	return missing == EHC_SLOT_AMOUNT ? EHC_STR("how much") : missing == EHC_SLOT_FREQUENCY ? EHC_STR("how often") : EHC_STR("how much or how often");
}

/* Neither an amount, nor an interval, nor an event: no figure at all: in whatever words, nobody can tell whether it was ever given. */
static bool
is_open_ended(const struct ehc_slots *s)
{
	const struct ehc_prose *p = s->said->text;

	if (s->item->said == NULL || !s->said->content || ehc_item_has_phrase(s->item))
		return false;   /* what is wrong with its words is said elsewhere */
	return !s->said->complete && !(s->filled & (EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY)) && p->nnumbers == 0 && !p->clock && !p->has_date;
}

static void
health_amount(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const lasting[] = { "therapy", "physiotherapy", "sessions", "treatment", "visits", "visit", "sees", "see", "supports", "works", "appointments" };
	const struct ehc_slots *s;
	size_t n = 0;

	(void)self;
	while ((s = next_lacking(c, &n, IN_G, EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY)) != NULL) {
		struct ehc_finding *f;

		if (s->kind == EHC_PROVISION_TRAINING)
			continue;
		f = point(ehc_flag_unsaid(c, s, what_is_open(s)), s, ehc_said_thing(c->plan, s->item));
		/* Who does what, and how often: an X-ray or a check of a chair is as long as it is. */
		if (s->said->complete && (s->filled & EHC_SLOT_FREQUENCY) && !ehc_says_any(c, s->item->text.str, lasting, EHC_COUNT(lasting)))
			f->severity = EHC_NOTE;
		else if (!is_open_ended(s))
			f->severity = EHC_WARNING;
		ehc_finding_suggest(c, f, "<minutes> minutes, every <weeks> weeks");
	}
}

static void
social_care(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_slots *s;
	size_t n = 0;
	struct ehc_finding *f;

	(void)self;
	while ((s = next_lacking(c, &n, IN_H, EHC_SLOT_WHO | EHC_SLOT_CONTENT | EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY)) != NULL) {
		unsigned missing = ehc_slots_missing(s);

		if (missing & (EHC_SLOT_WHO | EHC_SLOT_CONTENT))
			ehc_flag_unsaid(c, s, what_or_who(s));
		if (missing & (EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY)) {
			f = ehc_flag_unsaid(c, s, what_is_open(s));
			point(f, s, ehc_said_thing(c->plan, s->item))->severity = is_open_ended(s) ? EHC_ERROR : EHC_WARNING;
			ehc_finding_suggest(c, f, "<hours> hours, <number> times a <week or month>, <weeks> weeks a year");
		}
	}
}

/* Comes often enough for a school holiday to matter, and nothing says in which weeks. */
static bool
recurs_without_weeks(const struct ehc_slots *s)
{
	for (size_t i = 0; i < s->ndoses; i++) {
		const struct ehc_dose *d = &s->doses[i];
		bool by_week = d->per == EHC_UNIT_WEEK || d->per == EHC_UNIT_FORTNIGHT || d->per == EHC_UNIT_DAY || d->per == EHC_UNIT_NIGHT;
		bool often = !ehc_ratio_known(d->every) || ehc_ratio_cmp(d->every, ehc_ratio(2, 1)) <= 0;

		if ((d->period == EHC_PERIOD_PER || d->period == EHC_PERIOD_WEEKDAYS) && by_week && often && d->weeks_kind == EHC_WEEKS_NONE && !d->count_in_all)
			return true;
	}
	return false;
}

/* Health and social care go on outside term; where the words do not say so, nobody can tell. */
static void
holidays(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "holidays", "holiday", "all year", "year-round", "term", "term-time", "weekends" };

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);

		if (((IN_G | IN_H) & 1u << s->item->section) && ehc_slots_apply(s) && recurs_without_weeks(s) &&
		    !ehc_own_says_any(c, s->item, words, EHC_COUNT(words)))
			ehc_flag_unsaid(c, s, EHC_STR("whether it goes on in the school holidays"));
	}
}

/* ---- therapy and training ---- */

/* One figure for a therapy whose words also speak of training, programmes or reports. */
static void
direct_time(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "indirect", "programme", "programmes", "report", "reports", "training", "trains", "liaison" };

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);

		if (!((IN_F | IN_G) & 1u << s->item->section) || s->kind != EHC_PROVISION_THERAPY || s->ndoses != 1)
			continue;
		if (s->doses[0].delivery == EHC_DELIVERY_NONE && ehc_ratio_known(s->doses[0].length.low) &&
		    ehc_own_says_any(c, s->item, words, EHC_COUNT(words)))
			ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s gives one amount for time with the child and for programmes, training or reports.",
			    EHC_ARG(called(c, s))), "<minutes> direct, <how often>; <minutes> indirect for <training, programme or report>, <how often>");
	}
}

static void
training(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct { enum ehc_slot slot; const char *words; } parts[] = {
		{ EHC_SLOT_AMOUNT, "how many hours" }, { EHC_SLOT_TRAINER, "who trains" }, { EHC_SLOT_HOW_MANY, "how many people are trained" },
		{ EHC_SLOT_REPEAT, "when it is repeated, for new staff too" },
	};
	const struct ehc_slots *s;
	size_t n = 0;

	(void)self;
	while ((s = next_lacking(c, &n, IN_F | IN_G, EHC_SLOT_AMOUNT | EHC_SLOT_TRAINER | EHC_SLOT_HOW_MANY | EHC_SLOT_REPEAT)) != NULL) {
		struct ehc_str missing[EHC_COUNT(parts)];
		size_t count = 0;

		if (s->kind != EHC_PROVISION_TRAINING)
			continue;
		for (size_t i = 0; i < EHC_COUNT(parts); i++)
			if (ehc_slots_missing(s) & parts[i].slot)
				missing[count++] = ehc_str_of(parts[i].words);
		ehc_finding_suggest(c, ehc_flag_slot(c, s, "%.*s is training, but does not say %.*s.", EHC_ARG(called(c, s)),
		    EHC_ARG(ehc_list_words(c->arena, missing, count, count))), "<hours> hours by <role> for <number> staff, by <date>, again every <months> months");
	}
}

/* ---- review and first day: good practice, said once where no provision of the plan has it ---- */

static bool
is_judged(const struct ehc_slots *s)
{
	return ((IN_F | IN_G | IN_H) & 1u << s->item->section) && ehc_slots_apply(s);
}

static void
flag_good_practice(struct ehc_check *c, enum ehc_slot slot, const char *item_lacks, const char *plan_lacks, const char *suggestion)
{
	size_t all = 0, missing = 0, total = c->plan->kinds[EHC_ITEM_PROVISION].count;
	const struct ehc_slots *s;
	struct ehc_finding *f;

	for (size_t n = 0; n < total; n++) {
		s = ehc_slots_of(c, n);
		all += is_judged(s);
		missing += is_judged(s) && (ehc_slots_missing(s) & slot);
	}
	if (missing > 1 && missing == all) {
		f = ehc_flag(c, NULL, ehc_plan_place(c->plan), "None of the %zu provisions says %s.", all, plan_lacks);
		f->suggestion = ehc_str_of(suggestion);
		return;
	}
	for (size_t n = 0; n < total && missing > 0; n++) {
		s = ehc_slots_of(c, n);
		if (!is_judged(s) || !(ehc_slots_missing(s) & slot))
			continue;
		f = ehc_flag_unsaid(c, s, ehc_str_of(item_lacks));
		if (s->said->complete)
			f->severity = EHC_NOTE;
		f->suggestion = ehc_str_of(suggestion);
	}
}

static void
review(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	flag_good_practice(c, EHC_SLOT_REVIEW, "when it is looked at again, by whom and with what measure",
	    "when it is looked at again, by whom and with what measure", "<role>, every <weeks> weeks, with <measure>");
}

static void
start(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	flag_good_practice(c, EHC_SLOT_START, "from what day it is given", "from what day it is given", "from <date>, or from the date of the final plan");
}

/* ---- the index ---- */

static void
completeness(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t judged = 0, total = c->plan->kinds[EHC_ITEM_PROVISION].count;
	const struct ehc_slots *least = NULL;
	int sum = 0;

	(void)self;
	for (size_t n = 0; n < total; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);

		if (!is_judged(s))
			continue;
		judged++;
		sum += ehc_slots_index(s);
		if (least == NULL || ehc_slots_index(s) < ehc_slots_index(least))
			least = s;
	}
	if (judged == 0 || ehc_slots_index(least) == 10)
		return;
	ehc_flag(c, NULL, ehc_plan_place(c->plan), "Over %zu provision%s, %d of 10 parts that are expected are there; least in %.*s, %d of 10.", judged,
	    judged == 1 ? "" : "s", sum / (int)judged, EHC_ARG(ehc_item_called(c->arena, least->item)), ehc_slots_index(least));
}

#define CODE_F "SEND Code of Practice 9.69"

const struct ehc_rule ehc_rules_quantity[] = {
	{ .id = "QUANT-001", .title = "Provision in section F says how much", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE,
	    .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "Without an amount the child may get any, or none, and nobody could show that the plan was not kept.",
	    .fix = "Give the length of a session, or the hours in all: <minutes> minutes, <how often>, <weeks> weeks a year.",
	    .legitimate = "A definite act at a stated event needs no minutes, and neither does listed equipment.", .run = how_much },
	{ .id = "QUANT-002", .title = "Provision in section F says how often", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE,
	    .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "Forty-five minutes once a year would keep to a plan that says only forty-five minutes.",
	    .fix = "Say how often, or at which event: <number> times a week, at the start of each lesson.",
	    .legitimate = "A definite act at a stated event, or equipment that is simply there.", .run = how_often },
	{ .id = "QUANT-003", .title = "Provision in section F says for how many weeks", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .after = "QUANT-002", .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "\"Once a week\" may mean ten weeks or fifty; the family cannot tell when it should stop.",
	    .fix = "Add \"in term time\", or the number of weeks.", .run = weeks },
	{ .id = "QUANT-004", .title = "Provision in section F says in how large a group", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "Half an hour alone with a therapist and half an hour in a group of eight are different help.",
	    .fix = "Add \"one-to-one\", \"in a pair\", or \"in a group of up to <number>\".", .legitimate = "Time that is not spent with children.", .run = group },
	{ .id = "QUANT-005", .title = "Provision in section F says who provides it", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "What nobody is named for, nobody does.", .fix = "Name the role, not the person: <role>, <qualification>.", .run = who },
	{ .id = "QUANT-006", .title = "Provision in section F says with what expertise", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .after = "QUANT-005", .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "The same minutes with somebody who does not know the method may do nothing, or harm.",
	    .fix = "Give the qualification or the level, or the training and who gives it. A protected title, such as a registered therapist, nurse or psychologist, is "
	    "enough by itself.",
	    .run = expertise },
	{ .id = "QUANT-007", .title = "Help given by an assistant has a trainer and a supervisor", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .after = "QUANT-005", .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "An assistant who is taught once and never watched drifts from the method.",
	    .fix = "Say who trains the assistant, for how long, and who watches the work and how often.", .run = training_and_supervision },
	{ .id = "QUANT-008", .title = "Provision says when it is looked at again", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Help that does not work goes on for a year if nobody looks at it sooner.",
	    .fix = "Say who looks at it again, how often and with what measure.", .run = review },
	{ .id = "QUANT-009", .title = "Health provision says what it is and who provides it", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "A service that is not told what to do, and by whom, has nothing to arrange.",
	    .fix = "Give the kind of help and the role that provides it: <kind of help>, by <role>, <service>.", .run = health_who },
	{ .id = "QUANT-010", .title = "Health provision says how much and how often", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .after = "HLTH-011 HLTH-015", .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "Health provision should normally be quantified too; without a figure a visit may be put off for ever.",
	    .fix = "Give the length and the interval: <minutes> minutes, every <weeks> weeks.", .run = health_amount },
	{ .id = "QUANT-011", .title = "Social care provision says what, who, how much and how often", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "The family plans its week around this help; it needs to know what comes, and when.",
	    .fix = "Give the kind of help, the role or the place that provides it, and the amount: <hours> hours, <how often>, <weeks> weeks a year.", .run = social_care },
	{ .id = "QUANT-012", .title = "Time with the child and other therapy time are stated apart", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "If reports and training come out of one figure, the child may hardly see the therapist.",
	    .fix = "Give the direct time and the indirect time as two amounts, with a semicolon between.", .run = direct_time },
	{ .id = "QUANT-013", .title = "Training of staff says how long, by whom, for how many and when again", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The child meets new staff each year; training given once to one person does not last.",
	    .fix = "Give the hours, the trainer, the number of people and when it is repeated, for new staff too.", .run = training },
	{ .id = "QUANT-022", .title = "Sessions have a length", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE,
	    .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "A session may be ten minutes or two hours.", .fix = "Add the length: <number> sessions of <minutes> minutes.", .run = session_length },
	{ .id = "QUANT-026", .title = "Health and social care say whether they go on in the holidays", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A need does not stop at the end of term; the family should know whether the help does.",
	    .fix = "Add \"all year\", \"in term time\", or the number of weeks.", .run = holidays },
	{ .id = "QUANT-027", .title = "Provision says from what day it is given", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The duty to secure the provision begins with the final plan; a first day shows whether it was kept.",
	    .fix = "Add \"from <date>\", or \"from the date of the final plan\".", .run = start },
	{ .id = "QUANT-029", .title = "How fully provision is quantified", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	    .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "One figure shows where to begin: the provision that says least is the one that a child is least likely to get.",
	    .fix = "Begin with the provision that is named.", .run = completeness },
	EHC_NO_MORE_RULES
};
