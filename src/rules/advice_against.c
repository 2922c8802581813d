/*
 * advice_against.c - the plan beside its advice: what a recommendation became, both sides shown, and what the advice itself left
 * open kept apart. Nothing here says which of two amounts is right.
 */
#include "rules/passage.h"

enum { SHOWN = 150, MOST_SHOWN = 4 };

/* ---- both sides ---- */

static void
show_theirs(struct ehc_check *c, struct ehc_finding *f, const struct ehc_recommendation *r, struct ehc_str figure)
{
	struct ehc_str words = ehc_first_words(c->arena, r->given.item->text.str, SHOWN);

	if (r->given.item->how_much.text.str.len > 0)
		words = ehc_arena_printf(c->arena, "%.*s [%.*s]", EHC_ARG(words), EHC_ARG(r->given.amount_words));
	EHC_PUSH(c->arena, &f->beside, (struct ehc_beside){ r->report->name, r->line, words, figure });
}

static void
show_ours(struct ehc_check *c, struct ehc_finding *f, const struct ehc_given *g, struct ehc_str figure)
{
	struct ehc_str words = ehc_first_words(c->arena, g->item->text.str, SHOWN);

	if (g->item->how_much.text.str.len > 0)
		words = ehc_arena_printf(c->arena, "%.*s [%.*s]", EHC_ARG(words), EHC_ARG(g->amount_words));
	EHC_PUSH(c->arena, &f->beside, (struct ehc_beside){ EHC_NOSTR, ehc_source_place(c->plan->source, g->item->span.start).line, words, figure });
}

static void
show_both(struct ehc_check *c, struct ehc_finding *f, const struct ehc_matter *m)
{
	struct ehc_str theirs = ehc_yearly_words(c->arena, m->advised, m->in_hours), ours = ehc_yearly_words(c->arena, m->planned, m->in_hours);

	for (size_t i = 0; i < m->ntheirs && i < MOST_SHOWN; i++)
		show_theirs(c, f, m->theirs[i], m->ntheirs == 1 ? theirs : EHC_NOSTR);
	for (size_t i = 0; i < m->nours && i < MOST_SHOWN; i++)
		show_ours(c, f, m->ours[i], m->nours == 1 ? ours : EHC_NOSTR);
}

static struct ehc_str
called(struct ehc_check *c, const struct ehc_recommendation *r)
{
	return ehc_advice_called(c->arena, r->report, r->cited);
}

/* "Provision F1", "Provisions F1 and F2 together" */
static struct ehc_str
ours_called(struct ehc_check *c, const struct ehc_matter *m)
{
	struct ehc_str *ids = EHC_NEW_ARRAY(c->arena, struct ehc_str, m->nours);

	if (m->nours == 1)
		return ehc_item_Called(c->arena, m->ours[0]->item);
	for (size_t i = 0; i < m->nours; i++)
		ids[i] = ehc_str_of(m->ours[i]->item->id);
	return ehc_arena_printf(c->arena, "Provisions %.*s together", EHC_ARG(ehc_list_words(c->arena, ids, m->nours, 6)));
}

/* "K1 (speech and language therapy, 18 May 2026)"; "K1 (...) and K2 (...)" where two reports recommend it. */
static struct ehc_str
theirs_called(struct ehc_check *c, const struct ehc_matter *m)
{
	struct ehc_str *names = EHC_NEW_ARRAY(c->arena, struct ehc_str, m->ntheirs);
	size_t n = 0;

	for (size_t i = 0; i < m->ntheirs; i++) {
		bool said = false;

		for (size_t k = 0; k < i; k++)
			said = said || m->theirs[k]->report == m->theirs[i]->report;
		if (!said)
			names[n++] = called(c, m->theirs[i]);
	}
	return ehc_list_words(c->arena, names, n, 3);
}

/* Their exact words, so that they can be copied; nothing is put in that they do not hold. */
static void
suggest_words(struct ehc_check *c, struct ehc_finding *f, const struct ehc_matter *m, bool who)
{
	const struct ehc_recommendation *r = m->theirs[0];
	struct ehc_str words = who ? r->given.who_words : r->given.amount_words;

	if (m->ntheirs == 1 && words.len > 0)
		ehc_finding_suggest(c, f, "%.*s recommends \"%.*s\"", EHC_ARG(called(c, r)), EHC_ARG(words));
}

