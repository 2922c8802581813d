/*
 * xml.c - the XML of a Word file as a stream of nodes. No network, no entities, no document type; what is nested more deeply than
 * libxml2 allows by itself, or not well-formed, ends the reading.
 */
#include "import/word/word.h"

#include <stdlib.h>
#include <string.h>

static const char *const namespaces[] = {
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
};

/* libxml2 has one code for all its limits, so they are told apart by its words. */
static void
on_error(void *data, xmlErrorPtr error)
{
	struct xml *x = data;

	if (error->message == NULL)
		return;
	x->too_deep = x->too_deep || strstr(error->message, "depth") != NULL;
	x->too_long = x->too_long || strstr(error->message, "uge") != NULL;
}

bool
xml_open(struct xml *x, struct ehc_str bytes)
{
	*x = (struct xml){ .failed = false };
	x->reader = xmlReaderForMemory(bytes.ptr, (int)bytes.len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
	if (x->reader == NULL)
		return false;
	xmlTextReaderSetStructuredErrorHandler(x->reader, on_error, x);
	return true;
}

void
xml_close(struct xml *x)
{
	xmlFreeTextReader(x->reader);
}

/* The next node; false at the end or where it failed. */
static bool
next_node(struct xml *x)
{
	int status;

	if (x->failed)
		return false;
	status = xmlTextReaderRead(x->reader);
	if (status == 1 && xmlTextReaderNodeType(x->reader) == XML_READER_TYPE_ELEMENT)
		x->elements++;
	if (status == 1 && xmlTextReaderNodeType(x->reader) == XML_READER_TYPE_DOCUMENT_TYPE) {
		x->failed = true;
		x->trouble = "holds a document type, which no Word file does; it is not read";
	} else if (status < 0) {
		x->failed = true;
		x->trouble = x->too_deep ? "is nested more deeply than any plan" :
		    x->too_long ? "holds a paragraph that is longer than any plan" :
		    "is damaged: its text cannot be read to the end; open it in Word and save it anew";
	}
	return status == 1 && !x->failed;
}

bool
xml_child(struct xml *x, int depth)
{
	while (next_node(x)) {
		if (depth >= 0 && xmlTextReaderDepth(x->reader) <= depth)
			return false;
		if (xmlTextReaderNodeType(x->reader) == XML_READER_TYPE_ELEMENT)
			return true;
	}
	return false;
}

int
xml_depth(const struct xml *x)
{
	return xmlTextReaderIsEmptyElement(x->reader) == 1 ? -1 : xmlTextReaderDepth(x->reader);
}

void
xml_skip(struct xml *x)
{
	int depth = xml_depth(x);

	if (depth < 0)
		return;
	while (xml_child(x, depth))
		;
}

bool
xml_named(const struct xml *x, const char *name)
{
	const xmlChar *local = xmlTextReaderConstLocalName(x->reader);

	return local != NULL && strcmp((const char *)local, name) == 0;
}

bool
xml_is(const struct xml *x, const char *name)
{
	const xmlChar *space;

	if (!xml_named(x, name))
		return false;
	space = xmlTextReaderConstNamespaceUri(x->reader);
	for (size_t i = 0; space != NULL && i < EHC_COUNT(namespaces); i++)
		if (strcmp((const char *)space, namespaces[i]) == 0)
			return true;
	return false;
}

struct ehc_str
xml_attribute(struct xml *x, struct ehc_arena *a, const char *name)
{
	struct ehc_str found = EHC_NOSTR;
	int more = xmlTextReaderMoveToFirstAttribute(x->reader);

	while (more == 1) {
		const xmlChar *local = xmlTextReaderConstLocalName(x->reader), *value;

		if (local != NULL && strcmp((const char *)local, name) == 0 && (value = xmlTextReaderConstValue(x->reader)) != NULL) {
			found = ehc_arena_copy(a, ehc_str_of((const char *)value));
			break;
		}
		more = xmlTextReaderMoveToNextAttribute(x->reader);
	}
	xmlTextReaderMoveToElement(x->reader);
	return found;
}

int
xml_number(struct xml *x, struct ehc_arena *a, const char *name)
{
	enum { MOST = 1000000 };
	long n = strtol(ehc_arena_cstr(a, xml_attribute(x, a, name)), NULL, 10);

	return n > MOST ? MOST : n < -MOST ? -MOST : (int)n;
}

bool
xml_on(struct xml *x, struct ehc_arena *a)
{
	struct ehc_str value = xml_attribute(x, a, "val");

	return !ehc_str_is(value, "0") && !ehc_str_is_nocase(value, "false") && !ehc_str_is_nocase(value, "off") && !ehc_str_is_nocase(value, "none");
}

void
xml_text(struct xml *x, struct ehc_buf *out)
{
	int depth = xml_depth(x);

	if (depth < 0)
		return;
	while (next_node(x)) {
		int type = xmlTextReaderNodeType(x->reader);
		const xmlChar *value;

		if (xmlTextReaderDepth(x->reader) <= depth)
			return;
		if ((type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE) &&
		    (value = xmlTextReaderConstValue(x->reader)) != NULL)
			ehc_buf_cstr(out, (const char *)value);
	}
}
