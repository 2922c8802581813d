/*
 * run.c - runs every rule that applies to a document and puts stage, profile and acceptances in force.
 *
 * The order is fixed: all rules; then what the advice says of what the plan leaves open; then what one finding makes idle in
 * another; then severities; then acceptances; then sorting. So a rule that a profile switches off still silences what hangs on it, and the order of rules never shows.
 */
#include "rules/house.h"

#include <string.h>

static unsigned
document_bit(const struct ehc_plan *p)
{
	if (p->is_template)
		return EHC_FOR_TEMPLATE;
	switch (p->kind) {
	case EHC_DOC_EHC_PLAN:
		return EHC_FOR_EHC_PLAN;
	case EHC_DOC_HEALTH_PLAN:
		return EHC_FOR_HEALTH_PLAN;
	case EHC_DOC_ADVICE:
		return EHC_FOR_ADVICE;
	case EHC_DOC_PROFILE:
		return EHC_FOR_PROFILE;
	case EHC_DOC_STYLE:
		return EHC_FOR_STYLE;
	case EHC_DOC_NONE:
		break;
	}
	return 0;
}

/* A plan without a status has not said that it is final; it has not said that it is a draft either. */
static bool
needs_are_met(const struct ehc_check *c, unsigned needs)
{
	enum ehc_status status = c->plan->status;

	if (needs & EHC_NEEDS_AS_OF && c->as_of == EHC_NODATE)
		return false;
	if (needs & EHC_NEEDS_FINAL && !ehc_status_is_final(status))
		return false;
	return !(needs & EHC_NEEDS_DRAFT) || status == EHC_DRAFT || status == EHC_WORKING;
}

/* The pack of the rule that was looked at last: rules of one pack stand together, so it is seldom another. */
struct pack_state {
	const char *name;
	const struct ehc_pack *pack;
	bool in_force;
};

static void
look_at_pack(const struct ehc_check *c, const struct ehc_rule *r, struct pack_state *s)
{
	const char *name = ehc_rule_pack(r);

	if (s->pack != NULL && (name == s->name || strcmp(name, s->name) == 0))
		return;
	s->name = name;
	s->pack = ehc_pack_find(ehc_str_of(name));
	if (s->pack == NULL)
		EHC_BUG("rule %s names the pack %s, which is not in packs.c", r->id, name);
	s->in_force = ehc_pack_in_force(s->pack, c->profile, ehc_check_day(c), c->packs) && (c->packs != NULL || ehc_pack_binds(c, s->pack));
}

/* Switching a pack off does not switch off what rests on an Act, on Regulations or on safety, unless it was off to begin with. */
static bool
pack_allows(const struct ehc_check *c, const struct ehc_rule *r, struct pack_state *s)
{
	look_at_pack(c, r, s);
	return s->in_force || (c->packs == NULL && s->pack->on && ehc_rule_is_binding(r));
}

static void
run_rule(struct ehc_check *c, const struct ehc_rule *r)
{
	struct ehc_finding *more;

	c->running = r;
	c->reported = 0;
	r->run(c, r);
	if (c->reported <= EHC_RULE_LIMIT)
		return;
	more = ehc_findings_add(c->out, r, ehc_plan_place(c->plan));
	more->message = ehc_arena_printf(c->arena, "There are %zu findings of this rule; only the first %zu are listed.", c->reported, EHC_RULE_LIMIT);
}

static void
run_rules(struct ehc_check *c)
{
	unsigned document = document_bit(c->plan);
	struct pack_state pack = { NULL, NULL, false };
	const struct ehc_family *families;
	size_t n;

	families = ehc_families(&n);
	for (size_t i = 0; i < n; i++) {
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			if (r->run == NULL || !(r->documents & document) || !needs_are_met(c, r->needs) || !pack_allows(c, r, &pack))
				continue;
			run_rule(c, r);
		}
	}
	c->running = NULL;
}

/* ---- severity in force ---- */

bool
ehc_setting_is_barred(const struct ehc_rule *r, enum ehc_severity severity)
{
	return severity < r->severity && ehc_rule_is_binding(r);
}

struct ehc_rule_force
ehc_rule_in_force(const struct ehc_rule *r, const struct ehc_profile *p, ehc_day day, enum ehc_section s)
{
	struct ehc_rule_force force = { .severity = r->severity };

	for (size_t i = 0; i < p->settings.count; i++) {
		const struct ehc_rule_setting *set = &p->settings.items[i];

		if (set->rule != r || !ehc_house_applies(set->since, day))
			continue;
		if (set->sections != 0 && (s == EHC_NO_SECTION || (set->sections & 1u << s) == 0))
			continue;
		if (ehc_setting_is_barred(r, set->severity)) {
			force.refused = set->from;
			continue;
		}
		force.severity = set->severity;
		force.from = set->from;
	}
	return force;
}

