/*
 * act.c - the words of a text that say what is done, as a place to point at: "think carefully about" behind "will", or
 * the thing that something is done with ("radio aid" in "Radio aid to be used"). What a phrase of the lexicon or a role
 * covers is pointed at by others. Also what kind of act it is: one that could be watched, one that the child did, one that somebody taught.
 */
#include "prose/sense.h"

#define LONGEST_ACT 40          /* bytes: more would point at everything, and so at nothing */

static const char *const duties[] = { "will", "shall", "should", "must", "can", "could", "may", "might", "would", "to", "is", "are", "has", "have", "needs", "requires" };
static const char *const behind_duties[] = { "be", "been", "being", "have", "had", "to", "also", "need" };

static bool
names_something(const struct ehc_match *m)
{
	return m->list == EHC_LIST_PHRASE || m->list == EHC_LIST_ORGANISATION || (m->list >= EHC_LIST_ROLE_REGISTERED && m->list <= EHC_LIST_ROLE_GENERIC);
}

/* What covers the words of a text, asked of one word after the other: matches stand in the order of their first words. */
struct cover {
	const struct ehc_prose *p;
	size_t next;            /* the first match that begins behind the word asked for last */
	size_t until;           /* words before this one are covered by those that begin before it */
};

static bool
is_covered(struct cover *c, size_t i)
{
	for (; c->next < c->p->nmatches && c->p->matches[c->next].first <= i; c->next++) {
		const struct ehc_match *m = &c->p->matches[c->next];

		if (names_something(m) && m->first + m->count > c->until)
			c->until = m->first + m->count;
	}
	return i < c->until || c->p->tokens[i].quoted;
}

/* The first word that lays a duty on somebody, or says what is; `end` where there is none. */
static size_t
duty_in(const struct ehc_prose *p, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (ehc_token_any(p, i, duties, EHC_COUNT(duties)) && !p->tokens[i].quoted)
			return i;
	return end;
}

/* The first words from `from` on that nothing covers, without the small words around them. */
static struct ehc_span
stretch(const struct ehc_plan *plan, const struct ehc_item *it, size_t from, size_t end)
{
	const struct ehc_prose *p = it->said->text;
	struct cover c = { .p = p };
	size_t first = from, last;

	while (first < end && (is_covered(&c, first) || ehc_token_in(p, first, EHC_CLASS(SMALL)) || ehc_is_childs_name(plan, ehc_token_text(p, first))))
		first++;
	if (first == end)
		return EHC_NOSPAN;
	last = first;
	for (size_t i = first + 1; i < end && p->tokens[i].before <= EHC_GAP_JOIN && !is_covered(&c, i); i++) {
		if (p->tokens[i].at + p->tokens[i].len - p->tokens[first].at > LONGEST_ACT)
			break;
		last = ehc_token_in(p, i, EHC_CLASS(SMALL)) ? last : i;
	}
	return ehc_text_span(&it->text, p->tokens[first].at, p->tokens[last].at + p->tokens[last].len - p->tokens[first].at);
}

/* ---- what kind of act ---- */

bool
ehc_is_unseen(const struct ehc_prose *p)
{
	static const char *const idle[] = { "keep", "keeps", "stay", "stays", "remain", "remains", "know", "manage", "manages", "respond", "responds", "look", "looks" };

	for (size_t i = 0; i < p->nmatches && p->nnumbers == 0; i++) {
		const struct ehc_match *m = &p->matches[i];
		bool seen = m->list == EHC_LIST_OBSERVABLE || m->list == EHC_LIST_UPKEEP || m->list == EHC_LIST_SUPPLY || m->list == EHC_LIST_CALLING;

		if (seen && (ehc_token_is(p, m->first, "gives") || !ehc_token_in(p, m->first, EHC_CLASS(HOLLOW) | EHC_CLASS(SMALL))) && !ehc_token_any(p, m->first, idle, EHC_COUNT(idle)))
			return false;
	}
	return p->nnumbers == 0;
}

