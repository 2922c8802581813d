/*
 * test_dates.c - statutory time: limits, working days, closures and transfers as plain arithmetic, then whole plans
 * whose only question is which of their dates are found wanting.
 */
#include <check.h>
#include <string.h>

#include "ehc/ehc.h"
#include "rules/timeline.h"
#include "arena_fixture.h"
#include "suite.h"

/* "16 July 2026"; "" is no day. */
static ehc_day
day(const char *s)
{
	ehc_day d = EHC_NODATE;

	if (s[0] != '\0')
		ck_assert_msg(ehc_day_read(ehc_str_of(s), &d, NULL, NULL) == strlen(s) && d != EHC_NODATE, "%s is no day", s);
	return d;
}

static void
assert_day(const char *what, ehc_day got, const char *expected)
{
	struct ehc_str shown = got == EHC_NODATE ? EHC_STR("no day") : ehc_day_long(arena, got);

	ck_assert_msg(got == day(expected), "%s: got %.*s, not %s", what, EHC_ARG(shown), expected);
}

/* ---- limits ---- */

static ehc_day decide(ehc_day d) { return d + EHC_DECIDE_DAYS; }
static ehc_day refuse(ehc_day d) { return d + EHC_REFUSE_DAYS; }
static ehc_day final(ehc_day d) { return d + EHC_FINAL_DAYS; }
static ehc_day amend(ehc_day d) { return d + EHC_AMEND_DAYS; }
static ehc_day in_all(ehc_day d) { return d + EHC_REVIEW_IN_ALL_DAYS; }
static ehc_day year(ehc_day d) { return ehc_day_add_months(d, 12); }
static ehc_day month(ehc_day d) { return ehc_day_add_months(d, 1); }
static ehc_day five_months_before(ehc_day d) { return ehc_transfer_limit(EHC_TRANSFER_COLLEGE, d); }
static ehc_day to_secondary(ehc_day d) { return ehc_transfer_limit(EHC_TRANSFER_SCHOOL, d); }
static ehc_day to_post16(ehc_day d) { return ehc_transfer_limit(EHC_TRANSFER_POST16, d); }
static ehc_day fifteen_working(ehc_day d) { return ehc_working_days_from(d, EHC_MOVE_WORKING_DAYS); }

static const struct { const char *name; ehc_day (*limit)(ehc_day); const char *from, *expected; } limits[] = {
	{ "decision", decide, "5 January 2026", "16 February 2026" },
	{ "refusal", refuse, "5 January 2026", "27 April 2026" },
	{ "final on a bank holiday", final, "5 January 2026", "25 May 2026" },
	{ "final over a leap day", final, "10 October 2027", "27 February 2028" },
	{ "final across a leap day", final, "12 October 2027", "29 February 2028" },
	{ "final at Christmas", final, "7 August 2025", "25 December 2025" },
	{ "views begin with the day of service", ehc_views_end, "7 May 2026", "21 May 2026" },
	{ "issue on the day after", ehc_earliest_final, "7 May 2026", "22 May 2026" },
	{ "served on the 1st: to the 15th", ehc_views_end, "1 June 2026", "15 June 2026" },
	{ "served on the 1st: from the 16th", ehc_earliest_final, "1 June 2026", "16 June 2026" },
	{ "draft too late for the limit", ehc_earliest_final, "12 May 2026", "27 May 2026" },
	{ "views over a month end", ehc_views_end, "20 February 2026", "6 March 2026" },
	{ "views over a leap day", ehc_views_end, "20 February 2028", "5 March 2028" },
	{ "8 weeks from the notice", amend, "2 February 2026", "30 March 2026" },
	{ "12 weeks from the meeting", in_all, "22 November 2026", "14 February 2027" },
	{ "12 weeks before 15 February", in_all, "23 November 2026", "15 February 2027" },
	{ "12 weeks before 31 March", in_all, "6 January 2027", "31 March 2027" },
	{ "a year", year, "20 March 2026", "20 March 2027" },
	{ "a year from a leap day", year, "29 February 2028", "28 February 2029" },
	{ "a year to a leap year", year, "28 February 2027", "28 February 2028" },
	{ "a month from the 31st", month, "31 January 2026", "28 February 2026" },
	{ "a month from the 31st in a leap year", month, "31 January 2028", "29 February 2028" },
	{ "a month over the year's end", month, "31 December 2026", "31 January 2027" },
	{ "a month to a short month", month, "31 August 2026", "30 September 2026" },
	{ "five months before September", five_months_before, "1 September 2027", "1 April 2027" },
	{ "five months before a month's end", five_months_before, "31 July 2027", "28 February 2027" },
	{ "transfer between schools", to_secondary, "1 September 2027", "15 February 2027" },
	{ "transfer to post-16", to_post16, "6 September 2027", "31 March 2027" },
	{ "15 working days, the first counted", fifteen_working, "1 June 2026", "19 June 2026" },
	{ "15 working days from a Saturday", fifteen_working, "30 May 2026", "19 June 2026" },
	{ "15 working days over a bank holiday", fifteen_working, "18 May 2026", "8 June 2026" },
	{ "15 working days over Easter", fifteen_working, "30 March 2026", "21 April 2026" },
	{ "15 working days over Christmas", fifteen_working, "14 December 2026", "6 January 2027" },
	{ "15 working days from a bank holiday", fifteen_working, "25 May 2026", "15 June 2026" },
	{ "25 and born in August", ehc_end_of_year_turning_25, "31 August 2000", "31 August 2025" },
	{ "25 and born in September", ehc_end_of_year_turning_25, "1 September 2000", "31 August 2026" },
	{ "16 in spring", ehc_end_of_compulsory_school_age, "14 May 2010", "26 June 2026" },
	{ "16 on the last day of August", ehc_end_of_compulsory_school_age, "31 August 2010", "26 June 2026" },
	{ "16 on the first of September", ehc_end_of_compulsory_school_age, "1 September 2010", "25 June 2027" },
	{ "25 in spring", ehc_end_of_year_turning_25, "11 April 2007", "31 August 2032" },
};

