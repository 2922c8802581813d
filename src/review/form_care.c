/*
 * form_care.c - the form for the review of a health care plan: what happened since the last one, whether conditions, sheets, medicines and
 * training still hold, and who confirmed each. Dose and steps are confirmed by those who may, against what was prescribed.
 */
#include "form.h"

#include "rules/healthcare.h"

/* ---- who takes part, and what happened ---- */

static void
put_who(struct form *f)
{
	struct ehc_block *part = form_part(f, "invited", "Who takes part"), *facts = ehc_block_facts(f->d, part, EHC_STR("Who takes part"));
	const struct ehc_value took_part = f->plan->took_part;
	const struct ehc_item *it;

	layout_fact_value(f->l, facts, EHC_STR("Took part last time"), &took_part);
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_CONDITION)) {
		struct ehc_value clinician = ehc_item_value(it, EHC_L_CLINICIAN);

		layout_fact_value(f->l, facts, layout_printf(f->l, "Advises on %.*s", EHC_ARG(layout_id(it))), &clinician);
	}
	form_ask(f, part, "Child or young person, parents or carers: when they were asked, and which day and place suit them", 2);
	form_ask(f, part, "Health professional who takes part, or sends advice: name, role, day", 2);
	form_ask(f, part, "Others: staff who do the tasks, the office, the lunchtime team", 2);
	part = form_part(f, "voices", "What the child or young person says");
	form_texts(f, part, EHC_L_CHILD_WISHES);
	form_say(f, part, "Ask in the way that suits them, and write down their own words.");
	form_ask(f, part, "What works well? What would you like us to do differently?", 3);
	form_ask(f, part, "What would you like to do more by yourself?", 2);
	form_ask(f, part, "What do parents or carers say?", 3);
}

static void
put_incidents(struct form *f)
{
	const struct ehc_column columns[] = { { EHC_STR("No"), 6 }, { EHC_STR("Day"), 17 }, { EHC_STR("What happened, near misses too"), 41 },
	    { EHC_STR("What was done, and what changes now"), 36 } };
	struct ehc_block *part = form_part(f, "incidents", "Incidents since the last review");
	struct ehc_value log = ehc_plan_value(f->plan, EHC_L_INCIDENT_LOG);

	if (log.text.str.len > 0)
		layout_fact_value(f->l, ehc_block_facts(f->d, part, EHC_STR("Records")), EHC_STR("Incident log"), &log);
	form_blank_table(f, part, "Incidents since the last review", columns, EHC_COUNT(columns), 4, 2);
	form_ask(f, part, "Stays in hospital, new diagnoses, changes of treatment, absence", 3);
}

/* ---- conditions and sheets ---- */

static void
put_conditions(struct form *f)
{
	static layout_labels order = { EHC_L_SIGNS, EHC_L_TRIGGERS, EHC_L_TREATMENT, EHC_L_CLINICIAN, EHC_L_SOURCE, EHC_L_NONE };
	struct ehc_block *part;
	const struct ehc_item *it;

	if (f->plan->kinds[EHC_ITEM_CONDITION].count == 0)
		return;
	part = form_part(f, "conditions", "Conditions");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_CONDITION)) {
		struct ehc_block *entry = form_entry(f, part, "Condition", it, order);

		form_choose(f, entry, "The condition, its signs and its triggers are", form_as_it_was);
		form_ask(f, entry, "What is different, who says so, and in which letter", 2);
	}
	form_ask(f, part, "Conditions and allergies that are new", 2);
}

static void
put_emergencies(struct form *f)
{
	static layout_labels order = { EHC_L_SOURCE, EHC_L_SIGN, EHC_L_DO_NOT, EHC_L_CANNOT_GIVE, EHC_L_THEN, EHC_L_UNCONFIRMED, EHC_L_NONE };
	struct ehc_block *part;
	const struct ehc_item *it;

	if (f->plan->kinds[EHC_ITEM_EMERGENCY].count == 0)
		return;
	part = form_part(f, "emergencies", "Emergency sheets");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_EMERGENCY)) {
		struct ehc_block *entry = form_entry(f, part, "Emergency", it, order);

		layout_steps(f->l, entry, it, 4);
		form_choose(f, entry, "Do the steps still agree with the source?", form_yes_no);
		form_ask(f, entry, "Confirmed by (health professional: name, role, day)", 1);
		form_choose(f, entry, "Was the sheet rehearsed since the last review?", form_yes_no);
		form_ask(f, entry, "When, by whom, how long it took, and what was learned", 2);
		form_choose(f, entry, "Does it hang, and lie, where it is needed?", form_yes_no);
	}
}

/* ---- medicines ---- */

