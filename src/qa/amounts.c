/*
 * amounts.c - the table of provision: what was written, how it was understood, hours a year, what is missing. Hours are
 * worked out for the panel; the plan itself never shows them, and no figure is judged.
 */
#include "qa/qa.h"

#include "ehc/prose.h"

static const struct { unsigned bit; const char *words; } oddities[] = {
	{ EHC_MISSING_FLOOR, "a least amount" },
	{ EHC_MISSING_UNIT, "what is counted" },
	{ EHC_AMOUNT_AMBIGUOUS, "can be read in two ways" },
	{ EHC_AMOUNT_FULL_TIME, "full time: how many hours?" },
	{ EHC_AMOUNT_APPROXIMATE, "only about" },
};

static void
put_part(struct qa *q, size_t *n, bool missing, const char *words)
{
	if (!missing)
		return;
	qa_put(q, (*n)++ == 0 ? "" : "; ");
	qa_words(q, words);
}

/*
 * What neither field nor sentence says. Who and how much are asked of every provision here; whether this one needs them
 * is the findings' matter.
 */
static void
put_missing(struct qa *q, const struct ehc_item *it)
{
	/* Provision without a word of its own may say it all in its fields. */
	const struct ehc_said *said = it->said != NULL ? it->said : ehc_said_of(q->arena, q->plan, it);
	bool act = said->definite || said->equipment, none = !said->length && !said->frequency;
	size_t n = 0;

	put_part(q, &n, !said->role, "who");
	put_part(q, &n, none && !act, "any amount");
	put_part(q, &n, none && act, "an amount, but the act is definite");
	put_part(q, &n, !none && !said->length, "how long each time");
	put_part(q, &n, !none && !said->frequency, "how often");
	put_part(q, &n, !none && !said->weeks, "for how many weeks");
	put_part(q, &n, !none && !said->group, "alone or in a group of how many");
	for (size_t i = 0; it->amount != NULL && i < EHC_COUNT(oddities); i++)
		put_part(q, &n, (it->amount->year.missing & oddities[i].bit) != 0, oddities[i].words);
	if (n == 0)
		qa_put(q, "<span class=\"light\">nothing</span>");
}

static void
put_hours(struct qa *q, const struct ehc_amount *m)
{
	if (m == NULL || !ehc_ratio_known(m->year.hours)) {
		qa_put(q, "<span class=\"light\">not known</span>");
		return;
	}
	ehc_buf_ratio(q->out, m->year.hours);
	if (ehc_ratio_known(m->year.hours_high) && ehc_ratio_cmp(m->year.hours, m->year.hours_high) != 0) {
		qa_put(q, " to ");
		ehc_buf_ratio(q->out, m->year.hours_high);
	}
	if (m->year.assumed)
		qa_put(q, " <span class=\"light\">weeks assumed</span>");
}

/* What the writer wrote, in the field or, where there is none, in the sentence. */
static void
put_written(struct qa *q, const struct ehc_item *it)
{
	struct ehc_buf said = { NULL, 0, 0 };

	if (it->how_much.text.str.len > 0)
		qa_text(q, it->how_much.text.str);
	if (it->how_much.text.str.len > 0 && it->how_often.text.str.len > 0)
		qa_put(q, "; ");
	if (it->how_often.text.str.len > 0)
		qa_text(q, it->how_often.text.str);
	if (it->amount == NULL)
		return;
	ehc_amount_say(it->amount, &said);
	if (said.len > 0) {
		qa_put(q, "<span class=\"understood\">understood: ");
		qa_text(q, ehc_buf_text(&said));
		qa_put(q, "</span>");
	}
	ehc_buf_free(&said);
}

static bool
is_provision(const struct ehc_item *it)
{
	return it->kind == EHC_ITEM_PROVISION;
}

struct sum { size_t items, known; struct ehc_ratio low, high; bool assumed; };

static void
add_up(struct sum *sum, const struct ehc_item *it)
{
	const struct ehc_yearly *y = it->amount != NULL ? &it->amount->year : NULL;

	sum->items++;
	if (y == NULL || !ehc_ratio_known(y->hours))
		return;
	sum->known++;
	sum->low = ehc_ratio_add(sum->low, y->hours);
	sum->high = ehc_ratio_add(sum->high, ehc_ratio_known(y->hours_high) ? y->hours_high : y->hours);
	sum->assumed = sum->assumed || y->assumed;
}

static void
put_sum(struct qa *q, enum ehc_section s, const struct sum *sum)
{
	qa_printf(q, "<li>Section %s: hours a year are known for %zu of %zu; together ", ehc_section_name(s),
	    sum->known, sum->items);
	ehc_buf_ratio(q->out, sum->low);
	if (ehc_ratio_known(sum->low) && ehc_ratio_known(sum->high) && ehc_ratio_cmp(sum->low, sum->high) != 0) {
		qa_put(q, " to ");
		ehc_buf_ratio(q->out, sum->high);
	}
	qa_printf(q, " hours%s.</li>\n", sum->assumed ? ", where weeks were assumed" : "");
}

static void
put_sums(struct qa *q)
{
	static const enum ehc_section sections[] = { EHC_F, EHC_G, EHC_H1, EHC_H2 };

	qa_put(q, "<ul>\n");
	for (size_t i = 0; i < EHC_COUNT(sections); i++) {
		struct sum sum = { .low = { 0, 1 }, .high = { 0, 1 } };

		for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next)
			if (is_provision(it) && it->section == sections[i])
				add_up(&sum, it);
		if (sum.items > 0)
			put_sum(q, sections[i], &sum);
	}
	qa_put(q, "</ul>\n");
}

static void
put_row(struct qa *q, struct qa_table *t, const struct ehc_item *it)
{
	qa_row(q, t);
	qa_cell(q, t);
	qa_item_name(q, it);
	qa_cell(q, t);
	qa_short(q, it->text.str, 160);
	qa_cell(q, t);
	qa_text(q, it->who.role.len > 0 ? it->who.role : it->who.value.text.str);
	qa_cell(q, t);
	put_written(q, it);
	qa_cell(q, t);
	put_hours(q, it->amount);
	qa_cell(q, t);
	put_missing(q, it);
	qa_end_row(q, t);
}

void
qa_put_amounts(struct qa *q)
{
	static const char *const heads[] = { "Item", "Provision", "Who", "Amount as written", "Hours a year", "Missing" };
	struct qa_table t;

	qa_section(q, "amounts", "Provision and hours");
	if (q->plan->kinds[EHC_ITEM_PROVISION].count == 0) {
		qa_put(q, "<p>The plan holds no provision.</p>\n");
		qa_end_section(q);
		return;
	}
	qa_put(q, "<p>Hours a year are worked out from the words. Where the plan does not say for how many weeks, the "
	    "calendar in force fills "
	    "them in and the figure is marked. Hours do not say whether the amount is enough.</p>\n");
	put_sums(q);
	qa_table(q, &t, "Every provision, its amount, and what is missing", heads, EHC_COUNT(heads));
	for (int s = EHC_NO_SECTION; s < EHC_SECTION_COUNT; s++)
		for (const struct ehc_item *it = q->plan->first_item; it != NULL; it = it->next)
			if (is_provision(it) && (int)it->section == s)
				put_row(q, &t, it);
	qa_end_table(q);
	qa_end_section(q);
}
