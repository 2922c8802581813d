/*
 * table.c - tables: rows of needs, provision and outcomes under their headings, labels beside values, and forms in which one
 * cell holds what elsewhere is a page.
 */
#include "import/recognise.h"

#include <string.h>

#define BIT(s) (1u << (s))
enum { COLUMNS = 64 };

struct table {
	struct meaning columns[COLUMNS];        /* by grid column */
	bool has_columns, has_item;             /* a need, outcome or provision among them */
	struct ehc_draft_cell *above[COLUMNS];  /* the last cell of each column that was not a part of one above */
	struct part *main;                      /* of the last row: what fields belong to */
};

/* The words of a cell; those of a table within it too. */
static void
put_cell(const struct ehc_draft_cell *c, struct ehc_buf *out)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		for (const struct ehc_draft_row *r = b->table == NULL ? NULL : b->table->first; r != NULL; r = r->next)
			for (const struct ehc_draft_cell *in = r->first; in != NULL; in = in->next)
				put_cell(in, out);
		if (b->text.len == 0)
			continue;
		if (out->len > 0)
			ehc_buf_char(out, '\n');
		if (b->marker.len > 0)
			ehc_buf_printf(out, "%.*s ", EHC_ARG(b->marker));
		else if (b->kind == EHC_DRAFT_BULLET)
			ehc_buf_cstr(out, "- ");
		ehc_buf_str(out, b->text);
	}
}

struct ehc_str
cell_text(struct ehc_arena *a, const struct ehc_draft_cell *c)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str made;

	put_cell(c, &out);
	made = ehc_arena_copy(a, (struct ehc_str){ out.ptr, out.len });
	ehc_buf_free(&out);
	return made;
}

static const struct ehc_draft_block *
first_block(const struct ehc_draft_cell *c)
{
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
		if (b->text.len > 0 || b->table != NULL)
			return b;
	return c->first;
}

static size_t
filled(struct ehc_arena *a, const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		n += cell_text(a, c).len > 0;
	return n;
}

static size_t
cells(const struct ehc_draft_row *row)
{
	size_t n = 0;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		n++;
	return n;
}

/* The number of an item in a cell of its own: "B1", and its words in the next. Empty where the row is none such. */
static struct ehc_str
row_id(struct reader *r, const struct ehc_draft_row *row)
{
	struct ehc_str text = row->first == NULL ? EHC_NOSTR : cell_text(r->a, row->first), id;

	if (r->seen == 0 || text.len == 0 || row->first->next == NULL || line_id(text, "ABCDEFGHJK", &id) != text.len || id.len != text.len || cell_text(r->a, row->first->next).len == 0)
		return EHC_NOSTR;
	return text;
}

/* ---- rows of headings ---- */

/* A row whose cells name columns: all that are filled are known, but for one at most. */
static bool
read_columns(struct reader *r, struct table *t, const struct ehc_draft_row *row)
{
	struct meaning found[COLUMNS];
	size_t known = 0, unknown = 0;
	unsigned letters = 0;

	memset(found, 0, sizeof(found));
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct ehc_str text = cell_text(r->a, c);
		struct meaning m;

		if (text.len == 0 || c->column >= COLUMNS)
			continue;
		/* "Review:" is a label with its value in the next cell. */
		if (text.ptr[text.len - 1] == ':' && c->next != NULL && cells(row) <= 2)
			return false;
		m = label_column(r, text, r->open);
		known += m.label != EHC_L_NONE;
		unknown += m.label == EHC_L_NONE;
		for (uint32_t i = c->column; i < c->column + c->width && i < COLUMNS; i++)
			found[i] = m;
		if (m.section != EHC_NO_SECTION)
			letters |= BIT(m.section);
	}
	if (known < 2 || unknown > (row->header || (row->next != NULL && row_id(r, row->next).len > 0) ? 1 : 0))
		return false;
	memcpy(t->columns, found, sizeof(found));
	t->has_columns = true;
	t->has_item = letters != 0 && letters != BIT(EHC_K);
	if (letters != 0) {
		r->seen |= letters;
		if ((r->open & letters) != letters)
			r->open |= letters;
		if (t->has_item)
			r->open &= ~BIT(EHC_K);
	}
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next)
			note_left(r, b, b->text, "the heading of a column: the plan has a label for it");
	r->item = r->text = NULL;
	r->mode_is_said = false;
	return true;
}

