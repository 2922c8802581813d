/*
 * part.c - texts, fields and links of the plan as blocks: what every layout is put together from.
 */
#include "layout.h"

#include <string.h>

struct ehc_str
layout_printf(struct layout *l, const char *fmt, ...)
{
	struct ehc_str s;
	va_list args;

	va_start(args, fmt);
	s = ehc_arena_vprintf(l->d->arena, fmt, args);
	va_end(args);
	return s;
}

struct ehc_str
layout_flat(struct layout *l, struct ehc_str s)
{
	char *out = ehc_arena_alloc(l->d->arena, s.len + 1);
	size_t n = 0;

	s = ehc_str_trim(s);
	for (size_t i = 0; i < s.len; i++) {
		bool white = s.ptr[i] == ' ' || (s.ptr[i] >= '\t' && s.ptr[i] <= '\r');

		if (!white || (n > 0 && out[n - 1] != ' '))
			out[n++] = white ? ' ' : s.ptr[i];
	}
	return (struct ehc_str){ out, n };
}

/* ---- labels ---- */

/* Where the label of the language is not the best word on paper. */
static const struct { enum ehc_label label; const char *words; } printed[] = {
	{ EHC_L_BORN, "Date of birth" },
	{ EHC_L_ICB, "NHS body" },
	{ EHC_L_MONITORED_BY, "How services work together" },
	{ EHC_L_REVIEW_DUE, "Review due by" },
	{ EHC_L_BY, "To be reached by" },
	{ EHC_L_BASELINE, "Starting point" },
	{ EHC_L_MEASURED_BY, "How it is measured" },
	{ EHC_L_OUTCOME_STEP, "Steps on the way" },
	{ EHC_L_FOR, "For" },
	{ EHC_L_TOWARDS, "Towards" },
	{ EHC_L_CATEGORY, "Area of need" },
	{ EHC_L_MAXIMUM, "Most in 24 hours" },
	{ EHC_L_MINIMUM_GAP, "Least time between doses" },
	{ EHC_L_CLASS, "Class" },
	{ EHC_L_LINKED_EHC_PLAN, "EHC plan" },
	{ EHC_L_UNCONFIRMED, "NOT CONFIRMED YET" },
};

/* For those who work on the plan; never for the family. */
static const enum ehc_label never[] = { EHC_L_NOTE, EHC_L_ACCEPT, EHC_L_REPEAT, EHC_L_USES_PROFILE, EHC_L_DO_NOT_PRINT };

static struct ehc_str
capitalised(struct layout *l, struct ehc_str s)
{
	char *copy = ehc_arena_alloc(l->d->arena, s.len + 1);

	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return (struct ehc_str){ copy, s.len };
}

struct ehc_str
layout_label(struct layout *l, const struct ehc_node *field)
{
	if (field->label == EHC_L_CANNOT_GIVE)
		return capitalised(l, ehc_str_trim(field->head));       /* "If R1 cannot be given": it names the medicine */
	for (size_t i = 0; i < EHC_COUNT(printed); i++)
		if (printed[i].label == field->label)
			return ehc_str_of(printed[i].words);
	return capitalised(l, ehc_str_of(ehc_keyword(field->label)->spelling));
}

struct ehc_str
layout_id(const struct ehc_item *it)
{
	return it->id_written;
}

struct ehc_str
layout_anchor(const struct ehc_item *it)
{
	return it->twin != NULL ? EHC_NOSTR : ehc_str_of(it->id);
}

void
layout_capital(struct layout *l, struct ehc_block *b, struct ehc_str words)
{
	struct ehc_run *r = ehc_run_slice(l->d, b, l->plan->source, words);

	r->text = capitalised(l, words);
}

/* ---- texts ---- */

/* Bytes of the id that starts at s[at]: letters, digits, dotted digits, a closing letter. 0 where none does. */
static size_t
id_length(struct ehc_str s, size_t at)
{
	size_t i = at, digits;

	while (i < s.len && ehc_is_letter(s.ptr[i]))
		i++;
	digits = i;
	while (i < s.len && ehc_is_digit(s.ptr[i]))
		i++;
	if (digits == at || i == digits)
		return 0;
	while (i + 1 < s.len && s.ptr[i] == '.' && ehc_is_digit(s.ptr[i + 1]))
		for (i++; i < s.len && ehc_is_digit(s.ptr[i]); i++)
			continue;
	if (i < s.len && ehc_is_letter(s.ptr[i]))
		i++;
	return i < s.len && ehc_is_letter_or_digit(s.ptr[i]) ? 0 : i - at;
}

