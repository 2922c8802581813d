/*
 * write.c - the parts as text of the plan language, laid out by the language's own formatter, with the way back from each
 * line to the draft.
 */
#include "import/recognise.h"
#include "parse/keywords.h"

#include <string.h>

/* The parts in the order in which they are written, fields behind what they belong to. */
struct order { EHC_VEC(const struct part *) parts; };

/* ---- ids ---- */

/* An item without a number of its own takes the next that is free. */
void
give_ids(struct reader *r)
{
	struct { char prefix[4]; unsigned next; } made[32] = { { "", 0 } };
	struct part_index taken = { NULL, 0, 0 };

	for (struct part *p = r->first; p != NULL; p = p->next)
		if (ehc_keyword(p->label)->level == EHC_LEVEL_ITEM && p->id.len > 0)
			part_index(r, &taken, p->id, p);
	for (struct part *p = r->first; p != NULL; p = p->next) {
		struct ehc_str id;
		size_t i = 0;

		if (ehc_keyword(p->label)->level != EHC_LEVEL_ITEM || p->id.len > 0)
			continue;
		while (i + 1 < EHC_COUNT(made) && made[i].next > 0 && strcmp(made[i].prefix, p->prefix) != 0)
			i++;
		memcpy(made[i].prefix, p->prefix, sizeof(p->prefix));
		do
			id = ehc_arena_printf(r->a, "%s%u", p->prefix, ++made[i].next);
		while (part_index(r, &taken, id, NULL) != NULL);
		p->id = id;
	}
}

/* ---- lines ---- */

static void
put_lines(struct ehc_buf *out, struct ehc_str text, int indent)
{
	struct ehc_str line;
	bool first = true;

	if (ehc_str_starts_nocase(text, "- "))
		ehc_buf_char(out, '\n');
	else
		ehc_buf_char(out, ' ');
	while (ehc_str_split(&text, '\n', &line)) {
		if ((!first || ehc_str_starts_nocase(line, "- ")) && line.len > 0)
			ehc_buf_fill(out, ' ', (size_t)indent);
		ehc_buf_str(out, line);
		ehc_buf_char(out, '\n');
		first = false;
	}
}

static bool
has_nothing(const struct part *p)
{
	return p->text.len == 0 && p->fields == NULL && p->label != EHC_L_SECTION && ehc_keyword(p->label)->level != EHC_LEVEL_HEAD;
}

static void
put_part(struct reader *r, const struct part *p, bool is_field, struct ehc_buf *out, struct order *order)
{
	const struct ehc_keyword *k = ehc_keyword(p->label);

	if (has_nothing(p))
		return;
	EHC_PUSH(r->a, &order->parts, p);
	ehc_buf_cstr(out, is_field ? "  " : "");
	if (p->label == EHC_L_CANNOT_GIVE && p->words.len > 0)
		ehc_buf_str(out, p->words);     /* "If R1 cannot be given" */
	else
		ehc_buf_cstr(out, k->spelling);
	if (k->form == EHC_FORM_ID && p->id.len > 0)
		ehc_buf_printf(out, " %.*s", EHC_ARG(p->id));
	else if (k->form == EHC_FORM_WORDS && p->words.len > 0)
		ehc_buf_printf(out, " %.*s", EHC_ARG(p->words));
	ehc_buf_char(out, ':');
	if (p->text.len > 0)
		put_lines(out, p->text, is_field ? 6 : 4);
	else
		ehc_buf_char(out, '\n');
	for (const struct part *f = p->fields; f != NULL; f = f->next)
		put_part(r, f, true, out, order);
}

static bool
starts_group(const struct part *p, const struct part *before)
{
	enum ehc_level level = ehc_keyword(p->label)->level;

	return before == NULL || level == EHC_LEVEL_SECTION || level == EHC_LEVEL_ROW || level == EHC_LEVEL_TEXT || before->label == EHC_L_SECTION ||
	    ehc_keyword(before->label)->level == EHC_LEVEL_TEXT;
}

/* What a label's head cannot hold stands as text. */
static void
shorten_head(struct reader *r, struct part *p)
{
	static const struct { const char *words, *name; } areas[] = {
		{ "communication", "communication and interaction" }, { "cognition", "cognition and learning" }, { "social", "social, emotional and mental health" },
		{ "sensory", "sensory and physical" }, { "physical", "sensory and physical" },
	};

	if (ehc_keyword(p->label)->form != EHC_FORM_WORDS || strlen(ehc_keyword(p->label)->spelling) + 1 + p->words.len <= EHC_HEAD_LIMIT)
		return;
	for (size_t i = 0; p->label == EHC_L_AREA && i < EHC_COUNT(areas); i++)
		if (ehc_str_find_nocase(p->words, areas[i].words) != SIZE_MAX) {
			note_left(r, p->blocks.count > 0 ? p->blocks.items[0] : NULL, p->words, "the area of need in a shorter form");
			p->words = ehc_str_of(areas[i].name);
			return;
		}
	p->text = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(p->words), EHC_ARG(p->text));
	p->words = EHC_NOSTR;
	p->fields = NULL;
	p->label = EHC_L_UNPLACED;
}

