/*
 * healthcare_twice.c - one dose, time or number that stands twice in a health care plan and is not the same.
 *
 * The rule points at one place and relates the other; it never says which of them is right. A dose is held only against
 * what the plan states for the medicine that the sentence names, so that different medicines, and different doses of one
 * medicine that its own entry lists, are left alone. A summary card is a copy: each of its figures must stand in the plan.
 */
#include "rules/healthcare_figures.h"

#include <stdlib.h>

#define MEDICINES_MOST 100      /* no child's plan names more; a file that does is not compared */
#define KEYS_MOST 6             /* words by which a medicine is known */
#define FIGURES_MOST 24         /* figures that one medicine's entry states */

/* ---- what each medicine is called, and what its own entry states ---- */

struct known {
	const struct ehc_item *item;
	const char *keys[KEYS_MOST];
	size_t nkeys;
	struct ehc_figure stated[FIGURES_MOST];
	size_t nstated;
	bool compared[EHC_CLOCK + 1];   /* dimensions in which its dose is stated */
	struct ehc_span place;          /* of its dose */
};

struct book {
	struct ehc_check *c;
	const struct ehc_lines *lines;
	struct known *medicines;
	size_t count;
};

#define COMMON_WORDS "inhaler|pen|injector|auto|autoinjector|tablet|capsule|liquid|solution|syrup|spray|syringe|medicine|feed|school|emergency|rescue|buccal|oral|reliever|regular|" \
	"preventer|the|with|and|for|from|own|spare|severe|acting|rapid|fast|long|free|junior|used|when|home|given|device|pre|filled|prefilled|daily|red|blue|low|high|glucose|milk|water|food"

static void
add_key(struct book *b, struct known *k, struct ehc_str word)
{
	if (word.len >= 4 && k->nkeys < KEYS_MOST && !ehc_says(b->c, word, COMMON_WORDS))
		k->keys[k->nkeys++] = ehc_arena_cstr(b->c->arena, word);
}

static void
add_keys(struct book *b, struct known *k, bool only_feed)
{
	struct ehc_str name = k->item->name.len > 0 ? k->item->name : ehc_str_sub(k->item->text.str, 0, 60);
	size_t from = 0;

	k->keys[k->nkeys++] = k->item->id;
	for (size_t i = 0; i <= name.len; i++) {
		bool letter = i < name.len && ehc_is_letter(name.ptr[i]);

		if (letter)
			continue;
		add_key(b, k, ehc_str_sub(name, from, i));
		from = i + 1;
	}
	if (only_feed && k->nkeys < KEYS_MOST)
		k->keys[k->nkeys++] = "feed";
}

static void
add_stated(struct known *k, struct ehc_str s, bool is_dose)
{
	struct ehc_figure f;

	for (size_t from = 0; k->nstated < FIGURES_MOST && ehc_figure_next(s, &from, &f); ) {
		k->stated[k->nstated++] = f;
		k->compared[f.dimension] = k->compared[f.dimension] ||
		    (is_dose && f.dimension != EHC_MINUTES && f.dimension != EHC_GLUCOSE && f.dimension != EHC_CLOCK);
	}
}

static struct known
read_medicine(struct book *b, const struct ehc_item *it, bool only_feed)
{
	static const enum ehc_label doses[] = { EHC_L_DOSE, EHC_L_VOLUME },
	    others[] = { EHC_L_STRENGTH, EHC_L_PRODUCT, EHC_L_MED_FORM, EHC_L_MAXIMUM, EHC_L_MINIMUM_GAP, EHC_L_FLUSH,
		EHC_L_OVER, EHC_L_WHEN, EHC_L_TIMES };
	struct known k = { .item = it, .place = it->span };

	add_keys(b, &k, only_feed);
	for (size_t i = 0; i < EHC_COUNT(doses); i++) {
		struct ehc_value v = ehc_item_value(it, doses[i]);

		add_stated(&k, v.text.str, true);
		if (v.node != NULL)
			k.place = v.text.span;
	}
	add_stated(&k, it->text.str, true);
	for (size_t i = 0; i < EHC_COUNT(others); i++)
		add_stated(&k, ehc_item_value(it, others[i]).text.str, false);
	return k;
}