/* ---- rows of items ---- */

/* The paragraphs of one cell as items: one each, a list below a line that ends in a colon being a part of it. */
static struct part *
cell_items(struct reader *r, struct meaning m, const struct ehc_draft_cell *c)
{
	struct part *first = NULL;

	r->item = r->text = NULL;
	r->lead = EHC_NOSTR;
	r->mode = m;
	r->mode_is_said = true;
	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		struct part *before = r->last;

		if (b->kind == EHC_DRAFT_TABLE) {
			table_read(r, b);
			continue;
		}
		if (b->text.len == 0)
			continue;
		if (m.label == EHC_L_ADVICE)
			item_advice(r, EHC_NOSTR, b->text, b);
		else
			plan_paragraph(r, b->text, b, b->strong && line_words(b->text) <= 8 && b->next != NULL && m.label != EHC_L_NEED);
		if (first == NULL && r->last != before)
			first = r->item;
	}
	return first != NULL ? first : r->item;
}

static bool
is_item_column(struct meaning m)
{
	return m.label == EHC_L_NEED || m.label == EHC_L_OUTCOME || m.label == EHC_L_PROVISION || m.label == EHC_L_ADVICE || m.label == EHC_L_BUDGET;
}

/* The part that a field's column belongs to: provision before outcome before need. */
static struct part *
main_of(struct part *now, struct part *made)
{
	if (made == NULL || (now != NULL && now->label == EHC_L_PROVISION) || (now != NULL && now->label == EHC_L_OUTCOME && made->label == EHC_L_NEED))
		return now;
	return made;
}

/* The cell whose words hold for this one: itself, the one that it is merged with, or the row above where the plan says so. */
static const struct ehc_draft_cell *
standing(struct reader *r, struct table *t, struct ehc_draft_cell *c)
{
	struct ehc_draft_cell *above = c->column < COLUMNS ? t->above[c->column] : NULL;
	bool empty = cell_text(r->a, c).len == 0;

	if (!empty || above == NULL || (!c->continued && !r->blank_takes_above)) {
		if (c->column < COLUMNS && !c->continued)
			t->above[c->column] = c;
		return c;
	}
	return above;
}

