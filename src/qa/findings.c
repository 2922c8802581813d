/*
 * findings.c - every finding with the plan's words, its reason and its source, by section; then what is not the writer's to
 * mend: dates already missed, what others still owe, what the plan accepts with a reason.
 */
#include "qa/qa.h"

enum {
	CONTEXT = 160,          /* bytes shown on either side of the words at fault */
	ALSO_SHOWN = 12,
};

/* Offset of a blank near by, so that no word and no character is cut. */
static uint32_t
blank_from(struct ehc_str text, size_t at, size_t end)
{
	while (at < end && text.ptr[at] != ' ' && text.ptr[at] != '\n')
		at++;
	return (uint32_t)at;
}

/* A line of a text goes on from the line before when it is indented so. */
static bool
goes_on(struct ehc_str line)
{
	return ehc_str_starts_nocase(line, "    ") || ehc_str_starts_nocase(line, "\t");
}

/* The label's line and those that go on from it, around the span: what a reader takes in at once. */
static struct ehc_span
paragraph_around(struct ehc_source *src, struct ehc_span span)
{
	struct ehc_span all;
	uint32_t start;
	struct ehc_str line = ehc_source_line(src, span.start, &start);

	while (goes_on(line) && start > 0)
		line = ehc_source_line(src, start - 1, &start);
	all.start = start;
	line = ehc_source_line(src, span.end, &start);
	all.end = start + (uint32_t)line.len;
	while (all.end + 1 < src->text.len) {
		uint32_t next = all.end + (src->text.ptr[all.end] == '\r' ? 2 : 1);

		line = ehc_source_line(src, next, &start);
		if (start < next || !goes_on(line) || all.end - span.end > CONTEXT)
			break;
		all.end = start + (uint32_t)line.len;
	}
	return all;
}

/* The paragraph around the words at fault, cut where it is long; the words themselves are marked. */
static void
put_marked(struct qa *q, struct ehc_span span)
{
	struct ehc_source *src = q->r->source;
	struct ehc_str text = src->text;
	struct ehc_span all = paragraph_around(src, span);

	qa_put(q, "<blockquote><p>");
	if (span.start - all.start > CONTEXT) {
		all.start = blank_from(text, span.start - CONTEXT, span.start);
		qa_put(q, "&hellip; ");
	}
	qa_spaced(q, ehc_str_sub(text, all.start, span.start));
	qa_put(q, "<mark>");
	qa_short(q, ehc_source_slice(src, span), 400);
	qa_put(q, "</mark>");
	if (all.end - span.end > CONTEXT) {
		qa_spaced(q, ehc_str_sub(text, span.end, blank_from(text, span.end + CONTEXT, all.end)));
		qa_put(q, " &hellip;");
	} else
		qa_spaced(q, ehc_str_sub(text, span.end, all.end));
	qa_put(q, "</p></blockquote>\n");
}

/* The plan's own words: those at fault in their line, or the item's where what is missing has no words. */
static void
put_words(struct qa *q, const struct ehc_group *g)
{
	const struct ehc_finding *lead = g->lead;

	if (lead->has_text && lead->span.end > lead->span.start) {
		put_marked(q, lead->span);
		return;
	}
	if (lead->item == NULL || lead->item->text.str.len == 0)
		return;
	qa_put(q, "<blockquote><p>");
	qa_short(q, lead->item->text.str, 200);
	qa_put(q, "</p></blockquote>\n");
}

static bool
is_further(const struct ehc_group *g, const struct ehc_finding *f, bool missing)
{
	return f != g->lead && f->accepted.len == 0 && (ehc_finding_missing(f).len > 0) == missing;
}

/* What the item does not say, in one line. */
static void
put_missing(struct qa *q, const struct ehc_group *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->count; i++) {
		if (!is_further(g, g->findings[i], true))
			continue;
		qa_put(q, n++ == 0 ? "<p><b>Missing:</b> " : "; ");
		qa_prose(q, ehc_finding_missing(g->findings[i]));
		qa_printf(q, " <span class=\"light\">%s</span>", g->findings[i]->rule->id);
	}
	if (n > 0)
		qa_put(q, "</p>\n");
}

static void
put_also(struct qa *q, const struct ehc_group *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->count; i++) {
		if (!is_further(g, g->findings[i], false) || n++ >= ALSO_SHOWN)
			continue;
		qa_put(q, n == 1 ? "<ul>\n<li>" : "<li>");
		qa_prose(q, g->findings[i]->message);
		qa_printf(q, " <span class=\"light\">%s</span></li>\n", g->findings[i]->rule->id);
	}
	if (n > ALSO_SHOWN)
		qa_printf(q, "<li>and %zu more of the same cause</li>\n", n - ALSO_SHOWN);
	if (n > 0)
		qa_put(q, "</ul>\n");
}

static void
put_line(struct qa *q, const char *label, struct ehc_str words)
{
	if (words.len == 0)
		return;
	qa_printf(q, "<p><b>%s</b> ", label);
	qa_prose(q, words);
	qa_put(q, "</p>\n");
}

/* Lines to write, each on its own line. */
static void
put_suggestion(struct qa *q, struct ehc_str lines)
{
	struct ehc_str line;
	const char *before = "<p><b>Instead:</b> ";

	if (lines.len == 0)
		return;
	for (; ehc_str_split(&lines, '\n', &line); before = "<br>\n") {
		qa_put(q, before);
		qa_prose(q, line);
	}
	qa_put(q, "</p>\n");
}