static void
read_medicines(struct book *b)
{
	const struct ehc_plan *p = b->c->plan;
	bool only_feed = p->kinds[EHC_ITEM_FEED].count == 1;
	size_t most = p->kinds[EHC_ITEM_MEDICINE].count + p->kinds[EHC_ITEM_FEED].count;

	most = most < MEDICINES_MOST ? most : MEDICINES_MOST;
	b->medicines = EHC_NEW_ARRAY(b->c->arena, struct known, most);
	for (const struct ehc_item *it = ehc_school_medicine(b->c, NULL); it != NULL && b->count < most; it = ehc_school_medicine(b->c, it))
		b->medicines[b->count++] = read_medicine(b, it, only_feed && it->kind == EHC_ITEM_FEED);
}

static bool
states(const struct known *k, const struct ehc_figure *f)
{
	for (size_t i = 0; i < k->nstated; i++)
		if (ehc_figure_same(&k->stated[i], f))
			return true;
	return false;
}

/* Where the sentence first names the medicine, or SIZE_MAX. */
static size_t
named_at(const struct ehc_check *c, const struct known *k, struct ehc_str sentence)
{
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < k->nkeys; i++) {
		size_t at = ehc_says_at(c, sentence, k->keys[i], NULL);

		best = at < best ? at : best;
	}
	return best;
}

/* ---- a dose said elsewhere ---- */

/* Water, what is left, carbohydrate, the most of a day: amounts that are no dose. */
static bool
is_no_dose(const struct ehc_check *c, struct ehc_str sentence, const struct ehc_figure *f)
{
	struct ehc_str before = ehc_words_before(sentence, f->at, 24), after = ehc_words_behind(sentence, f->at + f->len, 34);
	struct ehc_str rest = ehc_words_behind(sentence, f->at + f->len, 70);

	/* "One puff every 30 seconds, up to 10 puffs": how the dose is given, puff by puff. */
	if (ehc_says(c, rest, "at a time|one by one") || (ehc_says(c, rest, "every") && ehc_says(c, rest, "seconds") && ehc_says(c, rest, "up to")))
		return true;

	return ehc_says(c, after, "water|carbohydrate|carb|flush|left|remain|remains|in 24 hours|a day|balloon|syringe of|per "
	    "hour|an hour") ||
	    (ehc_says(c, before, "up to") && !ehc_says(c, ehc_words_before(sentence, f->at, 32), "turn|turns|turned|increase|raise|goes up|go up")) ||
	    ehc_says(c, before, "water|flush|flushed with|maximum|no more than|at most|total|balloon|less than|below|above");
}

/* Of the medicines that the sentence names, the one nearest to the figure; NULL where one of them states this figure, or none is compared in it. */
static const struct known *
contradicted(const struct book *b, struct ehc_str sentence, const struct ehc_figure *f, size_t *named)
{
	const struct known *nearest = NULL;
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < b->count; i++) {
		const struct known *k = &b->medicines[i];
		size_t at = named_at(b->c, k, sentence), distance;

		if (at == SIZE_MAX)
			continue;
		if (states(k, f))
			return NULL;
		distance = at > f->at ? at - f->at : f->at - at;
		if (distance < least) {
			least = distance;
			nearest = k;
			*named = at;
		}
	}
	return nearest != NULL && nearest->compared[f->dimension] ? nearest : NULL;
}

/* "midazolam 10 mg" where the name stands right before the figure, else the figure. */
static struct ehc_span
words_at_fault(const struct ehc_line *line, size_t start, const struct ehc_figure *f, size_t named)
{
	size_t from = named < f->at && f->at - named < 30 ? named : f->at;

	return ehc_text_span(line->text, start + from, f->at + f->len - from);
}

static struct ehc_finding *
flag_dose(struct book *b, const struct ehc_line *line, const struct known *k, struct ehc_span span)
{
	struct ehc_finding *f = ehc_flag_words(b->c, line->item, span, "The amount of %s here is not the one that %s states.",
	    k->item->id, k->item->id);

	ehc_finding_relate(b->c->out, f, k->place, ehc_arena_printf(b->c->arena, "what %s states", k->item->id));
	ehc_finding_help(b->c, f, "Look at the prescription and correct the place that differs from it; until then ask the "
	    "prescriber before it is given. Where both are prescribed, list both in the medicine's own entry.");
	return f;
}

/* Whatever is not the medicine's own entry, nor about people. */
static bool
may_repeat_a_dose(const struct ehc_line *line)
{
	if (line->item == NULL)
		return line->label != EHC_L_CHILD && line->node->parent == NULL;
	return line->item->kind == EHC_ITEM_CARE || line->item->kind == EHC_ITEM_EMERGENCY ||
	    line->item->kind == EHC_ITEM_TASK || line->item->kind == EHC_ITEM_CONDITION;
}

