/*
 * test_values.c - what the fields of a plan are read as: dates, people, agreements, amounts, and the steps of a health care plan.
 */
#include "plan_help.h"
#include "suite.h"

/* ---- dates ---- */

/* A name of which the first two letters were not known would never be looked at. */
START_TEST(dates_begin_with_every_day_and_month)
{
	static const char *const dates[] = { "January 2027", "February 2027", "March 2027", "April 2027", "May 2027", "June 2027", "July 2027", "August 2027",
		"September 2027", "Sept 2027", "October 2027", "November 2027", "December 2027", "Monday 3 May 2027", "Tuesday 4 May 2027", "Wednesday 5 May 2027",
		"Thursday 6 May 2027", "Friday 7 May 2027", "Saturday 8 May 2027", "Sunday 9 May 2027", "10 May 2027" };

	for (size_t i = 0; i < EHC_COUNT(dates); i++) {
		struct ehc_date_found found;

		ck_assert_msg(ehc_date_find(ehc_arena_printf(arena, "by %s", dates[i]), 0, &found), "%s", dates[i]);
		ck_assert_msg(found.at == 3 && found.len == strlen(dates[i]), "%s", dates[i]);
	}
}
END_TEST

START_TEST(dates_in_their_forms)
{
	const struct ehc_plan *p = bind(PLAN "  dated: 14/05/2026\n"
	    "outcome E1: x\n  by: 2026-05-14\noutcome E2: x\n  by: July 2027\noutcome E3: x\n  by: Friday 14 May 2027, when she moves school.\n"
	    "outcome E4: x\n  by: by 14 May 2027\noutcome E5: x\n");

	assert_day(p->dated.day, 2026, 5, 14);
	ck_assert(p->dated.numeric);
	assert_day(item(p, "E1")->by.day, 2026, 5, 14);
	assert_day(item(p, "E2")->by.day, 2027, 7, 31);
	ck_assert(item(p, "E2")->by.month_only);
	assert_day(item(p, "E3")->by.day, 2027, 5, 14);
	assert_str(item(p, "E3")->by.words, "when she moves school");
	assert_day(item(p, "E4")->by.day, 2027, 5, 14);
	ck_assert_uint_eq(item(p, "E4")->by.words.len, 0);
	ck_assert_ptr_null(item(p, "E5")->by.node);
	ck_assert_uint_eq(p->faults.count, 0);
}
END_TEST

START_TEST(date_that_is_none_is_a_fault)
{
	const struct ehc_plan *p = bind(PLAN "  review due: within 12 months\noutcome E1: x\n  by: 30 February 2027\nadvice K1: x\n  received: 31/4/2026\n");

	ck_assert_int_eq(item(p, "E1")->by.day, EHC_NODATE);
	assert_fault(p, EHC_FAULT_DATE_UNREAL, "30 February 2027");
	assert_fault(p, EHC_FAULT_DATE_UNREAL, "31/4/2026");
	assert_fault(p, EHC_FAULT_DATE_WORDS, "within 12 months");
	assert_str(p->review_due.words, "within 12 months");
	ck_assert_uint_eq(p->faults.count, 3);
}
END_TEST

START_TEST(several_dates_each_with_its_place)
{
	const struct ehc_plan *h = bind(HEALTH "medicine R1: Salbutamol\n  expires: February 2027 (box), 30 November 2026 (bum bag, front); kit 3: 1/2/2028.\n");
	const struct ehc_plan *p = bind(PLAN "timeline:\n  school consulted: 3 May 2026 (Elm Grove), 4 May 2026 (Oak Lane)\n"
	    "  school closed: 22 July 2026 to 1 September 2026\n  draft sent: 1 June 2026\n  draft sent: 8 June 2026\n");
	const struct ehc_dates *d = &item(h, "R1")->expires;

	ck_assert_uint_eq(d->count, 3);
	assert_day(d->items[0].day, 2027, 2, 28);
	assert_str(d->items[0].words, "box");
	assert_str(d->items[1].words, "bum bag, front");
	assert_day(d->items[2].day, 2028, 2, 1);
	assert_str(d->items[2].words, "kit 3:");
	ck_assert_uint_eq(p->nevents, 5);
	assert_str(p->events[1].date.words, "Oak Lane");
	assert_day(p->events[2].date.until, 2026, 9, 1);
	assert_day(ehc_plan_event(p, EHC_L_DRAFT_SENT)->day, 2026, 6, 8);
	assert_day(ehc_plan_first_event(p, EHC_L_DRAFT_SENT)->day, 2026, 6, 1);
	ck_assert_ptr_null(ehc_plan_event(p, EHC_L_FINAL_ISSUED));
}
END_TEST