/*
 * The item that an id in a text stands for: one that the text's own item is tied to. "A4" may be a size of paper, so an
 * id that the model made no tie of is left alone; in texts that belong to no item, advice and people alone are meant.
 */
static const struct ehc_item *
meant(struct layout *l, struct ehc_str id, const struct ehc_item *it)
{
	const struct ehc_item *to = ehc_plan_find(l->plan, id);

	if (to == NULL || to == it)
		return NULL;
	if (it == NULL)
		return to->kind == EHC_ITEM_ADVICE || to->kind == EHC_ITEM_STAFF || to->kind == EHC_ITEM_MEDICINE || to->kind == EHC_ITEM_CONTACT ? to : NULL;
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->to == to)
			return to;
	return NULL;
}

void
layout_text(struct layout *l, struct ehc_block *b, const struct ehc_text *t, size_t at, size_t len, const struct ehc_item *it)
{
	size_t end = at + len, done = at;

	for (size_t i = at; i < end; i++) {
		size_t n = i > 0 && ehc_is_letter_or_digit(t->str.ptr[i - 1]) ? 0 : id_length(t->str, i);
		const struct ehc_item *to = n == 0 || i + n > end ? NULL : meant(l, ehc_str_sub(t->str, i, i + n), it);

		if (to == NULL)
			continue;
		ehc_run_text(l->d, b, t, done, i - done);
		ehc_run_text(l->d, b, t, i, n);
		b->runs.items[b->runs.count - 1].target = ehc_str_of(to->id);
		done = i + n;
		i += n - 1;
	}
	ehc_run_text(l->d, b, t, done, end - done);
}

/* ---- prose: paragraphs, headings, lists ---- */

struct prose {
	struct layout *l;
	const struct ehc_text *t;
	const struct ehc_item *it;
	int level;
	size_t at;                      /* start of the next line */
	int depth;                      /* of lists in lists */
};

struct line { size_t from, to, next, indent; bool empty, bullet; };

/* The line at offset `at`; `from` is after its indent, and after the hyphen of a list. */
static struct line
line_at(const struct prose *p, size_t at)
{
	const struct ehc_str *s = &p->t->str;
	const char *eol = at < s->len ? memchr(s->ptr + at, '\n', s->len - at) : NULL;
	struct line line = { .from = at, .to = eol == NULL ? s->len : (size_t)(eol - s->ptr) };

	line.next = eol == NULL ? s->len : line.to + 1;
	while (line.from < line.to && (s->ptr[line.from] == ' ' || s->ptr[line.from] == '\t'))
		line.from++;
	line.indent = line.from - at;
	line.empty = line.from == line.to;
	line.bullet = line.to - line.from >= 2 && s->ptr[line.from] == '-' && s->ptr[line.from + 1] == ' ';
	return line;
}

static bool
ends_sentence(struct ehc_str s)
{
	s = ehc_str_trim(s);
	return s.len == 0 || strchr(".:;,?!\"", s.ptr[s.len - 1]) != NULL || (unsigned char)s.ptr[s.len - 1] >= 0x80;
}

/* One line between blank lines without a full stop, with a paragraph after it. */
static bool
is_heading(const struct prose *p, size_t from, size_t to)
{
	struct ehc_str words = ehc_str_sub(p->t->str, from, to);

	return memchr(words.ptr, '\n', words.len) == NULL && words.len <= 100 && !ends_sentence(words) &&
	    ehc_str_trim(ehc_str_sub(p->t->str, to, p->t->str.len)).len > 0;
}

static void
put_paragraph(struct prose *p, struct ehc_cell *where, size_t from, size_t to, bool own)
{
	bool heading = own && is_heading(p, from, to);
	struct ehc_block *b = ehc_cell_add(p->l->d, where, heading && p->level > 0 ? EHC_BLOCK_HEADING : EHC_BLOCK_PARAGRAPH);

	b->level = p->level;
	layout_text(p->l, b, p->t, from, to - from, p->it);
	if (heading && p->level == 0)
		for (size_t i = 0; i < b->runs.count; i++)
			b->runs.items[i].strong = true;
}

