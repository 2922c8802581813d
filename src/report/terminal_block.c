/*
 * terminal_block.c - one defect for the person who wrote the plan: the words themselves, why it matters, what to write instead. What
 * is said of many places in the same words, such as of the placeholders of a new plan, is said once, with a line for each of the others.
 */
#include "report/terminal.h"

#include <stdio.h>
#include <string.h>

#include "report/width.h"

enum {
	LABEL_COLUMNS = 11,     /* "  instead: " */
	ALSO_SHOWN = 6,
	RELATED_SHOWN = 3,
	LEAST_WORDS = 20,       /* columns for the words of a place that is listed, however long the path is */
};

static const char *
severity_ink(const struct ehc_screen *p, enum ehc_severity s)
{
	return s == EHC_ERROR ? p->ink->error : s == EHC_WARNING ? p->ink->warning : p->ink->note;
}

/* "  why:     text", wrapped under itself. */
static void
put_labelled(struct ehc_screen *p, const char *label, struct ehc_str text)
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
put_suggestion(struct ehc_screen *p, struct ehc_str lines)
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
put_labelled_buf(struct ehc_screen *p, const char *label, struct ehc_buf *text)
{
	put_labelled(p, label, ehc_buf_text(text));
	ehc_buf_free(text);
}

/* "provision F1"; what the plan gives no id is named by its kind alone. */
void
ehc_screen_item(struct ehc_buf *out, const struct ehc_item *it)
{
	ehc_buf_cstr(out, ehc_item_kind_name(it->kind));
	if (it->id_made)
		return;
	ehc_buf_char(out, ' ');
	ehc_buf_plain(out, it->id_written);
}

/* "  --> draft.ehc:41:15": a place that terminals and editors can jump to. */
static void
put_place(struct ehc_screen *p, struct ehc_span span)
{
	struct ehc_place place = ehc_source_place(p->r->source, span.start);

	ehc_buf_printf(p->out, "%s  --> ", p->ink->quiet);
	ehc_buf_plain(p->out, p->r->source->name);
	ehc_buf_printf(p->out, ":%u:%u%s\n", place.line, place.column, p->ink->off);
}

/* "      in Word: table 1, row 3, column 1": where the writer of the draft finds the words. */
static void
put_draft(struct ehc_screen *p, const struct ehc_finding *f)
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
put_title(struct ehc_screen *p, const struct ehc_finding *f)
{
	ehc_buf_printf(p->out, "%s%s %s%s", severity_ink(p, f->severity), ehc_severity_name(f->severity), f->rule->id,
	    p->ink->off);
	if (f->item != NULL) {
		ehc_buf_cstr(p->out, " in ");
		ehc_screen_item(p->out, f->item);
	}
	ehc_buf_printf(p->out, "\n  %s", p->ink->bold);
	ehc_wrap(p->out, f->message, 2, 2, p->width);
	ehc_buf_printf(p->out, "%s\n\n", p->ink->off);
}

static bool
on_line_of(const struct ehc_screen *p, struct ehc_span a, struct ehc_span b)
{
	return ehc_source_place(p->r->source, a.start).line == ehc_source_place(p->r->source, b.start).line;
}

static void
put_excerpt(struct ehc_screen *p, const struct ehc_mark *marks, size_t n, const char *mark_ink)
{
	struct ehc_ink ink = { p->ink->quiet, mark_ink, p->ink->off };

	ehc_excerpt(p->out, p->r->source, marks, n, p->width, &ink);
}

