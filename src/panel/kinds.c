/*
 * kinds.c - what a plan says in its own words, put under one of a few fixed names (kinds.def).
 */
#include "panel/panel.h"

static const struct kind needs[] = {
#define NEED(id, name, words) { #id, name, words },
#include "panel/kinds.def"
#undef NEED
};
static const struct kind settings[] = {
#define SETTING(id, name, words) { #id, name, words },
#include "panel/kinds.def"
#undef SETTING
};
static const struct kind services[] = {
#define SERVICE(id, name, words) { #id, name, words },
#include "panel/kinds.def"
#undef SERVICE
};
static const struct kind advisers[] = {
#define ADVISER(id, name, words) { #id, name, words },
#include "panel/kinds.def"
#undef ADVISER
};
static const struct kind classes[] = {
#define CLASS(id, name, words) { #id, name, words },
#include "panel/kinds.def"
#undef CLASS
};

const struct kinds panel_needs = { needs, EHC_COUNT(needs), "Another need, or not said" };
const struct kinds panel_settings = { settings, EHC_COUNT(settings), "Another setting, or not said" };
const struct kinds panel_services = { services, EHC_COUNT(services), "Others, or nobody named" };
const struct kinds panel_advisers = { advisers, EHC_COUNT(advisers), "Others" };
const struct kinds panel_classes = { classes, EHC_COUNT(classes), "Class not said" };

_Static_assert(EHC_COUNT(needs) < MOST_KINDS && EHC_COUNT(settings) < MOST_KINDS && EHC_COUNT(services) < MOST_KINDS &&
    EHC_COUNT(advisers) < MOST_KINDS && EHC_COUNT(classes) < MOST_KINDS, "sums have a place for each, and one for the rest");

/* "therap_" stands for any ending; else the word must end where the pattern does. Patterns are in lower case. */
static bool
stands_at(struct ehc_str s, size_t at, struct ehc_str pattern)
{
	bool open = pattern.ptr[pattern.len - 1] == '_';
	size_t n = pattern.len - (open ? 1 : 0);

	if (s.len - at < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = s.ptr[at + i];

		if ((c == '\n' ? ' ' : ehc_lower(c)) != pattern.ptr[i])
			return false;
	}
	return open || at + n == s.len || !ehc_is_word_byte(s.ptr[at + n]);
}

static bool
has(struct ehc_str s, struct ehc_str pattern)
{
	for (size_t i = 0; i < s.len; i++)
		if ((i == 0 || !ehc_is_word_byte(s.ptr[i - 1])) && stands_at(s, i, pattern))
			return true;
	return false;
}

unsigned
panel_kind_of(const struct kinds *kinds, struct ehc_str s)
{
	for (unsigned i = 0; s.len > 0 && i < kinds->n; i++) {
		struct ehc_str rest = ehc_str_of(kinds->rows[i].words), one;

		while (ehc_str_split(&rest, '|', &one))
			if (has(s, one))
				return i;
	}
	return (unsigned)kinds->n;
}

const char *
panel_kind_name(const struct kinds *kinds, unsigned i)
{
	return i < kinds->n ? kinds->rows[i].name : kinds->other;
}

const char *
panel_kind_id(const struct kinds *kinds, unsigned i)
{
	return i < kinds->n ? kinds->rows[i].id : "other";
}

const char *const panel_age_names[AGES] = { "Age not known", "Under 5", "5 to 10", "11 to 15", "16 to 18", "19 to 25" };
const char *const panel_age_ids[AGES] = { "unknown", "under-5", "5-10", "11-15", "16-18", "19-25" };

enum age
panel_age(ehc_day born, ehc_day on)
{
	int years;

	if (born == EHC_NODATE || on == EHC_NODATE || born > on)
		return AGE_UNKNOWN;
	years = ehc_day_age(born, on);
	return years < 5 ? AGE_UNDER_5 : years < 11 ? AGE_5_10 : years < 16 ? AGE_11_15 : years < 19 ? AGE_16_18 :
	    years < 27 ? AGE_19 : AGE_UNKNOWN;
}
