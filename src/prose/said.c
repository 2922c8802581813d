/*
 * said.c - what an item says, fields and sentences together: the second key of every finding on wording.
 *
 * An item is complete when it has a role, a content, and either an amount with its frequency or a definite act tied to
 * an event, a time, a place or a device.
 */
#include "prose/sense.h"

/* ---- the texts of an item ---- */

static void
add_text(struct ehc_texts *t, const struct ehc_prose *p)
{
	if (p != NULL)
		t->all[t->n++] = p;
}

/* Fields that were read: a plan names the same few people in item after item, and their prose says the same each time. */
struct known { const struct ehc_prose *all[64]; };

/* The place of a text among them, which others may share: then the last is known. */
static size_t
place_of(struct ehc_str s)
{
	return s.len * 8 + (unsigned char)s.ptr[0] + (unsigned char)s.ptr[s.len / 2] * (size_t)3 + (unsigned char)s.ptr[s.len - 1] * (size_t)5;
}

static const struct ehc_prose *
read_value(struct ehc_arena *a, struct known *k, struct ehc_value v)
{
	struct ehc_str s = v.text.str;
	const struct ehc_prose **slot;

	if (s.len == 0)
		return NULL;
	slot = &k->all[place_of(s) % EHC_COUNT(k->all)];
	if (*slot == NULL || !ehc_str_eq((*slot)->text, s))
		*slot = ehc_prose_read(a, s);
	return *slot;
}

/* ---- how much ---- */

/* Nothing holds "up to five hours" from below: it is no amount. */
static bool
is_held(const struct ehc_range *r)
{
	return ehc_ratio_known(r->low) && r->bound != EHC_UP_TO;
}

/* Nights and pads are amounts by themselves; in social care so are visits, places and days. */
static bool
counts(const struct ehc_dose *d, bool social_care, bool field)
{
	if (!is_held(&d->count))
		return false;
	return d->count_unit == EHC_UNIT_NIGHT || d->count_unit == EHC_UNIT_DAY || d->count_unit == EHC_UNIT_HALF_DAY || d->count_unit == EHC_UNIT_SCHOOL_DAY ||
	    (d->count_unit == EHC_UNIT_ITEM && field) || (social_care && d->count_unit != EHC_UNIT_NONE);
}

/* "Each of the five school days", "of her school week": one of these before the period, with nothing but these between. */
static bool
is_part_of_each(const struct ehc_prose *p, size_t i)
{
	static const char *const school[] = { "school", "college", "nursery", "teaching", "working", "timetabled" };
	static const char *const whose[] = { "the", "his", "her", "their" };
	size_t k = i;

	while (ehc_token_joins(p, k) && (p->tokens[k - 1].number || ehc_token_any(p, k - 1, school, EHC_COUNT(school))))
		k--;
	if (!ehc_token_joins(p, k) || !(ehc_token_any(p, k - 1, whose, EHC_COUNT(whose)) || ehc_str_ends_nocase(ehc_token_text(p, k - 1), "'s")))
		return false;
	if (!ehc_token_joins(p, k - 1) || !ehc_token_is(p, k - 2, "of"))
		return false;
	return ehc_token_is(p, i, "week") || (ehc_token_joins(p, k - 2) && ehc_token_in(p, k - 3, EHC_CLASS(EACH)));
}

/* "Once in each of the three terms" says how often; "14 hours of live lessons in five subjects a week" does beside its hours alone, too far from them to be read as one. */
static bool
says_per(const struct ehc_prose *p, bool length)
{
	static const char *const per[] = { "a", "per", "each", "every" };

	for (size_t i = 1; i < p->ntokens; i++)
		if (ehc_token_in(p, i, EHC_CLASS(PERIOD)) && ehc_token_joins(p, i) && ((length && ehc_token_any(p, i - 1, per, EHC_COUNT(per)) && !(i > 1 && ehc_token_is(p, i - 2, "times"))) || is_part_of_each(p, i)))
			return true;
	return false;
}

/* "In 50-minute lessons: three in English, two in art", and in the field "14 lessons a week": how long each is stands in the sentence. */
static bool
sentence_times(struct ehc_arena *a, const struct ehc_item *it)
{
	struct ehc_calendar calendar = ehc_calendar_school();
	const struct ehc_amount *m;
	size_t used;

	for (size_t at = 0; (m = ehc_amount_next_island(a, it->text.str, &calendar, &at, &used)) != NULL; at += used)
		for (size_t i = 0; i < m->ndoses; i++)
			if (is_held(&m->doses[i].length))
				return true;
	return false;
}

