/*
 * fhir.c - FHIR R4: section G of an EHC plan, or a health care plan, as a bundle of a Patient, Conditions, Goals and a CarePlan. The
 * words are the plan's own; medicines and doses are words and no more, because nothing may be worked out of them.
 */
#include "exchange/fhir.h"

/* ---- what is sent ---- */

static bool
is_sent_provision(const struct ehc_item *it)
{
	return it->kind == EHC_ITEM_PROVISION && it->section == EHC_G;
}

/* Marks what the ties of one relation lead to. */
static void
mark(struct fhir *f, const struct ehc_item *from, enum ehc_relation relation, enum ehc_item_kind kind, unsigned char role)
{
	for (size_t i = 0; i < from->out.count; i++) {
		const struct ehc_link *l = from->out.items[i];

		if (l->relation == relation && l->to != NULL && l->to->kind == kind)
			f->roles[l->to->nth] |= role;
	}
}

/* With section G go the outcomes that it works towards, and the needs that it or they are for; section C goes whole. */
static void
find_roles(struct fhir *f)
{
	const struct ehc_plan *p = f->plan;
	size_t n = 0;

	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		n = it->nth + 1;
	f->roles = EHC_NEW_ARRAY(f->a, unsigned char, n + 1);
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next) {
		if (it->kind == EHC_ITEM_CONDITION || (it->kind == EHC_ITEM_NEED && it->section == EHC_C))
			f->roles[it->nth] |= FHIR_CONDITION;
		if (!is_sent_provision(it))
			continue;
		mark(f, it, EHC_REL_TOWARDS, EHC_ITEM_OUTCOME, FHIR_GOAL);
		mark(f, it, EHC_REL_FOR, EHC_ITEM_NEED, FHIR_CONDITION);
	}
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		if ((f->roles[it->nth] & FHIR_GOAL) != 0)
			mark(f, it, EHC_REL_FOR, EHC_ITEM_NEED, FHIR_CONDITION);
	for (size_t i = 0; i < p->broken.count; i++)
		f->roles[p->broken.items[i]->from->nth] |= FHIR_UNTIED;
}

static bool
has_role(const struct fhir *f, const struct ehc_item *it, unsigned char role)
{
	return (f->roles[it->nth] & role) != 0;
}

static const char *
activity_kind(const struct ehc_item *it)
{
	switch (it->kind) {
	case EHC_ITEM_PROVISION:
		return is_sent_provision(it) ? "ServiceRequest" : NULL;
	case EHC_ITEM_MEDICINE:
		return "MedicationRequest";
	case EHC_ITEM_FEED:
		return "NutritionOrder";
	case EHC_ITEM_CARE:
		return "ServiceRequest";
	case EHC_ITEM_TASK:
	case EHC_ITEM_EMERGENCY:
		return "Task";
	default:
		return NULL;
	}
}

/* Items with one id are one resource each: the later ones are told apart by their place. */
static struct ehc_str
name_of(struct fhir *f, const struct ehc_item *it)
{
	if (it->twin == NULL)
		return ehc_str_of(it->id);
	return ehc_arena_printf(f->a, "%s, item %zu", it->id, it->nth);
}

static void
subject(struct fhir *f)
{
	fhir_reference(f, "subject", EHC_STR("the child"));
}

/* An array of references to the items that `it` is tied to, where those are sent in that role. */
static void
references(struct fhir *f, const char *name, const struct ehc_item *it, enum ehc_relation relation, unsigned char role)
{
	bool open = false;

	for (size_t i = 0; i < it->out.count; i++) {
		const struct ehc_link *l = it->out.items[i];

		if (l->relation != relation || l->to == NULL || !has_role(f, l->to, role))
			continue;
		if (!open)
			fhir_open(f, name, '[');
		open = true;
		fhir_reference(f, NULL, name_of(f, l->to));
	}
	if (open)
		fhir_close(f, ']');
}

/* ---- Patient ---- */

static const char *
gender_of(struct ehc_str sex)
{
	sex = ehc_str_trim(sex);
	return ehc_str_is_nocase(sex, "female") || ehc_str_is_nocase(sex, "girl") ? "female" :
	    ehc_str_is_nocase(sex, "male") || ehc_str_is_nocase(sex, "boy") ? "male" : NULL;
}

static void
put_nhs_number(struct fhir *f, struct ehc_str written)
{
	char figures[10];
	size_t n = 0;

	for (size_t i = 0; i < written.len; i++)
		if (ehc_is_digit(written.ptr[i]) && n++ < sizeof(figures))
			figures[n - 1] = written.ptr[i];
	if (n != sizeof(figures)) {
		if (written.len > 0)
			fhir_say(f, true, "child, NHS number: has not ten figures, and is left out");
		return;
	}
	fhir_open(f, "identifier", '[');
	fhir_open(f, NULL, '{');
	fhir_cstr(f, "system", "https://fhir.nhs.uk/Id/nhs-number");
	fhir_str(f, "value", (struct ehc_str){ figures, n });
	fhir_close(f, '}');
	fhir_close(f, ']');
}

