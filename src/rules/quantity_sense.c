/*
 * quantity_sense.c - amounts that are there but can be read in more than one way, promise nothing, or contradict what
 * stands beside them. An "at least" is no fault: a floor is what the courts look for.
 */
#include "rules/slots.h"

/* ---- walking the doses ---- */

/* Every amount of the document, in the order of its items: of provision, fields or sentences, and of care the field's. */
struct dose_walk {
	const struct ehc_item *item;    /* whose dose it is */
	size_t provision, dose;         /* of the next one */
};

static const struct ehc_dose *
doses_of(struct ehc_check *c, const struct dose_walk *w, size_t *n)
{
	const struct ehc_slots *s;

	*n = 0;
	if (w->item->twin != NULL)
		return NULL;
	if (w->item->kind == EHC_ITEM_PROVISION) {
		s = ehc_slots_of(c, w->provision);
		*n = s->ndoses;
		return s->doses;
	}
	if (w->item->kind != EHC_ITEM_CARE || w->item->amount == NULL)
		return NULL;
	*n = w->item->amount->ndoses;
	return w->item->amount->doses;
}

static const struct ehc_dose *
next_dose(struct ehc_check *c, struct dose_walk *w)
{
	if (w->item == NULL)
		w->item = c->plan->first_item;
	while (w->item != NULL) {
		size_t n;
		const struct ehc_dose *doses = doses_of(c, w, &n);

		if (w->dose < n)
			return &doses[w->dose++];
		w->provision += w->item->kind == EHC_ITEM_PROVISION;
		w->item = w->item->next;
		w->dose = 0;
	}
	return NULL;
}

/* Advice that is vague is sent back to its author; it binds nobody yet. */
static struct ehc_finding *
flag_dose(struct ehc_check *c, const struct dose_walk *w, const struct ehc_dose *d, const char *message)
{
	struct ehc_finding *f = ehc_flag_words(c, w->item, d->span, "%s", message);

	f->cause = w->item;
	if (c->plan->kind == EHC_DOC_ADVICE && f->severity > EHC_WARNING)
		f->severity = EHC_WARNING;
	return f;
}

/* ---- words with two meanings ---- */

static void
twice_or_every_second(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	struct ehc_found found = ehc_found_phrases(c, self);
	const struct ehc_dose *d;

	while ((d = next_dose(c, &w)) != NULL)
		if (d->ambiguous && ehc_found_on(c, &found, w.item, d->span) == NULL)
			flag_dose(c, &w, d, d->count_in_all ? "It is not clear whether the number of sessions is for each week or for the whole course." :
			    "\"Bi-\" may mean twice in the time or every second time.");
}

static void
six_terms(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	const struct ehc_dose *d;

	(void)self;
	if (c->profile->school.terms != 6)
		return;
	while ((d = next_dose(c, &w)) != NULL)
		if (d->per == EHC_UNIT_TERM && d->period == EHC_PERIOD_PER)
			flag_dose(c, &w, d, "\"Term\" is read as one of six in the year; who takes the year as three terms would give half as much.");
}

static void
bare_ratio(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	const struct ehc_dose *d;

	(void)self;
	while ((d = next_dose(c, &w)) != NULL)
		if (d->ratio_bare)
			ehc_finding_suggest(c, flag_dose(c, &w, d, "The ratio does not say which figure is the adults and which the children."),
			    "<number> adults to <number> children");
}

static void
no_unit(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	const struct ehc_dose *d;

	(void)self;
	while ((d = next_dose(c, &w)) != NULL)
		if (d->no_unit)
			ehc_finding_suggest(c, flag_dose(c, &w, d, "There is a number, but not of what: minutes, hours or sessions?"), "<number> <minutes, hours or sessions>");
}

/* ---- how firm the figure is ---- */

static bool
is_between(const struct ehc_range *r)
{
	return r->bound == EHC_BETWEEN && ehc_ratio_known(r->low);
}

