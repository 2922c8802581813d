/*
 * json.c - the panel for programs: templates/schema/panel.schema.json. What is hidden is null, with the reason beside it.
 */
#include "ehc/json.h"
#include "panel/panel.h"

static const char *const measures[] = { "plans", "items", "hours", "pounds" };
static const char *const hidden[] = { "", "few", "with-it", "most" };
static const char *const charts[] = { "none", "bars", "stack", "heat" };

/* A text that may be empty. */
static void
text(struct ehc_buf *out, const char *name, struct ehc_str s)
{
	ehc_member(out, name);
	ehc_buf_json(out, s);
}

/* The brackets of a member that is an array. */
static void
open_array(struct ehc_buf *out, const char *name)
{
	ehc_member(out, name);
	ehc_buf_char(out, '[');
}

static void
put_cell(struct ehc_buf *out, enum ehc_panel_measure measure, const struct ehc_panel_cell *c)
{
	if (c->hidden != EHC_PANEL_SHOWN)
		ehc_buf_printf(out, "{\"value\":null,\"plans\":null,\"hidden\":\"%s\"}", hidden[c->hidden]);
	else if (measure == EHC_PANEL_HOURS || measure == EHC_PANEL_PENCE)
		ehc_buf_printf(out, "{\"value\":%lld.%02d,\"plans\":%u,\"hidden\":null}", (long long)(c->value / 100), (int)(c->value % 100), c->plans);
	else
		ehc_buf_printf(out, "{\"value\":%lld,\"plans\":%u,\"hidden\":null}", (long long)c->value, c->plans);
}

static void
put_row(struct ehc_buf *out, const struct ehc_panel_table *t, const struct ehc_panel_row *row)
{
	ehc_buf_char(out, '{');
	text(out, "id", row->id);
	text(out, "name", row->name);
	open_array(out, "cells");
	for (size_t c = 0; c < t->ncolumns; c++) {
		ehc_buf_cstr(out, c > 0 ? "," : "");
		put_cell(out, t->columns[c].measure, &row->cells[c]);
	}
	ehc_buf_char(out, ']');
	ehc_member(out, "plans");
	if (t->has_totals)
		put_cell(out, EHC_PANEL_PLANS, &row->plans);
	else
		ehc_buf_cstr(out, "null");
	ehc_buf_char(out, '}');
}

static void
put_table(struct ehc_buf *out, const struct ehc_panel_table *t)
{
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "id", t->id);
	ehc_member_cstr(out, "part", ehc_panel_part_name(t->part));
	ehc_member_cstr(out, "title", t->title);
	ehc_member_cstr(out, "about", t->about);
	ehc_member_cstr(out, "first", t->first);
	ehc_member_cstr(out, "chart", charts[t->chart]);
	ehc_member_bool(out, "columns_are_parts", t->columns_are_parts);
	ehc_member_bool(out, "rows_are_parts", t->rows_are_parts);
	ehc_member_bool(out, "pooled", t->pooled > 0);
	ehc_buf_cstr(out, ",\n\"columns\":[");
	for (size_t c = 0; c < t->ncolumns; c++) {
		ehc_buf_cstr(out, c > 0 ? ",{" : "{");
		ehc_member_cstr(out, "id", t->columns[c].id);
		ehc_member_cstr(out, "heading", t->columns[c].heading);
		ehc_member_cstr(out, "measure", measures[t->columns[c].measure]);
		ehc_buf_char(out, '}');
	}
	ehc_buf_cstr(out, "],\n\"rows\":[");
	for (size_t r = 0; r < t->nrows; r++) {
		ehc_buf_cstr(out, r > 0 ? ",\n" : "\n");
		put_row(out, t, &t->rows[r]);
	}
	ehc_buf_cstr(out, "]}");
}

/* ---- lists ---- */

static void
put_reasons(struct ehc_buf *out, unsigned reasons)
{
	bool first = true;

	open_array(out, "reasons");
	for (unsigned r = 0; r < EHC_READ_REASONS; r++)
		if ((reasons & 1u << r) != 0) {
			ehc_buf_printf(out, "%s\"%s\"", first ? "" : ",", ehc_panel_reason_name(1u << r));
			first = false;
		}
	ehc_buf_char(out, ']');
}

