/*
 * outcomes.c - the OUTC family: is it an outcome, could a stranger tell whether it was reached, and by when?
 */
#include "rules/timeline.h"
#include "rules/wording.h"

#define COP966 "SEND Code of Practice 9.66"
#define COP969E "SEND Code of Practice 9.69"

/* What the words of an outcome hold. */
struct smart {
	const struct ehc_prose *p;
	const struct ehc_match *weak, *receiving, *aspiring;
	bool deadline, figure, observable, criterion;
};

/* A number that is part of a date, a year group, a key stage or an age measures nothing. */
static bool
measures(const struct ehc_prose *p, size_t i)
{
	static const char *const units[] = { "minute", "hour", "metre", "mile", "kilometre", "page", "length", "point" };
	const struct ehc_token *t = &p->tokens[i];
	struct ehc_str words = ehc_str_sub(p->text, t->at, t->at + t->len), before = i > 0 ? ehc_prose_token(p, i - 1) : EHC_NOSTR;

	if (ehc_str_is_nocase(words, "twice"))
		return true;
	if (!t->number || (words.len == 4 && ehc_str_starts_nocase(words, "20")))
		return false;
	/* "One of the class" is no figure, "one minute" is. */
	if (ehc_str_is_nocase(words, "half") || (ehc_str_is_nocase(words, "one") && !(i + 1 < p->ntokens && ehc_has_word(ehc_prose_token(p, i + 1), units, EHC_COUNT(units)))))
		return false;
	if (ehc_str_is_nocase(before, "year") || ehc_str_is_nocase(before, "stage") || ehc_str_is_nocase(before, "level") || ehc_str_is_nocase(before, "age"))
		return false;
	for (size_t k = 0; k < p->nmatches; k++)
		if (p->matches[k].list == EHC_LIST_DEADLINE && i >= p->matches[k].first && i < p->matches[k].first + p->matches[k].count)
			return false;
	return true;
}

static bool
names_a_day(const struct ehc_prose *p)
{
	for (size_t i = 0; i < p->ntokens; i++) {
		ehc_day day;

		if (ehc_day_read(ehc_str_sub(p->text, p->tokens[i].at, p->tokens[i].at + 40), &day, NULL, NULL) > 0)
			return true;
	}
	return false;
}

/* "Will take part in three sessions in a row without leaving": what the child does there is counted, so it is no service. */
static bool
is_counted_attendance(const struct ehc_prose *p, const struct ehc_match *receiving)
{
	struct ehc_str words = receiving == NULL ? EHC_NOSTR : ehc_prose_words(p, receiving);

	return (ehc_prose_has(p, EHC_LIST_CRITERION) || ehc_str_has(words, "%")) && (ehc_str_has_word(words, "take part in") || ehc_str_has_word(words, "attend"));
}

/* "Every week", "each lesson": whether it was done each time can be counted. */
static bool
recurs(const struct ehc_prose *p)
{
	static const char *const words[] = { "every", "each", "daily", "weekly", "monthly", "twice" };

	return ehc_has_word(p->text, words, EHC_COUNT(words));
}

/* A verb that can be watched, not a noun, and no figure of speech: "take the register", not "take the lead". */
static bool
names_an_act(const struct ehc_prose *p)
{
	static const char *const articles[] = { "a", "an", "the" };

	for (size_t i = 0; ehc_prose_has(p, EHC_LIST_OBSERVABLE) && i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		bool noun = m->first > 0 && ehc_has_word(ehc_prose_token(p, m->first - 1), articles, EHC_COUNT(articles));

		if (m->list == EHC_LIST_OBSERVABLE && !noun && !ehc_is_about_idea(p, m->first + m->count))
			return true;
	}
	return false;
}

/* Does it say what the child will do so that it could be seen? "Will follow instructions" does not: which, and what would show it? */
static bool
shows_an_act(const struct ehc_prose *p)
{
	size_t loose_end = 0, act = SIZE_MAX;

	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];

		if (act < m->first)
			return true;
		if (m->list == EHC_LIST_LOOSE) {
			loose_end = m->first + m->count > loose_end ? m->first + m->count : loose_end;
			act = SIZE_MAX;
		} else if (m->list == EHC_LIST_OBSERVABLE && m->first >= loose_end) {
			act = m->first;         /* a loose one may begin with the same word */
		}
	}
	return act != SIZE_MAX;
}