bool
ehc_is_help(const struct ehc_prose *p)
{
	static const char *const helps[] = { "support", "supports", "supported", "help", "helps", "helped", "assist", "assists", "assisted", "offer", "offers", "offered",
		"facilitate", "facilitates", "enable", "enables", "ensure", "ensures", "provide", "provides", "provided" };

	for (size_t i = 0; i < p->ntokens; i++)
		if (ehc_token_in(p, i, EHC_CLASS(HOLLOW)) && ehc_token_any(p, i, helps, EHC_COUNT(helps)))
			return true;
	return false;
}

/* ---- who did it ---- */

bool
ehc_says_trainer(const struct ehc_prose *p)
{
	static const char *const learnt[] = { "trained", "taught", "shown", "briefed" };
	size_t i = 0;

	while (i < p->ntokens) {
		if (!ehc_token_any(p, i++, learnt, EHC_COUNT(learnt)))
			continue;
		for (; ehc_token_joins(p, i) && !ehc_token_is(p, i, "by"); i++)
			;
		/* "by September" is when. */
		if (ehc_token_is(p, i, "by") && ehc_token_joins(p, i) && ehc_token_joins(p, i + 1) && !p->tokens[i + 1].number && !ehc_token_in(p, i + 1, EHC_CLASS(MONTH)))
			return true;
	}
	return false;
}

bool
ehc_is_child(const struct ehc_plan *plan, const struct ehc_prose *p, size_t i)
{
	static const char *const child[] = { "he", "she", "they", "i" };

	return ehc_token_any(p, i, child, EHC_COUNT(child)) || (i < p->ntokens && ehc_is_childs_name(plan, ehc_token_text(p, i)));
}

bool
ehc_is_childs_own_act(const struct ehc_plan *plan, const struct ehc_prose *p, const struct ehc_match *m)
{
	static const char *const done[] = { "completed", "written", "arranged", "bought", "set", "trained" };

	return m->first > 0 && ehc_token_is(p, m->first + 1, "have") && ehc_token_any(p, m->first + 2, done, EHC_COUNT(done)) && ehc_is_child(plan, p, m->first - 1);
}

/* ---- acts that no list holds ---- */

bool
ehc_is_about_idea(const struct ehc_prose *p, size_t i)
{
	static const char *const articles[] = { "a", "an", "the", "his", "her", "their" };

	if (!ehc_token_any(p, i, articles, EHC_COUNT(articles)))
		return false;
	while (ehc_token_joins(p, i + 1) && !ehc_token_in(p, i + 1, EHC_CLASS(SMALL)))
		i++;
	return ehc_token_in(p, i, EHC_CLASS(IDEA));
}

static bool
is_abstract(const struct ehc_prose *p, size_t i)
{
	static const char *const endings[] = { "ness", "tion", "tions", "sion", "sions", "ity", "ities", "ment", "ments", "ance", "ence", "ship", "ships", "hood", "ism", "ing", "ings", "acy", "ncy" };

	if (ehc_token_in(p, i, EHC_CLASS(HOLLOW) | EHC_CLASS(CALENDAR) | EHC_CLASS(PERSON) | EHC_CLASS(IDEA)))
		return true;
	for (size_t k = 0; k < EHC_COUNT(endings); k++)
		if (ehc_str_ends_nocase(ehc_token_text(p, i), endings[k]))
			return true;
	return false;
}

static const char *const aside[] = { "up", "down", "on", "off", "out", "in", "over", "onto", "into", "from", "across", "through", "along" };