/* One amount that differs, in one text; wherever it comes again there, it is the same fault. */
struct differing {
	const struct known *medicine;           /* NULL where the card states what stands nowhere else */
	struct ehc_figure figure;
	struct ehc_finding *finding;
};
/* Of one line. */
struct found {
	EHC_VEC(struct differing) all;
	EHC_VEC(size_t) places;                 /* in the card, where figures are at fault as such, one after another */
};

#define ALIKE_MOST 64           /* that are remembered of a line; what differs beyond them is a finding of its own wherever it stands */

static const struct differing *
found_before(const struct found *found, const struct ehc_figure *f)
{
	for (size_t i = 0; i < found->all.count && i < ALIKE_MOST; i++)
		if (ehc_figure_same(&found->all.items[i].figure, f))
			return &found->all.items[i];
	return NULL;
}

static void
compare_sentence(struct book *b, const struct ehc_line *line, struct ehc_str sentence, size_t start, struct found *found)
{
	struct ehc_figure f;

	for (size_t from = 0; ehc_figure_next(sentence, &from, &f); ) {
		const struct differing *before = found_before(found, &f);
		const struct known *k;
		struct ehc_span span;
		size_t named = 0;

		if (is_no_dose(b->c, sentence, &f) || (k = contradicted(b, sentence, &f, &named)) == NULL)
			continue;
		span = words_at_fault(line, start, &f, named);
		if (before != NULL && before->medicine == k)
			ehc_finding_relate(b->c->out, before->finding, span, EHC_STR("and here"));
		else
			EHC_PUSH(b->c->arena, &found->all, (struct differing){ k, f, flag_dose(b, line, k, span) });
	}
}

static bool
holds_figure(const struct ehc_line *line)
{
	struct ehc_figure f;
	size_t from = 0;

	return ehc_figure_next(line->text->str, &from, &f);
}

static void
compare_line(struct book *b, const struct ehc_line *line, struct found *found)
{
	struct ehc_str s = line->text->str;

	for (size_t at = 0; at < s.len; ) {
		size_t start;
		struct ehc_str sentence = ehc_sentence_of(s, at, &start);

		compare_sentence(b, line, sentence, start, found);
		at = start + sentence.len + 1 > at ? start + sentence.len + 1 : at + 1;
	}
}

/* ---- the summary card ---- */

static int
compare_figures(const void *left, const void *right)
{
	const struct ehc_figure *a = left, *b = right;

	if (a->dimension != b->dimension)
		return a->dimension < b->dimension ? -1 : 1;
	return (a->value > b->value) - (a->value < b->value);
}

struct figures {
	EHC_VEC(struct ehc_figure) all;
	EHC_VEC(struct ehc_figure) again;       /* minutes after which a step gives a second dose */
	EHC_VEC(struct ehc_figure) numbers;     /* all of them, of whatever they are */
	bool any[EHC_CLOCK + 1], any_level;
};

/* "After 5 minutes - N1: give the second R1": the minutes of that sentence are those until the next dose. */
static bool
is_until_the_next(const struct ehc_check *c, struct ehc_str s, const struct ehc_figure *f)
{
	size_t start;
	struct ehc_str sentence = ehc_sentence_of(s, f->at, &start);

	return f->dimension == EHC_MINUTES && ehc_says(c, sentence, "second|another|repeat") &&
	    !ehc_says(c, sentence, "second adult|second person|second member|another adult|another person|another member|another child");
}

static bool
has_card(const struct ehc_lines *l)
{
	for (size_t i = 0; i < l->all.count; i++)
		if (l->all.items[i].label == EHC_L_SUMMARY_CARD)
			return true;
	return false;
}

static void
gather_line(struct book *b, const struct ehc_line *line, struct figures *out)
{
	struct ehc_figure f;

	for (size_t from = 0; ehc_figure_next(line->text->str, &from, &f); ) {
		EHC_PUSH(b->c->arena, &out->all, f);
		out->any[f.dimension] = true;
		if (line->label == EHC_L_STEP && is_until_the_next(b->c, line->text->str, &f))
			EHC_PUSH(b->c->arena, &out->again, f);
	}
	for (size_t from = 0; ehc_number_next(line->text->str, &from, &f); )
		EHC_PUSH(b->c->arena, &out->numbers, f);
	out->any_level = out->any_level || ehc_level_next(line->text->str, &(size_t){ 0 }, &f);
}

