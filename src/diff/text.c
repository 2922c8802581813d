/*
 * text.c - a diff for the person who works on the plan: section by section, each item with what changed about it, what was said
 * before and what is said now; then what was only reworded, carried over or renumbered.
 */
#include "diff/document.h"

#include "report/width.h"

#include <string.h>

enum { DEFAULT_WIDTH = 80, LABEL_COLUMNS = 14, LONGEST = 600 };

struct palette { const char *bold, *more, *less, *vague, *quiet, *off; };
static const struct palette colours = { "\033[1m", "\033[1;32m", "\033[1;35m", "\033[1;33m", "\033[34m", "\033[0m" };
static const struct palette plain = { "", "", "", "", "", "" };

struct page {
	struct ehc_buf *out;
	const struct ehc_diff *d;
	const struct palette *ink;
	size_t width;
	bool all;
};

/* ---- parts ---- */

static void
put_wrapped(struct page *p, const char *label, const char *ink, struct ehc_str words)
{
	ehc_buf_printf(p->out, "    %s%s%s", ink, label, p->ink->off);
	ehc_buf_fill(p->out, ' ', strlen(label) < LABEL_COLUMNS - 5 ? LABEL_COLUMNS - 4 - strlen(label) : 1);
	ehc_wrap(p->out, words, LABEL_COLUMNS, LABEL_COLUMNS, p->width);
	ehc_buf_char(p->out, '\n');
}

/* Long texts are shown by how they begin: the plans hold them whole. */
static struct ehc_str
shown(struct page *p, struct ehc_str words)
{
	size_t end = LONGEST;

	if (p->all || words.len <= LONGEST)
		return words;
	while (end > 0 && words.ptr[end] != ' ' && words.ptr[end] != '\n')
		end--;
	return ehc_arena_printf(p->d->arena, "%.*s ...", EHC_ARG(ehc_str_sub(words, 0, end)));
}

static void
put_side(struct page *p, const char *label, const struct ehc_change_side *side)
{
	if (side->words.len > 0)
		put_wrapped(p, label, p->ink->quiet, shown(p, side->words));
}

static const char *
ink_of(const struct page *p, const struct ehc_change *c)
{
	if (c->precision == EHC_VAGUER)
		return p->ink->vague;
	switch (c->kind) {
	case EHC_CHANGE_ADDED: case EHC_CHANGE_INCREASED: case EHC_CHANGE_MET: return p->ink->more;
	case EHC_CHANGE_REMOVED: case EHC_CHANGE_REDUCED: case EHC_CHANGE_LOST: return p->ink->less;
	default: return p->ink->bold;
	}
}

static void
put_change(struct page *p, const struct ehc_change *c)
{
	ehc_buf_cstr(p->out, "    ");
	ehc_buf_cstr(p->out, ink_of(p, c));
	ehc_wrap(p->out, ehc_change_say(p->d->arena, c), 4, 6, p->width);
	ehc_buf_printf(p->out, "%s\n", p->ink->off);
	if (ehc_change_says_all(c))
		return;
	put_side(p, "before:", &c->before);
	put_side(p, "now:", &c->after);
}

/* "K4 Speech and language therapy; K5 Psychological advice" */
static void
put_advice(struct page *p, const char *label, const struct ehc_diff_items *list)
{
	struct ehc_str words = EHC_NOSTR;

	for (size_t i = 0; i < list->count; i++)
		words = ehc_arena_printf(p->d->arena, "%.*s%s%.*s %.*s", EHC_ARG(words), i > 0 ? "; " : "", EHC_ARG(list->items[i]->id_written),
		    EHC_ARG(list->items[i]->text.str));
	if (words.len > 0)
		put_wrapped(p, label, p->ink->quiet, words);
}

/* How the item begins, where its changes do not show it. */
static void
put_item(struct page *p, const struct ehc_diff_entry *e)
{
	struct ehc_str words;
	size_t room = p->width - 8, end;

	if (diff_shows_words(e) || e->after.count != 1)
		return;
	words = e->after.items[0]->text.str;
	end = words.len;
	for (size_t i = 0; i < words.len && end == words.len; i++)
		if (words.ptr[i] == '\n' || i >= room)
			end = i;
	while (end < words.len && end > 0 && words.ptr[end] != ' ' && words.ptr[end] != '\n')
		end--;
	ehc_buf_printf(p->out, "    %s", p->ink->quiet);
	ehc_buf_plain(p->out, ehc_str_sub(words, 0, end));
	ehc_buf_printf(p->out, "%s%s\n", end < words.len ? " ..." : "", p->ink->off);
}

static void
put_entry(struct page *p, const struct ehc_diff_entry *e)
{
	ehc_buf_printf(p->out, "\n  %s", p->ink->bold);
	ehc_buf_plain(p->out, diff_title(p->d->arena, e));
	ehc_buf_printf(p->out, "%s\n", p->ink->off);
	put_item(p, e);
	for (size_t i = 0; i < e->changes.count; i++)
		put_change(p, &e->changes.items[i]);
	if (e->because.len > 0)
		put_wrapped(p, "because:", p->ink->quiet, e->because);
	put_advice(p, "evidence:", &e->evidence);
	if (e->after.count == 0)
		put_advice(p, "it cited:", &e->evidence_before);
}

