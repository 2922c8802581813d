/*
 * check.c - what is wrong with a document of the interchange XML: elements that nobody knows or that stand where they do not belong,
 * ids that two items have, references and dates that lead nowhere. Says what and where, for whoever made the file.
 */
#include "exchange/exchange.h"
#include "model/index.h"
#include "parse/keywords.h"

#include <string.h>

struct checker {
	struct ehc_arena *a;
	struct exchange_fault *fault;
	unsigned docs;
	struct ehc_index *ids;
};

static bool
wrong(struct checker *c, const struct exchange_node *n, const char *fmt, ...) EHC_PRINTF(3, 4);

static bool
wrong(struct checker *c, const struct exchange_node *n, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	*c->fault = (struct exchange_fault){ ehc_arena_vprintf(c->a, fmt, args), n->line };
	va_end(args);
	return false;
}

struct exchange_node *
exchange_element(struct exchange_node *n)
{
	while (n != NULL && n->name.len == 0)
		n = n->next;
	return n;
}

const struct exchange_xml_attribute *
exchange_attribute(const struct exchange_node *n, const char *name)
{
	for (const struct exchange_xml_attribute *x = n->attributes; x != NULL; x = x->next)
		if (ehc_str_is(x->name, name))
			return x;
	return NULL;
}

/* ---- words ---- */

/* Elements alone: what else stands there must be white space. */
static bool
check_no_words(struct checker *c, const struct exchange_node *n)
{
	for (const struct exchange_node *t = n->first; t != NULL; t = t->next)
		if (t->name.len == 0 && ehc_str_trim(t->text).len > 0)
			return wrong(c, t, "words stand in <%.*s> beside its elements; they belong into one of them", EHC_ARG(n->name));
	return true;
}

static bool
check_no_attributes(struct checker *c, const struct exchange_node *n)
{
	if (n->attributes == NULL)
		return true;
	return wrong(c, n, "<%.*s> has no attribute \"%.*s\"", EHC_ARG(n->name), EHC_ARG(n->attributes->name));
}

static bool
check_paragraph(struct checker *c, struct exchange_node *p)
{
	if (!check_no_attributes(c, p))
		return false;
	for (struct exchange_node *n = exchange_element(p->first); n != NULL; n = exchange_element(n->next)) {
		if (!ehc_str_is(n->name, "item"))
			return wrong(c, n, "<%.*s> stands in a paragraph, which holds words and <item>", EHC_ARG(n->name));
		if (exchange_element(n->first) != NULL)
			return wrong(c, n, "<item> holds words alone, no <%.*s>", EHC_ARG(exchange_element(n->first)->name));
		if (!check_no_attributes(c, n))
			return false;
	}
	return true;
}

/* Words in the element itself, or paragraphs. */
static bool
check_text(struct checker *c, struct exchange_node *n)
{
	struct exchange_node *p = exchange_element(n->first);

	if (p != NULL && !check_no_words(c, n))
		return false;
	for (; p != NULL; p = exchange_element(p->next)) {
		if (!ehc_str_is(p->name, "p"))
			return wrong(c, p, "<%.*s> stands in <%.*s>, which holds words, or paragraphs <p>", EHC_ARG(p->name), EHC_ARG(n->name));
		if (!check_paragraph(c, p))
			return false;
	}
	return true;
}

/* ---- attributes ---- */

static bool
is_figures(struct ehc_str s, size_t n)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ehc_is_digit(s.ptr[i]))
			return false;
	return s.len == n;
}

static int
number(struct ehc_str s)
{
	int n = 0;

	for (size_t i = 0; i < s.len; i++)
		n = n * 10 + (s.ptr[i] - '0');
	return n;
}

/* 2028-07-31, or 2028-07 for a month; a day that there is. */
static bool
is_date(struct ehc_str s)
{
	if (s.len != 7 && s.len != 10)
		return false;
	if (!is_figures(ehc_str_sub(s, 0, 4), 4) || s.ptr[4] != '-' || !is_figures(ehc_str_sub(s, 5, 7), 2))
		return false;
	if (s.len == 10 && (s.ptr[7] != '-' || !is_figures(ehc_str_sub(s, 8, 10), 2)))
		return false;
	return ehc_day_of(number(ehc_str_sub(s, 0, 4)), number(ehc_str_sub(s, 5, 7)), s.len == 10 ? number(ehc_str_sub(s, 8, 10)) : 1) != EHC_NODATE;
}

