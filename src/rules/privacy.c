/*
 * privacy.c - the PRIV family: is this plan about this child, and does it keep to what it may hold?
 */
#include "rules/wording.h"

#include "lexicon/lexicon.h"

#include <string.h>

/* ---- given names ---- */

static const char *const name_lists[] = {
#define NAMES(list) " " list " ",
#include "lexicon/names.def"
};

static bool
is_given_name(struct ehc_str word)
{
	char key[32];

	if (word.len < 2 || word.len > sizeof(key) - 3)
		return false;
	key[0] = ' ';
	memcpy(key + 1, word.ptr, word.len);
	memcpy(key + 1 + word.len, " ", 2);
	/* The last list that does not begin behind its letter. */
	for (size_t i = EHC_COUNT(name_lists); i-- > 0; )
		if (name_lists[i][1] <= word.ptr[0])
			return strstr(name_lists[i], key) != NULL;
	return false;
}

/* The word without its 's. */
static struct ehc_str
bare(struct ehc_str w)
{
	if (w.len == 0 || ehc_lower(w.ptr[w.len - 1]) != 's')
		return w;
	if (ehc_str_ends_nocase(w, "'s"))
		return ehc_str_sub(w, 0, w.len - 2);
	return ehc_str_ends_nocase(w, "\xE2\x80\x99s") ? ehc_str_sub(w, 0, w.len - 4) : w;
}

static struct ehc_str
token_text(const struct ehc_prose *p, size_t i)
{
	return bare(ehc_str_sub(p->text, p->tokens[i].at, p->tokens[i].at + p->tokens[i].len));
}

static bool
holds_word(struct ehc_str text, struct ehc_str word)
{
	return ehc_str_find(text, word, true) != SIZE_MAX;
}

/* People whom the plan has reason to name: in its head and child block, in section A, as authors, staff, contacts and signatures. */
static bool
is_known_person(const struct ehc_plan *p, struct ehc_str name)
{
	const struct ehc_child *c = &p->child;
	const struct ehc_str places[] = { c->name.text.str, c->known_as.text.str, c->parents.text.str, c->setting.text.str, c->class_name.text.str,
		c->gp.text.str, c->hospital.text.str, c->decision_maker.text.str, c->capacity.text.str, c->address.text.str, p->plan_writer.text.str,
		p->written_by.text.str, p->took_part.text.str, p->school.text.str, p->authority.text.str, p->icb.text.str, p->placement_name.text.str };

	for (size_t i = 0; i < EHC_COUNT(places); i++)
		if (holds_word(places[i], name))
			return true;
	for (size_t i = 0; i < p->ntexts; i++)
		if (holds_word(p->texts[i].text.str, name))
			return true;
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		if ((it->kind >= EHC_ITEM_BUDGET || it->kind == EHC_ITEM_ASPIRATION) &&
		    (holds_word(it->text.str, name) || holds_word(it->author.text.str, name)))
			return true;
	return false;
}

/* "Mr", "Miss", "Dr" before a name: a grown-up, and SPEC-028's affair; after "called" or within a book's title, nobody. */
static bool
has_title(const struct ehc_prose *p, size_t i)
{
	static const char *const titles[] = { "mr", "mrs", "ms", "miss", "dr", "sir", "prof", "professor", "roald", "saint", "st" };
	struct ehc_str before = i == 0 ? EHC_NOSTR : token_text(p, i - 1);

	return ehc_str_is_one_of(before, titles, EHC_COUNT(titles));
}

/* "Oliver finishes four puzzles", at the head of a sentence or behind its date: whoever is at that place is who the sentence is about. */
static bool
opens_with_act(const struct ehc_prose *p, size_t i)
{
	struct ehc_str next = i + 1 < p->ntokens && p->tokens[i + 1].before == EHC_GAP_SPACE && !p->tokens[i + 1].capital ? token_text(p, i + 1) : EHC_NOSTR;
	bool first = i == 0 || p->tokens[i].before != EHC_GAP_SPACE || ehc_is_digit(p->text.ptr[p->tokens[i - 1].at]);

	return first && next.len > 3 && next.ptr[next.len - 1] == 's' && next.ptr[next.len - 2] != 's';
}

