/*
 * healthcare_dose.c - how a dose is written: no "as required", no unit or decimal point that can be misread, no aspirin by habit.
 * No rule says that a dose is right or wrong.
 */
#include "rules/healthcare.h"

/* ---- IHP-029: aspirin ---- */

#define ASPIRIN "aspirin|acetylsalicylic"

static void
aspirin(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	ehc_day today = ehc_today(c), born = c->plan->child.born.node == NULL ? EHC_NODATE : c->plan->child.born.day;

	(void)self;
	if (!ehc_plan_says(c, ASPIRIN) || (born != EHC_NODATE && today != EHC_NODATE && ehc_day_age(born, today) >= 16))
		return;
	for (size_t i = 0; i < l->all.count; i++) {
		const struct ehc_line *line = &l->all.items[i];
		size_t len, at = ehc_says_at(c, line->text->str, ASPIRIN, &len);

		if (at == SIZE_MAX || ehc_says(c, line->text->str,
		    "no aspirin|not aspirin|never aspirin|not give aspirin|never give aspirin|allergic to aspirin|allergy to "
		    "aspirin|without aspirin"))
			continue;
		if (line->item != NULL && ehc_item_says(c, line->item, "prescribed|prescription|prescriber|letter") != NULL)
			continue;
		if (line->item == NULL && ehc_says(c, line->text->str, "allergic|allergy|prescribed"))
			continue;
		ehc_finding_suggest(c, ehc_flag_words(c, line->item, ehc_text_span(line->text, at, len),
		    "Aspirin is named, and no prescription for it."),
		    "source: prescription of <prescriber>, <date>, attached");
	}
}

/* ---- IHP-032: as required ---- */

#define AS_REQUIRED "as required|as needed|when required|when needed|if necessary|if needed|if required|PRN|as necessary|when necessary|as and when|consider giving|" \
	"consider a second|consider another|discretion"

/* A sign in the same sentence: "as required for wheeze", "when the sensor reads below 4, PRN". */
static bool
sign_is_there(const struct ehc_check *c, struct ehc_str s, size_t at, size_t len)
{
	size_t start;
	struct ehc_str sentence = ehc_sentence_of(s, at, &start), before = ehc_str_sub(sentence, 0, at - start),
	    after = ehc_str_sub(sentence, at - start + len, sentence.len);

	return ehc_says(c, after, "for|when|if|because") || ehc_says(c, before, "for|when|below|above|minutes|pain|wheeze|seizure");
}

static void
flag_as_required(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *t)
{
	size_t len, at = ehc_says_at(c, t->str, AS_REQUIRED, &len);
	struct ehc_finding *f;

	if (at == SIZE_MAX)
		return;
	f = ehc_flag_words(c, it, ehc_text_span(t, at, len), "\"%.*s\": nobody can tell when.",
	    EHC_ARG(ehc_one_line(c->arena, ehc_str_sub(t->str, at, at + len))));
	if (sign_is_there(c, t->str, at, len))
		f->severity = EHC_NOTE;
	ehc_finding_suggest(c, f, "when: <sign>; again after <minutes> minutes if <sign>; at most <number> in 24 hours");
}

/* "After lunch, if he has not eaten well": two people would see two things. */
static void
flag_judgement(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *t)
{
	size_t len, start, at = ehc_says_at(c, t->str, "if|unless|when|whenever", &len);
	struct ehc_str sentence;
	struct ehc_finding *f;

	if (at == SIZE_MAX)
		return;
	sentence = ehc_sentence_of(t->str, at, &start);
	sentence = ehc_str_sub(sentence, at - start, sentence.len);
	if (!ehc_says(c, sentence, "well|enough|properly|poorly|unwell|badly|upset|not right") || ehc_str_has_digit(sentence))
		return;
	f = ehc_flag_words(c, it, ehc_part_of_line(t, at, sentence.len), "Two adults could see it differently: what do they look at?");
	f->severity = EHC_WARNING;
	ehc_finding_suggest(c, f, "when: <what is seen, counted or measured>");
}

static void
as_required(struct ehc_check *c, const struct ehc_rule *self)
{
	static const enum ehc_label fields[] = { EHC_L_WHEN, EHC_L_DOSE, EHC_L_MAXIMUM, EHC_L_MINIMUM_GAP };

	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c, it)) {
		struct ehc_value when = ehc_item_value(it, EHC_L_WHEN), times = ehc_item_value(it, EHC_L_TIMES), dose = ehc_item_value(it, EHC_L_DOSE);

		flag_judgement(c, it, &dose.text);
		flag_judgement(c, it, &when.text);
		flag_judgement(c, it, &times.text);
	}
	if (!ehc_plan_says(c, AS_REQUIRED))
		return;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c, it))
		for (size_t i = 0; i < EHC_COUNT(fields); i++) {
			struct ehc_value v = ehc_item_value(it, fields[i]);

			flag_as_required(c, it, &v.text);
		}
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next)
		for (size_t i = 0; it->kind == EHC_ITEM_EMERGENCY && i < it->nsteps; i++)
			flag_as_required(c, it, &it->steps[i].text);
}

/* ---- IHP-008: how an amount is written ---- */

#define UNITS "mg|g|microgram|mcg|ml|l|unit|puff|tablet|capsule|drop|dose|litre"