#define DEEPEST_LIST 6                  /* more would leave no room for words; what is deeper joins the list above */

/* A list whose hyphens stand in column `indent`; what is indented two columns more belongs to the item above it. */
static void
put_list(struct prose *p, struct ehc_cell *where, size_t indent)
{
	struct ehc_block *list = ehc_cell_add(p->l->d, where, EHC_BLOCK_LIST);

	while (p->at < p->t->str.len) {
		struct line line = line_at(p, p->at), more;
		struct ehc_block *item;
		struct ehc_cell inner = { NULL, NULL };
		size_t end;

		if (!line.bullet || line.indent + 1 < indent || (line.indent > indent + 1 && p->depth < DEEPEST_LIST))
			return;
		end = line.to;
		p->at = line.next;
		for (more = line_at(p, p->at); p->at < p->t->str.len && !more.empty && !more.bullet && more.indent >= indent + 2;
		    more = line_at(p, p->at)) {
			end = more.to;
			p->at = more.next;
		}
		item = ehc_block_add(p->l->d, list, EHC_BLOCK_ITEM);
		put_paragraph(p, &inner, line.from + 2, end, false);
		if (p->at < p->t->str.len && more.bullet && more.indent >= indent + 2 && p->depth < DEEPEST_LIST) {
			p->depth++;
			put_list(p, &inner, more.indent);
			p->depth--;
		}
		item->first = inner.first;
		item->last = inner.last;
	}
}

void
layout_prose(struct layout *l, struct ehc_cell *where, const struct ehc_text *t, const struct ehc_item *it, int level)
{
	struct prose p = { l, t, it, level, 0, 0 };

	while (p.at < t->str.len) {
		struct line line = line_at(&p, p.at);
		size_t from = line.from, to = line.to;

		if (line.bullet) {
			put_list(&p, where, line.indent);
			continue;
		}
		p.at = line.next;
		if (line.empty)
			continue;
		for (line = line_at(&p, p.at); p.at < t->str.len && !line.empty && !line.bullet; line = line_at(&p, p.at)) {
			to = line.to;
			p.at = line.next;
		}
		put_paragraph(&p, where, from, to, line.empty || p.at >= t->str.len);
	}
}

void
layout_prose_under(struct layout *l, struct ehc_block *parent, const struct ehc_text *t, const struct ehc_item *it, int level)
{
	struct ehc_cell where = { parent->first, parent->last };

	layout_prose(l, &where, t, it, level);
	parent->first = where.first;
	parent->last = where.last;
}

void
layout_run_in(struct layout *l, struct ehc_block *b, const struct ehc_text *t, const struct ehc_item *it)
{
	struct prose p = { l, t, it, 0, 0, 0 };
	size_t from = 0, to = 0;
	bool apart = false;

	while (p.at < t->str.len) {
		struct line line = line_at(&p, p.at);

		p.at = line.next;
		if (to > from && (line.bullet || (apart && !line.empty))) {
			layout_text(l, b, t, from, to - from, it);
			ehc_run_words(l->d, b, ends_sentence(ehc_str_sub(t->str, from, to)) ? EHC_STR(" ") : EHC_STR("; "));
			from = to = 0;
		}
		apart = line.empty;
		if (line.empty)
			continue;
		if (to == from)
			from = line.from + (line.bullet ? 2 : 0);
		to = line.to;
	}
	if (to > from)
		layout_text(l, b, t, from, to - from, it);
}

void
layout_keep_words(struct ehc_block *section)
{
	for (struct ehc_block *b = section->first; b != NULL; b = b->next)
		b->together = b->together || (b->kind == EHC_BLOCK_PARAGRAPH && section->last->rows != NULL);
}

/* ---- facts ---- */

struct ehc_cell *
layout_fact(struct layout *l, struct ehc_block *facts, struct ehc_str label)
{
	struct ehc_table_row *r = ehc_block_row(l->d, facts, EHC_NOSTR);

	ehc_cell_paragraph(l->d, &r->cells[0], label);
	return &r->cells[1];
}

