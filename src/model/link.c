/*
 * link.c - the golden thread as it is written: every list of ids becomes ties between items. What names nothing goes to
 * plan->broken; an id of a kind that the field cannot tie to is a fault.
 */
#include "model/bind.h"

#include <string.h>

#define BIT(k) (1u << (k))
#define ANY_ITEM ((1u << EHC_ITEM_KINDS) - 1)
#define RANGE_LIMIT 20  /* ids in "F1 to F9" */

static const struct reference {
	enum ehc_label label;
	enum ehc_relation relation;
	unsigned kinds;                 /* that may be named */
	bool by_name;                   /* staff and medicines may be called by their names */
	bool words;                     /* plain words are as good as an id */
} references[] = {
	{ EHC_L_FOR, EHC_REL_FOR, BIT(EHC_ITEM_NEED) | BIT(EHC_ITEM_CONDITION), false, false },
	{ EHC_L_TOWARDS, EHC_REL_TOWARDS, BIT(EHC_ITEM_OUTCOME), false, false },
	{ EHC_L_SUPPORTS, EHC_REL_SUPPORTS, BIT(EHC_ITEM_ASPIRATION), false, false },
	{ EHC_L_EVIDENCE, EHC_REL_EVIDENCE, BIT(EHC_ITEM_ADVICE), false, false },
	{ EHC_L_INFORMED_BY, EHC_REL_EVIDENCE, BIT(EHC_ITEM_ADVICE), false, false },
	{ EHC_L_PAYS_FOR, EHC_REL_PAYS_FOR, BIT(EHC_ITEM_PROVISION), false, false },
	{ EHC_L_CHANGED, EHC_REL_CHANGED, ANY_ITEM, false, false },
	{ EHC_L_USES, EHC_REL_USES, BIT(EHC_ITEM_MEDICINE) | BIT(EHC_ITEM_FEED), true, false },
	{ EHC_L_TRAINED_FOR, EHC_REL_TRAINED_FOR, BIT(EHC_ITEM_TASK) | BIT(EHC_ITEM_MEDICINE) | BIT(EHC_ITEM_FEED) | BIT(EHC_ITEM_CARE) |
	    BIT(EHC_ITEM_EMERGENCY), true, true },
	{ EHC_L_DELEGATED_TO, EHC_REL_DELEGATED_TO, BIT(EHC_ITEM_STAFF), true, false },
	{ EHC_L_COVER, EHC_REL_COVER, BIT(EHC_ITEM_STAFF), true, false },
};

/* One field being read. */
struct reading {
	struct ehc_binder *b;
	const struct reference *ref;
	const struct ehc_node *field;
	struct ehc_item *from;
	size_t *stamps;                 /* by item: the last from-and-relation that was tied to it, so that no tie is made twice */
	size_t ties;
};

void
ehc_tie(struct ehc_binder *b, const struct ehc_link *l)
{
	struct ehc_link *link = EHC_NEW(b->arena, struct ehc_link);

	*link = *l;
	EHC_PUSH(b->arena, &link->from->out, link);
	EHC_PUSH(b->arena, &link->to->in, link);
}

static void
keep_broken(struct reading *r, struct ehc_str written, bool is_words)
{
	struct ehc_link *link = EHC_NEW(r->b->arena, struct ehc_link);
	bool no_advice_here = r->b->plan->kind == EHC_DOC_ADVICE && r->ref->relation == EHC_REL_EVIDENCE;

	*link = (struct ehc_link){ .relation = r->ref->relation, .from = r->from, .written = written, .is_words = is_words };
	link->span = ehc_part_span(&r->field->text, written);
	if (r->ref->words || no_advice_here || ehc_bind_is_open(r->b, written))
		return;
	EHC_PUSH(r->b->arena, &r->b->plan->broken, link);
	if (is_words)
		ehc_bind_fault(r->b, EHC_FAULT_LINK_WORDS, r->field, r->from, written, link->span);
}

/* What a field of training may name besides its conditions: whatever it trains people for. */
static unsigned
kinds_for(const struct reading *r)
{
	return r->ref->relation == EHC_REL_FOR && r->from->kind == EHC_ITEM_TRAINING ? ANY_ITEM : r->ref->kinds;
}