START_TEST(limits_follow_their_formulas)
{
	assert_day(limits[_i].name, limits[_i].limit(day(limits[_i].from)), limits[_i].expected);
}
END_TEST

/* ---- closures ---- */

static const struct { const char *name, *closed, *reopens, *asked; bool covers; } closures[] = {
	{ "a week before the summer", "23 July 2026", "2 September 2026", "16 July 2026", true },
	{ "a day too soon", "23 July 2026", "2 September 2026", "15 July 2026", false },
	{ "in the middle", "23 July 2026", "2 September 2026", "10 August 2026", true },
	{ "a week before re-opening", "23 July 2026", "2 September 2026", "26 August 2026", true },
	{ "a day too late", "23 July 2026", "2 September 2026", "27 August 2026", false },
	{ "asked in May", "23 July 2026", "2 September 2026", "6 May 2026", false },
	{ "exactly four weeks", "1 August 2026", "29 August 2026", "1 August 2026", true },
	{ "a day short of four weeks", "1 August 2026", "28 August 2026", "1 August 2026", false },
	{ "Christmas", "19 December 2026", "4 January 2027", "15 December 2026", false },
	{ "Easter", "28 March 2026", "13 April 2026", "27 March 2026", false },
};

START_TEST(a_closure_covers_what_was_asked_around_it)
{
	ck_assert_msg(ehc_closure_covers(day(closures[_i].closed), day(closures[_i].reopens), day(closures[_i].asked)) == closures[_i].covers, "%s", closures[_i].name);
}
END_TEST

/* ---- appeals ---- */

static const struct { const char *name, *letter, *certificate, *expected; } appeals[] = {
	{ "two months", "20 March 2026", "", "20 May 2026" },
	{ "two months to a short month", "31 December 2025", "", "28 February 2026" },
	{ "the certificate is later", "20 March 2026", "15 May 2026", "15 June 2026" },
	{ "the letter is later", "20 March 2026", "25 March 2026", "20 May 2026" },
	{ "August goes to September", "10 June 2026", "", "1 September 2026" },
	{ "the last day of August", "30 June 2026", "", "1 September 2026" },
	{ "September on a weekend", "1 June 2029", "", "3 September 2029" },
	{ "the 24th of December stands", "24 October 2026", "", "24 December 2026" },
	{ "Christmas Day", "25 October 2026", "", "4 January 2027" },
	{ "New Year's Day", "1 November 2026", "", "4 January 2027" },
	{ "the 2nd of January stands", "2 November 2025", "", "2 January 2026" },
};

START_TEST(the_last_day_to_appeal)
{
	assert_day(appeals[_i].name, ehc_appeal_limit(day(appeals[_i].letter), day(appeals[_i].certificate)), appeals[_i].expected);
}
END_TEST

/* ---- holidays ---- */

static const char *const bank_holidays[] = {
	"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
	"2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
	"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
	"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
	"2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
	"2029-01-01", "2029-03-30", "2029-04-02", "2029-05-07", "2029-05-28", "2029-08-27", "2029-12-25", "2029-12-26",
	"2030-01-01", "2030-04-19", "2030-04-22", "2030-05-06", "2030-05-27", "2030-08-26", "2030-12-25", "2030-12-26",
};

/* Every weekday from 2024 to 2030 is a working day but these. */
START_TEST(bank_holidays_are_those_of_the_calendar)
{
	size_t n = 0;

	for (ehc_day d = day("2024-01-01"); d <= day("2030-12-31"); d++) {
		bool listed = n < EHC_COUNT(bank_holidays) && d == day(bank_holidays[n]);

		n += listed;
		if (ehc_day_weekday(d) < 5)
			ck_assert_msg(ehc_is_working_day(d) == !listed, "%.*s", EHC_ARG(ehc_day_long(arena, d)));
	}
	ck_assert_uint_eq(n, EHC_COUNT(bank_holidays));
}
END_TEST

START_TEST(proclaimed_days_move_the_usual_ones)
{
	ck_assert(!ehc_is_bank_holiday(day("2022-05-30")));
	ck_assert(ehc_is_bank_holiday(day("2022-06-02")) && ehc_is_bank_holiday(day("2022-06-03")));
	ck_assert(ehc_is_bank_holiday(day("2022-09-19")) && ehc_is_bank_holiday(day("2023-05-08")));
	ck_assert(!ehc_is_bank_holiday(day("2020-05-04")) && ehc_is_bank_holiday(day("2020-05-08")));
	ck_assert(ehc_is_bank_holiday(day("2022-12-27")) && ehc_is_bank_holiday(day("2023-01-02")));
}
END_TEST

/* ---- transfers, orders, year groups ---- */

