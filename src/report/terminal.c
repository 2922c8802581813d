/*
 * terminal.c - findings for the person who wrote the plan: what is wrong, the words themselves, why it matters and what to
 * write instead. One block a defect, in the order of the sections; what no edit can mend stands apart at the end.
 */
#include "report/report.h"

#include <string.h>

enum {
	DEFAULT_WIDTH = 80,
	LABEL_COLUMNS = 11,     /* "  instead: " */
	ALSO_SHOWN = 6,
	RELATED_SHOWN = 3,
};

struct palette { const char *bold, *error, *warning, *note, *quiet, *off; };
static const struct palette colours = { "\033[1m", "\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[34m", "\033[0m" };
static const struct palette plain = { "", "", "", "", "", "" };

/* A rule whose reason and help were given already: they are read once. */
struct explained {
	const struct ehc_rule *rule;
	struct ehc_str why, help;
};

/* The report on one file while it is drawn. */
struct page {
	struct ehc_buf *out;
	const struct ehc_result *r;
	const struct ehc_report_options *o;
	const struct palette *ink;
	size_t width;
	const struct ehc_group *groups;
	size_t ngroups;
	EHC_VEC(struct explained) explained;
};

static const struct palette *
palette_of(const struct ehc_report_options *o)
{
	return o->color ? &colours : &plain;
}

static size_t
width_of(const struct ehc_report_options *o)
{
	return o->width > 0 ? (size_t)o->width : DEFAULT_WIDTH;
}

static const char *
severity_ink(const struct page *p, enum ehc_severity s)
{
	return s == EHC_ERROR ? p->ink->error : s == EHC_WARNING ? p->ink->warning : p->ink->note;
}

/* ---- parts of a block ---- */

/* "  why:     text", wrapped under itself. */
static void
put_labelled(struct page *p, const char *label, struct ehc_str text)
{
	if (text.len == 0)
		return;
	ehc_buf_printf(p->out, "  %s%s:%s", p->ink->bold, label, p->ink->off);
	ehc_buf_fill(p->out, ' ', LABEL_COLUMNS - 3 - strlen(label));
	ehc_wrap(p->out, text, LABEL_COLUMNS, LABEL_COLUMNS, p->width);
	ehc_buf_char(p->out, '\n');
}

/* Lines to write, each on its own line. */
static void
put_suggestion(struct page *p, struct ehc_str lines)
{
	struct ehc_str line;

	for (bool first = true; ehc_str_split(&lines, '\n', &line); first = false) {
		if (first) {
			put_labelled(p, "instead", line);
			continue;
		}
		ehc_buf_fill(p->out, ' ', LABEL_COLUMNS);
		ehc_wrap(p->out, line, LABEL_COLUMNS, LABEL_COLUMNS, p->width);
		ehc_buf_char(p->out, '\n');
	}
}

static void
put_labelled_buf(struct page *p, const char *label, struct ehc_buf *text)
{
	put_labelled(p, label, ehc_buf_text(text));
	ehc_buf_free(text);
}

/* "provision F1"; what the plan gives no id is named by its kind alone. */
static void
put_item(struct ehc_buf *out, const struct ehc_item *it)
{
	ehc_buf_cstr(out, ehc_item_kind_name(it->kind));
	if (it->id_made)
		return;
	ehc_buf_char(out, ' ');
	ehc_buf_plain(out, it->id_written);
}

/* "  --> draft.ehc:41:15": a place that terminals and editors can jump to. */
static void
put_place(struct page *p, struct ehc_span span)
{
	struct ehc_place place = ehc_source_place(p->r->source, span.start);

	ehc_buf_printf(p->out, "%s  --> ", p->ink->quiet);
	ehc_buf_plain(p->out, p->r->source->name);
	ehc_buf_printf(p->out, ":%u:%u%s\n", place.line, place.column, p->ink->off);
}

