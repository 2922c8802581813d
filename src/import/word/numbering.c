/*
 * numbering.c - the numbers that Word prints before paragraphs. They are not in the text, yet a plan's items are named by them.
 */
#include "import/word/word.h"

static void
read_level(struct xml *x, struct ehc_arena *a, struct number_level *level)
{
	int depth = xml_depth(x);

	level->start = 1;
	while (depth >= 0 && xml_child(x, depth)) {
		if (xml_is(x, "start"))
			level->start = xml_number(x, a, "val");
		else if (xml_is(x, "numFmt"))
			level->format = xml_attribute(x, a, "val");
		else if (xml_is(x, "lvlText"))
			level->text = xml_attribute(x, a, "val");
	}
}

static void
read_abstract(struct numbering *n, struct xml *x, struct ehc_arena *a)
{
	struct abstract *one;
	int depth = xml_depth(x);

	EHC_PUSH(a, &n->abstracts, (struct abstract){ .id = xml_number(x, a, "abstractNumId") });
	one = &n->abstracts.items[n->abstracts.count - 1];
	while (depth >= 0 && xml_child(x, depth))
		if (xml_is(x, "lvl")) {
			int level = xml_number(x, a, "ilvl");

			if (level >= 0 && level < LEVELS)
				read_level(x, a, &one->levels[level]);
			else
				xml_skip(x);
		}
}

static void
read_number(struct numbering *n, struct xml *x, struct ehc_arena *a)
{
	struct number one = { .id = xml_number(x, a, "numId"), .abstract = -1 };
	int depth = xml_depth(x), level = -1;

	for (int i = 0; i < LEVELS; i++)
		one.start[i] = -1;
	while (depth >= 0 && xml_child(x, depth)) {
		if (xml_is(x, "abstractNumId"))
			one.abstract = xml_number(x, a, "val");
		else if (xml_is(x, "lvlOverride"))
			level = xml_number(x, a, "ilvl");
		else if (xml_is(x, "startOverride") && level >= 0 && level < LEVELS)
			one.start[level] = xml_number(x, a, "val");
	}
	EHC_PUSH(a, &n->numbers, one);
}

void
numbering_read(struct numbering *n, struct ehc_arena *a, struct ehc_str bytes)
{
	struct xml x;

	if (bytes.len == 0 || !xml_open(&x, bytes))
		return;
	while (xml_child(&x, -1)) {
		if (xml_is(&x, "abstractNum"))
			read_abstract(n, &x, a);
		else if (xml_is(&x, "num"))
			read_number(n, &x, a);
	}
	xml_close(&x);
}

static void
put_roman(struct ehc_buf *out, int n, bool big)
{
	static const struct { int value; const char *small, *large; } signs[] = { { 100, "c", "C" }, { 90, "xc", "XC" }, { 50, "l", "L" }, { 40, "xl", "XL" },
		{ 10, "x", "X" }, { 9, "ix", "IX" }, { 5, "v", "V" }, { 4, "iv", "IV" }, { 1, "i", "I" } };

	if (n > 1000)
		ehc_buf_printf(out, "%d", n);
	for (size_t i = 0; n <= 1000 && i < EHC_COUNT(signs); i++)
		for (; n >= signs[i].value; n -= signs[i].value)
			ehc_buf_cstr(out, big ? signs[i].large : signs[i].small);
}

static void
put_number(struct ehc_buf *out, int n, struct ehc_str format)
{
	if (ehc_str_is(format, "lowerLetter") && n > 0)
		ehc_buf_char(out, (char)('a' + (n - 1) % 26));
	else if (ehc_str_is(format, "upperLetter") && n > 0)
		ehc_buf_char(out, (char)('A' + (n - 1) % 26));
	else if (ehc_str_is(format, "lowerRoman"))
		put_roman(out, n, false);
	else if (ehc_str_is(format, "upperRoman"))
		put_roman(out, n, true);
	else if (ehc_str_is(format, "decimalZero"))
		ehc_buf_printf(out, "%02d", n);
	else
		ehc_buf_printf(out, "%d", n);
}

static struct number *
find(struct numbering *n, int num, struct abstract **abstract)
{
	for (size_t i = 0; i < n->numbers.count; i++)
		if (n->numbers.items[i].id == num)
			for (size_t k = 0; k < n->abstracts.count; k++)
				if (n->abstracts.items[k].id == n->numbers.items[i].abstract) {
					*abstract = &n->abstracts.items[k];
					return &n->numbers.items[i];
				}
	return NULL;
}

bool
numbering_next(struct numbering *n, struct ehc_arena *a, int num, int level, struct ehc_str *marker)
{
	struct abstract *abstract;
	struct number *number = find(n, num, &abstract);
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str text;

	*marker = EHC_NOSTR;
	if (number == NULL || level < 0 || level >= LEVELS)
		return false;
	/* A list with a start of its own begins anew the first time that it is used. */
	for (int i = 0; !number->started && i < LEVELS; i++)
		if (number->start[i] >= 0)
			abstract->counters[i] = number->start[i] - abstract->levels[i].start;
	number->started = true;
	abstract->counters[level]++;
	for (int i = level + 1; i < LEVELS; i++)
		abstract->counters[i] = 0;
	if (ehc_str_is(abstract->levels[level].format, "bullet") || ehc_str_is(abstract->levels[level].format, "none"))
		return true;
	text = abstract->levels[level].text;
	for (size_t i = 0; i < text.len; i++) {
		int which = i + 1 < text.len && text.ptr[i] == '%' ? text.ptr[i + 1] - '1' : -1;

		if (which < 0 || which >= LEVELS) {
			ehc_buf_char(&out, text.ptr[i]);
			continue;
		}
		put_number(&out, abstract->counters[which] + abstract->levels[which].start - 1 + (abstract->counters[which] == 0 ? 1 : 0), abstract->levels[which].format);
		i++;
	}
	*marker = ehc_str_trim(ehc_buf_take(&out, a));
	return true;
}
