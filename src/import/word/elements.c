/*
 * elements.c - where the elements of a member stand, byte by byte. The member has been read by libxml2 before, so it is well-formed
 * and has no document type; what is wanted here are the places, which a parser does not tell.
 */
#include "import/word/splice.h"

#include <stdlib.h>
#include <string.h>

static const char *const word_spaces[] = {
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
};

/* A prefix that an open element declares. */
struct binding { struct ehc_str prefix; bool word; uint32_t element; };

struct scan {
	struct elements *e;
	struct ehc_arena *a;
	struct ehc_str s;
	size_t at;
	EHC_VEC(struct binding) bindings;
	EHC_VEC(uint32_t) open;
};

static bool
starts(struct ehc_str s, size_t at, const char *words)
{
	size_t n = strlen(words);

	return s.len - at >= n && memcmp(s.ptr + at, words, n) == 0;
}

/* Behind the next of those bytes, or the end. */
static size_t
behind(struct ehc_str s, size_t at, const char *words)
{
	size_t n = strlen(words);

	for (; at + n <= s.len; at++)
		if (s.ptr[at] == words[0] && memcmp(s.ptr + at, words, n) == 0)
			return at + n;
	return s.len;
}

/* Attributes of a start tag, one after the other; false behind the last. */
static bool
next_attribute(struct ehc_str s, size_t *at, struct ehc_str *name, struct ehc_str *value)
{
	size_t from;
	char quote;

	while (*at < s.len && ehc_is_blank(s.ptr[*at]))
		++*at;
	from = *at;
	while (*at < s.len && strchr("=/> \t\r\n", s.ptr[*at]) == NULL)
		++*at;
	*name = ehc_str_sub(s, from, *at);
	while (*at < s.len && (ehc_is_blank(s.ptr[*at]) || s.ptr[*at] == '='))
		++*at;
	if (name->len == 0 || *at >= s.len || (s.ptr[*at] != '"' && s.ptr[*at] != '\''))
		return false;
	quote = s.ptr[(*at)++];
	from = *at;
	while (*at < s.len && s.ptr[*at] != quote)
		++*at;
	*value = ehc_str_sub(s, from, *at);
	++*at;
	return true;
}

static size_t
name_end(struct ehc_str s, size_t at)
{
	while (at < s.len && strchr("/> \t\r\n", s.ptr[at]) == NULL)
		at++;
	return at;
}

static bool
is_word_prefix(const struct scan *x, struct ehc_str prefix)
{
	for (size_t i = x->bindings.count; i > 0; i--)
		if (ehc_str_eq(x->bindings.items[i - 1].prefix, prefix))
			return x->bindings.items[i - 1].word;
	return false;
}

static enum element_kind
kind_of(struct ehc_str name)
{
	static const struct { const char *name; enum element_kind kind; } kinds[] = {
		{ "p", ELEMENT_PARAGRAPH }, { "pPr", ELEMENT_PROPERTIES }, { "r", ELEMENT_RUN }, { "rPr", ELEMENT_RUN_PROPERTIES }, { "t", ELEMENT_TEXT },
		{ "delText", ELEMENT_TEXT }, { "txbxContent", ELEMENT_TEXT_BOX }, { "sdt", ELEMENT_CONTROL }, { "sdtContent", ELEMENT_CONTENT },
		{ "tr", ELEMENT_ROW }, { "dataBinding", ELEMENT_BOUND }, { "text", ELEMENT_PLAIN },
		{ "comments", ELEMENT_COMMENTS }, { "fldChar", ELEMENT_FIELD }, { "fldSimple", ELEMENT_WHOLE_FIELD }, { "comment", ELEMENT_COMMENT }, { "commentReference", ELEMENT_COMMENT },
		{ "commentRangeStart", ELEMENT_COMMENT },
	};

	for (size_t i = 0; i < EHC_COUNT(kinds); i++)
		if (ehc_str_is(name, kinds[i].name))
			return kinds[i].kind;
	return ELEMENT_OTHER;
}

