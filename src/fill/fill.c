/*
 * fill.c - a plan out of a template. It works on the template's text, so that the plan keeps the template's layout, order and
 * comments to the letter; the tree only says which lines are the template's own.
 */
#include "ehc/fill.h"

#include "ehc/amount.h"

#include <string.h>

/* ---- what the template says of its placeholders ---- */

static const char *const kind_names[EHC_BLANK_KINDS] = { "words", "name", "date", "number", "amount" };

const char *
ehc_blank_kind_name(enum ehc_blank_kind kind)
{
	return kind < EHC_BLANK_KINDS ? kind_names[kind] : "";
}

static enum ehc_blank_kind
read_kind(struct ehc_str text)
{
	struct ehc_str rest = text, word;

	ehc_str_split(&rest, ';', &word);
	word = ehc_str_trim(word);
	for (size_t i = 0; i < EHC_BLANK_KINDS; i++)
		if (ehc_str_is_nocase(word, kind_names[i]))
			return (enum ehc_blank_kind)i;
	return EHC_BLANK_KINDS;
}

struct ehc_blanks
ehc_blanks_declared(struct ehc_arena *a, const struct ehc_tree *tmpl)
{
	struct ehc_blanks all = { NULL, 0, 0 };

	for (const struct ehc_node *n = tmpl->first; n != NULL; n = n->next)
		if (n->label == EHC_L_PLACEHOLDER)
			EHC_PUSH(a, &all, (struct ehc_blank){ ehc_str_trim(n->words), read_kind(n->text.str), n });
	return all;
}

const struct ehc_blank *
ehc_blank_find(const struct ehc_blanks *declared, struct ehc_str name)
{
	for (size_t i = 0; i < declared->count; i++)
		if (ehc_str_eq_nocase(declared->items[i].name, name))
			return &declared->items[i];
	return NULL;
}

/* ---- placeholders in a text ---- */

enum { LONGEST_NAME = 200 };

size_t
ehc_blank_next(struct ehc_str s, size_t from, size_t *len, struct ehc_str *name)
{
	for (size_t i = from; i + 1 < s.len; i++) {
		struct ehc_str inside;
		size_t end;

		if (s.ptr[i] != '[' || s.ptr[i + 1] != '[')
			continue;
		inside = ehc_str_sub(s, i + 2, i + 2 + LONGEST_NAME);
		end = ehc_str_find_nocase(inside, "]]");
		if (end == SIZE_MAX)
			continue;
		*name = ehc_str_trim(ehc_str_sub(inside, 0, end));
		*len = end + 4;
		return i;
	}
	return SIZE_MAX;
}

/* ---- values ---- */

static bool
is_whole_date(struct ehc_str value)
{
	ehc_day day;

	return ehc_day_read(value, &day, NULL, NULL) == value.len && day != EHC_NODATE;
}

static bool
is_number(struct ehc_str value)
{
	for (size_t i = 0; i < value.len; i++)
		if (!ehc_is_digit(value.ptr[i]) && value.ptr[i] != ' ' && value.ptr[i] != '.' && value.ptr[i] != ',')
			return false;
	return ehc_str_has_digit(value);
}

static bool
is_of_kind(struct ehc_arena *a, enum ehc_blank_kind kind, struct ehc_str value)
{
	switch (kind) {
	case EHC_BLANK_DATE:
		return is_whole_date(value);
	case EHC_BLANK_NUMBER:
		return is_number(value);
	case EHC_BLANK_NAME:
		return memchr(value.ptr, '\n', value.len) == NULL && !ehc_str_has_digit(value);
	case EHC_BLANK_AMOUNT: {
		struct ehc_calendar calendar = ehc_calendar_school();
		const struct ehc_amount *amount = ehc_amount_read(a, value, 0, &calendar);

		return amount->unread.start == amount->unread.end;
	}
	case EHC_BLANK_WORDS:
	case EHC_BLANK_KINDS:
		break;
	}
	return true;
}

static const char *
example_of(enum ehc_blank_kind kind)
{
	switch (kind) {
	case EHC_BLANK_DATE: return "a date, such as 14 May 2016";
	case EHC_BLANK_NUMBER: return "a number, in figures";
	case EHC_BLANK_NAME: return "a name: one line, without figures";
	case EHC_BLANK_AMOUNT: return "an amount, such as 45 minutes, once a week, 38 weeks a year";
	case EHC_BLANK_WORDS:
	case EHC_BLANK_KINDS:
		break;
	}
	return "words";
}

