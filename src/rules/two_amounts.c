/*
 * two_amounts.c - QUANT-031: an item whose sentence and whose field say two things.
 */
#include "rules/rules.h"
#include "rules/wording.h"

/* A length that is one session's, not a whole period's, and no range. */
static bool
is_plain_length(const struct ehc_dose *d)
{
	return ehc_ratio_known(d->length.low) && d->length.bound == EHC_EXACT && !d->total && !ehc_ratio_known(d->count.low);
}

static bool
differs(struct ehc_ratio a, struct ehc_ratio b)
{
	return ehc_ratio_known(a) && ehc_ratio_known(b) && ehc_ratio_cmp(a, b) != 0;
}

/* Every length in the sentence is another than the field's: none of them can be the one that is meant. */
static const struct ehc_dose *
other_length(const struct ehc_amount *sentence, const struct ehc_dose *field)
{
	const struct ehc_dose *other = NULL;

	for (size_t i = 0; i < sentence->ndoses; i++) {
		const struct ehc_dose *d = &sentence->doses[i];

		if (!is_plain_length(d))
			continue;
		if (!differs(d->length.low, field->length.low))
			return NULL;
		other = other == NULL ? d : other;
	}
	return other;
}

static bool
has_plain_field(const struct ehc_item *it)
{
	return !it->has_placeholder && it->said != NULL && it->how_much.text.str.len > 0 && it->amount != NULL && it->amount->ndoses == 1 && is_plain_length(&it->amount->doses[0]);
}

/* "a minute more each week" is a change of the length, not the length. */
static bool
is_a_change(struct ehc_str words)
{
	static const char *const changes[] = { "more", "less", "longer", "shorter", "another", "extra" };

	return ehc_has_word(words, changes, EHC_COUNT(changes));
}

/* "The lesson lasts 30 minutes." */
static struct ehc_span
other_lasting(const struct ehc_item *it, struct ehc_arena *a, const struct ehc_calendar *calendar)
{
	static const char *const verbs[] = { "lasts ", "lasting " };
	struct ehc_str s = it->text.str;

	for (size_t i = 0; i < EHC_COUNT(verbs); i++) {
		size_t at = ehc_str_find_nocase(s, verbs[i]), used;
		const struct ehc_amount *m;

		if (at == SIZE_MAX)
			continue;
		at += ehc_str_of(verbs[i]).len;
		m = ehc_amount_island(a, ehc_str_sub(s, at, s.len), (uint32_t)at, calendar, &used);
		if (m != NULL && m->ndoses == 1 && other_length(m, &it->amount->doses[0]) != NULL)
			return ehc_text_span(&it->text, at, used);
	}
	return EHC_NOSPAN;
}

static void
disagree(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_dose *d;
		struct ehc_span span = EHC_NOSPAN;

		if (!has_plain_field(it))
			continue;
		d = it->sentence != NULL && it->sentence->ndoses == 1 ? other_length(it->sentence, &it->amount->doses[0]) : NULL;
		if (d != NULL && !is_a_change(ehc_source_slice(c->plan->source, d->span)))
			span = d->span;
		if (span.end == span.start)
			span = other_lasting(it, c->arena, &c->profile->school);
		if (span.end > span.start)
			ehc_finding_relate(c->out, ehc_flag_words(c, it, span, "The sentence and `how much:` give two lengths."), it->how_much.text.span, EHC_STR("the field says this"));
	}
}

const struct ehc_rule ehc_rules_two_amounts[] = {
	{ .id = "QUANT-031", .title = "The sentence and its field agree", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN, .run = disagree,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "Of two amounts the child can count only on the smaller.", .fix = "Correct the one that is wrong" },
	EHC_NO_MORE_RULES
};
