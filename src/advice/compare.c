/*
 * compare.c - a plan beside its advice: which reports are this child's, what each recommends, what became of it in the plan.
 */
#include "advice/advice.h"
#include "ehc/prose.h"

#include <string.h>

/* ---- the set ---- */

void
ehc_advice_add(struct ehc_advice *set, const struct ehc_plan *report, struct ehc_str name)
{
	struct ehc_advice_report *all = EHC_NEW_ARRAY(set->arena, struct ehc_advice_report, set->count + 1), *r = &all[set->count];
	size_t n = 0;

	if (set->count > 0)
		memcpy(all, set->reports, set->count * sizeof(*all));
	for (const struct ehc_item *it = report->first_item; it != NULL; it = it->next)
		n = it->nth + 1;
	*r = (struct ehc_advice_report){ .name = name, .plan = report, .lines = EHC_NEW_ARRAY(set->arena, size_t, n) };
	for (const struct ehc_item *it = report->first_item; it != NULL; it = it->next)
		r->lines[it->nth] = ehc_source_place(report->source, it->span.start).line;
	r->services = ehc_services_in(report->author_role.text.str);
	if (r->services == 0)
		r->services = ehc_services_in(report->reference);
	if (r->services == 0)
		r->services = ehc_services_in(report->author.text.str);
	set->reports = all;
	set->count++;
}

/* ---- whose a report is, and where section K lists it ---- */

/* The same child, as far as both say: by the last day of birth that both give, else by a name that both hold. */
static bool
is_same_child(const struct ehc_plan *plan, const struct ehc_plan *report)
{
	struct ehc_str ours = plan->child.name.text.str, theirs = report->child.name.text.str, word;

	if (plan->child.born.day != EHC_NODATE && report->child.born.day != EHC_NODATE && plan->child.born.node != NULL && report->child.born.node != NULL &&
	    plan->child.born.day != report->child.born.day)
		return false;
	if (ours.len == 0 || theirs.len == 0)
		return true;
	while (ehc_str_split(&theirs, ' ', &word))
		if (word.len > 1 && !ehc_str_has_word(ours, ehc_arena_cstr(plan->arena, word)) &&
		    !ehc_str_has_word(plan->child.known_as.text.str, ehc_arena_cstr(plan->arena, word)))
			return false;
	return true;
}

static bool
same_file(struct ehc_str path, struct ehc_str named)
{
	return named.len > 0 && path.len >= named.len && ehc_str_eq(ehc_str_sub(path, path.len - named.len, path.len), named) &&
	    (path.len == named.len || path.ptr[path.len - named.len - 1] == '/');
}

static ehc_day
day_of(const struct ehc_item *k)
{
	return k->dated.node != NULL ? k->dated.day : k->received.day;
}

/* How surely the item of section K is that report; 0 where it is not. */
static unsigned
likeness(struct ehc_arena *a, const struct ehc_item *k, const struct ehc_advice_report *r)
{
	const struct ehc_str words[] = { k->text.str, k->role.text.str, k->author.text.str, k->type.text.str };
	struct ehc_topics ours = ehc_topics_of(a, k->text.str), theirs = ehc_topics_of(a, r->plan->reference);
	unsigned services = 0, score = 0;

	if (same_file(r->name, ehc_item_value(k, EHC_L_FILE).text.str))
		return 10000;
	for (size_t i = 0; i < EHC_COUNT(words) && services == 0; i++)
		services = ehc_services_in(words[i]);
	if (services != 0 && r->services != 0 && (services & r->services) == 0)
		return 0;
	score = (services & r->services ? 600 : 0) + ehc_topics_alike(&ours, &theirs);
	if (score >= 500 && r->plan->dated.node != NULL && r->plan->dated.day == day_of(k))
		score += 500;
	return score >= 500 ? score : 0;
}

static const struct ehc_item *
cited_as(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_advice_report *r)
{
	const struct ehc_item *it, *best = NULL;
	unsigned most = 0;

	for (EHC_EACH_ITEM(it, plan, EHC_ITEM_ADVICE)) {
		unsigned score = likeness(a, it, r);

		if (score > most) {
			most = score;
			best = it;
		}
	}
	return best;
}

/* ---- what the plan says that it does not take over ---- */