START_TEST(timeline_keeps_exceptions_together)
{
	const struct ehc_plan *p = bind(PLAN "timeline:\n  exception: school closed\n  exception for: advice\n  exception: away\n  exception evidence: letter\n"
	    "  review due: 1 May 2027\n");

	ck_assert_uint_eq(p->nexceptions, 2);
	assert_str(p->exceptions[0].applies_to.text.str, "advice");
	ck_assert_ptr_null(p->exceptions[0].evidence.node);
	assert_str(p->exceptions[1].evidence.text.str, "letter");
	assert_day(p->review_due.day, 2027, 5, 1);
}
END_TEST

/* ---- people ---- */

static const struct ehc_who *
who_of(const char *words)
{
	struct ehc_str text = ehc_arena_printf(arena, PLAN "provision F1: x\n  who: %s\n", words);

	return &item(bind(text.ptr), "F1")->who;
}

START_TEST(who_is_taken_apart)
{
	const struct ehc_who *w = who_of("Speech and language therapist, HCPC registered, Band 6.");

	assert_str(w->role, "Speech and language therapist");
	assert_str(w->qualification, "HCPC registered, Band 6");
	ck_assert_uint_eq(w->cover.len + w->training.len, 0);
	w = who_of("class teacher (QTS), or the named teaching assistant when the class teacher is absent.");
	assert_str(w->role, "class teacher");
	assert_str(w->qualification, "QTS");
	assert_str(w->cover, "the named teaching assistant when the class teacher is absent");
	w = who_of("teaching assistant trained in the programme by the therapist (half day, before 30 November 2026)");
	assert_str(w->role, "teaching assistant");
	assert_str(w->training, "trained in the programme by the therapist (half day, before 30 November 2026)");
	w = who_of("all lecturers, shown how by the teacher of the deaf");
	assert_str(w->role, "all lecturers");
	assert_str(w->training, "shown how by the teacher of the deaf");
	w = who_of("adults who teach Amira, briefed for 30 minutes by the SENCO");
	assert_str(w->training, "briefed for 30 minutes by the SENCO");
	w = who_of("trained adult");
	assert_str(w->role, "trained adult");
	w = who_of("Teacher (QTS, Level 7 or above)");
	assert_str(w->role, "Teacher");
	assert_str(w->qualification, "QTS, Level 7 or above");
	w = who_of("Assistant, Level 3 or equivalent");
	assert_str(w->qualification, "Level 3 or equivalent");
	ck_assert_uint_eq(w->cover.len, 0);
	ck_assert_uint_eq(who_of("")->role.len, 0);
}
END_TEST

START_TEST(definition_fills_who_qualification_and_weeks)
{
	const struct ehc_plan *p = bind(PLAN "provision F5: x\n  who: job coach or LSA\nprovision F1: x\n  who: an lsa\n  how much: 1 hour, once a week\nprovision F2: x\n  who: teacher\n"
	    "provision F3: The LSA sits with her.\nprovision F4: x\n  who: LSA, Level 4\n  how much: 1 hour, once a week, for 6 weeks\n"
	    "definition LSA: a learning support assistant of the college, with a Level 2 award, 36 weeks a year\n");

	assert_str(item(p, "F1")->who.role, "an lsa");
	assert_str(item(p, "F1")->who.qualification, "a Level 2 award, 36 weeks a year");
	ck_assert(item(p, "F1")->amount->year.missing & EHC_MISSING_WEEKS);
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F1")->whole->year.hours, ehc_ratio(36, 1)), 0);
	ck_assert(!item(p, "F1")->whole->year.assumed);
	ck_assert_ptr_null(item(p, "F2")->who.definition);
	ck_assert_ptr_null(item(p, "F5")->who.definition);
	assert_str(item(p, "F3")->who.definition->words, "LSA");
	assert_str(item(p, "F4")->who.qualification, "Level 4");
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F4")->whole->year.hours, ehc_ratio(6, 1)), 0);
}
END_TEST