static bool
check_dates(struct checker *c, const struct exchange_node *n, struct ehc_str list)
{
	struct ehc_str one;

	list = exchange_fold(c->a, list);
	if (list.len == 0)
		return wrong(c, n, "date of <%.*s> is empty", EHC_ARG(n->name));
	while (ehc_str_split(&list, ' ', &one))
		if (!is_date(one))
			return wrong(c, n, "date=\"%.*s\" is no day; write 2028-07-31, or 2028-07 for a month", EHC_ARG(one));
	return true;
}

static bool
check_refs(struct checker *c, const struct exchange_node *n, struct ehc_str list)
{
	struct ehc_str one;

	list = exchange_fold(c->a, list);
	while (ehc_str_split(&list, ' ', &one))
		if (ehc_index_get(c->ids, one) == NULL)
			return wrong(c, n, "refs of <%.*s> names \"%.*s\", and no item has that id", EHC_ARG(n->name), EHC_ARG(one));
	return true;
}

static bool
is_among(struct ehc_str name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (ehc_str_is(name, *names))
			return true;
	return false;
}

static bool
check_id(struct checker *c, const struct exchange_node *n, const struct exchange_xml_attribute *x)
{
	if (!ehc_id_is_well_formed(x->value, n->keyword->label))
		return wrong(c, n, "id=\"%.*s\" is no id: letters, then digits, such as B1 or F2.3", EHC_ARG(x->value));
	return true;
}

/* What stands between a label and its colon. */
static bool
check_rest(struct checker *c, const struct exchange_node *n)
{
	const struct exchange_xml_attribute *id = exchange_attribute(n, "id"), *again = exchange_attribute(n, "repeats"),
	    *written = exchange_attribute(n, "id-as-written"), *name = exchange_attribute(n, "name");
	const struct exchange_xml_attribute *one = id != NULL ? id : again != NULL ? again : written != NULL ? written : name;

	if ((id != NULL) + (again != NULL) + (written != NULL) > 1)
		return wrong(c, n, "<%.*s> has one of id, repeats and id-as-written, not several", EHC_ARG(n->name));
	if (n->keyword->level == EHC_LEVEL_SECTION && (name == NULL || ehc_str_trim(name->value).len == 0 || !ehc_names_sections(name->value)))
		return wrong(c, n, "<section> needs its letter: name=\"A\" to name=\"K\", with H1 and H2");
	if (one == NULL)
		return true;
	if (ehc_str_trim(one->value).len == 0)
		return wrong(c, n, "%.*s of <%.*s> is empty", EHC_ARG(one->name), EHC_ARG(n->name));
	if (strlen(n->keyword->spelling) + 1 + ehc_utf8_count(exchange_fold(c->a, one->value)) > EHC_HEAD_LIMIT)
		return wrong(c, n, "%.*s of <%.*s> is too long: with the label's own words it may have %d characters", EHC_ARG(one->name), EHC_ARG(n->name),
		    EHC_HEAD_LIMIT);
	if (memchr(one->value.ptr, ':', one->value.len) != NULL)
		return wrong(c, n, "%.*s of <%.*s> holds a colon, which ends a label", EHC_ARG(one->name), EHC_ARG(n->name));
	if (again != NULL && ehc_index_get(c->ids, again->value) == NULL)
		return wrong(c, n, "repeats=\"%.*s\", and no other item has that id", EHC_ARG(again->value));
	return id == NULL || check_id(c, n, id);
}

static bool
is_rest(const struct exchange_node *n, struct ehc_str name)
{
	const char *rest = exchange_rest(n->keyword);

	if (rest != NULL && ehc_str_is(name, rest))
		return true;
	return ehc_str_is(name, "id-as-written") || (n->keyword->level == EHC_LEVEL_ITEM && ehc_str_is(name, "repeats"));
}

static bool
check_attributes(struct checker *c, const struct exchange_node *n)
{
	for (const struct exchange_xml_attribute *x = n->attributes; x != NULL; x = x->next) {
		bool typed = is_among(x->name, exchange_typed_names(n->keyword));

		if (!typed && !is_rest(n, x->name))
			return wrong(c, n, "<%.*s> has no attribute \"%.*s\"", EHC_ARG(n->name), EHC_ARG(x->name));
		if (typed && ehc_str_is(x->name, "date") && !check_dates(c, n, x->value))
			return false;
		if (typed && ehc_str_is(x->name, "refs") && !check_refs(c, n, x->value))
			return false;
	}
	return check_rest(c, n);
}

