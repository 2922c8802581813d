/*
 * marks.c - the text of a Word file with marks of where remarks stand. Marks stand between runs, so a run that holds only some of the
 * words is cut in two, each part with the same properties. Everything else keeps its bytes.
 */
#include "import/word/splice.h"

/* At one place: a run ends, then remarks, then others begin, then the run goes on. */
enum { RANK_CLOSE, RANK_END, RANK_REFERENCE, RANK_START, RANK_OPEN };

/* A field, from the run in which it begins to that in which it ends. */
struct field_runs { size_t from, to; };

struct marks {
	struct ehc_arena *a;
	const struct elements *e;
	struct edits edits;
	EHC_VEC(struct field_runs) fields;
	EHC_VEC(size_t) cuts;           /* places where a run is cut already */
	EHC_VEC(size_t) kept;           /* texts whose blanks are kept already */
};

/* A place between runs, or within one that is to be cut there. */
struct point {
	size_t at;
	size_t run;                     /* to be cut; 0: none */
	size_t text;                    /* of the run, cut too; 0: between two of its parts */
	bool cdata;
	size_t outer;                   /* the run, or what holds it, among the parts of the paragraph */
};

static struct ehc_str
bytes_of(const struct marks *m, size_t from, size_t to)
{
	return ehc_str_sub(m->e->bytes, from, to);
}

static size_t
parent_of(const struct marks *m, size_t number)
{
	return element_of(m->e, number)->parent;
}

static enum element_kind
kind_of(const struct marks *m, size_t number)
{
	const struct element *one = element_of(m->e, number);

	return one == NULL ? ELEMENT_OTHER : one->kind;
}

static bool
add_once(struct ehc_arena *a, size_t **items, size_t *count, size_t *cap, size_t value)
{
	for (size_t i = 0; i < *count; i++)
		if ((*items)[i] == value)
			return false;
	*items = ehc_arena_grow(a, *items, *count, cap, sizeof(**items));
	(*items)[(*count)++] = value;
	return true;
}

/* ---- cutting a run ---- */

/* The first part of the run that is no property; *properties gets the properties' bytes. */
static size_t
first_part(const struct marks *m, size_t run, struct ehc_str *properties)
{
	const struct element *first = element_of(m->e, run + 1);
	size_t next = run + 1;

	*properties = EHC_NOSTR;
	if (first == NULL || first->parent != run || first->kind != ELEMENT_RUN_PROPERTIES)
		return next;
	*properties = bytes_of(m, first->begin, first->end);
	while (next <= m->e->list.count && element_of(m->e, next)->begin < first->end)
		next++;
	return next;
}

/* The start tag of a text, saying that blanks at its ends count: it may begin or end with one after the cut. */
static struct ehc_str
text_tag(struct marks *m, const struct element *text)
{
	struct ehc_str tag = bytes_of(m, text->begin, text->inner);

	if (element_attribute(m->e, text, "space").len > 0)
		return tag;
	return ehc_arena_printf(m->a, "%.*s xml:space=\"preserve\">", EHC_ARG(ehc_str_sub(tag, 0, tag.len - 1)));
}

static void
keep_blanks(struct marks *m, size_t number)
{
	const struct element *text = element_of(m->e, number);

	if (element_attribute(m->e, text, "space").len == 0 && add_once(m->a, &m->kept.items, &m->kept.count, &m->kept.cap, number))
		edit_insert(&m->edits, text->inner - 1, RANK_CLOSE, EHC_STR(" xml:space=\"preserve\""));
}

