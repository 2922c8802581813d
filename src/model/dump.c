/*
 * dump.c - every member that is filled, one line each, for tests. Days are written as figures, ties as relation and id.
 */
#include "model/bind.h"

static void
line(struct ehc_buf *out, const char *name, struct ehc_str s)
{
	if (s.len == 0)
		return;
	ehc_buf_printf(out, "  %s: ", name);
	ehc_buf_plain(out, s);
	ehc_buf_char(out, '\n');
}

static void
value(struct ehc_buf *out, const char *name, const struct ehc_value *v)
{
	line(out, name, v->text.str);
}

static void
date(struct ehc_buf *out, const char *name, const struct ehc_date *d)
{
	if (d->node == NULL)
		return;
	ehc_buf_printf(out, "  %s:", name);
	if (d->day != EHC_NODATE) {
		ehc_buf_char(out, ' ');
		ehc_buf_day_iso(out, d->day);
	}
	if (d->until != EHC_NODATE) {
		ehc_buf_cstr(out, " to ");
		ehc_buf_day_iso(out, d->until);
	}
	ehc_buf_cstr(out, d->month_only ? " month" : "");
	ehc_buf_cstr(out, d->numeric ? " figures" : "");
	if (d->words.len > 0) {
		ehc_buf_cstr(out, " \"");
		ehc_buf_plain(out, d->words);
		ehc_buf_char(out, '"');
	}
	ehc_buf_char(out, '\n');
}

static void
dates(struct ehc_buf *out, const char *name, const struct ehc_dates *all)
{
	for (size_t i = 0; i < all->count; i++)
		date(out, name, &all->items[i]);
}

static void
day(struct ehc_buf *out, const char *name, ehc_day d)
{
	if (d == EHC_NODATE)
		return;
	ehc_buf_printf(out, "  %s: ", name);
	ehc_buf_day_iso(out, d);
	ehc_buf_char(out, '\n');
}

static void
name(struct ehc_buf *out, const char *label, const char *s)
{
	line(out, label, ehc_str_of(s));
}

/* ---- head, child, timeline, sections ---- */

static const char *
kind_name(enum ehc_doc_kind k)
{
	static const char *const names[] = { "none", "EHC plan", "health care plan", "advice report", "profile", "style" };

	return names[k];
}

static void
dump_head(const struct ehc_plan *p, struct ehc_buf *out)
{
	ehc_buf_printf(out, "document %s%s\n", kind_name(p->kind), p->is_template ? " template" : "");
	line(out, "template", p->template_name);
	line(out, "reference", p->reference);
	name(out, "status", ehc_status_name(p->status));
	value(out, "status as written", &p->status_value);
	value(out, "version", &p->version);
	value(out, "authority", &p->authority);
	value(out, "icb", &p->icb);
	value(out, "locality", &p->locality);
	value(out, "plan writer", &p->plan_writer);
	value(out, "profile", &p->profile_name);
	value(out, "co-ordination", &p->co_ordination);
	value(out, "author", &p->author);
	value(out, "role", &p->author_role);
	value(out, "school", &p->school);
	value(out, "site address", &p->site_address);
	value(out, "ambulance entrance", &p->ambulance);
	value(out, "written by", &p->written_by);
	value(out, "took part", &p->took_part);
	value(out, "EHC plan", &p->linked_plan);
	if (p->has_linked_plan >= 0)
		name(out, "has EHC plan", p->has_linked_plan ? "yes" : "no");
	line(out, "EHC plan reference", p->linked_reference);
	date(out, "dated", &p->dated);
	date(out, "written", &p->written);
	date(out, "review due", &p->review_due);
}

static void
dump_child(const struct ehc_plan *p, struct ehc_buf *out)
{
	const struct ehc_child *c = &p->child;

	if (c->node == NULL)
		return;
	ehc_buf_cstr(out, "child\n");
	value(out, "name", &c->name);
	date(out, "born", &c->born);
	if (c->year >= 0)
		ehc_buf_printf(out, "  year: %d\n", c->year);
	for (const struct ehc_node *f = c->node->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD && f->keyword != NULL && f->label != EHC_L_BORN)
			line(out, f->keyword->spelling, ehc_value_of(f).text.str);
}

static void
dump_timeline(const struct ehc_plan *p, struct ehc_buf *out)
{
	if (p->nevents + p->nexceptions > 0)
		ehc_buf_cstr(out, "timeline\n");
	for (size_t i = 0; i < p->nevents; i++)
		date(out, ehc_keyword(p->events[i].label)->spelling, &p->events[i].date);
	for (size_t i = 0; i < p->nexceptions; i++) {
		value(out, "exception", &p->exceptions[i].reason);
		value(out, "exception for", &p->exceptions[i].applies_to);
		value(out, "exception evidence", &p->exceptions[i].evidence);
	}
}

