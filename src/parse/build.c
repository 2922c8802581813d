/*
 * build.c - makes the tree: one call a line, in the file's order. A node's text is joined when the next labelled line
 * begins, because comments may stand between the parts of a text. Everything is appended at tail pointers, so the time
 * is linear in the file.
 */
#include "parse/parse.h"

/* ---- a node is complete ---- */

/* Fields that were indented too far. */
static void
check_hidden(struct ehc_parser *p, const struct ehc_line *line)
{
	struct ehc_str s = ehc_source_slice(p->source, (struct ehc_span){ line->start, line->end });
	unsigned on = p->entry == NULL || p->entry->keyword == NULL ? 0 : p->entry->keyword->on;
	const struct ehc_keyword *k;
	size_t len;

	k = ehc_hidden_label(s, p->docs, on, &len);
	if (k != NULL)
		ehc_fault_hidden(p, (struct ehc_span){ line->start, line->start + (uint32_t)len }, k);
}

/* Two answers to one question. Fields are counted within their item, other labels within the document. */
static void
check_repeated(struct ehc_parser *p, const struct ehc_node *node)
{
	const struct ehc_keyword *k = node->keyword;
	const struct ehc_node *first;

	if (k == NULL || k->many || k->level == EHC_LEVEL_HEAD || (k->level == EHC_LEVEL_FIELD && node->text.str.len == 0))
		return;
	first = p->seen[k->label].node;
	if (first != NULL && p->seen[k->label].entry == node->parent)
		ehc_fault_repeated(p, node, first);
	p->seen[k->label].entry = node->parent;
	p->seen[k->label].node = node;
}

/* Joins the text of the node read last. */
static void
finish(struct ehc_parser *p)
{
	struct ehc_node *node = p->node;
	const struct ehc_line *lines = p->lines[p->node_lines].items;
	size_t n = p->lines[p->node_lines].count;

	if (node == NULL)
		return;
	p->node = NULL;
	node->text.span = (struct ehc_span){ node->span.end, node->span.end };
	ehc_text_join(p, lines, n, &node->text);
	if (node->text.span.end > node->span.end)
		node->span.end = node->text.span.end;
	if (node->kind != EHC_NODE_STRAY)
		for (size_t i = 0; i < n; i++)
			if (!lines[i].first)
				check_hidden(p, &lines[i]);
	check_repeated(p, node);
}

/* ---- putting nodes into the tree ---- */

static void
append(struct ehc_node ***tail, struct ehc_node *node)
{
	**tail = node;
	*tail = &node->next;
}

static void
append_entry(struct ehc_parser *p, struct ehc_node *node)
{
	append(&p->entry_tail, node);
	p->tree->count++;
}

static void
append_field(struct ehc_parser *p, struct ehc_node *node)
{
	node->parent = p->entry;
	append(&p->field_tail, node);
}

/* Comments that waited for what follows: before a field they belong to its item, else they stand at the margin. */
static void
place_comments(struct ehc_parser *p, bool in_item)
{
	struct ehc_node *next;

	for (struct ehc_node *c = p->waiting; c != NULL; c = next) {
		next = c->next;
		c->next = NULL;
		if (in_item)
			append_field(p, c);
		else
			append_entry(p, c);
	}
	p->waiting = NULL;
	p->waiting_tail = &p->waiting;
}

/* ---- nodes ---- */

static struct ehc_node *
new_node(struct ehc_parser *p, enum ehc_node_kind kind, struct ehc_span span)
{
	struct ehc_node *node = EHC_NEW(p->arena, struct ehc_node);

	node->kind = kind;
	node->span = span;
	return node;
}

