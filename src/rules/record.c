/*
 * record.c - what a plan records about itself: whose it is, on what advice, which version, who signed it, when it is looked
 * at again, and to whom it went.
 */
#include "ehc/prose.h"
#include "rules/structure.h"
#include "rules/timeline.h"

/* ---- section K ---- */

/* The author often stands in the title of the advice, so that alone is a note; without a date too nobody can find it. */
static void
check_advice(struct ehc_check *c, const struct ehc_item *it, bool ask_attached)
{
	bool has_author = it->author.node != NULL || it->role.node != NULL;
	bool has_date = it->received.node != NULL || it->dated.node != NULL;
	struct ehc_str missing[3];
	struct ehc_finding *f;
	size_t n = 0;

	if (!has_author)
		missing[n++] = EHC_STR("who gave it");
	if (!has_date)
		missing[n++] = EHC_STR("when it came");
	if (it->attached == -1 && ask_attached)
		missing[n++] = EHC_STR("whether it is attached");
	if (n > 0) {
		f = ehc_finding_unsaid(c, ehc_flag(c, it, it->span, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))),
		    ehc_list_words(c->arena, missing, n, n));
		f->severity = has_date ? EHC_NOTE : has_author ? EHC_WARNING : f->severity;
	}
	if (it->attached == 0) {
		f = ehc_flag(c, it, it->span, "%.*s is not attached to the plan.", EHC_ARG(ehc_item_Called(c->arena, it)));
		f->severity = EHC_WARNING;
	}
}

/* SECT-013. Where the list does not speak of attaching at all, that is one note. */
void
ehc_sect_advice_list(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;
	bool ask_attached = false;
	struct ehc_finding *f;
	size_t came = 0;

	(void)self;
	if (c->plan->kinds[EHC_ITEM_ADVICE].count == 0)
		ehc_flag_section(c, EHC_K, "Section K lists no advice.");
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		came += !it->missing;
		ask_attached = ask_attached || it->attached != -1;
	}
	if (came > 0 && !ask_attached) {
		f = ehc_flag_section(c, EHC_K, "Section K does not say whether the advice is attached to the plan.");
		f->severity = EHC_NOTE;
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE))
		if (!it->missing)
			check_advice(c, it, ask_attached);
}

/* ---- whose plan, which version, signed ---- */

/* Over compulsory school age, or old enough that the plan says who decides. */
static bool
is_young_person(const struct ehc_check *c)
{
	ehc_day born = c->plan->child.born.node == NULL ? EHC_NODATE : c->plan->child.born.day, day = ehc_check_day(c);

	if (c->plan->child.decision_maker.node != NULL)
		return true;
	return born != EHC_NODATE && day != EHC_NODATE && born < day && day > ehc_end_of_compulsory_school_age(born);
}

/* SECT-014 */
void
ehc_sect_identity(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_child *child = &c->plan->child;
	struct ehc_str missing[4];
	size_t n = 0;

	(void)self;
	if (child->name.text.str.len == 0)
		missing[n++] = EHC_STR("the child's name");
	if (child->born.node == NULL)
		missing[n++] = EHC_STR("the date of birth");
	if (child->parents.node == NULL && !is_young_person(c))
		missing[n++] = EHC_STR("the parents or carers");
	if (c->plan->authority.node == NULL)
		missing[n++] = EHC_STR("the council");
	if (n == 0)
		return;
	ehc_flag(c, NULL, child->node == NULL ? ehc_plan_place(c->plan) : child->node->head_span, "The plan does not give %.*s.",
	    EHC_ARG(ehc_list_words(c->arena, missing, n, n)));
}

