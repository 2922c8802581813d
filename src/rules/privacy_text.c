/*
 * privacy_text.c - the PRIV rules that look for what the words should not hold: another authority, another child's date
 * of birth, other people's affairs, private addresses, and what a word processor left behind.
 */
#include "rules/passage.h"

#include <string.h>

/* ---- PRIV-004: another council ---- */

static bool
is_capital(struct ehc_str w)
{
	return w.len > 1 && ehc_is_capital(w.ptr[0]);
}

static bool
is_kind_of_council(struct ehc_str w)
{
	static const char *const words[] = { "County", "Borough", "City", "District", "Metropolitan", "Unitary", "London", "Royal", "The", "Council", "Parish", "Town" };

	return ehc_str_is_one_of(w, words, EHC_COUNT(words));
}

/* A bracket is no part of it. */
static struct ehc_str
word_before(struct ehc_str s, size_t at)
{
	struct ehc_str w = ehc_str_word_before(s, at);
	const char *bracket = w.len == 0 ? NULL : memrchr(w.ptr, '(', w.len);

	return bracket == NULL ? w : ehc_str_sub(w, (size_t)(bracket - w.ptr) + 1, w.len);
}

/* "Northmere County Council" where that is not the plan's own; *at gets where the name begins. */
static bool
other_council(struct ehc_str own, struct ehc_str s, size_t council, size_t *at)
{
	struct ehc_str w = word_before(s, council);

	while (is_capital(w) && is_kind_of_council(w))
		w = word_before(s, (size_t)(w.ptr - s.ptr));
	if (!is_capital(w) || ehc_str_find(own, w, true) != SIZE_MAX)
		return false;
	*at = (size_t)(w.ptr - s.ptr);
	return true;
}

static void
wrong_authority(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_str own = c->plan->authority.text.str;
	struct ehc_passages all = ehc_passages_of(c);

	(void)self;
	for (size_t i = 0; own.len > 0 && i < all.count; i++) {
		struct ehc_str s = all.list[i].text->str;
		size_t council = ehc_pairs_may_hold(all.list[i].pairs, "Council") ? ehc_find_said(s, "Council") : SIZE_MAX, at;

		if (council == SIZE_MAX || all.list[i].label == EHC_L_HISTORY || s.ptr[council] != 'C' || !other_council(own, s, council, &at))
			continue;
		ehc_flag_passage(c, &all.list[i], at, council + strlen("Council") - at, "The plan is another council's; was this copied?");
	}
}

/* ---- PRIV-005, PRIV-012: whose birthday ---- */

static const char *const relatives[] = { "brother", "sister", "mother", "father", "mum", "dad", "stepfather", "stepmother", "uncle", "aunt", "grandmother", "grandfather", "parents", "grandparents", "cousin", "friend" };

static void
other_birthday(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "date of birth", "DOB", "D.O.B.", "born on" };
	ehc_day born = c->plan->child.born.day;
	struct ehc_passages all = ehc_passages_of(c);

	(void)self;
	for (size_t i = 0; born != EHC_NODATE && i < all.count; i++) {
		struct ehc_str s = all.list[i].text->str;
		const char *found;
		size_t at = ehc_passage_find_any(c, &all.list[i], words, EHC_COUNT(words), &found), n;
		ehc_day day = EHC_NODATE;

		if (at == SIZE_MAX)
			continue;
		at += strlen(found);
		while (at < s.len && (ehc_is_blank(s.ptr[at]) || s.ptr[at] == ':' || s.ptr[at] == '('))
			at++;
		n = ehc_day_read(ehc_str_sub(s, at, s.len), &day, NULL, NULL);
		if (n > 0 && day != EHC_NODATE && day != born)
			ehc_finding_relate(c->out, ehc_flag_passage(c, &all.list[i], at, n, "This is not the date of birth that the plan gives for the child."),
			    c->plan->child.born.span, EHC_STR("the child's date of birth"));
	}
}

