/*
 * gitlab.c - GitLab's code quality report: an array of issues in the shape of Code Climate. GitLab takes an issue whose
 * fingerprint it has seen for the same one, so here the fingerprint is also of the path.
 */
#include "report/report.h"

static const char *
severity_of(enum ehc_severity level)
{
	return level == EHC_ERROR ? "major" : level == EHC_WARNING ? "minor" : "info";
}

/* "Accepted in the plan: " and the like, where an issue is listed that does not count. */
static const char *
standing(const struct ehc_fact *fact)
{
	switch (fact->state) {
	case EHC_GROUP_ACCEPTED: return "Accepted in the plan: ";
	case EHC_GROUP_KNOWN: return "Known already: ";
	case EHC_GROUP_TODO: return "Still to do: ";
	case EHC_GROUP_MISSED: return "Already missed: ";
	case EHC_GROUP_OPEN: break;
	}
	return "";
}

static void
put_member_of(struct ehc_buf *out, const char *name, struct ehc_buf *words)
{
	ehc_member_str(out, name, ehc_buf_text(words));
	ehc_buf_free(words);
}

static void
put_fingerprint(struct ehc_buf *out, struct ehc_str path, const char *print)
{
	struct ehc_buf words = { NULL, 0, 0 };

	ehc_buf_str(&words, path);
	ehc_buf_printf(&words, "\n%s", print);
	ehc_member(out, "fingerprint");
	ehc_buf_printf(out, "\"%016llx\"",
	    (unsigned long long)ehc_siphash((struct ehc_key){ 0, 0 }, ehc_buf_text(&words)));
	ehc_buf_free(&words);
}

static void
put_location(struct ehc_buf *out, struct ehc_str path, uint32_t begin, uint32_t end)
{
	ehc_member(out, "location");
	ehc_buf_char(out, '{');
	ehc_member_str(out, "path", path);
	ehc_member(out, "lines");
	ehc_buf_printf(out, "{\"begin\":%u,\"end\":%u}}", begin > 0 ? begin : 1, end > 0 ? end : 1);
}

/* What Code Climate has no member for. */
static void
put_facts(struct ehc_buf *out, const struct ehc_fact *fact)
{
	const struct ehc_finding *f = fact->finding;

	ehc_member(out, "ehc");
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "severity", ehc_severity_name(f->severity));
	ehc_member_cstr(out, "state", ehc_fact_state(fact));
	ehc_member_cstr(out, "class", ehc_class_name(fact->rule->class_));
	ehc_member_cstr(out, "pack", ehc_rule_pack(fact->rule));
	ehc_member_str(out, "section", ehc_str_of(fact->section));
	ehc_member_str(out, "item", ehc_str_of(fact->item));
	ehc_member_str(out, "text", fact->text);
	ehc_member_number(out, "column", fact->from.column);
	ehc_member_number(out, "end_column", fact->to.column);
	ehc_member_number(out, "group", f->group);
	ehc_member_bool(out, "clock", ehc_finding_is_clock(f));
	ehc_member_cstr(out, "fingerprint", f->fingerprint);
	ehc_buf_char(out, '}');
}

static void
put_issue(struct ehc_buf *out, struct ehc_str path, const struct ehc_fact *fact)
{
	struct ehc_buf words = { NULL, 0, 0 }, body = { NULL, 0, 0 };

	ehc_buf_cstr(out, "{");
	ehc_member_cstr(out, "type", "issue");
	ehc_buf_cstr(&words, standing(fact));
	ehc_buf_plain(&words, fact->message);
	put_member_of(out, "description", &words);
	ehc_member_cstr(out, "check_name", fact->rule->id);
	ehc_member_cstr(out, "severity", severity_of(fact->level));
	ehc_member(out, "categories");
	ehc_buf_cstr(out, fact->rule->class_ == EHC_SAFETY ? "[\"Bug Risk\"]" : "[\"Clarity\"]");
	put_fingerprint(out, path, fact->finding->fingerprint);
	put_location(out, path, fact->from.line, fact->to.line);
	ehc_member(out, "content");
	ehc_buf_char(out, '{');
	ehc_fact_title(&body, fact);
	ehc_fact_details(&body, fact);
	put_member_of(out, "body", &body);
	ehc_buf_char(out, '}');
	put_facts(out, fact);
	ehc_buf_char(out, '}');
}

static void
put_failure(struct ehc_buf *out, struct ehc_str path, struct ehc_str why)
{
	struct ehc_buf words = { NULL, 0, 0 };

	ehc_buf_cstr(out, "\n{");
	ehc_member_cstr(out, "type", "issue");
	ehc_buf_cstr(&words, "Not checked: ");
	ehc_buf_plain(&words, why);
	put_member_of(out, "description", &words);
	ehc_member_cstr(out, "check_name", "not-checked");
	ehc_member_cstr(out, "severity", "blocker");
	ehc_member(out, "categories");
	ehc_buf_cstr(out, "[\"Bug Risk\"]");
	put_fingerprint(out, path, "not-checked");
	put_location(out, path, 1, 1);
	ehc_buf_char(out, '}');
}

void
ehc_gitlab_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	(void)o;
	ehc_buf_cstr(out, "[");
}

void
ehc_gitlab_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct ehc_facts facts = ehc_facts_of(r, o);

	(void)nth;
	if (facts.failure.len > 0)
		put_failure(out, facts.path, facts.failure);
	for (size_t i = 0; i < facts.count; i++) {
		ehc_buf_cstr(out, i > 0 ? ",\n" : "\n");
		put_issue(out, facts.path, &facts.items[i]);
	}
}

void
ehc_gitlab_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)t;
	(void)o;
	ehc_buf_cstr(out, "\n]\n");
}