/* "      in Word: table 1, row 3, column 1": where the writer of the draft finds the words. */
static void
put_draft(struct page *p, const struct ehc_finding *f)
{
	const struct ehc_draft_block *b = ehc_finding_draft(p->r, f);

	if (b == NULL)
		return;
	ehc_buf_printf(p->out, "%s      in %s: ", p->ink->quiet, p->r->import->draft->format);
	ehc_origin_say(p->out, &b->origin, p->r->import->draft->format);
	ehc_buf_printf(p->out, "%s\n", p->ink->off);
}

/* "error SPEC-001 in provision F1", and under it what is wrong. */
static void
put_title(struct page *p, const struct ehc_finding *f)
{
	ehc_buf_printf(p->out, "%s%s %s%s", severity_ink(p, f->severity), ehc_severity_name(f->severity), f->rule->id,
	    p->ink->off);
	if (f->item != NULL) {
		ehc_buf_cstr(p->out, " in ");
		put_item(p->out, f->item);
	}
	ehc_buf_printf(p->out, "\n  %s", p->ink->bold);
	ehc_wrap(p->out, f->message, 2, 2, p->width);
	ehc_buf_printf(p->out, "%s\n\n", p->ink->off);
}

static bool
on_line_of(const struct page *p, struct ehc_span a, struct ehc_span b)
{
	return ehc_source_place(p->r->source, a.start).line == ehc_source_place(p->r->source, b.start).line;
}

static bool
is_nowhere(struct ehc_span span)
{
	return span.start == 0 && span.end == 0;
}

static void
put_excerpt(struct page *p, const struct ehc_mark *marks, size_t n, const char *mark_ink)
{
	struct ehc_ink ink = { p->ink->quiet, mark_ink, p->ink->off };

	ehc_excerpt(p->out, p->r->source, marks, n, p->width, &ink);
}

/* The source line of the lead, with the words of its whole group and what is related on the same line. */
static void
put_words(struct page *p, const struct ehc_group *g)
{
	const struct ehc_finding *lead = g->lead;
	struct ehc_mark marks[16];
	size_t n = 0;

	put_place(p, lead->span);
	put_draft(p, lead);
	if (is_nowhere(lead->span))
		return;
	marks[n++] = (struct ehc_mark){ lead->span, '^' };
	for (size_t i = 0; i < g->count && n < EHC_COUNT(marks); i++)
		if (g->findings[i] != lead && g->findings[i]->has_text && on_line_of(p, g->findings[i]->span, lead->span))
			marks[n++] = (struct ehc_mark){ g->findings[i]->span, '~' };
	for (size_t i = 0; i < lead->related.count && n < EHC_COUNT(marks); i++)
		if (on_line_of(p, lead->related.items[i].span, lead->span))
			marks[n++] = (struct ehc_mark){ lead->related.items[i].span, '-' };
	put_excerpt(p, marks, n, severity_ink(p, lead->severity));
	ehc_buf_char(p->out, '\n');
}

/* What else is wrong for the same cause: one defect, so one block. */
static void
put_also(struct page *p, const struct ehc_group *g)
{
	size_t shown = 0, left = 0;
	struct ehc_buf more = { NULL, 0, 0 };

	for (size_t i = 0; i < g->count; i++) {
		const struct ehc_finding *f = g->findings[i];
		struct ehc_buf text = { NULL, 0, 0 };

		if (!ehc_group_has_further(g, f, false))
			continue;
		if (shown++ >= ALSO_SHOWN) {
			left++;
			continue;
		}
		ehc_buf_str(&text, f->message);
		ehc_buf_printf(&text, " (%s", f->rule->id);
		if (!is_nowhere(f->span) && !on_line_of(p, f->span, g->lead->span))
			ehc_buf_printf(&text, ", line %u", ehc_source_place(p->r->source, f->span.start).line);
		ehc_buf_char(&text, ')');
		put_labelled_buf(p, "also", &text);
	}
	if (left > 0)
		ehc_buf_printf(&more, "%zu more of the same cause", left);
	put_labelled_buf(p, "also", &more);
}

