/*
 * form.c - a template out of a form that was made for Word or for another system: its placeholders as ours, with a line for each that a
 * system fills in, and parts that the form holds several times over once, with how often they may come.
 */
#include "ehc/fill.h"

#include "ehc/model.h"

#include <string.h>

enum { LONGEST = 28 };          /* of a name that a line describes */
enum { MANY = 10 };             /* so often an item may come where the form does not tell */
enum { DESCRIBED = 500 };       /* no form asks a system for more; any others are prompts */

/* A placeholder that a system fills in, and what it is called in the template. */
struct blank {
	struct ehc_str from;            /* as it is written in the form; one without a name: the label before it */
	struct ehc_str name;
	enum ehc_blank_kind kind;
};

struct counter { struct ehc_str letters; size_t n; };

struct form {
	struct ehc_arena *a;
	const struct ehc_tree *tree;
	struct ehc_buf *out;
	EHC_VEC(struct blank) blanks;
	EHC_VEC(struct counter) counters;
	bool renumber;
	struct ehc_form_made made;
};

/* ---- names ---- */

/* What stands between the brackets of a placeholder; empty for "Click here to enter text" and its like. */
static struct ehc_str
inside(struct ehc_str s)
{
	if (ehc_str_starts_nocase(s, "[[") || ehc_str_starts_nocase(s, "{{"))
		return ehc_str_trim(ehc_str_sub(s, 2, s.len - 2));
	if (ehc_str_starts_nocase(s, "[INSERT"))
		return ehc_str_trim(ehc_str_sub(s, strlen("[INSERT"), s.len - 1));
	if (ehc_str_starts_nocase(s, "\xC2\xAB"))
		return ehc_str_trim(ehc_str_sub(s, 2, s.len - 2));
	return EHC_NOSTR;
}

/* "child_first_language", "ChildFirstLanguage": child first language. */
static struct ehc_str
words_of(struct ehc_arena *a, struct ehc_str s)
{
	char *made = ehc_arena_alloc(a, 2 * s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		bool upper = ehc_is_capital(c);

		if (upper && i > 0 && s.ptr[i - 1] >= 'a' && s.ptr[i - 1] <= 'z')
			made[n++] = ' ';
		if (c == '_' || c == '\n' || c == '\t' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}' || c == ';')
			c = ' ';
		if (c == ' ' && (n == 0 || made[n - 1] == ' '))
			continue;
		made[n++] = ehc_lower(c);
	}
	return ehc_str_trim((struct ehc_str){ made, n });
}

static struct ehc_str
without_number(struct ehc_str s)
{
	size_t n = s.len;

	while (n > 0 && ehc_is_digit(s.ptr[n - 1]))
		n--;
	return n == s.len ? s : ehc_str_trim(ehc_str_sub(s, 0, n));
}

/* As many of its words as a described name may have, and none that leads on to the next. */
static struct ehc_str
shortened(struct ehc_str s)
{
	static const char *const joints[] = { " if", " or", " and", " to", " of", " the", " a", " an", " in", " for", " with" };
	size_t n = LONGEST;

	if (s.len <= LONGEST)
		return s;
	while (n > 0 && s.ptr[n] != ' ')
		n--;
	s = ehc_str_sub(s, 0, n > 0 ? n : LONGEST);
	for (size_t i = 0; i < EHC_COUNT(joints); i++)
		if (ehc_str_ends_nocase(s, joints[i]))
			s = ehc_str_sub(s, 0, s.len - strlen(joints[i]));
	return s;
}

static bool
is_taken(const struct form *f, struct ehc_str name)
{
	for (size_t i = 0; i < f->blanks.count; i++)
		if (ehc_str_eq_nocase(f->blanks.items[i].name, name))
			return true;
	return false;
}

static struct ehc_str
free_name(const struct form *f, struct ehc_str name)
{
	struct ehc_str one = name;

	for (unsigned n = 2; is_taken(f, one); n++)
		one = ehc_arena_printf(f->a, "%.*s %u", EHC_ARG(ehc_str_sub(name, 0, name.len < LONGEST - 4 ? name.len : LONGEST - 4)), n);
	return one;
}

/* ---- what a placeholder is ---- */

