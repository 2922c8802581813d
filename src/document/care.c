/*
 * care.c - a child's health care plan on paper, for daily use. The sheets that stand before it are laid out in sheet.c.
 */
#include "layout.h"

bool
layout_care_agreed(const struct layout *l)
{
	return ehc_status_is_final(l->plan->status);
}

void
layout_not_agreed(struct layout *l, struct ehc_block *parent)
{
	struct ehc_block *n;

	if (layout_care_agreed(l) || l->plan->status == EHC_CEASED || l->plan->is_template)
		return;
	n = ehc_block_add(l->d, parent, EHC_BLOCK_NOTICE);
	n->tone = EHC_TONE_WARNING;
	n->together = true;
	ehc_block_paragraph(l->d, n, EHC_STR("NOT AGREED – DO NOT USE"))->tone = EHC_TONE_WARNING;
	ehc_block_paragraph(l->d, n, EHC_STR("This health care plan has not been agreed. Do not act on it. Follow the plan that is in force, and"
	    " in an emergency call 999."));
}

static struct ehc_block *
put_heading_section(struct layout *l, const char *anchor, const char *heading)
{
	return ehc_block_section(l->d, NULL, 2, ehc_str_of(anchor), ehc_str_of(heading));
}

size_t
layout_first_line(const struct ehc_text *t)
{
	size_t n = 0;

	while (n < t->str.len && t->str.ptr[n] != '\n')
		n++;
	return n;
}

void
layout_id_link(struct layout *l, struct ehc_block *p, const struct ehc_item *to)
{
	ehc_run_slice(l->d, p, l->plan->source, layout_id(to))->target = ehc_str_of(to->id);
}

/* A short name is a heading; words that are a paragraph stay one. */
static bool
has_short_name(const struct ehc_item *it)
{
	size_t n = layout_first_line(&it->text);

	return n > 0 && n <= 90 && (n == it->text.str.len || (n + 1 < it->text.str.len && it->text.str.ptr[n + 1] == '\n'));
}

struct ehc_block *
layout_named(struct layout *l, struct ehc_block *parent, int level, const struct ehc_item *it, const char *word)
{
	struct ehc_block *s = ehc_block_section(l->d, parent, level, layout_anchor(it), ehc_str_of(word)), *h = s->first;
	struct ehc_cell words = { NULL, NULL };

	if (layout_id(it).len > 0) {
		ehc_run_words(l->d, h, EHC_STR(" "));
		ehc_run_slice(l->d, h, l->plan->source, layout_id(it));
	}
	layout_prose(l, &words, &it->text, it, 0);
	if (has_short_name(it)) {
		ehc_run_words(l->d, h, EHC_STR(": "));
		ehc_run_text(l->d, h, &it->text, 0, layout_first_line(&it->text));
		words.first = words.first->next;
	}
	if (words.first != NULL) {
		h->next = words.first;
		s->last = words.last;
	}
	return s;
}

/* "Medicine R3: Glucagon, for a severe low": what its facts are of, wherever they stand. */
static struct ehc_str
words_of(struct layout *l, const struct ehc_block *heading)
{
	struct ehc_buf words = { NULL, 0, 0 };

	for (size_t i = 0; i < heading->runs.count; i++)
		ehc_buf_str(&words, heading->runs.items[i].text);
	return ehc_buf_take(&words, l->d->arena);
}

static void
put_fields(struct layout *l, struct ehc_block *s, const struct ehc_item *it, layout_labels order, layout_labels skip)
{
	struct ehc_block *facts = ehc_block_facts(l->d, s, words_of(l, s->first));

	facts->together = true;
	layout_fields(l, facts, it->node, it, order, skip);
	layout_keep_words(s);
}

static void
put_cards(struct layout *l, enum ehc_item_kind kind, const char *anchor, const char *heading, const char *word, layout_labels order)
{
	const struct ehc_items *items = &l->plan->kinds[kind];
	struct ehc_block *s;

	if (items->count == 0)
		return;
	s = put_heading_section(l, anchor, heading);
	for (size_t i = 0; i < items->count; i++)
		put_fields(l, layout_named(l, s, 3, items->items[i], word), items->items[i], order, NULL);
}

