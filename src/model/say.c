/*
 * say.c - the plan read back: one line an item with what was understood of it, so that a writer sees at once when it
 * was misread. Whatever was not understood is said too. What the fields leave out is looked for in the item's sentences.
 */
#include "model/bind.h"

#include <string.h>

#include "ehc/prose.h"

/* One line being written; its parts are set apart by "; ". */
struct line {
	const struct ehc_plan *plan;
	struct ehc_buf *out;
	bool begun;
};

static void
part(struct line *l, const char *label)
{
	ehc_buf_cstr(l->out, l->begun ? "; " : " ");
	ehc_buf_cstr(l->out, label);
	l->begun = true;
}

static void
say_value(struct line *l, const char *label, struct ehc_str s)
{
	s = ehc_words_trim(s);
	if (s.len == 0)
		return;
	part(l, label);
	ehc_buf_plain(l->out, s);
}

static void
say_day(struct line *l, const char *label, const struct ehc_date *d)
{
	if (d->day == EHC_NODATE)
		return;
	part(l, label);
	ehc_buf_day(l->out, d->day);
	if (d->words.len > 0) {
		ehc_buf_cstr(l->out, " (");
		ehc_buf_plain(l->out, d->words);
		ehc_buf_char(l->out, ')');
	}
}

static void
say_days(struct line *l, const char *label, const struct ehc_dates *dates)
{
	for (size_t i = 0; i < dates->count; i++)
		say_day(l, i == 0 ? label : "", &dates->items[i]);
}

/* ---- ties ---- */

#define TIES_SHOWN 12

static void
say_some_ties(struct line *l, const char *label, const struct ehc_item *it, enum ehc_relation relation, bool assumed)
{
	size_t n = 0;

	for (size_t i = 0; i < it->out.count; i++) {
		const struct ehc_link *tie = it->out.items[i];

		if (tie->relation != relation || tie->assumed != assumed || ++n > TIES_SHOWN)
			continue;
		if (n == 1)
			part(l, label);
		else
			ehc_buf_cstr(l->out, ", ");
		ehc_buf_cstr(l->out, tie->to->id);
	}
	if (n > TIES_SHOWN)
		ehc_buf_printf(l->out, " and %zu more", n - TIES_SHOWN);
	if (n > 0 && assumed)
		ehc_buf_cstr(l->out, relation == EHC_REL_COVER ? " (as their own lines say)" : " (assumed from the row)");
}

static void
say_ties(struct line *l, const char *label, const struct ehc_item *it, enum ehc_relation relation)
{
	say_some_ties(l, label, it, relation, false);
	say_some_ties(l, label, it, relation, true);
}

/* ---- who ---- */

/* A name or a body, which takes no article and keeps its capital: "Mrs Example", "Example College team", "NHS nurse". */
static bool
is_name(struct ehc_str role)
{
	for (size_t i = 1; i < role.len; i++)
		if (ehc_is_capital(role.ptr[i]))
			return true;
	return false;
}

static bool
takes_no_article(struct ehc_str role)
{
	static const char *const openings[] = { "the ", "a ", "an ", "all ", "any ", "each ", "every ", "both ", "one ", "two ", "three ",
		"staff", "her ", "his ", "their ", "our " };

	for (size_t i = 0; i < EHC_COUNT(openings); i++)
		if (ehc_str_starts_nocase(role, openings[i]))
			return true;
	if (ehc_str_ends_nocase(role, "staff") || ehc_str_ends_nocase(role, " care"))
		return true;
	return role.len > 2 && role.ptr[role.len - 1] == 's' && role.ptr[role.len - 2] != 's';
}

static void
say_role(struct line *l, struct ehc_str role)
{
	char first[1];

	if (is_name(role)) {
		ehc_buf_plain(l->out, role);
		return;
	}
	first[0] = ehc_is_capital(role.ptr[0]) ? (char)(role.ptr[0] + ('a' - 'A')) : role.ptr[0];
	if (!takes_no_article(role))
		ehc_buf_cstr(l->out, strchr("aeiou", first[0]) != NULL ? "an " : "a ");
	ehc_buf_plain(l->out, (struct ehc_str){ first, 1 });
	ehc_buf_plain(l->out, ehc_str_sub(role, 1, role.len));
}

