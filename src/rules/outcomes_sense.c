/*
 * outcomes_sense.c - the OUTC rules on whether an outcome makes sense: one thing at a time, at the right distance, in reach.
 */
#include "rules/passage.h"
#include "rules/timeline.h"
#include "rules/wording.h"

#include <string.h>

static bool
is_judged(const struct ehc_item *it)
{
	return it->said != NULL && !it->has_placeholder && it->text.str.len > 0;
}

/* OUTC-006: a second "will", or a second weak verb after "and" */
static void
two_in_one(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		const struct ehc_prose *p = is_judged(it) ? it->said->text : NULL;
		size_t wills = 0, weak = 0, at = 0, len = 0;

		for (size_t i = 0; p != NULL && i < p->ntokens; i++)
			if (!p->tokens[i].quoted && ehc_str_is_nocase(ehc_prose_token(p, i), "will") && ++wills == 2)
				at = p->tokens[i].at, len = p->tokens[i].len;
		for (size_t i = 0; p != NULL && wills < 2 && i < p->nmatches; i++)
			if (p->matches[i].list == EHC_LIST_WEAK && ++weak == 2)
				at = p->matches[i].at, len = p->matches[i].len;
		if (len > 0 && ehc_str_find_word(ehc_str_sub(it->text.str, 0, at), "and") != SIZE_MAX)
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, len), "%.*s holds two outcomes: one may be reached and the other not.",
			    EHC_ARG(ehc_item_Called(c->arena, it)))->cause = it;
	}
}

#define STEP_DAYS 153           /* five months: less than two terms */

/* OUTC-010. In an amended plan outcomes naturally draw near. */
static void
only_a_step(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_day day = ehc_check_day(c);
	struct ehc_item *it;

	(void)self;
	if (day == EHC_NODATE || c->plan->status == EHC_AMENDED_FINAL || c->plan->status == EHC_PROPOSED)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		struct ehc_span span;
		ehc_day due = ehc_outcome_due(it, &span);

		if (due != EHC_NODATE && due >= day && due - day < STEP_DAYS)
			ehc_flag_words(c, it, span, "%.*s is due within %d weeks of the plan: that is a step, not an outcome.", EHC_ARG(ehc_item_Called(c->arena, it)),
			    (due - day + 6) / 7)->cause = it;
	}
}

/* OUTC-011 */
static void
no_steps(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		if (it->nsteps > 0)
			return;
	if (c->plan->kinds[EHC_ITEM_OUTCOME].count > 1 && c->plan->kinds[EHC_ITEM_PROVISION].count > 0)
		ehc_flag_section(c, EHC_E, "No outcome has a step on the way to it.");
}

/* ---- OUTC-014: health and care ---- */

static bool
is_for_section(const struct ehc_item *outcome, enum ehc_section need, enum ehc_section first, enum ehc_section last)
{
	for (size_t i = 0; i < outcome->out.count; i++)
		if (outcome->out.items[i]->relation == EHC_REL_FOR && outcome->out.items[i]->to != NULL && outcome->out.items[i]->to->section == need)
			return true;
	for (size_t i = 0; i < outcome->in.count; i++) {
		const struct ehc_link *link = outcome->in.items[i];

		if (link->relation == EHC_REL_TOWARDS && !link->assumed && link->from->section >= first && link->from->section <= last &&
		    ehc_item_count_linked(outcome, EHC_REL_TOWARDS) == 1)
			return true;
	}
	return false;
}

static bool
any_outcome_for(const struct ehc_check *c, enum ehc_section need, enum ehc_section first, enum ehc_section last, enum ehc_theme theme,
    const char *const *words, size_t n)
{
	struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		if (it->theme == theme || is_for_section(it, need, first, last) || ehc_own_says_any(c, it, words, n))
			return true;
	return false;
}

static void
health_and_care(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const health[] = { "sleep", "sleeps", "fall asleep", "seizure", "seizures", "medicine", "inhaler", "weight", "pain", "feed", "feeds", "hospital", "catheter", "health",
		"toilet", "toileting", "blood glucose" };
	static const char *const care[] = { "home", "club", "friend", "friends", "family", "parents", "overnight", "shop", "cook", "cooks", "out of school", "match", "weekend", "saturday", "town" };
	const struct ehc_plan *p = c->plan;

	(void)self;
	if (p->kinds[EHC_ITEM_OUTCOME].count == 0)
		return;
	if (p->sections[EHC_G].items > 0 && p->sections[EHC_C].items > 0 &&
	    !any_outcome_for(c, EHC_C, EHC_G, EHC_G, EHC_THEME_HEALTH, health, EHC_COUNT(health)))
		ehc_flag_section(c, EHC_E, "The plan has health provision, but no outcome is about health.");
	if (p->sections[EHC_H1].items + p->sections[EHC_H2].items > 0 && p->sections[EHC_D].items > 0 &&
	    !any_outcome_for(c, EHC_D, EHC_H1, EHC_H2, EHC_THEME_COMMUNITY, care, EHC_COUNT(care)))
		ehc_flag_section(c, EHC_E, "The plan has social care provision, but no outcome is about life at home or in the community.");
}

