/*
 * tasks.c - the task table: what plans call each kind of task, and what training it is usually held to need. A profile lays
 * its own lines over it: whose the task is, and whether school staff may do it.
 *
 * The rows are data to be edited by those who agree them locally, not law; so they name no agency.
 */
#include "rules/healthcare.h"
#include "rules/house.h"
#include "rules/passage.h"

#define ROW(n, k, w) { .name = { n, sizeof(n) - 1 }, .class_ = k, .words = w }
#define SERVICE_ROW(n, w) { .name = { n, sizeof(n) - 1 }, .class_ = EHC_TASK_PERSONAL, .of_service = true, .words = w }

static const struct ehc_task_type own_rows[] = {
	ROW("assessing care needs", EHC_TASK_REGISTERED, "write the care programme|assess care need"),
	ROW("putting a feeding tube or button back", EHC_TASK_REGISTERED,
	    "put the button back|put the tube back|put back the button|re-insert|reinsert"),
	ROW("passing a nasogastric tube", EHC_TASK_REGISTERED, "pass a nasogastric|insert a nasogastric|insert the nasogastric"),
	ROW("syringe driver", EHC_TASK_REGISTERED, "syringe driver"),
	ROW("intravenous medicine", EHC_TASK_REGISTERED, "intravenous|IV medicine"),
	ROW("deep suction", EHC_TASK_REGISTERED, "deep suction"),
	ROW("re-siting a catheter", EHC_TASK_REGISTERED, "re-site|replace the catheter"),
	ROW("changing ventilator settings", EHC_TASK_REGISTERED,
	    "change ventilator setting|change the ventilator setting|adjust the ventilator"),

	ROW("buccal midazolam", EHC_TASK_THIS_CHILD, "midazolam"),
	ROW("gastrostomy feeding", EHC_TASK_THIS_CHILD, "gastrostomy|jejunostomy|tube feed|through the button|by tube|nasogastric"),
	ROW("insulin", EHC_TASK_THIS_CHILD, "insulin"),
	ROW("blood glucose and ketone checks", EHC_TASK_THIS_CHILD, "blood glucose|ketone"),
	ROW("injections", EHC_TASK_THIS_CHILD, "injection|glucagon"),
	ROW("catheterisation", EHC_TASK_THIS_CHILD, "catheter|catheterisation"),
	ROW("stoma care", EHC_TASK_THIS_CHILD, "stoma"),
	ROW("suction", EHC_TASK_THIS_CHILD, "suction"),
	ROW("tracheostomy care", EHC_TASK_THIS_CHILD, "tracheostomy"),
	ROW("ventilator care", EHC_TASK_THIS_CHILD, "ventilator"),
	ROW("oxygen", EHC_TASK_THIS_CHILD, "oxygen"),
	ROW("nebuliser", EHC_TASK_THIS_CHILD, "nebuliser"),
	ROW("suppositories and enemas", EHC_TASK_THIS_CHILD, "suppository|enema|rectal"),

	ROW("adrenaline auto-injector", EHC_TASK_TRAINED, "anaphylaxis|adrenaline|auto-injector"),
	ROW("help in an asthma attack", EHC_TASK_TRAINED, "asthma"),
	ROW("help in a hypo", EHC_TASK_TRAINED, "hypo"),
	ROW("help in a seizure", EHC_TASK_TRAINED, "seizure"),
	ROW("first aid", EHC_TASK_TRAINED, "first aid"),

	ROW("personal care", EHC_TASK_PERSONAL, "personal care|intimate care|toileting|washing|dressing|nappy|nappies|"
	    "changing her pad|changing his pad|changes her pad|changes his pad"),
	SERVICE_ROW("educating or training the child", "teach|teaches|taught|learn|learns|educate|educates|practise|practises|coaches"),
	SERVICE_ROW("regular and routine school nursing", "school nurse|school nursing|health visitor|health visiting|0-19|0 to 19"),
	SERVICE_ROW("interaction with other children", "interaction with other children|social interaction|peer interaction|interact with|"
	    "friendships|play with other children|social group"),
};

const char *
ehc_task_class_name(enum ehc_task_class k)
{
	/* ORDER TASK CLASS */
	static const char *const names[] = { "no clinical training", "trained staff", "trained for this child", "registered professional" };

	return names[k];
}

unsigned
ehc_agency_read(struct ehc_str s)
{
	static const struct { unsigned agency; const char *words; } agencies[] = {
		{ EHC_AGENCY_HEALTH, "health|NHS|ICB|public health|nursing" },
		{ EHC_AGENCY_EDUCATION, "education|school|schools|setting|council" },
		{ EHC_AGENCY_SOCIAL_CARE, "social care|council" },
	};
	unsigned found = 0;

	for (size_t i = 0; i < EHC_COUNT(agencies); i++)
		if (ehc_says(NULL, s, agencies[i].words))
			found |= agencies[i].agency;
	return found;
}

