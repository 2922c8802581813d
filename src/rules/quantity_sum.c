/*
 * quantity_sum.c - amounts held against one another: a stated total and its parts, and the same help that stands twice with
 * two amounts.
 */
#include "rules/slots.h"
#include "rules/timeline.h"

#include <string.h>

#define WEEK_DAYS_AT_SCHOOL 5

struct ehc_ratio
ehc_dose_weekly_minutes(const struct ehc_dose *d)
{
	struct ehc_ratio times = ehc_ratio_known(d->times.low) ? d->times.low : ehc_ratio(1, 1);
	struct ehc_ratio every = ehc_ratio_known(d->every) ? d->every : ehc_ratio(1, 1), minutes = d->length.low;

	if (!ehc_ratio_known(minutes) || (d->period != EHC_PERIOD_PER && d->period != EHC_PERIOD_WEEKDAYS))
		return EHC_NORATIO;
	if (ehc_ratio_known(d->count.low) && !d->count_in_all)
		minutes = ehc_ratio_mul(minutes, d->count.low);
	minutes = ehc_ratio_div(ehc_ratio_mul(minutes, times), every);
	switch (d->per) {
	case EHC_UNIT_DAY: case EHC_UNIT_SCHOOL_DAY:
		return ehc_ratio_mul(minutes, ehc_ratio(WEEK_DAYS_AT_SCHOOL, 1));
	case EHC_UNIT_WEEK: case EHC_UNIT_SCHOOL_WEEK:
		return minutes;
	case EHC_UNIT_FORTNIGHT:
		return ehc_ratio_div(minutes, ehc_ratio(2, 1));
	default:
		return EHC_NORATIO;
	}
}

/* ---- QUANT-020: a total and its parts ---- */

/* "28.5 hours a year in total", "(28.5 hours in all)": the figure before "hours" in the same clause as "total" or "in all". */
static bool
stated_total(struct ehc_str s, struct ehc_ratio *hours, size_t *at, size_t *len)
{
	static const char *const marks[] = { "total", "in all", "altogether", "= " };
	bool hours_said = ehc_str_has(s, "hour");

	for (size_t i = 0; hours_said && i < EHC_COUNT(marks); i++) {
		size_t mark = ehc_str_find_nocase(s, marks[i]), from, to, word;
		struct ehc_str clause;

		if (mark == SIZE_MAX)
			continue;
		for (from = mark; from > 0 && s.ptr[from - 1] != ';' && s.ptr[from - 1] != ',' && s.ptr[from - 1] != '(' && s.ptr[from - 1] != '='; from--)
			continue;
		for (to = mark; to < s.len && s.ptr[to] != ';' && s.ptr[to] != ',' && s.ptr[to] != ')'; to++)
			continue;
		clause = ehc_str_sub(s, from, to);
		word = ehc_str_find_nocase(clause, "hour");
		if (word == SIZE_MAX || word == 0)
			continue;
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a word stands in it */
		for (*at = word; *at > 0 && ((clause.ptr[*at - 1] >= '0' && clause.ptr[*at - 1] <= '9') || clause.ptr[*at - 1] == '.' || ehc_is_blank(clause.ptr[*at - 1])); --*at)
			continue;
		*hours = ehc_figure_read(ehc_str_trim(ehc_str_sub(clause, *at, word)));
		*len = to - from - *at;
		*at += from;
		if (ehc_ratio_known(*hours))
			return true;
	}
	return false;
}

enum spell { SPELL_DAY, SPELL_WEEK, SPELL_YEAR };

/* "2 hours a day in all", "15 hours a week in total": of what the stated total is the total. */
static enum spell
total_of(struct ehc_str stated)
{
	if (ehc_str_has_word(stated, "week") || ehc_str_has_word(stated, "weekly"))
		return SPELL_WEEK;
	return ehc_str_has_word(stated, "day") || ehc_str_has_word(stated, "daily") ? SPELL_DAY : SPELL_YEAR;
}

