/*
 * form_ehc.c - the form for the annual review of an EHC plan, in the order in which a meeting goes: who is asked, what child and family
 * say, what is different, how far the outcomes have come, what was given, what changes.
 */
#include "form.h"

#include "rules/timeline.h"

/* ---- who is asked ---- */

/* A row for somebody: their name for the questions, and the cell in which the plan's words may follow. */
static struct ehc_cell *
put_asked(struct form *f, struct ehc_block *table, struct ehc_str who, struct ehc_str anchor)
{
	struct ehc_table_row *r = ehc_block_row(f->d, table, anchor);

	for (size_t i = 1; i < table->ncolumns; i++)
		ehc_cell_answer(f->d, &r->cells[i], layout_printf(f->l, "%.*s: %.*s", EHC_ARG(table->columns[i].heading), EHC_ARG(who)), 1);
	return &r->cells[0];
}

static struct ehc_block *
put_somebody(struct form *f, struct ehc_block *table, const char *who, const struct ehc_value *more)
{
	struct ehc_block *p = ehc_cell_paragraph(f->d, put_asked(f, table, ehc_str_of(who), EHC_NOSTR), ehc_str_of(who));

	if (more != NULL && more->text.str.len > 0) {
		ehc_run_words(f->d, p, EHC_STR(": "));
		layout_text(f->l, p, &more->text, 0, more->text.str.len, NULL);
	}
	return p;
}

/* "K1 Speech and language therapy: Therapist, Example Community Health" */
static void
put_adviser(struct form *f, struct ehc_block *table, const struct ehc_item *it)
{
	struct ehc_str words = layout_flat(f->l, it->text.str);
	struct ehc_cell *cell = put_asked(f, table, layout_printf(f->l, "%.*s %.*s", EHC_ARG(layout_id(it)), EHC_ARG(words)), layout_anchor(it));
	struct ehc_block *p = ehc_cell_paragraph(f->d, cell, EHC_NOSTR);

	ehc_run_slice(f->d, p, f->plan->source, layout_id(it));
	ehc_run_words(f->d, p, EHC_STR(" "));
	layout_text(f->l, p, &it->text, 0, it->text.str.len, it);
	if (it->author.text.str.len > 0) {
		ehc_run_words(f->d, p, EHC_STR(": "));
		layout_text(f->l, p, &it->author.text, 0, it->author.text.str.len, it);
	}
}

#define MOST_ROLES 200                  /* more are one row: no meeting is as large as that */

/* Each role that gives provision once, with the numbers of what it gives. */
static void
put_providers(struct form *f, struct ehc_block *table)
{
	struct { struct ehc_str role; struct ehc_block *p; } roles[MOST_ROLES];
	size_t n = 0;
	bool others = false;
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str role = layout_flat(f->l, it->who.role);
		size_t i = 0;

		if (role.len == 0)
			continue;
		while (i < n && !ehc_str_eq_nocase(roles[i].role, role))
			i++;
		if (i == MOST_ROLES) {
			others = true;
			continue;
		}
		if (i == n) {
			roles[n].role = role;
			roles[n].p = ehc_cell_paragraph(f->d, put_asked(f, table, role, EHC_NOSTR), EHC_NOSTR);
			layout_capital(f->l, roles[n++].p, it->who.role);
			ehc_run_words(f->d, roles[i].p, EHC_STR(", for "));
		} else {
			ehc_run_words(f->d, roles[i].p, EHC_STR(", "));
		}
		ehc_run_slice(f->d, roles[i].p, f->plan->source, layout_id(it))->target = ehc_str_of(it->id);
	}
	if (others)
		put_somebody(f, table, "Others whom the plan names for its provision", NULL);
}

