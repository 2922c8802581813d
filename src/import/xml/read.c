/*
 * read.c - the interchange XML as a tree of elements, by libxml2. Nothing is fetched and nothing is expanded: a document type, with
 * all that could stand in one, ends the reading; so does what is nested deeper, or is larger, than any plan. A shared object of its
 * own, because checking plans must not need libxml2.
 */
#include "exchange/exchange.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>

#include <string.h>

enum { DEEPEST = 12, MOST = 1000000, CHUNK = 65536, ATTRIBUTES = 64 };

struct reading {
	struct ehc_arena *a;
	xmlParserCtxtPtr parser;
	struct exchange_node *root, *open;
	struct ehc_buf text;            /* characters that wait for the next element */
	uint32_t text_line;
	size_t elements;
	int depth;
	struct exchange_fault *fault;
};

static uint32_t
line(const struct reading *r)
{
	return r->parser->input != NULL ? (uint32_t)r->parser->input->line : 0;
}

/* The first fault is the one that is told. */
static void
stop(struct reading *r, struct ehc_str message)
{
	if (r->fault->message.len > 0)
		return;
	*r->fault = (struct exchange_fault){ message, line(r) };
	xmlStopParser(r->parser);
}

static bool
is_stopped(const struct reading *r)
{
	return r->fault->message.len > 0;
}

static struct exchange_node *
add(struct reading *r)
{
	struct exchange_node *n = EHC_NEW(r->a, struct exchange_node);

	n->parent = r->open;
	n->line = line(r);
	if (r->open == NULL)
		return n;
	if (r->open->last != NULL)
		r->open->last->next = n;
	else
		r->open->first = n;
	r->open->last = n;
	return n;
}

static void
end_text(struct reading *r)
{
	struct exchange_node *n;

	if (r->text.len == 0)
		return;
	n = add(r);
	n->line = r->text_line;
	n->text = ehc_arena_copy(r->a, ehc_buf_text(&r->text));
	ehc_buf_clear(&r->text);
}

static struct ehc_str
words(const xmlChar *s)
{
	return s != NULL ? ehc_str_of((const char *)s) : EHC_NOSTR;
}

static void
check_space(struct reading *r, const xmlChar *name, const xmlChar *space)
{
	if (space == NULL)
		stop(r, ehc_arena_printf(r->a, "<%s> is in no namespace; the root element says xmlns=\"%s\"", (const char *)name, EHC_EXCHANGE_NAMESPACE));
	else if (strcmp((const char *)space, EHC_EXCHANGE_NAMESPACE) != 0)
		stop(r, ehc_arena_printf(r->a, "<%s> is in the namespace \"%s\"; this format is \"%s\"", (const char *)name, (const char *)space,
		    EHC_EXCHANGE_NAMESPACE));
}

static void
attributes(struct reading *r, struct exchange_node *n, int count, const xmlChar **list)
{
	struct exchange_xml_attribute **end = &n->attributes;

	for (int i = 0; i < count; i++, list += 5) {
		struct exchange_xml_attribute *one = EHC_NEW(r->a, struct exchange_xml_attribute);

		if (list[2] != NULL) {
			if (strcmp((const char *)list[2], "http://www.w3.org/XML/1998/namespace") == 0)
				continue;       /* xml:lang and xml:space say nothing that a plan holds */
			stop(r, ehc_arena_printf(r->a, "the attribute %s is in the namespace \"%s\"; this format has none such", (const char *)list[0], (const char *)list[2]));
			return;
		}
		one->name = ehc_arena_copy(r->a, words(list[0]));
		one->value = ehc_arena_copy(r->a, (struct ehc_str){ (const char *)list[3], (size_t)(list[4] - list[3]) });
		*end = one;
		end = &one->next;
	}
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int nspaces, const xmlChar **spaces,
    int nattributes, int ndefaulted, const xmlChar **list)
{
	struct reading *r = data;
	struct exchange_node *n;

	(void)prefix;
	(void)nspaces;
	(void)spaces;
	(void)ndefaulted;
	if (is_stopped(r))
		return;
	check_space(r, name, space);
	if (++r->depth > DEEPEST)
		stop(r, EHC_STR("is nested more deeply than any plan"));
	if (++r->elements > MOST)
		stop(r, EHC_STR("holds more elements than any plan"));
	if (is_stopped(r))
		return;
	end_text(r);
	n = add(r);
	n->name = ehc_arena_copy(r->a, words(name));
	attributes(r, n, nattributes, list);
	if (r->root == NULL)
		r->root = n;
	r->open = n;
}

static void
end_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct reading *r = data;

	(void)name;
	(void)prefix;
	(void)space;
	if (is_stopped(r))
		return;
	end_text(r);
	r->depth--;
	r->open = r->open->parent;
}

static void
characters(void *data, const xmlChar *s, int len)
{
	struct reading *r = data;

	if (is_stopped(r) || r->open == NULL)
		return;
	if (r->text.len == 0)
		r->text_line = line(r);
	ehc_buf_bytes(&r->text, s, (size_t)len);
}

static void
document_type(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	(void)name;
	(void)external;
	(void)system;
	stop(data, EHC_STR("holds a document type (<!DOCTYPE ...>); none is read, because entities could hide words or fetch files"));
}

