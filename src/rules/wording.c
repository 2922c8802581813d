/*
 * wording.c - the two keys. No word is a fault by itself: a vague phrase in an item that says who, what and how much is a
 * note; in one that does not, it is why nobody can be held to the item.
 */
#include "lexicon/lexicon.h"
#include "rules/wording.h"
#include "rules/healthcare.h"

#include <string.h>

bool
ehc_item_binds(const struct ehc_item *it)
{
	if (it->said == NULL || it->has_placeholder)
		return false;
	if (it->kind == EHC_ITEM_CARE)
		return true;
	return it->kind == EHC_ITEM_PROVISION && it->section >= EHC_F && it->section <= EHC_H2;
}

/* A vague phrase of the plan, and where it stands. */
struct wording {
	const struct ehc_item *item;
	const struct ehc_prose *prose;
	const struct ehc_text *text;
	const struct ehc_match *match;
	const struct ehc_phrase *phrase;
	bool step;                      /* in what staff act on when there is no time to ask */
	uint32_t next;                  /* 1 + the next of the same rule, 0 behind the last */
};

/* Those of one rule, by their numbers in the list. */
struct wordings_of_rule { const char *rule; uint32_t first, last; };

struct ehc_wordings {
	EHC_VEC(struct wording) list;
	EHC_VEC(struct wordings_of_rule) rules;
	bool special;                   /* the plan is final and names a special setting */
};
static const struct ehc_wordings *wordings_of(struct ehc_check *c);

/* A least amount with a recorded reason, or a final plan that names a special setting: one step gentler, as the cases allow. */
static bool
is_gentler(struct ehc_check *c, const struct ehc_item *it)
{
	if (it->flexible.text.str.len > 0)
		for (size_t i = 0; it->amount != NULL && i < it->amount->ndoses; i++)
			if (it->amount->doses[i].length.bound == EHC_AT_LEAST || it->amount->doses[i].times.bound == EHC_BETWEEN)
				return true;
	return wordings_of(c)->special;
}

/* Severity of a fault of that ceiling in this item: by section, completeness, flexibility and setting. `high`: never below a warning. */
static enum ehc_severity
severity_in(struct ehc_check *c, const struct ehc_item *it, enum ehc_severity ceiling, bool high)
{
	enum ehc_severity severity = ceiling;

	if (it->said->complete)
		return high ? EHC_WARNING : EHC_NOTE;
	if (it->section == EHC_G || it->section == EHC_H1 || it->section == EHC_H2)
		severity = severity > EHC_WARNING ? EHC_WARNING : severity;
	if (severity > EHC_NOTE && is_gentler(c, it))
		severity--;
	return high && severity < EHC_WARNING ? EHC_WARNING : severity;
}

static struct ehc_finding *
flag_at(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, enum ehc_severity severity, const char *fmt, va_list args)
{
	struct ehc_finding *f = ehc_vflag(c, it, span, fmt, args);

	f->has_text = true;
	f->cause = it;
	f->severity = severity;
	return f;
}

struct ehc_finding *
ehc_flag_match(struct ehc_check *c, const struct ehc_item *it, const struct ehc_match *m, const char *fmt, ...)
{
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = flag_at(c, it, ehc_text_span(&it->text, m->at, m->len), severity_in(c, it, c->running->severity, false), fmt, args);
	va_end(args);
	return f;
}

struct ehc_finding *
ehc_flag_opening(struct ehc_check *c, const struct ehc_item *it, const char *fmt, ...)
{
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = flag_at(c, it, ehc_said_opening(it), severity_in(c, it, c->running->severity, false), fmt, args);
	va_end(args);
	return f;
}

/*
 * Steps of a health care plan answer to the rules on vague, conditional and actorless wording alone, and to "should": what
 * may follow from a medicine is no permission. The lexicon's class Q is theirs. Provision that names who does it may say
 * so in the passive.
 */