static const struct { const char *words, *moves, *born; enum ehc_transfer kind; } transfers[] = {
	{ "primary to secondary", "1 September 2027", "", EHC_TRANSFER_SCHOOL },
	{ "early years to school", "1 September 2027", "", EHC_TRANSFER_SCHOOL },
	{ "infant to junior", "1 September 2027", "", EHC_TRANSFER_SCHOOL },
	{ "secondary to post-16", "1 September 2027", "", EHC_TRANSFER_POST16 },
	{ "school to college", "1 September 2027", "", EHC_TRANSFER_POST16 },
	{ "college to college", "1 September 2027", "", EHC_TRANSFER_COLLEGE },
	{ "between post-16 settings", "1 September 2027", "", EHC_TRANSFER_COLLEGE },
	{ "", "1 September 2027", "11 March 2016", EHC_TRANSFER_SCHOOL },
	{ "", "1 September 2027", "31 August 2011", EHC_TRANSFER_POST16 },
	{ "", "1 September 2027", "1 September 2011", EHC_TRANSFER_SCHOOL },
	{ "", "1 September 2027", "11 March 2010", EHC_TRANSFER_COLLEGE },
	{ "", "1 September 2027", "", EHC_TRANSFER_UNKNOWN },
};

START_TEST(a_transfer_is_known_by_its_words_or_the_age)
{
	ck_assert_msg(ehc_transfer_kind(ehc_str_of(transfers[_i].words), day(transfers[_i].moves), day(transfers[_i].born)) == transfers[_i].kind, "%s, born %s",
	    transfers[_i].words, transfers[_i].born);
}
END_TEST

static const struct { const char *born, *on; int expected; } years[] = {
	{ "14 March 2018", "9 October 2025", 3 }, { "11 April 2007", "24 March 2026", 14 }, { "11 November 2012", "20 March 2026", 8 },
	{ "31 August 2021", "1 September 2025", 0 }, { "1 September 2021", "1 September 2025", -1 }, { "31 August 2021", "31 August 2025", -1 },
	{ "29 February 2016", "1 September 2027", 7 },
};

START_TEST(a_year_group_follows_from_the_date_of_birth)
{
	ck_assert_int_eq(ehc_expected_year_group(day(years[_i].born), day(years[_i].on)), years[_i].expected);
}
END_TEST

START_TEST(an_order_is_known_by_its_words)
{
	ck_assert_int_eq(ehc_order_kind(EHC_STR("assess")), EHC_ORDER_ASSESS);
	ck_assert_int_eq(ehc_order_kind(EHC_STR("make a plan")), EHC_ORDER_MAKE);
	ck_assert_int_eq(ehc_order_kind(EHC_STR("amend sections B and F")), EHC_ORDER_AMEND);
	ck_assert_int_eq(ehc_order_kind(EHC_STR("amend, and name a place")), EHC_ORDER_AMEND);
	ck_assert_int_eq(ehc_order_kind(EHC_STR("name a place")), EHC_ORDER_PLACE);
	ck_assert_int_eq(ehc_order_kind(EHC_STR("maintain")), EHC_ORDER_MAINTAIN);
	ck_assert_int_eq(ehc_order_kind(EHC_STR("reconsider whether to assess")), EHC_ORDER_UNKNOWN);
	ck_assert_int_eq(ehc_order_kind(EHC_NOSTR), EHC_ORDER_UNKNOWN);
}
END_TEST

/* ---- whole plans ---- */

/* Findings of the DATE rules, in the order of their ids: "DATE-004:error DATE-035:note". */
static const char *
date_findings(struct ehc_compilation *c)
{
	struct ehc_buf out = { NULL, 0, 0 };
	const struct ehc_finding *next;
	const char *last = "";
	size_t told = 0, all = 0;

	for (size_t i = 0; i < c->findings.list.count; i++)
		all += strncmp(c->findings.list.items[i]->rule->id, "DATE-", 5) == 0;
	while (told < all) {
		next = NULL;
		for (size_t i = 0; i < c->findings.list.count; i++) {
			const struct ehc_finding *f = c->findings.list.items[i];

			if (strncmp(f->rule->id, "DATE-", 5) == 0 && strcmp(f->rule->id, last) > 0 && (next == NULL || strcmp(f->rule->id, next->rule->id) < 0))
				next = f;
		}
		last = next->rule->id;
		for (size_t i = 0; i < c->findings.list.count; i++)
			if (c->findings.list.items[i]->rule == next->rule) {
				ehc_buf_printf(&out, "%s%s:%s", told > 0 ? " " : "", last, ehc_severity_name(c->findings.list.items[i]->severity));
				told++;
			}
	}
	return ehc_buf_take(&out, arena).ptr;
}

static void
compile(struct ehc_compilation *c, const char *status, const char *head, const char *timeline, const char *rest, ehc_day as_of)
{
	struct ehc_str text = ehc_arena_printf(arena, "EHC plan: ECC-2026-0001\n  status: %s\n%s\ntimeline:\n%s\n%s", status, head, timeline, rest);
	struct ehc_options options = { .as_of = as_of };

	ehc_compile_text(c, EHC_STR("plan.ehc"), text, &options);
}

#define START "  assessment requested: 5 January 2026\n"
#define LATER "  assessment requested: 4 May 2026\n"     /* 20 weeks: 21 September 2026 */
#define SUMMER "  school closed: 23 July 2026 to 2 September 2026\n"
#define CLOSED "  exception: the school was closed over the summer\n  exception for: final plan\n"
#define PERSONAL "  exception: exceptional personal circumstances\n  exception for: final plan\n"
#define ABSENT "  exception: the family was away from the area\n  exception for: final plan\n"
#define ADVICE "section K:\nadvice K1: Educational psychology\n  dated: 1 April 2026\n"

