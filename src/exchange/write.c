/*
 * write.c - a document as interchange XML. It is written from its canonical layout, so that documents which say the same give the
 * same bytes. Everything travels: notes, acceptances and comments too.
 */
#include "exchange/exchange.h"
#include "model/index.h"
#include "parse/keywords.h"

struct writer {
	struct ehc_arena *a;
	const struct ehc_tree *tree;
	const struct ehc_index *ids;
	struct ehc_buf *out;
	int depth;
	const char *container;          /* the section or row that is open, or NULL */
};

static void
indent(struct writer *w)
{
	ehc_buf_fill(w->out, ' ', (size_t)w->depth * 2);
}

static void
open(struct writer *w, const char *name)
{
	indent(w);
	ehc_buf_printf(w->out, "<%s", name);
}

static void
attribute(struct writer *w, const char *name, struct ehc_str value)
{
	ehc_buf_printf(w->out, " %s=\"", name);
	exchange_escape(w->out, exchange_fold(w->a, value), true);
	ehc_buf_char(w->out, '"');
}

static void
close_element(struct writer *w, const char *name)
{
	w->depth--;
	indent(w);
	ehc_buf_printf(w->out, "</%s>\n", name);
}

/* What stands between the label and its colon: an attribute, named after what it is. */
static struct exchange_attribute
rest_of(const struct writer *w, const struct ehc_node *n)
{
	struct ehc_str rest = n->id.len > 0 ? n->id : n->words;
	const char *name = exchange_rest(n->keyword);

	if (rest.len == 0)
		return (struct exchange_attribute){ NULL, rest };
	if (name == NULL || (n->keyword->form == EHC_FORM_ID && !ehc_id_is_well_formed(rest, n->label)))
		name = "id-as-written";
	else if (n->keyword->level == EHC_LEVEL_ITEM && ehc_index_get(w->ids, rest) != n)
		name = "repeats";
	return (struct exchange_attribute){ name, exchange_fold(w->a, rest) };
}

/* Comments lose their mark and the blank behind it, where they have just that. */
static void
comment(struct writer *w, const struct ehc_node *n, const char *place)
{
	struct ehc_str text = n->text.str;

	if (text.len > 2 && text.ptr[0] == '#' && text.ptr[1] == ' ' && text.ptr[2] != '#' && text.ptr[2] != ' ' && text.ptr[2] != '\t')
		text = ehc_str_sub(text, 2, text.len);
	indent(w);
	ehc_buf_cstr(w->out, "<remark");
	if (place != NULL)
		ehc_buf_printf(w->out, " place=\"%s\"", place);
	ehc_buf_char(w->out, '>');
	exchange_escape(w->out, text, false);
	ehc_buf_cstr(w->out, "</remark>\n");
}

static void
field(struct writer *w, const struct ehc_node *n)
{
	struct exchange_attribute typed[EXCHANGE_TYPED + 1], rest = rest_of(w, n);
	char name[EXCHANGE_NAME];
	size_t count = 0;

	if (rest.name != NULL)
		typed[count++] = rest;
	count += exchange_typed(w->a, n->keyword, n->text.str, w->ids, typed + count);
	exchange_put_text(w->out, n->text.str, w->depth, exchange_name(n->keyword, name), typed, count);
}

/* A comment among the fields of what holds other entries says so: behind the last field it could be one of theirs. */
static void
fields(struct writer *w, const struct ehc_node *entry)
{
	bool holds = entry->keyword->level == EHC_LEVEL_HEAD || exchange_is_container(entry->keyword);

	for (const struct ehc_node *n = entry->fields; n != NULL; n = n->next) {
		if (n->kind == EHC_NODE_COMMENT)
			comment(w, n, holds ? "inside" : NULL);
		else
			field(w, n);
	}
}

/* The element of an entry, with its own words and its fields; it stays open. */
static void
begin_entry(struct writer *w, const struct ehc_node *n, const char *name)
{
	struct exchange_attribute rest = rest_of(w, n);

	open(w, name);
	if (rest.name != NULL)
		attribute(w, rest.name, rest.value);
	ehc_buf_cstr(w->out, ">\n");
	w->depth++;
	if (n->text.str.len > 0)
		exchange_put_text(w->out, n->text.str, w->depth, exchange_words(n->keyword), NULL, 0);
	fields(w, n);
}

static void
end_container(struct writer *w)
{
	if (w->container != NULL)
		close_element(w, w->container);
	w->container = NULL;
}

static void
entry(struct writer *w, const struct ehc_node *n)
{
	char name[EXCHANGE_NAME];

	exchange_name(n->keyword, name);
	if (exchange_is_container(n->keyword) || ehc_stands_outside(n->label))
		end_container(w);
	begin_entry(w, n, name);
	if (exchange_is_container(n->keyword))
		w->container = n->keyword->level == EHC_LEVEL_SECTION ? "section" : "row";
	else
		close_element(w, name);
}

