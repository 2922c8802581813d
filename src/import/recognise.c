/*
 * recognise.c - a plan in a draft: which kind of plan it is, which letters label its sections, and then every block in turn.
 */
#include "import/advice.h"
#include "import/care.h"

/* A function for each paragraph of the draft, those in tables among them. */
typedef void each_block(struct reader *r, const struct ehc_draft_block *b, void *data);

static void
walk(struct reader *r, const struct ehc_draft_block *first, each_block *f, void *data)
{
	for (const struct ehc_draft_block *b = first; b != NULL; b = b->next) {
		if (b->kind != EHC_DRAFT_TABLE) {
			f(r, b, data);
			continue;
		}
		for (const struct ehc_draft_row *row = b->table->first; row != NULL; row = row->next)
			for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
				walk(r, c->first, f, data);
	}
}

/* ---- which document ---- */

enum { LOOK_AT = 40, TITLES = 4 };      /* paragraphs of the first pages; of the title */

struct title { enum ehc_doc_kind named, spoken; size_t seen; };

static const char *const health_plans[] = { "healthcare plan", "health care plan", "health plan", "ihcp", "individual care plan", "care plan for school",
	"school care plan", "medical plan", "medical care plan", "medical needs plan", "health support plan", "medication plan", "consent to give medic",
	"consent for school to give medic", "give medicine", "give medication", "administer medic", "administration of medic", NULL };

/* "Asthma plan", "Seizure protocol". */
static bool
is_of_illness(struct ehc_str text)
{
	static const char *const action[] = { "plan", "protocol", "card", NULL };
	static const char *const illness[] = { "allerg", "anaphyla", "asthma", "epilep", "seizure", "diabet", "emergency", "gastrostomy", "tracheostomy", "medical",
		"catheter", "oxygen", "stoma", "continence", "feeding", "insulin", "inhaler", "midazolam", "cystic", "sickle", "heart", "haemophil", "migraine", "eczema",
		"adrenal", "coeliac", "arthritis", "swallow", "dysphagia", "intimate care", "toileting", NULL };

	return ehc_str_words(text) <= 12 && has_any(text, action) && has_any(text, illness);
}

/* A line that may be the name of a document: no sentence, and no label with a value. */
static bool
may_name(const struct ehc_draft_block *b)
{
	struct ehc_str label, value;

	return ehc_str_words(b->text) <= 20 && !ehc_str_ends_nocase(b->text, ".") && (b->kind == EHC_DRAFT_HEADING || !line_split(b->text, &label, &value));
}

/* `first`: among the first lines, where a marked one is the title even with a colon in it. */
static bool
names_health_plan(const struct ehc_draft_block *b, bool first)
{
	bool marked = b->strong || b->kind == EHC_DRAFT_HEADING || line_is_capitals(b->text);
	enum ehc_label kind;
	struct ehc_str id, rest;

	if (first && marked && ehc_str_words(b->text) <= 12 && !ehc_str_ends_nocase(b->text, ".") && (ehc_str_has(b->text, "care plan") || is_of_illness(b->text)))
		return true;
	return (may_name(b) && (has_any(b->text, health_plans) || is_of_illness(b->text))) || (b->kind == EHC_DRAFT_HEADING && care_card(b->text, &kind, &id, &rest));
}