static void
say_who(struct line *l, const struct ehc_who *who)
{
	if (who->role.len == 0)
		return;
	ehc_buf_cstr(l->out, l->begun ? ", by " : " by ");
	l->begun = true;
	say_role(l, who->role);
	if (who->qualification.len > 0) {
		ehc_buf_cstr(l->out, " (");
		ehc_buf_plain(l->out, who->qualification);
		ehc_buf_char(l->out, ')');
	}
	say_value(l, "cover: ", who->cover);
	say_value(l, "training: ", who->training);
	if (who->definition != NULL) {
		part(l, "as defined: ");
		ehc_buf_plain(l->out, who->definition->words);
	}
}

/* The first role that the sentences name, the one with the firmest title first. */
static struct ehc_str
role_in_words(const struct ehc_item *it)
{
	static const enum ehc_list roles[] = { EHC_LIST_ROLE_REGISTERED, EHC_LIST_ROLE_TEACHER, EHC_LIST_ROLE_SUPPORT };

	for (size_t i = 0; it->said != NULL && i < EHC_COUNT(roles); i++) {
		const struct ehc_match *m = ehc_prose_find(it->said->text, roles[i], 0);

		if (m != NULL)
			return ehc_prose_words(it->said->text, m);
	}
	return EHC_NOSTR;
}

/* ---- how much ---- */

static bool
say_amount(struct line *l, const struct ehc_amount *m)
{
	if (m == NULL || m->ndoses == 0)
		return false;
	ehc_buf_char(l->out, ' ');
	ehc_amount_say(m, l->out);
	l->begun = true;
	return true;
}

/* Did the sentences add anything that can be seen? */
static bool
sentences_add(const struct ehc_item *it)
{
	struct ehc_buf field = { NULL, 0, 0 }, whole = { NULL, 0, 0 };
	bool differ;

	if (it->amount == NULL || it->whole == it->amount)
		return it->whole != it->amount;
	ehc_amount_say(it->amount, &field);
	ehc_amount_say(it->whole, &whole);
	differ = !ehc_str_eq(ehc_buf_text(&field), ehc_buf_text(&whole));
	ehc_buf_free(&field);
	ehc_buf_free(&whole);
	return differ;
}

/* Amount and person: from the fields, and where they say nothing from the sentences. */
static void
say_dose_and_person(struct line *l, const struct ehc_item *it)
{
	struct ehc_str role = it->who.value.node == NULL ? role_in_words(it) : EHC_NOSTR;
	bool from_words = false;

	if (say_amount(l, it->whole))
		from_words = sentences_add(it);
	say_who(l, &it->who);
	if (role.len > 0) {
		ehc_buf_cstr(l->out, l->begun ? ", by " : " by ");
		say_role(l, role);
		l->begun = from_words = true;
	}
	if (from_words)
		ehc_buf_cstr(l->out, it->amount != NULL || it->who.role.len > 0 ? " (partly read in its sentences)" : " (read in its sentences)");
}

/* ---- what was not understood ---- */

static void
say_amount_trouble(struct line *l, const struct ehc_item *it)
{
	const struct ehc_amount *m = it->amount;

	if (m != NULL && m->unread.start < m->unread.end) {
		part(l, "not understood: \"");
		ehc_buf_plain(l->out, ehc_words_trim(ehc_source_slice(l->plan->source, m->unread)));
		ehc_buf_char(l->out, '"');
	}
	if (it->whole != NULL)
		say_value(l, "", ehc_amount_trouble(l->plan->arena, it->whole));
}

static void
say_fault(struct line *l, const struct ehc_fault *f)
{
	switch (f->kind) {
	case EHC_FAULT_DATE_UNREAL:
		say_value(l, "there is no such date: ", f->words);
		return;
	case EHC_FAULT_LINK_KIND:
		part(l, "cannot be tied by ");
		ehc_buf_printf(l->out, "\"%s\" to ", f->node->keyword->spelling);
		ehc_buf_plain(l->out, f->words);
		return;
	default:
		if (f->node->keyword == NULL || f->node->kind != EHC_NODE_FIELD)
			return;
		part(l, "not understood in ");
		ehc_buf_printf(l->out, "\"%s\": ", f->node->keyword->spelling);
		ehc_buf_plain(l->out, f->words);
	}
}

/* ---- the items ---- */