static void
patient(struct fhir *f)
{
	const struct ehc_child *c = &f->plan->child;
	const char *gender = gender_of(c->sex.text.str);

	fhir_begin_resource(f, "Patient", EHC_STR("the child"));
	if (f->identify) {
		put_nhs_number(f, c->nhs_number.text.str);
		if (c->name.text.str.len > 0) {
			fhir_open(f, "name", '[');
			fhir_concept(f, NULL, c->name.text.str);
			fhir_close(f, ']');
		}
		if (gender != NULL)
			fhir_cstr(f, "gender", gender);
		else if (c->sex.text.str.len > 0)
			fhir_say(f, true, "child, sex: is neither male nor female, which is all that FHIR has codes for here, and is left out");
		if (c->born.node != NULL)
			fhir_day(f, "birthDate", c->born.day, c->born.month_only);
		if (c->address.text.str.len > 0) {
			fhir_open(f, "address", '[');
			fhir_concept(f, NULL, c->address.text.str);
			fhir_close(f, ']');
		}
	}
	fhir_end_resource(f);
}

/* ---- Condition, Goal ---- */

static void
condition(struct fhir *f, const struct ehc_item *it)
{
	fhir_begin_resource(f, "Condition", name_of(f, it));
	if (it->category.len > 0) {
		fhir_open(f, "category", '[');
		fhir_concept(f, NULL, it->category);
		fhir_close(f, ']');
	}
	fhir_concept(f, "code", fhir_words(f, it));
	subject(f);
	fhir_notes(f, it);
	fhir_end_resource(f);
}

/* A plan says what is to be reached, not how far it is: that is for a review. */
static void
goal(struct fhir *f, const struct ehc_item *it)
{
	struct ehc_str words = fhir_words(f, it);
	enum ehc_status status = f->plan->status;

	fhir_begin_resource(f, "Goal", name_of(f, it));
	fhir_cstr(f, "lifecycleStatus", ehc_status_is_final(status) ? "active" : status == EHC_CEASED ? "completed" : "proposed");
	fhir_concept(f, "description", words.len > 0 ? words : ehc_str_of(it->id));
	subject(f);
	if (it->by.node != NULL && it->by.day != EHC_NODATE) {
		fhir_open(f, "target", '[');
		fhir_open(f, NULL, '{');
		fhir_day(f, "dueDate", it->by.day, it->by.month_only);
		fhir_close(f, '}');
		fhir_close(f, ']');
	}
	if (it->by.node != NULL && (it->by.day == EHC_NODATE || it->by.words.len > 0))
		fhir_say(f, true, "%s, by: its words beside the day are left out", it->id);
	references(f, "addresses", it, EHC_REL_FOR, FHIR_CONDITION);
	fhir_notes(f, it);
	fhir_end_resource(f);
}

/* ---- activities ---- */

/* Staff by their post, and by their name where people may be named. */
static void
performers(struct fhir *f, const struct ehc_item *it)
{
	struct ehc_str words = it->who.value.text.str.len > 0 ? it->who.value.text.str : ehc_item_value(it, EHC_L_GIVEN_BY).text.str;
	bool open = false;

	if (words.len > 0) {
		fhir_open(f, "performer", '[');
		fhir_display(f, NULL, words);
		fhir_close(f, ']');
		return;
	}
	for (size_t i = 0; i < it->out.count; i++) {
		const struct ehc_link *l = it->out.items[i];

		if (l->relation != EHC_REL_DELEGATED_TO || l->to == NULL || l->to->kind != EHC_ITEM_STAFF)
			continue;
		if (!open)
			fhir_open(f, "performer", '[');
		open = true;
		fhir_display(f, NULL, f->identify ? l->to->text.str :
		    ehc_arena_printf(f->a, "%s%s%.*s", l->to->id, l->to->post.len > 0 ? ", " : "", EHC_ARG(l->to->post)));
	}
	if (open)
		fhir_close(f, ']');
}

