/*
 * budget.c - the BUDG family: what section J says of a personal budget. Which needs and outcomes a direct payment is to
 * meet is SECT-012; that what it buys stands in the plan is LINK-019.
 */
#include "rules/passage.h"

#include <string.h>

#define PB14 "SEN (Personal Budgets) Regulations 2014"

static bool
budget_says(const struct ehc_check *c, const struct ehc_item *it, const char *const *words, size_t n)
{
	return ehc_own_says_any(c, it, words, n) || ehc_says_any(c, it->type.text.str, words, n) || ehc_says_any(c, it->how_much.text.str, words, n);
}

static bool
is_direct(const struct ehc_item *it)
{
	return ehc_str_has_word(it->text.str, "direct payment") || ehc_str_has_word(it->type.text.str, "direct payment");
}

/* "To Dana Example": the word behind "to" is a name that one of these texts holds. */
static bool
is_named_in(struct ehc_str text, size_t at, const struct ehc_str *places, size_t n)
{
	struct ehc_str rest = ehc_str_trim(ehc_str_sub(text, at, text.len)), name;

	ehc_str_split(&rest, ' ', &name);
	for (size_t i = 0; name.len > 1 && ehc_is_capital(name.ptr[0]) && i < n; i++)
		if (ehc_str_find(places[i], name, true) != SIZE_MAX)
			return true;
	return false;
}

/* "To Sam's mother", "to her parents", "to the young person": who gets it stands within a few words behind "to". */
static bool
goes_to_somebody(const struct ehc_check *c, struct ehc_str text)
{
	const struct ehc_child *child = &c->plan->child;
	const struct ehc_str names[] = { child->parents.text.str, child->name.text.str, child->decision_maker.text.str };
	static const char *const people[] = { "mother", "father", "parents", "parent", "mum", "dad", "carer", "carers", "family", "grandmother", "grandfather", "aunt", "young person", "me", "Mr", "Mrs", "Ms", "Miss" };

	for (size_t from = 0, at; (at = ehc_str_find_word(ehc_str_sub(text, from, text.len), "to")) != SIZE_MAX; from += at + 2)
		if (ehc_says_any(c, ehc_str_sub(text, from + at, from + at + 28 < text.len ? from + at + 28 : text.len), people, EHC_COUNT(people)))
			return true;
		else if (is_named_in(text, from + at + 2, names, EHC_COUNT(names)))
			return true;
	return false;
}

/* BUDG-001 */
static void
direct_payment(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const often[] = { "week", "weekly", "month", "monthly", "term", "termly", "year", "yearly", "annual", "annually", "once", "one-off", "quarter", "quarterly",
		"four weeks" };
	static const char *const paid[] = { "paid to", "made to", "nominee", "into the account", "account of" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		struct ehc_str missing[3], list;
		size_t n = 0;

		if (!is_direct(it) || it->has_placeholder)
			continue;
		if (ehc_str_find_nocase(it->text.str, "\xC2\xA3") == SIZE_MAX && ehc_str_find_nocase(it->how_much.text.str, "\xC2\xA3") == SIZE_MAX)
			missing[n++] = EHC_STR("how much it is");
		if (!budget_says(c, it, often, EHC_COUNT(often)))
			missing[n++] = EHC_STR("how often it is paid");
		if (ehc_item_value(it, EHC_L_PAYEE).text.str.len == 0 && !ehc_own_says_any(c, it, paid, EHC_COUNT(paid)) &&
		    !goes_to_somebody(c, it->text.str))
			missing[n++] = EHC_STR("to whom");
		if (n == 0)
			continue;
		list = ehc_list_words(c->arena, missing, n, n);
		ehc_finding_unsaid(c, ehc_flag_words(c, it, it->text.span, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), list)->cause = it;
	}
}