static void
cut(struct marks *m, const struct point *p)
{
	const struct element *run = element_of(m->e, p->run), *text = element_of(m->e, p->text);
	struct ehc_buf close = { NULL, 0, 0 }, open = { NULL, 0, 0 };
	struct ehc_str properties;

	if (p->run == 0 || !add_once(m->a, &m->cuts.items, &m->cuts.count, &m->cuts.cap, p->at))
		return;
	first_part(m, p->run, &properties);
	if (text != NULL) {
		keep_blanks(m, p->text);
		if (p->cdata)
			ehc_buf_cstr(&close, "]]>");
		ehc_buf_str(&close, bytes_of(m, text->close, text->end));
	}
	ehc_buf_str(&close, bytes_of(m, run->close, run->end));
	ehc_buf_str(&open, bytes_of(m, run->begin, run->inner));
	ehc_buf_str(&open, properties);
	if (text != NULL) {
		ehc_buf_str(&open, text_tag(m, text));
		if (p->cdata)
			ehc_buf_cstr(&open, "<![CDATA[");
	}
	edit_insert(&m->edits, p->at, RANK_CLOSE, ehc_arena_copy(m->a, ehc_buf_text(&close)));
	edit_insert(&m->edits, p->at, RANK_OPEN, ehc_arena_copy(m->a, ehc_buf_text(&open)));
	ehc_buf_free(&close);
	ehc_buf_free(&open);
}

/* ---- places ---- */

/*
 * Where an element of a run is at home. `around` is not to be marked inside, 0 for none: a run with a text box, in which Word takes no
 * comments, a field, or a content control whose words are fetched anew from elsewhere or are one piece. `outer` is the run, or what holds it,
 * as a part of the paragraph.
 */
struct home { size_t run, around, outer; bool boxed; };

static struct home
home_of(const struct marks *m, size_t element)
{
	struct home h = { 0, 0, 0, false };
	size_t before = 0;

	for (size_t n = element; n != 0; before = n, n = parent_of(m, n))
		switch (kind_of(m, n)) {
		case ELEMENT_RUN:
			h.run = h.run == 0 ? n : h.run;
			break;
		case ELEMENT_TEXT_BOX:
			h = (struct home){ .boxed = true };
			break;
		case ELEMENT_BOUND:
		case ELEMENT_PLAIN:
		case ELEMENT_WHOLE_FIELD:
			if (h.run != 0 && h.outer == 0)
				h.around = n;
			break;
		case ELEMENT_PARAGRAPH:
			if (h.run != 0 && h.outer == 0)
				h.outer = before;
			break;
		default:
			break;
		}
	if (h.boxed && h.around == 0)
		h.around = h.run;
	if (h.outer == 0)
		h.outer = h.run;
	return h;
}

/* The field of which the run is a part, where all of it stands side by side; NULL for none. Its result is made anew, so marks stand around it. */
static const struct field_runs *
field_of(const struct marks *m, size_t run)
{
	for (size_t i = 0; i < m->fields.count; i++)
		if (m->fields.items[i].from <= run && run <= m->fields.items[i].to)
			return &m->fields.items[i];
	return NULL;
}

/* The part of the run in which the element is. */
static size_t
part_of(const struct marks *m, size_t element, size_t run)
{
	while (parent_of(m, element) != run)
		element = parent_of(m, element);
	return element;
}

/* Before the character of the stretch with that offset, or where `behind`, after the one before it. */
static struct point
point_at(const struct marks *m, const struct stretch *s, size_t offset, bool behind)
{
	struct home h = home_of(m, s->element);
	const struct element *run = element_of(m->e, h.run), *around = element_of(m->e, h.around), *one = element_of(m->e, s->element), *part;
	const struct field_runs *field = field_of(m, h.run);
	struct point p = { .outer = h.outer };
	struct ehc_str properties;
	size_t number, at = s->at + offset;
	bool whole;

	if (around != NULL) {
		p.at = behind ? around->end : around->begin;
		return p;
	}
	if (field != NULL) {
		p.outer = behind ? field->to : field->from;
		p.at = behind ? element_of(m->e, field->to)->end : element_of(m->e, field->from)->begin;
		return p;
	}
	number = part_of(m, s->element, h.run);
	part = element_of(m->e, number);
	whole = s->whole || one != part;
	if (!whole && at > 0 && at < element_length(m->e, one)) {
		p = (struct point){ .run = h.run, .text = s->element, .outer = h.outer };
		p.at = element_character(m->e, one, at, &p.cdata);
	} else if (behind) {
		p.at = run->last == number ? run->end : part->end;
		p.run = run->last == number ? 0 : h.run;
	} else {
		bool first = first_part(m, h.run, &properties) == number;

		p.at = first ? run->begin : part->begin;
		p.run = first ? 0 : h.run;
	}
	return p;
}