static void
dump_sections(const struct ehc_plan *p, struct ehc_buf *out)
{
	for (int i = EHC_A; i < EHC_SECTION_COUNT; i++) {
		const struct ehc_section_info *s = &p->sections[i];

		if (!s->present && s->items == 0)
			continue;
		ehc_buf_printf(out, "section %s%s%s%s items %zu", ehc_section_name((enum ehc_section)i), s->present ? " present" : "",
		    s->labelled ? " labelled" : "", s->nil ? " nil" : "", s->items);
		if (s->order > 0)
			ehc_buf_printf(out, " order %zu", s->order);
		ehc_buf_char(out, '\n');
		line(out, "title", s->title);
		value(out, "because", &s->because);
	}
	if (p->placement_name.node != NULL || p->placement_type.node != NULL || p->placement_otherwise.node != NULL)
		ehc_buf_cstr(out, "placement\n");
	value(out, "name", &p->placement_name);
	value(out, "type", &p->placement_type);
	value(out, "otherwise", &p->placement_otherwise);
	for (size_t i = 0; i < p->nareas; i++) {
		const struct ehc_area_statement *a = &p->areas[i];

		ehc_buf_printf(out, "area in section \"%s\"%s\n", ehc_section_name(a->section), a->nil ? " nil" : "");
		line(out, "name", a->name);
		name(out, "area", ehc_area_name(a->area));
		name(out, "theme", ehc_theme_name(a->theme));
		value(out, "because", &a->because);
	}
}

static void
dump_rows(const struct ehc_plan *p, struct ehc_buf *out)
{
	for (const struct ehc_row *r = p->first_row; r != NULL; r = r->next) {
		ehc_buf_printf(out, "row%s needs %zu\n", r->across ? " across" : "", r->needs);
		line(out, "name", r->name.text.str);
		name(out, "area", ehc_area_name(r->area));
		name(out, "theme", ehc_theme_name(r->theme));
		ehc_buf_cstr(out, "  items:");
		for (size_t i = 0; i < r->count; i++)
			ehc_buf_printf(out, " %s", r->items[i]->id);
		ehc_buf_char(out, '\n');
	}
}

static void
dump_texts(const struct ehc_plan *p, struct ehc_buf *out)
{
	for (size_t i = 0; i < p->ntexts; i++) {
		const struct ehc_prose_entry *t = &p->texts[i];

		ehc_buf_printf(out, "text %s section \"%s\"\n", ehc_keyword(t->label)->spelling, ehc_section_name(t->section));
		line(out, "words", t->words);
		name(out, "area", ehc_area_name(t->area));
		line(out, "text", t->text.str);
	}
}

/* ---- items ---- */

static void
dump_links(const struct ehc_item *it, struct ehc_buf *out)
{
	for (size_t i = 0; i < it->out.count; i++) {
		const struct ehc_link *l = it->out.items[i];

		ehc_buf_printf(out, "  -> %s %s%s%s\n", ehc_relation_name(l->relation), l->to->id, l->assumed ? " assumed" : "", l->by_row ? " by row" : "");
	}
}

static void
dump_who(const struct ehc_who *w, struct ehc_buf *out)
{
	line(out, "role", w->role);
	line(out, "qualification", w->qualification);
	line(out, "cover", w->cover);
	line(out, "training", w->training);
	if (w->definition != NULL)
		line(out, "defined", w->definition->words);
}

static void
amount(struct ehc_buf *out, const char *label, const struct ehc_amount *m)
{
	if (m == NULL)
		return;
	ehc_buf_printf(out, "  %s: ", label);
	ehc_amount_say(m, out);
	ehc_buf_char(out, '\n');
}

static void
dump_amount(const struct ehc_item *it, struct ehc_buf *out)
{
	value(out, "how much", &it->how_much);
	value(out, "how often", &it->how_often);
	amount(out, "amount", it->amount);
	amount(out, "sentence", it->sentence);
	if (it->whole != it->amount && it->whole != it->sentence)
		amount(out, "whole", it->whole);
}

static void
dump_consents(struct ehc_buf *out, const char *label, const struct ehc_consents *all)
{
	for (size_t i = 0; i < all->count; i++) {
		ehc_buf_printf(out, "  %s\n", label);
		line(out, "  task", all->items[i].task);
		line(out, "  words", all->items[i].words);
		day(out, "  day", all->items[i].day);
	}
}