START_TEST(agreement_has_its_states)
{
	const struct ehc_plan *p = bind(PLAN
	    "provision G1: x\n  agreed: NHS Example ICB, 5 June 2026\n"
	    "provision G2: x\n  agreed: asked 1 May 2026\n"
	    "provision G3: x\n  agreed: refused 12 May 2026 because the clinic is closed\n"
	    "provision G4: x\n  agreed: disputed since 1 May 2026, route joint commissioning panel\n"
	    "provision G5: x\n  agreed: NHS Example ICB, asked 1 May 2026; NHS Example ICB, 5 June 2026\n"
	    "provision G6: x\n  agreed: not yet asked\n"
	    "provision G7: x\n  agreed: yes\nprovision G8: x\n");

	ck_assert_int_eq(item(p, "G1")->agreed.state, EHC_AGREEMENT_AGREED);
	assert_str(item(p, "G1")->agreed.body, "NHS Example ICB");
	assert_day(item(p, "G1")->agreed.day, 2026, 6, 5);
	ck_assert_int_eq(item(p, "G2")->agreed.state, EHC_AGREEMENT_ASKED);
	assert_day(item(p, "G2")->agreed.day, 2026, 5, 1);
	ck_assert_int_eq(item(p, "G3")->agreed.state, EHC_AGREEMENT_REFUSED);
	assert_str(item(p, "G3")->agreed.because, "the clinic is closed");
	assert_day(item(p, "G3")->agreed.day, 2026, 5, 12);
	ck_assert_int_eq(item(p, "G4")->agreed.state, EHC_AGREEMENT_DISPUTED);
	assert_str(item(p, "G4")->agreed.route, "joint commissioning panel");
	assert_day(item(p, "G4")->agreed.day, 2026, 5, 1);
	ck_assert_uint_eq(item(p, "G5")->agreements.count, 2);
	ck_assert_int_eq(item(p, "G5")->agreements.items[0].state, EHC_AGREEMENT_ASKED);
	assert_str(item(p, "G5")->agreements.items[0].body, "NHS Example ICB");
	ck_assert_int_eq(item(p, "G5")->agreed.state, EHC_AGREEMENT_AGREED);
	ck_assert_int_eq(item(p, "G6")->agreed.state, EHC_AGREEMENT_NONE);
	ck_assert_int_eq(item(p, "G7")->agreed.state, EHC_AGREEMENT_AGREED);
	ck_assert_int_eq(item(p, "G7")->agreed.day, EHC_NODATE);
	ck_assert_int_eq(item(p, "G8")->agreed.state, EHC_AGREEMENT_NONE);
}
END_TEST

START_TEST(consents_are_split_with_their_dates)
{
	const struct ehc_plan *p = bind(HEALTH
	    "medicine R1: x\n  consent: parent, 2 September 2026; head teacher, 31 September 2026; the child\n"
	    "staff N1: Jo Example\n  competent: T1, Children's nurse, 4 September 2026; 5 September 2026; T1 and T2, signed by the nurse, 6 September 2026\n"
	    "task T1: Give it\n");
	const struct ehc_consents *c = &item(p, "R1")->consent;

	ck_assert_uint_eq(c->count, 3);
	assert_str(c->items[0].words, "parent");
	assert_day(c->items[0].day, 2026, 9, 2);
	ck_assert_int_eq(c->items[1].day, EHC_NODATE);
	assert_fault(p, EHC_FAULT_DATE_UNREAL, "31 September 2026");
	assert_str(c->items[2].words, "the child");
	c = &item(p, "N1")->competent;
	assert_str(c->items[0].task, "T1");
	assert_str(c->items[0].words, "Children's nurse");
	ck_assert_uint_eq(c->items[1].task.len, 0);
	assert_day(c->items[1].day, 2026, 9, 5);
	assert_str(c->items[2].task, "T1");
	assert_str(c->items[3].task, "T2");
	assert_str(c->items[3].words, "signed by the nurse");
	assert_day(c->items[3].day, 2026, 9, 6);
}
END_TEST

