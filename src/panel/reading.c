/*
 * reading.c - which plans to read first, and why; what has lapsed in which; and, for those few, where to look.
 */
#include "panel/panel.h"


#include <stdlib.h>
#include <string.h>

enum { MOST_LOOKS = 5 };

static const struct { const char *name, *words; } reasons[EHC_READ_REASONS] = {         /* ORDER REASON */
	{ "unreadable", "It could not be read." },
	{ "safety", "A child could come to harm: a safety finding." },
	{ "other-child", "It may hold another child's name or particulars." },
	{ "not-understood", "It holds lines that could not be understood." },
	{ "no-provision", "A need or an outcome has no provision." },
	{ "waived-error", "Somebody accepted an error, with a reason." },
	{ "much", "A standard has much to mend." },
	{ "copied", "It shares sentences with plans of other children." },
	{ "lapsed", "Training, a medicine, consent or the review has lapsed." },
	{ "one-person", "A task hangs on one trained person." },
	{ "late", "Its final plan or its review is past its date." },
};

static size_t
place_of(unsigned bit)
{
	size_t i = 0;

	while (i + 1 < EHC_READ_REASONS && (bit >> i & 1) == 0)
		i++;
	return i;
}

const char *
ehc_panel_reason_name(unsigned bit)
{
	return reasons[place_of(bit)].name;
}

const char *
ehc_panel_reason_words(unsigned bit)
{
	return reasons[place_of(bit)].words;
}

/* ---- one plan of a list ---- */

static void
identify(const struct batch *b, size_t i, struct ehc_panel_plan *p)
{
	struct ehc_compilation c;

	p->path = ehc_str_of(b->files[i].path);
	if (panel_compile(b, i, &c)) {
		p->name = ehc_arena_copy(b->arena, c.plan->child.name.text.str);
		p->reference = ehc_arena_copy(b->arena, c.plan->reference);
	}
	ehc_compilation_free(&c);
}

struct ehc_panel_plan
panel_plan_of(const struct batch *b, size_t i)
{
	static const char *const kinds[KINDS] = { "EHC plan", "health care plan", "other", "not read" };
	const struct record *r = &b->records[i];
	struct ehc_panel_plan p = { .number = r->number, .kind = kinds[r->kind], .status = ehc_status_name((enum ehc_status)r->status),
		.reasons = r->reasons, .errors = r->errors, .warnings = r->warnings, .notes = r->notes, .todo = r->todo, .missed = r->missed,
		.accepted = r->accepted, .lowest_section = r->lowest_section, .shared = r->shared };

	if (r->kind == KIND_FAILED)
		p.failure = ehc_arena_copy(b->arena, panel_label_name(b->failures, r->failure));
	for (size_t s = 0; s < EHC_PANEL_STANDARDS; s++)
		p.standards[s] = (enum ehc_grade)r->standards[s];
	p.health_plan = r->kind == KIND_HEALTH_PLAN;
	if (r->lowest_section != EHC_NO_SECTION)
		p.lowest = (enum ehc_grade)r->sections[r->lowest_section];
	if (b->options->identify)
		identify(b, i, &p);
	return p;
}

/* ---- where to look ---- */

struct look { const struct ehc_finding *finding; size_t place; };

static int
gravity(const struct ehc_finding *f)
{
	return (f->rule->class_ == EHC_SAFETY ? 8 : 0) + (int)f->severity * 2 + (f->rule->class_ != EHC_PROCESS);
}

