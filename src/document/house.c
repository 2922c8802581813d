/*
 * house.c - what the house gives the printed plan: letterhead, logo, its words for the family. The words are
 * the house's own and stand in another file than the plan, so they carry no place in the plan.
 */
#include "layout.h"

/* A text of the house as paragraphs, without its places. */
static void
put_words(struct layout *l, struct ehc_block *parent, const struct ehc_text *t, enum ehc_tone tone)
{
	struct ehc_str rest = t->str, line;
	struct ehc_block *p = NULL;

	while (ehc_str_split(&rest, '\n', &line)) {
		if (ehc_str_trim(line).len == 0) {
			p = NULL;
			continue;
		}
		if (p == NULL) {
			p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);
			p->tone = tone;
		} else {
			ehc_run_words(l->d, p, EHC_STR(" "));
		}
		ehc_run_words(l->d, p, line);
	}
}

/* The style's letterhead, else the profile's, else the authority's name. */
static void
put_letterhead(struct layout *l, struct ehc_block *parent)
{
	const struct ehc_prose_entry *own = l->house == NULL ? NULL : ehc_plan_text(l->house, EHC_L_LETTERHEAD, 0);
	const struct ehc_text *authority = &l->plan->authority.text;

	if (l->d->style->letterhead.str.len > 0) {
		put_words(l, parent, &l->d->style->letterhead, EHC_TONE_QUIET);
	} else if (own != NULL) {
		put_words(l, parent, &own->text, EHC_TONE_QUIET);
	} else if (authority->str.len > 0) {
		struct ehc_block *p = ehc_block_add(l->d, parent, EHC_BLOCK_PARAGRAPH);

		p->tone = EHC_TONE_QUIET;
		layout_text(l, p, authority, 0, authority->str.len, NULL);
	}
}

void
layout_letterhead(struct layout *l)
{
	struct ehc_block *beside = NULL;

	if (l->d->style->logo.type != EHC_PICTURE_NONE) {
		beside = ehc_block_add(l->d, NULL, EHC_BLOCK_PORTRAIT);
		beside->picture = l->d->style->logo;
	}
	put_letterhead(l, beside);
}

static const struct ehc_prose_entry *
words_for(const struct ehc_plan *house, enum ehc_status status)
{
	const struct ehc_prose_entry *t;

	for (size_t n = 0; status != EHC_STATUS_NONE && (t = ehc_plan_text(house, EHC_L_FAMILY_WORDS, n)) != NULL; n++)
		if (ehc_status_of_words(t->words) == status)
			return t;
	return NULL;
}

/* Amendments are a draft and an amended final plan is a final one, unless they have words of their own. */
static enum ehc_status
usual(enum ehc_status status)
{
	switch (status) {
	case EHC_WORKING:
	case EHC_PROPOSED:
		return EHC_DRAFT;
	case EHC_AMENDED_FINAL:
		return EHC_FINAL;
	default:
		return EHC_STATUS_NONE;
	}
}

void
layout_family_words(struct layout *l)
{
	const struct ehc_prose_entry *t = NULL;

	if (l->house != NULL)
		t = words_for(l->house, l->plan->status);
	if (l->house != NULL && t == NULL)
		t = words_for(l->house, usual(l->plan->status));
	if (t != NULL)
		put_words(l, ehc_block_add(l->d, NULL, EHC_BLOCK_NOTICE), &t->text, EHC_TONE_PLAIN);
}

void
layout_review_words(struct layout *l)
{
	const struct ehc_prose_entry *t;

	for (size_t n = 0; l->house != NULL && (t = ehc_plan_text(l->house, EHC_L_FAMILY_WORDS, n)) != NULL; n++)
		if (ehc_words_are_for_review(t->words)) {
			put_words(l, ehc_block_add(l->d, NULL, EHC_BLOCK_NOTICE), &t->text, EHC_TONE_PLAIN);
			return;
		}
}
