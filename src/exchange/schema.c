/*
 * schema.c - the RELAX NG schema of the interchange XML and the table of its elements, made from the labels of the language, so that
 * no label can be forgotten in them. What templates alone may hold (placeholder, repeat) is allowed in plans here; the reader is
 * stricter.
 */
#include "exchange/exchange.h"

#include <string.h>

/* Names of definitions: that of the label in small letters, behind the kind of document where the content depends on it. */
static void
put_ref(struct ehc_buf *out, int depth, const char *document, const struct ehc_keyword *k)
{
	ehc_buf_fill(out, ' ', (size_t)depth * 2);
	ehc_buf_printf(out, "<ref name=\"%s.", document);
	for (const char *p = k->name; *p != '\0'; p++)
		ehc_buf_char(out, ehc_lower(*p));
	ehc_buf_cstr(out, "\"/>\n");
}

static void
open_define(struct ehc_buf *out, const char *document, const struct ehc_keyword *k)
{
	ehc_buf_printf(out, "\n  <define name=\"%s.", document);
	for (const char *p = k->name; *p != '\0'; p++)
		ehc_buf_char(out, ehc_lower(*p));
	ehc_buf_cstr(out, "\">\n");
}

static void
put_line(struct ehc_buf *out, int depth, const char *line)
{
	ehc_buf_fill(out, ' ', (size_t)depth * 2);
	ehc_buf_cstr(out, line);
	ehc_buf_char(out, '\n');
}

/* ---- what is the same everywhere ---- */