/* What nobody needs in the moment stands here and not on the sheets: which condition, who stands in, who agreed. */
static void
put_records(struct layout *l)
{
	static layout_labels order = { EHC_L_FOR, EHC_L_COVER, EHC_L_BUDGET_CONSENT, EHC_L_NONE };
	static layout_labels skip = { EHC_L_SOURCE, EHC_L_SIGN, EHC_L_STEP, EHC_L_DO_NOT, EHC_L_CANNOT_GIVE, EHC_L_THEN, EHC_L_UNCONFIRMED,
	    EHC_L_NONE };
	const struct ehc_items *all = &l->plan->kinds[EHC_ITEM_EMERGENCY];
	struct ehc_block *facts = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct ehc_item *it = all->items[i];
		struct ehc_cell rest = { NULL, NULL }, *cell;

		layout_rest(l, &rest, it, order, skip);
		if (rest.first == NULL)
			continue;
		if (facts == NULL)
			facts = ehc_block_facts(l->d, put_heading_section(l, "sheets", "Emergencies: who agreed, who stands in"),
			    EHC_STR("Emergencies"));
		cell = layout_fact(l, facts, EHC_STR("Emergency "));
		layout_id_link(l, facts->last_row->cells[0].first, it);
		*cell = rest;
	}
}

/* ---- front ---- */

void
layout_care_front(struct layout *l)
{
	static layout_labels order = { EHC_L_BORN, EHC_L_KNOWN_AS, EHC_L_CLASS, EHC_L_WEIGHT, EHC_L_ALLERGIES, EHC_L_NONE };
	static layout_labels head_order = { EHC_L_STATUS, EHC_L_VERSION, EHC_L_SCHOOL, EHC_L_SITE_ADDRESS, EHC_L_AMBULANCE, EHC_L_WRITTEN,
	    EHC_L_WRITTEN_BY, EHC_L_TOOK_PART, EHC_L_REVIEW_DUE, EHC_L_REVIEW_WHEN, EHC_L_NONE };
	static layout_labels head_skip = { EHC_L_COPIES, EHC_L_NONE };
	enum ehc_label skip[EHC_L_COUNT + 1];
	struct ehc_block *facts;
	size_t n = 0;

	layout_not_agreed(l, NULL);
	layout_family_words(l);
	for (int i = 1; i < EHC_L_COUNT; i++)
		if (l->hidden[i])
			skip[n++] = (enum ehc_label)i;
	skip[n] = EHC_L_NONE;
	if (l->plan->child.node != NULL) {
		struct ehc_block *child = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("The child"));

		if (l->photo.type != EHC_PICTURE_NONE) {
			child = ehc_block_add(l->d, child, EHC_BLOCK_PORTRAIT);
			child->picture = l->photo;
		}
		facts = ehc_block_facts(l->d, child, EHC_STR("The child"));
		layout_fields(l, facts, l->plan->child.node, NULL, order, skip);
	}
	facts = ehc_block_facts(l->d, ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("About this plan")), EHC_STR("About this plan"));
	if (l->plan->reference.len > 0)
		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Reference")), EHC_NOSTR), l->plan->source, l->plan->reference);
	if (l->plan->tree->head != NULL)
		layout_fields(l, facts, l->plan->tree->head, NULL, head_order, head_skip);
}

/* ---- the rest ---- */

/* A table of all items of a kind: their words with what else they say, then a column for each label of `apart`. */
static void
put_rows(struct layout *l, enum ehc_item_kind kind, const char *anchor, const char *heading, const struct ehc_column *columns, size_t n,
    layout_labels apart, layout_labels order)
{
	const struct ehc_items *items = &l->plan->kinds[kind];
	struct ehc_block *table;

	if (items->count == 0)
		return;
	table = ehc_block_table(l->d, put_heading_section(l, anchor, heading), ehc_str_of(heading), columns, n);
	table->named = true;
	for (size_t i = 0; i < items->count; i++) {
		const struct ehc_item *it = items->items[i];
		struct ehc_table_row *r = ehc_block_row(l->d, table, layout_anchor(it));

		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, &r->cells[0], EHC_NOSTR), l->plan->source, layout_id(it));
		layout_prose(l, &r->cells[1], &it->text, it, 0);
		layout_rest(l, &r->cells[1], it, order, apart);
		for (size_t k = 2; k < n; k++)
			layout_field(l, &r->cells[k], it->node, apart[k - 2], it);
	}
}

static void
put_contacts(struct layout *l)
{
	const struct ehc_items *contacts = &l->plan->kinds[EHC_ITEM_CONTACT];
	struct ehc_block *facts = ehc_block_facts(l->d, put_heading_section(l, "contacts", "Contacts"), EHC_STR("Contacts"));

	for (size_t i = 0; i < contacts->count; i++) {
		struct ehc_table_row *r = ehc_block_row(l->d, facts, layout_anchor(contacts->items[i]));

		ehc_run_slice(l->d, ehc_cell_paragraph(l->d, &r->cells[0], EHC_NOSTR), l->plan->source, layout_id(contacts->items[i]));
		layout_prose(l, &r->cells[1], &contacts->items[i]->text, contacts->items[i], 0);
		layout_rest(l, &r->cells[1], contacts->items[i], NULL, NULL);
	}
}

