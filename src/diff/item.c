/*
 * item.c - what changed about one item: its words, who does it, how much, its dates, its ties, and the rest of its fields.
 */
#include "diff/diff.h"

#include <string.h>

/* ---- words ---- */

/* Another word there may be another person, or another dose. */
static bool
is_exact_kind(enum ehc_item_kind k)
{
	return k == EHC_ITEM_MEDICINE || k == EHC_ITEM_FEED || k == EHC_ITEM_STAFF || k == EHC_ITEM_CONTACT || k == EHC_ITEM_CARE;
}

/* The text without the amounts in it, which are compared as amounts. */
static struct ehc_str
without_amount(struct ehc_arena *a, const struct ehc_item *it)
{
	struct ehc_str text = it->text.str, amount = it->sentence == NULL ? EHC_NOSTR : it->sentence->text;
	size_t at;

	if (amount.len == 0 || is_exact_kind(it->kind) || amount.ptr < text.ptr || amount.ptr + amount.len > text.ptr + text.len)
		return text;
	at = (size_t)(amount.ptr - text.ptr);
	return ehc_arena_printf(a, "%.*s %.*s", EHC_ARG(ehc_str_sub(text, 0, at)), EHC_ARG(ehc_str_sub(text, at + amount.len, text.len)));
}

/* With the amounts in them, and without: another amount is no other wording. */
static enum diff_sameness
sameness(const struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	bool exactly = is_exact_kind(before->kind);
	enum diff_sameness whole = diff_compare_texts(at->d, before->text.str, after->text.str, exactly), rest;

	if (whole == DIFF_SAME)
		return whole;
	rest = diff_compare_texts(at->d, without_amount(at->d->arena, before), without_amount(at->d->arena, after), exactly);
	return rest < whole ? rest : whole;
}

static void
compare_words(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	struct ehc_change_side was = diff_side_of_text(&before->text), is = diff_side_of_text(&after->text);

	switch (sameness(at, before, after)) {
	case DIFF_SAME: return;
	case DIFF_REWORDED: diff_add(at, EHC_CHANGE_REWORDED, EHC_L_NONE, was, is); return;
	case DIFF_OTHER: break;
	}
	if (was.words.len == 0 || is.words.len == 0)
		diff_add(at, is.words.len > 0 ? EHC_CHANGE_GIVEN : EHC_CHANGE_LOST, EHC_L_NONE, was, is);
	else
		diff_add(at, EHC_CHANGE_CHANGED, EHC_L_NONE, was, is);
}

/* ---- vague phrases ---- */

struct phrases { struct ehc_str *items; uint16_t *rows; size_t count; };

/* "up to", "a small group": amounts are compared as such. */
static bool
is_of_amount(uint16_t row)
{
	size_t n;
	const struct ehc_phrase *p = ehc_phrases(&n);

	return row < n && strncmp(p[row].rule, "QUANT", 5) == 0;
}

/* The vague phrases of the texts in which they matter; who does it is compared as such. */
static void
collect_phrases(struct ehc_arena *a, struct ehc_str text, struct phrases *out, size_t *cap)
{
	const struct ehc_prose *p = text.len == 0 ? NULL : ehc_prose_read(a, text);
	size_t row_cap;

	for (size_t i = 0; p != NULL && i < p->nmatches; i++) {
		if (p->matches[i].list != EHC_LIST_PHRASE || is_of_amount(p->matches[i].row))
			continue;
		row_cap = *cap;
		out->rows = ehc_arena_grow(a, out->rows, out->count, &row_cap, sizeof(*out->rows));
		out->items = ehc_arena_grow(a, out->items, out->count, cap, sizeof(*out->items));
		out->rows[out->count] = p->matches[i].row;
		out->items[out->count++] = ehc_prose_words(p, &p->matches[i]);
	}
}

