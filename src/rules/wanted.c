/*
 * wanted.c - what the house asks of a plan beyond the law: fields that it always wants (`require:`), words that it does
 * not want (`phrase:`).
 */
#include "rules/house.h"

#include <string.h>

static bool
is_in_force(const struct ehc_check *c, const struct ehc_house_line *line)
{
	return ehc_house_applies(line->since, ehc_check_day(c));
}

/* A line may say how grave its findings are. */
static void
set_severity(struct ehc_check *c, struct ehc_finding *f, const struct ehc_house_line *line)
{
	const struct ehc_node *severity = ehc_node_field(line->node, EHC_L_SEVERITY);

	if (severity != NULL && ehc_severity_read(ehc_str_trim(severity->text.str), &f->severity))
		f->severity_from = ehc_arena_printf(c->arena, "profile %.*s", EHC_ARG(line->from));
}

/* ---- fields that are always wanted ---- */

static bool
read_kind(struct ehc_str word, enum ehc_item_kind *out)
{
	for (int k = 0; k < EHC_ITEM_KINDS; k++)
		if (ehc_str_is_nocase(word, ehc_item_kind_name((enum ehc_item_kind)k))) {
			*out = (enum ehc_item_kind)k;
			return true;
		}
	return false;
}

/* What a field may stand on, for an item of that kind; a feed takes whatever a medicine takes. ORDER ITEM */
static unsigned
bit_of(enum ehc_item_kind kind)
{
	unsigned bit = (unsigned)EHC_ON_ASPIRATION << kind;

	return kind == EHC_ITEM_FEED ? bit | EHC_ON_MEDICINE : bit;
}

/* The label that these words are on such an item; where none is, one that they are on another. */
static bool
read_field(struct ehc_str words, enum ehc_item_kind kind, enum ehc_label *out)
{
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);
	bool found = false;

	for (size_t i = 0; i < n; i++) {
		const struct ehc_keyword *k = ehc_keyword(all[i].label);

		if (!ehc_str_is_nocase(words, all[i].spelling) || k->level != EHC_LEVEL_FIELD || (k->on & EHC_ON_ANY) == 0)
			continue;
		if (!found || (k->on & bit_of(kind)) != 0)
			*out = all[i].label;
		found = true;
	}
	return found;
}

static bool
stands_in(enum ehc_item_kind kind, enum ehc_section s)
{
	static const struct { enum ehc_item_kind kind; enum ehc_section section; } places[] = {
		{ EHC_ITEM_ASPIRATION, EHC_A }, { EHC_ITEM_NEED, EHC_B }, { EHC_ITEM_NEED, EHC_C }, { EHC_ITEM_NEED, EHC_D },
		{ EHC_ITEM_OUTCOME, EHC_E }, { EHC_ITEM_PROVISION, EHC_F }, { EHC_ITEM_PROVISION, EHC_G }, { EHC_ITEM_PROVISION, EHC_H1 },
		{ EHC_ITEM_PROVISION, EHC_H2 }, { EHC_ITEM_BUDGET, EHC_J }, { EHC_ITEM_ADVICE, EHC_K },
	};

	for (size_t i = 0; i < EHC_COUNT(places); i++)
		if (places[i].kind == kind && places[i].section == s)
			return true;
	return s == EHC_NO_SECTION;
}

enum ehc_requirement_trouble
ehc_requirement_read(struct ehc_str text, struct ehc_requirement *out)
{
	struct ehc_str rest = ehc_str_trim(text), word;

	*out = (struct ehc_requirement){ .section = EHC_NO_SECTION };
	ehc_str_split(&rest, ' ', &word);
	if (ehc_section_read(word, &out->section)) {
		rest = ehc_str_trim(rest);
		ehc_str_split(&rest, ' ', &word);
	}
	if (!read_kind(word, &out->kind))
		return EHC_REQUIRE_NO_KIND;
	if (!read_field(ehc_str_trim(rest), out->kind, &out->field))
		return EHC_REQUIRE_NO_FIELD;
	if (!stands_in(out->kind, out->section))
		return EHC_REQUIRE_SECTION;
	return (ehc_keyword(out->field)->on & bit_of(out->kind)) == 0 ? EHC_REQUIRE_OTHER_ITEM : EHC_REQUIRE_OK;
}

/* HOUS-001 */
static void
field_wanted(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->profile->lines.count; i++) {
		const struct ehc_house_line *line = &c->profile->lines.items[i];
		struct ehc_requirement wanted;
		const struct ehc_item *it;

		if (line->node->label != EHC_L_REQUIRE || !is_in_force(c, line) || ehc_requirement_read(line->node->text.str, &wanted) != EHC_REQUIRE_OK)
			continue;
		for (EHC_EACH_ITEM(it, c->plan, wanted.kind)) {
			const char *label = ehc_keyword(wanted.field)->spelling;
			struct ehc_finding *f;

			if ((wanted.section != EHC_NO_SECTION && it->section != wanted.section) || ehc_item_value(it, wanted.field).node != NULL)
				continue;
			f = ehc_flag(c, it, it->span, "%.*s has no `%s:`, which the house rules of %.*s ask for.",
			    EHC_ARG(ehc_item_Called(c->arena, it)), label, EHC_ARG(line->from));
			ehc_finding_help(c, f, "Add `%s:`.", label);
			set_severity(c, f, line);
		}
	}
}

