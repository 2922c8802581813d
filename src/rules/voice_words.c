/*
 * voice_words.c - the VOICE and PFA rules that read what section A and the outcomes say.
 */
#include "rules/passage.h"
#include "rules/wording.h"

#include <string.h>

/* ---- VOICE-004: who is speaking ---- */

static bool
is_own_words(enum ehc_label label)
{
	return label == EHC_L_CHILD_VIEWS || label == EHC_L_YP_VIEWS || label == EHC_L_PARENT_VIEWS || label == EHC_L_ASPIRATION;
}

static void
unattributed(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const first_person[] = { "I am", "I like", "I don't", "I do", "I can", "I want", "I have", "I feel", "I need", "I enjoy", "I hate", "my" };
	const struct ehc_plan *p = c->plan;

	(void)self;
	if (ehc_plan_text(p, EHC_L_VIEWS_METHOD, 0) != NULL)
		return;
	for (size_t i = 0; i < p->ntexts; i++) {
		const struct ehc_prose_entry *e = &p->texts[i];
		const struct ehc_passage passage = { NULL, EHC_A, e->label, &e->text, NULL, { 0 } };
		const char *found;
		size_t at;

		if (e->section != EHC_A || e->label == EHC_L_STANDARD_TEXT || is_own_words(e->label) || ehc_node_field(e->node, EHC_L_VOICE) != NULL)
			continue;
		at = ehc_find_any_said(e->text.str, first_person, EHC_COUNT(first_person), &found);
		if (at == SIZE_MAX)
			continue;
		ehc_flag_passage(c, &passage, at, strlen(found), "Somebody says \"I\" here, and section A does not say who.");
		return;
	}
}

/* ---- VOICE-005: what the hopes are about ---- */

struct part_of_life { const char *name; const char *const words[16]; };

static const struct part_of_life parts[] = {
	{ "work", { "job", "work", "career", "driver", "learn", "school", "college", "read", "write", "class", "teacher", "apprenticeship", "university", NULL } },
	{ "home", { "home", "live", "flat", "house", "independent", "independence", "myself", "alone", "cook", "bus", "shop", "by himself", "by herself", NULL } },
	{ "friends", { "friend", "friends", "club", "team", "play", "party", "out", "family", "married", "people", "children", "match", NULL } },
	{ "health", { "health", "healthy", "well", "sleep", "eat", "safe", "happy", "pain", "calm", "worried", "worry", "seizures", NULL } },
};

static size_t
count_words(const struct part_of_life *part)
{
	size_t n = 0;

	while (part->words[n] != NULL)
		n++;
	return n;
}

static bool
is_spoken_of(const struct ehc_check *c, const struct part_of_life *part, enum ehc_theme theme)
{
	const struct ehc_items *aspirations = &c->plan->kinds[EHC_ITEM_ASPIRATION];

	for (size_t i = 0; i < aspirations->count; i++)
		if (aspirations->items[i]->theme == theme || ehc_says_any(c, aspirations->items[i]->text.str, part->words, count_words(part)))
			return true;
	for (size_t i = 0; i < c->plan->ntexts; i++)
		if (c->plan->texts[i].section == EHC_A && is_own_words(c->plan->texts[i].label) &&
		    ehc_says_any(c, c->plan->texts[i].text.str, part->words, count_words(part)))
			return true;
	return false;
}

/* What the family says in its own words counts as well as the aspirations. */
static void
narrow_hopes(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_items *aspirations = &c->plan->kinds[EHC_ITEM_ASPIRATION];
	struct ehc_str missing[EHC_COUNT(parts)];
	size_t n = 0;

	(void)self;
	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (!is_spoken_of(c, &parts[i], (enum ehc_theme)(i + EHC_THEME_EMPLOYMENT)))
			missing[n++] = ehc_str_of(parts[i].name);
	if (aspirations->count > 1 && n >= 2)
		ehc_flag_words(c, NULL, aspirations->items[0]->text.span, "The family's hopes, as section A has them, say nothing about %.*s.", EHC_ARG(ehc_list_words(c->arena, missing, n, n)))->section = EHC_A;
}

/* ---- VOICE-007: a child who does not speak ---- */

static bool
does_not_speak(const struct ehc_check *c)
{
	static const char *const words[] = { "non-verbal", "nonverbal", "non verbal", "pre-verbal", "does not use words", "does not speak", "uses no words", "no spoken words" };
	struct ehc_item *it;

	static const char *const places[] = { "does not speak in", "does not speak to", "does not speak when", "does not speak with", "does not speak at", "does not speak until" };

	/* Who does not speak in a full room may well have spoken, or typed, elsewhere. */
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
		if (ehc_own_says_any(c, it, words, EHC_COUNT(words)) && !ehc_own_says_any(c, it, places, EHC_COUNT(places)))
			return true;
	return ehc_check_age(c) >= 0 && ehc_check_age(c) < 4;
}