/* "Start to" finds "from start to finish" too, which is the whole of it. */
static const struct ehc_match *
first_weak(const struct ehc_prose *p)
{
	for (size_t i = 0; ehc_prose_has(p, EHC_LIST_WEAK) && i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		size_t next = m->first + m->count;

		if (m->list == EHC_LIST_WEAK && !(next < p->ntokens && ehc_str_is(ehc_prose_token(p, next), "finish")))
			return m;
	}
	return NULL;
}

/* "... in order to access the curriculum": what it is for, not what is to be given. */
static bool
is_purpose(const struct ehc_prose *p, const struct ehc_match *receiving)
{
	return receiving != NULL && receiving->first >= 2 && ehc_str_is_nocase(ehc_prose_token(p, receiving->first), "to") &&
	    ehc_str_is_nocase(ehc_prose_token(p, receiving->first - 1), "order") && ehc_str_is_nocase(ehc_prose_token(p, receiving->first - 2), "in");
}

static struct smart
read_outcome(const struct ehc_plan *plan, const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->text;
	struct smart s = { .p = p };

	s.weak = first_weak(p);
	s.receiving = ehc_prose_find(p, EHC_LIST_RECEIVING, 0);
	if (is_counted_attendance(p, s.receiving) || is_purpose(p, s.receiving) || (s.receiving != NULL && ehc_is_childs_own_act(plan, p, s.receiving)))
		s.receiving = NULL;
	s.aspiring = ehc_prose_find(p, EHC_LIST_ASPIRING, 0);
	s.deadline = it->by.day != EHC_NODATE || ehc_prose_has(p, EHC_LIST_DEADLINE) || names_a_day(p);
	for (size_t i = 0; i < p->ntokens && !s.figure; i++)
		s.figure = measures(p, i);
	s.observable = (names_an_act(p) && (!ehc_prose_has(p, EHC_LIST_LOOSE) || recurs(p) || shows_an_act(p))) || ehc_is_act_on_thing(plan, p);
	s.criterion = ehc_prose_has(p, EHC_LIST_CRITERION);
	return s;
}

static bool
is_judged(const struct ehc_item *it)
{
	return it->said != NULL && !it->has_placeholder && it->text.str.len > 0;
}

/* Findings on one outcome are one defect. */
static struct ehc_finding *
of_outcome(struct ehc_check *c, struct ehc_finding *f)
{
	f->cause = f->item;
	ehc_finding_suggest(c, f, "By <date> <child> will <do what, where, with what help>, <how many> of <how many> times");
	return f;
}

/* Flags the words of a match, or the outcome's first words where there is none. */
static struct ehc_finding *
flag(struct ehc_check *c, const struct ehc_item *it, const struct ehc_match *m, const char *message)
{
	struct ehc_span span = m == NULL ? ehc_said_opening(it) : ehc_text_span(&it->text, m->at, m->len);

	return of_outcome(c, ehc_flag_words(c, it, span, "%.*s %s", EHC_ARG(ehc_item_Called(c->arena, it)), message));
}

static void
flag_unsaid(struct ehc_check *c, const struct ehc_item *it, struct ehc_str missing)
{
	struct ehc_str called = ehc_item_Called(c->arena, it);

	of_outcome(c, ehc_finding_unsaid(c, ehc_flag_words(c, it, ehc_said_opening(it), "%.*s", EHC_ARG(called)), missing));
}

/* "... will have a purse: she will pay for her lunch": what stands first is only the means. */
static bool
gains_by_it(const struct smart *s)
{
	const struct ehc_prose *p = s->p;

	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		struct ehc_str before = m->first > 0 ? ehc_prose_token(p, m->first - 1) : EHC_NOSTR;

		if (m->list == EHC_LIST_OBSERVABLE && m->first > s->receiving->first + s->receiving->count && (ehc_str_is(before, "will") || ehc_str_is(before, "can")))
			return s->figure || s->criterion;
	}
	return false;
}

/* OUTC-004: what the child is given, not what the child gains */
static bool
is_provision(const struct smart *s)
{
	return s->receiving != NULL && !gains_by_it(s);
}

struct ehc_outcomes { struct smart *list; };    /* one an outcome; empty where its words cannot be judged */