static void
activity(struct fhir *f, const struct ehc_item *it, const char *kind)
{
	bool is_medicine = it->kind == EHC_ITEM_MEDICINE || it->kind == EHC_ITEM_FEED;
	struct ehc_str product = ehc_item_value(it, EHC_L_PRODUCT).text.str;

	fhir_open(f, NULL, '{');
	fhir_open(f, "detail", '{');
	fhir_cstr(f, "kind", kind);
	fhir_concept(f, "code", it->type.text.str);
	references(f, "reasonReference", it, EHC_REL_FOR, FHIR_CONDITION);
	references(f, "goal", it, EHC_REL_TOWARDS, FHIR_GOAL);
	fhir_cstr(f, "status", ehc_status_is_final(f->plan->status) ? "unknown" : f->plan->status == EHC_CEASED ? "stopped" : "not-started");
	fhir_schedule(f, it);
	fhir_display(f, "location", it->where.text.str);
	performers(f, it);
	if (is_medicine)
		fhir_concept(f, "productCodeableConcept", product.len > 0 ? product : it->text.str);
	else
		fhir_concept(f, "productCodeableConcept", it->equipment.text.str);
	fhir_str(f, "description", fhir_words(f, it));
	fhir_close(f, '}');
	fhir_close(f, '}');
}

/* ---- CarePlan ---- */

static const char *
plan_status(enum ehc_status s)
{
	switch (s) {
	case EHC_WORKING:
	case EHC_DRAFT:
	case EHC_PROPOSED:
		return "draft";
	case EHC_FINAL:
	case EHC_AMENDED_FINAL:
	case EHC_AGREED_PLAN:
		return "active";
	case EHC_CEASED:
		return "completed";
	default:
		return "unknown";
	}
}

/* References to all items that are sent in that role. */
static void
all_references(struct fhir *f, const char *name, unsigned char role)
{
	bool open = false;

	for (const struct ehc_item *it = f->plan->first_item; it != NULL; it = it->next) {
		if (!has_role(f, it, role))
			continue;
		if (!open)
			fhir_open(f, name, '[');
		open = true;
		fhir_reference(f, NULL, name_of(f, it));
	}
	if (open)
		fhir_close(f, ']');
}

static void
activities(struct fhir *f)
{
	bool open = false;

	for (const struct ehc_item *it = f->plan->first_item; it != NULL; it = it->next) {
		const char *kind = activity_kind(it);

		if (kind == NULL)
			continue;
		if (!open)
			fhir_open(f, "activity", '[');
		open = true;
		activity(f, it, kind);
	}
	if (open)
		fhir_close(f, ']');
}

/* Words of a health care plan that stand at its margin: trips, what staff must know. */
static void
notes_of_texts(struct fhir *f)
{
	for (size_t i = 0; i < f->plan->ntexts; i++) {
		const struct ehc_prose_entry *t = &f->plan->texts[i];
		const char *label = t->node->keyword->spelling;

		if (t->text.str.len == 0)
			continue;
		if (f->plan->kind != EHC_DOC_HEALTH_PLAN || t->label == EHC_L_UNPLACED || t->label == EHC_L_SIGNED) {
			if (f->plan->kind == EHC_DOC_HEALTH_PLAN)
				fhir_say(f, true, "%s: is left out", label);
			continue;
		}
		fhir_note(f, ehc_arena_printf(f->a, "%s%s%.*s: %.*s", label, t->words.len > 0 ? " " : "", EHC_ARG(t->words), EHC_ARG(t->text.str)));
		fhir_say(f, false, "%s: FHIR has no element for it; a note has its words", label);
	}
}

static void
notes_of_child(struct fhir *f)
{
	const struct { const char *label; struct ehc_str words; } facts[] = {
		{ "allergies", f->plan->child.allergies.text.str }, { "weight", f->plan->child.weight.text.str },
	};

	for (size_t i = 0; i < EHC_COUNT(facts); i++)
		if (facts[i].words.len > 0) {
			fhir_note(f, ehc_arena_printf(f->a, "%s: %.*s", facts[i].label, EHC_ARG(facts[i].words)));
			fhir_say(f, false, "child, %s: is words and no code; a note has them", facts[i].label);
		}
}

static void
notes_of_people(struct fhir *f, const struct ehc_item *it)
{
	bool names = it->kind == EHC_ITEM_STAFF || it->kind == EHC_ITEM_CONTACT || it->kind == EHC_ITEM_TRAINING;

	if (!f->identify || !names)
		return;
	fhir_note(f, ehc_arena_printf(f->a, "%s %s: %.*s", ehc_item_kind_name(it->kind), it->id, EHC_ARG(it->text.str)));
	fhir_say(f, false, "%s: FHIR's CarePlan has no element for it; a note has its words", it->id);
	fhir_notes_of(f, it);
}