/* The title names the kind of document; where none does, a paragraph of the first pages may speak of it. */
static void
look_for_kind(struct reader *r, const struct ehc_draft_block *b, void *data)
{
	struct title *t = data;
	struct ehc_str text = b->text;

	(void)r;
	if (text.len == 0 || t->named != EHC_DOC_NONE)
		return;
	t->seen++;
	if (may_name(b) && ((ehc_str_has(text, "education") && ehc_str_has(text, "health") && ehc_str_has(text, "care")) || ehc_str_has_word(text, "EHCP") ||
	    ehc_str_has_word(text, "EHC plan")))
		t->named = EHC_DOC_EHC_PLAN;
	else if (names_health_plan(b, t->seen <= TITLES))
		t->named = EHC_DOC_HEALTH_PLAN;
	else if (t->spoken == EHC_DOC_NONE && t->seen <= LOOK_AT && ehc_str_has(text, "education"))
		t->spoken = EHC_DOC_EHC_PLAN;
	else if (t->spoken == EHC_DOC_NONE && t->seen <= LOOK_AT && ehc_str_words(text) <= 20 && has_any(text, health_plans))
		t->spoken = EHC_DOC_HEALTH_PLAN;
}

static void
look_for_letters(struct reader *r, const struct ehc_draft_block *b, void *data)
{
	struct section_label label;

	(void)data;
	if (b->text.len > 0 && label_section(r, b->text, line_is_title(b, b->text), &label) && label.lettered)
		r->lettered |= label.sections;
	if (ehc_str_find_word(b->text, "blank") != SIZE_MAX && ehc_str_find_nocase(b->text, "row above") != SIZE_MAX)
		r->blank_takes_above = true;
}

/* Headings that a health care plan has and no other. */
static void
look_for_care(struct reader *r, const struct ehc_draft_block *b, void *data)
{
	unsigned *parts = data;
	struct ehc_str title = label_fold(r->a, ehc_str_sub(b->text, line_number(b->text), b->text.len));
	enum care_part part = line_is_title(b, b->text) ? care_part_of(title) : PART_UNKNOWN;

	if (part == PART_UNKNOWN && line_is_title(b, b->text) && ehc_str_starts_nocase(title, "if ") && care_is_event(title))
		part = PART_EMERGENCY;
	if (part == PART_MEDICINE || part == PART_EMERGENCY || part == PART_TRIPS)
		*parts |= BIT(part);
}

/* ---- a list of contents ---- */

struct contents { const struct ehc_draft_block *from, *to; };

/*
 * Labels of five sections or more, one below the other with hardly a line between two, that come again further on: a list of
 * contents, not the plan.
 */
static struct contents
find_contents(struct reader *r, const struct ehc_draft_block *start)
{
	struct contents found = { start, NULL };
	unsigned here = 0, later = 0;
	size_t between = 0;
	const struct ehc_draft_block *b;
	struct section_label label;

	for (b = start; b != NULL && b->kind != EHC_DRAFT_TABLE && between <= 2; b = b->next)
		if (label_section(r, b->text, true, &label) && label.lettered && ehc_str_words(b->text) <= 20) {
			if ((here & label.sections) == label.sections)
				break;
			here |= label.sections;
			found.to = b;
			between = 0;
		} else if (ehc_str_words(b->text) > 10)
			break;
		else
			between++;
	for (b = found.to == NULL ? NULL : found.to->next; b != NULL; b = b->next)
		if (b->kind != EHC_DRAFT_TABLE && label_section(r, b->text, line_is_title(b, b->text), &label) && label.lettered)
			later |= label.sections;
	here &= later;
	for (b = NULL; here != 0; here &= here - 1)
		between += 10;
	return between >= 50 ? found : (struct contents){ NULL, NULL };
}

static void
left_out(struct reader *r, const struct ehc_draft_block *b, void *data)
{
	note_left(r, b, b->text, data);
}

static bool
is_contents(struct reader *r, const struct ehc_draft_block **b)
{
	struct section_label label;
	struct contents c;

	if ((*b)->kind == EHC_DRAFT_TABLE || r->open != 0 || !label_section(r, (*b)->text, true, &label) || !label.lettered)
		return false;
	c = find_contents(r, *b);
	if (c.to == NULL)
		return false;
	plan_flush_title(r);
	while (*b != c.to) {
		left_out(r, *b, (void *)(uintptr_t)"a list of contents");
		*b = (*b)->next;
	}
	left_out(r, *b, (void *)(uintptr_t)"a list of contents");
	return true;
}