/* "F2 because ...": the recommendation by its id in the report; "all" stands for each of them. */
static void
read_declined(struct ehc_recommendation *r)
{
	const struct ehc_node *n = r->cited == NULL ? NULL : ehc_node_field(r->cited->node, EHC_L_NOT_ACCEPTED);

	for (; n != NULL; n = ehc_node_next_field(n)) {
		struct ehc_str text = n->text.str;
		size_t at = ehc_str_find_word(text, "because");
		struct ehc_str which = ehc_str_sub(text, 0, at == SIZE_MAX ? text.len : at);

		if (!ehc_str_has_word(which, r->given.item->id) && !ehc_str_has_word(which, "all"))
			continue;
		r->declined = true;
		r->declined_at = n;
		r->because = at == SIZE_MAX ? EHC_NOSTR : ehc_str_trim(ehc_str_sub(text, at + strlen("because"), text.len));
	}
}

/* ---- gathering ---- */

static void
gather_report(struct ehc_arena *a, struct ehc_comparison *c, const struct ehc_plan *plan, const struct ehc_advice_report *report, size_t most)
{
	const struct ehc_item *cited = cited_as(a, plan, report), *it;

	c->reports++;
	if (report->plan->kinds[EHC_ITEM_PROVISION].count == 0)
		EHC_PUSH(a, &c->unread, (struct ehc_unread){ report, EHC_NOTHING_ADVISED });
	for (EHC_EACH_ITEM(it, report->plan, EHC_ITEM_PROVISION)) {
		struct ehc_recommendation *r = &c->recommendations[c->nrecommendations];

		if (it->text.str.len == 0 || it->has_placeholder)
			continue;
		if (c->nrecommendations == most) {
			c->recommendations_left++;
			continue;
		}
		*r = (struct ehc_recommendation){ .report = report, .given = ehc_given_of(a, it), .line = report->lines[it->nth], .cited = cited };
		r->vague = ehc_advice_vague(&r->given);
		read_declined(r);
		c->nrecommendations++;
	}
}

static void
gather_provisions(struct ehc_arena *a, struct ehc_comparison *c, const struct ehc_plan *plan)
{
	size_t all = plan->kinds[EHC_ITEM_PROVISION].count;
	const struct ehc_item *it;

	c->provisions = EHC_NEW_ARRAY(a, struct ehc_given, all < MOST_COMPARED ? all : MOST_COMPARED);
	for (EHC_EACH_ITEM(it, plan, EHC_ITEM_PROVISION))
		if (it->text.str.len == 0 || it->has_placeholder)
			continue;
		else if (c->nprovisions < MOST_COMPARED)
			c->provisions[c->nprovisions++] = ehc_given_of(a, it);
		else
			c->provisions_left++;
}

static size_t
count_recommendations(const struct ehc_advice *set)
{
	size_t n = 0;

	for (size_t i = 0; i < set->count; i++)
		n += set->reports[i].plan->kinds[EHC_ITEM_PROVISION].count;
	return n < MOST_COMPARED ? n : MOST_COMPARED;
}

/* ---- needs ---- */

enum { NEED_HELD = 220 };       /* of 1000: a need of the advice of which less stands in all needs of the plan is not in it */

static void
find_unmet(struct ehc_arena *a, struct ehc_comparison *c, const struct ehc_plan *plan, const struct ehc_advice_report *report)
{
	struct ehc_topics all = { NULL, 0, 0 };
	const struct ehc_item *need, *cited = cited_as(a, plan, report);

	for (EHC_EACH_ITEM(need, plan, EHC_ITEM_NEED)) {
		struct ehc_topics more = ehc_topics_of(a, need->text.str);

		all = ehc_topics_join(a, &all, &more);
	}
	if (all.count == 0)
		return;
	for (EHC_EACH_ITEM(need, report->plan, EHC_ITEM_NEED)) {
		struct ehc_topics t = ehc_topics_of(a, need->text.str);

		if (t.weight >= 36 && ehc_topics_within(&t, &all) < NEED_HELD)
			EHC_PUSH(a, &c->unmet, (struct ehc_unmet){ report, need, report->lines[need->nth], cited });
	}
}

/* ---- the whole ---- */

static bool
may_compare(struct ehc_arena *a, struct ehc_comparison *c, const struct ehc_plan *plan, const struct ehc_advice_report *r, bool of_many)
{
	if (is_same_child(plan, r->plan) && !(of_many && r->plan->child.name.text.str.len == 0))
		return true;
	if (!of_many)
		EHC_PUSH(a, &c->unread, (struct ehc_unread){ r, EHC_OTHER_CHILD });
	return false;
}

