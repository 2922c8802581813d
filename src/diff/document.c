/*
 * document.c - a diff as blocks, for those who work on the plan: each change with what was said before and what is said now, and
 * hours a year. The notice for the family (notice.c) is put together from the same parts.
 */
#include "diff/document.h"

#include <string.h>

/* ---- words of the plans ---- */

/* A bulleted line stands as an item of a list; the lines of a paragraph run on. */
static void
put_paragraph(struct layout *l, struct ehc_cell *cell, struct ehc_str words)
{
	struct ehc_block *list = NULL, *p = NULL;
	struct ehc_str line;

	while (ehc_str_split(&words, '\n', &line)) {
		if (ehc_str_starts_nocase(line, "- ")) {
			if (list == NULL)
				list = ehc_cell_add(l->d, cell, EHC_BLOCK_LIST);
			p = ehc_block_paragraph(l->d, ehc_block_add(l->d, list, EHC_BLOCK_ITEM), EHC_NOSTR);
			line = ehc_str_sub(line, 2, line.len);
		} else if (p == NULL) {
			p = ehc_cell_paragraph(l->d, cell, EHC_NOSTR);
		} else {
			ehc_run_words(l->d, p, EHC_STR(" "));
		}
		ehc_run_slice(l->d, p, l->plan->source, line);
	}
}

void
diff_put_words(struct layout *l, struct ehc_cell *cell, struct ehc_str words)
{
	while (words.len > 0) {
		const char *end = memmem(words.ptr, words.len, "\n\n", 2);
		size_t n = end == NULL ? words.len : (size_t)(end - words.ptr);

		put_paragraph(l, cell, ehc_str_sub(words, 0, n));
		words = ehc_str_trim(ehc_str_sub(words, n, words.len));
	}
}

/* ---- parts ---- */

static struct ehc_str
capital(struct layout *l, struct ehc_str s)
{
	struct ehc_block holder = { 0 };

	layout_capital(l, &holder, s);
	return holder.runs.items[0].text;
}

/* The first sentence of an advice is its name. */
static struct ehc_str
name_of(const struct ehc_item *advice)
{
	size_t end = ehc_str_find_nocase(advice->text.str, ". ");

	return end == SIZE_MAX ? advice->text.str : ehc_str_sub(advice->text.str, 0, end);
}

struct ehc_str
diff_heading(struct layout *l, const struct ehc_diff_entry *e)
{
	return capital(l, diff_title(l->d->arena, e));
}

void
diff_put_item(struct layout *l, struct ehc_block *section, const struct ehc_diff_entry *e)
{
	struct ehc_cell words = { NULL, NULL };

	if (diff_shows_words(e) || e->after.count != 1)
		return;
	diff_put_words(l, &words, e->after.items[0]->text.str);
	section->last->next = words.first;
	if (words.first != NULL)
		section->last = words.last;
	for (struct ehc_block *b = words.first; b != NULL; b = b->next)
		b->together = b->kind == EHC_BLOCK_PARAGRAPH;
}

struct ehc_str
diff_section_heading(struct layout *l, enum ehc_section s)
{
	const char *subject = ehc_section_subject(s);

	if (s == EHC_NO_SECTION)
		return l->plan->kind == EHC_DOC_HEALTH_PLAN ? EHC_STR("The health care plan") : EHC_STR("The plan and the child");
	return layout_printf(l, "Section %s%s%s", ehc_section_name(s), subject[0] != '\0' ? ": " : "", subject);
}

void
diff_put_advice(struct layout *l, struct ehc_block *facts, struct ehc_str label, const struct ehc_diff_items *list)
{
	struct ehc_cell *cell;

	if (list->count == 0)
		return;
	cell = layout_fact(l, facts, label);
	for (size_t i = 0; i < list->count; i++) {
		const struct ehc_item *k = list->items[i];
		struct ehc_block *p = ehc_cell_paragraph(l->d, cell, layout_printf(l, "%.*s: %.*s", EHC_ARG(k->id_written), EHC_ARG(name_of(k))));

		if (k->author.text.str.len > 0)
			ehc_run_words(l->d, p, layout_printf(l, ", %.*s", EHC_ARG(k->author.text.str)));
		if (k->received.day != EHC_NODATE && k->received.node != NULL)
			ehc_run_words(l->d, p, layout_printf(l, ", received %.*s", EHC_ARG(ehc_day_text(l->d->arena, k->received.day))));
	}
}

