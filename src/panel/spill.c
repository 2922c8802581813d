/*
 * spill.c - more marks of sentences than memory should hold: sorted runs in a temporary file, merged when read back. The
 * file is its owner's alone and loses its name as soon as it is made, so that nothing is left behind whatever happens.
 */
#include "panel/panel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Marks in memory; how many of a run are read ahead at most and at least. */
enum { CHUNK = 128 * 1024, MOST_AHEAD = 1024, FEWEST_AHEAD = 16 };

struct run { off_t at; size_t left; struct mark *ahead; size_t n, i; };

struct spill {
	pthread_mutex_t lock;
	struct ehc_arena *arena;
	int fd;
	struct mark *chunk;
	size_t n;
	off_t end;
	EHC_VEC(struct run) runs;
	size_t each;                    /* marks of a run that are read ahead: all runs share the chunk's room */
	struct run **heap;              /* by their next mark, the least first */
	size_t nheap;
	bool failed;
};

static int
compare(const struct mark *a, const struct mark *b)
{
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->plan != b->plan)
		return a->plan < b->plan ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

static int
compare_marks(const void *a, const void *b)
{
	return compare(a, b);
}

struct spill *
panel_spill_new(struct ehc_arena *a, struct ehc_str *trouble)
{
	const char *folder = getenv("TMPDIR");
	struct spill *s = EHC_NEW(a, struct spill);
	char *name = (char *)(uintptr_t)ehc_arena_printf(a, "%s/ehc-XXXXXX", folder != NULL && folder[0] != '\0' ? folder : "/tmp").ptr;

	s->fd = mkostemp(name, O_CLOEXEC);      /* mode 0600 */
	if (s->fd < 0) {
		*trouble = ehc_arena_printf(a, "%s: no temporary file can be made: %s", name, strerror(errno));
		return NULL;
	}
	unlink(name);
	pthread_mutex_init(&s->lock, NULL);
	s->arena = ehc_arena_new();
	s->chunk = EHC_NEW_ARRAY(s->arena, struct mark, CHUNK);
	return s;
}

void
panel_spill_free(struct spill *s)
{
	if (s == NULL)
		return;
	close(s->fd);
	pthread_mutex_destroy(&s->lock);
	ehc_arena_free(s->arena);
}

static bool
write_run(struct spill *s)
{
	const char *p = (const char *)s->chunk;
	size_t left = s->n * sizeof(struct mark);

	if (s->n == 0)
		return true;
	qsort(s->chunk, s->n, sizeof(*s->chunk), compare_marks);
	EHC_PUSH(s->arena, &s->runs, (struct run){ .at = s->end, .left = s->n });
	while (left > 0) {
		ssize_t done = pwrite(s->fd, p, left, s->end);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		p += done;
		s->end += done;
		left -= (size_t)done;
	}
	s->n = 0;
	return true;
}

bool
panel_spill_add(struct spill *s, const struct mark *marks, size_t n)
{
	pthread_mutex_lock(&s->lock);
	for (size_t i = 0; i < n && !s->failed; i++) {
		s->chunk[s->n++] = marks[i];
		if (s->n == CHUNK)
			s->failed = !write_run(s);
	}
	pthread_mutex_unlock(&s->lock);
	return !s->failed;
}

/* ---- merging ---- */

static bool
refill(struct spill *s, struct run *r)
{
	size_t want = r->left < s->each ? r->left : s->each, got = 0;

	while (got < want * sizeof(struct mark)) {
		ssize_t n = pread(s->fd, (char *)r->ahead + got, want * sizeof(struct mark) - got, r->at + (off_t)got);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		got += (size_t)n;
	}
	r->at += (off_t)got;
	r->left -= want;
	r->n = want;
	r->i = 0;
	return true;
}

static bool
is_less(const struct run *a, const struct run *b)
{
	return compare(&a->ahead[a->i], &b->ahead[b->i]) < 0;
}

static void
sift(struct spill *s, size_t i)
{
	for (;;) {
		size_t least = i, left = 2 * i + 1;
		struct run *swap;

		for (size_t k = left; k < left + 2 && k < s->nheap; k++)
			if (is_less(s->heap[k], s->heap[least]))
				least = k;
		if (least == i)
			return;
		swap = s->heap[i];
		s->heap[i] = s->heap[least];
		s->heap[least] = swap;
		i = least;
	}
}

bool
panel_spill_begin(struct spill *s)
{
	if (s->failed || !write_run(s))
		return false;
	s->heap = EHC_NEW_ARRAY(s->arena, struct run *, s->runs.count);
	s->each = s->runs.count > 0 ? CHUNK / s->runs.count : MOST_AHEAD;
	s->each = s->each > MOST_AHEAD ? MOST_AHEAD : s->each < FEWEST_AHEAD ? FEWEST_AHEAD : s->each;
	for (size_t i = 0; i < s->runs.count; i++) {
		struct run *r = &s->runs.items[i];

		/* the chunk is done with: the runs read ahead into its place, but for more runs than any machine has plans for */
		r->ahead = (i + 1) * s->each <= CHUNK ? s->chunk + i * s->each : EHC_NEW_ARRAY(s->arena, struct mark, s->each);
		if (!refill(s, r))
			return false;
		s->heap[s->nheap++] = r;
	}
	for (size_t i = s->nheap; i-- > 0; )
		sift(s, i);
	return true;
}

bool
panel_spill_next(struct spill *s, struct mark *out)
{
	struct run *r;

	if (s->nheap == 0)
		return false;
	r = s->heap[0];
	*out = r->ahead[r->i++];
	if (r->i == r->n && (r->left == 0 || !refill(s, r)))
		s->heap[0] = s->heap[--s->nheap];
	if (s->nheap > 0)
		sift(s, 0);
	return true;
}
