/*
 * fill.h - a plan out of a template: placeholders are filled in, the template's own lines are left out.
 *
 * A template's placeholders are prompts to the writer, unless a line `placeholder NAME: kind` says that a system or a
 * table of children may fill them in; then the value is of that kind.
 *
 * Ownership: everything lies in the arena given; slices point into the template's bytes and into the values.
 */
#ifndef EHC_FILL_H
#define EHC_FILL_H

#include "ehc/syntax.h"

enum ehc_blank_kind { EHC_BLANK_WORDS, EHC_BLANK_NAME, EHC_BLANK_DATE, EHC_BLANK_NUMBER, EHC_BLANK_AMOUNT, EHC_BLANK_KINDS };

/* `placeholder NAME: kind; words` as it stands in the template. */
struct ehc_blank {
	struct ehc_str name;
	enum ehc_blank_kind kind;       /* EHC_BLANK_KINDS: the line names none of them */
	const struct ehc_node *node;
};
struct ehc_blanks { struct ehc_blank *items; size_t count, cap; };
struct ehc_blanks ehc_blanks_declared(struct ehc_arena *a, const struct ehc_tree *tmpl);
const struct ehc_blank *ehc_blank_find(const struct ehc_blanks *declared, struct ehc_str name);
/* "date"; what stands in the template and in messages. */
const char *ehc_blank_kind_name(enum ehc_blank_kind kind);

/*
 * The first [[name]] of s from `from` on: its offset, or SIZE_MAX; *len gets its bytes and *name what stands between the
 * brackets. Placeholders in other brackets belong to other systems: they are found by ehc_placeholder_find().
 */
size_t ehc_blank_next(struct ehc_str s, size_t from, size_t *len, struct ehc_str *name);

/* One value to fill in. Names are equal in any letter case. */
struct ehc_filling {
	struct ehc_str name, value;     /* an empty value leaves the placeholder */
	bool used;                      /* set: the template has a placeholder of that name */
};

/*
 * Checks a value against what the template says of its placeholder. False: *trouble says in plain words what is wrong
 * with it.
 */
bool ehc_filling_fits(struct ehc_arena *a, const struct ehc_tree *tmpl, const struct ehc_filling *f, struct ehc_str *trouble);

/*
 * Appends the plan to `out`: the template without its `template:` head, `placeholder` and `repeat:` lines, the values in
 * the places of their names. Notes to the writer stay: they are never printed. Returns how many placeholders are left.
 */
size_t ehc_fill(const struct ehc_tree *tmpl, struct ehc_filling *fillings, size_t n, struct ehc_buf *out);

/*
 * A template of that name out of a form that another program's placeholders stand in: {{ name }}, «Name», [INSERT name], "Click here to enter
 * text". They become ours; those of the plan's head, of the child and of the timeline get a line that says of what kind they are. Rows and
 * items that follow each other and differ by numbers alone stand once, with `repeat:`. `form` has a head.
 */
struct ehc_form_made { size_t placeholders, described, joined; };
struct ehc_form_made ehc_template_of_form(struct ehc_arena *a, const struct ehc_tree *form, struct ehc_str name, struct ehc_buf *out);

#endif
