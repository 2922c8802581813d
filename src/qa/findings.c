/*
 * findings.c - every finding with the plan's words, its reason and its source, by section; then what is not the writer's to
 * mend: dates already missed, what others still owe, what the plan accepts with a reason.
 */
#include "qa/qa.h"

#include <string.h>

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

/* What the item does not say, in one line. */
static void
put_missing(struct qa *q, const struct ehc_group *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->count; i++) {
		if (!ehc_group_has_further(g, g->findings[i], true))
			continue;
		qa_put(q, n++ == 0 ? "<p><b>Missing:</b> " : "; ");
		qa_prose(q, g->findings[i]->missing);
		qa_printf(q, " <span class=\"light code\">%s</span>", g->findings[i]->rule->id);
	}
	if (n > 0)
		qa_put(q, "</p>\n");
}

static void
put_also(struct qa *q, const struct ehc_group *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->count; i++) {
		if (!ehc_group_has_further(g, g->findings[i], false) || n++ >= ALSO_SHOWN)
			continue;
		qa_put(q, n == 1 ? "<ul>\n<li>" : "<li>");
		qa_prose(q, g->findings[i]->message);
		qa_printf(q, " <span class=\"light code\">%s</span></li>\n", g->findings[i]->rule->id);
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

/* Both sides of a comparison with advice, the file and line of each. */
static void
put_beside(struct qa *q, const struct ehc_finding *f)
{
	for (size_t i = 0; i < f->beside.count; i++) {
		const struct ehc_beside *b = &f->beside.items[i];

		qa_put(q, b->document.len > 0 ? "<p><b>Advice:</b> " : "<p><b>Plan:</b> ");
		qa_prose(q, b->words);
		if (b->figure.len > 0) {
			qa_put(q, " = ");
			qa_prose(q, b->figure);
		}
		qa_put(q, " <span class=\"light\">(");
		if (b->document.len > 0) {
			qa_prose(q, b->document);
			qa_put(q, ", ");
		}
		qa_printf(q, "line %zu)</span></p>\n", b->line);
	}
}

static void
put_why(struct qa *q, const struct ehc_finding *f)
{
	struct ehc_str why = ehc_finding_why(f);
	const char *source = ehc_finding_source(f);

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

/* What the page sorts and filters by. */
static void
put_opening(struct qa *q, const struct ehc_finding *f, const char *class)
{
	const char *severity = ehc_severity_name(f->severity);

	qa_printf(q, "<article class=\"finding %s%s\" id=\"%sg%u\" data-severity=\"%s\" data-rule=\"%s\" data-section=\"%s\" "
	    "data-agency=\"%d\" data-line=\"%u\">\n<h4><span class=\"mark\">%s</span> ", severity, class, q->anchors, f->group, severity, f->rule->id,
	    ehc_section_name((enum ehc_section)f->section), (int)ehc_agency_of((enum ehc_section)f->section), qa_line(q, f->span.start),
	    severity);
	qa_prose(q, f->message);
	qa_put(q, "</h4>\n<p class=\"light\">");
	qa_words(q, f->rule->id);
	if (f->item != NULL) {
		qa_printf(q, ", %s", f->item->id_made ? "" : ehc_item_kind_name(f->item->kind));
		qa_put(q, f->item->id_made ? "" : " ");
		qa_item_name(q, f->item);
	}
	if (f->item == NULL || !f->item->id_made)
		qa_printf(q, ", line %u", qa_line(q, f->span.start));
	qa_put(q, "</p>\n");
}

static void
put_group(struct qa *q, const struct ehc_group *g)
{
	const struct ehc_finding *f = g->lead;

	put_opening(q, f, "");
	put_words(q, g);
	put_also(q, g);
	put_missing(q, g);
	put_beside(q, f);
	put_why(q, f);
	put_line(q, "Help:", ehc_finding_help_to_read(f));
	put_suggestion(q, f->suggestion);
	qa_put(q, "</article>\n");
}

/* A note is worth a look, no more: its words at fault, and nothing further. */
static void
put_note(struct qa *q, const struct ehc_group *g)
{
	put_opening(q, g->lead, " brief");
	if (g->lead->has_text)
		put_words(q, g);
	put_beside(q, g->lead);
	qa_put(q, "</article>\n");
}

/* ---- sections ---- */

static bool
is_open(const struct ehc_group *g, int section)
{
	return g->state == EHC_GROUP_OPEN && g->lead->section == section;
}

static size_t
count_open(const struct qa *q, int section)
{
	size_t n = 0;

	for (size_t i = 0; i < q->ngroups; i++)
		n += is_open(&q->groups[i], section);
	return n;
}

static void
put_section(struct qa *q, int section)
{
	const char *name = ehc_section_name((enum ehc_section)section);

	if (count_open(q, section) == 0)
		return;
	if (section == EHC_NO_SECTION)
		qa_printf(q, "<div class=\"group\">\n<h3>%s</h3>\n", ehc_section_subject(EHC_NO_SECTION));
	else
		qa_printf(q, "<div class=\"group\">\n<h3>Section %s: %s</h3>\n", name, ehc_section_subject((enum ehc_section)section));
	for (size_t i = 0; i < q->ngroups; i++)
		if (is_open(&q->groups[i], section) && q->groups[i].lead->severity > EHC_NOTE)
			put_group(q, &q->groups[i]);
	for (size_t i = 0; i < q->ngroups; i++)
		if (is_open(&q->groups[i], section) && q->groups[i].lead->severity == EHC_NOTE)
			put_note(q, &q->groups[i]);
	qa_put(q, "</div>\n");
}

/* ---- the form that sorts and filters: of use with the script alone, and hidden without it ---- */

static void
put_section_choice(struct qa *q)
{
	qa_put(q, "<label>Section <select name=\"section\"><option value=\"\">all</option>");
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		if (count_open(q, s) > 0)
			qa_printf(q, "<option>%s</option>", ehc_section_name((enum ehc_section)s));
	qa_put(q, "</select></label>\n<label>Agency <select name=\"agency\"><option value=\"\">all</option>");
	for (int a = 0; a < EHC_AGENCIES; a++)
		qa_printf(q, "<option value=\"%d\">%s</option>", a, ehc_agency_name((enum ehc_agency)a));
	qa_put(q, "</select></label>\n");
}

static bool
is_family_found(const struct qa *q, const char *prefix)
{
	for (size_t i = 0; i < q->ngroups; i++)
		if (q->groups[i].state == EHC_GROUP_OPEN && qa_rule_is(q->groups[i].lead->rule, prefix))
			return true;
	return false;
}

/* Families of one prefix are one choice. */
static void
put_family_choice(struct qa *q)
{
	size_t n;
	const struct ehc_family *all = ehc_families(&n);

	qa_put(q, "<label>Rules <select name=\"family\"><option value=\"\">all</option>");
	for (size_t i = 0; i < n; i++) {
		size_t before = 0;

		while (before < i && strcmp(all[before].prefix, all[i].prefix) != 0)
			before++;
		if (before == i && is_family_found(q, all[i].prefix))
			qa_printf(q, "<option>%s</option>", all[i].prefix);
	}
	qa_put(q, "</select></label>\n");
}

static void
put_tools(struct qa *q)
{
	qa_put(q, "<form id=\"tools\" class=\"tools\" hidden>\n<fieldset><legend>Show</legend>\n"
	    "<label><input type=\"checkbox\" name=\"error\" checked> errors</label>\n"
	    "<label><input type=\"checkbox\" name=\"warning\" checked> warnings</label>\n"
	    "<label><input type=\"checkbox\" name=\"note\" checked> notes</label></fieldset>\n");
	if (q->plan->kind == EHC_DOC_EHC_PLAN)
		put_section_choice(q);
	put_family_choice(q);
	qa_put(q, "<label>Words <input type=\"search\" name=\"words\" size=\"16\"></label>\n"
	    "<label>Order <select name=\"order\"><option value=\"place\">by section</option><option value=\"severity\">gravest first</option>"
	    "<option value=\"rule\">by rule</option><option value=\"line\">as in the plan</option></select></label>\n"
	    "<button type=\"reset\">Show all</button>\n<p id=\"shown\" role=\"status\"></p>\n</form>\n");
}

/* ---- what is not the writer's to mend ---- */

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
		qa_printf(q, "<li id=\"%sg%u\">", q->anchors, f->group);
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
		if (ehc_finding_source(f)[0] != '\0') {
			qa_put(q, "; ");
			qa_words(q, ehc_finding_source(f));
		}
		qa_put(q, "</span></li>\n");
	}
	if (n > 0)
		qa_printf(q, "</ul>\n%s", after);
}