START_TEST(acceptance_has_rule_reason_role_and_day)
{
	const struct ehc_plan *p = bind(PLAN
	    "provision F1: x\n  accept: SPEC-004 because the parent asked for this wording; lead officer, 12 June 2026\n"
	    "  accept: QUANT-001\n  accept: LINK-004: it serves all; team manager\n");
	const struct ehc_item *it = item(p, "F1");

	ck_assert_uint_eq(it->naccepts, 3);
	assert_str(it->accepts[0].rule, "SPEC-004");
	assert_str(it->accepts[0].reason, "the parent asked for this wording");
	assert_str(it->accepts[0].role, "lead officer");
	assert_day(it->accepts[0].day, 2026, 6, 12);
	ck_assert_uint_eq(it->accepts[1].reason.len + it->accepts[1].role.len, 0);
	assert_str(it->accepts[2].reason, "it serves all");
	assert_str(it->accepts[2].role, "team manager");
	ck_assert_int_eq(it->accepts[2].day, EHC_NODATE);
}
END_TEST

/* ---- health care plans ---- */

START_TEST(steps_are_taken_apart)
{
	const struct ehc_plan *p = bind(HEALTH "emergency X1: Seizure\n"
	    "  step 1: now - nearest adult: note the time\n"
	    "  step 2: at 5 minutes - N1 or N2: give R1; a second adult calls 999\n"
	    "  step 3.1: Nearest adult: move the furniture away\n"
	    "  step 4: Call 999 also if: she is hurt\n"
	    "  step 5: if she is sick - roll her on her side\n"
	    "  step 6: Stay with her - she may be frightened\n");
	const struct ehc_step *s = item(p, "X1")->steps;

	ck_assert_uint_eq(item(p, "X1")->nsteps, 6);
	assert_str(s[0].when, "now");
	assert_str(s[0].who, "nearest adult");
	assert_str(s[0].act, "note the time");
	assert_str(s[1].number, "2");
	assert_str(s[1].when, "at 5 minutes");
	assert_str(s[1].who, "N1 or N2");
	assert_str(s[1].act, "give R1; a second adult calls 999");
	assert_str(s[2].number, "3.1");
	assert_str(s[2].who, "Nearest adult");
	ck_assert_uint_eq(s[3].who.len, 0);
	assert_str(s[3].act, "Call 999 also if: she is hurt");
	assert_str(s[4].when, "if she is sick");
	assert_str(s[4].act, "roll her on her side");
	ck_assert_uint_eq(s[5].when.len, 0);
}
END_TEST

START_TEST(steps_name_medicines_and_people)
{
	const struct ehc_plan *p = bind(HEALTH
	    "staff N1: Jo Example, teaching assistant\nmedicine R1: Buccal midazolam\nmedicine R2: Given at home at 7.00am. None at school.\n"
	    "emergency X1: Seizure\n  step 1: now - Jo Example: note the time\n  step 2: at 5 minutes - N1: give buccal midazolam\n  step 3: after R1: call 999\n"
	    "care S1: Jo  Example's friend sits with her.\n");

	assert_str(item(p, "N1")->name, "Jo Example");
	assert_str(item(p, "N1")->post, "teaching assistant");
	assert_str(item(p, "R1")->name, "Buccal midazolam");
	ck_assert_uint_eq(item(p, "R1")->ngiven_in, 2);
	assert_str(item(p, "R1")->given_in[0]->number, "2");
	ck_assert_ptr_eq(item(p, "R1")->given_in[1]->item, item(p, "X1"));
	ck_assert_uint_eq(item(p, "R2")->ngiven_in, 0);
	assert_tie(p, "X1", EHC_REL_NAMES, "N1", false);
	ck_assert_uint_eq(ehc_item_count_linked(item(p, "N1"), EHC_REL_NAMES), 2);
}
END_TEST

START_TEST(covers_counts_as_cover_wherever_the_person_is_named)
{
	const struct ehc_plan *p = bind(HEALTH
	    "staff N1: Miss Adu-Example, assistant\nstaff N2: Mrs Birch-Example\n  covers: When Miss Adu-Example is away Mrs Birch-Example does everything.\n"
	    "staff N3: Sam Example\n  covers: N1\n"
	    "task T1: Feed\n  delegated to: N1\n  cover: N2\ntask T2: Change\n  delegated to: N3\n"
	    "emergency X1: Tube out\n  step 1: now - Miss Adu-Example: cover the site\ncare S1: Miss Adu-Example helps her.\n");

	assert_tie(p, "N2", EHC_REL_COVERS, "N1", false);
	assert_tie(p, "T1", EHC_REL_COVER, "N2", false);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "T1"), EHC_REL_COVER), 2);
	assert_tie(p, "T1", EHC_REL_COVER, "N3", true);
	assert_tie(p, "X1", EHC_REL_COVER, "N2", true);
	assert_tie(p, "S1", EHC_REL_COVER, "N3", true);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "T2"), EHC_REL_COVER), 0);
}
END_TEST

