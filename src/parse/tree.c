/*
 * tree.c - reading the tree: fields by label, and the whole as lines for tests.
 */
#include "ehc/syntax.h"

static const struct ehc_node *
first_from(const struct ehc_node *node, enum ehc_label label)
{
	for (; node != NULL; node = node->next)
		if (node->kind == EHC_NODE_FIELD && node->label == label && node->text.str.len > 0)
			return node;
	return NULL;
}

const struct ehc_node *
ehc_node_field(const struct ehc_node *entry, enum ehc_label label)
{
	return first_from(entry->fields, label);
}

const struct ehc_node *
ehc_node_next_field(const struct ehc_node *field)
{
	return first_from(field->next, field->label);
}

static void
dump_node(const struct ehc_node *node, struct ehc_buf *out)
{
	static const char *const kinds[] = { "entry", "field", "comment", "stray" };

	if (node->parent != NULL)
		ehc_buf_cstr(out, "  ");
	ehc_buf_cstr(out, kinds[node->kind]);
	if (node->keyword != NULL)
		ehc_buf_printf(out, " %s", node->keyword->name);
	else if (node->head.len > 0) {
		ehc_buf_cstr(out, " head=");
		ehc_buf_json(out, node->head);
	}
	if (node->id.len > 0) {
		ehc_buf_cstr(out, " id=");
		ehc_buf_json(out, node->id);
	}
	if (node->words.len > 0) {
		ehc_buf_cstr(out, " words=");
		ehc_buf_json(out, node->words);
	}
	if (node->text.str.len > 0) {
		ehc_buf_cstr(out, " text=");
		ehc_buf_json(out, node->text.str);
	}
	ehc_buf_char(out, '\n');
}

void
ehc_tree_dump(const struct ehc_tree *tree, struct ehc_buf *out)
{
	for (const struct ehc_node *entry = tree->first; entry != NULL; entry = entry->next) {
		dump_node(entry, out);
		for (const struct ehc_node *field = entry->fields; field != NULL; field = field->next)
			dump_node(field, out);
	}
}
