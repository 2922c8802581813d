/*
 * sarif.c - SARIF 2.1.0, as code scanning reads it. Every rule is described, in the order of the families, whether it found
 * something or not: a result names its rule by its number in that list.
 */
#include "report/report.h"

#include <string.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"
#define ROOT "SRCROOT"                  /* the folder that ehc was run in */
#define NOT_CHECKED "not-checked"       /* stands for a rule where a file could not be read */

static const char *
level_of(enum ehc_severity s)
{
	return s == EHC_ERROR ? "error" : s == EHC_WARNING ? "warning" : s == EHC_NOTE ? "note" : "none";
}

/* `"name":{"text":...` left open for what follows. */
static void
open_text(struct ehc_buf *out, const char *name, struct ehc_str words)
{
	ehc_member(out, name);
	ehc_buf_cstr(out, "{\"text\":");
	ehc_buf_json(out, words);
}

static void
put_text(struct ehc_buf *out, const char *name, struct ehc_str words)
{
	open_text(out, name, words);
	ehc_buf_char(out, '}');
}

/* ---- rules ---- */

static size_t
number_of(const struct ehc_rule *rule)
{
	const struct ehc_family *families;
	size_t n, number = 0;

	families = ehc_families(&n);
	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++, number++)
			if (r == rule)
				return number;
	EHC_BUG("rule %s is in no family", rule->id);
}

/* Markdown would take <blanks> for HTML; what stands in `ticks` is code already. */
static void
put_markdown(struct ehc_buf *out, const char *words)
{
	bool in_code = false;

	for (; *words != '\0'; words++) {
		in_code = in_code != (*words == '`');
		if (*words == '<' && !in_code)
			ehc_buf_char(out, '\\');
		ehc_buf_char(out, *words);
	}
}

static void
put_help_part(struct ehc_buf *text, struct ehc_buf *markdown, const char *title, const char *words)
{
	if (words == NULL || words[0] == '\0')
		return;
	ehc_buf_printf(text, "%s%s: %s", text->len > 0 ? "\n" : "", title, words);
	ehc_buf_printf(markdown, "%s**%s:** ", markdown->len > 0 ? "\n\n" : "", title);
	put_markdown(markdown, words);
}

static void
put_help(struct ehc_buf *out, const struct ehc_rule *r)
{
	struct ehc_buf text = { NULL, 0, 0 }, markdown = { NULL, 0, 0 };

	put_help_part(&text, &markdown, "Why it matters", r->why);
	put_help_part(&text, &markdown, "What to write", r->fix);
	put_help_part(&text, &markdown, "Source", ehc_rule_source(r));
	put_help_part(&text, &markdown, "When the words are right as they stand", r->legitimate);
	put_help_part(&text, &markdown, "To keep them", ehc_rule_is_binding(r) ?
	    "in a draft, accept the finding with a reason; in a final plan it cannot be accepted" :
	    "accept the finding with a reason, or set the rule in a profile");
	open_text(out, "help", ehc_buf_text(&text));
	ehc_member_str(out, "markdown", ehc_buf_text(&markdown));
	ehc_buf_char(out, '}');
	ehc_buf_free(&text);
	ehc_buf_free(&markdown);
}

static void
put_rule(struct ehc_buf *out, const struct ehc_rule *r, const struct ehc_family *family)
{
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "id", r->id);
	put_text(out, "shortDescription", ehc_str_of(r->title));
	put_text(out, "fullDescription", ehc_str_of(r->why != NULL ? r->why : r->title));
	put_help(out, r);
	ehc_member(out, "defaultConfiguration");
	ehc_buf_printf(out, "{\"enabled\":%s,\"level\":\"%s\"}", r->severity == EHC_OFF ? "false" : "true", level_of(r->severity));
	ehc_member(out, "properties");
	ehc_buf_char(out, '{');
	ehc_member(out, "tags");
	ehc_buf_printf(out, "[\"%s\",\"%s\"]", ehc_class_name(r->class_), family->prefix);
	ehc_member_cstr(out, "class", ehc_class_name(r->class_));
	ehc_member_cstr(out, "pack", ehc_rule_pack(r));
	ehc_member_str(out, "source", ehc_str_of(ehc_rule_source(r)));
	ehc_buf_cstr(out, "}}");
}