static const struct plan_case { const char *name, *status, *head, *timeline, *rest, *expected; } plans[] = {
	/* first assessment */
	{ "everything on its last day", "final", "", START "  decision to assess: 16 February 2026\n  draft sent: 10 May 2026\n  views by: 24 May 2026\n"
	    "  final issued: 25 May 2026\n", "", "" },
	{ "decision a day late", "final", "", START "  decision to assess: 17 February 2026\n  draft sent: 7 May 2026\n  final issued: 22 May 2026\n", "", "DATE-001:error" },
	{ "decision not to assess a day late", "ceased", "", START "  decision not to assess: 17 February 2026\n", "", "DATE-001:error" },
	{ "council became responsible", "ceased", "", "  became responsible: 5 January 2026\n  decision not to assess: 17 February 2026\n", "", "DATE-001:error" },
	{ "refusal on its last day", "ceased", "", START "  decision to assess: 9 February 2026\n  decision not to issue: 27 April 2026\n", "", "" },
	{ "refusal a day late", "ceased", "", START "  decision to assess: 9 February 2026\n  decision not to issue: 28 April 2026\n", "", "DATE-003:error" },
	{ "final a day late, on a bank holiday's morrow", "final", "", START "  draft sent: 7 May 2026\n  final issued: 26 May 2026\n", "", "DATE-004:error DATE-035:note" },
	{ "final late by the plan's own date", "final", "  dated: 1 June 2026\n", START "  draft sent: 7 May 2026\n", "", "DATE-004:error DATE-035:note" },
	{ "draft that makes the final late", "draft", "", START "  draft sent: 12 May 2026\n", "", "DATE-004:error DATE-035:note" },
	{ "draft that makes the final late by a day", "draft", "", START "  draft sent: 11 May 2026\n", "", "DATE-004:error DATE-035:note" },
	{ "draft just in time", "draft", "", START "  draft sent: 10 May 2026\n", "", "DATE-035:note" },
	{ "final on the fifteenth day", "final", "", START "  draft sent: 7 May 2026\n  final issued: 21 May 2026\n", "", "DATE-005:error" },
	{ "final on the sixteenth day", "final", "", START "  draft sent: 7 May 2026\n  final issued: 22 May 2026\n", "", "" },
	{ "the last of two drafts counts", "final", "", START "  draft sent: 20 April 2026\n  draft sent: 11 May 2026\n  final issued: 22 May 2026\n", "", "DATE-005:error" },
	{ "notice of fourteen days", "draft", "", LATER "  draft sent: 1 June 2026\n  views by: 14 June 2026\n", "", "DATE-006:error" },
	{ "notice of fifteen days", "draft", "", LATER "  draft sent: 1 June 2026\n  views by: 15 June 2026\n", "", "" },
	{ "advice on the last day", "draft", "", "", ADVICE "  requested: 2 March 2026\n  received: 13 April 2026\n", "" },
	{ "advice a day late", "draft", "", "", ADVICE "  requested: 2 March 2026\n  received: 14 April 2026\n", "DATE-002:error" },
	{ "advice late by the timeline's request", "draft", "", "  advice requested: 2 March 2026\n", ADVICE "  received: 14 April 2026\n", "DATE-002:error" },
	{ "the last advice of the timeline late", "draft", "", "  advice requested: 2 March 2026\n  advice received: 14 April 2026\n", "", "DATE-002:error" },
	/* exceptions */
	{ "closure, asked in the window", "final", "", LATER "  advice requested: 16 July 2026\n" SUMMER CLOSED "  final issued: 1 October 2026\n", "", "DATE-004:note" },
	{ "closure, asked a day before the window", "final", "", LATER "  advice requested: 15 July 2026\n" SUMMER CLOSED "  final issued: 1 October 2026\n", "",
	    "DATE-004:error DATE-008:error" },
	{ "closure over Christmas", "final", "", "  assessment requested: 3 August 2026\n  advice requested: 15 December 2026\n"
	    "  school closed: 19 December 2026 to 4 January 2027\n" CLOSED "  final issued: 18 January 2027\n", "", "DATE-004:error DATE-008:error" },
	{ "closure without its dates", "final", "", LATER "  advice requested: 16 July 2026\n" CLOSED "  final issued: 1 October 2026\n", "", "DATE-004:error DATE-007:warning" },
	{ "closure that nobody claims", "final", "", LATER "  advice requested: 16 July 2026\n" SUMMER "  final issued: 1 October 2026\n", "", "DATE-004:error" },
	{ "the school's own request counts", "final", "", LATER "  advice requested: 6 May 2026\n" SUMMER CLOSED "  final issued: 1 October 2026\n",
	    "section K:\nadvice K1: Educational advice\n  role: head teacher\n  requested: 20 July 2026\n  dated: 9 September 2026\n", "DATE-004:note" },
	{ "personal circumstances with evidence", "final", "", LATER PERSONAL "  exception evidence: letter of the hospital, 2 July 2026\n  final issued: 1 October 2026\n", "",
	    "DATE-004:note" },
	{ "personal circumstances without evidence", "final", "", LATER PERSONAL "  final issued: 1 October 2026\n", "", "DATE-004:error DATE-007:warning" },
	{ "four weeks away", "final", "", LATER ABSENT "  absent: 1 June 2026 to 29 June 2026\n  final issued: 1 October 2026\n", "", "DATE-004:note" },
	{ "a day short of four weeks away", "final", "", LATER ABSENT "  absent: 1 June 2026 to 28 June 2026\n  final issued: 1 October 2026\n", "",
	    "DATE-004:error DATE-007:warning" },
	{ "away before the clock started", "final", "", LATER ABSENT "  absent: 1 March 2026 to 10 April 2026\n  final issued: 1 October 2026\n", "",
	    "DATE-004:error DATE-007:warning" },
	{ "staff shortage is no reason", "final", "", LATER "  exception: no educational psychologist in post\n  final issued: 1 October 2026\n", "",
	    "DATE-004:error DATE-007:warning" },
	{ "an exception for another step", "final", "", LATER "  exception: exceptional personal circumstances\n  exception for: decision to assess\n"
	    "  exception evidence: letter, 2 July 2026\n  final issued: 1 October 2026\n", "", "DATE-004:error" },
	{ "missed appointment", "draft", "", "  exception: the child missed the appointment\n  exception for: advice\n  missed appointment: 20 March 2026\n",
	    ADVICE "  requested: 2 March 2026\n  received: 20 April 2026\n", "DATE-002:note" },
	{ "an appointment missed at another time", "draft", "", "  exception: the child missed the appointment\n  exception for: advice\n  missed appointment: 20 January 2026\n",
	    ADVICE "  requested: 2 March 2026\n  received: 20 April 2026\n", "DATE-002:error" },
	/* review */
	{ "review on its last days", "amended final", "", "  first plan: 20 March 2025\n  review invitations: 5 February 2026\n  review advice sent: 5 February 2026\n"
	    "  review meeting: 19 February 2026\n  review report sent: 5 March 2026\n  review decision: 19 March 2026\n  amendment notice: 19 March 2026\n"
	    "  amendment views by: 2 April 2026\n  amended final issued: 14 May 2026\n", "", "" },
	{ "decision a day after the anniversary", "final", "", "  first plan: 20 March 2025\n  review meeting: 20 February 2026\n  review decision: 21 March 2026\n", "",
	    "DATE-009:error DATE-014:error" },
	{ "decision on the anniversary", "final", "", "  first plan: 20 March 2025\n  review meeting: 20 February 2026\n  review decision: 20 March 2026\n", "", "DATE-009:note" },
	{ "last review is this one, and those before it are not recorded", "final", "",
	    "  first plan: 12 February 2018\n  last review: 9 February 2026\n  review meeting: 26 January 2026\n  review decision: 9 February 2026\n", "", "" },
	{ "last review is this one, and the first", "final", "",
	    "  first plan: 2 January 2025\n  last review: 9 February 2026\n  review meeting: 26 January 2026\n  review decision: 9 February 2026\n", "", "DATE-009:error DATE-010:warning" },
	{ "made on a leap day", "final", "", "  first plan: 29 February 2024\n  review meeting: 31 January 2025\n  review decision: 28 February 2025\n", "", "DATE-009:note" },
	{ "meeting a day too late for the decision", "final", "", "  first plan: 20 March 2025\n  review meeting: 21 February 2026\n", "", "DATE-010:warning DATE-035:note" },
	{ "invitations thirteen days before", "final", "", "  review invitations: 6 February 2026\n  review meeting: 19 February 2026\n", "", "DATE-011:error" },
	{ "papers on the day", "final", "", "  review advice sent: 19 February 2026\n  review meeting: 19 February 2026\n", "", "DATE-012:error" },
	{ "invitations of the year before", "final", "", "  review invitations: 6 February 2025\n  review meeting: 19 February 2026\n", "", "" },
	{ "report a day late", "final", "", "  review meeting: 19 February 2026\n  review report sent: 6 March 2026\n", "", "DATE-013:error" },
	{ "decision a day late", "final", "", "  review meeting: 19 February 2026\n  review decision: 20 March 2026\n", "", "DATE-014:error" },
	{ "a review on paper", "final", "", "  review report sent: 19 February 2026\n  review decision: 20 March 2026\n", "", "DATE-014:note" },
	{ "changes sent after the decision", "proposed amendments", "", "  review meeting: 19 February 2026\n  review decision: 12 March 2026\n  amendment notice: 13 March 2026\n",
	    "", "DATE-015:error" },
	{ "8 weeks from an early notice end first", "amended final", "", "  review meeting: 19 February 2026\n  review decision: 2 March 2026\n  amendment notice: 2 March 2026\n"
	    "  amended final issued: 28 April 2026\n", "", "DATE-016:error" },
	{ "12 weeks from the meeting end first", "amended final", "", "  review meeting: 19 February 2026\n  review decision: 20 March 2026\n  amendment notice: 20 March 2026\n"
	    "  amended final issued: 15 May 2026\n", "", "DATE-014:error DATE-017:error" },
	{ "fourteen days for the changes", "proposed amendments", "", "  amendment notice: 2 March 2026\n  amendment views by: 15 March 2026\n", "", "DATE-018:error" },
	{ "amended on the fifteenth day", "amended final", "", "  amendment notice: 2 March 2026\n  amended final issued: 16 March 2026\n", "", "DATE-018:error" },
	{ "amended on the sixteenth day", "amended final", "", "  amendment notice: 2 March 2026\n  amended final issued: 17 March 2026\n", "", "" },
	{ "no change after all, a day late", "final", "", "  amendment notice: 2 March 2026\n  decision not to amend: 28 April 2026\n", "", "DATE-019:error" },
	/* transfer */
	{ "named on 14 February", "amended final", "", "  phase transfer: 1 September 2027 (primary to secondary)\n  next setting named: 14 February 2027\n", "", "" },
	{ "named on 15 February", "amended final", "", "  phase transfer: 1 September 2027 (primary to secondary)\n  next setting named: 15 February 2027\n", "",
	    "DATE-020:warning" },
	{ "named on 16 February", "amended final", "", "  phase transfer: 1 September 2027 (primary to secondary)\n  next setting named: 16 February 2027\n", "", "DATE-020:error" },
	{ "post-16 on 31 March", "amended final", "", "  phase transfer: 1 September 2027 (secondary to post-16)\n  next setting named: 31 March 2027\n", "", "DATE-021:warning" },
	{ "post-16 on 1 April", "amended final", "", "  phase transfer: 1 September 2027 (secondary to post-16)\n  next setting named: 1 April 2027\n", "", "DATE-021:error" },
	{ "college on 1 April", "amended final", "", "  phase transfer: 1 September 2027 (college to college)\n  next setting named: 1 April 2027\n", "", "" },
	{ "college on 2 April", "amended final", "", "  phase transfer: 1 September 2027 (college to college)\n  next setting named: 2 April 2027\n", "", "DATE-022:error" },
	{ "under five, a year ahead", "final", "  dated: 2 March 2026\n  review due: 1 March 2027\n", "  final issued: 2 March 2026\n",
	    "child: Sam Example\n  born: 1 May 2023\n", "DATE-023:warning" },
	{ "under five, six months ahead", "final", "  dated: 2 March 2026\n  review due: 1 September 2026\n", "  final issued: 2 March 2026\n",
	    "child: Sam Example\n  born: 1 May 2023\n", "" },
	/* re-assessment, Tribunal */
	{ "answered on the fifteenth day", "final", "", "  reassessment requested: 1 June 2026\n  reassessment decision: 16 June 2026\n", "", "" },
	{ "answered a day late", "final", "", "  reassessment requested: 1 June 2026\n  reassessment decision: 17 June 2026\n", "", "DATE-024:error" },
	{ "re-assessed in 14 weeks", "final", "", "  reassessment decision: 1 June 2026\n  reassessed final issued: 7 September 2026\n", "", "" },
	{ "re-assessed a day late", "final", "", "  reassessment decision: 1 June 2026\n  reassessed final issued: 8 September 2026\n", "", "DATE-025:error" },
	{ "asked again too soon", "final", "", "  last assessment: 1 December 2025\n  reassessment requested: 31 May 2026\n", "", "DATE-039:note" },
	{ "asked again after six months", "final", "", "  last assessment: 1 December 2025\n  reassessment requested: 1 June 2026\n", "", "" },
	{ "ordered draft on its last day", "draft", "", "  tribunal order: 1 June 2026 (make a plan)\n  order draft sent: 6 July 2026\n", "", "" },
	{ "ordered draft a day late", "draft", "", "  tribunal order: 1 June 2026 (make a plan)\n  order draft sent: 7 July 2026\n", "", "DATE-026:error" },
	{ "ordered plan a day late", "final", "", "  tribunal order: 1 June 2026 (make a plan)\n  order complied: 18 August 2026\n", "", "DATE-026:error" },
	{ "ordered amendment on its last day", "amended final", "", "  tribunal order: 1 June 2026 (amend)\n  order complied: 6 July 2026\n", "", "" },
	{ "ordered amendment a day late", "amended final", "", "  tribunal order: 1 June 2026 (amend)\n  order complied: 7 July 2026\n", "", "DATE-026:error" },
	{ "ordered place a day late", "amended final", "", "  tribunal order: 1 June 2026 (name a place)\n  order complied: 16 June 2026\n", "", "DATE-026:error" },
	{ "ordered to maintain", "final", "", "  tribunal order: 1 June 2026 (maintain)\n  order complied: 2 June 2026\n", "", "DATE-026:error" },
	{ "ordered to assess", "draft", "", "  tribunal order: 1 June 2026 (assess)\n  decision to assess: 16 June 2026\n", "", "DATE-026:error" },
	{ "an order that sets its own time", "final", "", "  tribunal order: 1 June 2026 (reconsider)\n  order complied: 1 September 2026\n", "", "" },
	{ "two weeks away before an order", "amended final", "", "  tribunal order: 1 June 2026 (amend)\n  exception: the family was away\n  exception for: tribunal order\n"
	    "  absent: 8 June 2026 to 22 June 2026\n  order complied: 7 July 2026\n", "", "DATE-026:note" },
	{ "recommendation answered a day late", "final", "", "  tribunal recommendation: 1 June 2026\n  recommendation reply: 7 July 2026\n", "", "DATE-027:error" },
	/* moves, payments, appeals */
	{ "plan follows on the fifteenth working day", "final", "", "  moved in: 11 May 2026\n  move known: 18 May 2026\n  plan transferred: 8 June 2026\n", "", "" },
	{ "plan follows on the sixteenth", "final", "", "  moved in: 11 May 2026\n  move known: 18 May 2026\n  plan transferred: 9 June 2026\n", "", "DATE-031:error" },
	{ "a move known long before", "final", "", "  moved in: 11 May 2026\n  move known: 2 March 2026\n  plan transferred: 12 May 2026\n", "", "DATE-031:error" },
	{ "family told after six weeks and a day", "final", "", "  plan transferred: 11 May 2026\n  family told of transfer: 23 June 2026\n", "", "DATE-031:error" },
	{ "reviewed four months after a transfer", "final", "", "  first plan: 1 June 2025\n  plan transferred: 11 May 2026\n  review meeting: 11 September 2026\n", "",
	    "DATE-010:warning DATE-031:warning" },
	{ "health body told on the sixteenth working day", "final", "", "  health body changed: 1 June 2026\n  health body told: 23 June 2026\n", "", "DATE-038:warning" },
	{ "health body told in time", "final", "", "  health body changed: 1 June 2026\n  health body told: 22 June 2026\n", "", "" },
	{ "payment reviewed a day late", "final", "", "  direct payment started: 30 November 2025\n  direct payment reviewed: 1 March 2026\n", "", "DATE-036:warning" },
	{ "payment reviewed in three months", "final", "", "  direct payment started: 30 November 2025\n  direct payment reviewed: 28 February 2026\n", "", "" },
	{ "appeal date a day short", "final", "", "  final issued: 20 March 2026\n  appeal notice sent: 20 March 2026\n  appeal by: 19 May 2026\n", "", "DATE-037:warning" },
	{ "appeal date right", "final", "", "  final issued: 20 March 2026\n  appeal notice sent: 20 March 2026\n  appeal by: 20 May 2026\n", "", "" },
	{ "appeal date from the certificate", "final", "", "  appeal notice sent: 20 March 2026\n  mediation certificate: 15 May 2026\n  appeal by: 15 June 2026\n", "", "" },
	/* dates in the plan */
	{ "advice of the year before", "draft", "", "  draft sent: 2 March 2026\n", "section K:\nadvice K1: Medical advice\n  dated: 1 March 2025\n", "DATE-029:warning" },
	{ "advice just a year old", "draft", "", "  draft sent: 2 March 2026\n", "section K:\nadvice K1: Medical advice\n  dated: 2 March 2025\n", "" },
	{ "advice later than the plan", "draft", "  dated: 9 October 2025\n", "", "section K:\nadvice K1: Medical advice\n  dated: 14 November 2025\n", "DATE-040:error" },
	{ "advice that did not come is not later", "draft", "  dated: 9 October 2025\n", "", "section K:\nadvice K1: Social care\n  dated: 14 November 2025\n  reply: no reply\n", "" },
	{ "outcome before the plan is past, which OUTC-012 says", "draft", "  dated: 9 October 2025\n", "", "section E:\noutcome E1: Sam asks for help.\n  by: July 2024\n", "" },
	{ "review before the plan", "final", "  dated: 9 October 2025\n  review due: 8 October 2025\n", "", "", "DATE-030:error" },
	{ "plan ends before its review", "final", "  dated: 24 March 2026\n  review due: 21 January 2027\n", "  plan ends: 31 July 2026\n", "", "DATE-045:warning" },
	{ "born after the request", "draft", "", START, "child: Sam Example\n  born: 14 May 2026\n", "DATE-030:error DATE-035:note" },
	{ "answer before the question", "draft", "", "  school consulted: 3 June 2026\n  school replied: 2 June 2026\n", "", "DATE-030:error" },
	{ "provision after the plan", "final", "  dated: 11 March 2026\n", "", "section F:\nprovision F1: A.\n  from: 20 March 2026\n", "DATE-028:warning" },
	{ "provision on the next school day", "final", "  dated: 13 March 2026\n", "", "section F:\nprovision F1: A.\n  from: 16 March 2026\n", "" },
	{ "provision after the summer", "final", "  dated: 24 July 2026\n", "", "section F:\nprovision F1: A.\n  from: 7 September 2026\n", "" },
	{ "provision that begins with the next phase", "final", "  dated: 13 March 2026\n", "  phase transfer: 1 September 2026 (school to post-16)\n  next setting named: 13 March 2026\n",
	    "section F:\nprovision F1: A.\n  from: 7 September 2026\n", "" },
	{ "provision a month into the next phase", "final", "  dated: 13 March 2026\n", "  phase transfer: 1 September 2026 (school to post-16)\n  next setting named: 13 March 2026\n",
	    "section F:\nprovision F1: A.\n  from: 1 October 2026\n", "DATE-028:warning" },
	{ "past 25", "final", "  dated: 1 September 2032\n", "", "child: Sam Example\n  born: 11 April 2007\n", "DATE-032:error" },
	{ "on the last day at 25", "final", "  dated: 31 August 2032\n", "", "child: Sam Example\n  born: 11 April 2007\n", "" },
	{ "wrong year group", "draft", "  dated: 9 October 2025\n", "", "child: Sam Example\n  born: 14 March 2018\n  year group: 4\n", "DATE-042:warning" },
	{ "right year group", "draft", "  dated: 9 October 2025\n", "", "child: Sam Example\n  born: 14 March 2018\n  year group: Year 3\n", "" },
	{ "year group of the coming year", "draft", "  dated: 9 July 2025\n", "", "child: Sam Example\n  born: 14 March 2018\n  year group: 3\n", "" },
	{ "outcome before its provision starts", "draft", "", "", "section E:\noutcome E1: Sam asks.\n  by: 1 March 2027\n"
	    "section F:\nprovision F1: A.\n  towards: E1\n  from: 12 April 2027\n", "DATE-041:warning" },
	{ "outcome before its provision ends", "draft", "", "", "section E:\noutcome E1: Sam asks.\n  by: 1 March 2027\n"
	    "section F:\nprovision F1: A.\n  towards: E1\n  from: 7 September 2026\n  until: 16 July 2027\n", "DATE-041:warning" },
	{ "outcome at the end of its provision", "draft", "", "", "section E:\noutcome E1: Sam asks.\n  by: 16 July 2027\n"
	    "section F:\nprovision F1: A.\n  towards: E1\n  from: 7 September 2026\n  until: 23 July 2027\n", "" },
};

