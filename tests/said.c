/*
 * said.c FILE|STATEMENT... - what was read in the words of each item: what the lexicon and src/prose found in it, what the item is
 * therefore taken to say, and which rules flag it. For whoever asks why a statement is judged as it is: docs/architecture.md, "Why a statement is
 * judged as it is". A statement stands for a plan whose provision F1 it is, with no field beside it.
 */
#include <stdio.h>
#include <unistd.h>

#include "ehc/ehc.h"
#include "ehc/prose.h"
#include "ehc/rule.h"
#include "lexicon/lexicon.h"

static const char *const lists[] = {
	[EHC_LIST_PHRASE] = "phrase", [EHC_LIST_GUARD] = "guard",
#define LIST(name) [EHC_LIST_##name] = #name,
#include "lexicon/lists.def"
};

static const char *const classes[] = {
#define WORD_CLASS(name) #name,
#include "lexicon/classnames.def"
};

static void
print_matches(const struct ehc_prose *p)
{
	for (size_t i = 0; i < p->nmatches; i++) {
		const struct ehc_match *m = &p->matches[i];
		const struct ehc_phrase *phrase = m->list == EHC_LIST_PHRASE ? &ehc_phrases(NULL)[m->row] : NULL;

		printf("  %-16s \"%.*s\"", lists[m->list], EHC_ARG(ehc_prose_words(p, m)));
		if (phrase != NULL)
			printf(" %s, class %c, for %s", phrase->id, phrase->group, phrase->rule);
		putchar('\n');
	}
}

/* By word, what classes.def says it can do. The classes that follow from the patterns tell where to look for one, and nothing of the word. */
static void
print_classes(const struct ehc_prose *p)
{
	const uint64_t of_patterns = EHC_CLASS(LEADS_ON) | EHC_CLASS(BEHIND_ANY);

	for (size_t i = 0; i < p->ntokens; i++) {
		uint64_t can = p->tokens[i].classes & ~of_patterns;

		if (can == 0)
			continue;
		printf("  word             \"%.*s\"", (int)p->tokens[i].len, p->text.ptr + p->tokens[i].at);
		for (size_t k = 0; k < EHC_COUNT(classes); k++)
			if ((can >> k & 1) != 0)
				printf(" %s", classes[k]);
		putchar('\n');
	}
}

static void
print_said(const struct ehc_said *s)
{
	const struct { const char *name; bool holds; } all[] = {
		{ "role", s->role }, { "registered", s->registered }, { "support", s->support }, { "generic", s->generic }, { "organisation", s->organisation },
		{ "qualified", s->qualified }, { "content", s->content }, { "length", s->length }, { "frequency", s->frequency }, { "weeks", s->weeks },
		{ "group", s->group }, { "definite", s->definite }, { "soft", s->soft }, { "equipment", s->equipment }, { "medicine", s->medicine },
		{ "dose", s->dose }, { "complete", s->complete },
	};

	for (int holds = 1; holds >= 0; holds--) {
		printf("  %-16s", holds ? "says" : "does not say");
		for (size_t i = 0; i < EHC_COUNT(all); i++)
			if (all[i].holds == (holds == 1))
				printf(" %s", all[i].name);
		putchar('\n');
	}
}

static void
print_item(const struct ehc_compilation *c, const struct ehc_item *it)
{
	struct ehc_buf amount = { NULL, 0, 0 };

	printf("%s: %.*s\n", it->id, EHC_ARG(it->text.str));
	print_matches(it->said->text);
	print_classes(it->said->text);
	if (it->whole != NULL) {
		ehc_amount_say(it->whole, &amount);
		printf("  amount           %.*s\n", EHC_ARG(ehc_buf_text(&amount)));
	}
	print_said(it->said);
	for (size_t i = 0; i < c->findings.list.count; i++) {
		const struct ehc_finding *f = c->findings.list.items[i];

		if (f->item == it)
			printf("  %-7s %-8s %.*s\n", ehc_severity_name(f->severity), f->rule->id, EHC_ARG(f->message));
	}
	ehc_buf_free(&amount);
}

static int
explain(const char *what)
{
	struct ehc_options options = { .as_of = EHC_NODATE };
	struct ehc_buf plan = { NULL, 0, 0 };
	struct ehc_compilation c;
	int status = 0;

	if (access(what, F_OK) == 0)
		ehc_compile(&c, what, &options);
	else {
		ehc_buf_cstr(&plan, "EHC plan: one statement\n\nsection F:\nprovision F1: ");
		ehc_buf_cstr(&plan, what);
		ehc_buf_char(&plan, '\n');
		ehc_compile_text(&c, EHC_STR("statement"), ehc_buf_text(&plan), &options);
	}
	if (c.plan == NULL)
		status = 2;
	for (const struct ehc_item *it = c.plan == NULL ? NULL : c.plan->first_item; it != NULL; it = it->next)
		if (it->said != NULL)
			print_item(&c, it);
	ehc_compilation_free(&c);
	ehc_buf_free(&plan);
	return status;
}

int
main(int argc, char **argv)
{
	int status = argc > 1 ? 0 : 2;

	for (int i = 1; i < argc; i++)
		if (explain(argv[i]) != 0)
			status = 2;
	return status;
}
