/*
 * healthcare_kept.c - where a medicine is kept, so that it is found in time, is still good, and is accounted for.
 */
#include "rules/healthcare.h"
#include "rules/wording.h"

/* ---- IHP-010, IHP-046, IHP-030: where it is kept ---- */

#define CONTROLLED "midazolam|buccolam|epistatus|methylphenidate|ritalin|concerta|lisdexamfetamine|elvanse|dexamfetamine|morphine|oramorph|fentanyl|oxycodone|buprenorphine|" \
	"phenobarbital|phenobarbitone|tramadol|ketamine|methadone|gabapentin|pregabalin|temazepam|cannabidiol|diazepam|clobazam|clonazepam|lorazepam"
/* Of these, the schedules that must be kept in a special way are not all the same; what is asked is a record. */
#define RECORDED "controlled drug|controlled medicine|controlled|signed in and out|register|record book|logged"

static bool
is_controlled(const struct ehc_check *c, const struct ehc_item *it)
{
	return ehc_says(c, it->text.str, CONTROLLED) || ehc_says(c, ehc_item_value(it, EHC_L_PRODUCT).text.str, CONTROLLED);
}

static bool
is_locked(const struct ehc_check *c, struct ehc_str kept)
{
	return ehc_says(c, kept, "locked|lock|locked away|padlock") &&
	    !ehc_says(c, kept, "not locked|never locked|unlocked|never locked away|not be locked|no lock");
}

static void
flag_locked(struct ehc_check *c, const struct ehc_item *it, const struct ehc_value *kept)
{
	size_t len, at = ehc_says_at(c, kept->text.str, "locked|lock|padlock", &len);
	struct ehc_finding *f;

	if (is_controlled(c, it)) {
		if (ehc_names_staff(c, kept->text.str))
			return;
		at = ehc_says_at(c, kept->text.str, "key|code", &len);
		f = ehc_flag_words(c, it, ehc_sentence_span(&kept->text, at == SIZE_MAX ? 0 : at, 160),
		    "%.*s is needed in minutes and is locked up, but the plan does not name who has the key.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		f->severity = EHC_WARNING;
		ehc_finding_suggest(c, f, "kept: <room and place>; the key is with <N1> and <N2>, who reach it within "
		    "<minutes> minutes");
	} else {
		f = ehc_flag_words(c, it, ehc_sentence_span(&kept->text, at, 80),
		    "%.*s is needed at once, but it is locked up.", EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_suggest(c, f, "kept: <room and place near the child>, not locked");
	}
}

#define FURNITURE "cupboard|shelf|box|drawer|fridge|bag|hook|pouch|cabinet|desk|wall|locker|rack"

static void
where_kept(struct ehc_check *c, const struct ehc_rule *self)
{
	static const char vague[] = "usual place|with staff|safe place|somewhere safe|in the office|to hand";

	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c,
	    it)) {
		struct ehc_value kept = ehc_item_value(it, EHC_L_KEPT);
		struct ehc_finding *f;
		size_t len, at = ehc_says_at(c, kept.text.str, vague, &len);

		if (it->kind == EHC_ITEM_FEED && kept.node == NULL)
			continue;
		if (kept.text.str.len == 0) {
			f = ehc_finding_unsaid(c, ehc_flag_name(c, it, "%.*s", EHC_ARG(ehc_item_Called(c->arena, it))), EHC_STR("where it is kept"));
			f->severity = EHC_WARNING;
			f->cause = it;
			ehc_finding_suggest(c, f, "kept: <room and place>, <locked or not>, <who has the key>");
		} else if (ehc_is_rescue(c, it) && !ehc_is_reliever(c, it) && is_locked(c, kept.text.str)) {
			flag_locked(c, it, &kept);
		} else if (at != SIZE_MAX && !ehc_says(c, kept.text.str, FURNITURE)) {
			f = ehc_flag_words(c, it, ehc_text_span(&kept.text, at, len),
			    "%.*s: nobody who is new can find it there.", EHC_ARG(ehc_item_Called(c->arena, it)));
			f->severity = ehc_is_rescue(c, it) ? EHC_ERROR : EHC_WARNING;
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
		struct ehc_finding *f;
		bool locked;
		size_t len, at;

		if (!ehc_is_reliever(c, it) || ehc_is_home_medicine(c, it))
			continue;
		locked = is_locked(c, kept.text.str);
		if (!locked && !(ehc_says(c, kept.text.str, "office") && ehc_item_value(it, EHC_L_SECOND_KIT).node == NULL &&
		    ehc_gives_it_alone(c, ehc_item_value(it, EHC_L_GIVEN_BY).text.str)))
			continue;
		at = ehc_says_at(c, kept.text.str, locked ? "locked|lock|padlock" : "office", &len);
		f = ehc_flag_words(c, it, ehc_sentence_span(&kept.text, at, 80), locked ? "%.*s is locked up." :
		    "%.*s is only in the office, though the child uses it alone.",
		    EHC_ARG(ehc_item_Called(c->arena, it)));
		ehc_finding_suggest(c, f, "kept: <with the child, or in the room where the child is>, not locked");
	}
}

static void
controlled_drug(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = ehc_school_medicine(c, NULL); it != NULL; it = ehc_school_medicine(c,
	    it)) {
		struct ehc_gaps g = { .n = 0 };

		if (!is_controlled(c, it))
			continue;
		ehc_gap(&g, ehc_item_value(it, EHC_L_KEPT).node == NULL &&
		    !ehc_medicine_says(c, it, "kept|cupboard|safe|box|cabinet"), EHC_ERROR, "how it is stored");
		ehc_gap(&g, !ehc_medicine_says(c, it, RECORDED), EHC_WARNING,
		    "that it may be a controlled drug, and where each use of it is recorded");
		ehc_flag_record(c, it, &g, NULL, "kept: <place>; a controlled drug, signed in and out in <book>");
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
	f = ehc_flag_words(c, it, d->span, d->day < today ? "%.*s expired on %.*s." :
	    "%.*s expires on %.*s: it must be replaced before then, and before any holiday in between.",
	    EHC_ARG(ehc_item_Called(c->arena, it)), EHC_ARG(ehc_day_text(c->arena, d->day)));
	f->severity = d->day < today ? EHC_ERROR : d->day >= today + 30 ? EHC_NOTE : EHC_WARNING;
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

		if (it->twin != NULL || ehc_is_home_medicine(c, it))
			continue;
		if (d != NULL)
			flag_expiry(c, it, d);
		ehc_gap(&g, ehc_item_value(it, EHC_L_EXPIRES).node == NULL, EHC_WARNING, "when it expires");
		ehc_gap(&g, checked.node == NULL && !ehc_medicine_says(c, it, "checks|checked"), EHC_WARNING,
		    "who checks it, and how often");
		ehc_gap(&g, checked.node != NULL && !ehc_says(c, checked.text.str, INTERVAL), EHC_WARNING,
		    "how often it is checked");
		ehc_flag_record(c, it, &g, NULL,
		    "expires: <date> (<place>)\nchecked by: <role>, on <day> of each <month>");
	}
}