START_TEST(staff_may_be_called_by_name_in_links)
{
	const struct ehc_plan *p = bind(HEALTH "staff N1: Jo Example, assistant\ntask T1: Feed\n  delegated to: Jo Example\n  cover: the office\n"
	    "staff N2: Sam Example\n  trained for: T1, lifting and handling\n");

	assert_tie(p, "T1", EHC_REL_DELEGATED_TO, "N1", false);
	assert_fault(p, EHC_FAULT_LINK_WORDS, "the office");
	ck_assert_uint_eq(count_faults(p, EHC_FAULT_LINK_WORDS), 1);
	ck_assert_uint_eq(ehc_item_count_links(item(p, "N2"), EHC_REL_TRAINED_FOR), 1);
}
END_TEST

START_TEST(linked_plan_is_a_reference_or_an_answer)
{
	const struct ehc_plan *p = bind("health care plan: A\n  EHC plan: ECC-2026-0417\n");
	const struct ehc_plan *q = bind("health care plan: A\n  EHCP: yes, Section G refers to this plan\n");
	const struct ehc_plan *r = bind("health care plan: A\n  EHC plan: No.\n");

	ck_assert_int_eq(p->has_linked_plan, 1);
	assert_str(p->linked_reference, "ECC-2026-0417");
	ck_assert_int_eq(q->has_linked_plan, 1);
	ck_assert_uint_eq(q->linked_reference.len, 0);
	ck_assert_int_eq(r->has_linked_plan, 0);
	ck_assert_int_eq(bind("health care plan: A\n")->has_linked_plan, -1);
}
END_TEST

/* ---- other values ---- */

START_TEST(status_in_any_case_with_or_without_plan)
{
	static const struct { const char *words; enum ehc_status status; } rows[] = {
		{ "draft", EHC_DRAFT }, { "FINAL PLAN", EHC_FINAL }, { "Amended Final EHC plan.", EHC_AMENDED_FINAL },
		{ "final (amended after annual review)", EHC_FINAL }, { "working", EHC_WORKING }, { "Proposed amendments", EHC_PROPOSED },
		{ "ceased", EHC_CEASED }, { "nearly done", EHC_STATUS_OTHER },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		struct ehc_str text = ehc_arena_printf(arena, PLAN "  status: %s\n", rows[i].words);
		const struct ehc_plan *p = bind(text.ptr);

		ck_assert_int_eq(p->status, rows[i].status);
		ck_assert_uint_eq(count_faults(p, EHC_FAULT_STATUS), rows[i].status == EHC_STATUS_OTHER);
	}
	ck_assert_uint_eq(bind(PLAN "  status: agreed\n")->faults.count, 1);
	ck_assert_uint_eq(bind(HEALTH "  status: agreed\n")->faults.count, 0);
}
END_TEST

START_TEST(year_groups_are_numbers)
{
	static const struct { const char *words; int year; } rows[] = {
		{ "Year 4", 4 }, { "4", 4 }, { "Reception", 0 }, { "Year 14", 14 }, { "Y7", 7 }, { "R", 0 }, { "Year 4 (Kestrels)", 4 },
		{ "Nursery", -1 }, { "15", -1 }, { "Year 16", 16 }, { "Y15", 15 }, { "Year 21", -1 }, { "2018", -1 }, { "Yellow", -1 },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		struct ehc_str text = ehc_arena_printf(arena, PLAN "child: Amira Example\n  year group: %s\n", rows[i].words);

		ck_assert_msg(bind(text.ptr)->child.year == rows[i].year, "%s", rows[i].words);
	}
	ck_assert_int_eq(bind(HEALTH "child: Amira Example\n  class: Year 3, Kestrels\n")->child.year, 3);
	ck_assert_int_eq(bind(HEALTH "child: Amira Example\n  class: 3 Kestrels\n")->child.year, -1);
}
END_TEST

