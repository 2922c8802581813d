/*
 * nearest.c - "did you mean": the label that was probably meant.
 */
#include "parse/keywords.h"

#include <string.h>

/* The letters of a short word all matter; a long one may hold two or three slips. */
static size_t
allowance(size_t len)
{
	return len < 4 ? 1 : len < 8 ? 2 : 3;
}

/* The head without a last word that looks like an id. */
static struct ehc_str
without_id(const struct ehc_folded *f)
{
	size_t last = f->nwords - 1;
	struct ehc_str id;

	if (last == 0)
		return (struct ehc_str){ f->text, f->len };
	id = (struct ehc_str){ f->text + f->words[last - 1].end + 1, f->len - f->words[last - 1].end - 1 };
	if (!ehc_id_is_well_formed(id, EHC_L_STEP))
		return (struct ehc_str){ f->text, f->len };
	return (struct ehc_str){ f->text, f->words[last - 1].end };
}

/* The letters in which the head, without its id, differs from that spelling; more than `most` counts as one more. */
static size_t
slips(struct ehc_str word, const struct ehc_spelling *s, size_t most)
{
	char small[EHC_HEAD_BYTES];
	size_t len = strlen(s->spelling);

	for (size_t j = 0; j < len; j++)
		small[j] = ehc_lower(s->spelling[j]);
	return ehc_str_distance(word, (struct ehc_str){ small, len }, most);
}

/* "needs B1", "provison F1": in a short word one letter, since "week" is as near to "need" as a word with two slips. */
bool
ehc_head_is_item(const struct ehc_folded *f, const struct ehc_spelling *nearest)
{
	struct ehc_str word = without_id(f);
	size_t most = word.len < 8 ? 1 : 2;

	return word.len < f->len && ehc_keyword(nearest->label)->level == EHC_LEVEL_ITEM && slips(word, nearest, most) <= most;
}

const struct ehc_spelling *
ehc_head_nearest(const struct ehc_folded *f, unsigned docs, unsigned on)
{
	struct ehc_str word = without_id(f);
	bool numbered = word.len < f->len;
	size_t n, best = 2 * allowance(word.len) + 2;
	const struct ehc_spelling *all = ehc_spellings(&n), *nearest = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct ehc_keyword *k = ehc_keyword(all[i].label);
		size_t distance;

		if ((all[i].docs & docs) == 0 || (numbered && k->form == EHC_FORM_PLAIN))
			continue;
		distance = slips(word, &all[i], allowance(word.len));
		if (distance > allowance(word.len))
			continue;
		/* A field that the item above takes is likelier than one that it does not. */
		distance = 2 * distance + (k->level == EHC_LEVEL_FIELD && (k->on & on) == 0);
		if (distance < best) {
			best = distance;
			nearest = &all[i];
		}
	}
	return nearest;
}
