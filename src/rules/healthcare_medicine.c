/*
 * healthcare_medicine.c - what is written down about each medicine: what it is, who gives it, where it is kept, who agreed.
 * Only what is missing or cannot be followed is reported; no rule says that a dose is right or wrong.
 */
#include "rules/healthcare.h"
#include "rules/wording.h"

/* Gaps in one medicine's entry are mended together, so they are shown together. */
static void
flag_record(struct ehc_check *c, const struct ehc_item *it, const struct ehc_gaps *g, const char *what, const char *suggestion)
{
	struct ehc_finding *f = ehc_flag_gaps(c, it, g, "%.*s %s", EHC_ARG(ehc_item_Called(c->arena, it)), what);

	if (f == NULL)
		return;
	f->cause = it;
	ehc_finding_suggest(c, f, "%s", suggestion);
}

static bool
has_digit(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
			return true;
	return false;
}

static bool
says_field(const struct ehc_item *it, enum ehc_label label, const char *any)
{
	return ehc_says(ehc_item_value(it, label).text.str, any);
}

/* A member of staff of this plan, by id or name. */
static bool
names_staff(const struct ehc_plan *p, struct ehc_str s)
{
	const struct ehc_item *it;

	for (EHC_EACH_ITEM(it, p, EHC_ITEM_STAFF)) {
		if (it_n >= EHC_PEOPLE_MOST)
			return false;
		if (ehc_says(s, it->id) || (it->name.len > 2 && ehc_str_find_nocase(s, ehc_arena_cstr(p->arena, it->name)) != SIZE_MAX))
			return true;
	}
	return false;
}

/* ---- IHP-005: what it is, how much, how, when ---- */

#define NO_FIGURE "usual dose|normal dose|usual amount|correct dose|right dose"
#define ELSEWHERE "as directed|as on the label|on the label|as prescribed|as advised"
#define FORMS "tablet|capsule|caplet|liquid|syrup|solution|suspension|inhaler|injector|pen|injection|syringe|spray|patch|cream|ointment|gel|sachet|suppository|enema|drops|drop|" \
	"cartridge|nebule|kit|granules|powder|melt|lozenge|cylinder|pump|vial|ampoule"
#define ROUTES "mouth|oral|orally|buccal|cheek|inhaled|inhale|inhaler|breathed|spacer|nasal|nostril|nose|thigh|injection|inject|injected|rectal|rectally|skin|cream|gastrostomy|tube|" \
	"eye|ear|tongue|patch|cannula|swallow|swallows|mask|nebuliser"

/* No figure, and no dated letter that holds one. */
static bool
dose_is_vague(struct ehc_str dose)
{
	return ehc_says(dose, NO_FIGURE) || (ehc_says(dose, ELSEWHERE) && !has_digit(dose));
}

static bool
dose_is_said(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_str dose = ehc_field_words(it, EHC_L_DOSE);

	(void)c;
	if (dose.len > 0)
		return !dose_is_vague(dose);
	if (has_digit(it->text.str) && ehc_says(it->text.str, "mg|ml|microgram|mcg|unit|puff|tablet|g"))
		return true;
	for (size_t i = 0; i < it->ngiven_in; i++)
		if (has_digit(it->given_in[i]->act) && ehc_says(it->given_in[i]->act, "mg|ml|microgram|mcg|unit|puff|tablet|capsule|syringe"))
			return true;
	return false;
}

static bool
strength_is_said(const struct ehc_item *it)
{
	return ehc_field_words(it, EHC_L_STRENGTH).len > 0 || has_digit(it->text.str) || has_digit(ehc_item_value(it, EHC_L_PRODUCT).text.str) ||
	    says_field(it, EHC_L_DOSE, "mg pre-filled|mg prefilled|mg syringe|mg tablet|mg capsule|mg pen|mg auto|microgram auto|microgram pen|mg in|micrograms in|mg per|microgram per|mg ml");
}