static void
say_agreement(struct line *l, const struct ehc_agreement *g)
{
	static const char *const states[] = { "agreement not read", "agreed by ", "asked: ", "refused by ", "disputed by " };
	static const char *const bare[] = { "agreement not read", "agreed", "asked", "refused", "disputed" };

	part(l, g->body.len > 0 ? states[g->state] : bare[g->state]);
	if (g->state == EHC_AGREEMENT_NONE)
		return;
	ehc_buf_plain(l->out, g->body);
	if (g->day != EHC_NODATE) {
		ehc_buf_cstr(l->out, g->body.len > 0 ? ", " : " ");
		ehc_buf_day(l->out, g->day);
	}
	say_value(l, "because ", g->because);
	say_value(l, "route: ", g->route);
}

static void
say_provision(struct line *l, const struct ehc_item *it)
{
	say_dose_and_person(l, it);
	if (!l->begun)
		part(l, "no amount and nobody understood");
	say_day(l, "from ", &it->from);
	say_day(l, "until ", &it->until);
	say_ties(l, "for ", it, EHC_REL_FOR);
	say_ties(l, "towards ", it, EHC_REL_TOWARDS);
	say_ties(l, "pays for ", it, EHC_REL_PAYS_FOR);
	for (size_t i = 0; i < it->agreements.count; i++)
		say_agreement(l, &it->agreements.items[i]);
	say_amount_trouble(l, it);
}

static void
say_outcome(struct line *l, const struct ehc_item *it)
{
	say_day(l, "by ", &it->by);
	say_value(l, "now: ", it->baseline.text.str);
	say_value(l, "measured by ", it->measured_by.text.str);
	for (size_t i = 0; i < it->nsteps; i++) {
		say_value(l, "step: ", it->steps[i].act);
		if (it->steps[i].day == EHC_NODATE)
			ehc_buf_cstr(l->out, " (no date read)");
	}
	say_ties(l, "for ", it, EHC_REL_FOR);
	say_ties(l, "supports ", it, EHC_REL_SUPPORTS);
	if (!l->begun)
		part(l, "no date, no measure and no tie");
}

static void
say_consents(struct line *l, const char *label, const struct ehc_consents *all)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct ehc_consent *c = &all->items[i];

		part(l, i == 0 ? label : "");
		ehc_buf_plain(l->out, c->task);
		ehc_buf_cstr(l->out, c->task.len > 0 && c->words.len > 0 ? ", " : "");
		ehc_buf_plain(l->out, c->words);
		if (c->day == EHC_NODATE) {
			ehc_buf_cstr(l->out, " (no date read)");
			continue;
		}
		ehc_buf_cstr(l->out, c->task.len + c->words.len > 0 ? ", " : "");
		ehc_buf_day(l->out, c->day);
	}
}

static void
say_field(struct line *l, const char *label, const struct ehc_item *it, enum ehc_label field)
{
	say_value(l, label, ehc_item_value(it, field).text.str);
}

static void
say_medicine(struct line *l, const struct ehc_item *it)
{
	say_value(l, "", it->name);
	say_field(l, "strength: ", it, EHC_L_STRENGTH);
	say_field(l, "dose: ", it, EHC_L_DOSE);
	say_field(l, "volume: ", it, EHC_L_VOLUME);
	say_field(l, "over ", it, EHC_L_OVER);
	say_field(l, "at ", it, EHC_L_TIMES);
	say_field(l, "route: ", it, EHC_L_ROUTE);
	say_field(l, "when: ", it, EHC_L_WHEN);
	say_field(l, "most: ", it, EHC_L_MAXIMUM);
	say_field(l, "least gap: ", it, EHC_L_MINIMUM_GAP);
	say_field(l, "given by ", it, EHC_L_GIVEN_BY);
	say_field(l, "given at ", it, EHC_L_GIVEN_AT);
	for (size_t i = 0; i < it->ngiven_in; i++) {
		part(l, "named in ");
		ehc_buf_printf(l->out, "%s step ", it->given_in[i]->item->id);
		ehc_buf_plain(l->out, it->given_in[i]->number);
	}
	say_days(l, "expires ", &it->expires);
	say_consents(l, "consent: ", &it->consent);
	say_ties(l, "for ", it, EHC_REL_FOR);
}

static void
say_staff(struct line *l, const struct ehc_item *it)
{
	say_value(l, "", it->name);
	say_value(l, "", it->post);
	say_ties(l, "trained for ", it, EHC_REL_TRAINED_FOR);
	say_consents(l, "competent: ", &it->competent);
	say_days(l, "renew by ", &it->renew_by);
	say_day(l, "willing since ", &it->willing);
	say_ties(l, "takes the part of ", it, EHC_REL_COVERS);
}