/* BUDG-002 */
static void
arrangement(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const kinds[] = { "direct payment", "notional", "third party", "third-party", "personal health budget", "arranged by", "held by", "mix", "organised" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET))
		if (!budget_says(c, it, kinds, EHC_COUNT(kinds)) && it->type.text.str.len == 0 && !it->has_placeholder)
			ehc_finding_unsaid(c, ehc_flag_words(c, it, it->text.span, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))),
			    EHC_STR("whether the family is paid, a third party is, or the money stays with the council"))->cause = it;
}

/* BUDG-003 */
static void
buys_a_place(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const fees[] = { "school fee", "school fees", "college fee", "college fees", "tuition fees", "course fee", "course fees", "school place", "college place",
		"place at school", "place at college" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		const char *found;
		size_t at = ehc_find_any_said(it->text.str, fees, EHC_COUNT(fees), &found);

		if (at != SIZE_MAX && is_direct(it))
			ehc_flag_words(c, it, ehc_text_span(&it->text, at, strlen(found)), "A direct payment cannot buy a place at a school or college.");
	}
}

/* ---- what the money buys ---- */

static bool
is_on_premises(const struct ehc_check *c, const struct ehc_item *provision)
{
	static const char *const places[] = { "school", "college", "classroom", "class", "nursery", "playground", "hall", "library" };

	return ehc_says_any(c, provision->where.text.str, places, EHC_COUNT(places));
}

/* BUDG-004 */
static void
premises(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		if (!is_direct(it) || ehc_item_value(it, EHC_L_BUDGET_CONSENT).text.str.len > 0 || ehc_str_has_word(it->text.str, "consent"))
			continue;
		for (size_t i = 0; i < it->out.count; i++) {
			const struct ehc_link *link = it->out.items[i];

			if (link->relation != EHC_REL_PAYS_FOR || link->to == NULL || !is_on_premises(c, link->to))
				continue;
			ehc_finding_relate(c->out, ehc_flag_words(c, it, it->text.span, "%.*s pays for what is given at the setting, whose consent is not recorded.",
			    EHC_ARG(ehc_item_Called(c->arena, it))), link->to->span, EHC_STR("given there"));
			break;
		}
	}
}

/* BUDG-005 */
static void
still_quantified(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_said *said = it->said;

		if (it->section < EHC_F || it->section > EHC_H2 || said == NULL || it->has_placeholder || ehc_item_count_linked(it, EHC_REL_PAYS_FOR) == 0 || said->length ||
		    said->definite || said->equipment || it->whole != NULL)
			continue;
		ehc_flag_item(c, it, "%.*s is bought with the budget, but the plan does not say how much of it there is to be.", EHC_ARG(ehc_item_Called(c->arena, it)))->cause = it;
	}
}

/* BUDG-006 */
static void
health_money(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "personal health budget", "NHS", "ICB", "integrated care board" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		bool health = false;

		for (size_t i = 0; i < it->out.count; i++)
			health = health || (it->out.items[i]->relation == EHC_REL_PAYS_FOR && it->out.items[i]->to != NULL && it->out.items[i]->to->section == EHC_G);
		if (health && !budget_says(c, it, words, EHC_COUNT(words)) && !ehc_says_any(c, it->funded_by.text.str, words, EHC_COUNT(words)))
			ehc_flag_words(c, it, it->text.span, "%.*s pays for health provision; that part is a personal health budget, and the plan does not say so.",
			    EHC_ARG(ehc_item_Called(c->arena, it)));
	}
}

/* BUDG-007 */
static void
refused(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const refusals[] = { "refused", "declined", "turned down", "not agreed to" };
	static const char *const reasons[] = { "because", "reason", "reasons", "review" };
	const struct ehc_value *because = &c->plan->sections[EHC_J].because;

	(void)self;
	if (ehc_says_any(c, because->text.str, refusals, EHC_COUNT(refusals)) && !ehc_says_any(c, because->text.str, reasons, EHC_COUNT(reasons)))
		ehc_flag_words(c, NULL, because->text.span, "A budget was refused; the plan does not say why, nor that the family can ask for a review.")->section = EHC_J;
}

