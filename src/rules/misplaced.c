/*
 * misplaced.c - words in a section where they bind nobody or do not belong, words of a law gone by, and advice that the
 * words rely on and section K does not list. The rules belong to the SECT family; they are apart because they read prose.
 */
#include "rules/passage.h"

#include <string.h>

#define COP969 "SEND Code of Practice 9.69"

/* ---- SECT-010: the placement, before it is decided ---- */

static bool
is_name_word(struct ehc_str w)
{
	return w.len > 1 && ehc_is_capital(w.ptr[0]);
}

/* Words that any school may have in its name. */
static bool
is_common(struct ehc_str w)
{
	static const char *const words[] = { "School", "Academy", "College", "Nursery", "Primary", "Junior", "Infant", "Secondary", "High", "Special", "The", "At",
		"Community", "Church", "CE", "Free", "Grammar", "Sixth", "Form" };

	return ehc_str_is_one_of(w, words, EHC_COUNT(words));
}

/* The name that ends in "School" at `at`; empty where it is no name, or that of the setting where the child is now. */
static struct ehc_str
other_setting(const struct ehc_plan *p, struct ehc_str s, size_t at, size_t len)
{
	size_t from = at;
	bool named = false;

	for (;;) {
		struct ehc_str w = ehc_str_word_before(s, from);

		if (!is_name_word(w))
			break;
		if (!is_common(w)) {
			if (ehc_str_find(p->child.setting.text.str, w, true) != SIZE_MAX)
				return EHC_NOSTR;
			named = true;
		}
		from = (size_t)(w.ptr - s.ptr);
	}
	return named ? ehc_str_sub(s, from, at + len) : EHC_NOSTR;
}

static bool
speaks_of_place(struct ehc_str sentence)
{
	static const char *const words[] = { "attend", "attends", "taught at", "taught in", "educated at", "educated in", "place at", "place in", "placed at", "placed in", "placement",
		"move to", "transfer to", "go to" };

	return ehc_has_word(sentence, words, EHC_COUNT(words));
}

static void
placement_leak(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const kinds[] = { "special school", "specialist school", "specialist placement", "specialist setting", "residential placement", "residential school",
		"mainstream placement", "special placement", "independent school" };
	static const char *const ends[] = { "School", "Academy", "College" };
	struct ehc_passages all = ehc_passages_of(c);

	(void)self;
	for (size_t i = 0; i < all.count; i++) {
		const struct ehc_passage *p = &all.list[i];
		const char *found = NULL;
		struct ehc_str name = EHC_NOSTR;
		size_t at;

		if (p->item == NULL || p->item->kind == EHC_ITEM_NEED)
			continue;
		for (size_t k = 0; k < EHC_COUNT(ends) && name.len == 0; k++)
			if (ehc_pairs_may_hold(p->pairs, ends[k]) && (at = ehc_find_said(p->text->str, ends[k])) != SIZE_MAX && is_name_word(ehc_str_sub(p->text->str, at, p->text->str.len)))
				name = other_setting(c->plan, p->text->str, at, strlen(ends[k]));
		at = name.len > 0 ? (size_t)(name.ptr - p->text->str.ptr) : ehc_passage_find_any(c, p, kinds, EHC_COUNT(kinds), &found);
		if (at != SIZE_MAX && speaks_of_place(ehc_sentence_at(p->text->str, at)))
			ehc_flag_passage(c, p, at, name.len > 0 ? name.len : strlen(found), "%.*s says where the child is to be taught, in a draft.",
			    EHC_ARG(ehc_item_Called(c->arena, p->item)));
	}
}

/* ---- SECT-018: provision that stands only among the views ---- */

/*
 * "two hours a week with a teaching assistant": an amount that comes again, and somebody who gives it. *next is the first
 * match that may stand in this sentence; it moves on with the sentences, for a history may have thousands.
 */
