/*
 * words.c - places and words that many rules need for their messages, and the few questions about a plan that they share.
 */
#include "rules/rules.h"

#include "ehc/prose.h"

struct ehc_span
ehc_plan_place(const struct ehc_plan *p)
{
	const struct ehc_node *head = p->tree->head != NULL ? p->tree->head : p->tree->template_head;

	if (head == NULL)
		head = p->tree->first;
	return head == NULL ? EHC_NOSPAN : head->head_span;
}

ehc_day
ehc_check_day(const struct ehc_check *c)
{
	if (c->plan->dated.node != NULL && c->plan->dated.day != EHC_NODATE)
		return c->plan->dated.day;
	if (c->plan->written.node != NULL && c->plan->written.day != EHC_NODATE)
		return c->plan->written.day;
	return c->as_of;
}

size_t
ehc_item_count(const struct ehc_plan *p)
{
	size_t n = 0;

	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next)
		n = it->nth >= n ? it->nth + 1 : n;
	return n;
}

/* ---- words ---- */

struct ehc_str
ehc_first_words(struct ehc_arena *a, struct ehc_str s, size_t n)
{
	size_t end = 0, line = 0;

	s = ehc_str_trim(s);
	while (line < s.len && s.ptr[line] != '\n')
		line++;
	if (line == s.len && line <= n)
		return s;
	for (size_t i = 0; i < line && (i <= n || end == 0); i++)
		if (s.ptr[i] == ' ')
			end = i;
	if (line <= n || end == 0)
		end = line;
	while (end > 0 && (s.ptr[end - 1] == ',' || s.ptr[end - 1] == ';' || s.ptr[end - 1] == ':' || s.ptr[end - 1] == '.'))
		end--;
	return ehc_arena_printf(a, "%.*s ...", EHC_ARG(ehc_str_sub(s, 0, end)));
}

/* For messages that many items have: printf costs five times as much. */
static struct ehc_str
join(struct ehc_arena *a, const struct ehc_str *parts, size_t n)
{
	size_t len = 0;
	char *all, *to;

	for (size_t i = 0; i < n; i++)
		len += parts[i].len;
	all = to = ehc_arena_room(a, len + 1);
	for (size_t i = 0; i < n; to += parts[i++].len)
		if (parts[i].len > 0)
			memcpy(to, parts[i].ptr, parts[i].len);
	*to = '\0';
	return (struct ehc_str){ all, len };
}

/* Nearly every message begins with it, and printf costs five times as much. */
static char *
kind_and_id(struct ehc_arena *a, const struct ehc_item *it, size_t *len)
{
	struct ehc_str kind = ehc_str_of(ehc_item_kind_name(it->kind)), id = ehc_str_of(it->id);
	char *both = ehc_arena_room(a, kind.len + 1 + id.len + 1);

	memcpy(both, kind.ptr, kind.len);
	both[kind.len] = ' ';
	memcpy(both + kind.len + 1, id.ptr, id.len + 1);
	*len = kind.len + 1 + id.len;
	return both;
}

/* Messages carry no words of the plan: reports that go further than the plan itself show them too. */
struct ehc_str
ehc_item_called(struct ehc_arena *a, const struct ehc_item *it)
{
	size_t len;
	char *called = kind_and_id(a, it, &len);

	return (struct ehc_str){ called, len };
}

struct ehc_str
ehc_item_Called(struct ehc_arena *a, const struct ehc_item *it)
{
	size_t len;
	char *called = kind_and_id(a, it, &len);

	called[0] = (char)(called[0] - 'a' + 'A');
	return (struct ehc_str){ called, len };
}

struct ehc_finding *
ehc_vflag_item(struct ehc_check *c, const struct ehc_item *it, const char *fmt, va_list args)
{
	bool words = it->said != NULL && it->said->text->ntokens > 0;
	struct ehc_finding *f = ehc_vflag(c, it, words ? ehc_said_opening(it) : it->span, fmt, args);

	f->has_text = words;
	return f;
}

struct ehc_finding *
ehc_flag_item(struct ehc_check *c, const struct ehc_item *it, const char *fmt, ...)
{
	struct ehc_finding *f;
	va_list args;

	va_start(args, fmt);
	f = ehc_vflag_item(c, it, fmt, args);
	va_end(args);
	return f;
}

