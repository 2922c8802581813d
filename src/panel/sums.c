/*
 * sums.c - what is added up over plans: each thread has sums of its own, put together at the end.
 */
#include "panel/panel.h"

#include <stdlib.h>
#include <string.h>

static void *
grow(void *rows, size_t *n, size_t want, size_t size)
{
	size_t room = *n < 16 ? 16 : *n;
	char *p;

	while (room <= want)
		room *= 2;
	p = realloc(rows, room * size);
	if (p == NULL)
		ehc_out_of_memory();
	memset(p + *n * size, 0, (room - *n) * size);
	*n = room;
	return p;
}

struct sum *
panel_sum_of(struct sum **rows, size_t *n, uint32_t label)
{
	if (label >= *n)
		*rows = grow(*rows, n, label, sizeof(**rows));
	return &(*rows)[label];
}

struct due_sums *
panel_due_of(struct sums *s, uint32_t label)
{
	if (label >= s->nschools)
		s->schools = grow(s->schools, &s->nschools, label, sizeof(*s->schools));
	return &s->schools[label];
}

static void
add(struct sum *into, const struct sum *from, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		into[i].plans += from[i].plans;
		into[i].plans_counted += from[i].plans_counted;
		into[i].plans_open += from[i].plans_open;
		into[i].items += from[i].items;
		into[i].hours += from[i].hours;
		into[i].pence += from[i].pence;
		into[i].open += from[i].open;
	}
}

static void
add_due(struct due_sums *into, const struct due_sums *from)
{
	for (size_t l = 0; l < EHC_LAPSES; l++) {
		into->items[l] += from->items[l];
		into->plans[l] += from->plans[l];
	}
	into->tasks += from->tasks;
	into->alone += from->alone;
	into->task_plans += from->task_plans;
	into->alone_plans += from->alone_plans;
}

static void
add_labels(struct sum **into, size_t *n, const struct sum *from, size_t nfrom)
{
	for (uint32_t i = 0; i < nfrom; i++)
		add(panel_sum_of(into, n, i), &from[i], 1);
}

static void
add_words(struct sums *into, const struct sums *from)
{
	for (size_t i = 0; i < MOST_PHRASES; i++)
		if (from->words[i][0] != '\0' && (into->words[i][0] == '\0' || strcmp(from->words[i], into->words[i]) < 0))
			memcpy(into->words[i], from->words[i], PHRASE_WORDS);
}

void
panel_sums_add(struct sums *into, const struct sums *from)
{
	add(into->rules, from->rules, MOST_RULES);
	add(&into->heat[0][0], &from->heat[0][0], (size_t)MOST_FAMILIES * EHC_SECTION_COUNT);
	add(into->phrases, from->phrases, MOST_PHRASES);
	add_words(into, from);
	add(&into->parts[0][0], &from->parts[0][0], (size_t)EHC_SECTION_COUNT * PARTS);
	add(into->joint, from->joint, EHC_SECTION_COUNT);
	add(&into->services[0][0], &from->services[0][0], (size_t)MOST_KINDS * AGES);
	add(into->service, from->service, MOST_KINDS);
	add(into->ages, from->ages, AGES);
	add_labels(&into->localities, &into->nlocalities, from->localities, from->nlocalities);
	add_labels(&into->providers, &into->nproviders, from->providers, from->nproviders);
	for (size_t i = 0; i < MOST_KINDS; i++) {
		for (size_t k = 0; k < STANDINGS; k++) {
			into->advice[i][k] += from->advice[i][k];
			into->advice_plans[i][k] += from->advice_plans[i][k];
		}
		add_due(&into->classes[i], &from->classes[i]);
	}
	for (uint32_t i = 0; i < from->nschools; i++)
		add_due(panel_due_of(into, i), &from->schools[i]);
}

void
panel_sums_free(struct sums *s)
{
	free(s->localities);
	free(s->providers);
	free(s->schools);
	free(s);
}