static const char start[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- The interchange XML of EHC plans, health care plans, advice reports, templates, house rules and house styles.\n"
    "     Made from the labels of the plan language by `ehc rules` with `labels` and `format relaxng`; docs/interchange.md explains it. -->\n"
    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"" EHC_EXCHANGE_NAMESPACE "\"\n"
    "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
    "\n"
    "  <define name=\"version\">\n"
    "    <attribute name=\"version\"><value type=\"token\">" EHC_EXCHANGE_VERSION "</value></attribute>\n"
    "  </define>\n"
    "\n"
    "  <!-- Words of one line, or paragraphs; the points of a list are items. -->\n"
    "  <define name=\"words\">\n"
    "    <choice>\n"
    "      <text/>\n"
    "      <oneOrMore>\n"
    "        <element name=\"p\"><mixed><zeroOrMore><element name=\"item\"><text/></element></zeroOrMore></mixed></element>\n"
    "      </oneOrMore>\n"
    "    </choice>\n"
    "  </define>\n"
    "\n"
    "  <define name=\"remark\">\n"
    "    <element name=\"remark\">\n"
    "      <optional><attribute name=\"place\"><choice><value>above</value><value>inside</value></choice></attribute></optional>\n"
    "      <text/>\n"
    "    </element>\n"
    "  </define>\n"
    "\n"
    "  <define name=\"id\">\n"
    "    <data type=\"token\"><param name=\"pattern\">([A-Za-z]*[0-9]+(\\.[0-9]+)*[A-Za-z]?)|(\\[\\[.+\\]\\])|(\\{\\{.+\\}\\})|(\xC2\xAB.+\xC2\xBB)</param></data>\n"
    "  </define>\n"
    "  <define name=\"filled\">\n"
    "    <data type=\"token\"><param name=\"minLength\">1</param></data>\n"
    "  </define>\n"
    "  <define name=\"letter\">\n"
    "    <data type=\"token\"><param name=\"pattern\">(([A-Ka-k]|[Hh][12]|[Aa][Nn][Dd])[ ,;&amp;/+\\-]*)+</param></data>\n"
    "  </define>\n"
    "  <define name=\"days\">\n"
    "    <list><oneOrMore><choice><data type=\"date\"><param name=\"pattern\">[0-9]{4}-[0-9]{2}-[0-9]{2}</param></data>"
    "<data type=\"gYearMonth\"><param name=\"pattern\">[0-9]{4}-[0-9]{2}</param></data></choice></oneOrMore></list>\n"
    "  </define>\n"
    "  <define name=\"figure\">\n"
    "    <data type=\"decimal\"><param name=\"minExclusive\">0</param></data>\n"
    "  </define>\n";

/* ---- attributes ---- */

static void
put_attribute(struct ehc_buf *out, int depth, const char *name, const char *pattern)
{
	ehc_buf_fill(out, ' ', (size_t)depth * 2);
	ehc_buf_printf(out, "<optional><attribute name=\"%s\">%s</attribute></optional>\n", name, pattern);
}

static const char *
pattern_of(const char *typed)
{
	if (strcmp(typed, "date") == 0)
		return "<ref name=\"days\"/>";
	if (strcmp(typed, "answer") == 0)
		return "<choice><value>yes</value><value>no</value></choice>";
	if (strcmp(typed, "refs") == 0)
		return "<list><oneOrMore><ref name=\"id\"/></oneOrMore></list>";
	return strcmp(typed, "per") == 0 ? "<ref name=\"filled\"/>" : "<ref name=\"figure\"/>";
}

static void
put_attributes(struct ehc_buf *out, int depth, const struct ehc_keyword *k)
{
	const char *rest = exchange_rest(k);

	for (const char *const *t = exchange_typed_names(k); *t != NULL; t++)
		put_attribute(out, depth, *t, pattern_of(*t));
	if (k->level == EHC_LEVEL_SECTION) {
		put_line(out, depth, "<attribute name=\"name\"><ref name=\"letter\"/></attribute>");
		return;
	}
	if (rest != NULL && strcmp(rest, "name") == 0)
		put_attribute(out, depth, rest, "<ref name=\"filled\"/>");
	if (rest == NULL || strcmp(rest, "name") == 0) {
		put_attribute(out, depth, "id-as-written", "<ref name=\"filled\"/>");
		return;
	}
	put_line(out, depth, "<optional>");
	put_line(out, depth + 1, "<choice>");
	put_line(out, depth + 2, "<attribute name=\"id\"><ref name=\"id\"/></attribute>");
	if (k->level == EHC_LEVEL_ITEM)
		put_line(out, depth + 2, "<attribute name=\"repeats\"><ref name=\"id\"/></attribute>");
	put_line(out, depth + 2, "<attribute name=\"id-as-written\"><ref name=\"filled\"/></attribute>");
	put_line(out, depth + 1, "</choice>");
	put_line(out, depth, "</optional>");
}

/* ---- elements ---- */

static void
open_element(struct ehc_buf *out, int depth, const struct ehc_keyword *k)
{
	char name[EXCHANGE_NAME];

	ehc_buf_fill(out, ' ', (size_t)depth * 2);
	ehc_buf_printf(out, "<element name=\"%s\">\n", exchange_name(k, name));
}

static void
put_fields(struct ehc_buf *out, int depth, const struct ehc_keyword *owner, unsigned docs)
{
	put_line(out, depth, "<zeroOrMore>");
	put_line(out, depth + 1, "<choice>");
	put_line(out, depth + 2, "<ref name=\"remark\"/>");
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (k->level == EHC_LEVEL_FIELD && (k->docs & docs) != 0 && (k->on & owner->on) != 0)
			put_ref(out, depth + 2, "field", k);
	}
	put_line(out, depth + 1, "</choice>");
	put_line(out, depth, "</zeroOrMore>");
}

static void
put_field(struct ehc_buf *out, const struct ehc_keyword *k)
{
	open_define(out, "field", k);
	open_element(out, 2, k);
	put_attributes(out, 3, k);
	put_line(out, 3, "<ref name=\"words\"/>");
	put_line(out, 2, "</element>");
	put_line(out, 1, "</define>");
}

static void
put_entry(struct ehc_buf *out, const char *document, unsigned docs, const struct ehc_keyword *k)
{
	open_define(out, document, k);
	open_element(out, 2, k);
	put_attributes(out, 3, k);
	ehc_buf_printf(out, "      <optional><element name=\"%s\"><ref name=\"words\"/></element></optional>\n", exchange_words(k));
	put_fields(out, 3, k, docs);
	if (exchange_is_container(k))
		ehc_buf_printf(out, "      <zeroOrMore><choice><ref name=\"remark\"/><ref name=\"%s-inside\"/></choice></zeroOrMore>\n", document);
	put_line(out, 2, "</element>");
	put_line(out, 1, "</define>");
}