/* A home medicine needs its name alone; but where nothing that is attached says its dose, nobody can tell the ambulance crew. */
static void
check_home_medicine(struct ehc_check *c, const struct ehc_item *it)
{
	struct ehc_finding *f;

	if (c->plan->kinds[EHC_ITEM_EMERGENCY].count == 0 || ehc_field_words(it, EHC_L_DOSE).len > 0 || ehc_field_words(it, EHC_L_SOURCE).len > 0 ||
	    (has_digit(it->text.str) && ehc_says(it->text.str, "mg|ml|microgram|unit|puff|tablet")))
		return;
	for (size_t i = 0; i < it->out.count; i++)
		if (it->out.items[i]->relation == EHC_REL_FOR && ehc_field_words(it->out.items[i]->to, EHC_L_SOURCE).len > 0)
			return;
	f = ehc_flag_words(c, it, it->text.span, "%.*s is given at home, and neither a dose nor a letter that states it is there for an ambulance crew.",
	    EHC_ARG(ehc_item_Called(c->arena, it)));
	f->severity = EHC_WARNING;
	ehc_finding_suggest(c, f, "source: <clinic letter>, <date>, attached");
}

static void
medicine_is_whole(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		struct ehc_value dose = ehc_item_value(it, EHC_L_DOSE);
		struct ehc_gaps g = { .n = 0 };

		if (it->twin != NULL)
			continue;
		if (ehc_is_home_medicine(it)) {
			check_home_medicine(c, it);
			continue;
		}
		if (dose.text.str.len > 0 && dose_is_vague(dose.text.str)) {
			struct ehc_finding *f = ehc_flag_words(c, it, ehc_sentence_span(&dose.text, 0, 80), "%.*s: the dose has no figure.", EHC_ARG(ehc_item_Called(c->arena, it)));

			f->cause = it;
			ehc_finding_suggest(c, f, "dose: <figure and unit>, as in the letter of <prescriber>, <date>");
		} else {
			ehc_gap(&g, !dose_is_said(c, it), EHC_ERROR, "the dose");
		}
		ehc_gap(&g, it->text.str.len == 0, EHC_ERROR, "the name");
		ehc_gap(&g, ehc_field_words(it, EHC_L_ROUTE).len == 0 && !ehc_medicine_says(c, it, ROUTES), EHC_ERROR, "how it is given");
		ehc_gap(&g, ehc_field_words(it, EHC_L_WHEN).len == 0 && ehc_field_words(it, EHC_L_TIMES).len == 0 && it->ngiven_in == 0, EHC_ERROR, "when it is given");
		ehc_gap(&g, ehc_field_words(it, EHC_L_MED_FORM).len == 0 && !ehc_medicine_says(c, it, FORMS), EHC_WARNING, "its form");
		ehc_gap(&g, !strength_is_said(it), EHC_WARNING, "its strength");
		flag_record(c, it, &g, "does not state", "form: <as on the box>\nstrength: <as on the box>\ndose: <as prescribed>\nroute: <as prescribed>\nwhen: <sign or time>");
	}
}

/* ---- IHP-006, IHP-007 ---- */

static void
side_effects(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		struct ehc_gaps g = { .n = 0 };

		if (it->twin != NULL || ehc_is_home_medicine(it))
			continue;
		ehc_gap(&g, ehc_item_value(it, EHC_L_SIDE_EFFECTS).node == NULL && !ehc_medicine_says(c, it, "side effect"), EHC_WARNING, "what to watch for after it");
		ehc_gap(&g, ehc_item_value(it, EHC_L_NOT_WITH).node == NULL && !ehc_medicine_says(c, it, "do not give|must not be given|not to be given"), EHC_WARNING,
		    "when it must not be given");
		flag_record(c, it, &g, "does not say", "side effects: <as on the leaflet or in the letter>\ndo not give when: <as in the letter, or none>");
	}
}

