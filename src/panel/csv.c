/*
 * csv.c - tables and lists as CSV (RFC 4180) for a spreadsheet. No cell can run as a formula.
 */
#include "panel/csv.h"

static void
put_words(struct ehc_buf *out, const char *words)
{
	ehc_buf_csv(out, ehc_str_of(words));
}

/* Figures without grouping, so that a spreadsheet reads them as numbers. */
static void
put_cell(struct ehc_buf *out, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell)
{
	if (cell->hidden != EHC_PANEL_SHOWN)
		ehc_buf_panel_cell(out, column, cell);
	else if (column->measure == EHC_PANEL_HOURS || column->measure == EHC_PANEL_PENCE)
		ehc_buf_printf(out, "%lld.%02d", (long long)(cell->value / 100), (int)(cell->value % 100));
	else
		ehc_buf_printf(out, "%lld", (long long)cell->value);
}

void
ehc_panel_csv(const struct ehc_panel_table *t, struct ehc_buf *out)
{
	static const struct ehc_panel_column plans = { "all", "All plans", EHC_PANEL_PLANS, false };

	ehc_buf_cstr(out, "\"id\",");
	put_words(out, t->first);
	for (size_t c = 0; c < t->ncolumns; c++) {
		ehc_buf_char(out, ',');
		put_words(out, t->columns[c].heading);
	}
	ehc_buf_cstr(out, t->has_totals ? ",\"All plans\"\r\n" : "\r\n");
	for (size_t r = 0; r < t->nrows; r++) {
		ehc_buf_csv(out, t->rows[r].id);
		ehc_buf_char(out, ',');
		ehc_buf_csv(out, t->rows[r].name);
		for (size_t c = 0; c < t->ncolumns; c++) {
			ehc_buf_char(out, ',');
			put_cell(out, &t->columns[c], &t->rows[r].cells[c]);
		}
		if (t->has_totals) {
			ehc_buf_char(out, ',');
			put_cell(out, &plans, &t->rows[r].plans);
		}
		ehc_buf_cstr(out, "\r\n");
	}
}

/* ---- lists ---- */

void
panel_csv_plans(const struct ehc_panel *p, const struct ehc_panel_plans *plans, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "\"plan\",\"kind\",\"status\",\"errors\",\"warnings\",\"dates missed\",\"shared sentences\",\"lowest section\","
	    "\"grade\",\"reasons\",\"where to look\"");
	ehc_buf_cstr(out, p->identify ? ",\"child\",\"reference\",\"file\"\r\n" : "\r\n");
	for (size_t i = 0; i < plans->count; i++) {
		const struct ehc_panel_plan *one = &plans->items[i];
		struct ehc_buf list = { NULL, 0, 0 };

		ehc_buf_printf(out, "\"P%u\",\"%s\",\"%s\",%u,%u,%u,%u,\"%s\",\"%s\",", one->number, one->kind, one->status, one->errors,
		    one->warnings, one->missed, one->shared, ehc_section_name((enum ehc_section)one->lowest_section),
		    one->lowest_section == EHC_NO_SECTION ? "" : ehc_grade_name(one->lowest));
		for (unsigned r = 0; r < EHC_READ_REASONS; r++)
			if ((one->reasons & 1u << r) != 0)
				ehc_buf_printf(&list, "%s%s", list.len > 0 ? "; " : "", ehc_panel_reason_name(1u << r));
		if (one->failure.len > 0)
			ehc_buf_printf(&list, ": %.*s", EHC_ARG(one->failure));
		ehc_buf_csv(out, ehc_buf_text(&list));
		ehc_buf_clear(&list);
		for (size_t k = 0; k < one->look.count; k++)
			ehc_buf_printf(&list, "%s%s%s%.*s", k > 0 ? "; " : "", one->look.items[k].rule, one->look.items[k].item.len > 0 ? " in " : "",
			    EHC_ARG(one->look.items[k].item));
		ehc_buf_char(out, ',');
		ehc_buf_csv(out, ehc_buf_text(&list));
		ehc_buf_free(&list);
		if (p->identify) {
			const struct ehc_str who[] = { one->name, one->reference, one->path };

			for (size_t k = 0; k < EHC_COUNT(who); k++) {
				ehc_buf_char(out, ',');
				ehc_buf_csv(out, who[k]);
			}
		}
		ehc_buf_cstr(out, "\r\n");
	}
}

void
panel_csv_shared(const struct ehc_panel *p, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "\"sentence\",\"plans\",\"words\",\"item in the first\",\"which\"");
	ehc_buf_cstr(out, p->quotes ? ",\"sentence, masked\"\r\n" : "\r\n");
	for (size_t i = 0; i < p->shared.count; i++) {
		const struct ehc_panel_shared *s = &p->shared.items[i];
		struct ehc_buf list = { NULL, 0, 0 };

		for (size_t k = 0; k < s->nnumbers; k++)
			ehc_buf_printf(&list, "%sP%u", k > 0 ? " " : "", s->numbers[k]);
		if (s->plans > s->nnumbers)
			ehc_buf_cstr(&list, " and more");
		ehc_buf_printf(out, "%zu,%u,%zu,", i + 1, s->plans, s->words);
		ehc_buf_csv(out, s->item);
		ehc_buf_char(out, ',');
		ehc_buf_csv(out, ehc_buf_text(&list));
		ehc_buf_free(&list);
		if (p->quotes) {
			ehc_buf_char(out, ',');
			ehc_buf_csv(out, s->quote);
		}
		ehc_buf_cstr(out, "\r\n");
	}
}

void
panel_csv_due(const struct ehc_panel *p, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "\"plan\"");
	for (int l = 0; l < EHC_LAPSES; l++)
		for (int w = 0; w < EHC_WHENS; w++)
			ehc_buf_printf(out, ",\"%s: %s\"", ehc_panel_lapse_name((enum ehc_panel_lapse)l), ehc_panel_when_words((enum ehc_panel_when)w));
	ehc_buf_cstr(out, ",\"tasks that hang on one trained person\"\r\n");
	for (size_t i = 0; i < p->due.count; i++) {
		const struct ehc_panel_due *d = &p->due.items[i];

		ehc_buf_printf(out, "\"P%u\"", d->number);
		for (int l = 0; l < EHC_LAPSES; l++)
			for (int w = 0; w < EHC_WHENS; w++)
				ehc_buf_printf(out, ",%u", d->counts[l][w]);
		ehc_buf_printf(out, ",%u\r\n", d->alone);
	}
}
