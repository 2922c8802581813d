/*
 * fact.c - what a CI service is told of a finding: the same facts in each of its formats, masked for those who do not hold the
 * plan unless the run says that they may see it.
 */
#include "report/report.h"

#include <string.h>

static enum ehc_group_state
state_of(const struct ehc_finding *f, const struct ehc_group *g)
{
	return f->accepted.len > 0 ? EHC_GROUP_ACCEPTED : f->known ? EHC_GROUP_KNOWN : g->state;
}

static bool
fails(const struct ehc_fact *fact, const struct ehc_report_options *o)
{
	if (fact->state == EHC_GROUP_MISSED)
		return o->fail_on_missed;
	return fact->state == EHC_GROUP_OPEN && o->fail_on != EHC_OFF && fact->finding->severity >= o->fail_on;
}

static struct ehc_str
others_of(struct ehc_arena *a, const struct ehc_group *g)
{
	struct ehc_buf ids = { NULL, 0, 0 };

	for (size_t i = 0; i < g->count; i++)
		if (g->findings[i] != g->lead)
			ehc_buf_printf(&ids, "%s%s", ids.len > 0 ? ", " : "", g->findings[i]->rule->id);
	return ehc_buf_take(&ids, a);
}

static void
fill_words(struct ehc_fact *fact, const struct ehc_result *r)
{
	const struct ehc_finding *f = fact->finding;

	fact->message = f->message;
	fact->why = ehc_finding_why(f);
	fact->help = ehc_finding_help_text(f);
	fact->suggestion = f->suggestion;
	fact->text = f->has_text ? ehc_source_slice(r->source, f->span) : EHC_NOSTR;
	fact->accepted = f->accepted;
	fact->reference = r->plan->reference;
	fact->beside = true;
}

static void
fill_masked(struct ehc_fact *fact, const struct ehc_result *r)
{
	const struct ehc_finding *f = fact->finding;

	fact->message = ehc_masked_message(r, f);
	fact->why = ehc_masked_words(r, f, ehc_finding_why(f), f->rule->why);
	fact->help = ehc_masked_words(r, f, ehc_finding_help_text(f), f->rule->fix);
	fact->suggestion = ehc_masked_words(r, f, f->suggestion, NULL);
	fact->text = ehc_masked_text(r, f);
}

static void
fill(struct ehc_fact *fact, const struct ehc_result *r, const struct ehc_finding *f, const struct ehc_group *g,
    const struct ehc_report_options *o)
{
	*fact = (struct ehc_fact){ .finding = f, .rule = f->rule, .state = state_of(f, g) };
	fact->fails = fails(fact, o);
	fact->level = fact->state == EHC_GROUP_OPEN || fact->fails ? f->severity : EHC_NOTE;
	fact->section = ehc_section_name((enum ehc_section)f->section);
	fact->item = f->item != NULL ? f->item->id : "";
	if (!ehc_span_is_none(f->span)) {
		fact->from = ehc_source_place(r->source, f->span.start);
		fact->to = ehc_source_place(r->source, f->span.end);
	}
	if (o->identify)
		fill_words(fact, r);
	else
		fill_masked(fact, r);
	if (o->grouped)
		fact->also = others_of(r->findings->arena, g);
}

struct ehc_facts
ehc_facts_of(const struct ehc_result *r, const struct ehc_report_options *o)
{
	struct ehc_facts facts = { .path = ehc_path_shown(r->findings->arena, r->source->name, o->base), .failure = r->failure };
	struct ehc_group *groups;
	size_t ngroups;

	if (r->failure.len > 0)
		return facts;
	groups = ehc_groups(r->findings, &ngroups);
	facts.items = EHC_NEW_ARRAY(r->findings->arena, struct ehc_fact, r->findings->list.count);
	for (size_t i = 0; i < r->findings->list.count; i++) {
		const struct ehc_finding *f = r->findings->list.items[i];
		const struct ehc_group *g = &groups[f->group - 1];

		if (!o->grouped || g->lead == f)
			fill(&facts.items[facts.count++], r, f, g, o);
	}
	return facts;
}

const char *
ehc_fact_state(const struct ehc_fact *fact)
{
	switch (fact->state) {
	case EHC_GROUP_MISSED: return "missed";
	case EHC_GROUP_TODO: return "todo";
	case EHC_GROUP_ACCEPTED: return "accepted";
	case EHC_GROUP_KNOWN: return "known";
	case EHC_GROUP_OPEN: break;
	}
	return "open";
}

void
ehc_fact_title(struct ehc_buf *out, const struct ehc_fact *fact)
{
	ehc_buf_cstr(out, fact->rule->id);
	if (fact->finding->item != NULL)
		ehc_buf_printf(out, " in %s %s", ehc_item_kind_name(fact->finding->item->kind), fact->item);
	else if (fact->section[0] != '\0')
		ehc_buf_printf(out, " in section %s", fact->section);
}

static void
put_detail(struct ehc_buf *out, const char *label, struct ehc_str words, const char *source)
{
	if (words.len == 0)
		return;
	ehc_buf_printf(out, "\n%s: ", label);
	ehc_buf_plain(out, words);
	if (source[0] != '\0')
		ehc_buf_printf(out, " [%s]", source);
}

static const char *
standing(const struct ehc_fact *fact)
{
	switch (fact->state) {
	case EHC_GROUP_MISSED: return "a date already missed, which no edit mends";
	case EHC_GROUP_TODO: return "still to do, by others, while the plan is being written";
	case EHC_GROUP_ACCEPTED: return "accepted in the plan, with a reason";
	case EHC_GROUP_KNOWN: return "known already: the baseline holds it";
	case EHC_GROUP_OPEN: break;
	}
	return "";
}

void
ehc_fact_details(struct ehc_buf *out, const struct ehc_fact *fact)
{
	const struct ehc_finding *f = fact->finding;

	put_detail(out, "Why", fact->why, ehc_finding_source(fact->finding));
	put_detail(out, "Help", fact->help, "");
	if (!ehc_str_eq(fact->suggestion, fact->help))
		put_detail(out, "Instead", fact->suggestion, "");
	put_detail(out, "Words", fact->text, "");
	for (size_t i = 0; fact->beside && i < f->beside.count; i++)
		put_detail(out, f->beside.items[i].document.len > 0 ? "Advice" : "Plan", f->beside.items[i].words, "");
	put_detail(out, "Of the same cause", fact->also, "");
	put_detail(out, "Standing", ehc_str_of(standing(fact)), "");
	put_detail(out, "Accepted", fact->accepted, "");
	put_detail(out, "Whose step", f->step_of, "");
	put_detail(out, "Reference", fact->reference, "");
	put_detail(out, "Severity set by", f->severity_from, "");
	ehc_buf_printf(out, "\nFacts: %s, %s; pack %s; group %u; fingerprint %s%s", ehc_severity_name(f->severity),
	    ehc_class_name(fact->rule->class_), ehc_rule_pack(fact->rule), f->group, f->fingerprint,
	    ehc_finding_is_clock(f) ? "; depends on the day" : "");
}

struct ehc_str
ehc_path_shown(struct ehc_arena *a, struct ehc_str path, const char *base)
{
	size_t n = base != NULL ? strlen(base) : 0;

	if (n > 0 && path.len > n + 1 && memcmp(path.ptr, base, n) == 0 && path.ptr[n] == '/')
		path = ehc_str_sub(path, n + 1, path.len);
	while (path.len > 2 && path.ptr[0] == '.' && path.ptr[1] == '/')
		path = ehc_str_sub(path, 2, path.len);
	return ehc_arena_copy(a, path);
}