/* The emergencies in which it is given say that it is given once, or when again. */
static bool
emergencies_say(struct ehc_check *c, const struct ehc_item *medicine, const char *any)
{
	const struct ehc_item *before = NULL;

	for (size_t i = 0; i < medicine->ngiven_in; i++) {
		const struct ehc_item *emergency = medicine->given_in[i]->item;

		if (emergency != before && ehc_item_says(ehc_lines_of(c), emergency, any) != NULL)
			return true;
		before = emergency;
	}
	return false;
}

#define GIVEN_ONCE "do not give more|not give more|no more|no second|not give a second|give a second|do not repeat|not repeat|one dose only|once only|only one dose|no further dose"

static void
when_needed(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		struct ehc_gaps g = { .n = 0 };
		bool once;

		if (it->twin != NULL || ehc_is_home_medicine(it) || !ehc_is_when_needed(it))
			continue;
		once = ehc_medicine_says(c, it, GIVEN_ONCE) || emergencies_say(c, it, GIVEN_ONCE);
		ehc_gap(&g, !once && ehc_field_words(it, EHC_L_MAXIMUM).len == 0 && !ehc_medicine_says(c, it, "in 24 hours|a day at most|maximum"), EHC_ERROR,
		    "the most in 24 hours");
		ehc_gap(&g, !once && ehc_field_words(it, EHC_L_MINIMUM_GAP).len == 0 &&
		    !emergencies_say(c, it, "second dose|second device|second pen|second auto-injector|second injector|again after|repeat after|again"), EHC_ERROR, "the least time between two doses");
		flag_record(c, it, &g, "is given when needed, but does not state", "maximum: <as prescribed> in 24 hours\nminimum gap: <as prescribed>");
	}
}

/* ---- IHP-009: who gives it ---- */

static bool
steps_say_who(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->ngiven_in; i++)
		if (it->given_in[i]->who.len > 0)
			return true;
	return false;
}

static bool
task_gives_it(const struct ehc_item *it)
{
	for (size_t i = 0; i < it->in.count; i++)
		if (it->in.items[i]->relation == EHC_REL_USES && ehc_item_count_links(it->in.items[i]->from, EHC_REL_DELEGATED_TO) > 0)
			return true;
	return false;
}

static bool
gives_it_alone(const struct ehc_check *c, struct ehc_str by)
{
	struct ehc_str known = c->plan->child.known_as.text.str;

	if (known.len == 0)
		known = ehc_str_sub(c->plan->child.name.text.str, 0, ehc_str_find_nocase(c->plan->child.name.text.str, " "));
	return ehc_says(by, "herself|himself|themselves|the child|pupil|young person|self") || (known.len > 0 && ehc_str_find_nocase(by, ehc_arena_cstr(c->arena, known)) != SIZE_MAX);
}

static void
who_gives(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c->plan, NULL); it != NULL; it = ehc_school_medicine(c->plan, it)) {
		struct ehc_value by = ehc_item_value(it, EHC_L_GIVEN_BY);
		struct ehc_finding *f = NULL;

		if (ehc_field_words(it, EHC_L_GIVEN_BY).len == 0 && !task_gives_it(it) && !steps_say_who(it))
			f = ehc_flag_name(c, it, "%.*s does not say who gives it.", EHC_ARG(ehc_item_Called(c->arena, it)));
		else if (ehc_says(by.text.str, "staff|an adult|adult|first aider|school|office") && !gives_it_alone(c, by.text.str) && !names_staff(c->plan, by.text.str))
			f = ehc_flag_words(c, it, by.text.span, "%.*s is given by nobody in particular.", EHC_ARG(ehc_item_Called(c->arena, it)));
		if (f == NULL)
			continue;
		f->cause = it;
		ehc_finding_suggest(c, f, "given by: <N1 or N2>; <N3> when either is away");
	}
}

/* ---- IHP-010, IHP-046, IHP-030: where it is kept ---- */

#define CONTROLLED "midazolam|buccolam|epistatus|methylphenidate|ritalin|concerta|lisdexamfetamine|elvanse|dexamfetamine|morphine|oramorph|fentanyl|oxycodone|buprenorphine|" \
	"phenobarbital|phenobarbitone|tramadol|ketamine|methadone|gabapentin|pregabalin|temazepam|cannabidiol|diazepam|clobazam|clonazepam|lorazepam"