static void
tie_to(struct reading *r, struct ehc_item *to, struct ehc_str written)
{
	struct ehc_link link = { .relation = r->ref->relation, .from = r->from, .to = to, .written = written };
	size_t stamp = r->from->nth * EHC_RELATIONS + (size_t)r->ref->relation + 1;

	link.span = ehc_part_span(&r->field->text, written);
	r->ties++;
	if (to == r->from || (kinds_for(r) & BIT(to->kind)) == 0) {
		ehc_bind_fault(r->b, EHC_FAULT_LINK_KIND, r->field, r->from, written, link.span);
		r->b->plan->faults.items[r->b->plan->faults.count - 1].other = to;
		return;
	}
	if (r->stamps[to->nth] == stamp)
		return;
	r->stamps[to->nth] = stamp;
	ehc_tie(r->b, &link);
}

/* ---- ranges: "F1 to F3", "B1-B3" ---- */

static bool
is_id(struct ehc_str s)
{
	enum ehc_section none;

	return ehc_id_read(s, &none);
}

static size_t
digits_at_end(struct ehc_str s)
{
	size_t n = 0;

	while (n < s.len && n < 6 && s.ptr[s.len - 1 - n] >= '0' && s.ptr[s.len - 1 - n] <= '9')
		n++;
	return n;
}

static long
number_at_end(struct ehc_str s)
{
	long v = 0;

	for (size_t i = s.len - digits_at_end(s); i < s.len; i++)
		v = v * 10 + (s.ptr[i] - '0');
	return v;
}

static bool
split_range(struct ehc_str part, struct ehc_str *low, struct ehc_str *high)
{
	static const char *const joints[] = { " to ", "-", "\xE2\x80\x93" };

	for (size_t i = 0; i < EHC_COUNT(joints); i++) {
		size_t at = ehc_str_find_nocase(part, joints[i]);

		if (at == SIZE_MAX)
			continue;
		*low = ehc_words_trim(ehc_str_sub(part, 0, at));
		*high = ehc_words_trim(ehc_str_sub(part, at + strlen(joints[i]), part.len));
		return is_id(*low) && is_id(*high);
	}
	return false;
}

static void
tie_or_break(struct reading *r, struct ehc_str id)
{
	struct ehc_item *to = ehc_plan_find(r->b->plan, id);

	if (to != NULL)
		tie_to(r, to, id);
	else
		keep_broken(r, id, false);
}

/* False when the part is no range. Ends that differ in more than their last number, or lie far apart, tie nothing between them. */
static bool
read_range(struct reading *r, struct ehc_str part)
{
	struct ehc_str low, high, stem;
	long first, last;

	if (!split_range(part, &low, &high))
		return false;
	stem = ehc_str_sub(low, 0, low.len - digits_at_end(low));
	first = number_at_end(low);
	last = number_at_end(high);
	tie_or_break(r, low);
	if (!ehc_str_eq_nocase(stem, ehc_str_sub(high, 0, high.len - digits_at_end(high))) || last <= first || last - first >= RANGE_LIMIT)
		keep_broken(r, part, true);
	else
		for (long n = first + 1; n < last; n++) {
			struct ehc_item *to = ehc_plan_find(r->b->plan, ehc_arena_printf(r->b->arena, "%.*s%ld", EHC_ARG(stem), n));

			if (to != NULL)
				tie_to(r, to, part);
		}
	tie_or_break(r, high);
	return true;
}

/* ---- one part of a list ---- */

/* The next word of *rest with brackets, commas and a closing stop off; false at the end. */
static bool
next_word(struct ehc_str *rest, struct ehc_str *word)
{
	static const char around[] = " \t\n\r,;:()\"'";

	while (rest->len > 0 && strchr(around, rest->ptr[0]) != NULL)
		*rest = ehc_str_sub(*rest, 1, rest->len);
	if (rest->len == 0)
		return false;
	*word = *rest;
	for (size_t i = 0; i < rest->len; i++)
		if (strchr(around, rest->ptr[i]) != NULL) {
			*word = ehc_str_sub(*rest, 0, i);
			break;
		}
	*rest = ehc_str_sub(*rest, word->len, rest->len);
	*word = ehc_words_trim(*word);
	return true;
}

/* A page or paragraph of the report that was just named. */
static bool
is_page(struct ehc_str part)
{
	static const char *const pages[] = { "p.", "p ", "pp", "page", "para", "section" };

	return ehc_str_starts_one_of(part, pages, EHC_COUNT(pages));
}

