/*
 * subjects.c - what a need is about (subjects.def), and whether any provision of the plan speaks of it. A row or an area ties
 * a need to provision beside it that may be about something else; only the words can tell.
 */
#include "rules/healthcare.h"
#include "rules/link.h"

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

/* Behind the last of its words; `at` is where the first of them stands. */
static size_t
last_end(const struct ehc_check *c, struct ehc_str s, size_t at, const struct subject *subject)
{
	size_t next, len;

	while ((next = ehc_says_at(c, ehc_str_sub(s, at, s.len), subject->need, &len)) != SIZE_MAX)
		at += next + len;
	return at;
}

size_t
ehc_link_unspoken(struct ehc_check *c, const struct ehc_item *need, struct ehc_str *what, size_t most, struct ehc_span *words)
{
	struct ehc_str s = need->text.str;
	size_t n = 0, from = SIZE_MAX, end = 0;

	for (size_t i = 0; i < EHC_COUNT(subjects) && n < most; i++) {
		size_t at = ehc_says_at(c, s, subjects[i].need, NULL);

		if (at == SIZE_MAX || is_strength(c, clause_at(s, at)) || is_spoken_of(c, &subjects[i]))
			continue;
		what[n++] = ehc_str_of(subjects[i].what);
		from = at < from ? at : from;
		at = last_end(c, s, at, &subjects[i]);
		end = at > end ? at : end;
	}
	if (n > 0)
		*words = ehc_part_of_line(&need->text, from, end - from);
	return n;
}