/* "Her school shirt", "the till": a thing behind an article, with nothing abstract about it. */
static bool
is_thing(const struct ehc_prose *p, size_t i)
{
	static const char *const articles[] = { "a", "an", "the", "his", "her", "their", "my", "both" }, *const selves[] = { "himself", "herself", "themselves" };
	size_t k = i;

	/* "herself a drink", "herself up the ramp" */
	if (ehc_token_joins(p, i) && ehc_token_any(p, i, selves, EHC_COUNT(selves)))
		return is_thing(p, ehc_token_any(p, i + 1, aside, EHC_COUNT(aside)) ? i + 2 : i + 1);
	if (!ehc_token_joins(p, i) || !(ehc_token_any(p, i, articles, EHC_COUNT(articles)) || p->tokens[i].number))
		return false;
	while (ehc_token_joins(p, k + 1) && (!ehc_token_in(p, k + 1, EHC_CLASS(SMALL)) || ehc_token_is(p, k + 1, "own")))
		k++;
	return k > i && !is_abstract(p, k);
}

/* The word by which the child is said to do something: behind "will", or in the third person behind the child. 0 where it is none. */
static bool
is_childs_verb(const struct ehc_plan *plan, const struct ehc_prose *p, size_t i)
{
	if (!ehc_token_joins(p, i) || ehc_token_in(p, i, EHC_CLASS(SMALL) | EHC_CLASS(HOLLOW)) || ehc_token_in(p, i, EHC_CLASS(INWARD)))
		return false;
	if (ehc_token_is(p, i - 1, "will") || ehc_token_is(p, i - 1, "can"))
		return true;
	return ehc_is_child(plan, p, i - 1) && ehc_str_ends_nocase(ehc_token_text(p, i), "s");
}

/* What the verb before token i is done to: "her coat", "up her coat", "soup into a bowl". */
static bool
has_object(const struct ehc_prose *p, size_t i)
{
	if (is_thing(p, i))
		return true;
	if (ehc_token_joins(p, i) && !ehc_token_in(p, i, EHC_CLASS(SMALL)) && !is_abstract(p, i))
		i++;
	if (!ehc_token_joins(p, i) || !ehc_token_any(p, i, aside, EHC_COUNT(aside)))
		return false;
	/* "logs in to the laptop" */
	return is_thing(p, ehc_token_is(p, i + 1, "to") ? i + 2 : i + 1);
}

static bool
begins_loose(const struct ehc_prose *p, size_t i)
{
	for (size_t k = 0; ehc_prose_has(p, EHC_LIST_LOOSE) && k < p->nmatches; k++)
		if (p->matches[k].list == EHC_LIST_LOOSE && p->matches[k].first == i)
			return true;
	return false;
}

bool
ehc_is_act_on_thing(const struct ehc_plan *plan, const struct ehc_prose *p)
{
	for (size_t i = 1; i + 2 < p->ntokens; i++)
		if (is_childs_verb(plan, p, i) && has_object(p, i + 1) && !begins_loose(p, i))
			return true;
	return false;
}

/* ---- what to point at ---- */

struct ehc_span
ehc_said_act(const struct ehc_plan *plan, const struct ehc_item *it)
{
	const struct ehc_prose *p;
	const struct ehc_sentence *s;
	size_t end, i;

	if (it->said == NULL || it->said->text->nsentences == 0)
		return EHC_NOSPAN;
	p = it->said->text;
	s = &p->sentences[0];
	end = s->first + s->count;
	i = duty_in(p, s->first, end);
	if (i == end)
		return stretch(plan, it, s->first, end);
	for (i++; i < end && ehc_token_any(p, i, behind_duties, EHC_COUNT(behind_duties)); i++)
		;
	return stretch(plan, it, i, end);
}

struct ehc_span
ehc_said_thing(const struct ehc_plan *plan, const struct ehc_item *it)
{
	const struct ehc_prose *p;
	struct ehc_span thing = EHC_NOSPAN;

	if (it->said == NULL)
		return EHC_NOSPAN;
	p = it->said->text;
	if (p->nsentences > 0)
		thing = stretch(plan, it, p->sentences[0].first, duty_in(p, p->sentences[0].first, p->sentences[0].first + p->sentences[0].count));
	return thing.start < thing.end ? thing : ehc_said_act(plan, it);
}