/* "Teachers give Oliver one instruction": what is done to somebody is done to the child. */
static bool
is_helped(const struct ehc_prose *p, size_t i)
{
	static const char *const verbs[] = { "give", "gives", "help", "helps", "helping", "teach", "teaches", "teaching", "show", "shows", "remind", "reminds", "encourage", "encourages",
		"enable", "enables", "allow", "allows", "let", "lets", "ask", "asks", "support", "supports", "supporting", "prompt", "prompts" };
	struct ehc_str before = i == 0 || p->tokens[i].before != EHC_GAP_SPACE ? EHC_NOSTR : token_text(p, i - 1);
	bool parted = i + 1 >= p->ntokens || !p->tokens[i + 1].capital;

	return parted && ehc_str_is_one_of(before, verbs, EHC_COUNT(verbs));
}

/* A name of somebody who acts or has: "Oliver will", "Oliver's", "Danny Whitlow will". */
static bool
is_subject(const struct ehc_prose *p, size_t i)
{
	static const char *const verbs[] = { "will", "has", "is", "can", "needs", "finds", "should", "was", "had", "to", "requires", "would", "likes", "and", "does" };
	struct ehc_str whole = ehc_str_sub(p->text, p->tokens[i].at, p->tokens[i].at + p->tokens[i].len), next;

	if (bare(whole).len < whole.len)
		return true;
	if (i + 1 < p->ntokens && p->tokens[i + 1].capital && p->tokens[i + 1].before == EHC_GAP_SPACE)
		i++;
	if (i + 1 >= p->ntokens || p->tokens[i + 1].before != EHC_GAP_SPACE)
		return false;
	next = token_text(p, i + 1);
	return ehc_str_is_one_of(next, verbs, EHC_COUNT(verbs));
}

/* "10, 17 and 24 June", "between June and October", "since June": a month, though children are called so. */
static bool
is_month(const struct ehc_prose *p, size_t i)
{
	static const char *const before[] = { "in", "by", "since", "from", "until", "till", "between", "during", "before", "after", "every", "each", "last", "next", "late", "early",
		"this", "of", "through", "throughout", "mid", "end" };
	struct ehc_str prev, next;

	if ((p->tokens[i].classes & EHC_CLASS(MONTH)) == 0)
		return false;
	prev = i == 0 ? EHC_NOSTR : token_text(p, i - 1);
	next = i + 1 < p->ntokens ? token_text(p, i + 1) : EHC_NOSTR;
	if (ehc_str_is_one_of(prev, before, EHC_COUNT(before)) || (prev.len > 0 && ehc_is_digit(prev.ptr[0])) || (next.len > 0 && ehc_is_digit(next.ptr[0])))
		return true;
	/* "June and October", "May to July" */
	if (i + 2 < p->ntokens && (ehc_str_is_nocase(next, "and") || ehc_str_is_nocase(next, "to")) && (p->tokens[i + 2].classes & EHC_CLASS(MONTH)) != 0)
		return true;
	return i >= 2 && (ehc_str_is_nocase(prev, "and") || ehc_str_is_nocase(prev, "to")) && (p->tokens[i - 2].classes & EHC_CLASS(MONTH)) != 0;
}

/* Words that were looked at and are no fault; the last of them, for sentences begin with the same few. */
#define HARMLESS_MOST 8
struct harmless { struct ehc_str words[HARMLESS_MOST]; size_t n; };

static bool
was_harmless(const struct harmless *seen, struct ehc_str word)
{
	for (size_t i = 0; i < seen->n && i < HARMLESS_MOST; i++)
		if (seen->words[i].len == word.len && ehc_str_eq(seen->words[i], word))
			return true;
	return false;
}

static void
note_harmless(struct harmless *seen, struct ehc_str word)
{
	seen->words[seen->n++ % HARMLESS_MOST] = word;
}

/* PRIV-001 */
static void
other_child(struct ehc_check *c, const struct ehc_item *it, struct harmless *seen)
{
	const struct ehc_prose *p = it->said->text;

	for (size_t i = 0; i < p->ntokens; i++) {
		struct ehc_str name;

		if (!p->tokens[i].capital || (p->tokens[i].classes & (EHC_CLASS(NAME) | EHC_CLASS(UNKNOWN))) == 0 || p->tokens[i].quoted)
			continue;
		name = token_text(p, i);
		if (was_harmless(seen, name) || has_title(p, i) || is_month(p, i) || !(is_subject(p, i) || opens_with_act(p, i) || is_helped(p, i)))
			continue;
		if (!is_given_name(name) || is_known_person(c->plan, name)) {
			note_harmless(seen, name);
			continue;
		}
		ehc_flag_words(c, it, ehc_text_span(&it->text, p->tokens[i].at, name.len),
		    "\"%.*s\" is nobody whom this plan is about: was this copied from another child's plan?", EHC_ARG(name));
		return;
	}
}