/* ---- kinds of document ---- */

enum which { INSIDE, OUTSIDE, CONTAINER };

static bool
is_entry(const struct ehc_keyword *k, unsigned docs, enum which which)
{
	enum which is = exchange_is_container(k) ? CONTAINER : ehc_stands_outside(k->label) ? OUTSIDE : INSIDE;

	return k->level != EHC_LEVEL_HEAD && k->level != EHC_LEVEL_FIELD && (k->docs & docs) != 0 && is == which;
}

static bool
put_choice(struct ehc_buf *out, const char *document, const char *called, unsigned docs, enum which which)
{
	bool any = false;

	ehc_buf_printf(out, "\n  <define name=\"%s-%s\">\n    <choice>\n      <notAllowed/>\n", document, called);
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (is_entry(k, docs, which)) {
			put_ref(out, 3, document, k);
			any = true;
		}
	}
	ehc_buf_cstr(out, "    </choice>\n  </define>\n");
	return any;
}

/* Behind a section or a row there is no way back out of it but a label that stands outside. */
static void
put_content(struct ehc_buf *out, const char *document, const struct ehc_keyword *head, unsigned docs)
{
	ehc_buf_printf(out, "\n  <define name=\"%s-content\">\n", document);
	ehc_buf_printf(out, "    <optional><attribute name=\"%s\"><text/></attribute></optional>\n",
	    head->label == EHC_L_EHC_PLAN || head->label == EHC_L_HEALTH_PLAN ? "reference" : "name");
	put_fields(out, 2, head, docs);
	ehc_buf_printf(out, "    <ref name=\"%s-free\"/>\n    <zeroOrMore>\n      <ref name=\"%s-container\"/>\n", document, document);
	ehc_buf_printf(out, "      <zeroOrMore><ref name=\"remark\"/></zeroOrMore>\n");
	ehc_buf_printf(out, "      <optional><ref name=\"%s-outside\"/><ref name=\"%s-free\"/></optional>\n    </zeroOrMore>\n  </define>\n",
	    document, document);
	ehc_buf_printf(out, "\n  <define name=\"%s-free\">\n    <zeroOrMore><choice><ref name=\"remark\"/><ref name=\"%s-inside\"/><ref name=\"%s-outside\"/>"
	    "</choice></zeroOrMore>\n  </define>\n", document, document, document);
}

static void
put_document(struct ehc_buf *out, const struct ehc_keyword *head)
{
	unsigned docs = exchange_docs(head), all = (head->docs & EHC_IN_T) != 0 ? docs | EHC_IN_T : docs;
	char name[EXCHANGE_NAME];

	exchange_name(head, name);
	ehc_buf_printf(out, "\n  <define name=\"%s\">\n    <element name=\"%s\">\n      <ref name=\"version\"/>\n      <ref name=\"%s-content\"/>\n"
	    "    </element>\n  </define>\n", name, name, name);
	put_content(out, name, head, all);
	put_choice(out, name, "inside", all, INSIDE);
	put_choice(out, name, "outside", all, OUTSIDE);
	put_choice(out, name, "container", all, CONTAINER);
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (k->level != EHC_LEVEL_HEAD && k->level != EHC_LEVEL_FIELD && (k->docs & all) != 0)
			put_entry(out, name, all, k);
	}
}

static void
put_template(struct ehc_buf *out, const struct ehc_keyword *head)
{
	char name[EXCHANGE_NAME];

	ehc_buf_cstr(out, "\n  <define name=\"template\">\n    <element name=\"template\">\n      <ref name=\"version\"/>\n"
	    "      <optional><attribute name=\"name\"><text/></attribute></optional>\n");
	put_fields(out, 3, head, EHC_IN_P | EHC_IN_H | EHC_IN_A | EHC_IN_T);
	put_line(out, 3, "<choice>");
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (k->level == EHC_LEVEL_HEAD && (k->docs & EHC_IN_T) != 0 && k != head) {
			exchange_name(k, name);
			ehc_buf_printf(out, "        <element name=\"%s\"><ref name=\"%s-content\"/></element>\n", name, name);
		}
	}
	ehc_buf_cstr(out, "      </choice>\n    </element>\n  </define>\n");
}

