/*
 * healthcare_facts.c - what a health care plan says of its medicines, tasks and staff, asked in one place. Words decide
 * where no field does: a step that gives a medicine fills what the medicine's own entry leaves out.
 */
#include "rules/healthcare.h"

/* ---- what is missing ---- */

void
ehc_gap(struct ehc_gaps *g, bool missing, enum ehc_severity severity, const char *words)
{
	if (!missing || g->n == EHC_COUNT(g->words))
		return;
	g->words[g->n++] = ehc_str_of(words);
	g->worst = severity > g->worst ? severity : g->worst;
}

#define NAME_BYTES 44

struct ehc_finding *
ehc_flag_name(struct ehc_check *c, const struct ehc_item *it, const char *fmt, ...)
{
	bool words = it != NULL && it->text.str.len > 0;
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = ehc_vflag(c, it, it == NULL ? ehc_plan_place(c->plan) : words ? ehc_sentence_span(&it->text, 0, NAME_BYTES) : it->span, fmt, args);
	va_end(args);
	f->has_text = words;
	return f;
}

/* No graver than the gravest gap. */
static struct ehc_finding *
at_worst(struct ehc_finding *f, const struct ehc_gaps *g)
{
	if (f->severity > g->worst)
		f->severity = g->worst;
	return f;
}

struct ehc_finding *
ehc_flag_gaps(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *fmt, ...)
{
	struct ehc_finding *f;
	struct ehc_str before;
	va_list args;

	if (g->n == 0)
		return NULL;
	va_start(args, fmt);
	before = ehc_arena_vprintf(c->arena, fmt, args);
	va_end(args);
	f = ehc_flag_name(c, it, "%.*s %.*s.", EHC_ARG(before), EHC_ARG(ehc_list_words(c->arena, g->words, g->n, g->n)));
	return at_worst(f, g);
}

struct ehc_finding *
ehc_flag_unsaid_gaps(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g)
{
	if (g->n == 0)
		return NULL;
	return at_worst(ehc_finding_unsaid(c, ehc_flag_name(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))),
	    ehc_list_words(c->arena, g->words, g->n, g->n)), g);
}

/* ---- fields ---- */

struct ehc_str
ehc_field_words(const struct ehc_check *c, const struct ehc_item *it, enum ehc_label label)
{
	struct ehc_str s = ehc_item_value(it, label).text.str;

	return ehc_says_nothing(s) && !ehc_says(c, s, "none|nil") ? EHC_NOSTR : s;
}

/* ---- medicines ---- */

static bool
is_given_at_home(const struct ehc_check *c, const struct ehc_item *medicine)
{
	struct ehc_str at;

	if (medicine->kind != EHC_ITEM_MEDICINE && medicine->kind != EHC_ITEM_FEED)
		return false;
	at = ehc_item_value(medicine, EHC_L_GIVEN_AT).text.str;
	if (at.len > 0)
		return ehc_says(c, at, "home") && !ehc_says(c, at, "school|nursery|college");
	return medicine->ngiven_in == 0 &&
	    ehc_says(c, medicine->text.str, "given at home|taken at home|at home only|not given at school|none is given at school");
}

static bool
is_called(const struct ehc_check *c, const struct ehc_item *medicine, const char *any)
{
	return ehc_says(c, medicine->text.str, any) || ehc_says(c, ehc_item_value(medicine, EHC_L_PRODUCT).text.str, any);
}

enum { AT_HOME = 1, ADRENALINE = 2, MIDAZOLAM = 4, RELIEVER = 8, RESCUE = 16 };

unsigned char
ehc_sort_medicine(const struct ehc_check *c, const struct ehc_item *medicine)
{
	static const struct { unsigned sort; const char *names; } called[] = {
		{ ADRENALINE | RESCUE, "adrenaline|epinephrine|epipen|jext|emerade|neffy|eurneffy|auto-injector|autoinjector|AAI" },
		{ MIDAZOLAM | RESCUE, "midazolam|buccolam|epistatus" },
		{ RELIEVER | RESCUE, "salbutamol|ventolin|reliever|blue inhaler|terbutaline|bricanyl|rescue inhaler" },
		{ RESCUE, "glucagon|rectal diazepam|rescue|emergency hydrocortisone|hydrocortisone injection" },
	};
	unsigned sorts = medicine->ngiven_in > 0 ? RESCUE : 0;

	if (medicine->kind == EHC_ITEM_FEED)
		return is_given_at_home(c, medicine) ? AT_HOME : 0;
	if (medicine->kind != EHC_ITEM_MEDICINE)
		return 0;
	for (size_t i = 0; i < EHC_COUNT(called); i++)
		if ((sorts & called[i].sort) != called[i].sort && is_called(c, medicine, called[i].names))
			sorts |= called[i].sort;
	if (is_given_at_home(c, medicine))
		sorts = (sorts & ~(unsigned)RESCUE) | AT_HOME;
	return (unsigned char)sorts;
}