static void
close_element(struct scan *x, size_t close, size_t end)
{
	uint32_t number = x->open.items[--x->open.count];
	struct element *one = &x->e->list.items[number - 1];

	one->close = (uint32_t)close;
	one->end = (uint32_t)end;
	while (x->bindings.count > 0 && x->bindings.items[x->bindings.count - 1].element == number)
		x->bindings.count--;
}

/* At the `<` of a start tag. */
static void
open_element(struct scan *x)
{
	size_t begin = x->at, end = name_end(x->s, begin + 1), at = end, colon = begin + 1;
	struct element one = { .begin = (uint32_t)begin, .parent = x->open.count > 0 ? x->open.items[x->open.count - 1] : 0 };
	uint32_t number = (uint32_t)x->e->list.count + 1;
	struct ehc_str name, value;

	while (next_attribute(x->s, &at, &name, &value)) {
		struct binding b = { EHC_NOSTR, false, number };

		if (!ehc_str_is(name, "xmlns") && !starts(name, 0, "xmlns:"))
			continue;
		b.prefix = ehc_str_sub(name, 6, name.len);
		for (size_t i = 0; i < EHC_COUNT(word_spaces); i++)
			if (ehc_str_is(value, word_spaces[i])) {
				b.word = true;
				x->e->space = word_spaces[i];
			}
		EHC_PUSH(x->a, &x->bindings, b);
	}
	while (colon < end && x->s.ptr[colon] != ':')
		colon++;
	if (colon < end && colon - begin < 250)
		one.prefix = (unsigned char)(colon - begin);
	if (is_word_prefix(x, one.prefix > 0 ? ehc_str_sub(x->s, begin + 1, colon) : EHC_NOSTR))
		one.kind = (unsigned char)kind_of(ehc_str_sub(x->s, begin + 1 + one.prefix, end));
	x->at = behind(x->s, at, ">");
	one.inner = (uint32_t)x->at;
	if (one.parent > 0)
		x->e->list.items[one.parent - 1].last = number;
	EHC_PUSH(x->a, &x->e->list, one);
	EHC_PUSH(x->a, &x->open, number);
	if (x->s.ptr[x->at - 2] == '/')
		close_element(x, x->at, x->at);
}

static bool
is_utf8(struct ehc_str bytes)
{
	size_t end = starts(bytes, 0, "<?xml") ? behind(bytes, 0, "?>") : starts(bytes, 0, "\xEF\xBB\xBF<?xml") ? behind(bytes, 3, "?>") : 0;
	struct ehc_str head = ehc_str_sub(bytes, 0, end);

	return bytes.len >= 4 && ehc_utf8_check(bytes) == SIZE_MAX && (!ehc_str_has(head, "encoding") || ehc_str_has(head, "utf-8"));
}

bool
elements_find(struct elements *e, struct ehc_arena *a, struct ehc_str bytes)
{
	struct scan x = { .e = e, .a = a, .s = bytes };

	*e = (struct elements){ .bytes = bytes };
	if (!is_utf8(bytes))
		return false;
	while (x.at < bytes.len) {
		const char *next = memchr(bytes.ptr + x.at, '<', bytes.len - x.at);

		if (next == NULL)
			break;
		x.at = (size_t)(next - bytes.ptr);
		if (starts(bytes, x.at, "<!--"))
			x.at = behind(bytes, x.at, "-->");
		else if (starts(bytes, x.at, "<![CDATA["))
			x.at = behind(bytes, x.at, "]]>");
		else if (starts(bytes, x.at, "<?"))
			x.at = behind(bytes, x.at, "?>");
		else if (starts(bytes, x.at, "</")) {
			size_t close = x.at;

			x.at = behind(bytes, x.at, ">");
			if (x.open.count == 0)
				return false;
			close_element(&x, close, x.at);
		} else
			open_element(&x);
	}
	return x.open.count == 0 && e->list.count > 0;
}