/* Of these, the schedules that must be kept in a special way are not all the same; what is asked is a record. */
#define RECORDED "controlled drug|controlled medicine|controlled|signed in and out|register|record book|logged"

static bool
is_controlled(const struct ehc_item *it)
{
	return ehc_says(it->text.str, CONTROLLED) || says_field(it, EHC_L_PRODUCT, CONTROLLED);
}

static bool
is_locked(struct ehc_str kept)
{
	return ehc_says(kept, "locked|lock|locked away|padlock") && !ehc_says(kept, "not locked|never locked|unlocked|never locked away|not be locked|no lock");
}

static void
flag_locked(struct ehc_check *c, const struct ehc_item *it, const struct ehc_value *kept)
{
	size_t len, at = ehc_says_at(kept->text.str, "locked|lock|padlock", &len);
	struct ehc_finding *f;

	if (is_controlled(it)) {
		if (names_staff(c->plan, kept->text.str))
			return;
		at = ehc_says_at(kept->text.str, "key|code", &len);
		f = ehc_flag_words(c, it, ehc_sentence_span(&kept->text, at == SIZE_MAX ? 0 : at, 160), "%.*s is needed in minutes and is locked up, but the plan does not name who has the key.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		f->severity = EHC_WARNING;
		ehc_finding_suggest(c, f, "kept: <room and place>; the key is with <N1> and <N2>, who reach it within <minutes> minutes");
	} else {
		f = ehc_flag_words(c, it, ehc_sentence_span(&kept->text, at, 80), "%.*s is needed at once, but it is locked up.", EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_suggest(c, f, "kept: <room and place near the child>, not locked");
	}
}

static void
where_kept(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char vague[] = "usual place|with staff|safe place|somewhere safe|in the office|school bag|to hand";

	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c->plan, NULL); it != NULL; it = ehc_school_medicine(c->plan, it)) {
		struct ehc_value kept = ehc_item_value(it, EHC_L_KEPT);
		struct ehc_finding *f;
		size_t len, at = ehc_says_at(kept.text.str, vague, &len);

		if (it->kind == EHC_ITEM_FEED && kept.node == NULL)
			continue;
		if (kept.text.str.len == 0) {
			f = ehc_flag_name(c, it, "%.*s does not say where it is kept.", EHC_ARG(ehc_item_Called(c->arena, it)));
			f->severity = EHC_WARNING;
			f->cause = it;
			ehc_finding_suggest(c, f, "kept: <room and place>, <locked or not>, <who has the key>");
		} else if (ehc_is_rescue(it) && !ehc_is_reliever(it) && is_locked(kept.text.str)) {
			flag_locked(c, it, &kept);
		} else if (at != SIZE_MAX && kept.text.str.len < len + 24) {
			f = ehc_flag_words(c, it, ehc_text_span(&kept.text, at, len), "%.*s: nobody who is new can find it there.", EHC_ARG(ehc_item_Called(c->arena, it)));
			f->severity = ehc_is_rescue(it) ? EHC_ERROR : EHC_WARNING;
			ehc_finding_suggest(c, f, "kept: <room, cupboard and shelf>, <locked or not>");
		}
	}
	ehc_flag_phrases(c, self);
}

static void
inhaler_at_hand(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		struct ehc_value kept = ehc_item_value(it, EHC_L_KEPT);
		bool locked = is_locked(kept.text.str), far = ehc_says(kept.text.str, "office") && ehc_item_value(it, EHC_L_SECOND_KIT).node == NULL &&
		    gives_it_alone(c, ehc_item_value(it, EHC_L_GIVEN_BY).text.str);
		struct ehc_finding *f;
		size_t len, at;

		if (!ehc_is_reliever(it) || ehc_is_home_medicine(it) || !(locked || far))
			continue;
		at = ehc_says_at(kept.text.str, locked ? "locked|lock|padlock" : "office", &len);
		f = ehc_flag_words(c, it, ehc_sentence_span(&kept.text, at, 80), locked ? "%.*s is locked up." : "%.*s is only in the office, though the child uses it alone.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_suggest(c, f, "kept: <with the child, or in the room where the child is>, not locked");
	}
}