static bool
holds_date(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		ehc_day day;

		if ((i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n') && ehc_day_read(ehc_str_sub(s, i, s.len), &day, NULL, NULL) > 0)
			return true;
	}
	return false;
}

static bool
is_signed(const struct ehc_plan *p)
{
	for (size_t i = 0; i < p->ntexts; i++)
		if (p->texts[i].label == EHC_L_SIGNED && holds_date(p->texts[i].text.str))
			return true;
	return false;
}

static bool
has_issue_date(const struct ehc_plan *p)
{
	return p->dated.node != NULL || ehc_plan_event(p, EHC_L_FINAL_ISSUED) != NULL || ehc_plan_event(p, EHC_L_AMENDED_FINAL) != NULL;
}

/* A line for a signature that nobody has filled in is no signature; one without a day beside those with one was overlooked. */
static void
undated_signatures(struct ehc_check *c)
{
	const struct ehc_prose_entry *without = NULL;
	size_t dated = 0;

	for (size_t i = 0; i < c->plan->ntexts; i++) {
		const struct ehc_prose_entry *e = &c->plan->texts[i];

		if (e->label != EHC_L_SIGNED || e->text.str.len == 0)
			continue;
		if (ehc_prose_read(c->arena, e->text.str)->has_date)
			dated++;
		else
			without = e;
	}
	if (dated > 0 && without != NULL)
		ehc_flag_words(c, NULL, without->text.span, "This signature has no date.");
}

/* SECT-015 */
void
ehc_sect_sign_off(struct ehc_check *c, const struct ehc_rule *self)
{
	bool has_signature = is_signed(c->plan), has_date = has_issue_date(c->plan);

	(void)self;
	undated_signatures(c);
	if (has_signature && has_date)
		return;
	ehc_flag(c, NULL, ehc_plan_place(c->plan), "This final plan does not show %s.", has_signature ? "when it was issued" :
	    has_date ? "who signed it for the council, and when" : "who signed it for the council, nor when it was issued");
}

/* SECT-016. A first draft has no earlier version to be mistaken for, so that there it is a note. */
void
ehc_sect_version(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	bool amended = p->status == EHC_AMENDED_FINAL || p->status == EHC_PROPOSED;
	struct ehc_finding *f;

	(void)self;
	if (p->version.node == NULL) {
		f = ehc_flag(c, NULL, ehc_plan_place(p), "The plan does not say which version it is.");
		if (!amended && p->status != EHC_FINAL)
			f->severity = EHC_NOTE;
	} else if (amended && !has_issue_date(p) && ehc_plan_event(p, EHC_L_AMEND_NOTICE) == NULL) {
		ehc_flag(c, NULL, ehc_plan_place(p), "The plan is amended, but bears no date of the amendment.");
	}
}

/* SECT-022. Words count while a plan is a draft: the day hangs on the day of issue, which is still to come. */
void
ehc_sect_review_due(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_date *due = p->review_due.node != NULL ? &p->review_due : ehc_plan_event(p, EHC_L_REVIEW_DUE);
	struct ehc_finding *f;

	(void)self;
	if (due == NULL) {
		ehc_flag(c, NULL, ehc_plan_place(p), "The plan does not say when it must next be reviewed.");
		return;
	}
	if (due->day == EHC_NODATE && ehc_status_is_final(p->status)) {
		ehc_flag_words(c, NULL, due->span, "The review date of this final plan is not a date.");
		return;
	}
	if (due->day == EHC_NODATE || p->dated.node == NULL || p->dated.day == EHC_NODATE)
		return;
	if (due->day > ehc_day_add_months(p->dated.day, 12)) {
		f = ehc_flag_words(c, NULL, due->span, "The review is due more than 12 months after the plan's own date.");
		ehc_finding_relate(c->out, f, p->dated.span, EHC_STR("the plan's date"));
	}
}

/* ---- issuing ---- */

/* Where the timeline follows the plan up to its issue, what is not in it is missing; elsewhere it may be kept apart. */
static bool
records_issue(const struct ehc_plan *p)
{
	return ehc_plan_event(p, EHC_L_FINAL_ISSUED) != NULL || ehc_plan_event(p, EHC_L_AMENDED_FINAL) != NULL;
}

/* Everything that the plan says about who has a copy. */
static struct ehc_str
copies(const struct ehc_check *c)
{
	const struct ehc_node *head = c->plan->tree->head, *timeline = c->plan->timeline_node;
	const struct ehc_node *fields[] = {
		head == NULL ? NULL : ehc_node_field(head, EHC_L_COPIES), timeline == NULL ? NULL : ehc_node_field(timeline, EHC_L_COPIES),
	};
	struct ehc_buf all = { NULL, 0, 0 };

	for (size_t i = 0; i < EHC_COUNT(fields); i++) {
		if (fields[i] != NULL) {
			ehc_buf_str(&all, fields[i]->text.str);
			ehc_buf_char(&all, '\n');
		}
	}
	for (size_t i = 0; i < c->plan->ntexts; i++) {
		if (c->plan->texts[i].label != EHC_L_COPIED_TO)
			continue;
		ehc_buf_str(&all, c->plan->texts[i].text.str);
		ehc_buf_char(&all, '\n');
	}
	return ehc_buf_take(&all, c->arena);
}

/* "Hodan Example, 27 February 2026", where the parents are given as "Hodan Example (mother)": a capitalised word of `names` that is not among `but`. */
static bool
is_named(struct ehc_str names, struct ehc_str but, struct ehc_str council, struct ehc_str sent)
{
	for (size_t from = 0, to; from < names.len; from = to + 1) {
		struct ehc_str word;

		for (to = from; to < names.len && ehc_is_letter(names.ptr[to]); to++)
			continue;
		word = ehc_str_sub(names, from, to);
		if (word.len > 2 && ehc_is_capital(word.ptr[0]) && ehc_str_find(but, word, true) == SIZE_MAX && ehc_str_find(council, word, true) == SIZE_MAX &&
		    ehc_str_find(sent, word, true) != SIZE_MAX)
			return true;
	}
	return false;
}

/* By name: the parents, and a young person, whose surname the parents mostly bear. */
static bool
names_family(const struct ehc_check *c, struct ehc_str sent)
{
	const struct ehc_child *child = &c->plan->child;
	struct ehc_str council = c->plan->authority.text.str;

	return is_named(child->parents.text.str, child->name.text.str, council, sent) ||
	    (is_young_person(c) && (is_named(child->name.text.str, child->parents.text.str, council, sent) ||
	    is_named(child->known_as.text.str, child->parents.text.str, council, sent)));
}

/* SECT-026 */
void
ehc_sect_copies(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const family[] = {
		"parent", "parents", "mother", "father", "mum", "dad", "carer", "carers", "family", "young person", "guardian", "guardians",
	};
	static const char *const setting[] = {
		"school", "college", "setting", "nursery", "academy", "head teacher", "headteacher", "head", "principal", "governing body",
		"governors", "proprietor", "provider",
	};
	static const char *const health[] = { "icb", "nhs", "health", "integrated care board", "commissioner", "commissioning body" };
	struct ehc_str sent = copies(c), missing[3];
	struct ehc_finding *f;
	size_t n = 0;

	(void)self;
	if (sent.len == 0) {
		f = ehc_flag(c, NULL, ehc_plan_place(c->plan), "This final plan does not record to whom it was sent.");
		if (!records_issue(c->plan))
			f->severity = EHC_WARNING;
		return;
	}
	if (!ehc_says_any(c, sent, family, EHC_COUNT(family)) && !names_family(c, sent))
		missing[n++] = is_young_person(c) ? EHC_STR("the young person") : EHC_STR("the parents");
	if (!ehc_says_any(c, sent, setting, EHC_COUNT(setting)) && c->plan->placement_name.node != NULL)
		missing[n++] = EHC_STR("the head of the school or setting that it names");
	if (!ehc_says_any(c, sent, health, EHC_COUNT(health)))
		missing[n++] = EHC_STR("the NHS body responsible for section G");
	if (n > 0)
		ehc_flag(c, NULL, ehc_plan_place(c->plan), "The list of those who have a copy does not name %.*s.",
		    EHC_ARG(ehc_list_words(c->arena, missing, n, n)));
}

/* The printed wording about what happens next counts: it is in the family's hands. */
static bool
tells_of_appeal(const struct ehc_plan *p)
{
	for (size_t i = 0; i < p->ntexts; i++) {
		struct ehc_str text = p->texts[i].text.str;

		if (p->texts[i].label == EHC_L_STANDARD_TEXT && ehc_str_find_nocase(text, "appeal") != SIZE_MAX &&
		    ehc_str_find_nocase(text, "mediation") != SIZE_MAX)
			return true;
	}
	return false;
}

/* SECT-027 */
void
ehc_sect_appeal_notice(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_finding *f;

	(void)self;
	if (ehc_plan_event(c->plan, EHC_L_APPEAL_NOTICE) != NULL || tells_of_appeal(c->plan))
		return;
	f = ehc_flag(c, NULL, c->plan->timeline_node == NULL ? ehc_plan_place(c->plan) : c->plan->timeline_node->head_span,
	    "This final plan does not record that the family was told about appeal, mediation and advice.");
	if (!records_issue(c->plan))
		f->severity = EHC_WARNING;
}

/* ---- amending ---- */

static bool
answers_for_change(const struct ehc_item *it)
{
	return ehc_item_value(it, EHC_L_BECAUSE).node != NULL || ehc_item_count_linked(it, EHC_REL_CHANGED) > 0;
}

/* SECT-028 */
void
ehc_sect_amendments(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t changed = 0;

	(void)self;
	if (c->plan->status != EHC_PROPOSED)
		return;
	if (c->previous != NULL) {
		ehc_sect_amended(c);
		return;
	}
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		struct ehc_finding *f;

		if (it->kind != EHC_ITEM_NEED && it->kind != EHC_ITEM_OUTCOME && it->kind != EHC_ITEM_PROVISION)
			continue;
		if (!answers_for_change(it))
			continue;
		changed++;
		if (ehc_item_count_links(it, EHC_REL_EVIDENCE) > 0 || ehc_item_count_links(it, EHC_REL_NAMES) > 0)
			continue;
		f = ehc_flag(c, it, it->span, "%.*s is to change, but the evidence for it is not named.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		f->severity = EHC_WARNING;
	}
	if (changed == 0)
		ehc_flag(c, NULL, ehc_plan_place(c->plan), "The proposed amendments are not listed: no item says that it changes, or why.");
}

/* ---- what the family asked for ---- */

static bool
refuses(struct ehc_str answer)
{
	return ehc_str_has_word(answer, "not accepted") || ehc_str_has_word(answer, "not agreed") || ehc_str_has_word(answer, "declined") ||
	    ehc_str_has_word(answer, "refused") || ehc_str_starts_nocase(answer, "no,") || ehc_str_is_nocase(answer, "no");
}

/* SECT-033. Words beyond the refusal are its reason: whether they are a good one is for the family to judge. */
void
ehc_sect_answered(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_COMMENT)) {
		struct ehc_value answer = ehc_item_value(it, EHC_L_ANSWER);
		struct ehc_str words = ehc_str_trim(answer.text.str), called = ehc_item_Called(c->arena, it);
		struct ehc_finding *f;

		if (words.len == 0)
			f = ehc_flag_item(c, it, "%.*s has no answer.", EHC_ARG(called));
		else if (refuses(words) && ehc_item_value(it, EHC_L_BECAUSE).node == NULL && words.len < sizeof("not accepted because x"))
			f = ehc_flag_words(c, it, answer.text.span, "%.*s is turned down without a reason.", EHC_ARG(called));
		else
			continue;
		ehc_finding_suggest(c, f, words.len == 0 ? "answer: accepted; <what was done>\nchanged: <item>" : "answer: not accepted because <reason>");
	}
}
