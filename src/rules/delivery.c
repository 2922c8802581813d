/*
 * delivery.c - the SPEC rules on how provision reaches the child: a programme that is known, time that is split, a place,
 * a role rather than a name.
 */
#include "rules/slots.h"
#include "rules/wording.h"

#include <string.h>

/* ---- SPEC-013: a programme that nobody knows ---- */

static bool
is_word(const struct ehc_prose *p, size_t i, const char *const *words, size_t n)
{
	return ehc_str_is_one_of(ehc_prose_token(p, i), words, n);
}

#define NAME_WORDS 5

/* "a speech and language programme": the token of its article, or SIZE_MAX where it has a name ("the Elklan programme") or none. */
static size_t
unnamed_programme(const struct ehc_prose *p, size_t at)
{
	static const char *const articles[] = { "a", "an", "some" };

	for (size_t back = 1; back <= NAME_WORDS && back <= at; back++) {
		const struct ehc_token *t = &p->tokens[at - back];

		if (t->sentence != p->tokens[at].sentence || t->quoted || (t->capital && t->at > p->sentences[t->sentence].at))
			return SIZE_MAX;
		if (is_word(p, at - back, articles, EHC_COUNT(articles)))
			return at - back;
	}
	return SIZE_MAX;
}

/* Its author and who gives it are named, or it is attached. */
static bool
is_known_programme(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "written by", "set by", "devised by", "designed by", "drawn up by", "made by", "called", "attached", "appendix", "appended", "taught by", "planned by",
		"provided by", "reviewed by" };

	return ehc_own_says_any(c, it, words, EHC_COUNT(words)) || ehc_item_count_links(it, EHC_REL_NAMES) > 0;
}

static void
unknown_programme(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const nouns[] = { "programme", "programmes", "package" };
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_prose *p;

		if (!ehc_item_binds(it) || is_known_programme(c, it) || it->said->complete)
			continue;
		p = it->said->text;
		for (size_t i = 0; i < p->ntokens; i++) {
			size_t from = is_word(p, i, nouns, EHC_COUNT(nouns)) && !p->tokens[i].quoted ? unnamed_programme(p, i) : SIZE_MAX;

			if (from == SIZE_MAX)
				continue;
			ehc_flag_words(c, it, ehc_text_span(&it->text, p->tokens[from].at, p->tokens[i].at + p->tokens[i].len - p->tokens[from].at),
			    "Nobody can tell which programme is meant, and none is attached.")->cause = it;
			break;
		}
	}
}

/* ---- SPEC-019: one figure for several things ---- */

static void
time_not_split(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const other[] = { "training", "reports", "report writing", "report", "liaison", "meetings", "programme writing", "advice to staff", "administration" };
	static const char *const split[] = { "of which", "of this", "of these", "including at least", "direct", "indirect" };

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		const struct ehc_item *it = s->item;
		const char *found = NULL;

		if (s->kind != EHC_PROVISION_THERAPY || !ehc_slots_apply(s) || it->whole == NULL || it->whole->ndoses != 1 || it->has_placeholder ||
		    it->whole->doses[0].delivery == EHC_DELIVERY_DIRECT || it->whole->doses[0].delivery == EHC_DELIVERY_INDIRECT || !ehc_ratio_known(it->whole->doses[0].length.low) || ehc_own_says_any(c, it, split, EHC_COUNT(split)))
			continue;
		for (size_t i = 0; i < EHC_COUNT(other) && found == NULL; i++)
			found = ehc_own_says_any(c, it, &other[i], 1) ? other[i] : NULL;
		if (found != NULL)
			ehc_flag_words(c, it, ehc_text_span(&it->text, ehc_str_find_word(it->text.str, found), strlen(found)),
			    "One figure holds the time with the child and the time for \"%s\": how much does the child get?", found)->cause = it;
	}
}

/* ---- SPEC-020 ---- */

static bool
says_place(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const places[] = { "room", "hall", "library", "classroom", "class", "lesson", "lessons", "school", "home", "kitchen", "pool", "playground", "gym", "college", "desk", "clinic",
		"community", "corridor", "table", "at home", "town" };

	return it->where.text.str.len > 0 || ehc_own_says_any(c, it, places, EHC_COUNT(places));
}