bool
ehc_says_bare_times(const struct ehc_item *it, const struct ehc_dose *d)
{
	const struct ehc_span field = it->how_often.text.span;
	bool within = d->span.start >= field.start && d->span.end <= field.end && it->how_often.text.str.len > 0;

	return within && d->period == EHC_PERIOD_ONCE && is_held(&d->length) && d->weeks_kind == EHC_WEEKS_NONE && d->from == EHC_NODATE && d->until == EHC_NODATE &&
	    ehc_ratio_known(d->times.low) && ehc_ratio_cmp(d->times.low, ehc_ratio(1, 1)) > 0;
}

static void
find_amount(struct ehc_arena *a, struct ehc_said *s, const struct ehc_item *it)
{
	bool untimed = false;

	for (size_t i = 0; it->whole != NULL && i < it->whole->ndoses; i++) {
		const struct ehc_dose *d = &it->whole->doses[i];
		bool timed = is_held(&d->length);

		untimed = untimed || (d->no_length && it->amount != NULL);
		s->length = s->length || timed || counts(d, ehc_is_social_care(it), it->amount != NULL) || (d->full_time && it->amount != NULL);
		/* "Six sessions of one hour" are counted in all. */
		/* "On a course": one of something is not how often. */
		bool once_only = d->period == EHC_PERIOD_ONCE && !timed && (d->count_unit == EHC_UNIT_BLOCK || !is_held(&d->count));

		s->frequency = s->frequency || (d->period != EHC_PERIOD_NONE && !once_only && !ehc_says_bare_times(it, d) && d->times.bound != EHC_UP_TO) || (timed && is_held(&d->count));
		s->weeks = s->weeks || d->weeks_kind != EHC_WEEKS_NONE;
		s->group = s->group || (d->group != EHC_GROUP_NONE && d->group != EHC_GROUP_SMALL) || ehc_ratio_known(d->staff);
	}
	s->length = s->length || s->text->clock_range || (untimed && sentence_times(a, it));
	s->frequency = s->frequency || says_per(s->text, s->length);
}

/* "Sam will receive tuition three times a week": a service, though its minutes are not said. */
static bool
is_to_get(const struct ehc_prose *p, const struct ehc_sentence *s)
{
	static const char *const verbs[] = { "receive", "given", "provided" };

	for (size_t i = s->first + 1; i < s->first + s->count; i++)
		if (!p->tokens[i].quoted && ehc_token_any(p, i, verbs, EHC_COUNT(verbs)) && (ehc_token_is(p, i - 1, "will") || ehc_token_is(p, i - 1, "be")))
			return true;
	return false;
}

bool
ehc_says_how_much_and_how_often(struct ehc_arena *a, const struct ehc_prose *p, size_t sentence)
{
	struct ehc_calendar calendar = ehc_calendar_school();
	const struct ehc_sentence *s = &p->sentences[sentence];
	bool length = false, often = false;
	size_t next = s->at, used;

	for (size_t i = s->first; i < s->first + s->count; i++) {
		const struct ehc_amount *m;
		size_t at = p->tokens[i].at;

		if (at < next || p->tokens[i].quoted)
			continue;
		m = ehc_amount_island(a, ehc_str_sub(p->text, at, s->at + s->len), (uint32_t)at, &calendar, &used);
		next = at + used;
		for (size_t k = 0; m != NULL && k < m->ndoses; k++) {
			length = length || ehc_dose_has_quantity(&m->doses[k]);
			often = often || m->doses[k].period != EHC_PERIOD_NONE;
		}
	}
	return often && (length || is_to_get(p, s));
}

/* ---- what ---- */

/*
 * A method that lacks only its amount ("precision teaching") is content, and so may be what is to be done without its doer
 * ("will be hoisted"); any other vague phrase is none.
 */
static bool
is_empty(const struct ehc_match *m)
{
	const struct ehc_phrase *phrase;

	if (m->list >= EHC_LIST_ROLE_REGISTERED && m->list <= EHC_LIST_PROVIDER)
		return true;
	if (m->list == EHC_LIST_EVENT || m->list == EHC_LIST_SEASON || m->list == EHC_LIST_DEADLINE)
		return true;
	if (m->list != EHC_LIST_PHRASE)
		return false;
	phrase = &ehc_phrases(NULL)[m->row];
	if (ehc_str_is(ehc_str_of(phrase->rule), "SPEC-002"))
		return false;
	return phrase->group != 'I' || ehc_str_is(ehc_str_of(phrase->rule), "SPEC-016");
}

