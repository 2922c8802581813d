/*
 * report.c - the table of reporters, and what all of them share: groups, counts, and the facts of a finding, so that
 * every format says the same.
 */
#include "report/report.h"

#include <string.h>

static const struct ehc_reporter reporters[] = {
	{ "text", "for people, on a terminal", ehc_terminal_begin, ehc_terminal_file, ehc_terminal_end, NULL },
	{ "json", "for programs: templates/schema/findings.schema.json", ehc_json_begin, ehc_json_file, ehc_json_end, "," },
	{ "sarif", "SARIF 2.1.0, for code scanning", ehc_sarif_begin, ehc_sarif_file, ehc_sarif_end, "," },
	{ "junit", "JUnit XML, for test reports", ehc_junit_begin, ehc_junit_file, ehc_junit_end, NULL },
	{ "github", "workflow commands, for notes beside the lines on GitHub", ehc_github_begin, ehc_github_file, ehc_github_end, NULL },
	{ "gitlab", "code quality, for merge requests on GitLab", ehc_gitlab_begin, ehc_gitlab_file, ehc_gitlab_end, "," },
	{ "csv", "a row a finding, for spreadsheets", ehc_csv_begin, ehc_csv_file, ehc_csv_end, NULL },
	{ "html", "a page, for those who hold the plans", ehc_html_begin, ehc_html_file, ehc_html_end, NULL },
};

const struct ehc_reporter *
ehc_reporters(size_t *n)
{
	*n = EHC_COUNT(reporters);
	return reporters;
}

const struct ehc_reporter *
ehc_reporter_find(const char *name)
{
	for (size_t i = 0; i < EHC_COUNT(reporters); i++)
		if (strcmp(reporters[i].name, name) == 0)
			return &reporters[i];
	return NULL;
}

void
ehc_report_file(const struct ehc_reporter *reporter, struct ehc_buf *out, bool *begun, const struct ehc_result *r,
    const struct ehc_report_options *o, size_t nth)
{
	size_t before = out->len, from;

	if (*begun && reporter->between != NULL)
		ehc_buf_cstr(out, reporter->between);
	from = out->len;
	reporter->file(out, r, o, nth);
	if (out->len > from)
		*begun = true;
	else
		ehc_buf_cut(out, before);
}

/* ---- groups ---- */

/* Words that stand in the plan lead before what is missing from it: a reader looks for them. */
static bool
is_about_words(const struct ehc_finding *f)
{
	return f->has_text && f->rule->class_ == EHC_WORDING;
}

/* What is accepted leads only a group that holds nothing else, and what is known none that holds something new. */
static int
newness(const struct ehc_finding *f)
{
	return f->accepted.len > 0 ? 0 : f->known ? 1 : 2;
}

/* Words by their place; what is missing behind them, in the order of the rules: how much and how often come first. */
static bool
stands_behind(const struct ehc_finding *a, const struct ehc_finding *b)
{
	bool words_a = a->rule->class_ == EHC_WORDING, words_b = b->rule->class_ == EHC_WORDING;

	if (words_a || words_b)
		return !words_a && words_b;
	return strcmp(a->rule->id, b->rule->id) > 0;
}

static bool
leads(const struct ehc_finding *f, const struct ehc_finding *lead)
{
	if (newness(f) != newness(lead))
		return newness(f) > newness(lead);
	if (f->severity != lead->severity)
		return f->severity > lead->severity;
	if (is_about_words(f) != is_about_words(lead))
		return is_about_words(f);
	return !is_about_words(f) && stands_behind(lead, f);
}

static void
join(struct ehc_group *g, const struct ehc_finding *f)
{
	size_t at = g->count++;

	for (; at > 0 && stands_behind(g->findings[at - 1], f); at--)
		g->findings[at] = g->findings[at - 1];
	g->findings[at] = f;
	if (g->lead == NULL || leads(f, g->lead))
		g->lead = f;
}

static enum ehc_group_state
state_of(const struct ehc_finding *lead)
{
	if (lead->accepted.len > 0)
		return EHC_GROUP_ACCEPTED;
	if (lead->known)
		return EHC_GROUP_KNOWN;
	if (lead->rule->class_ == EHC_PROCESS)
		return EHC_GROUP_MISSED;
	return lead->todo ? EHC_GROUP_TODO : EHC_GROUP_OPEN;
}

struct ehc_group *
ehc_groups(const struct ehc_findings *f, size_t *n)
{
	struct ehc_group *groups;
	const struct ehc_finding **members = EHC_NEW_ARRAY(f->arena, const struct ehc_finding *, f->list.count);
	size_t *sizes;

	*n = 0;
	for (size_t i = 0; i < f->list.count; i++)
		if (f->list.items[i]->group > *n)
			*n = f->list.items[i]->group;
	groups = EHC_NEW_ARRAY(f->arena, struct ehc_group, *n);
	sizes = EHC_NEW_ARRAY(f->arena, size_t, *n);
	for (size_t i = 0; i < f->list.count; i++)
		sizes[f->list.items[i]->group - 1]++;
	for (size_t g = 0; g < *n; g++) {
		groups[g].findings = members;
		members += sizes[g];
	}
	for (size_t i = 0; i < f->list.count; i++)
		join(&groups[f->list.items[i]->group - 1], f->list.items[i]);
	for (size_t g = 0; g < *n; g++)
		groups[g].state = state_of(groups[g].lead);
	return groups;
}

