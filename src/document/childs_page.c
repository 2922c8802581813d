/*
 * childs_page.c - the page for the child: a leaf of its own at the end of an EHC plan, large and plain, to be taken out and
 * given to the child. It is no lettered section. What stands on it is found in src/prose/childs_page.c.
 */
#include "layout.h"

#include "ehc/childs_page.h"

/* "For Noor": the name that the child uses, where it may be printed. */
static void
put_title(struct layout *l, struct ehc_block *heading)
{
	const struct ehc_value *name = &l->plan->child.known_as;

	if (name->text.str.len == 0 || l->hidden[EHC_L_KNOWN_AS])
		name = &l->plan->child.name;
	if (name->text.str.len == 0) {
		ehc_run_words(l->d, heading, EHC_STR("My page"));
		return;
	}
	ehc_run_words(l->d, heading, EHC_STR("For "));
	layout_text(l, heading, &name->text, 0, name->text.str.len, NULL);
}

static void
put_line(struct layout *l, struct ehc_block *parent, const struct ehc_childs_line *line)
{
	const struct ehc_text *t = line->text;

	if (line->part == EHC_CHILDS_WORDS)
		layout_prose_under(l, parent, t, NULL, 2);
	else
		layout_text(l, ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH), t, (size_t)(line->words.ptr - t->str.ptr), line->words.len, NULL);
}

/* All in one paragraph: the page should stay one. */
static void
put_helper(struct layout *l, struct ehc_block *p, struct ehc_str role)
{
	if (p->runs.count > 0)
		ehc_run_words(l->d, p, EHC_STR("  ·  "));
	layout_capital(l, p, role);
}

/* One paragraph stays one; several are a list. */
static void
put_part(struct layout *l, struct ehc_block *page, const struct ehc_childs_page *from, enum ehc_childs_part part)
{
	struct ehc_block *parent = page, *list = NULL;
	size_t n = 0;

	for (size_t i = 0; i < from->lines.count; i++)
		n += from->lines.items[i].part == part;
	if (n == 0)
		return;
	if (part != EHC_CHILDS_WORDS)
		parent = ehc_block_section(l->d, page, 2, EHC_NOSTR, ehc_str_of(ehc_childs_heading(part)));
	if (part == EHC_CHILDS_HELPERS)
		list = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);
	else if (n > 1)
		list = ehc_block_add(l->d, parent, EHC_BLOCK_LIST);
	for (size_t i = 0; i < from->lines.count; i++) {
		const struct ehc_childs_line *line = &from->lines.items[i];

		if (line->part != part)
			continue;
		if (part == EHC_CHILDS_HELPERS)
			put_helper(l, list, line->words);
		else
			put_line(l, list == NULL ? parent : ehc_block_add(l->d, list, EHC_BLOCK_ITEM), line);
	}
}

void
layout_childs_page(struct layout *l)
{
	struct ehc_childs_page page = ehc_childs_page(l->d->arena, l->plan);
	struct ehc_block *sheet, *heading, *p;

	if (page.entry == NULL || !ehc_childs_page_is_checked(&page) || !l->d->style->parts[EHC_PART_CHILDS_PAGE])
		return;
	sheet = ehc_block_add(l->d, NULL, EHC_BLOCK_SECTION);
	sheet->sheet = true;
	heading = ehc_block_add(l->d, sheet, EHC_BLOCK_HEADING);
	heading->level = 1;
	heading->anchor = EHC_STR("childs-page");
	put_title(l, heading);
	if (!ehc_status_is_final(l->plan->status) && l->plan->status != EHC_CEASED)
		ehc_block_paragraph(l->d, sheet, EHC_STR("This plan is not finished yet. It may change."));
	for (int part = 0; part < EHC_CHILDS_PARTS; part++)
		put_part(l, sheet, &page, (enum ehc_childs_part)part);
	p = ehc_block_add(l->d, sheet, EHC_BLOCK_PARAGRAPH);
	ehc_run_words(l->d, p, EHC_STR("This page was checked by: "));
	layout_text(l, p, &page.checked_by->text, 0, page.checked_by->text.str.len, NULL);
}