static bool
holds_provision(struct ehc_arena *a, const struct ehc_prose *p, size_t sentence, size_t *next)
{
	bool role = false, will = false;
	const struct ehc_sentence *s = &p->sentences[sentence];

	for (; *next < p->nmatches && p->matches[*next].first < s->first + s->count; (*next)++) {
		const struct ehc_match *m = &p->matches[*next];

		if (m->first >= s->first && !p->tokens[m->first].quoted)
			role = role || (m->list >= EHC_LIST_ROLE_REGISTERED && m->list <= EHC_LIST_ROLE_OTHER);
	}
	for (size_t i = s->first; i < s->first + s->count; i++)
		will = will || (!p->tokens[i].quoted && ehc_str_is_nocase(ehc_prose_token(p, i), "will"));
	return role && will && ehc_says_how_much_and_how_often(a, p, sentence);
}

static void
provision_in_a(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);

	(void)self;
	for (size_t i = 0; i < all.count; i++) {
		const struct ehc_prose *p;
		size_t next = 0;

		if (all.list[i].section != EHC_A || !ehc_pairs_may_hold(all.list[i].pairs, "will") || !ehc_str_has(all.list[i].text->str, "will"))
			continue;
		p = ehc_prose_read(c->arena, all.list[i].text->str);
		for (size_t k = 0; k < p->nsentences; k++)
			if (holds_provision(c->arena, p, k, &next))
				ehc_flag_passage(c, &all.list[i], p->sentences[k].at, p->sentences[k].len,
				    "Section A promises provision: nobody can be held to it where it stands.");
	}
}

/* ---- SECT-019: a need among the provision ---- */

static bool
begins_with_child(const struct ehc_plan *p, struct ehc_str text, size_t *end)
{
	struct ehc_str names[] = { p->child.known_as.text.str, p->child.name.text.str, EHC_STR("He"), EHC_STR("She"), EHC_STR("They") };
	struct ehc_str rest = text, first;

	ehc_str_split(&rest, ' ', &first);
	*end = first.len;
	for (size_t i = 0; i < EHC_COUNT(names); i++) {
		struct ehc_str name = names[i], word;

		ehc_str_split(&name, ' ', &word);
		if (first.len > 0 && ehc_str_eq_nocase(word, first))
			return true;
	}
	return false;
}

static void
need_as_provision(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const verbs[] = { " finds ", " struggles ", " has difficulty ", " has difficulties ", " cannot ", " is unable to ", " does not ", " becomes " };
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		struct ehc_str text = ehc_arena_unwrapped(c->arena, it->text.str);
		size_t end;

		if (it->said == NULL || it->has_placeholder || it->said->role || ehc_str_find_word(text, "will") != SIZE_MAX || !begins_with_child(c->plan, text, &end))
			continue;
		for (size_t i = 0; i < EHC_COUNT(verbs); i++)
			if (ehc_str_starts_nocase(ehc_str_sub(text, end, text.len), verbs[i])) {
				ehc_flag_item(c, it, "%.*s describes what the child finds hard, not what will be done about it.", EHC_ARG(ehc_item_Called(c->arena, it)))->cause = it;
				break;
			}
	}
}

/* ---- SECT-029: words of a law gone by ---- */

struct old_word { const char *was; const char *now; };

static const struct old_word old_words[] = {
	{ "CCG", "an integrated care board (ICB) since July 2022" }, { "clinical commissioning group", "an integrated care board (ICB) since July 2022" },
	{ "PCT", "an integrated care board (ICB) since July 2022" }, { "primary care trust", "an integrated care board (ICB) since July 2022" },
	{ "school action", "SEN support" }, { "school action plus", "SEN support" },
	{ "statement of special educational needs", "an EHC plan" }, { "statement of SEN", "an EHC plan" }, { "part 3 of the statement", "section F" },
	{ "part 2 of the statement", "section B" },
};

/* Those that the plan may hold. */
struct held_words { const struct old_word *words[EHC_COUNT(old_words)]; size_t n; };

