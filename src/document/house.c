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

/* `words for the family draft:`; amendments are a draft and an amended final plan is a final one, unless they have words of their own. */
static const struct ehc_prose_entry *
words_for(const struct ehc_plan *house, const char *status)
{
	const struct ehc_prose_entry *t;

	for (size_t n = 0; status != NULL && (t = ehc_plan_text(house, EHC_L_FAMILY_WORDS, n)) != NULL; n++)
		if (ehc_str_is_nocase(ehc_str_trim(t->words), status))
			return t;
	return NULL;
}

void
layout_family_words(struct layout *l)
{
	static const struct { enum ehc_status status; const char *own, *usual; } names[] = {
		{ EHC_WORKING, "working", "draft" }, { EHC_DRAFT, "draft", NULL }, { EHC_PROPOSED, "proposed amendments", "draft" },
		{ EHC_FINAL, "final", NULL }, { EHC_AMENDED_FINAL, "amended final", "final" }, { EHC_CEASED, "ceased", NULL },
		{ EHC_AGREED_PLAN, "agreed", NULL },
	};
	const struct ehc_prose_entry *t = NULL;

	for (size_t i = 0; l->house != NULL && i < EHC_COUNT(names); i++)
		if (names[i].status == l->plan->status) {
			t = words_for(l->house, names[i].own);
			t = t != NULL ? t : words_for(l->house, names[i].usual);
		}
	if (t != NULL)
		put_words(l, ehc_block_add(l->d, NULL, EHC_BLOCK_NOTICE), &t->text, EHC_TONE_PLAIN);
}