/* There is always one: whose words these are and where the rest is. */
static void
notes(struct fhir *f)
{
	fhir_open(f, "note", '[');
	fhir_note(f, f->plan->kind == EHC_DOC_EHC_PLAN ?
	    EHC_STR("Section G of an education, health and care plan. The words are the plan's own; the OperationOutcome of this bundle lists what FHIR has no place for.") :
	    EHC_STR("A child's health care plan in school. The words are the plan's own; the OperationOutcome of this bundle lists what FHIR has no place for."));
	if (f->plan->sections[EHC_G].nil)
		fhir_note(f, ehc_arena_printf(f->a, "section G: none. %.*s", EHC_ARG(f->plan->sections[EHC_G].because.text.str)));
	notes_of_child(f);
	for (const struct ehc_item *it = f->plan->first_item; it != NULL; it = it->next) {
		if (activity_kind(it) != NULL)
			fhir_notes_of(f, it);
		notes_of_people(f, it);
	}
	notes_of_texts(f);
	fhir_close(f, ']');
}

static void
care_plan(struct fhir *f)
{
	const struct ehc_plan *p = f->plan;
	bool school = p->kind == EHC_DOC_HEALTH_PLAN;
	const struct ehc_date *made = p->dated.node != NULL ? &p->dated : &p->written;

	fhir_begin_resource(f, "CarePlan", EHC_STR("the plan"));
	if (f->identify && p->reference.len > 0) {
		fhir_open(f, "identifier", '[');
		fhir_open(f, NULL, '{');
		fhir_cstr(f, "system", "urn:ehc:reference");
		fhir_str(f, "value", p->reference);
		fhir_close(f, '}');
		fhir_close(f, ']');
	}
	fhir_cstr(f, "status", plan_status(p->status));
	fhir_cstr(f, "intent", "plan");
	fhir_open(f, "category", '[');
	fhir_concept(f, NULL, school ? EHC_STR("Health care plan in school") : EHC_STR("Education, health and care plan, section G: health care provision"));
	fhir_close(f, ']');
	fhir_cstr(f, "title", school ? "Health care plan in school" : "Health care provision of an education, health and care plan");
	subject(f);
	if (made->node != NULL)
		fhir_day(f, "created", made->day, made->month_only);
	fhir_display(f, "author", school ? p->written_by.text.str : p->authority.text.str);
	if (p->icb.text.str.len > 0) {
		fhir_open(f, "contributor", '[');
		fhir_display(f, NULL, p->icb.text.str);
		fhir_close(f, ']');
	}
	all_references(f, "addresses", FHIR_CONDITION);
	all_references(f, "goal", FHIR_GOAL);
	activities(f);
	notes(f);
	fhir_end_resource(f);
}

/* ---- the bundle ---- */

static void
outcome(struct fhir *f)
{
	fhir_begin_resource(f, "OperationOutcome", EHC_STR("what FHIR cannot say"));
	fhir_open(f, "issue", '[');
	for (size_t i = 0; i < f->said.count; i++) {
		fhir_open(f, NULL, '{');
		fhir_cstr(f, "severity", "information");
		fhir_cstr(f, "code", "not-supported");
		fhir_str(f, "diagnostics", f->said.items[i]);
		fhir_close(f, '}');
	}
	fhir_close(f, ']');
	fhir_end_resource(f);
}

bool
ehc_exchange_fhir(struct ehc_arena *a, const struct ehc_plan *plan, bool identify, struct ehc_buf *out, struct ehc_fhir_losses *losses)
{
	const struct ehc_child *c = &plan->child;
	struct fhir f = { .a = a, .plan = plan, .out = out, .identify = identify };

	if ((plan->kind != EHC_DOC_EHC_PLAN && plan->kind != EHC_DOC_HEALTH_PLAN) || plan->is_template)
		return false;
	f.seed = ehc_arena_printf(a, "%.*s\n%.*s\n%.*s\n%d", EHC_ARG(plan->reference), EHC_ARG(c->name.text.str), EHC_ARG(c->nhs_number.text.str),
	    (int)c->born.day);
	find_roles(&f);
	fhir_open(&f, NULL, '{');
	fhir_cstr(&f, "resourceType", "Bundle");
	fhir_cstr(&f, "type", "collection");
	fhir_open(&f, "entry", '[');
	patient(&f);
	for (const struct ehc_item *it = plan->first_item; it != NULL; it = it->next)
		if (has_role(&f, it, FHIR_CONDITION))
			condition(&f, it);
	for (const struct ehc_item *it = plan->first_item; it != NULL; it = it->next)
		if (has_role(&f, it, FHIR_GOAL))
			goal(&f, it);
	care_plan(&f);
	fhir_left_out(&f);
	if (f.said.count > 0)
		outcome(&f);
	fhir_close(&f, ']');
	fhir_close(&f, '}');
	ehc_buf_char(out, '\n');
	*losses = (struct ehc_fhir_losses){ f.in_notes, f.left_out };
	return true;
}
