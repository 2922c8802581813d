/*
 * trend.c - what earlier reports said beside this one: a few measures from run to run, and which findings stand in more, or in
 * fewer, of the plans than last time. A run that hid a figure has no point there.
 */
#include "pages/pages.h"

#include "ehc/history.h"

#include <stdlib.h>

/* Each is a share: the columns that count, of the columns that are counted. */
static const struct measure { const char *name, *table, *row, *part, *whole; } measures[] = {
	{ "Plans with no error of wording, missing parts or safety", "drafting-by-kind", "all", "clean", "clean few many" },
	{ "Education&rsquo;s part clear or nearly clear", "grades-by-agency", "1", "nearly clear", "much work nearly clear" },
	{ "Health&rsquo;s part clear or nearly clear", "grades-by-agency", "2", "nearly clear", "much work nearly clear" },
	{ "Social care&rsquo;s part clear or nearly clear", "grades-by-agency", "3", "nearly clear", "much work nearly clear" },
	{ "Provision in section F with hours that can be worked out", "quantified", "F", "full", "full definite partly none" },
	{ "Provision in section G with hours that can be worked out", "quantified", "G", "full", "full definite partly none" },
	{ "Final plans that were due, within 20 weeks", "timeliness", "final", "in-time", "in-time excused late missing" },
	{ "Reviews not past their day", "timeliness", "review", "in-time", "in-time excused late missing" },
};

enum { RUNS = 12, NONE = -1 };  /* the latest runs that are shown */

struct trend {
	const struct ehc_history_run *runs[RUNS];
	size_t n;
	double shares[EHC_COUNT(measures)][RUNS];       /* in per cent; NONE where a figure was hidden or not there */
};

static bool
sum_of(const struct ehc_history_run *run, const struct measure *m, const char *columns, int64_t *sum)
{
	struct ehc_str rest = ehc_str_of(columns), column;

	*sum = 0;
	while (ehc_str_split(&rest, ' ', &column)) {
		char id[32];
		const struct ehc_history_figure *f;

		snprintf(id, sizeof(id), "%.*s", EHC_ARG(column));
		f = ehc_history_find(run, m->table, m->row, id);
		if (f == NULL)
			return false;
		*sum += f->value;
	}
	return true;
}

static double
share_of(const struct ehc_history_run *run, const struct measure *m)
{
	int64_t part, whole;

	if (!sum_of(run, m, m->part, &part) || !sum_of(run, m, m->whole, &whole) || whole == 0)
		return NONE;
	return 100.0 * (double)part / (double)whole;
}

/* ---- pictures: one small one a measure, all on one scale ---- */

enum { LEFT = 46, STEP_MOST = 120, PLOT = 460, TOP = 16, TALL = 90, FOOT = 26 };

static int
x_at(const struct trend *t, size_t i)
{
	int step = t->n > 1 ? PLOT / (int)(t->n - 1) : 0;

	return LEFT + 14 + (step > STEP_MOST ? STEP_MOST : step) * (int)i;
}

static int
y_at(double share)
{
	return TOP + TALL - (int)(share * TALL / 100.0);
}

/* A line only between runs that follow one another: over a run without a figure nothing is known. */
static void
put_line(struct qa *q, const struct trend *t, const double *shares)
{
	for (size_t i = 1; i < t->n; i++)
		if (shares[i] >= 0 && shares[i - 1] >= 0)
			qa_printf(q, "<path class=\"trend\" d=\"M%d %dL%d %d\"/>", x_at(t, i - 1), y_at(shares[i - 1]), x_at(t, i), y_at(shares[i]));
	for (size_t i = 0; i < t->n; i++)
		if (shares[i] >= 0)
			qa_printf(q, "<circle class=\"event\" cx=\"%d\" cy=\"%d\" r=\"4\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
			    x_at(t, i), y_at(shares[i]), x_at(t, i), y_at(shares[i]) - 8, shares[i]);
}

static bool
has_any(const struct trend *t, size_t m)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->shares[m][i] >= 0)
			return true;
	return false;
}

static void
put_plot(struct qa *q, const struct trend *t, size_t m)
{
	qa_printf(q, "<figure>\n<figcaption>%s</figcaption>\n<svg role=\"img\" aria-label=\"%s, per cent, over %zu reports; the table below "
	    "holds the figures\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">\n", measures[m].name, measures[m].name, t->n,
	    LEFT + PLOT + 30, TOP + TALL + FOOT);
	for (int y = 0; y <= 100; y += 50)
		qa_printf(q, "<path class=\"grid\" d=\"M%d %dH%d\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d%%</text>", (int)LEFT, y_at(y),
		    LEFT + PLOT + 28, LEFT - 4, y_at(y) + 4, y);
	put_line(q, t, t->shares[m]);
	qa_put(q, "\n</svg>\n</figure>\n");
}