#define KEPT_RULE .class_ = EHC_SAFETY, EHC_HCP

const struct ehc_rule ehc_rules_healthcare_kept[] = {
	{ .id = "IHP-010", .title = "Each medicine can be found in time", .severity = EHC_ERROR, KEPT_RULE,
	    EHC_BY_SOURCE("BSACI allergy action plans: auto-injectors are not locked away"),
	    .run = where_kept, .why = "In an emergency every minute of looking for it, or for a key, is lost.",
	    .fix = "Give room and place; keep what is needed at once unlocked; for a controlled drug name who has the key.",
	    .legitimate = "A controlled drug may be locked up where named people have the key at hand." },
	{ .id = "IHP-011", .title = "Expiry dates are known and checked", .severity = EHC_WARNING, KEPT_RULE, EHC_BY_PRACTICE,
	    .run = expiry,
	    .why = "A medicine that has expired may not work when it is needed.",
	    .fix = "Add `expires:` for each place, and `checked by:` with the role and the interval." },
	{ .id = "IHP-030", .title = "A controlled drug is stored and recorded", .severity = EHC_ERROR, KEPT_RULE,
	    EHC_BY_SOURCE("Young Epilepsy guide for schools, emergency medication"),
	    .run = controlled_drug, .why = "Each dose must be accounted for, and still be at hand.",
	    .fix = "Say where it is kept and in which book each use is written.",
	    .legitimate = "Ask the pharmacist whether this product is a controlled drug; where it is not, say so." },
	{ .id = "IHP-046", .title = "The reliever inhaler is at hand", .severity = EHC_ERROR, KEPT_RULE,
	    EHC_BY_SOURCE("Guidance on the use of emergency salbutamol inhalers in schools (2015)"), .run = inhaler_at_hand,
	    .why = "A child in an attack cannot walk to an office or wait for a key.",
	    .fix = "Keep it with the child or in the same room, not locked." },
	EHC_NO_MORE_RULES
};