static void
controlled_drug(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c->plan, NULL); it != NULL; it = ehc_school_medicine(c->plan, it)) {
		struct ehc_gaps g = { .n = 0 };

		if (!is_controlled(it))
			continue;
		ehc_gap(&g, ehc_item_value(it, EHC_L_KEPT).node == NULL && !ehc_medicine_says(c, it, "kept|cupboard|safe|box|cabinet"), EHC_ERROR, "how it is stored");
		ehc_gap(&g, !ehc_medicine_says(c, it, RECORDED), EHC_WARNING, "that it may be a controlled drug, and where each use of it is recorded");
		flag_record(c, it, &g, "does not say", "kept: <place>; a controlled drug, signed in and out in <book>");
	}
}

/* ---- IHP-011: expiry ---- */

#define INTERVAL "month|monthly|week|weekly|term|termly|half-term|daily|every|each|fortnight|fortnightly|year|yearly|annually"

static const struct ehc_date *
first_expiry(const struct ehc_item *it)
{
	const struct ehc_date *first = NULL;

	for (size_t i = 0; i < it->expires.count; i++)
		if (it->expires.items[i].day != EHC_NODATE && (first == NULL || it->expires.items[i].day < first->day))
			first = &it->expires.items[i];
	return first;
}

static void
flag_expiry(struct ehc_check *c, const struct ehc_item *it, const struct ehc_date *d)
{
	ehc_day today = ehc_today(c);
	struct ehc_finding *f;

	if (today == EHC_NODATE || d->day >= today + 60 || (c->as_of == EHC_NODATE && d->day >= today))
		return;
	f = ehc_flag_words(c, it, d->span, d->day < today ? "%.*s expired on %.*s." : "%.*s expires on %.*s: it must be replaced before then, and before any holiday in between.",
	    EHC_ARG(ehc_item_Called(c->arena, it)), EHC_ARG(ehc_day_text(c->arena, d->day)));
	f->severity = d->day >= today + 30 ? EHC_NOTE : EHC_WARNING;
	ehc_finding_suggest(c, f, "expires: <date on the new one>");
}

static void
expiry(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it;

	(void)self;
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_MEDICINE)) {
		const struct ehc_date *d = first_expiry(it);
		struct ehc_gaps g = { .n = 0 };
		struct ehc_value checked = ehc_item_value(it, EHC_L_CHECKED_BY);

		if (it->twin != NULL || ehc_is_home_medicine(it))
			continue;
		if (d != NULL)
			flag_expiry(c, it, d);
		ehc_gap(&g, ehc_item_value(it, EHC_L_EXPIRES).node == NULL, EHC_WARNING, "when it expires");
		ehc_gap(&g, checked.node == NULL && !ehc_medicine_says(c, it, "checks|checked"), EHC_WARNING, "who checks it, and how often");
		ehc_gap(&g, checked.node != NULL && !ehc_says(checked.text.str, INTERVAL), EHC_WARNING, "how often it is checked");
		flag_record(c, it, &g, "does not say", "expires: <date> (<place>)\nchecked by: <role>, on <day> of each <month>");
	}
}

/* ---- IHP-012: who agreed ---- */

#define HEAD "head teacher|headteacher|head|principal|head of school|executive head"

struct consent { bool family, head; };

static void
take_consent(struct consent *found, const struct ehc_consents *all)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct ehc_consent *e = &all->items[i];

		if (e->day == EHC_NODATE)
			continue;
		found->family = found->family || ehc_says(e->words, EHC_FAMILY "|young person|social worker");
		found->head = found->head || ehc_says(e->words, HEAD);
	}
}