static void
put_rules(struct ehc_buf *out)
{
	const struct ehc_family *families;
	size_t n;

	families = ehc_families(&n);
	ehc_member(out, "rules");
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			put_rule(out, r, &families[i]);
			ehc_buf_cstr(out, ",\n");
		}
	ehc_buf_cstr(out, "{\"id\":\"" NOT_CHECKED "\",\"shortDescription\":{\"text\":\"A file can be read\"},\"defaultConfiguration\":"
	    "{\"enabled\":true,\"level\":\"error\"}}]");
}

/* ---- places ---- */

/* A reference by RFC 3986: whatever is not plain is its bytes in figures. */
static void
put_uri(struct ehc_buf *out, struct ehc_str path)
{
	bool absolute = path.len > 0 && path.ptr[0] == '/';

	ehc_member(out, "artifactLocation");
	ehc_buf_printf(out, "{\"uri\":\"%s", absolute ? "file://" : "");
	for (size_t i = 0; i < path.len; i++) {
		char c = path.ptr[i];

		if (ehc_is_letter_or_digit(c) || (c != '\0' && strchr("/-._~", c) != NULL))
			ehc_buf_char(out, c);
		else
			ehc_buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
	}
	ehc_buf_cstr(out, absolute ? "\"}" : "\",\"uriBaseId\":\"" ROOT "\"}");
}

static void
put_region(struct ehc_buf *out, struct ehc_place from, struct ehc_place to)
{
	if (from.line == 0)
		return;
	ehc_member(out, "region");
	ehc_buf_printf(out, "{\"startLine\":%u,\"startColumn\":%u,\"endLine\":%u,\"endColumn\":%u}", from.line, from.column, to.line,
	    to.column);
}

static void
put_place(struct ehc_buf *out, struct ehc_str path, struct ehc_place from, struct ehc_place to)
{
	ehc_member(out, "physicalLocation");
	ehc_buf_char(out, '{');
	put_uri(out, path);
	put_region(out, from, to);
	ehc_buf_char(out, '}');
}

static void
put_location(struct ehc_buf *out, struct ehc_str path, const struct ehc_fact *fact)
{
	ehc_member(out, "locations");
	ehc_buf_cstr(out, "[{");
	put_place(out, path, fact->from, fact->to);
	if (fact->item[0] != '\0') {
		ehc_member(out, "logicalLocations");
		ehc_buf_cstr(out, "[{");
		ehc_member_cstr(out, "name", fact->item);
		ehc_member_cstr(out, "kind", "member");
		ehc_buf_cstr(out, "}]");
	}
	ehc_buf_cstr(out, "}]");
}

static void
put_related(struct ehc_buf *out, const struct ehc_result *r, struct ehc_str path, const struct ehc_fact *fact,
    const struct ehc_report_options *o)
{
	const struct ehc_finding *f = fact->finding;

	if (f->related.count == 0)
		return;
	ehc_member(out, "relatedLocations");
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < f->related.count; i++) {
		const struct ehc_related *one = &f->related.items[i];
		struct ehc_str words = o->identify ? one->message : ehc_masked_words(r, f, one->message, NULL);

		ehc_buf_cstr(out, i > 0 ? ",{" : "{");
		ehc_member_number(out, "id", i + 1);
		put_place(out, path, ehc_source_place(r->source, one->span.start), ehc_source_place(r->source, one->span.end));
		if (words.len > 0)
			put_text(out, "message", words);
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

/* ---- results ---- */

static void
put_suppressions(struct ehc_buf *out, const struct ehc_fact *fact)
{
	if (fact->state != EHC_GROUP_ACCEPTED)
		return;
	ehc_member(out, "suppressions");
	ehc_buf_cstr(out, "[{\"kind\":\"inSource\",\"status\":\"accepted\"");
	if (fact->accepted.len > 0)
		ehc_member_str(out, "justification", fact->accepted);
	ehc_buf_cstr(out, "}]");
}

static void
put_properties(struct ehc_buf *out, const struct ehc_fact *fact)
{
	const struct ehc_finding *f = fact->finding;

	ehc_member(out, "properties");
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "severity", ehc_severity_name(f->severity));
	ehc_member_str(out, "severity_from", f->severity_from);
	ehc_member_cstr(out, "state", ehc_fact_state(fact));
	ehc_member_bool(out, "fails", fact->fails);
	ehc_member_cstr(out, "class", ehc_class_name(fact->rule->class_));
	ehc_member_cstr(out, "pack", ehc_rule_pack(fact->rule));
	ehc_member_str(out, "section", ehc_str_of(fact->section));
	ehc_member_str(out, "item", ehc_str_of(fact->item));
	ehc_member_number(out, "group", f->group);
	ehc_member_str(out, "also", fact->also);
	ehc_member_bool(out, "clock", ehc_finding_is_clock(f));
	ehc_member_str(out, "step_of", f->step_of);
	ehc_member_str(out, "text", fact->text);
	ehc_member_str(out, "why", fact->why);
	ehc_member_str(out, "source", ehc_str_of(ehc_finding_source(fact->finding)));
	ehc_member_str(out, "help", fact->help);
	ehc_member_str(out, "suggestion", fact->suggestion);
	ehc_member_str(out, "reference", fact->reference);
	ehc_buf_char(out, '}');
}