static void
not_observed(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const ways[] = { "observed", "observation", "observations", "watched", "watching", "picture", "pictures", "symbols", "signs", "signed", "photo", "photos", "photographs",
		"play", "played", "film", "video", "eye gaze", "switch", "objects", "talking mats", "communication book", "device", "choices" };
	const struct ehc_prose_entry *how = ehc_plan_text(c->plan, EHC_L_VIEWS_METHOD, 0);

	(void)self;
	if (how != NULL && how->text.str.len > 0 && does_not_speak(c) && !ehc_says_any(c, how->text.str, ways, EHC_COUNT(ways)))
		ehc_flag_words(c, NULL, how->text.span, "The child says little or nothing in words; how the views were gathered all the same is not said.")->section = EHC_A;
}

/* ---- VOICE-008 ---- */

static void
faults_among_strengths(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "can be difficult", "is difficult", "difficulty", "difficulties", "struggles", "refuses", "unable to", "lacks", "naughty", "finds it hard",
		"poor concentration", "weak" };

	(void)self;
	for (size_t i = 0; i < c->plan->ntexts; i++) {
		const struct ehc_prose_entry *e = &c->plan->texts[i];
		const struct ehc_passage passage = { NULL, e->section, e->label, &e->text, NULL, { 0 } };
		const char *found;
		size_t at = e->label == EHC_L_STRENGTHS ? ehc_find_any_said(e->text.str, words, EHC_COUNT(words), &found) : SIZE_MAX;

		if (at != SIZE_MAX)
			ehc_flag_passage(c, &passage, at, strlen(found), "\"%s\" stands among the strengths.", found);
	}
}

/* ---- VOICE-010 ---- */

static void
old_views(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_prose_entry *how = ehc_plan_text(c->plan, EHC_L_VIEWS_METHOD, 0);
	ehc_day day = ehc_check_day(c), last = EHC_NODATE;
	struct ehc_span span = EHC_NOSPAN;
	struct ehc_str s;

	(void)self;
	if (how == NULL || day == EHC_NODATE)
		return;
	s = how->text.str;
	for (size_t i = 0; i < s.len; i++) {
		ehc_day d = EHC_NODATE;
		size_t n = i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n' ? ehc_day_read(ehc_str_sub(s, i, s.len), &d, NULL, NULL) : 0;

		if (n > 0 && d != EHC_NODATE && (last == EHC_NODATE || d > last)) {
			last = d;
			span = ehc_text_span(&how->text, i, n);
		}
	}
	if (last != EHC_NODATE && last < ehc_day_add_months(day, -12))
		ehc_flag_words(c, NULL, span, "The views were last gathered more than a year before the plan.")->section = EHC_A;
}

/* ---- VOICE-011 ---- */

static void
bland(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "TV", "television", "games", "playing", "toys", "food", "music", "films" };
	const struct ehc_prose_entry *e = ehc_plan_text(c->plan, EHC_L_INTERESTS, 0);

	(void)self;
	if (e != NULL && ehc_str_words(e->text.str) <= 6 && ehc_says_any(c, e->text.str, words, EHC_COUNT(words)))
		ehc_flag_words(c, NULL, e->text.span, "Most children like this: what is it about it that this child likes?")->section = EHC_A;
}

/* ---- adulthood ---- */

/* Words of the outcomes and of what F to H2 give. */
static bool
plan_says(const struct ehc_check *c, const char *const *words, size_t n)
{
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if ((it->kind == EHC_ITEM_OUTCOME || it->kind == EHC_ITEM_PROVISION || it->section == EHC_D) && ehc_own_says_any(c, it, words, n))
			return true;
	for (enum ehc_section s = EHC_D; s <= EHC_H2; s++)
		if (ehc_says_any(c, c->plan->sections[s].because.text.str, words, n))
			return true;
	return false;
}

static size_t
items_in(const struct ehc_plan *p, enum ehc_section first, enum ehc_section last)
{
	size_t n = 0;

	for (enum ehc_section s = first; s <= last; s++)
		n += p->sections[s].items;
	return n;
}

static const char *const adult_care[] = { "Care Act", "adult social care", "adult services", "adult care", "transition assessment", "moves to adult" };

/* At 17, with all of it in H1. */
static bool
ends_within_a_year(const struct ehc_check *c)
{
	return ehc_check_age(c) == 17 && c->plan->sections[EHC_H1].items > 0 && c->plan->sections[EHC_H2].items == 0;
}

/* PFA-005; where H1 is about to end PFA-010 says so. */
static void
care_at_18(struct ehc_check *c, const struct ehc_rule *self)
{
	int years = ehc_check_age(c);

	(void)self;
	if (years < 16 || years >= 18 || ends_within_a_year(c) || items_in(c->plan, EHC_D, EHC_D) + items_in(c->plan, EHC_H1, EHC_H2) == 0 ||
	    plan_says(c, adult_care, EHC_COUNT(adult_care)))
		return;
	ehc_flag_section(c, EHC_D, "The young person is %d and has social care needs; the plan does not say whether adult social care has been asked to assess them.", years);
}

/* PFA-007 */
static void
five_days(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "five days", "5 days", "days a week", "days each week", "five-day", "full time", "full-time" };

	(void)self;
	if (ehc_check_age(c) >= 16 && c->plan->sections[EHC_F].items > 0 && !plan_says(c, words, EHC_COUNT(words)))
		ehc_flag_section(c, EHC_F, "The plan does not say whether a package over five days a week was thought of.");
}