/* ---- the table ---- */

/* The class of the project's own rows that a task's name falls under, or `otherwise`. */
static enum ehc_task_class
class_by_name(struct ehc_str name, enum ehc_task_class otherwise)
{
	enum ehc_task_class class = EHC_TASK_PERSONAL;
	bool known = false;

	for (size_t i = 0; i < EHC_COUNT(own_rows); i++)
		if (!own_rows[i].of_service && (ehc_str_eq_nocase(name, own_rows[i].name) || ehc_says(NULL, name, own_rows[i].words))) {
			class = own_rows[i].class_ > class ? own_rows[i].class_ : class;
			known = true;
		}
	return known ? class : otherwise;
}

/* Of a task that only the house names: what its terms ask for. */
static enum ehc_task_class
class_by_terms(int delegable, struct ehc_str terms)
{
	if (delegable == 0)
		return EHC_TASK_REGISTERED;
	if (ehc_says(NULL, terms, "this child|the child|child-specific"))
		return EHC_TASK_THIS_CHILD;
	return ehc_says(NULL, terms, "training|trained|competency|competence") ? EHC_TASK_TRAINED : EHC_TASK_PERSONAL;
}

static struct ehc_task_type *
row_called(struct ehc_task_table *t, struct ehc_str name)
{
	for (size_t i = 0; i < t->count; i++)
		if (ehc_str_eq_nocase(t->rows[i].name, name))
			return &t->rows[i];
	return NULL;
}

static void
lay_over(struct ehc_arena *a, struct ehc_task_table *t, const struct ehc_house_line *line)
{
	const struct ehc_node *delegated = ehc_node_field(line->node, EHC_L_DELEGATED);
	struct ehc_str name = ehc_str_trim(line->node->words), agency = ehc_str_trim(line->node->text.str);
	struct ehc_task_type *row = row_called(t, name);

	if (name.len == 0)
		return;
	if (row == NULL) {
		row = &t->rows[t->count++];
		*row = (struct ehc_task_type){ .name = name, .words = ehc_arena_cstr(a, name), .own = true, .delegable = -1 };
	}
	if (agency.len > 0)
		row->agency = agency;
	if (delegated != NULL) {
		struct ehc_value v = ehc_value_of(delegated);

		row->delegable = ehc_value_yes(&v);
		row->terms = ehc_str_trim(v.text.str);
	}
	if (row->own)
		row->class_ = class_by_name(name, class_by_terms(row->delegable, row->terms));
	row->from = line->from;
	row->since = line->since;
}

struct ehc_task_table
ehc_task_table(struct ehc_arena *a, const struct ehc_profile *p, ehc_day day)
{
	struct ehc_task_table t = { EHC_NEW_ARRAY(a, struct ehc_task_type, EHC_COUNT(own_rows) + p->lines.count), 0, NULL };

	for (; t.count < EHC_COUNT(own_rows); t.count++) {
		t.rows[t.count] = own_rows[t.count];
		t.rows[t.count].delegable = -1;
		t.rows[t.count].from = EHC_STR("national");
		t.rows[t.count].since = EHC_NODATE;
	}
	for (size_t i = 0; i < p->lines.count; i++)
		if (p->lines.items[i].node->label == EHC_L_TASK_TYPE && ehc_house_applies(p->lines.items[i].since, day))
			lay_over(a, &t, &p->lines.items[i]);
	return t;
}

bool
ehc_delegation_is_barred(struct ehc_str task, struct ehc_str terms)
{
	return ehc_str_starts_nocase(terms, "yes") && class_by_name(task, EHC_TASK_PERSONAL) == EHC_TASK_REGISTERED;
}

const struct ehc_task_table *
ehc_tasks_of(struct ehc_check *c)
{
	if (c->tasks == NULL) {
		struct ehc_task_table *t = EHC_NEW(c->arena, struct ehc_task_table);

		*t = ehc_task_table(c->arena, c->profile, ehc_check_day(c));
		t->known = EHC_NEW_ARRAY(c->arena, unsigned char, ehc_item_count(c->plan));
		c->tasks = t;
	}
	return c->tasks;
}

/* ---- what an item speaks of ---- */

size_t
ehc_task_said(const struct ehc_task_type *row, struct ehc_str text, size_t *len)
{
	size_t at = ehc_says_at(NULL, text, row->words, len);

	if (at != SIZE_MAX || !row->own || ehc_names_alike(row->name, text, &at, len) == 0)
		return at;
	return at;
}