/* Where a placeholder stands. */
struct where {
	const struct ehc_node *node;
	bool facts;                     /* of the plan, the child or the dates: a system fills it in */
	bool whole;                     /* nothing else stands there */
	bool joined;                    /* in a part that stood there several times over, with numbers */
};

/* What people call the place: "date of birth" in a line about it. */
static struct ehc_str
called(const struct form *f, const struct where *w)
{
	if (w->node == f->tree->head)
		return EHC_STR("reference");
	if (w->node->label == EHC_L_CHILD)
		return EHC_STR("child name");
	if (w->node->label == EHC_L_BORN)
		return EHC_STR("date of birth");
	if (w->node->keyword != NULL && w->node->keyword->value == EHC_VALUE_DATE && !w->facts)
		return EHC_STR("day");
	return w->node->keyword != NULL ? ehc_str_of(w->node->keyword->spelling) : EHC_STR("words");
}

static enum ehc_blank_kind
kind_of(const struct where *w)
{
	if (!w->whole || w->node->keyword == NULL)
		return EHC_BLANK_WORDS;
	if (w->node->label == EHC_L_CHILD || w->node->label == EHC_L_KNOWN_AS)
		return EHC_BLANK_NAME;
	if (w->node->label == EHC_L_NHS_NUMBER)
		return EHC_BLANK_NUMBER;
	return w->node->keyword->value == EHC_VALUE_DATE ? EHC_BLANK_DATE : EHC_BLANK_WORDS;
}

/* The placeholder's name in the template; one that comes again keeps it. */
static struct ehc_str
name_of(struct form *f, struct ehc_str placeholder, const struct where *w)
{
	struct ehc_str from = words_of(f->a, inside(placeholder)), name;
	size_t len;
	bool prompt;

	if (ehc_placeholder_find(from, 0, &len) == 0)
		from = EHC_NOSTR;       /* "[[Click or tap here to enter text.]]" asks nothing of its own */
	prompt = from.len == 0;
	if (w->joined)
		from = without_number(from);
	if (prompt || (w->node->label == EHC_L_CHILD && ehc_str_is(from, "name")))
		from = called(f, w);
	for (size_t i = 0; i < f->blanks.count; i++) {
		struct blank *b = &f->blanks.items[i];

		if (ehc_str_eq(b->from, from) && (!prompt || !w->facts)) {
			if (b->kind == EHC_BLANK_WORDS && w->facts)
				b->kind = kind_of(w);
			return b->name;
		}
	}
	f->made.placeholders++;
	if (!w->facts || f->made.described >= DESCRIBED)
		return from;
	name = from;
	if (name.len > LONGEST)
		name = w->whole && !is_taken(f, called(f, w)) ? called(f, w) : shortened(name);
	name = free_name(f, name);
	EHC_PUSH(f->a, &f->blanks, (struct blank){ from, name, kind_of(w) });
	f->made.described++;
	return name;
}

/* ---- parts that stand there several times over ---- */

/* Behind the last item of the row that begins there, or behind the one entry. */
static const struct ehc_node *
unit_end(const struct ehc_node *n)
{
	bool in_row = n->label == EHC_L_ROW;

	for (n = n->next; in_row && n != NULL && n->keyword != NULL && n->keyword->level == EHC_LEVEL_ITEM; n = n->next)
		;
	return n;
}

static void
put_alike(struct ehc_arena *a, const struct ehc_node *n, struct ehc_buf *out)
{
	struct ehc_str text = n->text.str, name;
	size_t len, from = 0;

	ehc_buf_printf(out, "\n%d %.*s:", (int)n->label, EHC_ARG(n->words));
	for (size_t at = 0; (at = ehc_placeholder_find(text, at, &len)) != SIZE_MAX; at += len) {
		ehc_buf_str(out, ehc_str_sub(text, from, at));
		name = without_number(words_of(a, inside(ehc_str_sub(text, at, at + len))));
		ehc_buf_printf(out, "[[%.*s]]", EHC_ARG(name));
		from = at + len;
	}
	ehc_buf_str(out, ehc_str_sub(text, from, text.len));
}