static void
row_fields(struct reader *r, struct table *t, struct ehc_draft_row *row, struct part *from)
{
	for (struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
		struct meaning m = c->column < COLUMNS ? t->columns[c->column] : (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
		const struct ehc_draft_cell *s = standing(r, t, c);
		struct ehc_str text = cell_text(r->a, s);
		const struct ehc_draft_block *b = first_block(s);
		size_t several = 0;

		if (is_item_column(m) || text.len == 0)
			continue;
		if (m.label == EHC_L_ATTACHED && t->main == NULL && ehc_str_starts_nocase(text, "yes/")) {
			note_left(r, b, text, "a choice that nobody has made");
			continue;
		}
		if (m.label == EHC_L_NONE || t->main == NULL || ehc_keyword(m.label)->level != EHC_LEVEL_FIELD) {
			unplaced(r, b, text);
			continue;
		}
		if (s != c)
			note_look(r, b, text, t->main, c->continued ? "The cell is merged with the row above; its words were written into this row too." :
			    "The cell is blank; the plan says that it then takes the row above.");
		for (struct part *p = from; p != NULL; p = p->next)
			if (p->label == t->main->label) {
				item_field(r, p, m, text, b);
				several++;
			}
		if (several > 1)
			note_look(r, b, text, t->main, "One cell beside several items: its words were written into each of them.");
		else
			note_read(r, b, text, t->main);
	}
}

static bool
has_item_cell(struct reader *r, const struct table *t, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (c->column < COLUMNS && is_item_column(t->columns[c->column]) && cell_text(r->a, c).len > 0)
			return true;
	return false;
}

/* A merged first cell goes on over this row: it belongs to the row of the plan that is open. */
static bool
goes_on(const struct table *t, const struct ehc_draft_row *row)
{
	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		if (c->continued && c->column < COLUMNS && is_item_column(t->columns[c->column]))
			return true;
	return false;
}

static size_t
item_columns(const struct table *t)
{
	size_t n = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		n += is_item_column(t->columns[i]) && (i == 0 || t->columns[i].section != t->columns[i - 1].section);
	return n;
}

/* Such a row: the item, then its fields by the headings of their columns. */
static void
numbered_row(struct reader *r, struct table *t, const struct ehc_draft_row *row, struct ehc_str id)
{
	const struct ehc_draft_block *b = row->first->next->first;

	plan_paragraph(r, ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(id), EHC_ARG(b->text)), b, false);
	for (b = b->next; b != NULL; b = b->next)
		plan_block(r, b);
	for (const struct ehc_draft_cell *c = row->first->next->next; c != NULL; c = c->next) {
		struct meaning m = c->column < COLUMNS ? t->columns[c->column] : (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
		struct ehc_str text = cell_text(r->a, c);

		if (text.len == 0)
			continue;
		if (r->item != NULL && m.label != EHC_L_NONE && ehc_keyword(m.label)->level == EHC_LEVEL_FIELD)
			item_field(r, r->item, m, text, first_block(c));
		else
			unplaced(r, first_block(c), text);
	}
}

static void
data_row(struct reader *r, struct table *t, struct ehc_draft_row *row)
{
	struct part *before = r->last, *made = NULL;
	struct ehc_str name = r->area.len > 0 ? r->area : EHC_NOSTR;

	if (has_item_cell(r, t, row)) {
		if (t->has_item && item_columns(t) > 1 && !goes_on(t, row)) {
			const struct ehc_draft_block *b = first_block(row->first);

			if (name.len == 0)
				name = (r->open & BIT(EHC_C)) != 0 && (r->open & BIT(EHC_B)) == 0 ? EHC_STR("health") :
				    (r->open & BIT(EHC_D)) != 0 && (r->open & BIT(EHC_B)) == 0 ? EHC_STR("social care") : EHC_STR("across all areas");
			row_add(r, name, b);
			before = r->last;
		}
		t->main = NULL;
		for (struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
			if (c->column < COLUMNS && is_item_column(t->columns[c->column]) && cell_text(r->a, c).len > 0) {
				struct ehc_str text = cell_text(r->a, c);

				if (label_nil(text)) {
					note_left(r, first_block(c), text, "a cell that says that there is nothing");
					continue;
				}
				made = cell_items(r, t->columns[c->column], c);
				t->main = main_of(t->main, made);
			}
	}
	else if (!goes_on(t, row))
		t->main = NULL;         /* what stands in it belongs to nothing above */
	row_fields(r, t, row, before == NULL ? r->first : before->next);
	r->mode_is_said = false;
	r->lead = EHC_NOSTR;
}

/* ---- labels and values ---- */

static void
pair(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value)
{
	struct ehc_str name = cell_text(r->a, label), words = value == NULL ? EHC_NOSTR : cell_text(r->a, value);
	const struct ehc_draft_block *b = first_block(label);
	struct section_label section;

	if (name.len == 0 && words.len == 0)
		return;
	/* The letter of a section in a cell of its own, its title or its words in the next. */
	if (b != NULL && name.len > 0 && label_section(r, name, true, &section) && (section.lettered || (r->seen & section.sections) == 0)) {
		plan_paragraph(r, name, b, true);
		if (value != NULL)
			for (const struct ehc_draft_block *v = value->first; v != NULL; v = v->next)
				plan_block(r, v);
		return;
	}
	if ((r->open == 0 || r->seen == BIT(EHC_A)) && name.len > 0 && label_detail(r, name) != EHC_L_NONE) {
		plan_flush_title(r);
		detail_add(r, name, words, value == NULL ? b : first_block(value) != NULL ? first_block(value) : b);
		return;
	}
	if (r->open == 0 && r->seen == 0) {
		if (words.len > 0)
			unplaced(r, first_block(value), name.len == 0 ? words :
			    ehc_arena_printf(r->a, "%.*s%s %.*s", EHC_ARG(name), name.ptr[name.len - 1] == ':' ? "" : ":", EHC_ARG(words)));
		else
			note_left(r, b, name, "a label without a value");
		return;
	}
	if (name.len > 0 && line_words(name) <= 16 && words.len > 0) {
		struct ehc_str plain = ehc_str_sub(name, 0, name.ptr[name.len - 1] == ':' ? name.len - 1 : name.len);
		struct meaning m;

		if (r->open == BIT(EHC_I) || item_label_known(r, plain, &m)) {
			plan_paragraph(r, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(plain), EHC_ARG(words)), first_block(value), false);
			return;
		}
	}
	for (const struct ehc_draft_block *x = label->first; x != NULL; x = x->next)
		plan_block(r, x);
	if (value != NULL)
		for (const struct ehc_draft_block *x = value->first; x != NULL; x = x->next)
			plan_block(r, x);
}

static void
pairs(struct reader *r, struct ehc_draft_row *row)
{
	struct ehc_draft_cell *c = row->first;

	while (c != NULL) {
		struct ehc_draft_cell *value = c->next;

		pair(r, c, value);
		c = value == NULL ? NULL : value->next;
	}
}

/* ---- rows of one cell ---- */

static void
guidance(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = part_add(r, EHC_L_STANDARD_TEXT, b);

	part_text(r, p, text, b);
	note_read(r, b, text, p);
	r->text = NULL;
}

/* Takes the first line off *rest where it is the heading of a section or of an area; true when it did. */
static bool
headed_line(struct reader *r, const struct ehc_draft_block *b, struct ehc_str *rest, struct ehc_str *line)
{
	struct ehc_draft_block *part;
	struct section_label label;
	struct ehc_str after = *rest;

	if (b->kind == EHC_DRAFT_BULLET || !ehc_str_split(&after, '\n', line) || line_words(*line) > 25 || b->marker.len > 0)
		return false;
	if (after.len == 0 && !line_is_title(b, *line))
		return false;
	if (!(label_section(r, *line, true, &label) && label.lettered) && !(label_area(*line) && (r->open & (r->open - 1)) != 0 && !line_is_blank_to_fill(*line)))
		return false;
	part = EHC_NEW(r->a, struct ehc_draft_block);
	*part = *b;
	part->text = ehc_str_trim(*line);
	part->kind = EHC_DRAFT_HEADING;
	plan_paragraph(r, part->text, part, true);
	*rest = ehc_str_trim(after);
	return true;
}

static bool
speaks_to_writers(struct ehc_str text)
{
	static const char *const words[] = { "please ", "guidance", "should ", "include ", "digital", NULL };

	return has_any(text, words);
}

/* The next row is a heading alone. */
static bool
heading_follows(struct reader *r, const struct ehc_draft_row *row)
{
	const struct ehc_draft_block *b;

	if (row->next == NULL || filled(r->a, row->next) != 1)
		return false;
	b = first_block(row->next->first);
	return b != NULL && line_is_title(b, b->text);
}

/*
 * A cell that fills its row. Prose in the cell that holds the heading of sections printed together, and prose between the heading of
 * section A and its first part, is guidance to the writer that is printed on every plan.
 */
static void
single(struct reader *r, const struct ehc_draft_row *row, const struct ehc_draft_cell *c)
{
	bool headed = false;

	for (const struct ehc_draft_block *b = c->first; b != NULL; b = b->next) {
		struct ehc_str rest = b->text, line;

		if (b->kind == EHC_DRAFT_TABLE) {
			table_read(r, b);
			continue;
		}
		/* Headings and guidance may stand in one paragraph, parted by line breaks. */
		while (headed_line(r, b, &rest, &line))
			headed = headed || (r->open & (r->open - 1)) != 0;
		if (rest.len == 0)
			continue;
		if ((headed && b->kind == EHC_DRAFT_PARAGRAPH && line_words(rest) > 9 && r->item == NULL) ||
		    (r->open == BIT(EHC_A) && !r->mode_is_said && heading_follows(r, row) && speaks_to_writers(rest)))
			guidance(r, rest, b);
		else {
			struct ehc_draft_block *part = EHC_NEW(r->a, struct ehc_draft_block);

			*part = *b;
			part->text = rest;
			plan_block(r, part);
		}
	}
}

/* ---- a table ---- */

static bool
is_signatures(struct reader *r, const struct ehc_draft_row *row)
{
	bool found = false;

	for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
		found = found || ehc_str_find_nocase(cell_text(r->a, c), "signature") != SIZE_MAX;
	return found && filled(r->a, row) >= 2;
}

static void
signatures(struct reader *r, const struct ehc_draft_table *t)
{
	plan_flush_title(r);
	for (const struct ehc_draft_row *row = t->first->next; row != NULL; row = row->next) {
		struct ehc_str words = EHC_NOSTR;
		const struct ehc_draft_block *b = first_block(row->first);

		for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
			struct ehc_str text = cell_text(r->a, c);

			if (text.len > 0)
				words = words.len == 0 ? text : ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(words), EHC_ARG(text));
		}
		if (words.len > 0) {
			struct part *p = part_add(r, EHC_L_SIGNED, b);

			part_text(r, p, words, b);
			note_read(r, b, words, p);
		}
	}
	for (const struct ehc_draft_cell *c = t->first->first; c != NULL; c = c->next)
		note_left(r, first_block(c), cell_text(r->a, c), "the heading of a column: the plan has a label for it");
}

