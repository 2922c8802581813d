/*
 * label_column.c - what a column's heading, or a label before a colon, says that its words are.
 */
#include "import/recognise.h"

struct column_word { const char *words; enum ehc_label label; enum ehc_section section; bool whole; };

static const struct column_word columns[] = {
	{ "which need", EHC_L_FOR, 0, false }, { "need met", EHC_L_FOR, 0, false }, { "linked need", EHC_L_FOR, 0, false },
	{ "links to need", EHC_L_FOR, 0, false }, { "need addressed", EHC_L_FOR, 0, false }, { "for need", EHC_L_FOR, 0, true },
	{ "linked outcome", EHC_L_TOWARDS, 0, false }, { "which outcome", EHC_L_TOWARDS, 0, false }, { "outcome met", EHC_L_TOWARDS, 0, false },
	{ "links to outcome", EHC_L_TOWARDS, 0, false }, { "towards", EHC_L_TOWARDS, 0, true }, { "how often", EHC_L_HOW_OFTEN, 0, false },
	{ "frequency", EHC_L_HOW_OFTEN, 0, false }, { "how much", EHC_L_HOW_OFTEN, 0, false }, { "amount", EHC_L_HOW_OFTEN, 0, true },
	{ "duration", EHC_L_HOW_OFTEN, 0, false }, { "hours", EHC_L_HOW_OFTEN, 0, true }, { "when", EHC_L_HOW_OFTEN, 0, true },
	{ "by whom", EHC_L_WHO, 0, false }, { "by who", EHC_L_WHO, 0, false }, { "from whom", EHC_L_WHO, 0, false }, { "delivered by", EHC_L_WHO, 0, false },
	{ "provided by", EHC_L_WHO, 0, false }, { "who will check", EHC_L_MEASURED_BY, 0, false },
	{ "who will measure", EHC_L_MEASURED_BY, 0, false }, { "who will review", EHC_L_REVIEW, 0, false },
	{ "who will monitor", EHC_L_REVIEW, 0, false }, { "who will", EHC_L_WHO, 0, false }, { "who provides", EHC_L_WHO, 0, false },
	{ "who delivers", EHC_L_WHO, 0, false }, { "who does", EHC_L_WHO, 0, false }, { "who", EHC_L_WHO, 0, true }, { "staff", EHC_L_WHO, 0, true },
	{ "staffing", EHC_L_WHO, 0, false }, { "expertise", EHC_L_WHO, 0, false }, { "staff involved", EHC_L_WHO, 0, false },
	{ "professional", EHC_L_WHO, 0, true }, { "adult", EHC_L_WHO, 0, true }, { "person responsible", EHC_L_WHO, 0, false },
	{ "responsible person", EHC_L_WHO, 0, false }, { "lead", EHC_L_WHO, 0, true }, { "responsibility", EHC_L_WHO, 0, true },
	{ "how we will know", EHC_L_REVIEW, 0, false }, { "how we will check", EHC_L_REVIEW, 0, false }, { "how will we check", EHC_L_REVIEW, 0, false },
	{ "we will look at this", EHC_L_REVIEW, 0, false }, { "we will check this", EHC_L_REVIEW, 0, false }, { "how will we know", EHC_L_REVIEW, 0, false },
	{ "monitoring arrangements", EHC_L_REVIEW, 0, false }, { "reviewed", EHC_L_REVIEW, 0, false }, { "review", EHC_L_REVIEW, 0, false },
	{ "how it will be measured", EHC_L_REVIEW, 0, false }, { "how will it be measured", EHC_L_REVIEW, 0, false },
	{ "measured by", EHC_L_MEASURED_BY, 0, false }, { "success criteria", EHC_L_MEASURED_BY, 0, false }, { "baseline", EHC_L_BASELINE, 0, false },
	{ "starting point", EHC_L_BASELINE, 0, false }, { "to be reached by", EHC_L_BY, 0, false },
	{ "steps on the way", EHC_L_OUTCOME_STEP, 0, false }, { "how it is measured", EHC_L_MEASURED_BY, 0, false },
	{ "supports", EHC_L_SUPPORTS, 0, true }, { "evidence", EHC_L_EVIDENCE, 0, true }, { "for", EHC_L_FOR, 0, true },
	{ "based on", EHC_L_INFORMED_BY, 0, true }, { "by when", EHC_L_BY, 0, false }, { "timescale", EHC_L_BY, 0, false },
	{ "target date", EHC_L_BY, 0, false }, { "deadline", EHC_L_BY, 0, false }, { "to be achieved by", EHC_L_BY, 0, false },
	{ "funding", EHC_L_FUNDED_BY, 0, false }, { "funded by", EHC_L_FUNDED_BY, 0, false }, { "medium-term", EHC_L_OUTCOME_STEP, 0, false },
	{ "medium term", EHC_L_OUTCOME_STEP, 0, false }, { "steps to", EHC_L_OUTCOME_STEP, 0, false }, { "short-term", EHC_L_OUTCOME_STEP, 0, false },
	{ "short term", EHC_L_OUTCOME_STEP, 0, false }, { "steps towards", EHC_L_OUTCOME_STEP, 0, false }, { "start date", EHC_L_FROM, 0, false },
	{ "starting", EHC_L_FROM, 0, true }, { "start", EHC_L_FROM, 0, true }, { "from when", EHC_L_FROM, 0, true },
	{ "end date", EHC_L_UNTIL, 0, false }, { "dosage", EHC_L_HOW_OFTEN, 0, true }, { "times per week", EHC_L_HOW_OFTEN, 0, false },
	{ "ratio", EHC_L_HOW_OFTEN, 0, true }, { "intensity", EHC_L_HOW_OFTEN, 0, true }, { "delivered", EHC_L_WHO, 0, true },
	{ "provider", EHC_L_WHO, 0, true }, { "agency", EHC_L_WHO, 0, true }, { "service", EHC_L_WHO, 0, true }, { "role", EHC_L_WHO, 0, true },
	{ "cost", EHC_L_FUNDED_BY, 0, true }, { "resources", EHC_L_EQUIPMENT, 0, true }, { "location", EHC_L_WHERE, 0, true },
	{ "setting", EHC_L_WHERE, 0, true }, { "targets", EHC_L_OUTCOME_STEP, 0, true }, { "small steps", EHC_L_OUTCOME_STEP, 0, false },
	{ "steps", EHC_L_OUTCOME_STEP, 0, true }, { "what we will see", EHC_L_MEASURED_BY, 0, false }, { "training", EHC_L_TRAINED_BY, 0, true },
	{ "trained by", EHC_L_TRAINED_BY, 0, false }, { "equipment", EHC_L_EQUIPMENT, 0, true }, { "where", EHC_L_WHERE, 0, true },
	{ "strengths", EHC_L_STRENGTHS, 0, true }, { "what i am good at", EHC_L_STRENGTHS, 0, false }, { "what i can do", EHC_L_STRENGTHS, 0, false },
	{ "what works well", EHC_L_STRENGTHS, 0, false }, { "what is working well", EHC_L_STRENGTHS, 0, false },
	{ "my strengths", EHC_L_STRENGTHS, 0, true }, { "areas of strength", EHC_L_STRENGTHS, 0, true },
	{ "strengths and progress", EHC_L_STRENGTHS, 0, true }, { "strengths and interests", EHC_L_STRENGTHS, 0, true },
	{ "strengths and abilities", EHC_L_STRENGTHS, 0, true }, { "things i am good at", EHC_L_STRENGTHS, 0, true },
	{ "things i do well", EHC_L_STRENGTHS, 0, true }, { "current strengths", EHC_L_STRENGTHS, 0, true },
	{ "what i can do well", EHC_L_STRENGTHS, 0, false }, { "what is going well", EHC_L_STRENGTHS, 0, false },
	{ "diagnosis", EHC_L_DIAGNOSIS, 0, true }, { "diagnoses", EHC_L_DIAGNOSIS, 0, true }, { "monitoring", EHC_L_MONITORING, 0, true },
	{ "short-term targets", EHC_L_MONITORING, 0, true }, { "achieve this outcome", EHC_L_PROVISION, EHC_F, false },
	{ "achieve the outcome", EHC_L_PROVISION, EHC_F, false }, { "meet this outcome", EHC_L_PROVISION, EHC_F, false },
	{ "what i will achieve", EHC_L_OUTCOME, EHC_E, false }, { "outcome", EHC_L_OUTCOME, EHC_E, false },
	{ "what i want to achieve", EHC_L_OUTCOME, EHC_E, false }, { "health care provision", EHC_L_PROVISION, EHC_G, false },
	{ "health provision", EHC_L_PROVISION, EHC_G, false }, { "social care provision", EHC_L_PROVISION, EHC_H1, false },
	{ "provision", EHC_L_PROVISION, EHC_F, false }, { "the help i will get", EHC_L_PROVISION, EHC_F, false }, { "help i will get", EHC_L_PROVISION, EHC_F, false }, { "support i will get", EHC_L_PROVISION, EHC_F, false },
	{ "support", EHC_L_PROVISION, EHC_F, true }, { "help", EHC_L_PROVISION, EHC_F, true },
	{ "what", EHC_L_PROVISION, EHC_F, true }, { "what will be provided", EHC_L_PROVISION, EHC_F, false }, { "what will be done", EHC_L_PROVISION, EHC_F, false },
	{ "you said", EHC_L_COMMENT, 0, true }, { "we did", EHC_L_ANSWER, 0, true }, { "our answer", EHC_L_ANSWER, 0, true },
	{ "what support", EHC_L_PROVISION, EHC_F, false }, { "what help", EHC_L_PROVISION, EHC_F, false },
	{ "help do i need", EHC_L_PROVISION, EHC_F, false }, { "what will happen", EHC_L_PROVISION, EHC_F, false },
	{ "what i need help with", EHC_L_NEED, EHC_B, false }, { "what i find difficult", EHC_L_NEED, EHC_B, false },
	{ "support required", EHC_L_PROVISION, EHC_F, false }, { "item", EHC_L_PROVISION, EHC_F, true },
	{ "health care need", EHC_L_NEED, EHC_C, false }, { "health need", EHC_L_NEED, EHC_C, false },
	{ "social care need", EHC_L_NEED, EHC_D, false }, { "difficulties", EHC_L_NEED, EHC_B, true }, { "need", EHC_L_NEED, EHC_B, false },
	{ "needs", EHC_L_NEED, EHC_B, true },
};