static void
put_who(struct form *f)
{
	const struct ehc_plan *p = f->plan;
	const struct ehc_column columns[] = { { EHC_STR("Who"), 43 }, { EHC_STR("Invited on"), 19 }, { EHC_STR("Advice asked for on"), 19 },
	    { EHC_STR("Advice came on"), 19 } };
	struct ehc_block *part = form_part(f, "invited", "Who is invited, and whose advice is asked"), *table;
	const struct ehc_item *it;

	form_say(f, part, "Invitations and advice go to everybody at least two weeks before the meeting. Those who cannot come can send their words. Ask child and family first "
	    "which day, which place and which helper suit them.");
	table = ehc_block_table(f->d, part, EHC_STR("Who is invited"), columns, EHC_COUNT(columns));
	table->named = true;
	put_somebody(f, table, "The child or young person", NULL);
	put_somebody(f, table, "Parents or carers", f->l->hidden[EHC_L_PARENTS] ? NULL : &p->child.parents);
	put_somebody(f, table, "School or setting", f->l->hidden[EHC_L_SETTING] ? NULL : &p->child.setting);
	put_somebody(f, table, "The council", &p->authority);
	put_somebody(f, table, "Somebody for health", &p->icb);
	put_somebody(f, table, "Somebody for social care", NULL);
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE))
		put_adviser(f, table, it);
	put_providers(f, table);
	form_ask(f, part, "Who else, and who could not come or send advice", 2);
}

/* ---- what child and family say ---- */

static void
put_voices(struct form *f)
{
	static const char *const still[] = { "yes", "it is different now", "not asked yet", NULL };
	static layout_labels aspiration = { EHC_L_VOICE, EHC_L_NONE };
	struct ehc_block *part = form_part(f, "voices", "What the child or young person says");
	const struct ehc_item *it;

	form_say(f, part, "Ask in the way that suits them, before the meeting and with somebody they trust. Write down their own words, drawings or signs, not ours.");
	form_texts(f, part, EHC_L_COMMUNICATION);
	form_texts(f, part, EHC_L_CHILD_VIEWS);
	form_texts(f, part, EHC_L_YP_VIEWS);
	form_ask(f, part, "What has been good this year?", 3);
	form_ask(f, part, "What has been hard, or made you cross or sad?", 3);
	form_ask(f, part, "What helps you? What does not help?", 3);
	form_ask(f, part, "What would you like to be different?", 3);
	form_ask(f, part, "How they were asked, by whom and when; who helped them to come or to send their words", 2);
	part = form_part(f, "family", "What the family says");
	form_texts(f, part, EHC_L_PARENT_VIEWS);
	form_ask(f, part, "What has gone well, at home and at school?", 3);
	form_ask(f, part, "What worries you? What has changed at home?", 3);
	form_ask(f, part, "What should be different next year?", 3);
	if (f->plan->kinds[EHC_ITEM_ASPIRATION].count == 0)
		return;
	part = form_part(f, "hopes", "Hopes for the future");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_ASPIRATION)) {
		struct ehc_block *entry = form_entry(f, part, "Aspiration", it, aspiration);

		form_choose(f, entry, "Is this still the hope?", still);
		form_ask(f, entry, "In their own words now", 2);
	}
}

/* ---- needs ---- */

static void
put_needs(struct form *f)
{
	static layout_labels order = { EHC_L_NONE };
	struct ehc_block *part;
	const struct ehc_item *it;

	if (f->plan->kinds[EHC_ITEM_NEED].count == 0)
		return;
	part = form_part(f, "needs", "Needs: what is different");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_NEED)) {
		struct ehc_block *entry = form_entry(f, part, "Need", it, order);

		form_choose(f, entry, "This need is", form_as_it_was);
		form_ask(f, entry, "What is different, and who says so", 2);
	}
	form_ask(f, part, "Needs that are new, and the advice that describes them", 3);
}

/* ---- outcomes ---- */

static const char *const reached[] = { "yes", "partly", "no", NULL };

/* Each step of the plan's own with room beside it. */
static void
put_steps(struct form *f, struct ehc_block *entry, const struct ehc_item *it)
{
	const struct ehc_column columns[] = { { EHC_STR("Step on the way"), 48 }, { EHC_STR("Reached?"), 18 }, { EHC_STR("When, and how it showed"), 34 } };
	struct ehc_block *table = NULL;
	int n = 0;

	for (const struct ehc_node *s = ehc_node_field(it->node, EHC_L_OUTCOME_STEP); s != NULL; s = ehc_node_next_field(s)) {
		struct ehc_table_row *r;

		if (table == NULL)
			table = ehc_block_table(f->d, entry, layout_printf(f->l, "Steps towards outcome %.*s", EHC_ARG(layout_id(it))), columns, EHC_COUNT(columns));
		table->named = true;
		r = ehc_block_row(f->d, table, EHC_NOSTR);
		layout_prose(f->l, &r->cells[0], &s->text, it, 0);
		ehc_cell_choice(f->d, &r->cells[1], layout_printf(f->l, "Step %d towards outcome %.*s: reached?", ++n, EHC_ARG(layout_id(it))), reached);
		ehc_cell_answer(f->d, &r->cells[2], layout_printf(f->l, "Step %d towards outcome %.*s: when, and how it showed", n, EHC_ARG(layout_id(it))), 2);
	}
}