static bool
is_of_sort(struct ehc_check *c, const struct ehc_item *medicine, unsigned sort)
{
	return (ehc_lines_of(c)->sorts[medicine->nth] & sort) != 0;
}

/* Where the lines of the plan are not gathered, as for the review form, it is read anew. */
bool
ehc_is_home_medicine(const struct ehc_check *c, const struct ehc_item *medicine)
{
	return c == NULL || c->lines == NULL ? is_given_at_home(c, medicine) : (c->lines->sorts[medicine->nth] & AT_HOME) != 0;
}

const struct ehc_item *
ehc_school_medicine(struct ehc_check *c, const struct ehc_item *after)
{
	for (const struct ehc_item *it = after == NULL ? c->plan->first_item : after->next; it != NULL; it = it->next)
		if ((it->kind == EHC_ITEM_MEDICINE || it->kind == EHC_ITEM_FEED) && !is_of_sort(c, it, AT_HOME) && it->twin == NULL)
			return it;
	return NULL;
}

bool
ehc_is_adrenaline(struct ehc_check *c, const struct ehc_item *medicine)
{
	return is_of_sort(c, medicine, ADRENALINE);
}

bool
ehc_is_midazolam(struct ehc_check *c, const struct ehc_item *medicine)
{
	return is_of_sort(c, medicine, MIDAZOLAM);
}

bool
ehc_is_reliever(struct ehc_check *c, const struct ehc_item *medicine)
{
	return is_of_sort(c, medicine, RELIEVER);
}

bool
ehc_is_rescue(struct ehc_check *c, const struct ehc_item *medicine)
{
	return is_of_sort(c, medicine, RESCUE);
}

bool
ehc_is_when_needed(struct ehc_check *c, const struct ehc_item *medicine)
{
	struct ehc_str when = ehc_item_value(medicine, EHC_L_WHEN).text.str;

	if (medicine->kind == EHC_ITEM_FEED || ehc_says(c, when, "all the time|all day|day and night|continuous|continuously|always"))
		return false;
	if (ehc_is_rescue(c, medicine) || ehc_says(c, when, "PRN|as required|as needed|when required|when needed|if needed|if "
	    "necessary|if required"))
		return true;
	return ehc_says(c, when, "if|sign|symptom|attack|pain|fever") &&
	    !ehc_says(c, when, "am|pm|lunch|breakfast|meal|daily|every day|each day|morning|noon|midday");
}

bool
ehc_medicine_says(struct ehc_check *c, const struct ehc_item *medicine, const char *any)
{
	if (ehc_item_says(c, medicine, any) != NULL)
		return true;
	for (size_t i = 0; i < medicine->ngiven_in; i++)
		if (ehc_says(c, medicine->given_in[i]->text.str, any))
			return true;
	return false;
}

bool
ehc_emergencies_say(struct ehc_check *c, const struct ehc_item *medicine, const char *any)
{
	const struct ehc_item *before = NULL;

	for (size_t i = 0; i < medicine->ngiven_in; i++) {
		const struct ehc_item *emergency = medicine->given_in[i]->item;

		if (emergency != before && ehc_item_says(c, emergency, any) != NULL)
			return true;
		before = emergency;
	}
	return false;
}

void
ehc_flag_record(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *what,
    const char *suggestion)
{
	struct ehc_finding *f = what == NULL ? ehc_flag_unsaid_gaps(c, it, g) :
	    ehc_flag_gaps(c, it, g, "%.*s %s", EHC_ARG(ehc_item_Called(c->arena, it)), what);

	if (f == NULL)
		return;
	f->cause = it;
	f->suggestion = ehc_str_of(suggestion);
}

bool
ehc_gives_it_alone(const struct ehc_check *c, struct ehc_str by)
{
	struct ehc_str known = c->plan->child.known_as.text.str;

	if (known.len == 0)
		known = ehc_str_sub(c->plan->child.name.text.str, 0, ehc_str_find_nocase(c->plan->child.name.text.str, " "));
	return ehc_says(c, by, "herself|himself|themselves|the child|pupil|young person|self") ||
	    (known.len > 0 && ehc_str_find_nocase(by, ehc_arena_cstr(c->arena, known)) != SIZE_MAX);
}

/* ---- tasks ---- */

bool
ehc_task_is_critical(struct ehc_check *c, const struct ehc_item *task)
{
	for (size_t i = 0; i < task->out.count; i++)
		if (task->out.items[i]->relation == EHC_REL_USES && task->out.items[i]->to != NULL &&
		    ehc_is_rescue(c, task->out.items[i]->to))
			return true;
	return ehc_says(c, task->text.str, "midazolam|adrenaline|auto-injector|rescue|glucagon|tracheostomy|suction|ventilator|"
	    "oxygen|emergency");
}