void
layout_fact_value(struct layout *l, struct ehc_block *facts, struct ehc_str label, const struct ehc_value *v)
{
	if (v->text.str.len > 0)
		layout_prose(l, layout_fact(l, facts, label), &v->text, NULL, 0);
}

void
layout_field(struct layout *l, struct ehc_cell *where, const struct ehc_node *entry, enum ehc_label label, const struct ehc_item *it)
{
	for (const struct ehc_node *f = ehc_node_field(entry, label); f != NULL; f = ehc_node_next_field(f))
		layout_prose(l, where, &f->text, it, 0);
}

static void
put_strong(struct layout *l, struct ehc_block *p, struct ehc_str label)
{
	ehc_run_words(l->d, p, layout_printf(l, "%.*s: ", EHC_ARG(label)))->strong = true;
}

/* The fields of one label, one after the other. */
static void
put_values(struct layout *l, struct ehc_block *p, const struct ehc_node *entry, enum ehc_label label, const struct ehc_item *it)
{
	const struct ehc_node *first = ehc_node_field(entry, label);

	for (const struct ehc_node *f = first; f != NULL; f = ehc_node_next_field(f)) {
		if (f != first)
			ehc_run_words(l->d, p, EHC_STR("; "));
		layout_text(l, p, &f->text, 0, f->text.str.len, it);
	}
}

void
layout_labelled(struct layout *l, struct ehc_block *p, const struct ehc_node *entry, enum ehc_label label, const struct ehc_item *it)
{
	const struct ehc_node *f = ehc_node_field(entry, label);

	if (f == NULL)
		return;
	put_strong(l, p, layout_label(l, f));
	put_values(l, p, entry, label, it);
}

static void
put_flat(struct layout *l, struct ehc_block *p, const struct ehc_block *from)
{
	for (; from != NULL; from = from->next) {
		for (size_t i = 0; i < from->runs.count; i++)
			EHC_PUSH(l->d->arena, &p->runs, from->runs.items[i]);
		put_flat(l, p, from->first);
		if (from->next != NULL)
			ehc_run_words(l->d, p, EHC_STR("; "));
	}
}

void
layout_inline(struct layout *l, struct ehc_block *p, const struct ehc_table_row *r)
{
	for (size_t i = 0; i < r->cells[0].first->runs.count; i++)
		put_strong(l, p, r->cells[0].first->runs.items[i].text);
	put_flat(l, p, r->cells[1].first);
}

static void
mark(bool *done, layout_labels labels)
{
	for (size_t i = 0; labels != NULL && labels[i] != EHC_L_NONE; i++)
		done[labels[i]] = true;
}

/* Short fields that are read together share a row, each after its label. */
static const enum ehc_label together[][6] = {
	{ EHC_L_FOR, EHC_L_TOWARDS, EHC_L_SUPPORTS, EHC_L_PAYS_FOR, EHC_L_INFORMED_BY, EHC_L_NONE },
	{ EHC_L_FROM, EHC_L_UNTIL, EHC_L_NONE },
	{ EHC_L_TYPE, EHC_L_FUNDED_BY, EHC_L_NONE },
};

static const enum ehc_label *
companions(enum ehc_label label)
{
	for (size_t i = 0; i < EHC_COUNT(together); i++)
		for (const enum ehc_label *c = together[i]; *c != EHC_L_NONE; c++)
			if (*c == label)
				return together[i];
	return NULL;
}

static void
put_field(struct layout *l, struct ehc_block *facts, const struct ehc_node *entry, const struct ehc_node *field, const struct ehc_item *it, bool *done)
{
	const enum ehc_label *c = field == NULL ? NULL : companions(field->label);
	struct ehc_cell *cell;
	struct ehc_block *p;

	if (field == NULL || done[field->label])
		return;
	done[field->label] = true;
	cell = layout_fact(l, facts, layout_label(l, field));
	if (c == NULL) {
		layout_field(l, cell, entry, field->label, it);
		return;
	}
	p = ehc_cell_add(l->d, cell, EHC_BLOCK_PARAGRAPH);
	put_values(l, p, entry, field->label, it);
	for (; *c != EHC_L_NONE; c++) {
		if (done[*c] || ehc_node_field(entry, *c) == NULL)
			continue;
		done[*c] = true;
		ehc_run_words(l->d, p, EHC_STR("  ·  "));
		layout_labelled(l, p, entry, *c, it);
	}
}