/* ---- the whole ---- */

static void
root_attributes(struct writer *w)
{
	ehc_buf_printf(w->out, " xmlns=\"%s\" version=\"%s\"", EHC_EXCHANGE_NAMESPACE, EHC_EXCHANGE_VERSION);
}

static void
head(struct writer *w, const struct ehc_node *n, bool is_root)
{
	char name[EXCHANGE_NAME];

	open(w, exchange_name(n->keyword, name));
	if (is_root)
		root_attributes(w);
	if (n->text.str.len > 0)
		attribute(w, n->label == EHC_L_EHC_PLAN || n->label == EHC_L_HEALTH_PLAN ? "reference" : "name", n->text.str);
	ehc_buf_cstr(w->out, ">\n");
	w->depth++;
}

static void
document(struct writer *w)
{
	const struct ehc_node *n = w->tree->first, *root = w->tree->template_head != NULL ? w->tree->template_head : w->tree->head;
	char name[EXCHANGE_NAME];

	ehc_buf_cstr(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	head(w, root, true);
	for (; n != root; n = n->next)
		comment(w, n, "above");
	fields(w, root);
	for (n = n->next; n != NULL; n = n->next) {
		if (n->kind == EHC_NODE_COMMENT)
			comment(w, n, NULL);
		else if (n == w->tree->head) {
			head(w, n, false);
			fields(w, n);
		} else
			entry(w, n);
	}
	end_container(w);
	if (root != w->tree->head)
		close_element(w, exchange_name(w->tree->head->keyword, name));
	close_element(w, exchange_name(root->keyword, name));
}

/* ---- what cannot be written ---- */

struct trouble { struct ehc_str *message; struct ehc_span *where; };

static bool
is_unfit(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

static bool
has_unfit_bytes(const struct ehc_source *src, struct ehc_span *where)
{
	size_t bad = ehc_utf8_check(src->text);

	for (size_t i = 0, at = 0; bad == SIZE_MAX && i < src->text.len; at = i)
		if (is_unfit(ehc_utf8_next(src->text, &i)))
			bad = at;
	if (bad == SIZE_MAX)
		return false;
	*where = (struct ehc_span){ (uint32_t)bad, (uint32_t)bad + 1 };
	return true;
}

static bool
is_lost(const struct ehc_tree *tree, const struct ehc_node *n, const struct ehc_node *above)
{
	bool fits = n->kind == EHC_NODE_COMMENT || (n->kind != EHC_NODE_STRAY && n->keyword != NULL);

	if (!fits || n->kind == EHC_NODE_COMMENT)
		return !fits;
	if (above == NULL)
		return n->keyword->level == EHC_LEVEL_FIELD ||
		    (n->keyword->level == EHC_LEVEL_HEAD && n != tree->head && n != tree->template_head);
	return above->keyword != NULL && (n->keyword->on & above->keyword->on) == 0;
}

static bool
has_lost_lines(const struct ehc_tree *tree, struct ehc_span *where)
{
	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next) {
		if (is_lost(tree, n, NULL)) {
			*where = n->span;
			return true;
		}
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next)
			if (is_lost(tree, f, n)) {
				*where = f->span;
				return true;
			}
	}
	return false;
}

/* Nothing but comments may stand above the head, and no other entry between a template's two heads. */
static bool
has_late_head(const struct ehc_tree *tree)
{
	for (const struct ehc_node *n = tree->first; n != tree->head; n = n->next)
		if (n->kind != EHC_NODE_COMMENT && n != tree->template_head)
			return true;
	return false;
}

bool
ehc_exchange_xml(struct ehc_arena *a, const struct ehc_tree *tree, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where)
{
	struct ehc_buf text = { NULL, 0, 0 };
	struct ehc_findings findings = { .arena = a };
	struct ehc_source *src = EHC_NEW(a, struct ehc_source);
	struct writer w = { .a = a, .out = out };

	*where = EHC_NOSPAN;
	if (tree->head == NULL)
		*trouble = EHC_STR("no line says what the document is");
	else if (has_unfit_bytes(tree->source, where))
		*trouble = EHC_STR("a character stands here that no XML may hold");
	else if (has_late_head(tree) || has_lost_lines(tree, where))
		*trouble = EHC_STR("this line was not understood and would be lost");
	else {
		ehc_format(tree, &text);
		ehc_source_from(src, a, tree->source->name, ehc_buf_text(&text));
		ehc_buf_free(&text);
		w.tree = ehc_parse(a, src, &findings);
		w.ids = exchange_ids(a, w.tree);
		document(&w);
		return true;
	}
	return false;
}
