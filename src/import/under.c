/*
 * under.c - provision that stands below the heading of an outcome: the two are tied. Nothing is tied where several outcomes
 * stand above the provision, or the provision above the outcome, because then the draft does not say which belong together.
 */
#include "import/recognise.h"

#include <string.h>

void
under_end(struct reader *r)
{
	memset(&r->under, 0, sizeof(r->under));
}

static bool
is_provision(const struct part *p)
{
	return p->label == EHC_L_PROVISION;
}

/* "1" of "1.2". */
static struct ehc_str
first_number(struct ehc_str s)
{
	size_t n = 0;

	while (s.len > 0 && !ehc_is_digit(s.ptr[0]))
		s = ehc_str_sub(s, 1, s.len);
	while (n < s.len && ehc_is_digit(s.ptr[n]))
		n++;
	return ehc_str_sub(s, 0, n);
}

void
under_number(struct reader *r, bool outcome, struct ehc_str number)
{
	number = first_number(number);
	if (outcome) {
		bool mixed = r->under.mixed, bare = r->under.bare;

		under_end(r);
		r->under.mixed = mixed;
		r->under.bare = bare;
		r->under.number = number;
		r->under.named = true;
	} else if (r->under.outcome != NULL && r->under.number.len > 0 && !ehc_str_eq(r->under.number, number))
		r->under.outcome = NULL;        /* it counts by itself */
}

/* ---- by its number ---- */

/* The bytes of "1" or "1.2". */
static size_t
number_end(struct ehc_str s)
{
	size_t n = 0;

	while (n < s.len && (ehc_is_digit(s.ptr[n]) || (s.ptr[n] == '.' && n + 1 < s.len && ehc_is_digit(s.ptr[n + 1]))))
		n++;
	return n;
}

/* "1" of "E1", "1." or "Outcome 1:" as a key; "1.2" stays whole. */
static struct ehc_str
number_key(struct reader *r, const char *mark, struct ehc_str s)
{
	size_t n;

	while (s.len > 0 && !ehc_is_digit(s.ptr[0]))
		s = ehc_str_sub(s, 1, s.len);
	n = number_end(s);
	return n == 0 ? EHC_NOSTR : ehc_arena_printf(r->a, "%s%.*s", mark, EHC_ARG(ehc_str_sub(s, 0, n)));
}

/* Marks of the keys: of numbers that outcomes bear, and needs; and of those that two of them bear. */
static const char *
mark_of(enum ehc_label kind, bool twice)
{
	return kind == EHC_L_NEED ? twice ? "%%" : "%" : twice ? "##" : "#";
}

void
under_count(struct reader *r, struct part *item, struct ehc_str number)
{
	struct ehc_str key = number_key(r, mark_of(item->label, false), number);

	/* Where each area counts anew, a number names none of them. */
	if (key.len > 0 && part_index(r, &r->outcomes, key, item) != item)
		part_index(r, &r->outcomes, number_key(r, mark_of(item->label, true), number), item);
}

/* The one need or outcome that bears that number; NULL where none does, or two. */
static struct part *
item_by_number(struct reader *r, enum ehc_label kind, struct ehc_str number)
{
	struct part *p;

	if (part_index(r, &r->outcomes, number_key(r, mark_of(kind, true), number), NULL) != NULL)
		return NULL;
	p = part_index(r, &r->outcomes, number_key(r, mark_of(kind, false), number), NULL);
	return p != NULL && p->label == kind ? p : NULL;
}

/* The next word of "Needs 1, 3 and B4", without the marks round it. */
static bool
next_word(struct ehc_str *rest, struct ehc_str *word)
{
	size_t n = 0;

	while (rest->len > 0 && strchr(" ,;&.()\n", rest->ptr[0]) != NULL)
		*rest = ehc_str_sub(*rest, 1, rest->len);
	while (n < rest->len && strchr(" ,;&()\n", rest->ptr[n]) == NULL)
		n++;
	*word = ehc_str_sub(*rest, 0, n);
	*rest = ehc_str_sub(*rest, n, rest->len);
	while (word->len > 0 && strchr(".:", word->ptr[word->len - 1]) != NULL)
		word->len--;
	return n > 0;
}

