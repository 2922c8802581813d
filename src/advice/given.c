/*
 * given.c - what an item of provision gives, in advice or in a plan: by whom, how much, in what group, and what it speaks of.
 */
#include "ehc/advice.h"
#include "ehc/prose.h"

#include <string.h>

#define PERMISSION "W077"       /* of the lexicon: may, might, could */

static bool
any_word(struct ehc_str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_has_word(s, words[i]))
			return true;
	return false;
}

/* ---- by whom ---- */

static bool
prose_has(const struct ehc_prose *p, enum ehc_list list)
{
	return p != NULL && ehc_prose_has(p, list);
}

static bool
is_specialist_teacher(struct ehc_str words)
{
	static const char *const titles[] = { "specialist teacher", "specialist teachers", "qualified teacher of", "teacher of the deaf", "QToD", "ToD", "QTVI", "advisory teacher",
		"outreach teacher", "specialist dyslexia teacher", "mandatory qualification", "specialist support teacher" };

	return any_word(words, titles, EHC_COUNT(titles));
}

/* An assistant whose training, skill or supervision is named can do what another cannot. */
static bool
is_trained(const struct ehc_item *it, struct ehc_str words)
{
	static const char *const marks[] = { "trained", "training", "qualified", "certificate", "level 3", "level 4", "HLTA", "higher level", "experienced", "competent", "ELSA", "ELKLAN",
		"specialist", "therapy assistant", "technical instructor", "supervised", "supervision" };

	return any_word(words, marks, EHC_COUNT(marks)) || it->trained_by.text.str.len > 0 || it->supervised_by.text.str.len > 0 || it->who.training.len > 0 ||
	    it->who.qualification.len > 0;
}

static enum ehc_expertise
expertise_in(const struct ehc_item *it, const struct ehc_prose *p, bool registered, bool support, bool generic)
{
	static const char *const helpers[] = { "therapy assistant", "therapy assistants", "therapist assistant", "nursery nurse", "assistant psychologist", "technical instructor" };

	if (any_word(p->text, helpers, EHC_COUNT(helpers)))
		return EHC_BY_TRAINED_ASSISTANT;
	if (registered || is_specialist_teacher(p->text))
		return EHC_BY_SPECIALIST;
	if (prose_has(p, EHC_LIST_ROLE_TEACHER))
		return EHC_BY_TEACHER;
	if (support)
		return is_trained(it, p->text) ? EHC_BY_TRAINED_ASSISTANT : EHC_BY_ASSISTANT;
	if (prose_has(p, EHC_LIST_ROLE_OTHER))
		return EHC_BY_POST;
	return generic ? EHC_BY_ANYONE : EHC_BY_NOBODY_NAMED;
}

static void
find_who(struct ehc_arena *a, struct ehc_given *g)
{
	const struct ehc_item *it = g->item;
	const struct ehc_said *said = it->said;
	struct ehc_str named = it->who.role.len > 0 ? it->who.role : it->who.value.text.str;
	const struct ehc_str fields[] = { it->text.str, it->who.value.text.str, it->trained_by.text.str, it->supervised_by.text.str, it->review.text.str };

	for (size_t i = 0; i < EHC_COUNT(fields); i++)
		g->specialist_named = g->specialist_named || is_specialist_teacher(fields[i]) || ehc_services_in(fields[i]) != 0 ||
		    (fields[i].len > 0 && ehc_prose_has(ehc_prose_read(a, fields[i]), EHC_LIST_ROLE_REGISTERED));
	if (named.len > 0) {
		const struct ehc_prose *p = ehc_prose_read(a, named);

		g->by = expertise_in(it, p, ehc_prose_has(p, EHC_LIST_ROLE_REGISTERED), ehc_prose_has(p, EHC_LIST_ROLE_SUPPORT), ehc_prose_has(p, EHC_LIST_ROLE_GENERIC));
		g->who_words = it->who.value.text.str;
	} else if (said != NULL) {
		g->by = expertise_in(it, said->text, said->registered, said->support, said->generic);
		g->shared = g->by == EHC_BY_SPECIALIST && (said->support || ehc_prose_has(said->text, EHC_LIST_ROLE_TEACHER));
	}
}

/* ---- how much ---- */

/* Most children in the group: for one-to-one 1. */
static struct ehc_ratio
group_of(const struct ehc_dose *d)
{
	switch (d->group) {
	case EHC_GROUP_ONE:
		return ehc_ratio(1, 1);
	case EHC_GROUP_PAIR:
		return ehc_ratio(2, 1);
	case EHC_GROUP_CLASS:
		return ehc_ratio(30, 1);
	case EHC_GROUP_GROUP:
		return ehc_ratio_known(d->group_size.high) ? d->group_size.high : d->group_size.low;
	case EHC_GROUP_NONE:
	case EHC_GROUP_SMALL:
		break;
	}
	return EHC_NORATIO;
}