/* "missing: how long; how often (QUANT-001, QUANT-002)": what the item does not say, in one breath. */
static void
put_missing(struct page *p, const struct ehc_group *g)
{
	struct ehc_buf text = { NULL, 0, 0 }, ids = { NULL, 0, 0 };

	for (size_t i = 0; i < g->count; i++) {
		if (!ehc_group_has_further(g, g->findings[i], true))
			continue;
		ehc_buf_cstr(&text, text.len > 0 ? "; " : "");
		ehc_buf_str(&text, g->findings[i]->missing);
		ehc_buf_printf(&ids, "%s%s", ids.len > 0 ? ", " : "", g->findings[i]->rule->id);
	}
	if (ids.len > 0)
		ehc_buf_printf(&text, " (%s)", ids.ptr);
	put_labelled_buf(p, "missing", &text);
	ehc_buf_free(&ids);
}

static void
put_related(struct page *p, const struct ehc_finding *f)
{
	for (size_t i = 0; i < f->related.count; i++) {
		const struct ehc_related *one = &f->related.items[i];
		struct ehc_mark mark = { one->span, '-' };
		struct ehc_buf text = { NULL, 0, 0 };

		if (i == RELATED_SHOWN) {
			ehc_buf_printf(&text, "%zu more places", f->related.count - i);
			put_labelled_buf(p, "see", &text);
			return;
		}
		ehc_buf_printf(&text, "line %u: ", ehc_source_place(p->r->source, one->span.start).line);
		ehc_buf_str(&text, one->message);
		put_labelled_buf(p, "see", &text);
		if (!on_line_of(p, one->span, f->span)) {
			put_excerpt(p, &mark, 1, p->ink->quiet);
			ehc_buf_char(p->out, '\n');
		}
	}
}

/* "  advice:  salt.ehc:12: words = 28.5 hours a year": both sides of a comparison. */
static void
put_beside(struct page *p, const struct ehc_finding *f)
{
	for (size_t i = 0; i < f->beside.count; i++) {
		const struct ehc_beside *b = &f->beside.items[i];
		struct ehc_buf text = { NULL, 0, 0 };

		if (b->document.len > 0) {
			ehc_buf_plain(&text, b->document);
			ehc_buf_printf(&text, ":%zu: ", b->line);
		} else {
			ehc_buf_printf(&text, "line %zu: ", b->line);
		}
		ehc_buf_plain(&text, b->words);
		if (b->figure.len > 0)
			ehc_buf_printf(&text, " = %.*s", EHC_ARG(b->figure));
		put_labelled_buf(p, b->document.len > 0 ? "advice" : "plan", &text);
	}
}

/* What was said of the rule before; NULL the first time, which is remembered. */
static const struct explained *
said_before(struct page *p, const struct ehc_finding *f)
{
	for (size_t i = 0; i < p->explained.count; i++)
		if (p->explained.items[i].rule == f->rule)
			return &p->explained.items[i];
	EHC_PUSH(p->r->findings->arena, &p->explained, (struct explained){ f->rule, ehc_finding_why(f),
	    ehc_finding_help_to_read(f) });
	return NULL;
}

static void
put_why(struct page *p, struct ehc_str why, const char *source)
{
	struct ehc_buf text = { NULL, 0, 0 };

	ehc_buf_str(&text, why);
	if (source[0] != '\0')
		ehc_buf_printf(&text, "%s[%s]", text.len > 0 ? " " : "", source);
	put_labelled_buf(p, "why", &text);
}

/* The reason with its source, what to do, what to write; what was said already is not said again. */
static void
put_reasons(struct page *p, const struct ehc_finding *f)
{
	const struct explained *before = said_before(p, f);
	struct ehc_str why = ehc_finding_why(f), help = ehc_finding_help_to_read(f);
	struct ehc_buf by = { NULL, 0, 0 };

	if (before != NULL && why.len > 0 && ehc_str_eq(before->why, why))
		why = EHC_STR("as above");
	put_why(p, why, ehc_finding_source(f));
	if (before == NULL || !ehc_str_eq(before->help, help))
		put_labelled(p, "help", help);
	put_suggestion(p, f->suggestion);
	if (f->severity_from.len == 0)
		return;
	ehc_buf_printf(&by, "%s by ", ehc_severity_name(f->severity));
	ehc_buf_str(&by, f->severity_from);
	put_labelled_buf(p, "set", &by);
}

