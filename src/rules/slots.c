/*
 * slots.c - the slots of a provision: which its kind expects, and which its fields and sentences fill.
 */
#include "rules/slots.h"
#include "rules/wording.h"

#include <string.h>

/* ---- the doses ---- */

static bool
any_found(struct ehc_str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_find_nocase(s, words[i]) != SIZE_MAX)
			return true;
	return false;
}

#define SENTENCE_DOSES 16       /* more amounts in one item's sentences add nothing to what a rule asks */

/* In a sentence "throughout the day" says when, not for how many hours; only these words claim the whole day. */
static bool
claims_the_day(struct ehc_str words)
{
	static const char *const claims[] = { "full time", "full-time", "all day", "whole day", "whole school day", "full day" };

	return any_found(words, claims, EHC_COUNT(claims));
}

/* "Built back up to full time": where it is to end, not what is given. */
static bool
is_led_up_to(struct ehc_str s, size_t at)
{
	static const char *const before[] = { " to", " to a", " into", " into a", " towards" };
	struct ehc_str words = ehc_str_trim(ehc_str_sub(s, 0, at));

	if (ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), "up to "))
		return true;
	for (size_t i = 0; i < EHC_COUNT(before); i++)
		if (ehc_str_ends_nocase(words, before[i]))
			return true;
	return false;
}

/* The doses of one amount in the item's sentences; their places are offsets in its text until here. */
static size_t
add_doses(struct ehc_dose *out, size_t n, size_t most, const struct ehc_item *it, const struct ehc_amount *m)
{
	for (size_t i = 0; i < m->ndoses && n < most; i++) {
		struct ehc_span at = m->doses[i].span;

		out[n] = m->doses[i];
		out[n].full_time = out[n].full_time && claims_the_day(ehc_str_sub(it->text.str, at.start, at.end)) && !is_led_up_to(it->text.str, at.start);
		out[n].span = ehc_text_span(&it->text, m->doses[i].span.start, m->doses[i].span.end - m->doses[i].span.start);
		n++;
	}
	return n;
}

size_t
ehc_sentence_doses(const struct ehc_check *c, const struct ehc_item *it, struct ehc_dose *out, size_t most)
{
	const struct ehc_calendar *calendar = it->section == EHC_F ? &c->profile->school : &c->profile->year;
	const struct ehc_amount *m;
	size_t n = 0, used;

	if (it->no_sentence)
		return 0;
	for (size_t at = 0; n < most && (m = ehc_amount_next_island(c->arena, it->text.str, calendar, &at, &used)) != NULL; at += used)
		n = add_doses(out, n, most, it, m);
	return n;
}

static void
read_doses(const struct ehc_check *c, struct ehc_slots *s)
{
	struct ehc_dose found[SENTENCE_DOSES], *kept;

	if (s->item->amount != NULL && s->item->amount->ndoses > 0) {
		s->doses = s->item->amount->doses;
		s->ndoses = s->item->amount->ndoses;
		return;
	}
	s->ndoses = ehc_sentence_doses(c, s->item, found, SENTENCE_DOSES);
	if (s->ndoses == 0)
		return;
	kept = EHC_NEW_ARRAY(c->arena, struct ehc_dose, s->ndoses);
	memcpy(kept, found, s->ndoses * sizeof(*kept));
	s->doses = kept;
}

/* ---- the kind ---- */

struct kind_word { const char *word; enum ehc_provision_kind kind; };