/* "Two adults" without a word on how many children are there for this one. */
static struct ehc_ratio
adults_of(const struct ehc_dose *d)
{
	return ehc_ratio_known(d->children) ? ehc_ratio_div(d->staff, d->children) : d->staff;
}

/* What comes from week to week, and is counted for the school year whatever its number of weeks, or for weeks that nobody said. */
static bool
is_open(const struct ehc_dose *d, const struct ehc_yearly *y)
{
	bool by_week = d->period == EHC_PERIOD_WEEKDAYS || d->per == EHC_UNIT_DAY || d->per == EHC_UNIT_SCHOOL_DAY || d->per == EHC_UNIT_WEEK ||
	    d->per == EHC_UNIT_SCHOOL_WEEK || d->per == EHC_UNIT_FORTNIGHT;
	bool about_a_year = d->weeks_kind == EHC_WEEKS_GIVEN && d->weeks_yearly && ehc_ratio_known(d->weeks) && ehc_ratio_cmp(d->weeks, ehc_ratio(36, 1)) >= 0 &&
	    ehc_ratio_cmp(d->weeks, ehc_ratio(40, 1)) <= 0;

	return by_week && (y->assumed || d->weeks_kind == EHC_WEEKS_TERM_TIME || about_a_year);
}

static bool
is_direct(const struct ehc_dose *d)
{
	return d->delivery != EHC_DELIVERY_INDIRECT && d->delivery != EHC_DELIVERY_TRAINING && d->delivery != EHC_DELIVERY_REPORT;
}

/* "... and supervises each half term": how often, of nothing that is counted. */
static bool
any_quantity(const struct ehc_amount *m)
{
	for (size_t i = 0; i < m->ndoses; i++)
		if (ehc_dose_has_quantity(&m->doses[i]))
			return true;
	return false;
}

static void
find_doses(struct ehc_arena *a, struct ehc_given *g)
{
	const struct ehc_amount *m = g->item->whole;
	bool quantity = m != NULL && any_quantity(m);

	if (m == NULL)
		return;
	g->doses = EHC_NEW_ARRAY(a, struct ehc_given_dose, m->ndoses);
	for (size_t i = 0; i < m->ndoses; i++) {
		const struct ehc_dose *d = &m->doses[i];
		const struct ehc_yearly *y = &m->years[i];

		g->ceiling = g->ceiling || d->length.bound == EHC_UP_TO || d->count.bound == EHC_UP_TO || d->times.bound == EHC_UP_TO;
		if ((!ehc_ratio_known(y->hours) && !ehc_ratio_known(y->sessions)) || (quantity && !ehc_dose_has_quantity(d)))
			continue;
		g->doses[g->ndoses++] = (struct ehc_given_dose){ .hours = y->hours, .times = y->sessions, .weeks = y->weeks, .open = is_open(d, y), .assumed = y->assumed,
			.direct = is_direct(d), .group = group_of(d), .adults = adults_of(d) };
	}
	g->in_hours = g->ndoses > 0;
	for (size_t i = 0; i < g->ndoses; i++)
		g->in_hours = g->in_hours && ehc_ratio_known(g->doses[i].hours);
}

/* What the writer wrote of the amount: the fields as they stand, else that stretch of the sentence. */
static struct ehc_str
amount_words(struct ehc_arena *a, const struct ehc_item *it)
{
	struct ehc_str much = it->how_much.text.str, often = it->how_often.text.str;

	if (much.len > 0 && often.len > 0)
		return ehc_arena_printf(a, "%.*s; %.*s", EHC_ARG(much), EHC_ARG(often));
	if (much.len > 0 || often.len > 0)
		return much.len > 0 ? much : often;
	return it->sentence != NULL ? it->sentence->text : EHC_NOSTR;
}

/* ---- what is done ---- */

static unsigned
kinds_of(const struct ehc_given *g)
{
	static const char *const training[] = { "training for staff", "training for all", "training of staff", "staff training", "train staff", "trains staff", "trains the staff",
		"train the staff", "staff will be trained", "staff are trained", "staff trained", "training for the", "training to staff", "training to the", "train the", "trains the",
		"trains all", "train all", "training session", "training sessions", "training day", "training to all", "workshop", "workshops", "be trained", "training on", "training in" };
	static const char *const advising[] = { "review", "reviews", "assess", "assesses", "assessment", "reassessment", "report", "reports", "meeting", "meetings", "meets", "liaise",
		"liaises", "liaison", "consultation", "consultations", "advises", "monitor", "monitors", "monitoring", "programme written", "writes a programme", "write a programme",
		"update the programme", "updates the programme", "supervises", "supervision" };
	static const char *const trains[] = { "train", "trains", "coaches", "instructs", "instruct" };
	static const char *const staff[] = { "staff", "teacher", "teachers", "assistant", "assistants", "adults", "supervisors", "team" };
	const struct ehc_item *it = g->item;
	struct ehc_str text = it->text.str;
	unsigned kinds = 0;

	if ((any_word(text, trains, EHC_COUNT(trains)) && any_word(text, staff, EHC_COUNT(staff))) || any_word(text, training, EHC_COUNT(training)) || ehc_str_has_word(it->type.text.str, "training"))
		kinds |= EHC_GIVEN_TRAINING;
	for (size_t i = 0; it->whole != NULL && i < it->whole->ndoses; i++)
		if (it->whole->doses[i].delivery == EHC_DELIVERY_TRAINING)
			kinds |= EHC_GIVEN_TRAINING;
	if (it->equipment.text.str.len > 0 || ehc_str_has_word(it->type.text.str, "equipment") ||
	    (it->said != NULL && it->said->equipment && !it->said->length))
		kinds |= EHC_GIVEN_EQUIPMENT;
	if (any_word(text, advising, EHC_COUNT(advising)))
		kinds |= EHC_GIVEN_ADVISING;
	if (kinds == 0 || (kinds == EHC_GIVEN_ADVISING && ehc_str_has_word(text, "direct")))
		kinds |= EHC_GIVEN_WORK;
	return kinds;
}

