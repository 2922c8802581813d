/*
 * json.c - the findings for programs. The form is a contract: templates/schema/findings.schema.json describes every key.
 */
#include "report/report.h"

/* `"key":` with what separates it from the member before. */
static void
key(struct ehc_buf *out, const char *name)
{
	if (out->ptr[out->len - 1] != '{')
		ehc_buf_char(out, ',');
	ehc_buf_printf(out, "\"%s\":", name);
}

static void
put_cstr(struct ehc_buf *out, const char *name, const char *value)
{
	key(out, name);
	ehc_buf_json(out, ehc_str_of(value));
}

/* An empty text is null: there is nothing to say. */
static void
put_str(struct ehc_buf *out, const char *name, struct ehc_str value)
{
	key(out, name);
	if (value.len == 0)
		ehc_buf_cstr(out, "null");
	else
		ehc_buf_json(out, value);
}

static void
put_bool(struct ehc_buf *out, const char *name, bool value)
{
	key(out, name);
	ehc_buf_cstr(out, value ? "true" : "false");
}

static void
put_number(struct ehc_buf *out, const char *name, size_t value)
{
	key(out, name);
	ehc_buf_printf(out, "%zu", value);
}

static void
put_day(struct ehc_buf *out, const char *name, ehc_day d)
{
	key(out, name);
	if (d == EHC_NODATE) {
		ehc_buf_cstr(out, "null");
		return;
	}
	ehc_buf_char(out, '"');
	ehc_buf_day_iso(out, d);
	ehc_buf_char(out, '"');
}

static void
put_span(struct ehc_buf *out, struct ehc_source *src, struct ehc_span span)
{
	struct ehc_place from = ehc_source_place(src, span.start), to = ehc_source_place(src, span.end);

	put_number(out, "line", from.line);
	put_number(out, "column", from.column);
	put_number(out, "end_line", to.line);
	put_number(out, "end_column", to.column);
}

static void
put_related(struct ehc_buf *out, struct ehc_source *src, const struct ehc_finding *f)
{
	key(out, "related");
	ehc_buf_char(out, '[');
	for (size_t i = 0; i < f->related.count; i++) {
		struct ehc_place place = ehc_source_place(src, f->related.items[i].span.start);

		ehc_buf_cstr(out, i > 0 ? ",{" : "{");
		put_number(out, "line", place.line);
		put_number(out, "column", place.column);
		put_str(out, "message", f->related.items[i].message);
		ehc_buf_char(out, '}');
	}
	ehc_buf_char(out, ']');
}

static void
put_accepted(struct ehc_buf *out, const struct ehc_finding *f)
{
	const struct ehc_accept *accept = ehc_finding_accept(f);

	key(out, "accepted");
	if (f->accepted.len == 0) {
		ehc_buf_cstr(out, "null");
		return;
	}
	ehc_buf_char(out, '{');
	put_str(out, "reason", accept != NULL ? accept->reason : f->accepted);
	put_str(out, "role", accept != NULL ? accept->role : EHC_NOSTR);
	put_day(out, "date", accept != NULL ? accept->day : EHC_NODATE);
	ehc_buf_char(out, '}');
}

static void
put_finding(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_finding *f)
{
	ehc_buf_cstr(out, "{");
	put_cstr(out, "rule", f->rule->id);
	put_cstr(out, "severity", ehc_severity_name(f->severity));
	put_str(out, "severity_from", f->severity_from);
	put_str(out, "message", f->message);
	put_cstr(out, "pack", ehc_rule_pack(f->rule));
	put_str(out, "section", ehc_str_of(ehc_section_name((enum ehc_section)f->section)));
	put_str(out, "item", ehc_str_of(f->item != NULL ? f->item->id : ""));
	put_cstr(out, "class", ehc_class_name(f->rule->class_));
	put_number(out, "group", f->group);
	put_bool(out, "clock", ehc_finding_is_clock(f));
	put_bool(out, "todo", f->todo);
	put_str(out, "step_of", f->step_of);
	put_span(out, r->source, f->span);
	put_str(out, "text", f->has_text ? ehc_source_slice(r->source, f->span) : EHC_NOSTR);
	put_str(out, "why", ehc_finding_why(f));
	put_str(out, "source", ehc_str_of(ehc_rule_source(f->rule)));
	put_str(out, "help", ehc_finding_help_text(f));
	put_str(out, "suggestion", f->suggestion);
	put_related(out, r->source, f);
	put_cstr(out, "fingerprint", f->fingerprint);
	put_accepted(out, f);
	ehc_buf_char(out, '}');
}

void
ehc_json_begin(struct ehc_buf *out, const struct ehc_report_options *o)
{
	ehc_buf_cstr(out, "{");
	put_number(out, "version", 1);
	key(out, "tool");
	ehc_buf_char(out, '{');
	put_cstr(out, "name", "ehc");
	put_cstr(out, "version", EHC_VERSION);
	ehc_buf_char(out, '}');
	put_day(out, "as_of", o->as_of);
	key(out, "files");
	ehc_buf_char(out, '[');
}

void
ehc_json_file(struct ehc_buf *out, const struct ehc_result *r, const struct ehc_report_options *o, size_t nth)
{
	bool failed = r->failure.len > 0;
	const char *kind = failed ? NULL : ehc_doc_kind_name(r->plan);

	(void)o;
	ehc_buf_cstr(out, nth > 0 ? ",\n{" : "\n{");
	key(out, "path");
	ehc_buf_json(out, r->source->name);
	put_str(out, "kind", ehc_str_of(kind != NULL ? kind : ""));
	put_str(out, "reference", failed ? EHC_NOSTR : r->plan->reference);
	put_str(out, "failure", r->failure);
	key(out, "findings");
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
	put_number(out, "files", t->files);
	put_number(out, "failed", t->failed);
	put_number(out, "errors", t->errors);
	put_number(out, "warnings", t->warnings);
	put_number(out, "notes", t->notes);
	put_number(out, "accepted", t->accepted);
	put_number(out, "missed", t->missed);
	put_number(out, "todo", t->todo);
	ehc_buf_cstr(out, "}}\n");
}