static void
gather_figures(struct book *b, struct figures *out)
{
	for (size_t i = 0; i < b->lines->all.count; i++)
		if (b->lines->all.items[i].label != EHC_L_SUMMARY_CARD)
			gather_line(b, &b->lines->all.items[i], out);
	if (out->all.count > 0)
		qsort(out->all.items, out->all.count, sizeof(*out->all.items), compare_figures);
	if (out->numbers.count > 0)
		qsort(out->numbers.items, out->numbers.count, sizeof(*out->numbers.items), compare_figures);
}

/* What is wrong with a figure of the card: it is said nowhere else, or of something else than the second dose; NULL where it agrees. */
static const char *
differs(const struct book *b, const struct ehc_line *card, const struct ehc_figure *f, const struct figures *plan)
{
	bool second = plan->again.count > 0 && is_until_the_next(b->c, card->text->str, f);

	for (size_t i = 0; second && i < plan->again.count; i++)
		if (ehc_figure_same(f, &plan->again.items[i]))
			return NULL;
	if (second)
		return "The summary card gives another time for the second dose than the steps of the plan.";
	/* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): where a dimension has any, there are some */
	return plan->any[f->dimension] && bsearch(f, plan->all.items, plan->all.count, sizeof(*f), compare_figures) == NULL ?
	    "The summary card states a figure that stands nowhere else in the plan." : NULL;
}

static void
compare_card(struct book *b, const struct ehc_line *card, const struct figures *plan, struct found *found)
{
	struct ehc_figure f;

	for (size_t from = 0; ehc_figure_next(card->text->str, &from, &f); ) {
		struct ehc_span span = ehc_text_span(card->text, f.at, f.len);
		const struct differing *before = found_before(found, &f);
		struct ehc_finding *finding;
		const char *wrong;

		if ((wrong = differs(b, card, &f, plan)) == NULL)
			continue;
		EHC_PUSH(b->c->arena, &found->places, f.at);
		if (before != NULL) {
			if (before->medicine == NULL)
				ehc_finding_relate(b->c->out, before->finding, span, EHC_STR("and here"));
			continue;
		}
		finding = ehc_flag_words(b->c, NULL, span, "%s", wrong);
		ehc_finding_help(b->c, finding, "Staff may see the card alone: copy its figures from the plan.");
		EHC_PUSH(b->c->arena, &found->all, (struct differing){ NULL, f, finding });
	}
}

/* "Below 3.5" on the card, which the rest of the plan never speaks of, though it has levels. */
static void
compare_card_levels(struct book *b, const struct ehc_line *card, const struct figures *plan, const struct found *found)
{
	struct ehc_figure level;
	size_t next = 0;

	for (size_t from = 0; plan->any_level && ehc_level_next(card->text->str, &from, &level); ) {
		while (next < found->places.count && found->places.items[next] < level.at)
			next++;
		if ((next < found->places.count && found->places.items[next] == level.at) || plan->numbers.count == 0 ||
		    bsearch(&level, plan->numbers.items, plan->numbers.count, sizeof(level), compare_figures) != NULL)
			continue;
		ehc_finding_help(b->c, ehc_flag_words(b->c, NULL, ehc_text_span(card->text, level.at, level.len),
		    "The summary card acts at a level that stands nowhere else in the plan."),
		    "Staff may see the card alone: copy its figures from the plan.");
	}
}

/* ---- the sign or the minute at which a medicine is given ---- */

#define AFTER "lasted|lasts|lasting|going on|gone on|goes on|after|at|longer than|more than|still"

/* A figure of that dimension with such a word close before it. */
static bool
figure_behind(const struct ehc_check *c, struct ehc_str s, enum ehc_dimension dimension, const char *any, size_t *from, struct ehc_figure *out)
{
	while (ehc_figure_next(s, from, out))
		if (out->dimension == dimension && ehc_says(c, ehc_words_before(s, out->at, 20), any))
			return true;
	return false;
}

static bool
has_figure_behind(const struct ehc_check *c, struct ehc_str s, enum ehc_dimension dimension, const char *any, const struct ehc_figure *same)
{
	struct ehc_figure f;

	for (size_t from = 0; figure_behind(c, s, dimension, any, &from, &f); )
		if (same == NULL || ehc_figure_same(&f, same))
			return true;
	return false;
}