static const struct ehc_outcomes *
outcomes_of(struct ehc_check *c)
{
	const struct ehc_items *all = &c->plan->kinds[EHC_ITEM_OUTCOME];
	struct ehc_outcomes *made;

	if (c->outcomes != NULL)
		return c->outcomes;
	made = EHC_NEW(c->arena, struct ehc_outcomes);
	made->list = EHC_NEW_ARRAY(c->arena, struct smart, all->count);
	for (size_t i = 0; i < all->count; i++)
		if (is_judged(all->items[i]))
			made->list[i] = read_outcome(c->plan, all->items[i]);
	c->outcomes = made;
	return made;
}

/* Asks `judge` of every outcome whose words can be judged. */
static void
each_outcome(struct ehc_check *c, void (*judge)(struct ehc_check *, const struct ehc_item *, const struct smart *))
{
	const struct ehc_items *all = &c->plan->kinds[EHC_ITEM_OUTCOME];
	const struct ehc_outcomes *outcomes = outcomes_of(c);

	for (size_t i = 0; i < all->count; i++)
		if (outcomes->list[i].p != NULL)
			judge(c, all->items[i], &outcomes->list[i]);
}

static void
ask_deadline(struct ehc_check *c, const struct ehc_item *it, const struct smart *s)
{
	if (!s->deadline)
		flag_unsaid(c, it, EHC_STR("by when"));
}

static void
deadline(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_outcome(c, ask_deadline);
}

static void
ask_measure(struct ehc_check *c, const struct ehc_item *it, const struct smart *s)
{
	if (!is_provision(s) && !s->figure && (s->weak != NULL || !(s->observable || s->criterion)))
		flag_unsaid(c, it, EHC_STR("what anyone could see or count"));
}

static void
measurable(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_outcome(c, ask_measure);
}

#define SUBJECT_WORDS 4         /* "All staff at college to ..." */

/* Others than the child as the subject: right before the first "will"; or a role as the first words, with at most an article or a number before it. */
static const struct ehc_match *
other_subject(const struct ehc_prose *p)
{
	size_t will = 0, to = 0;

	while (will < p->ntokens && !ehc_str_is(ehc_prose_token(p, will), "will"))
		will++;
	/* "Staff to be aware of his triggers" */
	while (to < p->ntokens && !ehc_str_is(ehc_prose_token(p, to), "to"))
		to++;
	if (will == p->ntokens && to <= SUBJECT_WORDS)
		will = to;
	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		bool role = m->list >= EHC_LIST_ROLE_REGISTERED && m->list <= EHC_LIST_ROLE_OTHER;
		bool others = role || m->list == EHC_LIST_ORGANISATION || m->list == EHC_LIST_ROLE_GENERIC || m->list == EHC_LIST_ROLE_FAMILY;

		if ((others && will < p->ntokens && m->first + m->count == will) || (role && m->first <= 1 && will == p->ntokens))
			return m;
	}
	return NULL;
}

static void
child_first(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		const struct ehc_match *m = is_judged(it) ? other_subject(it->said->text) : NULL;

		if (m != NULL)
			flag(c, it, m, "is about what others do, not about the child.");
	}
}

static void
ask_provision(struct ehc_check *c, const struct ehc_item *it, const struct smart *s)
{
	if (is_provision(s))
		flag(c, it, s->receiving, "says what will be given, not what the child gains by it.");
}

static void
provision_as_outcome(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_outcome(c, ask_provision);
}

static void
ask_aspiration(struct ehc_check *c, const struct ehc_item *it, const struct smart *s)
{
	if (s->aspiring != NULL && !s->figure && !s->deadline)
		flag(c, it, s->aspiring, "is a hope for later life; it belongs in section A, with an outcome on the way to it.");
}

static void
aspiration_as_outcome(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_outcome(c, ask_aspiration);
}

/* All weak words that stand close together, as one stretch: "develop his self-esteem and resilience". */
static struct ehc_match
weak_stretch(const struct smart *s)
{
	struct ehc_match all = *s->weak;

	for (const struct ehc_match *m = s->weak + 1; m < s->p->matches + s->p->nmatches; m++) {
		if (m->list != EHC_LIST_WEAK || m->first > all.first + all.count + 2 || s->p->tokens[m->first].sentence != s->p->tokens[all.first].sentence)
			continue;
		all.count = m->first + m->count - all.first;
		all.len = m->at + m->len - all.at;
	}
	return all;
}