size_t
ehc_task_people(const struct ehc_item *task, const struct ehc_item **people, size_t most)
{
	size_t n = 0, k;

	for (size_t i = 0; i < task->out.count && n < most; i++) {
		const struct ehc_link *l = task->out.items[i];

		if ((l->relation != EHC_REL_DELEGATED_TO && l->relation != EHC_REL_COVER) || l->to == NULL ||
		    l->to->kind != EHC_ITEM_STAFF)
			continue;
		for (k = 0; k < n && people[k] != l->to; k++)
			continue;
		if (k == n)
			people[n++] = l->to;
	}
	return n;
}

/* ---- people ---- */

bool
ehc_names_staff(const struct ehc_check *c, struct ehc_str s)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_STAFF)) {
		if (it_n >= EHC_PEOPLE_MOST)
			return false;
		if (ehc_says(c, s, it->id) || (it->name.len > 2 &&
		    ehc_str_find_nocase(s, ehc_arena_cstr(c->plan->arena, it->name)) != SIZE_MAX))
			return true;
	}
	return false;
}

bool
ehc_is_clinical_title(const struct ehc_check *c, struct ehc_str s)
{
	return ehc_says(c, s, "nurse|doctor|Dr|consultant|paediatrician|physiotherapist|occupational therapist|speech and "
	    "language therapist|dietitian|dietician|pharmacist|GP|"
	    "general practitioner|midwife|health visitor|neurologist|surgeon|registrar|NMC|HCPC|GMC|specialist team|nursing "
	    "team|hospital team|diabetes team|clinic") &&
	    !ehc_says(c, s, "nursery nurse");
}

/* "signed by N Example, nurse" -> "N Example" */
static struct ehc_str
name_in(struct ehc_str s)
{
	static const char *const leads[] = { "signed off by ", "signed by ", "assessed by ", "shown by ", "by " };
	size_t end = 0;

	for (size_t i = 0; i < EHC_COUNT(leads); i++)
		if (ehc_str_starts_nocase(s, leads[i])) {
			s = ehc_str_sub(s, ehc_str_of(leads[i]).len, s.len);
			break;
		}
	while (end < s.len && s.ptr[end] != ',' && s.ptr[end] != '(' && s.ptr[end] != ';')
		end++;
	return ehc_str_trim(ehc_str_sub(s, 0, end));
}

bool
ehc_is_clinician(struct ehc_check *c, struct ehc_str words)
{
	struct ehc_str name = name_in(words);
	const struct ehc_lines *l = ehc_lines_of(c);
	const struct ehc_line *line;
	struct ehc_search search;
	const char *whole;

	if (ehc_is_clinical_title(c, words))
		return true;
	if (name.len < 4 || name.len > 40)
		return false;
	whole = ehc_arena_cstr(c->arena, name);
	search = ehc_search_for(NULL, whole);
	while ((line = ehc_search_next(l->clinicians, &search)) != NULL)
		if (ehc_str_has_word(line->text->str, whole))
			return true;
	return false;
}

const struct ehc_consent *
ehc_sign_off(const struct ehc_item *staff, const struct ehc_item *task)
{
	for (size_t i = 0; i < staff->competent.count; i++) {
		const struct ehc_consent *e = &staff->competent.items[i];

		if (task == NULL || e->task.len == 0 || ehc_str_is_nocase(e->task, task->id))
			return e;
	}
	return NULL;
}

const struct ehc_date *
ehc_lapse(const struct ehc_item *staff)
{
	const struct ehc_date *first = NULL;

	for (size_t i = 0; i < staff->renew_by.count; i++)
		if (staff->renew_by.items[i].day != EHC_NODATE && (first == NULL || staff->renew_by.items[i].day < first->day))
			first = &staff->renew_by.items[i];
	return first;
}

ehc_day
ehc_plan_day(const struct ehc_plan *p)
{
	if (p->dated.node != NULL && p->dated.day != EHC_NODATE)
		return p->dated.day;
	return p->written.node != NULL ? p->written.day : EHC_NODATE;
}

ehc_day
ehc_today(const struct ehc_check *c)
{
	return c->as_of != EHC_NODATE ? c->as_of : ehc_plan_day(c->plan);
}

bool
ehc_has_lapsed(const struct ehc_check *c, const struct ehc_item *staff)
{
	const struct ehc_date *lapse = ehc_lapse(staff);
	ehc_day today = ehc_today(c), made = ehc_plan_day(c->plan);

	return lapse != NULL && ((today != EHC_NODATE && lapse->day < today) ||
	    (made != EHC_NODATE && lapse->day < made + EHC_SOON));
}