/* ---- words ---- */

static void
flag_words_of(struct ehc_check *c, const char *const *words, size_t n, bool (*excused)(const struct ehc_item *), const char *message)
{
	struct ehc_wanted left = ehc_wanted_of(c, words, n);
	struct ehc_item *it;

	if (left.n == 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		const char *found;
		size_t at = is_judged(it) && !excused(it) ? ehc_item_find_any_said(it, left.words, left.n, &found) : SIZE_MAX;

		if (at != SIZE_MAX)
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, strlen(found)), "\"%s\": %s", found, message)->cause = it;
	}
}

/* A figure that is no part of a date; a day has two. */
static bool
has_figure(const struct ehc_item *it)
{
	return it->said->text->nnumbers > (it->said->text->has_date ? 2U : 0U) || ehc_str_has_digit(it->baseline.text.str) || it->measured_by.text.str.len > 0;
}

static bool
never(const struct ehc_item *it)
{
	return it->text.str.len == 0;
}

/* OUTC-016 */
static void
maintained(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "maintain", "maintains", "will continue to", "will remain" };

	(void)self;
	flag_words_of(c, words, EHC_COUNT(words), has_figure, "what is to be kept up, measured by what, and why would it be lost otherwise?");
}

/* OUTC-018 */
static void
out_of_reach(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "pass his GCSE", "pass her GCSE", "pass GCSE", "grade 4", "grade 5", "be cured", "seizure free", "seizure-free", "no longer have autism", "grow out of" };

	(void)self;
	flag_words_of(c, words, EHC_COUNT(words), never, "this is not in the hands of those who work on the plan; what will the child be able to do?");
}

/* OUTC-020: "80% of the time" */
static void
bare_percentage(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const trials[] = { "out of", "occasions", "opportunities", "trials", "sessions", "lessons", "attempts", "questions", "words", "days", "times", "checks", "tasks",
		"attendance", "attend", "attends", "sentences", "pages", "prompts", "transitions" };
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		size_t at = is_judged(it) ? ehc_str_find_nocase(it->text.str, "%") : SIZE_MAX, from = at;

		if (at == SIZE_MAX || ehc_own_says_any(c, it, trials, EHC_COUNT(trials)))
			continue;
		while (from > 0 && it->text.str.ptr[from - 1] >= '0' && it->text.str.ptr[from - 1] <= '9')
			from--;
		ehc_flag_words(c, it, ehc_text_span(&it->text, from, at + 1 - from), "A share of how many tries? Without a number nobody can count it.")->cause = it;
	}
}

/* ---- OUTC-021: "3 of 5", "27 times" ---- */

struct score { int of, all; };

static size_t
figure(struct ehc_str s, size_t at, int *out)
{
	size_t n = 0;

	*out = 0;
	while (at + n < s.len && n < 4 && s.ptr[at + n] >= '0' && s.ptr[at + n] <= '9')
		*out = *out * 10 + (s.ptr[at + n++] - '0');
	return n;
}

/* The first "n of m" or "n out of m"; false where there is none. */
static bool
read_score(const struct ehc_check *c, struct ehc_str s, struct score *out)
{
	s = ehc_arena_unwrapped(c->arena, s);
	for (size_t i = 0; i < s.len; i++) {
		size_t next;
		struct ehc_str rest;

		if (!ehc_is_digit(s.ptr[i]) || (i > 0 && s.ptr[i - 1] != ' '))
			continue;
		next = i + figure(s, i, &out->of);
		rest = ehc_str_sub(s, next, s.len);
		if (ehc_str_starts_nocase(rest, " of "))
			next += 4;
		else if (ehc_str_starts_nocase(rest, " out of "))
			next += 8;
		else
			continue;
		if (figure(s, next, &out->all) > 0)
			return true;
	}
	return false;
}

/* "27 times", "no more than five times", "800 metres": the number before that word. */
static bool
read_count(struct ehc_str s, struct ehc_str unit, int *out)
{
	static const char *const names[] = { "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve" };

	for (size_t from = 0, at; unit.len > 0 && (at = ehc_str_find(ehc_str_sub(s, from, s.len), unit, true)) != SIZE_MAX; from += at + unit.len) {
		size_t end = from + at, start;
		struct ehc_str word;

		while (end > 0 && ehc_is_blank(s.ptr[end - 1]))
			end--;
		for (start = end; start > 0 && ehc_is_letter_or_digit(s.ptr[start - 1]); start--)
			continue;
		word = ehc_str_sub(s, start, end);
		if (word.len > 0 && word.len < 5 && figure(word, 0, out) == word.len)
			return true;
		for (size_t i = 0; i < EHC_COUNT(names); i++)
			if (ehc_str_is_nocase(word, names[i])) {
				*out = (int)i;
				return true;
			}
	}
	return false;
}

