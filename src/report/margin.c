/*
 * margin.c - findings as remarks in the margin of the draft, for those who go on writing in Word. One remark a cause, on the words at
 * fault; other words of the same cause get a short one of their own, and what is missing is said beside them. What is about the whole
 * plan stands together at its first words, so that nobody drowns.
 */
#include "report/report.h"

#include <stdlib.h>

enum { SEEN = 4 };      /* related places that are named */

/* What is said at a place; several may be said at one. */
struct saying {
	struct ehc_draft_spot spot;
	const struct ehc_rule *rule;    /* NULL: of several */
	enum ehc_severity severity;
	size_t nth;
	struct ehc_remark remark;
};

struct margin {
	const struct ehc_result *r;
	const struct ehc_report_options *o;
	struct ehc_arena *a;
	EHC_VEC(struct saying) sayings;
};

/* ---- lines ---- */

/* A label of the plan language as a column or a line in Word is headed, in words that the import knows again. */
static void
put_label(struct ehc_buf *out, struct ehc_str words)
{
	static const struct { const char *label, *said; } known[] = {
		{ "for", "Which need" }, { "towards", "Which outcome" }, { "informed by", "Based on" }, { "because", "Reason" }, { "born", "Date of birth" },
		{ "authority", "Local authority" }, { "child", "Name of child" },
	};
	struct ehc_str rest = words, label;

	ehc_str_split(&rest, ':', &label);
	if (label.len < words.len) {
		for (size_t i = 0; i < EHC_COUNT(known); i++)
			if (ehc_str_is(label, known[i].label)) {
				ehc_buf_cstr(out, known[i].said);
				ehc_buf_str(out, ehc_str_sub(words, label.len, words.len));
				return;
			}
		if (words.ptr[0] >= 'a' && words.ptr[0] <= 'z') {
			ehc_buf_char(out, (char)(words.ptr[0] - 'a' + 'A'));
			words = ehc_str_sub(words, 1, words.len);
		}
	}
	ehc_buf_str(out, words);
}

/* Labels of a plan's text stand between backquotes; those who write in Word know quotation marks. */
static struct ehc_str
quoted(struct margin *m, struct ehc_str words)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str rest = words, part;

	for (bool label = false; ehc_str_split(&rest, '`', &part); label = !label)
		if (label) {
			ehc_buf_cstr(&out, "\xE2\x80\x9C");
			put_label(&out, part);
			ehc_buf_cstr(&out, "\xE2\x80\x9D");
		} else
			ehc_buf_str(&out, part);
	return ehc_buf_take(&out, m->a);
}

static void
put_line(struct margin *m, struct ehc_remark *to, bool strong, const char *label, struct ehc_str words)
{
	words = ehc_str_trim(words);
	if (words.len > 0)
		EHC_PUSH(m->a, &to->lines, (struct ehc_remark_line){ quoted(m, ehc_arena_printf(m->a, "%s%.*s", label, EHC_ARG(words))), strong });
}

/* "Error: ..." for the first of a cause. */
static void
put_message(struct margin *m, struct ehc_remark *to, const struct ehc_finding *f)
{
	static const char *const labels[] = { [EHC_NOTE] = "Note: ", [EHC_WARNING] = "Warning: ", [EHC_ERROR] = "Error: " };

	put_line(m, to, true, f->severity == EHC_OFF ? "" : labels[f->severity], f->message);
}

static void
put_related(struct margin *m, struct ehc_remark *to, const struct ehc_finding *f)
{
	for (size_t i = 0; i < f->related.count && i < SEEN; i++) {
		const struct ehc_related *one = &f->related.items[i];
		struct ehc_draft_spot spot = ehc_import_spot(m->r->import, one->span, false);
		struct ehc_buf text = { NULL, 0, 0 };

		ehc_buf_str(&text, one->message);
		if (spot.block != NULL) {
			ehc_buf_cstr(&text, " (");
			ehc_origin_say(&text, &spot.block->origin, m->r->import->draft->format);
			ehc_buf_char(&text, ')');
		}
		put_line(m, to, false, "See also: ", ehc_buf_text(&text));
		ehc_buf_free(&text);
	}
}