static void
count_group(struct ehc_totals *t, const struct ehc_group *g)
{
	switch (g->state) {
	case EHC_GROUP_MISSED: t->missed++; return;
	case EHC_GROUP_TODO: t->todo++; return;
	case EHC_GROUP_ACCEPTED: t->accepted++; return;
	case EHC_GROUP_KNOWN: t->known++; return;
	case EHC_GROUP_OPEN: break;
	}
	switch (g->lead->severity) {
	case EHC_ERROR: t->errors++; break;
	case EHC_WARNING: t->warnings++; break;
	case EHC_NOTE: t->notes++; break;
	case EHC_OFF: break;
	}
}

void
ehc_totals_add(struct ehc_totals *t, const struct ehc_result *r)
{
	struct ehc_group *groups;
	size_t n;

	t->files++;
	if (r->failure.len > 0) {
		t->failed++;
		return;
	}
	groups = ehc_groups(r->findings, &n);
	for (size_t i = 0; i < n; i++)
		count_group(t, &groups[i]);
}

/* ---- the facts of one finding ---- */

const char *
ehc_rule_source(const struct ehc_rule *r)
{
	bool sure = r->confidence == EHC_CONFIRMED || r->confidence == EHC_SECONDARY;

	return sure && r->source != NULL ? r->source : "";
}

const char *
ehc_finding_source(const struct ehc_finding *f)
{
	bool in_care = f->item != NULL && f->item->kind >= EHC_ITEM_CONDITION && f->item->kind <= EHC_ITEM_TRAINING;

	return in_care && f->rule->source_in_care != NULL ? f->rule->source_in_care : ehc_rule_source(f->rule);
}

struct ehc_str
ehc_finding_why(const struct ehc_finding *f)
{
	return f->why.len > 0 ? f->why : ehc_str_of(f->rule->why != NULL ? f->rule->why : "");
}

struct ehc_str
ehc_finding_help_text(const struct ehc_finding *f)
{
	return f->help.len > 0 ? f->help : ehc_str_of(f->rule->fix != NULL ? f->rule->fix : "");
}

struct ehc_str
ehc_finding_help_to_read(const struct ehc_finding *f)
{
	struct ehc_str help = ehc_finding_help_text(f), words = help;

	/* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): a length that is one more is one at the least */
	if (words.len == f->suggestion.len + 1 && words.ptr[words.len - 1] == '.')
		words.len--;
	return ehc_str_eq(words, f->suggestion) ? EHC_NOSTR : help;
}

bool
ehc_finding_is_clock(const struct ehc_finding *f)
{
	return (f->rule->needs & EHC_NEEDS_AS_OF) != 0;
}

const struct ehc_accept *
ehc_finding_accept(const struct ehc_finding *f)
{
	if (f->accepted.len == 0 || f->item == NULL)
		return NULL;
	for (size_t i = 0; i < f->item->naccepts; i++)
		if (ehc_str_is_nocase(f->item->accepts[i].rule, f->rule->id))
			return &f->item->accepts[i];
	return NULL;
}

const char *
ehc_doc_kind_name(const struct ehc_plan *p)
{
	switch (p->kind) {
	case EHC_DOC_EHC_PLAN: return p->is_template ? "template of an EHC plan" : "EHC plan";
	case EHC_DOC_HEALTH_PLAN: return p->is_template ? "template of a health care plan" : "health care plan";
	case EHC_DOC_ADVICE: return p->is_template ? "template of an advice report" : "advice report";
	case EHC_DOC_PROFILE: return "profile";
	case EHC_DOC_STYLE: return "style";
	case EHC_DOC_NONE: break;
	}
	return NULL;
}

const char *
ehc_section_subject(enum ehc_section s)
{
	static const char *const subjects[EHC_SECTION_COUNT] = {
		[EHC_NO_SECTION] = "The plan as a whole",
		[EHC_A] = "Views, interests and aspirations",
		[EHC_B] = "Special educational needs",
		[EHC_C] = "Health needs",
		[EHC_D] = "Social care needs",
		[EHC_E] = "Outcomes",
		[EHC_F] = "Special educational provision",
		[EHC_G] = "Health provision",
		[EHC_H1] = "Social care provision under the 1970 Act",
		[EHC_H2] = "Other social care provision",
		[EHC_I] = "Placement",
		[EHC_J] = "Personal budget",
		[EHC_K] = "Advice and information",
	};

	return subjects[s];
}

const struct ehc_draft_block *
ehc_finding_draft(const struct ehc_result *r, const struct ehc_finding *f)
{
	if (r->import == NULL || ehc_span_is_none(f->span))
		return NULL;
	return ehc_import_spot(r->import, f->span, f->has_text).block;
}