static void
other_childs_name(struct ehc_check *c, const struct ehc_rule *self)
{
	struct harmless seen = { .n = 0 };

	(void)self;
	if (c->plan->child.name.text.str.len == 0)
		return;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if (it->said != NULL && !it->has_placeholder)
			other_child(c, it, &seen);
}

/* PRIV-009: a surname that is nearly the child's */
static void
misspelt(struct ehc_check *c, const struct ehc_item *it, struct ehc_str surname, struct harmless *seen)
{
	const struct ehc_prose *p = it->said->text;

	for (size_t i = 0; i < p->ntokens; i++) {
		struct ehc_str word;
		size_t distance;

		if (!p->tokens[i].capital || p->tokens[i].word != UINT32_MAX)
			continue;
		word = token_text(p, i);
		if (word.len < 5 || was_harmless(seen, word))
			continue;
		distance = ehc_str_distance(word, surname, 2);
		if (distance == 0 || distance > 2) {
			note_harmless(seen, word);
			continue;
		}
		ehc_flag_words(c, it, ehc_text_span(&it->text, p->tokens[i].at, word.len), "\"%.*s\" is nearly the child's name, \"%.*s\", but not it.",
		    EHC_ARG(word), EHC_ARG(surname));
		return;
	}
}

static void
spelt_two_ways(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_str name = ehc_str_trim(c->plan->child.name.text.str), surname = name;
	struct harmless seen = { .n = 0 };

	(void)self;
	for (size_t i = 0; i < name.len; i++)
		if (name.ptr[i] == ' ')
			surname = ehc_str_sub(name, i + 1, name.len);
	if (surname.len < 5)
		return;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		if (it->said != NULL && !it->has_placeholder)
			misspelt(c, it, surname, &seen);
}

/* PRIV-002 */
struct pronouns { size_t she, he; const struct ehc_item *she_at, *he_at; struct ehc_span she_span, he_span; };

static void
count_pronouns(struct pronouns *n, const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->text;

	for (size_t i = 0; i < p->ntokens; i++) {
		struct ehc_str w;
		struct ehc_span span;

		if ((p->tokens[i].classes & EHC_CLASS(PRONOUN)) == 0 || p->tokens[i].quoted)
			continue;
		w = token_text(p, i);
		span = ehc_text_span(&it->text, p->tokens[i].at, w.len);
		if (ehc_str_is_nocase(w, "she") || ehc_str_is_nocase(w, "her") || ehc_str_is_nocase(w, "herself")) {
			if (n->she++ == 0)
				n->she_at = it, n->she_span = span;
		} else if (ehc_str_is_nocase(w, "he") || ehc_str_is_nocase(w, "him") || ehc_str_is_nocase(w, "his") || ehc_str_is_nocase(w, "himself")) {
			if (n->he++ == 0)
				n->he_at = it, n->he_span = span;
		}
	}
}

/* "Mr Example looks at each label; if unsure he rings": somebody else is meant. */
static bool
names_another(const struct ehc_item *it, bool woman)
{
	static const char *const women[] = { "mrs", "miss", "ms", "dr", "mx" }, *const men[] = { "mr", "dr", "mx" };
	const char *const *titles = woman ? women : men;
	size_t n = woman ? EHC_COUNT(women) : EHC_COUNT(men);
	const struct ehc_prose *p = it->said->text;

	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->to != NULL && it->out.items[i]->to->kind == EHC_ITEM_STAFF)
			return true;
	for (size_t i = 0; i + 1 < p->ntokens; i++)
		for (size_t k = 0; p->tokens[i].capital && p->tokens[i + 1].capital && k < n; k++)
			if (ehc_str_is_nocase(token_text(p, i), titles[k]))
				return true;
	return false;
}