static bool
is_letter_at(struct ehc_str s, size_t i)
{
	return i < s.len && ehc_is_letter(s.ptr[i]);
}

/* The bytes of the number at s[i], and of its unit behind it; 0 where no unit of a dose follows. */
static size_t
dose_at(const struct ehc_check *c, struct ehc_str s, size_t i)
{
	size_t end = i, len, at;

	while (ehc_str_digit_at(s, end) || (end < s.len && s.ptr[end] == '.' && ehc_str_digit_at(s, end + 1)))
		end++;
	if (end == i || !(is_letter_at(s, end) || is_letter_at(s, end + 1)))
		return 0;
	at = ehc_says_at(c, ehc_words_behind(s, end, 14), UNITS, &len);
	return at == SIZE_MAX || at > 1 ? 0 : end - i + at + len;
}

static const char *
fault_of(struct ehc_str number)
{
	size_t point = 0, last;

	while (point < number.len && number.ptr[point] != '.')
		point++;
	if (point == 0)
		return "a decimal point without a zero before it is read as nothing, and the dose as ten times as much";
	for (last = point + 1; last < number.len && number.ptr[last] >= '0' && number.ptr[last] <= '9'; last++)
		continue;
	if (point < number.len && last > point + 1 && number.ptr[last - 1] == '0')
		return "a zero behind the decimal point makes the dose look ten times as much when the point is overlooked";
	return NULL;
}

static void
flag_unit(struct ehc_check *c, const struct ehc_line *line, size_t at, size_t len, const char *why)
{
	struct ehc_finding *f = ehc_flag_words(c, line->item, ehc_text_span(line->text, at, len),
	    "An amount that can be misread: %s.", why);

	ehc_finding_suggest(c, f, "<number><unit in full: micrograms, milligrams, millilitres>, copied from the prescription");
}

/* "About 200 ml" of a dose or a feed: two people would give two amounts. */
static bool
is_rough(const struct ehc_line *line, size_t at)
{
	static const char *const rough[] = { "about", "around", "roughly", "approximately", "approx", "approx.", "circa", "ca." };
	struct ehc_str before = ehc_str_trim(ehc_words_before(line->text->str, at, 16));

	if (line->label != EHC_L_DOSE && line->label != EHC_L_VOLUME && line->label != EHC_L_FLUSH)
		return false;
	for (size_t i = 0; i < EHC_COUNT(rough); i++)
		if (ehc_str_ends_nocase(before, rough[i]))
			return true;
	return false;
}

static void
check_units(struct ehc_check *c, const struct ehc_line *line)
{
	struct ehc_str s = line->text->str;

	for (size_t i = 0; i < s.len; i++) {
		bool naked;
		size_t len, n, at;
		const char *why;

		if (!ehc_is_digit(s.ptr[i]) && s.ptr[i] != '.')
			continue;
		naked = s.ptr[i] == '.' && ehc_str_digit_at(s, i + 1) && (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '(' || s.ptr[i - 1] == '\n');
		if (!naked && (!ehc_str_digit_at(s, i) || (i > 0 && (ehc_str_digit_at(s, i - 1) || s.ptr[i - 1] == '.'))))
			continue;
		n = dose_at(c, s, i);
		if (n == 0)
			continue;
		why = fault_of(ehc_str_sub(s, i, i + n));
		at = ehc_says_at(c, ehc_str_sub(s, i, i + n), "mcg", &len);
		if (why == NULL && is_rough(line, i))
			why = "it is not exact, so that two people would give two amounts";
		if (why != NULL)
			flag_unit(c, line, i, n, why);
		else if (at != SIZE_MAX || ehc_str_find_nocase(ehc_str_sub(s, i, i + n), "mcg") != SIZE_MAX)
			flag_unit(c, line, i, n, "\"mcg\" is easily read as mg, which is a thousand times as much");
	}
}

static void
units(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_lines *l = ehc_lines_of(c);

	(void)self;
	for (size_t i = 0; i < l->all.count; i++)
		check_units(c, &l->all.items[i]);
}

#define DOSE_RULE .class_ = EHC_SAFETY, EHC_HCP

const struct ehc_rule ehc_rules_healthcare_dose[] = {
	{ .id = "IHP-008", .title = "Doses are written so that they cannot be misread", .severity = EHC_ERROR, DOSE_RULE,
	    EHC_BY_BELIEF, .run = units,
	    .why = "A misread point or unit changes a dose by ten or a thousand times.",
	    .fix = "Write the unit in full, a zero before the point and none behind it." },
	{ .id = "IHP-029", .title = "Aspirin only on prescription", .severity = EHC_ERROR, DOSE_RULE, EHC_BY_BELIEF,
	    .run = aspirin,
	    .why = "It is not usually given to children; somebody who treats the child must have decided it.",
	    .fix = "Name the prescription, or take it out and ask the prescriber." },
	{ .id = "IHP-032", .title = "No medicine \"as required\"", .severity = EHC_ERROR, DOSE_RULE, EHC_BY_PRACTICE,
	    .run = as_required,
	    .why = "Staff without medical training cannot judge the need; they can see a sign.",
	    .fix = "Say the sign, the dose, the gap and the most in 24 hours, as prescribed.",
	    .legitimate = "The sign stands in the same sentence." },
	EHC_NO_MORE_RULES
};