/* In the words of `type:`; the first that is found there decides, so "training" comes before "therapy". */
static const struct kind_word type_words[] = {
	{ "training", EHC_PROVISION_TRAINING }, { "equipment", EHC_PROVISION_EQUIPMENT }, { "supplies", EHC_PROVISION_EQUIPMENT },
	{ "supply", EHC_PROVISION_EQUIPMENT }, { "wheelchair", EHC_PROVISION_EQUIPMENT }, { "continence products", EHC_PROVISION_EQUIPMENT },
	{ "nursing", EHC_PROVISION_NURSING }, { "nurse", EHC_PROVISION_NURSING }, { "continuing care", EHC_PROVISION_NURSING },
	{ "clinic", EHC_PROVISION_CLINIC }, { "medical", EHC_PROVISION_CLINIC }, { "outpatient", EHC_PROVISION_CLINIC }, { "dietet", EHC_PROVISION_CLINIC },
	{ "therap", EHC_PROVISION_THERAPY }, { "psycholog", EHC_PROVISION_THERAPY }, { "counsel", EHC_PROVISION_THERAPY },
	{ "mental health", EHC_PROVISION_THERAPY }, { "short break", EHC_PROVISION_CARE }, { "respite", EHC_PROVISION_CARE },
	{ "personal assistant", EHC_PROVISION_CARE }, { "residential", EHC_PROVISION_CARE }, { "recreation", EHC_PROVISION_CARE },
	{ "transport", EHC_PROVISION_CARE }, { "personal care", EHC_PROVISION_CARE }, { "assistance at home", EHC_PROVISION_CARE },
	{ "adjust", EHC_PROVISION_ADJUSTMENT }, { "adapt", EHC_PROVISION_ADJUSTMENT }, { "approach", EHC_PROVISION_ADJUSTMENT },
	{ "environment", EHC_PROVISION_ADJUSTMENT }, { "strateg", EHC_PROVISION_ADJUSTMENT }, { "arrangement", EHC_PROVISION_ADJUSTMENT },
	{ "meeting", EHC_PROVISION_ADJUSTMENT }, { "planning", EHC_PROVISION_ADJUSTMENT },
	{ "staffing", EHC_PROVISION_STAFFING }, { "assistant", EHC_PROVISION_STAFFING }, { "support", EHC_PROVISION_STAFFING },
	{ "one-to-one", EHC_PROVISION_STAFFING }, { "1:1", EHC_PROVISION_STAFFING },
	{ "teaching", EHC_PROVISION_TEACHING }, { "tuition", EHC_PROVISION_TEACHING }, { "intervention", EHC_PROVISION_TEACHING },
	{ "mentor", EHC_PROVISION_TEACHING }, { "programme", EHC_PROVISION_TEACHING },
};

/* Letters that stand anywhere in a text; most lack one of their pairs. */
static bool
mentions(const struct ehc_said *said, const char *letters)
{
	return ehc_pairs_may_hold(&said->pairs, letters) && ehc_str_has(said->text->text, letters);
}

static bool
is_training_by_words(const struct ehc_said *said)
{
	static const char *const words[] = { "training for staff", "training for all", "training of staff", "staff training", "train staff", "trains staff",
		"trains the staff", "train the staff", "staff will be trained", "staff are trained", "training for the" };

	return mentions(said, "train") && any_found(said->text->text, words, EHC_COUNT(words));
}

/* "Mobility training": here it is the child who learns. */
static bool
is_training_of_the_child(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "mobility training", "travel training", "independence training", "habilitation training", "orientation training", "cane training",
		"toilet training", "auditory training", "listening training", "attention training", "balance training", "strength training", "life skills training", "living skills training",
		"social skills training", "road safety training", "bus training", "voice training", "vocational training" };

	return ehc_own_says_any(c, it, words, EHC_COUNT(words));
}

/* Time that adults spend with one another about the child. */
static bool
is_among_adults(const struct ehc_check *c, struct ehc_str text)
{
	static const char *const words[] = { "meets", "meeting", "handover", "liaise", "liaises", "liaison" };

	return ehc_says_any(c, text, words, EHC_COUNT(words));
}

#define BARE_THING 3            /* words: "A laptop", "Ear defenders", and nothing else */

/* "A laptop will be provided": a thing, and nobody who does something with the child. */
static bool
is_handed_over(const struct ehc_check *c, const struct ehc_item *it, const struct ehc_said *said)
{
	static const char *const words[] = { "provided", "supplied", "bought", "purchased", "issued", "available", "made available", "given a", "loaned", "lent" };

	return it->section == EHC_F && ehc_prose_has(said->text, EHC_LIST_EQUIPMENT) && !said->role && !said->generic && !said->length && !said->frequency &&
	    it->who.value.text.str.len == 0 && (said->text->ntokens <= BARE_THING || ehc_own_says_any(c, it, words, EHC_COUNT(words)));
}

static bool
all_doses_are(const struct ehc_slots *s, enum ehc_delivery delivery)
{
	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].delivery != delivery)
			return false;
	return s->ndoses > 0;
}

