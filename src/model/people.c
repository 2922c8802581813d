/*
 * people.c - fields that say who: `who:`, the entries of `consent:`, `competent:` and `agreed:`, `accept:` and the
 * steps of an emergency.
 */
#include "model/bind.h"

#include <string.h>

/* ---- looking outside brackets ---- */

/* Is s[at] the start of that word, in lower case here, and of the whole word? */
static bool
word_at(struct ehc_str s, size_t at, const char *word)
{
	size_t n;

	if (at >= s.len || ehc_lower(s.ptr[at]) != word[0] || (at > 0 && ehc_is_letter(s.ptr[at - 1])) ||
	    !ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), word))
		return false;
	n = strlen(word);
	return at + n >= s.len || !ehc_is_letter(s.ptr[at + n]);
}

static bool
has_any(struct ehc_str s, const char *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (ehc_str_has(s, words[k]))
			return true;
	return false;
}

/* The first place outside brackets, from `from` on, where one of the words starts (or, for ",", the comma); *which gets its number. */
static size_t
find_outside(struct ehc_str s, size_t from, const char *const *words, size_t n, size_t *which)
{
	uint32_t starts = 0;            /* the words' first letters, a bit each; a comma and brackets share those of L, H and I */
	int depth = 0;

	if (!has_any(s, words, n))      /* mostly it has none */
		return SIZE_MAX;
	for (size_t k = 0; k < n; k++)
		starts |= (uint32_t)1 << (words[k][0] & 31);
	starts |= (uint32_t)1 << ('(' & 31) | (uint32_t)1 << (')' & 31);
	for (size_t i = from; i < s.len; i++) {
		if ((starts >> (s.ptr[i] & 31) & 1) == 0)
			continue;
		if (s.ptr[i] == '(')
			depth++;
		else if (s.ptr[i] == ')' && depth > 0)
			depth--;
		if (depth > 0 || (i > 0 && s.ptr[i] != ',' && ehc_is_letter(s.ptr[i - 1])))
			continue;
		for (size_t k = 0; k < n; k++)
			if (words[k][0] == ehc_lower(s.ptr[i]) && (words[k][0] == ',' || word_at(s, i, words[k]))) {
				*which = k;
				return i;
			}
	}
	return SIZE_MAX;
}

/* ---- who ---- */

/* Where the words about training start: "trained by", "trained in ... by", "shown how by", "briefed"; never at the start, as in "trained adult". */
static size_t
find_training(struct ehc_str s)
{
	static const char *const words[] = { "trained", "shown how", "briefed" };
	static const char *const after[] = { "by", "in", "to", "on", "at", "for", "each", "every", "with", "and" };
	size_t from = 0, which;

	while ((from = find_outside(s, from, words, EHC_COUNT(words), &which)) != SIZE_MAX) {
		struct ehc_str rest = ehc_str_trim(ehc_str_sub(s, from + strlen(words[which]), s.len));

		if (which > 0)
			return from;
		for (size_t i = 0; i < EHC_COUNT(after); i++)
			if (word_at(rest, 0, after[i]))
				return from;
		from++;
	}
	return SIZE_MAX;
}

/* Where "or" starts that names another person; "or equivalent" names none. */
static size_t
find_cover(struct ehc_str s)
{
	static const char *const words[] = { "or" };
	static const char *const same_person[] = { "equivalent", "similar", "above", "higher", "more", "other", "another", "better" };
	size_t from = 0, which;

	while ((from = find_outside(s, from, words, 1, &which)) != SIZE_MAX) {
		struct ehc_str rest = ehc_str_trim(ehc_str_sub(s, from + 2, s.len));
		bool other = rest.len > 0;

		for (size_t i = 0; i < EHC_COUNT(same_person); i++)
			other = other && !word_at(rest, 0, same_person[i]);
		if (other)
			return from;
		from++;
	}
	return SIZE_MAX;
}

