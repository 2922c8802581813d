/*
 * advice.c - the ADV family: the advice that the law asks for, and whether the plan rests on it.
 */
#include "rules/passage.h"
#include "rules/timeline.h"

#include <string.h>

#define REG6 "SEND Regulations 2014, reg. 6(1)"
#define COP969 "SEND Code of Practice 9.69"

/* The kinds of advice that every assessment seeks, and the words by which section K names them. */
struct limb {
	const char *name;
	const char *const words[40];
	enum ehc_section sections[3];   /* those that cannot do without it, whenever the plan is amended */
};

static const struct limb limbs[] = {
	{ "the parents or the young person", { "parent", "parents", "parental", "parent's", "parents'", "family", "young person", "mother", "father", "views",
	    "carer", "carers", "child's", NULL }, { EHC_A, EHC_B } },
	{ "the school or other setting", { "education", "educational", "school", "setting", "nursery", "college", "head teacher", "headteacher", "teacher", "senco", "pre-school", "tutor",
	    "course leader", "academy", "primary", "pupil referral unit", "sixth form", NULL }, { EHC_B, EHC_F } },
	{ "health", { "medical", "health", "paediatric", "paediatrician", "nurse", "nursing", "consultant", "neurology", "nhs", "doctor", "audiology", "camhs",
	    "paediatrics", "hospital", "clinic", "psychiatrist", "psychiatry", "gp", "clinical psychologist", "clinical psychology", "ophthalmology", "ophthalmologist",
	    "orthoptist", "optometrist", "audiologist", "neurologist", "cardiology", "endocrinology", "gastroenterology", "genetics", "ent", "surgeon", NULL }, { EHC_C, EHC_G } },
	{ "an educational psychologist", { "psychological", "psychologist", "psychology", "ep", NULL }, { EHC_NO_SECTION } },
	{ "social care", { "social care", "social work", "social worker", "children's services", "early help", "disabled children's team", "care team", NULL }, { EHC_D, EHC_H1, EHC_H2 } },
};

#define LIMB_FAMILY 0           /* the first of them */
#define LIMB_HEALTH 2

static size_t
count_words(const struct limb *l)
{
	size_t n = 0;

	while (l->words[n] != NULL)
		n++;
	return n;
}

static bool
is_of(const struct ehc_check *c, const struct ehc_item *advice, const struct limb *l)
{
	/* "Neuromuscular team, by Dr Example, consultant paediatric neurologist": whose title is no health body's is known by its author. */
	static const char *const doctors[] = { "paediatrician", "paediatric", "consultant", "neurologist", "psychiatrist", "clinical psychologist", "ophthalmologist", "audiologist", "nurse",
		"surgeon", "geneticist", "GP" };
	size_t n = count_words(l);

	if (l == &limbs[LIMB_HEALTH] && ehc_says_any(c, advice->author.text.str, doctors, EHC_COUNT(doctors)))
		return true;
	return ehc_says_any(c, advice->text.str, l->words, n) || ehc_says_any(c, advice->role.text.str, l->words, n) || ehc_says_any(c, advice->type.text.str, l->words, n) ||
	    (advice->text.str.len == 0 && ehc_says_any(c, advice->author.text.str, l->words, n));
}

/* "Ros and Anne Example": capitals and "and", and no word of what the advice is about. */
static bool
is_names_alone(struct ehc_str title)
{
	struct ehc_str word;

	while (ehc_str_split(&title, ' ', &word))
		if (word.len > 0 && !ehc_is_capital(word.ptr[0]) && !ehc_str_is_nocase(word, "and") && !ehc_str_is(word, "&"))
			return false;
	return true;
}