static void
read_part(struct reading *r, struct ehc_str part, const struct ehc_index *names)
{
	struct ehc_str rest = part, word, id = EHC_NOSTR;
	struct ehc_item *to = ehc_plan_find(r->b->plan, part);

	if (to != NULL) {
		tie_to(r, to, part);
		return;
	}
	if (read_range(r, part))
		return;
	while (next_word(&rest, &word)) {
		if (!is_id(word))
			continue;
		to = ehc_plan_find(r->b->plan, word);
		if (to != NULL) {
			tie_to(r, to, word);
			return;
		}
		if (id.len == 0)
			id = word;
	}
	to = r->ref->by_name ? ehc_index_get(names, part) : NULL;
	if (to != NULL)
		tie_to(r, to, part);
	else if (id.len > 0)
		keep_broken(r, id, false);
	else if (r->ties == 0 || !is_page(part))
		keep_broken(r, part, true);
}

/* "and" at s[i], as a word of its own or behind a bracket. */
static bool
is_and(struct ehc_str s, size_t i)
{
	return (s.ptr[i] == 'a' || s.ptr[i] == 'A') && i > 0 && i + 3 < s.len && strchr(" \t\n)", s.ptr[i - 1]) != NULL &&
	    strchr(" \t\n", s.ptr[i + 3]) != NULL && ehc_str_starts_nocase(ehc_str_sub(s, i, s.len), "and");
}

/* Splits at comma, semicolon, a line's end, "and" and "&"; also at a NUL byte, which is a fault of its own. */
static struct ehc_str
next_part(struct ehc_str *rest)
{
	struct ehc_str part;

	for (size_t i = 0; i < rest->len; i++) {
		char c = rest->ptr[i];
		bool sep = c == ',' || c == ';' || c == '\n' || c == '&' || c == '\0';

		if (sep || is_and(*rest, i)) {
			part = ehc_str_sub(*rest, 0, i);
			*rest = ehc_str_sub(*rest, i + (sep ? 1 : 3), rest->len);
			return part;
		}
	}
	part = *rest;
	*rest = EHC_NOSTR;
	return part;
}

static void
read_field(struct reading *r, const struct ehc_index *names)
{
	struct ehc_str rest = r->field->text.str;

	if (ehc_is_nil(rest))
		return;
	while (rest.len > 0) {
		struct ehc_str part = ehc_words_trim(next_part(&rest));

		if (part.len > 0)
			read_part(r, part, names);
	}
}

/* ---- all of them ---- */

static const struct reference *
reference_of(const struct ehc_node *field)
{
	if (field->kind != EHC_NODE_FIELD || field->keyword == NULL || field->keyword->value != EHC_VALUE_REFS)
		return NULL;
	for (size_t i = 0; i < EHC_COUNT(references); i++)
		if (references[i].label == field->label)
			return &references[i];
	return NULL;
}

/* Advice that a text rests on is cited, though a text is no item. */
static void
cite_from_texts(struct ehc_binder *b)
{
	for (size_t i = 0; i < b->plan->ntexts; i++)
		for (const struct ehc_node *f = ehc_node_field(b->plan->texts[i].node, EHC_L_EVIDENCE); f != NULL; f = ehc_node_next_field(f)) {
			struct ehc_str rest = f->text.str;

			while (rest.len > 0) {
				struct ehc_item *to = ehc_plan_find(b->plan, ehc_words_trim(next_part(&rest)));

				if (to != NULL)
					to->cited++;
			}
		}
}

void
ehc_bind_links(struct ehc_binder *b)
{
	struct reading r = { .b = b, .stamps = EHC_NEW_ARRAY(b->arena, size_t, b->nitems + 1) };

	for (struct ehc_item *it = b->plan->first_item; it != NULL; it = it->next) {
		r.from = it;
		for (const struct ehc_node *f = it->node->fields; f != NULL; f = f->next) {
			r.ref = reference_of(f);
			r.field = f;
			r.ties = 0;
			if (r.ref != NULL)
				read_field(&r, b->called);
		}
	}
	cite_from_texts(b);
}

static size_t
count(const struct ehc_links *links, enum ehc_relation r)
{
	size_t n = 0;

	for (size_t i = 0; i < links->count; i++)
		n += links->items[i]->relation == r;
	return n;
}

size_t
ehc_item_count_links(const struct ehc_item *it, enum ehc_relation r)
{
	return count(&it->out, r);
}

size_t
ehc_item_count_linked(const struct ehc_item *it, enum ehc_relation r)
{
	return count(&it->in, r);
}