static void
put_outcomes(struct form *f)
{
	static const char *const met[] = { "met", "partly met", "not yet met", NULL };
	static const char *const next[] = { "keep it", "change it", "set a new one", "end it", NULL };
	static layout_labels order = { EHC_L_FOR, EHC_L_SUPPORTS, EHC_L_BY, EHC_L_BASELINE, EHC_L_MEASURED_BY, EHC_L_REVIEW, EHC_L_PROGRESS, EHC_L_NONE };
	struct ehc_block *part = form_leaf(f, "outcomes", "Outcomes: how far they have come");
	const struct ehc_item *it;

	form_say(f, part, "Use the measure that the plan names. Write the result with its date and who took it, then say whether the outcome is met. If it was not measured, say so.");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_OUTCOME)) {
		struct ehc_block *entry = form_entry(f, part, "Outcome", it, order);

		put_steps(f, entry, it);
		form_ask(f, entry, "What the measure shows now: result, date, who took it", 2);
		form_choose(f, entry, "This outcome is", met);
		form_ask(f, entry, "Evidence: work, records, and what the child and the family have seen", 3);
		form_choose(f, entry, "What next?", next);
		form_ask(f, entry, "What it should say, and by when", 2);
	}
}

/* ---- provision ---- */

static void
put_agreement(struct form *f, struct ehc_block *entry)
{
	static const char *const agreed[] = { "agreed again", "asked, no answer yet", "not agreed", NULL };

	form_choose(f, entry, "Health’s agreement for the next year", agreed);
	form_ask(f, entry, "By which body, by whom and when; if not agreed, why, and what happens now", 2);
}

static void
put_provision(struct form *f, struct ehc_block *part, const struct ehc_item *it)
{
	static const char *const given[] = { "yes", "in part", "no", NULL };
	static const char *const next[] = { "keep it", "change it", "no longer needed", NULL };
	static layout_labels order = { EHC_L_WHO, EHC_L_HOW_MUCH, EHC_L_HOW_OFTEN, EHC_L_WHERE, EHC_L_FROM, EHC_L_UNTIL, EHC_L_FLEXIBLE, EHC_L_EQUIPMENT,
	    EHC_L_TRAINED_BY, EHC_L_SUPERVISED_BY, EHC_L_REVIEW, EHC_L_AGREED, EHC_L_LINKED_HEALTH_PLAN, EHC_L_FUNDED_BY, EHC_L_FOR, EHC_L_TOWARDS, EHC_L_NONE };
	struct ehc_block *entry = form_entry(f, part, "Provision", it, order);

	form_choose(f, entry, "Was it given in full, as the plan says?", given);
	form_ask(f, entry, "What was missed: how much, when, why, and whether it was made up", 2);
	if (it->section == EHC_G)
		put_agreement(f, entry);
	if (it->health_plan.text.str.len > 0)
		form_choose(f, entry, "Was the health care plan brought up to date?", form_yes_no);
	form_choose(f, entry, "For the next year", next);
	form_ask(f, entry, "What it should say, and whose advice that rests on", 2);
}

/* Section by section, each under its letter. */
static void
put_all_provision(struct form *f)
{
	static const struct { enum ehc_section s; const char *anchor, *heading; } sections[] = {
		{ EHC_F, "provision-F", "Special educational provision (section F): was it given?" },
		{ EHC_G, "provision-G", "Health provision (section G): was it given?" },
		{ EHC_H1, "provision-H1", "Social care provision (section H1): was it given?" },
		{ EHC_H2, "provision-H2", "Social care provision (section H2): was it given?" },
		{ EHC_NO_SECTION, "provision", "Other provision: was it given?" },
	};
	const struct ehc_item *it;

	for (size_t i = 0; i < EHC_COUNT(sections); i++) {
		struct ehc_block *part = NULL;

		for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_PROVISION)) {
			bool other = it->section != EHC_F && it->section != EHC_G && it->section != EHC_H1 && it->section != EHC_H2;

			if (sections[i].s == EHC_NO_SECTION ? !other : it->section != sections[i].s)
				continue;
			if (part == NULL)
				part = form_leaf(f, sections[i].anchor, sections[i].heading);
			put_provision(f, part, it);
		}
	}
}