void
ehc_exchange_schema(struct ehc_buf *out)
{
	char name[EXCHANGE_NAME];

	ehc_buf_cstr(out, start);
	ehc_buf_cstr(out, "\n  <start>\n    <choice>\n");
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++)
		if (ehc_keyword((enum ehc_label)label)->level == EHC_LEVEL_HEAD)
			ehc_buf_printf(out, "      <ref name=\"%s\"/>\n", exchange_name(ehc_keyword((enum ehc_label)label), name));
	ehc_buf_cstr(out, "    </choice>\n  </start>\n");
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (k->level == EHC_LEVEL_FIELD)
			put_field(out, k);
		else if (k->label == EHC_L_TEMPLATE)
			put_template(out, k);
		else if (k->level == EHC_LEVEL_HEAD)
			put_document(out, k);
	}
	ehc_buf_cstr(out, "</grammar>\n");
}

/* ---- the table for the manual ---- */

static void
put_owners(struct ehc_buf *out, const struct ehc_keyword *field)
{
	char name[EXCHANGE_NAME];
	const char *comma = "";

	if ((field->on & EHC_ON_ANY) == EHC_ON_ANY) {
		ehc_buf_cstr(out, "every item");
		comma = ", ";
	}
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);
		bool item = (k->on & EHC_ON_ANY) != 0 && (field->on & EHC_ON_ANY) == EHC_ON_ANY, text = k->level == EHC_LEVEL_TEXT && k->on == EHC_ON_TEXT;

		if (k->level == EHC_LEVEL_FIELD || item || text || (k->docs & field->docs) == 0 || (k->on & field->on) == 0)
			continue;
		ehc_buf_printf(out, "%s`%s`", comma, exchange_name(k, name));
		comma = ", ";
	}
	if ((field->on & EHC_ON_TEXT) != 0)
		ehc_buf_printf(out, "%sprose of its own", comma);
}

static void
put_row(struct ehc_buf *out, const struct ehc_keyword *k)
{
	char name[EXCHANGE_NAME];
	const char *rest = exchange_rest(k);

	ehc_buf_printf(out, "| `%s` |", exchange_name(k, name));
	if (rest != NULL && k->level != EHC_LEVEL_HEAD)
		ehc_buf_printf(out, " `%s`", rest);
	else if (k->level == EHC_LEVEL_HEAD)
		ehc_buf_printf(out, " `version`, `%s`", k->label == EHC_L_EHC_PLAN || k->label == EHC_L_HEALTH_PLAN ? "reference" : "name");
	for (const char *const *t = exchange_typed_names(k); *t != NULL; t++)
		ehc_buf_printf(out, "%s`%s`", t == exchange_typed_names(k) && rest == NULL ? " " : ", ", *t);
	ehc_buf_cstr(out, " | ");
	if (k->level == EHC_LEVEL_FIELD)
		put_owners(out, k);
	else if (exchange_words(k) != NULL)
		ehc_buf_printf(out, "`%s`, then fields%s", exchange_words(k), exchange_is_container(k) ? ", then items" : "");
	else
		ehc_buf_cstr(out, "fields, then the rest");
	ehc_buf_printf(out, " | %s |\n", k->meaning);
}

void
ehc_exchange_elements(struct ehc_buf *out)
{
	static const char *const titles[] = { "What a document is made of", "Fields" };

	for (int part = 0; part < 2; part++) {
		ehc_buf_printf(out, "#### %s\n\n| element | attributes | %s | meaning |\n| --- | --- | --- | --- |\n", titles[part], part == 0 ? "holds" : "stands in");
		for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
			const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

			if ((k->level == EHC_LEVEL_FIELD) == (part == 1))
				put_row(out, k);
		}
		ehc_buf_cstr(out, part == 0 ? "\n" : "");
	}
}