/* Whether the reason that is declared suffices is for a person, so the finding stays as a note. */
static void
range(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	const struct ehc_dose *d;

	(void)self;
	while ((d = next_dose(c, &w)) != NULL) {
		struct ehc_finding *f;

		if (!is_between(&d->length) && !is_between(&d->count) && !is_between(&d->times))
			continue;
		f = flag_dose(c, &w, d, "Of a range only the lower figure can be relied on.");
		if (w.item->flexible.text.str.len > 0)
			f->severity = EHC_NOTE;
		ehc_finding_suggest(c, f, "at least <lower figure>, or flexible: because <reason>; between <lower> and <upper>, decided by <role>");
	}
}

static bool
is_ceiling(const struct ehc_range *r)
{
	return r->bound == EHC_UP_TO && ehc_ratio_known(r->high);
}

/* Where the words stand that bound the amount from above; its beginning where they are not found. */
static uint32_t
bounded_at(const struct ehc_check *c, struct ehc_span span)
{
	static const char *const bounds[] = { "up to", "no more than", "not more than", "at most", "maximum", "max" };
	struct ehc_str words = ehc_source_slice(c->plan->source, span);
	size_t first = words.len;

	for (size_t i = 0; i < EHC_COUNT(bounds); i++) {
		size_t at = ehc_str_find_nocase(words, bounds[i]);

		first = at < first ? at : first;
	}
	return span.start + (uint32_t)(first < words.len ? first : 0);
}

/* "No more than 40 minutes in the taxi": a use that the lexicon guards bounds a wait or a group, not what the child is given. */
static bool
is_guarded(const struct ehc_check *c, const struct ehc_item *it, struct ehc_span span)
{
	const struct ehc_prose *p = it->said == NULL ? NULL : it->said->text;
	uint32_t at = bounded_at(c, span);

	for (size_t i = 0; p != NULL && i < p->nmatches; i++) {
		struct ehc_span guard;

		if (p->matches[i].list != EHC_LIST_GUARD)
			continue;
		guard = ehc_text_span(&it->text, p->matches[i].at, p->matches[i].len);
		if (guard.start <= at && at < guard.end)
			return true;
	}
	return false;
}

/* The lexicon knows the words; that nothing holds the amount from below is known from the amount, however complete the item is. */
static void
ceiling(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	struct ehc_found found = ehc_found_phrases(c, self);
	const struct ehc_dose *d;

	while ((d = next_dose(c, &w)) != NULL) {
		enum ehc_severity severity = w.item->section == EHC_F && c->plan->kind == EHC_DOC_EHC_PLAN ? EHC_ERROR : EHC_WARNING;
		struct ehc_finding *f;

		/* "no more than four steps" bounds the things that are used, not the help that is given. */
		if (w.item->kind == EHC_ITEM_CARE || (!is_ceiling(&d->length) && !is_ceiling(&d->times) && (!is_ceiling(&d->count) || d->count_unit == EHC_UNIT_ITEM)))
			continue;
		if (is_guarded(c, w.item, d->span))
			continue;
		f = ehc_found_on(c, &found, w.item, d->span);
		if (f == NULL)
			f = flag_dose(c, &w, d, "This sets no least amount: nothing at all would keep to it.");
		f->severity = severity;
		ehc_finding_suggest(c, f, "at least <number>");
	}
}

/* ---- full time ---- */

/* "Taught in a class of six, all day": where the child is taught, at the hours of the school. */
static bool
is_class(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "in a class of", "class of" };

	return it != NULL && ehc_own_says_any(c, it, words, EHC_COUNT(words));
}

static void
full_time(struct ehc_check *c, const struct ehc_rule *self)
{
	struct dose_walk w = { NULL, 0, 0 };
	const struct ehc_dose *d;

	(void)self;
	while ((d = next_dose(c, &w)) != NULL)
		if (d->full_time && !ehc_ratio_known(d->length.low) && !is_class(c, w.item))
			ehc_finding_suggest(c, flag_dose(c, &w, d, "Full time is not a number of hours, and has been read as lessons only."), "<hours> hours a week");
}

static bool
is_one_to_one(const struct ehc_dose *d)
{
	return d->group == EHC_GROUP_ONE || (ehc_ratio_known(d->children) && ehc_ratio_cmp(d->children, ehc_ratio(1, 1)) == 0 && !d->ratio_bare);
}