size_t
ehc_task_spoken(const struct ehc_task_type *row, struct ehc_str text, size_t *len)
{
	struct ehc_speech q = { false, false, 0 };
	size_t from = 0, at;

	while ((at = ehc_task_said(row, ehc_str_sub(text, from, text.len), len)) != SIZE_MAX) {
		at += from;
		if (!ehc_is_quoted(&q, text, at))
			return at;
		from = at + *len;
	}
	return SIZE_MAX;
}

/* A medicine or feed speaks of a task as its own words do; every feed is given by a tube. */
static bool
is_used(const struct ehc_task_type *row, const struct ehc_item *used)
{
	if (used->kind == EHC_ITEM_FEED)
		return ehc_task_said(row, EHC_STR("tube feed"), NULL) != SIZE_MAX;
	return ehc_task_said(row, used->text.str, NULL) != SIZE_MAX ||
	    ehc_task_said(row, ehc_item_value(used, EHC_L_PRODUCT).text.str, NULL) != SIZE_MAX;
}

bool
ehc_task_fits(const struct ehc_task_type *row, const struct ehc_item *it)
{
	if (row->of_service && it->kind != EHC_ITEM_PROVISION)
		return false;
	if (ehc_task_said(row, it->text.str, NULL) != SIZE_MAX)
		return true;
	/* What a registered professional keeps is an act, "pass a nasogastric tube": the name of a medicine does not tell of it. */
	for (size_t i = 0; i < it->out.count && row->class_ != EHC_TASK_REGISTERED; i++)
		if (it->out.items[i]->relation == EHC_REL_USES && it->out.items[i]->to != NULL && is_used(row, it->out.items[i]->to))
			return true;
	return false;
}

const struct ehc_task_type *
ehc_task_find(const struct ehc_task_table *t, const struct ehc_item *it)
{
	const struct ehc_task_type *best = NULL;

	for (size_t i = 0; i < t->count; i++) {
		const struct ehc_task_type *row = &t->rows[i];
		bool set = !ehc_str_is(row->from, "national");

		if (ehc_task_fits(row, it) && (best == NULL || row->class_ > best->class_ || (row->class_ == best->class_ && set)))
			best = row;
	}
	return best;
}

static bool
uses_anything(const struct ehc_item *task)
{
	return ehc_item_count_links(task, EHC_REL_USES) > 0;
}

static enum ehc_task_class
find_class(struct ehc_check *c, const struct ehc_item *task)
{
	struct ehc_str stated = ehc_item_value(task, EHC_L_TASK_CLASS).text.str;
	const struct ehc_task_type *row;
	enum ehc_task_class class;

	if (ehc_says(NULL, stated, "registered professional|registered nurse|registered"))
		return EHC_TASK_REGISTERED;
	if (ehc_says(NULL, stated, "this child|child-specific"))
		return EHC_TASK_THIS_CHILD;
	if (ehc_says(NULL, stated, "personal care|personal"))
		return EHC_TASK_PERSONAL;
	if (stated.len > 0)
		return EHC_TASK_TRAINED;
	row = ehc_task_find(ehc_tasks_of(c), task);
	class = row == NULL ? EHC_TASK_PERSONAL : row->class_;
	return class == EHC_TASK_PERSONAL && uses_anything(task) ? EHC_TASK_TRAINED : class;
}

enum ehc_task_class
ehc_task_class(struct ehc_check *c, const struct ehc_item *task)
{
	unsigned char *known = &ehc_tasks_of(c)->known[task->nth];

	if (*known == 0)
		*known = (unsigned char)(1 + find_class(c, task));
	return (enum ehc_task_class)(*known - 1);
}

/* Where the plan itself puts the task among those of trained staff, it has said that no delegation is needed. */
bool
ehc_task_needs_delegator(struct ehc_check *c, const struct ehc_item *task)
{
	enum ehc_task_class class = ehc_task_class(c, task);

	return class >= EHC_TASK_THIS_CHILD ||
	    (class == EHC_TASK_TRAINED && ehc_item_value(task, EHC_L_TASK_CLASS).node == NULL && uses_anything(task));
}

const struct ehc_task_type *
ehc_task_by_house(struct ehc_check *c, const struct ehc_item *task)
{
	const struct ehc_task_type *row;

	if (ehc_item_value(task, EHC_L_TASK_CLASS).node != NULL)
		return NULL;
	row = ehc_task_find(ehc_tasks_of(c), task);
	return row != NULL && row->own && class_by_name(row->name, EHC_TASK_PERSONAL) < row->class_ ? row : NULL;
}