/* One note for the plan: where several items do not say it, one answer mends them all. */
static void
no_place(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t without = 0, all = 0;
	struct ehc_finding *f;
	struct ehc_str *ids = EHC_NEW_ARRAY(c->arena, struct ehc_str, c->plan->kinds[EHC_ITEM_PROVISION].count);

	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_slots *s = ehc_slots_of(c, n);
		bool elsewhere = s->kind == EHC_PROVISION_THERAPY || s->kind == EHC_PROVISION_CARE;

		if (!elsewhere || !ehc_slots_apply(s) || s->item->has_placeholder || (s->item->section != EHC_F && s->item->section != EHC_H1 && s->item->section != EHC_H2))
			continue;
		all++;
		if (!says_place(c, s->item))
			ids[without++] = ehc_str_of(s->item->id);
	}
	if (without == 0)
		return;
	f = ehc_flag_section(c, EHC_F, "%zu of %zu items of therapy or care do not say where they are given: %.*s.", without, all,
	    EHC_ARG(ehc_list_words(c->arena, ids, without, 8)));
	ehc_finding_help(c, f, "Add `where:` to each.");
}

/* ---- SPEC-028: a name instead of a role ---- */

static bool
names_a_role(const struct ehc_prose *p)
{
	return p != NULL && (ehc_prose_has(p, EHC_LIST_ROLE_REGISTERED) || ehc_prose_has(p, EHC_LIST_ROLE_TEACHER) || ehc_prose_has(p, EHC_LIST_ROLE_SUPPORT) ||
	    ehc_prose_has(p, EHC_LIST_ROLE_OTHER));
}

static const struct ehc_token *
titled_name(const struct ehc_prose *p, size_t *len)
{
	static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss" };

	for (size_t i = 0; p != NULL && i + 1 < p->ntokens; i++)
		if (!p->tokens[i].quoted && is_word(p, i, titles, EHC_COUNT(titles)) && p->tokens[i].capital && p->tokens[i + 1].capital) {
			*len = p->tokens[i + 1].at + p->tokens[i + 1].len - p->tokens[i].at;
			return &p->tokens[i];
		}
	return NULL;
}

static bool
has_name(struct ehc_str names, struct ehc_str surname)
{
	struct ehc_str one;

	while (ehc_str_split(&names, ' ', &one))
		if (ehc_str_eq_nocase(ehc_str_sub(one, 0, surname.len), surname) && (one.len == surname.len || !ehc_is_letter(one.ptr[surname.len])))
			return true;
	return false;
}

/* "When Mrs Example is ill": who has the child's surname, or stands among the parents, is family and gives no provision. */
static bool
is_of_family(const struct ehc_plan *p, struct ehc_str titled)
{
	struct ehc_str surname = ehc_str_word_before(titled, titled.len);

	if (ehc_str_ends_nocase(surname, "'s"))
		surname.len -= 2;
	return has_name(p->child.name.text.str, surname) || has_name(p->child.parents.text.str, surname);
}

static void
named_person(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_token *t;
		const struct ehc_text *text = &it->text;
		size_t len;

		if (!ehc_item_binds(it) || names_a_role(it->said->text) || names_a_role(it->said->who))
			continue;
		t = titled_name(it->said->text, &len);
		if (t == NULL) {
			text = &it->who.value.text;
			t = titled_name(it->said->who, &len);
		}
		if (t != NULL && !is_of_family(c->plan, ehc_str_sub(text->str, t->at, t->at + len)))
			ehc_flag_words(c, it, ehc_text_span(text, t->at, len), "%.*s rests on one person: when that person leaves, who is to do it?",
			    EHC_ARG(ehc_item_Called(c->arena, it)))->cause = it;
	}
}

#define PLAN EHC_FOR_EHC_PLAN
#define COP969 "SEND Code of Practice 9.69"

const struct ehc_rule ehc_rules_delivery[] = {
	{ .id = "SPEC-013", .title = "A programme has a name, or is attached", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = unknown_programme,
	  .source = "East Sussex CC v TW [2016] UKUT 528 (AAC)", .confidence = EHC_UNCONFIRMED, .basis = EHC_BASIS_CASES,
	  .why = "Any worksheet can be called a programme.", .fix = "Name it, say who writes it and who gives it, or attach it to section K.",
	  .legitimate = "Its author and who gives it are named." },
	{ .id = "SPEC-019", .title = "Time with the child is counted apart", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = time_not_split,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Twelve hours with training and reports in them may be two hours with the child.", .fix = "Give each its own figure: <hours> direct; <hours> training of staff; <hours> for reports." },
	{ .id = "SPEC-020", .title = "The place is said", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = PLAN, .run = no_place,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Therapy in a corridor is not the therapy that was advised.", .fix = "Add `where:`." },
	{ .id = "SPEC-028", .title = "A role, not only a name", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN, .run = named_person,
	  .source = COP969, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "The name says nothing of what that person must be able to do.", .fix = "Name the role and its training; the name may stand beside it." },
	EHC_NO_MORE_RULES
};