/* "5," or "5 years old", as it stands behind "is": the age, or -1. *len gets the length of its figure. */
static int
age_said(struct ehc_str s, size_t *len)
{
	static const char *const ends[] = { " and ", " years old", " year old" };
	size_t n = 0;
	int years = 0;

	for (; n < s.len && n < 2 && ehc_is_digit(s.ptr[n]); n++)
		years = years * 10 + (s.ptr[n] - '0');
	if (n == 0 || (n < s.len && ehc_is_letter_or_digit(s.ptr[n])))
		return -1;
	*len = n;
	s = ehc_str_sub(s, n, s.len);
	if (s.len == 0 || s.ptr[0] == ',' || s.ptr[0] == ';' || (s.ptr[0] == '.' && (s.len == 1 || !ehc_is_digit(s.ptr[1]))))
		return years;
	for (size_t i = 0; i < EHC_COUNT(ends); i++)
		if (ehc_str_find_nocase(ehc_str_sub(s, 0, strlen(ends[i])), ends[i]) == 0)
			return years;
	return -1;
}

#define IS " is "

/* Names of the child, and in the words of section A the pronoun, as long as nobody else of the family was spoken of before. */
static bool
is_of_the_child(const struct ehc_check *c, struct ehc_str before)
{
	const struct ehc_child *child = &c->plan->child;
	size_t from = before.len;
	struct ehc_str word;

	while (from > 0 && ehc_is_letter(before.ptr[from - 1]))
		from--;
	word = ehc_str_sub(before, from, before.len);
	if (word.len == 0)
		return false;
	if (ehc_str_find(child->name.text.str, word, true) != SIZE_MAX || ehc_str_find(child->known_as.text.str, word, true) != SIZE_MAX)
		return true;
	return (ehc_str_is_nocase(word, "he") || ehc_str_is_nocase(word, "she")) && !ehc_has_word(before, relatives, EHC_COUNT(relatives));
}

/* What was written in the months of the assessment may be of before the last birthday. */
static void
age_in_words(struct ehc_check *c, int years)
{
	struct ehc_passages all = ehc_passages_of(c);

	for (size_t i = 0; i < all.count; i++) {
		struct ehc_str s = all.list[i].text->str;
		struct ehc_speech speech = { 0 };

		if (all.list[i].section > EHC_D)
			continue;
		for (size_t from = 0, at; (at = ehc_str_find_nocase(ehc_str_sub(s, from, s.len), IS)) != SIZE_MAX; from = at + 1) {
			size_t len = 0;
			int said;

			at += from;
			said = age_said(ehc_str_sub(s, at + strlen(IS), s.len), &len);
			if (said < 0 || said == years || said == years - 1 || said > 25 || ehc_is_quoted(&speech, s, at) || !is_of_the_child(c, ehc_str_sub(s, 0, at)))
				continue;
			ehc_finding_relate(c->out, ehc_flag_passage(c, &all.list[i], at + 1, strlen(IS) - 1 + len, "By the date of birth the child is %d on the day of the plan.", years),
			    c->plan->child.born.span, EHC_STR("the child's date of birth"));
			return;
		}
	}
}

static void
wrong_age(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_value *age = &c->plan->child.age;
	int years = ehc_check_age(c), stated = 0;
	size_t n = 0;

	(void)self;
	if (years >= 0)
		age_in_words(c, years);
	while (n < age->text.str.len && n < 3 && age->text.str.ptr[n] >= '0' && age->text.str.ptr[n] <= '9')
		stated = stated * 10 + (age->text.str.ptr[n++] - '0');
	if (n == 0 || years < 0 || stated == years)
		return;
	ehc_flag_words(c, NULL, age->text.span, "By the date of birth the child is %d on the day of the plan.", years);
}

/* ---- PRIV-007: other people's affairs ---- */

static const char *const verbs[] = { " has ", " had ", " is ", " was ", " was diagnosed with ", " suffers from ", " lives with ", " takes ", " is in ", " was in ", " also has ", " is also " };
static const char *const affairs[] = { "autism", "autistic", "ADHD", "depression", "depressed", "anxiety", "bipolar", "schizophrenia", "epilepsy", "cancer", "multiple sclerosis", "prison",
	"convicted", "arrested", "alcoholic", "alcohol", "addicted", "an addiction", "drugs", "antidepressants", "HIV", "a learning disability", "dyslexia", "dyslexic", "mental health" };

