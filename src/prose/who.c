/*
 * who.c - who gives what an item promises: a role, somebody in particular, a body, or nobody. Named as the author of advice, as trainer
 * or as the one to whom a decision is left, a person gives nothing.
 */
#include "prose/sense.h"

static bool
any_has(const struct ehc_texts *t, enum ehc_list list)
{
	for (size_t i = 0; i < t->n; i++)
		if (ehc_prose_has(t->all[i], list))
			return true;
	return false;
}

/* "As advised by the occupational therapist": a phrase that leaves things to somebody else runs into the role. */
static bool
is_left_to(const struct ehc_prose *p, const struct ehc_match *role)
{
	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];

		if (m->list == EHC_LIST_PHRASE && m->first < role->first && ehc_phrases(NULL)[m->row].group == 'H' && m->first + m->count + 2 >= role->first &&
		    m->first + m->count <= role->first + role->count)
			return true;
	}
	return false;
}

/* "Trained by", "under the guidance of", "advice from": but "is reviewed by" is what that person does, and so is "led and monitored by". */
static bool
is_behind_advice(const struct ehc_prose *p, const struct ehc_match *role)
{
	static const char *const links[] = { "by", "of", "from", "with" };
	static const char *const passive[] = { "is", "are", "be", "being" };
	size_t i = role->first;
	bool linked = false;

	for (; ehc_token_joins(p, i) && ehc_token_in(p, i - 1, EHC_CLASS(SMALL)); i--)
		linked = linked || ehc_token_any(p, i - 1, links, EHC_COUNT(links));
	if (!linked || !ehc_token_joins(p, i) || !ehc_token_in(p, i - 1, EHC_CLASS(ADVISING)))
		return false;
	if (i >= 2 && ehc_token_any(p, i - 2, passive, EHC_COUNT(passive)))
		return false;
	return i < 3 || !ehc_token_is(p, i - 2, "and") || ehc_token_in(p, i - 3, EHC_CLASS(ADVISING));
}

/* A role that is named only as the author of advice, or as trainer, delivers nothing. */
static bool
names_role(const struct ehc_texts *t, enum ehc_list list)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; ehc_prose_has(t->all[i], list) && k < t->all[i]->nmatches; k++) {
			const struct ehc_match *m = &t->all[i]->matches[k];

			if (m->list == list && !is_left_to(t->all[i], m) && !is_behind_advice(t->all[i], m))
				return true;
		}
	return false;
}

/* "Adult social care", "the adult mental health pathway": there it names no person. */
static bool
is_of_adult_services(const struct ehc_prose *p, const struct ehc_match *m)
{
	static const char *const services[] = { "social", "mental", "health", "services", "service", "learning", "education", "care", "pathway", "community", "hearing", "ward", "clinic" };
	size_t last = m->first + m->count - 1;

	return ehc_token_is(p, last, "adult") && ehc_token_joins(p, last + 1) && ehc_token_any(p, last + 1, services, EHC_COUNT(services));
}

#define MOST_WORDS_OF_ROLE 8

/* "The occupational therapist" is not "therapist", whatever else is said of that person. */
static bool
is_end_of_role(const struct ehc_prose *p, const struct ehc_match *m)
{
	for (const struct ehc_match *role = m; role-- > p->matches && role->first + MOST_WORDS_OF_ROLE >= m->first;)
		if (role->list >= EHC_LIST_ROLE_REGISTERED && role->list <= EHC_LIST_ROLE_OTHER && role->first < m->first && role->first + role->count >= m->first + m->count)
			return true;
	return false;
}

static bool
is_level(const struct ehc_prose *p, size_t i)
{
	return ehc_token_is(p, i, "level") && i + 1 < p->ntokens && p->tokens[i + 1].number;
}

/* "Who hold a moving-and-handling certificate", "placed with Ada, whose NVQ is at level 3", "with Team Teach Level 2": what somebody can be asked for. */
static bool
holds_certificate(const struct ehc_prose *p, size_t i)
{
	static const char *const has[] = { "hold", "holds", "holding", "has", "have", "with", "whose", "did", "done", "completed" };
	static const char *const papers[] = { "certificate", "certificates", "award", "diploma", "qualification", "licence", "accreditation", "nvq", "course" };

	/* "with" may have been read past */
	bool holds = ehc_token_is(p, i - 1, "with");

	for (size_t k = i; k < i + 8 && k < p->ntokens && p->tokens[k].before != EHC_GAP_END; k++) {
		holds = holds || ehc_token_any(p, k, has, EHC_COUNT(has));
		if (holds && (ehc_token_any(p, k, papers, EHC_COUNT(papers)) || is_level(p, k)))
			return true;
	}
	return false;
}

/*
 * "Two members of staff, both trained in Team Teach", "an adult with Level 3 in child care": anybody who has learned that can do it, and nobody
 * else. "Trained staff" have learned what nobody can tell.
 */
static bool
is_taught(const struct ehc_prose *p, const struct ehc_match *person)
{
	static const char *const before[] = { "both", "all", "each", "who", "is", "are", "with", "a", "an" };
	size_t i = person->first + person->count;

	while (ehc_token_any(p, i, before, EHC_COUNT(before)))
		i++;
	if (i >= p->ntokens || p->tokens[i].before == EHC_GAP_END)
		return false;
	if (holds_certificate(p, i))
		return true;
	if (ehc_token_is(p, i, "trained") || ehc_token_is(p, i, "qualified"))
		return ehc_token_is(p, i + 1, "in") || ehc_token_is(p, i + 1, "as");
	return is_level(p, i);
}