static void
put_expiry(struct form *f, struct ehc_block *entry, const struct ehc_item *it)
{
	const struct ehc_column columns[] = { { EHC_STR("The plan says"), 46 }, { EHC_STR("On the box now"), 27 }, { EHC_STR("Seen by, and when"), 27 } };
	struct ehc_block *table;
	int n = 0;

	if (it->expires.count == 0) {
		form_ask(f, entry, "Expiry date on the box, where it is kept, seen by and when", 1);
		return;
	}
	table = ehc_block_table(f->d, entry, layout_printf(f->l, "Expiry of %.*s", EHC_ARG(layout_id(it))), columns, EHC_COUNT(columns));
	for (size_t i = 0; i < it->expires.count; i++) {
		struct ehc_table_row *r = ehc_block_row(f->d, table, EHC_NOSTR);
		struct ehc_block *p = ehc_cell_paragraph(f->d, &r->cells[0], EHC_NOSTR);
		const struct ehc_date *date = &it->expires.items[i];

		if (date->day != EHC_NODATE)
			ehc_run_words(f->d, p, ehc_day_text(f->d->arena, date->day));
		if (date->words.len > 0) {
			ehc_run_words(f->d, p, EHC_STR(" "));
			ehc_run_slice(f->d, p, f->plan->source, date->words);
		}
		ehc_cell_answer(f->d, &r->cells[1], layout_printf(f->l, "%.*s, place %d: expiry on the box now", EHC_ARG(layout_id(it)), ++n), 1);
		ehc_cell_answer(f->d, &r->cells[2], layout_printf(f->l, "%.*s, place %d: seen by, and when", EHC_ARG(layout_id(it)), n), 1);
	}
}

static void
put_medicines(struct form *f, enum ehc_item_kind kind, const char *anchor, const char *heading, const char *word)
{
	static const char *const same[] = { "yes, word for word", "no: see the new letter or label", NULL };
	static layout_labels order = { EHC_L_FOR, EHC_L_PRODUCT, EHC_L_MED_FORM, EHC_L_STRENGTH, EHC_L_DOSE, EHC_L_VOLUME, EHC_L_OVER, EHC_L_TIMES, EHC_L_FLUSH,
	    EHC_L_POSITION, EHC_L_ROUTE, EHC_L_WHEN, EHC_L_MAXIMUM, EHC_L_MINIMUM_GAP, EHC_L_NOT_WITH, EHC_L_GIVEN_BY, EHC_L_GIVEN_AT, EHC_L_KEPT, EHC_L_SECOND_KIT,
	    EHC_L_CHECKED_BY, EHC_L_SIDE_EFFECTS, EHC_L_BUDGET_CONSENT, EHC_L_SOURCE, EHC_L_UNCONFIRMED, EHC_L_NONE };
	struct ehc_block *part;
	const struct ehc_item *it;

	if (f->plan->kinds[kind].count == 0)
		return;
	part = form_part(f, anchor, heading);
	for (EHC_EACH_ITEM(it, f->plan, kind)) {
		struct ehc_block *entry = form_entry(f, part, word, it, order);

		form_choose(f, entry, "Do these words agree with what is prescribed now?", same);
		form_ask(f, entry, "Confirmed by (health professional: name, role), against which letter or label, on which day", 2);
		if (ehc_is_home_medicine(NULL, it))
			continue;
		put_expiry(f, entry, it);
		form_ask(f, entry, "Consent renewed: parent, and head teacher (names and days)", 1);
		form_ask(f, entry, "Given since the last review: how often, and anything that went wrong or was refused", 2);
	}
	form_ask(f, part, "What is new or has been stopped, and by whose letter", 2);
}

/* ---- people and tasks ---- */

static void
put_staff(struct form *f)
{
	static const char *const still[] = { "yes", "no", NULL };
	const struct ehc_column columns[] = { { EHC_STR("Who"), 34 }, { EHC_STR("To renew by"), 17 }, { EHC_STR("Still here and willing?"), 17 },
	    { EHC_STR("Training renewed, signed off by, on"), 32 } };
	const struct ehc_items *staff = &f->plan->kinds[EHC_ITEM_STAFF];
	struct ehc_block *part, *table;

	if (staff->count == 0)
		return;
	part = form_part(f, "staff", "Staff and training");
	table = ehc_block_table(f->d, part, EHC_STR("Staff and training"), columns, EHC_COUNT(columns));
	table->named = true;
	for (size_t i = 0; i < staff->count; i++) {
		const struct ehc_item *it = staff->items[i];
		struct ehc_table_row *r = ehc_block_row(f->d, table, layout_anchor(it));
		struct ehc_block *p = ehc_cell_paragraph(f->d, &r->cells[0], EHC_NOSTR);
		struct ehc_str id = layout_id(it);

		ehc_run_slice(f->d, p, f->plan->source, id);
		ehc_run_words(f->d, p, EHC_STR(" "));
		layout_text(f->l, p, &it->text, 0, it->text.str.len, it);
		if (ehc_node_field(it->node, EHC_L_TRAINED_FOR) != NULL)
			layout_labelled(f->l, ehc_cell_paragraph(f->d, &r->cells[0], EHC_NOSTR), it->node, EHC_L_TRAINED_FOR, it);
		layout_field(f->l, &r->cells[1], it->node, EHC_L_RENEW_BY, it);
		if (r->cells[1].first == NULL)
			ehc_cell_paragraph(f->d, &r->cells[1], EHC_STR("not said"));
		ehc_cell_choice(f->d, &r->cells[2], form_cell_question(f, "Still here and willing", id), still);
		ehc_cell_answer(f->d, &r->cells[3], form_cell_question(f, "Training renewed, signed off by, on", id), 2);
	}
	form_ask(f, part, "Who else is to be trained, for what, by whom and by when; who steps in when somebody is away", 3);
}