/* Why it matters, what to write, and the rule with its source. */
static void
put_reasons(struct margin *m, struct ehc_remark *to, const struct ehc_finding *f)
{
	const char *source = ehc_finding_source(f);
	struct ehc_buf last = { NULL, 0, 0 };

	put_related(m, to, f);
	put_line(m, to, false, "Why it matters: ", ehc_finding_why(f));
	put_line(m, to, false, "What to do: ", f->rule->fix_in_draft != NULL ? ehc_str_of(f->rule->fix_in_draft) : ehc_finding_help_to_read(f));
	put_line(m, to, false, "Write instead: ", f->suggestion);
	ehc_buf_printf(&last, "Rule %s", f->rule->id);
	if (source[0] != '\0')
		ehc_buf_printf(&last, " (%s)", source);
	if (f->severity_from.len > 0)
		ehc_buf_printf(&last, ", %s by %.*s", ehc_severity_name(f->severity), EHC_ARG(f->severity_from));
	put_line(m, to, false, "", ehc_buf_text(&last));
	ehc_buf_free(&last);
}

/* ---- one cause ---- */

static struct ehc_draft_spot
spot_of(const struct margin *m, const struct ehc_finding *f)
{
	struct ehc_span head = m->r->plan->tree->head != NULL ? m->r->plan->tree->head->span : EHC_NOSPAN;
	struct ehc_draft_spot none = { NULL, 0, 0 };

	/* What is said of the plan as a whole is no fault of the line that its head was read from. */
	if (ehc_span_is_none(f->span) || (!f->has_text && f->item == NULL && f->span.start == head.start))
		return none;
	return ehc_import_spot(m->r->import, f->span, f->has_text);
}

static bool
same_spot(const struct ehc_draft_spot *a, const struct ehc_draft_spot *b)
{
	return a->block == b->block && a->at == b->at && a->len == b->len;
}

/* Has it words of its own, elsewhere than those of its cause's first? Notes do not, unless all of them are asked for. */
static bool
stands_apart(const struct margin *m, const struct ehc_group *g, const struct ehc_finding *f)
{
	struct ehc_draft_spot lead = spot_of(m, g->lead), spot = spot_of(m, f);

	return f->has_text && (m->o->all || f->severity > EHC_NOTE) && spot.block != NULL && spot.len > 0 && !same_spot(&spot, &lead);
}

static struct ehc_remark *
say(struct margin *m, struct ehc_draft_spot spot, const struct ehc_rule *rule, enum ehc_severity severity)
{
	EHC_PUSH(m->a, &m->sayings, (struct saying){ spot, rule, severity, m->sayings.count, { .spot = spot } });
	return &m->sayings.items[m->sayings.count - 1].remark;
}

/* Further words of the cause elsewhere: a short remark, because the first says why it matters and what to do. */
static void
say_further(struct margin *m, const struct ehc_group *g)
{
	for (size_t i = 0; i < g->count; i++) {
		const struct ehc_finding *f = g->findings[i];
		struct ehc_remark *to;

		if (f == g->lead || f->accepted.len > 0 || f->missing.len > 0 || !stands_apart(m, g, f))
			continue;
		to = say(m, spot_of(m, f), f->rule, f->severity);
		put_message(m, to, f);
		if (f->rule == g->lead->rule)
			put_line(m, to, false, "Why, and what to do: see the fuller comment close by. Rule ", ehc_str_of(f->rule->id));
		else
			put_reasons(m, to, f);
	}
}

/* The others of the cause that have no place of their own: "It also lacks: how often; ... (QUANT-002)". */
static void
put_others(struct margin *m, struct ehc_remark *to, const struct ehc_group *g)
{
	struct ehc_buf missing = { NULL, 0, 0 }, ids = { NULL, 0, 0 };

	for (size_t i = 0; i < g->count; i++) {
		const struct ehc_finding *f = g->findings[i];
		struct ehc_str part = f->missing;

		if (f == g->lead || f->accepted.len > 0)
			continue;
		if (part.len > 0) {
			ehc_buf_printf(&missing, "%s%.*s", missing.len > 0 ? "; " : "", EHC_ARG(part));
			ehc_buf_printf(&ids, "%s%s", ids.len > 0 ? ", " : "", f->rule->id);
		} else if (!stands_apart(m, g, f))
			put_line(m, to, false, "Also: ", ehc_arena_printf(m->a, "%.*s (%s)", EHC_ARG(f->message), f->rule->id));
	}
	if (ids.len > 0)
		ehc_buf_printf(&missing, ". (%s)", ids.ptr);
	put_line(m, to, false, "It does not say either: ", ehc_buf_text(&missing));
	ehc_buf_free(&missing);
	ehc_buf_free(&ids);
}

