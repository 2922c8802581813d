/*
 * findings.c - what was found in one plan, added to what was found in all: by rule, by family and section, by phrase.
 */
#include "panel/panel.h"

#include "ehc/prose.h"

#include <stdio.h>
#include <string.h>

/* ---- places of rules and families ---- */

/* Families that share a prefix are one to a reader. */
static size_t
place_of_prefix(struct places *p, const char *prefix)
{
	for (size_t i = 0; i < p->nprefixes; i++)
		if (strcmp(p->prefixes[i]->prefix, prefix) == 0)
			return i;
	return p->nprefixes;
}

void
panel_places(struct places *p)
{
	size_t n, rules = 0;
	const struct ehc_family *families = ehc_families(&n);

	*p = (struct places){ .families = families, .nfamilies = n };
	if (n > MOST_FAMILIES)
		EHC_BUG("%zu families of rules", n);
	for (size_t i = 0; i < n; i++) {
		p->prefix_of[i] = place_of_prefix(p, families[i].prefix);
		if (p->prefix_of[i] == p->nprefixes)
			p->prefixes[p->nprefixes++] = &families[i];
		p->first_rule[i] = rules;
		while (families[i].rules[p->nrules[i]].id != NULL)
			p->nrules[i]++;
		rules += p->nrules[i];
	}
	if (rules > MOST_RULES)
		EHC_BUG("%zu rules", rules);
}

static size_t
family_of(const struct places *p, const struct ehc_rule *rule)
{
	uintptr_t at = (uintptr_t)rule;

	for (size_t i = 0; i < p->nfamilies; i++)
		if (at >= (uintptr_t)p->families[i].rules && at < (uintptr_t)(p->families[i].rules + p->nrules[i]))
			return i;
	EHC_BUG("a rule of no family");
}

const struct ehc_rule *
panel_rule_at(const struct places *p, size_t place)
{
	size_t i = p->nfamilies - 1;

	while (p->first_rule[i] > place)
		i--;
	return &p->families[i].rules[place - p->first_rule[i]];
}

/* ---- phrases ---- */

/* The words that matched, as the lexicon has them; a word that it does not know is left out. */
static void
say_phrase(const struct ehc_prose *text, const struct ehc_match *m, char out[PHRASE_WORDS])
{
	struct ehc_buf words = { NULL, 0, 0 };

	for (uint32_t i = m->first; i < m->first + m->count; i++) {
		ehc_buf_cstr(&words, i > m->first ? " " : "");
		if (text->tokens[i].word == UINT32_MAX || text->tokens[i].number || (text->tokens[i].capital && i > m->first))
			ehc_buf_cstr(&words, "...");
		else
			ehc_buf_str(&words, ehc_prose_token(text, i));
	}
	for (size_t i = 0; i < words.len; i++)
		if (ehc_is_capital(words.ptr[i]))
			words.ptr[i] = (char)(words.ptr[i] | 0x20);
	snprintf(out, PHRASE_WORDS, "%s", words.len > 0 ? words.ptr : "");
	ehc_buf_free(&words);
}

/* The phrase that a finding is about: the one of its rule that starts where the finding does. */
static void
count_phrase(struct sums *sums, uint32_t *seen, const struct ehc_finding *f)
{
	const struct ehc_phrase *phrases = ehc_phrases(NULL);
	const struct ehc_prose *text = f->item != NULL && f->item->said != NULL ? f->item->said->text : NULL;

	if (text == NULL || !f->has_text)
		return;
	for (size_t i = 0; i < text->nmatches; i++) {
		const struct ehc_match *m = &text->matches[i];
		char words[PHRASE_WORDS];

		if (m->list != EHC_LIST_PHRASE || m->row >= MOST_PHRASES || strcmp(phrases[m->row].rule, f->rule->id) != 0 ||
		    ehc_text_span(&f->item->text, m->at, m->len).start != f->span.start)
			continue;
		say_phrase(text, m, words);
		if (sums->words[m->row][0] == '\0' || strcmp(words, sums->words[m->row]) < 0)
			memcpy(sums->words[m->row], words, sizeof(words));
		sums->phrases[m->row].items++;
		sums->phrases[m->row].plans += seen[m->row]++ == 0;
		return;
	}
}

/* ---- one plan ---- */

static bool
is_drafting(const struct ehc_group *g)
{
	return g->state == EHC_GROUP_OPEN && g->lead->severity == EHC_ERROR && g->lead->rule->class_ != EHC_PROCESS;
}

static void
reasons_of(struct record *r, const struct ehc_finding *f)
{
	if (f->accepted.len > 0) {
		if (f->rule->severity == EHC_ERROR) {
			r->reasons |= EHC_READ_WAIVED_ERROR;
			r->waived = true;
		}
		return;
	}
	if (f->severity != EHC_ERROR)
		return;
	if (f->rule->class_ == EHC_SAFETY)
		r->reasons |= EHC_READ_SAFETY;
	if (strcmp(f->rule->id, "PRIV-001") == 0 || strcmp(f->rule->id, "PRIV-005") == 0)
		r->reasons |= EHC_READ_OTHER_CHILD;
	if (strncmp(f->rule->id, "SYN-", 4) == 0)
		r->reasons |= EHC_READ_NOT_UNDERSTOOD;
	if (strcmp(f->rule->id, "LINK-001") == 0 || strcmp(f->rule->id, "LINK-006") == 0)
		r->reasons |= EHC_READ_NO_PROVISION;
}

struct tally { uint32_t rules[MOST_RULES], heat[MOST_FAMILIES][EHC_SECTION_COUNT], phrases[MOST_PHRASES]; };

static void
count_finding(struct worker *w, struct tally *seen, const struct ehc_finding *f)
{
	struct sums *sums = w->sums;
	const struct places *p = &w->batch->places;
	size_t of = family_of(p, f->rule), family = p->prefix_of[of];
	size_t rule = p->first_rule[of] + (size_t)(f->rule - p->families[of].rules);
	size_t section = f->section > 0 && f->section < EHC_SECTION_COUNT ? (size_t)f->section : EHC_NO_SECTION;

	sums->rules[rule].items++;
	sums->rules[rule].plans += seen->rules[rule]++ == 0;
	sums->heat[family][section].items++;
	sums->heat[family][section].plans += seen->heat[family][section]++ == 0;
	count_phrase(sums, seen->phrases, f);
}

void
panel_record_findings(struct worker *w, struct record *r, const struct ehc_compilation *c)
{
	struct tally *seen = EHC_NEW(c->arena, struct tally);
	struct ehc_totals t = { .files = 0 };
	size_t n, drafting = 0;
	struct ehc_group *groups = ehc_groups(&c->findings, &n);

	ehc_totals_add(&t, &c->result);
	r->errors = (uint32_t)t.errors;
	r->warnings = (uint32_t)t.warnings;
	r->notes = (uint32_t)t.notes;
	r->todo = (uint32_t)t.todo;
	r->missed = (uint32_t)t.missed;
	r->accepted = (uint32_t)t.accepted;
	for (size_t i = 0; i < n; i++)
		drafting += is_drafting(&groups[i]);
	r->drafting = drafting == 0 ? 1 : drafting <= 5 ? 2 : 3;
	for (size_t i = 0; i < c->findings.list.count; i++) {
		const struct ehc_finding *f = c->findings.list.items[i];

		reasons_of(r, f);
		if (f->severity > EHC_NOTE && f->accepted.len == 0)
			count_finding(w, seen, f);
	}
}