/* Hours in a day, in a week or in the year of all that the amount gives; not known where a part of it is not. */
static struct ehc_ratio
hours_in(const struct ehc_amount *a, enum spell spell)
{
	struct ehc_ratio sum = ehc_ratio(0, 1);

	if (spell == SPELL_YEAR)
		return a->year.hours;
	for (size_t i = 0; i < a->ndoses; i++) {
		struct ehc_ratio week = ehc_dose_weekly_minutes(&a->doses[i]);

		if (!ehc_ratio_known(week))
			return EHC_NORATIO;
		sum = ehc_ratio_add(sum, ehc_ratio_div(week, ehc_ratio(spell == SPELL_DAY ? 60 * WEEK_DAYS_AT_SCHOOL : 60, 1)));
	}
	return sum;
}

static void
flag_sum(struct ehc_check *c, const struct ehc_item *it, struct ehc_span span, struct ehc_ratio stated, struct ehc_ratio computed, enum spell spell, bool assumed)
{
	static const char *const spells[] = { " a day", " a week", "" };
	struct ehc_ratio off;
	struct ehc_str said, counted;

	if (!ehc_ratio_known(computed) || computed.num == 0)
		return;
	off = ehc_ratio_div(ehc_ratio_sub(stated, computed), computed);
	if (ehc_ratio_cmp(off, ehc_ratio(1, 20)) <= 0 && ehc_ratio_cmp(off, ehc_ratio(-1, 20)) >= 0)
		return;
	said = ehc_ratio_text(c->arena, stated);
	counted = ehc_ratio_text(c->arena, computed);
	ehc_flag_words(c, it, span, "The total is given as %.*s hour%s%s; length%s come to %.*s%s.", EHC_ARG(said),
	    ehc_ratio_cmp(stated, ehc_ratio(1, 1)) == 0 ? "" : "s", spells[spell], spell == SPELL_YEAR ? ", frequency and weeks" : " and number", EHC_ARG(counted),
	    assumed ? ", with the weeks assumed" : "")->cause = it;
}

static void
flag_total(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *text, size_t at, size_t len, struct ehc_ratio stated, const struct ehc_amount *parts)
{
	enum spell spell = total_of(ehc_str_sub(text->str, at, at + len));

	flag_sum(c, it, ehc_text_span(text, at, len), stated, hours_in(parts, spell), spell, spell == SPELL_YEAR && parts->year.assumed);
}

/* "45 minutes twice a week, 39 weeks a year, 60 hours a year": so many hours a year behind all else, and not one thing more ("and", "plus"). */
static void
year_fits(struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const joins[] = { "and", "plus", "with", "then", "also", "together with", "as well as", "including" };
	const struct ehc_amount *a = it->amount != NULL ? it->amount : it->sentence;
	uint32_t start = it->amount != NULL ? it->how_much.text.span.start : it->text.span.start;
	const struct ehc_dose *last = a == NULL || a->ndoses < 2 ? NULL : &a->doses[a->ndoses - 1];
	struct ehc_ratio sum = ehc_ratio(0, 1);
	struct ehc_str before;

	if (last == NULL || !last->total || last->per != EHC_UNIT_YEAR || ehc_ratio_known(last->count.low) || last->span.start <= start)
		return;
	before = ehc_str_trim(ehc_source_slice(c->plan->source, (struct ehc_span){ start, last->span.start }));
	for (size_t i = 0; i < EHC_COUNT(joins); i++)
		if (ehc_str_ends_nocase(before, joins[i]))
			return;
	for (size_t i = 0; i + 1 < a->ndoses; i++) {
		if (!ehc_ratio_known(a->years[i].hours) || a->years[i].assumed)
			return;
		sum = ehc_ratio_add(sum, a->years[i].hours);
	}
	flag_sum(c, it, last->span, ehc_ratio_div(last->length.low, ehc_ratio(60, 1)), sum, SPELL_YEAR, false);
}

static bool
has_any_word(struct ehc_str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_has_word(s, words[i]))
			return true;
	return false;
}

/*
 * "6 hours in science", "4 in maths", "and 30 minutes for spelling": hours, by its own unit or that of the part before it; not known of anything else,
 * such as "10 to 12 hours", "1 1/2 hours", or "2 hours a day", which comes more than once in the total.
 */
