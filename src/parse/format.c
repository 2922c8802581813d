/*
 * format.c - the canonical text of a file: the same entries, fields, comments and words in the same order, with canonical
 * labels and layout. What is faulty is written as it stands, so that its fault can still be found and mended.
 */
#include "parse/format.h"
#include "parse/keywords.h"

#include <string.h>

#define CONTINUATION 4  /* columns that a text's lines have more than its label */
#define FIELD 2
#define TAB 4

static size_t
start_of_line(struct ehc_str source, size_t offset)
{
	while (offset > 0 && source.ptr[offset - 1] != '\n')
		offset--;
	return offset;
}

/* Columns of white space before the words at offset. */
static size_t
column_of(struct ehc_str source, size_t offset)
{
	size_t column = 0, i = start_of_line(source, offset);

	for (; i < offset; i++)
		column = source.ptr[i] == '\t' ? column / TAB * TAB + TAB : source.ptr[i] == ' ' ? column + 1 : column;
	return column;
}

/* A blank line stands above the node. */
static bool
has_blank_above(const struct ehc_tree *tree, const struct ehc_node *node)
{
	struct ehc_str source = tree->source->text;
	size_t end = start_of_line(source, node->span.start);
	struct ehc_str above;

	if (end == 0)
		return false;
	above = ehc_str_sub(source, start_of_line(source, end - 1), end);
	return ehc_str_trim(above).len == 0;
}

/* Words with single blanks; returns their columns. */
static size_t
put_words(struct ehc_str s, struct ehc_buf *out)
{
	size_t columns = 0;
	bool blank = false;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == ' ' || s.ptr[i] == '\t' || s.ptr[i] == '\r') {
			blank = true;
			continue;
		}
		if (blank) {
			ehc_buf_char(out, ' ');
			columns++;
		}
		blank = false;
		ehc_buf_char(out, s.ptr[i]);
		columns += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
	}
	return columns;
}

/* The spelling of a label that has words of the writer's own in it, or NULL. */
static const char *
spelling_with_dots(enum ehc_label label)
{
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++)
		if (all[i].label == label && strstr(all[i].spelling, "...") != NULL)
			return all[i].spelling;
	return NULL;
}

/* The head of a document or of an item with a slip in it, which was read as meant. */
static bool
is_misspelt(const struct ehc_node *node)
{
	bool is_head = node->keyword->level == EHC_LEVEL_HEAD;
	struct ehc_folded folded;

	return (is_head || node->keyword->level == EHC_LEVEL_ITEM) && ehc_head_fold(node->head, &folded) &&
	    ehc_head_read(&folded, EHC_IN_ANY, is_head ? EHC_HEADS : EHC_EVERY_LABEL).keyword == NULL;
}

/* It stands above the line that says which document this is, so nobody knows what its canonical label would be. */
static bool
is_too_early(const struct ehc_tree *tree, const struct ehc_node *node)
{
	return node->label != EHC_L_TEMPLATE && (tree->head == NULL || node->span.start < tree->head->span.start);
}

size_t
ehc_format_head(const struct ehc_keyword *k, struct ehc_str rest, struct ehc_buf *out)
{
	const char *dotted, *dots;
	size_t columns;

	if (rest.len == 0)
		return put_words(ehc_str_of(k->spelling), out);
	dotted = spelling_with_dots(k->label);
	if (dotted != NULL) {
		dots = strstr(dotted, "...");
		columns = put_words((struct ehc_str){ dotted, (size_t)(dots - dotted) }, out) + 2;
		ehc_buf_char(out, ' ');
		columns += put_words(rest, out);
		ehc_buf_char(out, ' ');
		return columns + put_words(ehc_str_trim(ehc_str_of(dots + 3)), out);
	}
	columns = put_words(ehc_str_of(k->spelling), out) + 1;
	ehc_buf_char(out, ' ');
	return columns + put_words(rest, out);
}

/* Label with its id or words, up to the colon; returns its columns. */
static size_t
put_head(const struct ehc_tree *tree, const struct ehc_node *node, struct ehc_buf *out)
{
	if (node->keyword == NULL || is_too_early(tree, node) || is_misspelt(node))
		return put_words(node->head, out);
	return ehc_format_head(node->keyword, node->id.len > 0 ? node->id : node->words, out);
}

