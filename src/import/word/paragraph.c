/*
 * paragraph.c - one paragraph of a Word file: its runs, fields, notes and text boxes. What is struck through, hidden or deleted by a
 * tracked change is left out and said so; everything else that is printed is text.
 */
#include "import/word/word.h"

#include <stdlib.h>
#include <string.h>

struct run { bool strong, struck, hidden; };

struct paragraph {
	struct ehc_buf text, struck, prompt;
	bool plain;                     /* some of it is neither bold nor underlined */
	bool broken, led;               /* it has a line break; all before the first is bold or underlined */
	bool box_prompt;                /* within a content control that shows its prompt */
	int prompt_depth;
	size_t asked;                   /* of a form: the element whose words are a placeholder that is not closed yet; 0 for none */
	struct style style;
	bool mark_deleted;
	struct draft_list *boxes;       /* text boxes: blocks of their own behind the paragraph */
	struct stretches raw;           /* what `text` is made of */
};

/* Adds to the text a sign that stands for an element, or what is in the element from which the text comes. */
static void
add(struct word *w, struct paragraph *p, struct ehc_str s, size_t element, bool whole)
{
	if (w->trace != NULL)
		trace_put(w->trace, &p->raw, p->text.len, s.len, element, whole);
	ehc_buf_str(&p->text, s);
}

static void
leave(struct word *w, struct ehc_buf *what, const char *reason)
{
	draft_leave_out(w->d, ehc_arena_copy(w->a, ehc_buf_text(what)), reason, w->origin);
	ehc_buf_free(what);
}

/* ---- fields ---- */

static struct field *
field_now(struct word *w)
{
	return w->nfields == 0 ? NULL : &w->fields[(w->nfields < FIELDS ? w->nfields : FIELDS) - 1];
}

/* A box of the form, ticked or not, is printed as one. */
static void
show_box(struct word *w, struct paragraph *p, struct field *f)
{
	if (f->is_box && !f->shown)
		add(w, p, ehc_str_of(f->checked ? "\xE2\x98\x92 " : "\xE2\x98\x90 "), w->x->elements, true);
	f->shown = true;
}

/* A drop-down list shows its choice without having it as text. The first entry mostly asks to choose. */
static void
show_choice(struct word *w, struct paragraph *p, const struct field *f)
{
	static const char *const prompts[] = { "choose", "select", "please", "click", "pick", "-" };

	if (f->has_text || f->choice.len == 0)
		return;
	for (size_t i = 0; i < EHC_COUNT(prompts); i++)
		if (f->chosen == 0 && ehc_str_starts_nocase(f->choice, prompts[i])) {
			ehc_buf_str(&p->prompt, f->choice);
			return;
		}
	add(w, p, f->choice, w->x->elements, true);
	p->plain = true;
}

/* A merge field that shows nothing is named, so that it is seen. */
static void
show_merge_field(struct word *w, struct paragraph *p, const struct field *f)
{
	struct ehc_str s = ehc_str_trim((struct ehc_str){ f->instruction, f->n }), word;

	if (f->has_text || !ehc_str_starts_nocase(s, "MERGEFIELD "))
		return;
	s = ehc_str_trim(ehc_str_sub(s, strlen("MERGEFIELD "), s.len));
	if (ehc_str_split(&s, ' ', &word))
		add(w, p, ehc_arena_printf(w->a, "\xC2\xAB%.*s\xC2\xBB", EHC_ARG(word)), w->x->elements, true);
}

static void
field_mark(struct word *w, struct paragraph *p)
{
	struct ehc_str type = xml_attribute(w->x, w->a, "fldCharType");
	struct field *f = field_now(w);

	if (ehc_str_is(type, "begin")) {
		if (w->nfields < FIELDS)
			w->fields[w->nfields] = (struct field){ .n = 0 };
		w->nfields++;
	} else if (f != NULL && ehc_str_is(type, "separate")) {
		show_box(w, p, f);
		f->in_result = true;
		f->contents = ehc_str_starts_nocase(ehc_str_trim((struct ehc_str){ f->instruction, f->n }), "TOC");
	} else if (f != NULL && ehc_str_is(type, "end")) {
		show_box(w, p, f);
		show_merge_field(w, p, f);
		show_choice(w, p, f);
		w->nfields--;
	}
}

