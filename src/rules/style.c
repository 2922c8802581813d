/*
 * style.c - the STYLE family: can the child, the family and a new teacher read it? What many sentences share is one note
 * for the plan, on the place where it is worst.
 */
#include "rules/passage.h"
#include "rules/wording.h"

#include <stdlib.h>
#include <string.h>

/* Takes the next run of letters off *rest; *at gets its offset in s. */
static bool
next_word(struct ehc_str s, size_t *from, struct ehc_str *word)
{
	size_t i = *from, end;

	while (i < s.len && !ehc_is_letter(s.ptr[i]))
		i++;
	for (end = i; end < s.len && ehc_is_letter(s.ptr[end]); end++)
		continue;
	*word = ehc_str_sub(s, i, end);
	*from = end;
	return end > i;
}

/* ---- STYLE-001, STYLE-002: how hard it is to read ---- */

/* Of the word at s[*at], letters alone: groups of vowels; a silent e at the end is none. Near enough for a whole section. *at moves behind it. */
static size_t
count_syllables(struct ehc_str s, size_t *at)
{
	static const uint32_t vowels = 1u << ('a' & 31) | 1u << ('e' & 31) | 1u << ('i' & 31) | 1u << ('o' & 31) | 1u << ('u' & 31) | 1u << ('y' & 31);
	uint32_t behind_vowel = 0;
	size_t n = 0, i;

	for (i = *at; i < s.len && ehc_is_letter(s.ptr[i]); i++) {
		uint32_t vowel = vowels >> (s.ptr[i] & 31) & 1;

		n += vowel & ~behind_vowel;
		behind_vowel = vowel;
	}
	if (i - *at > 3 && n > 1 && s.ptr[i - 1] == 'e' && s.ptr[i - 2] != 'l')
		n--;
	*at = i;
	return n == 0 ? 1 : n;
}

#define ENOUGH_WORDS 100
#define GRADE_AGE 5             /* grades of school are counted from this age */

static size_t
syllables_in(struct ehc_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; )
		if (ehc_is_letter(s.ptr[i]))
			n += count_syllables(s, &i);
		else
			i++;
	return n;
}

/* Flesch and Kincaid's grade of a section, in hundredths; 0 where there is too little to tell. */
static long
grade_of(const struct ehc_passages *all, enum ehc_section section)
{
	size_t words = 0, sentences = 0, syllables = 0;

	for (size_t i = 0; i < all->count; i++)
		if (all->list[i].section == section) {
			words += all->list[i].reading.words;
			sentences += all->list[i].reading.sentences;
		}
	if (words < ENOUGH_WORDS)
		return 0;
	for (size_t i = 0; i < all->count; i++)
		if (all->list[i].section == section)
			syllables += syllables_in(all->list[i].text->str);
	return (long)(39 * words / sentences + 1180 * syllables / words) - 1559;
}

static void
hard_to_read(struct ehc_check *c, const struct ehc_rule *self)
{
	static const enum ehc_section sections[] = { EHC_A, EHC_E };
	struct ehc_passages all = ehc_passages_of(c);

	(void)self;
	for (size_t i = 0; i < EHC_COUNT(sections); i++) {
		long grade = grade_of(&all, sections[i]);

		if (grade > (c->profile->reading_age - GRADE_AGE) * 100L)
			ehc_flag_section(c, sections[i], "Section %s reads like a text for the age of about %ld.", ehc_section_name(sections[i]), grade / 100 + GRADE_AGE);
	}
}

static void
long_sentences(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	const struct ehc_passage *longest = NULL;
	size_t over = 0;

	(void)self;
	for (size_t i = 0; i < all.count; i++) {
		over += all.list[i].reading.over;
		if (longest == NULL || all.list[i].reading.most > longest->reading.most)
			longest = &all.list[i];
	}
	if (longest != NULL && longest->reading.most > EHC_LONG_SENTENCE + 10)
		ehc_flag_passage(c, longest, longest->reading.at, longest->reading.len,
		    "This sentence has %zu words, the most in the plan; %zu have more than %d.", longest->reading.most, over, EHC_LONG_SENTENCE);
}

/* ---- STYLE-003: letters that stand for words ---- */