static void
put_texts(struct layout *l, enum ehc_label label, const char *anchor, const char *heading)
{
	struct ehc_block *s = NULL;
	const struct ehc_prose_entry *t;

	for (size_t n = 0; (t = ehc_plan_text(l->plan, label, n)) != NULL; n++) {
		struct ehc_block *facts;

		if (s == NULL)
			s = put_heading_section(l, anchor, heading);
		layout_prose_under(l, s, &t->text, NULL, 3);
		facts = ehc_block_facts(l->d, s, ehc_str_of(heading));
		layout_fields(l, facts, t->node, NULL, NULL, NULL);
	}
}

void
layout_care(struct layout *l)
{
	static layout_labels condition = { EHC_L_SIGNS, EHC_L_TRIGGERS, EHC_L_TREATMENT, EHC_L_CLINICIAN, EHC_L_SOURCE, EHC_L_NONE };
	static layout_labels medicine = { EHC_L_PRODUCT, EHC_L_MED_FORM, EHC_L_STRENGTH, EHC_L_DOSE, EHC_L_ROUTE, EHC_L_WHEN, EHC_L_MAXIMUM,
	    EHC_L_MINIMUM_GAP, EHC_L_NOT_WITH, EHC_L_CANNOT_GIVE, EHC_L_GIVEN_BY, EHC_L_GIVEN_AT, EHC_L_KEPT, EHC_L_SECOND_KIT, EHC_L_EXPIRES,
	    EHC_L_CHECKED_BY, EHC_L_SIDE_EFFECTS, EHC_L_DISPOSAL, EHC_L_BUDGET_CONSENT, EHC_L_SOURCE, EHC_L_FOR, EHC_L_NONE };
	static layout_labels care = { EHC_L_WHO, EHC_L_HOW_MUCH, EHC_L_WHEN, EHC_L_WHERE, EHC_L_DO_NOT, EHC_L_COVER, EHC_L_FOR, EHC_L_NONE };
	static layout_labels staff = { EHC_L_TRAINED_FOR, EHC_L_COMPETENT, EHC_L_RENEW_BY, EHC_L_NONE };
	static layout_labels task = { EHC_L_DELEGATED_TO, EHC_L_COVER, EHC_L_USES, EHC_L_DELEGATED_BY, EHC_L_RESPONSIBILITY, EHC_L_FOR, EHC_L_NONE };
	const struct ehc_column care_columns[] = { { EHC_STR("Care"), 9 }, { EHC_STR("What is done"), 91 } };
	const struct ehc_column training_columns[] = { { EHC_STR("Training"), 12 }, { EHC_STR("What it is"), 88 } };
	const struct ehc_column staff_columns[] = { { EHC_STR("Staff"), 9 }, { EHC_STR("Who"), 37 }, { EHC_STR("Trained for"), 14 },
	    { EHC_STR("Signed off as competent"), 24 }, { EHC_STR("Renew by"), 16 } };

	ehc_block_add(l->d, NULL, EHC_BLOCK_PAGE_BREAK);
	put_texts(l, EHC_L_CHILD_WISHES, "wishes", "How the child wants to be helped");
	put_cards(l, EHC_ITEM_CONDITION, "conditions", "Medical conditions", "Condition", condition);
	put_records(l);
	put_cards(l, EHC_ITEM_MEDICINE, "medicines", "Medicines", "Medicine", medicine);
	put_cards(l, EHC_ITEM_FEED, "feeds", "Tube feeds", "Feed", medicine);
	put_rows(l, EHC_ITEM_CARE, "care", "Daily care", care_columns, EHC_COUNT(care_columns), NULL, care);
	put_rows(l, EHC_ITEM_STAFF, "staff", "Staff", staff_columns, EHC_COUNT(staff_columns), staff, NULL);
	put_rows(l, EHC_ITEM_TRAINING, "training", "Training", training_columns, EHC_COUNT(training_columns), NULL, NULL);
	put_cards(l, EHC_ITEM_TASK, "tasks", "Tasks", "Task", task);
	if (l->plan->kinds[EHC_ITEM_CONTACT].count > 0)
		put_contacts(l);
	put_texts(l, EHC_L_TRIPS, "trips", "Trips and transport");
	put_texts(l, EHC_L_STAFF_TO_KNOW, "staff-to-know", "Who is told");
	put_texts(l, EHC_L_LEARNING, "learning", "Lessons, tests and absence");
	put_texts(l, EHC_L_SUMMARY_CARD, "summary-card", "Summary card");
}