static const struct column_word advice_columns[] = {
	{ "date received", EHC_L_RECEIVED, EHC_K, false }, { "received on", EHC_L_RECEIVED, EHC_K, false }, { "received", EHC_L_RECEIVED, EHC_K, true },
	{ "date requested", EHC_L_ASKED, EHC_K, false }, { "date", EHC_L_DATED, EHC_K, false }, { "dated", EHC_L_DATED, EHC_K, false },
	{ "who from", EHC_L_AUTHOR, EHC_K, false }, { "author", EHC_L_AUTHOR, EHC_K, false }, { "written by", EHC_L_AUTHOR, EHC_K, false },
	{ "provided by", EHC_L_AUTHOR, EHC_K, false }, { "name", EHC_L_AUTHOR, EHC_K, false }, { "by whom", EHC_L_AUTHOR, EHC_K, false },
	{ "from", EHC_L_AUTHOR, EHC_K, true }, { "who gave", EHC_L_AUTHOR, EHC_K, false }, { "who wrote", EHC_L_AUTHOR, EHC_K, false },
	{ "given by", EHC_L_AUTHOR, EHC_K, false }, { "completed by", EHC_L_AUTHOR, EHC_K, false }, { "who", EHC_L_AUTHOR, EHC_K, true },
	{ "when", EHC_L_DATED, EHC_K, true }, { "role", EHC_L_ROLE, EHC_K, false }, { "job", EHC_L_ROLE, EHC_K, false },
	{ "profession", EHC_L_ROLE, EHC_K, false }, { "position", EHC_L_ROLE, EHC_K, false }, { "appended", EHC_L_ATTACHED, EHC_K, false },
	{ "attached", EHC_L_ATTACHED, EHC_K, false }, { "advice", EHC_L_ADVICE, EHC_K, false }, { "report", EHC_L_ADVICE, EHC_K, false },
	{ "document", EHC_L_ADVICE, EHC_K, false }, { "type", EHC_L_ADVICE, EHC_K, false }, { "source", EHC_L_ADVICE, EHC_K, false },
};

