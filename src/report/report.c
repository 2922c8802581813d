/*
 * report.c - the table of reporters, and what all of them say of a finding, so that every format says the same. Findings of one
 * cause are put together in group.c.
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