/* ---- the rest ---- */

static void
put_budget(struct form *f)
{
	static layout_labels order = { EHC_L_TYPE, EHC_L_HOW_MUCH, EHC_L_PAYEE, EHC_L_PAYS_FOR, EHC_L_REVIEW, EHC_L_NONE };
	struct ehc_block *part;
	const struct ehc_item *it;

	if (f->plan->kinds[EHC_ITEM_BUDGET].count == 0)
		return;
	part = form_part(f, "budget", "Personal budget");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_BUDGET)) {
		struct ehc_block *entry = form_entry(f, part, "Personal budget", it, order);

		form_choose(f, entry, "Did it pay for what the plan says?", form_yes_no);
		form_ask(f, entry, "What worked, what did not, and what should change", 3);
	}
}

/* From year 9; where the plan states no year, by age. */
static bool
is_near_adulthood(const struct form *f)
{
	const struct ehc_child *c = &f->plan->child;

	if (c->year >= 0)
		return c->year >= 9;
	return ehc_date_known(&c->born) && ehc_expected_year_group(c->born.day, f->review->as_of) >= 9;
}

static void
put_moves(struct form *f)
{
	static const char *const moves[] = { "yes", "no", "not sure", NULL };
	struct ehc_block *part = form_part(f, "place", "School or setting, and the next move");

	if (f->plan->placement_name.text.str.len > 0) {
		struct ehc_block *facts = ehc_block_facts(f->d, part, EHC_STR("Section I"));

		layout_fact_value(f->l, facts, EHC_STR("Section I names"), &f->plan->placement_name);
		layout_fact_value(f->l, facts, EHC_STR("Type"), &f->plan->placement_type);
	}
	form_choose(f, part, "Does the school or setting still suit?", moves);
	form_ask(f, part, "What should change about it, and what child and family would like", 2);
	form_choose(f, part, "Will there be a move to another phase of education, or a change of school, next September?", moves);
	form_ask(f, part, "Which places are thought of, what help is needed with the move, and who arranges it", 2);
	if (!is_near_adulthood(f))
		return;
	part = form_part(f, "adulthood", "Preparing for adulthood");
	form_ask(f, part, "Work and training: what next?", 2);
	form_ask(f, part, "Where and how to live: what next?", 2);
	form_ask(f, part, "Friends and being part of things: what next?", 2);
	form_ask(f, part, "Staying healthy, and moving on to adult health and care services: what next?", 2);
}

static void
put_said_and_done(struct form *f)
{
	const struct ehc_column columns[] = { { EHC_STR("No"), 6 }, { EHC_STR("You said"), 42 }, { EHC_STR("What we will do, by whom and when, or why not"), 52 } };
	struct ehc_block *part = form_part(f, "said", "You said, we did");

	if (layout_said_and_done(f->l, part))
		ehc_block_section(f->d, part, 3, EHC_NOSTR, EHC_STR("At this review"));
	form_blank_table(f, part, "What was asked for at this review", columns, EHC_COUNT(columns), 4, 2);
}

static void
put_recommendation(struct form *f)
{
	static const char *const plan[] = { "stay as it is", "be changed", "end", NULL };
	struct ehc_block *part = form_part(f, "recommendation", "What the meeting recommends");

	form_say(f, part, "The meeting recommends; the council decides, and tells the family.");
	form_choose(f, part, "The plan should", plan);
	form_ask(f, part, "Which sections should change, and why", 4);
	form_ask(f, part, "Outcomes that are new: for which need, by when, and how they will be measured", 4);
	form_ask(f, part, "Who sees it differently, and what they say", 3);
}

void
form_ehc(struct form *f)
{
	put_who(f);
	put_voices(f);
	put_needs(f);
	if (f->plan->kinds[EHC_ITEM_OUTCOME].count > 0)
		put_outcomes(f);
	put_all_provision(f);
	put_budget(f);
	put_moves(f);
	put_said_and_done(f);
	put_recommendation(f);
}
