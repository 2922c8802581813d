/*
 * json.c - the panel for programs: templates/schema/panel.schema.json. What is hidden is null, with the reason beside it.
 */
#include "panel/panel.h"

static const char *const measures[] = { "plans", "items", "hours", "pounds" };
static const char *const hidden[] = { "", "few", "with-it", "most" };
static const char *const charts[] = { "none", "bars", "stack", "heat" };

static void
text(struct ehc_buf *out, const char *key, struct ehc_str s)
{
	ehc_buf_printf(out, "\"%s\":", key);
	ehc_buf_json(out, s);
}

static void
words(struct ehc_buf *out, const char *key, const char *s)
{
	text(out, key, ehc_str_of(s));
}

static const char *
yes(bool b)
{
	return b ? "true" : "false";
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
	ehc_buf_cstr(out, "{");
	text(out, "id", row->id);
	ehc_buf_char(out, ',');
	text(out, "name", row->name);
	ehc_buf_cstr(out, ",\"cells\":[");
	for (size_t c = 0; c < t->ncolumns; c++) {
		ehc_buf_cstr(out, c > 0 ? "," : "");
		put_cell(out, t->columns[c].measure, &row->cells[c]);
	}
	ehc_buf_cstr(out, "],\"plans\":");
	if (t->has_totals)
		put_cell(out, EHC_PANEL_PLANS, &row->plans);
	else
		ehc_buf_cstr(out, "null");
	ehc_buf_char(out, '}');
}

static void
put_table(struct ehc_buf *out, const struct ehc_panel_table *t)
{
	ehc_buf_cstr(out, "{");
	words(out, "id", t->id);
	ehc_buf_char(out, ',');
	words(out, "part", ehc_panel_part_name(t->part));
	ehc_buf_char(out, ',');
	words(out, "title", t->title);
	ehc_buf_char(out, ',');
	words(out, "about", t->about);
	ehc_buf_char(out, ',');
	words(out, "first", t->first);
	ehc_buf_printf(out, ",\"chart\":\"%s\",\"columns_are_parts\":%s,\"rows_are_parts\":%s,\"pooled\":%s,\n\"columns\":[", charts[t->chart],
	    yes(t->columns_are_parts), yes(t->rows_are_parts), yes(t->pooled > 0));
	for (size_t c = 0; c < t->ncolumns; c++) {
		ehc_buf_cstr(out, c > 0 ? ",{" : "{");
		words(out, "id", t->columns[c].id);
		ehc_buf_char(out, ',');
		words(out, "heading", t->columns[c].heading);
		ehc_buf_printf(out, ",\"measure\":\"%s\"}", measures[t->columns[c].measure]);
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

	ehc_buf_cstr(out, ",\"reasons\":[");
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
	ehc_buf_cstr(out, ",\"look\":[");
	for (size_t i = 0; i < one->look.count; i++) {
		const struct ehc_panel_quote *q = &one->look.items[i];

		ehc_buf_printf(out, "%s{\"rule\":\"%s\",", i > 0 ? "," : "", q->rule);
		text(out, "item", q->item);
		if (p->quotes) {
			ehc_buf_char(out, ',');
			text(out, "quote", q->words);
		}
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

static void
put_plan(struct ehc_buf *out, const struct ehc_panel *p, const struct ehc_panel_plan *one)
{
	ehc_buf_printf(out, "{\"plan\":\"P%u\",", one->number);
	words(out, "kind", one->kind);
	ehc_buf_char(out, ',');
	words(out, "status", one->status);
	ehc_buf_printf(out, ",\"errors\":%u,\"warnings\":%u,\"notes\":%u,\"todo\":%u,\"missed\":%u,\"accepted\":%u,\"shared\":%u,\"lowest\":",
	    one->errors, one->warnings, one->notes, one->todo, one->missed, one->accepted, one->shared);
	if (one->lowest_section == EHC_NO_SECTION)
		ehc_buf_cstr(out, "null");
	else
		ehc_buf_printf(out, "{\"section\":\"%s\",\"grade\":\"%s\"}", ehc_section_name((enum ehc_section)one->lowest_section),
		    ehc_grade_name(one->lowest));
	put_reasons(out, one->reasons);
	ehc_buf_cstr(out, ",\"failure\":");
	if (one->failure.len > 0)
		ehc_buf_json(out, one->failure);
	else
		ehc_buf_cstr(out, "null");
	put_look(out, p, one);
	if (p->identify) {
		ehc_buf_char(out, ',');
		text(out, "child", one->name);
		ehc_buf_char(out, ',');
		text(out, "reference", one->reference);
		ehc_buf_char(out, ',');
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

		ehc_buf_printf(out, "%s\n{\"plans\":%u,\"words\":%zu,", i > 0 ? "," : "", s->plans, s->words);
		text(out, "item", s->item);
		ehc_buf_cstr(out, ",\"which\":[");
		for (size_t k = 0; k < s->nnumbers; k++)
			ehc_buf_printf(out, "%s\"P%u\"", k > 0 ? "," : "", s->numbers[k]);
		ehc_buf_char(out, ']');
		if (p->quotes) {
			ehc_buf_char(out, ',');
			text(out, "quote", s->quote);
		}
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
	ehc_buf_cstr(out, "{\"version\":1,\"tool\":{\"name\":\"ehc\",\"version\":\"" EHC_VERSION "\"},\"as_of\":");
	if (p->as_of == EHC_NODATE)
		ehc_buf_cstr(out, "null");
	else {
		ehc_buf_char(out, '"');
		ehc_buf_day_iso(out, p->as_of);
		ehc_buf_char(out, '"');
	}
	ehc_buf_char(out, ',');
	words(out, "warning", ehc_panel_warning(p));
	ehc_buf_printf(out, ",\"identified\":%s,\"quotes\":%s,\"files\":%zu,\"read\":%zu,\"failed\":%zu,\"plans\":%zu,", yes(p->identify),
	    yes(p->quotes), p->files, p->read, p->failed, p->plans_counted);
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