static void
put_why(struct qa *q, const struct ehc_finding *f)
{
	struct ehc_str why = ehc_finding_why(f);
	const char *source = ehc_rule_source(f->rule);

	if (why.len == 0 && source[0] == '\0')
		return;
	qa_put(q, "<p><b>Why:</b> ");
	qa_prose(q, why);
	if (source[0] != '\0') {
		qa_put(q, " <cite>");
		qa_words(q, source);
		qa_put(q, "</cite>");
	}
	qa_put(q, "</p>\n");
}

static void
put_group(struct qa *q, const struct ehc_group *g)
{
	const struct ehc_finding *f = g->lead;
	const char *severity = ehc_severity_name(f->severity);

	qa_printf(q, "<article class=\"finding %s\" id=\"g%u\">\n<h4><span class=\"mark\">%s</span> ", severity,
	    f->group, severity);
	qa_prose(q, f->message);
	qa_printf(q, "</h4>\n<p class=\"light\">%s", f->rule->id);
	if (f->item != NULL) {
		qa_printf(q, ", %s", f->item->id_made ? "" : ehc_item_kind_name(f->item->kind));
		qa_put(q, f->item->id_made ? "" : " ");
		qa_item_name(q, f->item);
	}
	if (f->item == NULL || !f->item->id_made)
		qa_printf(q, ", line %u", qa_line(q, f->span.start));
	qa_put(q, "</p>\n");
	put_words(q, g);
	put_also(q, g);
	put_missing(q, g);
	put_why(q, f);
	put_line(q, "Help:", ehc_finding_help_to_read(f));
	put_suggestion(q, f->suggestion);
	qa_put(q, "</article>\n");
}

/* A note is one line: it is worth a look, no more. */
static void
put_note(struct qa *q, const struct ehc_group *g)
{
	qa_printf(q, "<li id=\"g%u\">", g->lead->group);
	qa_prose(q, g->lead->message);
	qa_printf(q, " <span class=\"light\">%s", g->lead->rule->id);
	if (g->lead->item != NULL) {
		qa_put(q, ", ");
		qa_item_name(q, g->lead->item);
	}
	qa_put(q, "</span></li>\n");
}

static size_t
count(const struct qa *q, int section, enum ehc_severity low, enum ehc_severity high)
{
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++)
		n += q->groups[i].state == EHC_GROUP_OPEN && q->groups[i].lead->section == section &&
		    q->groups[i].lead->severity >= low && q->groups[i].lead->severity <= high;
	return n;
}

static void
put_section(struct qa *q, int section)
{
	size_t grave = count(q, section, EHC_WARNING, EHC_ERROR), notes = count(q, section, EHC_NOTE, EHC_NOTE);
	const char *name = ehc_section_name((enum ehc_section)section);

	if (grave + notes == 0)
		return;
	if (section == EHC_NO_SECTION)
		qa_printf(q, "<h3 id=\"in-\">%s</h3>\n", ehc_section_subject(EHC_NO_SECTION));
	else
		qa_printf(q, "<h3 id=\"in-%s\">Section %s: %s</h3>\n", name, name,
		    ehc_section_subject((enum ehc_section)section));
	for (size_t i = 0; i < q->ngroups; i++)
		if (q->groups[i].state == EHC_GROUP_OPEN && q->groups[i].lead->section == section &&
		    q->groups[i].lead->severity > EHC_NOTE)
			put_group(q, &q->groups[i]);
	if (notes == 0)
		return;
	qa_put(q, "<p class=\"notes\">Notes, worth a look:</p>\n<ul>\n");
	for (size_t i = 0; i < q->ngroups; i++)
		if (q->groups[i].state == EHC_GROUP_OPEN && q->groups[i].lead->section == section &&
		    q->groups[i].lead->severity == EHC_NOTE)
			put_note(q, &q->groups[i]);
	qa_put(q, "</ul>\n");
}

static void
put_apart(struct qa *q, enum ehc_group_state state, const char *heading, const char *after)
{
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++) {
		const struct ehc_finding *f = q->groups[i].lead;

		if (q->groups[i].state != state)
			continue;
		if (n++ == 0)
			qa_printf(q, "<h3>%s</h3>\n<ul>\n", heading);
		qa_printf(q, "<li id=\"g%u\">", f->group);
		qa_prose(q, f->message);
		if (state == EHC_GROUP_MISSED && f->step_of.len > 0) {
			qa_put(q, " The step was for: ");
			qa_text(q, f->step_of);
			qa_put(q, ".");
		}
		if (state == EHC_GROUP_ACCEPTED) {
			qa_put(q, " Accepted: ");
			qa_text(q, f->accepted);
			qa_put(q, ".");
		}
		qa_printf(q, " <span class=\"light\">%s", f->rule->id);
		if (f->item != NULL) {
			qa_put(q, ", ");
			qa_item_name(q, f->item);
		}
		if (ehc_rule_source(f->rule)[0] != '\0') {
			qa_put(q, "; ");
			qa_words(q, ehc_rule_source(f->rule));
		}
		qa_put(q, "</span></li>\n");
	}
	if (n > 0)
		qa_printf(q, "</ul>\n%s", after);
}

void
qa_put_findings(struct qa *q)
{
	qa_section(q, "findings", "Findings");
	if (q->ngroups == 0)
		qa_put(q, "<p>Nothing was found.</p>\n");
	for (int s = EHC_NO_SECTION; s < EHC_SECTION_COUNT; s++)
		put_section(q, s);
	put_apart(q, EHC_GROUP_MISSED, "Dates already missed: no edit mends these", "");
	put_apart(q, EHC_GROUP_TODO, "Still to do, by others, while the plan is being written", "");
	put_apart(q, EHC_GROUP_ACCEPTED, "Accepted in the plan, with a reason",
	    "<p>Each acceptance is for the panel to agree with or not. It is never printed in the plan that the family "
	    "has.</p>\n");
	qa_end_section(q);
}