/* Words of types that the plan may hold; and the types that were read, for it has the same few on all its provision. */
#define TYPES_KEPT 16
struct held_types {
	const struct kind_word *words[EHC_COUNT(type_words)];
	size_t n;
	struct { struct ehc_str type; const struct kind_word *word; } read[TYPES_KEPT];
	size_t nread;
};

static const struct kind_word *
read_type(const struct held_types *held, struct ehc_str type)
{
	for (size_t i = 0; i < held->n; i++)
		if (ehc_str_has(type, held->words[i]->word))
			return held->words[i];
	return NULL;
}

/* The word of a type that tells its kind, or NULL. */
static const struct kind_word *
word_of_type(struct held_types *held, struct ehc_str type)
{
	const struct kind_word *word;

	for (size_t i = 0; i < held->nread; i++)
		if (ehc_str_eq(held->read[i].type, type))
			return held->read[i].word;
	word = read_type(held, type);
	if (held->nread < TYPES_KEPT) {
		held->read[held->nread].type = type;
		held->read[held->nread++].word = word;
	}
	return word;
}

static enum ehc_provision_kind
kind_of(const struct ehc_check *c, const struct ehc_slots *s, struct held_types *held)
{
	static const char *const nursing[] = { "nurse", "nurses", "nursing" };
	const struct ehc_item *it = s->item;
	const struct kind_word *word = it->type.text.str.len > 0 ? word_of_type(held, it->type.text.str) : NULL;
	const struct ehc_said *said = s->said;

	if (word != NULL)
		return word->kind;
	if (it->section == EHC_G && (ehc_says_any(c, it->who.role, nursing, EHC_COUNT(nursing)) || ehc_own_says_any(c, it, nursing, EHC_COUNT(nursing))))
		return EHC_PROVISION_NURSING;
	if ((all_doses_are(s, EHC_DELIVERY_TRAINING) && !is_training_of_the_child(c, it)) || is_training_by_words(s->said))
		return EHC_PROVISION_TRAINING;
	if (it->equipment.text.str.len > 0 && s->ndoses == 0)
		return EHC_PROVISION_EQUIPMENT;
	if ((said->equipment && !said->length) || is_handed_over(c, it, said))
		return EHC_PROVISION_EQUIPMENT;
	return (said->definite && !said->length) || is_among_adults(c, it->text.str) ? EHC_PROVISION_ADJUSTMENT : EHC_PROVISION_UNKNOWN;
}

bool
ehc_provision_is_direct(enum ehc_provision_kind k)
{
	return k == EHC_PROVISION_THERAPY || k == EHC_PROVISION_TEACHING || k == EHC_PROVISION_STAFFING || k == EHC_PROVISION_UNKNOWN;
}

/* ---- what is expected ---- */

/* The first role that is named is who gives it; an assistant who only steps in, or is met with, needs no trainer here. */
static bool
is_given_by_assistant(const struct ehc_said *said)
{
	const struct ehc_prose *p = said->who != NULL ? said->who : said->text;

	for (size_t i = 0; said->support && i < p->nmatches; i++) {
		enum ehc_list list = p->matches[i].list;

		if (list == EHC_LIST_ROLE_SUPPORT || list == EHC_LIST_ROLE_REGISTERED || list == EHC_LIST_ROLE_TEACHER)
			return list == EHC_LIST_ROLE_SUPPORT;
	}
	return said->support && said->who == NULL;
}

static unsigned
expected_in_f(enum ehc_provision_kind kind, const struct ehc_said *said)
{
	switch (kind) {
	case EHC_PROVISION_TRAINING:
		return EHC_SLOT_CONTENT | EHC_SLOT_AMOUNT | EHC_SLOT_TRAINER | EHC_SLOT_HOW_MANY | EHC_SLOT_REPEAT;
	case EHC_PROVISION_EQUIPMENT:
		return EHC_SLOT_CONTENT | EHC_SLOT_NUMBER | EHC_SLOT_SUPPLIER | EHC_SLOT_UPKEEP;
	case EHC_PROVISION_ADJUSTMENT:
		return EHC_SLOT_CONTENT | EHC_SLOT_FREQUENCY | EHC_SLOT_WHO;
	default:
		break;
	}
	return EHC_SLOT_CONTENT | EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY | EHC_SLOT_WEEKS | EHC_SLOT_GROUP | EHC_SLOT_WHO | EHC_SLOT_EXPERTISE |
	    (is_given_by_assistant(said) ? EHC_SLOT_TRAINER | EHC_SLOT_SUPERVISOR : 0);
}

