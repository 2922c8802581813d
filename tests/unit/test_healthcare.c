/*
 * test_healthcare.c - the rules on health care plans where the examples in corpus/rules/ do not reach: words and amounts as
 * they stand in sentences, what must not be taken for a contradiction, who counts as cover, and that nothing is judged.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "compile_fixture.h"
#include "rules/healthcare_figures.h"
#include "suite.h"

#define HEAD "health care plan: T-1\n  status: agreed\n  school: Willow Example School\n  written: 2 February 2026\nchild: Beth Example\n  born: 3 April 2018\n"
#define NURSE "delegated by: Children's nurse, NMC registered"

static void
compile_care(const char *text)
{
	char plan[8192];

	ck_assert_int_lt(snprintf(plan, sizeof(plan), HEAD "%s", text), (int)sizeof(plan));
	compile(plan);
}

/* Findings of the rule on the item; "-" is none, "*" is any. */
static size_t
count(const char *rule, const char *item)
{
	size_t n = 0;

	for (size_t i = 0; i < c.findings.list.count; i++) {
		const struct ehc_finding *f = c.findings.list.items[i];
		const char *on = f->item == NULL ? "-" : f->item->id;

		n += strcmp(f->rule->id, rule) == 0 && (strcmp(item, "*") == 0 || strcmp(item, on) == 0);
	}
	return n;
}

static const struct ehc_finding *
first(const char *rule)
{
	for (size_t i = 0; i < c.findings.list.count; i++)
		if (strcmp(c.findings.list.items[i]->rule->id, rule) == 0)
			return c.findings.list.items[i];
	return NULL;
}

struct expected { const char *rule, *item; size_t n; const char *plan; };

static void
expect(const struct expected *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		compile_care(table[i].plan);
		ck_assert_msg(count(table[i].rule, table[i].item) == table[i].n, "case %zu: %s on %s: %zu, not %zu, in:\n%s", i, table[i].rule, table[i].item,
		    count(table[i].rule, table[i].item), table[i].n, table[i].plan);
	}
}

/* ---- words and amounts ---- */

