/*
 * values.c - the VAL family: values that could not be read as what their label asks for. They were met while the plan
 * was bound and wait in its list of faults; each rule here picks its own kind. Also what stays unread of an amount, and characters
 * that the printed plan has no shape for.
 */
#include "ehc/document.h"
#include "rules/rules.h"

/* "Review due: within 12 months of the final plan": before there is one, no day can be given. */
static bool
waits_for_final(const struct ehc_plan *p, const struct ehc_fault *f)
{
	return !ehc_status_is_final(p->status) && f->node->keyword != NULL && f->node->keyword->label == EHC_L_REVIEW_DUE &&
	    (ehc_str_has_word(f->words, "final") || ehc_str_has_word(f->words, "issue") || ehc_str_has_word(f->words, "issued"));
}

/* What a rule says of its kind of fault. */
static struct ehc_finding *
say(struct ehc_check *c, const struct ehc_fault *f)
{
	struct ehc_str words = ehc_first_words(c->arena, f->words, 60);
	const char *label = f->node->keyword == NULL ? "" : f->node->keyword->spelling;

	switch (f->kind) {
	case EHC_FAULT_DATE_UNREAL:
		return ehc_flag_words(c, f->item, f->span, "There is no such day as %.*s.", EHC_ARG(words));
	case EHC_FAULT_DATE_WORDS:
		return ehc_flag_words(c, f->item, f->span, "`%s:` has words and no date: \"%.*s\".", label, EHC_ARG(words));
	case EHC_FAULT_STATUS:
		return ehc_flag_words(c, f->item, f->span, "\"%.*s\" is no status that is known for this document.", EHC_ARG(words));
	case EHC_FAULT_CATEGORY:
		return ehc_flag_words(c, f->item, f->span, "\"%.*s\" is none of the four broad areas of need.", EHC_ARG(words));
	case EHC_FAULT_THEME:
		return ehc_flag_words(c, f->item, f->span, "\"%.*s\" is no theme of preparing for adulthood.", EHC_ARG(words));
	case EHC_FAULT_AREA:
		return ehc_flag_words(c, f->item, f->span, "\"%.*s\" is neither an area of need nor a theme of preparing for adulthood.",
		    EHC_ARG(words));
	case EHC_FAULT_YES_NO:
		return ehc_flag_words(c, f->item, f->span, "`%s:` says neither yes nor no.", label);
	case EHC_FAULT_ID_LETTER:
		return ehc_flag_words(c, f->item, f->span, "The letter of %.*s does not go with the label `%s`.", EHC_ARG(words), label);
	case EHC_FAULT_LINK_KIND:
		return ehc_flag_words(c, f->item, f->span, "`%s:` cannot tie %.*s to %.*s.", label,
		    EHC_ARG(ehc_item_called(c->arena, f->item)), EHC_ARG(ehc_item_called(c->arena, f->other)));
	case EHC_FAULT_LINK_WORDS:
		return ehc_flag_words(c, f->item, f->span, "`%s:` has words where an id belongs: \"%.*s\".", label, EHC_ARG(words));
	case EHC_FAULT_ROW_TIES:
		return ehc_flag_words(c, f->item, f->span, "The rows of this plan make more than %zu ties; the row \"%.*s\" makes none.",
		    EHC_ROW_TIES_LIMIT, EHC_ARG(words));
	case EHC_FAULT_ITEMS:
		return ehc_flag(c, NULL, f->span, "The plan has more than %zu items; those from here on were not read.", EHC_ITEMS_LIMIT);
	}
	EHC_BUG("fault %d", (int)f->kind);
}

static void
report(struct ehc_check *c, enum ehc_fault_kind kind)
{
	for (size_t i = 0; i < c->plan->faults.count; i++) {
		const struct ehc_fault *f = &c->plan->faults.items[i];
		struct ehc_finding *said = f->kind == kind ? say(c, f) : NULL;

		if (said != NULL && kind == EHC_FAULT_DATE_WORDS && waits_for_final(c->plan, f))
			said->severity = EHC_NOTE;
	}
}