static bool
ends_in_brackets(struct ehc_str s, size_t *open)
{
	*open = s.len;
	if (s.len < 3 || s.ptr[s.len - 1] != ')')
		return false;
	while (*open > 0 && s.ptr[*open - 1] != '(')
		(*open)--;
	return *open > 1;
}

/* Where the qualification starts in a definition: behind the first comma, or "with". */
static struct ehc_str
defined_qualification(struct ehc_str s)
{
	static const char *const leads[] = { ",", "with", "who has", "who have", "holding" };
	size_t which, at = find_outside(s, 0, leads, EHC_COUNT(leads), &which), open;

	s = ehc_words_trim(s);
	if (at != SIZE_MAX && at < s.len) {
		s = ehc_words_trim(ehc_str_sub(s, at + strlen(leads[which]), s.len));
		return word_at(s, 0, "with") ? ehc_words_trim(ehc_str_sub(s, strlen("with"), s.len)) : s;
	}
	return ends_in_brackets(s, &open) ? ehc_words_trim(ehc_str_sub(s, open, s.len - 1)) : EHC_NOSTR;
}

static void
note_definition(void *context, void *thing, struct ehc_str words)
{
	struct ehc_who *who = context;

	(void)words;
	if (who->definition == NULL)
		who->definition = thing;
}

void
ehc_bind_definition(struct ehc_binder *b, struct ehc_who *who, struct ehc_str words)
{
	if (b->definition_words > 0)
		ehc_words_match(b->definitions, b->definition_words, words, note_definition, who);
	if (who->definition != NULL && who->qualification.len == 0)
		who->qualification = defined_qualification(who->definition->text.str);
}

struct ehc_who
ehc_bind_who(struct ehc_binder *b, const struct ehc_node *field)
{
	static const char *const comma[] = { "," };
	struct ehc_who who = { .value = ehc_value_of(field) };
	struct ehc_str s = ehc_words_trim(who.value.text.str);
	size_t at, which;

	if (field == NULL || s.len == 0)
		return who;
	if ((at = find_training(s)) != SIZE_MAX) {
		who.training = ehc_words_trim(ehc_str_sub(s, at, s.len));
		s = ehc_words_trim(ehc_str_sub(s, 0, at));
	}
	if ((at = find_cover(s)) != SIZE_MAX) {
		who.cover = ehc_words_trim(ehc_str_sub(s, at + 2, s.len));
		s = ehc_words_trim(ehc_str_sub(s, 0, at));
	}
	who.role = s;
	if ((at = find_outside(s, 0, comma, 1, &which)) != SIZE_MAX) {
		who.role = ehc_words_trim(ehc_str_sub(s, 0, at));
		who.qualification = ehc_words_trim(ehc_str_sub(s, at + 1, s.len));
	} else if (ends_in_brackets(s, &at)) {
		who.role = ehc_words_trim(ehc_str_sub(s, 0, at - 1));
		who.qualification = ehc_words_trim(ehc_str_sub(s, at, s.len - 1));
	}
	ehc_bind_definition(b, &who, who.role);
	return who;
}

/* ---- entries with a date at their end ---- */

/* Takes the last date of an entry, and the words that lead up to it, off the entry: "parent, 2 September 2026". */
static ehc_day
take_date(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it, struct ehc_str *entry)
{
	static const char *const leads[] = { "on", "dated", "from", "since" };
	struct ehc_date_found found;
	struct ehc_str before, after;

	if (!ehc_date_find_last(*entry, &found))
		return EHC_NODATE;
	if (found.day == EHC_NODATE) {
		struct ehc_str date = ehc_str_sub(*entry, found.at, found.at + found.len);

		ehc_bind_fault(b, EHC_FAULT_DATE_UNREAL, field, it, date, ehc_part_span(&field->text, date));
	}
	before = ehc_words_trim(ehc_str_sub(*entry, 0, found.at));
	after = ehc_words_trim(ehc_str_sub(*entry, found.at + found.len, entry->len));
	for (size_t i = 0; i < EHC_COUNT(leads); i++) {
		size_t n = strlen(leads[i]);

		if (before.len >= n && word_at(before, before.len - n, leads[i]))
			before = ehc_words_trim(ehc_str_sub(before, 0, before.len - n));
	}
	*entry = before.len > 0 ? before : after;
	return found.day;
}