/* Is one of the names the word, or what stands before its apostrophe? */
static bool
is_name_in(struct ehc_str names, struct ehc_str word)
{
	struct ehc_str one;

	while (ehc_str_split(&names, ' ', &one))
		if (one.len > 0 && word.len >= one.len && ehc_lower(one.ptr[0]) == ehc_lower(word.ptr[0]) && word.len <= one.len + 4 &&
		    ehc_str_eq_nocase(ehc_str_sub(word, 0, one.len), one))
			return true;
	return false;
}

bool
ehc_is_childs_name(const struct ehc_plan *plan, struct ehc_str word)
{
	return is_name_in(plan->child.name.text.str, word) || is_name_in(plan->child.known_as.text.str, word);
}

/* What is left when the words for who, when and how much are taken away, asked of one word after the other. */
struct rest {
	const struct ehc_prose *p;
	size_t next, covered;           /* the next match, and the first word behind those so far */
};

static bool
is_left(struct rest *r, size_t i)
{
	const struct ehc_prose *p = r->p;

	for (; r->next < p->nmatches && p->matches[r->next].first <= i; r->next++)
		if (is_empty(&p->matches[r->next]) && p->matches[r->next].first + p->matches[r->next].count > r->covered)
			r->covered = p->matches[r->next].first + p->matches[r->next].count;
	return !p->tokens[i].heading && i >= r->covered;
}

/* How many words are left beside the child's name and those that only fill a sentence; behind `most` no more are counted. */
static size_t
count_content(const struct ehc_plan *plan, const struct ehc_prose *p, size_t most)
{
	struct rest r = { .p = p };
	size_t n = 0;

	for (size_t i = 0; i < p->ntokens && n < most; i++)
		n += is_left(&r, i) && !p->tokens[i].number && p->tokens[i].len > 1 && !ehc_token_in(p, i, EHC_CLASS(SMALL) | EHC_CLASS(HOLLOW)) &&
		    !ehc_is_childs_name(plan, ehc_token_text(p, i));
	return n;
}

/* "Riding in the summer": what an item opens with is an activity, and that lasts. */
static bool
opens_with_activity(const struct ehc_prose *p)
{
	return p->ntokens > 0 && p->tokens[0].len > 5 && ehc_str_ends_nocase(ehc_token_text(p, 0), "ing");
}

static bool
is_lasting(const struct ehc_prose *p)
{
	struct rest r = { .p = p };

	for (size_t i = 0; i < p->ntokens; i++)
		if (is_left(&r, i) && (ehc_token_in(p, i, EHC_CLASS(LASTING)) || (i == 0 && opens_with_activity(p))))
			return true;
	return false;
}

/* "The technician charges", "is charged", "will charge": a verb, so that something is done and not only named. */
static bool
has_verb(const struct ehc_prose *p)
{
	static const char *const verbs[] = { "will", "is", "are", "be", "has", "have", "to" };

	for (size_t i = 0; i < p->ntokens; i++)
		if (ehc_token_in(p, i, EHC_CLASS(SMALL)) && ehc_token_any(p, i, verbs, EHC_COUNT(verbs)))
			return true;
	for (size_t i = 0; i < p->nmatches; i++) {
		size_t next = p->matches[i].first + p->matches[i].count;

		if (p->matches[i].list >= EHC_LIST_ROLE_REGISTERED && p->matches[i].list <= EHC_LIST_ROLE_OTHER && ehc_token_joins(p, next) &&
		    !ehc_token_in(p, next, EHC_CLASS(SMALL)) && ehc_str_ends_nocase(ehc_token_text(p, next), "s"))
			return true;
	}
	return false;
}

#define SOFT_WORDS 2            /* so few, beside who and when, tell what is done only where a verb of them can be watched */

/* "Ada leaves each lesson with a teaching assistant", "an assistant goes with her": small words, but where she goes with whom is an act that is seen. */
static bool
is_led(const struct ehc_prose *p, const struct ehc_plan *plan)
{
	static const char *const goes[] = { "goes", "go", "leaves", "leave", "comes", "moves", "returns", "arrives" };

	for (size_t i = 1; i < p->ntokens; i++)
		if (ehc_token_any(p, i, goes, EHC_COUNT(goes)) && ehc_token_joins(p, i) &&
		    (ehc_is_child(plan, p, ehc_token_is(p, i - 1, "will") && i > 1 ? i - 2 : i - 1) ||
		    (ehc_token_is(p, i + 1, "with") && (ehc_is_child(plan, p, i + 2) || ehc_token_is(p, i + 2, "her") || ehc_token_is(p, i + 2, "him")))))
			return true;
	return false;
}