static void
put_sections(struct qa *q)
{
	for (int s = EHC_NO_SECTION; s < EHC_SECTION_COUNT; s++)
		put_section(q, s);
}

static void
put_the_rest(struct qa *q)
{
	put_apart(q, EHC_GROUP_MISSED, "Dates already missed: no edit mends these", "");
	put_apart(q, EHC_GROUP_TODO, "Still to do, by others, while the plan is being written", "");
	put_apart(q, EHC_GROUP_ACCEPTED, "Accepted in the plan, with a reason",
	    "<p>Each acceptance is for the panel to agree with or not. It is never printed in the plan that the family "
	    "has.</p>\n");
	put_apart(q, EHC_GROUP_KNOWN, "Known already: the baseline holds these", "");
}

void
qa_put_finding_list(struct qa *q)
{
	if (q->ngroups == 0)
		qa_put(q, "<p>Nothing was found.</p>\n");
	put_sections(q);
	put_the_rest(q);
}

void
qa_put_findings(struct qa *q)
{
	qa_section(q, "findings", "Findings");
	if (q->ngroups == 0)
		qa_put(q, "<p>Nothing was found.</p>\n");
	else
		put_tools(q);
	qa_put(q, "<div id=\"finding-list\">\n");
	put_sections(q);
	qa_put(q, "<div id=\"sorted\" hidden><h3>In one list</h3></div>\n</div>\n");
	put_the_rest(q);
	qa_end_section(q);
}
