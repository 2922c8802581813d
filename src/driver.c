/*
 * driver.c - the pipeline: bytes -> tree -> plan -> what its prose says, beside its advice -> findings: everything between
 * reading a file and reporting on it.
 */
#include "ehc/diff.h"
#include "ehc/ehc.h"
#include "ehc/exchange.h"
#include "ehc/prose.h"
#include "reports.h"

#include <errno.h>
#include <string.h>

/* The profile that the caller names, or the plan itself, or a .ehc-profile file above it; else the national one. */
static const struct ehc_profile *
choose_profile(struct ehc_compilation *c, const char *path, const struct ehc_options *o)
{
	const struct ehc_node *named = c->tree->head == NULL ? NULL : ehc_node_field(c->tree->head, EHC_L_USES_PROFILE);
	const char *name = o->profile;
	const struct ehc_profile *profile;
	struct ehc_str trouble = EHC_NOSTR;

	if (name == NULL && named != NULL)
		name = ehc_arena_cstr(c->arena, named->text.str);
	if (name == NULL && path != NULL)
		name = ehc_profile_name_near(c->arena, path);
	if (name == NULL)
		return ehc_profile_national();
	profile = ehc_profile_load(c->arena, name, path, o->share_dir, &trouble);
	if (profile == NULL)
		c->result.failure = trouble;
	return profile;
}

/* The day by whose house rules a document is read: the one that it bears, else that of the run. */
static ehc_day
day_of(const struct ehc_tree *tree, ehc_day as_of)
{
	static const enum ehc_label labels[] = { EHC_L_DATED, EHC_L_WRITTEN };

	for (size_t i = 0; tree->head != NULL && i < EHC_COUNT(labels); i++) {
		const struct ehc_node *n = ehc_node_field(tree->head, labels[i]);
		ehc_day day;

		if (n != NULL && ehc_day_read(ehc_str_trim(n->text.str), &day, NULL, NULL) > 0 && day != EHC_NODATE)
			return day;
	}
	return as_of;
}

enum { BYTES_PER_BYTE = 30 };           /* what is made of a plan, for each byte of it */

static void
start(struct ehc_compilation *c, const struct ehc_options *o)
{
	*c = (struct ehc_compilation){ .arena = ehc_arena_new() };
	c->findings.arena = c->arena;
	c->findings.source = &c->source;
	c->findings.site_key = o->site_key;
	c->result.source = &c->source;
	c->result.findings = &c->findings;
}

/* Puts the plan that is recognised in a draft in place of the draft's bytes. False: c->result.failure says why there is none. */
static bool
import(struct ehc_compilation *c, const struct ehc_options *o)
{
	unsigned how = (o->original ? EHC_DRAFT_ORIGINAL : 0u) | (o->as_advice ? EHC_DRAFT_ADVICE : 0u);

	c->result.import = ehc_import_draft(c->arena, c->source.name, c->source.text, how, &c->result.failure);
	if (c->result.import == NULL)
		return false;
	ehc_source_from(&c->source, c->arena, c->source.name, c->result.import->text);
	return true;
}

/* The same with interchange XML. */
static bool
read_exchange(struct ehc_compilation *c)
{
	struct ehc_str trouble;

	c->result.import = ehc_exchange_read(c->arena, c->source.text, &trouble);
	if (c->result.import == NULL) {
		c->result.failure = trouble;
		return false;
	}
	ehc_source_from(&c->source, c->arena, c->source.name, c->result.import->text);
	return true;
}

/* The bytes of a plan, whatever it was written with. False: c->result.failure says why there are none. */
static bool
read_text(struct ehc_compilation *c, const char *path, const char *name, const struct ehc_options *o)
{
	size_t limit = o->size_limit == 0 ? EHC_SOURCE_LIMIT : o->size_limit;

	switch (ehc_source_read(&c->source, c->arena, path, name, limit)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		c->result.failure = ehc_arena_printf(c->arena, "cannot be read: %s", strerror(errno));
		return false;
	case EHC_READ_TOO_LARGE:
		c->result.failure = ehc_arena_printf(c->arena, "is larger than %zu bytes; a plan is never that long", limit);
		return false;
	}
	if (ehc_exchange_is(c->source.name, c->source.text))
		return read_exchange(c);
	return !ehc_draft_is(c->source.name, c->source.text) || import(c, o);
}