static bool
in_contents(const struct word *w)
{
	for (size_t i = 0; i < w->nfields && i < FIELDS; i++)
		if (w->fields[i].contents)
			return true;
	return false;
}

static void
instruction(struct word *w)
{
	struct ehc_buf text = { NULL, 0, 0 };
	struct field *f = field_now(w);

	xml_text(w->x, &text);
	for (size_t i = 0; f != NULL && i < text.len && f->n + 1 < sizeof(f->instruction); i++)
		f->instruction[f->n++] = text.ptr[i];
	ehc_buf_free(&text);
}

/* ---- characters ---- */

/* A prompt of a form ends: its words are a placeholder. */
static void
end_prompt(struct word *w, struct paragraph *p)
{
	if (p->asked != 0)
		add(w, p, EHC_STR("]]"), p->asked, true);
	p->asked = 0;
}

static void
put_of(struct word *w, struct paragraph *p, const struct run *run, struct ehc_str s, size_t element, bool whole)
{
	bool struck = run->struck || run->hidden;

	if (s.len == 0)
		return;
	if (field_now(w) != NULL)
		field_now(w)->has_text = true;
	if (p->box_prompt && w->prompts && !struck) {
		if (p->asked == 0)
			add(w, p, EHC_STR("[["), element, true);
		p->asked = element;
		add(w, p, s, element, whole);
	} else if (p->box_prompt || struck)
		ehc_buf_str(p->box_prompt ? &p->prompt : &p->struck, s);
	else
		add(w, p, s, element, whole);
	for (size_t i = 0; !struck && i < s.len; i++)
		if (s.ptr[i] != ' ' && !run->strong)
			p->plain = true;
}

/* A sign that the element stands for. */
static void
put(struct word *w, struct paragraph *p, const struct run *run, struct ehc_str s)
{
	put_of(w, p, run, s, w->x->elements, true);
}

static void
line_break(struct word *w, struct paragraph *p, const struct run *run)
{
	struct run sign = *run;

	p->led = p->led || (!p->broken && !p->plain && p->text.len > 0);
	p->broken = p->broken || p->text.len > 0;
	sign.strong = true;
	put(w, p, &sign, EHC_STR("\n"));
}

static void
put_xml_text(struct word *w, struct paragraph *p, const struct run *run)
{
	struct ehc_buf text = { NULL, 0, 0 };
	size_t element = w->x->elements;

	xml_text(w->x, &text);
	put_of(w, p, run, ehc_buf_text(&text), element, false);
	ehc_buf_free(&text);
}

/* Symbol fonts keep their signs at private places, each font its own; those that plans use are known. */
static void
put_symbol(struct word *w, struct paragraph *p, const struct run *run)
{
	static const struct { unsigned code; const char *font, *sign; } known[] = {
		{ 0x50, "Wingdings 2", "\xE2\x9C\x93" }, { 0x51, "Wingdings 2", "\xE2\x98\x92" }, { 0x52, "Wingdings 2", "\xE2\x98\x91" }, { 0x53, "Wingdings 2", "\xE2\x98\x92" }, { 0x54, "Wingdings 2", "\xE2\x98\x92" },
		{ 0xA3, "Wingdings 2", "\xE2\x98\x90" }, { 0x61, "Webdings", "\xE2\x9C\x93" }, { 0x63, "Webdings", "\xE2\x98\x90" },
		{ 0xB7, "", "\xE2\x80\xA2" }, { 0xA7, "", "\xE2\x80\xA2" }, { 0xFC, "", "\xE2\x9C\x93" }, { 0xFE, "", "\xE2\x98\x91" }, { 0xFD, "", "\xE2\x98\x92" }, { 0x78, "Wingdings", "\xE2\x98\x92" },
		{ 0xA8, "", "\xE2\x98\x90" }, { 0x6F, "", "\xE2\x98\x90" }, { 0x71, "Wingdings", "\xE2\x98\x90" }, { 0x72, "Wingdings", "\xE2\x98\x90" },
		{ 0xE0, "", "\xE2\x86\x92" }, { 0xB0, "", "\xC2\xB0" }, { 0xB1, "", "\xC2\xB1" }, { 0x52, "", "\xE2\x98\x91" }, { 0xB3, "", "\xE2\x89\xA5" }, { 0xA3, "", "\xE2\x89\xA4" },
	};
	struct ehc_str code = xml_attribute(w->x, w->a, "char"), font = xml_attribute(w->x, w->a, "font");
	unsigned long value = strtoul(ehc_arena_cstr(w->a, code), NULL, 16);
	char utf8[4];

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if ((value == known[i].code || value == 0xF000 + known[i].code) && (known[i].font[0] == '\0' || ehc_str_is_nocase(font, known[i].font))) {
			put(w, p, run, ehc_str_of(known[i].sign));
			return;
		}
	if (value >= 0xF020 && value < 0xF100)
		value = 0xFFFD;
	if (value >= 0x20 && value <= 0x10FFFF)
		put(w, p, run, (struct ehc_str){ utf8, ehc_utf8_put(utf8, (uint32_t)value) });
}