/* Weekly minutes of one-to-one help of one provision; zero where there is none. */
static struct ehc_ratio
one_to_one_minutes(const struct ehc_slots *s)
{
	struct ehc_ratio sum = ehc_ratio(0, 1);

	for (size_t i = 0; i < s->ndoses; i++) {
		struct ehc_ratio week = is_one_to_one(&s->doses[i]) ? ehc_dose_weekly_minutes(&s->doses[i]) : EHC_NORATIO;

		if (ehc_ratio_known(week))
			sum = ehc_ratio_add(sum, week);
	}
	return sum;
}

/*
 * Therapy is left out: a therapist often works in hours in which the assistant is there too. So is what somebody else gives beside
 * one who is there all day, such as an interpreter. What is left cannot be longer than the child's week at school.
 */
static void
more_than_a_week(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_ratio sum = ehc_ratio(0, 1), limit = ehc_ratio_mul(c->profile->school_week, ehc_ratio(60, 1));
	const struct ehc_item *first = NULL;
	struct ehc_str hours, week;
	size_t items = 0;
	const struct ehc_slots *all_day = NULL;

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_ratio one = s->item->section == EHC_F ? one_to_one_minutes(s) : EHC_NORATIO;

		if (all_day == NULL && ehc_ratio_known(one) && ehc_ratio_known(limit) && ehc_ratio_cmp(one, limit) <= 0 &&
		    ehc_ratio_cmp(ehc_ratio_mul(one, ehc_ratio(10, 9)), limit) >= 0)
			all_day = s;
	}
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		struct ehc_ratio one;

		if (s->item->section != EHC_F || s->kind == EHC_PROVISION_THERAPY || !ehc_slots_apply(s))
			continue;
		one = one_to_one_minutes(s);
		if (!ehc_ratio_known(one) || one.num == 0 || (all_day != NULL && s != all_day && !ehc_str_eq_nocase(s->item->who.role, all_day->item->who.role)))
			continue;
		sum = ehc_ratio_add(sum, one);
		first = first == NULL ? s->item : first;
		items++;
	}
	if (first == NULL || !ehc_ratio_known(sum) || !ehc_ratio_known(limit) || ehc_ratio_cmp(sum, limit) <= 0)
		return;
	hours = ehc_ratio_text(c->arena, ehc_ratio_div(sum, ehc_ratio(60, 1)));
	week = ehc_ratio_text(c->arena, c->profile->school_week);
	ehc_flag(c, first, first->span, "One-to-one help in section F comes to %.*s hours a week over %zu provision%s; the school week is taken as %.*s hours.",
	    EHC_ARG(hours), items, items == 1 ? "" : "s", EHC_ARG(week));
}

static void
whole_day(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const breaks[] = { "break", "breaks", "breaktime", "break-time", "playtime", "playtimes", "play times", "lunch", "lunchtime", "lunchtimes", "lunch-time" };
	static const char *const whole[] = { "whole school day", "whole day", "entire day", "entire school day" };
	static const char *const outings[] = { "trip", "trips", "transport", "taxi", "visits", "outings", "transition", "transitions", "moving between", "between lessons", "between rooms" };

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		const struct ehc_item *it = s->item;
		struct ehc_ratio most = ehc_ratio_mul(c->profile->school_week, ehc_ratio(54, 1));      /* nine tenths of it, in minutes */
		struct ehc_ratio week;
		struct ehc_finding *f;
		bool all_day = false, at_break, on_the_way;

		if (it->section != EHC_F || !ehc_slots_apply(s) || is_class(c, it))
			continue;
		for (size_t i = 0; i < s->ndoses; i++)
			all_day = all_day || s->doses[i].full_time;
		week = one_to_one_minutes(s);
		all_day = all_day || (ehc_ratio_known(week) && ehc_ratio_known(most) && ehc_ratio_cmp(week, most) >= 0);
		at_break = ehc_own_says_any(c, it, breaks, EHC_COUNT(breaks));
		on_the_way = ehc_own_says_any(c, it, outings, EHC_COUNT(outings));
		if (!all_day || (at_break && on_the_way))
			continue;
		f = ehc_flag_slot(c, s, "%.*s is for the whole day, but does not say whether it covers %s.", EHC_ARG(ehc_item_Called(c->arena, it)),
		    at_break ? "moves between lessons, trips and transport" : on_the_way ? "breaks and lunch" : "breaks, lunch, moves between lessons, trips and transport");
		/* The times that are first to go are said, or the hours of the whole day are. */
		if (at_break || (s->said->length && ehc_own_says_any(c, it, whole, EHC_COUNT(whole))))
			f->severity = EHC_NOTE;
		ehc_finding_suggest(c, f, "in lessons, at break and lunch, between lessons, and on <trips, transport>");
	}
}