/* Letters that every reader of a plan knows, or that are names. */
static bool
is_known_letters(struct ehc_str w)
{
	static const char known[] = " A B C D E F G H I J K TV UK GP PE RE IT ICT NHS EHC EHCP SEN SEND SENCO SENDCO ID OK BBC DVD CD PC PIN MP AM PM BST GMT DOB UPN FC CE "
	    "ADHD ASD ASC CAMHS TBC TBA NA CCG PCT QTS HCPC NMC BSL TA TAS LSA LSAS HLTA MY II III IV UP ICB LA GCSE NVQ BTEC ";
	char key[12];

	if (w.len > sizeof(key) - 3)
		return true;
	key[0] = ' ';
	memcpy(key + 1, w.ptr, w.len);
	memcpy(key + 1 + w.len, " ", 2);
	return strstr(known, key) != NULL;
}

/* A bracket opens behind the word that ends there, if only on the next line. */
static bool
is_before_bracket(struct ehc_str s, size_t end)
{
	size_t i = end;

	while (i < s.len && ehc_is_blank(s.ptr[i]))
		i++;
	return i > end && i < s.len && s.ptr[i] == '(';
}

/* "Emotional Literacy Support Assistant (ELSA)", "ELSA (emotional ...)", "definition ELSA", or advice whose title spells it. */
static bool
is_explained_in(struct ehc_str s, struct ehc_str letters)
{
	for (size_t i = 0; i + letters.len <= s.len; i++) {
		if (memcmp(s.ptr + i, letters.ptr, letters.len) != 0)
			continue;
		if ((i > 0 && s.ptr[i - 1] == '(') || is_before_bracket(s, i + letters.len))
			return true;
	}
	return false;
}

/* "Profound and multiple learning disabilities" for PMLD: words one behind the other that begin with the letters, small words left out. */
static bool
is_spelt_out(struct ehc_str s, struct ehc_str letters)
{
	static const char *const small[] = { "and", "of", "the", "for", "in", "with", "to", "a" };
	size_t k = 0, end = 0;
	struct ehc_str w;

	while (letters.len > 2 && k < letters.len && next_word(s, &end, &w)) {
		char first = (char)(ehc_lower(w.ptr[0]) - 'a' + 'A');

		if (w.len > 2 && first == letters.ptr[k])
			k++;
		else if (k > 0 && !ehc_str_is_one_of(w, small, EHC_COUNT(small)))
			k = w.len > 2 && first == letters.ptr[0] ? 1 : 0;
	}
	return letters.len > 2 && k == letters.len;
}

static bool
is_explained(const struct ehc_plan *p, struct ehc_str letters)
{
	for (size_t i = 0; i < p->ntexts; i++)
		if (ehc_str_eq(p->texts[i].words, letters))
			return true;
	return is_explained_in(p->source->text, letters) || is_spelt_out(p->source->text, letters);
}

/* Capitals alone, two to six of them; a line in capitals is a heading. */
static bool
is_letters(struct ehc_str s, struct ehc_str w, size_t end)
{
	size_t start = end - w.len;

	if (w.len < 2 || w.len > 6)
		return false;
	for (size_t i = 0; i < w.len; i++)
		if (!ehc_is_capital(w.ptr[i]))
			return false;
	/* Part of a reference ("BKSB-2"), of a name in capitals, or of a test's name before its figure. */
	if ((end < s.len && (s.ptr[end] == '-' || (s.ptr[end] >= '0' && s.ptr[end] <= '9'))) || (start > 0 && (s.ptr[start - 1] == '-' || s.ptr[start - 1] == '/')))
		return false;
	if (end + 1 < s.len && s.ptr[end] == ' ' && ehc_is_capital(s.ptr[end + 1]) && end + 2 < s.len && ehc_is_capital(s.ptr[end + 2]))
		return false;
	return start < 2 || s.ptr[start - 1] != ' ' || !ehc_is_capital(s.ptr[start - 2]);
}

