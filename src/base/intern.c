/*
 * intern.c - equal names, equal pointers. An open-addressed table in the arena; it grows by doubling.
 */
#include "ehc/base.h"

struct ehc_intern {
	struct ehc_arena *arena;
	struct ehc_str *slots;
	size_t cap, count;
};

struct ehc_intern *
ehc_intern_new(struct ehc_arena *a)
{
	struct ehc_intern *t = EHC_NEW(a, struct ehc_intern);

	t->arena = a;
	t->cap = 64;
	t->slots = EHC_NEW_ARRAY(a, struct ehc_str, t->cap);
	return t;
}

static struct ehc_str *
slot_of(struct ehc_intern *t, struct ehc_str key)
{
	size_t i = (size_t)ehc_str_hash(key) & (t->cap - 1);

	while (t->slots[i].ptr != NULL && !ehc_str_eq(t->slots[i], key))
		i = (i + 1) & (t->cap - 1);
	return &t->slots[i];
}

static void
double_table(struct ehc_intern *t)
{
	struct ehc_str *old = t->slots;
	size_t n = t->cap;

	t->cap *= 2;
	t->slots = EHC_NEW_ARRAY(t->arena, struct ehc_str, t->cap);
	for (size_t i = 0; i < n; i++)
		if (old[i].ptr != NULL)
			*slot_of(t, old[i]) = old[i];
}

const char *
ehc_intern(struct ehc_intern *t, struct ehc_str s, bool fold)
{
	struct ehc_str key = ehc_arena_copy(t->arena, s);
	struct ehc_str *slot;

	if (fold)
		for (size_t i = 0; i < key.len; i++)
			if (key.ptr[i] >= 'a' && key.ptr[i] <= 'z')
				((char *)(uintptr_t)key.ptr)[i] = (char)(key.ptr[i] - ('a' - 'A'));
	slot = slot_of(t, key);
	if (slot->ptr == NULL) {
		*slot = key;
		if (++t->count * 2 > t->cap) {
			double_table(t);
			slot = slot_of(t, key);
		}
	}
	return slot->ptr;
}
