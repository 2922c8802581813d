/*
 * labels.c - names that plans give to groups (localities, writers, schools), each kept once for all threads.
 */
#include "panel/panel.h"

#include <stdlib.h>

/* Longer ones are cut: a name of a place is never that long, and what is kept a plan must stay small. */
enum { LONGEST = 60 };

struct labels {
	pthread_mutex_t lock;
	struct ehc_arena *arena;
	EHC_VEC(struct ehc_str) names;
	uint32_t *slots;                /* numbers; 0 is free */
	size_t cap;
};

struct labels *
panel_labels_new(struct ehc_arena *a)
{
	struct labels *l = EHC_NEW(a, struct labels);

	pthread_mutex_init(&l->lock, NULL);
	l->arena = ehc_arena_new();
	l->cap = 256;
	l->slots = EHC_NEW_ARRAY(l->arena, uint32_t, l->cap);
	EHC_PUSH(l->arena, &l->names, EHC_NOSTR);
	return l;
}

void
panel_labels_free(struct labels *l)
{
	pthread_mutex_destroy(&l->lock);
	ehc_arena_free(l->arena);
}

static uint32_t *
slot_of(const struct labels *l, struct ehc_str name)
{
	size_t i = (size_t)ehc_str_hash(name) & (l->cap - 1);

	while (l->slots[i] != 0 && !ehc_str_eq(l->names.items[l->slots[i]], name))
		i = (i + 1) & (l->cap - 1);
	return &l->slots[i];
}

static void
double_table(struct labels *l)
{
	l->cap *= 2;
	l->slots = EHC_NEW_ARRAY(l->arena, uint32_t, l->cap);
	for (uint32_t i = 1; i < l->names.count; i++)
		*slot_of(l, l->names.items[i]) = i;
}

/* One blank for each run of white space. */
static struct ehc_str
tidy(struct ehc_str s, char out[LONGEST])
{
	size_t n = 0;

	s = ehc_str_trim(s);
	for (size_t i = 0; i < s.len && n < LONGEST; i++) {
		bool blank = ehc_is_blank(s.ptr[i]);

		if (!blank || (n > 0 && out[n - 1] != ' '))
			out[n++] = blank ? ' ' : s.ptr[i];
	}
	while (n > 0 && ((unsigned char)out[n - 1] & 0xC0) == 0x80 && ehc_utf8_check((struct ehc_str){ out, n }) != SIZE_MAX)
		n--;
	if (n > 0 && ehc_utf8_check((struct ehc_str){ out, n }) != SIZE_MAX)
		n--;
	return (struct ehc_str){ out, n };
}

uint32_t
panel_label(struct labels *l, struct ehc_str name)
{
	char room[LONGEST];
	struct ehc_str key = tidy(name, room);
	uint32_t *slot, number;

	if (key.len == 0)
		return 0;
	pthread_mutex_lock(&l->lock);
	slot = slot_of(l, key);
	if (*slot == 0) {
		*slot = (uint32_t)l->names.count;
		EHC_PUSH(l->arena, &l->names, ehc_arena_copy(l->arena, key));
		if (l->names.count * 2 > l->cap)
			double_table(l);
		slot = slot_of(l, key);
	}
	number = *slot;
	pthread_mutex_unlock(&l->lock);
	return number;
}

size_t
panel_labels_count(const struct labels *l)
{
	return l->names.count;
}

struct ehc_str
panel_label_name(const struct labels *l, uint32_t number)
{
	return l->names.items[number];
}