START_TEST(plans_are_found_wanting_where_they_are)
{
	const struct plan_case *p = &plans[_i];
	struct ehc_compilation c;
	const char *got;

	compile(&c, p->status, p->head, p->timeline, p->rest, EHC_NODATE);
	got = date_findings(&c);
	ck_assert_msg(strcmp(got, p->expected) == 0, "%s: got \"%s\", not \"%s\"", p->name, got, p->expected);
	ehc_compilation_free(&c);
}
END_TEST

/* ---- the day of the run ---- */

static const struct { const char *name, *status, *timeline, *as_of, *expected; } overdue[] = {
	{ "decision on its last day", "working", START, "16 February 2026", "DATE-035:note" },
	{ "no decision a day later", "working", START, "17 February 2026", "DATE-035:note DATE-043:warning" },
	{ "decided, and the plan not yet due", "working", START "  decision to assess: 9 February 2026\n", "25 May 2026", "DATE-035:note" },
	{ "decided, and no plan", "working", START "  decision to assess: 9 February 2026\n", "26 May 2026", "DATE-035:note DATE-043:warning" },
	{ "refused, so none is due", "ceased", START "  decision to assess: 9 February 2026\n  decision not to issue: 20 April 2026\n", "26 May 2026", "" },
	{ "no decision after the meeting", "working", "  review meeting: 19 February 2026\n", "20 March 2026", "DATE-043:warning" },
	{ "no amended plan after the notice", "proposed amendments", "  amendment notice: 2 March 2026\n", "28 April 2026", "DATE-043:warning" },
	{ "the review is past", "final", "  review due: 5 March 2027\n", "6 March 2027", "DATE-043:warning" },
	{ "the review was held", "final", "  review due: 5 March 2027\n  review meeting: 1 February 2027\n  review decision: 26 February 2027\n", "6 March 2027", "" },
};