/* BUDG-008 */
static void
counted_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const shares[] = { "part of", "half", "share", "shared", "rest of", "remainder", "towards the cost" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_item *first = NULL;

		for (size_t i = 0; i < it->in.count; i++) {
			const struct ehc_item *budget = it->in.items[i]->from;

			if (it->in.items[i]->relation != EHC_REL_PAYS_FOR || ehc_says_any(c, budget->text.str, shares, EHC_COUNT(shares)) || budget == first)
				continue;
			if (first != NULL) {
				ehc_flag_words(c, budget, budget->text.span, "%.*s and %.*s both pay for %.*s: is it counted twice?", EHC_ARG(ehc_item_Called(c->arena, budget)),
				    EHC_ARG(ehc_item_called(c->arena, first)), EHC_ARG(ehc_item_called(c->arena, it)));
				break;
			}
			first = budget;
		}
	}
}

/* ---- BUDG-011: "£45 a week for 38 weeks, £1,710 in all" ---- */

/* A sum of pounds at s[at], "£1,710" or "£37.50", in pence; *end gets the offset behind it. 0 where there is none. */
static long
pence(struct ehc_str s, size_t at, size_t *end)
{
	static const char pound[] = "\xC2\xA3";
	long sum = 0, part = 0;
	size_t i = at + 2, digits = 0;

	if (!ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), pound))
		return 0;
	for (; i < s.len && digits < 9 && (ehc_is_digit(s.ptr[i]) || (s.ptr[i] == ',' && i + 1 < s.len && ehc_is_digit(s.ptr[i + 1]))); i++)
		if (ehc_is_digit(s.ptr[i])) {
			sum = sum * 10 + (s.ptr[i] - '0');
			digits++;
		}
	if (i + 2 < s.len && s.ptr[i] == '.' && ehc_is_digit(s.ptr[i + 1]) && ehc_is_digit(s.ptr[i + 2])) {
		part = (s.ptr[i + 1] - '0') * 10 + (s.ptr[i + 2] - '0');
		i += 3;
	}
	*end = i;
	return sum * 100 + part;
}

struct price { long rate, total; size_t total_at, total_len; const char *unit; };

/* One sum by the week, visit or hour, and one behind it that is said to be the whole; false where there are others. */
static bool
read_price(struct ehc_str s, struct price *out)
{
	static const char *const units[] = { "week", "month", "term", "fortnight", "visit", "session", "lesson", "day", "night", "hour" };
	static const char *const wholes[] = { "in all", "in total", "a year", "per year", "altogether", "for the year", "total" };
	size_t sums = 0;

	*out = (struct price){ 0, 0, 0, 0, NULL };
	for (size_t i = 0, end; i + 2 < s.len; i++) {
		long sum = s.ptr[i] == '\xC2' ? pence(s, i, &end) : 0;
		struct ehc_str rest;

		if (sum == 0)
			continue;
		sums++;
		rest = ehc_str_sub(s, end, s.len);
		for (size_t k = 0; k < EHC_COUNT(units) && out->unit == NULL; k++)
			for (size_t a = 0; a < 4; a++) {
				static const char *const every[] = { " a ", " an ", " per ", " each " };
				size_t n = strlen(every[a]);

				if (ehc_str_starts_nocase(rest, every[a]) && ehc_str_starts_nocase(ehc_str_sub(rest, n, rest.len), units[k])) {
					out->rate = sum;
					out->unit = units[k];
				}
			}
		if (sum == out->rate || out->unit == NULL)
			continue;
		for (size_t k = 0; k < EHC_COUNT(wholes); k++)
			if (ehc_str_find_nocase(ehc_str_sub(rest, 0, 16), wholes[k]) != SIZE_MAX || ehc_str_ends_nocase(ehc_str_trim(ehc_str_sub(s, 0, i)), "total of") ||
			    ehc_str_ends_nocase(ehc_str_trim(ehc_str_sub(s, 0, i)), ":")) {
				out->total = sum;
				out->total_at = i;
				out->total_len = end - i;
			}
	}
	return sums == 2 && out->unit != NULL && out->total > 0;
}

