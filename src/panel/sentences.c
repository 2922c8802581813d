/*
 * sentences.c - the sentences of a plan that ought to be the child's own, each as a number: the same number for the same
 * words whoever the child is, so that what was copied from plan to plan is seen without keeping a word of it.
 */
#include "panel/panel.h"

enum { FEWEST_WORDS = 8, MOST_NAMES = 16 };

#define SEED 14695981039346656037u
#define PRIME 1099511628211u

struct names { struct ehc_str words[MOST_NAMES]; size_t n; };

static void
know(struct names *names, struct ehc_str s)
{
	struct ehc_str word;

	while (ehc_str_split(&s, ' ', &word)) {
		word = ehc_str_trim(word);
		if (word.len > 1 && names->n < MOST_NAMES)
			names->words[names->n++] = word;
	}
}

/* "Amira's" is Amira. */
static bool
is_name(const struct names *names, struct ehc_str word)
{
	if (ehc_str_ends_nocase(word, "'s"))
		word.len -= 2;
	for (size_t i = 0; i < names->n; i++)
		if (ehc_str_eq_nocase(names->words[i], word))
			return true;
	return false;
}

static bool
is_pronoun(struct ehc_str word)
{
	static const char *const pronouns[] = { "he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs" };

	return ehc_str_is_one_of(word, pronouns, EHC_COUNT(pronouns));
}

static uint64_t
add_word(uint64_t h, struct ehc_str word, const struct names *names)
{
	if (is_name(names, word) || is_pronoun(word))
		word = EHC_STR("@");
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];

		h = (h ^ (unsigned char)ehc_lower(c)) * PRIME;
	}
	return (h ^ ' ') * PRIME;
}

static void
add_sentences(struct ehc_arena *a, const struct ehc_prose *prose, const struct ehc_text *text, const struct names *names, uint32_t plan,
    struct marks *out)
{
	for (size_t i = 0; i < prose->nsentences; i++) {
		const struct ehc_sentence *s = &prose->sentences[i];
		uint64_t h = SEED;

		if (s->count < FEWEST_WORDS || s->heading)
			continue;
		for (uint32_t k = s->first; k < s->first + s->count; k++)
			h = add_word(h, ehc_str_sub(prose->text, prose->tokens[k].at, prose->tokens[k].at + prose->tokens[k].len), names);
		EHC_PUSH(a, out, (struct mark){ h, plan, ehc_text_span(text, s->at, s->len).start });
	}
}

/* Needs, outcomes and provision, and what the child and the parents say. */
void
panel_sentences(struct ehc_arena *a, const struct ehc_plan *p, uint32_t plan, struct marks *out)
{
	static const enum ehc_item_kind own[] = { EHC_ITEM_NEED, EHC_ITEM_OUTCOME, EHC_ITEM_PROVISION };
	struct names names = { .n = 0 };
	const struct ehc_item *it;

	know(&names, p->child.name.text.str);
	know(&names, p->child.known_as.text.str);
	for (size_t k = 0; k < EHC_COUNT(own); k++)
		for (EHC_EACH_ITEM(it, p, own[k]))
			if (it->said != NULL)
				add_sentences(a, it->said->text, &it->text, &names, plan, out);
	for (size_t i = 0; i < p->ntexts; i++) {
		const struct ehc_prose_entry *t = &p->texts[i];

		if (t->label == EHC_L_CHILD_VIEWS || t->label == EHC_L_YP_VIEWS || t->label == EHC_L_PARENT_VIEWS)
			add_sentences(a, ehc_prose_read(a, t->text.str), &t->text, &names, plan, out);
	}
}

void
panel_sentences_given(struct ehc_arena *a, const struct ehc_tree *tree, struct marks *out)
{
	const struct names nobody = { .n = 0 };

	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next) {
		add_sentences(a, ehc_prose_read(a, n->text.str), &n->text, &nobody, 0, out);
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next)
			add_sentences(a, ehc_prose_read(a, f->text.str), &f->text, &nobody, 0, out);
	}
}