START_TEST(limits_that_have_passed_need_the_day)
{
	struct ehc_compilation c;
	const char *got;

	compile(&c, overdue[_i].status, "", overdue[_i].timeline, "", day(overdue[_i].as_of));
	got = date_findings(&c);
	ck_assert_msg(strcmp(got, overdue[_i].expected) == 0, "%s: got \"%s\", not \"%s\"", overdue[_i].name, got, overdue[_i].expected);
	ehc_compilation_free(&c);
	compile(&c, overdue[_i].status, "", overdue[_i].timeline, "", EHC_NODATE);
	ck_assert_ptr_null(strstr(date_findings(&c), "DATE-043"));
	ehc_compilation_free(&c);
}
END_TEST

/* ---- what is said ---- */

static const struct ehc_finding *
finding_of(struct ehc_compilation *c, const char *rule)
{
	for (size_t i = 0; i < c->findings.list.count; i++)
		if (strcmp(c->findings.list.items[i]->rule->id, rule) == 0)
			return c->findings.list.items[i];
	ck_abort_msg("no finding of %s", rule);
	return NULL;
}

START_TEST(a_late_step_says_when_by_how_much_and_whose)
{
	struct ehc_compilation c;
	const struct ehc_finding *f;

	compile(&c, "final", "", START "  draft sent: 7 May 2026\n  final issued: 3 June 2026\n", "", EHC_NODATE);
	f = finding_of(&c, "DATE-004");
	ck_assert_msg(ehc_str_is(f->message, "The final plan was issued on Wednesday 3 June 2026, 9 days after the 20-week limit of Monday 25 May 2026."), "%.*s",
	    EHC_ARG(f->message));
	ck_assert(ehc_str_is(f->step_of, "the council"));
	ck_assert(ehc_str_is(ehc_source_slice(&c.source, f->span), "3 June 2026"));
	ck_assert_int_eq(f->rule->class_, EHC_PROCESS);
	ehc_compilation_free(&c);
}
END_TEST