static void
dump_agreements(const struct ehc_item *it, struct ehc_buf *out)
{
	static const char *const states[] = { "not read", "agreed", "asked", "refused", "disputed" };

	for (size_t i = 0; i < it->agreements.count; i++) {
		const struct ehc_agreement *g = &it->agreements.items[i];

		name(out, "agreement", states[g->state]);
		line(out, "  body", g->body);
		day(out, "  day", g->day);
		line(out, "  because", g->because);
		line(out, "  route", g->route);
	}
}

static void
dump_accepts_and_steps(const struct ehc_item *it, struct ehc_buf *out)
{
	for (size_t i = 0; i < it->naccepts; i++) {
		line(out, "accept", it->accepts[i].rule);
		line(out, "  reason", it->accepts[i].reason);
		line(out, "  role", it->accepts[i].role);
		day(out, "  day", it->accepts[i].day);
	}
	for (size_t i = 0; i < it->nsteps; i++) {
		ehc_buf_cstr(out, "  step\n");
		line(out, "  number", it->steps[i].number);
		line(out, "  when", it->steps[i].when);
		line(out, "  who", it->steps[i].who);
		line(out, "  act", it->steps[i].act);
		day(out, "  day", it->steps[i].day);
	}
	for (size_t i = 0; i < it->ngiven_in; i++) {
		ehc_buf_printf(out, "  given in: %s ", it->given_in[i]->item->id);
		ehc_buf_plain(out, it->given_in[i]->number);
		ehc_buf_char(out, '\n');
	}
}

static void
dump_item(const struct ehc_item *it, struct ehc_buf *out)
{
	ehc_buf_printf(out, "%s %s%s", ehc_item_kind_name(it->kind), it->id, it->twin != NULL ? " again" : "");
	if (it->section != EHC_NO_SECTION)
		ehc_buf_printf(out, " section %s", ehc_section_name(it->section));
	ehc_buf_cstr(out, it->has_placeholder ? " placeholder" : "");
	ehc_buf_cstr(out, it->optional ? " optional" : "");
	ehc_buf_cstr(out, it->missing ? " missing" : "");
	ehc_buf_cstr(out, it->attached == 1 ? " attached" : it->attached == 0 ? " not attached" : "");
	ehc_buf_char(out, '\n');
	line(out, "text", it->text.str);
	line(out, "name", it->name);
	line(out, "post", it->post);
	name(out, "area", ehc_area_name(it->area));
	line(out, "category", it->category);
	name(out, "theme", ehc_theme_name(it->theme));
	date(out, "by", &it->by);
	value(out, "baseline", &it->baseline);
	value(out, "measured by", &it->measured_by);
	dump_who(&it->who, out);
	dump_amount(it, out);
	date(out, "from", &it->from);
	date(out, "until", &it->until);
	date(out, "requested", &it->asked);
	date(out, "received", &it->received);
	date(out, "dated", &it->dated);
	value(out, "type", &it->type);
	value(out, "review", &it->review);
	value(out, "author", &it->author);
	value(out, "reply", &it->reply);
	dump_agreements(it, out);
	dump_consents(out, "consent", &it->consent);
	dump_consents(out, "competent", &it->competent);
	dates(out, "expires", &it->expires);
	dates(out, "renew by", &it->renew_by);
	dates(out, "on", &it->on);
	date(out, "willing", &it->willing);
	dump_accepts_and_steps(it, out);
	dump_links(it, out);
	if (it->cited > 0)
		ehc_buf_printf(out, "  cited: %zu\n", it->cited);
}

static void
dump_troubles(const struct ehc_plan *p, struct ehc_buf *out)
{
	for (size_t i = 0; i < p->broken.count; i++) {
		const struct ehc_link *l = p->broken.items[i];

		ehc_buf_printf(out, "broken %s %s ", l->from->id, ehc_relation_name(l->relation));
		ehc_buf_plain(out, l->written);
		ehc_buf_cstr(out, l->is_words ? " words\n" : "\n");
	}
	for (size_t i = 0; i < p->faults.count; i++) {
		const struct ehc_fault *f = &p->faults.items[i];

		ehc_buf_printf(out, "fault %s %s ", ehc_fault_name(f->kind), f->item == NULL ? "-" : f->item->id);
		ehc_buf_plain(out, f->words);
		ehc_buf_char(out, '\n');
	}
}

void
ehc_plan_dump(const struct ehc_plan *p, struct ehc_buf *out)
{
	dump_head(p, out);
	dump_child(p, out);
	dump_timeline(p, out);
	dump_sections(p, out);
	dump_rows(p, out);
	dump_texts(p, out);
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		dump_item(it, out);
	dump_troubles(p, out);
}