/* Words by which whoever delivers it may give less, or nothing; that advice advises ("should") is its nature. */
static bool
leaves_a_way_out(const struct ehc_prose *p)
{
	static const char *const rules[] = { "SPEC-003", "SPEC-005", "SPEC-009", "SPEC-010" };

	for (size_t i = 0; p != NULL && i < p->nmatches; i++) {
		const struct ehc_phrase *phrase;

		if (p->matches[i].list != EHC_LIST_PHRASE)
			continue;
		phrase = &ehc_phrases(NULL)[p->matches[i].row];
		for (size_t k = 0; (phrase->severity == EHC_ERROR || strcmp(phrase->id, PERMISSION) == 0) && k < EHC_COUNT(rules); k++)
			if (strcmp(phrase->rule, rules[k]) == 0)
				return true;
	}
	return false;
}

static unsigned
slots_of(const struct ehc_given *g)
{
	const struct ehc_item *it = g->item;
	const struct ehc_said *said = it->said;
	bool weeks = it->from.node != NULL && it->until.node != NULL, group = false, event = false, once = false, by_week = false;
	unsigned slots = 0;

	for (size_t i = 0; it->whole != NULL && i < it->whole->ndoses; i++) {
		const struct ehc_dose *d = &it->whole->doses[i];

		weeks = weeks || d->weeks_kind != EHC_WEEKS_NONE;
		group = group || ehc_ratio_known(group_of(d)) || ehc_ratio_known(adults_of(d));
		event = event || d->period == EHC_PERIOD_EVENT;
		once = once || d->period == EHC_PERIOD_ONCE || d->count_in_all;
		by_week = by_week || (it->whole->years[i].missing & EHC_MISSING_WEEKS) != 0;
	}
	/* In health and social care visits, nights and pads are the amount. */
	if (!g->ceiling && ((said != NULL && (said->length || said->equipment || said->definite)) || g->in_hours || event || (it->section != EHC_F && g->ndoses > 0)))
		slots |= EHC_GIVES_AMOUNT;
	if ((said != NULL && (said->frequency || said->definite)) || event || once || g->ndoses > 0)
		slots |= EHC_GIVES_OFTEN;
	if (weeks || !by_week)
		slots |= EHC_GIVES_WEEKS;
	if (group || (said != NULL && said->group))
		slots |= EHC_GIVES_GROUP;
	if (g->by > EHC_BY_ANYONE || (said != NULL && (said->role || (it->section != EHC_F && (said->organisation || g->who_words.len > 0)))))
		slots |= EHC_GIVES_WHO;
	if (said == NULL || (!leaves_a_way_out(said->text) && !leaves_a_way_out(said->how_much)))
		slots |= EHC_GIVES_DUTY;
	return slots;
}

/* "Direct speech and language therapy on her sounds": that the services are the same is weighed apart. */
static struct ehc_topics
topics_of(struct ehc_arena *a, const struct ehc_item *it)
{
	const struct ehc_str parts[] = { it->text.str, it->equipment.text.str, it->type.text.str };
	struct ehc_topics all = { NULL, 0, 0 };

	for (size_t i = 0; i < EHC_COUNT(parts); i++) {
		struct ehc_topics more = ehc_topics_of(a, parts[i]);

		all = ehc_topics_join(a, &all, &more);
	}
	return all;
}

struct ehc_given
ehc_given_of(struct ehc_arena *a, const struct ehc_item *provision)
{
	struct ehc_given g = { .item = provision };

	find_who(a, &g);
	find_doses(a, &g);
	g.act = provision->said != NULL && provision->said->definite && !provision->said->length;
	g.amount_words = amount_words(a, provision);
	g.kinds = kinds_of(&g);
	g.slots = slots_of(&g);
	g.services = ehc_services_in(provision->who.value.text.str) | ehc_services_in(provision->text.str) | ehc_services_in(provision->type.text.str);
	g.topics = topics_of(a, provision);
	return g;
}