static void
put_all(struct reader *r, struct ehc_buf *out, struct order *order)
{
	struct part *front[] = { r->head, r->timeline, r->child };
	const struct part *before = NULL;

	for (size_t i = 0; i < EHC_COUNT(front); i++) {
		if (has_nothing(front[i]) && i > 0)
			continue;
		if (i > 0)
			ehc_buf_char(out, '\n');
		put_part(r, front[i], false, out, order);
	}
	for (struct part *p = r->first; p != NULL; p = p->next) {
		shorten_head(r, p);
		if (has_nothing(p))
			continue;
		if (starts_group(p, before))
			ehc_buf_char(out, '\n');
		put_part(r, p, false, out, order);
		before = p;
	}
}

/* The last part, a section, to its place before the first section that comes after it. */
static void
move_forward(struct reader *r, struct part *section)
{
	struct part *before = NULL, *p = r->first;

	while (p != section && !(p->label == EHC_L_SECTION && p->section > section->section)) {
		before = p;
		p = p->next;
	}
	if (p == section || before == NULL)
		return;
	for (r->last = before; r->last->next != section; r->last = r->last->next)
		;
	r->last->next = NULL;
	section->next = before->next;
	before->next = section;
}

/* Items of sections that the draft prints together stand below the line of their own section, which may come again. */
static void
label_loose(struct reader *r)
{
	enum ehc_section open = EHC_NO_SECTION;

	for (struct part *p = r->first, *before = NULL; p != NULL; before = p, p = p->next) {
		struct part *section;

		if (p->label == EHC_L_SECTION || p->label == EHC_L_ROW)
			open = p->label == EHC_L_ROW ? EHC_NO_SECTION : p->section;
		if (!p->loose || p->section == open || before == NULL)
			continue;
		section = part_new(r, EHC_L_SECTION, NULL);
		section->section = open = p->section;
		section->words = ehc_str_of(ehc_section_name(open));
		section->next = p;
		before->next = section;
	}
}

/* Sections whose letter stood in the draft and that hold nothing are there all the same. */
static void
keep_empty_sections(struct reader *r)
{
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		bool there = false;

		if ((r->seen & (1u << s)) == 0 || r->kind != EHC_DOC_EHC_PLAN)
			continue;
		for (const struct part *p = r->first; p != NULL; p = p->next)
			there = there || (p->section == (enum ehc_section)s && (p->label == EHC_L_SECTION || ehc_keyword(p->label)->level == EHC_LEVEL_ITEM));
		if (!there) {
			struct part *p = part_add(r, EHC_L_SECTION, NULL);

			p->section = (enum ehc_section)s;
			p->words = ehc_str_of(ehc_section_name((enum ehc_section)s));
			if ((r->empty & (1u << s)) != 0)
				p->text = EHC_STR("none");
			move_forward(r, p);
		}
	}
}

/* One part of a section may say that there is nothing ("D1 None") and another hold a need: then the section is not empty. */
static void
take_back_none(struct reader *r)
{
	unsigned held = 0;

	for (const struct part *p = r->first; p != NULL; p = p->next)
		if (ehc_keyword(p->label)->level == EHC_LEVEL_ITEM && p->section != EHC_NO_SECTION)
			held |= BIT(p->section);
	for (struct part *p = r->first; p != NULL; p = p->next) {
		struct part *because = part_find_field(p, EHC_L_BECAUSE);

		if (p->label != EHC_L_SECTION || (held & BIT(p->section)) == 0 || !ehc_str_is(p->text, "none"))
			continue;
		p->text = EHC_NOSTR;
		if (because != NULL)
			because->label = EHC_L_NOTE;
	}
}

/* ---- the way back ---- */

static void
place(struct reader *r, const struct ehc_node *n, const struct part *p)
{
	EHC_PUSH(r->a, &r->im->places, (struct ehc_import_place){ n->span, p->blocks.items, p->blocks.count });
}

/* Every entry and field of the formatted text stands in the order in which its part was written. */
static void
map(struct reader *r, const struct ehc_tree *tree, const struct order *order)
{
	size_t i = 0;

	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next) {
		if (n->kind == EHC_NODE_COMMENT)
			continue;
		if (i >= order->parts.count || order->parts.items[i]->label != n->label)
			return;
		place(r, n, order->parts.items[i++]);
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next) {
			if (f->kind == EHC_NODE_COMMENT)
				continue;
			if (i >= order->parts.count || order->parts.items[i]->label != f->label)
				return;
			place(r, f, order->parts.items[i++]);
		}
	}
}

static struct ehc_tree *
parse(struct reader *r, struct ehc_str text)
{
	struct ehc_source *src = EHC_NEW(r->a, struct ehc_source);
	struct ehc_findings *nothing = EHC_NEW(r->a, struct ehc_findings);

	nothing->arena = r->a;
	ehc_source_from(src, r->a, EHC_STR("import"), text);
	return ehc_parse(r->a, src, nothing);
}

void
plan_write(struct reader *r)
{
	struct ehc_buf raw = { NULL, 0, 0 }, out = { NULL, 0, 0 };
	struct order order = { { NULL, 0, 0 } };

	label_loose(r);
	keep_empty_sections(r);
	take_back_none(r);
	put_all(r, &raw, &order);
	ehc_format(parse(r, ehc_buf_text(&raw)), &out);
	r->im->text = ehc_arena_copy(r->a, ehc_buf_text(&out));
	map(r, parse(r, r->im->text), &order);
	ehc_buf_free(&raw);
	ehc_buf_free(&out);
}