static bool
phrase_applies(const struct ehc_phrase *phrase, const struct ehc_item *it)
{
	struct ehc_str rule = ehc_str_of(phrase->rule);

	if (it->kind != EHC_ITEM_CARE)
		return phrase->group != 'Q' && !(it->said->role && ehc_str_is(rule, "SPEC-002"));
	return phrase->mark == EHC_PHRASE_CARE || ehc_str_is(rule, "SPEC-001") || ehc_str_is(rule, "SPEC-010") || ehc_str_is(rule, "SPEC-011") || ehc_str_starts_nocase(rule, "IHP");
}

bool
ehc_item_has_phrase(const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->text;

	for (size_t i = 0; i < p->nmatches; i++)
		if (p->matches[i].list == EHC_LIST_PHRASE && phrase_applies(&ehc_phrases(NULL)[p->matches[i].row], it))
			return true;
	return false;
}

/* "Music therapy: the therapist plays ...". */
static bool
names_the_therapy(struct ehc_str s, struct ehc_str last)
{
	static const char *const kinds[] = { "language therapy", "speech therapy", "occupational therapy", "physiotherapy", "hydrotherapy", "music therapy", "play therapy", "art therapy",
		"drama therapy", "movement therapy", "behavioural therapy", "family therapy" };

	for (size_t i = 0; i < EHC_COUNT(kinds) && ehc_str_starts_nocase(last, "therapist"); i++)
		if (ehc_str_find_nocase(s, kinds[i]) != SIZE_MAX)
			return true;
	return false;
}

/* "The therapist", once the occupational therapist was named: the same last word as a role of the item; or once the therapy was. */
static bool
refers_back(const struct ehc_item *it, const struct ehc_prose *p, const struct ehc_match *m)
{
	const struct ehc_prose *named[] = { it->said->text, it->said->who };
	struct ehc_str last = ehc_prose_token(p, m->first + m->count - 1);

	for (size_t i = 0; i < EHC_COUNT(named); i++)
		for (size_t k = 0; named[i] != NULL && k < named[i]->nmatches; k++) {
			const struct ehc_match *role = &named[i]->matches[k];

			if (role->list >= EHC_LIST_ROLE_REGISTERED && role->list <= EHC_LIST_ROLE_OTHER &&
			    ehc_str_eq_nocase(ehc_prose_token(named[i], role->first + role->count - 1), last))
				return true;
		}
	return names_the_therapy(it->text.str, last);
}

static void
flag_phrase(struct ehc_check *c, const struct wording *w, enum ehc_severity severity)
{
	struct ehc_str words = ehc_prose_words(w->prose, w->match);
	/* What the lexicon has for provision asks for weeks and groups; daily care has neither. */
	bool daily = w->item->kind == EHC_ITEM_CARE && w->phrase->group != 'Q';
	const char *stop = ehc_str_ends_nocase(ehc_str_of(w->phrase->why), "?") ? "" : ".";
	struct ehc_finding *f = ehc_flag_words(c, w->item, ehc_text_span(w->text, w->match->at, w->match->len), "\"%.*s\": %s%s", EHC_ARG(words),
	    w->phrase->why, stop);

	f->cause = w->item;
	f->severity = severity;
	f->suggestion = ehc_str_of(daily ? "<role or name> <does what, how much>, <when, or at which sign>" : w->phrase->fix);
	if (w->phrase->fits != NULL)
		ehc_finding_help(c, f, "%s Not a fault: %s.", daily ? "Say who does what, and when or at which sign." : c->running->fix, w->phrase->fits);
}

static enum ehc_severity
ceiling_of(const struct ehc_phrase *phrase, const struct ehc_rule *self)
{
	return phrase->severity < self->severity ? phrase->severity : self->severity;
}

/* "N1 is within call on the poolside", "a second adult is within call while she is changed": where or when makes it a lookout, which is an act of care. */
static bool
is_lookout(const struct wording *w)
{
	static const char *const near[] = { "within call", "standby", "standing by" }, *const where[] = { " in ", " on ", " at ", " outside", " beside ", " by ", " while ", " during ", " until " };
	struct ehc_str words = ehc_prose_words(w->prose, w->match), rest = ehc_str_sub(w->text->str, w->match->at + w->match->len, w->text->str.len);
	bool is_near = false;

	for (size_t i = 0; i < EHC_COUNT(near); i++)
		is_near = is_near || ehc_str_has(words, near[i]);
	return is_near && ehc_str_starts_one_of(rest, where, EHC_COUNT(where));
}