/* ---- everything ---- */

static enum ehc_doc_kind
kind_of(struct reader *r)
{
	struct title title = { EHC_DOC_NONE, EHC_DOC_NONE, 0 };
	unsigned parts = 0;

	walk(r, r->d->first, look_for_kind, &title);
	if (title.named == EHC_DOC_NONE && title.spoken == EHC_DOC_NONE) {
		walk(r, r->d->first, look_for_letters, NULL);
		walk(r, r->d->first, look_for_care, &parts);
		if (r->lettered == 0 && is_several(parts))
			return EHC_DOC_HEALTH_PLAN;
	}
	return title.named != EHC_DOC_NONE ? title.named : title.spoken != EHC_DOC_NONE ? title.spoken : EHC_DOC_EHC_PLAN;
}

static enum ehc_label
head_of(enum ehc_doc_kind kind)
{
	return kind == EHC_DOC_EHC_PLAN ? EHC_L_EHC_PLAN : kind == EHC_DOC_ADVICE ? EHC_L_ADVICE_REPORT : EHC_L_HEALTH_PLAN;
}

static void
begin(struct reader *r, struct ehc_arena *a, const struct ehc_draft *d, enum ehc_doc_kind kind)
{
	*r = (struct reader){ .a = a, .d = draft_ticked(a, d), .im = EHC_NEW(a, struct ehc_import) };
	r->im->draft = d;
	r->ticked = r->d != d;
	r->kind = kind != EHC_DOC_NONE ? kind : kind_of(r);
	if (r->kind == EHC_DOC_EHC_PLAN)
		walk(r, r->d->first, look_for_letters, NULL);
	if (r->kind == EHC_DOC_ADVICE)
		r->title_block = advice_title(r->d);
	r->im->kind = r->kind;
	r->head = part_new(r, head_of(r->kind), NULL);
	r->child = part_new(r, EHC_L_CHILD, NULL);
	r->timeline = part_new(r, EHC_L_TIMELINE, NULL);
}

static void
end(struct reader *r)
{
	r->im->is_form = line_is_blank_to_fill(r->child->text);
	r->im->is_nameless = r->child->text.len == 0;
	for (size_t i = 0; i < r->d->left.count; i++) {
		struct ehc_draft_block *b = EHC_NEW(r->a, struct ehc_draft_block);

		b->origin = r->d->left.items[i].origin;
		note_left(r, b, r->d->left.items[i].text, r->d->left.items[i].reason);
	}
	give_ids(r);
	field_resolve(r);
	plan_write(r);
}

struct ehc_import *
ehc_import_recognise(struct ehc_arena *a, const struct ehc_draft *d)
{
	struct reader r;

	begin(&r, a, d, EHC_DOC_NONE);
	for (const struct ehc_draft_block *b = r.d->first; b != NULL; b = b->next) {
		if (r.kind == EHC_DOC_HEALTH_PLAN)
			care_block(&r, b);
		else if (!is_contents(&r, &b))
			plan_block(&r, b);
	}
	plan_flush_title(&r);
	lead_end(&r);
	if (r.kind == EHC_DOC_HEALTH_PLAN)
		care_named_condition(&r);
	end(&r);
	return r.im;
}

struct ehc_import *
ehc_import_advice(struct ehc_arena *a, const struct ehc_draft *d)
{
	const unsigned of_plans = BIT(EHC_I) | BIT(EHC_K);
	struct reader r;

	begin(&r, a, d, EHC_DOC_ADVICE);
	walk(&r, r.d->first, look_for_letters, NULL);
	if ((r.lettered & of_plans) == of_plans)
		return NULL;
	for (const struct ehc_draft_block *b = r.d->first; b != NULL; b = b->next)
		advice_block(&r, b);
	advice_end(&r);
	end(&r);
	return r.im;
}
