/*
 * terminal.c - findings for the person who wrote the plan: what is wrong, the words themselves, why it matters and what to
 * write instead. One block a defect, in the order of the sections; what no edit can mend stands apart at the end.
 */
#include "report/terminal.h"

#include <string.h>

enum { DEFAULT_WIDTH = 80 };

static const struct ehc_palette colours = { "\033[1m", "\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[34m", "\033[0m" };
static const struct ehc_palette plain = { "", "", "", "", "", "" };

static const struct ehc_palette *
palette_of(const struct ehc_report_options *o)
{
	return o->color ? &colours : &plain;
}

static size_t
width_of(const struct ehc_report_options *o)
{
	return o->width > 0 ? (size_t)o->width : DEFAULT_WIDTH;
}

/* ---- blocks in their order ---- */

static bool
is_shown(const struct ehc_screen *p, const struct ehc_group *g)
{
	return g->state == EHC_GROUP_OPEN && (p->o->all || g->lead->severity > EHC_NOTE);
}

static bool
section_has_any(const struct ehc_screen *p, int section)
{
	for (size_t i = 0; i < p->ngroups; i++)
		if (is_shown(p, &p->groups[i]) && p->groups[i].lead->section == section)
			return true;
	return false;
}

static void
put_heading(struct ehc_screen *p, const char *fmt, ...) EHC_PRINTF(2, 3);

static void
put_heading(struct ehc_screen *p, const char *fmt, ...)
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
put_section_heading(struct ehc_screen *p, int section)
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
put_open(struct ehc_screen *p)
{
	const struct ehc_group *before;
	size_t again;

	for (int s = EHC_NO_SECTION; s < EHC_SECTION_COUNT; s++) {
		if (!section_has_any(p, s))
			continue;
		put_section_heading(p, s);
		before = NULL;
		again = 0;
		for (size_t i = 0; i < p->ngroups; i++) {
			if (!is_shown(p, &p->groups[i]) || p->groups[i].lead->section != s)
				continue;
			again = before != NULL && ehc_screen_is_again(before, &p->groups[i]) ? again + 1 : 0;
			ehc_screen_block(p, &p->groups[i], again);
			before = &p->groups[i];
		}
	}
}

/* "  - message more (DATE-004, provision F1, line 12) [source]" */
static void
put_entry(struct ehc_screen *p, const char *bullet, const struct ehc_finding *f, struct ehc_str more)
{
	struct ehc_buf text = { NULL, 0, 0 };
	size_t indent = strlen(bullet) + 3;

	ehc_buf_str(&text, f->message);
	ehc_buf_char(&text, ' ');
	ehc_buf_str(&text, more);
	ehc_buf_printf(&text, " (%s", f->rule->id);
	if (f->item != NULL) {
		ehc_buf_cstr(&text, ", ");
		ehc_screen_item(&text, f->item);
	}
	if (!ehc_span_is_none(f->span))
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
has_state(const struct ehc_screen *p, enum ehc_group_state state)
{
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->groups[i].state == state)
			return true;
	return false;
}

/* What is said of a finding beside its message, where it stands in a list. */
static struct ehc_str
remark_on(const struct ehc_screen *p, const struct ehc_group *g)
{
	struct ehc_arena *a = p->r->findings->arena;

	if (g->state == EHC_GROUP_MISSED && g->lead->step_of.len > 0)
		return ehc_arena_printf(a, "The step was for: %.*s.", EHC_ARG(g->lead->step_of));
	if (g->state == EHC_GROUP_ACCEPTED)
		return ehc_arena_printf(a, "Accepted: %.*s.", EHC_ARG(g->lead->accepted));
	return EHC_NOSTR;
}

/* The groups of a state other than open: a line each. */
static void
put_list(struct ehc_screen *p, enum ehc_group_state state, const char *bullet, const char *heading)
{
	if (!has_state(p, state))
		return;
	put_heading(p, "== %s ==", heading);
	for (size_t i = 0; i < p->ngroups; i++)
		if (p->groups[i].state == state)
			put_entry(p, bullet, p->groups[i].lead, remark_on(p, &p->groups[i]));
	ehc_buf_char(p->out, '\n');
}

static void
put_read_back(struct ehc_screen *p)
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
put_file_heading(struct ehc_screen *p)
{
	const struct ehc_plan *plan = p->r->plan;
	const char *kind = ehc_doc_kind_name(plan);
	struct ehc_buf text = { NULL, 0, 0 };

	ehc_buf_cstr(p->out, p->ink->bold);
	ehc_buf_plain(p->out, p->r->source->name);
	ehc_buf_printf(p->out, "%s\n", p->ink->off);
	ehc_buf_cstr(&text, kind != NULL ? kind : "not read as a plan");
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
put_counts(struct ehc_buf *out, const struct ehc_palette *ink, const struct ehc_totals *t)
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
put_summary(struct ehc_screen *p, const struct ehc_totals *t)
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
has_anything(const struct ehc_screen *p)
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
	struct ehc_screen p = { .out = out, .r = r, .o = o, .ink = palette_of(o), .width = width_of(o) };
	struct ehc_totals t = { .files = 0 };

	if (r->failure.len > 0)
		return;         /* named on standard error, and counted in the end */
	p.groups = ehc_groups(r->findings, &p.ngroups);
	if (!o->quiet && has_anything(&p)) {
		if (nth > 0)
			ehc_buf_char(out, '\n');
		put_file_heading(&p);
		put_open(&p);
		put_list(&p, EHC_GROUP_MISSED, "-", "Dates already missed: no edit mends these");
		put_list(&p, EHC_GROUP_TODO, "[ ]", "Still to do, by others, while the plan is being written");
		if (o->all) {
			put_list(&p, EHC_GROUP_ACCEPTED, "-", "Accepted, with the reason that the plan gives");
			put_list(&p, EHC_GROUP_KNOWN, "-", "Known to the baseline");
		}
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
