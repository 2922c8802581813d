/*
 * against.c - the plan beside its advice: each recommendation, the provision that takes it up, the hours of a year on both sides
 * and what became of it. What the advice left open is said apart, because it is its author's.
 */
#include "qa/qa.h"

enum { SHOWN = 140 };

static const struct { unsigned bit; const char *words; } outcomes[] = {
	{ EHC_DILUTED_ABSENT, "not in the plan" },
	{ EHC_DILUTED_HOURS, "less" },
	{ EHC_DILUTED_DIRECT, "less time with the child" },
	{ EHC_DILUTED_EXPERTISE, "somebody less qualified" },
	{ EHC_DILUTED_GROUP, "a larger group, or fewer adults" },
};

static void
put_figure(struct qa *q, struct ehc_ratio amount, bool in_hours)
{
	struct ehc_str words = ehc_yearly_words(q->arena, amount, in_hours);

	if (words.len > 0)
		qa_text(q, words);
	else
		qa_put(q, "<span class=\"light\">not known</span>");
}

/* "less time with the child: 19 hours a year, advised 38 hours a year", where the whole may be the same on both sides. */
static void
put_direct(struct qa *q, const struct ehc_matter *m)
{
	struct ehc_str advised = ehc_yearly_words(q->arena, m->advised_part, true), planned = ehc_yearly_words(q->arena, m->planned_part, true);

	if (advised.len == 0)
		return;
	qa_put(q, ": ");
	qa_text(q, planned.len > 0 ? planned : EHC_STR("none that counts"));
	qa_put(q, ", advised ");
	qa_text(q, advised);
}

static void
put_verdict(struct qa *q, const struct ehc_matter *m, const struct ehc_recommendation *r)
{
	size_t n = 0;

	if (r->declined) {
		qa_put(q, "not taken over: ");
		qa_text(q, r->because.len > 0 ? r->because : EHC_STR("no reason given"));
		return;
	}
	for (size_t i = 0; i < EHC_COUNT(outcomes); i++)
		if (m->diluted & outcomes[i].bit) {
			qa_put(q, n++ > 0 ? "; " : "");
			qa_words(q, outcomes[i].words);
			if (outcomes[i].bit == EHC_DILUTED_DIRECT)
				put_direct(q, m);
		}
	if (m->lost != 0) {
		qa_put(q, n++ > 0 ? "; the plan does not say " : "the plan does not say ");
		qa_text(q, ehc_given_words(q->arena, m->lost));
	}
	if (n == 0)
		qa_put(q, "taken up");
	if (r->vague != 0) {
		qa_put(q, ". <span class=\"light\">Its author left open ");
		qa_text(q, ehc_given_words(q->arena, r->vague));
		qa_put(q, "</span>");
	}
}

static void
put_row(struct qa *q, struct qa_table *t, const struct ehc_comparison *c, const struct ehc_recommendation *r)
{
	const struct ehc_matter *m = &c->matters[r->matter];

	qa_row(q, t);
	qa_cell(q, t);
	qa_text(q, ehc_advice_called(q->arena, r->report, r->cited));
	qa_printf(q, ", its %s", r->given.item->id);
	qa_cell(q, t);
	qa_short(q, r->given.item->text.str, SHOWN);
	qa_cell(q, t);
	for (size_t i = 0; i < m->nours; i++) {
		qa_put(q, i > 0 ? ", " : "");
		qa_item_link(q, m->ours[i]->item);
	}
	if (m->nours == 0)
		qa_put(q, "<span class=\"light\">none</span>");
	qa_cell(q, t);
	put_figure(q, m->advised, m->in_hours);
	qa_cell(q, t);
	put_figure(q, m->planned, m->in_hours);
	qa_cell(q, t);
	put_verdict(q, m, r);
	qa_end_row(q, t);
}

void
qa_put_against(struct qa *q)
{
	static const char *const heads[] = { "Advice", "It recommends", "Provision", "Advised", "In the plan", "What became of it" };
	const struct ehc_comparison *c = q->r->against;
	struct qa_table t;

	if (c == NULL || c->nrecommendations == 0)
		return;
	qa_section(q, "against", "Against the advice");
	qa_put(q, "<p>Recommendations and provision are matched by what they say. Where several were merged or split, the figures are of all of them "
	    "together. Nothing here says which of two amounts is right.</p>\n");
	qa_table(q, &t, "Recommendations and what became of them", heads, EHC_COUNT(heads));
	for (size_t i = 0; i < c->nrecommendations; i++)
		put_row(q, &t, c, &c->recommendations[i]);
	qa_end_table(q);
	qa_end_section(q);
}
