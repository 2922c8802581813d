/*
 * subjects.c - what a need is about (subjects.def), and whether any provision of the plan speaks of it. A row or an area ties
 * a need to provision beside it that may be about something else; only the words can tell.
 */
#include "rules/healthcare.h"
#include "rules/link.h"
#include "rules/passage.h"

#include <string.h>

struct subject { const char *what, *need, *provision; };

static const struct subject subjects[] = {
#define SUBJECT(w, n, p) { w, n, p },
#include "rules/subjects.def"
};

/* Where the clause around `at` begins and ends: commas count, since "counts to 100, but cannot tell the time" is two of them. */
static struct ehc_str
clause_at(struct ehc_str s, size_t at)
{
	size_t from = at, end = at;

	while (from > 0 && strchr(",;:.", s.ptr[from - 1]) == NULL)
		from--;
	while (end < s.len && strchr(",;:.", s.ptr[end]) == NULL)
		end++;
	return ehc_str_sub(s, from, end);
}

/* "She can spell ...": what the child can do needs nothing. */
static bool
is_strength(const struct ehc_check *c, struct ehc_str clause)
{
	return ehc_says(c, clause, "can|is able to|enjoys|likes|loves|good at|independent|independently|strength|well|confident|confidently") &&
	    !ehc_says(c, clause, "not|cannot|no|only|never|hardly|struggles|difficult|difficulty|difficulties|hard|unless|needs|when|if");
}

static bool
says(const struct ehc_check *c, struct ehc_str s, const struct subject *subject)
{
	return ehc_says(c, s, subject->need) || ehc_says(c, s, subject->provision);
}

/* In its own words or in a field. */
static bool
speaks_of(const struct ehc_check *c, const struct ehc_item *provision, const struct subject *subject)
{
	if (says(c, provision->text.str, subject))
		return true;
	for (const struct ehc_node *f = provision->node->fields; f != NULL; f = f->next)
		if (f->label != EHC_L_NOTE && f->label != EHC_L_ACCEPT && says(c, f->text.str, subject))
			return true;
	return false;
}

static bool
is_spoken_of(const struct ehc_check *c, const struct subject *subject)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (speaks_of(c, it, subject))
			return true;
	return false;
}

/* Those that the plan names somewhere, and no provision speaks of: few of them, or none, so needs are asked about these alone. */
struct ehc_subjects { const struct subject *list[EHC_COUNT(subjects)]; size_t count; };

static const struct ehc_subjects *
unspoken_in(struct ehc_check *c)
{
	if (c->subjects == NULL) {
		struct ehc_subjects *u = EHC_NEW(c->arena, struct ehc_subjects);

		for (size_t i = 0; i < EHC_COUNT(subjects); i++)
			if (ehc_wanted_phrases(c, subjects[i].need).first != 0 && !is_spoken_of(c, &subjects[i]))
				u->list[u->count++] = &subjects[i];
		c->subjects = u;
	}
	return c->subjects;
}

/* How plainly the sentence around `at` says that something is lacking. */
static int
lack_at(const struct ehc_check *c, struct ehc_str s, size_t at)
{
	struct ehc_str sentence = ehc_sentence_at(s, at);

	return ehc_says(c, sentence, "cannot|can't|unable|not yet") ? 2 : ehc_says(c, sentence, "not|no|never|only|difficult|difficulty") ? 1 : 0;
}

#define MENTIONS 8      /* that are compared: a need has few, and each is read with its sentence */

/* The mention of the subject, from `at` on, whose sentence says most plainly that something is lacking; *lack gets how plainly. */
static size_t
plainest(const struct ehc_check *c, struct ehc_str s, size_t at, const struct subject *subject, int *lack)
{
	size_t best = at, next = 0, len = 0;

	*lack = -1;
	for (int i = 0; i < MENTIONS && next != SIZE_MAX; i++) {
		int here;

		at += len + next;
		here = lack_at(c, s, at);
		if (here > *lack) {
			*lack = here;
			best = at;
		}
		ehc_says_at(c, ehc_str_sub(s, at, s.len), subject->need, &len);
		next = ehc_says_at(c, ehc_str_sub(s, at + len, s.len), subject->need, NULL);
	}
	return best;
}

size_t
ehc_link_unspoken(struct ehc_check *c, const struct ehc_item *need, struct ehc_str *what, size_t most, struct ehc_span *words)
{
	const struct ehc_subjects *unspoken = unspoken_in(c);
	struct ehc_str s = need->text.str;
	size_t n = 0, best = 0;
	int lack, most_lacking = -1;

	for (size_t i = 0; i < unspoken->count && n < most; i++) {
		size_t at = ehc_says_at(c, s, unspoken->list[i]->need, NULL);

		if (at == SIZE_MAX || is_strength(c, clause_at(s, at)))
			continue;
		what[n++] = ehc_str_of(unspoken->list[i]->what);
		at = plainest(c, s, at, unspoken->list[i], &lack);
		if (lack > most_lacking) {
			most_lacking = lack;
			best = at;
		}
	}
	if (n > 0)
		*words = ehc_sentence_span(&need->text, best, 72);
	return n;
}