/* A list of the sections with what each must hold, before the plan itself. */
static bool
is_glossary(struct reader *r, const struct ehc_draft_table *t, const struct ehc_draft_block *block)
{
	unsigned here = 0, later = 0;
	size_t labels = 0, rows = 0;

	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		struct section_label label;
		struct ehc_str text = row->first == NULL ? EHC_NOSTR : cell_text(r->a, row->first);

		rows++;
		if ((text.len <= 2 && text.len > 0 && ehc_section_read(text, &(enum ehc_section){ EHC_NO_SECTION })) || (text.len > 0 && label_section(r, text, true, &label) && label.lettered)) {
			labels++;
			if (text.len > 2)
				here |= label.sections;
		}
	}
	if (labels < 6 || labels * 2 < rows)
		return false;
	for (const struct ehc_draft_block *b = block->next; b != NULL; b = b->next) {
		struct section_label label;

		if (b->kind != EHC_DRAFT_TABLE) {
			if (label_section(r, b->text, line_is_title(b, b->text), &label) && label.lettered)
				later |= label.sections;
		} else if (b->table->first != NULL)
			for (const struct ehc_draft_cell *c = b->table->first->first; c != NULL; c = c->next)
				if (label_section(r, cell_text(r->a, c), true, &label) && label.lettered)
					later |= label.sections;
	}
	(void)here;
	return later != 0 && (later & (later - 1)) != 0;
}