static void
say_task(struct line *l, const struct ehc_item *it)
{
	say_dose_and_person(l, it);
	say_field(l, "responsibility: ", it, EHC_L_RESPONSIBILITY);
	say_ties(l, "uses ", it, EHC_REL_USES);
	say_ties(l, "delegated to ", it, EHC_REL_DELEGATED_TO);
	say_ties(l, "cover: ", it, EHC_REL_COVER);
	say_consents(l, "competent: ", &it->competent);
	say_ties(l, "for ", it, EHC_REL_FOR);
	say_ties(l, "names ", it, EHC_REL_NAMES);
	say_amount_trouble(l, it);
}

static void
say_steps(struct line *l, const struct ehc_item *it)
{
	for (size_t i = 0; i < it->nsteps; i++) {
		const struct ehc_step *s = &it->steps[i];

		part(l, "step ");
		ehc_buf_plain(l->out, s->number);
		if (s->when.len + s->who.len == 0)
			continue;
		ehc_buf_cstr(l->out, " (");
		ehc_buf_plain(l->out, s->when);
		ehc_buf_cstr(l->out, s->when.len > 0 && s->who.len > 0 ? "; " : "");
		ehc_buf_plain(l->out, s->who);
		ehc_buf_char(l->out, ')');
	}
	say_task(l, it);
}

static void
say_item(struct line *l, const struct ehc_item *it)
{
	switch (it->kind) {
	case EHC_ITEM_PROVISION:
	case EHC_ITEM_BUDGET:
		say_provision(l, it);
		break;
	case EHC_ITEM_OUTCOME:
		say_outcome(l, it);
		break;
	case EHC_ITEM_MEDICINE:
	case EHC_ITEM_FEED:
		say_medicine(l, it);
		break;
	case EHC_ITEM_STAFF:
		say_staff(l, it);
		break;
	case EHC_ITEM_TASK:
	case EHC_ITEM_CARE:
		say_task(l, it);
		break;
	case EHC_ITEM_EMERGENCY:
		say_steps(l, it);
		break;
	default:
		break;
	}
}

static bool
is_read_back(const struct ehc_item *it)
{
	return it->kind == EHC_ITEM_PROVISION || it->kind == EHC_ITEM_BUDGET || it->kind == EHC_ITEM_OUTCOME || it->kind == EHC_ITEM_MEDICINE ||
	    it->kind == EHC_ITEM_FEED || it->kind == EHC_ITEM_STAFF || it->kind == EHC_ITEM_TASK || it->kind == EHC_ITEM_EMERGENCY ||
	    (it->kind == EHC_ITEM_CARE && (it->amount != NULL || it->who.role.len > 0));
}

/* Faults by item: where each item's first stands, and where the next one of the same item; both count from 1. */
struct fault_index { size_t *first, *next; };

static struct fault_index
index_faults(const struct ehc_plan *p)
{
	struct fault_index x;
	size_t items = 0;

	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		items++;
	x.first = EHC_NEW_ARRAY(p->arena, size_t, items + 1);
	x.next = EHC_NEW_ARRAY(p->arena, size_t, p->faults.count + 1);
	for (size_t i = p->faults.count; i-- > 0; ) {
		const struct ehc_item *it = p->faults.items[i].item;

		if (it == NULL)
			continue;
		x.next[i] = x.first[it->nth];
		x.first[it->nth] = i + 1;
	}
	return x;
}

void
ehc_read_back(const struct ehc_plan *p, struct ehc_buf *out)
{
	struct fault_index faults = index_faults(p);
	size_t broken = 0;

	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next) {
		struct line l = { .plan = p, .out = out };

		if (!is_read_back(it))
			continue;
		ehc_buf_printf(out, "%s:", it->id);
		say_item(&l, it);
		/* Broken links stand in the order of the items, so one finger follows along. */
		for (; broken < p->broken.count && p->broken.items[broken]->from->nth <= it->nth; broken++)
			if (p->broken.items[broken]->from == it && !p->broken.items[broken]->is_words)
				say_value(&l, "names nothing in this plan: ", p->broken.items[broken]->written);
		for (size_t i = faults.first[it->nth]; i > 0; i = faults.next[i - 1])
			say_fault(&l, &p->faults.items[i - 1]);
		ehc_buf_char(out, '\n');
	}
}