/* The whole number of at most so many digits that ends before s[end]; *from gets the offset of its first. 0 where there is none. */
static long
figure_before(struct ehc_str s, size_t end, size_t most, size_t *from)
{
	long figure = 0;

	for (*from = end; *from > 0 && end - *from < most && ehc_is_digit(s.ptr[*from - 1]); (*from)--)
		;
	for (size_t i = *from; i < end; i++)
		figure = figure * 10 + (s.ptr[i] - '0');
	return figure;
}

/* The figure before that unit in the plural, "38 weeks"; 0 where there is none or there are two. */
static long
how_many(struct ehc_str s, const char *unit)
{
	long found = 0;

	for (size_t i = 1; i < s.len; i++) {
		size_t from, n = strlen(unit);
		long count;

		if (s.ptr[i] != ' ' || !ehc_is_digit(s.ptr[i - 1]) || !ehc_str_starts_nocase(ehc_str_sub(s, i + 1, s.len), unit) || i + 1 + n >= s.len || s.ptr[i + 1 + n] != 's')
			continue;
		count = figure_before(s, i, 4, &from);
		if (from > 0 && (s.ptr[from - 1] == '.' || s.ptr[from - 1] == ','))
			return 0;
		if (found > 0 && count != found)
			return 0;
		found = count;
	}
	return found;
}

/* "4 hours on 44 Saturdays": how often the hours come in all; 1 where nothing is counted, 0 where what is counted may be something else ("80 hours in 40 sessions"). */
static long
times_of(struct ehc_str s)
{
	static const char *const units[] = { "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "weekend", "visit", "session", "evening", "afternoon", "morning", "day" };
	size_t at = ehc_str_find_nocase(s, " hours on "), digits;
	long counted = 0;

	for (size_t i = 0; i < EHC_COUNT(units); i++) {
		if (how_many(s, units[i]) > 0 && counted > 0)
			return 0;
		counted += how_many(s, units[i]);
	}
	if (counted == 0)
		return 1;
	if (at == SIZE_MAX)
		return 0;
	at += strlen(" hours on ");
	at += ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), "each of ") ? strlen("each of ") : 0;
	for (digits = at; digits < s.len && ehc_is_digit(s.ptr[digits]); digits++)
		continue;
	return figure_before(s, digits, 4, &at) == counted ? counted : 0;
}

/* "12 hours a week for 42 weeks": the hours of a week, where they are given, and the weeks; else the only hours that there are. */
static long
hours_of_year(struct ehc_str s)
{
	static const char *const weekly[] = { " hours a week", " hours per week", " hours each week" };
	long weeks = how_many(s, "week");

	for (size_t i = 0; weeks > 0 && i < EHC_COUNT(weekly); i++) {
		size_t at = ehc_str_find_nocase(s, weekly[i]), from;
		long hours;

		if (at == SIZE_MAX)
			continue;
		hours = figure_before(s, at, 3, &from);
		return from > 0 && s.ptr[from - 1] == ' ' ? hours * weeks : 0;
	}
	return how_many(s, "hour") * (weeks > 0 ? weeks : times_of(s));
}

static struct ehc_str
in_pounds(struct ehc_arena *a, long sum)
{
	long pounds = sum / 100, thousands = pounds / 1000;
	struct ehc_str whole = thousands > 0 ? ehc_arena_printf(a, "%ld,%03ld", thousands, pounds % 1000) : ehc_arena_printf(a, "%ld", pounds);

	return sum % 100 == 0 ? ehc_arena_printf(a, "\xC2\xA3%.*s", EHC_ARG(whole)) : ehc_arena_printf(a, "\xC2\xA3%.*s.%02ld", EHC_ARG(whole), sum % 100);
}