/* An emergency's sign names a level; the medicine that it gives names another, on the same side. */
static void
compare_levels(struct book *b, const struct ehc_item *emergency, const struct ehc_item *medicine)
{
	static const char *const sides[] = { EHC_BELOW, EHC_ABOVE };
	struct ehc_value when = ehc_item_value(medicine, EHC_L_WHEN);

	for (const struct ehc_node *n = emergency->node->fields; n != NULL; n = n->next)
		for (size_t i = 0; i < EHC_COUNT(sides) && n->kind == EHC_NODE_FIELD && n->label == EHC_L_SIGN; i++) {
			struct ehc_figure f;
			size_t from = 0;

			if (!figure_behind(b->c, n->text.str, EHC_GLUCOSE, sides[i], &from, &f) ||
			    !has_figure_behind(b->c, when.text.str, EHC_GLUCOSE, sides[i], NULL) ||
			    has_figure_behind(b->c, when.text.str, EHC_GLUCOSE, sides[i], &f))
				continue;
			ehc_finding_relate(b->c->out, ehc_flag_words(b->c, emergency, ehc_text_span(&n->text, f.at, f.len),
			    "%s begins at another level than the one at which %s is given.",
			    emergency->id, medicine->id), when.text.span,
			    ehc_arena_printf(b->c->arena, "when %s is given", medicine->id));
		}
}

static void
compare_emergency(struct book *b, const struct ehc_item *medicine)
{
	struct ehc_value when = ehc_item_value(medicine, EHC_L_WHEN);
	const struct ehc_item *before = NULL;
	const struct ehc_step *timed = NULL;

	for (size_t i = 0; i < medicine->ngiven_in; i++) {
		const struct ehc_step *s = medicine->given_in[i];
		struct ehc_figure f;
		size_t from = 0;

		if (s->item != before)
			compare_levels(b, s->item, medicine);
		before = s->item;
		if (!has_figure_behind(b->c, when.text.str, EHC_MINUTES, AFTER, NULL) ||
		    !figure_behind(b->c, s->when, EHC_MINUTES, AFTER, &from, &f))
			continue;
		if (has_figure_behind(b->c, when.text.str, EHC_MINUTES, AFTER, &f))
			return;
		timed = timed == NULL ? s : timed;
	}
	if (timed != NULL)
		ehc_finding_relate(b->c->out, ehc_flag_words(b->c, timed->item,
		    ehc_text_span(&timed->text, (size_t)(timed->when.ptr - timed->text.str.ptr), timed->when.len),
		    "%s is given at another minute here than its own entry states.", medicine->id), when.text.span,
		    ehc_arena_printf(b->c->arena, "when %s is given", medicine->id));
}

/* ---- a device that holds one dose ---- */

/* "Jext 300" for a dose of 150 micrograms: what is pressed is what is given. */
static void
compare_device(struct book *b, const struct known *k)
{
	static const enum ehc_label labels[] = { EHC_L_PRODUCT, EHC_L_STRENGTH };
	struct ehc_value dose = ehc_item_value(k->item, EHC_L_DOSE);
	struct ehc_figure of_dose = { .len = 0 }, f;

	if (!ehc_is_adrenaline(b->c, k->item) || !ehc_figure_next(dose.text.str, &(size_t){ 0 }, &of_dose) || of_dose.dimension != EHC_MASS)
		return;
	for (size_t i = 0; i < EHC_COUNT(labels); i++) {
		struct ehc_value v = ehc_item_value(k->item, labels[i]);
		size_t from = 0;

		if (!ehc_figure_next(v.text.str, &from, &f) || f.dimension != EHC_MASS || ehc_figure_same(&f, &of_dose) || ehc_figure_next(v.text.str, &from, &f))
			continue;
		ehc_finding_relate(b->c->out, ehc_flag_words(b->c, k->item, v.text.span, "%s holds another amount than its dose states, and it gives all that it holds.", k->item->id),
		    dose.text.span, EHC_STR("its dose"));
		return;
	}
}

/* ---- allergies ---- */

/* "nuts" covers "peanut": a word of the list that ends the allergen counts. */
static bool
is_listed(struct ehc_str allergies, struct ehc_str allergen, struct ehc_arena *a)
{
	struct ehc_str word = allergen;

	if (word.len > 3 && word.ptr[word.len - 1] == 's')
		word.len--;
	for (size_t cut = 0; cut + 3 <= word.len; cut++)
		if (ehc_says(NULL, allergies, ehc_arena_cstr(a, ehc_str_sub(word, cut, word.len))))
			return true;
	return ehc_says(NULL, allergies, ehc_arena_cstr(a, allergen));
}