static unsigned
expected_by(const struct ehc_item *it, enum ehc_provision_kind kind, const struct ehc_said *said)
{
	unsigned always = EHC_SLOT_REVIEW | EHC_SLOT_START;

	if (it->section == EHC_F)
		return always | expected_in_f(kind, said);
	if (kind == EHC_PROVISION_EQUIPMENT)
		return always | EHC_SLOT_CONTENT | EHC_SLOT_NUMBER | EHC_SLOT_SUPPLIER | EHC_SLOT_UPKEEP;
	if (kind == EHC_PROVISION_TRAINING)
		return always | EHC_SLOT_CONTENT | EHC_SLOT_AMOUNT | EHC_SLOT_TRAINER | EHC_SLOT_HOW_MANY | EHC_SLOT_REPEAT;
	return always | EHC_SLOT_CONTENT | EHC_SLOT_WHO | EHC_SLOT_AMOUNT | EHC_SLOT_FREQUENCY;
}

/* ---- what is there ---- */

/* A definite act tied to an event, or listed equipment, needs no minutes; so does what is counted and not timed. */
static bool
has_amount(const struct ehc_slots *s)
{
	if (s->said->length || s->said->definite || s->said->equipment)
		return true;
	for (size_t i = 0; i < s->ndoses; i++) {
		const struct ehc_dose *d = &s->doses[i];

		if (ehc_ratio_known(d->length.low) || (d->period == EHC_PERIOD_EVENT && !s->said->soft) || d->full_time || (ehc_ratio_known(d->count.low) && !d->no_length))
			return true;
	}
	return false;
}

/* Only what recurs from week to week leaves open for how many weeks. */
static bool
has_weeks(const struct ehc_check *c, const struct ehc_slots *s)
{
	static const char *const spans[] = { "term", "half-term", "terms", "year", "school day", "school week", "weeks", "course" };
	const struct ehc_item *it = s->item;

	if (s->said->weeks || s->said->definite || (s->said->text->has_date && ehc_str_has(it->text.str, "until")))
		return true;
	if (it->until.node != NULL && it->from.node != NULL)
		return true;
	if (s->ndoses == 0)
		return ehc_own_says_any(c, it, spans, EHC_COUNT(spans)) || ehc_says_any(c, it->how_often.text.str, spans, EHC_COUNT(spans));
	for (size_t i = 0; i < s->ndoses; i++) {
		const struct ehc_dose *d = &s->doses[i];
		bool by_week = d->per == EHC_UNIT_WEEK || d->per == EHC_UNIT_FORTNIGHT || d->per == EHC_UNIT_DAY || d->per == EHC_UNIT_NIGHT;
		bool recurs = d->period == EHC_PERIOD_PER || d->period == EHC_PERIOD_WEEKDAYS;

		if (recurs && by_week && d->weeks_kind == EHC_WEEKS_NONE && !d->count_in_all)
			return false;
	}
	return true;
}

/* Time that nobody spends with the child has no group. */
static bool
has_group(const struct ehc_check *c, const struct ehc_slots *s)
{
	bool with_child = s->ndoses == 0;

	if (s->said->group || s->said->definite)
		return true;
	for (size_t i = 0; i < s->ndoses; i++) {
		const struct ehc_dose *d = &s->doses[i];

		if ((d->group != EHC_GROUP_NONE && d->group != EHC_GROUP_SMALL) || ehc_ratio_known(d->staff))
			return true;
		with_child = with_child ||
		    (d->delivery != EHC_DELIVERY_INDIRECT && d->delivery != EHC_DELIVERY_TRAINING && d->delivery != EHC_DELIVERY_REPORT);
	}
	return !with_child || is_among_adults(c, s->item->text.str);
}