/* ---- marks ---- */

static struct ehc_str
range_mark(struct marks *m, const struct element *beside, const char *what, unsigned long id)
{
	struct spelling s = element_spelling(m->e, m->a, beside);

	return ehc_arena_printf(m->a, "<%.*scommentRange%s%.*s %.*sid=\"%lu\"/>", EHC_ARG(s.prefix), what, EHC_ARG(s.declared), EHC_ARG(s.prefix), id);
}

/* The run that names the comment; its sign is small, as Word makes it. */
static struct ehc_str
reference(struct marks *m, const struct element *beside, unsigned long id)
{
	struct spelling s = element_spelling(m->e, m->a, beside);
	struct ehc_str w = s.prefix;

	return ehc_arena_printf(m->a, "<%.*sr%.*s><%.*srPr><%.*ssz %.*sval=\"16\"/></%.*srPr><%.*scommentReference %.*sid=\"%lu\"/></%.*sr>", EHC_ARG(w),
	    EHC_ARG(s.declared), EHC_ARG(w), EHC_ARG(w), EHC_ARG(w), EHC_ARG(w), EHC_ARG(w), EHC_ARG(w), id, EHC_ARG(w));
}

/* Puts that at the head of a paragraph, behind its properties. */
static void
put_in(struct marks *m, size_t number, int rank, struct ehc_str what)
{
	const struct element *p = element_of(m->e, number), *first = element_of(m->e, number + 1);
	struct ehc_str name = bytes_of(m, p->begin + 1, p->begin + 1 + p->prefix);
	size_t at = p->inner;

	if (first != NULL && first->parent == number && first->kind == ELEMENT_PROPERTIES)
		at = first->end;
	if (p->inner == p->end && add_once(m->a, &m->cuts.items, &m->cuts.count, &m->cuts.cap, p->inner - 2)) {
		edit_replace(&m->edits, p->inner - 2, 2, EHC_STR(">"));
		edit_insert(&m->edits, p->end, RANK_OPEN, ehc_arena_printf(m->a, "</%.*sp>", EHC_ARG(name)));
	}
	edit_insert(&m->edits, at, rank, what);
}

/* A paragraph without words, or all of one. */
static void
mark_empty(struct marks *m, size_t number, unsigned long id)
{
	const struct element *p = element_of(m->e, number);

	put_in(m, number, RANK_START, ehc_arena_printf(m->a, "%.*s%.*s%.*s", EHC_ARG(range_mark(m, p, "Start", id)), EHC_ARG(range_mark(m, p, "End", id)),
	    EHC_ARG(reference(m, p, id))));
}

static size_t
paragraph_of(const struct marks *m, size_t element)
{
	while (element != 0 && kind_of(m, element) != ELEMENT_PARAGRAPH)
		element = parent_of(m, element);
	return element;
}

/*
 * A remark that must end behind that paragraph or control, and whose sign stands in the next paragraph; where there is none, at all of
 * the one before. False: there is none either.
 */
static bool
mark_shut(struct marks *m, size_t shut, const struct point *start, unsigned long id)
{
	const struct element *one = element_of(m->e, shut), *outside = element_of(m->e, one->parent), *holder;
	size_t next = control_next(m->e, shut);

	if (next == 0) {
		next = control_before(m->e, shut);
		if (next != 0)
			mark_empty(m, next, id);
		return next != 0;
	}
	if (start == NULL || one->kind == ELEMENT_BOUND)
		edit_insert(&m->edits, one->begin, RANK_START, range_mark(m, outside, "Start", id));
	else {
		holder = element_of(m->e, parent_of(m, start->outer));
		cut(m, start);
		edit_insert(&m->edits, start->at, RANK_START, range_mark(m, holder, "Start", id));
	}
	edit_insert(&m->edits, one->end, RANK_END, range_mark(m, outside, "End", id));
	put_in(m, next, RANK_REFERENCE, reference(m, element_of(m->e, next), id));
	return true;
}