void
layout_fields(struct layout *l, struct ehc_block *facts, const struct ehc_node *entry, const struct ehc_item *it,
    layout_labels order, layout_labels skip)
{
	bool done[EHC_L_COUNT] = { false };

	for (size_t i = 0; i < EHC_COUNT(never); i++)
		done[never[i]] = true;
	mark(done, skip);
	for (size_t i = 0; order != NULL && order[i] != EHC_L_NONE; i++)
		put_field(l, facts, entry, ehc_node_field(entry, order[i]), it, done);
	for (const struct ehc_node *f = entry->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD && f->label != EHC_L_NONE && f->text.str.len > 0)
			put_field(l, facts, entry, f, it, done);
}

void
layout_some_fields(struct layout *l, struct ehc_block *facts, const struct ehc_node *entry, const struct ehc_item *it, layout_labels wanted)
{
	bool done[EHC_L_COUNT];

	for (size_t i = 0; i < EHC_COUNT(done); i++)
		done[i] = true;
	for (size_t i = 0; wanted[i] != EHC_L_NONE; i++)
		done[wanted[i]] = false;
	for (size_t i = 0; wanted[i] != EHC_L_NONE; i++)
		put_field(l, facts, entry, ehc_node_field(entry, wanted[i]), it, done);
}

void
layout_rest(struct layout *l, struct ehc_cell *cell, const struct ehc_item *it, layout_labels order, layout_labels skip)
{
	struct ehc_block gathered = { .ncolumns = 2 }, *p = NULL;

	layout_fields(l, &gathered, it->node, it, order, skip);
	for (const struct ehc_table_row *r = gathered.rows; r != NULL; r = r->next) {
		if (p == NULL)
			p = ehc_cell_add(l->d, cell, EHC_BLOCK_PARAGRAPH);
		else
			ehc_run_words(l->d, p, EHC_STR("  ·  "));
		layout_inline(l, p, r);
	}
}

/* ---- ties ---- */

size_t
layout_ties(struct layout *l, struct ehc_block *b, const struct ehc_item *it, enum ehc_relation r, enum ehc_item_kind kind, bool outward)
{
	const struct ehc_links *links = outward ? &it->out : &it->in;
	const struct ehc_item *last = NULL;
	size_t n = 0;

	for (size_t i = 0; i < links->count; i++) {
		const struct ehc_link *link = links->items[i];
		const struct ehc_item *other = outward ? link->to : link->from;

		if (link->relation != r || link->assumed || other == NULL || other->kind != kind || other == last || layout_id(other).len == 0)
			continue;
		last = other;
		if (n++ > 0)
			ehc_run_words(l->d, b, EHC_STR(", "));
		ehc_run_slice(l->d, b, l->plan->source, layout_id(other))->target = ehc_str_of(other->id);
	}
	return n;
}

/* ---- columns that nothing stands in ---- */

static bool
is_empty_column(const struct ehc_block *table, size_t column)
{
	for (const struct ehc_table_row *r = table->rows; r != NULL; r = r->next)
		for (const struct ehc_block *b = r->cells[column].first; b != NULL; b = b->next)
			if (b->runs.count > 0 || b->first != NULL)
				return false;
	return true;
}

static void
drop_column(struct ehc_block *table, size_t column)
{
	table->ncolumns--;
	for (size_t i = column; i < table->ncolumns; i++)
		table->columns[i] = table->columns[i + 1];
	for (struct ehc_table_row *r = table->rows; r != NULL; r = r->next)
		for (size_t i = column; i < table->ncolumns; i++)
			r->cells[i] = r->cells[i + 1];
}

void
layout_trim_tables(struct ehc_block *first)
{
	for (struct ehc_block *b = first; b != NULL; b = b->next) {
		if (b->kind == EHC_BLOCK_TABLE)
			for (size_t i = b->ncolumns; i-- > 2; )
				if (is_empty_column(b, i))
					drop_column(b, i);
		layout_trim_tables(b->first);
	}
}