static struct ehc_ratio
hours_of_part(struct ehc_str part, bool *minutes)
{
	static const char *const again[] = { "each", "every", "per", "daily", "a day", "day", "twice", "times", "a fortnight", "a month", "a term", "a lesson" };
	static const char *const uses[] = { " in ", " for ", " on ", " of ", " with ", " at ", " to ", " during " };
	struct ehc_ratio n;
	size_t digits = 0;

	part = ehc_str_trim(part);
	if (ehc_str_starts_nocase(part, "and "))
		part = ehc_str_trim(ehc_str_sub(part, 4, part.len));
	n = ehc_figure_read(part);
	while (digits < part.len && (ehc_is_digit(part.ptr[digits]) || part.ptr[digits] == '.'))
		digits++;
	part = ehc_str_sub(part, digits, part.len);
	if (!ehc_ratio_known(n) || digits == 0 || part.len < 2 || part.ptr[0] != ' ' || !ehc_is_letter(part.ptr[1]) || ehc_str_starts_nocase(part, " to ") ||
	    has_any_word(part, again, EHC_COUNT(again)))
		return EHC_NORATIO;
	if (ehc_str_starts_nocase(part, " hour") || ehc_str_starts_nocase(part, " hr"))
		*minutes = false;
	else if (ehc_str_starts_nocase(part, " min"))
		*minutes = true;
	for (size_t i = 0; i < EHC_COUNT(uses); i++)
		if (ehc_str_find_nocase(ehc_str_sub(part, 0, 16), uses[i]) != SIZE_MAX)
			return *minutes ? ehc_ratio_div(n, ehc_ratio(60, 1)) : n;
	return EHC_NORATIO;
}

/* The end of the part that begins at `from`: a comma, a semicolon, or "and" before a figure. */
static size_t
part_end(struct ehc_str s, size_t from)
{
	size_t i = from;

	while (i < s.len && s.ptr[i] != ',' && s.ptr[i] != ';' &&
	    !(i > from && i + 5 < s.len && ehc_str_starts_nocase(ehc_str_sub(s, i, s.len), " and ") && ehc_is_digit(s.ptr[i + 5])))
		i++;
	return i;
}

/* What a list of two or more parts comes to, each of them read; not known where one is not. */
static struct ehc_ratio
hours_of_list(struct ehc_str list)
{
	struct ehc_ratio sum = ehc_ratio(0, 1);
	size_t n = 0;
	bool minutes = false;

	for (size_t from = 0, to; from < list.len; from = to + 1) {
		struct ehc_ratio hours;

		to = part_end(list, from);
		hours = hours_of_part(ehc_str_sub(list, from, to), &minutes);
		if (!ehc_ratio_known(hours) || (n == 0 && ehc_str_find_nocase(ehc_str_sub(list, from, to), minutes ? " min" : " h") == SIZE_MAX))
			return EHC_NORATIO;
		sum = ehc_ratio_add(sum, hours);
		n++;
	}
	return n > 1 ? sum : EHC_NORATIO;
}

static size_t
full_stop(struct ehc_str s, size_t at)
{
	while (at < s.len && !(s.ptr[at] == '.' && (at + 1 == s.len || ehc_is_blank(s.ptr[at + 1]))))
		at++;
	return at;
}

