/*
 * doer.c - roles that no list holds. Plans name hundreds of posts; what they have in common is their form: a last word
 * that is a known kind of post ("base manager", "drama therapist"), or a word made for a doer ("craniotherapist") that
 * acts, or by or with whom something is done.
 */
#include "prose/sense.h"

#include <string.h>

#define MOST_MODIFIERS 4

/* ---- words ---- */

bool
ehc_token_any(const struct ehc_prose *p, size_t i, const char *const *words, size_t n)
{
	struct ehc_str word;
	char first;

	if (i >= p->ntokens)
		return false;
	word = ehc_token_text(p, i);
	first = ehc_lower(word.ptr[0]);
	for (size_t k = 0; k < n; k++)
		if (words[k][0] == first && ehc_str_same_nocase(word, words[k]))
			return true;
	return false;
}

static bool
ends_with(struct ehc_str s, const char *ending)
{
	size_t n = strlen(ending);

	return s.len > n && memcmp(s.ptr + s.len - n, ending, n) == 0;
}

/* ---- the parts of a role ---- */

/* Says which kind of worker or therapist: "drama", "SENCO's", "AAC"; not "a", "suitable", "trained". */
static bool
names_kind(const struct ehc_prose *p, size_t i)
{
	return !p->tokens[i].number && !ehc_token_in(p, i, EHC_CLASS(SMALL) | EHC_CLASS(PLAIN) | EHC_CLASS(HOLLOW) | EHC_CLASS(CALENDAR) | EHC_CLASS(ADVISING));
}

static bool
any_names_kind(const struct ehc_prose *p, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		if (names_kind(p, i))
			return true;
	return false;
}

static size_t
first_of(const struct ehc_prose *p, size_t last)
{
	size_t first = last;

	while (last - first < MOST_MODIFIERS && ehc_token_joins(p, first) && !p->tokens[first - 1].number &&
	    !ehc_token_in(p, first - 1, EHC_CLASS(SMALL) | EHC_CLASS(CALENDAR)))
		first--;
	return first;
}

/* "to coach her", "will lead", "who mentors": the word is a verb there. */
static bool
is_verb_there(const struct ehc_prose *p, size_t i)
{
	static const char *const before[] = { "to", "will", "would", "can", "could", "should", "must", "may", "might", "who", "not", "he", "she", "they", "staff", "i", "and", "or" };
	static const char *const after[] = { "him", "her", "them", "the", "a", "an", "his", "their", "it" };

	if (!ehc_token_joins(p, i) || !ehc_token_any(p, i - 1, before, EHC_COUNT(before)))
		return false;
	/* "the teacher and mentor" is a noun, "and mentor him" a verb. */
	return (!ehc_token_is(p, i - 1, "and") && !ehc_token_is(p, i - 1, "or")) || ehc_token_any(p, i + 1, after, EHC_COUNT(after));
}

/* "The OT programme", "mentor sessions": the title belongs to a thing. */
static bool
names_a_thing(const struct ehc_prose *p, size_t last)
{
	return ehc_token_joins(p, last + 1) && ehc_token_in(p, last + 1, EHC_CLASS(OF_A_SERVICE));
}

static bool
is_short_title(const struct ehc_prose *p, size_t i)
{
	struct ehc_str s;

	if (!ehc_token_in(p, i, EHC_CLASS(TITLE)))
		return false;
	s = ehc_token_text(p, i);
	/* "ToD", "SaLT" */
	return ehc_is_capital(s.ptr[0]) && (ehc_is_capital(s.ptr[1]) || (s.len > 2 && ehc_is_capital(s.ptr[2])));
}

static bool
is_made_for_a_doer(const struct ehc_prose *p, size_t i)
{
	if (ehc_token_in(p, i, EHC_CLASS(CLIPPED)))
		return true;
	return !p->tokens[i].number && ehc_sounds_like_a_doer(p, i) &&
	    !ehc_token_in(p, i, EHC_CLASS(THING) | EHC_CLASS(SMALL) | EHC_CLASS(MONTH) | EHC_CLASS(PLAIN));
}