/* "Two hours at the Example Judo Club with a support worker": in social care the club is what is done there. */
static bool
is_outing(const struct ehc_prose *p, const struct ehc_item *it)
{
	for (size_t i = 1; ehc_is_social_care(it) && i < p->ntokens; i++)
		if (ehc_token_joins(p, i) && (ehc_token_is(p, i, "club") || ehc_token_is(p, i, "playscheme")))
			return true;
	return false;
}

/* "Mealtimes: chair at the corner": each of them. */
static bool
opens_with_moment(const struct ehc_prose *p)
{
	return p->ntokens > 1 && ehc_token_in(p, 0, EHC_CLASS(MOMENT)) && p->tokens[1].before == EHC_GAP_PUNCT;
}

/*
 * A definite act is tied to an event that two people would both see. What takes a moment, such as to charge, hand over or
 * write down, may be tied to the calendar as well; what lasts ("teaches her every day") then still needs its minutes.
 */
static void
find_act(struct ehc_said *s, const struct ehc_plan *plan, const struct ehc_item *it)
{
	const struct ehc_prose *p = s->text;
	bool event = ehc_prose_has(p, EHC_LIST_EVENT) || p->clock || opens_with_moment(p) || (s->how_often != NULL && ehc_prose_has(s->how_often, EHC_LIST_EVENT));
	bool dated = s->frequency || p->has_date || ehc_prose_has(p, EHC_LIST_SEASON);
	size_t words = count_content(plan, p, s->role && (event || dated) ? SOFT_WORDS + 1 : 1);
	bool vague = s->role && (event || dated) && !ehc_prose_has(p, EHC_LIST_STAFFING) && ((words == 1 && !has_verb(p)) || (ehc_is_unseen(p) && (words <= SOFT_WORDS || ehc_is_help(p))));
	/* Who goes with the child, and when: nothing else needs to be said. It is asked last, of the few for which it matters. */
	bool led = (words == 0 || vague) && s->role && event && is_led(p, plan), content = words > 0 || led;
	bool upkeep = ehc_prose_has(p, EHC_LIST_UPKEEP), supplied = ehc_prose_has(p, EHC_LIST_SUPPLY), kept = dated || event || upkeep;
	/* "The wheelchair service checks the seat every four months": a service that keeps a thing in order is named well enough. */
	bool keeper = s->role || (s->organisation && upkeep);

	s->content = content || ehc_prose_has(p, EHC_LIST_STAFFING) || (s->role && s->length && is_outing(p, it));
	s->soft = vague && !led;
	s->definite = s->role && content && !s->soft && (event || (dated && !is_lasting(p) && has_verb(p)));
	s->frequency = s->frequency || (s->length && (event || dated));
	s->equipment = p->nnumbers > 0 && content && kept &&
	    ((ehc_prose_has(p, EHC_LIST_EQUIPMENT) && (keeper || supplied)) || (supplied && (s->role || s->organisation)));
}

/* ---- health care steps ---- */

/* "When the jerking starts": a sign that the reader will see; "on trips" is none. */
static bool
has_sign(const struct ehc_prose *p)
{
	static const char *const signs[] = { "when", "whenever", "if", "as" };

	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];

		if (m->list == EHC_LIST_EVENT && ehc_token_any(p, m->first, signs, EHC_COUNT(signs)))
			return true;
	}
	return false;
}

/* "Until the ambulance comes": seen as plainly as a sign; "until she is back to normal" is not. */
static bool
has_end(const struct ehc_prose *p)
{
	static const char *const ends[] = { "come", "comes", "arrive", "arrives", "here", "stop", "stops", "stopped", "over" };
	bool until = false;

	for (size_t i = 0; i < p->ntokens; i++) {
		until = ehc_token_is(p, i, "until") || (until && ehc_token_joins(p, i));
		if (until && ehc_token_any(p, i, ends, EHC_COUNT(ends)))
			return true;
	}
	return false;
}

/* "Do not put anything in her mouth", "she never goes in alone", "nobody lifts her": at any time. */
static bool
forbids(const struct ehc_prose *p)
{
	return ehc_token_is(p, 0, "never") || ehc_token_is(p, 1, "never") || ehc_token_is(p, 0, "nobody") || ehc_token_is(p, 0, "don't") || (ehc_token_is(p, 0, "do") && ehc_token_is(p, 1, "not"));
}

/*
 * A step has the reader as its actor. What it needs is what two people would both do: a figure, a time or a sign, and
 * somebody named where it is not the reader; two of these make it plain who does what when. What is done with one's hands
 * is plain by itself: "roll her onto her left side". A medicine still wants its dose.
 */
