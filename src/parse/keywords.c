/*
 * keywords.c - the labels of the language as tables, and how a head (what stands before the colon) is taken apart.
 * The tables are made from keywords.def by the compiler, the hash table by grammar/keyword_table.c.
 */
#include "parse/keywords.h"
#include "parse/keyword_hash.h"

#include <string.h>

#include "keyword_slots.h"

enum { P = EHC_IN_P, H = EHC_IN_H, A = EHC_IN_A, T = EHC_IN_T, R = EHC_IN_R, S = EHC_IN_S };
enum { ONE = false, MANY = true };
enum {
	ON_HEAD = EHC_ON_HEAD, ON_CHILD = EHC_ON_CHILD, ON_TIMELINE = EHC_ON_TIMELINE, ON_SECTION = EHC_ON_SECTION,
	ON_ROW = EHC_ON_ROW, ON_AREA = EHC_ON_AREA, ON_TEXT = EHC_ON_TEXT, ON_ASPIRATION = EHC_ON_ASPIRATION,
	ON_NEED = EHC_ON_NEED, ON_OUTCOME = EHC_ON_OUTCOME, ON_PROVISION = EHC_ON_PROVISION, ON_BUDGET = EHC_ON_BUDGET,
	ON_ADVICE = EHC_ON_ADVICE, ON_COMMENT = EHC_ON_COMMENT, ON_CONDITION = EHC_ON_CONDITION,
	ON_MEDICINE = EHC_ON_MEDICINE, ON_FEED = EHC_ON_FEED, ON_STAFF = EHC_ON_STAFF, ON_TASK = EHC_ON_TASK,
	ON_CARE = EHC_ON_CARE, ON_EMERGENCY = EHC_ON_EMERGENCY, ON_CONTACT = EHC_ON_CONTACT,
	ON_TRAINING = EHC_ON_TRAINING, ON_PHRASE = EHC_ON_PHRASE, ON_SERVICE = EHC_ON_SERVICE,
	ON_TASKTYPE = EHC_ON_TASKTYPE, ON_SETTING = EHC_ON_SETTING, ON_LOGO = EHC_ON_LOGO, ON_ANY = EHC_ON_ANY,
};