static void
put_footnote(struct word *w, struct paragraph *p, const struct run *run, bool end)
{
	struct ehc_str id = xml_attribute(w->x, w->a, "id");

	for (size_t i = 0; i < w->footnotes.count; i++)
		if (w->footnotes.items[i].end == end && ehc_str_eq(w->footnotes.items[i].id, id) && w->footnotes.items[i].text.len > 0)
			put(w, p, run, ehc_arena_printf(w->a, " (footnote: %.*s)", EHC_ARG(w->footnotes.items[i].text)));
}

/* All characters of a part that is stepped over. */
static void
leave_part(struct word *w, const char *reason)
{
	struct ehc_buf text = { NULL, 0, 0 };
	int depth = xml_depth(w->x);

	while (depth >= 0 && xml_child(w->x, depth))
		if (xml_is(w->x, "t") || xml_is(w->x, "delText"))
			xml_text(w->x, &text);
	leave(w, &text, reason);
}

/* ---- runs ---- */

static void
run_properties(struct word *w, struct run *run)
{
	int depth = xml_depth(w->x);

	while (depth >= 0 && xml_child(w->x, depth)) {
		if (xml_is(w->x, "b"))
			run->strong = xml_on(w->x, w->a);
		else if (xml_is(w->x, "u"))
			run->strong = run->strong || xml_on(w->x, w->a);
		else if (xml_is(w->x, "strike") || xml_is(w->x, "dstrike"))
			run->struck = run->struck || xml_on(w->x, w->a);
		else if (xml_is(w->x, "vanish"))
			run->hidden = xml_on(w->x, w->a);
		else if (xml_is(w->x, "rStyle")) {
			struct style s = styles_find(&w->styles, xml_attribute(w->x, w->a, "val"));

			run->strong = run->strong || s.strong;
			run->struck = run->struck || s.struck;
			run->hidden = run->hidden || s.hidden;
		} else if (xml_is(w->x, "rPrChange"))
			xml_skip(w->x);
	}
}

/* The parts of a run that print something. */
static void
run_part(struct word *w, struct paragraph *p, const struct run *run)
{
	struct field *f = field_now(w);
	struct xml *x = w->x;

	if (xml_is(x, "t") || (xml_is(x, "delText") && w->original))
		put_xml_text(w, p, run);
	else if (xml_is(x, "instrText"))
		instruction(w);
	else if (xml_is(x, "tab") || xml_is(x, "ptab"))
		put(w, p, run, EHC_STR("\t"));
	else if (xml_is(x, "br") || xml_is(x, "cr"))
		line_break(w, p, run);
	else if (xml_is(x, "noBreakHyphen"))
		put(w, p, run, EHC_STR("-"));
	else if (xml_is(x, "sym"))
		put_symbol(w, p, run);
	else if (xml_is(x, "fldChar"))
		field_mark(w, p);
	else if (f != NULL && xml_is(x, "checkBox"))
		f->is_box = true;
	else if (f != NULL && f->is_box && (xml_is(x, "checked") || xml_is(x, "default")))
		f->checked = xml_on(x, w->a);
	else if (f != NULL && xml_is(x, "ddList"))
		f->is_list = true;
	else if (f != NULL && f->is_list && xml_is(x, "result"))
		f->chosen = xml_number(x, w->a, "val");
	else if (f != NULL && f->is_list && xml_is(x, "listEntry")) {
		if (f->entries++ == f->chosen)
			f->choice = draft_fold(w->a, xml_attribute(x, w->a, "val"));
	}
	else if (xml_is(x, "footnoteReference") || xml_is(x, "endnoteReference"))
		put_footnote(w, p, run, xml_is(x, "endnoteReference"));
	else if (xml_named(x, "Fallback"))
		xml_skip(x);            /* the same again for programs that cannot draw the shape */
	else if (xml_is(x, "txbxContent")) {
		struct word inner = *w;

		inner.open = NULL;
		word_blocks(&inner, p->boxes, xml_depth(x));
		w->origin = inner.origin;
		w->tables = inner.tables;
	}
}

