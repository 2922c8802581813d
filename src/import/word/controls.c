/*
 * controls.c - content controls, as far as a comment may stand in them. Word takes one nearly anywhere. LibreOffice gathers the words of
 * a control up to the end of its first paragraph and loses them, with those of the comment, where the comment's own sign comes before
 * that end. So the range of such a comment ends behind the paragraph and its sign stands in the next, which is how Word itself writes
 * a comment on a whole paragraph.
 */
#include "import/word/splice.h"

static enum element_kind
kind_of(const struct elements *e, size_t number)
{
	const struct element *one = element_of(e, number);

	return one == NULL ? ELEMENT_OTHER : one->kind;
}

static size_t
parent_of(const struct elements *e, size_t number)
{
	const struct element *one = element_of(e, number);

	return one == NULL ? 0 : one->parent;
}

static bool
is_control(enum element_kind kind)
{
	return kind == ELEMENT_CONTROL || kind == ELEMENT_BOUND || kind == ELEMENT_PLAIN;
}

/* That its words are kept elsewhere, or have no marks of their own, is told by a property of the control. */
static void
find_kinds(struct elements *e)
{
	for (size_t n = 1; n <= e->list.count; n++) {
		enum element_kind kind = kind_of(e, n);
		size_t control = parent_of(e, parent_of(e, n));

		if ((kind == ELEMENT_BOUND && is_control(kind_of(e, control))) || (kind == ELEMENT_PLAIN && kind_of(e, control) == ELEMENT_CONTROL))
			e->list.items[control - 1].kind = (unsigned char)kind;
	}
}

void
controls_find(struct elements *e)
{
	size_t until = 0;               /* the end of controls that had no paragraph yet */

	find_kinds(e);
	for (size_t n = 1; n <= e->list.count; n++) {
		struct element *one = &e->list.items[n - 1];
		bool begins = one->parent + 1 == n && kind_of(e, one->parent) == ELEMENT_CONTENT;
		const struct element *control = begins ? element_of(e, parent_of(e, one->parent)) : NULL;

		/* One that holds rows of a table is no trouble; of two, one in the other, the inner tells. */
		if (control != NULL && one->kind != ELEMENT_ROW && !is_control(one->kind) && control->end > until)
			until = control->end;
		if (one->kind == ELEMENT_PARAGRAPH) {
			one->first = one->begin < until;
			until = 0;
		}
	}
}

size_t
control_shut(const struct elements *e, size_t paragraph)
{
	size_t shut = element_of(e, paragraph)->first ? paragraph : 0;

	for (size_t n = paragraph; n != 0; n = parent_of(e, n))
		if (kind_of(e, n) == ELEMENT_BOUND)     /* no range begins between two cells */
			shut = kind_of(e, parent_of(e, n)) == ELEMENT_ROW ? paragraph : n;
	return shut;
}

static bool
is_open(const struct elements *e, size_t paragraph)
{
	if (kind_of(e, paragraph) != ELEMENT_PARAGRAPH || control_shut(e, paragraph) != 0)
		return false;
	for (size_t n = parent_of(e, paragraph); n != 0; n = parent_of(e, n))
		if (kind_of(e, n) == ELEMENT_TEXT_BOX || kind_of(e, n) == ELEMENT_PARAGRAPH)
			return false;
	return true;
}

size_t
control_next(const struct elements *e, size_t number)
{
	size_t end = element_of(e, number)->end;

	while (++number <= e->list.count)
		if (element_of(e, number)->begin >= end && is_open(e, number))
			return number;
	return 0;
}

size_t
control_before(const struct elements *e, size_t number)
{
	while (--number > 0)
		if (is_open(e, number))
			return number;
	return 0;
}