static bool
check_remark(struct checker *c, const struct exchange_node *n, bool may_be_above, bool may_be_inside)
{
	const struct exchange_xml_attribute *place = exchange_attribute(n, "place");

	if (exchange_element(n->first) != NULL)
		return wrong(c, n, "<remark> holds words alone");
	if (n->attributes != NULL && (place == NULL || place->next != NULL || n->attributes != place))
		return wrong(c, n, "<remark> has no attribute but place");
	if (place == NULL || (may_be_above && ehc_str_is(place->value, "above")) || (may_be_inside && ehc_str_is(place->value, "inside")))
		return true;
	return wrong(c, n, "a <remark> cannot have place=\"%.*s\" here", EHC_ARG(place->value));
}

/* ---- elements ---- */

/* An element that has no place where it stands. */
static bool
wrong_element(struct checker *c, const struct exchange_node *n, const struct exchange_node *in)
{
	const struct ehc_keyword *entry = exchange_label(n->name, c->docs, 0), *field = exchange_label(n->name, c->docs, UINT32_MAX);

	if (in->keyword != NULL && exchange_words(in->keyword) != NULL && ehc_str_is(n->name, exchange_words(in->keyword)))
		return wrong(c, n, "<%.*s> stands behind other elements of <%.*s>; it comes first, and once", EHC_ARG(n->name), EHC_ARG(in->name));
	if (entry != NULL)
		return wrong(c, n, "<%.*s> cannot stand in <%.*s>", EHC_ARG(n->name), EHC_ARG(in->name));
	if (field != NULL && in->keyword != NULL && (field->on & in->keyword->on) != 0)
		return wrong(c, n, "<%.*s> stands too late in <%.*s>: what it says of itself comes before what it holds", EHC_ARG(n->name), EHC_ARG(in->name));
	if (field != NULL)
		return wrong(c, n, "<%.*s> does not belong to <%.*s>", EHC_ARG(n->name), EHC_ARG(in->name));
	return wrong(c, n, "nothing is called <%.*s> in this kind of document", EHC_ARG(n->name));
}

static bool
check_field(struct checker *c, struct exchange_node *n)
{
	return check_attributes(c, n) && check_text(c, n);
}

/* The element's own words and its fields; *rest gets the first that is neither. */
static bool
check_fields(struct checker *c, struct exchange_node *in, struct exchange_node **rest)
{
	struct exchange_node *n = exchange_element(in->first);
	const char *words = exchange_words(in->keyword);
	bool holds = in->keyword->level == EHC_LEVEL_HEAD || exchange_is_container(in->keyword);

	if (!check_no_words(c, in))
		return false;
	if (n != NULL && words != NULL && ehc_str_is(n->name, words)) {
		if (!check_no_attributes(c, n) || !check_text(c, n))
			return false;
		n = exchange_element(n->next);
	}
	for (; n != NULL; n = exchange_element(n->next)) {
		if (ehc_str_is(n->name, "remark")) {
			if (!check_remark(c, n, in->parent == NULL, holds))
				return false;
			continue;
		}
		n->keyword = exchange_label(n->name, c->docs, in->keyword->on);
		if (n->keyword == NULL)
			break;
		if (!check_field(c, n))
			return false;
	}
	*rest = n;
	return true;
}

static bool
check_entry(struct checker *c, struct exchange_node *n)
{
	struct exchange_node *rest;

	if (!check_attributes(c, n) || !check_fields(c, n, &rest))
		return false;
	for (; rest != NULL && exchange_is_container(n->keyword); rest = exchange_element(rest->next)) {
		if (ehc_str_is(rest->name, "remark")) {
			if (!check_remark(c, rest, false, false))
				return false;
			continue;
		}
		rest->keyword = exchange_label(rest->name, c->docs, 0);
		if (rest->keyword == NULL || exchange_is_container(rest->keyword) || ehc_stands_outside(rest->keyword->label))
			return wrong_element(c, rest, n);
		if (!check_entry(c, rest))
			return false;
	}
	return rest == NULL || wrong_element(c, rest, n);
}

/* What a document holds, behind the fields of its head. */
static bool
check_entries(struct checker *c, struct exchange_node *in, struct exchange_node *n)
{
	bool open = false;

	for (; n != NULL; n = exchange_element(n->next)) {
		if (ehc_str_is(n->name, "remark")) {
			if (!check_remark(c, n, false, false))
				return false;
			continue;
		}
		n->keyword = exchange_label(n->name, c->docs, 0);
		if (n->keyword == NULL)
			return wrong_element(c, n, in);
		if (exchange_is_container(n->keyword) || ehc_stands_outside(n->keyword->label))
			open = exchange_is_container(n->keyword);
		else if (open)
			return wrong(c, n, "<%.*s> stands behind a section or row and would be read as part of it; put it into a <section> or <row>",
			    EHC_ARG(n->name));
		if (!check_entry(c, n))
			return false;
	}
	return true;
}

