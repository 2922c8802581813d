/*
 * json.c - a diff for programs: templates/schema/diff.schema.json says what stands where.
 */
#include "diff/diff.h"
#include "ehc/notice.h"

/* ---- members ---- */

static void
put_key(struct ehc_buf *out, bool *first, const char *key)
{
	ehc_buf_printf(out, "%s\"%s\": ", *first ? "" : ", ", key);
	*first = false;
}

static void
put_text(struct ehc_buf *out, bool *first, const char *key, struct ehc_str words)
{
	put_key(out, first, key);
	if (words.len > 0)
		ehc_buf_json(out, words);
	else
		ehc_buf_cstr(out, "null");
}

static void
put_day(struct ehc_buf *out, bool *first, const char *key, ehc_day day)
{
	put_key(out, first, key);
	if (day == EHC_NODATE) {
		ehc_buf_cstr(out, "null");
		return;
	}
	ehc_buf_char(out, '"');
	ehc_buf_day_iso(out, day);
	ehc_buf_char(out, '"');
}

/* As a decimal for those who read it, and as the exact fraction. */
static void
put_hours(struct ehc_buf *out, bool *first, const struct ehc_change_side *side)
{
	put_key(out, first, "hours_a_year");
	if (!ehc_ratio_known(side->hours)) {
		ehc_buf_cstr(out, "null");
		return;
	}
	ehc_buf_cstr(out, "{ \"low\": ");
	ehc_buf_ratio(out, side->hours);
	ehc_buf_cstr(out, ", \"high\": ");
	ehc_buf_ratio(out, ehc_ratio_known(side->hours_high) ? side->hours_high : side->hours);
	ehc_buf_printf(out, ", \"exact\": \"%lld/%lld\" }", (long long)side->hours.num, (long long)side->hours.den);
}

static void
put_side(struct ehc_buf *out, bool *first, const char *key, const struct ehc_source *src, const struct ehc_change_side *side)
{
	bool inner = true;
	struct ehc_source copy = *src;

	put_key(out, first, key);
	if (side->words.len == 0) {
		ehc_buf_cstr(out, "null");
		return;
	}
	ehc_buf_cstr(out, "{ ");
	put_text(out, &inner, "words", side->words);
	put_hours(out, &inner, side);
	put_day(out, &inner, "date", side->day);
	put_key(out, &inner, "line");
	if (side->span.end > 0)
		ehc_buf_printf(out, "%u", ehc_source_place(&copy, side->span.start).line);
	else
		ehc_buf_cstr(out, "null");
	ehc_buf_cstr(out, " }");
}

static void
put_ids(struct ehc_buf *out, bool *first, const char *key, const struct ehc_diff_items *items)
{
	put_key(out, first, key);
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < items->count; i++) {
		if (i > 0)
			ehc_buf_cstr(out, ", ");
		ehc_buf_json(out, ehc_str_of(items->items[i]->id));
	}
	ehc_buf_char(out, ']');
}

/* ---- entries ---- */

static void
put_change(const struct ehc_diff *d, struct ehc_buf *out, const struct ehc_change *c)
{
	bool first = true;

	ehc_buf_cstr(out, "\n        { ");
	put_text(out, &first, "change", ehc_str_of(ehc_change_name(c->kind)));
	put_text(out, &first, "field", ehc_str_of(c->label == EHC_L_NONE ? "" : ehc_keyword(c->label)->spelling));
	put_text(out, &first, "about", c->about);
	put_text(out, &first, "precision", ehc_str_of(ehc_precision_name(c->precision)));
	put_text(out, &first, "says", ehc_change_say(d->arena, c));
	put_side(out, &first, "before", d->before->source, &c->before);
	put_side(out, &first, "after", d->after->source, &c->after);
	ehc_buf_cstr(out, " }");
}

static void
put_entry(const struct ehc_diff *d, struct ehc_buf *out, const struct ehc_diff_entry *e)
{
	bool first = true;

	ehc_buf_cstr(out, "\n    { ");
	put_text(out, &first, "part", ehc_str_of(ehc_diff_part_name(e->part)));
	put_text(out, &first, "kind", ehc_str_of(e->part == EHC_DIFF_ITEM ? ehc_item_kind_name(e->kind) : ""));
	put_text(out, &first, "section", ehc_str_of(ehc_section_name(e->section)));
	put_text(out, &first, "name", e->name);
	put_ids(out, &first, "before", &e->before);
	put_ids(out, &first, "after", &e->after);
	put_ids(out, &first, "evidence", &e->evidence);
	put_text(out, &first, "because", e->because);
	put_key(out, &first, "changes");
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < e->changes.count; i++) {
		if (i > 0)
			ehc_buf_char(out, ',');
		put_change(d, out, &e->changes.items[i]);
	}
	ehc_buf_cstr(out, " ] }");
}

static void
put_entries(const struct ehc_diff *d, struct ehc_buf *out, const char *key, const struct ehc_diff_entry *entries, size_t n)
{
	ehc_buf_printf(out, ",\n  \"%s\": [", key);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			ehc_buf_char(out, ',');
		put_entry(d, out, &entries[i]);
	}
	ehc_buf_cstr(out, "]");
}

static void
put_pairs(struct ehc_buf *out, const char *key, const struct ehc_diff_pair *pairs, size_t n)
{
	ehc_buf_printf(out, ",\n  \"%s\": [", key);
	for (size_t i = 0; i < n; i++) {
		ehc_buf_cstr(out, i > 0 ? ", " : "");
		ehc_buf_cstr(out, "{ \"before\": ");
		ehc_buf_json(out, ehc_str_of(pairs[i].before->id));
		ehc_buf_cstr(out, ", \"after\": ");
		ehc_buf_json(out, ehc_str_of(pairs[i].after->id));
		ehc_buf_cstr(out, " }");
	}
	ehc_buf_cstr(out, "]");
}

static void
put_plan(struct ehc_buf *out, const char *key, const struct ehc_plan *p)
{
	const struct ehc_date *dated = p->dated.node != NULL ? &p->dated : &p->written;
	bool first = true;

	ehc_buf_printf(out, ",\n  \"%s\": { ", key);
	put_text(out, &first, "path", p->source->name);
	put_text(out, &first, "kind", ehc_str_of(ehc_doc_kind_name(p)));
	put_text(out, &first, "reference", p->reference);
	put_text(out, &first, "status", p->status_value.text.str);
	put_text(out, &first, "version", p->version.text.str);
	put_day(out, &first, "dated", dated->node != NULL ? dated->day : EHC_NODATE);
	ehc_buf_cstr(out, " }");
}

static size_t
count_vaguer(const struct ehc_diff *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->entries.count; i++)
		n += ehc_entry_is_vaguer(&d->entries.items[i]);
	return n;
}

void
ehc_diff_json(const struct ehc_diff *d, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "{ \"version\": 1,\n  \"tool\": { \"name\": \"ehc\", \"version\": \"" EHC_VERSION "\" }");
	put_plan(out, "before", d->before);
	put_plan(out, "after", d->after);
	put_entries(d, out, "changed", d->entries.items, d->entries.count);
	put_entries(d, out, "reworded", d->reworded.items, d->reworded.count);
	put_pairs(out, "carried_over", d->carried.items, d->carried.count);
	put_pairs(out, "renumbered", d->renumbered.items, d->renumbered.count);
	ehc_buf_printf(out, ",\n  \"summary\": { \"changed\": %zu, \"vaguer\": %zu, \"reworded\": %zu, \"same\": %zu } }\n", d->entries.count,
	    count_vaguer(d), d->reworded.count, d->same);
}