/* Of a table of a personal budget; what it buys may be called anything. */
static const struct column_word budget_columns[] = {
	{ "outcome", EHC_L_TOWARDS, EHC_J, false }, { "paid to", EHC_L_PAYEE, EHC_J, false }, { "payee", EHC_L_PAYEE, EHC_J, false },
	{ "funded by", EHC_L_FUNDED_BY, EHC_J, false }, { "who pays", EHC_L_FUNDED_BY, EHC_J, false }, { "paid by", EHC_L_FUNDED_BY, EHC_J, false },
	{ "funding", EHC_L_FUNDED_BY, EHC_J, false }, { "agency", EHC_L_FUNDED_BY, EHC_J, true }, { "amount", EHC_L_HOW_MUCH, EHC_J, false },
	{ "cost", EHC_L_HOW_MUCH, EHC_J, false }, { "value", EHC_L_HOW_MUCH, EHC_J, false }, { "how much", EHC_L_HOW_MUCH, EHC_J, false },
	{ "how it is paid", EHC_L_TYPE, EHC_J, false }, { "how paid", EHC_L_TYPE, EHC_J, false }, { "how it is managed", EHC_L_TYPE, EHC_J, false },
	{ "method", EHC_L_TYPE, EHC_J, false }, { "type", EHC_L_TYPE, EHC_J, false }, { "review", EHC_L_REVIEW, EHC_J, false },
	{ "monitor", EHC_L_REVIEW, EHC_J, false }, { "agreed", EHC_L_BUDGET_CONSENT, EHC_J, false },
	{ "consent", EHC_L_BUDGET_CONSENT, EHC_J, false }, { "what", EHC_L_BUDGET, EHC_J, false }, { "purpose", EHC_L_BUDGET, EHC_J, false },
	{ "item", EHC_L_BUDGET, EHC_J, false }, { "service", EHC_L_BUDGET, EHC_J, false }, { "provision", EHC_L_BUDGET, EHC_J, false },
	{ "support", EHC_L_BUDGET, EHC_J, false }, { "element", EHC_L_BUDGET, EHC_J, false },
};