bool
ehc_filling_fits(struct ehc_arena *a, const struct ehc_tree *tmpl, const struct ehc_filling *f, struct ehc_str *trouble)
{
	struct ehc_blanks declared = ehc_blanks_declared(a, tmpl);
	const struct ehc_blank *blank = ehc_blank_find(&declared, f->name);
	struct ehc_str value = ehc_str_trim(f->value);

	for (size_t i = 0; i < value.len; i++) {
		unsigned char c = (unsigned char)value.ptr[i];

		if (c == 0x7F || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
			*trouble = EHC_STR("it holds a control character");
			return false;
		}
	}
	if (ehc_utf8_check(value) != SIZE_MAX) {
		*trouble = EHC_STR("it is not UTF-8 text");
		return false;
	}
	if (ehc_str_find_nocase(value, "[[") != SIZE_MAX || ehc_str_find_nocase(value, "]]") != SIZE_MAX) {
		*trouble = EHC_STR("it holds the brackets of a placeholder");
		return false;
	}
	if (value.len == 0 || blank == NULL || is_of_kind(a, blank->kind, value))
		return true;
	*trouble = ehc_arena_printf(a, "the template asks for %s", example_of(blank->kind));
	return false;
}

/* ---- the plan ---- */

static bool
is_own(const struct ehc_tree *tmpl, const struct ehc_node *n)
{
	return n == tmpl->template_head || (n->kind == EHC_NODE_COMMENT && n->parent == NULL && n->span.start < tmpl->template_head->span.start) ||
	    n->label == EHC_L_PLACEHOLDER || n->label == EHC_L_REPEAT;
}

static void
put_until(struct ehc_str text, size_t *at, size_t until, struct ehc_buf *out)
{
	if (until > *at)
		ehc_buf_str(out, ehc_str_sub(text, *at, until));
	*at = until;
}

static size_t
line_start(struct ehc_str text, size_t at)
{
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

static size_t
next_line(struct ehc_str text, size_t at)
{
	while (at < text.len && text.ptr[at] != '\n')
		at++;
	return at < text.len ? at + 1 : at;
}

/* From the beginning of the node's line to behind its last line. */
static void
leave_out(struct ehc_str text, const struct ehc_node *n, size_t *at, struct ehc_buf *out)
{
	put_until(text, at, line_start(text, n->span.start), out);
	*at = next_line(text, n->span.end > n->span.start ? n->span.end - 1 : n->span.start);
	/* no second blank line where the lines between two were left out */
	while (*at < text.len && text.ptr[*at] == '\n' && (out->len == 0 || (out->len > 1 && out->ptr[out->len - 2] == '\n')))
		(*at)++;
}

/* The template's text without the lines that are about the template: comments above its head are, too. */
static void
put_plan_lines(const struct ehc_tree *tmpl, struct ehc_buf *out)
{
	struct ehc_str text = tmpl->source->text;
	size_t at = 0;

	for (const struct ehc_node *n = tmpl->first; n != NULL; n = n->next) {
		if (is_own(tmpl, n))
			leave_out(text, n, &at, out);
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next)
			if (f->kind == EHC_NODE_FIELD && (is_own(tmpl, n) || is_own(tmpl, f)))
				leave_out(text, f, &at, out);
	}
	put_until(text, &at, text.len, out);
}

/* A value of several lines goes on as a text does: four spaces before each further line. */
static void
put_value(struct ehc_buf *out, struct ehc_str value)
{
	struct ehc_str rest = ehc_str_trim(value), line;
	bool first = true;

	while (ehc_str_split(&rest, '\n', &line)) {
		line = ehc_str_trim(line);
		if (!first)
			ehc_buf_cstr(out, line.len > 0 ? "\n    " : "\n");
		ehc_buf_str(out, line);
		first = false;
	}
}

static struct ehc_filling *
filling_for(struct ehc_filling *fillings, size_t n, struct ehc_str name)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_eq_nocase(fillings[i].name, name))
			return &fillings[i];
	return NULL;
}

size_t
ehc_fill(const struct ehc_tree *tmpl, struct ehc_filling *fillings, size_t n, struct ehc_buf *out)
{
	struct ehc_buf lines = { NULL, 0, 0 };
	struct ehc_str text, name;
	size_t at = 0, found, len, left = 0;

	put_plan_lines(tmpl, &lines);
	text = ehc_buf_text(&lines);
	while ((found = ehc_blank_next(text, at, &len, &name)) != SIZE_MAX) {
		struct ehc_filling *f = filling_for(fillings, n, name);

		put_until(text, &at, found, out);
		if (f != NULL)
			f->used = true;
		if (f != NULL && ehc_str_trim(f->value).len > 0) {
			put_value(out, f->value);
		} else {
			ehc_buf_str(out, ehc_str_sub(text, found, found + len));
			left++;
		}
		at = found + len;
	}
	put_until(text, &at, text.len, out);
	ehc_buf_free(&lines);
	return left;
}