/* "He signs MORE": signs are written so. */
static bool
is_a_sign(struct ehc_str s, size_t start)
{
	static const char *const before[] = { "sign", "signs", "signed", "signing", "sign for", "signs for" };
	struct ehc_str words = ehc_str_trim(ehc_str_sub(s, 0, start));

	for (size_t i = 0; i < EHC_COUNT(before); i++)
		if (ehc_str_ends_nocase(words, before[i]))
			return true;
	return false;
}

#define MOST_LETTERS 32         /* different ones; who uses more has been told enough */

static void
unexplained(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	struct ehc_str seen[MOST_LETTERS];
	struct ehc_finding *f = NULL;
	size_t n = 0;

	(void)self;
	for (size_t i = 0; i < all.count; i++) {
		struct ehc_str s = all.list[i].text->str, w;
		size_t end = 0;

		while (all.list[i].reading.capitals && n < MOST_LETTERS && next_word(s, &end, &w)) {
			bool again = false;

			if (!is_letters(s, w, end) || is_known_letters(w) || is_a_sign(s, end - w.len))
				continue;
			for (size_t k = 0; k < n; k++)
				again = again || ehc_str_eq(seen[k], w);
			if (again)
				continue;
			seen[n++] = w;
			if (is_explained(c->plan, w))
				continue;
			if (f == NULL)
				f = ehc_flag_words(c, NULL, ehc_text_span(all.list[i].text, end - w.len, w.len), "The plan does not say what \"%.*s\" stands for.", EHC_ARG(w));
			else
				ehc_finding_relate(c->out, f, ehc_text_span(all.list[i].text, end - w.len, w.len), EHC_STR("nor these"));
		}
	}
}

/* ---- words of the wrong kind: one finding for each passage ---- */

static void
flag_words_in(struct ehc_check *c, const char *const *words, size_t n, bool (*applies)(const struct ehc_passage *), const char *message)
{
	struct ehc_passages all = ehc_passages_of(c);

	for (size_t i = 0; i < all.count; i++) {
		const char *found;
		size_t at = applies(&all.list[i]) ? ehc_passage_find_any(c, &all.list[i], words, n, &found) : SIZE_MAX;

		if (at != SIZE_MAX)
			ehc_flag_passage(c, &all.list[i], at, strlen(found), "\"%s\" %s", found, message);
	}
}

static bool
is_any(const struct ehc_passage *p)
{
	return p->text->str.len > 0;
}

static bool
is_for_the_child(const struct ehc_passage *p)
{
	return p->section == EHC_A || p->section == EHC_E;
}

static bool
describes_child(const struct ehc_passage *p)
{
	return p->section == EHC_B || p->section == EHC_E || p->label == EHC_L_STRENGTHS;
}

/* STYLE-004 */
static void
jargon(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "dysphagia", "dyspraxia", "dyspraxic", "proprioception", "proprioceptive", "vestibular", "hypotonia", "hypermobility", "echolalia", "echolalic",
		"phonological awareness", "morphology", "graphomotor", "oculomotor", "praxis", "dysregulated", "dysregulation", "interoception", "hypersensitive", "hyposensitive", "ataxia",
		"spasticity", "nystagmus", "dysarthria", "dysfluency", "executive functioning", "working memory", "theory of mind", "stereognosis" };
	struct ehc_passages all = ehc_passages_of(c);
	struct ehc_finding *f = NULL;

	(void)self;
	for (size_t i = 0; i < all.count; i++) {
		const char *found;
		size_t at = ehc_passage_find_any(c, &all.list[i], words, EHC_COUNT(words), &found), end;

		if (at == SIZE_MAX)
			continue;
		end = at + strlen(found);
		if (is_before_bracket(all.list[i].text->str, end) || (at > 0 && all.list[i].text->str.ptr[at - 1] == '('))
			continue;
		if (f == NULL)
			f = ehc_flag_passage(c, &all.list[i], at, end - at, "\"%s\" is a word of specialists; say beside it what it means.", found);
		else
			ehc_finding_relate(c->out, f, ehc_text_span(all.list[i].text, at, end - at), EHC_STR("another"));
	}
}

/* STYLE-005 */
static void
legal_words(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "Children and Families Act", "SEND Regulations", "Code of Practice", "element 3", "top-up funding", "funding band", "section 19", "section 42" };

	(void)self;
	flag_words_in(c, words, EHC_COUNT(words), is_for_the_child, "belongs to officers, not in what the child is to read.");
}