/* "15 hours a week of support: 6 hours in science, 4 in maths and 5 in English": a total with the list of its parts behind a colon, to the end of the sentence. */
static void
list_fits(struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const opens[] = { ": ", " made up of ", " comprising ", " split into ", " broken down as ", " divided into " };
	const struct ehc_dose *first = it->sentence == NULL || it->sentence->ndoses == 0 ? NULL : &it->sentence->doses[0];
	struct ehc_str s;

	if (first == NULL || !first->total || first->length.bound != EHC_EXACT || !ehc_ratio_known(first->length.low) || first->span.start < it->text.span.start)
		return;
	s = ehc_arena_unwrapped(c->arena, it->text.str);
	for (size_t i = 0; i < EHC_COUNT(opens); i++) {
		size_t at = ehc_str_find_nocase(s, opens[i]), to;
		struct ehc_ratio parts, stated = ehc_ratio_div(first->length.low, ehc_ratio(60, 1));
		struct ehc_str said, counted;

		if (at == SIZE_MAX || ehc_text_span(&it->text, at, 1).start < first->span.start)
			continue;
		at += strlen(opens[i]);
		to = full_stop(s, at);
		parts = hours_of_list(ehc_str_sub(s, at, to));
		if (!ehc_ratio_known(parts) || ehc_ratio_cmp(parts, stated) == 0)
			continue;
		said = ehc_ratio_text(c->arena, stated);
		counted = ehc_ratio_text(c->arena, parts);
		ehc_flag_words(c, it, first->span, "The total is given as %.*s hours; the parts listed behind it come to %.*s.", EHC_ARG(said), EHC_ARG(counted))->cause = it;
		return;
	}
}

/* "Total 114 hours over 38 weeks", "in total 39 hours each term": of more or less than one week. The figure ends at `end`. */
static bool
is_of_another_spell(struct ehc_str s, size_t total, size_t end)
{
	static const char *const spells[] = { "day", "daily", "weeks", "fortnight", "month", "monthly", "half-term", "half term", "term", "termly", "year", "yearly", "annually", "course" };

	return has_any_word(ehc_str_sub(s, total, full_stop(s, end)), spells, EHC_COUNT(spells));
}

/* Hours in a week of all but the dose in which the total stands; not known where there are no two, or where weeks are counted and the total may be of those. */
static struct ehc_ratio
weekly_parts(const struct ehc_amount *a, struct ehc_span total)
{
	struct ehc_ratio sum = ehc_ratio(0, 1);
	size_t parts = 0;

	for (size_t i = 0; i < a->ndoses; i++) {
		const struct ehc_dose *d = &a->doses[i];
		struct ehc_ratio week = ehc_dose_weekly_minutes(d);

		if (d->weeks_kind != EHC_WEEKS_NONE)
			return EHC_NORATIO;
		if (d->span.start <= total.start && d->span.end >= total.end)
			continue;
		if (!ehc_ratio_known(week))
			return EHC_NORATIO;
		sum = ehc_ratio_add(sum, ehc_ratio_div(week, ehc_ratio(60, 1)));
		parts++;
	}
	return parts > 1 ? sum : EHC_NORATIO;
}

/* "25 hours per week in lessons. 5 hours per week at lunch. Total 32.5 hours.": the total of a week, in a sentence or a clause of its own. */
static void
weeks_total_fits(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_str s = it->text.str;
	size_t total = ehc_str_find_word(s, "total"), from, end;
	struct ehc_ratio stated;
	struct ehc_span span;

	if (total == SIZE_MAX || it->sentence == NULL)
		return;
	for (from = total + 5; from < s.len && from < total + 12 && !ehc_is_digit(s.ptr[from]); from++)
		continue;
	stated = ehc_figure_read(ehc_str_sub(s, from, s.len));
	for (end = from; end < s.len && (ehc_is_digit(s.ptr[end]) || s.ptr[end] == '.'); end++)
		continue;
	if (!ehc_ratio_known(stated) || !ehc_str_starts_nocase(ehc_str_trim(ehc_str_sub(s, end, s.len)), "hour") || is_of_another_spell(s, total, end))
		return;
	span = ehc_text_span(&it->text, from, end - from);
	flag_sum(c, it, span, stated, weekly_parts(it->sentence, span), SPELL_WEEK, false);
}