/* How many people are trained, in figures or as all of a kind. */
static bool
has_how_many(const struct ehc_check *c, const struct ehc_slots *s)
{
	static const char *const words[] = { "all", "every", "each", "whole", "both" };
	static const char *const people[] = { "staff", "adults", "assistants", "teachers", "members", "people", "supervisors", "employees" };
	const struct ehc_item *it = s->item;

	for (size_t i = 0; i < s->ndoses; i++)
		if (ehc_ratio_known(s->doses[i].group_size.low) || ehc_ratio_known(s->doses[i].staff))
			return true;
	if (!ehc_own_says_any(c, it, people, EHC_COUNT(people)) && !ehc_says_any(c, it->how_much.text.str, people, EHC_COUNT(people)))
		return false;
	return ehc_own_says_any(c, it, words, EHC_COUNT(words)) || s->said->text->nnumbers > 0;
}

static bool
has_start(const struct ehc_slots *s)
{
	const struct ehc_item *it = s->item;
	const struct ehc_said *said = s->said;

	for (size_t i = 0; i < s->ndoses; i++)
		if (s->doses[i].from != EHC_NODATE)
			return true;
	return it->from.node != NULL || mentions(said, "final plan") || (said->text->has_date && ehc_str_has_word(it->text.str, "from"));
}

static bool
equipment_says(const struct ehc_check *c, const struct ehc_item *it, const char *const *words, size_t n)
{
	return ehc_says_any(c, it->equipment.text.str, words, n) || ehc_own_says_any(c, it, words, n) || ehc_says_any(c, it->how_much.text.str, words, n);
}

static unsigned
filled_for_equipment(const struct ehc_check *c, const struct ehc_item *it, const struct ehc_said *said)
{
	static const char *const numbers[] = { "one", "two", "three", "four", "five", "six", "a", "an", "pair", "set", "spare" };
	static const char *const upkeep[] = { "serviced", "services", "checked", "checks", "inspected", "repairs", "repaired", "replaced", "replaces", "maintained",
		"maintains", "reordered", "reorders", "insured", "upkeep", "updated", "tested", "refit", "charged" };
	static const char *const supplier[] = { "supplied", "supplies", "supplier", "bought", "provided", "provides", "lent", "loaned", "loan", "issued" };
	bool number = ehc_str_has_digit(it->equipment.text.str) || said->text->nnumbers > 0 || equipment_says(c, it, numbers, EHC_COUNT(numbers));

	return (number ? EHC_SLOT_NUMBER : 0u) | (equipment_says(c, it, supplier, EHC_COUNT(supplier)) || said->role || said->organisation ? EHC_SLOT_SUPPLIER : 0u) |
	    (equipment_says(c, it, upkeep, EHC_COUNT(upkeep)) || said->equipment ? EHC_SLOT_UPKEEP : 0u);
}

static unsigned
filled_by(const struct ehc_check *c, const struct ehc_slots *s)
{
	static const char *const again[] = { "year", "yearly", "annually", "annual", "term", "termly", "again", "repeated", "refresher", "each", "every", "renewed" };
	const struct ehc_item *it = s->item;
	const struct ehc_said *said = s->said;
	bool named = said->organisation && it->section != EHC_F;        /* a service may be who in G and H, never in F */
	bool who = said->role || said->generic || named || it->who.value.text.str.len > 0;
	bool trainer = it->trained_by.node != NULL || it->who.training.len > 0 || (mentions(said, "by") && ehc_says_trainer(said->text));
	bool frequency = said->frequency || said->definite || said->equipment;
	unsigned filled = s->expected & EHC_SLOT_UPKEEP ? filled_for_equipment(c, it, said) : 0u;

	for (size_t i = 0; i < s->ndoses; i++)
		frequency = frequency || (s->doses[i].period != EHC_PERIOD_NONE && !ehc_says_bare_times(it, &s->doses[i])) || s->doses[i].full_time;
	filled |= it->text.str.len > 0 || it->type.text.str.len > 0 ? EHC_SLOT_CONTENT : 0u;
	filled |= has_amount(s) ? EHC_SLOT_AMOUNT : 0u;
	filled |= frequency ? EHC_SLOT_FREQUENCY : 0u;
	filled |= has_weeks(c, s) || !frequency ? EHC_SLOT_WEEKS : 0u;
	filled |= has_group(c, s) ? EHC_SLOT_GROUP : 0u;
	filled |= who ? EHC_SLOT_WHO : 0u;
	filled |= said->qualified || trainer || it->who.qualification.len > 0 || it->who.definition != NULL || (said->definite && !is_given_by_assistant(said)) ?
	    EHC_SLOT_EXPERTISE : 0u;
	filled |= trainer || (who && s->kind == EHC_PROVISION_TRAINING) ? EHC_SLOT_TRAINER : 0u;
	/* Who was trained and is reviewed is watched by somebody. */
	filled |= it->supervised_by.node != NULL || (trainer && it->review.node != NULL) || mentions(said, "supervis") ?
	    EHC_SLOT_SUPERVISOR : 0u;
	filled |= s->expected & EHC_SLOT_HOW_MANY && has_how_many(c, s) ? EHC_SLOT_HOW_MANY : 0u;
	filled |= s->expected & EHC_SLOT_REPEAT && (frequency || ehc_own_says_any(c, it, again, EHC_COUNT(again))) ? EHC_SLOT_REPEAT : 0u;
	filled |= it->review.node != NULL || mentions(said, "review") ? EHC_SLOT_REVIEW : 0u;
	return filled | (has_start(s) ? EHC_SLOT_START : 0u);
}