/* STYLE-006 */
static void
blaming(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "attention-seeking", "attention seeking", "manipulative", "non-compliant", "noncompliant", "suffers from", "stubborn", "naughty", "lazy", "defiant",
		"wilful", "refuses to do as", "bad behaviour", "temper tantrums", "low functioning", "wheelchair-bound", "wheelchair bound", "confined to a wheelchair", "kicks off" };

	(void)self;
	flag_words_in(c, words, EHC_COUNT(words), describes_child, "blames or labels the child; say what happens, when, and what the child is telling us by it.");
}

/* STYLE-007 */
static void
american(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "paraprofessional", "paraprofessionals", "IEP goal", "IEP goals", "grade level", "504 plan", "resource room", "special ed" };

	(void)self;
	flag_words_in(c, words, EHC_COUNT(words), is_any, "is a word of another country's system.");
}

/* ---- length ---- */

#define MOST_ITEM_WORDS 120

/* STYLE-008 */
static void
too_long(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	size_t words = 0;

	(void)self;
	for (size_t i = 0; i < all.count; i++)
		words += all.list[i].reading.words;
	if (words > (size_t)c->profile->plan_words)
		ehc_flag(c, NULL, ehc_plan_place(c->plan), "The plan has about %zu words; few will read all of it.", words);
}

/* STYLE-009 */
static void
wall_of_text(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		size_t from = 0, words = 0;
		struct ehc_str w;

		if (it->text.str.len < (size_t)2 * MOST_ITEM_WORDS)     /* a word has a letter and a blank at least */
			continue;
		while (next_word(it->text.str, &from, &w))
			words++;
		if (words > MOST_ITEM_WORDS)
			ehc_flag_item(c, it, "%.*s has %zu words in one piece.", EHC_ARG(ehc_item_Called(c->arena, it)), words);
	}
}

/* ---- STYLE-011: dates in figures among dates in words ---- */

struct dates_seen { const struct ehc_date *numeric; const struct ehc_item *item; size_t in_words; };

static void
see_date(struct dates_seen *seen, const struct ehc_date *d, const struct ehc_item *it)
{
	if (d->node == NULL || d->day == EHC_NODATE)
		return;
	if (!d->numeric) {
		seen->in_words++;
	} else if (seen->numeric == NULL) {
		seen->numeric = d;
		seen->item = it;
	}
}

static void
mixed_dates(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_plan *p = c->plan;
	struct dates_seen seen = { NULL, NULL, 0 };

	(void)self;
	see_date(&seen, &p->dated, NULL);
	see_date(&seen, &p->review_due, NULL);
	see_date(&seen, &p->child.born, NULL);
	for (size_t i = 0; i < p->nevents; i++)
		see_date(&seen, &p->events[i].date, NULL);
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next) {
		const struct ehc_date *dates[] = { &it->by, &it->from, &it->until, &it->asked, &it->received, &it->dated };

		for (size_t i = 0; i < EHC_COUNT(dates); i++)
			see_date(&seen, dates[i], it);
	}
	if (seen.numeric != NULL && seen.in_words > 0)
		ehc_flag_words(c, seen.item, seen.numeric->span, "This date is in figures and others are in words: is the day or the month first?");
}

/* ---- STYLE-014: the same words twice ---- */

/* By their length, which differs mostly, then by their words, then in their order; passages stand in one list. */
static int
compare_passages(const void *left, const void *right)
{
	const struct ehc_passage *a = *(const struct ehc_passage *const *)left, *b = *(const struct ehc_passage *const *)right;
	struct ehc_str s = a->text->str, t = b->text->str;
	int by_words;

	if (s.len != t.len)
		return s.len < t.len ? -1 : 1;
	by_words = memcmp(s.ptr, t.ptr, s.len);
	return by_words != 0 ? by_words : (a > b) - (a < b);
}

#define SHORT_TEXT 60           /* bytes: what is shorter may well stand twice */