static void
put_share(struct qa *q, double share)
{
	if (share < 0)
		qa_put(q, "<span class=\"light\">hidden</span>");
	else
		qa_printf(q, "%.0f%%", share);
}

static void
put_figures(struct pages *g, const struct trend *t)
{
	const char **heads = EHC_NEW_ARRAY(g->q.arena, const char *, t->n + 1);
	struct qa_table table;

	heads[0] = "Measure";
	for (size_t i = 0; i < t->n; i++) {
		struct ehc_str day = ehc_day_text(g->q.arena, t->runs[i]->as_of);

		heads[i + 1] = ehc_arena_cstr(g->q.arena, day);
	}
	qa_put(&g->q, "<div class=\"figures\">\n");
	qa_table(&g->q, &table, "Measures from report to report, in per cent", heads, t->n + 1);
	for (size_t m = 0; m < EHC_COUNT(measures); m++) {
		qa_row(&g->q, &table);
		qa_cell(&g->q, &table);
		qa_put(&g->q, measures[m].name);
		for (size_t i = 0; i < t->n; i++) {
			qa_cell(&g->q, &table);
			put_share(&g->q, t->shares[m][i]);
		}
		qa_end_row(&g->q, &table);
	}
	qa_end_table(&g->q);
	qa_put(&g->q, "</div>\n");
}

/* ---- since the last report ---- */

static void
put_change(struct qa *q, const struct trend *t, size_t m, bool better, size_t *n)
{
	double before = t->shares[m][t->n - 2], now = t->shares[m][t->n - 1];

	if (before < 0 || now < 0 || (better ? now - before < 1 : before - now < 1))
		return;
	qa_printf(q, "%s<li><span class=\"%s\">%s</span> %s: %.0f%%, from %.0f%%</li>\n", (*n)++ == 0 ? "<ul>\n" : "", better ? "in-time" : "late",
	    better ? "&#9650; better" : "&#9660; worse", measures[m].name, now, before);
}

static void
put_changes(struct qa *q, const struct trend *t)
{
	size_t n = 0;

	qa_put(q, "<h3>Since the last report</h3>\n");
	for (int better = 1; better >= 0; better--)
		for (size_t m = 0; m < EHC_COUNT(measures); m++)
			put_change(q, t, m, better != 0, &n);
	qa_put(q, n > 0 ? "</ul>\n" : "<p>No measure moved by a whole per cent, or its figures are hidden.</p>\n");
}

struct moved { struct ehc_str rule; double before, now; };

static int
compare_moved(const void *a, const void *b)
{
	const struct moved *x = a, *y = b;
	double dx = x->now - x->before, dy = y->now - y->before;

	if (dx != dy)
		return dx > dy ? -1 : 1;
	return ehc_str_cmp(x->rule, y->rule);
}

static double
plans_in(const struct ehc_history_run *run)
{
	static const struct measure all = { NULL, "drafting-by-kind", "all", NULL, NULL };
	int64_t sum;

	return sum_of(run, &all, "clean few many", &sum) ? (double)sum : 0;
}

/* The rules that both reports list, by how much larger a share of the plans offends them now. */
static size_t
find_moved(struct pages *g, const struct trend *t, struct moved **out)
{
	const struct ehc_history_run *before = t->runs[t->n - 2], *now = t->runs[t->n - 1];
	double then_all = plans_in(before), now_all = plans_in(now);
	size_t n = 0;

	*out = EHC_NEW_ARRAY(g->q.arena, struct moved, now->count + 1);
	for (size_t i = 0; then_all > 0 && now_all > 0 && i < now->count; i++) {
		const struct ehc_history_figure *f = &now->figures[i], *old;

		if (!ehc_str_is(f->table, "commonest-findings") || !ehc_str_is(f->column, "plans"))
			continue;
		old = ehc_history_find(before, "commonest-findings", ehc_arena_cstr(g->q.arena, f->row), "plans");
		if (old != NULL)
			(*out)[n++] = (struct moved){ f->row, 100.0 * (double)old->value / then_all, 100.0 * (double)f->value / now_all };
	}
	if (n > 0)
		qsort(*out, n, sizeof(**out), compare_moved);
	return n;
}