static void
glossary(struct reader *r, const struct ehc_draft_table *t)
{
	struct part *p = NULL;

	plan_flush_title(r);
	for (const struct ehc_draft_row *row = t->first; row != NULL; row = row->next) {
		struct ehc_str line = EHC_NOSTR;
		const struct ehc_draft_block *b = first_block(row->first);

		for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next) {
			struct ehc_str text = cell_text(r->a, c);

			if (text.len > 0)
				line = line.len == 0 ? text : ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(line), EHC_ARG(text));
		}
		if (line.len == 0)
			continue;
		if (p == NULL)
			p = part_add(r, EHC_L_STANDARD_TEXT, b);
		part_bullet(r, p, line, b);
		note_look(r, b, line, p, "A list of what each section must hold, read as standard text.");
	}
	r->text = r->item = NULL;
}

void
table_read(struct reader *r, const struct ehc_draft_block *block)
{
	struct table t = { .has_columns = false };

	if (block->table->first == NULL)
		return;
	r->titled = NULL;
	if (is_signatures(r, block->table->first)) {
		signatures(r, block->table);
		return;
	}
	if (is_glossary(r, block->table, block)) {
		glossary(r, block->table);
		return;
	}
	for (struct ehc_draft_row *row = block->table->first; row != NULL; row = row->next) {
		size_t n = filled(r->a, row), all = cells(row);

		if (n == 0)
			continue;
		if (row_id(r, row).len > 0) {
			numbered_row(r, &t, row, row_id(r, row));
			continue;
		}
		if (n >= 2 && read_columns(r, &t, row))
			continue;
		if (n == 1 && (all == 1 || !t.has_columns) && !(all == 2 && row->last->first != NULL && cell_text(r->a, row->first).len > 0 && !t.has_columns && r->seen == 0)) {
			for (const struct ehc_draft_cell *c = row->first; c != NULL; c = c->next)
				if (all == 1 || cell_text(r->a, c).len > 0)
					single(r, row, c);
			if (all == 1)
				t.main = NULL;
		} else if (t.has_columns)
			data_row(r, &t, row);
		else
			pairs(r, row);
	}
}