START_TEST(closing_stop_is_no_part_of_a_value)
{
	const struct ehc_plan *p = bind(PLAN "  authority: Example County Council.\nchild: Amira Example.\n  NHS number: 999 000 0018\n");

	assert_str(p->authority.text.str, "Example County Council");
	assert_str(p->child.name.text.str, "Amira Example");
	assert_str(p->child.nhs_number.text.str, "999 000 0018");
	assert_str(ehc_source_slice(p->source, p->authority.text.span), "Example County Council");
}
END_TEST

START_TEST(yes_and_no_take_words)
{
	const struct ehc_plan *p = bind(PLAN "child: Amira Example\n  looked after: No\n"
	    "provision F1: x\n  optional: Yes, the family asked for it\nprovision F2: x\n  optional: perhaps\n"
	    "advice K1: x\n  attached: yes\nadvice K2: x\n  attached: no\nadvice K3: x\n  appended: appendix 3\nadvice K4: x\n");

	ck_assert_int_eq(ehc_value_yes(&p->child.looked_after), 0);
	ck_assert(item(p, "F1")->optional);
	ck_assert(!item(p, "F2")->optional);
	assert_fault(p, EHC_FAULT_YES_NO, "perhaps");
	ck_assert_uint_eq(p->faults.count, 1);
	ck_assert_int_eq(item(p, "K1")->attached, 1);
	ck_assert_int_eq(item(p, "K2")->attached, 0);
	ck_assert_int_eq(item(p, "K3")->attached, 1);
	ck_assert_int_eq(item(p, "K4")->attached, -1);
}
END_TEST

START_TEST(advice_that_did_not_come_is_missing)
{
	const struct ehc_plan *p = bind(PLAN
	    "advice K1: x\n  reply: \"not known to this service\"\nadvice K2: x\n  author: Not requested\nadvice K3: x\n  reply: no reply received\n"
	    "advice K4: x\n  author: S Example\nadvice K5: x\n");

	ck_assert(item(p, "K1")->missing && item(p, "K2")->missing && item(p, "K3")->missing);
	ck_assert(!item(p, "K4")->missing && !item(p, "K5")->missing);
}
END_TEST

START_TEST(placeholders_are_found)
{
	static const char *const with[] = { "[[child name]] reads", "{{ name }}", "\xC2\xABname_1\xC2\xBB", "at XXX School", "[INSERT NAME]",
		"[Insert outcome here]", "Click here to enter text.", "click or tap here to enter text" };
	static const char *const without[] = { "reads [sic]", "XX", "MAXXXIM", "{one}", "[1]", "clicks the mouse", "a [[ without end" };
	size_t len;

	for (size_t i = 0; i < EHC_COUNT(with); i++)
		ck_assert_msg(ehc_placeholder_find(ehc_str_of(with[i]), 0, &len) != SIZE_MAX, "%s", with[i]);
	for (size_t i = 0; i < EHC_COUNT(without); i++)
		ck_assert_msg(ehc_placeholder_find(ehc_str_of(without[i]), 0, &len) == SIZE_MAX, "%s", without[i]);
	ck_assert_uint_eq(ehc_placeholder_find(EHC_STR("a [[b]] c [[d]]"), 3, &len), 10);
	ck_assert_uint_eq(len, 5);
}
END_TEST

START_TEST(placeholder_in_a_field_marks_its_item)
{
	const struct ehc_plan *p = bind(PLAN "outcome E1: x\n  by: [[date]]\noutcome E2: x\n  for: [[need]]\noutcome E3: x\n");

	ck_assert(item(p, "E1")->has_placeholder);
	ck_assert(item(p, "E2")->has_placeholder);
	ck_assert(!item(p, "E3")->has_placeholder);
	ck_assert_uint_eq(p->faults.count + p->broken.count, 0);
}
END_TEST

START_TEST(template_has_no_faults_of_value)
{
	const struct ehc_plan *p = bind("template: national\nEHC plan: [[reference]]\n  status: draft or final\noutcome E1: x\n  by: date of the key stage\n  for: B1\nneed B1: x\n");

	ck_assert(p->is_template);
	assert_str(p->template_name, "national");
	ck_assert_uint_eq(p->faults.count, 0);
	assert_tie(p, "E1", EHC_REL_FOR, "B1", false);
}
END_TEST