/* "£3,000 a year: F1 at £40 an hour (£2,000) and F2 (£1,200)": a yearly sum first, and behind it the sums of its parts, each in brackets. */
static void
parts_fit(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *text)
{
	static const char *const wholes[] = { " a year", " per year", " in all", " in total", " altogether", " for the year" };
	static const char *const some[] = { "of which", "including", "the rest", "remainder", "balance" };
	struct ehc_str s = ehc_arena_unwrapped(c->arena, text->str);
	long whole = 0, parts = 0;
	size_t n = 0, at = 0, len = 0;

	if (ehc_says_any(c, s, some, EHC_COUNT(some)))
		return;
	for (size_t i = 0, end; i + 2 < s.len; i++) {
		long sum = s.ptr[i] == '\xC2' ? pence(s, i, &end) : 0;
		bool is_whole = false;

		for (size_t k = 0; sum > 0 && k < EHC_COUNT(wholes); k++)
			is_whole = is_whole || ehc_str_starts_nocase(ehc_str_sub(s, end, s.len), wholes[k]);
		if (is_whole && whole > 0)
			return;
		if (is_whole) {
			whole = sum;
			at = i;
			len = end - i;
		} else if (sum > 0 && i > 0 && s.ptr[i - 1] == '(' && end < s.len && s.ptr[end] == ')') {
			if (ehc_str_starts_nocase(ehc_str_sub(s, end + 1, s.len), " a ") || ehc_str_starts_nocase(ehc_str_sub(s, end + 1, s.len), " per "))
				return;         /* "(£500) a month" */
			parts += sum;
			n++;
		}
	}
	if (whole == 0 || n < 2 || (parts - whole < 100 && whole - parts < 100))
		return;
	ehc_flag_words(c, it, ehc_text_span(text, at, len), "The sum does not come out: the parts in brackets come to %.*s.", EHC_ARG(in_pounds(c->arena, parts)));
}

/* An hour's rate is multiplied by the hours of a week and the weeks. */
static void
sum_fits(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		const struct ehc_text *places[] = { &it->text, &it->how_much.text };

		for (size_t i = 0; i < EHC_COUNT(places); i++) {
			struct ehc_str s = ehc_arena_unwrapped(c->arena, places[i]->str);
			struct price price;
			long times, computed;

			parts_fit(c, it, places[i]);
			if (!read_price(s, &price))
				continue;
			times = strcmp(price.unit, "hour") != 0 ? how_many(s, price.unit) : hours_of_year(s);
			computed = price.rate * times;
			if (times == 0 || (computed - price.total < 100 && price.total - computed < 100))
				continue;
			ehc_flag_words(c, it, ehc_text_span(places[i], price.total_at, price.total_len), "The sum does not come out: %.*s a%s %s, %ld times, is %.*s.",
			    EHC_ARG(in_pounds(c->arena, price.rate)), strcmp(price.unit, "hour") == 0 ? "n" : "", price.unit, times, EHC_ARG(in_pounds(c->arena, computed)));
		}
	}
}

/* BUDG-009 */
static void
recipient(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const bodies[] = { "school", "college", "academy", "ltd", "limited", "provider", "council", "agency", "trust" };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_BUDGET)) {
		struct ehc_value payee = ehc_item_value(it, EHC_L_PAYEE);

		if (is_direct(it) && ehc_says_any(c, payee.text.str, bodies, EHC_COUNT(bodies)))
			ehc_flag_words(c, it, payee.text.span, "A direct payment goes to the parent, the young person or a nominee; this is a body that would be paid itself.");
	}
}

/* BUDG-010 */
static void
nil_without_reason(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_section_info *j = &c->plan->sections[EHC_J];

	(void)self;
	if (j->nil && j->because.text.str.len == 0)
		ehc_flag_section(c, EHC_J, "Section J says that there is no budget, but not whether the family asked for one.");
}

