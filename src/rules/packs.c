/*
 * packs.c - packs of rules: which there are, and which are in force for a plan.
 *
 * The law moves, and a plan is judged by the rules of its day. The packs that are on by default are in force whatever
 * date a plan bears, so that a mistyped year can never silence them; a pack that a profile switches on is in force for
 * plans from its first day.
 */
#include "rules/house.h"

#include <string.h>

static const struct ehc_pack packs[] = {
	{ .name = "national-2014", .version = "1.0", .from = "2014-09-01", .on = true,
	  .title = "EHC plans: Children and Families Act 2014, SEND Regulations 2014, SEND Code of Practice (January 2015)" },
	{ .name = "med-2015", .version = "1.0", .from = "2015-12-01", .on = true,
	  .title = "Health care plans: Supporting pupils at school with medical conditions (December 2015)",
	  .note = "The duty behind it lies on maintained schools, academies and pupil referral units (Children and Families Act 2014, "
	      "s.100). So it is not asked of colleges and early years settings, but for what concerns safety; a profile may switch it on for them. "
	      "Independent schools lie outside that duty too; it is asked of them as good practice." },
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
			*trouble = ehc_arena_printf(a, "no pack of rules is called \"%.*s\"; `ehc rules` lists them", EHC_ARG(name));
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

/* ---- settings that the guidance for schools does not bind ---- */

enum setting { SETTING_UNKNOWN, SETTING_SCHOOL, SETTING_COLLEGE, SETTING_EARLY_YEARS };

/* Where a name holds both, "Elm Grove Primary School and Nursery", it is a school. */
static enum setting
setting_by_words(struct ehc_str s)
{
	static const char *const early[] = { "nursery school", "day nursery", "early years", "pre-school", "preschool", "playgroup",
		"childminder", "children's centre" };
	static const char *const colleges[] = { "sixth form college", "sixth-form college", "further education", "FE college", "university",
		"16-19 academy", "16 to 19 academy" };
	static const char *const schools[] = { "school", "academy", "pupil referral unit", "PRU", "primary", "secondary", "infant", "infants", "junior", "juniors" };

	if (ehc_has_word(s, colleges, EHC_COUNT(colleges)))
		return SETTING_COLLEGE;
	if (ehc_has_word(s, early, EHC_COUNT(early)))
		return SETTING_EARLY_YEARS;
	if (ehc_has_word(s, schools, EHC_COUNT(schools)))
		return SETTING_SCHOOL;
	return ehc_str_find_word(s, "nursery") != SIZE_MAX ? SETTING_EARLY_YEARS : SETTING_UNKNOWN;
}

/* Many a secondary school is called a college; only one for people over 16 is meant here. */
static bool
is_over_sixteen(const struct ehc_check *c)
{
	ehc_day day = ehc_check_day(c);

	if (c->plan->child.year >= 0)
		return c->plan->child.year >= 12;
	return day != EHC_NODATE && c->plan->child.born.day != EHC_NODATE && ehc_day_age(c->plan->child.born.day, day) >= 17;
}

/* The type, where the plan gives one; else the name. *where gets the words that tell. */
static enum setting
setting_of(const struct ehc_check *c, const struct ehc_value **where)
{
	const struct ehc_plan *p = c->plan;
	const struct ehc_value *told[] = { &p->child.setting_type, &p->school, &p->child.setting };

	for (size_t i = 0; i < EHC_COUNT(told); i++) {
		struct ehc_str s = told[i]->text.str;
		enum setting by_words = setting_by_words(s);

		*where = told[i];
		if (by_words == SETTING_UNKNOWN && ehc_str_find_word(s, "college") != SIZE_MAX && (i == 0 || is_over_sixteen(c)))
			return SETTING_COLLEGE;
		if (by_words != SETTING_UNKNOWN)
			return by_words;
	}
	return SETTING_UNKNOWN;
}

bool
ehc_pack_binds(const struct ehc_check *c, const struct ehc_pack *pack)
{
	const struct ehc_value *where;
	enum setting setting;

	if (strcmp(pack->name, "med-2015") != 0)
		return true;
	for (size_t i = 0; i < c->profile->packs.count; i++) {
		const struct ehc_pack_setting *set = &c->profile->packs.items[i];

		if (set->pack == pack && set->on && ehc_house_applies(set->since, ehc_check_day(c)))
			return true;
	}
	setting = setting_of(c, &where);
	return setting != SETTING_COLLEGE && setting != SETTING_EARLY_YEARS;
}

/* PACK-001 */
static void
not_bound(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_value *where;
	enum setting setting;

	(void)self;
	if (c->packs != NULL || ehc_pack_binds(c, ehc_pack_find(EHC_STR("med-2015"))))
		return;
	setting = setting_of(c, &where);
	ehc_flag_words(c, NULL, where->text.span,
	    "The guidance on medical conditions was written for schools, and this is %s; only what concerns safety is asked of the plan.",
	    setting == SETTING_COLLEGE ? "a college" : "an early years setting");
}

const struct ehc_rule ehc_rules_packs[] = {
	{ .id = "PACK-001", .title = "The guidance for schools is asked of schools",
	  .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_HEALTH_PLAN,
	  .source = "Children and Families Act 2014, s.100", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE, .run = not_bound,
	  .why = "The child needs the same care wherever they are; but few of the usual questions were asked of this plan.",
	  .fix = "Read the plan against the setting's own policy. To have every question asked, write `pack med-2015: on because <reason>` in a profile.",
	  .legitimate = "It is a note for the reader: nothing in the plan is at fault." },
	EHC_NO_MORE_RULES
};

/* ---- what is in force ---- */

bool
ehc_pack_in_force(const struct ehc_pack *pack, const struct ehc_profile *p, ehc_day day, const char *pins)
{
	bool on = pack->on;

	if (pins != NULL)
		return is_pinned(pack, pins);
	for (size_t i = 0; i < p->packs.count; i++) {
		const struct ehc_pack_setting *set = &p->packs.items[i];

		if (set->pack == pack && ehc_house_applies(set->since, day))
			on = set->on;
	}
	return on && (pack->on || day == EHC_NODATE || day >= first_day(pack));
}