/* PFA-008 */
static void
travel(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "travel", "travels", "bus", "train", "journey", "journeys", "transport", "walks to", "taxi", "cross the road", "crosses the road", "route", "routes" };

	(void)self;
	if (ehc_check_is_year_nine(c) && c->plan->kinds[EHC_ITEM_PROVISION].count > 0 && !plan_says(c, words, EHC_COUNT(words)))
		ehc_flag_section(c, EHC_F, "The plan does not say whether learning to travel alone was thought of.");
}

/* PFA-009 */
static void
next_phase(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "college", "sixth form", "apprenticeship", "post-16", "job", "work", "work experience", "employment", "adult", "after school", "next setting",
		"independent", "independently", "travel", "travels", "bus" };
	const struct ehc_item *it;

	(void)self;
	if (c->plan->child.year < 9 || c->plan->child.year > 11 || c->plan->kinds[EHC_ITEM_OUTCOME].count == 0)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_OUTCOME))
		if (it->theme != EHC_THEME_NONE || ehc_own_says_any(c, it, words, EHC_COUNT(words)))
			return;
	ehc_flag_section(c, EHC_E, "Every outcome is about the present school; none looks ahead to what comes after Year 11.");
}

/* PFA-010 */
static void
turning_18(struct ehc_check *c, const struct ehc_rule *self)
{
	ehc_day day = ehc_check_day(c), born = c->plan->child.born.day;

	(void)self;
	if (!ends_within_a_year(c) || plan_says(c, adult_care, EHC_COUNT(adult_care)))
		return;
	ehc_flag_section(c, EHC_H1, "The young person turns 18 in %d days; section H1 then no longer applies, and nothing says what follows.",
	    (int)(ehc_day_add_months(born, 18 * 12) - day));
}

#define PLAN EHC_FOR_EHC_PLAN
#define COP969A "SEND Code of Practice 9.69"
#define GOOD_SENSE .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE

const struct ehc_rule ehc_rules_voice_words[] = {
	{ .id = "VOICE-004", .title = "Who says \"I\" is said", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = unattributed,
	  .source = COP969A, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .after = "SECT-001",
	  .why = "Words put into a child's mouth are not the child's views.", .fix = "Add `how views were gathered:`, or `voice:` under the text." },
	{ .id = "VOICE-005", .title = "Hopes look at the whole of life", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = narrow_hopes,
	  .source = COP969A, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "A hope that nobody asked about is one that nobody plans for.", .fix = "Ask about work, home, friends and health as well.",
	  .legitimate = "The child was asked, and this is what matters now: say so in `how views were gathered:`." },
	{ .id = "VOICE-007", .title = "A child who does not speak was listened to", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = not_observed, .after = "VOICE-003",
	  .source = "NICE guideline NG213", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "A child without words has views too.", .fix = "Say what was observed, where and by whom, or which pictures, signs or device were used." },
	{ .id = "VOICE-008", .title = "Strengths are strengths", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = faults_among_strengths, GOOD_SENSE,
	  .why = "A \"but\" among the strengths takes back what was given.", .fix = "Move the difficulty to section B." },
	{ .id = "VOICE-010", .title = "The views are of this year", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = old_views, GOOD_SENSE,
	  .why = "A child's wishes change in a year.", .fix = "Ask again, and give the new date." },
	{ .id = "VOICE-011", .title = "Interests are this child's own", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = bland, GOOD_SENSE,
	  .why = "A new adult starts from what the child loves.", .fix = "Say which, with whom, and what the child does with it." },
	EHC_NO_MORE_RULES
};

const struct ehc_rule ehc_rules_adulthood_words[] = {
	{ .id = "PFA-005", .title = "Adult social care is asked in time", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = care_at_18, GOOD_SENSE,
	  .why = "Help that ends at 18 without anything in its place ends in a crisis.", .fix = "Ask for an adult care assessment, and say when it will be done." },
	{ .id = "PFA-007", .title = "After 16, a package over five days was thought of", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = five_days, .after = "SECT-006",
	  .source = "SEND Code of Practice 8.39-8.40", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "Three days of college leave two at home with nothing to do.", .fix = "Say what each day of the week holds, or why fewer days are right." },
	{ .id = "PFA-008", .title = "Learning to travel was thought of", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = travel, .after = "SECT-006",
	  .source = "NICE guideline NG213", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "Who cannot travel cannot get to work or to friends.", .fix = "Add provision for it, or say why not." },
	{ .id = "PFA-009", .title = "In years 9 to 11 an outcome looks ahead", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = next_phase, .after = "PFA-002", GOOD_SENSE,
	  .why = "The next step needs years of preparation.", .fix = "Add an outcome for college, work or life after school, and mark it with `theme:`." },
	{ .id = "PFA-010", .title = "What stands in H1 goes on at 18", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = PLAN, .run = turning_18, GOOD_SENSE,
	  .why = "The duty behind H1 ends on the birthday; the need does not.", .fix = "Say which provision follows in H2, and from when." },
	EHC_NO_MORE_RULES
};