const struct element *
element_of(const struct elements *e, size_t number)
{
	return number == 0 || number > e->list.count ? NULL : &e->list.items[number - 1];
}

struct ehc_str
element_prefix(const struct elements *e, const struct element *one)
{
	return ehc_str_sub(e->bytes, one->begin + 1, one->begin + 1 + one->prefix);
}

/* An attribute needs a prefix even where elements have none. */
struct spelling
element_spelling(const struct elements *e, struct ehc_arena *a, const struct element *beside)
{
	struct spelling s = { element_prefix(e, beside), EHC_NOSTR };

	if (s.prefix.len == 0 || beside->kind == ELEMENT_OTHER) {
		s.prefix = EHC_STR("w:");
		s.declared = ehc_arena_printf(a, " xmlns:w=\"%s\"", e->space != NULL ? e->space : word_spaces[0]);
	}
	return s;
}

struct ehc_str
element_attribute(const struct elements *e, const struct element *one, const char *name)
{
	struct ehc_str tag = ehc_str_sub(e->bytes, 0, one->inner), key, value;
	size_t at = name_end(tag, one->begin + 1);

	while (next_attribute(tag, &at, &key, &value)) {
		size_t colon = 0;

		while (colon < key.len && key.ptr[colon] != ':')
			colon++;
		if (ehc_str_is(colon < key.len ? ehc_str_sub(key, colon + 1, key.len) : key, name))
			return value;
	}
	return EHC_NOSTR;
}

/* ---- characters ---- */

/* Bytes that a reference such as &amp; or &#xA0; stands for. */
static size_t
reference_length(struct ehc_str name)
{
	char utf8[4];
	bool hex = name.len > 1 && name.ptr[0] == '#' && name.ptr[1] == 'x';

	if (name.len == 0 || name.ptr[0] != '#')
		return 1;
	return ehc_utf8_put(utf8, (uint32_t)strtoul(name.ptr + (hex ? 2 : 1), NULL, hex ? 16 : 10));
}

/* The bytes that stand for the next character or part of one; *gives of the text, 0 for markup. */
static size_t
step(struct ehc_str s, size_t at, size_t to, bool *cdata, size_t *gives)
{
	size_t end;

	*gives = 0;
	if (*cdata && starts(s, at, "]]>")) {
		*cdata = false;
		return 3;
	}
	if (!*cdata && s.ptr[at] == '<') {
		*cdata = starts(s, at, "<![CDATA[");
		return *cdata ? 9 : (starts(s, at, "<!--") ? behind(s, at, "-->") : starts(s, at, "<?") ? behind(s, at, "?>") : behind(s, at, ">")) - at;
	}
	*gives = 1;
	if (!*cdata && s.ptr[at] == '&') {
		end = behind(s, at, ";");
		*gives = reference_length(ehc_str_sub(s, at + 1, end - 1));
		return end - at;
	}
	return s.ptr[at] == '\r' && at + 1 < to && s.ptr[at + 1] == '\n' ? 2 : 1;
}

size_t
element_character(const struct elements *e, const struct element *one, size_t at, bool *cdata)
{
	size_t i = one->inner, seen = 0, gives;

	*cdata = false;
	while (i < one->close) {
		bool in = *cdata;
		size_t n = step(e->bytes, i, one->close, &in, &gives);

		if (gives > 0 && seen >= at)
			break;
		*cdata = in;
		seen += gives;
		i += n;
	}
	return i;
}

size_t
element_length(const struct elements *e, const struct element *one)
{
	size_t seen = 0, gives;
	bool cdata = false;

	for (size_t i = one->inner; i < one->close; seen += gives)
		i += step(e->bytes, i, one->close, &cdata, &gives);
	return seen;
}