static void
run(struct word *w, struct paragraph *p)
{
	struct run run = { .strong = p->style.strong, .struck = p->style.struck, .hidden = p->style.hidden };
	int depth = xml_depth(w->x);

	while (depth >= 0 && xml_child(w->x, depth)) {
		if (xml_is(w->x, "rPr"))
			run_properties(w, &run);
		else
			run_part(w, p, &run);
	}
}

/* ---- the paragraph ---- */

static void
properties(struct word *w, struct paragraph *p, int *num, int *level)
{
	int depth = xml_depth(w->x), outline = -1;

	while (depth >= 0 && xml_child(w->x, depth)) {
		if (xml_is(w->x, "pStyle"))
			p->style = styles_find(&w->styles, xml_attribute(w->x, w->a, "val"));
		else if (xml_is(w->x, "numId"))
			*num = xml_number(w->x, w->a, "val");
		else if (xml_is(w->x, "ilvl"))
			*level = xml_number(w->x, w->a, "val");
		else if (xml_is(w->x, "outlineLvl"))
			outline = xml_number(w->x, w->a, "val") + 1;
		else if (xml_is(w->x, "del") || xml_is(w->x, "moveFrom"))
			p->mark_deleted = !w->original;
		else if (xml_is(w->x, "ins") || xml_is(w->x, "moveTo"))
			p->mark_deleted = w->original;
		else if (xml_is(w->x, "pPrChange") || xml_is(w->x, "sectPr"))
			xml_skip(w->x);
	}
	if (outline > 0 && outline <= 9)
		p->style.outline = outline;
}

static void
content(struct word *w, struct paragraph *p, int depth, int *num, int *level)
{
	struct xml *x = w->x;

	while (depth >= 0 && xml_child(x, depth)) {
		if (p->prompt_depth > 0 && xmlTextReaderDepth(x->reader) <= p->prompt_depth) {
			end_prompt(w, p);
			p->box_prompt = false;
			p->prompt_depth = 0;
		}
		if (xml_is(x, "pPr"))
			properties(w, p, num, level);
		else if (xml_is(x, "r"))
			run(w, p);
		else if (xml_is(x, "sdt"))
			p->prompt_depth = 0;
		else if (xml_is(x, "showingPlcHdr") && xml_on(x, w->a)) {
			p->box_prompt = true;
			ehc_buf_char(&p->prompt, ' ');
			p->prompt_depth = xmlTextReaderDepth(x->reader) - 2;
		} else if (xml_is(x, "del") || xml_is(x, "moveFrom")) {
			if (!w->original)
				leave_part(w, "deleted by a tracked change");
		} else if (xml_is(x, "ins") || xml_is(x, "moveTo")) {
			if (w->original)
				leave_part(w, "inserted by a tracked change");
		} else if (xml_is(x, "fldSimple") && ehc_str_starts_nocase(ehc_str_trim(xml_attribute(x, w->a, "instr")), "TOC"))
			leave_part(w, "a list of contents");
		else if (xml_named(x, "Fallback"))
			xml_skip(x);
	}
}

/* A list: dots are bullets, and so are the numbers of its inner levels; a number of its first level names the paragraph. */
static void
listed(struct word *w, struct ehc_draft_block *b, int num, int level)
{
	struct ehc_str marker;

	if (level < 0)
		level = 0;
	if (num <= 0 || !numbering_next(&w->numbering, w->a, num, level, &marker))
		return;
	if (b->kind == EHC_DRAFT_HEADING || (marker.len > 0 && (level == 0 || (marker.len > 1 && marker.ptr[0] >= 'A' && marker.ptr[0] <= 'K' && ehc_is_digit(marker.ptr[1]))))) {
		b->marker = marker;
		return;
	}
	b->kind = EHC_DRAFT_BULLET;
	b->level = (unsigned)level + 1;
	if (marker.len > 0)
		b->text = ehc_arena_printf(w->a, "%.*s %.*s", EHC_ARG(marker), EHC_ARG(b->text));
}