static void
ask_how_far(struct ehc_check *c, const struct ehc_item *it, const struct smart *s)
{
	if (s->weak != NULL && !s->figure && !is_provision(s)) {
		struct ehc_match weak = weak_stretch(s);

		flag(c, it, &weak, "says a direction, not how far: nobody could tell whether it was reached.");
	}
}

static void
weak_verb(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_outcome(c, ask_how_far);
}

/* One finding for the plan: `all` where no outcome has it, else the outcomes that have not. */
static void
plan_lacks(struct ehc_check *c, bool (*has)(const struct ehc_item *), const char *many, const char *all, size_t with)
{
	size_t n;
	struct ehc_str *ids = ehc_ids_without(c, EHC_ITEM_OUTCOME, has, &n);
	struct ehc_finding *f;

	if (with == 0)
		f = ehc_flag_section(c, EHC_E, "%s", all);
	else
		f = ehc_flag_section(c, EHC_E, "%zu of %zu outcomes %s: %.*s.", n, c->plan->kinds[EHC_ITEM_OUTCOME].count, many, EHC_ARG(ehc_list_words(c->arena, ids, n, 8)));
	f->cause = &c->plan->kinds[EHC_ITEM_OUTCOME];
}

/* A part that fewer than half of the outcomes have is one finding for the plan, not one an outcome. */
static void
each_lacks(struct ehc_check *c, bool (*has)(const struct ehc_item *), const char *one, const char *many, const char *all)
{
	const struct ehc_items *outcomes = &c->plan->kinds[EHC_ITEM_OUTCOME];
	size_t with = 0;

	for (size_t i = 0; i < outcomes->count; i++)
		with += has(outcomes->items[i]);
	if (outcomes->count > 1 && with * 2 < outcomes->count) {
		plan_lacks(c, has, many, all, with);
		return;
	}
	for (size_t i = 0; i < outcomes->count; i++) {
		const struct ehc_item *it = outcomes->items[i];

		if (is_judged(it) && !has(it))
			ehc_finding_unsaid(c, ehc_flag(c, it, it->span, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), ehc_str_of(one))->cause = it;
	}
}

static bool
has_baseline(const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said == NULL ? NULL : it->said->text;

	return it->baseline.text.str.len > 0 || (p != NULL && ehc_str_find_word(p->text, "from") != SIZE_MAX && p->nnumbers > 2);
}

static bool
has_measurer(const struct ehc_item *it)
{
	static const char *const measured[] = { "shown by", "recorded by", "measured by", "noted by", "counted by", "logged by", "scored by", "marked by", "observed by", "ticked by", "timed by",
		"tested by", "assessed by", "checked by", "judged by", "tick-sheet" };

	if (it->measured_by.text.str.len > 0)
		return true;
	for (size_t i = 0; i < EHC_COUNT(measured); i++)
		if ((it->said == NULL || ehc_pairs_may_hold(&it->said->pairs, measured[i])) && ehc_str_has(it->text.str, measured[i]))
			return true;
	return false;
}

static void
baseline(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_lacks(c, has_baseline, "where the child is now", "do not say where the child is now", "No outcome says where the child is now.");
}

static void
measured_by(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	each_lacks(c, has_measurer, "who measures it, and with what", "do not say who measures them, and with what",
	    "No outcome says who measures it, and with what.");
}

ehc_day
ehc_outcome_due(const struct ehc_item *it, struct ehc_span *span)
{
	ehc_day by = it->by.day;

	*span = it->by.span;
	for (size_t i = 0; by == EHC_NODATE && is_judged(it) && i < it->said->text->ntokens; i++) {
		uint32_t at = it->said->text->tokens[i].at;
		size_t n = ehc_day_read(ehc_str_sub(it->text.str, at, at + 40), &by, NULL, NULL);

		if (n > 0)
			*span = ehc_text_span(&it->text, at, n);
	}
	return by;
}

static void
past(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;
	ehc_day day = ehc_check_day(c);

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		struct ehc_span span;
		ehc_day by = ehc_outcome_due(it, &span);

		if (by != EHC_NODATE && day != EHC_NODATE && by < day) {
			struct ehc_str called = ehc_item_Called(c->arena, it), on = ehc_day_text(c->arena, by);

			ehc_flag_words(c, it, span, "%.*s was to be reached by %.*s, which is past.", EHC_ARG(called), EHC_ARG(on));
		}
	}
}