static void
put_result(struct ehc_buf *out, const struct ehc_result *r, struct ehc_str path, const struct ehc_fact *fact,
    const struct ehc_report_options *o)
{
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "ruleId", fact->rule->id);
	ehc_member_number(out, "ruleIndex", number_of(fact->rule));
	ehc_member_cstr(out, "level", level_of(fact->level));
	put_text(out, "message", fact->message);
	put_location(out, path, fact);
	put_related(out, r, path, fact, o);
	ehc_member(out, "partialFingerprints");
	ehc_buf_printf(out, "{\"ehc/v1\":\"%s\"}", fact->finding->fingerprint);
	if (o->baseline)
		ehc_member_cstr(out, "baselineState", fact->finding->known ? "unchanged" : "new");
	put_suppressions(out, fact);
	put_properties(out, fact);
	ehc_buf_char(out, '}');
}

static void
put_failure(struct ehc_buf *out, struct ehc_str path, struct ehc_str why)
{
	ehc_buf_cstr(out, "\n{");
	ehc_member_cstr(out, "ruleId", NOT_CHECKED);
	ehc_member_cstr(out, "level", "error");
	put_text(out, "message", why);
	ehc_member(out, "locations");
	ehc_buf_cstr(out, "[{");
	put_place(out, path, (struct ehc_place){ 0, 0 }, (struct ehc_place){ 0, 0 });
	ehc_buf_cstr(out, "}]}");
}

/* ---- the log ---- */

void
ehc_sarif_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	ehc_buf_cstr(out, "{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"ehc\","
	    "\"fullName\":\"ehc, a compiler for EHC plans\",\"version\":\"" EHC_VERSION "\",\"semanticVersion\":\"" EHC_VERSION "\"");
	put_rules(out);
	ehc_buf_cstr(out, "}},\n\"columnKind\":\"unicodeCodePoints\",\"originalUriBaseIds\":{\"" ROOT
	    "\":{\"description\":{\"text\":\"The folder that ehc was run in.\"}}},\"properties\":{");
	ehc_member_day(out, "as_of", o->as_of);
	ehc_buf_cstr(out, "},\n\"results\":[");
}

void
ehc_sarif_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	struct ehc_facts facts = ehc_facts_of(r, o);

	(void)nth;
	if (facts.failure.len > 0)
		put_failure(out, facts.path, facts.failure);
	for (size_t i = 0; i < facts.count; i++) {
		ehc_buf_cstr(out, i > 0 ? ",\n" : "\n");
		put_result(out, r, facts.path, &facts.items[i], o);
	}
}

void
ehc_sarif_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)o;
	ehc_buf_printf(out, "],\n\"invocations\":[{\"executionSuccessful\":%s", t->failed == 0 ? "true" : "false");
	if (t->failed > 0)
		ehc_buf_printf(out, ",\"toolExecutionNotifications\":[{\"level\":\"error\",\"message\":{\"text\":\"%zu of %zu files could not "
		    "be checked.\"}}]", t->failed, t->files);
	ehc_member(out, "properties");
	ehc_buf_char(out, '{');
	ehc_member_number(out, "files", t->files);
	ehc_member_number(out, "errors", t->errors);
	ehc_member_number(out, "warnings", t->warnings);
	ehc_member_number(out, "notes", t->notes);
	ehc_member_number(out, "missed", t->missed);
	ehc_member_number(out, "todo", t->todo);
	ehc_member_number(out, "accepted", t->accepted);
	ehc_member_number(out, "known", t->known);
	ehc_member_number(out, "vanished", t->vanished);
	ehc_buf_cstr(out, "}}]}]}\n");
}