/* What to look at first in the plan; its words only where they were asked for. */
static void
put_look(struct ehc_buf *out, const struct ehc_panel *p, const struct ehc_panel_plan *one)
{
	open_array(out, "look");
	for (size_t i = 0; i < one->look.count; i++) {
		const struct ehc_panel_quote *q = &one->look.items[i];

		ehc_buf_cstr(out, i > 0 ? ",{" : "{");
		ehc_member_cstr(out, "rule", q->rule);
		text(out, "item", q->item);
		if (p->quotes)
			text(out, "quote", q->words);
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

static void
put_lowest(struct ehc_buf *out, const struct ehc_panel_plan *one)
{
	if (one->lowest_section == EHC_NO_SECTION) {
		ehc_member_bare(out, "lowest", "null");
		return;
	}
	ehc_member(out, "lowest");
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "section", ehc_section_name((enum ehc_section)one->lowest_section));
	ehc_member_cstr(out, "grade", ehc_grade_name(one->lowest));
	ehc_buf_char(out, '}');
}

static void
put_plan(struct ehc_buf *out, const struct ehc_panel *p, const struct ehc_panel_plan *one)
{
	ehc_buf_printf(out, "{\"plan\":\"P%u\"", one->number);
	ehc_member_cstr(out, "kind", one->kind);
	ehc_member_cstr(out, "status", one->status);
	ehc_member_number(out, "errors", one->errors);
	ehc_member_number(out, "warnings", one->warnings);
	ehc_member_number(out, "notes", one->notes);
	ehc_member_number(out, "todo", one->todo);
	ehc_member_number(out, "missed", one->missed);
	ehc_member_number(out, "accepted", one->accepted);
	ehc_member_number(out, "shared", one->shared);
	put_lowest(out, one);
	put_reasons(out, one->reasons);
	ehc_member_str(out, "failure", one->failure);
	put_look(out, p, one);
	if (p->identify) {
		text(out, "child", one->name);
		text(out, "reference", one->reference);
		text(out, "path", one->path);
	}
	ehc_buf_char(out, '}');
}

static void
put_plans(struct ehc_buf *out, const struct ehc_panel *p, const char *key, const struct ehc_panel_plans *plans)
{
	ehc_buf_printf(out, ",\n\"%s\":[", key);
	for (size_t i = 0; i < plans->count; i++) {
		ehc_buf_cstr(out, i > 0 ? ",\n" : "\n");
		put_plan(out, p, &plans->items[i]);
	}
	ehc_buf_char(out, ']');
}

static void
put_shared(struct ehc_buf *out, const struct ehc_panel *p)
{
	ehc_buf_printf(out, ",\n\"shared\":{\"rule\":\"SPEC-018\",\"sentences\":%zu,\"listed\":[", p->shared_in_all);
	for (size_t i = 0; i < p->shared.count; i++) {
		const struct ehc_panel_shared *s = &p->shared.items[i];

		ehc_buf_cstr(out, i > 0 ? ",\n{" : "\n{");
		ehc_member_number(out, "plans", s->plans);
		ehc_member_number(out, "words", s->words);
		text(out, "item", s->item);
		open_array(out, "which");
		for (size_t k = 0; k < s->nnumbers; k++)
			ehc_buf_printf(out, "%s\"P%u\"", k > 0 ? "," : "", s->numbers[k]);
		ehc_buf_char(out, ']');
		if (p->quotes)
			text(out, "quote", s->quote);
		ehc_buf_char(out, '}');
	}
	ehc_buf_cstr(out, "]}");
}

static void
put_due(struct ehc_buf *out, const struct ehc_panel *p)
{
	ehc_buf_cstr(out, ",\n\"lapsing\":[");
	for (size_t i = 0; i < p->due.count; i++) {
		const struct ehc_panel_due *d = &p->due.items[i];

		ehc_buf_printf(out, "%s\n{\"plan\":\"P%u\",\"alone\":%u", i > 0 ? "," : "", d->number, d->alone);
		for (int l = 0; l < EHC_LAPSES; l++)
			ehc_buf_printf(out, ",\"%s\":[%u,%u,%u]", ehc_panel_lapse_name((enum ehc_panel_lapse)l), d->counts[l][EHC_WHEN_LAPSED],
			    d->counts[l][EHC_WHEN_30], d->counts[l][EHC_WHEN_60]);
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

void
ehc_panel_json(const struct ehc_panel *p, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "{\"version\":1,\"tool\":{\"name\":\"ehc\",\"version\":\"" EHC_VERSION "\"}");
	ehc_member_day(out, "as_of", p->as_of);
	ehc_member_cstr(out, "warning", ehc_panel_warning(p));
	ehc_member_bool(out, "identified", p->identify);
	ehc_member_bool(out, "quotes", p->quotes);
	ehc_member_number(out, "files", p->files);
	ehc_member_number(out, "read", p->read);
	ehc_member_number(out, "failed", p->failed);
	ehc_member_number(out, "plans", p->plans_counted);
	text(out, "profiles", p->profiles);
	ehc_buf_cstr(out, ",\n\"tables\":[");
	for (const struct ehc_panel_table *t = p->tables; t != NULL; t = t->next) {
		ehc_buf_cstr(out, t != p->tables ? ",\n" : "\n");
		put_table(out, t);
	}
	ehc_buf_char(out, ']');
	put_plans(out, p, "reading", &p->reading);
	put_plans(out, p, "failures", &p->failures);
	if (p->identify)
		put_plans(out, p, "all", &p->plans);
	ehc_buf_printf(out, ",\n\"sample_seed\":%llu", (unsigned long long)p->seed);
	put_plans(out, p, "sample", &p->sample);
	put_plans(out, p, "waived", &p->waived);
	put_shared(out, p);
	put_due(out, p);
	ehc_buf_cstr(out, "}\n");
}