static void
typed_bullet(struct ehc_draft_block *b)
{
	size_t n = b->kind == EHC_DRAFT_PARAGRAPH && b->marker.len == 0 ? draft_typed_bullet(b->text) : 0;

	if (n == 0 || memchr(b->text.ptr, '\n', b->text.len) != NULL)
		return;
	b->kind = EHC_DRAFT_BULLET;
	b->level = 1;
	b->text = ehc_str_sub(b->text, n, b->text.len);
}

static void
finish(struct word *w, struct paragraph *p, struct draft_list *to, int num, int level)
{
	uint32_t *from = NULL;
	struct ehc_str text = draft_fold_traced(w->a, ehc_buf_text(&p->text), w->trace == NULL ? NULL : &from);
	struct ehc_draft_block *b;

	if (w->open != NULL) {
		size_t end = w->open->text.len + (w->open->text.len > 0 && text.len > 0);

		if (w->trace != NULL)
			trace_fold(w->trace, w->open->origin.paragraph, &p->raw, from, text.len, end);
		w->open->text = ehc_arena_printf(w->a, "%.*s%s%.*s", EHC_ARG(w->open->text), w->open->text.len > 0 && text.len > 0 ? " " : "", EHC_ARG(text));
		if (!p->mark_deleted)
			w->open = NULL;
		return;
	}
	if (p->style.contents) {
		draft_leave_out(w->d, text, "a list of contents", w->origin);
		return;
	}
	b = draft_add(w->a, to, EHC_DRAFT_PARAGRAPH);
	b->text = text;
	b->strong = !p->plain && text.len > 0;
	b->led = p->led && p->plain;
	b->origin = w->origin;
	if (w->trace != NULL)
		trace_fold(w->trace, b->origin.paragraph, &p->raw, from, text.len, 0);
	if (p->style.outline > 0) {
		b->kind = EHC_DRAFT_HEADING;
		b->level = (unsigned)p->style.outline;
	}
	listed(w, b, num >= 0 ? num : p->style.num, level >= 0 ? level : p->style.level);
	if (b->kind == EHC_DRAFT_BULLET && b->level == 1 && p->style.depth > 1)
		b->level = (unsigned)p->style.depth;
	typed_bullet(b);
	if (w->trace != NULL)
		trace_shift(w->trace, b->origin.paragraph, text.len, b->text.len);
	if (w->depth == 0 && text.len > 0 && (b->kind == EHC_DRAFT_HEADING || (b->strong && text.len < 120)))
		w->origin.heading = text;
	if (p->mark_deleted)
		w->open = b;
}

void
word_paragraph(struct word *w, struct draft_list *to)
{
	struct ehc_draft_block *first = NULL, *last = NULL;
	struct draft_list boxes = { &first, &last };
	struct paragraph p = { .style = { .outline = -1, .num = -1, .level = -1 }, .boxes = &boxes };
	struct ehc_origin here;
	int num = -1, level = -1;

	w->origin.paragraph++;
	if (w->trace != NULL)
		EHC_PUSH(w->trace->a, w->trace, (struct traced){ .element = w->x->elements });
	here = w->origin;
	p.box_prompt = w->prompt_until > 0;
	content(w, &p, xml_depth(w->x), &num, &level);
	end_prompt(w, &p);
	here.heading = w->origin.heading;
	if (in_contents(w)) {
		struct ehc_origin now = w->origin;

		w->origin = here;
		leave(w, &p.text, "a list of contents");
		w->origin = now;
	} else {
		uint32_t counted = w->origin.paragraph;

		w->origin.paragraph = here.paragraph;
		finish(w, &p, to, num, level);
		w->origin.paragraph = counted;
	}
	leave(w, &p.struck, "struck through or hidden");
	leave(w, &p.prompt, DRAFT_PROMPT);
	ehc_buf_free(&p.text);
	if (first != NULL) {
		if (*to->last == NULL)
			*to->first = first;
		else
			(*to->last)->next = first;
		*to->last = last;
	}
}