static bool
begins_on_label(const struct ehc_tree *tree, const struct ehc_node *node)
{
	struct ehc_str between = ehc_str_sub(tree->source->text, node->head_span.end, node->text.span.start);

	return between.len == 0 || memchr(between.ptr, '\n', between.len) == NULL;
}

/* A label that was read without its colon stays as it is, with the marks behind it: its fault is for people to mend. */
static size_t
put_colonless_head(const struct ehc_tree *tree, const struct ehc_node *node, struct ehc_buf *out)
{
	struct ehc_str line = ehc_str_sub(tree->source->text, node->head_span.start, tree->source->text.len), written;

	ehc_str_split(&line, '\n', &written);
	if (node->text.str.len > 0 && begins_on_label(tree, node))
		written.len = node->text.span.start - node->head_span.start;
	return put_words(written, out);
}

static void
put_labelled(const struct ehc_tree *tree, const struct ehc_node *node, struct ehc_arena *scratch, struct ehc_buf *out)
{
	const struct ehc_node *entry = node->parent == NULL ? node : node->parent;
	bool is_field = node->parent != NULL || (node->kind == EHC_NODE_STRAY && column_of(tree->source->text, node->span.start) > 0);
	size_t indent = is_field ? FIELD : 0;
	struct ehc_layout l = {
		.arena = scratch,
		.docs = tree->kind == EHC_DOC_NONE ? EHC_IN_ANY : ehc_docs_of(tree->kind),
		.on = entry->keyword == NULL ? 0 : entry->keyword->on,
		.indent = indent + CONTINUATION,
		.refs = node->keyword != NULL && node->keyword->value == EHC_VALUE_REFS,
	};

	ehc_buf_fill(out, ' ', indent);
	if (node->colonless) {
		l.used = indent + put_colonless_head(tree, node, out);
	} else {
		l.used = indent + put_head(tree, node, out) + 1;
		ehc_buf_char(out, ':');
	}
	l.on_label = node->text.str.len > 0 && begins_on_label(tree, node);
	ehc_layout_text(&l, node->text.str, out);
}

/* Text without a label keeps its lines and their columns: which of them belong together is not ours to say. */
static void
put_stray(const struct ehc_tree *tree, const struct ehc_node *node, struct ehc_buf *out)
{
	struct ehc_str text = node->text.str, rest = text, line;

	while (ehc_str_split(&rest, '\n', &line)) {
		struct ehc_str words = ehc_str_trim(line);

		if (words.len > 0) {
			struct ehc_span place = ehc_text_span(&node->text, (size_t)(words.ptr - text.ptr), 1);

			ehc_buf_fill(out, ' ', column_of(tree->source->text, place.start));
			ehc_buf_str(out, words);
		}
		ehc_buf_char(out, '\n');
	}
}

static void
put_node(const struct ehc_tree *tree, const struct ehc_node *node, struct ehc_arena *scratch, struct ehc_buf *out)
{
	if (out->len > 0 && has_blank_above(tree, node))
		ehc_buf_char(out, '\n');
	if (node->kind == EHC_NODE_COMMENT) {
		ehc_buf_fill(out, ' ', node->parent == NULL ? 0 : FIELD);
		ehc_buf_str(out, node->text.str);
		ehc_buf_char(out, '\n');
	} else if (node->head.len == 0) {
		put_stray(tree, node, out);
	} else {
		put_labelled(tree, node, scratch, out);
	}
}

void
ehc_format(const struct ehc_tree *tree, struct ehc_buf *out)
{
	struct ehc_arena *scratch = ehc_arena_new();

	for (const struct ehc_node *entry = tree->first; entry != NULL; entry = entry->next) {
		put_node(tree, entry, scratch, out);
		for (const struct ehc_node *field = entry->fields; field != NULL; field = field->next)
			put_node(tree, field, scratch, out);
		ehc_arena_reset(scratch);
	}
	ehc_arena_free(scratch);
}