/* ---- figures that do not fit one another ---- */

/* Seen less often than it is reviewed: on what would the review rest? */
static void
reviewed_unseen(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const each_term[] = { "term", "termly", "terms", "half-term", "half-termly" };

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		const struct ehc_item *it = s->item;
		struct ehc_str contacts;

		if ((it->section != EHC_F && it->section != EHC_G) || it->amount == NULL || !ehc_slots_apply(s) || !s->said->registered || !ehc_ratio_known(it->amount->year.sessions))
			continue;
		if (ehc_ratio_cmp(it->amount->year.sessions, ehc_ratio(1, 1)) > 0 || !ehc_says_any(c, it->review.text.str, each_term, EHC_COUNT(each_term)))
			continue;
		contacts = ehc_ratio_text(c->arena, it->amount->year.sessions);
		ehc_flag_slot(c, s, "%.*s is given %.*s time%s a year, but is to be reviewed each term.", EHC_ARG(ehc_item_Called(c->arena, it)), EHC_ARG(contacts),
		    ehc_ratio_cmp(it->amount->year.sessions, ehc_ratio(1, 1)) == 0 ? "" : "s");
	}
}

/* ---- the sentence and its field ---- */

static bool
is_exact(const struct ehc_range *r)
{
	return r->bound == EHC_EXACT && ehc_ratio_known(r->low);
}

/* How often, of two doses: one of them does not say; the same; another; or said in ways that cannot be compared. */
enum rhythm { RHYTHM_UNSAID, RHYTHM_SAME, RHYTHM_OTHER, RHYTHM_UNLIKE };

static enum rhythm
compare_rhythm(const struct ehc_dose *a, const struct ehc_dose *b)
{
	if (a->period == EHC_PERIOD_NONE || b->period == EHC_PERIOD_NONE)
		return RHYTHM_UNSAID;
	if (a->period == EHC_PERIOD_WEEKDAYS && b->period == EHC_PERIOD_WEEKDAYS)
		return a->weekdays == b->weekdays ? RHYTHM_SAME : RHYTHM_OTHER;
	if (a->period != EHC_PERIOD_PER || b->period != EHC_PERIOD_PER || a->per != b->per || !is_exact(&a->times) || !is_exact(&b->times))
		return RHYTHM_UNLIKE;
	return ehc_ratio_cmp(ehc_ratio_mul(a->times.low, b->every), ehc_ratio_mul(b->times.low, a->every)) == 0 ? RHYTHM_SAME : RHYTHM_OTHER;
}

#define DOSES_COMPARED 8

/* The one amount with a length in the item's sentences, or NULL where there is none or more than one. */
static const struct ehc_dose *
only_length(const struct ehc_dose *doses, size_t n)
{
	const struct ehc_dose *found = NULL;

	for (size_t i = 0; i < n; i++) {
		if (!ehc_ratio_known(doses[i].length.low))
			continue;
		if (found != NULL)
			return NULL;
		found = &doses[i];
	}
	return found != NULL && is_exact(&found->length) ? found : NULL;
}