/* "Harriet", "Harriet Example": the young person or a parent by name, who needs no other word. */
static bool
is_by_family(const struct ehc_plan *p, const struct ehc_item *advice)
{
	struct ehc_str name = ehc_str_trim(p->child.name.text.str), title = ehc_str_trim(advice->text.str), author = ehc_str_trim(advice->author.text.str);
	size_t first = 0;

	while (first < name.len && name.ptr[first] != ' ')
		first++;
	if (name.len == 0)
		return false;
	if (title.len > 0 && ehc_str_find(p->child.parents.text.str, title, true) != SIZE_MAX)
		return true;
	for (struct ehc_str rest = title, word; ehc_str_split(&rest, ' ', &word);)
		if (word.len > 1 && ehc_is_capital(word.ptr[0]) && (ehc_str_eq_nocase(word, ehc_str_sub(name, 0, first)) || ehc_str_eq_nocase(word, ehc_str_trim(p->child.known_as.text.str))))
			return is_names_alone(title);
	return ehc_str_eq_nocase(title, name) || ehc_str_eq_nocase(title, ehc_str_sub(name, 0, first)) || ehc_str_eq_nocase(title, ehc_str_trim(p->child.known_as.text.str)) ||
	    ehc_str_eq_nocase(author, name) || (author.len > 0 && ehc_str_find(p->child.parents.text.str, author, true) != SIZE_MAX);
}

/* A review asks for no new assessment: what a plan that it amends must then hold is advice for the sections that promise something. */
static bool
is_settled_by_review(const struct ehc_plan *p, const struct limb *l)
{
	for (size_t i = 0; i < EHC_COUNT(l->sections); i++)
		if (l->sections[i] != EHC_NO_SECTION && p->sections[l->sections[i]].items > 0)
			return false;
	return p->status == EHC_AMENDED_FINAL || p->status == EHC_PROPOSED;
}

/* ADV-001 */
static void
limb_missing(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_items *advice = &c->plan->kinds[EHC_ITEM_ADVICE];

	(void)self;
	if (!c->plan->sections[EHC_K].present)
		return;
	for (size_t i = 0; i < EHC_COUNT(limbs); i++) {
		bool found = false;

		for (size_t k = 0; k < advice->count && !found; k++)
			found = is_of(c, advice->items[k], &limbs[i]) || (i == LIMB_FAMILY && is_by_family(c->plan, advice->items[k]));
		if (!found) {
			struct ehc_finding *f = ehc_flag_section(c, EHC_K, "Section K holds no advice from %s, and no reason why there is none.", limbs[i].name);

			if (is_settled_by_review(c->plan, &limbs[i]))
				f->severity = EHC_NOTE;
		}
	}
	for (size_t k = 0; k < advice->count; k++) {
		const struct ehc_item *it = advice->items[k];
		struct ehc_value because = ehc_item_value(it, EHC_L_BECAUSE);
		struct ehc_str called = ehc_item_Called(c->arena, it);

		if (it->missing && because.text.str.len == 0)
			ehc_flag_words(c, it, it->text.str.len > 0 ? it->text.span : it->span, ehc_date_known(&it->received) ?
			    "%.*s: what came in answer is no advice." : "%.*s was asked for but did not come.", EHC_ARG(called))->cause = it;
	}
}

/* ADV-002 */
static void
adulthood_advice(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct limb adulthood = { "", { "adulthood", "careers", "career", "transition", "independent living", "connexions", "post-16", "employment", NULL }, { EHC_NO_SECTION } };
	const struct ehc_items *advice = &c->plan->kinds[EHC_ITEM_ADVICE];

	(void)self;
	if (!ehc_check_is_year_nine(c) || advice->count == 0)
		return;
	for (size_t i = 0; i < advice->count; i++)
		if (is_of(c, advice->items[i], &adulthood) || ehc_says_any(c, advice->items[i]->author.text.str, adulthood.words, count_words(&adulthood)))
			return;
	ehc_flag_section(c, EHC_K, "From year 9 on advice is asked about preparing for adulthood; section K holds none.");
}