/* A node with a label; its text is still to come. */
static struct ehc_node *
new_labelled(struct ehc_parser *p, enum ehc_node_kind kind, const struct ehc_labelled_line *line)
{
	struct ehc_node *node;
	const struct ehc_keyword *k = line->keyword;

	finish(p);
	node = new_node(p, kind, (struct ehc_span){ line->head.start, line->head.end + !line->colonless });
	node->keyword = k;
	node->label = k == NULL ? EHC_L_NONE : k->label;
	node->head = ehc_bytes_of(p, line->head);
	node->head_span = line->head;
	node->colonless = line->colonless;
	node->id_span = line->rest;
	if (k != NULL && k->form == EHC_FORM_ID)
		node->id = ehc_bytes_of(p, line->rest);
	else
		node->words = ehc_bytes_of(p, line->slot.end > line->slot.start ? line->slot : line->rest);
	p->node = node;
	p->node_lines = p->reading;
	return node;
}

static struct ehc_node *
new_entry(struct ehc_parser *p, const struct ehc_labelled_line *line)
{
	struct ehc_node *node = new_labelled(p, EHC_NODE_ENTRY, line);

	place_comments(p, false);
	append_entry(p, node);
	p->entry = node;
	p->field_tail = &node->fields;
	return node;
}

void
ehc_build_head(struct ehc_parser *p, const struct ehc_labelled_line *line)
{
	struct ehc_tree *tree = p->tree;
	const struct ehc_node *above = p->entry;
	struct ehc_node *node = new_entry(p, line);

	if (tree->head != NULL || (node->label == EHC_L_TEMPLATE && tree->template_head != NULL)) {
		ehc_fault_second_head(p, node, tree->head != NULL ? tree->head : tree->template_head);
		return;
	}
	if (above != tree->template_head)
		ehc_fault_late_head(p, node);
	if (node->label == EHC_L_TEMPLATE)
		tree->template_head = node;
	else
		tree->head = node;
}

void
ehc_build_entry(struct ehc_parser *p, const struct ehc_labelled_line *line)
{
	struct ehc_node *node = new_entry(p, line);

	if (node->label == EHC_L_SECTION)
		ehc_fault_section(p, node);
}

void
ehc_build_field(struct ehc_parser *p, const struct ehc_labelled_line *line)
{
	struct ehc_node *node = new_labelled(p, EHC_NODE_FIELD, line);

	place_comments(p, true);
	append_field(p, node);
	if (node->keyword != NULL && p->entry->keyword != NULL && (node->keyword->on & p->entry->keyword->on) == 0)
		ehc_fault_misplaced(p, node);
}

/* Nothing stands above it. It stays in the tree as text without a place, so that it is not lost. */
void
ehc_build_loose_field(struct ehc_parser *p, const struct ehc_labelled_line *line)
{
	struct ehc_node *node = new_labelled(p, EHC_NODE_STRAY, line);

	place_comments(p, false);
	append_entry(p, node);
	if (node->keyword != NULL)
		ehc_fault_loose(p, node);
	node->label = EHC_L_NONE;
	node->keyword = NULL;
}

void
ehc_build_comment(struct ehc_parser *p, struct ehc_span span)
{
	struct ehc_span trimmed = ehc_span_trim(p->source, span);
	bool indented = trimmed.start > span.start;
	struct ehc_node *node = new_node(p, EHC_NODE_COMMENT, trimmed);

	node->text = (struct ehc_text){ .str = ehc_source_slice(p->source, trimmed), .span = trimmed };
	if (p->entry == NULL) {
		append_entry(p, node);
	} else if (indented) {
		place_comments(p, true);
		append_field(p, node);
	} else {
		append(&p->waiting_tail, node);
	}
}

/* The scanner has added the lines to those of the text that a comment interrupted; they are joined with the others. */
void
ehc_build_more(struct ehc_parser *p)
{
	if (p->node == NULL)
		EHC_BUG("more text, but of what?");
}

void
ehc_build_stray(struct ehc_parser *p, struct ehc_span span)
{
	struct ehc_node *node;

	finish(p);
	node = new_node(p, EHC_NODE_STRAY, span);
	p->node = node;
	p->node_lines = p->reading;
	place_comments(p, p->entry != NULL);
	if (p->entry == NULL)
		append_entry(p, node);
	else
		append_field(p, node);
	ehc_fault_stray(p, span);
}

void
ehc_build_end(struct ehc_parser *p)
{
	finish(p);
	place_comments(p, false);
	if (p->tree->head == NULL)
		ehc_fault_no_head(p);
}