/* "Ada goes whenever she needs": what the child may do at any time, nobody has to decide. */
static bool
is_childs_leave(const struct ehc_check *c, const struct wording *w)
{
	static const char *const starts[] = { "when", "as ", "if " };
	static const char *const acts[] = { " goes ", " drinks ", " eats ", " rests ", " leaves ", " sits ", " stops ", " tests ", " can go ", " may go " };
	const struct ehc_child *child = &c->plan->child;
	struct ehc_str words = ehc_prose_words(w->prose, w->match), sentence, name;
	size_t start;

	if (!ehc_str_starts_one_of(words, starts, EHC_COUNT(starts)))
		return false;
	sentence = ehc_sentence_of(w->text->str, w->match->at, &start);
	name = child->known_as.text.str.len > 0 ? child->known_as.text.str : child->name.text.str;
	name = ehc_str_sub(name, 0, ehc_str_find_nocase(name, " "));
	sentence = ehc_str_trim(ehc_str_sub(sentence, 0, w->match->at - start));
	if (name.len == 0 || !(ehc_str_starts_nocase(sentence, ehc_arena_cstr(c->arena, name)) || ehc_str_starts_nocase(sentence, "she ") || ehc_str_starts_nocase(sentence, "he ")))
		return false;
	sentence = ehc_arena_printf(c->arena, "%.*s ", EHC_ARG(sentence));
	for (size_t i = 0; i < EHC_COUNT(acts); i++)
		if (ehc_str_ends_nocase(sentence, acts[i]))
			return true;
	return false;
}

/* The lexicon's class Q is of health care plans. */
static bool
counts(const struct ehc_check *c, const struct wording *w)
{
	if (!w->step && w->item->kind == EHC_ITEM_CARE && (is_lookout(w) || is_childs_leave(c, w)))
		return false;
	if (w->step)
		return w->phrase->group == 'Q' && ehc_str_starts_nocase(ehc_str_of(w->phrase->rule), "SPEC");
	return phrase_applies(w->phrase, w->item) && (w->phrase->group != 'F' || !refers_back(w->item, w->prose, w->match));
}

static void
add_wording(struct ehc_arena *a, struct ehc_wordings *all, struct wording w)
{
	uint32_t number = (uint32_t)all->list.count;

	EHC_PUSH(a, &all->list, w);
	for (size_t i = 0; i < all->rules.count; i++)
		if (strcmp(all->rules.items[i].rule, w.phrase->rule) == 0) {
			all->list.items[all->rules.items[i].last].next = 1 + number;
			all->rules.items[i].last = number;
			return;
		}
	EHC_PUSH(a, &all->rules, (struct wordings_of_rule){ w.phrase->rule, number, number });
}

static void
gather_in(struct ehc_check *c, struct ehc_wordings *all, const struct ehc_item *it, const struct ehc_prose *p, const struct ehc_text *text, bool step)
{
	const struct ehc_phrase *phrases = ehc_phrases(NULL);

	if (p == NULL || !ehc_prose_has(p, EHC_LIST_PHRASE))
		return;
	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		struct wording w = { it, p, text, m, NULL, step, 0 };

		if (m->list != EHC_LIST_PHRASE)
			continue;
		w.phrase = &phrases[m->row];
		if (counts(c, &w))
			add_wording(c->arena, all, w);
	}
}

/* What staff act on when there is no time to ask: the steps of an emergency, and what a medicine leaves behind. */
static void
gather_steps(struct ehc_check *c, struct ehc_wordings *all, const struct ehc_item *it)
{
	for (const struct ehc_node *f = it->node->fields; f != NULL; f = f->next) {
		bool acted_on = it->kind == EHC_ITEM_EMERGENCY ? f->label == EHC_L_STEP : it->kind == EHC_ITEM_MEDICINE && f->label == EHC_L_DISPOSAL;

		if (acted_on && f->kind == EHC_NODE_FIELD)
			gather_in(c, all, it, ehc_prose_read(c->arena, f->text.str), &f->text, true);
	}
}

