/*
 * childs_page.h - the page for the child: what stands on it, found in the plan and nowhere else.
 *
 * The writer's own short words (`child's page:`) come first; then, under plain headings, words that the plan holds already:
 * interests, what the child said, the child's own hopes, the outcomes, and the roles of those who help. The printed plan
 * and the rules that ask whether a child can read the page look at the same lines.
 */
#ifndef EHC_CHILDS_PAGE_H
#define EHC_CHILDS_PAGE_H

#include "ehc/model.h"

enum ehc_childs_part {                  /* ORDER CHILDS PART: headings in prose/childs_page.c */
	EHC_CHILDS_WORDS, EHC_CHILDS_LIKES, EHC_CHILDS_SAID, EHC_CHILDS_HOPES, EHC_CHILDS_WORK, EHC_CHILDS_HELPERS, EHC_CHILDS_PARTS
};
const char *ehc_childs_heading(enum ehc_childs_part part);      /* "What I like"; "" for the writer's own words */

/* A paragraph. `words` is a slice of `text`, or, of helpers, of the source. */
struct ehc_childs_line {
	enum ehc_childs_part part;
	struct ehc_str words;
	const struct ehc_text *text;
	const struct ehc_item *item;    /* NULL for a text of section A */
};

struct ehc_childs_page {
	const struct ehc_prose_entry *entry;    /* `child's page:`; NULL: the plan has none, and the rest is empty */
	const struct ehc_node *checked_by;      /* NULL: not said */
	bool by_role;                   /* `checked by:` names a person by role, or as family */
	bool dated;                     /* and the day */
	EHC_VEC(struct ehc_childs_line) lines;  /* in the order of their parts */
};

struct ehc_childs_page ehc_childs_page(struct ehc_arena *a, const struct ehc_plan *plan);
/* Whether it may be given to a child: somebody who answers for it has read it. */
bool ehc_childs_page_is_checked(const struct ehc_childs_page *page);

#endif
