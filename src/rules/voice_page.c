/*
 * voice_page.c - the VOICE rules on the page for the child: who has read it through, and whether a child can read it.
 */
#include "rules/passage.h"

#include "ehc/childs_page.h"

#include <string.h>

/* "the writer's own words" or "\"What I like\"", for messages. */
static struct ehc_str
part_name(struct ehc_check *c, enum ehc_childs_part part)
{
	return part == EHC_CHILDS_WORDS ? EHC_STR("its opening words") : ehc_arena_printf(c->arena, "\"%s\"", ehc_childs_heading(part));
}

/* Words of a line, which are pointed at where they stand. */
static struct ehc_finding *
flag_line(struct ehc_check *c, const struct ehc_childs_line *line, struct ehc_str words, struct ehc_str message)
{
	const struct ehc_text *t = line->text;
	size_t at = (size_t)(words.ptr - t->str.ptr);
	bool inside = words.ptr >= t->str.ptr && at + words.len <= t->str.len;

	return ehc_flag_words(c, line->item, inside ? ehc_text_span(t, at, words.len) : t->span, "%.*s", EHC_ARG(message));
}

/* VOICE-012 */
static void
not_checked(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_childs_page page = ehc_childs_page(c->arena, c->plan);
	const char *what;

	(void)self;
	if (page.entry == NULL || ehc_childs_page_is_checked(&page))
		return;
	if (page.checked_by == NULL)
		what = "nobody has checked it yet";
	else if (!page.by_role)
		what = "`checked by:` names nobody by role";
	else
		what = "`checked by:` does not say on which day";
	ehc_flag(c, NULL, page.checked_by == NULL ? page.entry->node->head_span : page.checked_by->head_span,
	    "The page for the child is not printed: %s.", what);
}

/* VOICE-013: a part is flagged once, at its longest sentence. */

#define LONG_FOR_A_CHILD 15

static void
long_for_a_child(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_childs_page page = ehc_childs_page(c->arena, c->plan);
	struct { const struct ehc_childs_line *line; struct ehc_str words; size_t most, over; } parts[EHC_CHILDS_PARTS] = { { 0 } };

	(void)self;
	for (size_t i = 0; i < page.lines.count; i++) {
		const struct ehc_childs_line *line = &page.lines.items[i];
		const struct ehc_prose *prose = ehc_prose_read(c->arena, line->words);

		for (size_t k = 0; k < prose->nsentences; k++) {
			const struct ehc_sentence *s = &prose->sentences[k];

			parts[line->part].over += s->count > LONG_FOR_A_CHILD;
			if (s->count <= LONG_FOR_A_CHILD || s->count <= parts[line->part].most)
				continue;
			parts[line->part].line = line;
			parts[line->part].words = ehc_str_sub(line->words, s->at, s->at + s->len);
			parts[line->part].most = s->count;
		}
	}
	for (int i = 0; i < EHC_CHILDS_PARTS; i++)
		if (parts[i].over > 0)
			flag_line(c, parts[i].line, parts[i].words, ehc_arena_printf(c->arena,
			    "On the page for the child, %.*s has %zu sentence%s of more than %d words; this one has %zu.",
			    EHC_ARG(part_name(c, (enum ehc_childs_part)i)), parts[i].over, parts[i].over == 1 ? "" : "s", LONG_FOR_A_CHILD, parts[i].most));
}

/* VOICE-014: letters that a child does not meet outside plans, and words that only plans use. */

static const char *const for_professionals[] = {
	"provision", "baseline", "intervention", "interventions", "attainment", "cognition", "cognitive", "dysregulated", "dysregulation",
	"differentiated", "differentiation", "scaffolding", "receptive", "expressive", "presentation", "deficit", "impairment", "phonological",
	"literacy", "numeracy", "key stage", "curriculum", "multi-sensory", "working memory", "executive function", "self-regulate", "outcomes",
};

static bool
is_letters(struct ehc_str w)
{
	static const char *const known[] = { "TV", "UK", "PE", "IT", "OK", "CD", "DVD", "BBC", "PC" };
	size_t capitals = 0;

	for (size_t i = 0; i < w.len; i++)
		capitals += ehc_is_capital(w.ptr[i]);
	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_is(w, known[i]))
			return false;
	return capitals >= 2 && capitals == w.len;
}

/* "a special needs teacher (SENCO)": the words stand before the letters. */
static bool
is_in_brackets(struct ehc_str s, size_t at)
{
	return at > 0 && s.ptr[at - 1] == '(';
}

static bool
was_told(const struct ehc_str *told, size_t n, struct ehc_str words)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_str_eq_nocase(told[i], words))
			return true;
	return false;
}

