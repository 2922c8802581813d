/*
 * part.c - what is no item: the plan's head and its dates, the child, sections that are empty on purpose, the placement, and the texts at
 * the margin.
 */
#include "diff/diff.h"

/* ---- entries ---- */

static bool
is_reworded_only(const struct ehc_changes *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].kind != EHC_CHANGE_REWORDED)
			return false;
	return true;
}

void
diff_keep(struct ehc_diff *d, struct ehc_diff_entry *e)
{
	if (e->changes.count == 0)
		return;
	if (is_reworded_only(&e->changes))
		EHC_PUSH(d->arena, &d->reworded, *e);
	else
		EHC_PUSH(d->arena, &d->entries, *e);
}

static struct ehc_diff_entry
entry(enum ehc_diff_part part, enum ehc_section section, struct ehc_str name)
{
	return (struct ehc_diff_entry){ .part = part, .section = section, .name = name };
}

/* ---- the head ---- */

/*
 * What tells one version from the other, who wrote it, and where copies went: no change of the plan. The day of the review, which may stand in
 * the head or in the timeline, is compared wherever it stands.
 */
static const enum ehc_label of_version[] = { EHC_L_STATUS, EHC_L_VERSION, EHC_L_DATED, EHC_L_WRITTEN, EHC_L_WRITTEN_BY, EHC_L_TOOK_PART,
    EHC_L_PLAN_WRITER, EHC_L_USES_PROFILE, EHC_L_COPIES, EHC_L_NOTIFIED, EHC_L_NOTE, EHC_L_REVIEW_DUE, EHC_L_NONE };

/* Of the timeline, what is to come; the rest records how the version came about. */
static const enum ehc_label to_come[] = { EHC_L_TRANSFER, EHC_L_PLAN_ENDS };

static void
compare_event(struct diff_at *at, enum ehc_label label)
{
	const struct ehc_date none = { .day = EHC_NODATE }, *was = ehc_plan_event(at->d->before, label), *is = ehc_plan_event(at->d->after, label);

	diff_date(at, label, was == NULL ? &none : was, is == NULL ? &none : is);
}

static void
compare_head(struct ehc_diff *d)
{
	struct ehc_diff_entry e = entry(EHC_DIFF_PLAN, EHC_NO_SECTION, EHC_STR("The plan"));
	struct diff_at at = { d, &e.changes };

	diff_fields(&at, d->before->tree->head, d->after->tree->head, of_version);
	diff_date(&at, EHC_L_REVIEW_DUE, &d->before->review_due, &d->after->review_due);
	for (size_t i = 0; i < EHC_COUNT(to_come); i++)
		compare_event(&at, to_come[i]);
	diff_keep(d, &e);
}

static void
compare_child(struct ehc_diff *d)
{
	static const enum ehc_label skip[] = { EHC_L_NOTE, EHC_L_DO_NOT_PRINT, EHC_L_AGE, EHC_L_NONE };
	struct ehc_diff_entry e = entry(EHC_DIFF_CHILD, EHC_NO_SECTION, EHC_STR("The child"));
	const struct ehc_child *was = &d->before->child, *is = &d->after->child;
	struct diff_at at = { d, &e.changes };

	diff_text(&at, EHC_L_CHILD, was->name.node == NULL ? NULL : &was->name.text, is->name.node == NULL ? NULL : &is->name.text);
	diff_fields(&at, was->node, is->node, skip);
	diff_keep(d, &e);
}

/* ---- sections ---- */

/* `section D: none`, in one plan or in both with another reason; what items came or went is told by them. */
static void
compare_nil(struct ehc_diff *d, enum ehc_section s)
{
	const struct ehc_section_info *was = &d->before->sections[s], *is = &d->after->sections[s];
	struct ehc_diff_entry e = entry(EHC_DIFF_SECTION, s, ehc_arena_printf(d->arena, "Section %s", ehc_section_name(s)));
	struct diff_at at = { d, &e.changes };

	if (was->items > 0 || is->items > 0 || (!was->nil && !is->nil))
		return;
	if (was->nil != is->nil)
		diff_add(&at, is->nil ? EHC_CHANGE_GIVEN : EHC_CHANGE_LOST, EHC_L_SECTION, diff_side_of_text(was->nil ? &was->node->text : NULL),
		    diff_side_of_text(is->nil ? &is->node->text : NULL));
	diff_text(&at, EHC_L_BECAUSE, was->because.node == NULL ? NULL : &was->because.text, is->because.node == NULL ? NULL : &is->because.text);
	diff_keep(d, &e);
}

static void
compare_placement(struct ehc_diff *d)
{
	const struct { enum ehc_label label; const struct ehc_value *was, *is; } parts[] = {
		{ EHC_L_NAME, &d->before->placement_name, &d->after->placement_name },
		{ EHC_L_OTHERWISE, &d->before->placement_otherwise, &d->after->placement_otherwise },
	};
	struct ehc_diff_entry e = entry(EHC_DIFF_PLACEMENT, EHC_I, EHC_STR("Placement"));
	struct diff_at at = { d, &e.changes };
	const struct ehc_section_info *was = &d->before->sections[EHC_I], *is = &d->after->sections[EHC_I];

	for (size_t i = 0; i < EHC_COUNT(parts); i++)
		diff_text(&at, parts[i].label, parts[i].was->node == NULL ? NULL : &parts[i].was->text,
		    parts[i].is->node == NULL ? NULL : &parts[i].is->text);
	for (size_t i = 0; i < e.changes.count; i++)    /* another word may be another place */
		if (e.changes.items[i].kind == EHC_CHANGE_REWORDED)
			e.changes.items[i].kind = EHC_CHANGE_CHANGED;
	if (was->node != NULL && is->node != NULL) {
		const struct ehc_node *x = ehc_node_field(was->node, EHC_L_TYPE), *y = ehc_node_field(is->node, EHC_L_TYPE);

		diff_text(&at, EHC_L_TYPE, x == NULL ? NULL : &x->text, y == NULL ? NULL : &y->text);
	}
	diff_keep(d, &e);
}