/* ---- words that are not wanted ---- */

/* Provision and care, unless the phrase names its sections. */
static bool
applies_to(const struct ehc_node *phrase, const struct ehc_item *it)
{
	const struct ehc_node *field = ehc_node_field(phrase, EHC_L_APPLIES_TO);
	unsigned sections;

	if (field == NULL)
		return it->kind == EHC_ITEM_PROVISION || it->kind == EHC_ITEM_CARE || it->kind == EHC_ITEM_TASK ||
		    it->kind == EHC_ITEM_EMERGENCY;
	ehc_sections_read(field->text.str, &sections);
	return it->section != EHC_NO_SECTION && (sections & 1u << it->section) != 0;
}

static void
look_in(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *text, const struct ehc_house_line *line)
{
	const char *phrase = ehc_arena_cstr(c->arena, ehc_str_trim(line->node->text.str));
	const struct ehc_node *instead = ehc_node_field(line->node, EHC_L_INSTEAD);
	size_t at = 0, found;

	while ((found = ehc_str_find_word(ehc_str_sub(text->str, at, text->str.len), phrase)) != SIZE_MAX) {
		struct ehc_finding *f = ehc_flag_words(c, it, ehc_text_span(text, at + found, strlen(phrase)),
		    "The house rules of %.*s do not want \"%s\".", EHC_ARG(line->from), phrase);

		set_severity(c, f, line);
		if (instead != NULL)
			f->help = instead->text.str;
		at += found + strlen(phrase);
	}
}

/* HOUS-002. An item is read as it is printed: its words and its fields, but not its notes and acceptances. */
static void
phrase_unwanted(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; i < c->profile->lines.count; i++) {
		const struct ehc_house_line *line = &c->profile->lines.items[i];

		if (line->node->label != EHC_L_PHRASE || ehc_str_trim(line->node->text.str).len == 0 || !is_in_force(c, line))
			continue;
		for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
			if (!applies_to(line->node, it))
				continue;
			look_in(c, it, &it->node->text, line);
			for (const struct ehc_node *f = it->node->fields; f != NULL; f = f->next)
				if (f->kind == EHC_NODE_FIELD && f->label != EHC_L_NOTE && f->label != EHC_L_ACCEPT)
					look_in(c, it, &f->text, line);
		}
	}
}

/* ---- what the house may not do ---- */

/* HOUS-003: the line itself is found by PROF-004, when the profile is checked; here its readers are told. */
static void
refused(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_str *ids = EHC_NEW_ARRAY(c->arena, struct ehc_str, c->profile->settings.count), from = EHC_NOSTR, list;
	size_t n = 0;

	(void)self;
	for (size_t i = 0; i < c->profile->settings.count; i++) {
		const struct ehc_rule_setting *set = &c->profile->settings.items[i];

		if (!ehc_setting_is_barred(set->rule, set->severity) || !ehc_house_applies(set->since, ehc_check_day(c)))
			continue;
		ids[n++] = ehc_str_of(set->rule->id);
		from = set->from;
	}
	if (n == 0)
		return;
	list = ehc_list_words(c->arena, ids, n, 3);
	ehc_flag(c, NULL, ehc_plan_place(c->plan), "Profile %.*s lowers %.*s, which it may not; the plan was checked as if it did not.",
	    EHC_ARG(from), EHC_ARG(list));
}

#define ANY_PLAN (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE)

const struct ehc_rule ehc_rules_wanted[] = {
	{ .id = "HOUS-001", .title = "What the house always wants is there",
	  .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = field_wanted,
	  .why = "The house wants it in every plan, so that no child goes without it by chance.",
	  .fix = "Add the field that is named." },
	{ .id = "HOUS-002", .title = "Words that the house does not want",
	  .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = phrase_unwanted,
	  .why = "The house holds that these words leave open what the child is to get.",
	  .fix = "Write what the words stand for." },
	{ .id = "HOUS-003", .title = "The house does not lower what the law or safety asks for",
	  .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = ANY_PLAN, .source = "",
	  .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = refused,
	  .why = "What an Act or Regulations ask for, and safety, are owed to every child; whoever reads this report should know that it was asked.",
	  .fix = "Check the profile: `ehc check` on it names each such line.",
	  .legitimate = "Nothing in the plan is at fault." },
	EHC_NO_MORE_RULES
};