static void
put_block(struct page *p, const struct ehc_group *g)
{
	put_title(p, g->lead);
	put_words(p, g);
	put_also(p, g);
	put_missing(p, g);
	put_related(p, g->lead);
	put_beside(p, g->lead);
	put_reasons(p, g->lead);
	if (!ehc_str_ends_nocase(ehc_buf_text(p->out), "\n\n"))
		ehc_buf_char(p->out, '\n');
}

/* ---- blocks in their order ---- */

static bool
is_shown(const struct page *p, const struct ehc_group *g)
{
	return g->state == EHC_GROUP_OPEN && (p->o->all || g->lead->severity > EHC_NOTE);
}

static bool
section_has_any(const struct page *p, int section)
{
	for (size_t i = 0; i < p->ngroups; i++)
		if (is_shown(p, &p->groups[i]) && p->groups[i].lead->section == section)
			return true;
	return false;
}

static void
put_heading(struct page *p, const char *fmt, ...) EHC_PRINTF(2, 3);

static void
put_heading(struct page *p, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	ehc_buf_cstr(p->out, p->ink->bold);
	ehc_buf_vprintf(p->out, fmt, args);
	ehc_buf_cstr(p->out, p->ink->off);
	ehc_buf_cstr(p->out, "\n\n");
	va_end(args);
}

static void
put_section_heading(struct page *p, int section)
{
	if (section == EHC_NO_SECTION && p->r->plan->kind != EHC_DOC_EHC_PLAN)
		return;         /* only an EHC plan has sections: a heading would tell nothing */
	if (section == EHC_NO_SECTION)
		put_heading(p, "== %s ==", ehc_section_subject(EHC_NO_SECTION));
	else
		put_heading(p, "== Section %s: %s ==", ehc_section_name((enum ehc_section)section),
		    ehc_section_subject((enum ehc_section)section));
}

static void
put_open(struct page *p)
{
	for (int s = EHC_NO_SECTION; s < EHC_SECTION_COUNT; s++) {
		if (!section_has_any(p, s))
			continue;
		put_section_heading(p, s);
		for (size_t i = 0; i < p->ngroups; i++)
			if (is_shown(p, &p->groups[i]) && p->groups[i].lead->section == s)
				put_block(p, &p->groups[i]);
	}
}

/* "  - message more (DATE-004, provision F1, line 12) [source]" */
static void
put_entry(struct page *p, const char *bullet, const struct ehc_finding *f, struct ehc_str more)
{
	struct ehc_buf text = { NULL, 0, 0 };
	size_t indent = strlen(bullet) + 3;

	ehc_buf_str(&text, f->message);
	ehc_buf_char(&text, ' ');
	ehc_buf_str(&text, more);
	ehc_buf_printf(&text, " (%s", f->rule->id);
	if (f->item != NULL) {
		ehc_buf_cstr(&text, ", ");
		put_item(&text, f->item);
	}
	if (!is_nowhere(f->span))
		ehc_buf_printf(&text, ", line %u", ehc_source_place(p->r->source, f->span.start).line);
	ehc_buf_char(&text, ')');
	if (ehc_finding_source(f)[0] != '\0')
		ehc_buf_printf(&text, " [%s]", ehc_finding_source(f));
	ehc_buf_printf(p->out, "  %s ", bullet);
	ehc_wrap(p->out, ehc_buf_text(&text), indent, indent, p->width);
	ehc_buf_char(p->out, '\n');
	ehc_buf_free(&text);
}

static bool
has_state(const struct page *p, enum ehc_group_state state)
{
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->groups[i].state == state)
			return true;
	return false;
}