static void
flag_old(struct ehc_check *c, const struct held_words *held, const struct ehc_passage *p)
{
	for (size_t i = 0; i < held->n; i++) {
		const struct old_word *old = held->words[i];
		size_t at = p->pairs == NULL || ehc_pairs_may_hold(p->pairs, old->was) ? ehc_find_said(p->text->str, old->was) : SIZE_MAX;

		if (at == SIZE_MAX)
			continue;
		ehc_flag_passage(c, p, at, strlen(old->was), "\"%s\" is a thing of the past: it is %s.", old->was, old->now);
		return;
	}
}

/* The same in a field. */
static void
flag_old_in(struct ehc_check *c, const struct held_words *held, const struct ehc_item *it, enum ehc_section section, enum ehc_label label,
    const struct ehc_text *text)
{
	flag_old(c, held, &(struct ehc_passage){ it, section, label, text, NULL, { 0 } });
}

/* The story so far may well speak of them; the plan as it stands may not. */
static void
old_regime(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_passages all = ehc_passages_of(c);
	const struct ehc_item *it;
	struct held_words held = { .n = 0 };

	(void)self;
	for (size_t i = 0; i < EHC_COUNT(old_words); i++)
		if (ehc_may_say(c, old_words[i].was))
			held.words[held.n++] = &old_words[i];
	if (held.n == 0)
		return;
	for (size_t i = 0; i < all.count; i++)
		if (all.list[i].label != EHC_L_HISTORY && all.list[i].label != EHC_L_DIAGNOSIS)
			flag_old(c, &held, &all.list[i]);
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		const struct ehc_value *fields[] = { &it->who.value, &it->funded_by, &it->accountable };

		for (size_t i = 0; i < EHC_COUNT(fields); i++)
			if (fields[i]->node != NULL)
				flag_old_in(c, &held, it, it->section, fields[i]->node->label, &fields[i]->text);
		if (it->agreed.state != EHC_AGREEMENT_NONE) {
			struct ehc_value agreed = ehc_item_value(it, EHC_L_AGREED);

			flag_old_in(c, &held, it, it->section, EHC_L_AGREED, &agreed.text);
		}
	}
	if (c->plan->icb.node != NULL)
		flag_old_in(c, &held, NULL, EHC_NO_SECTION, EHC_L_ICB, &c->plan->icb.text);
}

/* ---- SECT-031: time out of school ---- */

/* "was", and not within a year of the plan: part of the story. */
static bool
is_long_past(const struct ehc_check *c, struct ehc_str sentence)
{
	static const char *const past[] = { "was", "were", "had", "used" };
	ehc_day day = ehc_check_day(c);
	int year, month, date;

	if (!ehc_has_word(sentence, past, EHC_COUNT(past)))
		return false;
	if (day == EHC_NODATE)
		return true;
	ehc_day_parts(day, &year, &month, &date);
	for (int y = year - 1; y <= year; y++)
		if (ehc_str_find_nocase(sentence, ehc_arena_printf(c->arena, "%d", y).ptr) != SIZE_MAX)
			return false;
	return true;
}

/* Provision for the time that the child is not in school, or for the way back. */
static bool
answers_absence(const struct ehc_check *c)
{
	static const char *const words[] = { "tuition", "home tuition", "tutor at home", "alternative provision", "online", "hospital school", "at home", "reintegration", "re-integration",
		"part-time", "full-time", "full time", "timetable back", "hours in school", "return to school" };
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION))
		if (it->section == EHC_F && ehc_own_says_any(c, it, words, EHC_COUNT(words)) &&
		    (it->from.day != EHC_NODATE || it->until.day != EHC_NODATE || (it->said != NULL && it->said->text->has_date)))
			return true;
	return false;
}