/* Provision that says what other provision says is SPEC-017, and a need that is stated twice LINK-011. */
static bool
is_another_rules(const struct ehc_passage *a, const struct ehc_passage *b)
{
	return a->item != NULL && b->item != NULL && a->item->kind == b->item->kind && a->item->kind != EHC_ITEM_OUTCOME;
}

static void
repeated(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	const struct ehc_passage **sorted = EHC_NEW_ARRAY(c->arena, const struct ehc_passage *, all.count);
	size_t n = 0;

	(void)self;
	for (size_t i = 0; i < all.count; i++)
		if (all.list[i].text->str.len >= SHORT_TEXT)
			sorted[n++] = &all.list[i];
	if (n > 0)
		qsort(sorted, n, sizeof(*sorted), compare_passages);
	for (size_t i = 1; i < n; i++) {
		const struct ehc_passage *first = sorted[i - 1], *again = sorted[i];

		if (!ehc_str_eq(first->text->str, again->text->str) || is_another_rules(first, again))
			continue;
		ehc_finding_relate(c->out, ehc_flag_passage(c, again, 0, again->text->str.len, "These words stand in the plan twice."), first->text->span, EHC_STR("the first time"));
	}
}

#define STYLE_RULE(sev) .severity = sev, .class_ = EHC_WORDING, .documents = EHC_FOR_EHC_PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE

const struct ehc_rule ehc_rules_style[] = {
	{ .id = "STYLE-001", .title = "Sections A and E can be read by those they are about", STYLE_RULE(EHC_NOTE), .run = hard_to_read,
	  .why = "A young person who cannot read the plan cannot say whether it is right.", .fix = "Use shorter sentences and everyday words." },
	{ .id = "STYLE-002", .title = "Sentences are short", STYLE_RULE(EHC_NOTE), .run = long_sentences,
	  .why = "In a long sentence a duty gets lost.", .fix = "Make two or three sentences of it." },
	{ .id = "STYLE-003", .title = "Letters that stand for words are explained", STYLE_RULE(EHC_WARNING), .run = unexplained,
	  .why = "The family, and the next teacher, may not know what they are being promised.", .fix = "Write the words out the first time, with the letters in brackets." },
	{ .id = "STYLE-004", .title = "Specialists' words are explained", STYLE_RULE(EHC_NOTE), .run = jargon,
	  .why = "Those who are with the child all day must understand it.", .fix = "Say beside it what it means, or use an everyday word." },
	{ .id = "STYLE-005", .title = "What the child reads is free of law and funding", STYLE_RULE(EHC_NOTE), .run = legal_words,
	  .why = "Sections A and E are the child's own.", .fix = "Leave it out." },
	{ .id = "STYLE-006", .title = "The child is described, not blamed", STYLE_RULE(EHC_WARNING), .run = blaming,
	  .why = "The child will read it one day, and adults treat a child as the plan speaks of them.", .fix = "Describe what happens, when, and what helps." },
	{ .id = "STYLE-007", .title = "The words are those of this country's system", STYLE_RULE(EHC_NOTE), .run = american,
	  .why = "Words from elsewhere name no duty here, and may show that text was copied.", .fix = "Use the word that is used here." },
	{ .id = "STYLE-008", .title = "The plan is short enough to be read", STYLE_RULE(EHC_NOTE), .run = too_long,
	  .why = "What nobody reads nobody does.", .fix = "Leave out what section K holds already." },
	{ .id = "STYLE-009", .title = "An item of provision is no wall of text", STYLE_RULE(EHC_NOTE), .run = wall_of_text,
	  .why = "Several duties in one paragraph: some are overlooked.", .fix = "Give each duty an item of its own, and use `who:`, `how much:`, `review:`." },
	{ .id = "STYLE-011", .title = "Dates are written one way", STYLE_RULE(EHC_WARNING), .run = mixed_dates,
	  .why = "5/6/2026 is read as two different days.", .fix = "Write the month as a word: 5 June 2026." },
	{ .id = "STYLE-014", .title = "Nothing is said twice in the same words", STYLE_RULE(EHC_WARNING), .run = repeated,
	  .why = "Copied words usually fit one of the two places only.", .fix = "Say it once, where it belongs." },
	EHC_NO_MORE_RULES
};