static struct phrases
phrases_of(struct ehc_arena *a, const struct ehc_diff_items *items)
{
	static const enum ehc_label fields[] = { EHC_L_HOW_MUCH, EHC_L_HOW_OFTEN, EHC_L_REVIEW, EHC_L_TRAINED_BY, EHC_L_SUPERVISED_BY,
	    EHC_L_MEASURED_BY };
	struct phrases out = { NULL, NULL, 0 };
	size_t cap = 0;

	for (size_t k = 0; k < items->count; k++) {
		collect_phrases(a, items->items[k]->text.str, &out, &cap);
		for (size_t i = 0; i < EHC_COUNT(fields); i++)
			collect_phrases(a, ehc_item_value(items->items[k], fields[i]).text.str, &out, &cap);
	}
	return out;
}

static bool
has_row(const struct phrases *p, uint16_t row)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->rows[i] == row)
			return true;
	return false;
}

/* The phrases of one side that the other has not: "regular", "as required". */
static struct ehc_str
only_in(struct ehc_arena *a, const struct phrases *mine, const struct phrases *theirs)
{
	struct ehc_str out = EHC_NOSTR;

	for (size_t i = 0; i < mine->count; i++) {
		bool again = false;

		for (size_t j = 0; j < i; j++)
			again = again || mine->rows[j] == mine->rows[i];
		if (!again && !has_row(theirs, mine->rows[i]))
			out = ehc_arena_printf(a, "%.*s%s%.*s", EHC_ARG(out), out.len > 0 ? ", " : "", EHC_ARG(mine->items[i]));
	}
	return out;
}

/* "as required" came in, or went. */
void
diff_phrases(struct diff_at *at, const struct ehc_diff_items *before, const struct ehc_diff_items *after)
{
	struct phrases was = phrases_of(at->d->arena, before), is = phrases_of(at->d->arena, after);
	struct ehc_change_side gone = diff_side_of_text(NULL), come = gone;

	gone.words = only_in(at->d->arena, &was, &is);
	come.words = only_in(at->d->arena, &is, &was);
	if (come.words.len > 0)
		diff_add(at, EHC_CHANGE_WORDING, EHC_L_NONE, diff_side_of_text(NULL), come)->precision = EHC_VAGUER;
	if (gone.words.len > 0)
		diff_add(at, EHC_CHANGE_WORDING, EHC_L_NONE, gone, diff_side_of_text(NULL))->precision = EHC_MORE_SPECIFIC;
}

static bool
wants_precision(const struct ehc_item *it)
{
	return it->kind == EHC_ITEM_PROVISION || it->kind == EHC_ITEM_OUTCOME || it->kind == EHC_ITEM_CARE || it->kind == EHC_ITEM_EMERGENCY;
}

/* ---- who ---- */

/* What of `who:` is another: "role", "qualification" ... */
static struct ehc_str
what_of_who(struct diff_at *at, const struct ehc_who *was, const struct ehc_who *is)
{
	const struct { const char *name; struct ehc_str was, is; } parts[] = { { "role", was->role, is->role },
		{ "qualification", was->qualification, is->qualification }, { "cover", was->cover, is->cover }, { "training", was->training, is->training } };
	struct ehc_str out = EHC_NOSTR;

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		if (!diff_same_words(at->d, parts[i].was, parts[i].is))
			out = ehc_arena_printf(at->d->arena, "%.*s%s%s", EHC_ARG(out), out.len > 0 ? ", " : "", parts[i].name);
	return out;
}

static bool
says_role(const struct ehc_item *it)
{
	return it->said != NULL && it->said->role && !it->said->generic;
}

static bool
is_qualified(const struct ehc_item *it)
{
	return it->said != NULL && (it->said->qualified || it->said->registered);
}

static void
compare_who(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	const struct ehc_value *was = &before->who.value, *is = &after->who.value;
	struct ehc_str what = what_of_who(at, &before->who, &after->who);
	struct ehc_change *c;

	if ((was->text.str.len == 0 && is->text.str.len == 0) || (what.len == 0 && diff_same_words(at->d, was->text.str, is->text.str)))
		return;
	c = diff_add(at, was->text.str.len == 0 ? EHC_CHANGE_GIVEN : is->text.str.len == 0 ? EHC_CHANGE_LOST : EHC_CHANGE_WHO, EHC_L_WHO,
	    diff_side_of_text(was->node == NULL ? NULL : &was->text), diff_side_of_text(is->node == NULL ? NULL : &is->text));
	if (c->kind == EHC_CHANGE_WHO)
		c->about = what;
	if (says_role(before) != says_role(after))
		c->precision = says_role(before) ? EHC_VAGUER : EHC_MORE_SPECIFIC;
	else if (is_qualified(before) != is_qualified(after))
		c->precision = is_qualified(before) ? EHC_VAGUER : EHC_MORE_SPECIFIC;
}