/* Recorded on the medicine; where it holds none, on a task that gives it, or on the emergency in which it is given. */
static struct consent
consent_for(const struct ehc_item *medicine)
{
	struct consent found = { false, false };

	take_consent(&found, &medicine->consent);
	if (medicine->consent.count > 0)
		return found;
	for (size_t i = 0; i < medicine->in.count; i++)
		if (medicine->in.items[i]->relation == EHC_REL_USES)
			take_consent(&found, &medicine->in.items[i]->from->consent);
	for (size_t i = 0; i < medicine->ngiven_in && !(found.family && found.head); i++)
		take_consent(&found, &medicine->given_in[i]->item->consent);
	return found;
}

static bool
holds_date(struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] >= '0' && s.ptr[i] <= '9' && ehc_day_read(ehc_str_sub(s, i, s.len), &(ehc_day){ 0 }, NULL, NULL) > 0)
			return true;
	return false;
}

static void
signatures(struct ehc_check *c)
{
	struct ehc_gaps g = { .n = 0 };
	struct ehc_finding *f;
	bool family = false, head = false;

	for (size_t i = 0; i < c->plan->ntexts; i++) {
		const struct ehc_prose_entry *t = &c->plan->texts[i];

		if (t->label != EHC_L_SIGNED)
			continue;
		family = family || ehc_says(t->text.str, EHC_FAMILY "|young person|social worker");
		head = head || ehc_says(t->text.str, HEAD);
		if (!holds_date(t->text.str))
			ehc_finding_suggest(c, ehc_flag_words(c, NULL, t->text.span, "This signature has no date."), "signed: <name, role>, <date>");
	}
	ehc_gap(&g, !family, EHC_ERROR, "the parents");
	ehc_gap(&g, !head, EHC_ERROR, "the head teacher");
	if ((f = ehc_flag_gaps(c, NULL, &g, "The plan is not signed by")) != NULL)
		ehc_finding_suggest(c, f, "signed: <name, role>, <date>");
}

static void
consents(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c->plan, NULL); it != NULL; it = ehc_school_medicine(c->plan, it)) {
		struct consent found = consent_for(it);
		struct ehc_gaps g = { .n = 0 };
		struct ehc_finding *f;

		ehc_gap(&g, !found.family, EHC_ERROR, "the parents");
		ehc_gap(&g, !found.head, EHC_ERROR, "the head teacher");
		if ((f = ehc_flag_gaps(c, it, &g, "%.*s has no dated consent of", EHC_ARG(ehc_item_Called(c->arena, it)))) != NULL)
			ehc_finding_suggest(c, f, "consent: parents, <date>; head teacher, <date>");
	}
	signatures(c);
}

/* ---- IHP-029: aspirin ---- */

static void
aspirin(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_lines *l = ehc_lines_of(c);
	ehc_day today = ehc_today(c), born = c->plan->child.born.node == NULL ? EHC_NODATE : c->plan->child.born.day;

	(void)self;
	if (born != EHC_NODATE && today != EHC_NODATE && ehc_day_age(born, today) >= 16)
		return;
	for (size_t i = 0; i < l->all.count; i++) {
		const struct ehc_line *line = &l->all.items[i];
		size_t len, at = ehc_says_at(line->text->str, "aspirin|acetylsalicylic", &len);

		if (at == SIZE_MAX || ehc_says(line->text->str, "no aspirin|not aspirin|never aspirin|not give aspirin|never give aspirin|allergic to aspirin|allergy to aspirin|without aspirin"))
			continue;
		if (line->item != NULL && ehc_item_says(l, line->item, "prescribed|prescription|prescriber|letter") != NULL)
			continue;
		if (line->item == NULL && ehc_says(line->text->str, "allergic|allergy|prescribed"))
			continue;
		ehc_finding_suggest(c, ehc_flag_words(c, line->item, ehc_text_span(line->text, at, len), "Aspirin is named, and no prescription for it."),
		    "source: prescription of <prescriber>, <date>, attached");
	}
}