static bool
is_third_person(const struct ehc_prose *p, size_t i)
{
	struct ehc_str s = ehc_token_text(p, i);

	return s.len > 3 && ends_with(s, "s") && !ends_with(s, "ss") && !p->tokens[i].capital && !ehc_token_in(p, i, EHC_CLASS(SMALL) | EHC_CLASS(CALENDAR));
}

/* Third person, or "will": what stands behind a doer who acts. */
static bool
acts(const struct ehc_prose *p, size_t i)
{
	return ehc_token_joins(p, i) && (ehc_token_is(p, i, "will") || ehc_token_is(p, i, "who") || is_third_person(p, i));
}

#define LONGEST_ASIDE 12         /* words between the commas */

/* "The handler, whom the kennel has assessed, brings": what it does stands behind the aside. */
static bool
acts_later(const struct ehc_prose *p, size_t i)
{
	if (i >= p->ntokens || p->tokens[i].before != EHC_GAP_PUNCT)
		return false;
	for (size_t k = i + 1; k < p->ntokens && k < i + LONGEST_ASIDE && p->tokens[k].before != EHC_GAP_END; k++)
		if (p->tokens[k].before == EHC_GAP_PUNCT)
			return is_third_person(p, k);
	return false;
}

#define LONGEST_PLACE 5          /* "at County Hall" */

/* "The Braillist at County Hall returns": what it does stands behind the place that it does it from. */
static bool
acts_from(const struct ehc_prose *p, size_t i)
{
	static const char *const at[] = { "at", "from", "of", "in" };

	if (!ehc_token_joins(p, i) || !ehc_token_any(p, i, at, EHC_COUNT(at)))
		return false;
	for (size_t k = i + 2; k < i + LONGEST_PLACE && ehc_token_joins(p, k); k++)
		if (p->tokens[k - 1].capital && is_third_person(p, k))
			return true;
	return false;
}

/* A word for a doer is taken for one only where it acts, or where something is done by or with that person. */
static bool
stands_as_a_doer(const struct ehc_prose *p, size_t first, size_t last)
{
	static const char *const by[] = { "by", "with", "from", "via" };
	static const char *const articles[] = { "a", "an", "the", "his", "her", "their", "one", "two", "each", "my", "our", "this" };
	bool article = ehc_token_joins(p, first) && ehc_token_any(p, first - 1, articles, EHC_COUNT(articles));
	size_t start = article ? first - 1 : first;

	if (article && ehc_token_joins(p, start) && ehc_token_any(p, start - 1, by, EHC_COUNT(by)))
		return true;
	if (ehc_token_joins(p, start) && ehc_token_is(p, start - 1, "by"))
		return true;
	/* "Orthoptist: ..." is how a table names who it is */
	return (start == 0 && last + 1 < p->ntokens && p->tokens[last + 1].before == EHC_GAP_PUNCT) ||
	    ((article || !ehc_token_joins(p, start)) && (acts(p, last + 1) || (article && (acts_later(p, last + 1) || acts_from(p, last + 1)))));
}

/* "Her one-to-one reads with her", "Sam's 1:1:": the person, not the way of teaching. */
static bool
is_one_to_one(const struct ehc_prose *p, size_t i, size_t *first)
{
	static const char *const owner[] = { "his", "her", "their", "my" };

	if (i < 3 || !ehc_token_joins(p, i) || !ehc_token_joins(p, i - 1))
		return false;
	*first = ehc_token_is(p, i - 1, "to") ? i - 2 : i - 1;
	if (!ehc_token_in(p, *first, EHC_CLASS(ONE)) || !ehc_token_joins(p, *first))
		return false;
	if (!ehc_token_any(p, *first - 1, owner, EHC_COUNT(owner)) && !ehc_str_ends_nocase(ehc_token_text(p, *first - 1), "'s"))
		return false;
	return acts(p, i + 1) || i + 1 == p->ntokens || p->tokens[i + 1].before >= EHC_GAP_PUNCT;
}