/* libxml2's own words, without its full stop and line end, behind ours. */
static void
on_error(void *data, xmlErrorPtr error)
{
	struct reading *r = data;
	struct ehc_str why = ehc_str_trim(words((const xmlChar *)error->message));
	uint32_t at = error->line > 0 ? (uint32_t)error->line : line(r);

	if (error->level < XML_ERR_ERROR || is_stopped(r))
		return;
	switch (error->code) {
	case XML_ERR_DOCUMENT_EMPTY:
	case XML_ERR_TAG_NOT_FINISHED:
	case XML_ERR_GT_REQUIRED:
	case XML_ERR_DOCUMENT_END:
		stop(r, r->root == NULL ? EHC_STR("holds no element") :
		    r->open != NULL ? ehc_arena_printf(r->a, "breaks off within <%.*s>, or leaves it open", EHC_ARG(r->open->name)) :
		    EHC_STR("goes on behind the end of the document"));
		break;
	case XML_ERR_TAG_NAME_MISMATCH:
		stop(r, ehc_arena_printf(r->a, "an element ends that is not the one that began (%.*s)", EHC_ARG(why)));
		break;
	case XML_ERR_INVALID_CHAR:
	case XML_ERR_INVALID_CHARREF:
		stop(r, EHC_STR("holds a control character, which no XML may"));
		break;
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		stop(r, ehc_arena_printf(r->a, "names an entity; only &amp; &lt; &gt; &quot; and &apos; are known (%.*s)", EHC_ARG(why)));
		break;
	default:
		stop(r, ehc_arena_printf(r->a, "is not well-formed XML: %.*s", EHC_ARG(why)));
	}
	r->fault->line = at;
}

static void
parse(struct reading *r, struct ehc_str bytes)
{
	for (size_t at = 0; at < bytes.len && !is_stopped(r); at += CHUNK) {
		size_t n = bytes.len - at < CHUNK ? bytes.len - at : CHUNK;

		xmlParseChunk(r->parser, bytes.ptr + at, (int)n, 0);
	}
	if (!is_stopped(r))
		xmlParseChunk(r->parser, NULL, 0, 1);
	if (!is_stopped(r) && (r->root == NULL || r->open != NULL || !r->parser->wellFormed))
		stop(r, EHC_STR("breaks off before its end"));
}

/* The end of the tag, comment or section that begins at `at`; *attributes gets the signs of equality outside quotation marks. */
static size_t
end_of_tag(struct ehc_str s, size_t at, size_t *attributes)
{
	static const struct { const char *begin, *end; } wholes[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" } };
	char quote = '\0';

	*attributes = 0;
	for (size_t i = 0; i < EHC_COUNT(wholes); i++) {
		size_t n = strlen(wholes[i].begin);
		const char *end;

		if (s.len - at < n || memcmp(s.ptr + at, wholes[i].begin, n) != 0)
			continue;
		end = memmem(s.ptr + at, s.len - at, wholes[i].end, strlen(wholes[i].end));
		return end != NULL ? (size_t)(end - s.ptr) : s.len;
	}
	for (; at < s.len && (quote != '\0' || s.ptr[at] != '>'); at++) {
		if (quote != '\0')
			quote = s.ptr[at] == quote ? '\0' : quote;
		else if (s.ptr[at] == '"' || s.ptr[at] == '\'')
			quote = s.ptr[at];
		else
			*attributes += s.ptr[at] == '=';
	}
	return at;
}

/* libxml2 compares each attribute of an element with all others, so it must never see many. */
static bool
has_too_many_attributes(struct ehc_str s, struct exchange_fault *fault)
{
	uint32_t lines = 1;
	size_t n;

	for (size_t i = 0; i < s.len; i++) {
		size_t end;

		lines += s.ptr[i] == '\n';
		if (s.ptr[i] != '<')
			continue;
		end = end_of_tag(s, i, &n);
		if (n > ATTRIBUTES) {
			*fault = (struct exchange_fault){ EHC_STR("an element has more attributes than any of this format"), lines };
			return true;
		}
		for (; i + 1 < end; i++)
			lines += s.ptr[i + 1] == '\n';
	}
	return false;
}

struct exchange_node *
ehc_xml_read(struct ehc_arena *a, struct ehc_str bytes, struct exchange_fault *fault)
{
	xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = start_element, .endElementNs = end_element,
		.characters = characters, .ignorableWhitespace = characters, .cdataBlock = characters, .internalSubset = document_type,
		.serror = on_error };
	struct reading r = { .a = a, .fault = fault };

	*fault = (struct exchange_fault){ EHC_NOSTR, 0 };
	if (has_too_many_attributes(bytes, fault))
		return NULL;
	xmlInitParser();
	r.parser = xmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL);
	if (r.parser == NULL) {
		fault->message = EHC_STR("cannot be read: there is no room for it");
		return NULL;
	}
	xmlCtxtUseOptions(r.parser, XML_PARSE_NONET | XML_PARSE_COMPACT);
	parse(&r, bytes);
	xmlFreeParserCtxt(r.parser);
	ehc_buf_free(&r.text);
	return is_stopped(&r) ? NULL : r.root;
}