/* ADV-003 */
static void
sensory_advice(struct ehc_check *c, const struct ehc_rule *self)
{
	static const struct { const char *name; const char *const needs[6], *const advice[8]; } senses[] = {
		{ "hearing", { "hearing loss", "hearing aids", "hearing impairment", "cochlear implant", "cochlear implants", "deaf" },
		    { "deaf", "hearing", "QToD", "ToD", "audiology", "audiologist", "sensory", "multi-sensory" } },
		{ "sight", { "vision impairment", "visual impairment", "sight loss", "registered blind", "severely sight impaired", "braille" },
		    { "vision", "visual", "visually", "QTVI", "sight", "blind", "sensory", "multi-sensory" } },
	};
	const struct ehc_items *advice = &c->plan->kinds[EHC_ITEM_ADVICE];

	(void)self;
	for (size_t s = 0; s < EHC_COUNT(senses) && advice->count > 0; s++) {
		const struct ehc_item *need = NULL, *it;
		bool found = false;

		for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_NEED))
			if (need == NULL && it->section == EHC_B && ehc_own_says_any(c, it, senses[s].needs, 6))
				need = it;
		for (size_t i = 0; i < advice->count; i++) {
			const struct ehc_item *a = advice->items[i];

			found = found || ehc_says_any(c, a->text.str, senses[s].advice, 8) || ehc_says_any(c, a->author.text.str, senses[s].advice, 8) ||
			    ehc_says_any(c, a->role.text.str, senses[s].advice, 8) || ehc_says_any(c, a->type.text.str, senses[s].advice, 8);
		}
		if (need != NULL && !found)
			ehc_finding_relate(c->out, ehc_flag_section(c, EHC_K, "The child has a need about %s; section K holds no advice from somebody who is qualified in it.",
			    senses[s].name), need->span, EHC_STR("the need"));
	}
}

/* Names no advice at all; one that is not there is LINK-010's affair. */
static bool
names_none(const struct ehc_item *it)
{
	return ehc_item_count_links(it, EHC_REL_EVIDENCE) == 0 && ehc_item_value(it, EHC_L_EVIDENCE).text.str.len == 0 &&
	    ehc_item_value(it, EHC_L_INFORMED_BY).text.str.len == 0;
}

/* One finding for the section, whichever items it is about: they have one cause, and one evening's work mends it. */
static void
uncited(struct ehc_check *c, enum ehc_item_kind kind, enum ehc_section section, const char *what, const char *which)
{
	const struct ehc_items *items = &c->plan->kinds[kind];
	struct ehc_str *ids = EHC_NEW_ARRAY(c->arena, struct ehc_str, items->count);
	size_t n = 0;
	struct ehc_finding *f;
	struct ehc_str list;

	if (c->plan->kinds[EHC_ITEM_ADVICE].count == 0)
		return;
	for (size_t i = 0; i < items->count; i++)
		if (names_none(items->items[i]))
			ids[n++] = ehc_str_of(items->items[i]->id);
	if (n == 0)
		return;
	if (n == items->count) {
		ehc_flag_section(c, section, "No %s says which advice it %s.", what, which);
		return;
	}
	list = ehc_list_words(c->arena, ids, n, 8);
	f = n == 1 ? ehc_flag_section(c, section, "One of %zu %ss does not say which advice it %s: %.*s.", items->count, what, which, EHC_ARG(list)) :
	    ehc_flag_section(c, section, "%zu of %zu %ss do not say which advice they %s: %.*s.", n, items->count, what,
	    kind == EHC_ITEM_NEED ? "come from" : "rest on", EHC_ARG(list));
	for (size_t i = 0; i < items->count; i++)
		if (names_none(items->items[i]))
			ehc_finding_relate(c->out, f, items->items[i]->span, EHC_STR("names no advice"));
}

/* ADV-005 */
static void
need_uncited(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	uncited(c, EHC_ITEM_NEED, EHC_B, "need", "comes from");
}

/* ADV-006 */
static void
provision_uncited(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	uncited(c, EHC_ITEM_PROVISION, EHC_F, "provision", "rests on");
}

/* ADV-014 */
static void
no_author(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_ADVICE)) {
		struct ehc_str called = ehc_item_Called(c->arena, it);

		if (!it->missing && it->author.text.str.len == 0)
			ehc_finding_unsaid(c, ehc_flag(c, it, it->span, "%.*s", EHC_ARG(called)), EHC_STR("who gave it"));
	}
}