/* "T1, Epilepsy nurse": takes the task off, and the "and" behind it; empty where the words name none. */
static struct ehc_str
take_task(struct ehc_str *words)
{
	size_t n = 0;
	struct ehc_str first;
	enum ehc_section none;

	while (n < words->len && words->ptr[n] != ',' && words->ptr[n] != ':' && words->ptr[n] != ' ')
		n++;
	first = ehc_str_sub(*words, 0, n);
	if (!ehc_id_read(first, &none))
		return EHC_NOSTR;
	*words = ehc_words_trim(ehc_str_sub(*words, n + 1, words->len));
	if (word_at(*words, 0, "and"))
		*words = ehc_words_trim(ehc_str_sub(*words, strlen("and"), words->len));
	return first;
}

#define TASKS_LIMIT 20  /* that one entry names */

struct ehc_consents
ehc_bind_consents(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it)
{
	EHC_VEC(struct ehc_consent) all = { NULL, 0, 0 };
	struct ehc_str rest, part;

	if (field == NULL)
		return (struct ehc_consents){ NULL, 0 };
	rest = field->text.str;
	while (ehc_entry_next(&rest, &part)) {
		struct ehc_consent c = { .words = part, .day = EHC_NODATE, .span = ehc_part_span(&field->text, part) };
		struct ehc_str tasks[TASKS_LIMIT];
		size_t n = 0;

		if (!ehc_bind_is_open(b, part))
			c.day = take_date(b, field, it, &c.words);
		c.words = ehc_words_trim(c.words);
		while (n < TASKS_LIMIT && (tasks[n] = take_task(&c.words)).len > 0)
			n++;
		/* "T1 and T2, epilepsy nurse" is an entry for each task. */
		for (size_t i = 0; i < n || i == 0; i++) {
			c.task = n > 0 ? tasks[i] : EHC_NOSTR;
			EHC_PUSH(b->arena, &all, c);
		}
	}
	return (struct ehc_consents){ all.items, all.count };
}

/* ---- agreement of a health body ---- */

static const struct { const char *word; enum ehc_agreement_state state; } agreement_words[] = {     /* the first that fits counts */
	{ "not yet", EHC_AGREEMENT_NONE }, { "to be", EHC_AGREEMENT_NONE }, { "tbc", EHC_AGREEMENT_NONE },
	{ "refused", EHC_AGREEMENT_REFUSED }, { "declined", EHC_AGREEMENT_REFUSED }, { "not agreed", EHC_AGREEMENT_REFUSED },
	{ "disputed", EHC_AGREEMENT_DISPUTED }, { "in dispute", EHC_AGREEMENT_DISPUTED },
	{ "asked", EHC_AGREEMENT_ASKED }, { "requested", EHC_AGREEMENT_ASKED }, { "awaiting", EHC_AGREEMENT_ASKED },
	{ "awaited", EHC_AGREEMENT_ASKED }, { "pending", EHC_AGREEMENT_ASKED },
	{ "not", EHC_AGREEMENT_NONE }, { "no", EHC_AGREEMENT_NONE },
};

/* Takes the words that name a state off the entry; an entry without any is the body that agreed. */
static enum ehc_agreement_state
take_state(struct ehc_str *entry)
{
	static const char *const yes[] = { "yes", "agreed by", "agreed" };

	for (size_t i = 0; i < EHC_COUNT(agreement_words); i++) {
		size_t at = ehc_str_find_word(*entry, agreement_words[i].word);

		if (at == SIZE_MAX || (agreement_words[i].state == EHC_AGREEMENT_NONE && at > 0))
			continue;
		if (at == 0)
			*entry = ehc_words_trim(ehc_str_sub(*entry, strlen(agreement_words[i].word), entry->len));
		else
			*entry = ehc_words_trim(ehc_str_sub(*entry, 0, at));
		return agreement_words[i].state;
	}
	for (size_t i = 0; i < EHC_COUNT(yes); i++)
		if (word_at(*entry, 0, yes[i])) {
			*entry = ehc_words_trim(ehc_str_sub(*entry, strlen(yes[i]), entry->len));
			break;
		}
	return EHC_AGREEMENT_AGREED;
}