/* ---- IHP-032: as required ---- */

#define AS_REQUIRED "as required|as needed|when required|when needed|if necessary|if needed|if required|PRN|as necessary|when necessary|as and when"

/* A sign in the same sentence: "as required for wheeze", "when the sensor reads below 4, PRN". */
static bool
sign_is_there(struct ehc_str s, size_t at, size_t len)
{
	size_t start;
	struct ehc_str sentence = ehc_sentence_of(s, at, &start), before = ehc_str_sub(sentence, 0, at - start),
	    after = ehc_str_sub(sentence, at - start + len, sentence.len);

	return ehc_says(after, "for|when|if|because") || ehc_says(before, "for|when|below|above|minutes|pain|wheeze|seizure");
}

static void
flag_as_required(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *t)
{
	size_t len, at = ehc_says_at(t->str, AS_REQUIRED, &len);
	struct ehc_finding *f;

	if (at == SIZE_MAX)
		return;
	f = ehc_flag_words(c, it, ehc_text_span(t, at, len), "\"%.*s\": nobody can tell when.", EHC_ARG(ehc_one_line(c->arena, ehc_str_sub(t->str, at, at + len))));
	if (sign_is_there(t->str, at, len))
		f->severity = EHC_NOTE;
	ehc_finding_suggest(c, f, "when: <sign>; again after <minutes> minutes if <sign>; at most <number> in 24 hours");
}

static void
as_required(struct ehc_check *c, const struct ehc_rule *self)
{
	static const enum ehc_label fields[] = { EHC_L_WHEN, EHC_L_DOSE, EHC_L_MAXIMUM, EHC_L_MINIMUM_GAP };

	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c->plan, NULL); it != NULL; it = ehc_school_medicine(c->plan, it))
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
is_digit(struct ehc_str s, size_t i)
{
	return i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
}

/* The bytes of the number at s[i], and of its unit behind it; 0 where no unit of a dose follows. */
static size_t
dose_at(struct ehc_str s, size_t i)
{
	size_t end = i, len, at;

	while (is_digit(s, end) || (end < s.len && s.ptr[end] == '.' && is_digit(s, end + 1)))
		end++;
	at = ehc_says_at(ehc_str_sub(s, end, end + 14), UNITS, &len);
	return at == SIZE_MAX || at > 1 || end == i ? 0 : end - i + at + len;
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
	struct ehc_finding *f = ehc_flag_words(c, line->item, ehc_text_span(line->text, at, len), "An amount that can be misread: %s.", why);

	ehc_finding_suggest(c, f, "<number><unit in full: micrograms, milligrams, millilitres>, copied from the prescription");
}

