/*
 * reports.c - advice reports read for the sake of plans: those that the run was given, and those that a plan names in section K.
 *
 * A plan may name files of its own folder and of folders below it, and no others: checking a plan that came from elsewhere must
 * not read whatever that plan likes.
 */
#include "reports.h"

#include <string.h>

void
ehc_reports_begin(struct ehc_reports *r)
{
	*r = (struct ehc_reports){ .advice.arena = ehc_arena_new() };
}

void
ehc_reports_free(struct ehc_reports *r)
{
	for (size_t i = 0; i < r->compiled.count; i++)
		ehc_compilation_free(r->compiled.items[i]);
	ehc_arena_free(r->advice.arena);
	*r = (struct ehc_reports){ .advice.arena = NULL };
}

/* The report's own findings are its author's; only what it says is wanted here. */
bool
ehc_reports_add(struct ehc_reports *r, const char *path, const struct ehc_options *o, struct ehc_str *trouble)
{
	struct ehc_options alone = *o;
	struct ehc_compilation *c = EHC_NEW(r->advice.arena, struct ehc_compilation);
	const char *kind;
	bool good;

	alone.only_one = false;
	alone.advice = NULL;
	alone.as_advice = true;
	alone.previous = NULL;
	good = ehc_compile(c, path, &alone);
	kind = good ? ehc_doc_kind_name(c->plan) : NULL;
	if (!good)
		*trouble = ehc_arena_copy(r->advice.arena, c->result.failure);
	else if (c->plan->kind != EHC_DOC_ADVICE || c->plan->is_template)
		*trouble = ehc_arena_printf(r->advice.arena, "is %.*s, not an advice report",
		    EHC_ARG(kind == NULL ? EHC_STR("no document of this language") : ehc_with_article(r->advice.arena, kind)));
	else {
		EHC_PUSH(r->advice.arena, &r->compiled, c);
		ehc_advice_add(&r->advice, c->plan, ehc_arena_copy(r->advice.arena, ehc_str_of(path)));
		return true;
	}
	ehc_compilation_free(c);
	return false;
}

/* ---- those that the plan names ---- */

/* Below the plan's folder: no way up, and none from the root. */
static bool
lies_below(struct ehc_str name)
{
	struct ehc_str part;

	if (name.len == 0 || name.ptr[0] == '/')
		return false;
	while (ehc_str_split(&name, '/', &part))
		if (ehc_str_is(part, ".."))
			return false;
	return true;
}

static const char *
path_of(struct ehc_compilation *c, const char *plan, struct ehc_str name)
{
	const char *slash = strrchr(plan, '/');
	int n = slash == NULL ? 0 : (int)(slash - plan) + 1;

	return ehc_arena_printf(c->arena, "%.*s%.*s", n, plan, EHC_ARG(name)).ptr;
}

static bool
is_given(const struct ehc_advice *set, const char *path)
{
	for (size_t i = 0; i < set->count; i++)
		if (ehc_str_is(set->reports[i].name, path))
			return true;
	return false;
}

static void
add_named(struct ehc_compilation *c, const struct ehc_item *k, const char *plan, const struct ehc_options *o)
{
	struct ehc_advice *set = &c->reports.advice;
	struct ehc_str name = ehc_item_value(k, EHC_L_FILE).text.str, why = EHC_NOSTR;
	const char *path;

	if (!lies_below(name)) {
		why = EHC_STR("lies outside the plan's folder, and is not read");
	} else {
		path = path_of(c, plan, name);
		if (is_given(set, path) || ehc_reports_add(&c->reports, path, o, &why))
			return;
	}
	EHC_PUSH(set->arena, &set->missing, (struct ehc_missing_report){ k, why });
}

const struct ehc_advice *
ehc_reports_of(struct ehc_compilation *c, const char *path, const struct ehc_options *o)
{
	const struct ehc_item *it;
	bool begun = false;

	if (c->plan->kind != EHC_DOC_EHC_PLAN || c->plan->is_template || path == NULL)
		return o->advice;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		if (ehc_item_value(it, EHC_L_FILE).text.str.len == 0)
			continue;
		if (!begun) {
			ehc_reports_begin(&c->reports);
			if (o->advice != NULL) {
				c->reports.advice.reports = o->advice->reports;
				c->reports.advice.count = o->advice->count;
				c->reports.advice.of_many = o->advice->of_many;
			}
			begun = true;
		}
		add_named(c, it, path, o);
	}
	return begun ? &c->reports.advice : o->advice;
}