/* "The lesson lasts 30 minutes": behind this verb an amount is not read as one of provision, since seizures last too. */
static bool
read_lasting(const struct ehc_check *c, const struct ehc_slots *slots, struct ehc_dose *out)
{
	static const char *const verbs[] = { "lesson lasts ", "session lasts ", "sessions last ", "lessons last ", "lasting " };
	const struct ehc_item *it = slots->item;
	struct ehc_str s = it->text.str;
	bool mentioned = ehc_pairs_may_hold(&slots->said->pairs, "last") && ehc_str_has(s, "last");
	const struct ehc_amount *m;

	for (size_t i = 0; mentioned && i < EHC_COUNT(verbs); i++) {
		size_t at = ehc_str_find_nocase(s, verbs[i]), used;

		if (at == SIZE_MAX)
			continue;
		at += ehc_str_of(verbs[i]).len;
		m = ehc_amount_island(c->arena, ehc_str_sub(s, at, s.len), (uint32_t)at, &c->profile->school, &used);
		if (m == NULL || m->ndoses != 1 || !is_exact(&m->doses[0].length))
			continue;
		*out = m->doses[0];
		out->span = ehc_text_span(&it->text, at, used);
		return true;
	}
	return false;
}

/* "a minute more each week": a change of the amount, not the amount. */
static bool
is_change(const struct ehc_check *c, const struct ehc_dose *d)
{
	static const char *const words[] = { "more", "longer", "less", "shorter" };

	return ehc_says_any(c, ehc_source_slice(c->plan->source, d->span), words, EHC_COUNT(words));
}

/* "For the last ten minutes", "the first quarter of an hour": a part of what the field gives. */
static bool
is_end_of_it(const struct ehc_check *c, const struct ehc_item *it, const struct ehc_dose *one)
{
	static const char *const parts[] = { "last", "first", "final", "closing", "opening", "remaining", "other" };
	struct ehc_str before = ehc_str_trim(ehc_source_slice(c->plan->source, (struct ehc_span){ it->text.span.start, one->span.start }));

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (ehc_str_ends_nocase(before, parts[i]))
			return true;
	return false;
}

/* "Maths for an hour, reading for an hour, cooking for an hour and a half": the parts of what the field gives as a whole. */
static bool
is_one_of_several(const struct ehc_item *it, const struct ehc_dose *one, const struct ehc_dose *field)
{
	static const char *const lengths[] = { "hour", "minute" };
	size_t said = 0;

	if (ehc_ratio_cmp(one->length.low, field->length.low) >= 0)
		return false;
	for (size_t i = 0; i < EHC_COUNT(lengths); i++)
		for (size_t from = 0, at; (at = ehc_str_find_nocase(ehc_str_sub(it->text.str, from, it->text.str.len), lengths[i])) != SIZE_MAX; from += at + 4)
			said++;
	return said > 2;
}

/* "Twice a week for 60 minutes", and in the field that says no minutes "three times a week". */
static void
rhythm_disagrees(struct ehc_check *c, const struct ehc_item *it, const struct ehc_dose *field)
{
	struct ehc_dose doses[DOSES_COMPARED];
	const struct ehc_dose *one = only_length(doses, ehc_sentence_doses(c, it, doses, DOSES_COMPARED));
	struct ehc_finding *f;

	if (one == NULL || compare_rhythm(one, field) != RHYTHM_OTHER)
		return;
	f = ehc_flag_words(c, it, one->span, "The sentence and the field do not agree on how often.");
	f->cause = it;
	ehc_finding_relate(c->out, f, field->span, EHC_STR("the field is here"));
}

/*
 * Only where each speaks of one amount. With another length at another rhythm the sentence speaks of something else, such
 * as a meeting or a step on the way.
 */
static void
sentence_disagrees(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		const struct ehc_dose *field = s->item->amount != NULL && s->item->amount->ndoses == 1 ? &s->item->amount->doses[0] : NULL, *one;
		struct ehc_dose doses[DOSES_COMPARED];
		struct ehc_finding *f;
		struct ehc_str said, written;
		enum rhythm rhythm;
		bool same_length;

		if (field != NULL && !ehc_ratio_known(field->length.low) && ehc_slots_apply(s))
			rhythm_disagrees(c, s->item, field);
		if (field == NULL || !is_exact(&field->length) || !ehc_slots_apply(s))
			continue;
		one = read_lasting(c, s, &doses[0]) ? &doses[0] : only_length(doses, ehc_sentence_doses(c, s->item, doses, DOSES_COMPARED));
		if (one == NULL || is_change(c, one) || is_one_of_several(s->item, one, field) || is_end_of_it(c, s->item, one) || one->total != field->total || (one->delivery != EHC_DELIVERY_NONE && one->delivery != field->delivery))
			continue;
		rhythm = compare_rhythm(one, field);
		same_length = ehc_ratio_cmp(one->length.low, field->length.low) == 0;
		if (rhythm == RHYTHM_UNLIKE || same_length == (rhythm != RHYTHM_OTHER))
			continue;       /* both agree, or neither */
		said = ehc_ratio_text(c->arena, one->length.low);
		written = ehc_ratio_text(c->arena, field->length.low);
		f = same_length ? ehc_flag_words(c, s->item, one->span, "The sentence and the field do not agree on how often.") :
		    ehc_flag_words(c, s->item, one->span, "The sentence says %.*s minute%s, the field %.*s.", EHC_ARG(said),
			ehc_str_is(said, "1") ? "" : "s", EHC_ARG(written));
		f->cause = s->item;
		ehc_finding_relate(c->out, f, field->span, EHC_STR("the field is here"));
	}
}