/* The source line of the lead, with the words of its whole group and what is related on the same line. */
static void
put_words(struct ehc_screen *p, const struct ehc_group *g)
{
	const struct ehc_finding *lead = g->lead;
	struct ehc_mark marks[16];
	size_t n = 0;

	put_place(p, lead->span);
	put_draft(p, lead);
	if (ehc_span_is_none(lead->span))
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
put_also(struct ehc_screen *p, const struct ehc_group *g)
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
		if (!ehc_span_is_none(f->span) && !on_line_of(p, f->span, g->lead->span))
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
put_missing(struct ehc_screen *p, const struct ehc_group *g)
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
put_related(struct ehc_screen *p, const struct ehc_finding *f)
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
put_beside(struct ehc_screen *p, const struct ehc_finding *f)
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
static const struct ehc_explained *
said_before(struct ehc_screen *p, const struct ehc_finding *f)
{
	for (size_t i = 0; i < p->explained.count; i++)
		if (p->explained.items[i].rule == f->rule)
			return &p->explained.items[i];
	EHC_PUSH(p->r->findings->arena, &p->explained, (struct ehc_explained){ f->rule, ehc_finding_why(f),
	    ehc_finding_help_to_read(f) });
	return NULL;
}

static void
put_why(struct ehc_screen *p, struct ehc_str why, const char *source)
{
	struct ehc_buf text = { NULL, 0, 0 };

	ehc_buf_str(&text, why);
	if (source[0] != '\0')
		ehc_buf_printf(&text, "%s[%s]", text.len > 0 ? " " : "", source);
	put_labelled_buf(p, "why", &text);
}

/* The reason with its source, what to do, what to write; what was said already is not said again. */
static void
put_reasons(struct ehc_screen *p, const struct ehc_finding *f)
{
	const struct ehc_explained *before = said_before(p, f);
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

/* ---- what was said of other words already ---- */

static bool
has_more(const struct ehc_group *g)
{
	for (size_t i = 0; i < g->count; i++)
		if (ehc_group_has_further(g, g->findings[i], false) || ehc_group_has_further(g, g->findings[i], true))
			return true;
	return g->lead->related.count > 0 || g->lead->beside.count > 0;
}

bool
ehc_screen_is_again(const struct ehc_group *first, const struct ehc_group *second)
{
	const struct ehc_finding *a = first->lead, *b = second->lead;

	return a->rule == b->rule && a->severity == b->severity && a->section == b->section && a->has_text && b->has_text &&
	    ehc_str_eq(a->message, b->message) && ehc_str_eq(a->why, b->why) && ehc_str_eq(a->help, b->help) &&
	    ehc_str_eq(a->suggestion, b->suggestion) && ehc_str_eq(a->severity_from, b->severity_from) && !has_more(first) && !has_more(second);
}

/* So many of the words as fit into that many columns. */
static void
put_cut(struct ehc_buf *out, struct ehc_str words, size_t room)
{
	struct ehc_buf shown = { NULL, 0, 0 };
	size_t used = 0, i = 0;

	ehc_buf_plain(&shown, words);
	words = (struct ehc_str){ shown.ptr, shown.len };
	if (ehc_width(words) <= room) {
		ehc_buf_str(out, words);
	} else {
		while (used + 4 < room && i < words.len)
			used += (size_t)ehc_width_of(ehc_utf8_next(words, &i));
		ehc_buf_str(out, ehc_str_trim(ehc_str_sub(words, 0, i)));
		ehc_buf_cstr(out, " ...");
	}
	ehc_buf_free(&shown);
}

/* "  --> draft.ehc:266:9: [[profession and registration]]" */
static void
put_again(struct ehc_screen *p, const struct ehc_finding *f)
{
	struct ehc_str text = ehc_source_slice(p->r->source, f->span), line;
	struct ehc_place place = ehc_source_place(p->r->source, f->span.start);
	char numbers[32];
	size_t taken;

	put_place(p, f->span);
	p->out->len--;                  /* the words go on where the place ends */
	snprintf(numbers, sizeof(numbers), "  --> :%u:%u: ", place.line, place.column);
	taken = strlen(numbers) + ehc_width(p->r->source->name);
	ehc_buf_cstr(p->out, ": ");
	ehc_str_split(&text, '\n', &line);
	put_cut(p->out, ehc_str_trim(line), taken + LEAST_WORDS < p->width ? p->width - taken : LEAST_WORDS);
	ehc_buf_char(p->out, '\n');
	put_draft(p, f);
}

void
ehc_screen_block(struct ehc_screen *p, const struct ehc_group *g, size_t again)
{
	if (again > 0) {
		p->out->len--;          /* no blank line stands between */
		if (again == 1)
			ehc_buf_printf(p->out, "  %sthe same at:%s\n", p->ink->bold, p->ink->off);
		put_again(p, g->lead);
		ehc_buf_char(p->out, '\n');
		return;
	}
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