static void
put_moved_row(struct qa *q, struct qa_table *t, const struct moved *m, bool worse)
{
	const struct ehc_rule *rule = ehc_rule_find(m->rule);

	qa_row(q, t);
	qa_cell(q, t);
	qa_text(q, m->rule);
	if (rule != NULL) {
		qa_put(q, ": ");
		qa_words(q, rule->title);
	}
	qa_cell(q, t);
	qa_printf(q, "%.0f%%", m->before);
	qa_cell(q, t);
	qa_printf(q, "%.0f%%", m->now);
	qa_cell(q, t);
	qa_printf(q, "<span class=\"%s\">%s</span>", worse ? "late" : "in-time", worse ? "&#9650; more plans" : "&#9660; fewer plans");
	qa_end_row(q, t);
}

static void
put_moved(struct pages *g, const struct trend *t)
{
	enum { SHOWN = 5 };
	static const char *const heads[] = { "Finding", "Plans then", "Plans now", "Since then" };
	struct moved *all;
	struct qa_table table;
	size_t n = find_moved(g, t, &all), shown = 0;

	for (size_t i = 0; i < n; i++) {
		bool worse = i < SHOWN && all[i].now - all[i].before >= 1, better = all[i].before - all[i].now >= 1 && i + SHOWN >= n;

		if (!worse && !better)
			continue;
		if (shown++ == 0)
			qa_table(&g->q, &table, "Findings that moved most, in per cent of all plans", heads, EHC_COUNT(heads));
		put_moved_row(&g->q, &table, &all[i], worse);
	}
	if (shown > 0)
		qa_end_table(&g->q);
}

/* ---- the part ---- */

/* The runs of the file before this one's day, the latest of them, and this one last. */
static struct trend
trend_of(struct pages *g, struct ehc_history_run *own)
{
	const struct ehc_history *h = g->p->history;
	struct trend t = { .n = 0 };
	size_t end = 0;

	*own = ehc_history_of(g->p);
	while (end < h->count && h->items[end].as_of < g->p->as_of)
		end++;
	for (size_t i = end > RUNS - 1 ? end - (RUNS - 1) : 0; i < end; i++)
		t.runs[t.n++] = &h->items[i];
	t.runs[t.n++] = own;
	for (size_t m = 0; m < EHC_COUNT(measures); m++)
		for (size_t i = 0; i < t.n; i++)
			t.shares[m][i] = share_of(t.runs[i], &measures[m]);
	return t;
}

/* Earlier reports may lack a table or a column that is new; this one may not. */
static void
check_columns(const struct pages *g)
{
	for (size_t m = 0; m < EHC_COUNT(measures); m++) {
		const struct ehc_panel_table *t = pages_find(g, measures[m].table);
		struct ehc_str rest = ehc_str_of(measures[m].whole), column;

		while (ehc_str_split(&rest, ' ', &column))
			pages_column(t, ehc_arena_cstr(g->q.arena, column));
	}
}

static bool
rules_changed(const struct trend *t)
{
	return t->n > 1 && !ehc_str_eq(t->runs[t->n - 1]->rules, t->runs[t->n - 2]->rules);
}

void
pages_put_trend(struct pages *g)
{
	struct ehc_history_run own;
	struct trend t;

	if (g->p->history == NULL)
		return;
	check_columns(g);
	t = trend_of(g, &own);
	qa_section(&g->q, "trend", "From report to report");
	if (t.n < 2) {
		qa_put(&g->q, "<p>This is the first report that the history keeps; the next one will stand beside it.</p>\n");
		qa_end_section(&g->q);
		return;
	}
	qa_put(&g->q, "<p>Other plans may have been read each time: a measure can move because the plans did, or because of which they "
	    "were.</p>\n");
	if (rules_changed(&t))
		qa_put(&g->q, "<p><strong>House rules or the program changed since the last report, and figures may have moved with them.</strong></p>\n");
	put_changes(&g->q, &t);
	put_moved(g, &t);
	qa_put(&g->q, "<div class=\"trends\">\n");
	for (size_t m = 0; m < EHC_COUNT(measures); m++)
		if (has_any(&t, m))     /* an empty picture would look like nought per cent; the table says that it is hidden */
			put_plot(&g->q, &t, m);
	qa_put(&g->q, "</div>\n");
	put_figures(g, &t);
	qa_end_section(&g->q);
}