/* What follows a word that opens a part of its own ("because", "route"), taken off the entry. */
static struct ehc_str
take_after(struct ehc_str *entry, const char *word)
{
	size_t at = ehc_str_find_word(*entry, word);
	struct ehc_str after;

	if (at == SIZE_MAX)
		return EHC_NOSTR;
	after = ehc_words_trim(ehc_str_sub(*entry, at + strlen(word), entry->len));
	if (after.len > 0 && after.ptr[0] == ':')
		after = ehc_words_trim(ehc_str_sub(after, 1, after.len));
	*entry = ehc_words_trim(ehc_str_sub(*entry, 0, at));
	return after;
}

static struct ehc_agreement
read_agreement(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it, struct ehc_str part)
{
	struct ehc_agreement g = { .day = EHC_NODATE, .span = ehc_part_span(&field->text, part) };

	if (ehc_bind_is_open(b, part))
		return g;
	part = ehc_words_trim(part);
	g.route = take_after(&part, "route");
	g.because = take_after(&part, "because");
	g.day = take_date(b, field, it, &part);
	g.state = take_state(&part);
	if (word_at(part, 0, "by"))
		part = ehc_words_trim(ehc_str_sub(part, 2, part.len));
	g.body = part;
	return g;
}

struct ehc_agreements
ehc_bind_agreements(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it)
{
	EHC_VEC(struct ehc_agreement) all = { NULL, 0, 0 };
	struct ehc_str rest, part;

	if (field == NULL)
		return (struct ehc_agreements){ NULL, 0 };
	rest = field->text.str;
	while (ehc_entry_next(&rest, &part))
		EHC_PUSH(b->arena, &all, read_agreement(b, field, it, part));
	return (struct ehc_agreements){ all.items, all.count };
}

/* ---- accept ---- */

static struct ehc_accept
read_accept(struct ehc_binder *b, const struct ehc_node *field, const struct ehc_item *it)
{
	struct ehc_accept a = { .day = EHC_NODATE, .span = field->text.span, .node = field };
	struct ehc_str s = ehc_words_trim(field->text.str), after;
	size_t n = 0, last;

	while (n < s.len && !strchr(" \n\t,;:", s.ptr[n]))
		n++;
	a.rule = ehc_str_sub(s, 0, n);
	a.reason = ehc_str_trim(ehc_str_sub(s, n, s.len));       /* a semicolon right after the rule ends an empty reason */
	if (a.reason.len > 0 && a.reason.ptr[0] == ':')
		a.reason = ehc_words_trim(ehc_str_sub(a.reason, 1, a.reason.len));
	last = a.reason.len;
	while (last > 0 && a.reason.ptr[last - 1] != ';')
		last--;
	after = last > 0 ? ehc_str_sub(a.reason, last, a.reason.len) : EHC_NOSTR;
	if (last > 0)
		a.reason = ehc_words_trim(ehc_str_sub(a.reason, 0, last - 1));
	a.day = take_date(b, field, it, last > 0 ? &after : &a.reason);
	a.role = ehc_words_trim(after);
	if (word_at(a.reason, 0, "because"))
		a.reason = ehc_words_trim(ehc_str_sub(a.reason, strlen("because"), a.reason.len));
	return a;
}

void
ehc_bind_accepts(struct ehc_binder *b, struct ehc_item *it)
{
	EHC_VEC(struct ehc_accept) all = { NULL, 0, 0 };

	for (const struct ehc_node *f = ehc_node_field(it->node, EHC_L_ACCEPT); f != NULL; f = ehc_node_next_field(f))
		EHC_PUSH(b->arena, &all, read_accept(b, f, it));
	it->accepts = all.items;
	it->naccepts = all.count;
}

/* ---- steps ---- */

