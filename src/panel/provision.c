/*
 * provision.c - what one plan provides, added to what all plans provide: hours a year where they can be worked out, and how
 * many provisions there are whose hours cannot.
 */
#include "panel/panel.h"

#include "ehc/house.h"
#include "rules/timeline.h"

static const enum ehc_section provides[] = { EHC_F, EHC_G, EHC_H1, EHC_H2 };

static bool
is_provided_in(enum ehc_section s)
{
	for (size_t i = 0; i < EHC_COUNT(provides); i++)
		if (provides[i] == s)
			return true;
	return false;
}

/* Hundredths of an hour a year, at the lower end of a range; -1 where they cannot be worked out. */
static int64_t
hours_of(const struct ehc_item *it)
{
	struct ehc_ratio hours = it->whole != NULL ? it->whole->year.hours : EHC_NORATIO;
	double n;

	if (!ehc_ratio_known(hours))
		return -1;
	n = ehc_ratio_double(hours) * 100;
	return n < 0 || n > 1e9 ? -1 : (int64_t)(n + 0.5);
}

static enum part
part_of(const struct ehc_item *it, int64_t hours)
{
	if (hours >= 0)
		return PART_FULL;
	if (it->said != NULL && (it->said->definite || it->said->equipment))
		return PART_OTHER;
	return it->whole != NULL && it->whole->ndoses > 0 ? PART_SOME : PART_NONE;
}

static unsigned
service_of(const struct ehc_item *it)
{
	struct ehc_str who = it->who.role.len > 0 ? it->who.role : it->who.value.text.str;
	struct ehc_str service = ehc_item_value(it, EHC_L_PROVIDER).text.str;
	unsigned kind = panel_kind_of(&panel_services, who);

	if (kind == panel_services.n)
		kind = panel_kind_of(&panel_services, service);
	return kind < panel_services.n || who.len > 0 ? kind : panel_kind_of(&panel_services, it->text.str);
}

/* Two kinds of body in one line, or the word itself. */
static bool
is_joint(struct ehc_str funded_by)
{
	static const char *const education[] = { "council", "authority", "school", "education", "college", NULL };
	static const char *const health[] = { "nhs", "icb", "health", "integrated care board", NULL };
	static const char *const care[] = { "social care", "care budget", NULL };
	static const char *const *const bodies[] = { education, health, care };
	size_t kinds = 0;

	if (funded_by.len == 0)
		return false;
	if (ehc_str_find_nocase(funded_by, "joint") != SIZE_MAX || ehc_str_find_word(funded_by, "shared") != SIZE_MAX)
		return true;
	for (size_t i = 0; i < EHC_COUNT(bodies); i++) {
		bool named = false;

		for (size_t k = 0; bodies[i][k] != NULL && !named; k++)
			named = ehc_str_find_word(funded_by, bodies[i][k]) != SIZE_MAX;
		kinds += named;
	}
	return kinds > 1;
}

/* ---- one plan ---- */

/* Whether the plan stands in a sum already: at all, with hours, without. */
enum { MET = 1 << 0, MET_COUNTED = 1 << 1, MET_OPEN = 1 << 2 };

struct tally {
	uint8_t parts[EHC_SECTION_COUNT][PARTS], joint[EHC_SECTION_COUNT], services[MOST_KINDS], any;
	struct { uint32_t label; uint8_t met; } providers[MOST_KINDS];
	size_t nproviders;
	struct ehc_service_table house;         /* the services that the house rules know */
	struct worker *w;
	const struct record *r;
};

static void
add(struct sum *s, uint8_t *met, int64_t hours, int64_t pence)
{
	s->plans += (*met & MET) == 0;
	s->items++;
	if (hours < 0) {
		s->plans_open += (*met & MET_OPEN) == 0;
		s->open++;
		*met |= MET | MET_OPEN;
	} else {
		s->plans_counted += (*met & MET_COUNTED) == 0;
		s->hours += hours;
		s->pence += pence;
		*met |= MET | MET_COUNTED;
	}
}

/* A plan with more providers than there is room for counts twice with the last of them. */
static uint8_t *
met_provider(struct tally *t, uint32_t label)
{
	size_t i = 0;

	while (i < t->nproviders && t->providers[i].label != label)
		i++;
	if (i == MOST_KINDS)
		t->providers[--i].met = 0;
	else if (i == t->nproviders)
		t->nproviders++;
	t->providers[i].label = label;
	return &t->providers[i].met;
}

/* Of so many hundredths of an hour; 0 where the house rules have no hourly rate for the service. */
static int64_t
cost_of(const struct ehc_service *s, int64_t hours)
{
	struct ehc_ratio rate = s != NULL ? ehc_service_hourly(s) : EHC_NORATIO;

	return hours < 0 || !ehc_ratio_known(rate) ? 0 : (int64_t)(ehc_ratio_double(rate) * (double)hours / 100 + 0.5);
}

static void
count(struct tally *t, const struct ehc_item *it)
{
	struct sums *s = t->w->sums;
	const struct ehc_service *known = ehc_service_find(&t->house, it);
	int64_t hours = hours_of(it), pence = cost_of(known, hours);
	enum part part = part_of(it, hours);
	unsigned service = service_of(it);
	uint32_t provider = panel_label(t->w->batch->providers, known != NULL && known->provider.len > 0 ? known->provider :
	    ehc_item_value(it, EHC_L_PROVIDER).text.str);

	uint8_t any = t->any, met = t->services[service];

	add(&s->parts[it->section][part], &t->parts[it->section][part], hours, pence);
	add(&s->parts[EHC_NO_SECTION][part], &t->parts[EHC_NO_SECTION][part], hours, pence);
	add(&s->service[service], &met, hours, pence);
	add(&s->services[service][t->r->age], &t->services[service], hours, pence);
	add(panel_sum_of(&s->localities, &s->nlocalities, t->r->locality), &any, hours, pence);
	add(&s->ages[t->r->age], &t->any, hours, pence);
	add(panel_sum_of(&s->providers, &s->nproviders, provider), met_provider(t, provider), hours, pence);
	if (is_joint(it->funded_by.text.str))
		add(&s->joint[it->section], &t->joint[it->section], hours, pence);
}

void
panel_record_provision(struct worker *w, struct record *r, const struct ehc_compilation *c)
{
	struct tally *t = EHC_NEW(c->arena, struct tally);
	const struct ehc_item *it;

	*t = (struct tally){ .house = ehc_service_table(c->arena, c->profile, ehc_document_day(c->plan)), .w = w, .r = r };
	if (c->plan->status == EHC_CEASED)
		return;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (is_provided_in(it->section))
			count(t, it);
}
