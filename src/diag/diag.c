/*
 * diag.c - findings kept in order. Sorting, grouping and fingerprints happen once, when all rules have run, so that the
 * order in which rules ran never shows.
 */
#include "ehc/model.h"
#include "ehc/prose.h"
#include "ehc/rule.h"

#include <stdlib.h>
#include <string.h>

struct ehc_finding *
ehc_findings_add(struct ehc_findings *f, const struct ehc_rule *rule, struct ehc_span span)
{
	struct ehc_finding *one = EHC_NEW(f->arena, struct ehc_finding);

	one->rule = rule;
	one->severity = rule->severity;
	one->span = span;
	EHC_PUSH(f->arena, &f->list, one);
	return one;
}

void
ehc_finding_relate(struct ehc_findings *f, struct ehc_finding *one, struct ehc_span span, struct ehc_str message)
{
	EHC_PUSH(f->arena, &one->related, (struct ehc_related){ span, message });
}

/* By place, then rule, then message: a total order but for exact repeats. */
static int
compare(const void *left, const void *right)
{
	const struct ehc_finding *a = *(struct ehc_finding *const *)left, *b = *(struct ehc_finding *const *)right;
	int by_rule;

	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	if (a->span.end != b->span.end)
		return a->span.end < b->span.end ? -1 : 1;
	by_rule = strcmp(a->rule->id, b->rule->id);
	return by_rule != 0 ? by_rule : ehc_str_cmp(a->message, b->message);
}

static void
drop_repeats(struct ehc_findings *f)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->list.count; i++)
		if (kept == 0 || compare(&f->list.items[kept - 1], &f->list.items[i]) != 0)
			f->list.items[kept++] = f->list.items[i];
	f->list.count = kept;
}

/* ---- groups: one cause on one item is one defect to a person ---- */

struct cause {
	const struct ehc_item *item;
	const void *cause;
	uint32_t index;
};

static int
compare_causes(const void *left, const void *right)
{
	const struct cause *a = left, *b = right;

	if (a->item != b->item)
		return (uintptr_t)a->item < (uintptr_t)b->item ? -1 : 1;
	if (a->cause != b->cause)
		return (uintptr_t)a->cause < (uintptr_t)b->cause ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/*
 * Numbers groups from 1 in the order in which their first finding stands. Addresses only bring equal causes together;
 * the numbers come from the sorted list, so the same input always gives the same numbers.
 */
static void
number_groups(struct ehc_findings *f)
{
	size_t n = f->list.count, ncauses = 0;
	struct cause *causes = EHC_NEW_ARRAY(f->arena, struct cause, n);
	uint32_t *leader = EHC_NEW_ARRAY(f->arena, uint32_t, n), next = 1;

	for (size_t i = 0; i < n; i++) {
		const struct ehc_finding *one = f->list.items[i];

		leader[i] = (uint32_t)i;
		if (one->cause != NULL)
			causes[ncauses++] = (struct cause){ one->item, one->cause, (uint32_t)i };
	}
	qsort(causes, ncauses, sizeof(*causes), compare_causes);
	for (size_t i = 1; i < ncauses; i++)
		if (causes[i].cause == causes[i - 1].cause && causes[i].item == causes[i - 1].item)
			leader[causes[i].index] = leader[causes[i - 1].index];
	for (size_t i = 0; i < n; i++)
		f->list.items[i]->group = leader[i] == i ? next++ : f->list.items[leader[i]]->group;
}

/* ---- fingerprints: rule, item, words and ordinal; lines may move without changing them ---- */

enum { WORDS_HELD = 4 };        /* more than a phrase has are the plan's sentence: any edit would make another finding of it */

/* How many findings had that key so far: a slot of a table that is never full. */
struct print { uint64_t key; size_t seen; };

/*
 * The words at fault that the lexicon knows, so that mending one phrase of an item leaves the prints of the others as they
 * were. Words that are the plan's alone take no part.
 */
static void
put_lexicon_words(struct ehc_buf *out, struct ehc_str text)
{
	size_t words = 0, begin = out->len, at = 0;
	struct ehc_str word;
	char *to;
	bool known;

	while (ehc_lexicon_next(text, &at, &word, &known)) {
		if (++words > WORDS_HELD) {
			out->len = begin;
			return;
		}
		if (!known)
			continue;
		to = ehc_buf_room(out, word.len + 1);
		*to++ = ' ';
		for (size_t i = 0; i < word.len; i++)
			to[i] = ehc_lower(word.ptr[i]);
		out->len += word.len + 1;
	}
}

enum { HEX_FIGURES = 16 };

static void
write_hex(char *to, uint64_t n)
{
	for (size_t i = HEX_FIGURES; i-- > 0; n >>= 4)
		to[i] = "0123456789abcdef"[n & 15];
}

static uint64_t
print_key(const struct ehc_findings *f, const struct ehc_finding *one, struct ehc_buf *work)
{
	ehc_buf_clear(work);
	ehc_buf_cstr(work, one->rule->id);
	ehc_buf_char(work, ' ');
	ehc_buf_cstr(work, one->item != NULL ? one->item->id : ehc_section_name((enum ehc_section)one->section));
	if (one->has_text && f->source != NULL)
		put_lexicon_words(work, ehc_source_slice(f->source, one->span));
	return ehc_siphash(f->site_key, ehc_buf_text(work));
}

/* Where the key is counted, in a table whose size is a power of two. A key is a hash already. */
static struct print *
print_of(struct print *table, size_t size, uint64_t key)
{
	size_t i = (size_t)key & (size - 1);

	while (table[i].seen > 0 && table[i].key != key)
		i = (i + 1) & (size - 1);
	table[i].key = key;
	return &table[i];
}

/* Keys that are equal are told apart by their order in the file; the hash of both is the print. */
static void
make_fingerprints(struct ehc_findings *f)
{
	struct ehc_buf work = { NULL, 0, 0 };
	struct print *table;
	size_t size = 2;

	while (size < 2 * f->list.count)
		size *= 2;
	table = EHC_NEW_ARRAY(f->arena, struct print, size);
	for (size_t i = 0; i < f->list.count; i++) {
		struct ehc_finding *one = f->list.items[i];
		uint64_t key = print_key(f, one, &work);

		ehc_buf_clear(&work);
		write_hex(ehc_buf_room(&work, HEX_FIGURES + 1), key);
		work.ptr[HEX_FIGURES] = ' ';
		work.len = HEX_FIGURES + 1;
		ehc_buf_number(&work, print_of(table, size, key)->seen++);
		write_hex(one->fingerprint, ehc_siphash(f->site_key, ehc_buf_text(&work)));
	}
	ehc_buf_free(&work);
}

void
ehc_findings_finish(struct ehc_findings *f)
{
	if (f->list.count == 0)
		return;
	qsort(f->list.items, f->list.count, sizeof(*f->list.items), compare);
	drop_repeats(f);
	number_groups(f);
	make_fingerprints(f);
}

/* ---- names ---- */

static const char *const severity_names[] = { "off", "note", "warning", "error" };
static const char *const class_names[] = { "wording", "completeness", "process", "safety" };     /* ORDER CLASS */

const char *
ehc_severity_name(enum ehc_severity s)
{
	return severity_names[s];
}

bool
ehc_severity_read(struct ehc_str s, enum ehc_severity *out)
{
	for (size_t i = 0; i < EHC_COUNT(severity_names); i++)
		if (ehc_str_is_nocase(s, severity_names[i])) {
			*out = (enum ehc_severity)i;
			return true;
		}
	return false;
}

const char *
ehc_class_name(enum ehc_class c)
{
	return class_names[c];
}