static bool
names_special_setting(const struct ehc_check *c)
{
	static const char *const special[] = { "special school", "special college", "specialist college", "specialist school", "hospital school" };

	return ehc_status_is_final(c->plan->status) && (ehc_says_any(c, c->plan->placement_type.text.str, special, EHC_COUNT(special)) ||
	    ehc_says_any(c, c->plan->placement_name.text.str, special, EHC_COUNT(special)));
}

static struct ehc_wordings *
gather(struct ehc_check *c)
{
	struct ehc_wordings *all = EHC_NEW(c->arena, struct ehc_wordings);

	all->special = names_special_setting(c);
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		if (c->plan->kind == EHC_DOC_HEALTH_PLAN && !it->has_placeholder)
			gather_steps(c, all, it);
		if (!ehc_item_binds(it))
			continue;
		gather_in(c, all, it, it->said->text, &it->text, false);
		gather_in(c, all, it, it->said->who, &it->who.value.text, false);
		gather_in(c, all, it, it->said->how_much, &it->how_much.text, false);
		gather_in(c, all, it, it->said->how_often, &it->how_often.text, false);
	}
	return all;
}

static const struct ehc_wordings *
wordings_of(struct ehc_check *c)
{
	if (c->wordings == NULL)
		c->wordings = gather(c);
	return c->wordings;
}

/* 1 + its first wording, or 0. */
static uint32_t
first_of(const struct ehc_wordings *all, const char *rule)
{
	for (size_t i = 0; i < all->rules.count; i++)
		if (strcmp(all->rules.items[i].rule, rule) == 0)
			return 1 + all->rules.items[i].first;
	return 0;
}

static bool
stands_behind_role(const struct ehc_prose *p, size_t i)
{
	size_t end = i > 0 && ehc_str_is(ehc_prose_token(p, i - 1), "will") ? i - 1 : i;

	for (size_t k = 0; k < p->nmatches; k++)
		if (p->matches[k].list >= EHC_LIST_ROLE_REGISTERED && p->matches[k].list <= EHC_LIST_ROLE_GENERIC && p->matches[k].first + p->matches[k].count == end)
			return true;
	return false;
}

/* "Ideally the TA hears her read", "the TA usually hears her", "three times a week if possible", but not "usually in the library". */
static bool
governs(const struct wording *w)
{
	const struct ehc_prose *p = w->prose;
	static const char *const parts[] = { "in", "at", "on", "as", "from", "before", "after", "during", "by", "with" };
	size_t first = w->match->first, next = first + w->match->count;
	const struct ehc_sentence *s = &p->sentences[p->tokens[first].sentence];

	if (w->item->kind == EHC_ITEM_CARE)
		return false;           /* a step names the exception where it comes */
	if (first == s->first)
		return true;
	if (p->tokens[first].before <= EHC_GAP_JOIN && stands_behind_role(p, first))
		return next < p->ntokens && !ehc_has_word(ehc_prose_token(p, next), parts, EHC_COUNT(parts));
	return (next == s->first + s->count || p->tokens[next].before >= EHC_GAP_PUNCT) && (p->tokens[first - 1].classes & (EHC_CLASS(CALENDAR) | EHC_CLASS(PERIOD))) != 0;
}

void
ehc_flag_phrases(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_wordings *all = wordings_of(c);

	for (uint32_t next = first_of(all, self->id); next > 0; next = all->list.items[next - 1].next) {
		const struct wording *w = &all->list.items[next - 1];
		enum ehc_severity ceiling = ceiling_of(w->phrase, self);
		bool high = w->phrase->mark == EHC_PHRASE_HIGH || (w->phrase->mark == EHC_PHRASE_HEDGE && governs(w));

		flag_phrase(c, w, w->step ? ceiling : severity_in(c, w->item, ceiling, high));
	}
}