static const struct ehc_keyword keywords[EHC_L_COUNT] = {
#define KEYWORD(id, spelling, docs, level, form, on, value, many, meaning) \
	[EHC_L_##id] = { EHC_L_##id, #id, spelling, (unsigned)(docs), EHC_LEVEL_##level, EHC_FORM_##form, (unsigned)(on), \
	    EHC_VALUE_##value, many, meaning },
#define ALIAS(id, docs, on, spelling)
#include "keywords.def"
};

static const struct ehc_spelling spellings[] = {
#define KEYWORD(id, spelling, docs, level, form, on, value, many, meaning) { spelling, EHC_L_##id, (unsigned)(docs), false },
#define ALIAS(id, docs, on, spelling) { spelling, EHC_L_##id, (unsigned)(docs), true },
#include "keywords.def"
};

const struct ehc_keyword *
ehc_keyword(enum ehc_label label)
{
	if (label <= EHC_L_NONE || label >= EHC_L_COUNT)
		EHC_BUG("label %d", (int)label);
	return &keywords[label];
}

const struct ehc_spelling *
ehc_spellings(size_t *n)
{
	*n = EHC_COUNT(spellings);
	return spellings;
}

unsigned
ehc_docs_of(enum ehc_doc_kind kind)
{
	static const unsigned docs[] = { 0, EHC_IN_P, EHC_IN_H, EHC_IN_A, EHC_IN_R, EHC_IN_S };

	return docs[kind];
}

const char *
ehc_kind_name(enum ehc_doc_kind kind)
{
	static const char *const names[] = { "plan", "EHC plan", "health care plan", "advice report", "profile of house rules",
	    "house style" };

	return names[kind];
}

/* ---- folding a head ---- */

size_t
ehc_any_blank_at(struct ehc_str s, size_t i)
{
	unsigned char c = (unsigned char)s.ptr[i], last;

	if (c == ' ' || c == '\t' || c == '\r')
		return 1;
	if (c == 0xC2)
		return i + 2 <= s.len && s.ptr[i + 1] == '\xA0' ? 2 : 0;
	if ((c != 0xE2 && c != 0xE3) || i + 3 > s.len)
		return 0;
	last = (unsigned char)s.ptr[i + 2];
	if (memcmp(s.ptr + i, "\xE2\x80", 2) == 0)     /* U+2000 to U+200A, U+202F */
		return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0;
	return memcmp(s.ptr + i, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

/* Bytes of a typographic apostrophe at s[i] (U+2018, U+2019, U+02BC), else 0. */
static size_t
apostrophe(struct ehc_str s, size_t i)
{
	if ((unsigned char)s.ptr[i] < 0x80)
		return 0;
	if (i + 3 <= s.len && memcmp(s.ptr + i, "\xE2\x80", 2) == 0 && (s.ptr[i + 2] == '\x98' || s.ptr[i + 2] == '\x99'))
		return 3;
	return i + 2 <= s.len && memcmp(s.ptr + i, "\xCA\xBC", 2) == 0 ? 2 : 0;
}

/* Bytes of all white space from s[i] on. */
static size_t
blanks_at(struct ehc_str s, size_t i)
{
	size_t start = i, n;

	while (i < s.len && (n = ehc_blank_at(s, i)) > 0)
		i += n;
	return i - start;
}

/* Takes the ASCII of a word from s[i] on, which is nearly all there is, up to `end`. */
static inline size_t
fold_plain(struct ehc_folded *f, struct ehc_str s, size_t i, size_t end, uint32_t *hash)
{
	char *to = f->text + f->len;
	uint32_t h = *hash;

	for (; i < end && s.ptr[i] > ' ' && (unsigned char)s.ptr[i] < 0x80 && s.ptr[i] != ':'; i++) {
		char c = ehc_lower(s.ptr[i]);

		*to++ = c;
		h = ehc_table_hash_byte(h, c);
	}
	f->len = (size_t)(to - f->text);
	*hash = h;
	return i;
}

/* Takes one character, which stands for itself or, of whatever kind, for an apostrophe; its bytes. */
static size_t
fold_other(struct ehc_folded *f, struct ehc_str s, size_t i, uint32_t *hash)
{
	size_t n = apostrophe(s, i);
	char c = n > 0 ? '\'' : s.ptr[i];

	f->text[f->len++] = c;
	*hash = ehc_table_hash_byte(*hash, c);
	return n > 0 ? n : 1;
}

/* Takes the word at s[i], of *room code points at most; its end, or SIZE_MAX where the head is too long. */
static size_t
fold_word(struct ehc_folded *f, struct ehc_str s, size_t i, size_t *room, uint32_t *hash)
{
	for (;;) {
		size_t from = i;

		i = fold_plain(f, s, i, s.len - i < *room ? s.len : i + *room, hash);
		*room -= i - from;
		if (i == s.len || s.ptr[i] == ':' || s.ptr[i] == '\n' || ehc_blank_at(s, i) > 0)
			return i;
		if ((((unsigned char)s.ptr[i] & 0xC0) != 0x80 && (*room)-- == 0) || f->len >= EHC_HEAD_BYTES)
			return SIZE_MAX;
		i += fold_other(f, s, i, hash);
	}
}

/*
 * A blank stands for all white space before a word that is not the first. False where there is no room for another word, or
 * where a sentence has ended.
 */
static bool
fold_blank(struct ehc_folded *f, size_t *room, uint32_t *hash)
{
	if (f->nwords == EHC_HEAD_WORDS || f->text[f->len - 1] == '.' || (*room)-- == 0)
		return false;
	*hash = ehc_table_hash_byte(*hash, ' ');
	f->text[f->len++] = ' ';
	return true;
}

bool
ehc_head_fold(struct ehc_str s, struct ehc_folded *f)
{
	uint32_t hash = EHC_TABLE_HASH_START;
	size_t room = EHC_HEAD_LIMIT, i;

	f->len = f->nwords = 0;
	for (i = blanks_at(s, 0); i < s.len && s.ptr[i] != ':' && s.ptr[i] != '\n'; i += blanks_at(s, i)) {
		struct ehc_head_word *w = &f->words[f->nwords];

		if (i > EHC_HEAD_WRITTEN || (f->nwords > 0 && !fold_blank(f, &room, &hash)))
			return false;
		w->start = f->len;
		w->from = i;
		i = fold_word(f, s, i, &room, &hash);
		if (i == SIZE_MAX)
			return false;
		w->end = f->len;
		w->to = i;
		w->hash = hash;
		f->nwords++;
	}
	f->read = i;
	return f->nwords > 0;
}

/* ---- finding a label ---- */

/* The row that is spelt like the first words of the head, up to the end of word `last`. */
static const struct ehc_keyword *
find(const struct ehc_folded *f, size_t last, unsigned docs, enum ehc_which which)
{
	size_t len = f->words[last].end;
	uint32_t slot = ehc_table_slot(f->words[last].hash, EHC_KEYWORD_SLOTS);

	while (slots[slot] != 0 && (in_small[slots[slot] - 1].len != len || memcmp(in_small[slots[slot] - 1].letters, f->text, len) != 0))
		slot = (slot + 1) % EHC_KEYWORD_SLOTS;
	for (size_t i = slots[slot]; i != 0; i = same[i - 1]) {
		const struct ehc_spelling *s = &spellings[i - 1];
		bool is_head = keywords[s->label].level == EHC_LEVEL_HEAD;

		if ((s->docs & docs) != 0 && (which == EHC_EVERY_LABEL || is_head == (which == EHC_HEADS)))
			return &keywords[s->label];
	}
	return NULL;
}

/* [[x]], {{x}}, «x» as a whole */
static bool
is_placeholder(struct ehc_str s)
{
	static const char *const marks[][2] = { { "[[", "]]" }, { "{{", "}}" }, { "\xC2\xAB", "\xC2\xBB" } };

	if (s.len <= 4 || ehc_is_letter(s.ptr[0]))
		return false;
	for (size_t i = 0; i < EHC_COUNT(marks); i++)
		if (ehc_str_starts_nocase(s, marks[i][0]) && ehc_str_ends_nocase(s, marks[i][1]))
			return true;
	return false;
}

/* Letters, digits, dotted digits, at most one closing letter; a step is only numbered. */
bool
ehc_id_is_well_formed(struct ehc_str id, enum ehc_label label)
{
	size_t i = 0;

	if (is_placeholder(id))
		return true;
	while (i < id.len && ehc_is_letter(id.ptr[i]))
		i++;
	if (i == 0 && label != EHC_L_STEP)
		return false;
	do {
		size_t digits = i;

		while (i < id.len && ehc_is_digit(id.ptr[i]))
			i++;
		if (i == digits)
			return false;
	} while (i < id.len && id.ptr[i] == '.' && ++i);
	if (i < id.len && ehc_is_letter(id.ptr[i]))
		i++;
	return i == id.len;
}

bool
ehc_id_list_next(struct ehc_str *rest, struct ehc_str *word)
{
	size_t i = 0, from;

	do {
		while (i < rest->len && (ehc_is_blank(rest->ptr[i]) || strchr(",;&", rest->ptr[i]) != NULL))
			i++;
		from = i;
		while (i < rest->len && !ehc_is_blank(rest->ptr[i]) && strchr(",;&", rest->ptr[i]) == NULL)
			i++;
		*word = ehc_str_sub(*rest, from, i);
	} while (ehc_str_is_nocase(*word, "and"));
	*rest = ehc_str_sub(*rest, i, rest->len);
	return word->len > 0;
}

/* Could this have been meant as an id? Then it is called a malformed one, not part of an unknown label. */
static bool
is_like_id(struct ehc_str s)
{
	if (s.len == 1)
		return true;
	for (size_t i = 0; i < s.len; i++)
		if (ehc_is_digit(s.ptr[i]))
			return true;
	return false;
}

/* What may follow a label in its head: by the label's form. False: these words do not belong together. */
static bool
read_rest(const struct ehc_keyword *k, struct ehc_str rest, enum ehc_rest *out)
{
	bool well_formed = ehc_id_is_well_formed(rest, k->label);

	if (k->form == EHC_FORM_WORDS)
		*out = EHC_REST_WORDS;
	else if (well_formed)
		*out = EHC_REST_ID;
	else if (k->form == EHC_FORM_ID && is_like_id(rest))
		*out = EHC_REST_BAD_ID;
	else if (k->form == EHC_FORM_PLAIN && is_like_id(rest) && memchr(rest.ptr, ' ', rest.len) == NULL)
		*out = EHC_REST_ID;
	else
		return false;
	return true;
}

/* Spellings with dots in them ("if ... cannot be given") take words of the writer's own there. */
static bool
read_slot(const struct ehc_folded *f, unsigned docs, struct ehc_head *out)
{
	struct ehc_str head = { f->text, f->len };

	for (size_t i = 0; i < EHC_COUNT(dotted); i++) {
		const struct ehc_spelling *s = &spellings[dotted[i]];
		const char *dots = strstr(s->spelling, "...");
		size_t before = (size_t)(dots - s->spelling), after = strlen(dots + 3);

		if ((s->docs & docs) == 0 || head.len <= before + after || !ehc_str_ends_nocase(head, dots + 3) ||
		    !ehc_str_eq_nocase(ehc_str_sub(head, 0, before), (struct ehc_str){ s->spelling, before }))
			continue;
		*out = (struct ehc_head){ &keywords[s->label], EHC_REST_SLOT, f->words[f->nwords - 1].to, 0, 0 };
		for (size_t k = 0; k < f->nwords; k++) {
			if (f->words[k].start == before)
				out->rest_from = f->words[k].from;
			if (f->words[k].end == head.len - after)
				out->rest_to = f->words[k].to;
		}
		return true;
	}
	return false;
}

struct ehc_head
ehc_head_read(const struct ehc_folded *f, unsigned docs, enum ehc_which which)
{
	size_t all = f->words[f->nwords - 1].to;
	struct ehc_head out = { NULL, EHC_REST_NONE, all, all, all };

	for (size_t last = f->nwords; last-- > 0; ) {
		const struct ehc_keyword *k = find(f, last, docs, which);
		size_t next = f->words[last].end + 1;

		if (k == NULL)
			continue;
		if (last + 1 == f->nwords) {
			out.keyword = k;
			return out;
		}
		if (!read_rest(k, (struct ehc_str){ f->text + next, f->len - next }, &out.rest))
			continue;
		out.keyword = k;
		out.label_end = f->words[last].to;
		out.rest_from = f->words[last + 1].from;
		return out;
	}
	if (which != EHC_HEADS)
		read_slot(f, docs, &out);
	return out;
}

const struct ehc_keyword *
ehc_hidden_label(struct ehc_str line, unsigned docs, unsigned on, size_t *len)
{
	const char *colon = memchr(line.ptr, ':', line.len < EHC_HEAD_BYTES ? line.len : EHC_HEAD_BYTES);
	struct ehc_folded folded;
	struct ehc_head head;
	bool hidden;

	if (colon == NULL)
		return NULL;
	*len = (size_t)(colon - line.ptr);
	if (!ehc_head_fold(ehc_str_trim(ehc_str_sub(line, 0, *len)), &folded))
		return NULL;
	head = ehc_head_read(&folded, docs, EHC_EVERY_LABEL);
	if (head.keyword == NULL)
		return NULL;
	if (head.keyword->level == EHC_LEVEL_FIELD)
		hidden = (head.keyword->on & on) != 0;
	else
		hidden = head.keyword->level == EHC_LEVEL_ITEM && head.rest == EHC_REST_ID;
	return hidden ? head.keyword : NULL;
}