static bool
is_declined(const struct ehc_matter *m)
{
	for (size_t i = 0; i < m->ntheirs; i++)
		if (!m->theirs[i]->declined)
			return false;
	return true;
}

/* The matters that are diluted so, and that the plan does not decline. */
static const struct ehc_matter *
next_diluted(const struct ehc_check *c, size_t *at, unsigned how)
{
	while (c->against != NULL && *at < c->against->nmatters) {
		const struct ehc_matter *m = &c->against->matters[(*at)++];

		if ((m->diluted & how) && !is_declined(m))
			return m;
	}
	return NULL;
}

/* What became less of one recommendation is one defect to a person, whichever way it did. */
static struct ehc_finding *
finish(struct ehc_check *c, struct ehc_finding *f, const struct ehc_matter *m)
{
	f->cause = m;
	show_both(c, f, m);
	for (size_t i = 1; i < m->nours; i++)
		ehc_finding_relate(c->out, f, m->ours[i]->item->span, EHC_STR("is part of the same"));
	return f;
}

static struct ehc_finding *
flag(struct ehc_check *c, const struct ehc_matter *m, struct ehc_str message)
{
	const struct ehc_item *it = m->ours[0]->item;
	struct ehc_span words = it->how_much.text.str.len > 0 ? it->how_much.text.span : it->said != NULL ? ehc_said_opening(it) : it->span;

	return finish(c, ehc_flag_words(c, it, words, "%.*s", EHC_ARG(message)), m);
}

/* ---- what became less ---- */

/* ADV-017 */
static void
absent(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_matter *m;
	size_t at = 0;

	(void)self;
	while ((m = next_diluted(c, &at, EHC_DILUTED_ABSENT)) != NULL) {
		const struct ehc_recommendation *r = m->theirs[0];
		struct ehc_str figure = ehc_yearly_words(c->arena, m->advised, m->in_hours), name = called(c, r);
		struct ehc_finding *f;

		if (r->cited != NULL)
			f = ehc_flag(c, r->cited, r->cited->span, "No provision takes up what %.*s recommends as %s%s%.*s.", EHC_ARG(name), r->given.item->id,
			    figure.len > 0 ? ": " : "", EHC_ARG(figure));
		else
			f = ehc_flag_section(c, EHC_K, "No provision takes up what %.*s recommends as %s%s%.*s.", EHC_ARG(name), r->given.item->id,
			    figure.len > 0 ? ": " : "", EHC_ARG(figure));
		finish(c, f, m);
		suggest_words(c, f, m, false);
	}
}

/* QUANT-028 */
static void
fewer_hours(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_matter *m;
	size_t at = 0;

	(void)self;
	while ((m = next_diluted(c, &at, EHC_DILUTED_HOURS | EHC_DILUTED_DIRECT)) != NULL) {
		bool all = m->diluted & EHC_DILUTED_HOURS, one = m->nours == 1;
		struct ehc_str ours = ehc_yearly_words(c->arena, all ? m->planned : m->planned_part, m->in_hours);
		struct ehc_str theirs = ehc_yearly_words(c->arena, all ? m->advised : m->advised_part, m->in_hours);

		suggest_words(c, flag(c, m, ehc_arena_printf(c->arena, "%.*s come%s to %.*s%s; %.*s recommends %.*s.", EHC_ARG(ours_called(c, m)), one ? "s" : "",
		    EHC_ARG(ours), all ? "" : " with the child", EHC_ARG(theirs_called(c, m)), EHC_ARG(theirs))), m, false);
	}
}

/* ADV-008 */
static void
vaguer(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_matter *m;
	size_t at = 0;

	(void)self;
	while ((m = next_diluted(c, &at, EHC_DILUTED_VAGUER)) != NULL) {
		struct ehc_str what = ehc_given_words(c->arena, m->lost), ours = m->nours == 1 ? ehc_item_Called(c->arena, m->ours[0]->item) : ours_called(c, m);

		suggest_words(c, flag(c, m, ehc_arena_printf(c->arena, "%.*s do%s not say %.*s, and %.*s does.", EHC_ARG(ours), m->nours == 1 ? "es" : "", EHC_ARG(what),
		    EHC_ARG(theirs_called(c, m)))), m, m->lost == EHC_GIVES_WHO);
	}
}