static void
put_tasks(struct form *f)
{
	static layout_labels order = { EHC_L_RESPONSIBILITY, EHC_L_DELEGATED_BY, EHC_L_DELEGATED_TO, EHC_L_COVER, EHC_L_SUPERVISED_BY, EHC_L_USES, EHC_L_FOR, EHC_L_NONE };
	struct ehc_block *part;
	const struct ehc_item *it;

	if (f->plan->kinds[EHC_ITEM_TASK].count == 0)
		return;
	part = form_part(f, "tasks", "Tasks");
	for (EHC_EACH_ITEM(it, f->plan, EHC_ITEM_TASK)) {
		struct ehc_block *entry = form_entry(f, part, "Task", it, order);

		form_choose(f, entry, "Is it still done in this way, by these people?", form_yes_no);
		form_ask(f, entry, "Who delegates it now, and when each person’s competence was last seen", 2);
	}
}

/* ---- the rest of the day ---- */

/* A row for each item: its own words, and room for what is different. */
static void
put_rows(struct form *f, enum ehc_item_kind kind, const char *anchor, const char *heading, const char *word)
{
	const struct ehc_column columns[] = { { ehc_str_of(word), 14 }, { EHC_STR("The plan says"), 44 }, { EHC_STR("What is different now"), 42 } };
	const struct ehc_items *items = &f->plan->kinds[kind];
	struct ehc_block *table;

	if (items->count == 0)
		return;
	table = ehc_block_table(f->d, form_part(f, anchor, heading), ehc_str_of(heading), columns, EHC_COUNT(columns));
	table->named = true;
	for (size_t i = 0; i < items->count; i++) {
		struct ehc_table_row *r = ehc_block_row(f->d, table, layout_anchor(items->items[i]));

		ehc_run_slice(f->d, ehc_cell_paragraph(f->d, &r->cells[0], EHC_NOSTR), f->plan->source, layout_id(items->items[i]));
		layout_prose(f->l, &r->cells[1], &items->items[i]->text, items->items[i], 0);
		if (r->cells[1].first == NULL)
			ehc_cell_paragraph(f->d, &r->cells[1], EHC_NOSTR);
		layout_rest(f->l, &r->cells[1], items->items[i], NULL, NULL);
		ehc_cell_answer(f->d, &r->cells[2], form_cell_question(f, "What is different now", layout_id(items->items[i])), 2);
	}
}

static void
put_around(struct form *f)
{
	static const enum ehc_label labels[] = { EHC_L_TRIPS, EHC_L_STAFF_TO_KNOW, EHC_L_LEARNING };
	struct ehc_block *part = form_part(f, "around", "Trips, who is told, and lessons");

	for (size_t i = 0; i < EHC_COUNT(labels); i++)
		form_texts(f, part, labels[i]);
	form_ask(f, part, "What is different: trips, transport, PE and clubs; who must know; lessons, tests and absence", 3);
}

static void
put_outcome(struct form *f)
{
	static const char *const plan[] = { "goes on as it is", "is written anew", "is no longer needed", NULL };
	struct ehc_block *part = form_part(f, "recommendation", "What was decided");

	form_choose(f, part, "The health care plan", plan);
	form_ask(f, part, "Who brings the plan up to date, and by when; who gets the new one, and who takes the old ones away", 2);
	form_ask(f, part, "The next review is on, and what would bring it forward", 2);
}

void
form_care(struct form *f)
{
	put_who(f);
	put_incidents(f);
	put_conditions(f);
	put_emergencies(f);
	put_medicines(f, EHC_ITEM_MEDICINE, "medicines", "Medicines", "Medicine");
	put_medicines(f, EHC_ITEM_FEED, "feeds", "Tube feeds", "Feed");
	put_staff(f);
	put_rows(f, EHC_ITEM_TRAINING, "training", "Training for everybody", "Training");
	put_tasks(f);
	put_rows(f, EHC_ITEM_CARE, "care", "Daily care", "Care");
	put_rows(f, EHC_ITEM_CONTACT, "contacts", "Contacts", "Contact");
	put_around(f);
	put_outcome(f);
}