static bool
names_kind(struct ehc_str word, enum ehc_label *kind)
{
	if (ehc_str_is_nocase(word, "need") || ehc_str_is_nocase(word, "needs"))
		*kind = EHC_L_NEED;
	else if (ehc_str_is_nocase(word, "outcome") || ehc_str_is_nocase(word, "outcomes"))
		*kind = EHC_L_OUTCOME;
	else
		return ehc_str_is_nocase(word, "and");
	return true;
}

bool
under_counts(struct ehc_str text)
{
	struct ehc_str word, id;
	enum ehc_label kind = EHC_L_NONE;
	bool any = false;

	while (next_word(&text, &word)) {
		bool number = number_end(word) == word.len && word.len > 0 && word.len <= 4;

		if (!number && line_id(word, "BCDE", &id) != word.len && !names_kind(word, &kind))
			return false;
		any = any || number || kind != EHC_L_NONE;
	}
	return any;
}

bool
under_numbers(struct reader *r, struct part *p, enum ehc_label kind, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str word, id, rest = text;
	bool any = false;

	while (next_word(&rest, &word)) {
		bool is_id = line_id(word, "BCDE", &id) == word.len && word.len > 1;
		struct part *other = is_id || names_kind(word, &kind) ? NULL : item_by_number(r, kind, word);

		if (is_id)
			EHC_PUSH(r->a, &r->ties, (struct tie){ word, NULL, p, b });
		else if (other != NULL)
			EHC_PUSH(r->a, &r->ties, (struct tie){ EHC_NOSTR, other, p, b });
		any = any || is_id || other != NULL;
	}
	if (any)
		note_read(r, b, text, p);
	return any;
}

/* A word of "This is about B1 and B4." */
static bool
is_linking(struct ehc_str word)
{
	static const char *const words[] = { "this", "is", "about", "link", "links", "linked", "to", "relates", "related", "relating", "meets", "need", "needs", "for", "addresses", "outcome", "outcomes", "supports", "from", "see", "section", "and", NULL };

	return is_any(word, words);
}

bool
under_says(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *p = r->item != NULL ? r->item : r->under.outcome;
	struct ehc_str word, id, rest = text;
	bool any = false;

	if (p == NULL || !(p->label == EHC_L_OUTCOME || p->label == EHC_L_PROVISION) || ehc_str_words(text) > 12)
		return false;
	while (next_word(&rest, &word)) {
		bool is_id = word.len > 1 && line_id(word, "BCDE", &id) == word.len;

		/* A line that begins with a number is an item. */
		if (is_id ? rest.len + word.len == text.len : !is_linking(word))
			return false;
		any = any || is_id;
	}
	return any && under_numbers(r, p, EHC_L_NEED, text, b);
}

/* Which of the four areas of need the words name; 0 for none. */
static unsigned
area_of(struct ehc_str words)
{
	static const char *const areas[][4] = { { "communication", "interaction", NULL }, { "cognition", NULL }, { "social, emotional", "semh", "emotional", NULL }, { "sensory", "physical", NULL } };

	for (unsigned i = 0; i < EHC_COUNT(areas) && ehc_str_words(words) <= 6; i++)
		if (starts_any(words, areas[i]))
			return i + 1;
	return 0;
}

/* "Cognition and learning" beside an item: it is for the needs of that area. */
static bool
names_area(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b)
{
	unsigned area = area_of(text);
	bool any = false;

	for (struct part *need = r->first; need != NULL; need = need->next) {
		struct part *category = need->label == EHC_L_NEED ? part_find_field(need, EHC_L_CATEGORY) : NULL;

		if (category == NULL || area_of(category->text) != area)
			continue;
		EHC_PUSH(r->a, &r->ties, (struct tie){ EHC_NOSTR, need, p, b });
		any = true;
	}
	if (any)
		note_look(r, b, text, p, "An area of need stands beside the item: it was tied to the needs of that area.");
	return any;
}

/* A need by the heading above it; where several stand below that, it names none of them. */
void
under_name(struct reader *r, struct part *need, struct ehc_str heading)
{
	if (part_index(r, &r->outcomes, ehc_arena_printf(r->a, "&%.*s", EHC_ARG(heading)), need) != need)
		part_index(r, &r->outcomes, ehc_arena_printf(r->a, "&&%.*s", EHC_ARG(heading)), need);
}