/* What a row or an item holds, with no numbers; empty for what cannot come several times. */
static struct ehc_str
unit_alike(struct form *f, const struct ehc_node *n)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str made;
	size_t len;

	if (n->keyword == NULL || (n->keyword->level != EHC_LEVEL_ROW && n->keyword->level != EHC_LEVEL_ITEM))
		return EHC_NOSTR;
	for (const struct ehc_node *end = unit_end(n); n != end; n = n->next) {
		put_alike(f->a, n, &out);
		for (const struct ehc_node *field = n->fields; field != NULL; field = field->next)
			put_alike(f->a, field, &out);
	}
	made = ehc_buf_take(&out, f->a);
	return ehc_placeholder_find(made, 0, &len) == SIZE_MAX ? EHC_NOSTR : made;
}

/* Ids may follow one another anew where nothing in the form names them. */
static bool
may_renumber(const struct ehc_tree *tree)
{
	size_t len;

	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next)
		for (const struct ehc_node *field = n->fields; field != NULL; field = field->next)
			if (field->keyword != NULL && field->keyword->value == EHC_VALUE_REFS && ehc_placeholder_find(field->text.str, 0, &len) == SIZE_MAX)
				return false;
	return true;
}

static struct ehc_str
next_id(struct form *f, struct ehc_str id)
{
	struct ehc_str letters = without_number(id);

	for (size_t i = 0; i < f->counters.count; i++)
		if (ehc_str_eq(f->counters.items[i].letters, letters))
			return ehc_arena_printf(f->a, "%.*s%zu", EHC_ARG(letters), ++f->counters.items[i].n);
	EHC_PUSH(f->a, &f->counters, (struct counter){ letters, 1 });
	return ehc_arena_printf(f->a, "%.*s1", EHC_ARG(letters));
}

/* ---- writing ---- */

/* Further lines of a text go on below it. */
static void
put_lines(struct form *f, struct ehc_str s, const char *indent)
{
	for (size_t i = 0; i < s.len; i++) {
		ehc_buf_char(f->out, s.ptr[i]);
		if (s.ptr[i] == '\n')
			ehc_buf_cstr(f->out, indent);
	}
}

static void
put_text(struct form *f, const struct ehc_node *n, bool facts, bool joined)
{
	const char *indent = n->parent != NULL ? "      " : "    ";
	struct ehc_str text = n->text.str, trimmed = ehc_str_trim(text), name;
	size_t len, from = 0;

	for (size_t at = 0; (at = ehc_placeholder_find(text, at, &len)) != SIZE_MAX; at += len) {
		struct where w = { n, facts, len == trimmed.len, joined };

		put_lines(f, ehc_str_sub(text, from, at), indent);
		name = name_of(f, ehc_str_sub(text, at, at + len), &w);
		ehc_buf_printf(f->out, "[[%.*s]]", EHC_ARG(name));
		from = at + len;
	}
	put_lines(f, ehc_str_sub(text, from, text.len), indent);
	ehc_buf_char(f->out, '\n');
}

static bool
has_blank_above(const struct form *f, const struct ehc_node *n)
{
	struct ehc_str s = f->tree->source->text;

	return n->span.start >= 2 && s.ptr[n->span.start - 2] == '\n';
}

/* An entry of which `n` are needed: how often it may come. */
static void
put_repeat(struct form *f, const struct ehc_node *e, size_t n)
{
	bool several = e->label == EHC_L_NEED || e->label == EHC_L_OUTCOME || e->label == EHC_L_PROVISION || e->label == EHC_L_ADVICE ||
	    e->label == EHC_L_ASPIRATION || e->label == EHC_L_MEDICINE || e->label == EHC_L_STAFF || e->label == EHC_L_CONTACT;

	if (ehc_node_field(e, EHC_L_REPEAT) != NULL)
		return;
	if (e->label == EHC_L_ROW && n > 1)
		ehc_buf_printf(f->out, "  repeat: 0 to %zu\n", n);
	else if (several || (e->keyword->level == EHC_LEVEL_ITEM && n > 1))
		ehc_buf_printf(f->out, "  repeat: 1 to %zu\n", n > MANY ? n : (size_t)MANY);
}

static void
put_fields(struct form *f, const struct ehc_node *e, bool facts, bool joined)
{
	for (const struct ehc_node *field = e->fields; field != NULL; field = field->next)
		if (field->kind == EHC_NODE_FIELD && field->keyword != NULL) {
			ehc_buf_printf(f->out, "  %.*s: ", EHC_ARG(field->head));
			put_text(f, field, facts, joined);
		}
}