static void
part_time(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const words[] = { "part-time timetable", "part time timetable", "reduced timetable", "reduced hours", "shorter day", "shortened day", "shorter school day", "not attending school", "not been to school", "out of school since",
		"not in school", "no school place" };
	static const char *const over[] = { "full time since", "full-time since", "now full time", "now full-time", "now attends full" };
	struct ehc_passages all = ehc_passages_of(c);

	(void)self;
	if (ehc_wanted_of(c, words, EHC_COUNT(words)).n == 0 || answers_absence(c))
		return;
	for (size_t i = 0; i < all.count; i++) {
		const struct ehc_passage *p = &all.list[i];
		const char *found;
		size_t at = ehc_passage_find_any(c, p, words, EHC_COUNT(words), &found);

		if (at == SIZE_MAX || (p->section != EHC_A && p->section != EHC_B && p->section != EHC_F) || ehc_has_word(p->text->str, over, EHC_COUNT(over)) ||
		    is_long_past(c, ehc_sentence_at(p->text->str, at)))
			continue;
		ehc_flag_passage(c, p, at, strlen(found), "The child is not in school for the whole day, and no provision with dates says what is done in the time out of school.");
		return;
	}
}

/* ---- SECT-032: advice that nobody can find ---- */

struct adviser {
	const char *role;
	const char *const known_by[6];          /* words by which section K may name the advice */
};

static const struct adviser advisers[] = {
	{ "occupational therapist", { "occupational", "OT", NULL } },
	{ "speech and language therapist", { "speech", "SLT", "SALT", NULL } },
	{ "physiotherapist", { "physiotherapist", "physiotherapy", "physio", NULL } },
	{ "dietitian", { "dietitian", "dietician", "dietetic", "dietetics", NULL } },
	{ "dietician", { "dietitian", "dietician", "dietetic", "dietetics", NULL } },
	{ "educational psychologist", { "psychologist", "psychology", "psychological", "EP", NULL } },
	{ "clinical psychologist", { "psychologist", "psychology", "CAMHS", "mental health", NULL } },
	{ "paediatrician", { "paediatrician", "paediatric", "paediatrics", "medical", "health", NULL } },
	{ "psychiatrist", { "psychiatrist", "psychiatric", "CAMHS", "mental health", "medical", NULL } },
	{ "audiologist", { "audiologist", "audiology", "hearing", "deaf", NULL } },
	{ "orthoptist", { "orthoptist", "vision", "eye", "ophthalmology", NULL } },
	{ "teacher of the deaf", { "deaf", "hearing", "QToD", "sensory", NULL } },
	{ "teacher of the vision impaired", { "vision", "visual", "visually", "QTVI", "sensory", NULL } },
	{ "social worker", { "social worker", "social care", "social work", "children's services", NULL } },
	{ "continence nurse", { "nurse", "nursing", "continence", "health", NULL } },
	{ "school nurse", { "nurse", "nursing", "health", NULL } },
};

static bool
is_listed(const struct ehc_plan *p, const struct adviser *a)
{
	const struct ehc_item *it;
	size_t n = 0;

	while (a->known_by[n] != NULL)
		n++;
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE))
		if (ehc_own_has_word(it, a->known_by, n) || ehc_has_word(it->author.text.str, a->known_by, n) || ehc_has_word(it->role.text.str, a->known_by, n) ||
		    ehc_has_word(it->type.text.str, a->known_by, n))
			return true;
	return false;
}

/* Which adviser the words from `at` on name ("the occupational therapist"), with their length; SIZE_MAX for none. */
static size_t
named_adviser(struct ehc_str text, size_t at, size_t *len)
{
	static const char *const articles[] = { " the ", " an ", " a ", " his ", " her ", " their ", " " };
	struct ehc_str rest = ehc_str_sub(text, at, at + 60);

	for (size_t k = 0; k < EHC_COUNT(articles); k++)
		for (size_t i = 0; i < EHC_COUNT(advisers); i++)
			if (ehc_str_find_nocase(rest, articles[k]) == 0 && ehc_str_find_nocase(ehc_str_sub(rest, strlen(articles[k]), rest.len), advisers[i].role) == 0) {
				*len = strlen(articles[k]) + strlen(advisers[i].role);
				return i;
			}
	return SIZE_MAX;
}