/* Takes the next allergen off the list that follows "allergy to". */
static bool
next_allergen(struct ehc_str *rest, struct ehc_str *part)
{
	static const char *const joins[] = { " and ", " or ", ", ", "/" };
	size_t end = rest->len, skip = 0;

	if (rest->len == 0)
		return false;
	for (size_t i = 0; i < EHC_COUNT(joins); i++) {
		size_t at = ehc_str_find_nocase(*rest, joins[i]);

		if (at < end) {
			end = at;
			skip = ehc_str_of(joins[i]).len;
		}
	}
	*part = ehc_str_trim(ehc_str_sub(*rest, 0, end));
	*rest = ehc_str_sub(*rest, end + skip, rest->len);
	return true;
}

/* A line end may be no more than where the line was full. */
static bool
begins_paragraph(struct ehc_str s, size_t at)
{
	return s.ptr[at] == '\n' && at + 1 < s.len && (s.ptr[at + 1] == '\n' || s.ptr[at + 1] == '-');
}

static void
compare_allergies(struct book *b, const struct ehc_item *condition)
{
	const struct ehc_value *allergies = &b->c->plan->child.allergies;
	struct ehc_str s = condition->text.str, list, part;
	size_t len, at = ehc_says_at(b->c, s, "allergy to|allergies to|allergic to", &len), end;

	if (at == SIZE_MAX || allergies->node == NULL)
		return;
	for (end = at + len; end < s.len && s.ptr[end] != '.' && s.ptr[end] != ';' && s.ptr[end] != ':' && s.ptr[end] != '(' &&
	    !begins_paragraph(s, end); end++)
		continue;
	list = ehc_str_sub(s, at + len, end);
	while (next_allergen(&list, &part)) {
		struct ehc_str allergen = ehc_str_word_before(part, part.len);

		if (ehc_says(b->c, ehc_str_sub(part, 0, ehc_str_find_nocase(part, " ")),
		    "with|which|since|that|diagnosed|in|on|by|after|treated") || allergen.len < 3)
			return;
		if (is_listed(allergies->text.str, allergen, b->c->arena))
			continue;
		ehc_finding_relate(b->c->out, ehc_flag_words(b->c, condition,
		    ehc_text_span(&condition->text, (size_t)(part.ptr - s.ptr), part.len),
		    "%s names an allergy that the child's `allergies:` leave out.", condition->id), allergies->text.span,
		    EHC_STR("the child's allergies"));
	}
}

static void
stated_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	struct book b = { .c = c, .lines = ehc_lines_of(c) };
	struct figures plan = { .any_level = false };
	struct found found = { .all = { NULL, 0, 0 } };
	const struct ehc_item *it;

	(void)self;
	read_medicines(&b);
	if (has_card(b.lines))
		gather_figures(&b, &plan);
	for (size_t i = 0; i < b.lines->all.count; i++) {
		const struct ehc_line *line = &b.lines->all.items[i];

		found.all.count = 0;
		if (b.count > 0 && may_repeat_a_dose(line) && holds_figure(line))
			compare_line(&b, line, &found);
		if (line->label != EHC_L_SUMMARY_CARD)
			continue;
		found.places.count = 0;
		compare_card(&b, line, &plan, &found);
		compare_card_levels(&b, line, &plan, &found);
	}
	for (size_t i = 0; i < b.count; i++) {
		compare_emergency(&b, b.medicines[i].item);
		compare_device(&b, &b.medicines[i]);
	}
	for (EHC_EACH_ITEM(it, c->plan, EHC_ITEM_CONDITION))
		compare_allergies(&b, it);
}

const struct ehc_rule ehc_rules_healthcare_twice[] = {
	{ .id = "IHP-056", .title = "A dose, a time or a number is stated once, or the same each time", .severity = EHC_ERROR,
	    .class_ = EHC_SAFETY, EHC_HCP, EHC_BY_PRACTICE, .run = stated_twice,
	    .why = "Whoever reads only one of the two places gives what that one says.",
	    .fix = "Look at the prescription or the letter, and correct the place that differs; better, state it once and name "
	    "the medicine elsewhere.",
	    .legitimate = "Two doses that are both prescribed: list both in the medicine's own entry." },
	EHC_NO_MORE_RULES
};