/* What changed since the version that the caller names; it is read, not checked. NULL: none was named, or c->result.failure says why not. */
static const struct ehc_diff *
compare_previous(struct ehc_compilation *c, const struct ehc_options *o)
{
	struct ehc_compilation *old;

	if (o->previous == NULL)
		return NULL;
	old = EHC_NEW(c->arena, struct ehc_compilation);
	old->arena = old->findings.arena = c->arena;
	if (!read_text(old, o->previous, o->previous, o)) {
		c->result.failure = ehc_arena_printf(c->arena, "the version before, %s, %.*s", o->previous, EHC_ARG(old->result.failure));
		return NULL;
	}
	old->tree = ehc_parse(c->arena, &old->source, &old->findings);
	if (old->tree->kind != c->tree->kind || old->tree->is_template || c->tree->is_template ||
	    (c->tree->kind != EHC_DOC_EHC_PLAN && c->tree->kind != EHC_DOC_HEALTH_PLAN)) {
		c->result.failure = ehc_arena_printf(c->arena, "is not compared with %s: the two are no versions of one plan", o->previous);
		return NULL;
	}
	old->plan = ehc_bind(c->arena, old->tree, &c->profile->school, &c->profile->year);
	ehc_prose_attach(old->plan);
	return ehc_diff_of(c->arena, old->plan, c->plan);
}

static void
run(struct ehc_compilation *c, const char *path, const struct ehc_options *o)
{
	struct ehc_check check;

	c->tree = ehc_parse(c->arena, &c->source, &c->findings);
	if (c->result.import != NULL && c->result.import->is_form)
		c->tree->is_template = true;
	c->profile = choose_profile(c, path, o);
	if (c->profile == NULL)
		c->profile = ehc_profile_national();
	c->profile = ehc_profile_on(c->arena, c->profile, day_of(c->tree, o->as_of));
	c->plan = ehc_bind(c->arena, c->tree, &c->profile->school, &c->profile->year);
	ehc_prose_attach(c->plan);
	c->result.against = ehc_advice_compare(c->arena, c->plan, ehc_reports_of(c, path, o));
	check = (struct ehc_check){ .plan = c->plan, .profile = c->profile, .out = &c->findings, .arena = c->arena,
		.as_of = o->as_of, .packs = o->packs, .against = c->result.against,
		.previous = compare_previous(c, o) };
	ehc_check_run(&check);
	c->result.plan = c->plan;
	c->result.profile = c->profile;
}

bool
ehc_compile(struct ehc_compilation *c, const char *path, const struct ehc_options *o)
{
	bool is_stdin = strcmp(path, "-") == 0;
	const char *name = !is_stdin ? path : o->stdin_name != NULL ? o->stdin_name : "<stdin>";

	start(c, o);
	if (!read_text(c, path, name, o))
		return false;
	if (o->only_one)
		ehc_arena_expect(c->arena, c->source.text.len * BYTES_PER_BYTE);
	run(c, is_stdin ? o->stdin_name : path, o);
	return c->result.failure.len == 0;
}

void
ehc_compile_text(struct ehc_compilation *c, struct ehc_str name, struct ehc_str text, const struct ehc_options *o)
{
	start(c, o);
	ehc_source_from(&c->source, c->arena, name, text);
	run(c, NULL, o);
}

void
ehc_compilation_free(struct ehc_compilation *c)
{
	ehc_reports_free(&c->reports);
	ehc_arena_free(c->arena);
	*c = (struct ehc_compilation){ .arena = NULL };
}
