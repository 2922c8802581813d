/*
 * read.c - interchange XML as a plan. Each element becomes its line of the plan language; then the plan is written as XML again and
 * the two are compared, so that nothing is read otherwise than it was meant.
 */
#include "exchange/exchange.h"
#include "ehc/module.h"
#include "parse/format.h"

#include <dlfcn.h>
#include <string.h>

/* ---- the file ---- */

bool
ehc_exchange_is(struct ehc_str name, struct ehc_str bytes)
{
	struct ehc_str start = ehc_str_sub(bytes, 0, bytes.len < 4096 ? bytes.len : 4096);

	if (ehc_str_ends_nocase(name, ".ehc"))
		return false;
	return ehc_str_ends_nocase(name, ".xml") || (ehc_str_starts_nocase(ehc_str_trim(start), "<?xml") && ehc_str_has(start, "urn:ehc:interchange"));
}

typedef struct exchange_node *xml_function(struct ehc_arena *, struct ehc_str, struct exchange_fault *);

/* libxml2 would take other encodings too, and would guess. */
static bool
is_utf8(struct ehc_str bytes, struct exchange_fault *fault)
{
	size_t bad = ehc_utf8_check(bytes), end;
	struct ehc_str first = ehc_str_sub(bytes, 0, bytes.len < 200 ? bytes.len : 200);

	if (bad != SIZE_MAX) {
		*fault = (struct exchange_fault){ EHC_STR("is not UTF-8 from here on; save it in that encoding"),
		    (uint32_t)ehc_str_count(ehc_str_sub(bytes, 0, bad), '\n') + 1 };
		return false;
	}
	end = ehc_str_find_nocase(first, "?>");
	first = ehc_str_sub(first, 0, end == SIZE_MAX ? 0 : end);
	if (ehc_str_has(first, "encoding") && !ehc_str_has(first, "\"utf-8\"") && !ehc_str_has(first, "'utf-8'")) {
		*fault = (struct exchange_fault){ EHC_STR("says that it is in another encoding than UTF-8"), 1 };
		return false;
	}
	return true;
}

/* NULL: *fault says what is wrong where. */
static struct exchange_node *
parse_bytes(struct ehc_arena *a, struct ehc_str bytes, struct exchange_fault *fault)
{
	struct ehc_str trouble = EHC_NOSTR;
	struct exchange_node *root;
	xml_function *read;
	void *handle, *symbol;

	if (!is_utf8(bytes, fault))
		return NULL;
	handle = ehc_module_open(a, "ehc-xml.so", "the reader of XML", &trouble);
	if (handle == NULL) {
		*fault = (struct exchange_fault){ trouble, 0 };
		return NULL;
	}
	symbol = dlsym(handle, "ehc_xml_read");
	if (symbol == NULL) {
		*fault = (struct exchange_fault){ EHC_STR("ehc-xml.so is not the reader that this program was built with"), 0 };
		dlclose(handle);
		return NULL;
	}
	memcpy(&read, &symbol, sizeof(read));   /* ISO C has no cast from an object to a function */
	root = read(a, bytes, fault);
	dlclose(handle);
	return root;
}

/* ---- elements as lines of the plan ---- */

struct maker {
	struct ehc_arena *a;
	struct ehc_buf out;
	EHC_VEC(const struct exchange_node *) order;    /* elements and remarks in the order in which their lines were written */
	const struct exchange_node *before;             /* the entry above */
	bool contained;                                 /* a section or row is open */
};

static void
put_lines(struct maker *m, struct ehc_str text, size_t indent)
{
	struct ehc_str line;

	if (memchr(text.ptr != NULL ? text.ptr : "", '\n', text.len) == NULL && !ehc_str_starts_nocase(text, "-")) {
		ehc_buf_char(&m->out, text.len > 0 ? ' ' : '\n');
		ehc_buf_str(&m->out, text);
		if (text.len > 0)
			ehc_buf_char(&m->out, '\n');
		return;
	}
	ehc_buf_char(&m->out, '\n');
	while (ehc_str_split(&text, '\n', &line)) {
		if (line.len > 0)
			ehc_buf_fill(&m->out, ' ', indent);
		ehc_buf_str(&m->out, line);
		ehc_buf_char(&m->out, '\n');
	}
}