START_TEST(amounts_use_the_calendar_of_their_section)
{
	const struct ehc_plan *p = bind(PLAN "provision F1: x\n  how much: 1 hour, once a week\nprovision G1: x\n  how much: 1 hour, once a week\n"
	    "provision F2: x\n  how much: 45 minutes, one-to-one\n  how often: once a week for 38 weeks\nprovision F3: x\n  how often: weekly\nprovision F4: x\n");

	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F1")->amount->year.hours, ehc_ratio(38, 1)), 0);
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "G1")->amount->year.hours, ehc_ratio(52, 1)), 0);
	ck_assert_int_eq(ehc_ratio_cmp(item(p, "F2")->amount->year.hours, ehc_ratio(57, 2)), 0);
	ck_assert(item(p, "F3")->amount->year.missing & EHC_MISSING_LENGTH);
	ck_assert_ptr_null(item(p, "F4")->amount);
}
END_TEST

static const struct ehc_item *
said(const char *words)
{
	struct ehc_str text = ehc_arena_printf(arena, PLAN "section F:\nprovision F1: %s\n", words);

	return item(bind(text.ptr), "F1");
}

static void
assert_hours(const struct ehc_amount *m, int64_t num, int64_t den)
{
	ck_assert_ptr_nonnull(m);
	ck_assert_msg(ehc_ratio_known(m->year.hours) && ehc_ratio_cmp(m->year.hours, ehc_ratio(num, den)) == 0, "%g hours a year",
	    ehc_ratio_double(m->year.hours));
}

START_TEST(amounts_are_read_out_of_sentences)
{
	const struct ehc_item *it = said("A therapist works with Amira alone, one-to-one, for 45 minutes\n    every week in term time.");

	ck_assert_ptr_null(it->amount);
	ck_assert_uint_eq(it->sentence->ndoses, 1);
	ck_assert_int_eq(it->sentence->doses[0].group, EHC_GROUP_ONE);
	assert_hours(it->whole, 57, 2);
	it = said("Reading is taught in a pair, with a scheme, 20 minutes, Monday, Wednesday and Friday. It is reviewed.");
	ck_assert_uint_eq(it->sentence->ndoses, 1);
	ck_assert_int_eq(it->sentence->doses[0].group, EHC_GROUP_PAIR);
	it = said("The therapist sees Amira for 30 minutes each week in term time. She meets the SENCO for 1 hour each term.");
	ck_assert_uint_eq(it->sentence->ndoses, 2);
	assert_hours(it->whole, 22, 1);
	ck_assert_ptr_null(said("Amira is understood by her class.")->whole);
}
END_TEST

START_TEST(sentence_fills_what_the_field_leaves_open)
{
	const struct ehc_item *it = said("Therapy of 45 minutes, one-to-one, in term time.\n  how often: twice a week");

	assert_hours(it->whole, 57, 1);
	ck_assert_int_eq(it->whole->doses[0].group, EHC_GROUP_ONE);
	ck_assert(it->amount->year.missing & EHC_MISSING_LENGTH);
	it = said("Therapy of 30 minutes a week.\n  how much: 45 minutes, once a week, 38 weeks a year");
	assert_hours(it->whole, 57, 2);
}
END_TEST

static Suite *
suite(void)
{
	const TTest *const tests[] = {
		dates_begin_with_every_day_and_month, dates_in_their_forms, date_that_is_none_is_a_fault,
		several_dates_each_with_its_place, timeline_keeps_exceptions_together, who_is_taken_apart,
		definition_fills_who_qualification_and_weeks, agreement_has_its_states, consents_are_split_with_their_dates,
		acceptance_has_rule_reason_role_and_day, steps_are_taken_apart, steps_name_medicines_and_people,
		covers_counts_as_cover_wherever_the_person_is_named, staff_may_be_called_by_name_in_links,
		linked_plan_is_a_reference_or_an_answer, status_in_any_case_with_or_without_plan, year_groups_are_numbers,
		closing_stop_is_no_part_of_a_value, yes_and_no_take_words, advice_that_did_not_come_is_missing, placeholders_are_found,
		placeholder_in_a_field_marks_its_item, template_has_no_faults_of_value, amounts_use_the_calendar_of_their_section,
		amounts_are_read_out_of_sentences, sentence_fills_what_the_field_leaves_open,
	};
	Suite *s = suite_create("values");
	TCase *tc = tcase_create("values");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_set_timeout(tc, 60);
	for (size_t i = 0; i < EHC_COUNT(tests); i++)
		tcase_add_test(tc, tests[i]);
	suite_add_tcase(s, tc);
	return s;
}

int
main(void)
{
	return run_suite(suite());
}
