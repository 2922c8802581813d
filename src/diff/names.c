/*
 * names.c - the names of changes, for programs and for people.
 */
#include "diff/diff.h"

static const char *const change_names[EHC_CHANGE_KINDS] = {     /* ORDER CHANGE */
	"added", "removed", "met", "split", "merged", "moved",
	"increased", "reduced", "amount", "larger group", "smaller group", "group",
	"who", "responsibility", "later", "earlier", "tied", "untied", "given", "lost", "changed", "order", "wording", "reworded",
};

const char *
ehc_change_name(enum ehc_change_kind k)
{
	return change_names[k];
}

const char *
ehc_precision_name(enum ehc_precision p)
{
	return p == EHC_VAGUER ? "vaguer" : p == EHC_MORE_SPECIFIC ? "more specific" : "";
}

const char *
ehc_diff_part_name(enum ehc_diff_part p)
{
	static const char *const names[] = { "item", "text", "placement", "section", "child", "plan" };

	return names[p];
}

struct ehc_str
diff_label_name(struct ehc_arena *a, enum ehc_label label)
{
	struct ehc_str s = ehc_str_of(label == EHC_L_NONE ? "what it says" : label == EHC_L_BY ? "to be reached by" : ehc_keyword(label)->spelling);
	char *copy = ehc_arena_alloc(a, s.len + 1);

	for (size_t i = 0; i < s.len; i++)
		copy[i] = i == 0 && s.ptr[i] >= 'a' && s.ptr[i] <= 'z' ? (char)(s.ptr[i] - 'a' + 'A') : s.ptr[i];
	return (struct ehc_str){ copy, s.len };
}

/* "Buccal midazolam": what people call it, beside its number. */
static struct ehc_str
called(const struct ehc_diff_items *items)
{
	return items->count == 1 ? items->items[0]->name : EHC_NOSTR;
}

/* "F1", or "F1 and F2", as the plan writes them. */
static struct ehc_str
ids_of(struct ehc_arena *a, const struct ehc_diff_items *items)
{
	struct ehc_str out = EHC_NOSTR;

	for (size_t i = 0; i < items->count; i++)
		out = ehc_arena_printf(a, "%.*s%s%.*s", EHC_ARG(out), i == 0 ? "" : i + 1 < items->count ? ", " : " and ",
		    EHC_ARG(items->items[i]->id_written));
	return out;
}

struct ehc_str
diff_title(struct ehc_arena *a, const struct ehc_diff_entry *e)
{
	struct ehc_str was = ids_of(a, &e->before), is = ids_of(a, &e->after), out;
	struct ehc_str name = called(e->after.count > 0 ? &e->after : &e->before);

	if (e->part != EHC_DIFF_ITEM)
		return e->name;
	out = ehc_arena_printf(a, "%s %.*s", ehc_item_kind_name(e->kind), EHC_ARG(is.len > 0 ? is : was));
	if (name.len > 0)
		out = ehc_arena_printf(a, "%.*s, %.*s", EHC_ARG(out), EHC_ARG(name));
	if (is.len > 0 && was.len > 0 && !ehc_str_eq(was, is))
		out = ehc_arena_printf(a, "%.*s (before: %.*s)", EHC_ARG(out), EHC_ARG(was));
	return out;
}

bool
diff_shows_words(const struct ehc_diff_entry *e)
{
	if (e->part != EHC_DIFF_ITEM || ehc_str_eq(called(&e->after), e->after.count == 1 ? e->after.items[0]->text.str : EHC_NOSTR))
		return true;
	for (size_t i = 0; i < e->changes.count; i++)
		if (e->changes.items[i].label == EHC_L_NONE && e->changes.items[i].kind != EHC_CHANGE_WORDING)
			return true;
	return false;
}
