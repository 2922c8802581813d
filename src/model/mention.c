/*
 * mention.c - items that the words of a plan name without a field for it: advice cited in a sentence "(K2)", staff and
 * medicines named in a step. Also whose part a member of staff takes (`covers:`). Names are found through one index,
 * so that a long plan with many people stays quick.
 */
#include "model/bind.h"

#define NAME_WORDS 8

void
ehc_bind_names(struct ehc_binder *b)
{
	static const enum ehc_item_kind kinds[] = { EHC_ITEM_STAFF, EHC_ITEM_MEDICINE, EHC_ITEM_FEED, EHC_ITEM_CONTACT };

	b->called = ehc_index_new(b->arena);
	for (size_t k = 0; k < EHC_COUNT(kinds); k++) {
		struct ehc_item *it;

		for (EHC_EACH_ITEM(it, b->plan, kinds[k])) {
			size_t words = ehc_words_count(it->name);

			if (words == 0 || words > NAME_WORDS || ehc_bind_is_open(b, it->name))
				continue;
			ehc_index_put(b->called, it->name, it);
			if (words > b->called_words)
				b->called_words = words;
		}
	}
}

/* ---- one item's words ---- */

struct finder {
	struct ehc_binder *b;
	struct ehc_item *from;          /* NULL for a text that is no item */
	size_t *stamps;                 /* by item: 1 + the item that named it last */
	const struct ehc_node *node;
};

static bool
may_be_named(const struct finder *f, const struct ehc_item *to)
{
	if (f->b->plan->kind != EHC_DOC_HEALTH_PLAN)
		return to->kind == EHC_ITEM_ADVICE;
	return to->kind == EHC_ITEM_STAFF || to->kind == EHC_ITEM_MEDICINE || to->kind == EHC_ITEM_FEED || to->kind == EHC_ITEM_CONTACT ||
	    to->kind == EHC_ITEM_TRAINING;
}

static void
note_name(void *context, void *thing, struct ehc_str words)
{
	struct finder *f = context;
	struct ehc_item *to = thing;

	if (to == f->from || !may_be_named(f, to))
		return;
	if (f->from == NULL) {
		to->cited++;
		return;
	}
	if (f->stamps[to->nth] == f->from->nth + 1)
		return;
	f->stamps[to->nth] = f->from->nth + 1;
	ehc_tie(f->b, &(struct ehc_link){ .relation = EHC_REL_NAMES, .from = f->from, .to = to, .written = words,
		.span = ehc_part_span(&f->node->text, words) });
}

static void
search(struct finder *f, const struct ehc_node *node)
{
	f->node = node;
	ehc_ids_match(f->b->plan->index, node->text.str, note_name, f);
	if (f->b->called_words > 0)
		ehc_words_match(f->b->called, f->b->called_words, node->text.str, note_name, f);
}

/* Fields that are links already, or that are for those who work on the plan, name nothing. */
static bool
is_prose_field(const struct ehc_node *field)
{
	return field->kind == EHC_NODE_FIELD && field->keyword != NULL && field->keyword->value != EHC_VALUE_REFS &&
	    field->label != EHC_L_ACCEPT && field->label != EHC_L_NOTE && field->label != EHC_L_COVERS;
}

static void
search_entry(struct finder *f, const struct ehc_node *node)
{
	search(f, node);
	for (const struct ehc_node *n = node->fields; n != NULL; n = n->next)
		if (is_prose_field(n))
			search(f, n);
}

static void
search_everything(struct ehc_binder *b)
{
	struct finder f = { .b = b, .stamps = EHC_NEW_ARRAY(b->arena, size_t, b->nitems + 1) };

	for (struct ehc_item *it = b->plan->first_item; it != NULL; it = it->next) {
		f.from = it;
		search_entry(&f, it->node);
	}
	f.from = NULL;
	for (size_t i = 0; i < b->plan->ntexts; i++)
		search_entry(&f, b->plan->texts[i].node);
	for (const struct ehc_node *n = b->plan->tree->first; n != NULL; n = n->next)
		if (n->kind == EHC_NODE_ENTRY && (n->label == EHC_L_SECTION || n->label == EHC_L_AREA))
			search_entry(&f, n);
}

/* ---- the steps that give a medicine ---- */

struct giver {
	struct ehc_binder *b;
	const struct ehc_step *step;
};