struct ehc_comparison *
ehc_advice_compare(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_advice *set)
{
	struct ehc_comparison *c = EHC_NEW(a, struct ehc_comparison);
	size_t most;

	if (set == NULL || set->count + set->missing.count == 0 || plan->kind != EHC_DOC_EHC_PLAN || plan->is_template)
		return NULL;
	most = count_recommendations(set);
	c->plan = plan;
	c->recommendations = EHC_NEW_ARRAY(a, struct ehc_recommendation, most);
	gather_provisions(a, c, plan);
	for (size_t i = 0; i < set->count; i++)
		if (may_compare(a, c, plan, &set->reports[i], set->of_many)) {
			gather_report(a, c, plan, &set->reports[i], most);
			find_unmet(a, c, plan, &set->reports[i]);
		}
	for (size_t i = 0; i < set->missing.count; i++)
		EHC_PUSH(a, &c->missing, set->missing.items[i]);
	ehc_advice_match(a, c);
	for (size_t i = 0; i < c->nmatters; i++)
		ehc_advice_judge(&c->matters[i]);
	return c;
}

const struct ehc_matter *
ehc_matter_of(const struct ehc_comparison *c, const struct ehc_item *provision)
{
	for (size_t i = 0; c != NULL && i < c->nmatters; i++)
		for (size_t k = 0; k < c->matters[i].nours; k++)
			if (c->matters[i].ours[k]->item == provision)
				return &c->matters[i];
	return NULL;
}

/* ---- words ---- */

struct ehc_str
ehc_advice_called(struct ehc_arena *a, const struct ehc_advice_report *report, const struct ehc_item *cited)
{
	const char *service = ehc_service_called(report->services);
	ehc_day day = report->plan->dated.node != NULL ? report->plan->dated.day : cited != NULL ? day_of(cited) : EHC_NODATE;
	struct ehc_str when = day == EHC_NODATE ? EHC_NOSTR : ehc_arena_printf(a, "%s%.*s", service != NULL ? ", " : "", EHC_ARG(ehc_day_text(a, day)));
	const char *what = service != NULL ? service : "";

	if (cited != NULL && (service != NULL || when.len > 0))
		return ehc_arena_printf(a, "%s (%s%.*s)", cited->id, what, EHC_ARG(when));
	if (cited != NULL)
		return ehc_str_of(cited->id);
	if (service != NULL)
		return ehc_arena_printf(a, "the advice of %s%s%.*s%s", service, day != EHC_NODATE ? " (" : "", EHC_ARG(day != EHC_NODATE ? ehc_day_text(a, day) : EHC_NOSTR),
		    day != EHC_NODATE ? ")" : "");
	return day != EHC_NODATE ? ehc_arena_printf(a, "the advice of %.*s", EHC_ARG(ehc_day_text(a, day))) : EHC_STR("the advice");
}

struct ehc_str
ehc_advice_author(const struct ehc_advice_report *report)
{
	const struct ehc_plan *p = report->plan;

	return p->author.text.str.len > 0 ? p->author.text.str : p->author_role.text.str.len > 0 ? p->author_role.text.str : EHC_STR("its author");
}

struct ehc_str
ehc_given_words(struct ehc_arena *a, unsigned slots)
{
	static const char *const words[] = { "how much", "how often", "for how many weeks", "in what group", "by whom", "that it will be done" };        /* ORDER GIVEN */
	struct ehc_str said = EHC_NOSTR;
	unsigned left = slots;

	for (size_t i = 0; i < EHC_COUNT(words); i++) {
		if (!(left & 1u << i))
			continue;
		left &= ~(1u << i);
		said = said.len == 0 ? ehc_str_of(words[i]) : ehc_arena_printf(a, "%.*s%s%s", EHC_ARG(said), left != 0 ? ", " : " and ", words[i]);
	}
	return said;
}

struct ehc_str
ehc_yearly_words(struct ehc_arena *a, struct ehc_ratio amount, bool in_hours)
{
	struct ehc_str figure = ehc_ratio_text(a, amount);
	bool one = ehc_ratio_known(amount) && ehc_ratio_cmp(amount, ehc_ratio(1, 1)) == 0;

	if (!ehc_ratio_known(amount))
		return EHC_NOSTR;
	return ehc_arena_printf(a, "%.*s %s a year", EHC_ARG(figure), in_hours ? (one ? "hour" : "hours") : (one ? "time" : "times"));
}