/* ---- ties ---- */

/* Is the one of the plan before, or a part of it, what the other has become, or a part of that? */
static bool
is_same(const struct ehc_diff *d, const struct ehc_item *old, const struct ehc_item *new)
{
	return d->now[old->nth] == new || d->was[new->nth] == old;
}

static bool
was_tied(const struct ehc_diff *d, const struct ehc_item *before, enum ehc_relation r, const struct ehc_item *new)
{
	for (size_t i = 0; i < before->out.count; i++)
		if (before->out.items[i]->relation == r && before->out.items[i]->to != NULL && is_same(d, before->out.items[i]->to, new))
			return true;
	return false;
}

static bool
is_tied(const struct ehc_diff *d, const struct ehc_item *after, enum ehc_relation r, const struct ehc_item *old)
{
	for (size_t i = 0; i < after->out.count; i++)
		if (after->out.items[i]->relation == r && after->out.items[i]->to != NULL && is_same(d, old, after->out.items[i]->to))
			return true;
	return false;
}

/* Was it written, or made by the row? Guesses tell nothing. */
static bool
is_firm(const struct ehc_link *l)
{
	return l->to != NULL && (!l->assumed || l->by_row);
}

/* Which advice an item cites stands beside its changes; comments are no part of a version. */
static bool
is_compared(enum ehc_relation r)
{
	return r != EHC_REL_EVIDENCE && r != EHC_REL_CHANGED && r != EHC_REL_NAMES;
}

static enum ehc_label
label_of(enum ehc_relation r)
{
	switch (r) {
	case EHC_REL_FOR: return EHC_L_FOR;
	case EHC_REL_TOWARDS: return EHC_L_TOWARDS;
	case EHC_REL_SUPPORTS: return EHC_L_SUPPORTS;
	case EHC_REL_PAYS_FOR: return EHC_L_PAYS_FOR;
	case EHC_REL_USES: return EHC_L_USES;
	case EHC_REL_TRAINED_FOR: return EHC_L_TRAINED_FOR;
	case EHC_REL_DELEGATED_TO: return EHC_L_DELEGATED_TO;
	case EHC_REL_COVER: return EHC_L_COVER;
	case EHC_REL_COVERS: return EHC_L_COVERS;
	default: return EHC_L_NONE;
	}
}

/*
 * Ties to what both plans hold. What leads to an item that came or went is told by that item, but for people: who may give a medicine
 * is always told.
 */
static void
compare_ties(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	struct ehc_change_side none = diff_side_of_text(NULL), side = none;

	for (size_t i = 0; i < after->out.count; i++) {
		const struct ehc_link *l = after->out.items[i];
		const struct ehc_item *was = is_firm(l) ? at->d->was[l->to->nth] : NULL;

		if (!is_firm(l) || !is_compared(l->relation) || (was == NULL && l->to->kind != EHC_ITEM_STAFF) ||
		    was_tied(at->d, before, l->relation, l->to))
			continue;
		side.words = l->to->id_written;
		side.span = l->span;
		diff_add(at, EHC_CHANGE_TIED, label_of(l->relation), none, side)->about = l->to->name;
	}
	for (size_t i = 0; i < before->out.count; i++) {
		const struct ehc_link *l = before->out.items[i];
		const struct ehc_item *now = is_firm(l) ? at->d->now[l->to->nth] : NULL;

		if (!is_firm(l) || !is_compared(l->relation) || (now == NULL && l->to->kind != EHC_ITEM_STAFF) ||
		    is_tied(at->d, after, l->relation, l->to))
			continue;
		side.words = l->to->id_written;
		side.span = l->span;
		diff_add(at, EHC_CHANGE_UNTIED, label_of(l->relation), side, none)->about = l->to->name;
	}
}