static enum ehc_expertise
highest(const struct ehc_matter *m, bool ours)
{
	enum ehc_expertise most = EHC_BY_NOBODY_NAMED;

	for (size_t i = 0; i < (ours ? m->nours : m->ntheirs); i++) {
		enum ehc_expertise by = ours ? m->ours[i]->by : m->theirs[i]->given.by;

		most = by > most ? by : most;
	}
	return most;
}

/* ADV-018 */
static void
lower_expertise(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const by[] = { "nobody who is named", "anyone", "an assistant", "an assistant with training or supervision", "another post", "a teacher", "a specialist" };
	const struct ehc_matter *m;
	size_t at = 0;

	(void)self;
	while ((m = next_diluted(c, &at, EHC_DILUTED_EXPERTISE)) != NULL) {
		enum ehc_expertise ours = highest(m, true), theirs = highest(m, false);
		struct ehc_str name = theirs_called(c, m), what = ours_called(c, m);
		struct ehc_str less = ehc_arena_printf(c->arena, "%.*s %s given by %s; %.*s recommends %s.", EHC_ARG(what), m->nours == 1 ? "is" : "are", by[ours], EHC_ARG(name), by[theirs]);

		if (ours >= theirs)
			less = ehc_arena_printf(c->arena, "Of %.*s %.*s are by %s; %.*s recommends %.*s by %s.", EHC_ARG(what),
			    EHC_ARG(ehc_yearly_words(c->arena, m->planned_part, true)), by[theirs], EHC_ARG(name), EHC_ARG(ehc_yearly_words(c->arena, m->advised_part, true)), by[theirs]);
		suggest_words(c, flag(c, m, less), m, true);
	}
}

/* ADV-019 */
static void
larger_group(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_matter *m;
	size_t at = 0;

	(void)self;
	while ((m = next_diluted(c, &at, EHC_DILUTED_GROUP)) != NULL)
		suggest_words(c, flag(c, m, ehc_arena_printf(c->arena, "%.*s %s given in a larger group, or with fewer adults, than %.*s recommends.", EHC_ARG(ours_called(c, m)),
		    m->nours == 1 ? "is" : "are", EHC_ARG(theirs_called(c, m)))), m, false);
}

/* LINK-018 */
static void
need_left_out(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; c->against != NULL && i < c->against->unmet.count; i++) {
		const struct ehc_unmet *u = &c->against->unmet.items[i];
		struct ehc_str name = ehc_advice_called(c->arena, u->report, u->cited);
		struct ehc_finding *f = u->cited != NULL ? ehc_flag(c, u->cited, u->cited->span, "No need in sections B, C and D speaks of %s of %.*s.", u->need->id, EHC_ARG(name)) :
		    ehc_flag_section(c, EHC_B, "No need in sections B, C and D speaks of %s of %.*s.", u->need->id, EHC_ARG(name));

		EHC_PUSH(c->arena, &f->beside, (struct ehc_beside){ u->report->name, u->line, ehc_first_words(c->arena, u->need->text.str, SHOWN), EHC_NOSTR });
	}
}

/* ---- what is not the plan's writer's ---- */

/* Reports with recommendations that leave something open: one finding for each, with what is open. */
static void
flag_author(struct ehc_check *c, const struct ehc_advice_report *report)
{
	const struct ehc_comparison *all = c->against;
	struct ehc_str *ids = EHC_NEW_ARRAY(c->arena, struct ehc_str, all->nrecommendations), name, list;
	const struct ehc_recommendation *first = NULL;
	unsigned open = 0;
	size_t n = 0, of = 0;
	struct ehc_finding *f;

	for (size_t i = 0; i < all->nrecommendations; i++) {
		const struct ehc_recommendation *r = &all->recommendations[i];

		if (r->report != report)
			continue;
		of++;
		if (r->vague == 0)
			continue;
		first = first == NULL ? r : first;
		ids[n++] = ehc_str_of(r->given.item->id);
		open |= r->vague;
	}
	if (n == 0)
		return;
	name = called(c, first);
	list = ehc_list_words(c->arena, ids, n, 6);
	f = ehc_flag(c, first->cited, first->cited != NULL ? first->cited->span : ehc_plan_place(c->plan), "%zu of %zu recommendation%s in %.*s (%.*s) leave%s open %.*s: that is for \"%.*s\" to say.",
	    n, of, of == 1 ? "" : "s", EHC_ARG(name), EHC_ARG(list), n == 1 ? "s" : "", EHC_ARG(ehc_given_words(c->arena, open)), EHC_ARG(ehc_advice_author(report)));
	for (size_t i = 0, shown = 0; i < all->nrecommendations && shown < MOST_SHOWN; i++)
		if (all->recommendations[i].report == report && all->recommendations[i].vague != 0) {
			show_theirs(c, f, &all->recommendations[i], EHC_NOSTR);
			shown++;
		}
}