/* The words in an advice report's provision that stand where advice should, in an item without an amount: the first of them. */
static void
flag_instead_of_advice(struct ehc_check *c, const char *const *words, size_t n, const char *why, const char *suggestion)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		for (size_t i = 0; i < n && (it->whole == NULL || it->whole->ndoses == 0); i++) {
			size_t len = strlen(words[i]), at = ehc_str_find_word(it->text.str, words[i]);

			if (at == SIZE_MAX)
				continue;
			ehc_finding_suggest(c, ehc_flag_words(c, it, ehc_text_span(&it->text, at, len), "\"%s\": %s.", words[i], why), "%s", suggestion);
			break;
		}
	}
}

/* ADV-010 */
static void
limited_by_policy(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "does not quantify", "do not quantify", "cannot quantify", "unable to quantify", "not able to quantify", "our policy",
		"the service's policy", "service policy", "policy of this service", "does not specify hours", "do not specify hours", "does not give hours", "do not give hours",
		"within our core offer", "within the core offer", "part of our core offer", "within our service offer", "not commissioned to" };

	(void)self;
	flag_instead_of_advice(c, words, EHC_COUNT(words), "what the service gives is said here, not what the child needs",
	    "<role> will <do what> for <minutes>, <how many times> a <week or term>");
}

/* ADV-012 */
static void
letter_for_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "see attached", "see the attached", "see report", "see my report", "see the report", "please see", "please refer to", "refer to the attached",
		"refer to my report", "thank you for referring", "thank you for this referral", "thank you for asking", "do not hesitate to contact", "please contact" };

	(void)self;
	flag_instead_of_advice(c, words, EHC_COUNT(words), "these words belong in a letter; a plan that takes them over gives the child nothing",
	    "<role> will <do what> for <minutes>, <how many times> a <week or term>");
}

const struct ehc_rule ehc_rules_advice[] = {
	{ .id = "ADV-001", .title = "Every kind of advice was obtained, or the plan says why not", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .source = REG6, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS, .run = limb_missing,
	  .why = "What nobody was asked about is what the plan will leave out.", .fix = "Ask again, or say in section K why there is none." },
	{ .id = "ADV-002", .title = "From year 9, somebody advised on preparing for adulthood", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .source = REG6, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS, .run = adulthood_advice,
	  .why = "Provision for work, a home and friends needs advice as much as provision for reading does.", .fix = "Ask for it, and list it in section K." },
	{ .id = "ADV-003", .title = "A need about hearing or sight has advice from somebody qualified in it", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN, .needs = EHC_STAGED, .source = REG6, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_REGULATIONS, .run = sensory_advice,
	  .why = "What a child who hears or sees less needs in a classroom is a specialist's knowledge.", .fix = "Ask a teacher of the deaf or of the vision impaired, and list the advice." },
	{ .id = "ADV-005", .title = "A need names the advice it comes from", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN, .source = COP969, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = need_uncited,
	  .why = "A need that nobody can trace is the first to be argued away.", .fix = "Add `evidence:` with the advice." },
	{ .id = "ADV-006", .title = "Provision names the advice it rests on", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	  .documents = EHC_FOR_EHC_PLAN, .source = COP969, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = provision_uncited,
	  .why = "How the advice was taken into account is what the family will ask first.", .fix = "Add `informed by:` with the advice." },
	{ .id = "ADV-010", .title = "Advice says what the child needs, whatever a service's policy is", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = EHC_FOR_ADVICE, .source = "SEND Code of Practice 9.51", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = limited_by_policy,
	  .why = "What the adviser does not say this child needs, the plan can hardly give.", .fix = "Say what this child needs, how much and how often, by whom.",
	  .legitimate = "The item says all the same how much the child needs." },
	{ .id = "ADV-012", .title = "An item of advised provision says what is to be done", .severity = EHC_ERROR, .class_ = EHC_WORDING,
	  .documents = EHC_FOR_ADVICE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = letter_for_provision, .after = "ADV-010",
	  .why = "Provision is taken from here into the plan; the child cannot be given a courtesy, or a pointer to another paper.",
	  .fix = "Write out what is advised, how much and by whom; keep the rest for the letter.",
	  .legitimate = "The item says how much as well." },
	{ .id = "ADV-014", .title = "Advice names its author", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_EHC_PLAN,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = no_author,
	  .why = "Nobody can ask an author who is not named.", .fix = "Add `author:` with the role." },
	EHC_NO_MORE_RULES
};