#define CODE_F "SEND Code of Practice 9.69"
#define ANY_AMOUNT (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE)

const struct ehc_rule ehc_rules_quantity_sense[] = {
	{ .id = "QUANT-014", .title = "How often has one meaning", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = ANY_AMOUNT, .source = "",
	    .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "One reading gives the child four times as much as the other.",
	    .fix = "Write \"twice a week\" or \"every 2 weeks\"; for a course, \"<number> sessions, one each week\".", .run = twice_or_every_second },
	{ .id = "QUANT-015", .title = "Term means one of three or one of six", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN,
	    .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Where the year has six terms, people who think of three give half as much.",
	    .fix = "Say how many times a year, or every how many weeks.", .run = six_terms },
	{ .id = "QUANT-016", .title = "A ratio says which figure is the adults", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "\"2:1\" is two adults to some and two children to others.", .fix = "Write it out: two adults to one child.", .run = bare_ratio },
	{ .id = "QUANT-017", .title = "A range is declared, or given as its lower figure", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "The child may always get the lower figure.", .fix = "Give the least that the child is to get, or say with `flexible:` why it must vary, between what, and "
	    "who decides.",
	    .legitimate = "The need itself varies, and the plan says why and who decides.", .run = range },
	{ .id = "QUANT-018", .title = "Provision is not only a ceiling", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = CODE_F, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	    .why = "\"Up to five hours\" is kept by giving none.", .fix = "Say the least: \"at least <number>\".",
	    .legitimate = "A group \"of up to six\" limits the group, not the help.", .run = ceiling },
	{ .id = "QUANT-021", .title = "One-to-one help fits into the school week", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN,
	    .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Hours that cannot all be given let each be cut; and a child never left alone has no time with friends.",
	    .fix = "Check whether some of it is meant to be at the same time, and say so.",
	    .legitimate = "Two adults are with the child at once, or the setting's week is longer.", .run = more_than_a_week },
	{ .id = "QUANT-023", .title = "A number has a unit", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = ANY_AMOUNT, .source = "",
	    .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "\"20 a week\" may be minutes or hours.", .fix = "Add the unit.", .run = no_unit },
	{ .id = "QUANT-024", .title = "Full time is given in hours", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Full-time help has been cut to the mornings because nobody had written the hours.", .fix = "Give the hours a week.", .run = full_time },
	{ .id = "QUANT-025", .title = "Help for the whole day says which parts of the day it covers", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Breaks, lunch and the way between rooms are often the hardest times, and the first to go without help.",
	    .fix = "Name the times that it covers: lessons, breaks, lunch, moves between rooms, trips, transport.", .run = whole_day },
	{ .id = "QUANT-030", .title = "Provision is seen at least as often as it is reviewed", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "A review by somebody who has not seen the child between rests on nothing.",
	    .fix = "Give more contacts, or say who else reviews it and on what.", .legitimate = "Somebody who works with the child all the time reviews it.",
	    .run = reviewed_unseen },
	{ .id = "QUANT-031", .title = "The sentence and its field say the same amount", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	    .documents = EHC_FOR_EHC_PLAN | EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Of two figures the child will be given the smaller one.", .fix = "Say the amount once, or the same in both places.", .run = sentence_disagrees },
	EHC_NO_MORE_RULES
};