struct ehc_block *
diff_table(struct layout *l, struct ehc_block *parent, struct ehc_str caption, const char *what, const char *before, const char *now)
{
	const struct ehc_column columns[] = { { ehc_str_of(what), 22 }, { ehc_str_of(before), 39 }, { ehc_str_of(now), 39 } };
	struct ehc_block *t = ehc_block_table(l->d, parent, caption, columns, EHC_COUNT(columns));

	t->named = true;
	t->steady = true;
	return t;
}

/* A cell that holds nothing says so in words: a dash tells a family nothing, and a screen reader passes over it. */
static void
put_side(struct layout *l, struct ehc_cell *cell, struct ehc_str words)
{
	if (words.len > 0)
		diff_put_words(l, cell, words);
	else
		ehc_cell_paragraph(l->d, cell, EHC_STR("not said"))->tone = EHC_TONE_QUIET;
}

void
diff_row(struct layout *l, struct ehc_block *table, struct ehc_str what, struct ehc_str before, struct ehc_str now)
{
	struct ehc_table_row *r = ehc_block_row(l->d, table, EHC_NOSTR);

	ehc_cell_paragraph(l->d, &r->cells[0], what);
	put_side(l, &r->cells[1], before);
	put_side(l, &r->cells[2], now);
}

struct ehc_str
diff_version(struct ehc_arena *a, const struct ehc_plan *p)
{
	const struct ehc_date *dated = p->dated.node != NULL ? &p->dated : &p->written;
	struct ehc_str out = p->status_value.text.str;

	if (p->version.text.str.len > 0)
		out = ehc_arena_printf(a, "%.*s%sversion %.*s", EHC_ARG(out), out.len > 0 ? ", " : "", EHC_ARG(p->version.text.str));
	if (dated->node != NULL && dated->day != EHC_NODATE)
		out = ehc_arena_printf(a, "%.*s%s%.*s", EHC_ARG(out), out.len > 0 ? ", " : "", EHC_ARG(ehc_day_text(a, dated->day)));
	return out.len > 0 ? out : EHC_STR("not dated");
}

void
diff_put_renumbered(struct layout *l, const struct ehc_diff *d)
{
	struct ehc_block *s, *p;

	if (d->renumbered.count == 0)
		return;
	s = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("New numbers"));
	p = ehc_block_paragraph(l->d, s, EHC_STR("What has another number now: "));
	for (size_t i = 0; i < d->renumbered.count; i++)
		ehc_run_words(l->d, p, layout_printf(l, "%s%.*s is now %.*s", i > 0 ? "; " : "", EHC_ARG(d->renumbered.items[i].before->id_written),
		    EHC_ARG(d->renumbered.items[i].after->id_written)));
	ehc_run_words(l->d, p, EHC_STR("."));
}

/* ---- for those who work on the plan ---- */

/* Two changes of one amount share a row: its words are told once. */
static void
put_change(struct layout *l, struct ehc_block *table, const struct ehc_diff_entry *e, size_t i)
{
	const struct ehc_change *c = &e->changes.items[i];
	struct ehc_str says = ehc_change_say(l->d->arena, c);

	if (i > 0 && c->label == EHC_L_HOW_MUCH && c[-1].label == EHC_L_HOW_MUCH)
		ehc_cell_paragraph(l->d, &table->last_row->cells[0], says);
	else
		diff_row(l, table, says, c->before.words, c->after.words);
}