#define STEP_LEAD 90    /* bytes in which "when - who:" must stand, so that a dash or colon of the prose is not taken for it */

/* Offset and length of a dash with blanks around it in the first bytes of s. */
static size_t
find_dash(struct ehc_str s, size_t *len)
{
	static const char *const dashes[] = { " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 " };
	struct ehc_str lead = ehc_str_sub(s, 0, STEP_LEAD);
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < EHC_COUNT(dashes); i++) {
		size_t at = ehc_str_find_nocase(lead, dashes[i]);

		if (at < best) {
			best = at;
			*len = strlen(dashes[i]);
		}
	}
	return best;
}

/* The colon behind a person: not inside a clock time, not behind "also if", no full stop before it. */
static size_t
find_person_colon(struct ehc_str s)
{
	static const char *const conditions[] = { "if", "when", "unless", "until", "say", "says", "following", "these" };
	struct ehc_str lead = ehc_str_sub(s, 0, STEP_LEAD), who;
	size_t at = 0;

	while (at < lead.len && lead.ptr[at] != ':' && lead.ptr[at] != '.' && lead.ptr[at] != ';' && lead.ptr[at] != '\n')
		at++;
	if (at >= lead.len || lead.ptr[at] != ':' || (at + 1 < s.len && s.ptr[at + 1] != ' ' && s.ptr[at + 1] != '\n'))
		return SIZE_MAX;
	who = ehc_str_sub(lead, 0, at);
	for (size_t i = 0; i < EHC_COUNT(conditions); i++)
		if (ehc_str_ends_nocase(who, conditions[i]) && word_at(who, at - strlen(conditions[i]), conditions[i]))
			return SIZE_MAX;
	return at;
}

/* Does it say when, as the words before a dash must unless a person follows? */
static bool
says_when(struct ehc_str s)
{
	static const char *const openings[] = { "now", "at", "after", "if", "when", "within", "once", "every", "from", "before",
		"immediately", "straight", "as soon", "until", "first", "then", "for", "during", "while" };

	for (size_t i = 0; i < EHC_COUNT(openings); i++)
		if (word_at(s, 0, openings[i]))
			return true;
	return s.len > 0 && s.ptr[0] >= '0' && s.ptr[0] <= '9';
}

static struct ehc_step
read_step(const struct ehc_node *field, const struct ehc_item *it)
{
	struct ehc_step step = { .number = field->id, .day = EHC_NODATE, .text = field->text, .span = field->text.span, .node = field, .item = it };
	struct ehc_str rest = ehc_str_trim(field->text.str);
	struct ehc_date_found found;
	size_t at, len = 0;

	if (it->kind == EHC_ITEM_OUTCOME) {
		if (ehc_date_find_last(rest, &found))
			step.day = found.day;
		step.act = rest;
		return step;
	}
	if ((at = find_dash(rest, &len)) != SIZE_MAX &&
	    (says_when(rest) || find_person_colon(ehc_str_sub(rest, at + len, rest.len)) != SIZE_MAX)) {
		step.when = ehc_words_trim(ehc_str_sub(rest, 0, at));
		rest = ehc_str_sub(rest, at + len, rest.len);
	}
	if ((at = find_person_colon(rest)) != SIZE_MAX) {
		step.who = ehc_words_trim(ehc_str_sub(rest, 0, at));
		rest = ehc_str_sub(rest, at + 1, rest.len);
	}
	step.act = ehc_str_trim(rest);
	return step;
}

void
ehc_bind_steps(struct ehc_binder *b, struct ehc_item *it)
{
	enum ehc_label label = it->kind == EHC_ITEM_OUTCOME ? EHC_L_OUTCOME_STEP : EHC_L_STEP;
	EHC_VEC(struct ehc_step) all = { NULL, 0, 0 };

	for (const struct ehc_node *f = ehc_node_field(it->node, label); f != NULL; f = ehc_node_next_field(f))
		EHC_PUSH(b->arena, &all, read_step(f, it));
	it->steps = all.items;
	it->nsteps = all.count;
}