static void
put_missed(struct page *p)
{
	if (!has_state(p, EHC_GROUP_MISSED))
		return;
	put_heading(p, "== Dates already missed: no edit mends these ==");
	for (size_t i = 0; i < p->ngroups; i++) {
		const struct ehc_finding *f = p->groups[i].lead;
		struct ehc_str step = f->step_of;

		if (p->groups[i].state != EHC_GROUP_MISSED)
			continue;
		if (step.len > 0)
			step = ehc_arena_printf(p->r->findings->arena, "The step was for: %.*s.", EHC_ARG(step));
		put_entry(p, "-", f, step);
	}
	ehc_buf_char(p->out, '\n');
}

static void
put_todo(struct page *p)
{
	if (!has_state(p, EHC_GROUP_TODO))
		return;
	put_heading(p, "== Still to do, by others, while the plan is being written ==");
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->groups[i].state == EHC_GROUP_TODO)
			put_entry(p, "[ ]", p->groups[i].lead, EHC_NOSTR);
	ehc_buf_char(p->out, '\n');
}

static void
put_known(struct page *p)
{
	if (!p->o->all || !has_state(p, EHC_GROUP_KNOWN))
		return;
	put_heading(p, "== Known to the baseline ==");
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->groups[i].state == EHC_GROUP_KNOWN)
			put_entry(p, "-", p->groups[i].lead, EHC_NOSTR);
	ehc_buf_char(p->out, '\n');
}

static void
put_accepted(struct page *p)
{
	if (!p->o->all || !has_state(p, EHC_GROUP_ACCEPTED))
		return;
	put_heading(p, "== Accepted, with the reason that the plan gives ==");
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->groups[i].state == EHC_GROUP_ACCEPTED)
			put_entry(p, "-", p->groups[i].lead, ehc_arena_printf(p->r->findings->arena, "Accepted: %.*s.",
			    EHC_ARG(p->groups[i].lead->accepted)));
	ehc_buf_char(p->out, '\n');
}

static void
put_read_back(struct page *p)
{
	struct ehc_buf text = { NULL, 0, 0 };
	struct ehc_str rest, line;

	if (!p->o->read_back)
		return;
	ehc_read_back(p->r->plan, &text);
	rest = ehc_buf_text(&text);
	put_heading(p, "== Read back: what was understood of each item ==");
	while (ehc_str_split(&rest, '\n', &line)) {
		if (line.len == 0)
			continue;
		ehc_buf_cstr(p->out, "  ");
		ehc_wrap(p->out, line, 2, 6, p->width);
		ehc_buf_char(p->out, '\n');
	}
	ehc_buf_char(p->out, '\n');
	ehc_buf_free(&text);
}

/* "draft.ehc", and under it "EHC plan ECC-2026-0417 (draft), as of 1 May 2026" */
static void
put_file_heading(struct page *p)
{
	const struct ehc_plan *plan = p->r->plan;
	const char *kind = ehc_doc_kind_name(plan);
	struct ehc_buf text = { NULL, 0, 0 };

	ehc_buf_cstr(p->out, p->ink->bold);
	ehc_buf_plain(p->out, p->r->source->name);
	ehc_buf_printf(p->out, "%s\n", p->ink->off);
	ehc_buf_cstr(&text, kind != NULL ? kind : "no kind of document that is known");
	if (kind != NULL && plan->reference.len > 0) {
		ehc_buf_char(&text, ' ');
		ehc_buf_str(&text, plan->reference);
	}
	if (plan->status_value.text.str.len > 0) {
		ehc_buf_cstr(&text, " (");
		ehc_buf_str(&text, plan->status_value.text.str);
		ehc_buf_char(&text, ')');
	}
	if (p->o->as_of != EHC_NODATE) {
		ehc_buf_cstr(&text, ", as of ");
		ehc_buf_day(&text, p->o->as_of);
	}
	ehc_wrap(p->out, ehc_buf_text(&text), 0, 2, p->width);
	ehc_buf_cstr(p->out, "\n\n");
	ehc_buf_free(&text);
}