/* The amount without its stated total, read again; the grammar would take the total for one more dose. In a sentence the total is held against the field. */
static void
total_fits(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (size_t n = 0; n < c->plan->kinds[EHC_ITEM_PROVISION].count; n++) {
		const struct ehc_item *it = c->plan->kinds[EHC_ITEM_PROVISION].items[n];
		const struct ehc_calendar *cal = it->section == EHC_F ? &c->profile->school : &c->profile->year;
		struct ehc_str text = it->how_much.text.str;
		struct ehc_ratio stated;
		size_t at, len;

		list_fits(c, it);
		if (text.len == 0)
			weeks_total_fits(c, it);
		if (!stated_total(text, &stated, &at, &len))
			year_fits(c, it);
		if (text.len == 0)
			continue;
		if (stated_total(text, &stated, &at, &len) && at > 0)
			flag_total(c, it, &it->how_much.text, at, len, stated, ehc_amount_read(c->arena, ehc_str_sub(text, 0, at), it->how_much.text.span.start, cal));
		else if (it->amount != NULL && stated_total(it->text.str, &stated, &at, &len) && total_of(ehc_str_sub(it->text.str, at, at + len)) != SPELL_YEAR)
			flag_total(c, it, &it->text, at, len, stated, it->amount);
	}
}

/* ---- QUANT-032: the same help twice ---- */

#define WORDS_COMPARED 24
#define MOST_COMPARED 200      /* a plan with more provision than that is no plan; each is held against those before it */

struct act_words { struct ehc_str words[WORDS_COMPARED]; size_t n; };

/* Who gives it: the role of the field, else the first that the sentence names. */
static struct ehc_str
giver(const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->text;

	if (it->who.role.len > 0)
		return it->who.role;
	for (size_t i = 0; i < p->nmatches; i++)
		if (p->matches[i].list >= EHC_LIST_ROLE_REGISTERED && p->matches[i].list <= EHC_LIST_ROLE_OTHER)
			return ehc_prose_words(p, &p->matches[i]);
	return EHC_NOSTR;
}

/* Words of any amount, which say nothing of what is done. */
static bool
is_of_amounts(struct ehc_str w)
{
	static const char *const words[] = { "alone", "minutes", "minute", "hours", "hour", "week", "weeks", "weekly", "year", "term", "time", "times", "school", "each", "every", "daily", "once",
		"twice", "session", "sessions", "individual", "group", "small", "with", "from", "this", "that", "their", "then", "when", "which", "will", "them", "they", "into", "about",
		"monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays", "friday", "fridays", "works", "work", "working" };

	return w.len < 4 || ehc_str_is_one_of(w, words, EHC_COUNT(words));
}

/* What the first sentence says is done, without who does it, with whom, and how much of it there is. */
static struct act_words
act_of(const struct ehc_check *c, const struct ehc_item *it, struct ehc_str role)
{
	const struct ehc_prose *p = it->said->text;
	struct act_words out = { .n = 0 };

	for (size_t i = 0; p->nsentences > 0 && i < p->sentences[0].first + p->sentences[0].count && out.n < WORDS_COMPARED; i++) {
		struct ehc_str w = ehc_prose_token(p, i);

		if (p->tokens[i].number || p->tokens[i].quoted || is_of_amounts(w) || ehc_str_find(role, w, true) != SIZE_MAX ||
		    ehc_str_find(c->plan->child.name.text.str, w, true) != SIZE_MAX || ehc_str_find(c->plan->child.known_as.text.str, w, true) != SIZE_MAX)
			continue;
		out.words[out.n++] = w;
	}
	return out;
}

/* All that the shorter says is in the longer, and that is two words or more. */
static bool
is_same_act(const struct act_words *a, const struct act_words *b)
{
	const struct act_words *less = a->n <= b->n ? a : b, *more = less == a ? b : a;
	size_t common = 0;

	for (size_t i = 0; i < less->n; i++)
		for (size_t k = 0; k < more->n; k++)
			if (ehc_str_eq_nocase(less->words[i], more->words[k])) {
				common++;
				break;
			}
	return less->n >= 2 && common == less->n;
}

static bool
shares(const struct ehc_item *a, const struct ehc_item *b, enum ehc_relation relation)
{
	for (size_t i = 0; i < a->out.count; i++)
		for (size_t k = 0; k < b->out.count; k++)
			if (a->out.items[i]->relation == relation && b->out.items[k]->relation == relation && a->out.items[i]->to != NULL && a->out.items[i]->to == b->out.items[k]->to)
				return true;
	return false;
}

