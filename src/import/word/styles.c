/*
 * styles.c - of a Word file's styles only what says what a paragraph is: a heading and its level, a list, a line of contents.
 */
#include "import/word/word.h"

/* "List Bullet 2": a list by a style of its own for each depth. 0 for any other. */
static int
depth_of_name(struct ehc_str name)
{
	return ehc_str_starts_nocase(name, "list ") && name.len > 6 && name.ptr[name.len - 2] == ' ' && ehc_is_digit(name.ptr[name.len - 1]) ? name.ptr[name.len - 1] - '0' : 0;
}

/* "heading 2", "Title". */
static int
level_of_name(struct ehc_str name)
{
	if (ehc_str_is_nocase(name, "title"))
		return 1;
	if (ehc_str_starts_nocase(name, "heading ") && name.len == 9 && ehc_is_digit(name.ptr[8]))
		return name.ptr[8] - '0';
	return -1;
}

static void
read_style(struct styles *s, struct ehc_arena *a, struct xml *x)
{
	struct style one = { .outline = -1, .num = -1, .level = -1 };
	int depth = xml_depth(x);

	one.id = xml_attribute(x, a, "styleId");
	while (depth >= 0 && xml_child(x, depth)) {
		if (xml_is(x, "name")) {
			struct ehc_str name = xml_attribute(x, a, "val");

			if (level_of_name(name) > 0)
				one.outline = level_of_name(name);
			one.depth = depth_of_name(name);
			one.contents = ehc_str_starts_nocase(name, "toc ");
		} else if (xml_is(x, "basedOn"))
			one.based_on = xml_attribute(x, a, "val");
		else if (xml_is(x, "outlineLvl")) {
			int level = xml_number(x, a, "val");

			if (one.outline < 0)
				one.outline = level < 9 ? level + 1 : 0;
		} else if (xml_is(x, "numId"))
			one.num = xml_number(x, a, "val");
		else if (xml_is(x, "ilvl"))
			one.level = xml_number(x, a, "val");
		else if (xml_is(x, "b"))
			one.strong = xml_on(x, a);
		else if (xml_is(x, "strike") || xml_is(x, "dstrike"))
			one.struck = xml_on(x, a);
		else if (xml_is(x, "vanish"))
			one.hidden = xml_on(x, a);
	}
	EHC_PUSH(a, &s->list, one);
}

void
styles_read(struct styles *s, struct ehc_arena *a, struct ehc_str bytes)
{
	struct xml x;

	if (bytes.len == 0 || !xml_open(&x, bytes))
		return;
	while (xml_child(&x, -1))
		if (xml_is(&x, "style"))
			read_style(s, a, &x);
	xml_close(&x);
}

struct style
styles_find(const struct styles *s, struct ehc_str id)
{
	struct style out = { .outline = -1, .num = -1, .level = -1 };

	/* A style may be based on itself by mistake: no chain is followed for ever. */
	for (int steps = 0; steps < 12 && id.len > 0; steps++) {
		const struct style *found = NULL;

		for (size_t i = 0; i < s->list.count && found == NULL; i++)
			if (ehc_str_eq(s->list.items[i].id, id))
				found = &s->list.items[i];
		if (found == NULL)
			break;
		if (out.outline < 0)
			out.outline = found->outline;
		if (out.num < 0)
			out.num = found->num;
		if (out.level < 0)
			out.level = found->level;
		if (out.depth == 0)
			out.depth = found->depth;
		out.contents = out.contents || found->contents;
		out.strong = out.strong || found->strong;
		out.struck = out.struck || found->struck;
		out.hidden = out.hidden || found->hidden;
		id = found->based_on;
	}
	return out;
}