#define MOST_TOLD 16            /* different words; who has more has been told enough */

static void
tell(struct ehc_check *c, const struct ehc_childs_line *line, struct ehc_str words, struct ehc_str *told, size_t *n)
{
	if (*n >= MOST_TOLD || was_told(told, *n, words))
		return;
	told[(*n)++] = words;
	flag_line(c, line, words, ehc_arena_printf(c->arena, "A child may not know what this means, and it stands on the page for the child, in %.*s.",
	    EHC_ARG(part_name(c, line->part))));
}

static void
strange_words(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_childs_page page = ehc_childs_page(c->arena, c->plan);
	struct ehc_str told[MOST_TOLD];
	size_t n = 0;

	(void)self;
	for (size_t i = 0; i < page.lines.count; i++) {
		const struct ehc_childs_line *line = &page.lines.items[i];
		const struct ehc_prose *prose = ehc_prose_read(c->arena, line->words);

		for (size_t k = 0; k < prose->ntokens; k++) {
			struct ehc_str w = ehc_str_sub(line->words, prose->tokens[k].at, prose->tokens[k].at + prose->tokens[k].len);

			if (is_letters(w) && !is_in_brackets(line->words, prose->tokens[k].at))
				tell(c, line, w, told, &n);
		}
		for (size_t k = 0; k < EHC_COUNT(for_professionals); k++) {
			size_t at = ehc_str_find_word(line->words, for_professionals[k]);

			if (at != SIZE_MAX)
				tell(c, line, ehc_str_sub(line->words, at, at + strlen(for_professionals[k])), told, &n);
		}
	}
}

/* VOICE-015: reckoned in tenths of a line of 14 points, as the national style prints them. */

#define LETTERS_A_LINE 70
#define PAGE_TENTHS 430
#define TITLE_TENTHS 60         /* with the line on who checked it */
#define HEADING_TENTHS 15
#define GAP_TENTHS 3
#define HELPER_GAP 5            /* letters between two helpers, who stand in one paragraph */

static void
too_long(struct ehc_check *c, const struct ehc_rule *self)
{
	struct ehc_childs_page page = ehc_childs_page(c->arena, c->plan);
	size_t tenths = TITLE_TENTHS, helpers = 0;

	(void)self;
	for (size_t i = 0; i < page.lines.count; i++) {
		const struct ehc_childs_line *line = &page.lines.items[i];

		if (i > 0 && page.lines.items[i - 1].part != line->part)
			tenths += HEADING_TENTHS;
		if (line->part == EHC_CHILDS_HELPERS)
			helpers += line->words.len + HELPER_GAP;
		else
			tenths += (line->words.len / LETTERS_A_LINE + 1) * 10 + GAP_TENTHS;
	}
	tenths += (helpers / LETTERS_A_LINE + 1) * 10;
	if (tenths > PAGE_TENTHS)
		ehc_flag(c, NULL, page.entry->node->head_span, "The page for the child holds more than one sheet of paper does; it goes on on a second.");
}

#define PLAN EHC_FOR_EHC_PLAN
#define GOOD_SENSE .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE

const struct ehc_rule ehc_rules_voice_page[] = {
	{ .id = "VOICE-012", .title = "Somebody has read the page for the child through", .severity = EHC_NOTE, .class_ = EHC_COMPLETENESS, .documents = PLAN,
	  .run = not_checked, GOOD_SENSE,
	  .why = "A child believes what stands on their own page: somebody who knows the child must answer for it.",
	  .fix = "Read it with the child, and add `checked by: <role>, <date>` under `child's page:`." },
	{ .id = "VOICE-013", .title = "Sentences on the page for the child are short", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN,
	  .run = long_for_a_child, GOOD_SENSE,
	  .why = "A child who loses the thread of a sentence on their own page puts it away.",
	  .fix = "Make two sentences of it, and say what it means for the child in the opening words of `child's page:`.",
	  .legitimate = "The child is older, or knows these words: the person under `checked by:` has read it with them." },
	{ .id = "VOICE-014", .title = "Words on the page for the child are ones a child knows", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN,
	  .run = strange_words, GOOD_SENSE,
	  .why = "A word that only plans use tells a child that the page is not for them.",
	  .fix = "Say it in everyday words, or explain it in the opening words of `child's page:`.",
	  .legitimate = "The child uses the word." },
	{ .id = "VOICE-015", .title = "The page for the child is one page", .severity = EHC_WARNING, .class_ = EHC_WORDING, .documents = PLAN,
	  .run = too_long, GOOD_SENSE,
	  .why = "One page can hang on a wall; two get lost.",
	  .fix = "Shorten the opening words, or leave the outcomes as few as the plan can do with." },
	EHC_NO_MORE_RULES
};