#define PLAN EHC_FOR_EHC_PLAN
#define RULE_OF(sev, cls) .severity = sev, .class_ = cls, .documents = PLAN

const struct ehc_rule ehc_rules_budget[] = {
	{ .id = "BUDG-001", .title = "A direct payment has an amount, a frequency and a recipient", RULE_OF(EHC_ERROR, EHC_COMPLETENESS), .run = direct_payment,
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "A payment without a figure can shrink, or stop, and nobody has broken a promise.", .fix = "Say how much is paid, how often and to whom: `how much:`, `payee:`." },
	{ .id = "BUDG-002", .title = "A budget says how it is held", RULE_OF(EHC_WARNING, EHC_COMPLETENESS), .run = arrangement,
	  .source = PB14, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE, .after = "BUDG-001",
	  .why = "Who holds the money decides who employs the people who help the child.", .fix = "Add `type: direct payment`, `third party` or `notional`." },
	{ .id = "BUDG-003", .title = "A direct payment buys no place", RULE_OF(EHC_ERROR, EHC_WORDING), .run = buys_a_place,
	  .source = PB14, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	  .why = "A family that was promised the fee will find that it cannot be paid.", .fix = "Take the fee out; a place is arranged through section I." },
	{ .id = "BUDG-004", .title = "The setting agrees to what is bought for use on its premises", RULE_OF(EHC_ERROR, EHC_COMPLETENESS), .needs = EHC_STAGED, .run = premises,
	  .source = PB14, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS,
	  .why = "Without the setting's consent the person who is paid may not be let in.", .fix = "Ask the head, and add `consent: <role, setting>, <date>`." },
	{ .id = "BUDG-005", .title = "What a budget buys is still quantified", RULE_OF(EHC_ERROR, EHC_COMPLETENESS), .run = still_quantified,
	  .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE,
	  .why = "Money replaces no provision: if prices rise, the child must not get less.", .fix = "Add `how much:` to the provision." },
	{ .id = "BUDG-006", .title = "Health money is called a personal health budget", RULE_OF(EHC_NOTE, EHC_COMPLETENESS), .run = health_money,
	  .source = "NHS guidance on section G for health professionals", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE,
	  .why = "It comes from another body with other rules; the family must know whom to ask.", .fix = "Say which part is a personal health budget, and who pays it." },
	{ .id = "BUDG-007", .title = "A refused budget has a reason", RULE_OF(EHC_WARNING, EHC_COMPLETENESS), .run = refused,
	  .source = PB14 ", reg. 7", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	  .why = "A family that was given no reason cannot answer it.", .fix = "Give the reason, and say how to ask for a review." },
	{ .id = "BUDG-008", .title = "No provision is paid for twice", RULE_OF(EHC_WARNING, EHC_WORDING), .run = counted_twice,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "What is counted twice is cut when somebody notices, and the child loses both.", .fix = "Say which part each budget pays for.",
	  .legitimate = "Each pays for a part, and says which." },
	{ .id = "BUDG-009", .title = "A direct payment goes to a person", RULE_OF(EHC_WARNING, EHC_WORDING), .run = recipient,
	  .source = PB14 ", regs. 5-6", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE,
	  .why = "Paying the provider is another arrangement, with other safeguards for the family.", .fix = "Name the parent, the young person or the nominee; or call it a third-party arrangement." },
	{ .id = "BUDG-010", .title = "An empty section J says whether a budget was asked for", RULE_OF(EHC_NOTE, EHC_COMPLETENESS), .run = nil_without_reason, .after = "SECT-001 SECT-007",
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A family that was never told of budgets could not ask.", .fix = "Add `because: <whether the family asked, and when it was told of the choice>`." },
	{ .id = "BUDG-011", .title = "What a budget comes to is counted right", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN, .run = sum_fits,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE,
	  .why = "A family that is paid by the smaller figure runs out of money before the year ends.", .fix = "Count again, and correct the rate, the number or the sum." },
	EHC_NO_MORE_RULES
};