/* What the last word says of the post. */
static enum ehc_list
kind_of(const struct ehc_prose *p, size_t last)
{
	static const char *const assists[] = { "assistant", "assistants", "worker", "workers", "aide", "aides", "volunteer", "volunteers", "apprentice", "minder", "attendant",
		"mentor", "mentors", "coach", "escort", "driver", "scribe", "reader", "supervisor", "supervisors", "befriender", "sitter", "carer", "carers", "childminder" };
	static const char *const treats[] = { "therapist", "therapists", "psychologist", "psychologists", "physiotherapist", "nurse", "nurses", "paediatrician", "consultant",
		"psychiatrist", "audiologist", "dietitian", "dietician", "orthotist", "counsellor", "orthoptist", "optometrist", "podiatrist", "midwife", "dentist" };
	static const char *const teaches[] = { "tutor", "tutors", "lecturer", "lecturers", "instructor", "instructors", "headteacher", "interpreter", "interpreters" };

	if (ehc_token_any(p, last, assists, EHC_COUNT(assists)))
		return EHC_LIST_ROLE_SUPPORT;
	if (ehc_token_any(p, last, treats, EHC_COUNT(treats)))
		return EHC_LIST_ROLE_REGISTERED;
	return ehc_token_any(p, last, teaches, EHC_COUNT(teaches)) ? EHC_LIST_ROLE_TEACHER : EHC_LIST_ROLE_OTHER;
}

/* "A worker trained in tube feeding": what the person can do says as much as another word before the post would. */
static bool
is_trained_for_it(const struct ehc_prose *p, size_t i)
{
	static const char *const trained[] = { "trained", "qualified", "accredited" }, *const in[] = { "in", "by", "to", "as" };

	/* "the assistant next door, trained in moving and handling" */
	for (size_t k = i; k <= i + 3 && k < p->ntokens && p->tokens[k].before != EHC_GAP_END; k++)
		if (ehc_token_any(p, k, trained, EHC_COUNT(trained)))
			return (k == i ? ehc_token_joins(p, k) : p->tokens[k].before == EHC_GAP_PUNCT) && ehc_token_joins(p, k + 1) && ehc_token_any(p, k + 1, in, EHC_COUNT(in));
	return false;
}

/* "Mrs Baker": a surname, whatever it once meant. */
static bool
is_surname(const struct ehc_prose *p, size_t i)
{
	static const char *const titles[] = { "mr", "mrs", "ms", "miss", "dr" };

	return p->tokens[i].capital && ehc_token_joins(p, i) && ehc_token_any(p, i - 1, titles, EHC_COUNT(titles));
}

/* "A volunteer from Beanstalk", "the workers of Otter House": a body that has a name sends them. */
static bool
is_sent(const struct ehc_prose *p, size_t i)
{
	return (ehc_token_is(p, i, "from") || ehc_token_is(p, i, "of")) && ehc_token_joins(p, i) && ehc_token_joins(p, i + 1) && p->tokens[i + 1].capital &&
	    !ehc_token_in(p, i + 1, EHC_CLASS(MONTH_NAME) | EHC_CLASS(SEASON) | EHC_CLASS(CALENDAR) | EHC_CLASS(SMALL));
}

bool
ehc_doer_at(const struct ehc_prose *p, size_t i, size_t *first, enum ehc_list *list)
{
	bool named = ehc_token_in(p, i, EHC_CLASS(DOER_NAMED)), doer = ehc_token_in(p, i, EHC_CLASS(DOER)), title = is_short_title(p, i);
	bool made = !named && !doer && is_made_for_a_doer(p, i);

	if (ehc_token_in(p, i, EHC_CLASS(ONE)) && is_one_to_one(p, i, first)) {
		*list = EHC_LIST_ROLE_SUPPORT;
		return true;
	}
	if (!(named || doer || made || title) || p->tokens[i].quoted || p->tokens[i].heading || names_a_thing(p, i) || is_surname(p, i))
		return false;
	*first = title ? i : first_of(p, i);
	*list = title ? EHC_LIST_ROLE_REGISTERED : kind_of(p, i);
	if (title)
		return true;
	if (made)
		return stands_as_a_doer(p, *first, i);
	return !is_verb_there(p, i) && (!named || any_names_kind(p, *first, i) || is_trained_for_it(p, i + 1) || is_sent(p, i + 1));
}
