/*
 * mask.c - a sentence of a plan with every name, date, number and address taken out. It errs on the side of masking: a word
 * with a capital letter stays only where the lexicon knows it, a word of a declared name nowhere but where the lexicon does.
 */
#include "panel/panel.h"

#include <string.h>

enum { MOST_WORDS = 256 };

struct names { struct ehc_str words[MOST_WORDS]; size_t n; };

/* Words of two letters and more; initials are capitals and masked as such. */
static void
know(struct names *names, struct ehc_str s)
{
	for (size_t i = 0; i < s.len; ) {
		size_t from;

		while (i < s.len && !ehc_is_word_byte(s.ptr[i]))
			i++;
		from = i;
		while (i < s.len && ehc_is_word_byte(s.ptr[i]))
			i++;
		if (i - from > 1 && names->n < MOST_WORDS)
			names->words[names->n++] = ehc_str_sub(s, from, i);
	}
}

static void
know_declared(struct names *names, const struct ehc_plan *p)
{
	const struct ehc_child *c = &p->child;
	const struct ehc_value *const values[] = { &c->name, &c->known_as, &c->parents, &c->setting, &c->address, &c->gp, &c->hospital,
	    &c->decision_maker, &c->interpreter, &c->language, &c->religion, &c->ethnicity, &p->school, &p->site_address, &p->written_by,
	    &p->took_part, &p->locality, &p->authority, &p->icb, &p->plan_writer, &p->placement_name, &p->author };
	static const enum ehc_item_kind people[] = { EHC_ITEM_STAFF, EHC_ITEM_CONTACT };
	const struct ehc_item *it;

	for (size_t i = 0; i < EHC_COUNT(values); i++)
		know(names, values[i]->text.str);
	for (size_t k = 0; k < EHC_COUNT(people); k++)
		for (EHC_EACH_ITEM(it, p, people[k]))
			know(names, it->name);
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_ADVICE))
		know(names, it->author.text.str);
	for (EHC_EACH_ITEM(it, p, EHC_ITEM_CONDITION))
		know(names, ehc_item_value(it, EHC_L_CLINICIAN).text.str);
}

static bool
is_declared(const struct names *names, struct ehc_str word)
{
	for (size_t i = 0; i < names->n; i++)
		if (ehc_str_eq_nocase(names->words[i], word))
			return true;
	return false;
}

static const char *
mask_of(const struct names *names, const struct ehc_prose *prose, size_t i)
{
	const struct ehc_token *t = &prose->tokens[i];
	struct ehc_str word = ehc_str_sub(prose->text, t->at, t->at + t->len);
	bool known = t->word != UINT32_MAX, single = word.len == 1 && word.ptr[0] != 'I';

	if (t->number || ehc_str_has_digit(word))
		return "[number]";
	if (t->capital || (word.len > 0 && (unsigned char)word.ptr[0] >= 0x80) || (word.len > 0 && ehc_is_capital(word.ptr[0]))) {
		bool opens = i == 0 || prose->tokens[i - 1].sentence != t->sentence;

		/* a month, a place and a person are capitals in mid-sentence; a lexicon word may open a sentence */
		return known && opens && !single && !is_declared(names, word) ? NULL : ehc_str_is(word, "I") ? NULL : "[name]";
	}
	return !known && is_declared(names, word) ? "[name]" : NULL;
}

/* An address of mail or the web is one run without blanks. */
static size_t
address_at(struct ehc_str s, size_t from)
{
	size_t end = from;
	bool is_address = false;

	while (end < s.len && (unsigned char)s.ptr[end] > ' ') {
		is_address = is_address || s.ptr[end] == '@' || (s.ptr[end] == '/' && end + 1 < s.len && s.ptr[end + 1] == '/') ||
		    (end - from == 3 && strncmp(s.ptr + from, "www.", 4) == 0);
		end++;
	}
	return is_address ? end : from;
}

struct ehc_str
panel_mask(struct ehc_arena *a, const struct ehc_plan *p, struct ehc_str words)
{
	struct names *names = EHC_NEW(a, struct names);
	struct ehc_prose *prose = ehc_prose_read(a, words);
	struct ehc_buf out = { NULL, 0, 0 };
	const char *last = NULL;
	size_t at = 0;

	know_declared(names, p);
	for (size_t i = 0; i < prose->ntokens; i++) {
		const struct ehc_token *t = &prose->tokens[i];
		size_t from = t->at, address;
		const char *mask;

		if (from < at)
			continue;
		while (from > at && (unsigned char)words.ptr[from - 1] > ' ')
			from--;
		address = address_at(words, from);
		mask = address > from ? "[address]" : mask_of(names, prose, i);
		for (; at < t->at && !(address > from && at >= from); at++)     /* what stands between: marks alone, no digit */
			ehc_buf_char(&out, ehc_is_digit(words.ptr[at]) || words.ptr[at] == '\n' ? ' ' : words.ptr[at]);
		if (mask == NULL)
			ehc_buf_str(&out, ehc_str_sub(words, t->at, t->at + t->len));
		else if (mask != last || out.len == 0 || out.ptr[out.len - 1] != ' ')
			ehc_buf_cstr(&out, mask);
		last = mask;
		at = address > from ? address : t->at + t->len;
	}
	return ehc_buf_take(&out, a);
}
