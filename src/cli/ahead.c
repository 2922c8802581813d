/*
 * ahead.c - plans compiled ahead by threads and taken in their order, so that a report over many files is the same whatever
 * the threads. No more than a few plans a thread are kept at a time.
 */
#include "cli/cli.h"
#include "ehc/panel.h"

#include <pthread.h>

enum { MOST_JOBS = 64, AHEAD = 4 };

struct slot { struct ehc_compilation c; bool good, done; };

struct cli_ahead {
	const struct cli_files *files;
	struct ehc_options options;
	struct slot *slots;             /* a ring: file i is in slot i modulo nslots */
	size_t nslots, next, taken;
	unsigned started;
	bool over;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	pthread_t threads[MOST_JOBS];
};

/* The next file to compile, once there is a slot for it. */
static bool
claim(struct cli_ahead *a, size_t *i)
{
	bool more;

	pthread_mutex_lock(&a->lock);
	while (!a->over && a->next < a->files->count && a->next >= a->taken + a->nslots)
		pthread_cond_wait(&a->changed, &a->lock);
	more = !a->over && a->next < a->files->count;
	if (more)
		*i = a->next++;
	pthread_mutex_unlock(&a->lock);
	return more;
}

static void *
work(void *self)
{
	struct cli_ahead *a = self;
	size_t i;

	while (claim(a, &i)) {
		struct slot *s = &a->slots[i % a->nslots];

		s->good = cli_compile_silently(&a->files->items[i], &a->options, &s->c);
		pthread_mutex_lock(&a->lock);
		s->done = true;
		pthread_cond_broadcast(&a->changed);
		pthread_mutex_unlock(&a->lock);
	}
	return NULL;
}

struct cli_ahead *
cli_ahead_new(struct cli *cli, const struct cli_files *files)
{
	struct cli_ahead *a = EHC_NEW(cli->arena, struct cli_ahead);
	unsigned jobs = ehc_panel_jobs((unsigned)cli->jobs, files->count);

	*a = (struct cli_ahead){ .files = files, .options = cli_compile_options(cli), .nslots = (size_t)jobs * AHEAD };
	a->options.only_one = files->count == 1;
	a->slots = EHC_NEW_ARRAY(cli->arena, struct slot, a->nslots);
	pthread_mutex_init(&a->lock, NULL);
	pthread_cond_init(&a->changed, NULL);
	while (jobs > 1 && a->started < jobs && a->started < MOST_JOBS && pthread_create(&a->threads[a->started], NULL, work, a) == 0)
		a->started++;
	return a;
}

const struct ehc_compilation *
cli_ahead_take(struct cli_ahead *a)
{
	struct slot *s = &a->slots[a->taken % a->nslots];

	if (a->started == 0)
		s->good = cli_compile_silently(&a->files->items[a->taken], &a->options, &s->c);
	else {
		pthread_mutex_lock(&a->lock);
		while (!s->done)
			pthread_cond_wait(&a->changed, &a->lock);
		pthread_mutex_unlock(&a->lock);
	}
	if (!s->good)
		cli_say("%.*s: %.*s", EHC_ARG(s->c.source.name), EHC_ARG(s->c.result.failure));
	return &s->c;
}

void
cli_ahead_done(struct cli_ahead *a)
{
	struct slot *s = &a->slots[a->taken % a->nslots];

	ehc_compilation_free(&s->c);
	pthread_mutex_lock(&a->lock);
	s->done = false;
	a->taken++;
	pthread_cond_broadcast(&a->changed);
	pthread_mutex_unlock(&a->lock);
}

void
cli_ahead_free(struct cli_ahead *a)
{
	pthread_mutex_lock(&a->lock);
	a->over = true;
	pthread_cond_broadcast(&a->changed);
	pthread_mutex_unlock(&a->lock);
	for (unsigned i = 0; i < a->started; i++)
		pthread_join(a->threads[i], NULL);
	for (size_t i = 0; i < a->nslots; i++)
		if (a->slots[i].done)
			ehc_compilation_free(&a->slots[i].c);
	pthread_cond_destroy(&a->changed);
	pthread_mutex_destroy(&a->lock);
}