static void
put_remark(struct maker *m, const struct exchange_node *n, bool inside)
{
	struct ehc_str text = n->first != NULL ? n->first->text : EHC_NOSTR;
	struct ehc_str line = text.len > 0 && text.ptr[0] == '#' ? text : ehc_arena_printf(m->a, "# %.*s", EHC_ARG(exchange_fold(m->a, text)));

	EHC_PUSH(m->a, &m->order, n);
	ehc_buf_cstr(&m->out, inside ? "  " : "");
	for (size_t i = 0; i < line.len; i++)
		ehc_buf_char(&m->out, line.ptr[i] == '\n' ? ' ' : line.ptr[i]);
	ehc_buf_char(&m->out, '\n');
}

static struct ehc_str
rest_of(const struct exchange_node *n)
{
	static const char *const names[] = { "id", "repeats", "id-as-written", "name" };

	for (size_t i = 0; i < EHC_COUNT(names); i++) {
		const struct exchange_xml_attribute *x = exchange_attribute(n, names[i]);

		if (x != NULL)
			return x->value;
	}
	return EHC_NOSTR;
}

/* A system that knows a day or an id need not write it out in words. */
static struct ehc_str
words_of(struct maker *m, struct exchange_node *n)
{
	struct ehc_str words = exchange_text(m->a, n), list, one;
	const struct exchange_xml_attribute *date = exchange_attribute(n, "date"), *refs = exchange_attribute(n, "refs"), *x = date != NULL ? date : refs;
	struct ehc_buf out = { NULL, 0, 0 };
	ehc_day day;
	bool month_only;

	if (words.len > 0 || x == NULL)
		return words;
	n->filled = true;
	list = exchange_fold(m->a, x->value);
	while (ehc_str_split(&list, ' ', &one)) {
		if (out.len > 0)
			ehc_buf_cstr(&out, date != NULL ? "; " : ", ");
		if (date != NULL && ehc_day_read(one, &day, &month_only, NULL) == one.len && day != EHC_NODATE)
			ehc_buf_day(&out, day);
		else
			ehc_buf_str(&out, one);
	}
	return ehc_buf_take(&out, m->a);
}

static void
put_field(struct maker *m, struct exchange_node *n)
{
	EHC_PUSH(m->a, &m->order, n);
	ehc_buf_cstr(&m->out, "  ");
	ehc_format_head(n->keyword, rest_of(n), &m->out);
	ehc_buf_char(&m->out, ':');
	put_lines(m, words_of(m, n), 6);
}

/* Blank lines as a person would set them. */
static void
put_gap(struct maker *m, const struct exchange_node *n)
{
	enum ehc_level level = n->keyword->level;
	bool opens = level == EHC_LEVEL_SECTION || level == EHC_LEVEL_ROW || level == EHC_LEVEL_BLOCK;

	if (m->before != NULL && (opens || (!m->contained && m->before->keyword != n->keyword)))
		ehc_buf_char(&m->out, '\n');
	if (exchange_is_container(n->keyword) || ehc_stands_outside(n->keyword->label))
		m->contained = exchange_is_container(n->keyword);
	m->before = n;
}

static void put_entry(struct maker *m, struct exchange_node *n);

/* The remarks, fields and entries in an element, behind its own words. */
static void
put_children(struct maker *m, const struct exchange_node *in, struct exchange_node *n)
{
	bool holds = in->keyword->level == EHC_LEVEL_HEAD || exchange_is_container(in->keyword);

	for (; n != NULL; n = exchange_element(n->next)) {
		const struct exchange_xml_attribute *place = exchange_attribute(n, "place");

		if (n->keyword != NULL && n->keyword->level == EHC_LEVEL_FIELD)
			put_field(m, n);
		else if (n->keyword != NULL)
			put_entry(m, n);
		else if (place == NULL || !ehc_str_is(place->value, "above"))
			put_remark(m, n, !holds || place != NULL);
	}
}