/* Where the plan rests on an adviser whom section K does not list: one finding for each adviser. */
static void
check_reliance(struct ehc_check *c, const struct ehc_passage *p, const char *verb, struct ehc_finding **found)
{
	size_t at = ehc_find_said(p->text->str, verb), len = 0, who;
	struct ehc_span span;

	if (at == SIZE_MAX || (who = named_adviser(p->text->str, at + strlen(verb), &len)) == SIZE_MAX)
		return;
	span = ehc_text_span(p->text, at, strlen(verb) + len);
	if (found[who] != NULL) {
		ehc_finding_relate(c->out, found[who], span, EHC_STR("relied on here too"));
	} else if (!is_listed(c->plan, &advisers[who])) {
		found[who] = ehc_flag_words(c, NULL, span, "The plan relies on the %s, but section K lists no such advice.", advisers[who].role);
		found[who]->section = EHC_K;
	}
}

static void
advice_not_listed(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char *const verbs[] = { "reported by", "advised by", "recommended by", "assessed by", "diagnosed by", "according to" };
	struct ehc_passages all = ehc_passages_of(c);
	struct ehc_wanted relied = ehc_wanted_of(c, verbs, EHC_COUNT(verbs));
	struct ehc_finding *found[EHC_COUNT(advisers)] = { NULL };

	(void)self;
	if (c->plan->kinds[EHC_ITEM_ADVICE].count == 0)
		return;
	for (size_t i = 0; i < all.count; i++)
		for (size_t v = 0; v < relied.n; v++)
			if (all.list[i].section != EHC_A && all.list[i].section != EHC_NO_SECTION && ehc_pairs_may_hold(all.list[i].pairs, relied.words[v]))
				check_reliance(c, &all.list[i], relied.words[v], found);
}

#define PLAN EHC_FOR_EHC_PLAN

/* ---- SECT-034: rest for the family, and the way to school, in section F ---- */

static size_t
find_first(const struct ehc_check *c, struct ehc_str s, const char *const *words, size_t n, size_t *len)
{
	struct ehc_wanted left = ehc_wanted_of(c, words, n);
	size_t first = SIZE_MAX;

	for (size_t i = 0; i < left.n; i++) {
		size_t at = ehc_str_find_word(s, left.words[i]);

		if (at < first) {
			first = at;
			*len = strlen(left.words[i]);
		}
	}
	return first;
}

/* A short break between two tasks is no rest for the family: it must say whose it is, or be of a night or a weekend. */
static size_t
family_rest(const struct ehc_check *c, struct ehc_str s, size_t *len)
{
	static const char *const rest[] = { "respite", "short break", "short breaks", "overnight break", "overnight breaks", "overnight stay", "overnight stays" };
	static const char *const whose[] = { "overnight", "weekend", "weekends", "night", "nights", "parent", "parents", "carer", "carers", "family", "mother", "father", "mum", "dad",
		"respite care", "respite centre" };
	size_t at = find_first(c, s, rest, EHC_COUNT(rest), len), unused;

	return at == SIZE_MAX || find_first(c, s, whose, EHC_COUNT(whose), &unused) == SIZE_MAX ? SIZE_MAX : at;
}

/* Only the journey itself: who learns to travel, or is met at the taxi, is taught or helped. */
static size_t
journey(const struct ehc_check *c, struct ehc_str s, size_t *len)
{
	static const char *const ways[] = { "home to school transport", "home-to-school transport", "transport to and from", "transport to school", "transport to college", "school transport",
		"transport will be", "transport is provided", "by taxi", "taxi to school", "taxi to college", "taxi to and from", "taxi with" };
	static const char *const learning[] = { "learn", "learns", "teach", "teaches", "taught", "train", "trains", "trained", "training", "practise", "practises", "prepares", "meets", "met" };
	size_t at = find_first(c, s, ways, EHC_COUNT(ways), len), unused;

	return at == SIZE_MAX || find_first(c, s, learning, EHC_COUNT(learning), &unused) != SIZE_MAX ? SIZE_MAX : at;
}

