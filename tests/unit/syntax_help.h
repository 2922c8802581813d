/*
 * syntax_help.h - what the tests of the front end share: a text parsed, its faults as one line, and what must be true of
 * every tree whatever the file holds.
 */
#ifndef EHC_SYNTAX_HELP_H
#define EHC_SYNTAX_HELP_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ehc/rule.h"
#include "ehc/syntax.h"
#include "arena_fixture.h"

struct parsed {
	struct ehc_tree *tree;
	struct ehc_findings findings;
};

static inline struct parsed
parse_bytes(struct ehc_str text)
{
	struct ehc_source *source = EHC_NEW(arena, struct ehc_source);
	struct parsed p = { .findings = { .arena = arena } };

	ehc_source_from(source, arena, EHC_STR("test.ehc"), text);
	p.tree = ehc_parse(arena, source, &p.findings);
	return p;
}

static inline struct parsed
parse(const char *text)
{
	return parse_bytes(ehc_str_of(text));
}

/* A string in the arena of what was written to a buffer. */
static inline const char *
take(struct ehc_buf *b)
{
	return ehc_buf_take(b, arena).ptr;
}

static inline const char *
dump(const struct parsed *p)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_tree_dump(p->tree, &b);
	return take(&b);
}

static inline const char *
formatted(const struct parsed *p)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_format(p->tree, &b);
	return take(&b);
}

static inline int
by_place(const void *left, const void *right)
{
	const struct ehc_finding *a = *(struct ehc_finding *const *)left, *b = *(struct ehc_finding *const *)right;

	return a->span.start != b->span.start ? (a->span.start < b->span.start ? -1 : 1) : strcmp(a->rule->id, b->rule->id);
}

/* "3:1 SYN-007, 5:3 SYN-009", in the file's order. */
static inline const char *
faults(struct parsed *p)
{
	struct ehc_buf b = { NULL, 0, 0 };

	if (p->findings.list.count > 0)
		qsort(p->findings.list.items, p->findings.list.count, sizeof(*p->findings.list.items), by_place);
	for (size_t i = 0; i < p->findings.list.count; i++) {
		const struct ehc_finding *f = p->findings.list.items[i];
		struct ehc_place place = ehc_source_place(p->tree->source, f->span.start);

		ehc_buf_printf(&b, "%s%u:%u %s", i == 0 ? "" : ", ", (unsigned)place.line, (unsigned)place.column, f->rule->id);
	}
	return take(&b);
}

static inline const char *
message(const struct parsed *p, size_t i)
{
	ck_assert_uint_lt(i, p->findings.list.count);
	return ehc_arena_cstr(arena, p->findings.list.items[i]->message);
}

/* ---- what holds for every tree ---- */

static inline bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Every byte of a text leads back to the same byte of the file; the rest is line breaks and written-out blanks. */
static inline void
assert_text_maps_back(const struct ehc_tree *tree, const struct ehc_text *t, char *covered)
{
	for (size_t i = 0; i < t->str.len; i++) {
		struct ehc_span span = ehc_text_span(t, i, 1);

		if (is_white(t->str.ptr[i]))
			continue;
		if (span.end != span.start + 1 || span.end > tree->source->text.len || tree->source->text.ptr[span.start] != t->str.ptr[i])
			ck_abort_msg("byte %zu of the text \"%.*s\" does not stand at %u", i, EHC_ARG(t->str), (unsigned)span.start);
		covered[span.start] = 1;
	}
}

static inline void
assert_node_stands(const struct ehc_tree *tree, const struct ehc_node *n, char *covered)
{
	ck_assert_uint_le(n->span.start, n->span.end);
	ck_assert_uint_le(n->span.end, tree->source->text.len);
	if (n->head.len > 0) {
		ck_assert(ehc_str_eq(n->head, ehc_source_slice(tree->source, n->head_span)));
		ck_assert_uint_eq(n->head_span.start, n->span.start);
		memset(covered + n->head_span.start, 1, n->head_span.end - n->head_span.start);
		for (uint32_t i = n->head_span.end; n->colonless && i < tree->source->text.len && tree->source->text.ptr[i] != '\n'; i++)
			covered[i] = (char)(covered[i] || strchr(".,;)-\xE2\x80\x93\x94", tree->source->text.ptr[i]) != NULL);
		for (uint32_t i = n->head_span.end; !n->colonless && i <= n->head_span.end + 4 && i < tree->source->text.len; i++)
			if (tree->source->text.ptr[i] == ':') {
				covered[i] = 1;
				break;
			}
	}
	ck_assert_int_eq(n->label == EHC_L_NONE, n->keyword == NULL);
	assert_text_maps_back(tree, &n->text, covered);
}

/* Nothing in the file is lost: every byte that is no white space stands in some node. */
static inline void
assert_whole(const struct parsed *p)
{
	struct ehc_str text = p->tree->source->text;
	char *covered = ehc_arena_alloc(arena, text.len + 8);
	size_t entries = 0;

	for (const struct ehc_node *e = p->tree->first; e != NULL; e = e->next) {
		ck_assert_ptr_null(e->parent);
		entries++;
		assert_node_stands(p->tree, e, covered);
		for (const struct ehc_node *f = e->fields; f != NULL; f = f->next) {
			ck_assert_ptr_eq(f->parent, e);
			assert_node_stands(p->tree, f, covered);
		}
	}
	ck_assert_uint_eq(entries, p->tree->count);
	for (size_t i = ehc_str_starts_nocase(text, "\xEF\xBB\xBF") ? 3 : 0; i < text.len; i++)
		if (!covered[i] && !is_white(text.ptr[i]) && text.ptr[i] != '\xC2' && text.ptr[i] != '\xA0')
			ck_abort_msg("byte %zu is in no node", i);
}

#endif