#define REPORT(name, kind) \
	static void \
	name(struct ehc_check *c, const struct ehc_rule *self) \
	{ \
		(void)self; \
		report(c, kind); \
	}
REPORT(date_unreal, EHC_FAULT_DATE_UNREAL)
REPORT(date_words, EHC_FAULT_DATE_WORDS)
REPORT(status, EHC_FAULT_STATUS)
REPORT(category, EHC_FAULT_CATEGORY)
REPORT(theme, EHC_FAULT_THEME)
REPORT(area, EHC_FAULT_AREA)
REPORT(yes_no, EHC_FAULT_YES_NO)
REPORT(id_letter, EHC_FAULT_ID_LETTER)
REPORT(link_kind, EHC_FAULT_LINK_KIND)
REPORT(link_words, EHC_FAULT_LINK_WORDS)
REPORT(row_ties, EHC_FAULT_ROW_TIES)
REPORT(items, EHC_FAULT_ITEMS)

/* VAL-013 */
static void
amount_unread(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_item *it = c->plan->first_item; it != NULL; it = it->next) {
		struct ehc_str words;

		if (it->amount == NULL || it->amount->unread.start == it->amount->unread.end)
			continue;
		words = ehc_str_trim(ehc_source_slice(c->plan->source, it->amount->unread));
		ehc_flag_words(c, it, it->amount->unread, "Not read as part of the amount: \"%.*s\".", EHC_ARG(ehc_first_words(c->arena, words, 60)));
	}
}

/* VAL-014 */
#define CHARACTERS_MOST 50      /* that are named; a file with more of them is in a script that no font here has */

struct strange { uint32_t all[CHARACTERS_MOST]; size_t n; };

static bool
is_new(struct strange *s, uint32_t character)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->all[i] == character)
			return false;
	if (s->n == CHARACTERS_MOST)
		return false;
	s->all[s->n++] = character;
	return true;
}

/* The first byte beyond ASCII at or behind `at`, eight at a time while there is none; or the end. */
static size_t
beyond_ascii(struct ehc_str s, size_t at)
{
	while (at + 8 <= s.len && ehc_is_ascii_8(s.ptr + at))
		at += 8;
	while (at < s.len && (unsigned char)s.ptr[at] < 0x80)
		at++;
	return at;
}

/* Control characters and bytes that are no UTF-8 are faults of syntax, and found there. */
static void
look_through(struct ehc_check *c, const struct ehc_item *it, const struct ehc_text *t, struct strange *seen)
{
	for (size_t at = beyond_ascii(t->str, 0); at < t->str.len; at = beyond_ascii(t->str, at)) {
		size_t start = at;
		uint32_t character;

		character = ehc_utf8_next(t->str, &at);
		if (character < 0xA0 || character == 0xFFFD || ehc_document_prints(character) || !is_new(seen, character))
			continue;
		ehc_flag_words(c, it, ehc_text_span(t, start, at - start), "No font of the printed plan has the character \"%.*s\" (U+%04X).",
		    (int)(at - start), t->str.ptr + start, (unsigned)character);
	}
}

static void
no_font(struct ehc_check *c, const struct ehc_rule *self)
{
	const struct ehc_item *it = c->plan->first_item;
	struct strange seen = { { 0 }, 0 };

	(void)self;
	if (beyond_ascii(c->plan->source->text, 0) == c->plan->source->text.len)
		return;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next) {
		bool is_item = it != NULL && it->node == n;

		if (n->kind != EHC_NODE_COMMENT)
			look_through(c, is_item ? it : NULL, &n->text, &seen);
		for (const struct ehc_node *f = n->fields; f != NULL; f = f->next)
			if (f->kind != EHC_NODE_COMMENT)
				look_through(c, is_item ? it : NULL, &f->text, &seen);
		it = is_item ? it->next : it;
	}
}