/* ---- ids: all are known before references are looked at ---- */

static bool
gather_ids(struct checker *c, struct exchange_node *n)
{
	const struct exchange_xml_attribute *id = exchange_attribute(n, "id");
	const struct exchange_node *first;

	if (id != NULL && !ehc_str_is(n->name, "step")) {
		first = ehc_index_get(c->ids, id->value);
		if (first != NULL)
			return wrong(c, n, "id=\"%.*s\" stands at line %u already", EHC_ARG(id->value), first->line);
		ehc_index_put(c->ids, id->value, n);
	}
	for (n = exchange_element(n->first); n != NULL; n = exchange_element(n->next))
		if (!gather_ids(c, n))
			return false;
	return true;
}

/* ---- the root ---- */

/* The kind of document that a root element stands for, and the keyword of its head. */
static const struct ehc_keyword *
head_of(struct ehc_str element)
{
	char name[EXCHANGE_NAME];

	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (k->level == EHC_LEVEL_HEAD && ehc_str_is(element, exchange_name(k, name)))
			return k;
	}
	return NULL;
}

unsigned
exchange_docs(const struct ehc_keyword *head)
{
	return head->docs & ~(unsigned)EHC_IN_T;
}

static bool
check_version(struct checker *c, const struct exchange_node *root)
{
	const struct exchange_xml_attribute *version = exchange_attribute(root, "version");

	if (version == NULL)
		return wrong(c, root, "<%.*s> does not say its version: version=\"%s\"", EHC_ARG(root->name), EHC_EXCHANGE_VERSION);
	if (!ehc_str_is(version->value, EHC_EXCHANGE_VERSION))
		return wrong(c, root, "is of version %.*s; this program reads %s", EHC_ARG(version->value), EHC_EXCHANGE_VERSION);
	return true;
}

static const char *
called(const struct exchange_node *head)
{
	return head->keyword->label == EHC_L_EHC_PLAN || head->keyword->label == EHC_L_HEALTH_PLAN ? "reference" : "name";
}

static bool
check_head_attributes(struct checker *c, const struct exchange_node *head)
{
	for (const struct exchange_xml_attribute *x = head->attributes; x != NULL; x = x->next)
		if (!ehc_str_is(x->name, called(head)) && !(head->parent == NULL && ehc_str_is(x->name, "version")))
			return wrong(c, head, "<%.*s> has no attribute \"%.*s\"", EHC_ARG(head->name), EHC_ARG(x->name));
	return true;
}

static bool
check_document(struct checker *c, struct exchange_node *head)
{
	struct exchange_node *rest;

	return check_head_attributes(c, head) && check_fields(c, head, &rest) && check_entries(c, head, rest);
}

/* A template holds remarks, its notes, and the plan that it makes. */
static bool
check_template(struct checker *c, struct exchange_node *root)
{
	struct exchange_node *plan = exchange_element(root->first), *rest;
	const struct ehc_keyword *head = NULL;

	while (plan != NULL && (head = head_of(plan->name)) == NULL)
		plan = exchange_element(plan->next);
	if (plan == NULL)
		return wrong(c, root, "<template> does not hold the document that it makes, such as <ehc-plan>");
	if ((head->docs & EHC_IN_T) == 0 || head->label == EHC_L_TEMPLATE)
		return wrong(c, plan, "a template does not make a <%.*s>", EHC_ARG(plan->name));
	c->docs = exchange_docs(head) | EHC_IN_T;
	if (!check_head_attributes(c, root) || !check_fields(c, root, &rest))
		return false;
	if (rest != plan)
		return wrong_element(c, rest, root);
	plan->keyword = head;
	if (exchange_element(plan->next) != NULL)
		return wrong(c, exchange_element(plan->next), "<%.*s> stands behind the document that the template makes",
		    EHC_ARG(exchange_element(plan->next)->name));
	return check_document(c, plan);
}

bool
exchange_check(struct ehc_arena *a, struct exchange_node *root, struct exchange_fault *fault)
{
	struct checker c = { a, fault, 0, ehc_index_new(a) };

	root->keyword = head_of(root->name);
	if (root->keyword == NULL)
		return wrong(&c, root, "the root element is <%.*s>; a document begins with <ehc-plan>, <health-care-plan>, <advice-report>, <template>, "
		    "<profile> or <style>", EHC_ARG(root->name));
	c.docs = exchange_docs(root->keyword);
	if (!check_version(&c, root) || !gather_ids(&c, root))
		return false;
	return root->keyword->label == EHC_L_TEMPLATE ? check_template(&c, root) : check_document(&c, root);
}