static void
say_group(struct margin *m, const struct ehc_group *g)
{
	struct ehc_remark *to = say(m, spot_of(m, g->lead), g->lead->rule, g->lead->severity);

	put_message(m, to, g->lead);
	put_others(m, to, g);
	put_reasons(m, to, g->lead);
	say_further(m, g);
}

/* ---- what no edit of the words mends, together ---- */

static void
say_state(struct margin *m, const struct ehc_group *groups, size_t n, enum ehc_group_state state, const char *heading)
{
	struct ehc_remark *to = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct ehc_finding *f = groups[i].lead;

		if (groups[i].state != state)
			continue;
		if (to == NULL) {
			to = say(m, (struct ehc_draft_spot){ NULL, 0, 0 }, NULL, EHC_OFF);
			EHC_PUSH(m->a, &to->lines, (struct ehc_remark_line){ ehc_str_of(heading), true });
		}
		put_line(m, to, false, "- ", ehc_arena_printf(m->a, "%.*s (%s)", EHC_ARG(f->message), f->rule->id));
	}
}

/* ---- all of it ---- */

/* In the order of the draft; at one place the longest first, and the gravest. */
static int
compare(const void *left, const void *right)
{
	const struct saying *a = left, *b = right;
	uint32_t pa = a->spot.block == NULL ? 0 : a->spot.block->origin.paragraph, pb = b->spot.block == NULL ? 0 : b->spot.block->origin.paragraph;
	size_t la = a->spot.len == 0 ? SIZE_MAX : a->spot.len, lb = b->spot.len == 0 ? SIZE_MAX : b->spot.len;

	if (pa != pb)
		return pa < pb ? -1 : 1;
	if (a->spot.at != b->spot.at)
		return a->spot.at < b->spot.at ? -1 : 1;
	if (la != lb)
		return la > lb ? -1 : 1;
	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	return a->nth < b->nth ? -1 : a->nth > b->nth;
}

/* Was the reason of that rule given there? Sections that are missing share theirs. */
static bool
is_explained(const struct saying *first, const struct saying *one)
{
	for (; first < one; first++)
		if (first->rule == one->rule && same_spot(&first->spot, &one->spot))
			return true;
	return false;
}

/* What is said at one place is one remark. */
static struct ehc_remark *
join(struct margin *m, size_t *n)
{
	struct ehc_remark *all = EHC_NEW_ARRAY(m->a, struct ehc_remark, m->sayings.count);
	const struct saying *first = m->sayings.items;

	*n = 0;
	if (m->sayings.count > 0)
		qsort(m->sayings.items, m->sayings.count, sizeof(*m->sayings.items), compare);
	for (size_t i = 0; i < m->sayings.count; i++) {
		const struct saying *one = &m->sayings.items[i];
		bool beside = *n > 0 && same_spot(&all[*n - 1].spot, &one->spot);
		struct ehc_remark *to = beside ? &all[*n - 1] : &all[(*n)++];
		size_t lines = one->remark.lines.count;

		if (!beside)
			first = one;
		to->spot = one->spot;
		if (one->rule != NULL && is_explained(first, one))
			lines = 1;
		for (size_t k = 0; k < lines; k++)
			EHC_PUSH(m->a, &to->lines, one->remark.lines.items[k]);
	}
	return all;
}

struct ehc_remark *
ehc_margin_remarks(const struct ehc_result *r, const struct ehc_report_options *o, size_t *n)
{
	struct margin m = { .r = r, .o = o, .a = r->findings->arena };
	size_t ngroups;
	struct ehc_group *groups = ehc_groups(r->findings, &ngroups);

	for (size_t i = 0; i < ngroups; i++)
		if (groups[i].state == EHC_GROUP_OPEN && (o->all || groups[i].lead->severity > EHC_NOTE))
			say_group(&m, &groups[i]);
	say_state(&m, groups, ngroups, EHC_GROUP_TODO, "Still to come from others:");
	say_state(&m, groups, ngroups, EHC_GROUP_MISSED, "Dates already missed; no edit mends these:");
	return join(&m, n);
}