/* "Whoever is taking her to swimming": there is one such person each time, as the lexicon's guard on the word knows. */
static bool
is_whoever_does_it(const struct ehc_prose *p, const struct ehc_match *person)
{
	for (size_t i = 0; ehc_prose_has(p, EHC_LIST_GUARD) && i < p->nmatches; i++)
		if (p->matches[i].list == EHC_LIST_GUARD && p->matches[i].first == person->first && ehc_token_is(p, person->first, "whoever"))
			return true;
	return false;
}

/* Is one of those who "could be anyone" somebody, by what that person has learned or is doing? */
static bool
names_one_of_them(const struct ehc_texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; ehc_prose_has(t->all[i], EHC_LIST_ROLE_GENERIC) && k < t->all[i]->nmatches; k++) {
			const struct ehc_match *m = &t->all[i]->matches[k];

			if (m->list == EHC_LIST_ROLE_GENERIC && (is_taught(t->all[i], m) || is_whoever_does_it(t->all[i], m)))
				return true;
		}
	return false;
}

static bool
names_anybody(const struct ehc_texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->all[i]->nmatches; k++) {
			const struct ehc_match *m = &t->all[i]->matches[k];

			if (m->list == EHC_LIST_ROLE_GENERIC && !is_of_adult_services(t->all[i], m) && !is_end_of_role(t->all[i], m))
				return true;
		}
	return false;
}

/* "Art psychotherapy, HCPC registered": the register says whose work it is. */
static bool
is_registered_work(const struct ehc_prose *p)
{
	static const char *const registers[] = { "hcpc", "nmc", "bacp", "ukcp", "bapt" };
	bool registered = false, work = false;

	for (size_t i = 0; i < p->ntokens; i++) {
		registered = registered || ehc_token_any(p, i, registers, EHC_COUNT(registers));
		work = work || ehc_str_ends_nocase(ehc_token_text(p, i), "therapy");
	}
	return registered && work;
}

/* "A deaf role model (BSL level 3) teaches her": whatever the post is called, who teaches and has a qualification is somebody. */
static bool
somebody_teaches(const struct ehc_prose *p)
{
	static const char *const articles[] = { "a", "an", "the", "one", "two" };
	static const char *const teaches[] = { "teaches", "coaches", "tutors", "trains", "treats", "counsels", "mentors" };

	for (size_t i = 2; ehc_token_any(p, 0, articles, EHC_COUNT(articles)) && i < p->ntokens && p->tokens[i].before != EHC_GAP_END; i++)
		if (ehc_token_in(p, i, EHC_CLASS(LASTING)) && ehc_token_any(p, i, teaches, EHC_COUNT(teaches)))
			return true;
	return false;
}

/* "Intensive interaction: Mrs Example (two-day certificate)": named, and with a qualification that she can be asked for. */
static bool
names_somebody(const struct ehc_prose *p)
{
	static const char *const titles[] = { "mr", "mrs", "ms", "miss", "mx" };

	for (size_t i = 1; i < p->ntokens; i++)
		if (p->tokens[i].capital && p->tokens[i].before <= EHC_GAP_JOIN && ehc_token_any(p, i - 1, titles, EHC_COUNT(titles)))
			return true;
	return false;
}

/* "Serviced by Fairway Mobility", "at Holly Farm": a body or a house that has a name. */
static bool
names_body(const struct ehc_plan *plan, const struct ehc_prose *p)
{
	static const char *const before[] = { "by", "at", "from" };

	for (size_t i = 1; i < p->ntokens; i++)
		if (p->tokens[i].capital && ehc_token_joins(p, i) &&
		    (ehc_token_any(p, i - 1, before, EHC_COUNT(before)) || (i > 1 && ehc_token_is(p, i - 1, "the") && ehc_token_any(p, i - 2, before, EHC_COUNT(before)))) &&
		    !ehc_token_in(p, i, EHC_CLASS(MONTH) | EHC_CLASS(SEASON) | EHC_CLASS(CALENDAR) | EHC_CLASS(SMALL)) && !ehc_is_childs_name(plan, ehc_token_text(p, i)))
			return true;
	return false;
}

void
ehc_find_who(struct ehc_said *s, const struct ehc_plan *plan, const struct ehc_item *it, const struct ehc_texts *t)
{
	s->registered = names_role(t, EHC_LIST_ROLE_REGISTERED);
	s->support = names_role(t, EHC_LIST_ROLE_SUPPORT);
	s->qualified = s->registered || any_has(t, EHC_LIST_QUALIFICATION);
	s->role = s->registered || s->support || names_role(t, EHC_LIST_ROLE_TEACHER) || names_role(t, EHC_LIST_ROLE_OTHER) ||
	    (any_has(t, EHC_LIST_STAFFING) && s->qualified) || names_one_of_them(t) || (ehc_is_social_care(it) && any_has(t, EHC_LIST_PROVIDER));
	s->registered = s->registered || (!s->role && any_has(t, EHC_LIST_QUALIFICATION) && is_registered_work(s->text));
	s->role = s->role || s->registered || (ehc_is_social_care(it) && names_body(plan, s->text));
	s->generic = !s->role && names_anybody(t);
	s->role = s->role || (!s->generic && s->qualified && (somebody_teaches(s->text) || names_somebody(s->text)));
	s->organisation = !s->role && !s->generic && any_has(t, EHC_LIST_ORGANISATION);
	/* A field that names somebody in words the lexicon does not know still names somebody. */
	if (!s->role && !s->generic && !s->organisation && it->who.value.text.str.len > 0)
		s->role = true;
}