/* ---- texts ---- */

/* Signatures, recipients and wording printed on every plan are of the version; what found no place is nobody's text yet. */
static bool
is_compared(enum ehc_label label)
{
	switch (label) {
	case EHC_L_SIGNED: case EHC_L_COPIED_TO: case EHC_L_UNPLACED: case EHC_L_STANDARD_TEXT: case EHC_L_PLACEHOLDER: case EHC_L_AMENDMENT:
		return false;
	default:
		return true;
	}
}

/* A part of the plan: all its texts of one label that stand in one section. */
struct key { enum ehc_label label; enum ehc_section section; };

static bool
seen(const struct ehc_plan *p, size_t n, struct key key)
{
	for (size_t i = 0; i < n; i++)
		if (p->texts[i].label == key.label && p->texts[i].section == key.section)
			return true;
	return false;
}

static struct diff_texts
texts_of(struct ehc_diff *d, const struct ehc_plan *p, struct key key)
{
	struct diff_texts out = { NULL, NULL, 0, 0 };
	size_t cap = 0;

	for (size_t i = 0; i < p->ntexts; i++) {
		if (p->texts[i].label != key.label || p->texts[i].section != key.section || p->texts[i].text.str.len == 0)
			continue;
		out.about = ehc_arena_grow(d->arena, out.about, out.count, &cap, sizeof(*out.about));
		out.about[out.count] = p->texts[i].words;
		EHC_PUSH(d->arena, &out, &p->texts[i].text);
	}
	return out;
}

static void
compare_texts(struct ehc_diff *d, struct key key)
{
	struct diff_texts was = texts_of(d, d->before, key), is = texts_of(d, d->after, key);
	struct ehc_diff_entry e = entry(EHC_DIFF_TEXT, key.section, diff_label_name(d->arena, key.label));
	struct diff_at at = { d, &e.changes };

	e.label = key.label;
	diff_lists(&at, key.label, &was, &is, false);
	for (size_t i = 0; i < e.changes.count; i++)
		if (e.changes.items[i].kind == EHC_CHANGE_GIVEN)
			e.changes.items[i].kind = EHC_CHANGE_ADDED;
		else if (e.changes.items[i].kind == EHC_CHANGE_LOST)
			e.changes.items[i].kind = EHC_CHANGE_REMOVED;
	diff_keep(d, &e);
}

static void
compare_texts_of(struct ehc_diff *d, enum ehc_section section)
{
	const struct ehc_plan *plans[] = { d->after, d->before };

	for (size_t k = 0; k < EHC_COUNT(plans); k++)
		for (size_t i = 0; i < plans[k]->ntexts; i++) {
			struct key key = { plans[k]->texts[i].label, plans[k]->texts[i].section };

			if (key.section != section || !is_compared(key.label) || seen(plans[k], i, key) ||
			    (k == 1 && seen(d->after, d->after->ntexts, key)))
				continue;
			compare_texts(d, key);
		}
}

/* ---- areas that have nothing ---- */

static const struct ehc_area_statement *
area_in(const struct ehc_plan *p, const struct ehc_area_statement *like)
{
	for (size_t i = 0; i < p->nareas; i++)
		if (p->areas[i].section == like->section && ehc_str_eq_nocase(p->areas[i].name, like->name))
			return &p->areas[i];
	return NULL;
}

static void
compare_area(struct ehc_diff *d, const struct ehc_area_statement *was, const struct ehc_area_statement *is)
{
	const struct ehc_area_statement *any = is != NULL ? is : was;
	struct ehc_diff_entry e = entry(EHC_DIFF_SECTION, any->section, ehc_arena_printf(d->arena, "Area %.*s", EHC_ARG(any->name)));
	struct diff_at at = { d, &e.changes };

	if (was == NULL || is == NULL)
		diff_add(&at, is != NULL ? EHC_CHANGE_GIVEN : EHC_CHANGE_LOST, EHC_L_AREA, diff_side_of_text(was == NULL ? NULL : &was->node->text),
		    diff_side_of_text(is == NULL ? NULL : &is->node->text));
	else
		diff_text(&at, EHC_L_BECAUSE, was->because.node == NULL ? NULL : &was->because.text,
		    is->because.node == NULL ? NULL : &is->because.text);
	diff_keep(d, &e);
}

static void
compare_areas(struct ehc_diff *d, enum ehc_section section)
{
	for (size_t i = 0; i < d->after->nareas; i++)
		if (d->after->areas[i].section == section)
			compare_area(d, area_in(d->before, &d->after->areas[i]), &d->after->areas[i]);
	for (size_t i = 0; i < d->before->nareas; i++)
		if (d->before->areas[i].section == section && area_in(d->after, &d->before->areas[i]) == NULL)
			compare_area(d, &d->before->areas[i], NULL);
}

void
diff_parts(struct ehc_diff *d, enum ehc_section section)
{
	if (section == EHC_NO_SECTION) {
		compare_head(d);
		compare_child(d);
	} else {
		compare_nil(d, section);
	}
	if (section == EHC_I)
		compare_placement(d);
	compare_areas(d, section);
	compare_texts_of(d, section);
}