#define AFFAIR_MOST 80  /* bytes: the longest verb, and the affair behind it */

static bool
follows(struct ehc_str rest, size_t *len)
{
	for (size_t v = 0; v < EHC_COUNT(verbs); v++) {
		struct ehc_str after;

		if (!ehc_str_starts_nocase(rest, verbs[v]))
			continue;
		after = ehc_str_sub(rest, strlen(verbs[v]), strlen(verbs[v]) + 40);
		for (size_t i = 0; i < EHC_COUNT(affairs); i++) {
			size_t at = ehc_str_find_word(after, affairs[i]);

			/* At most two words between: "has severe, lasting depression". */
			/* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): a word stands in it */
			if (at == SIZE_MAX || at > 20 || memchr(after.ptr, '.', at) != NULL)
				continue;
			*len = strlen(verbs[v]) + at + strlen(affairs[i]);
			return true;
		}
	}
	return false;
}

static void
third_parties(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	struct ehc_wanted named = ehc_wanted_of(c, relatives, EHC_COUNT(relatives));

	(void)self;
	for (size_t i = 0; i < all.count; i++) {
		struct ehc_str s = all.list[i].text->str;

		for (size_t k = 0; k < named.n; k++) {
			size_t at = ehc_pairs_may_hold(all.list[i].pairs, named.words[k]) ? ehc_find_said(s, named.words[k]) : SIZE_MAX, end, len;

			if (at == SIZE_MAX)
				continue;
			end = at + strlen(named.words[k]);
			if (!follows(ehc_arena_unwrapped(c->arena, ehc_str_sub(s, end, end + AFFAIR_MOST)), &len))
				continue;
			ehc_flag_passage(c, &all.list[i], at, end + len - at, "This is somebody else's health or private affair.");
			break;
		}
	}
}

/* ---- PRIV-008: private addresses ---- */

/* A mobile number at s[at], in one to three groups; its length, or 0. */
static size_t
mobile(struct ehc_str s, size_t at)
{
	size_t digits = 0, i = at;

	if (at + 2 >= s.len || s.ptr[at] != '0' || s.ptr[at + 1] != '7' || (at > 0 && (ehc_is_digit(s.ptr[at - 1]) || s.ptr[at - 1] == '.')))
		return 0;
	for (; i < s.len && (ehc_is_digit(s.ptr[i]) || ehc_is_blank(s.ptr[i])); i++)
		digits += ehc_is_digit(s.ptr[i]);
	while (i > at && ehc_is_blank(s.ptr[i - 1]))
		i--;
	return digits == 11 ? i - at : 0;
}

/* The figure with which such a number begins, at or behind `from`. */
static size_t
next_zero(struct ehc_str s, size_t from)
{
	const char *at = from < s.len ? memchr(s.ptr + from, '0', s.len - from) : NULL;

	return at == NULL ? SIZE_MAX : (size_t)(at - s.ptr);
}

static size_t
private_mail(struct ehc_str s, size_t *at)
{
	static const char *const homes[] = { "@gmail.", "@hotmail.", "@yahoo.", "@outlook.", "@icloud.", "@btinternet.", "@live." };

	if (s.len == 0 || memchr(s.ptr, '@', s.len) == NULL)
		return 0;
	for (size_t i = 0; i < EHC_COUNT(homes); i++) {
		size_t found = ehc_str_find_nocase(s, homes[i]), end;

		if (found == SIZE_MAX)
			continue;
		for (*at = found; *at > 0 && s.ptr[*at - 1] != ' ' && s.ptr[*at - 1] != '\n'; (*at)--)
			continue;
		for (end = found; end < s.len && s.ptr[end] != ' ' && s.ptr[end] != '\n'; end++)
			continue;
		return end - *at;
	}
	return 0;
}

