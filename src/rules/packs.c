/*
 * packs.c - packs of rules: which there are, and which are in force for a plan.
 *
 * The law moves, and a plan is judged by the rules of its day. The packs that are on by default are in force whatever
 * date a plan bears, so that a mistyped year can never silence them; a pack that a profile switches on is in force for
 * plans from its first day.
 */
#include "rules/rules.h"

static const struct ehc_pack packs[] = {
	{ .name = "national-2014", .version = "1.0", .from = "2014-09-01", .on = true,
	  .title = "EHC plans: Children and Families Act 2014, SEND Regulations 2014, SEND Code of Practice (January 2015)" },
	{ .name = "med-2015", .version = "1.0", .from = "2015-12-01", .on = true,
	  .title = "Health care plans: Supporting pupils at school with medical conditions (December 2015)" },
	{ .name = "med-2026", .version = "0.1", .from = "2026-09-01", .on = false,
	  .title = "Health care plans: draft guidance on medical conditions and allergy (2026)",
	  .note = "Consulted on in 2026. Its final text and first day are unconfirmed: off unless a profile switches it on." },
	{ .name = "ddicb-2025", .version = "1.0", .from = "2024-01-01", .on = false,
	  .title = "One integrated care board's policy on tasks in schools (Derby and Derbyshire)",
	  .note = "From a letter without a date about a project that was to end in December 2023. Local policy, not law: it warns and never fails a plan." },
};

const struct ehc_pack *
ehc_packs(size_t *n)
{
	*n = EHC_COUNT(packs);
	return packs;
}

const struct ehc_pack *
ehc_pack_find(struct ehc_str name)
{
	for (size_t i = 0; i < EHC_COUNT(packs); i++)
		if (ehc_str_is_nocase(name, packs[i].name))
			return &packs[i];
	return NULL;
}

/* Takes the next "name@version" off *rest. */
static bool
next_pin(struct ehc_str *rest, struct ehc_str *name, struct ehc_str *version)
{
	size_t n = 0, end;

	while (n < rest->len && (rest->ptr[n] == ' ' || rest->ptr[n] == ','))
		n++;
	for (end = n; end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != ','; end++)
		continue;
	if (end == n)
		return false;
	*version = ehc_str_sub(*rest, n, end);
	*rest = ehc_str_sub(*rest, end, rest->len);
	ehc_str_split(version, '@', name);
	return true;
}

bool
ehc_packs_check(struct ehc_arena *a, const char *pins, struct ehc_str *trouble)
{
	struct ehc_str rest = ehc_str_of(pins), name, version;

	while (next_pin(&rest, &name, &version)) {
		const struct ehc_pack *pack = ehc_pack_find(name);

		if (pack == NULL) {
			*trouble = ehc_arena_printf(a, "no pack of rules is called \"%.*s\"; `ehc rules --packs` lists them", EHC_ARG(name));
			return false;
		}
		if (version.len > 0 && !ehc_str_is(version, pack->version)) {
			*trouble = ehc_arena_printf(a, "pack %s is here in version %s, not %.*s", pack->name, pack->version, EHC_ARG(version));
			return false;
		}
	}
	return true;
}

static bool
is_pinned(const struct ehc_pack *pack, const char *pins)
{
	struct ehc_str rest = ehc_str_of(pins), name, version;

	while (next_pin(&rest, &name, &version))
		if (ehc_str_is_nocase(name, pack->name))
			return true;
	return false;
}

static ehc_day
first_day(const struct ehc_pack *pack)
{
	ehc_day day = EHC_NODATE;

	ehc_day_read(ehc_str_of(pack->from), &day, NULL, NULL);
	return day;
}

bool
ehc_pack_in_force(const struct ehc_pack *pack, const struct ehc_profile *p, ehc_day day, const char *pins)
{
	bool on = pack->on;

	if (pins != NULL)
		return is_pinned(pack, pins);
	for (size_t i = 0; i < p->packs.count; i++) {
		const struct ehc_pack_setting *set = &p->packs.items[i];

		if (set->pack == pack && (day == EHC_NODATE || set->since == EHC_NODATE || day >= set->since))
			on = set->on;
	}
	return on && (pack->on || day == EHC_NODATE || day >= first_day(pack));
}
