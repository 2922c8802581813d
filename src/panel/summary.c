/*
 * summary.c - the summary of a panel as a document: for an accessible PDF that can be sent round before the meeting.
 */
#include "ehc/document.h"
#include "panel/panel.h"

enum { MOST_COLUMNS = 6, MOST_LISTED = 15 };

static const char *const tables[] = {
	"documents", "grades-by-agency", "grades-by-section", "grades-by-standard", "health-grades-by-standard", "timeliness",
	"drafting-by-locality", "commonest-findings", "commonest-phrases", "quantified", "hours-by-service", "lapsing",
};

static struct ehc_str
say_cell(struct ehc_arena *a, const struct ehc_panel_column *column, const struct ehc_panel_cell *cell)
{
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_buf_panel_cell(&out, column, cell);
	return ehc_buf_take(&out, a);
}

static void
put_table(struct ehc_document *d, const struct ehc_panel_table *t)
{
	struct ehc_column columns[MOST_COLUMNS + 1] = { { ehc_str_of(t->first), 4 } };
	size_t n = t->ncolumns < MOST_COLUMNS ? t->ncolumns : MOST_COLUMNS;
	struct ehc_block *section = ehc_block_section(d, NULL, 2, ehc_str_of(t->id), ehc_str_of(t->title)), *table;

	ehc_block_paragraph(d, section, ehc_str_of(t->about))->together = true;
	if (t->nrows == 0) {
		ehc_block_paragraph(d, section, EHC_STR("There is nothing to show."));
		return;
	}
	for (size_t c = 0; c < n; c++)
		columns[c + 1] = (struct ehc_column){ ehc_str_of(t->columns[c].heading), 2 };
	table = ehc_block_table(d, section, ehc_str_of(t->title), columns, n + 1);
	table->named = true;
	for (size_t r = 0; r < t->nrows; r++) {
		struct ehc_table_row *row = ehc_block_row(d, table, EHC_NOSTR);

		ehc_cell_paragraph(d, &row->cells[0], t->rows[r].name);
		for (size_t c = 0; c < n; c++)
			ehc_cell_paragraph(d, &row->cells[c + 1], say_cell(d->arena, &t->columns[c], &t->rows[r].cells[c]));
	}
}

static struct ehc_str
say_reasons(struct ehc_arena *a, const struct ehc_panel_plan *p)
{
	struct ehc_str all = p->failure;

	for (unsigned r = 0; r < EHC_READ_REASONS; r++)
		if ((p->reasons & 1u << r) != 0)
			all = ehc_arena_printf(a, "%.*s%s%s", EHC_ARG(all), all.len > 0 ? " " : "", ehc_panel_reason_words(1u << r));
	return all;
}

static void
put_reading(struct ehc_document *d, const struct ehc_panel *p)
{
	static const struct ehc_column columns[] = { { { "Plan", 4 }, 3 }, { { "Errors", 6 }, 3 }, { { "Warnings", 8 }, 4 }, { { "Why", 3 }, 14 } };
	struct ehc_block *section = ehc_block_section(d, NULL, 2, EHC_STR("reading"), EHC_STR("What to read first")), *table;

	ehc_block_paragraph(d, section, EHC_STR("Files that could not be read first, then what could harm a child or show another child's "
	    "particulars, then by how much there is to mend."))->together = true;
	table = ehc_block_table(d, section, EHC_STR("What to read first"), columns, EHC_COUNT(columns));
	table->named = true;
	for (size_t i = 0; i < p->reading.count && i < MOST_LISTED; i++) {
		const struct ehc_panel_plan *one = &p->reading.items[i];
		struct ehc_table_row *row = ehc_block_row(d, table, EHC_NOSTR);

		ehc_cell_paragraph(d, &row->cells[0], ehc_arena_printf(d->arena, "P%u%s%.*s", one->number, one->name.len > 0 ? " " : "",
		    EHC_ARG(one->name)));
		ehc_cell_paragraph(d, &row->cells[1], ehc_arena_printf(d->arena, "%u", one->errors));
		ehc_cell_paragraph(d, &row->cells[2], ehc_arena_printf(d->arena, "%u", one->warnings));
		ehc_cell_paragraph(d, &row->cells[3], say_reasons(d->arena, one));
	}
}

static void
put_fact(struct ehc_document *d, struct ehc_block *facts, const char *label, struct ehc_str words)
{
	struct ehc_table_row *row = ehc_block_row(d, facts, EHC_NOSTR);

	ehc_cell_paragraph(d, &row->cells[0], ehc_str_of(label));
	ehc_cell_paragraph(d, &row->cells[1], words);
}

static void
put_facts(struct ehc_document *d, const struct ehc_panel *p)
{
	struct ehc_block *facts = ehc_block_facts(d, NULL, EHC_STR("The batch"));

	put_fact(d, facts, "As of", p->as_of != EHC_NODATE ? ehc_day_text(d->arena, p->as_of) : EHC_STR("no day: what depends on one is left out"));
	put_fact(d, facts, "Files", ehc_arena_printf(d->arena, "%zu, of which %zu could not be read", p->files, p->failed));
	put_fact(d, facts, "Plans counted", ehc_arena_printf(d->arena, "%zu", p->plans_counted));
	put_fact(d, facts, "House rules", p->profiles);
	if (p->sample.count > 0)
		put_fact(d, facts, "Sample", ehc_arena_printf(d->arena, "%zu plans, drawn with the seed %llu", p->sample.count,
		    (unsigned long long)p->seed));
	put_fact(d, facts, "Made by", EHC_STR("ehc " EHC_VERSION));
}

struct ehc_document *
ehc_panel_document(struct ehc_arena *a, const struct ehc_panel *p)
{
	struct ehc_document *d = ehc_document_new(a);
	struct ehc_block *notice;

	d->title = EHC_STR("Quality report on a batch of plans: summary");
	d->language = EHC_STR("en-GB");
	d->running = EHC_STR("Quality report on a batch of plans");
	d->state = p->identify ? EHC_STR("Names plans: confidential") : EHC_STR("Pseudonymised personal data");
	d->warn = p->identify;
	d->day = p->as_of;
	ehc_block_section(d, NULL, 1, EHC_NOSTR, d->title);
	notice = ehc_block_add(d, NULL, EHC_BLOCK_NOTICE);
	ehc_block_paragraph(d, notice, ehc_str_of(ehc_panel_warning(p)));
	ehc_block_paragraph(d, notice, EHC_STR("Grades are advice to a panel, never a verdict. A program has read the words: it can see what is "
	    "missing and what nobody could be held to. It cannot see the child."));
	if (!p->identify)
		ehc_block_paragraph(d, notice, EHC_STR("A figure that concerns fewer than five plans is hidden, and so is any other from which it "
		    "could be worked out."));
	put_facts(d, p);
	put_reading(d, p);
	for (size_t i = 0; i < EHC_COUNT(tables); i++) {
		const struct ehc_panel_table *t = ehc_panel_find(p, tables[i]);

		if (t != NULL)
			put_table(d, t);
	}
	return d;
}