static void
wrong_pronoun(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const own[] = { "they", "them", "their", "theirs", "themselves", "themself" };
	struct ehc_str stated = c->plan->child.pronouns.text.str;
	bool she = ehc_str_starts_nocase(stated, "she"), he = ehc_str_starts_nocase(stated, "he"), they = ehc_str_starts_nocase(stated, "they");

	(void)self;
	if (!she && !he && !they)
		return;
	/* Only an item in which every pronoun is the other one: a mother or a teacher may well be "she" in a boy's plan. */
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		struct pronouns n = { 0, 0, NULL, NULL, EHC_NOSPAN, EHC_NOSPAN };

		if (it->said == NULL || it->has_placeholder)
			continue;
		count_pronouns(&n, it);
		if (he && n.he == 0 && n.she > 0 && !ehc_prose_has(it->said->text, EHC_LIST_ROLE_FAMILY) && !it->said->role && !names_another(it, true))
			ehc_flag_words(c, it, n.she_span, "The child is \"%.*s\"; this item says \"she\" or \"her\".", EHC_ARG(stated));
		if (they && (n.she > 0) != (n.he > 0) && !ehc_says_any(c, it->text.str, own, EHC_COUNT(own)) &&
		    !ehc_prose_has(it->said->text, EHC_LIST_ROLE_FAMILY) && !it->said->role && !names_another(it, n.she > 0))
			ehc_flag_words(c, it, n.she > 0 ? n.she_span : n.he_span, "The child is \"%.*s\"; this item says \"%s\".", EHC_ARG(stated), n.she > 0 ? "she\" or \"her" : "he\" or \"his");
		if (she && n.she == 0 && n.he > 0 && !ehc_prose_has(it->said->text, EHC_LIST_ROLE_FAMILY) && !it->said->role && !names_another(it, false))
			ehc_flag_words(c, it, n.he_span, "The child is \"%.*s\"; this item says \"he\" or \"his\".", EHC_ARG(stated));
	}
}

/* PRIV-006: the check digit of an NHS number, modulus 11 */
static void
nhs_number(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_value *v = &c->plan->child.nhs_number;
	int digit[10], n = 0, sum = 0, check;

	(void)self;
	for (size_t i = 0; i < v->text.str.len; i++) {
		char d = v->text.str.ptr[i];

		if (d >= '0' && d <= '9') {
			if (n == 10)
				return;
			digit[n++] = d - '0';
		} else if (!ehc_is_blank(d) && d != '-') {
			return;
		}
	}
	if (n == 0)
		return;
	for (int i = 0; i < n - 1; i++)
		sum += digit[i] * (10 - i);
	check = 11 - sum % 11;
	if (n != 10)
		ehc_flag_words(c, NULL, v->text.span, "An NHS number has ten digits; this one has %d.", n);
	else if ((check == 11 ? 0 : check) != digit[9])
		ehc_flag_words(c, NULL, v->text.span, "The last digit of this NHS number does not fit the others: was one of them mistyped?");
}

#define BOTH (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN)

const struct ehc_rule ehc_rules_privacy[] = {
	{ .id = "PRIV-001", .title = "No other child's name", .severity = EHC_ERROR, .class_ = EHC_SAFETY, .documents = BOTH | EHC_FOR_ADVICE, .run = other_childs_name,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Words written for another child give this one the wrong help, and another family's data is in the wrong hands.",
	  .fix = "Check where the words came from, and write this child's own.",
	  .legitimate = "A brother, sister or friend: name them in section A as well." },
	{ .id = "PRIV-002", .title = "The child's own pronouns", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = BOTH | EHC_FOR_ADVICE, .run = wrong_pronoun,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A wrong pronoun often means words that were written for another child.", .fix = "Check the item, and use the child's pronouns.",
	  .legitimate = "Somebody else in the item is meant." },
	{ .id = "PRIV-003", .title = "No placeholder is left", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	  .documents = BOTH | EHC_FOR_ADVICE | EHC_FOR_TEMPLATE, .run = ehc_placeholder_left, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Where the form's own words still stand, nothing was decided for this child.", .fix = "Write what belongs there." },
	{ .id = "PRIV-006", .title = "The NHS number is well formed", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = BOTH, .run = nhs_number,
	  .source = "", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_PRACTICE,
	  .why = "A mistyped number may be another child's.", .fix = "Check it against a letter from the NHS." },
	{ .id = "PRIV-009", .title = "The child's name is spelt one way", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = BOTH | EHC_FOR_ADVICE, .run = spelt_two_ways,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Two spellings of a name make two children in somebody's records.", .fix = "Use the spelling of the child block." },
	EHC_NO_MORE_RULES
};
