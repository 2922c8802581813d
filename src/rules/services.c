/*
 * services.c - the services of a profile: who runs each, what an hour costs, and which of them delivers a provision.
 */
#include "rules/house.h"

#include <string.h>

/* ---- rates ---- */

/* Pounds at the start of *s, to the penny: "62", "62.50", "1,240"; *s moves behind them. */
static bool
take_pounds(struct ehc_str *s, struct ehc_ratio *pence)
{
	int64_t pounds = 0, part = 0;
	size_t i = 0, digits = 0, decimals = 0;

	for (; i < s->len && digits <= 7 && (ehc_is_digit(s->ptr[i]) || (s->ptr[i] == ',' && digits > 0)); i++)
		if (s->ptr[i] != ',') {
			pounds = pounds * 10 + (s->ptr[i] - '0');
			digits++;
		}
	if (i + 1 < s->len && s->ptr[i] == '.' && ehc_is_digit(s->ptr[i + 1]))
		for (i++; i < s->len && ehc_is_digit(s->ptr[i]) && decimals <= 2; i++, decimals++)
			part = part * 10 + (s->ptr[i] - '0');
	if (digits == 0 || digits > 7 || decimals > 2)
		return false;
	*pence = ehc_ratio(pounds * 100 + (decimals == 1 ? part * 10 : part), 1);
	*s = ehc_str_trim(ehc_str_sub(*s, i, s->len));
	return true;
}

static bool
skip(struct ehc_str *s, const char *word)
{
	size_t n = strlen(word);

	if (!ehc_str_starts_nocase(*s, word) || (n < s->len && ehc_is_letter(word[n - 1]) && ehc_is_letter(s->ptr[n])))
		return false;
	*s = ehc_str_trim(ehc_str_sub(*s, n, s->len));
	return true;
}

/* "an hour", "per visit", "/night", "for 30 minutes": what the money buys. */
static bool
take_unit(struct ehc_str s, struct ehc_ratio *pence, enum ehc_rate_unit *unit)
{
	static const struct { const char *word; enum ehc_rate_unit unit; } units[] = {
		{ "hour", EHC_RATE_HOUR }, { "hr", EHC_RATE_HOUR }, { "visit", EHC_RATE_VISIT }, { "night", EHC_RATE_NIGHT },
	};
	struct ehc_ratio n;

	if (!skip(&s, "an") && !skip(&s, "a") && !skip(&s, "per") && !skip(&s, "each") && !skip(&s, "for") && !skip(&s, "/"))
		return false;
	for (size_t i = 0; i < EHC_COUNT(units); i++)
		if (skip(&s, units[i].word)) {
			*unit = units[i].unit;
			return true;
		}
	n = ehc_figure_read(s);
	while (s.len > 0 && ehc_is_digit(s.ptr[0]))
		s = ehc_str_sub(s, 1, s.len);
	s = ehc_str_trim(s);
	if (!ehc_ratio_known(n) || n.num == 0 || !(skip(&s, "minutes") || skip(&s, "min") || skip(&s, "mins")))
		return false;
	*unit = EHC_RATE_HOUR;
	*pence = ehc_ratio_div(ehc_ratio_mul(*pence, ehc_ratio(60, 1)), n);
	return true;
}

bool
ehc_rate_read(struct ehc_str s, struct ehc_ratio *pence, enum ehc_rate_unit *unit)
{
	bool sign;

	s = ehc_str_trim(s);
	*unit = EHC_RATE_NONE;
	*pence = EHC_NORATIO;
	sign = skip(&s, "\xC2\xA3");
	if (take_pounds(&s, pence) && (sign || skip(&s, "pounds")) && take_unit(s, pence, unit) && pence->num > 0)
		return true;
	*unit = EHC_RATE_NONE;
	*pence = EHC_NORATIO;
	return false;
}

/* ---- the table ---- */

/* What a line leaves out stays as the layer below has it. */
static void
lay_over(struct ehc_service *s, const struct ehc_house_line *line)
{
	const struct ehc_node *provider = ehc_node_field(line->node, EHC_L_SERVICE_PROVIDER), *rate = ehc_node_field(line->node, EHC_L_RATE);
	struct ehc_str name = ehc_str_trim(line->node->text.str);

	s->id = ehc_str_trim(line->node->words);
	s->from = line->from;
	s->since = line->since;
	if (name.len > 0)
		s->name = name;
	if (provider != NULL)
		s->provider = ehc_value_of(provider).text.str;
	if (rate != NULL) {
		s->rate = ehc_value_of(rate);
		ehc_rate_read(s->rate.text.str, &s->pence, &s->unit);
	}
}

struct ehc_service_table
ehc_service_table(struct ehc_arena *a, const struct ehc_profile *p, ehc_day day)
{
	struct ehc_service_table t = { EHC_NEW_ARRAY(a, struct ehc_service, p->lines.count), 0 };

	for (size_t i = 0; i < p->lines.count; i++) {
		const struct ehc_house_line *line = &p->lines.items[i];
		size_t k = 0;

		if (line->node->label != EHC_L_SERVICE || !ehc_house_applies(line->since, day))
			continue;
		while (k < t.count && !ehc_str_eq_nocase(t.rows[k].id, ehc_str_trim(line->node->words)))
			k++;
		t.count += k == t.count;
		lay_over(&t.rows[k], line);
	}
	return t;
}

/* ---- whose a provision is ---- */

static bool
is_called(const struct ehc_service *s, struct ehc_str words)
{
	return words.len > 0 && (ehc_str_eq_nocase(s->id, words) || ehc_str_eq_nocase(s->name, words));
}

/* The service with most words of weight in common; one that is named by its id outright. */
static const struct ehc_service *
spoken_of(const struct ehc_service_table *t, const struct ehc_who *who)
{
	const struct ehc_service *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < t->count; i++) {
		const struct ehc_service *s = &t->rows[i];
		size_t n;

		if (is_called(s, who->role))
			return s;
		n = ehc_names_alike(s->name, who->role, NULL, NULL);
		if (n > most) {
			most = n;
			best = s;
		}
	}
	return best;
}

const struct ehc_service *
ehc_service_find(const struct ehc_service_table *t, const struct ehc_item *provision)
{
	struct ehc_str named = ehc_item_value(provision, EHC_L_PROVIDER).text.str;
	const struct ehc_service *spoken = spoken_of(t, &provision->who), *run = NULL;
	size_t nrun = 0;

	for (size_t i = 0; i < t->count; i++)
		if (is_called(&t->rows[i], named))
			return &t->rows[i];
	if (spoken != NULL)
		return spoken;
	for (size_t i = 0; i < t->count; i++)
		if (named.len > 0 && ehc_str_eq_nocase(t->rows[i].provider, named)) {
			run = &t->rows[i];
			nrun++;
		}
	return nrun == 1 ? run : NULL;
}

struct ehc_ratio
ehc_service_hourly(const struct ehc_service *s)
{
	return s->unit == EHC_RATE_HOUR ? s->pence : EHC_NORATIO;
}
