/*
 * arena.c - one lifetime for everything that a compilation makes. Chunks never move, so pointers stay good; memory is
 * zeroed as it is handed out, while it is near at hand, and not a chunk at a time. The only place that meets an
 * exhausted machine: it says so and ends the run with status 2.
 */
#include "base/print.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define CHUNK_SIZE ((size_t)64 * 1024)
#define LARGE_PAGE ((size_t)2 * 1024 * 1024)
#define MOST_EXPECTED ((size_t)64 * 1024 * 1024)
#define ALIGNMENT (_Alignof(max_align_t))

struct chunk {
	struct chunk *next;
	size_t size;
	max_align_t bytes[];
};

struct ehc_arena {
	struct chunk *first;
	char *at, *end;                 /* where the first chunk goes on, and where it ends */
};

static void *
must_alloc(size_t size)
{
	void *p = malloc(size);

	if (p == NULL)
		ehc_out_of_memory();
	return p;
}

struct ehc_arena *
ehc_arena_new(void)
{
	struct ehc_arena *a = must_alloc(sizeof(*a));

	*a = (struct ehc_arena){ .first = NULL };
	return a;
}

static void
free_chunks(struct chunk *c)
{
	while (c != NULL) {
		struct chunk *next = c->next;
		free(c);
		c = next;
	}
}

void
ehc_arena_free(struct ehc_arena *a)
{
	if (a == NULL)
		return;
	free_chunks(a->first);
	free(a);
}

/* Goes on in that chunk, behind whatever it holds. */
static void
go_on_in(struct ehc_arena *a, struct chunk *c, size_t used)
{
	a->first = c;
	a->at = (char *)c->bytes + used;
	a->end = (char *)c->bytes + c->size;
}

void
ehc_arena_reset(struct ehc_arena *a)
{
	struct chunk *keep = a->first;

	if (keep == NULL)
		return;
	free_chunks(keep->next);
	keep->next = NULL;
	go_on_in(a, keep, 0);
}

/* A block at the start of a chunk that is made for it. */
static void *
take_new(struct ehc_arena *a, size_t need)
{
	size_t room = need > CHUNK_SIZE ? need : CHUNK_SIZE;
	struct chunk *c = must_alloc(sizeof(*c) + room);

	c->size = room;
	/* A chunk of its own for a large block must not hide the half-empty one before it. */
	if (need > CHUNK_SIZE && a->first != NULL) {
		c->next = a->first->next;
		a->first->next = c;
	} else {
		c->next = a->first;
		go_on_in(a, c, need);
	}
	return c->bytes;
}

static size_t
aligned(size_t size)
{
	return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/*
 * Pages of 2 MB where the system has such: one costs half of what an ordinary plan costs in small ones, each of which is asked for by itself. They
 * are whole, so they suit whoever needs much and soon. Where there are none, or not so much memory, small pages come one by one as ever.
 */
void
ehc_arena_expect(struct ehc_arena *a, size_t size)
{
	size_t pages = (size < MOST_EXPECTED ? size + LARGE_PAGE - 1 : MOST_EXPECTED) / LARGE_PAGE, room = pages * LARGE_PAGE;
	struct chunk *c = size < LARGE_PAGE / 4 ? NULL : aligned_alloc(LARGE_PAGE, room);

	if (c == NULL)
		return;
	(void)madvise(c, room, MADV_HUGEPAGE);
	*c = (struct chunk){ .next = a->first, .size = room - sizeof(*c) };
	go_on_in(a, c, 0);
}

static inline void *
take(struct ehc_arena *a, size_t size)
{
	size_t need = aligned(size);
	void *p = a->at;

	if (need < size)
		EHC_BUG("allocation of %zu bytes", size);
	if (p == NULL || (size_t)(a->end - a->at) < need)
		return take_new(a, need);
	a->at += need;
	return p;
}

void *
ehc_arena_room(struct ehc_arena *a, size_t size)
{
	return take(a, size);
}

void *
ehc_arena_alloc(struct ehc_arena *a, size_t size)
{
	return memset(take(a, size), 0, size);
}

static size_t
bytes_of(size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		EHC_BUG("array of %zu times %zu bytes", n, size);
	return n * size;
}

void *
ehc_arena_array(struct ehc_arena *a, size_t n, size_t size)
{
	return ehc_arena_alloc(a, bytes_of(n, size));
}

/* Makes the block that was taken last longer where it stands; false when another came behind it, or there is no room. */
static bool
lengthen(struct ehc_arena *a, const void *block, size_t from, size_t to)
{
	size_t more = aligned(to) - aligned(from);

	if ((const char *)block + aligned(from) != a->at || (size_t)(a->end - a->at) < more)
		return false;
	a->at += more;
	return true;
}

void *
ehc_arena_grow(struct ehc_arena *a, void *items, size_t count, size_t *cap, size_t size)
{
	size_t used = count * size, room;
	char *more = items;

	if (count < *cap)
		return items;
	*cap = *cap == 0 ? 8 : *cap * 2;
	room = bytes_of(*cap, size);
	if (used == 0 || !lengthen(a, items, used, room)) {
		more = take(a, room);
		if (used > 0)
			memcpy(more, items, used);
	}
	memset(more + used, 0, room - used);
	return more;
}

struct ehc_str
ehc_arena_copy(struct ehc_arena *a, struct ehc_str s)
{
	char *p = take(a, s.len + 1);

	if (s.len > 0)
		memcpy(p, s.ptr, s.len);
	p[s.len] = '\0';
	return (struct ehc_str){ p, s.len };
}

const char *
ehc_arena_cstr(struct ehc_arena *a, struct ehc_str s)
{
	return ehc_arena_copy(a, s).ptr;
}

struct ehc_str
ehc_arena_unwrapped(struct ehc_arena *a, struct ehc_str s)
{
	char *bytes = NULL;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != '\n' && s.ptr[i] != '\t')
			continue;
		if (bytes == NULL)
			bytes = memcpy(EHC_NEW_ARRAY(a, char, s.len + 1), s.ptr, s.len);
		bytes[i] = ' ';
	}
	return bytes == NULL ? s : (struct ehc_str){ bytes, s.len };
}

struct ehc_str
ehc_arena_vprintf(struct ehc_arena *a, const char *fmt, va_list args)
{
	char most[512];         /* what nearly every message fits in, so that it is written once */
	va_list again;
	char *p;
	int n;

	va_copy(again, args);
	n = ehc_vprint(most, sizeof(most), fmt, args);
	if (n < 0)
		EHC_BUG("format \"%s\"", fmt);
	p = take(a, (size_t)n + 1);
	if ((size_t)n < sizeof(most))
		memcpy(p, most, (size_t)n + 1);
	else
		ehc_vprint(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct ehc_str){ p, (size_t)n };
}

struct ehc_str
ehc_arena_printf(struct ehc_arena *a, const char *fmt, ...)
{
	va_list args;
	struct ehc_str s;

	va_start(args, fmt);
	s = ehc_arena_vprintf(a, fmt, args);
	va_end(args);
	return s;
}

struct ehc_str
ehc_with_article(struct ehc_arena *a, const char *word)
{
	return ehc_arena_printf(a, "%s %s", strchr("aeioAEIO", word[0]) != NULL ? "an" : "a", word);
}

void
ehc_out_of_memory(void)
{
	fputs("ehc: out of memory\n", stderr);
	exit(2);
}

void
ehc_bug(const char *file, int line, const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "ehc: internal fault at %s:%d: ", file, line);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}
