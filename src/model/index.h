/*
 * index.h - words to things, in any letter case and whatever blanks are between them: ids, names and defined words to their items
 * and texts. It lives in the arena; the things are its user's.
 */
#ifndef EHC_MODEL_INDEX_H
#define EHC_MODEL_INDEX_H

#include "ehc/base.h"

struct ehc_index;
struct ehc_index *ehc_index_new(struct ehc_arena *a);
/* NULL where the key is not known. */
void *ehc_index_get(const struct ehc_index *x, struct ehc_str key);
/* Keeps the first thing that a key was given; true when this one was it. */
bool ehc_index_put(struct ehc_index *x, struct ehc_str key, void *thing);

/* Walks over the words of s: calls `hit` with the longest thing of the index that starts at each word; `most` words at most. */
void ehc_words_match(const struct ehc_index *x, size_t most, struct ehc_str s,
    void (*hit)(void *context, void *thing, struct ehc_str words), void *context);
/* The same for ids alone. */
void ehc_ids_match(const struct ehc_index *x, struct ehc_str s, void (*hit)(void *context, void *thing, struct ehc_str words), void *context);
size_t ehc_words_count(struct ehc_str s);

#endif