static size_t
column_word_at(const struct column_word *w, struct ehc_str folded)
{
	size_t at;

	if (w->whole)
		return ehc_str_is_nocase(folded, w->words) ? 0 : SIZE_MAX;
	at = ehc_str_find_word(folded, w->words);
	if (at == SIZE_MAX && ehc_str_ends_nocase(folded, "s"))
		at = ehc_str_find_word(ehc_str_sub(folded, 0, folded.len - 1), w->words);
	return at;
}

/* The first that matches; among needs, outcomes and provision the one that is named first: "Provision to achieve the outcome". */
static struct meaning
find_column(const struct column_word *list, size_t n, struct ehc_str folded)
{
	struct meaning found = { EHC_L_NONE, EHC_NO_SECTION };
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < n; i++) {
		size_t at = column_word_at(&list[i], folded);

		if (at == SIZE_MAX || (best != SIZE_MAX && (at >= best || !is_item(list[i].label))))
			continue;
		found = (struct meaning){ list[i].label, list[i].section };
		if (!is_item(list[i].label))
			return found;
		best = at;
	}
	return found;
}

/* The plural of a word within, "outcomes sought", is found by its singular. */
static struct ehc_str
without_plurals(struct ehc_arena *a, struct ehc_str f)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str word;

	while (ehc_str_split(&f, ' ', &word)) {
		if (ehc_str_is(word, "outcomes") || ehc_str_is(word, "needs") || ehc_str_is(word, "provisions"))
			word.len--;
		if (out.len > 0)
			ehc_buf_char(&out, ' ');
		ehc_buf_str(&out, word);
	}
	return ehc_buf_take(&out, a);
}