static void
judge_step(struct ehc_said *s, const struct ehc_plan *plan)
{
	const struct ehc_prose *p = s->text;
	bool figure = p->nnumbers > 0 || p->clock || p->has_date, event = ehc_prose_has(p, EHC_LIST_EVENT) || p->clock || s->frequency || forbids(p);
	bool actor = s->role || ehc_prose_has(p, EHC_LIST_ROLE_FAMILY);
	size_t words = count_content(plan, p, 6);

	s->medicine = ehc_prose_has(p, EHC_LIST_MEDICINE_WORD) &&
	    (ehc_prose_has(p, EHC_LIST_GIVING) || !(ehc_prose_has(p, EHC_LIST_WATCHING) || ehc_prose_has(p, EHC_LIST_CALLING)));
	s->dose = ehc_prose_has(p, EHC_LIST_DOSE_WORD);
	s->content = words > 0;
	s->definite = (!s->medicine && ehc_prose_has(p, EHC_LIST_HANDS) && words > 0 && (event || words + figure + actor > 2)) ||
	    (actor + event + figure + (words > 4) >= 2 && words > 0) || (words > 1 && (has_sign(p) || has_end(p) || forbids(p))) ||
	    (words > 5 && !ehc_prose_has(p, EHC_LIST_PHRASE));
	s->complete = figure && (!s->medicine || s->dose || p->clock || ehc_prose_has(p, EHC_LIST_SIGN_WORD));
}

/* Health and social care are specific when what and who are said, and how often or at what: minutes are good practice there. */
static bool
is_complete(const struct ehc_said *s, const struct ehc_item *it)
{
	if (s->equipment)
		return true;
	if (!s->role || !s->content)
		return false;
	return s->definite || (s->length && s->frequency) || (it->section == EHC_G && s->frequency);
}

static struct ehc_said *
said_of(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_item *it, struct known *k)
{
	struct ehc_said *s = EHC_NEW(a, struct ehc_said);
	struct ehc_texts t = { { NULL }, 0 };

	s->text = ehc_prose_read(a, it->text.str);
	s->pairs = ehc_pairs_of(it->text.str);
	s->who = read_value(a, k, it->who.value);
	s->how_much = read_value(a, k, it->how_much);
	s->how_often = read_value(a, k, it->how_often);
	add_text(&t, s->text);
	add_text(&t, s->who);
	add_text(&t, s->how_much);
	add_text(&t, s->how_often);
	ehc_find_who(s, plan, it, &t);
	find_amount(a, s, it);
	find_act(s, plan, it);
	s->complete = is_complete(s, it);
	if (it->kind == EHC_ITEM_CARE)
		judge_step(s, plan);
	return s;
}

struct ehc_said *
ehc_said_of(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_item *it)
{
	struct known k = { { NULL } };

	return said_of(a, plan, it, &k);
}

void
ehc_prose_attach(struct ehc_plan *p)
{
	static const enum ehc_item_kind kinds[] = { EHC_ITEM_NEED, EHC_ITEM_OUTCOME, EHC_ITEM_PROVISION, EHC_ITEM_CARE };
	struct known known = { { NULL } };

	for (size_t k = 0; k < EHC_COUNT(kinds); k++) {
		struct ehc_item *it;

		for (EHC_EACH_ITEM(it, p, kinds[k]))
			if (it->text.str.len > 0)
				it->said = said_of(p->arena, p, it, &known);
	}
}

/* A word or two before the first full stop ("Lunch.") is a heading in all but name. */
static size_t
opening_token(const struct ehc_prose *p)
{
	size_t skip = 0;

	while (skip + 1 < p->nsentences && p->sentences[skip].count < 3)
		skip++;
	return p->sentences[skip].first;
}

#define OPENING 44              /* bytes of a long sentence that are pointed at */
#define SHORT_SENTENCE 80       /* a sentence of so many is pointed at as a whole */

struct ehc_span
ehc_said_opening(const struct ehc_item *it)
{
	const struct ehc_prose *p = it->said->text;
	uint32_t from, to, most;
	size_t first;

	if (p->ntokens == 0)
		return it->text.span;
	first = opening_token(p);
	from = to = p->tokens[first].at;
	most = p->sentences[p->tokens[first].sentence].len <= SHORT_SENTENCE ? SHORT_SENTENCE : OPENING;
	for (size_t i = first; i < p->ntokens; i++) {
		const struct ehc_token *t = &p->tokens[i];

		if (i > first && (t->sentence != p->tokens[first].sentence || t->at + t->len - from > most))
			break;
		to = t->at + t->len;
	}
	return ehc_text_span(&it->text, from, to - from);
}