/* A rule that judged the item more gently than its own severity keeps to that, unless the house is gentler still. */
static void
apply_profile(struct ehc_check *c, struct ehc_finding *f)
{
	struct ehc_rule_force set = ehc_rule_in_force(f->rule, c->profile, ehc_check_day(c), (enum ehc_section)f->section);

	if (set.from.len == 0 || (f->severity < f->rule->severity && set.severity > f->severity))
		return;
	f->severity = set.severity;
	f->severity_from = ehc_arena_printf(c->arena, "profile %.*s", EHC_ARG(set.from));
}

/* Advice that is vague goes back to its author: nobody is bound by it yet, so what is a fault in a plan is a warning there. */
static void
apply_kind(const struct ehc_plan *p, struct ehc_finding *f)
{
	bool wording = strncmp(f->rule->id, "SPEC-", 5) == 0 || strncmp(f->rule->id, "QUANT-", 6) == 0;

	if (p->kind == EHC_DOC_ADVICE && wording && f->severity > EHC_WARNING)
		f->severity = EHC_WARNING;
}

/* What other people must still supply is a list of things to do, then a warning, and only in a final plan a fault. */
static void
apply_stage(const struct ehc_plan *p, struct ehc_finding *f)
{
	if (!(f->rule->needs & EHC_STAGED) || f->severity == EHC_OFF || ehc_status_is_final(p->status))
		return;
	if (p->status == EHC_WORKING) {
		f->severity = EHC_NOTE;
		f->todo = true;
	} else if (f->severity > EHC_WARNING) {
		f->severity = EHC_WARNING;
	}
}

/* For the findings from the given index on; those switched off are taken out. */
static void
put_in_force(struct ehc_check *c, size_t from)
{
	size_t kept = from;

	for (size_t i = from; i < c->out->list.count; i++) {
		struct ehc_finding *f = c->out->list.items[i];

		apply_profile(c, f);
		apply_kind(c->plan, f);
		apply_stage(c->plan, f);
		if (f->severity != EHC_OFF)
			c->out->list.items[kept++] = f;
	}
	c->out->list.count = kept;
}

void
ehc_check_run(struct ehc_check *c)
{
	size_t judged;

	c->held = ehc_held_in(c->arena, c->plan->source->text);
	run_rules(c);
	ehc_findings_advise(c);
	ehc_findings_silence(c);
	put_in_force(c, 0);
	judged = c->out->list.count;
	ehc_findings_accept(c);
	put_in_force(c, judged);
	ehc_findings_finish(c->out);
}

/* ---- what rule functions call ---- */

/* Many messages have nothing to be filled in: those stand in the program as they are. */
static struct ehc_str EHC_PRINTF(2, 0)
fill(struct ehc_arena *a, const char *fmt, va_list args)
{
	return strchr(fmt, '%') == NULL ? ehc_str_of(fmt) : ehc_arena_vprintf(a, fmt, args);
}

struct ehc_finding *
ehc_vflag(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, const char *fmt, va_list args)
{
	struct ehc_finding *f;

	/* Beyond the limit the rule writes to a finding that nobody reads. */
	if (++c->reported > EHC_RULE_LIMIT)
		f = EHC_NEW(c->arena, struct ehc_finding);
	else
		f = ehc_findings_add(c->out, c->running, span);
	f->rule = c->running;
	f->item = it;
	f->section = it == NULL ? EHC_NO_SECTION : (int)it->section;
	f->message = fill(c->arena, fmt, args);
	return f;
}

struct ehc_finding *
ehc_flag(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, const char *fmt, ...)
{
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = ehc_vflag(c, it, span, fmt, args);
	va_end(args);
	return f;
}

struct ehc_finding *
ehc_flag_words(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, const char *fmt, ...)
{
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = ehc_vflag(c, it, span, fmt, args);
	va_end(args);
	f->has_text = true;
	return f;
}

struct ehc_finding *
ehc_flag_section(struct ehc_check *c, enum ehc_section s, const char *fmt, ...)
{
	const struct ehc_node *node = c->plan->sections[s].node;
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = ehc_vflag(c, NULL, node == NULL ? ehc_plan_place(c->plan) : node->head_span, fmt, args);
	va_end(args);
	f->section = (int)s;
	return f;
}

void
ehc_finding_help(struct ehc_check *c, struct ehc_finding *f, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	f->help = fill(c->arena, fmt, args);
	va_end(args);
}

void
ehc_finding_suggest(struct ehc_check *c, struct ehc_finding *f, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	f->suggestion = fill(c->arena, fmt, args);
	va_end(args);
}