static void
check_units(struct ehc_check *c, const struct ehc_line *line)
{
	struct ehc_str s = line->text->str;

	for (size_t i = 0; i < s.len; i++) {
		bool naked = s.ptr[i] == '.' && is_digit(s, i + 1) && (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '(' || s.ptr[i - 1] == '\n');
		size_t len, n, at;
		const char *why;

		if (!naked && (!is_digit(s, i) || (i > 0 && (is_digit(s, i - 1) || s.ptr[i - 1] == '.'))))
			continue;
		n = dose_at(s, i);
		if (n == 0)
			continue;
		why = fault_of(ehc_str_sub(s, i, i + n));
		at = ehc_says_at(ehc_str_sub(s, i, i + n), "mcg", &len);
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

#define MEDICINE_RULE .class_ = EHC_SAFETY, EHC_HCP

const struct ehc_rule ehc_rules_healthcare_medicine[] = {
	{ .id = "IHP-005", .title = "Each medicine has its name, form, strength, dose, route and time", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_TEMPLATE,
	    .run = medicine_is_whole, .why = "Whoever gives it for the first time must not have to ask or guess.",
	    .fix = "Copy what is missing from the prescription or the label; never from memory.",
	    .legitimate = "A medicine that is given at home needs its name alone, where the clinic's letter is attached." },
	{ .id = "IHP-006", .title = "Side effects, and when it must not be given", .severity = EHC_WARNING, MEDICINE_RULE, EHC_BY_TEMPLATE, .run = side_effects,
	    .why = "Staff must know which change after a medicine is usual, and which is a reason to call for help.",
	    .fix = "Add `side effects:` and `do not give when:` from the leaflet or the letter." },
	{ .id = "IHP-007", .title = "A medicine given when needed has a most and a least gap", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_PRACTICE, .run = when_needed,
	    .why = "Two people may each give it, not knowing of the other.", .fix = "Add `maximum:` and `minimum gap:` as prescribed, or say that it is given once only." },
	{ .id = "IHP-008", .title = "Doses are written so that they cannot be misread", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_BELIEF, .run = units,
	    .why = "A misread point or unit changes a dose by ten or a thousand times.", .fix = "Write the unit in full, a zero before the point and none behind it." },
	{ .id = "IHP-009", .title = "Each medicine says who gives it", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_TEMPLATE, .run = who_gives,
	    .why = "A medicine that anybody may give is given by nobody, or twice.", .fix = "Name the staff, or say that the child takes it alone, with or without an adult watching." },
	{ .id = "IHP-010", .title = "Each medicine can be found in time", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_SOURCE("BSACI allergy action plans: auto-injectors are not locked away"),
	    .run = where_kept, .why = "In an emergency every minute of looking for it, or for a key, is lost.",
	    .fix = "Give room and place; keep what is needed at once unlocked; for a controlled drug name who has the key.",
	    .legitimate = "A controlled drug may be locked up where named people have the key at hand." },
	{ .id = "IHP-011", .title = "Expiry dates are known and checked", .severity = EHC_WARNING, MEDICINE_RULE, EHC_BY_PRACTICE, .run = expiry,
	    .why = "A medicine that has expired may not work when it is needed.", .fix = "Add `expires:` for each place, and `checked by:` with the role and the interval." },
	{ .id = "IHP-012", .title = "The family and the head teacher agreed, with dates", .severity = EHC_ERROR, .class_ = EHC_COMPLETENESS, EHC_HCP, .needs = EHC_STAGED, EHC_BY_TEMPLATE,
	    .run = consents, .why = "Without it staff do not know whether they may give the medicine, and may hesitate.",
	    .fix = "Add `consent:` with who agreed and when, and the signatures.", .legitimate = "A young person may be the one to consent; say so." },
	{ .id = "IHP-029", .title = "Aspirin only on prescription", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_BELIEF, .run = aspirin,
	    .why = "It is not usually given to children; somebody who treats the child must have decided it.",
	    .fix = "Name the prescription, or take it out and ask the prescriber." },
	{ .id = "IHP-030", .title = "A controlled drug is stored and recorded", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_SOURCE("Young Epilepsy guide for schools, emergency medication"),
	    .run = controlled_drug, .why = "Each dose must be accounted for, and still be at hand.", .fix = "Say where it is kept and in which book each use is written.",
	    .legitimate = "Ask the pharmacist whether this product is a controlled drug; where it is not, say so." },
	{ .id = "IHP-032", .title = "No medicine \"as required\"", .severity = EHC_ERROR, MEDICINE_RULE, EHC_BY_PRACTICE, .run = as_required,
	    .why = "Staff without medical training cannot judge the need; they can see a sign.", .fix = "Say the sign, the dose, the gap and the most in 24 hours, as prescribed.",
	    .legitimate = "The sign stands in the same sentence." },
	{ .id = "IHP-046", .title = "The reliever inhaler is at hand", .severity = EHC_ERROR, MEDICINE_RULE,
	    EHC_BY_SOURCE("Guidance on the use of emergency salbutamol inhalers in schools (2015)"), .run = inhaler_at_hand,
	    .why = "A child in an attack cannot walk to an office or wait for a key.", .fix = "Keep it with the child or in the same room, not locked." },
	EHC_NO_MORE_RULES
};