static void
put_entry(struct maker *m, struct exchange_node *n)
{
	struct exchange_node *first = exchange_element(n->first);
	const char *words = exchange_words(n->keyword);
	bool head = n->keyword->level == EHC_LEVEL_HEAD;
	const struct exchange_xml_attribute *called = exchange_attribute(n, "reference");

	if (head && called == NULL)
		called = exchange_attribute(n, "name");
	if (!head)
		put_gap(m, n);
	m->before = n;
	EHC_PUSH(m->a, &m->order, n);
	ehc_format_head(n->keyword, head ? EHC_NOSTR : rest_of(n), &m->out);
	ehc_buf_char(&m->out, ':');
	if (head)
		put_lines(m, called != NULL ? exchange_fold(m->a, called->value) : EHC_NOSTR, 4);
	else if (first != NULL && first->keyword == NULL && words != NULL && ehc_str_is(first->name, words)) {
		put_lines(m, exchange_text(m->a, first), 4);
		first = exchange_element(first->next);
	} else
		ehc_buf_char(&m->out, '\n');
	put_children(m, n, first);
}

/* Remarks that stand above the first line of the plan. */
static void
put_above(struct maker *m, struct exchange_node *root)
{
	for (struct exchange_node *n = exchange_element(root->first); n != NULL; n = exchange_element(n->next)) {
		const struct exchange_xml_attribute *place = exchange_attribute(n, "place");

		if (place != NULL && ehc_str_is(place->value, "above"))
			put_remark(m, n, false);
	}
}

/* ---- the way back: which line of the XML a line of the plan came from ---- */

static void
add_place(struct ehc_arena *a, struct ehc_import *im, const struct ehc_node *node, const struct exchange_node *n)
{
	struct ehc_draft_block *b = EHC_NEW(a, struct ehc_draft_block);
	const struct ehc_draft_block **blocks = EHC_NEW_ARRAY(a, const struct ehc_draft_block *, 1);

	b->origin.paragraph = n->line;
	b->text = node->text.str;
	blocks[0] = b;
	EHC_PUSH(a, &im->places, (struct ehc_import_place){ node->span, blocks, 1 });
}

static void
add_places(struct ehc_arena *a, struct ehc_import *im, const struct ehc_tree *tree, const struct maker *m)
{
	size_t i = 0;

	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next) {
		if (i < m->order.count)
			add_place(a, im, n, m->order.items[i++]);
		for (const struct ehc_node *f = n->fields; f != NULL && i < m->order.count; f = f->next)
			add_place(a, im, f, m->order.items[i++]);
	}
}

/* ---- was it read as it was meant? ---- */

struct comparer { struct ehc_arena *a; struct exchange_fault *fault; };

static bool
differ(struct comparer *c, const struct exchange_node *n, struct ehc_str message)
{
	*c->fault = (struct exchange_fault){ message, n->line };
	return false;
}

/* The words of an element, its points marked, white space folded. */
static struct ehc_str
folded(struct comparer *c, const struct exchange_node *n)
{
	return exchange_fold(c->a, exchange_text(c->a, n));
}

static bool
same_attributes(struct comparer *c, const struct exchange_node *meant, const struct exchange_node *read)
{
	for (const struct exchange_xml_attribute *x = meant->attributes; x != NULL; x = x->next) {
		const struct exchange_xml_attribute *y = exchange_attribute(read, ehc_arena_cstr(c->a, x->name));

		if (y == NULL)
			return differ(c, meant, ehc_arena_printf(c->a, "<%.*s> says %.*s=\"%.*s\", which its words do not say", EHC_ARG(meant->name),
			    EHC_ARG(x->name), EHC_ARG(x->value)));
		if (!ehc_str_eq(exchange_fold(c->a, x->value), exchange_fold(c->a, y->value)))
			return differ(c, meant, ehc_arena_printf(c->a, "<%.*s> says %.*s=\"%.*s\", but its words say \"%.*s\"", EHC_ARG(meant->name),
			    EHC_ARG(x->name), EHC_ARG(x->value), EHC_ARG(y->value)));
	}
	return true;
}