/* ADV-009 */
static void
vague_in_the_advice(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_advice_report *before = NULL;

	(void)self;
	for (size_t i = 0; c->against != NULL && i < c->against->nrecommendations; i++) {
		if (c->against->recommendations[i].report != before)
			flag_author(c, c->against->recommendations[i].report);
		before = c->against->recommendations[i].report;
	}
}

/* ADV-007: the advice gives no amount and the plan does, so its figure comes from elsewhere. */
static void
figure_from_elsewhere(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; c->against != NULL && i < c->against->nmatters; i++) {
		const struct ehc_matter *m = &c->against->matters[i];
		bool given = false;

		for (size_t k = 0; k < m->ntheirs; k++)
			given = given || m->theirs[k]->given.ndoses > 0 || (m->theirs[k]->given.slots & EHC_GIVES_AMOUNT);
		if (given || m->nours == 0 || m->ours[0]->ndoses == 0)
			continue;
		flag(c, m, ehc_arena_printf(c->arena, "%.*s say%s how much; %.*s does not, so the figure comes from somebody else.", EHC_ARG(ours_called(c, m)), m->nours == 1 ? "s" : "",
		    EHC_ARG(theirs_called(c, m))));
	}
}

/* ADV-020 */
static void
not_accepted(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t i = 0; c->against != NULL && i < c->against->nrecommendations; i++) {
		const struct ehc_recommendation *r = &c->against->recommendations[i];
		struct ehc_finding *f;

		if (!r->declined)
			continue;
		f = ehc_flag_words(c, r->cited, r->declined_at->text.span, r->because.len > 0 ? "The plan does not take over %s of %.*s, and says why." :
		    "The plan does not take over %s of %.*s, and does not say why.", r->given.item->id, EHC_ARG(called(c, r)));
		f->severity = r->because.len > 0 ? EHC_NOTE : EHC_WARNING;
		show_theirs(c, f, r, EHC_NOSTR);
	}
}

/* `not accepted:` of a report that is here, by an id that no recommendation in it has. */
static bool
names_a_recommendation(const struct ehc_comparison *all, const struct ehc_node *field)
{
	for (size_t i = 0; i < all->nrecommendations; i++)
		if (all->recommendations[i].declined_at == field)
			return true;
	return false;
}

static bool
is_compared(const struct ehc_comparison *all, const struct ehc_item *k)
{
	for (size_t i = 0; i < all->nrecommendations; i++)
		if (all->recommendations[i].cited == k)
			return true;
	return false;
}

/* ADV-021 */
static void
cannot_compare(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_comparison *all = c->against;
	const struct ehc_item *k;

	(void)self;
	if (all == NULL)
		return;
	for (size_t i = 0; i < all->missing.count; i++) {
		const struct ehc_missing_report *m = &all->missing.items[i];
		struct ehc_value file = ehc_item_value(m->advice, EHC_L_FILE);

		ehc_flag_words(c, m->advice, file.text.span, "The file of advice %s %.*s.", m->advice->id, EHC_ARG(m->why));
	}
	for (size_t i = 0; i < all->unread.count; i++) {
		const struct ehc_unread *u = &all->unread.items[i];
		struct ehc_finding *f = ehc_flag_section(c, EHC_K, u->why == EHC_OTHER_CHILD ? "A report beside the plan is about another child: it was not compared." :
		    "A report beside the plan recommends nothing as `provision`: there is nothing to compare.");

		EHC_PUSH(c->arena, &f->beside, (struct ehc_beside){ u->report->name, 1, u->report->plan->reference, EHC_NOSTR });
	}
	if (all->recommendations_left > 0)
		ehc_flag_section(c, EHC_K, "Only the first %zu recommendations of the advice were compared with the plan; %zu more were not.", all->nrecommendations, all->recommendations_left);
	if (all->provisions_left > 0)
		ehc_flag_section(c, EHC_K, "Only the first %zu provisions of the plan were compared with the advice; %zu more were not.", all->nprovisions, all->provisions_left);
	for (EHC_EACH_ITEM(k, c->plan, EHC_ITEM_ADVICE))
		for (const struct ehc_node *n = ehc_node_field(k->node, EHC_L_NOT_ACCEPTED); n != NULL && is_compared(all, k); n = ehc_node_next_field(n))
			if (!names_a_recommendation(all, n))
				ehc_flag_words(c, k, n->text.span, "`not accepted:` names no recommendation of the report %s.", k->id);
}