/* What the baseline counts: the word behind its first figure, "times" of "27 times in a term"; empty in "5 of 10". */
static struct ehc_str
counted_in(struct ehc_str baseline)
{
	for (size_t i = 0; i < baseline.len; i++) {
		size_t from, to;
		struct ehc_str word;

		if (!ehc_is_digit(baseline.ptr[i]))
			continue;
		for (from = i; from < baseline.len && ehc_is_digit(baseline.ptr[from]); from++)
			continue;
		if (from >= baseline.len || !ehc_is_blank(baseline.ptr[from]))
			return EHC_NOSTR;
		for (to = ++from; to < baseline.len && ehc_is_letter(baseline.ptr[to]); to++)
			continue;
		word = ehc_str_sub(baseline, from, to);
		return word.len > 3 && ehc_lower(word.ptr[word.len - 1]) == 's' ? word : EHC_NOSTR;
	}
	return EHC_NOSTR;
}

static void
idle_count(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_str unit = counted_in(it->baseline.text.str);
	int now, goal, step;

	if (!read_count(it->baseline.text.str, unit, &now) || !read_count(it->text.str, unit, &goal) || goal == now)
		return;
	for (size_t i = 0; i < it->nsteps; i++)
		if (read_count(it->steps[i].text.str, unit, &step) && (goal > now ? step <= now : step >= now))
			ehc_flag_words(c, it, it->steps[i].text.span, "This step is no further than where the child is now, %d %.*s.", now, EHC_ARG(unit));
}

static void
idle_step(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME)) {
		struct score now, goal, step;

		if (is_judged(it) && it->nsteps > 0)
			idle_count(c, it);
		if (!is_judged(it) || !read_score(c, it->baseline.text.str, &now) || !read_score(c, it->text.str, &goal) || goal.all != now.all || goal.of == now.of)
			continue;
		for (size_t i = 0; i < it->nsteps; i++) {
			bool further = read_score(c, it->steps[i].text.str, &step) && step.all == now.all && (goal.of > now.of ? step.of > now.of : step.of < now.of);

			if (!further && read_score(c, it->steps[i].text.str, &step) && step.all == now.all)
				ehc_flag_words(c, it, it->steps[i].text.span, "This step is no further than where the child is now, %d of %d.", now.of, now.all);
		}
	}
}

#define PLAN EHC_FOR_EHC_PLAN
#define COP966 "SEND Code of Practice 9.66"
#define GOOD_SENSE .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE

const struct ehc_rule ehc_rules_outcomes_sense[] = {
	{ .id = "OUTC-006", .title = "One outcome at a time", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = two_in_one, GOOD_SENSE,
	  .why = "When one half is reached and the other is not, nobody can say whether the outcome was.", .fix = "Make two outcomes of it." },
	{ .id = "OUTC-010", .title = "An outcome lies further ahead than a step", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = only_a_step, GOOD_SENSE,
	  .why = "A plan of short targets is used up before its first review, and nobody looks to where the child is going.",
	  .fix = "Make it a `step:` of an outcome for the end of the phase.", .legitimate = "The phase ends then: the child moves to the next school." },
	{ .id = "OUTC-011", .title = "Steps stand beside the outcomes", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = no_steps, .after = "SECT-023",
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "An outcome is years away; a step shows after a term whether the child is on the way.", .fix = "Add `step: <how far> by <date>`." },
	{ .id = "OUTC-014", .title = "Health and care provision work towards outcomes of their own", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = health_and_care,
	  .source = "NHS guidance on section G for health professionals", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "If no outcome speaks of health or of life outside school, nobody asks at the review whether that help worked.", .fix = "Add an outcome for it, with `for:` and the need in section C or D." },
	{ .id = "OUTC-016", .title = "What is to be maintained has a measure", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = maintained, GOOD_SENSE,
	  .why = "Keeping what one has can be an outcome, if somebody can tell that it was kept.", .fix = "Say the figure that is to be kept, and why it is at risk." },
	{ .id = "OUTC-018", .title = "An outcome is in the hands of those who work on it", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = out_of_reach,
	  .source = COP966, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "An examiner's mark or a cure says little about whether the help was given well.", .fix = "Say what the child will be able to do." },
	{ .id = "OUTC-020", .title = "A percentage says of how many", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = bare_percentage, GOOD_SENSE,
	  .why = "Two adults will count 80% of the time differently.", .fix = "Write <how many> of <how many> times." },
	{ .id = "OUTC-021", .title = "A step goes further than the start", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = idle_step, GOOD_SENSE,
	  .why = "A step that the child has taken already helps nobody to see progress.", .fix = "Set the step between the baseline and the outcome." },
	EHC_NO_MORE_RULES
};