static struct ehc_slots
read_slots(struct ehc_check *c, const struct ehc_item *it, struct held_types *held)
{
	struct ehc_slots s = { .item = it, .said = it->said != NULL ? it->said : ehc_said_of(c->arena, c->plan, it) };

	read_doses(c, &s);
	s.kind = kind_of(c, &s, held);
	s.expected = expected_by(it, s.kind, s.said);
	s.filled = filled_by(c, &s);
	return s;
}

static struct ehc_slots *
read_all(struct ehc_check *c)
{
	const struct ehc_items *all = &c->plan->kinds[EHC_ITEM_PROVISION];
	struct ehc_slots *made = EHC_NEW_ARRAY(c->arena, struct ehc_slots, all->count);
	struct held_types held = { .n = 0 };

	for (size_t i = 0; i < EHC_COUNT(type_words); i++)
		if (ehc_may_mention(c, type_words[i].word))
			held.words[held.n++] = &type_words[i];
	for (size_t i = 0; i < all->count; i++)
		made[i] = read_slots(c, all->items[i], &held);
	return made;
}

const struct ehc_slots *
ehc_slots_read(struct ehc_check *c)
{
	c->slots = read_all(c);
	return c->slots;
}

unsigned
ehc_slots_missing(const struct ehc_slots *s)
{
	return s->expected & ~s->filled;
}

bool
ehc_slots_apply(const struct ehc_slots *s)
{
	const struct ehc_item *it = s->item;

	return it->twin == NULL && (it->text.str.len > 0 || s->ndoses > 0 || it->who.value.text.str.len > 0);
}

static int
bits(unsigned v)
{
	int n = 0;

	for (; v != 0; v &= v - 1)
		n++;
	return n;
}

int
ehc_slots_index(const struct ehc_slots *s)
{
	return bits(s->expected) == 0 ? 10 : (10 * bits(s->expected & s->filled)) / bits(s->expected);
}

/* ---- findings ---- */

struct ehc_finding *
ehc_flag_slot(struct ehc_check *c, const struct ehc_slots *s, const char *fmt, ...)
{
	const struct ehc_item *it = s->item;
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = it->said != NULL && ehc_item_has_phrase(it) ? ehc_vflag(c, it, it->span, fmt, args) : ehc_vflag_item(c, it, fmt, args);
	va_end(args);
	f->cause = it;
	return f;
}

struct ehc_finding *
ehc_flag_unsaid(struct ehc_check *c, const struct ehc_slots *s, struct ehc_str missing)
{
	return ehc_finding_unsaid(c, ehc_flag_slot(c, s, "%.*s", EHC_ARG(ehc_item_Called(c->arena, s->item))), missing);
}

struct ehc_found
ehc_found_phrases(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t first = c->out->list.count;

	ehc_flag_phrases(c, self);
	return (struct ehc_found){ first, c->out->list.count };
}

struct ehc_finding *
ehc_found_on(const struct ehc_check *c, struct ehc_found *found, const struct ehc_item *it, struct ehc_span span)
{
	struct ehc_finding **all = c->out->list.items;

	while (found->next < found->end && all[found->next]->item->nth < it->nth)
		found->next++;
	for (size_t i = found->next; i < found->end && all[i]->item == it; i++)
		if (span.start == span.end || (all[i]->span.start < span.end && all[i]->span.end > span.start))
			return all[i];
	return NULL;
}