static void
put_entry(struct layout *l, struct ehc_block *section, const struct ehc_diff_entry *e)
{
	struct ehc_str heading = diff_heading(l, e);
	struct ehc_block *s = ehc_block_section(l->d, section, 3, EHC_NOSTR, heading), *t, *facts;

	diff_put_item(l, s, e);
	t = diff_table(l, s, layout_printf(l, "Changes to %.*s", EHC_ARG(heading)), "What changed", "Before", "Now");
	for (size_t i = 0; i < e->changes.count; i++)
		put_change(l, t, e, i);
	if (e->because.len == 0 && e->evidence.count == 0 && (e->after.count > 0 || e->evidence_before.count == 0))
		return;
	facts = ehc_block_facts(l->d, s, layout_printf(l, "Reason and evidence for %.*s", EHC_ARG(heading)));
	if (e->because.len > 0)
		diff_put_words(l, layout_fact(l, facts, EHC_STR("Why")), e->because);
	diff_put_advice(l, facts, EHC_STR("Evidence"), &e->evidence);
	if (e->after.count == 0)
		diff_put_advice(l, facts, EHC_STR("It cited"), &e->evidence_before);
}

static void
put_entries(struct layout *l, const struct ehc_diff_entry *entries, size_t n, const char *heading)
{
	struct ehc_block *section = NULL;

	if (n > 0 && heading != NULL)
		section = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, ehc_str_of(heading));
	for (size_t i = 0; i < n; i++) {
		if (heading == NULL && (i == 0 || entries[i].section != entries[i - 1].section))
			section = ehc_block_section(l->d, NULL, 2, EHC_NOSTR, diff_section_heading(l, entries[i].section));
		put_entry(l, section, &entries[i]);
	}
}

static void
put_carried(struct layout *l, const struct ehc_diff *d)
{
	struct ehc_block *list;

	if (d->carried.count == 0)
		return;
	list = ehc_block_add(l->d, ehc_block_section(l->d, NULL, 2, EHC_NOSTR, EHC_STR("Outcomes carried over as they were")), EHC_BLOCK_LIST);
	for (size_t i = 0; i < d->carried.count; i++) {
		const struct ehc_item *it = d->carried.items[i].after;

		ehc_block_paragraph(l->d, ehc_block_add(l->d, list, EHC_BLOCK_ITEM), layout_printf(l, "%.*s: %.*s%s", EHC_ARG(it->id_written),
		    EHC_ARG(it->text.str), ehc_item_value(it, EHC_L_PROGRESS).text.str.len > 0 ? "" : " (no progress noted)"));
	}
}

static void
put_front(struct layout *l, const struct ehc_diff *d)
{
	struct ehc_block *h = ehc_block_add(l->d, NULL, EHC_BLOCK_HEADING), *facts;
	size_t vaguer = 0;

	for (size_t i = 0; i < d->entries.count; i++)
		vaguer += ehc_entry_is_vaguer(&d->entries.items[i]);
	h->level = 1;
	ehc_run_words(l->d, h, EHC_STR("What changed between two versions"));
	facts = ehc_block_facts(l->d, NULL, EHC_STR("The two versions"));
	ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Before")), diff_version(l->d->arena, d->before));
	ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Now")), diff_version(l->d->arena, d->after));
	ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Changed")), layout_printf(l, "%zu, of them vaguer than before: %zu", d->entries.count,
	    vaguer));
	ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Reworded alone")), layout_printf(l, "%zu", d->reworded.count));
	ehc_cell_paragraph(l->d, layout_fact(l, facts, EHC_STR("Items as they were")), layout_printf(l, "%zu", d->same));
	ehc_block_paragraph(l->d, NULL, EHC_STR("For those who work on the plan. Hours a year are worked out from the amounts; they are no part of "
	    "the plan. Whether a change is right for the child is for people who know the child."))->tone = EHC_TONE_QUIET;
}

struct ehc_document *
ehc_diff_document(struct ehc_arena *a, const struct ehc_diff *d, const struct ehc_style *style)
{
	struct layout *l = layout_begin(a, d->after, NULL, style);
	struct ehc_str reference = layout_flat(l, d->after->reference);

	l->d->title = layout_printf(l, "What changed%s%.*s", reference.len > 0 ? ": " : "", EHC_ARG(reference));
	l->d->running = reference.len > 0 ? reference : EHC_STR("What changed");
	l->d->state = EHC_STR("What changed between two versions");
	l->d->authority = layout_flat(l, d->after->authority.text.str);
	put_front(l, d);
	put_entries(l, d->entries.items, d->entries.count, NULL);
	put_entries(l, d->reworded.items, d->reworded.count, "Reworded: the same facts in other words");
	put_carried(l, d);
	diff_put_renumbered(l, d);
	return l->d;
}