static bool
is_text(const struct exchange_node *n)
{
	struct exchange_node *first = exchange_element(n->first);

	return first == NULL || ehc_str_is(first->name, "p");
}

static bool
same(struct comparer *c, const struct exchange_node *meant, const struct exchange_node *read)
{
	struct exchange_node *m, *r;

	if (!ehc_str_eq(meant->name, read->name))
		return differ(c, meant, ehc_arena_printf(c->a, "<%.*s> cannot be said in the plan language as it stands here", EHC_ARG(meant->name)));
	if (!same_attributes(c, meant, read))
		return false;
	if (is_text(meant) && is_text(read)) {
		if (meant->filled || ehc_str_eq(folded(c, meant), folded(c, read)))
			return true;
		return differ(c, meant, ehc_arena_printf(c->a, "the words of <%.*s> would not come back as they are", EHC_ARG(meant->name)));
	}
	m = exchange_element(meant->first);
	r = exchange_element(read->first);
	while (m != NULL && r != NULL) {
		if (!same(c, m, r))
			return false;
		m = exchange_element(m->next);
		r = exchange_element(r->next);
	}
	if (m == NULL && r == NULL)
		return true;
	return differ(c, m != NULL ? m : meant, ehc_arena_printf(c->a, "<%.*s> cannot be said in the plan language as it stands here",
	    EHC_ARG(m != NULL ? m->name : meant->name)));
}

static bool
check_read(struct ehc_arena *a, const struct ehc_tree *tree, const struct exchange_node *root, struct exchange_fault *fault)
{
	struct comparer c = { a, fault };
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_span where;
	struct exchange_node *again = NULL;

	if (ehc_exchange_xml(a, tree, &out, &trouble, &where))
		again = parse_bytes(a, ehc_buf_text(&out), fault);
	else
		*fault = (struct exchange_fault){ ehc_arena_printf(a, "holds something that the plan language cannot say: %.*s", EHC_ARG(trouble)), root->line };
	ehc_buf_free(&out);
	return again != NULL && same(&c, root, again);
}

/* ---- the whole ---- */

static struct ehc_import *
make(struct ehc_arena *a, struct exchange_node *root, struct exchange_fault *fault)
{
	struct maker m = { .a = a };
	struct ehc_import *im = EHC_NEW(a, struct ehc_import);
	struct ehc_draft *draft = EHC_NEW(a, struct ehc_draft);
	struct ehc_findings unseen = { .arena = a };
	struct ehc_source *src = EHC_NEW(a, struct ehc_source), *laid = EHC_NEW(a, struct ehc_source);
	struct ehc_buf text = { NULL, 0, 0 };
	struct ehc_tree *tree;

	put_above(&m, root);
	put_entry(&m, root);
	ehc_source_from(src, a, EHC_STR("XML"), ehc_buf_text(&m.out));
	ehc_buf_free(&m.out);
	ehc_format(ehc_parse(a, src, &unseen), &text);
	ehc_source_from(laid, a, EHC_STR("XML"), ehc_buf_text(&text));
	ehc_buf_free(&text);
	tree = ehc_parse(a, laid, &unseen);
	*draft = (struct ehc_draft){ .arena = a, .format = "XML" };
	*im = (struct ehc_import){ .draft = draft, .kind = tree->kind, .text = laid->text };
	if (!check_read(a, tree, root, fault))
		return NULL;
	add_places(a, im, tree, &m);
	return im;
}

struct ehc_import *
ehc_exchange_read(struct ehc_arena *a, struct ehc_str bytes, struct ehc_str *trouble)
{
	struct exchange_fault fault = { EHC_NOSTR, 0 };
	struct exchange_node *root = parse_bytes(a, bytes, &fault);
	struct ehc_import *im = NULL;

	*trouble = EHC_NOSTR;
	if (root != NULL && exchange_check(a, root, &fault))
		im = make(a, root, &fault);
	if (im == NULL)
		*trouble = fault.line > 0 ? ehc_arena_printf(a, "line %u: %.*s", fault.line, EHC_ARG(fault.message)) : fault.message;
	return im;
}