struct ehc_finding *
ehc_finding_unsaid(struct ehc_check *c, struct ehc_finding *f, struct ehc_str missing)
{
	f->missing = missing;
	f->message = join(c->arena, (struct ehc_str[]){ f->message, EHC_STR(" does not say "), missing, EHC_STR(".") }, 4);
	return f;
}

struct ehc_str
ehc_list_words(struct ehc_arena *a, const struct ehc_str *words, size_t n, size_t most)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t shown = n > most ? most : n;

	for (size_t i = 0; i < shown; i++) {
		if (i > 0)
			ehc_buf_cstr(&out, i + 1 == n ? " and " : ", ");
		ehc_buf_str(&out, words[i]);
	}
	if (shown < n)
		ehc_buf_printf(&out, " and %zu more", n - shown);
	return ehc_buf_take(&out, a);
}

struct ehc_str *
ehc_ids_without(struct ehc_check *c, enum ehc_item_kind kind, bool (*has)(const struct ehc_item *), size_t *n)
{
	const struct ehc_items *items = &c->plan->kinds[kind];
	struct ehc_str *ids = EHC_NEW_ARRAY(c->arena, struct ehc_str, items->count);

	*n = 0;
	for (size_t i = 0; i < items->count; i++)
		if (!has(items->items[i]))
			ids[(*n)++] = ehc_str_of(items->items[i]->id);
	return ids;
}

static bool
has_word(struct ehc_str s, const struct ehc_pairs *pairs, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ehc_pairs_may_hold(pairs, words[i]) && ehc_str_find_word(s, words[i]) != SIZE_MAX)
			return true;
	return false;
}

#define SHORT_TEXT 100          /* bytes; a field has fewer, a sentence or two has more */

static uint64_t
start_bit(char first, char second)
{
	return (uint64_t)1 << ((first & 31) * 7 + (second & 31)) % 64;
}

/* A bit for each two characters that stand where a word may begin: behind what is no letter. */
static uint64_t
starts_of(struct ehc_str s)
{
	uint64_t starts = 0;

	for (size_t i = 0; i < s.len; i++)
		if (i == 0 || !ehc_is_letter(s.ptr[i - 1]))
			starts |= start_bit(s.ptr[i], i + 1 < s.len ? s.ptr[i + 1] : ' ');
	return starts;
}

/* A word of one letter may be followed by anything, and a blank may be a line break. */
static bool
may_start(uint64_t starts, const char *word)
{
	return word[1] == '\0' || word[1] == ' ' || (starts & start_bit(word[0], word[1])) != 0;
}

bool
ehc_has_word(struct ehc_str s, const char *const *words, size_t n)
{
	struct ehc_pairs pairs;
	uint64_t starts;

	if (s.len == 0)
		return false;
	if (s.len <= SHORT_TEXT) {
		starts = starts_of(s);
		for (size_t i = 0; i < n; i++)
			if (may_start(starts, words[i]) && ehc_str_find_word(s, words[i]) != SIZE_MAX)
				return true;
		return false;
	}
	pairs = ehc_pairs_of(s);
	return has_word(s, &pairs, words, n);
}

bool
ehc_own_has_word(const struct ehc_item *it, const char *const *words, size_t n)
{
	return it->said != NULL ? has_word(it->text.str, &it->said->pairs, words, n) : ehc_has_word(it->text.str, words, n);
}

bool
ehc_says_nothing(struct ehc_str s)
{
	static const char *const alone[] = {
		"none", "nil", "n/a", "na", "-", "not applicable", "blank", "tbc", "tba", "not yet known", "not known",
		"none yet", "nothing yet", "not yet", "unknown", "not stated", "not recorded", "none recorded", "none given", "none at present", "to follow",
	};
	static const char *const start[] = {
		"to be confirmed", "to be named", "to be agreed", "to be decided", "left blank", "not named", "not yet named",
		"none named", "not specified", "blank in", "draft plan",
	};

	s = ehc_str_trim(s);
	if (s.len > 0 && s.ptr[s.len - 1] == '.')
		s.len--;
	if (s.len == 0)
		return true;
	if (strchr("bdlntu-", ehc_lower(s.ptr[0])) == NULL)      /* as all of them begin */
		return false;
	return ehc_str_is_one_of(s, alone, EHC_COUNT(alone)) || ehc_str_starts_one_of(s, start, EHC_COUNT(start));
}