struct meaning
section_meaning(enum ehc_section s)
{
	static const enum ehc_label labels[EHC_SECTION_COUNT] = {
		[EHC_A] = EHC_L_CHILD_VIEWS, [EHC_B] = EHC_L_NEED, [EHC_C] = EHC_L_NEED, [EHC_D] = EHC_L_NEED, [EHC_E] = EHC_L_OUTCOME,
		[EHC_F] = EHC_L_PROVISION, [EHC_G] = EHC_L_PROVISION, [EHC_H1] = EHC_L_PROVISION, [EHC_H2] = EHC_L_PROVISION,
		[EHC_I] = EHC_L_NAME, [EHC_J] = EHC_L_BUDGET, [EHC_K] = EHC_L_ADVICE,
	};

	return (struct meaning){ labels[s], s };
}

/* A label as the language itself spells it. */
static struct meaning
own_label(struct ehc_str folded)
{
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++) {
		const struct ehc_keyword *k = ehc_keyword(all[i].label);

		if ((all[i].docs & EHC_IN_P) != 0 && k->level == EHC_LEVEL_FIELD && (k->on & (EHC_ON_NEED | EHC_ON_OUTCOME | EHC_ON_PROVISION)) != 0 &&
		    ehc_str_is_nocase(folded, all[i].spelling))
			return (struct meaning){ k->label, EHC_NO_SECTION };
	}
	return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
}

struct meaning
label_column(struct reader *r, struct ehc_str text, unsigned sections)
{
	struct ehc_str folded = without_plurals(r->a, label_fold(r->a, text));
	struct section_label label;
	struct meaning m;

	if (ehc_str_words(text) > 60 || line_is_blank_to_fill(text))
		return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	if ((sections & BIT(EHC_K)) != 0) {
		m = find_column(advice_columns, EHC_COUNT(advice_columns), folded);
		if (m.label != EHC_L_NONE)
			return m;
	}
	if (sections == BIT(EHC_J)) {
		m = find_column(budget_columns, EHC_COUNT(budget_columns), folded);
		if (m.label != EHC_L_NONE)
			return m;
	}
	if (label_section(r, text, true, &label) && label.lettered)
		return section_meaning(first_section(label.sections));
	if (text.len == 1 && ehc_section_read(text, &m.section))
		return section_meaning(m.section);
	if (ehc_str_words(text) > 20)
		return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	m = own_label(folded);
	if (m.label != EHC_L_NONE)
		return m;
	/* "Staff and qualification"; what they must learn is another matter. */
	if ((ehc_str_starts_nocase(folded, "staff and ") || ehc_str_starts_nocase(folded, "staff/") || ehc_str_starts_nocase(folded, "staff (")) && !ehc_str_has(folded, "train") && ehc_str_words(folded) <= 6)
		return (struct meaning){ EHC_L_WHO, EHC_NO_SECTION };
	/* Beside an outcome a date is when it is to be reached. */
	if (sections == BIT(EHC_E) && (ehc_str_is(folded, "date") || ehc_str_is(folded, "when")))
		return (struct meaning){ EHC_L_BY, EHC_NO_SECTION };
	m = find_column(columns, EHC_COUNT(columns), folded);
	/* A table of its own in section G or H1 has columns without a letter. */
	if (m.label == EHC_L_PROVISION && m.section == EHC_F)
		for (int s = EHC_G; s <= EHC_H2; s++)
			if (sections == BIT(s) || ((sections & BIT(s)) != 0 && (sections & (BIT(EHC_F) | BIT(EHC_B))) == 0))
				m.section = (enum ehc_section)s;
	if (m.label == EHC_L_NEED && m.section == EHC_B)
		for (int s = EHC_C; s <= EHC_D; s++)
			if ((sections & BIT(s)) != 0 && (sections & BIT(EHC_B)) == 0)
				m.section = (enum ehc_section)s;
	return m;
}

struct meaning
label_heading(struct reader *r, struct ehc_str text, unsigned sections)
{
	static const char *const monitoring[] = { "monitor", "short-term target", "short term target", "shorter-term", "shorter term", NULL };
	struct meaning m = { EHC_L_NONE, EHC_NO_SECTION };

	if (ehc_str_words(text) > 20)
		return m;
	if (has_any(label_fold(r->a, text), monitoring))
		return (struct meaning){ EHC_L_MONITORING, EHC_NO_SECTION };
	m = label_column(r, text, sections);
	if (m.label != EHC_L_NONE && ehc_keyword(m.label)->level == EHC_LEVEL_FIELD)
		m.label = EHC_L_NONE;
	return m;
}