#define EVERY (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN | EHC_FOR_ADVICE)
#define ROW(number, level, kind, name, function, reason, mend) \
	{ .id = "VAL-" number, .title = name, .severity = EHC_##level, .class_ = EHC_##kind, .documents = EVERY, .source = "", \
	    .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .why = reason, .fix = mend, .run = function }

const struct ehc_rule ehc_rules_values[] = {
	ROW("001", ERROR, WORDING, "Every date is a day of the calendar", date_unreal,
	    "Nobody can tell which day was meant, and whether it has passed.",
	    "Write the day that was meant, such as 28 February 2026."),
	ROW("002", WARNING, WORDING, "A date stands where one belongs", date_words,
	    "Without a day nobody can see when it is due, or whether it was done.",
	    "Write `<day> <month> <year>`, then any words about it."),
	ROW("003", WARNING, WORDING, "The status is one that is known", status,
	    "Whether the plan is a draft or final decides what it must hold, and what the family can ask for.",
	    "Write one of working, draft, final, proposed amendments, amended final and ceased; agreed for a health care plan."),
	ROW("004", NOTE, WORDING, "A category is one of the four broad areas", category,
	    "Needs are counted and compared by area; a need under another name is left out of that.",
	    "Write one of communication and interaction; cognition and learning; social, emotional and mental health; sensory and physical."),
	ROW("005", NOTE, WORDING, "A theme is one of preparing for adulthood", theme,
	    "What helps a young person towards adult life is found by its theme.",
	    "Write one of employment, independent living, community and health."),
	ROW("006", NOTE, WORDING, "`area` names an area of need or a theme", area,
	    "It is to say that an area was looked at and nothing was found; under another name nobody can tell which.",
	    "Write the area's own name, such as `area communication and interaction: none`."),
	ROW("007", WARNING, WORDING, "Yes or no is said plainly", yes_no,
	    "The answer decides what else the plan must hold; it was taken as not given.",
	    "Begin with yes or no; words may follow."),
	ROW("008", WARNING, WORDING, "An id begins with its own letter", id_letter,
	    "The letter says where an item belongs: in a plan with twelve sections readers go by it.",
	    "Begin it with B, C or D for a need, E for an outcome, F, G, H1. or H2. for provision, K for advice; in a health care plan with M, R, N, T, S, X, P or Q."),
	ROW("009", ERROR, COMPLETENESS, "A link ties what belongs together", link_kind,
	    "The tie was not made, so the need or outcome that was meant stands alone.",
	    "Write `for: <need>`, `towards: <outcome>`, `supports: <aspiration>` or `evidence: <advice>`."),
	ROW("010", WARNING, COMPLETENESS, "Links are made by id", link_words,
	    "Words alone tie nothing: the need or outcome that was meant counts as left out.",
	    "Write the id, such as B1. Words about it belong in the text."),
	ROW("011", ERROR, COMPLETENESS, "Rows are of a size that can be tied", row_ties,
	    "Needs without a tie look as if nothing were done for them.",
	    "Write `for:` and `towards:` on the items, or split the row."),
	ROW("012", ERROR, COMPLETENESS, "A plan has no more items than can be read", items,
	    "What was not read was not checked.",
	    "Put each child's plan into a file of its own."),
	{ .id = "VAL-013", .title = "Every word of an amount is understood", .severity = EHC_NOTE, .class_ = EHC_WORDING, .documents = EVERY,
	  .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE, .run = amount_unread,
	  .why = "What is not understood is not counted, and a reader may not understand it either.",
	  .fix = "Write `<how long>, <how often>, <for how many weeks>, <in what group>`.",
	  .legitimate = "Words beside the amount may say when or where; what could be read still counts." },
	ROW("014", WARNING, WORDING, "Every character can be printed", no_font,
	    "No PDF can be made of a plan that holds it, and a family that is sent paper would not see it.",
	    "Say it in words, or use another character; a web page (`ehc build --to html`) shows it."),
	EHC_NO_MORE_RULES
};
