/*
 * part.c - lines of the plan to be, and the notes on what the draft's words became.
 */
#include "import/recognise.h"

#include <string.h>

struct part *
part_new(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b)
{
	struct part *p = EHC_NEW(r->a, struct part);

	p->label = label;
	part_block(r, p, b);
	return p;
}

struct part *
part_add(struct reader *r, enum ehc_label label, const struct ehc_draft_block *b)
{
	struct part *p = part_new(r, label, b);

	if (r->last == NULL)
		r->first = p;
	else
		r->last->next = p;
	r->last = p;
	return p;
}

void
part_block(struct reader *r, struct part *p, const struct ehc_draft_block *b)
{
	if (b != NULL && b->whole != NULL)
		b = b->whole;
	if (b != NULL && (p->blocks.count == 0 || p->blocks.items[p->blocks.count - 1] != b))
		EHC_PUSH(r->a, &p->blocks, b);
}

static void
join(struct reader *r, struct part *p, const char *between, struct ehc_str text)
{
	size_t gap = strlen(between), need = p->text.len + gap + text.len;

	if (p->text.len == 0)
		p->text = text;
	else {
		if (p->text.ptr != p->grown || need > p->room) {
			p->room = need * 2;
			p->grown = memcpy(ehc_arena_alloc(r->a, p->room), p->text.ptr, p->text.len);
		}
		memcpy(p->grown + p->text.len, between, gap);
		memcpy(p->grown + p->text.len + gap, text.ptr, text.len);
		p->text = (struct ehc_str){ p->grown, need };
	}
	p->unfinished = text.len > 0 && text.ptr[text.len - 1] == ':';
}

void
part_text(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str line;

	/* Lines typed with a dash within one paragraph are a list. */
	while (ehc_str_split(&text, '\n', &line)) {
		size_t dot = draft_typed_bullet(line = ehc_str_trim(line));

		if (line.len == 0)
			continue;
		if (dot > 0)
			part_bullet(r, p, ehc_str_sub(line, dot, line.len), b);
		else {
			join(r, p, "\n\n", line);
			p->in_list = false;
		}
	}
	part_block(r, p, b);
}

void
part_bullet(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str line;
	bool first = true;

	while (ehc_str_split(&text, '\n', &line)) {
		line = ehc_str_trim(line);
		if (line.len == 0)
			continue;
		if (first)
			join(r, p, p->in_list ? "\n" : "\n\n", ehc_arena_printf(r->a, "- %.*s", EHC_ARG(line)));
		else
			join(r, p, " ", line);
		first = false;
		p->in_list = true;
	}
	part_block(r, p, b);
}

bool
part_is_under(const struct part *item, const struct ehc_draft_block *b)
{
	const struct ehc_draft_block *first = item == NULL || item->blocks.count == 0 ? NULL : item->blocks.items[0];

	return first != NULL && b->under != NULL && (first == b->under || first->whole == b->under);
}

struct part *
part_find_field(const struct part *p, enum ehc_label label)
{
	for (struct part *f = p->fields; f != NULL; f = f->next)
		if (f->label == label)
			return f;
	return NULL;
}

struct part *
part_field(struct reader *r, struct part *p, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b)
{
	const struct ehc_keyword *k = ehc_keyword(label);
	struct part *f = part_find_field(p, label);

	text = ehc_str_trim(text);
	if (text.len == 0)
		return NULL;
	if (f != NULL && !k->many) {
		if (ehc_str_eq_nocase(f->text, text))
			return f;
		f->text = ehc_arena_printf(r->a, "%.*s; %.*s", EHC_ARG(f->text), EHC_ARG(text));
		part_block(r, f, b);
		return f;
	}
	f = part_new(r, label, b);
	if (p->last_field == NULL)
		p->fields = f;
	else
		p->last_field->next = f;
	p->last_field = f;
	part_text(r, f, text, b);
	return f;
}

/* ---- an index ---- */

static size_t
slot_of(const struct part_index *x, struct ehc_str key)
{
	size_t i = (size_t)ehc_str_hash(key) & (x->cap - 1);

	while (x->slots[i].part != NULL && !ehc_str_eq(x->slots[i].key, key))
		i = (i + 1) & (x->cap - 1);
	return i;
}

static void
grow_index(struct reader *r, struct part_index *x)
{
	struct part_index wider = { NULL, x->count, x->cap == 0 ? 64 : x->cap * 2 };

	wider.slots = ehc_arena_array(r->a, wider.cap, sizeof(*wider.slots));
	for (size_t i = 0; i < x->cap; i++)
		if (x->slots[i].part != NULL)
			wider.slots[slot_of(&wider, x->slots[i].key)] = x->slots[i];
	*x = wider;
}

struct part *
part_index(struct reader *r, struct part_index *x, struct ehc_str key, struct part *p)
{
	struct ehc_str folded = label_fold(r->a, key);
	size_t i;

	if (x->count * 2 >= x->cap)
		grow_index(r, x);
	i = slot_of(x, folded);
	if (x->slots[i].part == NULL && p != NULL) {
		x->slots[i].key = folded;
		x->slots[i].part = p;
		x->count++;
	}
	return x->slots[i].part;
}

/* ---- notes ---- */

static struct ehc_str
name_of(struct reader *r, const struct part *p)
{
	const struct ehc_keyword *k;

	if (p == NULL)
		return EHC_NOSTR;
	k = ehc_keyword(p->label);
	if (p->id.len > 0)
		return ehc_arena_printf(r->a, "%s %.*s", k->spelling, EHC_ARG(p->id));
	if (p->words.len > 0)
		return ehc_arena_printf(r->a, "%s %.*s", k->spelling, EHC_ARG(p->words));
	return ehc_str_of(k->spelling);
}

static void
note(struct reader *r, enum ehc_import_kind kind, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p, const char *message)
{
	struct ehc_origin nowhere = { .paragraph = 0 };

	EHC_PUSH(r->a, &r->im->notes, (struct ehc_import_note){ kind, b == NULL ? nowhere : b->origin, words, name_of(r, p),
	    message == NULL ? EHC_NOSTR : ehc_str_of(message) });
	r->im->counts[kind]++;
}

void
note_read(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p)
{
	note(r, EHC_IMPORT_READ, b, words, p, NULL);
}

void
note_look(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const struct part *p, const char *message)
{
	note(r, EHC_IMPORT_LOOK, b, words, p, message);
}

void
note_left(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words, const char *reason)
{
	if (words.len > 0)
		note(r, EHC_IMPORT_LEFT, b, words, NULL, reason);
}

void
unplaced(struct reader *r, const struct ehc_draft_block *b, struct ehc_str words)
{
	struct part *p;

	if (r->last != NULL && r->last->label == EHC_L_UNPLACED && r->text == r->last)
		part_text(r, r->last, words, b);
	else {
		p = part_add(r, EHC_L_UNPLACED, b);
		part_text(r, p, words, b);
		r->text = p;
	}
	r->item = NULL;
	note(r, EHC_IMPORT_UNPLACED, b, words, r->text, NULL);
}