/* ---- counts ---- */

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* "3 errors, 12 warnings and 5 notes" */
static void
put_counts(struct ehc_buf *out, const struct palette *ink, const struct ehc_totals *t)
{
	if (t->errors == 0 && t->warnings == 0 && t->notes == 0) {
		ehc_buf_cstr(out, "No errors, warnings or notes");
		return;
	}
	if (t->errors == 0 && t->warnings == 0) {
		ehc_buf_printf(out, "No errors or warnings, %zu note%s", t->notes, plural(t->notes));
		return;
	}
	ehc_buf_printf(out, "%s%zu error%s%s, ", t->errors > 0 ? ink->error : "", t->errors, plural(t->errors),
	    t->errors > 0 ? ink->off : "");
	ehc_buf_printf(out, "%s%zu warning%s%s ", t->warnings > 0 ? ink->warning : "", t->warnings, plural(t->warnings),
	    t->warnings > 0 ? ink->off : "");
	ehc_buf_printf(out, "and %zu note%s", t->notes, plural(t->notes));
}

static void
put_other_counts(struct ehc_buf *out, const struct ehc_totals *t)
{
	if (t->todo > 0)
		ehc_buf_printf(out, "; %zu still to do", t->todo);
	if (t->missed > 0)
		ehc_buf_printf(out, "; %zu date%s already missed", t->missed, plural(t->missed));
	if (t->accepted > 0)
		ehc_buf_printf(out, "; %zu accepted", t->accepted);
	if (t->known > 0)
		ehc_buf_printf(out, "; %zu known to the baseline", t->known);
	ehc_buf_cstr(out, ".\n");
}

static void
put_summary(struct page *p, const struct ehc_totals *t)
{
	put_counts(p->out, p->ink, t);
	ehc_buf_cstr(p->out, " in ");
	ehc_buf_plain(p->out, p->r->source->name);
	put_other_counts(p->out, t);
	if (p->o->quiet)
		return;
	if (t->notes > 0 && !p->o->all)
		ehc_buf_printf(p->out, "To see the note%s as well: ehc check --all\n", plural(t->notes));
	if (p->explained.count > 0)
		ehc_buf_printf(p->out, "More about a rule: ehc explain %s\n", p->explained.items[0].rule->id);
}

/* ---- the reporter ---- */

void
ehc_terminal_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	(void)out;
	(void)o;
}

static bool
has_anything(const struct page *p)
{
	if (p->o->read_back)
		return true;
	for (size_t i = 0; i < p->ngroups; i++)
		if (is_shown(p, &p->groups[i]) || p->groups[i].state == EHC_GROUP_MISSED ||
		    p->groups[i].state == EHC_GROUP_TODO ||
		    (p->o->all && p->groups[i].state >= EHC_GROUP_ACCEPTED))
			return true;
	return false;
}

void
ehc_terminal_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct page p = { .out = out, .r = r, .o = o, .ink = palette_of(o), .width = width_of(o) };
	struct ehc_totals t = { .files = 0 };

	if (r->failure.len > 0)
		return;         /* named on standard error, and counted in the end */
	p.groups = ehc_groups(r->findings, &p.ngroups);
	if (!o->quiet && has_anything(&p)) {
		if (nth > 0)
			ehc_buf_char(out, '\n');
		put_file_heading(&p);
		put_open(&p);
		put_missed(&p);
		put_todo(&p);
		put_accepted(&p);
		put_known(&p);
		put_read_back(&p);
	}
	ehc_totals_add(&t, r);
	put_summary(&p, &t);
}

void
ehc_terminal_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	if (t->files > 1) {
		ehc_buf_char(out, '\n');
		put_counts(out, palette_of(o), t);
		ehc_buf_printf(out, " in %zu files", t->files - t->failed);
		put_other_counts(out, t);
	}
	if (t->vanished > 0)
		ehc_buf_printf(out, "%zu finding%s that the baseline knows %s gone: `ehc check --write-baseline` takes %s out of it.\n",
		    t->vanished, plural(t->vanished), t->vanished == 1 ? "is" : "are", t->vanished == 1 ? "it" : "them");
	if (t->failed > 0)
		ehc_buf_printf(out, "%zu file%s could not be read and %s not checked.\n", t->failed, plural(t->failed),
		    t->failed == 1 ? "was" : "were");
}