static void
count(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t n = c->plan->kinds[EHC_ITEM_OUTCOME].count;

	(void)self;
	if (n > (size_t)c->profile->many_outcomes)
		ehc_flag_section(c, EHC_E, "The plan has %zu outcomes; more than %d are hard for anyone to keep in mind.", n, c->profile->many_outcomes);
}

static void
ongoing(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		if (it->by.node != NULL && it->by.day == EHC_NODATE && ehc_str_find_word(it->by.words, "ongoing") != SIZE_MAX)
			ehc_flag_words(c, it, it->by.span, "\"Ongoing\" is not a date: an outcome without one is never reached.")->cause = it;
}

static void
vague_quantity(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "some of", "most of", "some", "several", "a few", "many" };
	struct ehc_wanted left = ehc_wanted_of(c, words, EHC_COUNT(words));
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		if (!is_judged(it))
			continue;
		for (size_t k = 0; k < left.n; k++) {
			size_t at = ehc_str_find_word(it->text.str, left.words[k]);

			if (at == SIZE_MAX)
				continue;
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, ehc_str_of(left.words[k]).len), "\"%s\" of how much? Say the number that counts as reached.",
			    left.words[k])->cause = it;
			break;
		}
	}
}

#define PLAN EHC_FOR_EHC_PLAN
#define OUTCOME_FIX "By <date> <child> will <do what, where, with what help>, <how many> of <how many> times"

const struct ehc_rule ehc_rules_outcomes[] = {
	{ .id = "OUTC-001", .title = "An outcome has a date", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = deadline,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "Without a date nobody can say that it was missed, so nothing changes for the child.", .fix = OUTCOME_FIX },
	{ .id = "OUTC-002", .title = "An outcome can be measured", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = measurable,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "OUTC-004",
	  .why = "If nobody can tell whether it was reached, the review cannot tell whether the provision works.", .fix = OUTCOME_FIX },
	{ .id = "OUTC-003", .title = "An outcome is about the child", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = child_first,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "OUTC-004",
	  .why = "What staff do is provision; the outcome is the difference that it makes to the child.", .fix = OUTCOME_FIX },
	{ .id = "OUTC-004", .title = "An outcome is not provision", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = provision_as_outcome,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "Nobody can be held to provision that stands in section E, and the child's gain is not said.",
	  .fix = "Move it to section F, G or H, and say here what the child will be able to do." },
	{ .id = "OUTC-005", .title = "An outcome is not an aspiration", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = aspiration_as_outcome,
	  .source = "SEND Code of Practice on outcomes", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "OUTC-004",
	  .why = "A hope for later life tells nobody what to work towards this year.", .fix = "Keep it in section A; write here a step on the way that can be reached by a date." },
	{ .id = "OUTC-007", .title = "An outcome says how far, not only which way", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = weak_verb,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "OUTC-004",
	  .why = "Any change at all, or none that anyone can see, would count.", .fix = OUTCOME_FIX,
	  .legitimate = "The figures from which and to which are stated." },
	{ .id = "OUTC-008", .title = "An outcome says where the child is now", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN | EHC_FOR_ADVICE, .run = baseline,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .after = "OUTC-004 OUTC-007 OUTC-002",
	  .why = "Progress can be seen only from a starting point.", .fix = "Add `baseline:` with the figure in the advice." },
	{ .id = "OUTC-009", .title = "An outcome says who measures it", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN | EHC_FOR_ADVICE, .run = measured_by,
	  .source = COP969E, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "OUTC-004 OUTC-007 OUTC-002",
	  .why = "What nobody is asked to measure is not measured.", .fix = "Add `measured by:` with the role, the measure and how often." },
	{ .id = "OUTC-012", .title = "An outcome lies ahead", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = past,
	  .source = "Children and Families Act 2014, s.44", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "A plan that works towards a day gone by was not reviewed for this child.", .fix = "Review the outcome, and set a new date or a new outcome." },
	{ .id = "OUTC-013", .title = "Few enough outcomes to work towards", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = count,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Nobody works towards twenty things at once.", .fix = "Put outcomes together, or make some of them steps." },
	{ .id = "OUTC-015", .title = "\"Ongoing\" is no date", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = ongoing,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "An outcome without an end is never reached.", .fix = "Give the date." },
	{ .id = "OUTC-022", .title = "The measure is a number", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_ADVICE, .run = vague_quantity,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "One person's \"some\" is another's \"none\".", .fix = "Give the number." },
	EHC_NO_MORE_RULES
};