START_TEST(an_excuse_is_for_a_person_to_accept)
{
	struct ehc_compilation c;
	const struct ehc_finding *f;

	compile(&c, "final", "", LATER "  advice requested: 16 July 2026\n" SUMMER CLOSED "  final issued: 1 October 2026\n", "", EHC_NODATE);
	f = finding_of(&c, "DATE-004");
	ck_assert_uint_ne(ehc_str_find_nocase(f->message, "excused, if it was impractical to keep to it because the school was closed from Thursday 23 July 2026"), SIZE_MAX);
	ck_assert_uint_ne(ehc_str_find_nocase(f->help, "a person must decide"), SIZE_MAX);
	ehc_compilation_free(&c);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("dates");
	TCase *arithmetic = tcase_create("arithmetic"), *whole = tcase_create("plans");

	tcase_add_checked_fixture(arithmetic, set_up, tear_down);
	tcase_add_loop_test(arithmetic, limits_follow_their_formulas, 0, (int)EHC_COUNT(limits));
	tcase_add_loop_test(arithmetic, a_closure_covers_what_was_asked_around_it, 0, (int)EHC_COUNT(closures));
	tcase_add_loop_test(arithmetic, the_last_day_to_appeal, 0, (int)EHC_COUNT(appeals));
	tcase_add_test(arithmetic, bank_holidays_are_those_of_the_calendar);
	tcase_add_test(arithmetic, proclaimed_days_move_the_usual_ones);
	tcase_add_loop_test(arithmetic, a_transfer_is_known_by_its_words_or_the_age, 0, (int)EHC_COUNT(transfers));
	tcase_add_loop_test(arithmetic, a_year_group_follows_from_the_date_of_birth, 0, (int)EHC_COUNT(years));
	tcase_add_test(arithmetic, an_order_is_known_by_its_words);
	tcase_add_checked_fixture(whole, set_up, tear_down);
	tcase_add_loop_test(whole, plans_are_found_wanting_where_they_are, 0, (int)EHC_COUNT(plans));
	tcase_add_loop_test(whole, limits_that_have_passed_need_the_day, 0, (int)EHC_COUNT(overdue));
	tcase_add_test(whole, a_late_step_says_when_by_how_much_and_whose);
	tcase_add_test(whole, an_excuse_is_for_a_person_to_accept);
	suite_add_tcase(s, arithmetic);
	suite_add_tcase(s, whole);
	return run_suite(s);
}