START_TEST(test_words)
{
	static const struct { const char *text, *any; bool says; } table[] = {
		{ "Two seizures in a row", "seizure", true }, { "a second-device", "second device", true }, { "at 10.40am and", "am", true }, { "give 5mg", "mg", true },
		{ "N1 or N2", "N2", true }, { "N12", "N1", false }, { "unlocked", "locked", false }, { "call\n  an ambulance", "999|call an ambulance", true },
		{ "the bus\xE2\x80\x94with N1", "bus", true }, { "less", "les", false }, { "", "a", false },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		ck_assert_msg(ehc_says(NULL, ehc_str_of(table[i].text), table[i].any) == table[i].says, "\"%s\" in \"%s\"", table[i].any, table[i].text);
}
END_TEST

START_TEST(test_figures)
{
	static const struct { const char *text; enum ehc_dimension dimension; int64_t value; } table[] = {
		{ "midazolam 10 mg", EHC_MASS, 10000000 }, { "0.5mg", EHC_MASS, 500000 }, { "500 micrograms", EHC_MASS, 500000 }, { "500 mcg", EHC_MASS, 500000 },
		{ ".5 ml", EHC_VOLUME, 500 }, { "two puffs", EHC_PUFFS, 2000 }, { "half a tablet", EHC_PIECES, 500 }, { "below 4.0 mmol/L", EHC_GLUCOSE, 4000 },
		{ "10.40am", EHC_CLOCK, 640 }, { "12.15pm", EHC_CLOCK, 735 }, { "12.05am", EHC_CLOCK, 5 }, { "2 to 4 puffs", EHC_PUFFS, 2000 }, { "at five minutes", EHC_MINUTES, 5000 },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct ehc_figure f;
		size_t from = 0;

		ck_assert_msg(ehc_figure_next(ehc_str_of(table[i].text), &from, &f), "no figure in \"%s\"", table[i].text);
		ck_assert_msg(f.dimension == table[i].dimension && f.value == table[i].value, "\"%s\": %d, %ld", table[i].text, (int)f.dimension, (long)f.value);
	}
}
END_TEST

/* A row without its letters in the tables of beginnings would never be looked at. */
START_TEST(test_every_unit_and_number_is_read)
{
	static const struct { const char *text; int dimension; int64_t value; } table[] = {
#define UNIT(word, dimension, factor) { "5 " word, EHC_##dimension, 5000 * (int64_t)(factor) },
#define NUMBER(word, thousandths) { word " tablets", EHC_PIECES, thousandths },
#include "rules/healthcare_figures.def"
	};

	for (size_t i = 0; i < EHC_COUNT(table); i++) {
		struct ehc_figure f;
		size_t from = 0;

		ck_assert_msg(ehc_figure_next(ehc_str_of(table[i].text), &from, &f), "no figure in \"%s\"", table[i].text);
		ck_assert_int_eq((int)f.dimension, table[i].dimension);
		ck_assert_int_eq(f.value, table[i].value);
		ck_assert_uint_eq(f.at + f.len, strlen(table[i].text));
	}
}
END_TEST

START_TEST(test_no_figures)
{
	static const char *const texts[] = { "Year 3", "07700 900451", "12 January 2026", "R1", "12 Fr", "1.5 cm", "aged 10", "99999999999 mg" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct ehc_figure f;
		size_t from = 0;

		ck_assert_msg(!ehc_figure_next(ehc_str_of(texts[i]), &from, &f), "\"%s\" holds a figure", texts[i]);
	}
}
END_TEST

/* ---- IHP-007: what is given when needed ---- */

START_TEST(test_adrenaline_is_asked_for_the_allergy)
{
	static const struct expected table[] = {
		{ "IHP-007", "R1", 1, "medicine R1: Paracetamol\n  dose: 250 mg\n  when: a headache\nemergency X1: Pain\n  step 1: now - N1: give R1\n" },
		{ "IHP-007", "*", 0, "medicine R1: Adrenaline pen, EpiPen Junior\n  dose: 150 micrograms\n  when: any sign in X1\nemergency X1: Anaphylaxis\n  step 1: now - N1: give R1\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

/* ---- IHP-021: one act a step ---- */

START_TEST(test_nothing_by_mouth_is_no_medicine)
{
	static const struct expected table[] = {
		{ "IHP-021", "X1", 1, "emergency X1: Low\n  step 1: now - N1: call 999, lay her on her side, give R1 into the thigh\n" },
		{ "IHP-021", "*", 0, "emergency X1: Low\n  step 1: now - N1: call 999, lay her on her side, give nothing by mouth\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

/* ---- IHP-056: one thing said twice ---- */

#define MIDAZOLAM "medicine R1: Buccal midazolam\n  dose: 5 mg, one whole syringe\n  when: a seizure that has lasted 5 minutes\n  maximum: 1 dose in 24 hours\n"

START_TEST(test_doses_that_differ)
{
	static const struct expected table[] = {
		{ "IHP-056", "-", 1, MIDAZOLAM "summary card: At 5 minutes give midazolam 10 mg.\n" },
		{ "IHP-056", "-", 1, MIDAZOLAM "summary card: Midazolam 10 mg. At 5 minutes give midazolam 10 mg (10 mg).\n" },
		{ "IHP-056", "-", 2, MIDAZOLAM "summary card: Midazolam 10 mg. At 5 minutes give midazolam 20 mg.\n" },
		{ "IHP-056", "-", 1, MIDAZOLAM "summary card: Feed 150 ml at noon, 150 ml at two.\ncare S1: She drinks 80 ml of juice.\n" },
		{ "IHP-056", "X1", 1, MIDAZOLAM "emergency X1: Seizure\n  step 1: at 5 minutes - N1: give R1 7.5 mg\n" },
		{ "IHP-056", "S1", 1, MIDAZOLAM "care S1: Staff give midazolam 5000 micrograms, or 6 mg of midazolam when she is heavier.\n" },
		{ "IHP-056", "S1", 1, "feed R1: Example feed\n  volume: 200 ml\ncare S1: N1 gives the feed of 150 ml at noon.\n" },
		{ "IHP-056", "-", 1, "care S1: N1 gives 150 ml of Example feed at 10.40am.\nsummary card: Feed 150 ml at 11.40am.\n" },
		{ "IHP-056", "X1", 1, "medicine R1: Glucose tablets\n  dose: 4 tablets\n  when: glucose is below 4.0 mmol/L\nemergency X1: Low\n  sign: glucose is below 3.5 mmol/L\n  step 1: give R1\n" },
		{ "IHP-056", "X1", 1, MIDAZOLAM "emergency X1: Seizure\n  step 1: at 10 minutes - N1: give R1\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
	compile_care("  allergies: peanut\ncondition M1: Severe allergy to peanut and cow's milk\n");
	ck_assert_uint_eq(count("IHP-056", "M1"), 1);
}
END_TEST

START_TEST(test_doses_that_agree)
{
	static const struct expected table[] = {
		/* the same amount in another unit */
		{ "IHP-056", "*", 0, MIDAZOLAM "summary card: At 5 minutes give midazolam 5000 micrograms.\n" },
		/* different medicines, each with its own dose, in one sentence */
		{ "IHP-056", "*", 0, MIDAZOLAM "medicine R2: Paracetamol\n  dose: 250 mg\ncare S1: After midazolam 5 mg she may have paracetamol 250 mg.\n" },
		/* several doses that one entry lists */
		{ "IHP-056", "*", 0, "medicine R1: Salbutamol inhaler\n  dose: 2 puffs for a cough; 10 puffs for an attack\ncare S1: She uses 2 puffs of R1.\n"
		    "emergency X1: Attack\n  step 1: at 1 minute - N1: give 10 puffs of R1\n" },
		/* two medicines of one name */
		{ "IHP-056", "*", 0, "medicine R1: Insulin Example, rapid\n  dose: 4 units\nmedicine R2: Insulin Sample, long\n  dose: 12 units\ncare S1: At bedtime 12 units of insulin.\n" },
		/* water, the most of a day, carbohydrate */
		{ "IHP-056", "*", 0, "feed R1: Example feed\n  volume: 200 ml\ncare S1: If the feed will not go in, flush with 10 ml of warm water.\n" },
		{ "IHP-056", "*", 0, "medicine R1: Glucose gel Dextrose\n  dose: 10 g\ncare S1: After dextrose she eats 15 g of carbohydrate.\n" },
		/* a time before an event is no minute of a seizure */
		{ "IHP-056", "*", 0, "medicine R1: Salbutamol inhaler\n  dose: 2 puffs\n  when: an attack, or 10 minutes before running\nemergency X1: Attack\n  step 1: at 1 minute - N1: give R1\n" },
		/* a second, later step */
		{ "IHP-056", "*", 0, MIDAZOLAM "emergency X1: Seizure\n  step 1: at 5 minutes - N1: give R1\n  step 2: at 15 minutes - N1: tell the crew when R1 was given\n" },
		{ "IHP-056", "*", 0, "condition M1: Severe allergy to peanut, with asthma\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
	compile_care("  allergies: nuts and milk\ncondition M1: Severe allergy to peanut and cow's milk\n");
	ck_assert_uint_eq(count("IHP-056", "*"), 0);
}
END_TEST

START_TEST(test_points_at_one_and_relates_the_other)
{
	const struct ehc_finding *f;

	compile_care(MIDAZOLAM "summary card: At 5 minutes give midazolam 10 mg.\n");
	f = first("IHP-056");
	ck_assert_ptr_nonnull(f);
	ck_assert(f->has_text && f->severity == EHC_ERROR);
	ck_assert(ehc_str_is(ehc_source_slice(&c.source, f->span), "midazolam 10 mg"));
	ck_assert_uint_eq(f->related.count, 1);
	ck_assert(ehc_str_starts_nocase(ehc_source_slice(&c.source, f->related.items[0].span), "5 mg"));
}
END_TEST

/* ---- medicines ---- */

START_TEST(test_a_step_fills_a_medicine)
{
	static const struct expected table[] = {
		{ "IHP-005", "R1", 1, "medicine R1: Midazolam\n" },
		{ "IHP-005", "R1", 0, "medicine R1: Midazolam 5 mg syringe\nemergency X1: Seizure\n  step 1: at 5 minutes - N1: give R1 inside the cheek\n" },
		{ "IHP-009", "R1", 1, "medicine R1: Midazolam\n" },
		{ "IHP-009", "R1", 0, "medicine R1: Midazolam\nemergency X1: Seizure\n  step 1: at 5 minutes - N1: give R1\n" },
		{ "IHP-009", "R1", 1, "medicine R1: Midazolam\n  given by: trained staff\n" },
		{ "IHP-009", "R1", 0, "medicine R1: Salbutamol\n  given by: Beth, with an adult watching\n" },
		/* given at home: its name is enough, where a letter says the dose */
		{ "IHP-005", "R1", 0, "condition M1: Epilepsy\n  source: clinic letter, 2 January 2026, attached\nmedicine R1: Levetiracetam\n  for: M1\n  given at: home\nemergency X1: Seizure\n" },
		{ "IHP-005", "R1", 1, "condition M1: Epilepsy\nmedicine R1: Levetiracetam\n  for: M1\n  given at: home\nemergency X1: Seizure\n" },
		{ "IHP-012", "R1", 0, "medicine R1: Levetiracetam\n  given at: home\n" },
		/* a dose that is left to a dated letter is a dose; one that is left to the label is none */
		{ "IHP-005", "R1", 0, "medicine R1: Midazolam\n  form: syringe\n  strength: as printed\n  dose: as prescribed, letter of 21 January 2026\n  route: buccal\n  when: a seizure\n" },
		{ "IHP-005", "R1", 1, "medicine R1: Midazolam\n  form: syringe\n  strength: as printed\n  dose: as on the label\n  route: buccal\n  when: a seizure\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

START_TEST(test_where_a_medicine_is_kept)
{
	static const struct expected table[] = {
		{ "IHP-010", "R1", 1, "medicine R1: Adrenaline pen\n  kept: locked in the office\n" },
		{ "IHP-010", "R1", 0, "medicine R1: Adrenaline pen\n  kept: red box in the hall, not locked\n" },
		{ "IHP-010", "R1", 0, "medicine R1: Adrenaline pen\n  kept: red box in the hall, never locked away\n" },
		{ "IHP-010", "R1", 0, "staff N1: Jo Example\nmedicine R1: Midazolam\n  kept: locked box in the hall; N1 has the key\n" },
		{ "IHP-010", "R1", 1, "medicine R1: Midazolam\n  kept: locked box in the hall, the key is with staff\n" },
		{ "IHP-010", "R1", 0, "medicine R1: Paracetamol\n  kept: locked in the office cupboard\n" },
		{ "IHP-046", "R1", 1, "medicine R1: Salbutamol inhaler\n  kept: locked cupboard\n" },
		{ "IHP-046", "R1", 1, "medicine R1: Salbutamol inhaler\n  given by: Beth\n  kept: in the office\n" },
		{ "IHP-046", "R1", 0, "medicine R1: Salbutamol inhaler\n  given by: Beth\n  kept: in the office\n  second kit: in her bag\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
	compile_care("staff N1: Jo Example\nmedicine R1: Midazolam\n  kept: locked box, the key is with staff\n");
	ck_assert_int_eq(first("IHP-010")->severity, EHC_WARNING);
	compile_care("medicine R1: Adrenaline pen\n  kept: locked box\n");
	ck_assert_int_eq(first("IHP-010")->severity, EHC_ERROR);
}
END_TEST

START_TEST(test_how_a_dose_is_written)
{
	static const struct expected table[] = {
		{ "IHP-008", "R1", 1, "medicine R1: A\n  dose: 150 mcg\n" }, { "IHP-008", "R1", 1, "medicine R1: A\n  dose: .5 ml\n" },
		{ "IHP-008", "R1", 1, "medicine R1: A\n  dose: 5.0 mg\n" }, { "IHP-008", "R1", 0, "medicine R1: A\n  dose: 0.5 ml\n" },
		{ "IHP-008", "R1", 0, "medicine R1: A\n  dose: 10 mg or 20 mg, see section 1.0 of the letter\n" },
		{ "IHP-008", "S1", 0, "care S1: Below 4.0 mmol/L she eats.\n" },
		{ "IHP-032", "R1", 1, "medicine R1: A\n  when: as required\n" },
		{ "IHP-032", "X1", 1, "emergency X1: Sick\n  step 1: no better - N1: consider a second pen\n" },
		{ "IHP-029", "S1", 1, "care S1: For a headache she has an aspirin.\n" }, { "IHP-029", "*", 0, "care S1: Never give aspirin.\n" },
		{ "IHP-029", "*", 0, "medicine R1: Aspirin\n  source: prescription of Dr A Specimen, 2 January 2026\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
	compile_care("medicine R1: A\n  when: as required for a wheeze that she cannot clear\n");
	ck_assert_int_eq(first("IHP-032")->severity, EHC_NOTE);
}
END_TEST

START_TEST(test_consent_by_stage)
{
	char plan[256];
	static const struct { const char *status; enum ehc_severity severity; bool todo; } table[] = {
		{ "agreed", EHC_ERROR, false }, { "draft", EHC_WARNING, false }, { "working", EHC_NOTE, true },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		snprintf(plan, sizeof(plan), "health care plan: T-1\n  status: %s\nchild: Beth Example\nmedicine R1: A\n", table[i].status);
		tear_down();
		ehc_compile_text(&c, EHC_STR("plan.ehc"), ehc_str_of(plan), &options);
		ck_assert_uint_eq(count("IHP-012", "R1"), 1);
		ck_assert_int_eq(first("IHP-012")->severity, table[i].severity);
		ck_assert_int_eq(first("IHP-012")->todo, table[i].todo);
	}
}
END_TEST

/* ---- people ---- */

#define STAFF(n, rest) "staff N" n ": P" n " Example, teaching assistant\n" rest
#define READY "  competent: T1, children's nurse, 26 January 2026\n"

START_TEST(test_training_that_lapses)
{
	static const struct expected table[] = {
		{ "RESP-013", "N1", 1, STAFF("1", "  renew by: 1 February 2026\n") },
		{ "RESP-013", "N1", 0, STAFF("1", "  renew by: 1 December 2026\n") },
		{ "RESP-013", "N1", 1, STAFF("1", "  renew by: 10 February 2026\n") },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
	/* four days after the plan was written, and nobody else steps in */
	compile_care("task T1: Give R1\n  delegated to: N1\n  cover: N2\n" STAFF("1", "  renew by: 1 December 2026\n") STAFF("2", "  renew by: 6 February 2026\n"));
	ck_assert_int_eq(first("RESP-013")->severity, EHC_ERROR);
	compile_care("task T1: Give R1\n  delegated to: N1\n  cover: N2, N3\n" STAFF("1", "") STAFF("2", "  renew by: 6 February 2026\n") STAFF("3", ""));
	ck_assert_int_eq(first("RESP-013")->severity, EHC_WARNING);
	options.as_of = ehc_day_of(2027, 1, 1);
	compile_care(STAFF("1", "  renew by: 1 December 2026\n"));
	ck_assert_uint_eq(count("RESP-013", "N1"), 1);
}
END_TEST

START_TEST(test_nobody_alone)
{
	static const struct expected table[] = {
		{ "RESP-014", "T1", 1, "medicine R1: Adrenaline pen\ntask T1: Give R1\n  uses: R1\n  delegated to: N1\n" STAFF("1", "") },
		{ "RESP-014", "T1", 0, "medicine R1: Adrenaline pen\ntask T1: Give R1\n  uses: R1\n  delegated to: N1, N2\n  cover: N3\n" STAFF("1", "") STAFF("2", "") STAFF("3", "") },
		/* `covers:` on the member of staff is cover */
		{ "RESP-014", "T1", 0, "medicine R1: Adrenaline pen\ntask T1: Give R1\n  uses: R1\n  delegated to: N1\n" STAFF("1", "") STAFF("2", "  covers: N1\n") },
		{ "IHP-022", "S1", 1, "care S1: P1 Example gives the feed at noon.\n" STAFF("1", "") },
		{ "IHP-022", "S1", 0, "care S1: P1 Example or the nurse gives the feed at noon.\n" STAFF("1", "") },
		{ "IHP-022", "S1", 0, "care S1: P1 Example gives the feed at noon.\n" STAFF("1", "") STAFF("2", "  covers: N1\n") },
		{ "IHP-022", "S1", 1, "care S1: P1 Example gives the feed at noon.\n" STAFF("1", "") STAFF("2", "  covers: N1\n  renew by: 5 February 2026\n") },
		{ "IHP-022", "*", 0, "care S1: P1 Example is told on the same day.\n" STAFF("1", "") },
		/* a line that nobody indented ends the emergency: what stands below it is no step of an item, which others follow */
		{ "IHP-022", "*", 0, "emergency X1: Asthma attack\n1 minute later: wait\n  step 2: now - N1: give 10 puffs\n" STAFF("1", "") },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

START_TEST(test_delegation)
{
	static const struct expected table[] = {
		{ "RESP-011", "T1", 1, "task T1: Give insulin\n  delegated to: N1\n" STAFF("1", "") },
		{ "RESP-011", "T1", 0, "task T1: Give insulin\n  " NURSE "\n  delegated to: N1\n" STAFF("1", READY "  renew by: 1 December 2026\n") },
		/* a professional who signs somebody off has handed the task over; a name is known by what the plan says of it */
		{ "RESP-011", "T1", 0, "contact P1: A Odell, community children's nurse\ntask T1: Give insulin\n  delegated to: N1\n"
		    STAFF("1", "  competent: T1, A Odell, 26 January 2026\n  renew by: 1 December 2026\n") },
		{ "IHP-018", "N1", 1, "task T1: Give insulin\n  " NURSE "\n  delegated to: N1\n" STAFF("1", "  competent: T1, her mother, 26 January 2026\n") },
		{ "IHP-018", "N1", 1, "task T1: Give insulin\n  " NURSE "\n  delegated to: N1\n" STAFF("1", "") },
		{ "RESP-011", "*", 0, "task T1: Help her wash\n  class of task: personal care\n  delegated to: N1\n" STAFF("1", "") },
		{ "RESP-016", "T1", 1, "task T1: Give insulin\n  delegated by: N2\n  delegated to: N1\n" STAFF("1", "") STAFF("2", "") },
		{ "RESP-016", "*", 0, "task T1: Give insulin\n  delegated by: N2\n  delegated to: N1\n" STAFF("1", "") "staff N2: Q Example, community nurse\n" },
		{ "RESP-012", "T1", 1, "task T1: Put the button back in\n  delegated to: N1\n" STAFF("1", "") },
		{ "RESP-012", "*", 0, "task T1: Put the button back in\n  delegated to: N1\nstaff N1: Q Example, community nurse\n" },
		{ "IHP-019", "N1", 1, STAFF("1", "  trained by: first aid at work certificate\n") },
		{ "IHP-019", "*", 0, STAFF("1", "  trained by: children's nurse, first aid and her own plan, 2 January 2026\n") },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

/* ---- what no plan should ask ---- */

START_TEST(test_unacceptable_practice)
{
	static const struct expected table[] = {
		{ "IHP-031", "-", 1, "trips: Beth can come if mum comes too.\n" }, { "IHP-031", "X1", 1, "emergency X1: Sick\n  then: send her home\n" },
		{ "IHP-031", "*", 0, "emergency X1: Sick\n  do not: send her home\n" }, { "IHP-031", "*", 0, "learning: The teacher sends work home.\n" },
		{ "IHP-031", "*", 0, "emergency X1: High glucose\n  source: clinic letter, 25 August 2026, attached\n  step 1: ketones above the letter's figure - N1: ring P1 to collect her\n" },
		{ "IHP-031", "X1", 1, "emergency X1: High glucose\n  source: clinic letter, 25 August 2026, attached\n  step 1: now - N1: ring P1; mum will come in\n" },
		{ "IHP-031", "-", 1, "learning: She did not get her attendance certificate.\n" }, { "IHP-031", "*", 0, "learning: Absence costs no attendance award.\n" },
		{ "IHP-031", "*", 0, "care S1: She is not sent home for a cough.\n" }, { "IHP-031", "S1", 1, "care S1: If N1 is away mum will come in and do it.\n" },
		{ "IHP-031", "*", 0, "care S1: N2 collects her tray.\n" },
		{ "IHP-031", "X1", 1, "emergency X1: Tube out\n  step 1: now - N1: ring his mother, who must come to school to put it back\n" },
		{ "IHP-031", "*", 0, "emergency X1: Tube out\n  step 1: now - N1: ring the children's nurse, who must come to school to put it back\n" },
		{ "IHP-031", "S1", 1, "care S1: Beth may only go on trips if her mother comes.\n" }, { "IHP-031", "*", 0, "care S1: Beth can only go if N1 has the bag.\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

/* ---- conditions ---- */

START_TEST(test_conditions_are_known_by_their_words)
{
	static const struct expected table[] = {
		{ "IHP-040", "M1", 1, "condition M1: Epilepsy\n" }, { "IHP-047", "M1", 1, "condition M1: Type 1 diabetes\n" }, { "IHP-044", "M1", 1, "condition M1: Asthma\n" },
		{ "IHP-049", "M1", 1, "condition M1: Gastrostomy\n" }, { "IHP-051", "M1", 1, "condition M1: Stoma\n" }, { "IHP-052", "M1", 1, "condition M1: Tracheostomy\n" },
		{ "IHP-035", "M1", 1, "condition M1: Anaphylaxis to nuts\n" }, { "IHP-050", "S1", 1, "care S1: Changing. N1 helps her.\n" },
		/* hay fever is no anaphylaxis, a word in passing no condition */
		{ "IHP-033", "*", 0, "condition M1: Allergy to pollen\n" }, { "IHP-040", "*", 0, "condition M1: Asthma\ncare S1: Her brother has epilepsy.\n" },
		{ "IHP-050", "*", 0, "care S1: Toilet. She uses the end cubicle.\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

/* What is said of one emergency, or of the second dose, does not stand for another. */
START_TEST(test_each_emergency_answers_for_itself)
{
	static const char pen[] = "medicine R1: Adrenaline pen\nemergency X1: Reaction\n  step 1: now - N1: give R1%s\nemergency X2: Asthma attack\n  step 1: now - N1: call 999\n";
	static const char liquid[] = "condition M1: Epilepsy\nmedicine R1: Buccal midazolam\n  when: %s\nemergency X1: Seizure\n  for: M1\n  step 1: long - N1: give R1\n  step 2: 10 minutes after R1 - N1: give R1 again; call 999\n";
	char text[1024];

	snprintf(text, sizeof(text), pen, "");
	compile_care("condition M1: Allergy\n");
	compile_care(text);
	ck_assert(ehc_str_find_nocase(first("IHP-035")->message, "999") != SIZE_MAX);
	snprintf(text, sizeof(text), pen, ", and call 999");
	compile_care(text);
	ck_assert(ehc_str_find_nocase(first("IHP-035")->message, "999") == SIZE_MAX);
	snprintf(text, sizeof(text), liquid, "a prolonged seizure");
	compile_care(text);
	ck_assert(ehc_str_find_nocase(first("IHP-041")->message, "how many minutes") != SIZE_MAX);
	snprintf(text, sizeof(text), liquid, "a seizure of 5 minutes");
	compile_care(text);
	ck_assert(ehc_str_find_nocase(first("IHP-041")->message, "how many minutes") == SIZE_MAX);
}
END_TEST

/* As a nurse writes them on a form: "Yr 3" is no Reception, a month is no last day of it, and HT is the head teacher. */
START_TEST(test_short_forms_of_forms)
{
	static const struct expected table[] = {
		{ "DATE-042", "*", 0, "  class: Yr 3, Larch\n" }, { "DATE-042", "*", 0, "  class: yr3\n" }, { "DATE-042", "*", 1, "  class: Yr 5\n" }, { "DATE-042", "*", 1, "  class: YR\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
	compile_care("medicine R1: A\n  consent: Mum 12/1/26; Mrs Demo (HT) 12/1/26\n");
	ck_assert_uint_eq(count("IHP-012", "R1"), 0);
	tear_down();
	ehc_compile_text(&c, EHC_STR("plan.ehc"), EHC_STR("health care plan: T-2\n  written: 12 January 2026\n  review due: January 2027\n"), &options);
	ck_assert_uint_eq(count("DATE-033", "*"), 0);
	tear_down();
	ehc_compile_text(&c, EHC_STR("plan.ehc"), EHC_STR("health care plan: T-2\n  written: 12 January 2026\n  review due: February 2027\n"), &options);
	ck_assert_uint_eq(count("DATE-033", "*"), 1);
}
END_TEST

/* A sign that only names the emergency is asked about, even where the condition has signs of its own. */
START_TEST(test_signs_that_cannot_be_seen)
{
	compile_care("condition M1: Asthma\n  signs: she coughs\nemergency X1: Attack\n  for: M1\n  sign: she gets worse\n  step 1: now - N1: call 999\n");
	ck_assert_uint_eq(count("IHP-020", "X1"), 1);
	ck_assert_int_eq(first("IHP-020")->severity, EHC_WARNING);
	compile_care("condition M1: Asthma\n  signs: she coughs\nemergency X1: Attack\n  for: M1\n  sign: she gets worse\n  sign: blue lips\n  step 1: now - N1: call 999\n");
	ck_assert_uint_eq(count("IHP-020", "X1"), 0);
}
END_TEST

/* Leave that the child has is whole, and so is what a field says who does and how often. */
START_TEST(test_daily_care_that_is_whole)
{
	static const struct expected table[] = {
		{ "SPEC-006", "*", 0, "care S1: He may go to the toilet without asking.\n" }, { "SPEC-006", "*", 0, "care S1: Water\n  who: his teacher\n  how often: each lesson\n" },
		{ "SPEC-006", "S1", 1, "care S1: Water\n" }, { "SPEC-006", "*", 0, "care S1: Drinks, toilet, lunch and rest. No needs.\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

START_TEST(test_the_order_of_inhaler_and_adrenaline)
{
	compile_care("medicine R1: Adrenaline pen\nemergency X1: Reaction\n  step 1: give her inhaler\n  step 2: give R1\n");
	ck_assert_uint_eq(count("IHP-037", "X1"), 1);
	ck_assert(ehc_str_find_nocase(first("IHP-037")->suggestion, "ask the clinician") != SIZE_MAX);
	compile_care("medicine R1: Adrenaline pen\nemergency X1: Reaction\n  step 1: give R1\n  step 2: give her inhaler\n");
	ck_assert_uint_eq(count("IHP-037", "*"), 0);
}
END_TEST

/* A dose beside a weight, an age or another child's dose is never remarked on: only a prescriber can judge it. */
START_TEST(test_no_dose_is_judged)
{
	size_t small;

	compile_care("  weight: 12 kg, 2 January 2026\nmedicine R1: Adrenaline pen\n  dose: 150 micrograms\n");
	small = c.findings.list.count;
	compile_care("  weight: 12 kg, 2 January 2026\nmedicine R1: Adrenaline pen\n  dose: 900 micrograms\n");
	ck_assert_uint_eq(c.findings.list.count, small);
}
END_TEST

#define ASTHMA "condition M1: Asthma\n  signs: wheeze and cough\n  triggers: cold air\ncondition M2: Nut allergy\n  signs: hives\n  triggers: nuts\n"

/* What another emergency says is not read in an attack, and what a card says of the second dose is held to the steps. */
START_TEST(test_each_emergency_speaks_for_itself)
{
	static const struct expected table[] = {
		{ "IHP-044", "M1", 1, ASTHMA "medicine R1: Salbutamol inhaler, reliever\n  for: M1\n  dose: 2 puffs through the spacer\n"
		    "emergency X1: Asthma attack\n  for: M1\n  sign: blue lips\n  step 1: now - nearest adult: give R1 and ring the mother\n"
		    "emergency X2: Reaction\n  for: M2\n  sign: swollen tongue\n  step 1: now - nearest adult: call 999\n" },
		{ "IHP-044", "M1", 0, ASTHMA "medicine R1: Salbutamol inhaler, reliever\n  for: M1\n  dose: 2 puffs through the spacer\n"
		    "emergency X1: Asthma attack\n  for: M1\n  sign: blue lips\n  step 1: now - nearest adult: give R1 and call 999\n" },
		{ "IHP-056", "-", 1, ASTHMA "emergency X2: Reaction\n  for: M2\n  sign: swollen tongue\n  step 1: now - N1: give the pen\n"
		    "  step 2: after 5 minutes - N1: give the second pen\ncare S1: N1 rings home within 10 minutes.\n"
		    "summary card: Pen. Second pen after 10 minutes. 999.\n" },
		{ "IHP-056", "-", 0, ASTHMA "emergency X2: Reaction\n  for: M2\n  sign: swollen tongue\n  step 1: now - N1: give the pen\n"
		    "  step 2: after 5 minutes - N1: give the second pen\ncare S1: N1 rings home within 10 minutes.\n"
		    "summary card: Pen. Second pen after 5 minutes. Ring home within 10 minutes.\n" },
		{ "PRIV-002", "S1", 0, "care S1: Mr Example reads each label; if unsure he rings home.\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

#define SUGAR "condition M1: Type 1 diabetes\ncondition M2: Asthma\ncare S1: N1 tests Beth's blood sugar at 10.15 and 12.00.\n  for: M1\n"

/* A low, a high and another illness each have their own ambulance; a letter calls none. */
START_TEST(test_help_is_called)
{
	static const struct { const char *rest; const char *missing; bool is; } lows[] = {
		{ "emergency X1: Low\n  for: M1\n  step 1: now - N1: give juice and ring mum\n", "999 is called in a low", true },
		{ "emergency X1: Low\n  for: M1\n  step 1: now - N1: give juice\n  step 2: if she cannot swallow - N1: call 999\n", "999 is called in a low", false },
		{ "emergency X1: Low\n  for: M1\n  step 1: now - N1: give juice\nemergency X2: High\n  for: M1\n  step 1: if ketones are over 3.0 - N1: call 999\n", "999 is called in a low", true },
		{ "emergency X1: Low\n  for: M1\n  step 1: now - N1: give juice\nemergency X2: Attack\n  for: M2\n  step 1: if drowsy - N1: call 999\n", "999 is called in a low", true },
		{ "care S2: Ketones are checked when she is sick.\n  for: M1\n", "ketones", true },
		{ "emergency X1: High\n  for: M1\n  step 1: now - N1: test ketones\n  step 2: over 1.5 - N1: ring P1\n", "ketones", false },
		{ "", "glucose is tested", false },
	};
	static const struct expected table[] = {
		{ "IHP-020", "X1", 1, "emergency X1: Catheter blocked\n  sign: no urine\n  source: letter of the hospital\n  step 1: now - N1: ring her mother\n" },
		{ "IHP-020", "X1", 0, "emergency X1: Catheter blocked\n  sign: no urine\n  step 1: now - N1: ring the children's ward\n" },
		{ "IHP-020", "X1", 0, "contact P1: Continence nurse, 01632 960001\nemergency X1: Catheter blocked\n  sign: no urine\n  step 1: now - N1: ring P1\n" },
		{ "IHP-020", "X1", 1, "condition M1: Asthma\ncondition M2: Epilepsy\nemergency X1: Attack\n  for: M1\n  sign: wheeze\n  step 1: if she jerks - N1: see X2\n"
		    "emergency X2: Seizure\n  for: M2\n  sign: jerks\n  step 1: now - N1: call 999\n" },
		{ "IHP-020", "X1", 0, "emergency X1: Mild reaction\n  sign: hives\n  step 1: if she wheezes - N1: start X2\n  step 2: now - N1: ring her mother\n"
		    "emergency X2: Reaction\n  sign: wheeze\n  step 1: now - N1: call 999\n" },
	};

	for (size_t i = 0; i < sizeof(lows) / sizeof(lows[0]); i++) {
		char text[1024];

		snprintf(text, sizeof(text), SUGAR "%s", lows[i].rest);
		compile_care(text);
		ck_assert_msg((ehc_str_find_nocase(first("IHP-047")->message, lows[i].missing) != SIZE_MAX) == lows[i].is, "%s: %.*s", lows[i].rest, EHC_ARG(first("IHP-047")->message));
	}
	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

START_TEST(test_levels_and_devices_on_the_card)
{
	static const struct expected table[] = {
		{ "IHP-056", "-", 1, "care S1: Below 4.0 she has juice.\nsummary card: Below 3.5: juice.\n" }, { "IHP-056", "-", 0, "care S1: Below 4.0 she has juice.\nsummary card: Below 4: juice.\n" },
		{ "IHP-056", "-", 1, "care S1: Saturations below 92% - N1 rings P1.\nsummary card: Under 90%: 999.\n" },
		{ "IHP-056", "-", 0, "care S1: Below 4.0 she has juice. Her glucose is kept from 5.0 to 9.0.\nsummary card: Juice until over 5.0. Under 3 minutes: wait.\n" },
		{ "IHP-056", "-", 1, "medicine R1: EpiPen\n  dose: 300 micrograms\nsummary card: Wheeze: EpiPen 150.\n" },
		{ "IHP-056", "-", 0, "medicine R1: EpiPen\n  dose: 0.3 mg\nsummary card: Wheeze: EpiPen 300.\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

#define HANDED "task T1: Give midazolam\n  class of task: trained for this child\n  delegated to: N1\n  " NURSE "\n"

START_TEST(test_what_parents_write)
{
	static const struct expected table[] = {
		{ "IHP-005", "R1", 1, "medicine R1: Insulin pen, U100\n  dose: Mum will text the dose each morning\n  route: injection\n  when: 12.30pm\n" },
		{ "IHP-005", "R1", 0, "medicine R1: Insulin pen, U100\n  dose: as set in the pump\n  route: injection\n  when: 12.30pm\n" },
		{ "IHP-005", "R1", 0, "medicine R1: Oxygen, cylinder\n  dose: 1 litre a minute\n  route: mask\n  when: all day\n" },
		{ "IHP-031", "-", 1, "trips: If N1 is ill Beth cannot come to school.\n" }, { "IHP-031", "*", 0, "care S1: With a temperature of 38 she stays at home.\n" },
		{ "IHP-031", "*", 0, "care S1: Spare medicine is kept at home and at school.\n" }, { "IHP-031", "*", 0, "care S1: When Beth is in hospital and cannot attend, her teacher sends work.\n" },
		{ "IHP-031", "*", 0, "care S1: Her father cannot attend the review in June.\n" }, { "IHP-031", "S1", 1, "care S1: Beth stays at home when the nurse is\n    away.\n" },
		{ "IHP-031", "-", 1, "trips: Mum must come on trips with her.\n" }, { "IHP-053", "-", 1, "  weight: 52 kg\nmedicine R1: Buccal midazolam\n" },
		{ "IHP-053", "-", 0, "  weight: 52 kg, 2 March 2026\nmedicine R1: Buccal midazolam\n" }, { "IHP-004", "M1", 0, "condition M1: Spina bifida\n  signs: she cannot feel her feet\n" },
		{ "IHP-005", "R1", 1, "medicine R1: Creon, 10000 capsules\n  dose: 4 to 6 capsules depending on the fat\n  route: by mouth\n  when: with meals\n" },
		{ "IHP-005", "R1", 0, "medicine R1: Creon, 10000 capsules\n  dose: 4 to 6 capsules depending on the fat, as in the dietitian's chart\n  route: by mouth\n  when: with meals\n" },
		{ "IHP-009", "R1", 1, "medicine R1: Creon\n  given by: whoever is on lunch duty\n" }, { "IHP-032", "R1", 1, "feed R1: Formula\n  times: after lunch, if he has not eaten well\n" },
		{ "IHP-032", "R1", 0, "feed R1: Formula\n  times: after lunch, if he has eaten less than 5 spoonfuls\n" }, { "IHP-031", "-", 1, "trips: Dad usually comes on trips.\n" },
		{ "IHP-031", "-", 0, "trips: Beth comes on all trips with N1. Her friend usually comes along.\n" },
		{ "IHP-056", "R1", 1, "medicine R1: Jext\n  strength: 300 micrograms\n  dose: 150 micrograms\n" }, { "IHP-056", "R1", 0, "medicine R1: Jext\n  strength: 150 micrograms\n  dose: 0.15 mg\n" },
		{ "IHP-037", "X1", 1, "medicine R1: Jext\nmedicine R2: Salbutamol inhaler\nemergency X1: Anaphylaxis\n  step 1: now - N1: give R2\n  step 2: at 5 minutes - N1: give R1\n" },
		{ "IHP-024", "-", 0, "staff to know: the teacher and the dinner ladies\n" },
		{ "RESP-023", "R2", 1, "medicine R1: Factor VIII\nmedicine R2: Buccal midazolam\ntrips: N1 takes R1 in a cool bag.\n" },
		{ "IHP-032", "R1", 1, "medicine R1: Hydrocortisone\n  dose: 5 mg at lunch; double it if he is poorly\n" },
		{ "IHP-007", "R1", 0, "medicine R1: Oxygen\n  when: all the time\nemergency X1: Blue lips\n  step 1: now - N1: turn R1 up\n" },
		{ "IHP-056", "X1", 1, "medicine R1: Oxygen\n  dose: 0.5 litres a minute\nemergency X1: Blue lips\n  step 1: now - N1: turn the oxygen up to 2 litres\n" },
		{ "IHP-056", "X1", 0, "medicine R1: Oxygen\n  dose: 0.5 litres a minute, 2 litres in X1\nemergency X1: Blue lips\n  step 1: now - N1: turn the oxygen up to 2 litres\n" },
		{ "IHP-020", "X1", 1, "emergency X1: Knock\n  sign: a bad injury\n  step 1: now - N1: call 999\n" }, { "IHP-020", "X1", 0, "emergency X1: Knock\n  sign: a broken bone\n  step 1: now - N1: call 999\n" },
		{ "IHP-025", "-", 1, "  review due: 1 February 2027\n  review when: if anything changes\n" }, { "IHP-031", "-", 1, "trips: We will do our best to include Beth.\n" },
		{ "RESP-015", "N1", 0, HANDED "  supervised by: Nurse, each term\nstaff N1: Val Example\n  trained by: nurse, by video, 2 January 2026\n  competent: T1, nurse, 5 January 2026\n  renew by: 4 January 2027\n" },
		{ "RESP-015", "N1", 1, HANDED "  supervised by: Nurse, each term\nstaff N1: Val Example\n  trained by: nurse's film, 2 January 2026\n  competent: T1, nurse, 5 January 2026\n  renew by: 4 January 2027\n" },
		{ "RESP-018", "T1", 1, "task T1: Give midazolam\n  class of task: trained for this child\n  delegated to: N1\n  " NURSE "\n  supervised by: Nurse, from time to time\nstaff N1: Val Example\n  competent: T1, nurse, 5 January 2026\n  renew by: 4 January 2027\n" },
		{ "RESP-018", "T1", 0, "task T1: Give midazolam\n  class of task: trained for this child\n  delegated to: N1\n  " NURSE "\n  supervised by: Nurse, 20 minutes each term\nstaff N1: Val Example\n  competent: T1, nurse, 5 January 2026\n  renew by: 4 January 2027\n" },
		{ "SPEC-010", "X1", 0, "emergency X1: Attack\n  sign: wheeze\n  step 1: N1: call 999 if 10 puffs have not helped, or at any time if worried\n" },
		{ "SPEC-006", "S1", 0, "care S1: Washout is done at home.\n" }, { "SPEC-011", "S1", 0, "care S1: Magnet. Any adult may swipe it.\n" },
		{ "IHP-015", "-", 0, "  class: Reception, Acorns\nlearning: N1 goes over what she missed for 15 minutes on the next day.\n" },
		{ "RESP-023", "R1", 1, "medicine R1: Buccal midazolam\ntrips: N1 has it. To school she rides in the taxi with the driver.\n" },
		{ "RESP-023", "R1", 0, "medicine R1: Buccal midazolam\ntrips: N1 goes with R1.\n" },
		{ "RESP-014", "T1", 1, "staff N1: Val Example\nstaff N2: Sam Example\ntask T1: Give insulin\n  delegated to: N1, N2\n  cover: N2\n" },
		{ "RESP-014", "T1", 0, "staff N1: Val Example\nstaff N2: Sam Example\nstaff N3: Jo Example\ntask T1: Give insulin\n  delegated to: N1, N2\n  cover: N3\n" },
	};

	expect(table, sizeof(table) / sizeof(table[0]));
}
END_TEST

/* Of two devices in one place, and of the minutes until the second one: not of another medicine, and not on the card alone. */
START_TEST(test_the_second_device)
{
	static const char plan[] = "condition M1: Severe allergy to nuts\nmedicine R1: Jext\n  kept: %s\nmedicine R2: Cetirizine\n  dose: 5 ml, again if sick within 15 minutes\n"
	    "emergency X1: Anaphylaxis\n  for: M1\n  step 1: now - N1: give R1 and call 999\n%s";
	static const struct { const char *kept, *rest, *missing; bool is; } table[] = {
		{ "one in the classroom", "", "where the second device is", true }, { "one in her bag, one in the office", "", "where the second device is", false },
		{ "both devices in the orange bag", "", "second dose", true }, { "both devices in the orange bag", "summary card: second Jext after 5 minutes\n", "second dose", true },
		{ "both devices in the orange bag", "  step 2: at 5 minutes, if no better - N1: give the second one\n", "second dose", false },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		char text[1024];

		snprintf(text, sizeof(text), plan, table[i].kept, table[i].rest);
		compile_care(text);
		ck_assert_msg((ehc_str_find_nocase(first("IHP-035")->message, table[i].missing) != SIZE_MAX) == table[i].is, "case %zu: %.*s", i, EHC_ARG(first("IHP-035")->message));
	}
}
END_TEST

/* Guidance on EHC plans is not cited for a health care plan, and its patterns of provision are not offered. */
START_TEST(test_daily_care_has_words_of_its_own)
{
	const struct ehc_finding *f;

	compile_care("care S1: Reasonable steps are taken to keep her away from cats.\n");
	ck_assert_ptr_nonnull(f = first("SPEC-001"));
	ck_assert_ptr_null(strstr(ehc_finding_source(f), "SEND Code"));
	ck_assert_msg(ehc_str_find_nocase(f->suggestion, "weeks") == SIZE_MAX, "%.*s", EHC_ARG(f->suggestion));
}
END_TEST

/* What is there already is not asked for again. */
START_TEST(test_only_what_is_missing_is_offered)
{
	compile_care("medicine R1: Creon capsules\n  dose: 4 capsules\n  route: by mouth\n  when: 12.15pm\n");
	ck_assert(ehc_str_is(first("IHP-005")->suggestion, "strength: <as on the box>"));
	compile_care("emergency X1: Blocked\n  sign: no urine\n  step 1: now - N1: ring her mother\n");
	ck_assert(ehc_str_find_nocase(first("IHP-020")->suggestion, "999") != SIZE_MAX && ehc_str_find_nocase(first("IHP-020")->suggestion, "sign: <") == SIZE_MAX);
	compile_care("learning: She did not get her attendance certificate.\n");
	ck_assert(ehc_str_starts_nocase(first("IHP-031")->suggestion, "learning: "));
}
END_TEST

START_TEST(test_a_school_with_a_nursery_is_a_school)
{
	static const char infants[] = "health care plan: T-1\n  school: Alder Example Nursery and Infants\nchild: Beth Example\n", nursery[] = "health care plan: T-1\n  school: Alder Example Nursery\nchild: Beth Example\n";

	ehc_compile_text(&c, EHC_STR("plan.ehc"), EHC_STR(infants), &options);
	ck_assert_uint_eq(count("PACK-001", "*"), 0);
	tear_down();
	ehc_compile_text(&c, EHC_STR("plan.ehc"), EHC_STR(nursery), &options);
	ck_assert_uint_eq(count("PACK-001", "*"), 1);
}
END_TEST

START_TEST(test_the_pack_of_2026_is_off)
{
	compile_care("medicine R1: Adrenaline pen\ncondition M1: Anaphylaxis to nuts\n");
	ck_assert_uint_eq(count("IHP-057", "*") + count("IHP-058", "*"), 0);
	ck_assert_uint_eq(count("IHP-033", "M1"), 1);
	options.packs = "med-2015 med-2026 national-2014";
	compile_care("medicine R1: Adrenaline pen\ncondition M1: Anaphylaxis to nuts\n");
	ck_assert_uint_eq(count("IHP-057", "-"), 1);
	ck_assert_uint_eq(count("IHP-058", "M1"), 1);
	ck_assert_uint_eq(count("IHP-033", "*") + count("IHP-034", "*"), 0);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("healthcare");
	TCase *t = tcase_create("rules");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, test_words);
	tcase_add_test(t, test_figures);
	tcase_add_test(t, test_every_unit_and_number_is_read);
	tcase_add_test(t, test_no_figures);
	tcase_add_test(t, test_adrenaline_is_asked_for_the_allergy);
	tcase_add_test(t, test_nothing_by_mouth_is_no_medicine);
	tcase_add_test(t, test_doses_that_differ);
	tcase_add_test(t, test_doses_that_agree);
	tcase_add_test(t, test_points_at_one_and_relates_the_other);
	tcase_add_test(t, test_a_step_fills_a_medicine);
	tcase_add_test(t, test_where_a_medicine_is_kept);
	tcase_add_test(t, test_how_a_dose_is_written);
	tcase_add_test(t, test_consent_by_stage);
	tcase_add_test(t, test_training_that_lapses);
	tcase_add_test(t, test_nobody_alone);
	tcase_add_test(t, test_delegation);
	tcase_add_test(t, test_unacceptable_practice);
	tcase_add_test(t, test_conditions_are_known_by_their_words);
	tcase_add_test(t, test_the_order_of_inhaler_and_adrenaline);
	tcase_add_test(t, test_each_emergency_answers_for_itself);
	tcase_add_test(t, test_signs_that_cannot_be_seen);
	tcase_add_test(t, test_short_forms_of_forms);
	tcase_add_test(t, test_daily_care_that_is_whole);
	tcase_add_test(t, test_no_dose_is_judged);
	tcase_add_test(t, test_each_emergency_speaks_for_itself);
	tcase_add_test(t, test_help_is_called);
	tcase_add_test(t, test_levels_and_devices_on_the_card);
	tcase_add_test(t, test_what_parents_write);
	tcase_add_test(t, test_the_second_device);
	tcase_add_test(t, test_daily_care_has_words_of_its_own);
	tcase_add_test(t, test_only_what_is_missing_is_offered);
	tcase_add_test(t, test_a_school_with_a_nursery_is_a_school);
	tcase_add_test(t, test_the_pack_of_2026_is_off);
	suite_add_tcase(s, t);
	return run_suite(s);
}
