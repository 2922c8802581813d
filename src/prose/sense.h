/*
 * sense.h - what the walk over a text asks of single words, and the stretches that logic finds where lists cannot: doers
 * of any profession, and moments at which something happens. Private to src/prose.
 */
#ifndef EHC_PROSE_SENSE_H
#define EHC_PROSE_SENSE_H

#include "ehc/prose.h"
#include "lexicon/lexicon.h"

/* The token's letters as they stand. */
static inline struct ehc_str
ehc_token_text(const struct ehc_prose *p, size_t i)
{
	return (struct ehc_str){ p->text.ptr + p->tokens[i].at, p->tokens[i].len };
}
/* Is token i this word, in any letter case? False past the end. Mostly its length tells. */
static inline bool
ehc_token_is(const struct ehc_prose *p, size_t i, const char *word)
{
	return i < p->ntokens && p->tokens[i].len == strlen(word) && ehc_str_is_nocase(ehc_token_text(p, i), word);
}
/* Is it one of these, which are in small letters? */
bool ehc_token_any(const struct ehc_prose *p, size_t i, const char *const *words, size_t n);
/* Is token i of one of the classes? */
static inline bool
ehc_token_in(const struct ehc_prose *p, size_t i, uint64_t classes)
{
	return i < p->ntokens && (p->tokens[i].classes & classes) != 0;
}
/* Does token i follow token i - 1 with nothing but a blank, a hyphen or the like between? */
static inline bool
ehc_token_joins(const struct ehc_prose *p, size_t i)
{
	return i > 0 && i < p->ntokens && p->tokens[i].before <= EHC_GAP_JOIN;
}

/* "Keeps her company at lunch", "catch-up after seizures": no figure, and nothing that a stranger could see being done. */
bool ehc_is_unseen(const struct ehc_prose *p);
/* "Supports her self-regulation at the end of playtime": help, of which nobody says in what it lies. */
bool ehc_is_help(const struct ehc_prose *p);
/* The sentences of an item and its fields on who, how much and how often, as far as there are any. */
struct ehc_texts {
	const struct ehc_prose *all[4];
	size_t n;
};
/* Sets what `said` knows of who gives it. */
void ehc_find_who(struct ehc_said *said, const struct ehc_plan *plan, const struct ehc_item *it, const struct ehc_texts *texts);
static inline bool
ehc_is_social_care(const struct ehc_item *it)
{
	return it->section == EHC_H1 || it->section == EHC_H2;
}
/* Is the word, or what stands before its apostrophe, part of the child's name? */
bool ehc_is_childs_name(const struct ehc_plan *plan, struct ehc_str word);
/* Does token i name the child, or stand for the name? */
bool ehc_is_child(const struct ehc_plan *plan, const struct ehc_prose *p, size_t i);

/* "Orthoptists", "signer": ends in -er, -or, -ist or -ian, with an s or without. */
static inline bool
ehc_sounds_like_a_doer(const struct ehc_prose *p, size_t i)
{
	const char *word = p->text.ptr + p->tokens[i].at, *end = word + p->tokens[i].len;

	if (end - word < 5)
		return false;
	end -= end[-1] == 's';
	return (end[-1] == 'r' && (end[-2] == 'e' || end[-2] == 'o')) || (end[-3] == 'i' && ((end[-2] == 's' && end[-1] == 't') || (end[-2] == 'a' && end[-1] == 'n')));
}
#define EHC_NAMES_DOER (EHC_CLASS(DOER) | EHC_CLASS(DOER_NAMED) | EHC_CLASS(TITLE) | EHC_CLASS(CLIPPED) | EHC_CLASS(ONE))
/* Could a role end with token i? Most words are none that ehc_doer_at() takes for one. */
static inline bool
ehc_may_be_doer(const struct ehc_prose *p, size_t i)
{
	return ehc_token_in(p, i, EHC_NAMES_DOER) || (ehc_token_in(p, i, EHC_CLASS(MAY_BE_DOER)) && ehc_sounds_like_a_doer(p, i));
}
/* A role whose last word is token i: its first token, and by its last word whether it assists, teaches, or is something else. */
bool ehc_doer_at(const struct ehc_prose *p, size_t i, size_t *first, enum ehc_list *list);
/* Classes of the words that may begin an event, and a time by which: elsewhere none needs to be looked for. */
#define EHC_OPENS_EVENT (EHC_CLASS(EACH) | EHC_CLASS(SUCH) | EHC_CLASS(AROUND) | EHC_CLASS(WHENEVER) | EHC_CLASS(SOON) | EHC_CLASS(PLACING) | \
	EHC_CLASS(AT_ONCE) | EHC_CLASS(NONE_OF) | EHC_CLASS(SPANNING) | EHC_CLASS(MONTH) | EHC_CLASS(SEASON))
#define EHC_OPENS_DEADLINE (EHC_CLASS(AWAITS) | EHC_CLASS(MEETS) | EHC_CLASS(LAPSE))
/*
 * Tokens of what begins at token i and says when; 0 where nothing does. *list is EVENT for a moment which two people would
 * both see ("before lunch", "when the bell rings"), SEASON for a time of the year ("in October", "in Year 9").
 */
size_t ehc_event_at(const struct ehc_prose *p, size_t i, enum ehc_list *list);
/* Tokens of the time by which something is to be reached that begins at token i ("by the end of Year 6"); 0 where none does. */
size_t ehc_deadline_at(const struct ehc_prose *p, size_t i);
/* "If in any doubt, ring 999": a phrase that leads straight to the safe act leaves nothing to be judged. */
bool ehc_is_safe_default(const struct ehc_prose *p, const struct ehc_match *m);
/* Clock times, their ranges, and dates, from the first token of figures on: fills the members of *p on them. */
void ehc_find_times(struct ehc_prose *p, size_t first_figure);

#endif