bool
under_named(struct reader *r, struct part *p, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct ehc_str name = label_fold(r->a, text);
	struct part *need = part_index(r, &r->outcomes, ehc_arena_printf(r->a, "&%.*s", EHC_ARG(name)), NULL);

	if (need == NULL && area_of(name) != 0)
		return names_area(r, p, text, b);
	if (need == NULL || part_index(r, &r->outcomes, ehc_arena_printf(r->a, "&&%.*s", EHC_ARG(name)), NULL) != NULL)
		return false;
	EHC_PUSH(r->a, &r->ties, (struct tie){ EHC_NOSTR, need, p, b });
	note_read(r, b, text, p);
	return true;
}

bool
under_beside(struct reader *r, struct part *p, enum ehc_label kind, struct ehc_str text, const struct ehc_draft_block *b)
{
	bool fits = p != NULL && (p->label == EHC_L_PROVISION || (p->label == EHC_L_OUTCOME && kind == EHC_L_NEED));

	return fits && (kind == EHC_L_NEED || kind == EHC_L_OUTCOME) && under_counts(text) && under_numbers(r, p, kind, text, b);
}

bool
under_refers(struct reader *r, struct ehc_str heading)
{
	struct ehc_str f = label_fold(r->a, heading), tail;
	size_t at = ehc_str_find_word(f, "outcome");
	struct part *p;

	if (at == SIZE_MAX)
		return false;
	tail = ehc_str_trim(ehc_str_sub(f, at + strlen("outcome"), f.len));
	if (tail.len > 0 && tail.ptr[0] == 'e')
		tail = ehc_str_sub(tail, 1, tail.len);
	/* It ends in one number. */
	if (tail.len == 0 || tail.len > 4 || number_key(r, "", tail).len != tail.len || (p = item_by_number(r, EHC_L_OUTCOME, tail)) == NULL)
		return false;
	under_end(r);
	r->under.outcome = p;
	return true;
}

void
under_table(struct reader *r)
{
	if (r->under.card)
		under_end(r);
	r->under.mixed = r->under.bare = false;
}

void
under_card(struct reader *r, struct ehc_str number)
{
	under_number(r, true, number);
	r->under.card = true;
}

void
under_wide(struct reader *r, bool begins)
{
	if (!begins || (r->open & BIT(EHC_E)) == 0)
		r->under.named = false;
	else if (is_several(r->open)) {
		/* Where the cell holds something else, the outcome above it stays. */
		r->under.number = EHC_NOSTR;
		r->under.named = true;
	}
}

bool
under_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	size_t number = line_number(text);
	struct meaning m = { EHC_L_NONE, EHC_NO_SECTION };
	struct ehc_str label = ehc_str_trim(ehc_str_sub(text, 0, number)), value = ehc_str_sub(text, number, text.len);

	if (number == 0 && !line_split(text, &label, &value))
		return false;
	/* The kind stands before the number: "Outcome 1: ...". */
	if (number > 0)
		while (label.len > 0 && !ehc_is_letter(label.ptr[label.len - 1]))
			label.len--;
	if (ehc_str_words(value) < 4 || label.len == 0 || !item_label_known(r, label, &m) || !is_item(m.label))
		return false;
	if (m.label == EHC_L_OUTCOME)
		under_number(r, true, ehc_str_sub(text, 0, number));
	item_add(r, m, EHC_NOSTR, text, b);
	/* What stands below it is not one more of the kind. */
	r->item = r->text = NULL;
	if (is_several(r->open))
		r->mode = (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	r->mode_is_said = false;
	return true;
}

bool
under_said(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	struct part *last = r->last;

	if (!is_several(r->open) || text.len < 2 || !ehc_is_letter(text.ptr[0]) || !ehc_is_letter(text.ptr[1]) || line_number(text) == 0 || !under_heading(r, text, b))
		return false;
	/* In a table the rows below it say more of it. */
	if (b->origin.table > 0 && r->last != last)
		r->item = r->last;
	return true;
}

void
under_item(struct reader *r, struct part *p, const struct ehc_draft_block *b)
{
	if (p->label == EHC_L_OUTCOME && r->under.named && !r->under.mixed && !r->under.bare) {
		r->under.outcome = p;
		r->under.named = false;
		r->under.bare = true;
	} else if (p->label == EHC_L_OUTCOME) {
		bool several = r->under.bare;

		under_end(r);
		r->under.mixed = several;
	} else if (is_provision(p) && r->under.outcome != NULL) {
		EHC_PUSH(r->a, &r->ties, (struct tie){ EHC_NOSTR, r->under.outcome, p, b });
		r->under.bare = false;
	}
	else if (is_provision(p))
		r->under.mixed = true;
}