static void
note_medicine(void *context, void *thing, struct ehc_str words)
{
	struct giver *g = context;
	struct ehc_item *to = thing;
	size_t n = to->ngiven_in, room = n;

	(void)words;
	if (to->kind != EHC_ITEM_MEDICINE && to->kind != EHC_ITEM_FEED)
		return;
	if (to->ngiven_in > 0 && to->given_in[to->ngiven_in - 1] == g->step)
		return;
	/* Grown where the count is none, 8, 16 ...: the room that the arena gives each time, so that the item need not keep it. */
	if (n == 0 || (n >= 8 && (n & (n - 1)) == 0))
		to->given_in = ehc_arena_grow(g->b->arena, to->given_in, n, &room, sizeof(struct ehc_step *));
	to->given_in[to->ngiven_in++] = g->step;
}

static void
find_givers(struct ehc_binder *b)
{
	struct giver g = { .b = b };
	struct ehc_item *it;

	for (EHC_EACH_ITEM(it, b->plan, EHC_ITEM_EMERGENCY))
		for (size_t i = 0; i < it->nsteps; i++) {
			g.step = &it->steps[i];
			ehc_ids_match(b->plan->index, g.step->text.str, note_medicine, &g);
			if (b->called_words > 0)
				ehc_words_match(b->called, b->called_words, g.step->text.str, note_medicine, &g);
		}
}

/* ---- covers ---- */

struct stand_in {
	struct ehc_binder *b;
	struct ehc_item *cover;
	const struct ehc_node *field;
	size_t *stamps;                 /* by item: 1 + the last to say that they take its part, or to be cover for it */
};

/* A member of staff who takes the part of `who` covers every task, emergency and care that `who` is named in. */
static void
cover_for(struct stand_in *s, const struct ehc_item *who)
{
	for (size_t i = 0; i < who->in.count && s->b->row_ties < EHC_ROW_TIES_LIMIT; i++) {
		const struct ehc_link *l = who->in.items[i];
		struct ehc_item *from = l->from;

		if ((l->relation != EHC_REL_DELEGATED_TO && l->relation != EHC_REL_NAMES) ||
		    (from->kind != EHC_ITEM_TASK && from->kind != EHC_ITEM_EMERGENCY && from->kind != EHC_ITEM_CARE) ||
		    s->stamps[from->nth] == s->cover->nth + 1)
			continue;
		s->stamps[from->nth] = s->cover->nth + 1;
		s->b->row_ties++;
		ehc_tie(s->b, &(struct ehc_link){ .relation = EHC_REL_COVER, .from = from, .to = s->cover,
			.written = ehc_str_of(s->cover->id), .span = s->field->span, .assumed = true });
	}
}

/* Where the plan names this person as cover itself, no second tie is made. */
static void
stamp_written_covers(struct stand_in *s)
{
	for (size_t i = 0; i < s->cover->in.count; i++)
		if (s->cover->in.items[i]->relation == EHC_REL_COVER)
			s->stamps[s->cover->in.items[i]->from->nth] = s->cover->nth + 1;
}

static void
note_covered(void *context, void *thing, struct ehc_str words)
{
	struct stand_in *s = context;
	struct ehc_item *who = thing;

	if (who->kind != EHC_ITEM_STAFF || who == s->cover || s->stamps[who->nth] == s->cover->nth + 1)
		return;
	s->stamps[who->nth] = s->cover->nth + 1;
	if (s->b->row_ties++ >= EHC_ROW_TIES_LIMIT)
		return;
	ehc_tie(s->b, &(struct ehc_link){ .relation = EHC_REL_COVERS, .from = s->cover, .to = who, .written = words,
		.span = ehc_part_span(&s->field->text, words) });
	cover_for(s, who);
}

static void
find_covers(struct ehc_binder *b)
{
	struct stand_in s = { .b = b, .stamps = EHC_NEW_ARRAY(b->arena, size_t, b->nitems + 1) };
	struct ehc_item *cover;

	for (EHC_EACH_ITEM(cover, b->plan, EHC_ITEM_STAFF)) {
		s.cover = cover;
		s.field = ehc_node_field(cover->node, EHC_L_COVERS);
		if (s.field == NULL)
			continue;
		stamp_written_covers(&s);
		ehc_ids_match(b->plan->index, s.field->text.str, note_covered, &s);
		if (b->called_words > 0)
			ehc_words_match(b->called, b->called_words, s.field->text.str, note_covered, &s);
	}
}

void
ehc_bind_mentions(struct ehc_binder *b)
{
	search_everything(b);
	if (b->plan->kind != EHC_DOC_HEALTH_PLAN)
		return;
	find_givers(b);
	find_covers(b);
}