static void
not_educational(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_PROVISION)) {
		size_t len = 0, at;
		struct ehc_finding *f;

		if (it->section != EHC_F || it->has_placeholder || ehc_item_value(it, EHC_L_BECAUSE).text.str.len > 0)
			continue;
		at = family_rest(c, it->text.str, &len);
		if (at != SIZE_MAX) {
			f = ehc_flag_words(c, it, ehc_text_span(&it->text, at, len), "%.*s is rest for the family, which is social care.", EHC_ARG(ehc_item_Called(c->arena, it)));
			ehc_finding_help(c, f, "Move it to section H1 or, where it is overnight, to H2, with the need in section D that it meets.");
			continue;
		}
		at = journey(c, it->text.str, &len);
		if (at != SIZE_MAX) {
			f = ehc_flag_words(c, it, ehc_text_span(&it->text, at, len), "%.*s is the way to school, which does not teach or train.", EHC_ARG(ehc_item_Called(c->arena, it)));
			ehc_finding_help(c, f, "Record it with the travel arrangements; keep here what the child is taught about travel, or say under `because:` what the escort does for learning.");
		}
	}
}

const struct ehc_rule ehc_rules_misplaced[] = {
	{ .id = "SECT-010", .title = "A draft does not say elsewhere where the child is to be taught", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .needs = EHC_NEEDS_DRAFT, .source = "Children and Families Act 2014, s.38(5)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_GUIDANCE, .run = placement_leak,
	  .why = "The family may ask for a school in answer to the draft; words elsewhere that settle it leave nothing to ask.",
	  .fix = "Say what the child needs, wherever it is given.", .legitimate = "The setting provides one item, such as outreach teaching." },
	{ .id = "SECT-018", .title = "Provision is not left in section A", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = provision_in_a,
	  .why = "Section A binds nobody: what is promised there may never be given.", .fix = "Move it to section F, G or H, or take it out.",
	  .legitimate = "It stands in section F, G or H as well, in the same words." },
	{ .id = "SECT-019", .title = "Provision says what is done, not what is hard", .severity = EHC_NOTE, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = COP969, .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = need_as_provision,
	  .why = "A need in the place of provision leaves the need unmet.", .fix = "Move it to section B, C or D, and say here what will be done." },
	{ .id = "SECT-029", .title = "The plan speaks of today's bodies and law", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = old_regime,
	  .why = "A body that is no more gives the child nothing, and old words are often copied from an old plan.", .fix = "Name the body or the document that took its place.",
	  .legitimate = "The history in section A." },
	{ .id = "SECT-031", .title = "Time out of school is provided for", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	  .documents = PLAN, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = part_time,
	  .why = "A child who is sent home at eleven is taught for two hours a day, and nobody plans the rest.",
	  .fix = "Add provision to section F for the time out of school: what, by whom, how much, from when until when." },
	{ .id = "SECT-034", .title = "Section F holds what educates or trains", .severity = EHC_WARNING, .class_ = EHC_WORDING,
	  .documents = PLAN, .source = "Children and Families Act 2014, s.21(1) and (5)", .confidence = EHC_CONFIRMED, .basis = EHC_BASIS_ACT, .run = not_educational,
	  .why = "The duty behind section F is to secure education and training; what is neither may be refused there, and stands in no section that answers for it.",
	  .fix = "Move it to the section that answers for it.", .legitimate = "The journey or the stay is itself used to teach, and the item says what." },
	{ .id = "SECT-032", .title = "Advice that the plan relies on is listed", .severity = EHC_WARNING, .class_ = EHC_COMPLETENESS,
	  .documents = PLAN, .after = "SECT-001", .source = "SEND Code of Practice 9.69", .confidence = EHC_SECONDARY, .basis = EHC_BASIS_STATUTORY_GUIDANCE, .run = advice_not_listed,
	  .why = "The family cannot read, nor question, advice that is not attached.", .fix = "Add the advice to section K and attach it, or take out what rests on it." },
	EHC_NO_MORE_RULES
};
