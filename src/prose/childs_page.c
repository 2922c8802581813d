/*
 * childs_page.c - what stands on the page for the child. Every line is the plan's own: nothing is shortened, and nothing
 * is put in other words, because whoever did that would be speaking for the child.
 */
#include "ehc/childs_page.h"
#include "ehc/prose.h"

/* ORDER CHILDS PART */
static const char *const headings[EHC_CHILDS_PARTS] = {
	"", "What I like", "What I said", "What I want", "What I am working on", "Who will help me",
};

const char *
ehc_childs_heading(enum ehc_childs_part part)
{
	return headings[part];
}

bool
ehc_childs_page_is_checked(const struct ehc_childs_page *page)
{
	return page->by_role && page->dated;
}

static bool
holds_day(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		ehc_day day;
		bool month_only;

		if (ehc_is_digit(s.ptr[i]) && (i == 0 || !ehc_is_digit(s.ptr[i - 1])) &&
		    ehc_day_read(ehc_str_sub(s, i, s.len), &day, &month_only, NULL) > 0 && day != EHC_NODATE && !month_only)
			return true;
	}
	return false;
}

/* "SENCO", "class teacher", "Noor's mother"; a bare name leaves nobody to ask a year later. */
static bool
names_a_role(struct ehc_arena *a, struct ehc_str s)
{
	static const enum ehc_list roles[] = { EHC_LIST_ROLE_REGISTERED, EHC_LIST_ROLE_TEACHER, EHC_LIST_ROLE_SUPPORT, EHC_LIST_ROLE_OTHER,
	    EHC_LIST_ROLE_FAMILY };
	const struct ehc_prose *prose = ehc_prose_read(a, s);

	for (size_t i = 0; i < EHC_COUNT(roles); i++)
		if (ehc_prose_has(prose, roles[i]))
			return true;
	return false;
}

static void
add(struct ehc_arena *a, struct ehc_childs_page *page, enum ehc_childs_part part, struct ehc_str words, const struct ehc_text *text,
    const struct ehc_item *item)
{
	struct ehc_childs_line line = { part, ehc_str_trim(words), text, item };

	if (line.words.len > 0)
		EHC_PUSH(a, &page->lines, line);
}

/* Up to the first empty line. */
static struct ehc_str
first_paragraph(struct ehc_str s)
{
	for (size_t i = 0; i + 1 < s.len; i++)
		if (s.ptr[i] == '\n' && s.ptr[i + 1] == '\n')
			return ehc_str_sub(s, 0, i);
	return s;
}

static void
add_texts(struct ehc_arena *a, struct ehc_childs_page *page, const struct ehc_plan *plan, enum ehc_childs_part part, enum ehc_label label)
{
	const struct ehc_prose_entry *e;

	for (size_t n = 0; (e = ehc_plan_text(plan, label, n)) != NULL; n++)
		add(a, page, part, first_paragraph(e->text.str), &e->text, NULL);
}

static bool
is_of_parents(const struct ehc_item *aspiration)
{
	return ehc_str_starts_nocase(ehc_str_trim(ehc_item_value(aspiration, EHC_L_VOICE).text.str), "parent");
}

/* A role is named once, however much its holder does. */
static void
add_helper(struct ehc_arena *a, struct ehc_childs_page *page, const struct ehc_item *it)
{
	for (size_t i = 0; i < page->lines.count; i++)
		if (page->lines.items[i].part == EHC_CHILDS_HELPERS && ehc_str_eq_nocase(page->lines.items[i].words, ehc_str_trim(it->who.role)))
			return;
	add(a, page, EHC_CHILDS_HELPERS, it->who.role, &it->who.value.text, it);
}

struct ehc_childs_page
ehc_childs_page(struct ehc_arena *a, const struct ehc_plan *plan)
{
	struct ehc_childs_page page = { .entry = ehc_plan_text(plan, EHC_L_CHILDS_PAGE, 0) };
	const struct ehc_item *it;

	if (page.entry == NULL)
		return page;
	page.checked_by = ehc_node_field(page.entry->node, EHC_L_CHECKED_BY);
	if (page.checked_by != NULL) {
		page.by_role = names_a_role(a, page.checked_by->text.str);
		page.dated = holds_day(page.checked_by->text.str);
	}
	add(a, &page, EHC_CHILDS_WORDS, page.entry->text.str, &page.entry->text, NULL);
	add_texts(a, &page, plan, EHC_CHILDS_LIKES, EHC_L_INTERESTS);
	add_texts(a, &page, plan, EHC_CHILDS_SAID, EHC_L_CHILD_VIEWS);
	add_texts(a, &page, plan, EHC_CHILDS_SAID, EHC_L_YP_VIEWS);
	for (EHC_EACH_ITEM(it, plan, EHC_ITEM_ASPIRATION))
		if (!is_of_parents(it))
			add(a, &page, EHC_CHILDS_HOPES, it->text.str, &it->text, it);
	for (EHC_EACH_ITEM(it, plan, EHC_ITEM_OUTCOME))
		add(a, &page, EHC_CHILDS_WORK, it->text.str, &it->text, it);
	for (EHC_EACH_ITEM(it, plan, EHC_ITEM_PROVISION))
		add_helper(a, &page, it);
	return page;
}