#define AGAINST(sev, cls, fn) .severity = sev, .class_ = cls, .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = fn
#define ON_PURPOSE "It was agreed to differ: say so with `not accepted:` in section K and why, or accept the finding with a reason, a role and a date."

const struct ehc_rule ehc_rules_advice_against[] = {
	{ .id = "ADV-007", .title = "A figure that the advice does not give says where it comes from", AGAINST(EHC_NOTE, EHC_WORDING, figure_from_elsewhere),
	  .why = "Whoever reads the advice will look for the figure there.", .fix = "Say who decided the amount, and when.", .legitimate = "The author was asked, and said it since." },
	{ .id = "ADV-008", .title = "What the advice says exactly, the plan says exactly", AGAINST(EHC_WARNING, EHC_WORDING, vaguer),
	  .why = "The professional knew how much and by whom; the child's plan no longer does.", .fix = "Take over what the advice says.", .legitimate = ON_PURPOSE },
	{ .id = "ADV-009", .title = "What the advice leaves open is asked of its author", AGAINST(EHC_NOTE, EHC_WORDING, vague_in_the_advice),
	  .why = "The plan's writer cannot know what the professional did not say.", .fix = "Ask the author, with the words that are open, before the plan is final." },
	{ .id = "ADV-017", .title = "What is recommended is in the plan, or the plan says why not", AGAINST(EHC_WARNING, EHC_COMPLETENESS, absent),
	  .why = "Nobody decides against help that is simply left out, and nobody can ask why.", .fix = "Write the provision, or say in section K with `not accepted:` why it is not taken over.",
	  .legitimate = ON_PURPOSE },
	{ .id = "ADV-018", .title = "Provision is given by whom the advice names", AGAINST(EHC_WARNING, EHC_WORDING, lower_expertise),
	  .why = "The same minutes from somebody who was not trained for it are other help.", .fix = "Name the role that the advice names, with its qualification.", .legitimate = ON_PURPOSE },
	{ .id = "ADV-019", .title = "The group is as small as advised", AGAINST(EHC_WARNING, EHC_WORDING, larger_group),
	  .why = "In a larger group each child has less of the adult.", .fix = "Take over the group or the ratio of the advice.", .legitimate = ON_PURPOSE },
	{ .id = "ADV-020", .title = "Advice that is not taken over has a reason", AGAINST(EHC_WARNING, EHC_COMPLETENESS, not_accepted),
	  .why = "The family and the professional are owed the reason, and a panel will ask for it.", .fix = "Add the reason: `not accepted: F2 because <reason>; <role>, <date>`." },
	{ .id = "ADV-021", .title = "Advice beside the plan can be compared with it", AGAINST(EHC_WARNING, EHC_COMPLETENESS, cannot_compare),
	  .why = "A plan that was compared with nothing looks as clean as one that holds everything.", .fix = "Give the report as an advice document of this child, below the plan's folder." },
	EHC_NO_MORE_RULES
};

const struct ehc_rule ehc_rules_advice_needs[] = {
	{ .id = "LINK-018", .title = "Every need that the advice states is in the plan", AGAINST(EHC_WARNING, EHC_COMPLETENESS, need_left_out),
	  .why = "Provision follows needs: a need that is left out has none.", .fix = "Write the need in section B, C or D.", .legitimate = "It is no longer so, or it is said in other words." },
	EHC_NO_MORE_RULES
};

const struct ehc_rule ehc_rules_advice_amounts[] = {
	{ .id = "QUANT-028", .title = "The plan gives as much as the advice recommends", AGAINST(EHC_WARNING, EHC_WORDING, fewer_hours),
	  .why = "The difference adds up over a year, and nobody has said that the child needs less.", .fix = "Take over the amount of the advice.", .legitimate = ON_PURPOSE },
	EHC_NO_MORE_RULES
};
