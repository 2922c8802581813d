/*
 * json.c - the findings for programs. The form is a contract: templates/schema/findings.schema.json describes every key.
 */
#include "report/report.h"

static void
put_span(struct ehc_buf *out, struct ehc_source *src, struct ehc_span span)
{
	struct ehc_place from = ehc_source_place(src, span.start), to = span.end == span.start ? from : ehc_source_place(src, span.end);

	ehc_member_number(out, "line", from.line);
	ehc_member_number(out, "column", from.column);
	ehc_member_number(out, "end_line", to.line);
	ehc_member_number(out, "end_column", to.column);
}

/* Where the words stand in the draft that the plan was read out of; a plan that is its own file has none. */
static void
put_origin(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_finding *f)
{
	const struct ehc_draft_block *b = ehc_finding_draft(r, f);

	if (b == NULL)
		return;
	ehc_member(out, "origin");
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "format", r->import->draft->format);
	ehc_member_str(out, "heading", b->origin.heading);
	ehc_member_number(out, "table", b->origin.table);
	ehc_member_number(out, "row", b->origin.row);
	ehc_member_number(out, "column", b->origin.column);
	ehc_member_number(out, "paragraph", b->origin.paragraph);
	ehc_buf_char(out, '}');
}

static void
put_related(struct ehc_buf *out, struct ehc_source *src, const struct ehc_finding *f)
{
	ehc_member(out, "related");
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < f->related.count; i++) {
		struct ehc_place place = ehc_source_place(src, f->related.items[i].span.start);

		ehc_buf_cstr(out, i > 0 ? ",{" : "{");
		ehc_member_number(out, "line", place.line);
		ehc_member_number(out, "column", place.column);
		ehc_member_str(out, "message", f->related.items[i].message);
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

/* Both sides of a comparison; other findings have none. */
static void
put_beside(struct ehc_buf *out, const struct ehc_finding *f)
{
	if (f->beside.count == 0)
		return;
	ehc_member(out, "beside");
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < f->beside.count; i++) {
		const struct ehc_beside *b = &f->beside.items[i];

		ehc_buf_cstr(out, i > 0 ? ",{" : "{");
		ehc_member_str(out, "document", b->document);
		ehc_member_number(out, "line", b->line);
		ehc_member_str(out, "words", b->words);
		ehc_member_str(out, "figure", b->figure);
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

static void
put_accepted(struct ehc_buf *out, const struct ehc_finding *f)
{
	const struct ehc_accept *accept = ehc_finding_accept(f);

	if (f->accepted.len == 0) {
		ehc_member_bare(out, "accepted", "null");
		return;
	}
	ehc_member(out, "accepted");
	ehc_buf_char(out, '{');
	ehc_member_str(out, "reason", accept != NULL ? accept->reason : f->accepted);
	ehc_member_str(out, "role", accept != NULL ? accept->role : EHC_NOSTR);
	ehc_member_day(out, "date", accept != NULL ? accept->day : EHC_NODATE);
	ehc_buf_char(out, '}');
}

static void
put_finding(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_finding *f)
{
	ehc_buf_cstr(out, "{");
	ehc_member_word(out, "rule", f->rule->id);
	ehc_member_word(out, "severity", ehc_severity_name(f->severity));
	ehc_member_str(out, "severity_from", f->severity_from);
	ehc_member_str(out, "message", f->message);
	ehc_member_word(out, "pack", ehc_rule_pack(f->rule));
	ehc_member_str(out, "section", ehc_str_of(ehc_section_name((enum ehc_section)f->section)));
	ehc_member_str(out, "item", ehc_str_of(f->item != NULL ? f->item->id : ""));
	ehc_member_word(out, "class", ehc_class_name(f->rule->class_));
	ehc_member_number(out, "group", f->group);
	ehc_member_bool(out, "clock", ehc_finding_is_clock(f));
	ehc_member_bool(out, "todo", f->todo);
	ehc_member_str(out, "step_of", f->step_of);
	put_span(out, r->source, f->span);
	put_origin(out, r, f);
	ehc_member_str(out, "text", f->has_text ? ehc_source_slice(r->source, f->span) : EHC_NOSTR);
	ehc_member_str(out, "why", ehc_finding_why(f));
	ehc_member_str(out, "source", ehc_str_of(ehc_finding_source(f)));
	ehc_member_str(out, "help", ehc_finding_help_text(f));
	ehc_member_str(out, "suggestion", f->suggestion);
	put_related(out, r->source, f);
	put_beside(out, f);
	ehc_member_word(out, "fingerprint", f->fingerprint);
	ehc_member_bool(out, "known", f->known);
	put_accepted(out, f);
	ehc_buf_char(out, '}');
}

void
ehc_json_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	ehc_buf_cstr(out, "{");
	ehc_member_number(out, "version", 1);
	ehc_member(out, "tool");
	ehc_buf_char(out, '{');
	ehc_member_cstr(out, "name", "ehc");
	ehc_member_cstr(out, "version", EHC_VERSION);
	ehc_buf_char(out, '}');
	ehc_member_day(out, "as_of", o->as_of);
	ehc_member(out, "files");
	ehc_buf_char(out, '[');
}

void
ehc_json_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	bool failed = r->failure.len > 0;
	const char *kind = failed ? NULL : ehc_doc_kind_name(r->plan);

	(void)o;
	(void)nth;
	ehc_buf_cstr(out, "\n{");
	ehc_member(out, "path");
	ehc_buf_json(out, r->source->name);
	ehc_member_str(out, "kind", ehc_str_of(kind != NULL ? kind : ""));
	ehc_member_str(out, "reference", failed ? EHC_NOSTR : r->plan->reference);
	ehc_member_str(out, "failure", r->failure);
	ehc_member(out, "findings");
	ehc_buf_char(out, '[');
	for (size_t i = 0; !failed && i < r->findings->list.count; i++) {
		ehc_buf_cstr(out, i > 0 ? ",\n" : "\n");
		put_finding(out, r, r->findings->list.items[i]);
	}
	ehc_buf_cstr(out, "]}");
}

void
ehc_json_end(struct ehc_buf *out, const struct ehc_totals *t, const struct ehc_report_options *o)
{
	(void)o;
	ehc_buf_cstr(out, "],\n\"summary\":{");
	ehc_member_number(out, "files", t->files);
	ehc_member_number(out, "failed", t->failed);
	ehc_member_number(out, "errors", t->errors);
	ehc_member_number(out, "warnings", t->warnings);
	ehc_member_number(out, "notes", t->notes);
	ehc_member_number(out, "accepted", t->accepted);
	ehc_member_number(out, "missed", t->missed);
	ehc_member_number(out, "todo", t->todo);
	ehc_member_number(out, "known", t->known);
	ehc_member_number(out, "vanished", t->vanished);
	ehc_buf_cstr(out, "}}\n");
}