/* ---- the rest ---- */

/* What is compared above, what nobody is promised, and what says how the item came about. */
static const enum ehc_label compared[] = { EHC_L_WHO, EHC_L_HOW_MUCH, EHC_L_HOW_OFTEN, EHC_L_FOR, EHC_L_TOWARDS, EHC_L_SUPPORTS, EHC_L_EVIDENCE,
    EHC_L_INFORMED_BY, EHC_L_PAYS_FOR, EHC_L_CHANGED, EHC_L_USES, EHC_L_TRAINED_FOR, EHC_L_DELEGATED_TO, EHC_L_COVER, EHC_L_COVERS, EHC_L_CATEGORY,
    EHC_L_TYPE, EHC_L_BECAUSE, EHC_L_PROGRESS, EHC_L_ACCEPT, EHC_L_NOTE, EHC_L_REPEAT, EHC_L_ASKED, EHC_L_RECEIVED, EHC_L_ATTACHED, EHC_L_NONE };

static bool
is_vague_if_lost(enum ehc_label label)
{
	switch (label) {
	case EHC_L_BY: case EHC_L_BASELINE: case EHC_L_MEASURED_BY: case EHC_L_REVIEW: case EHC_L_TRAINED_BY: case EHC_L_SUPERVISED_BY: case EHC_L_EQUIPMENT:
		return true;
	default:
		return false;
	}
}

static void
tell_precision(struct ehc_changes *changes, size_t from)
{
	for (size_t i = from; i < changes->count; i++) {
		struct ehc_change *c = &changes->items[i];

		if (is_vague_if_lost(c->label) && c->precision == EHC_PRECISION_SAME)
			c->precision = c->kind == EHC_CHANGE_LOST ? EHC_VAGUER : c->kind == EHC_CHANGE_GIVEN ? EHC_MORE_SPECIFIC : EHC_PRECISION_SAME;
	}
}

bool
ehc_outcome_is_met(const struct ehc_item *it)
{
	static const char *const not_met[] = { "not met", "not yet met", "partly met", "partially met", "not fully met", "nearly met", "not achieved",
		"not yet achieved", "partly achieved", "partially achieved", "not fully achieved", "nearly achieved", "not reached", "not yet reached",
		"partly reached", "unmet" };
	struct ehc_str progress = ehc_item_value(it, EHC_L_PROGRESS).text.str;

	for (size_t i = 0; i < EHC_COUNT(not_met); i++)
		if (ehc_str_has_word(progress, not_met[i]))
			return false;
	return ehc_str_has_word(progress, "met") || ehc_str_has_word(progress, "achieved") || ehc_str_has_word(progress, "reached");
}

static void
compare_section(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	struct ehc_change_side was = diff_side_of_text(NULL), is = was;

	if (before->section == after->section)
		return;
	was.words = ehc_str_of(ehc_section_name(before->section));
	is.words = ehc_str_of(ehc_section_name(after->section));
	diff_add(at, EHC_CHANGE_MOVED, EHC_L_SECTION, was, is);
}

void
diff_items(struct diff_at *at, const struct ehc_item *before, const struct ehc_item *after)
{
	const struct ehc_item *one[] = { before, after };
	struct ehc_diff_items was = { &one[0], 1, 1 }, is = { &one[1], 1, 1 };
	size_t from;

	compare_section(at, before, after);
	if (after->kind == EHC_ITEM_OUTCOME && ehc_outcome_is_met(after) && !ehc_outcome_is_met(before)) {
		struct ehc_value progress = ehc_item_value(after, EHC_L_PROGRESS);

		diff_add(at, EHC_CHANGE_MET, EHC_L_PROGRESS, diff_side_of_text(NULL), diff_side_of_text(&progress.text));
	}
	if (!is_exact_kind(after->kind) || before->amount != NULL || after->amount != NULL)
		diff_amounts(at, &was, &is);
	compare_who(at, before, after);
	compare_words(at, before, after);
	if (wants_precision(after))
		diff_phrases(at, &was, &is);
	compare_ties(at, before, after);
	from = at->to->count;
	diff_fields(at, before->node, after->node, compared);
	tell_precision(at->to, from);
}