/* ---- the head ---- */

static void
put_version(struct page *p, const char *label, const struct ehc_plan *plan)
{
	struct ehc_str version = diff_version(p->d->arena, plan);

	put_wrapped(p, label, p->ink->quiet, ehc_arena_printf(p->d->arena, "%.*s%s%.*s", EHC_ARG(plan->source->name), version.len > 0 ? ": " : "",
	    EHC_ARG(version)));
}

static void
put_head(struct page *p)
{
	const struct ehc_plan *after = p->d->after;

	ehc_buf_printf(p->out, "%sWhat changed in ", p->ink->bold);
	ehc_buf_plain(p->out, after->reference.len > 0 ? after->reference : EHC_STR("the plan"));
	ehc_buf_printf(p->out, "%s\n", p->ink->off);
	put_version(p, "before:", p->d->before);
	put_version(p, "now:", after);
}

/* ---- what is no change ---- */

static void
put_heading(struct page *p, struct ehc_str words)
{
	ehc_buf_printf(p->out, "\n%s%.*s%s\n", p->ink->bold, EHC_ARG(words), p->ink->off);
}

static void
put_list(struct page *p, struct ehc_str words)
{
	ehc_buf_cstr(p->out, "  ");
	ehc_wrap(p->out, words, 2, 2, p->width);
	ehc_buf_char(p->out, '\n');
}

static void
put_reworded(struct page *p)
{
	if (p->d->reworded.count == 0)
		return;
	put_heading(p, EHC_STR("Reworded: the same facts in other words"));
	for (size_t i = 0; i < p->d->reworded.count; i++)
		put_entry(p, &p->d->reworded.items[i]);
}

static void
put_carried(struct page *p)
{
	struct ehc_str words = EHC_NOSTR;

	for (size_t i = 0; i < p->d->carried.count; i++) {
		const struct ehc_item *it = p->d->carried.items[i].after;
		bool noted = ehc_item_value(it, EHC_L_PROGRESS).text.str.len > 0;

		words = ehc_arena_printf(p->d->arena, "%.*s%s%.*s%s", EHC_ARG(words), i > 0 ? "; " : "", EHC_ARG(it->id_written),
		    noted ? "" : " (no progress noted)");
	}
	if (words.len == 0)
		return;
	put_heading(p, EHC_STR("Outcomes carried over as they were"));
	put_list(p, words);
}

static void
put_renumbered(struct page *p)
{
	struct ehc_str words = EHC_NOSTR;

	for (size_t i = 0; i < p->d->renumbered.count; i++)
		words = ehc_arena_printf(p->d->arena, "%.*s%s%.*s is now %.*s", EHC_ARG(words), i > 0 ? "; " : "",
		    EHC_ARG(p->d->renumbered.items[i].before->id_written), EHC_ARG(p->d->renumbered.items[i].after->id_written));
	if (words.len == 0)
		return;
	put_heading(p, EHC_STR("Renumbered"));
	put_list(p, words);
}

static void
put_counts(struct page *p)
{
	size_t vaguer = 0, n = p->d->entries.count;

	for (size_t i = 0; i < n; i++)
		vaguer += ehc_entry_is_vaguer(&p->d->entries.items[i]);
	ehc_buf_printf(p->out, "\n%s", p->ink->bold);
	if (n == 0)
		ehc_buf_cstr(p->out, "Nothing changed in meaning");
	else
		ehc_buf_printf(p->out, "%zu thing%s changed, %zu of them vaguer than before", n, n == 1 ? "" : "s", vaguer);
	ehc_buf_printf(p->out, "; %zu reworded, %zu item%s the same.%s\n", p->d->reworded.count, p->d->same, p->d->same == 1 ? "" : "s", p->ink->off);
}

/* ---- the report ---- */

static void
put_section_heading(struct page *p, const struct ehc_diff_entry *e)
{
	const char *subject = ehc_section_subject(e->section);

	if (e->section == EHC_NO_SECTION)
		put_heading(p, p->d->after->kind == EHC_DOC_HEALTH_PLAN ? EHC_STR("Health care plan") : EHC_STR("The plan and the child"));
	else
		put_heading(p, ehc_arena_printf(p->d->arena, "Section %s%s%s", ehc_section_name(e->section), subject[0] != '\0' ? ": " : "", subject));
}

void
ehc_diff_text(const struct ehc_diff *d, const struct ehc_report_options *o, struct ehc_buf *out)
{
	struct page p = { .out = out, .d = d, .ink = o->color ? &colours : &plain, .width = o->width > 0 ? (size_t)o->width : DEFAULT_WIDTH,
		.all = o->all };

	if (!o->quiet) {
		put_head(&p);
		for (size_t i = 0; i < d->entries.count; i++) {
			if (i == 0 || d->entries.items[i].section != d->entries.items[i - 1].section)
				put_section_heading(&p, &d->entries.items[i]);
			put_entry(&p, &d->entries.items[i]);
		}
		put_reworded(&p);
		put_carried(&p);
		put_renumbered(&p);
	}
	put_counts(&p);
}