/* The one amount with a length that goes on from week to week, or NULL where there are several, or none but a course that ends. */
static const struct ehc_dose *
weekly_dose(const struct ehc_slots *s)
{
	const struct ehc_dose *found = NULL;

	for (size_t i = 0; i < s->ndoses; i++) {
		if (!ehc_ratio_known(s->doses[i].length.low))
			continue;
		if (found != NULL)
			return NULL;
		found = &s->doses[i];
	}
	if (found == NULL || found->delivery == EHC_DELIVERY_INDIRECT || found->until != EHC_NODATE || ehc_date_known(&s->item->until) ||
	    (found->weeks_kind == EHC_WEEKS_GIVEN && !found->weeks_yearly))
		return NULL;
	return ehc_ratio_known(ehc_dose_weekly_minutes(found)) ? found : NULL;
}

static bool
says_it_is_more(const struct ehc_check *c, const struct ehc_item *it)
{
	static const char *const words[] = { "also", "another", "further", "additional", "in addition", "as well", "besides", "on top" };

	return ehc_says_any(c, it->text.str, words, EHC_COUNT(words));
}

struct help { const struct ehc_item *item; const struct ehc_dose *dose; struct ehc_ratio minutes; struct ehc_str role; };

/* False where it is not said who gives it, or how much of it there is from week to week. */
static bool
read_help(const struct ehc_slots *s, struct help *out)
{
	const struct ehc_dose *dose = s->item->said == NULL || s->item->twin != NULL ? NULL : weekly_dose(s);

	if (dose == NULL)
		return false;
	*out = (struct help){ s->item, dose, ehc_dose_weekly_minutes(dose), giver(s->item) };
	return out->role.len > 0;
}

static void
compare_amounts(struct ehc_check *c, const struct help *first, const struct help *other)
{
	struct act_words act, act2;
	struct ehc_str had, has;
	struct ehc_finding *f;

	if (first->item->section != other->item->section || first->dose->group != other->dose->group || ehc_ratio_cmp(first->minutes, other->minutes) == 0 ||
	    !ehc_str_eq_nocase(first->role, other->role) || !shares(first->item, other->item, EHC_REL_FOR) || says_it_is_more(c, other->item))
		return;
	act = act_of(c, first->item, first->role);
	act2 = act_of(c, other->item, other->role);
	if (!is_same_act(&act, &act2))
		return;
	had = ehc_ratio_text(c->arena, first->minutes);
	has = ehc_ratio_text(c->arena, other->minutes);
	f = ehc_flag_words(c, other->item, other->dose->span,
	    "%.*s gives %.*s minutes a week of what %.*s gives %.*s minutes of, by the same person: which holds, or are both meant?",
	    EHC_ARG(ehc_item_Called(c->arena, other->item)), EHC_ARG(has), EHC_ARG(ehc_item_called(c->arena, first->item)), EHC_ARG(had));
	ehc_finding_relate(c->out, f, first->dose->span, EHC_STR("the other amount"));
}

static void
same_help_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	size_t count = c->plan->kinds[EHC_ITEM_PROVISION].count, n = 0;
	struct help helps[MOST_COMPARED];

	(void)self;
	for (size_t i = 0; i < count && n < MOST_COMPARED; i++)
		if (read_help(ehc_slots_of(c, i), &helps[n]))
			n++;
	for (size_t i = 1; i < n; i++)
		for (size_t k = 0; k < i; k++)
			compare_amounts(c, &helps[k], &helps[i]);
}

const struct ehc_rule ehc_rules_quantity_sum[] = {
	{ .id = "QUANT-020", .title = "A stated total is the sum of its parts", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN,
	    .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Two figures that differ let the smaller one be chosen.", .fix = "Correct the total, or take it out.", .run = total_fits },
	{ .id = "QUANT-032", .title = "The same help has one amount", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN, .source = "",
	    .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	    .why = "Where two amounts stand, the child is given the smaller; and one of them is often left from an older plan.",
	    .fix = "Keep the one that holds, or say what is different in each.", .run = same_help_twice },
	EHC_NO_MORE_RULES
};