static void
look_for_addresses(struct ehc_check *c, const struct ehc_passage *p, bool mail)
{
	size_t at, len = mail ? private_mail(p->text->str, &at) : 0;

	if (len > 0)
		ehc_flag_passage(c, p, at, len, "A private address stands in a plan that many people receive.");
	for (at = 0; (at = next_zero(p->text->str, at)) != SIZE_MAX; at++)
		if ((len = mobile(p->text->str, at)) > 0) {
			ehc_flag_passage(c, p, at, len, "A mobile number stands in a plan that many people receive.");
			return;
		}
}

static void
private_addresses(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	struct ehc_str file = c->plan->source->text;
	bool mail = file.len > 0 && memchr(file.ptr, '@', file.len) != NULL;    /* stands anywhere at all */

	(void)self;
	for (size_t i = 0; i < all.count; i++)
		look_for_addresses(c, &all.list[i], mail);
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		const struct ehc_value *fields[] = { &it->who.value, &it->author, &it->role };

		for (size_t i = 0; i < EHC_COUNT(fields); i++)
			if (fields[i]->node != NULL)
				look_for_addresses(c, &(struct ehc_passage){ it, it->section, fields[i]->node->label, &fields[i]->text, NULL, { 0 } },
				    mail);
	}
}

/* ---- PRIV-011: what a word processor left ---- */

static void
leftovers(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const marks[] = { "Commented [", "[Comment", "Formatted:", "Deleted:", "[Deleted", "Error! Reference source", "Error! Bookmark" };
	struct ehc_passages all = ehc_passages_of(c);
	bool any = false;

	(void)self;
	for (size_t k = 0; k < EHC_COUNT(marks); k++)
		any = any || ehc_may_mention(c, marks[k]);
	for (size_t i = 0; any && i < all.count; i++)
		for (size_t k = 0; k < EHC_COUNT(marks); k++) {
			size_t at = ehc_pairs_may_hold(all.list[i].pairs, marks[k]) ? ehc_str_find_nocase(all.list[i].text->str, marks[k]) : SIZE_MAX;

			if (at == SIZE_MAX)
				continue;
			ehc_flag_passage(c, &all.list[i], at, strlen(marks[k]), "A comment or a change mark of a word processor was copied in with the words.");
			break;
		}
}

#define GOOD_SENSE .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE
#define PLAN EHC_FOR_EHC_PLAN

const struct ehc_rule ehc_rules_privacy_text[] = {
	{ .id = "PRIV-004", .title = "The council is the plan's own", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = wrong_authority, GOOD_SENSE,
	  .why = "Another council's name often means another child's words.", .fix = "Check where the words came from.",
	  .legitimate = "Another council takes part: a borough that adapts the home, or the one that the family came from." },
	{ .id = "PRIV-005", .title = "The plan knows one date of birth", .severity = EHC_ERROR, .class_ = EHC_SAFETY, .documents = PLAN, .run = other_birthday, GOOD_SENSE,
	  .why = "Two dates of birth are two children: one of them has the wrong plan, or the wrong medicine.", .fix = "Find out which is right, and whose words these are." },
	{ .id = "PRIV-007", .title = "Other people's affairs stay out", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = third_parties, GOOD_SENSE,
	  .why = "The plan goes to schools and services; the person it is about was not asked.", .fix = "Say what it means for the child, and leave out whose illness or trouble it is.",
	  .legitimate = "The person agreed, and the child's need cannot be understood without it." },
	{ .id = "PRIV-008", .title = "Private numbers and addresses stay out", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = private_addresses, GOOD_SENSE,
	  .why = "Everyone who has the plan can ring or write to that person at home.", .fix = "Give the number of the service." },
	{ .id = "PRIV-011", .title = "No comment or change mark was copied in", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = PLAN, .run = leftovers, GOOD_SENSE,
	  .why = "What was said between officers is not for the family's plan.", .fix = "Take it out." },
	{ .id = "PRIV-012", .title = "The age fits the date of birth", .severity = EHC_ERROR, .class_ = EHC_WORDING, .documents = PLAN | EHC_FOR_HEALTH_PLAN, .run = wrong_age, GOOD_SENSE,
	  .why = "A wrong age is a sign of another child's plan, and rules and doses go by age.", .fix = "Correct the age or the date of birth." },
	EHC_NO_MORE_RULES
};