static void
mark(struct marks *m, const struct traced *where, const struct ehc_draft_spot *spot, unsigned long id)
{
	const struct stretches *list = &where->list;
	size_t first = 0, last, from = spot->len > 0 ? spot->at : 0, to = spot->len > 0 ? spot->at + spot->len : SIZE_MAX;
	struct point start, end;
	const struct element *run;
	size_t shut;

	/* A name that no Word file has may hide a run. */
	if (list->count == 0 || home_of(m, list->items[0].element).run == 0 || home_of(m, list->items[list->count - 1].element).run == 0) {
		shut = control_shut(m->e, where->element);
		if (shut == 0 || !mark_shut(m, shut, NULL, id))
			mark_empty(m, where->element, id);
		return;
	}
	last = list->count - 1;
	while (first < last && list->items[first].text + list->items[first].len <= from)
		first++;
	while (last > first && list->items[last].text >= to)
		last--;
	from = from > list->items[first].text ? from - list->items[first].text : 0;
	to = to - list->items[last].text < list->items[last].len ? to - list->items[last].text : list->items[last].len;
	start = point_at(m, &list->items[first], from, false);
	end = point_at(m, &list->items[last], to, true);
	shut = control_shut(m->e, paragraph_of(m, end.outer));
	if (shut != 0 && mark_shut(m, shut, &start, id))
		return;
	cut(m, &start);
	cut(m, &end);
	run = element_of(m->e, start.outer);
	edit_insert(&m->edits, start.at, RANK_START, range_mark(m, element_of(m->e, run->parent), "Start", id));
	run = element_of(m->e, end.outer);
	edit_insert(&m->edits, end.at, RANK_END, range_mark(m, element_of(m->e, run->parent), "End", id));
	edit_insert(&m->edits, end.at > run->begin && end.at < run->end && kind_of(m, end.outer) == ELEMENT_RUN ? end.at : run->end, RANK_REFERENCE,
	    reference(m, element_of(m->e, run->parent), id));
}

static const struct traced *
traced_of(const struct trace *t, const struct ehc_draft_spot *spot)
{
	if (spot->block != NULL && spot->block->origin.paragraph > 0 && spot->block->origin.paragraph <= t->count)
		return &t->items[spot->block->origin.paragraph - 1];
	for (size_t i = 0; i < t->count; i++)
		if (t->items[i].list.count > 0)
			return &t->items[i];
	return t->count > 0 ? &t->items[0] : NULL;
}

/* Fields within fields belong to the outermost. */
static void
find_fields(struct marks *m)
{
	size_t depth = 0, from = 0;

	for (size_t i = 0; i < m->e->list.count; i++) {
		const struct element *one = &m->e->list.items[i];
		struct ehc_str type = one->kind == ELEMENT_FIELD ? element_attribute(m->e, one, "fldCharType") : EHC_NOSTR;

		if (ehc_str_is(type, "begin") && depth++ == 0)
			from = one->parent;
		else if (ehc_str_is(type, "end") && depth > 0 && --depth == 0 && from > 0 && one->parent > 0 && parent_of(m, from) == parent_of(m, one->parent))
			EHC_PUSH(m->a, &m->fields, (struct field_runs){ from, one->parent });
	}
}

bool
marks_make(struct ehc_arena *a, const struct trace *trace, struct elements *e, const struct ehc_remark *remarks, size_t n, unsigned long first, struct ehc_str *out)
{
	struct marks m = { .a = a, .e = e, .edits = { .a = a } };

	controls_find(e);
	find_fields(&m);
	for (size_t i = 0; i < n; i++) {
		const struct traced *t = traced_of(trace, &remarks[i].spot);
		const struct element *p = t == NULL ? NULL : element_of(e, t->element);

		/* The two ways of reading the file must agree about what stands where. */
		if (p == NULL || p->kind != ELEMENT_PARAGRAPH)
			return false;
		mark(&m, t, &remarks[i].spot, first + i);
	}
	*out = edits_make(&m.edits, e->bytes);
	return true;
}