static void
put_entry(struct form *f, const struct ehc_node *e, size_t n, bool joined)
{
	bool facts = e == f->tree->head || e->label == EHC_L_CHILD || e->label == EHC_L_TIMELINE;

	if (has_blank_above(f, e) && f->out->len > 0)
		ehc_buf_char(f->out, '\n');
	if (e->kind != EHC_NODE_ENTRY || e->keyword == NULL) {
		ehc_buf_str(f->out, ehc_str_sub(f->tree->source->text, e->span.start, e->span.end));
		ehc_buf_char(f->out, '\n');
		return;
	}
	if (f->renumber && e->id.len > 0) {
		struct ehc_str id = next_id(f, e->id);

		ehc_buf_printf(f->out, "%s %.*s: ", e->keyword->spelling, EHC_ARG(id));
	} else
		ehc_buf_printf(f->out, "%.*s: ", EHC_ARG(e->head));
	put_text(f, e, facts, joined);
	put_fields(f, e, facts, joined);
	put_repeat(f, e, n);
}

/* A row or an item, and those alike behind it: once. Returns what follows them. */
static const struct ehc_node *
put_unit(struct form *f, const struct ehc_node *n)
{
	struct ehc_str alike = unit_alike(f, n);
	const struct ehc_node *end = unit_end(n), *after = end;
	size_t times = 1;

	while (alike.len > 0 && after != NULL && ehc_str_eq(unit_alike(f, after), alike)) {
		after = unit_end(after);
		times++;
	}
	f->made.joined += times - 1;
	for (const struct ehc_node *e = n; e != end; e = e->next)
		put_entry(f, e, e == n ? times : 1, times > 1);
	return after;
}

/* The head of the template and of the plan; the number of a plan is always asked for. */
static void
put_head(struct form *f, struct ehc_str name)
{
	const struct ehc_node *head = f->tree->head;

	ehc_buf_printf(f->out, "template: %.*s\n  note: Made from a form.\n", EHC_ARG(name));
	if (head->text.str.len == 0) {
		EHC_PUSH(f->a, &f->blanks, (struct blank){ EHC_STR("reference"), EHC_STR("reference"), EHC_BLANK_WORDS });
		f->made.placeholders++;
		f->made.described++;
		ehc_buf_printf(f->out, "%.*s: [[reference]]\n", EHC_ARG(head->head));
	} else
		put_entry(f, head, 1, false);
	if (ehc_node_field(head, EHC_L_STATUS) == NULL)
		ehc_buf_cstr(f->out, "  status: working\n");
	if (head->text.str.len == 0)
		put_fields(f, head, true, false);
}

static void
put_descriptions(const struct form *f, struct ehc_buf *out)
{
	for (size_t i = 0; i < f->blanks.count; i++) {
		const struct blank *b = &f->blanks.items[i];

		ehc_buf_printf(out, "placeholder %.*s: %s%s\n", EHC_ARG(b->name), ehc_blank_kind_name(b->kind),
		    ehc_str_is(b->name, "reference") ? "; the plan's number, never the child's name" : "");
	}
}

static void
format(struct ehc_arena *a, struct ehc_str raw, struct ehc_buf *out)
{
	struct ehc_source *src = EHC_NEW(a, struct ehc_source);
	struct ehc_findings *nothing = EHC_NEW(a, struct ehc_findings);

	nothing->arena = a;
	ehc_source_from(src, a, EHC_STR("template"), raw);
	ehc_format(ehc_parse(a, src, nothing), out);
}

struct ehc_form_made
ehc_template_of_form(struct ehc_arena *a, const struct ehc_tree *form, struct ehc_str name, struct ehc_buf *out)
{
	struct ehc_buf head = { NULL, 0, 0 }, rest = { NULL, 0, 0 };
	struct form f = { .a = a, .tree = form, .out = &head, .renumber = may_renumber(form) };

	put_head(&f, name);
	f.out = &rest;
	for (const struct ehc_node *n = form->first; n != NULL;)
		n = n == form->head ? n->next : put_unit(&f, n);
	ehc_buf_char(&head, '\n');
	put_descriptions(&f, &head);
	ehc_buf_char(&head, '\n');
	ehc_buf_str(&head, ehc_buf_text(&rest));
	format(a, ehc_buf_text(&head), out);
	ehc_buf_free(&head);
	ehc_buf_free(&rest);
	return f.made;
}