static int
compare_looks(const void *a, const void *b)
{
	const struct look *x = a, *y = b;
	int one = gravity(x->finding), other = gravity(y->finding);

	if (one != other)
		return one > other ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* The sentence at fault: the words of the finding and what stands around them in the item. */
static struct ehc_str
sentence_of(const struct ehc_finding *f)
{
	const struct ehc_prose *text = f->item != NULL && f->item->said != NULL ? f->item->said->text : NULL;

	for (size_t i = 0; text != NULL && i < text->nsentences; i++) {
		const struct ehc_sentence *s = &text->sentences[i];
		struct ehc_span span = ehc_text_span(&f->item->text, s->at, s->len);

		if (span.start <= f->span.start && f->span.start < span.end)
			return ehc_str_sub(text->text, s->at, s->at + s->len);
	}
	return EHC_NOSTR;
}

static struct ehc_str
quote_of(const struct batch *b, const struct ehc_compilation *c, const struct ehc_finding *f)
{
	struct ehc_str words = sentence_of(f);

	if (!b->options->quotes || words.len == 0)
		return EHC_NOSTR;
	return ehc_arena_copy(b->arena, b->options->identify ? words : panel_mask(c->arena, c->plan, words));
}

/* Fills in where to look first. */
static void
look(const struct batch *b, size_t i, struct ehc_panel_plan *p)
{
	struct ehc_compilation c;
	size_t n, count = 0;

	if (panel_compile(b, i, &c)) {
		struct ehc_group *groups = ehc_groups(&c.findings, &n);
		struct look *looks = EHC_NEW_ARRAY(c.arena, struct look, n);

		for (size_t g = 0; g < n; g++)
			if (groups[g].state == EHC_GROUP_OPEN && groups[g].lead->severity > EHC_NOTE)
				looks[count++] = (struct look){ groups[g].lead, g };
		if (count > 0)
			qsort(looks, count, sizeof(*looks), compare_looks);
		for (size_t k = 0; k < count && k < MOST_LOOKS; k++) {
			const struct ehc_finding *f = looks[k].finding;
			struct ehc_str item = f->item != NULL && !f->item->id_made ? ehc_str_of(f->item->id) : EHC_NOSTR;

			EHC_PUSH(b->arena, &p->look, (struct ehc_panel_quote){ f->rule->id, ehc_arena_copy(b->arena, item), quote_of(b, &c, f) });
		}
	}
	ehc_compilation_free(&c);
}

/* ---- lists ---- */

static int
compare_scores(const void *a, const void *b, void *batch)
{
	const struct record *records = ((const struct batch *)batch)->records;
	uint32_t x = records[*(const uint32_t *)a].score, y = records[*(const uint32_t *)b].score;

	return x != y ? (x > y ? -1 : 1) : panel_compare_numbers(a, b, batch);
}

/* Whether anything of it lapses, or hangs on one person. */
static bool
is_due(const struct record *r)
{
	bool any = r->alone > 0;

	for (size_t l = 0; l < EHC_LAPSES; l++)
		for (size_t w = 0; w < EHC_WHENS; w++)
			any = any || r->due[l][w] > 0;
	return any;
}

static int
compare_due(const void *a, const void *b)
{
	const struct ehc_panel_due *x = a, *y = b;
	unsigned one = 0, other = 0;

	for (size_t l = 0; l < EHC_LAPSES; l++) {
		one += x->counts[l][EHC_WHEN_LAPSED];
		other += y->counts[l][EHC_WHEN_LAPSED];
	}
	if (one != other)
		return one > other ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

static void
list_due(struct batch *b)
{
	struct ehc_panel *p = b->panel;
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += is_due(&b->records[i]);
	p->due.items = EHC_NEW_ARRAY(b->arena, struct ehc_panel_due, n);
	p->due.cap = n;
	for (size_t i = 0; i < b->n; i++) {
		const struct record *r = &b->records[i];
		struct ehc_panel_due *due = &p->due.items[p->due.count];

		if (!is_due(r))
			continue;
		*due = (struct ehc_panel_due){ .number = r->number, .alone = r->alone };
		memcpy(due->counts, r->due, sizeof(due->counts));
		p->due.count++;
	}
	if (n > 0)
		qsort(p->due.items, n, sizeof(*p->due.items), compare_due);
}

/* The gravest first; those that could not be read stand at their head, and are listed all. */
static void
list_reading(struct batch *b, const uint32_t *places)
{
	for (size_t i = 0; i < b->n && i < EHC_PANEL_READING && b->records[places[i]].score > 0; i++) {
		struct ehc_panel_plan one = panel_plan_of(b, places[i]);

		look(b, places[i], &one);
		EHC_PUSH(b->arena, &b->panel->reading, one);
	}
	for (size_t i = 0; i < b->n; i++)
		if (b->records[places[i]].kind == KIND_FAILED)
			EHC_PUSH(b->arena, &b->panel->failures, panel_plan_of(b, places[i]));
}

void
panel_lists(struct batch *b)
{
	struct ehc_arena *scratch = ehc_arena_new();

	list_due(b);
	list_reading(b, panel_order(scratch, b, compare_scores));
	ehc_arena_reset(scratch);
	if (b->panel->identify) {
		const uint32_t *places = panel_order(scratch, b, panel_compare_numbers);

		for (size_t i = 0; i < b->n; i++)
			EHC_PUSH(b->arena, &b->panel->plans, panel_plan_of(b, places[i]));
	}
	ehc_arena_free(scratch);
	panel_sample(b);
}
