/*
 * baseline.c - findings that are known already. A baseline is text: a line that says what it is, lines behind # for people, then
 * a line a finding, the hash of its file's path and the fingerprint, sorted. No words, no paths, no references.
 */
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_LINE "ehc-baseline 1"

enum { DIGITS = 16, LINE = 2 * DIGITS + 1 };

struct entry { uint64_t path, print; };
struct ehc_baseline {
	struct ehc_arena *arena;
	struct ehc_key key;
	EHC_VEC(struct entry) entries;  /* sorted once it was read */
};

static int
compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	if (a->path != b->path)
		return a->path < b->path ? -1 : 1;
	return a->print < b->print ? -1 : a->print > b->print;
}

static void
sort(struct ehc_baseline *b)
{
	if (b->entries.count > 0)
		qsort(b->entries.items, b->entries.count, sizeof(*b->entries.items), compare);
}

struct ehc_baseline *
ehc_baseline_new(struct ehc_arena *a, struct ehc_key key)
{
	struct ehc_baseline *b = EHC_NEW(a, struct ehc_baseline);

	b->arena = a;
	b->key = key;
	return b;
}

/* ---- reading ---- */

static bool
read_hex(struct ehc_str digits, uint64_t *out)
{
	static const char figures[] = "0123456789abcdef";

	*out = 0;
	for (size_t i = 0; i < digits.len; i++) {
		const char *figure = memchr(figures, digits.ptr[i], DIGITS);

		if (figure == NULL)
			return false;
		*out = *out << 4 | (uint64_t)(figure - figures);
	}
	return true;
}

static bool
read_entry(struct ehc_str line, struct entry *e)
{
	return line.len == LINE && line.ptr[DIGITS] == ' ' && read_hex(ehc_str_sub(line, 0, DIGITS), &e->path) &&
	    read_hex(ehc_str_sub(line, DIGITS + 1, LINE), &e->print);
}

struct ehc_baseline *
ehc_baseline_read(struct ehc_arena *a, struct ehc_str text, struct ehc_key key, struct ehc_str *trouble)
{
	struct ehc_baseline *b = ehc_baseline_new(a, key);
	struct ehc_str line;
	struct entry e;

	if (!ehc_str_split(&text, '\n', &line) || !ehc_str_is(ehc_str_trim(line), FIRST_LINE)) {
		*trouble = EHC_STR("is no baseline of this version: its first line is not \"" FIRST_LINE "\"");
		return NULL;
	}
	for (size_t number = 2; ehc_str_split(&text, '\n', &line); number++) {
		line = ehc_str_trim(line);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (!read_entry(line, &e)) {
			*trouble = ehc_arena_printf(a, "line %zu is no line of a baseline", number);
			return NULL;
		}
		EHC_PUSH(a, &b->entries, e);
	}
	sort(b);
	return b;
}

/* ---- findings ---- */

static uint64_t
path_hash(struct ehc_key key, const struct ehc_result *r, const char *base)
{
	return ehc_siphash(key, ehc_path_shown(r->findings->arena, r->source->name, base));
}

static struct entry
entry_of(uint64_t path, const struct ehc_finding *f)
{
	struct entry e = { path, 0 };

	if (!read_hex(ehc_str_of(f->fingerprint), &e.print))
		EHC_BUG("fingerprint \"%s\"", f->fingerprint);
	return e;
}

size_t
ehc_baseline_compare(const struct ehc_baseline *b, const struct ehc_result *r, const char *base)
{
	uint64_t path = path_hash(b->key, r, base);
	size_t held = 0, found = 0;

	if (r->failure.len > 0 || b->entries.count == 0)
		return 0;
	for (size_t i = 0; i < b->entries.count; i++)
		held += b->entries.items[i].path == path;
	for (size_t i = 0; i < r->findings->list.count; i++) {
		struct ehc_finding *f = r->findings->list.items[i];
		struct entry e = entry_of(path, f);

		f->known = bsearch(&e, b->entries.items, b->entries.count, sizeof(e), compare) != NULL;
		found += f->known;
	}
	return held - found;
}

void
ehc_baseline_add(struct ehc_baseline *b, const struct ehc_result *r, const char *base)
{
	uint64_t path = path_hash(b->key, r, base);

	if (r->failure.len > 0)
		return;
	for (size_t i = 0; i < r->findings->list.count; i++)
		if (r->findings->list.items[i]->accepted.len == 0)
			EHC_PUSH(b->arena, &b->entries, entry_of(path, r->findings->list.items[i]));
}

void
ehc_baseline_write(struct ehc_baseline *b, struct ehc_buf *out)
{
	sort(b);
	ehc_buf_printf(out, FIRST_LINE "\n# %zu findings known to `ehc check --baseline`; a line each: hash of the path, fingerprint\n",
	    b->entries.count);
	for (size_t i = 0; i < b->entries.count; i++)
		ehc_buf_printf(out, "%016llx %016llx\n", (unsigned long long)b->entries.items[i].path,
		    (unsigned long long)b->entries.items[i].print);
}
